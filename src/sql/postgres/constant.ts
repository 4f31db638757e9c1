import type { Node } from '@pgsql/types';
import { nameOf, pick, strings } from './ast.ts';
import { quoteIdentifier, quoteLiteral } from './quote.ts';

/**
 * The value of an expression that is a string whatever happens: literals, `||`, casts to text, and format() over such.
 * Undefined where it depends on anything.
 */
export function constantString(node: Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  if ('A_Const' in node) return node.A_Const.sval === undefined ? undefined : (node.A_Const.sval.sval ?? '');
  const cast = pick(node, 'TypeCast');
  if (cast)
    return /^(text|varchar)$/.test(nameOf(cast.typeName?.names).name) && !cast.typeName?.typmods ? constantString(cast.arg) : undefined;
  const operation = pick(node, 'A_Expr');
  if (operation) {
    if (operation.kind !== 'AEXPR_OP' || strings(operation.name).join('.') !== '||') return undefined;
    const left = constantString(operation.lexpr);
    const right = left === undefined ? undefined : constantString(operation.rexpr);
    return right === undefined ? undefined : `${left}${right}`;
  }
  const call = pick(node, 'FuncCall');
  const values = call?.args?.map(constantString) ?? [];
  if (!call || !values.every((each) => each !== undefined)) return undefined;
  switch (nameOf(call.funcname).name) {
    case 'format':
      return formatted(values);
    case 'concat':
      return values.join('');
    case 'quote_ident':
      return values.length === 1 ? quoteIdentifier(values[0] as string) : undefined;
    case 'quote_literal':
      return values.length === 1 ? quoteLiteral(values[0] as string) : undefined;
    default:
      return undefined;
  }
}

/** format() with %s, %I and %L; positions and widths are left alone. https://www.postgresql.org/docs/current/functions-string.html#FUNCTIONS-STRING-FORMAT */
function formatted([pattern = '', ...values]: readonly string[]): string | undefined {
  let next = 0;
  let known = true;
  const text = pattern.replace(/%(.?)/gs, (_, kind: string) => {
    if (kind === '%') return '%';
    const value = values[next++];
    if (value !== undefined && kind === 's') return value;
    if (value !== undefined && kind === 'I') return quoteIdentifier(value);
    if (value !== undefined && kind === 'L') return quoteLiteral(value);
    known = false;
    return '';
  });
  return known ? text : undefined;
}
