import { filesFor, firstStageOf, refusalOf, serves } from "./report-concern.js";
import { markerLine } from "./report-fingerprint.js";
import { boundaryWords, code, details, fence, html, proofInWords, prose, stageWords } from "./core.js";

// src/report/shorten.ts
/**
* Joins sections by blank lines and keeps the result within `limit` (UTF-16 code units, or what `measure` counts): drops the lightest
* sections, last first, and says so in `note` at the end.
*/
function shorten(sections, limit, note, measure = (text) => text.length) {
	const all = sections.filter((each) => each.text !== "");
	const joined = (kept) => kept.map((each) => each.text).join(separator);
	const sizes = all.map((each) => measure(each.text) + separator.length);
	let size = sizes.reduce((sum, each) => sum + each, 0) - separator.length + 1;
	if (size <= limit || all.length <= 1) return `${joined(all)}\n`;
	size += measure(note) + separator.length;
	const lightestFirst = all.map((_, i) => i).sort((a, b) => all[a].weight - all[b].weight || b - a);
	const dropped = /* @__PURE__ */ new Set();
	for (const i of lightestFirst) {
		if (dropped.size > 0 && size <= limit || dropped.size === all.length - 1) break;
		dropped.add(i);
		size -= sizes[i];
	}
	return `${joined(all.filter((_, i) => !dropped.has(i)))}${separator}${note}\n`;
}
const separator = "\n\n";

// src/report/comment.ts
/** GitHub refuses a longer body with 422 ("maximum is 65536 characters"). */
const bodyLimit = 65536;
/** A statement that a hundred rules object to is not understood better for being told all of it. */
const mostFindings = 12;
/** The text of one review comment, with its marker. */
function renderComment(concern, analysis, anchored, context) {
	const marker = `${markerLine({
		kind: "comment",
		owner: context.owner,
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
			text: questionsOf(concern),
			weight: 7
		},
		{
			text: concern.differences.map((sentence) => `The plan ends otherwise than this statement: ${prose(sentence)}.`).join("\n\n"),
			weight: 8
		},
		...plan === void 0 ? [] : planSections(concern, plan, anchored, context),
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
		return [">", `> ${prose(excerpt(finding.message))} ${prose(excerpt(finding.advice))} (${rule})`];
	});
	const more = concern.findings.length - shown.length;
	return [
		`> [!${kind}]`,
		...lines.slice(1),
		...more > 0 ? [">", `> And ${more} more here.`] : []
	].join("\n");
}
function questionsOf(concern) {
	return concern.questions.map((question) => `**One thing only you know.** ${prose(question.message)} Write it above the statement:\n\n${fence("sql", question.directive)}`).join("\n\n");
}
function planSections(concern, plan, anchored, { command }) {
	const first = firstStageOf(plan);
	const ownFiles = first === void 0 ? [] : filesFor(concern, first, plan.files);
	const stages = plan.stages.flatMap((stage, index) => {
		const files = filesFor(concern, stage, plan.files);
		if (stage === first || files.length === 0) return [];
		const when = whenToStart(plan, index, (other) => filesFor(concern, other, plan.files).length > 0);
		const content = files.flatMap((file) => [file, ...file.beside ?? []]).map((file) => fileBlock(file.path, file.text)).join("\n\n");
		return [{
			text: details(`Then <b>${html(stageWords(stage))}</b>, ${html(when)}`, content),
			weight: 4
		}];
	});
	return [
		{
			text: firstStage(concern, anchored, ownFiles.length > 0),
			weight: 7
		},
		...ownFiles.map((file) => ({
			text: [reasonForOwnFile(file.steps.every((step) => step.transaction)), ...[file, ...file.beside ?? []].map((each) => fileBlock(each.path, each.text))].join("\n\n"),
			weight: 5
		})),
		{
			text: stages.length === 0 || command === void 0 ? "" : `The files of the later stages, which ${command} writes:`,
			weight: 4
		},
		...stages,
		{
			text: rollbackOf(concern, plan),
			weight: 3
		},
		{
			text: concern.edit === void 0 && stages.length === 0 ? "" : `<sub>${prose(proofInWords(plan))}</sub>`,
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
	const reason = anchored === void 0 ? "" : anchored.kind === "whole" ? refusalOf(edit, hasOwnFiles) : anchored.reason;
	if (reason === void 0) return `**First stage**, ready to commit:\n\n${fence("suggestion", edit.lines.length === 0 ? "" : `${text}\n`)}`;
	const because = reason === "" ? "" : ` Not a suggestion to click on, because ${reason}.`;
	return text.trim() === "" ? `**First stage**: take ${lineRange(concern)} out of this file.${because}` : `**First stage**, instead of ${lineRange(concern)}.${because}\n\n${fence("sql", text)}`;
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
function excerpt(text, most = 1e3) {
	return text.length <= most ? text : `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")} \u2026`;
}

export { bodyLimit, excerpt, renderComment, renderConcern, shorten, whenToStart };