import { keyOf, type ResolvedName } from '../operation/name.ts';

/**
 * What one operation leaves for another to find, as keys: once an operation is staged, some of it arrives later than the author wrote it, and
 * what stands on it has to wait.
 */
export const thing = {
  /** The table under its name, and what hangs on it: renamed or dropped, later steps would not find it. */
  table: (table: ResolvedName): string => `table\t${keyOf(table)}`,
  column: (table: ResolvedName, column: string): string => `column\t${keyOf(table)}\t${column}`,
  /** A column under the name by which a statement about rows calls it. */
  named: (table: ResolvedName, column: string): string => `named\t${keyOf(table)}\t${column}`,
  /** A column that something stands in for, until it has its last form: what is made on it before that would hang on the wrong one. */
  swapped: (table: ResolvedName, column: string): string => `swapped\t${keyOf(table)}\t${column}`,
  /** The table at all (or its name, free again), where a statement that makes, drops or renames it had to wait itself. */
  exists: (table: ResolvedName): string => `exists\t${keyOf(table)}`,
  /** A column's rows, filled. */
  rows: (table: ResolvedName, column: string): string => `rows\t${keyOf(table)}\t${column}`,
  /** Some column of the table is being filled: what reads or writes its rows would see the difference. */
  data: (table: ResolvedName): string => `data\t${keyOf(table)}`,
  /** Rows that a statement of the author's reads or writes: what comes behind it finds them as it left them, and does not change them before it. */
  changed: (table: ResolvedName): string => `changed\t${keyOf(table)}`,
  /** Whether a key is `changed`. */
  isOfRows: (key: string): boolean => key.startsWith('changed\t'),
  notNull: (table: ResolvedName, column: string): string => `not null\t${keyOf(table)}\t${column}`,
  default: (table: ResolvedName, column: string): string => `default\t${keyOf(table)}\t${column}`,
  constraint: (table: ResolvedName, name: string): string => `constraint\t${keyOf(table)}\t${name}`,
  index: (index: ResolvedName): string => `index\t${keyOf(index)}`,
  /** A view under its name. */
  view: (view: ResolvedName): string => `view\t${keyOf(view)}`,
  /** The columns of a table by which a view under its old name reads and writes it: another column would not take one's place there. */
  viewed: (table: ResolvedName): string => `viewed\t${keyOf(table)}`,
  /** A table's primary key, of which there is one. */
  primary: (table: ResolvedName): string => `primary\t${keyOf(table)}`,
  /** Whether a foreign key points to the table. */
  pointed: (table: ResolvedName): string => `pointed\t${keyOf(table)}`,
  /** A type or a function that a column or table uses: it cannot go before them. */
  used: (name: string): string => `used\t${name}`,
  /** A unique key that a foreign key may reference. */
  unique: (table: ResolvedName, columns: readonly string[]): string => `unique\t${keyOf(table)}\t${[...columns].sort().join('\t')}`,
};
