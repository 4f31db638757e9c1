import "./rolldown-runtime.js";
import { applyHanging, applyProgram, applyView, columnCreatedIn, columnKey, columnOf, constraintColumns, createdIn, dropTable, emptySchema, free, isNamed, keyOf, lose, mayDoAnything, moveTable, newName, putTable, renameColumn, resolve, sameName, switchOf, tableOf, unbelieved, unknownTable } from "./core.js";
import { begins, charsetIn, charsetOf, columnFrom, elementsOf, hasCharset, keyDefinition, placed, primary, spelt, widthOf, withIndex, withoutColumn as withoutColumn$1, withoutIndex } from "./schema-mysql-index.js";

// src/schema/mysql/constraint.ts
/** The table with a constraint more: a UNIQUE is an index and no more, a FOREIGN KEY brings one where none serves it. */
function withConstraint(schema, table, definition) {
	switch (definition.type) {
		case "unique":
		case "primary-key": return definition.type === "unique" ? withIndex(table, keyDefinition(definition)) : withPrimaryKey(table, definition);
		case "foreign-key": return withForeignKey(schema, table, definition);
		case "check": return put(table, {
			name: definition.name ?? freeName(table, "chk"),
			definition,
			validated: true,
			enforced: !definition.notEnforced
		});
		case "not-null":
		case "exclude": return table;
	}
}
function withPrimaryKey(table, definition) {
	const keyed = withIndex(table, keyDefinition(definition), { constraint: primary });
	const isKey = (name) => definition.columns.some((each) => each.toLowerCase() === name.toLowerCase());
	return put({
		...keyed,
		columns: keyed.columns.map((each) => isKey(each.name) && !each.notNull ? {
			...each,
			notNull: true
		} : each)
	}, {
		name: primary,
		definition: {
			...definition,
			name: primary
		},
		validated: true,
		enforced: true,
		index: primary
	});
}
function withForeignKey(schema, table, definition) {
	const name = definition.name ?? freeName(table, "ibfk");
	const { columns } = definition;
	const served = table.indexes.some((each) => begins(each.definition, columns));
	const index = {
		...definition.name !== void 0 && { name: definition.name },
		elements: elementsOf(columns)
	};
	const indexed = served ? table : withIndex(table, {
		...index,
		method: "btree",
		unique: false,
		include: []
	}, { constraint: name });
	const references = resolve(schema, {
		schema: table.name.schema,
		...definition.references
	});
	const validated = switchOf(schema, "foreign_key_checks") ?? true;
	return put(indexed, {
		name,
		definition: {
			...definition,
			name
		},
		validated,
		enforced: true,
		references
	});
}
function put(table, constraint) {
	return {
		...table,
		constraints: [...table.constraints.filter((each) => !isNamed(table, each, constraint.name)), constraint]
	};
}
/** `t_ibfk_1`, `t_chk_1`: one more than the greatest there is. MariaDB calls its checks otherwise. */
function freeName(table, kind) {
	const own = `${table.name.name}_${kind}_`;
	const numbers = table.constraints.map(({ name }) => name.startsWith(own) ? Number(name.slice(own.length)) : 0);
	return `${own}${Math.max(0, ...numbers.filter(Number.isInteger)) + 1}`;
}
/** DROP CONSTRAINT takes the name of any constraint, of a unique index too. */
function withoutConstraint(table, name) {
	const constraint = table.constraints.find((each) => isNamed(table, each, name));
	if (constraint === void 0 || constraint.index !== void 0) return withoutIndex(table, name);
	return {
		...table,
		constraints: table.constraints.filter((each) => each !== constraint),
		indexes: table.indexes.map((each) => {
			if (each.constraint !== constraint.name) return each;
			const { constraint: _, ...own } = each;
			return own;
		})
	};
}
/** The constraints after a column has gone: a CHECK that speaks of it alone goes with it. https://dev.mysql.com/doc/refman/9.7/en/alter-table.html */
function withoutColumn(table, column) {
	const isColumn = (name) => name.toLowerCase() === column.toLowerCase();
	return table.constraints.filter(({ definition }) => {
		const columns = constraintColumns(definition).filter((each) => columnOf(table, each) !== void 0);
		return columns.length === 0 || !columns.every(isColumn);
	});
}

// src/schema/mysql/table.ts
/** Changes a table; one that history never created comes to be known, though incompletely, by what is learnt here. */
function onTable(schema, { table: name }, change) {
	const known = tableOf(schema, name) ?? unknownTable(newName(schema, name));
	if (schema.views.has(keyOf(known.name))) return schema;
	return putTable(schema, change({
		...known,
		mysql: known.mysql ?? { rowVersions: 0 }
	}));
}
function createTable(schema, operation) {
	const name = newName(schema, operation.table);
	const existing = schema.tables.get(keyOf(name));
	const isKept = operation.ifNotExists === true || operation.conditional === true;
	if (existing?.complete && isKept) return schema;
	const created = createdIn(schema, name, operation);
	const cleared = existing && !isKept ? dropTable(schema, name) : schema;
	const storage = {
		...defaultsOf(schema, name.schema),
		...storageIn(operation.options ?? []),
		rowVersions: 0
	};
	const [like] = operation.like;
	const source = like && tableOf(schema, like.table);
	const empty = {
		...unknownTable(name),
		...like === void 0 ? { mysql: storage } : copyOf(source),
		columns: [...source?.columns ?? [], ...operation.columns.map((each) => columnFrom(each, storage, created))],
		...operation.partitionBy && { partitionBy: operation.partitionBy },
		persistence: operation.persistence,
		complete: operation.asQuery === void 0 && !(like && !source?.complete) && !operation.conditional && !(existing && isKept),
		createdIn: created,
		unfollowed: schema.unfollowed
	};
	const versioned = operation.systemVersioning ? {
		...empty,
		mysql: {
			...empty.mysql,
			systemVersioned: true
		}
	} : empty;
	const table = constraintsOf(operation).reduce((at, each) => {
		return "type" in each ? withConstraint(cleared, at, each) : withIndex(at, each);
	}, versioned);
	const next = putTable(cleared, table);
	return operation.persistence === "temporary" ? {
		...next,
		temporary: [...next.temporary, name]
	} : next;
}
/** In the server's order: the primary key, unique indexes, others, and foreign keys once there may be an index for them. */
function constraintsOf(operation) {
	const constraints = [...operation.columns.flatMap((each) => spelt(each).constraints), ...operation.constraints];
	const of = (type) => constraints.filter((each) => each.type === type);
	const indexes = operation.indexes ?? [];
	const isUnique = ({ unique }) => unique;
	const plain = indexes.filter((each) => !isUnique(each));
	return [
		...of("primary-key"),
		...of("unique"),
		...indexes.filter(isUnique),
		...plain,
		...of("foreign-key"),
		...of("check")
	];
}
/** CREATE TABLE \u2026 LIKE takes columns, indexes, checks and options, not foreign keys. https://dev.mysql.com/doc/refman/9.7/en/create-table-like.html */
function copyOf(source) {
	return {
		indexes: source?.indexes ?? [],
		constraints: source?.constraints.filter(({ definition }) => definition.type !== "foreign-key") ?? [],
		mysql: {
			...source?.mysql,
			rowVersions: 0
		},
		...source?.partitionBy && { partitionBy: source.partitionBy }
	};
}
const defaultsOf = (schema, database) => schema.mysql?.defaults[database] ?? {};
/** What options say of how a table is kept; a character set that is given anew takes the old collation away. */
function storageIn(options) {
	const last = (name) => options.findLast((option) => option.name === name)?.value.toLowerCase();
	const [engine, rowFormat, keyBlockSize] = [
		last("engine"),
		last("row_format"),
		last("key_block_size")
	];
	return {
		...charsetIn(options),
		...engine !== void 0 && { engine },
		...rowFormat !== void 0 && { rowFormat },
		...keyBlockSize !== void 0 && { keyBlockSize }
	};
}
/** DROP TABLE leaves foreign keys that point to the table, where it is let: whoever makes the name anew has them again. */
function applyDrop(schema, { table }) {
	const name = tableOf(schema, table)?.name ?? newName(schema, table);
	return schema.tables.has(keyOf(name)) ? dropTable(schema, name) : free(schema, keyOf(name), 0);
}
/** RENAME TABLE takes views, too. */
function applyRename(schema, operation) {
	if (schema.views.has(keyOf(newName(schema, operation.table)))) {
		const { table: view, to, span } = operation;
		return applyView(schema, {
			kind: "rename-view",
			view,
			materialized: false,
			to,
			span
		});
	}
	const table = tableOf(schema, operation.table) ?? unknownTable(newName(schema, operation.table));
	const to = {
		schema: operation.toSchema ?? table.name.schema,
		name: operation.to
	};
	if (keyOf(table.name) === keyOf(to)) return schema;
	return moveTable(putTable(dropTable(schema, to), table), table.name, to);
}

// src/schema/mysql/alter-column.ts
function addColumn(schema, operation) {
	const definition = spelt(operation.column);
	return onTable(schema, operation, (table) => {
		if (columnOf(table, definition.name) && (operation.ifNotExists || operation.conditional)) return table;
		const certain = !operation.conditional && (table.complete || !operation.ifNotExists);
		const created = columnCreatedIn(schema, table, definition.name, certain);
		const column = columnFrom(definition, table.mysql ?? {}, created);
		const wider = {
			...table,
			columns: placed(table, column, operation.position)
		};
		return definition.constraints.reduce((at, each) => withConstraint(schema, at, each), wider);
	});
}
/** MODIFY and CHANGE: what the new definition does not repeat is gone, but the keys that the column is in. */
function redefineColumn(schema, operation) {
	const definition = spelt(operation.definition);
	const known = columnOf(tableOf(schema, operation.table), operation.column);
	const renamed = sameName(operation.column, definition.name) ? schema : rename(schema, operation, definition.name);
	return onTable(renamed, operation, (table) => {
		if (known === void 0 && operation.columnIfExists && table.complete) return table;
		const column = columnFrom(definition, table.mysql ?? {}, known?.createdIn ?? 0);
		const kept = table.constraints.some(({ definition: { type, ...key } }) => type === "primary-key" && "columns" in key && key.columns.some((each) => isNamed(table, column, each))) ? {
			...column,
			notNull: true
		} : column;
		const columns = known === void 0 && !operation.position ? [...table.columns, kept] : placed(table, kept, operation.position);
		return definition.constraints.reduce((at, each) => withConstraint(schema, at, each), {
			...table,
			columns
		});
	});
}
function dropColumn(schema, operation) {
	const dropped = columnOf(tableOf(schema, operation.table), operation.column);
	const next = onTable(schema, operation, (table) => ({
		...table,
		columns: table.columns.filter((each) => !isNamed(table, each, operation.column)),
		indexes: withoutColumn$1(table, operation.column),
		constraints: withoutColumn(table, operation.column)
	}));
	const name = tableOf(next, operation.table)?.name ?? newName(next, operation.table);
	return free(next, columnKey(name, dropped?.name ?? operation.column), dropped?.createdIn ?? 0);
}
function rename(schema, { table, column }, to) {
	const known = tableOf(schema, table);
	return known === void 0 ? schema : renameColumn(schema, known.name, columnOf(known, column)?.name ?? column, to);
}
/** SET DEFAULT, DROP DEFAULT, SET VISIBLE, SET INVISIBLE. */
function setColumn(schema, operation) {
	const change = (column) => {
		const { default: _, invisible: __, ...plain } = column;
		if (operation.kind === "set-column-visibility") return {
			...plain,
			...column.default && { default: column.default },
			...!operation.visible && { invisible: true }
		};
		const value = operation.kind === "set-default" && operation.expression.tree.kind !== "null" ? operation.expression : void 0;
		return {
			...plain,
			...value && { default: value },
			...column.invisible && { invisible: true }
		};
	};
	return onTable(schema, operation, (table) => ({
		...table,
		columns: table.columns.map((each) => isNamed(table, each, operation.column) ? change(each) : each)
	}));
}
/** A statement that adds or drops columns may use up a row version; one that certainly writes all rows anew gives them all back. */
function withRowVersions(table, uses, rebuilds) {
	const mysql = table.mysql;
	const hasFullText = table.indexes.some(({ definition }) => definition.method === "fulltext");
	const { fullTextIds, ...others } = mysql;
	if (rebuilds) return {
		...table,
		mysql: {
			...others,
			rowVersions: 0,
			...fullTextIds && hasFullText && { fullTextIds }
		}
	};
	return uses ? {
		...table,
		mysql: {
			...mysql,
			rowVersions: mysql.rowVersions + 1
		}
	} : table;
}

// src/schema/mysql/convert.ts
/** CONVERT TO CHARACTER SET: the table and every column of characters; `default` is the database's character set. */
function converted(schema, table, operation) {
	const own = schema.mysql?.defaults[table.name.schema] ?? {};
	const charset = operation.characterSet === "default" ? own : charsetOf(operation.characterSet, operation.collation);
	const { characterSet: _, collation: __, ...mysql } = table.mysql ?? { rowVersions: 0 };
	const columns = table.columns.map((column) => hasCharset(column.type.name) ? inCharset(column, charset) : column);
	return {
		...table,
		columns,
		mysql: {
			...mysql,
			...charset
		}
	};
}
function inCharset({ collation: _, type, ...column }, { characterSet, collation }) {
	const { characterSet: __, ...plain } = largeEnough(type, characterSet);
	return {
		...column,
		type: {
			...plain,
			...characterSet !== void 0 && { characterSet }
		},
		...collation !== void 0 && { collation: { name: collation } }
	};
}
const texts = [
	"tinytext",
	"text",
	"mediumtext",
	"longtext"
];
/** A text gets a larger type where its characters come to take more bytes. https://dev.mysql.com/doc/refman/9.7/en/alter-table.html#alter-table-character-set */
function largeEnough(type, characterSet) {
	const larger = texts[texts.indexOf(type.name) + 1];
	return larger !== void 0 && texts.includes(type.name) && widthOf(characterSet) > widthOf(type.characterSet) ? {
		...type,
		name: larger,
		text: larger
	} : type;
}

// src/schema/mysql/untangle.ts
/**
* The actions of one ALTER TABLE in an order in which each can be replayed after the other. They are about the columns and indexes as they were before the
* statement: what one of them drops another may make anew, and names may be exchanged (`RENAME COLUMN a TO b, RENAME COLUMN b TO a`).
* https://dev.mysql.com/doc/refman/9.7/en/alter-table.html#alter-table-redefine-column
*/
function untangled(schema, operations) {
	const moved = operations.filter((each) => isRenaming(each) || drops(each));
	if (moved.length === 0 || new Set(moved.map(({ span }) => span.start)).size < moved.length) return operations;
	const parts = replaced(schema, operations).flatMap(renamedFirst);
	const renames = parts.filter(isRenaming);
	const others = parts.filter((each) => !isRenaming(each) && !drops(each));
	return [
		...parts.filter(drops),
		...exchanged(schema, renames),
		...others
	];
}
const drops = ({ kind }) => kind === "drop-column" || kind === "drop-index" || kind === "drop-constraint";
function isRenaming(operation) {
	if (operation.kind === "redefine-column") return !sameName(operation.column, operation.definition.name);
	return operation.kind === "rename-column" || operation.kind === "rename-index";
}
/** A column that is dropped, and added again under its name, stays in its indexes. */
function replaced(schema, operations) {
	const pairs = operations.flatMap((dropped) => {
		const added = dropped.kind === "drop-column" && operations.find((each) => isAdded(each, dropped.column));
		const last = dropped.kind === "drop-column" && tableOf(schema, dropped.table)?.columns.at(-1);
		return added && last ? [{
			dropped,
			added,
			last: last.name
		}] : [];
	});
	return operations.flatMap((each) => {
		if (pairs.some(({ dropped }) => dropped === each)) return [];
		const pair = pairs.find(({ added }) => added === each);
		if (pair === void 0 || each.kind !== "add-column") return [each];
		const { span, table, column, position = { after: pair.last } } = each;
		return [{
			kind: "redefine-column",
			span,
			table,
			column: column.name,
			definition: column,
			position
		}];
	});
}
const isAdded = (operation, column) => operation.kind === "add-column" && sameName(operation.column.name, column);
/** CHANGE is a rename, and then a MODIFY of what has its name already. */
function renamedFirst(operation) {
	if (operation.kind !== "redefine-column" || !isRenaming(operation)) return [operation];
	const { span, table, column, definition } = operation;
	return [{
		kind: "rename-column",
		span,
		table,
		column,
		to: definition.name
	}, {
		...operation,
		column: definition.name
	}];
}
/** What bears a name that is given to another one before its own turn comes is called otherwise until then. */
function exchanged(schema, renames) {
	const left = [...renames];
	const made = [];
	for (let next = left.shift(); next !== void 0; next = left.shift()) {
		const to = nameGiven(next);
		const later = left.findIndex((each) => each.kind === next?.kind && sameName(nameTaken(each), to) && isThere$1(schema, each));
		const bearer = left[later];
		if (bearer !== void 0) {
			const meanwhile = `${to} (until it is renamed)`;
			made.push(withNames(bearer, to, meanwhile));
			left[later] = withNames(bearer, meanwhile, nameGiven(bearer));
		}
		made.push(next);
	}
	return made;
}
const nameTaken = (renaming) => renaming.kind === "rename-index" ? renaming.index.name : renaming.column;
const nameGiven = (renaming) => renaming.kind === "redefine-column" ? renaming.definition.name : renaming.to;
function withNames(renaming, from, to) {
	if (renaming.kind === "rename-index") return {
		...renaming,
		index: { name: from },
		to
	};
	return {
		kind: "rename-column",
		span: renaming.span,
		table: renaming.table,
		column: from,
		to
	};
}
function isThere$1(schema, renaming) {
	const table = renaming.table === void 0 ? void 0 : tableOf(schema, renaming.table);
	if (table === void 0) return false;
	if (renaming.kind !== "rename-index") return columnOf(table, renaming.column) !== void 0;
	return table.indexes.some((each) => isNamed(table, each, renaming.index.name));
}

// src/schema/mysql/apply.ts
/** The schema after operations of one statement, by the rules of MySQL and MariaDB. As `apply`: pure, total, believing the operations rather than what is known. */
function replay(schema, operations) {
	return counted(untangled(schema, operations).reduce(applyOne, schema), operations);
}
/** What may not have run is taken in where it makes something; either way nothing about its table is certain any more. */
function applyOne(schema, operation) {
	if (!operation.conditional) return apply(schema, operation);
	const after = unbelieved.has(operation.kind) ? schema : apply(schema, operation);
	const name = "table" in operation && operation.table;
	const table = name ? tableOf(after, name) : void 0;
	return table === void 0 ? after : putTable(after, {
		...table,
		unfollowed: uncertain
	});
}
/** A count that no schema has: see `followed.ts`. */
const uncertain = -1;
function apply(schema, operation) {
	switch (operation.kind) {
		case "create-table": return createTable(schema, operation);
		case "drop-table": return applyDrop(schema, operation);
		case "rename-table": return applyRename(schema, operation);
		case "add-column": return addColumn(schema, operation);
		case "redefine-column": return redefineColumn(schema, operation);
		case "drop-column": return dropColumn(schema, operation);
		case "rename-column": return rename(schema, operation, operation.to);
		case "set-default":
		case "drop-default":
		case "set-column-visibility": return setColumn(schema, operation);
		case "add-constraint": return onTable(schema, operation, (table) => isKept(table, operation) ? table : withConstraint(schema, table, operation.constraint));
		case "drop-constraint": return onTable(schema, operation, (table) => withoutConstraint(table, operation.constraint));
		case "alter-constraint": return onTable(schema, operation, (table) => enforced(table, operation));
		case "create-index": return onTable(schema, operation, (table) => isThere(table, operation) ? table : withIndex(table, operation.index));
		case "drop-index": return onTable(schema, { table: operation.table ?? { name: "" } }, (table) => withoutIndex(table, operation.index.name));
		case "rename-index": {
			const { to } = operation;
			const renamed = (index) => ({
				...index,
				name: to,
				definition: {
					...index.definition,
					name: to
				}
			});
			return onTable(schema, { table: operation.table ?? { name: "" } }, (table) => changed(table, operation.index.name, renamed));
		}
		case "set-index-visibility": return onTable(schema, operation, (table) => changed(table, operation.index, ({ definition: { invisible: _, ...definition }, ...index }) => ({
			...index,
			definition: {
				...definition,
				...!operation.visible && { invisible: true }
			}
		})));
		case "alter-table-options": return onTable(schema, operation, (table) => withOptions(table, storageIn(operation.options)));
		case "convert-character-set": return onTable(schema, operation, (table) => converted(schema, table, operation));
		case "repartition-table": return onTable(schema, operation, ({ partitionBy: _, ...table }) => ({
			...table,
			...operation.partitionBy && { partitionBy: operation.partitionBy }
		}));
		case "alter-partitions": return onTable(schema, operation, (table) => repartitioned(table, operation));
		case "set-system-versioning": return onTable(schema, operation, (table) => {
			const { systemVersioned: _, ...mysql } = table.mysql ?? { rowVersions: 0 };
			return {
				...table,
				mysql: {
					...mysql,
					...operation.versioned && { systemVersioned: true }
				}
			};
		});
		case "create-view":
		case "drop-view":
		case "rename-view":
		case "alter-view": return applyView(schema, operation);
		case "create-function":
		case "alter-function":
		case "drop-function": return applyProgram(schema, operation);
		case "create-trigger":
		case "drop-trigger": return applyHanging(schema, operation);
		case "other": return operation.command === "DROP TRIGGER" && operation.hanging ? withoutTrigger(schema, operation.hanging.name) : schema;
		case "create-schema": return withDefaults(schema, operation.schema, operation.options ?? []);
		case "alter-schema-options": return withDefaults(schema, operation.schema ?? schema.searchPath[0] ?? "", operation.options);
		case "drop-schema": return schema.tables.entries().reduce((next, [, { name }]) => name.schema === operation.schema ? dropTable(next, name) : next, schema);
		case "use-schema": return {
			...schema,
			searchPath: [operation.schema]
		};
		case "set-variable": return setVariable(schema, operation);
		case "transaction": return schema;
		case "select":
		case "call":
		case "dynamic-sql": return mayDoAnything(operation) ? lose(schema) : schema;
		default: return schema;
	}
}
const isThere = (table, { index, ifNotExists, conditional }) => Boolean(ifNotExists || conditional) && table.indexes.some((each) => index.name !== void 0 && isNamed(table, each, index.name));
/** ADD \u2026 IF NOT EXISTS of what is there. */
function isKept(table, { constraint: { name, type }, ifNotExists }) {
	const known = type === "primary-key" ? primary : name;
	return ifNotExists === true && known !== void 0 && table.constraints.some((each) => isNamed(table, each, known));
}
function changed(table, name, change) {
	return {
		...table,
		indexes: table.indexes.map((each) => isNamed(table, each, name) ? change(each) : each)
	};
}
function enforced(table, { constraint, enforced: is = true }) {
	return {
		...table,
		constraints: table.constraints.map((each) => {
			if (!isNamed(table, each, constraint) || each.definition.type !== "check") return each;
			const { notEnforced: _, ...definition } = each.definition;
			return {
				...each,
				enforced: is,
				definition: {
					...definition,
					...!is && { notEnforced: true }
				}
			};
		})
	};
}
function withOptions(table, options) {
	const { collation, ...mysql } = table.mysql ?? { rowVersions: 0 };
	const kept = options.characterSet === void 0 && collation !== void 0 ? { collation } : {};
	return {
		...table,
		mysql: {
			...mysql,
			...kept,
			...options
		}
	};
}
/** Which partitions there are, where the table's definition named them. */
function repartitioned(table, operation) {
	const { partitionBy } = table;
	if (partitionBy?.partitions === void 0) return table;
	const { action, partitions, definitions = [] } = operation;
	const goes = action === "drop" || action === "reorganize" || action === "convert to table";
	const isGone = (name) => goes && (partitions === "all" || partitions.some((each) => each.toLowerCase() === name.toLowerCase()));
	return {
		...table,
		partitionBy: {
			...partitionBy,
			partitions: [...partitionBy.partitions.filter(({ name }) => !isGone(name)), ...definitions]
		}
	};
}
function withDefaults(schema, database, options) {
	const mysql = schema.mysql;
	return {
		...schema,
		mysql: {
			...mysql,
			defaults: {
				...mysql.defaults,
				[database]: charsetIn(options)
			}
		}
	};
}
function setVariable(schema, { name, value, global, local }) {
	if (global || local) return schema;
	const mysql = schema.mysql;
	const { [name]: _, ...others } = mysql.variables;
	return {
		...schema,
		mysql: {
			...mysql,
			variables: value === void 0 ? others : {
				...others,
				[name]: value.join(",")
			}
		}
	};
}
/** Once a statement, however many columns it adds or drops. */
function counted(schema, operations) {
	const [first] = operations.filter((each) => "table" in each);
	const table = first && "table" in first && first.table ? tableOf(schema, first.table) : void 0;
	if (table?.mysql === void 0) return schema;
	const uses = operations.some(usesVersion);
	const rebuilds = operations.some(rebuilt) || uses && operations.some(({ clauses }) => /^(inplace|copy)$/.test(clauses?.algorithm ?? ""));
	return uses || rebuilds ? onTable(schema, { table: table.name }, (each) => withRowVersions(each, uses, rebuilds)) : schema;
}
function usesVersion(operation) {
	if (operation.kind === "add-column") return operation.column.generated === void 0 || operation.column.generated.stored;
	return operation.kind === "drop-column";
}
/** What writes all rows anew on every version and on every table. */
function rebuilt(operation) {
	switch (operation.kind) {
		case "rebuild-table":
		case "optimize":
		case "truncate":
		case "repartition-table": return true;
		case "alter-table-options": return operation.options.some(({ name }) => /^(engine|row_format|key_block_size)$/.test(name));
		case "add-constraint": return operation.constraint.type === "primary-key";
		default: return false;
	}
}
/** DROP TRIGGER names the trigger alone, which is one of its database. */
function withoutTrigger(schema, name) {
	const isIt = (each) => each.kind === "trigger" && each.name === name;
	const owner = schema.tables.entries().find(([, table]) => table.hanging.some(isIt))?.[1];
	return owner === void 0 ? schema : putTable(schema, {
		...owner,
		hanging: owner.hanging.filter((each) => !isIt(each))
	});
}

// src/schema/mysql/schema.ts
/** The schema of a MySQL or MariaDB server before any migration. Names without a database lie in that of the connection, which is called ''. */
function mysqlSchema() {
	return {
		...emptySchema([""]),
		mysql: {
			replay,
			variables: {},
			defaults: {}
		}
	};
}

export { mysqlSchema };