import type { Analysis } from '../analysis/analysis.ts';
import { type CommentContext, renderConcern } from './comment.ts';
import { concernsOf } from './concern.ts';
import { headline, type LinkTo, noticesOf, tableOf, timelineOf } from './markdown.ts';
import { details, html } from './markdown-escape.ts';
import { type Section, shorten } from './shorten.ts';
import { toolList } from './tools.ts';
import { waiverList } from './waivers.ts';

/** Bytes. GitHub drops a longer job summary with an error annotation: 1 MiB a step. */
const summaryLimit = 1024 * 1024 - 1024;

export interface SummaryContext extends CommentContext {
  readonly verdict: 'pass' | 'fail';
  readonly linkTo?: LinkTo;
  /** About the run itself, as Markdown. */
  readonly notes: readonly string[];
}

/** The whole result for the job summary: everything that the review says, and what it could not say. Pure. */
export function renderSummary(analysis: Analysis, context: SummaryContext): string {
  const concerns = analysis.files.flatMap((file) => concernsOf(file, analysis));
  const sections: Section[] = [
    { text: headline(analysis, context.verdict), weight: 9 },
    { text: context.notes.join('\n\n'), weight: 9 },
    { text: tableOf(concerns, context.linkTo), weight: 8 },
    ...analysis.plans.map((plan) => ({ text: timelineOf(plan), weight: 6 })),
    { text: waiverList(analysis), weight: 7 },
    { text: noticesOf(analysis), weight: 5 },
    { text: toolList(analysis), weight: 3 },
    ...concerns.map((concern) => ({
      text: details(html(`${concern.path}:${concern.from}`), renderConcern(concern, analysis, undefined, context).trimEnd()),
      weight: 4,
    })),
  ];
  return shorten(
    sections,
    summaryLimit,
    'Shortened: the rest is longer than a job summary may be. The JSON report has all of it.',
    (text) => Buffer.byteLength(text),
  );
}
