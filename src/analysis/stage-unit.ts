import type { Config } from '../config/config.ts';
import type { Convention } from '../convention/convention.ts';
import { type KnownPaths, pathsAfter } from '../convention/plain.ts';
import type { Migration, ReadProgram } from '../migration/migration.ts';
import { cutsValue } from '../migration/template.ts';
import { keyOf } from '../operation/name.ts';
import { compose } from '../plan/compose.ts';
import type { PlanDialect } from '../plan/dialect.ts';
import type { Plan } from '../plan/stage.ts';
import type { Tool } from '../plan/tool.ts';
import type { Judge, PlannableStatement, PlannableUnit } from '../plan/unit.ts';
import { type Verification, verify } from '../plan/verify.ts';
import type { Finding } from '../rules/finding.ts';
import { beginUnit } from '../schema/apply.ts';
import type { Schema } from '../schema/schema.ts';
import { quoteName } from '../sql/postgres/quote.ts';
import { isNested } from '../text/span.ts';
import type { Notice } from './analysis.ts';
import { type Backfills, readBackfills, type Stated } from './backfill.ts';
import type { Court, JudgedMigration } from './judge.ts';
import { judgeUnit } from './judge-unit.ts';

/** What staging needs besides the unit: the same for a whole run. */
export interface Staging {
  readonly config: Config;
  readonly court: Court;
  readonly known: KnownPaths;
  /** The tool that runs the migrations. */
  readonly convention: Convention;
  /** Reads those that are programs, where there are any. */
  readonly readProgram?: ReadProgram;
  /** How plans for the engine are written; undefined where nothing is staged. */
  readonly plans: PlanDialect | undefined;
}

export interface StagedUnit {
  /** The plan, if there is one and it holds. */
  readonly plan?: Plan;
  /** Whether the plan answers a finding: it is gone once the plan is followed, or waits for the author's answer. */
  answers(finding: Finding, migration: Migration): boolean;
  /** Backfill directives that cannot be used. */
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
}

/** More unsafe statements than anybody stages together: a plan is composed, judged and run as a whole, and somebody has to read it. */
const mostStaged = 1_000;

/** Stages what is unsafe in a unit, and shows the plan only if it holds before the very pipeline that found it necessary. */
export function stageUnit(
  judged: readonly JudgedMigration[],
  before: Schema,
  after: Schema,
  { config, court, known, convention, plans: dialect, readProgram }: Staging,
): StagedUnit {
  const findings: Finding[] = [];
  const notices: Notice[] = [];
  const path = judged[0]?.migration.path ?? '';
  const own = readBackfills(statedInFiles(judged, court, findings), after, court.reader);
  const general = readBackfills(statedInConfig(config, path, notices), after, court.reader);
  // The comment in the file wins.
  const backfill: Backfills['get'] = (table, column) => own.get(table, column) ?? general.get(table, column);

  const { target } = court.context;
  // The backfills that are stated are read all the same.
  if (dialect === undefined) return { answers: () => false, findings, notices };
  const last = judged.at(-1)?.migration;
  const like = last?.program && readProgram ? { path: last.path, text: last.program.text } : undefined;
  const writing = like === undefined ? convention.writing : (convention.programs ?? convention.writing);
  const sql = target.engine === 'postgres' ? 'postgres' : 'mysql';
  const tool: Tool = {
    convention: { ...convention, writing },
    sql,
    ...(like && readProgram && { programs: { read: readProgram, reader: court.reader, like } }),
    mode: (file) => (config.transaction === 'unknown' ? convention.transaction(file, sql) : config.transaction),
  };
  const unit = {
    target,
    before,
    after,
    files: judged.map(({ migration, sql, statements, findings }) => ({
      migration,
      sql,
      statements,
      findings: findings.filter((each) => each.suppressed === undefined),
    })),
    tool,
    dialect,
    pathsAfter: (from: string, names: readonly string[]) => pathsAfter(known, from, names, writingOrder(convention)),
    backfill,
  };
  const unsafe = judged.reduce((sum, each) => sum + each.statements.filter(isUnsafe).length, 0);
  if (unsafe > mostStaged) {
    const message = `No staged plan is made: ${unsafe} statements are unsafe, and a plan takes ${mostStaged} at most.`;
    return { answers: () => false, findings, notices: [...notices, { path, line: 1, message }] };
  }
  // Whether the waivers that a plan writes are approved is asked when they are committed.
  const staged = composed(unit, judgeIn({ ...court, waiving: { allowed: true } }));
  if (staged === undefined) return { answers: () => false, findings, notices };
  const { verified } = staged;
  if ('refused' in verified) {
    const message = `No staged plan is shown, because the one that was found does not hold: ${verified.refused}`;
    return { answers: () => false, findings, notices: [...notices, { path, line: 1, message }] };
  }
  const { plan } = verified;
  const cut = judged.find(
    ({ migration: { path, template } }) => template && plan.edits.some((each) => each.path === path && cutsValue(template, each.span)),
  );
  if (cut !== undefined) {
    const message = 'No staged plan is shown: what it would replace ends in the middle of what a placeholder stands for.';
    return { answers: () => false, findings, notices: [...notices, { path: cut.migration.path, line: 1, message }] };
  }
  const reason = whyNotRun(plan, judged);
  return {
    plan: reason === undefined ? plan : { ...plan, proof: { status: 'unproved', checks: [], reason } },
    findings,
    notices,
    // An edit may cover a statement only to set lock_timeout above it.
    answers: (finding, { text }) =>
      plan.questions.some((each) => isNested(each, finding)) ||
      (plan.edits.some((each) => isNested(each, finding)) && !verified.leaves(finding, text.slice(finding.span.start, finding.span.end))),
  };
}

/**
 * A plan and whether it holds: the first of those that do. What is done to rows stays as written where what stands on it could not come behind a job in batches; and
 * what would need a second round of the stages, where not all of it can follow there.
 */
function composed(unit: PlannableUnit, judge: Judge): { readonly plan: Plan; readonly verified: Verification } | undefined {
  const batches = unit.files.some(changesRows) ? [true, false] : [true];
  let first: { readonly plan: Plan; readonly verified: Verification } | undefined;
  for (const rounds of [true, false])
    for (const inBatches of batches) {
      const plan = compose(unit, { batches: inBatches, rounds });
      if (plan === undefined) return first;
      if (!rounds && !first?.plan.stages.some((stage) => stage.round !== undefined)) return first;
      const verified = verify(plan, unit, judge);
      if (!('refused' in verified)) return { plan, verified };
      first ??= { plan, verified };
    }
  return first;
}

function isUnsafe({ operations }: PlannableStatement): boolean {
  return operations.some((each) => each.findings.length > 0);
}

function changesRows({ statements }: PlannableUnit['files'][number]): boolean {
  return statements.some(({ operations }) => operations.some(({ operation: { kind } }) => kind === 'update' || kind === 'delete'));
}

/** Why there is nothing to run a plan on; an engine would find out too, but later. */
function whyNotRun({ questions }: Plan, judged: readonly JudgedMigration[]): string | undefined {
  if (questions.length > 0) return 'it waits for an answer';
  for (const { operations } of judged.flatMap((each) => each.statements))
    for (const { effects, before, after, findings } of operations)
      for (const effect of effects) {
        const { table } = effect;
        const key = keyOf(table);
        const known = before.tables.get(key) ?? after.tables.get(key);
        const isUnknown =
          known === undefined ? findings.length > 0 && !before.views.has(key) : !known.complete && known.persistence === undefined;
        if (!('ofIndex' in effect) && isUnknown)
          return `no migration before it creates ${quoteName(table)}, so there is nothing to run it on`;
      }
  return undefined;
}

function statedInFiles(judged: readonly JudgedMigration[], court: Court, findings: Finding[]): readonly Stated[] {
  return judged.flatMap(({ migration: { path }, directives }) =>
    directives.flatMap((each): Stated[] => {
      if (each.kind !== 'backfill') return [];
      const refuse = (reason: string): void => {
        const severity = court.severity('malformed-directive') ?? 'error';
        if (severity === 'off') return;
        const message = `This backfill cannot be used: ${reason}.`;
        const advice = "State one expression over the row, as in `-- lockstep: backfill orders.status = 'new'`.";
        findings.push({ rule: 'malformed-directive', severity, category: 'policy', path, span: each.span, message, advice });
      };
      return [{ target: each.target, expression: each.expression, refuse }];
    }),
  );
}

function statedInConfig(config: Config, path: string, notices: Notice[]): readonly Stated[] {
  return Object.entries(config.backfill).map(([target, expression]): Stated => {
    const refuse = (reason: string): void => {
      notices.push({ path, line: 1, message: `The config's backfill of ${target} cannot be used: ${reason}.` });
    };
    return { target, expression, early: true, refuse };
  });
}

/** Lets a plan be judged by the very pipeline that found it necessary. */
function judgeIn(court: Court): Judge {
  return (files, before) => {
    const migrations = files.map((file): Migration => ({ ...file, direction: 'up' }));
    const judged = judgeUnit({ migrations }, beginUnit(before, before.unit + 1), court);
    return {
      findings: judged.flatMap((each) => each.findings),
      after: judged.at(-1)?.after ?? before,
      unreadable: judged.some((each) => each.sql.statements.some((statement) => statement.unreadable)),
      locking: judged.map((each) => each.statements.map(({ statement, felt, committed }) => ({ span: statement.span, felt, committed }))),
    };
  };
}

/** How the names of further files are chosen. What lists its files in an order of its own takes new ones at the end of it. */
function writingOrder({ writing, order }: Convention): NonNullable<Parameters<typeof pathsAfter>[3]> {
  const compare = order?.({ series: '', paths: [], samples: [], markers: () => [], own: () => [] });
  return { dotted: writing.dotted ?? false, ...(compare && { compare }) };
}
