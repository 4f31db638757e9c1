import { resolve } from 'node:path';
import type { Notice } from '../analysis/analysis.ts';
import type { Config } from '../config/config.ts';
import type { LoadedConfig } from '../config/load.ts';
import { readTarget } from '../config/target.ts';
import { comparePlaces, placeOf } from '../convention/plain.ts';
import type { MigrationSet } from '../migration/migration.ts';
import { expandPaths } from '../source/expand.ts';
import { shownPath, type Tree } from '../source/tree.ts';
import type { Arguments } from './arguments.ts';

/** What the arguments and the config come to. */
export interface Inputs {
  readonly config: Config;
  readonly sets: readonly MigrationSet[];
  /** What the sources have to say, besides what the analysis finds. */
  readonly notices: readonly Notice[];
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
    ...(args.engine !== undefined && { target: readTarget(args.engine) }),
    ...(args.failOn !== undefined && { failOn: args.failOn }),
    ...(schema !== undefined && { schema }),
  };
}
