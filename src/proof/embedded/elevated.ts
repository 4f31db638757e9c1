import { wordsOf } from '../words.ts';

/**
 * Statements that only a superuser, or only a role with the right grants, may run, though they run no code of their author's: a change of owner (the new owner
 * would need CREATE on the schema), and publications (FOR ALL TABLES). Histories dumped from a real database are full of the first.
 */
export function needsSuperuser(sql: string): boolean {
  const { words } = wordsOf(sql);
  const [first, second] = words;
  if (second?.text === 'publication') return /^(?:create|alter|drop)$/.test(first?.text ?? '');
  if (first?.text !== 'alter') return false;
  const end = words.at(-1)?.text === ';' ? -1 : words.length;
  const [owner, to, whom] = words.slice(0, end).slice(-3);
  let depth = 0;
  // Several actions have a comma between them, and one beside the change of owner may run anything.
  const several = words.some(({ text }) => {
    depth += Number(text === '(') - Number(text === ')');
    return text === ',' && depth === 0;
  });
  // As superuser, `current_user` would be another.
  return owner?.text === 'owner' && to?.text === 'to' && !/^(?:current|session)_/.test(whom?.text ?? '') && !several;
}
