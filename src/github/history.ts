import { Problem } from '../problem.ts';
import { type Decoded, decode } from '../source/decode.ts';
import { inSeriesOf, siblingsOf } from '../source/disk.ts';
import { existingText, schemaPartsOn } from '../source/disk-markers.ts';
import { isSchemaPart, type Markers, noMarkers } from '../source/markers.ts';
import { readText, treeOf } from '../source/tree.ts';
import type { Changes } from './changes.ts';
import { commitOf } from './checkout.ts';
import { type Client, refused } from './client.ts';
import { blob, mapPool } from './content.ts';
import type { Settings } from './inputs.ts';
import { markerPaths, markersOf } from './markers.ts';

/** The migrations that stand beside those under review, and a way to read them. */
export interface History {
  readonly siblings: readonly string[];
  read(path: string): Decoded;
  /** What tells the migration tools. */
  readonly markers: Markers;
}

/** One request each, and the token of a job has 1,000 an hour for the whole repository. */
const mostDownloads = 300;

/**
 * History from the checkout, if it stands at the pull request's head, base or merge commit; else from GitHub, at the base.
 * @param reviewed the paths under review, which are never history
 * @throws Problem where there is too much to download: judged without its history, a migration would be judged wrong
 */
export async function historyOf(client: Client, settings: Settings, changes: Changes, reviewed: readonly string[]): Promise<History> {
  if (reviewed.length === 0) return { siblings: [], read: () => decode(new Uint8Array()), markers: noMarkers };
  // What the pull request touches in any way is not history: not the file that it removes, nor the name that it renames away.
  const touched = new Set(changes.files.flatMap((file) => (file.previous === undefined ? [file.path] : [file.path, file.previous])));
  const { trigger, workspace } = settings;
  const commit = commitOf(workspace);
  const merge = trigger.kind === 'pull-request' ? trigger.merge : changes.head;
  if (commit !== undefined && [changes.head, changes.base, merge].includes(commit)) {
    const tree = treeOf(workspace);
    const siblings = siblingsOf(tree, reviewed).filter((path) => !touched.has(path));
    const here = existingText(tree);
    return {
      siblings,
      read: (path) => readText(tree, path),
      markers: await markersOf(client, settings, changes, reviewed, siblings, here, (directory) => schemaPartsOn(tree, directory)),
    };
  }
  return download(client, settings, changes, reviewed, touched);
}

async function download(
  client: Client,
  settings: Settings,
  changes: Changes,
  reviewed: readonly string[],
  touched: ReadonlySet<string>,
): Promise<History> {
  const { base } = changes;
  const doing = `Listing the files of ${base}`;
  const { data } = await client.rest.git.getTree({ ...settings.repository, tree_sha: base, recursive: '1' }).catch((error) => {
    throw refused(error, doing);
  });
  const advice = 'add a step with actions/checkout before this one, then history is read from there';
  if (data.truncated) throw new Problem(`the repository has more files than GitHub lists at once; ${advice}`);
  const blobs = new Map(
    data.tree.flatMap(({ path, type, sha }) =>
      type === 'blob' && path !== undefined && sha !== undefined && !touched.has(path) ? [[path, sha] as const] : [],
    ),
  );
  const files = inSeriesOf(reviewed, [...blobs.keys()]).map((path) => ({ path, sha: blobs.get(path) as string }));
  if (files.length > mostDownloads) {
    throw new Problem(
      `there are ${files.length} earlier migrations, more than the ${mostDownloads} that are downloaded one by one; ${advice}`,
    );
  }
  // Only Prisma's own migrations stand beside such a schema.
  const parts = reviewed.some((path) => path.endsWith('/migration.sql'))
    ? [...blobs.keys()].filter(isSchemaPart).slice(0, mostDownloads)
    : [];
  const telling = [...new Set([...markerPaths(reviewed), ...parts])].flatMap((path) =>
    blobs.has(path) ? [{ path, sha: blobs.get(path) as string }] : [],
  );
  const texts = new Map(
    await mapPool([...files, ...telling], 8, async ({ path, sha }) => [path, decode(await blob(client, settings, sha, path))] as const),
  );
  const siblings = files.map(({ path }) => path);
  return {
    siblings,
    read: (path) => texts.get(path) ?? decode(new Uint8Array()),
    markers: await markersOf(
      client,
      settings,
      changes,
      reviewed,
      siblings,
      (path) => texts.get(path),
      (directory) => parts.filter((path) => directory === '' || path.startsWith(`${directory}/`)),
    ),
  };
}
