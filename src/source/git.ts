import { resolve } from 'node:path';
import { isSqlFile } from '../convention/plain.ts';
import type { LineRange } from '../migration/migration.ts';
import { Problem } from '../problem.ts';
import { isScript } from '../sql/script/load.ts';
import type { Change } from './arrange.ts';
import { type Commit, commitFiles } from './commit.ts';
import { git, tryGit } from './git-command.ts';
import { parseHunks } from './hunks.ts';
import { repositoryOf, shownPath } from './tree.ts';

/** What the working tree has changed since it left another branch; paths are relative to the working directory. */
export interface Changes {
  /** Files that were added or edited, uncommitted and untracked ones included. */
  readonly files: ReadonlyMap<string, Change>;
  readonly deleted: readonly string[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Every path that differs, whatever it holds; of a rename both. */
  readonly touched: ReadonlySet<string>;
  /** The files of `base` as it is now: what the branch will be merged into. */
  readonly base: Commit;
}

/**
 * The files that may be migrations and differ from where the branch left `base`.
 * @param base a branch, tag or commit, given by a person: it reaches git as one argument, and never as an option
 * @throws Problem where git is missing, this is no repository, or the two have no common commit
 */
export function changesSince(cwd: string, base: string): Changes {
  const root = repositoryOf(cwd);
  if (root === undefined) throw new Problem('--base needs a git repository, and this is none');
  if (base.startsWith('-') || base === '') throw new Problem(`--base takes a branch, tag or commit, not \`${base}\``);
  const tip = tryGit(root, ['rev-parse', '--verify', '--quiet', `${base}^{commit}`])?.trim();
  if (tip === undefined) throw new Problem(`--base ${base}: git knows no such commit here (a shallow clone? fetch it first)`);
  const commit = mergeBase(root, base, tip);
  const shown = (path: string): string => shownPath(cwd, resolve(root, path));

  const files = new Map<string, Change>();
  const deleted: string[] = [];
  const renamed: { from: string; to: string }[] = [];
  const diff = ['diff', '--no-ext-diff', '--no-textconv', '--no-color', '--no-relative', '--ignore-submodules', '--find-renames'];
  const edited: string[] = [];
  const touched = new Set<string>();
  for (const { status, path, to } of statuses(git(root, [...diff, '--name-status', '-z', commit, '--']).toString())) {
    for (const each of [path, to]) if (each !== undefined) touched.add(shown(each));
    if (to !== undefined && mayBeMigration(path) && !mayBeMigration(to)) deleted.push(shown(path));
    if (!mayBeMigration(to ?? path)) continue;
    if (status === 'D') deleted.push(shown(path));
    else if (status === 'R' && to !== undefined) {
      renamed.push({ from: shown(path), to: shown(to) });
      files.set(shown(to), {});
    } else if (status === 'M' || status === 'T') edited.push(path);
    else files.set(shown(to ?? path), {});
  }
  for (const path of fields(git(root, ['ls-files', '--others', '--exclude-standard', '-z', '--']).toString())) {
    touched.add(shown(path));
    if (mayBeMigration(path)) files.set(shown(path), {});
  }
  for (const path of edited) {
    // One call a file: the header of a patch quotes a hostile name in a way that is not worth undoing, and edited migrations are few.
    // `--text`: an attribute that calls SQL binary must not hide which lines changed.
    let changed: readonly LineRange[] | undefined;
    const diffOf = (): Buffer =>
      git(root, [...diff, '--unified=0', '--inter-hunk-context=0', '--text', commit, '--', `:(top,literal)${path}`]);
    files.set(shown(path), {
      edited: true,
      // Asked of migrations only: which of the files are some, the config says.
      get changedLines() {
        changed ??= parseHunks(diffOf().toString()).changed;
        return changed;
      },
    });
  }
  return { files, deleted, renamed, touched, base: commitFiles(root, tip, shown) };
}

function mayBeMigration(path: string): boolean {
  return isSqlFile(path) || isScript(path);
}

function mergeBase(root: string, base: string, tip: string): string {
  const common = tryGit(root, ['merge-base', tip, 'HEAD'])?.trim();
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
