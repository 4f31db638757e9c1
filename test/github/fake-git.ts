import { createHash } from 'node:crypto';
import { examples } from './schema.ts';
import { type Files, filesAt, forbidden, type Handler, notFound, type State, unprocessable } from './world.ts';

/** Branches, commits and further pull requests, all of them written through the API. */
export const gitOperations: Readonly<Record<string, Handler>> = {
  'git/list-matching-refs': (state, { path }) => {
    const prefix = `refs/${path.ref}`;
    const refs = [...state.branches].filter(([name]) => name.startsWith(prefix));
    return { status: 200, body: refs.map(([ref, sha]) => refJson(ref, sha)) };
  },
  'git/get-commit': (state, { path }) => {
    const sha = path.commit_sha ?? '';
    const files = filesAt(state, sha);
    return files === undefined ? notFound : { status: 200, body: commitJson(sha, treeOf(state, files), state.messages.get(sha) ?? 'work') };
  },
  'git/create-tree': (state, { body }) => {
    if (!state.world.mayWriteContents) return forbidden;
    const { base_tree: base = '', tree } = body as { base_tree?: string; tree: readonly { path: string; content: string }[] };
    const before = state.trees.get(base);
    if (before === undefined) return unprocessable('base_tree is not a valid tree oid');
    const sha = treeOf(state, { ...before, ...Object.fromEntries(tree.map(({ path, content }) => [path, content])) });
    return { status: 201, body: { sha, truncated: false, tree: [] } };
  },
  'git/create-commit': (state, { body }) => {
    if (!state.world.mayWriteContents) return forbidden;
    const { message, tree, parents = [] } = body as { message: string; tree: string; parents?: readonly string[] };
    const files = state.trees.get(tree);
    if (files === undefined) return unprocessable('Tree SHA does not exist');
    if (parents.some((each) => !state.commits.has(each))) return unprocessable('Parent SHA does not exist');
    const sha = hash(`${tree} ${parents} ${message}`);
    state.commits.set(sha, files);
    state.messages.set(sha, message);
    return { status: 201, body: commitJson(sha, tree, message) };
  },
  'git/create-ref': (state, { body }) => {
    if (!state.world.mayWriteContents) return forbidden;
    const { ref, sha } = body as { ref: string; sha: string };
    if (state.branches.has(ref)) return unprocessable('Reference already exists');
    if (!ref.startsWith('refs/heads/') || !state.commits.has(sha)) return unprocessable('Object does not exist');
    state.branches.set(ref, sha);
    return { status: 201, body: refJson(ref, sha) };
  },
  'git/update-ref': (state, { path, body }) => {
    if (!state.world.mayWriteContents) return forbidden;
    const ref = `refs/${path.ref}`;
    const { sha, force = false } = body as { sha: string; force?: boolean };
    if (!state.branches.has(ref)) return unprocessable('Reference does not exist');
    if (!force) return unprocessable('Update is not a fast forward');
    state.branches.set(ref, sha);
    return { status: 200, body: refJson(ref, sha) };
  },
  'pulls/create': (state, { body }) => {
    if (state.world.readOnly) return forbidden;
    if (state.world.mayNotOpen)
      return { status: 403, body: { message: 'GitHub Actions is not permitted to create or approve pull requests.' } };
    const {
      title = '',
      body: text = '',
      head,
      base,
      draft = false,
    } = body as Record<string, string> & { head: string; base: string; draft?: boolean };
    if (!state.branches.has(`refs/heads/${head}`)) return unprocessable('Field:head, Code:invalid');
    if (state.pulls.some((each) => each.head === head && each.state === 'open'))
      return unprocessable(`A pull request already exists for ${head}.`);
    const pull = { number: 100 + state.pulls.length, title, body: text, head, base, draft, state: 'open' };
    state.pulls.push(pull);
    return { status: 201, body: pullJson(pull) };
  },
  'pulls/update': (state, { path, body }) => {
    if (state.world.readOnly) return forbidden;
    const pull = state.pulls.find(({ number }) => number === Number(path.pull_number));
    if (pull === undefined) return notFound;
    Object.assign(pull, body);
    return { status: 200, body: pullJson(pull) };
  },
};

/** What a list of pull requests has besides the one that is under review, the newest first. */
export function otherPulls(state: State, query: URLSearchParams): readonly object[] {
  const [, head] = (query.get('head') ?? ':').split(':');
  const found = state.pulls.filter((each) => each.head === head && (query.get('state') === 'all' || each.state === query.get('state')));
  return found.reverse().map(pullJson);
}

const hash = (text: string): string => createHash('sha1').update(text).digest('hex');

function treeOf(state: State, files: Files): string {
  const sha = hash(JSON.stringify(Object.entries(files).map(([name, content]) => [name, String(content)])));
  state.trees.set(sha, files);
  return sha;
}

function refJson(ref: string, sha: string): object {
  const example = examples['git-ref'] as Record<string, object>;
  return { ...example, ref, object: { ...example.object, sha } };
}

function commitJson(sha: string, tree: string, message: string): object {
  const example = examples['git-commit'] as Record<string, object>;
  return { ...example, sha, message, tree: { ...example.tree, sha: tree } };
}

function pullJson(pull: State['pulls'][number]): object {
  const example = examples['pull-request'] as Record<string, object>;
  const { head, base, ...rest } = pull;
  return { ...example, ...rest, requested_teams: [], head: { ...example.head, ref: head }, base: { ...example.base, ref: base } };
}
