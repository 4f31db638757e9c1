import type { Operation } from '../operation/operation.ts';
import { tableKey } from './arrivals.ts';
import type { PlanDialect } from './dialect.ts';
import { stronglyLocked } from './locked.ts';
import type { RecipeStep } from './recipe.ts';
import { waived } from './waiver.ts';
import type { Work } from './work.ts';

/** Renames of what the unit itself brings break no code, as long as they come in its own deployment. */
const renames: ReadonlySet<Operation['kind']> = new Set<Operation['kind']>(['rename-column', 'rename-table', 'rename-view']);

function text({ operations, action, waivers, sql }: Work): string {
  const [only] = operations;
  if (only !== undefined && only.findings.length === 0 && waivers.text === '' && renames.has(only.operation.kind))
    return waived(
      only.operation.kind === 'rename-column' ? 'rename-column' : 'rename-table',
      'the name came with this plan, and no running code uses it',
      sql,
    );
  return action ? sql : waivers.text + sql;
}

/** The author's own SQL as a step, with the waivers that stand above it. */
export function asWritten(work: Work, { wayDown, refusesTransactionBlock }: PlanDialect): RecipeStep {
  const [only, ...more] = work.operations;
  const known = only === undefined || more.length > 0 || work.inBlock ? undefined : wayDown(only);
  const isOutside = work.operations.some((each) => refusesTransactionBlock?.(each));
  const also = work.operations.flatMap(stronglyLocked).find((each) => each !== tableKey(work));
  return {
    stage: 'expand',
    after: 'transaction',
    sql: text(work),
    transaction: isOutside ? 'none' : 'shared',
    ...(also !== undefined && { also }),
    rollback: known ?? "-- as the migration's own way down does",
    authors: true,
    why: 'as written, behind what it builds on',
  };
}
