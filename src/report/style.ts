import { styleText } from 'node:util';

/** How a text report is laid out. */
export interface Layout {
  /** Whether escape sequences for colour may be written. */
  readonly colour: boolean;
  /** Columns to fill. */
  readonly width: number;
}

type Tone = 'error' | 'warning' | 'good' | 'note' | 'strong' | 'faint';

const formats = { error: ['red', 'bold'], warning: ['yellow', 'bold'], good: 'green', note: 'cyan', strong: 'bold', faint: 'dim' } as const;

/** Paints text in a tone, or leaves it as it is. The caller has made the text safe to print. */
export function painter(colour: boolean): (tone: Tone, text: string) => string {
  // `validateStream: false`: whether colour is wanted has been decided; Node would look at its own standard output.
  if (!colour) return (_, text) => text;
  return (tone, text) => {
    const format = formats[tone];
    return styleText(typeof format === 'string' ? format : [...format], text, { validateStream: false });
  };
}

/** Breaks a paragraph into lines of at most `width` characters; a longer word stands alone on its line. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A paragraph with a hanging indent: the first line after `first`, the others below its text. */
export function paragraph(first: string, text: string, width: number): readonly string[] {
  const indent = ' '.repeat(first.length);
  return wrap(text, Math.max(30, width - first.length)).map((line, i) => (i === 0 ? first : indent) + line);
}
