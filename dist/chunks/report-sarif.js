import "./rolldown-runtime.js";
import { counted, linesOf, rules, standingInWords, visible, waiversOf } from "./core.js";
import { fromRoot } from "./report-context.js";
import { rangeIn } from "./report-range.js";
import { reportedOf } from "./report-reported.js";
const { posix } = process.getBuiltinModule("node:path");

// src/report/line-hash.ts
/**
* The hash of every line as GitHub's upload of SARIF computes it (`primaryLocationLineHash`): of the first hundred characters from the line's start
* on, spaces and tabs left out, so that it moves along with the line; equal ones are counted. Where a report has the same value, the upload has
* nothing to complain of, and who uploads by the API alone gets the same alerts.
* https://github.com/github/codeql-action/blob/main/src/fingerprints.ts
*/
function lineHashes(text) {
	const units = unitsOf(text);
	const seen = /* @__PURE__ */ new Map();
	const hashes = [];
	let lineStarts = true;
	for (let i = 0; i < units.length; i++) {
		if (lineStarts) {
			const hash = hashAt(units, i);
			const count = (seen.get(hash) ?? 0) + 1;
			seen.set(hash, count);
			hashes.push(`${hash}:${count}`);
		}
		lineStarts = units[i] === lineFeed;
	}
	return hashes;
}
const blockSize = 100;
const lineFeed = 10;
const endOfFile = 65535;
/** UTF-16 code units without spaces and tabs, every line break one line feed, the end marked. */
function unitsOf(text) {
	const units = new Uint16Array(text.length + 1);
	let length = 0;
	let afterReturn = false;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		const skipped = unit === 32 || unit === 9 || afterReturn && unit === lineFeed;
		afterReturn = unit === 13;
		if (!skipped) units[length++] = afterReturn ? lineFeed : unit;
	}
	units[length++] = endOfFile;
	return units.subarray(0, length);
}
/** A polynomial of base 37 modulo 2\u2076\u2074, in two halves of 32 bits; past the end the units are 0. */
function hashAt(units, start) {
	let high = 0;
	let low = 0;
	for (let i = start; i < start + blockSize; i++) {
		const sum = low * 37 + (units[i] ?? 0);
		high = high * 37 + Math.floor(sum / 4294967296) >>> 0;
		low = sum >>> 0;
	}
	return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, "0");
}

// src/report/sarif.ts
/** GitHub shows the worst 5,000 results of a run, and refuses a file of more than 25,000. */
const mostResults = 5e3;
/**
* SARIF 2.1.0, with what GitHub's code scanning requires of it; GitHub ignores suppressions, so what is waived is a notification and no result.
* https://docs.oasis-open.org/sarif/sarif/v2.1.0/, https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support
*/
function sarifReport(analysis, context) {
	const reported = reportedOf(analysis);
	const shown = worst(reported);
	const ids = [...new Set(shown.map((each) => each.finding.rule))].sort();
	const files = new Map(analysis.files.map((file) => [file.migration.path, {
		file,
		hashes: hashesOf(file)
	}]));
	const run = {
		tool: { driver: {
			name: "Lockstep",
			semanticVersion: context.version,
			...context.homepage && { informationUri: context.homepage },
			rules: ids.map((id) => ruleSarif(id, context))
		} },
		invocations: [{
			executionSuccessful: true,
			toolExecutionNotifications: notificationsOf(analysis, reported.length - shown.length, context)
		}],
		columnKind: "utf16CodeUnits",
		results: shown.map((each) => {
			const { file, hashes } = files.get(each.path);
			return {
				ruleId: each.finding.rule,
				ruleIndex: ids.indexOf(each.finding.rule),
				level: each.finding.severity,
				message: { text: plain(each.message) },
				locations: [locationOf(each.path, each.range, context)],
				partialFingerprints: {
					"lockstep/v1": each.fingerprint,
					primaryLocationLineHash: hashes[each.range.line - 1] ?? `${each.fingerprint}:1`
				},
				...each.fix && { fixes: [fixSarif(file, each.fix, context)] }
			};
		})
	};
	return `${JSON.stringify({
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [run]
	}, void 0, 2)}\n`;
}
/** In the order of the report; where there are too many, errors before warnings. */
function worst(reported) {
	if (reported.length <= mostResults) return reported;
	return [...reported.filter((each) => each.finding.severity === "error"), ...reported.filter((each) => each.finding.severity !== "error")].slice(0, mostResults);
}
function hashesOf({ migration: { text, byteOrderMark } }) {
	return lineHashes(byteOrderMark ? `\ufeff${text}` : text);
}
/** GitHub takes 1,024 characters of a description, and refuses a rule without help. */
function ruleSarif(id, { rulePage, ruleText }) {
	const rule = rules.find((each) => each.id === id);
	const title = `${rule?.title ?? id}.`;
	const page = rulePage?.(id);
	const text = ruleText?.(id);
	return {
		id,
		name: id.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase()),
		shortDescription: { text: title },
		fullDescription: { text: title },
		...page && { helpUri: page },
		help: {
			text: text ?? title,
			...text && { markdown: text }
		},
		defaultConfiguration: { level: rule?.severity ?? "error" },
		properties: {
			tags: [
				"database",
				"migration",
				...rule ? [rule.category] : []
			],
			precision: "high",
			"problem.severity": rule?.severity ?? "error"
		}
	};
}
/** What is no result: waivers, notices, what did not fit. */
function notificationsOf(analysis, left, context) {
	const { unproved } = analysis.summary;
	const at = (path, line) => [locationOf(path, {
		line,
		column: 1,
		endLine: line,
		endColumn: 1
	}, context)];
	const say = (level, text) => ({
		level,
		message: { text: plain(visible(text)) }
	});
	return [
		...waiversOf(analysis).map((waiver) => ({
			...say("note", `Waived: ${waiver.rule}: ${waiver.reason} ${standingInWords(waiver)}`.trimEnd()),
			locations: at(waiver.path, waiver.line)
		})),
		...analysis.notices.map(({ path, line, message }) => ({
			...say("note", message),
			locations: at(path, line)
		})),
		...unproved ? [say("error", `${counted(unproved, "plan")} not proved.`)] : [],
		...left > 0 ? [say("warning", `${counted(left, "more finding")}: GitHub takes no more than ${mostResults} from one run.`)] : []
	];
}
function locationOf(path, range, context) {
	return { physicalLocation: {
		artifactLocation: artifactOf(path, context),
		region: regionOf(range)
	} };
}
function artifactOf(path, context) {
	const root = fromRoot(path, context).replace(/\p{Surrogate}/gu, "\ufffd");
	const uri = root.split("/").map(encodeURIComponent).join("/");
	return posix.isAbsolute(root) ? { uri: `file://${uri}` } : {
		uri,
		uriBaseId: "%SRCROOT%"
	};
}
function regionOf({ line, column, endLine, endColumn }) {
	return {
		startLine: line,
		startColumn: column,
		endLine,
		endColumn
	};
}
function fixSarif({ migration: { path, text } }, { edits }, context) {
	const lines = linesOf(text);
	const replacements = edits.map(({ span, replacement }) => ({
		deletedRegion: regionOf(rangeIn(lines, span)),
		insertedContent: { text: replacement }
	}));
	return {
		description: { text: "The first stage of the staged migration." },
		artifactChanges: [{
			artifactLocation: artifactOf(path, context),
			replacements
		}]
	};
}
/** `[text](target)` in a message is a link, and names may hold anything. */
function plain(text) {
	return text.replaceAll("](", "] (");
}

export { sarifReport };