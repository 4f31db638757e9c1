import { keyOf, type ResolvedName } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import type { TypeName } from '../../operation/type-name.ts';
import { along } from '../along.ts';
import { notNullOf } from '../automatic-not-null.ts';
import { constantType } from '../constant-type.ts';
import { constraintsInOrder } from '../constraints-in-order.ts';
import { dropColumn } from '../drop.ts';
import { indexColumns } from '../mention.ts';
import { partitionTree } from '../partition-tree.ts';
import { renameColumn } from '../rename-column.ts';
import { type Column, columnOf, resolve, type Schema, type Table } from '../schema.ts';
import { parentsOf, putTable, removeSequence, same } from '../store.ts';
import { columnCreatedIn } from '../unit.ts';
import { addConstraint } from './add-constraint.ts';
import { columnFrom, defaultOf, giveSequence, inlineConstraints, localColumn, qualifiedType } from './column-definition.ts';
import { extendIndex, settleValidity } from './index.ts';
import { hasNotNull, markNotNull, notInherited, withoutNotNull } from './not-null.ts';
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
        return addColumn(next, table, operation);
      case 'drop-column':
        return dropFromTree(next, table.name, operation.column, operation.cascade === true, operation.only === true);
      case 'rename-column':
        // A conditional rename tells something only where the old name is known.
        if (operation.conditional && (columnOf(table, operation.to) || !columnOf(table, operation.column))) return next;
        return renameColumn(next, table.name, operation.column, operation.to);
      case 'set-not-null':
        return setNotNull(next, table.name, operation);
      case 'drop-not-null':
        return withoutNotNull(next, table.name, operation.column, operation.only);
      case 'add-identity':
        return giveSequence(changeColumn(next, table.name, alone(table, operation), change(next, operation)), table.name, {
          name: operation.column,
          type: columnOf(table, operation.column)?.type ?? unknownType,
          identity: operation.identity,
        });
      case 'drop-identity':
        return changeColumn(withoutSequence(next, table, operation.column), table.name, alone(table, operation), change(next, operation));
      case 'alter-column-type': {
        const learnt = learnColumn(next, table, operation.column, operation.type);
        return completeIndexes(
          changeColumn(learnt, table.name, operation, change(next, operation, qualifiedType(next, operation.type))),
          operation,
        );
      }
      default:
        return changeColumn(next, table.name, operation, change(next, operation));
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
function typedDefault(schema: Schema, column: Column): Column {
  const { default: value, type } = column;
  if (value?.tree.kind !== 'constant' || value.tree.type !== undefined) return column;
  const own = constantType(schema, type);
  return { ...column, default: { text: `${value.text}::${own.text}`, tree: { kind: 'cast', argument: value.tree, type: own } } };
}

/** What the plain actions do to one column. */
function change(schema: Schema, operation: ColumnOperation, type?: TypeName): (column: Column) => Column {
  return (column) => {
    switch (operation.kind) {
      case 'alter-column-type': {
        const { collation: _, ...kept } = typedDefault(schema, column);
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

function addColumn(schema: Schema, table: Table, operation: OperationOf<'add-column'>): Schema {
  const definition = operation.column;
  const known = columnOf(table, definition.name);
  if (known && (operation.ifNotExists || operation.conditional)) return schema;
  const column = columnFrom(schema, table.name, definition, newlyIn(schema, table, operation));
  const others = known ? table.columns.filter((each) => each !== known) : table.columns;
  let next = giveSequence(putTable(schema, { ...table, columns: [...others, column] }), table.name, definition);
  for (const child of operation.only ? [] : table.children) next = inheritColumn(next, child, column, operation);
  // Without a default every row has NULL, which no foreign key refuses: PostgreSQL marks it as valid without a look.
  for (const each of constraintsInOrder(inlineConstraints(definition)))
    next = addConstraint(next, table.name, each, { operation, fresh: !definition.default });
  return next;
}

/** A parent's new column, in the tables under it. One that has the column keeps its own, and the parent's NOT NULL holds for it. */
function inheritColumn(schema: Schema, child: ResolvedName, column: Column, operation: OperationOf<'add-column'>): Schema {
  return along(schema, child, (at, name) => {
    const table = at.tables.get(keyOf(name));
    const known = columnOf(table, column.name);
    if (table === undefined || (known && (known.notNull || !column.notNull))) return [at, []];
    const columns = known
      ? table.columns.map((each) => (each === known ? { ...each, notNull: true } : each))
      : [...table.columns, { ...column, inherited: true as const, createdIn: newlyIn(at, table, operation) }];
    return [putTable(at, { ...table, columns }), table.children];
  });
}

/** The unit that a column counts as added in. */
function newlyIn(schema: Schema, table: Table, { column, ifNotExists, conditional }: OperationOf<'add-column'>): number {
  const certain = !conditional && columnOf(table, column.name) === undefined && (table.complete || !ifNotExists);
  return columnCreatedIn(schema, table, column.name, certain);
}

/** Drops the column here and from children that have it of this parent alone; in others it becomes their own. */
function dropFromTree(schema: Schema, name: ResolvedName, column: string, cascade: boolean, only: boolean): Schema {
  return along(schema, name, (at, each) => {
    const table = at.tables.get(keyOf(each));
    if (same(each, name)) return [dropColumn(at, name, column, cascade), table?.children ?? []];
    const others = parentsOf(table).some((parent) => columnOf(at.tables.get(keyOf(parent)), column));
    if (table === undefined || !columnOf(table, column)?.inherited || others) return [at, []];
    if (only) return [changeColumn(at, each, { column, only }, localColumn), []];
    return [dropColumn(at, each, column, cascade), table.children];
  });
}

function setNotNull(schema: Schema, name: ResolvedName, operation: OperationOf<'set-not-null'>): Schema {
  let next = schema;
  const self = schema.tables.get(keyOf(name));
  for (const each of operation.only ? [name] : partitionTree(schema, name)) {
    const table = next.tables.get(keyOf(each));
    if (table === undefined) continue;
    // What is NOT VALID is validated where it is named, if it is the table's own; what came from the parent, and what lies below, stays as it is.
    const own = notNullOf(table, operation.column);
    if (own?.validated === false && (own.inherited || !same(each, name))) continue;
    if (columnOf(table, operation.column)) {
      next = markNotNull(next, each, [operation.column], same(each, name));
    } else if (!table.complete) {
      // The column is unknown, and so is its type: the fact is kept as PostgreSQL 18 keeps it, as a constraint.
      const text = `NOT NULL ${operation.column}`;
      const constraint = { type: 'not-null', column: operation.column, span: operation.span, text } as const;
      next = addConstraint(next, each, constraint, { operation, only: true });
    }
  }
  // The children that are there keep theirs to themselves, and so does the parent: ONLY is NO INHERIT.
  const isAlone = operation.only && self?.children.length && !self.partitionBy && !hasNotNull(self, operation.column);
  return isAlone ? notInherited(next, name, operation.column) : next;
}

function withoutSequence(schema: Schema, table: Table, column: string): Schema {
  let next = schema;
  if (columnOf(table, column)?.identity === undefined) return next;
  for (const each of table.sequences) if (each.column === column) next = removeSequence(next, each.sequence);
  return next;
}
