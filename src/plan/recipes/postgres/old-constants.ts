import { columnsIn, type Expression, type ExpressionNode, partsOf } from '../../../operation/expression.ts';
import type { TypeName } from '../../../operation/type-name.ts';
import { constantType } from '../../../schema/constant-type.ts';
import type { Schema } from '../../../schema/schema.ts';
import { lex, number, string } from '../../../sql/postgres/lexer.ts';
import { quoteIdentifier, quoteLiteral } from '../../../sql/postgres/quote.ts';
import type { Carried } from './carried.ts';

/**
 * What hangs on a column with the constants that it is compared with told by the column's old type. The catalog keeps a quoted constant with the type that the
 * column had when it was written, and so does ALTER … TYPE; the same words for a column of another type would mean a constant of that.
 */
export function withOldConstants(carried: Carried, to: TypeName, schema: Schema): Carried | { readonly impossible: string } {
  const { column } = carried;
  if (column.type.name === to.name) return carried;
  const refused = (what: string): { impossible: string } => ({
    impossible: `the ${what} compares ${quoteIdentifier(column.name)} with a constant of its old type, for which the new one may have no operator: drop it in a migration before this one, and make it anew after it`,
  });
  const [from, into] = [constantType(schema, column.type), constantType(schema, to)];
  const told = (expression: Expression): Expression | undefined => tell(expression, column.name, from, into);
  const checks: (typeof carried.checks)[number][] = [];
  for (const check of carried.checks) {
    const expression = told(check.definition.expression);
    if (expression === undefined) return refused(`CHECK ${quoteIdentifier(check.name)}`);
    const text = check.definition.text.replace(check.definition.expression.text, () => expression.text);
    checks.push({ ...check, definition: { ...check.definition, expression, text } });
  }
  const indexes: (typeof carried.indexes)[number][] = [];
  for (const index of carried.indexes) {
    const { elements, where } = index.definition;
    const toldWhere = where && told(where);
    const toldElements = elements.map((each) => ({ each, expression: each.expression && told(each.expression) }));
    if ((where && !toldWhere) || toldElements.some(({ each, expression }) => each.expression && !expression))
      return refused(`index ${quoteIdentifier(index.name)}`);
    indexes.push({
      ...index,
      definition: {
        ...index.definition,
        elements: toldElements.map(({ each, expression }) =>
          expression === undefined || each.expression === undefined
            ? each
            : { ...each, expression, text: each.text.replace(each.expression.text, () => expression.text) },
        ),
        ...(toldWhere && { where: toldWhere }),
      },
    });
  }
  return { ...carried, checks, indexes };
}

/** Types between which operators compare one with the other. */
const families: readonly (readonly string[])[] = [
  ['text', 'varchar', 'bpchar'],
  ['date', 'timestamp', 'timestamptz'],
  ['int2', 'int4', 'int8', 'numeric', 'float4', 'float8'],
];

interface Constant {
  readonly value: string;
  /** It is quoted; else a number. */
  readonly quoted: boolean;
  /** The type that it takes from the column, where the new one would give it another. */
  readonly type?: string;
  /** It is one of a list. */
  readonly listed: boolean;
}

/** @returns undefined where the constants cannot be told */
function tell(expression: Expression, column: string, from: TypeName, to: TypeName): Expression | undefined {
  const constants = constantsIn(expression.tree, { column, from, to }, 'apart');
  if (!constants.some((each) => each.type !== undefined || each.listed)) return expression;
  if (!families.some((family) => family.includes(from.name) && family.includes(to.name))) return undefined;
  const { tokens } = lex(expression.text);
  const written = tokens.kinds.flatMap((kind, i) => (kind === string || kind === number ? [i] : []));
  const texts = tokens.kinds.map((_, i) => expression.text.slice(tokens.starts[i], tokens.ends[i]));
  const told = [...texts];
  let next = 0;
  for (const { value, quoted, type, listed } of constants) {
    while (next < written.length && !isWritten(texts[written[next] as number] as string, value, quoted)) next++;
    const at = written[next++];
    if (at === undefined) return undefined;
    if (type !== undefined) told[at] += `::${type}`;
    // A list would take the column's new type; the catalog has it as an array of the old.
    const list = listed ? listFrom(texts, at) : undefined;
    if (list === undefined) continue;
    told[list.in] = list.not === undefined ? '= ANY' : '<> ALL';
    if (list.not !== undefined) told[list.not] = '';
    told[at - 1] = `(${from.name === 'varchar' ? '(' : ''}ARRAY[`;
    told[list.end] = `]${from.name === 'varchar' ? ')::text[]' : ''})`;
  }
  const between = (i: number): string => expression.text.slice(i === 0 ? 0 : tokens.ends[i - 1], tokens.starts[i]);
  const text = told.map((each, i) => (each === '' ? '' : between(i) + each)).join('') + expression.text.slice(tokens.ends.at(-1));
  return { ...expression, text };
}

/** A negative number is one constant, and two words. */
function isWritten(text: string, value: string, quoted: boolean): boolean {
  return quoted ? text === quoteLiteral(value) : text === value.replace(/^-/, '');
}

/** Where a list of several constants stands that begins with the one at an index: `[NOT] IN ('a', 'b')`. */
function listFrom(
  texts: readonly string[],
  first: number,
): { readonly in: number; readonly not?: number; readonly end: number } | undefined {
  if (texts[first - 1] !== '(' || texts[first - 2]?.toLowerCase() !== 'in' || texts[first + 1] !== ',') return undefined;
  let end = first + 1;
  while (texts[end] === ',' && /^['0-9.]/.test(texts[end + 1] ?? '')) end += 2;
  if (texts[end] !== ')') return undefined;
  return { in: first - 2, end, ...(texts[first - 3]?.toLowerCase() === 'not' && { not: first - 3 }) };
}

interface Change {
  readonly column: string;
  readonly from: TypeName;
  readonly to: TypeName;
}

type Place = 'apart' | 'compared' | 'listed';

/** The quoted constants and the numbers in the order of the text. Those of an ARRAY have a type of their own before anything is compared with them. */
function constantsIn(node: ExpressionNode, change: Change, place: Place): readonly Constant[] {
  if (node.kind === 'constant') {
    if (node.type === 'bool' || node.type === 'bit') return [];
    const type =
      place === 'apart' ? undefined : node.type === undefined ? typeOfString(change, place) : typeOfNumber(node.type, change, place);
    return [{ value: node.value, quoted: node.type === undefined, listed: place === 'listed', ...(type !== undefined && { type }) }];
  }
  const parts = partsOf(node);
  const isColumn = (each: ExpressionNode): boolean => each.kind === 'column' && columnsIn(each).includes(change.column);
  const compares = (node.kind === 'operator' || node.kind === 'distinct-test') && parts.some(isColumn);
  const below = compares ? 'compared' : node.kind === 'list' && place === 'compared' ? 'listed' : 'apart';
  return parts.flatMap((each) => constantsIn(each, change, below));
}

/** It has the column's type; but a varchar is compared as text, in a list only after its elements have become varchar. */
function typeOfString({ from, to }: Change, place: Place): string | undefined {
  if (from.name !== 'varchar' || place === 'listed') return from.text;
  return to.name === 'text' ? undefined : 'text';
}

/** It has a type of its own, which the column's is compared with, or which becomes the column's. https://www.postgresql.org/docs/current/typeconv.html */
function typeOfNumber(own: 'int4' | 'int8' | 'numeric', { from }: Change, place: Place): string | undefined {
  switch (from.name) {
    case 'int8':
      return own === 'int4' && place === 'listed' ? 'bigint' : undefined;
    case 'numeric':
      return own === 'numeric' ? undefined : 'numeric';
    case 'float4':
      return place === 'listed' ? 'real' : 'double precision';
    case 'float8':
      return 'double precision';
    default:
      return undefined;
  }
}
