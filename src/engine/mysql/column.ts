import { type ExpressionNode, someNode } from '../../operation/expression.ts';
import type { ColumnDefinition, ConstraintDefinition, OperationOf } from '../../operation/operation.ts';
import { spelt } from '../../schema/mysql/column.ts';
import { type Column, columnOf, type Index, isNamed, type Table } from '../../schema/schema.ts';
import type { Failure } from '../failure.ts';
import type { At } from './at.ts';
import type { Change } from './change.ts';
import { changesOfConstraint } from './constraint.ts';
import type { Tables } from './tables.ts';

/** The actions that name a column as it was before. */
export type OnColumn = OperationOf<
  'drop-column' | 'rename-column' | 'redefine-column' | 'set-default' | 'drop-default' | 'set-column-visibility'
>;

/** IF EXISTS, of MariaDB. */
export const isPassedOver = ({ column, columnIfExists }: OnColumn, before: Table): boolean =>
  columnIfExists === true && before.complete && columnOf(before, column) === undefined;

export function addColumn(at: At, operation: OperationOf<'add-column'>, tables: Tables): readonly Change[] {
  if (operation.ifNotExists && columnOf(tables.before, operation.column.name)) return [];
  const definition = spelt(operation.column);
  const inline = definition.constraints.flatMap((each) => changesOfConstraint(at, operation, inlineOf(each), tables));
  return [{ ...addition(at, operation, definition), operation }, ...inline];
}

function addition(at: At, operation: OperationOf<'add-column'>, definition: ColumnDefinition): Omit<Change, 'operation'> {
  const { name, generated } = definition;
  const isFirst = operation.position !== undefined && 'first' in operation.position;
  if (generated?.stored) return { kind: 'add-stored', because: `${name} is computed for each row and stored` };
  if (generated) return isFirst ? { kind: 'add-virtual-first', because: `${name} is generated and comes first` } : { kind: 'add-virtual' };
  if (definition.autoIncrement) return { kind: 'add-auto-increment', because: 'every row gets its number' };
  const value = definition.default;
  if (value !== undefined && isComputed(value.tree, value.text)) {
    const because = `the default ${value.text} of ${name} is an expression`;
    return { kind: isByRow(value.tree) ? 'add-default-by-row' : 'add-computed-default', because };
  }
  const lacking = lackingValue(at, definition);
  if (lacking !== undefined) return lacking;
  return { kind: operation.position === undefined ? 'add-column' : 'add-column-between' };
}

/** MySQL computes every default in parentheses for each row. `CURRENT_TIMESTAMP` without them is none. https://dev.mysql.com/doc/refman/9.7/en/data-type-defaults.html */
function isComputed(tree: ExpressionNode, text: string): boolean {
  if (text.startsWith('(')) return true;
  return someNode(tree, (node) => node.kind === 'column' || (node.kind === 'call' && !isNow(node)));
}

/** The functions of the time that need no parentheses as a default. */
export const isNow = (node: ExpressionNode): boolean =>
  node.kind === 'call' && /^(now|current_timestamp|localtime|localtimestamp)$/i.test(node.function.name);

/** What MariaDB has to compute anew for each row. It takes `rand()` once for all. https://mariadb.com/kb/en/create-table/#default-column-option */
function isByRow(tree: ExpressionNode): boolean {
  return someNode(
    tree,
    (node) =>
      node.kind === 'column' ||
      (node.kind === 'call' && /^(uuid(_v4|_v7)?|uuid_short|sys_guid|sysdate|nextval|lastval|random_bytes)$/i.test(node.function.name)),
  );
}

export const geometries = /^(geometry|point|linestring|polygon|multi\w+|geomcollection)$/;

/** NOT NULL without a default: rows that are there get the type's zero, if it has one. */
function lackingValue(at: At, { name, type, notNull, default: value }: ColumnDefinition): Omit<Change, 'operation'> | undefined {
  if (!notNull || value !== undefined) return undefined;
  if (geometries.test(type.name) && at.server === 'mysql') {
    const fails: Failure = { code: '1138', reason: `rows that are there have no value for ${name}`, certain: false };
    return { kind: 'add-column-without-value', because: `${name} is NOT NULL, and there is no geometry to fill it with`, fails };
  }
  if (!/^(date|datetime)$/.test(type.name)) return undefined;
  const because = `${name} is NOT NULL without a default, and 0000-00-00 is no date`;
  const fails: Failure = { code: '1292', reason: `rows that are there would get the date 0000-00-00 in ${name}`, certain: false };
  if (at.server === 'mysql') return { kind: 'add-column-without-value', because, ...(at.noZeroDate && { fails }) };
  return at.noZeroDate ? { kind: 'add-default-by-row', because, fails } : undefined;
}

/** The constraint as the column's own, which the servers treat otherwise than one of the table. */
export const inlineOf = (definition: ConstraintDefinition): { readonly definition: ConstraintDefinition; readonly inline: true } => ({
  definition,
  inline: true,
});

export function dropColumn(operation: OperationOf<'drop-column'>, { before, after }: Tables): readonly Change[] {
  const column = columnOf(before, operation.column);
  if (column === undefined) return operation.columnIfExists && before.complete ? [] : [{ kind: 'drop-column', operation }];
  const having = before.indexes.filter(({ definition }) =>
    definition.elements.some((each) => each.column !== undefined && isNamed(before, column, each.column)),
  );
  if (column.generated && !column.generated.stored) return [virtualDrop(operation, having)];
  // One that is dropped beside the column, or goes with it, is no hindrance to MariaDB.
  const left = having.find(({ name }) => after.indexes.some((each) => isNamed(after, each, name)));
  if (left !== undefined)
    return [{ kind: 'drop-column-of-index', operation, because: `the index ${left.name} has ${column.name} besides other columns` }];
  const [index] = having;
  return [
    index === undefined
      ? { kind: 'drop-column', operation }
      : { kind: 'drop-indexed-column', operation, because: `the index ${index.name} goes with it` },
  ];
}

function virtualDrop(operation: OperationOf<'drop-column'>, [index, ...others]: readonly Index[]): Change {
  if (index === undefined) return { kind: 'drop-virtual', operation };
  const unique = [index, ...others].find(({ definition }) => definition.unique);
  if (unique === undefined) return { kind: 'drop-indexed-virtual', operation };
  return {
    kind: 'drop-unique-virtual',
    operation,
    because: `the unique index ${unique.name} goes with the generated column ${operation.column}`,
  };
}

export function renameColumn(operation: OperationOf<'rename-column' | 'redefine-column'>, name: string, { before }: Tables): Change {
  const isReferenced = before.referencedBy.length > 0 && (isKey(before, name) || before.columns.length === 0);
  return isReferenced
    ? { kind: 'rename-referenced-column', operation, because: `foreign keys of other tables may point to ${name}` }
    : { kind: 'rename-column', operation };
}

const isKey = (table: Table, name: string): boolean =>
  table.indexes.some(
    ({ definition }) => definition.unique && definition.elements.some(({ column }) => column?.toLowerCase() === name.toLowerCase()),
  );

/** Whether an index has the column, and one of its words. */
export function isIndexed({ indexes }: Table, { name }: Column): boolean | 'words' {
  const having = indexes.filter(({ definition }) => definition.elements.some(({ column }) => column?.toLowerCase() === name.toLowerCase()));
  return having.some(({ definition }) => definition.method === 'fulltext') ? 'words' : having.length > 0;
}
