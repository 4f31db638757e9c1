import { type ExpressionNode, someNode } from '../../operation/expression.ts';
import type { ColumnDefinition, ConstraintDefinition, Operation, OperationOf } from '../../operation/operation.ts';
import { columnFrom, spelt } from '../../schema/mysql/column.ts';
import { type Column, columnOf, type Index, isNamed, type Table } from '../../schema/schema.ts';
import type { Failure } from '../effect.ts';
import type { At } from './at.ts';
import type { Change } from './change.ts';
import { changesOfConstraint } from './constraint.ts';
import { nullFailure } from './null.ts';
import { nameAfter } from './rename.ts';
import { typeChange } from './type-change.ts';
import type { ChangeKind } from './ways.ts';

/** A table before and after the whole statement, which has changed the name of none of its columns in `before`. */
export interface Tables {
  readonly before: Table;
  readonly after: Table;
}

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

const isNow = (node: ExpressionNode): boolean =>
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

const geometries = /^(geometry|point|linestring|polygon|multi\w+|geomcollection)$/;

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
const inlineOf = (definition: ConstraintDefinition): { readonly definition: ConstraintDefinition; readonly inline: true } => ({
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

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const isKey = (table: Table, name: string): boolean =>
  table.indexes.some(
    ({ definition }) => definition.unique && definition.elements.some(({ column }) => column?.toLowerCase() === name.toLowerCase()),
  );

/** MODIFY and CHANGE: every difference from what the column was is a change. */
export function redefineColumn(
  at: At,
  operation: OperationOf<'redefine-column'>,
  tables: Tables,
  statement: readonly Operation[],
): readonly Change[] {
  const old = columnOf(tables.before, operation.column);
  if (old === undefined) {
    if (operation.columnIfExists && tables.before.complete) return [];
    // MariaDB lets a statement define anew what it adds.
    if (at.server === 'mariadb' && statement.some((each) => each.kind === 'add-column' && isSame(each.column.name, operation.column)))
      return [];
    return [{ kind: 'change-type', operation, because: `what ${operation.column} was before is not known`, assumed: true }];
  }
  const definition = spelt(operation.definition);
  const now = columnFrom(definition, tables.after.mysql ?? {}, 0);
  const kinds: Change[] = [];
  const add = (kind: ChangeKind, more: Omit<Change, 'kind' | 'operation'> = {}): void => void kinds.push({ kind, operation, ...more });
  if (old.name.toLowerCase() !== now.name.toLowerCase()) kinds.push(renameColumn(operation, old.name, tables));
  const wasPrimary = tables.before.constraints.some(
    ({ definition: key }) => key.type === 'primary-key' && key.columns.some((each) => isNamed(tables.before, old, each)),
  );
  if (old.generated || now.generated) generatedChange(at, old, now, isIndexed(tables.before, old) !== false, add);
  else {
    const typed = typeChange(at, old, now, isIndexed(tables.before, old) || isIndexed(tables.after, now));
    if (typed !== undefined) kinds.push({ operation, ...typed });
    if (old.autoIncrement && !now.autoIncrement) add('stop-numbering');
    if (!old.autoIncrement && now.autoIncrement) add('start-numbering', { because: `${now.name} becomes AUTO_INCREMENT` });
  }
  if (old.notNull && !now.notNull && !wasPrimary) add('allow-null', { because: `${now.name} comes to take NULL` });
  if (!old.notNull && now.notNull) add('forbid-null', { because: `${now.name} becomes NOT NULL`, ...nullFailure(at, old) });
  if (operation.position !== undefined && isMoved(tables, old, statement))
    add(old.generated === undefined ? 'move-column' : old.generated.stored ? 'move-stored' : 'move-virtual');
  if (kinds.length === 0) add('change-setting');
  return [...kinds, ...definition.constraints.flatMap((each) => changesOfConstraint(at, operation, inlineOf(each), tables))];
}

/** Whether an index has the column, and one of its words. */
export function isIndexed({ indexes }: Table, { name }: Column): boolean | 'words' {
  const having = indexes.filter(({ definition }) => definition.elements.some(({ column }) => column?.toLowerCase() === name.toLowerCase()));
  return having.some(({ definition }) => definition.method === 'fulltext') ? 'words' : having.length > 0;
}

function generatedChange(
  at: At,
  old: Column,
  now: Column,
  indexed: boolean,
  add: (kind: ChangeKind, more?: Omit<Change, 'kind' | 'operation'>) => void,
): void {
  const { name } = now;
  if (!old.generated || !now.generated || old.generated.stored !== now.generated.stored) {
    add('change-type', { because: `${name} ${now.generated ? 'becomes generated' : 'is no longer generated'}` });
  } else if (typeChange(at, old, now, false) !== undefined) add('change-type', { because: `${name} becomes ${now.type.text}` });
  else if (at.server === 'mariadb' && (indexed || old.generated.stored)) {
    // It does not look whether anything has changed.
    add('change-type', { because: `${name} is computed and ${indexed ? 'indexed' : 'stored'}` });
  } else if (old.generated.expression.text !== now.generated.expression.text) {
    add(now.generated.stored ? 'add-stored' : 'change-virtual-expression', { because: `${name} is computed in another way` });
  }
}

/** Whether another column comes to stand before it, of those that stay. */
function isMoved({ before, after }: Tables, column: Column, statement: readonly Operation[]): boolean {
  const names = before.columns.map(({ name }) => nameAfter(statement, name));
  const place = (name: string): number => after.columns.findIndex((each) => isNamed(after, each, name));
  const own = before.columns.indexOf(column);
  const others = names.filter((name, i) => i !== own && place(name) !== -1);
  const at = place(names[own] ?? '');
  const stoodBefore = names.slice(0, own);
  return others.some((name) => stoodBefore.includes(name) !== place(name) < at);
}
