/**
 * A short name for a plan: FNV-1a (32 bits, folded to 24) over what it replaces, so that the same statements give the same plan.
 * http://www.isthe.com/chongo/tech/comp/fnv/ It tells the plans of one repository apart, and protects nothing.
 */
export function planId(texts: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const character of texts.join('\u0000')) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  return ((hash >>> 24) ^ (hash & 0xffffff)).toString(16).padStart(6, '0');
}
