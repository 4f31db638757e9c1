import type { PGlite } from '@electric-sql/pglite';
import { catalogOf as linesOf, withoutTargets } from '../../src/proof/catalog.ts';
import { oneByOne, type ProofDatabase, ProofFailure } from '../../src/proof/database.ts';

/** The end schema as the catalog has it, a line each thing, column order and object numbers left out. */
export async function catalogOf(db: PGlite): Promise<readonly string[]> {
  const run: ProofDatabase['run'] = async (sql) => {
    try {
      return { rows: (await db.query<Record<string, unknown>>(sql)).rows, tag: '' };
    } catch (error) {
      throw new ProofFailure((error as { code: string }).code, (error as Error).message);
    }
  };
  return withoutTargets(await linesOf({ run, runAll: (statements) => oneByOne(statements, run) } as ProofDatabase));
}

/** Drops everything that is not the system's. */
export async function reset(db: PGlite): Promise<void> {
  const { rows } = await db.query<{ sql: string }>(
    `SELECT format('DROP SCHEMA %I CASCADE', nspname) AS sql FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
     UNION ALL SELECT format('DROP PUBLICATION %I', pubname) FROM pg_publication`,
  );
  for (const { sql } of rows) await db.exec(sql);
  await db.exec('CREATE SCHEMA public; RESET ALL');
}
