import type { Operation, Option } from '../../operation/operation.ts';
import type { Span } from '../../text/span.ts';
import { type Clauses, clausesOf, readClause, readWait } from './clauses.ts';
import type { Cursor } from './cursor.ts';
import { type IndexOptions, indexOf, readIndexOptions, readKeys } from './key.ts';
import { readingOf } from './parse.ts';
import { readQuery } from './query.ts';
import { mentionsOf } from './reading.ts';
import { readTableOptions } from './table-options.ts';

/** Behind CREATE [OR REPLACE]: `[UNIQUE | FULLTEXT | SPATIAL | VECTOR] INDEX name ON table (keys) …` https://dev.mysql.com/doc/refman/9.5/en/create-index.html */
export function readCreateIndex(cursor: Cursor, span: Span, replace: boolean): readonly Operation[] {
  const clauses: Clauses = {};
  if (replace) cursor.note('CREATE OR REPLACE INDEX');
  if (cursor.accept('online')) clauses.lock = 'none';
  const kind = cursor.accept('unique', 'fulltext', 'spatial', 'vector') ?? 'index';
  cursor.expect('index', 'key');
  const ifNotExists = cursor.accept('if not exists') !== undefined;
  const name = cursor.name('an index');
  const found: IndexOptions = { options: [] };
  readIndexOptions(cursor, found);
  cursor.expect('on');
  const table = cursor.qualified('a table');
  readWait(cursor, clauses);
  const elements = readKeys(cursor);
  readWait(cursor, clauses);
  do readIndexOptions(cursor, found);
  while (readClause(cursor, clauses));
  const index = indexOf(kind, name, elements, found);
  return [
    { kind: 'create-index', span, table, index, concurrently: false, ...(ifNotExists && { ifNotExists: true }), ...clausesOf(clauses) },
  ];
}

/** Behind DROP INDEX. */
export function readDropIndex(cursor: Cursor, span: Span): readonly Operation[] {
  const clauses: Clauses = {};
  const ifExists = cursor.accept('if exists') !== undefined;
  const index = { name: cursor.name('an index') };
  cursor.expect('on');
  const table = cursor.qualified('a table');
  readWait(cursor, clauses);
  while (readClause(cursor, clauses)) cursor.note('DROP INDEX … ALGORITHM');
  return [{ kind: 'drop-index', span, table, index, concurrently: false, ...(ifExists && { ifExists: true }), ...clausesOf(clauses) }];
}

/** Behind DROP [TEMPORARY] TABLE. */
export function readDropTable(cursor: Cursor, span: Span): readonly Operation[] {
  const clauses: Clauses = {};
  const ifExists = cursor.accept('if exists') !== undefined;
  // A comment may stand there in dumps, as `/*! … */` that is code.
  const tables = cursor.qualifiedList('a table');
  readWait(cursor, clauses);
  cursor.accept('restrict', 'cascade');
  return tables.map((table) => ({ kind: 'drop-table', span, table, ...(ifExists && { ifExists: true }), ...clausesOf(clauses) }));
}

/** Behind RENAME TABLE: one after the other, from left to right. */
export function readRenameTable(cursor: Cursor, span: Span): readonly Operation[] {
  const ifExists = cursor.accept('if exists') !== undefined;
  const operations: Operation[] = [];
  do {
    const table = cursor.qualified('a table');
    const clauses: Clauses = {};
    readWait(cursor, clauses);
    cursor.expect('to');
    const { schema, name } = cursor.qualified('the new name');
    operations.push({
      kind: 'rename-table',
      span,
      table,
      ...(ifExists && { ifExists: true }),
      to: name,
      ...(schema !== undefined && { toSchema: schema }),
      byStatement: true,
      ...clausesOf(clauses),
    });
  } while (cursor.acceptMark(','));
  return operations;
}

/** Behind CREATE [OR REPLACE] [ALGORITHM = …] [DEFINER = …] [SQL SECURITY …] VIEW, and behind ALTER … VIEW. */
export function readView(cursor: Cursor, span: Span, replace: boolean): readonly Operation[] {
  const ifNotExists = cursor.accept('if not exists') !== undefined;
  const view = cursor.qualified('a view');
  if (cursor.markAt(cursor.at) === '(') cursor.parentheses();
  cursor.expect('as');
  const reading = readingOf(cursor);
  readQuery(reading);
  cursor.accept('with cascaded check option', 'with local check option', 'with check option');
  return [
    {
      kind: 'create-view',
      span,
      view,
      materialized: false,
      ...(replace && { replace: true }),
      ...(ifNotExists && { ifNotExists: true }),
      withData: true,
      reads: mentionsOf(reading).columns,
    },
  ];
}

/** Behind DROP VIEW. */
export function readDropView(cursor: Cursor, span: Span): readonly Operation[] {
  const ifExists = cursor.accept('if exists') !== undefined;
  const views = cursor.qualifiedList('a view');
  cursor.accept('restrict', 'cascade');
  return views.map((view) => ({ kind: 'drop-view', span, view, materialized: false, ...(ifExists && { ifExists: true }) }));
}

/** Behind CREATE [OR REPLACE] DATABASE. */
export function readCreateDatabase(cursor: Cursor, span: Span): readonly Operation[] {
  const ifNotExists = cursor.accept('if not exists') !== undefined;
  const schema = cursor.name('a database');
  const options = databaseOptions(cursor);
  return [{ kind: 'create-schema', span, schema, ...(ifNotExists && { ifNotExists: true }), ...(options.length > 0 && { options }) }];
}

/** Behind ALTER DATABASE. */
export function readAlterDatabase(cursor: Cursor, span: Span): readonly Operation[] {
  const starts = /^(?:character|charset|char|collate|default|encryption|read|comment)$/;
  const schema = starts.test(cursor.wordAt(cursor.at)) ? undefined : cursor.name('a database');
  const options = databaseOptions(cursor);
  return [{ kind: 'alter-schema-options', span, ...(schema !== undefined && { schema }), options }];
}

function databaseOptions(cursor: Cursor): readonly Option[] {
  const options: Option[] = [];
  for (;;) {
    cursor.accept('default');
    if (cursor.accept('read only')) {
      cursor.acceptOperator('=');
      options.push({ name: 'read_only', value: cursor.raw(cursor.at++) });
    } else {
      const more = readTableOptions(cursor, false);
      if (more.length === 0) return options;
      options.push(...more);
    }
  }
}

/** Behind DROP DATABASE. */
export function readDropDatabase(cursor: Cursor, span: Span): readonly Operation[] {
  const ifExists = cursor.accept('if exists') !== undefined;
  return [{ kind: 'drop-schema', span, schema: cursor.name('a database'), ...(ifExists && { ifExists: true }), cascade: true }];
}

/** ANALYZE, OPTIMIZE, CHECK, CHECKSUM and REPAIR TABLE. */
export function readMaintenance(cursor: Cursor, span: Span): readonly Operation[] {
  const command = cursor.wordAt(cursor.at++);
  cursor.accept('no_write_to_binlog', 'local');
  cursor.expect('table', 'tables', 'view');
  const tables = cursor.qualifiedList('a table');
  readWait(cursor, {});
  // Histograms, EXTENDED, FOR UPGRADE: nothing that concerns the tables' definition.
  cursor.at = cursor.end;
  if (command === 'optimize') return tables.map((table) => ({ kind: 'optimize', span, table }));
  if (command === 'analyze') return tables.map((table) => ({ kind: 'analyze', span, table }));
  return [{ kind: 'other', span, command: `${command.toUpperCase()} TABLE`, tables }];
}

/** MariaDB's sequences, behind CREATE [OR REPLACE], ALTER and DROP. */
export function readSequence(cursor: Cursor, span: Span, what: 'create' | 'alter' | 'drop'): readonly Operation[] {
  cursor.accept('temporary');
  cursor.expect('sequence');
  const conditional = cursor.accept('if not exists', 'if exists');
  if (what === 'drop') {
    const names = cursor.qualifiedList('a sequence');
    return names.map((sequence) => ({ kind: 'drop-sequence', span, sequence, ...(conditional && { ifExists: true }) }));
  }
  const sequence = cursor.qualified('a sequence');
  cursor.at = cursor.end;
  if (what === 'alter') return [{ kind: 'alter-sequence', span, sequence, ...(conditional && { ifExists: true }) }];
  return [{ kind: 'create-sequence', span, sequence, ...(conditional && { ifNotExists: true }) }];
}
