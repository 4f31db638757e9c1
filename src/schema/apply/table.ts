import { keyOf, type ResolvedName } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import { dropTable } from '../drop.ts';
import { isInheritable } from '../inheritable.ts';
import { isUnder } from '../partition-tree.ts';
import { moveSequence, moveTable, moveView, renameIndex } from '../rename.ts';
import { columnOf, indexOf, resolve, type Schema, type Table, tableOf } from '../schema.ts';
import { parentsOf, putTable, same, unknownTable } from '../store.ts';
import { free } from '../unit.ts';
import { localColumn } from './column-definition.ts';
import { isOtherRelation, withTable } from './with-table.ts';

type TableOperation = OperationOf<
  'drop-table' | 'rename-table' | 'set-schema' | 'set-logged' | 'set-access-method' | 'of-type' | 'inherit' | 'no-inherit'
>;

export function applyTable(schema: Schema, operation: TableOperation): Schema {
  switch (operation.kind) {
    case 'drop-table': {
      const name = resolve(schema, operation.table);
      // A table that history did not create may have been there all the same: its name is not new afterwards.
      return schema.tables.has(keyOf(name)) ? dropTable(schema, name) : free(schema, keyOf(name), 0);
    }
    case 'rename-table':
      return move(schema, operation, (name) => ({ schema: name.schema, name: operation.to }));
    case 'set-schema':
      return move(schema, operation, (name) => ({ schema: operation.to, name: name.name }));
    case 'set-logged':
      return withTable(schema, operation, (next, table) =>
        putTable(next, { ...table, persistence: operation.logged ? 'permanent' : 'unlogged' }),
      );
    case 'set-access-method':
      return withTable(schema, operation, (next, { accessMethod: _, ...table }) =>
        putTable(next, { ...table, ...(operation.method === undefined ? {} : { accessMethod: operation.method }) }),
      );
    case 'of-type':
      return withTable(schema, operation, (next, { ofType: _, ...table }) =>
        putTable(next, { ...table, ...(operation.type && { ofType: resolve(next, operation.type, next.types) }) }),
      );
    case 'inherit':
      return withTable(schema, operation, (next, table) => inherit(next, table, resolve(next, operation.parent)));
    case 'no-inherit':
      return withTable(schema, operation, (next, table) => noInherit(next, table, resolve(next, operation.parent)));
  }
}

/** ALTER TABLE … RENAME and SET SCHEMA take the names of views, sequences and indexes too. */
function move(schema: Schema, operation: OperationOf<'rename-table' | 'set-schema'>, to: (name: ResolvedName) => ResolvedName): Schema {
  const known = tableOf(schema, operation.table);
  if (known === undefined && isOtherRelation(schema, operation.table)) {
    const view = resolve(schema, operation.table, schema.views);
    if (schema.views.has(keyOf(view))) return moveView(schema, view, to(view));
    const sequence = resolve(schema, operation.table, schema.sequences);
    if (schema.sequences.has(keyOf(sequence))) return moveSequence(schema, sequence, to(sequence));
    const found = indexOf(schema, operation.table);
    return found && operation.kind === 'rename-table' ? renameIndex(schema, found.table.name, found.index.name, operation.to) : schema;
  }
  const name = known?.name ?? resolve(schema, operation.table);
  const target = to(name);
  if (operation.conditional && (known === undefined || schema.tables.has(keyOf(target)))) return schema;
  if (same(name, target)) return schema;
  // Whatever bears the new name by what we know has gone without our seeing it.
  let next = dropTable(schema, target);
  if (known === undefined) next = putTable(next, unknownTable(name));
  return moveTable(next, name, target);
}

function inherit(schema: Schema, table: Table, parent: ResolvedName): Schema {
  if (parentsOf(table).some((each) => same(each, parent)) || isUnder(schema, parent, table.name)) return schema;
  const above = schema.tables.get(keyOf(parent));
  return putTable(schema, {
    ...table,
    inherits: [...table.inherits, parent],
    constraints: table.constraints.map((each) =>
      above?.constraints.some((other) => isInheritable(other) && other.name === each.name) ? { ...each, inherited: true } : each,
    ),
  });
}

/** The columns and constraints that came of the parent become the table's own, unless another parent has them too. */
function noInherit(schema: Schema, table: Table, parent: ResolvedName): Schema {
  const above = schema.tables.get(keyOf(parent));
  const inherits = table.inherits.filter((each) => !same(each, parent));
  const others = inherits.map((each) => schema.tables.get(keyOf(each)));
  const hasConstraint = (of: Table | undefined, name: string): boolean => of?.constraints.some((each) => each.name === name) ?? false;
  return putTable(schema, {
    ...table,
    inherits,
    columns: table.columns.map((each) =>
      columnOf(above, each.name) && !others.some((other) => columnOf(other, each.name)) ? localColumn(each) : each,
    ),
    constraints: table.constraints.map((each) => {
      const { inherited: _, ...local } = each;
      return hasConstraint(above, each.name) && !others.some((other) => hasConstraint(other, each.name)) ? local : each;
    }),
  });
}
