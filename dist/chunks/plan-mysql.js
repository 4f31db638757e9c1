import "./rolldown-runtime.js";
import { formsOfStatement, mysql } from "./engine-mysql-index.js";
import { algorithms, applyStatement, columnOf, columnsIn, constraintColumns, createdIn, dropBehindDeploy, has, helperNames, indexColumns, isNamed, isNew, keyOf as keyOf$1, locks, modeAt, resolve, someNode, tableOf, waived } from "./core.js";
import { Cursor, Unreadable, lex, quoteIdentifier, quoteLiteral, quoteName, readAttribute, readTypeName } from "./sql-mysql-cursor.js";
import { primary } from "./schema-mysql-index.js";

// src/plan/recipes/mysql/pin.ts
/** DROP INDEX takes none in MariaDB: recipes write it as an action of ALTER TABLE. */
const takesClauses = /^(?:ALTER TABLE|CREATE (?:UNIQUE |FULLTEXT |SPATIAL )?INDEX)\b/i;
const ofPartitions = /* @__PURE__ */ new Set(["alter-partitions", "repartition-table"]);
/** `ALTER TABLE name `, as recipes write it. */
const head = /^ALTER TABLE (?:IF EXISTS )?(?:`(?:[^`]|``)*`\.)?`(?:[^`]|``)*` /;
/**
* States the algorithm that the server takes for a statement by itself, if others read and write meanwhile. Without the clauses another version, a row format, or an
* index that nobody knew of would turn it into a copy in silence.
* @param sql one statement without clauses and semicolon
*/
function pin(context, sql, schema) {
	const operations = context.read(sql);
	const after = applyStatement(schema, operations);
	const fails = takesClauses.test(sql) ? context.refusalOf(operations, schema) : void 0;
	if (fails !== void 0) return {
		sql: `${sql};`,
		refused: fails,
		fails,
		rebuilds: false,
		after
	};
	const forms = takesClauses.test(sql) ? context.formsOf(operations, schema) : void 0;
	if (forms === void 0) return {
		sql: `${sql};`,
		rebuilds: false,
		after
	};
	const algorithm = algorithms.find((each) => forms[each]?.lock === "none" && forms[each]?.fails?.certain !== true);
	const form = algorithm && forms[algorithm];
	if (form === void 0) {
		const stated = withClauses(sql, ["ALGORITHM=INPLACE", "LOCK=NONE"], operations);
		const perhaps = context.refusalOf(context.read(stated.slice(0, -1)), schema) === void 0;
		return {
			sql: perhaps ? stated : `${sql};`,
			refused: reasonOf(forms),
			...perhaps && { perhaps },
			rebuilds: false,
			after
		};
	}
	return {
		sql: withClauses(sql, [`ALGORITHM=${algorithm}`, ...form.clause === "default" ? [] : ["LOCK=NONE"]], operations),
		rebuilds: form.work.includes("rebuild"),
		after
	};
}
/** A statement with the algorithm that blocks others least, stated. */
function leastHarm(context, sql, schema) {
	const operations = context.read(sql);
	const forms = takesClauses.test(sql) ? context.formsOf(operations, schema) : void 0;
	const best = algorithms.filter((each) => forms?.[each] !== void 0 && forms[each]?.fails?.certain !== true).sort((a, b) => strength(forms?.[a]) - strength(forms?.[b]))[0];
	const lock = best && forms?.[best]?.lock;
	if (best === void 0 || lock === void 0) return `\`${sql.replace(/\s+/g, " ")};\` when little is written`;
	return `\`${withClauses(sql.replace(/\s+/g, " "), [`ALGORITHM=${best}`, `LOCK=${lock.toUpperCase()}`], operations)}\` when little is written${lock === "shared" ? ": others go on reading" : ""}`;
}
const strength = (form) => locks.indexOf(form?.lock ?? "exclusive");
function reasonOf(forms) {
	const best = algorithms.find((each) => forms[each] !== void 0);
	const form = best && forms[best];
	if (form?.fails?.certain) return form.fails.reason;
	return `${best === "COPY" || best === void 0 ? "the server copies the table for it" : "the server works on all rows for it"} while nobody else writes${form?.because === void 0 ? "" : `, because ${form.because}`}`;
}
function withClauses(sql, clauses, operations) {
	if (!/^ALTER/i.test(sql)) return `${sql} ${clauses.join(" ")};`;
	if (!operations.some(({ kind }) => ofPartitions.has(kind))) return `${sql}, ${clauses.join(", ")};`;
	const before = operations.some(({ kind }) => kind === "repartition-table") ? " " : ", ";
	return `${sql.replace(head, (start) => `${start}${clauses.join(", ")}${before}`)};`;
}

// src/plan/recipes/mysql/table-key.ts
/** The unique keys over whole columns that are NOT NULL, the primary key first. */
function notNullKeys(table) {
	return [...(table?.indexes ?? []).flatMap(({ name, definition }) => {
		if (!definition.unique) return [];
		const columns = definition.elements.flatMap(({ column, prefix }) => {
			const own = table?.columns.find((each) => each.name.toLowerCase() === column?.toLowerCase());
			return own?.notNull && prefix === void 0 ? [own] : [];
		});
		return columns.length === definition.elements.length ? [{
			name,
			columns,
			descending: definition.elements.map((each) => each.descending === true)
		}] : [];
	})].sort((a, b) => Number(b.name === primary) - Number(a.name === primary));
}

// src/plan/recipes/mysql/copying-tools.ts
/**
* Follows the binary log, and puts nothing on the table. Takes no foreign keys and no triggers, and tells rows apart by a key without NULLs that both tables have
* (https://github.com/github/gh-ost/blob/master/doc/requirements-and-limitations.md). What rows are written meanwhile it computes itself: run on MySQL 9.7, the members of a SET that are
* moved or become a string came out as others, and strings that become binary in another character set than those of the rows that it copied, both without a word.
*/
const ghOst = {
	suits: (change) => change.target.engine === "mysql" && !isTied(change.table) && isInnodb(change.table) && (change.table?.complete !== true || keysLeft(change).length > 0) && !isComputedWrong(change),
	command: ({ name, action }) => `gh-ost --database=${databaseOf(name)} --table=${quoted(name.name)} --alter=${quoted(action)} --panic-on-warnings --execute`
};
/**
* Follows the binary log with several threads, and compares all rows before it changes over; replicas fall behind meanwhile. From MySQL 8.0 on; no foreign keys, no triggers; a primary
* key, which stays as it is; no ENUM or SET in another order. https://github.com/block/spirit#unsupported-features
*/
const spirit = {
	suits: (change) => ghOst.suits(change) && (change.target.version === void 0 || has({
		server: "mysql",
		version: change.target.version
	}, { mysql: "8.0" })) && (change.table?.complete !== true || keysLeft(change).some(({ name }) => name === "PRIMARY")) && !isEnum(change),
	command: ({ name, action }) => `spirit migrate --database=${databaseOf(name)} --statement=${quoted(`ALTER TABLE ${quoteIdentifier(name.name)} ${action}`)}`
};
/**
* Works by triggers, so that the server computes every value; the one that knows MariaDB, foreign keys and other triggers. Tells rows apart by a key, too, and drops a primary key only where
* it is told not to ask. MariaDB's replicas it finds by their connections alone: run on MariaDB 10.11, 3.7.1 stops at a SHOW REPLICAS that no MariaDB knows. https://docs.percona.com/percona-toolkit/pt-online-schema-change.html
*/
const ptOnlineSchemaChange = {
	suits: (change) => change.table?.complete !== true || keysLeft(change).length > 0,
	command: ({ target, name, table, operation, action }) => {
		const options = [
			...target.engine === "mariadb" ? ["--recursion-method=processlist"] : [],
			...table?.hanging.some(({ kind }) => kind === "trigger") ? ["--preserve-triggers"] : [],
			...table !== void 0 && table.referencedBy.length > 0 ? ["--alter-foreign-keys-method=auto"] : [],
			...dropsPrimaryKey(operation) ? ["--no-check-alter"] : []
		];
		return [
			"pt-online-schema-change",
			`--alter=${quoted(action)}`,
			...options,
			"--execute",
			`D=${databaseOf(name)},t=${inDsn(name.name)}`
		].join(" ");
	}
};
function isTied(table) {
	if (table === void 0) return false;
	return table.constraints.some(({ definition }) => definition.type === "foreign-key") || table.referencedBy.length > 0 || table.hanging.some(({ kind }) => kind === "trigger");
}
const isInnodb = (table) => /^innodb$/i.test(table?.mysql?.engine ?? "innodb");
const dropsPrimaryKey = (operation) => operation.kind === "drop-constraint" && operation.type === "primary-key";
/** The keys without NULLs that the table has before the change and behind it. */
function keysLeft({ table, operation }) {
	return notNullKeys(table).filter(({ name }) => !(name === "PRIMARY" && dropsPrimaryKey(operation)));
}
function sortOf({ name, characterSet }) {
	if (name === "set" || name === "enum") return name;
	if (/(?:binary|blob)$/.test(name) || characterSet === "binary") return "binary";
	return /(?:char|text)$/.test(name) ? "text" : "other";
}
/** The sorts of a column's type before the change and behind it; undefined before it where that is not known. */
function sortsOf({ table, operation }) {
	if (operation.kind !== "redefine-column") return [];
	const old = columnOf(table, operation.column)?.type;
	return [old && sortOf(old), sortOf(operation.definition.type)];
}
function isComputedWrong(change) {
	const [before, after] = sortsOf(change);
	if (before === "set" || after === "set") return true;
	const isString = (sort) => sort === "text" || sort === "binary";
	return before === void 0 ? isString(after) : before !== after && isString(before) && isString(after);
}
const isEnum = (change) => sortsOf(change).includes("enum");
/** What the connection uses where the migration names no database. */
const databaseOf = ({ schema }) => schema === "" ? "\"$DATABASE\"" : quoted(schema);
const inDsn = (name) => quoted(name.replaceAll(",", "\\,"));
function quoted(text) {
	return /^[\w.-]+$/.test(text) ? text : `'${text.replace(/\s+/g, " ").replaceAll("'", `'\\''`)}'`;
}

// src/plan/recipes/mysql/text.ts
const own = (context) => context.operation;
/** The operation's table as SQL names it. */
function tableText(context) {
	return context.nameOf(own(context).table);
}
function ownName(context) {
	return resolve(context.before, own(context).table);
}
/** The operation's table as replayed; undefined where history never mentioned it. */
function ownTable(context) {
	return tableOf(context.before, own(context).table);
}
/** `ALTER TABLE \u2026 action` on the operation's table, without clauses and semicolon. */
function alterTable(context, action) {
	return `ALTER TABLE ${tableText(context)} ${action}`;
}
/** What the author wrote for the operation: an action of his ALTER TABLE, or a whole statement; without the clauses of MySQL's online DDL. */
function authorsText({ operation: { span }, source }) {
	return source.slice(span.start, span.end).replace(/(?:[\s,]+(?:ALGORITHM|LOCK)\s*=?\s*\w+)+\s*$/i, "").trim();
}
/** The author's operation as a statement of its own. */
function authorsStatement(context) {
	const text = authorsText(context);
	return context.statement.start !== context.operation.span.start ? alterTable(context, text) : text;
}

// src/plan/recipes/mysql/tool.ts
/**
* What only a copy of the table can do, while others write, is done by a tool that copies and catches up: which one, and its exact command. Where none can, what harms least.
* @param reason why the server itself cannot, a clause without its full stop
*/
function byCopyingTool(context, reason) {
	const action = actionOf(context);
	const tool = action === void 0 ? void 0 : copyingBy(context, action);
	if (tool !== void 0) return { impossible: `${reason}. A tool that copies the table and catches up does it while others write${tool.besides.length === 0 ? "" : ` (${tool.besides.join("; ")})`}; take the statement out of the migration, or mark it as applied, and run, with how you connect: ${tool.command}` };
	const least = leastHarm(context, authorsStatement(context), context.before);
	return { impossible: `${reason}${action === void 0 ? "" : ", and no tool that copies the table can, since it has no key without NULLs to tell the rows apart by"}. What harms least: ${least}` };
}
/** What follows `ALTER TABLE name`; undefined of what is no change of one table. */
function actionOf(context) {
	const text = authorsText(context);
	if (context.statement.start !== context.operation.span.start) return text;
	const index = /^CREATE\s+(UNIQUE\s+|FULLTEXT\s+|SPATIAL\s+)?INDEX\s+(`(?:[^`]|``)*`|[\w$]+)(\s+USING\s+\w+)?\s+ON\s+[^(]*(\(.*)$/is.exec(text);
	if (index === null) return void 0;
	const [, kind = "", name, using = "", rest] = index;
	return `ADD ${kind}INDEX ${name}${using} ${rest}`;
}
/** The command for an ALTER TABLE of the operation's table, and what comes of it besides; undefined where no tool can. */
function copyingBy(context, action) {
	const table = ownTable(context);
	const change = {
		target: context.target,
		name: ownName(context),
		table,
		operation: context.operation,
		action
	};
	const tool = [ghOst, ptOnlineSchemaChange].find((each) => each.suits(change));
	if (tool === void 0) return void 0;
	const isNamed = table?.constraints.some(({ definition: { type } }) => type === "check" || type === "foreign-key");
	const besides = [...tool === ghOst ? [`the old table stays as ${quoteIdentifier(`_${change.name.name}_del`)}`] : [], ...isNamed ? ["CHECKs and foreign keys of the table get other names"] : []];
	const faster = tool === ghOst && spirit.suits(change) ? `; or, faster, where replicas may fall behind meanwhile: ${spirit.command(change)}` : "";
	return {
		command: tool.command(change) + faster,
		besides
	};
}

// src/plan/recipes/mysql/sequence.ts
/**
* Steps in order, each statement pinned to the algorithm that the server takes for it on the schema as the steps before leave it. If one of them cannot be
* done while others write, none of the sequence is any use, and a tool has to copy the table.
*/
function staged(context, parts, differs) {
	let schema = context.before;
	const steps = [];
	for (const { sql, rollback, ...part } of parts) {
		const lines = [];
		for (const each of sql) {
			const { sql: text, rule, reason } = typeof each === "string" ? {
				sql: each,
				rule: void 0,
				reason: void 0
			} : each;
			const { sql: pinned, refused, fails, rebuilds, after } = pin(context, text, schema);
			if (fails !== void 0) return { impossible: `\`${text.replace(/\s+/g, " ")}\` would fail: ${fails}` };
			if (refused !== void 0) return byCopyingTool(context, refused);
			const rules = [...rule === void 0 ? [] : [rule], ...rebuilds ? ["table-rebuild"] : []];
			const why = [reason, rebuilds ? "others go on meanwhile; best run when little is written" : void 0].filter((each) => each !== void 0);
			lines.push(rules.length === 0 ? pinned : waived(rules, why.join("; "), pinned));
			schema = after;
		}
		steps.push({
			...part,
			sql: lines.join("\n"),
			transaction: "shared",
			rollback: wayBack$2(context, rollback, schema)
		});
	}
	return {
		steps,
		...differs && { differs }
	};
}
/** Steps that themselves drop what they take the place of. */
function replacing(result) {
	return result !== void 0 && "steps" in result ? {
		...result,
		steps: result.steps.map((each) => ({
			...each,
			replaces: true
		}))
	} : result;
}
function wayBack$2(context, rollback, schema) {
	if (typeof rollback === "string") return rollback;
	let at = schema;
	return rollback.map((sql) => {
		if (sql.startsWith("-- ")) return sql;
		const pinned = pin(context, sql, at);
		at = pinned.after;
		return pinned.sql;
	}).join("\n");
}

// src/plan/recipes/mysql/staging.ts
function defineMysqlRecipe(recipe) {
	return recipe;
}

// src/sql/mysql/definition.ts
/** @param text as `ColumnDefinition.text` has it @returns undefined where it is no definition of a column */
function piecesOf(text, dialect) {
	const { tokens } = lex(text, dialect);
	const to = tokens.kinds.length;
	const cursor = new Cursor({
		text,
		tokens,
		place: (each) => each
	}, {
		from: 0,
		to
	});
	try {
		const column = {
			name: cursor.name("a column"),
			type: readTypeName(cursor),
			notNull: false
		};
		const constraints = [];
		const attributes = [];
		for (let from = cursor.at; readAttribute(cursor, column, constraints); from = cursor.at) attributes.push({
			word: cursor.wordAt(from),
			text: cursor.textOf({
				from,
				to: cursor.at
			})
		});
		return cursor.at === to ? {
			type: column.type.text,
			attributes
		} : void 0;
	} catch (error) {
		if (error instanceof Unreadable) return void 0;
		throw error;
	}
}

// src/plan/recipes/mysql/definition.ts
/** What of a definition makes constraints and keys, which steps of their own add. */
const constraintWords = /* @__PURE__ */ new Set([
	"unique",
	"primary",
	"key",
	"constraint",
	"check",
	"references"
]);
/** The definition of a column as SQL, in the author's own pieces but for those that begin with certain words. */
function definitionText(name, { type, attributes }, without = /* @__PURE__ */ new Set()) {
	return [
		quoteIdentifier(name),
		type,
		...attributes.flatMap(({ word, text }) => without.has(word) ? [] : [text])
	].join(" ");
}
/** The author's definition in pieces; where it cannot be parted, all of it as the type, so that nothing is left out unseen. */
function authorsPieces({ dialect }, { text, name, type }) {
	return piecesOf(text, dialect) ?? {
		type: text.slice(text.indexOf(type.text, name.length)),
		attributes: []
	};
}
/** A column that is there, as the replay knows it, in the same pieces. */
function piecesOfColumn(column) {
	const { type, collation, notNull, default: value, onUpdate, autoIncrement, invisible, comment, generated } = column;
	const attributes = [
		...type.characterSet === void 0 || /char(?:acter)?\s*set|charset/i.test(type.text) ? [] : [{
			word: "character",
			text: `CHARACTER SET ${type.characterSet}`
		}],
		...collation === void 0 ? [] : [{
			word: "collate",
			text: `COLLATE ${collation.name}`
		}],
		...generated === void 0 ? [] : [{
			word: "as",
			text: `AS (${generated.expression.text}) ${generated.stored ? "STORED" : "VIRTUAL"}`
		}],
		{
			word: notNull ? "not" : "null",
			text: notNull ? "NOT NULL" : "NULL"
		},
		...value === void 0 ? [] : [{
			word: "default",
			text: `DEFAULT ${value.text}`
		}],
		...onUpdate === void 0 ? [] : [{
			word: "on",
			text: `ON UPDATE ${onUpdate.text}`
		}],
		...autoIncrement ? [{
			word: "auto_increment",
			text: "AUTO_INCREMENT"
		}] : [],
		...invisible ? [{
			word: "invisible",
			text: "INVISIBLE"
		}] : [],
		...comment === void 0 ? [] : [{
			word: "comment",
			text: `COMMENT ${quoteLiteral(comment)}`
		}]
	];
	return {
		type: type.text,
		attributes: generated === void 0 ? attributes : attributes.filter(({ word }) => word !== "null")
	};
}

// src/plan/recipes/mysql/way-back.ts
/**
* What undoes an operation, without its semicolon; undefined where the schema before it does not tell.
* @param nameOf a table as statements name it
*/
function wayBackOf(operation, before, nameOf) {
	if (operation.conditional || "ifNotExists" in operation && operation.ifNotExists || !("table" in operation)) return void 0;
	if (operation.table === void 0) return void 0;
	if (operation.kind === "create-table") return `DROP TABLE ${nameOf(operation.table)}`;
	if (operation.kind === "rename-table") return `RENAME TABLE ${nameOf({
		...operation.table,
		...operation.toSchema !== void 0 && { schema: operation.toSchema },
		name: operation.to
	})} TO ${nameOf(operation.table)}`;
	const action = actionBack(operation, before);
	return action === void 0 ? void 0 : `ALTER TABLE ${nameOf(operation.table)} ${action}`;
}
function actionBack(operation, before) {
	const table = operation.table && tableOf(before, operation.table);
	switch (operation.kind) {
		case "add-column": return `DROP COLUMN ${quoteIdentifier(operation.column.name)}`;
		case "rename-column": return `RENAME COLUMN ${quoteIdentifier(operation.to)} TO ${quoteIdentifier(operation.column)}`;
		case "redefine-column":
		case "set-default":
		case "drop-default": {
			const old = columnOf(table, operation.column);
			const now = operation.kind === "redefine-column" ? operation.definition.name : operation.column;
			if (old === void 0) return void 0;
			const pieces = definitionText(old.name, piecesOfColumn(old));
			return now === old.name ? `MODIFY COLUMN ${pieces}` : `CHANGE COLUMN ${quoteIdentifier(now)} ${pieces}`;
		}
		case "create-index": return table === void 0 || operation.index.name === void 0 ? void 0 : `DROP INDEX ${quoteIdentifier(operation.index.name)}`;
		case "rename-index": return `RENAME INDEX ${quoteIdentifier(operation.to)} TO ${quoteIdentifier(operation.index.name)}`;
		default: return;
	}
}

// src/plan/recipes/mysql/as-pinned.ts
function wayBack$1({ operation, before, nameOf }) {
	const sql = wayBackOf(operation, before, nameOf);
	return sql === void 0 ? "-- as the migration's own way down does" : [sql];
}
/** The author's own statement, alone, with the algorithm stated that the server takes for it while others write. */
function asPinned(context, more = {}) {
	return staged(context, [{
		stage: "expand",
		after: "transaction",
		sql: [authorsStatement(context)],
		rollback: wayBack$1(context),
		why: "as written, and fails at once where it cannot be done while others write",
		...more
	}]);
}
/** How the reason of a step begins that is done online or not at all. */
const onlineOrRefused = "done while others write, or refused at once";
/** The same where history does not tell whether the server can do it while others write: it is done so, or not at all. */
function perhaps(context, reason) {
	const { sql } = pin(context, authorsStatement(context), context.before);
	return { steps: [{
		stage: "expand",
		after: "transaction",
		sql,
		transaction: "shared",
		rollback: "-- as the migration's own way down does",
		why: `${onlineOrRefused} and nothing changed (error 1846): by what history tells ${reason}. A dump of the schema lets Lockstep say which, and stage it (docs/configuration.md)`
	}] };
}
/** What has no stages: it is done while others write, or a tool copies the table. */
const pinned = defineMysqlRecipe({
	on: [
		"add-period",
		"alter-nothing",
		"alter-partitions",
		"alter-table-options",
		"convert-character-set",
		"drop-constraint",
		"drop-default",
		"drop-period",
		"rebuild-table",
		"rename-index",
		"repartition-table",
		"set-column-visibility",
		"set-default",
		"set-index-visibility",
		"set-keys-state",
		"set-system-versioning"
	],
	stage: (context) => asPinned(context)
});

// src/plan/recipes/mysql/index-text.ts
/** `ADD INDEX \u2026` of an index that is there, under a name; undefined where the replay does not know all of it. @param name quoted */
function addIndex({ definition }, name) {
	if (definition.options !== void 0 || definition.method !== "btree") return void 0;
	return `ADD ${definition.unique ? "UNIQUE " : ""}INDEX ${name} (${elementsText(definition.elements)})`;
}
/** What stands between the parentheses of an index or a key. */
function elementsText(elements) {
	return elements.map((each) => each.column === void 0 ? `(${each.expression?.text})` : `${quoteIdentifier(each.column)}${each.prefix === void 0 ? "" : `(${each.prefix})`}${each.descending ? " DESC" : ""}`).join(", ");
}

// src/plan/recipes/mysql/query.ts
/** Queries that tell whether rows are in the way of a key or a constraint: each row that comes from one is. */
function duplicates(table, columns) {
	const list = columns.map(quoteIdentifier);
	return `SELECT ${list.join(", ")}, COUNT(*) FROM ${table} WHERE ${list.map((each) => `${each} IS NOT NULL`).join(" AND ")} GROUP BY ${list.join(", ")} HAVING COUNT(*) > 1;`;
}
/** @param parent as a statement names it @param referenced its columns, in the order of the key's own */
function orphans(table, { columns }, parent, referenced) {
	const pairs = columns.map((column, i) => `parent.${quoteIdentifier(referenced[i] ?? column)} = child.${quoteIdentifier(column)}`);
	const given = columns.map((column) => `child.${quoteIdentifier(column)} IS NOT NULL`);
	return `SELECT child.* FROM ${table} AS child LEFT JOIN ${parent} AS parent ON ${pairs.join(" AND ")} WHERE ${given.join(" AND ")} AND parent.${quoteIdentifier(referenced[0] ?? "")} IS NULL;`;
}
function violations(table, check) {
	return `SELECT * FROM ${table} WHERE NOT (${check.replace(/\s+/g, " ")});`;
}

// src/plan/recipes/mysql/add-constraint.ts
const addConstraint = defineMysqlRecipe({
	on: ["add-constraint"],
	stage(context) {
		const { constraint } = context.operation;
		switch (constraint.type) {
			case "foreign-key": return staged(context, foreignKey(context, constraint, authorsText(context)), unvalidated(context, constraint));
			case "check": return check(context, constraint);
			case "unique": return asPinned(context, {
				why: `built while others write; fails at its end on a duplicate, so first no row may come from: ${duplicates(tableText(context), constraint.columns)}`,
				...dropped$1(context, constraint.name === void 0 ? void 0 : `DROP INDEX ${quoteIdentifier(constraint.name)}`)
			});
			case "primary-key": return primaryKey(context);
			default: return asPinned(context);
		}
	}
});
/**
* Without a primary key for a moment, the rows would be copied, with writes blocked: so the old one goes in the statement that brings the new one, which writes the rows anew in
* place. https://dev.mysql.com/doc/refman/9.5/en/innodb-online-ddl-operations.html#online-ddl-primary-key-operations
*/
function primaryKey(context) {
	const { replaced } = context;
	const why = `the rows are written anew in the order of the key, while others write; fails at its end on a duplicate, so first no row may come from: ${duplicates(tableText(context), constraintColumns(context.operation.constraint))}`;
	if (replaced === void 0) return asPinned(context, { why });
	const old = tableOf(replaced.before, context.operation.table)?.indexes.find(({ name }) => name === primary)?.definition;
	return replacing(staged({
		...context,
		before: replaced.before
	}, [{
		stage: "expand",
		after: "transaction",
		sql: [alterTable(context, `DROP PRIMARY KEY, ${authorsText(context)}`)],
		rollback: old === void 0 ? "-- DROP PRIMARY KEY, ADD PRIMARY KEY, with the columns that it had" : [alterTable(context, `DROP PRIMARY KEY, ADD PRIMARY KEY (${elementsText(old.elements)})`)],
		why
	}]));
}
/** The foreign keys that the operation makes. The name that the server gives to one without is the next free number: `t_ibfk_1`. */
function madeKeys(context) {
	const after = applyStatement(context.before, [context.operation]).tables.get(keyOf$1(ownName(context)));
	const had = ownTable(context)?.constraints ?? [];
	const isMade = ({ name, definition }) => definition.type === "foreign-key" && !had.some((old) => old.name === name);
	return after?.constraints.filter(isMade).map(({ name }) => name) ?? [];
}
function unvalidated(context, { name }) {
	const table = ownName(context);
	return {
		sentence: `the server has not looked for rows of ${tableText(context)} without a parent, the queries of the plan have`,
		things: [...name === void 0 ? [] : [name], ...madeKeys(context)].map((each) => ({
			kind: "constraint",
			table,
			name: each
		}))
	};
}
function dropped$1(context, action) {
	return action === void 0 ? {} : { rollback: [alterTable(context, action)] };
}
/**
* A foreign key is checked by a copy of the table; unchecked, it is a matter of the dictionary, and holds for every row that is written from then on. So the rows that are there are asked for by
* a query: before, and once more behind it, for those that came in between. Its index is built first, while others write.
* https://dev.mysql.com/doc/refman/9.5/en/innodb-online-ddl-operations.html#online-ddl-foreign-key-operations
* @param action `ADD \u2026 FOREIGN KEY \u2026`
*/
function foreignKey(context, definition, action) {
	const { columns, references, name } = definition;
	const table = ownTable(context);
	const lower = columns.map((each) => each.toLowerCase());
	const served = table?.indexes.some(({ definition: { elements } }) => lower.every((column, i) => elements[i]?.column?.toLowerCase() === column && elements[i]?.prefix === void 0));
	const schema = context.before;
	const parent = tableOf(schema, references);
	const key = parent?.constraints.find((each) => each.definition.type === "primary-key")?.definition;
	const referenced = definition.referencedColumns.length > 0 ? definition.referencedColumns : key !== void 0 && "columns" in key ? key.columns : columns;
	const query = orphans(tableText(context), definition, context.nameOf(parent?.name.schema === "" ? references : resolve(schema, references)), referenced);
	const made = name ?? (table?.complete ? madeKeys(context)[0] : void 0);
	const index = {
		stage: "expand",
		after: "transaction",
		sql: [alterTable(context, `ADD INDEX ${quoteIdentifier(name ?? "")} (${columns.map(quoteIdentifier).join(", ")})`)],
		rollback: [alterTable(context, `DROP INDEX ${quoteIdentifier(name ?? "")}`)],
		why: "the index that the foreign key needs, built while others write"
	};
	return [...served !== false || name === void 0 ? [] : [index], {
		stage: "expand",
		after: "transaction",
		sql: [
			"SET SESSION foreign_key_checks = 0",
			{
				sql: alterTable(context, action),
				rule: "unvalidated-foreign-key",
				reason: "the query above asks for the rows that are there"
			},
			"SET SESSION foreign_key_checks = 1"
		],
		rollback: made === void 0 ? "-- DROP FOREIGN KEY, by the name that SHOW CREATE TABLE tells" : [alterTable(context, `DROP FOREIGN KEY ${quoteIdentifier(made)}`)],
		why: `holds for all rows written from here on; those that are there are not read, so before it and after it no row may come from: ${query}`
	}];
}
/**
* MySQL has no way to a CHECK that is enforced but a copy with writes blocked: NOT ENFORCED is light, and ENFORCED copies (truth-mysql.md). MariaDB copies too, from 11.2 on
* while others write.
*/
function check(context, definition) {
	const query = violations(tableText(context), definition.expression.text);
	const pinned = asPinned(context, {
		why: `holds for every row, which fails where one violates it; so first no row may come from: ${query}`,
		...dropped$1(context, definition.name === void 0 ? void 0 : `DROP CONSTRAINT ${quoteIdentifier(definition.name)}`)
	});
	if (pinned === void 0 || !("impossible" in pinned)) return pinned;
	return { impossible: `${pinned.impossible} (it stops at a row that violates the CHECK, so first none may come from: ${query})` };
}

// src/plan/recipes/mysql/walk.ts
/** Rows of a batch: short enough that a row lock is gone before anybody notices, long enough that the commits do not dominate. */
const batchRows = 1e3;
/** Seconds between batches: replicas apply them one after the other. */
const pause = "0.05";
/**
* A procedure that goes over a table batch by batch, each committed by itself; its call; and its end. It can be stopped and run again, and is without effect where
* nothing is left to do.
*
* A batch is found by its first and last key, so that the cost is linear in the rows and no batch reads the table anew. Keys are compared column by column, since
* `(a, b) > (x, y)` is not answered by an index
* (https://dev.mysql.com/doc/refman/9.5/en/row-constructor-optimization.html). They are kept in user variables, which have the type and collation of what they are
* given: so the statements of the body can be run by a client as they stand, where the account may not create procedures.
*/
function walkSql({ table, key, procedure, write }) {
	const columns = key.map(({ name }) => quoteIdentifier(name)).join(", ");
	const order = orderOf(key, false);
	const variables = (which) => key.map((_, i) => variable(which, i)).join(", ");
	return [
		`DROP PROCEDURE IF EXISTS ${procedure}`,
		`CREATE PROCEDURE ${procedure}()
BEGIN
  DECLARE lockstep_done BOOLEAN DEFAULT FALSE;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET lockstep_done = TRUE;
  SELECT ${columns} INTO ${variables("first")} FROM ${table} ORDER BY ${order} LIMIT 1;
  WHILE NOT lockstep_done DO
    SELECT ${columns} INTO ${variables("last")}
      FROM (SELECT ${columns} FROM ${table} WHERE ${compared(key, ">=", "first")} ORDER BY ${order} LIMIT ${batchRows}) AS batch
      ORDER BY ${orderOf(key, true)} LIMIT 1;
    ${write(`${compared(key, ">=", "first")} AND ${compared(key, "<=", "last")}`)};
    COMMIT;
    DO SLEEP(${pause});
    SELECT ${columns} INTO ${variables("first")} FROM ${table} WHERE ${compared(key, ">", "last")} ORDER BY ${order} LIMIT 1;
  END WHILE;
END`,
		`CALL ${procedure}()`,
		`DROP PROCEDURE ${procedure}`
	];
}
const orderOf = (key, backwards) => key.map(({ name, descending = false }) => `${quoteIdentifier(name)}${descending === backwards ? "" : " DESC"}`).join(", ");
const variable = (which, index) => `@lockstep_${which}_${index + 1}`;
/** `a > x`, or `(a > x OR (a = x AND b > y))`, which are ranges of one index. */
function compared(key, operator, which) {
	const [column, ...more] = key;
	return column === void 0 ? "TRUE" : level(column, more, operator, which, 0);
}
function level({ name: column, descending }, more, operator, which, index) {
	const name = quoteIdentifier(column);
	const own = descending ? operator.replace(/[<>]/, (sign) => sign === "<" ? ">" : "<") : operator;
	const value = variable(which, index);
	const [next, ...others] = more;
	if (next === void 0) return `${name} ${own} ${value}`;
	return `(${name} ${own[0]} ${value} OR (${name} = ${value} AND ${level(next, others, operator, which, index + 1)}))`;
}

// src/plan/recipes/mysql/fill-rows.ts
/** Before, DESC in an index was read and forgotten. https://dev.mysql.com/doc/refman/9.7/en/descending-indexes.html, https://mariadb.com/kb/en/create-index/ */
const descendingSince = {
	mysql: "8.0",
	mariadb: "10.8"
};
const runAgain = "can be stopped and run again; where procedures are not allowed, a client runs the statements of its body one by one";
/**
* The backfill of a column of the operation's table.
* @param value an expression over the row
* @param after `transaction` where rows that running code writes have a value already, `deploy` where only new code gives them one
*/
function fillRows(context, column, value, after, label = column) {
	const key = walkedKey(context);
	if (!Array.isArray(key)) return key;
	const name = quoteIdentifier(column);
	const table = tableText(context);
	const inline = /--|#/.test(value) ? `(${value}\n    )` : value;
	return {
		stage: "backfill",
		after,
		sql: walkSql({
			table,
			key,
			procedure: quoteIdentifier(context.helperName(ownName(context), `${label}_fill`)),
			write: (within) => `UPDATE ${table} SET ${name} = ${inline} WHERE ${within} AND ${name} IS NULL`
		}),
		queues: false,
		rollback: `-- nothing to undo: the values go with the column ${name}`,
		why: `fills the old rows batch by batch, each committed by itself; ${runAgain}`
	};
}
/** The columns to walk a table by, or why there are none. */
function walkedKey(context) {
	const table = ownTable(context);
	const key = keyOfTable(table, context.target);
	if (key !== void 0) return key;
	const name = tableText(context);
	return { impossible: table?.complete ? `${name} has neither a primary key nor a unique key over columns that are NOT NULL, by which its rows could be walked in batches: give it a primary key first` : `the history does not show a primary key of ${name}, by which its rows could be walked in batches: give Lockstep a dump of the schema (docs/configuration.md)` };
}
/**
* The primary key, or a unique key without NULLs. ENUM and SET are ordered by number and compared by name, floating numbers are not compared exactly. A key that is sorted
* downwards as a whole is read backwards; one that is sorted both ways gives its rows in its own order only, where the server minds DESC.
*/
function keyOfTable(table, { engine, version }) {
	const isWalked = ({ columns }) => columns.every(({ type }) => !/^(?:enum|set|float|double|bit)$/.test(type.name));
	const key = notNullKeys(table).find(isWalked);
	if (key === void 0) return void 0;
	const isBothWays = (version === void 0 || has({
		server: engine,
		version
	}, descendingSince)) && new Set(key.descending).size > 1;
	return key.columns.map(({ name }, i) => ({
		name,
		...isBothWays && key.descending[i] && { descending: true }
	}));
}

// src/plan/recipes/mysql/zero.ts
/** What a column that is NOT NULL and has no default holds in rows that give it none, where that is a valid value of its type. https://dev.mysql.com/doc/refman/9.5/en/data-type-defaults.html */
function zeroOf({ name, modifiers }) {
	if (/^(?:tinyint|smallint|mediumint|int|bigint|decimal|float|double)$/.test(name)) return "0";
	if (/^(?:char|varchar|varbinary|set)$/.test(name) || isLob(name)) return "''";
	if (name === "enum" && modifiers[0] !== void 0) return quoteLiteral(String(modifiers[0]));
	return name === "bit" ? "b'0'" : void 0;
}
/** Whether MySQL refuses a literal default for it (error 1101); MariaDB takes one. */
function refusesLiteralDefault({ name }, { engine }) {
	return engine === "mysql" && (isLob(name) || name === "json" || /^(?:geom|point|linestring|polygon|multi)/.test(name));
}
/** Whether a BLOB or TEXT may have an expression as its default: by MODIFY, not by SET DEFAULT. https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html#data-type-defaults-explicit */
function knowsExpressionDefaults({ engine, version }) {
	return version !== void 0 && has({
		server: engine,
		version
	}, { mysql: "8.0.13" });
}
function isLob(name) {
	return /(?:text|blob)$/.test(name);
}

// src/plan/recipes/mysql/add-column.ts
/**
* A new column: first in a form that is a matter of the dictionary, then its rows, then what holds over them. What its definition combines (NOT NULL, a default that is computed, UNIQUE,
* REFERENCES) comes one after the other: together they cost the INSTANT that each column alone may have.
*/
const addColumn = defineMysqlRecipe({
	on: ["add-column"],
	stage(context) {
		const { column } = context.operation;
		if (column.generated !== void 0 || column.autoIncrement || column.constraints.some(({ type }) => type === "primary-key")) return asPinned(context, { rollback: [dropped(context)] });
		if (column.constraints.some(({ type }) => type === "check")) return checked(context);
		const fill = fillOf(context);
		if ("question" in fill) return fill;
		const first = expand(context, fill);
		const filled = fill.how === "backfill" ? fillRows(context, column.name, fill.value, fill.isDefault ? "transaction" : "deploy") : void 0;
		if (filled !== void 0 && "impossible" in filled) return filled;
		return staged(context, [
			...first,
			...filled === void 0 ? [] : [filled],
			...enforce(context, fill),
			...contract(context, fill)
		], column.constraints.some(({ type }) => type === "foreign-key") ? unvalidated(context, {}) : void 0);
	}
});
function fillOf(context) {
	const { column } = context.operation;
	const table = ownName(context);
	const stated = context.backfill(table, column.name);
	const isConstant = stated?.expression.tree.kind === "constant";
	if (isRequired(column)) {
		const value = stated === void 0 ? zeroOf(column.type) : stated.printed;
		if (value === void 0) return { question: {
			table,
			column: column.name,
			message: `Which value do the rows of ${table.name} have that are there already?`
		} };
		if ((stated === void 0 || isConstant) && !refusesLiteralDefault(column.type, context.target)) return {
			how: "passing default",
			value
		};
		return stated === void 0 && knowsExpressionDefaults(context.target) ? {
			how: "implicit value",
			value: `(${value})`
		} : {
			how: "backfill",
			value,
			isDefault: false
		};
	}
	if (stated !== void 0) return {
		how: "backfill",
		value: stated.printed,
		isDefault: false
	};
	const alone = pin(context, alterTable(context, `ADD COLUMN ${bare(context)}${positionText(context.operation.position)}`), context.before);
	if (column.default === void 0 || alone.refused === void 0 && !isRandomOnce(context)) return { how: "as defined" };
	return {
		how: "backfill",
		value: column.default.text,
		isDefault: true
	};
}
/** MariaDB asks for such a default once, for all rows that are there. */
function isRandomOnce({ target, operation }) {
	const value = operation.column.default;
	return value !== void 0 && someNode(value.tree, (node) => node.kind === "call" && /^rand$/i.test(node.function.name)) && target.engine === "mariadb";
}
const isRequired = ({ notNull, default: value }) => notNull && value === void 0;
/** The definition without what makes constraints and keys. */
function bare(context) {
	const { column } = context.operation;
	return definitionText(column.name, authorsPieces(context, column), constraintWords);
}
function expand(context, fill) {
	const { column, position, ifNotExists } = context.operation;
	const add = `ADD COLUMN ${ifNotExists ? "IF NOT EXISTS " : ""}`;
	const where = positionText(position);
	const shared = {
		stage: "expand",
		after: "none",
		rollback: [dropped(context)]
	};
	if (fill.how === "as defined") return [{
		...shared,
		sql: [alterTable(context, add + bare(context) + where)],
		why: "a matter of the dictionary: no row is touched"
	}];
	if (fill.how === "passing default") return [{
		...shared,
		sql: [alterTable(context, `${add}${bare(context)} DEFAULT ${fill.value}${where}`)],
		why: "the default gives every row its value at once; it goes when all running code writes the column"
	}];
	if (fill.how === "implicit value") return [{
		...shared,
		sql: [
			{
				sql: `LOCK TABLES ${tableText(context)} WRITE`,
				rule: "lock-table",
				reason: "for the moment in which the column has no default"
			},
			{
				sql: alterTable(context, `${add}${bare(context)}${where}`),
				rule: "add-column-without-default",
				reason: "nobody writes before it has one"
			},
			alterTable(context, `MODIFY COLUMN ${bare(context)} DEFAULT ${fill.value}`),
			"UNLOCK TABLES"
		],
		why: `every row that is there has ${fill.value} without being touched, and so has every one that comes without a value; a default in the first statement would copy the table`
	}];
	const pieces = authorsPieces(context, column);
	const plain = `${definitionText(column.name, pieces, /* @__PURE__ */ new Set([
		...constraintWords,
		"not",
		"null",
		"default"
	]))} NULL`;
	const steps = [{
		...shared,
		sql: [alterTable(context, `${add}${plain}${where}`)],
		why: "without a default it is a matter of the dictionary: no row is touched"
	}];
	if (fill.isDefault) steps.push({
		stage: "expand",
		after: "transaction",
		sql: [alterTable(context, refusesLiteralDefault(column.type, context.target) ? `MODIFY COLUMN ${plain} DEFAULT ${fill.value}` : `ALTER COLUMN ${quoteIdentifier(column.name)} SET DEFAULT ${fill.value}`)],
		rollback: [alterTable(context, `ALTER COLUMN ${quoteIdentifier(column.name)} DROP DEFAULT`)],
		why: "rows that are written from now on get the default"
	});
	return steps;
}
/** What holds over the rows: NOT NULL, and the keys. */
function enforce(context, fill) {
	const { column } = context.operation;
	const pieces = authorsPieces(context, column);
	const quoted = quoteIdentifier(column.name);
	const when = fill.how === "backfill" ? {
		stage: "enforce",
		after: "backfill"
	} : {
		stage: "expand",
		after: "transaction"
	};
	const parts = [];
	if (fill.how === "backfill" && column.notNull) {
		const nullable = definitionText(column.name, pieces, /* @__PURE__ */ new Set([...constraintWords, "not"]));
		parts.push({
			...when,
			sql: [alterTable(context, `MODIFY COLUMN ${definitionText(column.name, pieces, constraintWords)}`)],
			rollback: [alterTable(context, `MODIFY COLUMN ${nullable}`)],
			why: `the rows are written anew while others write; fails where one is left, so first no row may come from: SELECT * FROM ${tableText(context)} WHERE ${quoted} IS NULL;`
		});
	}
	for (const constraint of column.constraints) parts.push(...keyOf(context, constraint, when));
	return parts;
}
function keyOf(context, constraint, when) {
	const { column } = context.operation;
	const quoted = quoteIdentifier(column.name);
	if (constraint.type === "unique") return [{
		...when,
		sql: [alterTable(context, `ADD UNIQUE INDEX ${quoted} (${quoted})`)],
		rollback: [alterTable(context, `DROP INDEX ${quoted}`)],
		why: `built while others write; fails at its end on a duplicate, so first no row may come from: ${duplicates(tableText(context), [column.name])}`
	}];
	if (constraint.type !== "foreign-key") return [];
	const action = `ADD FOREIGN KEY (${quoted}) ${constraint.text}`;
	return foreignKey(context, {
		...constraint,
		columns: [column.name]
	}, action).map((part) => ({
		...part,
		...when
	}));
}
function contract(context, fill) {
	if (fill.how !== "passing default" && fill.how !== "implicit value") return [];
	const column = `ALTER COLUMN ${quoteIdentifier(context.operation.column.name)}`;
	const again = fill.how === "implicit value" ? `MODIFY COLUMN ${bare(context)} DEFAULT` : `${column} SET DEFAULT`;
	return [{
		stage: "contract",
		after: "deploy",
		sql: [alterTable(context, `${column} DROP DEFAULT`)],
		rollback: [alterTable(context, `${again} ${fill.value}`)],
		why: "all running code writes the column now"
	}];
}
/** MySQL copies the table for an inline CHECK; MariaDB takes it without a look at any row. */
function checked(context) {
	if (context.target.engine === "mysql" || !(context.found.has("breaking") || context.found.has("fails") || context.found.has("blocking"))) return asPinned(context, { rollback: [dropped(context)] });
	return byCopyingTool(context, "no row is held against the CHECK where the server adds it at once, and every later write of one that violates it fails (error 4025)");
}
function dropped(context) {
	return alterTable(context, `DROP COLUMN ${quoteIdentifier(context.operation.column.name)}`);
}
function positionText(position) {
	if (position === void 0) return "";
	return "first" in position ? " FIRST" : ` AFTER ${quoteIdentifier(position.after)}`;
}

// src/plan/recipes/mysql/alter-constraint.ts
/**
* MySQL has no light way to a CHECK that is enforced: ENFORCED copies the table. A tool that copies it knows the CHECKs of its copy by other names, so that it has to be dropped and added anew.
*/
const alterConstraint = defineMysqlRecipe({
	on: ["alter-constraint"],
	stage(context) {
		const { operation } = context;
		const { refused } = pin(context, authorsStatement(context), context.before);
		const table = ownTable(context);
		const check = table?.constraints.find((each) => isNamed(table, each, operation.constraint))?.definition;
		if (refused === void 0 || check?.type !== "check") return asPinned(context);
		const name = quoteIdentifier(operation.constraint);
		const { text } = check.expression;
		const added = `ADD CONSTRAINT ${name} CHECK (${text})`;
		return { impossible: `${refused}. First no row may come from: ${violations(tableText(context), text)} Then, in place of it: ${alterTable(context, `DROP CHECK ${name}, ALGORITHM=INSTANT;`)} and ${copyingBy(context, added)?.command ?? leastHarm(context, alterTable(context, added), context.before)}` };
	}
});

// src/plan/recipes/mysql/change-rows.ts
/**
* UPDATE and DELETE of many rows, as a job that changes a batch at a time: the author's own statement, with the keys of the batch added to its WHERE. A row that is
* changed twice, because the job was stopped and run again, must be as if it was changed once.
*/
const changeRows = defineMysqlRecipe({
	on: ["update", "delete"],
	stage(context) {
		const table = ownTable(context);
		if (!context.found.has("operations") || isNew(context.before, table)) return void 0;
		const { operation } = context;
		const parted = partedAtWhere(context);
		const reason = parted === void 0 ? "its WHERE cannot be told from the rest of the statement: write it without WITH, ORDER BY and LIMIT, on one table" : whyNot(context, parted.head);
		if (parted === void 0 || reason !== void 0) return { impossible: reason ?? "" };
		const key = walkedKey(context);
		if (!Array.isArray(key)) return key;
		if (operation.kind === "update" && operation.assignments.some((each) => key.some(({ name }) => name.toLowerCase() === each.toLowerCase()))) return { impossible: `it changes the key by which ${tableText(context)} is walked: fill a new column from it instead, and let them change places when it is filled` };
		const where = parted.where === void 0 ? "" : ` AND (${parted.where}${/--|#/.test(parted.where) ? "\n" : ""})`;
		return staged(context, [{
			stage: "backfill",
			after: "transaction",
			sql: walkSql({
				table: tableText(context),
				key,
				procedure: quoteIdentifier(context.helperName(ownName(context), operation.kind)),
				write: (within) => `${parted.head} WHERE ${within}${where}`
			}),
			queues: false,
			rollback: wayBack(operation),
			why: `as written, but batch by batch; ${runAgain}`
		}]);
	}
});
/** The statement up to its WHERE, and what stands in that. */
function partedAtWhere({ operation, source, statement }) {
	const text = source.slice(statement.start, statement.end).trim();
	if (/^with\b/i.test(text)) return void 0;
	if (operation.where === void 0) return /\b(?:where|order\s+by|limit|returning)\b/i.test(text) ? void 0 : { head: text };
	const at = text.lastIndexOf(operation.where.text);
	const head = text.slice(0, at).replace(/\s*\bwhere\s*$/i, "");
	return at >= 0 && at + operation.where.text.length === text.length && head.length < at ? {
		head,
		where: operation.where.text
	} : void 0;
}
/** Why the statement cannot be done in batches, with the least harmful way; undefined where it can. */
function whyNot(context, head) {
	const { operation } = context;
	if (operation.reads.length > 0 || /\bjoin\b/i.test(head)) return "it reads other rows than those that it changes, which a batch may find changed by those before it: compute what it reads into a table of its own first, and change the rows from there by its key";
	if (operation.kind === "update") {
		if (operation.assignments.find((each) => (head.match(new RegExp(`(?<![\\w$])\`?${each.replace(/[^\w]/g, "\\$&")}\`?(?![\\w$])`, "gi")) ?? []).length > 1) !== void 0) return "it computes a column from itself, and a batch that is run again would change its rows twice: fill a new column from the old one instead, and let them change places when it is filled";
	}
}
function wayBack(_) {
	return "-- cannot be undone: what the rows held is gone, and comes back from a backup only";
}

// src/plan/recipes/mysql/indexes-again.ts
const columnsOf = ({ definition }) => definition.elements.flatMap((each) => each.column ?? (each.expression ? columnsIn(each.expression.tree) : []));
/** The same on another column. */
const onto = (elements, column, to) => elements.map((each) => each.column?.toLowerCase() === column.toLowerCase() ? {
	...each,
	column: to
} : each);
/** But for the primary key. */
function indexesOn(table, column) {
	const lower = column.toLowerCase();
	return table?.indexes.filter((each) => each.name !== "PRIMARY" && columnsOf(each).some((name) => name.toLowerCase() === lower)) ?? [];
}
/** The indexes on a column once more, on the second one, under names that they keep until the first one goes. */
function indexesAgain(context, table, column, second) {
	const made = indexesOn(table, column).map((index) => ({
		definition: index.definition,
		own: quoteIdentifier(index.name),
		name: quoteIdentifier(context.helperName(ownName(context), `${index.name}_index`)),
		first: quoteIdentifier(context.helperName(ownName(context), `${index.name}_first`))
	}));
	const over = ({ definition }, name, to) => alterTable(context, `ADD ${definition.unique ? "UNIQUE " : ""}INDEX ${name} (${elementsText(onto(definition.elements, column, to))})`);
	return {
		build: made.map((each) => ({
			stage: "enforce",
			after: "backfill",
			sql: [over(each, each.name, second)],
			rollback: [alterTable(context, `DROP INDEX ${each.name}`)],
			why: "the index of the second column, built while others write"
		})),
		exchange: made.flatMap(({ own, name }) => [`DROP INDEX ${own}`, `RENAME INDEX ${name} TO ${own}`]),
		back: {
			build: (first) => made.map((each) => over(each, each.first, first)),
			exchange: made.flatMap(({ own, name, first }) => [`RENAME INDEX ${own} TO ${name}`, `RENAME INDEX ${first} TO ${own}`])
		}
	};
}
/**
* The primary key over the second column, exchanged while others write; undefined where the first one is in none. Until the names change over, those who look rows up by the first
* column find them by a plain index: what is unique in it is so in the second one.
*/
function primaryAgain(context, table, column, second) {
	const elements = table?.indexes.find(({ name }) => name === "PRIMARY")?.definition.elements ?? [];
	if (!elements.some((each) => each.column?.toLowerCase() === column.toLowerCase())) return void 0;
	const over = (name) => elementsText(onto(elements, column, name));
	const index = quoteIdentifier(context.helperName(ownName(context), `${column}_key`));
	const exchanged = (name) => alterTable(context, `DROP PRIMARY KEY, ADD PRIMARY KEY (${over(name)})`);
	return {
		build: [{
			stage: "enforce",
			after: "backfill",
			sql: [alterTable(context, `ADD INDEX ${index} (${over(column)})`)],
			rollback: [alterTable(context, `DROP INDEX ${index}`)],
			why: "for those who look rows up by the old key, until the columns exchange their names"
		}, {
			stage: "enforce",
			after: "transaction",
			sql: [exchanged(second)],
			rollback: [exchanged(column)],
			why: "the rows are written anew in the order of the new key, while others write; fails where two of them have the same key in the new type"
		}],
		drop: {
			stage: "contract",
			after: "deploy",
			sql: [alterTable(context, `DROP INDEX ${index}`)],
			rollback: "-- no code looks rows up by the old key any more",
			why: "the index of the old column"
		}
	};
}

// src/plan/recipes/mysql/second-column.ts
/**
* Why a second column cannot take over from one that is there; undefined where it can.
* @param table as history shows it
* @param inKey whether it may take its place in the primary key, too
*/
function cannotBeReplaced(table, column, inKey) {
	const name = quoteIdentifier(column);
	if (table === void 0 || !table.complete) return `the history does not tell all that hangs on ${name} (indexes, keys, foreign keys), and a second column has to take it over`;
	const lower = column.toLowerCase();
	const names = (columns) => columns.some((each) => each.toLowerCase() === lower);
	const tying = table.constraints.find(({ definition }) => names(constraintColumns(definition)) && !(inKey && definition.type === "primary-key"));
	if (tying !== void 0) return `${quoteIdentifier(tying.name)} hangs on ${name}, and no second column could take it over`;
	if (table.referencedBy.length > 0 && table.indexes.some((each) => each.definition.unique && names(columnsOf(each)))) return `a foreign key may refer to ${name}, and no second column could take it over`;
	if (table.columns.some(({ generated }) => generated !== void 0 && names(columnsIn(generated.expression.tree)))) return `a generated column is computed from ${name}`;
	if (table.partitionBy !== void 0 && names(table.partitionBy.elements.flatMap((each) => each.column ?? (each.expression ? columnsIn(each.expression.tree) : [])))) return `the table is partitioned by ${name}`;
	const odd = indexesOn(table, column).find(({ definition }) => definition.method !== "btree" || definition.elements.some((each) => each.expression !== void 0));
	if (odd !== void 0) return `the index ${quoteIdentifier(odd.name)} on it cannot be built while others write`;
	return table.columns.some((each) => isNamed(table, each, column) && (each.autoIncrement || each.generated !== void 0)) ? `${name} is numbered or computed by the server` : void 0;
}
/** Two triggers, each one statement, so that no client needs another delimiter. */
function triggers(context, column, sets) {
	const names = ["insert", "update"].map((event) => [event, quoteIdentifier(context.helperName(ownName(context), `${column}_${event}`))]);
	const { schema } = ownName(context);
	const prefix = tableText(context).includes("`.`") && schema !== "" ? `${quoteIdentifier(schema)}.` : "";
	const make = names.map(([event, name]) => `CREATE TRIGGER ${prefix}${name} BEFORE ${event.toUpperCase()} ON ${tableText(context)} FOR EACH ROW ${sets[event]}`);
	const drop = names.map(([, name]) => `DROP TRIGGER ${prefix}${name}`);
	return {
		make,
		drop,
		made: {
			stage: "expand",
			after: "transaction",
			sql: make,
			rollback: drop,
			why: "for every row that is written from here on; with a binary log the account needs SUPER, SET_ANY_DEFINER or log_bin_trust_function_creators for it"
		}
	};
}
/** Renames in one ALTER TABLE, each column with the definition that it keeps: servers before RENAME COLUMN want it repeated. */
function renaming({ target }, from, to, pieces) {
	return knowsRename(target) ? `RENAME COLUMN ${quoteIdentifier(from)} TO ${quoteIdentifier(to)}` : `CHANGE COLUMN ${quoteIdentifier(from)} ${definitionText(to, pieces)}`;
}
/** RENAME COLUMN, and in MariaDB RENAME INDEX, too. https://mariadb.com/kb/en/alter-table/#rename-column */
function knowsRename({ engine, version }) {
	return version === void 0 || has({
		server: engine,
		version
	}, {
		mysql: "8.0",
		mariadb: "10.5.2"
	});
}

// src/plan/recipes/mysql/create-index.ts
/** An index is built while others write: ALGORITHM=INPLACE or NOCOPY, LOCK=NONE. A duplicate lets a unique one fail at its end, so they are asked for before. */
const createIndex = defineMysqlRecipe({
	on: ["create-index"],
	stage(context) {
		const { index } = context.operation;
		const why = whyOf(context);
		const replaced = inPlaceOfAnother(context, why);
		if (replaced !== void 0) return replaced;
		const rollback = index.name === void 0 ? {} : { rollback: [alterTable(context, `DROP INDEX ${quoteIdentifier(index.name)}`)] };
		return asPinned(context, {
			...rollback,
			why
		});
	}
});
function whyOf(context) {
	const { index } = context.operation;
	const columns = index.elements.flatMap((each) => each.column ?? []);
	return index.unique && columns.length === index.elements.length ? `built while others write; fails at its end on a duplicate, so first no row may come from: ${duplicates(tableText(context), columns)}` : "built while others write";
}
/** The author's `ADD INDEX name` or `CREATE INDEX name ON \u2026`, up to the name and behind it. */
const named = /^((?:ADD|CREATE)\s+(?:\w+\s+)?(?:INDEX|KEY)\s+(?:IF\s+NOT\s+EXISTS\s+)?)(?:`(?:[^`]|``)*`|[\w$]+)(.*)$/is;
/** Under another name first, so that rows are found by the one or the other all the time; undefined where it takes the place of none. */
function inPlaceOfAnother(context, why) {
	const { replaced, operation } = context;
	const parts = named.exec(authorsText(context));
	const table = replaced && tableOf(replaced.before, operation.table);
	const old = table?.indexes.find((each) => isNamed(table, each, replaced?.name ?? ""));
	if (replaced === void 0 || old === void 0 || parts === null || !knowsRenameIndex(context)) return void 0;
	const [, head = "", rest = ""] = parts;
	const [name, helper, back] = [replaced.name, ...["index", "back"].map((which) => context.helperName(ownName(context), `${replaced.name}_${which}`))].map(quoteIdentifier);
	const isAction = context.statement.start !== operation.span.start;
	const made = `${head}${helper}${rest}`;
	const again = addIndex(old, back);
	const steps = staged({
		...context,
		before: replaced.before
	}, [{
		stage: "expand",
		after: "transaction",
		sql: [isAction ? alterTable(context, made) : made],
		rollback: [alterTable(context, `DROP INDEX ${helper}`)],
		why
	}, {
		stage: "expand",
		after: "transaction",
		sql: [alterTable(context, `DROP INDEX ${name}, RENAME INDEX ${helper} TO ${name}`)],
		rollback: again === void 0 ? "-- built again from its definition, which SHOW CREATE TABLE tells before it is dropped" : [alterTable(context, again), alterTable(context, `RENAME INDEX ${name} TO ${helper}, RENAME INDEX ${back} TO ${name}`)],
		why: "in one moment it takes the name of the old one"
	}]);
	return replacing(steps);
}
/** MySQL from 5.7 on, MariaDB with RENAME COLUMN. https://dev.mysql.com/doc/refman/5.7/en/alter-table.html */
function knowsRenameIndex({ target }) {
	return target.engine === "mysql" || knowsRename(target);
}

// src/plan/recipes/mysql/drop-column.ts
/**
* A column is dropped when no running code names it: until then rows come with it and without it. The path not taken: INVISIBLE before it, which can be taken back. It shows none of those who still
* name the column, whose queries go on; and an INSERT without a list of columns, and a `SELECT *` that counts them, fail with it as with the drop (run on MySQL 9.7 and MariaDB 10.11).
*/
const dropColumn = defineMysqlRecipe({
	on: ["drop-column"],
	stage(context) {
		const { operation } = context;
		if (!context.found.has("breaking")) return asPinned(context, { rollback: gone(operation.column) });
		const drop = {
			stage: "contract",
			after: "deploy",
			sql: [{
				sql: alterTable(context, authorsText(context)),
				rule: "drop-column",
				reason: "it comes behind the deploy of the code that no longer names the column"
			}],
			rollback: gone(operation.column),
			why: "the code that no longer names the column has to run everywhere before this"
		};
		return staged(context, [...release$1(context), drop]);
	}
});
function gone(column) {
	return `-- cannot be undone: the values of ${quoteIdentifier(column)} are gone, and come back from a backup only`;
}
/** Lets rows come without a value: by a default where the type has one, for that touches no row; else by NULL. */
function release$1(context) {
	const { column: name } = context.operation;
	const column = columnOf(ownTable(context), name);
	if (column === void 0 || !column.notNull || column.default !== void 0 || column.autoIncrement || column.generated !== void 0) return [];
	const quoted = quoteIdentifier(name);
	const zero = refusesLiteralDefault(column.type, context.target) ? void 0 : zeroOf(column.type);
	const shared = {
		stage: "expand",
		after: "none",
		why: "the code that no longer names the column writes rows without it"
	};
	if (zero !== void 0) return [{
		...shared,
		sql: [alterTable(context, `ALTER COLUMN ${quoted} SET DEFAULT ${zero}`)],
		rollback: [alterTable(context, `ALTER COLUMN ${quoted} DROP DEFAULT`)]
	}];
	const pieces = piecesOfColumn(column);
	const nullable = {
		...pieces,
		attributes: pieces.attributes.map((each) => each.word === "not" ? {
			word: "null",
			text: "NULL"
		} : each)
	};
	return [{
		...shared,
		sql: [alterTable(context, `MODIFY COLUMN ${definitionText(column.name, nullable)}`)],
		rollback: [alterTable(context, `MODIFY COLUMN ${definitionText(column.name, pieces)}`)]
	}];
}

// src/plan/recipes/mysql/drop-index.ts
/**
* An index is first taken from the optimizer and kept up all the same, so that it is back at once where a query turns out to need it; and dropped when it was missed by none. A unique one goes at once, since
* it refuses rows as long as it is there; and so does one whose name another index takes.
* https://dev.mysql.com/doc/refman/9.5/en/invisible-indexes.html, https://mariadb.com/kb/en/ignored-indexes/
*/
const dropIndex = defineMysqlRecipe({
	on: ["drop-index"],
	stage(context) {
		const { operation, target } = context;
		const table = ownTable(context);
		const { name } = operation.index;
		const index = table?.indexes.find((each) => isNamed(table, each, name));
		const quoted = quoteIdentifier(name);
		const drop = alterTable(context, `DROP INDEX ${operation.ifExists && target.engine === "mariadb" ? "IF EXISTS " : ""}${quoted}`);
		const add = index && addIndex(index, quoted);
		const built = add === void 0 ? "-- built again from its definition, which SHOW CREATE TABLE tells before it is dropped" : [alterTable(context, add)];
		const version = target.version ?? (target.engine === "mysql" ? "8.0" : "10.6");
		const knowsInvisible = has({
			server: target.engine,
			version
		}, {
			mysql: "8.0",
			mariadb: "10.6"
		});
		const isHidden = index !== void 0 && !index.definition.unique && !index.definition.invisible;
		if (!knowsInvisible || !isHidden || isNew(context.before, table) || context.isIndexLater(name)) return staged(context, [{
			stage: "expand",
			after: "transaction",
			sql: [drop],
			rollback: built,
			why: "dropped while others write"
		}]);
		const [off, on] = target.engine === "mysql" ? ["INVISIBLE", "VISIBLE"] : ["IGNORED", "NOT IGNORED"];
		return staged(context, [{
			stage: "expand",
			after: "none",
			sql: [alterTable(context, `ALTER INDEX ${quoted} ${off}`)],
			rollback: [alterTable(context, `ALTER INDEX ${quoted} ${on}`)],
			why: "no query uses it from here on, and it is kept up: a query that needed it shows now, and the index is back at once"
		}, {
			stage: "contract",
			after: "deploy",
			sql: [drop],
			rollback: built,
			why: "no query has missed it"
		}]);
	}
});

// src/plan/recipes/mysql/drop-table.ts
/** A table is dropped when no running code uses it any more: the author's own statement, behind the deploy of the code that does not. */
const dropTable = defineMysqlRecipe({
	on: ["drop-table", "drop-schema"],
	stage(context) {
		const { operation, before, found } = context;
		if (!found.has("breaking")) return void 0;
		if (operation.kind === "drop-table" && isNew(before, tableOf(before, operation.table))) return void 0;
		return { steps: [dropBehindDeploy(statementOf(context))] };
	}
});
/** As the author wrote it; table by table, with its database, where a file of its own would not find it. */
function statementOf({ operation, source, statement, nameOf }) {
	if (operation.kind !== "drop-table" || nameOf(operation.table) === quoteName(operation.table)) return source.slice(statement.start, statement.end);
	return `DROP TABLE ${operation.ifExists ? "IF EXISTS " : ""}${nameOf(operation.table)}`;
}

// src/plan/recipes/mysql/exchange.ts
/**
* In one moment, under a lock on the table, the columns exchange their names. Where every value of the new type fits the old one, triggers keep the old column in step from then on, so that there is
* a way back until it goes, whatever is written.
*/
function exchange(context, { old, released, second, pieces, kept, sync, indexes }) {
	const [own, away] = [old.name, kept].map(quoteIdentifier);
	const copied = `SET NEW.${away} = NEW.${own}`;
	const reverse = fitsBack(context, old) ? triggers(context, old.name, {
		insert: copied,
		update: copied
	}) : void 0;
	const there = [
		renaming(context, old.name, kept, released),
		renaming(context, second, old.name, pieces),
		...indexes.exchange
	];
	const back = [
		renaming(context, old.name, second, pieces),
		renaming(context, kept, old.name, released),
		...indexes.back.exchange
	];
	const lock = `LOCK TABLES ${tableText(context)} WRITE`;
	const unlock = "UNLOCK TABLES";
	const moment = {
		stage: "enforce",
		after: "transaction",
		sql: [
			{
				sql: lock,
				rule: "lock-table",
				reason: "for the moment in which the columns exchange their names"
			},
			...sync.drop,
			{
				sql: alterTable(context, there.join(", ")),
				rule: "rename-column",
				reason: "the name is that of a column with the same values all the time"
			},
			...reverse?.make ?? [],
			unlock
		],
		rollback: [
			...indexes.back.build(kept),
			lock,
			...reverse?.drop ?? [],
			alterTable(context, back.join(", ")),
			...sync.make,
			unlock,
			...reverse === void 0 ? [`-- as long as nothing was written: what has been is not in ${own}, since not every value of the new type fits it`] : []
		],
		why: reverse === void 0 ? "in one moment the triggers go and the new column takes the name of the old one" : "in one moment the new column takes the name of the old one, which triggers keep in step from here on"
	};
	if (reverse === void 0) return {
		moment,
		afterwards: []
	};
	return {
		moment,
		afterwards: [{
			stage: "contract",
			after: "deploy",
			sql: reverse.drop,
			rollback: reverse.make,
			why: "nobody goes back behind the new type any more"
		}]
	};
}
/** Whether the server would take the column back to its old type whatever its rows held. */
function fitsBack(context, old) {
	const { type, attributes } = piecesOfColumn(old);
	const nullable = {
		type,
		attributes: attributes.filter(({ word }) => word !== "not" && word !== "null" && word !== "default")
	};
	const after = applyStatement(context.before, context.read(authorsStatement(context)));
	const back = context.read(alterTable(context, `MODIFY COLUMN ${definitionText(old.name, nullable, constraintWords)} NULL`));
	const forms = context.formsOf(back, after);
	return forms !== void 0 && Object.values(forms).every((form) => form.fails === void 0);
}

// src/plan/recipes/mysql/change-type.ts
/**
* A column of another type beside the old one: triggers and a backfill fill it, it gets its indexes, and in one moment, under a lock on the table, the two exchange their names. The old one goes behind a
* deploy. What a second column could not take over is left to a tool that copies the table.
* @param reason why the server cannot change it while others write
*/
function changeType(context, reason) {
	const { column: name, definition, position } = context.operation;
	const table = ownTable(context);
	const old = columnOf(table, name);
	const tied = cannotBeReplaced(table, name, true);
	const released = old && release(context, old);
	if (tied !== void 0 || old === void 0 || released === void 0) return byCopyingTool(context, tied === void 0 ? reason : `${reason}, and ${tied}`);
	const [second, kept] = ["new", "old"].map((which) => context.helperName(ownName(context), `${name}_${which}`));
	const [own, made, away] = [
		name,
		second,
		kept
	].map(quoteIdentifier);
	const key = primaryAgain(context, table, name, second);
	const authors = authorsPieces(context, definition);
	const pieces = key === void 0 ? authors : notNull(authors);
	const plain = `${definitionText(second, pieces, /* @__PURE__ */ new Set([
		...constraintWords,
		"not",
		"null",
		"default",
		"on"
	]))} NULL`;
	const convert = `SET NEW.${made} = NEW.${own}`;
	const sync = triggers(context, name, {
		insert: convert,
		update: convert
	});
	const filled = fillRows(context, second, own, "transaction", name);
	if ("impossible" in filled) return byCopyingTool(context, `${reason}, and ${filled.impossible}`);
	const indexes = indexesAgain(context, table, name, second);
	const final = definitionText(second, pieces, constraintWords);
	if (!knowsRename(context.target) && context.target.engine === "mariadb" && indexes.exchange.length > 0) return byCopyingTool(context, `${reason}, and the server cannot rename the indexes of a second column`);
	const { moment, afterwards } = exchange(context, {
		old,
		released: released.zero === void 0 ? piecesOfColumn(old) : withDefault(piecesOfColumn(old), released.zero),
		second,
		pieces: without(pieces, constraintWords),
		kept,
		sync,
		indexes
	});
	const parts = [
		{
			stage: "expand",
			after: "none",
			sql: [alterTable(context, `ADD COLUMN ${plain}${position === void 0 ? ` AFTER ${own}` : positionText(position)}`)],
			rollback: [alterTable(context, `DROP COLUMN ${made}`)],
			why: `will be ${own} when it is filled`
		},
		sync.made,
		filled,
		...final === plain ? [] : [{
			stage: "enforce",
			after: "backfill",
			sql: [alterTable(context, `MODIFY COLUMN ${final}`)],
			rollback: [alterTable(context, `MODIFY COLUMN ${plain}`)],
			why: `as defined; fails where a row is left, so first no row may come from: SELECT * FROM ${tableText(context)} WHERE ${made} IS NULL AND ${own} IS NOT NULL;`
		}],
		...indexes.build,
		...key?.build ?? [],
		...released.parts,
		moment,
		...afterwards,
		...key === void 0 ? [] : [key.drop],
		{
			stage: "contract",
			after: "deploy",
			sql: [{
				sql: alterTable(context, `DROP COLUMN ${away}`),
				rule: "drop-column",
				reason: "no code has ever known it by this name"
			}],
			rollback: `-- cannot be undone: the old values of ${own} are gone, and come back from a backup only`,
			why: "the old column, which nobody writes any more"
		}
	];
	return staged(context, parts);
}
const without = ({ type, attributes }, words) => ({
	type,
	attributes: attributes.filter(({ word }) => !words.has(word))
});
/** A primary key makes its columns NOT NULL, whether they say so or not. */
const notNull = ({ type, attributes }) => ({
	type,
	attributes: [{
		word: "not",
		text: "NOT NULL"
	}, ...attributes.filter(({ word }) => word !== "not" && word !== "null")]
});
const withDefault = ({ type, attributes }, value) => ({
	type,
	attributes: [...attributes, {
		word: "default",
		text: `DEFAULT ${value}`
	}]
});
/** Once it has another name, no code gives the old column a value any more: a default does. @returns undefined where the server takes none for its type */
function release(context, column) {
	if (!column.notNull || column.default !== void 0) return { parts: [] };
	const zero = refusesLiteralDefault(column.type, context.target) ? void 0 : zeroOf(column.type);
	if (zero === void 0) return void 0;
	const own = quoteIdentifier(column.name);
	return {
		parts: [{
			stage: "enforce",
			after: "transaction",
			sql: [alterTable(context, `ALTER COLUMN ${own} SET DEFAULT ${zero}`)],
			rollback: [alterTable(context, `MODIFY COLUMN ${definitionText(column.name, piecesOfColumn(column))}`)],
			why: "rows will come without the old column once it has another name"
		}],
		zero
	};
}

// src/plan/recipes/mysql/rename-column.ts
const renameColumn = defineMysqlRecipe({
	on: ["rename-column"],
	stage(context) {
		const { column, to } = context.operation;
		return context.found.has("breaking") ? renamed(context, column, to) : asPinned(context);
	}
});
/**
* A column under both names, until no running code uses the old one: a second column, which triggers keep in step with the first, whichever of the two is written.
*
* A row that is inserted by one name must be seen to lack the other: NULL tells, so the first column must not have a default, and is nullable meanwhile.
*/
function renamed(context, from, to) {
	const table = ownTable(context);
	const old = columnOf(table, from);
	const reason = cannotBeReplaced(table, from, false);
	if (old === void 0 || reason !== void 0) return { impossible: `${reason ?? "the column is not known"}: the least harmful way is to leave the column its name, and let the code call it otherwise` };
	if (old.default !== void 0) return { impossible: `${quoteIdentifier(from)} has a default, so that a row that is written by the new name alone could not be told from one that gets it: drop the default in a migration before, or let the code alone call it otherwise` };
	const [first, second] = [quoteIdentifier(from), quoteIdentifier(to)];
	const pieces = piecesOfColumn(old);
	const nullable = {
		...pieces,
		attributes: pieces.attributes.map((each) => each.word === "not" ? {
			word: "null",
			text: "NULL"
		} : each)
	};
	const sync = triggers(context, from, {
		insert: `SET NEW.${first} = COALESCE(NEW.${first}, NEW.${second}), NEW.${second} = NEW.${first}`,
		update: `SET NEW.${first} = IF(NEW.${second} <=> OLD.${second}, NEW.${first}, NEW.${second}), NEW.${second} = NEW.${first}`
	});
	const filled = fillRows(context, to, first, "transaction");
	if ("impossible" in filled) return filled;
	const indexes = indexesAgain(context, table, from, to);
	if (!knowsRename(context.target) && context.target.engine === "mariadb" && indexes.exchange.length > 0) return { impossible: `${first} is indexed, and the server cannot rename the indexes of a second column: let the code alone call it otherwise` };
	/** A column that is NOT NULL in the end, from one definition to another and back. */
	const redefined = (name, now, before, part) => old.notNull ? [{
		...part,
		sql: [alterTable(context, `MODIFY COLUMN ${definitionText(name, now)}`)],
		rollback: [alterTable(context, `MODIFY COLUMN ${definitionText(name, before)}`)]
	}] : [];
	const parts = [
		...redefined(from, nullable, pieces, {
			stage: "expand",
			after: "none",
			why: "rows come by either name; the rows are written anew while others write"
		}),
		{
			stage: "expand",
			after: "transaction",
			sql: [alterTable(context, `ADD COLUMN ${definitionText(to, nullable)} AFTER ${first}`)],
			rollback: [alterTable(context, `DROP COLUMN ${second}`)],
			why: "the column under its new name"
		},
		sync.made,
		filled,
		...redefined(to, pieces, nullable, {
			stage: "enforce",
			after: "backfill",
			why: `as the old one; fails where a row is left, so first no row may come from: SELECT * FROM ${tableText(context)} WHERE ${second} IS NULL;`
		}),
		...indexes.build,
		{
			stage: "contract",
			after: "deploy",
			sql: sync.drop,
			rollback: sync.make,
			why: "no running code uses the old name any more"
		},
		...indexes.exchange.length === 0 ? [] : [{
			stage: "contract",
			after: "transaction",
			sql: [alterTable(context, indexes.exchange.join(", "))],
			rollback: `-- the old name comes back by a plan of its own: ${alterTable(context, `RENAME COLUMN ${second} TO ${first}`)}`,
			why: "the indexes of the new column under their own names"
		}],
		{
			stage: "contract",
			after: "transaction",
			sql: [{
				sql: alterTable(context, `DROP COLUMN ${first}`),
				rule: "drop-column",
				reason: "it comes behind the deploy of the code that no longer uses the name"
			}],
			rollback: `-- the old name comes back by a plan of its own: ${alterTable(context, `RENAME COLUMN ${second} TO ${first}`)}`,
			why: "the old name goes"
		}
	];
	return staged(context, parts);
}

// src/plan/recipes/mysql/redefine-column.ts
/** MODIFY and CHANGE: a column that is defined anew as a whole. */
const redefineColumn = defineMysqlRecipe({
	on: ["redefine-column"],
	stage(context) {
		const { column: name, definition } = context.operation;
		const old = columnOf(ownTable(context), name);
		const { refused, perhaps: isPerhaps } = pin(context, authorsStatement(context), context.before);
		if (definition.name.toLowerCase() !== name.toLowerCase()) {
			if (!context.found.has("breaking")) return asPinned(context);
			return refused === void 0 ? renamed(context, name, definition.name) : { impossible: "it changes the name and the definition at once: write a RENAME COLUMN and a MODIFY, each of which has a plan" };
		}
		if (refused !== void 0) {
			const changed = changeType(context, refused);
			return isPerhaps && changed !== void 0 && "impossible" in changed ? perhaps(context, refused) : changed;
		}
		const rollback = old === void 0 ? {} : { rollback: [alterTable(context, `MODIFY COLUMN ${definitionText(name, piecesOfColumn(old))}`)] };
		if (!definition.notNull || old?.notNull !== false) return asPinned(context, rollback);
		return notNull();
		function notNull() {
			const value = context.backfill(ownName(context), name)?.printed ?? (definition.default?.tree.kind === "constant" ? definition.default.text : void 0);
			const quoted = quoteIdentifier(name);
			const filled = value === void 0 ? void 0 : fillRows(context, name, value, "deploy");
			if (filled !== void 0 && "impossible" in filled) return filled;
			const enforced = {
				stage: "enforce",
				after: filled === void 0 ? "deploy" : "backfill",
				sql: [alterTable(context, authorsText(context))],
				rollback: rollback.rollback ?? "-- MODIFY to its definition before",
				why: `the rows are written anew while others write; fails where one holds NULL, so first no row may come from: SELECT * FROM ${tableText(context)} WHERE ${quoted} IS NULL;`
			};
			return staged(context, filled === void 0 ? [enforced] : [{
				...filled,
				rollback: "-- cannot be undone: which rows held NULL is not kept"
			}, enforced]);
		}
	}
});

// src/plan/recipes/mysql/rename-table.ts
/**
* A table gets its new name, and in the same moment a view takes over the old one, through which running code reads and writes. RENAME TABLE exchanges several names at once,
* those of views too (https://dev.mysql.com/doc/refman/9.5/en/rename-table.html); but a view cannot be made over a table that is not there yet, nor under a name that is taken. So
* an empty table holds the new name, and a helper name the view, until they change over. The path not taken: a view under the new name, and the rename behind the deploy. Then it is
* the new code that starts on a view, and whatever else the migration does to the table has to wait for that deploy.
*/
const renameTable = defineMysqlRecipe({
	on: ["rename-table"],
	stage(context) {
		const { operation, before } = context;
		const table = ownTable(context);
		if (!context.found.has("breaking") || isNew(before, table)) return asPinned(context);
		const elsewhere = operation.toSchema !== void 0 && operation.toSchema !== ownName(context).schema;
		if (elsewhere && table?.hanging.some(({ kind }) => kind === "trigger")) return { impossible: "a table with triggers cannot go to another database: drop them before, in a migration of its own, and make them anew behind it" };
		const from = tableText(context);
		const there = {
			...operation.table,
			...elsewhere && { schema: operation.toSchema }
		};
		const to = context.nameOf({
			...there,
			name: operation.to
		});
		const isNewName = createdIn(before, resolve(before, {
			...there,
			name: operation.to
		}), {}) !== 0;
		const empty = context.nameOf({
			...there,
			name: context.helperName(ownName(context), "empty")
		});
		const view = context.nameOf({
			...operation.table,
			name: context.helperName(ownName(context), "view")
		});
		const columns = table?.columns.some((each) => each.invisible) ? table.columns.map((each) => quoteIdentifier(each.name)).join(", ") : "*";
		const makeView = (name) => `CREATE VIEW ${name} AS SELECT ${columns} FROM ${to}`;
		return staged(context, [{
			stage: "expand",
			after: "none",
			sql: [
				`CREATE TABLE ${to} LIKE ${from}`,
				makeView(view),
				{
					sql: `RENAME TABLE ${to} TO ${empty}, ${from} TO ${to}, ${view} TO ${from}`,
					rule: "rename-table",
					reason: "a view has the old name, through which running code reads and writes"
				},
				isNewName ? `DROP TABLE ${empty}` : {
					sql: `DROP TABLE ${empty}`,
					rule: "drop-table",
					reason: "it has only held the name, and never had a row"
				}
			],
			rollback: [`RENAME TABLE ${from} TO ${view}, ${to} TO ${from}`, `DROP VIEW ${view}`],
			why: `new code finds the new name, running code the view: both read and write the same rows${elsewhere ? "; accounts with rights on the old table alone need them on the new one" : ""}`
		}, {
			stage: "contract",
			after: "deploy",
			sql: [`DROP VIEW ${from}`],
			rollback: [makeView(from)],
			why: `no running code uses ${quoteIdentifier(operation.table.name)} any more`
		}]);
	}
});

// src/plan/recipes/mysql/index.ts
/** How the operations of MySQL and MariaDB are staged. */
const recipes = [
	addColumn,
	addConstraint,
	alterConstraint,
	changeRows,
	createIndex,
	dropColumn,
	dropIndex,
	dropTable,
	pinned,
	redefineColumn,
	renameColumn,
	renameTable
];
const byKind = new Map(recipes.flatMap((recipe) => recipe.on.map((kind) => [kind, recipe])));
function recipeFor(kind) {
	return byKind.get(kind);
}

// src/plan/mysql.ts
/** Plans for MySQL and MariaDB. @param reader reads what the recipes write, as it reads the migrations */
function mysqlPlans(reader, dialect, context) {
	return {
		staging: (unit, batches) => stagingOf(unit, batches, reader, dialect, context),
		quoteIdentifier,
		quoteName: (name) => quoteName(name.schema === "" ? { name: name.name } : name),
		wayDown,
		lockTimeout: {
			variable: "lock_wait_timeout",
			set: "SET SESSION lock_wait_timeout = 5;",
			rule: "missing-lock-wait-timeout"
		},
		unqualified: {
			setting: "the database that its file uses",
			by: "database"
		},
		commitsImplicitly: true,
		inFile: (sql, { writing }) => sql.replace(/^CREATE PROCEDURE [\s\S]*?^END;$/m, (program) => writing.program?.(program) ?? program)
	};
}
function stagingOf(unit, batches, reader, dialect, context) {
	const helperName = helperNames(unit.after);
	const usualPath = unit.before.searchPath.join();
	const ofPlans = new Set(unit.files.filter(isStageOfPlan));
	return (file, work, { operation, before, effects, findings }, replaced) => {
		const recipe = recipeFor(operation.kind);
		if (ofPlans.has(file)) return void 0;
		if (recipe === void 0) {
			const refusal = effects.find(({ fails }) => fails?.certain)?.fails?.reason;
			return refusal === void 0 ? void 0 : { impossible: `the server refuses it: ${refusal}` };
		}
		const { span: statement } = work.statement.statement;
		if (isProgram.test(file.migration.text.slice(statement.start, statement.end))) return { impossible: "it stands in a program, which is run as a whole: write it as a statement of its own" };
		const usual = before.searchPath.join() === usualPath;
		const nameOf = (name) => {
			const { schema, name: own } = name.schema !== void 0 || usual ? name : resolve(before, name);
			return schema === void 0 || schema === "" ? quoteIdentifier(own) : quoteName({
				schema,
				name: own
			});
		};
		return recipe.stage({
			operation,
			source: file.migration.text,
			statement,
			before,
			effects,
			found: new Set(findings.flatMap(({ category }) => category === "operations" && !batches ? [] : [category])),
			target: context.target,
			transaction: modeAt(file.migration, work.span.start),
			dialect,
			read: (sql) => reader.read(sql).statements.flatMap((each) => each.unreadable === void 0 ? each.operations : []),
			formsOf: (operations, schema) => formsOfStatement(operations, schema, context),
			refusalOf: (operations, schema) => mysql.statementEffects(operations, schema, context).find(({ fails }) => fails?.certain === true)?.fails?.reason,
			nameOf,
			indexedLater(column) {
				return ("table" in operation && operation.table !== void 0 ? tableOf(unit.after, operation.table) : void 0)?.indexes.some((each) => indexColumns(each.definition).includes(column)) ?? false;
			},
			isIndexLater(name) {
				const table = "table" in operation && operation.table !== void 0 ? tableOf(unit.after, operation.table) : void 0;
				return table?.indexes.some((each) => isNamed(table, each, name)) ?? false;
			},
			helperName,
			backfill: unit.backfill,
			...replaced && { replaced }
		});
	};
}
/**
* How a statement begins that does what others say: a procedure that is called, a text that is executed, a compound statement of MariaDB's. What it does has no SQL of its own
* in the statement, or none that could be taken out of it. https://mariadb.com/kb/en/using-compound-statements-outside-of-stored-programs/
*/
const isProgram = /^(?:call|execute|begin|if|case|loop|repeat|while|for)\b|^\w+\s*:/i;
/** Written by an earlier plan: what is found in it is not answered by another. */
function isStageOfPlan({ sql }) {
	return sql.comments.some((each) => /^--\s*lockstep:\s*stage\b/.test(each.text));
}
/** SQL that undoes a statement of the author's own, where it and the schema before it tell all that it takes. */
function wayDown({ operation, before }) {
	const sql = wayBackOf(operation, before, (name) => quoteName(name.schema === "" ? { name: name.name } : name));
	return sql === void 0 ? void 0 : `${sql};`;
}

export { mysqlPlans };