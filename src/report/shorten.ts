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
  let kept = sections.filter((each) => each.text !== '');
  const join = (): string => kept.map((each) => each.text).join('\n\n');
  let text = `${join()}\n`;
  while (measure(text) > limit && kept.length > 1) {
    const lightest = Math.min(...kept.map((each) => each.weight));
    const index = kept.findLastIndex((each) => each.weight === lightest);
    kept = kept.filter((_, at) => at !== index);
    text = `${join()}\n\n${note}\n`;
  }
  return text;
}
