import type { Placeholder, Template } from '../migration/template.ts';
import { escapePattern } from '../text/pattern.ts';
import type { Span } from '../text/span.ts';

/** A placeholder of a text. */
export interface Found extends Span {
  readonly name: string;
  /** What it stands for; undefined where nothing says it. */
  readonly value?: string | undefined;
  /** More than a value: a directive of a template, which no name can stand for. */
  readonly directive?: true;
  /** The tool replaces it in code only as far as is known: within strings it is text like any other. */
  readonly inCodeOnly?: true;
}

/** Values by the name of the placeholder. */
export type Values = (name: string) => string | undefined;

/** The placeholders of a pattern, whose first group is the name. */
export function matching(text: string, pattern: RegExp, value: Values): readonly Found[] {
  return [...text.matchAll(pattern)].map((match) => ({
    name: match[0],
    start: match.index,
    end: match.index + match[0].length,
    value: value(match[1] ?? ''),
  }));
}

/** `${name}`, as shells and most tools write it. */
export const inBraces = /\$\{([A-Za-z_][\w.:-]*)\}/g;

/**
 * `${name}` where no tool is known to replace it: a script before the tool may (`envsubst`). SQL has no such thing outside of strings, so there it is one.
 */
export function unclaimed(text: string, value: Values): readonly Found[] {
  return matching(text, inBraces, value).map((each) => (each.value === undefined ? { ...each, inCodeOnly: true } : each));
}

/**
 * Placeholders of a form that no tool is known for, as the config of Lockstep writes them whole: `{$NAMESPACE}`, `@schema@`.
 * @param found those that are known already; where two overlap, the first counts
 */
export function withStated(text: string, stated: Readonly<Record<string, string>>, found: readonly Found[]): readonly Found[] {
  const whole = Object.keys(stated).filter((key) => !/^[\w.:-]*$/.test(key));
  if (whole.length === 0) return found;
  const pattern = whole
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
    .join('|');
  const all = [...found, ...matching(text, new RegExp(`(${pattern})`, 'g'), (key) => stated[key])].sort((a, b) => a.start - b.start);
  let end = 0;
  return all.filter((each) => {
    const counts = each.start >= end;
    if (counts) end = each.end;
    return counts;
  });
}

/** What looks like a placeholder in a text that cannot be read: the first of the forms that tools and scripts have. */
export function lookalike(text: string): string | undefined {
  return /\$\{[\w.:-]{1,100}\}|\{\{[^{}\n]{1,100}\}\}|\{\$?\w{1,100}\}|%%?\w{1,100}%%?|@@?[A-Za-z]\w{0,100}@@?/.exec(text)?.[0];
}

/**
 * A text as it is sent: values in the place of their placeholders, on one line each, so that lines stay what they are. What nothing defines is read as a name of its own where
 * only a name can stand, in a string or a quoted name left as it is, and elsewhere left to be unreadable.
 * @param found in order; in a comment they say nothing
 * @param dialect whose quotes names and strings have
 * @returns undefined where the text holds no placeholder
 */
export function substituted(
  text: string,
  found: readonly Found[],
  dialect: 'postgres' | 'mysql',
): { readonly text: string; readonly template: Template } | undefined {
  if (found.length === 0) return undefined;
  const quoted = quotedIn(text, dialect);
  const placeholders: Placeholder[] = [];
  let sent = '';
  let at = 0;
  const put = (name: string, { start, end }: Span, as: string, readAs: Placeholder['readAs']): void => {
    sent += text.slice(at, start);
    placeholders.push({ name, written: { start, end }, sent: { start: sent.length, end: sent.length + as.length }, readAs });
    sent += as;
    at = end;
  };
  for (const word of wordsOf(text, found)) {
    const around = quoted(word.start);
    const unknown = word.parts.filter(({ value }) => value === undefined);
    const isName = around === undefined && unknown.length > 0 && !unknown.some(({ directive }) => directive) && isNamePlace(text, word);
    if (isName) {
      const quote = dialect === 'mysql' ? '`' : '"';
      const inside = word.parts.reduceRight(
        (all, each) => {
          const [from, to] = [each.start - word.start, each.end - word.start];
          return `${all.slice(0, from)}${each.value ?? each.name}${all.slice(to)}`;
        },
        text.slice(word.start, word.end),
      );
      put(unknown.map(({ name }) => name).join('` and `'), word, `${quote}${inside.replaceAll(quote, quote + quote)}${quote}`, 'name');
      continue;
    }
    for (const each of word.parts) {
      if (each.value !== undefined) put(each.name, each, each.value.replace(/\s*[\r\n]+\s*/g, ' '), 'value');
      else if (around === 'comment' || (each.inCodeOnly && around !== undefined)) continue;
      else put(each.name, each, text.slice(each.start, each.end), around === undefined ? 'unknown' : 'text');
    }
  }
  return placeholders.length === 0 ? undefined : { text: sent + text.slice(at), template: { text, placeholders } };
}

interface Word extends Span {
  readonly parts: readonly Found[];
}

/** Placeholders with the letters that touch them, those that touch each other together. */
function wordsOf(text: string, found: readonly Found[]): readonly Word[] {
  const words: { start: number; end: number; parts: Found[] }[] = [];
  for (const each of found) {
    const last = words.at(-1);
    if (last !== undefined && each.start <= last.end) last.parts.push(each);
    else
      words.push({
        start: each.start - (/\w+$/.exec(text.slice(Math.max(last?.end ?? 0, each.start - 128), each.start))?.[0].length ?? 0),
        end: 0,
        parts: [each],
      });
    const word = words.at(-1) as { end: number };
    word.end = each.end + (/^\w+/.exec(text.slice(each.end, each.end + 128))?.[0].length ?? 0);
  }
  return words;
}

/** Behind such a word stands the name of a thing. TYPE and DEFAULT are none of them: what follows those decides what is done to rows. */
const beforeName =
  /(?:\.|\b(?:table|exists|only|into|update|from|join|on|schema|references|role|user|to|index|concurrently|constraint|column|database|tablespace|sequence|view|function|procedure|domain|extension|trigger|policy|group|authorization|(?:create|alter|drop)\s+type))\s*$/i;

/** Whether a word of code can be nothing but a name: a part of one, qualified, or behind a word that names follow. */
function isNamePlace(text: string, { start, end, parts }: Word): boolean {
  if (parts.reduce((length, each) => length - (each.end - each.start), end - start) > 0) return true;
  return /^\s*\.\s*["`\w$]/.test(text.slice(end, end + 64)) || beforeName.test(text.slice(Math.max(0, start - 64), start));
}

/** Tells what a place lies in, if not in code. What is between dollar signs is code. */
function quotedIn(text: string, dialect: 'postgres' | 'mysql'): (at: number) => 'comment' | 'string' | 'name' | undefined {
  const pattern =
    dialect === 'mysql'
      ? /(--(?=\s|$)[^\n]*|#[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|('(?:[^'\\]|\\[\s\S])*(?:'|$)|"(?:[^"\\]|\\[\s\S])*(?:"|$))|`[^`]*(?:`|$)/g
      : /(--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(\b[eE]'(?:[^'\\]|\\[\s\S])*(?:'|$)|'[^']*(?:'|$))|"[^"]*(?:"|$)/g;
  const spans = [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: match[1] !== undefined ? ('comment' as const) : match[2] !== undefined ? ('string' as const) : ('name' as const),
  }));
  let next = 0;
  return (at) => {
    while (next < spans.length && (spans[next]?.end ?? 0) <= at) next++;
    const span = spans[next];
    return span !== undefined && span.start <= at ? span.kind : undefined;
  };
}
