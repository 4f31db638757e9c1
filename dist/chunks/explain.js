import { D as run, K as quoteName, Q as layoutFor, _t as linesOf, at as lockInWords, ct as painter, ht as visible, it as factsInWords, lt as paragraph, mt as columnsOf, ot as tableInWords, pt as excerptOf, ut as printed } from "./core.js";

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
	const out = shown.map((line) => `  ${paint("faint", String(line.number).padStart(4))}  ${line.text}${more > 0 ? paint("faint", " \u2026") : ""}`);
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

export { explain };