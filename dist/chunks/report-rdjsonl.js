import "./rolldown-runtime.js";
import { linesOf } from "./core.js";
import { reportedOf } from "./report-reported.js";

// src/report/rdjsonl.ts
/**
* reviewdog's diagnostics, one JSON object a line, for its reporters to GitLab, Bitbucket, Gerrit and Gitea. Paths start from the working directory, where
* reviewdog looks them up. https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
*/
function rdjsonlReport(analysis, context) {
	const files = new Map(analysis.files.map((file) => [file.migration.path, file]));
	return reportedOf(analysis).map((each) => `${JSON.stringify(diagnosticOf(each, files.get(each.path), context))}\n`).join("");
}
function diagnosticOf({ finding, path, range, message, fix }, { migration }, context) {
	const page = context.rulePage?.(finding.rule);
	const whole = fix && {
		start: { line: fix.from },
		end: { line: fix.to }
	};
	const lines = linesOf(migration.text);
	const position = (line, column) => ({
		line,
		column: byteColumn(migration.text, lines.span(line).start, column)
	});
	return {
		message,
		location: {
			path,
			range: whole ?? {
				start: position(range.line, range.column),
				end: position(range.endLine, range.endColumn)
			}
		},
		severity: finding.severity.toUpperCase(),
		source: {
			name: "lockstep",
			...context.homepage && { url: context.homepage }
		},
		code: {
			value: finding.rule,
			...page && { url: page }
		},
		...fix && { suggestions: [{
			range: whole,
			text: fix.lines.join("\n")
		}] }
	};
}
/** Columns are counted in bytes of UTF-8. */
function byteColumn(text, lineStart, column) {
	return Buffer.byteLength(text.slice(lineStart, lineStart + column - 1)) + 1;
}

export { rdjsonlReport };