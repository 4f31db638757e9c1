import type { Statement } from 'pgsql-ast-parser';
import type { Operation } from '../../../operation/operation.ts';
import { readCreateIndex } from './create-index.ts';
import { readCreateTable } from './create-table.ts';
import { readData, readTruncate } from './data.ts';
import { type Feed, refuse } from './feed.ts';
import {
  readAlterIndex,
  readAlterSequence,
  readComment,
  readCreateFunction,
  readCreateSequence,
  readCreateView,
  readDrop,
  readDropFunction,
  readExtension,
  readRefresh,
  readSchema,
  readType,
} from './object.ts';
import { readSet } from './session.ts';

/** What a statement of the parser's does. @throws Unreadable for a form that its tree does not hold whole, or that PostgreSQL would not take */
export function readStatement(source: Feed, node: Statement): readonly Operation[] {
  const transaction = (action: 'begin' | 'commit' | 'rollback'): readonly Operation[] => [
    { kind: 'transaction', span: source.span, action },
  ];
  const other = (command: string): readonly Operation[] => [{ kind: 'other', span: source.span, command, tables: [] }];
  switch (node.type) {
    case 'create table':
      return readCreateTable(source, node);
    case 'alter table':
      // Read before the parser is asked; PREPARE takes none.
      return refuse('ALTER TABLE here', source, source.first);
    case 'create index':
      return readCreateIndex(source, node);
    case 'alter index':
      return readAlterIndex(source, node);
    case 'drop table':
    case 'drop index':
    case 'drop sequence':
    case 'drop type':
    case 'drop trigger':
      return readDrop(source, node);
    case 'create view':
    case 'create materialized view':
      return readCreateView(source, node);
    case 'refresh materialized view':
      return readRefresh(source, node);
    case 'create enum':
    case 'create composite type':
    case 'alter enum':
      return readType(source, node);
    case 'create sequence':
      return readCreateSequence(source, node);
    case 'alter sequence':
      return readAlterSequence(source, node);
    case 'create function':
      return readCreateFunction(source, node);
    case 'drop function':
      return readDropFunction(source, node);
    case 'create extension':
      return readExtension(source, node);
    case 'create schema':
      return readSchema(source, node);
    case 'comment':
      return readComment(source, node);
    case 'insert':
    case 'update':
    case 'delete':
    case 'select':
    case 'union':
    case 'union all':
    case 'values':
    case 'with':
    case 'with recursive':
      return readData(source, node);
    case 'truncate table':
      return readTruncate(source, node);
    case 'set':
    case 'set timezone':
    case 'set names':
      return readSet(source, node);
    case 'begin':
    case 'start transaction':
      return transaction('begin');
    case 'commit':
    case 'rollback':
      return transaction(node.type);
    case 'prepare':
      return readStatement(source, node.statement);
    case 'show':
    case 'deallocate':
      return other(node.type.toUpperCase());
    case 'do':
    case 'raise':
    case 'tablespace':
      // DO is refused before it gets here; the others are inventions of the parser's.
      return refuse(node.type.toUpperCase(), source, source.first);
  }
}
