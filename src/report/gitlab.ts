import type { Analysis } from '../analysis/analysis.ts';
import { fromRoot, type ReportContext } from './context.ts';
import { reportedOf } from './reported.ts';

/**
 * GitLab's Code Quality report: one object a finding. A fingerprint must not hold line numbers, or every push would bring the old findings as new ones.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function gitlabReport(analysis: Analysis, context: ReportContext): string {
  const issues = reportedOf(analysis).map(({ finding, path, range, message, fingerprint }) => ({
    description: message,
    check_name: finding.rule,
    fingerprint,
    severity: finding.severity === 'error' ? 'critical' : 'minor',
    location: { path: fromRoot(path, context), lines: { begin: range.line, end: range.endLine } },
  }));
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}
