import { columnsIn, type Expression, type ExpressionNode, someNode } from '../operation/expression.ts';
import { keyOf, type ResolvedName } from '../operation/name.ts';
import type { Operation, OperationKind, OperationOf } from '../operation/operation.ts';
import { keyIndex, needsColumn } from './key-index.ts';
import { isUnder, partitionTree } from './partition-tree.ts';
import { columnOf, type Hanging, indexOf, resolve, type Schema, type Table, tableOf } from './schema.ts';
import { sequenceKey, typeKey } from './store.ts';

/** Operations that something may stand in the way of. */
export const drops = [
  'drop-table',
  'drop-column',
  'drop-constraint',
  'drop-index',
  'drop-view',
  'drop-type',
  'drop-sequence',
  'drop-function',
] as const satisfies readonly OperationKind[];

export type Drop = OperationOf<(typeof drops)[number]>;

export function isDrop(operation: Operation): operation is Drop {
  return drops.some((kind) => kind === operation.kind);
}

/** Something that would not survive the drop. */
export interface Dependent {
  readonly what: Exclude<Hanging['kind'], 'statistics'> | 'view' | 'foreign key' | 'constraint' | 'column' | 'default' | 'table' | 'domain';
  readonly name: string;
  /** The table of a foreign key, constraint, column or default (which bears its column's name); else itself. */
  readonly of: ResolvedName;
}

/**
 * What in the schema needs the dropped object, so that PostgreSQL refuses the drop without CASCADE and takes it along with it.
 * What the same statement drops too (`DROP TABLE a, b`) is no hindrance. https://www.postgresql.org/docs/current/ddl-depend.html
 */
export function dependentsOf(drop: Drop, schema: Schema, statement: readonly Operation[]): readonly Dependent[] {
  const stays = (name: ResolvedName): boolean => !goesWith(statement, name, schema);
  switch (drop.kind) {
    case 'drop-view':
      return viewsOf(schema, resolve(schema, drop.view, schema.views)).filter(({ of }) => stays(of));
    case 'drop-type':
      return usersOfType(schema, resolve(schema, drop.type, schema.types));
    case 'drop-index': {
      const known = indexOf(schema, drop.index);
      if (known === undefined) return [];
      const { table, index } = known;
      if (index.constraint !== undefined) return [{ what: 'constraint', name: index.constraint, of: table.name }];
      return foreignKeysTo(schema, table, (columns) => keyIndex(table, columns)?.name === index.name);
    }
    case 'drop-sequence':
      return drawing(schema, resolve(schema, drop.sequence, schema.sequences));
    case 'drop-function':
      return usersOfFunction(schema, resolve(schema, drop.function, schema.functions));
    default: {
      const table = tableOf(schema, drop.table);
      if (table === undefined) return [];
      if (drop.kind === 'drop-constraint') {
        const { definition: key, index } = table.constraints.find((each) => each.name === drop.constraint) ?? {};
        return key?.type === 'primary-key' || key?.type === 'unique'
          ? foreignKeysTo(schema, table, (columns) => (keyIndex(table, columns)?.name ?? index) === index && same(columns, key.columns))
          : [];
      }
      if (drop.kind === 'drop-column') return ofColumn(schema, table, drop);
      return [
        ...viewsOf(schema, table.name).filter(({ of }) => stays(of)),
        ...foreignKeysTo(schema, table, () => true).filter(({ of }) => stays(of)),
        ...table.children
          .filter((child) => stays(child) && schema.tables.get(keyOf(child))?.partitionOf === undefined)
          .map((child): Dependent => ({ what: 'table', name: child.name, of: child })),
        ...table.sequences
          .flatMap(({ sequence }) => drawing(schema, sequence))
          .filter(({ of }) => stays(of) && !isUnder(schema, of, table.name)),
      ];
    }
  }
}

/** Defaults that draw from the sequence. */
function drawing(schema: Schema, sequence: ResolvedName): readonly Dependent[] {
  return (schema.sequenceUsers.get(keyOf(sequence)) ?? []).flatMap((user) =>
    (schema.tables.get(keyOf(user))?.columns ?? [])
      .filter((column) => sequenceKey(schema, column.default) === keyOf(sequence))
      .map((column): Dependent => ({ what: 'default', name: column.name, of: user })),
  );
}

/** Whether the statement drops the table or view, by its name or with the partitioned table that it is a part of. */
export function goesWith(statement: readonly Operation[], name: ResolvedName, schema: Schema): boolean {
  for (let each: ResolvedName | undefined = name; each !== undefined; each = schema.tables.get(keyOf(each))?.partitionOf?.parent) {
    const one = each;
    if (statement.some((operation) => isDropOf(operation, one, schema))) return true;
  }
  return false;
}

/** The names are compared before they are resolved: a DROP of thousands of tables asks this of each pair. */
function isDropOf(operation: Operation, name: ResolvedName, schema: Schema): boolean {
  if (operation.kind !== 'drop-table' && operation.kind !== 'drop-view') return false;
  const [dropped, objects] = operation.kind === 'drop-table' ? [operation.table, schema.tables] : [operation.view, schema.views];
  return dropped.name === name.name && keyOf(resolve(schema, dropped, objects)) === keyOf(name);
}

function viewsOf(schema: Schema, name: ResolvedName, column?: string): readonly Dependent[] {
  const readBy = (schema.tables.get(keyOf(name)) ?? schema.views.get(keyOf(name)))?.readBy ?? [];
  const reads = (view: ResolvedName): boolean =>
    column === undefined ||
    schema.views
      .get(keyOf(view))
      ?.reads.some((each) => keyOf(each.table) === keyOf(name) && (each.columns.includes(column) || each.columns.includes('*'))) === true;
  return readBy.filter(reads).map((view) => ({ what: 'view', name: view.name, of: view }));
}

function foreignKeysTo(schema: Schema, table: Table, uses: (columns: readonly string[]) => boolean): readonly Dependent[] {
  const primary = table.constraints.find((each) => each.definition.type === 'primary-key')?.definition;
  return table.referencedBy
    .filter((each) => {
      const constraint = schema.tables.get(keyOf(each.table))?.constraints.find(({ name }) => name === each.constraint)?.definition;
      if (constraint?.type !== 'foreign-key') return false;
      const implied = primary?.type === 'primary-key' ? primary.columns : [];
      return uses(constraint.referencedColumns.length > 0 ? constraint.referencedColumns : implied);
    })
    .map((each) => ({ what: 'foreign key', name: each.constraint, of: each.table }));
}

function usersOfType(schema: Schema, type: ResolvedName): readonly Dependent[] {
  return (schema.typeUsers.get(keyOf(type)) ?? []).map(({ kind, name }) => ({ what: kind, name: name.name, of: name }));
}

/** Columns and CHECK constraints that call it. Of an overloaded function nobody can tell here which one they call. */
export function usersOfFunction(schema: Schema, name: ResolvedName): readonly Dependent[] {
  if (schema.functions.get(keyOf(name))?.length !== 1) return [];
  return usersByExpression(
    schema,
    (node) =>
      node.kind === 'call' && node.function.name === name.name && keyOf(resolve(schema, node.function, schema.functions)) === keyOf(name),
  );
}

/** Columns and CHECK constraints that cast something to it, whatever type the columns are of. */
export function castsTo(schema: Schema, type: ResolvedName): readonly Dependent[] {
  return usersByExpression(schema, (node) => node.kind === 'cast' && typeKey(schema, node.type) === keyOf(type));
}

function usersByExpression(schema: Schema, isUse: (node: ExpressionNode) => boolean): readonly Dependent[] {
  const uses = (expression: Expression | undefined): boolean => expression !== undefined && someNode(expression.tree, isUse);
  return schema.tables
    .entries()
    .flatMap(([, table]) => [
      ...table.columns
        .filter((each) => uses(each.default) || uses(each.generated?.expression))
        .map((each): Dependent => ({ what: 'column', name: each.name, of: table.name })),
      ...table.constraints
        .filter((each) => each.definition.type === 'check' && uses(each.definition.expression))
        .map((each): Dependent => ({ what: 'constraint', name: each.name, of: table.name })),
    ]);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}

/** What needs a column of a table, or of those that have it from there. */
function ofColumn(schema: Schema, table: Table, { column, only }: OperationOf<'drop-column'>): readonly Dependent[] {
  const heirs = only ? [] : partitionTree(schema, table.name).slice(1);
  const inheriting = heirs.flatMap((each) => schema.tables.get(keyOf(each)) ?? []).filter((each) => columnOf(each, column)?.inherited);
  return [table, ...inheriting].flatMap((each) => [
    ...viewsOf(schema, each.name, column),
    ...foreignKeysTo(schema, each, (columns) => needsColumn(each, columns, column)).filter(({ of }) => !isUnder(schema, of, table.name)),
    ...each.columns
      .filter(({ generated }) => generated && columnsIn(generated.expression.tree).includes(column))
      .map(({ name }): Dependent => ({ what: 'column', name, of: each.name })),
    ...each.hanging.flatMap(({ kind, name, columns }): Dependent[] =>
      kind !== 'statistics' && columns.includes(column) ? [{ what: kind, name, of: each.name }] : [],
    ),
    // The sequence goes with its column, whose own default, or that of a column that inherits it, is no hindrance.
    ...each.sequences
      .filter((owned) => owned.column === column)
      .flatMap(({ sequence }) => drawing(schema, sequence))
      .filter(({ name, of }) => name !== column || !isUnder(schema, of, table.name)),
  ]);
}
