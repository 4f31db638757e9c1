import type { Expression } from '../../operation/expression.ts';
import type { QualifiedName } from '../../operation/name.ts';
import { collector, within } from '../scope.ts';
import type { Cursor, Range } from './cursor.ts';
import { expression } from './expression.ts';
import { readQuery } from './query.ts';
import type { Reading } from './reading.ts';

/** @param cursor at the beginning of an expression or a query */
export function readingOf(cursor: Cursor): Reading {
  const enclosed = new WeakSet();
  return { cursor, found: collector(isSystem), scope: within(), columns: [], depth: 0, enclosed, expression, query: readQuery };
}

/** The whole range as one expression. @throws Unreadable where it is none, or more */
export function expressionIn(cursor: Cursor, range: Range): Expression {
  const inner = cursor.over(range);
  const tree = expression(readingOf(inner));
  inner.finish();
  return { text: cursor.textOf(range), tree };
}

const systemSchemas = new Set(['information_schema', 'performance_schema', 'mysql', 'sys']);

function isSystem({ schema, name }: QualifiedName): boolean {
  return schema === undefined ? name.toLowerCase() === 'dual' : systemSchemas.has(schema.toLowerCase());
}
