import type { Case } from '../../test/truth/cases/case.ts';
import { allCases, typeMatrix } from '../../test/truth/cases/index.ts';
import { type Label, labelOf } from '../../test/truth/label.ts';
import { observe, startServer } from '../../test/truth/observe.ts';

/** A case with its label by the record of one version. */
export interface Labelled {
  readonly each: Case;
  readonly label: Label;
}

/** The type a column has before, and the cases that change it. */
export const matrix = Object.entries(typeMatrix);

export interface Parts {
  readonly picked: readonly Labelled[];
  readonly matrix: readonly Labelled[];
}

/** All cases that a version understands. The thousands of type changes are a part of their own, so that they do not drown the rest. */
export async function labelledCases(major: number): Promise<Parts> {
  const server = await startServer();
  try {
    const label = async (cases: readonly Case[]): Promise<readonly Labelled[]> => {
      const labelled: Labelled[] = [];
      for (const each of cases) if ((each.since ?? 0) <= major) labelled.push({ each, label: labelOf(each, await observe(server, each)) });
      return labelled;
    };
    return { picked: await label(allCases), matrix: await label(matrix.flatMap(([, cases]) => cases)) };
  } finally {
    await server.db.close();
  }
}
