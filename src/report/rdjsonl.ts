import type { Analysis, AnalyzedFile } from '../analysis/analysis.ts';
import { linesOf } from '../text/lines.ts';
import type { ReportContext } from './context.ts';
import { type Reported, reportedOf } from './reported.ts';

/**
 * reviewdog's diagnostics, one JSON object a line, for its reporters to GitLab, Bitbucket, Gerrit and Gitea. Paths start from the working directory, where
 * reviewdog looks them up. https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
 */
export function rdjsonlReport(analysis: Analysis, context: ReportContext): string {
  const files = new Map(analysis.files.map((file) => [file.migration.path, file]));
  return reportedOf(analysis)
    .map((each) => `${JSON.stringify(diagnosticOf(each, files.get(each.path) as AnalyzedFile, context))}\n`)
    .join('');
}

function diagnosticOf({ finding, path, range, message, fix }: Reported, { migration }: AnalyzedFile, context: ReportContext): object {
  const page = context.rulePage?.(finding.rule);
  // Without columns both lines count whole. A comment with a suggestion has to stand on exactly the lines that this replaces.
  const whole = fix && { start: { line: fix.from }, end: { line: fix.to } };
  const lines = linesOf(migration.text);
  const position = (line: number, column: number): object => ({ line, column: byteColumn(migration.text, lines.span(line).start, column) });
  return {
    message,
    location: { path, range: whole ?? { start: position(range.line, range.column), end: position(range.endLine, range.endColumn) } },
    severity: finding.severity.toUpperCase(),
    source: { name: 'lockstep', ...(context.homepage && { url: context.homepage }) },
    code: { value: finding.rule, ...(page && { url: page }) },
    ...(fix && { suggestions: [{ range: whole, text: fix.lines.join('\n') }] }),
  };
}

/** Columns are counted in bytes of UTF-8. */
function byteColumn(text: string, lineStart: number, column: number): number {
  return Buffer.byteLength(text.slice(lineStart, lineStart + column - 1)) + 1;
}
