/** One statement to be run on a populated schema: by the tests on PGlite, by a recorder on any server. Nothing in it is particular to either. */
export interface Case {
  /** Unique over all files: the group and the statement. */
  readonly name: string;
  /** Committed before the statement runs. */
  readonly setup: string;
  readonly sql: string;
  /** Cannot run in a transaction block. */
  readonly outsideTransaction?: true;
  /** The lowest major that understands it. */
  readonly since?: number;
  /** The embedded server, a minor version further, does it otherwise: the records alone tell (see `lackedIndexes` of the engine). */
  readonly byMinor?: true;
}

/** The statements of one group run on the same schema. */
export function group(
  title: string,
  setup: string,
  statements: readonly string[],
  options: Omit<Case, 'name' | 'setup' | 'sql'> = {},
): readonly Case[] {
  return statements.map((sql) => ({ name: `${title}: ${sql.replace(/\s+/g, ' ').trim()}`, setup, sql, ...options }));
}
