import { patchOf } from './diff.ts';
import { approvalFields } from './fake-approvals.ts';
import { examples } from './schema.ts';
import { baseSha, blobOf, bytesOf, type Files, filesAt, type Handler, notFound, page, type State } from './world.ts';

/** The pull request itself, its changed files and what they hold. */
export const fileOperations: Readonly<Record<string, Handler>> = {
  'pulls/get': (state, { path }) => {
    const example = examples['pull-request'] as Record<string, object>;
    const pull = {
      ...example,
      number: Number(path.pull_number),
      html_url: `https://github.com/${path.owner}/${path.repo}/pull/${path.pull_number}`,
      head: { ...example.head, sha: state.head },
      base: { ...example.base, sha: baseSha, ref: 'main' },
      changed_files: state.world.changedFiles ?? diffEntries(state).length,
      // GitHub's own example lacks a property that its schema requires here.
      requested_teams: [],
      ...approvalFields(state),
    };
    return { status: 200, body: pull };
  },
  'pulls/list-files': (state, call) => page(diffEntries(state), call),
  'repos/compare-commits': (state, { path }) => {
    const [from, to] = [filesAt(state, path.base), filesAt(state, path.head)];
    if (from === undefined || to === undefined) return notFound;
    const example = examples['commit-comparison'] as Record<string, object>;
    const files = from === to ? [] : diffEntries(state).slice(0, 300);
    return {
      status: 200,
      body: {
        ...example,
        base_commit: { ...example.base_commit, sha: baseSha },
        merge_base_commit: { ...example.merge_base_commit, sha: baseSha },
        files,
      },
    };
  },
  'repos/get-content': (state, { path, query, accept }) => {
    const content = filesAt(state, query.get('ref') ?? 'main')?.[path.path ?? ''];
    if (content === undefined) return notFound;
    if (!accept.includes('raw')) throw new Error('the fake gives contents raw only');
    return { status: 200, body: undefined, raw: bytesOf(content) };
  },
  'git/get-tree': (state, { path }) => {
    const tree = filesAt(state, path.tree_sha);
    if (tree === undefined) return notFound;
    const entries = Object.entries(tree).map(([name, content]) => ({
      path: name,
      mode: '100644',
      type: 'blob',
      sha: blobOf(content),
      size: bytesOf(content).length,
    }));
    return { status: 200, body: { sha: path.tree_sha, truncated: state.world.truncatedTrees === true, tree: entries } };
  },
  'git/get-blob': (state, { path }) => {
    const contents = [...state.commits.values()].flatMap((files) => Object.values(files)).map(bytesOf);
    const content = contents.find((each) => blobOf(each) === path.file_sha);
    if (content === undefined) return notFound;
    return {
      status: 200,
      body: {
        content: Buffer.from(content).toString('base64').replace(/.{60}/g, '$&\n'),
        encoding: 'base64',
        url: 'https://api.github.com/blob',
        sha: path.file_sha,
        size: content.length,
        node_id: 'B',
      },
    };
  },
};

/** The patch of each file that GitHub shows a diff of, at the head as it is now. */
export function patchesOf(state: State): ReadonlyMap<string, string> {
  return new Map(diffEntries(state).flatMap(({ filename, patch }) => (patch === undefined ? [] : [[filename, patch] as const])));
}

interface Entry {
  readonly filename: string;
  readonly patch?: string;
}

const known = new WeakMap<Files, readonly Entry[]>();

/** The changed files as `pulls/list-files` gives them, in its order. */
export function diffEntries(state: State): readonly Entry[] {
  const { world, commits } = state;
  const head = commits.get(state.head) ?? world.head;
  const entries = known.get(head) ?? entriesBetween(world.forkedFrom ?? world.base, head, world.renamed ?? {});
  known.set(head, entries);
  return entries.map((entry) => {
    if (world.withoutPatch?.includes(entry.filename) !== true) return entry;
    const { patch: _, ...rest } = entry;
    return rest;
  });
}

function entriesBetween(base: Files, head: Files, renamed: Readonly<Record<string, string>>): readonly Entry[] {
  const gone = new Set(Object.values(renamed));
  const paths = [...new Set([...Object.keys(base), ...Object.keys(head)])].filter((path) => !gone.has(path)).sort();
  return paths.flatMap((path) => {
    const previous = renamed[path];
    const before = base[previous ?? path];
    const after = head[path];
    if (before !== undefined && after !== undefined && previous === undefined && Buffer.from(before).equals(Buffer.from(after))) return [];
    const status = after === undefined ? 'removed' : previous !== undefined ? 'renamed' : before === undefined ? 'added' : 'modified';
    const patch = patchOf(optional(before), optional(after));
    const count = (sign: string): number => (patch ?? '').split('\n').filter((line) => line.startsWith(sign)).length;
    const address = encodeURIComponent(path);
    return [
      {
        sha: blobOf(after ?? before ?? ''),
        filename: path,
        status,
        additions: count('+'),
        deletions: count('-'),
        changes: count('+') + count('-'),
        blob_url: `https://github.com/Codertocat/Hello-World/blob/head/${address}`,
        raw_url: `https://github.com/Codertocat/Hello-World/raw/head/${address}`,
        contents_url: `https://api.github.com/repos/Codertocat/Hello-World/contents/${address}?ref=head`,
        ...(patch !== undefined && { patch }),
        ...(previous !== undefined && { previous_filename: previous }),
      },
    ];
  });
}

const optional = (content: string | Uint8Array | undefined): Uint8Array | undefined =>
  content === undefined ? undefined : bytesOf(content);
