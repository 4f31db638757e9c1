import "./rolldown-runtime.js";
import { isOfMysql, linesOf, nameIn, positionIn, targetName, verdictOf, waiversOf } from "./core.js";
import { rangeIn, rangeOf } from "./report-range.js";

// src/report/json.ts
/** The contract of `--format json`, described in docs/json.schema.json. Keys may be added under version 1; none changes its meaning or goes. */
function jsonReport(analysis, failOn) {
	return `${JSON.stringify({
		version: 1,
		verdict: verdictOf(analysis, failOn),
		files: analysis.files.map((file) => fileJson(file, targetName(file.target ?? analysis.target))),
		plans: analysis.plans.map((plan) => planJson(plan, analysis)),
		waivers: waiversOf(analysis),
		notices: analysis.notices,
		summary: analysis.summary
	})}\n`;
}
/** The same contract where there is no analysis to report: bad usage, a bad config, a missing path, a bug. */
function jsonError(message) {
	return `${JSON.stringify({
		version: 1,
		verdict: "error",
		error: { message },
		files: [],
		plans: [],
		waivers: [],
		notices: [],
		summary: {
			files: 0,
			statements: 0,
			findings: {
				error: 0,
				warning: 0
			},
			suppressed: 0,
			unreadable: 0
		}
	})}\n`;
}
function fileJson(file, engine) {
	const { migration, statements, findings } = file;
	const lines = linesOf(migration.text);
	return {
		path: migration.path,
		engine,
		transaction: migration.transaction,
		migration: {
			tool: file.tool?.id ?? "plain",
			...file.tool && {
				reason: file.tool.reason,
				...file.tool.order !== void 0 && { order: file.tool.order }
			},
			direction: migration.direction,
			transaction: migration.transaction
		},
		statements: statements.map(({ statement, effects }) => ({
			...rangeIn(lines, statement.span),
			span: statement.span,
			sql: migration.text.slice(statement.span.start, statement.span.end),
			operations: statement.operations.map((each) => each.kind),
			effects: effects.map(effectJson)
		})),
		findings: findings.map((finding) => ({
			rule: finding.rule,
			severity: finding.severity,
			category: finding.category,
			...rangeOf(file, lines, finding),
			message: finding.message,
			advice: finding.advice,
			...finding.plan !== void 0 && { plan: finding.plan },
			...finding.suppressed && { suppressed: finding.suppressed },
			...finding.unapproved && { unapproved: finding.unapproved }
		})),
		...file.known && { known: file.known.map((finding) => ({
			rule: finding.rule,
			...rangeOf(file, lines, finding),
			message: finding.message
		})) }
	};
}
function effectJson(effect) {
	const { table, lock, work, fails } = effect;
	const own = isOfMysql(effect) ? { algorithm: effect.algorithm } : effect.ofIndex && { ofIndex: true };
	return {
		table: nameIn(isOfMysql(effect) ? "mysql" : "postgres", table),
		...own,
		lock,
		work,
		...fails && { fails: {
			code: fails.code,
			reason: fails.reason
		} }
	};
}
function planJson(plan, analysis) {
	const at = (place) => ({
		path: place.path,
		...positionIn(analysis, place)
	});
	return {
		id: plan.id,
		files: plan.files,
		questions: plan.questions.map(({ path, table, column, directive, message }) => ({
			path,
			table,
			column,
			directive,
			message
		})),
		stages: plan.stages.map(({ name, round, boundary, files }) => ({
			name,
			...round !== void 0 && { round },
			boundary,
			files: files.map(({ path, steps, text, beside, byHand }) => ({
				...path !== void 0 && { path },
				steps: steps.map(({ sql, transaction, rollback }) => ({
					sql,
					transaction,
					rollback
				})),
				text,
				...beside && { beside },
				...byHand !== void 0 && { byHand }
			}))
		})),
		...plan.list && { list: {
			path: plan.list.path,
			add: plan.list.keys
		} },
		...plan.next && { next: plan.next },
		unplanned: plan.unplanned.map((each) => ({
			...at(each),
			reason: each.reason
		})),
		...plan.differences && { differences: plan.differences.map((each) => ({
			...at(each),
			sentence: each.sentence
		})) },
		...plan.proof && { proof: plan.proof }
	};
}

export { jsonError, jsonReport };