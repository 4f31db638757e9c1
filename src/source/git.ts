import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { isSqlFile } from '../convention/plain.ts';
import { Problem } from '../problem.ts';
import type { Change } from './arrange.ts';
import { parseHunks } from './hunks.ts';
import { repositoryOf, shownPath } from './tree.ts';

/** What the working tree has changed since it left another branch; paths are relative to the working directory. */
export interface Changes {
  /** Files that were added or edited, uncommitted and untracked ones included. */
  readonly files: ReadonlyMap<string, Change>;
  readonly deleted: readonly string[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/**
 * The `.sql` files that differ from where the branch left `base`.
 * @param base a branch, tag or commit, given by a person: it reaches git as one argument, and never as an option
 * @throws Problem where git is missing, this is no repository, or the two have no common commit
 */
export function changesSince(cwd: string, base: string): Changes {
  const root = repositoryOf(cwd);
  if (root === undefined) throw new Problem('--base needs a git repository, and this is none');
  if (base.startsWith('-') || base === '') throw new Problem(`--base takes a branch, tag or commit, not \`${base}\``);
  const commit = mergeBase(root, base);
  const shown = (path: string): string => shownPath(cwd, resolve(root, path));

  const files = new Map<string, Change>();
  const deleted: string[] = [];
  const renamed: { from: string; to: string }[] = [];
  const diff = ['diff', '--no-ext-diff', '--no-textconv', '--no-color', '--no-relative', '--ignore-submodules', '--find-renames'];
  const edited: string[] = [];
  for (const { status, path, to } of statuses(git(root, [...diff, '--name-status', '-z', commit, '--']))) {
    if (to !== undefined && isSqlFile(path) && !isSqlFile(to)) deleted.push(shown(path));
    if (!isSqlFile(to ?? path)) continue;
    if (status === 'D') deleted.push(shown(path));
    else if (status === 'R' && to !== undefined) {
      renamed.push({ from: shown(path), to: shown(to) });
      files.set(shown(to), {});
    } else if (status === 'M' || status === 'T') edited.push(path);
    else files.set(shown(to ?? path), {});
  }
  for (const path of fields(git(root, ['ls-files', '--others', '--exclude-standard', '-z', '--']))) {
    if (isSqlFile(path)) files.set(shown(path), {});
  }
  for (const path of edited) {
    // One call a file: the header of a patch quotes a hostile name in a way that is not worth undoing, and edited migrations are few.
    // `--text`: an attribute that calls SQL binary must not hide which lines changed.
    const patch = git(root, [...diff, '--unified=0', '--inter-hunk-context=0', '--text', commit, '--', `:(top,literal)${path}`]);
    files.set(shown(path), { edited: true, changedLines: parseHunks(patch).changed });
  }
  return { files, deleted, renamed };
}

function mergeBase(root: string, base: string): string {
  const commit = tryGit(root, ['rev-parse', '--verify', '--quiet', `${base}^{commit}`])?.trim();
  if (commit === undefined) throw new Problem(`--base ${base}: git knows no such commit here (a shallow clone? fetch it first)`);
  const common = tryGit(root, ['merge-base', commit, 'HEAD'])?.trim();
  if (common === undefined) {
    throw new Problem(
      `--base ${base}: it has no commit in common with HEAD here (a shallow clone? fetch more, as with \`fetch-depth: 0\`)`,
    );
  }
  return common;
}

/** `--name-status -z`: status, path, and for renames and copies a second path, each ended by NUL. */
function* statuses(output: string): Generator<{ readonly status: string; readonly path: string; readonly to?: string }> {
  const all = fields(output);
  for (let i = 0; i + 1 < all.length; ) {
    const status = (all[i] as string).charAt(0);
    const path = all[i + 1] as string;
    const pair = status === 'R' || status === 'C';
    const to = pair ? all[i + 2] : undefined;
    yield to === undefined ? { status, path } : { status, path, to };
    i += pair ? 3 : 2;
  }
}

function fields(output: string): string[] {
  return output.split('\0').filter((each) => each !== '');
}

/**
 * Settings that would run a program of the repository's choosing or change the form of the output. Filters (`git lfs`) stay: they are
 * named in the user's own configuration, not in the tree.
 */
const settings = [
  'core.fsmonitor=false',
  'core.quotePath=false',
  'core.pager=cat',
  'color.ui=false',
  'diff.renames=true',
  'diff.orderFile=/dev/null',
];

function git(root: string, args: readonly string[]): string {
  try {
    return execFileSync('git', ['--no-pager', ...settings.flatMap((each) => ['-c', each]), ...args], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    });
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === 'ENOENT') throw new Problem('--base needs git, and there is none on the PATH');
    const said = (stderr ?? '').trim().split('\n')[0] ?? '';
    throw new Problem(`git ${args[0]} failed: ${said === '' ? (code ?? 'unknown error') : said}`);
  }
}

function tryGit(root: string, args: readonly string[]): string | undefined {
  try {
    return git(root, args);
  } catch (error) {
    if (error instanceof Problem && error.message.startsWith(`git ${args[0]} failed`)) return undefined;
    throw error;
  }
}
