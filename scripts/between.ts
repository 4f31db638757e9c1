/**
 * A text with what stands between two markers exchanged: `<!-- name: … -->` and `<!-- end of name -->`.
 * @returns undefined where it does not have them
 */
export function between(text: string, name: string, by: string): string | undefined {
  const begin = new RegExp(`<!-- ${name}: [^\\n]*-->`).exec(text);
  const end = text.indexOf(`<!-- end of ${name} -->`);
  if (begin === null || end < begin.index) return undefined;
  return `${text.slice(0, begin.index + begin[0].length)}\n\n${by.trim()}\n\n${text.slice(end)}`;
}
