import type { Cursor, Range } from './cursor.ts';
import { operator, quotedName, string, variable, word } from './lexer.ts';

/** What may stand between two operands; anything else ends the expression. */
const infix = new Set('div mod and or xor like rlike regexp is in between collate'.split(' '));
const prefix = new Set('not binary'.split(' '));

/**
 * The tokens of an expression without parentheses around it, as DEFAULT and ON UPDATE take one: the longest run of operands with operators between
 * them. (MySQL takes a literal or CURRENT_TIMESTAMP there, MariaDB any expression.)
 */
export function bareExpression(cursor: Cursor): Range {
  const from = cursor.at;
  do operand(cursor);
  while (between(cursor));
  return { from, to: cursor.at };
}

function between(cursor: Cursor): boolean {
  if (cursor.kindAt(cursor.at) !== operator && !infix.has(cursor.wordAt(cursor.at))) return false;
  cursor.at++;
  return true;
}

function operand(cursor: Cursor): void {
  while (cursor.kindAt(cursor.at) === operator || prefix.has(cursor.wordAt(cursor.at))) cursor.at++;
  const kind = cursor.kindAt(cursor.at);
  if (cursor.markAt(cursor.at) === '(') {
    cursor.parentheses();
  } else if (kind === string) {
    cursor.string();
  } else if (cursor.accept('interval')) {
    if (cursor.markAt(cursor.at) === '(') cursor.parentheses();
    else operand(cursor);
    if (cursor.kindAt(cursor.at) === word) cursor.at++;
  } else if (cursor.accept('case')) {
    for (let depth = 1; depth > 0; cursor.at++) {
      if (cursor.done) cursor.fail('END is missing');
      if (cursor.is('case')) depth++;
      else if (cursor.is('end')) depth--;
    }
  } else if (cursor.accept('next value for', 'previous value for')) {
    cursor.qualified();
  } else if (kind === word || kind === quotedName || kind === variable) {
    const introduces = kind === word && /^_\w+$/.test(cursor.raw(cursor.at));
    cursor.at++;
    while (cursor.acceptMark('.')) cursor.name();
    if (cursor.markAt(cursor.at) === '(') cursor.parentheses();
    else if (cursor.isString() && (introduces || kind === word)) cursor.string();
  } else if (cursor.isNumber()) {
    cursor.at++;
  } else {
    cursor.fail('an expression is missing');
  }
}
