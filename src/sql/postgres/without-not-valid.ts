import { find, is, type Range, type Source, textOf } from './source.ts';

/** A constraint's text without NOT VALID, wherever it stands among the constraint's attributes. */
export function withoutNotValid(source: Source, { from, to }: Range): string {
  let valid = from;
  do valid = find(source, { from: valid + 1, to }, 'valid');
  while (valid < to && !is(source, valid - 1, 'not'));
  const parts =
    valid < to
      ? [
          { from, to: valid - 1 },
          { from: valid + 1, to },
        ]
      : [{ from, to }];
  return parts
    .map((part) => textOf(source, part))
    .filter((text) => text !== '')
    .join(' ');
}
