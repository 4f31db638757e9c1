import { Mt as unstagedText, Nt as boundaryWords, Xt as lineOf, i as run, jt as planFilesText, rn as visible, t as writePlans, yt as layoutFor } from "./core.js";

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

export { plan };