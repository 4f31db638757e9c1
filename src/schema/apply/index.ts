import { keyOf, type ResolvedName } from '../../operation/name.ts';
import type { IndexDefinition, OperationOf } from '../../operation/operation.ts';
import { along } from '../along.ts';
import { dropIndex } from '../drop.ts';
import { indexName, shorten } from '../naming.ts';
import { isPartitioned, partitionTree } from '../partition-tree.ts';
import { renameIndex } from '../rename.ts';
import { type Index, indexOf, resolve, type Schema, type Table, type View } from '../schema.ts';
import { putTable, putView } from '../store.ts';
import { matchingIndex } from './matching-index.ts';
import { withTable } from './with-table.ts';

type IndexOperation = OperationOf<'create-index' | 'drop-index' | 'rename-index' | 'attach-index'>;

export function applyIndex(schema: Schema, operation: IndexOperation): Schema {
  switch (operation.kind) {
    case 'create-index':
      return create(schema, operation);
    case 'drop-index': {
      const found = indexOf(schema, operation.index);
      if (found) return dropIndex(schema, found.table.name, found.index.name);
      return changeOnView(schema, operation.index, (indexes, name) => indexes.filter((each) => each.name !== name));
    }
    case 'rename-index': {
      const found = indexOf(schema, operation.index);
      if (found) return renameIndex(schema, found.table.name, found.index.name, operation.to);
      return changeOnView(schema, operation.index, (indexes, name) =>
        indexes.map((each) => (each.name === name ? { ...each, name: operation.to } : each)),
      );
    }
    case 'attach-index': {
      const parent = indexOf(schema, operation.parent);
      const child = indexOf(schema, operation.index);
      if (parent === undefined || child === undefined) return schema;
      const next = putTable(schema, {
        ...child.table,
        indexes: child.table.indexes.map((each) => (each === child.index ? { ...each, parent: parent.index.name } : each)),
        constraints: child.table.constraints.map((each) => (each.index === child.index.name ? { ...each, inherited: true } : each)),
      });
      return settleValidity(next, parent.table.name, parent.index.name);
    }
  }
}

function create(schema: Schema, operation: OperationOf<'create-index'>): Schema {
  const view = schema.views.get(keyOf(resolve(schema, operation.table, schema.views)));
  if (view && !schema.tables.has(keyOf(resolve(schema, operation.table)))) return createOnView(schema, view, operation);
  return withTable(schema, operation, (next, table) => {
    const given = operation.index.name;
    const at = given === undefined ? undefined : { schema: table.name.schema, name: shorten(given) };
    const exists = at !== undefined && next.indexes.has(keyOf(at));
    if (exists && (operation.ifNotExists || operation.conditional)) return next;
    const cleared = exists ? dropIndexNamed(next, at) : next;
    return addIndex(cleared, table.name, operation.index, { only: operation.only === true });
  });
}

function dropIndexNamed(schema: Schema, name: ResolvedName): Schema {
  const found = indexOf(schema, name);
  return found ? dropIndex(schema, found.table.name, found.index.name) : schema;
}

function createOnView(schema: Schema, view: View, operation: OperationOf<'create-index'>): Schema {
  const name = operation.index.name ?? indexName(schema, view.name, operation.index);
  if (view.indexes.some((each) => each.name === name)) return schema;
  return putView(schema, { ...view, indexes: [...view.indexes, { name, definition: { ...operation.index, name }, valid: true }] });
}

function changeOnView(
  schema: Schema,
  index: { readonly schema?: string; readonly name: string },
  to: (indexes: readonly Index[], name: string) => readonly Index[],
): Schema {
  const key = schema.indexes.get(keyOf(resolve(schema, index, schema.indexes)));
  const view = key === undefined ? undefined : schema.views.get(key);
  return view ? putView(schema, { ...view, indexes: to(view.indexes, index.name) }) : schema;
}

/** Adds an index, under PostgreSQL's own name where it has none, and its likes on the partitions: one that fits is attached, else one is built. */
export function addIndex(schema: Schema, table: ResolvedName, definition: IndexDefinition, options: { readonly only?: boolean }): Schema {
  const on = schema.tables.get(keyOf(table));
  if (on === undefined) return schema;
  const partitioned = isPartitioned(schema, on);
  const { next, index } = build(schema, on, definition, { valid: !(options.only && partitioned && on.children.length > 0) });
  if (!partitioned || options.only) return next;
  return withoutBroken(
    on.children.reduce((at, child) => extendIndex(at, child, index, true), next),
    table,
  );
}

/** An index that has taken over a part which is not valid is not valid itself, and so up the tree. */
function withoutBroken(schema: Schema, name: ResolvedName): Schema {
  return partitionTree(schema, name).reduceRight((next, each) => {
    const table = next.tables.get(keyOf(each));
    const parts = (table?.children ?? []).flatMap((child) => next.tables.get(keyOf(child))?.indexes ?? []);
    const isBroken = ({ name: own, valid }: Index): boolean => valid && parts.some((part) => part.parent === own && !part.valid);
    if (!table?.indexes.some(isBroken)) return next;
    return putTable(next, { ...table, indexes: table.indexes.map((one) => (isBroken(one) ? { ...one, valid: false } : one)) });
  }, schema);
}

function build(
  schema: Schema,
  table: Table,
  definition: IndexDefinition,
  is: Pick<Index, 'valid' | 'parent'>,
): { next: Schema; index: Index } {
  const name = shorten(definition.name ?? indexName(schema, table.name, definition));
  const index: Index = { name, definition: { ...definition, name }, ...is };
  return { next: putTable(schema, { ...table, indexes: [...table.indexes, index] }), index };
}

/** Gives a partition, and those under it, their part of the parent's index. */
export function extendIndex(schema: Schema, partition: ResolvedName, parent: Index, isNew = false): Schema {
  return along(schema, { partition, parent }, (at, each) => {
    const table = at.tables.get(keyOf(each.partition));
    if (table === undefined || table.foreign) return [at, []];
    const above = each.parent.name;
    const match = matchingIndex(table, each.parent.definition, false, isNew);
    if (match)
      return [putTable(at, { ...table, indexes: table.indexes.map((one) => (one === match ? { ...one, parent: above } : one)) }), []];
    const { name: _, ...definition } = each.parent.definition;
    const { next, index } = build(at, table, definition, { valid: true, parent: above });
    return [next, isPartitioned(at, table) ? table.children.map((child) => ({ partition: child, parent: index })) : []];
  });
}

/** An index made with ON ONLY is valid once every partition has a valid one attached; then so may be the index above it. */
export function settleValidity(schema: Schema, name: ResolvedName, index: string): Schema {
  return along(schema, { name, index }, (at, each) => {
    const table = at.tables.get(keyOf(each.name));
    const own = table?.indexes.find((one) => one.name === each.index);
    if (table === undefined || own === undefined || own.valid) return [at, []];
    const attached = table.children.every((child) =>
      at.tables.get(keyOf(child))?.indexes.some((one) => one.parent === each.index && one.valid),
    );
    if (!attached) return [at, []];
    const next = putTable(at, { ...table, indexes: table.indexes.map((one) => (one === own ? { ...own, valid: true } : one)) });
    return [next, own.parent !== undefined && table.partitionOf ? [{ name: table.partitionOf.parent, index: own.parent }] : []];
  });
}
