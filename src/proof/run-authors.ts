import { type ProofDatabase, refusalOf } from './database.ts';
import type { Ground } from './ground.ts';
import type { Write } from './meanwhile.ts';
import { emptyAll, rowsOf } from './rows.ts';
import { type Refusal, runScript } from './run-script.ts';
import type { Script } from './script.ts';
import { namesOf } from './shape.ts';

export interface Run {
  /** Written meanwhile, before it and after it. */
  readonly early?: readonly Write[];
  readonly late?: readonly Write[];
  /** Called where it starts, with the rows that the plan starts with. */
  readonly first?: () => Promise<void>;
  /** Called in the open transaction of each statement, in front of it. */
  readonly before?: () => Promise<void>;
  /** Called behind each statement. */
  readonly behind?: () => Promise<void>;
}

interface From {
  readonly ground: Ground;
  /** The rows of the ground are taken away. */
  readonly isBare: boolean;
  /** How many runs this makes. */
  readonly number: number;
}

/** Runs the author's SQL from where the plan starts. */
export async function runAuthors(
  database: ProofDatabase,
  scripts: readonly Script[],
  { ground, isBare, number }: From,
  { early = [], late = [], first, before, behind }: Run,
): Promise<Refusal | undefined> {
  await ground.restore();
  await first?.();
  await byChance(database, number);
  if (isBare) await emptyAll(database, await rowsOf(database));
  for (const { sql } of early) await database.run(sql);
  for (const script of scripts) {
    const refused = await runScript(database, script, async ({ sql }, isAlone) => {
      if (!isAlone) await before?.();
      await database.run(sql);
      await behind?.();
    });
    if (refused !== undefined) return refused;
  }
  if (late.length > 0) await writeLate(database, late);
  return undefined;
}

/** As tables and columns are called by then, without what is gone. Some of it the new schema may refuse. */
async function writeLate(database: ProofDatabase, writes: readonly Write[]): Promise<void> {
  const names = await namesOf(database);
  for (const { sql, under } of writes) await refusalOf(database, under?.(names)?.sql ?? sql);
}

/**
 * Other random values than in the last run, which a state that is brought back would give again, and another second: what two runs leave equal is taken for defined.
 */
async function byChance(database: ProofDatabase, run: number): Promise<void> {
  const seed = `SELECT pg_catalog.setseed(${1 / (run + 1)})`;
  await database.runAll(database.skipsWaits ? [seed, 'SELECT pg_catalog.pg_sleep(1.1)'] : [seed]);
}
