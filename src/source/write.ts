import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { addToList, conventionOf } from '../convention/index.ts';
import { splitPath } from '../convention/split.ts';
import type { Plan } from '../plan/stage.ts';
import { Problem } from '../problem.ts';
import { stdinPath } from './disk.ts';
import { readText, staysInside, type Tree } from './tree.ts';

/**
 * Writes the files of plans: the author's files are edited in place, every other file is new. All is checked before the first byte
 * is written, so that either everything is written or nothing.
 * @returns the paths written
 * @throws Problem where a new file exists already, a path leaves the working directory or leads through a link, or there is no path at all
 */
export function writePlans(tree: Tree, plans: readonly Plan[]): readonly string[] {
  const files = plans.flatMap((plan) =>
    plan.stages.flatMap((stage) =>
      stage.files.flatMap(({ path, text, beside = [] }) => [
        { path, text, edits: path !== undefined && plan.files.includes(path) },
        ...beside.map((each) => ({ ...each, edits: false })),
      ]),
    ),
  );
  const lists = [...amendedLists(tree, plans), ...newSums(tree, plans, files)];
  const seen = new Set<string>();
  for (const { path, edits } of [...files, ...lists]) {
    if (path === undefined || path === stdinPath)
      throw new Problem('the plan of standard input has no paths to write to; name it with --stdin-filename');
    if (isAbsolute(path) || path.split('/').includes('..'))
      throw new Problem('lies outside of the working directory; nothing was written', { path });
    const stat = lstatSync(resolve(tree.cwd, path), { throwIfNoEntry: false });
    if (stat !== undefined && !edits) throw new Problem('exists already; nothing was written', { path });
    if (edits && stat?.isFile() !== true) throw new Problem('is no file that can be edited; nothing was written', { path });
    if (seen.has(path)) throw new Problem('would be written twice; nothing was written', { path });
    seen.add(path);
    if (!staysInside(tree, nearestExisting(tree, path))) throw new Problem('leads out of the repository; nothing was written', { path });
  }
  for (const file of [...files, ...lists]) {
    if (file.path === undefined) continue;
    const target = resolve(tree.cwd, file.path);
    mkdirSync(dirname(target), { recursive: true });
    // `wx` refuses what has come into being meanwhile.
    writeFileSync(target, bytesOf(tree, file), { flag: file.edits ? 'w' : 'wx' });
  }
  return [...seen];
}

interface FileToWrite {
  readonly path?: string | undefined;
  readonly text: string;
  readonly edits: boolean;
}

/** A byte order mark is no part of the text, but of the author's file. */
function bytesOf(tree: Tree, { path, text, edits }: FileToWrite): Uint8Array {
  const mark = edits && path !== undefined && readText(tree, path).byteOrderMark === true ? '\ufeff' : '';
  return Buffer.from(mark + text);
}

/** The sums that tools keep of a directory, with what is written. Where those that are there are not right, it is not for us to say that all is well: none. */
function newSums(
  tree: Tree,
  plans: readonly Plan[],
  written: readonly FileToWrite[],
): readonly (FileToWrite & { readonly path: string })[] {
  const wanted = new Map(plans.flatMap(({ sums }) => (sums ? [[sums.path, sums.tool] as const] : [])));
  return [...wanted].flatMap(([path, tool]) => {
    const sums = conventionOf(tool).writing.sums;
    const { directory } = splitPath(path);
    const now = readText(tree, path);
    if (sums === undefined || now.unreadable !== undefined || !staysInside(tree, resolve(tree.cwd, directory))) return [];
    const there = readdirSync(resolve(tree.cwd, directory), { withFileTypes: true })
      .filter((each) => each.isFile() && each.name.endsWith('.sql'))
      .map(({ name }) => [name, readFileSync(resolve(tree.cwd, directory, name))] as const);
    const sumsOf = (files: Iterable<readonly [string, Uint8Array]>): string =>
      sums.of([...files].map(([name, bytes]) => ({ name, bytes })));
    if (sumsOf(there) !== now.text) return [];
    const own = written.flatMap((each) => {
      const at = splitPath(each.path ?? '');
      return each.path !== undefined && at.directory === directory && at.name.endsWith('.sql')
        ? [[at.name, bytesOf(tree, each)] as const]
        : [];
    });
    return [{ path, text: sumsOf(new Map([...there, ...own])), edits: true }];
  });
}

/** The lists that tools keep of their migrations, with those of the plans at the end of each. */
function amendedLists(
  tree: Tree,
  plans: readonly Plan[],
): readonly { readonly path: string; readonly text: string; readonly edits: true }[] {
  const texts = new Map<string, string>();
  for (const { list } of plans) {
    if (list === undefined) continue;
    const { path, tool, keys } = list;
    const read = readText(tree, path);
    if (read.unreadable !== undefined)
      throw new Problem('cannot be read, and has to name the new migrations; nothing was written', { path });
    const text = addToList(tool, texts.get(path) ?? read.text, keys);
    if (text === undefined) throw new Problem('is no list of migrations that can be added to; nothing was written', { path });
    texts.set(path, text);
  }
  return [...texts].map(([path, text]) => ({ path, text, edits: true }));
}

/** The lowest directory on the way to a path that exists. */
function nearestExisting(tree: Tree, path: string): string {
  let at = dirname(resolve(tree.cwd, path));
  while (lstatSync(at, { throwIfNoEntry: false }) === undefined) at = dirname(at);
  return at;
}
