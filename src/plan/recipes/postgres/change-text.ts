import { lex, punctuation, quotedName, type Tokens, word } from '../../../sql/postgres/lexer.ts';
import { isWord } from '../../../sql/postgres/split.ts';

/** An UPDATE or a DELETE, taken apart at its WHERE. */
export interface ChangeText {
  /** All before WHERE. RETURNING, which nobody reads in a migration, is left out. */
  readonly head: string;
  /** What stands behind WHERE. */
  readonly where?: string;
  /** What a column of the table is qualified by: its other name, or its own. */
  readonly name: string;
  /** It has a FROM or USING, in which a column of the same name may be. */
  readonly joins: boolean;
  /** A column that it sets is also read to compute what it is set to. */
  readonly readsItself: boolean;
}

/**
 * @param assigned the columns that it sets
 * @returns undefined where the statement begins with WITH, or has a shape that is not known
 */
export function readChange(sql: string, assigned: readonly string[]): ChangeText | undefined {
  const { tokens } = lex(sql);
  const is = (i: number, ...words: readonly string[]): boolean => words.some((each) => isWord(sql, tokens, i, each));
  const updates = is(0, 'update');
  if (!updates && !(is(0, 'delete') && is(1, 'from'))) return undefined;
  const outer = outermost(sql, tokens);
  const find = (from: number, ...words: readonly string[]): number => {
    const found = outer.find((i) => i >= from && is(i, ...words) && !is(i - 1, 'distinct'));
    return found ?? tokens.kinds.length;
  };
  const start = updates ? 1 : 2;
  const set = updates ? find(start, 'set') : start;
  const returning = find(set, 'returning');
  const where = Math.min(find(set, 'where'), returning);
  const joined = Math.min(find(set + (updates ? 1 : 0), updates ? 'from' : 'using'), where);
  const name = nameOf(sql, tokens, start, updates ? set : joined);
  if (name === undefined || (updates && set === tokens.kinds.length)) return undefined;
  const slice = (from: number, to: number): string => sql.slice(tokens.starts[from], tokens.ends[to - 1]);
  return {
    head: slice(0, where),
    ...(where < returning && { where: slice(where + 1, returning) }),
    name,
    joins: joined < where,
    readsItself: updates && readsItself({ sql, tokens, outer, own: name, assigned }, set + 1, joined),
  };
}

/** The tokens outside of all brackets. */
function outermost(sql: string, tokens: Tokens): readonly number[] {
  let depth = 0;
  return tokens.kinds.flatMap((kind, i) => {
    const text = kind === punctuation ? sql[tokens.starts[i] as number] : '';
    if (text === ')' || text === ']') depth--;
    const isOuter = depth === 0;
    if (text === '(' || text === '[') depth++;
    return isOuter ? [i] : [];
  });
}

/** `[ONLY] s.t [*] [[AS] o]`: `o`, or `t` where it has no other name. */
function nameOf(sql: string, tokens: Tokens, from: number, to: number): string | undefined {
  let name: string | undefined;
  for (let i = from; i < to; i++) {
    const kind = tokens.kinds[i];
    const text = sql.slice(tokens.starts[i], tokens.ends[i]);
    if (kind === word || kind === quotedName) {
      if (!/^(?:only|as)$/i.test(text)) name = text;
    } else if (!/^[.*()]$/.test(text)) return undefined;
  }
  return name;
}

/** What is as it was when it is done again to its own result. https://www.postgresql.org/docs/current/functions-string.html, functions-math.html, functions-conditional.html */
export const idempotent: ReadonlySet<string> = new Set([
  'lower',
  'upper',
  'initcap',
  'btrim',
  'ltrim',
  'rtrim',
  'abs',
  'ceil',
  'floor',
  'coalesce',
  'nullif',
]);

interface Assignments {
  readonly sql: string;
  readonly tokens: Tokens;
  readonly outer: readonly number[];
  /** What the table goes by. */
  readonly own: string;
  readonly assigned: readonly string[];
}

/** Whether a column that is set also stands in an expression between the two tokens; `c = lower(c)` and the like may be done again. */
function readsItself({ sql, tokens, outer, own, assigned }: Assignments, from: number, to: number): boolean {
  const textOf = (i: number | undefined): string => (i === undefined ? '' : sql.slice(tokens.starts[i], tokens.ends[i]));
  const isOthers = (i: number): boolean => textOf(i - 1) === '.' && textOf(i - 2).toLowerCase() !== own.toLowerCase();
  const names: string[] = [];
  for (let i = from; i < to; i++) {
    if (isOthers(i)) continue;
    if (tokens.kinds[i] === quotedName) names.push(textOf(i).slice(1, -1).replaceAll('""', '"'));
    else if (tokens.kinds[i] === word && textOf(i + 1) !== '(' && textOf(i - 1) !== '::') names.push(textOf(i).toLowerCase());
  }
  const read = assigned.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (read.length === 0) return false;
  // All outside of brackets is `c = lower ( )`, and c stands first in them, and nowhere else.
  const shape = outer.filter((i) => i >= from && i < to);
  const [target, equals, called, open = -1, close] = shape;
  const again =
    shape.length === 5 &&
    [equals, open, close].map(textOf).join('') === '=()' &&
    idempotent.has(textOf(called).toLowerCase()) &&
    textOf(open + 1) === textOf(target) &&
    /^[,)]$/.test(textOf(open + 2)) &&
    names.filter((each) => each === read[0]).length === 2;
  return !again;
}
