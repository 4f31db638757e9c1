import type { Span } from '../../text/span.ts';
import type { Comment } from '../statement.ts';

/**
 * PostgreSQL's lexical rules, as far as places are decided by them: where tokens, comments and statements begin and end.
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html, and psql's on top of them (meta-commands, COPY data).
 *
 * Why our own: the parser gives no ends of things (an action inside an ALTER TABLE, a DEFAULT expression) and no comments, and its scanner
 * returns nothing at all for a text with an unterminated quote. One pass, linear in the text, never fails: what is not closed runs to the end.
 */

export const word = 0;
export const quotedName = 1;
export const string = 2;
export const dollarString = 3;
export const number = 4;
export const parameter = 5;
export const operator = 6;
/** One of `( ) [ ] , ; . :`, `::` or `:=`. */
export const punctuation = 7;
/** A psql command that ends the statement before it, as `\g` does. */
export const terminator = 8;

/** The tokens of a text without white space and comments, as parallel arrays: a text of a megabyte has 200,000 of them. */
export interface Tokens {
  readonly kinds: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A part that is not SQL. */
export interface Skipped {
  readonly span: Span;
  readonly kind: 'psql' | 'copy-data';
}

export interface Lexed {
  readonly text: string;
  readonly tokens: Tokens;
  readonly comments: readonly Comment[];
  readonly skipped: readonly Skipped[];
  /** The quote or comment that is never closed, if there is one. */
  readonly unterminated?: { readonly start: number; readonly what: string };
}

const space = 1;
const letter = 2;
const digit = 3;
const operatorCharacter = 4;
const mark = 5;
const classes = new Uint8Array(128);
for (const c of ' \t\n\r\f\v') classes[c.charCodeAt(0)] = space;
for (const c of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_') classes[c.charCodeAt(0)] = letter;
for (const c of '0123456789') classes[c.charCodeAt(0)] = digit;
for (const c of '~!@#^&|`?+-*/%<>=') classes[c.charCodeAt(0)] = operatorCharacter;
for (const c of '()[],;.:') classes[c.charCodeAt(0)] = mark;

/** Every character outside ASCII is a letter to PostgreSQL, the no-break space too. */
const classOf = (code: number): number => (code < 128 ? (classes[code] as number) : letter);

const dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z_0-9\u0080-\uffff]*)?\$/y;
const numberPattern =
  /0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:[0-9][0-9_]*(?:\.(?!\.)[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9][0-9_]*)?/y;
const endsStatement = /^\\(?:g|gx|gexec|gset|gdesc|crosstabview|watch|;)(?![a-z])/;
const endOfCopyData = /^\\\.[ \t]*$/gm;

/** Lexes a whole text. Spans are UTF-16. */
export function lex(text: string): Lexed {
  const kinds: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const comments: Comment[] = [];
  const skipped: Skipped[] = [];
  let unterminated: Lexed['unterminated'];
  /** Index of the first token of the statement at hand. */
  let first = 0;
  /** A `COPY … FROM STDIN;` has been read on this line: data begin on the next. */
  let copies = false;
  /** False once no end of COPY data has been found: there is none further on either, and the text is not searched again. */
  let dataMayFollow = true;
  let at = 0;

  const push = (kind: number, end: number): void => {
    kinds.push(kind);
    starts.push(at);
    ends.push(end);
    at = end;
  };
  const unclosed = (what: string): number => {
    unterminated ??= { start: at, what };
    return text.length;
  };

  while (at < text.length) {
    const code = text.charCodeAt(at);
    switch (classOf(code)) {
      case space:
        if (copies && (code === 10 || code === 13)) skipCopyData();
        else at++;
        continue;
      case letter: {
        const quote = text.charCodeAt(at + 1);
        const prefix = code | 32;
        if (quote === 39 && (prefix === 101 || prefix === 98 || prefix === 120 || prefix === 110)) {
          push(string, endOfString(text, at + 1, prefix === 101) ?? unclosed('quoted string'));
        } else if (prefix === 117 && quote === 38 && text.charCodeAt(at + 2) === 39) {
          push(string, endOfString(text, at + 2, false) ?? unclosed('quoted string'));
        } else if (prefix === 117 && quote === 38 && text.charCodeAt(at + 2) === 34) {
          push(quotedName, endOfQuoted(text, at + 2, '"') ?? unclosed('quoted identifier'));
        } else {
          let end = at + 1;
          for (; end < text.length; end++) {
            const next = text.charCodeAt(end);
            if (next === 36) continue;
            const kind = classOf(next);
            if (kind !== letter && kind !== digit) break;
          }
          push(word, end);
        }
        continue;
      }
      case digit:
        push(number, endOfNumber(text, at));
        continue;
      case operatorCharacter: {
        const next = text.charCodeAt(at + 1);
        if (code === 45 && next === 45) {
          const end = endOfLine(text, at);
          comments.push(comment(text, at, end));
          at = end;
        } else if (code === 47 && next === 42) {
          const end = endOfBlockComment(text, at) ?? unclosed('/* comment');
          comments.push(comment(text, at, end));
          at = end;
        } else {
          push(operator, endOfOperator(text, at));
        }
        continue;
      }
      case mark: {
        if (code === 46 && classOf(text.charCodeAt(at + 1)) === digit) {
          push(number, endOfNumber(text, at));
          continue;
        }
        const next = text.charCodeAt(at + 1);
        push(punctuation, code === 58 && (next === 58 || next === 61) ? at + 2 : at + 1);
        if (code === 59) {
          copies ||= copiesFromStdin(text, kinds, starts, ends, first);
          first = kinds.length;
        }
        continue;
      }
    }
    switch (code) {
      case 39:
        push(string, endOfString(text, at, false) ?? unclosed('quoted string'));
        continue;
      case 34:
        push(quotedName, endOfQuoted(text, at, '"') ?? unclosed('quoted identifier'));
        continue;
      case 36: {
        dollarTag.lastIndex = at;
        const tag = dollarTag.exec(text)?.[0];
        if (tag !== undefined) {
          const close = text.indexOf(tag, at + tag.length);
          push(dollarString, close === -1 ? unclosed('dollar-quoted string') : close + tag.length);
        } else {
          let end = at + 1;
          while (end < text.length && classOf(text.charCodeAt(end)) === digit) end++;
          push(parameter, end);
        }
        continue;
      }
      case 92: {
        const end = endOfLine(text, at);
        skipped.push({ span: { start: at, end }, kind: 'psql' });
        if (endsStatement.test(text.slice(at, at + 16))) {
          push(terminator, end);
          first = kinds.length;
        }
        at = end;
        continue;
      }
      default:
        // A control character: the parser will refuse it.
        push(operator, at + 1);
    }
  }
  return { text, tokens: { kinds, starts, ends }, comments, skipped, ...(unterminated && { unterminated }) };

  /** The data end with a line `\\.`. Without one there are none, and whatever follows is read as SQL, so that nothing is passed over in silence. */
  function skipCopyData(): void {
    copies = false;
    endOfCopyData.lastIndex = at;
    const end = dataMayFollow ? endOfCopyData.exec(text) : null;
    if (end === null) {
      dataMayFollow = false;
      at++;
    } else {
      skipped.push({ span: { start: at, end: endOfCopyData.lastIndex }, kind: 'copy-data' });
      at = endOfCopyData.lastIndex;
    }
  }
}

function comment(text: string, start: number, end: number): Comment {
  let before = start - 1;
  while (before >= 0 && (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 9)) before--;
  const ownLine = before < 0 || text.charCodeAt(before) === 10 || text.charCodeAt(before) === 13;
  return { span: { start, end }, text: text.slice(start, end), ownLine };
}

/** The offset of the line break (`\n`, or a `\r`) behind `at`, or of the end. */
function endOfLine(text: string, at: number): number {
  for (let end = at; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 10 || code === 13) return end;
  }
  return text.length;
}

/** Block comments nest in PostgreSQL. */
function endOfBlockComment(text: string, start: number): number | undefined {
  let depth = 1;
  for (let at = start + 2; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 42 && text.charCodeAt(at + 1) === 47) {
      at++;
      if (--depth === 0) return at + 1;
    } else if (code === 47 && text.charCodeAt(at + 1) === 42) {
      at++;
      depth++;
    }
  }
  return undefined;
}

/** Behind the closing quote; a doubled quote does not close. `open` is the opening quote's place. */
function endOfQuoted(text: string, open: number, quote: string): number | undefined {
  for (let at = text.indexOf(quote, open + 1); at !== -1; at = text.indexOf(quote, at + 2)) {
    if (text[at + 1] !== quote) return at + 1;
  }
  return undefined;
}

/**
 * Behind the closing quote of a string. Strings with nothing but white space and at least one line break between them are one string, and the
 * escapes of the first hold in the rest.
 */
function endOfString(text: string, open: number, escapes: boolean): number | undefined {
  for (let from = open; ; ) {
    let end: number | undefined;
    if (escapes) {
      for (let at = from + 1; at < text.length && end === undefined; at++) {
        const code = text.charCodeAt(at);
        if (code === 92) at++;
        else if (code === 39) {
          if (text.charCodeAt(at + 1) === 39) at++;
          else end = at + 1;
        }
      }
    } else {
      end = endOfQuoted(text, from, "'");
    }
    if (end === undefined) return undefined;
    let next = end;
    let broken = false;
    for (; next < text.length && classOf(text.charCodeAt(next)) === space; next++) {
      const code = text.charCodeAt(next);
      if (code === 10 || code === 13) broken = true;
    }
    if (!broken || text.charCodeAt(next) !== 39) return end;
    from = next;
  }
}

function endOfNumber(text: string, at: number): number {
  numberPattern.lastIndex = at;
  return numberPattern.test(text) ? numberPattern.lastIndex : at + 1;
}

/** An operator ends where a comment begins. */
function endOfOperator(text: string, start: number): number {
  let end = start + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (classOf(code) !== operatorCharacter) break;
    const next = text.charCodeAt(end + 1);
    if ((code === 45 && next === 45) || (code === 47 && next === 42)) break;
  }
  return end;
}

/** Whether the statement that begins at token `first` is a `COPY … FROM STDIN`. */
function copiesFromStdin(
  text: string,
  kinds: readonly number[],
  starts: readonly number[],
  ends: readonly number[],
  first: number,
): boolean {
  const is = (token: number, value: string): boolean =>
    kinds[token] === word && text.slice(starts[token], ends[token]).toLowerCase() === value;
  if (kinds.length - first > 10_000 || !is(first, 'copy')) return false;
  for (let token = first + 1; token < kinds.length - 1; token++) {
    if (is(token, 'from') && is(token + 1, 'stdin')) return true;
  }
  return false;
}
