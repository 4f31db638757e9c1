import { keyOf, type ResolvedName } from '../../operation/name.ts';
import type { Operation, OperationOf } from '../../operation/operation.ts';
import { resolve, type Table, tableOf } from '../../schema/schema.ts';
import { same } from '../../schema/store.ts';
import type { At } from './at.ts';
import { isIgnored } from './constraint.ts';
import type { Effect, Lock } from './effect.ts';
import { engineIn } from './storage-engine.ts';

/** Tables beside the one that is changed: those that foreign keys tie to it. https://dev.mysql.com/doc/refman/9.7/en/metadata-locking.html */

const beside = (table: ResolvedName, lock: Lock, briefly = false): Effect => ({
  table,
  algorithm: null,
  lock,
  ...(briefly && { briefly: 'exclusive' }),
  work: ['metadata'],
});

export const childrenOf = (table: Table): readonly ResolvedName[] => table.referencedBy.map((each) => each.table);
export const parentsOf = (table: Table): readonly ResolvedName[] => table.constraints.flatMap(({ references }) => references ?? []);

/** Beside an ALTER TABLE, a CREATE INDEX or an OPTIMIZE TABLE. */
export function besideAlter(at: At, table: Table, operations: readonly Operation[]): readonly Effect[] {
  const renames = operations.some(({ kind }) => kind === 'rename-table');
  const tied =
    at.server === 'mysql' ? childrenOf(table).map((each) => (renames ? beside(each, 'exclusive') : beside(each, 'none', true))) : [];
  const parents = at.server === 'mysql' && renames ? parentsOf(table).map((each) => beside(each, 'exclusive')) : [];
  return merged(table, [...tied, ...parents, ...operations.flatMap((each) => besideKeys(at, table, each))]);
}

function besideKeys(at: At, table: Table, operation: Operation): readonly Effect[] {
  if (operation.kind === 'drop-constraint') {
    const key = table.constraints.find(({ name }) => name.toLowerCase() === operation.constraint.toLowerCase());
    return at.server === 'mysql' && key?.references ? [beside(key.references, 'none', true)] : [];
  }
  const lock = at.foreignKeyChecks ? 'shared' : 'none';
  if (at.server === 'mariadb' && lock === 'none') return [];
  return referencesIn(at, operation).map((name) => beside(name, lock, at.server === 'mysql'));
}

/** The tables that foreign keys of an operation come to point to. */
function referencesIn(at: At, operation: Operation): readonly ResolvedName[] {
  const [constraints, inline] = constraintsIn(operation);
  return [...constraints.map((each) => [each, false] as const), ...inline.map((each) => [each, true] as const)].flatMap(
    ([each, isInline]) => (each.type === 'foreign-key' && !isIgnored(at, isInline) ? [resolve(at.schema, each.references)] : []),
  );
}

type Constraints = OperationOf<'create-table'>['constraints'];

function constraintsIn(operation: Operation): readonly [own: Constraints, inline: Constraints] {
  switch (operation.kind) {
    case 'add-constraint':
      return [[operation.constraint], []];
    case 'add-column':
      return [[], operation.column.constraints];
    case 'redefine-column':
      return [[], operation.definition.constraints];
    case 'create-table':
      return [operation.constraints, operation.columns.flatMap((each) => each.constraints)];
    default:
      return [[], []];
  }
}

/** MySQL holds the tables that a new one, or one that goes, points to or is pointed to by. */
export function besideCreate(at: At, operation: OperationOf<'create-table'>): readonly Effect[] {
  // Other engines make no foreign keys.
  const engine = engineIn(operation.options) ?? 'innodb';
  return at.server === 'mysql' && engine === 'innodb' ? referencesIn(at, operation).map((name) => beside(name, 'exclusive')) : [];
}

export function besideDrop(at: At, table: Table): readonly Effect[] {
  if (at.server === 'mariadb') return [];
  return merged(
    table,
    [...childrenOf(table), ...parentsOf(table)].map((each) => beside(each, 'exclusive')),
  );
}

/** MySQL's LOCK TABLES … WRITE holds what a change of rows would look up, too: parents, and children, which it may have to change. */
export function besideLock(at: At, table: Table, statement: readonly Operation[]): readonly Effect[] {
  if (at.server === 'mariadb') return [];
  const isStated = (name: ResolvedName): boolean =>
    statement.some((each) => each.kind === 'lock-table' && same(resolve(at.schema, each.table), name));
  const children = table.referencedBy.map(({ table: child, constraint }) => {
    const key = tableOf(at.schema, child)?.constraints.find(({ name }) => name === constraint)?.definition;
    const changes = key?.type === 'foreign-key' && [key.onDelete, key.onUpdate].some((action) => /^(cascade|set null)$/.test(action));
    return beside(child, 'shared', changes);
  });
  return merged(table, [...parentsOf(table).map((each) => beside(each, 'shared')), ...children]).filter((each) => !isStated(each.table));
}

/** One effect a table, the strongest, and none of the table itself. */
function merged({ name }: Table, effects: readonly Effect[]): readonly Effect[] {
  const rank = ({ lock, briefly }: Effect): number => ['none', 'shared', 'exclusive'].indexOf(lock) * 2 + (briefly ? 1 : 0);
  const tables = new Map<string, Effect>();
  for (const each of effects) {
    const known = tables.get(keyOf(each.table));
    if (!same(each.table, name) && (known === undefined || rank(each) > rank(known))) tables.set(keyOf(each.table), each);
  }
  return [...tables.values()].sort((a, b) => (keyOf(a.table) < keyOf(b.table) ? -1 : 1));
}
