import { addToList } from '../convention/index.ts';
import { Problem } from '../problem.ts';
import { digest } from '../report/fingerprint.ts';
import type { FollowUp } from '../report/follow-up.ts';
import { fence, prose } from '../report/markdown-escape.ts';
import { decode } from '../source/decode.ts';
import { type Client, said, statusOf } from './client.ts';
import { fileAt } from './content.ts';
import type { Settings } from './inputs.ts';
import type { Refusal } from './refusal.ts';
import type { Trigger } from './trigger.ts';

/** Where the later stages of a pull request go. */
export interface Stack {
  readonly client: Client;
  readonly repository: Settings['repository'];
  readonly trigger: Extract<Trigger, { kind: 'pull-request' }>;
  /** The branch of the pull request, on which its follow-ups stand. */
  readonly branch: string;
}

export interface Opened {
  readonly number: number;
  readonly when: string;
}

/**
 * Keeps a draft pull request for each follow-up, on top of the pull request that it is for. All of it through the API: nothing is
 * checked out. A branch that somebody else has committed to is left alone, and a follow-up that somebody has closed stays closed.
 * @param isPending whether a plan has been taken over by the migrations, so that its later stages are still to come
 */
export async function keepFollowUps(
  stack: Stack,
  followUps: readonly FollowUp[],
  isPending: (plan: string) => boolean,
): Promise<{ readonly opened: readonly Opened[]; readonly refusal?: Refusal }> {
  const opened: Opened[] = [];
  try {
    const branches = await branchesOf(stack);
    for (const followUp of followUps) {
      const number = await keep(stack, followUp, branches.get(followUp.name));
      if (number !== undefined) opened.push({ number, when: followUp.when });
    }
    for (const [name, { plans }] of branches) {
      if (!followUps.some((each) => each.name === name) && !plans.some(isPending)) await close(stack, name);
    }
    return { opened };
  } catch (error) {
    return { opened, refusal: refusalOf(error) };
  }
}

/** The last line of a commit that is ours: which plans it holds, and a digest of all that it was made from. */
const trailer = /\n\nLockstep-Plan: ([0-9a-f]+(?:,[0-9a-f]+)*) ([0-9a-f]{16})$/;

interface Branch {
  readonly sha: string;
  readonly plans: readonly string[];
  readonly content: string;
}

const nameOf = ({ trigger }: Stack, name: string): string => `lockstep/${trigger.number}/${name}`;

/** Our branches of this pull request, by the name of the follow-up; `content` is empty where the last commit is not ours. */
async function branchesOf(stack: Stack): Promise<ReadonlyMap<string, Branch>> {
  const { client, repository } = stack;
  const prefix = `heads/${nameOf(stack, '')}`;
  const { data } = await client.rest.git.listMatchingRefs({ ...repository, ref: prefix });
  const branches = new Map<string, Branch>();
  for (const { ref, object } of data) {
    const commit = await client.rest.git.getCommit({ ...repository, commit_sha: object.sha });
    const [, plans = '', content = ''] = trailer.exec(commit.data.message) ?? [];
    branches.set(ref.slice(`refs/${prefix}`.length), { sha: object.sha, plans: plans.split(','), content });
  }
  return branches;
}

/** @returns the number of its pull request; undefined: somebody has closed it */
async function keep(stack: Stack, followUp: FollowUp, branch: Branch | undefined): Promise<number | undefined> {
  const { client, repository, trigger } = stack;
  const { title, body, plans } = followUp;
  const head = nameOf(stack, followUp.name);
  const files = [...followUp.files, ...(await amendedLists(stack, followUp))];
  const content = digest(trigger.head, title, ...files.flatMap(({ path, text }) => [path, text]));
  const pull = await pullOf(stack, followUp.name);
  if (pull?.state === 'closed' && !isClosedByUs(pull)) return undefined;
  const isOthers = branch !== undefined && branch.content === '';
  if (!isOthers && branch?.content !== content) {
    const base = await client.rest.git.getCommit({ ...repository, commit_sha: trigger.head });
    const tree = await client.rest.git.createTree({
      ...repository,
      base_tree: base.data.tree.sha,
      tree: files.map(({ path, text }) => ({ path, mode: '100644', type: 'blob', content: text })),
    });
    const commit = await client.rest.git.createCommit({
      ...repository,
      message: `${title}\n\nLockstep-Plan: ${plans.join(',')} ${content}`,
      tree: tree.data.sha,
      parents: [trigger.head],
    });
    const { sha } = commit.data;
    if (branch === undefined) await client.rest.git.createRef({ ...repository, ref: `refs/heads/${head}`, sha });
    else await client.rest.git.updateRef({ ...repository, ref: `heads/${head}`, sha, force: true });
  }
  if (pull === undefined) {
    const request = { ...repository, title, body, head, base: stack.branch, draft: true, request: { retries: 0 } };
    const { data } = await client.rest.pulls.create(request);
    return data.number;
  }
  const isKept = pull.state === 'open' && pull.title === title && pull.body?.replace(/\r\n/g, '\n').trim() === body.trim();
  if (!isKept) await client.rest.pulls.update({ ...repository, pull_number: pull.number, title, body, state: 'open' });
  return pull.number;
}

/** The tools' own lists as the head has them, with the new migrations at the end of each. @throws Problem where one cannot be added to */
async function amendedLists({ client, repository, trigger }: Stack, { lists }: FollowUp): Promise<FollowUp['files']> {
  const texts = new Map<string, string>();
  for (const { path, tool, keys } of lists) {
    const bytes = texts.has(path) ? undefined : await fileAt(client, { repository }, path, trigger.head);
    const text = addToList(tool, texts.get(path) ?? (bytes && decode(bytes).text) ?? '', keys);
    if (text === undefined) throw new Problem('is no list of migrations that can be added to', { path });
    texts.set(path, text);
  }
  return [...texts].map(([path, text]) => ({ path, text }));
}

/** What is not needed any more says so. */
async function close(stack: Stack, name: string): Promise<void> {
  const pull = await pullOf(stack, name);
  if (pull?.state !== 'open') return;
  const body = `${closed} The plan that it was part of is none of #${stack.trigger.number} any more.\n`;
  await stack.client.rest.pulls.update({ ...stack.repository, pull_number: pull.number, body, state: 'closed' });
}

const closed = '**Closed by Lockstep.**';
const isClosedByUs = ({ body }: { readonly body: string | null }): boolean => body?.startsWith(closed) === true;

interface Pull {
  readonly number: number;
  readonly state: string;
  readonly title: string;
  readonly body: string | null;
}

/** The newest pull request of a branch of ours. */
async function pullOf(stack: Stack, name: string): Promise<Pull | undefined> {
  const { client, repository } = stack;
  const head = `${repository.owner}:${nameOf(stack, name)}`;
  const { data } = await client.rest.pulls.list({ ...repository, head, state: 'all', sort: 'created', direction: 'desc', per_page: 1 });
  return data[0];
}

const permissions = 'permissions:\n  contents: write\n  pull-requests: write';

function refusalOf(error: unknown): Refusal {
  if (error instanceof Problem) {
    const line = `The later stages could not be opened as a pull request: ${error.oneLine}.`;
    return { line, markdown: prose(line) };
  }
  const status = statusOf(error);
  if (status === 0) throw error;
  const line = `The later stages could not be opened as a pull request: GitHub answered ${said(error)}.`;
  if (status !== 403 && status !== 404 && status !== 422) return { line, markdown: prose(line) };
  const setting = 'The repository must allow GitHub Actions to create pull requests (Settings, Actions, General).';
  return {
    line: `${line} \`open-follow-up\` needs \`contents: write\` and \`pull-requests: write\`. ${setting}`,
    markdown: `${prose(line)} \`open-follow-up\` needs these permissions:\n\n${fence('yaml', permissions)}\n\n${setting}`,
  };
}
