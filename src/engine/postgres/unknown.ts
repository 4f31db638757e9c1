/**
 * What is said where the history does not tell and the worst is taken: what is not known, and what would tell. Each is the reason of an effect, and
 * stands behind "because".
 */

const dump = 'a schema dump (`--schema FILE`)';

/** @param part the function or operator as a reader calls it: `made_up()`, `the operator <->` */
export function unknownVolatility(part: string): string {
  return `the default ${part} is unknown to the history and may be volatile, so that every row gets its own value; its definition in the history, or ${dump}, would tell`;
}

export function unknownColumnType(): string {
  return `the type it has now is not known to the history, and most changes of type write every row anew; ${dump} would tell`;
}

/** Casts are brought by extensions, and no migration shows them. */
export function unknownCasts(type: string): string {
  return `the casts of the type ${type} are not known to the history, and most changes of type write every row anew; if it is stored as the other is, waive this with the reason`;
}

export function unknownTimeZone(from: string, to: string): string {
  return `${from} and ${to} differ by the session's time zone, which is not known to be UTC; \`time-zone: UTC\` in .lockstep.yml says that it is`;
}

export function unknownIndexes(): string {
  return `an index on the column, which the history may not know, is built anew; ${dump} would tell`;
}

export function unknownIndexColumns(): string {
  return `the columns of the index are not known to the history, and those that may be NULL are tested on every row; ${dump} would tell`;
}

export function unknownTablespace(tablespace: string): string {
  return `the table is copied to ${tablespace}, unless it is there already: the history does not tell where it is, and neither the database's nor the session's default_tablespace is known`;
}

/** Begins a reason that goes on with the work. */
export function hiddenPartitions(): string {
  return `its partitions, which the history does not know and ${dump} would show, may hold rows`;
}
