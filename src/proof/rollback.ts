import type { Step } from '../plan/stage.ts';
import { catalogDifference, catalogOf } from './catalog.ts';
import type { ProofDatabase, ProofFailure } from './database.ts';
import { isAuthorsOwn, type ScriptStatement, type StageScripts } from './script.ts';
import type { Check } from './verdict.ts';

/** Plans of more steps are rolled back from their end and from the end of each stage only. */
const stepsTriedSingly = 8;

/**
 * Rolls the plan back: first from its end, where the database stands now; then runs it again up to each earlier point and rolls it back from there.
 * Each time the schema has to be that before the plan. Where statements of the author's own stand between the steps, nobody
 * says how they are undone: then the steps are undone from the end, and the schema is not compared.
 */
export async function rollbackCheck(database: ProofDatabase, stages: readonly StageScripts[], before: readonly string[]): Promise<Check> {
  const statements = stages.flatMap((stage) => stage.scripts.flatMap((script) => script.statements)).filter((each) => !each.control);
  const steps = new Set(statements.flatMap((each) => each.step ?? []));
  const lost = [...steps].filter(cannotBeUndone);
  if (lost[0] !== undefined) return skipped(lost[0].rollback.slice(3));
  const isAlone = !statements.some(isAuthorsOwn);

  for (const point of isAlone ? pointsOf(stages, statements, steps.size) : [statements.length]) {
    const part = statements.slice(0, point);
    const refused = (point < statements.length ? await forward(database, part) : undefined) ?? (await back(database, part));
    if (refused !== undefined) return failed(refused);
    const [difference] = isAlone ? catalogDifference(before, await catalogOf(database)) : [];
    if (difference !== undefined) return failed(`rolled back from ${point} of ${statements.length} statements, the schema is another: ${difference}`);
  }
  return {
    name: 'rollback',
    status: 'passed',
    detail: isAlone ? 'rolled back from any point, the schema is as before' : `each of ${steps.size} steps was undone`,
  };
}

/** How many statements have run: all of them first. */
function pointsOf(stages: readonly StageScripts[], statements: readonly ScriptStatement[], steps: number): readonly number[] {
  if (steps <= stepsTriedSingly) return statements.map((_, i) => statements.length - i);
  let count = 0;
  const ends = stages.map((stage) => {
    count += stage.scripts.flatMap((script) => script.statements).filter((each) => !each.control).length;
    return count;
  });
  return ends.reverse();
}

async function forward(database: ProofDatabase, statements: readonly ScriptStatement[]): Promise<string | undefined> {
  for (const { sql } of statements) {
    const refusal = await refusalOf(database, sql);
    if (refusal !== undefined) return `run again after its rollback, \`${abridged(sql)}\` is refused: ${refusal}`;
  }
  await database.run('RESET ALL');
  return undefined;
}

async function back(database: ProofDatabase, statements: readonly ScriptStatement[]): Promise<string | undefined> {
  const steps = [...new Set(statements.flatMap((each) => each.step ?? []))].filter((step) => !step.authors && !step.rollback.startsWith('--'));
  for (const { sql, rollback } of steps.reverse()) {
    const refusal = await refusalOf(database, rollback);
    if (refusal !== undefined) return `the rollback of \`${abridged(sql)}\` is refused: ${refusal}`;
  }
  return undefined;
}

async function refusalOf(database: ProofDatabase, sql: string): Promise<string | undefined> {
  try {
    await database.run(sql);
    return undefined;
  } catch (error) {
    const { fatal, message } = error as ProofFailure;
    if (fatal) throw error;
    return message;
  }
}

function cannotBeUndone({ rollback, authors }: Step): boolean {
  return !authors && rollback.startsWith('-- ') && !rollback.startsWith('-- nothing to undo');
}

function abridged(sql: string): string {
  const line = sql.replace(/\s+/g, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`;
}

const skipped = (detail: string): Check => ({ name: 'rollback', status: 'skipped', detail });
const failed = (detail: string): Check => ({ name: 'rollback', status: 'failed', detail });
