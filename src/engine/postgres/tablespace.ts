import { keyOf, type QualifiedName } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import { indexOf, resolve } from '../../schema/schema.ts';
import { type At, member, on } from './at.ts';
import { onUnknownTable, ownerOf } from './create-index.ts';
import type { Effect } from './effect.ts';
import { unknownTablespace } from './unknown.ts';

/** SET TABLESPACE copies the table, its indexes stay. https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-TABLESPACE */
export function setTablespace(at: At, { table, tablespace }: OperationOf<'set-tablespace'>): readonly Effect[] {
  const self = member(at, table);
  // ALTER TABLE takes the name of an index, too.
  if (self.table === undefined && at.schema.indexes.has(keyOf(resolve(at.schema, table, at.schema.indexes)))) {
    return setIndexTablespace(at, { index: table, tablespace });
  }
  if (!self.stored || self.table?.tablespace === tablespace) return [on(self.name, 'AccessExclusiveLock')];
  const known = self.table?.tablespace !== undefined;
  const because = known ? 'the table is copied to the other tablespace' : unknownTablespace(tablespace);
  return [on(self.name, 'AccessExclusiveLock', 'rewrite', because)];
}

/**
 * ALTER INDEX … SET TABLESPACE copies the index under ACCESS EXCLUSIVE on the index alone. Every plan and every write opens all indexes of its
 * table, so they all wait: the table is given the lock, although `pg_locks` shows it on the index.
 */
export function setIndexTablespace(
  at: At,
  { index, tablespace }: { readonly index: QualifiedName; readonly tablespace: string },
): readonly Effect[] {
  const because = 'the index is locked while it is copied, and every query of its table waits for it';
  const found = ownerOf(at, index);
  if (found === undefined) return onUnknownTable(at, index, 'AccessExclusiveLock', 'index-build', because);
  if (!found.stored || indexOf(at.schema, index)?.index.definition.tablespace === tablespace) return [];
  return [on(found.name, 'AccessExclusiveLock', 'index-build', because)];
}
