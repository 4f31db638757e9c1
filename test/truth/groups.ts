import { createHash } from 'node:crypto';
import type { Case } from './cases/case.ts';

/** Cases that share a title and a setup, in their order. */
export interface CaseGroup<Each> {
  readonly title: string;
  readonly of: string;
  /** By the name without the title. */
  readonly cases: ReadonlyMap<string, Each>;
}

export function groupsOf(cases: readonly Case[]): readonly CaseGroup<Case>[] {
  return groupsBy(cases, ({ sql, outsideTransaction = false }) => [sql, outsideTransaction]);
}

/** @param digested what there is to a case beside its setup */
export function groupsBy<Each extends { readonly name: string; readonly setup: string }>(
  cases: readonly Each[],
  digested: (each: Each) => unknown,
): readonly CaseGroup<Each>[] {
  const runs: { title: string; setup: string; cases: Map<string, Each> }[] = [];
  for (const each of cases) {
    const [title = '', name = ''] = each.name.split(/: (.*)/s);
    const last = runs.at(-1);
    if (last !== undefined && last.title === title && last.setup === each.setup) last.cases.set(name, each);
    else runs.push({ title, setup: each.setup, cases: new Map([[name, each]]) });
  }
  return runs.map(({ title, setup, cases: own }) => {
    const of = createHash('sha256')
      .update(JSON.stringify([setup, [...own.values()].map(digested)]))
      .digest('hex')
      .slice(0, 8);
    return { title, of, cases: own };
  });
}
