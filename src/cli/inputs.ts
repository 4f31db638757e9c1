import { dirname, resolve } from 'node:path';
import type { Notice } from '../analysis/analysis.ts';
import { type Baseline, baselineOf } from '../analysis/baseline.ts';
import type { Config } from '../config/config.ts';
import type { LoadedConfig, ReadFile } from '../config/load.ts';
import { readTarget } from '../config/target.ts';
import { comparePlaces, placeOf } from '../convention/plain.ts';
import type { MigrationSet } from '../migration/migration.ts';
import { Problem } from '../problem.ts';
import { expandPaths } from '../source/expand.ts';
import { shownPath, type Tree } from '../source/tree.ts';
import type { Arguments } from './arguments.ts';

/** What the arguments and the config come to. */
export interface Inputs {
  readonly config: Config;
  readonly sets: readonly MigrationSet[];
  /** What the sources have to say, besides what the analysis finds. */
  readonly notices: readonly Notice[];
  readonly baseline?: Baseline;
}

/**
 * The baseline that the config names.
 * @param read reads an absolute path, from disk or from a commit
 * @throws Problem where there is none, or it is not one
 */
export async function loadBaseline({ baseline: path }: Config, tree: Tree, read: ReadFile): Promise<{ readonly baseline?: Baseline }> {
  if (path === undefined) return {};
  const file = resolve(tree.cwd, path);
  const bytes = read(file);
  if (bytes === undefined) throw new Problem('no such baseline; `lockstep baseline` writes it', { path });
  const { readBaseline } = await import('../config/baseline.ts');
  const entries = readBaseline(new TextDecoder().decode(bytes), path);
  return { baseline: baselineOf(entries, (each) => shownPath(tree.cwd, resolve(dirname(file), each))) };
}

/** What `--history` names, in order. */
export async function appliedBefore({ history }: Arguments, tree: Tree): Promise<readonly string[]> {
  if (history.length === 0) return [];
  const places = [...(await expandPaths(tree, history))].map(placeOf).sort(comparePlaces);
  return places.map(({ path }) => path);
}

/** The paths that the arguments name, standard input under its own name. */
export function named(args: Arguments): readonly string[] {
  return args.operands.flatMap((each) => (each === '-' ? (args.stdinFilename ?? []) : each));
}

export function withArguments({ config, directory }: LoadedConfig, args: Arguments, tree: Tree): Config {
  const schema = args.schema ?? (config.schema === undefined ? undefined : shownPath(tree.cwd, resolve(directory, config.schema)));
  return {
    ...config,
    ...(args.engine !== undefined && { target: readTarget(args.engine), engineStated: true as const }),
    ...(args.failOn !== undefined && { failOn: args.failOn }),
    ...(schema !== undefined && { schema }),
    directories: config.directories.map(({ path, target, ...own }) => {
      const shown = shownPath(tree.cwd, resolve(directory, path));
      // What is said for the run wins over what is said for a directory.
      return { ...own, path: shown === '.' ? '' : shown, ...(target && args.engine === undefined && { target }) };
    }),
    ...(config.baseline !== undefined && { baseline: shownPath(tree.cwd, resolve(directory, config.baseline)) }),
  };
}
