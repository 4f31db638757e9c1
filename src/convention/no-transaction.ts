/**
 * Whether all statements of a text are of those that a tool takes out of its transaction by itself. Told by how each begins: comments and strings that hold a
 * semicolon make it less, never more.
 */
export function onlyHolds(text: string, kinds: RegExp): boolean {
  const statements = text
    .replace(/--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
    .split(';')
    .map((each) => each.trim().replace(/\s+/g, ' '))
    .filter((each) => each !== '');
  return statements.length > 0 && statements.every((each) => kinds.test(each));
}
