import type { Analysis } from '../analysis/analysis.ts';
import type { Plan } from '../plan/stage.ts';
import type { Finding } from '../rules/finding.ts';
import { type Lines, linesOf } from '../text/lines.ts';
import { isNested, type Place, type Position } from '../text/span.ts';
import { visible } from './visible.ts';

/** What becomes of a finding, as plans tell it. */
export type Staged =
  /** The plan does away with it. */
  | 'staged'
  /** The plan does once its question is answered. */
  | 'asked'
  /** A recipe looked at it and declined; the plan says why. */
  | 'declined'
  /** It blocks or fails, and no recipe knows it. */
  | 'unknown'
  /** Nothing that is staged by steps: code or configuration answers it. */
  | 'none';

export function stagedBy(finding: Finding, plans: readonly Plan[]): Staged {
  const { plan } = finding;
  const here = (each: Place): boolean => isNested(each, finding);
  if (plan !== undefined) return plans[plan]?.questions.some(here) ? 'asked' : 'staged';
  if (finding.category !== 'blocking' && finding.category !== 'fails') return 'none';
  return plans.some((each) => each.unplanned.some(here)) ? 'declined' : 'unknown';
}

/** The migrations that a plan is about: those it rewrites, asks about, or declines something in. */
export function pathsOf({ files, questions, unplanned }: Plan): readonly string[] {
  return [...new Set([...files, ...questions.map((each) => each.path), ...unplanned.map((each) => each.path)])];
}

/** `m/2.sql:4`, safe to print. */
export function lineOf(analysis: Analysis, place: Place): string {
  return `${visible(place.path)}:${lineIn(analysis, place)}`;
}

/** The line at which a place of an analysed file begins. */
export function lineIn(analysis: Analysis, place: Place): number {
  return positionIn(analysis, place).line;
}

/** Where a place of an analysed file begins. Of a file that could not be decoded there is no text to point into, only the line. */
export function positionIn(analysis: Analysis, { path, span }: Place): Position {
  const file = fileOf(analysis, path);
  if (file?.unreadableOn !== undefined) return { line: file.unreadableOn, column: 1 };
  return file?.lines.position(span.start) ?? { line: 1, column: 1 };
}

interface IndexedFile {
  readonly lines: Lines;
  readonly unreadableOn: number | undefined;
}

/** The lines of each file, indexed once: a plan may point to thousands of places. */
const indexed = new WeakMap<Analysis, ReadonlyMap<string, IndexedFile>>();

function fileOf(analysis: Analysis, path: string): IndexedFile | undefined {
  let files = indexed.get(analysis);
  if (files === undefined) {
    files = new Map(
      analysis.files.map(({ migration }) => [migration.path, { lines: linesOf(migration.text), unreadableOn: migration.unreadable?.line }]),
    );
    indexed.set(analysis, files);
  }
  return files.get(path);
}
