import { comparePlaces, isSqlFile, type Place } from '../convention/plain.ts';
import type { MigrationSet, TransactionMode } from '../migration/migration.ts';
import { arrange, bySeries, type Change } from './arrange.ts';
import { type Decoded, decode } from './decode.ts';
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
  readonly siblings: 'earlier' | 'all';
  /** Files applied before everything else, in order. */
  readonly earlier: readonly string[];
  /** A schema dump to start from. */
  readonly schema?: string;
  readonly together: boolean;
  readonly transaction: TransactionMode;
  /** Standard input, by the path it stands for. */
  readonly input?: { readonly path: string; readonly bytes: Uint8Array };
}

/** Reads the files under review and their history: one set a migration directory, in order. */
export function readDisk(request: DiskRequest): readonly MigrationSet[] {
  const { tree, review, input } = request;
  const read = (path: string): Decoded => (input !== undefined && path === input.path ? decode(input.bytes) : readText(tree, path));
  return arrange({
    review,
    siblings: request.noHistory ? [] : siblingsOf(tree, [...review.keys()]),
    isHistory: (sibling: Place, places) => request.siblings === 'all' || places.some((place) => comparePlaces(sibling, place) < 0),
    earlier: request.earlier,
    ...(request.schema !== undefined && { dump: request.schema }),
    together: request.together,
    transaction: request.transaction,
    read,
  });
}

/**
 * The files that belong to the same series as those under review, and some more: one listing of each series' directory, and of the
 * directories in it only as deep as the files under review lie or where a release has one of its own.
 */
export function siblingsOf(tree: Tree, review: readonly string[]): readonly string[] {
  return bySeries(review.filter(isSqlFile)).flatMap(([series, places]) => {
    const depth = Math.max(...places.map(({ path }) => path.split('/').length)) - (series === '' ? 1 : series.split('/').length + 1);
    return filesBelow(tree, series === '' ? '.' : series, isSqlFile, (name, level) => level <= depth || /^v?\d+(?:[._]\d+)*$/i.test(name));
  });
}
