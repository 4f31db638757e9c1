import { keyOf, type ResolvedName } from '../operation/name.ts';
import { renameInConstraint, renameInElement, renameInExpression, renameInIndex } from './mention.ts';
import { partitionTree } from './partition-tree.ts';
import { type Column, columnKey, columnOf, type Schema } from './schema.ts';
import { putTable, same } from './store.ts';
import { free } from './unit.ts';

/** Gives a column another name, in everything of the table that mentions it, in foreign keys that point to it and in views that read it. */
export function renameColumn(schema: Schema, name: ResolvedName, from: string, to: string): Schema {
  return partitionTree(schema, name).reduce((next, each) => renameOwnColumn(next, each, from, to), schema);
}

function renameOwnColumn(schema: Schema, name: ResolvedName, from: string, to: string): Schema {
  const table = schema.tables.get(keyOf(name));
  if (table === undefined) return schema;
  const column = columnOf(table, from);
  let next = putTable(schema, {
    ...table,
    columns: table.columns.map((each) => renameInColumn(each, from, to)),
    constraints: table.constraints.map((each) => {
      const definition = renameInConstraint(each.definition, from, to);
      return definition === each.definition ? each : { ...each, definition };
    }),
    indexes: table.indexes.map((each) => {
      const definition = renameInIndex(each.definition, from, to);
      return definition === each.definition ? each : { ...each, definition };
    }),
    hanging: table.hanging.map((each) =>
      each.columns.includes(from) ? { ...each, columns: each.columns.map((column) => (column === from ? to : column)) } : each,
    ),
    sequences: table.sequences.map((each) => (each.column === from ? { ...each, column: to } : each)),
    ...(table.partitionBy && {
      partitionBy: { ...table.partitionBy, elements: table.partitionBy.elements.map((each) => renameInElement(each, from, to)) },
    }),
  });
  for (const each of table.sequences) {
    if (each.column !== from) continue;
    const sequence = { name: each.sequence, ownedBy: { table: name, column: to } };
    next = { ...next, sequences: next.sequences.set(keyOf(each.sequence), sequence) };
  }
  for (const { table: referencing, constraint } of table.referencedBy) {
    const other = next.tables.get(keyOf(referencing));
    if (other === undefined) continue;
    const constraints = other.constraints.map((each) => {
      if (each.name !== constraint || each.definition.type !== 'foreign-key') return each;
      const referencedColumns = each.definition.referencedColumns.map((at) => (at === from ? to : at));
      return { ...each, definition: { ...each.definition, referencedColumns } };
    });
    next = { ...next, tables: next.tables.set(keyOf(referencing), { ...other, constraints }) };
  }
  for (const reader of table.readBy) {
    const view = next.views.get(keyOf(reader));
    if (view === undefined) continue;
    const reads = view.reads.map((read) =>
      same(read.table, name) ? { ...read, columns: read.columns.map((each) => (each === from ? to : each)) } : read,
    );
    next = { ...next, views: next.views.set(keyOf(reader), { ...view, reads }) };
  }
  return free(next, columnKey(name, from), column?.createdIn ?? 0);
}

function renameInColumn(column: Column, from: string, to: string): Column {
  const generated = column.generated && {
    ...column.generated,
    expression: renameInExpression(column.generated.expression, from, to),
  };
  if (column.name !== from && generated?.expression === column.generated?.expression) return column;
  return { ...column, name: column.name === from ? to : column.name, ...(generated && { generated }) };
}
