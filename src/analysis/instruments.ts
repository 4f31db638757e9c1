import type { Config } from '../config/config.ts';
import type { Engine, Target } from '../engine/engine.ts';
import { postgres } from '../engine/postgres/index.ts';
import type { PlanDialect } from '../plan/dialect.ts';
import { postgresPlans } from '../plan/postgres.ts';
import { loadMysqlSchema } from '../schema/load-mysql.ts';
import { emptySchema, type Schema } from '../schema/schema.ts';
import { loadMysqlReader, loadReader } from '../sql/load.ts';
import type { Dialect } from '../sql/mysql/dialect.ts';
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
  { target, mysql }: Pick<Config, 'target' | 'mysql'>,
  loading?: Promise<Reader>,
): Promise<{ readonly reader: Reader; readonly instruments: Instruments }> {
  if (target.engine === 'postgres') return { reader: await (loading ?? loadReader()), instruments: postgresInstruments };
  const { engine: server, version } = target;
  const dialect: Dialect = {
    server,
    ...(version !== undefined && { version: versionNumber(version) }),
    ...(mysql.sqlMode !== undefined && { sqlMode: mysql.sqlMode }),
  };
  const [reader, { mysql: engine }, schema, { mysqlPlans }] = await Promise.all([
    loadMysqlReader(dialect),
    import('../engine/mysql/index.ts'),
    loadMysqlSchema(),
    import('../plan/mysql.ts'),
  ]);
  const plans = mysqlPlans(reader, dialect, { target, ...mysql });
  return { reader, instruments: { engine, of: server, empty: () => schema, plans } };
}

/** As versioned comments count: 8.0.36 is 80036. A series without its patch release is the last of it. */
function versionNumber(version: string): number {
  const [major = 0, minor = 0, patch = 99] = version.split('.').map(Number);
  return major * 10_000 + minor * 100 + patch;
}
