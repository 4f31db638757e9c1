import type { Operation } from '../../operation/operation.ts';
import type { Span } from '../../text/span.ts';
import { readAlterTable } from './alter-table.ts';
import { type Clauses, clausesOf, readWait } from './clauses.ts';
import { readBlock, skipDefiner } from './compound.ts';
import { readCreateTable } from './create-table.ts';
import type { Cursor } from './cursor.ts';
import { readDelete, readInsert, readSelect, readUpdate, readWithStatement } from './data.ts';
import { expression } from './expression.ts';
import {
  readAlterDatabase,
  readCreateDatabase,
  readCreateIndex,
  readDropDatabase,
  readDropIndex,
  readDropTable,
  readDropView,
  readMaintenance,
  readRenameTable,
  readSequence,
  readView,
} from './objects.ts';
import { readingOf } from './parse.ts';
import { readProgram } from './program.ts';
import { mentionsOf } from './reading.ts';
import { runBlock, runStatement, type Session } from './run.ts';
import { readLockTables, readSet, readSetStatement, readTransaction } from './session.ts';

/** What a statement does, and what of it no reader knows. */
export interface Read {
  readonly operations: readonly Operation[];
  readonly unreadable?: { readonly message: string; readonly span: Span };
}

/** Reads a statement whole. @throws Unreadable */
export function readStatement(session: Session, cursor: Cursor, span: Span): Read {
  if (cursor.is('alter') && isAlterTable(cursor)) {
    const { operations, unknown } = readAlterTable(cursor, span);
    const [first, ...more] = unknown;
    if (first === undefined) return { operations };
    const others = more.length === 0 ? '' : ` (and ${more.length} more ${more.length === 1 ? 'action' : 'actions'} of this statement)`;
    return { operations, unreadable: { message: `${first.message}${others}`, span: first.span } };
  }
  if (cursor.accept('set statement')) {
    const settings = readSetStatement(cursor, span);
    const { operations, ...rest } = readStatement(session, cursor, span);
    return { operations: [...settings, ...operations], ...rest };
  }
  const operations = read(session, cursor, span);
  cursor.finish();
  const words = cursor.takeNotes();
  return { operations: words.words === undefined ? operations : operations.map((each) => ({ ...each, ...words })) };
}

function isAlterTable(cursor: Cursor): boolean {
  let at = cursor.at + 1;
  while (cursor.is('online', at) || cursor.is('ignore', at)) at++;
  return cursor.is('table', at);
}

function read(session: Session, cursor: Cursor, span: Span): readonly Operation[] {
  const run = runStatement(session, cursor, span);
  if (run !== undefined) return run;
  const transaction = readTransaction(cursor, span);
  if (transaction !== undefined) return transaction;
  switch (cursor.wordAt(cursor.at)) {
    case 'create':
      return readCreate(session, cursor, span);
    case 'alter':
      return readAlter(cursor, span);
    case 'drop':
      return readDrop(cursor, span);
    case 'rename':
      if (cursor.accept('rename table', 'rename tables')) return readRenameTable(cursor, span);
      return other(cursor, span);
    case 'truncate':
      cursor.at++;
      cursor.accept('table');
      return readTruncate(cursor, span);
    case 'insert':
    case 'replace':
      return readInsert(cursor, span);
    case 'update':
      return readUpdate(cursor, span);
    case 'delete':
      return readDelete(cursor, span);
    case 'select':
    case 'values':
    case 'table':
    case '':
      return readSelect(cursor, span);
    case 'with':
      return readWithStatement(cursor, span);
    case 'set':
      return readSet(cursor, span);
    case 'use':
      cursor.at++;
      return [{ kind: 'use-schema', span, schema: cursor.name('a database') }];
    case 'lock':
      if (cursor.accept('lock tables', 'lock table')) return readLockTables(cursor, span);
      return other(cursor, span);
    case 'load':
      return readLoad(cursor, span);
    case 'do':
      return readDo(cursor, span);
    case 'begin': {
      const block = readBlock(cursor);
      const operations = runBlock(session, block, cursor, span);
      return operations.length > 0 ? operations : [{ kind: 'other', span, command: 'BEGIN NOT ATOMIC', tables: [] }];
    }
    case 'analyze':
    case 'optimize':
    case 'check':
    case 'checksum':
    case 'repair':
      return readMaintenance(cursor, span);
    case 'flush':
      return readFlush(cursor, span);
    case 'explain':
    case 'describe':
    case 'desc':
      cursor.at = cursor.end;
      return [{ kind: 'other', span, command: 'EXPLAIN', tables: [] }];
    default:
      return other(cursor, span);
  }
}

function readTruncate(cursor: Cursor, span: Span): readonly Operation[] {
  const table = cursor.qualified('a table');
  const clauses: Clauses = {};
  readWait(cursor, clauses);
  return [{ kind: 'truncate', span, table, ...clausesOf(clauses) }];
}

/** LOAD DATA and LOAD XML; what the file holds is not seen. */
function readLoad(cursor: Cursor, span: Span): readonly Operation[] {
  if (!cursor.accept('load data', 'load xml')) return other(cursor, span);
  while (!cursor.accept('into table')) {
    if (cursor.done) cursor.fail('INTO TABLE is missing');
    cursor.at++;
  }
  const table = cursor.qualified('a table');
  cursor.at = cursor.end;
  return [{ kind: 'copy', span, table, writes: true }];
}

/** DO evaluates expressions, for what they do. */
function readDo(cursor: Cursor, span: Span): readonly Operation[] {
  cursor.expect('do');
  const reading = readingOf(cursor);
  do expression(reading);
  while (cursor.acceptMark(','));
  const { tables, locks, calls } = mentionsOf(reading);
  return [{ kind: 'select', span, reads: tables, locks, calls }];
}

function readCreate(session: Session, cursor: Cursor, span: Span): readonly Operation[] {
  const program = readProgram(cursor, span);
  if (program !== undefined) {
    if (program.procedure !== undefined) session.procedures.set(program.procedure.name, program.procedure);
    return program.operations;
  }
  const start = cursor.at;
  cursor.expect('create');
  const replace = cursor.accept('or replace') !== undefined;
  if (viewFollows(cursor)) return readView(cursor, span, replace);
  const temporary = cursor.accept('temporary') !== undefined;
  if (cursor.accept('table')) return [readCreateTable(cursor, { span }, { replace, temporary })];
  if (temporary) cursor.at--;
  const word = cursor.wordAt(cursor.at);
  if (word === 'sequence' || word === 'temporary') return readSequence(cursor, span, 'create');
  if (/^(?:index|unique|fulltext|spatial|vector|online)$/.test(word)) return readCreateIndex(cursor, span, replace);
  if (cursor.accept('database', 'schema')) return readCreateDatabase(cursor, span);
  cursor.at = start;
  return other(cursor, span);
}

/** ALGORITHM, DEFINER and SQL SECURITY, and VIEW behind them; moves behind them if it is one. */
function viewFollows(cursor: Cursor): boolean {
  const start = cursor.at;
  if (cursor.accept('algorithm')) {
    cursor.acceptOperator('=');
    cursor.at++;
  }
  skipDefiner(cursor);
  if (cursor.accept('sql security')) cursor.at++;
  if (cursor.accept('view')) return true;
  cursor.at = start;
  return false;
}

function readAlter(cursor: Cursor, span: Span): readonly Operation[] {
  const start = cursor.at;
  cursor.expect('alter');
  if (cursor.accept('database', 'schema')) return readAlterDatabase(cursor, span);
  if (viewFollows(cursor)) return readView(cursor, span, true);
  if (cursor.is('sequence')) return readSequence(cursor, span, 'alter');
  if (cursor.accept('procedure', 'function')) {
    const name = cursor.qualified();
    cursor.at = cursor.end;
    return [{ kind: 'alter-function', span, function: name }];
  }
  cursor.at = start;
  return other(cursor, span);
}

function readDrop(cursor: Cursor, span: Span): readonly Operation[] {
  const start = cursor.at;
  cursor.expect('drop');
  const ifExists = (): { ifExists?: true } => (cursor.accept('if exists') ? { ifExists: true } : {});
  if (cursor.accept('table', 'tables', 'temporary table', 'temporary tables')) return readDropTable(cursor, span);
  if (cursor.accept('index', 'online index')) return readDropIndex(cursor, span);
  if (cursor.accept('view')) return readDropView(cursor, span);
  if (cursor.accept('database', 'schema')) return readDropDatabase(cursor, span);
  if (cursor.is('sequence') || cursor.is('temporary sequence')) return readSequence(cursor, span, 'drop');
  if (cursor.accept('procedure', 'function')) {
    const given = ifExists();
    return [{ kind: 'drop-function', span, function: cursor.qualified(), ...given }];
  }
  if (cursor.accept('trigger')) {
    ifExists();
    // Its table is not said.
    const { name } = cursor.qualified('a trigger');
    return [{ kind: 'other', span, command: 'DROP TRIGGER', tables: [], hanging: { name, columns: [] } }];
  }
  if (cursor.accept('prepare')) {
    cursor.name();
    return [{ kind: 'other', span, command: 'DROP PREPARE', tables: [] }];
  }
  cursor.at = start;
  return other(cursor, span);
}

/** Statements that change no table, by what they begin with. https://dev.mysql.com/doc/refman/9.5/en/sql-statements.html */
const others = [
  'alter event',
  'alter instance',
  'alter library',
  'alter logfile group',
  'alter resource group',
  'alter server',
  'alter tablespace',
  'alter undo tablespace',
  'alter user',
  'backup lock',
  'backup stage',
  'backup unlock',
  'binlog',
  'cache index',
  'change master',
  'change replication',
  'clone',
  'close',
  'create library',
  'create logfile group',
  'create package',
  'create resource group',
  'create role',
  'create server',
  'create spatial reference system',
  'create tablespace',
  'create undo tablespace',
  'create user',
  'create function',
  'deallocate prepare',
  'drop event',
  'drop library',
  'drop logfile group',
  'drop package',
  'drop resource group',
  'drop role',
  'drop server',
  'drop spatial reference system',
  'drop tablespace',
  'drop undo tablespace',
  'drop user',
  'get diagnostics',
  'grant',
  'handler',
  'help',
  'install',
  'kill',
  'lock instance',
  'purge',
  'rename user',
  'reset',
  'restart',
  'resignal',
  'revoke',
  'show',
  'shutdown',
  'signal',
  'start replica',
  'start slave',
  'start group_replication',
  'stop replica',
  'stop slave',
  'stop group_replication',
  'uninstall',
  'unlock instance',
  'unlock tables',
  'unlock table',
  'xa',
];

/** FLUSH TABLES with names, for what it does to them; any other FLUSH. */
function readFlush(cursor: Cursor, span: Span): readonly Operation[] {
  cursor.expect('flush');
  cursor.accept('no_write_to_binlog', 'local');
  const tables = cursor.accept('tables', 'table') && cursor.isName() && !cursor.is('with') ? cursor.qualifiedList('a table') : [];
  const held = cursor.accept('for export', 'with read lock') !== undefined;
  cursor.at = cursor.end;
  const command = tables.length === 0 ? 'FLUSH' : held ? 'FLUSH TABLES FOR EXPORT' : 'FLUSH TABLES';
  return [{ kind: 'other', span, command, tables }];
}

function other(cursor: Cursor, span: Span): readonly Operation[] {
  const start = cursor.at;
  const withoutReplace = cursor.is('create or replace') ? { from: cursor.at + 2, to: cursor.end } : undefined;
  const words = withoutReplace === undefined ? cursor : cursor.over(withoutReplace);
  const command = others.find((each) => {
    const [first = '', ...rest] = each.split(' ');
    return withoutReplace === undefined ? cursor.is(each) : first === 'create' && words.is(rest.join(' '), words.at + 1);
  });
  if (command === undefined) {
    cursor.at = start;
    cursor.fail('unknown statement');
  }
  cursor.at = cursor.end;
  return [{ kind: 'other', span, command: command.toUpperCase(), tables: [] }];
}
