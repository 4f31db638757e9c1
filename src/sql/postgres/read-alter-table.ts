import type { AlterTableCmd, AlterTableStmt, Constraint } from '@pgsql/types';
import type { Identity, Operation } from '../../operation/operation.ts';
import { nameOf, onlyOf, pick, pickAll, tableName } from './ast.ts';
import { expressionOf } from './expression.ts';
import { columnItems, columnOf, identityOf } from './read-column.ts';
import { constraintOf, optionNames } from './read-constraint.ts';
import { partitionBound } from './read-table.ts';
import { at, commaParts, find, findOpen, inside, is, markAt, type Range, type Source, spanOf, textOf } from './source.ts';
import { typeName } from './type-name.ts';

/** ALTER TABLE, and what the grammar treats as one: ALTER INDEX, VIEW, MATERIALIZED VIEW, SEQUENCE, FOREIGN TABLE and a composite TYPE. */
export function readAlterTable(source: Source, node: AlterTableStmt): readonly Operation[] {
  const parts = commaParts(source, { from: firstAction(source, node), to: source.end });
  return pickAll(node.cmds, 'AlterTableCmd').map((command, i) => {
    const range = parts[i] ?? { from: source.first, to: source.end };
    switch (node.objtype) {
      case 'OBJECT_INDEX':
        return onIndex(source, node, command, range);
      case 'OBJECT_VIEW':
      case 'OBJECT_MATVIEW':
        return {
          kind: 'alter-view',
          span: spanOf(source, range),
          view: tableName(node.relation),
          materialized: node.objtype === 'OBJECT_MATVIEW',
          action: actionName(command),
          ...(command.subtype === 'AT_SetTableSpace' && { sets: 'tablespace' }),
          ...(command.subtype === 'AT_SetAccessMethod' && { sets: 'access method' }),
          ...ifExists(node),
        };
      case 'OBJECT_SEQUENCE':
        return { kind: 'alter-sequence', span: spanOf(source, range), sequence: tableName(node.relation), ...ifExists(node) };
      case 'OBJECT_TYPE':
        return {
          kind: 'alter-composite',
          span: spanOf(source, range),
          type: tableName(node.relation),
          ...(command.subtype === 'AT_AlterColumnType' && {
            retypes: { attribute: command.name ?? '', type: typeName(source, pick(command.def, 'ColumnDef')?.typeName) },
          }),
          ...(command.subtype === 'AT_DropColumn' && command.name !== undefined && { drops: command.name }),
          ...(command.behavior === 'DROP_CASCADE' && { cascade: true }),
        };
      default:
        return onTable(source, node, command, range);
    }
  });
}

const ifExists = (node: AlterTableStmt): { ifExists?: true } => (node.missing_ok ? { ifExists: true } : {});

/** Behind the table's name, which may stand in parentheses after ONLY or be followed by `*`. */
function firstAction(source: Source, node: AlterTableStmt): number {
  let token = at(source, node.relation?.location) + 1;
  while (markAt(source, token) === '.') token += 2;
  if (markAt(source, token) === ')' || source.text[source.tokens.starts[token] ?? -1] === '*') token++;
  return token;
}

/** `AT_SetRelOptions` → `set rel options` */
function actionName(command: AlterTableCmd): string {
  return (command.subtype ?? '')
    .slice('AT_'.length)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

function onIndex(source: Source, node: AlterTableStmt, command: AlterTableCmd, range: Range): Operation {
  const base = { span: spanOf(source, range), index: tableName(node.relation), ...ifExists(node) };
  switch (command.subtype) {
    case 'AT_SetTableSpace':
      return { kind: 'set-index-tablespace', ...base, tablespace: command.name ?? '' };
    case 'AT_AttachPartition':
      return {
        kind: 'attach-index',
        span: base.span,
        parent: base.index,
        index: tableName(pick(command.def, 'PartitionCmd')?.name),
      };
    default:
      return { kind: 'index-setting', ...base, setting: actionName(command) };
  }
}

const triggerStates = {
  AT_EnableTrig: 'enable',
  AT_EnableAlwaysTrig: 'enable always',
  AT_EnableReplicaTrig: 'enable replica',
  AT_DisableTrig: 'disable',
  AT_EnableTrigAll: 'enable',
  AT_DisableTrigAll: 'disable',
  AT_EnableTrigUser: 'enable',
  AT_DisableTrigUser: 'disable',
  AT_EnableRule: 'enable',
  AT_EnableAlwaysRule: 'enable always',
  AT_EnableReplicaRule: 'enable replica',
  AT_DisableRule: 'disable',
} as const;

function onTable(source: Source, node: AlterTableStmt, command: AlterTableCmd, range: Range): Operation {
  const base = {
    span: spanOf(source, range),
    table: tableName(node.relation),
    ...ifExists(node),
    ...onlyOf(node.relation),
  };
  const column = command.name ?? '';
  const cascade = command.behavior === 'DROP_CASCADE' && { cascade: true as const };
  const behind = (word: string): Range => ({ from: find(source, range, word) + 1, to: range.to });
  switch (command.subtype) {
    case 'AT_AddColumn': {
      const definition = pick(command.def, 'ColumnDef') ?? {};
      const place = at(source, definition.location);
      return {
        kind: 'add-column',
        ...base,
        column: columnOf(source, definition, { from: place, to: range.to }),
        ...(command.missing_ok && { ifNotExists: true }),
      };
    }
    case 'AT_DropColumn':
      return { kind: 'drop-column', ...base, column, ...(command.missing_ok && { columnIfExists: true }), ...cascade };
    case 'AT_AlterColumnType': {
      const definition = pick(command.def, 'ColumnDef') ?? {};
      return {
        kind: 'alter-column-type',
        ...base,
        column,
        type: typeName(source, definition.typeName),
        ...(definition.collClause && { collation: nameOf(definition.collClause.collname) }),
        ...(definition.raw_default && { using: expressionOf(source, definition.raw_default, behind('using')) }),
      };
    }
    case 'AT_ColumnDefault':
      return command.def === undefined
        ? { kind: 'drop-default', ...base, column }
        : { kind: 'set-default', ...base, column, expression: expressionOf(source, command.def, behind('default')) };
    case 'AT_SetNotNull':
      return { kind: 'set-not-null', ...base, column };
    case 'AT_DropNotNull':
      return { kind: 'drop-not-null', ...base, column };
    case 'AT_SetExpression':
      return {
        kind: 'set-expression',
        ...base,
        column,
        expression: expressionOf(source, command.def, inside(source, findOpen(source, range))),
      };
    case 'AT_DropExpression':
      return { kind: 'drop-expression', ...base, column, ...(command.missing_ok && { expressionIfExists: true }) };
    case 'AT_AddIdentity':
      return { kind: 'add-identity', ...base, column, identity: addedIdentity(source, pick(command.def, 'Constraint'), range) };
    case 'AT_SetIdentity':
      // Behind `ALTER [COLUMN] name`.
      return { kind: 'set-identity', ...base, column, text: textOf(source, { from: nameEnd(source, range), to: range.to }) };
    case 'AT_DropIdentity':
      return { kind: 'drop-identity', ...base, column, ...(command.missing_ok && { identityIfExists: true }) };
    case 'AT_SetStatistics':
      return { kind: 'column-setting', ...base, column: column || String(command.num ?? ''), setting: 'statistics' };
    case 'AT_SetStorage':
      return { kind: 'column-setting', ...base, column, setting: 'storage' };
    case 'AT_SetCompression':
      return { kind: 'column-setting', ...base, column, setting: 'compression' };
    case 'AT_SetOptions':
    case 'AT_ResetOptions':
    case 'AT_AlterColumnGenericOptions':
      return { kind: 'column-setting', ...base, column, setting: 'options' };
    case 'AT_AddConstraint': {
      const constraint = pick(command.def, 'Constraint') ?? {};
      const definition = constraintOf(source, constraint, { from: at(source, constraint.location), to: range.to });
      if (definition === undefined) break;
      return { kind: 'add-constraint', ...base, constraint: definition };
    }
    case 'AT_ValidateConstraint':
      return { kind: 'validate-constraint', ...base, constraint: command.name ?? '' };
    case 'AT_DropConstraint':
      return {
        kind: 'drop-constraint',
        ...base,
        constraint: command.name ?? '',
        ...(command.missing_ok && { constraintIfExists: true }),
        ...cascade,
      };
    case 'AT_AlterConstraint': {
      const change = pick(command.def, 'ATAlterConstraint') ?? {};
      return {
        kind: 'alter-constraint',
        ...base,
        constraint: change.conname ?? '',
        ...(change.alterDeferrability && { deferrable: change.deferrable ?? false, initiallyDeferred: change.initdeferred ?? false }),
        ...(change.alterEnforceability && { enforced: change.is_enforced ?? false }),
        ...(change.alterInheritability && { inherit: !change.noinherit }),
      };
    }
    case 'AT_SetLogged':
    case 'AT_SetUnLogged':
      return { kind: 'set-logged', ...base, logged: command.subtype === 'AT_SetLogged' };
    case 'AT_SetTableSpace':
      return { kind: 'set-tablespace', ...base, tablespace: command.name ?? '' };
    case 'AT_SetAccessMethod':
      return { kind: 'set-access-method', ...base, ...(command.name !== undefined && { method: command.name }) };
    case 'AT_AddInherit':
    case 'AT_DropInherit':
      return {
        kind: command.subtype === 'AT_AddInherit' ? 'inherit' : 'no-inherit',
        ...base,
        parent: tableName(pick(command.def, 'RangeVar')),
      };
    case 'AT_EnableRowSecurity':
      return { kind: 'row-security', ...base, action: 'enable' };
    case 'AT_DisableRowSecurity':
      return { kind: 'row-security', ...base, action: 'disable' };
    case 'AT_ForceRowSecurity':
      return { kind: 'row-security', ...base, action: 'force' };
    case 'AT_NoForceRowSecurity':
      return { kind: 'row-security', ...base, action: 'no force' };
    case 'AT_ReplicaIdentity': {
      const identity = pick(command.def, 'ReplicaIdentityStmt') ?? {};
      const words = { d: 'default', f: 'full', n: 'nothing', i: 'index' } as const;
      return {
        kind: 'replica-identity',
        ...base,
        identity: words[(identity.identity_type ?? 'd') as keyof typeof words],
        ...(identity.name !== undefined && { index: identity.name }),
      };
    }
    case 'AT_EnableTrig':
    case 'AT_EnableAlwaysTrig':
    case 'AT_EnableReplicaTrig':
    case 'AT_DisableTrig':
      return { kind: 'set-trigger-state', ...base, trigger: command.name ?? '', state: triggerStates[command.subtype] };
    case 'AT_EnableTrigAll':
    case 'AT_DisableTrigAll':
      return { kind: 'set-trigger-state', ...base, trigger: 'all', state: triggerStates[command.subtype] };
    case 'AT_EnableTrigUser':
    case 'AT_DisableTrigUser':
      return { kind: 'set-trigger-state', ...base, trigger: 'user', state: triggerStates[command.subtype] };
    case 'AT_EnableRule':
    case 'AT_EnableAlwaysRule':
    case 'AT_EnableReplicaRule':
    case 'AT_DisableRule':
      return { kind: 'set-rule-state', ...base, rule: command.name ?? '', state: triggerStates[command.subtype] };
    case 'AT_SetRelOptions':
    case 'AT_ResetRelOptions':
    case 'AT_GenericOptions': {
      const options = optionNames(pick(command.def, 'List')?.items);
      return { kind: 'set-table-options', ...base, options, ...(command.subtype === 'AT_ResetRelOptions' && { reset: true }) };
    }
    case 'AT_ClusterOn':
      return { kind: 'cluster-on', ...base, index: command.name ?? '' };
    case 'AT_DropCluster':
      return { kind: 'cluster-on', ...base };
    case 'AT_ChangeOwner':
      return {
        kind: 'table-owner',
        ...base,
        owner: command.newowner?.rolename ?? textOf(source, { from: range.to - 1, to: range.to }).toLowerCase(),
      };
    case 'AT_AddOf':
      return { kind: 'of-type', ...base, type: nameOf(pick(command.def, 'TypeName')?.names) };
    case 'AT_DropOf':
      return { kind: 'of-type', ...base };
    case 'AT_AttachPartition': {
      const partition = pick(command.def, 'PartitionCmd') ?? {};
      return {
        kind: 'attach-partition',
        ...base,
        partition: tableName(partition.name),
        bound: partitionBound(source, partition.bound ?? {}, range.to),
      };
    }
    case 'AT_DetachPartition':
    case 'AT_DetachPartitionFinalize': {
      const partition = pick(command.def, 'PartitionCmd') ?? {};
      return {
        kind: 'detach-partition',
        ...base,
        partition: tableName(partition.name),
        concurrently: partition.concurrent ?? false,
        ...(command.subtype === 'AT_DetachPartitionFinalize' && { finalize: true }),
      };
    }
  }
  // SET WITHOUT OIDS is all that is left, and does nothing.
  return { kind: 'other', span: base.span, command: 'ALTER TABLE', tables: [base.table] };
}

/** Behind the name in `ALTER [COLUMN] name`; COLUMN is a reserved word, so that it is no name. */
function nameEnd(source: Source, range: Range): number {
  return range.from + (is(source, range.from + 1, 'column') ? 3 : 2);
}

function addedIdentity(source: Source, constraint: Constraint | undefined, range: Range): Identity {
  const node = constraint ?? {};
  const own = columnItems(source, [node], undefined, range)[0]?.range ?? range;
  return identityOf(source, node, own);
}
