import type { Analysis } from '../analysis/analysis.ts';
import { verdictOf } from '../analysis/verdict.ts';
import { didYouMean } from '../config/nearest.ts';
import { Problem } from '../problem.ts';
import type { ReportContext } from './context.ts';
import { terminalReport } from './terminal.ts';

export const formats = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'rdjsonl', 'markdown', 'html'] as const;
export type Format = (typeof formats)[number];

/** The report of an analysis in a format. Each is loaded where it is asked for: a run needs one, or none. */
export async function renderReport(format: Format, analysis: Analysis, context: ReportContext): Promise<string> {
  switch (format) {
    case 'text':
      return terminalReport(analysis, context.failOn, { colour: false, width: 100 });
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
  /** Absent: not stated. */
  readonly format?: Format;
  readonly path: string;
}

/**
 * `sarif=lockstep.sarif`, or a path alone; one that begins like the first is written `./a=b`.
 * @param option how the reader knows it
 * @throws Problem where there is no such format
 */
export function readOutput(option: string, text: string): Output {
  const [, name, path] = /^([a-z]+)=(.+)$/.exec(text) ?? [];
  return name === undefined || path === undefined ? { path: text } : { format: readFormat(option, name), path };
}

/** @throws Problem where there is no such format */
export function readFormat(option: string, name: string): Format {
  const format = formats.find((each) => each === name);
  if (format !== undefined) return format;
  throw new Problem(`${option} takes ${formats.slice(0, -1).join(', ')} or ${formats.at(-1)}, not \`${name}\`${didYouMean(name, formats)}`);
}
