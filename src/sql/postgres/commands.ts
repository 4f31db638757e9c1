import type { Node, ObjectType } from '@pgsql/types';
import type { QualifiedName } from '../../operation/name.ts';
import type { OtherOperation } from '../../operation/operation.ts';
import { type NodeName, nameOf, nameOfNode, pick, pickAll, qualified, strings, tableName } from './ast.ts';
import { mentionsOf } from './mentions.ts';

/**
 * Statements that change no table: their command tags.
 * https://www.postgresql.org/docs/current/event-trigger-matrix.html, and `cmdtaglist.h` in PostgreSQL's sources for the rest
 */
const tags: Partial<Record<NodeName, string>> = {
  AlterCollationStmt: 'ALTER COLLATION',
  AlterDatabaseRefreshCollStmt: 'ALTER DATABASE',
  AlterDatabaseSetStmt: 'ALTER DATABASE',
  AlterDatabaseStmt: 'ALTER DATABASE',
  AlterDefaultPrivilegesStmt: 'ALTER DEFAULT PRIVILEGES',
  AlterEventTrigStmt: 'ALTER EVENT TRIGGER',
  AlterExtensionContentsStmt: 'ALTER EXTENSION',
  AlterExtensionStmt: 'ALTER EXTENSION',
  AlterFdwStmt: 'ALTER FOREIGN DATA WRAPPER',
  AlterForeignServerStmt: 'ALTER SERVER',
  AlterOpFamilyStmt: 'ALTER OPERATOR FAMILY',
  AlterOperatorStmt: 'ALTER OPERATOR',
  AlterPublicationStmt: 'ALTER PUBLICATION',
  AlterRoleSetStmt: 'ALTER ROLE',
  AlterRoleStmt: 'ALTER ROLE',
  AlterStatsStmt: 'ALTER STATISTICS',
  AlterSubscriptionStmt: 'ALTER SUBSCRIPTION',
  AlterSystemStmt: 'ALTER SYSTEM',
  AlterTSConfigurationStmt: 'ALTER TEXT SEARCH CONFIGURATION',
  AlterTSDictionaryStmt: 'ALTER TEXT SEARCH DICTIONARY',
  AlterTableMoveAllStmt: 'ALTER TABLE',
  AlterTableSpaceOptionsStmt: 'ALTER TABLESPACE',
  AlterTypeStmt: 'ALTER TYPE',
  AlterUserMappingStmt: 'ALTER USER MAPPING',
  CheckPointStmt: 'CHECKPOINT',
  ClosePortalStmt: 'CLOSE CURSOR',
  CommentStmt: 'COMMENT',
  ConstraintsSetStmt: 'SET CONSTRAINTS',
  CreateAmStmt: 'CREATE ACCESS METHOD',
  CreateCastStmt: 'CREATE CAST',
  CreateConversionStmt: 'CREATE CONVERSION',
  CreateEventTrigStmt: 'CREATE EVENT TRIGGER',
  CreateFdwStmt: 'CREATE FOREIGN DATA WRAPPER',
  CreateForeignServerStmt: 'CREATE SERVER',
  CreateOpClassStmt: 'CREATE OPERATOR CLASS',
  CreateOpFamilyStmt: 'CREATE OPERATOR FAMILY',
  CreatePLangStmt: 'CREATE LANGUAGE',
  CreatePublicationStmt: 'CREATE PUBLICATION',
  CreateRoleStmt: 'CREATE ROLE',
  CreateStatsStmt: 'CREATE STATISTICS',
  CreateSubscriptionStmt: 'CREATE SUBSCRIPTION',
  CreateTableSpaceStmt: 'CREATE TABLESPACE',
  CreateTransformStmt: 'CREATE TRANSFORM',
  CreateUserMappingStmt: 'CREATE USER MAPPING',
  CreatedbStmt: 'CREATE DATABASE',
  DeallocateStmt: 'DEALLOCATE',
  DiscardStmt: 'DISCARD',
  DropOwnedStmt: 'DROP OWNED',
  DropRoleStmt: 'DROP ROLE',
  DropSubscriptionStmt: 'DROP SUBSCRIPTION',
  DropTableSpaceStmt: 'DROP TABLESPACE',
  DropUserMappingStmt: 'DROP USER MAPPING',
  DropdbStmt: 'DROP DATABASE',
  ExecuteStmt: 'EXECUTE',
  ExplainStmt: 'EXPLAIN',
  FetchStmt: 'FETCH',
  GrantRoleStmt: 'GRANT ROLE',
  ImportForeignSchemaStmt: 'IMPORT FOREIGN SCHEMA',
  ListenStmt: 'LISTEN',
  LoadStmt: 'LOAD',
  NotifyStmt: 'NOTIFY',
  ReassignOwnedStmt: 'REASSIGN OWNED',
  SecLabelStmt: 'SECURITY LABEL',
  UnlistenStmt: 'UNLISTEN',
  VariableShowStmt: 'SHOW',
};

const words: Partial<Record<ObjectType, string>> = {
  OBJECT_FDW: 'FOREIGN DATA WRAPPER',
  OBJECT_FOREIGN_SERVER: 'SERVER',
  OBJECT_LARGEOBJECT: 'LARGE OBJECT',
  OBJECT_MATVIEW: 'MATERIALIZED VIEW',
  OBJECT_OPCLASS: 'OPERATOR CLASS',
  OBJECT_OPFAMILY: 'OPERATOR FAMILY',
  OBJECT_STATISTIC_EXT: 'STATISTICS',
  OBJECT_TSCONFIGURATION: 'TEXT SEARCH CONFIGURATION',
  OBJECT_TSDICTIONARY: 'TEXT SEARCH DICTIONARY',
  OBJECT_TSPARSER: 'TEXT SEARCH PARSER',
  OBJECT_TSTEMPLATE: 'TEXT SEARCH TEMPLATE',
};

/** `OBJECT_EVENT_TRIGGER` → `EVENT TRIGGER` */
export function objectWords(type: ObjectType | undefined): string {
  return (type && words[type]) ?? (type ?? '').slice('OBJECT_'.length).replaceAll('_', ' ');
}

/** The command tag of a statement without operations of its own. */
export function commandOf(node: Node): string {
  const tag = tags[nameOfNode(node)];
  if (tag !== undefined) return tag;
  const grant = pick(node, 'GrantStmt');
  if (grant) return grant.is_grant ? 'GRANT' : 'REVOKE';
  const definition = pick(node, 'DefineStmt');
  if (definition) return `CREATE ${objectWords(definition.kind)}`;
  const owner = pick(node, 'AlterOwnerStmt') ?? pick(node, 'AlterObjectDependsStmt');
  if (owner) return `ALTER ${objectWords(owner.objectType)}`;
  // A statement of a newer grammar: `CreateThingStmt` → `CREATE THING`.
  return nameOfNode(node)
    .replace(/Stmt$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toUpperCase();
}

const parts: ReadonlySet<ObjectType | undefined> = new Set<ObjectType>([
  'OBJECT_TABCONSTRAINT',
  'OBJECT_TRIGGER',
  'OBJECT_RULE',
  'OBJECT_POLICY',
]);

/** Whether a COMMENT is on what hangs on a table. */
export function namesPart(node: Node): boolean {
  return parts.has(pick(node, 'CommentStmt')?.objtype);
}

/** The tables and views that such a statement names. */
export function tablesOf(node: Node): readonly QualifiedName[] {
  const comment = pick(node, 'CommentStmt') ?? pick(node, 'SecLabelStmt');
  if (comment) {
    const path = strings(pick(comment.object, 'List')?.items);
    switch (comment.objtype) {
      case 'OBJECT_TABLE':
      case 'OBJECT_FOREIGN_TABLE':
      case 'OBJECT_VIEW':
      case 'OBJECT_MATVIEW':
        return [qualified(path)];
      case 'OBJECT_COLUMN':
        return [qualified(path.slice(0, -1))];
      default:
        return namesPart(node) ? [qualified(path.slice(0, -1))] : [];
    }
  }
  const grant = pick(node, 'GrantStmt');
  if (grant) return grant.objtype === 'OBJECT_TABLE' ? relations(grant.objects) : [];
  const statistics = pick(node, 'CreateStatsStmt');
  if (statistics) return relations(statistics.relations);
  const publication = pick(node, 'CreatePublicationStmt') ?? pick(node, 'AlterPublicationStmt');
  if (publication) {
    return (publication.pubobjects ?? []).flatMap((each) => {
      const relation = pick(each, 'PublicationObjSpec')?.pubtable?.relation;
      return relation ? [tableName(relation)] : [];
    });
  }
  return [];
}

function relations(nodes: readonly Node[] | undefined): readonly QualifiedName[] {
  return (nodes ?? []).flatMap((each) => {
    const relation = pick(each, 'RangeVar');
    return relation ? [tableName(relation)] : [];
  });
}

/** The name of a publication or of a statistics object, and the columns that it depends on, of each of `tablesOf`. */
export function hangingOf(node: Node): OtherOperation['hanging'] {
  const statistics = pick(node, 'CreateStatsStmt');
  if (statistics) {
    const elements = pickAll(statistics.exprs, 'StatsElem');
    const columns = elements.flatMap(({ name, expr }) => (name === undefined ? mentioned(expr, tablesOf(node)[0]) : [name]));
    return { name: nameOf(statistics.defnames).name, columns: [columns] };
  }
  const publication = pick(node, 'CreatePublicationStmt') ?? pick(node, 'AlterPublicationStmt');
  if (publication) {
    const filters = (publication.pubobjects ?? []).flatMap((each) => {
      const table = pick(each, 'PublicationObjSpec')?.pubtable;
      return table?.relation ? [[...new Set([...strings(table.columns), ...mentioned(table.whereClause, tableName(table.relation))])]] : [];
    });
    return { name: publication.pubname ?? '', columns: filters };
  }
  return undefined;
}

function mentioned(expression: Node | undefined, table: QualifiedName | undefined): readonly string[] {
  if (expression === undefined || table === undefined) return [];
  return mentionsOf(expression, { table, as: 'itself' }).columns[0]?.columns ?? [];
}
