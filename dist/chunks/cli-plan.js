import "./rolldown-runtime.js";
import { Problem, addToList, boundaryWords, conventionOf, layoutFor, lineOf, paragraph, planFilesText, readText, run, splitPath, staysInside, stdinPath, unstagedText, visible } from "./core.js";
const { lstatSync, mkdirSync, readFileSync, readdirSync, writeFileSync } = process.getBuiltinModule("node:fs");
const { dirname, isAbsolute, resolve } = process.getBuiltinModule("node:path");

// src/source/write.ts
/**
* Writes the files of plans: the author's files are edited in place, every other file is new. All is checked before the first byte
* is written, so that either everything is written or nothing.
* @returns the paths written
* @throws Problem where a new file exists already, a path leaves the working directory or leads through a link, or there is no path at all
*/
function writePlans(tree, plans) {
	const files = plans.flatMap((plan) => plan.stages.flatMap((stage) => stage.files.flatMap(({ path, text, beside = [] }) => [{
		path,
		text,
		edits: path !== void 0 && plan.files.includes(path)
	}, ...beside.map((each) => ({
		...each,
		edits: false
	}))])));
	const lists = [...amendedLists(tree, plans), ...newSums(tree, plans, files)];
	const seen = /* @__PURE__ */ new Set();
	for (const { path, edits } of [...files, ...lists]) {
		if (path === void 0 || path === "<stdin>") throw new Problem("the plan of standard input has no paths to write to; name it with --stdin-filename");
		if (isAbsolute(path) || path.split("/").includes("..")) throw new Problem("lies outside of the working directory; nothing was written", { path });
		const stat = lstatSync(resolve(tree.cwd, path), { throwIfNoEntry: false });
		if (stat !== void 0 && !edits) throw new Problem("exists already; nothing was written", { path });
		if (edits && stat?.isFile() !== true) throw new Problem("is no file that can be edited; nothing was written", { path });
		if (seen.has(path)) throw new Problem("would be written twice; nothing was written", { path });
		seen.add(path);
		if (!staysInside(tree, nearestExisting(tree, path))) throw new Problem("leads out of the repository; nothing was written", { path });
	}
	for (const file of [...files, ...lists]) {
		if (file.path === void 0) continue;
		const target = resolve(tree.cwd, file.path);
		mkdirSync(dirname(target), { recursive: true });
		writeFileSync(target, bytesOf(tree, file), { flag: file.edits ? "w" : "wx" });
	}
	return [...seen];
}
/** A byte order mark is no part of the text, but of the author's file. */
function bytesOf(tree, { path, text, edits }) {
	const mark = edits && path !== void 0 && readText(tree, path).byteOrderMark === true ? "\ufeff" : "";
	return Buffer.from(mark + text);
}
/** The sums that tools keep of a directory, with what is written. Where those that are there are not right, it is not for us to say that all is well: none. */
function newSums(tree, plans, written) {
	return [...new Map(plans.flatMap(({ sums }) => sums ? [[sums.path, sums.tool]] : []))].flatMap(([path, tool]) => {
		const sums = conventionOf(tool).writing.sums;
		const { directory } = splitPath(path);
		const now = readText(tree, path);
		if (sums === void 0 || now.unreadable !== void 0 || !staysInside(tree, resolve(tree.cwd, directory))) return [];
		const there = readdirSync(resolve(tree.cwd, directory), { withFileTypes: true }).filter((each) => each.isFile() && each.name.endsWith(".sql")).map(({ name }) => [name, readFileSync(resolve(tree.cwd, directory, name))]);
		const sumsOf = (files) => sums.of([...files].map(([name, bytes]) => ({
			name,
			bytes
		})));
		if (sumsOf(there) !== now.text) return [];
		const own = written.flatMap((each) => {
			const at = splitPath(each.path ?? "");
			return each.path !== void 0 && at.directory === directory && at.name.endsWith(".sql") ? [[at.name, bytesOf(tree, each)]] : [];
		});
		return [{
			path,
			text: sumsOf(new Map([...there, ...own])),
			edits: true
		}];
	});
}
/** The lists that tools keep of their migrations, with those of the plans at the end of each. */
function amendedLists(tree, plans) {
	const texts = /* @__PURE__ */ new Map();
	for (const { list } of plans) {
		if (list === void 0) continue;
		const { path, tool, keys } = list;
		const read = readText(tree, path);
		if (read.unreadable !== void 0) throw new Problem("cannot be read, and has to name the new migrations; nothing was written", { path });
		const text = addToList(tool, texts.get(path) ?? read.text, keys);
		if (text === void 0) throw new Problem("is no list of migrations that can be added to; nothing was written", { path });
		texts.set(path, text);
	}
	return [...texts].map(([path, text]) => ({
		path,
		text,
		edits: true
	}));
}
/** The lowest directory on the way to a path that exists. */
function nearestExisting(tree, path) {
	let at = dirname(resolve(tree.cwd, path));
	while (lstatSync(at, { throwIfNoEntry: false }) === void 0) at = dirname(at);
	return at;
}

// src/cli/plan.ts
/** `lockstep plan`: the files of the staged rewrite, printed, or written with `--write`. Fails where a plan waits for an answer. */
async function plan(args, io) {
	const { analysis, config, tree } = await run(args, io);
	const { plans } = analysis;
	const { unreadable, unproved = 0 } = analysis.summary;
	const failed = plans.some((each) => each.questions.length > 0) || unreadable + unproved > 0;
	if (args.write) {
		const complete = plans.filter((each) => each.questions.length === 0);
		const written = new Set(writePlans(tree, complete));
		io.stdout.write(writtenText(analysis, complete, written, layoutFor(args, io)));
	} else if (args.format === "json") {
		const { jsonReport } = await import("./report-json-entry.js");
		io.stdout.write(jsonReport(analysis, config.failOn));
	} else io.stdout.write(planFilesText(analysis, layoutFor(args, io)));
	return failed && config.failOn !== "never" ? 1 : 0;
}
/** What was written, and what to do with it. */
function writtenText(analysis, complete, written, layout) {
	const out = [];
	for (const each of complete) for (const stage of each.stages) for (const { path, byHand, beside = [] } of stage.files) {
		if (path === void 0 || !written.has(path)) continue;
		const when = byHand === void 0 ? boundaryWords[stage.boundary] : `run it by hand with psql -f, for ${byHand}`;
		out.push(`${each.files.includes(path) ? "edited" : "wrote "} ${visible(path)}  ${stage.name}: ${visible(when)}`);
		for (const other of beside) out.push(`wrote  ${visible(other.path)}`);
	}
	for (const path of new Set(complete.flatMap(({ list, sums }) => [list?.path ?? [], sums?.path ?? []].flat()))) if (written.has(path)) out.push(`edited ${visible(path)}`);
	if (written.size > 0) out.push("", "Commit the stages that may go out now; keep each later one for the deploy that its line names.");
	const unsummed = complete.flatMap(({ sums }) => sums === void 0 || written.has(sums.path) ? [] : [sums.byHand]);
	for (const sentence of /* @__PURE__ */ new Set([...unsummed, ...complete.flatMap(({ next = [] }) => next)])) out.push(...paragraph("", visible(sentence), layout.width));
	for (const { questions, unplanned } of analysis.plans) {
		for (const question of questions) out.push(`not written: ${visible(question.path)}: ${visible(question.message)}`, `  ${visible(question.directive)}`);
		for (const each of unplanned) out.push(`not staged: ${lineOf(analysis, each)}: ${visible(each.reason)}`);
	}
	out.push(...unstagedText(analysis, layout));
	if (out.length === 0) out.push("Nothing to stage.");
	return `${out.join("\n")}\n`;
}

export { plan };