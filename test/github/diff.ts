import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A git object's id. */
export function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** The hunks of git's own diff between two contents, as the API gives them; undefined where git finds them binary or equal. */
export function patchOf(before: Uint8Array | undefined, after: Uint8Array | undefined): string | undefined {
  const directory = mkdtempSync(join(tmpdir(), 'diff-'));
  try {
    const file = (name: string, bytes: Uint8Array | undefined): string => {
      if (bytes === undefined) return '/dev/null';
      writeFileSync(join(directory, name), bytes);
      return name;
    };
    const args = [
      '-c',
      'core.autocrlf=false',
      'diff',
      '--no-index',
      '--no-color',
      '--unified=3',
      '--',
      file('a', before),
      file('b', after),
    ];
    const { stdout, status } = spawnSync('git', args, { cwd: directory, encoding: 'utf8' });
    if (status !== 0 && status !== 1) throw new Error('git diff failed');
    const start = stdout.indexOf('\n@@ ');
    return start === -1 ? undefined : stdout.slice(start + 1).replace(/\n$/, '');
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Line numbers of each hunk that can carry a comment, by side. Read here anew, so that the product's reading is not its own judge. */
export function sidesOf(patch: string): readonly { readonly LEFT: ReadonlySet<number>; readonly RIGHT: ReadonlySet<number> }[] {
  const hunks: { LEFT: Set<number>; RIGHT: Set<number> }[] = [];
  let left = 0;
  let right = 0;
  let [oldLeft, newLeft] = [0, 0];
  for (const line of patch.split('\n')) {
    const match = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (match !== null && oldLeft <= 0 && newLeft <= 0) {
      [left, right] = [Number(match[1]), Number(match[3])];
      [oldLeft, newLeft] = [Number(match[2] ?? 1), Number(match[4] ?? 1)];
      hunks.push({ LEFT: new Set(), RIGHT: new Set() });
      continue;
    }
    const hunk = hunks.at(-1);
    if (hunk === undefined || line.startsWith('\\')) continue;
    if (!line.startsWith('+')) {
      if (line.startsWith('-')) hunk.LEFT.add(left);
      left++;
      oldLeft--;
    }
    if (!line.startsWith('-')) {
      hunk.RIGHT.add(right);
      right++;
      newLeft--;
    }
  }
  return hunks;
}
