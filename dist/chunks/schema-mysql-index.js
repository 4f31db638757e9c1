import { isNamed } from "./core.js";

// src/schema/mysql/charset.ts
/** Types whose values are characters, so that columns of them have a character set. https://dev.mysql.com/doc/refman/9.7/en/charset-column.html */
const ofCharacters = /* @__PURE__ */ new Set([
	"char",
	"varchar",
	"tinytext",
	"text",
	"mediumtext",
	"longtext",
	"enum",
	"set"
]);
const hasCharset = (type) => ofCharacters.has(type);
/** What a CHARACTER SET and a COLLATE say together: either tells of the other. */
function charsetOf(characterSet, collation) {
	const known = characterSet ?? collation?.replace(/_.*/, "");
	return {
		...known !== void 0 && known !== "uca1400" && { characterSet: plain(known) },
		...collation !== void 0 && { collation: collation.replace(/^utf8_/, "utf8mb3_") }
	};
}
/** What options of a table or a database say of it; nothing where they say nothing. */
function charsetIn(options) {
	const last = (name) => options.findLast((option) => option.name === name && option.value !== "default")?.value;
	return charsetOf(last("character_set")?.toLowerCase(), last("collate")?.toLowerCase());
}
/** `utf8` means `utf8mb3` to every version so far. https://dev.mysql.com/doc/refman/9.7/en/charset-unicode-utf8.html */
const plain = (characterSet) => characterSet === "utf8" ? "utf8mb3" : characterSet;
/** The bytes that one character takes at most. https://dev.mysql.com/doc/refman/9.7/en/charset-charsets.html */
const widths = {
	utf8mb4: 4,
	utf8mb3: 3,
	utf16: 4,
	utf16le: 4,
	utf32: 4,
	ucs2: 2,
	big5: 2,
	cp932: 2,
	eucjpms: 3,
	euckr: 2,
	gb18030: 4,
	gb2312: 2,
	gbk: 2,
	sjis: 2,
	ujis: 3
};
/** Where nothing tells of the character set, of the widest. */
function widthOf(characterSet) {
	return characterSet === void 0 ? 4 : widths[characterSet] ?? 1;
}

// src/schema/mysql/column.ts
/** The column as the server keeps it: its character set found, what SERIAL and PRIMARY KEY stand for spelt out. @param defaults of its table */
function columnFrom(given, defaults, createdIn) {
	const definition = spelt(given);
	const { name, type, onUpdate, autoIncrement, invisible, comment, generated } = definition;
	const charset = hasCharset(type.name) ? charsetOfColumn(definition, defaults) : {};
	const value = definition.default?.tree.kind === "null" ? void 0 : definition.default;
	return {
		name,
		type: typeWith(type, charset.characterSet),
		...charset.characterSet !== "binary" && charset.collation !== void 0 && { collation: { name: charset.collation } },
		notNull: definition.notNull,
		...value && { default: value },
		...generated && { generated },
		...autoIncrement && { autoIncrement },
		...onUpdate && { onUpdate },
		...invisible && { invisible },
		...comment !== void 0 && comment !== "" && { comment },
		createdIn
	};
}
/** SERIAL: `BIGINT UNSIGNED NOT NULL AUTO_INCREMENT UNIQUE`. https://dev.mysql.com/doc/refman/9.7/en/numeric-type-syntax.html */
function spelt(definition) {
	const key = definition.constraints.some(({ type }) => type === "primary-key");
	const { span, text } = definition;
	if (definition.type.name !== "serial") return key ? {
		...definition,
		notNull: true
	} : definition;
	return {
		...definition,
		type: {
			...definition.type,
			name: "bigint",
			unsigned: true
		},
		notNull: true,
		autoIncrement: true,
		constraints: [...definition.constraints, {
			type: "unique",
			columns: [definition.name],
			span,
			text
		}]
	};
}
/** A column that says nothing has its table's; one that names a character set alone has that set's own collation. */
function charsetOfColumn({ type, collation }, defaults) {
	const own = charsetOf(type.characterSet, collation?.name);
	return own.characterSet === void 0 && own.collation === void 0 ? defaults : {
		...own.characterSet === void 0 ? defaults : {},
		...own
	};
}
/** A string of the character set `binary` is one of bytes. https://dev.mysql.com/doc/refman/9.7/en/charset-binary-set.html */
function typeWith({ characterSet: _, ...type }, characterSet) {
	if (characterSet === "binary" && /char$|text$/.test(type.name)) return {
		...type,
		name: type.name.replace("text", "blob").replace(/^(var)?char$/, "$1binary")
	};
	return characterSet === void 0 ? type : {
		...type,
		characterSet
	};
}
/** The columns with one of them where `position` says, or at the end; one of the same name is replaced, and stays where it is if nothing is said. */
function placed(table, column, position, replaced) {
	const old = table.columns.findIndex((each) => isNamed(table, each, replaced ?? column.name));
	if (position === void 0 && old !== -1) return table.columns.with(old, column);
	const others = table.columns.filter((_, i) => i !== old);
	if (position === void 0) return [...others, column];
	const after = "after" in position ? others.findIndex((each) => isNamed(table, each, position.after)) : -1;
	const at = "first" in position ? 0 : after === -1 ? others.length : after + 1;
	return others.toSpliced(at, 0, column);
}

// src/schema/mysql/index.ts
/** Indexes of one table: in MySQL every PRIMARY KEY and UNIQUE is one. https://dev.mysql.com/doc/refman/9.7/en/create-index.html */
const primary = "PRIMARY";
/** The table with an index more, under the server's own name where it has none. What bore the name has gone without our seeing it. */
function withIndex(table, definition, more = {}) {
	const name = definition.name ?? freeName(table, definition);
	const index = {
		name,
		definition: {
			...definition,
			name
		},
		valid: true,
		...more
	};
	const kept = table.indexes.filter((each) => !isNamed(table, each, name) && !isReplaced(each, index));
	const fullText = definition.method === "fulltext" && !table.columns.some((each) => each.name.toUpperCase() === "FTS_DOC_ID");
	return {
		...table,
		indexes: [...kept, index],
		...fullText && table.mysql && { mysql: {
			...table.mysql,
			fullTextIds: true
		} }
	};
}
/** The first column's name, with the first free number behind it from 2 on. */
function freeName(table, { elements }) {
	const own = elements[0]?.column ?? "functional_index";
	const isTaken = (name) => name.toUpperCase() === "PRIMARY" || table.indexes.some((each) => isNamed(table, each, name));
	let name = own;
	for (let i = 2; isTaken(name); i++) name = `${own}_${i}`;
	return name;
}
/** The index that the server had made for a foreign key gives way to one that serves it as well. */
function isReplaced(old, index) {
	return old.constraint !== void 0 && old.constraint !== "PRIMARY" && begins(index.definition, columnsOf(old.definition));
}
function withoutIndex(table, name) {
	const index = table.indexes.find((each) => isNamed(table, each, name));
	if (index === void 0) return table;
	return {
		...table,
		indexes: table.indexes.filter((each) => each !== index),
		constraints: index.name === "PRIMARY" ? table.constraints.filter((each) => each.index !== primary) : table.constraints
	};
}
/** The index behind a UNIQUE or PRIMARY KEY. */
function keyDefinition(constraint) {
	const name = constraint.type === "primary-key" ? primary : constraint.name;
	return {
		...name !== void 0 && { name },
		method: "btree",
		unique: true,
		elements: constraint.elements ?? elementsOf(constraint.columns),
		include: []
	};
}
const elementsOf = (columns) => columns.map((column) => ({
	column,
	text: column
}));
/** Whole columns at the front of its keys; a prefix of one, or an expression, ends them. */
function columnsOf({ elements }) {
	const end = elements.findIndex(({ column, prefix }) => column === void 0 || prefix !== void 0);
	return (end === -1 ? elements : elements.slice(0, end)).map(({ column }) => column);
}
/** Whether it serves a foreign key of these columns: they are its first keys, in this order. */
function begins(definition, columns) {
	const own = definition.method === "fulltext" || definition.method === "spatial" ? [] : columnsOf(definition);
	return columns.length <= own.length && columns.every((column, i) => column.toLowerCase() === own[i]?.toLowerCase());
}
/** The indexes after a column has gone: it goes out of each, and an index of it alone with it. */
function withoutColumn(table, column) {
	const isOther = (element) => element.column?.toLowerCase() !== column.toLowerCase();
	return table.indexes.flatMap((index) => {
		const elements = index.definition.elements.filter(isOther);
		if (elements.length === index.definition.elements.length) return [index];
		return elements.length === 0 ? [] : [{
			...index,
			definition: {
				...index.definition,
				elements
			}
		}];
	});
}

export { begins, charsetIn, charsetOf, columnFrom, elementsOf, hasCharset, keyDefinition, placed, primary, spelt, widthOf, withIndex, withoutColumn, withoutIndex };