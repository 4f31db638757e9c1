import { type AnnotationProperties, error, notice, warning } from '@actions/core';
import type { Analysis } from '../analysis/analysis.ts';
import { annotationsOf } from '../report/annotations.ts';
import type { Finding } from '../rules/finding.ts';

const issue: Readonly<Record<'error' | 'warning' | 'notice', (message: string, properties?: AnnotationProperties) => void>> = {
  error,
  warning,
  notice,
};

/** Annotates the findings that `isShown` does not know to stand in the review, and the notices. The toolkit escapes what it prints. */
export function annotate(analysis: Analysis, isShown: (finding: Finding) => boolean): void {
  const rest = 'the job summary lists all of them';
  for (const { kind, message, place } of annotationsOf(analysis, { prefix: '' }, rest, ({ finding }) => !isShown(finding)))
    issue[kind](message, place);
}
