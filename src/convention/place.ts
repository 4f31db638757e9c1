import { isScript } from '../sql/script/load.ts';
import { splitPath, withoutExtension } from './split.ts';

/** What the path alone tells about a migration. */
export interface Place {
  readonly path: string;
  /** The directory that the tool runs in order: one schema history. Empty for the working directory itself. */
  readonly series: string;
  /** What orders it within its series: its number and name, with a version directory before it, without direction and extension. */
  readonly key: string;
  readonly kind: 'versioned' | 'repeatable';
}

/** TypeScript or JavaScript whose name begins as migrations' names do: with a number, or `Migration` and a number (MikroORM's). */
export function isProgramFile(path: string): boolean {
  return /(?:^|\/)(?:\d{2,}|Migration\d{8,})[^/]*\.[cm]?[jt]s$/.test(path) && isScript(path);
}

/** Whether a file is taken for a migration where a directory of them is read. */
export function isMigrationFile(path: string): boolean {
  return isSqlFile(path) || isProgramFile(path);
}

/** Names that say nothing: the directory around them is the migration (diesel's `up.sql`, Prisma's `migration.sql`). */
const named = /^(?:up|down|migration)\.sql$/i;

/** `v1.2` and the like: a release whose migrations go on where those of the release before stopped. */
const versionDirectory = /^v?\d+(?:[._]\d+)*$/i;

/** Where a migration stands. Decided from the path alone; nothing is read. */
export function placeOf(path: string): Place {
  const { directory, name } = splitPath(path);
  let series = directory;
  let key = withoutExtension(name).replace(/[._-]up$/i, '');
  if (named.test(name) && directory !== '') {
    const around = splitPath(directory);
    series = around.directory;
    key = around.name;
  }
  for (let at = splitPath(series); versionDirectory.test(at.name); at = splitPath(series)) {
    series = at.directory;
    key = `${at.name}/${key}`;
  }
  return { path, series, key, kind: /^R__/.test(name) ? 'repeatable' : 'versioned' };
}

/**
 * Whether a file undoes a migration: it is then neither judged nor replayed.
 * `_down.sql` and `-down.sql` do only beside their `up` twin, for `0009_scale_down.sql` is a migration like any other.
 * @param exists tells whether a path is among the files at hand
 */
export function isDown(path: string, exists: (path: string) => boolean): boolean {
  const { name } = splitPath(path);
  if (/^down\.sql$|\.down\.sql$|\.undo\.sql$/i.test(name) || /^U\d[\d._]*__/.test(name)) return true;
  const twin = /^(.*[_-])down(\.sql)$/i.exec(path);
  return twin !== null && exists(`${twin[1]}up${twin[2]}`);
}

/** The names under which the migration may stand that a file would undo. */
export function upTwins(path: string): readonly string[] {
  const { name } = splitPath(path);
  const directory = path.slice(0, path.length - name.length);
  return [
    name.replace(/^down\.sql$/i, 'up.sql'),
    name.replace(/\.down\.sql$/i, '.up.sql'),
    name.replace(/\.(?:down|undo)\.sql$/i, '.sql'),
    name.replace(/\.undo\.sql$/i, '.do.sql'),
    name.replace(/([_-])down\.sql$/i, '$1up.sql'),
    name.replace(/^U(?=\d)/, 'V'),
  ].flatMap((twin) => (twin === name ? [] : [directory + twin]));
}

export function isSqlFile(path: string): boolean {
  return /\.sql$/i.test(path);
}
