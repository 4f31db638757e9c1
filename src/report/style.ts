/** How a text report is laid out. */
export interface Layout {
  /** Whether escape sequences for colour may be written. */
  readonly colour: boolean;
  /** Columns to fill. */
  readonly width: number;
}

type Tone = 'error' | 'warning' | 'good' | 'note' | 'strong' | 'faint';

/** Parameters of SGR, https://www.ecma-international.org/publications-and-standards/standards/ecma-48/: what turns a tone on, and off again. */
const tones: Readonly<Record<Tone, readonly [on: string, off: string]>> = {
  error: ['1;31', '39;22'],
  warning: ['1;33', '39;22'],
  good: ['32', '39'],
  note: ['36', '39'],
  strong: ['1', '22'],
  faint: ['2', '22'],
};

/** Paints text in a tone, or leaves it as it is. The caller has made the text safe to print. */
export function painter(colour: boolean): (tone: Tone, text: string) => string {
  // Written out, because `node:util` and its `styleText` take 4 ms to load.
  if (!colour) return (_, text) => text;
  return (tone, text) => `\u001b[${tones[tone][0]}m${text}\u001b[${tones[tone][1]}m`;
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

/** Lines as a text to print. */
export function printed(lines: readonly string[]): string {
  return `${lines.map((line) => line.replace(runnerCommand, '$1: :')).join('\n')}\n`;
}

/**
 * What the runner of GitHub Actions takes for a command when it stands first on a line of a log, white space aside. SQL under review is
 * somebody else's: it must not speak to the runner. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
const runnerCommand =
  /^(\s*)::(?=(?:error|warning|notice|debug|group|endgroup|echo|add-mask|add-matcher|remove-matcher|add-path|save-state|set-env|set-output|stop-commands)\b[^:]*::)/i;
