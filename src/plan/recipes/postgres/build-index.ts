import type { RecipeStep } from '../../recipe.ts';

/**
 * The step that builds an index CONCURRENTLY, and what to do if it fails: the build leaves an invalid index under the name, which no query uses and every write maintains.
 * https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY
 *
 * The path not taken: a DROP INDEX CONCURRENTLY IF EXISTS before it. Run again after a build whose end nobody heard of, it takes a good index from the queries that
 * use it by then; and many tools send a file as one transaction, in which neither could stand.
 *
 * @param index its name as SQL writes it, with the schema where the table has one
 * @param options `ifNotExists`: the statement passes over an index that is there, valid or not
 */
export function buildIndex(
  at: Pick<RecipeStep, 'stage' | 'after'>,
  sql: string,
  index: string,
  why: string,
  options: { readonly ifNotExists?: true | undefined } = {},
): RecipeStep {
  const drop = `DROP INDEX CONCURRENTLY IF EXISTS ${index}`;
  const fails = options.ifNotExists ? 'if it fails, IF NOT EXISTS would find the invalid index that is left' : 'if it fails';
  return {
    ...at,
    sql,
    transaction: 'none',
    queues: false,
    rollback: `${drop};`,
    why: `${why}; ${fails}: ${drop}, then try again`,
  };
}
