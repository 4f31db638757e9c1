import type { ProofDatabase, ProofResult } from './database.ts';

/** Runs a long query on the catalog, whatever path is set. It is planned once a session, which takes three times longer than running it. */
export async function runPrepared(database: ProofDatabase, name: string, query: string): Promise<ProofResult['rows']> {
  // Names are written with the schema where the path does not lead to it.
  await database.run("SET search_path = ''");
  const { rows: prepared } = await database.run(`SELECT FROM pg_prepared_statements WHERE name = '${name}'`);
  if (prepared.length === 0) await database.run(`PREPARE ${name} AS ${query}`);
  const { rows } = await database.run(`EXECUTE ${name}`);
  await database.run('RESET search_path');
  return rows;
}
