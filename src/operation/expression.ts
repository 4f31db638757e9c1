import type { QualifiedName } from './name.ts';
import type { TypeName } from './type-name.ts';

/** An expression: the author's own text and its tree in neutral terms. */
export interface Expression {
  /** The author's text, comments included, without the surrounding white space. */
  readonly text: string;
  readonly tree: ExpressionNode;
}

/**
 * The tree of an expression, as far as facts about it are decided from it: volatility, references, what a CHECK
 * proves. What no fact depends on is `opaque` with its parts, so that nothing hides inside it.
 */
export type ExpressionNode =
  /** A literal. `type` is set only where the literal itself has one: `integer`→int4, `1.5`→numeric, `true`→bool, bit strings; a quoted string has none ("unknown"). */
  | { readonly kind: 'constant'; readonly value: string; readonly type?: 'int4' | 'int8' | 'numeric' | 'bool' | 'bit' }
  | { readonly kind: 'null' }
  /** `a`, `t.a`, `new.a`; `path` holds the name parts, the last is the column. A whole-row `t.*` ends in `*`. */
  | { readonly kind: 'column'; readonly path: readonly string[] }
  | {
      readonly kind: 'call';
      readonly function: QualifiedName;
      readonly arguments: readonly ExpressionNode[];
      /** Names of named arguments, by position; absent where none is named. */
      readonly names?: readonly (string | undefined)[];
      /** `count(*)`, `DISTINCT`, `FILTER`, `WITHIN GROUP`, `OVER`: certainly an aggregate or a window function. */
      readonly aggregate?: true;
      readonly window?: true;
      readonly variadic?: true;
    }
  /** A binary or prefix operator, also LIKE (`~~`), IN (`=` over a list), BETWEEN (as two comparisons joined by `and`). */
  | {
      readonly kind: 'operator';
      readonly operator: string;
      readonly schema?: string;
      readonly left?: ExpressionNode;
      readonly right: ExpressionNode;
      /** `x = ANY (…)`, `x = ALL (…)`; IN over a list is `any` with a `list` node on the right, NOT IN is `all` with `<>`. */
      readonly quantifier?: 'any' | 'all';
    }
  | { readonly kind: 'and' | 'or'; readonly arguments: readonly ExpressionNode[] }
  | { readonly kind: 'not'; readonly argument: ExpressionNode }
  | { readonly kind: 'null-test'; readonly argument: ExpressionNode; readonly negated: boolean }
  /** `IS [NOT] TRUE | FALSE | UNKNOWN` */
  | { readonly kind: 'boolean-test'; readonly argument: ExpressionNode; readonly test: string }
  /** `IS [NOT] DISTINCT FROM` */
  | { readonly kind: 'distinct-test'; readonly left: ExpressionNode; readonly right: ExpressionNode; readonly negated: boolean }
  | { readonly kind: 'cast'; readonly argument: ExpressionNode; readonly type: TypeName }
  /** CURRENT_TIMESTAMP, LOCALTIME, CURRENT_USER … in lower case, as the manual names them. */
  | { readonly kind: 'value-function'; readonly name: string }
  | { readonly kind: 'collate'; readonly argument: ExpressionNode; readonly collation: QualifiedName }
  | { readonly kind: 'coalesce' | 'greatest' | 'least' | 'nullif'; readonly arguments: readonly ExpressionNode[] }
  | { readonly kind: 'case'; readonly arguments: readonly ExpressionNode[] }
  /** ARRAY[…], ROW(…), or the list of IN */
  | { readonly kind: 'array' | 'row' | 'list'; readonly arguments: readonly ExpressionNode[] }
  /** Subscripts and field selection. */
  | { readonly kind: 'indirection'; readonly argument: ExpressionNode; readonly parts: readonly ExpressionNode[] }
  | { readonly kind: 'parameter'; readonly number: number }
  /** Any subquery. `reads` names the tables it mentions. */
  | { readonly kind: 'subquery'; readonly reads: readonly QualifiedName[]; readonly arguments: readonly ExpressionNode[] }
  /** Anything else (XML, JSON constructors, …), by the parser's own name, with its parts. */
  | { readonly kind: 'opaque'; readonly name: string; readonly arguments: readonly ExpressionNode[] };

/** The direct parts of a node, in order: the one place that knows where each kind keeps them. */
export function partsOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.kind) {
    case 'constant':
    case 'null':
    case 'column':
    case 'value-function':
    case 'parameter':
      return [];
    case 'not':
    case 'null-test':
    case 'boolean-test':
    case 'cast':
    case 'collate':
      return [node.argument];
    case 'operator':
      return node.left === undefined ? [node.right] : [node.left, node.right];
    case 'distinct-test':
      return [node.left, node.right];
    case 'indirection':
      return [node.argument, ...node.parts];
    default:
      return node.arguments;
  }
}

/** NULL, whatever type it is said to have. */
export function isNullConstant(node: ExpressionNode): boolean {
  return node.kind === 'null' || (node.kind === 'cast' && isNullConstant(node.argument));
}

/** Whether `test` holds for the node or for anything inside it. */
export function someNode(node: ExpressionNode, test: (node: ExpressionNode) => boolean): boolean {
  return test(node) || partsOf(node).some((part) => someNode(part, test));
}

/** The columns that an expression mentions, by their last name part, each once, in order of mention. */
export function columnsIn(node: ExpressionNode): readonly string[] {
  const names = new Set<string>();
  const visit = (at: ExpressionNode): void => {
    if (at.kind === 'column') names.add(at.path[at.path.length - 1] as string);
    for (const part of partsOf(at)) visit(part);
  };
  visit(node);
  return [...names];
}
