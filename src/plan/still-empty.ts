import { keyOf } from '../operation/name.ts';
import type { Operation } from '../operation/operation.ts';
import { isNew, resolve } from '../schema/schema.ts';
import type { Work } from './work.ts';

/** What names a table and puts no row into it. */
const defining: ReadonlySet<Operation['kind']> = new Set<Operation['kind']>([
  'transaction',
  'set-variable',
  'create-table',
  'create-index',
  'add-column',
  'add-constraint',
  'set-not-null',
  'set-default',
  'drop-default',
]);

/**
 * Foreign keys of tables that the unit makes and that no row can have come to yet: nothing before them so much as mentions the table, but what defines it. They hold
 * whatever is put off of the rows that they will point to.
 */
export function stillEmpty(works: readonly Work[]): ReadonlySet<Work> {
  const found = new Set<Work>();
  /** Words of all that may put rows somewhere, in strings and bodies too. */
  const mentioned = new Set<string>();
  for (const work of works) {
    const [only, ...more] = work.operations;
    if (only?.operation.kind === 'add-constraint' && more.length === 0 && only.operation.constraint.type === 'foreign-key') {
      const table = only.before.tables.get(keyOf(resolve(only.before, only.operation.table)));
      // Rows of a partition come by its parent's name; and a name of several words is not looked for.
      const isPlain = table !== undefined && table.partitionOf === undefined && /^\w+$/.test(table.name.name);
      if (isPlain && isNew(only.before, table) && !mentioned.has(table.name.name.toLowerCase())) found.add(work);
    }
    if (!work.operations.every(({ operation }) => defining.has(operation.kind)))
      for (const word of work.sql.toLowerCase().match(/\w+/g) ?? []) mentioned.add(word);
  }
  return found;
}
