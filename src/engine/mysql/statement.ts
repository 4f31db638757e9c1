import { keyOf, type QualifiedName } from '../../operation/name.ts';
import type { Operation } from '../../operation/operation.ts';
import { applyStatement } from '../../schema/apply.ts';
import { resolve, type Schema, type Table, tableOf } from '../../schema/schema.ts';
import { joinFailures } from '../effect.ts';
import { type At, tableAt } from './at.ts';
import type { Change } from './change.ts';
import { changesOf } from './changes.ts';
import { chosen } from './choice.ts';
import { keptFullTexts } from './circumstance.ts';
import type { Tables } from './column.ts';
import type { Effect, Lock, Work } from './effect.ts';
import { anything, type Forms, formsOf } from './forms.ts';
import { primaryKeyChange } from './index-change.ts';
import { besideAlter, besideCreate, besideDrop, besideLock } from './neighbour.ts';
import { alterPartitions } from './partition.ts';
import { refusalsOf } from './refusal/refusal.ts';
import { has } from './version.ts';

/** What a statement does at one version: its changes of one table together, in one pass. */
export function effectsAt(at: At, operations: readonly Operation[]): readonly Effect[] {
  const effects: Effect[] = [];
  const altered = new Set<string>();
  for (const operation of operations) {
    const key = 'table' in operation && operation.table ? keyOf(resolve(at.schema, operation.table)) : '';
    if (altered.has(key) && isAction(operation)) continue;
    const own = operations.filter(
      (each) => isAction(each) && 'table' in each && each.table && keyOf(resolve(at.schema, each.table)) === key,
    );
    if (isAction(operation)) altered.add(key);
    effects.push(...(isAction(operation) ? alter(at, own) : otherwise(at, operation, operations)));
  }
  return effects.filter(({ table }) => at.schema.tables.get(keyOf(table))?.persistence !== 'temporary');
}

/** What the server takes of the changes of one table, by algorithm; undefined where the statement is no ALTER TABLE. */
export function formsAt(at: At, operations: readonly Operation[]): Forms | undefined {
  const [first] = operations.filter(isAction);
  if (first === undefined || !('table' in first) || !first.table) return undefined;
  const tables = tablesOf(at, first.table);
  return formsOf(at, allChanges(at, operations, tables), tables);
}

function alter(at: At, operations: readonly Operation[]): readonly Effect[] {
  const [first] = operations;
  if (first === undefined || !('table' in first) || !first.table) return [];
  if (first.kind === 'alter-nothing' && first.clauses === undefined) return [];
  const tables = tablesOf(at, first.table);
  const changes = allChanges(at, operations, tables);
  const refusals = refusalsOf(at, operations, tables);
  const sure = changes.filter(({ assumed }) => !assumed);
  const hoped = sure.length === changes.length ? undefined : sure.length === 0 ? anything : formsOf(at, sure, tables);
  const effect = { table: tables.before.name, ...chosen(at, formsOf(at, changes, tables), first.clauses, hoped) };
  const fails = joinFailures([...refusals, effect.fails]);
  const own: Effect = { ...effect, ...(fails && { fails }) };
  return changes.every(({ kind }) => kind === 'change-nothing' || kind === 'set-keys-state')
    ? [own]
    : [own, ...besideAlter(at, tables.before, operations)];
}

function tablesOf(at: At, name: QualifiedName): Tables {
  const before = tableAt(at, name);
  return { before, after: tableOf(at.after(), before.name) ?? before };
}

/** The schema after the statement, its tables not yet renamed: for `At`. */
export function withoutRenames(schema: Schema, operations: readonly Operation[]): Schema {
  return applyStatement(
    schema,
    operations.filter(({ kind }) => kind !== 'rename-table'),
  );
}

function allChanges(at: At, operations: readonly Operation[], tables: Tables): readonly Change[] {
  const own = operations.flatMap((each) => changesOf(at, each, tables, operations) ?? []);
  const key = primaryKeyChange(at, tables, operations);
  const changes = [...own, ...key].filter((each) => !isNumbered(each, own));
  const [first] = operations;
  // MariaDB has nothing to do where all that is named is there already, or is not there.
  return changes.length > 0 || first === undefined || at.server === 'mariadb'
    ? changes
    : [{ kind: 'change-table-setting', operation: first }];
}

/** A numbered column has no NULLs and no duplicates. */
function isNumbered({ kind }: Change, all: readonly Change[]): boolean {
  return kind === 'forbid-null' && all.some((each) => each.kind === 'add-auto-increment');
}

function isAction(operation: Operation): boolean {
  if (operation.kind === 'rename-table') return !operation.byStatement;
  return actions.has(operation.kind);
}

const actions: ReadonlySet<Operation['kind']> = new Set<Operation['kind']>([
  'add-column',
  'drop-column',
  'rename-column',
  'redefine-column',
  'set-default',
  'drop-default',
  'set-column-visibility',
  'add-constraint',
  'drop-constraint',
  'alter-constraint',
  'create-index',
  'drop-index',
  'rename-index',
  'set-index-visibility',
  'alter-table-options',
  'convert-character-set',
  'rebuild-table',
  'set-keys-state',
  'repartition-table',
  'set-system-versioning',
  'add-period',
  'drop-period',
  'alter-nothing',
]);

/** Statements that have no choice of an algorithm. */
function otherwise(at: At, operation: Operation, statement: readonly Operation[]): readonly Effect[] {
  const on = (name: QualifiedName, lock: Lock, work: Work, more: Partial<Effect> = {}): Effect => {
    return { table: resolve(at.schema, name), algorithm: null, lock, work: [work], ...more };
  };
  switch (operation.kind) {
    case 'create-table': {
      const replaced = operation.replace ? tableOf(at.schema, operation.table) : undefined;
      const own = withRefusal(at, operation, [on(operation.table, replaced ? 'exclusive' : 'none', replaced ? 'rebuild' : 'metadata')]);
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
      const lock = keptFullTexts({ before: table, after: table }).length > 0 ? 'shared' : 'none';
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
