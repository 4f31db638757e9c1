import { type Index, isNamed, type Table } from '../../schema/schema.ts';
import type { At } from './at.ts';
import type { Change } from './change.ts';
import { rowVersionCap } from './row-version-cap.ts';
import { engineOf } from './storage-engine.ts';
import type { Tables } from './tables.ts';
import { has, inWords } from './version.ts';
import { byRowFormat, type ChangeKind, lightSince, ofAnyEngine, uncopiedSince, type Way, wayOf } from './ways.ts';

/** The way of a change on this table: what stands in its way there, and why. */
export interface Standing {
  readonly change: Change;
  readonly way: Way;
  readonly because?: string;
}

/** InnoDB has room for so many columns, those that were dropped without touching rows among them. https://dev.mysql.com/doc/refman/9.7/en/innodb-limits.html */
export const mostColumns = 1017;

export function standingOf(at: At, change: Change, tables: Tables): Standing {
  const way = wayOf(change.kind, at.server);
  const copied = copiedBecause(at, change.kind, tables);
  if (copied !== undefined) return { change, way: {}, because: copied };
  if (at.server === 'mariadb' && tables.before.mysql?.rowFormat === 'redundant' && ofEveryRow.has(change.kind)) {
    return { change, way: wayOf('extend-short-string', at.server) };
  }
  if (way.light === undefined) return { change, way, ...reasonOf(change) };
  const hindered = hinderedBecause(at, change.kind, tables);
  if (hindered === undefined) return { change, way, ...reasonOf(change) };
  const { light: _, nocopy: __, inplace } = way;
  return { change, way: inplace === undefined ? {} : { inplace }, because: hindered };
}

/** Rows of ROW_FORMAT=REDUNDANT say of each value how long it is and whether it is NULL. */
const ofEveryRow: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['allow-null', 'extend-long-string']);

const reasonOf = ({ because }: Change): { readonly because?: string } => (because === undefined ? {} : { because });

/** Why the table is copied, whatever the change needs elsewhere. */
function copiedBecause(at: At, kind: ChangeKind, { before }: Tables): string | undefined {
  const engine = engineOf(before);
  const since = uncopiedSince(kind);
  if (since !== undefined && since[at.server] !== undefined && !has(at, since))
    return `doing without takes ${inWords({ server: at.server, version: since[at.server] ?? '' })}`;
  if (engine !== 'innodb' && !ofAnyEngine.has(kind)) return `${before.name.name} is a table of ${engine}`;
  if (at.server === 'mysql')
    return kind === 'forbid-null' && !at.strict ? 'without strict mode NULLs are changed into other values' : undefined;
  if (before.partitionBy && (kind === 'add-virtual' || kind === 'drop-primary-key' || kind === 'replace-primary-key')) {
    return `${before.name.name} is partitioned`;
  }
  if (kind !== 'forbid-null') return undefined;
  const stored = before.columns.find(({ generated }) => generated?.stored);
  const virtual = indexedVirtual(before);
  return stored ? `${stored.name} is computed and stored` : virtual && `an index has the generated column ${virtual}`;
}

/** Why rows or indexes are touched although this kind of change could leave them alone. */
function hinderedBecause(at: At, kind: ChangeKind, { before, after }: Tables): string | undefined {
  const since = lightSince(kind)[at.server];
  if (!has(at, lightSince(kind)))
    return since === undefined ? 'rows are touched' : `leaving the rows alone takes ${inWords({ server: at.server, version: since })}`;
  if (!byRowFormat.has(kind)) return undefined;
  const { name, mysql } = before;
  if (mysql?.rowFormat === 'compressed' || Number(mysql?.keyBlockSize ?? 0) > 0) return `${name.name} is compressed`;
  if (mysql?.fullTextIds) return `${name.name} has, or had, a FULLTEXT index`;
  if (at.server === 'mariadb' && indexedVirtual(before)) return `an index has the generated column ${indexedVirtual(before)}`;
  if (at.server === 'mysql' && kind !== 'move-column' && (mysql?.rowVersions ?? 0) >= mostVersions(at)) {
    return `${name.name} may have used up the ${mostVersions(at)} changes without touching rows that it has until it is rebuilt`;
  }
  if (after.columns.length + (mysql?.rowVersions ?? 0) > mostColumns)
    return `${name.name} has ${mostColumns} columns, with those that were dropped`;
  return undefined;
}

const mostVersions = ({ version }: At): number => rowVersionCap(version);

/** A VIRTUAL column that an index has. */
export function indexedVirtual(table: Table): string | undefined {
  const isIn = (name: string): boolean =>
    table.indexes.some(({ definition }) => definition.elements.some((each) => each.column?.toLowerCase() === name.toLowerCase()));
  return table.columns.find(({ name, generated }) => generated?.stored === false && isIn(name))?.name;
}

/** The FULLTEXT indexes that were there and stay. */
export function keptFullTexts({ before, after }: Tables): readonly Index[] {
  return before.indexes.filter(
    ({ name, definition }) => definition.method === 'fulltext' && after.indexes.some((each) => isNamed(after, each, name)),
  );
}
