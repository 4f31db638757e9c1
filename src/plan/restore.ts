import type { Migration } from '../migration/migration.ts';
import { type Placeholder, type Template, writtenSpan } from '../migration/template.ts';
import { escapePattern } from '../text/pattern.ts';
import { contains } from '../text/span.ts';

/** Puts the placeholders of the author's files back into what is written for him: the text, and where each stands for what. */
export type Restore = (text: string) => Template;

/**
 * A value is exchanged for its placeholder, with the rest of its word, where the author writes that word in no other way; so the tool sends the very text that was proved.
 * What cannot be told from other text (a number, one letter) stays a value.
 */
export function restoring(migrations: readonly Pick<Migration, 'text' | 'template'>[]): Restore {
  const words = wordsOf(migrations);
  if (words.size === 0) return (text) => ({ text, placeholders: [] });
  const longestFirst = [...words.keys()].sort((a, b) => b.length - a.length);
  const any = bounded(`(?:${longestFirst.map(escapePattern).join('|')})`);
  return (text) => {
    const placeholders: Placeholder[] = [];
    let restored = '';
    let at = 0;
    for (const { 0: word, index } of text.matchAll(any)) {
      const name = words.get(word) ?? word;
      restored += text.slice(at, index);
      at = index + word.length;
      const written = { start: restored.length, end: restored.length + name.length };
      placeholders.push({ name, written, sent: { start: index, end: at }, readAs: 'value' });
      restored += name;
    }
    return { text: restored + text.slice(at), placeholders };
  };
}

/** What stands in the text that is sent, by words, and how the author has written it. */
function wordsOf(migrations: readonly Pick<Migration, 'text' | 'template'>[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const { text, template } of migrations)
    for (const { sent, readAs } of template?.placeholders ?? []) {
      if (template === undefined || (readAs !== 'value' && readAs !== 'name')) continue;
      const span = wordAround(text, sent);
      const word = text.slice(span.start, span.end);
      const { start, end } = writtenSpan(template, span);
      const written = template.text.slice(start, end);
      if (!/[A-Za-z]/.test(word) || word.length < 2 || (words.get(word) ?? written) !== written) ambiguous.add(word);
      words.set(word, written);
    }
  for (const word of words.keys()) if (ambiguous.has(word) || migrations.some((each) => standsByItself(word, each))) words.delete(word);
  return words;
}

function standsByItself(word: string, { text, template }: Pick<Migration, 'text' | 'template'>): boolean {
  return [...text.matchAll(bounded(escapePattern(word)))].some(({ index }) => {
    const span = { start: index, end: index + word.length };
    return !template?.placeholders.some(({ sent }) => contains(span, sent) || contains(sent, span));
  });
}

/** A value with the letters that touch it. */
function wordAround(text: string, { start, end }: Placeholder['sent']): Placeholder['sent'] {
  let from = start;
  let to = end;
  while (isLetter(text[from - 1]) && isLetter(text[from])) from--;
  while (isLetter(text[to - 1]) && isLetter(text[to])) to++;
  return { start: from, end: to };
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\w/.test(character);
}

/** Where no letter goes on with a word that begins or ends with one. */
function bounded(pattern: string): RegExp {
  return new RegExp(`(?<!\\w(?=\\w))${pattern}(?!(?<=\\w)\\w)`, 'g');
}
