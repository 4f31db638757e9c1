import "./rolldown-runtime.js";
import { columnsOf, excerptOf, factsInWords, isWork$1 as isWork, keyOf, layoutFor, linesOf, lockInWords, painter, paragraph, printed, run, tableInWords, visible } from "./core.js";

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
			for (const each of statement.statement.operations) if (certainlyMakes(each)) made.add(keyIn(searchPath, each.table));
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
	const out = shown.map((line) => `  ${paint("faint", String(line.number).padStart(4))}  ${line.text}${more > 0 ? paint("faint", " \u2026") : ""}`);
	const say = (first, words) => {
		out.push(...paragraph(`        ${first}`, words, layout.width));
	};
	if (statement.unreadable !== void 0) say("", `could not be read: ${visible(statement.unreadable.message)}`);
	const unknown = statement.operations.find((each) => each.kind === "dynamic-sql");
	if (unknown !== void 0) say("", `what it locks and does cannot be known: ${visible(unknown.reason)}`);
	else if (statement.operations.some(meansAll)) say("", "works on every table that it finds, also on those that the history does not know");
	else if (effects.length === 0 && statement.unreadable === void 0) say("", "locks no table");
	const works = effects.some((each) => isWork(each.work));
	const rows = effects.map((effect) => ({
		effect,
		table: visible(tableInWords(effect, searchPath)),
		lock: lockInWords(effect)
	}));
	const widest = Math.min(40, Math.max(0, ...rows.map((row) => columnsOf(row.table))));
	const widestLock = Math.max(0, ...rows.map((row) => row.lock.length));
	for (const { effect, table, lock } of rows) {
		say(`${table}${" ".repeat(Math.max(0, widest - columnsOf(table)))}  ${lock.padEnd(widestLock)}  `, visible(factsInWords(effect, made.has(keyIn(searchPath, effect.table)), works)));
		if (effect.fails !== void 0) say("", `${effect.fails.certain ? "fails" : "may fail"} with ${effect.fails.code}: ${visible(effect.fails.reason)}`);
	}
	return out;
}
/** IF NOT EXISTS may find one that is in use, and a branch of a DO block may not run. */
function certainlyMakes(operation) {
	return operation.kind === "create-table" && !operation.ifNotExists && !operation.conditional;
}
function keyIn([first = "public"], { schema = first, name }) {
	return keyOf({
		schema,
		name
	});
}
/** VACUUM, ANALYZE and CLUSTER without a table, REINDEX of a schema or database. */
function meansAll(operation) {
	switch (operation.kind) {
		case "vacuum":
		case "analyze":
		case "cluster": return operation.table === void 0;
		case "reindex": return operation.target !== "index" && operation.target !== "table";
		default: return false;
	}
}

// src/cli/explain.ts
/** `lockstep explain`: facts, no verdict. It fails only where SQL could not be read, for then facts are missing. */
async function explain(args, io) {
	const { analysis, config } = await run(args, io);
	if (args.format === "json") {
		const { jsonReport } = await import("./report-json-entry.js");
		io.stdout.write(jsonReport(analysis, config.failOn));
	} else io.stdout.write(explainReport(analysis, config.searchPath, layoutFor(args, io)));
	return analysis.summary.unreadable > 0 && config.failOn !== "never" ? 1 : 0;
}

export { explain };