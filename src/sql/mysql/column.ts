import type { ColumnDefinition, ColumnPosition, ConstraintDefinition } from '../../operation/operation.ts';
import { readCheck, readReferences } from './constraint.ts';
import type { Cursor } from './cursor.ts';
import { bareExpression } from './expression-end.ts';
import { expressionIn } from './parse.ts';
import { readTypeName } from './type-name.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * A column as CREATE TABLE, ADD, MODIFY and CHANGE define it: its name, its type, and its attributes in any order, of which the last of a kind counts.
 * What does not belong to it (FIRST, AFTER, a comma) is left.
 * https://dev.mysql.com/doc/refman/9.5/en/create-table.html
 */
export function readColumn(cursor: Cursor): ColumnDefinition {
  const from = cursor.at;
  const name = cursor.name('a column');
  const column: UnfinishedColumn = { name, type: readTypeName(cursor), notNull: false };
  const constraints: ConstraintDefinition[] = [];
  while (readAttribute(cursor, column, constraints));
  const range = { from, to: cursor.at };
  return { ...column, constraints, span: cursor.spanOf(range), text: cursor.textOf(range) };
}

export type UnfinishedColumn = Mutable<Omit<ColumnDefinition, 'constraints' | 'span' | 'text'>>;

/** One attribute, if there is one more: NOT NULL, DEFAULT, an inline constraint … */
export function readAttribute(cursor: Cursor, column: UnfinishedColumn, constraints: ConstraintDefinition[]): boolean {
  const from = cursor.at;
  const add = (constraint: object): void => {
    const range = { from, to: cursor.at };
    constraints.push({ ...constraint, span: cursor.spanOf(range), text: cursor.textOf(range) } as ConstraintDefinition);
  };
  const equals = (): unknown => cursor.acceptOperator('=');
  if (cursor.accept('not null')) column.notNull = true;
  else if (cursor.accept('null')) {
    column.notNull = false;
    column.explicitNull = true;
  } else if (cursor.accept('default')) {
    column.default = expressionIn(cursor, bareExpression(cursor));
  } else if (cursor.accept('on update')) {
    column.onUpdate = expressionIn(cursor, bareExpression(cursor));
  } else if (cursor.accept('auto_increment')) {
    column.autoIncrement = true;
  } else if (cursor.accept('serial default value')) {
    column.autoIncrement = true;
    column.notNull = true;
    add({ type: 'unique', columns: [column.name] });
  } else if (cursor.accept('unique')) {
    cursor.accept('key', 'index');
    add({ type: 'unique', columns: [column.name] });
  } else if (cursor.accept('primary')) {
    cursor.accept('key');
    add({ type: 'primary-key', columns: [column.name] });
  } else if (cursor.accept('key')) {
    add({ type: 'primary-key', columns: [column.name] });
  } else if (cursor.accept('comment')) {
    column.comment = cursor.string();
  } else if (cursor.accept('collate')) {
    equals();
    column.collation = { name: (cursor.isString() ? cursor.string() : cursor.name('a collation')).toLowerCase() };
  } else if (cursor.accept('character set', 'charset')) {
    column.type = { ...column.type, characterSet: (cursor.isString() ? cursor.string() : cursor.name('a character set')).toLowerCase() };
  } else if (cursor.accept('invisible')) {
    column.invisible = true;
  } else if (cursor.accept('visible')) {
    delete column.invisible;
    cursor.note('VISIBLE of a column');
  } else if (cursor.accept('column_format', 'storage')) {
    column.storage = cursor.expect('fixed', 'dynamic', 'default', 'disk', 'memory');
    cursor.note('COLUMN_FORMAT');
  } else if (cursor.accept('engine_attribute', 'secondary_engine_attribute')) {
    equals();
    cursor.string();
    cursor.note('ENGINE_ATTRIBUTE');
  } else if (cursor.is('srid') || cursor.is('ref_system_id')) {
    cursor.note(cursor.expect('srid', 'ref_system_id') === 'srid' ? 'SRID' : 'REF_SYSTEM_ID');
    equals();
    column.type = { ...column.type, modifiers: [cursor.number()] };
  } else if (cursor.accept('compressed')) {
    column.compression = equals() ? cursor.name().toLowerCase() : 'zlib';
    cursor.note('COMPRESSED of a column');
  } else if (cursor.is('with system versioning') || cursor.is('without system versioning')) {
    column.versioning = cursor.expect('with system versioning', 'without system versioning').startsWith('without') ? 'without' : 'with';
    cursor.note('SYSTEM VERSIONING of a column');
  } else if (cursor.accept('check')) {
    add(readCheck(cursor));
  } else if (cursor.accept('constraint')) {
    const name = cursor.is('check') ? undefined : cursor.name('a constraint');
    cursor.expect('check');
    add({ ...readCheck(cursor), ...(name !== undefined && { name }) });
  } else if (cursor.is('references')) {
    add({ ...readReferences(cursor), type: 'foreign-key', columns: [column.name] });
  } else if (cursor.accept('generated always as', 'as')) {
    readGenerated(cursor, column);
  } else return false;
  return true;
}

/** `AS (expression) VIRTUAL | STORED | PERSISTENT`, `AS ROW START | END` */
function readGenerated(cursor: Cursor, column: UnfinishedColumn): void {
  const edge = cursor.accept('row start', 'row end');
  if (edge !== undefined) {
    column.versioning = edge === 'row start' ? 'start' : 'end';
    return;
  }
  const expression = expressionIn(cursor, cursor.parentheses());
  const how = cursor.accept('virtual', 'stored', 'persistent');
  if (how === 'persistent') cursor.note('PERSISTENT');
  column.generated = { expression, stored: how === 'stored' || how === 'persistent' };
}

/** FIRST and AFTER, if one stands here. */
export function readPosition(cursor: Cursor): { readonly position?: ColumnPosition } {
  if (cursor.accept('first')) return { position: { first: true } };
  return cursor.accept('after') ? { position: { after: cursor.name('a column') } } : {};
}
