import "./rolldown-runtime.js";
import { fromRoot } from "./report-context.js";
import { reportedOf } from "./report-reported.js";

// src/report/gitlab.ts
/**
* GitLab's Code Quality report: one object a finding. A fingerprint must not hold line numbers, or every push would bring the old findings as new ones.
* https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
*/
function gitlabReport(analysis, context) {
	const issues = reportedOf(analysis).map(({ finding, path, range, message, fingerprint }) => ({
		description: message,
		check_name: finding.rule,
		fingerprint,
		severity: finding.severity === "error" ? "critical" : "minor",
		location: {
			path: fromRoot(path, context),
			lines: {
				begin: range.line,
				end: range.endLine
			}
		}
	}));
	return `${JSON.stringify(issues, void 0, 2)}\n`;
}

export { gitlabReport };