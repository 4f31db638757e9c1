/**
 * What a setup sets for its session, and how its transactions end: to be written before the statement where that runs in a session of its own, as a
 * migration does after those of its history.
 */
export function sessionOf(setup: string): string {
  const statements = setup.split(';').map((each) => each.trim());
  const settings = statements.filter((each) => /^(set|reset)\s/i.test(each));
  if (settings.length === 0) return '';
  return statements
    .filter((each) => /^((set|reset)\s|(begin|commit|rollback)$)/i.test(each))
    .map((each) => `${each};\n`)
    .join('');
}
