import { columnOf, tableOf } from '../schema/schema.ts';
import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impact, quoted } from './wording.ts';

export default defineRule({
  id: 'set-not-null-scanning',
  title: 'SET NOT NULL reads every row under a lock that stops reads and writes, unless a valid CHECK proves it',
  category: 'blocking',
  severity: 'error',
  on: ['set-not-null', 'add-column'],
  check(judged) {
    const { operation } = judged;
    const isAdded = operation.kind === 'add-column';
    const column = isAdded ? operation.column.name : operation.column;
    // A child that has the column already gets the NOT NULL of its parent's.
    const hasIt = ({ table }: (typeof judged.effects)[number]): boolean => columnOf(tableOf(judged.before, table), column) !== undefined;
    const blocking = blockingWork(judged).filter((effect) => !isAdded || (effect.fails?.code === notNullViolation && hasIt(effect)));
    if (blocking.length === 0) return;
    const what = isAdded ? `Adding ${quoted(column)} as NOT NULL above a table that has it already` : `SET NOT NULL on ${quoted(column)}`;
    judged.report(
      `${what}: ${impact(judged, blocking)}.`,
      `Prove it first${isAdded ? ' where it is' : ''}: ADD CONSTRAINT … CHECK (${quoted(column)} IS NOT NULL) NOT VALID, VALIDATE it in a later transaction, then SET NOT NULL and drop the CHECK.`,
    );
  },
});

/** PostgreSQL's not_null_violation. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const notNullViolation = '23502';
