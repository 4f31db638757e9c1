import { sidesOf } from './diff.ts';

/** What GitHub refuses although its schema lets it through. Each answers 422 for the whole review. */

interface PostedComment {
  readonly path: string;
  readonly body: string;
  readonly line?: number;
  readonly side?: string;
  readonly start_line?: number;
  readonly start_side?: string;
  readonly position?: number;
}

export interface PostedReview {
  readonly commit_id?: string;
  readonly body?: string;
  readonly event?: string;
  readonly comments?: readonly PostedComment[];
}

const reviewKeys = ['commit_id', 'body', 'event', 'comments'];
const commentKeys = ['path', 'position', 'body', 'line', 'side', 'start_line', 'start_side'];
const mostCharacters = 65_536;

/** @param patches the patch of each file that GitHub shows a diff of */
export function reviewFault(review: PostedReview, head: string, patches: ReadonlyMap<string, string>): string | undefined {
  for (const key of Object.keys(review)) if (!reviewKeys.includes(key)) return `"${key}" is not a permitted key.`;
  if (review.commit_id !== undefined && review.commit_id !== head) return 'commit_id is not part of the pull request';
  if (review.event === 'COMMENT' && (review.body ?? '').trim() === '') return 'body is required';
  const long = review.body === undefined ? undefined : tooLong(review.body);
  if (long !== undefined) return long;
  for (const comment of review.comments ?? []) {
    const fault = commentFault(comment, patches);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** What is wrong with the text of any comment. */
export function bodyFault(body: string): string | undefined {
  return body.trim() === '' ? 'body is required' : tooLong(body);
}

function tooLong(body: string): string | undefined {
  return body.length > mostCharacters ? `Body is too long (maximum is ${mostCharacters} characters)` : undefined;
}

function commentFault(comment: PostedComment, patches: ReadonlyMap<string, string>): string | undefined {
  for (const key of Object.keys(comment)) if (!commentKeys.includes(key)) return `"${key}" is not a permitted key.`;
  const fault = bodyFault(comment.body);
  if (fault !== undefined) return fault;
  const patch = patches.get(comment.path);
  if (patch === undefined) return 'Path could not be resolved';
  const { line, side = 'RIGHT', start_line: start, start_side: startSide = side } = comment;
  if (line === undefined) return 'Line could not be resolved';
  if (!isSide(side) || !isSide(startSide)) return 'side is not included in the list';
  const hunks = sidesOf(patch);
  const hunk = hunks.find((each) => each[side].has(line));
  if (hunk === undefined) return 'Line could not be resolved';
  if (start === undefined) return undefined;
  if (start >= line) return 'start_line must precede the end line.';
  return hunk[startSide].has(start) ? undefined : 'start_line must be part of the same hunk as the line.';
}

const isSide = (side: string): side is 'LEFT' | 'RIGHT' => side === 'LEFT' || side === 'RIGHT';
