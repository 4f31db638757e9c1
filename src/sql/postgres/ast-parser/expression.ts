import type { Expr, ExprBinary, ExprCall, ExprCast, ExprRef, ExprTernary, ExprUnary } from 'pgsql-ast-parser';
import type { Expression, ExpressionNode } from '../../../operation/expression.ts';
import type { TypeName } from '../../../operation/type-name.ts';
import { number, string } from '../lexer.ts';
import { commaParts, inside, markAt, type Range, type Source, textOf } from '../source.ts';
import { type Feed, feedOf, keyword, refuse, stringAt, textAt, tokenOf } from './feed.ts';
import { checkArguments, isQuery, isStar, mentionsOf, type Query } from './mentions.ts';
import { columnNameAt, functionName, nameAt, nameOf, qualifiedName } from './name.ts';
import { parseExpression } from './parse.ts';
import { checkGrouping, operatorToken } from './precedence.ts';
import { typeAt, typeToken } from './type-name.ts';

/** An expression of the parser's, with the text of its tokens. */
export function expression(source: Feed, node: Expr, range: Range): Expression {
  return { text: textOf(source, range), tree: expressionTree(source, node) };
}

/** An expression that the parser is given by itself: a part of a statement that it cannot be given whole. */
export function onlyExpression(source: Source, range: Range): Expression {
  const feed = feedOf({ ...source, first: range.from, end: range.to });
  return expression(feed, parseExpression(feed), range);
}

/**
 * The neutral tree of an expression.
 * @throws Unreadable for what the parser has lost, or grouped otherwise than PostgreSQL.
 */
function expressionTree(source: Feed, node: Expr): ExpressionNode {
  const one = (part: Expr): ExpressionNode => expressionTree(source, part);
  const each = (parts: readonly Expr[]): readonly ExpressionNode[] => parts.map(one);
  const token = tokenOf(source, node);
  switch (node.type) {
    case 'null':
      return { kind: 'null' };
    case 'boolean':
      return { kind: 'constant', value: String(node.value), type: 'bool' };
    case 'string':
      return { kind: 'constant', value: stringAt(source, token) };
    case 'integer':
    case 'numeric':
      return numberAt(source, token);
    case 'ref':
      return { kind: 'column', path: columnPath(source, node) };
    case 'keyword':
      return { kind: 'value-function', name: node.keyword };
    case 'parameter':
      return { kind: 'parameter', number: Number(textAt(source, token).slice(1)) };
    case 'call':
      return call(source, node);
    case 'cast':
      checkGrouping(source, node);
      return { kind: 'cast', argument: one(node.operand), type: castType(source, node) };
    case 'unary':
      return unary(source, node);
    case 'binary':
      return binary(source, node);
    case 'ternary':
      return between(source, node);
    case 'member': {
      checkGrouping(source, node);
      const at = operatorToken(source, node) + 1;
      const right: ExpressionNode =
        typeof node.member === 'string' ? { kind: 'constant', value: stringAt(source, at) } : numberAt(source, at);
      return { kind: 'operator', operator: node.op, left: one(node.operand), right };
    }
    case 'case': {
      const branches = node.whens.flatMap((branch) => [branch.when, branch.value]);
      return { kind: 'case', arguments: each([...(node.value ? [node.value] : []), ...branches, ...(node.else ? [node.else] : [])]) };
    }
    case 'list':
      return { kind: 'row', arguments: each(node.expressions) };
    case 'array':
      return { kind: 'array', arguments: each(node.expressions) };
    case 'arrayIndex': {
      checkGrouping(source, node);
      const argument = one(node.array);
      // `a[1][2]` is one node, `(a[1])[2]` two.
      const chain = argument.kind === 'indirection' && markAt(source, operatorToken(source, node) - 1) === ']';
      return {
        kind: 'indirection',
        argument: chain ? argument.argument : argument,
        parts: [...(chain ? argument.parts : []), one(node.index)],
      };
    }
    case 'extract':
      return system('extract', [{ kind: 'constant', value: nameOf(source, node.field) }, one(node.from)]);
    case 'substring':
    case 'overlay': {
      if (!node.from) refuse('SUBSTRING (… FOR …)', source, token);
      const placing = node.type === 'overlay' ? [node.placing] : [];
      return system(node.type, each([node.value, ...placing, node.from, ...(node.for ? [node.for] : [])]));
    }
    case 'array select':
      return subquery(source, node.select);
    default:
      return isQuery(node) ? subquery(source, node) : refuse(`${node.type} as an expression`, source, token);
  }
}

function castType(source: Feed, node: ExprCast): TypeName {
  const at = typeToken(source, node.to);
  const { type, end } = typeAt(source, at);
  // `bit '101'` and `char 'abc'` are as long as the string, `'101'::bit` and `'abc'::char` one.
  if (source.tokens.kinds[end] === string && /^(?:bit|bpchar)$/.test(type.name)) refuse('a length that is not given', source, at);
  return type;
}

function system(name: string, args: readonly ExpressionNode[]): ExpressionNode {
  return { kind: 'call', function: { schema: 'pg_catalog', name }, arguments: args };
}

/** As PostgreSQL types a number: what fits, of int4, int8, numeric. */
function numberAt(source: Feed, token: number): ExpressionNode {
  if (source.tokens.kinds[token] !== number) refuse('this number', source, token);
  const digits = textAt(source, token).replaceAll('_', '');
  if (!/^(?:\d+|0[xob][\da-f]+)$/i.test(digits)) return { kind: 'constant', value: digits, type: 'numeric' };
  const value = BigInt(digits);
  const type = value < 2n ** 31n ? 'int4' : value < 2n ** 63n ? 'int8' : 'numeric';
  return { kind: 'constant', value: value.toString(), type };
}

function columnPath(source: Feed, node: ExprRef): readonly string[] {
  const token = tokenOf(source, node);
  if (node.table === undefined) return [node.name === '*' ? refuse('a `*` here', source, token) : columnNameAt(source, token, node.name)];
  const table = qualifiedName(source, node.table);
  const path = table.schema === undefined ? [table.name] : [table.schema, table.name];
  const last = tokenOf(source, node.table) + 2 * path.length;
  return [...path, node.name === '*' ? '*' : nameAt(source, last, node.name)];
}

/** Functions that PostgreSQL's grammar has forms of its own for: the parser reads `position('a' IN b)` as a call with one argument, `'a' IN b`. */
const ownSyntax: ReadonlySet<string> = new Set(
  'collation grouping json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize json_value merge_action normalize overlay position treat trim xmlconcat xmlelement xmlexists xmlforest xmlparse xmlpi xmlroot xmlserialize'.split(
    ' ',
  ),
);
const valueFunctions: ReadonlySet<string> = new Set(['current_time', 'current_timestamp', 'localtime', 'localtimestamp']);

function call(source: Feed, node: ExprCall): ExpressionNode {
  const token = tokenOf(source, node.function);
  const name = keyword(source, token);
  const inner = node.args.filter((arg) => !isStar(arg));
  const args = (): readonly ExpressionNode[] => {
    checkArguments(source, node);
    return inner.map((arg) => expressionTree(source, arg));
  };
  const star = inner.length < node.args.length;
  if (node.function.schema === undefined) {
    if (ownSyntax.has(name)) refuse(`${name.toUpperCase()} (…)`, source, token);
    switch (name) {
      case 'coalesce':
      case 'greatest':
      case 'least':
      case 'nullif':
        return { kind: name, arguments: args() };
      case 'row':
        return { kind: 'row', arguments: args() };
      case 'exists':
        return onlyQuery(source, node) ?? refuse('EXISTS over something else than a query', source, token);
      case 'any':
      case 'some':
      case 'all':
        return refuse(`${name.toUpperCase()} here`, source, token);
    }
    if (valueFunctions.has(name)) return { kind: 'value-function', name };
  }
  const aggregate = star || node.distinct === 'distinct' || node.filter != null || node.orderBy != null || node.withinGroup != null;
  const more = [
    ...(node.orderBy ?? []).map((order) => order.by),
    ...(node.withinGroup ? [node.withinGroup.by] : []),
    ...(node.filter ? [node.filter] : []),
    ...(node.over?.partitionBy ?? []),
    ...(node.over?.orderBy ?? []).map((order) => order.by),
  ];
  return {
    kind: 'call',
    function: functionName(source, node.function),
    arguments: [...args(), ...more.map((part) => expressionTree(source, part))],
    ...(aggregate && !node.over && { aggregate: true }),
    ...(node.over && { window: true }),
  };
}

function onlyQuery(source: Feed, node: ExprCall): ExpressionNode | undefined {
  const [query] = node.args;
  return node.args.length === 1 && query !== undefined && isQuery(query) ? subquery(source, query) : undefined;
}

function unary(source: Feed, node: ExprUnary): ExpressionNode {
  checkGrouping(source, node);
  const argument = expressionTree(source, node.operand);
  switch (node.op) {
    case 'NOT':
      return { kind: 'not', argument };
    case 'IS NULL':
    case 'IS NOT NULL':
      return { kind: 'null-test', argument, negated: node.op === 'IS NOT NULL' };
    case '-':
      // PostgreSQL's grammar makes one constant of a minus and a number, and again of a minus and that.
      if (argument.kind === 'constant' && argument.type !== undefined && node.operand.type !== 'boolean')
        return { ...argument, value: argument.value.startsWith('-') ? argument.value.slice(1) : `-${argument.value}` };
      break;
    case '+':
      break;
    default:
      return { kind: 'boolean-test', argument, test: node.op.slice('IS '.length).toLowerCase() };
  }
  return { kind: 'operator', operator: node.op, ...(node.opSchema !== undefined && { schema: node.opSchema }), right: argument };
}

const matchOperators: Readonly<Record<string, string>> = { LIKE: '~~', ILIKE: '~~*', 'NOT LIKE': '!~~', 'NOT ILIKE': '!~~*', '!=': '<>' };

function binary(source: Feed, node: ExprBinary): ExpressionNode {
  checkGrouping(source, node);
  const left = expressionTree(source, node.left);
  switch (node.op) {
    case 'AND':
    case 'OR': {
      const kind = node.op === 'AND' ? 'and' : 'or';
      const right = expressionTree(source, node.right);
      // PostgreSQL makes one node of a chain, with or without parentheses on its left.
      const chain = node.left.type === 'binary' && node.left.op === node.op && left.kind === kind;
      return { kind, arguments: [...(chain ? left.arguments : [left]), right] };
    }
    case 'IN':
    case 'NOT IN':
      return within(source, node, left);
    case 'AT TIME ZONE':
      return system('timezone', [expressionTree(source, node.right), left]);
  }
  const operator = matchOperators[node.op] ?? node.op.toLowerCase();
  const schema = node.opSchema === undefined ? {} : { schema: node.opSchema };
  const quantified =
    node.right.type === 'call' && node.right.function.schema === undefined ? keyword(source, tokenOf(source, node.right)) : '';
  if (node.right.type === 'call' && /^(?:any|some|all)$/.test(quantified)) {
    const [operand] = node.right.args;
    if (operand === undefined || node.right.args.length > 1) refuse('ANY over several values', source, tokenOf(source, node.right));
    if (isQuery(operand)) return subquery(source, operand, [left]);
    return {
      kind: 'operator',
      operator,
      ...schema,
      left,
      right: expressionTree(source, operand),
      quantifier: quantified === 'all' ? 'all' : 'any',
    };
  }
  return { kind: 'operator', operator, ...schema, left, right: expressionTree(source, node.right) };
}

function within(source: Feed, node: ExprBinary, left: ExpressionNode): ExpressionNode {
  const negated = node.op === 'NOT IN';
  const open = operatorToken(source, node) + (negated ? 2 : 1);
  if (textAt(source, open) !== '(') refuse('IN without parentheses', source, open);
  const { right } = node;
  if (isQuery(right)) {
    const query = subquery(source, right, [left]);
    return negated ? { kind: 'not', argument: query } : query;
  }
  // The parser makes a list only of several values, and of a row.
  const values = right.type === 'list' && commaParts(source, inside(source, open)).length > 1 ? right.expressions : [right];
  const list: ExpressionNode = { kind: 'list', arguments: values.map((value) => expressionTree(source, value)) };
  return { kind: 'operator', operator: negated ? '<>' : '=', left, right: list, quantifier: negated ? 'all' : 'any' };
}

function between(source: Feed, node: ExprTernary): ExpressionNode {
  checkGrouping(source, node);
  const left = expressionTree(source, node.value);
  const compare = (operator: string, right: Expr): ExpressionNode => ({
    kind: 'operator',
    operator,
    left,
    right: expressionTree(source, right),
  });
  return node.op === 'BETWEEN'
    ? { kind: 'and', arguments: [compare('>=', node.lo), compare('<=', node.hi)] }
    : { kind: 'or', arguments: [compare('<', node.lo), compare('>', node.hi)] };
}

function subquery(source: Feed, query: Query, tested: readonly ExpressionNode[] = []): ExpressionNode {
  return { kind: 'subquery', reads: mentionsOf(source, query).tables, arguments: tested };
}
