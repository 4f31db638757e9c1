import { lex, word } from '../../sql/postgres/lexer.ts';

/** Statements whose tag begins with another word than they do. */
const others: Readonly<Record<string, readonly string[]>> = {
  WITH: ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'MERGE'],
  VALUES: ['SELECT'],
  TABLE: ['SELECT'],
  END: ['COMMIT', 'ROLLBACK'],
  COMMIT: ['COMMIT', 'ROLLBACK'],
  PREPARE: ['PREPARE', 'ROLLBACK'],
  ABORT: ['ROLLBACK'],
  ANALYSE: ['ANALYZE'],
  CREATE: ['CREATE', 'SELECT'],
};

/**
 * Whether a command tag is one that the statement can have. COMMIT and PREPARE TRANSACTION of a failed transaction roll it back, CREATE TABLE … AS counts
 * its rows as SELECT does; EXECUTE has the tag of what was prepared.
 */
export function tagFits(sql: string, tag: string): boolean {
  const { kinds, starts, ends } = lex(sql).tokens;
  const i = kinds.indexOf(word);
  if (i < 0) return tag === '';
  const first = sql.slice(starts[i], ends[i]).toUpperCase();
  if (first === 'EXECUTE') return tag !== '';
  return (others[first] ?? [first]).includes(tag.split(' ')[0] ?? '');
}
