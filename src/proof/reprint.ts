import type { ProofDatabase } from './database.ts';
import { runPrepared } from './prepared.ts';
import { isOfUsers } from './users.ts';

/**
 * The lines of the catalog with CHECKs and predicates of indexes as PostgreSQL prints them once they have been printed and read, as by a dump. ALTER … TYPE does that to all that
 * stands on the column: `x IN ('a', 'b')` of a varchar gets its casts at each constant, and `x BETWEEN 1 AND 5 AND y` loses a parenthesis. What a dump would make equal is the same.
 * Asked outside of a transaction, and taken back.
 * @param wanted the lines that are looked for: only what differs from them is printed again
 */
export async function reprinted(database: ProofDatabase, lines: readonly string[], wanted: readonly string[]): Promise<readonly string[]> {
  const known = new Set(wanted);
  const differing = lines.filter((each) => !known.has(each));
  const again = new Map<string, string>();
  for (const { begin, table, keyword, expression } of await printed(database)) {
    const line = differing.find((each) => each.startsWith(begin));
    const now = line === undefined ? undefined : await printedAgain(database, table, expression);
    if (line !== undefined && now !== undefined)
      again.set(
        line,
        line.replace(`${keyword}${expression}`, () => `${keyword}${now}`),
      );
  }
  return again.size === 0 ? lines : lines.map((each) => again.get(each) ?? each);
}

interface Printed {
  /** How its line begins. */
  readonly begin: string;
  readonly table: string;
  /** What stands before the expression in the line. */
  readonly keyword: string;
  readonly expression: string;
}

const printedQuery = `SELECT 'constraint ' || conrelid::regclass || '.' || quote_ident(conname) || ' c ' AS begin, conrelid::regclass::text AS table, 'CHECK (' AS keyword, pg_get_expr(conbin, conrelid) AS expression
     FROM pg_constraint WHERE contype = 'c' AND ${isOfUsers('conrelid')}
     UNION ALL
     SELECT 'index ' || pg_get_indexdef(indexrelid), indrelid::regclass::text, ' WHERE ', pg_get_expr(indpred, indrelid) FROM pg_index WHERE indpred IS NOT NULL AND ${isOfUsers('indrelid')}`;

async function printed(database: ProofDatabase): Promise<readonly Printed[]> {
  const rows = await runPrepared(database, 'lockstep_printed', printedQuery);
  return rows.map(({ begin, table, keyword, expression }) => ({
    begin: String(begin),
    table: String(table),
    keyword: String(keyword),
    expression: String(expression),
  }));
}

/** Undefined: the table takes no such constraint. */
async function printedAgain(database: ProofDatabase, table: string, expression: string): Promise<string | undefined> {
  const { results, refusal } = await database.runAll([
    'BEGIN',
    "SET LOCAL search_path = ''",
    `ALTER TABLE ${table} ADD CONSTRAINT lockstep_again CHECK (${expression}) NOT VALID`,
    `SELECT pg_get_expr(conbin, conrelid) AS expression FROM pg_constraint WHERE conname = 'lockstep_again' AND conrelid = '${table.replaceAll("'", "''")}'::regclass`,
  ]);
  await database.run('ROLLBACK');
  const text = results[3]?.rows[0]?.expression;
  return refusal !== undefined || typeof text !== 'string' ? undefined : text;
}
