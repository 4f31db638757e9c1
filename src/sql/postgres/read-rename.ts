import type { AlterObjectSchemaStmt, Node, RenameStmt } from '@pgsql/types';
import type { Operation } from '../../operation/operation.ts';
import { nameOf, onlyOf, pick, plainValue, strings, tableName } from './ast.ts';
import { objectWords } from './commands.ts';
import type { Source } from './source.ts';

/** ALTER … RENAME of anything, and ALTER … SET SCHEMA. */
export function readRename({ span }: Source, node: RenameStmt): readonly Operation[] {
  const to = node.newname ?? '';
  const table = tableName(node.relation);
  const object = objectName(node.object);
  const ifExists = node.missing_ok ? { ifExists: true as const } : {};
  const onTable = { span, table, ...ifExists, ...onlyOf(node.relation) };
  const view = (materialized: boolean, action: string): Operation => ({
    kind: 'alter-view',
    span,
    view: table,
    materialized,
    action,
    ...ifExists,
  });
  switch (node.renameType) {
    case 'OBJECT_TABLE':
    case 'OBJECT_FOREIGN_TABLE':
      return [{ kind: 'rename-table', ...onTable, to }];
    case 'OBJECT_COLUMN':
      if (node.relationType === 'OBJECT_VIEW' || node.relationType === 'OBJECT_MATVIEW') {
        return [view(node.relationType === 'OBJECT_MATVIEW', 'rename column')];
      }
      return [{ kind: 'rename-column', ...onTable, column: node.subname ?? '', to }];
    case 'OBJECT_TABCONSTRAINT':
      return [{ kind: 'rename-constraint', ...onTable, constraint: node.subname ?? '', to }];
    case 'OBJECT_INDEX':
      return [{ kind: 'rename-index', span, index: table, to, ...ifExists }];
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
      return [{ kind: 'rename-view', span, view: table, materialized: node.renameType === 'OBJECT_MATVIEW', to, ...ifExists }];
    case 'OBJECT_SEQUENCE':
      return [{ kind: 'rename-sequence', span, sequence: table, to }];
    case 'OBJECT_TYPE':
    case 'OBJECT_DOMAIN':
      return [{ kind: 'rename-type', span, type: object, to }];
    case 'OBJECT_ATTRIBUTE':
      return [{ kind: 'alter-composite', span, type: table, ...(node.behavior === 'DROP_CASCADE' && { cascade: true }) }];
    case 'OBJECT_SCHEMA':
      return [{ kind: 'rename-schema', span, schema: node.subname ?? '', to }];
    case 'OBJECT_FUNCTION':
    case 'OBJECT_PROCEDURE':
    case 'OBJECT_ROUTINE':
      return [{ kind: 'alter-function', span, function: object, renameTo: to }];
    case 'OBJECT_TRIGGER':
      return [{ kind: 'rename-trigger', span, table, trigger: node.subname ?? '', to }];
    case 'OBJECT_RULE':
      return [{ kind: 'rename-rule', span, table, rule: node.subname ?? '', to, ...ifExists }];
    case 'OBJECT_POLICY':
      return [{ kind: 'alter-policy', span, table, policy: node.subname ?? '', to, ...ifExists }];
    default:
      return [{ kind: 'other', span, command: `ALTER ${objectWords(node.renameType)}`, tables: [] }];
  }
}

export function readSetSchema({ span }: Source, node: AlterObjectSchemaStmt): readonly Operation[] {
  const to = node.newschema ?? '';
  const table = tableName(node.relation);
  const object = objectName(node.object);
  const ifExists = node.missing_ok ? { ifExists: true as const } : {};
  switch (node.objectType) {
    case 'OBJECT_TABLE':
    case 'OBJECT_FOREIGN_TABLE':
      return [{ kind: 'set-schema', span, table, ...ifExists, ...onlyOf(node.relation), to }];
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
      return [
        {
          kind: 'alter-view',
          span,
          view: table,
          materialized: node.objectType === 'OBJECT_MATVIEW',
          action: 'set schema',
          toSchema: to,
          ...ifExists,
        },
      ];
    case 'OBJECT_SEQUENCE':
      return [{ kind: 'alter-sequence', span, sequence: table, ...ifExists }];
    case 'OBJECT_TYPE':
    case 'OBJECT_DOMAIN':
      return [{ kind: 'set-type-schema', span, type: object, to }];
    case 'OBJECT_FUNCTION':
    case 'OBJECT_PROCEDURE':
    case 'OBJECT_ROUTINE':
      return [{ kind: 'alter-function', span, function: object }];
    default:
      return [{ kind: 'other', span, command: `ALTER ${objectWords(node.objectType)}`, tables: [] }];
  }
}

function objectName(node: Node | undefined): ReturnType<typeof nameOf> {
  const list = pick(node, 'List')?.items ?? pick(node, 'ObjectWithArgs')?.objname ?? pick(node, 'TypeName')?.names;
  return list === undefined ? { name: plainValue(node) ?? '' } : nameOf(strings(list).map((sval) => ({ String: { sval } })));
}
