import type { Operation } from '../../operation/operation.ts';

/** What a statement calls a column from then on, that has this name before. */
export function nameAfter(statement: readonly Operation[], column: string): string {
  const isOf = (each: string): boolean => each.toLowerCase() === column.toLowerCase();
  const rename = statement.find((each) => (each.kind === 'rename-column' || each.kind === 'redefine-column') && isOf(each.column));
  if (rename?.kind === 'rename-column') return rename.to;
  return rename?.kind === 'redefine-column' ? rename.definition.name : column;
}
