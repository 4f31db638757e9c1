import { Problem } from '../problem.ts';
import { limits } from '../sql/statement.ts';
import { type Decoded, decode, tooLarge } from './decode.ts';
import { git } from './git-command.ts';

/** The files of a commit as git's objects hold them: nothing of the working tree, no filter, and a symbolic link is its own text. */
export interface Commit {
  readonly paths: readonly string[];
  /** A file's bytes; undefined where the commit has no such file. */
  bytes(path: string): Uint8Array | undefined;
  /** Files decoded, all in one call of git. A path that the commit does not have is missing from the answer. */
  texts(paths: readonly string[]): ReadonlyMap<string, Decoded>;
}

interface Entry {
  readonly id: string;
  readonly size: number;
}

/**
 * @param shown turns a path from the repository's root into the form in which paths are asked for
 * @throws Problem where git fails
 */
export function commitFiles(root: string, commit: string, shown: (path: string) => string): Commit {
  const entries = new Map<string, Entry>();
  for (const line of git(root, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit]).toString().split('\0')) {
    const [, id, size, path] = /^\d+ blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(line) ?? [];
    if (id !== undefined && path !== undefined) entries.set(shown(path), { id, size: Number(size) });
  }
  return {
    paths: [...entries.keys()],
    bytes(path) {
      const entry = entries.get(path);
      return entry && objects(root, [entry])[0];
    },
    texts(paths) {
      const found = paths.flatMap((path) => {
        const entry = entries.get(path);
        return entry === undefined ? [] : [{ path, ...entry }];
      });
      const small = found.filter(({ size }) => size <= limits.fileBytes);
      const read = objects(root, small);
      const texts = new Map(small.map(({ path }, i) => [path, decode(read[i] as Uint8Array)]));
      for (const { path, size } of found) if (size > limits.fileBytes) texts.set(path, tooLarge);
      return texts;
    },
  };
}

/**
 * `<id> blob <size>`, a line feed, the content, a line feed; once for each object.
 * @throws Problem where one is not there (a partial clone without its remote): history that is silently incomplete is worse than none
 */
function objects(root: string, entries: readonly Entry[]): readonly Uint8Array[] {
  if (entries.length === 0) return [];
  const output = git(root, ['cat-file', '--batch'], entries.map(({ id }) => `${id}\n`).join(''));
  let at = 0;
  return entries.map(({ id, size }) => {
    const start = output.indexOf(10, at) + 1;
    if (output.toString('latin1', at, start) !== `${id} blob ${size}\n`) throw new Problem(`git has no object ${id} here; fetch it first`);
    at = start + size + 1;
    return output.subarray(start, start + size);
  });
}
