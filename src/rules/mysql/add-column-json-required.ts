import { effectOn, isInUse } from '../existing.ts';
import { defineMysqlRule } from '../rule.ts';
import { named, shown } from '../wording.ts';
import { isRequired } from './required.ts';

export default defineMysqlRule({
  id: 'add-column-json-required',
  title: "ADD COLUMN … JSON NOT NULL without a default puts '' into every row, which is no JSON: each UPDATE of one fails from then on",
  category: 'breaking',
  severity: 'error',
  engines: ['mariadb'],
  on: ['add-column'],
  check(judged) {
    const { column, table } = judged.operation;
    if (!isRequired(column) || column.type.name !== 'json' || !isInUse(judged.before, table)) return;
    const copied = effectOn(judged, table)?.algorithm === 'COPY';
    judged.report(
      copied
        ? `Adding ${named(judged, column.name)} as JSON NOT NULL without a default fails if ${shown(judged, table)} has a row: '' is no JSON (error 4025).`
        : `MariaDB puts '' into ${shown(judged, table)}.${named(judged, column.name)} of each row that is there and does not look: '' is no JSON, so that every later UPDATE of such a row fails, whichever column it is for (error 4025).`,
      "Give it a default, as DEFAULT '{}'; or add it nullable, fill it in batches, then MODIFY it to NOT NULL.",
    );
  },
});
