import type { A_Const, A_Expr, FuncCall, Node } from '@pgsql/types';
import type { Expression, ExpressionNode } from '../../operation/expression.ts';
import { limits } from '../statement.ts';
import { contentOf, nameOf, nameOfNode, pick, pickAll, strings } from './ast.ts';
import { mentionsOf } from './mentions.ts';
import { type Range, type Source, textOf, Unreadable } from './source.ts';
import { typeName } from './type-name.ts';

/** An expression with the author's text, which is the range of tokens. */
export function expressionOf(source: Source, node: Node | undefined, range: Range): Expression {
  return { text: textOf(source, range), tree: treeOf(source, node) };
}

/** The parser's tree in neutral terms. */
export function treeOf(source: Source, node: Node | undefined, depth = 0): ExpressionNode {
  if (depth > limits.expressionDepth) throw tooDeep();
  const tree = (each: Node | undefined): ExpressionNode => treeOf(source, each, depth + 1);
  const all = (nodes: readonly Node[] | undefined): ExpressionNode[] => (nodes ?? []).map(tree);
  if (node === undefined) return { kind: 'null' };
  if ('A_Const' in node) return constant(node.A_Const);
  if ('ColumnRef' in node) {
    return { kind: 'column', path: (node.ColumnRef.fields ?? []).map((field) => pick(field, 'String')?.sval ?? '*') };
  }
  if ('FuncCall' in node) return call(node.FuncCall, tree);
  if ('A_Expr' in node) return operation(node.A_Expr, tree);
  if ('TypeCast' in node) return { kind: 'cast', argument: tree(node.TypeCast.arg), type: typeName(source, node.TypeCast.typeName) };
  if ('BoolExpr' in node) {
    const { boolop, args } = node.BoolExpr;
    if (boolop === 'NOT_EXPR') return { kind: 'not', argument: tree(args?.[0]) };
    return { kind: boolop === 'AND_EXPR' ? 'and' : 'or', arguments: all(args) };
  }
  if ('NullTest' in node) {
    return { kind: 'null-test', argument: tree(node.NullTest.arg), negated: node.NullTest.nulltesttype === 'IS_NOT_NULL' };
  }
  if ('BooleanTest' in node) {
    const test = (node.BooleanTest.booltesttype ?? 'IS_TRUE').slice('IS_'.length).toLowerCase().replace('_', ' ');
    return { kind: 'boolean-test', argument: tree(node.BooleanTest.arg), test };
  }
  if ('CaseExpr' in node) {
    const { arg, args, defresult } = node.CaseExpr;
    const branches = pickAll(args, 'CaseWhen').flatMap((each) => [tree(each.expr), tree(each.result)]);
    return { kind: 'case', arguments: [...(arg ? [tree(arg)] : []), ...branches, ...(defresult ? [tree(defresult)] : [])] };
  }
  if ('CoalesceExpr' in node) return { kind: 'coalesce', arguments: all(node.CoalesceExpr.args) };
  if ('MinMaxExpr' in node) {
    return { kind: node.MinMaxExpr.op === 'IS_LEAST' ? 'least' : 'greatest', arguments: all(node.MinMaxExpr.args) };
  }
  if ('SQLValueFunction' in node) {
    const name = (node.SQLValueFunction.op ?? '').slice('SVFOP_'.length).replace(/_N$/, '').toLowerCase();
    return { kind: 'value-function', name };
  }
  if ('CollateClause' in node) {
    return { kind: 'collate', argument: tree(node.CollateClause.arg), collation: nameOf(node.CollateClause.collname) };
  }
  if ('A_ArrayExpr' in node) return { kind: 'array', arguments: all(node.A_ArrayExpr.elements) };
  if ('RowExpr' in node) return { kind: 'row', arguments: all(node.RowExpr.args) };
  if ('List' in node) return { kind: 'list', arguments: all(node.List.items) };
  if ('A_Indirection' in node) {
    const parts = (node.A_Indirection.indirection ?? []).flatMap((part): readonly ExpressionNode[] => {
      const indices = pick(part, 'A_Indices');
      if (indices === undefined) return [{ kind: 'constant', value: pick(part, 'String')?.sval ?? '*' }];
      return [indices.lidx, indices.uidx].filter((each) => each !== undefined).map(tree);
    });
    return { kind: 'indirection', argument: tree(node.A_Indirection.arg), parts };
  }
  if ('ParamRef' in node) return { kind: 'parameter', number: node.ParamRef.number ?? 0 };
  if ('SubLink' in node) {
    const { testexpr, subselect } = node.SubLink;
    return { kind: 'subquery', reads: mentionsOf(subselect).tables, arguments: testexpr ? [tree(testexpr)] : [] };
  }
  return { kind: 'opaque', name: nameOfNode(node), arguments: partsWithin(contentOf(node)).map(tree) };
}

const tooDeep = (): Unreadable => new Unreadable(`an expression is nested deeper than ${limits.expressionDepth}`);

function constant(node: A_Const): ExpressionNode {
  if (node.ival !== undefined) return { kind: 'constant', value: String(node.ival.ival ?? 0), type: 'int4' };
  if (node.fval !== undefined) {
    const value = node.fval.fval ?? '';
    const whole = /^-?[0-9]+$/.test(value) && BigInt.asIntN(64, BigInt(value)) === BigInt(value);
    return { kind: 'constant', value, type: whole ? 'int8' : 'numeric' };
  }
  if (node.boolval !== undefined) return { kind: 'constant', value: String(node.boolval.boolval ?? false), type: 'bool' };
  if (node.bsval !== undefined) return { kind: 'constant', value: node.bsval.bsval ?? '', type: 'bit' };
  if (node.sval !== undefined) return { kind: 'constant', value: node.sval.sval ?? '' };
  return { kind: 'null' };
}

type Tree = (node: Node | undefined) => ExpressionNode;

function call(node: FuncCall, tree: Tree): ExpressionNode {
  const names = (node.args ?? []).map((each) => pick(each, 'NamedArgExpr')?.name);
  const sorted = pickAll(node.agg_order, 'SortBy').map((each) => tree(each.node));
  const over = node.over === undefined ? [] : partsWithin(node.over).map(tree);
  const filter = node.agg_filter === undefined ? [] : [tree(node.agg_filter)];
  const aggregate = node.agg_star || node.agg_distinct || node.agg_within_group || node.agg_order || node.agg_filter;
  return {
    kind: 'call',
    function: nameOf(node.funcname),
    arguments: [...(node.args ?? []).map((each) => tree(pick(each, 'NamedArgExpr')?.arg ?? each)), ...sorted, ...filter, ...over],
    ...(names.some((name) => name !== undefined) && { names }),
    ...(aggregate && !node.over && { aggregate: true }),
    ...(node.over && { window: true }),
    ...(node.func_variadic && { variadic: true }),
  };
}

function operation(node: A_Expr, tree: Tree): ExpressionNode {
  const parts = strings(node.name);
  const name = parts[parts.length - 1] ?? '';
  const compare = (operator: string, left: ExpressionNode, right: ExpressionNode): ExpressionNode => ({
    kind: 'operator',
    operator,
    left,
    right,
  });
  switch (node.kind) {
    case 'AEXPR_DISTINCT':
    case 'AEXPR_NOT_DISTINCT':
      return { kind: 'distinct-test', left: tree(node.lexpr), right: tree(node.rexpr), negated: node.kind === 'AEXPR_NOT_DISTINCT' };
    case 'AEXPR_NULLIF':
      return { kind: 'nullif', arguments: [tree(node.lexpr), tree(node.rexpr)] };
    case 'AEXPR_IN':
      return { ...compare(name, tree(node.lexpr), tree(node.rexpr)), quantifier: name === '<>' ? 'all' : 'any' } as ExpressionNode;
    case 'AEXPR_BETWEEN':
    case 'AEXPR_NOT_BETWEEN':
    case 'AEXPR_BETWEEN_SYM':
    case 'AEXPR_NOT_BETWEEN_SYM': {
      const negated = node.kind.startsWith('AEXPR_NOT');
      const value = tree(node.lexpr);
      const [a, b] = (pick(node.rexpr, 'List')?.items ?? []).map(tree) as [ExpressionNode, ExpressionNode];
      const within = (low: ExpressionNode, high: ExpressionNode): ExpressionNode => ({
        kind: negated ? 'or' : 'and',
        arguments: [compare(negated ? '<' : '>=', value, low), compare(negated ? '>' : '<=', value, high)],
      });
      if (!node.kind.endsWith('_SYM')) return within(a, b);
      return { kind: negated ? 'and' : 'or', arguments: [within(a, b), within(b, a)] };
    }
  }
  const schema = parts[parts.length - 2];
  return {
    kind: 'operator',
    operator: name,
    ...(schema !== undefined && { schema }),
    ...(node.lexpr !== undefined && { left: tree(node.lexpr) }),
    right: tree(node.rexpr),
    ...(node.kind === 'AEXPR_OP_ANY' && { quantifier: 'any' }),
    ...(node.kind === 'AEXPR_OP_ALL' && { quantifier: 'all' }),
  };
}

/** Nodes that are not expressions themselves, but may hold some. */
const wrappers = new Set([
  'String',
  'TypeName',
  'ResTarget',
  'SortBy',
  'WindowDef',
  'JsonKeyValue',
  'JsonValueExpr',
  'JsonArgument',
  'List',
]);

/** The expressions inside any part of the parser's tree, outermost only. */
function partsWithin(content: unknown): Node[] {
  const found: Node[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > limits.expressionDepth) throw tooDeep();
    if (Array.isArray(value)) {
      for (const each of value) visit(each, depth + 1);
    } else if (typeof value === 'object' && value !== null) {
      const keys = Object.keys(value);
      const name = keys[0] ?? '';
      if (keys.length === 1 && /^[A-Z]/.test(name) && !wrappers.has(name)) found.push(value as Node);
      else for (const key of keys) visit((value as Record<string, unknown>)[key], depth + 1);
    }
  };
  visit(content, 0);
  return found;
}
