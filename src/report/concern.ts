import type { Analysis, AnalyzedFile, AnalyzedStatement } from '../analysis/analysis.ts';
import { blocksWrites, isWork } from '../engine/effect.ts';
import type { LineRange } from '../migration/migration.ts';
import type { Plan, PlanFile, Question, Stage, Step } from '../plan/stage.ts';
import type { Finding } from '../rules/finding.ts';
import { contains, type Span } from '../text/span.ts';
import { fingerprintOf } from './fingerprint.ts';
import { gitLines, type LineEdit, lineEdits, linesTouched, refusalOf } from './suggestion.ts';
import { effectInWords, tableInWords } from './words.ts';

/** One place of a file that a review speaks about once: the findings there, what replaces its lines, and what follows later. */
export interface Concern {
  readonly path: string;
  /** The lines it is about (1-based, inclusive, as git counts them); with an edit, exactly the lines that the edit replaces. */
  readonly from: number;
  readonly to: number;
  /** Not waived, worst first. */
  readonly findings: readonly Finding[];
  readonly statements: readonly AnalyzedStatement[];
  /** Index of the plan that answers it. */
  readonly plan?: number;
  readonly edit?: LineEdit;
  readonly questions: readonly Question[];
  /** Why no recipe stages it. */
  readonly unplanned: readonly string[];
  /** What its plan leaves otherwise than the author's own SQL. */
  readonly differences: readonly string[];
  /** Does not change when lines move. */
  readonly fingerprint: string;
}

/** The concerns of one file, in the order of their lines. What is waived is not in them. */
export function concernsOf(file: AnalyzedFile, analysis: Analysis): readonly Concern[] {
  const { text, path } = file.migration;
  const lines = gitLines(text);
  const findings = file.findings.filter((each) => each.suppressed === undefined);
  const places: Place[] = analysis.plans.flatMap((plan, index) =>
    lineEdits(
      text,
      plan.edits.filter((each) => each.path === path),
    ).map((edit): Place => ({ from: edit.from, to: edit.to, plan: index, edit, findings: [] })),
  );
  const edited = places.length;
  for (const finding of findings) {
    const range = rangeOf(finding, file, lines);
    const place = places.find((each) => each.from <= range.to && range.from <= each.to);
    if (place === undefined) places.push({ ...range, findings: [finding] });
    else {
      place.findings.push(finding);
      if (place.edit === undefined) {
        place.from = Math.min(place.from, range.from);
        place.to = Math.max(place.to, range.to);
      }
    }
  }
  const seen = new Map<string, number>();
  return mergeOverlaps(places, edited)
    .sort((a, b) => a.from - b.from)
    .map((place) => {
      const here = (span: Span): boolean => overlaps(linesTouched(lines, span), place);
      const statements = file.statements.filter((each) => here(each.statement.fullSpan));
      const plan = place.plan ?? place.findings.find((each) => each.plan !== undefined)?.plan;
      const plans = plan === undefined ? analysis.plans : analysis.plans.slice(plan, plan + 1);
      const rules = [...new Set(place.findings.map((each) => each.rule))];
      const sql = statements.map(({ statement }) => text.slice(statement.span.start, statement.span.end));
      // A comment is about a statement, whatever is found there: when one of its findings goes, it is edited and not written anew.
      const about = sql.length === 0 ? rules : [];
      const identity = fingerprintOf(path, about, sql, 0);
      const ordinal = seen.get(identity) ?? 0;
      seen.set(identity, ordinal + 1);
      return {
        path,
        from: place.from,
        to: place.to,
        findings: place.findings.sort((a, b) => rank(a) - rank(b) || a.span.start - b.span.start),
        statements,
        ...(plan !== undefined && { plan }),
        ...(place.edit && { edit: place.edit }),
        questions: plans.flatMap((each) => each.questions.filter((question) => question.path === path && here(question.span))),
        unplanned: plans.flatMap((each) =>
          each.unplanned.filter((other) => other.path === path && here(other.span)).map((other) => other.reason),
        ),
        differences: plans.flatMap((each) =>
          (each.differences ?? []).filter((other) => other.path === path && here(other.span)).map((other) => other.sentence),
        ),
        fingerprint: ordinal === 0 ? identity : fingerprintOf(path, about, sql, ordinal),
      };
    });
}

/** Who waits for what, in words, once each: `writes of books wait while an index is built over every row`. */
export function waitsOf({ statements }: Pick<Concern, 'statements'>): readonly string[] {
  const waits = statements.flatMap(({ felt }) => {
    const works = felt.some((each) => isWork(each.work));
    return felt.filter((each) => blocksWrites(each.lock)).map((each) => effectInWords(each, tableInWords(each, ['public']), works));
  });
  return [...new Set(waits)];
}

/** The stage that goes out in this deploy. */
export function firstStageOf(plan: Plan): Stage | undefined {
  return plan.stages.find((stage) => stage.boundary === 'none');
}

/** The edit of a concern, where it may be applied as it is and loses nothing: what other programs are handed as its fix. */
export function fixOf(concern: Concern, analysis: Analysis): LineEdit | undefined {
  const { edit, plan: index } = concern;
  const plan = index === undefined ? undefined : analysis.plans[index];
  const first = plan && firstStageOf(plan);
  if (edit === undefined || plan === undefined || first === undefined) return undefined;
  return refusalOf(edit, filesFor(concern, first, plan.files).length > 0) === undefined ? edit : undefined;
}

/** The files of a stage that hold something for the concern, author's own files left out: those are what the suggestion edits. */
export function filesFor(concern: Concern, stage: Stage, own: readonly string[]): readonly PlanFile[] {
  return stage.files.filter(
    (file) => (file.path === undefined || !own.includes(file.path)) && file.steps.some((step) => serves(step, concern)),
  );
}

/** Whether a step stages an operation of this concern; a step that does not say serves them all. */
export function serves(step: Step, concern: Concern): boolean {
  const { answers } = step;
  if (answers === undefined) return true;
  return answers.path === concern.path && concern.statements.some(({ statement }) => contains(statement.fullSpan, answers.span));
}

interface Place {
  from: number;
  to: number;
  plan?: number;
  edit?: LineEdit;
  findings: Finding[];
}

/** Findings without an edit can grow into one another. */
function mergeOverlaps(places: readonly Place[], edited: number): Place[] {
  const merged = places.slice(0, edited);
  for (const place of places.slice(edited).sort((a, b) => a.from - b.from)) {
    const last = merged.slice(edited).at(-1);
    if (last !== undefined && overlaps(last, place)) {
      last.to = Math.max(last.to, place.to);
      last.findings.push(...place.findings);
    } else merged.push(place);
  }
  return merged;
}

const overlaps = (a: { from: number; to: number }, b: { from: number; to: number }): boolean => a.from <= b.to && b.from <= a.to;

const rank = (finding: Finding): number => (finding.severity === 'error' ? 0 : 1);

/** The lines of the statement that a finding is about; of a file without text, the line that kept it from being read. */
function rangeOf(finding: Finding, file: AnalyzedFile, lines: readonly Span[]): LineRange {
  const { unreadable } = file.migration;
  if (unreadable !== undefined) return { from: unreadable.line, to: unreadable.line };
  return linesTouched(lines, statementAt(file, finding.span)?.statement.fullSpan ?? finding.span);
}

function statementAt(file: AnalyzedFile, span: Span): AnalyzedStatement | undefined {
  return file.statements.find((each) => contains(each.statement.fullSpan, span));
}
