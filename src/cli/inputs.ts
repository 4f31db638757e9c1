import { resolve } from 'node:path';
import type { Notice } from '../analysis/analysis.ts';
import type { Config } from '../config/config.ts';
import { type LoadedConfig, loadConfig } from '../config/load.ts';
import { readTarget } from '../config/target.ts';
import { comparePlaces, isDown, placeOf } from '../convention/plain.ts';
import type { MigrationSet } from '../migration/migration.ts';
import { Problem } from '../problem.ts';
import type { Change } from '../source/arrange.ts';
import { type DiskRequest, readDisk, stdinPath } from '../source/disk.ts';
import { directoryOf, expandGlobs, expandPaths, globMatcher } from '../source/expand.ts';
import { repositoryOf, shownPath, type Tree, treeOf } from '../source/tree.ts';
import type { Arguments } from './arguments.ts';
import type { Io } from './io.ts';

/** What the arguments and the config come to. */
export interface Inputs {
  readonly config: Config;
  readonly tree: Tree;
  readonly sets: readonly MigrationSet[];
  /** What the sources have to say, besides what the analysis finds. */
  readonly notices: readonly Notice[];
}

/** Finds and reads the migrations. @throws Problem */
export async function readInputs(args: Arguments, io: Io): Promise<Inputs> {
  const tree = treeOf(io.cwd);
  const loaded = await loadConfig(io.cwd, args.config, directoryOf(tree, named(args)));
  const config = withArguments(loaded, args, tree);
  const { review, notices, input } = await underReview(args, io, tree, loaded);
  const earlier = args.history.length === 0 ? [] : [...(await expandPaths(tree, args.history))].map(placeOf).sort(comparePlaces);
  const schema = config.schema === undefined ? undefined : (await expandPaths(tree, [config.schema]))[0];
  const request: DiskRequest = {
    tree,
    review,
    noHistory: args.noHistory,
    siblings: args.base === undefined ? 'earlier' : 'all',
    earlier: earlier.map(({ path }) => path),
    ...(schema !== undefined && { schema }),
    together: args.together || args.base !== undefined,
    transaction: config.transaction,
    ...(input && { input }),
  };
  return { config, tree, sets: readDisk(request), notices };
}

/** The paths that the arguments name, standard input under its own name. */
function named(args: Arguments): readonly string[] {
  return args.operands.flatMap((each) => (each === '-' ? (args.stdinFilename ?? []) : each));
}

function withArguments({ config, directory }: LoadedConfig, args: Arguments, tree: Tree): Config {
  const schema = args.schema ?? (config.schema === undefined ? undefined : shownPath(tree.cwd, resolve(directory, config.schema)));
  return {
    ...config,
    ...(args.engine !== undefined && { target: readTarget(args.engine) }),
    ...(args.failOn !== undefined && { failOn: args.failOn }),
    ...(schema !== undefined && { schema }),
  };
}

interface Review {
  readonly review: ReadonlyMap<string, Change>;
  readonly notices: readonly Notice[];
  readonly input?: NonNullable<DiskRequest['input']>;
}

async function underReview(args: Arguments, io: Io, tree: Tree, loaded: LoadedConfig): Promise<Review> {
  const { config, directory, path } = loaded;
  if (args.base !== undefined) return changedSince(args.base, args, tree, loaded);
  const named = args.operands.filter((each) => each !== '-');
  if (args.operands.length > named.length) {
    const at = args.stdinFilename === undefined ? stdinPath : shownPath(tree.cwd, args.stdinFilename);
    const others = await expandPaths(tree, named);
    return { review: unchanged([at, ...others]), notices: [], input: { path: at, bytes: await io.stdin() } };
  }
  if (args.stdinFilename !== undefined) throw new Problem('--stdin-filename goes with `-`, standard input');
  if (named.length === 0) {
    const found = await expandGlobs(tree, config.migrations, directory);
    if (found.length > 0) return { review: unchanged(found), notices: [] };
    const where = path === undefined ? 'name them, or set `migrations` in .lockstep.yml' : `the \`migrations\` of ${path} match nothing`;
    throw new Problem(`no migrations found: ${where}`);
  }
  const found = await expandPaths(tree, named);
  return { review: unchanged(found), notices: named.filter((each) => found.includes(each)).flatMap(downNotice) };
}

/** A file that was named and is not judged is not passed over in silence. */
function downNotice(path: string): readonly Notice[] {
  const message = 'Not judged: its name says that it undoes a migration.';
  return isDown(path, () => false) ? [{ path, line: 1, message }] : [];
}

function unchanged(paths: readonly string[]): ReadonlyMap<string, Change> {
  return new Map(paths.map((path) => [path, {}]));
}

async function changedSince(base: string, args: Arguments, tree: Tree, { config, directory, path }: LoadedConfig): Promise<Review> {
  if (args.operands.includes('-')) throw new Problem('--base reads files from git, and standard input is none');
  const { changesSince } = await import('../source/git.ts');
  const changes = changesSince(tree.cwd, base);
  const named = args.operands.length === 0 ? undefined : new Set(await expandPaths(tree, args.operands));
  const matches = await globMatcher(config.migrations);
  // The changes are the repository's: without a config the default globs are too, so that it does not matter from where one asks.
  const from = path === undefined ? (repositoryOf(tree.cwd) ?? directory) : directory;
  // What is gone cannot be found on disk, so it is matched by name.
  const gone = (path: string): boolean => matches(shownPath(from, resolve(tree.cwd, path)));
  const concerns = (path: string): boolean => named?.has(path) ?? gone(path);
  return {
    review: new Map([...changes.files].filter(([path]) => concerns(path))),
    notices: [
      ...changes.deleted.filter(gone).map((path) => ({
        path,
        line: 1,
        message: `Deleted since ${base}: databases that have run it keep what it did, and a new one will not get it.`,
      })),
      ...changes.renamed
        .filter(({ to }) => concerns(to))
        .map(({ from, to }) => ({
          path: to,
          line: 1,
          message: `Renamed since ${base} from ${from}: a migration tool takes it for a new migration and runs it again.`,
        })),
    ],
  };
}
