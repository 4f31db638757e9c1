import { readdirSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { splitPath } from '../convention/split.ts';
import { type Markers, markersIn } from './markers.ts';
import { readText, shownPath, type Tree } from './tree.ts';

/** The files of the disk that tell a tool, up to the repository's root. A directory is listed once, so that what is not there costs nothing. */
export function markersOnDisk(tree: Tree): Markers {
  const listed = new Map<string, ReadonlySet<string>>();
  const isRoot = (directory: string): boolean => {
    try {
      return realpathSync(directory) === tree.root;
    } catch {
      return false;
    }
  };
  const namesIn = (directory: string): ReadonlySet<string> => {
    let names = listed.get(directory);
    if (names === undefined) {
      names = namesOf(resolve(tree.cwd, directory));
      listed.set(directory, names);
    }
    return names;
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
    read(path) {
      const { directory, name } = splitPath(path);
      return namesIn(directory).has(name) ? readText(tree, path) : undefined;
    },
  });
}

function namesOf(directory: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(directory));
  } catch {
    return new Set();
  }
}
