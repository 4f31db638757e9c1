import { quoteDollar } from '../../../sql/postgres/quote.ts';

/**
 * Statements as one, so that they are one transaction however the migration tool runs a file: a DO block. Only where a statement begins, white space is put
 * before it: a line break may stand inside a quoted name.
 */
export function atOnce(statements: readonly string[], declare: readonly string[] = []): string {
  const lines = [...(declare.length > 0 ? ['DECLARE', ...declare.map(indented)] : []), 'BEGIN', ...statements.map(indented), 'END'];
  return `DO ${quoteDollar(`\n${lines.join('\n')}\n`)};`;
}

function indented(statement: string): string {
  return `  ${statement}`;
}
