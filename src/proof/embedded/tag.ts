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
  const first = /^(?:\s|\(|--[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/)*([a-z]*)/i.exec(sql)?.[1]?.toUpperCase() ?? '';
  if (first === '') return tag === '' || tag.startsWith('SELECT');
  if (first === 'EXECUTE') return tag !== '';
  const given = tag.split(' ')[0] ?? '';
  return (others[first] ?? [first]).includes(given);
}
