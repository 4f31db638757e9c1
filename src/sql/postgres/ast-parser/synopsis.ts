import type { QualifiedName } from '../../../operation/name.ts';
import { functionWords, reserved } from '../keywords.ts';
import { dollarString, quotedName, string, word } from '../lexer.ts';
import { closing, is, markAt, type Range, type Source } from '../source.ts';
import { stringAt, textAt } from './feed.ts';
import { nameAt } from './name.ts';

/**
 * A form as a synopsis of the manual gives it, for what the parser does not know and is so simple that its tokens say it. It has to match all of them.
 *
 *     WORD             a keyword
 *     [ … ]            what may be left out
 *     { … | … }        one of several, also inside brackets; the first that fits is taken
 *     <name>           a name; <name.> with a schema or without; <name,> a list of such
 *     'name'           a string
 *     (name)           parentheses and what is in them
 */
export type Synopsis = readonly Part[];

type Part =
  | { readonly kind: 'either'; readonly options: readonly Synopsis[]; readonly optional: boolean }
  | { readonly kind: 'word' | 'name' | 'qualified' | 'list' | 'string' | 'parentheses'; readonly key: string };

export function synopsis(text: string): Synopsis {
  const symbols = text.match(/[[\]{}|]|[^\s[\]{}|]+/g) ?? [];
  const options = (): readonly Synopsis[] => {
    const found: Part[][] = [];
    let parts: Part[] = [];
    for (let symbol = symbols.shift(); ; symbol = symbols.shift()) {
      if (symbol === '[' || symbol === '{') parts.push({ kind: 'either', optional: symbol === '[', options: options() });
      else if (symbol !== undefined && !/[\]}|]/.test(symbol)) parts.push(partOf(symbol));
      else {
        found.push(parts);
        if (symbol !== '|') return found;
        parts = [];
      }
    }
  };
  return options()[0] ?? [];
}

function partOf(symbol: string): Part {
  const key = symbol.replace(/\W/g, '');
  if (symbol.startsWith("'")) return { kind: 'string', key };
  if (symbol.startsWith('(')) return { kind: 'parentheses', key };
  if (!symbol.startsWith('<')) return { kind: 'word', key };
  return { kind: symbol.endsWith('.>') ? 'qualified' : symbol.endsWith(',>') ? 'list' : 'name', key };
}

/** What a form's parts have matched. */
export interface Match {
  /** Behind the last token matched. */
  readonly end: number;
  /** Whether a part stands there, an optional one or a keyword (in capitals). */
  has(key: string): boolean;
  /** The tokens of a part, a keyword's among them; empty where it is left out. */
  range(key: string): Range;
  name(key: string): string;
  qualified(key: string): QualifiedName;
  list(key: string): readonly QualifiedName[];
  string(key: string): string;
}

/** The form matched against the beginning of a range. */
export function matchOf(source: Source, form: Synopsis, tokens: Range): Match | undefined {
  const found: Found[] = [];
  const end = matchParts(source, form, tokens, found);
  if (end === undefined) return undefined;
  const range = (key: string): Range => found.find((each) => each.key === key)?.range ?? { from: end, to: end };
  return {
    end,
    range,
    has: (key) => found.some((each) => each.key === key),
    name: (key) => nameAt(source, range(key).from),
    qualified: (key) => qualifiedAt(source, range(key)),
    list: (key) => found.filter((each) => each.key === key).map((each) => qualifiedAt(source, each.range)),
    string: (key) => stringAt(source, range(key).from),
  };
}

interface Found {
  readonly key: string;
  readonly range: Range;
}

/** @returns where the parts end; undefined where they do not match */
function matchParts(source: Source, parts: Synopsis, { from, to }: Range, found: Found[]): number | undefined {
  let at = from;
  const note = (key: string, end: number): void => {
    found.push({ key, range: { from: at, to: end } });
    at = end;
  };
  for (const part of parts) {
    let end: number | undefined;
    switch (part.kind) {
      case 'either': {
        for (const option of part.options) {
          const before = found.length;
          end = matchParts(source, option, { from: at, to }, found);
          if (end !== undefined) break;
          found.length = before;
        }
        if (end === undefined && !part.optional) return undefined;
        at = end ?? at;
        continue;
      }
      case 'word':
        end = is(source, at, part.key.toLowerCase()) ? at + 1 : undefined;
        break;
      case 'name':
        end = isName(source, at) ? at + 1 : undefined;
        break;
      case 'qualified':
        end = qualifiedEnd(source, at);
        break;
      case 'list':
        for (end = qualifiedEnd(source, at); end !== undefined && markAt(source, end) === ','; end = qualifiedEnd(source, at)) {
          note(part.key, end);
          at++;
        }
        break;
      case 'string':
        end = source.tokens.kinds[at] === string || source.tokens.kinds[at] === dollarString ? at + 1 : undefined;
        break;
      case 'parentheses':
        end = markAt(source, at) === '(' ? closing(source, at) + 1 : undefined;
        break;
    }
    if (end === undefined || end > to) return undefined;
    note(part.key, end);
  }
  return at;
}

function isName(source: Source, token: number): boolean {
  const text = textAt(source, token);
  if (source.tokens.kinds[token] === quotedName) return /^"[^"]+"$/.test(text);
  return source.tokens.kinds[token] === word && !reserved.has(text.toLowerCase()) && !functionWords.has(text.toLowerCase());
}

function qualifiedEnd(source: Source, at: number): number | undefined {
  if (!isName(source, at)) return undefined;
  if (markAt(source, at + 1) !== '.') return at + 1;
  const isLabel = source.tokens.kinds[at + 2] === word || isName(source, at + 2);
  return isLabel && markAt(source, at + 3) !== '.' ? at + 3 : undefined;
}

function qualifiedAt(source: Source, { from, to }: Range): QualifiedName {
  return to - from === 1 ? { name: nameAt(source, from) } : { schema: nameAt(source, from), name: nameAt(source, to - 1) };
}
