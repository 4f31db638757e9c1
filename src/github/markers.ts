import { markerNames, sidecarsOf } from '../convention/index.ts';
import { placeOf } from '../convention/plain.ts';
import { joinPath } from '../convention/split.ts';
import { declaredNames } from '../source/declared.ts';
import { type Decoded, decode } from '../source/decode.ts';
import { directoriesAbove, isSchemaPart, type Markers, markersIn, toldByBase } from '../source/markers.ts';
import type { Changes } from './changes.ts';
import type { Client } from './client.ts';
import { fileAt, mapPool } from './content.ts';
import type { Settings } from './inputs.ts';

/** Files that the pull request does not touch: the same at base and head. */
export type Untouched = (path: string) => Decoded | undefined;

/** The paths at which something may tell the tool of the migrations under review, how one of them is run, or what schema the repository declares. */
export function markerPaths(reviewed: readonly string[]): ReadonlySet<string> {
  const directories = new Set(reviewed.map((path) => placeOf(path).series).flatMap(directoriesAbove));
  return new Set([
    ...[...directories].flatMap((directory) => [...markerNames, ...declaredNames].map((name) => joinPath(directory, name))),
    ...reviewed.flatMap(sidecarsOf),
  ]);
}

/**
 * What the base and the head say of the tools that run the migrations under review.
 * @param siblings the migrations that stand beside those under review
 * @param schemaParts the files of a directory that may be parts of a declared schema, at the base or the head
 */
export async function markersOf(
  client: Client,
  settings: Settings,
  changes: Changes,
  reviewed: readonly string[],
  siblings: readonly string[],
  untouched: Untouched,
  schemaParts: (directory: string) => readonly string[],
): Promise<Markers> {
  const paths = markerPaths(reviewed);
  const wanted = { has: (path: string): boolean => paths.has(path) || isSchemaPart(path) };
  const before = changes.files
    .flatMap((file) => (file.status === 'added' ? [] : [file.previous ?? file.path]))
    .filter((path) => wanted.has(path));
  const after = changes.files.flatMap((file) => (file.status === 'removed' ? [] : [file.path])).filter((path) => wanted.has(path));
  const touched = new Set([...before, ...after]);
  const at = async (paths: readonly string[], commit: string): Promise<ReadonlyMap<string, Decoded>> => {
    const files = await mapPool(paths, 8, async (path) => [path, await fileAt(client, settings, path, commit)] as const);
    return new Map(files.flatMap(([path, bytes]) => (bytes === undefined ? [] : [[path, decode(bytes)] as const])));
  };
  const [base, head] = await Promise.all([at(before, changes.base), at(after, changes.head)]);
  const partsAtHead = (directory: string): readonly string[] => {
    const isBelow = (path: string): boolean => isSchemaPart(path) && (directory === '' || path.startsWith(`${directory}/`));
    return [...new Set([...schemaParts(directory).filter((path) => !touched.has(path)), ...after.filter(isBelow)])];
  };
  const side = (own: ReadonlyMap<string, Decoded>): Markers =>
    markersIn({
      above: directoriesAbove,
      read: (path) => (touched.has(path) ? own.get(path) : untouched(path)),
      schemaParts: partsAtHead,
    });
  return toldByBase(side(base), side(head), siblings);
}
