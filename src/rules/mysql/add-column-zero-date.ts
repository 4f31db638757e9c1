import { failuresOf } from '../../engine/failure.ts';
import { effectOn, isInUse } from '../existing.ts';
import { defineMysqlRule } from '../rule.ts';
import { named, shown } from '../wording.ts';
import { isRequired, isTemporal, zeroOf } from './required.ts';

/** ER_TRUNCATED_WRONG_VALUE: the zero date, where NO_ZERO_DATE forbids it. */
const wrongValue = '1292';

export default defineMysqlRule({
  id: 'add-column-zero-date',
  title: "ADD COLUMN of a date or time that is NOT NULL and has no default: every row gets '0000-00-00', or the statement fails",
  category: 'fails',
  severity: 'error',
  on: ['add-column'],
  check(judged) {
    const { column, table } = judged.operation;
    if (!isRequired(column) || !isTemporal(column.type) || !isInUse(judged.before, table)) return;
    const own = effectOn(judged, table);
    const fails = own !== undefined && failuresOf(own).some(({ code }) => code === wrongValue);
    const name = `${shown(judged, table)}.${named(judged, column.name)}`;
    judged.report(
      fails
        ? `${name} is required and has no default: this fails if there is a row (error ${wrongValue}), because it would have to hold ${zeroOf(column.type)}. Even on an empty table, the INSERTs of code that is running do not give it a value and fail.`
        : `${name} is required and has no default: each row that is there gets ${zeroOf(column.type)}, which no calendar knows, and the INSERTs of code that is running fail in strict mode (error 1364).`,
      'Give it a default, as DEFAULT CURRENT_TIMESTAMP; or add it nullable, fill it in batches once all code writes it, then MODIFY it to NOT NULL.',
    );
  },
});
