import { isMigrationFile, isSqlFile, type Place, placeOf } from '../convention/plain.ts';
import type { Direction, MigrationSet, ReadProgram, TransactionMode } from '../migration/migration.ts';
import { isScript } from '../sql/script/load.ts';
import { arrange, bySeries, type Change, type SeriesSettings } from './arrange.ts';
import { type Decoded, decode } from './decode.ts';
import { markersOnDisk } from './disk-markers.ts';
import { directoriesAbove, type Markers, markersIn, toldByBase } from './markers.ts';
import { filesBelow, readText, type Tree } from './tree.ts';

/** The path of standard input that was given no name: no file's, so that no plan file is named after it. */
export const stdinPath = '<stdin>';

/** What to read from disk, and how it hangs together. All paths are relative to the working directory. */
export interface DiskRequest {
  readonly tree: Tree;
  /** The files under review. */
  readonly review: ReadonlyMap<string, Change>;
  /** Leave out the siblings of the files under review. */
  readonly noHistory: boolean;
  /** `earlier`: siblings that sort before a file under review are history; `all`: every sibling is (they are on the base branch). */
  readonly isHistory: 'earlier' | 'all';
  /** Files applied before everything else, in order. */
  readonly earlier: readonly string[];
  /** A schema dump to start from. */
  readonly schema?: string;
  readonly together: boolean;
  readonly transaction: TransactionMode;
  /** The direction that is judged; absent: up. */
  readonly direction?: Direction;
  /** What the config says of a directory of migrations, where it may differ. */
  readonly settings?: (series: string) => SeriesSettings;
  /** Where history and dump are read instead of beside the files under review: the branch that they will be merged into. */
  readonly past?: Past;
  /** Reads migrations that are programs. Absent: there are none. */
  readonly programs?: ReadProgram;
  /** Standard input, by the path it stands for. */
  readonly input?: { readonly path: string; readonly bytes: Uint8Array };
  /** Told the length of each text that is read; what it throws ends the reading. */
  readonly onRead?: OnRead;
}

export type OnRead = (characters: number) => void;

/** Files as they are somewhere else than on disk. */
export interface Past {
  readonly paths: readonly string[];
  texts(paths: readonly string[]): ReadonlyMap<string, Decoded>;
  /** Any file; undefined where there is none. */
  bytes(path: string): Uint8Array | undefined;
}

/** Reads the files under review and their history: one set a migration directory, in order. */
export function readDisk(request: DiskRequest): readonly MigrationSet[] {
  const { tree, review, input, noHistory, past } = request;
  const reviewed = [...review.keys()];
  const siblings = noHistory ? [] : past === undefined ? siblingsOf(tree, reviewed) : inSeriesOf(reviewed, past.paths);
  const old = past?.texts([...siblings, ...(request.schema === undefined ? [] : [request.schema])]);
  const load = (path: string): Decoded =>
    input !== undefined && path === input.path
      ? decode(input.bytes)
      : ((review.has(path) ? undefined : old?.get(path)) ?? readText(tree, path));
  const known = new Map<string, Decoded>();
  const read = (path: string): Decoded => {
    const had = known.get(path);
    if (had !== undefined) return had;
    const decoded = load(path);
    request.onRead?.(decoded.text.length);
    known.set(path, decoded);
    return decoded;
  };
  return arrange({
    review,
    siblings,
    isHistory: (sibling: Place, places, compare) => request.isHistory === 'all' || places.some((place) => compare(sibling, place) < 0),
    earlier: request.earlier,
    ...(request.schema !== undefined && { dump: request.schema }),
    together: request.together,
    transaction: request.transaction,
    ...(request.direction && { direction: request.direction }),
    ...(request.settings && { settings: request.settings }),
    markers: markersFor(tree, siblings, past),
    ...(request.programs && { programs: request.programs }),
    read,
  });
}

function markersFor(tree: Tree, siblings: readonly string[], past: Past | undefined): Markers {
  const here = markersOnDisk(tree);
  if (past === undefined) return here;
  const there = markersIn({
    above: directoriesAbove,
    read(path) {
      const bytes = past.bytes(path);
      return bytes && decode(bytes);
    },
  });
  return toldByBase(there, here, siblings);
}

/** Has a name of its own, which standard input need not have. */
function mayBeMigration(path: string): boolean {
  return isSqlFile(path) || isScript(path);
}

/** The migrations among `paths` that belong to the series of those under review. */
export function inSeriesOf(review: readonly string[], paths: readonly string[]): readonly string[] {
  const series = new Set(review.filter(mayBeMigration).map((path) => placeOf(path).series));
  return paths.filter((path) => isMigrationFile(path) && series.has(placeOf(path).series));
}

/**
 * The files that belong to the same series as those under review, and some more: one listing of each series' directory, and of the
 * directories in it only as deep as the files under review lie or where a release has one of its own.
 */
export function siblingsOf(tree: Tree, review: readonly string[]): readonly string[] {
  return bySeries(review.filter(mayBeMigration)).flatMap(([series, places]) => {
    const depth = Math.max(...places.map(({ path }) => path.split('/').length)) - (series === '' ? 1 : series.split('/').length + 1);
    return filesBelow(
      tree,
      series === '' ? '.' : series,
      isMigrationFile,
      (name, level) => level <= depth || /^v?\d+(?:[._]\d+)*$/i.test(name),
    );
  });
}
