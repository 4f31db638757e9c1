import type { Marker, Trouble } from '../convention/convention.ts';
import { placeOf } from '../convention/plain.ts';
import { joinPath, splitPath } from '../convention/split.ts';
import type { Decoded } from './decode.ts';

/** Bytes of a file that tells a tool. A journal of a thousand migrations is a tenth of it. */
const mostBytes = 1024 * 1024;

/** The files that tell which tool runs a directory of migrations. */
export interface Markers {
  /** The files of a name in a directory and in those above it, the nearest first. */
  of(directory: string, name: string): readonly Marker[];
  /** The same as the branch under review has them, where the base tells the tool. */
  own(directory: string, name: string): readonly Marker[];
  /** The text of a file beside a migration; undefined where there is none. */
  beside(path: string): string | undefined;
  /** The files in a directory, and below it, that hold a part of a Prisma schema, as the branch has them; in order. */
  schemaParts(directory: string): readonly string[];
  /** What was found and could not be read. */
  readonly troubles: readonly Trouble[];
}

/** Where the files are looked for. */
export interface MarkerSource {
  /** A directory and those above it, the nearest first, as paths are shown. */
  above(directory: string): readonly string[];
  /** Undefined where there is no such file. */
  read(path: string): Decoded | undefined;
  /** The files in a directory, and below it, that hold a part of a Prisma schema. Absent: nobody asks for them. */
  schemaParts?(directory: string): readonly string[];
}

/** Whether a file is a part of a Prisma schema. */
export function isSchemaPart(path: string): boolean {
  return path.endsWith('.prisma');
}

/** Every file is looked at once. What is no text, or too large to be what it should, is none, and said. */
export function markersIn({ above, read, schemaParts }: MarkerSource): Markers {
  const known = new Map<string, Marker | undefined>();
  const troubles: Trouble[] = [];
  const load = (path: string): Marker | undefined => {
    const decoded = read(path);
    if (decoded === undefined) return undefined;
    if (decoded.unreadable === undefined && decoded.text.length <= mostBytes) return { path, text: decoded.text };
    const message = decoded.unreadable?.message ?? `The file is larger than ${mostBytes / 1024} KiB, the most that is read of it.`;
    troubles.push({ path, message: `It may tell which migration tool is used, and was not read. ${message}` });
    return undefined;
  };
  const at = (path: string): Marker | undefined => {
    if (!known.has(path)) known.set(path, load(path));
    return known.get(path);
  };
  const reach = new Map<string, readonly string[]>();
  const from = (directory: string): readonly string[] => {
    const directories = reach.get(directory) ?? above(directory);
    reach.set(directory, directories);
    return directories;
  };
  const of: Markers['of'] = (directory, name) => from(directory).flatMap((each) => at(joinPath(each, name)) ?? []);
  return {
    of,
    own: of,
    beside: (path) => at(path)?.text,
    schemaParts: (directory) => [...(schemaParts?.(directory) ?? [])].sort(),
    troubles,
  };
}

/**
 * Which tool runs a directory is for the base to say where that has the directory; all else is for the branch under review.
 * @param siblings the migrations that stand beside those under review
 */
export function toldByBase(base: Markers, branch: Markers, siblings: readonly string[]): Markers {
  const known = new Set(siblings.map((path) => placeOf(path).series));
  return {
    of: (directory, name) => (known.has(directory) ? base : branch).of(directory, name),
    own: branch.own,
    beside: branch.beside,
    schemaParts: branch.schemaParts,
    get troubles() {
      return [...base.troubles, ...branch.troubles];
    },
  };
}

/** A directory of a repository and those above it, up to its root. */
export function directoriesAbove(directory: string): readonly string[] {
  const above = [directory];
  for (let at = directory; at !== ''; ) {
    at = splitPath(at).directory;
    above.push(at);
  }
  return above;
}

export const noMarkers: Markers = { of: () => [], own: () => [], beside: () => undefined, schemaParts: () => [], troubles: [] };
