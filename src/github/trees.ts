import { Problem } from '../problem.ts';
import type { ChangedFile } from './changes.ts';
import { type Client, refused } from './client.ts';
import type { Settings } from './inputs.ts';

/**
 * What differs between two commits, from their listings: complete where a comparison stops after 300 files. A rename is a file gone and another one come,
 * and there is no diff, so that every line of a file counts as changed.
 * @throws Problem where GitHub does not list a whole tree
 */
export async function treeChanges(client: Client, settings: Settings, base: string, head: string): Promise<readonly ChangedFile[]> {
  const [before, after] = await Promise.all([blobsOf(client, settings, base), blobsOf(client, settings, head)]);
  const gone = [...before].filter(([path]) => !after.has(path)).map(([path, blob]): ChangedFile => ({ path, status: 'removed', blob }));
  const changed = [...after].flatMap(([path, blob]): ChangedFile[] => {
    const old = before.get(path);
    return old === blob ? [] : [{ path, status: old === undefined ? 'added' : 'modified', blob }];
  });
  return [...gone, ...changed];
}

/** The git objects of all files of a commit, by their paths. */
async function blobsOf(client: Client, { repository }: Settings, commit: string): Promise<ReadonlyMap<string, string>> {
  const { data } = await client.rest.git.getTree({ ...repository, tree_sha: commit, recursive: '1' }).catch((error) => {
    throw refused(error, `Listing the files of ${commit}`);
  });
  if (data.truncated) throw new Problem(`${commit} has more files than GitHub lists at once, so a migration could go unseen`);
  return new Map(
    data.tree.flatMap(({ path, type, sha }) => (type === 'blob' && path !== undefined && sha !== undefined ? [[path, sha] as const] : [])),
  );
}
