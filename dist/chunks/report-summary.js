import "./rolldown-runtime.js";
import { renderConcern, shorten } from "./report-comment.js";
import { concernsOf } from "./report-concern.js";
import { headline, noticesOf, tableOf, timelineOf } from "./report-markdown.js";
import { details, html, toolList, waiverList } from "./core.js";

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
			text: tableOf(concerns, context.linkTo),
			weight: 8
		},
		...analysis.plans.map((plan) => ({
			text: timelineOf(plan),
			weight: 6
		})),
		{
			text: waiverList(analysis),
			weight: 7
		},
		{
			text: noticesOf(analysis),
			weight: 5
		},
		{
			text: toolList(analysis),
			weight: 3
		},
		...concerns.map((concern) => ({
			text: details(html(`${concern.path}:${concern.from}`), renderConcern(concern, analysis, void 0, context).trimEnd()),
			weight: 4
		}))
	];
	return shorten(sections, summaryLimit, "Shortened: the rest is longer than a job summary may be. The JSON report has all of it.", (text) => Buffer.byteLength(text));
}

export { renderSummary };