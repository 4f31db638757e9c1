import { effectOn, isInUse } from '../existing.ts';
import { defineMysqlRule } from '../rule.ts';
import { named, shown } from '../wording.ts';
import { isRequired, isStrict, isTemporal, zeroOf } from './required.ts';
import { failing } from './wording.ts';

export default defineMysqlRule({
  id: 'add-column-without-default',
  title: "ADD COLUMN … NOT NULL without a default puts 0 or '' into every row, and breaks the INSERTs of running code",
  category: 'breaking',
  severity: 'error',
  on: ['add-column'],
  check(judged) {
    const { operation, before, context } = judged;
    const { column, table } = operation;
    // What a date becomes, and JSON in MariaDB, are matters of their own.
    if (!isRequired(column) || isTemporal(column.type) || (context.target.engine === 'mariadb' && column.type.name === 'json')) return;
    if (!isInUse(before, table)) return;
    const zero = zeroOf(column.type);
    const filled = zero === undefined ? failing(effectOn(judged, table)) : ` Each row that is there gets ${zero}, without a word.`;
    const strict = isStrict(judged);
    judged.report(
      strict
        ? `${shown(judged, table)}.${named(judged, column.name)} is required and has no default: the INSERTs of code that is running do not give it a value, and fail in strict mode (error 1364).${filled}`
        : `${shown(judged, table)}.${named(judged, column.name)} is required and has no default.${filled} So does each that code which is running goes on to insert, for strict mode is off.`,
      'Give it a default; or add it nullable, let all code write it, fill it in batches, then MODIFY it to NOT NULL.',
      strict ? {} : { severity: 'warning' },
    );
  },
});
