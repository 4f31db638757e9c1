import { columnsIn, type Expression, type ExpressionNode, someNode } from '../../../operation/expression.ts';
import type { QualifiedName } from '../../../operation/name.ts';
import type { OperationOf } from '../../../operation/operation.ts';
import { columnOf, type Table } from '../../../schema/schema.ts';
import { quoteIdentifier, quoteLiteral } from '../../../sql/postgres/quote.ts';
import { differs } from './sync-trigger.ts';

type TypeChange = OperationOf<'alter-column-type'>;

/**
 * The body of the trigger that fills a column of the new type from the one that has the name: an assignment, as ALTER … TYPE converts without USING, or the author's
 * USING over the row, which is put under the name of the table so that he may have written it before his columns.
 * @param lenient a value that does not fit becomes NULL
 */
export function forth({ column, using, table: { name } }: TypeChange, into: string, lenient: boolean, table: Table | undefined): string {
  const [from, to] = [`NEW.${quoteIdentifier(column)}`, `NEW.${quoteIdentifier(into)}`];
  const value = using === undefined ? from : overRow(using, name, table);
  return filling(to, value, lenient, using !== undefined);
}

/** The body of a trigger that computes a column from its row. */
export function computing(column: string, expression: Expression, { name }: QualifiedName, table: Table | undefined): string {
  return filling(`NEW.${quoteIdentifier(column)}`, overRow(expression, name, table), false, true);
}

/**
 * The expression over the columns of the row that it names, and no others: a session that has run the function before goes on with the types that they had then, and
 * gets an error for each that is of another type now ("type of parameter … does not match that when preparing the plan").
 */
function overRow({ text, tree }: Expression, name: string, table: Table | undefined): string {
  const columns = columnsIn(tree);
  if (columns.length === 0) return parenthesised(text);
  const areKnown = columns.every((each) => columnOf(table, each) !== undefined);
  const row = areKnown ? columns.map((each) => `NEW.${quoteIdentifier(each)}`).join(', ') : 'NEW.*';
  return `(SELECT ${parenthesised(text)} FROM (SELECT ${row}) AS ${quoteIdentifier(name)})`;
}

/**
 * The reverse, for what old code would read after a way back. A value that the old type cannot hold, or that no cast leads to, is NULL there.
 *
 * The old column now stands where the other one stood: an INSERT that names no columns would fill it, and what it wrote would be lost. It is refused.
 */
export function back({ column, using, table }: TypeChange, aside: string): string {
  const [from, to] = [`NEW.${quoteIdentifier(column)}`, `NEW.${quoteIdentifier(aside)}`];
  const inverse = using === undefined ? from : inverseOf(using.tree, column, from);
  const message = `name the columns of ${table.name} in INSERT: ${column} stands in another place now`;
  const guard = [
    `  IF TG_OP = 'INSERT' AND ${to} IS DISTINCT FROM NULL THEN`,
    `    RAISE EXCEPTION USING MESSAGE = ${quoteLiteral(message)};`,
    '  END IF;',
  ];
  if (inverse !== undefined) return filling(to, inverse, true, false, guard);
  const changed = `TG_OP = 'INSERT' OR ${differs(from, `OLD.${quoteIdentifier(column)}`)}`;
  return ['BEGIN', ...guard, `  IF ${changed} THEN`, `    ${to} := NULL;`, '  END IF;', '  RETURN NEW;', 'END'].join('\n');
}

/** Whether what is written after the change can be read back as the old type. */
export function hasInverse({ column, using }: TypeChange): boolean {
  return using === undefined || inverseOf(using.tree, column, '') !== undefined;
}

function filling(to: string, value: string, lenient: boolean, columns: boolean, first: readonly string[] = []): string {
  const assign = `${to} := ${value};`;
  const lines = lenient
    ? ['  BEGIN', `    ${assign}`, '  EXCEPTION WHEN data_exception OR integrity_constraint_violation THEN', `    ${to} := NULL;`, '  END;']
    : [`  ${assign}`];
  return [...(columns ? ['#variable_conflict use_column'] : []), 'BEGIN', ...first, ...lines, '  RETURN NEW;', 'END'].join('\n');
}

/** Casts of the column are undone by an assignment, AT TIME ZONE by itself; of anything else no inverse is known. */
function inverseOf(node: ExpressionNode, column: string, value: string): string | undefined {
  if (node.kind === 'column') return node.path.at(-1) === column ? value : undefined;
  if (node.kind === 'cast' || node.kind === 'collate') return inverseOf(node.argument, column, value);
  if (node.kind !== 'call' || node.function.name !== 'timezone') return undefined;
  const [zone, time] = node.arguments;
  if (zone?.kind !== 'constant' || time === undefined) return undefined;
  return inverseOf(time, column, `${value} AT TIME ZONE ${quoteLiteral(zone.value)}`);
}

/** Whether an expression names columns in a way that only ALTER TABLE understands: with the schema before the table. */
export function namesSchema(node: ExpressionNode): boolean {
  return someNode(node, (each) => each.kind === 'column' && each.path.length > 2);
}

/** An expression in parentheses; a line comment in it must not swallow what follows. */
export function parenthesised(expression: string): string {
  return `(${expression}${expression.includes('--') ? '\n' : ''})`;
}
