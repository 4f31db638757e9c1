import { lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { conventionOf } from '../convention/index.ts';
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
  const lists = amendedLists(tree, plans);
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
  for (const { path, text, edits } of [...files, ...lists]) {
    if (path === undefined) continue;
    const target = resolve(tree.cwd, path);
    mkdirSync(dirname(target), { recursive: true });
    // A byte order mark is no part of the text, but of the author's file. `wx` refuses what has come into being meanwhile.
    const mark = edits && readText(tree, path).byteOrderMark === true ? '\ufeff' : '';
    writeFileSync(target, mark + text, { flag: edits ? 'w' : 'wx' });
  }
  return [...seen];
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
    const text = conventionOf(tool).writing.list?.add(texts.get(path) ?? read.text, keys);
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
