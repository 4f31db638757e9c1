import { createHash } from 'node:crypto';
import type { Case } from './cases/case.ts';

/** Cases that share a title and a setup, in their order. */
export interface CaseGroup {
  readonly title: string;
  readonly of: string;
  /** By the name without the title. */
  readonly cases: ReadonlyMap<string, Case>;
}

export function groupsOf(cases: readonly Case[]): readonly CaseGroup[] {
  const runs: { title: string; setup: string; cases: Map<string, Case> }[] = [];
  for (const each of cases) {
    const [title = '', name = ''] = each.name.split(/: (.*)/s);
    const last = runs.at(-1);
    if (last !== undefined && last.title === title && last.setup === each.setup) last.cases.set(name, each);
    else runs.push({ title, setup: each.setup, cases: new Map([[name, each]]) });
  }
  return runs.map(({ title, setup, cases: own }) => {
    const statements = [...own.values()].map(({ sql, outsideTransaction = false }) => [sql, outsideTransaction]);
    const of = createHash('sha256')
      .update(JSON.stringify([setup, statements]))
      .digest('hex')
      .slice(0, 8);
    return { title, of, cases: own };
  });
}
