import { createHash } from 'node:crypto';
import { type Answers, type ProofDatabase, type ProofResult, refusalOf } from './database.ts';

/**
 * Runs a long query on the catalog, outside of a transaction, whatever path is set. It is planned once a session, which takes three times longer than running it; and for any
 * number of tables: by the few that are there when it is planned, the planner would read whole catalogs for each of hundreds later.
 */
export async function runPrepared(database: ProofDatabase, name: string, query: string): Promise<ProofResult['rows']> {
  const statement = `PREPARE ${name} AS ${query}`;
  const execute = (first: string): Promise<Answers> =>
    // Names are written with the schema where the path does not lead to it.
    database.runAll([
      "SET search_path = ''",
      'SET enable_seqscan = off',
      first,
      `EXECUTE ${name}`,
      'RESET enable_seqscan',
      'RESET search_path',
    ]);
  // Fails where there is none, or another that the SQL itself has prepared under this name.
  const digest = createHash('md5').update(statement).digest('hex');
  let answers = await execute(`SELECT 1 / count(*) FROM pg_prepared_statements WHERE name = '${name}' AND md5(statement) = '${digest}'`);
  if (answers.refusal?.code === divisionByZero) {
    await refusalOf(database, `DEALLOCATE ${name}`);
    answers = await execute(statement);
  }
  if (answers.refusal !== undefined) throw answers.refusal;
  return answers.results[3]?.rows ?? [];
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const divisionByZero = '22012';
