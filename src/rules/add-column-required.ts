import { columnOf, tableOf } from '../schema/schema.ts';
import { isInUse } from './existing.ts';
import { defineRule } from './rule.ts';
import { quoted, shown } from './wording.ts';

/** PostgreSQL's not_null_violation. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const notNullViolation = '23502';

export default defineRule({
  id: 'add-column-required',
  title: 'ADD COLUMN … NOT NULL without a default fails on a table with rows, and breaks the INSERTs of running code',
  category: 'fails',
  severity: 'error',
  on: ['add-column'],
  check(judged) {
    const { column, table } = judged.operation;
    // Of a partitioned table the partitions have the rows. A child that has the column already keeps its values.
    const fails = judged.effects.some(
      (effect) => effect.fails?.code === notNullViolation && columnOf(tableOf(judged.before, effect.table), column.name) === undefined,
    );
    if (!isInUse(judged.before, table) || !fails) return;
    judged.report(
      `Adding ${quoted(column.name)} as NOT NULL without a default fails if ${shown(judged, table)} has a row (error ${notNullViolation}). ` +
        'Even on an empty table, the INSERTs of code that is running do not give it a value and fail.',
      'Give it a constant default; or add it nullable, fill it in batches once all code writes it, then make it NOT NULL.',
    );
  },
});
