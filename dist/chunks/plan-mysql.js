import "./rolldown-runtime.js";
import { formsOfStatement, mysql } from "./engine-mysql-index.js";
import { algorithms, applyStatement, columnOf, columnsIn, constraintColumns, has, helperNames, indexColumns, isNamed, isNew, keyOf as keyOf$1, resolve, someNode, tableOf, waived } from "./core.js";
import { Cursor, Unreadable, lex, quoteIdentifier, quoteLiteral, quoteName, readAttribute, readTypeName } from "./sql-mysql-cursor.js";

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
	if (form === void 0) return {
		sql: `${sql};`,
		refused: reasonOf(forms),
		rebuilds: false,
		after
	};
	return {
		sql: withClauses(sql, [`ALGORITHM=${algorithm}`, ...form.clause === "default" ? [] : ["LOCK=NONE"]], operations),
		rebuilds: form.work.includes("rebuild"),
		after
	};
}
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
* What only a copy of the table can do, while others write, is done by a tool that copies and catches up. Which one, and its exact command: gh-ost follows the binary
* log and takes no foreign keys and no triggers; pt-online-schema-change works by triggers, and is the one that knows MariaDB.
* https://github.com/github/gh-ost/blob/master/doc/requirements-and-limitations.md,
* https://docs.percona.com/percona-toolkit/pt-online-schema-change.html
* @param reason why the server itself cannot, a clause without its full stop
*/
function byCopyingTool(context, reason) {
	const action = authorsText(context);
	if (context.statement.start === context.operation.span.start) return { impossible: `${reason}: write it as ALTER TABLE, which tools that copy a table online take` };
	return { impossible: `${reason}. A tool that copies the table and catches up does it while others write; take the statement out of the migration, or mark it as applied, and run: ${commandOf(context, action)}` };
}
/** @param action of an ALTER TABLE of the operation's table */
function commandOf(context, action) {
	const { schema, name } = ownName(context);
	const table = ownTable(context);
	const alter = quoted(action.replace(/\s+/g, " "));
	const isTied = table !== void 0 && (table.referencedBy.length > 0 || table.constraints.some(({ definition }) => definition.type === "foreign-key") || table.hanging.some(({ kind }) => kind === "trigger"));
	const database = schema === "" ? "\"$DATABASE\"" : quoted(schema);
	if (context.target.engine === "mysql" && !isTied) return `gh-ost --database=${database} --table=${quoted(name)} --alter=${alter} --panic-on-warnings --execute`;
	return `pt-online-schema-change --alter=${alter}${table !== void 0 && table.referencedBy.length > 0 ? " --alter-foreign-keys-method=auto" : ""} --execute D=${database},t=${quoted(name.replaceAll(",", "\\,"))}`;
}
/** For a POSIX shell. */
function quoted(text) {
	return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
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
			rollback: wayBack$1(context, rollback, schema)
		});
	}
	return {
		steps,
		...differs && { differs }
	};
}
function wayBack$1(context, rollback, schema) {
	if (typeof rollback === "string") return rollback;
	let at = schema;
	return rollback.map((sql) => {
		const pinned = pin(context, sql, at);
		at = pinned.after;
		return pinned.sql;
	}).join("\n");
}

// src/plan/recipes/mysql/staging.ts
function defineMysqlRecipe(recipe) {
	return recipe;
}

// src/plan/recipes/mysql/as-pinned.ts
/** The author's own statement, alone, with the algorithm stated that the server takes for it while others write. */
function asPinned(context, more = {}) {
	return staged(context, [{
		stage: "expand",
		after: "transaction",
		sql: [authorsStatement(context)],
		rollback: "-- as the migration's own way down does",
		why: "as written, and fails at once where it cannot be done while others write",
		...more
	}]);
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
			default: return asPinned(context, { why: "the rows are written anew in the order of the key, while others write" });
		}
	}
});
/** The name that the server gives to a key without one is the next free number: `t_ibfk_1`. */
function unvalidated(context, { name }) {
	const table = ownName(context);
	const after = applyStatement(context.before, [context.operation]).tables.get(keyOf$1(table));
	const had = ownTable(context)?.constraints ?? [];
	const made = after?.constraints.filter((each) => each.definition.type === "foreign-key" && !had.some((old) => old.name === each.name)) ?? [];
	return {
		sentence: `the server has not looked for rows of ${tableText(context)} without a parent, the queries of the plan have`,
		things: [...name === void 0 ? [] : [name], ...made.map((each) => each.name)].map((each) => ({
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
		rollback: name === void 0 ? "-- DROP FOREIGN KEY, by the name that SHOW CREATE TABLE tells" : [alterTable(context, `DROP FOREIGN KEY ${quoteIdentifier(name)}`)],
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
	return { impossible: `${pinned.impossible} # first no row may come from: ${query} A tool that copies leaves out the rows that do` };
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
	const columns = key.map(quoteIdentifier).join(", ");
	const variables = (which) => key.map((_, i) => variable(which, i)).join(", ");
	const descending = key.map((each) => `${quoteIdentifier(each)} DESC`).join(", ");
	return [
		`DROP PROCEDURE IF EXISTS ${procedure}`,
		`CREATE PROCEDURE ${procedure}()
BEGIN
  DECLARE lockstep_done BOOLEAN DEFAULT FALSE;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET lockstep_done = TRUE;
  SELECT ${columns} INTO ${variables("first")} FROM ${table} ORDER BY ${columns} LIMIT 1;
  WHILE NOT lockstep_done DO
    SELECT ${columns} INTO ${variables("last")}
      FROM (SELECT ${columns} FROM ${table} WHERE ${compared(key, ">=", "first")} ORDER BY ${columns} LIMIT ${batchRows}) AS batch
      ORDER BY ${descending} LIMIT 1;
    ${write(`${compared(key, ">=", "first")} AND ${compared(key, "<=", "last")}`)};
    COMMIT;
    DO SLEEP(${pause});
    SELECT ${columns} INTO ${variables("first")} FROM ${table} WHERE ${compared(key, ">", "last")} ORDER BY ${columns} LIMIT 1;
  END WHILE;
END`,
		`CALL ${procedure}()`,
		`DROP PROCEDURE ${procedure}`
	];
}
const variable = (which, index) => `@lockstep_${which}_${index + 1}`;
/** `a > x`, or `(a > x OR (a = x AND b > y))`, which are ranges of one index. */
function compared(key, operator, which) {
	const [column, ...more] = key;
	return column === void 0 ? "TRUE" : level(column, more, operator, which, 0);
}
function level(column, more, operator, which, index) {
	const name = quoteIdentifier(column);
	const value = variable(which, index);
	const [next, ...others] = more;
	if (next === void 0) return `${name} ${operator} ${value}`;
	return `(${name} ${operator[0]} ${value} OR (${name} = ${value} AND ${level(next, others, operator, which, index + 1)}))`;
}

// src/plan/recipes/mysql/fill-rows.ts
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
	const key = keyOfTable(table);
	if (key !== void 0) return key;
	const name = tableText(context);
	return { impossible: table?.complete ? `${name} has neither a primary key nor a unique key over columns that are NOT NULL, by which its rows could be walked in batches: give it a primary key first` : `the history does not show a primary key of ${name}, by which its rows could be walked in batches: give Lockstep a dump of the schema (docs/configuration.md)` };
}
/** The primary key, or a unique key without NULLs. ENUM and SET are ordered by number and compared by name, floating numbers are not compared exactly. */
function keyOfTable(table) {
	if (table === void 0) return void 0;
	const walkable = table.indexes.flatMap(({ name, definition }) => {
		const found = definition.elements.map(({ column, prefix }) => prefix === void 0 ? column : void 0).map((column) => table.columns.find((each) => each.name.toLowerCase() === column?.toLowerCase()));
		const fits = found.every((each) => each?.notNull && !/^(?:enum|set|float|double|bit)$/.test(each.type.name));
		return definition.unique && fits ? [{
			name,
			columns: found.map((each) => each?.name ?? "")
		}] : [];
	});
	return (walkable.find(({ name }) => name === "PRIMARY") ?? walkable[0])?.columns;
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
		return (stated === void 0 || isConstant) && !refusesLiteralDefault(column.type, context.target) ? {
			how: "passing default",
			value
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
	if (fill.how !== "passing default") return [];
	const column = `ALTER COLUMN ${quoteIdentifier(context.operation.column.name)}`;
	return [{
		stage: "contract",
		after: "deploy",
		sql: [alterTable(context, `${column} DROP DEFAULT`)],
		rollback: [alterTable(context, `${column} SET DEFAULT ${fill.value}`)],
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
		return { impossible: `${refused}. First no row may come from: ${violations(tableText(context), text)} Then, in place of it: ${alterTable(context, `DROP CHECK ${name}, ALGORITHM=INSTANT;`)} and ${commandOf(context, `ADD CONSTRAINT ${name} CHECK (${text})`)}` };
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
		if (operation.kind === "update" && operation.assignments.some((each) => key.some((own) => own.toLowerCase() === each.toLowerCase()))) return { impossible: `it changes the key by which ${tableText(context)} is walked: fill a new column from it instead, and let them change places when it is filled` };
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

// src/plan/recipes/mysql/create-index.ts
/** An index is built while others write: ALGORITHM=INPLACE or NOCOPY, LOCK=NONE. A duplicate lets a unique one fail at its end, so they are asked for before. */
const createIndex = defineMysqlRecipe({
	on: ["create-index"],
	stage(context) {
		const { index } = context.operation;
		const columns = index.elements.flatMap((each) => each.column ?? []);
		const rollback = index.name === void 0 ? {} : { rollback: [alterTable(context, `DROP INDEX ${quoteIdentifier(index.name)}`)] };
		return asPinned(context, {
			...rollback,
			why: index.unique && columns.length === index.elements.length ? `built while others write; fails at its end on a duplicate, so first no row may come from: ${duplicates(tableText(context), columns)}` : "built while others write"
		});
	}
});

// src/plan/recipes/mysql/drop-column.ts
/** A column is dropped when no running code names it: until then rows come with it and without it. */
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
* An index is first taken from the optimizer and kept up all the same, so that it is back at once where a query turns out to need it; and dropped when it was missed by none.
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
		const elements = index?.definition.elements.map((each) => each.column === void 0 ? `(${each.expression?.text})` : `${quoteIdentifier(each.column)}${each.prefix === void 0 ? "" : `(${each.prefix})`}${each.descending ? " DESC" : ""}`);
		const built = index === void 0 || index.definition.options !== void 0 || index.definition.method !== "btree" ? `-- built again from its definition, which SHOW CREATE TABLE tells before it is dropped` : [alterTable(context, `ADD ${index.definition.unique ? "UNIQUE " : ""}INDEX ${quoted} (${elements?.join(", ")})`)];
		const version = target.version ?? (target.engine === "mysql" ? "8.0" : "10.6");
		const knowsInvisible = has({
			server: target.engine,
			version
		}, {
			mysql: "8.0",
			mariadb: "10.6"
		});
		const isPrimary = name.toUpperCase() === "PRIMARY";
		if (!knowsInvisible || isPrimary || !context.found.has("breaking")) return staged(context, [{
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
	stage({ operation, before, source, statement, found }) {
		if (!found.has("breaking")) return void 0;
		if (operation.kind === "drop-table" && isNew(before, tableOf(before, operation.table))) return void 0;
		return { steps: [{
			stage: "contract",
			after: "deploy",
			sql: waived("drop-table", "it comes behind the deploy of the code that no longer uses it", `${source.slice(statement.start, statement.end)};`),
			transaction: "shared",
			rollback: "-- cannot be undone: the rows are gone, and come back from a backup only",
			why: "the code that no longer uses it has to run everywhere before this"
		}] };
	}
});

// src/plan/recipes/mysql/second-column.ts
/**
* Why a second column cannot take over from one that is there; undefined where it can.
* @param table as history shows it
*/
function cannotBeReplaced(table, column) {
	const name = quoteIdentifier(column);
	if (table === void 0 || !table.complete) return `the history does not tell all that hangs on ${name} (indexes, keys, foreign keys), and a second column has to take it over`;
	const lower = column.toLowerCase();
	const names = (columns) => columns.some((each) => each.toLowerCase() === lower);
	const tying = table.constraints.find(({ definition }) => names(constraintColumns(definition)));
	if (tying !== void 0) return `${quoteIdentifier(tying.name)} hangs on ${name}, and no second column could take it over`;
	if (table.referencedBy.length > 0 && table.indexes.some((each) => each.definition.unique && names(columnsOf(each)))) return `a foreign key may refer to ${name}, and no second column could take it over`;
	if (table.columns.some(({ generated }) => generated !== void 0 && names(columnsIn(generated.expression.tree)))) return `a generated column is computed from ${name}`;
	if (table.partitionBy !== void 0 && names(table.partitionBy.elements.flatMap((each) => each.column ?? (each.expression ? columnsIn(each.expression.tree) : [])))) return `the table is partitioned by ${name}`;
	const odd = indexesOn(table, column).find(({ definition }) => definition.method !== "btree" || definition.elements.some((each) => each.expression !== void 0));
	if (odd !== void 0) return `the index ${quoteIdentifier(odd.name)} on it cannot be built while others write`;
	return table.columns.some((each) => isNamed(table, each, column) && (each.autoIncrement || each.generated !== void 0)) ? `${name} is numbered or computed by the server` : void 0;
}
const columnsOf = ({ definition }) => definition.elements.flatMap((each) => each.column ?? (each.expression ? columnsIn(each.expression.tree) : []));
function indexesOn(table, column) {
	return table?.indexes.filter((each) => columnsOf(each).some((name) => name.toLowerCase() === column.toLowerCase())) ?? [];
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
/** The indexes on a column once more, on the second one, under names that they keep until the first one goes. */
function indexesAgain(context, table, column, second) {
	const made = indexesOn(table, column).map((index) => ({
		index,
		name: quoteIdentifier(context.helperName(ownName(context), `${index.name}_index`))
	}));
	return {
		build: made.map(({ index: { definition }, name }) => {
			const elements = definition.elements.map(({ column: own = "", prefix, descending }) => {
				const each = own.toLowerCase() === column.toLowerCase() ? second : own;
				return `${quoteIdentifier(each)}${prefix === void 0 ? "" : `(${prefix})`}${descending ? " DESC" : ""}`;
			});
			return {
				stage: "enforce",
				after: "backfill",
				sql: [alterTable(context, `ADD ${definition.unique ? "UNIQUE " : ""}INDEX ${name} (${elements.join(", ")})`)],
				rollback: [alterTable(context, `DROP INDEX ${name}`)],
				why: "the index of the second column, built while others write"
			};
		}),
		exchange: made.flatMap(({ index, name }) => [`DROP INDEX ${quoteIdentifier(index.name)}`, `RENAME INDEX ${name} TO ${quoteIdentifier(index.name)}`])
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
	const tied = cannotBeReplaced(table, name);
	const released = old && release(context, old);
	if (tied !== void 0 || old === void 0 || released === void 0) return byCopyingTool(context, tied === void 0 ? reason : `${reason}, and ${tied}`);
	const [second, kept] = ["new", "old"].map((which) => context.helperName(ownName(context), `${name}_${which}`));
	const [own, made, away] = [
		name,
		second,
		kept
	].map(quoteIdentifier);
	const pieces = authorsPieces(context, definition);
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
	const swap = [
		renaming(context, name, kept, released.zero === void 0 ? piecesOfColumn(old) : withDefault(piecesOfColumn(old), released.zero)),
		renaming(context, second, name, without(pieces, constraintWords)),
		...indexes.exchange
	];
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
		...released.parts,
		{
			stage: "enforce",
			after: "transaction",
			sql: [
				{
					sql: `LOCK TABLES ${tableText(context)} WRITE`,
					rule: "lock-table",
					reason: "for the moment in which the columns exchange their names"
				},
				...sync.drop,
				{
					sql: alterTable(context, swap.join(", ")),
					rule: "rename-column",
					reason: "the name is that of a column with the same values all the time"
				},
				"UNLOCK TABLES"
			],
			rollback: `-- only until rows have been written: ${alterTable(context, `RENAME COLUMN ${own} TO ${made}, RENAME COLUMN ${away} TO ${own}`)}; and the triggers and indexes once more`,
			why: "in one moment the triggers go and the new column takes the name of the old one"
		},
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
	const reason = cannotBeReplaced(table, from);
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
	const parts = [
		...old.notNull ? [{
			stage: "expand",
			after: "none",
			sql: [alterTable(context, `MODIFY COLUMN ${definitionText(from, nullable)}`)],
			rollback: [alterTable(context, `MODIFY COLUMN ${definitionText(from, pieces)}`)],
			why: "rows come by either name; the rows are written anew while others write"
		}] : [],
		{
			stage: "expand",
			after: "transaction",
			sql: [alterTable(context, `ADD COLUMN ${definitionText(to, nullable)} AFTER ${first}`)],
			rollback: [alterTable(context, `DROP COLUMN ${second}`)],
			why: "the column under its new name"
		},
		sync.made,
		filled,
		...old.notNull ? [{
			stage: "enforce",
			after: "backfill",
			sql: [alterTable(context, `MODIFY COLUMN ${definitionText(to, pieces)}`)],
			rollback: [alterTable(context, `MODIFY COLUMN ${definitionText(to, nullable)}`)],
			why: `as the old one; fails where a row is left, so first no row may come from: SELECT * FROM ${tableText(context)} WHERE ${second} IS NULL;`
		}] : [],
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
			rollback: "-- the old indexes are built again with the old column",
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
			rollback: `-- by the same way back: the values are those of ${second}`,
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
		const { refused } = pin(context, authorsStatement(context), context.before);
		if (definition.name.toLowerCase() !== name.toLowerCase()) {
			if (!context.found.has("breaking")) return asPinned(context);
			return refused === void 0 ? renamed(context, name, definition.name) : { impossible: "it changes the name and the definition at once: write a RENAME COLUMN and a MODIFY, each of which has a plan" };
		}
		if (refused !== void 0) return changeType(context, refused);
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
* A table under both names, until no running code uses the old one: a view of the new name that reads and writes through, and behind the deploy the table in its place. RENAME TABLE
* exchanges names in one moment, those of views too. https://dev.mysql.com/doc/refman/9.5/en/rename-table.html
*/
const renameTable = defineMysqlRecipe({
	on: ["rename-table"],
	stage(context) {
		const { operation, before } = context;
		if (!context.found.has("breaking") || isNew(before, ownTable(context))) return asPinned(context);
		if (operation.toSchema !== void 0 && operation.toSchema !== ownName(context).schema) return { impossible: "it goes to another database, where no view of the old one can stand in for it with the same rights: let the code name the database, and move it when nothing uses it" };
		const from = tableText(context);
		const beside = (name) => context.nameOf({
			...operation.table,
			name
		});
		const to = beside(operation.to);
		const view = beside(context.helperName(ownName(context), "view"));
		return staged(context, [{
			stage: "expand",
			after: "none",
			sql: [`CREATE VIEW ${to} AS SELECT * FROM ${from}`],
			rollback: [`DROP VIEW ${to}`],
			why: "the table under its new name, to read and to write"
		}, {
			stage: "contract",
			after: "deploy",
			sql: [{
				sql: `RENAME TABLE ${to} TO ${view}, ${from} TO ${to}`,
				rule: "rename-table",
				reason: "it comes behind the deploy of the code that no longer uses the old name"
			}, `DROP VIEW ${view}`],
			rollback: [`RENAME TABLE ${to} TO ${from}`, `CREATE VIEW ${to} AS SELECT * FROM ${from}`],
			why: `no running code uses ${quoteIdentifier(operation.table.name)} any more: in one moment the table takes the place of the view`
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
		commitsImplicitly: true,
		inFile: (sql, { id }) => inFileOf(sql, id)
	};
}
function stagingOf(unit, batches, reader, dialect, context) {
	const helperName = helperNames(unit.after);
	const usualPath = unit.before.searchPath.join();
	const ofPlans = new Set(unit.files.filter(isStageOfPlan));
	return (file, work, { operation, before, effects, findings }) => {
		const recipe = recipeFor(operation.kind);
		if (recipe === void 0 || ofPlans.has(file)) return void 0;
		if (operation.span.start === work.span.start && operation.conditional) return { impossible: "it stands in a program, which is run as a whole: write it as a statement of its own" };
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
			statement: work.statement.statement.span,
			before,
			effects,
			found: new Set(findings.flatMap(({ category }) => category === "operations" && !batches ? [] : [category])),
			target: context.target,
			transaction: file.migration.transaction,
			dialect,
			read: (sql) => reader.read(sql).statements.flatMap((each) => each.unreadable === void 0 ? each.operations : []),
			formsOf: (operations, schema) => formsOfStatement(operations, schema, context),
			refusalOf: (operations, schema) => mysql.statementEffects(operations, schema, context).find(({ fails }) => fails?.certain === true)?.fails?.reason,
			nameOf,
			indexedLater(column) {
				return ("table" in operation && operation.table !== void 0 ? tableOf(unit.after, operation.table) : void 0)?.indexes.some((each) => indexColumns(each.definition).includes(column)) ?? false;
			},
			helperName,
			backfill: unit.backfill
		});
	};
}
/** Written by an earlier plan: what is found in it is not answered by another. */
function isStageOfPlan({ sql }) {
	return sql.comments.some((each) => /^--\s*lockstep:\s*stage\b/.test(each.text));
}
/** SQL that undoes a statement of the author's own, where it and the schema before it tell all that it takes. */
function wayDown({ operation, before }) {
	if (operation.conditional || "ifNotExists" in operation && operation.ifNotExists) return void 0;
	const { quoteName: nameOf } = { quoteName: (name) => quoteName(name.schema === "" ? { name: name.name } : name) };
	switch (operation.kind) {
		case "create-table": return `DROP TABLE ${nameOf(operation.table)};`;
		case "add-column": return `ALTER TABLE ${nameOf(operation.table)} DROP COLUMN ${quoteIdentifier(operation.column.name)};`;
		case "rename-column": return `ALTER TABLE ${nameOf(operation.table)} RENAME COLUMN ${quoteIdentifier(operation.to)} TO ${quoteIdentifier(operation.column)};`;
		case "create-index": return operation.index.name === void 0 || tableOf(before, operation.table) === void 0 ? void 0 : `ALTER TABLE ${nameOf(operation.table)} DROP INDEX ${quoteIdentifier(operation.index.name)};`;
		default: return;
	}
}
/** What tools that cut a file at semicolons want around a program: another delimiter, as MySQL's own client, or marks of their own. The others send the text as it is. */
const around = {
	plain: delimited,
	flyway: delimited,
	goose: (program) => `-- +goose StatementBegin\n${program}\n-- +goose StatementEnd`,
	"sql-migrate": (program) => `-- +migrate StatementBegin\n${program}\n-- +migrate StatementEnd`
};
function delimited(program) {
	return `DELIMITER $$\n${program.replace(/;$/, "$$$$")}\nDELIMITER ;`;
}
/** The SQL of a step as a file of the tool has it. */
function inFileOf(sql, tool) {
	return sql.replace(/^CREATE PROCEDURE [\s\S]*?^END;$/m, (program) => around[tool]?.(program) ?? program);
}

export { mysqlPlans };