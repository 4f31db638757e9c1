import { Et as verdictOf, Tt as linesOf, X as quoteName, p as targetName, yt as positionIn } from "./core.js";

// src/report/json.ts
/** The contract of `--format json`, described in docs/json.schema.json. Keys may be added under version 1; none changes its meaning or goes. */
function jsonReport(analysis, failOn) {
	return `${JSON.stringify({
		version: 1,
		verdict: verdictOf(analysis, failOn),
		files: analysis.files.map((file) => fileJson(file, targetName(analysis.target))),
		plans: analysis.plans.map((plan) => planJson(plan, analysis)),
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
function fileJson({ migration, statements, findings }, engine) {
	const lines = linesOf(migration.text);
	const { unreadable } = migration;
	return {
		path: migration.path,
		engine,
		transaction: migration.transaction,
		statements: statements.map(({ statement, effects }) => ({
			...placeOf(lines, statement.span),
			span: statement.span,
			sql: migration.text.slice(statement.span.start, statement.span.end),
			operations: statement.operations.map((each) => each.kind),
			effects: effects.map(({ table, ofIndex, lock, work, fails }) => ({
				table: quoteName(table),
				...ofIndex && { ofIndex },
				lock,
				work,
				...fails && { fails: {
					code: fails.code,
					reason: fails.reason
				} }
			}))
		})),
		findings: findings.map(({ rule, severity, category, span, message, advice, plan, suppressed }) => ({
			rule,
			severity,
			category,
			...unreadable === void 0 ? placeOf(lines, span) : {
				line: unreadable.line,
				column: 1,
				endLine: unreadable.line,
				endColumn: 1
			},
			message,
			advice,
			...plan !== void 0 && { plan },
			...suppressed && { suppressed }
		}))
	};
}
function placeOf(lines, span) {
	const start = lines.position(span.start);
	const end = lines.position(span.end);
	return {
		line: start.line,
		column: start.column,
		endLine: end.line,
		endColumn: end.column
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
			files: files.map(({ path, steps, text }) => ({
				...path !== void 0 && { path },
				steps: steps.map(({ sql, transaction, rollback }) => ({
					sql,
					transaction,
					rollback
				})),
				text
			}))
		})),
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

export { jsonReport as n, jsonError as t };