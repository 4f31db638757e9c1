import type { ClusterStmt, LockStmt, ReindexStmt, TransactionStmt, TruncateStmt, VacuumStmt, VariableSetStmt } from '@pgsql/types';
import type { Operation, OperationOf } from '../../operation/operation.ts';
import { onlyOf, pickAll, plainValue, tableName } from './ast.ts';
import type { Source } from './source.ts';

/** What concerns the session, the transaction and upkeep rather than the schema. */

const actions: Readonly<Record<string, OperationOf<'transaction'>['action']>> = {
  TRANS_STMT_BEGIN: 'begin',
  TRANS_STMT_START: 'begin',
  TRANS_STMT_COMMIT: 'commit',
  TRANS_STMT_ROLLBACK: 'rollback',
  TRANS_STMT_SAVEPOINT: 'savepoint',
  TRANS_STMT_RELEASE: 'release',
  TRANS_STMT_ROLLBACK_TO: 'rollback to',
  TRANS_STMT_PREPARE: 'prepare',
  TRANS_STMT_COMMIT_PREPARED: 'commit prepared',
  TRANS_STMT_ROLLBACK_PREPARED: 'rollback prepared',
};

export function readTransaction({ span }: Source, node: TransactionStmt): readonly Operation[] {
  return [{ kind: 'transaction', span, action: actions[node.kind ?? ''] ?? 'begin', ...(node.chain && { chain: true }) }];
}

/** SET TRANSACTION and the like set several variables at once. */
export function readSet({ span }: Source, node: VariableSetStmt): readonly Operation[] {
  const local = node.is_local ? { local: true as const } : {};
  switch (node.kind) {
    case 'VAR_RESET_ALL':
      return [{ kind: 'set-variable', span, name: 'all' }];
    case 'VAR_SET_MULTI': {
      const parts = pickAll(node.args, 'DefElem').map((each) => [each.defname, plainValue(each.arg)] as const);
      if (parts.length === 0) return [{ kind: 'set-variable', span, name: (node.name ?? '').toLowerCase(), ...local }];
      return parts.map(([name, value]) => ({
        kind: 'set-variable',
        span,
        name: (name ?? '').toLowerCase(),
        ...(value !== undefined && { value: [value] }),
        ...local,
      }));
    }
    default: {
      const values = node.args?.map(plainValue).filter((each) => each !== undefined);
      const known = values !== undefined && values.length > 0 && values.length === node.args?.length;
      return [{ kind: 'set-variable', span, name: (node.name ?? '').toLowerCase(), ...(known && { value: values }), ...local }];
    }
  }
}

const lockModes = [
  '',
  'ACCESS SHARE',
  'ROW SHARE',
  'ROW EXCLUSIVE',
  'SHARE UPDATE EXCLUSIVE',
  'SHARE',
  'SHARE ROW EXCLUSIVE',
  'EXCLUSIVE',
  'ACCESS EXCLUSIVE',
];

export function readLock({ span }: Source, node: LockStmt): readonly Operation[] {
  return pickAll(node.relations, 'RangeVar').map((table) => ({
    kind: 'lock-table',
    span,
    table: tableName(table),
    mode: lockModes[node.mode ?? 8] ?? '',
    ...onlyOf(table),
    ...(node.nowait && { nowait: true }),
  }));
}

export function readTruncate({ span }: Source, node: TruncateStmt): readonly Operation[] {
  return pickAll(node.relations, 'RangeVar').map((table) => ({
    kind: 'truncate',
    span,
    table: tableName(table),
    ...onlyOf(table),
    ...(node.behavior === 'DROP_CASCADE' && { cascade: true }),
  }));
}

export function readVacuum({ span }: Source, node: VacuumStmt): readonly Operation[] {
  const full = isOn(node.options, 'full');
  const tables = pickAll(node.rels, 'VacuumRelation').map((each) => ({
    table: tableName(each.relation),
    ...onlyOf(each.relation),
  }));
  return (tables.length === 0 ? [{}] : tables).map((table) =>
    node.is_vacuumcmd ? { kind: 'vacuum', span, ...table, full } : { kind: 'analyze', span, ...table },
  );
}

export function readCluster({ span }: Source, node: ClusterStmt): readonly Operation[] {
  return [
    {
      kind: 'cluster',
      span,
      ...(node.relation && { table: tableName(node.relation) }),
      ...(node.indexname !== undefined && { index: node.indexname }),
    },
  ];
}

export function readReindex({ span }: Source, node: ReindexStmt): readonly Operation[] {
  const target = (node.kind ?? '').slice('REINDEX_OBJECT_'.length).toLowerCase() as OperationOf<'reindex'>['target'];
  const name = node.relation ? tableName(node.relation) : node.name === undefined ? undefined : { name: node.name };
  const tablespace = plainValue(pickAll(node.params, 'DefElem').find((each) => each.defname === 'tablespace')?.arg);
  const concurrently = isOn(node.params, 'concurrently');
  return [{ kind: 'reindex', span, target, ...(name && { name }), concurrently, ...(tablespace !== undefined && { tablespace }) }];
}

/** Whether a parenthesised option is given, and not with a value that turns it off. */
export function isOn(options: Parameters<typeof pickAll>[0], name: string): boolean {
  const option = pickAll(options, 'DefElem').find((each) => each.defname?.toLowerCase() === name);
  return option !== undefined && !['false', 'off', '0', 'no'].includes(plainValue(option.arg)?.toLowerCase() ?? 'true');
}
