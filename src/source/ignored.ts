import { git } from './git-command.ts';
import { repositoryOf, type Tree } from './tree.ts';

/** Which of the paths git ignores: what a build has made of the others, as `dist/` and `target/`. None outside of a repository, or without git. */
export function ignoredByGit(tree: Tree, paths: readonly string[]): ReadonlySet<string> {
  if (paths.length === 0 || repositoryOf(tree.cwd) === undefined) return new Set();
  try {
    const listed = git(tree.cwd, ['check-ignore', '-z', '--stdin'], paths.map((path) => `${path}\0`).join('')).toString();
    return new Set(listed.split('\0'));
  } catch {
    // It fails where nothing is ignored, too.
    return new Set();
  }
}
