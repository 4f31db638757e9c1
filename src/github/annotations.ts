import { type AnnotationProperties, error, notice, warning } from '@actions/core';
import type { Analysis } from '../analysis/analysis.ts';
import type { Finding } from '../rules/finding.ts';
import { linesOf } from '../text/lines.ts';

/** GitHub keeps ten of each kind a step, and drops the rest without a word. */
const mostOfAKind = 10;

interface Annotation {
  readonly message: string;
  readonly properties: AnnotationProperties;
}

/**
 * Annotates the findings that `isShown` does not know to stand in the review, and the notices. The toolkit escapes what it prints.
 * @returns how many did not fit
 */
export function annotate(analysis: Analysis, isShown: (finding: Finding) => boolean): void {
  const findings = analysis.files.flatMap((file) => {
    const lines = linesOf(file.migration.text);
    return file.findings
      .filter((finding) => finding.suppressed === undefined && !isShown(finding))
      .map((finding) => {
        const { line } = lines.position(finding.span.start);
        const endLine = lines.position(Math.max(finding.span.start, finding.span.end - 1)).line;
        const startLine = file.migration.unreadable?.line ?? line;
        const properties = { file: finding.path, startLine, endLine: Math.max(startLine, endLine), title: finding.rule };
        return { severity: finding.severity, message: `${finding.message} ${finding.advice}`, properties };
      });
  });
  // The verdict is an error annotation too.
  print(
    error,
    findings.filter((each) => each.severity === 'error'),
    mostOfAKind - 1,
  );
  print(
    warning,
    findings.filter((each) => each.severity === 'warning'),
    mostOfAKind,
  );
  print(
    notice,
    analysis.notices.map(({ path, line, message }) => ({ message, properties: { file: path, startLine: line } })),
    mostOfAKind,
  );
}

function print(
  issue: (message: string, properties?: AnnotationProperties) => void,
  annotations: readonly Annotation[],
  room: number,
): void {
  const fitting = annotations.length > room ? annotations.slice(0, room - 1) : annotations;
  for (const { message, properties } of fitting) issue(message, properties);
  if (fitting.length < annotations.length) issue(`And ${annotations.length - fitting.length} more; the job summary lists all of them.`);
}
