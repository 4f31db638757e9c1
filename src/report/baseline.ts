import type { Analysis, AnalyzedFile } from '../analysis/analysis.ts';
import { statementOf } from '../analysis/baseline.ts';
import type { BaselineEntry } from '../config/baseline.ts';

/** The findings that can be taken as they are: neither waived, nor about a file as a whole. */
export function baselineEntries(analysis: Analysis, pathOf: (path: string) => string): readonly BaselineEntry[] {
  return analysis.files.flatMap((file: AnalyzedFile) => {
    const spans = file.statements.map(({ statement }) => statement.fullSpan);
    return file.findings.flatMap((finding) => {
      const sql = statementOf(finding, { migration: file.migration, spans });
      if (sql === undefined || finding.suppressed !== undefined) return [];
      return [{ path: pathOf(finding.path), rule: finding.rule, sql }];
    });
  });
}

/** One finding a line, so that a diff shows which came and went. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = entries.map((each) => `    ${JSON.stringify(each)}`);
  return `{\n  "version": 1,\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}
