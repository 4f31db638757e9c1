import type { Analysis } from './analysis.ts';

export type FailOn = 'error' | 'warning' | 'never';

/**
 * Whether the merge is to be blocked: a finding reached `failOn`, SQL could not be read, or a plan that has to be proved is not. Suppressed findings never count.
 * `never` changes only the exit code: the verdict is then the one that `error` would give.
 */
export function verdictOf(analysis: Analysis, failOn: FailOn): 'pass' | 'fail' {
  const { findings, unreadable, unproved = 0 } = analysis.summary;
  const failed = unreadable > 0 || unproved > 0 || findings.error > 0 || (failOn === 'warning' && findings.warning > 0);
  return failed ? 'fail' : 'pass';
}
