import type { ExpressionNode } from '../../../operation/expression.ts';
import { partsOf, someNode } from '../../../operation/expression.ts';
import type { Generated } from '../../../operation/operation.ts';
import type { TypeName } from '../../../operation/type-name.ts';
import { columnOf, type Table } from '../../../schema/schema.ts';
import type { At } from '../at.ts';
import type { Scope } from '../infer.ts';
import { inferType } from '../infer.ts';
import { assignable } from '../type-change.ts';
import { builtInName, builtInType, unwrap, userType } from '../types.ts';
import { mutablePart } from '../volatility.ts';
import { isSystemColumn, lacksColumn, missingColumns, type Refusals, refuse } from './refuse.ts';

/** The types of a table's columns, where they are built in. */
export function scopeOf(at: At, table: Table | undefined): Scope {
  return {
    schema: at.schema,
    columnType: (name) => {
      const type = columnOf(table, name)?.type;
      return type && builtInName(at.schema, type);
    },
  };
}

/** A default stands for itself: it sees no row, and no other table. */
export function* defaultRefusals(at: At, tree: ExpressionNode, type: TypeName | undefined): Refusals {
  if (someNode(tree, (node) => node.kind === 'column')) yield refuse('0A000', 'a default cannot refer to a column');
  if (someNode(tree, (node) => node.kind === 'subquery')) yield refuse('0A000', 'a default cannot hold a subquery');
  if (type === undefined) return;
  if (tree.kind === 'constant' && tree.type === undefined && !isInput(at, type, tree.value))
    yield refuse('22P02', `'${tree.value}' is not a valid ${type.text}`);
  const given = inferType(tree, { schema: at.schema });
  if (given === undefined || given === 'unknown') return;
  if (!assignable(at, builtInType(given), type)) yield refuse('42804', `the default is of type ${given}, the column of type ${type.text}`);
}

/** Whether a quoted literal can be read as the type: only what is easily told is told. */
function isInput(at: At, type: TypeName, text: string): boolean {
  const known = userType(at.schema, type);
  if (known?.kind === 'enum') return known.values.includes(text);
  if (type.dimensions > 0) return /^\s*[[{]/.test(text);
  switch (builtInName(at.schema, unwrap(at.schema, type).base)) {
    case 'int2':
    case 'int4':
    case 'int8':
      return /^\s*[+-]?\d/.test(text);
    case 'bool':
      return /^\s*(t|tr|tru|true|f|fa|fal|fals|false|y|ye|yes|n|no|on|of|off|1|0)\s*$/i.test(text);
    case 'uuid':
      return /^\{?([\da-f]{4}-?){8}\}?$/i.test(text);
    case 'json':
    case 'jsonb':
      return isJson(text);
    default:
      return true;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** An expression over the rows of one table: that of a CHECK, or of an index. */
export function* rowExpressionRefusals(tree: ExpressionNode, table: Table | undefined, besides: readonly string[] = []): Refusals {
  if (someNode(tree, (node) => node.kind === 'subquery')) yield refuse('0A000', 'a subquery cannot stand there');
  yield* missingColumns(table, columnsOf(tree, table), besides);
}

/** A CHECK, or the WHERE of an index. */
export function* conditionRefusals(at: At, tree: ExpressionNode, table: Table | undefined, besides: readonly string[] = []): Refusals {
  yield* rowExpressionRefusals(tree, table, besides);
  const type = inferType(tree, scopeOf(at, table));
  if (type !== undefined && type !== 'unknown' && type !== 'bool')
    yield refuse('42804', `a condition must be boolean, and this is ${type}`);
}

/** The columns of the table itself, as far as the names tell: a row may be meant as a whole, and another table's name makes it none of ours. */
function columnsOf(tree: ExpressionNode, table: Table | undefined): readonly string[] {
  const own = tree.kind === 'column' ? columnIn(tree.path, table) : undefined;
  return [...(own === undefined ? [] : [own]), ...partsOf(tree).flatMap((part) => columnsOf(part, table))];
}

function columnIn(path: readonly string[], table: Table | undefined): string | undefined {
  const name = table?.name.name;
  const [first, second] = path;
  if (path.length === 1) return first === name ? undefined : first;
  return path.length === 2 && first === name && second !== '*' ? second : undefined;
}

/** https://www.postgresql.org/docs/current/ddl-generated-columns.html */
export function* generatedRefusals(at: At, { expression }: Generated, table: Table | undefined, self: string): Refusals {
  const { tree } = expression;
  if (someNode(tree, (node) => node.kind === 'subquery')) yield refuse('0A000', 'a generation expression cannot hold a subquery');
  for (const column of columnsOf(tree, table)) {
    if (column === self) yield refuse('42P17', 'a generated column cannot be computed from itself');
    if (lacksColumn(table, column)) yield refuse('42703', `there is no column ${column}`);
    if (columnOf(table, column)?.generated !== undefined)
      yield refuse('42P17', `${column} is generated itself, and a generated column cannot be computed from another`);
    if (isSystemColumn(column) && column !== 'tableoid') yield refuse('42P10', `${column} is a system column`);
  }
  yield* immutableOnly(at, tree, table, 'a generated column');
}

export function* immutableOnly(at: At, tree: ExpressionNode, table: Table | undefined, what: string): Refusals {
  const part = mutablePart(tree, scopeOf(at, table));
  if (part !== undefined) yield refuse('42P17', `${what} needs an immutable expression, and ${part} is not immutable`);
}
