import { statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { isMigrationFile } from '../convention/plain.ts';
import { Problem } from '../problem.ts';
import { isScript } from '../sql/script/load.ts';
import { filesBelow, shownPath, staysInside, type Tree } from './tree.ts';

/**
 * The files that the arguments of a command line name: files, directories (every migration below them) and globs.
 * What exists under the very name is taken first, so that a file called `a[1].sql` can be named.
 * @throws Problem where a path does not exist or a glob matches nothing
 */
export async function expandPaths(tree: Tree, paths: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const path of paths) for (const each of await expandPath(tree, path)) found.add(each);
  return [...found];
}

/** The deepest directory that holds all of the paths: where the search for their config begins. The working directory where there are none. */
export function directoryOf(tree: Tree, paths: readonly string[]): string {
  const directories = paths.map((path) => {
    const base = path.replace(/(?:^|[/\\])[^/\\]*[*?[{(!].*$/s, '');
    const absolute = resolve(tree.cwd, base === '' && !path.startsWith('/') ? '.' : base);
    return statSync(absolute, { throwIfNoEntry: false })?.isDirectory() === true ? absolute : dirname(absolute);
  });
  return directories.reduce((common, each) => commonAncestor(common, each), directories[0] ?? tree.cwd);
}

function commonAncestor(a: string, b: string): string {
  let at = a;
  while (relative(at, b).startsWith('..')) at = dirname(at);
  return at;
}

async function expandPath(tree: Tree, path: string): Promise<readonly string[]> {
  const stat = statSync(resolve(tree.cwd, path), { throwIfNoEntry: false });
  if (stat === undefined) {
    if (!/[*?[\]{}()!]/.test(path)) throw new Problem('no such file or directory', { path });
    const matches = await expandGlobs(tree, [path], tree.cwd);
    if (matches.length === 0) throw new Problem('matches no file', { path });
    return matches;
  }
  const shown = shownPath(tree.cwd, path);
  if (stat.isDirectory()) {
    if (!staysInside(tree, path)) throw new Problem('leads out of the repository through a symbolic link', { path });
    const files = filesBelow(tree, shown, isMigrationFile);
    if (files.length === 0) throw new Problem('holds no migration: no .sql file, and no program whose name begins with a number', { path });
    return files;
  }
  if (!stat.isFile()) throw new Problem('is not a regular file; `-` reads standard input', { path });
  if (!staysInside(tree, resolve(tree.cwd, path, '..'))) throw new Problem('leads out of the repository through a symbolic link', { path });
  return [shown];
}

/** Whether a path, relative to what the globs are relative to, is one that they mean: as `expandGlobs`, without a look at the disk. */
export async function globMatcher(globs: readonly string[]): Promise<(path: string) => boolean> {
  const { default: picomatch } = await import('picomatch');
  return matcherOf(globs.map(plainGlob), picomatch);
}

function matcherOf(globs: readonly string[], picomatch: typeof import('picomatch')): (path: string) => boolean {
  const matches = picomatch([...globs]);
  const holds = picomatch(globs.map((glob) => `${glob}/**`));
  return (path) => (matches(path) && !isNoMigration(path)) || (isMigrationFile(path) && holds(path));
}

/** Declarations and tests beside programs. */
function isNoMigration(path: string): boolean {
  return /\.[cm]?[jt]s$/i.test(path) && !isScript(path);
}

function plainGlob(glob: string): string {
  return glob.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
}

/**
 * The files that globs match, relative to `directory`. A glob that names a directory (`services/<any>/migrations`) stands for the migrations below it.
 * Matching is picomatch's; Node 20 has no `fs.globSync`.
 */
export async function expandGlobs(tree: Tree, globs: readonly string[], directory: string): Promise<readonly string[]> {
  const { default: picomatch } = await import('picomatch');
  const found = new Set<string>();
  for (const glob of globs) {
    const plain = plainGlob(glob);
    const { base } = picomatch.scan(plain);
    const from = shownPath(tree.cwd, resolve(directory, base === '' ? '.' : base));
    if (statSync(resolve(tree.cwd, from), { throwIfNoEntry: false })?.isDirectory() !== true || !staysInside(tree, from)) continue;
    const matches = matcherOf([plain], picomatch);
    const prefix = shownPath(tree.cwd, directory);
    const wanted = (path: string): boolean => {
      const own =
        prefix === '.'
          ? path
          : path.startsWith(`${prefix}/`)
            ? path.slice(prefix.length + 1)
            : shownPath(directory, resolve(tree.cwd, path));
      return matches(own);
    };
    for (const path of filesBelow(tree, from, wanted)) found.add(path);
  }
  return [...found];
}
