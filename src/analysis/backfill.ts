import type { Expression } from '../operation/expression.ts';
import { keyOf, type ResolvedName } from '../operation/name.ts';
import { resolve, type Schema } from '../schema/schema.ts';
import type { Reader } from '../sql/statement.ts';

export interface StatedBackfill {
  readonly expression: Expression;
  readonly printed: string;
}

/** What the author stated for the existing rows, by table and column. */
export interface Backfills {
  get(table: ResolvedName, column: string): StatedBackfill | undefined;
}

/**
 * Reads `table.column = expression` statements from directives and the config.
 * @param stated each with where it was stated; `refuse` is told why one cannot be used
 */
export function readBackfills(
  stated: readonly { readonly target: string; readonly expression: string; refuse(reason: string): void }[],
  schema: Schema,
  reader: Reader,
): Backfills {
  const byColumn = new Map<string, StatedBackfill>();
  for (const { target, expression, refuse } of stated) {
    const path = readPath(target);
    if (path === undefined) {
      refuse(`\`${target}\` is not a column: write <table>.<column>`);
      continue;
    }
    const read = reader.readExpression(expression);
    if ('refused' in read) {
      refuse(read.refused);
      continue;
    }
    byColumn.set(`${keyOf(resolve(schema, path.table))}\t${path.column}`, read);
  }
  return { get: (table, column) => byColumn.get(`${keyOf(table)}\t${column}`) };
}

/** `orders.status`, `"App"."Orders".status` → names folded as PostgreSQL does; undefined for anything else. */
function readPath(
  text: string,
): { readonly table: { readonly schema?: string; readonly name: string }; readonly column: string } | undefined {
  const part = String.raw`(?:"(?:[^"]|"")+"|[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*)`;
  if (!new RegExp(`^${part}(?:\\.${part}){1,2}$`).test(text)) return undefined;
  const names = (text.match(new RegExp(part, 'g')) ?? []).map((each) =>
    each.startsWith('"') ? each.slice(1, -1).replaceAll('""', '"') : each.toLowerCase(),
  );
  const column = names.pop() as string;
  const name = names.pop() as string;
  const [schema] = names;
  return { table: schema === undefined ? { name } : { schema, name }, column };
}
