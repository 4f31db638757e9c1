import type { Analysis } from '../analysis/analysis.ts';
import type { LineRange } from '../migration/migration.ts';
import type { Plan } from '../plan/stage.ts';
import { type Anchor, type Anchored, anchorOf } from './anchor.ts';
import { bodyLimit, type CommentContext, renderComment, renderConcern, whenToStart } from './comment.ts';
import { type Concern, concernsOf, waitsOf } from './concern.ts';
import { digest, markerLine } from './fingerprint.ts';
import { cell, code, details, html, prose } from './markdown-escape.ts';
import { type Section, shorten } from './shorten.ts';

import { waiverList } from './waivers.ts';
import { counted, proofInWords, stageWords } from './words.ts';

/** A review as it is posted: one body, and comments that stand in the diff. Pure: the same analysis and diff give the same bytes. */
export interface Review {
  readonly body: string;
  readonly comments: readonly ReviewComment[];
}

export interface ReviewComment extends Anchor {
  readonly path: string;
  readonly body: string;
  readonly concern: Concern;
}

/** What a review needs to know of the pull request. */
export interface ReviewContext extends CommentContext {
  /** The lines of a migration that may carry a comment, hunk by hunk; undefined where that is not known. */
  hunks(path: string): readonly LineRange[] | undefined;
  /** The commit that is reviewed. */
  readonly head: string;
  readonly verdict: 'pass' | 'fail';
}

/** GitHub states no maximum; reviews with more comments have ended in 502. The rest stands in the body. */
const mostComments = 30;

/** More rows than anybody reads; all of them would push everything else out of the body. */
const mostRows = 100;

/** The review of an analysis; undefined where there is nothing to say. */
export function renderReview(analysis: Analysis, context: ReviewContext): Review | undefined {
  return render(analysis, context, (concern) => anchorOf(concern, context.hunks(concern.path)));
}

/** The same review with its comments in the body: nothing is lost where GitHub refuses an anchor. */
export function withoutComments(analysis: Analysis, context: ReviewContext): Review | undefined {
  return render(analysis, context, () => ({ kind: 'none', reason: 'GitHub would not place it in the diff' }));
}

function render(analysis: Analysis, context: ReviewContext, place: (concern: Concern) => Anchored): Review | undefined {
  const placed = analysis.files
    .flatMap((file) => concernsOf(file, analysis))
    .map((concern): Placed => ({ concern, anchored: place(concern) }));
  if (placed.length === 0) return undefined;
  // The worst first, where not all of them fit.
  const inline = placed
    .filter(({ anchored }) => anchored.kind !== 'none')
    .sort((a, b) => severityOf(a.concern) - severityOf(b.concern))
    .slice(0, mostComments);
  const comments = placed.flatMap((each) => (inline.includes(each) ? commentOf(each, analysis, context) : []));
  const elsewhere = placed.filter((each) => !inline.includes(each));
  return { body: renderBody(analysis, placed, elsewhere, comments, context), comments };
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

function renderBody(
  analysis: Analysis,
  placed: readonly Placed[],
  elsewhere: readonly Placed[],
  comments: readonly ReviewComment[],
  context: ReviewContext,
): string {
  const content = digest(context.verdict, JSON.stringify(comments.map(({ path, line, startLine, body }) => [path, line, startLine, body])));
  const concerns = placed.map((each) => each.concern);
  const sections: Section[] = [
    { text: headline(analysis, context.verdict), weight: 9 },
    { text: tableOf(concerns), weight: 8 },
    ...analysis.plans.map((plan) => ({ text: timelineOf(plan), weight: 6 })),
    ...elsewhere.map((each) => ({ text: elsewhereOf(each, analysis, context), weight: 4 })),
    { text: waiverList(analysis), weight: 7 },
    { text: noticesOf(analysis), weight: 5 },
  ];
  const marker = (text: string): string =>
    `${markerLine({ kind: 'review', head: context.head, content: digest(content, text) })}\n\n${text}`;
  const room = bodyLimit - marker('').length;
  return marker(shorten(sections, room, 'Shortened: the rest is longer than GitHub takes in one review. The job summary has all of it.'));
}

/** `**Lockstep: fail.** 2 errors and 1 warning in 3 migrations (9 statements).` */
export function headline(analysis: Analysis, verdict: 'pass' | 'fail'): string {
  return `**Lockstep: ${verdict}.** ${countsInWords(analysis)}`;
}

/** `2 errors and 1 warning in 3 migrations (9 statements).` */
export function countsInWords({ summary }: Analysis): string {
  const { findings, files, statements, unreadable, unproved = 0 } = summary;
  if (files === 0) return 'No migration is changed.';
  const what =
    findings.error + findings.warning === 0
      ? 'nothing unsafe'
      : [findings.error > 0 ? counted(findings.error, 'error') : '', findings.warning > 0 ? counted(findings.warning, 'warning') : '']
          .filter((each) => each !== '')
          .join(' and ');
  const proved = unproved === 0 ? '' : `; ${unproved === 1 ? '1 plan is' : `${unproved} plans are`} not proved`;
  const read = unreadable === 0 ? '' : `; ${counted(unreadable, 'statement')} could not be read`;
  return `${what.replace(/^./, (first) => first.toUpperCase())} in ${counted(files, 'migration')} (${counted(statements, 'statement')})${read}${proved}.`;
}

/** Who waits for what, one row a concern. */
export function tableOf(concerns: readonly Concern[]): string {
  const rows = concerns
    .filter((each) => each.findings.length > 0)
    .map((concern) => {
      const rules = [...new Set(concern.findings.map((each) => each.rule))].map(code).join(', ');
      const where = code(`${concern.path}:${concern.from}`);
      const severity = concern.findings[0]?.severity ?? 'warning';
      return `| ${severity} | ${cell(where)} | ${cell(rules)} | ${cell(waitsOf(concern).slice(0, 5).map(prose).join('<br>'))} |`;
    });
  if (rows.length === 0) return '';
  const more = rows.length > mostRows ? [`| | and ${rows.length - mostRows} more | | |`] : [];
  return ['| | where | what | who waits |', '|---|---|---|---|', ...rows.slice(0, mostRows), ...more].join('\n');
}

/** The plan as a list of stages with their files. */
export function timelineOf(plan: Plan): string {
  const stages = plan.stages.map((stage, index) => {
    const files = stage.files.map((file) => (file.path === undefined ? 'a new file' : code(file.path))).join(', ');
    return `${index + 1}. **${stageWords(stage)}**, ${whenToStart(plan, index)}: ${files}`;
  });
  const open = plan.questions.map((each) => `- ${prose(each.message)} ${code(each.directive)}`);
  return [`**Plan ${code(plan.id)}.** ${prose(proofInWords(plan))}`, stages.join('\n'), open.join('\n')]
    .filter((each) => each !== '')
    .join('\n\n');
}

/** A concern that could not be placed in the diff, in full. */
function elsewhereOf({ concern, anchored }: Placed, analysis: Analysis, context: ReviewContext): string {
  const reason = anchored.kind === 'none' ? anchored.reason : `a review holds at most ${mostComments} comments`;
  const where = html(`${concern.path}:${concern.from}`);
  const refused: Anchored = { kind: 'none', reason };
  const text = renderConcern(concern, analysis, refused, context).trimEnd();
  return concern.findings.some((each) => each.severity === 'error')
    ? `**${where}** (${reason})\n\n${text}`
    : details(`${where} (${html(reason)})`, text);
}

export function noticesOf(analysis: Analysis): string {
  const lines = analysis.notices.map((each) => `- ${code(`${each.path}:${each.line}`)} ${prose(each.message)}`);
  return lines.length === 0 ? '' : `**To know**\n\n${lines.join('\n')}`;
}

const severityOf = (concern: Concern): number => (concern.findings.some((each) => each.severity === 'error') ? 0 : 1);
