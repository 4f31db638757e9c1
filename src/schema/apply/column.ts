import { keyOf, type ResolvedName } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import type { TypeName } from '../../operation/type-name.ts';
import { dropColumn } from '../drop.ts';
import { indexColumns } from '../mention.ts';
import { partitionTree } from '../partition-tree.ts';
import { renameColumn } from '../rename-column.ts';
import { type Column, columnOf, resolve, type Schema, type Table } from '../schema.ts';
import { parentsOf, putTable, removeSequence } from '../store.ts';
import { columnCreatedIn } from '../unit.ts';
import { addConstraint } from './add-constraint.ts';
import { columnFrom, defaultOf, giveSequence, inlineConstraints, localColumn, qualifiedType } from './column-definition.ts';
import { extendIndex, settleValidity } from './index.ts';
import { markNotNull } from './not-null.ts';
import { withTable } from './with-table.ts';

type ColumnOperation = OperationOf<
  | 'add-column'
  | 'drop-column'
  | 'rename-column'
  | 'alter-column-type'
  | 'set-default'
  | 'drop-default'
  | 'set-not-null'
  | 'drop-not-null'
  | 'set-expression'
  | 'drop-expression'
  | 'add-identity'
  | 'set-identity'
  | 'drop-identity'
>;

/** ALTER TABLE … COLUMN. Every change of a parent's column is one of the children's, but for `ONLY`. */
export function applyColumn(schema: Schema, operation: ColumnOperation): Schema {
  return withTable(schema, operation, (next, table) => {
    switch (operation.kind) {
      case 'add-column':
        return addColumn(next, table, operation, false);
      case 'drop-column':
        return dropFromTree(next, table.name, operation.column, operation.cascade === true, operation.only === true);
      case 'rename-column':
        // A conditional rename tells something only where the old name is known.
        if (operation.conditional && (columnOf(table, operation.to) || !columnOf(table, operation.column))) return next;
        return renameColumn(next, table.name, operation.column, operation.to);
      case 'set-not-null':
        return setNotNull(next, table.name, operation);
      case 'drop-not-null':
        return dropNotNull(next, table.name, operation, false);
      case 'add-identity':
        return giveSequence(changeColumn(next, table.name, alone(table, operation), change(operation)), table.name, {
          name: operation.column,
          type: columnOf(table, operation.column)?.type ?? unknownType,
          identity: operation.identity,
        });
      case 'drop-identity':
        return changeColumn(withoutSequence(next, table, operation.column), table.name, alone(table, operation), change(operation));
      case 'alter-column-type': {
        const learnt = learnColumn(next, table, operation.column, operation.type);
        return completeIndexes(
          changeColumn(learnt, table.name, operation, change(operation, qualifiedType(next, operation.type))),
          operation,
        );
      }
      default:
        return changeColumn(next, table.name, operation, change(operation));
    }
  });
}

/** Partitions have the identity of their parent's column, tables that merely inherit do not. */
const alone = <T extends { readonly column: string; readonly only?: true }>(table: Table, operation: T): T =>
  table.partitionBy === undefined ? { ...operation, only: true as const } : operation;

/** The indexes on the column are made anew, those of a partitioned table with all their parts: also where they were ON ONLY it. */
function completeIndexes(schema: Schema, { table: name, column }: OperationOf<'alter-column-type'>): Schema {
  return partitionTree(schema, resolve(schema, name)).reduce((next, each) => {
    const table = next.tables.get(keyOf(each));
    if (table?.partitionBy === undefined) return next;
    return table.indexes
      .filter((index) => index.constraint === undefined && indexColumns(index.definition).includes(column))
      .reduce((at, index) => {
        const lacking = table.children.filter((child) => !at.tables.get(keyOf(child))?.indexes.some((own) => own.parent === index.name));
        const extended = lacking.reduce((done, child) => extendIndex(done, child, index), at);
        return lacking.length === 0 ? extended : settleValidity(extended, each, index.name);
      }, next);
  }, schema);
}

const unknownType: TypeName = { name: 'int8', modifiers: [], dimensions: 0, text: 'bigint' };

/** A default that is a mere literal was read as of the type that the column had, and stays so under another one. */
function typedDefault(column: Column): Column {
  const { default: value, type } = column;
  if (value?.tree.kind !== 'constant' || value.tree.type !== undefined) return column;
  return { ...column, default: { text: `${value.text}::${type.text}`, tree: { kind: 'cast', argument: value.tree, type } } };
}

/** What the plain actions do to one column. */
function change(operation: ColumnOperation, type?: TypeName): (column: Column) => Column {
  return (column) => {
    switch (operation.kind) {
      case 'alter-column-type': {
        const { collation: _, ...kept } = typedDefault(column);
        return { ...kept, type: type ?? operation.type, ...(operation.collation && { collation: operation.collation }) };
      }
      case 'set-default':
      case 'drop-default': {
        const { default: _, ...kept } = column;
        return operation.kind === 'drop-default' ? kept : { ...kept, ...defaultOf(operation.expression) };
      }
      case 'set-expression':
        return { ...column, generated: { stored: column.generated?.stored ?? true, expression: operation.expression } };
      case 'drop-expression': {
        const { generated: _, ...kept } = column;
        return kept;
      }
      case 'add-identity':
        return { ...column, notNull: true, identity: operation.identity };
      case 'set-identity': {
        const when = /generated\s+(always|by\s+default)/i.exec(operation.text)?.[1];
        if (column.identity === undefined || when === undefined) return column;
        return { ...column, identity: { ...column.identity, when: /always/i.test(when) ? 'always' : 'by default' } };
      }
      case 'drop-identity': {
        const { identity: _, ...kept } = column;
        return kept;
      }
      default:
        return column;
    }
  };
}

/** Changes a column in a table and, but for ONLY, in the tables under it. */
function changeColumn(
  schema: Schema,
  name: ResolvedName,
  operation: { readonly column: string; readonly only?: true },
  to: (column: Column) => Column,
): Schema {
  let next = schema;
  for (const each of operation.only ? [name] : partitionTree(schema, name)) {
    const table = next.tables.get(keyOf(each));
    if (table === undefined || !columnOf(table, operation.column)) continue;
    next = putTable(next, { ...table, columns: table.columns.map((column) => (column.name === operation.column ? to(column) : column)) });
  }
  return next;
}

/** Of a table that history did not create, a type change tells the column. Whether it may be null stays open, and counts as it may. */
function learnColumn(schema: Schema, table: Table, name: string, type: TypeName): Schema {
  if (table.complete || columnOf(table, name)) return schema;
  return putTable(schema, { ...table, columns: [...table.columns, { name, type, notNull: false, createdIn: 0 }] });
}

function addColumn(schema: Schema, table: Table, operation: OperationOf<'add-column'>, inherited: boolean): Schema {
  const definition = operation.column;
  const known = columnOf(table, definition.name);
  let next = schema;
  if (known && (operation.ifNotExists || operation.conditional || inherited)) {
    // A child that has the column keeps its own, and the parent's NOT NULL holds for it.
    if (!inherited || known.notNull || !definition.notNull) return schema;
    next = putTable(next, { ...table, columns: table.columns.map((each) => (each === known ? { ...each, notNull: true } : each)) });
  } else {
    const certain = !operation.conditional && known === undefined && (table.complete || !operation.ifNotExists);
    const { inherited: _, ...column } = columnFrom(next, table.name, definition, columnCreatedIn(schema, table, definition.name, certain));
    const added: Column = inherited ? { ...column, inherited: true } : column;
    const others = known === undefined ? table.columns : table.columns.filter((each) => each !== known);
    next = putTable(next, { ...table, columns: [...others, added] });
    if (!inherited) next = giveSequence(next, table.name, definition);
  }
  for (const child of table.children) {
    const other = next.tables.get(keyOf(child));
    if (other && !operation.only) next = addColumn(next, other, operation, true);
  }
  if (inherited) return next;
  // Without a default every row has NULL, which no foreign key refuses: PostgreSQL marks it as valid without a look.
  for (const each of inlineConstraints(definition)) next = addConstraint(next, table.name, each, { operation, fresh: !definition.default });
  return next;
}

/** Drops the column here and from children that have it of this parent alone; in others it becomes their own. */
function dropFromTree(schema: Schema, name: ResolvedName, column: string, cascade: boolean, only: boolean): Schema {
  const children = schema.tables.get(keyOf(name))?.children ?? [];
  let next = dropColumn(schema, name, column, cascade);
  for (const child of children) {
    const table = next.tables.get(keyOf(child));
    const inherited = columnOf(table, column)?.inherited;
    if (table === undefined || !inherited) continue;
    const others = parentsOf(table).some((parent) => columnOf(next.tables.get(keyOf(parent)), column));
    if (others) continue;
    next = only ? changeColumn(next, child, { column, only }, localColumn) : dropFromTree(next, child, column, cascade, false);
  }
  return next;
}

function setNotNull(schema: Schema, name: ResolvedName, operation: OperationOf<'set-not-null'>): Schema {
  let next = schema;
  for (const each of operation.only ? [name] : partitionTree(schema, name)) {
    const table = next.tables.get(keyOf(each));
    if (table === undefined) continue;
    if (columnOf(table, operation.column)) {
      next = markNotNull(next, each, [operation.column]);
    } else if (!table.complete) {
      // The column is unknown, and so is its type: the fact is kept as PostgreSQL 18 keeps it, as a constraint.
      const text = `NOT NULL ${operation.column}`;
      const constraint = { type: 'not-null', column: operation.column, span: operation.span, text } as const;
      next = addConstraint(next, each, constraint, { operation, only: true });
    }
  }
  return next;
}

function dropNotNull(schema: Schema, name: ResolvedName, operation: OperationOf<'drop-not-null'>, inherited: boolean): Schema {
  const table = schema.tables.get(keyOf(name));
  const column = columnOf(table, operation.column);
  if (table === undefined || (inherited && !(column?.inherited && column.notNull))) return schema;
  const isIts = (each: Table['constraints'][number]): boolean =>
    each.definition.type === 'not-null' && each.definition.column === operation.column;
  let next = putTable(schema, {
    ...table,
    columns: table.columns.map((each) => (each.name === operation.column ? { ...each, notNull: false } : each)),
    constraints: table.constraints.some(isIts) ? table.constraints.filter((each) => !isIts(each)) : table.constraints,
  });
  if (!operation.only) for (const child of table.children) next = dropNotNull(next, child, operation, true);
  return next;
}

function withoutSequence(schema: Schema, table: Table, column: string): Schema {
  let next = schema;
  if (columnOf(table, column)?.identity === undefined) return next;
  for (const each of table.sequences) if (each.column === column) next = removeSequence(next, each.sequence);
  return next;
}
