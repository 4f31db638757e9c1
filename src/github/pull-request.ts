import { posix } from 'node:path';
import type { Notice } from '../analysis/analysis.ts';
import { seriesSettings } from '../config/directory.ts';
import { isSqlFile } from '../convention/plain.ts';
import type { LineRange, MigrationSet } from '../migration/migration.ts';
import { Problem } from '../problem.ts';
import { arrange, type Change } from '../source/arrange.ts';
import { type Decoded, decode } from '../source/decode.ts';
import { globMatcher } from '../source/expand.ts';
import { parseHunks } from '../source/hunks.ts';
import { isScript, loadScriptReader } from '../sql/script/load.ts';
import { type ChangedFile, type Changes, changesOf } from './changes.ts';
import type { Client } from './client.ts';
import { fileAt, fromCheckout, isObject, mapPool } from './content.ts';
import { historyOf } from './history.ts';
import type { Settings } from './inputs.ts';
import { type Policy, policyOf } from './policy.ts';

/** What is under review, ready to be judged. All paths are relative to the repository's root. */
export interface PullRequest {
  /** The commit that is judged; empty where there is none. */
  readonly head: string;
  readonly sets: readonly MigrationSet[];
  readonly policy: Policy;
  /** The lines of each migration that a review may comment on, hunk by hunk; a path is missing where that is not known. */
  readonly commentable: ReadonlyMap<string, readonly LineRange[]>;
  /** Every path that is changed, and where the changes can be looked at. */
  readonly changed: ReadonlySet<string>;
  readonly pull?: NonNullable<Changes['pull']>;
  /** What the changes themselves have to say, besides what the analysis finds. */
  readonly notices: readonly Notice[];
}

/**
 * Reads the changed migrations at the head commit, the config at the base commit, and the history between.
 * @throws Problem where anything of it cannot be had: what was not seen does not pass
 */
export async function readPullRequest(client: Client, settings: Settings): Promise<PullRequest> {
  const changes = await changesOf(client, settings);
  const policy = await policyOf(client, settings, changes);
  const isMigration = await migrationFilter(policy, settings.directory);
  const present = changes.files.filter((file) => file.status !== 'removed' && file.status !== 'unchanged' && isMigration(file.path));
  const files = await mapPool(present, 8, (file) => readFile(client, settings, file, changes.head));
  const byPath = new Map(files.map((file) => [file.path, file]));

  const review = new Map(files.map(({ path, change }) => [path, change]));
  const history = await historyOf(client, settings, changes, [...review.keys()]);
  const dump = await readDump(client, settings, policy, changes);
  const programs = await loadScriptReader(review.keys());
  const sets = arrange({
    review,
    siblings: history.siblings,
    isHistory: () => true,
    earlier: [],
    ...(dump && { dump: dump.path }),
    together: true,
    transaction: policy.config.transaction,
    settings: seriesSettings(policy.config),
    markers: history.markers,
    ...(programs && { programs }),
    read: (path) => byPath.get(path)?.decoded ?? (path === dump?.path ? dump.decoded : history.read(path)),
  });
  return {
    head: changes.head,
    sets,
    policy,
    commentable: new Map(files.flatMap(({ path, commentable }) => (commentable === undefined ? [] : [[path, commentable] as const]))),
    changed: new Set(changes.files.map(({ path }) => path)),
    ...(changes.pull && { pull: changes.pull }),
    notices: [...policy.notices, ...noticesOf(changes, isMigration)],
  };
}

/** Whether a path is a migration by the globs, and stands below the working directory. A glob of a directory stands for its `.sql` files. */
async function migrationFilter({ config, directory }: Policy, below: string): Promise<(path: string) => boolean> {
  const matches = await globMatcher(config.migrations);
  return (path) => {
    if (below !== '' && !path.startsWith(`${below}/`)) return false;
    const own = directory === '' ? path : path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : undefined;
    return own !== undefined && (isSqlFile(own) || isScript(own)) && matches(own);
  };
}

interface ReviewedFile {
  readonly path: string;
  readonly decoded: Decoded;
  readonly change: Change;
  readonly commentable?: readonly LineRange[];
}

/**
 * The file's text, and what its diff says about its lines: only a diff whose new side is this very text, and whose lines are counted
 * as we count them, says anything. Otherwise every line counts as changed and none can carry a comment.
 */
async function readFile(client: Client, settings: Settings, file: ChangedFile, head: string): Promise<ReviewedFile> {
  const { path, blob, patch, status } = file;
  const held = blob === null ? undefined : fromCheckout(settings.workspace, path, blob);
  const bytes = held ?? (await fileAt(client, settings, path, head));
  if (bytes === undefined) throw new Problem(`GitHub lists it as changed, and ${head} does not hold it`, { path });
  const decoded = decode(bytes);
  const sound = patch !== undefined && blob !== null && (held !== undefined || isObject(bytes, blob)) && !/\r(?!\n)/.test(decoded.text);
  const hunks = sound ? parseHunks(patch) : undefined;
  const edited = status === 'modified' || status === 'changed';
  return {
    path,
    decoded,
    change: { ...(edited && { edited: true }), ...(edited && hunks && { changedLines: hunks.changed }) },
    ...(hunks && { commentable: hunks.commentable }),
  };
}

/** The schema dump at the base commit: the pull request's own would already hold what it is about to do. */
async function readDump(
  client: Client,
  settings: Settings,
  policy: Policy,
  changes: Changes,
): Promise<{ readonly path: string; readonly decoded: Decoded } | undefined> {
  if (policy.config.schema === undefined || changes.base === '') return undefined;
  const directory = policy.path === undefined ? '' : posix.dirname(policy.path);
  const path = posix.join(directory, policy.config.schema);
  const bytes = await fileAt(client, settings, path, changes.base);
  if (bytes === undefined) throw new Problem('the schema dump that the config names is not on the base branch', { path });
  return { path, decoded: decode(bytes) };
}

/** What happened to migrations that databases may have run already. */
function noticesOf(changes: Changes, isMigration: (path: string) => boolean): readonly Notice[] {
  return changes.files.flatMap(({ path, status, previous }) => {
    if (status === 'removed' && isMigration(path))
      return [{ path, line: 1, message: 'Deleted here: databases that have run it keep what it did, and a new one will not get it.' }];
    if (status === 'renamed' && previous !== undefined && isMigration(path))
      return [{ path, line: 1, message: `Renamed from ${previous}: a migration tool takes it for a new migration and runs it again.` }];
    return [];
  });
}
