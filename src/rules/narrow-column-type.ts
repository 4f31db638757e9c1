import { effectOn, isInUse, isNewColumn } from './existing.ts';
import { defineRule } from './rule.ts';
import { quoted, shown } from './wording.ts';

export default defineRule({
  id: 'narrow-column-type',
  title: 'A type that holds less refuses values that rows hold and running code still writes',
  category: 'breaking',
  severity: 'error',
  on: ['alter-column-type'],
  check(judged) {
    const { table, column, type } = judged.operation;
    if (!isInUse(judged.before, table) || isNewColumn(judged.before, table, column)) return;
    // Class 22 is PostgreSQL's data exceptions: a value that the new type cannot hold.
    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    const fails = effectOn(judged, table)?.fails;
    // 22000 is the class itself: what the values are is not known.
    if (fails === undefined || !fails.code.startsWith('22') || fails.code === '22000') return;
    judged.report(
      `Changing ${shown(judged, table)}.${quoted(column)} to ${type.text} fails on rows that it cannot hold: ${fails.reason} (error ${fails.code}). Code that is running goes on writing such values, and fails from here on.`,
      'Make the code write only what fits, then move the rows to a second column of the new type, which takes the place of the first.',
    );
  },
});
