import { readMarker } from '../report/fingerprint.ts';
import type { Review } from '../report/markdown.ts';
import { fence, prose } from '../report/markdown-escape.ts';
import { type Client, said, statusOf } from './client.ts';
import type { Settings } from './inputs.ts';
import type { Trigger } from './trigger.ts';

export type PullRequestTrigger = Extract<Trigger, { kind: 'pull-request' }>;

/** What became of a review. */
export type Outcome =
  /** It stands on the pull request; `inline` tells whether its comments stand in the diff. */
  | { readonly kind: 'posted' | 'already-there'; readonly inline: boolean }
  /** `line` for the log, `markdown` for the summary with what to do about it. */
  | { readonly kind: 'refused'; readonly line: string; readonly markdown: string };

/**
 * Posts one review with all its comments. Never throws for what GitHub answers: the verdict does not depend on it.
 * @param plain the same review with its comments in the body, for when GitHub refuses an anchor: it refuses the whole review then and does
 * not say which
 */
export async function postReview(
  client: Client,
  settings: Settings,
  trigger: PullRequestTrigger,
  review: Review,
  plain: Review,
): Promise<Outcome> {
  const inline = await post(client, settings, trigger, review);
  if (inline === undefined) return { kind: 'posted', inline: true };
  if (inline === 'already-there') return { kind: 'already-there', inline: true };
  if (statusOf(inline) !== 422 || review.comments.length === 0) return refusal(inline, trigger);
  const body = await post(client, settings, trigger, plain);
  if (body === undefined) return { kind: 'posted', inline: false };
  if (body === 'already-there') return { kind: 'already-there', inline: false };
  return refusal(body, trigger);
}

/** @returns nothing where it was posted, else the error */
async function post(client: Client, settings: Settings, trigger: PullRequestTrigger, review: Review): Promise<unknown> {
  const target = { ...settings.repository, pull_number: trigger.number };
  for (let tries = 1; ; tries++) {
    if (await isThere(client, target, review)) return tries === 1 ? 'already-there' : undefined;
    try {
      await client.rest.pulls.createReview({
        ...target,
        commit_id: trigger.head,
        event: 'COMMENT',
        body: review.body,
        comments: review.comments.map(({ path, line, startLine, body }) => ({
          path,
          body,
          line,
          side: 'RIGHT',
          ...(startLine !== undefined && { start_line: startLine, start_side: 'RIGHT' }),
        })),
      });
      return undefined;
    } catch (error) {
      // An error of the server may come after the review was made: look before it is made again.
      if (statusOf(error) < 500 || tries > 1) return error;
    }
  }
}

/**
 * Whether this very review stands there already, from an earlier attempt of the run: same commit, same content, written by us.
 * The marker alone proves nothing, for anybody can write one.
 */
async function isThere(
  client: Client,
  target: { readonly owner: string; readonly repo: string; readonly pull_number: number },
  review: Review,
): Promise<boolean> {
  const marker = readMarker(review.body);
  if (marker?.kind !== 'review') return false;
  const reviews = await client.paginate(client.rest.pulls.listReviews, { ...target, per_page: 100 }).catch(() => []);
  const alike = reviews.filter((each) => {
    const other = readMarker(each.body ?? '');
    return other?.kind === 'review' && other.head === marker.head && other.content === marker.content;
  });
  if (alike.length === 0) return false;
  const self = await ownLogin(client);
  return alike.some(
    ({ user }) => user !== null && (self === undefined ? user.type === 'Bot' : user.login.replace(/\[bot\]$/, '') === self),
  );
}

/** Who the token belongs to; only GraphQL tells an app. Undefined where it may not even ask that. */
async function ownLogin(client: Client): Promise<string | undefined> {
  try {
    const { viewer } = await client.graphql<{ viewer: { login: string } }>('query { viewer { login } }');
    return viewer.login.replace(/\[bot\]$/, '');
  } catch {
    return undefined;
  }
}

const permissions = 'permissions:\n  contents: read\n  pull-requests: write';

function refusal(error: unknown, trigger: PullRequestTrigger): Outcome {
  const status = statusOf(error);
  if (status === 0) throw error;
  const line = `The review could not be posted: GitHub answered ${said(error)}.`;
  if (status !== 401 && status !== 403 && status !== 404) return { kind: 'refused', line, markdown: prose(line) };
  const why = trigger.fork
    ? 'The pull request comes from a fork, where the token of a job may only read, whatever its permissions say.'
    : 'The token of the job may not write to pull requests.';
  const what = trigger.fork
    ? 'The verdict, the annotations and this summary stand for it.'
    : `Give the job these permissions:\n\n${fence('yaml', permissions)}`;
  const hint = trigger.fork ? '' : ' Give the job `contents: read` and `pull-requests: write`.';
  return { kind: 'refused', line: `${line} ${why}${hint}`, markdown: `${prose(`${line} ${why}`)} ${what}` };
}
