import "./rolldown-runtime.js";
import { fromRoot } from "./report-context.js";
import { reportedOf } from "./report-reported.js";
import { visible } from "./core.js";

// src/report/annotations.ts
/** GitHub keeps ten of each kind a step, and drops the rest without a word. */
const mostOfAKind = 10;
/**
* The findings and notices as annotations, as many as GitHub keeps; the rest is counted in the last of its kind.
* @param rest where the others are to be found
* @param wanted which findings; those that a review shows need no annotation
*/
function annotationsOf(analysis, context, rest, wanted = () => true) {
	const findings = reportedOf(analysis).filter(wanted).map(({ finding, path, range, message }) => {
		const endLine = range.endColumn === 1 && range.endLine > range.line ? range.endLine - 1 : range.endLine;
		return {
			kind: finding.severity,
			message,
			place: {
				file: fromRoot(path, context),
				startLine: range.line,
				endLine,
				title: finding.rule
			}
		};
	});
	const notices = analysis.notices.map(({ path, line, message }) => ({
		kind: "notice",
		message: visible(message),
		place: {
			file: fromRoot(path, context),
			startLine: line,
			endLine: line
		}
	}));
	return [
		...fitting(findings.filter((each) => each.kind === "error"), 9, rest),
		...fitting(findings.filter((each) => each.kind === "warning"), mostOfAKind, rest),
		...fitting(notices, mostOfAKind, rest)
	];
}
function fitting(annotations, room, rest) {
	const [first] = annotations;
	if (first === void 0 || annotations.length <= room) return annotations;
	const kept = annotations.slice(0, room - 1);
	return [...kept, {
		kind: first.kind,
		message: `And ${annotations.length - kept.length} more; ${rest}.`
	}];
}
/**
* The annotations as workflow commands, for a run of the command line in a job.
* https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
*/
function githubReport(analysis, context) {
	return annotationsOf(analysis, context, "`--format text` prints all of them").map(({ kind, message, place }) => {
		return `::${[kind, (place === void 0 ? [] : [
			`file=${property(place.file)}`,
			`line=${place.startLine}`,
			`endLine=${place.endLine}`,
			...place.title === void 0 ? [] : [`title=${property(place.title)}`]
		]).join(",")].filter((each) => each !== "").join(" ")}::${data(message)}\n`;
	}).join("");
}
/** As the runner undoes it. */
function data(text) {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function property(text) {
	return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

export { annotationsOf, githubReport };