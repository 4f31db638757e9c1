import { columnsIn, type Expression, type ExpressionNode, someNode } from '../../../operation/expression.ts';
import type { QualifiedName } from '../../../operation/name.ts';
import type { OperationOf } from '../../../operation/operation.ts';
import type { TypeName } from '../../../operation/type-name.ts';
import { constantType } from '../../../schema/constant-type.ts';
import { columnOf, type Schema, type Table } from '../../../schema/schema.ts';
import { typeKey } from '../../../schema/store.ts';
import { quoteIdentifier, quoteLiteral } from '../../../sql/postgres/quote.ts';
import { differs } from './sync-trigger.ts';

type TypeChange = OperationOf<'alter-column-type'>;

/**
 * The body of the trigger that fills a column of the new type from the one that has the name: an assignment, as ALTER … TYPE converts without USING, or the author's
 * USING over the row, which is put under the name of the table so that he may have written it before his columns.
 * @param caught the errors by which a value that does not fit becomes NULL; absent: none
 */
export function forth(
  { column, using, table: { name } }: TypeChange,
  into: string,
  caught: string | undefined,
  table: Table | undefined,
): string {
  const [from, to] = [`NEW.${quoteIdentifier(column)}`, `NEW.${quoteIdentifier(into)}`];
  const value = using === undefined ? from : overRow(using, name, table);
  return filling(to, value, caught, using !== undefined);
}

/** The body of a trigger that computes a column from its row. */
export function computing(column: string, expression: Expression, { name }: QualifiedName, table: Table | undefined): string {
  return filling(`NEW.${quoteIdentifier(column)}`, overRow(expression, name, table), undefined, true);
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
export function back({ column, using, table }: TypeChange, aside: string, caught: string): string {
  const [from, to] = [`NEW.${quoteIdentifier(column)}`, `NEW.${quoteIdentifier(aside)}`];
  const inverse = using === undefined ? from : inverseOf(using.tree, column, from);
  const message = `name the columns of ${table.name} in INSERT: ${column} stands in another place now`;
  const guard = [
    `  IF TG_OP = 'INSERT' AND ${to} IS DISTINCT FROM NULL THEN`,
    `    RAISE EXCEPTION USING MESSAGE = ${quoteLiteral(message)};`,
    '  END IF;',
  ];
  if (inverse !== undefined) return filling(to, inverse, caught, false, guard);
  const changed = `TG_OP = 'INSERT' OR ${differs(from, `OLD.${quoteIdentifier(column)}`)}`;
  return ['BEGIN', ...guard, `  IF ${changed} THEN`, `    ${to} := NULL;`, '  END IF;', '  RETURN NEW;', 'END'].join('\n');
}

/** Whether what is written after the change can be read back as the old type. */
export function hasInverse({ column, using }: TypeChange): boolean {
  return using === undefined || inverseOf(using.tree, column, '') !== undefined;
}

function filling(to: string, value: string, caught: string | undefined, columns: boolean, first: readonly string[] = []): string {
  const assign = `${to} := ${value};`;
  const lines =
    caught === undefined
      ? [`  ${assign}`]
      : ['  BEGIN', `    ${assign}`, `  EXCEPTION WHEN ${caught} THEN`, `    ${to} := NULL;`, '  END;'];
  return [...(columns ? ['#variable_conflict use_column'] : []), 'BEGIN', ...first, ...lines, '  RETURN NEW;', 'END'].join('\n');
}

/**
 * The conditions that a value raises which a type cannot hold: errors of its class, those of a domain, and where the type reads its values as names or as a language, those
 * by which it does not know or understand them ("relation … does not exist", "syntax error in tsquery"; asked of PostgreSQL 18 for each of its types).
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function refusals(schema: Schema, type: TypeName): string {
  return ['data_exception', 'integrity_constraint_violation', ...(isParsed(schema, type) ? ofNames : [])].join(' OR ');
}

const ofNames = ['syntax_error_or_access_rule_violation', 'invalid_schema_name', 'feature_not_supported'];

/** Whether a type reads its values as names or as a language; of one that an extension brings nobody can tell, and it counts as one. */
function isParsed(schema: Schema, type: TypeName): boolean {
  const base = constantType(schema, { ...type, dimensions: 0 });
  const key = typeKey(schema, base);
  if (key === undefined) return isOfNames(schema, base) || /^(?:tsquery|tsvector|jsonpath)$/.test(base.name);
  const kind = schema.types.get(key)?.kind;
  return kind === undefined || kind === 'base';
}

/** Whether the values of a type are names of what the server has: regclass and the like. https://www.postgresql.org/docs/current/datatype-oid.html */
export function isOfNames(schema: Schema, type: TypeName): boolean {
  return typeKey(schema, type) === undefined && type.name.startsWith('reg');
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
