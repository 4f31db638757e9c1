import type { Span } from '../../text/span.ts';
import type { Comment } from '../statement.ts';
import { type Dialect, lexicalMode, versionedComment } from './dialect.ts';

/**
 * The lexical rules of MySQL and MariaDB, and of their command-line client on top of them (DELIMITER, `\G`).
 * https://dev.mysql.com/doc/refman/9.5/en/language-structure.html, https://dev.mysql.com/doc/refman/9.5/en/mysql-commands.html
 *
 * One pass, linear in the text, never fails: what is not closed runs to the end.
 */

export const word = 0;
/** In backticks; in double quotes too, where the mode says so. */
export const quotedName = 1;
/** In single quotes or double quotes. */
export const string = 2;
export const number = 3;
/** `@x`, `@@x`, `@'x'`, as far as the first dot. */
export const variable = 4;
export const operator = 5;
/** One of `( ) , ; . { }` or a `:` alone. */
export const punctuation = 6;
/** The client's delimiter, `\g`, `\G` or DELIMITER itself: what stands before is sent to the server. */
export const terminator = 7;

/** The tokens of a text without white space and comments, as parallel arrays. */
export interface Tokens {
  readonly kinds: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export interface Lexed {
  readonly text: string;
  readonly tokens: Tokens;
  readonly comments: readonly Comment[];
  /** Comments that are code to the server, with their delimiters. */
  readonly versioned: readonly Span[];
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
for (const c of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$') classes[c.charCodeAt(0)] = letter;
for (const c of '0123456789') classes[c.charCodeAt(0)] = digit;
for (const c of '~!^&|+-*/%<>=?') classes[c.charCodeAt(0)] = operatorCharacter;
for (const c of '(),;.{}') classes[c.charCodeAt(0)] = mark;
const classOf = (code: number): number => (code < 128 ? (classes[code] as number) : letter);

const numberPattern =
  /0x[0-9a-fA-F]+(?![\w$])|0b[01]+(?![\w$])|\d+(?:\.\d*)?[eE][+-]?\d+|\d+\.\d*|\.\d+(?:[eE][+-]?\d+)?|\d+(?![\w$\u0080-\uffff])/y;
const operatorPattern = /->>|->|<=>|<<|>>|<=|>=|<>|!=|\|\||&&|[\s\S]/y;
const delimiterCommand = /delimiter[ \t]+(?:"([^"\r\n]{1,16})"|'([^'\r\n]{1,16})'|`([^`\r\n]{1,16})`|(\S{1,16}))[^\r\n]*/iy;

/**
 * Lexes a whole text. Spans are UTF-16.
 * @param sections where a tool divides the file: each is sent to the server for itself; what lies between them is not read
 */
export function lex(text: string, dialect: Dialect, sections: readonly Span[] = [{ start: 0, end: text.length }]): Lexed {
  const kinds: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const comments: Comment[] = [];
  const versioned: Span[] = [];
  let unterminated: Lexed['unterminated'];
  let mode = lexicalMode(dialect.sqlMode);
  let at = 0;
  let end = 0;
  let delimiter: string | undefined;
  /** Where the versioned comments begin that are open. */
  let open: number[] = [];

  const push = (kind: number, to: number): void => {
    kinds.push(kind);
    starts.push(at);
    ends.push(to);
    at = to;
  };
  const unclosed = (what: string): number => {
    unterminated ??= { start: at, what };
    return end;
  };
  const within = (to: number | undefined, what: string): number => (to === undefined || to > end ? unclosed(what) : to);

  let behind = 0;
  for (const section of [...sections].sort((a, b) => a.start - b.start)) {
    at = Math.max(section.start, behind);
    end = Math.min(section.end, text.length);
    if (end <= at) continue;
    behind = end;
    delimiter = undefined;
    open = [];
    while (at < end) step();
    for (const start of open) unterminated ??= { start, what: '/*! comment' };
    // Of no width: it ends the statement that the section ends with.
    if (sections.length > 1) push(terminator, end);
  }
  return { text, tokens: { kinds, starts, ends }, comments, versioned, ...(unterminated && { unterminated }) };

  function step() {
    const code = text.charCodeAt(at);
    if (delimiter !== undefined && text.startsWith(delimiter, at)) return push(terminator, Math.min(at + delimiter.length, end));
    switch (classOf(code)) {
      case space:
        at++;
        return;
      case letter:
        return lexWord(code);
      case digit: {
        numberPattern.lastIndex = at;
        // Behind a dot, or with letters behind them, digits begin a name.
        const isNumber = text[at - 1] !== '.' && numberPattern.test(text);
        return isNumber ? push(number, Math.min(numberPattern.lastIndex, end)) : push(word, endOfWord());
      }
      case mark:
        if (code === 46 && isDigit(at + 1) && !behindName()) {
          numberPattern.lastIndex = at;
          if (numberPattern.test(text)) return push(number, Math.min(numberPattern.lastIndex, end));
        }
        return push(punctuation, at + 1);
      case operatorCharacter:
        return lexOperator(code);
    }
    switch (code) {
      case 39:
        return lexString("'");
      case 34:
        return mode.ansiQuotes ? push(quotedName, within(endOfString(text, at, '"', false), 'quoted identifier')) : lexString('"');
      case 96:
        return push(quotedName, within(endOfString(text, at, '`', false), 'quoted identifier'));
      case 35:
        return lexLineComment();
      case 64:
        return push(variable, endOfVariable());
      case 58:
        return text[at + 1] === '=' ? push(operator, Math.min(at + 2, end)) : push(punctuation, at + 1);
      case 92: {
        const letter = text[at + 1];
        return letter === 'g' || letter === 'G' ? push(terminator, Math.min(at + 2, end)) : push(operator, at + 1);
      }
      default:
        // A control character: no reader will take it.
        push(operator, at + 1);
    }
  }

  function lexWord(code: number) {
    if ((code | 32) === 100 && isAtLineStart()) {
      delimiterCommand.lastIndex = at;
      const command = delimiterCommand.exec(text);
      if (command !== null && at + command[0].length <= end) {
        const chosen = command.slice(1).find((each) => each !== undefined) as string;
        delimiter = chosen === ';' ? undefined : chosen;
        return push(terminator, at + command[0].length);
      }
    }
    const quote = text.charCodeAt(at + 1);
    // N'…', X'…', B'…'
    if (quote === 39 && 'nNxXbB'.includes(text[at] as string)) {
      return push(string, within(endOfString(text, at + 1, "'", !mode.plainBackslash), 'quoted string'));
    }
    push(word, endOfWord());
  }

  function lexString(quote: string): void {
    push(string, within(endOfString(text, at, quote, !mode.plainBackslash), 'quoted string'));
    // `SET sql_mode = '…'` holds for what follows.
    const last = kinds.length - 1;
    if (/^:?=$/.test(textAt(last - 1)) && /^(?:@@)?sql_mode$/i.test(textAt(last - 2))) {
      mode = lexicalMode(text.slice((starts[last] as number) + 1, (ends[last] as number) - 1));
    }
  }

  /** A word ends where the delimiter begins, as in `END$$`. */
  function endOfWord(): number {
    let to = at + 1;
    for (; to < end; to++) {
      const kind = classOf(text.charCodeAt(to));
      if (kind !== letter && kind !== digit) break;
      if (delimiter !== undefined && text.startsWith(delimiter, to)) break;
    }
    return to;
  }

  function endOfVariable(): number {
    const name = text[at + 1] === '@' ? at + 2 : at + 1;
    const quote = text[name];
    if (quote === "'" || quote === '"' || quote === '`') return within(endOfString(text, name, quote, false), 'quoted identifier');
    const from = at;
    at = name - 1;
    const to = endOfWord();
    at = from;
    return Math.min(to, end);
  }

  function lexOperator(code: number) {
    if (code === 45 && text.charCodeAt(at + 1) === 45) {
      // Without the blank it is one to the client, where a statement may begin.
      if (at + 2 >= end || text.charCodeAt(at + 2) <= 32 || (isAtStart() && isAtLineStart())) return lexLineComment();
    }
    if (code === 47 && text.charCodeAt(at + 1) === 42) return lexComment();
    if (code === 42 && open.length > 0 && text.charCodeAt(at + 1) === 47) {
      at += 2;
      versioned.push({ start: open.pop() as number, end: at });
      return;
    }
    operatorPattern.lastIndex = at;
    operatorPattern.test(text);
    push(operator, Math.min(operatorPattern.lastIndex, end));
  }

  function lexLineComment(): void {
    let to = at;
    while (to < end && text.charCodeAt(to) !== 10 && text.charCodeAt(to) !== 13) to++;
    addComment(to);
  }

  function lexComment(): void {
    const code = versionedComment(text, at, dialect);
    if (code?.isCode) {
      open.push(at);
      at = Math.min(at + code.length, end);
      return;
    }
    const close = text.indexOf('*/', at + 2);
    // A comment inside one that is passed over ends itself alone.
    const inner = code === undefined ? -1 : text.indexOf('/*', at + 2);
    const past = inner !== -1 && close !== -1 && inner < close ? endOfNested(text, at + 2) : close === -1 ? undefined : close + 2;
    addComment(within(past, '/* comment'));
  }

  function addComment(to: number): void {
    let before = at - 1;
    while (before >= 0 && (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 9)) before--;
    const ownLine = before < 0 || text.charCodeAt(before) === 10 || text.charCodeAt(before) === 13;
    comments.push({ span: { start: at, end: to }, text: text.slice(at, to), ownLine });
    at = to;
  }

  function textAt(token: number): string {
    const start = starts[token] ?? 0;
    const to = ends[token] ?? 0;
    return to - start > 30 ? '' : text.slice(start, to);
  }

  /** Whether a statement may begin here. */
  function isAtStart(): boolean {
    const last = kinds.length - 1;
    return last < 0 || kinds[last] === terminator || text[starts[last] as number] === ';';
  }

  function isAtLineStart(): boolean {
    let before = at - 1;
    while (before >= 0 && (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 9)) before--;
    return before < 0 || text.charCodeAt(before) === 10 || text.charCodeAt(before) === 13;
  }

  function isDigit(place: number): boolean {
    return place < end && classOf(text.charCodeAt(place)) === digit;
  }

  /** Whether a name ends here, so that a dot leads to its next part. */
  function behindName(): boolean {
    const last = kinds.length - 1;
    return last >= 0 && ends[last] === at && (kinds[last] === word || kinds[last] === quotedName || kinds[last] === variable);
  }
}

/** Behind the closing quote; a doubled quote does not close. */
function endOfString(text: string, start: number, quote: string, escapes: boolean): number | undefined {
  const close = quote.charCodeAt(0);
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92 && escapes) at++;
    else if (code === close) {
      if (text.charCodeAt(at + 1) !== close) return at + 1;
      at++;
    }
  }
  return undefined;
}

function endOfNested(text: string, start: number): number | undefined {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
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
