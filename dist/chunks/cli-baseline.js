import "./rolldown-runtime.js";
import { usualBaseline } from "./config-baseline.js";
import { counted, run, shownPath, statementOf, visible } from "./core.js";
import { writeReport } from "./source-write-report.js";
const { dirname, resolve } = process.getBuiltinModule("node:path");

// src/report/baseline.ts
/** The findings that can be taken as they are: neither waived, nor about a file as a whole. */
function baselineEntries(analysis, pathOf) {
	return analysis.files.flatMap((file) => {
		const spans = file.statements.map(({ statement }) => statement.fullSpan);
		return file.findings.flatMap((finding) => {
			const sql = statementOf(finding, {
				migration: file.migration,
				spans
			});
			if (sql === void 0 || finding.suppressed !== void 0) return [];
			return [{
				path: pathOf(finding.path),
				rule: finding.rule,
				sql
			}];
		});
	});
}
/** One finding a line, so that a diff shows which came and went. */
function baselineText(entries) {
	const lines = entries.map((each) => `    ${JSON.stringify(each)}`);
	return `{\n  "version": 1,\n  "findings": [${lines.length === 0 ? "" : `\n${lines.join(",\n")}\n  `}]\n}\n`;
}

// src/cli/baseline.ts
/** `lockstep baseline`: writes down the findings of the migrations that there are, so that `check` speaks of new ones only. */
async function baseline(args, io) {
	const { analysis, config, tree } = await run(args, io);
	const path = config.baseline ?? ".lockstep-baseline.json";
	const file = resolve(tree.cwd, path);
	const entries = baselineEntries(analysis, (each) => shownPath(dirname(file), resolve(tree.cwd, each)));
	writeReport(tree, path, baselineText(entries));
	const how = config.baseline === void 0 ? `; say \`baseline: ${usualBaseline}\` in .lockstep.yml to have it count` : "";
	io.stdout.write(`wrote ${visible(path)}: ${counted(entries.length, "finding")}${how}\n`);
	const { unreadable } = analysis.summary;
	if (unreadable > 0) io.stdout.write(`${counted(unreadable, "statement")} could not be read: mend or waive what is a whole file\n`);
	return 0;
}

export { baseline };