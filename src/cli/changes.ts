import { resolve } from 'node:path';
import type { Notice } from '../analysis/analysis.ts';
import { defaultConfig } from '../config/config.ts';
import { seriesSettings } from '../config/directory.ts';
import { configPaths, type LoadedConfig, loadConfig } from '../config/load.ts';
import { Problem } from '../problem.ts';
import { type OnRead, readDisk } from '../source/disk.ts';
import { directoryOf, expandPaths, globMatcher } from '../source/expand.ts';
import { type Changes, changesSince } from '../source/git.ts';
import { repositoryOf, shownPath, type Tree } from '../source/tree.ts';
import { loadScriptReader } from '../sql/script/load.ts';
import type { Arguments } from './arguments.ts';
import { appliedBefore, type Inputs, loadBaseline, named, withArguments } from './inputs.ts';

/**
 * `--base REF`: what the action would judge if the working tree were pushed now. Only the changed migrations are the author's; the
 * config, the schema dump and the history are those of REF, so that a branch neither judges itself nor misses what has been merged meanwhile.
 * @throws Problem
 */
export async function readChanges(base: string, args: Arguments, tree: Tree, onRead?: OnRead): Promise<Inputs> {
  if (args.operands.includes('-')) throw new Problem('--base reads files from git, and standard input is none');
  const changes = changesSince(tree.cwd, base);
  const from = directoryOf(tree, named(args));
  const loaded = await configAt(base, changes, { args, tree, from });
  const config = withArguments(loaded, args, tree);

  const matches = await globMatcher(config.migrations);
  // The changes are the repository's: without a config the default globs are too, so that it does not matter from where one asks.
  const globsFrom = loaded.path === undefined ? (repositoryOf(tree.cwd) ?? loaded.directory) : loaded.directory;
  // What is gone cannot be found on disk, so it is matched by name.
  const isMigration = (path: string): boolean => matches(shownPath(globsFrom, resolve(tree.cwd, path)));
  const chosen = args.operands.length === 0 ? undefined : new Set(await expandPaths(tree, args.operands));
  const concerns = (path: string): boolean => chosen?.has(path) ?? isMigration(path);

  const review = new Map([...changes.files].filter(([path]) => concerns(path)));
  // Who asks about a part of the branch has the rest of it as history.
  const others = chosen === undefined ? [] : [...changes.files.keys()].filter((path) => !chosen.has(path) && isMigration(path));
  const programs = await loadScriptReader(review.keys());
  const sets = readDisk({
    tree,
    review,
    noHistory: args.noHistory,
    isHistory: 'all',
    earlier: await appliedBefore(args, tree),
    ...(config.schema !== undefined && { schema: config.schema }),
    together: true,
    transaction: config.transaction,
    settings: seriesSettings(config),
    ...(args.direction && { direction: args.direction }),
    ...(programs && { programs }),
    past: {
      paths: [...changes.base.paths.filter((path) => !changes.touched.has(path)), ...others],
      texts: (paths) => changes.base.texts(paths.filter((path) => path !== args.schema && !others.includes(path))),
      bytes: changes.base.bytes,
    },
    ...(onRead && { onRead }),
  });
  const changedConfig = configPaths(tree.cwd, args.config, from).find((path) => changes.touched.has(shownPath(tree.cwd, path)));
  const notices = [
    ...(changedConfig === undefined ? [] : [configNotice(shownPath(tree.cwd, changedConfig), base)]),
    ...fileNotices(changes, base, isMigration, concerns),
  ];
  const read = (path: string): Uint8Array | undefined => changes.base.bytes(shownPath(tree.cwd, path));
  return { config, sets, notices, ...(await loadBaseline(config, tree, read)) };
}

/** The config as it is at the base. One that only the branch has does not count yet. */
async function configAt(base: string, changes: Changes, { args, tree, from }: Asked): Promise<LoadedConfig> {
  const read = (path: string): Uint8Array | undefined => changes.base.bytes(shownPath(tree.cwd, path));
  if (args.config !== undefined && read(resolve(tree.cwd, args.config)) === undefined) {
    const path = shownPath(tree.cwd, args.config);
    if (!changes.touched.has(path)) throw new Problem(`no such config file at ${base}`, { path });
    return { config: defaultConfig, directory: tree.cwd };
  }
  return loadConfig(tree.cwd, args.config, from, read);
}

interface Asked {
  readonly tree: Tree;
  readonly args: Arguments;
  readonly from: string;
}

function configNotice(path: string, base: string): Notice {
  return { path, line: 1, message: `Changed since ${base}. This run went by ${base}; the change counts once it is merged.` };
}

/** What happened to migrations that databases may have run already. */
function fileNotices(
  { deleted, renamed }: Changes,
  base: string,
  isMigration: (path: string) => boolean,
  concerns: (path: string) => boolean,
): readonly Notice[] {
  return [
    ...deleted.filter(isMigration).map((path) => ({
      path,
      line: 1,
      message: `Deleted since ${base}: databases that have run it keep what it did, and a new one will not get it.`,
    })),
    ...renamed
      .filter(({ to }) => concerns(to))
      .map(({ from, to }) => ({
        path: to,
        line: 1,
        message: `Renamed since ${base} from ${from}: a migration tool takes it for a new migration and runs it again.`,
      })),
  ];
}
