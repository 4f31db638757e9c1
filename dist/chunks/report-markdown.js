import { waitsOf } from "./report-concern.js";
import { cell, code, counted, fence, proofInWords, prose, stageWords, visible } from "./core.js";

// src/report/diagram.ts
/** What the arrow to a stage says, in few words. */
const arrowWords = {
	none: "then",
	transaction: "committed",
	backfill: "backfill has ended",
	deploy: "new code runs everywhere"
};
/** More files than a box can hold and still be read. */
const mostFiles = 6;
/** As small as it can be with the name of a frame above its first box. */
const layout = "%%{init: {\"flowchart\": {\"rankSpacing\": 44, \"padding\": 6}}}%%";
/**
* The stages of a plan as a Mermaid diagram, which GitHub draws in comments and job summaries: a box a stage with its files, an arrow a
* boundary, a frame around what one deploy brings. The frames stand below each other, because GitHub shrinks what is wider than the comment.
* https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/creating-diagrams
*/
function diagramOf(plan) {
	const common = commonDirectory(plan.stages.flatMap((stage) => stage.files.flatMap(({ path }) => path ?? [])));
	const frames = [];
	const arrows = [];
	plan.stages.forEach((stage, index) => {
		const isNew = index === 0 || stage.boundary === "deploy";
		if (isNew) frames.push({ boxes: [] });
		frames.at(-1)?.boxes.push(`    s${index + 1}["${boxOf(stage, index, common)}"]`);
		const [from, to] = isNew ? [`d${frames.length - 1}`, `d${frames.length}`] : [`s${index}`, `s${index + 1}`];
		if (index > 0) arrows.push(`  ${from} -->|"${arrowWords[stage.boundary]}"| ${to}`);
	});
	const names = ["this deploy", "next deploy"];
	const drawn = frames.flatMap(({ boxes }, index) => [
		`  subgraph d${index + 1}["${names[index] ?? "the deploy after"}"]`,
		"    direction LR",
		...boxes,
		"  end"
	]);
	return fence("mermaid", [
		layout,
		"flowchart TB",
		...drawn,
		...arrows
	].join("\n"));
}
function boxOf(stage, index, common) {
	const names = stage.files.map(({ path }) => path === void 0 ? "a new file" : label(path.slice(common.length)));
	const more = names.length > mostFiles ? [`and ${names.length - mostFiles + 1} more`] : [];
	const shown = more.length > 0 ? names.slice(0, 5) : names;
	return [
		`<b>${index + 1} ${stageWords(stage)}</b>`,
		...shown,
		...more
	].join("<br>");
}
/** Names come from the pull request: what could mean something to Mermaid, HTML or Markdown is written as its number. */
function label(text) {
	return visible(text).replace(/[^\w ./-]/gu, (character) => `#${character.codePointAt(0)};`);
}
/** `db/migrations/` of `db/migrations/1.sql` and `db/migrations/2.sql`. */
function commonDirectory(paths) {
	const [first = "", ...others] = paths;
	return [...first.matchAll(/\//g)].map(({ index }) => first.slice(0, index + 1)).reverse().find((directory) => others.every((path) => path.startsWith(directory))) ?? "";
}

// src/report/markdown.ts
/** What the summary comment and the job summary have in common. */
/** More rows than anybody reads; all of them would push everything else out of the body. */
const mostRows = 100;
/** `**Lockstep: fail.** 2 errors and 1 warning in 3 migrations (9 statements).` */
function headline(analysis, verdict) {
	return `**Lockstep: ${verdict}.** ${countsInWords(analysis)}`;
}
/** `2 errors and 1 warning in 3 migrations (9 statements).` */
function countsInWords({ summary }) {
	const { findings, files, statements, unreadable, unproved = 0 } = summary;
	if (files === 0) return "No migration is changed.";
	const what = findings.error + findings.warning === 0 ? "nothing unsafe" : [findings.error > 0 ? counted(findings.error, "error") : "", findings.warning > 0 ? counted(findings.warning, "warning") : ""].filter((each) => each !== "").join(" and ");
	const proved = unproved === 0 ? "" : `; ${unproved === 1 ? "1 plan is" : `${unproved} plans are`} not proved`;
	const read = unreadable === 0 ? "" : `; ${counted(unreadable, "statement")} could not be read`;
	return `${what.replace(/^./, (first) => first.toUpperCase())} in ${counted(files, "migration")} (${counted(statements, "statement")})${read}${proved}.`;
}
/** Who waits for what, one row a concern. */
function tableOf(concerns, linkTo = () => void 0) {
	const rows = concerns.filter((each) => each.findings.length > 0).map((concern) => {
		const rules = [...new Set(concern.findings.map((each) => each.rule))].map(code).join(", ");
		const link = linkTo(concern.path, concern.from);
		const place = code(`${concern.path}:${concern.from}`);
		const where = link === void 0 ? place : `[${place}](${link})`;
		return `| ${concern.findings[0]?.severity ?? "warning"} | ${cell(where)} | ${cell(rules)} | ${cell(waitsOf(concern).slice(0, 5).map(prose).join("<br>"))} |`;
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
/** The plan as a picture of its stages, what is known of it, and what it still waits for. */
function timelineOf(plan) {
	const open = plan.questions.map((each) => `- ${prose(each.message)} ${code(each.directive)}`);
	return [
		`**Plan ${code(plan.id)}.** ${prose(proofInWords(plan))}`,
		plan.stages.length === 0 ? "" : diagramOf(plan),
		open.join("\n")
	].filter((each) => each !== "").join("\n\n");
}
function noticesOf(analysis) {
	const lines = analysis.notices.map((each) => `- ${code(`${each.path}:${each.line}`)} ${prose(each.message)}`);
	return lines.length === 0 ? "" : `**To know**\n\n${lines.join("\n")}`;
}

export { countsInWords, headline, noticesOf, tableOf, timelineOf };