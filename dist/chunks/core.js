import { n as __require, r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";
import { dirname, isAbsolute, join as join$1, relative, resolve as resolve$1, sep } from "node:path";
import { closeSync, constants, existsSync, fstatSync, lstatSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { isUtf8 } from "node:buffer";

// src/cli/io.ts
/** The process's own. Its streams are opened when they are first used: each costs a millisecond, and most runs need only one. */
function processIo() {
	return {
		cwd: process.cwd(),
		env: process.env,
		stdout: outputOf(() => process.stdout),
		stderr: outputOf(() => process.stderr),
		async stdin() {
			const chunks = [];
			for await (const chunk of process.stdin) chunks.push(chunk);
			return Buffer.concat(chunks);
		}
	};
}
function outputOf(stream) {
	let guarded = false;
	return {
		get isTTY() {
			return stream().isTTY === true;
		},
		get columns() {
			return stream().columns;
		},
		write(text) {
			const to = stream();
			if (!guarded) to.on("error", (error) => {
				if (error.code === "EPIPE") return;
				if (to !== process.stderr) process.stderr.write(`lockstep: cannot write: ${error.message}\n`);
				process.exit(2);
			});
			guarded = true;
			to.write(text);
		}
	};
}

// src/problem.ts
/**
* A trouble that is expected (bad input, bad configuration, a missing permission): one clear line that names
* the file, the line and what to do. Everything else that is thrown is a bug and is shown as one.
*/
var Problem = class extends Error {
	name = "Problem";
	path;
	line;
	constructor(message, where = {}) {
		super(message);
		this.path = where.path;
		this.line = where.line;
	}
	/** `migrations/0007.sql:3: message`, without line breaks or control characters. */
	get oneLine() {
		return `${this.path === void 0 ? "" : this.line === void 0 ? `${this.path}: ` : `${this.path}:${this.line}: `}${this.message}`.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
	}
};

// src/config/nearest.ts
/** ` (did you mean \`x\`?)` for the candidate nearest to what was written, or nothing where none is near. */
function didYouMean(written, candidates) {
	const found = nearest(written, candidates);
	return found === void 0 ? "" : ` (did you mean \`${found}\`?)`;
}
/** The candidate that is fewest edits away: at most a third of its length, the first of equals. */
function nearest(written, candidates) {
	if (written.length > 64) return void 0;
	let best;
	let least = Number.POSITIVE_INFINITY;
	for (const candidate of candidates) {
		const edits = distance(written.toLowerCase().replaceAll("_", "-"), candidate);
		if (edits < least && edits <= Math.max(1, Math.floor(candidate.length / 3))) [best, least] = [candidate, edits];
	}
	return best;
}
/** How many letters must be added, taken away, replaced or swapped with their neighbour (`chekc`) to make one word the other. */
function distance(a, b) {
	let before = [];
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const replaced = at$1(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at$1(before, j - 2) + 1 : replaced;
			next[j] = Math.min(at$1(next, j - 1) + 1, at$1(row, j) + 1, replaced, swapped);
		}
		[before, row] = [row, next];
	}
	return at$1(row, b.length);
}
function at$1(row, i) {
	return row[i];
}

// src/cli/arguments.ts
const commands = [
	"check",
	"explain",
	"plan",
	"rules"
];
const { parseArgs } = process.getBuiltinModule("node:util");
const formats = ["text", "json"];
const failOns = [
	"error",
	"warning",
	"never"
];
const options = {
	engine: { type: "string" },
	schema: { type: "string" },
	history: {
		type: "string",
		multiple: true
	},
	"no-history": { type: "boolean" },
	base: { type: "string" },
	together: { type: "boolean" },
	"stdin-filename": { type: "string" },
	format: { type: "string" },
	"fail-on": { type: "string" },
	config: { type: "string" },
	write: { type: "boolean" },
	quiet: { type: "boolean" },
	"no-color": { type: "boolean" },
	version: { type: "boolean" },
	help: {
		type: "boolean",
		short: "h"
	}
};
/**
* Reads the arguments. `parseArgs` gives the tokens; what is wrong with them is said here, with the nearest name there is.
* @throws Problem
*/
function readArguments(argv) {
	const { values, positionals, tokens } = parseArgs({
		args: [...argv],
		options,
		allowPositionals: true,
		strict: false,
		tokens: true
	});
	const names = Object.keys(options);
	for (const token of tokens) {
		if (token.kind !== "option") continue;
		const option = Object.hasOwn(options, token.name) ? options[token.name] : void 0;
		if (option === void 0) throw new Problem(`there is no option ${token.rawName}${didYouMean(token.name, names).replace("`", "`--")}; lockstep --help lists them`);
		if (option.type === "boolean" && token.value !== void 0) throw new Problem(`${token.rawName} takes no value`);
		if (option.type === "string" && (token.value === void 0 || token.value === "" || !token.inlineValue && token.value.startsWith("-"))) throw new Problem(`${token.rawName} needs a value`);
	}
	const given = values;
	const [command, ...operands] = positionals;
	if (command !== void 0 && !commands.includes(command)) throw new Problem(`there is no command \`${command}\`${didYouMean(command, commands)}; there are check, explain, plan and rules`);
	if (values.write === true && command !== "plan") throw new Problem("--write belongs to `lockstep plan`");
	return {
		command,
		operands,
		engine: given.engine,
		schema: given.schema,
		history: given.history ?? [],
		noHistory: values["no-history"] === true,
		base: given.base,
		together: values.together === true,
		stdinFilename: given["stdin-filename"],
		format: oneOf("--format", given.format, formats) ?? "text",
		failOn: oneOf("--fail-on", given["fail-on"], failOns),
		config: given.config,
		write: values.write === true,
		quiet: values.quiet === true,
		noColor: values["no-color"] === true,
		version: values.version === true,
		help: values.help === true
	};
}
function oneOf(option, value, allowed) {
	if (value === void 0 || allowed.includes(value)) return value;
	throw new Problem(`${option} takes ${allowed.slice(0, -1).join(", ")} or ${allowed.at(-1)}, not \`${value}\`${didYouMean(value, allowed)}`);
}

// src/analysis/verdict.ts
/**
* Whether the merge is to be blocked: a finding reached `failOn`, or SQL could not be read. Suppressed findings never count.
* `never` changes only the exit code: the verdict is then the one that `error` would give.
*/
function verdictOf(analysis, failOn) {
	const { findings, unreadable } = analysis.summary;
	return unreadable > 0 || findings.error > 0 || failOn === "warning" && findings.warning > 0 ? "fail" : "pass";
}

// src/text/lines.ts
/** Indexes the line starts of `text` once; each look-up is then a binary search. */
function linesOf$1(text) {
	const starts = [0];
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code === 10 || code === 13 && text.charCodeAt(i + 1) !== 10) starts.push(i + 1);
	}
	if (starts.length > 1 && starts[starts.length - 1] === text.length) starts.pop();
	const endOf = (line) => {
		let end = line < starts.length ? starts[line] : text.length;
		if (end > starts[line - 1] && text.charCodeAt(end - 1) === 10) end--;
		if (end > starts[line - 1] && text.charCodeAt(end - 1) === 13) end--;
		return end;
	};
	return {
		count: starts.length,
		position(offset) {
			let low = 0;
			let high = starts.length - 1;
			while (low < high) {
				const middle = low + high + 1 >> 1;
				if (starts[middle] <= offset) low = middle;
				else high = middle - 1;
			}
			return {
				line: low + 1,
				column: Math.min(offset, text.length) - starts[low] + 1
			};
		},
		span(line) {
			return {
				start: starts[line - 1],
				end: endOf(line)
			};
		}
	};
}

// src/report/visible.ts
/**
* Text of others (SQL, file names, reasons) as a terminal may print it: control characters and escape sequences are shown instead of
* obeyed, and so are the marks that turn the direction of text around or hide in it. Tabs and line breaks too: callers lay lines out themselves.
*/
function visible(text) {
	return dangerous.test(text) ? text.replace(eachDangerous, show) : text;
}
const source = String.raw`[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]|\p{Surrogate}`;
const dangerous = new RegExp(source, "u");
const eachDangerous = new RegExp(source, "gu");
function show(character) {
	const code = character.codePointAt(0);
	if (code < 32) return String.fromCharCode(9216 + code);
	if (code === 127) return "\u2421";
	return `\\u{${code.toString(16)}}`;
}
/** `visible`, keeping the line breaks. */
function visibleLines(text) {
	return text.split(/\r\n|\n|\r/).map((line) => visible(line.replaceAll("	", "    ")));
}
/** How many columns a text takes on a terminal: wide characters of East Asia and emoji two, combining marks none. */
function columnsOf$1(text) {
	if (/^[\u0000-\u007f]*$/.test(text)) return text.length;
	let columns = 0;
	for (const character of text) columns += zero.test(character) ? 0 : wide.test(character) ? 2 : 1;
	return columns;
}
const zero = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const wide = /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}])$/u;

// src/report/excerpt.ts
function excerptOf(text, lines, span, width, most = 3) {
	const first = lines.position(span.start).line;
	const last = lines.position(Math.max(span.start, span.end - 1)).line;
	const shown = [];
	for (let line = first; line <= last && shown.length < most; line++) shown.push(excerptLine(text, lines.span(line), line, span, width));
	return {
		lines: shown,
		more: last - first + 1 - shown.length
	};
}
function excerptLine(text, line, number, span, width) {
	const reach = width * 2;
	const start = Math.max(line.start, Math.min(span.start, line.end));
	const from = Math.max(line.start, start - reach);
	const end = Math.max(start, Math.min(line.end, span.end, start + reach));
	const to = Math.min(line.end, end + reach);
	const skip = Math.max(start, Math.min(end, start + leadingSpace(text.slice(start, end))));
	const before = [...layOut$1(text.slice(from, skip), from === line.start ? 0 : 1)];
	const under = [...layOut$1(text.slice(skip, end), columnsOf$1(before.join("")))];
	const after = [...layOut$1(text.slice(end, to), 0)];
	const room = Math.max(8, width - 2);
	const cutUnder = takeFirst(under, room);
	const cutBefore = takeLast(before, Math.max(Math.floor(room / 4), room - columnsOf$1(cutUnder) - columnsOf$1(after.join(""))));
	const headCut = from > line.start || cutBefore.length < before.join("").length;
	const fitting = takeFirst(under, room - columnsOf$1(cutBefore));
	const cutAfter = fitting === under.join("") ? takeFirst(after, room - columnsOf$1(cutBefore) - columnsOf$1(fitting)) : "";
	const tailCut = to < line.end || fitting.length + cutAfter.length < under.join("").length + after.join("").length || end < Math.min(line.end, span.end);
	const head = headCut ? "\u2026" : "";
	return {
		number,
		text: `${head}${cutBefore}${fitting}${cutAfter}${tailCut ? "\u2026" : ""}`,
		underline: {
			from: columnsOf$1(head) + columnsOf$1(cutBefore),
			length: Math.max(1, columnsOf$1(fitting))
		}
	};
}
/** Safe characters, one an element, tabs as spaces up to the next stop of four. */
function* layOut$1(text, column) {
	let at = column;
	for (const character of text) {
		const shown = character === "	" ? " ".repeat(4 - at % 4) : visible(character);
		at += columnsOf$1(shown);
		yield shown;
	}
}
function takeFirst(characters, room) {
	let taken = "";
	let left = room;
	for (const character of characters) {
		left -= columnsOf$1(character);
		if (left < 0) break;
		taken += character;
	}
	return taken;
}
function takeLast(characters, room) {
	let from = characters.length;
	for (let left = room; from > 0; from--) {
		left -= columnsOf$1(characters[from - 1]);
		if (left < 0) break;
	}
	return characters.slice(from).join("");
}
function leadingSpace(text) {
	return text.length - text.trimStart().length;
}

// src/text/span.ts
/** The smallest span that covers both. */
function cover(a, b) {
	return {
		start: Math.min(a.start, b.start),
		end: Math.max(a.end, b.end)
	};
}
/** Whether `inner` lies within `outer`. */
function contains(outer, inner) {
	return outer.start <= inner.start && inner.end <= outer.end;
}

// src/report/staged.ts
function stagedBy(finding, plans) {
	const { path, span, plan } = finding;
	const here = (each) => each.path === path && (contains(each.span, span) || contains(span, each.span));
	if (plan !== void 0) return plans[plan]?.questions.some(here) ? "asked" : "staged";
	if (finding.category !== "blocking" && finding.category !== "fails") return "none";
	return plans.some((each) => each.unplanned.some(here)) ? "declined" : "unknown";
}
/** The migrations that a plan is about: those it rewrites, asks about, or declines something in. */
function pathsOf({ files, questions, unplanned }) {
	return [.../* @__PURE__ */ new Set([
		...files,
		...questions.map((each) => each.path),
		...unplanned.map((each) => each.path)
	])];
}
/** `m/2.sql:4`, safe to print. */
function lineOf(analysis, place) {
	return `${visible(place.path)}:${lineIn(analysis, place)}`;
}
/** The line (1-based) at which a place of an analysed file begins. */
function lineIn(analysis, { path, span }) {
	const migration = analysis.files.find((each) => each.migration.path === path)?.migration;
	return migration?.unreadable?.line ?? linesOf$1(migration?.text ?? "").position(span.start).line;
}

// src/report/style.ts
/** Parameters of SGR, https://www.ecma-international.org/publications-and-standards/standards/ecma-48/: what turns a tone on, and off again. */
const tones = {
	error: ["1;31", "39;22"],
	warning: ["1;33", "39;22"],
	good: ["32", "39"],
	note: ["36", "39"],
	strong: ["1", "22"],
	faint: ["2", "22"]
};
/** Paints text in a tone, or leaves it as it is. The caller has made the text safe to print. */
function painter(colour) {
	if (!colour) return (_, text) => text;
	return (tone, text) => `\u001b[${tones[tone][0]}m${text}\u001b[${tones[tone][1]}m`;
}
/** Breaks a paragraph into lines of at most `width` characters; a longer word stands alone on its line. */
function wrap(text, width) {
	const lines = [];
	let line = "";
	for (const word of text.split(" ")) if (line !== "" && line.length + 1 + word.length > width) {
		lines.push(line);
		line = word;
	} else line = line === "" ? word : `${line} ${word}`;
	return [...lines, line];
}
/** A paragraph with a hanging indent: the first line after `first`, the others below its text. */
function paragraph(first, text, width) {
	const indent = " ".repeat(first.length);
	return wrap(text, Math.max(30, width - first.length)).map((line, i) => (i === 0 ? first : indent) + line);
}
/** Lines as a text to print. */
function printed(lines) {
	return `${lines.map((line) => line.replace(runnerCommand, "$1: :")).join("\n")}\n`;
}
/**
* What the runner of GitHub Actions takes for a command when it stands first on a line of a log, white space aside. SQL under review is
* somebody else's: it must not speak to the runner. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
*/
const runnerCommand = /^(\s*)::(?=(?:error|warning|notice|debug|group|endgroup|echo|add-mask|add-matcher|remove-matcher|add-path|save-state|set-env|set-output|stop-commands)\b[^:]*::)/i;

// src/engine/effect.ts
/** PostgreSQL's table lock modes by the names `pg_locks` gives them, weakest first. https://www.postgresql.org/docs/current/explicit-locking.html */
const lockModes$1 = [
	"AccessShareLock",
	"RowShareLock",
	"RowExclusiveLock",
	"ShareUpdateExclusiveLock",
	"ShareLock",
	"ShareRowExclusiveLock",
	"ExclusiveLock",
	"AccessExclusiveLock"
];
/**
* The work that is done while the lock is held, lightest first.
* `rewrite` stands for all that a rewrite brings with it on the same table (its scan, its indexes built anew); `index-build` stands for the scan it reads.
* `metadata` stands alone: nothing but the catalog is touched.
*/
const works = [
	"metadata",
	"scan",
	"foreign-key-check",
	"index-build",
	"rewrite"
];
/** How strong a lock is: its place in `lockModes`, -1 for none. A stronger mode conflicts with everything that a weaker one does. */
function strength(lock) {
	return lock === null ? -1 : lockModes$1.indexOf(lock);
}
/** Whether the work touches rows at all. */
function isWork(work) {
	return work.some((each) => each !== "metadata");
}
/** The work of two parts of a statement on one table, in the normal form that `Work` describes. */
function joinWork(a, b) {
	const all = /* @__PURE__ */ new Set([...a, ...b]);
	if (all.size > 1) all.delete("metadata");
	if (all.has("rewrite")) all.delete("index-build");
	if (all.has("rewrite") || all.has("index-build")) all.delete("scan");
	return works.filter((work) => all.has(work));
}

// src/engine/postgres/lock-mode.ts
/**
* Which table lock modes conflict: the table of https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES,
* a row a mode, `x` where the modes of row and column cannot be held at once. Rows and columns in the order of `lockModes`.
*/
const conflictTable = {
	AccessShareLock: ".......x",
	RowShareLock: "......xx",
	RowExclusiveLock: "....xxxx",
	ShareUpdateExclusiveLock: "...xxxxx",
	ShareLock: "..xx.xxx",
	ShareRowExclusiveLock: "..xxxxxx",
	ExclusiveLock: ".xxxxxxx",
	AccessExclusiveLock: "xxxxxxxx"
};
/** Whether a request for one mode waits while another session holds the other. */
function conflicts(a, b) {
	return conflictTable[a][lockModes$1.indexOf(b)] === "x";
}
/** SELECT takes AccessShareLock: only AccessExclusiveLock makes it wait. */
function blocksReads(lock) {
	return lock !== null && conflicts(lock, "AccessShareLock");
}
/** INSERT, UPDATE and DELETE take RowExclusiveLock. */
function blocksWrites(lock) {
	return lock !== null && conflicts(lock, "RowExclusiveLock");
}
/** What a mode makes wait, as the start of a sentence: `reads and writes wait`. */
const whatWaits = {
	AccessShareLock: "nothing but ACCESS EXCLUSIVE locks waits",
	RowShareLock: "schema changes wait",
	RowExclusiveLock: "schema changes and index builds wait",
	ShareUpdateExclusiveLock: "schema changes and VACUUM wait; reads and writes go on",
	ShareLock: "writes wait; reads go on",
	ShareRowExclusiveLock: "writes wait; reads go on",
	ExclusiveLock: "writes and SELECT \u2026 FOR UPDATE wait; plain reads go on",
	AccessExclusiveLock: "reads and writes wait"
};
/** The mode as LOCK TABLE writes it (`ACCESS EXCLUSIVE`) by the name of `pg_locks`, and back. */
function sqlNameOf(lock) {
	return sqlNames[lock];
}
const sqlNames = Object.fromEntries(lockModes$1.map((lock) => [lock, lock.replace(/Lock$/, "").replace(/([a-z])([A-Z])/g, "$1 $2").toUpperCase()]));
/** @returns undefined for a mode that does not exist. */
function lockModeOf(sqlName) {
	const wanted = sqlName.replace(/\s+/g, " ").trim().toUpperCase().replace(/ MODE$/, "");
	return lockModes$1.find((mode) => mode.toUpperCase() === wanted.replaceAll(" ", "") || sqlNameOf(mode) === wanted);
}

// src/report/words.ts
const doing$1 = {
	metadata: "only the catalog is changed",
	scan: "every row is read",
	"foreign-key-check": "every row is looked up in the referenced table",
	"index-build": "an index is built over every row",
	rewrite: "every row is rewritten"
};
/**
* `every row is rewritten, because \u2026; reads and writes wait`: what is done, and what waits meanwhile.
* @param isNew the statement or one before it has made the table
*/
function factsInWords({ work, because, lock, versions }, isNew) {
	const what = work.map((each) => doing$1[each]).join(" and ");
	const waits = lock === null ? "nothing waits" : whatWaits[lock];
	const meanwhile = isNew ? "the table is new, so nobody waits" : isWork(work) || lock === null ? waits : `for a moment, ${waits}`;
	const where = versions === void 0 ? "" : ` (PostgreSQL ${rangeInWords(versions)})`;
	return `${because === void 0 ? what : reasoned(what, because)}; ${meanwhile}${where}`;
}
/** The work with its reason; a reason that names the work itself (`the index of UNIQUE is built over every row`) stands for both. */
function reasoned(what, because) {
	const verb = what.replace(/^an index /, "");
	return because.endsWith(verb) ? because : `${what}, because ${because}`;
}
/** `reads and writes of orders wait while every row is rewritten`: what the users of a table feel. */
function effectInWords(effect, table) {
	const waits = blocksReads(effect.lock) ? "reads and writes of" : blocksWrites(effect.lock) ? "writes of" : void 0;
	const works = effect.work.filter((each) => each !== "metadata").map((each) => doing$1[each]);
	const meanwhile = works.length === 0 ? waits === void 0 ? "" : " for a moment" : ` while ${works.join(" and ")}`;
	return waits === void 0 ? `reads and writes of ${table} go on${meanwhile}` : `${waits} ${table} wait${meanwhile}`;
}
/** The table of an effect as its author would write it. */
function tableInWords({ table, ofIndex }, searchPath, quote) {
	const name = shortName(table, searchPath, quote);
	return ofIndex ? `the table of ${name}` : name;
}
/** The name as its author would write it: without the schema where that is the first of the search path. */
function shortName(name, searchPath, quote) {
	return quote(name.schema === searchPath[0] ? { name: name.name } : name);
}
/** `ACCESS EXCLUSIVE`, or `no lock`. */
function lockInWords(effect) {
	return effect.lock === null ? "no lock" : sqlNameOf(effect.lock);
}
/** `12 to 16`; versions of an effect follow one another. */
function rangeInWords(versions) {
	const [first, last] = [versions[0], versions.at(-1)];
	return first === last ? `${first}` : `${first} to ${last}`;
}
/** What must be true before a stage may start, as a person would say it. */
const boundaryWords = {
	none: "in this deploy",
	transaction: "next file of the same deploy, once the stage before is committed",
	backfill: "once the backfill has ended",
	deploy: "next deploy, once the new code runs everywhere"
};
/** `1 file`, `2,951 files`. Grouped by hand: `toLocaleString` depends on the machine. */
function counted(count, one, many = `${one}s`) {
	return `${String(count).replace(/\B(?=(\d{3})+$)/g, ",")} ${count === 1 ? one : many}`;
}

// src/report/plan.ts
/**
* A plan as `check` shows it: its stages with their boundaries in plain words, every step with its rollback, what is still to be
* answered, what it leaves out and why, and that nothing of it has been executed.
*/
function planText(plan, analysis, layout) {
	const paint = painter(layout.colour);
	const out = [...head(plan, paint, layout).map((line, i) => i === 0 ? line : `  ${line}`), ""];
	out.push(...questionsOf(plan, "  ", paint, layout));
	plan.stages.forEach((stage, i) => {
		out.push(`  ${paint("strong", `${i + 1} ${stage.name}`)}  ${paint("note", boundaryWords[stage.boundary])}`);
		for (const file of stage.files) out.push(...fileSteps(file, plan, paint));
		out.push("");
	});
	out.push(...declinedIn(plan, analysis, "  ", layout));
	out.pop();
	return out;
}
/** What the plan is, for which files, and what is known of it. Where nothing is staged there is nothing that could have been executed. */
function head(plan, paint, layout) {
	const staged = plan.stages.length > 0;
	const first = `${paint("strong", `${plan.questions.length > 0 ? "Staged plan, waiting for your answer," : staged ? "Staged plan" : "No staged plan"} for ${pathsOf(plan).map(visible).join(", ")}`)}`;
	if (!staged) return [first];
	const note = paragraph("", unprovedNote(plan), layout.width - 2).map((line) => paint("faint", line));
	return [`${first}  ${paint("faint", plan.id)}`, ...note];
}
function questionsOf(plan, indent, paint, layout) {
	return plan.questions.flatMap(({ message, directive }) => [
		...paragraph(`${indent}? `, `${visible(message)} State it above the statement:`, layout.width).map((line) => line.replace("?", paint("warning", "?"))),
		`${indent}  ${paint("note", visible(directive))}`,
		""
	]);
}
/** What no recipe stages, with the reason. */
function declinedIn(plan, analysis, indent, layout) {
	const [, several] = pathsOf(plan);
	return plan.unplanned.flatMap((each) => [...paragraph(indent, `Not staged, ${several === void 0 ? `line ${lineIn(analysis, each)}` : lineOf(analysis, each)}: ${visible(each.reason).replace(/\.?$/, ".")}`, layout.width), ""]);
}
function fileSteps(file, plan, paint) {
	const note = file.path !== void 0 && plan.files.includes(file.path) && file.steps.length === 0 ? paint("faint", "  (what follows is taken out of it; the rest stays)") : "";
	const out = [`    ${visible(file.path ?? "a file of its own")}${note}`];
	for (const step of file.steps) {
		if (step.why !== "") out.push(`      ${paint("faint", `-- ${visible(step.why)}`)}`);
		out.push(...visibleLines(step.sql.trimEnd()).map((line) => `      ${line}`));
		const [undo = "", ...rest] = visibleLines(step.rollback.trim());
		if (undo !== "") out.push(...[`undo: ${undo}`, ...rest.map((line) => `      ${line}`)].map((line) => `      ${paint("faint", line)}`));
	}
	return out;
}
/** What `lockstep plan` prints: the whole text of every file of every plan, stage by stage, ready to copy; then what has no plan. */
function planFilesText(analysis, layout) {
	const paint = painter(layout.colour);
	const out = [];
	for (const plan of analysis.plans) {
		out.push(...head(plan, paint, layout), "", ...questionsOf(plan, "", paint, layout));
		plan.stages.forEach((stage, i) => {
			for (const file of stage.files) out.push(...wholeFile(stage, i, file, paint), "");
		});
		out.push(...declinedIn(plan, analysis, "", layout));
	}
	out.push(...unstagedText(analysis, layout));
	while (out.at(-1) === "") out.pop();
	return printed(out.length === 0 ? ["Nothing to stage."] : out);
}
/** What `lockstep plan` has to say besides the plans: what could not be read, what no recipe knows, notices. */
function unstagedText(analysis, layout) {
	const findings = analysis.files.flatMap((file) => file.findings).filter((each) => each.suppressed === void 0);
	const unread = findings.filter((each) => each.category === "unreadable");
	const unknown = findings.filter((each) => stagedBy(each, analysis.plans) === "unknown");
	return [
		...unread.flatMap((each) => paragraph("", `Not read, ${lineOf(analysis, each)}: ${visible(each.message)}`, layout.width)),
		...unknown.flatMap((each) => paragraph("", `No staged plan yet, ${lineOf(analysis, each)}: ${each.rule}.`, layout.width)),
		...analysis.notices.flatMap(({ path, line, message }) => paragraph("", `${visible(path)}:${line}: ${visible(message)}`, layout.width))
	];
}
function wholeFile(stage, index, file, paint) {
	return [paint("note", `\u2500\u2500 ${index + 1} ${stage.name}: ${visible(file.path ?? "a file of its own")}  (${boundaryWords[stage.boundary]})`), ...visibleLines(file.text.replace(/\r?\n$/, ""))];
}
function unprovedNote(plan) {
	const reason = plan.proof?.reason;
	return `Not executed${reason === void 0 ? "" : `: ${visible(reason).replace(/\.$/, "")}`}. It parses, raises no finding that its stages do not answer, and replays to the same schema.`;
}

// src/report/terminal.ts
/** The report of `check` for people: every finding at its source line, the staged plans, what was waived, and the verdict. */
function terminalReport(analysis, failOn, layout) {
	const paint = painter(layout.colour);
	const out = [];
	const last = new Map(analysis.files.map((file, i) => [file.migration.path, i]));
	analysis.files.forEach((file, i) => {
		out.push(...fileReport(file, analysis.plans, paint, layout));
		for (const plan of analysis.plans) if (Math.max(0, ...pathsOf(plan).map((path) => last.get(path) ?? 0)) === i) out.push(...planText(plan, analysis, layout), "");
	});
	const suppressed = analysis.files.flatMap((file) => file.findings.filter((each) => each.suppressed).map((finding) => ({
		file,
		finding
	})));
	if (suppressed.length > 0) {
		out.push(paint("strong", "Waived"));
		for (const { file, finding } of suppressed) {
			const where = `${visible(file.migration.path)}:${finding.suppressed?.line}`;
			out.push(...paragraph("  ", `${where}  ${finding.rule}: ${visible(finding.suppressed?.reason || "no reason given")}`, layout.width));
		}
		out.push("");
	}
	if (analysis.notices.length > 0) {
		out.push(paint("strong", "Notices"));
		for (const { path, line, message } of analysis.notices) out.push(...paragraph("  ", `${visible(path)}:${line}  ${visible(message)}`, layout.width));
		out.push("");
	}
	out.push(summaryLine(analysis, failOn, paint));
	return printed(out);
}
/** One line a finding, nothing where there is none: what `--quiet` prints. */
function quietReport(analysis) {
	const out = analysis.files.flatMap((file) => {
		const active = file.findings.filter((each) => each.suppressed === void 0);
		if (active.length === 0) return [];
		const lines = linesOf$1(file.migration.text);
		return active.map((each) => `${placeOf$1(file, each, lines)}: ${each.severity}: ${visible(each.message)} (${each.rule})`);
	});
	return out.length === 0 ? "" : printed(out);
}
/** What follows the advice of a finding. */
const stagedWords = {
	staged: " The staged plan below does it.",
	asked: " The staged plan below waits for your answer.",
	declined: " It is not staged; the reason is below.",
	unknown: " There is no staged plan for this yet.",
	none: ""
};
function fileReport(file, plans, paint, layout) {
	const findings = file.findings.filter((each) => each.suppressed === void 0).sort((a, b) => a.span.start - b.span.start || Number(b.severity === "error") - Number(a.severity === "error"));
	if (findings.length === 0) return [];
	const lines = linesOf$1(file.migration.text);
	const out = [];
	let last;
	for (const finding of findings) {
		const again = last?.start === finding.span.start && last.end === finding.span.end;
		last = finding.span;
		out.push(`${paint(finding.severity, finding.severity)} ${paint("strong", finding.rule)}  ${placeOf$1(file, finding, lines)}`);
		if (!again) out.push(...excerpt(file, lines, finding, paint, layout));
		out.push(...paragraph("  ", visible(finding.message), layout.width));
		const advice = finding.advice + stagedWords[stagedBy(finding, plans)];
		for (const [i, line] of paragraph("  \u2192 ", visible(advice), layout.width).entries()) out.push(i === 0 ? line.replace("\u2192", paint("good", "\u2192")) : line);
		out.push("");
	}
	return out;
}
function placeOf$1(file, finding, lines) {
	const { unreadable, path } = file.migration;
	if (unreadable !== void 0) return `${visible(path)}:${unreadable.line}`;
	const { line, column } = lines.position(finding.span.start);
	return `${visible(path)}:${line}:${column}`;
}
function excerpt(file, lines, finding, paint, layout) {
	if (file.migration.text === "") return [];
	const { lines: shown, more } = excerptOf(file.migration.text, lines, finding.span, Math.max(40, layout.width - 8));
	const gutter = String(shown.at(-1)?.number ?? 0).length + 2;
	const bar = paint("faint", "\u2502");
	const out = [`${" ".repeat(gutter)}${bar}`];
	for (const { number, text, underline } of shown) {
		out.push(`${paint("faint", String(number).padStart(gutter - 1))} ${bar} ${text}`);
		if (number === shown[0]?.number) out.push(`${" ".repeat(gutter)}${bar} ${" ".repeat(underline.from)}${paint(finding.severity, "\u203e".repeat(underline.length))}`);
	}
	if (more > 0) out.push(`${" ".repeat(gutter)}${bar} ${paint("faint", `\u2026 ${counted(more, "more line")}`)}`);
	return [...out, `${" ".repeat(gutter)}${bar}`];
}
function summaryLine(analysis, failOn, paint) {
	const { files, statements, findings, suppressed, unreadable } = analysis.summary;
	if (files === 0) return `${paint("good", "\u2713")} No migration to judge.`;
	const total = findings.error + findings.warning;
	const parts = [
		findings.error > 0 ? paint("error", counted(findings.error, "error")) : "",
		findings.warning > 0 ? paint("warning", counted(findings.warning, "warning")) : "",
		total === 0 ? paint("good", "nothing unsafe") : "",
		suppressed > 0 ? `${suppressed} waived` : "",
		unreadable > 0 ? `${unreadable} unreadable` : ""
	].filter((each) => each !== "");
	const verdict = verdictOf(analysis, failOn) === "pass" ? paint("good", "\u2713") : paint("error", "\u2717");
	const gate = failOn === "never" && total > 0 ? paint("faint", " (--fail-on never: exit code 0)") : "";
	return `${verdict} ${counted(files, "migration")}, ${counted(statements, "statement")}: ${parts.join(", ")}${gate}`;
}

// src/cli/layout.ts
/**
* Colour on a terminal only, and not where the user said no. https://no-color.org: any value but an empty one.
* Lines longer than 120 columns are hard to read; a pipe has no width, and 100 suits a log.
*/
function layoutFor(args, { stdout, env }) {
	return {
		colour: stdout.isTTY && !args.noColor && !env.NO_COLOR && env.TERM !== "dumb",
		width: Math.min(120, Math.max(60, stdout.columns ?? 100))
	};
}

// src/convention/order.ts
/**
* The order in which the files of one series are applied: by version, then by name; what has no number after what has one
* (as a plain listing puts it), repeatable migrations (`R__\u2026`) last. Total: only the same path compares as 0.
*/
function comparePlaces(a, b) {
	if (a.kind !== b.kind) return a.kind === "repeatable" ? 1 : -1;
	return compareKeys(a.key, b.key) || compareText(a.path, b.path);
}
/** Two keys, directory by directory, each by its leading version and then by the rest of its name. */
function compareKeys(a, b) {
	const left = a.split("/");
	const right = b.split("/");
	for (let i = 0; i < Math.max(left.length, right.length); i++) {
		const order = compareNames(left[i] ?? "", right[i] ?? "");
		if (order !== 0) return order;
	}
	return 0;
}
/** The leading version of a name, or undefined where it begins with none. A part counts only if a separator or the end follows it: `2fa` is a word. */
function versionOf(name) {
	const match = /^(v?)(\d+(?:[._]\d+(?=[._-]|$))*)(?=[^0-9]|$)/i.exec(name);
	if (match === null) return void 0;
	const [whole, prefix = "", digits = ""] = match;
	return {
		prefix,
		parts: digits.split(/[._]/),
		separators: digits.match(/[._]/g) ?? [],
		rest: name.slice(whole.length)
	};
}
function compareNames(a, b) {
	const left = versionOf(a);
	const right = versionOf(b);
	if (left === void 0 || right === void 0) {
		if (left !== right) return left === void 0 ? 1 : -1;
		return compareNatural(a, b);
	}
	return compareVersions(left.parts, right.parts) || compareNatural(left.rest, right.rest);
}
/** Part by part as numbers; a missing part comes before any: 5 < 5.1, and 5 < 5.0. */
function compareVersions(a, b) {
	for (let i = 0; i < Math.min(a.length, b.length); i++) {
		const order = compareDigits(a[i], b[i]);
		if (order !== 0) return order;
	}
	return a.length - b.length;
}
/** Text in which runs of digits compare as numbers: `step2` before `step10`. */
function compareNatural(a, b) {
	const left = a.match(/\d+|\D+/g) ?? [];
	const right = b.match(/\d+|\D+/g) ?? [];
	for (let i = 0; i < Math.min(left.length, right.length); i++) {
		const [x, y] = [left[i], right[i]];
		const order = isDigits(x) && isDigits(y) ? compareDigits(x, y) : compareText(x, y);
		if (order !== 0) return order;
	}
	return left.length - right.length || compareText(a, b);
}
/** Runs of digits of any length, by value: no number type loses any of them. */
function compareDigits(a, b) {
	const x = a.replace(/^0+(?=.)/, "");
	const y = b.replace(/^0+(?=.)/, "");
	return x.length - y.length || compareText(x, y);
}
function isDigits(text) {
	return text.charCodeAt(0) >= 48 && text.charCodeAt(0) <= 57;
}
/** By code unit, never by the machine's locale. */
function compareText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}

// src/convention/split.ts
/** A path with forward slashes, cut at its last one. */
function splitPath(path) {
	const slash = path.lastIndexOf("/");
	return {
		directory: path.slice(0, Math.max(slash, 0)),
		name: path.slice(slash + 1)
	};
}
/** A path in `directory`, which is empty for the working directory. */
function joinPath(directory, name) {
	return directory === "" ? name : `${directory}/${name}`;
}
function withoutExtension(name) {
	return name.replace(/\.sql$/i, "");
}

// src/convention/place.ts
/** Names that say nothing: the directory around them is the migration (diesel's `up.sql`, Prisma's `migration.sql`). */
const named$3 = /^(?:up|down|migration)\.sql$/i;
/** `v1.2` and the like: a release whose migrations go on where those of the release before stopped. */
const versionDirectory = /^v?\d+(?:[._]\d+)*$/i;
/** Where a migration stands. Decided from the path alone; nothing is read. */
function placeOf(path) {
	const { directory, name } = splitPath(path);
	let series = directory;
	let key = withoutExtension(name).replace(/[._-]up$/i, "");
	if (named$3.test(name) && directory !== "") {
		const around = splitPath(directory);
		series = around.directory;
		key = around.name;
	}
	for (let at = splitPath(series); versionDirectory.test(at.name); at = splitPath(series)) {
		series = at.directory;
		key = `${at.name}/${key}`;
	}
	return {
		path,
		series,
		key,
		kind: /^R__/.test(name) ? "repeatable" : "versioned"
	};
}
/**
* Whether a file undoes a migration: it is then neither judged nor replayed.
* `_down.sql` and `-down.sql` do only beside their `up` twin, for `0009_scale_down.sql` is a migration like any other.
* @param exists tells whether a path is among the files at hand
*/
function isDown(path, exists) {
	const { name } = splitPath(path);
	if (/^down\.sql$|\.down\.sql$|\.undo\.sql$/i.test(name) || /^U\d[\d._]*__/.test(name)) return true;
	const twin = /^(.*[_-])down(\.sql)$/i.exec(path);
	return twin !== null && exists(`${twin[1]}up${twin[2]}`);
}
function isSqlFile(path) {
	return /\.sql$/i.test(path);
}

// src/convention/paths-after.ts
/** Indexes `paths` by series, on first use: most runs have no plan. They come in order, which is what sorting is quick with. */
function knownPaths(paths) {
	const taken = new Set(paths);
	let keys;
	const indexed = /* @__PURE__ */ new Map();
	const keysOf = (series) => {
		if (keys === void 0) {
			keys = /* @__PURE__ */ new Map();
			for (const path of taken) {
				const place = placeOf(path);
				if (place.kind !== "versioned") continue;
				const list = keys.get(place.series);
				if (list === void 0) keys.set(place.series, [place.key]);
				else list.push(place.key);
			}
		}
		return keys.get(series) ?? [];
	};
	return {
		all: paths,
		has: (path) => taken.has(path),
		series(name) {
			const known = indexed.get(name);
			if (known !== void 0) return known;
			const sorted = [...keysOf(name)].sort(compareKeys);
			const versions = sorted.map(versionText).filter((each) => each !== void 0);
			const series = {
				keys: sorted,
				versions: new Set(versions)
			};
			indexed.set(name, series);
			return series;
		}
	};
}
/** A key's directory and version, so that equal versions are equal text: `0007_a` and `7_b` are. */
function versionText(key) {
	const { directory, name } = splitPath(key);
	const version = versionOf(name);
	return version && `${directory}/${version.parts.map((part) => part.replace(/^0+(?=.)/, "")).join(".")}`;
}
/** The first of the sorted keys that comes after `key`. */
function firstAfter(keys, key) {
	let low = 0;
	let high = keys.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (compareKeys(keys[middle], key) > 0) high = middle;
		else low = middle + 1;
	}
	return keys[low];
}
/**
* Paths for further files that sort right after `path` and before the migration that follows it, written as the team writes theirs:
* the next numbers if they are free (same width), a second later each for timestamps, `V5_1__\u2026` for `V5__\u2026`, a folder where `path` is
* one; else `path`'s own name with a suffix.
*
* @param known every migration path that is known, `path` among them or not
* @param names a few words for each file, in order; made into file names here
* @returns one path for each name, none of them known; undefined where `path` is no file's (standard input)
*/
function pathsAfter(known, path, names) {
	if (!isSqlFile(path)) return void 0;
	const place = placeOf(path);
	const shape = shapeOf(path);
	const { keys, versions } = known.series(place.series);
	const next = firstAfter(keys, place.key);
	const directory = place.key.slice(0, place.key.length - shape.stem.length);
	for (const { stems, numbered } of proposals(shape.stem, names.map(fileWords), known.all)) {
		const paths = stems.map(shape.pathOf);
		const ordered = [shape.stem, ...stems].every((stem, i, all) => i === 0 || compareKeys(all[i - 1], stem) < 0);
		const before = next === void 0 || stems.every((stem) => compareKeys(directory + stem, next) < 0);
		const own = !numbered || stems.every((stem) => !versions.has(versionText(directory + stem) ?? ""));
		if (ordered && before && own && !paths.some(known.has)) return paths;
	}
	return names.map((name, i) => freePath(shape, `${shape.stem}_${i + 2}_${fileWords(name)}`, known));
}
function shapeOf(path) {
	const { directory, name } = splitPath(path);
	if (/^(?:up|migration)\.sql$/i.test(name) && directory !== "") {
		const around = splitPath(directory);
		return {
			stem: around.name,
			pathOf: (stem) => joinPath(around.directory, `${stem}/${name}`)
		};
	}
	const ending = /(?:[._-]up)?\.sql$/i.exec(name)?.[0] ?? ".sql";
	return {
		stem: withoutExtension(name).replace(/[._-]up$/i, ""),
		pathOf: (each) => joinPath(directory, each + ending)
	};
}
/** Stems to try, best first. */
function* proposals(stem, names, existing) {
	const version = versionOf(stem);
	if (version !== void 0) {
		const flyway = version.rest.startsWith("__");
		const gap = flyway ? "__" : /^[^A-Za-z0-9]+/.exec(version.rest)?.[0] ?? "_";
		const named = (parts) => {
			const stems = names.map((name, i) => {
				const number = parts(i + 1);
				return number === void 0 ? void 0 : `${version.prefix}${number}${gap}${name}`;
			});
			return stems.includes(void 0) ? void 0 : stems;
		};
		const tried = flyway ? [named((step) => written(version, existing, [...version.parts, String(step)])), named((step) => written(version, existing, [
			...version.parts,
			"0",
			String(step)
		]))] : [named((step) => later(version, step))];
		for (const stems of tried) if (stems !== void 0) yield {
			stems,
			numbered: true
		};
	}
	yield {
		stems: names.map((name, i) => `${stem}_${i + 2}_${name}`),
		numbered: false
	};
}
/** Version parts as this series writes them: with the separator it uses already, an underscore where it uses none. */
function written(version, existing, parts) {
	const separator = version.separators[0] ?? existing.map((each) => versionOf(splitPath(each).name)?.separators[0]).find((each) => each !== void 0) ?? "_";
	return parts.join(separator);
}
/** The version `step` places on: the last number counted up in its width, a timestamp by seconds. */
function later({ parts, separators }, step) {
	const last = parts.at(-1);
	const [date, time] = parts.length === 2 ? parts : [void 0, void 0];
	if (date?.length === 8 && time?.length === 6) {
		const stamp = secondsLater(date + time, step);
		return stamp === void 0 ? void 0 : `${stamp.slice(0, 8)}${separators[0]}${stamp.slice(8)}`;
	}
	if (parts.length > 1) return void 0;
	if (last.length === 14) {
		const stamp = secondsLater(last, step);
		if (stamp !== void 0) return stamp;
	}
	if (last.length === 8 && secondsLater(`${last}000000`, 0) !== void 0 && /^(?:19|20)/.test(last)) return void 0;
	return String(BigInt(last) + BigInt(step)).padStart(last.length, "0");
}
/** `YYYYMMDDhhmmss`, some seconds later; undefined where the digits are no such time. */
function secondsLater(stamp, seconds) {
	const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp)?.map(Number) ?? [];
	if (year === void 0 || month === void 0) return void 0;
	const digits = (time) => new Date(time).toISOString().replace(/\D/g, "").slice(0, 14);
	const start = Date.UTC(year, month - 1, day, hour, minute, second);
	if (digits(start) !== stamp) return void 0;
	return digits(start + seconds * 1e3);
}
/** `Backfill orders.status` \u2192 `backfill_orders_status`: safe in every file system and shell. */
function fileWords(name) {
	const words = withoutExtension(name).toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "").slice(0, 60);
	return words === "" ? "next" : words;
}
function freePath(shape, stem, taken) {
	for (let i = 1;; i++) {
		const path = shape.pathOf(i === 1 ? stem : `${stem}_${i}`);
		if (!taken.has(path)) return path;
	}
}

// src/convention/sections.ts
/**
* The lines by which tools that keep both directions in one file part them: goose, sql-migrate, dbmate, rambler.
* They are found line by line, as those tools find them.
*/
const marker = /^[ \t]*--[ \t]*(?:\+goose[ \t]+|\+migrate[ \t]+|migrate:|rambler[ \t]+)(up|down)\b.*$/gim;
/**
* The spans of a file that go up, or undefined where nothing parts it: then all of it does.
* Text before the first marker runs in neither direction. A file that has only `down` markers is read whole: nothing is left unseen
* for the sake of a marker that its tool would refuse too.
*/
function upSections(text) {
	if (!text.includes("--")) return void 0;
	const spans = [];
	let start;
	let found = false;
	for (const match of text.matchAll(marker)) {
		if (start !== void 0) spans.push({
			start,
			end: match.index
		});
		const up = match[1]?.toLowerCase() === "up";
		found ||= up;
		start = up ? match.index + match[0].length : void 0;
	}
	if (!found) return void 0;
	if (start !== void 0) spans.push({
		start,
		end: text.length
	});
	return spans;
}

// src/operation/name.ts
/** The key of a resolved name in maps. A tab cannot be confused with a dot inside a quoted name. */
function keyOf(name) {
	return `${name.schema}\t${name.name}`;
}

// src/schema/persistent-map.ts
/**
* A map whose every version stays valid: `set` and `delete` give a new version and leave the old one as it was.
*
* Baker's trick: the newest version owns one native `Map`, every older one is a difference from its successor, and reading an
* older one turns the chain around. Replay reads and writes the newest version nearly always, so this costs what a native `Map` costs,
* while a plan can be replayed from where its unit began. A library was tried first: `immutable` takes 30 ms to load,
* which is half of what a whole check may cost beyond the parser (docs/performance.md).
*/
var PersistentMap = class PersistentMap {
	#state;
	constructor(state) {
		this.#state = state;
	}
	static empty() {
		return new PersistentMap({ map: /* @__PURE__ */ new Map() });
	}
	get(key) {
		return this.#own().get(key);
	}
	has(key) {
		return this.#own().has(key);
	}
	get size() {
		return this.#own().size;
	}
	/** The entries in the order of their keys, so that nothing depends on which version was read last. */
	entries() {
		return [...this.#own()].sort(([a], [b]) => a < b ? -1 : 1);
	}
	/** Every key that may have another value here than there, in order: of two versions of one map what was written between them, else every key. */
	keysApart(other) {
		const own = this.#own();
		const keys = /* @__PURE__ */ new Set();
		let at = other;
		while (!("map" in at.#state)) {
			keys.add(at.#state.key);
			at = at.#state.next;
		}
		if (at !== this) for (const key of [...own.keys(), ...at.#state.map.keys()]) keys.add(key);
		return [...keys].sort();
	}
	set(key, value) {
		const map = this.#own();
		const had = map.has(key);
		const old = map.get(key);
		if (had && old === value) return this;
		map.set(key, value);
		return this.#hand(map, key, had ? { value: old } : void 0);
	}
	delete(key) {
		const map = this.#own();
		if (!map.has(key)) return this;
		const old = map.get(key);
		map.delete(key);
		return this.#hand(map, key, { value: old });
	}
	/** Hands the native map to a new version and keeps, here, only what differs from it. */
	#hand(map, key, before) {
		const next = new PersistentMap({ map });
		this.#state = {
			next,
			key,
			before
		};
		return next;
	}
	/** The native map of this version, after turning the chain of differences around. Iterative: the chain can be long. */
	#own() {
		if ("map" in this.#state) return this.#state.map;
		const chain = [];
		let at = this;
		while (!("map" in at.#state)) {
			chain.push(at);
			at = at.#state.next;
		}
		const map = at.#state.map;
		for (let older = chain.pop(); older !== void 0; older = chain.pop()) {
			const { next, key, before } = older.#state;
			const now = map.has(key) ? { value: map.get(key) } : void 0;
			if (before === void 0) map.delete(key);
			else map.set(key, before.value);
			next.#state = {
				next: older,
				key,
				before: now
			};
			older.#state = { map };
		}
		return map;
	}
};

// src/schema/schema.ts
/** The schema before any migration: nothing is known. */
function emptySchema(searchPath = ["public"]) {
	return {
		tables: PersistentMap.empty(),
		indexes: PersistentMap.empty(),
		views: PersistentMap.empty(),
		types: PersistentMap.empty(),
		sequences: PersistentMap.empty(),
		functions: PersistentMap.empty(),
		searchPath,
		defaultSearchPath: searchPath,
		typeUsers: PersistentMap.empty(),
		sequenceUsers: PersistentMap.empty(),
		constraintNames: PersistentMap.empty(),
		temporary: [],
		freedNames: PersistentMap.empty(),
		unit: 0
	};
}
/**
* Where a name lies: the schema written, else the session's temporary tables, else the first of the search path that has it in `objects`, else the first of the search path
* (that is where it would be created, and what reports call it).
*/
function resolve(schema, name, objects = schema.tables) {
	if (name.schema !== void 0) return name;
	for (const at of schema.temporary.length > 0 ? ["pg_temp", ...schema.searchPath] : schema.searchPath) {
		const resolved = {
			schema: at,
			name: name.name
		};
		if (objects.has(keyOf(resolved))) return resolved;
	}
	return newName(schema, name);
}
/** Where CREATE puts a name: the schema written, else the first of the search path. */
function newName(schema, name) {
	return {
		schema: name.schema ?? schema.searchPath[0] ?? "public",
		name: name.name
	};
}
/** The table of that name, or undefined where history never mentioned it. */
function tableOf$1(schema, name) {
	return schema.tables.get(keyOf(resolve(schema, name)));
}
/** The table that an index belongs to, and the index. */
function indexOf(schema, name) {
	const key = schema.indexes.get(keyOf(resolve(schema, name, schema.indexes)));
	const table = key === void 0 ? void 0 : schema.tables.get(key);
	const index = table?.indexes.find((each) => each.name === name.name);
	return table && index ? {
		table,
		index
	} : void 0;
}
/** The key of a column in `freedNames`. */
function columnKey(table, column) {
	return `${keyOf(table)}\t${column}`;
}
function columnOf$1(table, name) {
	return table?.columns.find((column) => column.name === name);
}
/** Whether the unit under review certainly created the table, so that nobody else uses it yet. */
function isNew(schema, table) {
	return table !== void 0 && schema.unit !== 0 && table.createdIn === schema.unit;
}

// src/schema/built-in-types.ts
/**
* Names of built-in types that columns are made of every day, so that `typeUsers` does not list every table under `int4`. A name that is missing
* here costs a little time and nothing else; a user's type of such a name is found where the author wrote its schema.
*/
const builtInTypes = new Set("bit bool box bpchar bytea char cidr circle cstring date daterange float4 float8 inet int2 int4 int8 int4range int8range interval json jsonb jsonpath line lseg macaddr macaddr8 money name numeric numrange oid path pg_lsn point polygon record regclass regproc regtype serial serial2 serial4 serial8 bigserial smallserial text tid time timestamp timestamptz timetz tsquery tsrange tstzrange tsvector uuid varbit varchar void xid xml".split(" "));

// src/sql/postgres/quote.ts
/**
* PostgreSQL 18's keywords that are not unreserved: `quote_ident` quotes them all, also those that could be a column's name.
* https://www.postgresql.org/docs/18/sql-keywords-appendix.html; test/sql/quote.test.ts holds the list against the parser's own scanner.
*/
const keywords = new Set("all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case cast char character check coalesce collate collation column concurrently constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp current_user dec decimal default deferrable desc distinct do else end except exists extract false fetch float for foreign freeze from full grant greatest group grouping having ilike in initially inner inout int integer intersect interval into is isnull join json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize json_table json_value lateral leading least left like limit localtime localtimestamp merge_action national natural nchar none normalize not notnull null nullif numeric offset on only or order out outer overlaps overlay placing position precision primary real references returning right row select session_user setof similar smallint some substring symmetric system_user table tablesample then time timestamp to trailing treat trim true union unique user using values varchar variadic verbose when where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable".split(" "));
/** A name (folded, as the catalog has it) as SQL, quoted only where it must be: `quote_ident`. */
function quoteIdentifier(name) {
	return /^[a-z_][a-z0-9_]*$/.test(name) && !keywords.has(name) ? name : `"${name.replaceAll("\"", "\"\"")}"`;
}
/** `schema.name`, or the name alone where no schema is known. */
function quoteName(name) {
	return name.schema === void 0 ? quoteIdentifier(name.name) : `${quoteIdentifier(name.schema)}.${quoteIdentifier(name.name)}`;
}
/** A string as an SQL literal: `quote_literal`. A backslash makes it an `E''` string, which every setting of the server reads alike. */
function quoteLiteral(value) {
	const doubled = value.replaceAll("'", "''");
	return value.includes("\\") ? `E'${doubled.replaceAll("\\", "\\\\")}'` : `'${doubled}'`;
}
/** A text in dollar quotes, with a tag that does not occur in it. */
function quoteDollar(body) {
	let tag = "$$";
	for (let i = 0; body.includes(tag) || body.endsWith("$") && tag === "$$"; i++) tag = i === 0 ? "$lockstep$" : `$lockstep${i}$`;
	return `${tag}${body}${tag}`;
}

// src/schema/nextval.ts
/** `nextval('s')`, `nextval('app.s'::regclass)`: the default that serial stands for, and how a rename of the sequence is read from it. */
/** The sequence that the expression draws from, if that is all it does. */
function sequenceOf(node) {
	if (node.kind !== "call" || node.function.name !== "nextval" || node.arguments.length !== 1) return void 0;
	let argument = node.arguments[0];
	while (argument.kind === "cast") argument = argument.argument;
	if (argument.kind !== "constant") return void 0;
	const parts = [...argument.value.matchAll(/"((?:[^"]|"")*)"|([^".]+)/g)].map((part) => part[1]?.replaceAll("\"\"", "\"") ?? fold$1(part[2]));
	const [schema, name] = parts.length > 1 ? parts.slice(-2) : [void 0, parts[0]];
	if (name === void 0) return void 0;
	return schema === void 0 ? { name } : {
		schema,
		name
	};
}
/** The default of a serial column, as pg_get_expr shows it where the search path has the sequence. */
function nextvalOf(sequence) {
	return draw(quoteIdentifier(sequence));
}
/** The same default after the sequence got another name; its schema is kept where it was written. */
function renamedNextval(value, to) {
	return draw(sequenceOf(value.tree)?.schema === void 0 ? quoteIdentifier(to.name) : quoteName(to));
}
function draw(sequence) {
	return {
		text: `nextval(${quoteLiteral(sequence)}::regclass)`,
		tree: {
			kind: "call",
			function: { name: "nextval" },
			arguments: [{
				kind: "cast",
				argument: {
					kind: "constant",
					value: sequence
				},
				type: {
					name: "regclass",
					modifiers: [],
					dimensions: 0,
					text: "regclass"
				}
			}]
		}
	};
}
function fold$1(word) {
	return word.trim().toLowerCase();
}

// src/schema/store.ts
/**
* The only way into the schema's maps. An operation makes the new table, view, type or sequence; what other objects know of it
* (`indexes`, `constraintNames`, `typeUsers`, `referencedBy`, `children`, `readBy`, `sequences`) is brought in step here, from the
* difference of old and new, so that no operation can forget a link and none has to search for its users.
*/
function putTable(schema, table) {
	const key = keyOf(table.name);
	const before = schema.tables.get(key);
	return before === table ? schema : linkTable({
		...schema,
		tables: schema.tables.set(key, table)
	}, before, table);
}
/** Takes a table out, and nothing with it: dependents are the business of `drop.ts`. */
function removeTable(schema, name) {
	const before = schema.tables.get(keyOf(name));
	return before === void 0 ? schema : linkTable({
		...schema,
		tables: schema.tables.delete(keyOf(name))
	}, before, void 0);
}
function putView(schema, view) {
	const key = keyOf(view.name);
	const before = schema.views.get(key);
	return before === view ? schema : linkView({
		...schema,
		views: schema.views.set(key, view)
	}, before, view);
}
function removeView(schema, name) {
	const before = schema.views.get(keyOf(name));
	return before === void 0 ? schema : linkView({
		...schema,
		views: schema.views.delete(keyOf(name))
	}, before, void 0);
}
function putSequence(schema, sequence) {
	const key = keyOf(sequence.name);
	const before = schema.sequences.get(key);
	return linkSequence({
		...schema,
		sequences: schema.sequences.set(key, sequence)
	}, before, sequence);
}
function removeSequence(schema, name) {
	const before = schema.sequences.get(keyOf(name));
	return before === void 0 ? schema : linkSequence({
		...schema,
		sequences: schema.sequences.delete(keyOf(name))
	}, before, void 0);
}
function putType(schema, type) {
	const key = keyOf(type.name);
	const before = schema.types.get(key);
	return linkType({
		...schema,
		types: schema.types.set(key, type)
	}, before, type);
}
function removeType(schema, name) {
	const before = schema.types.get(keyOf(name));
	return before === void 0 ? schema : linkType({
		...schema,
		types: schema.types.delete(keyOf(name))
	}, before, void 0);
}
/** A table of which history only tells that it is there. */
function unknownTable(name) {
	return {
		name,
		columns: [],
		constraints: [],
		indexes: [],
		referencedBy: [],
		children: [],
		inherits: [],
		readBy: [],
		sequences: [],
		persistence: "permanent",
		triggers: [],
		complete: false,
		createdIn: 0
	};
}
/** Changes a table that may be absent. */
function adjust(schema, name, change) {
	const table = schema.tables.get(keyOf(name));
	return table === void 0 ? schema : {
		...schema,
		tables: schema.tables.set(keyOf(name), change(table))
	};
}
/** As `adjust`, and an unknown table comes to be known by being mentioned. The catalogs are not tables of the user. */
function mention(schema, name, change) {
	if (name.schema === "pg_catalog" || name.schema === "information_schema") return schema;
	if (schema.tables.has(keyOf(name))) return adjust(schema, name, change);
	return {
		...schema,
		tables: schema.tables.set(keyOf(name), change(unknownTable(name)))
	};
}
function linkTable(schema, before, after) {
	let next = schema;
	const name = (after ?? before)?.name;
	if (before?.indexes !== after?.indexes) next = linkIndexes(next, name, before?.indexes, after?.indexes);
	if (before?.constraints !== after?.constraints) {
		for (const each of onlyIn(before?.constraints, after?.constraints)) next = unlinkConstraint(next, name, each);
		for (const each of onlyIn(after?.constraints, before?.constraints)) next = linkConstraint(next, name, each);
	}
	if (before?.columns !== after?.columns) {
		next = linkTypes(next, {
			kind: "table",
			name
		}, typesOf(before), typesOf(after));
		next = linkDefaults(next, name, before, after);
	}
	const parentsBefore = parentsOf(before);
	const parentsAfter = parentsOf(after);
	for (const parent of parentsBefore.filter((each) => !includes$1(parentsAfter, each))) next = adjust(next, parent, (table) => ({
		...table,
		children: without(table.children, name)
	}));
	for (const parent of parentsAfter.filter((each) => !includes$1(parentsBefore, each))) next = mention(next, parent, (table) => includes$1(table.children, name) ? table : {
		...table,
		children: [...table.children, name]
	});
	return next;
}
function linkIndexes(schema, name, before, after) {
	let next = schema;
	const keyIn = (index) => keyOf({
		schema: name.schema,
		name: index.name
	});
	for (const each of onlyIn(before, after)) next = {
		...next,
		indexes: next.indexes.delete(keyIn(each))
	};
	for (const each of onlyIn(after, before)) {
		const owner = next.indexes.get(keyIn(each));
		if (owner !== void 0 && owner !== keyOf(name)) next = withoutIndex(next, owner, each.name);
		next = {
			...next,
			indexes: next.indexes.set(keyIn(each), keyOf(name))
		};
	}
	return next;
}
/** An index whose name another table's now has must have gone without our seeing it. */
function withoutIndex(schema, owner, index) {
	const table = schema.tables.get(owner);
	const view = schema.views.get(owner);
	const indexes = (table ?? view)?.indexes.filter((each) => each.name !== index) ?? [];
	if (table) return putTable(schema, {
		...table,
		indexes,
		constraints: table.constraints.filter((each) => each.index !== index)
	});
	return view ? putView(schema, {
		...view,
		indexes
	}) : schema;
}
function linkConstraint(schema, table, constraint) {
	const key = keyOf({
		schema: table.schema,
		name: constraint.name
	});
	const next = {
		...schema,
		constraintNames: schema.constraintNames.set(key, (schema.constraintNames.get(key) ?? 0) + 1)
	};
	const reference = {
		table,
		constraint: constraint.name
	};
	if (constraint.references === void 0) return next;
	return mention(next, constraint.references, (target) => ({
		...target,
		referencedBy: [...target.referencedBy, reference]
	}));
}
function unlinkConstraint(schema, table, constraint) {
	const key = keyOf({
		schema: table.schema,
		name: constraint.name
	});
	const count = schema.constraintNames.get(key) ?? 0;
	const next = {
		...schema,
		constraintNames: count > 1 ? schema.constraintNames.set(key, count - 1) : schema.constraintNames.delete(key)
	};
	if (constraint.references === void 0) return next;
	return adjust(next, constraint.references, (target) => ({
		...target,
		referencedBy: target.referencedBy.filter((each) => !(each.constraint === constraint.name && same$2(each.table, table)))
	}));
}
function linkView(schema, before, after) {
	let next = schema;
	const name = (after ?? before)?.name;
	if (before?.indexes !== after?.indexes) next = linkIndexes(next, name, before?.indexes, after?.indexes);
	const readBefore = before?.reads.map((each) => each.table) ?? [];
	const readAfter = after?.reads.map((each) => each.table) ?? [];
	const off = (object) => ({
		...object,
		readBy: without(object.readBy, name)
	});
	const on = (object) => includes$1(object.readBy, name) ? object : {
		...object,
		readBy: [...object.readBy, name]
	};
	for (const read of readBefore.filter((each) => !includes$1(readAfter, each))) {
		const view = next.views.get(keyOf(read));
		next = view ? {
			...next,
			views: next.views.set(keyOf(read), off(view))
		} : adjust(next, read, off);
	}
	for (const read of readAfter.filter((each) => !includes$1(readBefore, each))) {
		const view = next.views.get(keyOf(read));
		next = view ? {
			...next,
			views: next.views.set(keyOf(read), on(view))
		} : mention(next, read, on);
	}
	return next;
}
function linkSequence(schema, before, after) {
	const name = (after ?? before)?.name;
	let next = schema;
	if (before?.ownedBy) next = adjust(next, before.ownedBy.table, (table) => ({
		...table,
		sequences: table.sequences.filter((each) => !same$2(each.sequence, name))
	}));
	if (after?.ownedBy) {
		const owned = {
			sequence: name,
			column: after.ownedBy.column
		};
		next = mention(next, after.ownedBy.table, (table) => ({
			...table,
			sequences: [...table.sequences, owned]
		}));
	}
	return next;
}
function linkType(schema, before, after) {
	const base = (type) => type?.kind === "domain" ? [type.type] : [];
	const name = (after ?? before)?.name;
	return linkTypes(schema, {
		kind: "domain",
		name
	}, base(before), base(after));
}
function linkTypes(schema, user, before, after) {
	const keysBefore = new Set(before.map((type) => typeKey(schema, type)));
	const keysAfter = new Set(after.map((type) => typeKey(schema, type)));
	let users = schema.typeUsers;
	const isUser = (each) => each.kind === user.kind && same$2(each.name, user.name);
	for (const key of keysBefore) {
		if (key === void 0 || keysAfter.has(key)) continue;
		const left = (users.get(key) ?? []).filter((each) => !isUser(each));
		users = left.length > 0 ? users.set(key, left) : users.delete(key);
	}
	for (const key of keysAfter) {
		if (key === void 0 || keysBefore.has(key)) continue;
		users = users.set(key, [...users.get(key) ?? [], user]);
	}
	return users === schema.typeUsers ? schema : {
		...schema,
		typeUsers: users
	};
}
function linkDefaults(schema, name, before, after) {
	const keysBefore = sequencesOf(schema, before);
	const keysAfter = sequencesOf(schema, after);
	let users = schema.sequenceUsers;
	for (const key of onlyIn(keysBefore, keysAfter)) {
		const left = without(users.get(key) ?? [], name);
		users = left.length > 0 ? users.set(key, left) : users.delete(key);
	}
	for (const key of onlyIn(keysAfter, keysBefore)) if (!includes$1(users.get(key) ?? [], name)) users = users.set(key, [...users.get(key) ?? [], name]);
	return users === schema.sequenceUsers ? schema : {
		...schema,
		sequenceUsers: users
	};
}
function sequencesOf(schema, table) {
	return (table?.columns ?? []).flatMap((column) => sequenceKey(schema, column.default) ?? []);
}
/** The key of the sequence that a default draws from. */
function sequenceKey(schema, value) {
	const name = value && sequenceOf(value.tree);
	return name && keyOf(resolve(schema, name, schema.sequences));
}
/** The key of a type that a user may have made; undefined for built-in ones. */
function typeKey(schema, type) {
	if (type.schema === "pg_catalog") return void 0;
	if (type.schema === void 0 && builtInTypes.has(type.name)) return void 0;
	return keyOf(resolve(schema, type, schema.types));
}
function typesOf(table) {
	return table?.columns.map((column) => column.type) ?? [];
}
/** Tables that it is a partition of, or inherits from. */
function parentsOf(table) {
	if (table === void 0) return [];
	return table.partitionOf ? [table.partitionOf.parent] : table.inherits;
}
function same$2(a, b) {
	return a.name === b.name && a.schema === b.schema;
}
function includes$1(names, name) {
	return names.some((each) => same$2(each, name));
}
function without(names, name) {
	return names.filter((each) => !same$2(each, name));
}
/** Most changes append or replace one: what both begin with is passed over without a set of all. */
function onlyIn(these = [], those = []) {
	let start = 0;
	while (start < these.length && these[start] === those[start]) start++;
	if (start === these.length || start >= those.length) return these.slice(start);
	const others = new Set(those.slice(start));
	return these.slice(start).filter((each) => !others.has(each));
}

// src/schema/partition-tree.ts
/** The table with all its partitions and inheriting tables, itself first, each once: what an ALTER TABLE without ONLY reaches. */
function partitionTree(schema, name) {
	const start = resolve(schema, name);
	const reached = /* @__PURE__ */ new Map([[keyOf(start), start]]);
	for (const each of reached.values()) for (const child of schema.tables.get(keyOf(each))?.children ?? []) reached.set(keyOf(child), child);
	return [...reached.values()];
}
/** Whether `name` is `ancestor` or hangs below it. PostgreSQL refuses circles; so does the model, which walks down without looking back. */
function isUnder(schema, name, ancestor) {
	const reached = /* @__PURE__ */ new Map([[keyOf(name), name]]);
	for (const each of reached.values()) for (const parent of parentsOf(schema.tables.get(keyOf(each)))) reached.set(keyOf(parent), parent);
	return reached.has(keyOf(ancestor));
}
/** Whether the table holds no rows but its partitions' do; also an unknown one that something is a partition of. */
function isPartitioned(schema, table) {
	return table.partitionBy !== void 0 || table.children.some((child) => schema.tables.get(keyOf(child))?.partitionOf !== void 0);
}

// src/engine/postgres/unknown-partitions.ts
/**
* Partitions are often made where no migration shows them: by pg_partman, by a job, by a trigger. A partitioned table that was there before
* the unit under review, and of which history knows no partition from before it, is taken to have some. They are reported on the table
* itself, which has no rows of its own.
*/
function mayHavePartitions(schema, table) {
	return table?.partitionBy !== void 0 && !isNew(schema, table) && table.children.every((child) => isNew(schema, schema.tables.get(keyOf(child))));
}
/** The partitions that a table may have, as one table with rows that goes by its name. */
function unknownPartitions(at, { name, table, stored }) {
	return !stored && mayHavePartitions(at.schema, table) ? [{
		name,
		table,
		stored: true
	}] : [];
}
/** Says whose rows the work of a partitioned table is about. */
function namingPartitions(at, effects) {
	return effects.map((effect) => {
		if (!isWork(effect.work) || !mayHavePartitions(at.schema, at.schema.tables.get(keyOf(effect.table)))) return effect;
		const whose = "its partitions, which the history does not know, may hold rows";
		return {
			...effect,
			because: effect.because === void 0 ? whose : `${whose}: ${effect.because}`
		};
	});
}

// src/engine/postgres/at.ts
/** The table of that name, without those that inherit from it. */
function member(at, name) {
	const resolved = resolve(at.schema, name, at.schema.tables);
	const table = at.schema.tables.get(keyOf(resolved));
	return {
		name: resolved,
		table,
		stored: table?.partitionBy === void 0
	};
}
/**
* Partitions and inheriting tables, of every depth, each once; the table itself is not among them, unless it stands for partitions that the
* history does not know.
*/
function descendants(at, table) {
	if (table === void 0) return [];
	const tree = partitionTree(at.schema, table.name).map((name) => member(at, name));
	return [...tree.slice(1), ...tree.flatMap((each) => unknownPartitions(at, each))];
}
/** Whether the history knows a partition or an inheriting table. */
function hasKnownChildren(table) {
	return table !== void 0 && table.children.length > 0;
}
/** The table if it has rows, else what stands for partitions of it that the history does not know. */
function withRows(at, each) {
	return each.stored ? [each] : unknownPartitions(at, each);
}
/** The table, and unless the author wrote ONLY all that inherit from it: what ALTER TABLE recurses to. */
function family(at, name, only) {
	const self = member(at, name);
	return only ? [self] : [self, ...descendants(at, self.table)];
}
/** Whether two members are the same table. */
function isSame(a, b) {
	return keyOf(a.name) === keyOf(b.name);
}
/** A table lock and the work under it. */
function on(table, lock, work = "metadata", because) {
	const effect = {
		table,
		lock,
		work: typeof work === "string" ? [work] : work
	};
	return because === void 0 ? effect : {
		...effect,
		because
	};
}
function failing(effect, code, reason, certain) {
	return {
		...effect,
		fails: {
			code,
			reason,
			certain
		}
	};
}
/**
* One effect a table: the strongest lock, all the work, the first reason for work, the surest failure.
* @param parts in any order; the first one's table stays first, the others follow by name
*/
function join(parts) {
	const first = parts[0];
	if (first === void 0) return [];
	const byTable = /* @__PURE__ */ new Map();
	for (const part of parts) {
		const key = keyOf(part.table);
		const known = byTable.get(key);
		byTable.set(key, known === void 0 ? part : both(known, part));
	}
	const own = keyOf(first.table);
	return [...byTable].sort(([a], [b]) => a === own ? -1 : b === own ? 1 : a < b ? -1 : 1).map(([, effect]) => effect);
}
function both(a, b) {
	const because = heavier(b, a) ? b.because ?? a.because : a.because ?? b.because;
	const fails = surer(a.fails, b.fails);
	return {
		table: a.table,
		...a.ofIndex && { ofIndex: true },
		lock: strength(b.lock) > strength(a.lock) ? b.lock : a.lock,
		work: joinWork(a.work, b.work),
		...fails === void 0 ? {} : { fails },
		...because === void 0 ? {} : { because }
	};
}
const weight = (effect) => Math.max(...effect.work.map((work) => works.indexOf(work)));
/** Whether `a` does heavier work than `b`. */
function heavier(a, b) {
	return weight(a) > weight(b);
}
function surer(a, b) {
	return a === void 0 || b?.certain && !a.certain ? b : a;
}

// src/schema/columns-of-type.ts
/** Columns of a type or domain, of arrays of it, and of domains over it: the tables that a change of the type concerns. */
function columnsOfType(schema, type) {
	const found = [];
	const visited = /* @__PURE__ */ new Set();
	const visit = (key) => {
		if (visited.has(key)) return;
		visited.add(key);
		for (const user of schema.typeUsers.get(key) ?? []) if (user.kind === "domain") visit(keyOf(user.name));
		else for (const column of schema.tables.get(keyOf(user.name))?.columns ?? []) if (typeKey(schema, column.type) === key) found.push({
			table: user.name,
			column
		});
	};
	visit(keyOf(resolve(schema, type, schema.types)));
	return found;
}

// src/engine/postgres/catalog.recorded.ts
const types = `
_aclitem A  aclitem array_ops
_bit A  bit array_ops
_bool A  bool array_ops
_box A  box array_ops
_bpchar A  bpchar array_ops
_bytea A  bytea array_ops
_char A  char array_ops
_cid A  cid array_ops
_cidr A  cidr array_ops
_circle A  circle array_ops
_cstring A  cstring
_date A  date array_ops
_datemultirange A  datemultirange array_ops
_daterange A  daterange array_ops
_float4 A  float4 array_ops
_float8 A  float8 array_ops
_gtsvector A  gtsvector array_ops
_inet A  inet array_ops
_int2 A  int2 array_ops
_int2vector A  int2vector array_ops
_int4 A  int4 array_ops
_int4multirange A  int4multirange array_ops
_int4range A  int4range array_ops
_int8 A  int8 array_ops
_int8multirange A  int8multirange array_ops
_int8range A  int8range array_ops
_interval A  interval array_ops
_json A  json array_ops
_jsonb A  jsonb array_ops
_jsonpath A  jsonpath array_ops
_line A  line array_ops
_lseg A  lseg array_ops
_macaddr A  macaddr array_ops
_macaddr8 A  macaddr8 array_ops
_money A  money array_ops
_name A  name array_ops
_numeric A  numeric array_ops
_nummultirange A  nummultirange array_ops
_numrange A  numrange array_ops
_oid A  oid array_ops
_oidvector A  oidvector array_ops
_path A  path array_ops
_pg_lsn A  pg_lsn array_ops
_pg_snapshot A  pg_snapshot array_ops
_point A  point array_ops
_polygon A  polygon array_ops
_record P
_refcursor A  refcursor array_ops
_regclass A  regclass array_ops
_regcollation A  regcollation array_ops
_regconfig A  regconfig array_ops
_regdictionary A  regdictionary array_ops
_regnamespace A  regnamespace array_ops
_regoper A  regoper array_ops
_regoperator A  regoperator array_ops
_regproc A  regproc array_ops
_regprocedure A  regprocedure array_ops
_regrole A  regrole array_ops
_regtype A  regtype array_ops
_text A  text array_ops
_tid A  tid array_ops
_time A  time array_ops
_timestamp A  timestamp array_ops
_timestamptz A  timestamptz array_ops
_timetz A  timetz array_ops
_tsmultirange A  tsmultirange array_ops
_tsquery A  tsquery array_ops
_tsrange A  tsrange array_ops
_tstzmultirange A  tstzmultirange array_ops
_tstzrange A  tstzrange array_ops
_tsvector A  tsvector array_ops
_txid_snapshot A  txid_snapshot array_ops
_uuid A  uuid array_ops
_varbit A  varbit array_ops
_varchar A  varchar array_ops
_xid A  xid array_ops
_xid8 A  xid8 array_ops
_xml A  xml array_ops
aclitem U
any P
anyarray P   array_ops
anycompatible P
anycompatiblearray P
anycompatiblemultirange P
anycompatiblenonarray P
anycompatiblerange P
anyelement P
anyenum P
anymultirange P
anynonarray P
anyrange P
bit V   bit_ops
bool B p  bool_ops
box G
bpchar S   bpchar_ops
bytea U   bytea_ops
char Z   char_ops
cid U
cidr I   inet_ops
circle G
cstring P
date D   date_ops
datemultirange R   multirange_ops
daterange R   range_ops
event_trigger P
fdw_handler P
float4 N   float4_ops
float8 N p  float8_ops
gtsvector U
index_am_handler P
inet I p  inet_ops
int2 N   int2_ops
int2vector A  int2 array_ops
int4 N   int4_ops
int4multirange R   multirange_ops
int4range R   range_ops
int8 N   int8_ops
int8multirange R   multirange_ops
int8range R   range_ops
internal P
interval T p  interval_ops
json U
jsonb U   jsonb_ops
jsonpath U
language_handler P
line G
lseg G
macaddr U   macaddr_ops
macaddr8 U   macaddr8_ops
money N   money_ops
name S   name_ops
numeric N   numeric_ops
nummultirange R   multirange_ops
numrange R   range_ops
oid N p  oid_ops
oidvector A  oid oidvector_ops
path G
pg_brin_bloom_summary Z
pg_brin_minmax_multi_summary Z
pg_ddl_command P
pg_dependencies Z   bytea_ops
pg_lsn U   pg_lsn_ops
pg_mcv_list Z   bytea_ops
pg_ndistinct Z   bytea_ops
pg_node_tree Z   text_ops
pg_snapshot U
point G
polygon G
record P
refcursor U
regclass N   oid_ops
regcollation N   oid_ops
regconfig N   oid_ops
regdictionary N   oid_ops
regnamespace N   oid_ops
regoper N   oid_ops
regoperator N   oid_ops
regproc N   oid_ops
regprocedure N   oid_ops
regrole N   oid_ops
regtype N   oid_ops
table_am_handler P
text S p  text_ops
tid U   tid_ops
time D   time_ops
timestamp D   timestamp_ops
timestamptz D p  timestamptz_ops
timetz D   timetz_ops
trigger P
tsm_handler P
tsmultirange R   multirange_ops
tsquery U   tsquery_ops
tsrange R   range_ops
tstzmultirange R   multirange_ops
tstzrange R   range_ops
tsvector U   tsvector_ops
txid_snapshot U
unknown X
uuid U   uuid_ops
varbit V p  varbit_ops
varchar S   text_ops
void P
xid U
xid8 U   xid8_ops
xml U
`;
const casts = `
2j 2j fii
2j 35 fei
2j 38 fei
2j 4z bii
2k 2m fai
2k 35 fei
2k 4i fai
2k 50 fai
2l 2r fei
2l 3i fei
2l 42 fei
2l 43 fai
2m 2m fii
2m 2o fai
2m 3m fii
2m 4i fii
2m 50 fii
2m 54 fes
2n 33 fei
2n 35 fei
2n 38 fei
2o 2m fai
2o 35 fei
2o 4i fii
2o 50 fai
2q 2m fai
2q 32 bii
2q 4i fai
2q 50 fai
2r 2l fei
2r 42 fei
2r 43 fei
2t 4l fii
2t 4m fis
2v 2u fei
2y 2z fii
2y 33 fai
2y 35 fai
2y 38 fai
2y 3n fai
2z 2y fai
2z 33 fai
2z 35 fai
2z 38 fai
2z 3n fai
32 2m fai
32 2q fai
32 4i fai
32 50 fai
33 2n fei
33 2y fii
33 2z fii
33 35 fii
33 38 fii
33 3n fii
33 3q fii
33 46 fii
33 47 fii
33 48 fii
33 49 fii
33 4a fii
33 4b fii
33 4c fii
33 4d fii
33 4e fii
33 4f fii
33 4g fii
35 2j fei
35 2k fei
35 2n fei
35 2o fei
35 2y fii
35 2z fii
35 33 fai
35 38 fii
35 3l fas
35 3n fii
35 3q bii
35 46 bis
35 47 bis
35 48 bis
35 49 bis
35 4a bis
35 4b bis
35 4c bis
35 4d bis
35 4e bis
35 4f bis
35 4g bis
37 36 fei
38 2j fei
38 2n fei
38 2y fii
38 2z fii
38 33 fai
38 35 fai
38 3l fas
38 3n fii
38 3q fii
38 46 fii
38 47 fii
38 48 fii
38 49 fii
38 4a fii
38 4b fii
38 4c fii
38 4d fii
38 4e fii
38 4f fii
38 4g fii
3a 39 fei
3c 3c fii
3c 4k fai
3d 3e iai
3e 2k fei
3e 2y fei
3e 2z fei
3e 33 fei
3e 35 fei
3e 38 fei
3e 3d iai
3e 3n fei
3i 42 fei
3j 3k fii
3k 3j fii
3l 3n fas
3m 2m fai
3m 4i fii
3m 50 fai
3n 2y fii
3n 2z fii
3n 33 fai
3n 35 fai
3n 38 fai
3n 3l fas
3n 3n fii
3p 3o fei
3q 35 bai
3q 38 fai
3q 46 bis
3q 47 bis
3q 48 bis
3q 49 bis
3q 4a bis
3q 4b bis
3q 4c bis
3q 4d bis
3q 4e bis
3q 4f bis
3q 4g bis
3s 43 fai
3w 2n bii
3w 4i iii
3y 2n bii
3y 4i iii
3z 2n bii
3z 4i iii
40 4i bii
42 2l fai
43 2l fei
43 2r fei
43 3s fai
43 42 fei
46 35 bas
46 38 fai
46 3q bis
47 35 bas
47 38 fai
47 3q bis
48 35 bas
48 38 fai
48 3q bis
49 35 bas
49 38 fai
49 3q bis
4a 35 bas
4a 38 fai
4a 3q bis
4b 35 bas
4b 38 fai
4b 3q bis
4b 4c bis
4c 35 bas
4c 38 fai
4c 3q bis
4c 4b bis
4d 35 bas
4d 38 fai
4d 3q bis
4d 4e bis
4e 35 bas
4e 38 fai
4e 3q bis
4e 4d bis
4f 35 bas
4f 38 fai
4f 3q bis
4g 35 bas
4g 38 fai
4g 3q bis
4i 2m bii
4i 2o fai
4i 3m fii
4i 46 fis
4i 50 bii
4i 54 fes
4k 3c fii
4k 4k fii
4k 4n fis
4l 2t fai
4l 4k fai
4l 4l fii
4l 4m fis
4m 2t fas
4m 4k fas
4m 4l fas
4m 4m fii
4m 4n fas
4n 4k fai
4n 4n fii
4s 4q fei
4u 4t fei
4z 2j bii
4z 4z fii
50 2m bii
50 2o fai
50 3m fii
50 46 fis
50 4i bii
50 50 fii
50 54 fes
53 52 fei
54 2m bai
54 4i bai
54 50 bai
`;
const inputOutput = `
0 ss
1 ss
2 ss
3 ss
4 ss
5 ss
6 ss
7 ss
8 ss
9 ss
a ss
b ss
c ss
d ss
e ss
f ss
g ss
h ss
i ss
j ss
k ss
l ss
m ss
n ss
o ss
p ss
q ss
r ss
s ss
t ss
u ss
v ss
w ss
x ss
y ss
z ss
10 ss
11 ss
12 ss
13 ss
14 ss
15 ss
16 ss
17 ss
18 ss
19 ss
1a ss
1b ss
1c ss
1d ss
1e ss
1f ss
1g ss
1h ss
1i ss
1j ss
1k ss
1l ss
1m ss
1n ss
1o ss
1p ss
1q ss
1r ss
1s ss
1t ss
1u ss
1v ss
1w ss
1x ss
1y ss
1z ss
20 ss
21 ss
22 ss
23 ss
24 ss
25 ss
26 ss
28 is
2a is
2b ss
2d ss
2f is
2g ss
2i ss
2t ss
2u ss
2v ss
36 ss
37 ss
39 ss
3a ss
3c ss
3l ss
3o ss
3p ss
44 ss
46 ss
47 ss
48 ss
49 ss
4a ss
4b ss
4c ss
4d ss
4e ss
4f ss
4g ss
4k si
4l ss
4m ss
4n si
4q ss
4s ss
4t ss
4u ss
54 si
`;
const operators = `
!! -,4r,4r,i
!~ 3m,4i,2k,i 4i,4i,2k,i 2m,4i,2k,i
!~* 3m,4i,2k,i 4i,4i,2k,i 2m,4i,2k,i
!~~ 2n,2n,2k,i 3m,4i,2k,i 4i,4i,2k,i 2m,4i,2k,i
!~~* 3m,4i,2k,i 4i,4i,2k,i 2m,4i,2k,i
# -,3s,35,i -,43,35,i 38,38,38,i 33,33,33,i 35,35,35,i 3i,3i,42,i 2l,2l,2l,i 3h,3h,42,i 2j,2j,2j,i
## 42,3i,42,i 42,2l,42,i 42,3h,42,i 3i,3i,42,i 3i,2l,42,i 3h,3i,42,i
#- 3e,1n,3e,i
#> 3d,1n,3d,i 3e,1n,3e,i
#>> 3d,1n,4i,i 3e,1n,4i,i
% 38,38,38,i 33,33,33,i 35,35,35,i 3n,3n,3n,i
& 38,38,38,i 33,33,33,i 35,35,35,i 3k,3k,3k,i 3j,3j,3j,i 32,32,32,i 2j,2j,2j,i
&& 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i 32,32,2k,i 28,28,2k,i 4r,4r,4r,i 2i,2i,2k,i 2i,2g,2k,i 2g,2i,2k,i 2g,2g,2k,i
&< 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i 2i,2i,2k,i 2i,2g,2k,i 2g,2i,2k,i 2g,2g,2k,i
&<| 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i
&> 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i 2i,2i,2k,i 2i,2g,2k,i 2g,2i,2k,i 2g,2g,2k,i
* 38,38,38,i 38,33,38,i 38,35,38,i 38,3l,3l,i 33,38,38,i 33,33,33,i 33,35,35,i 33,3l,3l,i 35,38,38,i 35,33,35,i 35,35,35,i 35,3l,3l,i 42,42,42,i 3s,42,3s,i 2l,42,2l,i 2y,2y,2y,i 2y,2z,2z,i 2y,3l,3l,i 2z,2y,2z,i 2z,2z,2z,i 2z,3l,3l,i 2z,3c,3c,i 2r,42,2r,i 3l,38,3l,i 3l,33,3l,i 3l,35,3l,i 3l,2y,3l,i 3l,2z,3l,i 3c,2z,3c,i 3n,3n,3n,i 2i,2i,2i,i 2g,2g,2g,i
*< 44,44,2k,i
*<= 44,44,2k,i
*<> 44,44,2k,i
*= 44,44,2k,i
*> 44,44,2k,i
*>= 44,44,2k,i
+ -,38,38,i -,33,33,i -,35,35,i -,2y,2y,i -,2z,2z,i -,3n,3n,i 38,38,38,i 38,33,38,i 38,35,38,i 38,32,32,i 33,38,38,i 33,33,33,i 33,35,35,i 35,38,38,i 35,33,35,i 35,35,35,i 35,2t,2t,i 42,42,42,i 3s,42,3s,i 3s,3s,3s,i 2l,42,2l,i 2y,2y,2y,i 2y,2z,2z,i 2z,2y,2z,i 2z,2z,2z,i 2r,42,2r,i 3l,3l,3l,i 32,38,32,i 0,26,0,i 2t,35,2t,i 2t,4k,4l,i 2t,3c,4l,i 2t,4n,4m,i 4k,2t,4l,i 4k,3c,4k,i 4l,3c,4l,i 4m,3c,4m,s 3c,2t,4l,i 3c,4k,4k,i 3c,4l,4l,i 3c,4m,4m,s 3c,3c,3c,i 3c,4n,4n,i 4n,2t,4m,i 4n,3c,4n,i 3n,3n,3n,i 3n,3x,3x,i 3x,3n,3x,i 2i,2i,2i,i 2g,2g,2g,i
- -,38,38,i -,33,33,i -,35,35,i -,2y,2y,i -,2z,2z,i -,3c,3c,i -,3n,3n,i 38,38,38,i 38,33,38,i 38,35,38,i 33,38,38,i 33,33,33,i 33,35,35,i 35,38,38,i 35,33,35,i 35,35,35,i 42,42,42,i 3s,42,3s,i 2l,42,2l,i 2y,2y,2y,i 2y,2z,2z,i 2z,2y,2z,i 2z,2z,2z,i 2r,42,2r,i 3l,3l,3l,i 32,38,32,i 32,32,38,i 0,26,0,i 2t,35,2t,i 2t,2t,35,i 2t,3c,4l,i 4k,4k,3c,i 4k,3c,4k,i 4l,4l,3c,i 4l,3c,4l,i 4m,4m,3c,i 4m,3c,4m,s 3c,3c,3c,i 4n,3c,4n,i 3n,3n,3n,i 3x,3n,3x,i 3x,3x,3n,i 3e,35,3e,i 3e,4i,3e,i 3e,1n,3e,i 2i,2i,2i,i 2g,2g,2g,i
-> 3d,35,3d,i 3d,4i,3d,i 3e,35,3e,i 3e,4i,3e,i
->> 3d,35,4i,i 3d,4i,4i,i 3e,35,4i,i 3e,4i,4i,i
-|- 2i,2i,2k,i 2i,2g,2k,i 2g,2i,2k,i 2g,2g,2k,i
/ 38,38,38,i 38,33,38,i 38,35,38,i 33,38,38,i 33,33,33,i 33,35,35,i 35,38,38,i 35,33,35,i 35,35,35,i 42,42,42,i 3s,42,3s,i 2l,42,2l,i 2y,2y,2y,i 2y,2z,2z,i 2z,2y,2z,i 2z,2z,2z,i 2r,42,2r,i 3l,38,3l,i 3l,33,3l,i 3l,35,3l,i 3l,2y,3l,i 3l,2z,3l,i 3l,3l,2z,i 3c,2z,3c,i 3n,3n,3n,i
< 2k,2k,2k,i 2n,2n,2k,i 2o,2o,2k,i 3m,3m,2k,i 3m,4i,2k,i 38,38,2k,i 38,33,2k,i 38,35,2k,i 33,38,2k,i 33,33,2k,i 33,35,2k,i 35,38,2k,i 35,33,2k,i 35,35,2k,i 4i,3m,2k,i 4i,4i,2k,i 3q,3q,2k,i 4j,4j,2k,i 3r,3r,2k,i 3i,3i,2k,i 3s,3s,2k,i 2l,2l,2k,i 2y,2y,2k,i 2y,2z,2k,i 2z,2y,2k,i 2z,2z,2k,i 2r,2r,2k,i 3k,3k,2k,i 3l,3l,2k,i 3j,3j,2k,i 32,32,2k,i 2m,2m,2k,i 2t,2t,2k,i 2t,4l,2k,i 2t,4m,2k,s 4k,4k,2k,i 4l,2t,2k,i 4l,4l,2k,i 4l,4m,2k,s 4m,2t,2k,s 4m,4l,2k,s 4m,4m,2k,i 3c,3c,2k,i 4n,4n,2k,i 2j,2j,2k,i 4z,4z,2k,i 3n,3n,2k,i 44,44,2k,i 28,28,2k,i 4y,4y,2k,i 3x,3x,2k,i 2f,2f,2k,i 4v,4v,2k,i 4r,4r,2k,i 3e,3e,2k,i 2i,2i,2k,i 2g,2g,2k,i 53,53,2k,i
<-> 42,42,2z,i 42,3i,2z,i 42,3s,2z,i 42,2l,2z,i 42,43,2z,i 42,3h,2z,i 42,2r,2z,i 3i,42,2z,i 3i,3i,2z,i 3i,2l,2z,i 3i,3h,2z,i 3s,42,2z,i 3s,3s,2z,i 2l,42,2z,i 2l,3i,2z,i 2l,2l,2z,i 43,42,2z,i 43,43,2z,i 43,2r,2z,i 3h,42,2z,i 3h,3i,2z,i 3h,3h,2z,i 2r,42,2z,i 2r,43,2z,i 2r,2r,2z,i 4r,4r,4r,i
<< 38,35,38,i 33,35,33,i 35,35,35,i 42,42,2k,i 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i 32,32,2k,i 2j,35,2j,i 2i,2i,2k,i 2i,2g,2k,i 2g,2i,2k,i 2g,2g,2k,i
<<= 32,32,2k,i
<<| 42,42,2k,i 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i
<= 2k,2k,2k,i 2n,2n,2k,i 2o,2o,2k,i 3m,3m,2k,i 3m,4i,2k,i 38,38,2k,i 38,33,2k,i 38,35,2k,i 33,38,2k,i 33,33,2k,i 33,35,2k,i 35,38,2k,i 35,33,2k,i 35,35,2k,i 4i,3m,2k,i 4i,4i,2k,i 3q,3q,2k,i 4j,4j,2k,i 3r,3r,2k,i 3i,3i,2k,i 3s,3s,2k,i 2l,2l,2k,i 2y,2y,2k,i 2y,2z,2k,i 2z,2y,2k,i 2z,2z,2k,i 2r,2r,2k,i 3k,3k,2k,i 3l,3l,2k,i 3j,3j,2k,i 32,32,2k,i 2m,2m,2k,i 2t,2t,2k,i 2t,4l,2k,i 2t,4m,2k,s 4k,4k,2k,i 4l,2t,2k,i 4l,4l,2k,i 4l,4m,2k,s 4m,2t,2k,s 4m,4l,2k,s 4m,4m,2k,i 3c,3c,2k,i 4n,4n,2k,i 2j,2j,2k,i 4z,4z,2k,i 3n,3n,2k,i 44,44,2k,i 28,28,2k,i 4y,4y,2k,i 3x,3x,2k,i 2f,2f,2k,i 4v,4v,2k,i 4r,4r,2k,i 3e,3e,2k,i 2i,2i,2k,i 2g,2g,2k,i 53,53,2k,i
<> 2k,2k,2k,i 2n,2n,2k,i 2o,2o,2k,i 3m,3m,2k,i 3m,4i,2k,i 38,38,2k,i 38,33,2k,i 38,35,2k,i 33,38,2k,i 33,33,2k,i 33,35,2k,i 35,38,2k,i 35,33,2k,i 35,35,2k,i 4i,3m,2k,i 4i,4i,2k,i 3q,3q,2k,i 4j,4j,2k,i 52,35,2k,i 52,52,2k,i 3r,3r,2k,i 42,42,2k,i 3i,3i,2k,i 2y,2y,2k,i 2y,2z,2k,i 2z,2y,2k,i 2z,2z,2k,i 2r,2r,2k,i 3k,3k,2k,i 3l,3l,2k,i 3j,3j,2k,i 32,32,2k,i 2m,2m,2k,i 2t,2t,2k,i 2t,4l,2k,i 2t,4m,2k,s 4k,4k,2k,i 4l,2t,2k,i 4l,4l,2k,i 4l,4m,2k,s 4m,2t,2k,s 4m,4l,2k,s 4m,4m,2k,i 3c,3c,2k,i 4n,4n,2k,i 2j,2j,2k,i 4z,4z,2k,i 3n,3n,2k,i 44,44,2k,i 28,28,2k,i 4y,4y,2k,i 3x,3x,2k,i 2f,2f,2k,i 4v,4v,2k,i 4r,4r,2k,i 3e,3e,2k,i 2i,2i,2k,i 2g,2g,2k,i 53,53,2k,i
<@ 42,3i,2k,i 42,3s,2k,i 42,2l,2k,i 42,43,2k,i 42,3h,2k,i 42,2r,2k,i 3i,2l,2k,i 3i,3h,2k,i 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i 28,28,2k,i 2e,2i,2k,i 2e,2g,2k,i 4r,4r,2k,i 3e,3e,2k,i 2i,2i,2k,i 2i,2g,2k,i 2g,2i,2k,i 2g,2g,2k,i
<^ 42,42,2k,i 2l,2l,2k,i
= 2k,2k,2k,i 2n,2n,2k,i 2o,2o,2k,i 3m,3m,2k,i 3m,4i,2k,i 38,38,2k,i 38,33,2k,i 38,35,2k,i 33,38,2k,i 33,33,2k,i 33,35,2k,i 35,38,2k,i 35,33,2k,i 35,35,2k,i 4i,3m,2k,i 4i,4i,2k,i 3q,3q,2k,i 4j,4j,2k,i 52,35,2k,i 52,52,2k,i 2p,2p,2k,i 3r,3r,2k,i 3i,3i,2k,i 3s,3s,2k,i 2l,2l,2k,i 3h,3h,2k,i 2y,2y,2k,i 2y,2z,2k,i 2z,2y,2k,i 2z,2z,2k,i 2r,2r,2k,i 3k,3k,2k,i 3l,3l,2k,i 3j,3j,2k,i 32,32,2k,i 26,26,2k,i 2m,2m,2k,i 2t,2t,2k,i 2t,4l,2k,i 2t,4m,2k,s 4k,4k,2k,i 4l,2t,2k,i 4l,4l,2k,i 4l,4m,2k,s 4m,2t,2k,s 4m,4l,2k,s 4m,4m,2k,i 3c,3c,2k,i 4n,4n,2k,i 2j,2j,2k,i 4z,4z,2k,i 3n,3n,2k,i 44,44,2k,i 28,28,2k,i 4y,4y,2k,i 3x,3x,2k,i 2f,2f,2k,i 4v,4v,2k,i 4r,4r,2k,i 3e,3e,2k,i 2i,2i,2k,i 2g,2g,2k,i 53,53,2k,i
> 2k,2k,2k,i 2n,2n,2k,i 2o,2o,2k,i 3m,3m,2k,i 3m,4i,2k,i 38,38,2k,i 38,33,2k,i 38,35,2k,i 33,38,2k,i 33,33,2k,i 33,35,2k,i 35,38,2k,i 35,33,2k,i 35,35,2k,i 4i,3m,2k,i 4i,4i,2k,i 3q,3q,2k,i 4j,4j,2k,i 3r,3r,2k,i 3i,3i,2k,i 3s,3s,2k,i 2l,2l,2k,i 2y,2y,2k,i 2y,2z,2k,i 2z,2y,2k,i 2z,2z,2k,i 2r,2r,2k,i 3k,3k,2k,i 3l,3l,2k,i 3j,3j,2k,i 32,32,2k,i 2m,2m,2k,i 2t,2t,2k,i 2t,4l,2k,i 2t,4m,2k,s 4k,4k,2k,i 4l,2t,2k,i 4l,4l,2k,i 4l,4m,2k,s 4m,2t,2k,s 4m,4l,2k,s 4m,4m,2k,i 3c,3c,2k,i 4n,4n,2k,i 2j,2j,2k,i 4z,4z,2k,i 3n,3n,2k,i 44,44,2k,i 28,28,2k,i 4y,4y,2k,i 3x,3x,2k,i 2f,2f,2k,i 4v,4v,2k,i 4r,4r,2k,i 3e,3e,2k,i 2i,2i,2k,i 2g,2g,2k,i 53,53,2k,i
>= 2k,2k,2k,i 2n,2n,2k,i 2o,2o,2k,i 3m,3m,2k,i 3m,4i,2k,i 38,38,2k,i 38,33,2k,i 38,35,2k,i 33,38,2k,i 33,33,2k,i 33,35,2k,i 35,38,2k,i 35,33,2k,i 35,35,2k,i 4i,3m,2k,i 4i,4i,2k,i 3q,3q,2k,i 4j,4j,2k,i 3r,3r,2k,i 3i,3i,2k,i 3s,3s,2k,i 2l,2l,2k,i 2y,2y,2k,i 2y,2z,2k,i 2z,2y,2k,i 2z,2z,2k,i 2r,2r,2k,i 3k,3k,2k,i 3l,3l,2k,i 3j,3j,2k,i 32,32,2k,i 2m,2m,2k,i 2t,2t,2k,i 2t,4l,2k,i 2t,4m,2k,s 4k,4k,2k,i 4l,2t,2k,i 4l,4l,2k,i 4l,4m,2k,s 4m,2t,2k,s 4m,4l,2k,s 4m,4m,2k,i 3c,3c,2k,i 4n,4n,2k,i 2j,2j,2k,i 4z,4z,2k,i 3n,3n,2k,i 44,44,2k,i 28,28,2k,i 4y,4y,2k,i 3x,3x,2k,i 2f,2f,2k,i 4v,4v,2k,i 4r,4r,2k,i 3e,3e,2k,i 2i,2i,2k,i 2g,2g,2k,i 53,53,2k,i
>> 38,35,38,i 33,35,33,i 35,35,35,i 42,42,2k,i 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i 32,32,2k,i 2j,35,2j,i 2i,2i,2k,i 2i,2g,2k,i 2g,2i,2k,i 2g,2g,2k,i
>>= 32,32,2k,i
>^ 42,42,2k,i 2l,2l,2k,i
? 3e,4i,2k,i
?# 3i,3i,2k,i 3i,2l,2k,i 3i,3h,2k,i 3s,3s,2k,i 2l,2l,2k,i 3h,2l,2k,i 3h,3h,2k,i
?& 3e,1n,2k,i
?- -,3i,2k,i -,3h,2k,i 42,42,2k,i
?-| 3i,3i,2k,i 3h,3h,2k,i
?| -,3i,2k,i -,3h,2k,i 42,42,2k,i 3e,1n,2k,i
?|| 3i,3i,2k,i 3h,3h,2k,i
@ -,38,38,i -,33,33,i -,35,35,i -,2y,2y,i -,2z,2z,i -,3n,3n,i
@-@ -,3i,2z,i -,3s,2z,i
@> 3s,42,2k,i 2l,42,2k,i 2l,2l,2k,i 43,42,2k,i 43,43,2k,i 2r,42,2k,i 2r,2r,2k,i 0,26,2k,i 28,28,2k,i 4r,4r,2k,i 3e,3e,2k,i 2i,2e,2k,i 2i,2i,2k,i 2i,2g,2k,i 2g,2e,2k,i 2g,2i,2k,i 2g,2g,2k,i
@? 3e,3f,2k,i
@@ -,3i,42,i -,2l,42,i -,43,42,i -,2r,42,i 4i,4i,2k,s 4i,4r,2k,s 4v,4r,2k,i 4r,4v,2k,i 3e,3f,2k,i
@@@ 4v,4r,2k,i 4r,4v,2k,i
^ 2z,2z,2z,i 3n,3n,3n,i
^@ 4i,4i,2k,i
| 38,38,38,i 33,33,33,i 35,35,35,i 3k,3k,3k,i 3j,3j,3j,i 32,32,32,i 2j,2j,2j,i
|&> 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i
|/ -,2z,2z,i
|>> 42,42,2k,i 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i
|| 2n,2n,2n,i 4i,4i,4i,i 4i,2h,4i,s 4z,4z,4z,i 2h,4i,4i,s 4v,4v,4v,i 4r,4r,4r,i 3e,3e,3e,i 29,2a,2a,i 2a,29,2a,i 2a,2a,2a,i
||/ -,2z,2z,i
~ -,38,38,i -,33,33,i -,35,35,i -,3k,3k,i -,3j,3j,i -,32,32,i -,2j,2j,i 3m,4i,2k,i 4i,4i,2k,i 2m,4i,2k,i
~* 3m,4i,2k,i 4i,4i,2k,i 2m,4i,2k,i
~<=~ 4i,4i,2k,i 2m,2m,2k,i
~<~ 4i,4i,2k,i 2m,2m,2k,i
~= 42,42,2k,i 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i
~>=~ 4i,4i,2k,i 2m,2m,2k,i
~>~ 4i,4i,2k,i 2m,2m,2k,i
~~ 2n,2n,2k,i 3m,4i,2k,i 4i,4i,2k,i 2m,4i,2k,i
~~* 3m,4i,2k,i 4i,4i,2k,i 2m,4i,2k,i
`;
const functions = `
abbrev if:4i,32 if:4i,2q
abs if:2y,2y if:2z,2z if:38,38 if:35,35 if:33,33 if:3n,3n
aclcontains if:2k,0,26
acldefault if:0,2o,3q
aclexplode sf*:44,0
aclinsert if:0,0,26
aclitemeq if:2k,26,26
aclitemin sf:26,2s
aclitemout sf:2s,26
aclremove if:0,0,26
acos if:2z,2z
acosd if:2z,2z
acosh if:2z,2z
age sf:35,52 if:3c,4m,4m sf:3c,4m if:3c,4l,4l sf:3c,4l
amvalidate vf:2k,3q
any_in if:27,2s
any_out if:2s,27
any_value ia:2e,2e
any_value_transfn if:2e,2e,2e
anyarray_in if:28,2s
anyarray_out sf:2s,28
anyarray_send sf:2n,28
anycompatible_in if:29,2s
anycompatible_out if:2s,29
anycompatiblearray_in if:2a,2s
anycompatiblearray_out sf:2s,2a
anycompatiblearray_send sf:2n,2a
anycompatiblemultirange_in sf:2b,2s,3q,35
anycompatiblemultirange_out sf:2s,2b
anycompatiblenonarray_in if:2c,2s
anycompatiblenonarray_out if:2s,2c
anycompatiblerange_in sf:2d,2s,3q,35
anycompatiblerange_out sf:2s,2d
anyelement_in if:2e,2s
anyelement_out if:2s,2e
anyenum_in if:2f,2s
anyenum_out sf:2s,2f
anymultirange_in sf:2g,2s,3q,35
anymultirange_out sf:2s,2g
anynonarray_in if:2h,2s
anynonarray_out if:2s,2h
anyrange_in sf:2i,2s,3q,35
anyrange_out sf:2s,2i
anytextcat sf:4i,2h,4i
area if:2z,2l if:2z,3s if:2z,2r
array_agg ia:28,2h ia:28,28
array_append if:2a,2a,29
array_cat if:2a,2a,2a
array_dims if:4i,28
array_eq if:2k,28,28
array_fill if:28,2e,k if:28,2e,k,k
array_ge if:2k,28,28
array_gt if:2k,28,28
array_in sf:28,2s,3q,35
array_larger if:28,28,28
array_le if:2k,28,28
array_length if:35,28,35
array_lower if:35,28,35
array_lt if:2k,28,28
array_ndims if:35,28
array_ne if:2k,28,28
array_out sf:2s,28
array_position if:35,2a,29 if:35,2a,29,35
array_positions if:k,2a,29
array_prepend if:2a,29,2a
array_remove if:2a,2a,29
array_replace if:2a,2a,29,29
array_reverse if:28,28
array_sample vf:28,28,35
array_send sf:2n,28
array_shuffle vf:28,28
array_smaller if:28,28,28
array_sort if:28,28 if:28,28,2k if:28,28,2k,2k
array_to_json sf:3d,28 sf:3d,28,2k
array_to_string sf:4i,28,4i,4i sf:4i,28,4i
array_to_tsvector if:4v,1n
array_upper if:35,28,35
arraycontained if:2k,28,28
arraycontains if:2k,28,28
arrayoverlap if:2k,28,28
ascii if:35,4i
asin if:2z,2z
asind if:2z,2z
asinh if:2z,2z
atan if:2z,2z
atan2 if:2z,2z,2z
atan2d if:2z,2z,2z
atand if:2z,2z
atanh if:2z,2z
avg ia:3n,38 ia:3n,35 ia:3n,33 ia:3n,3n ia:2z,2y ia:2z,2z ia:3c,3c
binary_upgrade_add_sub_rel_state vf:51,4i,3q,2o,3x
binary_upgrade_create_empty_extension vf:51,4i,4i,2k,4i,13,1n,1n
binary_upgrade_logical_slot_has_caught_up vf:2k,3m
binary_upgrade_replorigin_advance vf:51,4i,3x
binary_upgrade_set_missing_value vf:51,3q,4i,4i
binary_upgrade_set_next_array_pg_type_oid vf:51,3q
binary_upgrade_set_next_heap_pg_class_oid vf:51,3q
binary_upgrade_set_next_heap_relfilenode vf:51,3q
binary_upgrade_set_next_index_pg_class_oid vf:51,3q
binary_upgrade_set_next_index_relfilenode vf:51,3q
binary_upgrade_set_next_multirange_array_pg_type_oid vf:51,3q
binary_upgrade_set_next_multirange_pg_type_oid vf:51,3q
binary_upgrade_set_next_pg_authid_oid vf:51,3q
binary_upgrade_set_next_pg_enum_oid vf:51,3q
binary_upgrade_set_next_pg_tablespace_oid vf:51,3q
binary_upgrade_set_next_pg_type_oid vf:51,3q
binary_upgrade_set_next_toast_pg_class_oid vf:51,3q
binary_upgrade_set_next_toast_relfilenode vf:51,3q
binary_upgrade_set_record_init_privs vf:51,2k
bit if:2j,35,35 if:2j,2j,35,2k if:2j,38,35
bit_and ia:33,33 ia:35,35 ia:38,38 ia:2j,2j
bit_count if:38,2j if:38,2n
bit_in if:2j,2s,3q,35
bit_length if:35,2n if:35,4i if:35,2j
bit_or ia:33,33 ia:35,35 ia:38,38 ia:2j,2j
bit_out if:2s,2j
bit_send if:2n,2j
bit_xor ia:33,33 ia:35,35 ia:38,38 ia:2j,2j
bitand if:2j,2j,2j
bitcat if:4z,4z,4z
bitcmp if:35,2j,2j
biteq if:2k,2j,2j
bitge if:2k,2j,2j
bitgt if:2k,2j,2j
bitle if:2k,2j,2j
bitlt if:2k,2j,2j
bitne if:2k,2j,2j
bitnot if:2j,2j
bitor if:2j,2j,2j
bitshiftleft if:2j,2j,35
bitshiftright if:2j,2j,35
bittypmodin if:35,a
bittypmodout if:2s,35
bitxor if:2j,2j,2j
bool if:2k,35 if:2k,3e
bool_and ia:2k,2k
bool_or ia:2k,2k
booland_statefunc if:2k,2k,2k
booleq if:2k,2k,2k
boolge if:2k,2k,2k
boolgt if:2k,2k,2k
boolin if:2k,2s
boolle if:2k,2k,2k
boollt if:2k,2k,2k
boolne if:2k,2k,2k
boolor_statefunc if:2k,2k,2k
boolout if:2s,2k
boolsend if:2n,2k
bound_box if:2l,2l,2l
box if:2l,42,42 if:2l,43 if:2l,2r if:2l,42
box_above if:2k,2l,2l
box_above_eq if:2k,2l,2l
box_add if:2l,2l,42
box_below if:2k,2l,2l
box_below_eq if:2k,2l,2l
box_center if:42,2l
box_contain if:2k,2l,2l
box_contain_pt if:2k,2l,42
box_contained if:2k,2l,2l
box_distance if:2z,2l,2l
box_div if:2l,2l,42
box_eq if:2k,2l,2l
box_ge if:2k,2l,2l
box_gt if:2k,2l,2l
box_in if:2l,2s
box_intersect if:2l,2l,2l
box_le if:2k,2l,2l
box_left if:2k,2l,2l
box_lt if:2k,2l,2l
box_mul if:2l,2l,42
box_out if:2s,2l
box_overabove if:2k,2l,2l
box_overbelow if:2k,2l,2l
box_overlap if:2k,2l,2l
box_overleft if:2k,2l,2l
box_overright if:2k,2l,2l
box_right if:2k,2l,2l
box_same if:2k,2l,2l
box_send if:2n,2l
box_sub if:2l,2l,42
bpchar if:2m,3m if:2m,2m,35,2k if:2m,2o
bpchar_larger if:2m,2m,2m
bpchar_pattern_ge if:2k,2m,2m
bpchar_pattern_gt if:2k,2m,2m
bpchar_pattern_le if:2k,2m,2m
bpchar_pattern_lt if:2k,2m,2m
bpchar_smaller if:2m,2m,2m
bpcharcmp if:35,2m,2m
bpchareq if:2k,2m,2m
bpcharge if:2k,2m,2m
bpchargt if:2k,2m,2m
bpchariclike if:2k,2m,4i
bpcharicnlike if:2k,2m,4i
bpcharicregexeq if:2k,2m,4i
bpcharicregexne if:2k,2m,4i
bpcharin if:2m,2s,3q,35
bpcharle if:2k,2m,2m
bpcharlike if:2k,2m,4i
bpcharlt if:2k,2m,2m
bpcharne if:2k,2m,2m
bpcharnlike if:2k,2m,4i
bpcharout if:2s,2m
bpcharregexeq if:2k,2m,4i
bpcharregexne if:2k,2m,4i
bpcharsend sf:2n,2m
bpchartypmodin if:35,a
bpchartypmodout if:2s,35
brin_bloom_summary_in if:3t,2s
brin_bloom_summary_out if:2s,3t
brin_bloom_summary_send sf:2n,3t
brin_desummarize_range vf:51,46,38
brin_minmax_multi_summary_in if:3u,2s
brin_minmax_multi_summary_out if:2s,3u
brin_minmax_multi_summary_send sf:2n,3u
brin_summarize_new_values vf:35,46
brin_summarize_range vf:35,46,38
broadcast if:32,32
btarraycmp if:35,28,28
btboolcmp if:35,2k,2k
btbpchar_pattern_cmp if:35,2m,2m
btcharcmp if:35,2o,2o
btequalimage if:2k,3q
btfloat48cmp if:35,2y,2z
btfloat4cmp if:35,2y,2y
btfloat84cmp if:35,2z,2y
btfloat8cmp if:35,2z,2z
btint24cmp if:35,33,35
btint28cmp if:35,33,38
btint2cmp if:35,33,33
btint42cmp if:35,35,33
btint48cmp if:35,35,38
btint4cmp if:35,35,35
btint82cmp if:35,38,33
btint84cmp if:35,38,35
btint8cmp if:35,38,38
btnamecmp if:35,3m,3m
btnametextcmp if:35,3m,4i
btoidcmp if:35,3q,3q
btoidvectorcmp if:35,3r,3r
btrecordcmp if:35,44,44
btrecordimagecmp if:35,44,44
btrim if:4i,4i,4i if:4i,4i if:2n,2n,2n
bttext_pattern_cmp if:35,4i,4i
bttextcmp if:35,4i,4i
bttextnamecmp if:35,4i,3m
bttidcmp if:35,4j,4j
btvarstrequalimage if:2k,3q
bytea if:2n,33 if:2n,35 if:2n,38
bytea_larger if:2n,2n,2n
bytea_smaller if:2n,2n,2n
byteacat if:2n,2n,2n
byteacmp if:35,2n,2n
byteaeq if:2k,2n,2n
byteage if:2k,2n,2n
byteagt if:2k,2n,2n
byteain if:2n,2s
byteale if:2k,2n,2n
bytealike if:2k,2n,2n
bytealt if:2k,2n,2n
byteane if:2k,2n,2n
byteanlike if:2k,2n,2n
byteaout if:2s,2n
byteasend if:2n,2n
cardinality if:35,28
casefold if:4i,4i
cash_cmp if:35,3l,3l
cash_div_cash if:2z,3l,3l
cash_div_flt4 if:3l,3l,2y
cash_div_flt8 if:3l,3l,2z
cash_div_int2 if:3l,3l,33
cash_div_int4 if:3l,3l,35
cash_div_int8 if:3l,3l,38
cash_eq if:2k,3l,3l
cash_ge if:2k,3l,3l
cash_gt if:2k,3l,3l
cash_in sf:3l,2s
cash_le if:2k,3l,3l
cash_lt if:2k,3l,3l
cash_mi if:3l,3l,3l
cash_mul_flt4 if:3l,3l,2y
cash_mul_flt8 if:3l,3l,2z
cash_mul_int2 if:3l,3l,33
cash_mul_int4 if:3l,3l,35
cash_mul_int8 if:3l,3l,38
cash_ne if:2k,3l,3l
cash_out sf:2s,3l
cash_pl if:3l,3l,3l
cash_send if:2n,3l
cash_words if:4i,3l
cashlarger if:3l,3l,3l
cashsmaller if:3l,3l,3l
cbrt if:2z,2z
ceil if:3n,3n if:2z,2z
ceiling if:3n,3n if:2z,2z
center if:42,2l if:42,2r
char if:2o,35 if:2o,4i
char_length if:35,2m if:35,4i
character_length if:35,2m if:35,4i
chareq if:2k,2o,2o
charge if:2k,2o,2o
chargt if:2k,2o,2o
charin if:2o,2s
charle if:2k,2o,2o
charlt if:2k,2o,2o
charne if:2k,2o,2o
charout if:2s,2o
charsend if:2n,2o
chr if:4i,35
cideq if:2k,2p,2p
cidin if:2p,2s
cidout if:2s,2p
cidr if:2q,32
cidr_in if:2q,2s
cidr_out if:2s,2q
cidr_send if:2n,2q
cidsend if:2n,2p
circle if:2r,42,2z if:2r,43 if:2r,2l
circle_above if:2k,2r,2r
circle_add_pt if:2r,2r,42
circle_below if:2k,2r,2r
circle_center if:42,2r
circle_contain if:2k,2r,2r
circle_contain_pt if:2k,2r,42
circle_contained if:2k,2r,2r
circle_distance if:2z,2r,2r
circle_div_pt if:2r,2r,42
circle_eq if:2k,2r,2r
circle_ge if:2k,2r,2r
circle_gt if:2k,2r,2r
circle_in if:2r,2s
circle_le if:2k,2r,2r
circle_left if:2k,2r,2r
circle_lt if:2k,2r,2r
circle_mul_pt if:2r,2r,42
circle_ne if:2k,2r,2r
circle_out if:2s,2r
circle_overabove if:2k,2r,2r
circle_overbelow if:2k,2r,2r
circle_overlap if:2k,2r,2r
circle_overleft if:2k,2r,2r
circle_overright if:2k,2r,2r
circle_right if:2k,2r,2r
circle_same if:2k,2r,2r
circle_send if:2n,2r
circle_sub_pt if:2r,2r,42
clock_timestamp vf:4m
close_ls if:42,3h,3i
close_lseg if:42,3i,3i
close_pb if:42,42,2l
close_pl if:42,42,3h
close_ps if:42,42,3i
close_sb if:42,3i,2l
col_description sf:4i,3q,35
concat sf+:4i,27
concat_ws sf+:4i,4i,27
convert sf:2n,2n,3m,3m
convert_from sf:4i,2n,3m
convert_to sf:2n,4i,3m
corr ia:2z,2z,2z
cos if:2z,2z
cosd if:2z,2z
cosh if:2z,2z
cot if:2z,2z
cotd if:2z,2z
count ia:38,27 ia:38
covar_pop ia:2z,2z,2z
covar_samp ia:2z,2z,2z
crc32 if:38,2n
crc32c if:38,2n
cstring_in if:2s,2s
cstring_out if:2s,2s
cstring_send sf:2n,2s
cume_dist iw:2z ia+:2z,27
current_database sf:3m
current_query vf:4i
current_schema sf:3m
current_schemas sf:z,2k
current_setting sf:4i,4i sf:4i,4i,2k
current_user sf:3m
currtid2 vf:4j,4i,4j
currval vf:38,46
cursor_to_xml vf:54,45,35,2k,2k,4i
cursor_to_xmlschema vf:54,45,2k,2k,4i
database_to_xml sf:54,2k,2k,4i
database_to_xml_and_xmlschema sf:54,2k,2k,4i
database_to_xmlschema sf:54,2k,2k,4i
date sf:2t,4m if:2t,4l
date_add sf:4m,4m,3c if:4m,4m,3c,4i
date_bin if:4l,3c,4l,4l if:4m,3c,4m,4m
date_cmp if:35,2t,2t
date_cmp_timestamp if:35,2t,4l
date_cmp_timestamptz sf:35,2t,4m
date_eq if:2k,2t,2t
date_eq_timestamp if:2k,2t,4l
date_eq_timestamptz sf:2k,2t,4m
date_ge if:2k,2t,2t
date_ge_timestamp if:2k,2t,4l
date_ge_timestamptz sf:2k,2t,4m
date_gt if:2k,2t,2t
date_gt_timestamp if:2k,2t,4l
date_gt_timestamptz sf:2k,2t,4m
date_in sf:2t,2s
date_larger if:2t,2t,2t
date_le if:2k,2t,2t
date_le_timestamp if:2k,2t,4l
date_le_timestamptz sf:2k,2t,4m
date_lt if:2k,2t,2t
date_lt_timestamp if:2k,2t,4l
date_lt_timestamptz sf:2k,2t,4m
date_mi if:35,2t,2t
date_mi_interval if:4l,2t,3c
date_mii if:2t,2t,35
date_ne if:2k,2t,2t
date_ne_timestamp if:2k,2t,4l
date_ne_timestamptz sf:2k,2t,4m
date_out sf:2s,2t
date_part sf:2z,4i,4m if:2z,4i,3c if:2z,4i,4n if:2z,4i,2t if:2z,4i,4k if:2z,4i,4l
date_pl_interval if:4l,2t,3c
date_pli if:2t,2t,35
date_send if:2n,2t
date_smaller if:2t,2t,2t
date_subtract sf:4m,4m,3c if:4m,4m,3c,4i
date_trunc sf:4m,4i,4m if:3c,4i,3c if:4m,4i,4m,4i if:4l,4i,4l
datemultirange if:2u if:2u,2v if+:2u,d
daterange if:2v,2t,2t if:2v,2t,2t,4i
daterange_canonical if:2v,2v
daterange_subdiff if:2z,2t,2t
datetime_pl if:4l,2t,4k
datetimetz_pl if:4m,2t,4n
dcbrt if:2z,2z
decode if:2n,4i,4i
degrees if:2z,2z
dense_rank iw:38 ia+:38,27
dexp if:2z,2z
diagonal if:3i,2l
diameter if:2z,2r
dist_bp if:2z,2l,42
dist_bs if:2z,2l,3i
dist_cpoint if:2z,2r,42
dist_cpoly if:2z,2r,43
dist_lp if:2z,3h,42
dist_ls if:2z,3h,3i
dist_pathp if:2z,3s,42
dist_pb if:2z,42,2l
dist_pc if:2z,42,2r
dist_pl if:2z,42,3h
dist_polyc if:2z,43,2r
dist_polyp if:2z,43,42
dist_ppath if:2z,42,3s
dist_ppoly if:2z,42,43
dist_ps if:2z,42,3i
dist_sb if:2z,3i,2l
dist_sl if:2z,3i,3h
dist_sp if:2z,3i,42
div if:3n,3n,3n
dlog1 if:2z,2z
dlog10 if:2z,2z
domain_in sf:27,2s,3q,35
dpow if:2z,2z,2z
dround if:2z,2z
dsqrt if:2z,2z
dtrunc if:2z,2z
elem_contained_by_multirange if:2k,2e,2g
elem_contained_by_range if:2k,2e,2i
encode if:4i,2n,4i
enum_cmp if:35,2f,2f
enum_eq if:2k,2f,2f
enum_first sf:2f,2f
enum_ge if:2k,2f,2f
enum_gt if:2k,2f,2f
enum_in sf:2f,2s,3q
enum_larger if:2f,2f,2f
enum_last sf:2f,2f
enum_le if:2k,2f,2f
enum_lt if:2k,2f,2f
enum_ne if:2k,2f,2f
enum_out sf:2s,2f
enum_range sf:28,2f,2f sf:28,2f
enum_send sf:2n,2f
enum_smaller if:2f,2f,2f
erf if:2z,2z
erfc if:2z,2z
event_trigger_out if:2s,2w
every ia:2k,2k
exp if:2z,2z if:3n,3n
extract if:3n,4i,2t if:3n,4i,4k if:3n,4i,4n if:3n,4i,4l sf:3n,4i,4m if:3n,4i,3c
factorial if:3n,38
family if:35,32
fdw_handler_out if:2s,2x
first_value iw:2e,2e
float4 if:2y,33 if:2y,2z if:2y,35 if:2y,38 if:2y,3n if:2y,3e
float48div if:2z,2y,2z
float48eq if:2k,2y,2z
float48ge if:2k,2y,2z
float48gt if:2k,2y,2z
float48le if:2k,2y,2z
float48lt if:2k,2y,2z
float48mi if:2z,2y,2z
float48mul if:2z,2y,2z
float48ne if:2k,2y,2z
float48pl if:2z,2y,2z
float4_accum if:f,f,2y
float4abs if:2y,2y
float4div if:2y,2y,2y
float4eq if:2k,2y,2y
float4ge if:2k,2y,2y
float4gt if:2k,2y,2y
float4in if:2y,2s
float4larger if:2y,2y,2y
float4le if:2k,2y,2y
float4lt if:2k,2y,2y
float4mi if:2y,2y,2y
float4mul if:2y,2y,2y
float4ne if:2k,2y,2y
float4out if:2s,2y
float4pl if:2y,2y,2y
float4send if:2n,2y
float4smaller if:2y,2y,2y
float4um if:2y,2y
float4up if:2y,2y
float8 if:2z,33 if:2z,2y if:2z,35 if:2z,38 if:2z,3n if:2z,3e
float84div if:2z,2z,2y
float84eq if:2k,2z,2y
float84ge if:2k,2z,2y
float84gt if:2k,2z,2y
float84le if:2k,2z,2y
float84lt if:2k,2z,2y
float84mi if:2z,2z,2y
float84mul if:2z,2z,2y
float84ne if:2k,2z,2y
float84pl if:2z,2z,2y
float8_accum if:f,f,2z
float8_avg if:2z,f
float8_combine if:f,f,f
float8_corr if:2z,f
float8_covar_pop if:2z,f
float8_covar_samp if:2z,f
float8_regr_accum if:f,f,2z,2z
float8_regr_avgx if:2z,f
float8_regr_avgy if:2z,f
float8_regr_combine if:f,f,f
float8_regr_intercept if:2z,f
float8_regr_r2 if:2z,f
float8_regr_slope if:2z,f
float8_regr_sxx if:2z,f
float8_regr_sxy if:2z,f
float8_regr_syy if:2z,f
float8_stddev_pop if:2z,f
float8_stddev_samp if:2z,f
float8_var_pop if:2z,f
float8_var_samp if:2z,f
float8abs if:2z,2z
float8div if:2z,2z,2z
float8eq if:2k,2z,2z
float8ge if:2k,2z,2z
float8gt if:2k,2z,2z
float8in if:2z,2s
float8larger if:2z,2z,2z
float8le if:2k,2z,2z
float8lt if:2k,2z,2z
float8mi if:2z,2z,2z
float8mul if:2z,2z,2z
float8ne if:2k,2z,2z
float8out if:2s,2z
float8pl if:2z,2z,2z
float8send if:2n,2z
float8smaller if:2z,2z,2z
float8um if:2z,2z
float8up if:2z,2z
floor if:3n,3n if:2z,2z
flt4_mul_cash if:3l,2y,3l
flt8_mul_cash if:3l,2z,3l
fmgr_c_validator sf:51,3q
fmgr_internal_validator sf:51,3q
fmgr_sql_validator sf:51,3q
format sf+:4i,4i,27 sf:4i,4i
format_type sf:4i,3q,35
gamma if:2z,2z
gcd if:35,35,35 if:38,38,38 if:3n,3n,3n
gen_random_uuid vf:4y
generate_series if*:4l,4l,4l,3c sf*:4m,4m,4m,3c if*:35,35,35,35 if*:35,35,35 if*:38,38,38,38 if*:38,38,38 if*:3n,3n,3n,3n if*:3n,3n,3n if*:4m,4m,4m,3c,4i
generate_subscripts if*:35,28,35,2k if*:35,28,35
get_bit if:35,2n,38 if:35,2j,35
get_byte if:35,2n,35
get_current_ts_config sf:48
getdatabaseencoding sf:3m
getpgusername sf:3m
gin_clean_pending_list vf:38,46
gin_cmp_tslexeme if:35,4i,4i
gin_compare_jsonb if:35,4i,4i
gist_translate_cmptype_common if:33,35
gtsvectorin if:30,2s
gtsvectorout if:2s,30
has_any_column_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_column_privilege sf:2k,3m,4i,4i,4i sf:2k,3m,4i,33,4i sf:2k,3m,3q,4i,4i sf:2k,3m,3q,33,4i sf:2k,3q,4i,4i,4i sf:2k,3q,4i,33,4i sf:2k,3q,3q,4i,4i sf:2k,3q,3q,33,4i sf:2k,4i,4i,4i sf:2k,4i,33,4i sf:2k,3q,4i,4i sf:2k,3q,33,4i
has_database_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_foreign_data_wrapper_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_function_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_language_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_largeobject_privilege sf:2k,3m,3q,4i sf:2k,3q,4i sf:2k,3q,3q,4i
has_parameter_privilege sf:2k,3m,4i,4i sf:2k,3q,4i,4i sf:2k,4i,4i
has_schema_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_sequence_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_server_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_table_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_tablespace_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_type_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
hash_aclitem if:35,26
hash_aclitem_extended if:38,26,38
hash_array if:35,28
hash_array_extended if:38,28,38
hash_multirange if:35,2g
hash_multirange_extended if:38,2g,38
hash_numeric if:35,3n
hash_numeric_extended if:38,3n,38
hash_range if:35,2i
hash_range_extended if:38,2i,38
hash_record if:35,44
hash_record_extended if:38,44,38
hashbool if:35,2k
hashboolextended if:38,2k,38
hashbpchar if:35,2m
hashbpcharextended if:38,2m,38
hashbytea if:35,2n
hashbyteaextended if:38,2n,38
hashchar if:35,2o
hashcharextended if:38,2o,38
hashcid if:35,2p
hashcidextended if:38,2p,38
hashdate if:35,2t
hashdateextended if:38,2t,38
hashenum if:35,2f
hashenumextended if:38,2f,38
hashfloat4 if:35,2y
hashfloat4extended if:38,2y,38
hashfloat8 if:35,2z
hashfloat8extended if:38,2z,38
hashinet if:35,32
hashinetextended if:38,32,38
hashint2 if:35,33
hashint2extended if:38,33,38
hashint4 if:35,35
hashint4extended if:38,35,38
hashint8 if:35,38
hashint8extended if:38,38,38
hashmacaddr if:35,3j
hashmacaddr8 if:35,3k
hashmacaddr8extended if:38,3k,38
hashmacaddrextended if:38,3j,38
hashname if:35,3m
hashnameextended if:38,3m,38
hashoid if:35,3q
hashoidextended if:38,3q,38
hashoidvector if:35,3r
hashoidvectorextended if:38,3r,38
hashtext if:35,4i
hashtextextended if:38,4i,38
hashtid if:35,4j
hashtidextended if:38,4j,38
hashxid if:35,52
hashxid8 if:35,53
hashxid8extended if:38,53,38
hashxidextended if:38,52,38
height if:2z,2l
host if:4i,32
hostmask if:32,32
icu_unicode_version if:4i
in_range if:2k,38,38,38,2k,2k if:2k,35,35,38,2k,2k if:2k,35,35,35,2k,2k if:2k,35,35,33,2k,2k if:2k,33,33,38,2k,2k if:2k,33,33,35,2k,2k if:2k,33,33,33,2k,2k if:2k,2t,2t,3c,2k,2k if:2k,4l,4l,3c,2k,2k sf:2k,4m,4m,3c,2k,2k if:2k,3c,3c,3c,2k,2k if:2k,4k,4k,3c,2k,2k if:2k,4n,4n,3c,2k,2k if:2k,2z,2z,2z,2k,2k if:2k,2y,2y,2z,2k,2k if:2k,3n,3n,3n,2k,2k
index_am_handler_out if:2s,31
inet_client_addr sf:32
inet_client_port sf:35
inet_in if:32,2s
inet_merge if:2q,32,32
inet_out if:2s,32
inet_same_family if:2k,32,32
inet_send if:2n,32
inet_server_addr sf:32
inet_server_port sf:35
inetand if:32,32,32
inetmi if:38,32,32
inetmi_int8 if:32,32,38
inetnot if:32,32
inetor if:32,32,32
inetpl if:32,32,38
initcap if:4i,4i
int2 if:33,2z if:33,2y if:33,35 if:33,38 if:33,3n if:33,3e if:33,2n
int24div if:35,33,35
int24eq if:2k,33,35
int24ge if:2k,33,35
int24gt if:2k,33,35
int24le if:2k,33,35
int24lt if:2k,33,35
int24mi if:35,33,35
int24mul if:35,33,35
int24ne if:2k,33,35
int24pl if:35,33,35
int28div if:38,33,38
int28eq if:2k,33,38
int28ge if:2k,33,38
int28gt if:2k,33,38
int28le if:2k,33,38
int28lt if:2k,33,38
int28mi if:38,33,38
int28mul if:38,33,38
int28ne if:2k,33,38
int28pl if:38,33,38
int2_avg_accum if:n,n,33
int2_avg_accum_inv if:n,n,33
int2_mul_cash if:3l,33,3l
int2_sum if:38,38,33
int2abs if:33,33
int2and if:33,33,33
int2div if:33,33,33
int2eq if:2k,33,33
int2ge if:2k,33,33
int2gt if:2k,33,33
int2in if:33,2s
int2int4_sum if:38,n
int2larger if:33,33,33
int2le if:2k,33,33
int2lt if:2k,33,33
int2mi if:33,33,33
int2mod if:33,33,33
int2mul if:33,33,33
int2ne if:2k,33,33
int2not if:33,33
int2or if:33,33,33
int2out if:2s,33
int2pl if:33,33,33
int2send if:2n,33
int2shl if:33,33,35
int2shr if:33,33,35
int2smaller if:33,33,33
int2um if:33,33
int2up if:33,33
int2vectorin if:34,2s
int2vectorout if:2s,34
int2vectorsend if:2n,34
int2xor if:33,33,33
int4 if:35,2o if:35,33 if:35,2z if:35,2y if:35,38 if:35,2j if:35,3n if:35,2k if:35,3e if:35,2n
int42div if:35,35,33
int42eq if:2k,35,33
int42ge if:2k,35,33
int42gt if:2k,35,33
int42le if:2k,35,33
int42lt if:2k,35,33
int42mi if:35,35,33
int42mul if:35,35,33
int42ne if:2k,35,33
int42pl if:35,35,33
int48div if:38,35,38
int48eq if:2k,35,38
int48ge if:2k,35,38
int48gt if:2k,35,38
int48le if:2k,35,38
int48lt if:2k,35,38
int48mi if:38,35,38
int48mul if:38,35,38
int48ne if:2k,35,38
int48pl if:38,35,38
int4_avg_accum if:n,n,35
int4_avg_accum_inv if:n,n,35
int4_avg_combine if:n,n,n
int4_mul_cash if:3l,35,3l
int4_sum if:38,38,35
int4abs if:35,35
int4and if:35,35,35
int4div if:35,35,35
int4eq if:2k,35,35
int4ge if:2k,35,35
int4gt if:2k,35,35
int4in if:35,2s
int4inc if:35,35
int4larger if:35,35,35
int4le if:2k,35,35
int4lt if:2k,35,35
int4mi if:35,35,35
int4mod if:35,35,35
int4mul if:35,35,35
int4multirange if:36 if:36,37 if+:36,m
int4ne if:2k,35,35
int4not if:35,35
int4or if:35,35,35
int4out if:2s,35
int4pl if:35,35,35
int4range if:37,35,35 if:37,35,35,4i
int4range_canonical if:37,37
int4range_subdiff if:2z,35,35
int4send if:2n,35
int4shl if:35,35,35
int4shr if:35,35,35
int4smaller if:35,35,35
int4um if:35,35
int4up if:35,35
int4xor if:35,35,35
int8 if:38,35 if:38,2z if:38,2y if:38,33 if:38,3q if:38,3n if:38,2j if:38,3e if:38,2n
int82div if:38,38,33
int82eq if:2k,38,33
int82ge if:2k,38,33
int82gt if:2k,38,33
int82le if:2k,38,33
int82lt if:2k,38,33
int82mi if:38,38,33
int82mul if:38,38,33
int82ne if:2k,38,33
int82pl if:38,38,33
int84div if:38,38,35
int84eq if:2k,38,35
int84ge if:2k,38,35
int84gt if:2k,38,35
int84le if:2k,38,35
int84lt if:2k,38,35
int84mi if:38,38,35
int84mul if:38,38,35
int84ne if:2k,38,35
int84pl if:38,38,35
int8_avg if:3n,n
int8_mul_cash if:3l,38,3l
int8_sum if:3n,3n,38
int8abs if:38,38
int8and if:38,38,38
int8dec if:38,38
int8dec_any if:38,38,27
int8div if:38,38,38
int8eq if:2k,38,38
int8ge if:2k,38,38
int8gt if:2k,38,38
int8in if:38,2s
int8inc if:38,38
int8inc_any if:38,38,27
int8inc_float8_float8 if:38,38,2z,2z
int8larger if:38,38,38
int8le if:2k,38,38
int8lt if:2k,38,38
int8mi if:38,38,38
int8mod if:38,38,38
int8mul if:38,38,38
int8multirange if:39 if:39,3a if+:39,p
int8ne if:2k,38,38
int8not if:38,38
int8or if:38,38,38
int8out if:2s,38
int8pl if:38,38,38
int8pl_inet if:32,38,32
int8range if:3a,38,38 if:3a,38,38,4i
int8range_canonical if:3a,3a
int8range_subdiff if:2z,38,38
int8send if:2n,38
int8shl if:38,38,35
int8shr if:38,38,35
int8smaller if:38,38,38
int8um if:38,38
int8up if:38,38
int8xor if:38,38,38
integer_pl_date if:2t,35,2t
inter_lb if:2k,3h,2l
inter_sb if:2k,3i,2l
inter_sl if:2k,3i,3h
interval if:3c,3c,35 if:3c,4k
interval_cmp if:35,3c,3c
interval_div if:3c,3c,2z
interval_eq if:2k,3c,3c
interval_ge if:2k,3c,3c
interval_gt if:2k,3c,3c
interval_hash if:35,3c
interval_hash_extended if:38,3c,38
interval_in sf:3c,2s,3q,35
interval_larger if:3c,3c,3c
interval_le if:2k,3c,3c
interval_lt if:2k,3c,3c
interval_mi if:3c,3c,3c
interval_mul if:3c,3c,2z
interval_ne if:2k,3c,3c
interval_out sf:2s,3c
interval_pl if:3c,3c,3c
interval_pl_date if:4l,3c,2t
interval_pl_time if:4k,3c,4k
interval_pl_timestamp if:4l,3c,4l
interval_pl_timestamptz sf:4m,3c,4m
interval_pl_timetz if:4n,3c,4n
interval_send if:2n,3c
interval_smaller if:3c,3c,3c
interval_um if:3c,3c
intervaltypmodin if:35,a
intervaltypmodout if:2s,35
is_normalized if-1:2k,4i,4i
isclosed if:2k,3s
isempty if:2k,2i if:2k,2g
isfinite if:2k,2t if:2k,4m if:2k,3c if:2k,4l
ishorizontal if:2k,42,42 if:2k,3i if:2k,3h
isopen if:2k,3s
isparallel if:2k,3i,3i if:2k,3h,3h
isperp if:2k,3i,3i if:2k,3h,3h
isvertical if:2k,42,42 if:2k,3i if:2k,3h
json_agg sa:3d,2e
json_agg_strict sa:3d,2e
json_array_element if:3d,3d,35
json_array_element_text if:4i,3d,35
json_array_elements if*:3d,3d
json_array_elements_text if*:4i,3d
json_array_length if:35,3d
json_build_array sf+:3d,27 sf:3d
json_build_object sf+:3d,27 sf:3d
json_each if*:44,3d
json_each_text if*:44,3d
json_extract_path if+:3d,3d,1n
json_extract_path_text if+:4i,3d,1n
json_in if:3d,2s
json_object if:3d,1n if:3d,1n,1n
json_object_agg sa:3d,27,27
json_object_agg_strict sa:3d,27,27
json_object_agg_unique sa:3d,27,27
json_object_agg_unique_strict sa:3d,27,27
json_object_field if:3d,3d,4i
json_object_field_text if:4i,3d,4i
json_object_keys if*:4i,3d
json_out if:2s,3d
json_populate_record sf-1:2e,2e,3d,2k
json_populate_recordset sf*-1:2e,2e,3d,2k
json_send if:2n,3d
json_strip_nulls if-1:3d,3d,2k
json_to_record sf:44,3d
json_to_recordset sf*:44,3d
json_to_tsvector sf:4v,3d,3e if:4v,48,3d,3e
json_typeof if:4i,3d
jsonb_agg sa:3e,2e
jsonb_agg_strict sa:3e,2e
jsonb_array_element if:3e,3e,35
jsonb_array_element_text if:4i,3e,35
jsonb_array_elements if*:3e,3e
jsonb_array_elements_text if*:4i,3e
jsonb_array_length if:35,3e
jsonb_build_array sf+:3e,27 sf:3e
jsonb_build_object sf+:3e,27 sf:3e
jsonb_cmp if:35,3e,3e
jsonb_concat if:3e,3e,3e
jsonb_contained if:2k,3e,3e
jsonb_contains if:2k,3e,3e
jsonb_delete if:3e,3e,4i if:3e,3e,35 if+:3e,3e,1n
jsonb_delete_path if:3e,3e,1n
jsonb_each if*:44,3e
jsonb_each_text if*:44,3e
jsonb_eq if:2k,3e,3e
jsonb_exists if:2k,3e,4i
jsonb_exists_all if:2k,3e,1n
jsonb_exists_any if:2k,3e,1n
jsonb_extract_path if+:3e,3e,1n
jsonb_extract_path_text if+:4i,3e,1n
jsonb_ge if:2k,3e,3e
jsonb_gt if:2k,3e,3e
jsonb_hash if:35,3e
jsonb_hash_extended if:38,3e,38
jsonb_in if:3e,2s
jsonb_insert if-1:3e,3e,1n,3e,2k
jsonb_le if:2k,3e,3e
jsonb_lt if:2k,3e,3e
jsonb_ne if:2k,3e,3e
jsonb_object if:3e,1n if:3e,1n,1n
jsonb_object_agg ia:3e,27,27
jsonb_object_agg_strict ia:3e,27,27
jsonb_object_agg_unique ia:3e,27,27
jsonb_object_agg_unique_strict ia:3e,27,27
jsonb_object_field if:3e,3e,4i
jsonb_object_field_text if:4i,3e,4i
jsonb_object_keys if*:4i,3e
jsonb_out if:2s,3e
jsonb_path_exists if-2:2k,3e,3f,3e,2k
jsonb_path_exists_opr if:2k,3e,3f
jsonb_path_exists_tz sf-2:2k,3e,3f,3e,2k
jsonb_path_match if-2:2k,3e,3f,3e,2k
jsonb_path_match_opr if:2k,3e,3f
jsonb_path_match_tz sf-2:2k,3e,3f,3e,2k
jsonb_path_query if*-2:3e,3e,3f,3e,2k
jsonb_path_query_array if-2:3e,3e,3f,3e,2k
jsonb_path_query_array_tz sf-2:3e,3e,3f,3e,2k
jsonb_path_query_first if-2:3e,3e,3f,3e,2k
jsonb_path_query_first_tz sf-2:3e,3e,3f,3e,2k
jsonb_path_query_tz sf*-2:3e,3e,3f,3e,2k
jsonb_populate_record sf:2e,2e,3e
jsonb_populate_record_valid sf:2k,2e,3e
jsonb_populate_recordset sf*:2e,2e,3e
jsonb_pretty if:4i,3e
jsonb_send if:2n,3e
jsonb_set if-1:3e,3e,1n,3e,2k
jsonb_set_lax if-2:3e,3e,1n,3e,2k,4i
jsonb_strip_nulls if-1:3e,3e,2k
jsonb_to_record sf:44,3e
jsonb_to_recordset sf*:44,3e
jsonb_to_tsvector sf:4v,3e,3e if:4v,48,3e,3e
jsonb_typeof if:4i,3e
jsonpath_in if:3f,2s
jsonpath_out if:2s,3f
jsonpath_send if:2n,3f
justify_days if:3c,3c
justify_hours if:3c,3c
justify_interval if:3c,3c
lag iw:2e,2e iw:2e,2e,35 iw:29,29,35,29
language_handler_out if:2s,3g
last_value iw:2e,2e
lastval vf:38
lcm if:35,35,35 if:38,38,38 if:3n,3n,3n
lead iw:2e,2e iw:2e,2e,35 iw:29,29,35,29
left if:4i,4i,35
length if:35,4i if:35,2m if:2z,3i if:2z,3s if:35,2j sf:35,2n,3m if:35,2n if:35,4v
lgamma if:2z,2z
like if:2k,4i,4i if:2k,3m,4i if:2k,2n,2n
like_escape if:4i,4i,4i if:2n,2n,2n
line if:3h,42,42
line_distance if:2z,3h,3h
line_eq if:2k,3h,3h
line_horizontal if:2k,3h
line_in if:3h,2s
line_interpt if:42,3h,3h
line_intersect if:2k,3h,3h
line_out if:2s,3h
line_parallel if:2k,3h,3h
line_perp if:2k,3h,3h
line_send if:2n,3h
line_vertical if:2k,3h
ln if:2z,2z if:3n,3n
lo_close vf:35,35
lo_creat vf:3q,35
lo_create vf:3q,3q
lo_export vf:35,3q,4i
lo_from_bytea vf:3q,3q,2n
lo_get vf:2n,3q vf:2n,3q,38,35
lo_import vf:3q,4i vf:3q,4i,3q
lo_lseek vf:35,35,35,35
lo_lseek64 vf:38,35,38,35
lo_open vf:35,3q,35
lo_put vf:51,3q,38,2n
lo_tell vf:35,35
lo_tell64 vf:38,35
lo_truncate vf:35,35,35
lo_truncate64 vf:35,35,38
lo_unlink vf:35,3q
log if:2z,2z if:3n,3n,3n if:3n,3n
log10 if:2z,2z if:3n,3n
loread vf:2n,35,35
lower if:4i,4i if:2e,2i if:2e,2g
lower_inc if:2k,2i if:2k,2g
lower_inf if:2k,2i if:2k,2g
lowrite vf:35,35,2n
lpad if:4i,4i,35,4i if:4i,4i,35
lseg if:3i,42,42 if:3i,2l
lseg_center if:42,3i
lseg_distance if:2z,3i,3i
lseg_eq if:2k,3i,3i
lseg_ge if:2k,3i,3i
lseg_gt if:2k,3i,3i
lseg_horizontal if:2k,3i
lseg_in if:3i,2s
lseg_interpt if:42,3i,3i
lseg_intersect if:2k,3i,3i
lseg_le if:2k,3i,3i
lseg_length if:2z,3i
lseg_lt if:2k,3i,3i
lseg_ne if:2k,3i,3i
lseg_out if:2s,3i
lseg_parallel if:2k,3i,3i
lseg_perp if:2k,3i,3i
lseg_send if:2n,3i
lseg_vertical if:2k,3i
ltrim if:4i,4i,4i if:4i,4i if:2n,2n,2n
macaddr if:3j,3k
macaddr8 if:3k,3j
macaddr8_and if:3k,3k,3k
macaddr8_cmp if:35,3k,3k
macaddr8_eq if:2k,3k,3k
macaddr8_ge if:2k,3k,3k
macaddr8_gt if:2k,3k,3k
macaddr8_in if:3k,2s
macaddr8_le if:2k,3k,3k
macaddr8_lt if:2k,3k,3k
macaddr8_ne if:2k,3k,3k
macaddr8_not if:3k,3k
macaddr8_or if:3k,3k,3k
macaddr8_out if:2s,3k
macaddr8_send if:2n,3k
macaddr8_set7bit if:3k,3k
macaddr_and if:3j,3j,3j
macaddr_cmp if:35,3j,3j
macaddr_eq if:2k,3j,3j
macaddr_ge if:2k,3j,3j
macaddr_gt if:2k,3j,3j
macaddr_in if:3j,2s
macaddr_le if:2k,3j,3j
macaddr_lt if:2k,3j,3j
macaddr_ne if:2k,3j,3j
macaddr_not if:3j,3j
macaddr_or if:3j,3j,3j
macaddr_out if:2s,3j
macaddr_send if:2n,3j
make_date if:2t,35,35,35
make_interval if-7:3c,35,35,35,35,35,35,2z
make_time if:4k,35,35,2z
make_timestamp if:4l,35,35,35,35,35,2z
make_timestamptz sf:4m,35,35,35,35,35,2z sf:4m,35,35,35,35,35,2z,4i
makeaclitem if:26,3q,3q,4i,2k
masklen if:35,32
max ia:28,28 ia:38,38 ia:35,35 ia:33,33 ia:3q,3q ia:2y,2y ia:2z,2z ia:2t,2t ia:4k,4k ia:4n,4n ia:3l,3l ia:4l,4l ia:4m,4m ia:3c,3c ia:4i,4i ia:3n,3n ia:2m,2m ia:4j,4j ia:2f,2f ia:32,32 ia:3x,3x ia:53,53 ia:44,44 ia:2n,2n
md5 if:4i,4i if:4i,2n
min ia:28,28 ia:38,38 ia:35,35 ia:33,33 ia:3q,3q ia:2y,2y ia:2z,2z ia:2t,2t ia:4k,4k ia:4n,4n ia:3l,3l ia:4l,4l ia:4m,4m ia:3c,3c ia:4i,4i ia:3n,3n ia:2m,2m ia:4j,4j ia:2f,2f ia:32,32 ia:3x,3x ia:53,53 ia:44,44 ia:2n,2n
min_scale if:35,3n
mod if:33,33,33 if:35,35,35 if:38,38,38 if:3n,3n,3n
mode ia:2e,2e
money sf:3l,35 sf:3l,38 sf:3l,3n
mul_d_interval if:3c,2z,3c
multirange if:2g,2i
multirange_adjacent_multirange if:2k,2g,2g
multirange_adjacent_range if:2k,2g,2i
multirange_after_multirange if:2k,2g,2g
multirange_after_range if:2k,2g,2i
multirange_before_multirange if:2k,2g,2g
multirange_before_range if:2k,2g,2i
multirange_cmp if:35,2g,2g
multirange_contained_by_multirange if:2k,2g,2g
multirange_contained_by_range if:2k,2g,2i
multirange_contains_elem if:2k,2g,2e
multirange_contains_multirange if:2k,2g,2g
multirange_contains_range if:2k,2g,2i
multirange_eq if:2k,2g,2g
multirange_ge if:2k,2g,2g
multirange_gt if:2k,2g,2g
multirange_in sf:2g,2s,3q,35
multirange_intersect if:2g,2g,2g
multirange_intersect_agg_transfn if:2g,2g,2g
multirange_le if:2k,2g,2g
multirange_lt if:2k,2g,2g
multirange_minus if:2g,2g,2g
multirange_ne if:2k,2g,2g
multirange_out sf:2s,2g
multirange_overlaps_multirange if:2k,2g,2g
multirange_overlaps_range if:2k,2g,2i
multirange_overleft_multirange if:2k,2g,2g
multirange_overleft_range if:2k,2g,2i
multirange_overright_multirange if:2k,2g,2g
multirange_overright_range if:2k,2g,2i
multirange_send sf:2n,2g
multirange_union if:2g,2g,2g
mxid_age sf:35,52
name if:3m,4i if:3m,2m if:3m,50
nameconcatoid if:3m,3m,3q
nameeq if:2k,3m,3m
nameeqtext if:2k,3m,4i
namege if:2k,3m,3m
namegetext if:2k,3m,4i
namegt if:2k,3m,3m
namegttext if:2k,3m,4i
nameiclike if:2k,3m,4i
nameicnlike if:2k,3m,4i
nameicregexeq if:2k,3m,4i
nameicregexne if:2k,3m,4i
namein if:3m,2s
namele if:2k,3m,3m
nameletext if:2k,3m,4i
namelike if:2k,3m,4i
namelt if:2k,3m,3m
namelttext if:2k,3m,4i
namene if:2k,3m,3m
namenetext if:2k,3m,4i
namenlike if:2k,3m,4i
nameout if:2s,3m
nameregexeq if:2k,3m,4i
nameregexne if:2k,3m,4i
namesend sf:2n,3m
netmask if:32,32
network if:2q,32
network_cmp if:35,32,32
network_eq if:2k,32,32
network_ge if:2k,32,32
network_gt if:2k,32,32
network_larger if:32,32,32
network_le if:2k,32,32
network_lt if:2k,32,32
network_ne if:2k,32,32
network_overlap if:2k,32,32
network_smaller if:32,32,32
network_sub if:2k,32,32
network_subeq if:2k,32,32
network_sup if:2k,32,32
network_supeq if:2k,32,32
nextval vf:38,46
normalize if-1:4i,4i,4i
notlike if:2k,4i,4i if:2k,3m,4i if:2k,2n,2n
now sf:4m
npoints if:35,3s if:35,43
nth_value iw:2e,2e,35
ntile iw:35,35
num_nonnulls if+:35,27
num_nulls if+:35,27
numeric if:3n,3n,35 if:3n,35 if:3n,2y if:3n,2z if:3n,38 if:3n,33 if:3n,3e sf:3n,3l
numeric_abs if:3n,3n
numeric_add if:3n,3n,3n
numeric_cmp if:35,3n,3n
numeric_div if:3n,3n,3n
numeric_div_trunc if:3n,3n,3n
numeric_eq if:2k,3n,3n
numeric_exp if:3n,3n
numeric_ge if:2k,3n,3n
numeric_gt if:2k,3n,3n
numeric_in if:3n,2s,3q,35
numeric_inc if:3n,3n
numeric_larger if:3n,3n,3n
numeric_le if:2k,3n,3n
numeric_ln if:3n,3n
numeric_log if:3n,3n,3n
numeric_lt if:2k,3n,3n
numeric_mod if:3n,3n,3n
numeric_mul if:3n,3n,3n
numeric_ne if:2k,3n,3n
numeric_out if:2s,3n
numeric_pl_pg_lsn if:3x,3n,3x
numeric_power if:3n,3n,3n
numeric_send if:2n,3n
numeric_smaller if:3n,3n,3n
numeric_sqrt if:3n,3n
numeric_sub if:3n,3n,3n
numeric_uminus if:3n,3n
numeric_uplus if:3n,3n
numerictypmodin if:35,a
numerictypmodout if:2s,35
nummultirange if:3o if:3o,3p if+:3o,12
numnode if:35,4r
numrange if:3p,3n,3n if:3p,3n,3n,4i
numrange_subdiff if:2z,3n,3n
obj_description sf:4i,3q,3m sf:4i,3q
octet_length if:35,2n if:35,4i if:35,2m if:35,2j
oid if:3q,38
oideq if:2k,3q,3q
oidge if:2k,3q,3q
oidgt if:2k,3q,3q
oidin if:3q,2s
oidlarger if:3q,3q,3q
oidle if:2k,3q,3q
oidlt if:2k,3q,3q
oidne if:2k,3q,3q
oidout if:2s,3q
oidsend if:2n,3q
oidsmaller if:3q,3q,3q
oidvectoreq if:2k,3r,3r
oidvectorge if:2k,3r,3r
oidvectorgt if:2k,3r,3r
oidvectorin if:3r,2s
oidvectorle if:2k,3r,3r
oidvectorlt if:2k,3r,3r
oidvectorne if:2k,3r,3r
oidvectorout if:2s,3r
oidvectorsend if:2n,3r
oidvectortypes sf:4i,3r
on_pb if:2k,42,2l
on_pl if:2k,42,3h
on_ppath if:2k,42,3s
on_ps if:2k,42,3i
on_sb if:2k,3i,2l
on_sl if:2k,3i,3h
overlaps if:2k,4n,4n,4n,4n if:2k,4m,4m,4m,4m sf:2k,4m,3c,4m,3c sf:2k,4m,4m,4m,3c sf:2k,4m,3c,4m,4m if:2k,4k,4k,4k,4k if:2k,4k,3c,4k,3c if:2k,4k,4k,4k,3c if:2k,4k,3c,4k,4k if:2k,4l,4l,4l,4l if:2k,4l,3c,4l,3c if:2k,4l,4l,4l,3c if:2k,4l,3c,4l,4l
overlay if:2n,2n,2n,35,35 if:2n,2n,2n,35 if:4i,4i,4i,35,35 if:4i,4i,4i,35 if:2j,2j,2j,35,35 if:2j,2j,2j,35
parse_ident if-1:1n,4i,2k
path if:3s,43
path_add if:3s,3s,3s
path_add_pt if:3s,3s,42
path_contain_pt if:2k,3s,42
path_distance if:2z,3s,3s
path_div_pt if:3s,3s,42
path_in if:3s,2s
path_inter if:2k,3s,3s
path_length if:2z,3s
path_mul_pt if:3s,3s,42
path_n_eq if:2k,3s,3s
path_n_ge if:2k,3s,3s
path_n_gt if:2k,3s,3s
path_n_le if:2k,3s,3s
path_n_lt if:2k,3s,3s
path_npoints if:35,3s
path_out if:2s,3s
path_send if:2n,3s
path_sub_pt if:3s,3s,42
pclose if:3s,3s
percent_rank iw:2z ia+:2z,27
percentile_cont ia:2z,2z,2z ia:3c,2z,3c ia:f,f,2z ia:q,f,3c
percentile_disc ia:2e,2z,2e ia:28,f,2e
pg_advisory_lock vf:51,38 vf:51,35,35
pg_advisory_lock_shared vf:51,38 vf:51,35,35
pg_advisory_unlock vf:2k,38 vf:2k,35,35
pg_advisory_unlock_all vf:51
pg_advisory_unlock_shared vf:2k,38 vf:2k,35,35
pg_advisory_xact_lock vf:51,38 vf:51,35,35
pg_advisory_xact_lock_shared vf:51,38 vf:51,35,35
pg_available_extension_versions sf*:44
pg_available_extensions sf*:44
pg_available_wal_summaries vf*:44
pg_backend_pid sf:35
pg_backup_start vf-1:3x,4i,2k
pg_backup_stop vf-1:44,2k
pg_basetype sf:4g,4g
pg_blocking_pids vf:k,35
pg_cancel_backend vf:2k,35
pg_char_to_encoding sf:35,3m
pg_clear_attribute_stats vf:51,4i,4i,4i,2k
pg_clear_relation_stats vf:51,4i,4i
pg_client_encoding sf:3m
pg_collation_actual_version vf:4i,3q
pg_collation_for sf:4i,27
pg_collation_is_visible sf:2k,3q
pg_column_compression sf:4i,27
pg_column_is_updatable sf:2k,46,33,2k
pg_column_size sf:35,27
pg_column_toast_chunk_id sf:3q,27
pg_conf_load_time sf:4m
pg_config sf*:44
pg_control_checkpoint vf:44
pg_control_init vf:44
pg_control_recovery vf:44
pg_control_system vf:44
pg_conversion_is_visible sf:2k,3q
pg_copy_logical_replication_slot vf:44,3m,3m,2k,3m vf:44,3m,3m,2k vf:44,3m,3m
pg_copy_physical_replication_slot vf:44,3m,3m,2k vf:44,3m,3m
pg_create_logical_replication_slot vf-3:44,3m,3m,2k,2k,2k
pg_create_physical_replication_slot vf-2:44,3m,2k,2k
pg_create_restore_point vf:3x,4i
pg_current_logfile vf:4i vf:4i,4i
pg_current_snapshot sf:41
pg_current_wal_flush_lsn vf:3x
pg_current_wal_insert_lsn vf:3x
pg_current_wal_lsn vf:3x
pg_current_xact_id sf:53
pg_current_xact_id_if_assigned sf:53
pg_cursor sf*:44
pg_database_collation_actual_version vf:4i,3q
pg_database_size vf:38,3m vf:38,3q
pg_ddl_command_in if:3v,2s
pg_ddl_command_out if:2s,3v
pg_ddl_command_send if:2n,3v
pg_dependencies_in if:3w,2s
pg_dependencies_out if:2s,3w
pg_dependencies_send sf:2n,3w
pg_describe_object sf:4i,3q,3q,35
pg_drop_replication_slot vf:51,3m
pg_encoding_max_length if:35,35
pg_encoding_to_char sf:3m,35
pg_event_trigger_ddl_commands sf*:44
pg_event_trigger_dropped_objects sf*:44
pg_event_trigger_table_rewrite_oid sf:3q
pg_event_trigger_table_rewrite_reason sf:35
pg_export_snapshot vf:4i
pg_extension_config_dump vf:51,46,4i
pg_extension_update_paths sf*:44,3m
pg_filenode_relation sf:46,3q,3q
pg_function_is_visible sf:2k,3q
pg_get_acl sf:0,3q,3q,35
pg_get_aios vf*:44
pg_get_backend_memory_contexts vf*:44
pg_get_catalog_foreign_keys sf*:44
pg_get_constraintdef sf:4i,3q sf:4i,3q,2k
pg_get_expr sf:4i,40,3q sf:4i,40,3q,2k
pg_get_function_arg_default sf:4i,3q,35
pg_get_function_arguments sf:4i,3q
pg_get_function_identity_arguments sf:4i,3q
pg_get_function_result sf:4i,3q
pg_get_function_sqlbody sf:4i,3q
pg_get_functiondef sf:4i,3q
pg_get_indexdef sf:4i,3q sf:4i,3q,35,2k
pg_get_keywords sf*:44
pg_get_loaded_modules vf*:44
pg_get_multixact_members vf*:44,52
pg_get_object_address sf:44,4i,1n,1n
pg_get_partition_constraintdef sf:4i,3q
pg_get_partkeydef sf:4i,3q
pg_get_publication_tables sf*+:44,1n
pg_get_replica_identity_index sf:46,46
pg_get_replication_slots sf*:44
pg_get_ruledef sf:4i,3q sf:4i,3q,2k
pg_get_sequence_data vf:44,46
pg_get_serial_sequence sf:4i,4i,4i
pg_get_shmem_allocations vf*:44
pg_get_shmem_allocations_numa vf*:44
pg_get_statisticsobjdef sf:4i,3q
pg_get_statisticsobjdef_columns sf:4i,3q
pg_get_statisticsobjdef_expressions sf:1n,3q
pg_get_triggerdef sf:4i,3q sf:4i,3q,2k
pg_get_userbyid sf:3m,3q
pg_get_viewdef sf:4i,4i sf:4i,3q sf:4i,4i,2k sf:4i,3q,2k sf:4i,3q,35
pg_get_wait_events vf*:44
pg_get_wal_replay_pause_state vf:4i
pg_get_wal_resource_managers vf*:44
pg_get_wal_summarizer_state vf:44
pg_has_role sf:2k,3m,3m,4i sf:2k,3m,3q,4i sf:2k,3q,3m,4i sf:2k,3q,3q,4i sf:2k,3m,4i sf:2k,3q,4i
pg_hba_file_rules vf*:44
pg_ident_file_mappings vf*:44
pg_identify_object sf:44,3q,3q,35
pg_identify_object_as_address sf:44,3q,3q,35
pg_import_system_collations vf:35,4a
pg_index_column_has_property sf:2k,46,35,4i
pg_index_has_property sf:2k,46,4i
pg_indexam_has_property sf:2k,3q,4i
pg_indexam_progress_phasename if:4i,3q,38
pg_indexes_size vf:38,46
pg_input_error_info sf:44,4i,4i
pg_input_is_valid sf:2k,4i,4i
pg_is_in_recovery vf:2k
pg_is_other_temp_schema sf:2k,3q
pg_is_wal_replay_paused vf:2k
pg_isolation_test_session_is_blocked vf:2k,35,k
pg_jit_available vf:2k
pg_last_committed_xact vf:44
pg_last_wal_receive_lsn vf:3x
pg_last_wal_replay_lsn vf:3x
pg_last_xact_replay_timestamp vf:4m
pg_listening_channels sf*:4i
pg_lock_status vf*:44
pg_log_backend_memory_contexts vf:2k,35
pg_log_standby_snapshot vf:3x
pg_logical_emit_message vf-1:3x,2k,4i,4i,2k vf-1:3x,2k,4i,2n,2k
pg_logical_slot_get_binary_changes vf*+-1:44,3m,3x,35,1n
pg_logical_slot_get_changes vf*+-1:44,3m,3x,35,1n
pg_logical_slot_peek_binary_changes vf*+-1:44,3m,3x,35,1n
pg_logical_slot_peek_changes vf*+-1:44,3m,3x,35,1n
pg_ls_archive_statusdir vf*:44
pg_ls_dir vf*:4i,4i vf*:4i,4i,2k,2k
pg_ls_logdir vf*:44
pg_ls_logicalmapdir vf*:44
pg_ls_logicalsnapdir vf*:44
pg_ls_replslotdir vf*:44,4i
pg_ls_summariesdir vf*:44
pg_ls_tmpdir vf*:44 vf*:44,3q
pg_ls_waldir vf*:44
pg_lsn if:3x,3n
pg_lsn_cmp if:35,3x,3x
pg_lsn_eq if:2k,3x,3x
pg_lsn_ge if:2k,3x,3x
pg_lsn_gt if:2k,3x,3x
pg_lsn_hash if:35,3x
pg_lsn_hash_extended if:38,3x,38
pg_lsn_in if:3x,2s
pg_lsn_larger if:3x,3x,3x
pg_lsn_le if:2k,3x,3x
pg_lsn_lt if:2k,3x,3x
pg_lsn_mi if:3n,3x,3x
pg_lsn_mii if:3x,3x,3n
pg_lsn_ne if:2k,3x,3x
pg_lsn_out if:2s,3x
pg_lsn_pli if:3x,3x,3n
pg_lsn_send if:2n,3x
pg_lsn_smaller if:3x,3x,3x
pg_mcv_list_in if:3y,2s
pg_mcv_list_items sf*:44,3y
pg_mcv_list_out if:2s,3y
pg_mcv_list_send sf:2n,3y
pg_my_temp_schema sf:3q
pg_ndistinct_in if:3z,2s
pg_ndistinct_out if:2s,3z
pg_ndistinct_send sf:2n,3z
pg_nextoid vf:3q,46,3m,46
pg_node_tree_in if:40,2s
pg_node_tree_out if:2s,40
pg_node_tree_send sf:2n,40
pg_notification_queue_usage vf:2z
pg_notify vf:51,4i,4i
pg_numa_available sf:2k
pg_opclass_is_visible sf:2k,3q
pg_operator_is_visible sf:2k,3q
pg_opfamily_is_visible sf:2k,3q
pg_options_to_table sf*:44,1n
pg_partition_ancestors vf*:46,46
pg_partition_root if:46,46
pg_partition_tree vf*:44,46
pg_postmaster_start_time sf:4m
pg_prepared_statement sf*:44
pg_prepared_xact vf*:44
pg_promote vf-2:2k,2k,35
pg_read_binary_file vf:2n,4i,38,38,2k vf:2n,4i,38,38 vf:2n,4i vf:2n,4i,2k
pg_read_file vf:4i,4i,38,38 vf:4i,4i,38,38,2k vf:4i,4i vf:4i,4i,2k
pg_relation_filenode sf:3q,46
pg_relation_filepath sf:4i,46
pg_relation_is_publishable sf:2k,46
pg_relation_is_updatable sf:35,46,2k
pg_relation_size vf:38,46 vf:38,46,4i
pg_reload_conf vf:2k
pg_replication_origin_advance vf:51,4i,3x
pg_replication_origin_create vf:3q,4i
pg_replication_origin_drop vf:51,4i
pg_replication_origin_oid sf:3q,4i
pg_replication_origin_progress vf:3x,4i,2k
pg_replication_origin_session_is_setup vf:2k
pg_replication_origin_session_progress vf:3x,2k
pg_replication_origin_session_reset vf:51
pg_replication_origin_session_setup vf:51,4i
pg_replication_origin_xact_reset vf:51
pg_replication_origin_xact_setup vf:51,3x,4m
pg_replication_slot_advance vf:44,3m,3x
pg_restore_attribute_stats vf+:2k,27
pg_restore_relation_stats vf+:2k,27
pg_rotate_logfile vf:2k
pg_safe_snapshot_blocking_pids vf:k,35
pg_sequence_last_value vf:38,46
pg_sequence_parameters sf:44,3q
pg_settings_get_flags sf:1n,4i
pg_show_all_file_settings vf*:44
pg_show_all_settings sf*:44
pg_show_replication_origin_status vf*:44
pg_size_bytes if:38,4i
pg_size_pretty if:4i,38 if:4i,3n
pg_sleep vf:51,2z
pg_sleep_for vf:51,3c
pg_sleep_until vf:51,4m
pg_snapshot_in if:41,2s
pg_snapshot_out if:2s,41
pg_snapshot_send if:2n,41
pg_snapshot_xip if*:53,41
pg_snapshot_xmax if:53,41
pg_snapshot_xmin if:53,41
pg_split_walfile_name sf:44,4i
pg_stat_clear_snapshot vf:51
pg_stat_file vf:44,4i vf:44,4i,2k
pg_stat_force_next_flush vf:51
pg_stat_get_activity sf*:44,35
pg_stat_get_analyze_count sf:38,3q
pg_stat_get_archiver sf:44
pg_stat_get_autoanalyze_count sf:38,3q
pg_stat_get_autovacuum_count sf:38,3q
pg_stat_get_backend_activity sf:4i,35
pg_stat_get_backend_activity_start sf:4m,35
pg_stat_get_backend_client_addr sf:32,35
pg_stat_get_backend_client_port sf:35,35
pg_stat_get_backend_dbid sf:3q,35
pg_stat_get_backend_idset sf*:35
pg_stat_get_backend_io vf*:44,35
pg_stat_get_backend_pid sf:35,35
pg_stat_get_backend_start sf:4m,35
pg_stat_get_backend_subxact sf:44,35
pg_stat_get_backend_userid sf:3q,35
pg_stat_get_backend_wait_event sf:4i,35
pg_stat_get_backend_wait_event_type sf:4i,35
pg_stat_get_backend_wal vf:44,35
pg_stat_get_backend_xact_start sf:4m,35
pg_stat_get_bgwriter_buf_written_clean sf:38
pg_stat_get_bgwriter_maxwritten_clean sf:38
pg_stat_get_bgwriter_stat_reset_time sf:4m
pg_stat_get_blocks_fetched sf:38,3q
pg_stat_get_blocks_hit sf:38,3q
pg_stat_get_buf_alloc sf:38
pg_stat_get_checkpointer_buffers_written sf:38
pg_stat_get_checkpointer_num_performed sf:38
pg_stat_get_checkpointer_num_requested sf:38
pg_stat_get_checkpointer_num_timed sf:38
pg_stat_get_checkpointer_restartpoints_performed sf:38
pg_stat_get_checkpointer_restartpoints_requested sf:38
pg_stat_get_checkpointer_restartpoints_timed sf:38
pg_stat_get_checkpointer_slru_written sf:38
pg_stat_get_checkpointer_stat_reset_time sf:4m
pg_stat_get_checkpointer_sync_time sf:2z
pg_stat_get_checkpointer_write_time sf:2z
pg_stat_get_db_active_time sf:2z,3q
pg_stat_get_db_blk_read_time sf:2z,3q
pg_stat_get_db_blk_write_time sf:2z,3q
pg_stat_get_db_blocks_fetched sf:38,3q
pg_stat_get_db_blocks_hit sf:38,3q
pg_stat_get_db_checksum_failures sf:38,3q
pg_stat_get_db_checksum_last_failure sf:4m,3q
pg_stat_get_db_conflict_all sf:38,3q
pg_stat_get_db_conflict_bufferpin sf:38,3q
pg_stat_get_db_conflict_lock sf:38,3q
pg_stat_get_db_conflict_logicalslot sf:38,3q
pg_stat_get_db_conflict_snapshot sf:38,3q
pg_stat_get_db_conflict_startup_deadlock sf:38,3q
pg_stat_get_db_conflict_tablespace sf:38,3q
pg_stat_get_db_deadlocks sf:38,3q
pg_stat_get_db_idle_in_transaction_time sf:2z,3q
pg_stat_get_db_numbackends sf:35,3q
pg_stat_get_db_parallel_workers_launched sf:38,3q
pg_stat_get_db_parallel_workers_to_launch sf:38,3q
pg_stat_get_db_session_time sf:2z,3q
pg_stat_get_db_sessions sf:38,3q
pg_stat_get_db_sessions_abandoned sf:38,3q
pg_stat_get_db_sessions_fatal sf:38,3q
pg_stat_get_db_sessions_killed sf:38,3q
pg_stat_get_db_stat_reset_time sf:4m,3q
pg_stat_get_db_temp_bytes sf:38,3q
pg_stat_get_db_temp_files sf:38,3q
pg_stat_get_db_tuples_deleted sf:38,3q
pg_stat_get_db_tuples_fetched sf:38,3q
pg_stat_get_db_tuples_inserted sf:38,3q
pg_stat_get_db_tuples_returned sf:38,3q
pg_stat_get_db_tuples_updated sf:38,3q
pg_stat_get_db_xact_commit sf:38,3q
pg_stat_get_db_xact_rollback sf:38,3q
pg_stat_get_dead_tuples sf:38,3q
pg_stat_get_function_calls sf:38,3q
pg_stat_get_function_self_time sf:2z,3q
pg_stat_get_function_total_time sf:2z,3q
pg_stat_get_ins_since_vacuum sf:38,3q
pg_stat_get_io vf*:44
pg_stat_get_last_analyze_time sf:4m,3q
pg_stat_get_last_autoanalyze_time sf:4m,3q
pg_stat_get_last_autovacuum_time sf:4m,3q
pg_stat_get_last_vacuum_time sf:4m,3q
pg_stat_get_lastscan sf:4m,3q
pg_stat_get_live_tuples sf:38,3q
pg_stat_get_mod_since_analyze sf:38,3q
pg_stat_get_numscans sf:38,3q
pg_stat_get_progress_info sf*:44,4i
pg_stat_get_recovery_prefetch vf*:44
pg_stat_get_replication_slot sf:44,4i
pg_stat_get_slru sf*:44
pg_stat_get_snapshot_timestamp sf:4m
pg_stat_get_subscription sf*:44,3q
pg_stat_get_subscription_stats sf:44,3q
pg_stat_get_total_analyze_time sf:2z,3q
pg_stat_get_total_autoanalyze_time sf:2z,3q
pg_stat_get_total_autovacuum_time sf:2z,3q
pg_stat_get_total_vacuum_time sf:2z,3q
pg_stat_get_tuples_deleted sf:38,3q
pg_stat_get_tuples_fetched sf:38,3q
pg_stat_get_tuples_hot_updated sf:38,3q
pg_stat_get_tuples_inserted sf:38,3q
pg_stat_get_tuples_newpage_updated sf:38,3q
pg_stat_get_tuples_returned sf:38,3q
pg_stat_get_tuples_updated sf:38,3q
pg_stat_get_vacuum_count sf:38,3q
pg_stat_get_wal sf:44
pg_stat_get_wal_receiver sf:44
pg_stat_get_wal_senders sf*:44
pg_stat_get_xact_blocks_fetched vf:38,3q
pg_stat_get_xact_blocks_hit vf:38,3q
pg_stat_get_xact_function_calls vf:38,3q
pg_stat_get_xact_function_self_time vf:2z,3q
pg_stat_get_xact_function_total_time vf:2z,3q
pg_stat_get_xact_numscans vf:38,3q
pg_stat_get_xact_tuples_deleted vf:38,3q
pg_stat_get_xact_tuples_fetched vf:38,3q
pg_stat_get_xact_tuples_hot_updated vf:38,3q
pg_stat_get_xact_tuples_inserted vf:38,3q
pg_stat_get_xact_tuples_newpage_updated vf:38,3q
pg_stat_get_xact_tuples_returned vf:38,3q
pg_stat_get_xact_tuples_updated vf:38,3q
pg_stat_have_stats vf:2k,4i,3q,38
pg_stat_reset vf:51
pg_stat_reset_backend_stats vf:51,35
pg_stat_reset_replication_slot vf:51,4i
pg_stat_reset_shared vf-1:51,4i
pg_stat_reset_single_function_counters vf:51,3q
pg_stat_reset_single_table_counters vf:51,3q
pg_stat_reset_slru vf-1:51,4i
pg_stat_reset_subscription_stats vf:51,3q
pg_statistics_obj_is_visible sf:2k,3q
pg_stop_making_pinned_objects vf:51
pg_switch_wal vf:3x
pg_sync_replication_slots vf:51
pg_table_is_visible sf:2k,3q
pg_table_size vf:38,46
pg_tablespace_databases sf*:3q,3q
pg_tablespace_location sf:4i,3q
pg_tablespace_size vf:38,3q vf:38,3m
pg_terminate_backend vf-1:2k,35,38
pg_timezone_abbrevs_abbrevs sf*:44
pg_timezone_abbrevs_zone sf*:44
pg_timezone_names sf*:44
pg_total_relation_size vf:38,46
pg_trigger_depth sf:35
pg_try_advisory_lock vf:2k,38 vf:2k,35,35
pg_try_advisory_lock_shared vf:2k,38 vf:2k,35,35
pg_try_advisory_xact_lock vf:2k,38 vf:2k,35,35
pg_try_advisory_xact_lock_shared vf:2k,38 vf:2k,35,35
pg_ts_config_is_visible sf:2k,3q
pg_ts_dict_is_visible sf:2k,3q
pg_ts_parser_is_visible sf:2k,3q
pg_ts_template_is_visible sf:2k,3q
pg_type_is_visible sf:2k,3q
pg_typeof sf:4g,27
pg_visible_in_snapshot if:2k,53,41
pg_wal_lsn_diff if:3n,3x,3x
pg_wal_replay_pause vf:51
pg_wal_replay_resume vf:51
pg_wal_summary_contents vf*:44,38,3x,3x
pg_walfile_name if:4i,3x
pg_walfile_name_offset if:44,3x
pg_xact_commit_timestamp vf:4m,52
pg_xact_commit_timestamp_origin vf:44,52
pg_xact_status vf:4i,53
phraseto_tsquery sf:4r,4i if:4r,48,4i
pi if:2z
plainto_tsquery if:4r,48,4i sf:4r,4i
plpgsql_validator vf:51,3q
point if:42,2r if:42,2z,2z if:42,3i if:42,2l if:42,43
point_above if:2k,42,42
point_add if:42,42,42
point_below if:2k,42,42
point_distance if:2z,42,42
point_div if:42,42,42
point_eq if:2k,42,42
point_horiz if:2k,42,42
point_in if:42,2s
point_left if:2k,42,42
point_mul if:42,42,42
point_ne if:2k,42,42
point_out if:2s,42
point_right if:2k,42,42
point_send if:2n,42
point_sub if:42,42,42
point_vert if:2k,42,42
poly_above if:2k,43,43
poly_below if:2k,43,43
poly_center if:42,43
poly_contain if:2k,43,43
poly_contain_pt if:2k,43,42
poly_contained if:2k,43,43
poly_distance if:2z,43,43
poly_in if:43,2s
poly_left if:2k,43,43
poly_npoints if:35,43
poly_out if:2s,43
poly_overabove if:2k,43,43
poly_overbelow if:2k,43,43
poly_overlap if:2k,43,43
poly_overleft if:2k,43,43
poly_overright if:2k,43,43
poly_right if:2k,43,43
poly_same if:2k,43,43
poly_send if:2n,43
polygon if:43,2l if:43,3s if:43,35,2r if:43,2r
popen if:3s,3s
position if:35,4i,4i if:35,2j,2j if:35,2n,2n
postgresql_fdw_validator if:2k,1n,3q
pow if:2z,2z,2z if:3n,3n,3n
power if:2z,2z,2z if:3n,3n,3n
pt_contained_circle if:2k,42,2r
pt_contained_poly if:2k,42,43
query_to_xml vf:54,4i,2k,2k,4i
query_to_xml_and_xmlschema vf:54,4i,2k,2k,4i
query_to_xmlschema vf:54,4i,2k,2k,4i
querytree if:4i,4r
quote_ident if:4i,4i
quote_literal if:4i,4i sf:4i,2e
quote_nullable if:4i,4i sf:4i,2e
radians if:2z,2z
radius if:2z,2r
random vf:2z vf:35,35,35 vf:38,38,38 vf:3n,3n,3n
random_normal vf-2:2z,2z,2z
range_adjacent if:2k,2i,2i
range_adjacent_multirange if:2k,2i,2g
range_after if:2k,2i,2i
range_after_multirange if:2k,2i,2g
range_agg ia:2g,2i ia:2g,2g
range_before if:2k,2i,2i
range_before_multirange if:2k,2i,2g
range_cmp if:35,2i,2i
range_contained_by if:2k,2i,2i
range_contained_by_multirange if:2k,2i,2g
range_contains if:2k,2i,2i
range_contains_elem if:2k,2i,2e
range_contains_multirange if:2k,2i,2g
range_eq if:2k,2i,2i
range_ge if:2k,2i,2i
range_gt if:2k,2i,2i
range_in sf:2i,2s,3q,35
range_intersect if:2i,2i,2i
range_intersect_agg ia:2g,2g ia:2i,2i
range_intersect_agg_transfn if:2i,2i,2i
range_le if:2k,2i,2i
range_lt if:2k,2i,2i
range_merge if:2i,2i,2i if:2i,2g
range_minus if:2i,2i,2i
range_ne if:2k,2i,2i
range_out sf:2s,2i
range_overlaps if:2k,2i,2i
range_overlaps_multirange if:2k,2i,2g
range_overleft if:2k,2i,2i
range_overleft_multirange if:2k,2i,2g
range_overright if:2k,2i,2i
range_overright_multirange if:2k,2i,2g
range_send sf:2n,2i
range_union if:2i,2i,2i
rank iw:38 ia+:38,27
record_eq if:2k,44,44
record_ge if:2k,44,44
record_gt if:2k,44,44
record_image_eq if:2k,44,44
record_image_ge if:2k,44,44
record_image_gt if:2k,44,44
record_image_le if:2k,44,44
record_image_lt if:2k,44,44
record_image_ne if:2k,44,44
record_in sf:44,2s,3q,35
record_larger if:44,44,44
record_le if:2k,44,44
record_lt if:2k,44,44
record_ne if:2k,44,44
record_out sf:2s,44
record_send sf:2n,44
record_smaller if:44,44,44
regclass sf:46,4i
regclassin sf:46,2s
regclassout sf:2s,46
regclasssend if:2n,46
regcollationin sf:47,2s
regcollationout sf:2s,47
regcollationsend if:2n,47
regconfigin sf:48,2s
regconfigout sf:2s,48
regconfigsend if:2n,48
regdictionaryin sf:49,2s
regdictionaryout sf:2s,49
regdictionarysend if:2n,49
regexp_count if:35,4i,4i if:35,4i,4i,35 if:35,4i,4i,35,4i
regexp_instr if:35,4i,4i if:35,4i,4i,35 if:35,4i,4i,35,35 if:35,4i,4i,35,35,35 if:35,4i,4i,35,35,35,4i if:35,4i,4i,35,35,35,4i,35
regexp_like if:2k,4i,4i if:2k,4i,4i,4i
regexp_match if:1n,4i,4i if:1n,4i,4i,4i
regexp_matches if*:1n,4i,4i if*:1n,4i,4i,4i
regexp_replace if:4i,4i,4i,4i if:4i,4i,4i,4i,4i if:4i,4i,4i,4i,35,35,4i if:4i,4i,4i,4i,35,35 if:4i,4i,4i,4i,35
regexp_split_to_array if:1n,4i,4i if:1n,4i,4i,4i
regexp_split_to_table if*:4i,4i,4i if*:4i,4i,4i,4i
regexp_substr if:4i,4i,4i if:4i,4i,4i,35 if:4i,4i,4i,35,35 if:4i,4i,4i,35,35,4i if:4i,4i,4i,35,35,4i,35
regnamespacein sf:4a,2s
regnamespaceout sf:2s,4a
regnamespacesend if:2n,4a
regoperatorin sf:4c,2s
regoperatorout sf:2s,4c
regoperatorsend if:2n,4c
regoperin sf:4b,2s
regoperout sf:2s,4b
regopersend if:2n,4b
regprocedurein sf:4e,2s
regprocedureout sf:2s,4e
regproceduresend if:2n,4e
regprocin sf:4d,2s
regprocout sf:2s,4d
regprocsend if:2n,4d
regr_avgx ia:2z,2z,2z
regr_avgy ia:2z,2z,2z
regr_count ia:38,2z,2z
regr_intercept ia:2z,2z,2z
regr_r2 ia:2z,2z,2z
regr_slope ia:2z,2z,2z
regr_sxx ia:2z,2z,2z
regr_sxy ia:2z,2z,2z
regr_syy ia:2z,2z,2z
regrolein sf:4f,2s
regroleout sf:2s,4f
regrolesend if:2n,4f
regtypein sf:4g,2s
regtypeout sf:2s,4g
regtypesend if:2n,4g
repeat if:4i,4i,35
replace if:4i,4i,4i,4i
reverse if:4i,4i if:2n,2n
right if:4i,4i,35
round if:2z,2z if:3n,3n,35 if:3n,3n
row_number iw:38
row_security_active sf:2k,3q sf:2k,4i
row_to_json sf:3d,44 sf:3d,44,2k
rpad if:4i,4i,35,4i if:4i,4i,35
rtrim if:4i,4i,4i if:4i,4i if:2n,2n,2n
satisfies_hash_partition if+:2k,3q,35,35,27
scale if:35,3n
schema_to_xml sf:54,3m,2k,2k,4i
schema_to_xml_and_xmlschema sf:54,3m,2k,2k,4i
schema_to_xmlschema sf:54,3m,2k,2k,4i
session_user sf:3m
set_bit if:2n,2n,38,35 if:2j,2j,35,35
set_byte if:2n,2n,35,35
set_config vf:4i,4i,4i,2k
set_masklen if:32,32,35 if:2q,2q,35
setseed vf:51,2z
setval vf:38,46,38 vf:38,46,38,2k
setweight if:4v,4v,2o,1n if:4v,4v,2o
sha224 if:2n,2n
sha256 if:2n,2n
sha384 if:2n,2n
sha512 if:2n,2n
shell_in if:51,2s
shell_out if:2s,51
shobj_description sf:4i,3q,3m
sign if:3n,3n if:2z,2z
similar_escape if:4i,4i,4i
similar_to_escape if:4i,4i,4i if:4i,4i
sin if:2z,2z
sind if:2z,2z
sinh if:2z,2z
slope if:2z,42,42
spg_poly_quad_compress if:2l,43
split_part if:4i,4i,4i,35
sqrt if:2z,2z if:3n,3n
starts_with if:2k,4i,4i
statement_timestamp sf:4m
stddev ia:3n,38 ia:3n,35 ia:3n,33 ia:2z,2y ia:2z,2z ia:3n,3n
stddev_pop ia:3n,38 ia:3n,35 ia:3n,33 ia:2z,2y ia:2z,2z ia:3n,3n
stddev_samp ia:3n,38 ia:3n,35 ia:3n,33 ia:2z,2y ia:2z,2z ia:3n,3n
string_agg ia:4i,4i,4i ia:2n,2n,2n
string_to_array if:1n,4i,4i,4i if:1n,4i,4i
string_to_table if*:4i,4i,4i if*:4i,4i,4i,4i
strip if:4v,4v
strpos if:35,4i,4i
substr if:4i,4i,35,35 if:4i,4i,35 if:2n,2n,35,35 if:2n,2n,35
substring if:4i,4i,35,35 if:4i,4i,35 if:2j,2j,35,35 if:2j,2j,35 if:2n,2n,35,35 if:2n,2n,35 if:4i,4i,4i if:4i,4i,4i,4i
sum ia:3n,38 ia:38,35 ia:38,33 ia:2y,2y ia:2z,2z ia:3l,3l ia:3c,3c ia:3n,3n
system_user sf:4i
table_am_handler_out if:2s,4h
table_to_xml sf:54,46,2k,2k,4i
table_to_xml_and_xmlschema sf:54,46,2k,2k,4i
table_to_xmlschema sf:54,46,2k,2k,4i
tan if:2z,2z
tand if:2z,2z
tanh if:2z,2z
text if:4i,2m if:4i,3m if:4i,32 if:4i,2o if:4i,54 if:4i,2k
text_ge if:2k,4i,4i
text_gt if:2k,4i,4i
text_larger if:4i,4i,4i
text_le if:2k,4i,4i
text_lt if:2k,4i,4i
text_pattern_ge if:2k,4i,4i
text_pattern_gt if:2k,4i,4i
text_pattern_le if:2k,4i,4i
text_pattern_lt if:2k,4i,4i
text_smaller if:4i,4i,4i
textanycat sf:4i,4i,2h
textcat if:4i,4i,4i
texteq if:2k,4i,4i
texteqname if:2k,4i,3m
textgename if:2k,4i,3m
textgtname if:2k,4i,3m
texticlike if:2k,4i,4i
texticnlike if:2k,4i,4i
texticregexeq if:2k,4i,4i
texticregexne if:2k,4i,4i
textin if:4i,2s
textlen if:35,4i
textlename if:2k,4i,3m
textlike if:2k,4i,4i
textltname if:2k,4i,3m
textne if:2k,4i,4i
textnename if:2k,4i,3m
textnlike if:2k,4i,4i
textout if:2s,4i
textregexeq if:2k,4i,4i
textregexne if:2k,4i,4i
textsend sf:2n,4i
tideq if:2k,4j,4j
tidge if:2k,4j,4j
tidgt if:2k,4j,4j
tidin if:4j,2s
tidlarger if:4j,4j,4j
tidle if:2k,4j,4j
tidlt if:2k,4j,4j
tidne if:2k,4j,4j
tidout if:2s,4j
tidsend if:2n,4j
tidsmaller if:4j,4j,4j
time if:4k,4l if:4k,3c if:4k,4k,35 sf:4k,4m if:4k,4n
time_cmp if:35,4k,4k
time_eq if:2k,4k,4k
time_ge if:2k,4k,4k
time_gt if:2k,4k,4k
time_hash if:35,4k
time_hash_extended if:38,4k,38
time_in sf:4k,2s,3q,35
time_larger if:4k,4k,4k
time_le if:2k,4k,4k
time_lt if:2k,4k,4k
time_mi_interval if:4k,4k,3c
time_mi_time if:3c,4k,4k
time_ne if:2k,4k,4k
time_out if:2s,4k
time_pl_interval if:4k,4k,3c
time_send if:2n,4k
time_smaller if:4k,4k,4k
timedate_pl if:4l,4k,2t
timeofday vf:4i
timestamp if:4l,4l,35 if:4l,2t if:4l,2t,4k sf:4l,4m
timestamp_cmp if:35,4l,4l
timestamp_cmp_date if:35,4l,2t
timestamp_cmp_timestamptz sf:35,4l,4m
timestamp_eq if:2k,4l,4l
timestamp_eq_date if:2k,4l,2t
timestamp_eq_timestamptz sf:2k,4l,4m
timestamp_ge if:2k,4l,4l
timestamp_ge_date if:2k,4l,2t
timestamp_ge_timestamptz sf:2k,4l,4m
timestamp_gt if:2k,4l,4l
timestamp_gt_date if:2k,4l,2t
timestamp_gt_timestamptz sf:2k,4l,4m
timestamp_hash if:35,4l
timestamp_hash_extended if:38,4l,38
timestamp_in sf:4l,2s,3q,35
timestamp_larger if:4l,4l,4l
timestamp_le if:2k,4l,4l
timestamp_le_date if:2k,4l,2t
timestamp_le_timestamptz sf:2k,4l,4m
timestamp_lt if:2k,4l,4l
timestamp_lt_date if:2k,4l,2t
timestamp_lt_timestamptz sf:2k,4l,4m
timestamp_mi if:3c,4l,4l
timestamp_mi_interval if:4l,4l,3c
timestamp_ne if:2k,4l,4l
timestamp_ne_date if:2k,4l,2t
timestamp_ne_timestamptz sf:2k,4l,4m
timestamp_out sf:2s,4l
timestamp_pl_interval if:4l,4l,3c
timestamp_send if:2n,4l
timestamp_smaller if:4l,4l,4l
timestamptypmodin if:35,a
timestamptypmodout if:2s,35
timestamptz sf:4m,2t sf:4m,2t,4k if:4m,2t,4n if:4m,4m,35 sf:4m,4l
timestamptz_cmp if:35,4m,4m
timestamptz_cmp_date sf:35,4m,2t
timestamptz_cmp_timestamp sf:35,4m,4l
timestamptz_eq if:2k,4m,4m
timestamptz_eq_date sf:2k,4m,2t
timestamptz_eq_timestamp sf:2k,4m,4l
timestamptz_ge if:2k,4m,4m
timestamptz_ge_date sf:2k,4m,2t
timestamptz_ge_timestamp sf:2k,4m,4l
timestamptz_gt if:2k,4m,4m
timestamptz_gt_date sf:2k,4m,2t
timestamptz_gt_timestamp sf:2k,4m,4l
timestamptz_hash if:35,4m
timestamptz_hash_extended if:38,4m,38
timestamptz_in sf:4m,2s,3q,35
timestamptz_larger if:4m,4m,4m
timestamptz_le if:2k,4m,4m
timestamptz_le_date sf:2k,4m,2t
timestamptz_le_timestamp sf:2k,4m,4l
timestamptz_lt if:2k,4m,4m
timestamptz_lt_date sf:2k,4m,2t
timestamptz_lt_timestamp sf:2k,4m,4l
timestamptz_mi if:3c,4m,4m
timestamptz_mi_interval sf:4m,4m,3c
timestamptz_ne if:2k,4m,4m
timestamptz_ne_date sf:2k,4m,2t
timestamptz_ne_timestamp sf:2k,4m,4l
timestamptz_out sf:2s,4m
timestamptz_pl_interval sf:4m,4m,3c
timestamptz_send if:2n,4m
timestamptz_smaller if:4m,4m,4m
timestamptztypmodin if:35,a
timestamptztypmodout if:2s,35
timetypmodin if:35,a
timetypmodout if:2s,35
timetz sf:4n,4m if:4n,4n,35 sf:4n,4k
timetz_cmp if:35,4n,4n
timetz_eq if:2k,4n,4n
timetz_ge if:2k,4n,4n
timetz_gt if:2k,4n,4n
timetz_hash if:35,4n
timetz_hash_extended if:38,4n,38
timetz_in sf:4n,2s,3q,35
timetz_larger if:4n,4n,4n
timetz_le if:2k,4n,4n
timetz_lt if:2k,4n,4n
timetz_mi_interval if:4n,4n,3c
timetz_ne if:2k,4n,4n
timetz_out if:2s,4n
timetz_pl_interval if:4n,4n,3c
timetz_send if:2n,4n
timetz_smaller if:4n,4n,4n
timetzdate_pl if:4m,4n,2t
timetztypmodin if:35,a
timetztypmodout if:2s,35
timezone if:4l,3c,4m if:4l,4i,4m sf:4n,4i,4n if:4n,3c,4n if:4m,4i,4l if:4m,3c,4l sf:4l,4m sf:4m,4l sf:4n,4n
to_ascii if:4i,4i if:4i,4i,35 if:4i,4i,3m
to_bin if:4i,35 if:4i,38
to_char sf:4i,3c,4i sf:4i,4m,4i sf:4i,3n,4i sf:4i,35,4i sf:4i,38,4i sf:4i,2y,4i sf:4i,2z,4i sf:4i,4l,4i
to_date sf:2t,4i,4i
to_hex if:4i,35 if:4i,38
to_json sf:3d,2e
to_jsonb sf:3e,2e
to_number sf:3n,4i,4i
to_oct if:4i,35 if:4i,38
to_regclass sf:46,4i
to_regcollation sf:47,4i
to_regnamespace sf:4a,4i
to_regoper sf:4b,4i
to_regoperator sf:4c,4i
to_regproc sf:4d,4i
to_regprocedure sf:4e,4i
to_regrole sf:4f,4i
to_regtype sf:4g,4i
to_regtypemod sf:35,4i
to_timestamp if:4m,2z sf:4m,4i,4i
to_tsquery if:4r,48,4i sf:4r,4i
to_tsvector if:4v,48,4i sf:4v,4i sf:4v,3e sf:4v,3d if:4v,48,3e if:4v,48,3d
transaction_timestamp sf:4m
translate if:4i,4i,4i,4i
trigger_out if:2s,4o
trim_array if:28,28,35
trim_scale if:3n,3n
trunc if:3j,3j if:2z,2z if:3n,3n,35 if:3n,3n if:3k,3k
ts_debug sf*:44,48,4i sf*:44,4i
ts_delete if:4v,4v,4i if:4v,4v,1n
ts_filter if:4v,4v,6
ts_headline if:4i,48,4i,4r,4i if:4i,48,4i,4r sf:4i,4i,4r,4i sf:4i,4i,4r if:3e,48,3e,4r,4i if:3e,48,3e,4r sf:3e,3e,4r,4i sf:3e,3e,4r if:3d,48,3d,4r,4i if:3d,48,3d,4r sf:3d,3d,4r,4i sf:3d,3d,4r
ts_lexize if:1n,49,4i
ts_match_qv if:2k,4r,4v
ts_match_tq sf:2k,4i,4r
ts_match_tt sf:2k,4i,4i
ts_match_vq if:2k,4v,4r
ts_parse if*:44,3q,4i sf*:44,4i,4i
ts_rank if:2y,e,4v,4r,35 if:2y,e,4v,4r if:2y,4v,4r,35 if:2y,4v,4r
ts_rank_cd if:2y,e,4v,4r,35 if:2y,e,4v,4r if:2y,4v,4r,35 if:2y,4v,4r
ts_rewrite if:4r,4r,4r,4r vf:4r,4r,4i
ts_stat vf*:44,4i vf*:44,4i,4i
ts_token_type if*:44,3q sf*:44,4i
tsm_handler_out if:2s,4p
tsmultirange if:4q if:4q,4s if+:4q,1v
tsq_mcontained if:2k,4r,4r
tsq_mcontains if:2k,4r,4r
tsquery_and if:4r,4r,4r
tsquery_cmp if:35,4r,4r
tsquery_eq if:2k,4r,4r
tsquery_ge if:2k,4r,4r
tsquery_gt if:2k,4r,4r
tsquery_le if:2k,4r,4r
tsquery_lt if:2k,4r,4r
tsquery_ne if:2k,4r,4r
tsquery_not if:4r,4r
tsquery_or if:4r,4r,4r
tsquery_phrase if:4r,4r,4r if:4r,4r,4r,35
tsqueryin if:4r,2s
tsqueryout if:2s,4r
tsquerysend if:2n,4r
tsrange if:4s,4l,4l if:4s,4l,4l,4i
tsrange_subdiff if:2z,4l,4l
tstzmultirange if:4t if:4t,4u if+:4t,1x
tstzrange if:4u,4m,4m if:4u,4m,4m,4i
tstzrange_subdiff if:2z,4m,4m
tsvector_cmp if:35,4v,4v
tsvector_concat if:4v,4v,4v
tsvector_eq if:2k,4v,4v
tsvector_ge if:2k,4v,4v
tsvector_gt if:2k,4v,4v
tsvector_le if:2k,4v,4v
tsvector_lt if:2k,4v,4v
tsvector_ne if:2k,4v,4v
tsvector_to_array if:1n,4v
tsvectorin if:4v,2s
tsvectorout if:2s,4v
tsvectorsend if:2n,4v
txid_current sf:38
txid_current_if_assigned sf:38
txid_current_snapshot sf:4w
txid_snapshot_in if:4w,2s
txid_snapshot_out if:2s,4w
txid_snapshot_send if:2n,4w
txid_snapshot_xip if*:38,4w
txid_snapshot_xmax if:38,4w
txid_snapshot_xmin if:38,4w
txid_status vf:4i,38
txid_visible_in_snapshot if:2k,38,4w
unicode_assigned if:2k,4i
unicode_version if:4i
unistr if:4i,4i
unknownin if:4x,2s
unknownout if:2s,4x
unknownsend if:2n,4x
unnest if*:2i,2g if*:2e,28 if*:44,4v
upper if:4i,4i if:2e,2i if:2e,2g
upper_inc if:2k,2i if:2k,2g
upper_inf if:2k,2i if:2k,2g
uuid_cmp if:35,4y,4y
uuid_eq if:2k,4y,4y
uuid_extract_timestamp if:4m,4y
uuid_extract_version if:33,4y
uuid_ge if:2k,4y,4y
uuid_gt if:2k,4y,4y
uuid_hash if:35,4y
uuid_hash_extended if:38,4y,38
uuid_in if:4y,2s
uuid_le if:2k,4y,4y
uuid_lt if:2k,4y,4y
uuid_ne if:2k,4y,4y
uuid_out if:2s,4y
uuid_send if:2n,4y
uuidv4 vf:4y
uuidv7 vf:4y vf:4y,3c
var_pop ia:3n,38 ia:3n,35 ia:3n,33 ia:2z,2y ia:2z,2z ia:3n,3n
var_samp ia:3n,38 ia:3n,35 ia:3n,33 ia:2z,2y ia:2z,2z ia:3n,3n
varbit if:4z,4z,35,2k
varbit_in if:4z,2s,3q,35
varbit_out if:2s,4z
varbit_send if:2n,4z
varbitcmp if:35,4z,4z
varbiteq if:2k,4z,4z
varbitge if:2k,4z,4z
varbitgt if:2k,4z,4z
varbitle if:2k,4z,4z
varbitlt if:2k,4z,4z
varbitne if:2k,4z,4z
varbittypmodin if:35,a
varbittypmodout if:2s,35
varchar if:50,50,35,2k if:50,3m
varcharin if:50,2s,3q,35
varcharout if:2s,50
varcharsend sf:2n,50
varchartypmodin if:35,a
varchartypmodout if:2s,35
variance ia:3n,38 ia:3n,35 ia:3n,33 ia:2z,2y ia:2z,2z ia:3n,3n
version sf:4i
void_in if:51,2s
void_out if:2s,51
void_send if:2n,51
websearch_to_tsquery if:4r,48,4i sf:4r,4i
width if:2z,2l
width_bucket if:35,2z,2z,2z,35 if:35,3n,3n,3n,35 if:35,29,2a
xid if:52,53
xid8_larger if:53,53,53
xid8_smaller if:53,53,53
xid8cmp if:35,53,53
xid8eq if:2k,53,53
xid8ge if:2k,53,53
xid8gt if:2k,53,53
xid8in if:53,2s
xid8le if:2k,53,53
xid8lt if:2k,53,53
xid8ne if:2k,53,53
xid8out if:2s,53
xid8send if:2n,53
xideq if:2k,52,52
xideqint4 if:2k,52,35
xidin if:52,2s
xidneq if:2k,52,52
xidneqint4 if:2k,52,35
xidout if:2s,52
xidsend if:2n,52
xml sf:54,4i
xml_in sf:54,2s
xml_is_well_formed sf:2k,4i
xml_is_well_formed_content if:2k,4i
xml_is_well_formed_document if:2k,4i
xml_out if:2s,54
xml_send sf:2n,54
xmlagg ia:54,54
xmlcomment if:54,4i
xmlconcat2 if:54,54,54
xmlexists if:2k,4i,54
xmltext if:54,4i
xmlvalidate if:2k,54,4i
xpath if:25,4i,54,1n if:25,4i,54
xpath_exists if:2k,4i,54,1n if:2k,4i,54
`;

// src/engine/postgres/catalog.ts
const volatilities = {
	i: "immutable",
	s: "stable",
	v: "volatile"
};
const volatilityOf$2 = (letter) => volatilities[letter ?? ""] ?? "volatile";
const lines = (text) => text.trim().split("\n");
/** Computes once, when first asked. */
function lazy(compute) {
	let value;
	return () => {
		value ??= { of: compute() };
		return value.of;
	};
}
/** In the order of the record: other parts name a type by its line. */
const typeList = lazy(() => lines(types).map((line) => {
	const [name = "", category = "", preferred = "", element = "", operatorClass = ""] = line.split(" ");
	return {
		name,
		category,
		preferred: preferred === "p",
		...element === "" ? {} : { element },
		operatorClass
	};
}));
const typeAt = (line) => typeList()[Number.parseInt(line ?? "", 36)]?.name ?? "";
const typesByName = lazy(() => new Map(typeList().map((type) => [type.name, type])));
const castsByTypes = lazy(() => {
	const methods = {
		b: "binary",
		f: "function",
		i: "text"
	};
	const contexts = {
		i: "implicit",
		a: "assignment",
		e: "explicit"
	};
	return new Map(lines(casts).map((line) => {
		const [source, target, how = ""] = line.split(" ");
		return [`${typeAt(source)} ${typeAt(target)}`, {
			method: methods[how[0] ?? ""] ?? "function",
			context: contexts[how[1] ?? ""] ?? "explicit",
			volatility: volatilityOf$2(how[2])
		}];
	}));
});
const inputOutputByType = lazy(() => new Map(lines(inputOutput).map((line) => {
	const [type, how = ""] = line.split(" ");
	return [typeAt(type), {
		input: volatilityOf$2(how[0]),
		output: volatilityOf$2(how[1])
	}];
})));
const textsByName = (text) => new Map(lines(text).map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]));
const operatorTexts = lazy(() => textsByName(operators));
const functionTexts = lazy(() => textsByName(functions));
/** A built-in type by its internal name (`int4`, `_int4`). */
function catalogType(name) {
	return typesByName().get(name);
}
/** The cast that `pg_cast` has from one type to another; without one there may still be a cast through text. */
function catalogCast(source, target) {
	return castsByTypes().get(`${source} ${target}`);
}
/** The volatility of reading (`input`) or writing (`output`) a value of the type as text. */
function textVolatility(type, way) {
	return inputOutputByType().get(type)?.[way] ?? "immutable";
}
function catalogOperators(name) {
	return (operatorTexts().get(name)?.split(" ") ?? []).map((overload) => {
		const [left = "", right, result, volatility] = overload.split(",");
		return {
			...left === "-" ? {} : { left: typeAt(left) },
			right: typeAt(right),
			result: typeAt(result),
			volatility: volatilityOf$2(volatility)
		};
	});
}
function catalogFunctions(name) {
	return (functionTexts().get(name)?.split(" ") ?? []).map((overload) => {
		const [flags = "", types = ""] = overload.split(":");
		const [result, ...parameters] = types.split(",");
		return {
			arguments: parameters.map(typeAt),
			result: typeAt(result),
			volatility: volatilityOf$2(flags[0]),
			aggregate: flags[1] === "a" || flags[1] === "w",
			variadic: flags.includes("+"),
			defaults: Number(flags.split("-")[1] ?? 0)
		};
	});
}

// src/engine/postgres/types.ts
/** The user's type of that name; undefined for built-in types, arrays and types unknown to the history. */
function userType(schema, type) {
	if (type.dimensions > 0 || type.schema === "pg_catalog") return void 0;
	return schema.types.get(keyOf(resolve(schema, type, schema.types)));
}
function unwrap(schema, type) {
	const domains = [];
	let base = type;
	for (let depth = 0; depth < 32; depth++) {
		const found = userType(schema, base);
		if (found?.kind !== "domain") break;
		domains.push(found);
		base = found.type;
	}
	return {
		domains,
		base
	};
}
/** `DomainHasConstraints`: a CHECK or NOT NULL on the domain or on one beneath it, valid or not. Every value must then go through it. */
function isConstrained(domains) {
	return domains.some((domain) => domain.notNull || domain.constraints.some((constraint) => constraint.definition.type === "check"));
}
/** Whether NULL is refused by the domain itself (a CHECK may refuse it too). */
function refusesNull$1(domains) {
	return domains.some((domain) => domain.notNull);
}
/** Every table with a column of the type, of an array of it, or of a domain over it, in the order of their names. */
function tablesUsing(at, type) {
	const uses = /* @__PURE__ */ new Map();
	for (const { table, column } of columnsOfType(at.schema, type)) {
		const contained = column.type.dimensions > 0 || uses.get(keyOf(table))?.contained === true;
		uses.set(keyOf(table), {
			member: member(at, table),
			contained
		});
	}
	return [...uses].sort(([a], [b]) => a < b ? -1 : 1).map(([, use]) => use);
}
/**
* The type's internal name as the catalog has it (`int4`, `_text`), with domains taken off.
* @returns undefined for the user's own types and for types unknown to the history
*/
function builtInName(schema, type) {
	const { base } = unwrap(schema, type);
	if (base.schema !== void 0 && base.schema !== "pg_catalog") return void 0;
	const name = base.dimensions > 0 ? `_${base.name}` : base.name;
	return catalogType(name) === void 0 || userType(schema, base) !== void 0 ? void 0 : name;
}
/** Whether two types are the same, modifiers apart. */
function sameType(schema, a, b) {
	if (a.dimensions === 0 !== (b.dimensions === 0)) return false;
	const [left, right] = [builtInName(schema, {
		...a,
		dimensions: 0
	}), builtInName(schema, {
		...b,
		dimensions: 0
	})];
	if (left !== void 0 || right !== void 0) return left === right;
	return keyOf(resolve(schema, a, schema.types)) === keyOf(resolve(schema, b, schema.types));
}

// src/engine/postgres/version.ts
/** The majors whose behaviour is stated and held against servers. */
const supportedMajors = [
	12,
	13,
	14,
	15,
	16,
	17,
	18
];
/** @param when narrows the kinds down where most operations of them are the same at every version; it may be true too often, never too rarely */
function gate(since, kinds, source, when = () => true) {
	return {
		since,
		source,
		kinds,
		concerns: (operation, before) => when(operation, before)
	};
}
function notes(version) {
	return `https://www.postgresql.org/docs/release/${version.includes(".") ? version : `${version}.0`}/`;
}
/** Where the release notes are silent, servers of all the versions were asked (test/engine). */
const gates = {
	/** A column of a domain with a default gets it in existing rows; before, they stayed NULL without a rewrite (mended in 13.21 to 17.5, never in 12). */
	domainDefaultIsFilledIn: gate(13, ["add-column"], notes("17.5"), ({ column }, before) => column.default === void 0 && unwrap(before, column.type).domains.length > 0),
	/** Each action of an ALTER TABLE is analysed on its own; before, one foreign key to be checked made all new ones of the statement checked. */
	foreignKeysPerAction: gate(13, ["add-column"], notes("13"), ({ column }) => column.constraints.some((constraint) => constraint.type === "foreign-key")),
	/** REINDEX on a partitioned table or index does its partitions; before, a warning or an error. */
	reindexPartitioned: gate(14, ["reindex"], notes("14")),
	/** DETACH PARTITION locks the partition against everybody; before, against schema changes only. */
	detachLocksPartition: gate(14, ["detach-partition"], notes("14")),
	/** TRUNCATE of a partition no longer looks at its parent. */
	truncateIgnoresParent: gate(14, ["truncate"], notes("14")),
	/** CLUSTER on a partitioned table does its partitions; before, it is refused. */
	clusterPartitioned: gate(15, ["cluster"], notes("15")),
	/** RENAME of a partitioned table's trigger, and ENABLE and DISABLE of ALL its triggers, reach the partitions. */
	triggersReachPartitions: gate(15, ["set-trigger-state", "rename-trigger"], notes("15")),
	/** A foreign key to a partitioned table has triggers on that table itself, not only on its partitions. */
	triggersOnPartitionedTarget: gate(15, [
		"attach-partition",
		"create-table",
		"drop-table",
		"drop-column",
		"alter-column-type"
	], notes("15"), (operation) => operation.kind !== "create-table" || operation.partitionOf !== void 0),
	/** `"char"` is no string type any more: nothing is turned into it without USING. */
	charIsNoString: gate(15, ["alter-column-type"], notes("15")),
	/** ALTER COLUMN TYPE under a generated column is refused as not supported; before, as a syntax error. */
	generatedRefusesAsUnsupported: gate(15, ["alter-column-type"], notes("15")),
	/** Identity columns of a partitioned table are those of its partitions. */
	identityReachesPartitions: gate(17, [
		"add-identity",
		"set-identity",
		"drop-identity"
	], notes("17")),
	/** ADD table_constraint locks all children at once, even where nothing is done to them. */
	constraintLocksChildren: gate(18, ["add-constraint"], notes("18"), ({ table }, before) => {
		const own = tableOf$1(before, table);
		return own !== void 0 && (own.partitionBy !== void 0 || own.children.length > 0);
	}),
	/** A partitioned table's foreign key may be NOT VALID. */
	notValidOnPartitioned: gate(18, ["add-constraint"], notes("18"), ({ constraint }) => constraint.type === "foreign-key" && constraint.notValid === true),
	/** DROP NOT NULL of a column that may be NULL stops at the table named. */
	dropNotNullStopsEarly: gate(18, ["drop-not-null"], notes("18")),
	/** GRANT and REVOKE look at the table under a lock. */
	grantLocks: gate(18, ["other"], notes("18"), ({ command }) => command === "GRANT" || command === "REVOKE")
};
const gatesOf = /* @__PURE__ */ new Map();
for (const each of Object.values(gates)) for (const kind of each.kinds) gatesOf.set(kind, [...gatesOf.get(kind) ?? [], each]);
/** Whether the major has what the gate names. */
function since(gate, major) {
	return major >= gates[gate].since;
}
/**
* The majors at which an operation's effect can differ from that of the major before: the lowest supported one and each gate's.
* Each stands for the versions up to the next.
*/
function majorsToAsk(operation, before) {
	const lowest = lowestMajorFor(operation);
	const asked = /* @__PURE__ */ new Set([lowest]);
	for (const gate of gatesOf.get(operation.kind) ?? []) if (gate.since > lowest && gate.concerns(operation, before)) asked.add(gate.since);
	return [...asked].sort((a, b) => a - b);
}
/** The majors that the answer for `asked[i]` holds for. */
function rangeOf(asked, i) {
	return supportedMajors.filter((major) => major >= asked[i] && major < (asked[i + 1] ?? Number.POSITIVE_INFINITY));
}
const form = (since, what) => ({
	since,
	what,
	code: "42601"
});
/** The youngest form that the operation uses; undefined where every supported version knows it. */
function formOf$1(operation) {
	return [...formsOf(operation)].sort((a, b) => b.since - a.since)[0];
}
/**
* A statement that only newer servers understand is judged as they run it: who writes it has one. https://www.postgresql.org/docs/release/
* @returns the lowest supported major that understands the operation.
*/
function lowestMajorFor(operation) {
	return Math.max(supportedMajors[0], formOf$1(operation)?.since ?? 0);
}
function* formsOf(operation) {
	switch (operation.kind) {
		case "add-column":
			yield* ofColumn(operation.column);
			return;
		case "create-table":
			for (const column of operation.columns) yield* ofColumn(column);
			for (const constraint of operation.constraints) yield* ofConstraint(constraint);
			return;
		case "add-constraint":
			if (operation.constraint.type === "not-null") yield form(18, "NOT NULL as a table constraint");
			yield* ofConstraint(operation.constraint);
			return;
		case "alter-constraint":
			if (operation.enforced !== void 0) yield form(18, "ALTER CONSTRAINT \u2026 ENFORCED");
			if (operation.inherit !== void 0) yield form(18, "ALTER CONSTRAINT \u2026 INHERIT");
			return;
		case "create-index":
			if (operation.index.nullsNotDistinct) yield form(15, "NULLS NOT DISTINCT");
			return;
		case "detach-partition":
			if (operation.concurrently) yield form(14, "DETACH PARTITION CONCURRENTLY");
			if (operation.finalize) yield form(14, "DETACH PARTITION \u2026 FINALIZE");
			return;
		case "set-expression":
			yield form(17, "ALTER COLUMN \u2026 SET EXPRESSION");
			return;
		case "drop-expression":
			yield form(13, "ALTER COLUMN \u2026 DROP EXPRESSION");
			return;
		case "set-access-method":
			yield form(operation.method === void 0 ? 17 : 15, "SET ACCESS METHOD");
			return;
		case "column-setting":
			if (operation.setting === "compression") yield form(14, "SET COMPRESSION");
			return;
		case "merge":
			yield form(15, "MERGE");
			return;
		case "create-trigger":
			if (operation.replace) yield form(14, "CREATE OR REPLACE TRIGGER");
			return;
		default: return;
	}
}
function* ofColumn(column) {
	if (column.generated?.stored === false) yield form(18, "a virtual generated column");
	if (column.compression !== void 0) yield form(14, "COMPRESSION");
	for (const constraint of column.constraints) yield* ofConstraint(constraint);
}
function* ofConstraint(constraint) {
	if (constraint.notEnforced) yield form(18, "NOT ENFORCED");
	if ("withoutOverlaps" in constraint && constraint.withoutOverlaps) yield form(18, "WITHOUT OVERLAPS");
	if ("period" in constraint && constraint.period) yield form(18, "PERIOD");
	if ("nullsNotDistinct" in constraint && constraint.nullsNotDistinct) yield form(15, "NULLS NOT DISTINCT");
}
/** `serial` and its kin: a shorthand that stands for an integer, a sequence and NOT NULL. https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL */
function isSerial$2(type) {
	return type.schema === void 0 && type.dimensions === 0 && /^(small|big)?serial$|^serial[248]$/.test(type.name);
}

// src/engine/postgres/foreign-key.ts
/**
* Adding a foreign key puts triggers on the referenced table too: SHARE ROW EXCLUSIVE there, on each of its partitions, whatever
* is checked. https://www.postgresql.org/docs/current/sql-altertable.html ("ADD table_constraint")
*/
function referencedEffects(at, constraint) {
	if (constraint.type !== "foreign-key") return [];
	return partitions(at, member(at, constraint.references)).map((each) => on(each.name, "ShareRowExclusiveLock"));
}
/** The table, and its partitions if it is partitioned: a foreign key does not reach tables that merely inherit. */
function partitions(at, each) {
	return each.table?.partitionBy === void 0 ? [each] : family(at, each.name);
}
function incomingForeignKeys(at, table) {
	return (table?.referencedBy ?? []).flatMap(({ table: other, constraint: name }) => {
		const from = member(at, other);
		const constraint = from.table?.constraints.find((each) => each.name === name);
		if (constraint?.definition.type !== "foreign-key") return [];
		const { referencedColumns } = constraint.definition;
		return [{
			from,
			constraint,
			columns: referencedColumns.length > 0 ? referencedColumns : primaryKeyColumns(table)
		}];
	});
}
/** The columns of the primary key, empty where none is known. */
function primaryKeyColumns(table) {
	const key = table?.constraints.find((each) => each.definition.type === "primary-key");
	return key === void 0 ? [] : keyColumns$1(table, key);
}
/** The columns of a UNIQUE or PRIMARY KEY constraint, also of one made from an index. */
function keyColumns$1(table, constraint) {
	const { definition } = constraint;
	if (definition.type !== "unique" && definition.type !== "primary-key") return [];
	if (definition.columns.length > 0) return definition.columns;
	return ((table?.indexes.find((each) => each.name === (constraint.index ?? definition.usingIndex)))?.definition.elements ?? []).flatMap((element) => element.column ?? []);
}
/** The tables that a table's own foreign keys point to, each once. */
function referencedTables(at, table) {
	const found = /* @__PURE__ */ new Map();
	for (const { references } of table?.constraints ?? []) if (references !== void 0) for (const each of partitions(at, member(at, references))) found.set(keyOf(each.name), each);
	return [...found.values()];
}
/**
* Dropping a foreign key removes the triggers from the referenced table: ACCESS EXCLUSIVE there as well.
* https://www.postgresql.org/docs/current/sql-droptrigger.html
* @param named whether DROP CONSTRAINT names it; then the referenced table itself is locked even where only its partitions have triggers
*/
function releasedBy(at, constraint, named = false) {
	if (constraint.references === void 0) return [];
	const all = named || since("triggersOnPartitionedTarget", at.major);
	return partitions(at, member(at, constraint.references)).filter((each) => all || each.stored).map((each) => on(each.name, "AccessExclusiveLock"));
}
/** What a new partition of a referenced table asks of the tables that point to it. */
function pointingToNewPartition(at, parent) {
	const lock = since("triggersOnPartitionedTarget", at.major) ? "ShareRowExclusiveLock" : "AccessShareLock";
	return incomingForeignKeys(at, parent).map((each) => on(each.from.name, lock));
}

// src/operation/expression.ts
/** The direct parts of a node, in order: the one place that knows where each kind keeps them. */
function partsOf(node) {
	switch (node.kind) {
		case "constant":
		case "null":
		case "column":
		case "value-function":
		case "parameter": return [];
		case "not":
		case "null-test":
		case "boolean-test":
		case "cast":
		case "collate": return [node.argument];
		case "operator": return node.left === void 0 ? [node.right] : [node.left, node.right];
		case "distinct-test": return [node.left, node.right];
		case "indirection": return [node.argument, ...node.parts];
		default: return node.arguments;
	}
}
/** Whether `test` holds for the node or for anything inside it. */
function someNode(node, test) {
	return test(node) || partsOf(node).some((part) => someNode(part, test));
}
/** The columns that an expression mentions, by their last name part, each once, in order of mention. */
function columnsIn(node) {
	const names = /* @__PURE__ */ new Set();
	const visit = (at) => {
		if (at.kind === "column") names.add(at.path[at.path.length - 1]);
		for (const part of partsOf(at)) visit(part);
	};
	visit(node);
	return [...names];
}

// src/engine/postgres/infer.ts
/**
* The type of an expression as far as it can be told, after https://www.postgresql.org/docs/current/typeconv.html.
* It only has to separate overloads, so what is rare is left undefined.
*/
function inferType(node, scope) {
	switch (node.kind) {
		case "constant": return node.type ?? "unknown";
		case "null": return "unknown";
		case "column": return scope.columnType?.(node.path[node.path.length - 1]);
		case "cast": return builtInName(scope.schema, node.type);
		case "collate": return inferType(node.argument, scope);
		case "and":
		case "or":
		case "not":
		case "null-test":
		case "boolean-test":
		case "distinct-test": return "bool";
		case "value-function": return valueFunctionTypes[node.name];
		case "coalesce":
		case "greatest":
		case "least":
		case "nullif": return node.arguments.map((each) => inferType(each, scope)).find((type) => type !== "unknown");
		case "operator": return onlyResult(operatorsFor(node, scope));
		case "call": return onlyResult(functionsFor(node, scope));
		case "array": {
			const element = node.arguments.map((each) => inferType(each, scope)).find((type) => type !== "unknown");
			return element === void 0 ? void 0 : `_${element}`;
		}
		default: return;
	}
}
const valueFunctionTypes = {
	current_date: "date",
	current_time: "timetz",
	current_timestamp: "timestamptz",
	localtime: "time",
	localtimestamp: "timestamp",
	current_role: "name",
	current_user: "name",
	user: "name",
	session_user: "name",
	current_catalog: "name",
	current_schema: "name"
};
function onlyResult(candidates) {
	const results = new Set(candidates.map((candidate) => candidate.result));
	const [result] = results;
	return results.size === 1 && result !== void 0 && catalogType(result)?.category !== "P" ? result : void 0;
}
/** The built-in functions that a call may mean: those whose parameters take the arguments, the closest matches only. */
function functionsFor(call, scope) {
	const given = call.arguments.map((each) => inferType(each, scope));
	const overloads = catalogFunctions(call.function.name).filter((each) => takesCount(each, given.length));
	if (call.names !== void 0) return overloads;
	return closest(overloads, given, (each) => parametersFor(each, given.length));
}
function takesCount(overload, count) {
	const most = overload.variadic ? Number.POSITIVE_INFINITY : overload.arguments.length;
	return count >= overload.arguments.length - overload.defaults - (overload.variadic ? 1 : 0) && count <= most;
}
/** The last parameter of a variadic function stands for any number of its elements. */
function parametersFor(overload, count) {
	if (!overload.variadic) return overload.arguments;
	const last = overload.arguments[overload.arguments.length - 1];
	const fixed = overload.arguments.slice(0, -1);
	return [...fixed, ...Array(Math.max(0, count - fixed.length)).fill(catalogType(last)?.element ?? "any")];
}
/** The built-in operators that an operator expression may mean. */
function operatorsFor(node, scope) {
	const left = node.left === void 0 ? void 0 : inferType(node.left, scope);
	const right = node.quantifier === void 0 ? inferType(node.right, scope) : void 0;
	return closest(catalogOperators(node.operator).filter((each) => each.left === void 0 === (node.left === void 0)), node.left === void 0 ? [right] : [left, right], (each) => each.left === void 0 ? [each.right] : [each.left, each.right]);
}
/**
* The overloads that take the given types, narrowed to those with the most exact matches. A literal beside a typed operand is taken
* to be of that operand's type, as the first rule of operator resolution has it.
*/
function closest(overloads, given, parametersOf) {
	const known = given.find((type) => type !== void 0 && type !== "unknown");
	const assumed = given.length === 2 && known !== void 0 ? given.map((type) => type === "unknown" ? known : type) : given;
	const fitting = overloads.filter((overload) => {
		const parameters = parametersOf(overload);
		return given.every((type, i) => takes(parameters[i], type));
	});
	const score = (overload) => {
		const parameters = parametersOf(overload);
		return assumed.filter((type, i) => type !== void 0 && type === parameters[i]).length;
	};
	if (given.includes(void 0)) return fitting;
	const best = Math.max(0, ...fitting.map(score));
	return preferringText(fitting.filter((overload) => score(overload) === best), assumed, parametersOf);
}
/** Among equals a quoted literal goes where text is taken. */
function preferringText(overloads, given, parametersOf) {
	const textual = overloads.filter((overload) => parametersOf(overload).every((parameter, i) => given[i] !== "unknown" || catalogType(parameter)?.category === "S"));
	return textual.length > 0 ? textual : overloads;
}
function takes(parameter, given) {
	if (parameter === void 0) return false;
	if (given === void 0 || given === "unknown" || given === parameter || parameter === "any") return true;
	if (catalogType(parameter)?.category === "P") return true;
	return catalogCast(given, parameter)?.context === "implicit";
}

// src/engine/postgres/volatility.ts
const rank = {
	immutable: 0,
	stable: 1,
	volatile: 2
};
const constant$1 = { volatility: "immutable" };
function more(a, b) {
	return rank[b.volatility] > rank[a.volatility] ? b : a;
}
function most(of) {
	return of.reduce((worst, each) => rank[each.volatility] > rank[worst] ? each.volatility : worst, "immutable");
}
/**
* The volatility of an expression by PostgreSQL's catalog and the functions of the history, as `contain_volatile_functions` finds it.
* https://www.postgresql.org/docs/current/xfunc-volatility.html
*
* The planner first folds constants and inlines SQL functions, so that it may find less than is written: `CASE WHEN true THEN 1 ELSE
* random() END` is no longer volatile, nor is a function in SQL whose body is `select 1`. Here both are: never less than the server.
*/
function volatilityOf$1(node, scope) {
	return partsOf(node).reduce((worst, part) => more(worst, volatilityOf$1(part, scope)), own(node, scope));
}
/** What the node adds to its parts. */
function own(node, scope) {
	switch (node.kind) {
		case "call": return ofCall(node, scope);
		case "operator": return ofOperator(node, scope);
		case "distinct-test": return {
			volatility: most(catalogOperators("=")),
			part: "IS DISTINCT FROM"
		};
		case "cast": return ofCast(node, scope);
		case "value-function": return {
			volatility: "stable",
			part: node.name
		};
		case "subquery": return {
			volatility: "volatile",
			part: "the subquery"
		};
		case "opaque": return ofOpaque(node.name);
		default: return constant$1;
	}
}
function ofCall(node, scope) {
	const part = `${node.function.name}()`;
	const users = takers(userFunctions(scope.schema, node.function), node.arguments.length);
	const inCatalog = node.function.schema === void 0 || node.function.schema === "pg_catalog";
	const fitting = inCatalog ? functionsFor(node, scope) : [];
	const known = fitting.length > 0 || users.length > 0 || !inCatalog ? fitting : catalogFunctions(node.function.name);
	if (known.length === 0 && users.length === 0) return {
		volatility: "volatile",
		part,
		unknown: true
	};
	return {
		volatility: most([...known, ...users]),
		part
	};
}
function userFunctions(schema, name) {
	return (name.schema === void 0 ? schema.searchPath : [name.schema]).flatMap((at) => schema.functions.get(keyOf({
		schema: at,
		name: name.name
	})) ?? []);
}
/** Those with as many parameters as there are arguments; else, since defaults and VARIADIC are not in the history, those that may still be meant. */
function takers(functions, count) {
	const exact = functions.filter(({ parameters }) => parameters.length === count);
	if (exact.length > 0) return exact;
	return functions.filter(({ parameters }) => count < parameters.length || parameters[parameters.length - 1]?.dimensions === 1);
}
function ofOperator(node, scope) {
	const part = `the operator ${node.operator}`;
	const fitting = operatorsFor(node, scope);
	const known = fitting.length > 0 ? fitting : catalogOperators(node.operator);
	return known.length === 0 ? {
		volatility: "volatile",
		part,
		unknown: true
	} : {
		volatility: most(known),
		part
	};
}
function ofCast(node, scope) {
	const target = builtInName(scope.schema, node.type);
	const source = inferType(node.argument, scope);
	const part = `the cast to ${node.type.text}`;
	if (target === void 0) return constant$1;
	if (source === "unknown" || source === target) return constant$1;
	if (source === void 0) return {
		volatility: "stable",
		part
	};
	const cast = catalogCast(source, target);
	if (cast !== void 0) return {
		volatility: cast.volatility,
		part
	};
	return {
		volatility: most([{ volatility: textVolatility(source, "output") }, { volatility: textVolatility(target, "input") }]),
		part
	};
}
/** Nodes that no function stands behind: XML and JSON constructors are stable at most, what nobody knows is volatile. */
function ofOpaque(name) {
	if (/^(Xml|Json|GroupingFunc|MinMax|RowCompare|SetToDefault|minvalue|maxvalue|default)/i.test(name)) return {
		volatility: "stable",
		part: name
	};
	return {
		volatility: "volatile",
		part: name,
		unknown: true
	};
}

// src/engine/postgres/add-column.ts
/**
* ADD COLUMN: always ACCESS EXCLUSIVE; what decides is whether the new column's value can stay out of the rows.
* https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES
*/
function addColumn$2(at, operation) {
	const { column } = operation;
	const self = member(at, operation.table);
	if (operation.ifNotExists && columnOf$1(self.table, column.name) !== void 0) return [on(self.name, "AccessExclusiveLock")];
	if (operation.only && hasKnownChildren(self.table)) return [{
		...on(self.name, "AccessExclusiveLock"),
		fails: {
			code: "42P16",
			reason: "the column must be added to child tables too",
			certain: true
		}
	}];
	const value = newValueOf(at, column);
	return [...family(at, operation.table, operation.only).map((each) => {
		return onNewColumn(at, !isSame(each, self) && self.stored ? withoutKeys(column) : column, value, each);
	}), ...column.constraints.flatMap((constraint) => referencedEffects(at, constraint))];
}
function withoutKeys(column) {
	return {
		...column,
		constraints: column.constraints.filter(({ type }) => type === "check" || type === "not-null")
	};
}
/** How a new column gets its values, the constraints apart. Also for the reason in messages: `because` says what forces a rewrite. */
function newValueOf(at, column) {
	if (isSerial$2(column.type)) return {
		kind: "per-row",
		because: `${column.type.text} draws a value from a sequence for every row`,
		neverNull: true,
		distinct: true
	};
	if (column.identity !== void 0) return {
		kind: "per-row",
		because: "an identity column draws a value from a sequence for every row",
		neverNull: true,
		distinct: true
	};
	if (column.generated !== void 0) {
		if (!column.generated.stored) return { kind: "virtual" };
		return {
			kind: "per-row",
			because: "a stored generated column is computed and written for every row"
		};
	}
	const { domains } = unwrap(at.schema, column.type);
	const named = domains[0]?.name.name;
	const ofDomain = column.default === void 0 ? domains.find((domain) => domain.default !== void 0)?.default : void 0;
	const written = column.default ?? ofDomain;
	const isNull = written === void 0 || written.tree.kind === "null" || written.tree.kind === "cast" && written.tree.argument.kind === "null";
	if (isConstrained(domains)) return {
		kind: "per-row",
		because: `the domain ${named} has constraints, and every row's value is put through them`,
		...isNull ? {} : { neverNull: true }
	};
	if (isNull) return { kind: "none" };
	if (ofDomain !== void 0 && !since("domainDefaultIsFilledIn", at.major)) return { kind: "none" };
	const { volatility, part, unknown } = volatilityOf$1(written.tree, { schema: at.schema });
	if (volatility !== "volatile") return {
		kind: "stored-once",
		neverNull: true
	};
	return {
		kind: "per-row",
		because: unknown ? `the default ${part} is unknown to the history and may be volatile: every row then gets its own value` : `the default ${part} is volatile: every row gets its own value`,
		neverNull: true,
		distinct: true
	};
}
function onNewColumn(at, column, value, each) {
	const effect = on(each.name, "AccessExclusiveLock");
	if (!each.stored) return effect;
	const works = [];
	const reasons = [];
	const failures = [];
	const add = (work, because, fails) => {
		works.push(work);
		if (because !== void 0) reasons.push(because);
		if (fails !== void 0) failures.push(fails);
	};
	if (value.kind === "per-row") add("rewrite", value.because, domainFailure(at, column, value));
	const primaryKey = column.constraints.some((constraint) => constraint.type === "primary-key");
	if ((column.notNull || primaryKey || column.constraints.some((constraint) => constraint.type === "not-null" && !constraint.notValid)) && value.neverNull === void 0) {
		const certain = value.kind === "none";
		add("scan", "every row is tested for NULL", {
			code: "23502",
			reason: certain ? "existing rows would hold NULL in the new column" : "the expression may give NULL for a row",
			certain
		});
	}
	for (const constraint of column.constraints) {
		const done = inlineConstraint(at, constraint, value, column);
		if (done !== void 0) add(done.work, done.because, done.fails);
	}
	if (works.length === 0) return effect;
	const fails = failures.find((failure) => failure.certain) ?? failures[0];
	const heaviest = works.includes("rewrite") ? ["rewrite"] : works.includes("index-build") ? ["index-build"] : ["scan"];
	const work = works.includes("foreign-key-check") ? withCheck(works, heaviest) : heaviest;
	return {
		...effect,
		work,
		...reasons[0] === void 0 ? {} : { because: reasons[0] },
		...fails === void 0 ? {} : { fails }
	};
}
function withCheck(works, heaviest) {
	return works.some((work) => work !== "foreign-key-check") ? heaviest[0] === "scan" ? ["scan", "foreign-key-check"] : ["foreign-key-check", ...heaviest] : ["foreign-key-check"];
}
/** Before PostgreSQL 13 one column with an expression, or one foreign key as a constraint, had the foreign keys of all new columns of the statement checked. */
function checksBeside(at, beside) {
	if (since("foreignKeysPerAction", at.major)) return false;
	if (beside.kind === "add-column") return hasExpression(beside.column);
	return beside.kind === "add-constraint" && beside.constraint.type === "foreign-key";
}
/** What makes the parser set `raw_default`, on which the check of a new column's foreign key hangs. */
function hasExpression(column) {
	return column.default !== void 0 || column.generated !== void 0 || isSerial$2(column.type);
}
function domainFailure(at, column, value) {
	if (column.generated !== void 0 || isSerial$2(column.type) || column.identity !== void 0) return void 0;
	const { domains } = unwrap(at.schema, column.type);
	if (!isConstrained(domains)) return void 0;
	if (refusesNull$1(domains) && value.neverNull === void 0) return {
		code: "23502",
		reason: `the domain ${column.type.text} refuses NULL, and existing rows would hold it`,
		certain: true
	};
	return {
		code: "23514",
		reason: `the value of existing rows may violate a constraint of the domain ${column.type.text}`,
		certain: false
	};
}
function inlineConstraint(at, constraint, value, column) {
	switch (constraint.type) {
		case "unique":
		case "primary-key": {
			const name = constraint.type === "unique" ? "UNIQUE" : "PRIMARY KEY";
			const sameValue = value.kind === "stored-once" || value.kind === "none" && "nullsNotDistinct" in constraint && constraint.nullsNotDistinct;
			return {
				work: "index-build",
				because: `the index of ${name} is built over every row`,
				...sameValue ? { fails: {
					code: "23505",
					reason: "existing rows get the same value, so that two of them collide",
					certain: false
				} } : {}
			};
		}
		case "check":
			if (constraint.notEnforced || constraint.notValid) return void 0;
			return {
				work: "scan",
				because: "the CHECK constraint is tested on every row",
				fails: {
					code: "23514",
					reason: "the value that existing rows get may violate the CHECK constraint",
					certain: false
				}
			};
		case "foreign-key": {
			const checked = hasExpression(column) || (at.statement?.some((each) => checksBeside(at, each)) ?? false);
			if (constraint.notEnforced || constraint.notValid || !checked) return void 0;
			const because = `every row's value in the new column is looked up in ${constraint.references.name}`;
			const fails = {
				code: "23503",
				reason: `${constraint.references.name} may lack the value that existing rows get`,
				certain: false
			};
			return {
				work: "foreign-key-check",
				because,
				...value.kind === "none" ? {} : { fails }
			};
		}
		default: return;
	}
}

// src/schema/proof.ts
/**
* Whether it is certain that a column holds no NULL, so that SET NOT NULL need not look: it is NOT NULL already, or a valid, enforced constraint
* says so, as ConstraintImpliedByRelConstraint proves it (PostgreSQL 12 and later, src/backend/commands/tablecmds.c). It takes `c IS NOT NULL`
* as it stands, within AND, in every branch of OR, and behind NOT. It takes nothing else: `c > 0` is not false for NULL, so it proves nothing.
*/
function provesNotNull(table, column) {
	if (columnOf$1(table, column)?.notNull) return true;
	return (table?.constraints ?? []).some(({ validated, enforced, definition }) => {
		if (!validated || !enforced) return false;
		if (definition.type === "not-null") return definition.column === column;
		return definition.type === "check" && impliesNotNull(definition.expression.tree, column);
	});
}
/** Whether an expression that is not false leaves no room for a NULL in the column. */
function impliesNotNull(node, column) {
	switch (node.kind) {
		case "null-test": return node.negated && isColumn(node.argument, column);
		case "distinct-test": return !node.negated && againstNull(node, column);
		case "and": return node.arguments.some((each) => impliesNotNull(each, column));
		case "or": return node.arguments.length > 0 && node.arguments.every((each) => impliesNotNull(each, column));
		case "not": return refutesNull(node.argument, column);
		default: return false;
	}
}
/** The same for `NOT node`, by De Morgan's laws, as the planner moves NOT inwards. */
function refutesNull(node, column) {
	switch (node.kind) {
		case "null-test": return !node.negated && isColumn(node.argument, column);
		case "distinct-test": return node.negated && againstNull(node, column);
		case "or": return node.arguments.some((each) => refutesNull(each, column));
		case "and": return node.arguments.length > 0 && node.arguments.every((each) => refutesNull(each, column));
		case "not": return impliesNotNull(node.argument, column);
		default: return false;
	}
}
function againstNull(node, column) {
	const { left, right } = node;
	return left.kind === "null" && isColumn(right, column) || right.kind === "null" && isColumn(left, column);
}
function isColumn(node, column) {
	return node.kind === "column" && node.path.at(-1) === column;
}

// src/engine/postgres/row-tests.ts
/** A CHECK tested on every row. */
function checking(each, lock) {
	const effect = on(each.name, lock, "scan", "the CHECK constraint is tested on every row");
	return failing(effect, "23514", "a row may violate the CHECK constraint", false);
}
/** A foreign key looked up for every row. */
function lookingUp(each, referenced, lock) {
	const effect = on(each.name, lock, "foreign-key-check", `every row is looked up in ${referenced}`);
	return failing(effect, "23503", `a row may point to nothing in ${referenced}`, false);
}
/** Every row is read unless each column is NOT NULL already, or a CHECK proves it (PostgreSQL 12). */
function testingForNull(each, columns, lock) {
	const untested = columns.filter((column) => !provesNotNull(each.table, column));
	if (untested.length === 0 || !each.stored) return on(each.name, lock);
	const effect = on(each.name, lock, "scan", `every row is tested for NULL in ${untested.join(", ")}`);
	return failing(effect, "23502", `a row may hold NULL in ${untested.join(", ")}`, false);
}
/** The columns that may hold NULL, as far as the columns themselves tell. */
function nullableColumns(table, columns) {
	return columns.filter((column) => columnOf$1(table, column)?.notNull !== true);
}
/** What is known of every row: the CHECK constraints that are valid and enforced. */
function provenChecks(table) {
	return (table?.constraints ?? []).flatMap(({ definition, validated, enforced }) => definition.type === "check" && validated && enforced ? [definition.expression.tree] : []);
}

// src/engine/postgres/add-constraint.ts
/** ADD table_constraint. https://www.postgresql.org/docs/current/sql-altertable.html */
function addConstraint$2(at, operation) {
	if (needsChildren(at, operation)) {
		const effect = on(member(at, operation.table).name, "AccessExclusiveLock");
		return [failing(effect, "42P16", "the constraint must be added to child tables too", true)];
	}
	const effects = added(at, operation);
	if (operation.only || !since("constraintLocksChildren", at.major)) return effects;
	const lock = operation.constraint.type === "foreign-key" ? "ShareRowExclusiveLock" : "AccessExclusiveLock";
	return [...effects, ...descendants(at, member(at, operation.table).table).map((each) => on(each.name, lock))];
}
/** A parent's CHECK holds for its children, so that it cannot be added to the parent ONLY. */
function needsChildren(at, operation) {
	const { constraint, only } = operation;
	const inherited = constraint.type === "check" || constraint.type === "not-null";
	return only === true && inherited && !constraint.noInherit && hasKnownChildren(member(at, operation.table).table);
}
function added(at, operation) {
	const { constraint } = operation;
	const self = member(at, operation.table);
	switch (constraint.type) {
		case "check": return recursing(at, operation, constraint).map((each) => isUnchecked(constraint) || !each.stored ? on(each.name, "AccessExclusiveLock") : checking(each, "AccessExclusiveLock"));
		case "not-null": return recursing(at, operation, constraint).map((each) => isUnchecked(constraint) ? on(each.name, "AccessExclusiveLock") : testingForNull(each, [constraint.column], "AccessExclusiveLock"));
		case "unique":
		case "primary-key": return constraint.usingIndex === void 0 ? addKey(at, operation, constraint) : fromIndex(self, constraint);
		case "exclude": return family(at, operation.table, self.stored || operation.only).map((each) => building(each, "EXCLUDE", {
			code: "23P01",
			reason: "two rows may exclude each other"
		}, isSame(each, self) ? "AccessExclusiveLock" : "ShareLock"));
		case "foreign-key": {
			if (constraint.notValid && !self.stored && !since("notValidOnPartitioned", at.major)) return [failing(on(self.name, "ShareRowExclusiveLock"), "42809", "a foreign key of a partitioned table cannot be NOT VALID before PostgreSQL 18", true)];
			const referenced = constraint.references.name;
			return [...partitions(at, self).map((each) => isUnchecked(constraint) || !each.stored ? on(each.name, "ShareRowExclusiveLock") : lookingUp(each, referenced, "ShareRowExclusiveLock")), ...referencedEffects(at, constraint)];
		}
	}
}
const isUnchecked = (constraint) => constraint.notValid === true || constraint.notEnforced === true;
function recursing(at, operation, constraint) {
	return family(at, operation.table, operation.only || constraint.noInherit);
}
function building(each, what, failure, lock) {
	if (!each.stored) return on(each.name, lock);
	return failing(on(each.name, lock, "index-build", `the index of ${what} is built over every row`), failure.code, failure.reason, false);
}
/**
* UNIQUE and PRIMARY KEY build their index under the lock. A partitioned table's partitions get theirs too, under SHARE: only the
* table named is locked by ALTER TABLE, the partitions are reached as CREATE INDEX reaches them.
*/
function addKey(at, operation, constraint) {
	const self = member(at, operation.table);
	const isPrimary = constraint.type === "primary-key";
	return family(at, operation.table, self.stored && !isPrimary || operation.only).map((each) => {
		const setsNotNull = isPrimary && nullableColumns(self.table, constraint.columns).length > 0;
		const lock = isSame(each, self) || setsNotNull ? "AccessExclusiveLock" : "ShareLock";
		if (self.stored && !isSame(each, self)) return testingForNull(each, constraint.columns, lock);
		const effect = building(each, isPrimary ? "PRIMARY KEY" : "UNIQUE", {
			code: "23505",
			reason: "two rows may hold the same values"
		}, lock);
		if (isPrimary && hasPendingNotNull(each.table, constraint.columns)) return failing(effect, "55000", "a column has a NOT NULL constraint that is not validated", true);
		return isPrimary && nullableColumns(each.table, constraint.columns).length > 0 && each.stored ? failing(effect, "23502", "a row may hold NULL in a column of the primary key", false) : effect;
	});
}
/** PostgreSQL 18 does not validate a NOT VALID constraint on the way to a primary key. */
function hasPendingNotNull(table, columns) {
	return (table?.constraints ?? []).some(({ definition, validated }) => definition.type === "not-null" && !validated && columns.includes(definition.column));
}
/** USING INDEX: nothing is built; PRIMARY KEY still makes its columns NOT NULL. */
function fromIndex(self, constraint) {
	if (constraint.type === "unique") return [on(self.name, "AccessExclusiveLock")];
	const index = self.table?.indexes.find((each) => each.name === constraint.usingIndex);
	if (index === void 0) {
		const effect = on(self.name, "AccessExclusiveLock", "scan", "the columns of the index are not known to the history, and those that may be NULL are tested on every row");
		return [failing(effect, "23502", "a row may hold NULL in a column of the primary key", false)];
	}
	return [testingForNull(self, index.definition.elements.flatMap((element) => element.column ?? []), "AccessExclusiveLock")];
}

// src/engine/postgres/type-change.ts
const keeps = {};
const rewrites$2 = (because) => ({ rewrite: because });
/**
* Whether ALTER COLUMN \u2026 TYPE writes every row anew: `ATColumnChangeRequiresRewrite`, which looks at the planned conversion and keeps the
* table if that is the column itself under nothing but relabelling. https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES
* @param from the type the column has, undefined where the history does not tell
*/
function typeChange(at, column, from, to, using) {
	if (using === void 0) {
		if (from === void 0) return rewrites$2("the type it has now is not known to the history, and most changes of type write every row anew");
		return convert(at, from, to, "assignment");
	}
	const source = throughCasts(at, column, from, using);
	if (source === "computed") return rewrites$2("USING computes a new value for every row");
	if (source === "unknown") return rewrites$2("the type it has now is not known to the history, and most changes of type write every row anew");
	if (source.change.rewrite !== void 0) return source.change;
	const last = convert(at, source.type, to, "assignment");
	return last.fails === void 0 && source.change.fails !== void 0 ? {
		...last,
		fails: source.change.fails
	} : last;
}
/** Follows USING down to the column: only casts and COLLATE may stand around it. */
function throughCasts(at, column, from, node) {
	if (node.kind === "column") {
		if (node.path[node.path.length - 1] !== column) return "computed";
		return from === void 0 ? "unknown" : {
			type: from,
			change: keeps
		};
	}
	if (node.kind === "collate") return throughCasts(at, column, from, node.argument);
	if (node.kind !== "cast") return "computed";
	const inner = throughCasts(at, column, from, node.argument);
	if (typeof inner === "string" || inner.change.rewrite !== void 0) return inner;
	return {
		type: node.type,
		change: convert(at, inner.type, node.type, "explicit")
	};
}
/** One conversion, as `coerce_to_target_type` builds it: domains are taken off, then the types, then the modifiers, then the new domain. */
function convert(at, from, to, context) {
	const source = unwrap(at.schema, from);
	const target = unwrap(at.schema, to);
	const outer = target.domains[0];
	if (outer !== void 0 && source.domains[0] === outer) return keeps;
	const change = convertBase(at, source.domains.length > 0 ? {
		...source.base,
		modifiers: []
	} : source.base, target.base, context);
	if (change.rewrite !== void 0 || change.fails?.certain || !isConstrained(target.domains)) return change;
	const fails = refusesNull$1(target.domains) ? {
		code: "23502",
		reason: `the domain ${to.text} refuses NULL`,
		certain: false
	} : {
		code: "23514",
		reason: `a value may violate a constraint of the domain ${to.text}`,
		certain: false
	};
	return {
		rewrite: `every value is put through the constraints of the domain ${to.text}`,
		fails
	};
}
function convertBase(at, from, to, context) {
	if (sameType(at.schema, from, to)) return changeModifiers(at, from, to);
	const source = builtInName(at.schema, from);
	const target = builtInName(at.schema, to);
	const reason = `${from.text} and ${to.text} are stored differently`;
	if (from.dimensions > 0 && to.dimensions > 0) {
		const { fails } = convertBase(at, {
			...from,
			dimensions: 0
		}, {
			...to,
			dimensions: 0
		}, context);
		return {
			rewrite: `every element of ${from.text} is converted to ${to.text}`,
			...fails === void 0 ? {} : { fails }
		};
	}
	const cast = source === void 0 || target === void 0 ? void 0 : catalogCast(source, target);
	if (cast === void 0) {
		const invalid = {
			code: "22P02",
			reason: `a value may not be valid ${to.text}`,
			certain: false
		};
		const stranger = [from, to].find((type) => !hasKnownCasts(at, type));
		if (stranger !== void 0) {
			const because = `the casts of the type ${stranger.text} are not known to the history, and most changes of type write every row anew`;
			return context === "assignment" ? rewrites$2(because) : {
				rewrite: because,
				fails: invalid
			};
		}
		if (target !== void 0 && isString(at, target)) return {
			rewrite: reason,
			...mayNotFit(source, target, to)
		};
		return {
			rewrite: reason,
			fails: context === "assignment" ? needsUsing(from, to) : invalid
		};
	}
	if (context === "assignment" && cast.context === "explicit") return {
		rewrite: reason,
		fails: needsUsing(from, to)
	};
	if (isTimestampPair(source, target)) {
		if (!at.context.timeZoneUtc) return rewrites$2(`${from.text} and ${to.text} differ by the session's time zone, which is not known to be UTC`);
		return keepsFractions(void 0, to.modifiers[0]) ? keeps : rewrites$2(`every value is rounded to ${to.text}`);
	}
	if (cast.method !== "binary") return {
		rewrite: reason,
		...mayNotFit(source, target, to)
	};
	return to.modifiers.length === 0 ? keeps : {
		rewrite: `every value is tested against the length of ${to.text}`,
		fails: tooLong(to)
	};
}
/** A string type in the sense of the catalog: everything can be written as one. */
function isString(at, type) {
	return catalogType(type)?.category === "S" || type === "char" && !since("charIsNoString", at.major);
}
/**
* Whether a cast that is not found is certainly not there. The types of extensions bring casts of their own (citext is stored as text is),
* and so may a base type that the history makes.
*/
function hasKnownCasts(at, type) {
	if (builtInName(at.schema, type) !== void 0) return true;
	const known = userType(at.schema, {
		...type,
		dimensions: 0
	});
	return known !== void 0 && known.kind !== "base" && known.kind !== "shell";
}
function isTimestampPair(source, target) {
	return source === "timestamp" && target === "timestamptz" || source === "timestamptz" && target === "timestamp";
}
/** The type stays, its modifiers change: `varchar(10)` to `varchar(20)`. The support functions of the length functions decide. */
function changeModifiers(at, from, to) {
	const [old, wanted] = [from.modifiers, to.modifiers];
	if (wanted.length === 0 || String(old) === String(wanted)) return keeps;
	const because = `every value is tested against ${to.text}`;
	if (from.dimensions > 0) return {
		rewrite: because,
		fails: tooLong(to)
	};
	switch (builtInName(at.schema, to)) {
		case "varchar":
		case "varbit": return old.length > 0 && Number(wanted[0]) >= Number(old[0]) ? keeps : {
			rewrite: because,
			fails: tooLong(to)
		};
		case "numeric": {
			const scaleStays = Number(wanted[1] ?? 0) === Number(old[1] ?? 0);
			if (old.length > 0 && scaleStays && Number(wanted[0]) >= Number(old[0])) return keeps;
			const holdsMore = old.length > 0 && Number(wanted[0]) - Number(wanted[1] ?? 0) >= Number(old[0]) - Number(old[1] ?? 0);
			const reason = `every value is rounded to ${to.text}`;
			return holdsMore ? rewrites$2(reason) : {
				rewrite: reason,
				fails: {
					code: "22003",
					reason: `a value may be too large for ${to.text}`,
					certain: false
				}
			};
		}
		case "timestamp":
		case "timestamptz":
		case "time":
		case "timetz": return keepsFractions(old[0], wanted[0]) ? keeps : rewrites$2(`every value is rounded to ${to.text}`);
		case "interval": return keepsInterval(old, wanted) ? keeps : rewrites$2(`every value is cut to ${to.text}`);
		case "bpchar": return {
			rewrite: `char(n) is stored padded to its length`,
			...Number(wanted[0]) < Number(old[0] ?? Number.POSITIVE_INFINITY) ? { fails: tooLong(to) } : {}
		};
		default: return {
			rewrite: because,
			fails: tooLong(to)
		};
	}
}
/** Six digits are all there are, so `timestamp(6)` is `timestamp`. */
function keepsFractions(old, wanted) {
	return wanted === void 0 || Number(wanted) >= 6 || old !== void 0 && Number(wanted) >= Number(old);
}
/**
* `[range, precision]` as PostgreSQL's grammar gives them, the range a set of field bits. `interval_support`: the fields must reach as far
* down as before, and so must the fractions of a second.
*/
function keepsInterval(old, wanted) {
	return leastField(wanted[0]) <= leastField(old[0]) && (leastField(old[0]) > 0 || keepsFractions(old[1], wanted[1]));
}
/** Seconds 0, minutes 1, \u2026 years 5: `intervaltypmodleastfield`. */
function leastField(range) {
	const bits = [
		12,
		11,
		10,
		3,
		1,
		2
	];
	if (range === void 0 || Number(range) === 32767) return 0;
	return bits.findIndex((bit) => (Number(range) & 1 << bit) !== 0);
}
function needsUsing(from, to) {
	return {
		code: "42804",
		reason: `${from.text} is not converted to ${to.text} without USING`,
		certain: true
	};
}
function tooLong(to) {
	if (to.name === "bit") return {
		code: "22026",
		reason: `a value may not have the length of ${to.text}`,
		certain: false
	};
	return {
		code: "22001",
		reason: `a value may be too long for ${to.text}`,
		certain: false
	};
}
const integerSizes = {
	int2: 2,
	int4: 4,
	int8: 8
};
/** Function casts that refuse values which the target cannot hold. */
function mayNotFit(source, target, to) {
	const size = integerSizes[target ?? ""];
	if (size !== void 0 && (integerSizes[source ?? ""] ?? 99) > size) return { fails: {
		code: "22003",
		reason: `a value may be out of range for ${to.text}`,
		certain: false
	} };
	if (target === "numeric" && to.modifiers.length > 0) return { fails: {
		code: "22003",
		reason: `a value may be too large for ${to.text}`,
		certain: false
	} };
	return to.modifiers.length > 0 && [
		"varchar",
		"bpchar",
		"bit",
		"varbit"
	].includes(target ?? "") ? { fails: tooLong(to) } : {};
}
/** Whether an index on such a column stays as it is if the table does: the same operator class, and not one whose meaning hangs on the type. */
function keepsIndex(at, from, to) {
	if (from === void 0) return false;
	const [source, target] = [unwrap(at.schema, from).base, unwrap(at.schema, to).base];
	if (sameType(at.schema, source, target)) return true;
	const [left, right] = [builtInName(at.schema, source), builtInName(at.schema, target)];
	if (left === void 0 || right === void 0 || source.dimensions > 0) return false;
	return catalogType(left)?.operatorClass === catalogType(right)?.operatorClass;
}

// src/engine/postgres/alter-column.ts
/**
* ALTER COLUMN \u2026 TYPE: the rows, then everything that hangs on the column is made again: indexes, CHECK constraints, foreign keys
* on either side. https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE
*/
function alterColumnType(at, operation) {
	const self = member(at, operation.table);
	return family(at, operation.table, operation.only).flatMap((each) => {
		const column = columnOf$1(each.table, operation.column);
		const change = column?.generated?.stored === false ? {} : typeChange(at, operation.column, column?.type, operation.type, operation.using?.tree);
		const refused = (isSame(each, self) ? ofInheritance(at, self.table, operation) : void 0) ?? dependent(at, each.table, operation.column) ?? change.fails;
		return changedType(at, operation, each, change).map((effect, i) => i === 0 && refused !== void 0 ? failing(effect, refused.code, refused.reason, refused.certain) : effect);
	});
}
function changedType(at, operation, each, change) {
	const column = columnOf$1(each.table, operation.column);
	const collation = operation.collation?.name ?? "default";
	const remade = {
		rewritten: change.rewrite !== void 0,
		sameOperators: keepsIndex(at, column?.type, operation.type),
		sameCollation: (column?.collation?.name ?? "default") === collation
	};
	const works = [];
	if (change.rewrite !== void 0) works.push({
		work: "rewrite",
		because: change.rewrite
	});
	const index = each.table?.indexes.find((candidate) => isRebuilt(candidate, operation.column, remade));
	if (index !== void 0) works.push({
		work: "index-build",
		because: `the index ${index.name} is built anew for the changed column`
	});
	else if (!remade.rewritten && each.table?.complete !== true && !(remade.sameOperators && remade.sameCollation)) works.push({
		work: "index-build",
		because: "an index on the column, which the history may not know, is built anew"
	});
	const tested = each.table?.constraints.find((constraint) => isTestedAgain(constraint, operation.column));
	if (tested !== void 0) works.push({
		work: "scan",
		because: `the CHECK constraint ${tested.name} is tested on every row again`
	});
	const outgoing = (each.table?.constraints ?? []).filter(({ definition }) => definition.type === "foreign-key" && definition.columns.includes(operation.column));
	if (outgoing.some((constraint) => isCheckedAgain(constraint, remade))) works.push({
		work: "foreign-key-check",
		because: "the foreign key on the column is checked again"
	});
	const own = each.stored ? works : [];
	return [
		join([on(each.name, "AccessExclusiveLock"), ...own.map(({ work, because }) => on(each.name, "AccessExclusiveLock", work, because))])[0],
		...outgoing.flatMap((constraint) => [...releasedBy(at, constraint), ...referencedEffects(at, constraint.definition)]),
		...pointingHere$1(at, each, operation.column, remade)
	];
}
/**
* `CheckIndexCompatible`: an index is kept if its operator classes and collations stay. One with an expression or a predicate is never kept,
* however little the column changed.
*/
function isRebuilt(index, column, remade) {
	const { elements, include, where } = index.definition;
	const keys = elements.filter((element) => element.column === column);
	const inExpression = elements.some((element) => element.expression !== void 0 && columnsIn(element.expression.tree).includes(column));
	const inPredicate = where !== void 0 && columnsIn(where.tree).includes(column);
	if (keys.length === 0 && !inExpression && !inPredicate && !include.includes(column)) return false;
	if (remade.rewritten || where !== void 0 || elements.some((element) => element.expression !== void 0)) return true;
	return keys.some((element) => !remade.sameOperators || !remade.sameCollation && element.collation === void 0);
}
function isTestedAgain({ definition, validated, enforced }, column) {
	return definition.type === "check" && validated && enforced && columnsIn(definition.expression.tree).includes(column);
}
/** A foreign key is checked again if the table was rewritten or its equality operator is another one. */
function isCheckedAgain({ validated, enforced }, remade) {
	return validated && enforced && (remade.rewritten || !remade.sameOperators);
}
function pointingHere$1(at, each, column, remade) {
	return incomingForeignKeys(at, each.table).filter((incoming) => incoming.columns.includes(column)).flatMap(({ from, constraint }) => partitions(at, from).map((table) => table.stored && isCheckedAgain(constraint, remade) ? on(table.name, "AccessExclusiveLock", "foreign-key-check", `its foreign key to ${each.name.name} is checked again`) : on(table.name, "AccessExclusiveLock")));
}
/** The type of an inherited column is changed where it comes from, and together with its heirs. */
function ofInheritance(at, table, operation) {
	const always = (reason) => ({
		code: "42P16",
		reason,
		certain: true
	});
	if (operation.only && hasKnownChildren(table)) return always("the type must be changed in child tables too");
	return isInherited(at, table, operation.column) ? always(`${operation.column} is inherited: its type is changed in the parent`) : void 0;
}
/** Whether a parent has the column too. */
function isInherited(at, table, column) {
	return [...table?.inherits ?? [], ...table?.partitionOf === void 0 ? [] : [table.partitionOf.parent]].some((parent) => columnOf$1(member(at, parent).table, column) !== void 0);
}
/** What forbids the change of type altogether. */
function dependent(at, table, column) {
	if (table === void 0) return void 0;
	const always = (code, reason) => ({
		code,
		reason,
		certain: true
	});
	if (table.partitionBy?.elements.some((key) => key.column === column || key.expression && columnsIn(key.expression.tree).includes(column))) return always("42P16", `${column} is part of the partition key`);
	const generated = table.columns.find((each) => each.generated && columnsIn(each.generated.expression.tree).includes(column));
	if (generated !== void 0) return always(since("generatedRefusesAsUnsupported", at.major) ? "0A000" : "42601", `the generated column ${generated.name} is computed from ${column}`);
	for (const name of table.readBy) if ((at.schema.views.get(keyOf(name))?.reads.find((each) => keyOf(each.table) === keyOf(table.name)))?.columns.some((each) => each === column || each === "*")) return always("0A000", `the view ${name.name} reads ${column}`);
}
/** SET NOT NULL. https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL */
function setNotNull$2(at, operation) {
	return family(at, operation.table, operation.only).map((each) => testingForNull(each, [operation.column], "AccessExclusiveLock"));
}
/** DROP NOT NULL. Since PostgreSQL 18 it ends where there is nothing to drop, before it reaches the children. */
function dropNotNull$1(at, operation) {
	const self = member(at, operation.table);
	const column = columnOf$1(self.table, operation.column);
	const nothing = since("dropNotNullStopsEarly", at.major) && column?.notNull === false;
	return family(at, operation.table, operation.only || nothing).map((each) => on(each.name, "AccessExclusiveLock"));
}
/** SET and DROP IDENTITY, and the locks of ADD: a partitioned table's partitions have its identity columns since PostgreSQL 17. */
function identity$1(at, operation) {
	const self = member(at, operation.table);
	return (since("identityReachesPartitions", at.major) ? partitions(at, self) : [self]).map((each) => on(each.name, "AccessExclusiveLock"));
}
/** ADD GENERATED \u2026 AS IDENTITY: nothing but the catalog, on a column that refuses NULL already. */
function addIdentity(at, operation) {
	const self = member(at, operation.table);
	const column = columnOf$1(self.table, operation.column);
	const effects = identity$1(at, operation);
	if (column === void 0 || column.notNull) return effects;
	const [own, ...others] = effects;
	return [failing(own, "55000", `${operation.column} must be NOT NULL before it can be an identity column`, true), ...others];
}
/** SET EXPRESSION computes a stored column anew; a virtual one has nothing stored, but what stands on it is tested again. */
function setExpression(at, operation) {
	return family(at, operation.table, operation.only).map((each) => {
		const column = columnOf$1(each.table, operation.column);
		const checked = each.table?.constraints.some(({ definition }) => definition.type === "check");
		if (column?.generated?.stored === false && checked) return failing(on(each.name, "AccessExclusiveLock"), "0A000", "not supported for a virtual column of a table with CHECK constraints", true);
		if (!each.stored) return on(each.name, "AccessExclusiveLock");
		if (column?.generated?.stored !== false) return on(each.name, "AccessExclusiveLock", "rewrite", "the stored generated column is computed and written for every row");
		return column.notNull ? on(each.name, "AccessExclusiveLock", "scan", `${operation.column} is tested on every row again`) : on(each.name, "AccessExclusiveLock");
	});
}

// src/engine/postgres/constraint.ts
/** VALIDATE CONSTRAINT: reads and writes go on. https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES */
function validateConstraint$1(at, operation) {
	const self = member(at, operation.table);
	const constraint = self.table?.constraints.find((each) => each.name === operation.constraint);
	if (constraint?.validated) return [on(self.name, "ShareUpdateExclusiveLock")];
	if (constraint?.enforced === false) return [failing(on(self.name, "ShareUpdateExclusiveLock"), "55000", "it is NOT ENFORCED", true)];
	const { definition } = constraint ?? {};
	if (definition?.type === "foreign-key") return [...partitions(at, self).map((each) => each.stored ? lookingUp(each, definition.references.name, "ShareUpdateExclusiveLock") : on(each.name, "ShareUpdateExclusiveLock")), ...partitions(at, member(at, definition.references)).map((each) => on(each.name, "RowShareLock"))];
	return family(at, operation.table, operation.only).map((each) => {
		if (definition?.type === "not-null") return testingForNull(each, [definition.column], "ShareUpdateExclusiveLock");
		return each.stored ? checking(each, "ShareUpdateExclusiveLock") : on(each.name, "ShareUpdateExclusiveLock");
	});
}
/** DROP CONSTRAINT. Dropping a key with CASCADE takes the foreign keys that need it along. */
function dropConstraint$1(at, operation) {
	const self = member(at, operation.table);
	const constraint = self.table?.constraints.find((each) => each.name === operation.constraint);
	const effects = (constraint?.definition.noInherit || isKey(constraint) ? partitions(at, self) : family(at, operation.table, operation.only)).map((each) => on(each.name, "AccessExclusiveLock"));
	if (constraint === void 0) return effects;
	return [
		...effects,
		...releasedBy(at, constraint, true),
		...operation.cascade ? needing(at, self.table, constraint) : []
	];
}
const isKey = (constraint) => constraint?.definition.type === "unique" || constraint?.definition.type === "primary-key" || constraint?.definition.type === "foreign-key";
/** The tables whose foreign keys need this key: they lose them. */
function needing(at, table, key) {
	const columns = new Set(keyColumns$1(table, key));
	return incomingForeignKeys(at, table).filter((incoming) => incoming.columns.length === columns.size && incoming.columns.every((column) => columns.has(column))).map((incoming) => on(incoming.from.name, "AccessExclusiveLock"));
}
/** ALTER CONSTRAINT: deferrability of a foreign key, and since 18 its enforcement, which checks what was not enforced. */
function alterConstraint(at, operation) {
	const self = member(at, operation.table);
	const constraint = self.table?.constraints.find((each) => each.name === operation.constraint);
	const own = partitions(at, self).map((each) => on(each.name, "AccessExclusiveLock"));
	const referenced = constraint?.references === void 0 ? [] : [member(at, constraint.references)];
	if (operation.enforced === void 0) return own;
	if (constraint?.enforced === operation.enforced) return own;
	if (!operation.enforced) return [...own, ...referenced.map((each) => on(each.name, "AccessExclusiveLock"))];
	const name = referenced[0]?.name.name ?? "the referenced table";
	return [...partitions(at, self).map((each) => lookingUp(each, name, "AccessExclusiveLock")), ...referenced.map((each) => on(each.name, "ShareRowExclusiveLock"))];
}
/** RENAME CONSTRAINT: a key's index is renamed with it, children have inherited it. */
function renameConstraint$1(at, operation) {
	const self = member(at, operation.table);
	const constraint = self.table?.constraints.find((each) => each.name === operation.constraint);
	return (constraint?.definition.type === "check" && !constraint.definition.noInherit ? family(at, operation.table, operation.only) : [self]).map((each) => on(each.name, "AccessExclusiveLock"));
}

// src/engine/postgres/create-index.ts
/** CREATE INDEX. https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY */
function createIndex$1(at, operation) {
	const { index, concurrently } = operation;
	const self = member(at, operation.table);
	const lock = concurrently ? "ShareUpdateExclusiveLock" : "ShareLock";
	if (concurrently && !self.stored) return [failing(on(self.name, lock), "0A000", "CONCURRENTLY does not exist for the index of a partitioned table", true)];
	const exists = self.table?.indexes.some((each) => each.name === index.name);
	if (operation.ifNotExists && exists) return [on(self.name, lock)];
	return (self.stored ? [self] : family(at, operation.table, operation.only)).map((each) => {
		const attached = !isSame(each, self) && each.table?.indexes.some((candidate) => isSameIndex(candidate, index));
		if (!each.stored || attached) return on(each.name, lock);
		const effect = on(each.name, lock, "index-build");
		return index.unique ? failing(effect, "23505", "two rows may hold the same values", false) : effect;
	});
}
/** Whether a partition's index serves as its part of the parent's: it is attached instead of built. */
function isSameIndex(candidate, wanted) {
	const has = candidate.definition;
	const text = (definition) => JSON.stringify([
		definition.method,
		definition.elements.map(({ column, expression, collation, operatorClass, descending, nulls }) => [
			column ?? expression?.tree,
			collation,
			operatorClass,
			descending,
			nulls
		]),
		definition.include,
		definition.where?.tree
	]);
	return candidate.valid && candidate.parent === void 0 && (has.unique || !wanted.unique) && text(has) === text(wanted);
}
/** DROP INDEX locks the table, since plans may use the index. https://www.postgresql.org/docs/current/sql-dropindex.html */
function dropIndex$2(at, operation) {
	const found = ownerOf(at, operation.index);
	if (found === void 0) return onUnknownTable(at, operation.index, operation.concurrently ? "ShareUpdateExclusiveLock" : "AccessExclusiveLock");
	const self = found;
	if (!operation.concurrently) return withPartitions(at, self).map((each) => on(each.name, "AccessExclusiveLock"));
	const effect = on(self.name, "ShareUpdateExclusiveLock");
	return self.stored ? [effect] : [failing(effect, "0A000", "CONCURRENTLY does not exist for the index of a partitioned table", true)];
}
/** The table or materialized view that an index belongs to; undefined where history does not know the index. */
function ownerOf(at, index) {
	const key = at.schema.indexes.get(keyOf(resolve(at.schema, index, at.schema.indexes)));
	const owner = key === void 0 ? void 0 : at.schema.tables.get(key) ?? at.schema.views.get(key);
	return owner && member(at, owner.name);
}
function withPartitions(at, self) {
	return self.stored ? [self] : [self, ...descendants(at, self.table)];
}
/** An index that history does not know belongs to a table that cannot be told from its name; the effect says so, and is not lost. */
function onUnknownTable(at, index, lock, work, because) {
	return [{
		...on(resolve(at.schema, index, at.schema.indexes), lock, work, because),
		ofIndex: true
	}];
}
/** ALTER INDEX \u2026 ATTACH PARTITION: the two tables are only looked at. */
function attachIndex(at, operation) {
	return [operation.parent, operation.index].flatMap((index) => {
		const found = ownerOf(at, index);
		return found === void 0 ? [] : [on(found.name, "AccessShareLock")];
	});
}
/**
* REINDEX: writes wait, and so do the reads that would use the index, for it is locked itself.
* https://www.postgresql.org/docs/current/sql-reindex.html#SQL-REINDEX-CONCURRENTLY
*/
function reindex$1(at, operation) {
	const lock = operation.concurrently ? "ShareUpdateExclusiveLock" : "ShareLock";
	const because = operation.concurrently ? "the index is built anew beside the old one" : "the index is built anew, and queries planned meanwhile wait for it as well";
	const build = (each) => each.stored ? on(each.name, lock, "index-build", because) : on(each.name, lock);
	if (operation.target === "index" && operation.name !== void 0) {
		const found = ownerOf(at, operation.name);
		if (found === void 0) return onUnknownTable(at, operation.name, lock, "index-build", because);
		return reindexed(at, found, lock, build, true);
	}
	if (operation.target === "table" && operation.name !== void 0) return reindexed(at, member(at, operation.name), lock, build, false);
	const within = operation.target === "schema" ? operation.name?.name : void 0;
	return at.schema.tables.entries().filter(([, table]) => within === void 0 || table.name.schema === within).map(([, table]) => member(at, table.name)).flatMap((each) => [each, ...unknownPartitions(at, each)]).map(build);
}
function reindexed(at, self, lock, build, index) {
	if (self.stored) return [hasIndex(self.table) ? build(self) : on(self.name, lock)];
	if (since("reindexPartitioned", at.major)) return withPartitions(at, self).map(build);
	const effect = on(self.name, lock);
	return [index ? failing(effect, "0A000", "REINDEX of a partitioned index is not implemented before PostgreSQL 14", true) : effect];
}
/**
* ALTER INDEX \u2026 SET TABLESPACE copies the index under ACCESS EXCLUSIVE on the index alone. Every plan and every write opens all indexes of its
* table, so they all wait: the table is given the lock, although `pg_locks` shows it on the index.
*/
function setIndexTablespace(at, operation) {
	const because = "the index is locked while it is copied, and every query of its table waits for it";
	const found = ownerOf(at, operation.index);
	if (found === void 0) return onUnknownTable(at, operation.index, "AccessExclusiveLock", "index-build", because);
	return found.stored ? [on(found.name, "AccessExclusiveLock", "index-build", because)] : [];
}
/** A table known to have no index has nothing to build. */
function hasIndex(table) {
	return table?.complete !== true || table.indexes.length > 0;
}

// src/engine/postgres/data.ts
/**
* What a query reads: the tables, their partitions and children, and what the views among them read.
* https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES
*/
function reading(at, names, work = "scan", lock = "AccessShareLock") {
	const found = /* @__PURE__ */ new Map();
	const visit = (name) => {
		const view = at.schema.views.get(keyOf(resolve(at.schema, name, at.schema.views)));
		if (view !== void 0) {
			if (found.has(keyOf(view.name))) return;
			found.set(keyOf(view.name), on(view.name, lock, view.materialized ? work : "metadata"));
			if (!view.materialized) for (const read of view.reads) visit(read.table);
			return;
		}
		for (const each of family(at, name)) found.set(keyOf(each.name), on(each.name, lock, each.stored ? work : "metadata"));
	};
	for (const name of names) visit(name);
	return [...found.values()];
}
/** What a query names, without what stands behind it: a view is made without looking further. */
function naming(at, names) {
	return names.map((name) => on(member(at, name).name, "AccessShareLock"));
}
/** The row that a foreign key points to is locked while one that points to it is written; an UPDATE of other columns leaves it alone. */
function pointedTo(at, written, changed) {
	return written.flatMap((each) => each.table?.constraints ?? []).filter(({ definition }) => definition.type === "foreign-key" && (changed === void 0 || definition.columns.some((column) => changed.includes(column)))).flatMap(({ references }) => references === void 0 ? [] : partitions(at, member(at, references))).map((each) => on(each.name, "RowShareLock"));
}
/** Deleting a row, or changing its key, looks for rows that point to it, and may change or delete them. */
function pointingHere(at, written, deletes, changed) {
	return written.flatMap((each) => incomingForeignKeys(at, each.table).filter((incoming) => deletes || incoming.columns.some((column) => changed.includes(column))).map(({ from, constraint }) => {
		const { definition } = constraint;
		const action = definition.type !== "foreign-key" ? "no action" : deletes ? definition.onDelete : definition.onUpdate;
		const looks = action === "no action" || action === "restrict";
		const because = `rows of ${from.name.name} that point to ${each.name.name} are looked for`;
		return on(from.name, looks ? "RowShareLock" : "RowExclusiveLock", "foreign-key-check", because);
	}));
}
function insert(at, operation) {
	const written = family(at, operation.table);
	const own = written[0]?.stored ? written.slice(0, 1) : written;
	return [
		...own.map((each) => on(each.name, "RowExclusiveLock")),
		...reading(at, operation.reads),
		...pointedTo(at, own)
	];
}
function update(at, operation) {
	const written = family(at, operation.table);
	return [
		...changing(written),
		...reading(at, operation.reads),
		...pointedTo(at, written, operation.assignments),
		...pointingHere(at, written, false, operation.assignments)
	];
}
function remove(at, operation) {
	const written = family(at, operation.table);
	return [
		...changing(written),
		...reading(at, operation.reads),
		...pointingHere(at, written, true, [])
	];
}
function merge(at, operation) {
	const written = family(at, operation.table);
	return [
		...changing(written),
		...reading(at, operation.reads),
		...pointedTo(at, written)
	];
}
function changing(written) {
	return written.map((each) => on(each.name, "RowExclusiveLock", each.stored ? "scan" : "metadata"));
}
function copy(at, operation) {
	if (operation.table === void 0) return [];
	if (!operation.writes) return reading(at, [operation.table]);
	const written = family(at, operation.table);
	const own = written[0]?.stored ? written.slice(0, 1) : written;
	return [...own.map((each) => on(each.name, "RowExclusiveLock")), ...pointedTo(at, own)];
}
function select(at, operation) {
	return reading(at, operation.reads, "scan", operation.locks ? "RowShareLock" : "AccessShareLock");
}
/** LOCK TABLE reaches the partitions and children too, and through a view what it reads. https://www.postgresql.org/docs/current/sql-lock.html */
function lockTable(at, operation, lock) {
	const self = member(at, operation.table);
	return at.schema.views.has(keyOf(self.name)) ? reading(at, [operation.table], "metadata", lock) : family(at, operation.table, operation.only).map((each) => on(each.name, lock));
}

// src/engine/postgres/maintenance.ts
const allTables = (at) => at.schema.tables.entries().map(([, table]) => member(at, table.name)).flatMap((each) => [each, ...unknownPartitions(at, each)]);
/** VACUUM lets everybody work; VACUUM FULL writes the table anew. Both do a partitioned table's partitions. https://www.postgresql.org/docs/current/sql-vacuum.html */
function vacuum(at, operation) {
	return targets(at, operation.table).map((each) => {
		if (!operation.full) return on(each.name, "ShareUpdateExclusiveLock", each.stored ? "scan" : "metadata");
		return each.stored ? on(each.name, "AccessExclusiveLock", "rewrite", "VACUUM FULL writes the table anew") : on(each.name, "AccessExclusiveLock");
	});
}
/** ANALYZE reads a sample, however large the table. https://www.postgresql.org/docs/current/sql-analyze.html */
function analyze$1(at, operation) {
	return targets(at, operation.table).map((each) => on(each.name, "ShareUpdateExclusiveLock"));
}
/** A partitioned table's partitions are done with it, a plain table's children are not. */
function targets(at, name) {
	if (name === void 0) return allTables(at);
	const self = member(at, name);
	return self.stored ? [self] : family(at, name);
}
/** CLUSTER writes the table anew in the order of an index. https://www.postgresql.org/docs/current/sql-cluster.html */
function cluster(at, operation) {
	if (operation.table === void 0) return [];
	const self = member(at, operation.table);
	if (!self.stored && !since("clusterPartitioned", at.major)) return [failing(on(self.name, "AccessExclusiveLock"), "0A000", "CLUSTER does not do partitioned tables before PostgreSQL 15", true)];
	return (self.stored ? [self] : [self, ...descendants(at, self.table)]).map((each) => each.stored ? on(each.name, "AccessExclusiveLock", "rewrite", "CLUSTER writes the table anew") : on(each.name, "AccessExclusiveLock"));
}
/**
* Statements that change no table, yet lock the ones they name: those write something about the table into the catalog and must not run twice at once.
* https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES
*/
function other(at, operation) {
	if (/^(GRANT|REVOKE)$/.test(operation.command) && !since("grantLocks", at.major)) return [];
	const lock = operation.ofPart ? "AccessShareLock" : otherLocks[operation.command];
	if (lock === void 0) return [];
	return operation.tables.map((table) => {
		const name = member(at, table).name;
		const view = resolve(at.schema, table, at.schema.views);
		return on(at.schema.views.has(keyOf(view)) ? view : name, lock);
	});
}
const otherLocks = {
	COMMENT: "ShareUpdateExclusiveLock",
	"SECURITY LABEL": "ShareUpdateExclusiveLock",
	"ALTER TABLE": "AccessExclusiveLock",
	GRANT: "AccessShareLock",
	REVOKE: "AccessShareLock",
	"CREATE STATISTICS": "ShareUpdateExclusiveLock",
	"CREATE PUBLICATION": "ShareUpdateExclusiveLock",
	"ALTER PUBLICATION": "ShareUpdateExclusiveLock"
};

// src/engine/postgres/implies.ts
/**
* Whether rows that satisfy `known` satisfy `goal`, as far as PostgreSQL's planner proves it (`predicate_implied_by`, weak form: a CHECK
* also holds where it is NULL). It proves by structure and by comparing constants; never more than the planner does.
* https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE
*/
function implies(known, goal, ordered = byNumber) {
	return proves(known.flatMap((each) => conjuncts(normal(each, false))), normal(goal, false), ordered);
}
const byNumber = (_, a, b) => isNumber(a) && isNumber(b) ? Number(a) - Number(b) : void 0;
const isNumber = (text) => /^[+-]?\d+(\.\d+)?$/.test(text);
/** `not` is pushed down to the tests, lists are taken apart: only AND, OR and tests remain. */
function normal(node, negated) {
	switch (node.kind) {
		case "not": return normal(node.argument, !negated);
		case "and":
		case "or": return {
			kind: node.kind === "and" !== negated ? "and" : "or",
			arguments: node.arguments.map((each) => normal(each, negated))
		};
		case "null-test": return {
			...node,
			argument: bare(node.argument),
			negated: node.negated !== negated
		};
		case "operator": return normalOperator(node, negated);
		default: return negated ? {
			kind: "not",
			argument: bare(node)
		} : bare(node);
	}
}
const negations = {
	"<": ">=",
	">=": "<",
	">": "<=",
	"<=": ">",
	"=": "<>",
	"<>": "=",
	"!=": "="
};
const mirrored = {
	"<": ">",
	">": "<",
	"<=": ">=",
	">=": "<=",
	"=": "=",
	"<>": "<>",
	"!=": "<>"
};
function normalOperator(node, negated) {
	const elements = node.right.kind === "list" || node.right.kind === "array" ? node.right.arguments : void 0;
	if (node.quantifier !== void 0 && node.left !== void 0 && elements !== void 0) {
		const left = node.left;
		const each = elements.map((right) => ({
			kind: "operator",
			operator: node.operator,
			left,
			right
		}));
		return normal({
			kind: node.quantifier === "any" ? "or" : "and",
			arguments: each
		}, negated);
	}
	const operator = negated ? negations[node.operator] : node.operator === "!=" ? "<>" : node.operator;
	if (operator === void 0 || node.quantifier !== void 0 || node.left === void 0) return negated ? {
		kind: "not",
		argument: bare(node)
	} : bare(node);
	const [left, right] = [bare(node.left), bare(node.right)];
	const turned = mirrored[operator];
	if (left.kind === "constant" && right.kind !== "constant" && turned !== void 0) return {
		kind: "operator",
		operator: turned,
		left: right,
		right: left
	};
	return {
		kind: "operator",
		operator,
		left,
		right
	};
}
/** Without what does not change the meaning of a test: qualification, and casts around columns and constants. */
function bare(node) {
	switch (node.kind) {
		case "column": return {
			kind: "column",
			path: node.path.slice(-1)
		};
		case "cast": {
			const argument = bare(node.argument);
			return argument.kind === "constant" || argument.kind === "column" ? argument : {
				...node,
				argument
			};
		}
		case "constant": return {
			kind: "constant",
			value: node.value
		};
		case "operator": {
			const right = bare(node.right);
			if (node.left === void 0 && node.operator === "-" && right.kind === "constant") return {
				kind: "constant",
				value: `-${right.value}`
			};
			return {
				...node,
				right,
				...node.left === void 0 ? {} : { left: bare(node.left) }
			};
		}
		case "call": return {
			...node,
			function: { name: node.function.name },
			arguments: node.arguments.map(bare)
		};
		default: return node;
	}
}
function conjuncts(node) {
	return node.kind === "and" ? node.arguments.flatMap(conjuncts) : [node];
}
function proves(known, goal, ordered) {
	if (goal.kind === "and") return goal.arguments.every((each) => proves(known, each, ordered));
	if (known.some((each) => each.kind !== "or" && test(each, goal, ordered))) return true;
	if (goal.kind === "or" && goal.arguments.some((each) => proves(known, each, ordered))) return true;
	return known.some((each) => each.kind === "or" && each.arguments.every((way) => proves(conjuncts(way), goal, ordered)));
}
/** Whether one test proves another. */
function test(known, goal, ordered) {
	if (same$1(known, goal)) return true;
	const [a, b] = [comparison(known), comparison(goal)];
	if (a === void 0 || b === void 0 || !same$1(a.of, b.of)) return false;
	const order = a.value === b.value ? 0 : ordered(a.of.kind === "column" ? a.of.path[0] : "", a.value, b.value);
	if (order === void 0) return a.operator === "=" && b.operator === "<>";
	switch (b.operator) {
		case "=": return a.operator === "=" && order === 0;
		case "<>": return a.operator === "=" && order !== 0 || a.operator === "<>" && order === 0 || beyond(a.operator, order);
		case ">": return a.operator === ">" && order >= 0 || (a.operator === "=" || a.operator === ">=") && order > 0;
		case ">=": return [
			"=",
			">",
			">="
		].includes(a.operator) && order >= 0;
		case "<": return a.operator === "<" && order <= 0 || (a.operator === "=" || a.operator === "<=") && order < 0;
		case "<=": return [
			"=",
			"<",
			"<="
		].includes(a.operator) && order <= 0;
		default: return false;
	}
}
const beyond = (operator, order) => operator === ">" && order >= 0 || operator === ">=" && order > 0 || operator === "<" && order <= 0 || operator === "<=" && order < 0;
function comparison(node) {
	if (node.kind !== "operator" || node.left === void 0 || node.right.kind !== "constant") return void 0;
	return {
		of: node.left,
		operator: node.operator,
		value: node.right.value
	};
}
/** The same tree, once both are in normal form. */
function same$1(a, b) {
	const own = (node) => JSON.stringify(node, (key, value) => isPart(key) ? void 0 : value);
	const [left, right] = [partsOf(a), partsOf(b)];
	return own(a) === own(b) && left.length === right.length && left.every((part, i) => same$1(part, right[i]));
}
const isPart = (key) => [
	"argument",
	"arguments",
	"left",
	"right",
	"parts",
	"text"
].includes(key);

// src/engine/postgres/partition-bound.ts
/**
* What a bound demands of every row, as an expression: `get_qual_from_partbound`.
* @returns undefined where nothing can prove it: hash partitions, and DEFAULT, whose demand is made of all the other bounds
*/
function constraintOf$2(key, bound) {
	const columns = key.elements.map(keyExpression);
	switch (bound.kind) {
		case "range": return all([...columns.map(notNull), ...rangeTests(columns, bound.from.map((each) => each.tree), bound.to.map((each) => each.tree))]);
		case "list": {
			const column = columns[0];
			const values = bound.values.map((each) => each.tree).filter((value) => value.kind !== "null");
			const among = any(values.map((value) => compare$2(column, "=", value)));
			return values.length < bound.values.length ? any([{
				kind: "null-test",
				argument: column,
				negated: false
			}, among]) : all([notNull(column), among]);
		}
		default: return;
	}
}
function keyExpression(element) {
	return element.column === void 0 ? element.expression?.tree ?? {
		kind: "opaque",
		name: "key",
		arguments: []
	} : {
		kind: "column",
		path: [element.column]
	};
}
/** The leading keys whose bounds are equal are equalities; from the first that differs on, each bound is a comparison of rows. */
function rangeTests(columns, from, to) {
	const text = (node) => JSON.stringify(node);
	let first = 0;
	while (first < columns.length - 1 && text(from[first]) === text(to[first]) && !isInfinite(from[first])) first++;
	const prefix = columns.slice(0, first).map((column, i) => compare$2(column, "=", from[i]));
	const lower = rowComparison(columns.slice(first), from.slice(first), ">");
	const upper = rowComparison(columns.slice(first), to.slice(first), "<");
	return [
		...prefix,
		...lower,
		...upper
	];
}
/** `(a, b) >= (x, y)` is `a > x OR (a = x AND b >= y)`; the upper bound is exclusive. Nothing where the bound is infinite. */
function rowComparison(columns, bound, operator) {
	const arms = [];
	for (let i = 0; i < columns.length; i++) {
		const equal = columns.slice(0, i).map((column, at) => compare$2(column, "=", bound[at]));
		if (isInfinite(bound[i])) {
			const within = isInfinite(bound[i]) === (operator === ">" ? "minvalue" : "maxvalue");
			if (within && i === 0) return [];
			if (within) arms.push(all(equal));
			break;
		}
		const last = i === columns.length - 1 && operator === ">";
		arms.push(all([...equal, compare$2(columns[i], last ? ">=" : operator, bound[i])]));
	}
	return [any(arms)];
}
function isInfinite(node) {
	const name = node?.kind === "opaque" ? node.name.toLowerCase() : void 0;
	return name === "minvalue" || name === "maxvalue" ? name : void 0;
}
const notNull = (argument) => ({
	kind: "null-test",
	argument,
	negated: true
});
const compare$2 = (left, operator, right) => ({
	kind: "operator",
	operator,
	left,
	right
});
const all = (of) => of.length === 1 ? of[0] : {
	kind: "and",
	arguments: of
};
const any = (of) => of.length === 1 ? of[0] : {
	kind: "or",
	arguments: of
};
const not = (argument) => ({
	kind: "not",
	argument
});
/** Whether the table's own CHECK and NOT NULL constraints prove that every row satisfies the bound, or (`excluded`) that none does. */
function provesBound(at, table, key, bound, excluded) {
	const demanded = constraintOf$2(key, bound);
	if (table === void 0 || demanded === void 0) return false;
	const known = [...provenChecks(table), ...table.columns.filter((column) => column.notNull).map((column) => notNull({
		kind: "column",
		path: [column.name]
	}))];
	return implies(known, excluded ? not(demanded) : demanded, orderIn(at, table));
}
/** Numbers by value, dates as ISO text; the order of texts hangs on the collation and stays unknown. */
function orderIn(at, table) {
	return (column, a, b) => {
		if (isNumber(a) && isNumber(b)) return Number(a) - Number(b);
		const type = columnOf$1(table, column)?.type;
		if (type === void 0 || !/^(date|timestamp|timestamptz)$/.test(builtInName(at.schema, type) ?? "")) return void 0;
		const [left, right] = [isoTime(a), isoTime(b)];
		return left === void 0 || right === void 0 ? void 0 : left < right ? -1 : left > right ? 1 : 0;
	};
}
/** `2024-01-01`, `2024-01-01 12:00`, `2024-01-01T12:00:00` in one form; anything else (time zones, fractions) is not compared. */
function isoTime(text) {
	const match = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(?::(\d\d))?)?$/.exec(text.trim());
	return match === null ? void 0 : `${match[1]} ${match[2] ?? "00:00"}:${match[3] ?? "00"}`;
}

// src/engine/postgres/partition.ts
/**
* ATTACH PARTITION: the parent goes on working; the partition is read unless its CHECKs prove the bound, and so is the default partition
* unless its own exclude it. https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ATTACH-PARTITION
*/
function attachPartition(at, operation) {
	const parent = member(at, operation.table);
	const partition = member(at, operation.partition);
	return [
		on(parent.name, "ShareUpdateExclusiveLock"),
		...[partition, ...descendants(at, partition.table)].map((each) => joining(at, parent, each, operation.bound)),
		...defaultPartition(at, parent, operation.bound),
		...above(at, parent).map((each) => on(each.name, "AccessShareLock")),
		...inheritedForeignKeys(at, parent, partition),
		...pointingToNewPartition(at, parent.table)
	];
}
/** What one table goes through to become (part of) a partition. */
function joining(at, parent, each, bound) {
	const effect = on(each.name, "AccessExclusiveLock");
	if (!each.stored) return effect;
	const index = lackedIndex(parent, each.table);
	const key = foreignKeys(parent.table).find((wanted) => !hasForeignKey(each.table, wanted));
	const name = each.name.name;
	const parts = [effect];
	if (!isProven(at, parent, each.table, bound)) {
		const scan = on(each.name, "AccessExclusiveLock", "scan", `every row of ${name} is tested against the partition's bound`);
		parts.push(failing(scan, "23514", "a row may lie outside the bound", false));
	}
	if (index !== void 0) parts.push(on(each.name, "AccessExclusiveLock", "index-build", `${name} lacks the parent's index ${index.name}, which is built`));
	if (key !== void 0) {
		const check = on(each.name, "AccessExclusiveLock", "foreign-key-check", `the parent's foreign key ${key.name} is checked for every row`);
		parts.push(failing(check, "23503", `a row may violate the parent's foreign key ${key.name}`, false));
	}
	return join(parts)[0];
}
/** An index of the parent that no index of the table can serve for. */
function lackedIndex(parent, table) {
	return (parent.table?.indexes ?? []).find((index) => !table?.indexes.some((candidate) => isSameIndex(candidate, index.definition)));
}
const foreignKeys = (table) => (table?.constraints ?? []).filter(({ definition }) => definition.type === "foreign-key");
/** Whether the table has such a foreign key, valid, which then becomes the parent's. */
function hasForeignKey(table, wanted) {
	return foreignKeys(table).some((own) => own.validated && comparable(own) === comparable(wanted));
}
function comparable({ definition, references }) {
	if (definition.type !== "foreign-key") return "";
	const { columns, referencedColumns, match, onDelete, onUpdate, deferrable, initiallyDeferred } = definition;
	return JSON.stringify([
		references && keyOf(references),
		columns,
		referencedColumns,
		match,
		onDelete,
		onUpdate,
		deferrable,
		initiallyDeferred
	]);
}
/** Where a foreign key of the partition becomes the parent's, its own triggers on the referenced table are dropped; where it lacks one, some are made. */
function inheritedForeignKeys(at, parent, partition) {
	return foreignKeys(parent.table).flatMap((wanted) => {
		const lock = hasForeignKey(partition.table, wanted) ? "AccessExclusiveLock" : "ShareRowExclusiveLock";
		return wanted.references === void 0 ? [] : partitions(at, member(at, wanted.references)).map((each) => on(each.name, lock));
	});
}
/** The tables that a partitioned table is itself a partition of, nearest first. */
function above(at, parent) {
	const next = parent.table?.partitionOf;
	if (next === void 0) return [];
	const found = member(at, next.parent);
	return [found, ...above(at, found)];
}
/** Ancestors demand their own bounds too. */
function isProven(at, parent, table, bound) {
	const key = parent.table?.partitionBy;
	if (key === void 0) return false;
	const others = (parent.table?.children ?? []).map((child) => member(at, child).table?.partitionOf?.bound);
	const own = bound.kind === "default" ? others.every((other) => other !== void 0 && provesBound(at, table, key, other, true)) : provesBound(at, table, key, bound, false);
	const next = parent.table?.partitionOf;
	return own && (next === void 0 || isProven(at, member(at, next.parent), table, next.bound));
}
/** A new partition takes its range away from the default partition, which must not hold rows of it. */
function defaultPartition(at, parent, bound) {
	const key = parent.table?.partitionBy;
	const found = (parent.table?.children ?? []).map((child) => member(at, child)).find((child) => child.table?.partitionOf?.bound.kind === "default");
	if (found === void 0 || key === void 0 || bound.kind === "default") return [];
	const excluded = provesBound(at, found.table, key, bound, true);
	return partitions(at, found).map((each) => {
		if (excluded || !each.stored || provesBound(at, each.table, key, bound, true)) return on(each.name, "AccessExclusiveLock");
		const effect = on(each.name, "AccessExclusiveLock", "scan", `every row of the default partition ${each.name.name} is tested against the new bound`);
		return failing(effect, "23514", "the default partition may hold rows of the new partition", false);
	});
}
/** DETACH PARTITION. https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-DETACH-PARTITION */
function detachPartition(at, operation) {
	const parent = member(at, operation.table);
	const partition = member(at, operation.partition);
	const byDefault = (parent.table?.children ?? []).map((child) => member(at, child)).find((child) => child.table?.partitionOf?.bound.kind === "default");
	if (operation.concurrently || operation.finalize) {
		const effect = on(parent.name, "ShareUpdateExclusiveLock");
		return [operation.concurrently && byDefault !== void 0 ? failing(effect, "55000", "CONCURRENTLY does not exist where there is a default partition", true) : effect, on(partition.name, "AccessExclusiveLock")];
	}
	const locksPartition = since("detachLocksPartition", at.major) || incomingForeignKeys(at, parent.table).length > 0;
	return [
		on(parent.name, "AccessExclusiveLock"),
		on(partition.name, locksPartition ? "AccessExclusiveLock" : "ShareUpdateExclusiveLock"),
		...descendants(at, partition.table).map((each) => on(each.name, "AccessExclusiveLock")),
		...byDefault === void 0 ? [] : [on(byDefault.name, "AccessExclusiveLock")],
		...referencedTables(at, parent.table).map((each) => on(each.name, "ShareRowExclusiveLock")),
		...incomingForeignKeys(at, parent.table).map(({ from }) => {
			const because = `no row of ${from.name.name} may point into the partition`;
			const check = on(from.name, "AccessExclusiveLock", "foreign-key-check", because);
			return failing(check, "23503", `a row of ${from.name.name} may point into the partition`, false);
		})
	];
}

// src/engine/postgres/program.ts
const reached = (at, operation) => partitions(at, member(at, operation.table));
/** CREATE TRIGGER lets reads go on; a row trigger of a partitioned table is made on each partition. https://www.postgresql.org/docs/current/sql-createtrigger.html */
function createTrigger(at, operation) {
	const referenced = operation.references === void 0 ? [] : [on(member(at, operation.references).name, "AccessShareLock")];
	return [...reached(at, operation).map((each) => on(each.name, "ShareRowExclusiveLock")), ...referenced];
}
function dropTrigger(at, operation) {
	return reached(at, operation).map((each) => on(each.name, "AccessExclusiveLock"));
}
function renameTrigger(at, operation) {
	return (since("triggersReachPartitions", at.major) ? reached(at, operation) : [member(at, operation.table)]).map((each) => on(each.name, "AccessExclusiveLock"));
}
/** ENABLE and DISABLE TRIGGER; before PostgreSQL 15, ALL and USER meant only the triggers of the table named. */
function setTriggerState(at, operation) {
	const many = operation.trigger === "all" || operation.trigger === "user";
	return (operation.only || many && !since("triggersReachPartitions", at.major) ? [member(at, operation.table)] : reached(at, operation)).map((each) => on(each.name, "ShareRowExclusiveLock"));
}

// src/schema/mention.ts
/** What a definition says of columns: which it mentions, and the definition after one was renamed. */
/** Columns of the constraint's own table that it mentions. Not those it only includes in its index: see `indexColumns`. */
function constraintColumns(definition) {
	switch (definition.type) {
		case "check": return columnsIn(definition.expression.tree);
		case "not-null": return [definition.column];
		case "unique":
		case "primary-key": return [...definition.columns, ...definition.include ?? []];
		case "foreign-key": return definition.columns;
		case "exclude": return [...definition.elements.flatMap(elementColumns), ...definition.where ? columnsIn(definition.where.tree) : []];
	}
}
/** Columns that an index has as keys, includes, computes from or filters by. */
function indexColumns$1(index) {
	return [
		...index.elements.flatMap(elementColumns),
		...index.include,
		...index.where ? columnsIn(index.where.tree) : []
	];
}
function elementColumns(element) {
	if (element.column !== void 0) return [element.column];
	return element.expression ? columnsIn(element.expression.tree) : [];
}
function renameInConstraint(definition, from, to) {
	if (!constraintColumns(definition).includes(from)) return definition;
	const list = (names) => names.map((name) => name === from ? to : name);
	const text = renameInText(definition.text, from, to);
	switch (definition.type) {
		case "check": return {
			...definition,
			text,
			expression: renameInExpression(definition.expression, from, to)
		};
		case "not-null": return {
			...definition,
			text,
			column: to
		};
		case "unique":
		case "primary-key": return {
			...definition,
			text,
			columns: list(definition.columns),
			...definition.include && { include: list(definition.include) }
		};
		case "foreign-key": return {
			...definition,
			columns: list(definition.columns)
		};
		case "exclude": return {
			...definition,
			text,
			elements: definition.elements.map((element) => renameInElement(element, from, to)),
			...definition.where && { where: renameInExpression(definition.where, from, to) }
		};
	}
}
function renameInIndex(index, from, to) {
	if (!indexColumns$1(index).includes(from)) return index;
	return {
		...index,
		elements: index.elements.map((element) => renameInElement(element, from, to)),
		include: index.include.map((name) => name === from ? to : name),
		...index.where && { where: renameInExpression(index.where, from, to) }
	};
}
function renameInElement(element, from, to) {
	if (!elementColumns(element).includes(from)) return element;
	return {
		...element,
		text: renameInText(element.text, from, to),
		...element.column !== void 0 && { column: to },
		...element.expression && { expression: renameInExpression(element.expression, from, to) }
	};
}
function renameInExpression(expression, from, to) {
	const rename = (node) => node.kind === "column" && node.path.at(-1) === from ? {
		...node,
		path: [...node.path.slice(0, -1), to]
	} : mapParts(node, rename);
	return columnsIn(expression.tree).includes(from) ? {
		text: renameInText(expression.text, from, to),
		tree: rename(expression.tree)
	} : expression;
}
/** The node with each direct part replaced: the counterpart of `partsOf`. */
function mapParts(node, change) {
	switch (node.kind) {
		case "constant":
		case "null":
		case "column":
		case "value-function":
		case "parameter": return node;
		case "not":
		case "null-test":
		case "boolean-test":
		case "cast":
		case "collate": return {
			...node,
			argument: change(node.argument)
		};
		case "operator": return {
			...node,
			...node.left && { left: change(node.left) },
			right: change(node.right)
		};
		case "distinct-test": return {
			...node,
			left: change(node.left),
			right: change(node.right)
		};
		case "indirection": return {
			...node,
			argument: change(node.argument),
			parts: node.parts.map(change)
		};
		default: return {
			...node,
			arguments: node.arguments.map(change)
		};
	}
}
/** Tokens in which a name cannot hide are stepped over: comments, strings (plain, escaped, dollar-quoted); then words, quoted or not. */
const token = /--[^\n]*|\/\*[\s\S]*?\*\/|[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*/gu;
/**
* The author's text with the column's name replaced, for people and plans to read. Facts are decided from trees; the text is only as good as
* tokens tell: a word before `(` is a function and stays, a type of the column's name would be renamed too.
*/
function renameInText(text, from, to) {
	return text.replace(token, (word, _tag, at) => {
		if ((word.startsWith("\"") ? word.slice(1, -1).replaceAll("\"\"", "\"") : /^[\p{L}_]/u.test(word) ? fold(word) : void 0) !== from || /^\s*\(/.test(text.slice(at + word.length))) return word;
		return quoteIdentifier(to);
	});
}
function fold(word) {
	return word.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

// src/schema/unit.ts
/** Units, sessions, and what of a unit is certainly new. */
/** The schema at the start of a deployment unit (numbered from 1; 0 is history): nothing is new yet, no name is freed. */
function beginUnit(schema, unit) {
	return {
		...schema,
		unit,
		freedNames: PersistentMap.empty()
	};
}
/**
* The schema as the next session meets it: without the temporary tables, the search path and the open transaction of the last one. For callers
* that know that a file is a session of its own, as it is with every migration tool we know.
*/
function newSession(schema) {
	let next = schema;
	for (const table of schema.temporary) next = removeTable(next, table);
	const { atBegin: _, ...rest } = next;
	return {
		...rest,
		temporary: [],
		searchPath: schema.defaultSearchPath
	};
}
/**
* The unit that certainly creates an object of this name, or 0. Not certain: a conditional CREATE, a name that is known (even if only by
* being mentioned), and a name that this unit freed, because running code knows it.
*/
function createdIn(schema, name, operation) {
	const key = keyOf(name);
	const known = schema.tables.has(key) || schema.views.has(key) || schema.freedNames.has(key);
	return operation.conditional || known ? 0 : schema.unit;
}
/** As `createdIn`, of a column. `certain` is false where the column may have been there before. */
function columnCreatedIn(schema, table, column, certain) {
	return certain && !schema.freedNames.has(columnKey(table.name, column)) ? schema.unit : 0;
}
/** Remembers that this unit frees a name that running code knows. What the unit itself created, running code does not know. */
function free(schema, key, created) {
	if (schema.unit === 0 || created === schema.unit) return schema;
	return {
		...schema,
		freedNames: schema.freedNames.set(key, true)
	};
}

// src/schema/drop.ts
/**
* What goes with what. A DROP that PostgreSQL would refuse without CASCADE is applied as if it said CASCADE where the dependents are
* certain to be gone: if it ran at all, they were. https://www.postgresql.org/docs/current/ddl-depend.html
*/
/** Drops a table with its partitions and children, its indexes, constraints and sequences, the foreign keys that point to it and the views that read it. */
function dropTable$1(schema, name) {
	const table = schema.tables.get(keyOf(name));
	if (table === void 0) return schema;
	let next = removeTable(schema, name);
	for (const child of table.children) next = dropTable$1(next, child);
	for (const { table: from, constraint } of table.referencedBy) next = dropConstraint(next, from, constraint);
	for (const view of table.readBy) next = dropView$1(next, view);
	for (const { sequence } of table.sequences) next = dropSequence$1(next, sequence);
	if (table.persistence === "temporary") next = {
		...next,
		temporary: next.temporary.filter((each) => !same$2(each, name))
	};
	return free(next, keyOf(name), table.createdIn);
}
/** Drops a view and the views that read it. */
function dropView$1(schema, name) {
	const view = schema.views.get(keyOf(name));
	if (view === void 0) return schema;
	let next = removeView(schema, name);
	for (const reader of view.readBy) next = dropView$1(next, reader);
	return free(next, keyOf(name), view.createdIn);
}
/**
* Drops a column with the indexes, constraints and generated columns that mention it, its sequences, and the foreign keys that point to it;
* with `cascade` also the views that read it. Without it they can only be views that do not, whatever was read from their text.
*/
function dropColumn$1(schema, name, column, cascade) {
	const table = schema.tables.get(keyOf(name));
	if (table === void 0) return schema;
	let next = schema;
	for (const each of table.constraints) if (constraintColumns(each.definition).includes(column)) next = removeConstraint(next, name, each);
	for (const { table: from, constraint } of table.referencedBy) {
		const foreign = constraintOf$1(next.tables.get(keyOf(from)), constraint);
		if (foreign?.definition.type === "foreign-key" && foreign.definition.referencedColumns.includes(column)) next = dropConstraint(next, from, constraint);
	}
	for (const each of table.indexes) if (indexColumns$1(each.definition).includes(column)) next = dropIndex$1(next, name, each.name);
	for (const { sequence, column: owner } of table.sequences) if (owner === column) next = dropSequence$1(next, sequence);
	for (const each of table.columns) if (each.generated && each.name !== column && constraintColumns({
		...check$1,
		expression: each.generated.expression
	}).includes(column)) next = dropColumn$1(next, name, each.name, cascade);
	for (const reader of table.readBy) {
		const view = next.views.get(keyOf(reader));
		if (view === void 0 || !view.reads.some((read) => same$2(read.table, name) && read.columns.includes(column))) continue;
		next = cascade ? dropView$1(next, reader) : putView(next, {
			...view,
			reads: view.reads.map((read) => same$2(read.table, name) ? {
				...read,
				columns: read.columns.filter((each) => each !== column)
			} : read)
		});
	}
	const now = next.tables.get(keyOf(name));
	const known = columnOf$1(now, column);
	next = putTable(next, {
		...now,
		columns: now.columns.filter((each) => each.name !== column)
	});
	return free(next, columnKey(name, column), known?.createdIn ?? 0);
}
const check$1 = {
	type: "check",
	span: {
		start: 0,
		end: 0
	},
	text: ""
};
/** Drops a sequence, and the defaults that draw from it. */
function dropSequence$1(schema, name) {
	let next = schema;
	for (const user of schema.sequenceUsers.get(keyOf(name)) ?? []) {
		const table = next.tables.get(keyOf(user));
		if (table === void 0) continue;
		const columns = table.columns.map((column) => {
			const { default: value, ...rest } = column;
			return sequenceKey(schema, value) === keyOf(name) ? rest : column;
		});
		next = putTable(next, {
			...table,
			columns
		});
	}
	return removeSequence(next, name);
}
/** Drops a constraint with its index, and with what partitions and children have of it only by inheritance. */
function dropConstraint(schema, name, constraint) {
	const table = schema.tables.get(keyOf(name));
	const dropped = constraintOf$1(table, constraint);
	if (table === void 0 || dropped === void 0) return schema;
	let next = removeConstraint(schema, name, dropped);
	for (const child of table.children) {
		const other = next.tables.get(keyOf(child));
		const copy = other?.constraints.find((each) => each.inherited && isCopy(each, dropped, other));
		if (copy) next = dropConstraint(next, child, copy.name);
	}
	return next;
}
/** Takes out the constraint of this one table: a column takes no more with it, and those of partitions and children go with their columns. */
function removeConstraint(schema, name, constraint) {
	const table = schema.tables.get(keyOf(name));
	if (table === void 0) return schema;
	return putTable(schema, {
		...table,
		constraints: table.constraints.filter((each) => each.name !== constraint.name),
		indexes: constraint.index === void 0 ? table.indexes : table.indexes.filter((each) => each.name !== constraint.index)
	});
}
/** Whether a child's constraint came of a parent's: by the name, or, where an index enforces it, by the index it hangs on. */
function isCopy(copy, original, child) {
	if (original.index === void 0) return copy.name === original.name && copy.definition.type === original.definition.type;
	return child.indexes.some((each) => each.name === copy.index && each.parent === original.index);
}
/** Drops an index, the constraint that it enforces, and the indexes of partitions that hang on it. */
function dropIndex$1(schema, name, index) {
	const table = schema.tables.get(keyOf(name));
	const dropped = table?.indexes.find((each) => each.name === index);
	if (table === void 0 || dropped === void 0) return schema;
	let next = putTable(schema, {
		...table,
		indexes: table.indexes.filter((each) => each !== dropped),
		constraints: dropped.constraint === void 0 ? table.constraints : table.constraints.filter((each) => each.index !== index)
	});
	for (const child of table.children) {
		const hanging = next.tables.get(keyOf(child))?.indexes.find((each) => each.parent === index);
		if (hanging) next = dropIndex$1(next, child, hanging.name);
	}
	return next;
}
function constraintOf$1(table, name) {
	return table?.constraints.find((each) => each.name === name);
}
/** Drops a type with the columns of that type and the domains over it, as CASCADE does; without it there are none. */
function dropType$1(schema, name) {
	let next = removeType(schema, name);
	for (const user of schema.typeUsers.get(keyOf(name)) ?? []) {
		if (user.kind === "domain") next = dropType$1(next, user.name);
		for (const column of user.kind === "table" ? next.tables.get(keyOf(user.name))?.columns ?? [] : []) if (typeKey(schema, column.type) === keyOf(name)) next = dropColumn$1(next, user.name, column.name, true);
	}
	return next;
}

// src/schema/rename-column.ts
/** Gives a column another name, in everything of the table that mentions it, in foreign keys that point to it and in views that read it. */
function renameColumn(schema, name, from, to) {
	return partitionTree(schema, name).reduce((next, each) => renameOwnColumn(next, each, from, to), schema);
}
function renameOwnColumn(schema, name, from, to) {
	const table = schema.tables.get(keyOf(name));
	if (table === void 0) return schema;
	const column = columnOf$1(table, from);
	let next = putTable(schema, {
		...table,
		columns: table.columns.map((each) => renameInColumn(each, from, to)),
		constraints: table.constraints.map((each) => {
			const definition = renameInConstraint(each.definition, from, to);
			return definition === each.definition ? each : {
				...each,
				definition
			};
		}),
		indexes: table.indexes.map((each) => {
			const definition = renameInIndex(each.definition, from, to);
			return definition === each.definition ? each : {
				...each,
				definition
			};
		}),
		sequences: table.sequences.map((each) => each.column === from ? {
			...each,
			column: to
		} : each),
		...table.partitionBy && { partitionBy: {
			...table.partitionBy,
			elements: table.partitionBy.elements.map((each) => renameInElement(each, from, to))
		} }
	});
	for (const each of table.sequences) {
		if (each.column !== from) continue;
		const sequence = {
			name: each.sequence,
			ownedBy: {
				table: name,
				column: to
			}
		};
		next = {
			...next,
			sequences: next.sequences.set(keyOf(each.sequence), sequence)
		};
	}
	for (const { table: referencing, constraint } of table.referencedBy) {
		const other = next.tables.get(keyOf(referencing));
		if (other === void 0) continue;
		const constraints = other.constraints.map((each) => {
			if (each.name !== constraint || each.definition.type !== "foreign-key") return each;
			const referencedColumns = each.definition.referencedColumns.map((at) => at === from ? to : at);
			return {
				...each,
				definition: {
					...each.definition,
					referencedColumns
				}
			};
		});
		next = {
			...next,
			tables: next.tables.set(keyOf(referencing), {
				...other,
				constraints
			})
		};
	}
	for (const reader of table.readBy) {
		const view = next.views.get(keyOf(reader));
		if (view === void 0) continue;
		const reads = view.reads.map((read) => same$2(read.table, name) ? {
			...read,
			columns: read.columns.map((each) => each === from ? to : each)
		} : read);
		next = {
			...next,
			views: next.views.set(keyOf(reader), {
				...view,
				reads
			})
		};
	}
	return free(next, columnKey(name, from), column?.createdIn ?? 0);
}
function renameInColumn(column, from, to) {
	const generated = column.generated && {
		...column.generated,
		expression: renameInExpression(column.generated.expression, from, to)
	};
	if (column.name !== from && generated?.expression === column.generated?.expression) return column;
	return {
		...column,
		name: column.name === from ? to : column.name,
		...generated && { generated }
	};
}

// src/schema/naming.ts
/**
* The names that PostgreSQL makes up, as `makeObjectName`, `ChooseRelationName`, `ChooseConstraintName` and `ChooseIndexName`
* do (src/backend/commands/indexcmds.c and catalog/pg_constraint.c): parts cut to 63 bytes together, and a number at the end of the
* label until nothing has the name. They count because a later migration drops or renames by them, and a plan must make the same ones.
*/
/** NAMEDATALEN - 1: the bytes of an identifier. https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS */
const nameBytes = 63;
/** A name as PostgreSQL keeps it: its first 63 bytes, no character cut in two. */
function shorten(name, bytes = 63) {
	if (name.length * 3 <= bytes) return name;
	let used = 0;
	let kept = 0;
	for (const character of name) {
		used += Buffer.byteLength(character);
		if (used > bytes) return name.slice(0, kept);
		kept += character.length;
	}
	return name;
}
/** `table_columns_label`, the two parts cut evenly (the longer one first) so that all fits. */
function objectName$1(first, second, label) {
	const room = 63 - (label.length + 1) - (second === void 0 ? 0 : 1);
	let one = Buffer.byteLength(first);
	let two = second === void 0 ? 0 : Buffer.byteLength(second);
	while (one + two > room) if (one > two) one--;
	else two--;
	const head = shorten(first, one);
	return second === void 0 ? `${head}_${label}` : `${head}_${shorten(second, two)}_${label}`;
}
/** Whether a table, view, index or sequence has the name. They share one namespace (pg_class). */
function relationExists(schema, name) {
	const key = keyOf(name);
	return schema.tables.has(key) || schema.indexes.has(key) || schema.views.has(key) || schema.sequences.has(key) || schema.types.get(key)?.kind === "composite";
}
function firstFree(taken, first, second, label) {
	for (let pass = 0;; pass++) {
		const name = objectName$1(first, second, pass === 0 ? label : `${label}${pass}`);
		if (!taken(name)) return name;
	}
}
function relationName(schema, table, second, label, constraint) {
	const taken = (name) => {
		const at = {
			schema: table.schema,
			name
		};
		return relationExists(schema, at) || constraint && schema.constraintNames.has(keyOf(at));
	};
	return firstFree(taken, table.name, second, label);
}
/** The sequence of a serial or identity column that `table` would get now: `table_column_seq`. */
function sequenceName(schema, table, column) {
	return relationName(schema, table, column, "seq", false);
}
/** The name of an index that CREATE INDEX leaves unnamed: `table_columns_idx`; a column that is an expression counts by what FigureColname calls it. */
function indexName(schema, table, index) {
	return relationName(schema, table, joined$1(indexColumnNames(index)), "idx", false);
}
/**
* The name that PostgreSQL gives a constraint on `table` that has none: `table_pkey`, `table_columns_key`, `_excl`, `_fkey`,
* `table_column_check` (`table_check` where the expression has not exactly one column), `table_column_not_null`.
*/
function constraintName(schema, table, definition) {
	const taken = (name) => schema.constraintNames.has(keyOf({
		schema: table.schema,
		name
	}));
	switch (definition.type) {
		case "primary-key": return relationName(schema, table, void 0, "pkey", true);
		case "unique": return relationName(schema, table, joined$1(distinctNames([...definition.columns, ...definition.include ?? []])), "key", true);
		case "exclude": return relationName(schema, table, joined$1(indexColumnNames({
			elements: definition.elements,
			include: []
		})), "excl", true);
		case "foreign-key": return firstFree(taken, table.name, joined$1(definition.columns), "fkey");
		case "check": {
			const columns = columnsIn(definition.expression.tree);
			return firstFree(taken, table.name, columns.length === 1 ? columns[0] : void 0, "check");
		}
		case "not-null": return firstFree(taken, table.name, definition.column, "not_null");
	}
}
/** The name that a domain's unnamed CHECK gets: `domain_check`. Domain constraints are numbered within their domain. */
function domainConstraintName(domain, definition, taken) {
	return firstFree(taken, domain.name, void 0, definition.type === "not-null" ? "not_null" : "check");
}
/** The names joined by `_`, up to the one that passes 63 bytes (ChooseIndexNameAddition). */
function joined$1(names) {
	let text = "";
	for (const name of names) {
		text += text === "" ? name : `_${name}`;
		if (Buffer.byteLength(text) > 63) break;
	}
	return text;
}
function indexColumnNames(index) {
	return distinctNames([...index.elements.map(elementName), ...index.include]);
}
function elementName(element) {
	return element.column ?? (element.expression && figureName(element.expression.tree)?.name) ?? "expr";
}
/** The second `lower` becomes `lower1` (ChooseIndexColumnNames). */
function distinctNames(names) {
	const all = [];
	for (const name of names) {
		let now = name;
		for (let i = 1; all.includes(now); i++) now = shorten(name, 63 - String(i).length) + i;
		all.push(now);
	}
	return all;
}
/** What FigureColname (parse_target.c) calls an expression; a `weak` name gives way to a stronger one inside a cast or CASE. */
function figureName(node) {
	switch (node.kind) {
		case "column": {
			const last = node.path.at(-1);
			return last === void 0 || last === "*" ? void 0 : { name: last };
		}
		case "call": return { name: node.function.name };
		case "cast": {
			const inner = figureName(node.argument);
			return inner && !inner.weak ? inner : {
				name: node.type.name,
				weak: true
			};
		}
		case "collate": return figureName(node.argument);
		case "indirection": return figureName(node.argument);
		case "coalesce":
		case "greatest":
		case "least":
		case "nullif":
		case "array":
		case "row": return { name: node.kind };
		case "case": {
			const inner = node.arguments.length % 2 === 1 ? figureName(node.arguments.at(-1)) : void 0;
			return inner && !inner.weak ? inner : {
				name: "case",
				weak: true
			};
		}
		case "value-function": return { name: node.name };
		default: return;
	}
}

// src/schema/primary-key.ts
/** The primary key: its constraint's name and its columns in order. Undefined: there is none, or (of a table not `complete`) none is known. */
function primaryKeyOf(table) {
	for (const { name, definition } of table?.constraints ?? []) if (definition.type === "primary-key") return {
		name,
		columns: definition.columns
	};
}

// src/schema/rename.ts
/** New names, and whatever knows the object by the old one. PostgreSQL's own links are numbers, so that every user follows a rename. */
/** Gives a table another name or schema. Its indexes, constraints and owned sequences follow into the schema. */
function moveTable(schema, from, to) {
	const table = schema.tables.get(keyOf(from));
	if (table === void 0 || same$2(from, to)) return schema;
	const name = (each) => same$2(each, from) ? to : each;
	const free_ = schema.freedNames.has(keyOf(to));
	let next = removeTable(schema, from);
	next = putTable(next, {
		...table,
		name: to,
		referencedBy: table.referencedBy.filter((each) => !same$2(each.table, from)),
		constraints: table.constraints.map((each) => each.references && same$2(each.references, from) ? pointing(each, to) : each),
		children: table.children,
		createdIn: free_ ? 0 : table.createdIn
	});
	for (const { table: referencing, constraint } of table.referencedBy) {
		const other = next.tables.get(keyOf(referencing));
		if (other === void 0 || same$2(referencing, from)) continue;
		const constraints = other.constraints.map((each) => each.name === constraint && each.references ? pointing(each, to) : each);
		next = {
			...next,
			tables: next.tables.set(keyOf(referencing), {
				...other,
				constraints
			})
		};
	}
	for (const child of table.children) {
		const other = next.tables.get(keyOf(child));
		if (other === void 0) continue;
		const moved = {
			...other,
			inherits: other.inherits.map(name),
			...other.partitionOf && { partitionOf: {
				...other.partitionOf,
				parent: name(other.partitionOf.parent)
			} }
		};
		next = {
			...next,
			tables: next.tables.set(keyOf(child), moved)
		};
	}
	for (const reader of table.readBy) next = renameRead(next, reader, from, to);
	for (const { sequence, column } of table.sequences) {
		next = {
			...next,
			sequences: next.sequences.set(keyOf(sequence), {
				name: sequence,
				ownedBy: {
					table: to,
					column
				}
			})
		};
		next = moveSequence(next, sequence, {
			schema: to.schema,
			name: sequence.name
		});
	}
	if (table.persistence === "temporary") next = {
		...next,
		temporary: next.temporary.map(name)
	};
	return free(next, keyOf(from), table.createdIn);
}
function pointing(constraint, to) {
	const { definition } = constraint;
	return definition.type === "foreign-key" ? {
		...constraint,
		references: to,
		definition: {
			...definition,
			references: to
		}
	} : constraint;
}
function renameRead(schema, reader, from, to) {
	const view = schema.views.get(keyOf(reader));
	if (view === void 0) return schema;
	const reads = view.reads.map((read) => same$2(read.table, from) ? {
		...read,
		table: to
	} : read);
	return {
		...schema,
		views: schema.views.set(keyOf(reader), {
			...view,
			reads
		})
	};
}
/** Gives a view another name or schema. */
function moveView(schema, from, to) {
	const view = schema.views.get(keyOf(from));
	if (view === void 0 || same$2(from, to)) return schema;
	const moved = {
		...view,
		name: to,
		createdIn: schema.freedNames.has(keyOf(to)) ? 0 : view.createdIn
	};
	let next = putView(removeView(schema, from), moved);
	for (const reader of view.readBy) next = renameRead(next, reader, from, to);
	return free(next, keyOf(from), view.createdIn);
}
/** Gives a sequence another name or schema, and the defaults that draw from it. */
function moveSequence(schema, from, to) {
	const sequence = schema.sequences.get(keyOf(from));
	if (sequence === void 0 || same$2(from, to)) return schema;
	let next = putSequence(removeSequence(schema, from), {
		...sequence,
		name: to
	});
	for (const user of schema.sequenceUsers.get(keyOf(from)) ?? []) {
		const table = next.tables.get(keyOf(user));
		if (table === void 0) continue;
		const columns = table.columns.map((column) => column.default && sequenceKey(schema, column.default) === keyOf(from) ? {
			...column,
			default: renamedNextval(column.default, to)
		} : column);
		next = putTable(next, {
			...table,
			columns
		});
	}
	return next;
}
/** Gives a type another name or schema, and the columns and domains of that type with it. */
function moveType(schema, from, to) {
	const type = schema.types.get(keyOf(from));
	if (type === void 0 || same$2(from, to)) return schema;
	const users = schema.typeUsers.get(keyOf(from)) ?? [];
	let next = putType(removeType(schema, from), {
		...type,
		name: to
	});
	const rename = (name) => {
		if (typeKey(schema, name) !== keyOf(from)) return name;
		return {
			...name,
			schema: to.schema,
			name: to.name,
			text: typeText(name, to)
		};
	};
	for (const user of users) if (user.kind === "table") {
		const table = next.tables.get(keyOf(user.name));
		if (table) next = putTable(next, {
			...table,
			columns: table.columns.map((column) => ({
				...column,
				type: rename(column.type)
			}))
		});
	} else {
		const domain = next.types.get(keyOf(user.name));
		if (domain?.kind === "domain") next = putType(next, {
			...domain,
			type: rename(domain.type)
		});
	}
	return next;
}
function typeText(type, to) {
	return quoteName(type.schema === void 0 ? { name: to.name } : to) + "[]".repeat(type.dimensions);
}
/** Gives an index another name, and its constraint with it. What bore the name has gone without our seeing it; so with constraints. */
function renameIndex(schema, name, from, to) {
	if (from === to) return schema;
	const cleared = dropIndex$1(schema, name, to);
	const table = cleared.tables.get(keyOf(name));
	if (table === void 0) return schema;
	return renameParentIndex(putTable(cleared, {
		...table,
		indexes: table.indexes.map((each) => {
			if (each.name !== from) return each;
			return {
				...each,
				name: to,
				definition: {
					...each.definition,
					name: to
				},
				...each.constraint !== void 0 && { constraint: to }
			};
		}),
		constraints: table.constraints.map((each) => each.index === from ? {
			...each,
			name: to,
			index: to,
			definition: {
				...each.definition,
				name: to
			}
		} : each)
	}), table.children, from, to);
}
function renameParentIndex(schema, children, from, to) {
	let next = schema;
	for (const child of children) {
		const table = next.tables.get(keyOf(child));
		if (!table?.indexes.some((each) => each.parent === from)) continue;
		next = putTable(next, {
			...table,
			indexes: table.indexes.map((each) => each.parent === from ? {
				...each,
				parent: to
			} : each)
		});
	}
	return next;
}
/** Gives a constraint another name, with its index, and in the tables that inherit it. */
function renameConstraint(schema, name, from, to) {
	const constraint = schema.tables.get(keyOf(name))?.constraints.find((each) => each.name === from);
	if (constraint === void 0 || from === to) return schema;
	const cleared = dropConstraint(schema, name, to);
	if (constraint.index !== void 0) return renameIndex(cleared, name, constraint.index, to);
	const table = cleared.tables.get(keyOf(name));
	const renamed = {
		...constraint,
		name: to,
		definition: {
			...constraint.definition,
			name: to
		}
	};
	let next = putTable(cleared, {
		...table,
		constraints: table.constraints.map((each) => each === constraint ? renamed : each)
	});
	if (constraint.definition.type === "foreign-key") return next;
	for (const child of table.children) if (next.tables.get(keyOf(child))?.constraints.some((each) => each.inherited && each.name === from)) next = renameConstraint(next, child, from, to);
	return next;
}

// src/schema/comparable.ts
/**
* Definitions as text in which only the meaning is left: two are the same exactly if their texts are. The author's wording, spans and names
* that PostgreSQL does not compare are gone. Columns go by their last name, since a definition mentions only its own table.
*/
function comparableType(type) {
	const modifiers = type.modifiers.length > 0 ? `(${type.modifiers.join(",")})` : "";
	return `${type.schema === void 0 || type.schema === "pg_catalog" ? "" : `${type.schema}.`}${type.name}${modifiers}${"[]".repeat(type.dimensions)}`;
}
function comparableExpression(expression) {
	return expression === void 0 ? "" : comparableNode(expression.tree);
}
function comparableNode(node) {
	const parts = () => `(${partsOf(node).map(comparableNode).join(" ")})`;
	switch (node.kind) {
		case "constant": return `${node.type ?? ""}${JSON.stringify(node.value)}`;
		case "null": return "null";
		case "column": return `column:${node.path.at(-1)}`;
		case "call": return nextval(node) ?? `call:${function_(node.function)}${node.variadic ? ":variadic" : ""}${node.names?.join(",") ?? ""}${parts()}`;
		case "operator": return `operator:${node.operator}${node.quantifier ?? ""}${node.left ? "" : "prefix"}${parts()}`;
		case "null-test":
		case "distinct-test": return `${node.kind}:${node.negated}${parts()}`;
		case "boolean-test": return `${node.kind}:${node.test.toLowerCase()}${parts()}`;
		case "cast": return `cast:${comparableType(node.type)}${parts()}`;
		case "value-function": return node.name;
		case "collate": return `collate:${node.collation.name}${parts()}`;
		case "parameter": return `$${node.number}`;
		case "subquery": return `subquery:${node.reads.map((each) => each.name).join(",")}${parts()}`;
		case "opaque": return `opaque:${node.name}${parts()}`;
		default: return node.kind + parts();
	}
}
/** The sequence, however it is written. */
function nextval(node) {
	const sequence = sequenceOf(node);
	return sequence && `nextval:${sequence.name}`;
}
function function_(name) {
	return name.schema === void 0 || name.schema === "pg_catalog" ? name.name : `${name.schema}.${name.name}`;
}
function comparableElement(element) {
	const nulls = element.nulls ?? (element.descending ? "first" : "last");
	return [
		element.column === void 0 ? comparableExpression(element.expression) : `column:${element.column}`,
		element.collation?.name ?? "",
		element.operatorClass?.name ?? "",
		element.descending ? "desc" : "asc",
		nulls,
		element.exclusionOperator ?? ""
	].join(" ");
}
/** An index without its name, tablespace and storage parameters. */
function comparableIndex(index) {
	return [
		index.method,
		index.unique ? "unique" : "",
		index.nullsNotDistinct ? "nulls not distinct" : "",
		index.elements.map(comparableElement).join(", "),
		index.include.join(", "),
		comparableExpression(index.where)
	].join("; ");
}
function sameIndex(a, b) {
	return comparableIndex(a) === comparableIndex(b);
}
/** A constraint without its name and its state. */
function comparableConstraint(definition) {
	const flags = [
		definition.noInherit && "no inherit",
		definition.deferrable && "deferrable",
		definition.initiallyDeferred && "initially deferred"
	].filter((each) => each);
	return [
		definition.type,
		...flags,
		meaning(definition)
	].join("; ");
}
function meaning(definition) {
	switch (definition.type) {
		case "check": return comparableExpression(definition.expression);
		case "not-null": return definition.column;
		case "unique":
		case "primary-key": return [
			definition.columns.join(", "),
			(definition.include ?? []).join(", "),
			definition.nullsNotDistinct ? "nulls not distinct" : "",
			definition.withoutOverlaps ? "without overlaps" : ""
		].join("; ");
		case "foreign-key": return [
			definition.columns.join(", "),
			`${definition.references.schema ?? ""}.${definition.references.name}`,
			definition.referencedColumns.join(", "),
			definition.match,
			definition.onDelete,
			definition.onUpdate,
			definition.period ? "period" : ""
		].join("; ");
		case "exclude": return [
			definition.method,
			definition.elements.map(comparableElement).join(", "),
			comparableExpression(definition.where)
		].join("; ");
	}
}

// src/schema/apply/matching-index.ts
/**
* The index of a partition that can be attached to a parent's: the same keys, predicate and method, not yet attached, valid, and with a constraint
* exactly if the parent's has one (CompareIndexInfo and DefineIndex in PostgreSQL's source).
*/
function matchingIndex(partition, parent, constraint) {
	return partition.indexes.find((each) => each.parent === void 0 && each.valid && (!constraint || each.constraint !== void 0) && sameIndex(each.definition, parent));
}

// src/schema/apply/not-null.ts
/** Sets columns NOT NULL, which makes valid what was NOT NULL \u2026 NOT VALID. */
function markNotNull(schema, name, columns) {
	const table = schema.tables.get(keyOf(name));
	if (table === void 0) return schema;
	return putTable(schema, {
		...table,
		columns: table.columns.map((each) => columns.includes(each.name) && !each.notNull ? {
			...each,
			notNull: true
		} : each),
		constraints: table.constraints.map((each) => each.definition.type === "not-null" && columns.includes(each.definition.column) && !each.validated ? {
			...each,
			validated: true
		} : each)
	});
}

// src/schema/apply/add-constraint.ts
/**
* Adds a constraint with its name, its index, NOT NULL of a primary key, the link to a referenced table, and its copies in the tables under it.
* A name that the table has already: a conditional constraint leaves the old, any other takes its place.
*/
function addConstraint$1(schema, name, written, options) {
	const table = schema.tables.get(keyOf(name));
	if (table === void 0) return schema;
	const usesIndex = (written.type === "unique" || written.type === "primary-key") && written.usingIndex !== void 0;
	const existing = usesIndex ? table.indexes.find((each) => each.name === written.usingIndex) : void 0;
	const ownName = written.name ?? (usesIndex ? written.usingIndex : void 0) ?? constraintName(schema, name, written);
	const constraintNamed = shorten(ownName);
	const old = table.constraints.find((each) => each.name === constraintNamed);
	if (old && (options.operation?.conditional || options.parent)) {
		if (!options.parent) return schema;
		const constraints = table.constraints.map((each) => each === old ? {
			...each,
			inherited: true
		} : each);
		return putTable(schema, {
			...table,
			constraints
		});
	}
	let next = old ? dropConstraint(schema, name, constraintNamed) : schema;
	const definition = settled(next, written, constraintNamed, existing);
	const enforced = written.notEnforced !== true;
	const constraint = {
		name: constraintNamed,
		definition,
		validated: enforced && (options.fresh === true || written.notValid !== true) && options.operation?.conditional !== true,
		enforced,
		...definition.type === "foreign-key" && { references: resolve(next, definition.references) },
		...options.parent && { inherited: true }
	};
	switch (definition.type) {
		case "not-null":
			next = append(next, name, constraint);
			if (constraint.validated) next = markNotNull(next, name, [definition.column]);
			break;
		case "check":
		case "foreign-key":
			next = append(next, name, constraint);
			break;
		case "primary-key":
		case "unique":
		case "exclude":
			next = existing ? renameIndex(next, name, existing.name, constraintNamed) : next;
			next = appendWithIndex(next, name, {
				...constraint,
				index: constraintNamed
			}, options);
			if (definition.type === "primary-key" && !options.operation?.conditional) for (const each of options.only ? [name] : partitionTree(next, name)) next = markNotNull(next, each, definition.columns);
	}
	if (options.only || definition.noInherit) return next;
	for (const child of table.children) next = addToChild(next, child, name, constraint, written, options);
	return next;
}
function append(schema, name, constraint) {
	const table = schema.tables.get(keyOf(name));
	return putTable(schema, {
		...table,
		constraints: [...table.constraints, constraint]
	});
}
/** The constraint and the index that enforces it: a new one, or the one that USING INDEX names (renamed already). */
function appendWithIndex(schema, name, constraint, options) {
	const table = schema.tables.get(keyOf(name));
	const definition = indexBehind(constraint);
	const had = table.indexes.find((each) => each.name === constraint.name);
	const parent = options.parent?.index;
	const partitions = isPartitioned(schema, table) && table.children.length > 0;
	const index = {
		...had ?? {
			name: constraint.name,
			definition,
			valid: !(options.only && partitions)
		},
		constraint: constraint.name,
		...parent !== void 0 && { parent }
	};
	return putTable(schema, {
		...table,
		constraints: [...table.constraints, constraint],
		indexes: had ? table.indexes.map((each) => each === had ? index : each) : [...table.indexes, index]
	});
}
/** The copy that a partition or child gets. Foreign keys and indexes pass to partitions only. */
function addToChild(schema, child, parent, constraint, written, options) {
	const table = schema.tables.get(keyOf(child));
	const now = schema.tables.get(keyOf(parent))?.constraints.find((each) => each.name === constraint.name);
	if (table === void 0 || now === void 0) return schema;
	const partition = table.partitionOf !== void 0;
	const { name: _, ...unnamed } = now.definition;
	const inherit = {
		...options,
		parent: now
	};
	switch (now.definition.type) {
		case "check":
		case "not-null": return addConstraint$1(schema, child, {
			...now.definition,
			...written.notValid && { notValid: true }
		}, inherit);
		case "foreign-key":
			if (!partition) return schema;
			return addConstraint$1(schema, child, {
				...now.definition,
				...written.notValid && { notValid: true }
			}, inherit);
		default: {
			if (!partition || table.foreign) return schema;
			const match = matchingIndex(table, indexBehind(now), true);
			if (match) return attachIndexOf(schema, table, match, now);
			return addConstraint$1(schema, child, unnamed, inherit);
		}
	}
}
/** Hangs a partition's index, and its constraint, on the parent's. */
function attachIndexOf(schema, table, index, parent) {
	return putTable(schema, {
		...table,
		indexes: table.indexes.map((each) => each === index && parent.index !== void 0 ? {
			...each,
			parent: parent.index
		} : each),
		constraints: table.constraints.map((each) => each.index === index.name ? {
			...each,
			inherited: true
		} : each)
	});
}
/** The definition with everything filled in that the catalog knows: name, columns of USING INDEX, the referenced primary key. */
function settled(schema, written, named, existing) {
	const { notValid: _valid, notEnforced: _enforced, ...definition } = written;
	switch (definition.type) {
		case "unique":
		case "primary-key": {
			const { usingIndex: _, ...rest } = definition;
			const columns = existing ? existing.definition.elements.flatMap((each) => each.column === void 0 ? [] : [each.column]) : definition.columns;
			const include = existing && existing.definition.include.length > 0 ? { include: existing.definition.include } : {};
			return {
				...rest,
				name: named,
				columns,
				...include,
				...existing?.definition.nullsNotDistinct && { nullsNotDistinct: true }
			};
		}
		case "foreign-key": {
			const references = resolve(schema, definition.references);
			const key = primaryKeyOf(schema.tables.get(keyOf(references)));
			const referencedColumns = definition.referencedColumns.length > 0 ? definition.referencedColumns : key?.columns ?? [];
			return {
				...definition,
				name: named,
				references,
				referencedColumns
			};
		}
		default: return {
			...definition,
			name: named
		};
	}
}
/** The index that PostgreSQL builds behind a constraint. */
function indexBehind(constraint) {
	const { definition } = constraint;
	if (definition.type === "exclude") return {
		name: constraint.name,
		method: definition.method,
		unique: false,
		elements: definition.elements,
		include: [],
		...definition.where && { where: definition.where }
	};
	const keys = definition.type === "unique" || definition.type === "primary-key" ? definition : void 0;
	return {
		name: constraint.name,
		method: keys?.withoutOverlaps ? "gist" : "btree",
		unique: true,
		...keys?.nullsNotDistinct && { nullsNotDistinct: true },
		elements: (keys?.columns ?? []).map((column) => ({
			column,
			text: column
		})),
		include: keys?.include ?? [],
		...keys?.tablespace !== void 0 && { tablespace: keys.tablespace },
		...keys?.storage !== void 0 && { storage: keys.storage }
	};
}

// src/schema/apply/column-definition.ts
/** The column as the catalog holds it: a serial spelt out, the type's schema found. */
function columnFrom(schema, table, definition, createdIn) {
	const serial = serials$1.get(definition.type.name);
	return {
		name: definition.name,
		type: serial ?? qualifiedType(schema, definition.type),
		...definition.collation && { collation: definition.collation },
		notNull: definition.notNull || serial !== void 0 || definition.identity !== void 0,
		...defaultOf$1(definition.default),
		...serial && { default: nextvalOf(sequenceName(schema, table, definition.name)) },
		...definition.identity && { identity: definition.identity },
		...definition.generated && { generated: definition.generated },
		createdIn
	};
}
/** DEFAULT NULL is none: PostgreSQL keeps no such entry. */
function defaultOf$1(expression) {
	return expression === void 0 || expression.tree.kind === "null" ? {} : { default: expression };
}
const int = (name, text) => ({
	name,
	modifiers: [],
	dimensions: 0,
	text
});
const small = int("int2", "smallint");
const usual = int("int4", "integer");
const big = int("int8", "bigint");
/** https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL */
const serials$1 = /* @__PURE__ */ new Map([
	["smallserial", small],
	["serial2", small],
	["serial", usual],
	["serial4", usual],
	["bigserial", big],
	["serial8", big]
]);
/** The sequence that a serial or identity column brings along. */
function giveSequence(schema, table, column) {
	if (!serials$1.has(column.type.name) && column.identity === void 0) return schema;
	if (schema.tables.get(keyOf(table))?.sequences.some((each) => each.column === column.name)) return schema;
	const name = {
		schema: table.schema,
		name: sequenceName(schema, table, column.name)
	};
	return putSequence(schema, {
		name,
		ownedBy: {
			table,
			column: column.name
		}
	});
}
/** A user's type with the schema it was found in, so that a later search path does not find another. */
function qualifiedType(schema, type) {
	const key = type.schema === void 0 ? typeKey(schema, type) : void 0;
	const known = key === void 0 ? void 0 : schema.types.get(key);
	return known ? {
		...type,
		schema: known.name.schema
	} : type;
}
/** The column as the table's own, whatever its parents have. */
function localColumn({ inherited: _, ...column }) {
	return column;
}
/** A column's inline constraints with the column filled in where the author need not name it. */
function inlineConstraints(definition) {
	return definition.constraints.map((each) => (each.type === "unique" || each.type === "primary-key" || each.type === "foreign-key") && each.columns.length === 0 ? {
		...each,
		columns: [definition.name]
	} : each);
}

// src/schema/apply/with-table.ts
/**
* Changes the table that an ALTER TABLE names. A table that history never created comes to be known, though incompletely, by what is learnt
* here; the name of a view, a sequence or an index (which ALTER TABLE takes too) is none.
*/
function withTable(schema, operation, change) {
	const known = tableOf$1(schema, operation.table);
	if (known) return change(schema, known);
	const name = resolve(schema, operation.table);
	if (isOtherRelation(schema, operation.table)) return schema;
	const table = unknownTable(name);
	return change(putTable(schema, table), table);
}
/** Whether the name is a view's, a sequence's or an index's. */
function isOtherRelation(schema, name) {
	return [
		schema.views,
		schema.sequences,
		schema.indexes
	].some((objects) => {
		const at = resolve(schema, name, objects);
		return objects.has(keyOf(at)) && relationExists(schema, at);
	});
}

// src/schema/apply/column.ts
/** ALTER TABLE \u2026 COLUMN. Every change of a parent's column is one of the children's, but for `ONLY`. */
function applyColumn(schema, operation) {
	return withTable(schema, operation, (next, table) => {
		switch (operation.kind) {
			case "add-column": return addColumn$1(next, table, operation, false);
			case "drop-column": return dropFromTree(next, table.name, operation.column, operation.cascade === true, operation.only === true);
			case "rename-column":
				if (operation.conditional && (columnOf$1(table, operation.to) || !columnOf$1(table, operation.column))) return next;
				return renameColumn(next, table.name, operation.column, operation.to);
			case "set-not-null": return setNotNull$1(next, table.name, operation);
			case "drop-not-null": return dropNotNull(next, table.name, operation, false);
			case "add-identity": return giveSequence(changeColumn(next, table.name, operation, change(operation)), table.name, {
				name: operation.column,
				type: columnOf$1(table, operation.column)?.type ?? unknownType,
				identity: operation.identity
			});
			case "drop-identity": return changeColumn(withoutSequence(next, table, operation.column), table.name, operation, change(operation));
			case "alter-column-type": return changeColumn(learnColumn(next, table, operation.column, operation.type), table.name, operation, change(operation, qualifiedType(next, operation.type)));
			default: return changeColumn(next, table.name, operation, change(operation));
		}
	});
}
const unknownType = {
	name: "int8",
	modifiers: [],
	dimensions: 0,
	text: "bigint"
};
/** What the plain actions do to one column. */
function change(operation, type) {
	return (column) => {
		switch (operation.kind) {
			case "alter-column-type": {
				const { collation: _, ...kept } = column;
				return {
					...kept,
					type: type ?? operation.type,
					...operation.collation && { collation: operation.collation }
				};
			}
			case "set-default":
			case "drop-default": {
				const { default: _, ...kept } = column;
				return operation.kind === "drop-default" ? kept : {
					...kept,
					...defaultOf$1(operation.expression)
				};
			}
			case "set-expression": return {
				...column,
				generated: {
					stored: column.generated?.stored ?? true,
					expression: operation.expression
				}
			};
			case "drop-expression": {
				const { generated: _, ...kept } = column;
				return kept;
			}
			case "add-identity": return {
				...column,
				notNull: true,
				identity: operation.identity
			};
			case "set-identity": {
				const when = /generated\s+(always|by\s+default)/i.exec(operation.text)?.[1];
				if (column.identity === void 0 || when === void 0) return column;
				return {
					...column,
					identity: {
						...column.identity,
						when: /always/i.test(when) ? "always" : "by default"
					}
				};
			}
			case "drop-identity": {
				const { identity: _, ...kept } = column;
				return kept;
			}
			default: return column;
		}
	};
}
/** Changes a column in a table and, but for ONLY, in the tables under it. */
function changeColumn(schema, name, operation, to) {
	let next = schema;
	for (const each of operation.only ? [name] : partitionTree(schema, name)) {
		const table = next.tables.get(keyOf(each));
		if (table === void 0 || !columnOf$1(table, operation.column)) continue;
		next = putTable(next, {
			...table,
			columns: table.columns.map((column) => column.name === operation.column ? to(column) : column)
		});
	}
	return next;
}
/** Of a table that history did not create, a type change tells the column. Whether it may be null stays open, and counts as it may. */
function learnColumn(schema, table, name, type) {
	if (table.complete || columnOf$1(table, name)) return schema;
	return putTable(schema, {
		...table,
		columns: [...table.columns, {
			name,
			type,
			notNull: false,
			createdIn: 0
		}]
	});
}
function addColumn$1(schema, table, operation, inherited) {
	const definition = operation.column;
	const known = columnOf$1(table, definition.name);
	let next = schema;
	if (known && (operation.ifNotExists || operation.conditional || inherited)) {
		if (!inherited || known.notNull || !definition.notNull) return schema;
		next = putTable(next, {
			...table,
			columns: table.columns.map((each) => each === known ? {
				...each,
				notNull: true
			} : each)
		});
	} else {
		const certain = !operation.conditional && known === void 0 && (table.complete || !operation.ifNotExists);
		const { inherited: _, ...column } = columnFrom(next, table.name, definition, columnCreatedIn(schema, table, definition.name, certain));
		const added = inherited ? {
			...column,
			inherited: true
		} : column;
		next = putTable(next, {
			...table,
			columns: [...table.columns.filter((each) => each !== known), added]
		});
		if (!inherited) next = giveSequence(next, table.name, definition);
	}
	for (const child of table.children) {
		const other = next.tables.get(keyOf(child));
		if (other && !operation.only) next = addColumn$1(next, other, operation, true);
	}
	if (inherited) return next;
	for (const each of inlineConstraints(definition)) next = addConstraint$1(next, table.name, each, {
		operation,
		fresh: !definition.default
	});
	return next;
}
/** Drops the column here and from children that have it of this parent alone; in others it becomes their own. */
function dropFromTree(schema, name, column, cascade, only) {
	const children = schema.tables.get(keyOf(name))?.children ?? [];
	let next = dropColumn$1(schema, name, column, cascade);
	for (const child of children) {
		const table = next.tables.get(keyOf(child));
		const inherited = columnOf$1(table, column)?.inherited;
		if (table === void 0 || !inherited) continue;
		if (parentsOf(table).some((parent) => columnOf$1(next.tables.get(keyOf(parent)), column))) continue;
		next = only ? changeColumn(next, child, {
			column,
			only
		}, localColumn) : dropFromTree(next, child, column, cascade, false);
	}
	return next;
}
function setNotNull$1(schema, name, operation) {
	let next = schema;
	for (const each of operation.only ? [name] : partitionTree(schema, name)) {
		const table = next.tables.get(keyOf(each));
		if (table === void 0) continue;
		if (columnOf$1(table, operation.column)) next = markNotNull(next, each, [operation.column]);
		else if (!table.complete) {
			const text = `NOT NULL ${operation.column}`;
			const constraint = {
				type: "not-null",
				column: operation.column,
				span: operation.span,
				text
			};
			next = addConstraint$1(next, each, constraint, {
				operation,
				only: true
			});
		}
	}
	return next;
}
function dropNotNull(schema, name, operation, inherited) {
	const table = schema.tables.get(keyOf(name));
	const column = columnOf$1(table, operation.column);
	if (table === void 0 || inherited && !(column?.inherited && column.notNull)) return schema;
	const isIts = (each) => each.definition.type === "not-null" && each.definition.column === operation.column;
	let next = putTable(schema, {
		...table,
		columns: table.columns.map((each) => each.name === operation.column ? {
			...each,
			notNull: false
		} : each),
		constraints: table.constraints.some(isIts) ? table.constraints.filter((each) => !isIts(each)) : table.constraints
	});
	if (!operation.only) for (const child of table.children) next = dropNotNull(next, child, operation, true);
	return next;
}
function withoutSequence(schema, table, column) {
	let next = schema;
	if (columnOf$1(table, column)?.identity === void 0) return next;
	for (const each of table.sequences) if (each.column === column) next = removeSequence(next, each.sequence);
	return next;
}

// src/schema/apply/constraint.ts
function applyConstraint(schema, operation) {
	return withTable(schema, operation, (next, table) => {
		switch (operation.kind) {
			case "add-constraint": return addConstraint$1(next, table.name, operation.constraint, {
				operation,
				only: operation.only === true
			});
			case "validate-constraint": return validate$1(next, table.name, operation.constraint);
			case "drop-constraint": return drop(next, table, operation);
			case "rename-constraint":
				if (operation.conditional && table.constraints.some((each) => each.name === operation.to)) return next;
				return renameConstraint(next, table.name, operation.constraint, operation.to);
			case "alter-constraint": return alter(next, table, operation);
		}
	});
}
/** VALIDATE CONSTRAINT, here and in the tables under it. It proves that the constraint is there and holds for all rows. */
function validate$1(schema, name, constraint) {
	const table = schema.tables.get(keyOf(name));
	const found = table?.constraints.find((each) => each.name === constraint);
	if (table === void 0 || found === void 0) return schema;
	let next = putTable(schema, {
		...table,
		constraints: table.constraints.map((each) => each === found ? {
			...each,
			validated: each.enforced
		} : each)
	});
	if (found.definition.type === "not-null" && found.enforced) next = markNotNull(next, name, [found.definition.column]);
	for (const child of table.children) if (next.tables.get(keyOf(child))?.constraints.some((each) => each.inherited && each.name === constraint && !each.validated)) next = validate$1(next, child, constraint);
	return next;
}
function drop(schema, table, operation) {
	const dropped = table.constraints.find((each) => each.name === operation.constraint);
	let next = schema;
	if (dropped?.definition.type === "not-null" || dropped === void 0) {
		const column = dropped?.definition.type === "not-null" ? dropped.definition.column : columnOfAutomaticNotNull(table, operation.constraint);
		if (column !== void 0) next = mayBeNull(next, table.name, column);
	}
	if (dropped && operation.cascade) {
		const { definition } = dropped;
		if (definition.type === "unique" || definition.type === "primary-key") for (const reference of table.referencedBy) {
			const foreign = next.tables.get(keyOf(reference.table))?.constraints.find((each) => each.name === reference.constraint);
			if ([...foreign?.definition.type === "foreign-key" ? foreign.definition.referencedColumns : []].sort().join("	") === [...definition.columns].sort().join("	")) next = dropConstraint(next, reference.table, reference.constraint);
		}
	}
	if (!operation.only) return dropConstraint(next, table.name, operation.constraint);
	for (const child of table.children) next = makeLocal(next, child, operation.constraint);
	return dropConstraint(next, table.name, operation.constraint);
}
/** PostgreSQL 18 names every NOT NULL; those that the author did not name are not in `constraints`, but can be dropped by the name they got. */
function columnOfAutomaticNotNull(table, constraint) {
	return table.columns.find((each) => each.notNull && constraint === shorten(`${table.name.name}_${each.name}_not_null`))?.name;
}
function mayBeNull(schema, name, column) {
	const table = schema.tables.get(keyOf(name));
	if (table === void 0) return schema;
	let next = putTable(schema, {
		...table,
		columns: table.columns.map((each) => each.name === column ? {
			...each,
			notNull: false
		} : each)
	});
	for (const child of table.children) {
		const copy = columnOf$1(next.tables.get(keyOf(child)), column);
		if (copy?.inherited && copy.notNull) next = mayBeNull(next, child, column);
	}
	return next;
}
function makeLocal(schema, name, constraint) {
	const table = schema.tables.get(keyOf(name));
	if (table === void 0) return schema;
	const constraints = table.constraints.map((each) => {
		const { inherited: _, ...local } = each;
		return each.name === constraint ? local : each;
	});
	return putTable(schema, {
		...table,
		constraints
	});
}
function alter(schema, table, operation) {
	const found = table.constraints.find((each) => each.name === operation.constraint);
	if (found === void 0) return schema;
	const { deferrable: _deferrable, initiallyDeferred: _deferred, noInherit: _inherit, ...plain } = found.definition;
	const deferrable = operation.deferrable ?? (operation.initiallyDeferred === true || found.definition.deferrable === true);
	const deferred = operation.initiallyDeferred ?? (deferrable && found.definition.initiallyDeferred === true);
	const noInherit = operation.inherit === void 0 ? found.definition.noInherit === true : !operation.inherit;
	const enforced = operation.enforced ?? found.enforced;
	const changed = {
		...found,
		definition: {
			...plain,
			...deferrable && { deferrable: true },
			...deferred && { initiallyDeferred: true },
			...noInherit && { noInherit: true }
		},
		enforced,
		validated: enforced && (found.enforced ? found.validated : true)
	};
	return partitionTree(schema, table.name).reduce((next, each) => {
		const at = next.tables.get(keyOf(each));
		if (at === void 0) return next;
		const constraints = at.constraints.map((own) => {
			if (own === found) return changed;
			return own.inherited && own.name === found.name ? {
				...changed,
				inherited: true
			} : own;
		});
		return putTable(next, {
			...at,
			constraints
		});
	}, schema);
}
/** A constraint that may have been dropped is kept, and proves nothing. */
function distrustConstraint(schema, operation) {
	return withTable(schema, operation, (next, table) => {
		if (!table.constraints.some((each) => each.name === operation.constraint && each.validated)) return next;
		const constraints = table.constraints.map((each) => each.name === operation.constraint ? {
			...each,
			validated: false
		} : each);
		return putTable(next, {
			...table,
			constraints
		});
	});
}

// src/schema/apply/index.ts
function applyIndex(schema, operation) {
	switch (operation.kind) {
		case "create-index": return create$1(schema, operation);
		case "drop-index": {
			const found = indexOf(schema, operation.index);
			if (found) return dropIndex$1(schema, found.table.name, found.index.name);
			return changeOnView(schema, operation.index, (indexes, name) => indexes.filter((each) => each.name !== name));
		}
		case "rename-index": {
			const found = indexOf(schema, operation.index);
			if (found) return renameIndex(schema, found.table.name, found.index.name, operation.to);
			return changeOnView(schema, operation.index, (indexes, name) => indexes.map((each) => each.name === name ? {
				...each,
				name: operation.to
			} : each));
		}
		case "attach-index": {
			const parent = indexOf(schema, operation.parent);
			const child = indexOf(schema, operation.index);
			if (parent === void 0 || child === void 0) return schema;
			return settleValidity(putTable(schema, {
				...child.table,
				indexes: child.table.indexes.map((each) => each === child.index ? {
					...each,
					parent: parent.index.name
				} : each),
				constraints: child.table.constraints.map((each) => each.index === child.index.name ? {
					...each,
					inherited: true
				} : each)
			}), parent.table.name, parent.index.name);
		}
	}
}
function create$1(schema, operation) {
	const view = schema.views.get(keyOf(resolve(schema, operation.table, schema.views)));
	if (view && !schema.tables.has(keyOf(resolve(schema, operation.table)))) return createOnView(schema, view, operation);
	return withTable(schema, operation, (next, table) => {
		const given = operation.index.name;
		const at = given === void 0 ? void 0 : {
			schema: table.name.schema,
			name: shorten(given)
		};
		const exists = at !== void 0 && next.indexes.has(keyOf(at));
		if (exists && (operation.ifNotExists || operation.conditional)) return next;
		return addIndex(exists ? dropIndexNamed(next, at) : next, table.name, operation.index, { only: operation.only === true });
	});
}
function dropIndexNamed(schema, name) {
	const found = indexOf(schema, name);
	return found ? dropIndex$1(schema, found.table.name, found.index.name) : schema;
}
function createOnView(schema, view, operation) {
	const name = operation.index.name ?? indexName(schema, view.name, operation.index);
	if (view.indexes.some((each) => each.name === name)) return schema;
	return putView(schema, {
		...view,
		indexes: [...view.indexes, {
			name,
			definition: {
				...operation.index,
				name
			},
			valid: true
		}]
	});
}
function changeOnView(schema, index, to) {
	const key = schema.indexes.get(keyOf(resolve(schema, index, schema.indexes)));
	const view = key === void 0 ? void 0 : schema.views.get(key);
	return view ? putView(schema, {
		...view,
		indexes: to(view.indexes, index.name)
	}) : schema;
}
/** Adds an index, under PostgreSQL's own name where it has none, and its likes on the partitions: one that fits is attached, else one is built. */
function addIndex(schema, table, definition, options) {
	const on = schema.tables.get(keyOf(table));
	if (on === void 0) return schema;
	const name = shorten(definition.name ?? indexName(schema, table, definition));
	const partitioned = isPartitioned(schema, on);
	const index = {
		name,
		definition: {
			...definition,
			name
		},
		valid: !(options.only && partitioned && on.children.length > 0),
		...options.parent !== void 0 && { parent: options.parent }
	};
	let next = putTable(schema, {
		...on,
		indexes: [...on.indexes, index]
	});
	if (!partitioned || options.only) return next;
	for (const child of on.children) next = extendIndex(next, child, index);
	return next;
}
/** Gives a partition its part of the parent's index. */
function extendIndex(schema, partition, parent) {
	const table = schema.tables.get(keyOf(partition));
	if (table === void 0 || table.foreign) return schema;
	const match = matchingIndex(table, parent.definition, false);
	if (match) return putTable(schema, {
		...table,
		indexes: table.indexes.map((each) => each === match ? {
			...each,
			parent: parent.name
		} : each)
	});
	const { name: _, ...definition } = parent.definition;
	return addIndex(schema, partition, definition, { parent: parent.name });
}
/** An index made with ON ONLY is valid once every partition has a valid one attached; then so may be the index above it. */
function settleValidity(schema, name, index) {
	const table = schema.tables.get(keyOf(name));
	const at = table?.indexes.find((each) => each.name === index);
	if (table === void 0 || at === void 0 || at.valid) return schema;
	if (!table.children.every((child) => schema.tables.get(keyOf(child))?.indexes.some((each) => each.parent === index && each.valid))) return schema;
	const next = putTable(schema, {
		...table,
		indexes: table.indexes.map((each) => each === at ? {
			...each,
			valid: true
		} : each)
	});
	return at.parent !== void 0 && table.partitionOf ? settleValidity(next, table.partitionOf.parent, at.parent) : next;
}

// src/schema/apply/inheritable.ts
/** Whether partitions and inheriting tables get the constraint by its name: CHECK and NOT NULL, but for NO INHERIT. */
function isInheritable(constraint) {
	const { definition } = constraint;
	return (definition.type === "check" || definition.type === "not-null") && !definition.noInherit;
}

// src/schema/apply/partition.ts
function applyPartition(schema, operation) {
	return withTable(schema, operation, (next, parent) => {
		const name = resolve(next, operation.partition);
		const partition = next.tables.get(keyOf(name)) ?? unknownTable(name);
		if (operation.kind === "detach-partition") return detach(next, parent.name, partition);
		return isUnder(next, parent.name, name) ? next : attach(next, parent, partition, operation);
	});
}
function attach(schema, parent, partition, operation) {
	return adoptFromParent(putTable(schema, {
		...partition,
		partitionOf: {
			parent: parent.name,
			bound: operation.bound
		},
		columns: partition.columns.map((each) => {
			const above = columnOf$1(parent, each.name);
			return above ? {
				...each,
				inherited: true,
				...above.identity && { identity: above.identity }
			} : each;
		}),
		constraints: partition.constraints.map((each) => parent.constraints.some((above) => isInheritable(above) && above.name === each.name) ? {
			...each,
			inherited: true
		} : each)
	}), partition.name, parent.name);
}
/**
* Gives a new partition what its parent has: indexes and the constraints on them (one that fits is attached, else one is built) and foreign
* keys. Columns, CHECK and NOT NULL it has already: by inheriting, or else ATTACH would have refused it.
*/
function adoptFromParent(schema, partition, parent) {
	const above = schema.tables.get(keyOf(parent));
	if (above === void 0) return schema;
	let next = schema;
	for (const index of above.indexes) {
		const constraint = above.constraints.find((each) => each.index === index.name);
		next = constraint ? adoptIndexed(next, partition, constraint) : extendIndex(next, partition, index);
	}
	for (const constraint of above.constraints) if (constraint.definition.type === "foreign-key") next = adoptForeignKey(next, partition, constraint);
	return next;
}
function adoptIndexed(schema, partition, constraint) {
	const table = schema.tables.get(keyOf(partition));
	if (table === void 0 || table.foreign) return schema;
	const match = matchingIndex(table, indexBehind(constraint), true);
	if (match) return attachIndexOf(schema, table, match, constraint);
	const { name: _, ...definition } = constraint.definition;
	return addConstraint$1(schema, partition, definition, {
		fresh: true,
		parent: constraint
	});
}
/** A foreign key of the partition that says the same is taken as the parent's; else it gets the parent's, by the parent's name unless that is taken. */
function adoptForeignKey(schema, partition, constraint) {
	const table = schema.tables.get(keyOf(partition));
	if (table === void 0) return schema;
	const wanted = comparableConstraint(constraint.definition);
	const match = table.constraints.find((each) => !each.inherited && each.definition.type === "foreign-key" && comparableConstraint(each.definition) === wanted);
	if (match) {
		const constraints = table.constraints.map((each) => each === match ? {
			...each,
			inherited: true
		} : each);
		return putTable(schema, {
			...table,
			constraints
		});
	}
	const { name, ...unnamed } = constraint.definition;
	const taken = table.constraints.some((each) => each.name === name);
	return addConstraint$1(schema, partition, taken ? unnamed : constraint.definition, {
		fresh: constraint.validated,
		parent: constraint
	});
}
/** What the partition had of its parent becomes its own; identity stays with the parent. */
function detach(schema, parent, partition) {
	const { partitionOf, ...rest } = partition;
	if (partitionOf === void 0 || !same$2(partitionOf.parent, parent)) return schema;
	return putTable(schema, {
		...rest,
		columns: partition.columns.map((each) => {
			const { identity: _, ...column } = localColumn(each);
			return column;
		}),
		constraints: partition.constraints.map(({ inherited: _, ...each }) => each),
		indexes: partition.indexes.map(({ parent: _, ...each }) => each)
	});
}

// src/schema/apply/create-table.ts
/**
* CREATE TABLE in all its forms: columns of LIKE, of parents, its own; then, in PostgreSQL's order (it decides the names), CHECK and NOT NULL, indexes
* of constraints (the primary key first), foreign keys, and what LIKE and a partition's parent add.
*/
function createTable$1(schema, operation) {
	const name = nameOf$2(schema, operation);
	const key = keyOf(name);
	const known = schema.tables.get(key);
	if (operation.ifNotExists && (schema.views.has(key) || known?.complete)) return schema;
	const merged = known !== void 0 && (operation.ifNotExists || operation.conditional) ? known : void 0;
	if (merged?.complete) return schema;
	const created = createdIn(schema, name, operation);
	let next = merged ? schema : dropTable$1(dropView$1(schema, name), name);
	const parentNames = (operation.partitionOf ? [operation.partitionOf.parent] : operation.inherits).map((parent) => resolve(next, parent));
	if (parentNames.some((parent) => isUnder(next, parent, name))) return schema;
	const parentTables = parentNames.map((parent) => next.tables.get(keyOf(parent)) ?? unknownTable(parent));
	const likes = operation.like.map((like) => ({
		...like,
		source: tableOf$1(next, like.table)
	}));
	let columns = merged?.columns ?? [];
	for (const parent of parentTables) columns = withInherited(columns, parent, operation.partitionOf !== void 0, created);
	for (const like of likes) columns = [...columns, ...likeColumns(like.source, optionsOf(like.including), created)];
	for (const definition of operation.columns) {
		const column = columnFrom(next, name, definition, created);
		const old = columns.find((each) => each.name === column.name);
		columns = old ? columns.map((each) => each === old ? mergedColumn(old, column, operation) : each) : [...columns, column];
	}
	const unknownColumns = operation.asQuery !== void 0 || operation.ofType !== void 0 || parentTables.some((each) => !each.complete) || likes.some((each) => !each.source?.complete);
	next = putTable(next, {
		...merged ?? unknownTable(name),
		columns,
		inherits: operation.partitionOf ? [] : parentNames,
		...operation.partitionOf && { partitionOf: {
			parent: parentNames[0],
			bound: operation.partitionOf.bound
		} },
		...operation.partitionBy && { partitionBy: operation.partitionBy },
		...operation.foreign && { foreign: true },
		persistence: operation.persistence,
		complete: !(merged || operation.conditional || unknownColumns),
		createdIn: created
	});
	if (operation.persistence === "temporary" && !next.temporary.some((each) => same$2(each, name))) next = {
		...next,
		temporary: [...next.temporary, name]
	};
	for (const definition of operation.columns) next = giveSequence(next, name, definition);
	for (const parent of parentTables) next = inheritConstraints(next, name, parent);
	for (const like of likes) next = likeConstraints(next, name, like.source, optionsOf(like.including));
	const certainty = merged ? { conditional: true } : operation;
	for (const definition of inOrder$1(operation)) next = addConstraint$1(next, name, definition, {
		fresh: true,
		operation: certainty
	});
	for (const like of likes) next = likeIndexes(next, name, like.source, optionsOf(like.including));
	if (operation.partitionOf) next = adoptFromParent(next, name, parentNames[0]);
	return next;
}
function nameOf$2(schema, { table, persistence }) {
	if (persistence === "temporary") return {
		schema: "pg_temp",
		name: table.name
	};
	return newName(schema, table);
}
/** Constraints as PostgreSQL makes them: see above. A UNIQUE that repeats the primary key or another UNIQUE is the same one index. */
function inOrder$1(operation) {
	const all = [...operation.columns.flatMap(inlineConstraints), ...operation.constraints].sort((a, b) => a.span.start - b.span.start);
	const of = (...types) => all.filter((each) => types.includes(each.type));
	const indexed = [];
	for (const each of [...of("primary-key"), ...of("unique", "exclude")]) {
		const prior = indexed.findIndex((other) => repeats(other, each));
		if (prior === -1) indexed.push(each);
		else if (indexed[prior]?.name === void 0 && each.name !== void 0) indexed[prior] = {
			...indexed[prior],
			name: each.name
		};
	}
	return [
		...of("check"),
		...of("not-null"),
		...indexed,
		...of("foreign-key")
	];
}
function repeats(a, b) {
	if (a.type !== "unique" && a.type !== "primary-key" || b.type !== "unique" && b.type !== "primary-key") return false;
	return a.columns.join("	") === b.columns.join("	") && (a.include ?? []).join("	") === (b.include ?? []).join("	") && a.nullsNotDistinct === b.nullsNotDistinct && a.withoutOverlaps === b.withoutOverlaps && a.deferrable === b.deferrable && a.initiallyDeferred === b.initiallyDeferred;
}
/** The columns with a parent's: merged by name, NOT NULL if either is. Identity passes to partitions, not to inheriting tables. */
function withInherited(columns, parent, partition, created) {
	const merged = [...columns];
	for (const { identity, ...column } of parent.columns) {
		const at = merged.findIndex((each) => each.name === column.name);
		const copy = {
			...column,
			inherited: true,
			createdIn: created,
			...identity && partition && { identity }
		};
		if (at === -1) merged.push(copy);
		else if (column.notNull) merged[at] = {
			...merged[at],
			notNull: true
		};
	}
	return merged;
}
/** A column that parents or an earlier definition of the table have too: the new definition adds its default and NOT NULL. */
function mergedColumn(old, column, operation) {
	const { inherited: _, ...local } = old;
	return {
		...operation.partitionOf ? old : local,
		notNull: old.notNull || column.notNull,
		...column.default && { default: column.default },
		...column.generated && { generated: column.generated }
	};
}
function inheritConstraints(schema, name, parent) {
	const table = schema.tables.get(keyOf(name));
	const inherited = parent.constraints.filter((each) => isInheritable(each) && !table.constraints.some((own) => own.name === each.name)).map((each) => ({
		...each,
		validated: each.enforced,
		inherited: true
	}));
	return inherited.length === 0 ? schema : putTable(schema, {
		...table,
		constraints: [...table.constraints, ...inherited]
	});
}
/** The options of LIKE with `all` spelt out. */
function optionsOf(including) {
	return (option) => including.includes("all") || including.includes(option);
}
function likeColumns(source, including, created) {
	return (source?.columns ?? []).map(({ default: value, identity, generated, inherited: _, ...column }) => ({
		...column,
		createdIn: created,
		...value && including("defaults") && { default: value },
		...identity && including("identity") && { identity },
		...generated && including("generated") && { generated }
	}));
}
function likeConstraints(schema, name, source, including) {
	let next = schema;
	for (const column of source?.columns ?? []) if (column.identity && including("identity")) next = giveSequence(next, name, {
		name: column.name,
		type: qualifiedType(next, column.type),
		identity: column.identity
	});
	const table = next.tables.get(keyOf(name));
	const copied = (source?.constraints ?? []).filter((each) => each.definition.type === "not-null" || each.definition.type === "check" && including("constraints")).map(({ inherited: _, ...each }) => ({
		...each,
		validated: each.enforced
	}));
	return copied.length === 0 ? next : putTable(next, {
		...table,
		constraints: [...table.constraints, ...copied]
	});
}
function likeIndexes(schema, name, source, including) {
	let next = schema;
	if (source === void 0 || !including("indexes")) return next;
	for (const index of source.indexes) {
		const constraint = source.constraints.find((each) => each.index === index.name);
		if (constraint) {
			const { name: _, ...definition } = constraint.definition;
			next = addConstraint$1(next, name, definition, { fresh: true });
		} else {
			const { name: _, ...definition } = index.definition;
			next = addIndex(next, name, definition, {});
		}
	}
	return next;
}

// src/schema/apply/program.ts
/** Functions by name with their overloads, and triggers by name on their tables. What a function's body uses is not followed. */
function applyProgram(schema, operation) {
	switch (operation.kind) {
		case "create-function": return createFunction(schema, operation);
		case "alter-function": return alterFunction(schema, operation);
		case "drop-function": {
			const key = keyOf(resolve(schema, operation.function, schema.functions));
			return (schema.functions.get(key)?.length ?? 0) > 1 ? schema : {
				...schema,
				functions: schema.functions.delete(key)
			};
		}
		case "create-trigger": return changeTriggers(schema, operation, (names) => names.includes(operation.trigger) ? names : [...names, operation.trigger]);
		case "drop-trigger": return changeTriggers(schema, operation, (names) => names.filter((each) => each !== operation.trigger));
		case "rename-trigger": return changeTriggers(schema, operation, (names) => names.map((each) => each === operation.trigger ? operation.to : each));
	}
}
function createFunction(schema, operation) {
	const resolved = newName(schema, operation.function);
	const signature = signatureOf(operation.parameters);
	const others = (schema.functions.get(keyOf(resolved)) ?? []).filter((each) => signatureOf(each.parameters) !== signature);
	const created = {
		name: resolved,
		parameters: operation.parameters,
		volatility: operation.volatility
	};
	return {
		...schema,
		functions: schema.functions.set(keyOf(resolved), [...others, created])
	};
}
function signatureOf(parameters) {
	return parameters.map(comparableType).join(", ");
}
/** ALTER FUNCTION. Which overload it means is not told: a volatility counts for all of them where it is a worse one, else where there is one. */
function alterFunction(schema, operation) {
	const from = resolve(schema, operation.function, schema.functions);
	const overloads = schema.functions.get(keyOf(from));
	if (overloads === void 0) return schema;
	const { volatility } = operation;
	const certain = overloads.length === 1 || volatility === "volatile";
	const name = operation.renameTo === void 0 ? from : {
		schema: from.schema,
		name: operation.renameTo
	};
	const altered = overloads.map((each) => ({
		...each,
		name,
		...volatility && certain && { volatility }
	}));
	return {
		...schema,
		functions: schema.functions.delete(keyOf(from)).set(keyOf(name), altered)
	};
}
function changeTriggers(schema, operation, to) {
	if (isOtherRelation(schema, operation.table)) return schema;
	return withTable(schema, operation, (next, table) => putTable(next, {
		...table,
		triggers: to(table.triggers)
	}));
}

// src/schema/apply/sequence.ts
function applySequence(schema, operation) {
	const known = resolve(schema, operation.sequence, schema.sequences);
	switch (operation.kind) {
		case "create-sequence": {
			const name = operation.temporary ? {
				schema: "pg_temp",
				name: operation.sequence.name
			} : newName(schema, operation.sequence);
			if (schema.sequences.has(keyOf(name)) && (operation.ifNotExists || operation.conditional)) return schema;
			return putSequence(schema, {
				name,
				...ownership(schema, operation.ownedBy)
			});
		}
		case "alter-sequence":
			if (operation.ownedBy === void 0) return schema;
			return putSequence(schema, {
				name: known,
				...operation.ownedBy === "none" ? {} : ownership(schema, operation.ownedBy)
			});
		case "drop-sequence": return dropSequence$1(schema, known);
		case "rename-sequence": return moveSequence(schema, known, {
			schema: known.schema,
			name: operation.to
		});
	}
}
function ownership(schema, owner) {
	return owner ? { ownedBy: {
		table: resolve(schema, owner.table),
		column: owner.column
	} } : {};
}

// src/schema/apply/session.ts
/**
* The search path and the transaction. ROLLBACK gives back the schema at BEGIN; savepoints are not followed, so that ROLLBACK TO
* changes nothing: both are rare in migrations, and a schema that holds too much is not worse than one that forgets.
* SET LOCAL counts as SET, since a migration that says it is one transaction.
*/
function applySession(schema, operation) {
	if (operation.kind === "set-variable") return setVariable(schema, operation);
	const { atBegin, ...open } = schema;
	switch (operation.action) {
		case "begin": return {
			...open,
			atBegin: open
		};
		case "commit":
		case "prepare": return atBegin === void 0 ? schema : open;
		case "rollback": return atBegin ?? schema;
		default: return schema;
	}
}
function setVariable(schema, operation) {
	if (operation.name !== "search_path" && operation.name !== "all") return schema;
	const path = operation.value ?? schema.defaultSearchPath;
	const skipped = /* @__PURE__ */ new Set([
		"$user",
		"\"$user\"",
		"pg_catalog",
		"pg_temp",
		""
	]);
	return {
		...schema,
		searchPath: path.map((each) => each.trim()).filter((each) => !skipped.has(each))
	};
}

// src/schema/apply/table.ts
function applyTable(schema, operation) {
	switch (operation.kind) {
		case "drop-table": {
			const name = resolve(schema, operation.table);
			return schema.tables.has(keyOf(name)) ? dropTable$1(schema, name) : free(schema, keyOf(name), 0);
		}
		case "rename-table": return move(schema, operation, (name) => ({
			schema: name.schema,
			name: operation.to
		}));
		case "set-schema": return move(schema, operation, (name) => ({
			schema: operation.to,
			name: name.name
		}));
		case "set-logged": return withTable(schema, operation, (next, table) => putTable(next, {
			...table,
			persistence: operation.logged ? "permanent" : "unlogged"
		}));
		case "inherit": return withTable(schema, operation, (next, table) => inherit$1(next, table, resolve(next, operation.parent)));
		case "no-inherit": return withTable(schema, operation, (next, table) => noInherit(next, table, resolve(next, operation.parent)));
	}
}
/** ALTER TABLE \u2026 RENAME and SET SCHEMA take the names of views, sequences and indexes too. */
function move(schema, operation, to) {
	const known = tableOf$1(schema, operation.table);
	if (known === void 0 && isOtherRelation(schema, operation.table)) {
		const view = resolve(schema, operation.table, schema.views);
		if (schema.views.has(keyOf(view))) return moveView(schema, view, to(view));
		const sequence = resolve(schema, operation.table, schema.sequences);
		if (schema.sequences.has(keyOf(sequence))) return moveSequence(schema, sequence, to(sequence));
		const found = indexOf(schema, operation.table);
		return found && operation.kind === "rename-table" ? renameIndex(schema, found.table.name, found.index.name, operation.to) : schema;
	}
	const name = known?.name ?? resolve(schema, operation.table);
	const target = to(name);
	if (operation.conditional && (known === void 0 || schema.tables.has(keyOf(target)))) return schema;
	if (same$2(name, target)) return schema;
	let next = dropTable$1(schema, target);
	if (known === void 0) next = putTable(next, unknownTable(name));
	return moveTable(next, name, target);
}
function inherit$1(schema, table, parent) {
	if (parentsOf(table).some((each) => same$2(each, parent)) || isUnder(schema, parent, table.name)) return schema;
	const above = schema.tables.get(keyOf(parent));
	return putTable(schema, {
		...table,
		inherits: [...table.inherits, parent],
		constraints: table.constraints.map((each) => above?.constraints.some((other) => isInheritable(other) && other.name === each.name) ? {
			...each,
			inherited: true
		} : each)
	});
}
/** The columns and constraints that came of the parent become the table's own, unless another parent has them too. */
function noInherit(schema, table, parent) {
	const above = schema.tables.get(keyOf(parent));
	const inherits = table.inherits.filter((each) => !same$2(each, parent));
	const others = inherits.map((each) => schema.tables.get(keyOf(each)));
	const hasConstraint = (of, name) => of?.constraints.some((each) => each.name === name) ?? false;
	return putTable(schema, {
		...table,
		inherits,
		columns: table.columns.map((each) => columnOf$1(above, each.name) && !others.some((other) => columnOf$1(other, each.name)) ? localColumn(each) : each),
		constraints: table.constraints.map((each) => {
			const { inherited: _, ...local } = each;
			return hasConstraint(above, each.name) && !others.some((other) => hasConstraint(other, each.name)) ? local : each;
		})
	});
}

// src/schema/apply/type.ts
/** Types and domains. */
function applyType(schema, operation) {
	switch (operation.kind) {
		case "create-enum": return create(schema, operation, {
			kind: "enum",
			name: newName(schema, operation.type),
			values: operation.values
		});
		case "create-type": return create(schema, operation, {
			kind: operation.form,
			name: newName(schema, operation.type)
		});
		case "create-domain": return createDomain(schema, operation);
		case "add-enum-value":
		case "rename-enum-value": return changeEnum(schema, operation);
		case "add-domain-constraint":
		case "validate-domain-constraint":
		case "drop-domain-constraint":
		case "set-domain-not-null":
		case "set-domain-default": return changeDomain(schema, operation);
		case "drop-type": return dropType$1(schema, resolve(schema, operation.type, schema.types));
		case "rename-type": {
			const from = resolve(schema, operation.type, schema.types);
			return moveType(schema, from, {
				schema: from.schema,
				name: operation.to
			});
		}
		case "set-type-schema": {
			const from = resolve(schema, operation.type, schema.types);
			return moveType(schema, from, {
				schema: operation.to,
				name: from.name
			});
		}
	}
}
/** CREATE TYPE after the shell of that name, or over an unseen DROP: the new definition counts, except where it may not have run. */
function create(schema, operation, type) {
	return operation.conditional && schema.types.has(keyOf(type.name)) ? schema : putType(schema, type);
}
function changeEnum(schema, operation) {
	const type = schema.types.get(keyOf(resolve(schema, operation.type, schema.types)));
	if (type?.kind !== "enum") return schema;
	if (operation.kind === "add-enum-value") return type.values.includes(operation.value) ? schema : putType(schema, {
		...type,
		values: [...type.values, operation.value]
	});
	return putType(schema, {
		...type,
		values: type.values.map((each) => each === operation.from ? operation.to : each)
	});
}
function createDomain(schema, operation) {
	const name = newName(schema, operation.domain);
	const constraints = [];
	for (const definition of operation.constraints) if (definition.type !== "not-null") constraints.push(domainConstraint(name, constraints, definition, operation));
	return create(schema, operation, {
		kind: "domain",
		name,
		type: qualifiedType(schema, operation.type),
		notNull: operation.notNull || operation.constraints.some((each) => each.type === "not-null"),
		...operation.default && { default: operation.default },
		constraints
	});
}
function domainConstraint(domain, others, written, operation) {
	const { notValid, ...definition } = written;
	const name = written.name ?? domainConstraintName(domain, written, (at) => others.some((each) => each.name === at));
	return {
		name,
		definition: {
			...definition,
			name
		},
		validated: !notValid && !operation.conditional,
		enforced: true
	};
}
function changeDomain(schema, operation) {
	const domain = schema.types.get(keyOf(resolve(schema, operation.domain, schema.types)));
	if (domain?.kind !== "domain") return schema;
	switch (operation.kind) {
		case "add-domain-constraint": {
			if (operation.constraint.type === "not-null") return putType(schema, {
				...domain,
				notNull: true
			});
			const added = domainConstraint(domain.name, domain.constraints, operation.constraint, operation);
			const others = domain.constraints.filter((each) => each.name !== added.name);
			if (operation.conditional && others.length < domain.constraints.length) return schema;
			return putType(schema, {
				...domain,
				constraints: [...others, added]
			});
		}
		case "validate-domain-constraint": {
			const validated = domain.constraints.map((each) => each.name === operation.constraint ? {
				...each,
				validated: true
			} : each);
			return putType(schema, {
				...domain,
				constraints: validated
			});
		}
		case "drop-domain-constraint": return putType(schema, {
			...domain,
			constraints: domain.constraints.filter((each) => each.name !== operation.constraint)
		});
		case "set-domain-not-null": return putType(schema, {
			...domain,
			notNull: operation.notNull && (domain.notNull || !operation.conditional)
		});
		case "set-domain-default": {
			const { default: _, ...rest } = domain;
			return putType(schema, operation.expression ? {
				...rest,
				default: operation.expression
			} : rest);
		}
	}
}

// src/schema/apply/view.ts
function applyView(schema, operation) {
	const name = resolve(schema, operation.view, schema.views);
	switch (operation.kind) {
		case "create-view": return createView$1(schema, operation);
		case "drop-view": return schema.views.has(keyOf(name)) ? dropView$1(schema, name) : free(schema, keyOf(name), 0);
		case "rename-view": return moveView(schema, name, {
			schema: name.schema,
			name: operation.to
		});
		case "alter-view": return operation.toSchema === void 0 ? schema : moveView(schema, name, {
			schema: operation.toSchema,
			name: name.name
		});
	}
}
function createView$1(schema, operation) {
	const name = operation.temporary ? {
		schema: "pg_temp",
		name: operation.view.name
	} : newName(schema, operation.view);
	const key = keyOf(name);
	const old = schema.views.get(key);
	if (operation.ifNotExists && (old || schema.tables.has(key))) return schema;
	const replaced = operation.replace || operation.conditional;
	const cleared = dropTable$1(replaced ? schema : dropView$1(schema, name), name);
	const reads = operation.reads.flatMap((read) => {
		const table = relationOf(cleared, read.table);
		return table ? [{
			table,
			columns: expanded(cleared, table, read.columns)
		}] : [];
	});
	return putView(cleared, {
		name,
		materialized: operation.materialized,
		reads,
		readBy: cleared.views.get(key)?.readBy ?? [],
		indexes: cleared.views.get(key)?.indexes ?? [],
		createdIn: old && replaced ? old.createdIn : createdIn(schema, name, operation)
	});
}
/** The table or view of that name; undefined for the system's own. A name that neither has is taken as an unknown table's. */
function relationOf(schema, name) {
	const table = resolve(schema, name);
	if (schema.tables.has(keyOf(table))) return table;
	const view = resolve(schema, name, schema.views);
	if (schema.views.has(keyOf(view))) return view;
	return name.schema === "pg_catalog" || name.schema === "information_schema" || !name.schema && name.name.startsWith("pg_") ? void 0 : table;
}
/** `*` is settled when the view is made: columns that are added later are not in it. */
function expanded(schema, name, columns) {
	const table = schema.tables.get(keyOf(name));
	if (!columns.includes("*") || !table?.complete) return columns;
	return table.columns.map((each) => each.name);
}

// src/schema/apply/whole-schema.ts
/** DROP SCHEMA and RENAME walk all objects, which no other operation may. CREATE SCHEMA leaves nothing in the model. */
function applyWholeSchema(schema, operation) {
	return operation.kind === "drop-schema" ? dropSchema$1(schema, operation.schema) : renameSchema(schema, operation.schema, operation.to);
}
/** With everything in it: without CASCADE there was nothing. */
function dropSchema$1(schema, at) {
	let next = schema;
	for (const [, view] of schema.views.entries()) if (view.name.schema === at) next = dropView$1(next, view.name);
	for (const [, table] of schema.tables.entries()) if (table.name.schema === at) next = dropTable$1(next, table.name);
	for (const [, type] of schema.types.entries()) if (type.name.schema === at) next = dropType$1(next, type.name);
	for (const [, sequence] of schema.sequences.entries()) if (sequence.name.schema === at) next = dropSequence$1(next, sequence.name);
	for (const [key, overloads] of schema.functions.entries()) if (overloads[0]?.name.schema === at) next = {
		...next,
		functions: next.functions.delete(key)
	};
	return next;
}
function renameSchema(schema, from, to) {
	let next = schema;
	const moved = (name) => ({
		schema: to,
		name: name.name
	});
	for (const [, type] of schema.types.entries()) if (type.name.schema === from) next = moveType(next, type.name, moved(type.name));
	for (const [, table] of schema.tables.entries()) if (table.name.schema === from) next = moveTable(next, table.name, moved(table.name));
	for (const [, view] of schema.views.entries()) if (view.name.schema === from) next = moveView(next, view.name, moved(view.name));
	for (const [, sequence] of next.sequences.entries()) if (sequence.name.schema === from) next = moveSequence(next, sequence.name, moved(sequence.name));
	for (const [key, overloads] of schema.functions.entries()) {
		if (overloads[0]?.name.schema !== from) continue;
		const name = moved(overloads[0].name);
		next = {
			...next,
			functions: next.functions.delete(key).set(keyOf(name), overloads.map((each) => ({
				...each,
				name
			})))
		};
	}
	return next;
}

// src/schema/apply.ts
/**
* The schema after an operation that succeeded. Pure and total: it never throws, and an operation that contradicts what is known (a column
* that is not there, a table that exists already) changes what it can and leaves the rest. It models PostgreSQL 18;
* where older majors differ and it matters, the place says so.
*
* `conditional` operations may not have run. What they make is taken in, as not new and (constraints) as proving nothing; what they drop
* or promise is not believed.
*/
function apply(schema, operation) {
	if (operation.conditional && unbelieved.has(operation.kind)) return operation.kind === "drop-constraint" ? distrustConstraint(schema, operation) : schema;
	switch (operation.kind) {
		case "create-table": return createTable$1(schema, operation);
		case "drop-table":
		case "rename-table":
		case "set-schema":
		case "set-logged":
		case "inherit":
		case "no-inherit": return applyTable(schema, operation);
		case "add-column":
		case "drop-column":
		case "rename-column":
		case "alter-column-type":
		case "set-default":
		case "drop-default":
		case "set-not-null":
		case "drop-not-null":
		case "set-expression":
		case "drop-expression":
		case "add-identity":
		case "set-identity":
		case "drop-identity": return applyColumn(schema, operation);
		case "add-constraint":
		case "validate-constraint":
		case "drop-constraint":
		case "rename-constraint":
		case "alter-constraint": return applyConstraint(schema, operation);
		case "create-index":
		case "drop-index":
		case "rename-index":
		case "attach-index": return applyIndex(schema, operation);
		case "attach-partition":
		case "detach-partition": return applyPartition(schema, operation);
		case "create-view":
		case "drop-view":
		case "rename-view":
		case "alter-view": return applyView(schema, operation);
		case "create-enum":
		case "add-enum-value":
		case "rename-enum-value":
		case "create-type":
		case "create-domain":
		case "add-domain-constraint":
		case "validate-domain-constraint":
		case "drop-domain-constraint":
		case "set-domain-not-null":
		case "set-domain-default":
		case "drop-type":
		case "rename-type":
		case "set-type-schema": return applyType(schema, operation);
		case "create-sequence":
		case "alter-sequence":
		case "drop-sequence":
		case "rename-sequence": return applySequence(schema, operation);
		case "drop-schema":
		case "rename-schema": return applyWholeSchema(schema, operation);
		case "create-function":
		case "alter-function":
		case "drop-function":
		case "create-trigger":
		case "drop-trigger":
		case "rename-trigger": return applyProgram(schema, operation);
		case "transaction":
		case "set-variable": return applySession(schema, operation);
		case "set-tablespace":
		case "set-access-method":
		case "row-security":
		case "replica-identity":
		case "set-trigger-state":
		case "set-rule-state":
		case "set-table-options":
		case "cluster-on":
		case "table-owner":
		case "of-type":
		case "column-setting":
		case "set-index-tablespace":
		case "index-setting":
		case "reindex":
		case "refresh-view":
		case "alter-composite":
		case "create-schema":
		case "create-extension":
		case "drop-extension":
		case "create-rule":
		case "drop-rule":
		case "rename-rule":
		case "create-policy":
		case "alter-policy":
		case "drop-policy":
		case "insert":
		case "update":
		case "delete":
		case "merge":
		case "truncate":
		case "copy":
		case "select":
		case "vacuum":
		case "analyze":
		case "cluster":
		case "lock-table":
		case "call":
		case "dynamic-sql":
		case "other": return schema;
	}
}
/** Kinds that take away or promise something: where they may not have run, the worse of both outcomes is that they did not. */
const unbelieved = /* @__PURE__ */ new Set([
	"drop-table",
	"drop-column",
	"drop-constraint",
	"drop-index",
	"drop-view",
	"drop-type",
	"drop-domain-constraint",
	"drop-sequence",
	"drop-schema",
	"drop-function",
	"drop-trigger",
	"drop-identity",
	"drop-expression",
	"set-not-null",
	"validate-constraint",
	"validate-domain-constraint",
	"detach-partition",
	"no-inherit",
	"transaction",
	"set-variable"
]);

// src/engine/postgres/worst.ts
/**
* The effects at the configured major, or the worst over all majors that understand the operation. Where they differ, an effect says for
* which majors it holds.
* @param at the effects at one major, one a table
*/
function worstOf(operation, before, context, at) {
	const { major } = context.target;
	if (major !== void 0) return major < lowestMajorFor(operation) ? refused(operation, at(major)) : at(major);
	const asked = majorsToAsk(operation, before);
	if (asked.length === 1) return at(asked[0]);
	return mergeMajors(asked.map((each, i) => ({
		majors: rangeOf(asked, i),
		effects: at(each)
	})));
}
/** An older server refuses the form before it locks anything. */
function refused(operation, effects) {
	const form = formOf$1(operation);
	if (form === void 0) return effects;
	const fails = {
		code: form.code,
		reason: `${form.what} needs PostgreSQL ${form.since} or later`,
		certain: true
	};
	return effects.slice(0, 1).map(({ table }) => ({
		table,
		lock: null,
		work: ["metadata"],
		fails
	}));
}
/** One effect a table, the worst; in the order of the first answer that names it. */
function mergeMajors(answers) {
	const [first, ...others] = answers;
	if (first === void 0 || others.every((each) => sameFacts(each.effects, first.effects))) return first?.effects ?? [];
	const tables = /* @__PURE__ */ new Map();
	for (const { effects } of answers) for (const effect of effects) {
		const known = tables.get(keyOf(effect.table)) ?? [];
		tables.set(keyOf(effect.table), [...known, effect]);
	}
	return [...tables].map(([key, effects]) => {
		const worst = effects.reduce((a, b) => compare$1(b, a) > 0 ? b : a);
		const holds = answers.filter(({ effects: each }) => each.some((effect) => keyOf(effect.table) === key && sameFact(effect, worst)));
		return holds.length === answers.length ? worst : {
			...worst,
			versions: holds.flatMap(({ majors }) => majors)
		};
	});
}
function sameFacts(a, b) {
	return a.length === b.length && a.every((effect, i) => isSameOn(effect, b[i]));
}
const isSameOn = (a, b) => a.table.name === b.table.name && a.table.schema === b.table.schema && sameFact(a, b);
function sameFact(a, b) {
	return a.lock === b.lock && String(a.work) === String(b.work) && a.fails?.code === b.fails?.code && a.fails?.certain === b.fails?.certain;
}
/** Failing for certain is worst, then heavier work, then a stronger lock, then failing perhaps. */
function compare$1(a, b) {
	const rank = (effect) => [
		effect.fails?.certain ? 1 : 0,
		Math.max(...effect.work.map((work) => works.indexOf(work))),
		strength(effect.lock),
		effect.fails ? 1 : 0
	];
	const [left, right] = [rank(a), rank(b)];
	return left.map((value, i) => value - right[i]).find((difference) => difference !== 0) ?? 0;
}

// src/engine/postgres/statement.ts
/**
* The effects of a whole statement. An ALTER TABLE with several actions locks once, as its strongest action asks, and goes over
* the rows once. https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC
*/
function statementEffectsWith(effects, operations, before, context) {
	const ordered = inPasses(operations);
	const parts = [];
	let schema = before;
	for (const operation of ordered) {
		const at = schema;
		parts.push(...worstOf(operation, at, context, (major) => effects(operation, {
			schema: at,
			major,
			context,
			statement: operations
		})));
		if (ordered.length > 1) schema = apply(schema, operation);
	}
	const joined = join(parts);
	return operations.length > 1 && operations.every(isAction) ? underOneLock(joined, before) : joined;
}
/**
* ALTER TABLE does its actions in passes, whatever their order in the statement: what is dropped goes first. So SET NOT NULL beside the
* DROP CONSTRAINT of the CHECK that would have proved it reads the table after all. (`AlterTablePass` in tablecmds.c)
*/
function inPasses(operations) {
	if (operations.length < 2 || !operations.every(isAction)) return operations;
	const pass = (operation) => passes.findIndex((kinds) => kinds.has(operation.kind));
	return operations.map((operation, place) => ({
		operation,
		place,
		pass: pass(operation) === -1 ? passes.length : pass(operation)
	})).sort((a, b) => a.pass - b.pass || a.place - b.place).map(({ operation }) => operation);
}
const passes = [
	/* @__PURE__ */ new Set([
		"drop-column",
		"drop-constraint",
		"drop-not-null",
		"drop-expression",
		"drop-identity"
	]),
	/* @__PURE__ */ new Set(["alter-column-type"]),
	/* @__PURE__ */ new Set(["add-column"]),
	/* @__PURE__ */ new Set(["set-expression"]),
	/* @__PURE__ */ new Set([
		"set-not-null",
		"set-default",
		"drop-default",
		"add-identity",
		"set-identity"
	]),
	/* @__PURE__ */ new Set(["add-constraint"])
];
/** Whether the operation is an action of ALTER TABLE that may stand beside others. */
function isAction(operation) {
	return actions$2.has(operation.kind);
}
const actions$2 = /* @__PURE__ */ new Set([
	...passes.flatMap((kinds) => [...kinds]),
	"validate-constraint",
	"alter-constraint",
	"column-setting",
	"set-logged",
	"set-tablespace",
	"set-access-method",
	"inherit",
	"no-inherit",
	"row-security",
	"replica-identity",
	"set-trigger-state",
	"set-rule-state",
	"set-table-options",
	"cluster-on",
	"table-owner",
	"of-type"
]);
/** One lock for the table named and all that it recurses to, as the strongest action asks; what lies at the other end of a foreign key has its own. */
function underOneLock(joined, before) {
	const own = joined[0];
	if (own === void 0) return joined;
	const reached = new Set(partitionTree(before, own.table).map(keyOf));
	return joined.map((effect) => reached.has(keyOf(effect.table)) ? {
		...effect,
		lock: own.lock
	} : effect);
}

// src/engine/postgres/table.ts
/** CREATE TABLE: the new table is nobody's yet; what it points to, inherits from or reads is locked. https://www.postgresql.org/docs/current/sql-createtable.html */
function createTable(at, operation) {
	const name = operation.persistence === "temporary" ? {
		schema: "pg_temp",
		name: operation.table.name
	} : operation.table;
	const self = member(at, name);
	if (operation.ifNotExists && self.table !== void 0) return [];
	const constraints = [...operation.constraints, ...operation.columns.flatMap((column) => column.constraints)];
	return [
		on(self.name, "AccessExclusiveLock"),
		...constraints.flatMap((constraint) => referencedEffects(at, constraint)).filter((effect) => keyOf(effect.table) !== keyOf(self.name)),
		...operation.partitionOf === void 0 ? [] : newPartition(at, member(at, operation.partitionOf.parent), operation.partitionOf.bound),
		...operation.inherits.map((parent) => on(member(at, parent).name, "ShareUpdateExclusiveLock")),
		...operation.like.map((like) => on(member(at, like.table).name, "AccessShareLock")),
		...operation.asQuery === void 0 ? [] : reading(at, operation.asQuery.reads, operation.asQuery.withData ? "scan" : "metadata")
	];
}
/** A partition made in place locks its parent against everybody; ATTACH PARTITION does not. The parent's foreign keys become its own. */
function newPartition(at, parent, bound) {
	return [
		on(parent.name, "AccessExclusiveLock"),
		...defaultPartition(at, parent, bound),
		...referencedTables(at, parent.table).map((each) => on(each.name, "ShareRowExclusiveLock")),
		...pointingToNewPartition(at, parent.table)
	];
}
/** DROP TABLE: its partitions go along, and each foreign key lets go of the table at its other end. https://www.postgresql.org/docs/current/sql-droptable.html */
function dropTable(at, operation) {
	const self = member(at, operation.table);
	const parent = self.table?.partitionOf === void 0 ? void 0 : member(at, self.table.partitionOf.parent);
	const gone = self.stored && !operation.cascade ? [self] : [self, ...descendants(at, self.table)];
	return [
		...gone.map((each) => on(each.name, "AccessExclusiveLock")),
		...gone.flatMap((each) => (each.table?.constraints ?? []).flatMap((constraint) => constraint.inherited ? [] : releasedBy(at, constraint))),
		...parent === void 0 ? [] : [on(parent.name, "AccessExclusiveLock"), ...defaultOf(at, parent)],
		...gone.flatMap((each) => incomingForeignKeys(at, each.table).map(({ from }) => on(from.name, "AccessExclusiveLock"))),
		...operation.cascade ? viewsOver(at, gone.map((each) => each.name)) : []
	];
}
function defaultOf(at, parent) {
	return (parent.table?.children ?? []).map((child) => member(at, child)).filter((child) => child.table?.partitionOf?.bound.kind === "default").map((child) => on(child.name, "AccessExclusiveLock"));
}
/** Views that read any of the relations, and the views over those. */
function viewsOver(at, relations) {
	const found = /* @__PURE__ */ new Map();
	const visit = (name) => {
		const read = at.schema.tables.get(keyOf(name)) ?? at.schema.views.get(keyOf(name));
		for (const view of read?.readBy ?? []) {
			if (found.has(keyOf(view))) continue;
			found.set(keyOf(view), view);
			visit(view);
		}
	};
	for (const name of relations) visit(name);
	return [...found.values()].map((view) => on(view, "AccessExclusiveLock"));
}
/** DROP COLUMN: the catalog only, but its foreign keys and, with CASCADE, those that need its key go too. */
function dropColumn(at, operation) {
	const self = member(at, operation.table);
	const children = (self.table?.children ?? []).map((child) => member(at, child));
	const members = operation.only ? [self, ...children] : family(at, operation.table);
	const effects = members.map((each) => on(each.name, "AccessExclusiveLock"));
	const lost = members.flatMap((each) => (each.table?.constraints ?? []).filter(({ definition }) => "columns" in definition && definition.columns.includes(operation.column)).map((constraint) => ({
		each,
		constraint
	})));
	return [
		...effects,
		...lost.flatMap(({ constraint }) => releasedBy(at, constraint)),
		...operation.cascade ? lost.flatMap(({ each, constraint }) => needing(at, each.table, constraint)) : []
	];
}
/** TRUNCATE empties the files without reading them. https://www.postgresql.org/docs/current/sql-truncate.html */
function truncate(at, operation) {
	const emptied = /* @__PURE__ */ new Map();
	const add = (each) => {
		if (emptied.has(keyOf(each.name))) return;
		emptied.set(keyOf(each.name), each);
		for (const child of descendants(at, each.table)) add(child);
		if (operation.cascade) for (const { from } of incomingForeignKeys(at, each.table)) add(from);
	};
	add(member(at, operation.table));
	const effects = [...emptied.values()].map((each) => on(each.name, "AccessExclusiveLock"));
	const together = new Set(emptied.keys());
	for (const beside of at.statement ?? []) if (beside.kind === "truncate") together.add(keyOf(member(at, beside.table).name));
	const pointing = operation.cascade ? [] : incomingForeignKeys(at, member(at, operation.table).table).filter(({ from }) => !together.has(keyOf(from.name)));
	const parents = since("truncateIgnoresParent", at.major) ? [] : [...emptied.values()].flatMap((each) => above(at, each)).map((each) => on(each.name, "AccessShareLock"));
	const [own, ...others] = [...effects, ...parents];
	if (pointing.length === 0 || own === void 0) return [...effects, ...parents];
	return [failing(own, "0A000", `the foreign key of ${pointing[0]?.from.name.name} points here`, true), ...others];
}
/** SET LOGGED and SET UNLOGGED write the table anew, unless it is what it shall be. */
function setLogged(at, operation) {
	const self = member(at, operation.table);
	const known = self.table?.complete ? self.table.persistence : void 0;
	if (!self.stored || known !== void 0 && known === "permanent" === operation.logged) return [on(self.name, "AccessExclusiveLock")];
	const effect = on(self.name, "AccessExclusiveLock", "rewrite", `SET ${operation.logged ? "LOGGED" : "UNLOGGED"} writes the table and its indexes anew`);
	const other = (operation.logged ? referencedTables(at, self.table) : incomingForeignKeys(at, self.table).map(({ from }) => from)).find((each) => !isSame(each, self) && each.table?.persistence === "permanent" === !operation.logged);
	if (other === void 0) return [effect];
	return [failing(effect, "42P16", `a logged table may not point to an unlogged one, and ${other.name.name} is at the other end of a foreign key`, true)];
}
/**
* Storage parameters: those of VACUUM and of later inserts leave reads and writes alone (`AlterTableGetRelOptionsLockLevel`).
* https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS
*/
function setTableOptions(at, operation) {
	const harmless = /^(toast\.)?(autovacuum_.*|vacuum_.*|log_autovacuum_.*|fillfactor|toast_tuple_target|parallel_workers)$/;
	const lock = operation.options.every((option) => harmless.test(option)) ? "ShareUpdateExclusiveLock" : "AccessExclusiveLock";
	return [on(member(at, operation.table).name, lock)];
}
/** INHERIT changes what a query of the parent reads, but only the child's definition. */
function inherit(at, operation) {
	const child = member(at, operation.table);
	const parent = member(at, operation.parent);
	return [on(child.name, "AccessExclusiveLock"), on(parent.name, operation.kind === "inherit" ? "ShareUpdateExclusiveLock" : "AccessShareLock")];
}

// src/engine/postgres/type-and-domain.ts
/**
* A constraint added to a domain is tested on every table with a column of it, while writes wait.
* https://www.postgresql.org/docs/current/sql-alterdomain.html
*/
function addDomainConstraint(at, operation) {
	const { constraint, domain } = operation;
	if (constraint.notValid) return [];
	const fails = constraint.type === "not-null" ? nullFailure(domain) : checkFailure(domain);
	return testing(at, domain, `every value of the domain ${domain.name} is tested`, fails);
}
function setDomainNotNull(at, operation) {
	const { domain } = operation;
	const known = at.schema.types.get(keyOf(resolve(at.schema, domain, at.schema.types)));
	if (!operation.notNull || known?.kind === "domain" && known.notNull) return [];
	return testing(at, domain, `every value of the domain ${domain.name} is tested for NULL`, nullFailure(domain));
}
/** Unlike VALIDATE of a table's constraint, it makes writes wait. */
function validateDomainConstraint(at, operation) {
	const { domain } = operation;
	return testing(at, domain, `every value of the domain ${domain.name} is tested`, checkFailure(domain));
}
const nullFailure = (domain) => ({
	code: "23502",
	reason: `a column of the domain ${domain.name} may hold NULL`,
	certain: false
});
const checkFailure = (domain) => ({
	code: "23514",
	reason: `a value of the domain ${domain.name} may violate it`,
	certain: false
});
/** A domain inside an array (or a composite type) cannot be tested there: PostgreSQL refuses before it looks at any row. */
function testing(at, domain, because, fails) {
	const uses = tablesUsing(at, domain).flatMap((use) => withRows(at, use.member).map((each) => ({
		...use,
		member: each
	})));
	const refusal = uses.find((use) => use.contained);
	if (refusal !== void 0) return [failing(on(refusal.member.name, "ShareLock"), "0A000", `a column of ${refusal.member.name.name} holds the domain inside an array`, true)];
	return uses.map(({ member: each }) => ({
		...on(each.name, "ShareLock", "scan", because),
		fails
	}));
}
/** DROP TYPE \u2026 CASCADE drops the columns of the type. https://www.postgresql.org/docs/current/sql-droptype.html */
function dropType(at, operation) {
	return operation.cascade ? tablesUsing(at, operation.type).map(({ member: each }) => on(each.name, "AccessExclusiveLock")) : [];
}
/** ALTER TYPE \u2026 ATTRIBUTE \u2026 CASCADE alters the tables made OF the type, which the history does not know; others that use it refuse. */
function alterComposite(_at, _operation) {
	return [];
}
/** OWNED BY only looks at the table; dropping a sequence that a default draws from takes the default along. https://www.postgresql.org/docs/current/sql-createsequence.html */
function ownedBy$1(at, operation) {
	const owner = operation.ownedBy;
	return owner === void 0 || owner === "none" ? [] : [on(member(at, owner.table).name, "AccessShareLock")];
}
function dropSequence(at, operation) {
	if (!operation.cascade) return [];
	return (at.schema.sequenceUsers.get(keyOf(resolve(at.schema, operation.sequence, at.schema.sequences))) ?? []).map((table) => on(table, "AccessExclusiveLock"));
}
/** DROP SCHEMA \u2026 CASCADE drops every table in it. */
function dropSchema(at, operation) {
	if (!operation.cascade) return [];
	return at.schema.tables.entries().filter(([, table]) => table.name.schema === operation.schema).map(([, table]) => on(table.name, "AccessExclusiveLock"));
}

// src/engine/postgres/view.ts
const named$2 = (at, name) => resolve(at.schema, name, at.schema.views);
/** CREATE VIEW only looks at what it reads; a materialized view reads it. https://www.postgresql.org/docs/current/sql-creatematerializedview.html */
function createView(at, operation) {
	const view = operation.temporary ? {
		schema: "pg_temp",
		name: operation.view.name
	} : named$2(at, operation.view);
	if (operation.ifNotExists && at.schema.views.has(keyOf(view))) return [];
	const reads = operation.reads.map((read) => read.table);
	const sources = operation.materialized && operation.withData ? reading(at, reads) : naming(at, reads);
	return [on(view, "AccessExclusiveLock"), ...sources];
}
/** ALTER VIEW and ALTER MATERIALIZED VIEW, RENAME apart: a materialized view has rows, and its actions are those of ALTER TABLE. */
function alterView(at, operation) {
	const view = named$2(at, operation.view);
	if (!operation.materialized) return [on(view, "AccessExclusiveLock")];
	if (/options|cluster|statistics/.test(operation.action)) return [on(view, "ShareUpdateExclusiveLock")];
	return [/table space|access method/.test(operation.action) ? on(view, "AccessExclusiveLock", "rewrite", "the materialized view is written anew") : on(view, "AccessExclusiveLock")];
}
function dropView(at, operation) {
	const view = named$2(at, operation.view);
	return [on(view, "AccessExclusiveLock"), ...operation.cascade ? viewsOver(at, [view]) : []];
}
/**
* REFRESH puts a new table in the old one's place, under ACCESS EXCLUSIVE; CONCURRENTLY compares and changes the rows that differ, so that reads go on.
* https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html
*/
function refreshView(at, operation) {
	const name = named$2(at, operation.view);
	const reads = at.schema.views.get(keyOf(name))?.reads.map((read) => read.table) ?? [];
	const own = operation.concurrently ? on(name, "ExclusiveLock", "scan", "the old rows are compared with the new ones") : operation.withData ? on(name, "AccessExclusiveLock", "rewrite", "the materialized view is computed anew") : on(name, "AccessExclusiveLock");
	return operation.withData ? [own, ...reading(at, reads)] : [own];
}

// src/engine/postgres/index.ts
/** PostgreSQL 12 to 18. */
const postgres = {
	id: "postgres",
	versions: supportedMajors,
	effects: (operation, before, context) => worstOf(operation, before, context, (major) => effectsAt(operation, {
		schema: before,
		major,
		context
	})),
	statementEffects: (operations, before, context) => statementEffectsWith(effectsAt, operations, before, context)
};
/** What one operation does at one version, one effect a table. */
function effectsAt(operation, at) {
	return namingPartitions(at, join(factsOf(operation, at)));
}
/** The parts of it, a table may be named more than once. Exhaustive: a new kind of operation has to be decided here. */
function factsOf(operation, at) {
	switch (operation.kind) {
		case "create-table": return createTable(at, operation);
		case "drop-table": return dropTable(at, operation);
		case "set-logged": return setLogged(at, operation);
		case "set-tablespace": return member(at, operation.table).stored ? [on(member(at, operation.table).name, "AccessExclusiveLock", "rewrite", "the table is copied to the other tablespace")] : [on(member(at, operation.table).name, "AccessExclusiveLock")];
		case "set-access-method": return member(at, operation.table).stored ? [on(member(at, operation.table).name, "AccessExclusiveLock", "rewrite", "the table is written anew by the other access method")] : [on(member(at, operation.table).name, "AccessExclusiveLock")];
		case "set-table-options": return setTableOptions(at, operation);
		case "inherit":
		case "no-inherit": return inherit(at, operation);
		case "cluster-on": return [on(member(at, operation.table).name, "ShareUpdateExclusiveLock")];
		case "set-trigger-state": return setTriggerState(at, operation);
		case "rename-table":
		case "set-schema":
		case "row-security":
		case "replica-identity":
		case "set-rule-state":
		case "table-owner":
		case "of-type":
		case "create-rule":
		case "drop-rule":
		case "rename-rule":
		case "create-policy":
		case "alter-policy":
		case "drop-policy": return [on(member(at, operation.table).name, "AccessExclusiveLock")];
		case "add-column": return addColumn$2(at, operation);
		case "drop-column": return dropColumn(at, operation);
		case "rename-column":
		case "set-default":
		case "drop-default":
		case "drop-expression": return family(at, operation.table, operation.only).map((each) => on(each.name, "AccessExclusiveLock"));
		case "alter-column-type": return alterColumnType(at, operation);
		case "drop-not-null": return dropNotNull$1(at, operation);
		case "set-not-null": return setNotNull$2(at, operation);
		case "set-expression": return setExpression(at, operation);
		case "set-identity":
		case "drop-identity": return identity$1(at, operation);
		case "add-identity": return addIdentity(at, operation);
		case "column-setting": return family(at, operation.table, operation.only || operation.setting === "options").map((each) => on(each.name, operation.setting === "statistics" || operation.setting === "options" ? "ShareUpdateExclusiveLock" : "AccessExclusiveLock"));
		case "add-constraint": return addConstraint$2(at, operation);
		case "validate-constraint": return validateConstraint$1(at, operation);
		case "drop-constraint": return dropConstraint$1(at, operation);
		case "rename-constraint": return renameConstraint$1(at, operation);
		case "alter-constraint": return alterConstraint(at, operation);
		case "create-index": return createIndex$1(at, operation);
		case "drop-index": return dropIndex$2(at, operation);
		case "attach-index": return attachIndex(at, operation);
		case "reindex": return reindex$1(at, operation);
		case "set-index-tablespace": return setIndexTablespace(at, operation);
		case "rename-index":
		case "index-setting": return [];
		case "attach-partition": return attachPartition(at, operation);
		case "detach-partition": return detachPartition(at, operation);
		case "create-view": return createView(at, operation);
		case "drop-view": return dropView(at, operation);
		case "alter-view": return alterView(at, operation);
		case "rename-view": return [on(resolve(at.schema, operation.view, at.schema.views), "AccessExclusiveLock")];
		case "refresh-view": return refreshView(at, operation);
		case "add-domain-constraint": return addDomainConstraint(at, operation);
		case "validate-domain-constraint": return validateDomainConstraint(at, operation);
		case "set-domain-not-null": return setDomainNotNull(at, operation);
		case "drop-type": return dropType(at, operation);
		case "alter-composite": return alterComposite(at, operation);
		case "create-sequence":
		case "alter-sequence": return ownedBy$1(at, operation);
		case "drop-sequence": return dropSequence(at, operation);
		case "drop-schema": return dropSchema(at, operation);
		case "create-trigger": return createTrigger(at, operation);
		case "drop-trigger": return dropTrigger(at, operation);
		case "rename-trigger": return renameTrigger(at, operation);
		case "insert": return insert(at, operation);
		case "update": return update(at, operation);
		case "delete": return remove(at, operation);
		case "merge": return merge(at, operation);
		case "truncate": return truncate(at, operation);
		case "copy": return copy(at, operation);
		case "select": return select(at, operation);
		case "vacuum": return vacuum(at, operation);
		case "analyze": return analyze$1(at, operation);
		case "cluster": return cluster(at, operation);
		case "lock-table": return lockTable(at, operation, lockModeOf(operation.mode) ?? "AccessExclusiveLock");
		case "other": return other(at, operation);
		case "create-enum":
		case "add-enum-value":
		case "rename-enum-value":
		case "create-type":
		case "create-domain":
		case "drop-domain-constraint":
		case "set-domain-default":
		case "rename-type":
		case "set-type-schema":
		case "rename-sequence":
		case "create-schema":
		case "rename-schema":
		case "create-extension":
		case "drop-extension":
		case "create-function":
		case "alter-function":
		case "drop-function":
		case "transaction":
		case "set-variable":
		case "call":
		case "dynamic-sql": return [];
	}
}

// src/analysis/backfill.ts
/** @throws Problem where the config states what can never be used: no column, no single expression over a row. */
function checkConfigured(backfill, reader) {
	for (const [target, expression] of Object.entries(backfill)) {
		const read = reader.readExpression(expression);
		const reason = readPath(target) === void 0 ? "write <table>.<column> as its name" : "refused" in read ? read.refused : void 0;
		if (reason !== void 0) throw new Problem(`backfill of ${target} in the config cannot be used: ${reason}`);
	}
}
/**
* Reads `table.column = expression` statements from directives and the config.
* @param after the schema after the unit, which has the column
*/
function readBackfills(stated, after, reader) {
	const byColumn = /* @__PURE__ */ new Map();
	for (const { target, expression, early, refuse } of stated) {
		const path = readPath(target);
		if (path === void 0) {
			refuse(`\`${target}\` is not a column: write <table>.<column>`);
			continue;
		}
		if (early && columnOf$1(tableOf$1(after, path.table), path.column) === void 0) continue;
		const read = reader.readExpression(expression);
		const reason = "refused" in read ? read.refused : whyUseless(read.expression, tableOf$1(after, path.table), path.column, target);
		if ("refused" in read || reason !== void 0) {
			refuse(reason ?? "");
			continue;
		}
		const key = `${keyOf(resolve(after, path.table))}\t${path.column}`;
		const known = byColumn.get(key);
		if (known !== void 0 && known.printed !== read.printed) refuse(`${target} has another one already`);
		else byColumn.set(key, read);
	}
	return { get: (table, column) => byColumn.get(`${keyOf(table)}\t${column}`) };
}
/** Why an expression cannot fill the column; undefined where nothing speaks against it. What history does not know is not held against it. */
function whyUseless({ tree }, table, column, target) {
	if (columnOf$1(table, column) === void 0) return `there is no column ${target}`;
	if (tree.kind === "null") return "NULL is what the rows hold already";
	const reads = columnsIn(tree);
	if (reads.includes(column)) return `it reads ${column}, which is still NULL in every row`;
	const unknown = table?.complete ? reads.find((each) => each !== "*" && columnOf$1(table, each) === void 0) : void 0;
	return unknown === void 0 ? void 0 : `the table has no column ${unknown}`;
}
/** `orders.status`, `"App"."Orders".status` \u2192 names folded as PostgreSQL does; undefined for anything else. */
function readPath(text) {
	const part = String.raw`(?:"(?:[^"]|"")+"|[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*)`;
	if (!new RegExp(`^${part}(?:\\.${part}){1,2}$`).test(text)) return void 0;
	const names = (text.match(new RegExp(part, "g")) ?? []).map((each) => each.startsWith("\"") ? each.slice(1, -1).replaceAll("\"\"", "\"") : each.toLowerCase());
	const column = names.pop();
	const name = names.pop();
	const [schema] = names;
	return {
		table: schema === void 0 ? { name } : {
			schema,
			name
		},
		column
	};
}

// src/analysis/court.ts
/** What a config means for judging. */
function courtOf(config, reader, engine) {
	const sizes = new Map(Object.entries(config.sizes));
	return {
		reader,
		engine,
		context: {
			target: config.target,
			timeZoneUtc: config.timeZoneUtc
		},
		settings: {
			lockTimeoutExpected: config.lockTimeout === "migration",
			rows: (table) => sizes.get(`${table.schema}.${table.name}`) ?? sizes.get(table.name)
		},
		severity: (rule) => config.rules[rule]
	};
}

// src/rules/existing.ts
/**
* Whether a table or view may be in use. Only what the unit under review certainly created is not;
* a name that history never mentioned exists and is busy.
*/
function isInUse(schema, name) {
	if (isNew(schema, tableOf$1(schema, name))) return false;
	const view = schema.views.get(keyOf(resolve(schema, name, schema.views)));
	return view === void 0 || schema.unit === 0 || view.createdIn !== schema.unit;
}
/** Whether the unit under review added the column to a table that was there before: running code does not know it. */
function isNewColumn(schema, table, column) {
	return schema.unit !== 0 && columnOf$1(tableOf$1(schema, table), column)?.createdIn === schema.unit;
}
/** The effects that somebody else can feel: a lock that stops reads or writes of a table in use. */
function feltLocks(judged, effects = judged.effects) {
	const { operation, before } = judged;
	const made = operation.kind === "create-table" ? operation.table : operation.kind === "create-view" && !operation.replace ? operation.view : void 0;
	const makes = (table) => made !== void 0 && sameTable(table, resolve(before, made));
	return effects.filter((effect) => blocksWrites(effect.lock) && isInUse(before, effect.table) && !makes(effect.table));
}
/** The effects that block: work over the rows of a table in use, under a lock that stops reads or writes of it. */
function blockingWork(judged, effects = judged.effects) {
	return feltLocks(judged, effects).filter((effect) => effect.work.some((work) => work !== "metadata"));
}
/** The effect on the table that the operation names. */
function effectOn(judged, name, effects = judged.effects) {
	const key = keyOf(resolve(judged.before, name));
	return effects.find((effect) => keyOf(effect.table) === key);
}
function sameTable(a, b) {
	return keyOf(a) === keyOf(b);
}

// src/rules/rule.ts
/** Lets TypeScript narrow `operation` to the kinds in `on`. */
function defineRule(rule) {
	return rule;
}

// src/rules/locks.ts
/** Whether a lock is at least as strong as another. */
function atLeast(lock, least) {
	return lock !== null && lockModes$1.indexOf(lock) >= lockModes$1.indexOf(least);
}
/** Who waits for a lock that blocks at least writes. */
function waiting(lock) {
	return blocksReads(lock) ? "reads and writes" : "writes";
}
/** The strongest of some locks; of equals, the first. */
function strongest(locks) {
	return locks.reduce((best, each) => best && (each.lock === null || atLeast(best.lock, each.lock)) ? best : each, void 0);
}

// src/rules/wording.ts
/** A column, constraint or index as SQL writes it. */
const quoted = quoteIdentifier;
/** A table as the author would write it: the schema only where it is not the first of the search path. */
function shown$2(judged, name) {
	const { schema } = resolve(judged.before, name);
	const own = quoteIdentifier(name.name);
	return schema === (judged.before.searchPath[0] ?? "public") ? own : `${quoteIdentifier(schema)}.${own}`;
}
/** `orders`, or `orders (12,000,000 rows)` where the config tells its size. */
function sized(judged, name) {
	const rows = judged.settings.rows(resolve(judged.before, name));
	return rows === void 0 ? shown$2(judged, name) : `${shown$2(judged, name)} (${String(rows).replace(/\B(?=(\d{3})+$)/g, ",")} ${rows === 1 ? "row" : "rows"})`;
}
/** A table by an effect on it, also where only its index is known. */
function affected(judged, { table, ofIndex }) {
	return ofIndex ? `the table of ${shown$2(judged, table)}` : sized(judged, table);
}
/** `a`, `a and b`, `a, b and c`, `a, b, c and 7 more`. */
function listed(words) {
	const named = words.length > 4 ? [...words.slice(0, 3), `${words.length - 3} more`] : words;
	return named.length < 2 ? named[0] ?? "" : `${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
}
const doing = {
	metadata: "the catalog is changed",
	scan: "every row is read",
	"foreign-key-check": "every row is looked up in the referenced table",
	"index-build": "an index is built over every row",
	rewrite: "every row is rewritten"
};
/**
* What others feel of the work: `reads and writes of orders wait while every row is rewritten (ACCESS EXCLUSIVE lock)`. Tables that are
* locked meanwhile without work, such as the referenced one of a foreign key, are named too.
* @param blocking from `blockingWork`, not empty
*/
function impact(judged, blocking) {
	const worst = strongest(blocking);
	if (!worst?.lock) throw new Error("no blocking effect to word");
	const who = waiting(worst.lock);
	const alike = feltLocks(judged).filter((effect) => waiting(effect.lock) === who);
	const tables = alike.length > 0 ? alike : blocking;
	const work = doing[worst.work.at(-1) ?? "metadata"];
	const where = tables.length > 1 && blocking.length === 1 ? work.replace("every row", `every row of ${shown$2(judged, worst.table)}`) : work;
	return `${who} of ${listed(tables.map((each) => affected(judged, each)))} wait while ${where} (${sqlNameOf(worst.lock)} lock${versions(worst)})` + meanwhile(judged, tables);
}
/** `, and writes of customers wait with them (SHARE ROW EXCLUSIVE lock)`: who else waits, behind another lock. */
function meanwhile(judged, told) {
	const others = feltLocks(judged).filter((effect) => !told.some((each) => sameTable(each.table, effect.table)));
	const worst = strongest(others);
	if (!worst?.lock) return "";
	const names = others.filter((each) => waiting(each.lock) === waiting(worst.lock)).map((each) => affected(judged, each));
	return `, and ${waiting(worst.lock)} of ${listed(names)} wait with them (${sqlNameOf(worst.lock)} lock)`;
}
/** As `impact`, with the engine's reason for the work: `\u2026, because integer and bigint are stored differently`. */
function impactAndReason(judged, blocking) {
	const because = strongest(blocking)?.because;
	return because === void 0 ? impact(judged, blocking) : `${impact(judged, blocking)}, because ${because}`;
}
/** As `impact`; says that it supposes partitions where history shows none of a partitioned table. */
function impactOnPartitions(judged, table, blocking) {
	const known = tableOf$1(judged.before, table);
	return known?.partitionBy && known.children.length === 0 ? impactAndReason(judged, blocking) : impact(judged, blocking);
}
/** What a lock without work means: `reads and writes of orders and customers wait behind its ACCESS EXCLUSIVE lock`. */
function lockWait(judged, effects) {
	const worst = strongest(effects);
	if (!worst?.lock) throw new Error("no lock to word");
	const alike = effects.filter((effect) => waiting(effect.lock) === waiting(worst.lock));
	return `${waiting(worst.lock)} of ${listed(alike.map((each) => affected(judged, each)))} wait behind its ${sqlNameOf(worst.lock)} lock`;
}
/** `; PostgreSQL 12 to 17`, where versions differ. */
function versions(effect) {
	const [first, ...rest] = effect.versions ?? [];
	const last = rest.at(-1);
	if (first === void 0) return "";
	if (last === void 0) return `; PostgreSQL ${first}`;
	return last - first === rest.length ? `; PostgreSQL ${first} to ${last}` : `; PostgreSQL ${listed([first, ...rest].map(String))}`;
}
/** `an ACCESS EXCLUSIVE lock`, `a SHARE lock`. */
function aLock(lock) {
	const name = sqlNameOf(lock);
	return `${/^[AE]/.test(name) ? "an" : "a"} ${name} lock`;
}
/** What to do for a unique constraint on a partitioned table, where USING INDEX does not exist. https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE */
function perPartition(what) {
	return `ALTER TABLE ONLY the parent ADD CONSTRAINT \u2026 ${what}; on each partition, CREATE UNIQUE INDEX CONCURRENTLY and ADD CONSTRAINT \u2026 ${what} USING INDEX; then ALTER INDEX \u2026 ATTACH PARTITION for each.`;
}

// src/rules/add-check-validating.ts
var add_check_validating_default = defineRule({
	id: "add-check-validating",
	title: "ADD \u2026 CHECK reads every row under a lock that stops reads and writes",
	category: "blocking",
	severity: "error",
	on: ["add-constraint"],
	check(judged) {
		const { constraint, table } = judged.operation;
		if (constraint.type !== "check") return;
		const blocking = blockingWork(judged);
		if (blocking.length === 0) return;
		judged.report(`Adding a CHECK constraint to ${shown$2(judged, table)}: ${impact(judged, blocking)}.`, "Add it NOT VALID, then VALIDATE CONSTRAINT in a later transaction: reads and writes go on meanwhile.");
	}
});

// src/rules/adding.ts
/**
* What ADD COLUMN would block if its definition had only its name, its type and these parts: tells which part of a definition
* causes the work, without judging it anew.
*/
function blockingWorkOf(judged, parts) {
	const { operation } = judged;
	const { default: byDefault, identity, generated, ...bare } = operation.column;
	const column = {
		...bare,
		notNull: false,
		constraints: parts.includes("constraints") ? bare.constraints : [],
		...byDefault && parts.includes("default") && { default: byDefault },
		...identity && parts.includes("identity") && { identity },
		...generated && parts.includes("generated") && { generated }
	};
	return blockingWork(judged, judged.engine.effects({
		...operation,
		column
	}, judged.before, judged.context));
}
/** `smallserial`, `serial`, `bigserial`: an integer column with a sequence as its volatile default. */
function isSerial$1(column) {
	return column.type.schema === void 0 && /^serial[248]$/.test(column.type.name);
}
/** Whether the effects rewrite a table. */
function rewrites$1(effects) {
	return effects.some((effect) => effect.work.includes("rewrite"));
}

// src/rules/add-column-check.ts
var add_column_check_default = defineRule({
	id: "add-column-check",
	title: "ADD COLUMN \u2026 CHECK reads every row under a lock that stops reads and writes",
	category: "blocking",
	severity: "error",
	on: ["add-column"],
	check(judged) {
		const { column } = judged.operation;
		if (!column.constraints.some((each) => each.type === "check")) return;
		const blocking = blockingWorkOf(judged, [
			"default",
			"identity",
			"generated",
			"constraints"
		]);
		if (blocking.length === 0) return;
		judged.report(`Adding ${quoted(column.name)} with a CHECK: ${impact(judged, blocking)}.`, "Add the column first, then the CHECK as a table constraint: NOT VALID first, VALIDATE CONSTRAINT in a later transaction.");
	}
});

// src/rules/add-column-constrained-domain.ts
var add_column_constrained_domain_default = defineRule({
	id: "add-column-constrained-domain",
	title: "ADD COLUMN of a domain with constraints rewrites the table, even without a default",
	category: "blocking",
	severity: "error",
	on: ["add-column"],
	check(judged) {
		const { column } = judged.operation;
		if (isSerial$1(column)) return;
		const blocking = blockingWorkOf(judged, []);
		if (!rewrites$1(blocking)) return;
		judged.report(`Adding ${quoted(column.name)}: ${impactAndReason(judged, blocking)}.`, "Add the column with the domain's base type, and its rules as CHECK constraints: NOT VALID first, validated in a later transaction.");
	}
});

// src/rules/add-column-foreign-key.ts
var add_column_foreign_key_default = defineRule({
	id: "add-column-foreign-key",
	title: "ADD COLUMN \u2026 REFERENCES with a default looks every row up while writes to both tables wait",
	category: "blocking",
	severity: "error",
	on: ["add-column"],
	check(judged) {
		const { column } = judged.operation;
		const blocking = blockingWork(judged).filter((effect) => effect.work.includes("foreign-key-check"));
		if (blocking.length === 0) return;
		judged.report(`Adding ${quoted(column.name)} with REFERENCES and a default: ${impact(judged, blocking)}.`, "Add the column first, then the foreign key: NOT VALID first, VALIDATE CONSTRAINT in a later transaction.");
	}
});

// src/rules/add-column-identity.ts
var add_column_identity_default = defineRule({
	id: "add-column-identity",
	title: "ADD COLUMN \u2026 GENERATED AS IDENTITY rewrites the table to number its rows",
	category: "blocking",
	severity: "error",
	on: ["add-column"],
	check(judged) {
		const { column } = judged.operation;
		if (column.identity === void 0) return;
		const blocking = blockingWorkOf(judged, ["identity"]);
		if (!rewrites$1(blocking)) return;
		judged.report(`Adding the identity column ${quoted(column.name)}: ${impactAndReason(judged, blocking)}.`, "Add a plain integer column, number the rows in batches, make it NOT NULL, then ADD GENERATED AS IDENTITY: that changes only the catalog.");
	}
});

// src/rules/add-column-primary-key.ts
var add_column_primary_key_default = defineRule({
	id: "add-column-primary-key",
	title: "ADD COLUMN \u2026 PRIMARY KEY builds an index under a lock that stops reads and writes",
	category: "blocking",
	severity: "error",
	on: ["add-column"],
	check(judged) {
		const { column } = judged.operation;
		if (!column.constraints.some((each) => each.type === "primary-key")) return;
		const blocking = blockingWork(judged);
		if (blocking.length === 0) return;
		judged.report(`Adding ${quoted(column.name)} as PRIMARY KEY: ${impact(judged, blocking)}.`, "Add and fill the column first, build the unique index CONCURRENTLY, then ADD CONSTRAINT \u2026 PRIMARY KEY USING INDEX.");
	}
});

// src/rules/add-column-required.ts
/** PostgreSQL's not_null_violation. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const notNullViolation = "23502";
var add_column_required_default = defineRule({
	id: "add-column-required",
	title: "ADD COLUMN \u2026 NOT NULL without a default fails on a table with rows, and breaks the INSERTs of running code",
	category: "fails",
	severity: "error",
	on: ["add-column"],
	check(judged) {
		const { column, table } = judged.operation;
		if (!isInUse(judged.before, table) || effectOn(judged, table)?.fails?.code !== notNullViolation) return;
		judged.report(`Adding ${quoted(column.name)} as NOT NULL without a default fails if ${shown$2(judged, table)} has a row (error ${notNullViolation}). Even on an empty table, the INSERTs of code that is running do not give it a value and fail.`, `Give it a constant default; or add it nullable, fill it in batches once all code writes it, then make it NOT NULL. State the value for old rows as \`-- lockstep: backfill ${shown$2(judged, table)}.${quoted(column.name)} = <expression>\`.`);
	}
});

// src/rules/add-column-serial.ts
var add_column_serial_default = defineRule({
	id: "add-column-serial",
	title: "ADD COLUMN with a serial type rewrites the table to number its rows",
	category: "blocking",
	severity: "error",
	on: ["add-column"],
	check(judged) {
		const { column } = judged.operation;
		if (!isSerial$1(column)) return;
		const blocking = blockingWorkOf(judged, []);
		if (!rewrites$1(blocking)) return;
		judged.report(`Adding the ${column.type.text} column ${quoted(column.name)}: ${impactAndReason(judged, blocking)}.`, "Add a plain integer column, take its default from a sequence for new rows, then number the old rows in batches.");
	}
});

// src/rules/add-column-stored-generated.ts
var add_column_stored_generated_default = defineRule({
	id: "add-column-stored-generated",
	title: "ADD COLUMN \u2026 GENERATED ALWAYS AS (\u2026) STORED rewrites the table to compute it",
	category: "blocking",
	severity: "error",
	on: ["add-column"],
	check(judged) {
		const { column } = judged.operation;
		if (column.generated?.stored !== true) return;
		const blocking = blockingWorkOf(judged, ["generated"]);
		if (!rewrites$1(blocking)) return;
		judged.report(`Adding the stored generated column ${quoted(column.name)}: ${impact(judged, blocking)}.`, "Add a plain column, keep it up to date by a trigger and fill the old rows in batches; or make it VIRTUAL on PostgreSQL 18.");
	}
});

// src/rules/add-column-unique.ts
var add_column_unique_default = defineRule({
	id: "add-column-unique",
	title: "ADD COLUMN \u2026 UNIQUE builds an index under a lock that stops reads and writes",
	category: "blocking",
	severity: "error",
	on: ["add-column"],
	check(judged) {
		const { column } = judged.operation;
		if (!column.constraints.some((each) => each.type === "unique")) return;
		const blocking = blockingWork(judged);
		if (blocking.length === 0) return;
		judged.report(`Adding ${quoted(column.name)} as UNIQUE: ${impact(judged, blocking)}.`, "Add the column first, build the unique index CONCURRENTLY, then ADD CONSTRAINT \u2026 UNIQUE USING INDEX.");
	}
});

// src/rules/add-column-volatile-default.ts
var add_column_volatile_default_default = defineRule({
	id: "add-column-volatile-default",
	title: "ADD COLUMN with a volatile default rewrites the table under a lock that stops reads and writes",
	category: "blocking",
	severity: "error",
	on: ["add-column"],
	check(judged) {
		const { column, table } = judged.operation;
		if (column.default === void 0 || isSerial$1(column) || rewrites$1(blockingWorkOf(judged, []))) return;
		const blocking = blockingWorkOf(judged, ["default"]);
		if (!rewrites$1(blocking)) return;
		judged.report(`Adding ${quoted(column.name)}: ${impactAndReason(judged, blocking)}.`, `Add ${quoted(column.name)} to ${shown$2(judged, table)} without a default, set the default for new rows, then fill the old rows in batches.`);
	}
});

// src/rules/add-exclude-blocking.ts
var add_exclude_blocking_default = defineRule({
	id: "add-exclude-blocking",
	title: "ADD \u2026 EXCLUDE builds an index under a lock that stops reads and writes, and has no online form",
	category: "blocking",
	severity: "error",
	on: ["add-constraint"],
	check(judged) {
		const { constraint, table } = judged.operation;
		if (constraint.type !== "exclude") return;
		const blocking = blockingWork(judged);
		if (blocking.length === 0) return;
		judged.report(`Adding an EXCLUDE constraint to ${shown$2(judged, table)}: ${impact(judged, blocking)}. PostgreSQL has no NOT VALID or CONCURRENTLY form of it.`, "Create a new table with the constraint and move the rows in batches; or run it in a maintenance window with a short lock_timeout, and waive it with the reason.");
	}
});

// src/rules/add-foreign-key-validating.ts
var add_foreign_key_validating_default = defineRule({
	id: "add-foreign-key-validating",
	title: "ADD \u2026 FOREIGN KEY looks every row up while writes to both tables wait",
	category: "blocking",
	severity: "error",
	on: ["add-constraint"],
	check(judged) {
		const { constraint, table } = judged.operation;
		if (constraint.type !== "foreign-key") return;
		const blocking = blockingWork(judged);
		if (blocking.length === 0) return;
		judged.report(`Adding a foreign key from ${shown$2(judged, table)} to ${shown$2(judged, constraint.references)}: ${impact(judged, blocking)}.`, tableOf$1(judged.before, table)?.partitionBy !== void 0 && (judged.context.target.major ?? 0) < 18 ? "Add it to each partition NOT VALID, VALIDATE it there in a later transaction, then add it to the partitioned table, which takes theirs over; PostgreSQL 18 takes NOT VALID on the partitioned table itself." : "Add it NOT VALID, then VALIDATE CONSTRAINT in a later transaction: reads and writes go on meanwhile.");
	}
});

// src/rules/add-not-null-validating.ts
var add_not_null_validating_default = defineRule({
	id: "add-not-null-validating",
	title: "ADD \u2026 NOT NULL as a constraint reads every row under a lock that stops reads and writes",
	category: "blocking",
	severity: "error",
	on: ["add-constraint"],
	check(judged) {
		const { constraint } = judged.operation;
		if (constraint.type !== "not-null") return;
		const blocking = blockingWork(judged);
		if (blocking.length === 0) return;
		judged.report(`Adding a NOT NULL constraint on ${quoted(constraint.column)}: ${impact(judged, blocking)}.`, "Add it NOT VALID, then VALIDATE CONSTRAINT in a later transaction: reads and writes go on meanwhile.");
	}
});

// src/rules/add-primary-key-blocking.ts
var add_primary_key_blocking_default = defineRule({
	id: "add-primary-key-blocking",
	title: "ADD PRIMARY KEY builds an index, or reads every row for NULL, under a lock that stops reads and writes",
	category: "blocking",
	severity: "error",
	on: ["add-constraint"],
	check(judged) {
		const { constraint, table } = judged.operation;
		if (constraint.type !== "primary-key") return;
		const blocking = blockingWork(judged);
		if (blocking.length === 0) return;
		const what = constraint.usingIndex === void 0 ? `Adding a primary key to ${shown$2(judged, table)}` : `Making an index the primary key of ${shown$2(judged, table)} makes its columns NOT NULL`;
		judged.report(`${what}: ${constraint.usingIndex === void 0 ? impactOnPartitions(judged, table, blocking) : impactAndReason(judged, blocking)}.`, tableOf$1(judged.before, table)?.partitionBy !== void 0 ? perPartition("PRIMARY KEY") : "Make the columns NOT NULL behind a validated CHECK, build the unique index CONCURRENTLY, then ADD CONSTRAINT \u2026 PRIMARY KEY USING INDEX.");
	}
});

// src/rules/add-unique-blocking.ts
var add_unique_blocking_default = defineRule({
	id: "add-unique-blocking",
	title: "ADD \u2026 UNIQUE builds an index under a lock that stops reads and writes",
	category: "blocking",
	severity: "error",
	on: ["add-constraint"],
	check(judged) {
		const { constraint, table } = judged.operation;
		if (constraint.type !== "unique") return;
		const blocking = blockingWork(judged);
		if (blocking.length === 0) return;
		const partitioned = tableOf$1(judged.before, table)?.partitionBy !== void 0;
		judged.report(`Adding a UNIQUE constraint to ${shown$2(judged, table)}: ${impactOnPartitions(judged, table, blocking)}.`, partitioned ? perPartition("UNIQUE") : "Build the unique index CONCURRENTLY, then ADD CONSTRAINT \u2026 UNIQUE USING INDEX.");
	}
});

// src/rules/alter-column-type-blocking.ts
var alter_column_type_blocking_default = defineRule({
	id: "alter-column-type-blocking",
	title: "ALTER COLUMN \u2026 TYPE rewrites or reads every row, or rebuilds indexes, under a lock that stops reads and writes",
	category: "blocking",
	severity: "error",
	on: ["alter-column-type"],
	check(judged) {
		const { operation } = judged;
		const blocking = blockingWork(judged);
		if (blocking.length === 0) return;
		judged.report(`Changing ${quoted(operation.column)} to ${operation.type.text}: ${impactAndReason(judged, blocking)}.`, "Add a second column of the new type, keep it in step by a trigger, fill it in batches, then let the code and the names change over.");
	}
});

// src/rules/alter-domain-validating.ts
var alter_domain_validating_default = defineRule({
	id: "alter-domain-validating",
	title: "A new constraint on a domain reads every row of every table that uses it, while their writes wait",
	category: "blocking",
	severity: "error",
	on: [
		"add-domain-constraint",
		"set-domain-not-null",
		"validate-domain-constraint"
	],
	check(judged) {
		const blocking = blockingWork(judged);
		if (blocking.length === 0) return;
		judged.report(`ALTER DOMAIN ${quoted(judged.operation.domain.name)}: ${impactAndReason(judged, blocking)}.`, "Put the rule on the columns instead, as CHECK constraints: NOT VALID first, VALIDATE CONSTRAINT in a later transaction, table by table.");
	}
});

// src/rules/kinds.ts
/** Typed so that the compiler asks for a new kind of operation here too. */
const kinds = {
	"add-column": true,
	"add-constraint": true,
	"add-domain-constraint": true,
	"add-enum-value": true,
	"add-identity": true,
	"alter-column-type": true,
	"alter-composite": true,
	"alter-constraint": true,
	"alter-function": true,
	"alter-policy": true,
	"alter-sequence": true,
	"alter-view": true,
	analyze: true,
	"attach-index": true,
	"attach-partition": true,
	call: true,
	cluster: true,
	"cluster-on": true,
	"column-setting": true,
	copy: true,
	"create-domain": true,
	"create-enum": true,
	"create-extension": true,
	"create-function": true,
	"create-index": true,
	"create-policy": true,
	"create-rule": true,
	"create-schema": true,
	"create-sequence": true,
	"create-table": true,
	"create-trigger": true,
	"create-type": true,
	"create-view": true,
	delete: true,
	"detach-partition": true,
	"drop-column": true,
	"drop-constraint": true,
	"drop-default": true,
	"drop-domain-constraint": true,
	"drop-expression": true,
	"drop-extension": true,
	"drop-function": true,
	"drop-identity": true,
	"drop-index": true,
	"drop-not-null": true,
	"drop-policy": true,
	"drop-rule": true,
	"drop-schema": true,
	"drop-sequence": true,
	"drop-table": true,
	"drop-trigger": true,
	"drop-type": true,
	"drop-view": true,
	"dynamic-sql": true,
	"index-setting": true,
	inherit: true,
	insert: true,
	"lock-table": true,
	merge: true,
	"no-inherit": true,
	"of-type": true,
	other: true,
	"refresh-view": true,
	reindex: true,
	"rename-column": true,
	"rename-constraint": true,
	"rename-enum-value": true,
	"rename-index": true,
	"rename-rule": true,
	"rename-schema": true,
	"rename-sequence": true,
	"rename-table": true,
	"rename-trigger": true,
	"rename-type": true,
	"rename-view": true,
	"replica-identity": true,
	"row-security": true,
	select: true,
	"set-access-method": true,
	"set-default": true,
	"set-domain-default": true,
	"set-domain-not-null": true,
	"set-expression": true,
	"set-identity": true,
	"set-index-tablespace": true,
	"set-logged": true,
	"set-not-null": true,
	"set-rule-state": true,
	"set-schema": true,
	"set-table-options": true,
	"set-tablespace": true,
	"set-trigger-state": true,
	"set-type-schema": true,
	"set-variable": true,
	"table-owner": true,
	transaction: true,
	truncate: true,
	update: true,
	vacuum: true,
	"validate-constraint": true,
	"validate-domain-constraint": true
};
/** Every kind of operation: for rules that ask only what a statement locks. */
const everyKind = Object.keys(kinds);

// src/rules/always-fails.ts
/** What a rule of its own reports, with more to say about it. */
const reportedElsewhere = {
	"add-column": "23502",
	"create-index": "0A000"
};
var always_fails_default = defineRule({
	id: "always-fails",
	title: "PostgreSQL refuses the statement, whatever the rows hold",
	category: "fails",
	severity: "error",
	on: everyKind,
	check(judged) {
		const { operation, context } = judged;
		if (operation.conditional || operation.kind === "truncate" && judged.statement.operations.length > 1) return;
		for (const { table, fails, versions } of judged.effects) {
			if (!fails?.certain || reportedElsewhere[operation.kind] === fails.code) continue;
			if (versions !== void 0 && context.target.major === void 0) continue;
			judged.report(`PostgreSQL${context.target.major === void 0 ? "" : ` ${context.target.major}`} refuses this on ${shown$2(judged, table)}: ${fails.reason} (error ${fails.code}).`, "Change the statement, or what stands in its way before it.");
			return;
		}
	}
});

// src/rules/attach-partition-scanning.ts
var attach_partition_scanning_default = defineRule({
	id: "attach-partition-scanning",
	title: "ATTACH PARTITION reads every row of the partition, or of the default partition, unless a valid CHECK proves the bound",
	category: "blocking",
	severity: "error",
	on: ["attach-partition"],
	check(judged) {
		const { operation } = judged;
		const blocking = blockingWork(judged);
		if (blocking.length === 0) return;
		judged.report(`Attaching ${shown$2(judged, operation.partition)} to ${shown$2(judged, operation.table)}: ${impactAndReason(judged, blocking)}.`, "Prove the bound first: on the table that is read, ADD CONSTRAINT \u2026 CHECK \u2026 NOT VALID, VALIDATE it in a later transaction, then attach and drop the CHECK.");
	}
});

// src/rules/cluster-table.ts
var cluster_table_default = defineRule({
	id: "cluster-table",
	title: "CLUSTER rewrites the table under a lock that stops reads and writes",
	category: "blocking",
	severity: "error",
	on: ["cluster"],
	check(judged) {
		const { operation } = judged;
		const blocking = blockingWork(judged);
		if (blocking.length === 0 && operation.table !== void 0) return;
		const who = blocking.length > 0 ? impact(judged, blocking) : "reads and writes of each clustered table wait while its rows are rewritten (ACCESS EXCLUSIVE lock)";
		judged.report(`CLUSTER: ${who}.`, "Leave it out of the migration; pg_repack orders a table by an index while it is in use.");
	}
});

// src/rules/together.ts
/** Why this operation runs in the transaction of an earlier one whose statement began on `line`. */
function togetherWith(judged, line) {
	const { transaction, statement, operation } = judged;
	if (statement.operations[0] !== operation && judged.line === line) return {
		because: isInBlock(judged) ? "a DO block is one statement" : "it is the same statement",
		certain: true
	};
	return {
		because: transaction.because,
		certain: transaction.open === "yes"
	};
}
/** Whether the operation stands in a DO block, which runs as one statement. */
function isInBlock({ migration, statement }) {
	return /^do\b/i.test(migration.text.slice(statement.span.start, statement.span.end));
}
/** What is only possible, not certain, warns. */
function severityOf({ certain }) {
	return certain ? {} : { severity: "warning" };
}

// src/rules/commit-in-wrapped-migration.ts
var commit_in_wrapped_migration_default = defineRule({
	id: "commit-in-wrapped-migration",
	title: "COMMIT, ROLLBACK or a CALL that commits, in a file that the migration tool wraps in a transaction",
	category: "operations",
	severity: "error",
	on: ["transaction", "call"],
	check(judged) {
		const { operation, transaction } = judged;
		if (operation.kind === "transaction" && operation.action !== "commit" && operation.action !== "rollback") return;
		const advice = "Let the migration tool end the transaction, or put this into a file that runs outside of one.";
		if (operation.kind === "call" || isInBlock(judged)) {
			if (transaction.open === "no") return;
			const certain = operation.kind === "transaction" && (transaction.open === "yes" || !transaction.alone);
			judged.report(`${operation.kind === "call" ? "A procedure that commits" : "COMMIT or ROLLBACK in a DO block"} fails inside a transaction block (error 2D000): ${transaction.because}.`, advice, certain ? {} : { severity: "warning" });
		} else if (transaction.mode === "wrapped") judged.report(`${operation.action.toUpperCase()} ends the transaction that the migration tool opened: what follows runs outside of it, and the tool no longer records the migration together with its changes.`, advice);
	}
});

// src/rules/concurrently-in-transaction.ts
var concurrently_in_transaction_default = defineRule({
	id: "concurrently-in-transaction",
	title: "CONCURRENTLY fails inside a transaction block",
	category: "operations",
	severity: "error",
	on: [
		"create-index",
		"drop-index",
		"reindex",
		"detach-partition"
	],
	check(judged) {
		const { operation, transaction } = judged;
		const inBlock = isInBlock(judged);
		if (!operation.concurrently || transaction.open === "no" && !inBlock) return;
		const what = `${{
			"create-index": "CREATE INDEX",
			"drop-index": "DROP INDEX",
			reindex: "REINDEX",
			"detach-partition": "DETACH PARTITION"
		}[operation.kind]} CONCURRENTLY`;
		if (transaction.open === "maybe" && transaction.alone && !inBlock) {
			judged.report(`${what} fails if the migration tool wraps files in a transaction (error 25001), and it is not known whether it does.`, "Say which it does by `transaction:` in .lockstep.yml, or write `-- lockstep: no-transaction` in this file.", { severity: "warning" });
			return;
		}
		judged.report(transaction.open === "maybe" && !inBlock ? `${what} fails where this file runs as one transaction or is sent as one query (error 25001), as most migration tools do with a file of several statements.` : `${what} cannot run inside a transaction block (error 25001): ${inBlock ? "a DO block runs in one" : transaction.because}.`, "Put it alone into a migration file that runs outside a transaction.");
	}
});

// src/rules/create-index-blocking.ts
var create_index_blocking_default = defineRule({
	id: "create-index-blocking",
	title: "CREATE INDEX without CONCURRENTLY stops writes until the index is built",
	category: "blocking",
	severity: "error",
	on: ["create-index"],
	check(judged) {
		const { operation } = judged;
		const table = tableOf$1(judged.before, operation.table);
		if (operation.concurrently || table?.partitionBy !== void 0) return;
		if (operation.only && table?.complete !== true) return;
		const blocking = blockingWork(judged);
		if (blocking.length === 0) return;
		judged.report(`CREATE INDEX on ${shown$2(judged, operation.table)} without CONCURRENTLY: ${impact(judged, blocking)}.`, "CREATE INDEX CONCURRENTLY, outside a transaction and alone in its file: writes go on meanwhile.");
	}
});

// src/rules/create-index-partitioned.ts
var create_index_partitioned_default = defineRule({
	id: "create-index-partitioned",
	title: "CREATE INDEX on a partitioned table stops writes to every partition, and cannot be CONCURRENTLY",
	category: "blocking",
	severity: "error",
	on: ["create-index"],
	check(judged) {
		const { operation } = judged;
		if (tableOf$1(judged.before, operation.table)?.partitionBy === void 0) return;
		const advice = "CREATE INDEX \u2026 ON ONLY the parent, CREATE INDEX CONCURRENTLY on each partition, then ALTER INDEX \u2026 ATTACH PARTITION for each.";
		if (operation.concurrently) {
			judged.report(`CREATE INDEX CONCURRENTLY always fails here: ${shown$2(judged, operation.table)} is partitioned (error 0A000).`, isInUse(judged.before, operation.table) ? advice : "Leave CONCURRENTLY out: the table is new, nobody waits.");
			return;
		}
		const blocking = blockingWork(judged);
		if (blocking.length === 0) return;
		judged.report(`CREATE INDEX on the partitioned table ${shown$2(judged, operation.table)}: ${impactOnPartitions(judged, operation.table, blocking)}.`, advice);
	}
});

// src/rules/create-partition-scanning-default.ts
var create_partition_scanning_default_default = defineRule({
	id: "create-partition-scanning-default",
	title: "CREATE TABLE \u2026 PARTITION OF reads every row of the default partition under a lock that stops reads and writes",
	category: "blocking",
	severity: "error",
	on: ["create-table"],
	check(judged) {
		const { operation } = judged;
		if (operation.partitionOf === void 0) return;
		const blocking = blockingWork(judged);
		if (blocking.length === 0) return;
		judged.report(`Creating the partition ${shown$2(judged, operation.table)} of ${shown$2(judged, operation.partitionOf.parent)}: ${impactAndReason(judged, blocking)}.`, "Prove that it has none: ADD CONSTRAINT \u2026 CHECK that excludes the new range to the default partition, NOT VALID first, VALIDATE it in a later transaction.");
	}
});

// src/rules/whole-table.ts
/**
* Whether a WHERE lets every row through: it is missing, it is constant and true, it tests what can only be true, or it asks for NULL in a column
* that the unit under review added. (A default that came with the column would leave no NULL, but nobody asks for it then; one that was set
* afterwards leaves the rows as they are.)
*/
function matchesEveryRow(where, table, unit) {
	return where === void 0 || always(where.tree, table, unit);
}
function always(node, table, unit) {
	switch (node.kind) {
		case "constant": return node.type === "bool" ? node.value === "true" : false;
		case "and": return node.arguments.every((each) => always(each, table, unit));
		case "or": return node.arguments.some((each) => always(each, table, unit));
		case "operator": {
			const { left, right } = node;
			if (node.operator !== "=" || left === void 0) return false;
			if (left.kind === "constant" && right.kind === "constant") return left.value === right.value;
			return left.kind === "column" && right.kind === "column" && left.path.join(".") === right.path.join(".") && isNotNull(left, table);
		}
		case "null-test": {
			if (node.argument.kind !== "column") return false;
			if (node.negated) return isNotNull(node.argument, table);
			const column = columnOf$1(table, lastOf(node.argument));
			return column !== void 0 && unit !== 0 && column.createdIn === unit && !column.notNull;
		}
		default: return false;
	}
}
/** Whether a WHERE compares a whole key of the table with constants: it touches one row, or as many as an IN list has values. */
function touchesOneRow(where, table) {
	if (where === void 0 || table === void 0) return false;
	const fixed = new Set(fixedColumns(where.tree));
	return table.constraints.flatMap(({ definition }) => definition.type === "primary-key" || definition.type === "unique" ? [definition.columns] : []).some((columns) => columns.length > 0 && columns.every((column) => fixed.has(column)));
}
function fixedColumns(node) {
	if (node.kind === "and") return node.arguments.flatMap(fixedColumns);
	if (node.kind !== "operator" || node.operator !== "=" || node.left === void 0) return [];
	const { left, right } = node;
	const constant = right.kind === "list" ? right.arguments.every(isConstant) : isConstant(right);
	return left.kind === "column" && constant ? [lastOf(left)] : [];
}
function isConstant(node) {
	return node.kind === "constant" || node.kind === "cast" && isConstant(node.argument);
}
function isNotNull(node, table) {
	return node.kind === "column" && columnOf$1(table, lastOf(node))?.notNull === true;
}
function lastOf(node) {
	return node.path.at(-1);
}

// src/rules/data-change-with-schema-change.ts
var data_change_with_schema_change_default = defineRule({
	id: "data-change-with-schema-change",
	title: "Rows are changed while the transaction still holds the lock of a schema change",
	category: "operations",
	severity: "error",
	on: [
		"insert",
		"update",
		"delete",
		"merge",
		"copy"
	],
	check(judged) {
		const { operation, transaction } = judged;
		const held = strongest(transaction.held.filter((each) => blocksWrites(each.lock)));
		if (held === void 0 || operation.table === void 0 || !mayTakeLong(judged)) return;
		const together = togetherWith(judged, held.line);
		const table = shown$2(judged, held.table);
		judged.report(`${operation.kind.toUpperCase()} on ${shown$2(judged, operation.table)} runs in the transaction that took ${aLock(held.lock)} on ${table} on line ${held.line} (${together.because}): ${waiting(held.lock)} of ${table} wait until the rows are changed.`, "Commit the schema change first, and change the rows in batches in a migration file of its own.", severityOf(together));
	}
});
function mayTakeLong({ operation, before }) {
	switch (operation.kind) {
		case "insert": return operation.reads.some((table) => isInUse(before, table));
		case "copy": return operation.writes;
		case "update":
		case "delete": return isInUse(before, operation.table) && !touchesOneRow(operation.where, tableOf$1(before, operation.table));
		case "merge": return true;
	}
}

// src/rules/delete-whole-table.ts
var delete_whole_table_default = defineRule({
	id: "delete-whole-table",
	title: "DELETE of every row in one statement locks each row until it ends, and loses the data",
	category: "operations",
	severity: "error",
	on: ["delete"],
	check(judged) {
		const { operation, before } = judged;
		if (!isInUse(before, operation.table)) return;
		if (!matchesEveryRow(operation.where, tableOf$1(before, operation.table), before.unit)) return;
		judged.report(`This DELETE reaches every row of ${sized(judged, operation.table)}: it marks every row dead in one transaction, and writes to those rows wait until it ends (ROW EXCLUSIVE lock, and a lock on each row).`, "Delete in batches by primary key, each committed on its own; or TRUNCATE, where nobody uses the table.");
	}
});

// src/rules/drop-column.ts
var drop_column_default = defineRule({
	id: "drop-column",
	title: "DROP COLUMN breaks running code that reads or writes the column, and loses its data",
	category: "breaking",
	severity: "error",
	on: ["drop-column"],
	check(judged) {
		const { table, column } = judged.operation;
		if (!isInUse(judged.before, table) || isNewColumn(judged.before, table, column)) return;
		judged.report(`Code that is running while the migration is applied may still name ${shown$2(judged, table)}.${quoted(column)}: its queries fail as soon as the column is gone, and the data is lost.`, "Deploy code that no longer names the column first; then drop it, with a lockstep-ignore that says which release that was.");
	}
});

// src/rules/drop-index-blocking.ts
var drop_index_blocking_default = defineRule({
	id: "drop-index-blocking",
	title: "DROP INDEX without CONCURRENTLY takes a lock that stops reads and writes of its table",
	category: "blocking",
	severity: "error",
	on: ["drop-index"],
	check(judged) {
		const { operation, before } = judged;
		const known = indexOf(before, operation.index);
		if (operation.concurrently || operation.cascade || known?.table.partitionBy || known?.index.constraint !== void 0) return;
		if (known && !isInUse(before, known.table.name)) return;
		const felt = feltLocks(judged);
		const who = felt.length > 0 ? lockWait(judged, felt) : "reads and writes of its table wait behind its ACCESS EXCLUSIVE lock";
		judged.report(`DROP INDEX ${quoted(operation.index.name)} without CONCURRENTLY waits for every running query on the table, and ${who}.`, "DROP INDEX CONCURRENTLY, outside a transaction and alone in its file.");
	}
});

// src/rules/dependents.ts
/**
* What in the schema needs the dropped object, so that PostgreSQL refuses the drop without CASCADE and takes it along with it.
* What the same statement drops too (`DROP TABLE a, b`) is no hindrance. https://www.postgresql.org/docs/current/ddl-depend.html
*/
function dependentsOf(drop, schema, statement) {
	const gone = new Set(statement.flatMap((each) => {
		if (each.kind === "drop-table") return [keyOf(resolve(schema, each.table))];
		return each.kind === "drop-view" ? [keyOf(resolve(schema, each.view, schema.views))] : [];
	}));
	const stays = (name) => !gone.has(keyOf(name));
	switch (drop.kind) {
		case "drop-view": return viewsOf(schema, resolve(schema, drop.view, schema.views)).filter(({ of }) => stays(of));
		case "drop-type": return usersOfType(schema, resolve(schema, drop.type, schema.types));
		case "drop-index": {
			const known = indexOf(schema, drop.index);
			return known?.index.constraint === void 0 ? [] : [{
				what: "constraint",
				name: known.index.constraint,
				of: known.table.name
			}];
		}
		case "drop-sequence": return (schema.sequenceUsers.get(keyOf(resolve(schema, drop.sequence, schema.sequences))) ?? []).map((table) => ({
			what: "table",
			name: table.name,
			of: table
		}));
		case "drop-function": return usersOfFunction(schema, resolve(schema, drop.function, schema.functions));
		default: {
			const table = tableOf$1(schema, drop.table);
			if (table === void 0) return [];
			if (drop.kind === "drop-constraint") {
				const key = table.constraints.find((each) => each.name === drop.constraint)?.definition;
				return key?.type === "primary-key" || key?.type === "unique" ? foreignKeysTo(schema, table, (columns) => same(columns, key.columns)) : [];
			}
			if (drop.kind === "drop-column") return [
				...viewsOf(schema, table.name, drop.column),
				...foreignKeysTo(schema, table, (columns) => columns.includes(drop.column)).filter(({ of }) => keyOf(of) !== keyOf(table.name)),
				...table.columns.filter((each) => each.generated && columnsIn(each.generated.expression.tree).includes(drop.column)).map((each) => ({
					what: "column",
					name: each.name,
					of: table.name
				}))
			];
			return [
				...viewsOf(schema, table.name).filter(({ of }) => stays(of)),
				...foreignKeysTo(schema, table, () => true).filter(({ of }) => stays(of)),
				...table.children.filter((child) => stays(child) && schema.tables.get(keyOf(child))?.partitionOf === void 0).map((child) => ({
					what: "table",
					name: child.name,
					of: child
				}))
			];
		}
	}
}
function viewsOf(schema, name, column) {
	const readBy = (schema.tables.get(keyOf(name)) ?? schema.views.get(keyOf(name)))?.readBy ?? [];
	const reads = (view) => column === void 0 || schema.views.get(keyOf(view))?.reads.some((each) => keyOf(each.table) === keyOf(name) && (each.columns.includes(column) || each.columns.includes("*"))) === true;
	return readBy.filter(reads).map((view) => ({
		what: "view",
		name: view.name,
		of: view
	}));
}
function foreignKeysTo(schema, table, uses) {
	const primary = table.constraints.find((each) => each.definition.type === "primary-key")?.definition;
	return table.referencedBy.filter((each) => {
		const constraint = schema.tables.get(keyOf(each.table))?.constraints.find(({ name }) => name === each.constraint)?.definition;
		if (constraint?.type !== "foreign-key") return false;
		const implied = primary?.type === "primary-key" ? primary.columns : [];
		return uses(constraint.referencedColumns.length > 0 ? constraint.referencedColumns : implied);
	}).map((each) => ({
		what: "foreign key",
		name: each.constraint,
		of: each.table
	}));
}
function usersOfType(schema, type) {
	return (schema.typeUsers.get(keyOf(type)) ?? []).map(({ kind, name }) => ({
		what: kind,
		name: name.name,
		of: name
	}));
}
/** Columns and CHECK constraints that call it. Of an overloaded function nobody can tell here which one they call. */
function usersOfFunction(schema, name) {
	if (schema.functions.get(keyOf(name))?.length !== 1) return [];
	const calls = (expression) => expression !== void 0 && someNode(expression.tree, (node) => node.kind === "call" && node.function.name === name.name && keyOf(resolve(schema, node.function, schema.functions)) === keyOf(name));
	return schema.tables.entries().flatMap(([, table]) => [...table.columns.filter((each) => calls(each.default) || calls(each.generated?.expression)).map((each) => ({
		what: "column",
		name: each.name,
		of: table.name
	})), ...table.constraints.filter((each) => each.definition.type === "check" && calls(each.definition.expression)).map((each) => ({
		what: "constraint",
		name: each.name,
		of: table.name
	}))]);
}
function same(a, b) {
	return a.length === b.length && a.every((each) => b.includes(each));
}

// src/rules/drop-still-used.ts
var drop_still_used_default = defineRule({
	id: "drop-still-used",
	title: "A DROP of something that a view, foreign key or column still needs fails, or with CASCADE takes it along",
	category: "operations",
	severity: "error",
	on: [
		"drop-table",
		"drop-column",
		"drop-constraint",
		"drop-index",
		"drop-view",
		"drop-type",
		"drop-sequence",
		"drop-function"
	],
	check(judged) {
		const { operation, statement, before } = judged;
		const dependents = dependentsOf(operation, before, statement.operations);
		if (dependents.length === 0) return;
		const word = ({ what, name, of }) => what === "foreign key" || what === "constraint" || what === "column" ? `${what} ${quoted(name)} of ${shown$2(judged, of)}` : `${what} ${shown$2(judged, of)}`;
		const needs = listed(dependents.map(word));
		const what = operation.kind.replace("-", " ").toUpperCase();
		judged.report(operation.cascade && operation.kind !== "drop-index" ? `${what} with CASCADE takes along what needs it, without asking: ${needs}.` : `${what} fails: ${needs} ${dependents.length === 1 ? "needs" : "need"} it (error 2BP01).`, operation.kind === "drop-index" ? "ALTER TABLE \u2026 DROP CONSTRAINT drops its index with it." : "Drop or change what needs it first, in statements of their own, so that each can be reviewed.");
	}
});

// src/rules/drop-table.ts
var drop_table_default = defineRule({
	id: "drop-table",
	title: "DROP TABLE or DROP SCHEMA breaks running code that uses it, and loses the data",
	category: "breaking",
	severity: "error",
	on: ["drop-table", "drop-schema"],
	check(judged) {
		const { operation, before } = judged;
		const advice = "Deploy code that no longer uses it first; then drop it, with a lockstep-ignore that says which release that was.";
		if (operation.kind === "drop-schema") {
			if (!operation.cascade) return;
			judged.report(`DROP SCHEMA ${quoted(operation.schema)} CASCADE drops every table, view and function in it: running code that uses them fails, and the data is lost.`, advice);
			return;
		}
		if (!isInUse(before, operation.table)) return;
		const others = feltLocks(judged).filter((effect) => !sameTable(effect.table, resolve(before, operation.table)));
		const locks = `It also locks ${listed(others.map((each) => shown$2(judged, each.table)))} (ACCESS EXCLUSIVE), at the other end of a foreign key or partition.`;
		judged.report(`Code that is running while the migration is applied may still use ${shown$2(judged, operation.table)}: its queries fail as soon as the table is gone, and the data is lost.${others.length > 0 ? ` ${locks}` : ""}`, advice);
	}
});

// src/rules/dynamic-sql.ts
var dynamic_sql_default = defineRule({
	id: "dynamic-sql",
	title: "SQL that is put together at run time cannot be checked",
	category: "unreadable",
	severity: "error",
	on: ["dynamic-sql"],
	check(judged) {
		judged.report(`This cannot be checked: ${judged.operation.reason.replace(/\s+/g, " ")}.`, "Write the statements out; or write `-- lockstep-ignore dynamic-sql: <reason>` above it once somebody has read it.");
	}
});

// src/rules/edited-migration.ts
/** Reported by `analysis/judge.ts`: it is about the file, which no operation stands for. */
var edited_migration_default = defineRule({
	id: "edited-migration",
	title: "A migration that is already on the base branch was edited: databases that have run it will not run it again",
	category: "policy",
	severity: "error",
	on: [],
	check() {}
});

// src/rules/enum-value-in-same-transaction.ts
var enum_value_in_same_transaction_default = defineRule({
	id: "enum-value-in-same-transaction",
	title: "An enum value that was added in the same transaction cannot be used yet",
	category: "fails",
	severity: "error",
	on: [
		"insert",
		"update",
		"delete",
		"merge",
		"select",
		"add-column",
		"set-default",
		"add-constraint",
		"create-index"
	],
	check(judged) {
		const { operation, statement, before, migration, transaction } = judged;
		if (transaction.addedEnumValues.length === 0) return;
		const text = migration.text.slice(statement.span.start, statement.span.end);
		const table = "table" in operation ? tableOf$1(before, operation.table) : void 0;
		const used = transaction.addedEnumValues.find(({ type, value }) => {
			if (!text.includes(`'${value.replaceAll("'", "''")}'`)) return false;
			if (table?.complete !== true || operation.kind === "add-column") return true;
			return table.columns.some((column) => keyOf(resolve(before, column.type, before.types)) === keyOf(type));
		});
		if (used === void 0) return;
		judged.report(`The value '${used.value}' was added to ${quoted(used.type.name)} earlier in this transaction (${transaction.open === "no" ? "it is the same statement" : transaction.because}), and PostgreSQL does not let it be used before that is committed (error 55P04).`, "Add the value in a migration file of its own, before this one.", transaction.open === "maybe" ? { severity: "warning" } : {});
	}
});

// src/rules/ignore-without-reason.ts
/** Reported by `analysis/suppression.ts`: it is about the comment, which no operation stands for. */
var ignore_without_reason_default = defineRule({
	id: "ignore-without-reason",
	title: "A lockstep-ignore without a reason waives nothing",
	category: "policy",
	severity: "error",
	on: [],
	check() {}
});

// src/rules/lock-table.ts
var lock_table_default = defineRule({
	id: "lock-table",
	title: "LOCK TABLE stops reads or writes until the transaction ends",
	category: "operations",
	severity: "error",
	on: ["lock-table"],
	check(judged) {
		const felt = feltLocks(judged);
		if (felt.length === 0) return;
		judged.report(`LOCK TABLE: ${lockWait(judged, felt)} until the transaction ends, however short the statements after it are.`, "Leave it out: each statement takes the lock that it needs. To change rows safely, lock the rows with SELECT \u2026 FOR UPDATE in batches.");
	}
});

// src/rules/malformed-directive.ts
/** Reported by `analysis/judge.ts`: it is about the comment, which no operation stands for. */
var malformed_directive_default = defineRule({
	id: "malformed-directive",
	title: "A comment that begins like a directive and is none",
	category: "policy",
	severity: "error",
	on: [],
	check() {}
});

// src/rules/missing-lock-timeout.ts
var missing_lock_timeout_default = defineRule({
	id: "missing-lock-timeout",
	title: "A lock that others queue behind is taken without a lock_timeout",
	category: "operations",
	severity: "warning",
	on: everyKind,
	oncePerMigration: true,
	check(judged) {
		const { operation, transaction, settings } = judged;
		const { lockTimeout } = transaction;
		if (lockTimeout === void 0 ? !settings.lockTimeoutExpected : lockTimeout > 0) return;
		if ("concurrently" in operation && operation.concurrently) return;
		const felt = feltLocks(judged);
		if (felt.length === 0) return;
		judged.report(`${lockTimeout === 0 ? "lock_timeout is off here" : "No lock_timeout is set"}: while this statement waits for a query or transaction that is still using ${felt.length === 1 ? "the table" : "the tables"}, ${lockWait(judged, felt)}.`, "Write `SET lock_timeout = '5s';` before it, and run the migration again if it times out; or set `lock-timeout: role` or `lock-timeout: tool` in .lockstep.yml, where one of them sets it.");
	}
});

// src/rules/narrow-column-type.ts
var narrow_column_type_default = defineRule({
	id: "narrow-column-type",
	title: "A type that holds less refuses values that rows hold and running code still writes",
	category: "breaking",
	severity: "error",
	on: ["alter-column-type"],
	check(judged) {
		const { table, column, type } = judged.operation;
		if (!isInUse(judged.before, table) || isNewColumn(judged.before, table, column)) return;
		const fails = effectOn(judged, table)?.fails;
		if (fails === void 0 || !fails.code.startsWith("22")) return;
		judged.report(`Changing ${shown$2(judged, table)}.${quoted(column)} to ${type.text} fails on rows that it cannot hold: ${fails.reason} (error ${fails.code}). Code that is running goes on writing such values, and fails from here on.`, "Make the code write only what fits, hold it to that by a CHECK (NOT VALID first, validated later), then change the type.");
	}
});

// src/rules/required.ts
/**
* The columns for which an INSERT must give a value once the operation has run, unless they have a default. A NOT VALID constraint
* counts too: it spares the old rows only.
*/
function requiresValue(operation, table) {
	switch (operation.kind) {
		case "set-not-null": return [operation.column];
		case "drop-default": return columnOf$1(table, operation.column)?.notNull ? [operation.column] : [];
		case "add-constraint": {
			const { constraint } = operation;
			if (constraint.notEnforced) return [];
			if (constraint.type === "not-null") return [constraint.column];
			if (constraint.type === "primary-key") return constraint.usingIndex === void 0 ? constraint.columns : indexColumns(table, constraint.usingIndex);
			return constraint.type === "check" ? refusesNull(constraint.expression.tree) : [];
		}
	}
}
/** The columns that `x IS NOT NULL`, alone or joined by AND, keeps from being NULL. */
function refusesNull(node) {
	if (node.kind === "and") return node.arguments.flatMap(refusesNull);
	return node.kind === "null-test" && node.negated && node.argument.kind === "column" ? node.argument.path.slice(-1) : [];
}
function indexColumns(table, name) {
	return (table?.indexes.find((each) => each.name === name))?.definition.elements.flatMap((each) => each.column === void 0 ? [] : [each.column]) ?? [];
}

// src/rules/new-required-column.ts
var new_required_column_default = defineRule({
	id: "new-required-column",
	title: "A column of this deployment that becomes required breaks the INSERTs of running code, which does not know it",
	category: "breaking",
	severity: "error",
	on: [
		"set-not-null",
		"drop-default",
		"add-constraint"
	],
	check(judged) {
		const { operation, before, statement } = judged;
		if (!isInUse(before, operation.table)) return;
		const table = tableOf$1(before, operation.table);
		for (const column of requiresValue(operation, table)) {
			const known = columnOf$1(table, column);
			if (known === void 0 || !isNewColumn(before, operation.table, column)) continue;
			if (known.identity !== void 0 || known.generated !== void 0 || known.default !== void 0 && operation.kind !== "drop-default" || statement.operations.some((each) => givesValue(each, operation.table, column))) continue;
			judged.report(`${shown$2(judged, operation.table)}.${quoted(column)} is new in this deployment and would have no default: the INSERTs of code that is running do not give it a value, and fail from here on.`, "Require it in a later deployment, once all running code writes it; or give it a default.");
			return;
		}
	}
});
/** Whether another action of the same ALTER TABLE lets the column fill itself: `DROP DEFAULT, \u2026 ADD GENERATED AS IDENTITY`. */
function givesValue(action, table, column) {
	return (action.kind === "add-identity" || action.kind === "set-default") && action.column === column && action.table.name === table.name && action.table.schema === table.schema;
}

// src/rules/refresh-materialized-view-blocking.ts
var refresh_materialized_view_blocking_default = defineRule({
	id: "refresh-materialized-view-blocking",
	title: "REFRESH MATERIALIZED VIEW without CONCURRENTLY stops reads until its query has run",
	category: "blocking",
	severity: "error",
	on: ["refresh-view"],
	check(judged) {
		const { operation } = judged;
		if (operation.concurrently) return;
		const blocking = blockingWork(judged);
		if (blocking.length === 0) return;
		judged.report(`REFRESH MATERIALIZED VIEW ${shown$2(judged, operation.view)} without CONCURRENTLY: ${impact(judged, blocking)}.`, "REFRESH MATERIALIZED VIEW CONCURRENTLY; it needs a unique index over all rows of the view.");
	}
});

// src/rules/reindex-blocking.ts
var reindex_blocking_default = defineRule({
	id: "reindex-blocking",
	title: "REINDEX without CONCURRENTLY stops writes, and reads that use the index, until it is rebuilt",
	category: "blocking",
	severity: "error",
	on: ["reindex"],
	check(judged) {
		const { operation, effects } = judged;
		if (operation.concurrently) return;
		const blocking = blockingWork(judged);
		if (blocking.length === 0 && effects.length > 0) return;
		const what = `REINDEX ${operation.target.toUpperCase()}${operation.name === void 0 ? "" : ` ${quoted(operation.name.name)}`}`;
		const who = blocking.length > 0 ? impact(judged, blocking) : "writes of each table wait while its indexes are rebuilt (SHARE lock)";
		judged.report(`${what} without CONCURRENTLY: ${who}. Reads that would use an index that is being rebuilt wait too.`, "REINDEX \u2026 CONCURRENTLY, outside a transaction and alone in its file.");
	}
});

// src/rules/rename-column.ts
var rename_column_default = defineRule({
	id: "rename-column",
	title: "RENAME COLUMN breaks running code that uses the old name",
	category: "breaking",
	severity: "error",
	on: ["rename-column"],
	check(judged) {
		const { table, column, to } = judged.operation;
		if (!isInUse(judged.before, table) || isNewColumn(judged.before, table, column)) return;
		judged.report(`Code that is running while the migration is applied may still name ${shown$2(judged, table)}.${quoted(column)}: its queries fail as soon as the column is called ${quoted(to)}, and code that is deployed earlier fails until then.`, `Add ${quoted(to)} as a second column, keep both in step by a trigger, fill it in batches, let the code change over, then drop ${quoted(column)}; or map the new name in the code alone.`);
	}
});

// src/rules/rename-enum-value.ts
var rename_enum_value_default = defineRule({
	id: "rename-enum-value",
	title: "ALTER TYPE \u2026 RENAME VALUE breaks running code that writes or compares the old value",
	category: "breaking",
	severity: "error",
	on: ["rename-enum-value"],
	check(judged) {
		const { type, from, to } = judged.operation;
		judged.report(`Code that is running while the migration is applied may still use the value '${from}' of ${quoted(type.name)}: its queries fail as soon as it is called '${to}', and rows come back with a value that it does not know.`, `Add '${to}' as a further value, let the code accept both, rewrite the rows in batches, and leave '${from}' unused.`);
	}
});

// src/rules/rename-table.ts
var rename_table_default = defineRule({
	id: "rename-table",
	title: "Renaming a table, view or schema, or moving a table to another schema, breaks running code that uses the old name",
	category: "breaking",
	severity: "error",
	on: [
		"rename-table",
		"set-schema",
		"rename-view",
		"rename-schema"
	],
	check(judged) {
		const { operation, before } = judged;
		const advice = "Leave a view under the old name in the same transaction, and waive this with that reason; let the code change over, then drop the view.";
		if (operation.kind === "rename-schema") {
			judged.report(`Code that is running while the migration is applied may still name the schema ${quoted(operation.schema)}: its queries fail as soon as it is called ${quoted(operation.to)}.`, "Create the new schema with views of the tables, let the code change over, then move the tables.");
			return;
		}
		const name = operation.kind === "rename-view" ? operation.view : operation.table;
		if (!isInUse(before, name)) return;
		const becomes = operation.kind === "set-schema" ? `it lies in the schema ${quoted(operation.to)}` : `it is called ${quoted(operation.to)}`;
		judged.report(`Code that is running while the migration is applied may still use ${shown$2(judged, name)}: its queries fail as soon as ${becomes}, and code that is deployed earlier fails until then.`, advice);
	}
});

// src/rules/set-access-method-rewriting.ts
var set_access_method_rewriting_default = defineRule({
	id: "set-access-method-rewriting",
	title: "SET ACCESS METHOD rewrites the table under a lock that stops reads and writes",
	category: "blocking",
	severity: "error",
	on: ["set-access-method"],
	check(judged) {
		const blocking = blockingWork(judged);
		if (blocking.length === 0) return;
		judged.report(`SET ACCESS METHOD: ${impact(judged, blocking)}.`, "Create a new table with the access method, copy the rows in batches, then swap the names.");
	}
});

// src/rules/set-expression-rewriting.ts
var set_expression_rewriting_default = defineRule({
	id: "set-expression-rewriting",
	title: "ALTER COLUMN \u2026 SET EXPRESSION rewrites the table to compute a stored column anew",
	category: "blocking",
	severity: "error",
	on: ["set-expression"],
	check(judged) {
		const blocking = blockingWork(judged);
		if (blocking.length === 0) return;
		judged.report(`SET EXPRESSION of ${quoted(judged.operation.column)}: ${impact(judged, blocking)}.`, "Add a second column for the new expression, keep it up to date by a trigger, fill it in batches, then let the code change over.");
	}
});

// src/rules/set-logged-rewriting.ts
var set_logged_rewriting_default = defineRule({
	id: "set-logged-rewriting",
	title: "SET LOGGED and SET UNLOGGED rewrite the table under a lock that stops reads and writes",
	category: "blocking",
	severity: "error",
	on: ["set-logged"],
	check(judged) {
		const blocking = blockingWork(judged);
		if (blocking.length === 0) return;
		judged.report(`SET ${judged.operation.logged ? "LOGGED" : "UNLOGGED"}: ${impact(judged, blocking)}.`, "Create a new table of the kind that is wanted, copy the rows in batches, then swap the names.");
	}
});

// src/rules/set-not-null-scanning.ts
var set_not_null_scanning_default = defineRule({
	id: "set-not-null-scanning",
	title: "SET NOT NULL reads every row under a lock that stops reads and writes, unless a valid CHECK proves it",
	category: "blocking",
	severity: "error",
	on: ["set-not-null"],
	check(judged) {
		const { operation, statement, engine, context } = judged;
		const before = statement.operations.filter((each) => each.kind === "drop-constraint").reduce(apply, judged.before);
		const blocking = blockingWork(judged, before === judged.before ? judged.effects : engine.effects(operation, before, context));
		if (blocking.length === 0) return;
		const column = quoted(operation.column);
		judged.report(`SET NOT NULL on ${column}: ${impact(judged, blocking)}.`, `Prove it first: ADD CONSTRAINT \u2026 CHECK (${column} IS NOT NULL) NOT VALID, VALIDATE it in a later transaction, then SET NOT NULL and drop the CHECK.`);
	}
});

// src/rules/set-tablespace-rewriting.ts
var set_tablespace_rewriting_default = defineRule({
	id: "set-tablespace-rewriting",
	title: "SET TABLESPACE copies the table or index under a lock that stops reads and writes",
	category: "blocking",
	severity: "error",
	on: ["set-tablespace", "set-index-tablespace"],
	check(judged) {
		const { operation } = judged;
		const blocking = blockingWork(judged);
		if (blocking.length === 0) return;
		judged.report(`SET TABLESPACE ${quoted(operation.tablespace)} copies every block: ${impact(judged, blocking)}.`, operation.kind === "set-index-tablespace" ? "Build a second index in the new tablespace CONCURRENTLY, then DROP INDEX CONCURRENTLY the old one." : "Move the table with pg_repack, or create a new one in the tablespace and copy the rows in batches.");
	}
});

// src/rules/several-tables-locked.ts
var several_tables_locked_default = defineRule({
	id: "several-tables-locked",
	title: "One transaction locks several tables: each waits for the locks of the others, and deadlocks with code that takes them in another order",
	category: "operations",
	severity: "warning",
	on: everyKind,
	oncePerMigration: true,
	check(judged) {
		const { operation, transaction, before } = judged;
		if (transaction.held.length === 0) return;
		if (operation.kind.endsWith("-view")) return;
		if ("table" in operation && operation.table && (operation.kind === "create-table" || !isInUse(before, operation.table))) return;
		const strong = transaction.held.filter((each) => atLeast(each.lock, "ShareRowExclusiveLock") && before.tables.has(keyOf(each.table)));
		const taken = feltLocks(judged).filter((effect) => atLeast(effect.lock, "ShareRowExclusiveLock"));
		const first = strong.find((each) => !taken.some((effect) => sameTable(effect.table, each.table)));
		const further = taken.find((effect) => !strong.some((each) => sameTable(each.table, effect.table)));
		if (first === void 0 || !further?.lock) return;
		const table = shown$2(judged, first.table);
		judged.report(`This takes ${aLock(further.lock)} on ${shown$2(judged, further.table)} while the transaction still holds ${aLock(first.lock)} on ${table} since line ${first.line} (${togetherWith(judged, first.line).because}): ${waiting(first.lock)} of ${table} wait for as long as this statement waits, and code that takes the two in the other order deadlocks.`, "Give each table a migration file, and so a transaction, of its own.");
	}
});

// src/rules/truncate-table.ts
var truncate_table_default = defineRule({
	id: "truncate-table",
	title: "TRUNCATE loses every row, under a lock that stops reads and writes",
	category: "operations",
	severity: "error",
	on: ["truncate"],
	check(judged) {
		const { operation, before, effects } = judged;
		if (!isInUse(before, operation.table)) return;
		const others = effects.filter((effect) => effect !== effectOn(judged, operation.table) && isInUse(before, effect.table));
		const cascades = operation.cascade && others.length > 0 ? `, and with CASCADE those of ${listed(others.map((each) => shown$2(judged, each.table)))}` : "";
		judged.report(`TRUNCATE removes all rows of ${shown$2(judged, operation.table)}${cascades} while code is running that uses them; reads and writes wait behind its ACCESS EXCLUSIVE lock until the transaction ends.`, "If the rows are no longer wanted, deploy code that does not use them first; then waive this with the reason.");
	}
});

// src/rules/unreadable-statement.ts
/** Reported by `analysis/judge.ts`: it is about the text, which no operation stands for. */
var unreadable_statement_default = defineRule({
	id: "unreadable-statement",
	title: "A statement or file that cannot be read was not checked",
	category: "unreadable",
	severity: "error",
	on: [],
	check() {}
});

// src/rules/unused-ignore.ts
/** Reported by `analysis/suppression.ts`: it is about the comment, which no operation stands for. */
var unused_ignore_default = defineRule({
	id: "unused-ignore",
	title: "A lockstep-ignore that waives nothing",
	category: "policy",
	severity: "warning",
	on: [],
	check() {}
});

// src/rules/update-whole-table.ts
var update_whole_table_default = defineRule({
	id: "update-whole-table",
	title: "UPDATE of every row in one statement locks each row until it ends, and doubles the table",
	category: "operations",
	severity: "error",
	on: ["update"],
	check(judged) {
		const { operation, before } = judged;
		if (!isInUse(before, operation.table)) return;
		if (!matchesEveryRow(operation.where, tableOf$1(before, operation.table), before.unit)) return;
		judged.report(`This UPDATE reaches every row of ${sized(judged, operation.table)}: it writes every row anew in one transaction, and writes to those rows wait until it ends (ROW EXCLUSIVE lock, and a lock on each row).`, "Update in batches by primary key, each committed on its own, outside the migration's transaction.");
	}
});

// src/rules/vacuum-full.ts
var vacuum_full_default = defineRule({
	id: "vacuum-full",
	title: "VACUUM FULL rewrites the table under a lock that stops reads and writes",
	category: "blocking",
	severity: "error",
	on: ["vacuum"],
	check(judged) {
		const { operation } = judged;
		if (!operation.full) return;
		const blocking = blockingWork(judged);
		if (blocking.length === 0 && operation.table !== void 0) return;
		const who = blocking.length > 0 ? impact(judged, blocking) : "reads and writes of each table wait while its rows are rewritten (ACCESS EXCLUSIVE lock)";
		judged.report(`VACUUM FULL: ${who}.`, "Plain VACUUM frees the space for reuse without blocking; to give it back to the disk, use pg_repack.");
	}
});

// src/rules/validate-in-same-transaction.ts
var validate_in_same_transaction_default = defineRule({
	id: "validate-in-same-transaction",
	title: "VALIDATE CONSTRAINT reads every row while the transaction still holds a lock that stops others",
	category: "blocking",
	severity: "error",
	on: ["validate-constraint"],
	check(judged) {
		const { operation, transaction, effects } = judged;
		if (effects.every((effect) => effect.work.includes("metadata"))) return;
		const held = transaction.held.filter((each) => blocksWrites(each.lock));
		const worst = strongest(held);
		if (worst === void 0) return;
		const together = togetherWith(judged, worst.line);
		const tables = held.filter((each) => waiting(each.lock) === waiting(worst.lock)).map((each) => shown$2(judged, each.table));
		judged.report(`VALIDATE CONSTRAINT ${quoted(operation.constraint)} reads every row, and ${waiting(worst.lock)} of ${listed(tables)} wait meanwhile: the ${sqlNameOf(worst.lock)} lock taken on line ${worst.line} is held until the transaction ends (${together.because}).`, "Validate in a later transaction: a migration file of its own.", severityOf(together));
	}
});

// src/rules/index.ts
/** Every rule, in alphabetical order. */
const rules = [
	add_check_validating_default,
	add_column_check_default,
	add_column_constrained_domain_default,
	add_column_foreign_key_default,
	add_column_identity_default,
	add_column_primary_key_default,
	add_column_required_default,
	add_column_serial_default,
	add_column_stored_generated_default,
	add_column_unique_default,
	add_column_volatile_default_default,
	add_exclude_blocking_default,
	add_foreign_key_validating_default,
	add_not_null_validating_default,
	add_primary_key_blocking_default,
	add_unique_blocking_default,
	alter_column_type_blocking_default,
	alter_domain_validating_default,
	always_fails_default,
	attach_partition_scanning_default,
	cluster_table_default,
	commit_in_wrapped_migration_default,
	concurrently_in_transaction_default,
	create_index_blocking_default,
	create_index_partitioned_default,
	create_partition_scanning_default_default,
	data_change_with_schema_change_default,
	delete_whole_table_default,
	drop_column_default,
	drop_index_blocking_default,
	drop_still_used_default,
	drop_table_default,
	dynamic_sql_default,
	edited_migration_default,
	enum_value_in_same_transaction_default,
	ignore_without_reason_default,
	lock_table_default,
	malformed_directive_default,
	missing_lock_timeout_default,
	narrow_column_type_default,
	new_required_column_default,
	refresh_materialized_view_blocking_default,
	reindex_blocking_default,
	rename_column_default,
	rename_enum_value_default,
	rename_table_default,
	set_access_method_rewriting_default,
	set_expression_rewriting_default,
	set_logged_rewriting_default,
	set_not_null_scanning_default,
	set_tablespace_rewriting_default,
	several_tables_locked_default,
	truncate_table_default,
	unreadable_statement_default,
	unused_ignore_default,
	update_whole_table_default,
	vacuum_full_default,
	validate_in_same_transaction_default
];

// src/sql/directive.ts
/** A directive, or what was meant as one: `lockstep ignore`, `LOCKSTEP-IGNORE`, `lockstep-backfill`. Prose that mentions Lockstep is none. */
const looksLike = /^lockstep(?:\s*:|[\s_-]*(?:ignore|backfill|pending|stage|no-transaction)\b)/i;
const ruleId = /^[a-z][a-z0-9-]*$/;
/** The directives of a file, in order. Never throws; what looks like a directive and is none is `malformed`. */
function directivesOf(comments, lines) {
	const directives = [];
	for (const comment of comments) {
		const text = (comment.text.startsWith("--") ? comment.text.slice(2) : comment.text.slice(2, -2)).trim();
		if (!looksLike.test(text)) continue;
		directives.push({
			span: comment.span,
			line: lines.position(comment.span.start).line,
			...read$1(text)
		});
	}
	return directives;
}
function read$1(text) {
	if (/^lockstep-ignore(?![\w-])/.test(text)) return readIgnore(text.slice(15));
	if (!text.startsWith("lockstep:")) return {
		kind: "malformed",
		message: "write `lockstep-ignore <rule>: <reason>` or `lockstep: <directive>`"
	};
	const [word = "", rest = ""] = split$1(text.slice(9).trim());
	switch (word) {
		case "backfill": {
			const equals = rest.indexOf("=");
			if (equals <= 0 || rest.slice(equals + 1).trim() === "") return {
				kind: "malformed",
				message: "write `lockstep: backfill <table>.<column> = <expression>`"
			};
			return {
				kind: "backfill",
				target: rest.slice(0, equals).trim(),
				expression: rest.slice(equals + 1).trim()
			};
		}
		case "no-transaction": return { kind: "no-transaction" };
		case "pending": {
			const [plan = "", stages = ""] = split$1(rest);
			const names = list$1(stages);
			if (!plan || names.length === 0) return {
				kind: "malformed",
				message: "write `lockstep: pending <plan> <stage>, <stage>`"
			};
			return {
				kind: "pending",
				plan,
				stages: names
			};
		}
		case "stage": {
			const [plan = "", stage = ""] = split$1(rest);
			if (!plan || !stage) return {
				kind: "malformed",
				message: "write `lockstep: stage <plan> <stage>`"
			};
			return {
				kind: "stage",
				plan,
				stage
			};
		}
		default: return {
			kind: "malformed",
			message: `there is no directive \`${word.slice(0, 40)}\`; there are backfill, no-transaction, pending and stage`
		};
	}
}
function readIgnore(text) {
	const colon = text.indexOf(":");
	const rules = list$1(colon === -1 ? text : text.slice(0, colon));
	if (rules.length === 0 || !rules.every((rule) => ruleId.test(rule))) return {
		kind: "malformed",
		message: "name the rules: `lockstep-ignore <rule>: <reason>`"
	};
	return {
		kind: "ignore",
		rules,
		reason: colon === -1 ? "" : text.slice(colon + 1).trim()
	};
}
/** The first word and the rest. */
function split$1(text) {
	const space = text.search(/\s/);
	return space === -1 ? [text, ""] : [text.slice(0, space), text.slice(space).trim()];
}
function list$1(text) {
	return text.split(",").map((each) => each.trim()).filter((each) => each !== "");
}
/** For callers that have a text and no index of it yet. */
function directivesIn(text, comments) {
	return directivesOf(comments, linesOf$1(text));
}

// src/analysis/suppression.ts
const knownRules = new Set(rules.map((rule) => rule.id));
/**
* Waives the findings of the statement below each `lockstep-ignore`. Applied after judging, never before, so that a waiver that
* waives nothing can be reported; a waiver without a reason waives nothing.
*/
function applySuppressions(findings, directives, statements, lines, report) {
	const used = /* @__PURE__ */ new Set();
	const waivers = directives.filter((each) => each.kind === "ignore");
	const judged = findings.map((finding) => {
		const waiver = waivers.find((each) => each.reason !== "" && each.rules.includes(finding.rule) && reaches(each, finding, statements, lines));
		if (waiver === void 0) return finding;
		used.add(`${waiver.span.start} ${finding.rule}`);
		return {
			...finding,
			suppressed: {
				reason: waiver.reason,
				line: waiver.line
			}
		};
	});
	const before = findings.length;
	for (const waiver of waivers) {
		const example = `lockstep-ignore ${waiver.rules.join(", ")}: <reason>`;
		if (waiver.reason === "") report("ignore-without-reason", waiver.span, "This waiver gives no reason, so it waives nothing.", `Write \`-- ${example}\`.`);
		for (const rule of waiver.rules) if (!knownRules.has(rule)) report("unused-ignore", waiver.span, `There is no rule ${rule}.`, "`lockstep rules` lists them.");
		else if (waiver.reason !== "" && !used.has(`${waiver.span.start} ${rule}`)) report("unused-ignore", waiver.span, `${rule} has no finding on the statement below, so this waiver waives nothing.`, "Remove it.");
	}
	return [...judged, ...findings.slice(before)].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}
/**
* A waiver reaches the statement it stands above, in, or behind on the same line. A finding on the file itself is reached from the lines
* above the first statement.
*/
function reaches(waiver, finding, statements, lines) {
	const target = statements.find((each) => each.fullSpan.end <= waiver.span.start && lines.position(each.fullSpan.end).line === waiver.line) ?? statements.find((each) => each.fullSpan.end > waiver.span.start);
	if (target !== void 0 && contains(target.fullSpan, finding.span)) return true;
	const first = statements[0];
	return (first === void 0 || waiver.span.start < first.span.start) && !statements.some((each) => contains(each.fullSpan, finding.span));
}

// src/analysis/transaction.ts
const nothingDone = () => ({
	held: /* @__PURE__ */ new Map(),
	addedNotValid: [],
	addedEnumValues: [],
	changedSchema: false,
	changedData: false
});
/**
* @param mode how the tool sends the file
* @param statements how many statements it has, transaction control not counted
*/
function trackTransaction(mode, statements) {
	const alone = statements <= 1;
	let done = nothingDone();
	let beganOn;
	/** COMMIT inside a wrapped file ends the tool's transaction too. */
	let toolTransactionEnded = false;
	let lockTimeout;
	let lockTimeoutBeforeLocal;
	const openness = () => {
		if (beganOn !== void 0) return {
			open: "yes",
			because: `BEGIN on line ${beganOn}`
		};
		switch (mode) {
			case "wrapped": return toolTransactionEnded ? {
				open: "no",
				because: "the transaction was ended by COMMIT or ROLLBACK"
			} : {
				open: "yes",
				because: "the migration tool opens a transaction around the file"
			};
			case "single-query": return alone ? {
				open: "no",
				because: "the file is sent as one query with one statement"
			} : {
				open: "yes",
				because: "the file is sent as one query, whose statements share an implicit transaction"
			};
			case "per-statement": return {
				open: "no",
				because: "every statement is committed on its own"
			};
			case "unknown": return {
				open: "maybe",
				because: "the migration tool may run the whole file in one transaction"
			};
		}
	};
	const end = () => {
		done = nothingDone();
		beganOn = void 0;
		toolTransactionEnded = true;
		if (lockTimeoutBeforeLocal !== void 0) {
			lockTimeout = lockTimeoutBeforeLocal === Number.POSITIVE_INFINITY ? void 0 : lockTimeoutBeforeLocal;
			lockTimeoutBeforeLocal = void 0;
		}
	};
	return {
		state: () => ({
			mode,
			...openness(),
			alone,
			held: [...done.held.values()],
			changedSchema: done.changedSchema,
			changedData: done.changedData,
			lockTimeout,
			addedNotValid: done.addedNotValid,
			addedEnumValues: done.addedEnumValues
		}),
		record(operation, effects, before, line, isNew) {
			if (operation.kind === "transaction") {
				if (operation.action === "begin") beganOn ??= line;
				else if (operation.action === "commit" || operation.action === "rollback" || operation.action === "prepare") {
					end();
					if (operation.chain) beganOn = line;
				}
				return;
			}
			if (operation.kind === "set-variable") {
				if (operation.name !== "lock_timeout" && operation.name !== "all") return;
				if (operation.local && openness().open === "no") return;
				if (operation.local) lockTimeoutBeforeLocal ??= lockTimeout ?? Number.POSITIVE_INFINITY;
				lockTimeout = operation.value === void 0 ? 0 : milliseconds(operation.value.join(" "));
				return;
			}
			for (const { table, lock } of effects) {
				if (lock === null || isNew(table)) continue;
				const held = done.held.get(keyOf(table));
				if (held === void 0 || lockModes$1.indexOf(held.lock) < lockModes$1.indexOf(lock)) done.held.set(keyOf(table), {
					table,
					lock,
					line
				});
				if (isDataChange(operation)) done.changedData = true;
				else if (operation.kind !== "select" && operation.kind !== "lock-table" && operation.kind !== "copy" && lockModes$1.indexOf(lock) >= lockModes$1.indexOf("ShareLock")) done.changedSchema = true;
			}
			if (operation.kind === "add-constraint" && operation.constraint.notValid && operation.constraint.name !== void 0) done.addedNotValid.push({
				table: resolve(before, operation.table),
				constraint: operation.constraint.name
			});
			if (operation.kind === "add-enum-value") done.addedEnumValues.push({
				type: resolve(before, operation.type, before.types),
				value: operation.value
			});
		},
		endStatement() {
			if (openness().open === "no") done = nothingDone();
		}
	};
}
function isDataChange(operation) {
	return [
		"insert",
		"update",
		"delete",
		"merge",
		"truncate"
	].includes(operation.kind) || operation.kind === "copy" && operation.writes;
}
/** `5s`, `500ms`, `5000`, `1min` \u2192 milliseconds, as PostgreSQL reads a time setting; 0 for what it would refuse. https://www.postgresql.org/docs/current/config-setting.html */
function milliseconds(text) {
	const match = /^\s*'?\s*(\d+(?:\.\d+)?)\s*(us|ms|s|min|h|d)?\s*'?\s*$/.exec(text);
	if (match === null) return 0;
	const factor = {
		us: .001,
		ms: 1,
		s: 1e3,
		min: 6e4,
		h: 36e5,
		d: 864e5
	}[match[2] ?? "ms"] ?? 1;
	return Math.round(Number(match[1]) * factor);
}

// src/analysis/judge.ts
const rulesByKind = (() => {
	const map = /* @__PURE__ */ new Map();
	for (const rule of rules) for (const kind of rule.on) map.set(kind, [...map.get(kind) ?? [], rule]);
	return map;
})();
const rulesById = new Map(rules.map((rule) => [rule.id, rule]));
/** Judges one migration under review and replays it. `before` is already in the unit (`beginUnit`). */
function judgeMigration(migration, before, court) {
	const sql = court.reader.read(migration.text, migration.sections);
	const lines = linesOf$1(migration.text);
	const directives = directivesOf(sql.comments, lines);
	const findings = [];
	const report = reporter(migration.path, court, findings);
	reportFile(migration, lines, directives, report);
	const counted = sql.statements.filter((each) => each.operations[0]?.kind !== "transaction").length;
	const tracker = trackTransaction(modeOf(migration, directives), counted);
	const reportedOnce = /* @__PURE__ */ new Set();
	const statements = [];
	let schema = newSession(before);
	for (const statement of sql.statements) {
		if (statement.unreadable !== void 0) {
			const { message } = statement.unreadable;
			report("unreadable-statement", statement.span, `This statement cannot be read, so it was not checked: ${message}.`, adviceForUnreadable);
			statements.push({
				statement,
				effects: [],
				operations: []
			});
			continue;
		}
		const statementBefore = schema;
		const own = statement.operations.map((operation) => {
			const at = schema;
			const effects = court.engine.effects(operation, at, court.context);
			schema = apply(schema, operation);
			return {
				operation,
				before: at,
				effects
			};
		});
		const [only] = own;
		const effects = own.length === 1 && only !== void 0 ? only.effects : court.engine.statementEffects(statement.operations, statementBefore, court.context);
		const { line } = lines.position(statement.span.start);
		const operations = own.map((each) => {
			const first = findings.length;
			judgeOperation({
				...each,
				statement,
				line,
				statementEffects: effects,
				migration
			}, tracker.state(), court, report, reportedOnce);
			tracker.record(each.operation, each.effects, each.before, line, (table) => isNewTable(each.before, schema, table));
			return {
				...each,
				findings: findings.slice(first)
			};
		});
		tracker.endStatement();
		statements.push({
			statement,
			effects,
			operations
		});
	}
	const judged = applySuppressions(findings, directives, sql.statements, lines, report);
	return {
		migration,
		sql,
		lines,
		directives,
		statements: withoutSuppressed(statements, judged),
		findings: judged,
		after: schema
	};
}
/** Adds findings to `findings`, each with the severity that the config, the occurrence or the rule gives it. */
function reporter(path, court, findings) {
	return (id, span, message, advice, { operation, severity: own } = {}) => {
		const rule = rulesById.get(id);
		if (rule === void 0) throw new Error(`no rule ${id}`);
		const configured = court.severity(id);
		const severity = configured === void 0 || configured === "off" && rule.category === "unreadable" ? own ?? rule.severity : configured;
		if (severity === "off") return;
		findings.push({
			rule: id,
			severity,
			category: rule.category,
			path,
			span,
			message,
			advice,
			...operation && { operation }
		});
	};
}
/** Shows an operation to the rules that look at its kind. One object serves them all: there are some twenty to an operation. */
function judgeOperation(subject, transaction, { engine, context, settings }, report, reportedOnce) {
	const { operation } = subject;
	let current;
	const judged = {
		...subject,
		transaction,
		engine,
		context,
		settings,
		report(message, advice, { span = operation.span, severity } = {}) {
			const rule = current;
			if (rule.oncePerMigration) {
				if (reportedOnce.has(rule.id)) return;
				reportedOnce.add(rule.id);
			}
			report(rule.id, span, message, advice, {
				operation,
				severity
			});
		}
	};
	for (current of rulesByKind.get(operation.kind) ?? []) current.check(judged);
}
/** The author's own word for one file wins over what the config says of all: some tools wrap files and let one opt out. */
function modeOf({ transaction }, directives) {
	return transaction !== "per-statement" && directives.some((each) => each.kind === "no-transaction") ? "single-query" : transaction;
}
const adviceForUnreadable = "Mend the statement, or write `-- lockstep-ignore unreadable-statement: <reason>` above it once somebody has read it.";
/** New before the statement, or made by it: nobody else can hold or wait for its lock. */
function isNewTable(before, after, table) {
	const known = before.tables.get(keyOf(table)) ?? after.tables.get(keyOf(table));
	return known !== void 0 && known.createdIn === after.unit && after.unit !== 0;
}
/** Findings that are about the file, not about a statement. */
function reportFile(migration, lines, directives, report) {
	if (migration.unreadable !== void 0) {
		const { message, line } = migration.unreadable;
		report("unreadable-statement", lines.span(Math.min(line, lines.count)), message, "Save the file as UTF-8 text; nothing of it was checked.");
	}
	if (migration.edited) report("edited-migration", lines.span(1), `${migration.path} is already on the base branch, so databases may have run it as it was; they will not run it again.`, "Leave it as it was and write a new migration.");
	for (const directive of directives) if (directive.kind === "malformed") report("malformed-directive", directive.span, `This comment starts like a directive and is none: ${directive.message}.`, "Mend or remove it.");
}
/** The findings of each operation, less what the author has waived: recipes look only at what is left. */
function withoutSuppressed(statements, findings) {
	const kept = findings.filter((each) => each.suppressed === void 0 && each.operation !== void 0);
	const byOperation = /* @__PURE__ */ new Map();
	for (const finding of kept) {
		const operation = finding.operation;
		const list = byOperation.get(operation);
		if (list === void 0) byOperation.set(operation, [finding]);
		else list.push(finding);
	}
	return statements.map((statement) => statement.operations.some((each) => each.findings.length > 0) ? {
		...statement,
		operations: statement.operations.map((each) => ({
			...each,
			findings: byOperation.get(each.operation) ?? []
		}))
	} : statement);
}
/** Replays a migration without judging it. */
function replayMigration(migration, before, court) {
	const sql = court.reader.read(migration.text, migration.sections);
	let after = newSession(before);
	for (const { operations } of sql.statements) for (const operation of operations) after = apply(after, operation);
	return {
		sql,
		after
	};
}
/** Whether the pull request adds or changes a line of the statement. */
function isChanged(statement, changedLines, lines) {
	if (changedLines === void 0) return true;
	const from = lines.position(statement.span.start).line;
	const to = lines.position(Math.max(statement.span.start, statement.fullSpan.end - 1)).line;
	return changedLines.some((range) => range.from <= to && from <= range.to);
}

// src/analysis/judge-unit.ts
/** Judges the migrations of a unit in order, each on the schema that the one before left. `before` is already in the unit (`beginUnit`). */
function judgeUnit(unit, before, court) {
	let schema = before;
	return unit.migrations.map((migration) => {
		const judged = judgeMigration(migration, schema, court);
		schema = migration.edited ? asHistory(migration, schema, court) : judged.after;
		return {
			...judged,
			after: schema
		};
	});
}
/** Databases ran an edited migration before this unit: what it creates is in use, whoever changes its file now. */
function asHistory(migration, before, court) {
	return {
		...replayMigration(migration, {
			...before,
			unit: 0
		}, court).after,
		unit: before.unit
	};
}

// src/analysis/pending.ts
function pendingStages() {
	const announced = /* @__PURE__ */ new Map();
	const arrived = /* @__PURE__ */ new Set();
	return {
		record(migration, comments) {
			if (!comments.some((each) => each.text.includes("lockstep:"))) return;
			for (const directive of directivesIn(migration.text, comments)) {
				if (directive.kind === "stage") arrived.add(`${directive.plan} ${directive.stage}`);
				if (directive.kind !== "pending") continue;
				for (const stage of directive.stages) {
					const message = `The ${stage} stage of plan ${directive.plan} is still to come: no migration carries \`-- lockstep: stage ${directive.plan} ${stage}\` yet.`;
					announced.set(`${directive.plan} ${stage}`, {
						path: migration.path,
						line: directive.line,
						message
					});
				}
			}
		},
		open: () => [...announced].filter(([key]) => !arrived.has(key)).map(([, notice]) => notice)
	};
}

// src/plan/edits.ts
/**
* Edits over whole statements, such that each may be committed alone: what depends on each other or shares a line is one edit, with all
* that stands between untouched.
*/
function editsOf(path, text, replacements) {
	const lines = lineGroups(text, replacements);
	const wanted = replacements.flatMap((each, i) => {
		if (each.lines === void 0) return [];
		const [from, to] = each.with.reduce(([low, high], index) => [Math.min(low, index), Math.max(high, index)], [i, i]);
		return [{
			from: lines[from].from,
			to: lines[to].to
		}];
	});
	const eol = text.includes("\r\n") ? "\r\n" : "\n";
	return joined(wanted).map((range) => ({
		path,
		span: cover(replacements[range.from].span, replacements[range.to].span),
		replacement: rewritten(text, replacements.slice(range.from, range.to + 1), eol)
	}));
}
/** The author's text with the edits made. */
function applyEdits(text, edits) {
	let result = "";
	let at = 0;
	for (const { span, replacement } of edits) {
		result += text.slice(at, span.start) + replacement;
		at = span.end;
	}
	return result + text.slice(at);
}
/** Where an offset of the author's text, outside of every edit, lies once the edits are made. */
function movedBy(edits, offset) {
	return edits.reduce((at, { span, replacement }) => span.end <= offset ? at + replacement.length - (span.end - span.start) : at, offset);
}
/** For each statement the range of those that share its line, itself among them. */
function lineGroups(text, replacements) {
	const starts = replacements.map((each, i) => i === 0 || /[\r\n]/.test(text.slice(replacements[i - 1].span.end, each.span.start)));
	const groups = [];
	for (let from = 0; from < replacements.length;) {
		let to = from;
		while (to + 1 < replacements.length && !starts[to + 1]) to++;
		for (let i = from; i <= to; i++) groups.push({
			from,
			to
		});
		from = to + 1;
	}
	return groups;
}
/** Ranges that overlap as one, in order. */
function joined(ranges) {
	const result = [];
	for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
		const last = result.at(-1);
		if (last !== void 0 && range.from <= last.to) result[result.length - 1] = {
			from: last.from,
			to: Math.max(last.to, range.to)
		};
		else result.push(range);
	}
	return result;
}
/** The white space between the beginning of the line and `offset`; empty where something else stands there. */
function indentAt(text, offset) {
	let start = offset;
	while (text[start - 1] === " " || text[start - 1] === "	") start--;
	return start === 0 || text[start - 1] === "\n" || text[start - 1] === "\r" ? text.slice(start, offset) : "";
}
function rewritten(text, replacements, eol) {
	let result = "";
	let previous;
	for (const each of replacements) {
		const indent = indentAt(text, each.span.start);
		if (previous !== void 0) {
			const between = text.slice(previous.span.end, each.span.start);
			result += /[\r\n]/.test(between) ? between : `${between.trimEnd()}${eol}${indent}`;
		}
		result += each.lines === void 0 ? text.slice(each.span.start, each.span.end) : each.lines.join(eol + indent);
		previous = each;
	}
	return result;
}

// src/plan/fate.ts
/** Whether the author's file keeps it as it is. */
function stays(fate) {
	return fate.steps.length === 0 && !fate.absorbed;
}

// src/plan/files.ts
/** Five seconds: longer than any ordinary statement holds a table, short enough that those who queue behind it are not noticed. */
const setLockTimeout = "SET lock_timeout = '5s';";
const waits = {
	none: void 0,
	transaction: void 0,
	backfill: "-- Run it when the backfill has ended.",
	deploy: "-- Run it when the new code runs everywhere."
};
/**
* The text of a further file of a plan: its directives, what has to be true before it, its steps each under its reason, and how to undo them.
* @param unwrapped it has to say that it runs outside a transaction; it then holds one statement only
*/
function fileText(header, steps) {
	const lines = [`-- lockstep: stage ${header.plan} ${header.label}`];
	if (header.unwrapped) lines.push("-- lockstep: no-transaction");
	const wait = waits[header.boundary];
	if (wait !== void 0) lines.push(wait);
	lines.push("");
	if (!header.unwrapped && steps.some((step) => step.queues !== false)) lines.push(setLockTimeout, "");
	for (const step of steps) lines.push(comment$1(step.why), step.sql, "");
	lines.push("-- To undo:", ...[...new Set([...steps].reverse().map((step) => step.rollback))].flatMap(commented));
	return `${lines.join("\n")}\n`;
}
/** One line of comment: no name, however it is written, can end it. */
function comment$1(text) {
	return `-- ${text.replace(/[\r\n]+/g, " ")}`;
}
function commented(sql) {
	return sql.split(/\r\n|\r|\n/).map((line) => `--   ${line.replace(/^-- /, "")}`);
}

// src/plan/lock-timeout.ts
/**
* The statement before which a lock_timeout is missing: the first that others queue behind, from where a finding says that nothing sets it; or the first
* whose steps queue where the author's own statement did not.
*/
function lockTimeoutAt(file, statements) {
	const missing = statements.findIndex(([{ operations }]) => operations.some(({ findings }) => findings.some(({ rule }) => rule === "missing-lock-timeout")));
	const unheard = setsLockTimeout(file) ? -1 : statements.findIndex(([statement, fates]) => fates.some(queuesInPlace) && !locks(statement));
	if (missing < 0) return unheard;
	return statements.findIndex(([statement, fates], i) => i === unheard || i >= missing && (fates.some(queuesInPlace) || fates.some(stays) && locks(statement)));
}
function setsLockTimeout(file) {
	return file.statements.some(({ operations }) => operations.some(({ operation }) => operation.kind === "set-variable" && operation.name === "lock_timeout"));
}
function queuesInPlace(fate) {
	return fate.steps.some(({ step, position }) => position === void 0 && step.queues !== false);
}
const strong = new Set(lockModes$1.slice(lockModes$1.indexOf("ShareLock")));
function locks({ effects, operations }) {
	const before = operations[0]?.before;
	return effects.some((effect) => strong.has(effect.lock) && !(before !== void 0 && isNew(before, before.tables.get(keyOf(effect.table)))));
}

// src/plan/author-file.ts
/**
* The edits that make an author's file the first stage.
* @param fates of this file's works, in order
* @param further the files that follow, by the labels that `lockstep: stage` gives them
*/
function authorEdits(file, fates, plan, further) {
	const { text, path } = file.migration;
	const byStatement = /* @__PURE__ */ new Map();
	for (const fate of fates) {
		const own = byStatement.get(fate.work.statement);
		if (own === void 0) byStatement.set(fate.work.statement, [fate]);
		else own.push(fate);
	}
	const statements = [...byStatement];
	const changed = statements.map(([statement, own]) => rewrite(text, statement, own, plan, further));
	if (changed.every((each) => each === void 0)) return [];
	const timed = lockTimeoutAt(file, statements);
	const indexes = new Map(statements.map(([statement], i) => [statement, i]));
	const together = statements.length > 1 && fates.some(isAlone) ? [0, statements.length - 1] : [];
	const replacements = statements.map(([{ statement }, own], i) => {
		const { fullSpan } = statement;
		const lines = changed[i] ?? (i === timed ? [text.slice(fullSpan.start, fullSpan.end)] : void 0);
		if (lines === void 0) return {
			span: fullSpan,
			with: []
		};
		const { waivers } = own[0].work;
		const moved = own.every((fate) => fate.moved && !fate.absorbed && !fate.work.action);
		const above = i === timed ? [setLockTimeout, ...moved ? [] : linesOf(waivers.text)] : [];
		const start = moved || i === timed ? waivers.start : fullSpan.start;
		const others = own.flatMap((fate) => fate.behind.flatMap((work) => indexes.get(work.statement) ?? []));
		return {
			span: {
				start,
				end: fullSpan.end
			},
			lines: withAbove(lines, above),
			with: [...together, ...others]
		};
	});
	return editsOf(path, text, replacements);
}
function linesOf(text) {
	return text.split(/\r\n|\r|\n/).flatMap((line) => line.trim() === "" ? [] : [line.trim()]);
}
/** Runs outside a transaction in the author's own file. */
function isAlone({ steps, work }) {
	const [first] = steps;
	return first !== void 0 && first.position === void 0 && first.step.transaction === "none" && !work.committedAlone;
}
/** The plan's directives come first, then the lock_timeout and the waivers, then the steps. */
function withAbove(lines, above) {
	const directives = lines.findIndex((line) => !line.startsWith("-- lockstep:"));
	return [
		...lines.slice(0, directives),
		...above,
		...lines.slice(directives)
	];
}
/** What stands in the place of a statement; undefined where it stays. */
function rewrite(text, { statement }, fates, plan, further) {
	if (fates.every(stays)) return void 0;
	const lines = [];
	for (let i = 0; i < fates.length; i++) {
		const fate = fates[i];
		if (fate.absorbed) {
			lines.push(comment$1(`moved down, into one transaction with what replaces it: ${abridged(text, fate.work.span)}`));
			continue;
		}
		if (stays(fate)) {
			let last = i;
			while (last + 1 < fates.length && stays(fates[last + 1])) last++;
			const head = text.slice(statement.span.start, fates[0].work.span.start);
			lines.push(`${head}${text.slice(fate.work.span.start, fates[last].work.span.end)};`);
			i = last;
			continue;
		}
		const inPlace = fate.steps.filter((each) => each.position === void 0);
		for (const { step } of inPlace) lines.push(comment$1(step.why), step.sql);
		const [first] = fate.steps;
		if (inPlace.length === 0 && first !== void 0) lines.push(comment$1(`moved to stage ${further.label(first)} of plan ${plan}: ${abridged(text, fate.work.span)}`));
	}
	const placed = fates.flatMap((fate) => fate.steps);
	const pending = further.labels(placed);
	const directives = [...pending.length > 0 ? [`-- lockstep: pending ${plan} ${pending.join(", ")}`] : [], ...fates.some(isAlone) ? ["-- lockstep: no-transaction"] : []];
	const author = text.slice(statement.span.start, statement.span.end);
	return fates.length === 1 && placed.length === 1 && directives.length === 0 && placed[0]?.step.sql === `${author};` ? void 0 : [...directives, ...lines];
}
/** The author's statement in one short line, for a comment. */
function abridged(text, span) {
	const line = text.slice(span.start, span.end).replace(/\s+/g, " ");
	return line.length <= 100 ? line : `${line.slice(0, 99)}\u2026`;
}

// src/plan/stage.ts
/** The four stages, always in this order. */
const stageNames = [
	"expand",
	"backfill",
	"enforce",
	"contract"
];

// src/plan/further-files.ts
/**
* Puts the steps that have left the author's files into files: one a transaction, and one a table in it, so that nobody waits for two tables at once;
* where every statement is committed on its own, one a stage.
*/
function furtherFiles(unit, plan, fates) {
	const perStatement = unit.files.every((file) => file.migration.transaction === "per-statement");
	const groups = group(fates.flatMap((fate) => fate.steps), perStatement);
	const labels = /* @__PURE__ */ new Map();
	const sizes = /* @__PURE__ */ new Map();
	for (const { stage } of groups) sizes.set(stage, (sizes.get(stage) ?? 0) + 1);
	const counts = /* @__PURE__ */ new Map();
	const labelled = groups.map((each) => {
		const number = (counts.get(each.stage) ?? 0) + 1;
		counts.set(each.stage, number);
		const name = stageNames[each.stage];
		const label = sizes.get(each.stage) === 1 ? name : `${name}-${number}`;
		for (const step of each.steps) labels.set(step, label);
		return {
			...each,
			label
		};
	});
	const order = new Map(labelled.map((each, i) => [each.label, i]));
	const last = unit.files.at(-1)?.migration.path;
	const paths = last === void 0 || labelled.length === 0 ? void 0 : unit.pathsAfter(last, labelled.map((each) => each.label));
	const files = labelled.map((each, i) => {
		const steps = each.steps.map((placed) => placed.step);
		const path = paths?.[i];
		const first = labelled[i - 1]?.stage !== each.stage;
		const header = {
			plan,
			label: each.label,
			boundary: first ? boundaryOf(each.stage, fates) : "none",
			unwrapped: each.alone && !perStatement
		};
		const text = fileText(header, steps);
		return {
			stage: each.stage,
			file: {
				...path !== void 0 && { path },
				steps: each.steps.map(stepOf),
				text
			}
		};
	});
	return {
		of: (stage) => files.filter((each) => each.stage === stage).map((each) => each.file),
		label: (step) => labels.get(step) ?? "",
		labels: (steps) => [...new Set(steps.flatMap((step) => labels.get(step) ?? []))].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
	};
}
function stepOf({ step, path, span }) {
	return {
		sql: step.sql,
		transaction: step.transaction !== "none",
		rollback: step.rollback,
		why: step.why,
		answers: {
			path,
			span
		}
	};
}
/** Files in the order in which they run. */
function group(steps, perStatement) {
	const byKey = /* @__PURE__ */ new Map();
	const ordered = perStatement ? steps.filter((each) => each.position !== void 0).map((each, i) => ({
		each,
		i
	})).sort((a, b) => (a.each.position?.level ?? 0) - (b.each.position?.level ?? 0) || a.i - b.i).map(({ each }) => each) : steps;
	for (const placed of ordered) {
		const { position, step, table } = placed;
		if (position === void 0) continue;
		const alone = step.transaction === "none";
		const key = perStatement ? String(position.stage) : [
			position.stage,
			position.level,
			step.transaction,
			alone ? byKey.size : table
		].join("	");
		const known = byKey.get(key);
		if (known === void 0) byKey.set(key, {
			stage: position.stage,
			level: perStatement ? 0 : position.level,
			alone,
			steps: [placed]
		});
		else known.steps.push(placed);
	}
	return [...byKey.values()].sort((a, b) => a.stage - b.stage || a.level - b.level);
}
/** What has to be true before a stage: the strongest condition of its steps, and that a backfill before it has ended. */
function boundaryOf(stage, fates) {
	if (stage === 0) return "none";
	const order = [
		"none",
		"transaction",
		"backfill",
		"deploy"
	];
	const placed = fates.flatMap((fate) => fate.steps);
	const own = placed.filter((each) => each.position?.stage === stage).map((each) => order.indexOf(each.step.after));
	const backfilled = stageNames[stage] === "enforce" && placed.some((each) => each.position !== void 0 && stageNames[each.position.stage] === "backfill");
	return order[Math.max(...own, backfilled ? 2 : 1)] ?? "transaction";
}

// src/plan/identity.ts
/**
* A short name for a plan: FNV-1a (32 bits, folded to 24) over what it replaces, so that the same statements give the same plan.
* http://www.isthe.com/chongo/tech/comp/fnv/ It tells the plans of one repository apart, and protects nothing.
*/
function planId(texts) {
	let hash = 2166136261;
	for (const character of texts.join("\0")) {
		hash ^= character.codePointAt(0) ?? 0;
		hash = Math.imul(hash, 16777619);
	}
	return (hash >>> 24 ^ hash & 16777215).toString(16).padStart(6, "0");
}

// src/plan/lay-out.ts
/**
* Puts the steps of one work, in order, into stages and transactions. A step without a position stays in the author's file: one that may share its
* transaction, or, where every statement is committed on its own, all that need no backfill or deploy before them.
*
* @param start the first position that is free for it; absent where nothing holds it back
* @param alone nothing else is left in the author's file: a step that may not be in a transaction can stay there
*/
function layOut(steps, start, work, alone) {
	let at = start;
	let previous;
	return steps.map((step, i) => {
		const stage = stageNames.indexOf(step.stage);
		const cut = previous !== void 0 && ends(previous, step);
		if (at === void 0) {
			if (!(staysInPlace(step, i, work, alone) && (work.committedAlone || !cut))) at = {
				stage,
				level: fitting(step, stage === 0 ? 1 : 0)
			};
		} else if (stage > at.stage) at = {
			stage,
			level: fitting(step, 0)
		};
		else if (cut || i === 0) at = {
			stage: at.stage,
			level: fitting(step, cut ? at.level + 1 : at.level)
		};
		previous = step;
		return at === void 0 ? { step } : {
			step,
			position: at
		};
	});
}
/**
* The transactions of a stage in turns of four: what is added NOT VALID, then what runs outside of transactions, then validations, then what they prove.
* So the steps of several works meet in the same files: two columns that become NOT NULL need three files, not six.
*/
const turn = {
	shared: [0, 3],
	none: [1],
	own: [2]
};
/** The first level from `level` on at which the step has its turn. */
function fitting(step, level) {
	let at = level;
	while (!turn[step.transaction].includes(at % 4)) at++;
	return at;
}
function staysInPlace(step, index, work, alone) {
	if (work.committedAlone) return (step.after === "none" || step.after === "transaction") && (step.stage === "expand" || step.stage === "enforce");
	return step.stage === "expand" && (step.transaction === "shared" || alone && index === 0 && step.transaction === "none");
}
/** Whether the transaction of one step has to end before the next. */
function ends(previous, step) {
	return previous.transaction !== step.transaction || step.transaction === "none" || step.transaction === "own" && step.after === "transaction";
}
function isLater(a, b) {
	return b === void 0 || a.stage > b.stage || a.stage === b.stage && a.level > b.level;
}

// src/sql/postgres/lexer.ts
/**
* PostgreSQL's lexical rules, as far as places are decided by them: where tokens, comments and statements begin and end.
* https://www.postgresql.org/docs/current/sql-syntax-lexical.html, and psql's on top of them (meta-commands, COPY data).
*
* Why our own: the parser gives no ends of things (an action inside an ALTER TABLE, a DEFAULT expression) and no comments, and its scanner
* returns nothing at all for a text with an unterminated quote. One pass, linear in the text, never fails: what is not closed runs to the end.
*/
const word = 0;
const quotedName = 1;
const string = 2;
const dollarString = 3;
const number = 4;
const parameter = 5;
const operator = 6;
/** One of `( ) [ ] , ; . :`, `::` or `:=`. */
const punctuation = 7;
/** A psql command that ends the statement before it, as `\g` does. */
const terminator = 8;
const space = 1;
const letter = 2;
const digit = 3;
const operatorCharacter = 4;
const mark = 5;
const classes = /* @__PURE__ */ new Uint8Array(128);
for (const c of " 	\n\r\f\v") classes[c.charCodeAt(0)] = space;
for (const c of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_") classes[c.charCodeAt(0)] = letter;
for (const c of "0123456789") classes[c.charCodeAt(0)] = digit;
for (const c of "~!@#^&|`?+-*/%<>=") classes[c.charCodeAt(0)] = operatorCharacter;
for (const c of "()[],;.:") classes[c.charCodeAt(0)] = mark;
/** Every character outside ASCII is a letter to PostgreSQL, the no-break space too. */
const classOf = (code) => code < 128 ? classes[code] : letter;
const dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z_0-9\u0080-\uffff]*)?\$/y;
const numberPattern = /0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:[0-9][0-9_]*(?:\.(?!\.)[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9][0-9_]*)?/y;
const endsStatement = /^\\(?:g|gx|gexec|gset|gdesc|crosstabview|watch|;)(?![a-z])/;
const endOfCopyData = /^\\\.[ \t]*$/gm;
/** Lexes a whole text. Spans are UTF-16. */
function lex(text) {
	const kinds = [];
	const starts = [];
	const ends = [];
	const comments = [];
	const skipped = [];
	let unterminated;
	/** Index of the first token of the statement at hand. */
	let first = 0;
	/** A `COPY \u2026 FROM STDIN;` has been read on this line: data begin on the next. */
	let copies = false;
	/** False once no end of COPY data has been found: there is none further on either, and the text is not searched again. */
	let dataMayFollow = true;
	let at = 0;
	const push = (kind, end) => {
		kinds.push(kind);
		starts.push(at);
		ends.push(end);
		at = end;
	};
	const unclosed = (what) => {
		unterminated ??= {
			start: at,
			what
		};
		return text.length;
	};
	while (at < text.length) {
		const code = text.charCodeAt(at);
		switch (classOf(code)) {
			case space:
				if (copies && (code === 10 || code === 13)) skipCopyData();
				else at++;
				continue;
			case letter: {
				const quote = text.charCodeAt(at + 1);
				const prefix = code | 32;
				if (quote === 39 && (prefix === 101 || prefix === 98 || prefix === 120 || prefix === 110)) push(2, endOfString(text, at + 1, prefix === 101) ?? unclosed("quoted string"));
				else if (prefix === 117 && quote === 38 && text.charCodeAt(at + 2) === 39) push(2, endOfString(text, at + 2, false) ?? unclosed("quoted string"));
				else if (prefix === 117 && quote === 38 && text.charCodeAt(at + 2) === 34) push(1, endOfQuoted(text, at + 2, "\"") ?? unclosed("quoted identifier"));
				else {
					let end = at + 1;
					for (; end < text.length; end++) {
						const next = text.charCodeAt(end);
						if (next === 36) continue;
						const kind = classOf(next);
						if (kind !== letter && kind !== digit) break;
					}
					push(0, end);
				}
				continue;
			}
			case digit:
				push(4, endOfNumber(text, at));
				continue;
			case operatorCharacter: {
				const next = text.charCodeAt(at + 1);
				if (code === 45 && next === 45) {
					const end = endOfLine(text, at);
					comments.push(comment(text, at, end));
					at = end;
				} else if (code === 47 && next === 42) {
					const end = endOfBlockComment(text, at) ?? unclosed("/* comment");
					comments.push(comment(text, at, end));
					at = end;
				} else push(6, endOfOperator(text, at));
				continue;
			}
			case mark: {
				if (code === 46 && classOf(text.charCodeAt(at + 1)) === digit) {
					push(4, endOfNumber(text, at));
					continue;
				}
				const next = text.charCodeAt(at + 1);
				push(7, code === 58 && (next === 58 || next === 61) ? at + 2 : at + 1);
				if (code === 59) {
					copies ||= copiesFromStdin(text, kinds, starts, ends, first);
					first = kinds.length;
				}
				continue;
			}
		}
		switch (code) {
			case 39:
				push(2, endOfString(text, at, false) ?? unclosed("quoted string"));
				continue;
			case 34:
				push(1, endOfQuoted(text, at, "\"") ?? unclosed("quoted identifier"));
				continue;
			case 36: {
				dollarTag.lastIndex = at;
				const tag = dollarTag.exec(text)?.[0];
				if (tag !== void 0) {
					const close = text.indexOf(tag, at + tag.length);
					push(3, close === -1 ? unclosed("dollar-quoted string") : close + tag.length);
				} else {
					let end = at + 1;
					while (end < text.length && classOf(text.charCodeAt(end)) === digit) end++;
					push(5, end);
				}
				continue;
			}
			case 92: {
				const end = endOfLine(text, at);
				skipped.push({
					span: {
						start: at,
						end
					},
					kind: "psql"
				});
				if (endsStatement.test(text.slice(at, at + 16))) {
					push(8, end);
					first = kinds.length;
				}
				at = end;
				continue;
			}
			default: push(6, at + 1);
		}
	}
	return {
		text,
		tokens: {
			kinds,
			starts,
			ends
		},
		comments,
		skipped,
		...unterminated && { unterminated }
	};
	/** The data end with a line `\\.`. Without one there are none, and whatever follows is read as SQL, so that nothing is passed over in silence. */
	function skipCopyData() {
		copies = false;
		endOfCopyData.lastIndex = at;
		if ((dataMayFollow ? endOfCopyData.exec(text) : null) === null) {
			dataMayFollow = false;
			at++;
		} else {
			skipped.push({
				span: {
					start: at,
					end: endOfCopyData.lastIndex
				},
				kind: "copy-data"
			});
			at = endOfCopyData.lastIndex;
		}
	}
}
function comment(text, start, end) {
	let before = start - 1;
	while (before >= 0 && (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 9)) before--;
	const ownLine = before < 0 || text.charCodeAt(before) === 10 || text.charCodeAt(before) === 13;
	return {
		span: {
			start,
			end
		},
		text: text.slice(start, end),
		ownLine
	};
}
/** The offset of the line break (`\n`, or a `\r`) behind `at`, or of the end. */
function endOfLine(text, at) {
	for (let end = at; end < text.length; end++) {
		const code = text.charCodeAt(end);
		if (code === 10 || code === 13) return end;
	}
	return text.length;
}
/** Block comments nest in PostgreSQL. */
function endOfBlockComment(text, start) {
	let depth = 1;
	for (let at = start + 2; at < text.length; at++) {
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
/** Behind the closing quote; a doubled quote does not close. `open` is the opening quote's place. */
function endOfQuoted(text, open, quote) {
	for (let at = text.indexOf(quote, open + 1); at !== -1; at = text.indexOf(quote, at + 2)) if (text[at + 1] !== quote) return at + 1;
}
/**
* Behind the closing quote of a string. Strings with nothing but white space and at least one line break between them are one string, and the
* escapes of the first hold in the rest.
*/
function endOfString(text, open, escapes) {
	for (let from = open;;) {
		let end;
		if (escapes) for (let at = from + 1; at < text.length && end === void 0; at++) {
			const code = text.charCodeAt(at);
			if (code === 92) at++;
			else if (code === 39) {
				if (text.charCodeAt(at + 1) === 39) at++;
				else end = at + 1;
			}
		}
		else end = endOfQuoted(text, from, "'");
		if (end === void 0) return void 0;
		let next = end;
		let broken = false;
		for (; next < text.length && classOf(text.charCodeAt(next)) === space; next++) {
			const code = text.charCodeAt(next);
			if (code === 10 || code === 13) broken = true;
		}
		if (!broken || text.charCodeAt(next) !== 39) return end;
		from = next;
	}
}
function endOfNumber(text, at) {
	numberPattern.lastIndex = at;
	return numberPattern.test(text) ? numberPattern.lastIndex : at + 1;
}
/** An operator ends where a comment begins. */
function endOfOperator(text, start) {
	let end = start + 1;
	for (; end < text.length; end++) {
		const code = text.charCodeAt(end);
		if (classOf(code) !== operatorCharacter) break;
		const next = text.charCodeAt(end + 1);
		if (code === 45 && next === 45 || code === 47 && next === 42) break;
	}
	return end;
}
/** Whether the statement that begins at token `first` is a `COPY \u2026 FROM STDIN`. */
function copiesFromStdin(text, kinds, starts, ends, first) {
	const is = (token, value) => kinds[token] === 0 && text.slice(starts[token], ends[token]).toLowerCase() === value;
	if (kinds.length - first > 1e4 || !is(first, "copy")) return false;
	for (let token = first + 1; token < kinds.length - 1; token++) if (is(token, "from") && is(token + 1, "stdin")) return true;
	return false;
}

// src/plan/things.ts
/**
* What one operation leaves for another to find, as keys: once an operation is staged, some of it arrives later than the author wrote it, and
* what stands on it has to wait.
*/
const thing = {
	/** The table under its name, and what hangs on it: renamed or dropped, later steps would not find it. */
	table: (table) => `table\t${keyOf(table)}`,
	column: (table, column) => `column\t${keyOf(table)}\t${column}`,
	/** The table at all (or its name, free again), where a statement that makes, drops or renames it had to wait itself. */
	exists: (table) => `exists\t${keyOf(table)}`,
	/** A column's rows, filled. */
	rows: (table, column) => `rows\t${keyOf(table)}\t${column}`,
	/** Some column of the table is being filled: what reads or writes its rows would see the difference. */
	data: (table) => `data\t${keyOf(table)}`,
	notNull: (table, column) => `not null\t${keyOf(table)}\t${column}`,
	default: (table, column) => `default\t${keyOf(table)}\t${column}`,
	constraint: (table, name) => `constraint\t${keyOf(table)}\t${name}`,
	index: (index) => `index\t${keyOf(index)}`,
	/** A unique key that a foreign key may reference. */
	unique: (table, columns) => `unique\t${keyOf(table)}\t${[...columns].sort().join("	")}`
};

// src/plan/needs.ts
/** What an operation stands on, or would spoil for steps that are still to come. */
function needs(operation, before) {
	return [...("table" in operation && operation.table !== void 0 ? [operation.table] : "tables" in operation ? operation.tables : []).map((each) => thing.exists(resolve(before, each))), ...ownNeeds(operation, before)];
}
function ownNeeds(operation, before) {
	const at = (name) => resolve(before, name);
	const index = (name) => thing.index(resolve(before, name, before.indexes));
	switch (operation.kind) {
		case "create-index": {
			const { index: made } = operation;
			return [...[
				...made.elements.flatMap((each) => each.column ?? (each.expression ? columnsIn(each.expression.tree) : [])),
				...made.include,
				...made.where ? columnsIn(made.where.tree) : []
			].map((column) => thing.rows(at(operation.table), column)), ...nameOf$1(made.name, at(operation.table))];
		}
		case "add-constraint": return needsOfConstraint(operation.constraint, at(operation.table), before);
		case "create-table": return [...operation.constraints, ...operation.columns.flatMap((column) => column.constraints)].filter((each) => each.type === "foreign-key").flatMap((each) => needsOfConstraint(each, at(operation.table), before));
		case "set-not-null": {
			const checks = tableOf$1(before, operation.table)?.constraints.filter(({ definition }) => definition.type === "check" && columnsIn(definition.expression.tree).includes(operation.column));
			return [thing.rows(at(operation.table), operation.column), ...(checks ?? []).map((each) => thing.constraint(at(operation.table), each.name))];
		}
		case "drop-not-null":
		case "add-identity": return [thing.notNull(at(operation.table), operation.column)];
		case "set-default":
		case "drop-default": return [thing.default(at(operation.table), operation.column)];
		case "validate-constraint": {
			const own = tableOf$1(before, operation.table)?.constraints.find((each) => each.name === operation.constraint);
			const stands = own === void 0 ? [] : needsOfConstraint(own.definition, at(operation.table), before);
			return [thing.constraint(at(operation.table), operation.constraint), ...stands];
		}
		case "drop-constraint":
		case "rename-constraint":
		case "alter-constraint": return [thing.constraint(at(operation.table), operation.constraint)];
		case "rename-index":
		case "drop-index":
		case "set-index-tablespace":
		case "index-setting": return [index(operation.index)];
		case "attach-index": return [index(operation.index), index(operation.parent)];
		case "reindex":
			if (operation.name === void 0 || operation.target !== "index") return operation.name && operation.target === "table" ? [thing.data(at(operation.name))] : [];
			return [index(operation.name)];
		case "cluster-on":
		case "replica-identity": return operation.index === void 0 ? [] : [thing.index({
			schema: at(operation.table).schema,
			name: operation.index
		})];
		case "rename-table": {
			const from = at(operation.table);
			return [thing.table(from), thing.exists({
				schema: from.schema,
				name: operation.to
			})];
		}
		case "set-schema":
		case "drop-table":
		case "truncate":
		case "attach-partition":
		case "detach-partition": return [thing.table(at(operation.table))];
		case "rename-column":
		case "drop-column":
		case "alter-column-type":
		case "set-identity":
		case "drop-identity": return [thing.column(at(operation.table), operation.column)];
		case "update":
		case "delete":
		case "merge": return [thing.data(at(operation.table)), ...operation.reads.map((each) => thing.data(at(each)))];
		case "insert":
		case "select": return operation.reads.map((each) => thing.data(at(each)));
		case "create-view": return operation.materialized ? operation.reads.map((each) => thing.data(at(each.table))) : [];
		default: return [];
	}
}
function needsOfConstraint(definition, table, before) {
	const rows = (columns) => columns.map((column) => thing.rows(table, column));
	switch (definition.type) {
		case "check": return rows(columnsIn(definition.expression.tree));
		case "not-null": return rows([definition.column]);
		case "unique":
		case "primary-key": {
			const used = definition.usingIndex === void 0 ? void 0 : {
				schema: table.schema,
				name: definition.usingIndex
			};
			const columns = used === void 0 ? definition.columns : indexOf(before, used)?.index.definition.elements.flatMap((each) => each.column ?? []) ?? [];
			const notNull = definition.type === "primary-key" ? columns.map((column) => thing.notNull(table, column)) : [];
			return [
				...used === void 0 ? nameOf$1(definition.name, table) : [thing.index(used)],
				...rows(columns),
				...notNull
			];
		}
		case "exclude": return rows(definition.elements.flatMap((each) => each.column ?? (each.expression ? columnsIn(each.expression.tree) : [])));
		case "foreign-key": {
			const references = resolve(before, definition.references);
			const columns = definition.referencedColumns.length > 0 ? definition.referencedColumns : keyColumns(tableOf$1(before, definition.references));
			return [...rows(definition.columns), thing.unique(references, columns)];
		}
	}
}
/** A name that must have become free before an index can have it. */
function nameOf$1(name, table) {
	return name === void 0 ? [] : [thing.index({
		schema: table.schema,
		name
	})];
}
function keyColumns(table) {
	const key = table?.constraints.find((each) => each.definition.type === "primary-key")?.definition;
	return key?.type === "primary-key" ? key.columns : [];
}
/** The columns that an operation is about: none of them may be renamed or dropped before its last step. */
function columnsOf(operation, before) {
	switch (operation.kind) {
		case "add-column": return [operation.column.name];
		case "create-index":
		case "add-constraint":
		case "validate-constraint": return ownNeeds(operation, before).flatMap((key) => key.startsWith("rows	") ? key.split("	").at(-1) ?? [] : []);
		default: return "column" in operation && typeof operation.column === "string" ? [operation.column] : [];
	}
}
/** Every name that a text mentions, as the catalog would have it. */
function namesIn(sql) {
	const { kinds, starts, ends } = lex(sql).tokens;
	const names = /* @__PURE__ */ new Set();
	kinds.forEach((kind, i) => {
		const text = sql.slice(starts[i], ends[i]);
		if (kind === 0) names.add(text.toLowerCase());
		else if (kind === 1) names.add(text.slice(1, -1).replaceAll("\"\"", "\""));
	});
	return [...names];
}

// src/plan/provides.ts
/** What an operation makes that others may stand on. `after` is the schema behind it. */
function provides(operation, before, after) {
	switch (operation.kind) {
		case "add-column":
		case "add-constraint":
		case "create-index": return madeOn(resolve(before, operation.table), before, after);
		case "create-table": return [thing.exists(resolve(after, operation.table))];
		case "drop-table": return [thing.exists(resolve(before, operation.table))];
		case "rename-table": {
			const from = resolve(before, operation.table);
			return [thing.exists(from), thing.exists({
				schema: from.schema,
				name: operation.to
			})];
		}
		case "set-not-null": return [thing.notNull(resolve(before, operation.table), operation.column)];
		case "validate-constraint": return [thing.constraint(resolve(before, operation.table), operation.constraint)];
		case "drop-index": return [thing.index(resolve(before, operation.index, before.indexes))];
		case "drop-constraint": return [thing.constraint(resolve(before, operation.table), operation.constraint)];
		case "rename-constraint": return [thing.constraint(resolve(before, operation.table), operation.to)];
		case "rename-index": return [thing.index({
			schema: resolve(before, operation.index, before.indexes).schema,
			name: operation.to
		})];
		default: return [];
	}
}
/** The constraints and indexes that `after` has over `before`, by comparing the two. */
function madeOn(name, before, after) {
	const old = before.tables.get(keyOf(name));
	const now = after.tables.get(keyOf(name));
	if (now === void 0) return [];
	const had = new Set([...old?.constraints ?? [], ...old?.indexes ?? []].map((each) => each.name));
	const wasNotNull = new Set((old?.columns ?? []).flatMap((each) => each.notNull ? [each.name] : []));
	const keys = [];
	for (const { name: constraint, definition } of now.constraints) {
		if (had.has(constraint)) continue;
		keys.push(thing.constraint(name, constraint));
		if (definition.type === "unique" || definition.type === "primary-key") keys.push(thing.unique(name, definition.columns));
	}
	for (const index of now.indexes) {
		if (had.has(index.name)) continue;
		keys.push(thing.index({
			schema: name.schema,
			name: index.name
		}));
		if (index.definition.unique) keys.push(thing.unique(name, index.definition.elements.flatMap((each) => each.column ?? [])));
	}
	for (const column of now.columns) if (column.notNull && !wasNotNull.has(column.name)) keys.push(thing.notNull(name, column.name));
	return keys;
}

// src/plan/arrivals.ts
function arrivals() {
	const known = /* @__PURE__ */ new Map();
	const open = /* @__PURE__ */ new Set();
	/** Constraints and indexes among the keys, by their bare names: COMMENT ON CONSTRAINT and the like are read no further than that. */
	const named = /* @__PURE__ */ new Map();
	const keysOf = (work) => work.operations.flatMap(({ operation, before }) => [...needs(operation, before), ...operation.kind === "other" && named.size > 0 ? namesIn(work.sql).flatMap((name) => named.get(name) ?? []) : []]);
	return {
		hits: (work) => known.size === 0 ? [] : [...new Set(keysOf(work))].flatMap((key) => known.get(key) ?? []),
		isOpen: (work) => open.size > 0 && keysOf(work).some((key) => open.has(key)),
		leaveOpen(work) {
			for (const { operation, before } of work.operations) {
				const name = tableOf(operation, before);
				for (const key of provides(operation, before, apply(before, operation))) open.add(key);
				if (name === void 0) continue;
				for (const column of columnsOf(operation, before)) open.add(thing.rows(name, column)).add(thing.notNull(name, column));
			}
		},
		announce(work, step, position, last) {
			const table = tableKey(work);
			for (const { operation, before } of work.operations) {
				const keys = last ? [...provides(operation, before, apply(before, operation))] : [];
				const name = tableOf(operation, before);
				if (name !== void 0) {
					const columns = columnsOf(operation, before);
					keys.push(thing.table(name), ...columns.map((column) => thing.column(name, column)));
					if (step.stage === "backfill") keys.push(thing.data(name), ...columns.map((column) => thing.rows(name, column)));
					if (step.stage === "contract") keys.push(...columns.map((column) => thing.default(name, column)));
				}
				for (const key of keys) {
					const bare = /^(?:constraint|index)\t.*\t([^\t]+)$/s.exec(key)?.[1];
					if (bare !== void 0 && !known.has(key)) named.set(bare, [...named.get(bare) ?? [], key]);
					if (isLater(position, known.get(key)?.position)) known.set(key, {
						position,
						step,
						table,
						work
					});
				}
			}
		}
	};
}
/** The first position at which something that stands on an arrival may come. */
function behind(arrival, step, table) {
	const { stage, level } = arrival.position;
	if (stageNames[stage] === "backfill") return {
		stage: stage + 1,
		level: 0
	};
	return arrival.table === table && !ends(arrival.step, step) ? arrival.position : {
		stage,
		level: fitting(step, level + 1)
	};
}
/** The table that a work is on, as a key: steps on different tables share no transaction. */
function tableKey(work) {
	const [first] = work.operations;
	const name = first && tableOf(first.operation, first.before);
	return name === void 0 ? work.sql : keyOf(name);
}
function tableOf(operation, before) {
	if ("table" in operation && operation.table !== void 0) return resolve(before, operation.table);
	if (operation.kind === "drop-index" || operation.kind === "attach-index" || operation.kind === "rename-index") return indexOf(before, operation.kind === "attach-index" ? operation.parent : operation.index)?.table.name;
	return operation.kind === "reindex" && operation.name !== void 0 && operation.target === "table" ? resolve(before, operation.name) : void 0;
}

// src/plan/can-wait.ts
/** What may wait for a later stage: nothing that the new code needs at its deploy. */
const mayWait = /* @__PURE__ */ new Set([
	"create-index",
	"drop-index",
	"rename-index",
	"attach-index",
	"index-setting",
	"set-index-tablespace",
	"reindex",
	"add-constraint",
	"validate-constraint",
	"drop-constraint",
	"rename-constraint",
	"alter-constraint",
	"set-not-null",
	"drop-not-null",
	"drop-default",
	"set-default",
	"add-identity",
	"cluster-on",
	"replica-identity",
	"other"
]);
function canWait(operation) {
	return mayWait.has(operation.kind);
}

// src/plan/locked.ts
/**
* A work that is staged locks less than the author's statement did, and sooner: an ALTER TABLE that locked both ends of a foreign key at once now locks its own
* table only, beside those that came before. So that no transaction comes to wait for one table while it holds another, the steps on a second table get
* a file of their own, if nothing comes after them on that table. Where the author's own file is warned of for that already, it is left to him.
* @param all the works of the unit, in order
*/
function locked(file, all) {
	const warned = file.statements.some(({ operations }) => operations.some(({ findings }) => findings.some((each) => each.rule === "several-tables-locked" && each.severity === "warning")));
	const held = /* @__PURE__ */ new Set();
	return {
		stays(work) {
			if (work.committedAlone || work.operations.some(({ operation }) => operation.kind === "transaction")) held.clear();
			else for (const table of work.operations.flatMap(stronglyLocked)) held.add(table);
		},
		startOf(work, [first]) {
			if (work.committedAlone || first === void 0 || first.stage !== "expand" || first.transaction !== "shared") return void 0;
			const table = tableKey(work);
			if (!warned && held.size > 0 && !held.has(table) && isLastOn(table, work, all)) return {
				stage: 0,
				level: fitting(first, 0)
			};
			held.add(table);
		}
	};
}
/**
* Whether nothing that comes after a work so much as mentions its table. What a new column is needed for is not followed any closer: an INSERT without a
* list of columns stands on it, or the body of a function.
*/
function isLastOn(table, work, all) {
	const name = table.slice(table.lastIndexOf("	") + 1).toLowerCase();
	return all.slice(all.indexOf(work) + 1).every((each) => each.operations.every(({ operation }) => follows.has(operation.kind)) && !each.sql.toLowerCase().includes(name));
}
/** The tables in use that an operation locks against writers and against itself. */
function stronglyLocked({ effects, before }) {
	return effects.flatMap(({ lock, table }) => {
		const key = keyOf(table);
		return lock === null || lockModes$1.indexOf(lock) < least || isNew(before, before.tables.get(key)) ? [] : [key];
	});
}
/** Operations that reach no further than the names in them. */
const follows = /* @__PURE__ */ new Set([
	"transaction",
	"set-variable",
	"create-table",
	"create-index",
	"add-column",
	"add-constraint",
	"validate-constraint",
	"set-not-null",
	"set-default",
	"drop-default"
]);
const least = lockModes$1.indexOf("ShareRowExclusiveLock");

// src/plan/replacement.ts
/**
* Unique keys that come in the place of one that the unit drops before, each with the work that drops it. Staged, the new key would come
* much later than the old one goes: so the old one stays until the very transaction, and rows are unique all the time.
*
* @param isStaged whether a work gets steps of its own
*/
function replacements(works, isStaged) {
	const dropped = /* @__PURE__ */ new Map();
	const found = /* @__PURE__ */ new Map();
	const used = /* @__PURE__ */ new Set();
	for (const work of works) {
		const [only, ...more] = work.operations;
		if (only === void 0 || more.length > 0 || work.inBlock) continue;
		const { operation } = only;
		if (operation.kind === "drop-constraint" && !operation.cascade) {
			const table = keyOf(resolve(only.before, operation.table));
			dropped.set(table, [...dropped.get(table) ?? [], work]);
		}
		if (operation.kind !== "add-constraint" || only.findings.length === 0) continue;
		const old = dropped.get(keyOf(resolve(only.before, operation.table)))?.find((drop) => !used.has(drop) && isReplaced(drop, only));
		if (old === void 0 || !isStaged(work)) continue;
		used.add(old);
		found.set(work, old);
	}
	return found;
}
/** Whether a dropped constraint is a key, and the new one bears its name or is the primary key as it was. */
function isReplaced(drop, { operation, before }) {
	const [dropped] = drop.operations;
	if (dropped?.operation.kind !== "drop-constraint" || operation.kind !== "add-constraint") return false;
	const { type, name } = operation.constraint;
	const table = keyOf(resolve(dropped.before, dropped.operation.table));
	const { constraint } = dropped.operation;
	if (type !== "unique" && type !== "primary-key" || keyOf(resolve(before, operation.table)) !== table) return false;
	const old = dropped.before.tables.get(table)?.constraints.find((each) => each.name === constraint)?.definition.type;
	return name === constraint || type === "primary-key" && old === "primary-key";
}
/** The name of the constraint that a work drops. */
function droppedBy(work) {
	const operation = work?.operations[0]?.operation;
	return operation?.kind === "drop-constraint" ? operation.constraint : void 0;
}

// src/plan/attempt.ts
function attempt(files, all, answer, decided, searchPath) {
	const late = arrivals();
	const fates = [];
	const refused = /* @__PURE__ */ new Map();
	const apart = /* @__PURE__ */ new Set();
	/** The staged works that a work waits for in the end: itself if it is staged, else what it was put behind. */
	const roots = /* @__PURE__ */ new Map();
	const ask = (file, work, replaced) => {
		const reason = decided.refused.get(work);
		if (reason !== void 0) return {
			steps: [],
			open: { impossible: reason }
		};
		return answer(file, work, droppedBy(replaced));
	};
	const replacing = replacements(all, (work) => {
		const file = decided.apart.has(work) ? void 0 : files.find(({ works }) => works.includes(work))?.file;
		return file !== void 0 && ask(file, work).steps.length > 0;
	});
	const absorbed = new Set(replacing.values());
	for (const { file, works } of files) {
		const tables = locked(file, all);
		for (const work of works) {
			if (absorbed.has(work)) {
				fates.push({
					file,
					work,
					steps: [],
					moved: true,
					absorbed: true,
					behind: []
				});
				continue;
			}
			const replaced = replacing.get(work);
			const { steps: own, open } = answerOf(work, late, () => ask(file, work, replaced));
			if (own.length === 0 && replaced !== void 0) apart.add(work);
			const hits = late.hits(work);
			const moved = own.length === 0;
			if (moved && hits.length === 0) {
				tables.stays(work);
				fates.push({
					file,
					work,
					steps: [],
					moved: false,
					behind: [],
					...open
				});
				continue;
			}
			const steps = moved ? [asWritten(work)] : replaced === void 0 ? own : [
				...own.slice(0, -1),
				asWritten(replaced),
				...own.slice(-1)
			];
			const causes = [...new Set(hits.map((each) => each.work))];
			const start = startBehind(hits, steps[0], tableKey(work)) ?? tables.startOf(work, steps);
			const stuck = stuckBecause(work, file, moved, start, searchPath);
			if (stuck !== void 0) {
				for (const cause of causes.flatMap((each) => roots.get(each) ?? [])) refused.set(cause, stuck);
				tables.stays(work);
				fates.push({
					file,
					work,
					steps: [],
					moved: false,
					behind: [],
					...open
				});
				continue;
			}
			roots.set(work, moved ? causes.flatMap((each) => roots.get(each) ?? []) : [work]);
			const placed = place$1(steps, start, work, file, works.length === 1 || decided.kept.has(work));
			announce(late, work, placed, decided.kept.has(work));
			fates.push({
				file,
				work,
				steps: placed,
				moved,
				behind: replaced ? [...causes, replaced] : causes,
				...open
			});
		}
	}
	return {
		fates,
		refused,
		apart
	};
}
/** A work that builds on what waits for an answer waits with it. */
function answerOf(work, late, ask) {
	const waits = late.isOpen(work);
	const answer = waits ? {
		steps: [],
		open: {}
	} : ask();
	if (waits || answer.open.question !== void 0) late.leaveOpen(work);
	return answer;
}
/** The results of operations that cannot be parted: all are staged, or none. */
function combine(results) {
	const open = results.find((each) => each !== void 0 && !("steps" in each));
	if (open !== void 0) return {
		steps: [],
		open
	};
	const staged = results.filter((each) => each !== void 0 && "steps" in each);
	if (staged.length > 0 && staged.length < results.length) return {
		steps: [],
		open: { impossible: "the statement does several things at once, and not all of them are staged: write one statement for each" }
	};
	return {
		steps: staged.flatMap((each) => each.steps),
		open: {}
	};
}
/** The author's own SQL as a step, with the waivers that stand above it. */
function asWritten(work) {
	const concurrently = work.operations.some(({ operation }) => "concurrently" in operation && operation.concurrently);
	return {
		stage: "expand",
		after: "transaction",
		sql: work.action ? work.sql : work.waivers.text + work.sql,
		transaction: concurrently ? "none" : "shared",
		rollback: "-- as the migration's own way down does",
		why: "as written, behind what it builds on"
	};
}
function startBehind(hits, step, table) {
	let start;
	for (const hit of hits) {
		const position = behind(hit, step, table);
		if (isLater(position, start)) start = position;
	}
	return start;
}
/** Why a work cannot go where it would have to; undefined where it can. */
function stuckBecause(work, file, moved, start, searchPath) {
	const line = `the statement on line ${work.line} of ${file.migration.path}`;
	if (start !== void 0 && start.stage > 0 && !work.operations.every((each) => canWait(each.operation))) return `${line} builds on it or changes what its later stages work on, and cannot wait for them: put that statement into a later migration`;
	if (moved && work.operations.some((each) => each.before.searchPath.join() !== searchPath.join())) return `${line} would have to come after it in a file of its own, where the search_path that its file sets does not hold: write its names with their schema`;
}
function place$1(steps, start, work, file, alone) {
	const about = {
		table: tableKey(work),
		path: file.migration.path,
		span: work.span
	};
	return layOut(steps, start, work, alone).map((each) => ({
		...each,
		...about
	}));
}
/** What stays alone in its file comes first in it: the rest of the file comes behind it all the same. */
function announce(late, work, placed, alone) {
	const last = placed.filter((each) => each.step.stage !== "contract").at(-1);
	for (const each of placed) {
		const position = each.position ?? (alone ? {
			stage: 0,
			level: 0
		} : void 0);
		if (position !== void 0) late.announce(work, each.step, position, each === last);
	}
}

// src/plan/work.ts
/** The parts of a file, in order. Transaction control and what could not be read are parts too: they stay where they are. */
function worksOf(file) {
	const { text, transaction } = file.migration;
	const lines = linesOf$1(text);
	const works = [];
	let began = false;
	const waivers = waiversOf(file);
	file.statements.forEach((each, i) => {
		const { statement, operations } = each;
		const source = text.slice(statement.span.start, statement.span.end);
		const [first] = operations;
		if (first?.operation.kind === "transaction") {
			const { action } = first.operation;
			if (action === "begin") began = true;
			else if (action === "commit" || action === "rollback" || action === "prepare") began = first.operation.chain === true;
		}
		const shared = {
			statement: each,
			waivers: waivers[i],
			line: lines.position(statement.span.start).line,
			committedAlone: transaction === "per-statement" && !began,
			inBlock: /^do\b/i.test(source)
		};
		if (operations.length > 1 && isAlter(source) && areApart(operations)) {
			const head = text.slice(statement.span.start, first?.operation.span.start);
			for (const operation of operations) {
				const { span } = operation.operation;
				works.push({
					...shared,
					operations: [operation],
					span,
					sql: `${head}${text.slice(span.start, span.end)};`,
					action: true,
					line: lines.position(span.start).line
				});
			}
		} else works.push({
			...shared,
			operations,
			span: statement.span,
			sql: `${source};`,
			action: false
		});
	});
	return works;
}
/** The waivers directly above each statement, one a line; one pass over the comments. */
function waiversOf(file) {
	const { text } = file.migration;
	const { comments } = file.sql;
	let next = 0;
	return file.statements.map(({ statement: { span } }) => {
		while (next < comments.length && comments[next].span.end <= span.start) next++;
		let start = span.start;
		for (let i = next - 1; i >= 0; i--) {
			const comment = comments[i];
			if (!comment.ownLine || !/^--\s*lockstep-ignore\b/.test(comment.text) || text.slice(comment.span.end, start).trim() !== "") break;
			start = comment.span.start;
		}
		return {
			start,
			text: text.slice(start, span.start)
		};
	});
}
function isAlter(source) {
	return /^alter\s/i.test(source);
}
function areApart(operations) {
	return operations.every((each, i) => i === 0 || each.operation.span.start >= operations[i - 1].operation.span.end);
}

// src/plan/schedule.ts
/**
* Decides for every statement of the unit where its steps go, in the order that the author gave them. What a staged operation brings
* later than written, others wait for; what may not wait (a rename, a change of rows) makes that operation stay unstaged, with the reason.
* Each round finds out something that the next takes as given; there are no more rounds than works.
*/
function schedule(unit, stage) {
	const files = unit.files.map((file) => ({
		file,
		works: worksOf(file)
	}));
	const works = files.flatMap(({ works: own }) => own);
	const ask = answers(stage);
	const decided = {
		refused: /* @__PURE__ */ new Map(),
		kept: /* @__PURE__ */ new Set(),
		apart: /* @__PURE__ */ new Set()
	};
	for (;;) {
		const { fates, refused, apart } = attempt(files, works, ask, decided, unit.before.searchPath);
		const emptied = emptiedFiles(fates).filter((each) => !decided.kept.has(each));
		if (refused.size + apart.size > 0) {
			for (const [work, reason] of refused) decided.refused.set(work, reason);
			for (const work of apart) decided.apart.add(work);
		} else if (emptied.length > 0) for (const work of emptied) decided.kept.add(work);
		else return fates;
	}
}
/** Asks each recipe once for all rounds. */
function answers(stage) {
	const known = /* @__PURE__ */ new Map();
	return (file, work, replaced) => {
		const own = known.get(work) ?? /* @__PURE__ */ new Map();
		const answer = own.get(replaced) ?? combine(work.operations.map((each) => each.findings.length === 0 ? void 0 : stage(file, work, each, replaced)));
		known.set(work, own.set(replaced, answer));
		return answer;
	};
}
/** The first work of each file that would be left without a statement, where it may stay there alone. */
function emptiedFiles(fates) {
	const byFile = /* @__PURE__ */ new Map();
	for (const fate of fates) {
		const own = byFile.get(fate.file);
		if (own === void 0) byFile.set(fate.file, [fate]);
		else own.push(fate);
	}
	return [...byFile.values()].flatMap((own) => {
		const leaves = (each) => !stays(each) && each.steps.every((placed) => placed.position !== void 0);
		const [first] = own;
		const alone = first?.behind.length === 0 && first.steps[0]?.step.transaction === "none";
		return own.length > 1 && alone && own.every(leaves) ? [first.work] : [];
	});
}

// src/plan/helper-name.ts
/**
* Names for helper objects (a CHECK, a sequence) that are gone at the end of the plan: `orders_status_lockstep`, cut to 63 bytes as PostgreSQL cuts, numbered
* where the name is taken or was cut to one that is.
*/
function helperNames(schema) {
	const given = /* @__PURE__ */ new Map();
	const taken = /* @__PURE__ */ new Set();
	return (table, column) => {
		const key = `${keyOf(table)}\t${column}`;
		const known = given.get(key);
		if (known !== void 0) return known;
		for (let i = 0;; i++) {
			const name = objectName$1(table.name, column, i === 0 ? "lockstep" : `lockstep${i}`);
			const place = {
				schema: table.schema,
				name
			};
			if (taken.has(keyOf(place)) || relationExists(schema, place) || schema.constraintNames.has(keyOf(place))) continue;
			taken.add(keyOf(place));
			given.set(key, name);
			return name;
		}
	};
}

// src/plan/recipe.ts
function defineRecipe(recipe) {
	return recipe;
}

// src/plan/recipes/postgres/alter.ts
/** `ALTER TABLE \u2026 action;` on the operation's table, as the author addressed it. */
function alterTable(context, action) {
	const { ifExists, only } = context.operation;
	return `ALTER TABLE ${ifExists ? "IF EXISTS " : ""}${only ? "ONLY " : ""}${tableText(context)} ${action};`;
}
/** `ALTER TABLE \u2026 ALTER COLUMN column action;` */
function alterColumn(context, column, action) {
	return alterTable(context, `ALTER COLUMN ${quoteIdentifier(column)} ${action}`);
}
/** VALIDATE CONSTRAINT takes SHARE UPDATE EXCLUSIVE: rows are read and written meanwhile. */
function validate(context, constraint) {
	return {
		stage: "enforce",
		after: "transaction",
		sql: alterTable(context, `VALIDATE CONSTRAINT ${quoteIdentifier(constraint)}`),
		transaction: "own",
		queues: false,
		rollback: "-- nothing to undo: the constraint goes with the step that added it",
		why: "reads every row while others read and write"
	};
}
/** Validations of one table share a transaction: they hold the same weak lock, one after the other. */
function together(validates) {
	return validates.map((step, i) => i === 0 ? step : {
		...step,
		after: "none"
	});
}
/** The operation's table as SQL names it. */
function tableText(context) {
	return context.nameOf(context.operation.table);
}
/** The operation's table, resolved. */
function ownName(context) {
	return resolve(context.before, context.operation.table);
}
/** The operation's table as replayed; undefined where history never mentioned it. */
function ownTable(context) {
	return tableOf$1(context.before, context.operation.table);
}
/** An index or a sequence in the schema of the operation's table: named with the schema wherever the table is. */
function besideTable(context, name) {
	const { table } = context.operation;
	return `${tableText(context) !== quoteIdentifier(table.name) ? `${quoteIdentifier(ownName(context).schema)}.` : ""}${quoteIdentifier(name)}`;
}
/** Why the author's own text cannot stand in a file of its own, if it cannot. */
function boundToItsFile(context, name) {
	return context.nameOf(name) === quoteName(name) ? void 0 : `the file sets a search_path of its own, which does not hold in another file: write ${context.nameOf(name)} for ${quoteName(name)}`;
}

// src/plan/recipes/postgres/constraint-text.ts
/** A constraint's text without the author's `CONSTRAINT name` before it. */
function body(definition) {
	if (definition.name === void 0) return definition.text;
	const { starts } = lex(definition.text).tokens;
	return definition.text.slice(starts[2] ?? 0);
}
/** An inline constraint of a column as a table constraint: only REFERENCES reads differently there. */
function tableBody(definition, column) {
	const text = body(definition);
	return definition.type === "foreign-key" && /^references\b/i.test(text) ? `FOREIGN KEY (${quoteIdentifier(column)}) ${text}` : text;
}
/** `DEFERRABLE INITIALLY DEFERRED`, as far as the constraint has it, with a space before it. */
function deferrable(definition) {
	return `${definition.deferrable ? " DEFERRABLE" : ""}${definition.initiallyDeferred ? " INITIALLY DEFERRED" : ""}`;
}

// src/plan/recipes/postgres/enforce-not-null.ts
/**
* NOT NULL on a column whose rows are filled, without reading them under a lock that stops others.
*
* A NOT VALID check already refuses NULL in every row that is written, an UPDATE of an old row too: it must not come before the rows are filled
* and all running code writes the column. SET NOT NULL reads no row where a valid CHECK proves it (since PostgreSQL 12,
* https://www.postgresql.org/docs/12/sql-altertable.html); PostgreSQL 18 has NOT NULL \u2026 NOT VALID itself.
*
* @param constraint the name that the author gave the NOT NULL; kept where the version keeps such names
*/
function enforceNotNull(context, column, constraint) {
	const name = quoteIdentifier(column);
	const table = ownName(context);
	const native = context.lowestMajor >= 18;
	const own = native ? constraint ?? objectName$1(table.name, column, "not_null") : context.helperName(table, column);
	const shared = {
		stage: "enforce",
		after: "transaction",
		transaction: "shared"
	};
	const action = `ADD CONSTRAINT ${quoteIdentifier(own)} ${native ? `NOT NULL ${name}` : `CHECK (${name} IS NOT NULL)`} NOT VALID`;
	return {
		add: {
			...shared,
			sql: alterTable(context, action),
			rollback: alterTable(context, `DROP CONSTRAINT IF EXISTS ${quoteIdentifier(own)}`),
			why: `no row is written with a NULL in ${name} from here on; the old rows are not read yet`
		},
		validate: validate(context, own),
		finish: native ? [] : [{
			...shared,
			sql: alterColumn(context, column, "SET NOT NULL"),
			rollback: alterColumn(context, column, "DROP NOT NULL"),
			why: "the valid check proves it, so no row is read"
		}, {
			...shared,
			sql: alterTable(context, `DROP CONSTRAINT ${quoteIdentifier(own)}`),
			rollback: alterTable(context, action),
			why: "the check has done its work"
		}]
	};
}

// src/plan/backfill.ts
/** Rows of a batch: short enough that a row lock is gone before anybody notices, long enough that the commits do not dominate. */
const batchRows = 1e3;
/** Blocks of a batch where there is no key: some thousand rows of usual width. */
const batchBlocks = 16;
/** More rows than an 8 kB page can hold (MaxHeapTuplesPerPage is 291); a page of 32 kB holds no more than 1169. */
const rowsOfBlock = 1200;
const pause = "0.05";
/**
* A DO block that fills `column` where it is NULL, batch by batch, each in a transaction of its own.
*
* It can be run again at any time and goes on where rows are left. It must be alone in its file and outside a transaction block: COMMIT in
* a DO block needs that (https://www.postgresql.org/docs/current/plpgsql-transactions.html). The batch is found by its first and last key, so the
* cost is linear in the rows: nothing is counted, and no batch reads the table anew. Keys are compared as rows, `(a, b) >= (x, y)`, which an index over
* `(a, b)` answers. The path not taken: a procedure, which would leave an object behind, and a `WHERE c IS NULL LIMIT 1000` loop, which
* scans the filled part of the table again for every batch.
*/
function backfillSql(backfill) {
	const body = backfill.key.length > 0 ? byKey(backfill) : byBlock(backfill);
	return `DO ${quoteDollar(`\n${body}\n`)};`;
}
function byKey({ table, column, expression, key }) {
	const name = quoteIdentifier(column);
	const columns = key.map((each) => quoteIdentifier(each));
	const variables = (which) => key.map((_, i) => `lockstep_${which}${key.length > 1 ? `_${i + 1}` : ""}`);
	const [first, last] = [variables("first"), variables("last")];
	const row = (parts) => parts.length > 1 ? `(${parts.join(", ")})` : parts[0] ?? "";
	const list = columns.join(", ");
	const types = columns.map((each) => `${table}.${each}%TYPE`);
	return `DECLARE
  -- the first and the last key of a batch
${first.map((each, i) => `  ${each} ${types[i]};`).join("\n")}
${last.map((each, i) => `  ${each} ${types[i]};`).join("\n")}
  lockstep_rows bigint;
  lockstep_total bigint := 0;
  lockstep_batches bigint := 0;
BEGIN
  SELECT ${list} INTO ${first.join(", ")} FROM ${table} ORDER BY ${list} LIMIT 1;
  WHILE FOUND LOOP
    SET LOCAL lock_timeout = '5s';
    SELECT ${list} INTO ${last.join(", ")}
      FROM (SELECT ${list} FROM ${table} WHERE ${row(columns)} >= ${row(first)} ORDER BY ${list} LIMIT ${batchRows}) AS batch
      ORDER BY ${columns.map((each) => `${each} DESC`).join(", ")} LIMIT 1;
    UPDATE ${table} SET ${name} = ${inline(expression)}
      WHERE ${row(columns)} >= ${row(first)} AND ${row(columns)} <= ${row(last)} AND ${name} IS NULL;
    GET DIAGNOSTICS lockstep_rows = ROW_COUNT;
    COMMIT;
${progress$1(table, name, "    ")}
    SELECT ${list} INTO ${first.join(", ")} FROM ${table} WHERE ${row(columns)} > ${row(last)} ORDER BY ${list} LIMIT 1;
  END LOOP;
  RAISE NOTICE ${notice(table, name, "rows filled, done")}, lockstep_total;
END`;
}
/** Without a key the rows are walked as they lie. A row that is updated meanwhile may move behind the walk: the second pass finds it. */
function byBlock({ table, column, expression, lowestMajor }) {
	const name = quoteIdentifier(column);
	const here = lowestMajor >= 14 ? "ctid >= format('(%s,0)', lockstep_block)::tid AND ctid < format('(%s,0)', lockstep_block + BLOCKS)::tid" : "ctid = ANY (ARRAY(SELECT format('(%s,%s)', block, item)::tid\n        FROM generate_series(lockstep_block, lockstep_block + BLOCKS - 1) AS block, generate_series(1, ITEMS) AS item))";
	return `DECLARE
  lockstep_block bigint;
  lockstep_blocks bigint;
  lockstep_rows bigint;
  lockstep_total bigint := 0;
  lockstep_batches bigint := 0;
BEGIN
  -- twice: a row that somebody updates meanwhile may move to a block that is done
  FOR lockstep_pass IN 1..2 LOOP
    lockstep_block := 0;
    lockstep_blocks := pg_relation_size(${quoteLiteral(table)}) / current_setting('block_size')::bigint;
    WHILE lockstep_block < lockstep_blocks LOOP
      SET LOCAL lock_timeout = '5s';
      UPDATE ${table} SET ${name} = ${inline(expression)}
        WHERE ${here.replaceAll("BLOCKS", String(batchBlocks)).replace("ITEMS", String(rowsOfBlock))}
          AND ${name} IS NULL;
      GET DIAGNOSTICS lockstep_rows = ROW_COUNT;
      COMMIT;
${progress$1(table, name, "      ")}
      lockstep_block := lockstep_block + ${batchBlocks};
    END LOOP;
  END LOOP;
  RAISE NOTICE ${notice(table, name, "rows filled, done")}, lockstep_total;
END`;
}
/** Counts, tells every hundredth batch, and lets others work where something was written. */
function progress$1(table, name, indent) {
	return [
		"lockstep_total := lockstep_total + lockstep_rows;",
		"lockstep_batches := lockstep_batches + 1;",
		"IF lockstep_batches % 100 = 0 THEN",
		`  RAISE NOTICE ${notice(table, name, "rows filled")}, lockstep_total;`,
		"END IF;",
		"IF lockstep_rows > 0 THEN",
		`  PERFORM pg_sleep(${pause});`,
		"END IF;"
	].map((line) => indent + line).join("\n");
}
/** The format of RAISE, in which a per cent sign of a name is doubled. */
function notice(table, name, what) {
	return quoteLiteral(`${`${table}.${name}`.replaceAll("%", "%%")}: % ${what}`);
}
/** An expression between two words of a statement: a line comment in it must not swallow what follows. */
function inline(expression) {
	return expression.includes("--") ? `(${expression}\n    )` : expression;
}

// src/plan/recipes/postgres/fill-rows.ts
/**
* The backfill of a column of the operation's table: one job, or one a partition where a partitioned table has no key to walk.
* @param after `transaction` where a default already fills the rows that running code writes, `deploy` where only new code does
*/
function fillRows(context, column, value, after) {
	const table = ownTable(context);
	const key = primaryKey(table);
	const walk = (name) => ({
		stage: "backfill",
		after,
		sql: backfillSql({
			table: name,
			column,
			expression: value.text,
			key,
			lowestMajor: context.lowestMajor
		}),
		transaction: "none",
		queues: false,
		rollback: `-- nothing to undo: the values go with the column ${quoteIdentifier(column)}`,
		why: "fills the old rows batch by batch; can be stopped and run again, and goes on where rows are left"
	});
	if (table?.partitionBy === void 0 || key.length > 0) return [walk(tableText(context))];
	const leaves = partitionsOf(context, table);
	if (leaves === void 0) return { impossible: `${tableText(context)} is partitioned, has no primary key to walk, and not all of its partitions are known` };
	if (someNode(value.tree, (node) => node.kind === "column" && node.path.length > 1)) return { impossible: `${tableText(context)} is partitioned and has no primary key to walk: write the columns of the expression without the table's name` };
	return leaves.map((leaf) => walk(context.nameOf(leaf)));
}
/** The columns of the primary key, in its order; empty where none is known. */
function primaryKey(table) {
	const key = table?.constraints.find((each) => each.definition.type === "primary-key");
	if (key?.definition.type !== "primary-key" || table === void 0) return [];
	if (key.definition.columns.length > 0) return key.definition.columns;
	return table.indexes.find((each) => each.name === key.index)?.definition.elements.flatMap((each) => each.column ?? []) ?? [];
}
/** The partitions that hold rows, at any depth; undefined where one is not known whole. */
function partitionsOf(context, table) {
	if (!table.complete || mayHavePartitions(context.before, table)) return void 0;
	const leaves = [];
	for (const child of table.children) {
		const known = context.before.tables.get(keyOf(child));
		if (known === void 0) return void 0;
		const below = known.partitionBy === void 0 ? [child] : partitionsOf(context, known);
		if (below === void 0) return void 0;
		leaves.push(...below);
	}
	return leaves;
}

// src/plan/recipes/postgres/own-sequence.ts
const integers = {
	serial2: "smallint",
	serial4: "integer",
	serial8: "bigint",
	int2: "smallint",
	int4: "integer",
	int8: "bigint"
};
/** `smallserial`, `serial`, `bigserial`: an integer column, a sequence and a volatile default. */
function isSerial({ type }) {
	return type.schema === void 0 && /^serial[248]$/.test(type.name);
}
/**
* What serial stands for (https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL), with the names that it would have made,
* so that the end is the same.
*/
function serial(context, column) {
	const type = integers[column.type.name] ?? "bigint";
	const sequence = besideTable(context, sequenceName(context.before, ownName(context), column.name));
	const expression = `nextval(${quoteLiteral(sequence)})`;
	return {
		type,
		expression,
		expand: numbered(context, column.name, `CREATE SEQUENCE ${sequence} AS ${type} OWNED BY ${tableText(context)}.${quoteIdentifier(column.name)};`, sequence, expression),
		finish: []
	};
}
/**
* An identity column begins as a column with a default over a helper sequence, since ADD GENERATED AS IDENTITY takes a column that is there and NOT NULL
* without rewriting it. At the end its own sequence goes on where the helper stopped.
*/
function identity(context, column) {
	const { when, options } = column.identity ?? { when: "always" };
	if (/\b(?:sequence\s+name|restart|owned|logged|unlogged)\b/i.test(options ?? "")) return { impossible: "the options of its identity name the sequence or restart it, which a helper sequence cannot share; add the identity without them and alter its sequence afterwards" };
	const type = integers[column.type.name] ?? "bigint";
	const helper = besideTable(context, context.helperName(ownName(context), column.name));
	const expression = `nextval(${quoteLiteral(helper)})`;
	const name = quoteIdentifier(column.name);
	const generated = `ADD GENERATED ${when.toUpperCase()} AS IDENTITY${options === void 0 ? "" : ` (${options})`}`;
	const shared = {
		stage: "enforce",
		after: "transaction",
		transaction: "shared"
	};
	const own = `pg_get_serial_sequence(${quoteLiteral(tableText(context))}, ${quoteLiteral(column.name)})`;
	return {
		type,
		expression,
		expand: numbered(context, column.name, `CREATE SEQUENCE ${helper} AS ${type}${options === void 0 ? "" : ` ${options}`};`, helper, expression),
		finish: [
			{
				...shared,
				sql: alterTable(context, `ALTER COLUMN ${name} DROP DEFAULT, ALTER COLUMN ${name} ${generated}`),
				rollback: alterTable(context, `ALTER COLUMN ${name} DROP IDENTITY IF EXISTS, ALTER COLUMN ${name} SET DEFAULT ${expression}`),
				why: "the column is filled and NOT NULL, so no row is rewritten; an identity column has no default"
			},
			{
				...shared,
				sql: `SELECT setval(${own}, ${expression}, false);`,
				rollback: "-- nothing to undo: the sequence goes with the identity",
				why: "the identity goes on where the helper sequence stopped"
			},
			{
				...shared,
				sql: `DROP SEQUENCE ${helper};`,
				rollback: `CREATE SEQUENCE ${helper} AS ${type}${options === void 0 ? "" : ` ${options}`};`,
				why: "the helper has done its work"
			}
		]
	};
}
function numbered(context, column, create, sequence, expression) {
	const shared = {
		stage: "expand",
		after: "none",
		transaction: "shared"
	};
	return [{
		...shared,
		sql: create,
		rollback: `DROP SEQUENCE IF EXISTS ${sequence};`,
		why: "numbers the rows"
	}, {
		...shared,
		sql: alterColumn(context, column, `SET DEFAULT ${expression}`),
		rollback: alterColumn(context, column, "DROP DEFAULT"),
		why: "rows that are written from now on are numbered"
	}];
}

// src/plan/recipes/postgres/new-column.ts
/** What keeps NULL out of the column by its definition. */
function isRequired(column) {
	return column.notNull || column.identity !== void 0 || isSerial(column) || column.constraints.some((each) => each.type === "not-null" || each.type === "primary-key");
}
/** The way for the rows of a new column, or why there is none, or what the author has to state. */
function fillOf(context) {
	const { column } = context.operation;
	if (isSerial(column)) return numbering(serial(context, column));
	if (column.identity !== void 0) {
		const own = identity(context, column);
		return "impossible" in own ? own : numbering(own);
	}
	if (rewrites(context, void 0)) return { impossible: `${column.type.text} is a domain with a constraint: PostgreSQL tests it on every row when a column takes the type, whether the column is added with it or changed to it later, and has no NOT VALID for that. The least harmful way is a column of the type under the domain with the same CHECK as a NOT VALID table constraint; else a maintenance window` };
	const stated = column.default;
	if (stated !== void 0 && stated.tree.kind !== "null") return rewrites(context, stated) ? {
		how: "backfill",
		value: stated,
		default: stated.text
	} : {
		how: "catalog",
		expression: stated.text,
		drop: false
	};
	if (!isRequired(column)) return { how: "null" };
	const table = ownName(context);
	const answer = context.backfill(table, column.name);
	const name = `${tableText(context)}.${quoteIdentifier(column.name)}`;
	if (answer === void 0) return { question: {
		table,
		column: column.name,
		message: `${name} is required and has no default: only you know what the rows that exist should hold.`
	} };
	const { expression, printed } = answer;
	if (columnsIn(expression.tree).length === 0 && !rewrites(context, {
		...expression,
		text: printed
	})) return {
		how: "catalog",
		expression: printed,
		drop: true
	};
	return {
		how: "backfill",
		value: {
			text: printed,
			tree: expression.tree
		}
	};
}
function numbering(own) {
	return {
		how: "backfill",
		value: {
			text: own.expression,
			tree: { kind: "null" }
		},
		default: own.expression,
		numbering: own
	};
}
/** Whether ADD COLUMN would rewrite the table for the column's type and this default alone. */
function rewrites(context, expression) {
	const { default: _default, identity: _identity, generated: _generated, ...rest } = context.operation.column;
	const column = {
		...rest,
		notNull: false,
		constraints: [],
		...expression && { default: expression }
	};
	const probe = {
		...context.operation,
		column
	};
	return context.effectsOf(probe).some((effect) => effect.work.includes("rewrite"));
}
/** `name type COLLATE \u2026`: the column without its default and constraints. */
function bareColumn(column, type = column.type.text) {
	return [
		`${quoteIdentifier(column.name)} ${type}`,
		column.storage === void 0 ? "" : `STORAGE ${column.storage}`,
		column.compression === void 0 ? "" : `COMPRESSION ${column.compression}`,
		column.collation === void 0 ? "" : `COLLATE ${quoteName(column.collation)}`
	].filter((part) => part !== "").join(" ");
}

// src/plan/recipes/postgres/unique-by-index.ts
/**
* UNIQUE or PRIMARY KEY through an index that is built CONCURRENTLY and becomes the constraint's own.
* The index bears the constraint's name from the start where that is free, so that nothing is renamed.
* https://www.postgresql.org/docs/current/sql-altertable.html ("ADD table_constraint_using_index")
*
* @param names what the constraint is, or would have been, called, and its index until then
*/
function uniqueByIndex(context, definition, names, columns, at) {
	const [quoted, own] = [quoteIdentifier(names.name), quoteIdentifier(names.index)];
	const list = (columns) => columns.map((each) => quoteIdentifier(each)).join(", ");
	const index = [
		`CREATE UNIQUE INDEX CONCURRENTLY ${own} ON ${tableText(context)} (${list(columns)})`,
		definition.include && definition.include.length > 0 ? ` INCLUDE (${list(definition.include)})` : "",
		definition.nullsNotDistinct ? " NULLS NOT DISTINCT" : "",
		definition.storage === void 0 ? "" : ` WITH (${definition.storage})`,
		definition.tablespace === void 0 ? "" : ` TABLESPACE ${quoteIdentifier(definition.tablespace)}`,
		";"
	].join("");
	const kind = definition.type === "unique" ? "UNIQUE" : "PRIMARY KEY";
	return {
		index: {
			...at,
			sql: index,
			transaction: "none",
			queues: false,
			rollback: `DROP INDEX CONCURRENTLY IF EXISTS ${besideTable(context, names.index)};`,
			why: "builds the index while rows are read and written; if it fails, run its rollback and try again"
		},
		constraint: {
			stage: at.stage,
			after: "transaction",
			sql: alterTable(context, `ADD CONSTRAINT ${quoted} ${kind} USING INDEX ${own}${deferrable(definition)}`),
			transaction: "shared",
			rollback: alterTable(context, `DROP CONSTRAINT IF EXISTS ${quoted}`),
			why: "takes the finished index as its own: no row is read"
		}
	};
}

// src/plan/recipes/postgres/add-column.ts
/**
* A new column in up to four stages: the column in a form that touches no row; the rows; what is checked over them; the default that was only there to
* fill them. All that a definition may combine (NOT NULL, a volatile default, UNIQUE, PRIMARY KEY, CHECK, REFERENCES) is one sequence.
*/
const addColumn = defineRecipe({
	on: ["add-column"],
	stage(context) {
		const { column } = context.operation;
		if (context.effects.every((effect) => effect.work.every((work) => work === "metadata") && effect.fails === void 0)) return void 0;
		if (column.generated?.stored) return { impossible: "PostgreSQL computes a stored generated column by rewriting the table, and cannot make an existing column generated, so that no other way leads to the same schema. The least harmful ones: a plain column kept by a trigger and filled in batches; VIRTUAL instead of STORED (PostgreSQL 18); or a maintenance window" };
		if (column.generated !== void 0) return { impossible: "it is a virtual generated column with a constraint: add it without the constraint, and the constraint NOT VALID afterwards" };
		const fill = fillOf(context);
		if (!("how" in fill)) return fill;
		const filled = fill.how === "backfill" ? fillRows(context, column.name, fill.value, fill.default === void 0 ? "deploy" : "transaction") : [];
		if ("impossible" in filled) return filled;
		return { steps: [
			...expand(context, fill),
			...filled,
			...enforce(context, fill),
			...contract(context, fill)
		] };
	}
});
/** The column itself. What costs nothing stays in its definition: a default that the catalog keeps with its NOT NULL, a reference from rows that are all NULL. */
function expand(context, fill) {
	const { column, ifNotExists } = context.operation;
	const numbering = fill.how === "backfill" ? fill.numbering : void 0;
	const parts = [bareColumn(column, numbering?.type)];
	if (fill.how === "catalog") {
		const named = column.constraints.find((each) => each.type === "not-null");
		parts.push(`DEFAULT ${fill.expression}`, named !== void 0 ? named.text : isRequired(column) ? "NOT NULL" : "");
	}
	if (fill.how === "null") parts.push(...column.constraints.filter((each) => each.type === "foreign-key").map((each) => each.text));
	const definition = parts.filter((part) => part !== "").join(" ");
	const why = {
		null: "a column of NULLs is added at once",
		catalog: fill.how === "catalog" && fill.drop ? "the default gives every row its value at once; it goes when all running code writes the column" : "a default that is not volatile is kept in the catalog: no row is touched",
		backfill: "without a default the column is added at once: no row is touched"
	}[fill.how];
	const shared = {
		stage: "expand",
		after: "none",
		transaction: "shared"
	};
	const steps = [{
		...shared,
		sql: alterTable(context, `ADD COLUMN ${ifNotExists ? "IF NOT EXISTS " : ""}${definition}`),
		rollback: alterTable(context, `DROP COLUMN ${quoteIdentifier(column.name)}`),
		why
	}];
	if (numbering !== void 0) steps.push(...numbering.expand);
	else if (fill.how === "backfill" && fill.default !== void 0) steps.push({
		...shared,
		sql: alterColumn(context, column.name, `SET DEFAULT ${fill.default}`),
		rollback: alterColumn(context, column.name, "DROP DEFAULT"),
		why: "rows that are written from now on get the default"
	});
	return steps;
}
/** What is checked over the rows, all of it first NOT VALID or CONCURRENTLY. */
function enforce(context, fill) {
	const { column } = context.operation;
	const waits = fill.how === "backfill";
	const first = waits ? {
		stage: "enforce",
		after: "backfill"
	} : {
		stage: "expand",
		after: "transaction"
	};
	const adds = [];
	const references = [];
	const validates = [];
	const indexes = [];
	const finish = [];
	if (waits && isRequired(column)) {
		const named = column.constraints.find((each) => each.type === "not-null");
		const notNull = enforceNotNull(context, column.name, named?.name);
		adds.push({
			...notNull.add,
			...first
		});
		validates.push(notNull.validate);
		finish.push(...notNull.finish);
	}
	for (const { definition, name } of named$1(context)) {
		const quoted = quoteIdentifier(name);
		if (definition.type === "unique" || definition.type === "primary-key") {
			const { index, constraint } = uniqueByIndex(context, definition, {
				name,
				index: name
			}, [column.name], first);
			indexes.push(index);
			finish.push(constraint);
		}
		if (definition.type !== "check" && (definition.type !== "foreign-key" || fill.how === "null")) continue;
		const step = {
			...first,
			sql: alterTable(context, `ADD CONSTRAINT ${quoted} ${tableBody(definition, column.name)} NOT VALID`),
			transaction: "shared",
			rollback: alterTable(context, `DROP CONSTRAINT IF EXISTS ${quoted}`),
			why: "holds for every row that is written from here on; the old rows are not read yet"
		};
		if (definition.type === "foreign-key") references.push({
			...step,
			transaction: "own"
		});
		else adds.push(step);
		validates.push(validate(context, name));
	}
	if (fill.how === "backfill" && fill.numbering !== void 0) finish.push(...fill.numbering.finish);
	const before = [
		...adds,
		...indexes,
		...references
	];
	return waits ? [
		...before,
		...together(validates),
		...finish
	] : [
		...before,
		...finish,
		...together(validates)
	];
}
function contract(context, fill) {
	if (fill.how !== "catalog" || !fill.drop) return [];
	const { name } = context.operation.column;
	return [{
		stage: "contract",
		after: "deploy",
		sql: alterColumn(context, name, "DROP DEFAULT"),
		transaction: "shared",
		rollback: alterColumn(context, name, `SET DEFAULT ${fill.expression}`),
		why: "all running code writes the column now"
	}];
}
/** The inline constraints with the names that PostgreSQL would have given them, in its order. */
function named$1(context) {
	const { column } = context.operation;
	const table = ownName(context);
	let schema = context.before;
	return column.constraints.map((inline) => {
		const definition = "columns" in inline && inline.columns.length === 0 ? {
			...inline,
			columns: [column.name]
		} : inline;
		const name = definition.name ?? constraintName(schema, table, definition);
		schema = {
			...schema,
			constraintNames: schema.constraintNames.set(keyOf({
				schema: table.schema,
				name
			}), 1)
		};
		return {
			definition,
			name
		};
	});
}

// src/plan/recipes/postgres/add-constraint.ts
/** A constraint on a table that is there: what can be NOT VALID is validated later, what needs an index takes one that was built CONCURRENTLY. */
const addConstraint = defineRecipe({
	on: ["add-constraint"],
	stage(context) {
		const { constraint } = context.operation;
		if (isNew(context.before, ownTable(context))) return void 0;
		if (context.effects.every((effect) => effect.work.every((work) => work === "metadata"))) return void 0;
		switch (constraint.type) {
			case "check":
			case "not-null":
			case "foreign-key": return notValid(context);
			case "unique":
			case "primary-key": return byIndex(context);
			case "exclude": return { impossible: "an EXCLUDE constraint can be neither NOT VALID nor take an index that was built before, so that its index is built while reads and writes wait. The least harmful way is a maintenance window with a lock_timeout; where the rows allow it, a UNIQUE constraint or a trigger that refuses conflicts" };
		}
	}
});
function notValid(context) {
	const { constraint } = context.operation;
	const table = ownName(context);
	if (constraint.type === "foreign-key" && ownTable(context)?.partitionBy !== void 0 && context.lowestMajor < 18) return { impossible: `before PostgreSQL 18 a foreign key of a partitioned table cannot be NOT VALID: add it to each partition of ${tableText(context)} NOT VALID, validate those, then add it to the parent, which takes them over` };
	const name = constraint.name ?? (constraint.type === "not-null" ? objectName$1(table.name, constraint.column, "not_null") : constraintName(context.before, table, constraint));
	const quoted = quoteIdentifier(name);
	return { steps: [{
		stage: "expand",
		after: "none",
		sql: alterTable(context, `ADD CONSTRAINT ${quoted} ${body(constraint)} NOT VALID`),
		transaction: "shared",
		rollback: alterTable(context, `DROP CONSTRAINT IF EXISTS ${quoted}`),
		why: "holds for every row that is written from here on; the old rows are not read yet"
	}, validate(context, name)] };
}
function byIndex(context) {
	const { constraint } = context.operation;
	const table = ownTable(context);
	if (constraint.type !== "unique" && constraint.type !== "primary-key") return void 0;
	if (table?.partitionBy !== void 0) return { impossible: `${tableText(context)} is partitioned: its constraint cannot take an index that was built before. Add it ON ONLY the parent, build the index of each partition CONCURRENTLY, make it that partition\u2019s constraint, and attach each with ALTER INDEX \u2026 ATTACH PARTITION` };
	if (constraint.withoutOverlaps) return { impossible: "a constraint WITHOUT OVERLAPS cannot take an index that was built before: its index is built while reads and writes wait. The least harmful way is a maintenance window with a lock_timeout" };
	const used = table?.indexes.find((each) => each.name === constraint.usingIndex);
	const columns = constraint.usingIndex === void 0 ? constraint.columns : used?.definition.elements.flatMap((each) => each.column ?? []) ?? [];
	const notNull = (constraint.type === "primary-key" ? columns.filter((column) => !columnOf$1(table, column)?.notNull) : []).map((column) => enforceNotNull(context, column));
	const adds = notNull.map((each) => ({
		...each.add,
		stage: "expand",
		after: "none"
	}));
	const validates = together(notNull.map((each) => ({
		...each.validate,
		stage: "expand"
	})));
	const finish = notNull.flatMap((each) => each.finish).map((step) => ({
		...step,
		stage: "expand"
	}));
	const name = constraint.name ?? constraint.usingIndex ?? constraintName(context.before, ownName(context), constraint);
	if (constraint.usingIndex !== void 0) {
		const step = {
			stage: "expand",
			after: "transaction",
			sql: alterTable(context, context.source.slice(context.operation.span.start, context.operation.span.end)),
			transaction: "shared",
			rollback: alterTable(context, `DROP CONSTRAINT IF EXISTS ${quoteIdentifier(name)}`),
			why: "takes the finished index as its own: no row is read"
		};
		return { steps: [
			...adds,
			...validates,
			...finish,
			step
		] };
	}
	const index = context.replaced === name ? context.helperName(ownName(context), columns.join("_")) : name;
	const unique = uniqueByIndex(context, constraint, {
		name,
		index
	}, columns, {
		stage: "expand",
		after: "transaction"
	});
	return { steps: [
		...adds,
		unique.index,
		...validates,
		...finish,
		unique.constraint
	] };
}

// src/sql/statement.ts
/** Documented limits of what is read; past them a file or statement is unreadable, never cut. */
const limits = {
	/** Bytes of one file. */
	fileBytes: 8388608,
	/** Statements of one file. */
	statements: 5e4,
	/** Depth of nesting in one expression. */
	expressionDepth: 500
};

// src/sql/postgres/split.ts
/**
* Divides a file at its semicolons, except those inside `BEGIN ATOMIC \u2026 END` of a function and inside the parentheses of a rule.
* Everywhere else a semicolon ends the statement even where a parenthesis is open, so that a forgotten one costs only its own statement.
*/
function split(lexed) {
	const { text, tokens } = lexed;
	const { kinds, starts, ends } = tokens;
	const pieces = [];
	let first = 0;
	let depth = 0;
	let deepest = 0;
	/** Open BEGIN ATOMIC and CASE of the function at hand. */
	let blocks = 0;
	let form = "plain";
	const is = (token, value) => isWord(text, tokens, token, value);
	const close = (end, closed) => {
		if (end > first) pieces.push({
			first,
			last: end - 1,
			closed,
			depth: deepest
		});
		first = closed || end < kinds.length ? end + 1 : end;
		depth = 0;
		deepest = 0;
		blocks = 0;
	};
	for (let token = 0; token < kinds.length; token++) {
		const kind = kinds[token];
		if (token === first) form = formOf(text, tokens, first);
		if (kind === 7) switch (text.charCodeAt(starts[token])) {
			case 40:
			case 91:
				if (++depth > deepest) deepest = depth;
				break;
			case 41:
			case 93:
				depth--;
				break;
			case 59: if (blocks === 0 && (form !== "rule" || depth <= 0)) close(token, true);
		}
		else if (kind === 8) close(token, false);
		else if (kind === 0 && form === "function" && ends[token] - starts[token] <= 6) {
			if (is(token - 1, "as") || text[starts[token - 1] ?? -1] === ".") continue;
			if (is(token, "atomic") && is(token - 1, "begin")) blocks++;
			else if (blocks > 0 && is(token, "case")) blocks++;
			else if (blocks > 0 && is(token, "end")) blocks--;
		}
	}
	close(kinds.length, false);
	return pieces;
}
function formOf(text, tokens, first) {
	if (!isWord(text, tokens, first, "create")) return "plain";
	const at = isWord(text, tokens, first + 1, "or") ? first + 3 : first + 1;
	if (isWord(text, tokens, at, "function") || isWord(text, tokens, at, "procedure")) return "function";
	return isWord(text, tokens, at, "rule") ? "rule" : "plain";
}
/** Whether a token is the unquoted word `value` (given in lower case), in any case of letters. */
function isWord(text, tokens, token, value) {
	if (tokens.kinds[token] !== 0) return false;
	const start = tokens.starts[token];
	if (tokens.ends[token] - start !== value.length) return false;
	for (let i = 0; i < value.length; i++) {
		const code = text.charCodeAt(start + i);
		if (code !== value.charCodeAt(i) && (code | 32) !== value.charCodeAt(i)) return false;
	}
	return true;
}
/** Lexes and divides a file. Both readers begin here. */
function prepare(text, sections) {
	if (text.length > limits.fileBytes || text.length > limits.fileBytes / 3 && Buffer.byteLength(text) > limits.fileBytes) return {
		lexed: {
			text,
			tokens: {
				kinds: [],
				starts: [],
				ends: []
			},
			comments: [],
			skipped: []
		},
		pieces: [],
		sql: text,
		clean: false,
		refused: `the file is larger than ${limits.fileBytes / 1024 / 1024} MB`
	};
	const lexed = lex(sections === void 0 ? text : keepSections(text, sections));
	const pieces = split(lexed);
	const sql = lexed.skipped.length === 0 ? lexed.text : blankSkipped(lexed);
	if (pieces.length > limits.statements) return {
		lexed,
		pieces,
		sql,
		clean: false,
		refused: `the file has more than ${limits.statements} statements`
	};
	return {
		lexed,
		pieces,
		sql,
		clean: (isPlain(sql) || !hostile.test(sql)) && pieces.every((piece) => piece.depth <= limits.expressionDepth)
	};
}
/** What must not reach a parser: NUL, at which it stops as if the text ended there, and halves of surrogate pairs, which no encoding can store. */
const hostile = /[\0\p{Surrogate}]/u;
const notPlain$1 = /[^\u0001-\u007f]/;
/** ASCII without NUL, as nearly every file is. */
function isPlain(text) {
	return !notPlain$1.test(text);
}
/** Why a statement is not handed to a parser at all, and where. */
function refusal(text, span, depth) {
	const found = hostile.exec(text.slice(span.start, span.end));
	if (found !== null) {
		const start = span.start + found.index;
		return {
			message: `the statement holds ${found[0] === "\0" ? "a NUL character" : "half of a surrogate pair"}, which PostgreSQL cannot read`,
			span: {
				start,
				end: start + 1
			}
		};
	}
	if (depth > limits.expressionDepth) return {
		message: `parentheses are nested deeper than ${limits.expressionDepth}`,
		span
	};
}
/**
* The text outside the sections as blanks, line breaks kept. A section's last statement may lack its semicolon, so that one is put where the
* blanks begin: the statement would else run into the next section. Sections may come in any order.
*/
function keepSections(text, sections) {
	const parts = [];
	let at = 0;
	const skipTo = (to) => {
		const blank = text.slice(at, to).replace(/[^\r\n]/g, " ");
		parts.push(at > 0 && blank.length >= 2 ? `\n;${blank.slice(2)}` : blank);
	};
	for (const section of [...sections].sort((a, b) => a.start - b.start)) {
		if (section.end <= at) continue;
		const start = Math.max(section.start, at);
		skipTo(start);
		parts.push(text.slice(start, section.end));
		at = Math.min(section.end, text.length);
	}
	skipTo(text.length);
	return parts.join("");
}
/** A terminating psql command (`\g`) leaves a semicolon. */
function blankSkipped(lexed) {
	const parts = [];
	const ends = /* @__PURE__ */ new Set();
	for (let i = 0; i < lexed.tokens.kinds.length; i++) if (lexed.tokens.kinds[i] === 8) ends.add(lexed.tokens.starts[i]);
	let at = 0;
	for (const { span } of lexed.skipped) {
		const length = span.end - span.start;
		parts.push(lexed.text.slice(at, span.start), ends.has(span.start) ? `;${" ".repeat(length - 1)}` : " ".repeat(length));
		at = span.end;
	}
	parts.push(lexed.text.slice(at));
	return parts.join("");
}

// src/plan/recipes/postgres/concurrently.ts
/**
* The author's own CREATE INDEX, DROP INDEX or REINDEX with words put in behind one of its keywords: what he wrote stays as he wrote it.
* @param keyword in lower case: `index`, `table`, `schema`, `database`
* @returns undefined where the statement has no such word: it does the same by other means
*/
function insertAfter(statement, keyword, words) {
	const { tokens } = lex(statement);
	for (let token = 0; token < tokens.kinds.length; token++) {
		if (!isWord(statement, tokens, token, keyword)) continue;
		const end = tokens.ends[token];
		return `${statement.slice(0, end)} ${words}${statement.slice(end)}`;
	}
}
const notPlain = "it is part of a larger statement: write it as a statement of its own";

// src/plan/recipes/postgres/partitioned-index.ts
/**
* An index on a partitioned table, where CONCURRENTLY does not exist on the parent: the parent's index empty and invalid, one CONCURRENTLY on each
* partition, each attached; with the last one the parent's becomes valid. https://www.postgresql.org/docs/current/ddl-partitioning.html
*/
function partitionedIndex(context) {
	const { operation } = context;
	const table = ownTable(context);
	if (table === void 0) return void 0;
	if (operation.ifNotExists) return { impossible: `${tableText(context)} is partitioned, and with IF NOT EXISTS it is not known which of its indexes are there already` };
	if (!isKnownWhole(context.before, table)) return { impossible: `${tableText(context)} is partitioned and not all of its partitions are known: create the index ON ONLY ${tableText(context)}, CONCURRENTLY on each partition, and attach each with ALTER INDEX \u2026 ATTACH PARTITION` };
	const name = operation.index.name ?? indexName(context.before, table.name, operation.index);
	const parts = {
		parents: [],
		partitions: [],
		attach: []
	};
	build(context, table, name, void 0, parts);
	return { steps: [
		...parts.parents,
		...parts.partitions,
		...parts.attach
	] };
}
function build(context, table, name, parent, parts) {
	const { index } = context.operation;
	const definition = definitionText(context);
	const own = relation(context, table.name, name);
	const unique = index.unique ? "UNIQUE " : "";
	const target = context.nameOf(addressed(context, table.name));
	if (table.partitionBy === void 0) parts.partitions.push({
		stage: "expand",
		after: "transaction",
		sql: `CREATE ${unique}INDEX CONCURRENTLY ${quoteIdentifier(name)} ON ${target} ${definition};`,
		transaction: "none",
		queues: false,
		rollback: `DROP INDEX CONCURRENTLY IF EXISTS ${own};`,
		why: "builds the index of one partition while it is read and written; if it fails, run its rollback and try again"
	});
	else {
		parts.parents.push({
			stage: "expand",
			after: "none",
			sql: `CREATE ${unique}INDEX ${quoteIdentifier(name)} ON ONLY ${target} ${definition};`,
			transaction: "shared",
			rollback: `DROP INDEX IF EXISTS ${own};`,
			why: "the index of the parent alone: empty, and invalid until each partition has one attached"
		});
		for (const child of table.children) {
			const partition = context.before.tables.get(keyOf(child));
			if (partition !== void 0) build(context, partition, indexName(context.before, child, index), own, parts);
		}
	}
	if (parent !== void 0) parts.attach.push({
		stage: "expand",
		after: "transaction",
		sql: `ALTER INDEX ${parent} ATTACH PARTITION ${own};`,
		transaction: "shared",
		rollback: "-- nothing to undo: the index of the partition goes with the index of the parent",
		why: "changes the catalog only"
	});
}
/** The author's text from USING or the parenthesis on. */
function definitionText(context) {
	const { index } = context.operation;
	const list = (names) => names.map((each) => quoteIdentifier(each)).join(", ");
	return [
		index.method === "btree" ? "" : `USING ${quoteIdentifier(index.method)}`,
		`(${index.elements.map((each) => each.text).join(", ")})`,
		index.include.length === 0 ? "" : `INCLUDE (${list(index.include)})`,
		index.nullsNotDistinct ? "NULLS NOT DISTINCT" : "",
		index.storage === void 0 ? "" : `WITH (${index.storage})`,
		index.tablespace === void 0 ? "" : `TABLESPACE ${quoteIdentifier(index.tablespace)}`,
		index.where === void 0 ? "" : `WHERE ${index.where.text}`
	].filter((part) => part !== "").join(" ");
}
function isKnownWhole(schema, table) {
	return table.complete && !mayHavePartitions(schema, table) && table.children.every((child) => {
		const known = schema.tables.get(keyOf(child));
		return known !== void 0 && (known.partitionBy === void 0 || isKnownWhole(schema, known));
	});
}
/** A partition is addressed with its schema, or without where the author wrote the parent so and both lie in the first of the search path. */
function addressed(context, table) {
	const { operation, before } = context;
	return operation.table.schema === void 0 && table.schema === before.searchPath[0] ? { name: table.name } : table;
}
function relation(context, table, name) {
	return context.nameOf(addressed(context, table)) === quoteIdentifier(table.name) ? quoteIdentifier(name) : `${quoteIdentifier(table.schema)}.${quoteIdentifier(name)}`;
}

// src/plan/recipes/postgres/create-index.ts
/** An index is built CONCURRENTLY, from the author's own statement. https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY */
const createIndex = defineRecipe({
	on: ["create-index"],
	stage(context) {
		const { operation } = context;
		if (ownTable(context)?.partitionBy !== void 0 && !operation.only) return partitionedIndex(context);
		if (!context.effects.some((effect) => effect.work.includes("index-build")) && !operation.concurrently) return void 0;
		const bound = boundToItsFile(context, operation.table);
		if (bound !== void 0) return { impossible: bound };
		const name = operation.index.name ?? indexName(context.before, ownName(context), operation.index);
		const words = [operation.concurrently ? "" : "CONCURRENTLY", operation.index.name === void 0 ? quoteIdentifier(name) : ""];
		const author = context.source.slice(context.statement.start, context.statement.end);
		const inserted = words.filter((word) => word !== "").join(" ");
		const sql = inserted === "" ? author : insertAfter(author, operation.concurrently ? "concurrently" : "index", inserted);
		return sql === void 0 ? { impossible: notPlain } : { steps: [concurrentIndex(context, `${sql};`, name)] };
	}
});
/** The step that builds an index, with the way out of a failed build: it leaves an invalid index that writes still maintain. */
function concurrentIndex(context, sql, name) {
	return {
		stage: "expand",
		after: "transaction",
		sql,
		transaction: "none",
		queues: false,
		rollback: `DROP INDEX CONCURRENTLY IF EXISTS ${besideTable(context, name)};`,
		why: `builds the index while ${tableText(context)} is read and written; if it fails, run its rollback and try again`
	};
}

// src/plan/recipes/postgres/drop-default.ts
/** The default of a required column that the unit itself adds: running code needs it until all of it writes the column. */
const dropDefault = defineRecipe({
	on: ["drop-default"],
	stage(context) {
		const { operation, before } = context;
		const column = columnOf$1(ownTable(context), operation.column);
		if (column === void 0 || !column.notNull || before.unit === 0 || column.createdIn !== before.unit) return void 0;
		return { steps: [{
			stage: "contract",
			after: "deploy",
			sql: alterColumn(context, operation.column, "DROP DEFAULT"),
			transaction: "shared",
			rollback: column.default === void 0 ? "-- nothing to undo: it had no default" : alterColumn(context, operation.column, `SET DEFAULT ${column.default.text}`),
			why: "all running code writes the column now"
		}] };
	}
});

// src/plan/recipes/postgres/drop-index.ts
/** An index is dropped CONCURRENTLY: it waits for those who use it, and nobody waits for it. https://www.postgresql.org/docs/current/sql-dropindex.html */
const dropIndex = defineRecipe({
	on: ["drop-index"],
	stage(context) {
		const { operation, before } = context;
		const found = indexOf(before, operation.index);
		const bound = boundToItsFile(context, operation.index);
		if (bound !== void 0) return { impossible: bound };
		const name = quoteName(operation.index);
		if (found?.index.constraint !== void 0) return { impossible: `${name} belongs to the constraint ${quoteIdentifier(found.index.constraint)}, and PostgreSQL drops it only with that: write ALTER TABLE ${quoteName({
			...operation.index,
			name: found.table.name.name
		})} DROP CONSTRAINT ${quoteIdentifier(found.index.constraint)}` };
		if (found?.table.partitionBy !== void 0) return { impossible: `the index of a partitioned table cannot be dropped CONCURRENTLY; with a lock_timeout the lock on ${name} and its partitions is brief` };
		if (operation.cascade && (found === void 0 || found.table.referencedBy.length > 0)) return { impossible: `DROP INDEX CONCURRENTLY takes no CASCADE, and what would go with ${name} is not known: drop that first, each by its name` };
		const { schema } = resolve(before, operation.index, before.indexes);
		const definition = found === void 0 ? void 0 : `${found.table.name.name} (${found.index.definition.elements.map((each) => each.text).join(", ")})`;
		return { steps: [{
			stage: "expand",
			after: "transaction",
			sql: `DROP INDEX CONCURRENTLY ${operation.ifExists ? "IF EXISTS " : ""}${name};`,
			transaction: "none",
			queues: false,
			rollback: `-- build it again, CONCURRENTLY: ${definition === void 0 ? `an index of schema ${schema} that history does not show` : definition}`,
			why: "nobody waits for it"
		}] };
	}
});

// src/plan/recipes/postgres/reindex.ts
/** REINDEX CONCURRENTLY (PostgreSQL 12) builds the new index beside the old one. https://www.postgresql.org/docs/current/sql-reindex.html#SQL-REINDEX-CONCURRENTLY */
const reindex = defineRecipe({
	on: ["reindex"],
	stage(context) {
		const { operation, source, statement } = context;
		if (operation.target === "system") return { impossible: "REINDEX SYSTEM has no CONCURRENTLY: system catalogs can only be locked. Name the index or the table that needs it" };
		const bound = operation.name && boundToItsFile(context, operation.name);
		if (bound !== void 0) return { impossible: bound };
		const author = source.slice(statement.start, statement.end);
		const sql = operation.concurrently ? author : insertAfter(author, operation.target, "CONCURRENTLY");
		if (sql === void 0) return { impossible: notPlain };
		return { steps: [{
			stage: "expand",
			after: "transaction",
			sql: `${sql};`,
			transaction: "none",
			queues: false,
			rollback: "-- nothing to undo; if it fails, drop the invalid index whose name ends in _ccnew and try again",
			why: "builds the new index beside the old one while rows are read and written"
		}] };
	}
});

// src/plan/recipes/postgres/set-not-null.ts
/**
* NOT NULL on a column that is there: at once NOT VALID, then validated, then itself. A column that the unit itself adds without a default is
* filled again after the deploy, since running code goes on writing rows without it until then.
*/
const setNotNull = defineRecipe({
	on: ["set-not-null"],
	stage(context) {
		const { operation, before } = context;
		const table = ownTable(context);
		const column = columnOf$1(table, operation.column);
		if (isNew(before, table)) return void 0;
		const notNull = enforceNotNull(context, operation.column);
		const rest = [notNull.validate, ...notNull.finish];
		if (!(column !== void 0 && before.unit !== 0 && column.createdIn === before.unit) || column.default !== void 0 || column.generated !== void 0 || column.identity !== void 0) {
			if (context.effects.every((effect) => effect.work.every((work) => work === "metadata"))) return void 0;
			return { steps: [{
				...notNull.add,
				stage: "expand",
				after: "none"
			}, ...rest] };
		}
		const answer = context.backfill(ownName(context), operation.column);
		if (answer === void 0) return { question: {
			table: ownName(context),
			column: operation.column,
			message: `${tableText(context)}.${quoteIdentifier(operation.column)} is new in this deployment, and code that is running writes rows without it until the new code is everywhere: only you know what those rows should hold.`
		} };
		const filled = fillRows(context, operation.column, {
			text: answer.printed,
			tree: answer.expression.tree
		}, "deploy");
		if ("impossible" in filled) return filled;
		return { steps: [
			...filled,
			{
				...notNull.add,
				after: "backfill"
			},
			...rest
		] };
	}
});

// src/plan/recipes/postgres/validate-constraint.ts
/** VALIDATE in the transaction that added the constraint reads the rows under that one's lock: it gets its own. */
const validateConstraint = defineRecipe({
	on: ["validate-constraint"],
	stage(context) {
		return { steps: [validate(context, context.operation.constraint)] };
	}
});

// src/plan/recipes/postgres/index.ts
/** How PostgreSQL's operations are staged. */
const recipes = [
	addColumn,
	addConstraint,
	createIndex,
	dropDefault,
	dropIndex,
	reindex,
	setNotNull,
	validateConstraint
];
const byKind = new Map(recipes.flatMap((recipe) => recipe.on.map((kind) => [kind, recipe])));
function recipeFor(kind) {
	return byKind.get(kind);
}

// src/plan/staging.ts
/** Asks the recipes, with what the unit knows. */
function stagingOf(unit) {
	const { target } = unit;
	const helperName = helperNames(unit.after);
	const lowestMajor = target.major ?? Math.min(...supportedMajors);
	const usualPath = unit.before.searchPath.join();
	const ofPlans = new Set(unit.files.filter(isStageOfPlan));
	return (file, work, { operation, before, effects, findings }, replaced) => {
		const recipe = recipeFor(operation.kind);
		if (recipe === void 0 || ofPlans.has(file)) return void 0;
		if (work.inBlock) return findings.some((each) => each.category !== "operations") ? { impossible: "it stands in a DO block, which is one transaction whatever is done inside: write it as a statement of its own" } : void 0;
		const usual = before.searchPath.join() === usualPath;
		return recipe.stage({
			operation,
			source: file.migration.text,
			statement: work.statement.statement.span,
			before,
			effects,
			target,
			lowestMajor,
			transaction: file.migration.transaction,
			effectsOf: (probe) => postgres.effects(probe, before, { target }),
			nameOf: (name) => name.schema !== void 0 || usual ? quoteName(name) : quoteName(resolve(before, name)),
			helperName,
			...replaced !== void 0 && { replaced },
			backfill: unit.backfill
		});
	};
}
/** Written by an earlier plan: what is found in it (that it comes in the same deployment, say) is not answered by another. */
function isStageOfPlan({ sql }) {
	return sql.comments.some((each) => /^--\s*lockstep:\s*stage\b/.test(each.text));
}

// src/plan/compose.ts
/**
* One plan for a deployment unit: the author's files with the unsafe statements replaced, then further files, stage by stage.
* @returns undefined where nothing is staged, asked or declined
*/
function compose(unit) {
	if (!unit.files.some((file) => file.statements.some((each) => each.operations.some(({ findings }) => findings.length > 0)))) return void 0;
	const fates = schedule(unit, stagingOf(unit));
	const touched = fates.filter((each) => each.steps.length > 0 || each.absorbed);
	const id = planId(touched.flatMap((each) => [each.file.migration.path, each.work.sql]));
	const further = furtherFiles(unit, id, touched);
	const byFile = new Map(unit.files.map((file) => [file, []]));
	for (const fate of fates) byFile.get(fate.file)?.push(fate);
	const edits = [];
	const authors = [];
	for (const [file, own] of byFile) {
		const { path, text } = file.migration;
		const made = authorEdits(file, own, id, further);
		if (made.length === 0) continue;
		edits.push(...made);
		const steps = own.flatMap((fate) => fate.steps.filter((each) => each.position === void 0)).map(stepOf);
		authors.push({
			path,
			steps,
			text: applyEdits(text, made)
		});
	}
	const questions = fates.flatMap(questionOf);
	const unplanned = fates.flatMap(({ impossible, file, work }) => impossible === void 0 ? [] : [{
		path: file.migration.path,
		span: work.span,
		reason: impossible
	}]);
	if (edits.length + questions.length + unplanned.length === 0) return void 0;
	return {
		id,
		files: authors.flatMap((each) => each.path ?? []),
		stages: stageNames.flatMap((name, index) => {
			const files = [...index === 0 ? authors : [], ...further.of(index)];
			return files.length === 0 ? [] : [{
				name,
				boundary: boundaryOf(index, touched),
				files
			}];
		}),
		questions,
		edits,
		unplanned,
		proof: {
			status: "unproved",
			reason: "plans are not run on an engine yet"
		}
	};
}
/** What the author is asked, with the line to write: the table as he wrote it where that finds it. */
function questionOf({ file, work, question }) {
	if (question === void 0) return [];
	const { table, column, message } = question;
	const operation = work.operations[0]?.operation;
	const written = operation !== void 0 && "table" in operation ? operation.table : void 0;
	const name = quoteName(written === void 0 ? table : written);
	return [{
		path: file.migration.path,
		span: work.span,
		table: quoteName(table),
		column,
		directive: `-- lockstep: backfill ${name}.${quoteIdentifier(column)} = <expression>`,
		message
	}];
}

// src/schema/difference.ts
/**
* What `b` has otherwise than `a`, a line each, in plain words; empty: they are the same schema.
* The order of columns, the author's wording, sizes, and what is new or freed do not count; a valid NOT NULL counts as the column's, under
* whatever name. What both share is not looked at.
* @param tables keys of the tables to compare; without them everything is.
*/
function difference(a, b, tables) {
	if (a === b) return [];
	const only = tables && new Set(tables);
	const lines = compare("table", a.tables, b.tables, (table, of) => tableFacts(table, of), a, b, only);
	if (only) return lines;
	return [
		...lines,
		...compare("view", a.views, b.views, viewFacts, a, b),
		...compare("type", a.types, b.types, typeFacts, a, b),
		...compare("sequence", a.sequences, b.sequences, sequenceFacts, a, b),
		...compare("function", a.functions, b.functions, functionFacts, a, b)
	];
}
function compare(kind, mapA, mapB, facts, a, b, only) {
	if (mapA === mapB) return [];
	const lines = [];
	const keys = only ? [...only].sort() : mapA.keysApart(mapB);
	const all = new Map(keys.flatMap((key) => entry(mapA, key)));
	const others = new Map(keys.flatMap((key) => entry(mapB, key)));
	for (const [key, value] of all) {
		const other = others.get(key);
		if (other === void 0) lines.push(`${kind} ${shown$1(key)} is missing`);
		else if (other !== value) lines.push(...factLines(`${kind} ${shown$1(key)}`, facts(value, a), facts(other, b)));
	}
	for (const key of others.keys()) if (!all.has(key)) lines.push(`${kind} ${shown$1(key)} should not be there`);
	return lines;
}
function entry(map, key) {
	const value = map.get(key);
	return value === void 0 ? [] : [[key, value]];
}
function shown$1(key) {
	return key.replace("	", ".");
}
function factLines(of, a, b) {
	const lines = [];
	for (const [name, value] of a) {
		const other = b.get(name);
		if (other === void 0) lines.push(`${of}: ${name} is missing`);
		else {
			const words = otherwise(other, value);
			if (words !== void 0) lines.push(`${of}: ${name} is ${words}`);
		}
	}
	for (const name of b.keys()) if (!a.has(name)) lines.push(`${of}: ${name} should not be there`);
	return lines;
}
/** `x instead of y`, in the author's words unless they are the other's too; undefined where both mean the same. */
function otherwise(fact, expected) {
	if (typeof fact === "string" || typeof expected === "string") return fact === expected ? void 0 : `\`${meaningOf(fact)}\` instead of \`${meaningOf(expected)}\``;
	if (fact.of === expected.of) return void 0;
	const [is, should] = [fact.told(), expected.told()];
	if (is.meaning === should.meaning) return void 0;
	const words = is.shown === should.shown ? [is.meaning, should.meaning] : [is.shown, should.shown];
	return `\`${words[0]}\` instead of \`${words[1]}\``;
}
function meaningOf(fact) {
	return typeof fact === "string" ? fact : fact.told().meaning;
}
function tableFacts(table, schema) {
	return new Map([
		["persistence", table.persistence],
		["foreign table", String(table.foreign ?? false)],
		["partition key", table.partitionBy ? keyText(table.partitionBy) : "none"],
		["parent", table.partitionOf ? `${nameText(table.partitionOf.parent)} ${boundText(table.partitionOf.bound)}` : "none"],
		["inherited tables", list(table.inherits.map(nameText))],
		...table.columns.map((column) => [`column ${column.name}`, columnFact(column, schema)]),
		...table.constraints.filter(counts).map((each) => [`constraint ${constraintLabel(each)}`, constraintFact(each)]),
		...table.indexes.map((each) => [`index ${each.name}`, indexFact(each)]),
		...table.triggers.map((each) => [`trigger ${each}`, "there"])
	]);
}
/** A valid NOT NULL is the column's. */
function counts(constraint) {
	return constraint.definition.type !== "not-null" || !constraint.validated;
}
function constraintLabel({ name, definition }) {
	return definition.type === "not-null" ? `NOT NULL of ${definition.column}` : name;
}
function columnFact(column, schema) {
	return {
		of: column,
		told: () => toldColumn(column, schema)
	};
}
function toldColumn(column, schema) {
	const { identity, generated } = column;
	const key = typeKey(schema, column.type);
	const { schema: _, ...type } = column.type;
	const of = (typeText, expressionText) => [
		typeText,
		column.collation && `collate ${column.collation.name}`,
		column.notNull ? "not null" : "null",
		column.default && `default ${expressionText(column.default)}`,
		identity && `identity ${identity.when} ${(identity.options ?? "").toLowerCase().split(/\s+/).join(" ")}`.trim(),
		generated && `generated ${generated.stored ? "stored" : "virtual"} ${expressionText(generated.expression)}`
	].filter((each) => each).join(", ");
	return {
		meaning: of(key === void 0 ? comparableType(type) : comparableType({
			...type,
			name: shown$1(key)
		}), comparableExpression),
		shown: of(column.type.text, (expression) => expression.text)
	};
}
function constraintFact(constraint) {
	return {
		of: constraint,
		told: () => toldConstraint(constraint)
	};
}
function toldConstraint({ definition, enforced, validated }) {
	const state = enforced ? validated ? "valid" : "not valid" : "not enforced";
	return {
		meaning: `${comparableConstraint(definition)}, ${state}`,
		shown: `${definition.text}, ${state}`
	};
}
function indexFact(index) {
	return {
		of: index,
		told: () => toldIndex(index)
	};
}
function toldIndex({ definition, valid, parent }) {
	const state = `${valid ? "valid" : "not valid"}${parent === void 0 ? "" : `, part of ${parent}`}`;
	const keys = definition.elements.map((each) => each.text).join(", ");
	const where = definition.where ? ` where ${definition.where.text}` : "";
	const shownAs = `${definition.unique ? "unique " : ""}${definition.method} (${keys})${where}`;
	return {
		meaning: `${comparableIndex(definition)}, ${state}`,
		shown: `${shownAs}, ${state}`
	};
}
function keyText(key) {
	return `${key.strategy} (${key.elements.map(comparableElement).join(", ")})`;
}
function boundText(bound) {
	switch (bound.kind) {
		case "default": return "default";
		case "list": return `in ${list(bound.values.map(comparableExpression))}`;
		case "range": return `from ${bound.from.map(comparableExpression).join(", ")} to ${bound.to.map(comparableExpression).join(", ")}`;
		case "hash": return `modulus ${bound.modulus} remainder ${bound.remainder}`;
	}
}
function viewFacts(view) {
	return new Map([
		["materialized", String(view.materialized)],
		...view.reads.map((each) => [`reading ${nameText(each.table)}`, list(each.columns)]),
		...view.indexes.map((each) => [`index ${each.name}`, indexFact(each)])
	]);
}
function typeFacts(type) {
	if (type.kind === "enum") return /* @__PURE__ */ new Map([["values", type.values.join(", ")]]);
	if (type.kind !== "domain") return /* @__PURE__ */ new Map([["kind", type.kind]]);
	return new Map([
		["type", comparableType(type.type)],
		["null", type.notNull ? "refused" : "allowed"],
		["default", comparableExpression(type.default) || "none"],
		...type.constraints.map((each) => [`constraint ${each.name}`, constraintFact(each)])
	]);
}
function sequenceFacts({ ownedBy }) {
	return /* @__PURE__ */ new Map([["owner", ownedBy ? `${nameText(ownedBy.table)}.${ownedBy.column}` : "none"]]);
}
function functionFacts(overloads) {
	return new Map(overloads.map((each) => [`(${each.parameters.map(comparableType).join(", ")})`, each.volatility]));
}
function nameText(name) {
	return name.schema === void 0 ? name.name : shown$1(keyOf(name));
}
function list(names) {
	return names.length === 0 ? "none" : [...names].sort().join(", ");
}

// src/plan/verify.ts
/**
* Holds a plan against the pipeline that asked for it: every text of it is read again, nothing unsafe may be found in what it wrote, and
* in the end the schema must be the author's own.
*
* What is deployed together is judged together: a stage behind a deploy or a backfill is a deployment of its own, to which the columns of the stage before
* are no longer new.
*
* @returns why the plan does not hold, in one sentence; or that it holds, and which findings of the author's own it leaves
*/
function verify(plan, unit, judge) {
	const known = knownFindings(unit);
	const authors = new Set(unit.files.map((each) => each.migration.path));
	const left = /* @__PURE__ */ new Set();
	let schema = unit.before;
	for (const files of deployments(plan, unit)) {
		const judged = judge(files, schema);
		const texts = new Map(files.map((each) => [each.path, each.text]));
		for (const finding of judged.findings) {
			if (finding.suppressed !== void 0) continue;
			const sql = (texts.get(finding.path) ?? "").slice(finding.span.start, finding.span.end);
			if (known.has(`${finding.rule}\t${sql}`)) {
				left.add(`${finding.rule}\t${finding.path}\t${sql}`);
				continue;
			}
			if (isOfAuthorsOrder(finding, known)) {
				left.add(`${finding.rule}\t${finding.path}`);
				continue;
			}
			if (finding.category === "policy" && authors.has(finding.path)) continue;
			return { refused: `its own SQL raises ${finding.rule} (${finding.path}): ${sql.replace(/\s+/g, " ").slice(0, 120)}` };
		}
		schema = judged.after;
	}
	const [first, ...more] = difference(newSession(schema), newSession(unit.after));
	if (first !== void 0) return { refused: `it ends in another schema: ${first}${more.length > 0 ? `, and ${more.length} more` : ""}` };
	return { leaves: (rule, path, sql) => left.has(`${rule}\t${path}`) || left.has(`${rule}\t${path}\t${sql}`) };
}
/**
* A warning of how an author's file is put together (told once a file, it may come at another statement of it) that he has himself, or has the locks for:
* the steps that stand in his file lock none but his tables, though maybe one after the other where his statement locked two at once.
*/
function isOfAuthorsOrder({ category, severity, rule, path }, known) {
	return category === "operations" && severity === "warning" && known.has(`${rule}\t\t${path}`);
}
/** The files of the plan and of the unit in the order in which they run, parted where time passes between them. */
function deployments(plan, unit) {
	const texts = new Map(plan.stages.flatMap((stage) => stage.files).flatMap((file) => file.path === void 0 ? [] : [[file.path, file.text]]));
	const authors = unit.files.map(({ migration: { path, text, sections } }) => {
		const edits = sections === void 0 ? [] : plan.edits.filter((edit) => edit.path === path);
		const moved = sections?.map(({ start, end }) => ({
			start: movedBy(edits, start),
			end: movedBy(edits, end)
		}));
		return {
			path,
			text: texts.get(path) ?? text,
			...moved && { sections: moved }
		};
	});
	const own = new Set(authors.map((each) => each.path));
	const parts = [authors];
	for (const stage of plan.stages) {
		if (stage.boundary === "deploy" || stage.boundary === "backfill") parts.push([]);
		stage.files.forEach((file, i) => {
			if (file.path === void 0 || !own.has(file.path)) parts.at(-1)?.push({
				path: pathOf$1(file, stage.name, i),
				text: file.text
			});
		});
	}
	return parts;
}
function pathOf$1(file, stage, index) {
	return file.path ?? `${stage}-${index + 1}.sql`;
}
/** What was found in the author's own SQL, by rule and text; and by rule and file what his own order brings. */
function knownFindings(unit) {
	const known = /* @__PURE__ */ new Set();
	for (const { migration, statements } of unit.files) {
		const tables = statements.flatMap(({ operations }) => operations.flatMap(stronglyLocked));
		if (new Set(tables).size > 1) known.add(`several-tables-locked\t\t${migration.path}`);
		for (const { statement, operations } of statements) {
			if (statement.unreadable !== void 0) known.add(`unreadable-statement\t${migration.text.slice(statement.span.start, statement.span.end)}`);
			for (const { findings } of operations) for (const { rule, span } of findings) known.add(`${rule}\t${migration.text.slice(span.start, span.end)}`).add(`${rule}\t\t${migration.path}`);
		}
	}
	return known;
}

// src/analysis/stage-unit.ts
/** Stages what is unsafe in a unit, and shows the plan only if it holds before the very pipeline that found it necessary. */
function stageUnit(judged, before, after, { config, court, known }) {
	const findings = [];
	const notices = [];
	const path = judged[0]?.migration.path ?? "";
	const own = readBackfills(statedInFiles(judged, court, findings), after, court.reader);
	const general = readBackfills(statedInConfig(config, path, notices), after, court.reader);
	const backfill = (table, column) => own.get(table, column) ?? general.get(table, column);
	const unit = {
		target: config.target,
		before,
		after,
		files: judged.map(({ migration, sql, statements }) => ({
			migration,
			sql,
			statements
		})),
		pathsAfter: (from, names) => pathsAfter(known, from, names),
		backfill
	};
	const plan = compose(unit);
	if (plan === void 0) return {
		answers: () => false,
		findings,
		notices
	};
	const verified = verify(plan, unit, judgeIn(config, court));
	if ("refused" in verified) {
		const message = `No staged plan is shown, because the one that was found does not hold: ${verified.refused}`;
		return {
			answers: () => false,
			findings,
			notices: [...notices, {
				path,
				line: 1,
				message
			}]
		};
	}
	return {
		plan,
		findings,
		notices,
		answers: (finding, { path: file, text }) => meets(finding, file, plan.questions) || meets(finding, file, plan.edits) && !verified.leaves(finding.rule, file, text.slice(finding.span.start, finding.span.end))
	};
}
function meets(finding, path, places) {
	return places.some((each) => each.path === path && (contains(each.span, finding.span) || contains(finding.span, each.span)));
}
function statedInFiles(judged, court, findings) {
	return judged.flatMap(({ migration: { path }, directives }) => directives.flatMap((each) => {
		if (each.kind !== "backfill") return [];
		const refuse = (reason) => {
			const severity = court.severity("malformed-directive") ?? "error";
			if (severity === "off") return;
			const message = `This backfill cannot be used: ${reason}.`;
			findings.push({
				rule: "malformed-directive",
				severity,
				category: "policy",
				path,
				span: each.span,
				message,
				advice: "State one expression over the row, as in `-- lockstep: backfill orders.status = 'new'`."
			});
		};
		return [{
			target: each.target,
			expression: each.expression,
			refuse
		}];
	}));
}
function statedInConfig(config, path, notices) {
	return Object.entries(config.backfill).map(([target, expression]) => {
		const refuse = (reason) => {
			notices.push({
				path,
				line: 1,
				message: `The config's backfill of ${target} cannot be used: ${reason}.`
			});
		};
		return {
			target,
			expression,
			early: true,
			refuse
		};
	});
}
/** Lets a plan be judged by the very pipeline that found it necessary. */
function judgeIn(config, court) {
	return (files, before) => {
		const migrations = files.map((file) => ({
			...file,
			direction: "up",
			transaction: config.transaction
		}));
		const judged = judgeUnit({ migrations }, beginUnit(before, before.unit + 1), court);
		return {
			findings: judged.flatMap((each) => each.findings),
			after: judged.at(-1)?.after ?? before,
			unreadable: judged.some((each) => each.sql.statements.some((statement) => statement.unreadable))
		};
	};
}

// src/analysis/analyze.ts
/**
* The whole pipeline: replays the history, judges each deployment unit on the schema it meets, and stages what is unsafe.
* Pure: the same migrations, config and reader give the same analysis.
* @throws Problem where the config states a backfill that can never be used
*/
function analyze(set, config, reader) {
	checkConfigured(config.backfill, reader);
	const court = courtOf(config, reader, postgres);
	const reviewed = set.units.flatMap((unit) => unit.migrations);
	const known = knownPaths([...[...set.history, ...reviewed].map((each) => each.path), ...set.siblings ?? []]);
	const pending = pendingStages();
	const files = [];
	const plans = [];
	const notices = [];
	let schema = emptySchema(config.searchPath);
	const replay = (migration) => {
		const { sql, after } = replayMigration(migration, schema, court);
		pending.record(migration, sql.comments);
		notices.push(...unreadHistory(migration, sql.statements));
		schema = after;
	};
	for (const migration of set.dump ? [set.dump, ...set.history] : set.history) replay(migration);
	for (const [index, unit] of set.units.entries()) {
		if (unit.applied) {
			unit.migrations.forEach(replay);
			continue;
		}
		const before = beginUnit(schema, index + 1);
		const judged = judgeUnit(unit, before, court);
		schema = judged.at(-1)?.after ?? before;
		for (const each of judged) pending.record(each.migration, each.sql.comments);
		const staged = stageUnit(judged, before, schema, {
			config,
			court,
			known
		});
		files.push(...judged.map((each) => analyzedFile(each, staged, plans.length)));
		notices.push(...staged.notices);
		if (staged.plan !== void 0) plans.push(staged.plan);
	}
	return {
		target: config.target,
		files,
		plans,
		notices: [...notices, ...pending.open()],
		summary: summarize(files)
	};
}
function analyzedFile({ migration, statements, lines, findings }, staged, plan) {
	const all = [...findings, ...staged.findings.filter((each) => each.path === migration.path)];
	return {
		migration,
		statements: statements.map(({ statement, effects }) => ({
			statement,
			effects,
			changed: isChanged(statement, migration.changedLines, lines)
		})),
		findings: all.map((each) => each.suppressed === void 0 && staged.answers(each, migration) ? {
			...each,
			plan
		} : each)
	};
}
/** History that cannot be read is not judged, but what it did is not known either. */
function unreadHistory({ path, unreadable }, statements) {
	if (unreadable !== void 0) return [{
		path,
		line: unreadable.line,
		message: `History is incomplete: ${unreadable.message}`
	}];
	const count = statements.filter((each) => each.unreadable).length;
	if (count === 0) return [];
	return [{
		path,
		line: 1,
		message: `History is incomplete: ${count} ${count === 1 ? "statement" : "statements"} could not be read.`
	}];
}
function summarize(files) {
	const findings = files.flatMap((each) => each.findings);
	const active = findings.filter((each) => each.suppressed === void 0);
	const count = (severity) => active.filter((each) => each.severity === severity).length;
	return {
		files: files.length,
		statements: files.reduce((sum, each) => sum + each.statements.length, 0),
		findings: {
			error: count("error"),
			warning: count("warning")
		},
		suppressed: findings.length - active.length,
		unreadable: active.filter((each) => each.rule === "unreadable-statement").length
	};
}

// src/analysis/merge.ts
const nothing = {
	files: 0,
	statements: 0,
	findings: {
		error: 0,
		warning: 0
	},
	suppressed: 0,
	unreadable: 0
};
/** The analyses of several migration directories as one: each was made on its own schema, and only the reports are joined. */
function mergeAnalyses(analyses, target) {
	const [only] = analyses;
	if (only !== void 0 && analyses.length === 1) return only;
	return analyses.reduce((all, each) => ({
		target,
		files: [...all.files, ...each.files.map((file) => ({
			...file,
			findings: file.findings.map((finding) => finding.plan === void 0 ? finding : {
				...finding,
				plan: finding.plan + all.plans.length
			})
		}))],
		plans: [...all.plans, ...each.plans],
		notices: [...all.notices, ...each.notices],
		summary: add(all.summary, each.summary)
	}), {
		target,
		files: [],
		plans: [],
		notices: [],
		summary: nothing
	});
}
function add(a, b) {
	return {
		files: a.files + b.files,
		statements: a.statements + b.statements,
		findings: {
			error: a.findings.error + b.findings.error,
			warning: a.findings.warning + b.findings.warning
		},
		suppressed: a.suppressed + b.suppressed,
		unreadable: a.unreadable + b.unreadable
	};
}

// src/sql/postgres/baseline-code.ts
/**
* Keeps V8 from compiling WebAssembly a second time, with its optimising compiler. To be called before the parser is compiled.
*
* The parser's `base_yyparse` is one function of thousands of branches. After some statements V8 finds it hot and optimises it in the background, which takes
* half a second to a second and, on Node 24, 500 MB; and a process cannot end before that is done. Measured for a check of one file: 0.43 s instead of 0.19 s and 110 MB
* instead of 65 on Node 20, 0.7 s instead of 0.16 s and 610 MB instead of 70 on Node 24. Over 2,953 files the optimised code gains nothing either
* (670 MB instead of 222, and no less time). PGlite is no slower with it. The flags are V8's for the whole process; one that a later V8
* does not know is ignored with a warning, so that the path not taken, `--liftoff-only` (which at run time does not bring these two with it), is no safer.
*/
function keepBaselineCode() {
	setFlagsFromString("--no-wasm-dynamic-tiering");
	setFlagsFromString("--no-wasm-tier-up");
}

// src/sql/load.ts
/**
* The reader for PostgreSQL's SQL. Where the runtime has no WebAssembly (`--jitless`, some hardened hosts), the second reader takes its place;
* that is tested before anything is imported, for the parser's package would fail on import.
*/
async function loadReader() {
	if (typeof WebAssembly === "undefined") return (await import("./reader.js")).astParserReader();
	keepBaselineCode();
	const [{ loadParser }, { libpgReader }] = await Promise.all([import("./parser.js"), import("./reader2.js")]);
	return libpgReader(await loadParser());
}

// src/config/config.ts
const defaultConfig = {
	target: { engine: "postgres" },
	migrations: [
		"**/migrations/**/*.sql",
		"**/migration/**/*.sql",
		"**/migrate/**/*.sql"
	],
	transaction: "unknown",
	rules: {},
	sizes: {},
	lockTimeout: "migration",
	searchPath: ["public"],
	backfill: {},
	failOn: "error",
	timeZoneUtc: false
};

// src/config/load.ts
const fileName = ".lockstep.yml";
/** Bytes. A config is some dozens of lines; sizes of some thousand tables fit ten times. */
const mostBytes = 1048576;
/**
* Loads `explicit`, or the nearest `.lockstep.yml` at or above `from`, up to the root of the repository; outside of a repository up to
* the working directory, so that nobody else's file in `/tmp` counts.
* @param from the directory of the files under review
* @throws Problem with the line, where the file is missing, not YAML, or says something that is not allowed
*/
async function loadConfig(cwd, explicit, from = cwd) {
	const file = explicit === void 0 ? findConfig(resolve$1(cwd), resolve$1(cwd, from)) : resolve$1(cwd, explicit);
	if (file === void 0) return {
		config: defaultConfig,
		directory: cwd
	};
	const path = explicit ?? shown(cwd, file);
	const [text, { readConfig }] = [readConfigFile(file, path), await import("./read2.js")];
	return {
		config: readConfig(text, path),
		directory: dirname(file),
		path
	};
}
function findConfig(cwd, from) {
	for (const directory of searched(cwd, from)) {
		const file = join$1(directory, fileName);
		if (existsSync(file)) return file;
		const misnamed = join$1(directory, ".lockstep.yaml");
		if (existsSync(misnamed)) throw new Problem(`is not read; name it ${fileName}`, { path: shown(cwd, misnamed) });
	}
}
/** The directories to look in, nearest first. */
function searched(cwd, from) {
	const above = [];
	for (let at = from;; at = dirname(at)) {
		above.push(at);
		if (existsSync(join$1(at, ".git"))) return above;
		if (dirname(at) === at) break;
	}
	const reach = above.indexOf(cwd);
	return reach === -1 ? [cwd] : above.slice(0, reach + 1);
}
/** Relative to the working directory where it lies below it. */
function shown(cwd, file) {
	const below = relative(cwd, file);
	return below.startsWith("..") ? file : below;
}
function readConfigFile(file, path) {
	let bytes;
	try {
		bytes = readFileSync(file);
	} catch (error) {
		const { code } = error;
		throw new Problem(code === "ENOENT" ? "no such config file" : `cannot be read (${code ?? "unknown error"})`, { path });
	}
	if (bytes.length > mostBytes) throw new Problem(`is larger than ${mostBytes / 1024} KiB, the most that a config may be`, { path });
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw new Problem("is not UTF-8", { path });
	}
}

// src/config/target.ts
/** PostgreSQL's majors whose behaviour is known here. */
const majors = [
	12,
	13,
	14,
	15,
	16,
	17,
	18
];
/** Reads `postgres` or `postgres@16`, as the option and the config take it. */
function readTarget(text) {
	const [, name, major] = /^(postgres|postgresql|pg)(?:@(\d+)(?:\.\d+)?)?$/.exec(text) ?? [];
	if (name === void 0) throw new Problem(`there is no engine \`${text}\`; there is postgres, with a major version as in postgres@16`);
	if (major === void 0) return { engine: "postgres" };
	if (!majors.includes(Number(major))) throw new Problem(`PostgreSQL ${major} is not known here; known are ${majors.slice(0, -1).join(", ")} and ${majors.at(-1)}`);
	return {
		engine: "postgres",
		major: Number(major)
	};
}
/** The target as the option takes it. */
function targetName(target) {
	return target.major === void 0 ? target.engine : `${target.engine}@${target.major}`;
}

// src/source/arrange.ts
/**
* Puts files into the order in which they are applied and parts history from what is under review: one set a series, because two
* directories of migrations are two databases, as far as anybody can tell, and a constraint of the one proves nothing about the other.
*/
function arrange(arrangement) {
	const { review, siblings, earlier, dump, together } = arrangement;
	const listed = /* @__PURE__ */ new Set([...review.keys(), ...siblings]);
	const goesUp = (path) => !isDown(path, (each) => listed.has(each));
	const migration = (path) => {
		const decoded = arrangement.read(path);
		const sections = upSections(decoded.text);
		return {
			path,
			...decoded,
			direction: "up",
			transaction: arrangement.transaction,
			...sections && { sections },
			...review.get(path)
		};
	};
	const load = ({ path }) => migration(path);
	const before = earlier.filter((path) => goesUp(path) && !review.has(path)).map(migration);
	const beside = new Map(bySeries(siblings.filter((path) => isSqlFile(path) && goesUp(path) && !review.has(path))));
	return bySeries([...review.keys()].filter(goesUp)).map(([series, places]) => {
		const others = beside.get(series) ?? [];
		const applied = others.filter((place) => arrangement.isHistory(place, places));
		const { history, units } = together ? {
			history: applied.map(load),
			units: [{ migrations: places.map(load) }]
		} : inOrder(applied, places, load);
		return {
			history: [...before, ...history],
			units,
			...dump !== void 0 && { dump: migration(dump) },
			siblings: others.map(({ path }) => path)
		};
	});
}
/** Each file under review is a unit of its own; what was applied between two of them is replayed between them. */
function inOrder(applied, review, load) {
	const known = new Set(applied);
	const all = [...applied, ...review].sort(comparePlaces);
	const first = all.findIndex((place) => !known.has(place));
	const units = all.slice(first).map((place) => ({
		migrations: [load(place)],
		...known.has(place) && { applied: true }
	}));
	return {
		history: all.slice(0, first).map(load),
		units
	};
}
/** Paths by their series, the series and what is in them in order. */
function bySeries(paths) {
	const groups = /* @__PURE__ */ new Map();
	for (const place of paths.map(placeOf)) {
		const group = groups.get(place.series);
		if (group === void 0) groups.set(place.series, [place]);
		else group.push(place);
	}
	for (const group of groups.values()) group.sort(comparePlaces);
	return [...groups].sort(([a], [b]) => a < b ? -1 : 1);
}

// src/source/decode.ts
/**
* Decodes strictly: nothing is replaced, skipped or cut, because the statement that would vanish that way is the one nobody sees.
* A byte order mark of UTF-8 is stripped and noted.
*/
function decode(bytes) {
	if (bytes.length > limits.fileBytes) return tooLarge;
	if (bytes[0] === 255 && bytes[1] === 254) return unreadable$1("The file is UTF-16; save it as UTF-8.", 1);
	if (bytes[0] === 254 && bytes[1] === 255) return unreadable$1("The file is UTF-16; save it as UTF-8.", 1);
	const nul = bytes.indexOf(0);
	if (nul !== -1) return unreadable$1("The file holds a NUL byte, at which the parser would stop.", lineAt(bytes, nul));
	if (!isUtf8(bytes)) return unreadable$1("The file is not UTF-8.", firstBadLine(bytes));
	const marked = bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191;
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8", marked ? 3 : 0);
	return marked ? {
		text,
		byteOrderMark: true
	} : { text };
}
function unreadable$1(message, line) {
	return {
		text: "",
		unreadable: {
			message,
			line
		}
	};
}
const tooLarge = unreadable$1(`The file is larger than ${limits.fileBytes / 1024 / 1024} MiB, the most that is read.`, 1);
/** The line (1-based) of a byte. In UTF-8 a byte 10 is always a line feed. */
function lineAt(bytes, offset) {
	let line = 1;
	for (let at = bytes.indexOf(10); at !== -1 && at < offset; at = bytes.indexOf(10, at + 1)) line++;
	return line;
}
/** A broken sequence cannot reach over a line feed, so each line stands or falls alone. */
function firstBadLine(bytes) {
	let start = 0;
	for (let line = 1;; line++) {
		const end = bytes.indexOf(10, start);
		if (!isUtf8(bytes.subarray(start, end === -1 ? bytes.length : end))) return line;
		if (end === -1) return line;
		start = end + 1;
	}
}

// src/source/tree.ts
function treeOf$1(cwd) {
	return {
		cwd,
		root: realpathSync(repositoryOf(cwd) ?? cwd)
	};
}
/** The directory at or above `from` that holds `.git`, if any. */
function repositoryOf(from) {
	for (let at = resolve$1(from);; at = dirname(at)) {
		if (existsSync(join$1(at, ".git"))) return at;
		if (dirname(at) === at) return void 0;
	}
}
/** A path as reports show it: with forward slashes, relative to the working directory where it lies below it. */
function shownPath(cwd, path) {
	const absolute = resolve$1(cwd, path);
	const below = relative(cwd, absolute);
	const shown = below === "" ? "." : below.startsWith(`..${sep}..${sep}..`) ? absolute : below;
	return sep === "/" ? shown : shown.replaceAll(sep, "/");
}
/** Whether a path's real place is one that may be read: links inside the root are fine, as is whatever was named outside of it. */
function staysInside(tree, path) {
	const absolute = resolve$1(tree.cwd, path);
	if (!within(tree.cwd, absolute) && !within(tree.root, absolute)) return true;
	try {
		return within(tree.root, realpathSync(absolute));
	} catch {
		return false;
	}
}
function within(directory, path) {
	const below = relative(directory, path);
	return below === "" || below !== ".." && !below.startsWith(`..${sep}`);
}
/** Never walked into: they hold other people's migrations, or none. */
const skipped = /* @__PURE__ */ new Set(["node_modules", "vendor"]);
/** More directories than any repository has migrations in: a bound, so that `check /` ends. */
const mostDirectories = 1e5;
/**
* The files below a directory whose path passes `wanted`, in no particular order, as paths relative to the working directory.
* Hidden directories, `node_modules` and `vendor` are left out, links to directories are not followed.
* @param enter whether to go into a directory, by its name and its depth (1: a child of `directory`)
*/
function filesBelow(tree, directory, wanted, enter = () => true) {
	const found = [];
	const queue = [{
		at: directory,
		depth: 0
	}];
	for (let i = 0; i < queue.length && i < mostDirectories; i++) {
		const { at, depth } = queue[i];
		for (const entry of entriesOf(tree, at, depth === 0)) {
			const path = at === "." || at === "" ? entry.name : at.endsWith("/") ? at + entry.name : `${at}/${entry.name}`;
			if (entry.isDirectory()) {
				if (!entry.name.startsWith(".") && !skipped.has(entry.name) && enter(entry.name, depth + 1)) queue.push({
					at: path,
					depth: depth + 1
				});
			} else if ((entry.isFile() || entry.isSymbolicLink()) && wanted(path)) found.push(path);
		}
	}
	return found;
}
/** What a directory holds. Below the one that was asked for, a directory that may not be read (a database's own files, often) is passed over. */
function entriesOf(tree, directory, asked) {
	try {
		return readdirSync(resolve$1(tree.cwd, directory), { withFileTypes: true });
	} catch (error) {
		if (!asked || codeOf(error) === "ENOENT") return [];
		throw new Problem(`cannot be read (${codeOf(error)})`, { path: directory });
	}
}
const buffer = Buffer.allocUnsafe(65536);
/**
* Reads and decodes a file in three system calls, without asking for its size first: nearly every migration fits the buffer.
* Never throws for what a file may be; a file that cannot be read says so. A symbolic link is followed only inside the tree.
*/
function readText(tree, path) {
	let descriptor;
	try {
		descriptor = open(tree, path);
	} catch (error) {
		return unreadable$1(error instanceof Problem ? error.message : `The file could not be read (${codeOf(error)}).`, 1);
	}
	try {
		const first = readSync(descriptor, buffer, 0, buffer.length, 0);
		if (first < buffer.length) return decode(buffer.subarray(0, first));
		const { size } = fstatSync(descriptor);
		if (size > limits.fileBytes) return tooLarge;
		const whole = Buffer.allocUnsafe(Math.max(size, first));
		let length = 0;
		for (let read = -1; read !== 0 && length < whole.length; length += read) read = readSync(descriptor, whole, length, whole.length - length, length);
		return decode(whole.subarray(0, length));
	} catch (error) {
		return unreadable$1(`The file could not be read (${codeOf(error)}).`, 1);
	} finally {
		closeSync(descriptor);
	}
}
/** Opened without following a link at first: a plain file then needs no look at where its path leads. */
function open(tree, path) {
	const absolute = resolve$1(tree.cwd, path);
	const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
	try {
		return openSync(absolute, flags | (constants.O_NOFOLLOW ?? 0));
	} catch (error) {
		if (codeOf(error) !== "ELOOP") throw error;
		if (!staysInside(tree, path)) throw new Problem("The file is a symbolic link that leads out of the repository; it is not followed.");
		return openSync(absolute, flags);
	}
}
function codeOf(error) {
	return error.code ?? "unknown error";
}

// src/source/disk.ts
/** The path of standard input that was given no name: no file's, so that no plan file is named after it. */
const stdinPath = "<stdin>";
/** Reads the files under review and their history: one set a migration directory, in order. */
function readDisk(request) {
	const { tree, review, input } = request;
	const read = (path) => input !== void 0 && path === input.path ? decode(input.bytes) : readText(tree, path);
	return arrange({
		review,
		siblings: request.noHistory ? [] : siblingsOf(tree, [...review.keys()]),
		isHistory: (sibling, places) => request.siblings === "all" || places.some((place) => comparePlaces(sibling, place) < 0),
		earlier: request.earlier,
		...request.schema !== void 0 && { dump: request.schema },
		together: request.together,
		transaction: request.transaction,
		read
	});
}
/**
* The files that belong to the same series as those under review, and some more: one listing of each series' directory, and of the
* directories in it only as deep as the files under review lie or where a release has one of its own.
*/
function siblingsOf(tree, review) {
	return bySeries(review.filter(isSqlFile)).flatMap(([series, places]) => {
		const depth = Math.max(...places.map(({ path }) => path.split("/").length)) - (series === "" ? 1 : series.split("/").length + 1);
		return filesBelow(tree, series === "" ? "." : series, isSqlFile, (name, level) => level <= depth || /^v?\d+(?:[._]\d+)*$/i.test(name));
	});
}

// src/source/expand.ts
/**
* The files that the arguments of a command line name: files, directories (every `.sql` file below them) and globs.
* What exists under the very name is taken first, so that a file called `a[1].sql` can be named.
* @throws Problem where a path does not exist or a glob matches nothing
*/
async function expandPaths(tree, paths) {
	const found = /* @__PURE__ */ new Set();
	for (const path of paths) for (const each of await expandPath(tree, path)) found.add(each);
	return [...found];
}
/** The deepest directory that holds all of the paths: where the search for their config begins. The working directory where there are none. */
function directoryOf(tree, paths) {
	const directories = paths.map((path) => {
		const base = path.replace(/(?:^|[/\\])[^/\\]*[*?[{(!].*$/s, "");
		const absolute = resolve$1(tree.cwd, base === "" && !path.startsWith("/") ? "." : base);
		return statSync(absolute, { throwIfNoEntry: false })?.isDirectory() === true ? absolute : dirname(absolute);
	});
	return directories.reduce((common, each) => commonAncestor(common, each), directories[0] ?? tree.cwd);
}
function commonAncestor(a, b) {
	let at = a;
	while (relative(at, b).startsWith("..")) at = dirname(at);
	return at;
}
async function expandPath(tree, path) {
	const stat = statSync(resolve$1(tree.cwd, path), { throwIfNoEntry: false });
	if (stat === void 0) {
		if (!/[*?[\]{}()!]/.test(path)) throw new Problem("no such file or directory", { path });
		const matches = await expandGlobs(tree, [path], tree.cwd);
		if (matches.length === 0) throw new Problem("matches no file", { path });
		return matches;
	}
	const shown = shownPath(tree.cwd, path);
	if (stat.isDirectory()) {
		if (!staysInside(tree, path)) throw new Problem("leads out of the repository through a symbolic link", { path });
		const files = filesBelow(tree, shown, isSqlFile);
		if (files.length === 0) throw new Problem("holds no .sql file", { path });
		return files;
	}
	if (!stat.isFile()) throw new Problem("is not a regular file; `-` reads standard input", { path });
	if (!staysInside(tree, resolve$1(tree.cwd, path, ".."))) throw new Problem("leads out of the repository through a symbolic link", { path });
	return [shown];
}
/** Whether a path, relative to what the globs are relative to, is one that they mean: as `expandGlobs`, without a look at the disk. */
async function globMatcher(globs) {
	const { default: picomatch } = await import("./picomatch2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	return matcherOf(globs.map(plainGlob), picomatch);
}
function matcherOf(globs, picomatch) {
	const matches = picomatch([...globs]);
	const holds = picomatch(globs.map((glob) => `${glob}/**`));
	return (path) => matches(path) || isSqlFile(path) && holds(path);
}
function plainGlob(glob) {
	return glob.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
}
/**
* The files that globs match, relative to `directory`. A glob that names a directory (`services/<any>/migrations`) stands for the `.sql` files below it.
* Matching is picomatch's; Node 20 has no `fs.globSync`.
*/
async function expandGlobs(tree, globs, directory) {
	const { default: picomatch } = await import("./picomatch2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const found = /* @__PURE__ */ new Set();
	for (const glob of globs) {
		const plain = plainGlob(glob);
		const { base } = picomatch.scan(plain);
		const from = shownPath(tree.cwd, resolve$1(directory, base === "" ? "." : base));
		if (statSync(resolve$1(tree.cwd, from), { throwIfNoEntry: false })?.isDirectory() !== true || !staysInside(tree, from)) continue;
		const matches = matcherOf([plain], picomatch);
		const prefix = shownPath(tree.cwd, directory);
		const wanted = (path) => {
			const own = prefix === "." ? path : path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : shownPath(directory, resolve$1(tree.cwd, path));
			return matches(own);
		};
		for (const path of filesBelow(tree, from, wanted)) found.add(path);
	}
	return [...found];
}

// src/cli/inputs.ts
/** Finds and reads the migrations. @throws Problem */
async function readInputs(args, io) {
	const tree = treeOf$1(io.cwd);
	const loaded = await loadConfig(io.cwd, args.config, directoryOf(tree, named(args)));
	const config = withArguments(loaded, args, tree);
	const { review, notices, input } = await underReview(args, io, tree, loaded);
	const earlier = args.history.length === 0 ? [] : [...await expandPaths(tree, args.history)].map(placeOf).sort(comparePlaces);
	const schema = config.schema === void 0 ? void 0 : (await expandPaths(tree, [config.schema]))[0];
	const request = {
		tree,
		review,
		noHistory: args.noHistory,
		siblings: args.base === void 0 ? "earlier" : "all",
		earlier: earlier.map(({ path }) => path),
		...schema !== void 0 && { schema },
		together: args.together || args.base !== void 0,
		transaction: config.transaction,
		...input && { input }
	};
	return {
		config,
		tree,
		sets: readDisk(request),
		notices
	};
}
/** The paths that the arguments name, standard input under its own name. */
function named(args) {
	return args.operands.flatMap((each) => each === "-" ? args.stdinFilename ?? [] : each);
}
function withArguments({ config, directory }, args, tree) {
	const schema = args.schema ?? (config.schema === void 0 ? void 0 : shownPath(tree.cwd, resolve$1(directory, config.schema)));
	return {
		...config,
		...args.engine !== void 0 && { target: readTarget(args.engine) },
		...args.failOn !== void 0 && { failOn: args.failOn },
		...schema !== void 0 && { schema }
	};
}
async function underReview(args, io, tree, loaded) {
	const { config, directory, path } = loaded;
	if (args.base !== void 0) return changedSince(args.base, args, tree, loaded);
	const named = args.operands.filter((each) => each !== "-");
	if (args.operands.length > named.length) {
		const at = args.stdinFilename === void 0 ? stdinPath : shownPath(tree.cwd, args.stdinFilename);
		return {
			review: unchanged([at, ...await expandPaths(tree, named)]),
			notices: [],
			input: {
				path: at,
				bytes: await io.stdin()
			}
		};
	}
	if (args.stdinFilename !== void 0) throw new Problem("--stdin-filename goes with `-`, standard input");
	if (named.length === 0) {
		const found = await expandGlobs(tree, config.migrations, directory);
		if (found.length > 0) return {
			review: unchanged(found),
			notices: []
		};
		const where = path === void 0 ? "name them, or set `migrations` in .lockstep.yml" : `the \`migrations\` of ${path} match nothing`;
		throw new Problem(`no migrations found: ${where}`);
	}
	const found = await expandPaths(tree, named);
	return {
		review: unchanged(found),
		notices: named.filter((each) => found.includes(each)).flatMap(downNotice)
	};
}
/** A file that was named and is not judged is not passed over in silence. */
function downNotice(path) {
	return isDown(path, () => false) ? [{
		path,
		line: 1,
		message: "Not judged: its name says that it undoes a migration."
	}] : [];
}
function unchanged(paths) {
	return new Map(paths.map((path) => [path, {}]));
}
async function changedSince(base, args, tree, { config, directory, path }) {
	if (args.operands.includes("-")) throw new Problem("--base reads files from git, and standard input is none");
	const { changesSince } = await import("./git.js");
	const changes = changesSince(tree.cwd, base);
	const named = args.operands.length === 0 ? void 0 : new Set(await expandPaths(tree, args.operands));
	const matches = await globMatcher(config.migrations);
	const from = path === void 0 ? repositoryOf(tree.cwd) ?? directory : directory;
	const gone = (path) => matches(shownPath(from, resolve$1(tree.cwd, path)));
	const concerns = (path) => named?.has(path) ?? gone(path);
	return {
		review: new Map([...changes.files].filter(([path]) => concerns(path))),
		notices: [...changes.deleted.filter(gone).map((path) => ({
			path,
			line: 1,
			message: `Deleted since ${base}: databases that have run it keep what it did, and a new one will not get it.`
		})), ...changes.renamed.filter(({ to }) => concerns(to)).map(({ from, to }) => ({
			path: to,
			line: 1,
			message: `Renamed since ${base} from ${from}: a migration tool takes it for a new migration and runs it again.`
		}))]
	};
}

// src/cli/run.ts
/** Reads what the arguments name and analyses it: what `check`, `explain` and `plan` share. @throws Problem */
async function run(args, io) {
	const loading = loadReader();
	loading.catch(() => {});
	const { config, tree, sets, notices } = await readInputs(args, io);
	const reader = await loading;
	const done = progress(sets.reduce((sum, set) => sum + set.history.length + set.units.length, 0), io);
	const analysis = mergeAnalyses(sets.map((set) => analyze(set, config, reader)), config.target);
	done();
	return {
		analysis: notices.length === 0 ? analysis : {
			...analysis,
			notices: [...notices, ...analysis.notices]
		},
		config,
		tree
	};
}
/** Migrations from which on a run takes long enough to say so. */
const many = 300;
/** Says on a terminal that there is work, and takes it back once it is done. */
function progress(migrations, { stderr }) {
	if (migrations < many || !stderr.isTTY) return () => {};
	stderr.write(`reading ${migrations} migrations \u2026`);
	return () => stderr.write("\r\x1B[2K");
}

// src/cli/check.ts
/** `lockstep check`: judges, reports, and says by its exit code whether the merge is to be blocked. */
async function check(args, io) {
	const { analysis, config } = await run(args, io);
	const { failOn } = config;
	if (args.format === "json") {
		const { jsonReport } = await import("./json.js");
		io.stdout.write(jsonReport(analysis, failOn));
	} else io.stdout.write(args.quiet ? quietReport(analysis) : terminalReport(analysis, failOn, layoutFor(args, io)));
	return verdictOf(analysis, failOn) === "fail" && failOn !== "never" ? 1 : 0;
}

// src/cli/main.ts
/**
* Runs the command line.
* @returns the exit code: 0 nothing reached `--fail-on`; 1 something did, or SQL could not be read; 2 usage, config, a missing path, a bug
*/
async function main(argv, io) {
	try {
		return await dispatch(readArguments(argv), io);
	} catch (error) {
		const message = error instanceof Problem ? error.oneLine : `internal error: ${describe(error)}`;
		if (argv.includes("--format=json") || argv[argv.indexOf("--format") + 1] === "json") {
			const { jsonError } = await import("./json.js");
			io.stdout.write(jsonError(message));
		}
		const { visibleLines } = await import("./visible.js");
		io.stderr.write(`lockstep: ${visibleLines(message).join("\n")}\n`);
		return 2;
	}
}
async function dispatch(args, io) {
	if (args.version) {
		const { packageVersion } = await import("./package.js");
		io.stdout.write(`${packageVersion()}\n`);
		return 0;
	}
	if (args.help || args.command === void 0) {
		const { help } = await import("./help.js");
		(args.help ? io.stdout : io.stderr).write(help);
		return args.help ? 0 : 2;
	}
	switch (args.command) {
		case "check": return check(args, io);
		case "explain": return (await import("./explain.js")).explain(args, io);
		case "plan": return (await import("./plan.js")).plan(args, io);
		case "rules": return (await import("./rules.js")).listRules(args, io);
	}
}
/** A bug, with what is needed to find it. */
function describe(error) {
	return error instanceof Error ? error.stack ?? error.message : String(error);
}

// src/source/hunks.ts
const header = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/;
/**
* Reads the hunks of one file's patch, as git and GitHub's API write it. Lines before the first hunk are skipped.
* The counts in the header are believed over the looks of a line: inside a hunk, `--- a/x` is a deleted `-- a/x`.
*/
function parseHunks(patch) {
	const changed = [];
	const commentable = [];
	let line = 0;
	let left = 0;
	for (const text of patch.split("\n")) {
		if (left === 0 || text.startsWith("@@")) {
			const match = header.exec(text);
			if (match !== null) {
				line = Number(match[1]);
				left = match[2] === void 0 ? 1 : Number(match[2]);
				if (left > 0) commentable.push({
					from: line,
					to: line + left - 1
				});
			}
			continue;
		}
		if (text.startsWith("-") || text.startsWith("\\")) continue;
		if (text.startsWith("+")) {
			const last = changed.at(-1);
			if (last !== void 0 && last.to === line - 1) changed[changed.length - 1] = {
				from: last.from,
				to: line
			};
			else changed.push({
				from: line,
				to: line
			});
		}
		line++;
		left--;
	}
	return {
		changed,
		commentable
	};
}

// src/source/write.ts
/**
* Writes the files of plans: the author's files are edited in place, every other file is new. All is checked before the first byte
* is written, so that either everything is written or nothing.
* @returns the paths written
* @throws Problem where a new file exists already, a path leaves the working directory or leads through a link, or there is no path at all
*/
function writePlans(tree, plans) {
	const files = plans.flatMap((plan) => plan.stages.flatMap((stage) => stage.files.map(({ path, text }) => ({
		path,
		text,
		edits: path !== void 0 && plan.files.includes(path)
	}))));
	const seen = /* @__PURE__ */ new Set();
	for (const { path, edits } of files) {
		if (path === void 0 || path === "<stdin>") throw new Problem("the plan of standard input has no paths to write to; name it with --stdin-filename");
		if (isAbsolute(path) || path.split("/").includes("..")) throw new Problem("lies outside of the working directory; nothing was written", { path });
		const stat = lstatSync(resolve$1(tree.cwd, path), { throwIfNoEntry: false });
		if (stat !== void 0 && !edits) throw new Problem("exists already; nothing was written", { path });
		if (edits && stat?.isFile() !== true) throw new Problem("is no file that can be edited; nothing was written", { path });
		if (seen.has(path)) throw new Problem("would be written twice; nothing was written", { path });
		seen.add(path);
		if (!staysInside(tree, nearestExisting(tree, path))) throw new Problem("leads out of the repository; nothing was written", { path });
	}
	for (const { path, text, edits } of files) {
		if (path === void 0) continue;
		const target = resolve$1(tree.cwd, path);
		mkdirSync(dirname(target), { recursive: true });
		const mark = edits && readText(tree, path).byteOrderMark === true ? "\ufeff" : "";
		writeFileSync(target, mark + text, { flag: edits ? "w" : "wx" });
	}
	return [...seen];
}
/** The lowest directory on the way to a path that exists. */
function nearestExisting(tree, path) {
	let at = dirname(resolve$1(tree.cwd, path));
	while (lstatSync(at, { throwIfNoEntry: false }) === void 0) at = dirname(at);
	return at;
}

// src/sql/postgres/besides.ts
/** psql commands that bring in SQL which is not in the file. https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-META-COMMANDS */
const includes = /^\\(?:i|ir|include|include_relative)\s+(.*)/;
const executes = /^\\gexec\b/;
/**
* What a file holds besides statements and must not be passed over in silence: psql commands that run SQL from elsewhere, and a comment that is
* never closed, for it hides everything behind it. (A quote that is never closed makes its statement unreadable as it is.)
*/
function besides({ text, skipped, unterminated }) {
	const found = [];
	for (const { span, kind } of skipped) {
		if (kind !== "psql") continue;
		const command = text.slice(span.start, span.end);
		const file = includes.exec(command)?.[1]?.trim();
		if (file !== void 0) found.push(dynamic(span, `psql reads ${file} here`));
		else if (executes.test(command)) found.push(dynamic(span, "psql runs what the query returns"));
	}
	if (unterminated?.what.includes("comment")) {
		const span = {
			start: unterminated.start,
			end: text.length
		};
		found.push({
			span,
			fullSpan: span,
			operations: [],
			unreadable: {
				message: "unterminated /* comment",
				span
			}
		});
	}
	return found;
}
function dynamic(span, reason) {
	return {
		span,
		fullSpan: span,
		operations: [{
			kind: "dynamic-sql",
			span,
			reason
		}]
	};
}
/** The statements together with these, in the order of the file. */
function withBesides(statements, lexed) {
	const more = besides(lexed);
	return more.length === 0 ? statements : [...statements, ...more].sort((a, b) => a.span.start - b.span.start);
}

// src/sql/postgres/source.ts
/** Why a statement is not read. Thrown inside this folder and caught where a statement is read, and nowhere else. */
var Unreadable = class extends Error {
	span;
	constructor(message, span) {
		super(message);
		this.span = span;
	}
};
/**
* Maps the parser's byte offsets to UTF-16. Offsets must lie on character boundaries.
* The parser counts bytes of UTF-8, so only what stands behind characters outside ASCII is shifted: one entry for each of them.
*/
function byteOffsets(text) {
	if (isPlain(text)) return (byte) => byte;
	/** Byte offset behind each character outside ASCII, and by how much bytes then lead. */
	const places = [];
	const leads = [];
	let lead = 0;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code < 128) continue;
		lead += code < 2048 || code >= 55296 && code <= 57343 ? 1 : 2;
		places.push(i + 1 + lead);
		leads.push(lead);
	}
	return (byte) => {
		const entry = upperBound(places, byte) - 1;
		return entry < 0 ? byte : byte - leads[entry];
	};
}
/** The UTF-16 offset of a code point, as the parser counts error positions. */
function codePointOffset(text, codePoint) {
	let offset = 0;
	for (let i = 0; i < codePoint && offset < text.length; i++) {
		const code = text.charCodeAt(offset);
		offset += code >= 55296 && code <= 56319 ? 2 : 1;
	}
	return offset;
}
/** How many of the ascending values are at most `value`. */
function upperBound(values, value) {
	let low = 0;
	let high = values.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (values[middle] <= value) low = middle + 1;
		else high = middle;
	}
	return low;
}
/** The first token that ends behind an offset. */
function tokenAt(tokens, offset) {
	return upperBound(tokens.ends, offset);
}
/** The token at a place that the parser gives (a missing location is 0). */
function at(source, location) {
	return tokenAt(source.tokens, source.offset(location ?? 0));
}
function is(source, token, value) {
	return isWord(source.text, source.tokens, token, value);
}
/** The character of a punctuation token, else undefined. */
function markAt(source, token) {
	return source.tokens.kinds[token] === 7 ? source.text[source.tokens.starts[token]] : void 0;
}
/** The token that closes the parenthesis or bracket at `open`; the statement's end if none does. */
function closing(source, open) {
	let depth = 0;
	for (let token = open; token < source.end; token++) {
		const mark = markAt(source, token);
		if (mark === "(" || mark === "[") depth++;
		else if ((mark === ")" || mark === "]") && --depth === 0) return token;
	}
	return source.end;
}
/** The token that closes the parenthesis around a token; the statement's end if there is none. */
function enclosingEnd(source, token) {
	for (let at = token; at < source.end; at++) {
		const mark = markAt(source, at);
		if (mark === "(" || mark === "[") at = closing(source, at);
		else if (mark === ")" || mark === "]") return at;
	}
	return source.end;
}
/** Calls `visit` with each token of the range that no parenthesis encloses; stops where it returns true, and gives that token, else `to`. */
function walk(source, range, visit) {
	for (let token = range.from; token < range.to; token++) {
		if (visit(token)) return token;
		const mark = markAt(source, token);
		if (mark === "(" || mark === "[") token = closing(source, token);
	}
	return range.to;
}
/** The first token of the range that is the word, outside parentheses; `range.to` if there is none. */
function find(source, range, value) {
	return walk(source, range, (token) => is(source, token, value));
}
/** The first opening parenthesis of the range; `range.to` if there is none. */
function findOpen(source, range) {
	return walk(source, range, (token) => markAt(source, token) === "(");
}
/** The parts of a range between its outermost commas. */
function commaParts(source, range) {
	const parts = [];
	let from = range.from;
	walk(source, range, (token) => {
		if (markAt(source, token) === ",") {
			parts.push({
				from,
				to: token
			});
			from = token + 1;
		}
		return false;
	});
	if (from < range.to) parts.push({
		from,
		to: range.to
	});
	return parts;
}
/** The range inside the parentheses that open at `open`. */
function inside(source, open) {
	return {
		from: open + 1,
		to: closing(source, open)
	};
}
function textOf(source, range) {
	return range.from < range.to ? source.text.slice(source.tokens.starts[range.from], source.tokens.ends[range.to - 1]) : "";
}
/** Where the range lies in the file. */
function spanOf(source, range) {
	if (range.from >= range.to) return source.span;
	return source.place({
		start: source.tokens.starts[range.from],
		end: source.tokens.ends[range.to - 1]
	});
}

// src/sql/postgres/set-functions.ts
/**
* PostgreSQL's functions that do not give one value a row: aggregates, window functions and those that return sets.
* From `pg_proc` (prokind `a` or `w`, or proretset; the many `pg_\u2026` ones that show the server's state left out);
* test/sql/read-expression.test.ts holds the list against PGlite's catalog.
*/
const notScalar = new Set("any_value array_agg avg bit_and bit_or bit_xor bool_and bool_or corr count covar_pop covar_samp cume_dist dense_rank every json_agg json_agg_strict json_object_agg json_object_agg_strict json_object_agg_unique json_object_agg_unique_strict jsonb_agg jsonb_agg_strict jsonb_object_agg jsonb_object_agg_strict jsonb_object_agg_unique jsonb_object_agg_unique_strict max min mode percent_rank percentile_cont percentile_disc range_agg range_intersect_agg rank regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy stddev stddev_pop stddev_samp string_agg sum var_pop var_samp variance xmlagg first_value lag last_value lead nth_value ntile row_number aclexplode generate_series generate_subscripts json_array_elements json_array_elements_text json_each json_each_text json_object_keys json_populate_recordset json_to_recordset jsonb_array_elements jsonb_array_elements_text jsonb_each jsonb_each_text jsonb_object_keys jsonb_path_query jsonb_path_query_tz jsonb_populate_recordset jsonb_to_recordset regexp_matches regexp_split_to_table string_to_table ts_debug ts_parse ts_stat ts_token_type txid_snapshot_xip unnest".split(" "));

// src/sql/postgres/row-expression.ts
/** An expression in its own words: one blank where white space or a comment stood. */
function printTokens(text, { starts, ends }) {
	let printed = "";
	for (let token = 0; token < starts.length; token++) {
		if (token > 0 && starts[token] > ends[token - 1]) printed += " ";
		printed += text.slice(starts[token], ends[token]);
	}
	return printed;
}
/** Why a tree is not a scalar expression over the row. */
function notOverTheRow(node) {
	switch (node.kind) {
		case "subquery": return "it must not hold a subquery";
		case "parameter": return `it must not hold a parameter ($${node.number})`;
		case "column":
			if (node.path.includes("*")) return "it must name single columns, not *";
			break;
		case "call":
			if (node.aggregate) return `${node.function.name}() is used as an aggregate`;
			if (node.window) return `${node.function.name}() is used as a window function`;
			if (notScalar.has(node.function.name) && (node.function.schema ?? "pg_catalog") === "pg_catalog") return `${node.function.name}() does not give one value a row`;
			break;
		case "opaque": if (/^(SetToDefault|CurrentOfExpr|GroupingFunc|MultiAssignRef|SelectStmt)$|Agg$|QueryConstructor$/.test(node.name)) return "it is not an expression over the row";
	}
	for (const part of partsOf(node)) {
		const refused = notOverTheRow(part);
		if (refused !== void 0) return refused;
	}
}

// src/sql/postgres/ast.ts
/** The node's content if it is of that type. */
function pick(node, name) {
	return node === void 0 ? void 0 : node[name];
}
/** The contents of the nodes of that type in a list. */
function pickAll(nodes, name) {
	const found = [];
	for (const node of nodes ?? []) {
		const content = pick(node, name);
		if (content !== void 0) found.push(content);
	}
	return found;
}
/** The type's name of a node. */
function nameOfNode(node) {
	for (const name in node) return name;
	throw new Error("a node without a type");
}
function contentOf(node) {
	return node[nameOfNode(node)];
}
/** A list of String nodes. */
function strings(nodes) {
	return pickAll(nodes, "String").map((each) => each.sval ?? "");
}
/** A name in parts, the last two counting: a database name before the schema is dropped. */
function qualified(parts) {
	const name = parts[parts.length - 1] ?? "";
	const schema = parts[parts.length - 2];
	return schema === void 0 ? { name } : {
		schema,
		name
	};
}
function nameOf(nodes) {
	return qualified(strings(nodes));
}
function tableName(relation) {
	const name = relation?.relname ?? "";
	return relation?.schemaname === void 0 ? { name } : {
		schema: relation.schemaname,
		name
	};
}
/** The value of a small constant, as options and SET hold it: strings, numbers, names of types. */
function plainValue(node) {
	if (node === void 0) return void 0;
	const constant = pick(node, "A_Const");
	if (constant !== void 0) {
		if (constant.sval !== void 0) return constant.sval.sval ?? "";
		if (constant.ival !== void 0) return String(constant.ival.ival ?? 0);
		if (constant.fval !== void 0) return constant.fval.fval ?? "";
		if (constant.boolval !== void 0) return String(constant.boolval.boolval ?? false);
		return;
	}
	const text = pick(node, "String")?.sval ?? pick(node, "Float")?.fval;
	if (text !== void 0) return text;
	const integer = pick(node, "Integer");
	if (integer !== void 0) return String(integer.ival ?? 0);
	const boolean = pick(node, "Boolean");
	if (boolean !== void 0) return String(boolean.boolval ?? false);
	const type = pick(node, "TypeName");
	return type === void 0 ? void 0 : nameOf(type.names).name;
}

// src/sql/postgres/mentions.ts
/** A query over more tables than this is taken to read every column: else names times tables would be kept. */
const manyTables = 100;
const writing = [
	"InsertStmt",
	"UpdateStmt",
	"DeleteStmt",
	"MergeStmt"
];
/** Collects what a part of the parser's tree mentions. Depth costs no stack: the tree of a long UNION is as deep as it is long. */
function mentionsOf(root) {
	const tables = /* @__PURE__ */ new Map();
	const calls = /* @__PURE__ */ new Map();
	const writes = [];
	let locks = false;
	const todo = [];
	const none = {
		parent: void 0,
		queries: void 0,
		relations: /* @__PURE__ */ new Map()
	};
	const add = (value, scope) => {
		if (typeof value === "object" && value !== null) todo.push({
			value,
			scope
		});
	};
	const relation = (fields, scope) => {
		const table = tableName(fields);
		const hidden = table.schema === void 0 && isHidden(table.name, scope.queries);
		const alias = fields.alias?.aliasname ?? table.name;
		if (hidden || isSystem(table)) {
			scope.relations.set(alias, void 0);
			return;
		}
		const key = `${table.schema ?? ""}\t${table.name}`;
		const entry = tables.get(key) ?? {
			table,
			columns: /* @__PURE__ */ new Set()
		};
		tables.set(key, entry);
		scope.relations.set(alias, entry);
	};
	/** Enters FROM's tables before anything else of the SELECT is looked at. */
	const relations = (from, scope) => {
		const open = [from];
		while (open.length > 0) {
			const value = open.pop();
			if (Array.isArray(value)) {
				open.push(...value.toReversed());
				continue;
			}
			const node = value;
			if (node?.RangeVar) relation(node.RangeVar, scope);
			const join = node?.JoinExpr;
			if (join) open.push(join.rarg, join.larg);
		}
	};
	const column = (fields, scope) => {
		const path = fields.map((field) => "String" in field ? field.String.sval ?? "" : "*");
		const name = path[path.length - 1] ?? "*";
		const qualifier = path[path.length - 2];
		for (let at = scope; at !== void 0; at = at.parent) {
			if (qualifier !== void 0) {
				if (!at.relations.has(qualifier)) continue;
				at.relations.get(qualifier)?.columns.add(name);
				return;
			}
			if (at.relations.has(name)) at.relations.get(name)?.columns.add("*");
			else if (at.relations.size <= manyTables) for (const each of at.relations.values()) each?.columns.add(name);
			if (name === "*") return;
		}
	};
	const visit = (value, scope) => {
		if (Array.isArray(value)) {
			for (let i = value.length - 1; i >= 0; i--) add(value[i], scope);
			return;
		}
		let inner = scope;
		const fields = value;
		if ("fromClause" in fields || "withClause" in fields || "usingClause" in fields || "targetList" in fields || "lockingClause" in fields) {
			inner = {
				parent: scope,
				queries: scope.queries,
				relations: /* @__PURE__ */ new Map()
			};
			const clause = fields.withClause;
			if (clause !== void 0) {
				const all = (clause.ctes ?? []).map((each) => each.CommonTableExpr ?? {});
				const places = new Map(all.map((each, place) => [each.ctename, place]));
				const upTo = (place) => ({
					parent: scope.queries,
					places,
					upTo: place
				});
				for (const [place, each] of all.entries()) {
					const query = each.ctequery;
					if (query !== void 0 && writing.some((name) => name in query)) writes.push(query);
					add(query, {
						parent: void 0,
						queries: upTo(clause.recursive ? all.length : place),
						relations: /* @__PURE__ */ new Map()
					});
				}
				inner = {
					parent: scope,
					queries: upTo(all.length),
					relations: /* @__PURE__ */ new Map()
				};
			}
			if (fields.lockingClause) locks = true;
			relations(fields.fromClause ?? fields.usingClause, inner);
			if (inner.relations.size > manyTables) for (const each of inner.relations.values()) each?.columns.add("*");
		}
		const call = fields.FuncCall;
		if (call !== void 0) {
			const name = nameOf(call.funcname);
			calls.set(`${name.schema ?? ""}\t${name.name}`, name);
		}
		const reference = fields.ColumnRef;
		if (reference !== void 0) {
			column(reference.fields ?? [], scope);
			return;
		}
		const join = fields.JoinExpr;
		if (join !== void 0) {
			const shared = join.isNatural ? ["*"] : (join.usingClause ?? []).map((each) => "String" in each ? each.String.sval ?? "" : "");
			for (const each of scope.relations.values()) for (const name of shared) each?.columns.add(name);
			for (const key of [
				"larg",
				"rarg",
				"quals"
			]) add(join[key], scope);
			return;
		}
		if ("RangeVar" in fields) {
			const table = fields.RangeVar;
			const alias = table.alias?.aliasname ?? table.relname;
			if (!scope.relations.has(alias)) relation(table, scope);
			return;
		}
		for (const key in fields) if (key !== "withClause" && key !== "lockingClause") add(fields[key], inner);
	};
	add(root, none);
	for (let next = todo.pop(); next !== void 0; next = todo.pop()) visit(next.value, next.scope);
	const found = [...tables.values()];
	return {
		tables: found.map((each) => each.table),
		columns: found.map((each) => ({
			table: each.table,
			columns: [...each.columns]
		})),
		calls: [...calls.values()],
		writes,
		locks
	};
}
function isHidden(name, queries) {
	for (let at = queries; at !== void 0; at = at.parent) if ((at.places.get(name) ?? at.upTo) < at.upTo) return true;
	return false;
}
/** An unqualified `pg_\u2026` name of a relation is the catalog's: the catalog comes first in every search path. */
function isSystem(table) {
	if (table.schema === void 0) return table.name.startsWith("pg_");
	return table.schema === "pg_catalog" || table.schema === "information_schema";
}

// src/sql/postgres/type-name.ts
const serials = {
	smallserial: "serial2",
	serial: "serial4",
	bigserial: "serial8"
};
/** A type as written. The parser has already turned SQL's names into internal ones (`integer` into `pg_catalog.int4`). */
function typeName(source, node) {
	const names = strings(node?.names);
	const last = names[names.length - 1] ?? "";
	const schema = names[names.length - 2];
	return {
		...schema !== void 0 && schema !== "pg_catalog" && { schema },
		name: schema === void 0 || schema === "pg_catalog" ? serials[last] ?? last : last,
		modifiers: last === "interval" ? intervalModifiers(node?.typmods) : modifiers(node?.typmods),
		dimensions: node?.arrayBounds?.length ?? 0,
		text: node === void 0 || (node.location ?? 0) < 0 ? last : textOf(source, typeRange(source, at(source, node.location)))
	};
}
function modifiers(nodes) {
	return (nodes ?? []).flatMap((node) => {
		const integer = pick(node, "A_Const")?.ival;
		if (integer !== void 0) return integer.ival ?? 0;
		const name = pick(node, "ColumnRef");
		return name === void 0 ? plainValue(node) ?? [] : strings(name.fields).join(".");
	});
}
/** Bits of INTERVAL_MASK in PostgreSQL's `timestamp.h`, in the order of their words. */
const intervalFields = [
	["year", 4],
	["month", 2],
	["day", 8],
	["hour", 1024],
	["minute", 2048],
	["second", 4096]
];
const everyField = 32767;
/** `interval day to second(3)` \u2192 ['day to second', 3]; `interval(3)` \u2192 [3] */
function intervalModifiers(nodes) {
	const [mask = everyField, ...precision] = pickAll(nodes, "A_Const").map((each) => each.ival?.ival ?? 0);
	if (mask === everyField) return precision;
	const fields = intervalFields.filter(([, bit]) => (mask & bit) !== 0).map(([name]) => name);
	const [from = "", to = from] = [fields[0], fields[fields.length - 1]];
	return [from === to ? from : `${from} to ${to}`, ...precision];
}
/** From a type's first token to behind its last. `first` may stand behind SETOF. */
function typeRange(source, first) {
	let to = first;
	const accept = (...words) => {
		if (!words.some((each) => is(source, to, each))) return false;
		to++;
		return true;
	};
	const parenthesis = () => {
		if (markAt(source, to) === "(") to = closing(source, to) + 1;
	};
	accept("setof");
	if (accept("double")) accept("precision");
	else if (accept("national")) {
		accept("character", "char");
		accept("varying");
	} else if (accept("character", "char", "nchar", "bit")) accept("varying");
	else if (accept("time", "timestamp")) {
		parenthesis();
		if (is(source, to + 1, "time") && accept("with", "without")) to += 2;
	} else if (accept("interval")) {
		const field = () => accept("year", "month", "day", "hour", "minute", "second");
		if (field() && accept("to")) field();
	} else {
		to++;
		while (markAt(source, to) === "." && (source.tokens.kinds[to + 1] === 0 || source.tokens.kinds[to + 1] === 1)) to += 2;
		if (source.text[source.tokens.starts[to] ?? -1] === "%" && is(source, to + 1, "type")) to += 2;
	}
	parenthesis();
	if (accept("array") && markAt(source, to) !== "[") return {
		from: first,
		to
	};
	while (markAt(source, to) === "[") if (markAt(source, to + 1) === "]") to += 2;
	else if (source.tokens.kinds[to + 1] === 4 && markAt(source, to + 2) === "]") to += 3;
	else break;
	return {
		from: first,
		to: Math.min(to, source.end)
	};
}

// node_modules/libpg-query/wasm/libpg-query.js
var require_libpg_query = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var __dirname = import.meta.dirname;
	var __filename = import.meta.filename;
	var PgQueryModule = (() => {
		var _scriptName = globalThis.document?.currentScript?.src;
		return async function(moduleArg = {}) {
			var Module = moduleArg;
			var ENVIRONMENT_IS_WEB = !!globalThis.window;
			var ENVIRONMENT_IS_WORKER = !!globalThis.WorkerGlobalScope;
			var ENVIRONMENT_IS_NODE = globalThis.process?.versions?.node && globalThis.process?.type != "renderer";
			var quit_ = (status, toThrow) => {
				throw toThrow;
			};
			if (typeof __filename != "undefined") _scriptName = __filename;
			else if (ENVIRONMENT_IS_WORKER) _scriptName = self.location.href;
			var scriptDirectory = "";
			function locateFile(path) {
				if (Module["locateFile"]) return Module["locateFile"](path, scriptDirectory);
				return scriptDirectory + path;
			}
			var readAsync, readBinary;
			if (ENVIRONMENT_IS_NODE) {
				var fs = __require("node:fs");
				scriptDirectory = __dirname + "/";
				readBinary = (filename) => {
					filename = isFileURI(filename) ? new URL(filename) : filename;
					return fs.readFileSync(filename);
				};
				readAsync = async (filename, binary = true) => {
					filename = isFileURI(filename) ? new URL(filename) : filename;
					return fs.readFileSync(filename, binary ? void 0 : "utf8");
				};
				if (process.argv.length > 1) process.argv[1].replace(/\\/g, "/");
				process.argv.slice(2);
				quit_ = (status, toThrow) => {
					process.exitCode = status;
					throw toThrow;
				};
			} else if (ENVIRONMENT_IS_WEB || ENVIRONMENT_IS_WORKER) {
				try {
					scriptDirectory = new URL(".", _scriptName).href;
				} catch {}
				if (ENVIRONMENT_IS_WORKER) readBinary = (url) => {
					var xhr = new XMLHttpRequest();
					xhr.open("GET", url, false);
					xhr.responseType = "arraybuffer";
					xhr.send(null);
					return new Uint8Array(xhr.response);
				};
				readAsync = async (url) => {
					var response = await fetch(url, { credentials: "same-origin" });
					if (response.ok) return response.arrayBuffer();
					throw new Error(response.status + " : " + response.url);
				};
			}
			var out = console.log.bind(console);
			var err = console.error.bind(console);
			var wasmBinary;
			var ABORT = false;
			var EXITSTATUS;
			var isFileURI = (filename) => filename.startsWith("file://");
			class EmscriptenEH {}
			class EmscriptenSjLj extends EmscriptenEH {}
			function getMemoryBuffer() {
				return wasmMemory.buffer;
			}
			function updateMemoryViews() {
				if (HEAP8?.buffer?.resizable) return;
				var b = getMemoryBuffer();
				HEAP8 = new Int8Array(b);
				HEAP16 = new Int16Array(b);
				Module["HEAPU8"] = HEAPU8 = new Uint8Array(b);
				HEAPU16 = new Uint16Array(b);
				HEAP32 = new Int32Array(b);
				Module["HEAPU32"] = HEAPU32 = new Uint32Array(b);
				HEAPF32 = new Float32Array(b);
				HEAPF64 = new Float64Array(b);
				HEAP64 = new BigInt64Array(b);
				HEAPU64 = new BigUint64Array(b);
			}
			function preRun() {
				var preRun = Module["preRun"];
				if (preRun) {
					if (typeof preRun == "function") preRun = [preRun];
					onPreRuns.push(...preRun);
				}
				callRuntimeCallbacks(onPreRuns);
			}
			function initRuntime() {
				if (!Module["noFSInit"] && !FS.initialized) FS.init();
				TTY.init();
				wasmExports["A"]();
				FS.ignorePermissions = false;
			}
			function postRun() {
				var postRun = Module["postRun"];
				if (postRun) {
					if (typeof postRun == "function") postRun = [postRun];
					onPostRuns.push(...postRun);
				}
				callRuntimeCallbacks(onPostRuns);
			}
			function abort(what) {
				Module["onAbort"]?.(what);
				what = `Aborted(${what})`;
				err(what);
				ABORT = true;
				what += ". Build with -sASSERTIONS for more info.";
				throw new WebAssembly.RuntimeError(what);
			}
			var wasmBinaryFile;
			function findWasmBinary() {
				return locateFile("libpg-query.wasm");
			}
			function getBinarySync(file) {
				if (readBinary) return readBinary(file);
				throw "both async and sync fetching of the wasm failed";
			}
			async function getWasmBinary(binaryFile) {
				if (!wasmBinary) try {
					var response = await readAsync(binaryFile);
					return new Uint8Array(response);
				} catch {}
				return getBinarySync(binaryFile);
			}
			async function instantiateArrayBuffer(binaryFile, imports) {
				try {
					var binary = await getWasmBinary(binaryFile);
					return await WebAssembly.instantiate(binary, imports);
				} catch (reason) {
					err(`failed to asynchronously prepare wasm: ${reason}`);
					abort(reason);
				}
			}
			async function instantiateAsync(binary, binaryFile, imports) {
				if (!binary && !ENVIRONMENT_IS_NODE) try {
					var response = fetch(binaryFile, { credentials: "same-origin" });
					return await WebAssembly.instantiateStreaming(response, imports);
				} catch (reason) {
					err(`wasm streaming compile failed: ${reason}`);
					err("falling back to ArrayBuffer instantiation");
				}
				return instantiateArrayBuffer(binaryFile, imports);
			}
			function getWasmImports() {
				return { a: wasmImports };
			}
			async function createWasm() {
				function receiveInstance(instance) {
					wasmExports = instance.exports;
					assignWasmExports(wasmExports);
					updateMemoryViews();
					return wasmExports;
				}
				function receiveInstantiationResult(result) {
					return receiveInstance(result["instance"]);
				}
				var info = getWasmImports();
				var instantiateWasm = Module["instantiateWasm"];
				if (instantiateWasm) return new Promise((resolve) => {
					instantiateWasm(info, (inst) => resolve(receiveInstance(inst)));
				});
				wasmBinaryFile ??= findWasmBinary();
				return receiveInstantiationResult(await instantiateAsync(wasmBinary, wasmBinaryFile, info));
			}
			class ExitStatus {
				name = "ExitStatus";
				constructor(status) {
					this.message = `Program terminated with exit(${status})`;
					this.status = status;
				}
			}
			var HEAP16;
			var HEAP32;
			var HEAP64;
			var HEAP8;
			var HEAPF32;
			var HEAPF64;
			var HEAPU16;
			var HEAPU32;
			var HEAPU64;
			var HEAPU8;
			var callRuntimeCallbacks = (callbacks) => {
				while (callbacks.length > 0) callbacks.shift()(Module);
			};
			var onPostRuns = [];
			var onPreRuns = [];
			function getValue(ptr, type = "i8") {
				if (type.endsWith("*")) type = "*";
				switch (type) {
					case "i1": return HEAP8[ptr];
					case "i8": return HEAP8[ptr];
					case "i16": return HEAP16[ptr >> 1];
					case "i32": return HEAP32[ptr >> 2];
					case "i64": return HEAP64[ptr >> 3];
					case "float": return HEAPF32[ptr >> 2];
					case "double": return HEAPF64[ptr >> 3];
					case "*": return HEAPU32[ptr >> 2];
					default: abort(`invalid type for getValue: ${type}`);
				}
			}
			var noExitRuntime = true;
			var stackRestore = (val) => __emscripten_stack_restore(val);
			var stackSave = () => _emscripten_stack_get_current();
			var UTF8Decoder = globalThis.TextDecoder && new TextDecoder();
			var findStringEnd = (heapOrArray, idx, maxBytesToRead, ignoreNul) => {
				var maxIdx = idx + maxBytesToRead;
				if (ignoreNul) return maxIdx;
				while (heapOrArray[idx] && !(idx >= maxIdx)) ++idx;
				return idx;
			};
			var UTF8ArrayToString = (heapOrArray, idx = 0, maxBytesToRead, ignoreNul) => {
				var endPtr = findStringEnd(heapOrArray, idx, maxBytesToRead, ignoreNul);
				if (endPtr - idx > 16 && heapOrArray.buffer && UTF8Decoder) return UTF8Decoder.decode(heapOrArray.subarray(idx, endPtr));
				var str = "";
				while (idx < endPtr) {
					var u0 = heapOrArray[idx++];
					if (!(u0 & 128)) {
						str += String.fromCharCode(u0);
						continue;
					}
					var u1 = heapOrArray[idx++] & 63;
					if ((u0 & 224) == 192) {
						str += String.fromCharCode((u0 & 31) << 6 | u1);
						continue;
					}
					var u2 = heapOrArray[idx++] & 63;
					if ((u0 & 240) == 224) u0 = (u0 & 15) << 12 | u1 << 6 | u2;
					else u0 = (u0 & 7) << 18 | u1 << 12 | u2 << 6 | heapOrArray[idx++] & 63;
					if (u0 < 65536) str += String.fromCharCode(u0);
					else {
						var ch = u0 - 65536;
						str += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
					}
				}
				return str;
			};
			var UTF8ToString = (ptr, maxBytesToRead, ignoreNul) => ptr ? UTF8ArrayToString(HEAPU8, ptr, maxBytesToRead, ignoreNul) : "";
			var ___assert_fail = (condition, filename, line, func) => abort(`Assertion failed: ${UTF8ToString(condition)}, at: ` + [
				filename ? UTF8ToString(filename) : "unknown filename",
				line,
				func ? UTF8ToString(func) : "unknown function"
			]);
			var __abort_js = () => abort("");
			var runtimeKeepaliveCounter = 0;
			var __emscripten_runtime_keepalive_clear = () => {
				noExitRuntime = false;
				runtimeKeepaliveCounter = 0;
			};
			var __emscripten_throw_longjmp = () => {
				throw new EmscriptenSjLj();
			};
			var timers = {};
			var handleException = (e) => {
				if (e instanceof ExitStatus || e == "unwind") return EXITSTATUS;
				quit_(1, e);
			};
			var keepRuntimeAlive = () => noExitRuntime || runtimeKeepaliveCounter > 0;
			var _proc_exit = (code) => {
				EXITSTATUS = code;
				if (!keepRuntimeAlive()) {
					Module["onExit"]?.(code);
					ABORT = true;
				}
				quit_(code, new ExitStatus(code));
			};
			var exitJS = (status, implicit) => {
				EXITSTATUS = status;
				_proc_exit(status);
			};
			var _exit = exitJS;
			var maybeExit = () => {
				if (!keepRuntimeAlive()) try {
					_exit(EXITSTATUS);
				} catch (e) {
					handleException(e);
				}
			};
			var callUserCallback = (func) => {
				if (ABORT) return;
				try {
					return func();
				} catch (e) {
					handleException(e);
				} finally {
					maybeExit();
				}
			};
			var _emscripten_get_now = () => performance.now();
			var __setitimer_js = (which, timeout_ms) => {
				if (timers[which]) {
					clearTimeout(timers[which].id);
					delete timers[which];
				}
				if (!timeout_ms) return 0;
				timers[which] = {
					id: setTimeout(() => {
						delete timers[which];
						callUserCallback(() => __emscripten_timeout(which, _emscripten_get_now()));
					}, timeout_ms),
					timeout_ms
				};
				return 0;
			};
			var getHeapMax = () => 1073741824;
			var alignMemory = (size, alignment) => Math.ceil(size / alignment) * alignment;
			var growMemory = (size) => {
				var pages = (size - wasmMemory.buffer.byteLength + 65535) / 65536 | 0;
				try {
					wasmMemory.grow(pages);
					updateMemoryViews();
					return 1;
				} catch (e) {}
			};
			var _emscripten_resize_heap = (requestedSize) => {
				var oldSize = HEAPU8.length;
				requestedSize >>>= 0;
				var maxHeapSize = getHeapMax();
				if (requestedSize > maxHeapSize) return false;
				for (var cutDown = 1; cutDown <= 4; cutDown *= 2) {
					var overGrownHeapSize = oldSize * (1 + .2 / cutDown);
					overGrownHeapSize = Math.min(overGrownHeapSize, requestedSize + 100663296);
					if (growMemory(Math.min(maxHeapSize, alignMemory(Math.max(requestedSize, overGrownHeapSize), 65536)))) return true;
				}
				return false;
			};
			var PATH = {
				isAbs: (path) => path.charAt(0) === "/",
				splitPath: (filename) => {
					return /^(\/?|)([\s\S]*?)((?:\.{1,2}|[^\/]+?|)(\.[^.\/]*|))(?:[\/]*)$/.exec(filename).slice(1);
				},
				normalizeArray: (parts, allowAboveRoot) => {
					var up = 0;
					for (var i = parts.length - 1; i >= 0; i--) {
						var last = parts[i];
						if (last === ".") parts.splice(i, 1);
						else if (last === "..") {
							parts.splice(i, 1);
							up++;
						} else if (up) {
							parts.splice(i, 1);
							up--;
						}
					}
					if (allowAboveRoot) for (; up; up--) parts.unshift("..");
					return parts;
				},
				normalize: (path) => {
					var isAbsolute = PATH.isAbs(path), trailingSlash = path.slice(-1) === "/";
					path = PATH.normalizeArray(path.split("/").filter((p) => !!p), !isAbsolute).join("/");
					if (!path && !isAbsolute) path = ".";
					if (path && trailingSlash) path += "/";
					return (isAbsolute ? "/" : "") + path;
				},
				dirname: (path) => {
					var result = PATH.splitPath(path), root = result[0], dir = result[1];
					if (!root && !dir) return ".";
					if (dir) dir = dir.slice(0, -1);
					return root + dir;
				},
				basename: (path) => path && path.match(/([^\/]+|\/)\/*$/)[1],
				join: (...paths) => PATH.normalize(paths.join("/")),
				join2: (l, r) => PATH.normalize(l + "/" + r)
			};
			var initRandomFill = () => {
				if (ENVIRONMENT_IS_NODE) {
					var nodeCrypto = __require("node:crypto");
					return (view) => (nodeCrypto.randomFillSync(view), 0);
				}
				return (view) => (crypto.getRandomValues(view), 0);
			};
			var randomFill = (view) => (randomFill = initRandomFill())(view);
			var PATH_FS = {
				resolve: (...args) => {
					var resolvedPath = "", resolvedAbsolute = false;
					for (var i = args.length - 1; i >= -1 && !resolvedAbsolute; i--) {
						var path = i >= 0 ? args[i] : FS.cwd();
						if (typeof path != "string") throw new TypeError("Arguments to path.resolve must be strings");
						else if (!path) return "";
						resolvedPath = path + "/" + resolvedPath;
						resolvedAbsolute = PATH.isAbs(path);
					}
					resolvedPath = PATH.normalizeArray(resolvedPath.split("/").filter((p) => !!p), !resolvedAbsolute).join("/");
					return (resolvedAbsolute ? "/" : "") + resolvedPath || ".";
				},
				relative: (from, to) => {
					from = PATH_FS.resolve(from).slice(1);
					to = PATH_FS.resolve(to).slice(1);
					function trim(arr) {
						var start = 0;
						for (; start < arr.length; start++) if (arr[start] !== "") break;
						var end = arr.length - 1;
						for (; end >= 0; end--) if (arr[end] !== "") break;
						if (start > end) return [];
						return arr.slice(start, end - start + 1);
					}
					var fromParts = trim(from.split("/"));
					var toParts = trim(to.split("/"));
					var length = Math.min(fromParts.length, toParts.length);
					var samePartsLength = length;
					for (var i = 0; i < length; i++) if (fromParts[i] !== toParts[i]) {
						samePartsLength = i;
						break;
					}
					var outputParts = [];
					for (var i = samePartsLength; i < fromParts.length; i++) outputParts.push("..");
					outputParts = outputParts.concat(toParts.slice(samePartsLength));
					return outputParts.join("/");
				}
			};
			var FS_stdin_getChar_buffer = [];
			var lengthBytesUTF8 = (str) => {
				var len = 0;
				for (var i = 0; i < str.length; ++i) {
					var c = str.charCodeAt(i);
					if (c <= 127) len++;
					else if (c <= 2047) len += 2;
					else if (c >= 55296 && c <= 57343) {
						len += 4;
						++i;
					} else len += 3;
				}
				return len;
			};
			var stringToUTF8Array = (str, heap, outIdx, maxBytesToWrite) => {
				if (!(maxBytesToWrite > 0)) return 0;
				var startIdx = outIdx;
				var endIdx = outIdx + maxBytesToWrite - 1;
				for (var i = 0; i < str.length; ++i) {
					var u = str.codePointAt(i);
					if (u <= 127) {
						if (outIdx >= endIdx) break;
						heap[outIdx++] = u;
					} else if (u <= 2047) {
						if (outIdx + 1 >= endIdx) break;
						heap[outIdx++] = 192 | u >> 6;
						heap[outIdx++] = 128 | u & 63;
					} else if (u <= 65535) {
						if (outIdx + 2 >= endIdx) break;
						heap[outIdx++] = 224 | u >> 12;
						heap[outIdx++] = 128 | u >> 6 & 63;
						heap[outIdx++] = 128 | u & 63;
					} else {
						if (outIdx + 3 >= endIdx) break;
						heap[outIdx++] = 240 | u >> 18;
						heap[outIdx++] = 128 | u >> 12 & 63;
						heap[outIdx++] = 128 | u >> 6 & 63;
						heap[outIdx++] = 128 | u & 63;
						i++;
					}
				}
				heap[outIdx] = 0;
				return outIdx - startIdx;
			};
			var intArrayFromString = (stringy, dontAddNull, length) => {
				var len = length > 0 ? length : lengthBytesUTF8(stringy) + 1;
				var u8array = new Array(len);
				var numBytesWritten = stringToUTF8Array(stringy, u8array, 0, u8array.length);
				if (dontAddNull) u8array.length = numBytesWritten;
				return u8array;
			};
			var FS_stdin_getChar = () => {
				if (!FS_stdin_getChar_buffer.length) {
					var result = null;
					if (ENVIRONMENT_IS_NODE) {
						var BUFSIZE = 256;
						var buf = Buffer.alloc(BUFSIZE);
						var bytesRead = 0;
						var fd = process.stdin.fd;
						try {
							bytesRead = fs.readSync(fd, buf, 0, BUFSIZE);
						} catch (e) {
							if (e.toString().includes("EOF")) bytesRead = 0;
							else throw e;
						}
						if (bytesRead > 0) result = buf.slice(0, bytesRead).toString("utf-8");
					} else if (globalThis.window?.prompt) {
						result = window.prompt("Input: ");
						if (result !== null) result += "\n";
					}
					if (!result) return null;
					FS_stdin_getChar_buffer = intArrayFromString(result, true);
				}
				return FS_stdin_getChar_buffer.shift();
			};
			var TTY = {
				ttys: [],
				init() {},
				shutdown() {},
				register(dev, ops) {
					TTY.ttys[dev] = {
						input: [],
						output: [],
						ops
					};
					FS.registerDevice(dev, TTY.stream_ops);
				},
				stream_ops: {
					open(stream) {
						var tty = TTY.ttys[stream.node.rdev];
						if (!tty) throw new FS.ErrnoError(43);
						stream.tty = tty;
						stream.seekable = false;
					},
					close(stream) {
						stream.tty.ops.fsync(stream.tty);
					},
					fsync(stream) {
						stream.tty.ops.fsync(stream.tty);
					},
					read(stream, buffer, offset, length, pos) {
						if (!stream.tty || !stream.tty.ops.get_char) throw new FS.ErrnoError(60);
						var bytesRead = 0;
						for (var i = 0; i < length; i++) {
							var result;
							try {
								result = stream.tty.ops.get_char(stream.tty);
							} catch (e) {
								throw new FS.ErrnoError(29);
							}
							if (result === void 0 && bytesRead === 0) throw new FS.ErrnoError(6);
							if (result === null || result === void 0) break;
							bytesRead++;
							buffer[offset + i] = result;
						}
						if (bytesRead) stream.node.atime = Date.now();
						return bytesRead;
					},
					write(stream, buffer, offset, length, pos) {
						if (!stream.tty || !stream.tty.ops.put_char) throw new FS.ErrnoError(60);
						try {
							for (var i = 0; i < length; i++) stream.tty.ops.put_char(stream.tty, buffer[offset + i]);
						} catch (e) {
							throw new FS.ErrnoError(29);
						}
						if (length) stream.node.mtime = stream.node.ctime = Date.now();
						return i;
					}
				},
				default_tty_ops: {
					get_char(tty) {
						return FS_stdin_getChar();
					},
					put_char(tty, val) {
						if (val === null || val === 10) {
							out(UTF8ArrayToString(tty.output));
							tty.output = [];
						} else if (val != 0) tty.output.push(val);
					},
					fsync(tty) {
						if (tty.output?.length > 0) {
							out(UTF8ArrayToString(tty.output));
							tty.output = [];
						}
					},
					ioctl_tcgets(tty) {
						return {
							c_iflag: 25856,
							c_oflag: 5,
							c_cflag: 191,
							c_lflag: 35387,
							c_cc: [
								3,
								28,
								127,
								21,
								4,
								0,
								1,
								0,
								17,
								19,
								26,
								0,
								18,
								15,
								23,
								22,
								0,
								0,
								0,
								0,
								0,
								0,
								0,
								0,
								0,
								0,
								0,
								0,
								0,
								0,
								0,
								0
							]
						};
					},
					ioctl_tcsets(tty, optional_actions, data) {
						return 0;
					},
					ioctl_tiocgwinsz(tty) {
						return [24, 80];
					}
				},
				default_tty1_ops: {
					put_char(tty, val) {
						if (val === null || val === 10) {
							err(UTF8ArrayToString(tty.output));
							tty.output = [];
						} else if (val != 0) tty.output.push(val);
					},
					fsync(tty) {
						if (tty.output?.length > 0) {
							err(UTF8ArrayToString(tty.output));
							tty.output = [];
						}
					}
				}
			};
			var mmapAlloc = (size) => {
				abort();
			};
			var MEMFS = {
				ops_table: null,
				mount(mount) {
					return MEMFS.createNode(null, "/", 16895, 0);
				},
				createNode(parent, name, mode, dev) {
					if (FS.isBlkdev(mode) || FS.isFIFO(mode)) throw new FS.ErrnoError(63);
					MEMFS.ops_table ||= {
						dir: {
							node: {
								getattr: MEMFS.node_ops.getattr,
								setattr: MEMFS.node_ops.setattr,
								lookup: MEMFS.node_ops.lookup,
								mknod: MEMFS.node_ops.mknod,
								rename: MEMFS.node_ops.rename,
								unlink: MEMFS.node_ops.unlink,
								rmdir: MEMFS.node_ops.rmdir,
								readdir: MEMFS.node_ops.readdir,
								symlink: MEMFS.node_ops.symlink
							},
							stream: { llseek: MEMFS.stream_ops.llseek }
						},
						file: {
							node: {
								getattr: MEMFS.node_ops.getattr,
								setattr: MEMFS.node_ops.setattr
							},
							stream: {
								llseek: MEMFS.stream_ops.llseek,
								read: MEMFS.stream_ops.read,
								write: MEMFS.stream_ops.write,
								mmap: MEMFS.stream_ops.mmap,
								msync: MEMFS.stream_ops.msync
							}
						},
						link: {
							node: {
								getattr: MEMFS.node_ops.getattr,
								setattr: MEMFS.node_ops.setattr,
								readlink: MEMFS.node_ops.readlink
							},
							stream: {}
						},
						chrdev: {
							node: {
								getattr: MEMFS.node_ops.getattr,
								setattr: MEMFS.node_ops.setattr
							},
							stream: FS.chrdev_stream_ops
						}
					};
					var node = FS.createNode(parent, name, mode, dev);
					if (FS.isDir(node.mode)) {
						node.node_ops = MEMFS.ops_table.dir.node;
						node.stream_ops = MEMFS.ops_table.dir.stream;
						node.contents = {};
					} else if (FS.isFile(node.mode)) {
						node.node_ops = MEMFS.ops_table.file.node;
						node.stream_ops = MEMFS.ops_table.file.stream;
						node.usedBytes = 0;
						node.contents = MEMFS.emptyFileContents ??= /* @__PURE__ */ new Uint8Array(0);
					} else if (FS.isLink(node.mode)) {
						node.node_ops = MEMFS.ops_table.link.node;
						node.stream_ops = MEMFS.ops_table.link.stream;
					} else if (FS.isChrdev(node.mode)) {
						node.node_ops = MEMFS.ops_table.chrdev.node;
						node.stream_ops = MEMFS.ops_table.chrdev.stream;
					}
					node.atime = node.mtime = node.ctime = Date.now();
					if (parent) {
						parent.contents[name] = node;
						parent.atime = parent.mtime = parent.ctime = node.atime;
					}
					return node;
				},
				getFileDataAsTypedArray(node) {
					return node.contents.subarray(0, node.usedBytes);
				},
				expandFileStorage(node, newCapacity) {
					var prevCapacity = node.contents.length;
					if (prevCapacity >= newCapacity) return;
					newCapacity = Math.max(newCapacity, prevCapacity * (prevCapacity < 1048576 ? 2 : 1.125) >>> 0);
					if (prevCapacity) newCapacity = Math.max(newCapacity, 256);
					var oldContents = MEMFS.getFileDataAsTypedArray(node);
					node.contents = new Uint8Array(newCapacity);
					node.contents.set(oldContents);
				},
				resizeFileStorage(node, newSize) {
					if (node.usedBytes == newSize) return;
					var oldContents = node.contents;
					node.contents = new Uint8Array(newSize);
					node.contents.set(oldContents.subarray(0, Math.min(newSize, node.usedBytes)));
					node.usedBytes = newSize;
				},
				node_ops: {
					getattr(node) {
						var attr = {};
						attr.dev = FS.isChrdev(node.mode) ? node.id : 1;
						attr.ino = node.id;
						attr.mode = node.mode;
						attr.nlink = 1;
						attr.uid = 0;
						attr.gid = 0;
						attr.rdev = node.rdev;
						if (FS.isDir(node.mode)) attr.size = 4096;
						else if (FS.isFile(node.mode)) attr.size = node.usedBytes;
						else if (FS.isLink(node.mode)) attr.size = node.link.length;
						else attr.size = 0;
						attr.atime = new Date(node.atime);
						attr.mtime = new Date(node.mtime);
						attr.ctime = new Date(node.ctime);
						attr.blksize = 4096;
						attr.blocks = Math.ceil(attr.size / attr.blksize);
						return attr;
					},
					setattr(node, attr) {
						for (const key of [
							"mode",
							"atime",
							"mtime",
							"ctime"
						]) if (attr[key] != null) node[key] = attr[key];
						if (attr.size !== void 0) MEMFS.resizeFileStorage(node, attr.size);
					},
					lookup(parent, name) {
						if (!MEMFS.doesNotExistError) {
							MEMFS.doesNotExistError = new FS.ErrnoError(44);
							MEMFS.doesNotExistError.stack = "<generic error, no stack>";
						}
						throw MEMFS.doesNotExistError;
					},
					mknod(parent, name, mode, dev) {
						return MEMFS.createNode(parent, name, mode, dev);
					},
					rename(old_node, new_dir, new_name) {
						var new_node;
						try {
							new_node = FS.lookupNode(new_dir, new_name);
						} catch (e) {}
						if (new_node) {
							if (FS.isDir(old_node.mode)) for (var i in new_node.contents) throw new FS.ErrnoError(55);
							FS.hashRemoveNode(new_node);
						}
						delete old_node.parent.contents[old_node.name];
						new_dir.contents[new_name] = old_node;
						old_node.name = new_name;
						new_dir.ctime = new_dir.mtime = old_node.parent.ctime = old_node.parent.mtime = Date.now();
					},
					unlink(parent, name) {
						delete parent.contents[name];
						parent.ctime = parent.mtime = Date.now();
					},
					rmdir(parent, name) {
						for (var i in FS.lookupNode(parent, name).contents) throw new FS.ErrnoError(55);
						delete parent.contents[name];
						parent.ctime = parent.mtime = Date.now();
					},
					readdir(node) {
						return [
							".",
							"..",
							...Object.keys(node.contents)
						];
					},
					symlink(parent, newname, oldpath) {
						var node = MEMFS.createNode(parent, newname, 41471, 0);
						node.link = oldpath;
						return node;
					},
					readlink(node) {
						if (!FS.isLink(node.mode)) throw new FS.ErrnoError(28);
						return node.link;
					}
				},
				stream_ops: {
					read(stream, buffer, offset, length, position) {
						var contents = stream.node.contents;
						if (position >= stream.node.usedBytes) return 0;
						var size = Math.min(stream.node.usedBytes - position, length);
						buffer.set(contents.subarray(position, position + size), offset);
						return size;
					},
					write(stream, buffer, offset, length, position, canOwn) {
						if (buffer.buffer === HEAP8.buffer) canOwn = false;
						if (!length) return 0;
						var node = stream.node;
						node.mtime = node.ctime = Date.now();
						if (canOwn) {
							node.contents = buffer.subarray(offset, offset + length);
							node.usedBytes = length;
						} else if (node.usedBytes === 0 && position === 0) {
							node.contents = buffer.slice(offset, offset + length);
							node.usedBytes = length;
						} else {
							MEMFS.expandFileStorage(node, position + length);
							node.contents.set(buffer.subarray(offset, offset + length), position);
							node.usedBytes = Math.max(node.usedBytes, position + length);
						}
						return length;
					},
					llseek(stream, offset, whence) {
						var position = offset;
						if (whence === 1) position += stream.position;
						else if (whence === 2) {
							if (FS.isFile(stream.node.mode)) position += stream.node.usedBytes;
						}
						if (position < 0) throw new FS.ErrnoError(28);
						return position;
					},
					mmap(stream, length, position, prot, flags) {
						if (!FS.isFile(stream.node.mode)) throw new FS.ErrnoError(43);
						var ptr;
						var allocated;
						var contents = stream.node.contents;
						if (!(flags & 2) && contents.buffer === HEAP8.buffer) {
							allocated = false;
							ptr = contents.byteOffset;
						} else {
							allocated = true;
							ptr = mmapAlloc(length);
							if (!ptr) throw new FS.ErrnoError(48);
							if (contents) {
								if (position > 0 || position + length < contents.length) {
									if (contents.subarray) contents = contents.subarray(position, position + length);
									else contents = Array.prototype.slice.call(contents, position, position + length);
								}
								HEAP8.set(contents, ptr);
							}
						}
						return {
							ptr,
							allocated
						};
					},
					msync(stream, buffer, offset, length, mmapFlags) {
						MEMFS.stream_ops.write(stream, buffer, 0, length, offset, false);
						return 0;
					}
				}
			};
			var FS_modeStringToFlags = (str) => {
				if (typeof str != "string") return str;
				var flags = {
					r: 0,
					"r+": 2,
					w: 577,
					"w+": 578,
					a: 1089,
					"a+": 1090
				}[str];
				if (typeof flags == "undefined") throw new Error(`Unknown file open mode: ${str}`);
				return flags;
			};
			var FS_fileDataToTypedArray = (data) => {
				if (typeof data == "string") data = intArrayFromString(data, true);
				if (!data.subarray) data = new Uint8Array(data);
				return data;
			};
			var FS_getMode = (canRead, canWrite) => {
				var mode = 0;
				if (canRead) mode |= 365;
				if (canWrite) mode |= 146;
				return mode;
			};
			var asyncLoad = async (url) => {
				var arrayBuffer = await readAsync(url);
				return new Uint8Array(arrayBuffer);
			};
			var FS_createDataFile = (...args) => FS.createDataFile(...args);
			var getUniqueRunDependency = (id) => id;
			var dependenciesPromise = null;
			var resolveRunDependencies = async () => dependenciesPromise;
			var runDependencies = 0;
			var dependenciesPromiseResolve = null;
			var removeRunDependency = (id) => {
				runDependencies--;
				Module["monitorRunDependencies"]?.(runDependencies);
				if (!runDependencies) dependenciesPromiseResolve();
			};
			var addRunDependency = (id) => {
				if (!runDependencies) dependenciesPromise = new Promise((resolve) => dependenciesPromiseResolve = resolve);
				runDependencies++;
				Module["monitorRunDependencies"]?.(runDependencies);
			};
			var preloadPlugins = [];
			var FS_handledByPreloadPlugin = async (byteArray, fullname) => {
				if (typeof Browser != "undefined") Browser.init();
				for (var plugin of preloadPlugins) if (plugin["canHandle"](fullname)) return plugin["handle"](byteArray, fullname);
				return byteArray;
			};
			var FS_preloadFile = async (parent, name, url, canRead, canWrite, dontCreateFile, canOwn, preFinish) => {
				var fullname = name ? PATH_FS.resolve(PATH.join2(parent, name)) : parent;
				var dep = getUniqueRunDependency(`cp ${fullname}`);
				addRunDependency(dep);
				try {
					var byteArray = url;
					if (typeof url == "string") byteArray = await asyncLoad(url);
					byteArray = await FS_handledByPreloadPlugin(byteArray, fullname);
					preFinish?.();
					if (!dontCreateFile) FS_createDataFile(parent, name, byteArray, canRead, canWrite, canOwn);
				} finally {
					removeRunDependency(dep);
				}
			};
			var FS_createPreloadedFile = (parent, name, url, canRead, canWrite, onload, onerror, dontCreateFile, canOwn, preFinish) => {
				FS_preloadFile(parent, name, url, canRead, canWrite, dontCreateFile, canOwn, preFinish).then(onload).catch(onerror);
			};
			var FS = {
				root: null,
				mounts: [],
				devices: {},
				streams: [],
				nextInode: 1,
				nameTable: null,
				currentPath: "/",
				initialized: false,
				ignorePermissions: true,
				filesystems: null,
				syncFSRequests: 0,
				ErrnoError: class {
					name = "ErrnoError";
					constructor(errno) {
						this.errno = errno;
					}
				},
				FSStream: class {
					shared = {};
					get object() {
						return this.node;
					}
					set object(val) {
						this.node = val;
					}
					get isRead() {
						return (this.flags & 2097155) !== 1;
					}
					get isWrite() {
						return (this.flags & 2097155) !== 0;
					}
					get isAppend() {
						return this.flags & 1024;
					}
					get flags() {
						return this.shared.flags;
					}
					set flags(val) {
						this.shared.flags = val;
					}
					get position() {
						return this.shared.position;
					}
					set position(val) {
						this.shared.position = val;
					}
				},
				FSNode: class {
					node_ops = {};
					stream_ops = {};
					readMode = 365;
					writeMode = 146;
					mounted = null;
					constructor(parent, name, mode, rdev) {
						if (!parent) parent = this;
						this.parent = parent;
						this.mount = parent.mount;
						this.id = FS.nextInode++;
						this.name = name;
						this.mode = mode;
						this.rdev = rdev;
						this.atime = this.mtime = this.ctime = Date.now();
					}
					get read() {
						return (this.mode & this.readMode) === this.readMode;
					}
					set read(val) {
						val ? this.mode |= this.readMode : this.mode &= ~this.readMode;
					}
					get write() {
						return (this.mode & this.writeMode) === this.writeMode;
					}
					set write(val) {
						val ? this.mode |= this.writeMode : this.mode &= ~this.writeMode;
					}
					get isFolder() {
						return FS.isDir(this.mode);
					}
					get isDevice() {
						return FS.isChrdev(this.mode);
					}
					addListener(cb, exclusive = false) {
						var entry = {
							cb,
							exclusive
						};
						var listeners = this.listeners ??= /* @__PURE__ */ new Set();
						listeners.add(entry);
						return {
							listeners,
							entry
						};
					}
					notifyListeners(flags) {
						if (!this.listeners) return;
						var excl;
						for (var entry of this.listeners) if (entry.exclusive) (excl ||= []).push(entry);
						else entry.cb(flags);
						if (excl) {
							var i = (this.exclTurn || 0) % excl.length;
							this.exclTurn = i + 1;
							excl[i].cb(flags);
						}
					}
				},
				lookupPath(path, opts = {}) {
					if (!path) throw new FS.ErrnoError(44);
					opts.follow_mount ??= true;
					if (!PATH.isAbs(path)) path = FS.cwd() + "/" + path;
					linkloop: for (var nlinks = 0; nlinks < 40; nlinks++) {
						var parts = path.split("/").filter((p) => !!p);
						var current = FS.root;
						var current_path = "/";
						for (var i = 0; i < parts.length; i++) {
							var islast = i === parts.length - 1;
							if (islast && opts.parent) break;
							if (parts[i] === ".") continue;
							if (parts[i] === "..") {
								current_path = PATH.dirname(current_path);
								if (FS.isRoot(current)) {
									path = current_path + "/" + parts.slice(i + 1).join("/");
									nlinks--;
									continue linkloop;
								} else current = current.parent;
								continue;
							}
							current_path = PATH.join2(current_path, parts[i]);
							try {
								current = FS.lookupNode(current, parts[i]);
							} catch (e) {
								if (e?.errno === 44 && islast && opts.noent_okay) return { path: current_path };
								throw e;
							}
							if (FS.isMountpoint(current) && (!islast || opts.follow_mount)) current = current.mounted.root;
							if (FS.isLink(current.mode) && (!islast || opts.follow)) {
								if (!current.node_ops.readlink) throw new FS.ErrnoError(52);
								var link = current.node_ops.readlink(current);
								if (!PATH.isAbs(link)) link = PATH.dirname(current_path) + "/" + link;
								path = link + "/" + parts.slice(i + 1).join("/");
								continue linkloop;
							}
						}
						return {
							path: current_path,
							node: current
						};
					}
					throw new FS.ErrnoError(32);
				},
				getPath(node) {
					var path;
					while (true) {
						if (FS.isRoot(node)) {
							var mount = node.mount.mountpoint;
							if (!path) return mount;
							return mount[mount.length - 1] !== "/" ? `${mount}/${path}` : mount + path;
						}
						path = path ? `${node.name}/${path}` : node.name;
						node = node.parent;
					}
				},
				hashName(parentid, name) {
					var hash = 0;
					for (var i = 0; i < name.length; i++) hash = (hash << 5) - hash + name.charCodeAt(i) | 0;
					return (parentid + hash >>> 0) % FS.nameTable.length;
				},
				hashAddNode(node) {
					var hash = FS.hashName(node.parent.id, node.name);
					node.name_next = FS.nameTable[hash];
					FS.nameTable[hash] = node;
				},
				hashRemoveNode(node) {
					var hash = FS.hashName(node.parent.id, node.name);
					if (FS.nameTable[hash] === node) FS.nameTable[hash] = node.name_next;
					else {
						var current = FS.nameTable[hash];
						while (current) {
							if (current.name_next === node) {
								current.name_next = node.name_next;
								break;
							}
							current = current.name_next;
						}
					}
				},
				lookupNode(parent, name) {
					var errCode = FS.mayLookup(parent);
					if (errCode) throw new FS.ErrnoError(errCode);
					var hash = FS.hashName(parent.id, name);
					for (var node = FS.nameTable[hash]; node; node = node.name_next) {
						var nodeName = node.name;
						if (node.parent.id === parent.id && nodeName === name) return node;
					}
					return FS.lookup(parent, name);
				},
				createNode(parent, name, mode, rdev) {
					var node = new FS.FSNode(parent, name, mode, rdev);
					FS.hashAddNode(node);
					return node;
				},
				destroyNode(node) {
					FS.hashRemoveNode(node);
				},
				isRoot(node) {
					return node === node.parent;
				},
				isMountpoint(node) {
					return !!node.mounted;
				},
				isFile(mode) {
					return (mode & 61440) === 32768;
				},
				isDir(mode) {
					return (mode & 61440) === 16384;
				},
				isLink(mode) {
					return (mode & 61440) === 40960;
				},
				isChrdev(mode) {
					return (mode & 61440) === 8192;
				},
				isBlkdev(mode) {
					return (mode & 61440) === 24576;
				},
				isFIFO(mode) {
					return (mode & 61440) === 4096;
				},
				isSocket(mode) {
					return (mode & 49152) === 49152;
				},
				flagsToPermissionString(flag) {
					var perms = [
						"r",
						"w",
						"rw"
					][flag & 3];
					if (flag & 512) perms += "w";
					return perms;
				},
				nodePermissions(node, perms) {
					if (FS.ignorePermissions) return 0;
					if (perms.includes("r") && !(node.mode & 292)) return 2;
					if (perms.includes("w") && !(node.mode & 146)) return 2;
					if (perms.includes("x") && !(node.mode & 73)) return 2;
					return 0;
				},
				mayLookup(dir) {
					if (!FS.isDir(dir.mode)) return 54;
					var errCode = FS.nodePermissions(dir, "x");
					if (errCode) return errCode;
					if (!dir.node_ops.lookup) return 2;
					return 0;
				},
				mayCreate(dir, name) {
					if (!FS.isDir(dir.mode)) return 54;
					try {
						FS.lookupNode(dir, name);
						return 20;
					} catch (e) {}
					return FS.nodePermissions(dir, "wx");
				},
				mayDelete(dir, name, isdir) {
					var node;
					try {
						node = FS.lookupNode(dir, name);
					} catch (e) {
						return e.errno;
					}
					var errCode = FS.nodePermissions(dir, "wx");
					if (errCode) return errCode;
					if (isdir) {
						if (!FS.isDir(node.mode)) return 54;
						if (FS.isRoot(node) || FS.getPath(node) === FS.cwd()) return 10;
					} else if (FS.isDir(node.mode)) return 31;
					return 0;
				},
				mayOpen(node, flags) {
					if (!node) return 44;
					if (FS.isLink(node.mode)) return 32;
					var mode = FS.flagsToPermissionString(flags);
					if (FS.isDir(node.mode)) {
						if (mode !== "r" || flags & 576) return 31;
					}
					return FS.nodePermissions(node, mode);
				},
				checkOpExists(op, err) {
					if (!op) throw new FS.ErrnoError(err);
					return op;
				},
				MAX_OPEN_FDS: 4096,
				nextfd() {
					for (var fd = 0; fd <= FS.MAX_OPEN_FDS; fd++) if (!FS.streams[fd]) return fd;
					throw new FS.ErrnoError(33);
				},
				getStreamChecked(fd) {
					var stream = FS.getStream(fd);
					if (!stream) throw new FS.ErrnoError(8);
					return stream;
				},
				getStream: (fd) => FS.streams[fd],
				createStream(stream, fd = -1) {
					stream = Object.assign(new FS.FSStream(), stream);
					if (fd == -1) fd = FS.nextfd();
					stream.fd = fd;
					FS.streams[fd] = stream;
					return stream;
				},
				closeStream(fd) {
					FS.streams[fd] = null;
				},
				dupStream(origStream, fd = -1) {
					var stream = FS.createStream(origStream, fd);
					stream.stream_ops?.dup?.(stream);
					return stream;
				},
				doSetAttr(stream, node, attr) {
					var setattr = stream?.stream_ops.setattr;
					var arg = setattr ? stream : node;
					setattr ??= node.node_ops.setattr;
					FS.checkOpExists(setattr, 63);
					try {
						setattr(arg, attr);
					} catch (e) {
						if (e instanceof RangeError) throw new FS.ErrnoError(22);
						throw e;
					}
				},
				chrdev_stream_ops: {
					open(stream) {
						stream.stream_ops = FS.getDevice(stream.node.rdev).stream_ops;
						stream.stream_ops.open?.(stream);
					},
					llseek() {
						throw new FS.ErrnoError(70);
					}
				},
				major: (dev) => dev >> 8,
				minor: (dev) => dev & 255,
				makedev: (ma, mi) => ma << 8 | mi,
				registerDevice(dev, ops) {
					FS.devices[dev] = { stream_ops: ops };
				},
				getDevice: (dev) => FS.devices[dev],
				getMounts(mount) {
					var mounts = [];
					var check = [mount];
					while (check.length) {
						var m = check.pop();
						mounts.push(m);
						check.push(...m.mounts);
					}
					return mounts;
				},
				syncfs(populate, callback) {
					if (typeof populate == "function") {
						callback = populate;
						populate = false;
					}
					FS.syncFSRequests++;
					if (FS.syncFSRequests > 1) err(`warning: ${FS.syncFSRequests} FS.syncfs operations in flight at once, probably just doing extra work`);
					var mounts = FS.getMounts(FS.root.mount);
					var completed = 0;
					function doCallback(errCode) {
						FS.syncFSRequests--;
						return callback(errCode);
					}
					function done(errCode) {
						if (errCode) {
							if (!done.errored) {
								done.errored = true;
								return doCallback(errCode);
							}
							return;
						}
						if (++completed >= mounts.length) doCallback(null);
					}
					for (var mount of mounts) if (mount.type.syncfs) mount.type.syncfs(mount, populate, done);
					else done(null);
				},
				mount(type, opts, mountpoint) {
					var root = mountpoint === "/";
					var pseudo = !mountpoint;
					var node;
					if (root && FS.root) throw new FS.ErrnoError(10);
					else if (!root && !pseudo) {
						var lookup = FS.lookupPath(mountpoint, { follow_mount: false });
						mountpoint = lookup.path;
						node = lookup.node;
						if (FS.isMountpoint(node)) throw new FS.ErrnoError(10);
						if (!FS.isDir(node.mode)) throw new FS.ErrnoError(54);
					}
					var mount = {
						type,
						opts,
						mountpoint,
						mounts: []
					};
					var mountRoot = type.mount(mount);
					mountRoot.mount = mount;
					mount.root = mountRoot;
					if (root) FS.root = mountRoot;
					else if (node) {
						node.mounted = mount;
						if (node.mount) node.mount.mounts.push(mount);
					}
					return mountRoot;
				},
				unmount(mountpoint) {
					var lookup = FS.lookupPath(mountpoint, { follow_mount: false });
					if (!FS.isMountpoint(lookup.node)) throw new FS.ErrnoError(28);
					var node = lookup.node;
					var mount = node.mounted;
					var mounts = FS.getMounts(mount);
					for (var [hash, current] of Object.entries(FS.nameTable)) while (current) {
						var next = current.name_next;
						if (mounts.includes(current.mount)) FS.destroyNode(current);
						current = next;
					}
					node.mounted = null;
					var idx = node.mount.mounts.indexOf(mount);
					node.mount.mounts.splice(idx, 1);
				},
				lookup(parent, name) {
					return parent.node_ops.lookup(parent, name);
				},
				mknod(path, mode, dev) {
					var parent = FS.lookupPath(path, { parent: true }).node;
					var name = PATH.basename(path);
					if (!name) throw new FS.ErrnoError(28);
					if (name === "." || name === "..") throw new FS.ErrnoError(20);
					var errCode = FS.mayCreate(parent, name);
					if (errCode) throw new FS.ErrnoError(errCode);
					if (!parent.node_ops.mknod) throw new FS.ErrnoError(63);
					return parent.node_ops.mknod(parent, name, mode, dev);
				},
				statfs(path) {
					return FS.statfsNode(FS.lookupPath(path, { follow: true }).node);
				},
				statfsStream(stream) {
					return FS.statfsNode(stream.node);
				},
				statfsNode(node) {
					var rtn = {
						bsize: 4096,
						frsize: 4096,
						blocks: 1e6,
						bfree: 5e5,
						bavail: 5e5,
						files: FS.nextInode,
						ffree: FS.nextInode - 1,
						fsid: 42,
						flags: 2,
						namelen: 255
					};
					if (node.node_ops.statfs) Object.assign(rtn, node.node_ops.statfs(node.mount.opts.root));
					return rtn;
				},
				create(path, mode = 438) {
					mode &= 4095;
					mode |= 32768;
					return FS.mknod(path, mode, 0);
				},
				mkdir(path, mode = 511) {
					mode &= 1023;
					mode |= 16384;
					return FS.mknod(path, mode, 0);
				},
				mkdirTree(path, mode) {
					var dirs = path.split("/");
					var d = "";
					for (var dir of dirs) {
						if (!dir) continue;
						if (d || PATH.isAbs(path)) d += "/";
						d += dir;
						try {
							FS.mkdir(d, mode);
						} catch (e) {
							if (e.errno != 20) throw e;
						}
					}
				},
				mkdev(path, mode, dev) {
					if (typeof dev == "undefined") {
						dev = mode;
						mode = 438;
					}
					mode |= 8192;
					return FS.mknod(path, mode, dev);
				},
				symlink(oldpath, newpath) {
					if (!PATH_FS.resolve(oldpath)) throw new FS.ErrnoError(44);
					var parent = FS.lookupPath(newpath, { parent: true }).node;
					if (!parent) throw new FS.ErrnoError(44);
					var newname = PATH.basename(newpath);
					var errCode = FS.mayCreate(parent, newname);
					if (errCode) throw new FS.ErrnoError(errCode);
					if (!parent.node_ops.symlink) throw new FS.ErrnoError(63);
					return parent.node_ops.symlink(parent, newname, oldpath);
				},
				link(oldpath, newpath, flags) {
					var parent = FS.lookupPath(newpath, { parent: true }).node;
					if (!parent) throw new FS.ErrnoError(44);
					var newname = PATH.basename(newpath);
					var errCode = FS.mayCreate(parent, newname);
					if (errCode) throw new FS.ErrnoError(errCode);
					if (!parent.node_ops.link) throw new FS.ErrnoError(34);
					return parent.node_ops.link(parent, newname, oldpath, flags);
				},
				rename(old_path, new_path) {
					var old_dirname = PATH.dirname(old_path);
					var new_dirname = PATH.dirname(new_path);
					var old_name = PATH.basename(old_path);
					var new_name = PATH.basename(new_path);
					var lookup = FS.lookupPath(old_path, { parent: true }), old_dir = lookup.node, new_dir;
					lookup = FS.lookupPath(new_path, { parent: true });
					new_dir = lookup.node;
					if (!old_dir || !new_dir) throw new FS.ErrnoError(44);
					if (old_dir.mount !== new_dir.mount) throw new FS.ErrnoError(75);
					var old_node = FS.lookupNode(old_dir, old_name);
					var relative = PATH_FS.relative(old_path, new_dirname);
					if (relative.charAt(0) !== ".") throw new FS.ErrnoError(28);
					relative = PATH_FS.relative(new_path, old_dirname);
					if (relative.charAt(0) !== ".") throw new FS.ErrnoError(55);
					var new_node;
					try {
						new_node = FS.lookupNode(new_dir, new_name);
					} catch (e) {}
					if (old_node === new_node) return;
					var isdir = FS.isDir(old_node.mode);
					var errCode = FS.mayDelete(old_dir, old_name, isdir);
					if (errCode) throw new FS.ErrnoError(errCode);
					errCode = new_node ? FS.mayDelete(new_dir, new_name, isdir) : FS.mayCreate(new_dir, new_name);
					if (errCode) throw new FS.ErrnoError(errCode);
					if (!old_dir.node_ops.rename) throw new FS.ErrnoError(63);
					if (FS.isMountpoint(old_node) || new_node && FS.isMountpoint(new_node)) throw new FS.ErrnoError(10);
					if (new_dir !== old_dir) {
						errCode = FS.nodePermissions(old_dir, "w");
						if (errCode) throw new FS.ErrnoError(errCode);
					}
					FS.hashRemoveNode(old_node);
					try {
						old_dir.node_ops.rename(old_node, new_dir, new_name);
						old_node.parent = new_dir;
					} catch (e) {
						throw e;
					} finally {
						FS.hashAddNode(old_node);
					}
				},
				rmdir(path) {
					var parent = FS.lookupPath(path, { parent: true }).node;
					var name = PATH.basename(path);
					var node = FS.lookupNode(parent, name);
					var errCode = FS.mayDelete(parent, name, true);
					if (errCode) throw new FS.ErrnoError(errCode);
					if (!parent.node_ops.rmdir) throw new FS.ErrnoError(63);
					if (FS.isMountpoint(node)) throw new FS.ErrnoError(10);
					parent.node_ops.rmdir(parent, name);
					FS.destroyNode(node);
				},
				readdir(path) {
					var node = FS.lookupPath(path, { follow: true }).node;
					return FS.checkOpExists(node.node_ops.readdir, 54)(node);
				},
				unlink(path) {
					var parent = FS.lookupPath(path, { parent: true }).node;
					if (!parent) throw new FS.ErrnoError(44);
					var name = PATH.basename(path);
					var node = FS.lookupNode(parent, name);
					var errCode = FS.mayDelete(parent, name, false);
					if (errCode) throw new FS.ErrnoError(errCode);
					if (!parent.node_ops.unlink) throw new FS.ErrnoError(63);
					if (FS.isMountpoint(node)) throw new FS.ErrnoError(10);
					parent.node_ops.unlink(parent, name);
					FS.destroyNode(node);
				},
				readlink(path) {
					var link = FS.lookupPath(path).node;
					if (!link) throw new FS.ErrnoError(44);
					if (!link.node_ops.readlink) throw new FS.ErrnoError(28);
					return link.node_ops.readlink(link);
				},
				stat(path, dontFollow) {
					var node = FS.lookupPath(path, { follow: !dontFollow }).node;
					return FS.checkOpExists(node.node_ops.getattr, 63)(node);
				},
				fstat(fd) {
					var stream = FS.getStreamChecked(fd);
					var node = stream.node;
					var getattr = stream.stream_ops.getattr;
					var arg = getattr ? stream : node;
					getattr ??= node.node_ops.getattr;
					FS.checkOpExists(getattr, 63);
					return getattr(arg);
				},
				lstat(path) {
					return FS.stat(path, true);
				},
				doChmod(stream, node, mode, dontFollow) {
					FS.doSetAttr(stream, node, {
						mode: mode & 4095 | node.mode & -4096,
						ctime: Date.now(),
						dontFollow
					});
				},
				chmod(path, mode, dontFollow) {
					var node;
					if (typeof path == "string") node = FS.lookupPath(path, { follow: !dontFollow }).node;
					else node = path;
					FS.doChmod(null, node, mode, dontFollow);
				},
				lchmod(path, mode) {
					FS.chmod(path, mode, true);
				},
				fchmod(fd, mode) {
					var stream = FS.getStreamChecked(fd);
					FS.doChmod(stream, stream.node, mode, false);
				},
				doChown(stream, node, dontFollow) {
					FS.doSetAttr(stream, node, {
						timestamp: Date.now(),
						dontFollow
					});
				},
				chown(path, uid, gid, dontFollow) {
					var node;
					if (typeof path == "string") node = FS.lookupPath(path, { follow: !dontFollow }).node;
					else node = path;
					FS.doChown(null, node, dontFollow);
				},
				lchown(path, uid, gid) {
					FS.chown(path, uid, gid, true);
				},
				fchown(fd, uid, gid) {
					var stream = FS.getStreamChecked(fd);
					FS.doChown(stream, stream.node, false);
				},
				doTruncate(stream, node, len) {
					if (FS.isDir(node.mode)) throw new FS.ErrnoError(31);
					if (!FS.isFile(node.mode)) throw new FS.ErrnoError(28);
					var errCode = FS.nodePermissions(node, "w");
					if (errCode) throw new FS.ErrnoError(errCode);
					FS.doSetAttr(stream, node, {
						size: len,
						timestamp: Date.now()
					});
				},
				truncate(path, len) {
					if (len < 0) throw new FS.ErrnoError(28);
					var node;
					if (typeof path == "string") node = FS.lookupPath(path, { follow: true }).node;
					else node = path;
					FS.doTruncate(null, node, len);
				},
				ftruncate(fd, len) {
					var stream = FS.getStreamChecked(fd);
					if (len < 0 || (stream.flags & 2097155) === 0) throw new FS.ErrnoError(28);
					FS.doTruncate(stream, stream.node, len);
				},
				utime(path, atime, mtime, dontFollow) {
					var lookup = FS.lookupPath(path, { follow: !dontFollow });
					FS.doSetAttr(null, lookup.node, {
						atime,
						mtime,
						dontFollow
					});
				},
				open(path, flags, mode = 438) {
					if (path === "") throw new FS.ErrnoError(44);
					flags = FS_modeStringToFlags(flags);
					if (flags & 64) mode = mode & 4095 | 32768;
					else mode = 0;
					var node;
					var isDirPath;
					if (typeof path == "object") node = path;
					else {
						isDirPath = path.endsWith("/");
						var lookup = FS.lookupPath(path, {
							follow: !(flags & 131072),
							noent_okay: true
						});
						node = lookup.node;
						path = lookup.path;
					}
					var created = false;
					if (flags & 64) {
						if (node) {
							if (flags & 128) throw new FS.ErrnoError(20);
						} else if (isDirPath) throw new FS.ErrnoError(31);
						else {
							node = FS.mknod(path, mode | 511, 0);
							created = true;
						}
					}
					if (!node) throw new FS.ErrnoError(44);
					if (FS.isChrdev(node.mode)) flags &= -513;
					if (flags & 65536 && !FS.isDir(node.mode)) throw new FS.ErrnoError(54);
					if (!created) {
						var errCode = FS.mayOpen(node, flags);
						if (errCode) throw new FS.ErrnoError(errCode);
					}
					if (flags & 512 && !created) FS.truncate(node, 0);
					flags &= -131713;
					var stream = FS.createStream({
						node,
						path: FS.getPath(node),
						flags,
						seekable: true,
						position: 0,
						stream_ops: node.stream_ops,
						ungotten: [],
						error: false
					});
					if (stream.stream_ops.open) stream.stream_ops.open(stream);
					if (created) FS.chmod(node, mode & 511);
					return stream;
				},
				close(stream) {
					if (FS.isClosed(stream)) throw new FS.ErrnoError(8);
					if (stream.getdents) stream.getdents = null;
					stream.node?.notifyListeners(32);
					try {
						if (stream.stream_ops.close) stream.stream_ops.close(stream);
					} catch (e) {
						throw e;
					} finally {
						FS.closeStream(stream.fd);
					}
					stream.fd = null;
				},
				isClosed(stream) {
					return stream.fd === null;
				},
				llseek(stream, offset, whence) {
					if (FS.isClosed(stream)) throw new FS.ErrnoError(8);
					if (!stream.seekable || !stream.stream_ops.llseek) throw new FS.ErrnoError(70);
					if (whence != 0 && whence != 1 && whence != 2) throw new FS.ErrnoError(28);
					stream.position = stream.stream_ops.llseek(stream, offset, whence);
					stream.ungotten = [];
					return stream.position;
				},
				read(stream, buffer, offset, length, position) {
					if (length < 0 || position < 0) throw new FS.ErrnoError(28);
					if (FS.isClosed(stream)) throw new FS.ErrnoError(8);
					if ((stream.flags & 2097155) === 1) throw new FS.ErrnoError(8);
					if (FS.isDir(stream.node.mode)) throw new FS.ErrnoError(31);
					if (!stream.stream_ops.read) throw new FS.ErrnoError(28);
					var seeking = typeof position != "undefined";
					if (!seeking) position = stream.position;
					else if (!stream.seekable) throw new FS.ErrnoError(70);
					var bytesRead = stream.stream_ops.read(stream, buffer, offset, length, position);
					if (!seeking) stream.position += bytesRead;
					return bytesRead;
				},
				write(stream, buffer, offset, length, position, canOwn) {
					if (length < 0 || position < 0) throw new FS.ErrnoError(28);
					if (FS.isClosed(stream)) throw new FS.ErrnoError(8);
					if ((stream.flags & 2097155) === 0) throw new FS.ErrnoError(8);
					if (FS.isDir(stream.node.mode)) throw new FS.ErrnoError(31);
					if (!stream.stream_ops.write) throw new FS.ErrnoError(28);
					if (stream.seekable && stream.flags & 1024) FS.llseek(stream, 0, 2);
					var seeking = typeof position != "undefined";
					if (!seeking) position = stream.position;
					else if (!stream.seekable) throw new FS.ErrnoError(70);
					var bytesWritten = stream.stream_ops.write(stream, buffer, offset, length, position, canOwn);
					if (!seeking) stream.position += bytesWritten;
					return bytesWritten;
				},
				mmap(stream, length, position, prot, flags) {
					if ((prot & 2) !== 0 && (flags & 2) === 0 && (stream.flags & 2097155) !== 2) throw new FS.ErrnoError(2);
					if ((stream.flags & 2097155) === 1) throw new FS.ErrnoError(2);
					if (!stream.stream_ops.mmap) throw new FS.ErrnoError(43);
					if (!length) throw new FS.ErrnoError(28);
					return stream.stream_ops.mmap(stream, length, position, prot, flags);
				},
				msync(stream, buffer, offset, length, mmapFlags) {
					if (!stream.stream_ops.msync) return 0;
					return stream.stream_ops.msync(stream, buffer, offset, length, mmapFlags);
				},
				ioctl(stream, cmd, arg) {
					if (!stream.stream_ops.ioctl) throw new FS.ErrnoError(59);
					return stream.stream_ops.ioctl(stream, cmd, arg);
				},
				readFile(path, opts = {}) {
					opts.flags = opts.flags ?? 0;
					opts.encoding = opts.encoding ?? "binary";
					if (opts.encoding !== "utf8" && opts.encoding !== "binary") abort(`Invalid encoding type "${opts.encoding}"`);
					var stream = FS.open(path, opts.flags);
					var length = FS.stat(path).size;
					var buf = new Uint8Array(length);
					FS.read(stream, buf, 0, length, 0);
					if (opts.encoding === "utf8") buf = UTF8ArrayToString(buf);
					FS.close(stream);
					return buf;
				},
				writeFile(path, data, opts = {}) {
					opts.flags = opts.flags ?? 577;
					var stream = FS.open(path, opts.flags, opts.mode);
					data = FS_fileDataToTypedArray(data);
					FS.write(stream, data, 0, data.byteLength, void 0, opts.canOwn);
					FS.close(stream);
				},
				cwd: () => FS.currentPath,
				chdir(path) {
					var lookup = FS.lookupPath(path, { follow: true });
					if (lookup.node === null) throw new FS.ErrnoError(44);
					if (!FS.isDir(lookup.node.mode)) throw new FS.ErrnoError(54);
					var errCode = FS.nodePermissions(lookup.node, "x");
					if (errCode) throw new FS.ErrnoError(errCode);
					FS.currentPath = lookup.path;
				},
				createDefaultDirectories() {
					FS.mkdir("/tmp");
					FS.mkdir("/home");
					FS.mkdir("/home/web_user");
				},
				createDefaultDevices() {
					FS.mkdir("/dev");
					FS.registerDevice(FS.makedev(1, 3), {
						read: () => 0,
						write: (stream, buffer, offset, length, pos) => length,
						llseek: () => 0
					});
					FS.mkdev("/dev/null", FS.makedev(1, 3));
					TTY.register(FS.makedev(5, 0), TTY.default_tty_ops);
					TTY.register(FS.makedev(6, 0), TTY.default_tty1_ops);
					FS.mkdev("/dev/tty", FS.makedev(5, 0));
					FS.mkdev("/dev/tty1", FS.makedev(6, 0));
					var randomBuffer = /* @__PURE__ */ new Uint8Array(1024), randomLeft = 0;
					var randomByte = () => {
						if (randomLeft === 0) {
							randomFill(randomBuffer);
							randomLeft = randomBuffer.byteLength;
						}
						return randomBuffer[--randomLeft];
					};
					FS.createDevice("/dev", "random", randomByte);
					FS.createDevice("/dev", "urandom", randomByte);
					FS.mkdir("/dev/shm");
					FS.mkdir("/dev/shm/tmp");
				},
				createSpecialDirectories() {
					FS.mkdir("/proc");
					var proc_self = FS.mkdir("/proc/self");
					FS.mkdir("/proc/self/fd");
					FS.mount({ mount() {
						var node = FS.createNode(proc_self, "fd", 16895, 73);
						node.stream_ops = { llseek: MEMFS.stream_ops.llseek };
						node.node_ops = {
							lookup(parent, name) {
								var fd = +name;
								var stream = FS.getStreamChecked(fd);
								var ret = {
									parent: null,
									mount: { mountpoint: "fake" },
									node_ops: { readlink: () => stream.path },
									id: fd + 1
								};
								ret.parent = ret;
								return ret;
							},
							readdir() {
								return Array.from(FS.streams.entries()).filter(([k, v]) => v).map(([k, v]) => k.toString());
							}
						};
						return node;
					} }, {}, "/proc/self/fd");
				},
				createStandardStreams(input, output, error) {
					if (input) FS.createDevice("/dev", "stdin", input);
					else FS.symlink("/dev/tty", "/dev/stdin");
					if (output) FS.createDevice("/dev", "stdout", null, output);
					else FS.symlink("/dev/tty", "/dev/stdout");
					if (error) FS.createDevice("/dev", "stderr", null, error);
					else FS.symlink("/dev/tty1", "/dev/stderr");
					FS.open("/dev/stdin", 0);
					FS.open("/dev/stdout", 1);
					FS.open("/dev/stderr", 1);
				},
				staticInit() {
					FS.nameTable = new Array(4096);
					FS.mount(MEMFS, {}, "/");
					FS.createDefaultDirectories();
					FS.createDefaultDevices();
					FS.createSpecialDirectories();
					FS.filesystems = { MEMFS };
				},
				init(input, output, error) {
					FS.initialized = true;
					input ??= Module["stdin"];
					output ??= Module["stdout"];
					error ??= Module["stderr"];
					FS.createStandardStreams(input, output, error);
				},
				quit() {
					FS.initialized = false;
					for (var stream of FS.streams) if (stream) FS.close(stream);
				},
				findObject(path, dontResolveLastLink) {
					var ret = FS.analyzePath(path, dontResolveLastLink);
					if (!ret.exists) return null;
					return ret.object;
				},
				analyzePath(path, dontResolveLastLink) {
					try {
						var lookup = FS.lookupPath(path, { follow: !dontResolveLastLink });
						path = lookup.path;
					} catch (e) {}
					var ret = {
						isRoot: false,
						exists: false,
						error: 0,
						name: null,
						path: null,
						object: null,
						parentExists: false,
						parentPath: null,
						parentObject: null
					};
					try {
						var lookup = FS.lookupPath(path, { parent: true });
						ret.parentExists = true;
						ret.parentPath = lookup.path;
						ret.parentObject = lookup.node;
						ret.name = PATH.basename(path);
						lookup = FS.lookupPath(path, { follow: !dontResolveLastLink });
						ret.exists = true;
						ret.path = lookup.path;
						ret.object = lookup.node;
						ret.name = lookup.node.name;
						ret.isRoot = lookup.path === "/";
					} catch (e) {
						ret.error = e.errno;
					}
					return ret;
				},
				createPath(parent, path, canRead, canWrite) {
					parent = typeof parent == "string" ? parent : FS.getPath(parent);
					var parts = path.split("/").reverse();
					while (parts.length) {
						var part = parts.pop();
						if (!part) continue;
						var current = PATH.join2(parent, part);
						try {
							FS.mkdir(current);
						} catch (e) {
							if (e.errno != 20) throw e;
						}
						parent = current;
					}
					return current;
				},
				createFile(parent, name, properties, canRead, canWrite) {
					var path = PATH.join2(typeof parent == "string" ? parent : FS.getPath(parent), name);
					var mode = FS_getMode(canRead, canWrite);
					return FS.create(path, mode);
				},
				createDataFile(parent, name, data, canRead, canWrite, canOwn) {
					var path = name;
					if (parent) {
						parent = typeof parent == "string" ? parent : FS.getPath(parent);
						path = name ? PATH.join2(parent, name) : parent;
					}
					var mode = FS_getMode(canRead, canWrite);
					var node = FS.create(path, mode);
					if (data) {
						data = FS_fileDataToTypedArray(data);
						FS.chmod(node, mode | 146);
						var stream = FS.open(node, 577);
						FS.write(stream, data, 0, data.length, 0, canOwn);
						FS.close(stream);
						FS.chmod(node, mode);
					}
				},
				createDevice(parent, name, input, output) {
					var path = PATH.join2(typeof parent == "string" ? parent : FS.getPath(parent), name);
					var mode = FS_getMode(!!input, !!output);
					FS.createDevice.major ??= 64;
					var dev = FS.makedev(FS.createDevice.major++, 0);
					FS.registerDevice(dev, {
						open(stream) {
							stream.seekable = false;
						},
						close(stream) {
							if (output?.buffer?.length) output(10);
						},
						read(stream, buffer, offset, length, pos) {
							var bytesRead = 0;
							for (var i = 0; i < length; i++) {
								var result;
								try {
									result = input();
								} catch (e) {
									throw new FS.ErrnoError(29);
								}
								if (result === void 0 && bytesRead === 0) throw new FS.ErrnoError(6);
								if (result === null || result === void 0) break;
								bytesRead++;
								buffer[offset + i] = result;
							}
							if (bytesRead) stream.node.atime = Date.now();
							return bytesRead;
						},
						write(stream, buffer, offset, length, pos) {
							for (var i = 0; i < length; i++) try {
								output(buffer[offset + i]);
							} catch (e) {
								throw new FS.ErrnoError(29);
							}
							if (length) stream.node.mtime = stream.node.ctime = Date.now();
							return i;
						}
					});
					return FS.mkdev(path, mode, dev);
				},
				forceLoadFile(obj) {
					if (obj.isDevice || obj.isFolder || obj.link || obj.contents) return true;
					if (globalThis.XMLHttpRequest) abort("Lazy loading should have been performed (contents set) in createLazyFile, but it was not. Lazy loading only works in web workers. Use --embed-file or --preload-file in emcc on the main thread.");
					else try {
						obj.contents = readBinary(obj.url);
					} catch (e) {
						throw new FS.ErrnoError(29);
					}
				},
				createLazyFile(parent, name, url, canRead, canWrite) {
					class LazyUint8Array {
						lengthKnown = false;
						chunks = [];
						get(idx) {
							if (idx > this.length - 1 || idx < 0) return;
							var chunkOffset = idx % this.chunkSize;
							var chunkNum = idx / this.chunkSize | 0;
							return this.getter(chunkNum)[chunkOffset];
						}
						setDataGetter(getter) {
							this.getter = getter;
						}
						cacheLength() {
							var xhr = new XMLHttpRequest();
							xhr.open("HEAD", url, false);
							xhr.send(null);
							if (!(xhr.status >= 200 && xhr.status < 300 || xhr.status === 304)) abort("Couldn't load " + url + ". Status: " + xhr.status);
							var datalength = Number(xhr.getResponseHeader("Content-length"));
							var header;
							var hasByteServing = (header = xhr.getResponseHeader("Accept-Ranges")) && header === "bytes";
							var usesGzip = (header = xhr.getResponseHeader("Content-Encoding")) && header === "gzip";
							var chunkSize = 1048576;
							if (!hasByteServing) chunkSize = datalength;
							var doXHR = (from, to) => {
								if (from > to) abort(`invalid range (${from}, ${to}) or no bytes requested!`);
								if (to > datalength - 1) abort(`only ${datalength} bytes available! programmer error!`);
								var xhr = new XMLHttpRequest();
								xhr.open("GET", url, false);
								if (datalength !== chunkSize) xhr.setRequestHeader("Range", "bytes=" + from + "-" + to);
								xhr.responseType = "arraybuffer";
								if (xhr.overrideMimeType) xhr.overrideMimeType("text/plain; charset=x-user-defined");
								xhr.send(null);
								if (!(xhr.status >= 200 && xhr.status < 300 || xhr.status === 304)) abort("Couldn't load " + url + ". Status: " + xhr.status);
								if (xhr.response !== void 0) return new Uint8Array(xhr.response || []);
								return intArrayFromString(xhr.responseText ?? "", true);
							};
							var lazyArray = this;
							lazyArray.setDataGetter((chunkNum) => {
								var start = chunkNum * chunkSize;
								var end = (chunkNum + 1) * chunkSize - 1;
								end = Math.min(end, datalength - 1);
								if (typeof lazyArray.chunks[chunkNum] == "undefined") lazyArray.chunks[chunkNum] = doXHR(start, end);
								if (typeof lazyArray.chunks[chunkNum] == "undefined") abort("doXHR failed!");
								return lazyArray.chunks[chunkNum];
							});
							if (usesGzip || !datalength) {
								chunkSize = datalength = 1;
								datalength = this.getter(0).length;
								chunkSize = datalength;
								out("LazyFiles on gzip forces download of the whole file when length is accessed");
							}
							this._length = datalength;
							this._chunkSize = chunkSize;
							this.lengthKnown = true;
						}
						get length() {
							if (!this.lengthKnown) this.cacheLength();
							return this._length;
						}
						get chunkSize() {
							if (!this.lengthKnown) this.cacheLength();
							return this._chunkSize;
						}
					}
					if (globalThis.XMLHttpRequest) {
						if (!ENVIRONMENT_IS_WORKER) abort("Cannot do synchronous binary XHRs outside webworkers in modern browsers. Use --embed-file or --preload-file in emcc");
						var properties = {
							isDevice: false,
							contents: new LazyUint8Array()
						};
					} else var properties = {
						isDevice: false,
						url
					};
					var node = FS.createFile(parent, name, properties, canRead, canWrite);
					if (properties.contents) node.contents = properties.contents;
					else if (properties.url) {
						node.contents = null;
						node.url = properties.url;
					}
					Object.defineProperties(node, { usedBytes: { get: function() {
						return this.contents.length;
					} } });
					var stream_ops = {};
					for (const [key, fn] of Object.entries(node.stream_ops)) stream_ops[key] = (...args) => {
						FS.forceLoadFile(node);
						return fn(...args);
					};
					function writeChunks(stream, buffer, offset, length, position) {
						var contents = stream.node.contents;
						if (position >= contents.length) return 0;
						var size = Math.min(contents.length - position, length);
						if (contents.slice) for (var i = 0; i < size; i++) buffer[offset + i] = contents[position + i];
						else for (var i = 0; i < size; i++) buffer[offset + i] = contents.get(position + i);
						return size;
					}
					stream_ops.read = (stream, buffer, offset, length, position) => {
						FS.forceLoadFile(node);
						return writeChunks(stream, buffer, offset, length, position);
					};
					stream_ops.mmap = (stream, length, position, prot, flags) => {
						FS.forceLoadFile(node);
						var ptr = mmapAlloc(length);
						if (!ptr) throw new FS.ErrnoError(48);
						writeChunks(stream, HEAP8, ptr, length, position);
						return {
							ptr,
							allocated: true
						};
					};
					node.stream_ops = stream_ops;
					return node;
				}
			};
			var SYSCALLS = {
				currentUmask: 18,
				calculateAt(dirfd, path, allowEmpty) {
					if (PATH.isAbs(path)) return path;
					var dir;
					if (dirfd === -100) dir = FS.cwd();
					else dir = SYSCALLS.getStreamFromFD(dirfd).path;
					if (path.length == 0) {
						if (!allowEmpty) throw new FS.ErrnoError(44);
						return dir;
					}
					return dir + "/" + path;
				},
				writeStat(buf, stat) {
					HEAPU32[buf >> 2] = stat.dev;
					HEAPU32[buf + 4 >> 2] = stat.mode;
					HEAPU32[buf + 8 >> 2] = stat.nlink;
					HEAPU32[buf + 12 >> 2] = stat.uid;
					HEAPU32[buf + 16 >> 2] = stat.gid;
					HEAPU32[buf + 20 >> 2] = stat.rdev;
					HEAP64[buf + 24 >> 3] = BigInt(stat.size);
					HEAP32[buf + 32 >> 2] = 4096;
					HEAP32[buf + 36 >> 2] = stat.blocks;
					var atime = stat.atime.getTime();
					var mtime = stat.mtime.getTime();
					var ctime = stat.ctime.getTime();
					HEAP64[buf + 40 >> 3] = BigInt(Math.floor(atime / 1e3));
					HEAPU32[buf + 48 >> 2] = atime % 1e3 * 1e3 * 1e3;
					HEAP64[buf + 56 >> 3] = BigInt(Math.floor(mtime / 1e3));
					HEAPU32[buf + 64 >> 2] = mtime % 1e3 * 1e3 * 1e3;
					HEAP64[buf + 72 >> 3] = BigInt(Math.floor(ctime / 1e3));
					HEAPU32[buf + 80 >> 2] = ctime % 1e3 * 1e3 * 1e3;
					HEAP64[buf + 88 >> 3] = BigInt(stat.ino);
					return 0;
				},
				writeStatFs(buf, stats) {
					HEAPU32[buf + 4 >> 2] = stats.bsize;
					HEAPU32[buf + 60 >> 2] = stats.bsize;
					HEAP64[buf + 8 >> 3] = BigInt(stats.blocks);
					HEAP64[buf + 16 >> 3] = BigInt(stats.bfree);
					HEAP64[buf + 24 >> 3] = BigInt(stats.bavail);
					HEAP64[buf + 32 >> 3] = BigInt(stats.files);
					HEAP64[buf + 40 >> 3] = BigInt(stats.ffree);
					HEAPU32[buf + 48 >> 2] = stats.fsid;
					HEAPU32[buf + 64 >> 2] = stats.flags;
					HEAPU32[buf + 56 >> 2] = stats.namelen;
				},
				doMsync(addr, stream, len, flags, offset) {
					if (!FS.isFile(stream.node.mode)) throw new FS.ErrnoError(43);
					if (flags & 2) return 0;
					var buffer = HEAPU8.subarray(addr, addr + len);
					FS.msync(stream, buffer, offset, len, flags);
				},
				getStreamFromFD(fd) {
					return FS.getStreamChecked(fd);
				},
				varargs: void 0,
				getStr(ptr) {
					return UTF8ToString(ptr);
				}
			};
			function _fd_close(fd) {
				try {
					var stream = SYSCALLS.getStreamFromFD(fd);
					FS.close(stream);
					return 0;
				} catch (e) {
					if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
					return e.errno;
				}
			}
			var doReadv = (stream, iov, iovcnt, offset) => {
				var ret = 0;
				for (var i = 0; i < iovcnt; i++) {
					var ptr = HEAPU32[iov >> 2];
					var len = HEAPU32[iov + 4 >> 2];
					iov += 8;
					try {
						var curr = FS.read(stream, HEAP8, ptr, len, offset);
					} catch (e) {
						if (ret > 0 && e instanceof FS.ErrnoError && (e.errno == 6 || e.errno == 6)) break;
						throw e;
					}
					if (curr < 0) return -1;
					ret += curr;
					if (curr < len) break;
					if (typeof offset != "undefined") offset += curr;
				}
				return ret;
			};
			function _fd_read(fd, iov, iovcnt, pnum) {
				try {
					var num = doReadv(SYSCALLS.getStreamFromFD(fd), iov, iovcnt);
					HEAPU32[pnum >> 2] = num;
					return 0;
				} catch (e) {
					if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
					return e.errno;
				}
			}
			var INT53_MAX = 9007199254740992;
			var INT53_MIN = -9007199254740992;
			var bigintToI53Checked = (num) => num < INT53_MIN || num > INT53_MAX ? NaN : Number(num);
			function _fd_seek(fd, offset, whence, newOffset) {
				offset = bigintToI53Checked(offset);
				try {
					if (isNaN(offset)) return 22;
					var stream = SYSCALLS.getStreamFromFD(fd);
					FS.llseek(stream, offset, whence);
					HEAP64[newOffset >> 3] = BigInt(stream.position);
					if (stream.getdents && offset === 0 && whence === 0) stream.getdents = null;
					return 0;
				} catch (e) {
					if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
					return e.errno;
				}
			}
			var doWritev = (stream, iov, iovcnt, offset) => {
				if (iovcnt == 1) return FS.write(stream, HEAP8, HEAPU32[iov >> 2], HEAPU32[iov + 4 >> 2], offset);
				var total = 0;
				for (var i = 0, p = iov; i < iovcnt; i++, p += 8) total += HEAPU32[p + 4 >> 2];
				var view = new Uint8Array(total);
				var voff = 0;
				for (var i = 0; i < iovcnt; i++, iov += 8) {
					var ptr = HEAPU32[iov >> 2];
					var len = HEAPU32[iov + 4 >> 2];
					view.set(HEAPU8.subarray(ptr, ptr + len), voff);
					voff += len;
				}
				return FS.write(stream, view, 0, total, offset);
			};
			function _fd_write(fd, iov, iovcnt, pnum) {
				try {
					var num = doWritev(SYSCALLS.getStreamFromFD(fd), iov, iovcnt);
					HEAPU32[pnum >> 2] = num;
					return 0;
				} catch (e) {
					if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
					return e.errno;
				}
			}
			var wasmTableMirror = [];
			var getWasmTableEntry = (funcPtr) => {
				var func = wasmTableMirror[funcPtr];
				if (!func) wasmTableMirror[funcPtr] = func = wasmTable.get(funcPtr);
				return func;
			};
			var stringToUTF8 = (str, outPtr, maxBytesToWrite) => stringToUTF8Array(str, HEAPU8, outPtr, maxBytesToWrite);
			FS.createPreloadedFile = FS_createPreloadedFile;
			FS.preloadFile = FS_preloadFile;
			FS.staticInit();
			if (Module["noExitRuntime"]) noExitRuntime = Module["noExitRuntime"];
			if (Module["print"]) out = Module["print"];
			if (Module["printErr"]) err = Module["printErr"];
			if (Module["arguments"]) Module["arguments"];
			if (Module["thisProgram"]) Module["thisProgram"];
			var preInit = Module["preInit"];
			if (preInit) {
				if (typeof preInit == "function") Module["preInit"] = preInit = [preInit];
				while (preInit.length > 0) preInit.shift()();
			}
			Module["getValue"] = getValue;
			Module["UTF8ToString"] = UTF8ToString;
			Module["stringToUTF8"] = stringToUTF8;
			Module["lengthBytesUTF8"] = lengthBytesUTF8;
			var __emscripten_timeout, _setThrew, __emscripten_stack_restore, _emscripten_stack_get_current, wasmMemory, wasmTable;
			function assignWasmExports(wasmExports) {
				Module["_wasm_parse_query"] = wasmExports["B"];
				Module["_malloc"] = wasmExports["C"];
				Module["_free"] = wasmExports["E"];
				Module["_wasm_parse_query_raw"] = wasmExports["F"];
				Module["_wasm_free_parse_result"] = wasmExports["G"];
				Module["_wasm_parse_plpgsql"] = wasmExports["H"];
				Module["_wasm_fingerprint"] = wasmExports["I"];
				Module["_wasm_normalize_query"] = wasmExports["J"];
				Module["_wasm_parse_query_detailed"] = wasmExports["K"];
				Module["_wasm_free_detailed_result"] = wasmExports["L"];
				Module["_wasm_scan"] = wasmExports["M"];
				Module["_wasm_free_string"] = wasmExports["N"];
				__emscripten_timeout = wasmExports["O"];
				_setThrew = wasmExports["P"];
				__emscripten_stack_restore = wasmExports["Q"];
				_emscripten_stack_get_current = wasmExports["R"];
				wasmMemory = wasmExports["z"];
				wasmTable = wasmExports["D"];
			}
			var wasmImports = {
				c: ___assert_fail,
				x: __abort_js,
				w: __emscripten_runtime_keepalive_clear,
				p: __emscripten_throw_longjmp,
				o: __setitimer_js,
				q: _emscripten_resize_heap,
				m: _exit,
				u: _fd_close,
				r: _fd_read,
				s: _fd_seek,
				t: _fd_write,
				g: invoke_i,
				b: invoke_ii,
				a: invoke_iii,
				d: invoke_iiii,
				k: invoke_iiiii,
				l: invoke_ji,
				e: invoke_v,
				f: invoke_vi,
				h: invoke_vii,
				j: invoke_viii,
				i: invoke_viiii,
				y: invoke_viiiii,
				n: invoke_viiiiiiiiiiiii,
				v: _proc_exit
			};
			function invoke_iii(index, a1, a2) {
				var sp = stackSave();
				try {
					return getWasmTableEntry(index)(a1, a2);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_ii(index, a1) {
				var sp = stackSave();
				try {
					return getWasmTableEntry(index)(a1);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_i(index) {
				var sp = stackSave();
				try {
					return getWasmTableEntry(index)();
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_v(index) {
				var sp = stackSave();
				try {
					getWasmTableEntry(index)();
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_iiii(index, a1, a2, a3) {
				var sp = stackSave();
				try {
					return getWasmTableEntry(index)(a1, a2, a3);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_viiii(index, a1, a2, a3, a4) {
				var sp = stackSave();
				try {
					getWasmTableEntry(index)(a1, a2, a3, a4);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_viiiiiiiiiiiii(index, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13) {
				var sp = stackSave();
				try {
					getWasmTableEntry(index)(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_iiiii(index, a1, a2, a3, a4) {
				var sp = stackSave();
				try {
					return getWasmTableEntry(index)(a1, a2, a3, a4);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_viii(index, a1, a2, a3) {
				var sp = stackSave();
				try {
					getWasmTableEntry(index)(a1, a2, a3);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_vi(index, a1) {
				var sp = stackSave();
				try {
					getWasmTableEntry(index)(a1);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_vii(index, a1, a2) {
				var sp = stackSave();
				try {
					getWasmTableEntry(index)(a1, a2);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_viiiii(index, a1, a2, a3, a4, a5) {
				var sp = stackSave();
				try {
					getWasmTableEntry(index)(a1, a2, a3, a4, a5);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_ji(index, a1) {
				var sp = stackSave();
				try {
					return getWasmTableEntry(index)(a1);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
					return 0n;
				}
			}
			async function run() {
				preRun();
				if (runDependencies) await resolveRunDependencies();
				var setStatus = Module["setStatus"];
				if (setStatus) {
					setStatus("Running...");
					await new Promise((resolve) => setTimeout(resolve, 1));
					setTimeout(setStatus, 1, "");
				}
				if (ABORT) return;
				initRuntime();
				Module["onRuntimeInitialized"]?.();
				postRun();
			}
			var wasmExports = await createWasm();
			await run();
			return Module;
		};
	})();
	if (typeof exports === "object" && typeof module === "object") {
		module.exports = PgQueryModule;
		module.exports.default = PgQueryModule;
	} else if (typeof define === "function" && define["amd"]) define([], () => PgQueryModule);
}));

// src/sql/postgres/parser.ts
var import_libpg_query = /* @__PURE__ */ __toESM(require_libpg_query(), 1);
function isFailure(result) {
	return !Array.isArray(result);
}
/** Compiles the parser (10 ms: functions are compiled as they are first called) and makes an instance. */
async function loadParser() {
	const { glue, renew } = await bind(await WebAssembly.compile(readFileSync(wasmFile())));
	let worn = false;
	const withInstance = (use) => {
		if (worn) renew();
		worn = false;
		try {
			return use();
		} catch {
			worn = true;
			return { message: "the statement is nested too deeply, or too large, for the parser" };
		}
	};
	return {
		parse: (sql) => withInstance(() => parse(glue, sql)),
		parsePlpgsql: (sql) => withInstance(() => parsePlpgsql(glue, sql))
	};
}
/** In `dist/` the file lies beside the bundle, in the source tree in `node_modules`. */
function wasmFile() {
	return import.meta.url.endsWith(".ts") ? createRequire(import.meta.url).resolve("libpg-query/wasm/libpg-query.wasm") : new URL("./libpg-query.wasm", import.meta.url);
}
/**
* Binds Emscripten's glue to an instance, and on `renew` to a new one, at once, for reading is synchronous.
*
* The factory could be called anew instead, but it is asynchronous: what it has pending keeps each discarded instance alive until the next turn of
* the event loop, and a hostile file would fill the memory meanwhile. The function by which the glue receives its instance can be called again,
* with two things to look after: the C constructors are run here, not one turn later (they are the one export that the glue does not take on
* receipt; its name is minified), and the table of C function pointers, whose entries the glue keeps, is handed over as a view on the present one.
*/
async function bind(code) {
	const glue = {};
	let table;
	const view = { get: (index) => (...values) => table.get(index)(...values) };
	let renew = () => {};
	glue.instantiateWasm = (imports, receive) => {
		renew = () => {
			const exports = { ...new WebAssembly.Instance(code, imports).exports };
			for (const [name, value] of Object.entries(exports)) {
				if (!(value instanceof WebAssembly.Table)) continue;
				table = value;
				exports[name] = view;
			}
			const left = new Set(Object.keys(exports));
			const get = (_, name) => {
				left.delete(name);
				return exports[name];
			};
			receive({ exports: new Proxy(exports, { get }) });
			for (const name of left) {
				const construct = exports[name];
				if (typeof construct === "function") construct();
				exports[name] = () => {};
			}
		};
		renew();
		return {};
	};
	await (0, import_libpg_query.default)(glue);
	return {
		glue,
		renew
	};
}
function parse(glue, sql) {
	return withText(glue, sql, (text) => {
		const result = glue._wasm_parse_query_raw(text);
		if (result === 0) return { message: "the parser is out of memory" };
		try {
			const error = glue.getValue(result + 8, "i32");
			if (error === 0) return JSON.parse(textAt(glue, glue.getValue(result, "i32"))).stmts ?? [];
			const cursor = glue.getValue(error + 16, "i32");
			const message = shortened(textAt(glue, glue.getValue(error, "i32")));
			return cursor > 0 ? {
				message,
				cursor: cursor - 1
			} : { message };
		} finally {
			glue._wasm_free_parse_result(result);
		}
	});
}
function parsePlpgsql(glue, sql) {
	return withText(glue, sql, (text) => {
		const result = glue._wasm_parse_plpgsql(text);
		if (result === 0) return { message: "the parser is out of memory" };
		try {
			const json = textAt(glue, result);
			return json.startsWith("{") ? JSON.parse(json).plpgsql_funcs ?? [] : { message: shortened(json) };
		} finally {
			glue._wasm_free_string(result);
		}
	});
}
/** PostgreSQL quotes the rest of the file for a quote that is never closed. */
function shortened(message) {
	return message.length > 160 ? `${message.slice(0, 160).replace(/[\ud800-\udbff]$/, "")}\u2026` : message;
}
const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Node's own coders take a third of the time of the loops in the glue. */
function withText(glue, text, use) {
	const pointer = glue._malloc(text.length * 3 + 1);
	if (pointer === 0) throw new RangeError("out of memory");
	const { written } = encoder.encodeInto(text, glue.HEAPU8.subarray(pointer, pointer + text.length * 3));
	glue.HEAPU8[pointer + written] = 0;
	const result = use(pointer);
	glue._free(pointer);
	return result;
}
/** The C string at a place. */
function textAt({ HEAPU8 }, pointer) {
	return decoder.decode(HEAPU8.subarray(pointer, HEAPU8.indexOf(0, pointer)));
}

// src/sql/postgres/expression.ts
/** An expression with the author's text, which is the range of tokens. */
function expressionOf(source, node, range) {
	return {
		text: textOf(source, range),
		tree: treeOf(source, node)
	};
}
/** The parser's tree in neutral terms. */
function treeOf(source, node, depth = 0) {
	if (depth > limits.expressionDepth) throw tooDeep();
	const tree = (each) => treeOf(source, each, depth + 1);
	const all = (nodes) => (nodes ?? []).map(tree);
	if (node === void 0) return { kind: "null" };
	if ("A_Const" in node) return constant(node.A_Const);
	if ("ColumnRef" in node) return {
		kind: "column",
		path: (node.ColumnRef.fields ?? []).map((field) => pick(field, "String")?.sval ?? "*")
	};
	if ("FuncCall" in node) return call(node.FuncCall, tree);
	if ("A_Expr" in node) return operation(node.A_Expr, tree);
	if ("TypeCast" in node) return {
		kind: "cast",
		argument: tree(node.TypeCast.arg),
		type: typeName(source, node.TypeCast.typeName)
	};
	if ("BoolExpr" in node) {
		const { boolop, args } = node.BoolExpr;
		if (boolop === "NOT_EXPR") return {
			kind: "not",
			argument: tree(args?.[0])
		};
		return {
			kind: boolop === "AND_EXPR" ? "and" : "or",
			arguments: all(args)
		};
	}
	if ("NullTest" in node) return {
		kind: "null-test",
		argument: tree(node.NullTest.arg),
		negated: node.NullTest.nulltesttype === "IS_NOT_NULL"
	};
	if ("BooleanTest" in node) {
		const test = (node.BooleanTest.booltesttype ?? "IS_TRUE").slice(3).toLowerCase().replace("_", " ");
		return {
			kind: "boolean-test",
			argument: tree(node.BooleanTest.arg),
			test
		};
	}
	if ("CaseExpr" in node) {
		const { arg, args, defresult } = node.CaseExpr;
		const branches = pickAll(args, "CaseWhen").flatMap((each) => [tree(each.expr), tree(each.result)]);
		return {
			kind: "case",
			arguments: [
				...arg ? [tree(arg)] : [],
				...branches,
				...defresult ? [tree(defresult)] : []
			]
		};
	}
	if ("CoalesceExpr" in node) return {
		kind: "coalesce",
		arguments: all(node.CoalesceExpr.args)
	};
	if ("MinMaxExpr" in node) return {
		kind: node.MinMaxExpr.op === "IS_LEAST" ? "least" : "greatest",
		arguments: all(node.MinMaxExpr.args)
	};
	if ("SQLValueFunction" in node) return {
		kind: "value-function",
		name: (node.SQLValueFunction.op ?? "").slice(6).replace(/_N$/, "").toLowerCase()
	};
	if ("CollateClause" in node) return {
		kind: "collate",
		argument: tree(node.CollateClause.arg),
		collation: nameOf(node.CollateClause.collname)
	};
	if ("A_ArrayExpr" in node) return {
		kind: "array",
		arguments: all(node.A_ArrayExpr.elements)
	};
	if ("RowExpr" in node) return {
		kind: "row",
		arguments: all(node.RowExpr.args)
	};
	if ("List" in node) return {
		kind: "list",
		arguments: all(node.List.items)
	};
	if ("A_Indirection" in node) {
		const parts = (node.A_Indirection.indirection ?? []).flatMap((part) => {
			const indices = pick(part, "A_Indices");
			if (indices === void 0) return [{
				kind: "constant",
				value: pick(part, "String")?.sval ?? "*"
			}];
			return [indices.lidx, indices.uidx].filter((each) => each !== void 0).map(tree);
		});
		return {
			kind: "indirection",
			argument: tree(node.A_Indirection.arg),
			parts
		};
	}
	if ("ParamRef" in node) return {
		kind: "parameter",
		number: node.ParamRef.number ?? 0
	};
	if ("SubLink" in node) {
		const { testexpr, subselect } = node.SubLink;
		return {
			kind: "subquery",
			reads: mentionsOf(subselect).tables,
			arguments: testexpr ? [tree(testexpr)] : []
		};
	}
	return {
		kind: "opaque",
		name: nameOfNode(node),
		arguments: partsWithin(contentOf(node)).map(tree)
	};
}
const tooDeep = () => new Unreadable(`an expression is nested deeper than ${limits.expressionDepth}`);
function constant(node) {
	if (node.ival !== void 0) return {
		kind: "constant",
		value: String(node.ival.ival ?? 0),
		type: "int4"
	};
	if (node.fval !== void 0) {
		const value = node.fval.fval ?? "";
		return {
			kind: "constant",
			value,
			type: /^-?[0-9]+$/.test(value) && BigInt.asIntN(64, BigInt(value)) === BigInt(value) ? "int8" : "numeric"
		};
	}
	if (node.boolval !== void 0) return {
		kind: "constant",
		value: String(node.boolval.boolval ?? false),
		type: "bool"
	};
	if (node.bsval !== void 0) return {
		kind: "constant",
		value: node.bsval.bsval ?? "",
		type: "bit"
	};
	if (node.sval !== void 0) return {
		kind: "constant",
		value: node.sval.sval ?? ""
	};
	return { kind: "null" };
}
function call(node, tree) {
	const names = (node.args ?? []).map((each) => pick(each, "NamedArgExpr")?.name);
	const sorted = pickAll(node.agg_order, "SortBy").map((each) => tree(each.node));
	const over = node.over === void 0 ? [] : partsWithin(node.over).map(tree);
	const filter = node.agg_filter === void 0 ? [] : [tree(node.agg_filter)];
	const aggregate = node.agg_star || node.agg_distinct || node.agg_within_group || node.agg_order || node.agg_filter;
	return {
		kind: "call",
		function: nameOf(node.funcname),
		arguments: [
			...(node.args ?? []).map((each) => tree(pick(each, "NamedArgExpr")?.arg ?? each)),
			...sorted,
			...filter,
			...over
		],
		...names.some((name) => name !== void 0) && { names },
		...aggregate && !node.over && { aggregate: true },
		...node.over && { window: true },
		...node.func_variadic && { variadic: true }
	};
}
function operation(node, tree) {
	const parts = strings(node.name);
	const name = parts[parts.length - 1] ?? "";
	const compare = (operator, left, right) => ({
		kind: "operator",
		operator,
		left,
		right
	});
	switch (node.kind) {
		case "AEXPR_DISTINCT":
		case "AEXPR_NOT_DISTINCT": return {
			kind: "distinct-test",
			left: tree(node.lexpr),
			right: tree(node.rexpr),
			negated: node.kind === "AEXPR_NOT_DISTINCT"
		};
		case "AEXPR_NULLIF": return {
			kind: "nullif",
			arguments: [tree(node.lexpr), tree(node.rexpr)]
		};
		case "AEXPR_IN": return {
			...compare(name, tree(node.lexpr), tree(node.rexpr)),
			quantifier: name === "<>" ? "all" : "any"
		};
		case "AEXPR_BETWEEN":
		case "AEXPR_NOT_BETWEEN":
		case "AEXPR_BETWEEN_SYM":
		case "AEXPR_NOT_BETWEEN_SYM": {
			const negated = node.kind.startsWith("AEXPR_NOT");
			const value = tree(node.lexpr);
			const [a, b] = (pick(node.rexpr, "List")?.items ?? []).map(tree);
			const within = (low, high) => ({
				kind: negated ? "or" : "and",
				arguments: [compare(negated ? "<" : ">=", value, low), compare(negated ? ">" : "<=", value, high)]
			});
			if (!node.kind.endsWith("_SYM")) return within(a, b);
			return {
				kind: negated ? "and" : "or",
				arguments: [within(a, b), within(b, a)]
			};
		}
	}
	const schema = parts[parts.length - 2];
	return {
		kind: "operator",
		operator: name,
		...schema !== void 0 && { schema },
		...node.lexpr !== void 0 && { left: tree(node.lexpr) },
		right: tree(node.rexpr),
		...node.kind === "AEXPR_OP_ANY" && { quantifier: "any" },
		...node.kind === "AEXPR_OP_ALL" && { quantifier: "all" }
	};
}
/** Nodes that are not expressions themselves, but may hold some. */
const wrappers = /* @__PURE__ */ new Set([
	"String",
	"TypeName",
	"ResTarget",
	"SortBy",
	"WindowDef",
	"JsonKeyValue",
	"JsonValueExpr",
	"JsonArgument",
	"List"
]);
/** The expressions inside any part of the parser's tree, outermost only. */
function partsWithin(content) {
	const found = [];
	const visit = (value, depth) => {
		if (depth > limits.expressionDepth) throw tooDeep();
		if (Array.isArray(value)) for (const each of value) visit(each, depth + 1);
		else if (typeof value === "object" && value !== null) {
			const keys = Object.keys(value);
			const name = keys[0] ?? "";
			if (keys.length === 1 && /^[A-Z]/.test(name) && !wrappers.has(name)) found.push(value);
			else for (const key of keys) visit(value[key], depth + 1);
		}
	};
	visit(content, 0);
	return found;
}

// src/sql/postgres/read-expression.ts
const prefix = "SELECT ";
/**
* The expression of `-- lockstep: backfill t.c = <expression>`: exactly one scalar expression over the row.
*
* It is printed from its tokens, one blank where white space or a comment stood, and the print is accepted only if, read again inside
* parentheses, it has the same tree: nothing but the expression can be in it, and it is in the author's own words. (Printing with
* pgsql-deparser was the other way: half a megabyte more to load, and words that are not the author's.)
*/
function readExpression(parser, text) {
	const { lexed, pieces, refused } = prepare(text);
	if (refused !== void 0) return { refused };
	const depth = pieces[0]?.depth ?? 0;
	const hostile = refusal(text, {
		start: 0,
		end: text.length
	}, depth);
	if (hostile !== void 0) return { refused: hostile.message };
	if (lexed.skipped.length > 0) return { refused: "it holds a psql command" };
	const printed = printTokens(text, lexed.tokens);
	if (printed === "") return { refused: "there is no expression" };
	const read = target(parser, `${prefix}${text}\n`);
	if ("refused" in read) return read;
	try {
		const tree = treeOf(sourceOf(`${prefix}${text}`), read.node);
		const why = notOverTheRow(tree);
		if (why !== void 0) return { refused: why };
		const again = target(parser, `${prefix}(${printed}\n)`);
		if ("refused" in again || !sameTree(read.node, again.node)) return { refused: "it is not one expression" };
		return {
			expression: {
				text: text.trim(),
				tree
			},
			printed
		};
	} catch (error) {
		if (error instanceof Unreadable) return { refused: error.message };
		throw error;
	}
}
/** The one target of a SELECT that is nothing else. */
function target(parser, sql) {
	const parsed = parser.parse(sql);
	if (isFailure(parsed)) return { refused: parsed.message };
	const select = parsed.length === 1 ? pick(parsed[0]?.stmt, "SelectStmt") : void 0;
	if (select === void 0) return { refused: "it is more than one statement" };
	const allowed = [
		"targetList",
		"limitOption",
		"op"
	];
	const extra = Object.keys(select).find((key) => !allowed.includes(key));
	const [first, second] = select.targetList ?? [];
	const result = pick(first, "ResTarget");
	if (extra !== void 0 || second !== void 0 || select.op !== "SETOP_NONE" || result?.val === void 0) return { refused: "it must be one expression, without FROM or another clause" };
	if (result.name !== void 0) return { refused: `it must not be named (AS ${result.name})` };
	return { node: result.val };
}
/** Equal but for the places in the text. */
function sameTree(a, b) {
	const plain = (node) => JSON.stringify(node, (key, value) => /location$|^(list|rexpr_list)_(start|end)$/.test(key) ? void 0 : value);
	return plain(a) === plain(b);
}
function sourceOf(text) {
	const { tokens } = lex(text);
	const span = {
		start: 0,
		end: text.length
	};
	return {
		text,
		tokens,
		first: 0,
		end: tokens.kinds.length,
		offset: byteOffsets(text),
		place: (each) => each,
		span
	};
}

// src/sql/postgres/commands.ts
/**
* Statements that change no table: their command tags.
* https://www.postgresql.org/docs/current/event-trigger-matrix.html, and `cmdtaglist.h` in PostgreSQL's sources for the rest
*/
const tags = {
	AlterCollationStmt: "ALTER COLLATION",
	AlterDatabaseRefreshCollStmt: "ALTER DATABASE",
	AlterDatabaseSetStmt: "ALTER DATABASE",
	AlterDatabaseStmt: "ALTER DATABASE",
	AlterDefaultPrivilegesStmt: "ALTER DEFAULT PRIVILEGES",
	AlterEventTrigStmt: "ALTER EVENT TRIGGER",
	AlterExtensionContentsStmt: "ALTER EXTENSION",
	AlterExtensionStmt: "ALTER EXTENSION",
	AlterFdwStmt: "ALTER FOREIGN DATA WRAPPER",
	AlterForeignServerStmt: "ALTER SERVER",
	AlterOpFamilyStmt: "ALTER OPERATOR FAMILY",
	AlterOperatorStmt: "ALTER OPERATOR",
	AlterPublicationStmt: "ALTER PUBLICATION",
	AlterRoleSetStmt: "ALTER ROLE",
	AlterRoleStmt: "ALTER ROLE",
	AlterStatsStmt: "ALTER STATISTICS",
	AlterSubscriptionStmt: "ALTER SUBSCRIPTION",
	AlterSystemStmt: "ALTER SYSTEM",
	AlterTSConfigurationStmt: "ALTER TEXT SEARCH CONFIGURATION",
	AlterTSDictionaryStmt: "ALTER TEXT SEARCH DICTIONARY",
	AlterTableMoveAllStmt: "ALTER TABLE",
	AlterTableSpaceOptionsStmt: "ALTER TABLESPACE",
	AlterTypeStmt: "ALTER TYPE",
	AlterUserMappingStmt: "ALTER USER MAPPING",
	CheckPointStmt: "CHECKPOINT",
	ClosePortalStmt: "CLOSE CURSOR",
	CommentStmt: "COMMENT",
	ConstraintsSetStmt: "SET CONSTRAINTS",
	CreateAmStmt: "CREATE ACCESS METHOD",
	CreateCastStmt: "CREATE CAST",
	CreateConversionStmt: "CREATE CONVERSION",
	CreateEventTrigStmt: "CREATE EVENT TRIGGER",
	CreateFdwStmt: "CREATE FOREIGN DATA WRAPPER",
	CreateForeignServerStmt: "CREATE SERVER",
	CreateOpClassStmt: "CREATE OPERATOR CLASS",
	CreateOpFamilyStmt: "CREATE OPERATOR FAMILY",
	CreatePLangStmt: "CREATE LANGUAGE",
	CreatePublicationStmt: "CREATE PUBLICATION",
	CreateRoleStmt: "CREATE ROLE",
	CreateStatsStmt: "CREATE STATISTICS",
	CreateSubscriptionStmt: "CREATE SUBSCRIPTION",
	CreateTableSpaceStmt: "CREATE TABLESPACE",
	CreateTransformStmt: "CREATE TRANSFORM",
	CreateUserMappingStmt: "CREATE USER MAPPING",
	CreatedbStmt: "CREATE DATABASE",
	DeallocateStmt: "DEALLOCATE",
	DiscardStmt: "DISCARD",
	DropOwnedStmt: "DROP OWNED",
	DropRoleStmt: "DROP ROLE",
	DropSubscriptionStmt: "DROP SUBSCRIPTION",
	DropTableSpaceStmt: "DROP TABLESPACE",
	DropUserMappingStmt: "DROP USER MAPPING",
	DropdbStmt: "DROP DATABASE",
	ExecuteStmt: "EXECUTE",
	ExplainStmt: "EXPLAIN",
	FetchStmt: "FETCH",
	GrantRoleStmt: "GRANT ROLE",
	ImportForeignSchemaStmt: "IMPORT FOREIGN SCHEMA",
	ListenStmt: "LISTEN",
	LoadStmt: "LOAD",
	NotifyStmt: "NOTIFY",
	ReassignOwnedStmt: "REASSIGN OWNED",
	SecLabelStmt: "SECURITY LABEL",
	UnlistenStmt: "UNLISTEN",
	VariableShowStmt: "SHOW"
};
const words = {
	OBJECT_FDW: "FOREIGN DATA WRAPPER",
	OBJECT_FOREIGN_SERVER: "SERVER",
	OBJECT_LARGEOBJECT: "LARGE OBJECT",
	OBJECT_MATVIEW: "MATERIALIZED VIEW",
	OBJECT_OPCLASS: "OPERATOR CLASS",
	OBJECT_OPFAMILY: "OPERATOR FAMILY",
	OBJECT_STATISTIC_EXT: "STATISTICS",
	OBJECT_TSCONFIGURATION: "TEXT SEARCH CONFIGURATION",
	OBJECT_TSDICTIONARY: "TEXT SEARCH DICTIONARY",
	OBJECT_TSPARSER: "TEXT SEARCH PARSER",
	OBJECT_TSTEMPLATE: "TEXT SEARCH TEMPLATE"
};
/** `OBJECT_EVENT_TRIGGER` \u2192 `EVENT TRIGGER` */
function objectWords(type) {
	return (type && words[type]) ?? (type ?? "").slice(7).replaceAll("_", " ");
}
/** The command tag of a statement without operations of its own. */
function commandOf(node) {
	const tag = tags[nameOfNode(node)];
	if (tag !== void 0) return tag;
	const grant = pick(node, "GrantStmt");
	if (grant) return grant.is_grant ? "GRANT" : "REVOKE";
	const definition = pick(node, "DefineStmt");
	if (definition) return `CREATE ${objectWords(definition.kind)}`;
	const owner = pick(node, "AlterOwnerStmt") ?? pick(node, "AlterObjectDependsStmt");
	if (owner) return `ALTER ${objectWords(owner.objectType)}`;
	return nameOfNode(node).replace(/Stmt$/, "").replace(/([a-z])([A-Z])/g, "$1 $2").toUpperCase();
}
const parts = /* @__PURE__ */ new Set([
	"OBJECT_TABCONSTRAINT",
	"OBJECT_TRIGGER",
	"OBJECT_RULE",
	"OBJECT_POLICY"
]);
/** Whether a COMMENT is on what hangs on a table. */
function namesPart(node) {
	return parts.has(pick(node, "CommentStmt")?.objtype);
}
/** The tables and views that such a statement names. */
function tablesOf(node) {
	const comment = pick(node, "CommentStmt") ?? pick(node, "SecLabelStmt");
	if (comment) {
		const path = strings(pick(comment.object, "List")?.items);
		switch (comment.objtype) {
			case "OBJECT_TABLE":
			case "OBJECT_FOREIGN_TABLE":
			case "OBJECT_VIEW":
			case "OBJECT_MATVIEW": return [qualified(path)];
			case "OBJECT_COLUMN": return [qualified(path.slice(0, -1))];
			default: return namesPart(node) ? [qualified(path.slice(0, -1))] : [];
		}
	}
	const grant = pick(node, "GrantStmt");
	if (grant) return grant.objtype === "OBJECT_TABLE" ? relations(grant.objects) : [];
	const statistics = pick(node, "CreateStatsStmt");
	if (statistics) return relations(statistics.relations);
	const publication = pick(node, "CreatePublicationStmt") ?? pick(node, "AlterPublicationStmt");
	if (publication) return (publication.pubobjects ?? []).flatMap((each) => {
		const relation = pick(each, "PublicationObjSpec")?.pubtable?.relation;
		return relation ? [tableName(relation)] : [];
	});
	return [];
}
function relations(nodes) {
	return (nodes ?? []).flatMap((each) => {
		const relation = pick(each, "RangeVar");
		return relation ? [tableName(relation)] : [];
	});
}

// src/sql/postgres/read-index.ts
/** Keys of an index, an EXCLUDE constraint or a partition key: IndexElem or PartitionElem nodes, and the tokens between the parentheses. */
function indexElements(source, nodes, range) {
	const parts = commaParts(source, range);
	return (nodes ?? []).map((node, i) => {
		const element = pick(node, "IndexElem");
		const fields = element ?? pick(node, "PartitionElem") ?? {};
		const part = parts[i] ?? {
			from: range.to,
			to: range.to
		};
		return {
			...fields.name !== void 0 && { column: fields.name },
			...fields.expr !== void 0 && { expression: expressionOf(source, fields.expr, keyRange(source, part)) },
			...fields.collation && { collation: nameOf(fields.collation) },
			...fields.opclass && { operatorClass: nameOf(fields.opclass) },
			...element?.ordering === "SORTBY_DESC" && { descending: true },
			...element?.nulls_ordering === "SORTBY_NULLS_FIRST" && { nulls: "first" },
			...element?.nulls_ordering === "SORTBY_NULLS_LAST" && { nulls: "last" },
			text: textOf(source, part)
		};
	});
}
/** An expression key is either in parentheses, which are left out, or a function call. */
function keyRange(source, part) {
	if (markAt(source, part.from) === "(") return inside(source, part.from);
	const open = findOpen(source, part);
	return {
		from: part.from,
		to: open < part.to ? closing(source, open) + 1 : part.from + 1
	};
}
function readIndex(source, node) {
	const whole = {
		from: source.first,
		to: source.end
	};
	const open = findOpen(source, {
		from: find(source, whole, "on"),
		to: source.end
	});
	const behind = {
		from: closing(source, open) + 1,
		to: source.end
	};
	const where = find(source, behind, "where");
	const options = find(source, {
		from: behind.from,
		to: where
	}, "with");
	return [{
		kind: "create-index",
		span: source.span,
		table: tableName(node.relation),
		index: {
			...node.idxname !== void 0 && { name: node.idxname },
			method: node.accessMethod ?? "btree",
			unique: node.unique ?? false,
			...node.nulls_not_distinct && { nullsNotDistinct: true },
			elements: indexElements(source, node.indexParams, inside(source, open)),
			include: (node.indexIncludingParams ?? []).map((each) => pick(each, "IndexElem")?.name ?? ""),
			...node.whereClause && { where: expressionOf(source, node.whereClause, {
				from: where + 1,
				to: source.end
			}) },
			...node.tableSpace !== void 0 && { tablespace: node.tableSpace },
			...node.options && is(source, options, "with") && { storage: textOf(source, inside(source, options + 1)) }
		},
		concurrently: node.concurrent ?? false,
		...node.if_not_exists && { ifNotExists: true },
		...!node.relation?.inh && { only: true }
	}];
}

// src/sql/postgres/read-constraint.ts
const actions$1 = {
	a: "no action",
	r: "restrict",
	c: "cascade",
	n: "set null",
	d: "set default"
};
/**
* A constraint of a table, a column or a domain.
* @param range its tokens, from CONSTRAINT or its first keyword on
* @param column for an inline constraint: the column it stands at
* @param attributes for an inline constraint: what follows it
*/
function constraintOf(source, node, range, column, attributes = node) {
	const base = {
		...node.conname !== void 0 && { name: node.conname },
		...node.skip_validation && !notEnforced(node, attributes) && { notValid: true },
		...notEnforced(node, attributes) && { notEnforced: true },
		...node.is_no_inherit && { noInherit: true },
		...attributes.deferrable && { deferrable: true },
		...attributes.initdeferred && { initiallyDeferred: true },
		span: spanOf(source, range),
		text: withoutNotValid(source, range)
	};
	const own = column === void 0 ? [] : [column];
	switch (node.contype) {
		case "CONSTR_CHECK": return {
			...base,
			type: "check",
			expression: expressionOf(source, node.raw_expr, inside(source, findOpen(source, range)))
		};
		case "CONSTR_NOTNULL": return {
			...base,
			type: "not-null",
			column: column ?? strings(node.keys)[0] ?? ""
		};
		case "CONSTR_UNIQUE":
		case "CONSTR_PRIMARY": return {
			...base,
			type: node.contype === "CONSTR_PRIMARY" ? "primary-key" : "unique",
			columns: node.keys ? strings(node.keys) : node.indexname === void 0 ? own : [],
			...node.including && { include: strings(node.including) },
			...node.nulls_not_distinct && { nullsNotDistinct: true },
			...node.without_overlaps && { withoutOverlaps: true },
			...node.indexname !== void 0 && { usingIndex: node.indexname },
			...node.indexspace !== void 0 && { tablespace: node.indexspace },
			...node.options && { storage: withOptions(source, range) }
		};
		case "CONSTR_FOREIGN": return {
			...base,
			type: "foreign-key",
			columns: node.fk_attrs ? strings(node.fk_attrs) : own,
			references: tableName(node.pktable),
			referencedColumns: strings(node.pk_attrs),
			match: node.fk_matchtype === "f" ? "full" : node.fk_matchtype === "p" ? "partial" : "simple",
			onDelete: actions$1[node.fk_del_action ?? "a"] ?? "no action",
			onUpdate: actions$1[node.fk_upd_action ?? "a"] ?? "no action",
			...node.fk_with_period && { period: true }
		};
		case "CONSTR_EXCLUSION": {
			const open = findOpen(source, range);
			const where = find(source, range, "where");
			const pairs = (node.exclusions ?? []).map((pair) => pick(pair, "List")?.items ?? []);
			const elements = indexElements(source, pairs.map((pair) => pair[0]), inside(source, open));
			return {
				...base,
				type: "exclude",
				method: node.access_method ?? "btree",
				elements: elements.map((element, i) => ({
					...element,
					exclusionOperator: operatorOf(pairs[i]?.[1])
				})),
				...node.where_clause && { where: expressionOf(source, node.where_clause, inside(source, where + 1)) }
			};
		}
		default: return;
	}
}
function notEnforced(node, attributes) {
	return (node.contype === "CONSTR_CHECK" || node.contype === "CONSTR_FOREIGN") && !attributes.is_enforced;
}
function operatorOf(node) {
	const list = pick(node, "List")?.items;
	return qualified(strings(list)).name;
}
/** The text without NOT VALID, wherever it stands among the constraint's attributes. */
function withoutNotValid(source, { from, to }) {
	let valid = from;
	do
		valid = find(source, {
			from: valid + 1,
			to
		}, "valid");
	while (valid < to && !is(source, valid - 1, "not"));
	return (valid < to ? [{
		from,
		to: valid - 1
	}, {
		from: valid + 1,
		to
	}] : [{
		from,
		to
	}]).map((part) => textOf(source, part)).filter((text) => text !== "").join(" ");
}
/** The text between the parentheses of WITH (\u2026). */
function withOptions(source, range) {
	const at = find(source, range, "with");
	return textOf(source, inside(source, at + 1));
}
/** A storage parameter's value, for settings. */
function optionNames(nodes) {
	return (nodes ?? []).flatMap((node) => pick(node, "DefElem")?.defname?.toLowerCase() ?? plainValue(node) ?? []);
}

// src/sql/postgres/read-column.ts
/**
* A column as CREATE TABLE, ADD COLUMN or a composite type defines it.
* @param range its tokens, from the name to the last of its constraints
*/
function columnOf(source, node, range) {
	const items = columnItems(source, node.constraints ? pickAll(node.constraints, "Constraint") : [], node.collClause?.location, range);
	const constraints = [];
	let fields = {};
	let notNull = false;
	for (const { constraint, range: own, attributes } of items) switch (constraint.contype) {
		case "CONSTR_NULL":
			fields = {
				...fields,
				explicitNull: true
			};
			break;
		case "CONSTR_DEFAULT": {
			const keyword = find(source, own, "default");
			fields = {
				...fields,
				default: expressionOf(source, constraint.raw_expr, {
					from: keyword + 1,
					to: own.to
				})
			};
			break;
		}
		case "CONSTR_IDENTITY":
			fields = {
				...fields,
				identity: identityOf(source, constraint, own)
			};
			break;
		case "CONSTR_GENERATED":
			fields = {
				...fields,
				generated: generatedOf(source, constraint, own)
			};
			break;
		case "CONSTR_NOTNULL":
			notNull = true;
			if (constraint.conname === void 0 && !constraint.is_no_inherit) break;
			constraints.push(...[constraintOf(source, constraint, own, node.colname, attributes)].filter((each) => each !== void 0));
			break;
		default: constraints.push(...[constraintOf(source, constraint, own, node.colname, attributes)].filter((each) => each !== void 0));
	}
	return {
		name: node.colname ?? "",
		type: typeName(source, node.typeName),
		...node.collClause && { collation: nameOf(node.collClause.collname) },
		notNull,
		...fields,
		constraints,
		...node.storage_name !== void 0 && { storage: node.storage_name },
		...node.compression !== void 0 && { compression: node.compression },
		span: spanOf(source, range),
		text: textOf(source, range)
	};
}
/**
* The inline constraints, each from its first token to the next one's. DEFERRABLE and the like are nodes of their own in the parser's tree:
* they belong to the constraint before them.
*/
function columnItems(source, constraints, collation, range) {
	const items = [];
	const cuts = collation === void 0 ? [range.to] : [at(source, collation), range.to];
	for (const constraint of constraints) {
		const last = items[items.length - 1];
		switch (constraint.contype) {
			case "CONSTR_ATTR_DEFERRABLE":
				if (last) last.attributes.deferrable = true;
				break;
			case "CONSTR_ATTR_DEFERRED":
				if (last) last.attributes.initdeferred = last.attributes.deferrable = true;
				break;
			case "CONSTR_ATTR_NOT_ENFORCED":
				if (last) last.attributes.is_enforced = false;
				break;
			case "CONSTR_ATTR_NOT_DEFERRABLE":
			case "CONSTR_ATTR_IMMEDIATE":
			case "CONSTR_ATTR_ENFORCED": break;
			default: {
				const from = at(source, constraint.location);
				cuts.push(from);
				const { deferrable, initdeferred, is_enforced } = constraint;
				items.push({
					constraint,
					from,
					attributes: {
						deferrable,
						initdeferred,
						is_enforced
					}
				});
			}
		}
	}
	cuts.sort((a, b) => a - b);
	let next = 0;
	return items.map(({ constraint, from, attributes }) => {
		while ((cuts[next] ?? range.to) <= from && next < cuts.length) next++;
		return {
			constraint,
			attributes,
			range: {
				from,
				to: cuts[next] ?? range.to
			}
		};
	});
}
/** `range` begins before GENERATED. */
function identityOf(source, constraint, range) {
	const open = findOpen(source, range);
	return {
		when: constraint.generated_when === "d" ? "by default" : "always",
		...open < range.to && { options: textOf(source, {
			from: open + 1,
			to: closing(source, open)
		}) }
	};
}
function generatedOf(source, constraint, range) {
	const open = findOpen(source, range);
	return {
		expression: expressionOf(source, constraint.raw_expr, markAt(source, open) === "(" ? inside(source, open) : range),
		stored: constraint.generated_kind !== "v"
	};
}

// src/sql/postgres/read-table.ts
/** CREATE TABLE and CREATE FOREIGN TABLE. */
function readCreateTable(source, node, foreign = false) {
	const columns = [];
	const constraints = [];
	const like = [];
	const parts = elementParts(source, node);
	for (const [i, element] of (node.tableElts ?? []).entries()) {
		const range = parts[i] ?? {
			from: source.first,
			to: source.end
		};
		const column = pick(element, "ColumnDef");
		const constraint = pick(element, "Constraint");
		const likeClause = pick(element, "TableLikeClause");
		if (column) columns.push(columnOf(source, column, range));
		else if (constraint) constraints.push(...[constraintOf(source, constraint, range)].filter((each) => each !== void 0));
		else if (likeClause) like.push({
			table: tableName(likeClause.relation),
			including: likeOptions(likeClause.options ?? 0)
		});
	}
	const parents = pickAll(node.inhRelations, "RangeVar").map(tableName);
	const bound = node.partbound && partitionBound(source, node.partbound, source.end);
	return [{
		kind: "create-table",
		span: source.span,
		table: tableName(node.relation),
		columns,
		constraints,
		persistence: persistenceOf(node.relation?.relpersistence),
		...node.if_not_exists && { ifNotExists: true },
		...node.partspec && { partitionBy: partitionKey(source, node.partspec) },
		...bound && { partitionOf: {
			parent: parents[0] ?? { name: "" },
			bound
		} },
		inherits: bound ? [] : parents,
		like,
		...node.ofTypename && { ofType: nameOf(node.ofTypename.names) },
		...node.accessMethod !== void 0 && { accessMethod: node.accessMethod },
		...node.tablespacename !== void 0 && { tablespace: node.tablespacename },
		...foreign && { foreign: true }
	}];
}
function persistenceOf(letter) {
	return letter === "t" ? "temporary" : letter === "u" ? "unlogged" : "permanent";
}
/** The tokens of each element between the parentheses. */
function elementParts(source, node) {
	if (!node.tableElts?.length) return [];
	const open = findOpen(source, {
		from: at(source, node.relation?.location),
		to: source.end
	});
	return commaParts(source, inside(source, open));
}
/** Bits of TableLikeOption in PostgreSQL's `parsenodes.h`. */
const likeBits = [
	"comments",
	"compression",
	"constraints",
	"defaults",
	"generated",
	"identity",
	"indexes",
	"statistics",
	"storage"
];
function likeOptions(bits) {
	if (bits === 2147483647) return ["all"];
	return likeBits.filter((_, i) => (bits & 1 << i) !== 0);
}
function partitionKey(source, node) {
	const from = at(source, node.location);
	const open = findOpen(source, {
		from,
		to: source.end
	});
	const strategy = (node.strategy ?? "").slice(19).toLowerCase();
	return {
		strategy: strategy === "list" || strategy === "hash" ? strategy : "range",
		elements: indexElements(source, node.partParams, inside(source, open)),
		text: textOf(source, {
			from: is(source, from, "partition") ? from + 2 : from,
			to: closing(source, open) + 1
		})
	};
}
/** FOR VALUES \u2026 or DEFAULT. @param end behind the last token that may belong to it */
function partitionBound(source, node, end) {
	const located = at(source, node.location);
	const from = is(source, located - 1, "values") ? located - 2 : located;
	if (node.is_default) return {
		kind: "default",
		text: textOf(source, {
			from,
			to: from + 1
		})
	};
	const open = findOpen(source, {
		from,
		to: end
	});
	const text = (last) => textOf(source, {
		from,
		to: last + 1
	});
	const expressions = (nodes, range) => {
		const parts = commaParts(source, range);
		return (nodes ?? []).map((each, i) => boundValue(source, each, parts[i] ?? range));
	};
	switch (node.strategy) {
		case "h": return {
			kind: "hash",
			modulus: node.modulus ?? 0,
			remainder: node.remainder ?? 0,
			text: text(closing(source, open))
		};
		case "l": return {
			kind: "list",
			values: expressions(node.listdatums, inside(source, open)),
			text: text(closing(source, open))
		};
		default: {
			const second = findOpen(source, {
				from: find(source, {
					from: closing(source, open),
					to: end
				}, "to"),
				to: end
			});
			return {
				kind: "range",
				from: expressions(node.lowerdatums, inside(source, open)),
				to: expressions(node.upperdatums, inside(source, second)),
				text: text(closing(source, second))
			};
		}
	}
}
/** MINVALUE and MAXVALUE reach us as column names. */
function boundValue(source, node, range) {
	const fields = pick(node, "ColumnRef")?.fields;
	const name = fields?.length === 1 ? nameOf(fields).name : void 0;
	if (name === "minvalue" || name === "maxvalue") return {
		text: textOf(source, range),
		tree: {
			kind: "opaque",
			name: name.toUpperCase(),
			arguments: []
		}
	};
	return expressionOf(source, node, range);
}

// src/sql/postgres/read-alter-table.ts
/** ALTER TABLE, and what the grammar treats as one: ALTER INDEX, VIEW, MATERIALIZED VIEW, SEQUENCE, FOREIGN TABLE and a composite TYPE. */
function readAlterTable(source, node) {
	const parts = commaParts(source, {
		from: firstAction(source, node),
		to: source.end
	});
	return pickAll(node.cmds, "AlterTableCmd").map((command, i) => {
		const range = parts[i] ?? {
			from: source.first,
			to: source.end
		};
		switch (node.objtype) {
			case "OBJECT_INDEX": return onIndex(source, node, command, range);
			case "OBJECT_VIEW":
			case "OBJECT_MATVIEW": return {
				kind: "alter-view",
				span: spanOf(source, range),
				view: tableName(node.relation),
				materialized: node.objtype === "OBJECT_MATVIEW",
				action: actionName(command),
				...ifExists(node)
			};
			case "OBJECT_SEQUENCE": return {
				kind: "alter-sequence",
				span: spanOf(source, range),
				sequence: tableName(node.relation),
				...ifExists(node)
			};
			case "OBJECT_TYPE": return {
				kind: "alter-composite",
				span: spanOf(source, range),
				type: tableName(node.relation),
				...command.behavior === "DROP_CASCADE" && { cascade: true }
			};
			default: return onTable(source, node, command, range);
		}
	});
}
const ifExists = (node) => node.missing_ok ? { ifExists: true } : {};
/** Behind the table's name, which may stand in parentheses after ONLY or be followed by `*`. */
function firstAction(source, node) {
	let token = at(source, node.relation?.location) + 1;
	while (markAt(source, token) === ".") token += 2;
	if (markAt(source, token) === ")" || source.text[source.tokens.starts[token] ?? -1] === "*") token++;
	return token;
}
/** `AT_SetRelOptions` \u2192 `set rel options` */
function actionName(command) {
	return (command.subtype ?? "").slice(3).replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
function onIndex(source, node, command, range) {
	const base = {
		span: spanOf(source, range),
		index: tableName(node.relation),
		...ifExists(node)
	};
	switch (command.subtype) {
		case "AT_SetTableSpace": return {
			kind: "set-index-tablespace",
			...base,
			tablespace: command.name ?? ""
		};
		case "AT_AttachPartition": return {
			kind: "attach-index",
			span: base.span,
			parent: base.index,
			index: tableName(pick(command.def, "PartitionCmd")?.name)
		};
		default: return {
			kind: "index-setting",
			...base,
			setting: actionName(command)
		};
	}
}
const triggerStates = {
	AT_EnableTrig: "enable",
	AT_EnableAlwaysTrig: "enable always",
	AT_EnableReplicaTrig: "enable replica",
	AT_DisableTrig: "disable",
	AT_EnableTrigAll: "enable",
	AT_DisableTrigAll: "disable",
	AT_EnableTrigUser: "enable",
	AT_DisableTrigUser: "disable",
	AT_EnableRule: "enable",
	AT_EnableAlwaysRule: "enable always",
	AT_EnableReplicaRule: "enable replica",
	AT_DisableRule: "disable"
};
function onTable(source, node, command, range) {
	const base = {
		span: spanOf(source, range),
		table: tableName(node.relation),
		...ifExists(node),
		...!node.relation?.inh && { only: true }
	};
	const column = command.name ?? "";
	const cascade = command.behavior === "DROP_CASCADE" && { cascade: true };
	const behind = (word) => ({
		from: find(source, range, word) + 1,
		to: range.to
	});
	switch (command.subtype) {
		case "AT_AddColumn": {
			const definition = pick(command.def, "ColumnDef") ?? {};
			const place = at(source, definition.location);
			return {
				kind: "add-column",
				...base,
				column: columnOf(source, definition, {
					from: place,
					to: range.to
				}),
				...command.missing_ok && { ifNotExists: true }
			};
		}
		case "AT_DropColumn": return {
			kind: "drop-column",
			...base,
			column,
			...command.missing_ok && { columnIfExists: true },
			...cascade
		};
		case "AT_AlterColumnType": {
			const definition = pick(command.def, "ColumnDef") ?? {};
			return {
				kind: "alter-column-type",
				...base,
				column,
				type: typeName(source, definition.typeName),
				...definition.collClause && { collation: nameOf(definition.collClause.collname) },
				...definition.raw_default && { using: expressionOf(source, definition.raw_default, behind("using")) }
			};
		}
		case "AT_ColumnDefault": return command.def === void 0 ? {
			kind: "drop-default",
			...base,
			column
		} : {
			kind: "set-default",
			...base,
			column,
			expression: expressionOf(source, command.def, behind("default"))
		};
		case "AT_SetNotNull": return {
			kind: "set-not-null",
			...base,
			column
		};
		case "AT_DropNotNull": return {
			kind: "drop-not-null",
			...base,
			column
		};
		case "AT_SetExpression": return {
			kind: "set-expression",
			...base,
			column,
			expression: expressionOf(source, command.def, inside(source, findOpen(source, range)))
		};
		case "AT_DropExpression": return {
			kind: "drop-expression",
			...base,
			column,
			...command.missing_ok && { expressionIfExists: true }
		};
		case "AT_AddIdentity": return {
			kind: "add-identity",
			...base,
			column,
			identity: addedIdentity(source, pick(command.def, "Constraint"), range)
		};
		case "AT_SetIdentity": return {
			kind: "set-identity",
			...base,
			column,
			text: textOf(source, {
				from: nameEnd(source, range),
				to: range.to
			})
		};
		case "AT_DropIdentity": return {
			kind: "drop-identity",
			...base,
			column,
			...command.missing_ok && { identityIfExists: true }
		};
		case "AT_SetStatistics": return {
			kind: "column-setting",
			...base,
			column: column || String(command.num ?? ""),
			setting: "statistics"
		};
		case "AT_SetStorage": return {
			kind: "column-setting",
			...base,
			column,
			setting: "storage"
		};
		case "AT_SetCompression": return {
			kind: "column-setting",
			...base,
			column,
			setting: "compression"
		};
		case "AT_SetOptions":
		case "AT_ResetOptions":
		case "AT_AlterColumnGenericOptions": return {
			kind: "column-setting",
			...base,
			column,
			setting: "options"
		};
		case "AT_AddConstraint": {
			const constraint = pick(command.def, "Constraint") ?? {};
			const definition = constraintOf(source, constraint, {
				from: at(source, constraint.location),
				to: range.to
			});
			if (definition === void 0) break;
			return {
				kind: "add-constraint",
				...base,
				constraint: definition
			};
		}
		case "AT_ValidateConstraint": return {
			kind: "validate-constraint",
			...base,
			constraint: command.name ?? ""
		};
		case "AT_DropConstraint": return {
			kind: "drop-constraint",
			...base,
			constraint: command.name ?? "",
			...command.missing_ok && { constraintIfExists: true },
			...cascade
		};
		case "AT_AlterConstraint": {
			const change = pick(command.def, "ATAlterConstraint") ?? {};
			return {
				kind: "alter-constraint",
				...base,
				constraint: change.conname ?? "",
				...change.alterDeferrability && {
					deferrable: change.deferrable ?? false,
					initiallyDeferred: change.initdeferred ?? false
				},
				...change.alterEnforceability && { enforced: change.is_enforced ?? false },
				...change.alterInheritability && { inherit: !change.noinherit }
			};
		}
		case "AT_SetLogged":
		case "AT_SetUnLogged": return {
			kind: "set-logged",
			...base,
			logged: command.subtype === "AT_SetLogged"
		};
		case "AT_SetTableSpace": return {
			kind: "set-tablespace",
			...base,
			tablespace: command.name ?? ""
		};
		case "AT_SetAccessMethod": return {
			kind: "set-access-method",
			...base,
			...command.name !== void 0 && { method: command.name }
		};
		case "AT_AddInherit":
		case "AT_DropInherit": return {
			kind: command.subtype === "AT_AddInherit" ? "inherit" : "no-inherit",
			...base,
			parent: tableName(pick(command.def, "RangeVar"))
		};
		case "AT_EnableRowSecurity": return {
			kind: "row-security",
			...base,
			action: "enable"
		};
		case "AT_DisableRowSecurity": return {
			kind: "row-security",
			...base,
			action: "disable"
		};
		case "AT_ForceRowSecurity": return {
			kind: "row-security",
			...base,
			action: "force"
		};
		case "AT_NoForceRowSecurity": return {
			kind: "row-security",
			...base,
			action: "no force"
		};
		case "AT_ReplicaIdentity": {
			const identity = pick(command.def, "ReplicaIdentityStmt") ?? {};
			const words = {
				d: "default",
				f: "full",
				n: "nothing",
				i: "index"
			};
			return {
				kind: "replica-identity",
				...base,
				identity: words[identity.identity_type ?? "d"],
				...identity.name !== void 0 && { index: identity.name }
			};
		}
		case "AT_EnableTrig":
		case "AT_EnableAlwaysTrig":
		case "AT_EnableReplicaTrig":
		case "AT_DisableTrig": return {
			kind: "set-trigger-state",
			...base,
			trigger: command.name ?? "",
			state: triggerStates[command.subtype]
		};
		case "AT_EnableTrigAll":
		case "AT_DisableTrigAll": return {
			kind: "set-trigger-state",
			...base,
			trigger: "all",
			state: triggerStates[command.subtype]
		};
		case "AT_EnableTrigUser":
		case "AT_DisableTrigUser": return {
			kind: "set-trigger-state",
			...base,
			trigger: "user",
			state: triggerStates[command.subtype]
		};
		case "AT_EnableRule":
		case "AT_EnableAlwaysRule":
		case "AT_EnableReplicaRule":
		case "AT_DisableRule": return {
			kind: "set-rule-state",
			...base,
			rule: command.name ?? "",
			state: triggerStates[command.subtype]
		};
		case "AT_SetRelOptions":
		case "AT_ResetRelOptions":
		case "AT_GenericOptions": {
			const options = optionNames(pick(command.def, "List")?.items);
			return {
				kind: "set-table-options",
				...base,
				options,
				...command.subtype === "AT_ResetRelOptions" && { reset: true }
			};
		}
		case "AT_ClusterOn": return {
			kind: "cluster-on",
			...base,
			index: command.name ?? ""
		};
		case "AT_DropCluster": return {
			kind: "cluster-on",
			...base
		};
		case "AT_ChangeOwner": return {
			kind: "table-owner",
			...base,
			owner: command.newowner?.rolename ?? textOf(source, {
				from: range.to - 1,
				to: range.to
			}).toLowerCase()
		};
		case "AT_AddOf": return {
			kind: "of-type",
			...base,
			type: nameOf(pick(command.def, "TypeName")?.names)
		};
		case "AT_DropOf": return {
			kind: "of-type",
			...base
		};
		case "AT_AttachPartition": {
			const partition = pick(command.def, "PartitionCmd") ?? {};
			return {
				kind: "attach-partition",
				...base,
				partition: tableName(partition.name),
				bound: partitionBound(source, partition.bound ?? {}, range.to)
			};
		}
		case "AT_DetachPartition":
		case "AT_DetachPartitionFinalize": {
			const partition = pick(command.def, "PartitionCmd") ?? {};
			return {
				kind: "detach-partition",
				...base,
				partition: tableName(partition.name),
				concurrently: partition.concurrent ?? false,
				...command.subtype === "AT_DetachPartitionFinalize" && { finalize: true }
			};
		}
	}
	return {
		kind: "other",
		span: base.span,
		command: "ALTER TABLE",
		tables: [base.table]
	};
}
/** Behind the name in `ALTER [COLUMN] name`; COLUMN is a reserved word, so that it is no name. */
function nameEnd(source, range) {
	return range.from + (is(source, range.from + 1, "column") ? 3 : 2);
}
function addedIdentity(source, constraint, range) {
	const node = constraint ?? {};
	const own = columnItems(source, [node], void 0, range)[0]?.range ?? range;
	return identityOf(source, node, own);
}

// src/sql/postgres/read-data.ts
/** INSERT, UPDATE, DELETE, MERGE, SELECT, VALUES: first what its WITH clauses change, then the statement itself. */
function readData(source, node) {
	const mentions = mentionsOf(node);
	const own = dataOperation(source, node, mentions);
	if (mentions.writes.length === 0) return own;
	return [...mentions.writes.flatMap((each) => dataOperation(source, each, mentionsOf(each))), ...own];
}
function dataOperation(source, node, mentions) {
	const { span } = source;
	const reads = mentions.tables;
	switch (nameOfNode(node)) {
		case "InsertStmt": {
			const insert = pick(node, "InsertStmt");
			const query = pick(insert.selectStmt, "SelectStmt");
			const columns = pickAll(insert.cols, "ResTarget").map((each) => each.name ?? "");
			return [{
				kind: "insert",
				span,
				table: tableName(insert.relation),
				columns,
				fromQuery: query !== void 0 && !query.valuesLists,
				reads
			}];
		}
		case "UpdateStmt": {
			const update = pick(node, "UpdateStmt");
			const assignments = pickAll(update.targetList, "ResTarget").map((each) => each.name ?? "");
			return [{
				kind: "update",
				span,
				table: tableName(update.relation),
				...where(source, update),
				assignments,
				reads
			}];
		}
		case "DeleteStmt": {
			const deletion = pick(node, "DeleteStmt");
			return [{
				kind: "delete",
				span,
				table: tableName(deletion.relation),
				...where(source, deletion),
				reads
			}];
		}
		case "MergeStmt": {
			const merge = pick(node, "MergeStmt");
			return [{
				kind: "merge",
				span,
				table: tableName(merge.relation),
				reads
			}];
		}
		default: {
			const into = intoOf(pick(node, "SelectStmt"));
			if (into === void 0) return [{
				kind: "select",
				span,
				reads,
				locks: mentions.locks,
				calls: mentions.calls
			}];
			return [{
				kind: "create-table",
				span,
				table: tableName(into.rel),
				columns: [],
				constraints: [],
				persistence: persistenceOf(into.rel?.relpersistence),
				inherits: [],
				like: [],
				asQuery: {
					reads,
					withData: true
				}
			}];
		}
	}
}
/** SELECT INTO; in a UNION it stands in the leftmost query. */
function intoOf(select) {
	for (let at = select; at !== void 0; at = at.larg) if (at.intoClause) return at.intoClause;
}
/** WHERE stands behind the target, and ends with the statement (for one inside WITH: its parenthesis) or where RETURNING begins. */
function where(source, node) {
	if (node.whereClause === void 0) return {};
	const target = at(source, node.relation?.location);
	const whole = {
		from: target,
		to: enclosingEnd(source, target)
	};
	const from = find(source, whole, "where") + 1;
	return { where: expressionOf(source, node.whereClause, {
		from,
		to: find(source, {
			from,
			to: whole.to
		}, "returning")
	}) };
}
function readCopy(source, node) {
	const writes = node.is_from ?? false;
	if (node.relation) return [{
		kind: "copy",
		span: source.span,
		table: tableName(node.relation),
		writes
	}];
	return [{
		kind: "copy",
		span: source.span,
		writes
	}, ...node.query ? readData(source, node.query) : []];
}

// src/sql/postgres/constant.ts
/**
* The value of an expression that is a string whatever happens: literals, `||`, casts to text, and format() over such.
* Undefined where it depends on anything.
*/
function constantString(node) {
	if (node === void 0) return void 0;
	if ("A_Const" in node) return node.A_Const.sval === void 0 ? void 0 : node.A_Const.sval.sval ?? "";
	const cast = pick(node, "TypeCast");
	if (cast) return /^(text|varchar)$/.test(nameOf(cast.typeName?.names).name) && !cast.typeName?.typmods ? constantString(cast.arg) : void 0;
	const operation = pick(node, "A_Expr");
	if (operation) {
		if (operation.kind !== "AEXPR_OP" || strings(operation.name).join(".") !== "||") return void 0;
		const left = constantString(operation.lexpr);
		const right = left === void 0 ? void 0 : constantString(operation.rexpr);
		return right === void 0 ? void 0 : `${left}${right}`;
	}
	const call = pick(node, "FuncCall");
	const values = call?.args?.map(constantString) ?? [];
	if (!call || !values.every((each) => each !== void 0)) return void 0;
	switch (nameOf(call.funcname).name) {
		case "format": return formatted(values);
		case "concat": return values.join("");
		case "quote_ident": return values.length === 1 ? quoteIdentifier(values[0]) : void 0;
		case "quote_literal": return values.length === 1 ? quoteLiteral(values[0]) : void 0;
		default: return;
	}
}
/** format() with %s, %I and %L; positions and widths are left alone. https://www.postgresql.org/docs/current/functions-string.html#FUNCTIONS-STRING-FORMAT */
function formatted([pattern = "", ...values]) {
	let next = 0;
	let known = true;
	const text = pattern.replace(/%(.?)/gs, (_, kind) => {
		if (kind === "%") return "%";
		const value = values[next++];
		if (value !== void 0 && kind === "s") return value;
		if (value !== void 0 && kind === "I") return quoteIdentifier(value);
		if (value !== void 0 && kind === "L") return quoteLiteral(value);
		known = false;
		return "";
	});
	return known ? text : void 0;
}

// src/sql/postgres/plpgsql.ts
/**
* Walks the tree of libpg_query's PL/pgSQL parser.
* https://www.postgresql.org/docs/current/plpgsql.html
*/
function commandsOf(functions) {
	const runs = [];
	let mayHaveReturned = false;
	const add = (kind, expression, conditional) => {
		const query = expression === void 0 ? "" : expression.PLpgSQL_expr?.query ?? "";
		if (kind === "commit" || kind === "rollback" || query !== "") runs.push({
			kind,
			query,
			conditional: conditional || mayHaveReturned
		});
	};
	const all = (list, conditional) => {
		for (const each of list ?? []) statement(each, conditional);
	};
	const expressions = (list, conditional) => {
		for (const each of list ?? []) add("expression", each, conditional);
	};
	const statement = (node, conditional) => {
		const [name, content] = Object.entries(node)[0] ?? ["", {}];
		const fields = content;
		switch (name) {
			case "PLpgSQL_stmt_block": {
				const handlers = fields.exceptions?.PLpgSQL_exception_block?.exc_list;
				all(fields.body, conditional || handlers !== void 0);
				for (const handler of handlers ?? []) all(handler.PLpgSQL_exception?.action, true);
				break;
			}
			case "PLpgSQL_stmt_if":
				add("expression", fields.cond, conditional);
				all(fields.then_body, true);
				for (const each of fields.elsif_list ?? []) {
					add("expression", each.PLpgSQL_if_elsif?.cond, true);
					all(each.PLpgSQL_if_elsif?.stmts, true);
				}
				all(fields.else_body, true);
				break;
			case "PLpgSQL_stmt_case":
				add("expression", fields.t_expr, conditional);
				for (const each of fields.case_when_list ?? []) {
					add("expression", each.PLpgSQL_case_when?.expr, true);
					all(each.PLpgSQL_case_when?.stmts, true);
				}
				all(fields.else_stmts, true);
				break;
			case "PLpgSQL_stmt_dynfors":
				add("execute", fields.query, conditional);
				expressions(fields.params, conditional);
				all(fields.body, true);
				break;
			case "PLpgSQL_stmt_fors":
				add("statement", fields.query, conditional);
				all(fields.body, true);
				break;
			case "PLpgSQL_stmt_loop":
			case "PLpgSQL_stmt_while":
			case "PLpgSQL_stmt_fori":
			case "PLpgSQL_stmt_forc":
			case "PLpgSQL_stmt_foreach_a":
				for (const key of [
					"cond",
					"lower",
					"upper",
					"step",
					"expr",
					"argquery"
				]) add("expression", fields[key], conditional);
				all(fields.body, true);
				break;
			case "PLpgSQL_stmt_execsql":
				add("statement", fields.sqlstmt, conditional);
				break;
			case "PLpgSQL_stmt_perform":
				add("perform", fields.expr, conditional);
				break;
			case "PLpgSQL_stmt_call":
				add("statement", fields.expr, conditional);
				break;
			case "PLpgSQL_stmt_dynexecute":
				add("execute", fields.query, conditional);
				expressions(fields.params, conditional);
				break;
			case "PLpgSQL_stmt_open":
			case "PLpgSQL_stmt_return_query":
				add("statement", fields.query, conditional);
				add("execute", fields.dynquery, conditional);
				add("expression", fields.argquery, conditional);
				expressions(fields.params, conditional);
				break;
			case "PLpgSQL_stmt_assign":
			case "PLpgSQL_stmt_return_next":
				add("expression", fields.expr, conditional);
				break;
			case "PLpgSQL_stmt_assert":
				add("expression", fields.cond, conditional);
				break;
			case "PLpgSQL_stmt_raise":
				expressions(fields.params, conditional);
				break;
			case "PLpgSQL_stmt_return":
				add("expression", fields.expr, conditional);
				if (conditional) mayHaveReturned = true;
				break;
			case "PLpgSQL_stmt_exit":
				add("expression", fields.cond, conditional);
				if (fields.label !== void 0) mayHaveReturned = true;
				break;
			case "PLpgSQL_stmt_commit":
				add("commit", void 0, conditional);
				break;
			case "PLpgSQL_stmt_rollback": add("rollback", void 0, conditional);
		}
	};
	for (const each of functions) {
		for (const datum of each.PLpgSQL_function?.datums ?? []) {
			add("expression", datum.PLpgSQL_var?.default_val, false);
			add("statement", datum.PLpgSQL_var?.cursor_explicit_expr, true);
		}
		const action = each.PLpgSQL_function?.action;
		if (action !== void 0) statement(action, false);
	}
	return runs;
}

// src/sql/postgres/read-do.ts
/** How deep DO blocks may stand inside each other (in EXECUTE); what is deeper counts as unknown. */
const maximumDepth = 4;
/**
* A DO block: the SQL that its PL/pgSQL runs, in order. What runs only under a condition is `conditional`; an EXECUTE of a string that is not
* constant, or a block in another language, is `dynamic-sql`.
*/
function readDo(source, node, parser, depth, statement) {
	const options = pickAll(node.args, "DefElem");
	const language = pick(options.find((each) => each.defname === "language")?.arg, "String")?.sval?.toLowerCase() ?? "plpgsql";
	if (language !== "plpgsql") return [{
		kind: "dynamic-sql",
		span: source.span,
		reason: `a DO block in ${language} cannot be read`
	}];
	if (depth >= maximumDepth) return [{
		kind: "dynamic-sql",
		span: source.span,
		reason: `DO blocks stand inside each other more than ${maximumDepth} deep`
	}];
	const start = source.tokens.starts[source.first];
	const parsed = parser.parsePlpgsql(source.text.slice(start, source.tokens.ends[source.end - 1]));
	if (isFailure(parsed)) throw new Unreadable(`PL/pgSQL: ${parsed.message}`);
	const body = bodyOf(source);
	return commandsOf(parsed).flatMap((run) => {
		const operations = read(source, run, body, parser, depth, statement);
		return run.conditional ? operations.map((each) => ({
			...each,
			conditional: true
		})) : operations;
	});
}
function read(source, run, body, parser, depth, statement) {
	switch (run.kind) {
		case "statement": return readSql(source, run.query, body.locate(run.query), parser, depth, statement);
		case "perform": {
			const argument = body.locate(run.query.slice(7).trimStart());
			const before = argument && /perform\s+$/i.exec(source.text.slice(Math.max(0, argument.start - 40), argument.start))?.[0];
			const span = argument ? source.place({
				start: argument.start - (before?.length ?? 0),
				end: argument.end
			}) : source.span;
			return readSql({
				...source,
				span
			}, run.query, void 0, parser, depth, statement);
		}
		case "expression": {
			body.locate(run.query);
			const { tables, calls, locks } = mentionsOf(parsedExpression(parser, run.query));
			return tables.length + calls.length === 0 ? [] : [{
				kind: "select",
				span: source.span,
				reads: tables,
				locks,
				calls
			}];
		}
		case "execute": {
			const place = body.locate(run.query);
			const span = place ? source.place(place) : source.span;
			const value = constantString(parsedExpression(parser, run.query));
			if (value === void 0) return [{
				kind: "dynamic-sql",
				span,
				reason: `EXECUTE runs a string that is only known when it runs: ${(run.query.length > 80 ? `${run.query.slice(0, 77)}\u2026` : run.query).replace(/\s+/g, " ")}`
			}];
			const literal = place === void 0 ? -1 : source.text.slice(place.start, place.end).indexOf(value);
			if (place === void 0 || literal === -1) return readSql({
				...source,
				span
			}, value, void 0, parser, depth, statement);
			return readSql(source, value, {
				start: place.start + literal,
				end: place.start + literal + value.length
			}, parser, depth, statement);
		}
		default: {
			const place = body.locateWord(run.kind);
			return [{
				kind: "transaction",
				span: place ? source.place(place) : source.span,
				action: run.kind
			}];
		}
	}
}
/** One or more statements given as a text of their own. `place`: where that text stands in the outer text; without it, everything stands at the outer span. */
function readSql(outer, sql, place, parser, depth, statement) {
	const parsed = parser.parse(sql);
	const at = (span) => place === void 0 ? outer.span : outer.place({
		start: place.start + span.start,
		end: Math.min(place.start + span.end, place.end)
	});
	if (isFailure(parsed)) throw new Unreadable(parsed.message, at({
		start: 0,
		end: sql.length
	}));
	const { tokens } = lex(sql);
	const offset = byteOffsets(sql);
	return parsed.flatMap(({ stmt, stmt_location = 0, stmt_len }) => {
		const first = tokenAt(tokens, offset(stmt_location));
		const end = stmt_len === void 0 ? lastToken(sql, tokens) : tokenAt(tokens, offset(stmt_location + stmt_len) - 1) + 1;
		const span = at({
			start: tokens.starts[first] ?? 0,
			end: tokens.ends[end - 1] ?? sql.length
		});
		return statement({
			text: sql,
			tokens,
			first,
			end,
			offset,
			place: at,
			span
		}, stmt, parser, depth + 1);
	});
}
/** Behind the last token that is no semicolon. */
function lastToken(text, tokens) {
	let end = tokens.kinds.length;
	while (end > 0 && text[tokens.starts[end - 1]] === ";") end--;
	return end;
}
function parsedExpression(parser, query) {
	const parsed = parser.parse(`SELECT ${query}`);
	const target = isFailure(parsed) ? void 0 : pick(parsed[0]?.stmt, "SelectStmt")?.targetList?.[0];
	if (isFailure(parsed)) {
		const assigned = /^[^:=]*:?=/.exec(query)?.[0];
		return assigned === void 0 ? void 0 : parsedExpression(parser, query.slice(assigned.length));
	}
	return pick(target, "ResTarget")?.val;
}
function bodyOf(source) {
	const nowhere = {
		locate: () => void 0,
		locateWord: () => void 0
	};
	const { kinds, starts, ends } = source.tokens;
	let token = source.first;
	while (token < source.end && kinds[token] !== 3 && kinds[token] !== 2) token++;
	if (token === source.end) return nowhere;
	const [start, end] = [starts[token], ends[token]];
	const delimiter = kinds[token] === 3 ? source.text.indexOf("$", start + 1) + 1 - start : 1;
	const text = source.text.slice(start + delimiter, end - delimiter);
	if (kinds[token] === 2 && (source.text[start] !== "'" || text.includes("'"))) return nowhere;
	const base = start + delimiter;
	const { tokens } = lex(text);
	let from = 0;
	/** Searches in vain cost the rest of the text each. */
	let patience = 50;
	const found = (at, length) => {
		from = at + length;
		return {
			start: base + at,
			end: base + at + length
		};
	};
	return {
		locate(query) {
			if (patience === 0) return void 0;
			const gap = query.search(/ {6}/);
			const needle = gap > 0 ? query.slice(0, gap) : query;
			for (let at = text.indexOf(needle, from); at !== -1; at = text.indexOf(needle, at + 1)) if (tokens.starts[tokenAt(tokens, at)] === at) return found(at, query.length);
			patience--;
		},
		locateWord(word) {
			for (let token = tokenAt(tokens, from); token < tokens.kinds.length; token++) if (isWord(text, tokens, token, word)) return found(tokens.starts[token], word.length);
		}
	};
}

// src/sql/postgres/read-drop.ts
/** DROP of one or more objects: an operation each. */
function readDrop({ span }, node) {
	const ifExists = node.missing_ok ? { ifExists: true } : {};
	const cascade = node.behavior === "DROP_CASCADE" ? { cascade: true } : {};
	return (node.objects ?? []).map((object) => {
		const path = pathOf(object);
		const name = qualified(path);
		/** For what hangs on a table, the name's last part is its own. */
		const [table, own] = [qualified(path.slice(0, -1)), path[path.length - 1] ?? ""];
		switch (node.removeType) {
			case "OBJECT_TABLE": return {
				kind: "drop-table",
				span,
				table: name,
				...ifExists,
				...cascade
			};
			case "OBJECT_FOREIGN_TABLE": return {
				kind: "drop-table",
				span,
				table: name,
				...ifExists,
				...cascade,
				foreign: true
			};
			case "OBJECT_INDEX": return {
				kind: "drop-index",
				span,
				index: name,
				concurrently: node.concurrent ?? false,
				...ifExists,
				...cascade
			};
			case "OBJECT_VIEW":
			case "OBJECT_MATVIEW": return {
				kind: "drop-view",
				span,
				view: name,
				materialized: node.removeType === "OBJECT_MATVIEW",
				...ifExists,
				...cascade
			};
			case "OBJECT_TYPE":
			case "OBJECT_DOMAIN": return {
				kind: "drop-type",
				span,
				type: name,
				domain: node.removeType === "OBJECT_DOMAIN",
				...ifExists,
				...cascade
			};
			case "OBJECT_SEQUENCE": return {
				kind: "drop-sequence",
				span,
				sequence: name,
				...ifExists,
				...cascade
			};
			case "OBJECT_SCHEMA": return {
				kind: "drop-schema",
				span,
				schema: name.name,
				...ifExists,
				...cascade
			};
			case "OBJECT_EXTENSION": return {
				kind: "drop-extension",
				span,
				extension: name.name,
				...cascade
			};
			case "OBJECT_FUNCTION":
			case "OBJECT_PROCEDURE":
			case "OBJECT_ROUTINE": return {
				kind: "drop-function",
				span,
				function: name,
				...ifExists,
				...cascade
			};
			case "OBJECT_TRIGGER": return {
				kind: "drop-trigger",
				span,
				table,
				trigger: own,
				...ifExists,
				...cascade
			};
			case "OBJECT_RULE": return {
				kind: "drop-rule",
				span,
				table,
				rule: own,
				...ifExists
			};
			case "OBJECT_POLICY": return {
				kind: "drop-policy",
				span,
				table,
				policy: own,
				...ifExists
			};
			default: return {
				kind: "other",
				span,
				command: `DROP ${objectWords(node.removeType)}`,
				tables: []
			};
		}
	});
}
function pathOf(object) {
	const list = pick(object, "List")?.items ?? pick(object, "TypeName")?.names ?? pick(object, "ObjectWithArgs")?.objname;
	if (list !== void 0) return strings(list);
	const name = pick(object, "String")?.sval;
	return name === void 0 ? [nameOf(void 0).name] : [name];
}

// src/sql/postgres/read-program.ts
/** The body is not executed by creating it, so that it is not read. */
function readFunction(source, node) {
	const inputs = pickAll(node.parameters, "FunctionParameter").filter(({ mode }) => mode !== "FUNC_PARAM_OUT" && mode !== "FUNC_PARAM_TABLE");
	return [{
		kind: "create-function",
		span: source.span,
		function: nameOf(node.funcname),
		parameters: inputs.map((each) => typeName(source, each.argType)),
		volatility: volatilityOf(node.options) ?? "volatile",
		...node.is_procedure && { procedure: true },
		...node.replace && { replace: true }
	}];
}
function readAlterFunction(source, node) {
	const volatility = volatilityOf(node.actions);
	return [{
		kind: "alter-function",
		span: source.span,
		function: nameOf(node.func?.objname),
		...volatility && { volatility }
	}];
}
function volatilityOf(options) {
	const option = pickAll(options, "DefElem").find((each) => each.defname === "volatility");
	const word = pick(option?.arg, "String")?.sval;
	return word === "immutable" || word === "stable" || word === "volatile" ? word : void 0;
}
function readTrigger(source, node) {
	return [{
		kind: "create-trigger",
		span: source.span,
		table: tableName(node.relation),
		trigger: node.trigname ?? "",
		...node.replace && { replace: true },
		...node.constrrel && { references: tableName(node.constrrel) }
	}];
}

// src/sql/postgres/read-rename.ts
/** ALTER \u2026 RENAME of anything, and ALTER \u2026 SET SCHEMA. */
function readRename({ span }, node) {
	const to = node.newname ?? "";
	const table = tableName(node.relation);
	const object = objectName(node.object);
	const ifExists = node.missing_ok ? { ifExists: true } : {};
	const onTable = {
		span,
		table,
		...ifExists,
		...node.relation && !node.relation.inh && { only: true }
	};
	const view = (materialized, action) => ({
		kind: "alter-view",
		span,
		view: table,
		materialized,
		action,
		...ifExists
	});
	switch (node.renameType) {
		case "OBJECT_TABLE":
		case "OBJECT_FOREIGN_TABLE": return [{
			kind: "rename-table",
			...onTable,
			to
		}];
		case "OBJECT_COLUMN":
			if (node.relationType === "OBJECT_VIEW" || node.relationType === "OBJECT_MATVIEW") return [view(node.relationType === "OBJECT_MATVIEW", "rename column")];
			return [{
				kind: "rename-column",
				...onTable,
				column: node.subname ?? "",
				to
			}];
		case "OBJECT_TABCONSTRAINT": return [{
			kind: "rename-constraint",
			...onTable,
			constraint: node.subname ?? "",
			to
		}];
		case "OBJECT_INDEX": return [{
			kind: "rename-index",
			span,
			index: table,
			to,
			...ifExists
		}];
		case "OBJECT_VIEW":
		case "OBJECT_MATVIEW": return [{
			kind: "rename-view",
			span,
			view: table,
			materialized: node.renameType === "OBJECT_MATVIEW",
			to,
			...ifExists
		}];
		case "OBJECT_SEQUENCE": return [{
			kind: "rename-sequence",
			span,
			sequence: table,
			to
		}];
		case "OBJECT_TYPE":
		case "OBJECT_DOMAIN": return [{
			kind: "rename-type",
			span,
			type: object,
			to
		}];
		case "OBJECT_ATTRIBUTE": return [{
			kind: "alter-composite",
			span,
			type: table,
			...node.behavior === "DROP_CASCADE" && { cascade: true }
		}];
		case "OBJECT_SCHEMA": return [{
			kind: "rename-schema",
			span,
			schema: node.subname ?? "",
			to
		}];
		case "OBJECT_FUNCTION":
		case "OBJECT_PROCEDURE":
		case "OBJECT_ROUTINE": return [{
			kind: "alter-function",
			span,
			function: object,
			renameTo: to
		}];
		case "OBJECT_TRIGGER": return [{
			kind: "rename-trigger",
			span,
			table,
			trigger: node.subname ?? "",
			to
		}];
		case "OBJECT_RULE": return [{
			kind: "rename-rule",
			span,
			table,
			rule: node.subname ?? "",
			...ifExists
		}];
		case "OBJECT_POLICY": return [{
			kind: "alter-policy",
			span,
			table,
			policy: node.subname ?? "",
			...ifExists
		}];
		default: return [{
			kind: "other",
			span,
			command: `ALTER ${objectWords(node.renameType)}`,
			tables: []
		}];
	}
}
function readSetSchema({ span }, node) {
	const to = node.newschema ?? "";
	const table = tableName(node.relation);
	const object = objectName(node.object);
	const ifExists = node.missing_ok ? { ifExists: true } : {};
	switch (node.objectType) {
		case "OBJECT_TABLE":
		case "OBJECT_FOREIGN_TABLE": return [{
			kind: "set-schema",
			span,
			table,
			...ifExists,
			...node.relation && !node.relation.inh && { only: true },
			to
		}];
		case "OBJECT_VIEW":
		case "OBJECT_MATVIEW": return [{
			kind: "alter-view",
			span,
			view: table,
			materialized: node.objectType === "OBJECT_MATVIEW",
			action: "set schema",
			...ifExists
		}];
		case "OBJECT_SEQUENCE": return [{
			kind: "alter-sequence",
			span,
			sequence: table,
			...ifExists
		}];
		case "OBJECT_TYPE":
		case "OBJECT_DOMAIN": return [{
			kind: "set-type-schema",
			span,
			type: object,
			to
		}];
		case "OBJECT_FUNCTION":
		case "OBJECT_PROCEDURE":
		case "OBJECT_ROUTINE": return [{
			kind: "alter-function",
			span,
			function: object
		}];
		default: return [{
			kind: "other",
			span,
			command: `ALTER ${objectWords(node.objectType)}`,
			tables: []
		}];
	}
}
function objectName(node) {
	const list = pick(node, "List")?.items ?? pick(node, "ObjectWithArgs")?.objname ?? pick(node, "TypeName")?.names;
	return list === void 0 ? { name: plainValue(node) ?? "" } : nameOf(strings(list).map((sval) => ({ String: { sval } })));
}

// src/sql/postgres/read-session.ts
/** What concerns the session, the transaction and upkeep rather than the schema. */
const actions = {
	TRANS_STMT_BEGIN: "begin",
	TRANS_STMT_START: "begin",
	TRANS_STMT_COMMIT: "commit",
	TRANS_STMT_ROLLBACK: "rollback",
	TRANS_STMT_SAVEPOINT: "savepoint",
	TRANS_STMT_RELEASE: "release",
	TRANS_STMT_ROLLBACK_TO: "rollback to",
	TRANS_STMT_PREPARE: "prepare",
	TRANS_STMT_COMMIT_PREPARED: "commit prepared",
	TRANS_STMT_ROLLBACK_PREPARED: "rollback prepared"
};
function readTransaction({ span }, node) {
	return [{
		kind: "transaction",
		span,
		action: actions[node.kind ?? ""] ?? "begin",
		...node.chain && { chain: true }
	}];
}
/** SET TRANSACTION and the like set several variables at once. */
function readSet({ span }, node) {
	const local = node.is_local ? { local: true } : {};
	switch (node.kind) {
		case "VAR_RESET_ALL": return [{
			kind: "set-variable",
			span,
			name: "all"
		}];
		case "VAR_SET_MULTI": {
			const parts = pickAll(node.args, "DefElem").map((each) => [each.defname, plainValue(each.arg)]);
			if (parts.length === 0) return [{
				kind: "set-variable",
				span,
				name: (node.name ?? "").toLowerCase(),
				...local
			}];
			return parts.map(([name, value]) => ({
				kind: "set-variable",
				span,
				name: (name ?? "").toLowerCase(),
				...value !== void 0 && { value: [value] },
				...local
			}));
		}
		default: {
			const values = node.args?.map(plainValue).filter((each) => each !== void 0);
			const known = values !== void 0 && values.length > 0 && values.length === node.args?.length;
			return [{
				kind: "set-variable",
				span,
				name: (node.name ?? "").toLowerCase(),
				...known && { value: values },
				...local
			}];
		}
	}
}
const lockModes = [
	"",
	"ACCESS SHARE",
	"ROW SHARE",
	"ROW EXCLUSIVE",
	"SHARE UPDATE EXCLUSIVE",
	"SHARE",
	"SHARE ROW EXCLUSIVE",
	"EXCLUSIVE",
	"ACCESS EXCLUSIVE"
];
function readLock({ span }, node) {
	return pickAll(node.relations, "RangeVar").map((table) => ({
		kind: "lock-table",
		span,
		table: tableName(table),
		mode: lockModes[node.mode ?? 8] ?? "",
		...!table.inh && { only: true },
		...node.nowait && { nowait: true }
	}));
}
function readTruncate({ span }, node) {
	return pickAll(node.relations, "RangeVar").map((table) => ({
		kind: "truncate",
		span,
		table: tableName(table),
		...node.behavior === "DROP_CASCADE" && { cascade: true }
	}));
}
function readVacuum({ span }, node) {
	const full = isOn(node.options, "full");
	const tables = pickAll(node.rels, "VacuumRelation").map((each) => ({ table: tableName(each.relation) }));
	return (tables.length === 0 ? [{}] : tables).map((table) => node.is_vacuumcmd ? {
		kind: "vacuum",
		span,
		...table,
		full
	} : {
		kind: "analyze",
		span,
		...table
	});
}
function readCluster({ span }, node) {
	return [{
		kind: "cluster",
		span,
		...node.relation && { table: tableName(node.relation) },
		...node.indexname !== void 0 && { index: node.indexname }
	}];
}
function readReindex({ span }, node) {
	const target = (node.kind ?? "").slice(15).toLowerCase();
	const name = node.relation ? tableName(node.relation) : node.name === void 0 ? void 0 : { name: node.name };
	return [{
		kind: "reindex",
		span,
		target,
		...name && { name },
		concurrently: isOn(node.params, "concurrently")
	}];
}
/** Whether a parenthesised option is given, and not with a value that turns it off. */
function isOn(options, name) {
	const option = pickAll(options, "DefElem").find((each) => each.defname?.toLowerCase() === name);
	return option !== void 0 && ![
		"false",
		"off",
		"0",
		"no"
	].includes(plainValue(option.arg)?.toLowerCase() ?? "true");
}

// src/sql/postgres/read-type.ts
function readDomain(source, node) {
	const whole = {
		from: source.first,
		to: source.end
	};
	const items = columnItems(source, pickAll(node.constraints, "Constraint"), node.collClause?.location, whole);
	const isNotNull = (type, name) => type === "CONSTR_NOTNULL" && name === void 0;
	const defaulted = items.find(({ constraint }) => constraint.contype === "CONSTR_DEFAULT");
	return [{
		kind: "create-domain",
		span: source.span,
		domain: nameOf(node.domainname),
		type: typeName(source, node.typeName),
		notNull: items.some(({ constraint }) => constraint.contype === "CONSTR_NOTNULL"),
		...defaulted && { default: expressionOf(source, defaulted.constraint.raw_expr, {
			from: find(source, defaulted.range, "default") + 1,
			to: defaulted.range.to
		}) },
		constraints: items.filter(({ constraint }) => !isNotNull(constraint.contype, constraint.conname)).map(({ constraint, range, attributes }) => constraintOf(source, constraint, range, "value", attributes)).filter((each) => each !== void 0)
	}];
}
/** The letters of AlterDomainStmt.subtype are PostgreSQL's. */
function readAlterDomain(source, node) {
	const base = {
		span: source.span,
		domain: nameOf(node.typeName)
	};
	switch (node.subtype) {
		case "T": {
			const place = {
				from: find(source, {
					from: source.first,
					to: source.end
				}, "default") + 1,
				to: source.end
			};
			return [{
				kind: "set-domain-default",
				...base,
				...node.def && { expression: expressionOf(source, node.def, place) }
			}];
		}
		case "N":
		case "O": return [{
			kind: "set-domain-not-null",
			...base,
			notNull: node.subtype === "O"
		}];
		case "C": {
			const constraint = pick(node.def, "Constraint") ?? {};
			const definition = constraintOf(source, constraint, {
				from: at(source, constraint.location),
				to: source.end
			}, "value");
			return definition === void 0 ? [] : [{
				kind: "add-domain-constraint",
				...base,
				constraint: definition
			}];
		}
		case "X": return [{
			kind: "drop-domain-constraint",
			...base,
			constraint: node.name ?? "",
			...node.missing_ok && { constraintIfExists: true }
		}];
		default: return [{
			kind: "validate-domain-constraint",
			...base,
			constraint: node.name ?? ""
		}];
	}
}
function readAlterEnum(source, node) {
	const base = {
		span: source.span,
		type: nameOf(node.typeName)
	};
	if (node.oldVal !== void 0) return [{
		kind: "rename-enum-value",
		...base,
		from: node.oldVal,
		to: node.newVal ?? ""
	}];
	return [{
		kind: "add-enum-value",
		...base,
		value: node.newVal ?? "",
		...node.skipIfNewValExists && { ifNotExists: true }
	}];
}
/** CREATE TYPE of a base or shell type; aggregates, operators and the like are `undefined`. */
function readDefine(source, node) {
	if (node.kind !== "OBJECT_TYPE") return void 0;
	return [{
		kind: "create-type",
		span: source.span,
		type: nameOf(node.defnames),
		form: node.definition ? "base" : "shell"
	}];
}
function readCreateSequence(source, node) {
	const owner = ownedBy(node.options);
	return [{
		kind: "create-sequence",
		span: source.span,
		sequence: tableName(node.sequence),
		...node.sequence?.relpersistence === "t" && { temporary: true },
		...node.if_not_exists && { ifNotExists: true },
		...owner !== void 0 && owner !== "none" && { ownedBy: owner }
	}];
}
function readAlterSequence(source, node) {
	const owner = ownedBy(node.options);
	return [{
		kind: "alter-sequence",
		span: source.span,
		sequence: tableName(node.sequence),
		...node.missing_ok && { ifExists: true },
		...owner !== void 0 && { ownedBy: owner }
	}];
}
function ownedBy(options) {
	const option = pickAll(options, "DefElem").find((each) => each.defname === "owned_by");
	if (option === void 0) return void 0;
	const path = strings(pick(option.arg, "List")?.items);
	return path.length === 1 ? "none" : {
		table: qualified(path.slice(0, -1)),
		column: path[path.length - 1] ?? ""
	};
}
/**
* CREATE SCHEMA and what it holds: the unqualified names of its elements belong to the new schema.
* @param read reads an element as a statement
*/
function readSchema(source, node, read) {
	const schema = node.schemaname ?? node.authrole?.rolename ?? "";
	for (const element of node.schemaElts ?? []) for (const content of Object.values(element)) {
		const fields = content;
		for (const name of [
			"relation",
			"view",
			"sequence"
		]) {
			const relation = fields[name];
			if (relation?.relname !== void 0) relation.schemaname ??= schema;
		}
	}
	return [{
		kind: "create-schema",
		span: source.span,
		schema,
		...node.if_not_exists && { ifNotExists: true }
	}, ...(node.schemaElts ?? []).flatMap(read)];
}

// src/sql/postgres/read-view.ts
function readView(source, node) {
	return [{
		kind: "create-view",
		span: source.span,
		view: tableName(node.view),
		materialized: false,
		...node.replace && { replace: true },
		...node.view?.relpersistence === "t" && { temporary: true },
		withData: true,
		reads: mentionsOf(node.query).columns
	}];
}
/** CREATE TABLE \u2026 AS, CREATE MATERIALIZED VIEW. */
function readTableAs(source, node) {
	const withData = !node.into?.skipData;
	const mentions = mentionsOf(node.query);
	if (node.objtype === "OBJECT_MATVIEW") return [{
		kind: "create-view",
		span: source.span,
		view: tableName(node.into?.rel),
		materialized: true,
		...node.if_not_exists && { ifNotExists: true },
		withData,
		reads: mentions.columns
	}];
	const { into } = node;
	return [{
		kind: "create-table",
		span: source.span,
		table: tableName(into?.rel),
		columns: [],
		constraints: [],
		persistence: persistenceOf(into?.rel?.relpersistence),
		...node.if_not_exists && { ifNotExists: true },
		inherits: [],
		like: [],
		asQuery: {
			reads: mentions.tables,
			withData
		},
		...into?.accessMethod !== void 0 && { accessMethod: into.accessMethod },
		...into?.tableSpaceName !== void 0 && { tablespace: into.tableSpaceName }
	}];
}
function readRefresh(source, node) {
	return [{
		kind: "refresh-view",
		span: source.span,
		view: tableName(node.relation),
		concurrently: node.concurrent ?? false,
		withData: !node.skipData
	}];
}

// src/sql/postgres/read-statement.ts
/**
* A statement of the parser's tree as operations, at least one. What has no kind of its own is `other` with its command tag.
* @param depth how many DO blocks enclose it
*/
function readStatement(source, node, parser, depth = 0) {
	const read = readers[nameOfNode(node)];
	const operations = read?.(source, contentOf(node), {
		node,
		inner: (query) => query === void 0 ? [] : readStatement(source, query, parser, depth),
		block: (block) => readDo(source, block, parser, depth, readStatement)
	});
	if (operations !== void 0 && operations.length > 0) return operations;
	return [{
		kind: "other",
		span: source.span,
		command: commandOf(node),
		tables: tablesOf(node),
		...namesPart(node) && { ofPart: true }
	}];
}
const data = (source, _, { node }) => readData(source, node);
const readers = {
	AlterDomainStmt: readAlterDomain,
	AlterEnumStmt: readAlterEnum,
	AlterFunctionStmt: readAlterFunction,
	AlterObjectSchemaStmt: readSetSchema,
	AlterPolicyStmt: ({ span }, { table, policy_name = "" }) => [{
		kind: "alter-policy",
		span,
		table: tableName(table),
		policy: policy_name
	}],
	AlterSeqStmt: readAlterSequence,
	AlterTableMoveAllStmt: ({ span }, { orig_tablespacename }) => [{
		kind: "dynamic-sql",
		span,
		reason: `it moves everything that is in tablespace ${orig_tablespacename}, whatever that is`
	}],
	AlterTableStmt: readAlterTable,
	CallStmt: ({ span }, { funccall }) => [{
		kind: "call",
		span,
		procedure: nameOf(funccall?.funcname)
	}],
	ClusterStmt: readCluster,
	CompositeTypeStmt: ({ span }, { typevar }) => [{
		kind: "create-type",
		span,
		type: tableName(typevar),
		form: "composite"
	}],
	CopyStmt: readCopy,
	CreateDomainStmt: readDomain,
	CreateEnumStmt: ({ span }, { typeName, vals }) => [{
		kind: "create-enum",
		span,
		type: nameOf(typeName),
		values: strings(vals)
	}],
	CreateExtensionStmt: ({ span }, { extname = "", if_not_exists }) => [{
		kind: "create-extension",
		span,
		extension: extname,
		...if_not_exists && { ifNotExists: true }
	}],
	CreateForeignTableStmt: (source, { base = {} }) => readCreateTable(source, base, true),
	CreateFunctionStmt: readFunction,
	CreatePolicyStmt: ({ span }, { table, policy_name = "" }) => [{
		kind: "create-policy",
		span,
		table: tableName(table),
		policy: policy_name
	}],
	CreateRangeStmt: ({ span }, { typeName }) => [{
		kind: "create-type",
		span,
		type: nameOf(typeName),
		form: "range"
	}],
	CreateSchemaStmt: (source, node, { inner }) => readSchema(source, node, inner),
	CreateSeqStmt: readCreateSequence,
	CreateStmt: (source, node) => readCreateTable(source, node),
	CreateTableAsStmt: readTableAs,
	CreateTrigStmt: readTrigger,
	DeclareCursorStmt: (_, { query }, { inner }) => inner(query),
	DefineStmt: readDefine,
	DeleteStmt: data,
	DoStmt: (_, node, { block }) => block(node),
	DropOwnedStmt: ({ span }, { roles }) => {
		return [{
			kind: "dynamic-sql",
			span,
			reason: `it drops everything that ${pickAll(roles, "RoleSpec").map((each) => each.rolename ?? "the current role").join(" and ")} owns, whatever that is`
		}];
	},
	DropStmt: readDrop,
	ExplainStmt: (_, { options, query }, { inner }) => isOn(options, "analyze") ? inner(query) : void 0,
	IndexStmt: readIndex,
	InsertStmt: data,
	LockStmt: readLock,
	MergeStmt: data,
	PrepareStmt: (_, { query }, { inner }) => inner(query),
	RefreshMatViewStmt: readRefresh,
	ReindexStmt: readReindex,
	RenameStmt: readRename,
	RuleStmt: ({ span }, { relation, rulename = "" }) => [{
		kind: "create-rule",
		span,
		table: tableName(relation),
		rule: rulename
	}],
	SelectStmt: data,
	TransactionStmt: readTransaction,
	TruncateStmt: readTruncate,
	UpdateStmt: data,
	VacuumStmt: readVacuum,
	VariableSetStmt: readSet,
	ViewStmt: readView
};

// src/sql/postgres/reader.ts
/** PostgreSQL's own parser behind the contract. */
function libpgReader(parser) {
	return {
		name: "libpg-query",
		read: (text, sections) => readFile(parser, text, sections),
		readExpression: (text) => readExpression(parser, text)
	};
}
/**
* A file is parsed whole. Where that fails, or something in it must not reach the parser, it is divided by the lexer and read statement by
* statement: twice the work at most, and one bad statement costs only itself.
*/
function readFile(parser, text, sections) {
	const file = prepare(text, sections);
	const statements = file.refused === void 0 ? readStatements(parser, file, text) : [unreadable({
		start: 0,
		end: text.length
	}, file.refused)];
	return {
		statements: withBesides(statements, file.lexed),
		comments: file.lexed.comments
	};
}
function readStatements(parser, file, text) {
	if (file.pieces.length === 0) return [];
	const whole = file.clean ? parser.parse(file.sql) : void 0;
	if (whole === void 0 || isFailure(whole)) return file.pieces.map((piece) => readPiece(parser, file, piece, text, whole));
	const { tokens } = file.lexed;
	const offset = byteOffsets(file.sql);
	return whole.map(({ stmt, stmt_location = 0, stmt_len }) => {
		return fromTree(parser, file, text, {
			first: tokenAt(tokens, offset(stmt_location)),
			last: stmt_len === void 0 ? file.pieces[file.pieces.length - 1].last : lastBefore(tokens.ends, offset(stmt_location + stmt_len))
		}, stmt, offset);
	});
}
/** The last token that ends at or before an offset. */
function lastBefore(ends, offset) {
	let low = 0;
	let high = ends.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (ends[middle] <= offset) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
/** @param whole why the file could not be parsed whole: for a file of one statement it need not be tried again */
function readPiece(parser, file, piece, text, whole) {
	const { tokens } = file.lexed;
	const span = {
		start: tokens.starts[piece.first],
		end: tokens.ends[piece.last]
	};
	const fullSpan = withSemicolon(file, text, span, piece.last);
	const refused = refusal(file.sql, span, piece.depth);
	if (refused !== void 0) return {
		span,
		fullSpan,
		operations: [],
		unreadable: refused
	};
	const alone = whole !== void 0 && file.pieces.length === 1 && file.lexed.unterminated === void 0;
	const start = alone ? 0 : span.start;
	const sql = alone ? file.sql : file.sql.slice(span.start, span.end);
	const parsed = alone ? whole : parser.parse(sql);
	if (isFailure(parsed)) {
		const at = parsed.cursor === void 0 ? void 0 : start + codePointOffset(sql, parsed.cursor);
		return {
			span,
			fullSpan,
			operations: [],
			unreadable: {
				message: parsed.message,
				span: place(file, span, at)
			}
		};
	}
	const [statement] = parsed;
	if (statement === void 0 || parsed.length > 1) return {
		span,
		fullSpan,
		operations: [],
		unreadable: {
			message: "it cannot be told where the statement ends",
			span
		}
	};
	const shift = byteOffsets(sql);
	return fromTree(parser, file, text, piece, statement.stmt, (byte) => span.start + shift(byte));
}
/** The token that an error points to; the whole statement where there is none. */
function place(file, statement, at) {
	if (at === void 0) return statement;
	const { tokens } = file.lexed;
	const token = tokenAt(tokens, at);
	const span = {
		start: tokens.starts[token] ?? 0,
		end: tokens.ends[token] ?? 0
	};
	return span.start >= statement.start && span.start < statement.end ? span : statement;
}
function fromTree(parser, file, text, { first, last }, node, offset) {
	const { tokens } = file.lexed;
	const span = {
		start: tokens.starts[first],
		end: tokens.ends[last]
	};
	const fullSpan = withSemicolon(file, text, span, last);
	const source = {
		text: file.sql,
		tokens,
		first,
		end: last + 1,
		offset,
		place: (each) => each,
		span
	};
	try {
		return {
			span,
			fullSpan,
			operations: readStatement(source, node, parser)
		};
	} catch (error) {
		if (error instanceof Unreadable) return {
			span,
			fullSpan,
			operations: [],
			unreadable: {
				message: error.message,
				span: error.span ?? span
			}
		};
		if (error instanceof RangeError) return {
			span,
			fullSpan,
			operations: [],
			unreadable: {
				message: "the statement is nested too deeply",
				span
			}
		};
		throw error;
	}
}
/** A semicolon that the file has, and not one that stands for the end of a section. */
function withSemicolon({ lexed }, text, span, last) {
	const next = lexed.tokens.starts[last + 1];
	return next !== void 0 && lexed.text[next] === ";" && text[next] === ";" ? {
		start: span.start,
		end: next + 1
	} : span;
}
function unreadable(span, message) {
	return {
		span,
		fullSpan: span,
		operations: [],
		unreadable: {
			message,
			span
		}
	};
}

export { painter as $, readTarget as A, quoteName as B, siblingsOf as C, treeOf$1 as D, shownPath as E, analyze as F, unstagedText as G, placeOf as H, prepare as I, effectInWords as J, boundaryWords as K, refusal as L, defaultConfig as M, loadReader as N, decode as O, mergeAnalyses as P, blocksWrites as Q, limits as R, run as S, repositoryOf as T, layoutFor as U, isSqlFile as V, planFilesText as W, lockInWords as X, factsInWords as Y, tableInWords as Z, textOf as _, isSystem as a, columnsOf$1 as at, parseHunks as b, Unreadable as c, linesOf$1 as ct, find as d, Problem as dt, paragraph as et, findOpen as f, processIo as ft, spanOf as g, markAt as h, typeRange as i, excerptOf as it, targetName as j, arrange as k, closing as l, verdictOf as lt, is as m, isFailure as n, lineOf as nt, notOverTheRow as o, visible as ot, inside as p, counted as q, loadParser as r, contains as rt, printTokens as s, visibleLines as st, libpgReader as t, printed as tt, commaParts as u, didYouMean as ut, withBesides as v, readText as w, main as x, writePlans as y, rules as z };