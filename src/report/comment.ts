import type { Analysis } from '../analysis/analysis.ts';
import type { Plan, Stage } from '../plan/stage.ts';
import type { Anchored } from './anchor.ts';
import { type Concern, filesFor, firstStageOf, serves } from './concern.ts';
import { markerLine } from './fingerprint.ts';
import { code, details, fence, html, prose } from './markdown-escape.ts';
import { type Section, shorten } from './shorten.ts';
import { refusalOf } from './suggestion.ts';
import { boundaryWords, proofInWords, stageWords } from './words.ts';

/** GitHub refuses a longer body with 422 ("maximum is 65536 characters"). */
export const bodyLimit = 65_536;

/** A statement that a hundred rules object to is not understood better for being told all of it. */
const mostFindings = 12;

export interface CommentContext {
  /** The page of a rule, where it is known which repository the action comes from. */
  rulePage?(rule: string): string | undefined;
  /** The command that writes every file of the plans, as Markdown; absent where it is not known what to compare with. */
  readonly command?: string;
}

/** The text of one review comment, with its marker. */
export function renderComment(
  concern: Concern,
  analysis: Analysis,
  anchored: Anchored,
  context: CommentContext & { readonly owner: string },
): string {
  const marker = `${markerLine({ kind: 'comment', owner: context.owner, fingerprint: concern.fingerprint })}\n\n`;
  return marker + renderConcern(concern, analysis, anchored, context, bodyLimit - marker.length);
}

/**
 * What is unsafe and why, who waits, the first stage as a suggestion, the later ones under it.
 * @param anchored where the text stands; only what stands on all lines of the concern may suggest. Absent: nowhere that suggestions are known
 * @param limit in characters
 */
export function renderConcern(
  concern: Concern,
  analysis: Analysis,
  anchored: Anchored | undefined,
  context: CommentContext,
  limit = bodyLimit,
): string {
  const plan = concern.plan === undefined ? undefined : analysis.plans[concern.plan];
  const sections: Section[] = [
    { text: findingsOf(concern, context), weight: 9 },
    { text: questionsOf(concern), weight: 7 },
    {
      text: concern.differences.map((sentence) => `The plan ends otherwise than this statement: ${prose(sentence)}.`).join('\n\n'),
      weight: 8,
    },
    ...(plan === undefined ? [] : planSections(concern, plan, anchored, context)),
    { text: concern.unplanned.map((reason) => `No staged plan: ${prose(reason)}`).join('\n\n'), weight: 6 },
  ];
  return shorten(sections, limit, 'Shortened: the rest is longer than GitHub takes in one comment. `lockstep plan` prints all of it.');
}

/** `> [!CAUTION]` for what blocks the merge, `> [!WARNING]` for what does not: GitHub draws both. */
function findingsOf(concern: Concern, context: CommentContext): string {
  if (concern.findings.length === 0) return 'Nothing is wrong with this by itself; it has to change along with what the plan stages.';
  const kind = concern.findings.some((each) => each.severity === 'error') ? 'CAUTION' : 'WARNING';
  const shown = concern.findings.slice(0, mostFindings);
  const lines = shown.flatMap((finding) => {
    const page = context.rulePage?.(finding.rule);
    const rule = page === undefined ? code(finding.rule) : `[${code(finding.rule)}](${page})`;
    return ['>', `> ${prose(excerpt(finding.message))} ${prose(excerpt(finding.advice))} (${rule})`];
  });
  const more = concern.findings.length - shown.length;
  return [`> [!${kind}]`, ...lines.slice(1), ...(more > 0 ? ['>', `> And ${more} more here.`] : [])].join('\n');
}

function questionsOf(concern: Concern): string {
  return concern.questions
    .map(
      (question) =>
        `**One thing only you know.** ${prose(question.message)} Write it above the statement:\n\n${fence('sql', question.directive)}`,
    )
    .join('\n\n');
}

function planSections(concern: Concern, plan: Plan, anchored: Anchored | undefined, { command }: CommentContext): readonly Section[] {
  const first = firstStageOf(plan);
  const ownFiles = first === undefined ? [] : filesFor(concern, first, plan.files);
  const stages = plan.stages.flatMap((stage, index) => {
    const files = filesFor(concern, stage, plan.files);
    if (stage === first || files.length === 0) return [];
    const when = whenToStart(plan, index, (other) => filesFor(concern, other, plan.files).length > 0);
    const content = files
      .flatMap((file) => [file, ...(file.beside ?? [])])
      .map((file) => fileBlock(file.path, file.text))
      .join('\n\n');
    return [{ text: details(`Then <b>${html(stageWords(stage))}</b>, ${html(when)}`, content), weight: 4 }];
  });
  return [
    { text: firstStage(concern, anchored, ownFiles.length > 0), weight: 7 },
    ...ownFiles.map((file) => ({
      text: [
        reasonForOwnFile(file.steps.every((step) => step.transaction)),
        ...[file, ...(file.beside ?? [])].map((each) => fileBlock(each.path, each.text)),
      ].join('\n\n'),
      weight: 5,
    })),
    { text: stages.length === 0 || command === undefined ? '' : `The files of the later stages, which ${command} writes:`, weight: 4 },
    ...stages,
    { text: rollbackOf(concern, plan), weight: 3 },
    { text: concern.edit === undefined && stages.length === 0 ? '' : `<sub>${prose(proofInWords(plan))}</sub>`, weight: 8 },
  ];
}

function reasonForOwnFile(transactional: boolean): string {
  return transactional
    ? 'In a file of its own, so that its lock is released before the next step:'
    : 'In a file of its own, because it cannot run inside a transaction block:';
}

/** The suggestion, or the same SQL in plain with the reason why it is none. */
function firstStage(concern: Concern, anchored: Anchored | undefined, hasOwnFiles: boolean): string {
  const { edit } = concern;
  if (edit === undefined) return '';
  const text = edit.lines.join('\n');
  const reason = anchored === undefined ? '' : anchored.kind === 'whole' ? refusalOf(edit, hasOwnFiles) : anchored.reason;
  if (reason === undefined)
    return `**First stage**, ready to commit:\n\n${fence('suggestion', edit.lines.length === 0 ? '' : `${text}\n`)}`;
  const because = reason === '' ? '' : ` Not a suggestion to click on, because ${reason}.`;
  return text.trim() === ''
    ? `**First stage**: take ${lineRange(concern)} out of this file.${because}`
    : `**First stage**, instead of ${lineRange(concern)}.${because}\n\n${fence('sql', text)}`;
}

function lineRange({ from, to }: Concern): string {
  return from === to ? `line ${from}` : `lines ${from} to ${to}`;
}

/** A file of the plan: where it goes and its whole text. */
function fileBlock(path: string | undefined, text: string): string {
  return `${path === undefined ? 'A new file' : code(path)}\n${fence('sql', text)}`;
}

function rollbackOf(concern: Concern, plan: Plan): string {
  const steps = plan.stages.flatMap((stage) => stage.files.flatMap((file) => file.steps)).filter((step) => serves(step, concern));
  if (steps.length === 0) return '';
  const sql = steps.map((step) => step.rollback).reverse();
  return details('Rollback, last step first', fence('sql', sql.join('\n')));
}

/**
 * When a stage may start, said of the stages before it.
 * @param concerns whether a stage matters to the reader; a backfill of something else does not
 */
export function whenToStart(plan: Plan, index: number, concerns: (stage: Stage) => boolean = () => true): string {
  const boundary = plan.stages[index]?.boundary ?? 'none';
  const backfilled = plan.stages.slice(0, index).some((stage) => stage.name === 'backfill' && concerns(stage));
  return boundary === 'deploy' && backfilled ? `${boundaryWords.deploy} and the backfill has ended` : boundaryWords[boundary];
}

/** Messages quote the author's expressions, which may be long. */
export function excerpt(text: string, most = 1_000): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')} …`;
}
