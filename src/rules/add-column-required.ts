import { refusingNull } from './adding.ts';
import { isInUse } from './existing.ts';
import { defineRule } from './rule.ts';
import { quoted, shown } from './wording.ts';

export default defineRule({
  id: 'add-column-required',
  title: 'ADD COLUMN … NOT NULL without a default fails on a table with rows, and breaks the INSERTs of running code',
  category: 'fails',
  severity: 'error',
  on: ['add-column'],
  check(judged) {
    const { column, table } = judged.operation;
    const [effect] = refusingNull(judged).gettingIt;
    if (effect?.fails === undefined || !isInUse(judged.before, table)) return;
    judged.report(
      `Adding ${quoted(column.name)} as NOT NULL without a default fails if ${shown(judged, table)} has a row (error ${effect.fails.code}). ` +
        'Even on an empty table, the INSERTs of code that is running do not give it a value and fail.',
      'Give it a constant default; or add it nullable, fill it in batches once all code writes it, then make it NOT NULL.',
    );
  },
});
