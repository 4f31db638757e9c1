import type { Analysis } from '../analysis/analysis.ts';
import { verdictOf } from '../analysis/verdict.ts';
import type { ReportContext } from './context.ts';

/** The formats that are not for a terminal. */
export const formats = ['json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'rdjsonl', 'markdown', 'html'] as const;
export type Format = (typeof formats)[number];

/** The report of an analysis in a format. Each is loaded where it is asked for: a run needs one, or none. */
export async function renderReport(format: Format, analysis: Analysis, context: ReportContext): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('./json.ts')).jsonReport(analysis, context.failOn);
    case 'sarif':
      return (await import('./sarif.ts')).sarifReport(analysis, context);
    case 'github':
      return (await import('./annotations.ts')).githubReport(analysis, context);
    case 'gitlab':
      return (await import('./gitlab.ts')).gitlabReport(analysis, context);
    case 'junit':
      return (await import('./junit.ts')).junitReport(analysis, context);
    case 'checkstyle':
      return (await import('./checkstyle.ts')).checkstyleReport(analysis);
    case 'rdjsonl':
      return (await import('./rdjsonl.ts')).rdjsonlReport(analysis, context);
    case 'markdown':
      return (await import('./summary.ts')).renderSummary(analysis, {
        ...context,
        verdict: verdictOf(analysis, context.failOn),
        notes: [],
      });
    case 'html':
      return (await import('./html/report.ts')).htmlReport(analysis, context);
  }
}

/** A report that is to be written to a file. */
export interface Output {
  readonly format: Format | 'text';
  readonly path: string;
}
