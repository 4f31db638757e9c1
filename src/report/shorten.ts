/** A part of a text that is kept or dropped whole, so that no fence or `<details>` is cut open. Empty ones are left out. */
export interface Section {
  readonly text: string;
  /** The lightest go first. */
  readonly weight: number;
}

/**
 * Joins sections by blank lines and keeps the result within `limit` (UTF-16 code units, or what `measure` counts): drops the lightest
 * sections, last first, and says so in `note` at the end.
 */
export function shorten(
  sections: readonly Section[],
  limit: number,
  note: string,
  measure: (text: string) => number = (text) => text.length,
): string {
  const all = sections.filter((each) => each.text !== '');
  const joined = (kept: readonly Section[]): string => kept.map((each) => each.text).join(separator);
  // Each is measured once: there may be thousands, and joining them again for each that goes would take minutes.
  const sizes = all.map((each) => measure(each.text) + separator.length);
  let size = sizes.reduce((sum, each) => sum + each, 0) - separator.length + 1;
  if (size <= limit || all.length <= 1) return `${joined(all)}\n`;
  size += measure(note) + separator.length;
  const lightestFirst = all.map((_, i) => i).sort((a, b) => (all[a] as Section).weight - (all[b] as Section).weight || b - a);
  const dropped = new Set<number>();
  for (const i of lightestFirst) {
    if ((dropped.size > 0 && size <= limit) || dropped.size === all.length - 1) break;
    dropped.add(i);
    size -= sizes[i] as number;
  }
  return `${joined(all.filter((_, i) => !dropped.has(i)))}${separator}${note}\n`;
}

const separator = '\n\n';
