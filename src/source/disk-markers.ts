import { readdirSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { splitPath } from '../convention/split.ts';
import type { Decoded } from './decode.ts';
import { isSchemaPart, type Markers, markersIn } from './markers.ts';
import { filesBelow, readText, shownPath, type Tree } from './tree.ts';

/** Reads files that may not be there. A directory is listed once, so that what is not there costs nothing. */
export function existingText(tree: Tree): (path: string) => Decoded | undefined {
  const listed = new Map<string, ReadonlySet<string>>();
  return (path) => {
    const { directory, name } = splitPath(path);
    let names = listed.get(directory);
    if (names === undefined) {
      names = namesOf(resolve(tree.cwd, directory));
      listed.set(directory, names);
    }
    return names.has(name) ? readText(tree, path) : undefined;
  };
}

/** The files of the disk that tell a tool, up to the repository's root. */
export function markersOnDisk(tree: Tree): Markers {
  const isRoot = (directory: string): boolean => {
    try {
      return realpathSync(directory) === tree.root;
    } catch {
      return false;
    }
  };
  return markersIn({
    above(directory) {
      const above: string[] = [];
      for (let at = resolve(tree.cwd, directory); ; at = dirname(at)) {
        const shown = shownPath(tree.cwd, at);
        above.push(shown === '.' ? '' : shown);
        if (isRoot(at)) return above;
        // Outside of the repository nobody's files count but those of the directory itself.
        if (dirname(at) === at) return above.slice(0, 1);
      }
    },
    read: existingText(tree),
    schemaParts: (directory) => schemaPartsOn(tree, directory),
  });
}

/** More folders deep than anybody parts a schema, and migrations are no part of it. */
const mostDeep = 4;

export function schemaPartsOn(tree: Tree, directory: string): readonly string[] {
  return filesBelow(tree, directory === '' ? '.' : directory, isSchemaPart, (name, depth) => depth <= mostDeep && name !== 'migrations');
}

function namesOf(directory: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(directory));
  } catch {
    return new Set();
  }
}
