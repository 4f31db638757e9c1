import type { OnlineClauses } from '../../operation/operation.ts';
import type { Cursor } from './cursor.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type Clauses = Mutable<OnlineClauses>;

/** ALGORITHM, LOCK and VALIDATION, if one stands here; the last of a kind counts. */
export function readClause(cursor: Cursor, found: Clauses): boolean {
  const start = cursor.at;
  const equals = (): unknown => cursor.acceptOperator('=');
  if (cursor.accept('algorithm')) {
    equals();
    found.algorithm = cursor.expect('default', 'instant', 'nocopy', 'inplace', 'copy') as NonNullable<OnlineClauses['algorithm']>;
  } else if (cursor.accept('lock')) {
    equals();
    found.lock = cursor.expect('default', 'none', 'shared', 'exclusive') as NonNullable<OnlineClauses['lock']>;
  } else if (cursor.accept('without validation')) found.validation = false;
  else if (cursor.accept('with validation')) found.validation = true;
  return cursor.at > start;
}

/** MariaDB's WAIT n and NOWAIT. */
export function readWait(cursor: Cursor, found: Clauses): void {
  if (cursor.is('nowait') || cursor.is('wait')) cursor.note('WAIT');
  if (cursor.accept('nowait')) found.wait = 0;
  else if (cursor.accept('wait')) found.wait = cursor.number('a number of seconds');
}

export function clausesOf(found: Clauses): { readonly clauses?: OnlineClauses } {
  return Object.keys(found).length > 0 ? { clauses: found } : {};
}
