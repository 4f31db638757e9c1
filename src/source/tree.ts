import { closeSync, constants, type Dirent, existsSync, fstatSync, openSync, readdirSync, readSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Problem } from '../problem.ts';
import { limits } from '../sql/statement.ts';
import { type Decoded, decode, tooLarge, unreadable } from './decode.ts';

/**
 * The part of the disk that is looked at: paths are relative to `cwd`, and no symbolic link is followed out of `root`
 * (the repository, or the working directory where there is none). A pull request can add a link to `/etc/passwd`; what it
 * points to must not end up in a report.
 */
export interface Tree {
  readonly cwd: string;
  readonly root: string;
}

export function treeOf(cwd: string): Tree {
  return { cwd, root: realpathSync(repositoryOf(cwd) ?? cwd) };
}

/** The directory at or above `from` that holds `.git`, if any. */
export function repositoryOf(from: string): string | undefined {
  for (let at = resolve(from); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** A path as reports show it: with forward slashes, relative to the working directory where it lies below it. */
export function shownPath(cwd: string, path: string): string {
  const absolute = resolve(cwd, path);
  const below = relative(cwd, absolute);
  const shown = below === '' ? '.' : below.startsWith(`..${sep}..${sep}..`) ? absolute : below;
  return sep === '/' ? shown : shown.replaceAll(sep, '/');
}

/** Whether a path's real place is one that may be read: links inside the root are fine, as is whatever was named outside of it. */
export function staysInside(tree: Tree, path: string): boolean {
  const absolute = resolve(tree.cwd, path);
  if (!within(tree.cwd, absolute) && !within(tree.root, absolute)) return true;
  try {
    return within(tree.root, realpathSync(absolute));
  } catch {
    return false;
  }
}

function within(directory: string, path: string): boolean {
  const below = relative(directory, path);
  return below === '' || (below !== '..' && !below.startsWith(`..${sep}`));
}

/** Never walked into: they hold other people's migrations, or none. */
const skipped = new Set(['node_modules', 'vendor']);
/** More directories than any repository has migrations in: a bound, so that `check /` ends. */
const mostDirectories = 100_000;

/**
 * The files below a directory whose path passes `wanted`, in no particular order, as paths relative to the working directory.
 * Hidden directories, `node_modules` and `vendor` are left out, links to directories are not followed.
 * @param enter whether to go into a directory, by its name and its depth (1: a child of `directory`)
 */
export function filesBelow(
  tree: Tree,
  directory: string,
  wanted: (path: string) => boolean,
  enter: (name: string, depth: number) => boolean = () => true,
): string[] {
  const found: string[] = [];
  const queue: { readonly at: string; readonly depth: number }[] = [{ at: directory, depth: 0 }];
  for (let i = 0; i < queue.length && i < mostDirectories; i++) {
    const { at, depth } = queue[i] as (typeof queue)[number];
    for (const entry of entriesOf(tree, at, depth === 0)) {
      const path = at === '.' || at === '' ? entry.name : at.endsWith('/') ? at + entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && !skipped.has(entry.name) && enter(entry.name, depth + 1))
          queue.push({ at: path, depth: depth + 1 });
      } else if ((entry.isFile() || entry.isSymbolicLink()) && wanted(path)) found.push(path);
    }
  }
  return found;
}

/** What a directory holds. Below the one that was asked for, a directory that may not be read (a database's own files, often) is passed over. */
function entriesOf(tree: Tree, directory: string, asked: boolean): Dirent[] {
  try {
    return readdirSync(resolve(tree.cwd, directory), { withFileTypes: true });
  } catch (error) {
    // One that does not exist yet holds nothing: an editor may hand in the first file of it.
    if (!asked || codeOf(error) === 'ENOENT') return [];
    throw new Problem(`cannot be read (${codeOf(error)})`, { path: directory });
  }
}

const buffer = Buffer.allocUnsafe(64 * 1024);

/**
 * Reads and decodes a file in three system calls, without asking for its size first: nearly every migration fits the buffer.
 * Never throws for what a file may be; a file that cannot be read says so. A symbolic link is followed only inside the tree.
 */
export function readText(tree: Tree, path: string): Decoded {
  let descriptor: number;
  try {
    descriptor = open(tree, path);
  } catch (error) {
    return unreadable(error instanceof Problem ? error.message : `The file could not be read (${codeOf(error)}).`, 1);
  }
  try {
    const first = readSync(descriptor, buffer, 0, buffer.length, 0);
    if (first < buffer.length) return decode(buffer.subarray(0, first));
    const { size } = fstatSync(descriptor);
    if (size > limits.fileBytes) return tooLarge;
    const whole = Buffer.allocUnsafe(Math.max(size, first));
    let length = 0;
    for (let read = -1; read !== 0 && length < whole.length; length += read)
      read = readSync(descriptor, whole, length, whole.length - length, length);
    return decode(whole.subarray(0, length));
  } catch (error) {
    return unreadable(`The file could not be read (${codeOf(error)}).`, 1);
  } finally {
    closeSync(descriptor);
  }
}

/** Opened without following a link at first: a plain file then needs no look at where its path leads. */
function open(tree: Tree, path: string): number {
  const absolute = resolve(tree.cwd, path);
  // O_NONBLOCK: a named pipe would otherwise wait until somebody writes to it. Windows has neither flag.
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
  try {
    return openSync(absolute, flags | (constants.O_NOFOLLOW ?? 0));
  } catch (error) {
    if (codeOf(error) !== 'ELOOP') throw error;
    if (!staysInside(tree, path)) throw new Problem('The file is a symbolic link that leads out of the repository; it is not followed.');
    return openSync(absolute, flags);
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown error';
}
