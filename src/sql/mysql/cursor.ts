import type { QualifiedName } from '../../operation/name.ts';
import type { OwnWords } from '../../operation/operation.ts';
import type { Span } from '../../text/span.ts';
import { number, operator, punctuation, quotedName, string, type Tokens, word } from './lexer.ts';
import { stringValue, unquoted } from './quote.ts';

/** Why a statement is not read. Thrown inside this folder and caught where a statement is read, and nowhere else. */
export class Unreadable extends Error {
  readonly span: Span;

  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}

/** Tokens of a text, half-open. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

interface Source {
  readonly text: string;
  readonly tokens: Tokens;
  readonly place: (span: Span) => Span;
}

/** The words of a form such as `if not exists`. */
const formWords = new Map<string, readonly string[]>();
function wordsOf(form: string): readonly string[] {
  const known = formWords.get(form) ?? form.split(' ');
  formWords.set(form, known);
  return known;
}

/**
 * Reads the tokens of a range one after the other. `accept` moves on where the tokens are those, `expect` and the readers of names, strings and
 * numbers throw Unreadable where they are not.
 */
export class Cursor {
  readonly text: string;
  readonly tokens: Tokens;
  /** Where a span of `text` lies in the file. */
  readonly place: (span: Span) => Span;
  at: number;
  end: number;
  /** The words that have been looked at, in lower case, by token. */
  private readonly words: string[];
  private readonly noted: Set<OwnWords>;

  constructor(source: Source, range: Range) {
    this.text = source.text;
    this.tokens = source.tokens;
    this.place = source.place;
    this.words = source instanceof Cursor ? source.words : [];
    this.noted = source instanceof Cursor ? source.noted : new Set();
    this.at = range.from;
    this.end = range.to;
  }

  /** A cursor over a part of the same text. */
  over(range: Range): Cursor {
    return new Cursor(this, range);
  }

  get done(): boolean {
    return this.at >= this.end;
  }

  kindAt(token: number): number | undefined {
    return token < this.end ? this.tokens.kinds[token] : undefined;
  }

  raw(token: number): string {
    return this.text.slice(this.tokens.starts[token], this.tokens.ends[token]);
  }

  /** An unquoted word in lower case; empty where something else stands there, or nothing. */
  wordAt(token: number): string {
    if (this.kindAt(token) !== word) return '';
    const known = this.words[token];
    if (known !== undefined) return known;
    const length = (this.tokens.ends[token] as number) - (this.tokens.starts[token] as number);
    // No keyword is longer.
    const text = length > 40 ? '' : this.raw(token).toLowerCase();
    this.words[token] = text;
    return text;
  }

  /** The character of a punctuation token, else undefined. */
  markAt(token: number): string | undefined {
    return this.kindAt(token) === punctuation ? this.text[this.tokens.starts[token] as number] : undefined;
  }

  /** Whether the next tokens are these words, given in lower case with blanks between them. */
  is(words: string, from = this.at): boolean {
    return wordsOf(words).every((each, i) => this.wordAt(from + i) === each);
  }

  /** The first of these forms that the next tokens are, passed over. */
  accept(...forms: readonly string[]): string | undefined {
    const found = forms.find((form) => this.is(form));
    if (found !== undefined) this.at += wordsOf(found).length;
    return found;
  }

  /** That the author wrote what only one server's grammar has. */
  note(words: OwnWords): void {
    this.noted.add(words);
  }

  /** What was noted since it was asked last. */
  takeNotes(): { readonly words?: readonly OwnWords[] } {
    const words = [...this.noted];
    this.noted.clear();
    return words.length > 0 ? { words } : {};
  }

  expect(...forms: readonly string[]): string {
    return this.accept(...forms) ?? this.fail(`${forms.map((each) => each.toUpperCase()).join(' or ')} is missing`);
  }

  acceptMark(mark: string): boolean {
    if (this.markAt(this.at) !== mark) return false;
    this.at++;
    return true;
  }

  expectMark(mark: string): void {
    if (!this.acceptMark(mark)) this.fail(`\`${mark}\` is missing`);
  }

  acceptOperator(text: string): boolean {
    if (this.kindAt(this.at) !== operator || this.raw(this.at) !== text) return false;
    this.at++;
    return true;
  }

  isString(): boolean {
    return this.kindAt(this.at) === string;
  }

  isNumber(): boolean {
    return this.kindAt(this.at) === number;
  }

  /** Whether a name may stand here. A string in double quotes is one too, in files for ANSI mode that do not say so. */
  isName(): boolean {
    const kind = this.kindAt(this.at);
    return kind === word || kind === quotedName || (kind === string && this.text[this.tokens.starts[this.at] as number] === '"');
  }

  name(what = 'a name'): string {
    if (!this.isName()) this.fail(`${what} is missing`);
    return unquoted(this.raw(this.at++));
  }

  /** `a`, `a.b`; of `.b` and `a.b.c` the last two parts. */
  qualified(what = 'a name'): QualifiedName {
    this.acceptMark('.');
    const path = [this.name(what)];
    while (this.acceptMark('.')) path.push(this.name(what));
    const [schema, name] = path.slice(-2);
    return name === undefined ? { name: schema as string } : { schema: schema as string, name };
  }

  qualifiedList(what = 'a name'): readonly QualifiedName[] {
    const names = [this.qualified(what)];
    while (this.acceptMark(',')) names.push(this.qualified(what));
    return names;
  }

  /** The value of a string, or of several, one behind the other. */
  string(what = 'a string'): string {
    if (!this.isString()) this.fail(`${what} is missing`);
    let value = '';
    while (this.isString()) value += stringValue(this.raw(this.at++));
    return value;
  }

  number(what = 'a number'): number {
    if (!this.isNumber()) this.fail(`${what} is missing`);
    return Number(this.raw(this.at++));
  }

  /** What stands between the parentheses that open here; the cursor is behind them then. */
  parentheses(): Range {
    if (this.markAt(this.at) !== '(') this.fail('`(` is missing');
    const from = this.at + 1;
    const to = this.closing(this.at);
    if (to >= this.end) this.fail('`)` is missing');
    this.at = to + 1;
    return { from, to };
  }

  /** The token that closes the parenthesis at `open`; the end if none does before a semicolon. */
  closing(open: number): number {
    let depth = 0;
    for (let token = open; token < this.end; token++) {
      const mark = this.markAt(token);
      if (mark === '(') depth++;
      else if (mark === ';') break;
      else if (mark === ')' && --depth === 0) return token;
    }
    return this.end;
  }

  /** The next comma outside parentheses; `to` where there is none. */
  comma({ from, to }: Range): number {
    for (let token = from; token < to; token++) {
      const mark = this.markAt(token);
      if (mark === ',') return token;
      if (mark === '(') token = this.closing(token);
    }
    return to;
  }

  /** The parts of a range between its outermost commas; none where it is empty. */
  parts({ from, to }: Range): readonly Range[] {
    const parts: Range[] = [];
    for (let start = from; start < to || parts.length > 0; ) {
      const comma = this.comma({ from: start, to });
      parts.push({ from: start, to: comma });
      if (comma >= to) break;
      start = comma + 1;
    }
    return parts;
  }

  textOf({ from, to }: Range): string {
    return from < to ? this.text.slice(this.tokens.starts[from], this.tokens.ends[to - 1]) : '';
  }

  /** Where a range lies in the file; the token at its beginning where it is empty. */
  spanOf({ from, to }: Range): Span {
    const last = Math.max(Math.min(to, this.tokens.ends.length) - 1, 0);
    const first = Math.min(from, last);
    return this.place({ start: this.tokens.starts[first] ?? 0, end: this.tokens.ends[last] ?? 0 });
  }

  /** @throws Unreadable at the next token */
  fail(why: string): never {
    const at = Math.max(0, Math.min(this.at, this.end - 1));
    const near = this.done ? 'at the end' : `at \`${shortened(this.raw(this.at))}\``;
    throw new Unreadable(`${why} ${near}`, this.spanOf({ from: at, to: at + 1 }));
  }

  /** @throws Unreadable where something is left */
  finish(): void {
    if (!this.done) this.fail('syntax error');
  }
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
