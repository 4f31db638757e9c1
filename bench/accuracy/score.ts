import type { Case } from '../../test/truth/cases/case.ts';
import type { Label } from '../../test/truth/label.ts';

/** A case, what is right of it, and what a tool said. */
export interface Judged {
  readonly each: Case;
  readonly label: Label;
  /** The rules that called it unsafe. */
  readonly alarms: readonly string[];
  /** The tool could not read it, and so said nothing. */
  readonly unreadable?: true;
}

export interface Score {
  /** Unsafe, and called so. */
  readonly hits: readonly Judged[];
  /** Unsafe, and nothing said. */
  readonly misses: readonly Judged[];
  /** Safe, and called unsafe. */
  readonly falseAlarms: readonly Judged[];
  /** Safe, and nothing said. */
  readonly quiet: readonly Judged[];
}

/** Only what is labelled `unsafe` or `safe` is scored. */
export function score(judged: readonly Judged[]): Score {
  const those = (label: Label, alarm: boolean): readonly Judged[] =>
    judged.filter((each) => each.label === label && each.alarms.length > 0 === alarm);
  return { hits: those('unsafe', true), misses: those('unsafe', false), falseAlarms: those('safe', true), quiet: those('safe', false) };
}

/** Of what it calls unsafe, the share that is. */
export function precision({ hits, falseAlarms }: Score): number {
  return share(hits.length, falseAlarms.length);
}

/** Of what is unsafe, the share that it calls so. */
export function recall({ hits, misses }: Score): number {
  return share(hits.length, misses.length);
}

/** Which of two scores is better: the harmonic mean of precision and recall. */
export function balance(one: Score): number {
  const sum = precision(one) + recall(one);
  return sum === 0 ? 0 : (2 * precision(one) * recall(one)) / sum;
}

const share = (those: number, others: number): number => (those === 0 ? (others === 0 ? 1 : 0) : those / (those + others));
