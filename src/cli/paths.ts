import type { Notice } from '../analysis/analysis.ts';
import { defaultConfig } from '../config/config.ts';
import { seriesSettings } from '../config/directory.ts';
import { type LoadedConfig, loadConfig, readFromDisk } from '../config/load.ts';
import type { MigrationSet } from '../migration/migration.ts';
import { Problem } from '../problem.ts';
import type { Change } from '../source/arrange.ts';
import { type DiskRequest, type OnRead, readDisk, stdinPath } from '../source/disk.ts';
import { directoryOf, expandGlobs, expandPaths } from '../source/expand.ts';
import { shownPath, type Tree } from '../source/tree.ts';
import { loadScriptReader } from '../sql/script/load.ts';
import type { Arguments } from './arguments.ts';
import { appliedBefore, type Inputs, loadBaseline, named, withArguments } from './inputs.ts';
import type { Io } from './io.ts';

/** Finds and reads what the operands name, each migration a deployment of its own. @throws Problem */
export async function readPaths(args: Arguments, io: Io, tree: Tree, onRead?: OnRead): Promise<Inputs> {
  const loaded = await loadConfig(io.cwd, args.config, directoryOf(tree, named(args)));
  const config = withArguments(loaded, args, tree);
  const { review, input } = await underReview(args, io, tree, loaded);
  const schema = config.schema === undefined ? undefined : (await expandPaths(tree, [config.schema]))[0];
  const programs = await loadScriptReader(review.keys());
  const request: DiskRequest = {
    tree,
    review,
    noHistory: args.noHistory,
    isHistory: 'earlier',
    earlier: await appliedBefore(args, tree),
    ...(schema !== undefined && { schema }),
    together: args.together,
    transaction: config.transaction,
    settings: seriesSettings(config),
    ...(args.direction && { direction: args.direction }),
    ...(programs && { programs }),
    ...(input && { input }),
    ...(onRead && { onRead }),
  };
  const sets = readDisk(request);
  // Who writes a new one lists what the old one has too.
  const baseline = args.command === 'baseline' ? {} : await loadBaseline(config, tree, readFromDisk);
  return { config, sets, notices: notJudged(args, review, sets), ...baseline };
}

interface Review {
  readonly review: ReadonlyMap<string, Change>;
  readonly input?: NonNullable<DiskRequest['input']>;
}

async function underReview(args: Arguments, io: Io, tree: Tree, loaded: LoadedConfig): Promise<Review> {
  const { config, directory, path } = loaded;
  const named = args.operands.filter((each) => each !== '-');
  if (args.operands.length > named.length) {
    const at = args.stdinFilename === undefined ? stdinPath : shownPath(tree.cwd, args.stdinFilename);
    const others = await expandPaths(tree, named);
    return { review: unchanged([at, ...others]), input: { path: at, bytes: await io.stdin() } };
  }
  if (args.stdinFilename !== undefined) throw new Problem('--stdin-filename goes with `-`, standard input');
  if (named.length === 0) {
    const all = await expandGlobs(tree, config.migrations, directory);
    // Where nobody has named them, what a build has copied (`target/`, `dist/`) is none.
    const ignored =
      config.migrations === defaultConfig.migrations ? (await import('../source/ignored.ts')).ignoredByGit(tree, all) : new Set();
    const found = all.filter((each) => !ignored.has(each));
    if (found.length > 0) return { review: unchanged(found) };
    const where = path === undefined ? 'name them, or set `migrations` in .lockstep.yml' : `the \`migrations\` of ${path} match nothing`;
    throw new Problem(`no migrations found: ${where}`);
  }
  const found = await expandPaths(tree, named);
  return { review: unchanged(found) };
}

/** A file that was named and is not judged is not passed over in silence. */
function notJudged({ operands, direction }: Arguments, review: Review['review'], sets: readonly MigrationSet[]): readonly Notice[] {
  const judged = new Set(sets.flatMap(({ units }) => units.flatMap(({ migrations }) => migrations.map(({ path }) => path))));
  const message =
    direction === 'down' ? 'Not judged: nothing in it is a way back.' : 'Not judged: its name says that it undoes a migration.';
  return operands.filter((path) => review.has(path) && !judged.has(path)).map((path) => ({ path, line: 1, message }));
}

function unchanged(paths: readonly string[]): ReadonlyMap<string, Change> {
  return new Map(paths.map((path) => [path, {}]));
}
