import { readMarker } from '../report/fingerprint.ts';
import { type GoneBecause, goneText } from '../report/gone.ts';
import type { Review, ReviewComment } from '../report/review.ts';
import type { Posted, PostedComment, PostedText } from './posted.ts';

/** What is left to do until a pull request shows what it should. Each may be done twice without harm. */
export interface Steps {
  /** New comments, in one review. */
  readonly post: readonly ReviewComment[];
  /** The summary, written anew or in place of `edits`. */
  readonly summary?: { readonly edits?: PostedText; readonly body: string };
  readonly edit: readonly { readonly comment: PostedText; readonly body: string }[];
  readonly removeComments: readonly PostedText[];
  readonly removeSummaries: readonly PostedText[];
  readonly hide: readonly { readonly text: PostedText; readonly because: 'OUTDATED' | 'RESOLVED' | 'DUPLICATE' }[];
  readonly show: readonly PostedText[];
}

/**
 * Compares what stands there with what should. Pure, and the same for every run of a commit: two that race choose the same one of two
 * equal comments, the oldest, and take the others away.
 */
export function reconcile(posted: Posted, review: Review, owner: string): Steps {
  const wanted = new Map(review.comments.map((each) => [each.concern.fingerprint, each]));
  const listed = new Set(review.elsewhere.map((each) => each.fingerprint));
  const steps: { -readonly [K in 'post' | 'edit' | 'removeComments' | 'hide' | 'show']: Steps[K][number][] } = {
    post: [],
    edit: [],
    removeComments: [],
    hide: [],
    show: [],
  };
  const retire = (comment: PostedComment, because: GoneBecause): void => {
    const { marker, body } = comment;
    if (marker.kind === 'comment') steps.edit.push({ comment, body: goneText(owner, marker.fingerprint, because, posted.head, body) });
    if (comment.minimized === undefined) steps.hide.push({ text: comment, because: because === 'not-found' ? 'RESOLVED' : 'OUTDATED' });
  };

  const byFingerprint = new Map<string, PostedComment[]>();
  for (const comment of posted.comments) {
    const { fingerprint } = comment.marker;
    const alike = byFingerprint.get(fingerprint);
    if (alike === undefined) byFingerprint.set(fingerprint, [comment]);
    else alike.push(comment);
  }
  for (const [fingerprint, want] of wanted) {
    const standing = byFingerprint.get(fingerprint) ?? [];
    const there = standing.filter((each) => standsAt(each, want));
    // One that says so already before one that would have to be brought back.
    const keep = there.find((each) => each.marker.kind === 'comment') ?? there[0];
    if (keep === undefined) {
      // Its old comment goes when the new one has come.
      steps.post.push(want);
      continue;
    }
    // Its text follows when it is to be seen: until then that says who has hidden it, for the request to bring it back may be lost.
    if (isHiddenByUs(keep)) steps.show.push(keep);
    else if (!isSame(keep.body, want.body)) steps.edit.push({ comment: keep, body: want.body });
    for (const other of standing) {
      if (other === keep) continue;
      if (there.includes(other) && other.marker.kind === 'comment' && !other.isAnswered) steps.removeComments.push(other);
      else retire(other, 'moved');
    }
  }
  for (const [fingerprint, standing] of byFingerprint) {
    if (wanted.has(fingerprint)) continue;
    for (const comment of standing) retire(comment, listed.has(fingerprint) ? 'not-in-diff' : 'not-found');
  }

  const [summary, ...doubles] = posted.summaries;
  if (summary !== undefined && isHiddenByUs(summary)) steps.show.push(summary);
  // Whichever identity came last keeps the review; the other one's steps back, and comes back when that one does.
  for (const text of posted.others) steps.hide.push({ text, because: 'DUPLICATE' });
  const isWanted = summary === undefined ? review.hasNews : !isSame(summary.body, review.summary);
  return {
    ...steps,
    ...(isWanted && { summary: { body: review.summary, ...(summary && { edits: summary }) } }),
    removeSummaries: doubles,
  };
}

/** Whether this is the comment, and stands where it should. */
export function isUp(posted: PostedComment, want: ReviewComment): boolean {
  const { kind, fingerprint } = posted.marker;
  return kind === 'comment' && fingerprint === want.concern.fingerprint && standsAt(posted, want);
}

/** By a run, of this identity or another; what a person has hidden for another reason stays hidden. */
function isHiddenByUs({ minimized, body }: PostedText): boolean {
  return minimized !== undefined && (readMarker(body)?.kind === 'gone' || minimized.toLowerCase() === 'duplicate');
}

function standsAt({ path, line, startLine }: PostedComment, want: ReviewComment): boolean {
  return path === want.path && line === want.line && startLine === want.startLine;
}

/** GitHub keeps line ends as it likes. */
function isSame(posted: string, wanted: string): boolean {
  const plain = (text: string): string => text.replace(/\r\n/g, '\n').trim();
  return plain(posted) === plain(wanted);
}
