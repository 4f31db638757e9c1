import { type ProofDatabase, ProofFailure } from '../../src/proof/database.ts';

/** For a slow machine, and for a process in which other tests run beside: its memory is not the engine's alone. */
export const roomy = {
  startMilliseconds: 600_000,
  statementMilliseconds: 600_000,
  planMilliseconds: 3_600_000,
  residentBytes: 8 * 1024 * 1024 * 1024,
} as const;

/** What a statement fails with. */
export async function failureOf(database: ProofDatabase, sql: string): Promise<ProofFailure> {
  try {
    const { tag } = await database.run(sql);
    throw new Error(`it was run: ${tag}`);
  } catch (error) {
    if (error instanceof ProofFailure) return error;
    throw error;
  }
}

/** The rows of a query. */
export async function rowsOf(database: ProofDatabase, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return (await database.run(sql)).rows;
}

/** Every catalog but the statistics, and what a session has beside it, each as one digest. */
export async function stateOf(database: ProofDatabase): Promise<Readonly<Record<string, unknown>>> {
  const catalogs = await rowsOf(
    database,
    `select oid::regclass::text as name from pg_class
      where relnamespace = 'pg_catalog'::regnamespace and relkind = 'r' and relname !~ '^pg_statistic' order by 1`,
  );
  const sources = [
    ...catalogs.map(({ name }) => String(name)),
    ...[
      // A library that is loaded from the start after it was once used has its settings from the start.
      "(select * from pg_settings where name !~ '^pg_trgm')",
      "(select * from pg_cursors where name <> '')",
      'pg_prepared_statements',
      'pg_sequences',
      'pg_prepared_xacts',
      'pg_listening_channels()',
    ],
  ];
  const state: Record<string, unknown> = {};
  for (const source of sources) {
    const [row] = await rowsOf(
      database,
      `select count(*) as count, md5(string_agg(t::text, e'\\n' order by t::text collate "C")) as digest from ${source} t`,
    );
    state[source] = row;
  }
  return state;
}
