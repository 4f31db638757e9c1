import type { Analysis } from './analysis.ts';

export type FailOn = 'error' | 'warning' | 'never';

/**
 * Whether the merge is to be blocked: a finding reached `failOn`, or SQL could not be read. Suppressed findings never count.
 * `never` changes only the exit code: the verdict is then the one that `error` would give.
 */
export function verdictOf(analysis: Analysis, failOn: FailOn): 'pass' | 'fail' {
  const { findings, unreadable } = analysis.summary;
  const failed = unreadable > 0 || findings.error > 0 || (failOn === 'warning' && findings.warning > 0);
  return failed ? 'fail' : 'pass';
}
