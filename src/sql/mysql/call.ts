import type { ExpressionNode } from '../../operation/expression.ts';
import type { QualifiedName } from '../../operation/name.ts';
import type { TypeName } from '../../operation/type-name.ts';
import type { Cursor } from './cursor.ts';
import type { Reading } from './reading.ts';
import { readTypeName } from './type-name.ts';

type Call = Extract<ExpressionNode, { kind: 'call' }>;

const aggregates = new Set(
  'avg bit_and bit_or bit_xor count group_concat json_arrayagg json_objectagg max min std stddev stddev_pop stddev_samp sum var_pop var_samp variance any_value'.split(
    ' ',
  ),
);
/** Kinds of their own in neutral terms. */
const named = {
  coalesce: 'coalesce',
  ifnull: 'coalesce',
  nvl: 'coalesce',
  nullif: 'nullif',
  greatest: 'greatest',
  least: 'least',
} as const;
const unit = /^(?:sql_tsi_)?(?:microsecond|second|minute|hour|day|week|month|quarter|year|date|time|datetime)$/;

/**
 * The arguments of a function, whose name stands before. Some functions have words between their arguments (`TRIM(BOTH … FROM …)`,
 * `GROUP_CONCAT(… ORDER BY … SEPARATOR …)`), which are passed over.
 */
export function readCall(reading: Reading, called: QualifiedName): ExpressionNode {
  const { cursor } = reading;
  const { name } = called;
  cursor.expectMark('(');
  if (called.schema === undefined && (name === 'cast' || name === 'convert')) return conversion(reading, name);
  const parts: ExpressionNode[] = [];
  const distinct = cursor.accept('distinct', 'all') === 'distinct';
  cursor.accept('both', 'leading', 'trailing');
  if (unit.test(cursor.wordAt(cursor.at)) && (cursor.markAt(cursor.at + 1) === ',' || cursor.is('from', cursor.at + 1))) {
    parts.push({ kind: 'constant', value: cursor.wordAt(cursor.at++) });
    if (!cursor.acceptMark(',')) cursor.expect('from');
  }
  while (!cursor.acceptMark(')')) {
    if (cursor.acceptOperator('*')) parts.push({ kind: 'column', path: ['*'] });
    else if (!cursor.is('from') && !cursor.is('order')) parts.push(reading.expression(reading));
    clauses(reading, parts);
    if (cursor.acceptMark(',') || cursor.accept('from', 'for')) continue;
    cursor.expectMark(')');
    break;
  }
  if (name === 'match' && cursor.accept('against')) {
    const { from, to } = cursor.parentheses();
    return { kind: 'opaque', name: 'match', arguments: [...parts, { kind: 'constant', value: cursor.textOf({ from, to }) }] };
  }
  const kind = called.schema === undefined && name in named ? named[name as keyof typeof named] : undefined;
  if (kind !== undefined) return { kind, arguments: parts };
  return {
    kind: 'call',
    function: called,
    arguments: parts,
    ...((distinct || aggregates.has(name)) && { aggregate: true }),
  };
}

/** What may follow an argument besides a comma. */
function clauses(reading: Reading, parts: ExpressionNode[]): void {
  const { cursor } = reading;
  if (cursor.accept('order by')) {
    do {
      parts.push(reading.expression(reading));
      cursor.accept('asc', 'desc');
    } while (cursor.acceptMark(','));
  }
  if (cursor.accept('separator')) cursor.string();
  if (cursor.accept('limit')) {
    cursor.number();
    if (cursor.acceptMark(',') || cursor.accept('offset')) cursor.number();
  }
  if (cursor.accept('using')) cursor.name();
  if (cursor.accept('as', 'returning')) castType(cursor);
  // JSON_VALUE(… DEFAULT x ON EMPTY NULL ON ERROR)
  while (cursor.is('default') || cursor.is('null on') || cursor.is('error on')) {
    if (cursor.accept('default')) parts.push(reading.expression(reading));
    else cursor.at++;
    cursor.expect('on empty', 'on error');
  }
}

/** CAST(a AS type), CONVERT(a, type), CONVERT(a USING character set) */
function conversion(reading: Reading, name: string): ExpressionNode {
  const { cursor } = reading;
  const argument = reading.expression(reading);
  if (name === 'convert' && cursor.accept('using')) {
    const characterSet = cursor.name('a character set');
    cursor.expectMark(')');
    return { kind: 'opaque', name: `convert using ${characterSet.toLowerCase()}`, arguments: [argument] };
  }
  if (cursor.accept('at time zone')) cursor.string();
  if (name === 'cast') cursor.expect('as');
  else cursor.expectMark(',');
  const type = castType(cursor);
  cursor.accept('array');
  cursor.expectMark(')');
  return { kind: 'cast', argument, type };
}

/** CAST has types that columns have not. */
function castType(cursor: Cursor): TypeName {
  const text = cursor.accept(
    'signed integer',
    'signed int',
    'signed',
    'unsigned integer',
    'unsigned int',
    'unsigned',
    'interval day_second',
  );
  if (text === undefined) return readTypeName(cursor);
  if (cursor.markAt(cursor.at) === '(') cursor.parentheses();
  const unsigned = text.startsWith('unsigned') && { unsigned: true as const };
  return { name: text.startsWith('interval') ? 'interval' : 'bigint', modifiers: [], dimensions: 0, ...unsigned, text: text.toUpperCase() };
}

/** OVER, and what may stand before it. */
export function readOver(reading: Reading, call: ExpressionNode): ExpressionNode {
  const { cursor } = reading;
  cursor.accept('from first', 'from last');
  cursor.accept('respect nulls', 'ignore nulls');
  const sorted: ExpressionNode[] = [];
  if (cursor.accept('within group')) {
    cursor.expectMark('(');
    orderBy(reading, sorted);
    cursor.expectMark(')');
  }
  if (!cursor.accept('over')) return call;
  if (cursor.markAt(cursor.at) === '(') sorted.push(...readWindow(reading));
  else cursor.name('a window');
  const { aggregate: _, ...plain } =
    call.kind === 'call' ? call : ({ kind: 'call', function: { name: call.kind }, arguments: [call] } as Call);
  return { ...plain, arguments: [...plain.arguments, ...sorted], window: true };
}

/** `([name] [PARTITION BY …] [ORDER BY …] [frame])`: what it is sorted by. */
export function readWindow(reading: Reading): readonly ExpressionNode[] {
  const { cursor } = reading;
  const sorted: ExpressionNode[] = [];
  const { to } = cursor.over({ from: cursor.at, to: cursor.end }).parentheses();
  cursor.expectMark('(');
  if (!cursor.is('partition') && !cursor.is('order') && cursor.isName() && !/^(?:rows|range|groups)$/.test(cursor.wordAt(cursor.at)))
    cursor.name();
  if (cursor.accept('partition by')) {
    do sorted.push(reading.expression(reading));
    while (cursor.acceptMark(','));
  }
  orderBy(reading, sorted);
  if (cursor.accept('rows', 'range', 'groups')) cursor.at = to;
  cursor.expectMark(')');
  return sorted;
}

/** ORDER BY, if there is one. */
export function orderBy(reading: Reading, sorted: ExpressionNode[] = []): void {
  const { cursor } = reading;
  if (!cursor.accept('order by')) return;
  do {
    sorted.push(reading.expression(reading));
    cursor.accept('asc', 'desc');
  } while (cursor.acceptMark(','));
}
