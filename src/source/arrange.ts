import { comparePlaces, isDown, isSqlFile, type Place, placeOf, upSections } from '../convention/plain.ts';
import type { LineRange, Migration, MigrationSet, TransactionMode } from '../migration/migration.ts';
import type { Decoded } from './decode.ts';

/** What a source knows of a file under review, besides its text. */
export interface Change {
  readonly changedLines?: readonly LineRange[];
  readonly edited?: true;
}

export interface Arrangement {
  /** Files under review. Those that undo a migration are left out. */
  readonly review: ReadonlyMap<string, Change>;
  /** Other files beside them. Whether one is history, `isHistory` says. */
  readonly siblings: readonly string[];
  /** Whether a sibling has been applied before the files under review of its series (which are in order). */
  isHistory(sibling: Place, review: readonly Place[]): boolean;
  /** Files that were applied before everything else, in order. */
  readonly earlier: readonly string[];
  readonly dump?: string;
  /** One deployment unit a series; else one a file. */
  readonly together: boolean;
  readonly transaction: TransactionMode;
  read(path: string): Decoded;
}

/**
 * Puts files into the order in which they are applied and parts history from what is under review: one set a series, because two
 * directories of migrations are two databases, as far as anybody can tell, and a constraint of the one proves nothing about the other.
 */
export function arrange(arrangement: Arrangement): readonly MigrationSet[] {
  const { review, siblings, earlier, dump, together } = arrangement;
  const listed = new Set([...review.keys(), ...siblings]);
  const goesUp = (path: string): boolean => !isDown(path, (each) => listed.has(each));

  const migration = (path: string): Migration => {
    const decoded = arrangement.read(path);
    const sections = upSections(decoded.text);
    return { path, ...decoded, direction: 'up', transaction: arrangement.transaction, ...(sections && { sections }), ...review.get(path) };
  };
  const before = earlier.filter((path) => goesUp(path) && !review.has(path)).map(migration);

  return bySeries([...review.keys()].filter(goesUp)).map(([series, places]) => {
    const history = siblings
      .filter((path) => isSqlFile(path) && goesUp(path) && !review.has(path))
      .map(placeOf)
      .filter((place) => place.series === series && arrangement.isHistory(place, places))
      .sort(comparePlaces);
    const migrations = places.map(({ path }) => migration(path));
    return {
      history: [...before, ...history.map(({ path }) => migration(path))],
      units: together ? [{ migrations }] : migrations.map((each) => ({ migrations: [each] })),
      ...(dump !== undefined && { dump: migration(dump) }),
    };
  });
}

/** Paths by their series, the series and what is in them in order. */
export function bySeries(paths: readonly string[]): readonly (readonly [string, readonly Place[]])[] {
  const groups = new Map<string, Place[]>();
  for (const place of paths.map(placeOf)) {
    const group = groups.get(place.series);
    if (group === undefined) groups.set(place.series, [place]);
    else group.push(place);
  }
  for (const group of groups.values()) group.sort(comparePlaces);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
