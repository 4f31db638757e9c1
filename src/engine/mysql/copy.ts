import { sameName } from '../../operation/name.ts';
import { columnOf, type Index, type Table } from '../../schema/schema.ts';
import type { At } from './at.ts';
import type { Standing } from './circumstance.ts';
import { unserved } from './refusal/needed-key.ts';
import type { Tables } from './tables.ts';
import { has } from './version.ts';

/** MariaDB's copy lets others write meanwhile since 11.2, though not beside these. https://mariadb.com/kb/en/online-schema-change/ */
export function isWritable(at: At, standings: readonly Standing[], before: Table): boolean {
  return (
    has(at, { mariadb: '11.2' }) &&
    !standings.some((each) => ignores(each) || needsLock(each, before)) &&
    !before.constraints.some(cascades)
  );
}

/** What holds writers although LOCK=NONE is taken. */
export function holdsUnasked(at: At, standings: readonly Standing[], before: Table): boolean {
  return at.blockingCopy || standings.some((each) => blocksUnasked(each, before.name.name));
}

/** ALTER IGNORE TABLE */
export const ignores = ({ change }: Standing): boolean => change.operation.clauses?.ignore === true;

/** A copy would have to make foreign keys anew: of a column with another name, or in MySQL of one that becomes NOT NULL. */
export function isNotCopied(at: At, { change: { kind, operation } }: Standing, tables: Tables): boolean {
  const { before } = tables;
  if (kind === 'replace-primary-key') return at.server === 'mariadb' && at.foreignKeyChecks && unserved(at, tables)?.child !== undefined;
  if (operation.kind !== 'rename-column' && operation.kind !== 'redefine-column') return false;
  if (kind === 'rename-referenced-column') return true;
  const isForeign = before.constraints.some(
    ({ definition }) =>
      definition.type === 'foreign-key' && definition.columns.some((each) => each.toLowerCase() === operation.column.toLowerCase()),
  );
  return isForeign && (kind === 'rename-column' || (kind === 'forbid-null' && at.server === 'mysql' && at.foreignKeyChecks));
}

/** What keeps MariaDB 11.2 from letting others write while it copies. https://mariadb.com/kb/en/online-schema-change/ */
function needsLock({ change: { kind, operation } }: Standing, before: Table): boolean {
  if (kind === 'add-auto-increment') return true;
  if (kind !== 'start-numbering' || operation.kind !== 'redefine-column') return false;
  // Rows have to be told apart by what stays as it is.
  const tells = ({ definition }: Index): boolean =>
    definition.unique &&
    definition.elements.every(({ column = '' }) => columnOf(before, column)?.notNull && !sameName(column, operation.column));
  return !before.indexes.some(tells);
}

/** The same, although it takes LOCK=NONE. */
function blocksUnasked({ change: { kind, operation } }: Standing, table: string): boolean {
  if (kind === 'sort-rows') return true;
  const constraint = operation.kind === 'add-constraint' ? operation.constraint : undefined;
  return constraint?.type === 'foreign-key' && constraint.references.name === table;
}

function cascades({ definition }: Tables['before']['constraints'][number]): boolean {
  return (
    definition.type === 'foreign-key' &&
    [definition.onDelete, definition.onUpdate].some((action) => action === 'cascade' || action === 'set null')
  );
}
