import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The commit that a checkout stands at, read from the files of git itself: no program is started, and nothing that the repository
 * configures is obeyed.
 * @returns undefined where there is no checkout, or not a whole one (sparse)
 */
export function commitOf(workspace: string): string | undefined {
  const git = join(workspace, '.git');
  // A sparse checkout leaves files out; history that is silently incomplete is worse than none.
  if (existsSync(join(git, 'info', 'sparse-checkout'))) return undefined;
  const head = read(join(git, 'HEAD'));
  const reference = /^ref: (refs\/[^\s]+)$/.exec(head ?? '')?.[1];
  if (reference === undefined) return head;
  if (reference.includes('..')) return undefined;
  return read(join(git, reference)) ?? packed(git, reference);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function packed(git: string, reference: string): string | undefined {
  const line = read(join(git, 'packed-refs'))
    ?.split('\n')
    .find((each) => each.endsWith(` ${reference}`));
  return line?.split(' ')[0];
}
