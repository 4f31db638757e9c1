import { A as shownPath, C as expandPaths, D as stdinPath, F as targetName, G as rules, I as defaultConfig, J as sqlNameOf, K as blocksReads, L as loadReader, P as readTarget, Q as isDown, R as mergeAnalyses, S as expandGlobs, T as readDisk, U as contains, W as linesOf, X as isWork, Y as whatWaits, Z as quoteName, et as placeOf$2, j as treeOf, k as repositoryOf, nt as verdictOf, q as blocksWrites, rt as Problem, tt as comparePlaces, w as globMatcher, x as directoryOf, y as writePlans, z as analyze } from "./core.js";
import { parseArgs, styleText } from "node:util";
import { dirname, join, relative, resolve } from "node:path";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";

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
			const replaced = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : replaced;
			next[j] = Math.min(at(next, j - 1) + 1, at(row, j) + 1, replaced, swapped);
		}
		[before, row] = [row, next];
	}
	return at(row, b.length);
}
function at(row, i) {
	return row[i];
}

// src/cli/arguments.ts
const commands = [
	"check",
	"explain",
	"plan",
	"rules"
];
const formats$1 = ["text", "json"];
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
		format: oneOf("--format", given.format, formats$1) ?? "text",
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
	const file = explicit === void 0 ? findConfig(resolve(cwd), resolve(cwd, from)) : resolve(cwd, explicit);
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
		const file = join(directory, fileName);
		if (existsSync(file)) return file;
		const misnamed = join(directory, ".lockstep.yaml");
		if (existsSync(misnamed)) throw new Problem(`is not read; name it ${fileName}`, { path: shown(cwd, misnamed) });
	}
}
/** The directories to look in, nearest first. */
function searched(cwd, from) {
	const above = [];
	for (let at = from;; at = dirname(at)) {
		above.push(at);
		if (existsSync(join(at, ".git"))) return above;
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

// src/cli/inputs.ts
/** Finds and reads the migrations. @throws Problem */
async function readInputs(args, io) {
	const tree = treeOf(io.cwd);
	const loaded = await loadConfig(io.cwd, args.config, directoryOf(tree, named(args)));
	const config = withArguments(loaded, args, tree);
	const { review, notices, input } = await underReview(args, io, tree, loaded);
	const earlier = args.history.length === 0 ? [] : [...await expandPaths(tree, args.history)].map(placeOf$2).sort(comparePlaces);
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
	const schema = args.schema ?? (config.schema === void 0 ? void 0 : shownPath(tree.cwd, resolve(directory, config.schema)));
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
	const gone = (path) => matches(shownPath(from, resolve(tree.cwd, path)));
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
	stderr.write(`reading ${migrations} migrations …`);
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
	} else {
		const { terminalReport, quietReport } = await import("./terminal.js");
		io.stdout.write(args.quiet ? quietReport(analysis) : terminalReport(analysis, failOn, layoutFor(args, io)));
	}
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

// src/report/fingerprint.ts
function markerLine(marker) {
	const values = marker.kind === "comment" ? marker.fingerprint : `${marker.head} ${marker.content}`;
	return `<!-- lockstep:${marker.kind} v1 ${values} -->`;
}
/** The marker on the first line of a posted text. */
function readMarker(body) {
	const match = /^<!-- lockstep:(?:(?<comment>comment) v1 (?<fingerprint>[0-9a-f]{16})|review v1 (?<head>[0-9a-f]{40,64}) (?<content>[0-9a-f]{16})) -->\r?(?:\n|$)/.exec(body);
	const { comment, fingerprint = "", head = "", content = "" } = match?.groups ?? {};
	if (match === null) return void 0;
	return comment === void 0 ? {
		kind: "review",
		head,
		content
	} : {
		kind: "comment",
		fingerprint
	};
}
/** Sixteen hexadecimal digits of SHA-256. */
function digest(...parts) {
	return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}
/**
* Stays the same when lines move: made of the path, the rules and the statements' text with its white space evened out.
* `ordinal` tells equal statements of one file apart.
*/
function fingerprintOf(path, rules, statements, ordinal) {
	const text = statements.map((each) => each.replace(/\s+/g, " ").trim());
	return digest(path, ...[...rules].sort(), "", ...text, String(ordinal));
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
	if (code === 127) return "␡";
	return `\\u{${code.toString(16)}}`;
}
/** `visible`, keeping the line breaks. */
function visibleLines(text) {
	return text.split(/\r\n|\n|\r/).map((line) => visible(line.replaceAll("	", "    ")));
}
/** How many columns a text takes on a terminal: wide characters of East Asia and emoji two, combining marks none. */
function columnsOf(text) {
	if (/^[\u0000-\u007f]*$/.test(text)) return text.length;
	let columns = 0;
	for (const character of text) columns += zero.test(character) ? 0 : wide.test(character) ? 2 : 1;
	return columns;
}
const zero = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const wide = /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}])$/u;

// src/report/markdown-escape.ts
/**
* Untrusted text in GitHub's Markdown: names, SQL, paths and messages come from the pull request, and whoever wrote it may want to
* ping a team, link an issue, load a picture, close our `<details>` or forge our markers. Everything that a report prints goes through
* one of these; none of them can be left again by what is inside.
*/
/** One line; control, direction and zero-width characters are shown instead of obeyed. */
const oneLine = (text) => visible(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " "));
/**
* A sentence. Backtick pairs in it are kept as inline code (our own messages have them); in the rest every character that means
* something to Markdown, HTML or GitHub is taken out of action.
*/
function prose(text) {
	const parts = oneLine(text).split("`");
	if (parts.length % 2 === 0) {
		const last = parts.pop();
		parts.push(`${parts.pop()}\`${last}`);
	}
	return parts.map((part, index) => {
		if (index % 2 === 1) return code(part);
		return part === "" && index > 0 && index < parts.length - 1 ? "<!-- -->" : plain(part);
	}).join("");
}
/**
* Prose without code. GitHub looks for `@mentions`, `#123` and links in the rendered text, so entities and backslashes do not stop it;
* an empty HTML comment, which splits the text, does, and it is not copied along.
*/
function plain(text) {
	return text.replace(/[\\`*[\]|~]/g, "\\$&").replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\$/g, "<span>$$</span>").replace(/@/g, "@<!-- -->").replace(/#(?=\d)/g, "#<!-- -->").replace(/\b(gh)-(?=\d)/gi, "$1-<!-- -->").replace(/:\/\//g, ":<!-- -->//").replace(/\bwww\./gi, "www<!-- -->.");
}
/** Inline code on one line. Delimited by more backticks than it holds in a row; nothing is a mention or markup inside. */
function code(text) {
	const line = oneLine(text);
	if (line.trim() === "") return "";
	const ticks = "`".repeat(longestRun(line) + 1);
	const padding = line.startsWith("`") || line.endsWith("`") || line.startsWith(" ") && line.endsWith(" ") ? " " : "";
	return `${ticks}${padding}${line}${padding}${ticks}`;
}
/** Markdown that is to stand in a table cell: a pipe ends the cell even inside code. */
function cell(markdown) {
	return markdown.replace(/(?<!\\)\|/g, "\\|");
}
/** A fenced block, its fence longer than any run of backticks inside. An empty `text` gives a block without lines. */
function fence(info, text) {
	const inside = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
	const ticks = "`".repeat(Math.max(3, longestRun(inside) + 1));
	return text === "" ? `${ticks}${info}\n${ticks}` : `${ticks}${info}\n${inside}\n${ticks}`;
}
/** A collapsed block. The blank lines make GitHub read Markdown inside; `summary` is Markdown-free HTML or already escaped. */
function details(summary, inside) {
	return `<details><summary>${summary}</summary>\n\n${inside}\n\n</details>`;
}
/** Text inside an HTML element on one line, such as `<summary>`, where Markdown is not read. */
function html(text) {
	return oneLine(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/@/g, "@<!-- -->").replace(/#(?=\d)/g, "#<!-- -->").replace(/:\/\//g, ":<!-- -->//");
}
function longestRun(text) {
	return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

// src/report/json.ts
/** The contract of `--format json`, described in docs/json.schema.json. Keys may be added under version 1; none changes its meaning or goes. */
function jsonReport(analysis, failOn) {
	return `${JSON.stringify({
		version: 1,
		verdict: verdictOf(analysis, failOn),
		files: analysis.files.map((file) => fileJson(file, targetName(analysis.target))),
		plans: analysis.plans.map((plan) => planJson(plan, analysis)),
		notices: analysis.notices,
		summary: analysis.summary
	})}\n`;
}
/** The same contract where there is no analysis to report: bad usage, a bad config, a missing path, a bug. */
function jsonError(message) {
	return `${JSON.stringify({
		version: 1,
		verdict: "error",
		error: { message },
		files: [],
		plans: [],
		notices: [],
		summary: {
			files: 0,
			statements: 0,
			findings: {
				error: 0,
				warning: 0
			},
			suppressed: 0,
			unreadable: 0
		}
	})}\n`;
}
function fileJson({ migration, statements, findings }, engine) {
	const lines = linesOf(migration.text);
	const { unreadable } = migration;
	return {
		path: migration.path,
		engine,
		transaction: migration.transaction,
		statements: statements.map(({ statement, effects }) => ({
			...placeOf$1(lines, statement.span),
			span: statement.span,
			sql: migration.text.slice(statement.span.start, statement.span.end),
			operations: statement.operations.map((each) => each.kind),
			effects: effects.map(({ table, ofIndex, lock, work, fails }) => ({
				table: quoteName(table),
				...ofIndex && { ofIndex },
				lock,
				work,
				...fails && { fails: {
					code: fails.code,
					reason: fails.reason
				} }
			}))
		})),
		findings: findings.map(({ rule, severity, category, span, message, advice, plan, suppressed }) => ({
			rule,
			severity,
			category,
			...unreadable === void 0 ? placeOf$1(lines, span) : {
				line: unreadable.line,
				column: 1,
				endLine: unreadable.line,
				endColumn: 1
			},
			message,
			advice,
			...plan !== void 0 && { plan },
			...suppressed && { suppressed }
		}))
	};
}
function placeOf$1(lines, span) {
	const start = lines.position(span.start);
	const end = lines.position(span.end);
	return {
		line: start.line,
		column: start.column,
		endLine: end.line,
		endColumn: end.column
	};
}
function planJson(plan, analysis) {
	const texts = new Map(analysis.files.map(({ migration }) => [migration.path, migration.text]));
	return {
		id: plan.id,
		files: plan.files,
		questions: plan.questions.map(({ path, table, column, directive, message }) => ({
			path,
			table,
			column,
			directive,
			message
		})),
		stages: plan.stages.map(({ name, boundary, files }) => ({
			name,
			boundary,
			files: files.map(({ path, steps, text }) => ({
				...path !== void 0 && { path },
				steps: steps.map(({ sql, transaction, rollback }) => ({
					sql,
					transaction,
					rollback
				})),
				text
			}))
		})),
		unplanned: plan.unplanned.map(({ path, span, reason }) => {
			const { line, column } = linesOf(texts.get(path) ?? "").position(span.start);
			return {
				path,
				line,
				column,
				reason
			};
		}),
		...plan.proof && { proof: plan.proof }
	};
}

// src/report/anchor.ts
/**
* Places a range of lines in a diff, so that GitHub does not answer 422 (which costs the whole review, not the one comment):
* first and last line must be on the new side of one and the same hunk.
* @param hunks the new side of each hunk, unchanged lines included; undefined where GitHub shows no diff of the file
*/
function anchorOf(range, hunks) {
	if (hunks === void 0) return {
		kind: "none",
		reason: "GitHub shows no diff of this file"
	};
	const touched = hunks.filter((side) => side.from <= range.to && range.from <= side.to);
	const side = touched.at(-1);
	if (side === void 0) return {
		kind: "none",
		reason: "its lines are not part of the diff"
	};
	const from = Math.max(range.from, side.from);
	const to = Math.min(range.to, side.to);
	const anchor = from < to ? {
		line: to,
		startLine: from
	} : { line: to };
	if (from === range.from && to === range.to) return {
		kind: "whole",
		anchor
	};
	return {
		kind: "part",
		anchor,
		reason: touched.length > 1 ? "its lines lie in more than one hunk of the diff" : "not all of its lines are part of the diff"
	};
}

// src/report/suggestion.ts
/**
* One line edit for each edit; edits that share a line are one, because GitHub takes one suggestion a line and each must hold alone.
* What stands before and after a statement on its lines is kept.
* @param text the file; `edits` are its edits in order, not overlapping
*/
function lineEdits(text, edits) {
	const lines = gitLines(text);
	const groups = [];
	for (const edit of edits) {
		const { from, to } = reach(lines, text, edit);
		const last = groups.at(-1);
		if (last !== void 0 && from <= last.to) {
			last.edits.push(edit);
			last.to = Math.max(last.to, to);
		} else groups.push({
			from,
			to,
			edits: [edit]
		});
	}
	return groups.map((group) => {
		const start = lines[group.from - 1]?.start ?? 0;
		const end = lines[group.to - 1]?.end ?? text.length;
		let at = start;
		let replaced = "";
		for (const edit of group.edits) {
			replaced += text.slice(at, edit.span.start) + edit.replacement;
			at = edit.span.end;
		}
		replaced += text.slice(at, Math.max(at, end));
		const after = splitLines(replaced);
		const before = splitLines(text.slice(start, end));
		return {
			...group,
			lines: after,
			unchanged: after.length === before.length && after.every((line, index) => line === before[index])
		};
	});
}
/** The lines of `text` as git counts them; the span holds the line break. A final line break opens no further line. */
function gitLines(text) {
	const lines = [];
	for (let start = 0; start < text.length || lines.length === 0;) {
		const newline = text.indexOf("\n", start);
		const end = newline === -1 ? text.length : newline + 1;
		lines.push({
			start,
			end
		});
		start = end;
		if (end === text.length) break;
	}
	return lines;
}
/** The line (1-based, as git counts) of an offset; behind the end it is the last one. */
function gitLineOf(lines, offset) {
	let low = 0;
	let high = lines.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if (lines[middle].start <= offset) low = middle;
		else high = middle - 1;
	}
	return low + 1;
}
/** The lines that a span touches. A span that ends behind a line break does not touch the line after it. */
function linesTouched(lines, span) {
	return {
		from: gitLineOf(lines, span.start),
		to: gitLineOf(lines, Math.max(span.start, span.end - 1))
	};
}
function reach(lines, text, edit) {
	const { from, to } = linesTouched(lines, edit.span);
	const takesBreak = edit.span.end > edit.span.start && text[edit.span.end - 1] === "\n";
	const leavesPart = edit.replacement !== "" ? !edit.replacement.endsWith("\n") : edit.span.start > (lines[from - 1]?.start ?? 0);
	return {
		from,
		to: takesBreak && leavesPart ? Math.min(to + 1, lines.length) : to
	};
}
function splitLines(text) {
	if (text === "") return [];
	const lines = text.split(/\r?\n/);
	if (text.endsWith("\n")) lines.pop();
	return lines;
}

// src/report/concern.ts
/** The concerns of one file, in the order of their lines. What is waived is not in them. */
function concernsOf(file, analysis) {
	const { text, path } = file.migration;
	const lines = gitLines(text);
	const findings = file.findings.filter((each) => each.suppressed === void 0);
	const places = analysis.plans.flatMap((plan, index) => lineEdits(text, plan.edits.filter((each) => each.path === path)).map((edit) => ({
		from: edit.from,
		to: edit.to,
		plan: index,
		edit,
		findings: []
	})));
	const edited = places.length;
	for (const finding of findings) {
		const range = rangeOf(finding, file, lines);
		const place = places.find((each) => each.from <= range.to && range.from <= each.to);
		if (place === void 0) places.push({
			...range,
			findings: [finding]
		});
		else {
			place.findings.push(finding);
			if (place.edit === void 0) {
				place.from = Math.min(place.from, range.from);
				place.to = Math.max(place.to, range.to);
			}
		}
	}
	const seen = /* @__PURE__ */ new Map();
	return mergeOverlaps(places, edited).sort((a, b) => a.from - b.from).map((place) => {
		const here = (span) => overlaps(linesTouched(lines, span), place);
		const statements = file.statements.filter((each) => here(each.statement.fullSpan));
		const plan = place.plan ?? place.findings.find((each) => each.plan !== void 0)?.plan;
		const plans = plan === void 0 ? analysis.plans : analysis.plans.slice(plan, plan + 1);
		const rules = [...new Set(place.findings.map((each) => each.rule))];
		const sql = statements.map(({ statement }) => text.slice(statement.span.start, statement.span.end));
		const identity = digest(...rules, "", ...sql);
		const ordinal = seen.get(identity) ?? 0;
		seen.set(identity, ordinal + 1);
		return {
			path,
			from: place.from,
			to: place.to,
			findings: place.findings.sort((a, b) => rank(a) - rank(b) || a.span.start - b.span.start),
			statements,
			...plan !== void 0 && { plan },
			...place.edit && { edit: place.edit },
			questions: plans.flatMap((each) => each.questions.filter((question) => question.path === path && here(question.span))),
			unplanned: plans.flatMap((each) => each.unplanned.filter((other) => other.path === path && here(other.span)).map((other) => other.reason)),
			fingerprint: fingerprintOf(path, rules, sql, ordinal)
		};
	});
}
/** The files of a stage that hold something for the concern, author's own files left out: those are what the suggestion edits. */
function filesFor(concern, stage, own) {
	return stage.files.filter((file) => (file.path === void 0 || !own.includes(file.path)) && file.steps.some((step) => serves(step, concern)));
}
/** Whether a step stages an operation of this concern; a step that does not say serves them all. */
function serves(step, concern) {
	const { answers } = step;
	if (answers === void 0) return true;
	return answers.path === concern.path && concern.statements.some(({ statement }) => contains(statement.fullSpan, answers.span));
}
/** Findings without an edit can grow into one another. */
function mergeOverlaps(places, edited) {
	const merged = places.slice(0, edited);
	for (const place of places.slice(edited).sort((a, b) => a.from - b.from)) {
		const last = merged.slice(edited).at(-1);
		if (last !== void 0 && overlaps(last, place)) {
			last.to = Math.max(last.to, place.to);
			last.findings.push(...place.findings);
		} else merged.push(place);
	}
	return merged;
}
const overlaps = (a, b) => a.from <= b.to && b.from <= a.to;
const rank = (finding) => finding.severity === "error" ? 0 : 1;
/** The lines of the statement that a finding is about; of a file without text, the line that kept it from being read. */
function rangeOf(finding, file, lines) {
	const { unreadable } = file.migration;
	if (unreadable !== void 0) return {
		from: unreadable.line,
		to: unreadable.line
	};
	return linesTouched(lines, statementAt(file, finding.span)?.statement.fullSpan ?? finding.span);
}
function statementAt(file, span) {
	return file.statements.find((each) => contains(each.statement.fullSpan, span));
}

// src/report/shorten.ts
/**
* Joins sections by blank lines and keeps the result within `limit` (UTF-16 code units, or what `measure` counts): drops the lightest
* sections, last first, and says so in `note` at the end.
*/
function shorten(sections, limit, note, measure = (text) => text.length) {
	let kept = sections.filter((each) => each.text !== "");
	const join = () => kept.map((each) => each.text).join("\n\n");
	let text = `${join()}\n`;
	while (measure(text) > limit && kept.length > 1) {
		const lightest = Math.min(...kept.map((each) => each.weight));
		const index = kept.findLastIndex((each) => each.weight === lightest);
		kept = kept.filter((_, at) => at !== index);
		text = `${join()}\n\n${note}\n`;
	}
	return text;
}

// src/report/words.ts
const doing = {
	metadata: "only the catalog is changed",
	scan: "every row is read",
	"foreign-key-check": "every row is looked up in the referenced table",
	"index-build": "an index is built over every row",
	rewrite: "every row is rewritten"
};
/**
* `every row is rewritten, because …; reads and writes wait`: what is done, and what waits meanwhile.
* @param isNew the statement or one before it has made the table
*/
function factsInWords({ work, because, lock, versions }, isNew) {
	const what = work.map((each) => doing[each]).join(" and ");
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
	const works = effect.work.filter((each) => each !== "metadata").map((each) => doing[each]);
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

// src/report/comment.ts
/** GitHub refuses a longer body with 422 ("maximum is 65536 characters"). */
const bodyLimit = 65536;
/** A statement that a hundred rules object to is not understood better for being told all of it. */
const mostFindings = 12;
/** The text of one review comment, with its marker. */
function renderComment(concern, analysis, anchored, context) {
	const marker = `${markerLine({
		kind: "comment",
		fingerprint: concern.fingerprint
	})}\n\n`;
	return marker + renderConcern(concern, analysis, anchored, context, bodyLimit - marker.length);
}
/**
* What is unsafe and why, who waits, the first stage as a suggestion, the later ones under it.
* @param anchored where the text stands; only what stands on all lines of the concern may suggest. Absent: nowhere that suggestions are known
* @param limit in characters
*/
function renderConcern(concern, analysis, anchored, context, limit = bodyLimit) {
	const plan = concern.plan === void 0 ? void 0 : analysis.plans[concern.plan];
	const sections = [
		{
			text: findingsOf(concern, context),
			weight: 9
		},
		{
			text: questionsOf$1(concern),
			weight: 7
		},
		...plan === void 0 ? [] : planSections(concern, plan, anchored),
		{
			text: concern.unplanned.map((reason) => `No staged plan: ${prose(reason)}`).join("\n\n"),
			weight: 6
		}
	];
	return shorten(sections, limit, "Shortened: the rest is longer than GitHub takes in one comment. `lockstep plan` prints all of it.");
}
/** `> [!CAUTION]` for what blocks the merge, `> [!WARNING]` for what does not: GitHub draws both. */
function findingsOf(concern, context) {
	if (concern.findings.length === 0) return "Nothing is wrong with this by itself; it has to change along with what the plan stages.";
	const kind = concern.findings.some((each) => each.severity === "error") ? "CAUTION" : "WARNING";
	const shown = concern.findings.slice(0, mostFindings);
	const lines = shown.flatMap((finding) => {
		const page = context.rulePage?.(finding.rule);
		const rule = page === void 0 ? code(finding.rule) : `[${code(finding.rule)}](${page})`;
		return [">", `> ${prose(excerpt$1(finding.message))} ${prose(excerpt$1(finding.advice))} (${rule})`];
	});
	const more = concern.findings.length - shown.length;
	return [
		`> [!${kind}]`,
		...lines.slice(1),
		...more > 0 ? [">", `> And ${more} more here.`] : []
	].join("\n");
}
function questionsOf$1(concern) {
	return concern.questions.map((question) => `**One thing only you know.** ${prose(question.message)} Write it above the statement:\n\n${fence("sql", question.directive)}`).join("\n\n");
}
function planSections(concern, plan, anchored) {
	const first = plan.stages.findIndex((stage) => stage.boundary === "none");
	const ownFiles = plan.stages.flatMap((stage, index) => index === first ? filesFor(concern, stage, plan.files) : []);
	const stages = plan.stages.flatMap((stage, index) => {
		const files = filesFor(concern, stage, plan.files);
		if (index === first || files.length === 0) return [];
		const when = whenToStart(plan, index, (other) => filesFor(concern, other, plan.files).length > 0);
		const content = files.map((file) => fileBlock(file.path, file.text)).join("\n\n");
		return [{
			text: details(`Then <b>${html(stage.name)}</b>, ${html(when)}`, content),
			weight: 4
		}];
	});
	return [
		{
			text: firstStage(concern, anchored, ownFiles.length > 0),
			weight: 7
		},
		...ownFiles.map((file) => ({
			text: `${reasonForOwnFile(file.steps.every((step) => step.transaction))}\n\n${fileBlock(file.path, file.text)}`,
			weight: 5
		})),
		...stages,
		{
			text: rollbackOf(concern, plan),
			weight: 3
		},
		{
			text: concern.edit === void 0 && stages.length === 0 ? "" : `<sub>${prose(unproved(plan))}</sub>`,
			weight: 8
		}
	];
}
function reasonForOwnFile(transactional) {
	return transactional ? "In a file of its own, so that its lock is released before the next step:" : "In a file of its own, because it cannot run inside a transaction block:";
}
/** The suggestion, or the same SQL in plain with the reason why it is none. */
function firstStage(concern, anchored, hasOwnFiles) {
	const { edit } = concern;
	if (edit === void 0) return "";
	const text = edit.lines.join("\n");
	const reason = anchored === void 0 ? "" : refusal(edit, anchored, hasOwnFiles);
	if (reason === void 0) return `**First stage**, ready to commit:\n\n${fence("suggestion", edit.lines.length === 0 ? "" : `${text}\n`)}`;
	const because = reason === "" ? "" : ` Not a suggestion to click on, because ${reason}.`;
	return text.trim() === "" ? `**First stage**: take ${lineRange(concern)} out of this file.${because}` : `**First stage**, instead of ${lineRange(concern)}.${because}\n\n${fence("sql", text)}`;
}
/** Why the edit cannot be a suggestion; undefined: it can. */
function refusal(edit, anchored, hasOwnFiles) {
	if (anchored.kind !== "whole") return anchored.reason;
	if (edit.unchanged) return "it would change nothing here";
	if (edit.lines.some(holdsControls)) return "its lines hold control characters, which a comment may not keep";
	const vanishes = edit.lines.every((line) => line.trim() === "");
	if (hasOwnFiles && vanishes) return "the step needs a file of its own, which a suggestion cannot create";
}
/** Everything but tabs: a suggestion must give every character back. */
function holdsControls(line) {
	return /[^\P{Cc}\t]|\ufeff/u.test(line);
}
function lineRange({ from, to }) {
	return from === to ? `line ${from}` : `lines ${from} to ${to}`;
}
/** A file of the plan: where it goes and its whole text. */
function fileBlock(path, text) {
	return `${path === void 0 ? "A new file" : code(path)}\n${fence("sql", text)}`;
}
function rollbackOf(concern, plan) {
	const steps = plan.stages.flatMap((stage) => stage.files.flatMap((file) => file.steps)).filter((step) => serves(step, concern));
	if (steps.length === 0) return "";
	const sql = steps.map((step) => step.rollback).reverse();
	return details("Rollback, last step first", fence("sql", sql.join("\n")));
}
function unproved(plan) {
	return `Unproved: ${(plan.proof?.reason ?? "it has not been executed").replace(/\.$/, "")}. It parses, raises no finding that its stages do not answer, and replays to the same schema.`;
}
/**
* When a stage may start, said of the stages before it.
* @param concerns whether a stage matters to the reader; a backfill of something else does not
*/
function whenToStart(plan, index, concerns = () => true) {
	const boundary = plan.stages[index]?.boundary ?? "none";
	const backfilled = plan.stages.slice(0, index).some((stage) => stage.name === "backfill" && concerns(stage));
	return boundary === "deploy" && backfilled ? `${boundaryWords.deploy} and the backfill has ended` : boundaryWords[boundary];
}
/** Messages quote the author's expressions, which may be long. */
function excerpt$1(text, most = 1e3) {
	return text.length <= most ? text : `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")} …`;
}

// src/report/markdown.ts
/** GitHub states no maximum; reviews with more comments have ended in 502. The rest stands in the body. */
const mostComments = 30;
/** More rows than anybody reads; all of them would push everything else out of the body. */
const mostRows = 100;
/** The review of an analysis; undefined where there is nothing to say. */
function renderReview(analysis, context) {
	return render(analysis, context, (concern) => anchorOf(concern, context.hunks(concern.path)));
}
/** The same review with its comments in the body: nothing is lost where GitHub refuses an anchor. */
function withoutComments(analysis, context) {
	return render(analysis, context, () => ({
		kind: "none",
		reason: "GitHub would not place it in the diff"
	}));
}
function render(analysis, context, place) {
	const placed = analysis.files.flatMap((file) => concernsOf(file, analysis)).map((concern) => ({
		concern,
		anchored: place(concern)
	}));
	if (placed.length === 0) return void 0;
	const inline = placed.filter(({ anchored }) => anchored.kind !== "none").sort((a, b) => severityOf(a.concern) - severityOf(b.concern)).slice(0, 30);
	const comments = placed.flatMap((each) => inline.includes(each) ? commentOf(each, analysis, context) : []);
	return {
		body: renderBody(analysis, placed, placed.filter((each) => !inline.includes(each)), comments, context),
		comments
	};
}
function commentOf({ concern, anchored }, analysis, context) {
	if (anchored.kind === "none") return [];
	const body = renderComment(concern, analysis, anchored, context);
	return [{
		path: concern.path,
		...anchored.anchor,
		body,
		concern
	}];
}
function renderBody(analysis, placed, elsewhere, comments, context) {
	const content = digest(context.verdict, JSON.stringify(comments.map(({ path, line, startLine, body }) => [
		path,
		line,
		startLine,
		body
	])));
	const concerns = placed.map((each) => each.concern);
	const sections = [
		{
			text: headline(analysis, context.verdict),
			weight: 9
		},
		{
			text: tableOf(concerns),
			weight: 8
		},
		...analysis.plans.map((plan) => ({
			text: timelineOf(plan),
			weight: 6
		})),
		...elsewhere.map((each) => ({
			text: elsewhereOf(each, analysis, context),
			weight: 4
		})),
		{
			text: waivedOf(analysis),
			weight: 7
		},
		{
			text: noticesOf(analysis),
			weight: 5
		}
	];
	const marker = (text) => `${markerLine({
		kind: "review",
		head: context.head,
		content: digest(content, text)
	})}\n\n${text}`;
	const room = bodyLimit - marker("").length;
	return marker(shorten(sections, room, "Shortened: the rest is longer than GitHub takes in one review. The job summary has all of it."));
}
/** `**Lockstep: 2 errors and 1 warning** in 3 migrations` */
function headline(analysis, verdict) {
	const { findings, files, statements, unreadable } = analysis.summary;
	if (files === 0) return "**Lockstep: pass.** No migration is changed.";
	const what = findings.error + findings.warning === 0 ? "nothing unsafe" : [findings.error > 0 ? counted(findings.error, "error") : "", findings.warning > 0 ? counted(findings.warning, "warning") : ""].filter((each) => each !== "").join(" and ");
	const read = unreadable === 0 ? "" : `; ${counted(unreadable, "statement")} could not be read`;
	return `**Lockstep: ${verdict}.** ${what.replace(/^./, (first) => first.toUpperCase())} in ${counted(files, "migration")} (${counted(statements, "statement")})${read}.`;
}
/** Who waits for what, one row a concern. */
function tableOf(concerns) {
	const rows = concerns.filter((each) => each.findings.length > 0).map((concern) => {
		const rules = [...new Set(concern.findings.map((each) => each.rule))].map(code).join(", ");
		const waits = [...new Set(concern.statements.flatMap(({ effects }) => effects.filter((each) => blocksWrites(each.lock)).map((each) => effectInWords(each, tableInWords(each, ["public"], quoteName)))))];
		const where = code(`${concern.path}:${concern.from}`);
		return `| ${concern.findings[0]?.severity ?? "warning"} | ${cell(where)} | ${cell(rules)} | ${cell(waits.slice(0, 5).map(prose).join("<br>"))} |`;
	});
	if (rows.length === 0) return "";
	const more = rows.length > mostRows ? [`| | and ${rows.length - mostRows} more | | |`] : [];
	return [
		"| | where | what | who waits |",
		"|---|---|---|---|",
		...rows.slice(0, mostRows),
		...more
	].join("\n");
}
/** The plan as a list of stages with their files. */
function timelineOf(plan) {
	const stages = plan.stages.map((stage, index) => {
		const files = stage.files.map((file) => file.path === void 0 ? "a new file" : code(file.path)).join(", ");
		return `${index + 1}. **${stage.name}**, ${whenToStart(plan, index)}: ${files}`;
	});
	const open = plan.questions.map((each) => `- ${prose(each.message)} ${code(each.directive)}`);
	return [
		`**Plan ${code(plan.id)}.** ${prose(unproved(plan))}`,
		stages.join("\n"),
		open.join("\n")
	].filter((each) => each !== "").join("\n\n");
}
/** A concern that could not be placed in the diff, in full. */
function elsewhereOf({ concern, anchored }, analysis, context) {
	const reason = anchored.kind === "none" ? anchored.reason : `a review holds at most ${30} comments`;
	const where = html(`${concern.path}:${concern.from}`);
	const text = renderConcern(concern, analysis, {
		kind: "none",
		reason
	}, context).trimEnd();
	return concern.findings.some((each) => each.severity === "error") ? `**${where}** (${reason})\n\n${text}` : details(`${where} (${html(reason)})`, text);
}
/** Every waiver with its reason: what nobody sees, nobody questions. */
function waivedOf(analysis) {
	const lines = analysis.files.flatMap((file) => file.findings.flatMap(({ rule, path, suppressed }) => suppressed === void 0 ? [] : [`- ${code(`${path}:${suppressed.line}`)} ${code(rule)}: ${prose(suppressed.reason)}`]));
	return lines.length === 0 ? "" : `**Waived**\n\n${lines.join("\n")}`;
}
function noticesOf(analysis) {
	const lines = analysis.notices.map((each) => `- ${code(`${each.path}:${each.line}`)} ${prose(each.message)}`);
	return lines.length === 0 ? "" : `**To know**\n\n${lines.join("\n")}`;
}
const severityOf = (concern) => concern.findings.some((each) => each.severity === "error") ? 0 : 1;

// src/report/summary.ts
/** Bytes. GitHub drops a longer job summary with an error annotation: 1 MiB a step. */
const summaryLimit = 1047552;
/** The whole result for the job summary: everything that the review says, and what it could not say. Pure. */
function renderSummary(analysis, context) {
	const concerns = analysis.files.flatMap((file) => concernsOf(file, analysis));
	const sections = [
		{
			text: headline(analysis, context.verdict),
			weight: 9
		},
		{
			text: context.notes.join("\n\n"),
			weight: 9
		},
		{
			text: tableOf(concerns),
			weight: 8
		},
		...analysis.plans.map((plan) => ({
			text: timelineOf(plan),
			weight: 6
		})),
		{
			text: waivedOf(analysis),
			weight: 7
		},
		{
			text: noticesOf(analysis),
			weight: 5
		},
		...concerns.map((concern) => ({
			text: details(html(`${concern.path}:${concern.from}`), renderConcern(concern, analysis, void 0, context).trimEnd()),
			weight: 4
		}))
	];
	return shorten(sections, summaryLimit, "Shortened: the rest is longer than a job summary may be. The JSON report has all of it.", (text) => Buffer.byteLength(text));
}

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
	const before = [...layOut(text.slice(from, skip), from === line.start ? 0 : 1)];
	const under = [...layOut(text.slice(skip, end), columnsOf(before.join("")))];
	const after = [...layOut(text.slice(end, to), 0)];
	const room = Math.max(8, width - 2);
	const cutUnder = takeFirst(under, room);
	const cutBefore = takeLast(before, Math.max(Math.floor(room / 4), room - columnsOf(cutUnder) - columnsOf(after.join(""))));
	const headCut = from > line.start || cutBefore.length < before.join("").length;
	const fitting = takeFirst(under, room - columnsOf(cutBefore));
	const cutAfter = fitting === under.join("") ? takeFirst(after, room - columnsOf(cutBefore) - columnsOf(fitting)) : "";
	const tailCut = to < line.end || fitting.length + cutAfter.length < under.join("").length + after.join("").length || end < Math.min(line.end, span.end);
	const head = headCut ? "…" : "";
	return {
		number,
		text: `${head}${cutBefore}${fitting}${cutAfter}${tailCut ? "…" : ""}`,
		underline: {
			from: columnsOf(head) + columnsOf(cutBefore),
			length: Math.max(1, columnsOf(fitting))
		}
	};
}
/** Safe characters, one an element, tabs as spaces up to the next stop of four. */
function* layOut(text, column) {
	let at = column;
	for (const character of text) {
		const shown = character === "	" ? " ".repeat(4 - at % 4) : visible(character);
		at += columnsOf(shown);
		yield shown;
	}
}
function takeFirst(characters, room) {
	let taken = "";
	let left = room;
	for (const character of characters) {
		left -= columnsOf(character);
		if (left < 0) break;
		taken += character;
	}
	return taken;
}
function takeLast(characters, room) {
	let from = characters.length;
	for (let left = room; from > 0; from--) {
		left -= columnsOf(characters[from - 1]);
		if (left < 0) break;
	}
	return characters.slice(from).join("");
}
function leadingSpace(text) {
	return text.length - text.trimStart().length;
}

// src/report/style.ts
const formats = {
	error: ["red", "bold"],
	warning: ["yellow", "bold"],
	good: "green",
	note: "cyan",
	strong: "bold",
	faint: "dim"
};
/** Paints text in a tone, or leaves it as it is. The caller has made the text safe to print. */
function painter(colour) {
	if (!colour) return (_, text) => text;
	return (tone, text) => {
		const format = formats[tone];
		return styleText(typeof format === "string" ? format : [...format], text, { validateStream: false });
	};
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

// src/report/explain.ts
/** What every statement locks and does, safe ones too: facts, no judgement. */
function explainReport(analysis, searchPath, layout) {
	const paint = painter(layout.colour);
	const out = [];
	for (const { migration, statements } of analysis.files) {
		out.push(paint("strong", visible(migration.path)));
		if (migration.unreadable !== void 0) out.push(...paragraph("  ", `${migration.unreadable.message} (line ${migration.unreadable.line})`, layout.width));
		else if (statements.length === 0) out.push("  no statement");
		const lines = linesOf(migration.text);
		const made = /* @__PURE__ */ new Set();
		for (const statement of statements) {
			for (const each of statement.statement.operations) if (each.kind === "create-table") made.add(each.table.name);
			out.push(...explainStatement(migration.text, lines, statement, made, searchPath, layout));
		}
		out.push("");
	}
	out.pop();
	return printed(out);
}
function explainStatement(text, lines, { statement, effects }, made, searchPath, layout) {
	const paint = painter(layout.colour);
	const { lines: shown, more } = excerptOf(text, lines, statement.span, Math.max(40, layout.width - 10), 1);
	const out = shown.map((line) => `  ${paint("faint", String(line.number).padStart(4))}  ${line.text}${more > 0 ? paint("faint", " …") : ""}`);
	const say = (first, words) => {
		out.push(...paragraph(`        ${first}`, words, layout.width));
	};
	if (statement.unreadable !== void 0) say("", `could not be read: ${visible(statement.unreadable.message)}`);
	const unknown = statement.operations.find((each) => each.kind === "dynamic-sql");
	if (unknown !== void 0) say("", `what it locks and does cannot be known: ${visible(unknown.reason)}`);
	else if (effects.length === 0 && statement.unreadable === void 0) say("", "locks no table");
	const rows = effects.map((effect) => ({
		effect,
		table: visible(tableInWords(effect, searchPath, quoteName)),
		lock: lockInWords(effect)
	}));
	const widest = Math.min(40, Math.max(0, ...rows.map((row) => columnsOf(row.table))));
	const widestLock = Math.max(0, ...rows.map((row) => row.lock.length));
	for (const { effect, table, lock } of rows) {
		say(`${table}${" ".repeat(Math.max(0, widest - columnsOf(table)))}  ${lock.padEnd(widestLock)}  `, visible(factsInWords(effect, made.has(effect.table.name))));
		if (effect.fails !== void 0) say("", `${effect.fails.certain ? "fails" : "may fail"} with ${effect.fails.code}: ${visible(effect.fails.reason)}`);
	}
	return out;
}

// src/cli/explain.ts
/** `lockstep explain`: facts, no verdict. It fails only where SQL could not be read, for then facts are missing. */
async function explain(args, io) {
	const { analysis, config } = await run(args, io);
	if (args.format === "json") {
		const { jsonReport } = await import("./json.js");
		io.stdout.write(jsonReport(analysis, config.failOn));
	} else io.stdout.write(explainReport(analysis, config.searchPath, layoutFor(args, io)));
	return analysis.summary.unreadable > 0 && config.failOn !== "never" ? 1 : 0;
}

// src/cli/help.ts
const help = `lockstep: what a migration does to a live database, and the staged migration that does it without blocking anybody

  lockstep check   [paths]            judge migrations; exit 1 where one is unsafe
  lockstep explain [paths]            what every statement locks and does, safe ones too
  lockstep plan    [paths] [--write]  the staged rewrite, as files; --write writes them
  lockstep rules   [id]               the rules, or the page of one

Paths are files, directories, globs, or - for standard input. Without any: the \`migrations\` globs of .lockstep.yml.
Each migration is judged on its own after its predecessors: the files that sort before it in its directory are its history.

  --base REF             judge only what changed since the branch left REF, as one deployment
  --together             judge all paths as one deployment
  --history DIR          migrations applied before everything else (repeatable)
  --no-history           leave out the files that sort before
  --schema FILE          a schema dump to start from
  --engine postgres@16   the server's version (12 to 18); without it the worst of them counts
  --stdin-filename PATH  the path that standard input stands for
  --config FILE          instead of the nearest .lockstep.yml
  --fail-on LEVEL        error (default), warning or never
  --format text|json     json is described in docs/json.schema.json
  --quiet                one line a finding, nothing where there is none
  --no-color             no colour; NO_COLOR in the environment does the same
  --version, --help

Exit codes: 0 nothing reached --fail-on; 1 something did, or SQL could not be read; 2 usage, config, a missing path, a bug.
`;

// src/cli/package.ts
/** The directory of this package: the nearest one above this file that holds `package.json`, from `dist/` as from `src/`. */
function packageRoot() {
	let at = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(at, "package.json"))) {
		if (dirname(at) === at) throw new Error("the package has no package.json");
		at = dirname(at);
	}
	return at;
}
function packageVersion() {
	return JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")).version;
}
/** The page of a rule, as Markdown; undefined where there is none. The name has been checked against the rules. */
function rulePage(id) {
	const directory = join(packageRoot(), "docs", "rules");
	return existsSync(directory) && readdirSync(directory).includes(`${id}.md`) ? readFileSync(join(directory, `${id}.md`), "utf8") : void 0;
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
	return migration?.unreadable?.line ?? linesOf(migration?.text ?? "").position(span.start).line;
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
	return [paint("note", `── ${index + 1} ${stage.name}: ${visible(file.path ?? "a file of its own")}  (${boundaryWords[stage.boundary]})`), ...visibleLines(file.text.replace(/\r?\n$/, ""))];
}
function unprovedNote(plan) {
	const reason = plan.proof?.reason;
	return `Not executed${reason === void 0 ? "" : `: ${visible(reason).replace(/\.$/, "")}`}. It parses, raises no finding that its stages do not answer, and replays to the same schema.`;
}

// src/cli/plan.ts
/** `lockstep plan`: the files of the staged rewrite, printed, or written with `--write`. Fails where a plan waits for an answer. */
async function plan(args, io) {
	const { analysis, config, tree } = await run(args, io);
	const { plans } = analysis;
	const failed = plans.some((each) => each.questions.length > 0) || analysis.summary.unreadable > 0;
	if (args.write) {
		const complete = plans.filter((each) => each.questions.length === 0);
		const written = new Set(writePlans(tree, complete));
		io.stdout.write(writtenText(analysis, complete, written, layoutFor(args, io)));
	} else if (args.format === "json") {
		const { jsonReport } = await import("./json.js");
		io.stdout.write(jsonReport(analysis, config.failOn));
	} else io.stdout.write(planFilesText(analysis, layoutFor(args, io)));
	return failed && config.failOn !== "never" ? 1 : 0;
}
/** What was written, and what to do with it. */
function writtenText(analysis, complete, written, layout) {
	const out = [];
	for (const each of complete) for (const stage of each.stages) for (const { path } of stage.files) {
		if (path === void 0 || !written.has(path)) continue;
		out.push(`${each.files.includes(path) ? "edited" : "wrote "} ${visible(path)}  ${stage.name}: ${boundaryWords[stage.boundary]}`);
	}
	if (written.size > 0) out.push("", "Commit the stages that may go out now; keep each later one for the deploy that its line names.");
	for (const { questions, unplanned } of analysis.plans) {
		for (const question of questions) out.push(`not written: ${visible(question.path)}: ${visible(question.message)}`, `  ${visible(question.directive)}`);
		for (const each of unplanned) out.push(`not staged: ${lineOf(analysis, each)}: ${visible(each.reason)}`);
	}
	out.push(...unstagedText(analysis, layout));
	if (out.length === 0) out.push("Nothing to stage.");
	return `${out.join("\n")}\n`;
}

// src/cli/rules.ts
const categories = {
	blocking: "Blocking: reads or writes wait while there is work in proportion to the table",
	fails: "Fails: the statement does not run on existing rows",
	breaking: "Breaking: running code does not expect it",
	operations: "Operations: how it is run",
	unreadable: "Unreadable: nothing is known of it",
	policy: "Policy: about the files themselves"
};
/** `lockstep rules`: the table; with an id, the rule's page. */
function listRules(args, io) {
	const [id, more] = args.operands;
	if (more !== void 0) throw new Problem("`lockstep rules` takes one rule");
	if (id !== void 0) {
		const ids = rules.map((rule) => rule.id);
		if (!ids.includes(id)) throw new Problem(`there is no rule \`${id}\`${didYouMean(id, ids)}; \`lockstep rules\` lists them`);
		const page = rulePage(id);
		if (page === void 0) throw new Problem(`the page of \`${id}\` is missing from this installation`);
		io.stdout.write(page);
		return 0;
	}
	if (args.format === "json") {
		io.stdout.write(`${JSON.stringify({
			version: 1,
			rules: rules.map(({ id, category, severity, title }) => ({
				id,
				category,
				severity,
				title
			}))
		})}\n`);
		return 0;
	}
	const paint = painter(layoutFor(args, io).colour);
	const width = Math.max(...rules.map((rule) => rule.id.length));
	const out = [];
	for (const [category, title] of Object.entries(categories)) {
		const own = rules.filter((rule) => rule.category === category);
		if (own.length === 0) continue;
		out.push(paint("strong", title));
		for (const rule of own) out.push(`  ${rule.id.padEnd(width)}  ${paint(rule.severity, rule.severity.padEnd(7))}  ${rule.title}`);
		out.push("");
	}
	io.stdout.write(`${out.join("\n")}`);
	return 0;
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
		const lines = linesOf(file.migration.text);
		return active.map((each) => `${placeOf(file, each, lines)}: ${each.severity}: ${visible(each.message)} (${each.rule})`);
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
	const lines = linesOf(file.migration.text);
	const out = [];
	let last;
	for (const finding of findings) {
		const again = last?.start === finding.span.start && last.end === finding.span.end;
		last = finding.span;
		out.push(`${paint(finding.severity, finding.severity)} ${paint("strong", finding.rule)}  ${placeOf(file, finding, lines)}`);
		if (!again) out.push(...excerpt(file, lines, finding, paint, layout));
		out.push(...paragraph("  ", visible(finding.message), layout.width));
		const advice = finding.advice + stagedWords[stagedBy(finding, plans)];
		for (const [i, line] of paragraph("  → ", visible(advice), layout.width).entries()) out.push(i === 0 ? line.replace("→", paint("good", "→")) : line);
		out.push("");
	}
	return out;
}
function placeOf(file, finding, lines) {
	const { unreadable, path } = file.migration;
	if (unreadable !== void 0) return `${visible(path)}:${unreadable.line}`;
	const { line, column } = lines.position(finding.span.start);
	return `${visible(path)}:${line}:${column}`;
}
function excerpt(file, lines, finding, paint, layout) {
	if (file.migration.text === "") return [];
	const { lines: shown, more } = excerptOf(file.migration.text, lines, finding.span, Math.max(40, layout.width - 8));
	const gutter = String(shown.at(-1)?.number ?? 0).length + 2;
	const bar = paint("faint", "│");
	const out = [`${" ".repeat(gutter)}${bar}`];
	for (const { number, text, underline } of shown) {
		out.push(`${paint("faint", String(number).padStart(gutter - 1))} ${bar} ${text}`);
		if (number === shown[0]?.number) out.push(`${" ".repeat(gutter)}${bar} ${" ".repeat(underline.from)}${paint(finding.severity, "‾".repeat(underline.length))}`);
	}
	if (more > 0) out.push(`${" ".repeat(gutter)}${bar} ${paint("faint", `… ${counted(more, "more line")}`)}`);
	return [...out, `${" ".repeat(gutter)}${bar}`];
}
function summaryLine(analysis, failOn, paint) {
	const { files, statements, findings, suppressed, unreadable } = analysis.summary;
	if (files === 0) return `${paint("good", "✓")} No migration to judge.`;
	const total = findings.error + findings.warning;
	const parts = [
		findings.error > 0 ? paint("error", counted(findings.error, "error")) : "",
		findings.warning > 0 ? paint("warning", counted(findings.warning, "warning")) : "",
		total === 0 ? paint("good", "nothing unsafe") : "",
		suppressed > 0 ? `${suppressed} waived` : "",
		unreadable > 0 ? `${unreadable} unreadable` : ""
	].filter((each) => each !== "");
	const verdict = verdictOf(analysis, failOn) === "pass" ? paint("good", "✓") : paint("error", "✗");
	const gate = failOn === "never" && total > 0 ? paint("faint", " (--fail-on never: exit code 0)") : "";
	return `${verdict} ${counted(files, "migration")}, ${counted(statements, "statement")}: ${parts.join(", ")}${gate}`;
}

export { processIo as C, didYouMean as S, columnsOf as _, packageVersion as a, readMarker as b, explain as c, renderReview as d, withoutComments as f, prose as g, fence as h, plan as i, renderSummary as l, jsonReport as m, terminalReport as n, rulePage as o, jsonError as p, listRules as r, help as s, quietReport as t, headline as u, visible as v, main as x, visibleLines as y };