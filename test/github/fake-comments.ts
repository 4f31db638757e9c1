import { movedLines, patchOf, sidesOf } from './diff.ts';
import { patchesOf } from './fake-files.ts';
import { bodyFault, type PostedReview, reviewFault } from './review-rules.ts';
import { examples } from './schema.ts';
import {
  bytesOf,
  forbidden,
  type Handler,
  type IssueComment,
  notFound,
  page,
  type Review,
  type ReviewComment,
  type State,
  unprocessable,
} from './world.ts';

/** Reviews, comments in the diff and comments under the pull request. */
export const commentOperations: Readonly<Record<string, Handler>> = {
  'pulls/list-reviews': (state, call) => page(state.reviews.map(reviewJson), call),
  'pulls/create-review': (state, { body }) => {
    if (state.world.readOnly) return forbidden;
    const posted = body as PostedReview;
    const { withoutAnchors = [] } = state.world;
    const patches = new Map([...patchesOf(state)].filter(([path]) => !withoutAnchors.includes(path)));
    const fault = reviewFault(posted, state.head, patches);
    if (fault !== undefined) return unprocessable(fault);
    const review: Review = { id: state.nextId++, user: state.viewer, body: posted.body ?? '', commit: posted.commit_id ?? state.head };
    state.reviews.push(review);
    for (const { path, line = 0, start_line: start, body } of posted.comments ?? []) {
      const where = { path, commit: review.commit, line, ...(start !== undefined && { start }) };
      state.comments.push({ id: state.nextId++, user: state.viewer, review: review.id, body, ...where });
    }
    return { status: 200, body: reviewJson(review) };
  },
  'pulls/list-review-comments': (state, call) => page(reviewCommentsJson(state, state.comments), call),
  'pulls/update-review-comment': (state, { path, body }) => {
    const comment = state.comments.find((each) => each.id === Number(path.comment_id));
    const refused = refusal(state, comment, body);
    if (refused !== undefined || comment === undefined) return refused ?? notFound;
    comment.body = (body as { body: string }).body;
    return { status: 200, body: reviewCommentsJson(state, [comment])[0] };
  },
  'pulls/delete-review-comment': (state, { path }) => {
    const comment = state.comments.find((each) => each.id === Number(path.comment_id));
    const refused = refusal(state, comment);
    if (refused !== undefined) return refused;
    state.comments = state.comments.filter((each) => each !== comment);
    return { status: 204, body: undefined };
  },
  'issues/list-comments': (state, call) => page(state.issueComments.map(issueCommentJson), call),
  'issues/create-comment': (state, { body }) => {
    const fault = bodyFault((body as { body: string }).body);
    if (state.world.readOnly) return forbidden;
    if (fault !== undefined) return unprocessable(fault);
    const comment: IssueComment = { id: state.nextId++, user: state.viewer, body: (body as { body: string }).body };
    state.issueComments.push(comment);
    return { status: 201, body: issueCommentJson(comment) };
  },
  'issues/update-comment': (state, { path, body }) => {
    const comment = state.issueComments.find((each) => each.id === Number(path.comment_id));
    const refused = refusal(state, comment, body);
    if (refused !== undefined || comment === undefined) return refused ?? notFound;
    comment.body = (body as { body: string }).body;
    return { status: 200, body: issueCommentJson(comment) };
  },
  'issues/delete-comment': (state, { path }) => {
    const comment = state.issueComments.find((each) => each.id === Number(path.comment_id));
    const refused = refusal(state, comment);
    if (refused !== undefined) return refused;
    state.issueComments = state.issueComments.filter((each) => each !== comment);
    return { status: 204, body: undefined };
  },
};

/** Nobody changes what others have written: GitHub would let a token with write access do it, and no test may see it done. */
function refusal(state: State, written: { readonly user: string } | undefined, body?: unknown): ReturnType<Handler> | undefined {
  if (written === undefined) return notFound;
  if (state.world.readOnly) return forbidden;
  if (written.user !== state.viewer) throw new Error(`${state.viewer} changes what ${written.user} wrote`);
  const fault = body === undefined ? undefined : bodyFault((body as { body: string }).body);
  return fault === undefined ? undefined : unprocessable(fault);
}

const userOf = (login: string): object => ({
  ...(examples['pull-request-review']?.user as object),
  login,
  type: login.endsWith('[bot]') ? 'Bot' : 'User',
});

function reviewJson({ id, user, body, commit, state = 'COMMENTED' }: Review): object {
  return { ...examples['pull-request-review'], state, id, node_id: `PRR_${id}`, body, user: userOf(user), commit_id: commit };
}

function issueCommentJson({ id, user, body }: IssueComment): object {
  return { ...examples['issue-comment'], id, node_id: `IC_${id}`, body, user: userOf(user) };
}

function reviewCommentsJson(state: State, comments: readonly ReviewComment[]): readonly object[] {
  const patches = patchesOf(state);
  return comments.map((comment) => {
    const { id, user, body, review, path, commit, line, start, replyTo } = comment;
    const now = linesNow(state, patches, comment);
    const { in_reply_to_id: _, ...example } = examples['pull-request-review-comment'] as Record<string, unknown>;
    return {
      ...example,
      id,
      node_id: `PRRC_${id}`,
      pull_request_review_id: review,
      user: userOf(user),
      body,
      path,
      commit_id: now === undefined ? commit : state.head,
      original_commit_id: commit,
      original_line: line,
      original_start_line: start ?? null,
      line: now?.line ?? null,
      start_line: now?.start ?? null,
      position: now === undefined ? null : 1,
      side: 'RIGHT',
      start_side: start === undefined ? null : 'RIGHT',
      html_url: `https://github.com/Codertocat/Hello-World/pull/2#discussion_r${id}`,
      ...(replyTo !== undefined && { in_reply_to_id: replyTo }),
    };
  });
}

/** The comments that stand in the diff as it is now, and are not minimised: what a person sees there. */
export function visibleComments(
  state: State,
): readonly (ReviewComment & { readonly now: { readonly line: number; readonly start?: number } })[] {
  const patches = patchesOf(state);
  return state.comments.flatMap((comment) => {
    const now = linesNow(state, patches, comment);
    return now === undefined || comment.minimized !== undefined ? [] : [{ ...comment, now }];
  });
}

/** Where a comment stands in the diff as it is now; undefined: its lines were changed, or are not shown any more (outdated). */
function linesNow(
  state: State,
  patches: ReadonlyMap<string, string>,
  { path, commit, line, start }: ReviewComment,
): { readonly line: number; readonly start?: number } | undefined {
  const [before, after] = [state.commits.get(commit)?.[path], state.commits.get(state.head)?.[path]];
  const patch = patches.get(path);
  if (before === undefined || after === undefined || patch === undefined) return undefined;
  const move = movedLines(commit === state.head ? undefined : patchOf(bytesOf(before), bytesOf(after)));
  const lines = Array.from({ length: line - (start ?? line) + 1 }, (_, i) => move((start ?? line) + i));
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined || last - first !== lines.length - 1 || lines.includes(undefined)) return undefined;
  const shown = sidesOf(patch).some(({ RIGHT }) => RIGHT.has(first) && RIGHT.has(last));
  return shown ? { line: last, ...(start !== undefined && { start: first }) } : undefined;
}
