import { keyOf, type QualifiedName } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import { type Index, indexOf, resolve, type Schema } from '../schema.ts';
import { putTable, putView } from '../store.ts';
import { isOtherRelation, withTable } from './with-table.ts';

type StorageOperation = OperationOf<'set-tablespace' | 'set-index-tablespace' | 'cluster-on' | 'cluster'>;

/** Where things lie on disk and in which order: of interest for the statements that would put them where they are already, or do it once more. */
export function applyStorage(schema: Schema, operation: StorageOperation): Schema {
  switch (operation.kind) {
    case 'set-tablespace': {
      const { table, tablespace } = operation;
      // ALTER TABLE takes the name of an index, too.
      if (isOtherRelation(schema, table)) return withIndexes(schema, table, indexIn(tablespace));
      return withTable(schema, operation, (next, known) => putTable(next, { ...known, tablespace }));
    }
    case 'set-index-tablespace':
      return withIndexes(schema, operation.index, indexIn(operation.tablespace));
    case 'cluster-on':
      return clusteredBy(schema, operation.table, operation.index);
    case 'cluster':
      return operation.table === undefined || operation.index === undefined
        ? schema
        : clusteredBy(schema, operation.table, operation.index);
  }
}

const indexIn =
  (tablespace: string) =>
  (index: Index, name: string): Index =>
    index.name === name ? { ...index, definition: { ...index.definition, tablespace } } : index;

function withIndexes(schema: Schema, index: QualifiedName, change: (index: Index, name: string) => Index): Schema {
  const found = indexOf(schema, index);
  return found === undefined
    ? schema
    : putTable(schema, { ...found.table, indexes: found.table.indexes.map((each) => change(each, found.index.name)) });
}

/** Without an index the table is clustered by none. */
function clusteredBy(schema: Schema, relation: QualifiedName, index: string | undefined): Schema {
  const mark = (indexes: readonly Index[]): readonly Index[] =>
    indexes.map(({ clustered: _, ...each }) => (each.name === index ? { ...each, clustered: true } : each));
  const table = schema.tables.get(keyOf(resolve(schema, relation)));
  if (table) return table.partitionBy === undefined ? putTable(schema, { ...table, indexes: mark(table.indexes) }) : schema;
  const view = schema.views.get(keyOf(resolve(schema, relation, schema.views)));
  return view ? putView(schema, { ...view, indexes: mark(view.indexes) }) : schema;
}
