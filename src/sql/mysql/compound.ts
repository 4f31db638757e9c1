import { type Cursor, type Range, Unreadable } from './cursor.ts';
import { word } from './lexer.ts';

/**
 * Compound statements, of which the bodies of stored programs are made: what the server divides at semicolons of its own.
 * https://dev.mysql.com/doc/refman/9.5/en/sql-compound-statements.html
 */
export type Block =
  /** A statement, or DECLARE. */
  | { readonly kind: 'statement'; readonly range: Range }
  /** BEGIN … END: what it holds, in order. */
  | { readonly kind: 'sequence'; readonly parts: readonly Block[] }
  /** IF, CASE: at most one of the branches is taken. A loop has one, which is taken any number of times. A handler is a branch, too. */
  | { readonly kind: 'branches'; readonly loop: boolean; readonly branches: readonly (readonly Block[])[] };

/** How deep blocks may nest. */
const deepest = 100;

/** Reads one statement of a stored program; its semicolon is left. @throws Unreadable where a block is not closed */
export function readBlock(cursor: Cursor, depth = 0): Block {
  if (depth > deepest) cursor.fail(`blocks are nested deeper than ${deepest}`);
  if (cursor.markAt(cursor.at + 1) === ':' && cursor.isName()) cursor.at += 2;
  const label = (): void => {
    if (cursor.kindAt(cursor.at) !== undefined && cursor.markAt(cursor.at) !== ';' && cursor.isName() && !endsBranch(cursor)) cursor.at++;
  };
  const inner = (...ends: readonly string[]): readonly Block[] => readBlocks(cursor, depth + 1, ends);
  if (cursor.is('begin') && !cursor.is('work', cursor.at + 1)) {
    cursor.at++;
    cursor.accept('not atomic');
    const parts = inner('end');
    cursor.expect('end');
    label();
    return { kind: 'sequence', parts };
  }
  if (cursor.accept('if')) return readIf(cursor, inner);
  if (cursor.is('case')) return readCase(cursor, inner);
  if (cursor.accept('loop')) {
    const branch = inner('end');
    cursor.expect('end loop');
    label();
    return { kind: 'branches', loop: true, branches: [branch] };
  }
  if (cursor.accept('repeat')) {
    const branch = inner('until');
    cursor.expect('until');
    skipTo(cursor, 'end repeat');
    label();
    return { kind: 'branches', loop: true, branches: [branch] };
  }
  if (cursor.is('while') || cursor.is('for')) {
    cursor.at++;
    skipTo(cursor, 'do');
    const branch = inner('end');
    cursor.expect('end while', 'end for');
    label();
    return { kind: 'branches', loop: true, branches: [branch] };
  }
  if (cursor.is('declare continue handler') || cursor.is('declare exit handler') || cursor.is('declare undo handler')) {
    cursor.at += 3;
    cursor.expect('for');
    conditionsOfHandler(cursor);
    return { kind: 'branches', loop: false, branches: [[readBlock(cursor, depth + 1)]] };
  }
  const from = cursor.at;
  while (!cursor.done && cursor.markAt(cursor.at) !== ';') cursor.at++;
  if (cursor.at === from) cursor.fail('a statement is missing');
  return { kind: 'statement', range: { from, to: cursor.at } };
}

/** Statements with their semicolons, up to one of the words. */
function readBlocks(cursor: Cursor, depth: number, ends: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  while (!ends.some((each) => cursor.is(each))) {
    if (cursor.done) cursor.fail(`${ends[0]?.toUpperCase()} is missing`);
    if (cursor.acceptMark(';')) continue;
    blocks.push(readBlock(cursor, depth));
    if (!cursor.done) cursor.expectMark(';');
  }
  return blocks;
}

const endsBranch = (cursor: Cursor): boolean => /^(?:end|else|elseif|until|when)$/.test(cursor.wordAt(cursor.at));

type Inner = (...ends: readonly string[]) => readonly Block[];

function readIf(cursor: Cursor, inner: Inner): Block {
  const branches: (readonly Block[])[] = [];
  do {
    skipTo(cursor, 'then');
    branches.push(inner('elseif', 'else', 'end'));
  } while (cursor.accept('elseif'));
  if (cursor.accept('else')) branches.push(inner('end'));
  cursor.expect('end if');
  return { kind: 'branches', loop: false, branches };
}

function readCase(cursor: Cursor, inner: Inner): Block {
  cursor.expect('case');
  const branches: (readonly Block[])[] = [];
  skipTo(cursor, 'when');
  do {
    skipTo(cursor, 'then');
    branches.push(inner('when', 'else', 'end'));
  } while (cursor.accept('when'));
  if (cursor.accept('else')) branches.push(inner('end'));
  cursor.expect('end case');
  return { kind: 'branches', loop: false, branches };
}

/** Moves behind a word that stands in no parentheses and in no CASE: what is before it is an expression. */
function skipTo(cursor: Cursor, words: string): void {
  let cases = 0;
  while (cases > 0 || !cursor.is(words)) {
    if (cursor.done || cursor.markAt(cursor.at) === ';') cursor.fail(`${words.toUpperCase()} is missing`);
    if (cursor.markAt(cursor.at) === '(') cursor.parentheses();
    else {
      if (cursor.is('case')) cases++;
      else if (cases > 0 && cursor.is('end')) cases--;
      cursor.at++;
    }
  }
  cursor.expect(words);
}

/** `SQLSTATE '42S02', 1062, NOT FOUND, SQLEXCEPTION, a_name` */
function conditionsOfHandler(cursor: Cursor): void {
  do {
    if (cursor.accept('sqlstate')) {
      cursor.accept('value');
      cursor.string();
    } else if (!cursor.accept('not found')) cursor.at++;
  } while (cursor.acceptMark(','));
}

/** Where the body of a stored program begins; undefined where the statement makes none. `cursor` stands at its CREATE. */
export function bodyOf(cursor: Cursor): number | undefined {
  if (cursor.is('begin not atomic')) return cursor.at;
  const ahead = cursor.over({ from: cursor.at, to: cursor.end });
  if (!ahead.accept('create')) return undefined;
  ahead.accept('or replace');
  skipDefiner(ahead);
  ahead.accept('aggregate');
  const kind = ahead.accept('procedure', 'function', 'trigger', 'event');
  try {
    switch (kind) {
      case 'procedure':
      case 'function':
        return bodyOfRoutine(ahead, kind);
      case 'trigger':
        while (!ahead.accept('for each row')) {
          if (ahead.done || ahead.markAt(ahead.at) === ';') return undefined;
          ahead.at++;
        }
        if (ahead.accept('follows', 'precedes')) ahead.name();
        return ahead.at;
      case 'event':
        while (!ahead.accept('do')) {
          if (ahead.done || ahead.markAt(ahead.at) === ';') return undefined;
          ahead.at++;
        }
        return ahead.at;
      default:
        return undefined;
    }
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** `DEFINER = user` */
export function skipDefiner(cursor: Cursor): void {
  if (!cursor.accept('definer')) return;
  cursor.acceptOperator('=');
  // `a`@`b`, CURRENT_USER()
  cursor.at++;
  if (cursor.markAt(cursor.at) === '(') cursor.parentheses();
  else if (cursor.kindAt(cursor.at) !== word) cursor.at++;
}

function bodyOfRoutine(cursor: Cursor, kind: 'procedure' | 'function'): number | undefined {
  cursor.accept('if not exists');
  cursor.qualified();
  // A loadable function has no body.
  if (cursor.is('returns') && kind === 'function') return undefined;
  cursor.parentheses();
  for (;;) {
    if (cursor.accept('returns')) {
      cursor.at++;
      if (cursor.markAt(cursor.at) === '(') cursor.parentheses();
      while (cursor.accept('unsigned', 'zerofill', 'signed', 'precision', 'varying') || acceptCharacterSet(cursor));
    } else if (cursor.accept('comment')) cursor.string();
    else if (cursor.accept('language')) cursor.at++;
    else if (cursor.accept('sql security')) cursor.at++;
    else if (!cursor.accept('not deterministic', 'deterministic', 'contains sql', 'no sql', 'reads sql data', 'modifies sql data'))
      return cursor.at;
  }
}

function acceptCharacterSet(cursor: Cursor): boolean {
  if (!cursor.accept('character set', 'charset', 'collate')) return false;
  cursor.at++;
  return true;
}
