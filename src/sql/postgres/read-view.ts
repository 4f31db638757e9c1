import type { CreateTableAsStmt, RefreshMatViewStmt, ViewStmt } from '@pgsql/types';
import type { Operation } from '../../operation/operation.ts';
import { tableName } from './ast.ts';
import { mentionsOf } from './mentions.ts';
import { persistenceOf } from './read-table.ts';
import type { Source } from './source.ts';

export function readView(source: Source, node: ViewStmt): readonly Operation[] {
  return [
    {
      kind: 'create-view',
      span: source.span,
      view: tableName(node.view),
      materialized: false,
      ...(node.replace && { replace: true }),
      ...(node.view?.relpersistence === 't' && { temporary: true }),
      withData: true,
      reads: mentionsOf(node.query).columns,
    },
  ];
}

/** CREATE TABLE … AS, CREATE MATERIALIZED VIEW. */
export function readTableAs(source: Source, node: CreateTableAsStmt): readonly Operation[] {
  const withData = !node.into?.skipData;
  const mentions = mentionsOf(node.query);
  if (node.objtype === 'OBJECT_MATVIEW') {
    return [
      {
        kind: 'create-view',
        span: source.span,
        view: tableName(node.into?.rel),
        materialized: true,
        ...(node.if_not_exists && { ifNotExists: true }),
        withData,
        reads: mentions.columns,
      },
    ];
  }
  const { into } = node;
  return [
    {
      kind: 'create-table',
      span: source.span,
      table: tableName(into?.rel),
      columns: [],
      constraints: [],
      persistence: persistenceOf(into?.rel?.relpersistence),
      ...(node.if_not_exists && { ifNotExists: true }),
      inherits: [],
      like: [],
      asQuery: { reads: mentions.tables, withData },
      ...(into?.accessMethod !== undefined && { accessMethod: into.accessMethod }),
      ...(into?.tableSpaceName !== undefined && { tablespace: into.tableSpaceName }),
    },
  ];
}

export function readRefresh(source: Source, node: RefreshMatViewStmt): readonly Operation[] {
  return [
    {
      kind: 'refresh-view',
      span: source.span,
      view: tableName(node.relation),
      concurrently: node.concurrent ?? false,
      withData: !node.skipData,
    },
  ];
}
