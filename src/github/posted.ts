import { type Marker, readMarker } from '../report/fingerprint.ts';
import type { Client } from './client.ts';
import type { Settings } from './inputs.ts';

/** What stands on a pull request and is ours, oldest first. */
export interface Posted {
  /** The pull request's commits when it was read. */
  readonly head: string;
  readonly base: string;
  /** One, unless two runs raced. */
  readonly summaries: readonly PostedText[];
  readonly comments: readonly PostedComment[];
  /** What another bot has left that did our work before: the same markers, visible. A person's are a person's. */
  readonly others: readonly PostedText[];
}

export interface PostedText {
  readonly id: number;
  /** By which GraphQL knows it. */
  readonly node: string;
  readonly body: string;
  /** Why it is minimised; undefined: it is not. */
  readonly minimized?: string;
}

export interface PostedComment extends PostedText {
  readonly marker: Extract<Marker, { readonly fingerprint: string }>;
  readonly path: string;
  /** Where it stands in the diff as it is now; undefined: its lines are not there any more. */
  readonly line?: number;
  readonly startLine?: number;
  readonly isAnswered: boolean;
}

/**
 * Reads what earlier runs have left. Ours is what bears our marker and was written by whoever our token belongs to: anybody can write
 * a marker, and several identities may review one pull request.
 */
export async function readPosted(client: Client, { repository }: Settings, number: number, owner: string): Promise<Posted> {
  const target = { ...repository, pull_number: number };
  const [issueComments, reviewComments] = await Promise.all([
    client.paginate(client.rest.issues.listComments, { ...repository, issue_number: number, per_page: 100 }),
    client.paginate(client.rest.pulls.listReviewComments, { ...target, per_page: 100 }),
  ]);
  const answered = new Set(reviewComments.map((each) => each.in_reply_to_id));
  const marked = <T extends { readonly body?: string }>(all: readonly T[]): readonly (T & { marker: Marker })[] =>
    all.flatMap((each) => {
      const marker = readMarker(each.body ?? '');
      return marker?.owner === owner ? [{ ...each, marker }] : [];
    });
  const candidates = [...marked(issueComments), ...marked(reviewComments)];
  // The head is asked for last: if it is still ours, so was everything that was read before.
  const [{ isOurs, whyMinimized }, pull] = await Promise.all([
    whose(
      client,
      candidates.map((each) => each.node_id),
    ),
    client.rest.pulls.get(target),
  ]);
  const ours = <T extends Author & { readonly id: number }>(all: readonly T[]): readonly T[] =>
    all.filter(isOurs).sort((a, b) => a.id - b.id);
  const textOf = (each: { id: number; node_id: string; body?: string }): PostedText => {
    const minimized = whyMinimized(each.node_id);
    return { id: each.id, node: each.node_id, body: each.body ?? '', ...(minimized !== undefined && { minimized }) };
  };
  return {
    head: pull.data.head.sha,
    base: pull.data.base.sha,
    summaries: ours(marked(issueComments)).flatMap((each) => (each.marker.kind === 'summary' ? [textOf(each)] : [])),
    others: candidates
      .filter((each) => !isOurs(each) && each.user?.type === 'Bot' && each.marker.kind !== 'gone')
      .map(textOf)
      .filter((each) => each.minimized === undefined),
    comments: ours(marked(reviewComments)).flatMap((each) => {
      if (each.marker.kind === 'summary' || each.in_reply_to_id !== undefined) return [];
      // GitHub leaves the lines out where the comment is outdated; its description knows nothing of that.
      const { line, start_line: startLine } = each as { line?: number | null; start_line?: number | null };
      return [
        {
          ...textOf(each),
          marker: each.marker,
          path: each.path,
          ...(typeof line === 'number' && { line }),
          ...(typeof startLine === 'number' && { startLine }),
          isAnswered: answered.has(each.id),
        },
      ];
    }),
  };
}

interface Author {
  readonly user: { readonly login: string; readonly type?: string } | null;
}

interface Whose {
  isOurs(written: Author): boolean;
  whyMinimized(node: string): string | undefined;
}

const most = 100;
const question = `query ($ids: [ID!]!) {
  viewer { login }
  nodes(ids: $ids) {
    ... on IssueComment { id isMinimized minimizedReason }
    ... on PullRequestReviewComment { id isMinimized minimizedReason }
  }
}`;

interface Answer {
  readonly viewer: { readonly login: string };
  readonly nodes: readonly ({ readonly id?: string; readonly isMinimized?: boolean; readonly minimizedReason?: string | null } | null)[];
}

/** A text that was deleted since it was listed is an error beside the answer. */
function answerWithErrors(error: unknown): Answer {
  const { data } = error as { readonly data?: Partial<Answer> | null };
  if (data?.viewer === undefined || data.nodes === undefined) throw error;
  return { viewer: data.viewer, nodes: data.nodes };
}

/** Who the token belongs to, and which of the texts are minimised: only GraphQL tells. Without texts nobody is asked. */
async function whose(client: Client, nodes: readonly string[]): Promise<Whose> {
  const minimized = new Map<string, string>();
  let viewer: string | undefined;
  for (let from = 0; from < nodes.length; from += most) {
    const answer = await client.graphql<Answer>(question, { ids: nodes.slice(from, from + most) }).catch(answerWithErrors);
    viewer = answer.viewer.login;
    for (const node of answer.nodes)
      if (node?.isMinimized === true && node.id !== undefined) minimized.set(node.id, node.minimizedReason ?? '');
  }
  // REST says `x[bot]` of type Bot, GraphQL sometimes `x`.
  const bare = (login: string): string => login.replace(/\[bot\]$/, '');
  return {
    isOurs: ({ user }) =>
      viewer !== undefined &&
      user !== null &&
      bare(user.login) === bare(viewer) &&
      // A person may be called what a bot is called without its ending.
      (!viewer.endsWith('[bot]') || user.type === 'Bot'),
    whyMinimized: (node) => minimized.get(node),
  };
}
