/** A text as a part of a regular expression that matches it alone. `RegExp.escape` comes with Node 24. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
