import { keyOf } from '../operation/name.ts';
import { resolve, tableOf } from '../schema/schema.ts';
import { defineRule } from './rule.ts';
import { quoted } from './wording.ts';

export default defineRule({
  id: 'enum-value-in-same-transaction',
  title: 'An enum value that was added in the same transaction cannot be used yet',
  category: 'fails',
  severity: 'error',
  on: ['insert', 'update', 'delete', 'merge', 'select', 'add-column', 'set-default', 'add-constraint', 'create-index'],
  check(judged) {
    const { operation, statement, before, migration, transaction } = judged;
    if (transaction.addedEnumValues.length === 0) return;
    const text = migration.text.slice(statement.span.start, statement.span.end);
    const table = 'table' in operation ? tableOf(before, operation.table) : undefined;
    const used = transaction.addedEnumValues.find(({ type, value }) => {
      if (!text.includes(`'${value.replaceAll("'", "''")}'`)) return false;
      // The same word in a table without such a column is another word.
      if (table?.complete !== true || operation.kind === 'add-column') return true;
      return table.columns.some((column) => keyOf(resolve(before, column.type, before.types)) === keyOf(type));
    });
    if (used === undefined) return;
    judged.report(
      `The value '${used.value}' was added to ${quoted(used.type.name)} earlier in this transaction (${transaction.open === 'no' ? 'it is the same statement' : transaction.because}), and PostgreSQL does not let it be used before that is committed (error 55P04).`,
      'Add the value in a migration file of its own, before this one.',
      transaction.open === 'maybe' ? { severity: 'warning' } : {},
    );
  },
});
