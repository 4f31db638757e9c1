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
    const { stdout, status } = spawnSync('git', args, { maxBuffer: 64 * 1024 * 1024, cwd: directory, encoding: 'utf8' });
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

/** Where each line of the old side is on the new side; undefined: it was changed or is gone. Without a patch nothing has moved. */
export function movedLines(patch: string | undefined): (line: number) => number | undefined {
  const kept = new Map<number, number>();
  const shifts: { readonly from: number; readonly by: number }[] = [];
  const inHunk = new Set<number>();
  let [left, right, oldLeft, newLeft] = [0, 0, 0, 0];
  for (const line of (patch ?? '').split('\n')) {
    const match = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (match !== null && oldLeft <= 0 && newLeft <= 0) {
      [oldLeft, newLeft] = [Number(match[2] ?? 1), Number(match[4] ?? 1)];
      // A side without lines is counted by the line before it.
      left = Number(match[1]) + (oldLeft === 0 ? 1 : 0);
      right = Number(match[3]) + (newLeft === 0 ? 1 : 0);
      shifts.push({ from: left + oldLeft, by: right + newLeft - left - oldLeft });
      continue;
    }
    if (line.startsWith('\\') || (oldLeft <= 0 && newLeft <= 0)) continue;
    if (!line.startsWith('+')) {
      inHunk.add(left);
      if (!line.startsWith('-')) kept.set(left, right);
      left++;
      oldLeft--;
    }
    if (!line.startsWith('-')) {
      right++;
      newLeft--;
    }
  }
  return (line) => (inHunk.has(line) ? kept.get(line) : line + (shifts.findLast((each) => each.from <= line)?.by ?? 0));
}
