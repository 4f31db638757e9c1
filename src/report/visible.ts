/**
 * Text of others (SQL, file names, reasons) as a terminal may print it: control characters and escape sequences are shown instead of
 * obeyed, and so are the marks that turn the direction of text around or hide in it. Tabs and line breaks too: callers lay lines out themselves.
 */
export function visible(text: string): string {
  return dangerous.test(text) ? text.replace(eachDangerous, show) : text;
}

// C0, DEL, C1; soft hyphen; zero-width and direction marks; line and paragraph separators; the byte order mark; lone surrogates; tag characters.
const source = String.raw`[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]|\p{Surrogate}`;
const dangerous = new RegExp(source, 'u');
const eachDangerous = new RegExp(source, 'gu');

function show(character: string): string {
  const code = character.codePointAt(0) as number;
  if (code < 32) return String.fromCharCode(0x2400 + code);
  if (code === 127) return '\u2421';
  return `\\u{${code.toString(16)}}`;
}

/** `visible`, keeping the line breaks. */
export function visibleLines(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/).map((line) => visible(line.replaceAll('\t', '    ')));
}

/** How many columns a text takes on a terminal: wide characters of East Asia and emoji two, combining marks none. */
export function columnsOf(text: string): number {
  // Nearly all SQL is ASCII, where a column is a character.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII
  if (/^[\u0000-\u007f]*$/.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += zero.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
}

const zero = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const wide =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}])$/u;
