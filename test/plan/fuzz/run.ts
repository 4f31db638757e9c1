import * as fc from 'fast-check';
import type { Analysis } from '../../../src/analysis/analysis.ts';
import { analyze } from '../../../src/analysis/analyze.ts';
import { tablesOf } from '../../../src/analysis/prove-plans.ts';
import { defaultConfig } from '../../../src/config/config.ts';
import type { Migration } from '../../../src/migration/migration.ts';
import type { Proof } from '../../../src/plan/proof.ts';
import type { Plan } from '../../../src/plan/stage.ts';
import type { ProofDatabase } from '../../../src/proof/database.ts';
import { groundHere } from '../../../src/proof/ground.ts';
import { type Prover, proverOn } from '../../../src/proof/prove.ts';
import type { Reader } from '../../../src/sql/statement.ts';
import { drawBy } from '../../truth/fuzz/draw.ts';
import { type Drawn, drawMigration } from './draw.ts';

export interface Run {
  readonly seed: number;
  /** How many plans are to be proved. */
  readonly plans: number;
  /** Told of every plan; what it throws ends the run. */
  onPlan(result: Result): void | Promise<void>;
}

export interface Result {
  readonly drawn: Drawn;
  readonly plan: Plan;
  readonly proof: Proof;
}

/** Draws migrations until enough of them have had a complete plan, and has each plan proved. */
export async function run(database: ProofDatabase, reader: Reader, { seed, plans, onPlan }: Run): Promise<void> {
  const prover = proverOn(database, reader);
  const begin = async (): Promise<void> => {
    await database.reset();
    // What the server takes may depend on rows, and they on random(): the same seed has to draw the same.
    await database.run('SELECT setseed(0.5)');
  };
  await begin();
  // A reset would make the prover forget what it has planned.
  const blank = await groundHere(database, begin);
  const drawing = { ...database, reset: () => blank.restore() };
  let count = 0;
  const property = fc.asyncProperty(fc.gen(), async (value) => {
    if (count >= plans) return;
    const drawn = await drawMigration(drawBy(value), drawing);
    const result = await proofOf(drawn, prover, reader);
    if (result === undefined) return;
    count++;
    await onPlan(result);
  });
  const { failed, errorInstance } = await fc.check(property, { seed, numRuns: plans * 20, endOnFailure: true });
  if (failed) throw errorInstance;
}

/** Undefined: there is no plan, or it waits for an answer. */
export async function proofOf(drawn: Drawn, prover: Prover, reader: Reader): Promise<Result | undefined> {
  const [history, change] = [drawn.history, drawn.change].map((each, i) => migration(`000${i + 1}_drawn.sql`, each));
  if (history === undefined || change === undefined) return undefined;
  const analysis: Analysis = analyze({ history: [history], units: [{ migrations: [change] }] }, defaultConfig, reader);
  const [plan] = analysis.plans;
  if (plan === undefined || plan.stages.length === 0 || plan.proof !== undefined) return undefined;
  const proof = await prover.prove({ history: [history], unit: [change], plan, tables: tablesOf(analysis.files) });
  return { drawn, plan, proof };
}

function migration(path: string, statements: readonly string[]): Migration {
  return { path, text: statements.map((each) => `${each};\n`).join(''), direction: 'up', transaction: 'unknown' };
}
