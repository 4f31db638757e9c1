import { begins } from '../../../schema/mysql/index.ts';
import { type Table, tableOf } from '../../../schema/schema.ts';
import type { At } from '../at.ts';
import type { Tables } from '../tables.ts';
import { has } from '../version.ts';

/** A foreign key that loses the index which it needs in this table, by its name. */
export interface Unserved {
  readonly constraint: string;
  /** The other table, where the foreign key points to this one. */
  readonly child?: Table['name'];
}

/**
 * Of a foreign key of this table its columns begin an index. Those that it points to do so too; since 8.4 MySQL wants a unique key of just these, where there was one.
 * https://dev.mysql.com/doc/refman/9.7/en/create-table-foreign-keys.html#foreign-key-restrictions
 */
export function unserved(at: At, { before, after }: Tables): Unserved | undefined {
  const starts = (table: Table, columns: readonly string[]): boolean => table.indexes.some((each) => begins(each.definition, columns));
  const own = after.constraints.find(
    ({ definition }) => definition.type === 'foreign-key' && starts(before, definition.columns) && !starts(after, definition.columns),
  );
  if (own !== undefined) return { constraint: own.name };
  const strict = has(at, { mysql: '8.4' });
  for (const { table, constraint } of before.referencedBy) {
    const [was, is] = [at.schema, at.after()].map((schema) => {
      const definition = tableOf(schema, table)?.constraints.find(({ name }) => name === constraint)?.definition;
      return definition?.type === 'foreign-key' ? definition.referencedColumns : undefined;
    });
    if (was === undefined || is === undefined) continue;
    const lost = strict && isKey(before, was) ? !isKey(after, is) : starts(before, was) && !starts(after, is);
    if (lost) return { constraint, child: table };
  }
  return undefined;
}

/** Whether a unique key has these columns, whole and in this order, and no others. */
export function isKey({ indexes }: Table, columns: readonly string[]): boolean {
  return indexes.some(
    ({ definition }) => definition.unique && definition.elements.length === columns.length && begins(definition, columns),
  );
}
