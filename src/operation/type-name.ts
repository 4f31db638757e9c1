/**
 * A data type as written, in neutral terms.
 *
 * `name` is the engine's internal name where the type is built in (`int4`, `varchar`, `timestamptz`), so that
 * `integer`, `int` and `int4` are one; a user's type keeps its own name. `serial4` and the like keep their name: they are
 * a column shorthand, not a type, and `engine/` and `schema/` expand them.
 */
export interface TypeName {
  readonly schema?: string;
  readonly name: string;
  /** `varchar(10)` → [10], `numeric(12,2)` → [12, 2], MySQL's `enum('a', 'b')` → ['a', 'b'], PostGIS `geometry(Point,4326)` → ['Point', 4326]. */
  readonly modifiers: readonly (number | string)[];
  /** Number of array dimensions; `int[]` has 1. */
  readonly dimensions: number;
  /** MySQL: UNSIGNED, which ZEROFILL implies. */
  readonly unsigned?: true;
  /** MySQL: CHARACTER SET, in lower case. */
  readonly characterSet?: string;
  /** As the author wrote it, without COLLATE. */
  readonly text: string;
}
