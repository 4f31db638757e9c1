import type { ExpressionNode } from '../../operation/expression.ts';
import { readCall, readOver } from './call.ts';
import type { Cursor } from './cursor.ts';
import { operator, quotedName, variable, word } from './lexer.ts';
import { behindSign } from './precedence.ts';
import type { Reading } from './reading.ts';
import { isReserved } from './reserved.ts';
import { startsQuery } from './starts-query.ts';

/** One operand of an expression: a literal, a name, a call, or what stands in parentheses. */
export function operand(reading: Reading): ExpressionNode {
  const { cursor } = reading;
  const kind = cursor.kindAt(cursor.at);
  if (kind === operator) return signed(reading);
  if (cursor.markAt(cursor.at) === '(') return enclosed(reading);
  if (cursor.acceptMark('{')) return escapeSyntax(reading);
  if (cursor.isNumber()) return numberNode(cursor.raw(cursor.at++));
  if (cursor.isString()) return stringNode(cursor);
  if (kind === variable) return variableNode(cursor);
  if (kind === quotedName) return nameNode(reading);
  if (kind !== word) return cursor.fail('an expression is missing');
  return wordNode(reading);
}

function signed(reading: Reading): ExpressionNode {
  const { cursor } = reading;
  const sign = cursor.raw(cursor.at++);
  if (sign === '?') return { kind: 'parameter', number: 0 };
  if (sign === '\\' && cursor.wordAt(cursor.at) === 'n') {
    cursor.at++;
    return { kind: 'null' };
  }
  if (sign === '-' && cursor.isNumber()) return numberNode(`-${cursor.raw(cursor.at++)}`);
  if (sign === '!') return { kind: 'not', argument: reading.expression(reading, behindSign) };
  if (sign !== '-' && sign !== '+' && sign !== '~') {
    cursor.at--;
    return cursor.fail('an expression is missing');
  }
  return { kind: 'operator', operator: sign, right: reading.expression(reading, behindSign) };
}

/** A subquery, an expression in parentheses, or a row. */
export function enclosed(reading: Reading): ExpressionNode {
  const { cursor } = reading;
  if (startsQuery(cursor)) return subquery(reading);
  cursor.expectMark('(');
  const parts = [reading.expression(reading)];
  while (cursor.acceptMark(',')) parts.push(reading.expression(reading));
  cursor.expectMark(')');
  const [only] = parts;
  if (only === undefined || parts.length > 1) return { kind: 'row', arguments: parts };
  reading.enclosed.add(only);
  return only;
}

/** `(SELECT …)` */
function subquery(reading: Reading): ExpressionNode {
  const { cursor } = reading;
  const from = cursor.at;
  cursor.expectMark('(');
  const reads = reading.query(reading);
  // `(SELECT 1) + 1` inside parentheses: not a query, but an expression that begins with one.
  if (cursor.acceptMark(')')) return { kind: 'subquery', reads, arguments: [] };
  if (cursor.markAt(from + 1) !== '(') return cursor.fail('`)` is missing');
  cursor.at = from + 1;
  const inner = reading.expression(reading);
  cursor.expectMark(')');
  return inner;
}

/** ODBC's `{d '2026-01-01'}` */
function escapeSyntax(reading: Reading): ExpressionNode {
  const { cursor } = reading;
  cursor.name();
  const inner = reading.expression(reading);
  cursor.expectMark('}');
  return inner;
}

function numberNode(raw: string): ExpressionNode {
  if (/^0[xb]/i.test(raw)) return { kind: 'constant', value: raw, type: 'bit' };
  if (!/^-?\d+$/.test(raw)) return { kind: 'constant', value: raw, type: 'numeric' };
  const value = raw.length > 40 ? 1n << 80n : BigInt(raw);
  const fits = (bits: number): boolean => BigInt.asIntN(bits, value) === value;
  return { kind: 'constant', value: raw, type: fits(32) ? 'int4' : fits(64) ? 'int8' : 'numeric' };
}

function stringNode(cursor: Cursor): ExpressionNode {
  const raw = cursor.raw(cursor.at);
  if (!/^[xXbB]/.test(raw)) return { kind: 'constant', value: cursor.string() };
  cursor.at++;
  return { kind: 'constant', value: raw, type: 'bit' };
}

/** `@x`, `@@session.x` */
function variableNode(cursor: Cursor): ExpressionNode {
  let name = cursor.raw(cursor.at++);
  while (cursor.acceptMark('.')) name += `.${cursor.name()}`;
  return { kind: 'opaque', name: name.toLowerCase(), arguments: [] };
}

const valueFunctions = new Set(
  'current_timestamp current_date current_time localtime localtimestamp utc_date utc_time utc_timestamp current_user current_role'.split(
    ' ',
  ),
);

function wordNode(reading: Reading): ExpressionNode {
  const { cursor } = reading;
  const name = cursor.wordAt(cursor.at);
  const opens = cursor.markAt(cursor.at + 1) === '(';
  if (valueFunctions.has(name)) {
    cursor.at++;
    // A number of digits of the second says nothing about what it is.
    if (opens) cursor.parentheses();
    return { kind: 'value-function', name };
  }
  switch (name) {
    case 'null':
      cursor.at++;
      return { kind: 'null' };
    case 'true':
    case 'false':
      cursor.at++;
      return { kind: 'constant', value: name, type: 'bool' };
    case 'date':
    case 'time':
    case 'timestamp': {
      if (cursor.kindAt(cursor.at + 1) === undefined || opens) break;
      cursor.at++;
      if (!cursor.isString()) {
        cursor.at--;
        break;
      }
      return { kind: 'cast', argument: stringNode(cursor), type: { name, modifiers: [], dimensions: 0, text: name } };
    }
    case 'case':
      return caseNode(reading);
    case 'exists':
      if (!opens) break;
      cursor.at++;
      return subquery(reading);
    case 'binary': {
      cursor.at++;
      const argument = reading.expression(reading, behindSign);
      return { kind: 'cast', argument, type: { name: 'binary', modifiers: [], dimensions: 0, text: 'BINARY' } };
    }
    case 'interval':
      return intervalNode(reading);
    case 'row':
      if (!opens) break;
      cursor.at++;
      return enclosed(reading);
    case 'next':
    case 'previous':
      if (!cursor.accept(`${name} value for`)) break;
      return {
        kind: 'call',
        function: { name: name === 'next' ? 'nextval' : 'lastval' },
        arguments: [{ kind: 'column', path: pathOf(cursor) }],
      };
    case 'not':
      cursor.at++;
      return { kind: 'not', argument: reading.expression(reading, behindSign) };
  }
  // `_utf8mb4'…'`
  if (name.startsWith('_') && cursor.kindAt(cursor.at + 1) !== undefined) {
    cursor.at++;
    if (cursor.isString() || cursor.isNumber()) return operand(reading);
    cursor.at--;
  }
  if (isReserved(name) && !opens) return cursor.fail('an expression is missing');
  return nameNode(reading);
}

/** A column, or a call where a parenthesis follows. */
function nameNode(reading: Reading): ExpressionNode {
  const { cursor } = reading;
  const path = pathOf(cursor);
  if (cursor.markAt(cursor.at) !== '(') {
    reading.columns.push({ path, scope: reading.scope });
    return { kind: 'column', path };
  }
  const at = cursor.at;
  const [schema, name] = path.length > 1 ? [path[path.length - 2], path[path.length - 1]] : [undefined, path[0]];
  const called = { ...(schema !== undefined && { schema }), name: (name ?? '').toLowerCase() };
  reading.found.call(called, at);
  return readOver(reading, readCall(reading, called));
}

/** `a`, `t.a`, `t.*` */
function pathOf(cursor: Cursor): readonly string[] {
  const path = [cursor.name()];
  while (cursor.acceptMark('.')) path.push(cursor.acceptOperator('*') ? '*' : cursor.name());
  return path;
}

function caseNode(reading: Reading): ExpressionNode {
  const { cursor } = reading;
  cursor.expect('case');
  const parts: ExpressionNode[] = [];
  if (!cursor.is('when')) parts.push(reading.expression(reading));
  while (cursor.accept('when')) {
    parts.push(reading.expression(reading));
    cursor.expect('then');
    parts.push(reading.expression(reading));
  }
  if (cursor.accept('else')) parts.push(reading.expression(reading));
  cursor.expect('end');
  return { kind: 'case', arguments: parts };
}

/** `INTERVAL 1 DAY`; with a list behind it, it is the function of that name. */
function intervalNode(reading: Reading): ExpressionNode {
  const { cursor } = reading;
  cursor.expect('interval');
  const value = cursor.markAt(cursor.at) === '(' ? enclosed(reading) : undefined;
  if (value?.kind === 'row') return { kind: 'call', function: { name: 'interval' }, arguments: value.arguments };
  const amount = value ?? reading.expression(reading);
  return { kind: 'opaque', name: `interval ${cursor.name('a unit of time').toLowerCase()}`, arguments: [amount] };
}
