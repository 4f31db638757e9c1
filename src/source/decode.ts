import { isUtf8 } from 'node:buffer';
import type { Migration } from '../migration/migration.ts';
import { limits } from '../sql/statement.ts';

/** A file's bytes as text, or why they are none. */
export type Decoded = Pick<Migration, 'text' | 'byteOrderMark' | 'unreadable'>;

/**
 * Decodes strictly: nothing is replaced, skipped or cut, because the statement that would vanish that way is the one nobody sees.
 * A byte order mark of UTF-8 is stripped and noted.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > limits.fileBytes) return tooLarge;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return unreadable('The file is UTF-16; save it as UTF-8.', 1);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return unreadable('The file is UTF-16; save it as UTF-8.', 1);
  // PostgreSQL's own parser ends silently at a NUL: the rest of the file would go unread.
  const nul = bytes.indexOf(0);
  if (nul !== -1) return unreadable('The file holds a NUL byte, at which the parser would stop.', lineAt(bytes, nul));
  if (!isUtf8(bytes)) return unreadable('The file is not UTF-8.', firstBadLine(bytes));
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8', marked ? 3 : 0);
  return marked ? { text, byteOrderMark: true } : { text };
}

export function unreadable(message: string, line: number): Decoded {
  return { text: '', unreadable: { message, line } };
}

export const tooLarge: Decoded = unreadable(`The file is larger than ${limits.fileBytes / 1024 / 1024} MiB, the most that is read.`, 1);

/** The line (1-based) of a byte. In UTF-8 a byte 10 is always a line feed. */
function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at !== -1 && at < offset; at = bytes.indexOf(10, at + 1)) line++;
  return line;
}

/** A broken sequence cannot reach over a line feed, so each line stands or falls alone. */
function firstBadLine(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(10, start);
    if (!isUtf8(bytes.subarray(start, end === -1 ? bytes.length : end))) return line;
    if (end === -1) return line;
    start = end + 1;
  }
}
