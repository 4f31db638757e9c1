import { comparePlaces, isSqlFile, type Place, placeOf, sectioning, upSections } from '../convention/plain.ts';
import type { LineRange, Migration, MigrationSet, TransactionMode } from '../migration/migration.ts';
import type { Decoded } from './decode.ts';
import { undoing } from './undoing.ts';

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
  const undoes = undoing([...review.keys()], siblings);
  const goesUp = (path: string): boolean => !undoes(path);

  /** @param practice the markers that count, where it is known which do */
  const migration = (path: string, practice?: ReadonlySet<string | undefined>): Migration => {
    const decoded = arrangement.read(path);
    const counts = practice === undefined || practice.has(sectioning(decoded.text));
    const sections = counts ? upSections(decoded.text) : undefined;
    return { path, ...decoded, direction: 'up', transaction: arrangement.transaction, ...(sections && { sections }), ...review.get(path) };
  };
  const before = earlier.filter((path) => goesUp(path) && !review.has(path)).map((path) => migration(path));
  const beside = new Map(bySeries(siblings.filter((path) => isSqlFile(path) && goesUp(path) && !review.has(path))));

  return bySeries([...review.keys()].filter(goesUp)).map(([series, places]) => {
    const others = beside.get(series) ?? [];
    const applied = others.filter((place) => arrangement.isHistory(place, places));
    const past = new Map(applied.map((place) => [place, migration(place.path)]));
    // A marker that takes SQL out of the run counts where earlier files have it too: by its own word alone no file hides anything.
    const practice = past.size === 0 ? undefined : new Set([...past.values()].map(({ text }) => sectioning(text)));
    const load = (place: Place): Migration => past.get(place) ?? migration(place.path, practice);
    const { history, units } = together
      ? { history: [...past.values()], units: [{ migrations: places.map(load) }] }
      : inOrder(applied, places, load);
    return {
      history: [...before, ...history],
      units,
      ...(dump !== undefined && { dump: migration(dump) }),
      siblings: others.map(({ path }) => path),
    };
  });
}

/** Each file under review is a unit of its own; what was applied between two of them is replayed between them. */
function inOrder(
  applied: readonly Place[],
  review: readonly Place[],
  load: (place: Place) => Migration,
): Pick<MigrationSet, 'history' | 'units'> {
  const known = new Set(applied);
  const all = [...applied, ...review].sort(comparePlaces);
  const first = all.findIndex((place) => !known.has(place));
  const units = all.slice(first).map((place) => ({ migrations: [load(place)], ...(known.has(place) && { applied: true as const }) }));
  return { history: all.slice(0, first).map(load), units };
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
