import type { Case } from '../../test/truth/cases/case.ts';
import { allCases, combinedCases, everyCase, typeMatrix } from '../../test/truth/cases/index.ts';
import { groupsOf } from '../../test/truth/groups.ts';
import { type Label, labelOf } from '../../test/truth/label.ts';
import { linesOf, readRecord } from '../../test/truth/record.ts';

/** A case with its label by the record of one version. */
export interface Labelled {
  readonly each: Case;
  readonly label: Label;
}

/** The type that a column has before, and the cases that change it. */
export const matrix = Object.entries(typeMatrix);

/** Whether it counts: the rest is refused, changes no schema, or hangs on the rows. */
export function isScored({ label }: Labelled): boolean {
  return label === 'unsafe' || label === 'safe';
}

/** So that thousands of cases that are much alike do not drown the ones that were picked. */
export const parts = ['picked', 'combined', 'matrix'] as const;
export type Parts = Readonly<Record<(typeof parts)[number], readonly Labelled[]>>;

/** All cases that a version understands. */
export function labelledCases(major: number): Parts {
  const { observed } = linesOf(readRecord(major), groupsOf(everyCase));
  const label = (cases: readonly Case[]): readonly Labelled[] =>
    cases
      .filter((each) => (each.since ?? 0) <= major)
      .map((each) => {
        const seen = observed.get(each);
        if (seen === undefined) throw new Error(`not recorded: ${each.name}; npm run truth -- postgres@${major}`);
        return { each, label: labelOf(each, seen) };
      });
  const combined = new Set(combinedCases);
  return {
    picked: label(allCases.filter((each) => !combined.has(each))),
    combined: label(combinedCases),
    matrix: label(matrix.flatMap(([, cases]) => cases)),
  };
}
