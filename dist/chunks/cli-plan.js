import "./rolldown-runtime.js";
import { boundaryWords, layoutFor, lineOf, paragraph, planFilesText, run, unstagedText, visible, writePlans } from "./core.js";

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
	for (const path of new Set(complete.flatMap(({ list }) => list?.path ?? []))) out.push(`edited ${visible(path)}`);
	if (written.size > 0) out.push("", "Commit the stages that may go out now; keep each later one for the deploy that its line names.");
	for (const sentence of new Set(complete.flatMap(({ next = [] }) => next))) out.push(...paragraph("", visible(sentence), layout.width));
	for (const { questions, unplanned } of analysis.plans) {
		for (const question of questions) out.push(`not written: ${visible(question.path)}: ${visible(question.message)}`, `  ${visible(question.directive)}`);
		for (const each of unplanned) out.push(`not staged: ${lineOf(analysis, each)}: ${visible(each.reason)}`);
	}
	out.push(...unstagedText(analysis, layout));
	if (out.length === 0) out.push("Nothing to stage.");
	return `${out.join("\n")}\n`;
}

export { plan };