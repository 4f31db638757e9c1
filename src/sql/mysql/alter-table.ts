import type { Operation } from '../../operation/operation.ts';
import type { Span } from '../../text/span.ts';
import { readAdd } from './add.ts';
import { type Clauses, clausesOf, readClause, readWait } from './clauses.ts';
import { readColumn, readPosition } from './column.ts';
import { type Cursor, Unreadable } from './cursor.ts';
import { bareExpression } from './expression-end.ts';
import type { OnTable } from './on-table.ts';
import { expressionIn } from './parse.ts';
import { readPartitionBy } from './partition.ts';
import { readPartitionAction } from './partition-action.ts';
import { readTableOptions } from './table-options.ts';

/** An action that no reader knows. */
export interface UnknownAction {
  readonly message: string;
  readonly span: Span;
}

/**
 * ALTER TABLE, divided into its actions at the commas, so that one that is not known costs only itself.
 * https://dev.mysql.com/doc/refman/9.5/en/alter-table.html, https://mariadb.com/kb/en/alter-table/
 */
export function readAlterTable(
  cursor: Cursor,
  span: Span,
): { readonly operations: readonly Operation[]; readonly unknown: readonly UnknownAction[] } {
  const clauses: Clauses = {};
  cursor.expect('alter');
  while (!cursor.accept('table')) {
    if (cursor.accept('online')) {
      clauses.lock = 'none';
      cursor.note('ALTER ONLINE TABLE');
    } else if (cursor.accept('ignore')) clauses.ignore = true;
    else cursor.fail('TABLE is missing');
  }
  const ifExists = cursor.accept('if exists') !== undefined;
  const table = cursor.qualified('a table');
  readWait(cursor, clauses);
  const base = { span, table, ...(ifExists && { ifExists: true as const }) };
  const head = cursor.takeNotes();
  const operations: Operation[] = [];
  const unknown: UnknownAction[] = [];
  while (!cursor.done) {
    const from = cursor.at;
    if (operations.length === 0) for (const each of head.words ?? []) cursor.note(each);
    try {
      if (operations.length > 0 && isPartitioning(cursor) && cursor.markAt(from - 1) === ',') cursor.note('a comma before PARTITION BY');
      const isClause = readClause(cursor, clauses);
      const read = isClause ? [] : readActions(cursor, base);
      const to = cursor.at;
      // No comma stands between a clause and PARTITION BY.
      if (!cursor.done && !(isClause && isPartitioning(cursor))) cursor.expectMark(',');
      const own = cursor.spanOf({ from, to });
      const words = cursor.takeNotes();
      operations.push(...read.map((each) => ({ ...each, ...words, ...(each.span === span && { span: own }) })));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      cursor.takeNotes();
      const to = cursor.comma({ from, to: cursor.end });
      unknown.push({ message: error.message, span: cursor.spanOf({ from, to }) });
      cursor.at = to + 1;
    }
  }
  if (operations.length === 0 && unknown.length === 0) operations.push({ ...base, ...head, kind: 'alter-nothing' });
  return { operations: operations.map((each) => ({ ...each, ...clausesOf(clauses) })), unknown };
}

/** What stands between two commas: one action, or several of options and partitions behind one another. */
function readActions(cursor: Cursor, base: OnTable): readonly Operation[] {
  const operations = [...readAction(cursor, base)];
  while (isPartitioning(cursor)) operations.push(...readAction(cursor, base));
  return operations;
}

const isPartitioning = (cursor: Cursor): boolean => cursor.is('partition by') || cursor.is('remove partitioning');

function readAction(cursor: Cursor, base: OnTable): readonly Operation[] {
  const partitions = readPartitionAction(cursor, base);
  if (partitions !== undefined) return [partitions];
  if (cursor.accept('add')) return readAdd(cursor, base);
  if (cursor.accept('drop')) return [readDrop(cursor, base)];
  if (cursor.accept('modify')) return [readRedefine(cursor, base, false)];
  if (cursor.accept('change')) return [readRedefine(cursor, base, true)];
  if (cursor.accept('alter')) return [readAlter(cursor, base)];
  if (cursor.accept('rename')) return [readRename(cursor, base)];
  if (cursor.accept('convert to')) return [readConvert(cursor, base)];
  if (cursor.accept('force')) return [{ ...base, kind: 'rebuild-table', by: 'force' }];
  if (cursor.accept('order by')) {
    do {
      cursor.qualified('a column');
      cursor.accept('asc', 'desc');
    } while (!cursor.is('algorithm', cursor.at + 1) && !cursor.is('lock', cursor.at + 1) && cursor.acceptMark(','));
    return [{ ...base, kind: 'rebuild-table', by: 'order by' }];
  }
  const files = cursor.accept('discard tablespace', 'import tablespace');
  if (files !== undefined) return [{ ...base, kind: 'table-files', action: files.startsWith('discard') ? 'discard' : 'import' }];
  const keys = cursor.accept('disable keys', 'enable keys');
  if (keys !== undefined) return [{ ...base, kind: 'set-keys-state', enabled: keys.startsWith('enable') }];
  if (cursor.accept('partition by')) return [{ ...base, kind: 'repartition-table', partitionBy: readPartitionBy(cursor) }];
  if (cursor.accept('remove partitioning')) return [{ ...base, kind: 'repartition-table' }];
  const options = readTableOptions(cursor, false);
  return options.length > 0 ? [{ ...base, kind: 'alter-table-options', options }] : cursor.fail('unknown action of ALTER TABLE');
}

function readDrop(cursor: Cursor, base: OnTable): Operation {
  const ifExists = (): boolean => cursor.accept('if exists') !== undefined;
  const constraint = (type?: 'foreign-key' | 'check'): Operation => {
    const constraintIfExists = ifExists();
    return {
      ...base,
      kind: 'drop-constraint',
      constraint: cursor.name('a constraint'),
      ...(constraintIfExists && { constraintIfExists: true }),
      ...(type && { type }),
    };
  };
  if (cursor.accept('primary key')) return { ...base, kind: 'drop-constraint', constraint: 'PRIMARY', type: 'primary-key' };
  if (cursor.accept('foreign key')) return constraint('foreign-key');
  if (cursor.accept('constraint')) return constraint();
  if (cursor.accept('check')) return constraint('check');
  if (cursor.accept('index', 'key')) {
    const indexIfExists = ifExists();
    const index = { name: cursor.name('an index') };
    return { span: base.span, table: base.table, kind: 'drop-index', index, concurrently: false, ...(indexIfExists && { ifExists: true }) };
  }
  if (cursor.accept('system versioning')) return { ...base, kind: 'set-system-versioning', versioned: false };
  if (cursor.accept('period for')) {
    ifExists();
    return { ...base, kind: 'drop-period', period: cursor.name('a period') };
  }
  cursor.accept('column');
  const columnIfExists = ifExists();
  const column = cursor.name('a column');
  cursor.accept('restrict', 'cascade');
  return { ...base, kind: 'drop-column', column, ...(columnIfExists && { columnIfExists: true }) };
}

/** MODIFY and CHANGE, whose new definition begins with the new name. */
function readRedefine(cursor: Cursor, base: OnTable, renames: boolean): Operation {
  cursor.accept('column');
  const columnIfExists = cursor.accept('if exists') !== undefined;
  const start = cursor.at;
  const column = cursor.name('a column');
  if (!renames) cursor.at = start;
  const definition = readColumn(cursor);
  return { ...base, kind: 'redefine-column', column, definition, ...readPosition(cursor), ...(columnIfExists && { columnIfExists: true }) };
}

function readAlter(cursor: Cursor, base: OnTable): Operation {
  if (cursor.accept('index', 'key')) {
    const indexIfExists = cursor.accept('if exists') !== undefined;
    const index = cursor.name('an index');
    const state = cursor.expect('visible', 'invisible', 'not ignored', 'ignored');
    cursor.note(state.endsWith('ignored') ? 'IGNORED' : 'INVISIBLE of an index');
    const visible = state === 'visible' || state === 'not ignored';
    return { ...base, kind: 'set-index-visibility', index, visible, ...(indexIfExists && { indexIfExists: true }) };
  }
  if (cursor.accept('check', 'constraint')) {
    const constraint = cursor.name('a constraint');
    return { ...base, kind: 'alter-constraint', constraint, enforced: cursor.expect('enforced', 'not enforced') === 'enforced' };
  }
  cursor.accept('column');
  const columnIfExists = cursor.accept('if exists') !== undefined;
  const on = { ...base, column: cursor.name('a column'), ...(columnIfExists && { columnIfExists: true as const }) };
  if (cursor.accept('drop default')) return { ...on, kind: 'drop-default' };
  const visible = cursor.accept('set visible', 'set invisible');
  if (visible !== undefined) return { ...on, kind: 'set-column-visibility', visible: visible === 'set visible' };
  cursor.expect('set default');
  return { ...on, kind: 'set-default', expression: expressionIn(cursor, bareExpression(cursor)) };
}

function readRename(cursor: Cursor, base: OnTable): Operation {
  const part = cursor.accept('column', 'index', 'key');
  if (part !== undefined && !cursor.done) {
    const ifExists = cursor.accept('if exists') !== undefined;
    const name = cursor.name();
    cursor.expect('to');
    const to = cursor.name('the new name');
    if (part === 'column') return { ...base, kind: 'rename-column', column: name, to, ...(ifExists && { columnIfExists: true }) };
    return { span: base.span, table: base.table, kind: 'rename-index', index: { name }, to, ...(ifExists && { ifExists: true }) };
  }
  cursor.accept('to', 'as');
  cursor.acceptOperator('=');
  const { schema, name } = cursor.qualified('the new name');
  return { ...base, kind: 'rename-table', to: name, ...(schema !== undefined && { toSchema: schema }) };
}

/** CONVERT TO CHARACTER SET charset [COLLATE collation] */
function readConvert(cursor: Cursor, base: OnTable): Operation {
  const word = (): string => (cursor.isString() ? cursor.string() : cursor.name('a character set')).toLowerCase();
  cursor.expect('character set', 'charset');
  const characterSet = word();
  const collation = cursor.accept('collate') ? word() : undefined;
  return { ...base, kind: 'convert-character-set', characterSet, ...(collation !== undefined && { collation }) };
}
