import type { Config } from '../config/config.ts';
import { conventionOf } from '../convention/index.ts';
import { knownPaths } from '../convention/plain.ts';
import { type DeploymentUnit, type Migration, type MigrationSet, sourceOf } from '../migration/migration.ts';
import type { Plan } from '../plan/stage.ts';
import { beginUnit } from '../schema/apply.ts';
import type { Reader, Statement } from '../sql/statement.ts';
import type { Analysis, AnalyzedFile, Notice, Summary } from './analysis.ts';
import { checkConfigured } from './backfill.ts';
import { type Accepted, courtOf } from './court.ts';
import { driftOf } from './declared.ts';
import { type Instruments, postgresInstruments } from './instruments.ts';
import { isChanged, type JudgedMigration } from './judge.ts';
import { judgeUnit } from './judge-unit.ts';
import { pendingStages } from './pending.ts';
import { replayMigration } from './replay.ts';
import { type StagedUnit, stageUnit } from './stage-unit.ts';

/**
 * The whole pipeline: replays the history, judges each deployment unit on the schema it meets, and stages what is unsafe.
 * Pure: the same migrations, config and reader give the same analysis.
 * @param accepted what waivers and a baseline do about findings
 * @param instruments those of the config's engine
 * @throws Problem where the config states a backfill that can never be used
 */
export function analyze(
  set: MigrationSet,
  config: Config,
  reader: Reader,
  accepted: Accepted = {},
  instruments: Instruments = postgresInstruments,
): Analysis {
  checkConfigured(config.backfill, reader);
  const court = courtOf(config, reader, instruments.engine, accepted);
  const reviewed = set.units.flatMap((unit) => unit.migrations);
  const known = knownPaths([...[...set.history, ...reviewed].map((each) => each.path), ...(set.siblings ?? [])]);
  const pending = pendingStages();
  const convention = conventionOf(set.tool?.id);
  let order = set.history.length;
  const toolOf = ({ direction }: Migration): Pick<AnalyzedFile, 'tool'> =>
    set.tool === undefined ? {} : { tool: { ...set.tool, title: convention.title, ...(direction === 'up' && { order: ++order }) } };
  const files: AnalyzedFile[] = [];
  const plans: Plan[] = [];
  const notices: Notice[] = (set.troubles ?? []).map((each) => ({ line: 1, ...each }));

  let schema = instruments.empty(config.searchPath);
  const replay = (migration: Migration): void => {
    const { sql, after } = replayMigration(migration, schema, court);
    pending.record(migration, sql.comments);
    notices.push(...unreadHistory(migration, sql.statements));
    schema = after;
  };
  for (const migration of set.dump ? [set.dump, ...set.history] : set.history) replay(migration);

  const driftIn = driftOf(set, schema, instruments.empty(config.searchPath), court.reader);
  const ownCourt = driftIn === undefined ? court : { ...court, driftIn };
  for (const [index, unit] of set.units.entries()) {
    if (unit.applied) {
      unit.migrations.forEach(replay);
      order += unit.migrations.length;
      continue;
    }
    const before = beginUnit(schema, index + 1);
    const judged = judgeUnit(unit, before, ownCourt);
    schema = judged.at(-1)?.after ?? before;
    for (const each of judged) pending.record(each.migration, each.sql.comments);
    const staged = isWayBack(unit)
      ? unstaged
      : stageUnit(judged, before, schema, {
          config,
          court,
          known,
          convention,
          plans: instruments.plans,
          ...(set.readProgram && { readProgram: set.readProgram }),
        });
    files.push(...judged.map((each) => ({ ...analyzedFile(each, staged, plans.length), ...toolOf(each.migration) })));
    notices.push(...staged.notices);
    if (staged.plan !== undefined) plans.push(staged.plan);
  }
  return { target: config.target, files, plans, notices: [...notices, ...pending.open()], summary: summarize(files) };
}

function analyzedFile({ migration, statements, lines, findings, known }: JudgedMigration, staged: StagedUnit, plan: number): AnalyzedFile {
  const all = [...findings, ...staged.findings.filter((each) => each.path === migration.path)];
  return {
    // Reports show the file; what is SQL in it stands at the same places.
    migration: { ...migration, text: sourceOf(migration) },
    statements: statements.map(({ statement, effects, felt, committed }) => ({
      statement,
      effects,
      felt,
      committed,
      changed: isChanged(statement, migration.changedLines, lines),
    })),
    findings: all.map((each) => (each.suppressed === undefined && staged.answers(each, migration) ? { ...each, plan } : each)),
    ...(known.length > 0 && { known }),
  };
}

/** A way back is judged on request; nobody deploys it in stages. */
function isWayBack({ migrations }: DeploymentUnit): boolean {
  return migrations.every(({ direction }) => direction === 'down');
}

const unstaged: StagedUnit = { answers: () => false, findings: [], notices: [] };

/** History that cannot be read is not judged, but what it did is not known either. */
function unreadHistory({ path, unreadable }: Migration, statements: readonly Statement[]): readonly Notice[] {
  if (unreadable !== undefined) return [{ path, line: unreadable.line, message: `History is incomplete: ${unreadable.message}` }];
  const count = statements.filter((each) => each.unreadable).length;
  if (count === 0) return [];
  return [{ path, line: 1, message: `History is incomplete: ${count} ${count === 1 ? 'statement' : 'statements'} could not be read.` }];
}

function summarize(files: readonly AnalyzedFile[]): Summary {
  const findings = files.flatMap((each) => each.findings);
  const known = files.reduce((sum, each) => sum + (each.known?.length ?? 0), 0);
  const active = findings.filter((each) => each.suppressed === undefined);
  const count = (severity: 'error' | 'warning'): number => active.filter((each) => each.severity === severity).length;
  return {
    files: files.length,
    statements: files.reduce((sum, each) => sum + each.statements.length, 0),
    findings: { error: count('error'), warning: count('warning') },
    suppressed: findings.length - active.length,
    ...(known > 0 && { known }),
    unreadable: active.filter((each) => each.rule === 'unreadable-statement').length,
  };
}
