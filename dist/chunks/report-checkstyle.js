import "./rolldown-runtime.js";
import { reportedOf } from "./report-reported.js";
import { xmlDocument } from "./report-xml.js";

// src/report/checkstyle.ts
/** Checkstyle's XML, which most CI servers and editors read: every migration, and in it what was found. */
function checkstyleReport(analysis) {
	const found = new Map(analysis.files.map(({ migration: { path } }) => [path, []]));
	for (const { path, finding, range, message } of reportedOf(analysis)) {
		const attributes = {
			line: range.line,
			column: range.column,
			severity: finding.severity,
			message,
			source: `lockstep.${finding.rule}`
		};
		found.get(path)?.push({
			name: "error",
			attributes
		});
	}
	const files = [...found].map(([name, content]) => ({
		name: "file",
		attributes: { name },
		content
	}));
	return xmlDocument({
		name: "checkstyle",
		attributes: { version: "4.3" },
		content: files
	});
}

export { checkstyleReport };