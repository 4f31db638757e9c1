import "./rolldown-runtime.js";
import { collector, isReserved, limits, partsOf, printTokens, withClause, within } from "./core.js";

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
	constructor(source, range) {
		this.text = source.text;
		this.tokens = source.tokens;
		this.place = source.place;
		this.words = source instanceof Cursor ? source.words : [];
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

// src/sql/mysql/type-name.ts
/**
* The names of MySQL's and MariaDB's types, and what they are other names of.
* https://dev.mysql.com/doc/refman/9.5/en/data-types.html, https://mariadb.com/kb/en/data-types/
*/
const own = "bigint binary bit blob char date datetime decimal double enum float geometry inet4 inet6 int json linestring longblob longtext mediumblob mediumint mediumtext multilinestring multipoint multipolygon point polygon serial set smallint text time timestamp tinyblob tinyint tinytext uuid varbinary varchar vector year geomcollection";
const others$1 = "integer=int int4=int int1=tinyint int2=smallint int3=mediumint middleint=mediumint int8=bigint dec=decimal numeric=decimal fixed=decimal real=double float4=float float8=double character=char nchar=char nvarchar=varchar varcharacter=varchar long=mediumtext geometrycollection=geomcollection";
const names = new Map([...own.split(" ").map((name) => [name, name]), ...others$1.split(" ").map((pair) => pair.split("="))]);
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
const otherNames$1 = {
	"&&": "and",
	"!=": "<>",
	rlike: "regexp",
	"not rlike": "not regexp"
};
/** The binary operator that stands next. */
function operatorAt(cursor) {
	if (cursor.kindAt(cursor.at) === 5) {
		const name = cursor.raw(cursor.at);
		return binding.has(name) ? otherNames$1[name] ?? name : void 0;
	}
	const first = cursor.wordAt(cursor.at);
	const name = first === "not" || first === "sounds" || first === "member" ? `${first} ${cursor.wordAt(cursor.at + 1)}` : first;
	const known = otherNames$1[name] ?? name;
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
	factor(reading, tables);
	for (let join = cursor.accept(...joins); join !== void 0; join = cursor.accept(...joins)) {
		factor(reading, tables);
		if (join.startsWith("natural")) reading.found.joined("*", reading.scope);
		while (cursor.is("on") || cursor.is("using")) if (cursor.accept("on")) reading.expression(reading);
		else {
			cursor.expect("using");
			const columns = cursor.over(cursor.parentheses());
			for (const column of columns.qualifiedList("a column")) reading.found.joined(column.name, reading.scope);
		}
	}
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
		alias
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
				alias
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
	tables.push({ alias });
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

// src/sql/mysql/row-expression.ts
/** Why a tree is not a scalar expression over the row. */
function notOverTheRow(node) {
	switch (node.kind) {
		case "subquery": return "it must not hold a subquery";
		case "parameter": return "it must not hold a parameter (?)";
		case "column":
			if (node.path.includes("*")) return "it must name single columns, not *";
			break;
		case "call":
			if (node.window) return `${node.function.name}() is used as a window function`;
			if (node.aggregate) return `${node.function.name}() is used as an aggregate`;
			break;
		case "opaque":
			if (node.name.startsWith("@")) return `it must not hold a variable (${node.name})`;
			break;
		case "operator": if (node.operator === ":=") return "it must not assign a variable";
	}
	for (const part of partsOf(node)) {
		const refused = notOverTheRow(part);
		if (refused !== void 0) return refused;
	}
}

// src/sql/mysql/run.ts
/** More values than a migration has, and longer ones: past them nothing is known of a variable. */
const mostValues = 16;
const mostVariables = 1e3;
const longestValue = 1e5;
const deepestCall = 20;
function newSession(readers) {
	return {
		procedures: /* @__PURE__ */ new Map(),
		variables: /* @__PURE__ */ new Map(),
		prepared: /* @__PURE__ */ new Map(),
		left: limits.statements,
		characters: limits.fileBytes,
		depth: 0,
		...readers
	};
}
const straight = { loop: false };
/** What a statement does to the session, and by it; undefined where it is none of these. */
function runStatement(session, cursor, span, within = straight) {
	if (cursor.is("set")) return assign(session, cursor, within);
	if (cursor.is("select")) return selectInto(session, cursor, within);
	if (cursor.accept("prepare")) {
		const name = cursor.name("a statement").toLowerCase();
		cursor.expect("from");
		keep(session.prepared, name, valuesIn(session, cursor, {
			from: cursor.at,
			to: cursor.end
		}), within);
		cursor.at = cursor.end;
		return [{
			kind: "other",
			span,
			command: "PREPARE",
			tables: []
		}];
	}
	if (cursor.accept("execute immediate")) {
		const using = wordFrom(cursor, "using");
		const texts = valuesIn(session, cursor, {
			from: cursor.at,
			to: using
		});
		cursor.at = cursor.end;
		return execute(session, texts, span);
	}
	if (cursor.accept("execute")) {
		const name = cursor.name("a statement").toLowerCase();
		cursor.at = cursor.end;
		return execute(session, session.prepared.get(name) ?? "unknown", span);
	}
	if (cursor.accept("call")) return call(session, cursor, span);
}
/** Every statement of a block, in order. */
function runBlock(session, block, cursor, span, within = straight) {
	switch (block.kind) {
		case "sequence": return block.parts.flatMap((each) => runBlock(session, each, cursor, span, within));
		case "branches": return runBranches(session, block, cursor, span, within);
		case "statement": {
			if (session.left-- <= 0) return [{
				kind: "dynamic-sql",
				span,
				reason: `the file runs more than ${limits.statements} statements`
			}];
			const own = cursor.over(block.range);
			if (own.accept("declare")) return declare(session, own);
			if (/^(?:leave|iterate|return|open|fetch|close|signal|resignal|get|diagnostics)$/.test(own.wordAt(own.at))) return [];
			return runStatement(session, own, span, within) ?? session.readStatement(own, span);
		}
	}
}
/** Each branch goes on from the values before; behind them, a variable may have the value of any, or still its old one. */
function runBranches(session, block, cursor, span, within) {
	const before = [new Map(session.variables), new Map(session.prepared)];
	const after = [new Map(before[0]), new Map(before[1])];
	const inner = { loop: within.loop || block.loop };
	const operations = block.branches.flatMap((branch) => {
		restore(session.variables, before[0]);
		restore(session.prepared, before[1]);
		const own = branch.flatMap((each) => runBlock(session, each, cursor, span, inner));
		merge(after[0], before[0], session.variables);
		merge(after[1], before[1], session.prepared);
		return own;
	});
	restore(session.variables, after[0]);
	restore(session.prepared, after[1]);
	return operations.map((each) => ({
		...each,
		conditional: true
	}));
}
function restore(map, values) {
	map.clear();
	for (const [name, each] of values) map.set(name, each);
}
/** Takes in what a branch has changed. */
function merge(into, before, after) {
	for (const [name, values] of after) if (values !== before.get(name)) into.set(name, union(into.get(name) ?? [], values));
}
/** DECLARE a, b type [DEFAULT value]; cursors and conditions hold no values. */
function declare(session, cursor) {
	const names = [];
	do
		names.push(cursor.name().toLowerCase());
	while (cursor.acceptMark(","));
	const from = wordFrom(cursor, "default") + 1;
	const values = from < cursor.end ? valuesIn(session, cursor, {
		from,
		to: cursor.end
	}) : "unknown";
	for (const name of names) session.variables.set(name, values);
	return [];
}
/** SET of user variables and of a program's own. What it says of the server's is read elsewhere. */
function assign(session, cursor, within) {
	for (const { from, to } of cursor.parts({
		from: cursor.at + 1,
		to: cursor.end
	})) {
		const own = cursor.over({
			from,
			to
		});
		if (own.done || own.kindAt(own.at) !== 4 && !own.isName()) continue;
		const name = own.raw(own.at++).toLowerCase();
		if (own.acceptOperator("=") || own.acceptOperator(":=")) keep(session.variables, name, valuesIn(session, own, {
			from: own.at,
			to
		}), within);
	}
}
/** SELECT value INTO variable */
function selectInto(session, cursor, within) {
	const into = wordFrom(cursor, "into");
	if (into >= cursor.end) return void 0;
	const names = cursor.over({
		from: into + 1,
		to: cursor.end
	});
	const targets = [];
	do
		targets.push(names.done ? "" : names.raw(names.at++).toLowerCase());
	while (names.acceptMark(","));
	const [only] = targets;
	const values = targets.length === 1 ? valuesIn(session, cursor, {
		from: cursor.at,
		to: into
	}) : "unknown";
	if (only !== void 0 && targets.length === 1) keep(session.variables, only, values, within);
	else for (const each of targets) session.variables.set(each, "unknown");
}
/** The first token of a word outside parentheses; the end where there is none. */
function wordFrom(cursor, word) {
	for (let token = cursor.at; token < cursor.end; token++) if (cursor.markAt(token) === "(") token = cursor.closing(token);
	else if (cursor.is(word, token)) return token;
	return cursor.end;
}
function keep(map, name, values, { loop }) {
	if (!map.has(name) && map.size >= mostVariables) return;
	const changes = loop && (map.has(name) || values.length !== 1);
	map.set(name, changes ? "unknown" : values);
}
function union(a, b) {
	if (a === "unknown" || b === "unknown") return "unknown";
	const values = [.../* @__PURE__ */ new Set([...a, ...b])];
	return values.length > mostValues ? "unknown" : values;
}
/** The strings that the tokens may have as their value: an expression, or a query of one. */
function valuesIn(session, cursor, range) {
	let { from, to } = range;
	while (cursor.markAt(from) === "(" && cursor.closing(from) === to - 1) {
		from++;
		to--;
	}
	const own = cursor.over({
		from,
		to
	});
	own.accept("select");
	try {
		return valuesOf(session, expression(readingOf(own)));
	} catch (error) {
		if (error instanceof Unreadable) return "unknown";
		throw error;
	}
}
function valuesOf(session, node) {
	switch (node.kind) {
		case "constant": return [node.value];
		case "column": return node.path.length === 1 && session.variables.get(node.path[0].toLowerCase()) || "unknown";
		case "opaque": return session.variables.get(node.name) ?? "unknown";
		case "coalesce": return node.arguments.map((each) => valuesOf(session, each)).reduce(union, []);
		case "call":
			if (node.function.name === "concat") return concat(node.arguments.map((each) => valuesOf(session, each)));
			if (node.function.name === "if") return node.arguments.slice(1).map((each) => valuesOf(session, each)).reduce(union, []);
			return "unknown";
		default: return "unknown";
	}
}
function concat(parts) {
	let values = [""];
	for (const part of parts) {
		if (part === "unknown") return "unknown";
		values = values.flatMap((before) => part.map((each) => before + each));
		if (values.length > mostValues || values.some((each) => each.length > longestValue)) return "unknown";
	}
	return values;
}
function execute(session, texts, span) {
	const unknown = (reason) => [{
		kind: "dynamic-sql",
		span,
		reason
	}];
	if (texts === "unknown") return unknown("the text that is executed is put together as it runs");
	session.characters -= texts.reduce((sum, each) => sum + each.length, 0);
	if (session.left <= 0 || session.characters < 0 || session.depth >= deepestCall) return unknown("the file runs too many statements");
	session.depth++;
	const operations = texts.flatMap((text) => session.readText(text, span));
	session.depth--;
	return texts.length > 1 ? operations.map((each) => ({
		...each,
		conditional: true
	})) : operations;
}
/** CALL of a procedure of the same file does what it holds; of another one, whatever that is. */
function call(session, cursor, span) {
	const name = cursor.qualified("a procedure");
	const given = cursor.markAt(cursor.at) === "(" ? cursor.parts(cursor.parentheses()) : [];
	cursor.finish();
	const own = {
		kind: "call",
		span,
		procedure: name
	};
	const procedure = session.procedures.get(name.name.toLowerCase());
	if (procedure === void 0) return [own];
	if (session.depth >= deepestCall) return [{
		kind: "dynamic-sql",
		span,
		reason: "procedures call one another too deeply"
	}];
	const values = procedure.parameters.map((_, i) => given[i] === void 0 ? "unknown" : valuesIn(session, cursor, given[i]));
	const outer = takeLocals(session);
	for (const [i, parameter] of procedure.parameters.entries()) session.variables.set(parameter, values[i]);
	session.depth++;
	const operations = runBlock(session, procedure.body, procedure.cursor, span);
	session.depth--;
	takeLocals(session);
	for (const [name, each] of outer) session.variables.set(name, each);
	return operations.length > 0 ? operations : [{
		kind: "other",
		span,
		command: "CALL",
		tables: []
	}];
}
/** Takes out what a program has declared, its parameters among it: the caller's are not seen inside, nor the other way round. */
function takeLocals({ variables }) {
	const locals = new Map([...variables].filter(([name]) => !name.startsWith("@")));
	for (const name of locals.keys()) variables.delete(name);
	return locals;
}

// src/sql/mysql/compound.ts
/** How deep blocks may nest. */
const deepest = 100;
/** Reads one statement of a stored program; its semicolon is left. @throws Unreadable where a block is not closed */
function readBlock(cursor, depth = 0) {
	if (depth > deepest) cursor.fail(`blocks are nested deeper than ${deepest}`);
	if (cursor.markAt(cursor.at + 1) === ":" && cursor.isName()) cursor.at += 2;
	const label = () => {
		if (cursor.kindAt(cursor.at) !== void 0 && cursor.markAt(cursor.at) !== ";" && cursor.isName() && !endsBranch(cursor)) cursor.at++;
	};
	const inner = (...ends) => readBlocks(cursor, depth + 1, ends);
	if (cursor.is("begin") && !cursor.is("work", cursor.at + 1)) {
		cursor.at++;
		cursor.accept("not atomic");
		const parts = inner("end");
		cursor.expect("end");
		label();
		return {
			kind: "sequence",
			parts
		};
	}
	if (cursor.accept("if")) return readIf(cursor, inner);
	if (cursor.is("case")) return readCase(cursor, inner);
	if (cursor.accept("loop")) {
		const branch = inner("end");
		cursor.expect("end loop");
		label();
		return {
			kind: "branches",
			loop: true,
			branches: [branch]
		};
	}
	if (cursor.accept("repeat")) {
		const branch = inner("until");
		cursor.expect("until");
		skipTo(cursor, "end repeat");
		label();
		return {
			kind: "branches",
			loop: true,
			branches: [branch]
		};
	}
	if (cursor.is("while") || cursor.is("for")) {
		cursor.at++;
		skipTo(cursor, "do");
		const branch = inner("end");
		cursor.expect("end while", "end for");
		label();
		return {
			kind: "branches",
			loop: true,
			branches: [branch]
		};
	}
	if (cursor.is("declare continue handler") || cursor.is("declare exit handler") || cursor.is("declare undo handler")) {
		cursor.at += 3;
		cursor.expect("for");
		conditionsOfHandler(cursor);
		return {
			kind: "branches",
			loop: false,
			branches: [[readBlock(cursor, depth + 1)]]
		};
	}
	const from = cursor.at;
	while (!cursor.done && cursor.markAt(cursor.at) !== ";") cursor.at++;
	if (cursor.at === from) cursor.fail("a statement is missing");
	return {
		kind: "statement",
		range: {
			from,
			to: cursor.at
		}
	};
}
/** Statements with their semicolons, up to one of the words. */
function readBlocks(cursor, depth, ends) {
	const blocks = [];
	while (!ends.some((each) => cursor.is(each))) {
		if (cursor.done) cursor.fail(`${ends[0]?.toUpperCase()} is missing`);
		if (cursor.acceptMark(";")) continue;
		blocks.push(readBlock(cursor, depth));
		if (!cursor.done) cursor.expectMark(";");
	}
	return blocks;
}
const endsBranch = (cursor) => /^(?:end|else|elseif|until|when)$/.test(cursor.wordAt(cursor.at));
function readIf(cursor, inner) {
	const branches = [];
	do {
		skipTo(cursor, "then");
		branches.push(inner("elseif", "else", "end"));
	} while (cursor.accept("elseif"));
	if (cursor.accept("else")) branches.push(inner("end"));
	cursor.expect("end if");
	return {
		kind: "branches",
		loop: false,
		branches
	};
}
function readCase(cursor, inner) {
	cursor.expect("case");
	const branches = [];
	skipTo(cursor, "when");
	do {
		skipTo(cursor, "then");
		branches.push(inner("when", "else", "end"));
	} while (cursor.accept("when"));
	if (cursor.accept("else")) branches.push(inner("end"));
	cursor.expect("end case");
	return {
		kind: "branches",
		loop: false,
		branches
	};
}
/** Moves behind a word that stands in no parentheses and in no CASE: what is before it is an expression. */
function skipTo(cursor, words) {
	let cases = 0;
	while (cases > 0 || !cursor.is(words)) {
		if (cursor.done || cursor.markAt(cursor.at) === ";") cursor.fail(`${words.toUpperCase()} is missing`);
		if (cursor.markAt(cursor.at) === "(") cursor.parentheses();
		else {
			if (cursor.is("case")) cases++;
			else if (cases > 0 && cursor.is("end")) cases--;
			cursor.at++;
		}
	}
	cursor.expect(words);
}
/** `SQLSTATE '42S02', 1062, NOT FOUND, SQLEXCEPTION, a_name` */
function conditionsOfHandler(cursor) {
	do
		if (cursor.accept("sqlstate")) {
			cursor.accept("value");
			cursor.string();
		} else if (!cursor.accept("not found")) cursor.at++;
	while (cursor.acceptMark(","));
}
/** Where the body of a stored program begins; undefined where the statement makes none. `cursor` stands at its CREATE. */
function bodyOf(cursor) {
	if (cursor.is("begin not atomic")) return cursor.at;
	const ahead = cursor.over({
		from: cursor.at,
		to: cursor.end
	});
	if (!ahead.accept("create")) return void 0;
	ahead.accept("or replace");
	skipDefiner(ahead);
	ahead.accept("aggregate");
	const kind = ahead.accept("procedure", "function", "trigger", "event");
	try {
		switch (kind) {
			case "procedure":
			case "function": return bodyOfRoutine(ahead, kind);
			case "trigger":
				while (!ahead.accept("for each row")) {
					if (ahead.done || ahead.markAt(ahead.at) === ";") return void 0;
					ahead.at++;
				}
				if (ahead.accept("follows", "precedes")) ahead.name();
				return ahead.at;
			case "event":
				while (!ahead.accept("do")) {
					if (ahead.done || ahead.markAt(ahead.at) === ";") return void 0;
					ahead.at++;
				}
				return ahead.at;
			default: return;
		}
	} catch (error) {
		if (error instanceof Unreadable) return void 0;
		throw error;
	}
}
/** `DEFINER = user` */
function skipDefiner(cursor) {
	if (!cursor.accept("definer")) return;
	cursor.acceptOperator("=");
	cursor.at++;
	if (cursor.markAt(cursor.at) === "(") cursor.parentheses();
	else if (cursor.kindAt(cursor.at) !== 0) cursor.at++;
}
function bodyOfRoutine(cursor, kind) {
	cursor.accept("if not exists");
	cursor.qualified();
	if (cursor.is("returns") && kind === "function") return void 0;
	cursor.parentheses();
	for (;;) if (cursor.accept("returns")) {
		cursor.at++;
		if (cursor.markAt(cursor.at) === "(") cursor.parentheses();
		while (cursor.accept("unsigned", "zerofill", "signed", "precision", "varying") || acceptCharacterSet(cursor));
	} else if (cursor.accept("comment")) cursor.string();
	else if (cursor.accept("language")) cursor.at++;
	else if (cursor.accept("sql security")) cursor.at++;
	else if (!cursor.accept("not deterministic", "deterministic", "contains sql", "no sql", "reads sql data", "modifies sql data")) return cursor.at;
}
function acceptCharacterSet(cursor) {
	if (!cursor.accept("character set", "charset", "collate")) return false;
	cursor.at++;
	return true;
}

// src/sql/mysql/split.ts
/**
* Divides a file as the client and the server do together: the client at its delimiter, the server what it is sent at semicolons, but for
* those inside a stored program. A semicolon ends a statement even where a parenthesis is open, so that a forgotten one costs only its own.
*/
function split(lexed) {
	const { kinds } = lexed.tokens;
	const pieces = [];
	for (let first = 0; first < kinds.length;) {
		let end = first;
		while (end < kinds.length && kinds[end] !== 7) end++;
		splitSent(lexed, first, end, pieces);
		first = end + 1;
	}
	return pieces;
}
/** What the client sends at once. */
function splitSent(lexed, from, to, pieces) {
	const cursor = new Cursor({
		...lexed,
		place: (span) => span
	}, {
		from,
		to
	});
	const isSemicolon = (token) => lexed.tokens.kinds[token] === 6 && lexed.text.charCodeAt(lexed.tokens.starts[token]) === 59;
	while (!cursor.done) {
		const first = cursor.at;
		if (isSemicolon(first)) {
			cursor.at++;
			continue;
		}
		const broken = skipBody(cursor);
		while (!cursor.done && !isSemicolon(cursor.at)) cursor.at++;
		const end = cursor.at;
		pieces.push({
			first,
			end,
			depth: depthOf(lexed, first, end),
			...broken && { broken }
		});
	}
}
/** Moves behind the body of a stored program, if one begins here. */
function skipBody(cursor) {
	const body = bodyOf(cursor);
	if (body === void 0) return void 0;
	cursor.at = body;
	try {
		readBlock(cursor);
		return;
	} catch (error) {
		if (!(error instanceof Unreadable)) throw error;
		cursor.at = cursor.end;
		return {
			message: error.message,
			span: error.span
		};
	}
}
function depthOf({ text, tokens }, first, end) {
	let depth = 0;
	let deepest = 0;
	for (let token = first; token < end; token++) {
		if (tokens.kinds[token] !== 6) continue;
		const code = text.charCodeAt(tokens.starts[token]);
		if (code === 40 && ++depth > deepest) deepest = depth;
		else if (code === 41) depth--;
		if (deepest > limits.expressionDepth) break;
	}
	return deepest;
}

// src/sql/mysql/clauses.ts
/** ALGORITHM, LOCK and VALIDATION, if one stands here; the last of a kind counts. */
function readClause(cursor, found) {
	const start = cursor.at;
	const equals = () => cursor.acceptOperator("=");
	if (cursor.accept("algorithm")) {
		equals();
		found.algorithm = cursor.expect("default", "instant", "nocopy", "inplace", "copy");
	} else if (cursor.accept("lock")) {
		equals();
		found.lock = cursor.expect("default", "none", "shared", "exclusive");
	} else if (cursor.accept("without validation")) found.validation = false;
	else if (cursor.accept("with validation")) found.validation = true;
	return cursor.at > start;
}
/** MariaDB's WAIT n and NOWAIT. */
function readWait(cursor, found) {
	if (cursor.accept("nowait")) found.wait = 0;
	else if (cursor.accept("wait")) found.wait = cursor.number("a number of seconds");
}
function clausesOf(found) {
	return Object.keys(found).length > 0 ? { clauses: found } : {};
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
	for (;;) if (cursor.accept("using", "type")) found.method = cursor.name("an index type").toLowerCase();
	else if (cursor.accept("invisible", "ignored")) found.invisible = true;
	else if (cursor.accept("visible", "not ignored")) delete found.invisible;
	else if (cursor.accept("comment")) option("comment", cursor.string());
	else if (cursor.accept("with parser")) option("parser", cursor.name("a parser"));
	else if (cursor.accept("key_block_size", "block_size")) {
		equals();
		option("key_block_size", String(cursor.number()));
	} else if (cursor.is("engine_attribute") || cursor.is("secondary_engine_attribute")) {
		const name = cursor.wordAt(cursor.at++);
		equals();
		option(name, cursor.string());
	} else if (cursor.accept("clustering")) {
		equals();
		option("clustering", cursor.name().toLowerCase());
	} else if (cursor.is("m") || cursor.is("distance")) {
		const name = cursor.wordAt(cursor.at++);
		equals();
		option(name, cursor.isNumber() ? String(cursor.number()) : cursor.name().toLowerCase());
	} else return;
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
	cursor.accept("if not exists");
	return cursor.isName() && !/^(?:primary|unique|foreign|check)$/.test(cursor.wordAt(cursor.at)) ? { name: cursor.name() } : {};
}
/** A table's PRIMARY KEY, FOREIGN KEY or CHECK; undefined where none stands here. @param from where it begins, with CONSTRAINT */
function readConstraint(cursor, from, name) {
	const rest = readRest$1(cursor);
	if (rest === void 0) return void 0;
	const range = {
		from,
		to: cursor.at
	};
	return {
		...rest,
		...name !== void 0 && { name },
		span: cursor.spanOf(range),
		text: cursor.textOf(range)
	};
}
function readRest$1(cursor) {
	if (cursor.accept("primary key")) {
		const found = { options: [] };
		if (cursor.isName() && !cursor.is("using")) cursor.name();
		readIndexOptions(cursor, found);
		const elements = readKeys(cursor);
		readIndexOptions(cursor, found);
		const plain = elements.every((each) => each.prefix === void 0 && !each.descending);
		return {
			type: "primary-key",
			columns: elements.map((each) => each.column ?? ""),
			...!plain && { elements }
		};
	}
	if (cursor.accept("foreign key")) {
		cursor.accept("if not exists");
		if (cursor.isName()) cursor.name();
		const columns = readKeys(cursor).map((each) => each.column ?? "");
		return {
			...readReferences(cursor),
			type: "foreign-key",
			columns
		};
	}
	if (cursor.accept("check")) return readCheck(cursor);
}
/** Behind CHECK. */
function readCheck(cursor) {
	return {
		type: "check",
		expression: expressionIn(cursor, cursor.parentheses()),
		...cursor.accept("not enforced", "enforced") === "not enforced" && { notEnforced: true }
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
	else if (cursor.accept("on delete")) onDelete = readAction$1(cursor);
	else if (cursor.is("on update") && !/^(?:current_timestamp|now|localtime|localtimestamp)$/.test(cursor.wordAt(cursor.at + 2))) {
		cursor.at += 2;
		onUpdate = readAction$1(cursor);
	} else return {
		references,
		referencedColumns,
		match,
		onDelete,
		onUpdate
	};
}
function readAction$1(cursor) {
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
	else if (cursor.accept("visible")) delete column.invisible;
	else if (cursor.accept("column_format", "storage")) column.storage = cursor.expect("fixed", "dynamic", "default", "disk", "memory");
	else if (cursor.accept("engine_attribute", "secondary_engine_attribute")) {
		equals();
		cursor.string();
	} else if (cursor.accept("srid", "ref_system_id")) {
		equals();
		column.type = {
			...column.type,
			modifiers: [cursor.number()]
		};
	} else if (cursor.accept("compressed")) column.compression = equals() ? cursor.name().toLowerCase() : "zlib";
	else if (cursor.accept("with system versioning")) column.versioning = "with";
	else if (cursor.accept("without system versioning")) column.versioning = "without";
	else if (cursor.accept("check")) add(readCheck(cursor));
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

// src/sql/mysql/table-options.ts
/**
* Options of tables. Storage engines of MariaDB may have any of their own, so that `name = value` is one, whatever the name.
* https://dev.mysql.com/doc/refman/9.5/en/create-table.html#create-table-options
*/
const known$1 = [
	"auto_increment",
	"autoextend_size",
	"avg_row_length",
	"checksum",
	"comment",
	"compression",
	"connection",
	"delay_key_write",
	"encryption",
	"engine",
	"engine_attribute",
	"insert_method",
	"key_block_size",
	"max_rows",
	"min_rows",
	"pack_keys",
	"page_checksum",
	"page_compressed",
	"page_compression_level",
	"password",
	"row_format",
	"secondary_engine",
	"secondary_engine_attribute",
	"sequence",
	"start transaction",
	"stats_auto_recalc",
	"stats_persistent",
	"stats_sample_pages",
	"table_checksum",
	"tablespace",
	"transactional",
	"type"
];
const otherNames = {
	type: "engine",
	charset: "character_set",
	"character set": "character_set"
};
/** One option; undefined where none stands here. */
function readTableOption(cursor) {
	const start = cursor.at;
	cursor.accept("default");
	const set = cursor.accept("character set", "charset", "char set", "collate");
	if (set !== void 0) {
		cursor.acceptOperator("=");
		return {
			name: set === "collate" ? "collate" : "character_set",
			value: readValue$1(cursor).toLowerCase()
		};
	}
	cursor.at = start;
	const directory = cursor.accept("data directory", "index directory");
	if (directory !== void 0) {
		cursor.acceptOperator("=");
		return {
			name: directory.replace(" ", "_"),
			value: cursor.string()
		};
	}
	if (cursor.accept("union")) {
		cursor.acceptOperator("=");
		return {
			name: "union",
			value: cursor.textOf(cursor.parentheses())
		};
	}
	if (cursor.accept("start transaction")) return {
		name: "start_transaction",
		value: ""
	};
	const name = known$1.find((each) => cursor.is(each)) ?? (isOwnOption(cursor) ? cursor.wordAt(cursor.at) : void 0);
	if (name === void 0) return void 0;
	cursor.at++;
	cursor.acceptOperator("=");
	const option = {
		name: otherNames[name] ?? name,
		value: readValue$1(cursor)
	};
	if (name === "tablespace" && cursor.accept("storage")) cursor.expect("disk", "memory");
	return option;
}
function isOwnOption(cursor) {
	const next = cursor.over({
		from: cursor.at + 1,
		to: cursor.end
	});
	return cursor.wordAt(cursor.at) !== "" && next.acceptOperator("=");
}
/** Options behind one another, with commas between them where `commas` allows. */
function readTableOptions(cursor, commas) {
	const options = [];
	for (;;) {
		if (commas && options.length > 0) cursor.acceptMark(",");
		const option = readTableOption(cursor);
		if (option === void 0) return options;
		options.push(option);
	}
}
function readValue$1(cursor) {
	if (cursor.isString()) return cursor.string();
	if (!cursor.isNumber()) return cursor.name("a value");
	return cursor.raw(cursor.at++);
}

// src/sql/mysql/partition.ts
/** Behind PARTITION BY. https://dev.mysql.com/doc/refman/9.5/en/create-table.html#create-table-partitioning */
function readPartitionBy(cursor) {
	const from = cursor.at;
	const key = readStrategy(cursor);
	const count = cursor.accept("partitions") ? cursor.number() : void 0;
	cursor.accept("auto");
	const subFrom = cursor.at + 2;
	const sub = cursor.accept("subpartition by") ? readStrategy(cursor) : void 0;
	const subCount = sub !== void 0 && cursor.accept("subpartitions") ? cursor.number() : void 0;
	const subpartitionBy = sub && {
		...sub,
		...subCount !== void 0 && { count: subCount },
		text: cursor.textOf({
			from: subFrom,
			to: cursor.at
		})
	};
	const partitions = cursor.markAt(cursor.at) === "(" ? readPartitionDefinitions(cursor) : void 0;
	return {
		...key,
		...count !== void 0 && { count },
		...subpartitionBy && { subpartitionBy },
		...partitions && { partitions },
		text: cursor.textOf({
			from,
			to: cursor.at
		})
	};
}
function readStrategy(cursor) {
	if (cursor.accept("system_time")) {
		while (!cursor.done && !cursor.is("partitions") && !cursor.is("auto") && cursor.markAt(cursor.at) !== "(") cursor.at++;
		return {
			strategy: "system-time",
			elements: []
		};
	}
	cursor.accept("linear");
	const form = cursor.expect("range columns", "range", "list columns", "list", "hash", "key");
	const strategy = form.split(" ")[0];
	if (strategy === "key" && cursor.accept("algorithm")) {
		cursor.acceptOperator("=");
		cursor.number();
	}
	if (strategy === "key" || form.endsWith("columns")) {
		if (!(cursor.markAt(cursor.at + 1) === ")")) return {
			strategy,
			elements: readKeys(cursor)
		};
		cursor.parentheses();
		return {
			strategy,
			elements: []
		};
	}
	const range = cursor.parentheses();
	const expression = expressionIn(cursor, range);
	const { tree } = expression;
	return {
		strategy,
		elements: [{
			...tree.kind === "column" ? { column: tree.path[tree.path.length - 1] } : { expression },
			text: cursor.textOf(range)
		}]
	};
}
/** `(PARTITION p0 VALUES LESS THAN (10) \u2026, \u2026)` */
function readPartitionDefinitions(cursor) {
	return cursor.parts(cursor.parentheses()).map((part) => {
		const own = cursor.over(part);
		const definition = readPartitionDefinition(own);
		own.finish();
		return definition;
	});
}
/** One of them, behind its parenthesis or comma. */
function readPartitionDefinition(cursor) {
	cursor.expect("partition", "subpartition");
	cursor.accept("if not exists");
	const name = cursor.name("a partition");
	const from = cursor.at;
	if (cursor.accept("values less than")) {
		if (!cursor.accept("maxvalue")) cursor.parentheses();
	} else if (cursor.accept("values in")) cursor.parentheses();
	else cursor.accept("history", "current", "default");
	const values = cursor.textOf({
		from,
		to: cursor.at
	});
	cursor.accept("storage");
	while (readTableOption(cursor) !== void 0) cursor.accept("storage");
	if (cursor.markAt(cursor.at) === "(") readPartitionDefinitions(cursor);
	return {
		name,
		...values !== "" && { values }
	};
}

// src/sql/mysql/partition-action.ts
const maintenance = [
	"rebuild",
	"optimize",
	"analyze",
	"check",
	"repair",
	"truncate"
];
/** What ALTER TABLE does with partitions; undefined where it does something else. https://dev.mysql.com/doc/refman/9.5/en/alter-table-partition-operations.html */
function readPartitionAction(cursor, base) {
	const action = (name, rest) => ({
		...base,
		kind: "alter-partitions",
		action: name,
		partitions: [],
		...rest
	});
	const log = () => cursor.accept("no_write_to_binlog", "local");
	const names = () => cursor.accept("all") ? "all" : cursor.qualifiedList("a partition").map((each) => each.name);
	if (cursor.is("add partition")) {
		cursor.at += 2;
		log();
		cursor.accept("if not exists");
		if (cursor.accept("partitions")) return action("add", { count: cursor.number() });
		return action("add", { definitions: readPartitionDefinitions(cursor) });
	}
	if (cursor.is("drop partition")) {
		cursor.at += 2;
		cursor.accept("if exists");
		return action("drop", { partitions: names() });
	}
	if (cursor.accept("coalesce partition")) {
		log();
		return action("coalesce", { count: cursor.number() });
	}
	if (cursor.accept("reorganize partition")) {
		log();
		if (cursor.done) return action("reorganize", { partitions: "all" });
		const partitions = names();
		cursor.expect("into");
		return action("reorganize", {
			partitions,
			definitions: readPartitionDefinitions(cursor)
		});
	}
	if (cursor.accept("exchange partition")) {
		const partitions = [cursor.name("a partition")];
		cursor.expect("with table");
		const exchanged = action("exchange", {
			partitions,
			with: cursor.qualified("a table")
		});
		cursor.accept("with validation", "without validation");
		return exchanged;
	}
	if (cursor.accept("convert partition")) {
		const partitions = [cursor.name("a partition")];
		cursor.expect("to table");
		const converted = action("convert to table", {
			partitions,
			with: cursor.qualified("a table")
		});
		cursor.accept("with validation", "without validation");
		return converted;
	}
	if (cursor.accept("convert table")) {
		const table = cursor.qualified("a table");
		cursor.expect("to");
		const converted = action("convert from table", {
			with: table,
			definitions: [readPartitionDefinition(cursor)]
		});
		cursor.accept("with validation", "without validation");
		return converted;
	}
	for (const name of maintenance) {
		if (!cursor.accept(`${name} partition`)) continue;
		log();
		const done = action(name, { partitions: names() });
		while (cursor.accept("quick", "fast", "medium", "extended", "changed", "for upgrade", "use_frm"));
		return done;
	}
	for (const name of ["discard", "import"]) {
		if (!cursor.accept(`${name} partition`)) continue;
		const done = action(name, { partitions: names() });
		cursor.expect("tablespace");
		return done;
	}
}

// src/sql/mysql/alter-table.ts
/**
* ALTER TABLE, divided into its actions at the commas, so that one that is not known costs only itself.
* https://dev.mysql.com/doc/refman/9.5/en/alter-table.html, https://mariadb.com/kb/en/alter-table/
*/
function readAlterTable(cursor, span) {
	const clauses = {};
	cursor.expect("alter");
	while (!cursor.accept("table")) if (cursor.accept("online")) clauses.lock = "none";
	else if (cursor.accept("ignore")) clauses.ignore = true;
	else cursor.fail("TABLE is missing");
	const ifExists = cursor.accept("if exists") !== void 0;
	const table = cursor.qualified("a table");
	readWait(cursor, clauses);
	const base = {
		span,
		table,
		...ifExists && { ifExists: true }
	};
	const operations = [];
	const unknown = [];
	while (!cursor.done) {
		const from = cursor.at;
		try {
			const read = readClause(cursor, clauses) ? [] : readActions(cursor, base);
			if (!cursor.done) cursor.expectMark(",");
			const own = cursor.spanOf({
				from,
				to: cursor.done ? cursor.at : cursor.at - 1
			});
			operations.push(...read.map((each) => each.span === span ? {
				...each,
				span: own
			} : each));
		} catch (error) {
			if (!(error instanceof Unreadable)) throw error;
			const to = cursor.comma({
				from,
				to: cursor.end
			});
			unknown.push({
				message: error.message,
				span: cursor.spanOf({
					from,
					to
				})
			});
			cursor.at = to + 1;
		}
	}
	if (operations.length === 0 && unknown.length === 0) operations.push({
		...base,
		kind: "alter-nothing"
	});
	return {
		operations: operations.map((each) => ({
			...each,
			...clausesOf(clauses)
		})),
		unknown
	};
}
/** What stands between two commas: one action, or several of options and partitions behind one another. */
function readActions(cursor, base) {
	const operations = [...readAction(cursor, base)];
	while (cursor.is("partition by") || cursor.is("remove partitioning")) operations.push(...readAction(cursor, base));
	return operations;
}
function readAction(cursor, base) {
	const partitions = readPartitionAction(cursor, base);
	if (partitions !== void 0) return [partitions];
	if (cursor.accept("add")) return readAdd(cursor, base);
	if (cursor.accept("drop")) return [readDrop$1(cursor, base)];
	if (cursor.accept("modify")) return [readRedefine(cursor, base, false)];
	if (cursor.accept("change")) return [readRedefine(cursor, base, true)];
	if (cursor.accept("alter")) return [readAlter$1(cursor, base)];
	if (cursor.accept("rename")) return [readRename(cursor, base)];
	if (cursor.accept("convert to")) return [readConvert(cursor, base)];
	if (cursor.accept("force")) return [{
		...base,
		kind: "rebuild-table",
		by: "force"
	}];
	if (cursor.accept("order by")) {
		do {
			cursor.qualified("a column");
			cursor.accept("asc", "desc");
		} while (!cursor.is("algorithm", cursor.at + 1) && !cursor.is("lock", cursor.at + 1) && cursor.acceptMark(","));
		return [{
			...base,
			kind: "rebuild-table",
			by: "order by"
		}];
	}
	const files = cursor.accept("discard tablespace", "import tablespace");
	if (files !== void 0) return [{
		...base,
		kind: "table-files",
		action: files.startsWith("discard") ? "discard" : "import"
	}];
	const keys = cursor.accept("disable keys", "enable keys");
	if (keys !== void 0) return [{
		...base,
		kind: "set-keys-state",
		enabled: keys.startsWith("enable")
	}];
	if (cursor.accept("partition by")) return [{
		...base,
		kind: "repartition-table",
		partitionBy: readPartitionBy(cursor)
	}];
	if (cursor.accept("remove partitioning")) return [{
		...base,
		kind: "repartition-table"
	}];
	const options = readTableOptions(cursor, false);
	return options.length > 0 ? [{
		...base,
		kind: "alter-table-options",
		options
	}] : cursor.fail("unknown action of ALTER TABLE");
}
/** ADD: constraints, indexes, periods, and one column or several in parentheses. */
function readAdd(cursor, base) {
	if (cursor.accept("system versioning")) return [{
		...base,
		kind: "set-system-versioning",
		versioned: true
	}];
	if (cursor.accept("period for")) {
		cursor.accept("if not exists");
		const period = cursor.name("a period");
		const [from = "", to = ""] = cursor.over(cursor.parentheses()).qualifiedList("a column").map((each) => each.name);
		return [{
			...base,
			kind: "add-period",
			period,
			from,
			to
		}];
	}
	const start = cursor.at;
	const named = readConstraintName(cursor);
	const constraint = readConstraint(cursor, start, named?.name);
	if (constraint !== void 0) return [{
		...base,
		kind: "add-constraint",
		constraint
	}];
	const kind = readIndexKind(cursor);
	if (kind !== void 0) {
		const { index, ifNotExists } = readIndexDefinition(cursor, kind, named?.name);
		return [{
			span: base.span,
			table: base.table,
			kind: "create-index",
			index,
			concurrently: false,
			...ifNotExists && { ifNotExists: true }
		}];
	}
	if (named !== void 0) cursor.fail("a constraint is missing");
	cursor.accept("column");
	const ifNotExists = cursor.accept("if not exists") !== void 0;
	if (cursor.markAt(cursor.at) === "(") return readSeveral(cursor, base, ifNotExists);
	const column = readColumn(cursor);
	return [{
		...base,
		kind: "add-column",
		column,
		...ifNotExists && { ifNotExists: true },
		...readPosition(cursor)
	}];
}
/** `ADD COLUMN (a int, b int, KEY (a))` */
function readSeveral(cursor, base, ifNotExists) {
	return cursor.parts(cursor.parentheses()).map((part) => {
		const own = cursor.over(part);
		const at = {
			...base,
			span: cursor.spanOf(part)
		};
		const named = readConstraintName(own);
		const constraint = readConstraint(own, part.from, named?.name);
		const kind = constraint === void 0 ? readIndexKind(own) : void 0;
		const operation = constraint !== void 0 ? {
			...at,
			kind: "add-constraint",
			constraint
		} : kind !== void 0 ? {
			span: at.span,
			table: at.table,
			kind: "create-index",
			index: readIndexDefinition(own, kind, named?.name).index,
			concurrently: false
		} : {
			...at,
			kind: "add-column",
			column: readColumn(own),
			...ifNotExists && { ifNotExists: true }
		};
		own.finish();
		return operation;
	});
}
function readDrop$1(cursor, base) {
	const ifExists = () => cursor.accept("if exists") !== void 0;
	const constraint = (type) => {
		const constraintIfExists = ifExists();
		return {
			...base,
			kind: "drop-constraint",
			constraint: cursor.name("a constraint"),
			...constraintIfExists && { constraintIfExists: true },
			...type && { type }
		};
	};
	if (cursor.accept("primary key")) return {
		...base,
		kind: "drop-constraint",
		constraint: "PRIMARY",
		type: "primary-key"
	};
	if (cursor.accept("foreign key")) return constraint("foreign-key");
	if (cursor.accept("constraint")) return constraint();
	if (cursor.accept("check")) return constraint("check");
	if (cursor.accept("index", "key")) {
		const indexIfExists = ifExists();
		const index = { name: cursor.name("an index") };
		return {
			span: base.span,
			table: base.table,
			kind: "drop-index",
			index,
			concurrently: false,
			...indexIfExists && { ifExists: true }
		};
	}
	if (cursor.accept("system versioning")) return {
		...base,
		kind: "set-system-versioning",
		versioned: false
	};
	if (cursor.accept("period for")) {
		ifExists();
		return {
			...base,
			kind: "drop-period",
			period: cursor.name("a period")
		};
	}
	cursor.accept("column");
	const columnIfExists = ifExists();
	const column = cursor.name("a column");
	cursor.accept("restrict", "cascade");
	return {
		...base,
		kind: "drop-column",
		column,
		...columnIfExists && { columnIfExists: true }
	};
}
/** MODIFY and CHANGE, whose new definition begins with the new name. */
function readRedefine(cursor, base, renames) {
	cursor.accept("column");
	const columnIfExists = cursor.accept("if exists") !== void 0;
	const start = cursor.at;
	const column = cursor.name("a column");
	if (!renames) cursor.at = start;
	const definition = readColumn(cursor);
	return {
		...base,
		kind: "redefine-column",
		column,
		definition,
		...readPosition(cursor),
		...columnIfExists && { columnIfExists: true }
	};
}
function readAlter$1(cursor, base) {
	if (cursor.accept("index", "key")) {
		cursor.accept("if exists");
		const index = cursor.name("an index");
		const state = cursor.expect("visible", "invisible", "not ignored", "ignored");
		return {
			...base,
			kind: "set-index-visibility",
			index,
			visible: state === "visible" || state === "not ignored"
		};
	}
	if (cursor.accept("check", "constraint")) {
		const constraint = cursor.name("a constraint");
		return {
			...base,
			kind: "alter-constraint",
			constraint,
			enforced: cursor.expect("enforced", "not enforced") === "enforced"
		};
	}
	cursor.accept("column");
	cursor.accept("if exists");
	const column = cursor.name("a column");
	if (cursor.accept("drop default")) return {
		...base,
		kind: "drop-default",
		column
	};
	const visible = cursor.accept("set visible", "set invisible");
	if (visible !== void 0) return {
		...base,
		kind: "set-column-visibility",
		column,
		visible: visible === "set visible"
	};
	cursor.expect("set default");
	return {
		...base,
		kind: "set-default",
		column,
		expression: expressionIn(cursor, bareExpression(cursor))
	};
}
function readRename(cursor, base) {
	const part = cursor.accept("column", "index", "key");
	if (part !== void 0 && !cursor.done) {
		cursor.accept("if exists");
		const name = cursor.name();
		cursor.expect("to");
		const to = cursor.name("the new name");
		if (part === "column") return {
			...base,
			kind: "rename-column",
			column: name,
			to
		};
		return {
			span: base.span,
			table: base.table,
			kind: "rename-index",
			index: { name },
			to
		};
	}
	cursor.accept("to", "as");
	cursor.acceptOperator("=");
	const { schema, name } = cursor.qualified("the new name");
	return {
		...base,
		kind: "rename-table",
		to: name,
		...schema !== void 0 && { toSchema: schema }
	};
}
/** CONVERT TO CHARACTER SET charset [COLLATE collation] */
function readConvert(cursor, base) {
	const word = () => (cursor.isString() ? cursor.string() : cursor.name("a character set")).toLowerCase();
	cursor.expect("character set", "charset");
	const characterSet = word();
	const collation = cursor.accept("collate") ? word() : void 0;
	return {
		...base,
		kind: "convert-character-set",
		characterSet,
		...collation !== void 0 && { collation }
	};
}

// src/sql/mysql/reading.ts
/** What has been mentioned, once all has been read. */
function mentionsOf(reading) {
	for (const { path, scope } of reading.columns.splice(0)) reading.found.column(path, scope);
	return reading.found.mentions();
}

// src/sql/mysql/create-table.ts
/** Behind CREATE [OR REPLACE] [TEMPORARY] TABLE. https://dev.mysql.com/doc/refman/9.5/en/create-table.html, https://mariadb.com/kb/en/create-table/ */
function readCreateTable(cursor, base, before) {
	const ifNotExists = cursor.accept("if not exists") !== void 0;
	const table = cursor.qualified("a table");
	const body = {
		columns: [],
		constraints: [],
		indexes: []
	};
	const own = {
		...base,
		kind: "create-table",
		table,
		...before.replace && { replace: true },
		...ifNotExists && { ifNotExists: true },
		persistence: before.temporary ? "temporary" : "permanent",
		inherits: []
	};
	const like = readLike(cursor);
	if (like !== void 0) return {
		...own,
		columns: [],
		constraints: [],
		like: [{
			table: like,
			including: ["all"]
		}]
	};
	if (cursor.markAt(cursor.at) === "(" && !startsQuery(cursor)) for (const part of cursor.parts(cursor.parentheses())) {
		const inner = cursor.over(part);
		readElement(inner, body);
		inner.finish();
	}
	const { columns, constraints, indexes } = body;
	return {
		...own,
		columns,
		constraints,
		...indexes.length > 0 && { indexes },
		like: [],
		...readRest(cursor)
	};
}
/** LIKE other, with parentheses around it or without. */
function readLike(cursor) {
	const inParentheses = cursor.markAt(cursor.at) === "(" && cursor.is("like", cursor.at + 1);
	if (inParentheses) cursor.at++;
	if (!cursor.accept("like")) return void 0;
	const table = cursor.qualified("a table");
	if (inParentheses) cursor.expectMark(")");
	return table;
}
/** A column, an index or a constraint among the columns. */
function readElement(cursor, body) {
	const from = cursor.at;
	const named = readConstraintName(cursor);
	const constraint = readConstraint(cursor, from, named?.name);
	if (constraint !== void 0) return void body.constraints.push(constraint);
	const kind = readIndexKind(cursor);
	if (kind !== void 0) return void body.indexes.push(readIndexDefinition(cursor, kind, named?.name).index);
	if (named !== void 0) cursor.fail("a constraint is missing");
	if (cursor.is("period for")) {
		cursor.at += 2;
		cursor.name();
		cursor.parentheses();
		return;
	}
	body.columns.push(readColumn(cursor));
}
/** Options, partitions and a query, behind the columns. */
function readRest(cursor) {
	const options = [];
	let rest = {};
	for (;;) if (cursor.accept("with system versioning")) rest = {
		...rest,
		systemVersioning: true
	};
	else if (cursor.accept("partition by")) rest = {
		...rest,
		partitionBy: readPartitionBy(cursor)
	};
	else {
		if (options.length > 0) cursor.acceptMark(",");
		const option = readTableOption(cursor);
		if (option === void 0) break;
		options.push(option);
	}
	if (options.length > 0) rest = {
		...rest,
		options
	};
	cursor.accept("ignore", "replace");
	if (!(cursor.accept("as") !== void 0) && !startsQuery(cursor)) return rest;
	const reading = readingOf(cursor);
	readQuery(reading);
	return {
		...rest,
		asQuery: {
			reads: mentionsOf(reading).tables,
			withData: true
		}
	};
}

// src/sql/mysql/data.ts
/** Statements that read and change rows. https://dev.mysql.com/doc/refman/9.5/en/sql-data-manipulation-statements.html */
/** SELECT, VALUES, TABLE, and what begins with WITH or a parenthesis. */
function readSelect(cursor, span) {
	const reading = readingOf(cursor);
	readQuery(reading);
	const { tables, locks, calls } = mentionsOf(reading);
	return [{
		kind: "select",
		span,
		reads: tables,
		locks,
		calls
	}];
}
/** WITH, before whatever it belongs to. */
function readWithStatement(cursor, span) {
	const ahead = cursor.over({
		from: cursor.at,
		to: cursor.end
	});
	readWith(readingOf(ahead));
	if (!ahead.is("update") && !ahead.is("delete")) return readSelect(cursor, span);
	const reading = readingOf(cursor);
	readWith(reading);
	return cursor.is("update") ? readUpdate(cursor, span, reading) : readDelete(cursor, span, reading);
}
/** INSERT and REPLACE. The values are passed over, but for the queries among them. */
function readInsert(cursor, span) {
	const replaces = cursor.expect("insert", "replace") === "replace";
	while (cursor.accept("low_priority", "delayed", "high_priority", "ignore"));
	cursor.accept("into");
	const table = cursor.qualified("a table");
	if (cursor.accept("partition")) cursor.parentheses();
	const reading = readingOf(cursor);
	const columns = [];
	let fromQuery = false;
	if (cursor.markAt(cursor.at) === "(" && !startsQuery(cursor)) {
		const list = cursor.parentheses();
		if (list.from < list.to) columns.push(...cursor.over(list).qualifiedList("a column").map((each) => each.name));
	}
	if (cursor.accept("values", "value")) rows(reading);
	else if (cursor.accept("set")) columns.push(...assignments(reading).map((each) => each.column));
	else {
		fromQuery = true;
		readQuery(reading);
	}
	if (cursor.accept("as")) {
		cursor.name("an alias");
		if (cursor.markAt(cursor.at) === "(") cursor.parentheses();
	}
	if (cursor.accept("on duplicate key update")) assignments(reading);
	returning(reading);
	const reads = mentionsOf(reading).tables;
	return [{
		kind: "insert",
		span,
		table,
		...replaces && { replaces: true },
		columns,
		fromQuery,
		reads
	}];
}
/** `(1, 'a'), (2, DEFAULT), \u2026`: hundreds of thousands of them, in dumps. */
function rows(reading) {
	const { cursor } = reading;
	do {
		cursor.accept("row");
		cursor.expectMark("(");
		if (cursor.acceptMark(")")) continue;
		do
			if (!cursor.accept("default") || cursor.markAt(cursor.at) === "(") value(reading);
		while (cursor.acceptMark(","));
		cursor.expectMark(")");
	} while (cursor.acceptMark(","));
}
/** A literal, as nearly all values are, makes no tree. */
function value(reading) {
	const { cursor } = reading;
	const next = cursor.markAt(cursor.at + 1);
	if ((next === "," || next === ")") && (cursor.isNumber() || cursor.isString())) cursor.at++;
	else expression(reading);
}
function readUpdate(cursor, span, reading = readingOf(cursor)) {
	cursor.expect("update");
	while (cursor.accept("low_priority", "ignore"));
	let tables = [];
	let set = [];
	let where;
	let limit;
	inScope(reading, () => {
		tables = tableReferences(reading);
		if (cursor.accept("for portion of")) portion(reading);
		cursor.expect("set");
		set = assignments(reading);
		where = readWhere(reading);
		orderBy(reading);
		limit = readLimit(reading);
	});
	const mentioned = mentionsOf(reading).tables;
	return targetsOf(tables, set).map(({ table, columns }) => ({
		kind: "update",
		span,
		table,
		...where && { where },
		...limit !== void 0 && { limit },
		assignments: columns,
		reads: mentioned.filter((each) => !isSame(each, table))
	}));
}
/** FOR PORTION OF period FROM a TO b, of MariaDB. */
function portion(reading) {
	reading.cursor.name("a period");
	reading.cursor.expect("from");
	expression(reading);
	reading.cursor.expect("to");
	expression(reading);
}
/** `a = 1, t.b = DEFAULT` */
function assignments(reading) {
	const { cursor } = reading;
	const found = [];
	do {
		const { schema, name } = cursor.qualified("a column");
		if (!cursor.acceptOperator("=") && !cursor.acceptOperator(":=")) cursor.fail("`=` is missing");
		if (!cursor.accept("default") || cursor.markAt(cursor.at) === "(") expression(reading);
		found.push({
			...schema !== void 0 && { table: schema },
			column: name
		});
	} while (cursor.acceptMark(","));
	return found;
}
/** Which tables an UPDATE changes, with the columns that it sets: a column without its table may be of any of them. */
function targetsOf(tables, set) {
	const targets = tables.filter((each) => each.name !== void 0).map(({ name, alias }) => ({
		table: name,
		columns: set.filter((each) => each.table === void 0 || each.table === alias || each.table === name.name).map((each) => each.column)
	}));
	const changed = targets.filter((each) => each.columns.length > 0);
	return changed.length > 0 ? changed : targets.slice(0, 1);
}
function readDelete(cursor, span, reading = readingOf(cursor)) {
	cursor.expect("delete");
	while (cursor.accept("low_priority", "quick", "ignore", "history"));
	let targets = [];
	let where;
	let limit;
	inScope(reading, () => {
		const named = cursor.is("from") ? void 0 : targetList(cursor);
		cursor.expect("from");
		const using = named === void 0 && usesUsing(cursor) ? targetList(cursor) : void 0;
		if (using !== void 0) cursor.expect("using");
		const tables = tableReferences(reading);
		if (cursor.accept("for portion of")) portion(reading);
		if (cursor.accept("before system_time")) expression(reading);
		where = readWhere(reading);
		orderBy(reading);
		limit = readLimit(reading);
		const list = named ?? using;
		targets = list === void 0 ? tables.flatMap((each) => each.name ?? []) : list.map((each) => targetOf(each, tables));
	});
	returning(reading);
	const mentioned = mentionsOf(reading).tables;
	return targets.map((table) => ({
		kind: "delete",
		span,
		table,
		...where && { where },
		...limit !== void 0 && { limit },
		reads: mentioned.filter((each) => !isSame(each, table))
	}));
}
/** `a, b.*` */
function targetList(cursor) {
	const names = [];
	do {
		const path = [cursor.name("a table")];
		while (cursor.acceptMark(".")) if (!cursor.acceptOperator("*")) path.push(cursor.name());
		const [schema, name] = path.slice(-2);
		names.push(name === void 0 ? { name: schema } : {
			schema,
			name
		});
	} while (cursor.acceptMark(","));
	return names;
}
function usesUsing(cursor) {
	const ahead = cursor.over({
		from: cursor.at,
		to: cursor.end
	});
	if (!ahead.isName()) return false;
	targetList(ahead);
	return ahead.is("using");
}
/** The table of an alias. */
function targetOf(name, tables) {
	return name.schema === void 0 && tables.find((each) => each.alias === name.name)?.name || name;
}
function readWhere(reading) {
	const { cursor } = reading;
	if (!cursor.accept("where")) return void 0;
	const from = cursor.at;
	const tree = expression(reading);
	return {
		text: cursor.textOf({
			from,
			to: cursor.at
		}),
		tree
	};
}
/** MariaDB's RETURNING. */
function returning(reading) {
	const { cursor } = reading;
	if (!cursor.accept("returning")) return;
	do {
		if (!cursor.acceptOperator("*")) expression(reading);
		if (cursor.accept("as")) cursor.name();
	} while (cursor.acceptMark(","));
}
function isSame(a, b) {
	return a.name === b.name && a.schema === b.schema;
}

// src/sql/mysql/objects.ts
/** Behind CREATE [OR REPLACE]: `[UNIQUE | FULLTEXT | SPATIAL | VECTOR] INDEX name ON table (keys) \u2026` https://dev.mysql.com/doc/refman/9.5/en/create-index.html */
function readCreateIndex(cursor, span) {
	const clauses = {};
	if (cursor.accept("online")) clauses.lock = "none";
	const kind = cursor.accept("unique", "fulltext", "spatial", "vector") ?? "index";
	cursor.expect("index", "key");
	const ifNotExists = cursor.accept("if not exists") !== void 0;
	const name = cursor.name("an index");
	const found = { options: [] };
	readIndexOptions(cursor, found);
	cursor.expect("on");
	const table = cursor.qualified("a table");
	readWait(cursor, clauses);
	const elements = readKeys(cursor);
	do
		readIndexOptions(cursor, found);
	while (readClause(cursor, clauses));
	return [{
		kind: "create-index",
		span,
		table,
		index: indexOf(kind, name, elements, found),
		concurrently: false,
		...ifNotExists && { ifNotExists: true },
		...clausesOf(clauses)
	}];
}
/** Behind DROP INDEX. */
function readDropIndex(cursor, span) {
	const clauses = {};
	const ifExists = cursor.accept("if exists") !== void 0;
	const index = { name: cursor.name("an index") };
	cursor.expect("on");
	const table = cursor.qualified("a table");
	readWait(cursor, clauses);
	while (readClause(cursor, clauses));
	return [{
		kind: "drop-index",
		span,
		table,
		index,
		concurrently: false,
		...ifExists && { ifExists: true },
		...clausesOf(clauses)
	}];
}
/** Behind DROP [TEMPORARY] TABLE. */
function readDropTable(cursor, span) {
	const clauses = {};
	const ifExists = cursor.accept("if exists") !== void 0;
	const tables = cursor.qualifiedList("a table");
	readWait(cursor, clauses);
	cursor.accept("restrict", "cascade");
	return tables.map((table) => ({
		kind: "drop-table",
		span,
		table,
		...ifExists && { ifExists: true },
		...clausesOf(clauses)
	}));
}
/** Behind RENAME TABLE: one after the other, from left to right. */
function readRenameTable(cursor, span) {
	const ifExists = cursor.accept("if exists") !== void 0;
	const operations = [];
	do {
		const table = cursor.qualified("a table");
		const clauses = {};
		readWait(cursor, clauses);
		cursor.expect("to");
		const { schema, name } = cursor.qualified("the new name");
		operations.push({
			kind: "rename-table",
			span,
			table,
			...ifExists && { ifExists: true },
			to: name,
			...schema !== void 0 && { toSchema: schema },
			byStatement: true,
			...clausesOf(clauses)
		});
	} while (cursor.acceptMark(","));
	return operations;
}
/** Behind CREATE [OR REPLACE] [ALGORITHM = \u2026] [DEFINER = \u2026] [SQL SECURITY \u2026] VIEW, and behind ALTER \u2026 VIEW. */
function readView(cursor, span, replace) {
	const ifNotExists = cursor.accept("if not exists") !== void 0;
	const view = cursor.qualified("a view");
	if (cursor.markAt(cursor.at) === "(") cursor.parentheses();
	cursor.expect("as");
	const reading = readingOf(cursor);
	readQuery(reading);
	cursor.accept("with cascaded check option", "with local check option", "with check option");
	return [{
		kind: "create-view",
		span,
		view,
		materialized: false,
		...replace && { replace: true },
		...ifNotExists && { ifNotExists: true },
		withData: true,
		reads: mentionsOf(reading).columns
	}];
}
/** Behind DROP VIEW. */
function readDropView(cursor, span) {
	const ifExists = cursor.accept("if exists") !== void 0;
	const views = cursor.qualifiedList("a view");
	cursor.accept("restrict", "cascade");
	return views.map((view) => ({
		kind: "drop-view",
		span,
		view,
		materialized: false,
		...ifExists && { ifExists: true }
	}));
}
/** Behind CREATE [OR REPLACE] DATABASE. */
function readCreateDatabase(cursor, span) {
	const ifNotExists = cursor.accept("if not exists") !== void 0;
	const schema = cursor.name("a database");
	const options = databaseOptions(cursor);
	return [{
		kind: "create-schema",
		span,
		schema,
		...ifNotExists && { ifNotExists: true },
		...options.length > 0 && { options }
	}];
}
/** Behind ALTER DATABASE. */
function readAlterDatabase(cursor, span) {
	const schema = /^(?:character|charset|char|collate|default|encryption|read|comment)$/.test(cursor.wordAt(cursor.at)) ? void 0 : cursor.name("a database");
	const options = databaseOptions(cursor);
	return [{
		kind: "alter-schema-options",
		span,
		...schema !== void 0 && { schema },
		options
	}];
}
function databaseOptions(cursor) {
	const options = [];
	for (;;) {
		cursor.accept("default");
		if (cursor.accept("read only")) {
			cursor.acceptOperator("=");
			options.push({
				name: "read_only",
				value: cursor.raw(cursor.at++)
			});
		} else {
			const more = readTableOptions(cursor, false);
			if (more.length === 0) return options;
			options.push(...more);
		}
	}
}
/** Behind DROP DATABASE. */
function readDropDatabase(cursor, span) {
	const ifExists = cursor.accept("if exists") !== void 0;
	return [{
		kind: "drop-schema",
		span,
		schema: cursor.name("a database"),
		...ifExists && { ifExists: true },
		cascade: true
	}];
}
/** ANALYZE, OPTIMIZE, CHECK, CHECKSUM and REPAIR TABLE. */
function readMaintenance(cursor, span) {
	const command = cursor.wordAt(cursor.at++);
	cursor.accept("no_write_to_binlog", "local");
	cursor.expect("table", "tables", "view");
	const tables = cursor.qualifiedList("a table");
	cursor.at = cursor.end;
	if (command === "optimize") return tables.map((table) => ({
		kind: "optimize",
		span,
		table
	}));
	if (command === "analyze") return tables.map((table) => ({
		kind: "analyze",
		span,
		table
	}));
	return [{
		kind: "other",
		span,
		command: `${command.toUpperCase()} TABLE`,
		tables
	}];
}
/** MariaDB's sequences, behind CREATE [OR REPLACE], ALTER and DROP. */
function readSequence(cursor, span, what) {
	cursor.accept("temporary");
	cursor.expect("sequence");
	const conditional = cursor.accept("if not exists", "if exists");
	if (what === "drop") return cursor.qualifiedList("a sequence").map((sequence) => ({
		kind: "drop-sequence",
		span,
		sequence,
		...conditional && { ifExists: true }
	}));
	const sequence = cursor.qualified("a sequence");
	cursor.at = cursor.end;
	if (what === "alter") return [{
		kind: "alter-sequence",
		span,
		sequence,
		...conditional && { ifExists: true }
	}];
	return [{
		kind: "create-sequence",
		span,
		sequence,
		...conditional && { ifNotExists: true }
	}];
}

// src/sql/mysql/program.ts
/** CREATE PROCEDURE, FUNCTION, TRIGGER and EVENT, from CREATE on; undefined where it makes something else. */
function readProgram(cursor, span) {
	const ahead = cursor.over({
		from: cursor.at,
		to: cursor.end
	});
	ahead.expect("create");
	const replace = ahead.accept("or replace") !== void 0;
	skipDefiner(ahead);
	ahead.accept("aggregate");
	const kind = ahead.accept("procedure", "function", "trigger", "event");
	if (kind === void 0) return void 0;
	const start = cursor.at;
	cursor.at = ahead.at;
	cursor.accept("if not exists");
	const name = cursor.qualified(`a ${kind}`);
	const { body, at } = readBody(cursor, start);
	if (kind === "event") {
		cursor.at = cursor.end;
		return { operations: [{
			kind: "other",
			span,
			command: "CREATE EVENT",
			tables: []
		}] };
	}
	if (kind === "trigger") {
		cursor.expect("before", "after");
		do {
			cursor.expect("insert", "update", "delete");
			if (cursor.accept("of")) cursor.qualifiedList("a column");
		} while (cursor.accept("or"));
		cursor.expect("on");
		const table = cursor.qualified("a table");
		cursor.at = cursor.end;
		return { operations: [{
			kind: "create-trigger",
			span,
			table,
			trigger: name.name,
			row: true,
			...replace && { replace: true }
		}] };
	}
	const parameters = body === void 0 ? [] : readParameters(cursor);
	const deterministic = cursor.over({
		from: cursor.at,
		to: at
	});
	let volatility = "volatile";
	for (; !deterministic.done; deterministic.at++) if (deterministic.accept("not deterministic")) deterministic.at--;
	else if (deterministic.is("deterministic")) volatility = "immutable";
	cursor.at = cursor.end;
	return {
		operations: [{
			kind: "create-function",
			span,
			function: name,
			parameters: parameters.map((each) => each.type),
			volatility,
			...kind === "procedure" && { procedure: true },
			...replace && { replace: true }
		}],
		...kind === "procedure" && body !== void 0 && { procedure: {
			name: name.name.toLowerCase(),
			parameters: parameters.map((each) => each.name),
			body,
			cursor
		} }
	};
}
/** @param at where the statement begins */
function readBody(cursor, at) {
	const body = bodyOf(cursor.over({
		from: at,
		to: cursor.end
	}));
	if (body === void 0) return { at: cursor.end };
	const inner = cursor.over({
		from: body,
		to: cursor.end
	});
	const block = readBlock(inner);
	inner.finish();
	return {
		body: block,
		at: body
	};
}
/** `(IN a INT, OUT b TEXT)` */
function readParameters(cursor) {
	return cursor.parts(cursor.parentheses()).map((part) => {
		const own = cursor.over(part);
		own.accept("inout", "out", "in");
		const name = own.name("a parameter");
		const type = readTypeName(own);
		if (own.accept("collate")) own.name();
		if (own.accept("default")) own.at = own.end;
		own.finish();
		return {
			name: name.toLowerCase(),
			type
		};
	});
}

// src/sql/mysql/session.ts
/** Transactions, variables and locks. https://dev.mysql.com/doc/refman/9.5/en/sql-transactional-statements.html */
/** Undefined where the statement begins no transaction and ends none. */
function readTransaction(cursor, span) {
	const transaction = (action, chain = false) => [{
		kind: "transaction",
		span,
		action,
		...chain && { chain: true }
	}];
	if (cursor.accept("start transaction")) {
		do
			cursor.accept("with consistent snapshot", "read write", "read only");
		while (cursor.acceptMark(","));
		return transaction("begin");
	}
	if (cursor.is("begin") && !cursor.is("not", cursor.at + 1)) {
		cursor.at++;
		cursor.accept("work");
		return transaction("begin");
	}
	const end = cursor.accept("commit", "rollback");
	if (end !== void 0) {
		cursor.accept("work");
		if (end === "rollback" && cursor.accept("to")) {
			cursor.accept("savepoint");
			cursor.name("a savepoint");
			return transaction("rollback to");
		}
		const chain = cursor.accept("and chain", "and no chain") === "and chain";
		cursor.accept("no release", "release");
		return transaction(end, chain);
	}
	if (cursor.accept("savepoint")) {
		cursor.name("a savepoint");
		return transaction("savepoint");
	}
	if (cursor.accept("release savepoint")) {
		cursor.name("a savepoint");
		return transaction("release");
	}
}
/** SET: one operation for each variable. */
function readSet(cursor, span) {
	cursor.expect("set");
	const names = cursor.accept("names", "character set", "charset");
	if (names !== void 0) {
		const value = cursor.isString() ? cursor.string() : cursor.name();
		if (cursor.accept("collate")) cursor.at++;
		return [{
			kind: "set-variable",
			span,
			name: names === "names" ? "names" : "character_set",
			value: [value]
		}];
	}
	if (cursor.accept("password", "role", "default role", "resource group")) return account(cursor, span);
	if (cursor.is("transaction") || cursor.is("transaction", cursor.at + 1)) {
		const global = cursor.accept("global") !== void 0;
		cursor.accept("session", "local");
		cursor.expect("transaction");
		const from = cursor.at;
		cursor.at = cursor.end;
		return [{
			kind: "set-variable",
			span,
			name: "transaction",
			value: [cursor.textOf({
				from,
				to: cursor.end
			}).toLowerCase()],
			...global && { global: true }
		}];
	}
	const operations = [];
	do
		operations.push(assignment(cursor, span));
	while (cursor.acceptMark(","));
	return operations;
}
/** Behind SET STATEMENT, of MariaDB: what holds for the statement behind FOR alone. */
function readSetStatement(cursor, span) {
	const operations = [];
	do
		operations.push({
			...assignment(cursor, span),
			local: true
		});
	while (cursor.acceptMark(","));
	cursor.expect("for");
	return operations;
}
function account(cursor, span) {
	cursor.at = cursor.end;
	return [{
		kind: "other",
		span,
		command: "SET",
		tables: []
	}];
}
/** `[GLOBAL | SESSION] name = value`, `@name := value` */
function assignment(cursor, span) {
	const scope = cursor.accept("global", "persist_only", "persist", "session", "local");
	let name = cursor.kindAt(cursor.at) === 4 ? cursor.raw(cursor.at++) : cursor.name("a variable");
	while (cursor.acceptMark(".")) name += `.${cursor.name()}`;
	if (!cursor.acceptOperator("=") && !cursor.acceptOperator(":=")) cursor.fail("`=` is missing");
	const from = cursor.at;
	const value = readValue(cursor);
	const plain = name.toLowerCase().replace(/^@@(?:session\.|local\.)?/, "");
	const [, outer, rest] = /^(global|persist|persist_only)\.(.*)$/.exec(plain) ?? [];
	const global = scope !== void 0 && /^(?:global|persist)/.test(scope) || outer !== void 0;
	if (cursor.at === from) cursor.fail("a value is missing");
	return {
		kind: "set-variable",
		span,
		name: rest ?? plain.replaceAll("`", ""),
		...value !== void 0 && { value: [value] },
		...global && { global: true }
	};
}
/** A plain value; undefined for DEFAULT and for any other expression. */
function readValue(cursor) {
	const next = cursor.at + 1;
	if ((next >= cursor.end || cursor.markAt(next) === ",") && cursor.isName() && !cursor.isString()) {
		const word = cursor.name();
		return word.toLowerCase() === "default" ? void 0 : word;
	}
	const { kind, ...node } = expression(readingOf(cursor));
	return kind === "constant" ? node.value : void 0;
}
/** LOCK TABLES: one operation for each. */
function readLockTables(cursor, span) {
	const operations = [];
	do {
		const table = cursor.qualified("a table");
		if (cursor.accept("as")) cursor.name();
		else if (!cursor.is("read") && !cursor.is("write") && !cursor.is("low_priority")) cursor.name();
		const mode = cursor.expect("read local", "read", "low_priority write", "write concurrent", "write");
		operations.push({
			kind: "lock-table",
			span,
			table,
			mode: mode.includes("write") ? "WRITE" : "READ"
		});
	} while (cursor.acceptMark(","));
	if (cursor.accept("nowait")) return operations;
	if (cursor.accept("wait")) cursor.number();
	return operations;
}

// src/sql/mysql/statement.ts
/** Reads a statement whole. @throws Unreadable */
function readStatement(session, cursor, span) {
	if (cursor.is("alter") && isAlterTable(cursor)) {
		const { operations, unknown } = readAlterTable(cursor, span);
		const [first, ...more] = unknown;
		if (first === void 0) return { operations };
		const others = more.length === 0 ? "" : ` (and ${more.length} more ${more.length === 1 ? "action" : "actions"} of this statement)`;
		return {
			operations,
			unreadable: {
				message: `${first.message}${others}`,
				span: first.span
			}
		};
	}
	if (cursor.accept("set statement")) {
		const settings = readSetStatement(cursor, span);
		const { operations, ...rest } = readStatement(session, cursor, span);
		return {
			operations: [...settings, ...operations],
			...rest
		};
	}
	const operations = read(session, cursor, span);
	cursor.finish();
	return { operations };
}
function isAlterTable(cursor) {
	let at = cursor.at + 1;
	while (cursor.is("online", at) || cursor.is("ignore", at)) at++;
	return cursor.is("table", at);
}
function read(session, cursor, span) {
	const run = runStatement(session, cursor, span);
	if (run !== void 0) return run;
	const transaction = readTransaction(cursor, span);
	if (transaction !== void 0) return transaction;
	switch (cursor.wordAt(cursor.at)) {
		case "create": return readCreate(session, cursor, span);
		case "alter": return readAlter(cursor, span);
		case "drop": return readDrop(cursor, span);
		case "rename":
			if (cursor.accept("rename table", "rename tables")) return readRenameTable(cursor, span);
			return other(cursor, span);
		case "truncate":
			cursor.at++;
			cursor.accept("table");
			return readTruncate(cursor, span);
		case "insert":
		case "replace": return readInsert(cursor, span);
		case "update": return readUpdate(cursor, span);
		case "delete": return readDelete(cursor, span);
		case "select":
		case "values":
		case "table":
		case "": return readSelect(cursor, span);
		case "with": return readWithStatement(cursor, span);
		case "set": return readSet(cursor, span);
		case "use":
			cursor.at++;
			return [{
				kind: "use-schema",
				span,
				schema: cursor.name("a database")
			}];
		case "lock":
			if (cursor.accept("lock tables", "lock table")) return readLockTables(cursor, span);
			return other(cursor, span);
		case "load": return readLoad(cursor, span);
		case "do": return readDo(cursor, span);
		case "begin": {
			const block = readBlock(cursor);
			const operations = runBlock(session, block, cursor, span);
			return operations.length > 0 ? operations : [{
				kind: "other",
				span,
				command: "BEGIN NOT ATOMIC",
				tables: []
			}];
		}
		case "analyze":
		case "optimize":
		case "check":
		case "checksum":
		case "repair": return readMaintenance(cursor, span);
		case "flush": return readFlush(cursor, span);
		case "explain":
		case "describe":
		case "desc":
			cursor.at = cursor.end;
			return [{
				kind: "other",
				span,
				command: "EXPLAIN",
				tables: []
			}];
		default: return other(cursor, span);
	}
}
function readTruncate(cursor, span) {
	const table = cursor.qualified("a table");
	if (cursor.accept("wait")) cursor.number();
	else cursor.accept("nowait");
	return [{
		kind: "truncate",
		span,
		table
	}];
}
/** LOAD DATA and LOAD XML; what the file holds is not seen. */
function readLoad(cursor, span) {
	if (!cursor.accept("load data", "load xml")) return other(cursor, span);
	while (!cursor.accept("into table")) {
		if (cursor.done) cursor.fail("INTO TABLE is missing");
		cursor.at++;
	}
	const table = cursor.qualified("a table");
	cursor.at = cursor.end;
	return [{
		kind: "copy",
		span,
		table,
		writes: true
	}];
}
/** DO evaluates expressions, for what they do. */
function readDo(cursor, span) {
	cursor.expect("do");
	const reading = readingOf(cursor);
	do
		expression(reading);
	while (cursor.acceptMark(","));
	const { tables, locks, calls } = mentionsOf(reading);
	return [{
		kind: "select",
		span,
		reads: tables,
		locks,
		calls
	}];
}
function readCreate(session, cursor, span) {
	const program = readProgram(cursor, span);
	if (program !== void 0) {
		if (program.procedure !== void 0) session.procedures.set(program.procedure.name, program.procedure);
		return program.operations;
	}
	const start = cursor.at;
	cursor.expect("create");
	const replace = cursor.accept("or replace") !== void 0;
	if (viewFollows(cursor)) return readView(cursor, span, replace);
	const temporary = cursor.accept("temporary") !== void 0;
	if (cursor.accept("table")) return [readCreateTable(cursor, { span }, {
		replace,
		temporary
	})];
	if (temporary) cursor.at--;
	const word = cursor.wordAt(cursor.at);
	if (word === "sequence" || word === "temporary") return readSequence(cursor, span, "create");
	if (/^(?:index|unique|fulltext|spatial|vector|online)$/.test(word)) return readCreateIndex(cursor, span);
	if (cursor.accept("database", "schema")) return readCreateDatabase(cursor, span);
	cursor.at = start;
	return other(cursor, span);
}
/** ALGORITHM, DEFINER and SQL SECURITY, and VIEW behind them; moves behind them if it is one. */
function viewFollows(cursor) {
	const start = cursor.at;
	if (cursor.accept("algorithm")) {
		cursor.acceptOperator("=");
		cursor.at++;
	}
	skipDefiner(cursor);
	if (cursor.accept("sql security")) cursor.at++;
	if (cursor.accept("view")) return true;
	cursor.at = start;
	return false;
}
function readAlter(cursor, span) {
	const start = cursor.at;
	cursor.expect("alter");
	if (cursor.accept("database", "schema")) return readAlterDatabase(cursor, span);
	if (viewFollows(cursor)) return readView(cursor, span, true);
	if (cursor.is("sequence")) return readSequence(cursor, span, "alter");
	if (cursor.accept("procedure", "function")) {
		const name = cursor.qualified();
		cursor.at = cursor.end;
		return [{
			kind: "alter-function",
			span,
			function: name
		}];
	}
	cursor.at = start;
	return other(cursor, span);
}
function readDrop(cursor, span) {
	const start = cursor.at;
	cursor.expect("drop");
	const ifExists = () => cursor.accept("if exists") ? { ifExists: true } : {};
	if (cursor.accept("table", "tables", "temporary table", "temporary tables")) return readDropTable(cursor, span);
	if (cursor.accept("index", "online index")) return readDropIndex(cursor, span);
	if (cursor.accept("view")) return readDropView(cursor, span);
	if (cursor.accept("database", "schema")) return readDropDatabase(cursor, span);
	if (cursor.is("sequence") || cursor.is("temporary sequence")) return readSequence(cursor, span, "drop");
	if (cursor.accept("procedure", "function")) {
		const given = ifExists();
		return [{
			kind: "drop-function",
			span,
			function: cursor.qualified(),
			...given
		}];
	}
	if (cursor.accept("trigger")) {
		ifExists();
		const { name } = cursor.qualified("a trigger");
		return [{
			kind: "other",
			span,
			command: "DROP TRIGGER",
			tables: [],
			hanging: {
				name,
				columns: []
			}
		}];
	}
	if (cursor.accept("prepare")) {
		cursor.name();
		return [{
			kind: "other",
			span,
			command: "DROP PREPARE",
			tables: []
		}];
	}
	cursor.at = start;
	return other(cursor, span);
}
/** Statements that change no table, by what they begin with. https://dev.mysql.com/doc/refman/9.5/en/sql-statements.html */
const others = [
	"alter event",
	"alter instance",
	"alter library",
	"alter logfile group",
	"alter resource group",
	"alter server",
	"alter tablespace",
	"alter undo tablespace",
	"alter user",
	"backup lock",
	"backup stage",
	"backup unlock",
	"binlog",
	"cache index",
	"change master",
	"change replication",
	"clone",
	"close",
	"create library",
	"create logfile group",
	"create package",
	"create resource group",
	"create role",
	"create server",
	"create spatial reference system",
	"create tablespace",
	"create undo tablespace",
	"create user",
	"create function",
	"deallocate prepare",
	"drop event",
	"drop library",
	"drop logfile group",
	"drop package",
	"drop resource group",
	"drop role",
	"drop server",
	"drop spatial reference system",
	"drop tablespace",
	"drop undo tablespace",
	"drop user",
	"get diagnostics",
	"grant",
	"handler",
	"help",
	"install",
	"kill",
	"lock instance",
	"purge",
	"rename user",
	"reset",
	"restart",
	"resignal",
	"revoke",
	"show",
	"shutdown",
	"signal",
	"start replica",
	"start slave",
	"start group_replication",
	"stop replica",
	"stop slave",
	"stop group_replication",
	"uninstall",
	"unlock instance",
	"unlock tables",
	"unlock table",
	"xa"
];
/** FLUSH TABLES with names, for what it does to them; any other FLUSH. */
function readFlush(cursor, span) {
	cursor.expect("flush");
	cursor.accept("no_write_to_binlog", "local");
	const tables = cursor.accept("tables", "table") && cursor.isName() && !cursor.is("with") ? cursor.qualifiedList("a table") : [];
	const held = cursor.accept("for export", "with read lock") !== void 0;
	cursor.at = cursor.end;
	return [{
		kind: "other",
		span,
		command: tables.length === 0 ? "FLUSH" : held ? "FLUSH TABLES FOR EXPORT" : "FLUSH TABLES",
		tables
	}];
}
function other(cursor, span) {
	const start = cursor.at;
	const withoutReplace = cursor.is("create or replace") ? {
		from: cursor.at + 2,
		to: cursor.end
	} : void 0;
	const words = withoutReplace === void 0 ? cursor : cursor.over(withoutReplace);
	const command = others.find((each) => {
		const [first = "", ...rest] = each.split(" ");
		return withoutReplace === void 0 ? cursor.is(each) : first === "create" && words.is(rest.join(" "), words.at + 1);
	});
	if (command === void 0) {
		cursor.at = start;
		cursor.fail("unknown statement");
	}
	cursor.at = cursor.end;
	return [{
		kind: "other",
		span,
		command: command.toUpperCase(),
		tables: []
	}];
}

// src/sql/mysql/reader.ts
/**
* The reader of MySQL and MariaDB. DDL is read from its tokens, by the manual's grammar; so are expressions and queries, as far as operations need
* them. What is not known is an unreadable statement; of an ALTER TABLE, only the action.
*/
function mysqlReader(dialect) {
	return {
		name: dialect.server,
		read: (text, sections) => readFile(dialect, text, sections),
		readExpression: (text) => readExpression(dialect, text)
	};
}
function readFile(dialect, text, sections) {
	const whole = {
		start: 0,
		end: text.length
	};
	if (text.length > limits.fileBytes || Buffer.byteLength(text) > limits.fileBytes) return {
		statements: [unread(whole, whole, `the file is larger than ${limits.fileBytes / 1024 / 1024} MB`)],
		comments: []
	};
	const lexed = lex(text, dialect, sections);
	const pieces = split(lexed);
	if (pieces.length > limits.statements) return {
		statements: [unread(whole, whole, `the file has more than ${limits.statements} statements`)],
		comments: lexed.comments
	};
	const session = sessionOf(dialect);
	return {
		statements: withVersionedComments(pieces.map((piece) => statementOf(session, lexed, piece)), lexed),
		comments: lexed.comments
	};
}
/** A statement that stands alone in a versioned comment goes with its signs: `/*!50003 DROP TABLE t *\/;`. */
function withVersionedComments(statements, { versioned }) {
	const comments = versioned.toSorted((a, b) => a.start - b.start);
	let next = 0;
	return statements.map((statement, i) => {
		const { span, fullSpan } = statement;
		const before = statements[i - 1]?.fullSpan.end ?? 0;
		while (next < comments.length && comments[next].start < before) next++;
		const comment = comments[next];
		const follows = statements[i + 1]?.span.start ?? Number.POSITIVE_INFINITY;
		if (comment === void 0 || comment.start > span.start || comment.end < span.end || comment.end > follows) return statement;
		return {
			...statement,
			fullSpan: {
				start: comment.start,
				end: Math.max(fullSpan.end, comment.end)
			}
		};
	});
}
function sessionOf(dialect) {
	const session = newSession({
		readStatement: (cursor, span) => known(() => readStatement(session, cursor, span), span),
		readText(text, span) {
			const lexed = lex(text, dialect);
			const place = () => span;
			const pieces = split(lexed);
			session.left -= pieces.length;
			return pieces.flatMap(({ first, end, broken, depth }) => {
				const refused = broken?.message ?? refusal(lexed, first, end, depth);
				if (refused !== void 0) return [dynamic(span, refused)];
				const cursor = new Cursor({
					text,
					tokens: lexed.tokens,
					place
				}, {
					from: first,
					to: end
				});
				return known(() => readStatement(session, cursor, span), span);
			});
		}
	});
	return session;
}
/** What is run by way of another statement and cannot be read is not known to do nothing. */
function known(read, span) {
	try {
		const { operations, unreadable } = read();
		return unreadable === void 0 ? operations : [...operations, dynamic(span, unreadable.message)];
	} catch (error) {
		if (error instanceof Unreadable) return [dynamic(span, error.message)];
		throw error;
	}
}
const dynamic = (span, why) => ({
	kind: "dynamic-sql",
	span,
	reason: `what it runs cannot be read: ${why}`
});
function statementOf(session, lexed, { first, end, depth, broken }) {
	const { tokens, text } = lexed;
	const span = {
		start: tokens.starts[first],
		end: tokens.ends[end - 1]
	};
	const semicolon = tokens.kinds[end] === 6 ? tokens.starts[end] : void 0;
	const fullSpan = semicolon === void 0 ? span : {
		start: span.start,
		end: semicolon + 1
	};
	if (broken !== void 0) return {
		...unread(span, fullSpan, broken.message),
		unreadable: broken
	};
	const refused = refusal(lexed, first, end, depth);
	if (refused !== void 0) return unread(span, fullSpan, refused);
	const cursor = new Cursor({
		text,
		tokens,
		place: (each) => each
	}, {
		from: first,
		to: end
	});
	try {
		const { operations, unreadable } = readStatement(session, cursor, span);
		return {
			span,
			fullSpan,
			operations,
			...unreadable && { unreadable }
		};
	} catch (error) {
		if (error instanceof Unreadable) return {
			span,
			fullSpan,
			operations: [],
			unreadable: {
				message: error.message,
				span: error.span
			}
		};
		if (error instanceof RangeError) return unread(span, fullSpan, "the statement is nested too deeply");
		throw error;
	}
}
function unread(span, fullSpan, message) {
	return {
		span,
		fullSpan,
		operations: [],
		unreadable: {
			message,
			span
		}
	};
}
/** What no server reads, or no reader should: halves of surrogate pairs, and what nests too deeply. */
const hostile = /[\0\p{Surrogate}]/u;
function refusal({ text, tokens, unterminated }, first, end, depth) {
	const start = tokens.starts[first];
	const last = tokens.ends[end - 1];
	if (unterminated !== void 0 && unterminated.start < last && unterminated.start >= start) return `unterminated ${unterminated.what}`;
	const found = hostile.exec(text.slice(start, last));
	if (found !== null) return `the statement holds ${found[0] === "\0" ? "a NUL character" : "half of a surrogate pair"}`;
	return depth > limits.expressionDepth ? `parentheses are nested deeper than ${limits.expressionDepth}` : void 0;
}
/** The expression of `-- lockstep: backfill t.c = <expression>`, printed from its tokens. It is read inside parentheses, as it will stand. */
function readExpression(dialect, text) {
	if (text.length > limits.fileBytes) return { refused: "it is too long" };
	const sql = `(${text}\n)`;
	const lexed = lex(sql, dialect);
	const { kinds, starts, ends } = lexed.tokens;
	const last = kinds.length - 1;
	const { unterminated } = lexed;
	if (unterminated !== void 0) return { refused: `unterminated ${unterminated.what}` };
	if (last === 1) return { refused: "there is no expression" };
	const [piece, ...more] = split(lexed);
	if (piece === void 0 || more.length > 0 || piece.first !== 0 || piece.end !== kinds.length) return { refused: "it is more than one statement" };
	const refused = refusal(lexed, 0, kinds.length, piece.depth);
	if (refused !== void 0) return { refused };
	try {
		const cursor = new Cursor({
			text: sql,
			tokens: lexed.tokens,
			place: (each) => each
		}, {
			from: 0,
			to: kinds.length
		});
		if (cursor.closing(0) !== last) return { refused: "it is not one expression" };
		const { tree } = expressionIn(cursor, {
			from: 1,
			to: last
		});
		const why = notOverTheRow(tree);
		if (why !== void 0) return { refused: why };
		const printed = printTokens(sql, {
			starts: starts.slice(1, last),
			ends: ends.slice(1, last)
		});
		return {
			expression: {
				text: text.trim(),
				tree
			},
			printed
		};
	} catch (error) {
		if (error instanceof Unreadable) return { refused: error.message };
		if (error instanceof RangeError) return { refused: "it is nested too deeply" };
		throw error;
	}
}

export { mysqlReader };