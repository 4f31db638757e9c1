import type { DoStmt, Node } from '@pgsql/types';
import type { Operation } from '../../operation/operation.ts';
import type { Span } from '../../text/span.ts';
import { pick, pickAll } from './ast.ts';
import { constantString } from './constant.ts';
import { dollarString, lex, string, type Tokens } from './lexer.ts';
import { mentionsOf } from './mentions.ts';
import { isFailure, type Parser } from './parser.ts';
import { commandsOf, type Run } from './plpgsql.ts';
import { byteOffsets, type Source, tokenAt, Unreadable } from './source.ts';
import { isWord } from './split.ts';

/** `readStatement`, which calls this file and is handed to it: the two read each other's statements. */
type ReadStatement = (source: Source, node: Node, parser: Parser, depth: number) => readonly Operation[];

/** How deep DO blocks may stand inside each other (in EXECUTE); what is deeper counts as unknown. */
const maximumDepth = 4;

/**
 * A DO block: the SQL that its PL/pgSQL runs, in order. What runs only under a condition is `conditional`; an EXECUTE of a string that is not
 * constant, or a block in another language, is `dynamic-sql`.
 */
export function readDo(source: Source, node: DoStmt, parser: Parser, depth: number, statement: ReadStatement): readonly Operation[] {
  const options = pickAll(node.args, 'DefElem');
  const language = pick(options.find((each) => each.defname === 'language')?.arg, 'String')?.sval?.toLowerCase() ?? 'plpgsql';
  if (language !== 'plpgsql') return [{ kind: 'dynamic-sql', span: source.span, reason: `a DO block in ${language} cannot be read` }];
  if (depth >= maximumDepth) {
    return [{ kind: 'dynamic-sql', span: source.span, reason: `DO blocks stand inside each other more than ${maximumDepth} deep` }];
  }
  const start = source.tokens.starts[source.first] as number;
  const parsed = parser.parsePlpgsql(source.text.slice(start, source.tokens.ends[source.end - 1]));
  if (isFailure(parsed)) throw new Unreadable(`PL/pgSQL: ${parsed.message}`);
  const body = bodyOf(source);
  return commandsOf(parsed).flatMap((run) => {
    const operations = read(source, run, body, parser, depth, statement);
    return run.conditional ? operations.map((each) => ({ ...each, conditional: true as const })) : operations;
  });
}

function read(source: Source, run: Run, body: Body, parser: Parser, depth: number, statement: ReadStatement): readonly Operation[] {
  switch (run.kind) {
    case 'statement':
      return readSql(source, run.query, body.locate(run.query), parser, depth, statement);
    case 'perform': {
      // The parser has put SELECT in PERFORM's place: the operations stand where the whole statement does.
      const argument = body.locate(run.query.slice('SELECT '.length).trimStart());
      const before = argument && /perform\s+$/i.exec(source.text.slice(Math.max(0, argument.start - 40), argument.start))?.[0];
      const span = argument ? source.place({ start: argument.start - (before?.length ?? 0), end: argument.end }) : source.span;
      return readSql({ ...source, span }, run.query, undefined, parser, depth, statement);
    }
    case 'expression': {
      body.locate(run.query);
      if (!mayCall.test(run.query)) return [];
      const { tables, calls, locks } = mentionsOf(parsedExpression(parser, run.query));
      return tables.length + calls.length === 0 ? [] : [{ kind: 'select', span: source.span, reads: tables, locks, calls }];
    }
    case 'execute': {
      const place = body.locate(run.query);
      const span = place ? source.place(place) : source.span;
      const value = constantString(parsedExpression(parser, run.query));
      if (value === undefined) {
        const shown = run.query.length > 80 ? `${run.query.slice(0, 77)}…` : run.query;
        return [
          { kind: 'dynamic-sql', span, reason: `EXECUTE runs a string that is only known when it runs: ${shown.replace(/\s+/g, ' ')}` },
        ];
      }
      const literal = place === undefined ? -1 : source.text.slice(place.start, place.end).indexOf(value);
      if (place === undefined || literal === -1) return readSql({ ...source, span }, value, undefined, parser, depth, statement);
      return readSql(source, value, { start: place.start + literal, end: place.start + literal + value.length }, parser, depth, statement);
    }
    default: {
      const place = body.locateWord(run.kind);
      return [{ kind: 'transaction', span: place ? source.place(place) : source.span, action: run.kind }];
    }
  }
}

/** Without one of these an expression reads no table and calls no function, and need not be parsed: the keywords stand for calls. */
const mayCall = /\(|\b(?:at|escape|normalized|similar)\b/i;

/** One or more statements given as a text of their own. `place`: where that text stands in the outer text; without it, everything stands at the outer span. */
function readSql(
  outer: Source,
  sql: string,
  place: Span | undefined,
  parser: Parser,
  depth: number,
  statement: ReadStatement,
): readonly Operation[] {
  const parsed = parser.parse(sql);
  const at = (span: Span): Span =>
    place === undefined ? outer.span : outer.place({ start: place.start + span.start, end: Math.min(place.start + span.end, place.end) });
  if (isFailure(parsed)) throw new Unreadable(parsed.message, at({ start: 0, end: sql.length }));
  const { tokens } = lex(sql);
  const offset = byteOffsets(sql);
  return parsed.flatMap(({ stmt, stmt_location = 0, stmt_len }) => {
    const first = tokenAt(tokens, offset(stmt_location));
    const end = stmt_len === undefined ? lastToken(sql, tokens) : tokenAt(tokens, offset(stmt_location + stmt_len) - 1) + 1;
    const span = at({ start: tokens.starts[first] ?? 0, end: tokens.ends[end - 1] ?? sql.length });
    return statement({ text: sql, tokens, first, end, offset, place: at, span }, stmt as Node, parser, depth + 1);
  });
}

/** Behind the last token that is no semicolon. */
function lastToken(text: string, tokens: Tokens): number {
  let end = tokens.kinds.length;
  while (end > 0 && text[tokens.starts[end - 1] as number] === ';') end--;
  return end;
}

function parsedExpression(parser: Parser, query: string): Node | undefined {
  // An assignment `x := 1` is the expression behind its sign; `x = 1` may be one, or a comparison.
  const assigned = /^\s*[\w.]+\s*:=/.exec(query)?.[0];
  if (assigned !== undefined) return parsedExpression(parser, query.slice(assigned.length));
  const parsed = parser.parse(`SELECT ${query}`);
  if (!isFailure(parsed)) return pick(pick(parsed[0]?.stmt, 'SelectStmt')?.targetList?.[0], 'ResTarget')?.val;
  const maybe = /^[^:=]*:?=/.exec(query)?.[0];
  return maybe === undefined ? undefined : parsedExpression(parser, query.slice(maybe.length));
}

/** The text of a DO block, in which its queries are found again one after the other: PL/pgSQL's tree tells their texts, but only their lines. */
interface Body {
  readonly locate: (query: string) => Span | undefined;
  readonly locateWord: (word: string) => Span | undefined;
}

function bodyOf(source: Source): Body {
  const nowhere: Body = { locate: () => undefined, locateWord: () => undefined };
  const { kinds, starts, ends } = source.tokens;
  let token = source.first;
  while (token < source.end && kinds[token] !== dollarString && kinds[token] !== string) token++;
  if (token === source.end) return nowhere;
  const [start, end] = [starts[token] as number, ends[token] as number];
  const delimiter = kinds[token] === dollarString ? source.text.indexOf('$', start + 1) + 1 - start : 1;
  const text = source.text.slice(start + delimiter, end - delimiter);
  // Where quotes are doubled, or escapes used, the texts differ from the file's.
  if (kinds[token] === string && (source.text[start] !== "'" || text.includes("'"))) return nowhere;
  const base = start + delimiter;
  const { tokens } = lex(text);
  let from = 0;
  /** Searches in vain cost the rest of the text each. */
  let patience = 50;
  const found = (at: number, length: number): Span => {
    from = at + length;
    return { start: base + at, end: base + at + length };
  };
  return {
    locate(query) {
      if (patience === 0) return undefined;
      // INTO has been blanked out of a query: what stands before it is searched.
      const gap = query.search(/ {6}/);
      const needle = gap > 0 ? query.slice(0, gap) : query;
      for (let at = text.indexOf(needle, from); at !== -1; at = text.indexOf(needle, at + 1)) {
        // Only at a token: the same words may stand in a comment or a string.
        if (tokens.starts[tokenAt(tokens, at)] === at) return found(at, query.length);
      }
      patience--;
      return undefined;
    },
    locateWord(word) {
      for (let token = tokenAt(tokens, from); token < tokens.kinds.length; token++) {
        if (isWord(text, tokens, token, word)) return found(tokens.starts[token] as number, word.length);
      }
      return undefined;
    },
  };
}
