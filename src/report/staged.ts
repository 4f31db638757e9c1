import type { Analysis } from '../analysis/analysis.ts';
import type { Plan } from '../plan/stage.ts';
import type { Finding } from '../rules/finding.ts';
import { linesOf } from '../text/lines.ts';
import { contains, type Span } from '../text/span.ts';
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
  const { path, span, plan } = finding;
  const here = (each: { readonly path: string; readonly span: Span }): boolean =>
    each.path === path && (contains(each.span, span) || contains(span, each.span));
  if (plan !== undefined) return plans[plan]?.questions.some(here) ? 'asked' : 'staged';
  if (finding.category !== 'blocking' && finding.category !== 'fails') return 'none';
  return plans.some((each) => each.unplanned.some(here)) ? 'declined' : 'unknown';
}

/** The migrations that a plan is about: those it rewrites, asks about, or declines something in. */
export function pathsOf({ files, questions, unplanned }: Plan): readonly string[] {
  return [...new Set([...files, ...questions.map((each) => each.path), ...unplanned.map((each) => each.path)])];
}

interface Place {
  readonly path: string;
  readonly span: Span;
}

/** `m/2.sql:4`, safe to print. */
export function lineOf(analysis: Analysis, place: Place): string {
  return `${visible(place.path)}:${lineIn(analysis, place)}`;
}

/** The line (1-based) at which a place of an analysed file begins. */
export function lineIn(analysis: Analysis, { path, span }: Place): number {
  const migration = analysis.files.find((each) => each.migration.path === path)?.migration;
  return migration?.unreadable?.line ?? linesOf(migration?.text ?? '').position(span.start).line;
}
