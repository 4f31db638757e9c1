import "./rolldown-runtime.js";
import { limits, partsOf, printTokens } from "./core.js";
import { Cursor, Unreadable, bareExpression, expression, expressionIn, inScope, indexOf, lex, orderBy, readColumn, readConstraint, readConstraintName, readIndexDefinition, readIndexKind, readIndexOptions, readKeys, readLimit, readPosition, readQuery, readTypeName, readWith, readingOf, startsQuery, tableReferences } from "./sql-mysql-cursor.js";

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

// src/sql/mysql/add.ts
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
	const found = readConstraint(cursor, start, named?.name);
	if (found !== void 0) {
		const { constraint, ifNotExists } = found;
		return [{
			...base,
			kind: "add-constraint",
			constraint,
			...(ifNotExists || named?.ifNotExists) && { ifNotExists: true }
		}];
	}
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
		const constraint = readConstraint(own, part.from, named?.name)?.constraint;
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
	if (cursor.is("nowait") || cursor.is("wait")) cursor.note("WAIT");
	if (cursor.accept("nowait")) found.wait = 0;
	else if (cursor.accept("wait")) found.wait = cursor.number("a number of seconds");
}
function clausesOf(found) {
	return Object.keys(found).length > 0 ? { clauses: found } : {};
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
	if (name === "type") cursor.note("TYPE for ENGINE");
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
		const ifNotExists = cursor.accept("if not exists") !== void 0 && { ifNotExists: true };
		if (cursor.accept("partitions")) return action("add", {
			count: cursor.number(),
			...ifNotExists
		});
		return action("add", {
			definitions: readPartitionDefinitions(cursor),
			...ifNotExists
		});
	}
	if (cursor.is("drop partition")) {
		cursor.at += 2;
		const partitionIfExists = cursor.accept("if exists") !== void 0 && { partitionIfExists: true };
		return action("drop", {
			partitions: names(),
			...partitionIfExists
		});
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
		if (cursor.accept("with validation", "without validation")) cursor.note("WITH VALIDATION of a partition");
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
	while (!cursor.accept("table")) if (cursor.accept("online")) {
		clauses.lock = "none";
		cursor.note("ALTER ONLINE TABLE");
	} else if (cursor.accept("ignore")) clauses.ignore = true;
	else cursor.fail("TABLE is missing");
	const ifExists = cursor.accept("if exists") !== void 0;
	const table = cursor.qualified("a table");
	readWait(cursor, clauses);
	const base = {
		span,
		table,
		...ifExists && { ifExists: true }
	};
	const head = cursor.takeNotes();
	const operations = [];
	const unknown = [];
	while (!cursor.done) {
		const from = cursor.at;
		if (operations.length === 0) for (const each of head.words ?? []) cursor.note(each);
		try {
			if (operations.length > 0 && isPartitioning(cursor) && cursor.markAt(from - 1) === ",") cursor.note("a comma before PARTITION BY");
			const isClause = readClause(cursor, clauses);
			const read = isClause ? [] : readActions(cursor, base);
			const to = cursor.at;
			if (!cursor.done && !(isClause && isPartitioning(cursor))) cursor.expectMark(",");
			const own = cursor.spanOf({
				from,
				to
			});
			const words = cursor.takeNotes();
			operations.push(...read.map((each) => ({
				...each,
				...words,
				...each.span === span && { span: own }
			})));
		} catch (error) {
			if (!(error instanceof Unreadable)) throw error;
			cursor.takeNotes();
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
		...head,
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
	while (isPartitioning(cursor)) operations.push(...readAction(cursor, base));
	return operations;
}
const isPartitioning = (cursor) => cursor.is("partition by") || cursor.is("remove partitioning");
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
		const indexIfExists = cursor.accept("if exists") !== void 0;
		const index = cursor.name("an index");
		const state = cursor.expect("visible", "invisible", "not ignored", "ignored");
		cursor.note(state.endsWith("ignored") ? "IGNORED" : "INVISIBLE of an index");
		const visible = state === "visible" || state === "not ignored";
		return {
			...base,
			kind: "set-index-visibility",
			index,
			visible,
			...indexIfExists && { indexIfExists: true }
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
	const columnIfExists = cursor.accept("if exists") !== void 0;
	const on = {
		...base,
		column: cursor.name("a column"),
		...columnIfExists && { columnIfExists: true }
	};
	if (cursor.accept("drop default")) return {
		...on,
		kind: "drop-default"
	};
	const visible = cursor.accept("set visible", "set invisible");
	if (visible !== void 0) return {
		...on,
		kind: "set-column-visibility",
		visible: visible === "set visible"
	};
	cursor.expect("set default");
	return {
		...on,
		kind: "set-default",
		expression: expressionIn(cursor, bareExpression(cursor))
	};
}
function readRename(cursor, base) {
	const part = cursor.accept("column", "index", "key");
	if (part !== void 0 && !cursor.done) {
		const ifExists = cursor.accept("if exists") !== void 0;
		const name = cursor.name();
		cursor.expect("to");
		const to = cursor.name("the new name");
		if (part === "column") return {
			...base,
			kind: "rename-column",
			column: name,
			to,
			...ifExists && { columnIfExists: true }
		};
		return {
			span: base.span,
			table: base.table,
			kind: "rename-index",
			index: { name },
			to,
			...ifExists && { ifExists: true }
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
	const constraint = readConstraint(cursor, from, named?.name)?.constraint;
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
	return targetsOf(tables, set).map(({ table, alias, columns, joinedOn }) => ({
		kind: "update",
		span,
		table,
		...alias !== table.name && { alias },
		...where && { where },
		...joinedOn.length > 0 && { joinedOn },
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
	const targets = tables.filter((each) => each.name !== void 0).map(({ name, alias, joinedOn }) => ({
		table: name,
		alias,
		joinedOn,
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
		targets = list === void 0 ? tables.flatMap(({ name, alias, joinedOn }) => name === void 0 ? [] : [{
			table: name,
			alias,
			joinedOn
		}]) : list.map((each) => targetOf(each, tables));
	});
	returning(reading);
	const mentioned = mentionsOf(reading).tables;
	return targets.map(({ table, alias, joinedOn }) => ({
		kind: "delete",
		span,
		table,
		...alias !== table.name && { alias },
		...where && { where },
		...joinedOn.length > 0 && { joinedOn },
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
/** The table of an alias, or of a name. */
function targetOf(name, tables) {
	const found = tables.find((each) => name.schema === void 0 ? each.alias === name.name : each.name && isSame(each.name, name));
	return {
		table: found?.name ?? name,
		alias: found?.alias ?? name.name,
		joinedOn: found?.joinedOn ?? []
	};
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
function readCreateIndex(cursor, span, replace) {
	const clauses = {};
	if (replace) cursor.note("CREATE OR REPLACE INDEX");
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
	readWait(cursor, clauses);
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
	while (readClause(cursor, clauses)) cursor.note("DROP INDEX \u2026 ALGORITHM");
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
	readWait(cursor, {});
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
	const words = cursor.takeNotes();
	return { operations: words.words === void 0 ? operations : operations.map((each) => ({
		...each,
		...words
	})) };
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
	const clauses = {};
	readWait(cursor, clauses);
	return [{
		kind: "truncate",
		span,
		table,
		...clausesOf(clauses)
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
	if (/^(?:index|unique|fulltext|spatial|vector|online)$/.test(word)) return readCreateIndex(cursor, span, replace);
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