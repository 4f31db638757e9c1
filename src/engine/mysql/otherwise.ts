import type { QualifiedName } from '../../operation/name.ts';
import type { Operation } from '../../operation/operation.ts';
import { resolve, type Table, tableOf } from '../../schema/schema.ts';
import { type Failure, joinFailures } from '../failure.ts';
import { type At, tableAt } from './at.ts';
import { indexedVirtual, keptFullTexts } from './circumstance.ts';
import type { Effect, Lock, Work } from './effect.ts';
import { besideAlter, besideCreate, besideDrop, besideLock } from './neighbour.ts';
import { alterPartitions } from './partition.ts';
import { creationOf, refusalsOfWhole } from './refusal/create-table.ts';
import { refusalsOf } from './refusal/refusal.ts';
import { has } from './version.ts';

/** Statements that have no choice of an algorithm. */
export function otherwise(at: At, operation: Operation, statement: readonly Operation[]): readonly Effect[] {
  const on = (name: QualifiedName, lock: Lock, work: Work, more: Partial<Effect> = {}): Effect => {
    return { table: resolve(at.schema, name), algorithm: null, lock, work: [work], ...more };
  };
  switch (operation.kind) {
    case 'create-table': {
      const replaced = operation.replace ? tableOf(at.schema, operation.table) : undefined;
      const creation = creationOf(at, operation);
      const refusals = creation && [...refusalsOfWhole(at, creation), ...refusalsOf(at, creation.actions, creation.tables)];
      const made = on(operation.table, replaced ? 'exclusive' : 'none', replaced ? 'rebuild' : 'metadata');
      const own = withRefusal(at, operation, [{ ...made, ...withFailures(refusals ?? []) }]);
      return [...(replaced || own[0]?.fails ? own : []), ...besideCreate(at, operation)];
    }
    case 'drop-table': {
      const table = tableAt(at, operation.table);
      if (operation.ifExists && tableOf(at.schema, operation.table) === undefined) return [];
      return withRefusal(at, operation, [on(operation.table, 'exclusive', 'metadata'), ...besideDrop(at, table)], statement);
    }
    case 'rename-table': {
      const table = tableAt(at, operation.table);
      return withRefusal(at, operation, [on(operation.table, 'exclusive', 'metadata'), ...besideAlter(at, table, [operation])], statement);
    }
    case 'truncate':
      return withRefusal(at, operation, [on(operation.table, 'exclusive', 'rebuild')]);
    case 'alter-partitions':
      return withRefusal(at, operation, alterPartitions(at, operation, tableAt(at, operation.table)));
    case 'optimize': {
      const table = tableAt(at, operation.table);
      const hinders = keptFullTexts({ before: table, after: table }).length > 0 || (at.server === 'mariadb' && indexedVirtual(table));
      const lock = hinders ? 'shared' : 'none';
      return withRefusal(at, operation, [on(operation.table, lock, 'rebuild'), ...besideAlter(at, table, [])]);
    }
    case 'table-files':
      return [on(operation.table, 'exclusive', 'metadata')];
    case 'create-trigger':
      return [on(operation.table, 'shared', 'metadata', { briefly: 'exclusive' })];
    case 'drop-trigger':
      return [on(operation.table, 'exclusive', 'metadata')];
    case 'lock-table': {
      const lock = operation.mode === 'READ' ? 'shared' : 'exclusive';
      const others = lock === 'shared' ? [] : besideLock(at, tableAt(at, operation.table), statement);
      return [on(operation.table, lock, 'metadata'), ...others];
    }
    case 'insert':
    case 'update':
    case 'delete':
      return [on(operation.table, 'none', 'metadata')];
    case 'copy':
      return operation.table === undefined ? [] : [on(operation.table, 'none', 'metadata')];
    case 'other':
      return operation.tables.flatMap((each) => {
        const fact = maintenance(at, operation.command);
        return fact === undefined ? [] : [on(each, ...fact)];
      });
    default:
      return [];
  }
}

function maintenance(at: At, command: string): readonly [Lock, Work] | undefined {
  switch (command) {
    case 'REPAIR TABLE':
      // MariaDB 10.11 holds the table, 11.8 rebuilds it.
      return has(at, { mariadb: '11.2' }) ? ['none', 'rebuild'] : ['exclusive', 'metadata'];
    case 'FLUSH TABLES':
      return at.server === 'mariadb' ? ['exclusive', 'metadata'] : undefined;
    case 'FLUSH TABLES FOR EXPORT':
      return ['shared', 'metadata'];
    default:
      return undefined;
  }
}

function withFailures(failures: readonly Failure[]): { readonly fails?: Failure } {
  const fails = joinFailures(failures);
  return fails === undefined ? {} : { fails };
}

function withRefusal(
  at: At,
  operation: Operation,
  effects: readonly Effect[],
  statement: readonly Operation[] = [operation],
): readonly Effect[] {
  const [own, ...others] = effects;
  if (own === undefined || !('table' in operation) || !operation.table) return effects;
  const table: Table = tableAt(at, operation.table);
  const fails = joinFailures([...refusalsOf(at, [operation], { before: table, after: table }, statement), own.fails]);
  return [{ ...own, ...(fails && { fails }) }, ...others];
}
