import "./rolldown-runtime.js";
import { contains, counted, linesOf } from "./core.js";
import { labelOf } from "./report-label.js";
import { reportedOf } from "./report-reported.js";
import { xmlDocument } from "./report-xml.js";

// src/report/junit.ts
/**
* JUnit's XML as Jenkins and GitLab read it: a suite a migration, a test a statement. What reaches `fail-on` is a failure, what could not be read an error,
* what is waived is skipped with its reason.
*/
function junitReport(analysis, { failOn }) {
	const reported = new Map(reportedOf(analysis).map((each) => [each.finding, each]));
	const suites = analysis.files.map((file) => suiteOf(file.migration.path, casesOf(file, reported, failOn)));
	const { unproved } = analysis.summary;
	if (unproved !== void 0) suites.push(suiteOf("staged plans", [provedCase(unproved)]));
	const sum = (name) => suites.reduce((all, each) => all + Number(each.attributes[name]), 0);
	return xmlDocument({
		name: "testsuites",
		attributes: {
			name: "lockstep",
			tests: sum("tests"),
			failures: sum("failures"),
			errors: sum("errors")
		},
		content: suites
	});
}
function suiteOf(name, cases) {
	const count = (kind) => cases.filter(({ content }) => Array.isArray(content) && content.some((each) => each.name === kind)).length;
	return {
		name: "testsuite",
		attributes: {
			name,
			tests: cases.length,
			failures: count("failure"),
			errors: count("error"),
			skipped: count("skipped")
		},
		content: cases.map((each) => ({
			...each,
			attributes: {
				...each.attributes,
				classname: name
			}
		}))
	};
}
/** A case for the file itself where something is found that is not about a statement. */
function casesOf(file, reported, failOn) {
	const { text } = file.migration;
	const lines = linesOf(text);
	const left = new Set(file.findings);
	const statements = file.statements.map(({ statement: { span, fullSpan } }) => {
		const here = file.findings.filter((each) => contains(fullSpan, each.span));
		for (const each of here) left.delete(each);
		return {
			name: "testcase",
			attributes: { name: `line ${lines.position(span.start).line}: ${labelOf(text, span, 80)}` },
			content: outcomeOf(here, reported, failOn)
		};
	});
	if (left.size === 0 && statements.length > 0) return statements;
	return [{
		name: "testcase",
		attributes: { name: "the file" },
		content: outcomeOf([...left], reported, failOn)
	}, ...statements];
}
function outcomeOf(findings, reported, failOn) {
	const active = findings.filter((each) => each.suppressed === void 0);
	const failing = active.filter((each) => each.severity === "error" || failOn === "warning");
	const waived = findings.flatMap(({ rule, suppressed }) => suppressed === void 0 ? [] : [`${rule} is waived: ${suppressed.reason}`]);
	const others = [...active.filter((each) => !failing.includes(each)).map((each) => textOf(each, reported)), ...waived].join("\n");
	const [first] = failing;
	if (first === void 0 && active.length === 0 && waived.length > 0) return [{
		name: "skipped",
		attributes: { message: waived.join("; ") }
	}];
	return [...first === void 0 ? [] : [{
		name: failing.some((each) => each.category === "unreadable") ? "error" : "failure",
		attributes: {
			type: first.rule,
			message: reported.get(first)?.message ?? first.message
		},
		content: failing.map((each) => textOf(each, reported)).join("\n")
	}], ...others === "" ? [] : [{
		name: "system-out",
		attributes: {},
		content: others
	}]];
}
function textOf(finding, reported) {
	const { path, range, message } = reported.get(finding);
	return `${path}:${range.line}:${range.column}: ${finding.severity}: ${message} (${finding.rule})`;
}
/** Plans that have to be proved. */
function provedCase(unproved) {
	const message = `${counted(unproved, "plan")} not proved`;
	return {
		name: "testcase",
		attributes: { name: "every plan is proved" },
		content: unproved === 0 ? [] : [{
			name: "failure",
			attributes: {
				type: "proof",
				message
			},
			content: message
		}]
	};
}

export { junitReport };