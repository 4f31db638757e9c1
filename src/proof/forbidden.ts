import type { CodeStatement } from './application.ts';
import { type ProofDatabase, type ProofFailure, type Refused, refusalsInTurn } from './database.ts';
import { namesOf } from './shape.ts';

interface Asked {
  /** How they are sent: each alone, or one after the other. */
  readonly refusals: (statements: readonly string[]) => Promise<readonly Refused[]>;
  /** Leads here once more. @param before is called in the open transaction of each of the author's statements, in front of it */
  readonly again: (before: () => Promise<void>) => Promise<unknown>;
}

/**
 * Those of the old code's statements that the author's own SQL is there to refuse. Asked where that ends, with tables and columns as they are called by then; what a statement names may be gone
 * in the end: then it counts as well what it was refused for when that was last there.
 * @returns them by their SQL
 */
export async function forbiddenOf(
  database: ProofDatabase,
  statements: readonly CodeStatement[],
  { refusals, again }: Asked,
): Promise<ReadonlySet<string>> {
  const forbidden = new Set<string>();
  const lost = new Set<string>();
  for (const { sql, failure } of await refusals(statements.map(({ sql }) => sql))) {
    if (isForbidden(failure, sql)) forbidden.add(sql);
    else if (findsNoName(failure)) lost.add(sql);
  }
  const changing = statements.filter(({ sql, under }) => lost.has(sql) && under !== undefined);
  if (changing.length === 0) return forbidden;
  const now = await called(database, changing);
  for (const { sql, failure } of await refusals(now.map(({ sql }) => sql)))
    if (isForbidden(failure, sql)) for (const each of now) if (each.sql === sql) forbidden.add(each.of);
  const whole = new Set(now.filter(({ isWhole }) => isWhole).map(({ of }) => of));
  const gone = changing.filter(({ sql }) => !whole.has(sql) && !forbidden.has(sql));
  if (gone.length > 0) await again(() => lookAt(database, gone, forbidden));
  return forbidden;
}

/** What is said of statements as far as all that they name is there, in an open transaction. */
async function lookAt(database: ProofDatabase, statements: readonly CodeStatement[], forbidden: Set<string>): Promise<void> {
  const whole = (await called(database, statements)).filter(({ isWhole }) => isWhole);
  if (whole.length === 0) return;
  await database.run('SAVEPOINT lockstep_code');
  const refused = new Map(
    (
      await refusalsInTurn(
        database,
        whole.map(({ sql }) => sql),
      )
    ).map(({ sql, failure }) => [sql, failure]),
  );
  await database.run('ROLLBACK TO lockstep_code');
  for (const { of, sql } of whole) {
    const failure = refused.get(sql);
    if (failure === undefined) forbidden.delete(of);
    else if (isForbidden(failure, sql)) forbidden.add(of);
  }
}

interface Called {
  /** The statement as the old code sends it. */
  readonly of: string;
  readonly sql: string;
  readonly isWhole: boolean;
}

/** The statements with the names of now, but for those whose tables are gone. */
async function called(database: ProofDatabase, statements: readonly CodeStatement[]): Promise<readonly Called[]> {
  const names = await namesOf(database);
  return statements.flatMap(({ sql, under }) => {
    const renamed = under?.(names);
    return renamed === undefined ? [] : [{ of: sql, ...renamed }];
  });
}

/** undefined_table, undefined_column, invalid_schema_name. */
function findsNoName({ code }: ProofFailure): boolean {
  return code === '42P01' || code === '42703' || code === '3F000';
}

/**
 * A violated constraint, but not of a column that the old code does not know: that it has to live with. Or numbers for an identity column that is GENERATED ALWAYS; what a
 * generated column computes has the same state (generated_always), and is no constraint.
 */
function isForbidden({ code, about: { column, detail } }: ProofFailure, sql: string): boolean {
  if (code === '428C9') return detail?.includes('identity column') === true;
  return code.startsWith('23') && (code !== '23502' || column === undefined || sql.includes(column));
}
