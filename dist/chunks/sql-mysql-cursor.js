import { collector, isReserved, limits, withClause, within } from "./core.js";

// src/sql/mysql/quote.ts
const escapes = {
	"0": "\0",
	b: "\b",
	n: "\n",
	r: "\r",
	t: "	",
	Z: ""
};
/** A name without its quotes. Unquoted names keep their letters: whether those count depends on the server's file system. */
function unquoted(raw) {
	const quote = raw[0];
	if (quote !== "`" && quote !== "\"") return raw;
	return raw.slice(1, raw.length > 1 && raw.endsWith(quote) ? -1 : void 0).replaceAll(quote + quote, quote);
}
/** The value of a string literal. https://dev.mysql.com/doc/refman/9.5/en/string-literals.html */
function stringValue(raw) {
	const body = /^[nN]/.test(raw) ? raw.slice(1) : raw;
	const quote = body[0];
	if (/^[xXbB]/.test(body)) return body;
	return body.slice(1, body.length > 1 && body.endsWith(quote) ? -1 : void 0).replace(/\\([\s\S])|''|""/g, (pair, escaped) => {
		if (escaped !== void 0) return escapes[escaped] ?? (escaped === "%" || escaped === "_" ? pair : escaped);
		return pair === quote + quote ? quote : pair;
	});
}
/** A name in backticks, where it needs them. */
function quoteIdentifier(name) {
	return `\`${name.replaceAll("`", "``")}\``;
}
/** `database`.`name`, or the name alone where no database is known. */
function quoteName(name) {
	return name.schema === void 0 ? quoteIdentifier(name.name) : `${quoteIdentifier(name.schema)}.${quoteIdentifier(name.name)}`;
}
/** A string as a literal that every sql_mode reads alike, as long as it holds no backslash. */
function quoteLiteral(value) {
	return `'${value.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}

// src/sql/mysql/dialect.ts
function lexicalMode(sqlMode) {
	const modes = new Set((sqlMode ?? "").toUpperCase().split(/\s*,\s*/));
	return {
		ansiQuotes: modes.has("ANSI_QUOTES") || modes.has("ANSI"),
		plainBackslash: modes.has("NO_BACKSLASH_ESCAPES")
	};
}
/** What opens a comment whose text is code to some servers. MySQL 8 takes a sixth digit where there is one. */
const versioned = /\/\*(M?)!(\d{5,6})?/y;
/**
* Whether a comment at a place is code to the server, and how long its opening is; undefined where it is an ordinary comment.
*
* MariaDB passes over what is meant for MySQL 5.7 and later, whose features it does not share.
* https://dev.mysql.com/doc/refman/9.5/en/comments.html, https://mariadb.com/kb/en/comment-syntax/
*/
function versionedComment(text, at, { server, version }) {
	versioned.lastIndex = at;
	const [opening, mariadb, digits] = versioned.exec(text) ?? [];
	if (opening === void 0) return void 0;
	const since = Number(digits ?? 0);
	const reached = version === void 0 || since <= version;
	const foreign = server === "mysql" ? mariadb === "M" : mariadb === "" && since >= 50700 && since <= 99999;
	return {
		length: opening.length,
		isCode: reached && !foreign
	};
}

// src/sql/mysql/lexer.ts
/**
* The lexical rules of MySQL and MariaDB, and of their command-line client on top of them (DELIMITER, `\G`).
* https://dev.mysql.com/doc/refman/9.5/en/language-structure.html, https://dev.mysql.com/doc/refman/9.5/en/mysql-commands.html
*
* One pass, linear in the text, never fails: what is not closed runs to the end.
*/
const word = 0;
/** In backticks; in double quotes too, where the mode says so. */
const quotedName = 1;
/** In single quotes or double quotes. */
const string = 2;
const number = 3;
/** `@x`, `@@x`, `@'x'`, as far as the first dot. */
const variable = 4;
const operator = 5;
/** One of `( ) , ; . { }` or a `:` alone. */
const punctuation = 6;
/** The client's delimiter, `\g`, `\G` or DELIMITER itself: what stands before is sent to the server. */
const terminator = 7;
const space = 1;
const letter = 2;
const digit = 3;
const operatorCharacter = 4;
const mark = 5;
const classes = /* @__PURE__ */ new Uint8Array(128);
for (const c of " 	\n\r\f\v") classes[c.charCodeAt(0)] = space;
for (const c of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$") classes[c.charCodeAt(0)] = letter;
for (const c of "0123456789") classes[c.charCodeAt(0)] = digit;
for (const c of "~!^&|+-*/%<>=?") classes[c.charCodeAt(0)] = operatorCharacter;
for (const c of "(),;.{}") classes[c.charCodeAt(0)] = mark;
const classOf = (code) => code < 128 ? classes[code] : letter;
const numberPattern = /0x[0-9a-fA-F]+(?![\w$])|0b[01]+(?![\w$])|\d+(?:\.\d*)?[eE][+-]?\d+|\d+\.\d*|\.\d+(?:[eE][+-]?\d+)?|\d+(?![\w$\u0080-\uffff])/y;
const operatorPattern = /->>|->|<=>|<<|>>|<=|>=|<>|!=|\|\||&&|[\s\S]/y;
const delimiterCommand = /delimiter[ \t]+(?:"([^"\r\n]{1,16})"|'([^'\r\n]{1,16})'|`([^`\r\n]{1,16})`|(\S{1,16}))[^\r\n]*/iy;
/**
* Lexes a whole text. Spans are UTF-16.
* @param sections where a tool divides the file: each is sent to the server for itself; what lies between them is not read
*/
function lex(text, dialect, sections = [{
	start: 0,
	end: text.length
}]) {
	const kinds = [];
	const starts = [];
	const ends = [];
	const comments = [];
	const versioned = [];
	let unterminated;
	let mode = lexicalMode(dialect.sqlMode);
	let at = 0;
	let end = 0;
	let delimiter;
	/** Where the versioned comments begin that are open. */
	let open = [];
	const push = (kind, to) => {
		kinds.push(kind);
		starts.push(at);
		ends.push(to);
		at = to;
	};
	const unclosed = (what) => {
		unterminated ??= {
			start: at,
			what
		};
		return end;
	};
	const within = (to, what) => to === void 0 || to > end ? unclosed(what) : to;
	let behind = 0;
	for (const section of [...sections].sort((a, b) => a.start - b.start)) {
		at = Math.max(section.start, behind);
		end = Math.min(section.end, text.length);
		if (end <= at) continue;
		behind = end;
		delimiter = void 0;
		open = [];
		while (at < end) step();
		for (const start of open) unterminated ??= {
			start,
			what: "/*! comment"
		};
		if (sections.length > 1) push(7, end);
	}
	return {
		text,
		tokens: {
			kinds,
			starts,
			ends
		},
		comments,
		versioned,
		...unterminated && { unterminated }
	};
	function step() {
		const code = text.charCodeAt(at);
		if (delimiter !== void 0 && text.startsWith(delimiter, at)) return push(7, Math.min(at + delimiter.length, end));
		switch (classOf(code)) {
			case space:
				at++;
				return;
			case letter: return lexWord(code);
			case digit:
				numberPattern.lastIndex = at;
				return text[at - 1] !== "." && numberPattern.test(text) ? push(3, Math.min(numberPattern.lastIndex, end)) : push(0, endOfWord());
			case mark:
				if (code === 46 && isDigit(at + 1) && !behindName()) {
					numberPattern.lastIndex = at;
					if (numberPattern.test(text)) return push(3, Math.min(numberPattern.lastIndex, end));
				}
				return push(6, at + 1);
			case operatorCharacter: return lexOperator(code);
		}
		switch (code) {
			case 39: return lexString("'");
			case 34: return mode.ansiQuotes ? push(1, within(endOfString(text, at, "\"", false), "quoted identifier")) : lexString("\"");
			case 96: return push(1, within(endOfString(text, at, "`", false), "quoted identifier"));
			case 35: return lexLineComment();
			case 64: return push(4, endOfVariable());
			case 58: return text[at + 1] === "=" ? push(5, Math.min(at + 2, end)) : push(6, at + 1);
			case 92: {
				const letter = text[at + 1];
				return letter === "g" || letter === "G" ? push(7, Math.min(at + 2, end)) : push(5, at + 1);
			}
			default: push(5, at + 1);
		}
	}
	function lexWord(code) {
		if ((code | 32) === 100 && isAtLineStart()) {
			delimiterCommand.lastIndex = at;
			const command = delimiterCommand.exec(text);
			if (command !== null && at + command[0].length <= end) {
				const chosen = command.slice(1).find((each) => each !== void 0);
				delimiter = chosen === ";" ? void 0 : chosen;
				return push(7, at + command[0].length);
			}
		}
		if (text.charCodeAt(at + 1) === 39 && "nNxXbB".includes(text[at])) return push(2, within(endOfString(text, at + 1, "'", !mode.plainBackslash), "quoted string"));
		push(0, endOfWord());
	}
	function lexString(quote) {
		push(2, within(endOfString(text, at, quote, !mode.plainBackslash), "quoted string"));
		const last = kinds.length - 1;
		if (/^:?=$/.test(textAt(last - 1)) && /^(?:@@)?sql_mode$/i.test(textAt(last - 2))) mode = lexicalMode(text.slice(starts[last] + 1, ends[last] - 1));
	}
	/** A word ends where the delimiter begins, as in `END$$`. */
	function endOfWord() {
		let to = at + 1;
		for (; to < end; to++) {
			const kind = classOf(text.charCodeAt(to));
			if (kind !== letter && kind !== digit) break;
			if (delimiter !== void 0 && text.startsWith(delimiter, to)) break;
		}
		return to;
	}
	function endOfVariable() {
		const name = text[at + 1] === "@" ? at + 2 : at + 1;
		const quote = text[name];
		if (quote === "'" || quote === "\"" || quote === "`") return within(endOfString(text, name, quote, false), "quoted identifier");
		const from = at;
		at = name - 1;
		const to = endOfWord();
		at = from;
		return Math.min(to, end);
	}
	function lexOperator(code) {
		if (code === 45 && text.charCodeAt(at + 1) === 45) {
			if (at + 2 >= end || text.charCodeAt(at + 2) <= 32 || isAtStart() && isAtLineStart()) return lexLineComment();
		}
		if (code === 47 && text.charCodeAt(at + 1) === 42) return lexComment();
		if (code === 42 && open.length > 0 && text.charCodeAt(at + 1) === 47) {
			at += 2;
			versioned.push({
				start: open.pop(),
				end: at
			});
			return;
		}
		operatorPattern.lastIndex = at;
		operatorPattern.test(text);
		push(5, Math.min(operatorPattern.lastIndex, end));
	}
	function lexLineComment() {
		let to = at;
		while (to < end && text.charCodeAt(to) !== 10 && text.charCodeAt(to) !== 13) to++;
		addComment(to);
	}
	function lexComment() {
		const code = versionedComment(text, at, dialect);
		if (code?.isCode) {
			open.push(at);
			at = Math.min(at + code.length, end);
			return;
		}
		const close = text.indexOf("*/", at + 2);
		const inner = code === void 0 ? -1 : text.indexOf("/*", at + 2);
		const past = inner !== -1 && close !== -1 && inner < close ? endOfNested(text, at + 2) : close === -1 ? void 0 : close + 2;
		addComment(within(past, "/* comment"));
	}
	function addComment(to) {
		let before = at - 1;
		while (before >= 0 && (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 9)) before--;
		const ownLine = before < 0 || text.charCodeAt(before) === 10 || text.charCodeAt(before) === 13;
		comments.push({
			span: {
				start: at,
				end: to
			},
			text: text.slice(at, to),
			ownLine
		});
		at = to;
	}
	function textAt(token) {
		const start = starts[token] ?? 0;
		const to = ends[token] ?? 0;
		return to - start > 30 ? "" : text.slice(start, to);
	}
	/** Whether a statement may begin here. */
	function isAtStart() {
		const last = kinds.length - 1;
		return last < 0 || kinds[last] === 7 || text[starts[last]] === ";";
	}
	function isAtLineStart() {
		let before = at - 1;
		while (before >= 0 && (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 9)) before--;
		return before < 0 || text.charCodeAt(before) === 10 || text.charCodeAt(before) === 13;
	}
	function isDigit(place) {
		return place < end && classOf(text.charCodeAt(place)) === digit;
	}
	/** Whether a name ends here, so that a dot leads to its next part. */
	function behindName() {
		const last = kinds.length - 1;
		return last >= 0 && ends[last] === at && (kinds[last] === 0 || kinds[last] === 1 || kinds[last] === 4);
	}
}
/** Behind the closing quote; a doubled quote does not close. */
function endOfString(text, start, quote, escapes) {
	const close = quote.charCodeAt(0);
	for (let at = start + 1; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 92 && escapes) at++;
		else if (code === close) {
			if (text.charCodeAt(at + 1) !== close) return at + 1;
			at++;
		}
	}
}
function endOfNested(text, start) {
	let depth = 1;
	for (let at = start; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 42 && text.charCodeAt(at + 1) === 47) {
			at++;
			if (--depth === 0) return at + 1;
		} else if (code === 47 && text.charCodeAt(at + 1) === 42) {
			at++;
			depth++;
		}
	}
}

// src/sql/mysql/type-name.ts
/**
* The names of MySQL's and MariaDB's types, and what they are other names of.
* https://dev.mysql.com/doc/refman/9.5/en/data-types.html, https://mariadb.com/kb/en/data-types/
*/
const own = "bigint binary bit blob char date datetime decimal double enum float geometry inet4 inet6 int json linestring longblob longtext mediumblob mediumint mediumtext multilinestring multipoint multipolygon point polygon serial set smallint text time timestamp tinyblob tinyint tinytext uuid varbinary varchar vector year geomcollection";
const others = "integer=int int4=int int1=tinyint int2=smallint int3=mediumint middleint=mediumint int8=bigint dec=decimal numeric=decimal fixed=decimal real=double float4=float float8=double character=char nchar=char nvarchar=varchar varcharacter=varchar long=mediumtext geometrycollection=geomcollection";
const names = new Map([...own.split(" ").map((name) => [name, name]), ...others.split(" ").map((pair) => pair.split("="))]);
const national = "utf8mb3";
/** A data type with its attributes (UNSIGNED, CHARACTER SET \u2026), up to COLLATE. */
function readTypeName(cursor) {
	const from = cursor.at;
	let { name, modifiers, characterSet } = readName(cursor);
	let unsigned = false;
	if (cursor.markAt(cursor.at) === "(" && modifiers.length === 0) modifiers = readModifiers(cursor, name);
	for (;;) if (cursor.accept("unsigned")) unsigned = true;
	else if (cursor.accept("zerofill")) unsigned = true;
	else if (cursor.accept("signed")) continue;
	else if (cursor.accept("character set", "char set", "charset")) characterSet = cursor.isString() ? cursor.string() : cursor.name("a character set");
	else if (cursor.accept("ascii")) characterSet = "latin1";
	else if (cursor.accept("unicode")) characterSet = "ucs2";
	else if (cursor.accept("byte")) name = binaryOf(name);
	else if (cursor.is("binary")) cursor.at++;
	else break;
	return {
		name,
		modifiers,
		dimensions: 0,
		...unsigned && { unsigned },
		...characterSet !== void 0 && { characterSet: characterSet.toLowerCase() },
		text: cursor.textOf({
			from,
			to: cursor.at
		})
	};
}
function readName(cursor) {
	if (cursor.accept("bool", "boolean")) return {
		name: "tinyint",
		modifiers: [1]
	};
	if (cursor.accept("double precision")) return {
		name: "double",
		modifiers: []
	};
	if (cursor.accept("national varchar", "national char varying", "national character varying", "nchar varchar", "nchar varying", "nvarchar")) return {
		name: "varchar",
		modifiers: [],
		characterSet: national
	};
	if (cursor.accept("national char", "national character", "nchar")) return {
		name: "char",
		modifiers: [],
		characterSet: national
	};
	if (cursor.accept("char varying", "character varying")) return {
		name: "varchar",
		modifiers: []
	};
	if (cursor.accept("long varbinary")) return {
		name: "mediumblob",
		modifiers: []
	};
	if (cursor.accept("long varchar", "long char varying")) return {
		name: "mediumtext",
		modifiers: []
	};
	const name = names.get(cursor.wordAt(cursor.at));
	if (name === void 0) return cursor.fail("unknown data type");
	cursor.at++;
	return {
		name,
		modifiers: []
	};
}
/** Numbers, and the members of ENUM and SET. `float(24)` and `float(53)` are float and double. */
function readModifiers(cursor, name) {
	const { from, to } = cursor.parentheses();
	const inner = cursor.over({
		from,
		to
	});
	const modifiers = [];
	do
		modifiers.push(name === "enum" || name === "set" ? inner.string("a member") : inner.number("a length"));
	while (inner.acceptMark(","));
	inner.finish();
	return modifiers;
}
function binaryOf(name) {
	return name === "char" ? "binary" : name === "varchar" ? "varbinary" : name.replace("text", "blob");
}

// src/sql/mysql/call.ts
const aggregates = new Set("avg bit_and bit_or bit_xor count group_concat json_arrayagg json_objectagg max min std stddev stddev_pop stddev_samp sum var_pop var_samp variance any_value".split(" "));
/** Kinds of their own in neutral terms. */
const named = {
	coalesce: "coalesce",
	ifnull: "coalesce",
	nvl: "coalesce",
	nullif: "nullif",
	greatest: "greatest",
	least: "least"
};
const unit = /^(?:sql_tsi_)?(?:microsecond|second|minute|hour|day|week|month|quarter|year|date|time|datetime)$/;
/**
* The arguments of a function, whose name stands before. Some functions have words between their arguments (`TRIM(BOTH \u2026 FROM \u2026)`,
* `GROUP_CONCAT(\u2026 ORDER BY \u2026 SEPARATOR \u2026)`), which are passed over.
*/
function readCall(reading, called) {
	const { cursor } = reading;
	const { name } = called;
	cursor.expectMark("(");
	if (called.schema === void 0 && (name === "cast" || name === "convert")) return conversion(reading, name);
	const parts = [];
	const distinct = cursor.accept("distinct", "all") === "distinct";
	cursor.accept("both", "leading", "trailing");
	if (unit.test(cursor.wordAt(cursor.at)) && (cursor.markAt(cursor.at + 1) === "," || cursor.is("from", cursor.at + 1))) {
		parts.push({
			kind: "constant",
			value: cursor.wordAt(cursor.at++)
		});
		if (!cursor.acceptMark(",")) cursor.expect("from");
	}
	while (!cursor.acceptMark(")")) {
		if (cursor.acceptOperator("*")) parts.push({
			kind: "column",
			path: ["*"]
		});
		else if (!cursor.is("from") && !cursor.is("order")) parts.push(reading.expression(reading));
		clauses(reading, parts);
		if (cursor.acceptMark(",") || cursor.accept("from", "for")) continue;
		cursor.expectMark(")");
		break;
	}
	if (name === "match" && cursor.accept("against")) {
		const { from, to } = cursor.parentheses();
		return {
			kind: "opaque",
			name: "match",
			arguments: [...parts, {
				kind: "constant",
				value: cursor.textOf({
					from,
					to
				})
			}]
		};
	}
	const kind = called.schema === void 0 && name in named ? named[name] : void 0;
	if (kind !== void 0) return {
		kind,
		arguments: parts
	};
	return {
		kind: "call",
		function: called,
		arguments: parts,
		...(distinct || aggregates.has(name)) && { aggregate: true }
	};
}
/** What may follow an argument besides a comma. */
function clauses(reading, parts) {
	const { cursor } = reading;
	if (cursor.accept("order by")) do {
		parts.push(reading.expression(reading));
		cursor.accept("asc", "desc");
	} while (cursor.acceptMark(","));
	if (cursor.accept("separator")) cursor.string();
	if (cursor.accept("limit")) {
		cursor.number();
		if (cursor.acceptMark(",") || cursor.accept("offset")) cursor.number();
	}
	if (cursor.accept("using")) cursor.name();
	if (cursor.accept("as", "returning")) castType(cursor);
	while (cursor.is("default") || cursor.is("null on") || cursor.is("error on")) {
		if (cursor.accept("default")) parts.push(reading.expression(reading));
		else cursor.at++;
		cursor.expect("on empty", "on error");
	}
}
/** CAST(a AS type), CONVERT(a, type), CONVERT(a USING character set) */
function conversion(reading, name) {
	const { cursor } = reading;
	const argument = reading.expression(reading);
	if (name === "convert" && cursor.accept("using")) {
		const characterSet = cursor.name("a character set");
		cursor.expectMark(")");
		return {
			kind: "opaque",
			name: `convert using ${characterSet.toLowerCase()}`,
			arguments: [argument]
		};
	}
	if (cursor.accept("at time zone")) cursor.string();
	if (name === "cast") cursor.expect("as");
	else cursor.expectMark(",");
	const type = castType(cursor);
	cursor.accept("array");
	cursor.expectMark(")");
	return {
		kind: "cast",
		argument,
		type
	};
}
/** CAST has types that columns have not. */
function castType(cursor) {
	const text = cursor.accept("signed integer", "signed int", "signed", "unsigned integer", "unsigned int", "unsigned", "interval day_second");
	if (text === void 0) return readTypeName(cursor);
	if (cursor.markAt(cursor.at) === "(") cursor.parentheses();
	const unsigned = text.startsWith("unsigned") && { unsigned: true };
	return {
		name: text.startsWith("interval") ? "interval" : "bigint",
		modifiers: [],
		dimensions: 0,
		...unsigned,
		text: text.toUpperCase()
	};
}
/** OVER, and what may stand before it. */
function readOver(reading, call) {
	const { cursor } = reading;
	cursor.accept("from first", "from last");
	cursor.accept("respect nulls", "ignore nulls");
	const sorted = [];
	if (cursor.accept("within group")) {
		cursor.expectMark("(");
		orderBy(reading, sorted);
		cursor.expectMark(")");
	}
	if (!cursor.accept("over")) return call;
	if (cursor.markAt(cursor.at) === "(") sorted.push(...readWindow(reading));
	else cursor.name("a window");
	const { aggregate: _, ...plain } = call.kind === "call" ? call : {
		kind: "call",
		function: { name: call.kind },
		arguments: [call]
	};
	return {
		...plain,
		arguments: [...plain.arguments, ...sorted],
		window: true
	};
}
/** `([name] [PARTITION BY \u2026] [ORDER BY \u2026] [frame])`: what it is sorted by. */
function readWindow(reading) {
	const { cursor } = reading;
	const sorted = [];
	const { to } = cursor.over({
		from: cursor.at,
		to: cursor.end
	}).parentheses();
	cursor.expectMark("(");
	if (!cursor.is("partition") && !cursor.is("order") && cursor.isName() && !/^(?:rows|range|groups)$/.test(cursor.wordAt(cursor.at))) cursor.name();
	if (cursor.accept("partition by")) do
		sorted.push(reading.expression(reading));
	while (cursor.acceptMark(","));
	orderBy(reading, sorted);
	if (cursor.accept("rows", "range", "groups")) cursor.at = to;
	cursor.expectMark(")");
	return sorted;
}
/** ORDER BY, if there is one. */
function orderBy(reading, sorted = []) {
	const { cursor } = reading;
	if (!cursor.accept("order by")) return;
	do {
		sorted.push(reading.expression(reading));
		cursor.accept("asc", "desc");
	} while (cursor.acceptMark(","));
}

// src/sql/mysql/precedence.ts
/** How tightly binary operators bind; what is in one row is read from left to right. */
const binding = new Map([
	[":="],
	["or", "||"],
	["xor"],
	["and", "&&"],
	["between", "not between"],
	[
		"=",
		"<=>",
		">=",
		">",
		"<=",
		"<",
		"<>",
		"!=",
		"is",
		"like",
		"not like",
		"regexp",
		"not regexp",
		"in",
		"not in",
		"sounds like",
		"member of"
	],
	["|"],
	["&"],
	["<<", ">>"],
	["-", "+"],
	[
		"*",
		"/",
		"div",
		"%",
		"mod"
	],
	["^"],
	["collate"],
	["->", "->>"]
].flatMap((row, i) => row.map((each) => [each, i + 1])));
const bindingOf = (name) => binding.get(name);
/** NOT binds less than comparisons do, a sign more than arithmetic. */
const behindNot = bindingOf("between");
const behindSign = bindingOf("^");

// src/sql/mysql/starts-query.ts
/** Whether a query begins here, in parentheses or without. */
function startsQuery(cursor) {
	let at = cursor.at;
	while (cursor.markAt(at) === "(") at++;
	switch (cursor.wordAt(at)) {
		case "select":
		case "with":
		case "table": return true;
		case "values": return cursor.is("row", at + 1) || cursor.markAt(at + 1) === "(" && cursor.closing(at + 1) !== at + 3;
		default: return false;
	}
}

// src/sql/mysql/operand.ts
/** One operand of an expression: a literal, a name, a call, or what stands in parentheses. */
function operand$1(reading) {
	const { cursor } = reading;
	const kind = cursor.kindAt(cursor.at);
	if (kind === 5) return signed(reading);
	if (cursor.markAt(cursor.at) === "(") return enclosed$1(reading);
	if (cursor.acceptMark("{")) return escapeSyntax(reading);
	if (cursor.isNumber()) return numberNode(cursor.raw(cursor.at++));
	if (cursor.isString()) return stringNode(cursor);
	if (kind === 4) return variableNode(cursor);
	if (kind === 1) return nameNode(reading);
	if (kind !== 0) return cursor.fail("an expression is missing");
	return wordNode(reading);
}
function signed(reading) {
	const { cursor } = reading;
	const sign = cursor.raw(cursor.at++);
	if (sign === "?") return {
		kind: "parameter",
		number: 0
	};
	if (sign === "\\" && cursor.wordAt(cursor.at) === "n") {
		cursor.at++;
		return { kind: "null" };
	}
	if (sign === "-" && cursor.isNumber()) return numberNode(`-${cursor.raw(cursor.at++)}`);
	if (sign === "!") return {
		kind: "not",
		argument: reading.expression(reading, behindSign)
	};
	if (sign !== "-" && sign !== "+" && sign !== "~") {
		cursor.at--;
		return cursor.fail("an expression is missing");
	}
	return {
		kind: "operator",
		operator: sign,
		right: reading.expression(reading, behindSign)
	};
}
/** A subquery, an expression in parentheses, or a row. */
function enclosed$1(reading) {
	const { cursor } = reading;
	if (startsQuery(cursor)) return subquery(reading);
	cursor.expectMark("(");
	const parts = [reading.expression(reading)];
	while (cursor.acceptMark(",")) parts.push(reading.expression(reading));
	cursor.expectMark(")");
	const [only] = parts;
	if (only === void 0 || parts.length > 1) return {
		kind: "row",
		arguments: parts
	};
	reading.enclosed.add(only);
	return only;
}
/** `(SELECT \u2026)` */
function subquery(reading) {
	const { cursor } = reading;
	const from = cursor.at;
	cursor.expectMark("(");
	const reads = reading.query(reading);
	if (cursor.acceptMark(")")) return {
		kind: "subquery",
		reads,
		arguments: []
	};
	if (cursor.markAt(from + 1) !== "(") return cursor.fail("`)` is missing");
	cursor.at = from + 1;
	const inner = reading.expression(reading);
	cursor.expectMark(")");
	return inner;
}
/** ODBC's `{d '2026-01-01'}` */
function escapeSyntax(reading) {
	const { cursor } = reading;
	cursor.name();
	const inner = reading.expression(reading);
	cursor.expectMark("}");
	return inner;
}
function numberNode(raw) {
	if (/^0[xb]/i.test(raw)) return {
		kind: "constant",
		value: raw,
		type: "bit"
	};
	if (!/^-?\d+$/.test(raw)) return {
		kind: "constant",
		value: raw,
		type: "numeric"
	};
	const value = raw.length > 40 ? 1n << 80n : BigInt(raw);
	const fits = (bits) => BigInt.asIntN(bits, value) === value;
	return {
		kind: "constant",
		value: raw,
		type: fits(32) ? "int4" : fits(64) ? "int8" : "numeric"
	};
}
function stringNode(cursor) {
	const raw = cursor.raw(cursor.at);
	if (!/^[xXbB]/.test(raw)) return {
		kind: "constant",
		value: cursor.string()
	};
	cursor.at++;
	return {
		kind: "constant",
		value: raw,
		type: "bit"
	};
}
/** `@x`, `@@session.x` */
function variableNode(cursor) {
	let name = cursor.raw(cursor.at++);
	while (cursor.acceptMark(".")) name += `.${cursor.name()}`;
	return {
		kind: "opaque",
		name: name.toLowerCase(),
		arguments: []
	};
}
const valueFunctions = new Set("current_timestamp current_date current_time localtime localtimestamp utc_date utc_time utc_timestamp current_user current_role".split(" "));
function wordNode(reading) {
	const { cursor } = reading;
	const name = cursor.wordAt(cursor.at);
	const opens = cursor.markAt(cursor.at + 1) === "(";
	if (valueFunctions.has(name)) {
		cursor.at++;
		if (opens) cursor.parentheses();
		return {
			kind: "value-function",
			name
		};
	}
	switch (name) {
		case "null":
			cursor.at++;
			return { kind: "null" };
		case "true":
		case "false":
			cursor.at++;
			return {
				kind: "constant",
				value: name,
				type: "bool"
			};
		case "date":
		case "time":
		case "timestamp":
			if (cursor.kindAt(cursor.at + 1) === void 0 || opens) break;
			cursor.at++;
			if (!cursor.isString()) {
				cursor.at--;
				break;
			}
			return {
				kind: "cast",
				argument: stringNode(cursor),
				type: {
					name,
					modifiers: [],
					dimensions: 0,
					text: name
				}
			};
		case "case": return caseNode(reading);
		case "exists":
			if (!opens) break;
			cursor.at++;
			return subquery(reading);
		case "binary":
			cursor.at++;
			return {
				kind: "cast",
				argument: reading.expression(reading, behindSign),
				type: {
					name: "binary",
					modifiers: [],
					dimensions: 0,
					text: "BINARY"
				}
			};
		case "interval": return intervalNode(reading);
		case "row":
			if (!opens) break;
			cursor.at++;
			return enclosed$1(reading);
		case "next":
		case "previous":
			if (!cursor.accept(`${name} value for`)) break;
			return {
				kind: "call",
				function: { name: name === "next" ? "nextval" : "lastval" },
				arguments: [{
					kind: "column",
					path: pathOf(cursor)
				}]
			};
		case "not":
			cursor.at++;
			return {
				kind: "not",
				argument: reading.expression(reading, behindSign)
			};
	}
	if (name.startsWith("_") && cursor.kindAt(cursor.at + 1) !== void 0) {
		cursor.at++;
		if (cursor.isString() || cursor.isNumber()) return operand$1(reading);
		cursor.at--;
	}
	if (isReserved(name) && !opens) return cursor.fail("an expression is missing");
	return nameNode(reading);
}
/** A column, or a call where a parenthesis follows. */
function nameNode(reading) {
	const { cursor } = reading;
	const path = pathOf(cursor);
	if (cursor.markAt(cursor.at) !== "(") {
		reading.columns.push({
			path,
			scope: reading.scope
		});
		return {
			kind: "column",
			path
		};
	}
	const at = cursor.at;
	const [schema, name] = path.length > 1 ? [path[path.length - 2], path[path.length - 1]] : [void 0, path[0]];
	const called = {
		...schema !== void 0 && { schema },
		name: (name ?? "").toLowerCase()
	};
	reading.found.call(called, at);
	return readOver(reading, readCall(reading, called));
}
/** `a`, `t.a`, `t.*` */
function pathOf(cursor) {
	const path = [cursor.name()];
	while (cursor.acceptMark(".")) path.push(cursor.acceptOperator("*") ? "*" : cursor.name());
	return path;
}
function caseNode(reading) {
	const { cursor } = reading;
	cursor.expect("case");
	const parts = [];
	if (!cursor.is("when")) parts.push(reading.expression(reading));
	while (cursor.accept("when")) {
		parts.push(reading.expression(reading));
		cursor.expect("then");
		parts.push(reading.expression(reading));
	}
	if (cursor.accept("else")) parts.push(reading.expression(reading));
	cursor.expect("end");
	return {
		kind: "case",
		arguments: parts
	};
}
/** `INTERVAL 1 DAY`; with a list behind it, it is the function of that name. */
function intervalNode(reading) {
	const { cursor } = reading;
	cursor.expect("interval");
	const value = cursor.markAt(cursor.at) === "(" ? enclosed$1(reading) : void 0;
	if (value?.kind === "row") return {
		kind: "call",
		function: { name: "interval" },
		arguments: value.arguments
	};
	const amount = value ?? reading.expression(reading);
	return {
		kind: "opaque",
		name: `interval ${cursor.name("a unit of time").toLowerCase()}`,
		arguments: [amount]
	};
}

// src/sql/mysql/expression.ts
/**
* Expressions of MySQL and MariaDB, by operator precedence.
* https://dev.mysql.com/doc/refman/9.5/en/expressions.html, https://dev.mysql.com/doc/refman/9.5/en/operator-precedence.html
*/
/** Reads an expression; what is not part of it is left. @param least how tightly an operator has to bind to belong to it */
function expression(reading, least = 0) {
	const { cursor } = reading;
	if (++reading.depth > limits.expressionDepth) cursor.fail(`an expression is nested deeper than ${limits.expressionDepth}`);
	const entered = reading.depth;
	let left = cursor.accept("not") ? {
		kind: "not",
		argument: expression(reading, behindNot)
	} : operand$1(reading);
	for (let name = operatorAt(cursor); name !== void 0 && bindingOf(name) > least; name = operatorAt(cursor)) {
		const before = left;
		left = operation(reading, name, left);
		if (left.kind !== "and" && left.kind !== "or" && before.kind !== "constant") reading.depth++;
		if (reading.depth > limits.expressionDepth) cursor.fail(`an expression is nested deeper than ${limits.expressionDepth}`);
	}
	reading.depth = entered - 1;
	return left;
}
const otherNames = {
	"&&": "and",
	"!=": "<>",
	rlike: "regexp",
	"not rlike": "not regexp"
};
/** The binary operator that stands next. */
function operatorAt(cursor) {
	if (cursor.kindAt(cursor.at) === 5) {
		const name = cursor.raw(cursor.at);
		return binding.has(name) ? otherNames[name] ?? name : void 0;
	}
	const first = cursor.wordAt(cursor.at);
	const name = first === "not" || first === "sounds" || first === "member" ? `${first} ${cursor.wordAt(cursor.at + 1)}` : first;
	const known = otherNames[name] ?? name;
	return binding.has(known) ? known : void 0;
}
function operation(reading, name, left) {
	const { cursor } = reading;
	const isWord = cursor.kindAt(cursor.at) !== 5;
	cursor.at += isWord ? name.split(" ").length : 1;
	const own = bindingOf(name);
	const right = () => expression(reading, own);
	const compare = (symbol, a, b) => ({
		kind: "operator",
		operator: symbol,
		left: a,
		right: b
	});
	switch (name) {
		case "and":
		case "or": {
			const argument = right();
			return {
				kind: name,
				arguments: left.kind === name && !reading.enclosed.has(left) ? [...left.arguments, argument] : [left, argument]
			};
		}
		case "is": return test(cursor, left);
		case "between":
		case "not between": {
			const negated = name !== "between";
			const low = expression(reading, own);
			cursor.expect("and");
			const high = expression(reading, own);
			return {
				kind: negated ? "or" : "and",
				arguments: [compare(negated ? "<" : ">=", left, low), compare(negated ? ">" : "<=", left, high)]
			};
		}
		case "in":
		case "not in": return among(reading, left, name === "not in");
		case "like":
		case "not like": {
			const pattern = right();
			if (!cursor.accept("escape")) return compare(name, left, pattern);
			return {
				kind: "opaque",
				name,
				arguments: [
					left,
					pattern,
					expression(reading, own)
				]
			};
		}
		case "collate": return {
			kind: "collate",
			argument: left,
			collation: { name: cursor.isString() ? cursor.string() : cursor.name("a collation") }
		};
		case ":=": return compare(name, left, expression(reading, own - 1));
		default: {
			const quantifier = cursor.accept("any", "some", "all");
			return {
				...compare(name, left, right()),
				...quantifier && { quantifier: quantifier === "all" ? "all" : "any" }
			};
		}
	}
}
/** IS [NOT] NULL, TRUE, FALSE, UNKNOWN, JSON \u2026 */
function test(cursor, argument) {
	const negated = cursor.accept("not") !== void 0;
	const what = cursor.expect("null", "true", "false", "unknown");
	if (what === "null") return {
		kind: "null-test",
		argument,
		negated
	};
	return {
		kind: "boolean-test",
		argument,
		test: negated ? `not ${what}` : what
	};
}
function among(reading, left, negated) {
	const { cursor } = reading;
	const right = operand$1(reading);
	if (right.kind === "subquery") return {
		...right,
		arguments: [left, ...right.arguments]
	};
	const list = {
		kind: "list",
		arguments: right.kind === "row" ? right.arguments : [right]
	};
	if (cursor.done && list.arguments.length === 0) cursor.fail("a list is missing");
	return {
		kind: "operator",
		operator: negated ? "<>" : "=",
		left,
		right: list,
		quantifier: negated ? "all" : "any"
	};
}

// src/sql/mysql/table-reference.ts
const joins = [
	"join",
	"inner join",
	"cross join",
	"straight_join",
	"left join",
	"left outer join",
	"right join",
	"right outer join",
	"natural join",
	"natural inner join",
	"natural left join",
	"natural left outer join",
	"natural right join",
	"natural right outer join"
];
/** Table references between commas, which come into the scope. https://dev.mysql.com/doc/refman/9.5/en/join.html */
function tableReferences(reading) {
	const tables = [];
	do
		reference(reading, tables);
	while (reading.cursor.acceptMark(","));
	return tables;
}
function reference(reading, tables) {
	const { cursor } = reading;
	const left = tables.length;
	factor(reading, tables);
	const open = [];
	for (let join = cursor.accept(...joins); join !== void 0; join = cursor.accept(...joins)) {
		open.push([join, tables.length]);
		factor(reading, tables);
		if (join.startsWith("natural")) {
			reading.found.joined("*", reading.scope);
			limit(tables, left, open.pop(), sameNames);
		}
		while (cursor.is("on") || cursor.is("using")) limit(tables, left, open.pop(), condition(reading));
	}
}
/** An outer join limits the rows of its inner side alone: those of the other are reached whether they have a match or not. */
function limit(tables, left, of, by) {
	const [join, right] = of ?? ["join", tables.length];
	const from = /\bleft\b/.test(join) ? right : left;
	const to = /\bright\b/.test(join) ? right : tables.length;
	for (const table of tables.slice(from, to)) table.joinedOn.push(by);
}
/** What USING and NATURAL ask for: the same value in columns of one name. */
const sameNames = {
	kind: "opaque",
	name: "using",
	arguments: []
};
/** ON \u2026, USING (\u2026) */
function condition(reading) {
	const { cursor } = reading;
	if (cursor.accept("on")) return reading.expression(reading);
	cursor.expect("using");
	const columns = cursor.over(cursor.parentheses());
	for (const column of columns.qualifiedList("a column")) reading.found.joined(column.name, reading.scope);
	return sameNames;
}
function factor(reading, tables) {
	const { cursor } = reading;
	if (cursor.acceptMark("{")) {
		cursor.expect("oj");
		reference(reading, tables);
		return cursor.expectMark("}");
	}
	cursor.accept("lateral");
	if (cursor.markAt(cursor.at) === "(") return enclosed(reading, tables);
	if (cursor.is("json_table") && cursor.markAt(cursor.at + 1) === "(") return jsonTable(reading, tables);
	const at = cursor.at;
	const name = cursor.qualified("a table");
	if (cursor.accept("partition")) cursor.parentheses();
	if (cursor.accept("for system_time")) systemTime(reading);
	const alias = aliasOf(reading) ?? name.name;
	hints(reading);
	tables.push({
		name,
		alias,
		joinedOn: []
	});
	reading.found.relation(name, alias, reading.scope, at);
}
/** A subquery, or table references, which may begin with one in parentheses. */
function enclosed(reading, tables) {
	const { cursor } = reading;
	const open = cursor.at;
	if (startsQuery(cursor)) {
		if (queryEnd(reading, open) !== void 0) {
			cursor.at = open + 1;
			const reads = reading.query(reading);
			cursor.expectMark(")");
			const alias = aliasOf(reading) ?? "";
			if (cursor.markAt(cursor.at) === "(") cursor.parentheses();
			reading.scope.relations.set(alias, void 0);
			tables.push({
				reads,
				alias,
				joinedOn: []
			});
			return;
		}
	}
	cursor.expectMark("(");
	do
		reference(reading, tables);
	while (cursor.acceptMark(","));
	cursor.expectMark(")");
}
/** Where a parenthesis holds a query and nothing but a query; `((SELECT 1) x JOIN t)` does not. */
function queryEnd({ cursor }, open) {
	if (cursor.markAt(open + 1) !== "(") return cursor.closing(open);
	const inner = cursor.closing(open + 1);
	const next = cursor.wordAt(inner + 1);
	return cursor.closing(open) === inner + 1 || /^(?:union|except|intersect|minus|order|limit)$/.test(next) ? cursor.closing(open) : void 0;
}
function aliasOf({ cursor }) {
	if (cursor.accept("as")) return cursor.name("an alias");
	return cursor.isName() && !isReserved(cursor.wordAt(cursor.at)) ? cursor.name() : void 0;
}
/** USE, FORCE and IGNORE INDEX; TABLESAMPLE. */
function hints({ cursor }) {
	const hint = () => cursor.accept("use index", "use key", "force index", "force key", "ignore index", "ignore key");
	while (hint() !== void 0) {
		cursor.accept("for join", "for order by", "for group by");
		cursor.parentheses();
		cursor.acceptMark(",");
	}
}
/** MariaDB: FOR SYSTEM_TIME AS OF x, BETWEEN a AND b, FROM a TO b, ALL */
function systemTime(reading) {
	const { cursor } = reading;
	if (cursor.accept("all")) return;
	const form = cursor.expect("as of", "between", "from");
	cursor.accept("timestamp", "transaction");
	reading.expression(reading, 5);
	if (form === "as of") return;
	cursor.expect(form === "from" ? "to" : "and");
	cursor.accept("timestamp", "transaction");
	reading.expression(reading, 5);
}
/** JSON_TABLE(document, path COLUMNS (\u2026)) alias */
function jsonTable(reading, tables) {
	const { cursor } = reading;
	cursor.expect("json_table");
	const range = cursor.parentheses();
	const behind = cursor.at;
	cursor.at = range.from;
	reading.expression(reading);
	cursor.at = behind;
	const alias = aliasOf(reading) ?? "";
	reading.scope.relations.set(alias, void 0);
	tables.push({
		alias,
		joinedOn: []
	});
}

// src/sql/mysql/query.ts
/**
* Queries: what they read is collected, the rest of their meaning is not needed.
* https://dev.mysql.com/doc/refman/9.5/en/select.html, https://mariadb.com/kb/en/select/
*/
/** Reads a query and gives the tables that it mentions. */
function readQuery(reading) {
	const { cursor } = reading;
	const tables = [];
	inScope(reading, () => {
		readWith(reading);
		term(reading, tables);
		while (cursor.accept("union", "except", "intersect", "minus")) {
			cursor.accept("all", "distinct");
			term(reading, tables);
		}
		tail(reading);
	});
	return tables;
}
/** Inside a scope of its own, which sees that around it. */
function inScope(reading, read) {
	const outer = reading.scope;
	reading.scope = within(outer, outer.queries);
	read();
	reading.scope = outer;
}
/** WITH, whose names hide tables in what follows. */
function readWith(reading) {
	const { cursor } = reading;
	if (!cursor.accept("with")) return;
	const recursive = cursor.accept("recursive") !== void 0;
	const outer = reading.scope;
	const names = [];
	const start = cursor.at;
	const skip = () => {
		names.push(cursor.name());
		if (cursor.markAt(cursor.at) === "(") cursor.parentheses();
		cursor.expect("as");
		cursor.parentheses();
		if (cursor.accept("cycle")) while (!cursor.done && !cursor.accept("restrict")) cursor.at++;
	};
	do
		skip();
	while (cursor.acceptMark(","));
	const end = cursor.at;
	const clause = withClause(names, recursive, outer);
	cursor.at = start;
	for (let i = 0; i < names.length; i++) {
		cursor.name();
		if (cursor.markAt(cursor.at) === "(") cursor.parentheses();
		cursor.expect("as");
		cursor.expectMark("(");
		reading.scope = clause.query(i);
		readQuery(reading);
		cursor.expectMark(")");
		if (cursor.accept("cycle")) while (!cursor.done && !cursor.accept("restrict")) cursor.at++;
		cursor.acceptMark(",");
	}
	cursor.at = end;
	reading.scope = {
		...outer,
		queries: clause.body
	};
}
/** One side of a UNION. */
function term(reading, tables) {
	const { cursor } = reading;
	if (cursor.acceptMark("(")) {
		tables.push(...readQuery(reading));
		return cursor.expectMark(")");
	}
	if (cursor.accept("table")) {
		const name = cursor.qualified("a table");
		tables.push(name);
		return reading.found.relation(name, void 0, reading.scope, cursor.at);
	}
	if (cursor.accept("values")) {
		do {
			cursor.accept("row");
			reading.expression(reading);
		} while (cursor.acceptMark(","));
		return;
	}
	inScope(reading, () => select(reading, tables));
}
const options = "all distinct distinctrow high_priority straight_join sql_small_result sql_big_result sql_buffer_result sql_no_cache sql_cache sql_calc_found_rows".split(" ");
function select(reading, tables) {
	const { cursor } = reading;
	cursor.expect("select");
	while (cursor.accept(...options));
	do {
		if (cursor.acceptOperator("*")) reading.columns.push({
			path: ["*"],
			scope: reading.scope
		});
		else reading.expression(reading);
		alias(reading);
	} while (cursor.acceptMark(","));
	into(reading);
	if (cursor.accept("from")) tables.push(...tableReferences(reading).flatMap((each) => each.name ?? each.reads ?? []));
	if (cursor.accept("where")) reading.expression(reading);
	if (cursor.accept("group by")) {
		do {
			reading.expression(reading);
			cursor.accept("asc", "desc");
		} while (cursor.acceptMark(","));
		cursor.accept("with rollup");
	}
	if (cursor.accept("having")) reading.expression(reading);
	if (cursor.accept("window")) do {
		cursor.name();
		cursor.expect("as");
		readWindow(reading);
	} while (cursor.acceptMark(","));
	if (cursor.accept("qualify")) reading.expression(reading);
	tail(reading);
}
function alias({ cursor }) {
	if (cursor.accept("as")) cursor.isString() ? cursor.string() : cursor.name();
	else if (cursor.isString()) cursor.string();
	else if (cursor.isName() && !isReserved(cursor.wordAt(cursor.at))) cursor.name();
}
/** ORDER BY, LIMIT, INTO and what locks rows. */
function tail(reading) {
	const { cursor } = reading;
	orderBy(reading);
	readLimit(reading);
	if (cursor.accept("procedure")) {
		cursor.name();
		cursor.parentheses();
	}
	into(reading);
	for (;;) {
		if (cursor.accept("lock in share mode")) reading.found.lock();
		else if (cursor.accept("for update", "for share")) {
			reading.found.lock();
			if (cursor.accept("of")) cursor.qualifiedList();
		} else break;
		if (cursor.accept("wait")) cursor.number();
		else cursor.accept("nowait", "skip locked");
	}
	into(reading);
}
/** LIMIT: how many rows at most, where that is a number. */
function readLimit(reading) {
	const { cursor } = reading;
	let limit;
	if (cursor.accept("limit")) {
		const first = reading.expression(reading);
		const second = cursor.acceptMark(",") ? reading.expression(reading) : void 0;
		if (cursor.accept("offset")) reading.expression(reading);
		const rows = second ?? first;
		if (rows.kind === "constant") limit = Number(rows.value);
		if (cursor.accept("rows examined")) reading.expression(reading);
	}
	if (cursor.accept("offset")) {
		reading.expression(reading);
		cursor.accept("row", "rows");
	}
	if (cursor.accept("fetch")) {
		cursor.expect("first", "next");
		const rows = cursor.is("row") || cursor.is("rows") ? void 0 : reading.expression(reading);
		if (rows?.kind === "constant") limit = Number(rows.value);
		cursor.expect("row", "rows");
		cursor.expect("only", "with ties");
	}
	return limit;
}
/** INTO variables, or a file. */
function into({ cursor }) {
	if (!cursor.accept("into")) return;
	if (cursor.accept("outfile", "dumpfile")) {
		cursor.string();
		while (!cursor.done && !cursor.is("from") && !cursor.is("for") && !cursor.is("lock") && cursor.markAt(cursor.at) !== ")") cursor.at++;
		return;
	}
	do
		cursor.at++;
	while (cursor.acceptMark(","));
}

// src/sql/mysql/parse.ts
/** @param cursor at the beginning of an expression or a query */
function readingOf(cursor) {
	const enclosed = /* @__PURE__ */ new WeakSet();
	return {
		cursor,
		found: collector(isSystem),
		scope: within(),
		columns: [],
		depth: 0,
		enclosed,
		expression,
		query: readQuery
	};
}
/** The whole range as one expression. @throws Unreadable where it is none, or more */
function expressionIn(cursor, range) {
	const inner = cursor.over(range);
	const tree = expression(readingOf(inner));
	inner.finish();
	return {
		text: cursor.textOf(range),
		tree
	};
}
const systemSchemas = /* @__PURE__ */ new Set([
	"information_schema",
	"performance_schema",
	"mysql",
	"sys"
]);
function isSystem({ schema, name }) {
	return schema === void 0 ? name.toLowerCase() === "dual" : systemSchemas.has(schema.toLowerCase());
}

// src/sql/mysql/key.ts
/** Keys of an index: `a`, `a(10) DESC`, `(lower(a))`. */
function readKeys(cursor) {
	return cursor.parts(cursor.parentheses()).map((part) => readKey(cursor, part));
}
function readKey(cursor, part) {
	const key = cursor.over(part);
	const text = cursor.textOf(part);
	const direction = () => {
		const found = key.accept("asc", "desc");
		key.finish();
		return found === "desc" ? { descending: true } : {};
	};
	if (key.markAt(key.at) === "(") return {
		expression: expressionIn(cursor, key.parentheses()),
		...direction(),
		text
	};
	const column = key.name("a column");
	let prefix;
	if (key.markAt(key.at) === "(") {
		const length = key.over(key.parentheses());
		prefix = length.number("a length");
		length.finish();
	}
	key.accept("without overlaps");
	return {
		column,
		...prefix !== void 0 && { prefix },
		...direction(),
		text
	};
}
/** USING, and what follows the keys, into `found`. */
function readIndexOptions(cursor, found) {
	const option = (name, value) => found.options.push({
		name,
		value
	});
	const equals = () => cursor.acceptOperator("=");
	for (;;) if (cursor.accept("using", "type")) {
		found.method = cursor.name("an index type").toLowerCase();
		cursor.note("USING of an index");
	} else if (readVisibility(cursor, found)) continue;
	else if (cursor.accept("comment")) option("comment", cursor.string());
	else if (cursor.accept("with parser")) option("parser", cursor.name("a parser"));
	else if (cursor.accept("key_block_size", "block_size")) {
		equals();
		option("key_block_size", String(cursor.number()));
	} else if (cursor.is("engine_attribute") || cursor.is("secondary_engine_attribute")) {
		const name = cursor.wordAt(cursor.at++);
		equals();
		option(name, cursor.string());
		cursor.note("ENGINE_ATTRIBUTE");
	} else if (cursor.accept("clustering")) {
		equals();
		option("clustering", cursor.name().toLowerCase());
	} else if (cursor.is("m") || cursor.is("distance")) {
		const name = cursor.wordAt(cursor.at++);
		equals();
		option(name, cursor.isNumber() ? String(cursor.number()) : cursor.name().toLowerCase());
	} else return;
}
function readVisibility(cursor, found) {
	const visibility = cursor.accept("invisible", "ignored", "visible", "not ignored");
	if (visibility === void 0) return false;
	if (visibility !== "visible") cursor.note(visibility.endsWith("ignored") ? "IGNORED" : "INVISIBLE of an index");
	if (visibility === "invisible" || visibility === "ignored") found.invisible = true;
	else delete found.invisible;
	return true;
}
/** What kind of index `[UNIQUE | FULLTEXT | SPATIAL | VECTOR] [INDEX | KEY]` begins; undefined where it begins none. */
function readIndexKind(cursor) {
	const kind = cursor.accept("unique", "fulltext", "spatial", "vector");
	if (kind !== void 0) cursor.accept("index", "key");
	else if (!cursor.accept("index", "key")) return void 0;
	return kind ?? "index";
}
/** An index as a table's definition or ADD has it, behind its kind: `[IF NOT EXISTS] [name] [USING \u2026] (keys) options`. */
function readIndexDefinition(cursor, kind, constraint) {
	const ifNotExists = cursor.accept("if not exists") !== void 0;
	const name = cursor.isName() && !(cursor.is("using") && cursor.markAt(cursor.at + 2) === "(") && !cursor.is("type btree") ? cursor.name() : constraint;
	const found = { options: [] };
	readIndexOptions(cursor, found);
	const elements = readKeys(cursor);
	readIndexOptions(cursor, found);
	return {
		index: indexOf(kind, name, elements, found),
		ifNotExists
	};
}
function indexOf(kind, name, elements, found) {
	const isPlain = kind === "index" || kind === "unique";
	return {
		...name !== void 0 && { name },
		method: isPlain ? found.method ?? "btree" : kind,
		unique: kind === "unique",
		elements,
		include: [],
		...found.invisible && { invisible: true },
		...found.options.length > 0 && { options: found.options }
	};
}

// src/sql/mysql/constraint.ts
/** CONSTRAINT [name], if it stands here; the name is absent where the server gives one. */
function readConstraintName(cursor) {
	if (!cursor.accept("constraint")) return void 0;
	const ifNotExists = ifNotExistsAt(cursor);
	return cursor.isName() && !/^(?:primary|unique|foreign|check)$/.test(cursor.wordAt(cursor.at)) ? {
		name: cursor.name(),
		...ifNotExists
	} : ifNotExists;
}
const ifNotExistsAt = (cursor) => cursor.accept("if not exists") ? { ifNotExists: true } : {};
/** A table's PRIMARY KEY, FOREIGN KEY or CHECK; undefined where none stands here. @param from where it begins, with CONSTRAINT */
function readConstraint(cursor, from, name) {
	const read = readRest(cursor);
	if (read === void 0) return void 0;
	const { ifNotExists, ...rest } = read;
	const range = {
		from,
		to: cursor.at
	};
	return {
		constraint: {
			...rest,
			...name !== void 0 && { name },
			span: cursor.spanOf(range),
			text: cursor.textOf(range)
		},
		...ifNotExists && { ifNotExists }
	};
}
/** IF NOT EXISTS is MariaDB's. */
function readRest(cursor) {
	if (cursor.accept("primary key")) {
		const ifNotExists = ifNotExistsAt(cursor);
		const found = { options: [] };
		if (cursor.isName() && !cursor.is("using")) cursor.name();
		readIndexOptions(cursor, found);
		const elements = readKeys(cursor);
		readIndexOptions(cursor, found);
		const plain = elements.every((each) => each.prefix === void 0 && !each.descending);
		return {
			type: "primary-key",
			columns: elements.map((each) => each.column ?? ""),
			...!plain && { elements },
			...ifNotExists
		};
	}
	if (cursor.accept("foreign key")) {
		const ifNotExists = ifNotExistsAt(cursor);
		if (cursor.isName()) cursor.name();
		const columns = readKeys(cursor).map((each) => each.column ?? "");
		return {
			...readReferences(cursor),
			type: "foreign-key",
			columns,
			...ifNotExists
		};
	}
	if (cursor.accept("check")) return readCheck(cursor);
}
/** Behind CHECK. */
function readCheck(cursor) {
	const expression = expressionIn(cursor, cursor.parentheses());
	const enforced = cursor.accept("not enforced", "enforced");
	if (enforced !== void 0) cursor.note("ENFORCED");
	return {
		type: "check",
		expression,
		...enforced === "not enforced" && { notEnforced: true }
	};
}
/** `REFERENCES table (columns) MATCH \u2026 ON DELETE \u2026 ON UPDATE \u2026` */
function readReferences(cursor) {
	cursor.expect("references");
	const references = cursor.qualified("a table");
	const referencedColumns = cursor.markAt(cursor.at) === "(" ? readKeys(cursor).map((each) => each.column ?? "") : [];
	let match = "simple";
	let onDelete = "no action";
	let onUpdate = "no action";
	for (;;) if (cursor.accept("match")) match = cursor.expect("full", "partial", "simple");
	else if (cursor.accept("on delete")) onDelete = readAction(cursor);
	else if (cursor.is("on update") && !/^(?:current_timestamp|now|localtime|localtimestamp)$/.test(cursor.wordAt(cursor.at + 2))) {
		cursor.at += 2;
		onUpdate = readAction(cursor);
	} else return {
		references,
		referencedColumns,
		match,
		onDelete,
		onUpdate
	};
}
function readAction(cursor) {
	return cursor.expect("restrict", "cascade", "set null", "no action", "set default");
}

// src/sql/mysql/expression-end.ts
/** What may stand between two operands; anything else ends the expression. */
const infix = new Set("div mod and or xor like rlike regexp is in between collate".split(" "));
const prefix = new Set("not binary".split(" "));
/**
* The tokens of an expression without parentheses around it, as DEFAULT and ON UPDATE take one: the longest run of operands with operators between
* them. (MySQL takes a literal or CURRENT_TIMESTAMP there, MariaDB any expression.)
*/
function bareExpression(cursor) {
	const from = cursor.at;
	do
		operand(cursor);
	while (between(cursor));
	return {
		from,
		to: cursor.at
	};
}
function between(cursor) {
	if (cursor.kindAt(cursor.at) !== 5 && !infix.has(cursor.wordAt(cursor.at))) return false;
	cursor.at++;
	return true;
}
function operand(cursor) {
	while (cursor.kindAt(cursor.at) === 5 || prefix.has(cursor.wordAt(cursor.at))) cursor.at++;
	const kind = cursor.kindAt(cursor.at);
	if (cursor.markAt(cursor.at) === "(") cursor.parentheses();
	else if (kind === 2) cursor.string();
	else if (cursor.accept("interval")) {
		if (cursor.markAt(cursor.at) === "(") cursor.parentheses();
		else operand(cursor);
		if (cursor.kindAt(cursor.at) === 0) cursor.at++;
	} else if (cursor.accept("case")) for (let depth = 1; depth > 0; cursor.at++) {
		if (cursor.done) cursor.fail("END is missing");
		if (cursor.is("case")) depth++;
		else if (cursor.is("end")) depth--;
	}
	else if (cursor.accept("next value for", "previous value for")) cursor.qualified();
	else if (kind === 0 || kind === 1 || kind === 4) {
		const introduces = kind === 0 && /^_\w+$/.test(cursor.raw(cursor.at));
		cursor.at++;
		while (cursor.acceptMark(".")) cursor.name();
		if (cursor.markAt(cursor.at) === "(") cursor.parentheses();
		else if (cursor.isString() && (introduces || kind === 0)) cursor.string();
	} else if (cursor.isNumber()) cursor.at++;
	else cursor.fail("an expression is missing");
}

// src/sql/mysql/column.ts
/**
* A column as CREATE TABLE, ADD, MODIFY and CHANGE define it: its name, its type, and its attributes in any order, of which the last of a kind counts.
* What does not belong to it (FIRST, AFTER, a comma) is left.
* https://dev.mysql.com/doc/refman/9.5/en/create-table.html
*/
function readColumn(cursor) {
	const from = cursor.at;
	const column = {
		name: cursor.name("a column"),
		type: readTypeName(cursor),
		notNull: false
	};
	const constraints = [];
	while (readAttribute(cursor, column, constraints));
	const range = {
		from,
		to: cursor.at
	};
	return {
		...column,
		constraints,
		span: cursor.spanOf(range),
		text: cursor.textOf(range)
	};
}
/** One attribute, if there is one more: NOT NULL, DEFAULT, an inline constraint \u2026 */
function readAttribute(cursor, column, constraints) {
	const from = cursor.at;
	const add = (constraint) => {
		const range = {
			from,
			to: cursor.at
		};
		constraints.push({
			...constraint,
			span: cursor.spanOf(range),
			text: cursor.textOf(range)
		});
	};
	const equals = () => cursor.acceptOperator("=");
	if (cursor.accept("not null")) column.notNull = true;
	else if (cursor.accept("null")) {
		column.notNull = false;
		column.explicitNull = true;
	} else if (cursor.accept("default")) column.default = expressionIn(cursor, bareExpression(cursor));
	else if (cursor.accept("on update")) column.onUpdate = expressionIn(cursor, bareExpression(cursor));
	else if (cursor.accept("auto_increment")) column.autoIncrement = true;
	else if (cursor.accept("serial default value")) {
		column.autoIncrement = true;
		column.notNull = true;
		add({
			type: "unique",
			columns: [column.name]
		});
	} else if (cursor.accept("unique")) {
		cursor.accept("key", "index");
		add({
			type: "unique",
			columns: [column.name]
		});
	} else if (cursor.accept("primary")) {
		cursor.accept("key");
		add({
			type: "primary-key",
			columns: [column.name]
		});
	} else if (cursor.accept("key")) add({
		type: "primary-key",
		columns: [column.name]
	});
	else if (cursor.accept("comment")) column.comment = cursor.string();
	else if (cursor.accept("collate")) {
		equals();
		column.collation = { name: (cursor.isString() ? cursor.string() : cursor.name("a collation")).toLowerCase() };
	} else if (cursor.accept("character set", "charset")) column.type = {
		...column.type,
		characterSet: (cursor.isString() ? cursor.string() : cursor.name("a character set")).toLowerCase()
	};
	else if (cursor.accept("invisible")) column.invisible = true;
	else if (cursor.accept("visible")) {
		delete column.invisible;
		cursor.note("VISIBLE of a column");
	} else if (cursor.accept("column_format", "storage")) {
		column.storage = cursor.expect("fixed", "dynamic", "default", "disk", "memory");
		cursor.note("COLUMN_FORMAT");
	} else if (cursor.accept("engine_attribute", "secondary_engine_attribute")) {
		equals();
		cursor.string();
		cursor.note("ENGINE_ATTRIBUTE");
	} else if (cursor.is("srid") || cursor.is("ref_system_id")) {
		cursor.note(cursor.expect("srid", "ref_system_id") === "srid" ? "SRID" : "REF_SYSTEM_ID");
		equals();
		column.type = {
			...column.type,
			modifiers: [cursor.number()]
		};
	} else if (cursor.accept("compressed")) {
		column.compression = equals() ? cursor.name().toLowerCase() : "zlib";
		cursor.note("COMPRESSED of a column");
	} else if (cursor.is("with system versioning") || cursor.is("without system versioning")) {
		column.versioning = cursor.expect("with system versioning", "without system versioning").startsWith("without") ? "without" : "with";
		cursor.note("SYSTEM VERSIONING of a column");
	} else if (cursor.accept("check")) add(readCheck(cursor));
	else if (cursor.accept("constraint")) {
		const name = cursor.is("check") ? void 0 : cursor.name("a constraint");
		cursor.expect("check");
		add({
			...readCheck(cursor),
			...name !== void 0 && { name }
		});
	} else if (cursor.is("references")) add({
		...readReferences(cursor),
		type: "foreign-key",
		columns: [column.name]
	});
	else if (cursor.accept("generated always as", "as")) readGenerated(cursor, column);
	else return false;
	return true;
}
/** `AS (expression) VIRTUAL | STORED | PERSISTENT`, `AS ROW START | END` */
function readGenerated(cursor, column) {
	const edge = cursor.accept("row start", "row end");
	if (edge !== void 0) {
		column.versioning = edge === "row start" ? "start" : "end";
		return;
	}
	const expression = expressionIn(cursor, cursor.parentheses());
	const how = cursor.accept("virtual", "stored", "persistent");
	if (how === "persistent") cursor.note("PERSISTENT");
	column.generated = {
		expression,
		stored: how === "stored" || how === "persistent"
	};
}
/** FIRST and AFTER, if one stands here. */
function readPosition(cursor) {
	if (cursor.accept("first")) return { position: { first: true } };
	return cursor.accept("after") ? { position: { after: cursor.name("a column") } } : {};
}

// src/sql/mysql/cursor.ts
/** Why a statement is not read. Thrown inside this folder and caught where a statement is read, and nowhere else. */
var Unreadable = class extends Error {
	span;
	constructor(message, span) {
		super(message);
		this.span = span;
	}
};
/** The words of a form such as `if not exists`. */
const formWords = /* @__PURE__ */ new Map();
function wordsOf(form) {
	const known = formWords.get(form) ?? form.split(" ");
	formWords.set(form, known);
	return known;
}
/**
* Reads the tokens of a range one after the other. `accept` moves on where the tokens are those, `expect` and the readers of names, strings and
* numbers throw Unreadable where they are not.
*/
var Cursor = class Cursor {
	text;
	tokens;
	/** Where a span of `text` lies in the file. */
	place;
	at;
	end;
	/** The words that have been looked at, in lower case, by token. */
	words;
	noted;
	constructor(source, range) {
		this.text = source.text;
		this.tokens = source.tokens;
		this.place = source.place;
		this.words = source instanceof Cursor ? source.words : [];
		this.noted = source instanceof Cursor ? source.noted : /* @__PURE__ */ new Set();
		this.at = range.from;
		this.end = range.to;
	}
	/** A cursor over a part of the same text. */
	over(range) {
		return new Cursor(this, range);
	}
	get done() {
		return this.at >= this.end;
	}
	kindAt(token) {
		return token < this.end ? this.tokens.kinds[token] : void 0;
	}
	raw(token) {
		return this.text.slice(this.tokens.starts[token], this.tokens.ends[token]);
	}
	/** An unquoted word in lower case; empty where something else stands there, or nothing. */
	wordAt(token) {
		if (this.kindAt(token) !== 0) return "";
		const known = this.words[token];
		if (known !== void 0) return known;
		const text = this.tokens.ends[token] - this.tokens.starts[token] > 40 ? "" : this.raw(token).toLowerCase();
		this.words[token] = text;
		return text;
	}
	/** The character of a punctuation token, else undefined. */
	markAt(token) {
		return this.kindAt(token) === 6 ? this.text[this.tokens.starts[token]] : void 0;
	}
	/** Whether the next tokens are these words, given in lower case with blanks between them. */
	is(words, from = this.at) {
		return wordsOf(words).every((each, i) => this.wordAt(from + i) === each);
	}
	/** The first of these forms that the next tokens are, passed over. */
	accept(...forms) {
		const found = forms.find((form) => this.is(form));
		if (found !== void 0) this.at += wordsOf(found).length;
		return found;
	}
	/** That the author wrote what only one server's grammar has. */
	note(words) {
		this.noted.add(words);
	}
	/** What was noted since it was asked last. */
	takeNotes() {
		const words = [...this.noted];
		this.noted.clear();
		return words.length > 0 ? { words } : {};
	}
	expect(...forms) {
		return this.accept(...forms) ?? this.fail(`${forms.map((each) => each.toUpperCase()).join(" or ")} is missing`);
	}
	acceptMark(mark) {
		if (this.markAt(this.at) !== mark) return false;
		this.at++;
		return true;
	}
	expectMark(mark) {
		if (!this.acceptMark(mark)) this.fail(`\`${mark}\` is missing`);
	}
	acceptOperator(text) {
		if (this.kindAt(this.at) !== 5 || this.raw(this.at) !== text) return false;
		this.at++;
		return true;
	}
	isString() {
		return this.kindAt(this.at) === 2;
	}
	isNumber() {
		return this.kindAt(this.at) === 3;
	}
	/** Whether a name may stand here. A string in double quotes is one too, in files for ANSI mode that do not say so. */
	isName() {
		const kind = this.kindAt(this.at);
		return kind === 0 || kind === 1 || kind === 2 && this.text[this.tokens.starts[this.at]] === "\"";
	}
	name(what = "a name") {
		if (!this.isName()) this.fail(`${what} is missing`);
		return unquoted(this.raw(this.at++));
	}
	/** `a`, `a.b`; of `.b` and `a.b.c` the last two parts. */
	qualified(what = "a name") {
		this.acceptMark(".");
		const path = [this.name(what)];
		while (this.acceptMark(".")) path.push(this.name(what));
		const [schema, name] = path.slice(-2);
		return name === void 0 ? { name: schema } : {
			schema,
			name
		};
	}
	qualifiedList(what = "a name") {
		const names = [this.qualified(what)];
		while (this.acceptMark(",")) names.push(this.qualified(what));
		return names;
	}
	/** The value of a string, or of several, one behind the other. */
	string(what = "a string") {
		if (!this.isString()) this.fail(`${what} is missing`);
		let value = "";
		while (this.isString()) value += stringValue(this.raw(this.at++));
		return value;
	}
	number(what = "a number") {
		if (!this.isNumber()) this.fail(`${what} is missing`);
		return Number(this.raw(this.at++));
	}
	/** What stands between the parentheses that open here; the cursor is behind them then. */
	parentheses() {
		if (this.markAt(this.at) !== "(") this.fail("`(` is missing");
		const from = this.at + 1;
		const to = this.closing(this.at);
		if (to >= this.end) this.fail("`)` is missing");
		this.at = to + 1;
		return {
			from,
			to
		};
	}
	/** The token that closes the parenthesis at `open`; the end if none does before a semicolon. */
	closing(open) {
		let depth = 0;
		for (let token = open; token < this.end; token++) {
			const mark = this.markAt(token);
			if (mark === "(") depth++;
			else if (mark === ";") break;
			else if (mark === ")" && --depth === 0) return token;
		}
		return this.end;
	}
	/** The next comma outside parentheses; `to` where there is none. */
	comma({ from, to }) {
		for (let token = from; token < to; token++) {
			const mark = this.markAt(token);
			if (mark === ",") return token;
			if (mark === "(") token = this.closing(token);
		}
		return to;
	}
	/** The parts of a range between its outermost commas; none where it is empty. */
	parts({ from, to }) {
		const parts = [];
		for (let start = from; start < to || parts.length > 0;) {
			const comma = this.comma({
				from: start,
				to
			});
			parts.push({
				from: start,
				to: comma
			});
			if (comma >= to) break;
			start = comma + 1;
		}
		return parts;
	}
	textOf({ from, to }) {
		return from < to ? this.text.slice(this.tokens.starts[from], this.tokens.ends[to - 1]) : "";
	}
	/** Where a range lies in the file; the token at its beginning where it is empty. */
	spanOf({ from, to }) {
		const last = Math.max(Math.min(to, this.tokens.ends.length) - 1, 0);
		const first = Math.min(from, last);
		return this.place({
			start: this.tokens.starts[first] ?? 0,
			end: this.tokens.ends[last] ?? 0
		});
	}
	/** @throws Unreadable at the next token */
	fail(why) {
		const at = Math.max(0, Math.min(this.at, this.end - 1));
		const near = this.done ? "at the end" : `at \`${shortened(this.raw(this.at))}\``;
		throw new Unreadable(`${why} ${near}`, this.spanOf({
			from: at,
			to: at + 1
		}));
	}
	/** @throws Unreadable where something is left */
	finish() {
		if (!this.done) this.fail("syntax error");
	}
};
function shortened(text) {
	return text.length > 40 ? `${text.slice(0, 40).replace(/[\ud800-\udbff]$/, "")}\u2026` : text;
}

export { Cursor, Unreadable, bareExpression, expression, expressionIn, inScope, indexOf, lex, orderBy, quoteIdentifier, quoteLiteral, quoteName, readAttribute, readColumn, readConstraint, readConstraintName, readIndexDefinition, readIndexKind, readIndexOptions, readKeys, readLimit, readPosition, readQuery, readTypeName, readWith, readingOf, startsQuery, tableReferences };