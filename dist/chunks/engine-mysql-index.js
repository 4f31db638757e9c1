import "./rolldown-runtime.js";
import { algorithms, applyStatement, askedVersions, columnOf, columnsIn as columnsIn$1, constraintColumns, has, inWords, isFollowed, isNamed, isWork, joinFailures, keyOf, locks, newName, resolve, rowVersionCap, same, sameName, someNode, tableOf, unknownTable, variableOf, works } from "./core.js";
import { begins, charsetOf, columnFrom, elementsOf, hasCharset, keyDefinition, primary, spelt, widthOf } from "./schema-mysql-index.js";

// src/engine/mysql/at.ts
function lazy(compute) {
	let computed;
	return () => {
		computed ??= { value: compute() };
		return computed.value;
	};
}
/** @param statement all of it: MariaDB's SET STATEMENT sets variables for it alone */
function meeting(target, { schema, after }, context, statement) {
	const own = new Map(statement.flatMap((each) => each.kind === "set-variable" && each.local ? [[each.name, each.value?.[0]]] : []));
	const variable = (name) => (own.get(name) ?? variableOf(schema, name))?.toLowerCase();
	const isOn = (name, otherwise) => {
		const value = variable(name);
		return value === void 0 ? otherwise : !/^(0|off|false)$/.test(value);
	};
	const modes = modesOf(variable("sql_mode") ?? context.sqlMode?.toLowerCase() ?? defaultModes[target.server]);
	const strict = modes.has("strict_trans_tables") || modes.has("strict_all_tables");
	return {
		server: target.server,
		version: target.version,
		schema,
		after,
		strict,
		noZeroDate: strict && modes.has("no_zero_date"),
		foreignKeyChecks: isOn("foreign_key_checks", context.foreignKeyChecks ?? true),
		checkConstraints: isOn("check_constraint_checks", true),
		algorithm: defaultAlgorithm(target, variable, isOn),
		blockingCopy: (variable("old_mode") ?? "").includes("lock_alter_table_copy")
	};
}
/** https://dev.mysql.com/doc/refman/9.7/en/sql-mode.html, https://mariadb.com/kb/en/sql-mode/ */
const defaultModes = {
	mysql: "strict_trans_tables,no_zero_in_date,no_zero_date",
	mariadb: "strict_trans_tables"
};
function modesOf(text) {
	const modes = new Set(text.split(/\s*,\s*/));
	return modes.has("traditional") ? /* @__PURE__ */ new Set([
		...modes,
		"strict_trans_tables",
		"no_zero_date"
	]) : modes;
}
/** `alter_algorithm` is MariaDB's, and without effect since 11.5. https://mariadb.com/kb/en/server-system-variables/#alter_algorithm */
function defaultAlgorithm(target, variable, isOn) {
	if (!has(target, { mariadb: "11.5" }) && isOn("old_alter_table", false)) return "copy";
	const stated = has(target, { mariadb: "10.3" }) && !has(target, { mariadb: "11.5" }) ? variable("alter_algorithm") : void 0;
	return /^(instant|nocopy|inplace|copy)$/.test(stated ?? "") ? stated : "default";
}
/** The table of that name; one that history never told of, or told little, has `complete` false. */
function tableAt({ schema }, name) {
	return tableOf(schema, name) ?? unknownTable(newName(schema, name));
}

// src/engine/mysql/charset.ts
const longest = {
	tinytext: 255,
	tinyblob: 255,
	text: 65535,
	blob: 65535,
	mediumtext: 2 ** 24 - 1,
	mediumblob: 2 ** 24 - 1,
	longtext: 2 ** 32 - 1,
	longblob: 2 ** 32 - 1,
	json: 2 ** 32 - 1
};
/** The bytes of the longest value of a string type. @param width the bytes of one character */
function bytesOf({ name, modifiers, characterSet }, width = widthOf(characterSet)) {
	if (name === "varbinary" || name === "binary") return Number(modifiers[0] ?? 1);
	if (name === "varchar" || name === "char") return Number(modifiers[0] ?? 1) * width;
	return longest[name] ?? 0;
}
/** The collation by its name behind the character set's: those of utf8mb3 and utf8mb4 are the same but for that. Absent, it is the set's own. */
function collationOf(at, { type, collation }) {
	const own = collation?.name.replace(/^(utf8mb[34]|[a-z0-9]+)_/, "");
	return own === void 0 || own === ownCollation(at.server, type.characterSet) ? "own" : own;
}
function ownCollation(server, characterSet) {
	if (characterSet === "utf8mb4") return server === "mysql" ? "0900_ai_ci" : "general_ci";
	return characterSet === "latin1" ? "swedish_ci" : characterSet === void 0 ? void 0 : "general_ci";
}
/** Whether the bytes of every value mean the same in the other character set, to either server. ASCII's would too, and are not taken to. */
function isRelabelled(from, to) {
	return from === "utf8mb3" && to === "utf8mb4";
}

// src/engine/mysql/storage-engine.ts
/** The storage engine of a table in lower case; InnoDB where none is said. */
const engineOf = ({ mysql }) => mysql?.engine ?? "innodb";
/** That which options of a table state; undefined where none does. */
const engineIn = (options = []) => options.findLast(({ name }) => name === "engine")?.value.toLowerCase();

// src/engine/mysql/key-length.ts
/** The bytes of a column that an index of InnoDB has at most, by its row format. https://dev.mysql.com/doc/refman/9.7/en/innodb-limits.html */
const keyBytes = {
	long: 3072,
	short: 767
};
/** A key that is too long for an index, and how long one may be; undefined where none is, or it is not known. */
function longKey(index, table) {
	if (engineOf(table) !== "innodb" || index.method === "fulltext" || index.method === "spatial") return void 0;
	const most = /^(compact|redundant)$/.test(table.mysql?.rowFormat ?? "") ? keyBytes.short : keyBytes.long;
	const element = index.elements.find(({ column, prefix }) => {
		const known = column === void 0 ? void 0 : columnOf(table, column);
		if (known === void 0 || known.type.characterSet === void 0 && !/binary|blob/.test(known.type.name)) return false;
		return (prefix === void 0 ? bytesOf(known.type) : prefix * widthOf(known.type.characterSet ?? "binary")) > most && (prefix !== void 0 || /^(var)?(char|binary)$/.test(known.type.name));
	});
	return element && {
		element,
		most
	};
}
/** MariaDB keeps a hash of what is too long for a unique index: of a text or a blob too, where no length is said. https://mariadb.com/kb/en/create-table/#indexes */
const hashesLongKeys = { mariadb: "10.4" };
function isHashed(index, table) {
	const isWholeText = index.elements.some(({ column, prefix }) => column !== void 0 && prefix === void 0 && /(text|blob)$/.test(columnOf(table, column)?.type.name ?? ""));
	return index.unique && (isWholeText || longKey(index, table) !== void 0);
}

// src/engine/mysql/null.ts
/** How a column that becomes NOT NULL fails on a row with NULL. Without strict mode the NULL becomes a zero or an empty string. */
function nullFailure(at, { name }) {
	if (!at.strict) return {};
	const failing = (code) => ({
		code,
		reason: `a row has NULL in ${name}`,
		certain: false
	});
	return {
		fails: failing(at.server === "mysql" ? "1138" : "1265"),
		failsCopied: failing("1265")
	};
}

// src/engine/mysql/rename.ts
/** What a statement calls a column from then on, that has this name before. */
function nameAfter(statement, column) {
	const isOf = (each) => each.toLowerCase() === column.toLowerCase();
	const rename = statement.find((each) => (each.kind === "rename-column" || each.kind === "redefine-column") && isOf(each.column));
	if (rename?.kind === "rename-column") return rename.to;
	return rename?.kind === "redefine-column" ? rename.definition.name : column;
}

// src/engine/mysql/index-change.ts
/** @param statement all of its operations: an index may be dropped and made anew */
function createIndex(at, operation, tables, statement) {
	const { index, ifNotExists } = operation;
	const { before, after } = tables;
	if (ifNotExists && index.name !== void 0 && before.indexes.some((each) => isNamed(before, each, index.name ?? ""))) return [];
	const same = statement.flatMap((each) => each.kind === "drop-index" ? indexNamed(before, each.index.name) ?? [] : []).find((old) => old.constraint === void 0 && hasSameKeys(old.definition, index));
	const isNamedSo = same !== void 0 && isNamed(before, same, index.name ?? "");
	if (isNamedSo && at.server === "mysql") return [{
		kind: "change-index-type",
		operation
	}];
	if (same !== void 0 && has(at, renamesIndexes) && !statesType(operation)) return [{
		kind: isNamedSo ? "change-nothing" : "rename-index",
		operation
	}];
	if (at.server === "mariadb" && isOldPrimaryKey(index, tables, statement)) return [];
	const fails = index.unique ? duplicates(index, statement) : void 0;
	return [{
		...addition$1(at, index, before, after),
		operation,
		...fails && { fails }
	}];
}
/** To MariaDB a unique index on what was the primary key is that key by another name, where the rows are kept by it. */
function isOldPrimaryKey(index, { before, after }, statement) {
	const [primary, now] = [indexNamed(before, "PRIMARY"), clusteredOf(after)];
	return statement.some((each) => each.kind === "drop-constraint" && each.type === "primary-key") && index.unique && primary !== void 0 && now !== void 0 && orderOf(primary) === orderOf(now) && sameElements(now, index);
}
const sameElements = ({ definition }, { elements }) => definition.elements === elements;
/** RENAME INDEX, and what comes to the same. https://mariadb.com/kb/en/alter-table/#rename-indexkey */
const renamesIndexes = { mariadb: "10.5.2" };
/** A UNIQUE in a column's definition. */
function uniqueOf(at, columns, operation, after) {
	const index = {
		method: "btree",
		unique: true,
		elements: columns.map((column) => ({
			column,
			text: column
		})),
		include: []
	};
	const fails = duplicates(index, [operation]);
	return {
		...addition$1(at, index, after, after),
		operation,
		...fails && { fails }
	};
}
function addition$1(at, index, before, after) {
	if (index.method === "fulltext") {
		if (before.mysql?.fullTextIds || after.columns.some(({ name }) => name.toUpperCase() === "FTS_DOC_ID")) return { kind: "add-fulltext" };
		return {
			kind: "add-first-fulltext",
			because: "the first FULLTEXT index of a table brings the hidden column FTS_DOC_ID"
		};
	}
	if (index.method === "spatial") return { kind: "add-spatial" };
	if (index.method === "vector") return { kind: "add-vector" };
	if (has(at, hashesLongKeys) && isHashed(index, after)) return {
		kind: "add-hashed-unique",
		because: "what is too long for an index is kept as a hash"
	};
	const isExpression = index.elements.some(({ expression }) => expression !== void 0);
	const fresh = index.elements.find(({ column }) => {
		const known = column === void 0 ? void 0 : columnOf(after, column);
		return known?.generated?.stored === false && columnOf(before, known.name) === void 0;
	});
	if (!isExpression && fresh === void 0) return { kind: index.unique ? "add-unique" : "add-index" };
	const because = isExpression ? "the index computes its keys" : `${fresh?.column} is computed, and added in the same statement`;
	return {
		kind: index.unique ? "add-computed-unique" : "add-computed-index",
		because
	};
}
/** NULLs are no duplicates, and a column that the statement itself adds may hold nothing else. */
function duplicates(index, statement) {
	const added = statement.flatMap((each) => each.kind === "add-column" && isNullInEveryRow(each.column) ? [each.column.name.toLowerCase()] : []);
	return index.elements.some(({ column }) => column !== void 0 && added.includes(column.toLowerCase())) ? void 0 : sameKeys(index);
}
function sameKeys({ elements }) {
	return {
		code: "1062",
		reason: `two rows have the same ${elements.map(({ text }) => text).join(", ")}`,
		certain: false
	};
}
function isNullInEveryRow({ notNull, default: byDefault, generated, autoIncrement, constraints, type }) {
	const hasValue = byDefault !== void 0 && byDefault.tree.kind !== "null";
	const isKey = constraints.some((each) => each.type === "primary-key");
	return !notNull && !hasValue && generated === void 0 && !autoIncrement && !isKey && type.name !== "serial";
}
const indexNamed = (table, name) => table.indexes.find((each) => isNamed(table, each, name));
const statesType = ({ words }) => words?.includes("USING of an index") === true;
function hasSameKeys(a, b) {
	const keys = ({ unique, elements }) => JSON.stringify([unique, elements.map(({ column, prefix, expression, descending }) => [
		column?.toLowerCase(),
		prefix,
		expression?.text,
		descending
	])]);
	const isTree = ({ method }) => method === "btree" || method === "hash";
	return isTree(a) && isTree(b) && keys(a) === keys(b);
}
/**
* What becomes of the order that InnoDB keeps the rows in: the primary key, else the first unique index of columns that are NOT NULL.
* https://dev.mysql.com/doc/refman/9.7/en/innodb-index-types.html
*/
function primaryKeyChange(at, { before, after }, statement) {
	const [old, now] = [clustered(before, statement), clustered(after)];
	const cause = statement.find(changesKey) ?? statement[0];
	const isPassedOver = (each) => each.kind === "add-constraint" && each.ifNotExists === true && old?.name === "PRIMARY";
	const isAdded = statement.some((each) => addsPrimaryKey(each) && !isPassedOver(each));
	const isNamedNow = now?.name === "PRIMARY" && isAdded;
	if (!before.complete && !isAdded) {
		const drops = statement.find((each) => each.kind === "drop-constraint" && each.type === "primary-key");
		return drops === void 0 ? [] : [{
			kind: "drop-primary-key",
			operation: drops
		}];
	}
	const isSame = old !== void 0 && now !== void 0 && orderOf(old) === orderOf(now);
	const isDropped = old?.name === "PRIMARY" && indexNamed(after, "PRIMARY") === void 0;
	if (isSame && isNamedNow && old.name === "PRIMARY") return [{
		kind: "change-nothing",
		operation: cause
	}];
	if (!isNamedNow && !isDropped && (old === now || isSame)) return [];
	if (old === void 0 && now === void 0) return [];
	const isLeft = isDropped && at.server === "mysql" && now !== void 0 && indexNamed(before, now.name) !== void 0;
	if (now === void 0 || isLeft) return [{
		kind: "drop-primary-key",
		operation: cause,
		because: "the rows lose the key that they are kept by"
	}];
	const nullable = isAdded ? now.definition.elements.flatMap(({ column }) => nullableIn(before, column)) : [];
	const [first] = nullable;
	const fails = [sameKeys(now.definition), ...nullable.flatMap((each) => nullFailure(at, each).fails ?? [])];
	const copied = [sameKeys(now.definition), ...nullable.flatMap((each) => nullFailure(at, each).failsCopied ?? [])];
	const failing = {
		fails: {
			...fails[0],
			others: fails.slice(1)
		},
		failsCopied: {
			...copied[0],
			others: copied.slice(1)
		}
	};
	const isTaken = isSame && indexNamed(after, old.name) === void 0;
	if (at.server === "mariadb" && isTaken) return [{
		kind: "rename-index",
		operation: cause
	}];
	const change = {
		kind: old === void 0 ? "add-primary-key" : isSame && !isDropped ? "name-primary-key" : old.name === "PRIMARY" ? "replace-primary-key" : "add-primary-key",
		operation: cause,
		...failing
	};
	return first === void 0 ? [change] : [change, {
		kind: "forbid-null",
		operation: cause,
		because: `${first.name} becomes NOT NULL`
	}];
}
const addsPrimaryKey = (operation) => operation.kind === "add-constraint" && operation.constraint.type === "primary-key" || (operation.kind === "add-column" || operation.kind === "redefine-column") && (operation.kind === "add-column" ? operation.column : operation.definition).constraints.some(({ type }) => type === "primary-key");
const changesKey = (operation) => addsPrimaryKey(operation) || /^(drop-|redefine-column)/.test(operation.kind);
function nullableIn(table, name) {
	const column = name === void 0 ? void 0 : columnOf(table, name);
	return column === void 0 || column.notNull ? [] : [column];
}
/** @param statement its columns bear the names that this gives them */
function clustered(table, statement = []) {
	const index = clusteredOf(table);
	return index && {
		...index,
		definition: {
			...index.definition,
			elements: index.definition.elements.map((each) => renamedIn(each, statement))
		}
	};
}
function renamedIn(element, statement) {
	return element.column === void 0 ? element : {
		...element,
		column: nameAfter(statement, element.column)
	};
}
function clusteredOf(table) {
	const isWhole = ({ definition }) => definition.elements.every(({ column, prefix }) => prefix === void 0 && column !== void 0 && columnOf(table, column)?.notNull === true);
	return indexNamed(table, "PRIMARY") ?? table.indexes.find((each) => each.definition.unique && isWhole(each));
}
const orderOf = ({ definition }) => definition.elements.map(({ column, descending }) => `${column?.toLowerCase()}${descending ? " desc" : ""}`).join("	");

// src/engine/mysql/constraint.ts
/** A PRIMARY KEY is looked at with the whole statement: see `primaryKeyChange`. */
function changesOfConstraint(at, operation, { definition, inline }, tables) {
	switch (definition.type) {
		case "unique": return [uniqueOf(at, definition.columns, operation, tables.after)];
		case "check": return checkChange(at, operation, definition, inline === true);
		case "foreign-key": return isIgnored(at, inline === true) ? [] : foreignKeyChanges(at, operation, definition, tables);
		case "primary-key":
		case "not-null":
		case "exclude": return [];
	}
}
/** An inline REFERENCES makes no foreign key before these versions. https://dev.mysql.com/doc/refman/9.7/en/create-table-foreign-keys.html */
const isIgnored = (at, inline) => inline && !has(at, {
	mysql: "9.0",
	mariadb: "10.5"
});
/** Neither server's CHECK is one before. */
const knowsChecks = {
	mysql: "8.0.16",
	mariadb: "10.2.1"
};
function checkChange(at, operation, definition, inline) {
	if (!has(at, knowsChecks)) return [];
	if (definition.notEnforced) return [{
		kind: "add-unenforced-check",
		operation
	}];
	const fails = {
		code: at.server === "mysql" ? "3819" : "4025",
		reason: `a row violates the check ${definition.expression.text}`,
		certain: false
	};
	if (inline && at.server === "mariadb") return [{
		kind: "add-inline-check",
		operation,
		failsCopied: fails
	}];
	const because = `the check ${definition.expression.text} is enforced`;
	return [{
		kind: inline ? "add-inline-check" : "add-check",
		operation,
		because,
		...at.checkConstraints && { fails }
	}];
}
function foreignKeyChanges(at, operation, { columns, references, name }, { before, after }) {
	const serves = ({ definition }) => begins(definition, columns);
	const served = operation.kind !== "add-column" && (!before.complete || before.indexes.some(serves));
	const given = after.indexes.some((each) => each.constraint === void 0 && serves(each));
	const index = served || given && operation.kind !== "add-column" ? [] : [{
		kind: "add-index",
		operation,
		because: "a foreign key needs an index"
	}];
	if (!at.foreignKeyChecks) return [{
		kind: "add-unchecked-foreign-key",
		operation
	}, ...index];
	const key = name === void 0 ? `the foreign key to ${references.name}` : `the foreign key ${name}`;
	const fails = {
		code: "1452",
		reason: `a row has no match in ${references.name}`,
		certain: false
	};
	return [{
		kind: "add-foreign-key",
		operation,
		because: `${key} is checked against every row`,
		fails
	}];
}
function dropConstraint(operation, { before }) {
	if (operation.type === "primary-key") return [];
	const constraint = before.constraints.find((each) => isNamed(before, each, operation.constraint));
	if (constraint === void 0 && operation.constraintIfExists && operation.type === "foreign-key" && before.complete) return [];
	if (operation.type === "foreign-key" || constraint?.definition.type === "foreign-key") return [{
		kind: "drop-foreign-key",
		operation
	}];
	if (constraint === void 0 && before.indexes.some((each) => isNamed(before, each, operation.constraint))) return [{
		kind: "drop-index",
		operation
	}];
	return [{
		kind: "change-check",
		operation
	}];
}
/** ALTER CHECK \u2026 [NOT] ENFORCED. */
function alterConstraint(at, operation, { before }) {
	const constraint = before.constraints.find((each) => isNamed(before, each, operation.constraint));
	if (operation.enforced !== true || constraint?.enforced === true) return [{
		kind: "change-check",
		operation
	}];
	const { definition } = constraint ?? {};
	if (definition?.type !== "check") return [{
		kind: "enforce-check",
		operation
	}];
	return checkChange(at, operation, definition, false).length === 0 ? [] : [{
		kind: "enforce-check",
		operation,
		fails: {
			code: "3819",
			reason: `a row violates the check ${definition.expression.text}`,
			certain: false
		}
	}];
}

// src/engine/mysql/column.ts
/** IF EXISTS, of MariaDB. */
const isPassedOver = ({ column, columnIfExists }, before) => columnIfExists === true && before.complete && columnOf(before, column) === void 0;
function addColumn(at, operation, tables) {
	if (operation.ifNotExists && columnOf(tables.before, operation.column.name)) return [];
	const definition = spelt(operation.column);
	const inline = definition.constraints.flatMap((each) => changesOfConstraint(at, operation, inlineOf(each), tables));
	return [{
		...addition(at, operation, definition),
		operation
	}, ...inline];
}
function addition(at, operation, definition) {
	const { name, generated } = definition;
	const isFirst = operation.position !== void 0 && "first" in operation.position;
	if (generated?.stored) return {
		kind: "add-stored",
		because: `${name} is computed for each row and stored`
	};
	if (generated) return isFirst ? {
		kind: "add-virtual-first",
		because: `${name} is generated and comes first`
	} : { kind: "add-virtual" };
	if (definition.autoIncrement) return {
		kind: "add-auto-increment",
		because: "every row gets its number"
	};
	const value = definition.default;
	if (value !== void 0 && isComputed(value.tree, value.text)) {
		const because = `the default ${value.text} of ${name} is an expression`;
		return {
			kind: isByRow(value.tree) ? "add-default-by-row" : "add-computed-default",
			because
		};
	}
	const lacking = lackingValue(at, definition);
	if (lacking !== void 0) return lacking;
	return { kind: operation.position === void 0 ? "add-column" : "add-column-between" };
}
/** MySQL computes every default in parentheses for each row. `CURRENT_TIMESTAMP` without them is none. https://dev.mysql.com/doc/refman/9.7/en/data-type-defaults.html */
function isComputed(tree, text) {
	if (text.startsWith("(")) return true;
	return someNode(tree, (node) => node.kind === "column" || node.kind === "call" && !isNow(node));
}
/** The functions of the time that need no parentheses as a default. */
const isNow = (node) => node.kind === "call" && /^(now|current_timestamp|localtime|localtimestamp)$/i.test(node.function.name);
/** What MariaDB has to compute anew for each row. It takes `rand()` once for all. https://mariadb.com/kb/en/create-table/#default-column-option */
function isByRow(tree) {
	return someNode(tree, (node) => node.kind === "column" || node.kind === "call" && /^(uuid(_v4|_v7)?|uuid_short|sys_guid|sysdate|nextval|lastval|random_bytes)$/i.test(node.function.name));
}
const geometries = /^(geometry|point|linestring|polygon|multi\w+|geomcollection)$/;
/** NOT NULL without a default: rows that are there get the type's zero, if it has one. */
function lackingValue(at, { name, type, notNull, default: value }) {
	if (!notNull || value !== void 0) return void 0;
	if (geometries.test(type.name) && at.server === "mysql") {
		const fails = {
			code: "1138",
			reason: `rows that are there have no value for ${name}`,
			certain: false
		};
		return {
			kind: "add-column-without-value",
			because: `${name} is NOT NULL, and there is no geometry to fill it with`,
			fails
		};
	}
	if (!/^(date|datetime)$/.test(type.name)) return void 0;
	const because = `${name} is NOT NULL without a default, and 0000-00-00 is no date`;
	const fails = {
		code: "1292",
		reason: `rows that are there would get the date 0000-00-00 in ${name}`,
		certain: false
	};
	if (at.server === "mysql") return {
		kind: "add-column-without-value",
		because,
		...at.noZeroDate && { fails }
	};
	return at.noZeroDate ? {
		kind: "add-default-by-row",
		because,
		fails
	} : void 0;
}
/** The constraint as the column's own, which the servers treat otherwise than one of the table. */
const inlineOf = (definition) => ({
	definition,
	inline: true
});
function dropColumn(operation, { before, after }) {
	const column = columnOf(before, operation.column);
	if (column === void 0) return operation.columnIfExists && before.complete ? [] : [{
		kind: "drop-column",
		operation
	}];
	const having = before.indexes.filter(({ definition }) => definition.elements.some((each) => each.column !== void 0 && isNamed(before, column, each.column)));
	if (column.generated && !column.generated.stored) return [virtualDrop(operation, having)];
	const left = having.find(({ name }) => after.indexes.some((each) => isNamed(after, each, name)));
	if (left !== void 0) return [{
		kind: "drop-column-of-index",
		operation,
		because: `the index ${left.name} has ${column.name} besides other columns`
	}];
	const [index] = having;
	return [index === void 0 ? {
		kind: "drop-column",
		operation
	} : {
		kind: "drop-indexed-column",
		operation,
		because: `the index ${index.name} goes with it`
	}];
}
function virtualDrop(operation, [index, ...others]) {
	if (index === void 0) return {
		kind: "drop-virtual",
		operation
	};
	const unique = [index, ...others].find(({ definition }) => definition.unique);
	if (unique === void 0) return {
		kind: "drop-indexed-virtual",
		operation
	};
	return {
		kind: "drop-unique-virtual",
		operation,
		because: `the unique index ${unique.name} goes with the generated column ${operation.column}`
	};
}
function renameColumn(operation, name, { before }) {
	return before.referencedBy.length > 0 && (isKey$1(before, name) || before.columns.length === 0) ? {
		kind: "rename-referenced-column",
		operation,
		because: `foreign keys of other tables may point to ${name}`
	} : {
		kind: "rename-column",
		operation
	};
}
const isKey$1 = (table, name) => table.indexes.some(({ definition }) => definition.unique && definition.elements.some(({ column }) => column?.toLowerCase() === name.toLowerCase()));
/** Whether an index has the column, and one of its words. */
function isIndexed({ indexes }, { name }) {
	const having = indexes.filter(({ definition }) => definition.elements.some(({ column }) => column?.toLowerCase() === name.toLowerCase()));
	return having.some(({ definition }) => definition.method === "fulltext") ? "words" : having.length > 0;
}

// src/engine/mysql/type-change.ts
const strings = /* @__PURE__ */ new Set([
	"char",
	"varchar",
	"binary",
	"varbinary"
]);
const texts = [
	"tinytext",
	"text",
	"mediumtext",
	"longtext"
];
const blobs = [
	"tinyblob",
	"blob",
	"mediumblob",
	"longblob"
];
/** By the bytes that a value takes. */
const integers = [
	"tinyint",
	"smallint",
	"mediumint",
	"int",
	"bigint"
];
const dates = /* @__PURE__ */ new Set([
	"date",
	"time",
	"datetime",
	"timestamp",
	"year"
]);
const numbers = /* @__PURE__ */ new Set([
	...integers,
	"decimal",
	"float",
	"double",
	"bit",
	"year"
]);
/**
* How a type differs from another one, to the server: undefined where it keeps the same bytes under the same collation.
* https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html#online-ddl-column-operations
* @param indexed an index has the column, so that its order counts; `words`: a FULLTEXT one
*/
function typeChange(at, old, now, indexed) {
	const [from, to] = [old.type, now.type];
	if (from.name === to.name && (to.name === "enum" || to.name === "set")) return membersChange(at, old, now);
	const relabelled = charsetChange(at, old, now);
	const wider = lengthChange(at, old, now);
	if (relabelled === "copied" || wider === "copied") {
		const fails = failureOf(at, old, now);
		const assumed = wider !== "copied" && (from.characterSet === void 0 || to.characterSet === void 0);
		return {
			kind: "change-type",
			because: differenceInWords(old, now, wider === "copied"),
			...assumed && { assumed },
			...fails && { fails }
		};
	}
	if (relabelled === "relabelled" && indexed && (at.server === "mysql" || collationOf(at, old) !== collationOf(at, now))) {
		const because = `an index holds ${old.name} in the order of its collation`;
		return {
			kind: indexed === "words" ? "change-type" : "relabel-indexed-characters",
			because
		};
	}
	const assumed = isUnknown(old) && isUnknown(now) && { assumed: true };
	if (wider === "short") return {
		kind: "extend-short-string",
		because: lengthBytes(old),
		...assumed
	};
	if (wider === "long") return {
		kind: "extend-long-string",
		because: lengthBytes(old),
		...assumed
	};
	if (relabelled === "relabelled") return {
		kind: "relabel-characters",
		because: `${old.name} gets another collation`
	};
	return wider === "wider" ? { kind: "extend-string" } : void 0;
}
const isUnknown = ({ type }) => hasCharset(type.name) && type.characterSet === void 0;
/** @param isOther the type is another one, whatever the character set */
function differenceInWords({ name, type: from }, { type: to }, isOther) {
	if (isOther) return `the type of ${name} changes from ${from.text} to ${to.text}`;
	if (from.characterSet === void 0) return `which character set ${name} has is not known`;
	return `the character set of ${name} changes from ${from.characterSet} to ${to.characterSet ?? "that of the server"}`;
}
const lengthBytes = ({ name }) => `the length of ${name} takes two bytes above 255 bytes, and one below`;
/** Another character set or collation. */
function charsetChange(at, old, now) {
	const [from, to] = [old.type.characterSet, now.type.characterSet];
	if (at.server === "mysql" && isString(old) && isBinary(now) && !isBinary(old)) return "relabelled";
	if (from === to) return collationOf(at, old) === collationOf(at, now) ? void 0 : "relabelled";
	return isRelabelled(from, to) ? "relabelled" : "copied";
}
const isString = ({ type }) => strings.has(type.name) || texts.includes(type.name);
const isBinary = ({ type }) => type.name.includes("binary") || blobs.includes(type.name);
/** Whether values take the same room, or up to 255 bytes one byte for their length, and two beyond. */
function lengthChange(at, old, now) {
	const [from, to] = [old.type, now.type];
	if (isVariable(from.name) && isVariable(to.name)) {
		if (!(from.name === to.name || at.server === "mysql" && to.name === "varbinary")) return "copied";
		const [chars, charsNow] = [Number(from.modifiers[0] ?? 0), Number(to.modifiers[0] ?? 0)];
		if (from.name === to.name && charsNow < chars) return "copied";
		const kinds = widthsOf(old, now).map(([one, other]) => stringChange(bytesOf(from, one), bytesOf(to, other)));
		return byWeight.find((kind) => kinds.includes(kind));
	}
	if (from.name !== to.name) return at.server === "mysql" && texts.indexOf(from.name) !== -1 && texts.indexOf(from.name) === blobs.indexOf(to.name) ? void 0 : "copied";
	if (from.name === "char" && at.server === "mysql" && bytesOf(from) > 255 !== bytesOf(to) > 255) return "copied";
	if (from.unsigned !== to.unsigned) return "copied";
	if (integers.includes(to.name) || to.name === "float" || to.name === "double" || to.name === "year") return void 0;
	return String(withDefault(to.name, from.modifiers)) === String(withDefault(to.name, to.modifiers)) ? void 0 : "copied";
}
/** The heaviest first. */
const byWeight = [
	"copied",
	"long",
	"short",
	"wider"
];
/** From so many bytes at most to so many. */
function stringChange(bytes, now) {
	if (now < bytes) return "copied";
	if (now === bytes) return void 0;
	if (bytes > 255 === now > 255) return "wider";
	return bytes <= 127 ? "short" : "long";
}
/** The bytes of a character before and after: every width that there may be, where nothing tells of the character set. */
function widthsOf(old, now) {
	if (isUnknown(old) && isUnknown(now)) return [
		1,
		3,
		4
	].map((width) => [width, width]);
	return [[widthOf(old.type.characterSet), widthOf(now.type.characterSet)]];
}
const isVariable = (type) => type === "varchar" || type === "varbinary";
function withDefault(type, modifiers) {
	if (type === "decimal") return [modifiers[0] ?? 10, modifiers[1] ?? 0];
	if (modifiers.length > 0) return modifiers;
	return /^(char|binary|bit)$/.test(type) ? [1] : dates.has(type) ? [0] : [];
}
/** Members of ENUM and SET: those that come at the end take no more room up to 255 of an ENUM, and each eight of a SET. */
function membersChange(at, old, now) {
	const [members, others] = [old.type.modifiers.map(String), now.type.modifiers.map(String)];
	const { name } = old;
	const charset = charsetChange(at, old, now);
	if (charset !== void 0 && at.server === "mariadb") return {
		kind: "change-type",
		because: `the members of ${name} get another character set or collation`
	};
	const isKept = members.length <= others.length && members.every((member, i) => member.toLowerCase() === others[i]?.toLowerCase());
	if (isKept && roomOf$1(members, now) === roomOf$1(others, now)) return members.length === others.length && charset === void 0 ? void 0 : { kind: "append-members" };
	const missing = members.find((member) => !others.includes(member));
	const fails = missing !== void 0 && at.strict && {
		code: "1265",
		reason: `a row has '${missing}' in ${name}`,
		certain: false
	};
	return {
		kind: "change-type",
		because: reasonOf$1(name, isKept, missing),
		...fails && { fails }
	};
}
/** In bytes. https://dev.mysql.com/doc/refman/9.7/en/storage-requirements.html */
function roomOf$1(members, { type }) {
	if (type.name === "enum") return members.length > 255 ? 2 : 1;
	return members.length > 32 ? 8 : Math.ceil(members.length / 8);
}
function reasonOf$1(column, isKept, missing) {
	if (isKept) return `more members take more bytes in each row of ${column}`;
	return missing === void 0 ? `a member of ${column} that is there gets another number` : `${column} loses the member '${missing}'`;
}
/** How a value may not fit into the new type. Without strict mode it is made to. */
function failureOf(at, old, now) {
	const [from, to] = [old.type.name, now.type.name];
	const failing = (code, reason) => ({
		code,
		reason,
		certain: false
	});
	if (to === "json" && from !== "json") return failing(at.server === "mysql" ? "3140" : "4025", `a value of ${old.name} is no valid JSON`);
	if (!at.strict) return void 0;
	if (to === "enum" || to === "set") return failing("1265", `a value of ${old.name} is no member of the new type`);
	const fromText = isString(old) || from === "enum" || from === "set";
	if (numbers.has(to) && fromText) return failing(at.server === "mysql" ? "1366" : "1292", `a value of ${old.name} is no number`);
	if (dates.has(to) && (fromText || numbers.has(from))) return failing("1292", `a value of ${old.name} is no date or time`);
	if (integers.includes(to) && numbers.has(from)) return isNarrower(old, now) ? failing("1264", outOfRange(old)) : void 0;
	if (to === "decimal" && numbers.has(from)) return digits(now) < digits(old) ? failing("1264", outOfRange(old)) : void 0;
	if (to === "timestamp") return failing("1292", `a value of ${old.name} lies outside of what a TIMESTAMP holds`);
	if (bytesOf(now.type) < bytesOf(old.type)) return failing("1265", `a value of ${old.name} is longer`);
	if (old.type.characterSet !== now.type.characterSet && hasMore(old) && now.type.characterSet !== "utf8mb4") return failing("1366", `a character of ${old.name} is missing in ${now.type.characterSet ?? "the new character set"}`);
}
const outOfRange = ({ name }) => `a value of ${name} is out of the new range`;
const hasMore = ({ type }) => type.characterSet !== void 0 && !/^(ascii|binary)$/.test(type.characterSet);
function isNarrower({ type: from }, { type: to }) {
	const [old, now] = [integers.indexOf(from.name), integers.indexOf(to.name)];
	return old === -1 || now < old || now === old && from.unsigned !== to.unsigned || to.unsigned === true && from.unsigned !== true || from.unsigned === true && now === old;
}
/** Digits before the point. */
function digits({ type: { name, modifiers } }) {
	if (name === "decimal") return Number(modifiers[0] ?? 10) - Number(modifiers[1] ?? 0);
	return {
		tinyint: 3,
		smallint: 5,
		mediumint: 8,
		int: 10,
		bigint: 20,
		year: 4
	}[name] ?? 65;
}

// src/engine/mysql/redefine-column.ts
/** MODIFY and CHANGE: every difference from what the column was is a change. */
function redefineColumn(at, operation, tables, statement) {
	const old = columnOf(tables.before, operation.column);
	if (old === void 0) {
		if (operation.columnIfExists && tables.before.complete) return [];
		if (at.server === "mariadb" && statement.some((each) => each.kind === "add-column" && sameName(each.column.name, operation.column))) return [];
		return [{
			kind: "change-type",
			operation,
			because: `what ${operation.column} was before is not known`,
			assumed: true
		}];
	}
	const definition = spelt(operation.definition);
	const now = columnFrom(definition, tables.after.mysql ?? {}, 0);
	const kinds = [];
	const add = (kind, more = {}) => void kinds.push({
		kind,
		operation,
		...more
	});
	if (old.name.toLowerCase() !== now.name.toLowerCase()) kinds.push(renameColumn(operation, old.name, tables));
	const wasPrimary = tables.before.constraints.some(({ definition: key }) => key.type === "primary-key" && key.columns.some((each) => isNamed(tables.before, old, each)));
	if (old.generated || now.generated) generatedChange(at, old, now, isIndexed(tables.before, old) !== false, add);
	else {
		const typed = typeChange(at, old, now, isIndexed(tables.before, old) || isIndexed(tables.after, now));
		if (typed !== void 0) kinds.push({
			operation,
			...typed
		});
		if (old.autoIncrement && !now.autoIncrement) add("stop-numbering");
		if (!old.autoIncrement && now.autoIncrement) add("start-numbering", { because: `${now.name} becomes AUTO_INCREMENT` });
	}
	if (old.notNull && !now.notNull && !wasPrimary) add("allow-null", { because: `${now.name} comes to take NULL` });
	if (!old.notNull && now.notNull) add("forbid-null", {
		because: `${now.name} becomes NOT NULL`,
		...nullFailure(at, old)
	});
	if (operation.position !== void 0 && isMoved(tables, old, statement)) add(old.generated === void 0 ? "move-column" : old.generated.stored ? "move-stored" : "move-virtual");
	if (kinds.length === 0) add("change-setting");
	return [...kinds, ...definition.constraints.flatMap((each) => changesOfConstraint(at, operation, inlineOf(each), tables))];
}
function generatedChange(at, old, now, indexed, add) {
	const { name } = now;
	if (!old.generated || !now.generated || old.generated.stored !== now.generated.stored) add("change-type", { because: `${name} ${now.generated ? "becomes generated" : "is no longer generated"}` });
	else if (typeChange(at, old, now, false) !== void 0) add("change-type", { because: `${name} becomes ${now.type.text}` });
	else if (at.server === "mariadb" && (indexed || old.generated.stored)) add("change-type", { because: `${name} is computed and ${indexed ? "indexed" : "stored"}` });
	else if (old.generated.expression.text !== now.generated.expression.text) add(now.generated.stored ? "add-stored" : "change-virtual-expression", { because: `${name} is computed in another way` });
}
/** Whether another column comes to stand before it, of those that stay. */
function isMoved({ before, after }, column, statement) {
	const names = before.columns.map(({ name }) => nameAfter(statement, name));
	const place = (name) => after.columns.findIndex((each) => isNamed(after, each, name));
	const own = before.columns.indexOf(column);
	const others = names.filter((name, i) => i !== own && place(name) !== -1);
	const at = place(names[own] ?? "");
	const stoodBefore = names.slice(0, own);
	return others.some((name) => stoodBefore.includes(name) !== place(name) < at);
}

// src/engine/mysql/table-change.ts
/** Options after which the rows are written anew, be the value what it was. https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html#online-ddl-table-operations */
const rebuilding = /* @__PURE__ */ new Set([
	"row_format",
	"key_block_size",
	"tablespace",
	"page_compressed",
	"page_compression_level"
]);
function alterOptions(operation, { before }) {
	const changes = operation.options.map((option) => optionChange(operation, option, before));
	return changes.length === 0 ? [{
		kind: "change-table-setting",
		operation
	}] : changes;
}
function optionChange(operation, { name, value }, before) {
	if (name === "engine") {
		const engine = value.toLowerCase();
		if (engine === engineOf(before)) return {
			kind: "rebuild-table",
			operation
		};
		return {
			kind: "change-engine",
			operation,
			because: `the table goes from ${engineOf(before)} to ${engine}`
		};
	}
	if (name === "encryption") return {
		kind: "change-engine",
		operation,
		because: "its encryption changes"
	};
	return {
		kind: rebuilding.has(name) ? "rebuild-table" : "change-table-setting",
		operation
	};
}
/** CONVERT TO: every column of characters is looked at as MODIFY would. A text that may hold fewer characters afterwards gets a larger type. */
function convertCharacterSet(at, operation, { before, after }) {
	if (!before.complete) return [{
		kind: "change-type",
		operation,
		because: "which columns the table has is not known",
		assumed: true
	}];
	const changes = before.columns.flatMap((column) => {
		const now = columnOf(after, column.name);
		if (now === void 0 || column.type.characterSet === void 0) return [];
		if (/text$/.test(column.type.name) && widthOf(now.type.characterSet) > widthOf(column.type.characterSet)) return [{
			kind: "change-type",
			operation,
			because: `${column.name} gets a larger type, to hold as many characters`
		}];
		const change = typeChange(at, column, now, isIndexed(before, column));
		if (change === void 0) return [];
		const { kind, ...more } = change;
		return [{
			operation,
			kind: kind === "relabel-characters" || kind === "extend-string" ? "convert-characters" : kind,
			...more
		}];
	});
	return changes.length === 0 ? [{
		kind: "change-table-setting",
		operation
	}] : changes;
}

// src/engine/mysql/changes.ts
/** What one action of ALTER TABLE changes; undefined where the operation is none. @param statement all of its operations */
function changesOf(at, operation, tables, statement) {
	const { before } = tables;
	const one = (kind) => [{
		kind,
		operation
	}];
	switch (operation.kind) {
		case "add-column": return addColumn(at, operation, tables);
		case "drop-column": return dropColumn(operation, tables);
		case "rename-column": return isPassedOver(operation, before) ? [] : [renameColumn(operation, operation.column, tables)];
		case "redefine-column": return redefineColumn(at, operation, tables, statement).flatMap((each) => besideOption$1(at, each, tables, statement));
		case "set-default":
		case "drop-default":
		case "set-column-visibility": return isPassedOver(operation, before) ? [] : one("change-setting");
		case "add-constraint":
			if (operation.ifNotExists && tables.before.constraints.some((each) => isNamed(before, each, nameOf(operation)))) return [];
			return changesOfConstraint(at, operation, { definition: operation.constraint }, tables);
		case "drop-constraint": return dropConstraint(operation, tables);
		case "alter-constraint": return alterConstraint(at, operation, tables);
		case "create-index": return createIndex(at, operation, tables, statement);
		case "drop-index":
			if (operation.ifExists && before.complete && indexNamed(before, operation.index.name) === void 0) return [];
			return isMadeAnew(at, statement, operation.index.name, tables) ? [] : one("drop-index");
		case "rename-index": return operation.ifExists && before.complete && indexNamed(before, operation.index.name) === void 0 ? [] : one("rename-index");
		case "set-index-visibility": return operation.indexIfExists && before.complete && indexNamed(before, operation.index) === void 0 ? [] : one("set-index-visibility");
		case "rename-table": return one("rename-table");
		case "alter-table-options": return alterOptions(operation, tables);
		case "convert-character-set": return convertCharacterSet(at, operation, tables);
		case "rebuild-table": return one(operation.by === "force" ? "rebuild-table" : "sort-rows");
		case "set-keys-state": return one("set-keys-state");
		case "repartition-table": return [{
			kind: "partition-table",
			operation,
			.../^(range|list)$/.test(operation.partitionBy?.strategy ?? "") && { fails: {
				code: "1526",
				reason: "a row belongs into none of the partitions",
				certain: false
			} }
		}];
		case "set-system-versioning":
		case "add-period":
		case "drop-period": return one("change-system-versioning");
		case "alter-nothing": return one("change-table-setting");
		default: return;
	}
}
const nameOf = ({ constraint: { type, name } }) => type === "primary-key" ? "PRIMARY" : name ?? "";
/**
* Beside an option of the table MySQL takes another character set of a TEXT for a CONVERT TO, and makes the indexes anew that have a longer VARCHAR.
*/
function besideOption$1({ server }, change, { before }, statement) {
	const { kind, operation } = change;
	if (server === "mariadb" || operation.kind !== "redefine-column" || !statement.some((each) => each.kind === "alter-table-options")) return [change];
	if (kind === "relabel-characters" && operation.definition.type.name.endsWith("text")) return [{
		...change,
		kind: "convert-characters"
	}];
	const column = columnOf(before, operation.column);
	const isLonger = kind === "extend-string" && column !== void 0 && isIndexed(before, column) !== false;
	const because = `the indexes that have ${operation.column} are made anew beside an option of the table`;
	return isLonger ? [change, {
		kind: "add-index",
		operation,
		because
	}] : [change];
}
/** To MySQL an index of the same name, to MariaDB a primary key of the same columns is that index. */
function isMadeAnew(at, statement, name, { before }) {
	if (at.server === "mysql") return statement.some((each) => each.kind === "create-index" && each.index.name?.toLowerCase() === name.toLowerCase());
	const index = before.indexes.find((each) => isNamed(before, each, name));
	const isTaken = (each) => each.kind === "create-index" && index !== void 0 && !statesType(each) && hasSameKeys(index.definition, each.index);
	if (has(at, renamesIndexes) && statement.some(isTaken)) return true;
	const keys = index?.definition.unique ? index.definition.elements.map(({ column }) => column?.toLowerCase()) : void 0;
	return statement.some((each) => each.kind === "add-constraint" && each.constraint.type === "primary-key" && String(each.constraint.columns.map((column) => column.toLowerCase())) === String(keys));
}

// src/engine/mysql/choice.ts
/**
* What the server does of the forms that it takes: what is demanded, or the cheapest.
* https://dev.mysql.com/doc/refman/9.7/en/alter-table.html#alter-table-performance
* @param hoped the forms that it may take for all that is known, where `forms` assumes the worst: what is demanded of these is not refused for certain
*/
function chosen(at, forms, clauses = {}, hoped = {}) {
	const stated = clauses.algorithm === void 0 || clauses.algorithm === "default" ? at.algorithm : clauses.algorithm;
	const lock = clauses.lock === "default" ? void 0 : clauses.lock;
	if (at.server === "mysql" && stated === "instant" && lock !== void 0) return refused$1(forms, "1221", `ALGORITHM=INSTANT goes with no LOCK clause but LOCK=DEFAULT`);
	const demanded = stated === "default" || clauses.ignore ? void 0 : stated.toUpperCase();
	const isTaken = (algorithm) => {
		const form = forms[algorithm];
		if (form === void 0 || demanded !== void 0 && algorithm !== demanded) return false;
		return (!clauses.ignore || algorithm === "COPY") && (lock === void 0 || goesWith(form, lock, demanded));
	};
	const algorithm = algorithms.find(isTaken);
	const form = algorithm === void 0 ? void 0 : forms[algorithm];
	if (algorithm === void 0 || form === void 0) {
		const [code, reason] = refusalOf(at, forms, demanded, lock);
		const other = demanded ?? "INPLACE";
		const perhaps = other === "COPY" ? void 0 : hoped[other];
		if (perhaps === void 0 || lock !== void 0 && !goesWith(perhaps, lock, demanded)) return refused$1(forms, code, reason);
		const fails = joinFailures([{
			code,
			reason,
			certain: false
		}, perhaps.fails]);
		const held = isWork(perhaps.work) && lock !== void 0 ? stronger(perhaps.lock, lock) : perhaps.lock;
		return effectOf(other, {
			...perhaps,
			fails,
			because: forms.COPY?.because ?? "something about it is not known"
		}, held);
	}
	const held = isWork(form.work) && lock !== void 0 ? stronger(form.lock, lock) : form.lock;
	const real = at.server === "mariadb" ? algorithms.find((each) => forms[each]?.work === form.work && forms[each]?.clause === form.clause) ?? algorithm : algorithm;
	return effectOf(real === "INSTANT" && form.work.includes("rebuild") ? "COPY" : real, form, held);
}
function effectOf(algorithm, { work, fails, because }, lock) {
	return {
		algorithm,
		lock,
		work,
		...fails && { fails },
		...because !== void 0 && { because }
	};
}
/** INSTANT needs no lock that one could strengthen: without ALGORITHM, MySQL takes it with any LOCK. */
function goesWith({ clause }, lock, demanded) {
	return clause === "default" ? demanded === void 0 : locks.indexOf(lock) >= locks.indexOf(clause);
}
const stronger = (a, b) => locks.indexOf(a) >= locks.indexOf(b) ? a : b;
/** What it does otherwise is told, too: it is what there is to stage. */
function refused$1(forms, code, reason) {
	const algorithm = algorithms.find((each) => forms[each] !== void 0) ?? "COPY";
	const form = forms[algorithm];
	const fails = joinFailures([{
		code,
		reason,
		certain: true
	}, form.fails]);
	return effectOf(algorithm, {
		...form,
		fails
	}, form.lock);
}
/** 1846 tells the reason, 1845 does not. */
function refusalOf({ server }, forms, demanded, lock) {
	const best = algorithms.find((each) => forms[each] !== void 0) ?? "COPY";
	const form = demanded === void 0 ? void 0 : forms[demanded];
	if (demanded === "NOCOPY" && server === "mysql") return ["1800", "MySQL does not know ALGORITHM=NOCOPY"];
	if (demanded !== void 0 && form === void 0) return [server === "mysql" && demanded === "INSTANT" && best === "INPLACE" ? "1845" : "1846", `ALGORITHM=${demanded} is not supported for this: the server needs ALGORITHM=${best}`];
	const weakest = (form ?? forms[best])?.clause ?? "shared";
	const reason = `LOCK=${(lock ?? "none").toUpperCase()} is not supported for this: the server needs LOCK=${weakest.toUpperCase()}`;
	return [weakest === "exclusive" ? "1845" : "1846", reason];
}

// src/engine/mysql/ways.ts
const done = (work, lock = "none") => ({
	work,
	lock
});
const copied = {};
/** Of MySQL; an INPLACE that is demanded costs no more. */
const dictionary = {
	light: done("metadata"),
	inplace: done("metadata")
};
/** MySQL calls INPLACE what it does to the dictionary alone, and refuses INSTANT. */
const dictionaryInPlace = { inplace: done("metadata") };
const rowVersion = {
	light: done("row-version"),
	inplace: done("rebuild")
};
const rebuilt = { inplace: done("rebuild") };
const rebuiltShared = { inplace: done("rebuild", "shared") };
const indexed = { inplace: done("index-build") };
const indexedShared = { inplace: done("index-build", "shared") };
/** INSTANT alone, but a rebuild beside what touches rows. */
const lightElseRebuilt = {
	light: done("metadata"),
	inplace: done("rebuild")
};
const droppedIndex = {
	light: done("metadata"),
	nocopy: true,
	inplace: done("metadata")
};
/** Since when there is ALGORITHM=INSTANT at all. */
const instantSince = {
	mysql: "8.0.12",
	mariadb: "10.3.2"
};
/** Another character set with the same bytes is no other type. */
const sameBytes = {
	mysql: "8.0",
	mariadb: "10.4.3"
};
/** Columns come and go anywhere without touching rows. */
const anywhere = {
	mysql: "8.0.29",
	mariadb: "10.4"
};
const facts$1 = {
	"add-column": {
		mysql: rowVersion,
		mariadb: lightElseRebuilt
	},
	"add-column-between": {
		mysql: rowVersion,
		mariadb: lightElseRebuilt,
		light: anywhere
	},
	"add-auto-increment": {
		mysql: rebuiltShared,
		mariadb: rebuiltShared
	},
	/** NOT NULL without a default, of a type that has no value for it that is valid: dates, geometries. */
	"add-column-without-value": {
		mysql: rebuilt,
		mariadb: lightElseRebuilt
	},
	"add-computed-default": {
		mysql: copied,
		mariadb: lightElseRebuilt
	},
	/** A default that is another one for each row. */
	"add-default-by-row": {
		mysql: copied,
		mariadb: copied
	},
	"drop-column": {
		mysql: rowVersion,
		mariadb: lightElseRebuilt,
		light: anywhere
	},
	"drop-indexed-column": {
		mysql: rebuilt,
		mariadb: {
			...lightElseRebuilt,
			nocopy: true
		},
		light: anywhere
	},
	"drop-column-of-index": {
		mysql: rebuilt,
		mariadb: rebuilt
	},
	"rename-column": {
		mysql: dictionary,
		mariadb: dictionary,
		light: {
			mysql: "8.0.28",
			mariadb: "10.3.2"
		}
	},
	"rename-referenced-column": {
		mysql: dictionaryInPlace,
		mariadb: dictionary
	},
	"move-column": {
		mysql: rebuilt,
		mariadb: lightElseRebuilt,
		light: anywhere
	},
	/** What is there is dropped and made again in the same statement, keys enabled. */
	"change-nothing": {
		mysql: dictionary,
		mariadb: dictionary
	},
	/** Default, ON UPDATE, comment, visibility. */
	"change-setting": {
		mysql: dictionary,
		mariadb: dictionary
	},
	"add-virtual": {
		mysql: dictionary,
		mariadb: dictionary
	},
	"add-virtual-first": {
		mysql: copied,
		mariadb: dictionary
	},
	"drop-virtual": {
		mysql: dictionary,
		mariadb: dictionary
	},
	"drop-indexed-virtual": {
		mysql: dictionaryInPlace,
		mariadb: droppedIndex
	},
	/** The index that goes with it is UNIQUE. */
	"drop-unique-virtual": {
		mysql: copied,
		mariadb: copied
	},
	"move-virtual": {
		mysql: dictionary,
		mariadb: copied
	},
	"change-virtual-expression": {
		mysql: copied,
		mariadb: dictionary
	},
	"add-stored": {
		mysql: copied,
		mariadb: copied
	},
	"move-stored": {
		mysql: rebuilt,
		mariadb: copied
	},
	"change-type": {
		mysql: copied,
		mariadb: copied
	},
	/** A longer VARCHAR or VARBINARY with as many bytes for its length. */
	"extend-string": {
		mysql: dictionaryInPlace,
		mariadb: dictionary
	},
	/** One that needs two bytes for its length where one was enough, and that was no longer than 127 bytes. */
	"extend-short-string": {
		mysql: copied,
		mariadb: dictionary,
		uncopied: { mariadb: "10.4.3" }
	},
	"extend-long-string": {
		mysql: copied,
		mariadb: copied
	},
	/** Another character set or collation that leaves the bytes as they are, of a column that no index has. */
	"relabel-characters": {
		mysql: dictionaryInPlace,
		mariadb: dictionary,
		uncopied: sameBytes
	},
	"relabel-indexed-characters": {
		mysql: copied,
		mariadb: indexed
	},
	/** The same by CONVERT TO, of the whole table; and of a TEXT beside an option of the table. */
	"convert-characters": {
		mysql: rebuiltShared,
		mariadb: dictionary,
		uncopied: sameBytes
	},
	"append-members": {
		mysql: dictionary,
		mariadb: dictionary
	},
	"allow-null": {
		mysql: rebuilt,
		mariadb: rebuilt
	},
	"forbid-null": {
		mysql: rebuilt,
		mariadb: rebuilt
	},
	"start-numbering": {
		mysql: copied,
		mariadb: copied
	},
	"stop-numbering": {
		mysql: copied,
		mariadb: dictionary
	},
	"add-index": {
		mysql: indexed,
		mariadb: indexed
	},
	"add-unique": {
		mysql: indexed,
		mariadb: indexed
	},
	/** MariaDB's, of what is too long for an index. */
	"add-hashed-unique": {
		mysql: copied,
		mariadb: copied
	},
	"add-computed-index": {
		mysql: indexedShared,
		mariadb: indexedShared
	},
	"add-computed-unique": {
		mysql: copied,
		mariadb: copied
	},
	"add-spatial": {
		mysql: indexedShared,
		mariadb: indexedShared
	},
	"add-fulltext": {
		mysql: indexedShared,
		mariadb: indexedShared
	},
	/** It brings the hidden column FTS_DOC_ID. */
	"add-first-fulltext": {
		mysql: rebuiltShared,
		mariadb: rebuiltShared
	},
	"add-vector": {
		mysql: copied,
		mariadb: copied
	},
	"drop-index": {
		mysql: dictionaryInPlace,
		mariadb: droppedIndex
	},
	"rename-index": {
		mysql: dictionaryInPlace,
		mariadb: dictionary
	},
	"set-index-visibility": {
		mysql: dictionaryInPlace,
		mariadb: dictionary
	},
	/** Dropped and added again with the same keys, USING another type, which InnoDB does not know. */
	"change-index-type": {
		mysql: dictionary,
		mariadb: indexed
	},
	"set-keys-state": {
		mysql: dictionary,
		mariadb: dictionary
	},
	"add-primary-key": {
		mysql: rebuilt,
		mariadb: rebuilt
	},
	/** The rows are in this order already: by the first unique index of columns that are NOT NULL. */
	"name-primary-key": {
		mysql: rebuilt,
		mariadb: indexed
	},
	"replace-primary-key": {
		mysql: rebuilt,
		mariadb: rebuilt
	},
	"drop-primary-key": {
		mysql: copied,
		mariadb: copied
	},
	"add-foreign-key": {
		mysql: copied,
		mariadb: copied
	},
	"add-unchecked-foreign-key": {
		mysql: dictionaryInPlace,
		mariadb: dictionary
	},
	"drop-foreign-key": {
		mysql: dictionaryInPlace,
		mariadb: dictionary
	},
	"add-check": {
		mysql: copied,
		mariadb: copied
	},
	/** Of a column that is added or defined anew. */
	"add-inline-check": {
		mysql: copied,
		mariadb: dictionary
	},
	"add-unenforced-check": {
		mysql: dictionary,
		mariadb: dictionary
	},
	"enforce-check": {
		mysql: copied,
		mariadb: copied
	},
	"change-check": {
		mysql: dictionary,
		mariadb: dictionary
	},
	"rename-table": {
		mysql: dictionary,
		mariadb: dictionary
	},
	"change-table-setting": {
		mysql: dictionaryInPlace,
		mariadb: dictionary
	},
	"rebuild-table": {
		mysql: rebuilt,
		mariadb: rebuilt
	},
	"change-engine": {
		mysql: copied,
		mariadb: copied
	},
	"sort-rows": {
		mysql: copied,
		mariadb: copied
	},
	"partition-table": {
		mysql: copied,
		mariadb: copied
	},
	"change-system-versioning": {
		mysql: copied,
		mariadb: copied
	}
};
function wayOf(kind, server) {
	return facts$1[kind][server];
}
/** Since when it is done without touching rows, where it ever is. */
function lightSince(kind) {
	return facts$1[kind].light ?? instantSince;
}
/** Since when the table is not copied for it, where that has not always been so. */
function uncopiedSince(kind) {
	return facts$1[kind].uncopied;
}
/** Changes of columns that leave the rows as they are, in the format that they then no longer have. */
const byRowFormat = /* @__PURE__ */ new Set([
	"add-column",
	"add-column-between",
	"add-column-without-value",
	"add-computed-default",
	"drop-column",
	"drop-indexed-column",
	"move-column"
]);
/** What engines other than InnoDB do without copying the table, too: they are not asked. */
const ofAnyEngine = /* @__PURE__ */ new Set([
	"change-nothing",
	"rename-column",
	"rename-referenced-column",
	"append-members",
	"change-setting",
	"change-check",
	"rename-table",
	"set-keys-state"
]);
/** What MariaDB before 11 copies although ALGORITHM=INSTANT or NOCOPY is demanded. */
const copiedInSilence = /* @__PURE__ */ new Set([
	"change-engine",
	"sort-rows",
	"partition-table"
]);

// src/engine/mysql/circumstance.ts
/** InnoDB has room for so many columns, those that were dropped without touching rows among them. https://dev.mysql.com/doc/refman/9.7/en/innodb-limits.html */
const mostColumns = 1017;
function standingOf(at, change, tables) {
	const way = wayOf(change.kind, at.server);
	const copied = copiedBecause(at, change.kind, tables);
	if (copied !== void 0) return {
		change,
		way: {},
		because: copied
	};
	if (at.server === "mariadb" && tables.before.mysql?.rowFormat === "redundant" && ofEveryRow.has(change.kind)) return {
		change,
		way: wayOf("extend-short-string", at.server)
	};
	if (way.light === void 0) return {
		change,
		way,
		...reasonOf(change)
	};
	const hindered = hinderedBecause(at, change.kind, tables);
	if (hindered === void 0) return {
		change,
		way,
		...reasonOf(change)
	};
	const { light: _, nocopy: __, inplace } = way;
	return {
		change,
		way: inplace === void 0 ? {} : { inplace },
		because: hindered
	};
}
/** Rows of ROW_FORMAT=REDUNDANT say of each value how long it is and whether it is NULL. */
const ofEveryRow = /* @__PURE__ */ new Set(["allow-null", "extend-long-string"]);
const reasonOf = ({ because }) => because === void 0 ? {} : { because };
/** Why the table is copied, whatever the change needs elsewhere. */
function copiedBecause(at, kind, { before }) {
	const engine = engineOf(before);
	const since = uncopiedSince(kind);
	if (since !== void 0 && since[at.server] !== void 0 && !has(at, since)) return `doing without takes ${inWords({
		server: at.server,
		version: since[at.server] ?? ""
	})}`;
	if (engine !== "innodb" && !ofAnyEngine.has(kind)) return `${before.name.name} is a table of ${engine}`;
	if (at.server === "mysql") return kind === "forbid-null" && !at.strict ? "without strict mode NULLs are changed into other values" : void 0;
	if (before.partitionBy && (kind === "add-virtual" || kind === "drop-primary-key" || kind === "replace-primary-key")) return `${before.name.name} is partitioned`;
	if (kind !== "forbid-null") return void 0;
	const stored = before.columns.find(({ generated }) => generated?.stored);
	const virtual = indexedVirtual(before);
	return stored ? `${stored.name} is computed and stored` : virtual && `an index has the generated column ${virtual}`;
}
/** Why rows or indexes are touched although this kind of change could leave them alone. */
function hinderedBecause(at, kind, { before, after }) {
	const since = lightSince(kind)[at.server];
	if (!has(at, lightSince(kind))) return since === void 0 ? "rows are touched" : `leaving the rows alone takes ${inWords({
		server: at.server,
		version: since
	})}`;
	if (!byRowFormat.has(kind)) return void 0;
	const { name, mysql } = before;
	if (mysql?.rowFormat === "compressed" || Number(mysql?.keyBlockSize ?? 0) > 0) return `${name.name} is compressed`;
	if (mysql?.fullTextIds) return `${name.name} has, or had, a FULLTEXT index`;
	if (at.server === "mariadb" && indexedVirtual(before)) return `an index has the generated column ${indexedVirtual(before)}`;
	if (at.server === "mysql" && kind !== "move-column" && (mysql?.rowVersions ?? 0) >= mostVersions(at)) return `${name.name} may have used up the ${mostVersions(at)} changes without touching rows that it has until it is rebuilt`;
	if (after.columns.length + (mysql?.rowVersions ?? 0) > 1017) return `${name.name} has ${mostColumns} columns, with those that were dropped`;
}
const mostVersions = ({ version }) => rowVersionCap(version);
/** A VIRTUAL column that an index has. */
function indexedVirtual(table) {
	const isIn = (name) => table.indexes.some(({ definition }) => definition.elements.some((each) => each.column?.toLowerCase() === name.toLowerCase()));
	return table.columns.find(({ name, generated }) => generated?.stored === false && isIn(name))?.name;
}
/** The FULLTEXT indexes that were there and stay. */
function keptFullTexts({ before, after }) {
	return before.indexes.filter(({ name, definition }) => definition.method === "fulltext" && after.indexes.some((each) => isNamed(after, each, name)));
}

// src/engine/mysql/refusal/needed-key.ts
/**
* Of a foreign key of this table its columns begin an index. Those that it points to do so too; since 8.4 MySQL wants a unique key of just these, where there was one.
* https://dev.mysql.com/doc/refman/9.7/en/create-table-foreign-keys.html#foreign-key-restrictions
*/
function unserved(at, { before, after }) {
	const starts = (table, columns) => table.indexes.some((each) => begins(each.definition, columns));
	const own = after.constraints.find(({ definition }) => definition.type === "foreign-key" && starts(before, definition.columns) && !starts(after, definition.columns));
	if (own !== void 0) return { constraint: own.name };
	const strict = has(at, { mysql: "8.4" });
	for (const { table, constraint } of before.referencedBy) {
		const [was, is] = [at.schema, at.after()].map((schema) => {
			const definition = tableOf(schema, table)?.constraints.find(({ name }) => name === constraint)?.definition;
			return definition?.type === "foreign-key" ? definition.referencedColumns : void 0;
		});
		if (was === void 0 || is === void 0) continue;
		if (strict && isKey(before, was) ? !isKey(after, is) : starts(before, was) && !starts(after, is)) return {
			constraint,
			child: table
		};
	}
}
/** Whether a unique key has these columns, whole and in this order, and no others. */
function isKey({ indexes }, columns) {
	return indexes.some(({ definition }) => definition.unique && definition.elements.length === columns.length && begins(definition, columns));
}

// src/engine/mysql/copy.ts
/** MariaDB's copy lets others write meanwhile since 11.2, though not beside these. https://mariadb.com/kb/en/online-schema-change/ */
function isWritable(at, standings, before) {
	return has(at, { mariadb: "11.2" }) && !standings.some((each) => ignores(each) || needsLock(each, before)) && !before.constraints.some(cascades);
}
/** What holds writers although LOCK=NONE is taken. */
function holdsUnasked(at, standings, before) {
	return at.blockingCopy || standings.some((each) => blocksUnasked(each, before.name.name));
}
/** ALTER IGNORE TABLE */
const ignores = ({ change }) => change.operation.clauses?.ignore === true;
/** A copy would have to make foreign keys anew: of a column with another name, or in MySQL of one that becomes NOT NULL. */
function isNotCopied(at, { change: { kind, operation } }, tables) {
	const { before } = tables;
	if (kind === "replace-primary-key") return at.server === "mariadb" && at.foreignKeyChecks && unserved(at, tables)?.child !== void 0;
	if (operation.kind !== "rename-column" && operation.kind !== "redefine-column") return false;
	if (kind === "rename-referenced-column") return true;
	return before.constraints.some(({ definition }) => definition.type === "foreign-key" && definition.columns.some((each) => each.toLowerCase() === operation.column.toLowerCase())) && (kind === "rename-column" || kind === "forbid-null" && at.server === "mysql" && at.foreignKeyChecks);
}
/** What keeps MariaDB 11.2 from letting others write while it copies. https://mariadb.com/kb/en/online-schema-change/ */
function needsLock({ change: { kind, operation } }, before) {
	if (kind === "add-auto-increment") return true;
	if (kind !== "start-numbering" || operation.kind !== "redefine-column") return false;
	const tells = ({ definition }) => definition.unique && definition.elements.every(({ column = "" }) => columnOf(before, column)?.notNull && !sameName(column, operation.column));
	return !before.indexes.some(tells);
}
/** The same, although it takes LOCK=NONE. */
function blocksUnasked({ change: { kind, operation } }, table) {
	if (kind === "sort-rows") return true;
	const constraint = operation.kind === "add-constraint" ? operation.constraint : void 0;
	return constraint?.type === "foreign-key" && constraint.references.name === table;
}
function cascades({ definition }) {
	return definition.type === "foreign-key" && [definition.onDelete, definition.onUpdate].some((action) => action === "cascade" || action === "set null");
}

// src/engine/mysql/together.ts
function togetherOf(at, standings, tables) {
	const kinds = standings.map(({ change }) => change.kind);
	return at.server === "mysql" ? inMysql$1(kinds, standings, tables) : inMariadb$1(kinds, standings, tables);
}
const virtual = /* @__PURE__ */ new Set([
	"add-virtual",
	"drop-virtual",
	"drop-indexed-virtual",
	"move-virtual"
]);
const besideVirtual = /* @__PURE__ */ new Set([
	...virtual,
	"add-index",
	"add-computed-index",
	"drop-index",
	"change-setting"
]);
const adding = /* @__PURE__ */ new Set(["add-column", "add-column-between"]);
const dropping = /* @__PURE__ */ new Set([
	"drop-column",
	"drop-indexed-column",
	"drop-index",
	"drop-virtual",
	"drop-indexed-virtual",
	"add-virtual"
]);
const besideOption = /* @__PURE__ */ new Set([
	"extend-string",
	"extend-short-string",
	"relabel-characters",
	"rename-index",
	"rename-column"
]);
const option$1 = "an option of the table changes in the same statement";
const isVirtualDrop = (kind) => kind === "drop-virtual" || kind === "drop-indexed-virtual";
const generated = "a generated column comes or goes in the same statement";
/** https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html#online-ddl-generated-column-operations */
function inMysql$1(kinds, standings, tables) {
	const mixed = kinds.some((kind) => virtual.has(kind)) && !kinds.every((kind) => besideVirtual.has(kind));
	const moved = kinds.some(isVirtualDrop) && kinds.some((kind) => adding.has(kind));
	const keys = kinds.includes("set-keys-state") && kinds.length > 1;
	const renamed = kinds.some((kind) => virtual.has(kind)) && kinds.includes("rename-column");
	const shifted = kinds.includes("add-virtual") && shiftedVirtual(tables) !== void 0;
	const [fullText] = keptFullTexts(tables);
	const rebuilds = standings.some(({ way }) => way.inplace?.work === "rebuild");
	return {
		...(moved || renamed || keys || shifted) && { notLight: keys ? "keys are enabled or disabled in the same statement" : generated },
		...fullText && rebuilds && { notInPlace: `the rows of a table with a FULLTEXT index (${fullText.name}) are not written anew in place` },
		...rebuilds && tables.before.mysql?.fullTextIds && kinds.includes("add-fulltext") && { notInPlace: "a FULLTEXT index is made while the rows are written anew" },
		...(mixed || keys || shifted) && { notInPlace: generated }
	};
}
/** https://mariadb.com/docs/server/server-usage/storage-engines/innodb/innodb-online-ddl/innodb-online-ddl-operations-with-the-inplace-alter-algorithm */
function inMariadb$1(kinds, standings, tables) {
	const fullTexts = kinds.filter((kind) => kind === "add-fulltext" || kind === "add-first-fulltext");
	const comes = kinds.some((kind) => kind === "add-virtual" || isVirtualDrop(kind));
	const mixed = comes && !kinds.every((kind) => besideVirtual.has(kind) && kind !== "change-setting" || dropping.has(kind));
	const drops = kinds.some((kind) => kind === "drop-column" || kind === "drop-indexed-column");
	const shifted = shiftedVirtual(tables);
	const keys = kinds.includes("set-keys-state") && kinds.length > 1;
	const kept = keptFullTexts(tables).map(({ name }) => name);
	const rebuilds = standings.some(({ way }) => way.inplace?.work === "rebuild");
	const indexed = indexedVirtual(tables.after);
	const shared = kept.length > 0 ? `the table has the FULLTEXT index ${kept[0]}` : indexed && `an index has the generated column ${indexed}`;
	const place = `the generated column ${shifted} gets another place`;
	return {
		...(mixed || keys) && {
			notLight: generated,
			notInPlace: generated
		},
		...shifted !== void 0 && (kinds.includes("add-virtual") || !kinds.every((kind) => dropping.has(kind))) && {
			notLight: place,
			notInPlace: place
		},
		...kinds.includes("change-table-setting") && kinds.some((kind) => besideOption.has(kind)) && !kinds.some((kind) => adding.has(kind)) && { nocopy: option$1 },
		...(comes && drops || shifted !== void 0) && { notInPlace: place },
		...(fullTexts.length > 1 || rebuilds && fullTexts.length + kept.length > 1) && { notInPlace: "only one FULLTEXT index is made at a time" },
		...shared && { shared }
	};
}
/** A VIRTUAL column that stays, and whose number among the columns changes. */
function shiftedVirtual({ before, after }) {
	return before.columns.find((column, i) => {
		const now = after.columns.findIndex((each) => isNamed(after, each, column.name));
		return column.generated?.stored === false && now !== -1 && now !== i;
	})?.name;
}

// src/engine/mysql/forms.ts
/** Every algorithm that the server takes for all these changes of one table together. */
function formsOf(at, changes, tables) {
	if (changes.length === 0) return {
		INSTANT: untouched,
		NOCOPY: untouched,
		INPLACE: untouched,
		COPY: untouched
	};
	const standings = changes.map((change) => standingOf(at, change, tables));
	const together = togetherOf(at, standings, tables);
	const copy = copyForm(at, standings, tables, together);
	if (standings.some(ignores) || standings.some(validates)) return { COPY: copy };
	const light = lightForm(standings, together);
	const inplace = inPlaceForm(at, standings, together);
	const own = at.server === "mysql" ? inMysql(at, light, inplace, copy) : inMariadb(at, standings, light, inplace, copy);
	const forms = at.server === "mariadb" && at.algorithm === "copy" ? {
		...own,
		INSTANT: copy,
		NOCOPY: copy
	} : own;
	const { COPY: _, ...others } = forms;
	return Object.keys(others).length > 0 && standings.some((each) => isNotCopied(at, each, tables)) ? others : forms;
}
/** Of MariaDB, where IF EXISTS and IF NOT EXISTS leave nothing to do. */
const untouched = {
	lock: "none",
	work: ["metadata"],
	clause: "none"
};
/** What may be taken for a change of which nothing is known. */
const anythingAt = (at) => ({
	...has(at, instantSince) && { INSTANT: untouched },
	...at.server === "mariadb" && has(at, instantSince) && { NOCOPY: {
		lock: "none",
		work: ["index-build"],
		clause: "none"
	} },
	INPLACE: {
		lock: "none",
		work: ["rebuild"],
		clause: "none"
	}
});
/** INSTANT and INPLACE exclude each other: INPLACE writes rows anew that INSTANT would leave. */
function inMysql(at, light, inplace, copy) {
	const isOld = !has(at, instantSince);
	const { nocopy: _, ...instant } = light ?? {};
	return {
		...light !== void 0 && !isOld && { INSTANT: {
			...instant,
			clause: "default"
		} },
		...inplace !== void 0 && { INPLACE: inplace },
		COPY: copy
	};
}
/** What is demanded, or better. */
function inMariadb(at, standings, light, inplace, copy) {
	const isOld = !has(at, instantSince);
	if (light !== void 0) {
		const { nocopy, ...form } = light;
		return {
			...!nocopy && !isOld && { INSTANT: form },
			...!isOld && { NOCOPY: form },
			INPLACE: form,
			COPY: copy
		};
	}
	if (inplace !== void 0) return {
		...!inplace.work.includes("rebuild") && !isOld && { NOCOPY: inplace },
		INPLACE: inplace,
		COPY: copy
	};
	return !has(at, { mariadb: "11.2" }) && standings.some(copiesInSilence) ? {
		INSTANT: copy,
		NOCOPY: copy,
		COPY: copy
	} : { COPY: copy };
}
/** MariaDB takes ALGORITHM=INSTANT for some changes, and copies the table all the same: 10.11 does, 11.8 no more; taken to have ended with the copy that blocked writes. */
const copiesInSilence = ({ change, because }) => copiedInSilence.has(change.kind) || change.kind === "set-keys-state" || change.kind.endsWith("-primary-key") && because?.endsWith("is partitioned") === true;
function lightForm(standings, { notLight, nocopy }) {
	const all = standings.flatMap(({ way }) => way.light ?? []);
	if (all.length < standings.length || notLight !== void 0) return void 0;
	return {
		lock: "none",
		work: joined(all),
		clause: isAlone(standings) ? "exclusive" : "none",
		nocopy: nocopy !== void 0 || standings.some(({ way }) => way.nocopy),
		...nocopy === void 0 ? reason(standings, ({ way }) => way.nocopy === true) : { because: nocopy }
	};
}
/** They need the table for themselves, be it for a moment, and the server takes no promise that says otherwise. */
const alone = /* @__PURE__ */ new Set(["rename-table", "set-keys-state"]);
const isAlone = (standings) => standings.every(({ change }) => alone.has(change.kind));
function inPlaceForm(at, standings, { notInPlace, shared, notLight }) {
	if (notInPlace !== void 0) return void 0;
	const all = standings.flatMap(({ way }) => way.inplace ?? []);
	if (all.length < standings.length) return void 0;
	const work = joined(all);
	const lock = strongest([...all.map((each) => each.lock), work.includes("rebuild") && shared ? "shared" : "none"]);
	const heaviest = work.at(-1);
	const isCause = ({ way }) => way.light === void 0 && way.inplace?.work === heaviest;
	const because = notLight === void 0 ? reason(standings, isCause) : { because: notLight };
	return {
		lock: !at.noZeroDate && standings.some(({ change }) => change.kind === "add-column-without-value" && !change.fails) ? "exclusive" : lock,
		work,
		clause: isAlone(standings) ? "exclusive" : lock,
		...because,
		...failing(standings.map(({ change }) => change.fails))
	};
}
function copyForm(at, standings, { before }, { notInPlace, notLight }) {
	const clause = isWritable(at, standings, before) ? "none" : "shared";
	const together = notInPlace ?? notLight;
	const isCause = ({ way }) => way.light === void 0 && way.inplace === void 0;
	return {
		lock: holdsUnasked(at, standings, before) ? "shared" : clause,
		work: ["rebuild"],
		clause,
		...standings.some(isCause) ? reason(standings, isCause) : together === void 0 ? {} : { because: together },
		...failing(standings.map(({ change }) => change.failsCopied ?? change.fails))
	};
}
/** MySQL's WITH VALIDATION goes through all rows, for what generated columns give. */
const validates = ({ change }) => change.operation.clauses?.validation === true;
function joined(all) {
	const own = new Set(all.map(({ work }) => work));
	if (own.has("rebuild")) return ["rebuild"];
	if (own.size > 1) own.delete("metadata");
	return works.filter((work) => own.has(work));
}
const strongest = (all) => locks.findLast((lock) => all.includes(lock)) ?? "none";
/** The reason of the first that is one; where it has none of its own and stands beside lighter ones, that it does. */
function reason(standings, isCause) {
	const causes = standings.filter(isCause);
	const told = causes.find(({ because }) => because !== void 0)?.because;
	if (told !== void 0) return { because: told };
	const [cause] = causes;
	if (cause === void 0 || causes.length === standings.length) return {};
	const work = cause.way.inplace?.work;
	if (work === "index-build") return { because: "the same statement makes an index" };
	return { because: `another action of the statement ${work === "metadata" || cause.way.light ? "is not INSTANT" : "writes all rows anew"}` };
}
function failing(failures) {
	const fails = joinFailures(failures);
	return fails === void 0 ? {} : { fails };
}

// src/engine/mysql/neighbour.ts
/** Tables beside the one that is changed: those that foreign keys tie to it. https://dev.mysql.com/doc/refman/9.7/en/metadata-locking.html */
const beside = (table, lock, briefly = false) => ({
	table,
	algorithm: null,
	lock,
	...briefly && { briefly: "exclusive" },
	work: ["metadata"]
});
const childrenOf = (table) => table.referencedBy.map((each) => each.table);
const parentsOf = (table) => table.constraints.flatMap(({ references }) => references ?? []);
/** Beside an ALTER TABLE, a CREATE INDEX or an OPTIMIZE TABLE. */
function besideAlter(at, table, operations) {
	const renames = operations.some(({ kind }) => kind === "rename-table");
	const tied = at.server === "mysql" ? childrenOf(table).map((each) => renames ? beside(each, "exclusive") : beside(each, "none", true)) : [];
	const parents = at.server === "mysql" && renames ? parentsOf(table).map((each) => beside(each, "exclusive")) : [];
	return merged(table, [
		...tied,
		...parents,
		...operations.flatMap((each) => besideKeys(at, table, each))
	]);
}
function besideKeys(at, table, operation) {
	if (operation.kind === "drop-constraint") {
		const key = table.constraints.find(({ name }) => name.toLowerCase() === operation.constraint.toLowerCase());
		return at.server === "mysql" && key?.references ? [beside(key.references, "none", true)] : [];
	}
	const lock = at.foreignKeyChecks ? "shared" : "none";
	if (at.server === "mariadb" && lock === "none") return [];
	return referencesIn(at, operation).map((name) => beside(name, lock, at.server === "mysql"));
}
/** The tables that foreign keys of an operation come to point to. */
function referencesIn(at, operation) {
	const [constraints, inline] = constraintsIn(operation);
	return [...constraints.map((each) => [each, false]), ...inline.map((each) => [each, true])].flatMap(([each, isInline]) => each.type === "foreign-key" && !isIgnored(at, isInline) ? [resolve(at.schema, each.references)] : []);
}
function constraintsIn(operation) {
	switch (operation.kind) {
		case "add-constraint": return [[operation.constraint], []];
		case "add-column": return [[], operation.column.constraints];
		case "redefine-column": return [[], operation.definition.constraints];
		case "create-table": return [operation.constraints, operation.columns.flatMap((each) => each.constraints)];
		default: return [[], []];
	}
}
/** MySQL holds the tables that a new one, or one that goes, points to or is pointed to by. */
function besideCreate(at, operation) {
	const engine = engineIn(operation.options) ?? "innodb";
	return at.server === "mysql" && engine === "innodb" ? referencesIn(at, operation).map((name) => beside(name, "exclusive")) : [];
}
function besideDrop(at, table) {
	if (at.server === "mariadb") return [];
	return merged(table, [...childrenOf(table), ...parentsOf(table)].map((each) => beside(each, "exclusive")));
}
/** MySQL's LOCK TABLES \u2026 WRITE holds what a change of rows would look up, too: parents, and children, which it may have to change. */
function besideLock(at, table, statement) {
	if (at.server === "mariadb") return [];
	const isStated = (name) => statement.some((each) => each.kind === "lock-table" && same(resolve(at.schema, each.table), name));
	const children = table.referencedBy.map(({ table: child, constraint }) => {
		const key = tableOf(at.schema, child)?.constraints.find(({ name }) => name === constraint)?.definition;
		const changes = key?.type === "foreign-key" && [key.onDelete, key.onUpdate].some((action) => /^(cascade|set null)$/.test(action));
		return beside(child, "shared", changes);
	});
	return merged(table, [...parentsOf(table).map((each) => beside(each, "shared")), ...children]).filter((each) => !isStated(each.table));
}
/** One effect a table, the strongest, and none of the table itself. */
function merged({ name }, effects) {
	const rank = ({ lock, briefly }) => [
		"none",
		"shared",
		"exclusive"
	].indexOf(lock) * 2 + (briefly ? 1 : 0);
	const tables = /* @__PURE__ */ new Map();
	for (const each of effects) {
		const known = tables.get(keyOf(each.table));
		if (!same(each.table, name) && (known === void 0 || rank(each) > rank(known))) tables.set(keyOf(each.table), each);
	}
	return [...tables.values()].sort((a, b) => keyOf(a.table) < keyOf(b.table) ? -1 : 1);
}

// src/engine/mysql/partition.ts
/**
* What is done with partitions of one table. https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html#online-ddl-partitioning-operations,
* https://mariadb.com/kb/en/partition-maintenance/. MariaDB, and MySQL before 8.0, take no ALGORITHM for it.
*/
const facts = {
	add: [
		"INPLACE",
		"none",
		"metadata"
	],
	drop: [
		"INPLACE",
		"none",
		"metadata"
	],
	truncate: [
		"INPLACE",
		"exclusive",
		"rebuild"
	],
	coalesce: [
		"INPLACE",
		"shared",
		"rebuild"
	],
	reorganize: [
		"INPLACE",
		"shared",
		"rebuild"
	],
	rebuild: [
		"INPLACE",
		"shared",
		"rebuild"
	],
	optimize: [
		"INPLACE",
		"none",
		"rebuild"
	],
	/** InnoDB repairs nothing; MySQL holds the table while it says so. */
	repair: [
		"INSTANT",
		"exclusive",
		"metadata"
	],
	analyze: [
		"INSTANT",
		"none",
		"metadata"
	],
	check: [
		"INSTANT",
		"none",
		"metadata"
	],
	exchange: [
		"INSTANT",
		"shared",
		"metadata"
	],
	"convert to table": [
		"INPLACE",
		"none",
		"metadata"
	],
	"convert from table": [
		"INPLACE",
		"exclusive",
		"metadata"
	],
	discard: [
		"INPLACE",
		"exclusive",
		"metadata"
	],
	import: [
		"INPLACE",
		"exclusive",
		"metadata"
	]
};
function alterPartitions(at, operation, table) {
	const [algorithm, held, work] = factsOf(operation, table);
	const lock = operation.action === "repair" && at.server === "mariadb" ? "none" : held;
	const own = {
		table: table.name,
		algorithm: has(at, { mysql: "8.0" }) ? algorithm : null,
		lock,
		work: [work]
	};
	if (operation.action !== "exchange" || operation.with === void 0) return [own];
	const fails = {
		code: "1526",
		reason: `a row of ${operation.with.name} does not belong into the partition`,
		certain: false
	};
	return [{
		...own,
		fails
	}, {
		table: resolve(at.schema, operation.with),
		algorithm: null,
		lock: "shared",
		briefly: "exclusive",
		work: ["metadata"]
	}];
}
/** Partitions by HASH and KEY share the rows anew where their number changes. */
function factsOf(operation, { partitionBy }) {
	const isHashed = partitionBy?.strategy === "hash" || partitionBy?.strategy === "key" || operation.count !== void 0;
	return operation.action === "add" && isHashed ? facts.coalesce : facts[operation.action];
}

// src/engine/mysql/refusal/refused.ts
/** One refusal, if the server that is asked has a number for it. */
function refused(at, codes, reason) {
	const code = typeof codes === "number" ? codes : codes[at.server];
	return code === void 0 ? [] : [{
		code: String(code),
		reason,
		certain: true
	}];
}

// src/engine/mysql/refusal/create-table.ts
/** @returns undefined where the definition is not all there, or the table may be there already */
function creationOf(at, operation) {
	const { table, span, asQuery, like, ifNotExists, conditional } = operation;
	if (asQuery !== void 0 || like.length > 0 || ifNotExists || conditional) return void 0;
	const after = tableOf(at.after(), table);
	if (after === void 0 || !after.complete) return void 0;
	const before = {
		...unknownTable(after.name),
		complete: true,
		mysql: { rowVersions: 0 },
		unfollowed: at.schema.unfollowed
	};
	const base = {
		span,
		table
	};
	return {
		actions: [
			...operation.columns.map((column) => ({
				...base,
				kind: "add-column",
				column
			})),
			...operation.constraints.map((constraint) => ({
				...base,
				kind: "add-constraint",
				constraint
			})),
			...(operation.indexes ?? []).map((index) => ({
				...base,
				kind: "create-index",
				index,
				concurrently: false
			})),
			...operation.options ? [{
				...base,
				kind: "alter-table-options",
				options: operation.options
			}] : [],
			...operation.partitionBy ? [{
				...base,
				kind: "repartition-table",
				partitionBy: operation.partitionBy
			}] : []
		],
		tables: {
			before,
			after
		}
	};
}
/** What a table has one of, and some of. */
function refusalsOfWhole(at, { actions, tables: { after } }) {
	if (after.columns.filter(({ invisible }) => !invisible).length === 0) return refused(at, {
		mysql: after.columns.length > 0 ? 4028 : 1113,
		mariadb: 1113
	}, "a table has a column at least");
	if (actions.filter(addsPrimaryKey).length > 1) return refused(at, 1068, "a table has one primary key");
	const numbered = after.columns.filter(({ autoIncrement }) => autoIncrement);
	const leads = (name) => after.indexes.some(({ definition }) => definition.elements[0]?.column?.toLowerCase() === name.toLowerCase());
	if (numbered.length > 1 || numbered.some(({ name }) => !leads(name))) return refused(at, 1075, "a table has one AUTO_INCREMENT column, and it has to be the first of an index");
	const nullable = actions.find((each) => each.kind === "add-column" && each.column.explicitNull && isInPrimaryKey(after, each.column.name));
	if (nullable?.kind === "add-column") return refused(at, { mysql: 1171 }, `${nullable.column.name} is of the primary key, which has no NULLs`);
	const twice = named$1(actions, "foreign-key");
	if (twice !== void 0) return refused(at, {
		mysql: 1826,
		mariadb: 1005
	}, `two foreign keys are called ${twice}`);
	const check = named$1(actions, "check");
	if (check !== void 0) return refused(at, {
		mysql: 3822,
		mariadb: 1826
	}, `two checks are called ${check}`);
	const given = numbered.find((each) => each.default !== void 0);
	return given === void 0 ? [] : refused(at, 1067, `${given.name} gets its number, and has no default`);
}
const isInPrimaryKey = ({ constraints }, column) => constraints.some(({ definition }) => definition.type === "primary-key" && definition.columns.some((each) => sameName(each, column)));
/** A name that two constraints of a type have. */
function named$1(actions, type) {
	const names = actions.flatMap((each) => each.kind === "add-constraint" && each.constraint.type === type ? each.constraint.name?.toLowerCase() ?? [] : []);
	return names.find((name, i) => names.indexOf(name) !== i);
}

// src/engine/mysql/refusal/column-name.ts
/** Names that columns of one ALTER TABLE have, come to have, and stand behind. */
const named = /* @__PURE__ */ new Set([
	"drop-column",
	"rename-column",
	"redefine-column",
	"set-default",
	"drop-default",
	"set-column-visibility"
]);
const isOn = (operation, column) => named.has(operation.kind) && sameName(operation.column, column);
/** Every action is about the columns as they were, and one column has one action. MariaDB lets a statement define anew what it adds. */
function refusalsOfNamed$1(at, operation, before, statement) {
	const { column } = operation;
	if (isPassedOver(operation, before)) return [];
	const earlier = statement.slice(0, statement.indexOf(operation)).filter((each) => isOn(each, column));
	const isDrop = operation.kind === "drop-column";
	if (earlier.length > 0) {
		const code = isDrop && earlier.every((each) => each.kind === "drop-column") ? 1091 : 1054;
		return refused(at, code, `another action of the statement is about ${column} already`);
	}
	const isAdded = statement.some((each) => each.kind === "add-column" && sameName(each.column.name, column));
	const isLet = at.server === "mariadb" && isAdded && !isDrop && operation.kind !== "rename-column";
	if (columnOf(before, column) !== void 0 || isLet) return [];
	return refused(at, isDrop ? 1091 : 1054, `there is no column ${column}`);
}
/** A name that a column has already, unless the statement frees it, or that two come to have. */
function refusalsOfName$1(at, operation, name, before, statement) {
	const isAgain = (each) => at.server === "mariadb" && each.kind === "redefine-column" && sameName(each.column, name);
	const given = statement.find((each) => sameName(nameGiven$1(each) ?? "", name));
	const holder = columnOf(before, name);
	const isOwn = "column" in operation && typeof operation.column === "string" && sameName(operation.column, name);
	return holder !== void 0 && !isOwn && !statement.some((each) => frees(each, name)) || given !== operation && !isAgain(operation) ? refused(at, 1060, `there is a column ${name} already`) : [];
}
function nameGiven$1(operation) {
	if (operation.kind === "add-column") return operation.column.name;
	if (operation.kind === "rename-column") return operation.to;
	return operation.kind === "redefine-column" ? operation.definition.name : void 0;
}
const frees = (operation, name) => isOn(operation, name) && (operation.kind === "drop-column" || nameGiven$1(operation) !== void 0 && !sameName(nameGiven$1(operation) ?? "", name));
/** AFTER names a column as the statement leaves it, but none that it adds later on. */
function refusalsOfPlace(at, { position }, name, { after }, statement) {
	if (position === void 0 || "first" in position) return [];
	const own = statement.findIndex((each) => sameName(nameGiven$1(each) ?? "", name));
	const isLater = statement.slice(own).some((each) => each.kind === "add-column" && sameName(each.column.name, position.after));
	return columnOf(after, position.after) !== void 0 && !sameName(position.after, name) && !isLater ? [] : refused(at, 1054, `there is no column ${position.after} to come after`);
}

// src/engine/mysql/refusal/definition.ts
/** What the definition of a column says that cannot be, whatever the table. https://dev.mysql.com/doc/refman/9.7/en/data-types.html */
function refusalsOfDefinition(at, definition, { after }) {
	return [
		...refusalsOfType$1(at, columnFrom(definition, after.mysql ?? {}, 0)),
		...refusalsOfCollation(at, definition),
		...refusalsOfValue(at, definition)
	];
}
const times = /^(datetime|timestamp|time)$/;
function refusalsOfType$1(at, { name, type }) {
	const [first, second] = type.modifiers.map(Number);
	const width = /char$/.test(type.name) && type.characterSet !== void 0 ? widthOf(type.characterSet) : 1;
	switch (type.name) {
		case "char":
		case "binary": return (first ?? 1) > 255 ? refused(at, 1074, `${name} has room for 255 characters at most: VARCHAR has more`) : [];
		case "varchar":
		case "varbinary":
			if (first === void 0) return refused(at, 1064, `${name} ${type.name.toUpperCase()} needs a length`);
			return first * width > (at.server === "mysql" ? 65535 : 65532) ? refused(at, 1074, `${name} has room for 65535 bytes at most: TEXT has more`) : [];
		case "decimal":
			if ((first ?? 10) > 65 || (second ?? 0) > (at.server === "mysql" ? 30 : 38)) return refused(at, (first ?? 10) > 65 ? 1426 : 1425, `${name} has more digits than a DECIMAL`);
			return (second ?? 0) > (first ?? 10) ? refused(at, 1427, `${name} has more digits behind the point than in all`) : [];
		case "enum":
		case "set": {
			const members = type.modifiers.map((each) => String(each).toLowerCase());
			const twice = members.find((each, i) => members.indexOf(each) !== i);
			return twice === void 0 || !at.strict ? [] : refused(at, 1291, `'${twice}' is a member of ${name} twice`);
		}
		default: return times.test(type.name) && (first ?? 0) > 6 ? refused(at, 1426, `${name} counts no less than a millionth of a second`) : [];
	}
}
function refusalsOfCollation(at, { name, type, collation }) {
	if (collation === void 0 || type.characterSet === void 0 || !hasCharset(type.name)) return [];
	const own = charsetOf(void 0, collation.name).characterSet;
	const set = charsetOf(type.characterSet, void 0).characterSet;
	return own === void 0 || own === "binary" || own === set ? [] : refused(at, 1253, `${collation.name} is no collation of ${type.characterSet}, which ${name} has`);
}
/** A literal that the type does not take. */
function refusalsOfValue(at, { name, type, notNull, default: value, autoIncrement }) {
	if (value === void 0 || autoIncrement) return [];
	const wrong = () => refused(at, 1067, `the default ${value.text} is no value of ${name} ${type.text}`);
	if (value.tree.kind === "null") return notNull ? wrong() : [];
	const literal = literalOf(value.tree);
	if (literal === void 0 || value.text.startsWith("(")) return [];
	const isNumber = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(literal);
	const room = ranges[type.name];
	if (room !== void 0) {
		if (!isNumber) return wrong();
		const least = type.unsigned ? 0 : -(2 ** (room - 1));
		const most = type.unsigned ? 2 ** room - 1 : 2 ** (room - 1) - 1;
		return room < 64 && (Number(literal) < least || Math.round(Number(literal)) > most) ? wrong() : [];
	}
	if (/^(decimal|float|double)$/.test(type.name)) return isNumber ? [] : wrong();
	if (/^(char|varchar)$/.test(type.name)) return [...literal].length > Number(type.modifiers[0] ?? 1) ? wrong() : [];
	if (type.name === "enum") return type.modifiers.some((each) => String(each).toLowerCase() === literal.toLowerCase()) ? [] : wrong();
	if (type.name === "set") {
		const members = type.modifiers.map((each) => String(each).toLowerCase());
		return literal === "" || literal.toLowerCase().split(",").every((each) => members.includes(each)) ? [] : wrong();
	}
	if (/^(date|datetime|timestamp)$/.test(type.name) && /^0+$|^0000-00-00/.test(literal)) return at.noZeroDate ? wrong() : [];
	return [];
}
/** In bits. */
const ranges = {
	tinyint: 8,
	smallint: 16,
	mediumint: 24,
	int: 32,
	bigint: 64
};
/** A string or a number as it stands; undefined for anything else: TRUE, b'1', 0x1, an expression. */
function literalOf(tree) {
	if (tree.kind === "constant") return tree.type === void 0 || /^(int4|int8|numeric)$/.test(tree.type) ? tree.value : void 0;
	const value = tree.kind === "operator" && tree.left === void 0 && /^[-+]$/.test(tree.operator) ? literalOf(tree.right) : void 0;
	return value === void 0 ? void 0 : `${tree.kind === "operator" ? tree.operator : ""}${value}`;
}

// src/engine/mysql/refusal/column.ts
/** Columns that are there already or are missing, defaults that cannot be, and columns that something else is computed from. */
function refusalsOfColumn(at, operation, tables, statement) {
	const { before } = tables;
	switch (operation.kind) {
		case "add-column": {
			const { column } = operation;
			if (operation.ifNotExists && columnOf(before, column.name) !== void 0) return [];
			return [
				...refusalsOfName$1(at, operation, column.name, before, statement),
				...refusalsOfPlace(at, operation, column.name, tables, statement),
				...refusalsOfDefinition(at, column, tables),
				...refusalsOfOwnDefault(at, column),
				...refusalsOfDefault(at, column, before),
				...refusalsOfGenerated(at, column, tables)
			];
		}
		case "drop-column":
		case "rename-column": return [
			...refusalsOfNamed$1(at, operation, before, statement),
			...operation.kind === "rename-column" ? refusalsOfName$1(at, operation, operation.to, before, statement) : [],
			...refusalsOfUse(at, operation, operation.column, before, statement)
		];
		case "redefine-column": {
			const named = refusalsOfNamed$1(at, operation, before, statement);
			if (named.length > 0 || isPassedOver(operation, before)) return named;
			const { definition } = operation;
			return [
				...refusalsOfName$1(at, operation, definition.name, before, statement),
				...refusalsOfPlace(at, operation, definition.name, tables, statement),
				...refusalsOfDefinition(at, definition, tables),
				...refusalsOfOwnDefault(at, definition),
				...sameName(definition.name, operation.column) ? [] : refusalsOfUse(at, operation, operation.column, before, statement),
				...refusalsOfBecoming(at, definition, columnOf(before, operation.column)),
				...refusalsOfGenerated(at, definition, tables)
			];
		}
		case "set-default": {
			const named = refusalsOfNamed$1(at, operation, before, statement);
			if (named.length > 0) return named;
			const type = columnOf(before, operation.column)?.type.name;
			return isLong$1(type) && operation.expression.tree.kind === "constant" ? refused(at, noConstant(type), `a column of the type of ${operation.column} has no default but an expression`) : [];
		}
		case "add-period": {
			const isAdded = (name) => statement.some((each) => each.kind === "add-column" && sameName(each.column.name, name));
			const missing = [operation.from, operation.to].find((each) => columnOf(before, each) === void 0 && !isAdded(each));
			return missing === void 0 ? [] : refused(at, 1054, `there is no column ${missing}`);
		}
		case "drop-default":
		case "set-column-visibility": return refusalsOfNamed$1(at, operation, before, statement);
		case "add-constraint": return operation.constraint.type === "check" ? refusalsOfMention(at, operation.constraint.expression.tree, tables, before.columns.length === 0 ? 3820 : 1054) : [];
		default: return [];
	}
}
/** @param tree is computed from the columns as the statement leaves them */
function refusalsOfMention(at, tree, { after }, code = 1054) {
	const missing = columnsIn$1(tree).find((each) => columnOf(after, each) === void 0);
	return missing === void 0 ? [] : refused(at, {
		mysql: code,
		mariadb: 1054
	}, `there is no column ${missing}`);
}
/** MariaDB takes a constant for a text, and none for a geometry: it would have to be one. */
const noConstant = (type = "") => ({
	mysql: 1101,
	...geometries.test(type) && { mariadb: 1416 }
});
const isLong$1 = (type = "") => /text$|blob$|^json$/.test(type) || geometries.test(type);
/** What a statement that is logged must not compute, for a replica might come to another value. https://dev.mysql.com/doc/refman/9.7/en/replication-rbr-safe-unsafe.html */
const unsafe = /^(rand|uuid|uuid_short|sysdate|user|session_user|system_user|current_user|found_rows|row_count|load_file|sleep|get_lock|release_lock|is_free_lock|is_used_lock|random_bytes)$/i;
/** What is another value at another time or in another session. */
const current = /^(now|current_timestamp|localtime|localtimestamp|curdate|current_date|curtime|current_time|utc_date|utc_time|utc_timestamp|unix_timestamp|connection_id|database|schema|version|last_insert_id)$/i;
function functionsIn(tree, names) {
	return someNode(tree, (node) => node.kind === "call" && names.test(node.function.name) || node.kind === "value-function" && names.test(node.name));
}
/** https://dev.mysql.com/doc/refman/9.7/en/data-type-defaults.html */
function refusalsOfDefault(at, { name, type, default: value }, before) {
	if (value === void 0 || value.tree.kind === "null") return [];
	if (isLong$1(type.name) && !value.text.startsWith("(")) return refused(at, value.tree.kind === "constant" ? noConstant(type.name) : { mysql: 1101 }, `${name} ${type.text} has no default but an expression in parentheses`);
	const numbered = columnsIn$1(value.tree).find((each) => columnOf(before, each)?.autoIncrement);
	if (numbered !== void 0) return refused(at, {
		mysql: 3768,
		mariadb: 1901
	}, `the default of ${name} is computed from the AUTO_INCREMENT column ${numbered}`);
	const isNew = before.columns.length === 0;
	return functionsIn(value.tree, unsafe) && !isNew ? refused(at, { mysql: 1674 }, `the default ${value.text} of ${name} would be another on each replica: MySQL adds no column with it`) : [];
}
function refusalsOfOwnDefault(at, { name, default: value }) {
	return value?.text.startsWith("(") && columnsIn$1(value.tree).some((each) => sameName(each, name)) ? refused(at, {
		mysql: 3767,
		mariadb: 4029
	}, `the default of ${name} is computed from ${name} itself`) : [];
}
function refusalsOfGenerated(at, { name, generated }, tables) {
	if (generated === void 0) return [];
	const { tree } = generated.expression;
	if (!functionsIn(tree, unsafe) && !functionsIn(tree, current)) return refusalsOfMention(at, tree, tables);
	return refused(at, {
		mysql: 3763,
		...generated.stored && { mariadb: 1901 }
	}, `the expression of ${name} gives another value each time`);
}
/** What something else is computed from keeps its name, and stays. MySQL names the one or the other first. */
function refusalsOfUse(at, operation, column, before, statement) {
	const drops = operation.kind === "drop-column";
	const goes = (name) => statement.some((each) => each.kind === "drop-column" && sameName(each.column, name));
	const isDropped = (name) => statement.some((each) => each.kind === "drop-index" && sameName(each.index.name, name) || each.kind === "drop-constraint" && sameName(each.constraint, name));
	const mentions = (tree) => columnsIn$1(tree).some((each) => sameName(each, column));
	const computed = before.columns.find(({ name, generated }) => generated && mentions(generated.expression.tree) && !goes(name));
	const keyed = before.indexes.find(({ name, definition }) => !isDropped(name) && definition.elements.some(({ expression }) => expression && mentions(expression.tree)));
	const check = before.constraints.find(({ name, definition }) => {
		const own = definition.type === "check" && !isDropped(name) ? constraintColumns(definition) : [];
		return own.some((each) => sameName(each, column)) && !(drops && own.every(goes) && (own.length === 1 || at.server === "mariadb"));
	});
	const divides = before.partitionBy?.elements.some((each) => each.column !== void 0 ? sameName(each.column, column) : each.expression && mentions(each.expression.tree));
	const onDrop = drops && { mariadb: 1054 };
	return [
		...computed ? refused(at, {
			mysql: 3108,
			...onDrop
		}, `the generated column ${computed.name} is computed from ${column}`) : [],
		...keyed ? refused(at, { mysql: 3837 }, `the index ${keyed.name} is computed from ${column}`) : [],
		...check ? refused(at, {
			mysql: 3959,
			...onDrop
		}, `the check ${check.name} speaks of ${column}`) : [],
		...divides ? refused(at, { mysql: 3855 }, `the table is partitioned by ${column}`) : []
	];
}
/** Neither server makes a column generated that was not, or the other way round, but a stored one plain. */
function refusalsOfBecoming(at, { name, generated: now }, old) {
	const [from, to] = [formOf(old?.generated), formOf(now)];
	return old === void 0 || from === to || from !== "virtual" && to !== "virtual" ? [] : refused(at, {
		mysql: 3106,
		mariadb: 1907
	}, `${name} is ${from}, and cannot become ${to}`);
}
function formOf(generated) {
	return generated === void 0 ? "plain" : generated.stored ? "stored" : "virtual";
}

// src/engine/mysql/refusal/foreign-key-target.ts
const isForeign = ({ definition }) => definition.type === "foreign-key";
/** Both ends are there, of as many columns and of the same types; it points to the start of an index, since 8.4 in MySQL to a unique key. */
function refusalsOfTarget(at, key, { before, after }) {
	const { name, columns, references, referencedColumns } = key;
	if (engineOf(after) !== "innodb") return [];
	if (name !== void 0 && before.constraints.some((each) => isForeign(each) && sameName(each.name, name))) return refused(at, {
		mysql: 1826,
		mariadb: 1005
	}, `there is a foreign key ${name} already`);
	const missing = columns.find((each) => columnOf(after, each) === void 0);
	if (missing !== void 0) return refused(at, 1072, `there is no column ${missing}`);
	if (referencedColumns.length === 0) {
		const codes = at.foreignKeyChecks ? { mariadb: 1005 } : {
			mysql: 1239,
			mariadb: 1822
		};
		return refused(at, codes, `the columns of ${references.name} that it points to are missing`);
	}
	if (columns.length !== referencedColumns.length) return refused(at, 1239, `it has ${columns.length} columns, and points to ${referencedColumns.length}`);
	const required = columns.find((each) => columnOf(after, each)?.notNull);
	if (required !== void 0 && [key.onDelete, key.onUpdate].includes("set null")) return refused(at, {
		mysql: 1830,
		mariadb: 1005
	}, `${required} is NOT NULL, and cannot be set to NULL`);
	const target = keyOf(resolve(at.schema, references)) === keyOf(before.name) ? after : tableOf(at.schema, references);
	if (!target?.complete) return [];
	const codes = {
		mysql: at.foreignKeyChecks ? 3734 : 1072,
		mariadb: 1005
	};
	const lost = referencedColumns.find((each) => columnOf(target, each) === void 0);
	if (lost !== void 0) return refused(at, codes, `there is no column ${lost} in ${references.name}`);
	const long = columns.find((each) => /(text|blob)$/.test(columnOf(after, each)?.type.name ?? ""));
	if (long !== void 0) return refused(at, {
		mysql: 1170,
		mariadb: 1005
	}, `${long} is a text, of which no foreign key is`);
	const unlike = columns.find((each, i) => isUnlike(columnOf(after, each), columnOf(target, referencedColumns[i] ?? "")));
	if (unlike !== void 0) return refused(at, {
		mysql: 3780,
		mariadb: 1005
	}, `${unlike} is of another type than what it points to`);
	return refusalsOfTargetKey(at, key, target);
}
function refusalsOfTargetKey(at, { references, referencedColumns }, target) {
	const what = `${references.name} (${referencedColumns.join(", ")})`;
	if (has(at, { mysql: "8.4" })) return isKey(target, referencedColumns) ? [] : refused(at, 6125, `${what} is no unique key: restrict_fk_on_non_standard_key is on`);
	return target.indexes.some(({ definition }) => begins(definition, referencedColumns)) || !at.foreignKeyChecks ? [] : refused(at, {
		mysql: 1822,
		mariadb: 1005
	}, `no index of ${references.name} begins with ${referencedColumns.join(", ")}`);
}
/** Whether values of one are surely no values of the other: numbers have the same size and sign, strings the same character set. */
function isUnlike(a, b) {
	if (a === void 0 || b === void 0) return false;
	const [one, other] = [a.type, b.type];
	if (hasCharset(one.name) && hasCharset(other.name)) return one.characterSet !== void 0 && other.characterSet !== void 0 && one.characterSet !== other.characterSet;
	const isNumber = (name) => /int$|^(decimal|float|double)$/.test(name);
	if (isNumber(one.name) || isNumber(other.name)) return one.name !== other.name || one.unsigned !== other.unsigned;
	return false;
}

// src/engine/mysql/refusal/foreign-key.ts
/** What foreign keys do not let happen to their tables. https://dev.mysql.com/doc/refman/9.7/en/create-table-foreign-keys.html */
function refusalsOfForeignKey(at, operation, tables, statement) {
	const { before } = tables;
	switch (operation.kind) {
		case "add-constraint": return operation.constraint.type === "foreign-key" ? refusalsOfTarget(at, operation.constraint, tables) : [];
		case "add-column": return operation.column.constraints.flatMap((each) => each.type === "foreign-key" ? refusalsOfTarget(at, each, tables) : []);
		case "drop-column": {
			const own = ownKey(before, operation.column, statement);
			if (own === void 0) return refusalsOfPointing(at, operation.column, before);
			const reason = `the foreign key ${own} is of ${operation.column}`;
			return [...refused(at, { mariadb: 1553 }, reason), ...refused(at, 1828, reason)];
		}
		case "redefine-column": return refusalsOfType(at, operation.column, operation, tables, statement);
		case "drop-constraint": return operation.type === "primary-key" ? refusalsOfPrimaryKey(at, tables) : refusalsOfDrop(at, operation, before);
		case "alter-table-options": {
			const engine = engineIn(operation.options);
			const tied = [...before.referencedBy.map(({ constraint }) => constraint), ...before.constraints.filter(isForeign).map(({ name }) => name)];
			return engine === void 0 || engine === "innodb" || tied.length === 0 ? [] : refused(at, {
				mysql: 3776,
				mariadb: 1217
			}, `${engine} keeps no foreign keys, as ${tied[0]}`);
		}
		case "drop-table": {
			const child = foreignChild(before);
			const goes = (at.server === "mariadb" ? statement.slice(0, statement.indexOf(operation)) : statement).some((each) => each.kind === "drop-table" && child && same(resolve(at.schema, each.table), child));
			return child && at.foreignKeyChecks && !goes ? refused(at, {
				mysql: 3730,
				mariadb: 1451
			}, `a foreign key of ${child.name} points to it`) : [];
		}
		case "alter-constraint": {
			const { constraint } = operation;
			return before.constraints.some(({ name }) => sameName(name, constraint)) ? [] : refused(at, { mysql: 3940 }, `there is no constraint ${constraint}`);
		}
		case "truncate": {
			const child = foreignChild(before);
			return child && at.foreignKeyChecks ? refused(at, 1701, `a foreign key of ${child.name} points to it`) : [];
		}
		default: return [];
	}
}
/** MariaDB minds only where it has to copy the table. */
function refusalsOfPrimaryKey(at, tables) {
	const key = unserved(at, tables);
	const isKept = at.server === "mariadb" && (!at.foreignKeyChecks || tables.after.indexes.some(({ definition }) => isClustering(tables.after, definition)));
	if (key?.child === void 0 || isKept) return [];
	return refused(at, {
		mysql: 1553,
		mariadb: 1025
	}, `the foreign key ${key.constraint} of ${key.child.name} points to it`);
}
const isClustering = (table, { unique, elements }) => unique && elements.every(({ column, prefix }) => prefix === void 0 && column !== void 0 && columnOf(table, column)?.notNull === true);
function refusalsOfDrop(at, operation, before) {
	const { constraint, type, constraintIfExists } = operation;
	const isIt = ({ name, definition }) => sameName(name, constraint) && (type === void 0 || definition.type === type);
	if (before.constraints.some(isIt) || type === void 0 && before.indexes.some(({ name }) => sameName(name, constraint)) || constraintIfExists) return [];
	if (type !== "foreign-key" && before.constraints.some(({ definition }) => definition.type === "check")) return [];
	return refused(at, {
		mysql: type === "foreign-key" ? 1091 : type === "check" ? 3821 : 3940,
		mariadb: 1091
	}, `there is no constraint ${constraint}`);
}
/** A table, other than itself, whose foreign key points to it. */
const foreignChild = ({ name, referencedBy }) => referencedBy.find(({ table }) => !same(table, name))?.table;
function ownKey({ constraints }, column, statement) {
	const goes = (name) => statement.some((each) => each.kind === "drop-constraint" && sameName(each.constraint, name));
	return constraints.find(({ name, definition }) => definition.type === "foreign-key" && !goes(name) && definition.columns.some((each) => sameName(each, column)))?.name;
}
/** A column that foreign keys point to stays; MariaDB comes upon its index first, where that is not the primary key. */
function refusalsOfPointing(at, column, before) {
	const pointing = keyTo(at, column, before);
	if (pointing === void 0) return [];
	const reason = `the foreign key ${pointing.constraint} of ${pointing.table.name} points to ${column}`;
	return [...refused(at, { mariadb: 1553 }, reason), ...refused(at, 1829, reason)];
}
/** A foreign key that points to a column of the table. */
function keyTo(at, column, before) {
	return before.referencedBy.find(({ table, constraint }) => {
		const definition = tableOf(at.schema, table)?.constraints.find((each) => each.name === constraint)?.definition;
		return definition?.type === "foreign-key" && definition.referencedColumns.some((each) => sameName(each, column));
	});
}
/** Both ends of a foreign key have one type. */
function refusalsOfType(at, name, operation, { before, after }, statement) {
	const old = columnOf(before, name);
	if (old === void 0) return [];
	const now = columnFrom(operation.definition, before.mysql ?? {}, 0);
	const change = typeChange(at, old, now, true);
	const numbers = at.server === "mysql" && !old.autoIncrement && now.autoIncrement && at.foreignKeyChecks;
	if ((change?.kind !== "change-type" || !at.foreignKeyChecks && hasCharset(old.type.name)) && !numbers) return [];
	const renamed = sameName(now.name, name) ? {} : { mariadb: 1846 };
	const own = ownKey(before, name, statement);
	const pointing = keyTo(at, name, before);
	if (own !== void 0) {
		const codes = {
			mysql: numbers || bothChange(after, own) ? 1832 : 3780,
			mariadb: 1832,
			...renamed
		};
		return refused(at, codes, `the foreign key ${own} needs the types at both its ends to be the same`);
	}
	if (pointing === void 0) return [];
	const codes = {
		mysql: numbers || bothChange(after, pointing.constraint) ? 1833 : 3780,
		mariadb: 1833,
		...renamed
	};
	return refused(at, codes, `the foreign key ${pointing.constraint} of ${pointing.table.name} needs the types at both its ends to be the same`);
}
/** Of a foreign key to its own table both ends may change at once, and are the same then. */
function bothChange(after, constraint) {
	const definition = after.constraints.find(({ name }) => sameName(name, constraint))?.definition;
	if (definition?.type !== "foreign-key" || definition.references.name !== after.name.name) return false;
	return definition.columns.every((each, i) => !isUnlike(columnOf(after, each), columnOf(after, definition.referencedColumns[i] ?? "")));
}

// src/engine/mysql/refusal/index.ts
/** Indexes that are there already, are missing, or cannot be. */
function refusalsOfIndex(at, operation, { before, after }, statement) {
	switch (operation.kind) {
		case "create-index": {
			const { index, ifNotExists } = operation;
			if (index.name !== void 0 && hasIndex(before, index.name) && ifNotExists) return [];
			if (operation.words?.includes("CREATE OR REPLACE INDEX") && at.server === "mariadb") return [];
			if (index.name?.toUpperCase() === "PRIMARY") return refused(at, 1280, "only the primary key is called PRIMARY");
			const named = index.name === void 0 ? [] : refusalsOfName(at, operation, index.name, before, statement);
			if (named.length > 0) return named;
			const keys = refusalsOfKeys(at, index, after);
			if (keys.length > 0) return keys;
			const long = index.elements.find(({ column, prefix }) => column !== void 0 && prefix === void 0 && isLong(columnOf(after, column)?.type.name))?.column;
			if (long !== void 0 && index.method !== "fulltext" && index.method !== "spatial") return refused(at, { mysql: 1170 }, `an index has so many characters of a text, as in ${long}(255)`);
			return severalFullTexts(at, operation, statement);
		}
		case "drop-index": {
			const { name } = operation.index;
			if (operation.ifExists && !hasIndex(before, name)) return [];
			const named = refusalsOfNamed(at, operation, name, before, statement);
			return named.length > 0 ? named : refusalsOfNeed(at, name, {
				before,
				after
			});
		}
		case "rename-index": {
			const { index, to, ifExists } = operation;
			if (ifExists && !hasIndex(before, index.name)) return [];
			if (isPrimary(index.name) && hasIndex(before, "PRIMARY")) return refused(at, 1280, "the primary key keeps its name");
			const named = refusalsOfNamed(at, operation, index.name, before, statement);
			return named.length > 0 || sameName(index.name, to) ? named : refusalsOfName(at, operation, to, before, statement);
		}
		case "set-index-visibility":
			if (operation.indexIfExists && !hasIndex(before, operation.index)) return [];
			if (isPrimary(operation.index) && !operation.visible) return refused(at, 3522, "the primary key is used always");
			return refusalsOfNamed(at, operation, operation.index, before, statement);
		case "add-constraint": {
			const { constraint } = operation;
			if (constraint.type !== "primary-key" && constraint.type !== "unique") return [];
			return refusalsOfKeys(at, {
				method: "btree",
				unique: true,
				elements: constraint.elements ?? elementsOf(constraint.columns),
				include: []
			}, after);
		}
		default: return [];
	}
}
const isPrimary = (name) => name.toUpperCase() === primary;
/** An index that is named has one action of the statement. */
function refusalsOfNamed(at, operation, name, before, statement) {
	const code = operation.kind === "drop-index" ? 1091 : 1176;
	if (!hasIndex(before, name)) return refused(at, code, `there is no index ${name}`);
	const others = statement.filter((each) => each !== operation && sameName(nameTaken(each) ?? "", name));
	const isFirst = statement.indexOf(operation) < Math.min(...others.map((each) => statement.indexOf(each)));
	if (others.length === 0 || isFirst) return [];
	const isDrop = others.every(({ kind }) => kind === "drop-index") && operation.kind === "drop-index";
	return refused(at, isDrop ? 1091 : 1176, `another action of the statement is about the index ${name} already`);
}
const nameTaken = (operation) => {
	if (operation.kind === "drop-index" || operation.kind === "rename-index") return operation.index.name;
	return operation.kind === "set-index-visibility" ? operation.index : void 0;
};
const nameGiven = (operation) => {
	if (operation.kind === "create-index") return operation.index.name;
	return operation.kind === "rename-index" ? operation.to : void 0;
};
/** A name that an index has already, unless the statement frees it, or that two come to have. */
function refusalsOfName(at, operation, name, before, statement) {
	const given = statement.find((each) => sameName(nameGiven(each) ?? "", name));
	const frees = ({ kind }) => kind === "drop-index" || kind === "rename-index";
	return hasIndex(before, name) && !statement.some((each) => frees(each) && sameName(nameTaken(each) ?? "", name)) || given !== operation ? refused(at, 1061, `there is an index ${name} already`) : [];
}
const text = /(char|text)$/;
/** Empty where it is not known. */
const collationText = (column) => column?.type.characterSet === void 0 ? "" : `${column.type.characterSet} ${column.collation?.name ?? ""}`;
/** Columns that are not there, or of whose type no such index is made. https://dev.mysql.com/doc/refman/9.7/en/create-index.html */
function refusalsOfKeys(at, { method, elements, options = [] }, table) {
	if (options.some(({ name }) => name === "parser") && method !== "fulltext") return refused(at, 1064, "only a FULLTEXT index has a parser");
	if (options.some(({ name, value }) => name === "parser" && /^(ngram|mecab)$/i.test(value))) return refused(at, { mariadb: 1128 }, "the parsers ngram and mecab are of MySQL");
	if (method === "fulltext") {
		if (/^(memory|heap)$/.test(engineOf(table))) return refused(at, 1214, "a table of MEMORY has no FULLTEXT index");
		const collations = new Set(elements.map(({ column = "" }) => collationText(columnOf(table, column))));
		if (collations.size > 1 && !collations.has("")) return refused(at, 1283, "the columns of a FULLTEXT index have one character set and collation");
	}
	const names = elements.flatMap(({ column }) => column?.toLowerCase() ?? []);
	const twice = names.find((name, i) => names.indexOf(name) !== i);
	for (const { column: name, prefix, expression } of elements) {
		if (expression?.tree.kind === "column") return refused(at, { mysql: 3762 }, `${expression.text} is a column, and stands there without parentheses`);
		if (name === void 0) continue;
		const column = columnOf(table, name);
		if (column === void 0) return refused(at, 1072, `there is no column ${name}`);
		const { type } = column;
		if (method === "spatial") {
			if (!geometries.test(type.name)) return refused(at, {
				mysql: 1687,
				mariadb: 1210
			}, `${name} is no geometry`);
			if (!column.notNull) return refused(at, 1252, `${name} takes NULL, and a SPATIAL index has none`);
		} else if (method === "fulltext") {
			if (!text.test(type.name)) return refused(at, 1283, `${name} has no words`);
		} else if (prefix === 0) return refused(at, 1391, `an index has one character of ${name} at least`);
		else if (prefix !== void 0 && !/char$|text$|blob$|binary$/.test(type.name)) return refused(at, 1089, `${name} is no string to index the beginning of`);
		else if (prefix !== void 0 && /char$|binary$/.test(type.name) && prefix > Number(type.modifiers[0] ?? 1)) return refused(at, 1089, `${name} has fewer than ${prefix} characters`);
		else if (type.name === "json") return refused(at, { mysql: 3152 }, `${name} is JSON: an index has a value in it, as an expression`);
	}
	return twice === void 0 ? [] : refused(at, 1060, `the index has ${twice} twice`);
}
const hasIndex = (table, name) => indexNamed(table, name) !== void 0;
const isLong = (type) => /(text|blob)$/.test(type ?? "");
function severalFullTexts(at, operation, statement) {
	return statement.filter((each) => each.kind === "create-index" && each.index.method === "fulltext")[1] === operation ? refused(at, { mysql: 1795 }, "InnoDB makes one FULLTEXT index at a time") : [];
}
/** A foreign key, of this table or to it, that would lose its index. */
function refusalsOfNeed(at, name, tables) {
	const key = unserved(at, tables);
	if (key === void 0) return [];
	const whose = key.child === void 0 ? "" : ` of ${key.child.name}`;
	return refused(at, 1553, `the foreign key ${key.constraint}${whose} needs the index ${name}`);
}

// src/engine/mysql/refusal/limit.ts
/** The room that there is. https://dev.mysql.com/doc/refman/9.7/en/innodb-limits.html, \u2026/column-count-limit.html */
const rowBytes = 65535;
function refusalsOfLimit(at, operations, { before, after }) {
	const adds = operations.some(({ kind }) => kind === "add-column" || kind === "redefine-column");
	const count = after.columns.filter(({ generated }) => generated === void 0 || generated.stored).length;
	if (adds && engineOf(after) === "innodb" && count > 1017 && count > before.columns.length) return refused(at, {
		mysql: 1117,
		mariadb: 1005
	}, `a table of InnoDB has ${mostColumns} columns at most`);
	return [...adds && rowOf(after) > rowBytes && rowOf(before) <= rowBytes ? refused(at, 1118, `the columns of a row take ${rowBytes} bytes at most, without texts and blobs`) : [], ...operations.flatMap((each) => keysOf(each).flatMap((key) => refusalsOfKey(at, key, after)))];
}
function keysOf(operation) {
	if (operation.kind === "create-index") return [{
		index: operation.index,
		primary: false
	}];
	return (operation.kind === "add-constraint" ? [operation.constraint] : operation.kind === "add-column" ? operation.column.constraints : []).flatMap((each) => each.type === "primary-key" || each.type === "unique" ? [{
		index: keyDefinition(each),
		primary: each.type === "primary-key"
	}] : []);
}
/** MariaDB makes the index of so many characters as there is room for; a unique one, of hashes. */
function refusalsOfKey(at, { index, primary }, table) {
	const long = longKey(index, table);
	if (long === void 0) return [];
	const { element, most } = long;
	const isLet = !primary && (!index.unique || has(at, hashesLongKeys));
	return refused(at, {
		mysql: 1071,
		...!isLet && { mariadb: 1071 }
	}, `an index has ${most} bytes of a column at most: ${element.text} takes more`);
}
/** The bytes of a row, where texts and blobs are kept elsewhere. Numbers and dates are counted by what they take at most. */
const rowOf = (table) => table.columns.reduce((sum, column) => sum + (column.generated?.stored === false ? 0 : roomOf(column)), 0);
function roomOf({ type }) {
	if (/(text|blob)$|^json$|^geometry$|point$|polygon$|linestring$|collection$/.test(type.name)) return 12;
	const isString = /^(var)?(char|binary)$/.test(type.name);
	if (isString && type.characterSet === void 0 && /char/.test(type.name)) return Number(type.modifiers[0] ?? 1);
	return isString ? bytesOf(type) + (type.name.startsWith("var") ? 2 : 0) : 1;
}

// src/engine/mysql/refusal/partition.ts
/** https://dev.mysql.com/doc/refman/9.7/en/partitioning-limitations.html */
function refusalsOfPartition(at, operation, tables) {
	const { before } = tables;
	const { partitionBy } = before;
	switch (operation.kind) {
		case "repartition-table":
			if (operation.partitionBy === void 0) return partitionBy === void 0 ? refused(at, 1505, "the table has no partitions") : [];
			return refusalsOfPartitioning(at, operation.partitionBy, tables);
		case "add-constraint": {
			const { constraint } = operation;
			if (constraint.type === "primary-key" && partitionBy !== void 0) return refusalsOfUnique(at, partitionBy, constraint.columns);
			if (constraint.type !== "foreign-key") return [];
			const target = tableOf(at.schema, constraint.references);
			return partitionBy === void 0 && target?.partitionBy === void 0 ? [] : refused(at, {
				mysql: 1506,
				mariadb: partitionBy ? 1506 : 1005
			}, "a partitioned table has no foreign keys, and none point to it");
		}
		case "drop-column": return partitionBy && columnsOf(partitionBy).some((each) => each.toLowerCase() === operation.column.toLowerCase()) ? refused(at, { mariadb: 1072 }, `the table is partitioned by ${operation.column}`) : [];
		case "alter-partitions": {
			if (partitionBy === void 0) return refused(at, 1505, "the table has no partitions");
			const missing = missingPartition(operation, partitionBy);
			if (missing !== void 0) {
				const isNamed = operation.action === "drop" || operation.action === "reorganize";
				return refused(at, isNamed ? 1507 : 1735, `there is no partition ${missing}`);
			}
			if (operation.with !== void 0) return refusalsOfExchange(at, operation, before);
			const isHashed = partitionBy.strategy === "hash" || partitionBy.strategy === "key";
			if (operation.action === "drop" && isHashed) return refused(at, 1512, "only partitions by RANGE or LIST can be dropped");
			return operation.action === "add" ? refusalsOfBound(at, partitionBy, operation.definitions ?? []) : [];
		}
		case "create-index":
			if (partitionBy === void 0) return [];
			if (operation.index.method === "fulltext") return refused(at, { mysql: 1214 }, "a partitioned table has no FULLTEXT index");
			return operation.index.unique ? refusalsOfUnique(at, partitionBy, operation.index.elements.map((each) => each.column ?? "")) : [];
		default: return [];
	}
}
/** A unique key has every column that the table is partitioned by. */
function refusalsOfUnique(at, partitionBy, columns) {
	const missing = columnsOf(partitionBy).find((each) => !columns.some((column) => column.toLowerCase() === each.toLowerCase()));
	return missing === void 0 ? [] : refused(at, 1503, `a unique key has every column that the table is partitioned by: ${missing} is missing`);
}
function refusalsOfPartitioning(at, by, { before, after }) {
	const lost = columnsOf(by).find((each) => columnOf(after, each) === void 0);
	if (lost !== void 0) return refused(at, by.strategy === "key" ? 1488 : 1054, `there is no column ${lost}`);
	const names = by.partitions?.map(({ name }) => name.toLowerCase()) ?? [];
	const twice = names.find((name, i) => names.indexOf(name) !== i);
	if (twice !== void 0) return refused(at, 1517, `two partitions are called ${twice}`);
	const bounds = by.strategy === "range" ? (by.partitions ?? []).map(boundOf) : [];
	const falling = bounds.findIndex((bound, i) => i > 0 && bound !== void 0 && bound <= (bounds[i - 1] ?? Number.NEGATIVE_INFINITY));
	if (falling !== -1) return refused(at, 1493, `the partition ${by.partitions?.[falling]?.name} does not lie above the one before it`);
	const wrong = after.indexes.filter(({ definition }) => definition.unique).flatMap(({ definition }) => refusalsOfUnique(at, by, definition.elements.map(({ column }) => column ?? "")));
	return [...before.referencedBy.length > 0 || after.constraints.some(({ definition }) => definition.type === "foreign-key") ? refused(at, {
		mysql: 1506,
		mariadb: before.columns.length === 0 ? 1506 : 1217
	}, "a partitioned table has no foreign keys, and none point to it") : [], ...wrong.slice(0, 1)];
}
/** A partition that the statement names and the table's definition does not. */
function missingPartition(operation, { partitions }) {
	if (operation.partitions === "all" || partitions === void 0 || operation.partitionIfExists) return void 0;
	return operation.partitions.find((each) => !partitions.some(({ name }) => name.toLowerCase() === each.toLowerCase()));
}
/** The two tables have the same columns and keys; how many is what is looked at. */
function refusalsOfExchange(at, operation, before) {
	const other = operation.with && tableOf(at.schema, operation.with);
	if (!other?.complete || operation.action === "convert to table") return [];
	return other.columns.length === before.columns.length && other.indexes.length === before.indexes.length ? [] : refused(at, 1736, `${other.name.name} has other columns or keys than the partitions`);
}
function columnsOf({ elements }) {
	return elements.flatMap(({ column, expression }) => column !== void 0 ? [column] : expression ? columnsIn$1(expression.tree) : []);
}
/** Ranges rise. Only plain numbers are compared. */
function refusalsOfBound(at, { strategy, partitions }, added) {
	const [last, next] = [boundOf(partitions?.at(-1)), boundOf(added[0])];
	if (strategy !== "range" || last === void 0 || next === void 0 || next > last) return [];
	return refused(at, 1493, `the partition ${added[0]?.name} does not lie above the last one`);
}
function boundOf(definition) {
	if (/\bmaxvalue\b/i.test(definition?.values ?? "")) return Number.POSITIVE_INFINITY;
	const [, digits] = /\(\s*(-?\d+)\s*\)/.exec(definition?.values ?? "") ?? [];
	return digits === void 0 ? void 0 : Number(digits);
}

// src/engine/mysql/refusal/syntax.ts
function columnsIn(operation) {
	if (operation.kind === "create-table") return operation.columns;
	return operation.kind === "add-column" ? [operation.column] : operation.kind === "redefine-column" ? [operation.definition] : [];
}
const column = (is) => (operation) => columnsIn(operation).some(is);
const typed = (name) => column(({ type }) => type.name === name);
const wrote = (words) => (operation) => operation.words?.includes(words) === true;
/** A default of a function or an operator needs parentheses; MariaDB takes a function without. */
function isBare(operation, kind) {
	return (operation.kind === "set-default" ? [operation.expression] : columnsIn(operation).flatMap((each) => each.default ?? [])).some(({ text, tree }) => {
		if (text.startsWith("(")) return false;
		if (tree.kind === "operator") return kind === "operator" && tree.left !== void 0;
		return tree.kind === "call" && kind === "call" && !isNow(tree);
	});
}
const isArrow = (node) => node.kind === "operator" && /^->>?$/.test(node.operator);
/** What an operation computes: generated columns, keys and checks. */
function expressions(operation) {
	const constraints = operation.kind === "add-constraint" ? [operation.constraint] : columnsIn(operation).flatMap((each) => each.constraints);
	const elements = operation.kind === "create-index" ? operation.index.elements : [];
	return [
		...columnsIn(operation).flatMap(({ generated }) => generated?.expression ?? []),
		...constraints.flatMap((each) => each.type === "check" ? each.expression : []),
		...elements.flatMap(({ expression }) => expression ?? [])
	].map(({ tree }) => tree);
}
/** The collations that an operation names. */
function collations(operation) {
	const options = operation.kind === "alter-table-options" || operation.kind === "create-table" ? operation.options ?? [] : [];
	const converted = operation.kind === "convert-character-set" ? operation.collation ?? [] : [];
	return [
		...columnsIn(operation).flatMap(({ collation }) => collation?.name ?? []),
		...options.flatMap(({ name, value }) => name === "collate" ? value.toLowerCase() : []),
		...typeof converted === "string" ? [converted] : converted
	];
}
const collated = (name) => (operation) => collations(operation).some((each) => name.test(each));
const option = (operation, names) => operation.kind === "alter-table-options" && operation.options.some(({ name }) => names.test(name));
const forms = [
	{
		what: "IF EXISTS and IF NOT EXISTS in ALTER TABLE",
		since: { mariadb: "" },
		is: (each) => "ifExists" in each && each.ifExists === true && !/^(drop-table|drop-view|drop-trigger)$/.test(each.kind) || (each.kind === "add-column" || each.kind === "create-index") && each.ifNotExists === true || "columnIfExists" in each && each.columnIfExists === true || "indexIfExists" in each && each.indexIfExists === true || "partitionIfExists" in each && each.partitionIfExists === true || (each.kind === "add-constraint" || each.kind === "alter-partitions") && each.ifNotExists === true || "constraintIfExists" in each && each.constraintIfExists === true
	},
	{
		what: "the type UUID",
		since: { mariadb: "10.7" },
		is: typed("uuid")
	},
	{
		what: "the type INET6",
		since: { mariadb: "10.5" },
		is: typed("inet6")
	},
	{
		what: "the type INET4",
		since: { mariadb: "10.10" },
		is: typed("inet4")
	},
	{
		what: "the type VECTOR",
		since: {
			mysql: "9.0",
			mariadb: "11.7"
		},
		code: 4161,
		is: typed("vector")
	},
	{
		what: "PERSISTENT",
		since: { mariadb: "" },
		is: wrote("PERSISTENT")
	},
	{
		what: "ALTER ONLINE TABLE",
		since: { mariadb: "" },
		is: wrote("ALTER ONLINE TABLE")
	},
	{
		what: "CREATE OR REPLACE INDEX",
		since: { mariadb: "" },
		is: wrote("CREATE OR REPLACE INDEX")
	},
	{
		what: "IGNORED",
		since: { mariadb: "10.6" },
		is: wrote("IGNORED")
	},
	{
		what: "INVISIBLE and VISIBLE of an index",
		since: { mysql: "8.0" },
		is: wrote("INVISIBLE of an index")
	},
	{
		what: "VISIBLE of a column",
		since: { mysql: "8.0.23" },
		is: wrote("VISIBLE of a column")
	},
	{
		what: "ENFORCED",
		since: { mysql: "8.0.16" },
		is: wrote("ENFORCED")
	},
	{
		what: "COLUMN_FORMAT and STORAGE",
		since: { mysql: "" },
		is: wrote("COLUMN_FORMAT")
	},
	{
		what: "COMPRESSED of a column",
		since: { mariadb: "10.3.2" },
		is: wrote("COMPRESSED of a column")
	},
	{
		what: "REF_SYSTEM_ID",
		since: { mariadb: "" },
		is: wrote("REF_SYSTEM_ID")
	},
	{
		what: "SYSTEM VERSIONING of a column",
		since: { mariadb: "10.3" },
		is: wrote("SYSTEM VERSIONING of a column")
	},
	{
		what: "WAIT and NOWAIT",
		since: { mariadb: "10.3" },
		is: wrote("WAIT")
	},
	{
		what: "DROP INDEX with ALGORITHM or LOCK",
		since: { mysql: "" },
		is: wrote("DROP INDEX \u2026 ALGORITHM")
	},
	{
		what: "EXCHANGE PARTITION \u2026 WITH and WITHOUT VALIDATION",
		since: {
			mysql: "",
			mariadb: "11.4"
		},
		is: wrote("WITH VALIDATION of a partition")
	},
	{
		what: "TYPE for ENGINE",
		since: {},
		is: wrote("TYPE for ENGINE")
	},
	{
		what: "PARTITION BY and REMOVE PARTITIONING behind a comma",
		since: {},
		is: wrote("a comma before PARTITION BY")
	},
	{
		what: "CONVERT PARTITION",
		since: { mariadb: "10.7" },
		is: (each) => each.kind === "alter-partitions" && /^convert/.test(each.action)
	},
	{
		what: "ALGORITHM and LOCK for partitions",
		since: { mysql: "8.0" },
		is: ({ kind, clauses }) => kind === "alter-partitions" && (clauses?.algorithm ?? clauses?.lock) !== void 0
	},
	{
		what: "COLLATE DEFAULT",
		since: { mariadb: "" },
		is: collated(/^default$/)
	},
	{
		what: "the collations of Unicode 9 (\u2026_0900_\u2026)",
		since: {
			mysql: "8.0",
			mariadb: "11.4.5"
		},
		code: 1273,
		is: collated(/_0900_/)
	},
	{
		what: "the collations of Unicode 14 (\u2026_uca1400_\u2026)",
		since: { mariadb: "10.10" },
		code: 1273,
		is: collated(/uca1400_/)
	},
	{
		what: "-> and ->>",
		since: { mysql: "" },
		is: (each) => expressions(each).some((tree) => someNode(tree, isArrow))
	},
	{
		what: "WITH and WITHOUT VALIDATION",
		since: { mysql: "" },
		is: (each) => each.clauses?.validation !== void 0
	},
	{
		what: "a default that is an operator without parentheses",
		since: {},
		is: (each) => isBare(each, "operator")
	},
	{
		what: "a default that is a function without parentheses",
		since: { mariadb: "10.2.1" },
		is: (each) => isBare(each, "call")
	},
	{
		what: "NOT NULL of a generated column",
		since: { mysql: "" },
		is: column(({ generated, notNull }) => generated !== void 0 && notNull)
	},
	{
		what: "SRID",
		since: { mysql: "8.0" },
		is: wrote("SRID")
	},
	{
		what: "a default that is an expression",
		since: {
			mysql: "8.0.13",
			mariadb: "10.2.1"
		},
		is: column((each) => each.default?.text.startsWith("(") === true)
	},
	{
		what: "DROP CONSTRAINT",
		since: {
			mysql: "8.0.19",
			mariadb: "10.2.1"
		},
		is: (each) => each.kind === "drop-constraint" && each.type === void 0
	},
	{
		what: "ALTER CHECK",
		since: { mysql: "8.0.16" },
		is: (each) => each.kind === "alter-constraint"
	},
	{
		what: "DROP CHECK",
		since: { mysql: "8.0.16" },
		is: (each) => each.kind === "drop-constraint" && each.type === "check"
	},
	{
		what: "ALTER COLUMN \u2026 SET VISIBLE",
		since: { mysql: "8.0.23" },
		is: (each) => each.kind === "set-column-visibility"
	},
	{
		what: "an index of an expression",
		since: { mysql: "8.0.13" },
		is: (each) => each.kind === "create-index" && each.index.elements.some(({ expression }) => expression !== void 0)
	},
	{
		what: "RENAME COLUMN",
		since: {
			mysql: "8.0",
			mariadb: "10.5.2"
		},
		is: (each) => each.kind === "rename-column"
	},
	{
		what: "RENAME INDEX",
		since: {
			mysql: "",
			mariadb: "10.5.2"
		},
		is: (each) => each.kind === "rename-index"
	},
	{
		what: "PAGE_COMPRESSED",
		since: { mariadb: "" },
		is: (each) => option(each, /^page_compress/)
	},
	{
		what: "TABLESPACE",
		since: { mysql: "" },
		is: (each) => option(each, /^tablespace$/)
	},
	{
		what: "COMPRESSION",
		since: { mysql: "" },
		code: 1911,
		is: (each) => option(each, /^(compression|encryption)$/)
	},
	{
		what: "AUTOEXTEND_SIZE",
		since: { mysql: "8.0.23" },
		is: (each) => option(each, /^autoextend_size$/)
	},
	{
		what: "SECONDARY_ENGINE",
		since: { mysql: "8.0" },
		is: (each) => option(each, /^secondary_engine$/)
	},
	{
		what: "TRANSACTIONAL and PAGE_CHECKSUM",
		since: { mariadb: "" },
		is: (each) => option(each, /^(transactional|page_checksum)$/)
	},
	{
		what: "ENCRYPTED",
		since: { mariadb: "10.1.4" },
		is: (each) => option(each, /^(encrypted|encryption_key_id)$/)
	},
	{
		what: "ENGINE_ATTRIBUTE",
		since: { mysql: "" },
		code: 1911,
		is: hasEngineAttribute
	},
	{
		what: "SYSTEM VERSIONING",
		since: { mariadb: "10.3" },
		is: (each) => each.kind === "set-system-versioning" || each.kind === "create-table" && each.systemVersioning === true
	},
	{
		what: "PERIOD",
		since: { mariadb: "10.3" },
		is: (each) => each.kind === "add-period" || each.kind === "drop-period"
	},
	{
		what: "ALTER IGNORE TABLE",
		since: { mariadb: "" },
		is: (each) => each.clauses?.ignore === true
	},
	{
		what: "CREATE OR REPLACE TABLE",
		since: { mariadb: "" },
		is: (each) => each.kind === "create-table" && each.replace === true
	}
];
function hasEngineAttribute(operation) {
	return wrote("ENGINE_ATTRIBUTE")(operation) || option(operation, /^(secondary_)?engine_attribute$/);
}
function refusalsOfSyntax(at, operation) {
	return forms.filter(({ since, is }) => !has(at, since) && is(operation)).flatMap(({ what, code = 1064 }) => refused(at, code, `${inWords(at)} does not know ${what}`));
}

// src/engine/mysql/refusal/table.ts
/** Keys of the table, checks, storage engines, and a history that MariaDB keeps. */
function refusalsOfTable(at, operation, { before, after }, statement) {
	const own = before.mysql?.systemVersioned ? refusalsOfHistory(at, operation) : refusalsOfNoHistory(at, operation);
	const keyed = keys(at, operation, before, after, statement);
	return [
		...own,
		...keyed,
		...refusalsOfOption(at, operation, before, after),
		...refusalsOfCharset(at, operation),
		...refusalsOfTableName(at, operation, statement)
	];
}
function keys(at, operation, before, after, statement) {
	const drops = statement.some((each) => each.kind === "drop-constraint" && each.type === "primary-key");
	const isLeft = operation.kind === "add-constraint" && operation.ifNotExists === true;
	if (addsPrimaryKey(operation) && !isLeft && !drops && before.indexes.some(({ name }) => name === "PRIMARY")) return refused(at, 1068, "the table has a primary key already");
	const isDrop = operation.kind === "drop-constraint" && operation.type === "primary-key";
	const isAgain = statement.slice(0, statement.indexOf(operation)).some((each) => each.kind === "drop-constraint" && each.type === "primary-key");
	if (isDrop && isAgain) return refused(at, 1091, "another action of the statement drops the primary key already");
	if (operation.kind === "redefine-column" && operation.definition.explicitNull && !drops && before.indexes.some(({ name, definition }) => name === "PRIMARY" && definition.elements.some((each) => each.column?.toLowerCase() === operation.column.toLowerCase()))) return refused(at, { mysql: 1171 }, `${operation.column} is of the primary key, which has no NULLs`);
	if (operation.kind === "drop-constraint" && operation.type === "primary-key" && !before.indexes.some(({ name }) => name === "PRIMARY")) return refused(at, 1091, "the table has no primary key");
	if (statement[0] === operation && !isNumberedWell(after) && isNumberedWell(before)) return refused(at, 1075, "a table has one AUTO_INCREMENT column, and it has to be the first of an index");
	if (operation.kind === "add-constraint" && operation.constraint.type === "check") {
		const { name } = operation.constraint;
		return name !== void 0 && before.constraints.some((each) => isNamed(before, each, name)) && !statement.some((each) => each.kind === "drop-constraint") ? refused(at, {
			mysql: 3822,
			mariadb: 1826
		}, `there is a check ${name} already`) : [];
	}
	return [];
}
/** A table of that name that is there, and stays. */
function refusalsOfTableName(at, operation, statement) {
	const name = tableNameGiven(operation);
	const holder = name === void 0 ? void 0 : tableOf(at.schema, name);
	if (holder === void 0 || !holder.complete || !isFollowed(at.schema, holder)) return [];
	return statement.some((each) => (each.kind === "rename-table" || each.kind === "drop-table") && same(resolve(at.schema, each.table), holder.name)) ? [] : refused(at, 1050, `there is a table ${holder.name.name} already`);
}
function tableNameGiven(operation) {
	if (operation.kind === "create-table") return operation.ifNotExists || operation.replace || operation.persistence === "temporary" || operation.conditional ? void 0 : operation.table;
	if (operation.kind !== "rename-table") return void 0;
	const { to, toSchema, table } = operation;
	const schema = toSchema ?? table.schema;
	return {
		name: to,
		...schema !== void 0 && { schema }
	};
}
/** https://dev.mysql.com/doc/refman/9.7/en/create-table.html */
function isNumberedWell(table) {
	const numbered = table.columns.filter(({ autoIncrement }) => autoIncrement);
	const leads = ({ name }) => table.indexes.some(({ definition }) => definition.elements[0]?.column?.toLowerCase() === name.toLowerCase());
	return numbered.length === 0 || numbered.length === 1 && numbered.every(leads);
}
/** The storage engines that there are for each server. */
const engines = {
	mysql: /^(innodb|myisam|memory|heap|csv|archive|blackhole|merge|mrg_myisam|federated|example|ndb|ndbcluster|performance_schema)$/,
	mariadb: /^(innodb|myisam|aria|memory|heap|csv|archive|blackhole|merge|mrg_myisam|federated|federatedx|example|sequence|spider|connect|rocksdb|s3|columnstore|mroonga|oqgraph|sphinx|sphinxse|tokudb|ndb|ndbcluster|performance_schema)$/
};
function refusalsOfOption(at, operation, before, after) {
	if (hasEngineAttribute(operation) && engineOf(before) === "innodb") return refused(at, { mysql: 3981 }, "InnoDB has no ENGINE_ATTRIBUTE");
	if (operation.kind !== "alter-table-options") return [];
	const engine = engineIn(operation.options);
	if (engine === void 0 || engine === engineOf(before)) return [];
	if (!engines[at.server].test(engine)) return refused(at, 1286, `there is no storage engine ${engine}`);
	const long = after.columns.find(({ type }) => /(text|blob)$|^json$/.test(type.name));
	return /^(memory|heap)$/.test(engine) && long ? refused(at, 1163, `${engine} keeps no column like ${long.name} ${long.type.text}`) : [];
}
/** A collation that is of another character set than stands beside it. */
function refusalsOfCharset(at, operation) {
	if (operation.kind !== "alter-table-options") return [];
	const last = (option) => operation.options.findLast(({ name }) => name === option)?.value.toLowerCase();
	const [set, collation] = [last("character_set"), last("collate")];
	if (set === void 0 || collation === void 0 || set === "default" || collation === "default") return [];
	const [own, other] = [charsetOf(set, void 0).characterSet, charsetOf(void 0, collation).characterSet];
	return own === other || other === void 0 ? [] : refused(at, 1253, `${collation} is no collation of ${set}`);
}
function refusalsOfNoHistory(at, { words }) {
	return words?.includes("SYSTEM VERSIONING of a column") ? refused(at, { mariadb: 4124 }, "the table keeps no history") : [];
}
/** `system_versioning_alter_history` is ERROR by default. https://mariadb.com/kb/en/system-versioned-tables/ */
function refusalsOfHistory(at, operation) {
	return /^(rename-column|rename-table|rename-index|drop-index|set-index-visibility|alter-table-options|set-system-versioning|add-constraint|drop-constraint)$/.test(operation.kind) || operation.kind === "create-index" && !operation.index.unique || !/^(add-column|drop-column|redefine-column|create-index|truncate)$/.test(operation.kind) ? [] : refused(at, 4119, "the table keeps its history: system_versioning_alter_history is ERROR");
}

// src/engine/mysql/refusal/refusal.ts
/**
* Why the server refuses a statement whatever the rows: only where that is certain. Of a table that history has not made, or that was touched where nobody
* could follow, only what the statement itself says.
* @param statement all of it, where it is of several tables: DROP TABLE a, b
* https://dev.mysql.com/doc/mysql-errors/9.7/en/server-error-reference.html, https://mariadb.com/kb/en/mariadb-error-code-reference/
*/
function refusalsOf(at, operations, tables, statement = operations) {
	const own = operations.flatMap((each) => refusalsOfSyntax(at, each));
	const { before } = tables;
	if (!before.complete || !isFollowed(at.schema, before)) return own;
	const known = operations.flatMap((each) => [
		...refusalsOfColumn(at, each, tables, statement),
		...refusalsOfIndex(at, each, tables, statement),
		...refusalsOfForeignKey(at, each, tables, statement),
		...refusalsOfTable(at, each, tables, statement),
		...refusalsOfPartition(at, each, tables)
	]);
	return [
		...own,
		...known,
		...refusalsOfLimit(at, operations, tables)
	];
}

// src/engine/mysql/otherwise.ts
/** Statements that have no choice of an algorithm. */
function otherwise(at, operation, statement) {
	const on = (name, lock, work, more = {}) => {
		return {
			table: resolve(at.schema, name),
			algorithm: null,
			lock,
			work: [work],
			...more
		};
	};
	switch (operation.kind) {
		case "create-table": {
			const replaced = operation.replace ? tableOf(at.schema, operation.table) : void 0;
			const creation = creationOf(at, operation);
			const refusals = creation && [...refusalsOfWhole(at, creation), ...refusalsOf(at, creation.actions, creation.tables)];
			const own = withRefusal(at, operation, [{
				...on(operation.table, replaced ? "exclusive" : "none", replaced ? "rebuild" : "metadata"),
				...withFailures(refusals ?? [])
			}]);
			return [...replaced || own[0]?.fails ? own : [], ...besideCreate(at, operation)];
		}
		case "drop-table": {
			const table = tableAt(at, operation.table);
			if (operation.ifExists && tableOf(at.schema, operation.table) === void 0) return [];
			return withRefusal(at, operation, [on(operation.table, "exclusive", "metadata"), ...besideDrop(at, table)], statement);
		}
		case "rename-table": {
			const table = tableAt(at, operation.table);
			return withRefusal(at, operation, [on(operation.table, "exclusive", "metadata"), ...besideAlter(at, table, [operation])], statement);
		}
		case "truncate": return withRefusal(at, operation, [on(operation.table, "exclusive", "rebuild")]);
		case "alter-partitions": return withRefusal(at, operation, alterPartitions(at, operation, tableAt(at, operation.table)));
		case "optimize": {
			const table = tableAt(at, operation.table);
			const lock = keptFullTexts({
				before: table,
				after: table
			}).length > 0 || at.server === "mariadb" && indexedVirtual(table) ? "shared" : "none";
			return withRefusal(at, operation, [on(operation.table, lock, "rebuild"), ...besideAlter(at, table, [])]);
		}
		case "table-files": return [on(operation.table, "exclusive", "metadata")];
		case "create-trigger": return [on(operation.table, "shared", "metadata", { briefly: "exclusive" })];
		case "drop-trigger": return [on(operation.table, "exclusive", "metadata")];
		case "lock-table": {
			const lock = operation.mode === "READ" ? "shared" : "exclusive";
			const others = lock === "shared" ? [] : besideLock(at, tableAt(at, operation.table), statement);
			return [on(operation.table, lock, "metadata"), ...others];
		}
		case "insert":
		case "update":
		case "delete": return [on(operation.table, "none", "metadata")];
		case "copy": return operation.table === void 0 ? [] : [on(operation.table, "none", "metadata")];
		case "other": return operation.tables.flatMap((each) => {
			const fact = maintenance(at, operation.command);
			return fact === void 0 ? [] : [on(each, ...fact)];
		});
		default: return [];
	}
}
function maintenance(at, command) {
	switch (command) {
		case "REPAIR TABLE": return has(at, { mariadb: "11.2" }) ? ["none", "rebuild"] : ["exclusive", "metadata"];
		case "FLUSH TABLES": return at.server === "mariadb" ? ["exclusive", "metadata"] : void 0;
		case "FLUSH TABLES FOR EXPORT": return ["shared", "metadata"];
		default: return;
	}
}
function withFailures(failures) {
	const fails = joinFailures(failures);
	return fails === void 0 ? {} : { fails };
}
function withRefusal(at, operation, effects, statement = [operation]) {
	const [own, ...others] = effects;
	if (own === void 0 || !("table" in operation) || !operation.table) return effects;
	const table = tableAt(at, operation.table);
	const fails = joinFailures([...refusalsOf(at, [operation], {
		before: table,
		after: table
	}, statement), own.fails]);
	return [{
		...own,
		...fails && { fails }
	}, ...others];
}

// src/engine/mysql/statement.ts
/** What a statement does at one version: its changes of one table together, in one pass. */
function effectsAt(at, operations) {
	const effects = [];
	const altered = /* @__PURE__ */ new Set();
	for (const operation of operations) {
		const key = "table" in operation && operation.table ? keyOf(resolve(at.schema, operation.table)) : "";
		if (altered.has(key) && isAction(operation)) continue;
		const own = operations.filter((each) => isAction(each) && "table" in each && each.table && keyOf(resolve(at.schema, each.table)) === key);
		if (isAction(operation)) altered.add(key);
		effects.push(...isAction(operation) ? alter(at, own) : otherwise(at, operation, operations));
	}
	return effects.filter(({ table }) => at.schema.tables.get(keyOf(table))?.persistence !== "temporary");
}
/** What the server takes of the changes of one table, by algorithm; undefined where the statement is no ALTER TABLE. */
function formsAt(at, operations) {
	const [first] = operations.filter(isAction);
	if (first === void 0 || !("table" in first) || !first.table) return void 0;
	const tables = tablesOf(at, first.table);
	return formsOf(at, allChanges(at, operations, tables), tables);
}
function alter(at, operations) {
	const [first] = operations;
	if (first === void 0 || !("table" in first) || !first.table) return [];
	if (first.kind === "alter-nothing" && first.clauses === void 0) return [];
	const tables = tablesOf(at, first.table);
	const changes = allChanges(at, operations, tables);
	const refusals = refusalsOf(at, operations, tables);
	const sure = changes.filter(({ assumed }) => !assumed);
	const hoped = sure.length === changes.length ? void 0 : sure.length === 0 ? anythingAt(at) : formsOf(at, sure, tables);
	const effect = {
		table: tables.before.name,
		...chosen(at, formsOf(at, changes, tables), first.clauses, hoped)
	};
	const fails = joinFailures([...refusals, effect.fails]);
	const own = {
		...effect,
		...fails && { fails }
	};
	return changes.every(({ kind }) => kind === "change-nothing" || kind === "set-keys-state") ? [own] : [own, ...besideAlter(at, tables.before, operations)];
}
function tablesOf(at, name) {
	const before = tableAt(at, name);
	return {
		before,
		after: tableOf(at.after(), before.name) ?? before
	};
}
/** The schema after the statement, its tables not yet renamed: for `At`. */
function withoutRenames(schema, operations) {
	return applyStatement(schema, operations.filter(({ kind }) => kind !== "rename-table"));
}
function allChanges(at, operations, tables) {
	const own = operations.flatMap((each) => changesOf(at, each, tables, operations) ?? []);
	const key = primaryKeyChange(at, tables, operations);
	const changes = [...own, ...key].filter((each) => !isNumbered(each, own));
	const [first] = operations;
	return changes.length > 0 || first === void 0 || at.server === "mariadb" ? changes : [{
		kind: "change-table-setting",
		operation: first
	}];
}
/** A numbered column has no NULLs and no duplicates. */
function isNumbered({ kind }, all) {
	return kind === "forbid-null" && all.some((each) => each.kind === "add-auto-increment");
}
function isAction(operation) {
	if (operation.kind === "rename-table") return !operation.byStatement;
	return actions.has(operation.kind);
}
const actions = /* @__PURE__ */ new Set([
	"add-column",
	"drop-column",
	"rename-column",
	"redefine-column",
	"set-default",
	"drop-default",
	"set-column-visibility",
	"add-constraint",
	"drop-constraint",
	"alter-constraint",
	"create-index",
	"drop-index",
	"rename-index",
	"set-index-visibility",
	"alter-table-options",
	"convert-character-set",
	"rebuild-table",
	"set-keys-state",
	"repartition-table",
	"set-system-versioning",
	"add-period",
	"drop-period",
	"alter-nothing"
]);

// src/engine/mysql/index.ts
/** MySQL 5.7 to 9.7 and MariaDB 10.3 to 11.8: the target says which. */
const mysql = {
	effects: (operation, before, context, statement = [operation]) => worst(ats([operation], before, context, statement), (at) => effectsAt(at, [operation])),
	statementEffects: (operations, before, context) => worst(ats(operations, before, context, operations), (at) => effectsAt(at, operations))
};
/**
* What the server takes for an ALTER TABLE, CREATE INDEX or DROP INDEX, by ALGORITHM: what a plan can demand of it. Of several versions what all of them take, at its worst;
* undefined where the statement is none of these.
*/
function formsOfStatement(operations, before, context) {
	return ats(operations, before, context, operations).map((at) => formsAt(at, operations)).reduce((some, each) => {
		if (some === void 0 || each === void 0) return void 0;
		const common = algorithms.flatMap((algorithm) => {
			const [a, b] = [some[algorithm], each[algorithm]];
			return a && b ? [[algorithm, locks.indexOf(a.lock) >= locks.indexOf(b.lock) ? a : b]] : [];
		});
		return Object.fromEntries(common);
	});
}
const versionsOf = ({ target }) => target.version === void 0 ? askedVersions[target.engine] : [target.version];
/** What operations of a statement meet on each version that is asked. */
function ats(operations, schema, context, statement) {
	const after = lazy(() => withoutRenames(schema, operations));
	return versionsOf(context).map((version) => meeting({
		server: context.target.engine,
		version
	}, {
		schema,
		after
	}, context, statement));
}
/** One effect a table, the worst of all versions that are asked. */
function worst(asked, effectsOf) {
	const versions = asked.map(({ version }) => version);
	const answers = asked.map(effectsOf);
	const [first = [], ...others] = answers;
	if (others.length === 0) return first;
	return [...new Set(answers.flat().map(({ table }) => keyOf(table)))].map((key) => {
		const of = answers.map((effects) => effects.find(({ table }) => keyOf(table) === key));
		const worst = of.filter((each) => each !== void 0).reduce((a, b) => compare(b, a) > 0 ? b : a);
		const holds = versions.filter((_, i) => of[i] !== void 0 && compare(of[i], worst) === 0);
		return holds.length === versions.length ? worst : {
			...worst,
			versions: holds
		};
	});
}
/** Failing for certain is worst, then the heavier algorithm, work and lock, then failing perhaps. */
function compare(a, b) {
	const rank = ({ algorithm, lock, work, fails }) => [
		fails?.certain ? 1 : 0,
		algorithm === null ? -1 : algorithms.indexOf(algorithm),
		Math.max(...work.map((each) => works.indexOf(each))),
		locks.indexOf(lock),
		fails ? 1 : 0
	];
	const [left, right] = [rank(a), rank(b)];
	return left.map((value, i) => value - right[i]).find((difference) => difference !== 0) ?? 0;
}

export { formsOfStatement, mysql };