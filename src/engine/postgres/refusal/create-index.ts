import { keyOf } from '../../../operation/name.ts';
import type { OperationOf } from '../../../operation/operation.ts';
import { columnOf, indexOf, resolve } from '../../../schema/schema.ts';
import { type At, member } from '../at.ts';
import { withoutPartitionKey, withPartitions } from './constraint.ts';
import { conditionRefusals, immutableOnly, rowExpressionRefusals } from './expression.ts';
import { neededBy } from './needed-by.ts';
import { missingColumns, type Refusals, refuse, takenName } from './refuse.ts';

export function* createIndexRefusals(at: At, operation: OperationOf<'create-index'>): Refusals {
  const { index } = operation;
  const self = member(at, operation.table);
  const view = at.schema.views.get(keyOf(resolve(at.schema, operation.table, at.schema.views)));
  if (self.table === undefined && view !== undefined && !view.materialized)
    yield refuse('42809', `${operation.table.name} is a view, which has no rows of its own`);
  if (index.name !== undefined && !operation.ifNotExists) yield* takenName(at.schema, { schema: self.name.schema, name: index.name });
  const columns = index.elements.flatMap((each) => each.column ?? []);
  yield* missingColumns(self.table, [...columns, ...index.include]);
  for (const { expression } of index.elements) {
    if (expression === undefined) continue;
    yield* rowExpressionRefusals(expression.tree, self.table);
    yield* immutableOnly(at, expression.tree, self.table, 'an index');
  }
  if (index.where !== undefined) {
    yield* conditionRefusals(at, index.where.tree, self.table);
    yield* immutableOnly(at, index.where.tree, self.table, 'the WHERE of an index');
  }
  const virtual = columns.find((column) => columnOf(self.table, column)?.generated?.stored === false);
  if (virtual !== undefined) yield refuse('0A000', `${virtual} is a virtual column, which has no index`);
  if (index.method === 'hash' && index.unique) yield refuse('0A000', 'a hash index cannot be unique');
  if (index.method === 'hash' && index.elements.length > 1) yield refuse('0A000', 'a hash index has one column');
  if (index.unique)
    for (const each of operation.only ? [self.table] : withPartitions(at, self.table))
      yield* withoutPartitionKey(each, columns, 'a unique index');
}

export function* dropIndexRefusals(at: At, operation: OperationOf<'drop-index'>): Refusals {
  const found = indexOf(at.schema, operation.index);
  const withParent = at.statement?.some((each) => each.kind === 'drop-index' && each.index.name === found?.index.parent);
  if (found?.index.parent !== undefined && !withParent) yield refuse('2BP01', `it is a part of the index ${found.index.parent}`);
  // Not even CASCADE takes a constraint's index alone.
  if (found?.index.constraint !== undefined || !operation.cascade) yield* neededBy(at, operation);
}
