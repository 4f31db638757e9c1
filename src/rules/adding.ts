import type { Effect } from '../engine/postgres/effect.ts';
import type { ColumnDefinition } from '../operation/operation.ts';
import { columnOf, tableOf } from '../schema/schema.ts';
import { blockingWork } from './existing.ts';
import type { Judged } from './rule.ts';

type Part = 'default' | 'identity' | 'generated' | 'constraints';

/**
 * What ADD COLUMN would block if its definition had only its name, its type and these parts: tells which part of a definition
 * causes the work, without judging it anew.
 */
export function blockingWorkOf(judged: Judged<'add-column'>, parts: readonly Part[]): readonly Effect[] {
  const { operation } = judged;
  const { default: byDefault, identity, generated, ...bare } = operation.column;
  const column: ColumnDefinition = {
    ...bare,
    notNull: false,
    constraints: parts.includes('constraints') ? bare.constraints : [],
    ...(byDefault && parts.includes('default') && { default: byDefault }),
    ...(identity && parts.includes('identity') && { identity }),
    ...(generated && parts.includes('generated') && { generated }),
  };
  return blockingWork(judged, judged.engine.effects({ ...operation, column }, judged.before, judged.context));
}

/** Whether the effects rewrite a table. */
export function rewrites(effects: readonly Effect[]): boolean {
  return effects.some((effect) => effect.work.includes('rewrite'));
}

/** PostgreSQL's not_null_violation. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const notNullViolation = '23502';

/**
 * The effects of ADD COLUMN that fail where NULL is: on the rows of the tables that get the column, which are those of the partitions where there are any, and on those
 * of children that have had it by themselves and get the NOT NULL of their parent's.
 */
export function refusingNull({ operation, before, effects }: Judged<'add-column'>): {
  readonly gettingIt: readonly Effect[];
  readonly havingIt: readonly Effect[];
} {
  const refusing = effects.filter(({ fails }) => fails?.code === notNullViolation);
  const hasIt = ({ table }: Effect): boolean => columnOf(tableOf(before, table), operation.column.name) !== undefined;
  return { gettingIt: refusing.filter((each) => !hasIt(each)), havingIt: refusing.filter(hasIt) };
}
