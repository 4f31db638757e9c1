/** The options of an identity's sequence without its name. */
export function unnamed(options = ''): string {
  return options.replace(/\bsequence\s+name\s+(?:"(?:[^"]|"")+"|[^\s".]+)(?:\s*\.\s*(?:"(?:[^"]|"")+"|[^\s".]+))?/i, '').trim();
}
