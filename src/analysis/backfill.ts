import { columnsIn, type Expression, isNullConstant } from '../operation/expression.ts';
import { keyOf, type ResolvedName } from '../operation/name.ts';
import { Problem } from '../problem.ts';
import { columnOf, resolve, type Schema, type Table, tableOf } from '../schema/schema.ts';
import type { Reader } from '../sql/statement.ts';

export interface StatedBackfill {
  readonly expression: Expression;
  readonly printed: string;
}

/** What the author stated for the existing rows, by table and column. */
export interface Backfills {
  get(table: ResolvedName, column: string): StatedBackfill | undefined;
}

/** A statement of the value for existing rows, and where it goes if it cannot be used. */
export interface Stated {
  readonly target: string;
  readonly expression: string;
  /** It is for whenever the column comes: one that is not there yet is nobody's mistake. */
  readonly early?: true;
  refuse(reason: string): void;
}

/** @throws Problem where the config states what can never be used: no column, no single expression over a row. */
export function checkConfigured(backfill: Readonly<Record<string, string>>, reader: Reader): void {
  for (const [target, expression] of Object.entries(backfill)) {
    const read = reader.readExpression(expression);
    const reason =
      readPath(target, reader) === undefined ? 'write <table>.<column> as its name' : 'refused' in read ? read.refused : undefined;
    if (reason !== undefined) throw new Problem(`backfill of ${target} in the config cannot be used: ${reason}`);
  }
}

/**
 * Reads `table.column = expression` statements from directives and the config.
 * @param after the schema after the unit, which has the column
 */
export function readBackfills(stated: readonly Stated[], after: Schema, reader: Reader): Backfills {
  const byColumn = new Map<string, StatedBackfill>();
  for (const { target, expression, early, refuse } of stated) {
    const path = readPath(target, reader);
    if (path === undefined) {
      refuse(`\`${target}\` is not a column: write <table>.<column>`);
      continue;
    }
    // MySQL takes a column's name in any case of letters.
    const column = columnOf(tableOf(after, path.table), path.column)?.name;
    if (early && column === undefined) continue;
    const read = reader.readExpression(expression);
    const reason = 'refused' in read ? read.refused : whyUseless(read.expression, tableOf(after, path.table), path.column, target);
    if ('refused' in read || reason !== undefined) {
      refuse(reason ?? '');
      continue;
    }
    const key = `${keyOf(resolve(after, path.table))}\t${column ?? path.column}`;
    const known = byColumn.get(key);
    if (known !== undefined && known.printed !== read.printed) refuse(`${target} has another one already`);
    else byColumn.set(key, read);
  }
  return { get: (table, column) => byColumn.get(`${keyOf(table)}\t${column}`) };
}

/** Why an expression cannot fill the column; undefined where nothing speaks against it. What history does not know is not held against it. */
function whyUseless({ tree }: Expression, table: Table | undefined, column: string, target: string): string | undefined {
  if (columnOf(table, column) === undefined) return `there is no column ${target}`;
  if (isNullConstant(tree)) return 'NULL is what the rows hold already';
  const reads = columnsIn(tree);
  if (reads.includes(column)) return `it reads ${column}, which is still NULL in every row`;
  const unknown = table?.complete ? reads.find((each) => each !== '*' && columnOf(table, each) === undefined) : undefined;
  return unknown === undefined ? undefined : `the table has no column ${unknown}`;
}

/** `orders.status`, `"App"."Orders".status` → names folded as PostgreSQL does, or in backticks and as they are for MySQL; undefined for anything else. */
function readPath(
  text: string,
  { name: dialect }: Pick<Reader, 'name'>,
): { readonly table: { readonly schema?: string; readonly name: string }; readonly column: string } | undefined {
  const isMysql = dialect === 'mysql' || dialect === 'mariadb';
  const quote = isMysql ? '`' : '"';
  // A name of MySQL may begin with a digit, and is not all digits.
  const plain = isMysql ? String.raw`(?![0-9]+(?:\.|$))[A-Za-z0-9_$\u0080-\uffff]+` : '[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*';
  const part = `(?:${quote}(?:[^${quote}]|${quote}${quote})+${quote}|${plain})`;
  if (!new RegExp(`^${part}(?:\\.${part}){1,2}$`).test(text)) return undefined;
  const names = (text.match(new RegExp(part, 'g')) ?? []).map((each) =>
    each.startsWith(quote) ? each.slice(1, -1).replaceAll(quote + quote, quote) : isMysql ? each : each.toLowerCase(),
  );
  const column = names.pop() as string;
  const name = names.pop() as string;
  const [schema] = names;
  return { table: schema === undefined ? { name } : { schema, name }, column };
}
