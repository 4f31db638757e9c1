import type { Analysis } from '../analysis/analysis.ts';
import type { Finding } from '../rules/finding.ts';
import { linesOf } from '../text/lines.ts';
import { isNested } from '../text/span.ts';
import { concernsOf, fixOf } from './concern.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Range, rangeOf } from './range.ts';
import { stagedBy } from './staged.ts';
import type { LineEdit } from './suggestion.ts';
import { visible } from './visible.ts';

/** A finding as the formats for other programs give it: nothing in it is left to be looked up, and its texts are safe to show. */
export interface Reported {
  readonly finding: Finding;
  /** The path as the author wrote it: each format escapes it in its own way. */
  readonly path: string;
  readonly range: Range;
  /** What is wrong, why, what to do, and what became of the plan: one line. */
  readonly message: string;
  /** Differs from that of every other finding in the report, and stays the same when lines move. */
  readonly fingerprint: string;
  /** The lines of the first stage. Of the findings of a place that it answers the worst has it, because it may be applied only once. */
  readonly fix?: LineEdit;
}

/** Every finding that is not waived, file by file in the order of the lines. */
export function reportedOf(analysis: Analysis): readonly Reported[] {
  return analysis.files.flatMap((file) => {
    const { text, path } = file.migration;
    const lines = linesOf(text);
    const fixes = new Map<Finding | undefined, LineEdit | undefined>(
      concernsOf(file, analysis).map((concern) => {
        const answered = concern.findings.find((each) => stagedBy(each, analysis.plans) === 'staged');
        return [answered, fixOf(concern, analysis)];
      }),
    );
    const seen = new Map<string, number>();
    return file.findings
      .filter((finding) => finding.suppressed === undefined)
      .map((finding): Reported => {
        const sql = text.slice(finding.span.start, finding.span.end);
        const identity = `${finding.rule}\n${sql.replace(/\s+/g, ' ').trim()}`;
        const ordinal = seen.get(identity) ?? 0;
        seen.set(identity, ordinal + 1);
        const fix = fixes.get(finding);
        return {
          finding,
          path,
          range: rangeOf(file, lines, finding),
          message: visible(`${finding.message} ${finding.advice}${outcomeOf(finding, analysis)}`),
          fingerprint: fingerprintOf(path, [finding.rule], [sql], ordinal),
          ...(fix && { fix }),
        };
      });
  });
}

/** What follows the advice where the plan cannot stand below it. */
function outcomeOf(finding: Finding, { plans }: Analysis): string {
  const here = <T extends Parameters<typeof isNested>[0]>(places: readonly T[]): T | undefined =>
    places.find((each) => isNested(each, finding));
  switch (stagedBy(finding, plans)) {
    case 'staged':
      return ' `lockstep plan` prints the staged migration that does it.';
    case 'asked': {
      const question = here(plans.flatMap((each) => each.questions));
      return question === undefined ? '' : ` ${question.message} Write it above the statement: ${question.directive}`;
    }
    case 'declined': {
      const declined = here(plans.flatMap((each) => each.unplanned));
      return declined === undefined ? '' : ` It is not staged: ${declined.reason}`;
    }
    case 'unknown':
      return ' There is no staged plan for this yet.';
    case 'none':
      return '';
  }
}
