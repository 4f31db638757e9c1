import type { Analysis } from '../analysis/analysis.ts';
import { fromRoot, type ReportContext } from './context.ts';
import { type Reported, reportedOf } from './reported.ts';
import { visible } from './visible.ts';

/** What GitHub shows beside the lines of a file. */
export interface Annotation {
  readonly kind: 'error' | 'warning' | 'notice';
  readonly message: string;
  /** Absent: about the run. */
  readonly place?: { readonly file: string; readonly startLine: number; readonly endLine: number; readonly title?: string };
}

/** GitHub keeps ten of each kind a step, and drops the rest without a word. */
const mostOfAKind = 10;

/**
 * The findings and notices as annotations, as many as GitHub keeps; the rest is counted in the last of its kind.
 * @param rest where the others are to be found
 * @param wanted which findings; those that a review shows need no annotation
 */
export function annotationsOf(
  analysis: Analysis,
  context: Pick<ReportContext, 'prefix'>,
  rest: string,
  wanted: (reported: Reported) => boolean = () => true,
): readonly Annotation[] {
  const findings = reportedOf(analysis)
    .filter(wanted)
    .map(({ finding, path, range, message }): Annotation => {
      const endLine = range.endColumn === 1 && range.endLine > range.line ? range.endLine - 1 : range.endLine;
      return {
        kind: finding.severity,
        message,
        place: { file: fromRoot(path, context), startLine: range.line, endLine, title: finding.rule },
      };
    });
  const notices = analysis.notices.map(
    ({ path, line, message }): Annotation => ({
      kind: 'notice',
      message: visible(message),
      place: { file: fromRoot(path, context), startLine: line, endLine: line },
    }),
  );
  return [
    // That the job failed is an error annotation too.
    ...fitting(
      findings.filter((each) => each.kind === 'error'),
      mostOfAKind - 1,
      rest,
    ),
    ...fitting(
      findings.filter((each) => each.kind === 'warning'),
      mostOfAKind,
      rest,
    ),
    ...fitting(notices, mostOfAKind, rest),
  ];
}

function fitting(annotations: readonly Annotation[], room: number, rest: string): readonly Annotation[] {
  const [first] = annotations;
  if (first === undefined || annotations.length <= room) return annotations;
  const kept = annotations.slice(0, room - 1);
  return [...kept, { kind: first.kind, message: `And ${annotations.length - kept.length} more; ${rest}.` }];
}

/**
 * The annotations as workflow commands, for a run of the command line in a job.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubReport(analysis: Analysis, context: ReportContext): string {
  return annotationsOf(analysis, context, '`--format text` prints all of them')
    .map(({ kind, message, place }) => {
      const properties =
        place === undefined
          ? []
          : [
              `file=${property(place.file)}`,
              `line=${place.startLine}`,
              `endLine=${place.endLine}`,
              ...(place.title === undefined ? [] : [`title=${property(place.title)}`]),
            ];
      return `::${[kind, properties.join(',')].filter((each) => each !== '').join(' ')}::${data(message)}\n`;
    })
    .join('');
}

/** As the runner undoes it. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
