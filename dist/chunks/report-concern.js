import { blocksWrites, contains, effectInWords, isWork$1 as isWork, tableInWords } from "./core.js";
import { fingerprintOf } from "./report-fingerprint.js";

// src/report/suggestion.ts
/**
* One line edit for each edit; edits that share a line are one, because GitHub takes one suggestion a line and each must hold alone.
* What stands before and after a statement on its lines is kept.
* @param text the file; `edits` are its edits in order, not overlapping
*/
function lineEdits(text, edits) {
	const lines = gitLines(text);
	const groups = [];
	for (const edit of edits) {
		const { from, to } = reach(lines, text, edit);
		const last = groups.at(-1);
		if (last !== void 0 && from <= last.to) {
			last.edits.push(edit);
			last.to = Math.max(last.to, to);
		} else groups.push({
			from,
			to,
			edits: [edit]
		});
	}
	return groups.map((group) => {
		const start = lines[group.from - 1]?.start ?? 0;
		const end = lines[group.to - 1]?.end ?? text.length;
		let at = start;
		let replaced = "";
		for (const edit of group.edits) {
			replaced += text.slice(at, edit.span.start) + edit.replacement;
			at = edit.span.end;
		}
		replaced += text.slice(at, Math.max(at, end));
		const after = splitLines(replaced);
		const before = splitLines(text.slice(start, end));
		return {
			...group,
			lines: after,
			unchanged: after.length === before.length && after.every((line, index) => line === before[index])
		};
	});
}
/**
* Why an edit must not be handed out to be applied by a click; undefined: it may.
* @param hasOwnFiles the stage has further files, which the edit does not create
*/
function refusalOf({ lines, unchanged }, hasOwnFiles) {
	if (unchanged) return "it would change nothing here";
	if (lines.some(holdsControls)) return "its lines hold control characters, which a comment may not keep";
	if (hasOwnFiles && lines.every((line) => line.trim() === "")) return "the step needs a file of its own, which a suggestion cannot create";
}
/** Everything but tabs: a suggestion must give every character back. */
function holdsControls(line) {
	return /[^\P{Cc}\t]|\ufeff/u.test(line);
}
/** The lines of `text` as git counts them; the span holds the line break. A final line break opens no further line. */
function gitLines(text) {
	const lines = [];
	for (let start = 0; start < text.length || lines.length === 0;) {
		const newline = text.indexOf("\n", start);
		const end = newline === -1 ? text.length : newline + 1;
		lines.push({
			start,
			end
		});
		start = end;
		if (end === text.length) break;
	}
	return lines;
}
/** The line (1-based, as git counts) of an offset; behind the end it is the last one. */
function gitLineOf(lines, offset) {
	let low = 0;
	let high = lines.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if (lines[middle].start <= offset) low = middle;
		else high = middle - 1;
	}
	return low + 1;
}
/** The lines that a span touches. A span that ends behind a line break does not touch the line after it. */
function linesTouched(lines, span) {
	return {
		from: gitLineOf(lines, span.start),
		to: gitLineOf(lines, Math.max(span.start, span.end - 1))
	};
}
function reach(lines, text, edit) {
	const { from, to } = linesTouched(lines, edit.span);
	const takesBreak = edit.span.end > edit.span.start && text[edit.span.end - 1] === "\n";
	const leavesPart = edit.replacement !== "" ? !edit.replacement.endsWith("\n") : edit.span.start > (lines[from - 1]?.start ?? 0);
	return {
		from,
		to: takesBreak && leavesPart ? Math.min(to + 1, lines.length) : to
	};
}
function splitLines(text) {
	if (text === "") return [];
	const lines = text.split(/\r?\n/);
	if (text.endsWith("\n")) lines.pop();
	return lines;
}

// src/report/concern.ts
/** The concerns of one file, in the order of their lines. What is waived is not in them. */
function concernsOf(file, analysis) {
	const { text, path } = file.migration;
	const lines = gitLines(text);
	const findings = file.findings.filter((each) => each.suppressed === void 0);
	const places = analysis.plans.flatMap((plan, index) => lineEdits(text, plan.edits.filter((each) => each.path === path)).map((edit) => ({
		from: edit.from,
		to: edit.to,
		plan: index,
		edit,
		findings: []
	})));
	const edited = places.length;
	for (const finding of findings) {
		const range = rangeOf(finding, file, lines);
		const place = places.find((each) => each.from <= range.to && range.from <= each.to);
		if (place === void 0) places.push({
			...range,
			findings: [finding]
		});
		else {
			place.findings.push(finding);
			if (place.edit === void 0) {
				place.from = Math.min(place.from, range.from);
				place.to = Math.max(place.to, range.to);
			}
		}
	}
	const seen = /* @__PURE__ */ new Map();
	return mergeOverlaps(places, edited).sort((a, b) => a.from - b.from).map((place) => {
		const here = (span) => overlaps(linesTouched(lines, span), place);
		const statements = file.statements.filter((each) => here(each.statement.fullSpan));
		const plan = place.plan ?? place.findings.find((each) => each.plan !== void 0)?.plan;
		const plans = plan === void 0 ? analysis.plans : analysis.plans.slice(plan, plan + 1);
		const rules = [...new Set(place.findings.map((each) => each.rule))];
		const sql = statements.map(({ statement }) => text.slice(statement.span.start, statement.span.end));
		const about = sql.length === 0 ? rules : [];
		const identity = fingerprintOf(path, about, sql, 0);
		const ordinal = seen.get(identity) ?? 0;
		seen.set(identity, ordinal + 1);
		return {
			path,
			from: place.from,
			to: place.to,
			findings: place.findings.sort((a, b) => rank(a) - rank(b) || a.span.start - b.span.start),
			statements,
			...plan !== void 0 && { plan },
			...place.edit && { edit: place.edit },
			questions: plans.flatMap((each) => each.questions.filter((question) => question.path === path && here(question.span))),
			unplanned: plans.flatMap((each) => each.unplanned.filter((other) => other.path === path && here(other.span)).map((other) => other.reason)),
			differences: plans.flatMap((each) => (each.differences ?? []).filter((other) => other.path === path && here(other.span)).map((other) => other.sentence)),
			fingerprint: ordinal === 0 ? identity : fingerprintOf(path, about, sql, ordinal)
		};
	});
}
/** Who waits for what, in words, once each: `writes of books wait while an index is built over every row`. */
function waitsOf({ statements }) {
	const waits = statements.flatMap(({ felt }) => {
		const works = felt.some((each) => isWork(each.work));
		return felt.filter((each) => blocksWrites(each.lock)).map((each) => effectInWords(each, tableInWords(each, ["public"]), works));
	});
	return [...new Set(waits)];
}
/** The stage that goes out in this deploy. */
function firstStageOf(plan) {
	return plan.stages.find((stage) => stage.boundary === "none");
}
/** The edit of a concern, where it may be applied as it is and loses nothing: what other programs are handed as its fix. */
function fixOf(concern, analysis) {
	const { edit, plan: index } = concern;
	const plan = index === void 0 ? void 0 : analysis.plans[index];
	const first = plan && firstStageOf(plan);
	if (edit === void 0 || plan === void 0 || first === void 0) return void 0;
	return refusalOf(edit, filesFor(concern, first, plan.files).length > 0) === void 0 ? edit : void 0;
}
/** The files of a stage that hold something for the concern, author's own files left out: those are what the suggestion edits. */
function filesFor(concern, stage, own) {
	return stage.files.filter((file) => (file.path === void 0 || !own.includes(file.path)) && file.steps.some((step) => serves(step, concern)));
}
/** Whether a step stages an operation of this concern; a step that does not say serves them all. */
function serves(step, concern) {
	const { answers } = step;
	if (answers === void 0) return true;
	return answers.path === concern.path && concern.statements.some(({ statement }) => contains(statement.fullSpan, answers.span));
}
/** Findings without an edit can grow into one another. */
function mergeOverlaps(places, edited) {
	const merged = places.slice(0, edited);
	for (const place of places.slice(edited).sort((a, b) => a.from - b.from)) {
		const last = merged.slice(edited).at(-1);
		if (last !== void 0 && overlaps(last, place)) {
			last.to = Math.max(last.to, place.to);
			last.findings.push(...place.findings);
		} else merged.push(place);
	}
	return merged;
}
const overlaps = (a, b) => a.from <= b.to && b.from <= a.to;
const rank = (finding) => finding.severity === "error" ? 0 : 1;
/** The lines of the statement that a finding is about; of a file without text, the line that kept it from being read. */
function rangeOf(finding, file, lines) {
	const { unreadable } = file.migration;
	if (unreadable !== void 0) return {
		from: unreadable.line,
		to: unreadable.line
	};
	return linesTouched(lines, statementAt(file, finding.span)?.statement.fullSpan ?? finding.span);
}
function statementAt(file, span) {
	return file.statements.find((each) => contains(each.statement.fullSpan, span));
}

export { concernsOf, filesFor, firstStageOf, fixOf, gitLines, refusalOf, serves, waitsOf };