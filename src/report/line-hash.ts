/**
 * The hash of every line as GitHub's upload of SARIF computes it (`primaryLocationLineHash`): of the first hundred characters from the line's start
 * on, spaces and tabs left out, so that it moves along with the line; equal ones are counted. Where a report has the same value, the upload has
 * nothing to complain of, and who uploads by the API alone gets the same alerts.
 * https://github.com/github/codeql-action/blob/main/src/fingerprints.ts
 */
export function lineHashes(text: string): readonly string[] {
  const units = unitsOf(text);
  const seen = new Map<string, number>();
  const hashes: string[] = [];
  let lineStarts = true;
  for (let i = 0; i < units.length; i++) {
    if (lineStarts) {
      const hash = hashAt(units, i);
      const count = (seen.get(hash) ?? 0) + 1;
      seen.set(hash, count);
      hashes.push(`${hash}:${count}`);
    }
    lineStarts = units[i] === lineFeed;
  }
  return hashes;
}

const blockSize = 100;
const lineFeed = 10;
const endOfFile = 0xffff;

/** UTF-16 code units without spaces and tabs, every line break one line feed, the end marked. */
function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length + 1);
  let length = 0;
  let afterReturn = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const skipped = unit === 32 || unit === 9 || (afterReturn && unit === lineFeed);
    afterReturn = unit === 13;
    if (!skipped) units[length++] = afterReturn ? lineFeed : unit;
  }
  units[length++] = endOfFile;
  return units.subarray(0, length);
}

/** A polynomial of base 37 modulo 2⁶⁴, in two halves of 32 bits; past the end the units are 0. */
function hashAt(units: Uint16Array, start: number): string {
  let high = 0;
  let low = 0;
  for (let i = start; i < start + blockSize; i++) {
    const sum = low * 37 + (units[i] ?? 0);
    high = (high * 37 + Math.floor(sum / 0x1_0000_0000)) >>> 0;
    low = sum >>> 0;
  }
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}
