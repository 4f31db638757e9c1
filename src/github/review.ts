import { digest } from '../report/fingerprint.ts';
import type { Review, ReviewComment } from '../report/review.ts';
import { counted } from '../report/words.ts';
import { type Client, isPassing, statusOf } from './client.ts';
import type { Settings } from './inputs.ts';
import { type Posted, readPosted } from './posted.ts';
import { isUp, reconcile, type Steps } from './reconcile.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import type { Trigger } from './trigger.ts';

/** Whose review of which pull request is kept. */
export interface Place {
  readonly client: Client;
  readonly settings: Settings;
  readonly trigger: Extract<Trigger, { kind: 'pull-request' }>;
  /** See `Marker`. */
  readonly owner: string;
}

/** What became of a review. */
export interface Outcome {
  /** The comments that stand in the diff now. */
  readonly inline: readonly ReviewComment[];
  /** Something could not be posted. */
  readonly refusal?: Refusal;
  /** The pull request has moved on: the run for its new head posts the review. `wrote`: this one may have written after that. */
  readonly overtaken?: { readonly head: string; readonly base: string; readonly wrote: boolean };
}

/** Each round reads what stands there and does what is missing; the next one sees whether that is all. */
const mostRounds = 4;
/** Milliseconds before the next round, where the server was in trouble. */
const pause = 1_000;

/**
 * Brings the pull request to show the review: what is new comes in one review, what stays is left alone or edited in place, what is
 * gone says so and is minimised. A request may fail, or be carried out and seem to fail, and other runs may do the same work meanwhile:
 * nothing is believed but what stands there. Never throws for what GitHub answers: the verdict does not depend on it.
 * @param render the review without the comments that GitHub has refused, given by their fingerprints
 */
export async function publishReview(place: Place, render: (refused: ReadonlySet<string>) => Review): Promise<Outcome> {
  const { client, settings, trigger, owner } = place;
  const refused = new Set<string>();
  // Done in this run: a list that GitHub gives right after a change may not show it yet, and nothing may be done twice for that.
  const done = new Set<string>();
  let review = render(refused);
  let posted: Posted | undefined;
  let trouble: unknown;
  let wrote = false;
  for (let round = 1; round <= mostRounds; round++) {
    trouble = undefined;
    try {
      posted = await readPosted(client, settings, trigger.number, owner);
      if (posted.head !== trigger.head) return { inline: [], overtaken: { head: posted.head, base: posted.base, wrote } };
      review = render(refused);
      const steps = reconcile(posted, review, owner);
      const fresh = steps.post.filter((each) => !done.has(nameOf(each)));
      const tasks = tasksOf(place, steps).filter(({ name }) => !done.has(name));
      if (fresh.length + tasks.length === 0) break;
      wrote = true;
      const unplaced = await postComments(place, fresh, done);
      for (const { concern } of unplaced) refused.add(concern.fingerprint);
      // They belong into the summary now.
      if (unplaced.length > 0) continue;
      for (const { name, run } of tasks) {
        await run();
        done.add(name);
      }
    } catch (error) {
      trouble = error;
      if (!isPassing(error)) break;
      if (round < mostRounds) await new Promise((resolve) => setTimeout(resolve, pause * round));
    }
  }
  const inline = review.comments.filter((each) => done.has(nameOf(each)) || posted?.comments.some((other) => isUp(other, each)));
  return { inline, ...(trouble !== undefined && { refusal: refusalOf(trouble, trigger) }) };
}

const nameOf = ({ concern }: ReviewComment): string => `post ${concern.fingerprint}`;

/** Requests that may go into finding out which comments GitHub refuses. */
const mostPosts = 12;

/**
 * Posts the comments in one review. GitHub refuses a review for one bad anchor and does not say which one it is; then its halves are
 * posted, and theirs.
 * @returns those that are refused
 */
async function postComments(place: Place, comments: readonly ReviewComment[], done: Set<string>): Promise<readonly ReviewComment[]> {
  const refused: ReviewComment[] = [];
  const open = comments.length === 0 ? [] : [comments];
  for (let posts = 1; open.length > 0; posts++) {
    const batch = open.shift() as readonly ReviewComment[];
    if (posts > mostPosts) {
      refused.push(...batch);
      continue;
    }
    try {
      await postReview(place, batch);
      for (const each of batch) done.add(nameOf(each));
    } catch (error) {
      if (statusOf(error) !== 422) throw error;
      const middle = Math.ceil(batch.length / 2);
      if (batch.length === 1) refused.push(...batch);
      else open.unshift(batch.slice(0, middle), batch.slice(middle));
    }
  }
  return refused;
}

function postReview({ client, settings, trigger }: Place, comments: readonly ReviewComment[]): Promise<unknown> {
  return client.rest.pulls.createReview({
    ...settings.repository,
    pull_number: trigger.number,
    commit_id: trigger.head,
    event: 'COMMENT',
    body: `Lockstep: ${counted(comments.length, 'comment')}. The verdict and the plan stand in its summary comment.`,
    comments: comments.map(({ path, line, startLine, body }) => ({
      path,
      body,
      line,
      side: 'RIGHT',
      ...(startLine !== undefined && { start_line: startLine, start_side: 'RIGHT' }),
    })),
    request: once,
  });
}

/** Not to be repeated unseen: after an error of the server it may have been carried out. */
const once = { retries: 0 };

interface Task {
  /** The same for the same work. */
  readonly name: string;
  run(): Promise<unknown>;
}

function tasksOf({ client, settings, trigger }: Place, steps: Steps): readonly Task[] {
  const { issues, pulls } = client.rest;
  const { repository } = settings;
  const { summary } = steps;
  const edits = summary?.edits;
  const written: Task[] =
    summary === undefined
      ? []
      : edits === undefined
        ? [
            {
              name: 'summary',
              run: () => issues.createComment({ ...repository, issue_number: trigger.number, body: summary.body, request: once }),
            },
          ]
        : [
            {
              name: `edit ${edits.id} ${digest(summary.body)}`,
              run: () => ifThere(issues.updateComment({ ...repository, comment_id: edits.id, body: summary.body })),
            },
          ];
  return [
    ...written,
    ...steps.edit.map(({ comment: { id }, body }) => ({
      name: `edit ${id} ${digest(body)}`,
      run: () => ifThere(pulls.updateReviewComment({ ...repository, comment_id: id, body })),
    })),
    ...steps.removeComments.map(({ id }) => ({
      name: `remove ${id}`,
      run: () => ifThere(pulls.deleteReviewComment({ ...repository, comment_id: id })),
    })),
    ...steps.removeSummaries.map(({ id }) => ({
      name: `remove ${id}`,
      run: () => ifThere(issues.deleteComment({ ...repository, comment_id: id })),
    })),
    ...visibility(client, steps),
  ];
}

/** Somebody may have deleted what was to be changed. */
function ifThere(request: Promise<unknown>): Promise<unknown> {
  return request.catch((error) => (statusOf(error) === 404 || statusOf(error) === 410 ? undefined : Promise.reject(error)));
}

/** GitHub ends a query that takes longer than ten seconds. */
const mostChanges = 20;

/** What is to be minimised, or brought back, many in one request: each is a mutation of its own, and all of them one write. */
function visibility(client: Client, { hide, show }: Steps): readonly Task[] {
  const changes = [
    ...hide.map(({ text, because }) => ({
      node: text.node,
      call: (id: string) => `minimizeComment(input: {subjectId: ${id}, classifier: ${because}})`,
    })),
    ...show.map(({ node }) => ({ node, call: (id: string) => `unminimizeComment(input: {subjectId: ${id}})` })),
  ];
  const tasks: Task[] = [];
  for (let from = 0; from < changes.length; from += mostChanges) {
    const some = changes.slice(from, from + mostChanges);
    const parameters = some.map((_, index) => `$id${index}: ID!`).join(', ');
    const calls = some.map(({ call }, index) => `m${index}: ${call(`$id${index}`)} { clientMutationId }`).join(' ');
    const query = `mutation (${parameters}) { ${calls} }`;
    const variables = Object.fromEntries(some.map(({ node }, index) => [`id${index}`, node]));
    tasks.push({
      name: `${query} ${JSON.stringify(variables)}`,
      // Where the token may not, or something is gone: the texts say already what is to be known.
      run: () => client.graphql(query, variables).catch((error) => (isPassing(error) ? Promise.reject(error) : undefined)),
    });
  }
  return tasks;
}
