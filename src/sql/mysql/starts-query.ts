import type { Cursor } from './cursor.ts';

/** Whether a query begins here, in parentheses or without. */
export function startsQuery(cursor: Cursor): boolean {
  let at = cursor.at;
  while (cursor.markAt(at) === '(') at++;
  switch (cursor.wordAt(at)) {
    case 'select':
    case 'with':
    case 'table':
      return true;
    case 'values':
      // `VALUES(a)` is a function, of ON DUPLICATE KEY UPDATE.
      return cursor.is('row', at + 1) || (cursor.markAt(at + 1) === '(' && cursor.closing(at + 1) !== at + 3);
    default:
      return false;
  }
}
