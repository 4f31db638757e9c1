import type { Operation, OperationOf } from '../../operation/operation.ts';
import { defineMysqlRule } from '../rule.ts';
import { shown } from '../wording.ts';

export default defineMysqlRule({
  id: 'missing-primary-key',
  title: 'A table without a primary key: each row that is changed or deleted is looked for in the whole table on every replica',
  category: 'operations',
  severity: 'warning',
  on: ['create-table', 'drop-constraint'],
  check(judged) {
    const { operation, statement } = judged;
    const isWithout =
      operation.kind === 'create-table'
        ? operation.persistence !== 'temporary' && operation.like.length === 0 && !hasKey(operation)
        : operation.type === 'primary-key' && !statement.operations.some(addsKey);
    if (!isWithout) return;
    judged.report(
      `${shown(judged, operation.table)} has no primary key: a replica reads the whole table for each row that is changed or deleted, group replication and Galera refuse such changes, and gh-ost cannot copy it.`,
      'Give it one: `id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY`, where the rows have no key of their own.',
    );
  },
});

/** A primary key, or what InnoDB takes for it: a unique key of columns that are NOT NULL. */
function hasKey({ columns, constraints, indexes = [] }: OperationOf<'create-table'>): boolean {
  const required = new Set(columns.filter((each) => each.notNull || each.type.name === 'serial').map((each) => each.name.toLowerCase()));
  const all = [...constraints, ...columns.flatMap((each) => each.constraints)];
  const keys = [
    ...all.flatMap((each) => (each.type === 'unique' ? [each.columns] : [])),
    ...indexes
      .filter((each) => each.unique)
      .map((each) => each.elements.map(({ column, prefix }) => (prefix === undefined ? (column ?? '') : ''))),
  ];
  return (
    all.some((each) => each.type === 'primary-key') ||
    columns.some((each) => each.type.name === 'serial') ||
    keys.some((key) => key.length > 0 && key.every((column) => required.has(column.toLowerCase())))
  );
}

function addsKey(operation: Operation): boolean {
  if (operation.kind === 'add-constraint') return operation.constraint.type === 'primary-key';
  return operation.kind === 'add-column' && operation.column.constraints.some(({ type }) => type === 'primary-key');
}
