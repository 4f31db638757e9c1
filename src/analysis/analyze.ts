import type { Config } from '../config/config.ts';
import { type KnownPaths, knownPaths, pathsAfter } from '../convention/plain.ts';
import { postgres } from '../engine/postgres/index.ts';
import type { DeploymentUnit, Migration, MigrationSet } from '../migration/migration.ts';
import { compose } from '../plan/compose.ts';
import type { Plan } from '../plan/stage.ts';
import type { Judge, PlannableUnit } from '../plan/unit.ts';
import { verify } from '../plan/verify.ts';
import type { Finding } from '../rules/finding.ts';
import { beginUnit } from '../schema/apply.ts';
import { emptySchema, type Schema } from '../schema/schema.ts';
import type { Reader } from '../sql/statement.ts';
import { contains, type Span } from '../text/span.ts';
import type { Analysis, AnalyzedFile, Notice, Summary } from './analysis.ts';
import { checkConfigured, readBackfills, type Stated } from './backfill.ts';
import { courtOf } from './court.ts';
import { type Court, isChanged, type JudgedMigration, judgeMigration, replayMigration } from './judge.ts';
import { pendingStages } from './pending.ts';

/**
 * The whole pipeline: replays the history, judges each deployment unit on the schema it meets, and stages what is unsafe.
 * Pure: the same migrations, config and reader give the same analysis.
 */
export function analyze(set: MigrationSet, config: Config, reader: Reader): Analysis {
  checkConfigured(config.backfill, reader);
  const court = courtOf(config, reader, postgres);
  const pending = pendingStages();
  const notices: Notice[] = [];
  let schema = emptySchema(config.searchPath);
  const replay = (migration: Migration): void => {
    const { sql, after } = replayMigration(migration, schema, court);
    pending.record(migration, sql.comments);
    notices.push(...unreadHistory(migration, sql.statements.filter((each) => each.unreadable).length));
    schema = after;
  };
  for (const migration of set.dump ? [set.dump, ...set.history] : set.history) replay(migration);

  const reviewed = set.units.flatMap((unit) => unit.migrations);
  const known = knownPaths([...[...set.history, ...reviewed].map((each) => each.path), ...(set.siblings ?? [])]);
  const files: AnalyzedFile[] = [];
  const plans: Plan[] = [];
  set.units.forEach((unit, index) => {
    if (unit.applied) {
      unit.migrations.forEach(replay);
      return;
    }
    const before = beginUnit(schema, index + 1);
    const judged = judgeUnit(unit, before, court);
    schema = judged.at(-1)?.after ?? before;
    for (const each of judged) pending.record(each.migration, each.sql.comments);

    const extra = new Map<string, Finding[]>();
    const plannable = planning(judged, before, schema, config, court, known, extra, notices);
    const plan = compose(plannable);
    const verified = plan && verify(plan, plannable, judgeIn(config, court));
    if (verified !== undefined && 'refused' in verified) notices.push(withheld(judged, verified.refused));
    const answers =
      plan === undefined || verified === undefined || 'refused' in verified ? undefined : { plan, index: plans.length, ...verified };
    files.push(...judged.map((each) => analyzedFile(each, extra.get(each.migration.path) ?? [], answers)));
    if (answers !== undefined) plans.push(answers.plan);
  });
  return { target: config.target, files, plans, notices: [...notices, ...pending.open()], summary: summarize(files) };
}

function judgeUnit(unit: DeploymentUnit, before: Schema, court: Court): readonly JudgedMigration[] {
  let schema = before;
  return unit.migrations.map((migration) => {
    const judged = judgeMigration(migration, schema, court);
    schema = migration.edited ? asHistory(migration, schema, court) : judged.after;
    return { ...judged, after: schema };
  });
}

/** Databases ran an edited migration before this unit: what it creates is in use, whoever changes its file now. */
function asHistory(migration: Migration, before: Schema, court: Court): Schema {
  return { ...replayMigration(migration, { ...before, unit: 0 }, court).after, unit: before.unit };
}

/** The unit as `compose` takes it. Backfill directives that cannot be used become findings in `extra`. */
function planning(
  judged: readonly JudgedMigration[],
  before: Schema,
  after: Schema,
  config: Config,
  court: Court,
  known: KnownPaths,
  extra: Map<string, Finding[]>,
  notices: Notice[],
): PlannableUnit {
  const stated = judged.flatMap(({ migration, directives }) =>
    directives.flatMap((each) => {
      if (each.kind !== 'backfill') return [];
      const refuse = (reason: string): void => {
        const message = `This backfill cannot be used: ${reason}.`;
        const advice = "State one expression over the row, as in `-- lockstep: backfill orders.status = 'new'`.";
        const finding: Finding = {
          rule: 'malformed-directive',
          severity: 'error',
          category: 'policy',
          path: migration.path,
          span: each.span,
          message,
          advice,
        };
        extra.set(migration.path, [...(extra.get(migration.path) ?? []), finding]);
      };
      return [{ target: each.target, expression: each.expression, refuse }];
    }),
  );
  const configured = Object.entries(config.backfill).map(([target, expression]): Stated => {
    const refuse = (reason: string): void => {
      notices.push({
        path: judged[0]?.migration.path ?? '',
        line: 1,
        message: `The config's backfill of ${target} cannot be used: ${reason}.`,
      });
    };
    return { target, expression, early: true, refuse };
  });
  // The comment in the file wins.
  const [own, general] = [readBackfills(stated, after, court.reader), readBackfills(configured, after, court.reader)];
  return {
    target: config.target,
    before,
    after,
    files: judged.map(({ migration, sql, statements }) => ({ migration, sql, statements })),
    pathsAfter: (path, names) => pathsAfter(known, path, names),
    backfill: (table, column) => own.get(table, column) ?? general.get(table, column),
  };
}

/** Lets a plan be judged by the very pipeline that found it necessary. */
function judgeIn(config: Config, court: Court): Judge {
  return (files, before) => {
    const migrations = files.map((file): Migration => ({ ...file, direction: 'up', transaction: config.transaction }));
    const judged = judgeUnit({ migrations }, beginUnit(before, before.unit + 1), court);
    return {
      findings: judged.flatMap((each) => each.findings),
      after: judged.at(-1)?.after ?? before,
      unreadable: judged.some((each) => each.sql.statements.some((statement) => statement.unreadable)),
    };
  };
}

interface Answers {
  readonly plan: Plan;
  readonly index: number;
  leaves(rule: string, path: string, sql: string): boolean;
}

function analyzedFile(judged: JudgedMigration, extra: readonly Finding[], answers: Answers | undefined): AnalyzedFile {
  const { migration, statements, lines } = judged;
  const meets = (finding: Finding, places: readonly { readonly path: string; readonly span: Span }[]): boolean =>
    places.some((each) => each.path === migration.path && (contains(each.span, finding.span) || contains(finding.span, each.span)));
  // An edit may cover a statement only to set lock_timeout above it: a finding is answered where it is gone afterwards, or asked about.
  const answered = (finding: Finding): boolean => {
    if (answers === undefined || finding.suppressed !== undefined) return false;
    const { plan, leaves } = answers;
    if (meets(finding, plan.questions)) return true;
    return meets(finding, plan.edits) && !leaves(finding.rule, finding.path, migration.text.slice(finding.span.start, finding.span.end));
  };
  return {
    migration,
    statements: statements.map(({ statement, effects }) => ({
      statement,
      effects,
      changed: isChanged(statement, migration.changedLines, lines),
    })),
    findings: [...judged.findings, ...extra].map((each) =>
      answers !== undefined && answered(each) ? { ...each, plan: answers.index } : each,
    ),
  };
}

function withheld(judged: readonly JudgedMigration[], reason: string): Notice {
  return {
    path: judged[0]?.migration.path ?? '',
    line: 1,
    message: `No staged plan is shown, because the one that was found does not hold: ${reason}`,
  };
}

/** History that cannot be read is not judged, but what it did is not known either. */
function unreadHistory(migration: Migration, unreadable: number): readonly Notice[] {
  if (migration.unreadable !== undefined)
    return [{ path: migration.path, line: migration.unreadable.line, message: `History is incomplete: ${migration.unreadable.message}` }];
  if (unreadable === 0) return [];
  return [
    {
      path: migration.path,
      line: 1,
      message: `History is incomplete: ${unreadable} ${unreadable === 1 ? 'statement' : 'statements'} could not be read.`,
    },
  ];
}

function summarize(files: readonly AnalyzedFile[]): Summary {
  const findings = files.flatMap((each) => each.findings);
  const active = findings.filter((each) => each.suppressed === undefined);
  return {
    files: files.length,
    statements: files.reduce((sum, each) => sum + each.statements.length, 0),
    findings: {
      error: active.filter((each) => each.severity === 'error').length,
      warning: active.filter((each) => each.severity === 'warning').length,
    },
    suppressed: findings.length - active.length,
    unreadable: active.filter((each) => each.rule === 'unreadable-statement').length,
  };
}
