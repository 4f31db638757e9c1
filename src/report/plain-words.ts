import type { Effect, Work } from '../engine/effect.ts';
import type { Plan } from '../plan/stage.ts';
import { lockName, stopsWork, waiting } from '../rules/locks.ts';
import { quoteName } from '../sql/postgres/quote.ts';

const during: Readonly<Record<Work, string>> = {
  metadata: 'for a moment',
  scan: 'while every row is read',
  'foreign-key-check': 'while every row is looked up in the referenced table',
  'index-build': 'while an index is built over every row',
  rewrite: 'while every row is rewritten',
};

/** `orders: reads and writes wait while every row is rewritten (ACCESS EXCLUSIVE)`; undefined where nobody's reads or writes wait. */
export function whoWaits(effect: Effect): string | undefined {
  if (effect.lock === null || !stopsWork(effect.lock)) return undefined;
  // The heaviest work is what the wait is about; `work` is sorted lightest first.
  const table = quoteName(effect.table.schema === 'public' ? { name: effect.table.name } : effect.table);
  return `${table}: ${waiting(effect.lock)} wait ${during[effect.work.at(-1) ?? 'metadata']} (${lockName(effect.lock)})`;
}

/** When a stage may start, said of the stages before it: `after this is deployed everywhere and the backfill has ended`. */
export function whenToStart(plan: Plan, index: number): string {
  const stage = plan.stages[index];
  switch (stage?.boundary ?? 'none') {
    case 'none':
      return 'now';
    case 'transaction':
      return 'in the next migration; the same deploy will do';
    case 'backfill':
      return 'after the backfill has ended';
    case 'deploy':
      return plan.stages.slice(0, index).some((each) => each.name === 'backfill')
        ? 'after this is deployed everywhere and the backfill has ended'
        : 'after this is deployed everywhere';
  }
}

/** `1 error`, `2 errors` */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
