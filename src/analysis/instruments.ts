import type { Config } from '../config/config.ts';
import { productOf } from '../config/target.ts';
import type { Engine, Target } from '../engine/engine.ts';
import { postgres } from '../engine/postgres/index.ts';
import type { PlanDialect } from '../plan/dialect.ts';
import { postgresPlans } from '../plan/postgres.ts';
import { Problem } from '../problem.ts';
import { emptySchema, type Schema } from '../schema/schema.ts';
import { loadReader } from '../sql/load.ts';
import type { Reader } from '../sql/statement.ts';

/** What the migrations of one engine are replayed and judged with. */
export interface Instruments {
  readonly engine: Engine;
  /** The engine whose SQL, facts and schema these are. */
  readonly of: Target['engine'];
  /** The schema before any migration. */
  empty(searchPath: readonly string[]): Schema;
  /** How its plans are written. Absent: nothing is staged. */
  readonly plans?: PlanDialect;
}

export const postgresInstruments: Instruments = { engine: postgres, of: 'postgres', empty: emptySchema, plans: postgresPlans };

/**
 * The reader and the instruments for the engine that a config names; those of MySQL and MariaDB are loaded here, and by nobody who does not ask for them.
 * @param loading PostgreSQL's reader, where the caller has begun to load it before the config was known
 */
export async function instrumentsFor(
  { target }: Config,
  loading?: Promise<Reader>,
): Promise<{ readonly reader: Reader; readonly instruments: Instruments }> {
  if (target.engine === 'postgres') return { reader: await (loading ?? loadReader()), instruments: postgresInstruments };
  throw new Problem(`migrations of ${productOf(target)} are read, but not judged yet`);
}
