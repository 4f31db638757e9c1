import type { Node } from '@pgsql/types';
import type { Operation } from '../../operation/operation.ts';
import { nameOf, nameOfNode, pick, pickAll, strings, tableName } from './ast.ts';
import { commandOf, tablesOf } from './commands.ts';
import type { Parser } from './parser.ts';
import { readAlterTable } from './read-alter-table.ts';
import { readCopy, readData } from './read-data.ts';
import { readDo } from './read-do.ts';
import { readDrop } from './read-drop.ts';
import { readIndex } from './read-index.ts';
import { readAlterFunction, readFunction, readTrigger } from './read-program.ts';
import { readRename, readSetSchema } from './read-rename.ts';
import { isOn, readCluster, readLock, readReindex, readSet, readTransaction, readTruncate, readVacuum } from './read-session.ts';
import { readCreateTable } from './read-table.ts';
import { readAlterDomain, readAlterEnum, readAlterSequence, readCreateSequence, readDefine, readDomain, readSchema } from './read-type.ts';
import { readRefresh, readTableAs, readView } from './read-view.ts';
import type { Source } from './source.ts';

/**
 * A statement of the parser's tree as operations, at least one. What has no kind of its own is `other` with its command tag.
 * @param depth how many DO blocks enclose it
 */
export function readStatement(source: Source, node: Node, parser: Parser, depth = 0): readonly Operation[] {
  const operations = known(source, node, parser, depth);
  if (operations !== undefined && operations.length > 0) return operations;
  return [{ kind: 'other', span: source.span, command: commandOf(node), tables: tablesOf(node) }];
}

function known(source: Source, node: Node, parser: Parser, depth: number): readonly Operation[] | undefined {
  const { span } = source;
  const inner = (query: Node | undefined): readonly Operation[] => (query ? readStatement(source, query, parser, depth) : []);
  if ('AlterTableStmt' in node) return readAlterTable(source, node.AlterTableStmt);
  if ('CreateStmt' in node) return readCreateTable(source, node.CreateStmt);
  if ('IndexStmt' in node) return readIndex(source, node.IndexStmt);
  if ('DropStmt' in node) return readDrop(source, node.DropStmt);
  if ('RenameStmt' in node) return readRename(source, node.RenameStmt);
  if ('TransactionStmt' in node) return readTransaction(source, node.TransactionStmt);
  if ('VariableSetStmt' in node) return readSet(source, node.VariableSetStmt);
  if ('DoStmt' in node) return readDo(source, node.DoStmt, parser, depth, readStatement);
  switch (nameOfNode(node)) {
    case 'SelectStmt':
    case 'InsertStmt':
    case 'UpdateStmt':
    case 'DeleteStmt':
    case 'MergeStmt':
      return readData(source, node);
  }
  if ('CreateFunctionStmt' in node) return readFunction(source, node.CreateFunctionStmt);
  if ('AlterFunctionStmt' in node) return readAlterFunction(source, node.AlterFunctionStmt);
  if ('CreateTrigStmt' in node) return readTrigger(source, node.CreateTrigStmt);
  if ('AlterObjectSchemaStmt' in node) return readSetSchema(source, node.AlterObjectSchemaStmt);
  if ('CreateForeignTableStmt' in node) return readCreateTable(source, node.CreateForeignTableStmt.base ?? {}, true);
  if ('CreateTableAsStmt' in node) return readTableAs(source, node.CreateTableAsStmt);
  if ('ViewStmt' in node) return readView(source, node.ViewStmt);
  if ('RefreshMatViewStmt' in node) return readRefresh(source, node.RefreshMatViewStmt);
  if ('CreateEnumStmt' in node) {
    return [{ kind: 'create-enum', span, type: nameOf(node.CreateEnumStmt.typeName), values: strings(node.CreateEnumStmt.vals) }];
  }
  if ('AlterEnumStmt' in node) return readAlterEnum(source, node.AlterEnumStmt);
  if ('CompositeTypeStmt' in node) {
    return [{ kind: 'create-type', span, type: tableName(node.CompositeTypeStmt.typevar), form: 'composite' }];
  }
  if ('CreateRangeStmt' in node) return [{ kind: 'create-type', span, type: nameOf(node.CreateRangeStmt.typeName), form: 'range' }];
  if ('DefineStmt' in node) return readDefine(source, node.DefineStmt);
  if ('CreateDomainStmt' in node) return readDomain(source, node.CreateDomainStmt);
  if ('AlterDomainStmt' in node) return readAlterDomain(source, node.AlterDomainStmt);
  if ('CreateSeqStmt' in node) return readCreateSequence(source, node.CreateSeqStmt);
  if ('AlterSeqStmt' in node) return readAlterSequence(source, node.AlterSeqStmt);
  if ('CreateSchemaStmt' in node) return readSchema(source, node.CreateSchemaStmt, inner);
  if ('CreateExtensionStmt' in node) {
    const { extname, if_not_exists } = node.CreateExtensionStmt;
    return [{ kind: 'create-extension', span, extension: extname ?? '', ...(if_not_exists && { ifNotExists: true }) }];
  }
  if ('RuleStmt' in node) {
    return [{ kind: 'create-rule', span, table: tableName(node.RuleStmt.relation), rule: node.RuleStmt.rulename ?? '' }];
  }
  if ('CreatePolicyStmt' in node) {
    return [
      { kind: 'create-policy', span, table: tableName(node.CreatePolicyStmt.table), policy: node.CreatePolicyStmt.policy_name ?? '' },
    ];
  }
  if ('AlterPolicyStmt' in node) {
    return [{ kind: 'alter-policy', span, table: tableName(node.AlterPolicyStmt.table), policy: node.AlterPolicyStmt.policy_name ?? '' }];
  }
  if ('TruncateStmt' in node) return readTruncate(source, node.TruncateStmt);
  if ('CopyStmt' in node) return readCopy(source, node.CopyStmt);
  if ('LockStmt' in node) return readLock(source, node.LockStmt);
  if ('VacuumStmt' in node) return readVacuum(source, node.VacuumStmt);
  if ('ClusterStmt' in node) return readCluster(source, node.ClusterStmt);
  if ('ReindexStmt' in node) return readReindex(source, node.ReindexStmt);
  if ('CallStmt' in node) return [{ kind: 'call', span, procedure: nameOf(node.CallStmt.funccall?.funcname) }];
  // A prepared statement is read where its text stands; EXECUTE then runs what has been read.
  if ('PrepareStmt' in node) return inner(node.PrepareStmt.query);
  if ('DeclareCursorStmt' in node) return inner(node.DeclareCursorStmt.query);
  if ('ExplainStmt' in node) return isOn(node.ExplainStmt.options, 'analyze') ? inner(node.ExplainStmt.query) : undefined;
  return unnamed(source, node);
}

/** Statements that reach tables which they do not name. */
function unnamed({ span }: Source, node: Node): readonly Operation[] | undefined {
  const move = pick(node, 'AlterTableMoveAllStmt');
  if (move) {
    return [
      { kind: 'dynamic-sql', span, reason: `it moves everything that is in tablespace ${move.orig_tablespacename}, whatever that is` },
    ];
  }
  const owned = pick(node, 'DropOwnedStmt');
  if (owned) {
    const roles = pickAll(owned.roles, 'RoleSpec').map((each) => each.rolename ?? 'the current role');
    return [{ kind: 'dynamic-sql', span, reason: `it drops everything that ${roles.join(' and ')} owns, whatever that is` }];
  }
  return undefined;
}
