import { columnsIn, type Expression, type ExpressionNode, partsOf } from '../../../operation/expression.ts';
import type { TypeName } from '../../../operation/type-name.ts';
import { lex, string } from '../../../sql/postgres/lexer.ts';
import { quoteIdentifier, quoteLiteral } from '../../../sql/postgres/quote.ts';
import type { Carried } from './carried.ts';

/**
 * What hangs on a column with the constants that it is compared with told by the column's old type. The catalog keeps a quoted constant with the type that the
 * column had when it was written, and so does ALTER … TYPE; the same words for a column of another type would mean a constant of that.
 */
export function withOldConstants(carried: Carried, to: TypeName): Carried | { readonly impossible: string } {
  const { column } = carried;
  if (column.type.name === to.name) return carried;
  const refused = (what: string): { impossible: string } => ({
    impossible: `the ${what} compares ${quoteIdentifier(column.name)} with a constant of its old type, for which the new one may have no operator: drop it in a migration before this one, and make it anew after it`,
  });
  const told = (expression: Expression): Expression | undefined => tell(expression, column.name, column.type, to);
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

/** As the catalog types a constant: `numeric` of `numeric(10,2)`. */
export function withoutModifiers({ text, modifiers }: TypeName): string {
  return modifiers.length === 0 ? text : text.replace(/\s*\([^)]*\)/, '');
}

/** Types between which operators compare one with the other. */
const families: readonly (readonly string[])[] = [
  ['text', 'varchar', 'bpchar'],
  ['date', 'timestamp', 'timestamptz'],
  ['int2', 'int4', 'int8', 'numeric', 'float4', 'float8'],
];

interface Constant {
  readonly value: string;
  /** It takes the column's type. */
  readonly met: boolean;
}

/** @returns undefined where the constants cannot be told */
function tell(expression: Expression, column: string, from: TypeName, to: TypeName): Expression | undefined {
  const constants = constantsIn(expression.tree, column, from);
  if (!constants.some((each) => each.met)) return expression;
  if (!families.some((family) => family.includes(from.name) && family.includes(to.name))) return undefined;
  const { tokens } = lex(expression.text);
  const strings = tokens.kinds.flatMap((kind, i) =>
    kind === string ? [{ start: tokens.starts[i] as number, end: tokens.ends[i] as number }] : [],
  );
  if (strings.length !== constants.length) return undefined;
  const type = withoutModifiers(from);
  let text = '';
  let at = 0;
  for (const [i, { start, end }] of strings.entries()) {
    const { value, met } = constants[i] as Constant;
    if (expression.text.slice(start, end) !== quoteLiteral(value)) return undefined;
    text += `${expression.text.slice(at, end)}${met ? `::${type}` : ''}`;
    at = end;
  }
  return { ...expression, text: text + expression.text.slice(at) };
}

/** The quoted constants in the order of the text, and whether each meets the column itself. A varchar is compared as text: only lists keep its type. */
function constantsIn(node: ExpressionNode, column: string, type: TypeName, met = false): readonly Constant[] {
  if (node.kind === 'constant') return node.type === undefined ? [{ value: node.value, met }] : [];
  const parts = partsOf(node);
  const isColumn = (each: ExpressionNode): boolean => each.kind === 'column' && columnsIn(each).includes(column);
  const compares = node.kind === 'operator' || node.kind === 'distinct-test';
  const isList = node.kind === 'list' || node.kind === 'array';
  const meets = isList ? met : compares && parts.some(isColumn);
  return parts.flatMap((each) => {
    const asText = type.name === 'varchar' && each.kind === 'constant' && !isList;
    return constantsIn(each, column, type, meets && !asText);
  });
}
