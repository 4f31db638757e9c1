import type { Analysis } from '../analysis/analysis.ts';
import type { LineRange } from '../migration/migration.ts';
import { type Anchor, type Anchored, anchorOf } from './anchor.ts';
import { bodyLimit, type CommentContext, renderComment, renderConcern } from './comment.ts';
import { type Concern, concernsOf } from './concern.ts';
import { markerLine } from './fingerprint.ts';
import { headline, type LinkTo, noticesOf, tableOf, timelineOf } from './markdown.ts';
import { code, details, html } from './markdown-escape.ts';
import { type Section, shorten } from './shorten.ts';
import { toolList } from './tools.ts';
import { waiverList } from './waivers.ts';

/** What is to stand on a pull request. Pure: the same analysis and diff give the same bytes. */
export interface Review {
  /** The one comment under the pull request. */
  readonly summary: string;
  /** Whether there is anything to say; if not, the summary is only good for bringing an earlier one up to date. */
  readonly hasNews: boolean;
  /** Those that stand in the diff, in its order. */
  readonly comments: readonly ReviewComment[];
  /** Concerns that the summary holds in full, because they cannot stand in the diff. */
  readonly elsewhere: readonly Concern[];
}

export interface ReviewComment extends Anchor {
  readonly path: string;
  readonly body: string;
  readonly concern: Concern;
}

/** What a review needs to know of the pull request. */
export interface ReviewContext extends CommentContext {
  /** Whose review it is: see `Marker`. */
  readonly owner: string;
  /** The lines of a migration that may carry a comment, hunk by hunk; undefined where that is not known. */
  hunks(path: string): readonly LineRange[] | undefined;
  /** Every path that the pull request touches. */
  readonly changed: ReadonlySet<string>;
  readonly verdict: 'pass' | 'fail';
  readonly linkTo?: LinkTo;
  /** Draft pull requests that hold the later stages. */
  readonly followUps?: readonly { readonly number: number; readonly when: string }[];
}

/** GitHub states no maximum; reviews with more comments have ended in 502. The rest stands in the summary. */
const mostComments = 30;

/** @param refused fingerprints of concerns that GitHub would not place: it answers 422 to anchors that its own diff allows, rarely */
export function renderReview(analysis: Analysis, context: ReviewContext, refused: ReadonlySet<string> = new Set()): Review {
  const placed = analysis.files
    .flatMap((file) => concernsOf(file, analysis))
    .map((concern): Placed => {
      const reason = 'GitHub would not place it in the diff';
      const anchored: Anchored = refused.has(concern.fingerprint)
        ? { kind: 'none', reason }
        : anchorOf(concern, context.hunks(concern.path));
      return { concern, anchored };
    });
  // The worst first, where not all of them fit.
  const inline = placed
    .filter(({ anchored }) => anchored.kind !== 'none')
    .sort((a, b) => severityOf(a.concern) - severityOf(b.concern))
    .slice(0, mostComments);
  const elsewhere = placed.filter((each) => !inline.includes(each));
  const { summary, notices } = analysis;
  return {
    summary: renderSummaryComment(analysis, placed, elsewhere, context),
    hasNews: placed.length > 0 || summary.suppressed > 0 || notices.some(({ path }) => context.changed.has(path)),
    comments: placed.flatMap((each) => (inline.includes(each) ? commentOf(each, analysis, context) : [])),
    elsewhere: elsewhere.map(({ concern }) => concern),
  };
}

interface Placed {
  readonly concern: Concern;
  readonly anchored: Anchored;
}

function commentOf({ concern, anchored }: Placed, analysis: Analysis, context: ReviewContext): ReviewComment[] {
  if (anchored.kind === 'none') return [];
  const body = renderComment(concern, analysis, anchored, context);
  return [{ path: concern.path, ...anchored.anchor, body, concern }];
}

function renderSummaryComment(analysis: Analysis, placed: readonly Placed[], elsewhere: readonly Placed[], context: ReviewContext): string {
  const concerns = placed.map((each) => each.concern);
  const sections: Section[] = [
    { text: headline(analysis, context.verdict), weight: 9 },
    { text: tableOf(concerns, context.linkTo), weight: 8 },
    ...analysis.plans.map((plan) => ({ text: timelineOf(plan), weight: 6 })),
    { text: context.command === undefined || analysis.plans.length === 0 ? '' : writeAll(context.command), weight: 6 },
    { text: (context.followUps ?? []).map(({ number, when }) => `- #${number}, to be merged ${when}`).join('\n'), weight: 6 },
    ...elsewhere.map((each) => ({ text: elsewhereOf(each, analysis, context), weight: 4 })),
    { text: waiverList(analysis), weight: 7 },
    { text: noticesOf(analysis), weight: 5 },
    { text: toolList(analysis), weight: 3 },
  ];
  const marker = `${markerLine({ kind: 'summary', owner: context.owner })}\n\n`;
  const note = 'Shortened: the rest is longer than GitHub takes in one comment. The job summary has all of it.';
  return marker + shorten(sections, bodyLimit - marker.length, note);
}

const writeAll = (command: string): string => `Every file of every stage, written by one command: ${command}`;

/** A concern that could not be placed in the diff, in full. */
function elsewhereOf({ concern, anchored }: Placed, analysis: Analysis, context: ReviewContext): string {
  const reason = anchored.kind === 'none' ? anchored.reason : `a review holds at most ${mostComments} comments`;
  const where = `${concern.path}:${concern.from}`;
  const refused: Anchored = { kind: 'none', reason };
  const text = renderConcern(concern, analysis, refused, context).trimEnd();
  return concern.findings.some((each) => each.severity === 'error')
    ? `**${code(where)}** (${reason})\n\n${text}`
    : details(html(`${where} (${reason})`), text);
}

const severityOf = (concern: Concern): number => (concern.findings.some((each) => each.severity === 'error') ? 0 : 1);
