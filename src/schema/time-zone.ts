/** Zones that have always been UTC, by the names that PostgreSQL knows them under, and offsets of nothing. */
const always = /^(?:(?:etc\/)?(?:utc|uct|zulu|universal|greenwich|gmt(?:[+-]?0)?)|[+-]?0+(?::00)*)$/i;

export function isUtc(zone: string): boolean {
  return always.test(zone);
}
