import "./rolldown-runtime.js";
import { Problem, prose, readArguments, treeOf, visible } from "./core.js";
import { jsonError } from "./report-json.js";
import { digest } from "./report-fingerprint.js";
import { xmlDocument } from "./report-xml.js";
import { removeReport, writeReport } from "./source-write-report.js";

// src/report/no-verdict.ts
/** The place of what is about no file: these formats want one. */
const nowhere = ".lockstep.yml";
/**
* The report of a run that could not judge. It must not be taken for one that found nothing, nor for that of an earlier run.
* @param reason one line
* @returns undefined where the format has no way to say it: SARIF and rdjsonl without results would close what was reported before
*/
function noVerdictReport(format, reason) {
	const message = `Lockstep could not judge: ${visible(reason)}`;
	switch (format) {
		case "text": return `${message}\n`;
		case "json": return jsonError(reason);
		case "markdown": return noVerdictMarkdown(reason);
		case "html": return `<!DOCTYPE html>\n${xmlDocument(page(message)).replace(/^<\?xml.*\n/, "")}`;
		case "github": return `::error::${message.replaceAll("%", "%25")}\n`;
		case "gitlab": {
			const location = {
				path: nowhere,
				lines: { begin: 1 }
			};
			const issue = {
				description: message,
				check_name: "no-verdict",
				fingerprint: digest(message),
				severity: "blocker",
				location
			};
			return `${JSON.stringify([issue], void 0, 2)}\n`;
		}
		case "junit": {
			const test = {
				name: "testcase",
				attributes: {
					name: "verdict",
					classname: "lockstep"
				},
				content: [{
					name: "error",
					attributes: {
						type: "no-verdict",
						message
					}
				}]
			};
			const counts = {
				name: "lockstep",
				tests: 1,
				failures: 0,
				errors: 1
			};
			const suite = {
				name: "testsuite",
				attributes: {
					...counts,
					skipped: 0
				},
				content: [test]
			};
			return xmlDocument({
				name: "testsuites",
				attributes: counts,
				content: [suite]
			});
		}
		case "checkstyle": return xmlDocument({
			name: "checkstyle",
			attributes: { version: "4.3" },
			content: [{
				name: "file",
				attributes: { name: nowhere },
				content: [{
					name: "error",
					attributes: {
						line: 1,
						column: 1,
						severity: "error",
						message,
						source: "lockstep.no-verdict"
					}
				}]
			}]
		});
		case "sarif":
		case "rdjsonl": return;
	}
}
/** The same for the job summary. */
function noVerdictMarkdown(reason) {
	return `**Lockstep: error.** Nothing was judged: ${prose(reason)}\n`;
}
function page(message) {
	return {
		name: "html",
		attributes: { lang: "en" },
		content: [{
			name: "head",
			attributes: {},
			content: [{
				name: "meta",
				attributes: { charset: "utf-8" }
			}, {
				name: "title",
				attributes: {},
				content: "Lockstep: error"
			}]
		}, {
			name: "body",
			attributes: {},
			content: [{
				name: "h1",
				attributes: {},
				content: "Lockstep: error"
			}, {
				name: "p",
				attributes: {},
				content: message
			}]
		}]
	};
}

// src/cli/no-verdict.ts
/**
* Says in every report that was asked for that there is no verdict.
* @param reason one line
*/
function reportNoVerdict(argv, io, reason) {
	const args = understood(argv);
	if (args === void 0) {
		if (argv.includes("--format=json") || argv[argv.indexOf("--format") + 1] === "json") io.stdout.write(jsonError(reason));
		return;
	}
	leaveNoVerdict(treeOf(io.cwd), args.outputs, reason);
	if (args.toFile || args.format === "text") return;
	io.stdout.write(noVerdictReport(args.format, reason) ?? "");
}
/** In the files of the reports: those that cannot say it go, for an earlier one, or one of the pull request's own, must not stand for this run. */
function leaveNoVerdict(tree, outputs, reason) {
	for (const { format, path } of outputs) {
		const text = noVerdictReport(format, reason);
		try {
			if (text === void 0) removeReport(tree, path);
			else writeReport(tree, path, text);
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
		}
	}
}
function understood(argv) {
	try {
		return readArguments(argv);
	} catch {
		return;
	}
}

export { leaveNoVerdict, noVerdictMarkdown, reportNoVerdict };