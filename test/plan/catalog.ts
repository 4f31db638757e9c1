import type { PGlite } from '@electric-sql/pglite';
import { catalogOf as linesOf } from '../../src/proof/catalog.ts';
import type { ProofDatabase } from '../../src/proof/database.ts';

/** The end schema as the catalog has it, a line each thing, column order and object numbers left out. */
export function catalogOf(db: PGlite): Promise<readonly string[]> {
  const run: ProofDatabase['run'] = async (sql) => ({ rows: (await db.query<Record<string, unknown>>(sql)).rows, tag: '' });
  return linesOf({ run } as ProofDatabase);
}

/** Drops everything that is not the system's. */
export async function reset(db: PGlite): Promise<void> {
  const { rows } = await db.query<{ name: string }>(
    "SELECT quote_ident(nspname) AS name FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'",
  );
  for (const { name } of rows) await db.exec(`DROP SCHEMA ${name} CASCADE`);
  await db.exec('CREATE SCHEMA public; RESET ALL');
}
