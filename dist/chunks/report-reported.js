import { isNested, linesOf, stagedBy, visible } from "./core.js";
import { concernsOf, fixOf } from "./report-concern.js";
import { fingerprintOf } from "./report-fingerprint.js";
import { rangeOf } from "./report-range.js";

// src/report/reported.ts
/** Every finding that is not waived, file by file in the order of the lines. */
function reportedOf(analysis) {
	return analysis.files.flatMap((file) => {
		const { text, path } = file.migration;
		const lines = linesOf(text);
		const fixes = new Map(concernsOf(file, analysis).map((concern) => {
			return [concern.findings.find((each) => stagedBy(each, analysis.plans) === "staged"), fixOf(concern, analysis)];
		}));
		const seen = /* @__PURE__ */ new Map();
		return file.findings.filter((finding) => finding.suppressed === void 0).map((finding) => {
			const sql = text.slice(finding.span.start, finding.span.end);
			const identity = `${finding.rule}\n${sql.replace(/\s+/g, " ").trim()}`;
			const ordinal = seen.get(identity) ?? 0;
			seen.set(identity, ordinal + 1);
			const fix = fixes.get(finding);
			return {
				finding,
				path,
				range: rangeOf(file, lines, finding),
				message: visible(`${finding.message} ${finding.advice}${outcomeOf(finding, analysis)}`),
				fingerprint: fingerprintOf(path, [finding.rule], [sql], ordinal),
				...fix && { fix }
			};
		});
	});
}
/** What follows the advice where the plan cannot stand below it. */
function outcomeOf(finding, { plans }) {
	const here = (places) => places.find((each) => isNested(each, finding));
	switch (stagedBy(finding, plans)) {
		case "staged": return " `lockstep plan` prints the staged migration that does it.";
		case "asked": {
			const question = here(plans.flatMap((each) => each.questions));
			return question === void 0 ? "" : ` ${question.message} Write it above the statement: ${question.directive}`;
		}
		case "declined": {
			const declined = here(plans.flatMap((each) => each.unplanned));
			return declined === void 0 ? "" : ` It is not staged: ${declined.reason}`;
		}
		case "unknown": return " There is no staged plan for this yet.";
		case "none": return "";
	}
}

export { reportedOf };