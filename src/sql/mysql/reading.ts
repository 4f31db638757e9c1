import type { ExpressionNode } from '../../operation/expression.ts';
import type { QualifiedName } from '../../operation/name.ts';
import type { Collector, Scope } from '../scope.ts';
import type { Cursor } from './cursor.ts';

/** An expression or a query while it is read. */
export interface Reading {
  readonly cursor: Cursor;
  readonly found: Collector<never>;
  /** Where names are looked up. */
  scope: Scope;
  /** Columns are resolved once FROM, which stands behind them, has been read. */
  readonly columns: { readonly path: readonly string[]; readonly scope: Scope }[];
  /** How deep the expression at hand is nested. */
  depth: number;
  /** Nodes that stood in parentheses of their own: a chain of AND does not reach into them. */
  readonly enclosed: WeakSet<ExpressionNode>;
  /** Expressions hold queries, and queries expressions: the readers of either are reached from here. */
  readonly expression: (reading: Reading, least?: number) => ExpressionNode;
  readonly query: (reading: Reading) => readonly QualifiedName[];
}

/** What has been mentioned, once all has been read. */
export function mentionsOf(reading: Reading): ReturnType<Collector<never>['mentions']> {
  for (const { path, scope } of reading.columns.splice(0)) reading.found.column(path, scope);
  return reading.found.mentions();
}
