import type { Table } from '../../schema/schema.ts';

/** A table before and after the whole statement, which has changed the name of none of its columns in `before`. */
export interface Tables {
  readonly before: Table;
  readonly after: Table;
}
