import type { Place } from './place.ts';

/**
 * The order in which the files of one series are applied: by version, then by name; what has no number after what has one
 * (as a plain listing puts it), repeatable migrations (`R__…`) last. Total: only the same path compares as 0.
 */
export function comparePlaces(a: Place, b: Place): number {
  if (a.kind !== b.kind) return a.kind === 'repeatable' ? 1 : -1;
  return compareKeys(a.key, b.key) || compareText(a.path, b.path);
}

/** The same by their names as text: `10_a` comes before `2_a`, as it does for the tools that sort so. */
export function lexicographic(a: Place, b: Place): number {
  return compareText(a.key, b.key) || compareText(a.path, b.path);
}

/** The order of a list of keys that the tool keeps; what is not in it comes behind, as its names have it. */
export function listed(keys: readonly string[]): (a: Place, b: Place) => number {
  const places = new Map(keys.map((key, i) => [key, i]));
  const at = (key: string): number => places.get(key) ?? keys.length;
  return (a, b) => at(a.key) - at(b.key) || comparePlaces(a, b);
}

/** Two keys, directory by directory, each by its leading version and then by the rest of its name. */
export function compareKeys(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const order = compareNames(left[i] ?? '', right[i] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/** A name cut into its leading version and the rest: `V1_2__add` is [1, 2] and `__add`, `0007_add` is [0007] and `_add`. */
export interface Versioned {
  /** `V` where there is one. */
  readonly prefix: string;
  /** Digits as written, leading zeros included. */
  readonly parts: readonly string[];
  /** What stands between the parts, one fewer than they are. */
  readonly separators: readonly string[];
  /** A time with dashes in it, `2017-10-08-193512`, which is one part: Diesel reads the dashes out. */
  readonly dashed?: true;
  readonly rest: string;
}

/** The leading version of a name, or undefined where it begins with none. A part counts only if a separator or the end follows it: `2fa` is a word. */
export function versionOf(name: string): Versioned | undefined {
  const time = /^(\d{4})-(\d{2})-(\d{2})-(\d{6})(?:-(\d+))?(?=_|$)/.exec(name);
  if (time !== null) {
    const [whole, year, month, day, clock, more] = time;
    const parts = [`${year}${month}${day}${clock}`, ...(more === undefined ? [] : [more])];
    return { prefix: '', parts, separators: parts.length > 1 ? ['-'] : [], rest: name.slice(whole.length), dashed: true };
  }
  const match = /^(v?)(\d+(?:[._]\d+(?=[._-]|$))*)(?=[^0-9]|$)/i.exec(name);
  if (match === null) return undefined;
  const [whole, prefix = '', digits = ''] = match;
  return { prefix, parts: digits.split(/[._]/), separators: digits.match(/[._]/g) ?? [], rest: name.slice(whole.length) };
}

function compareNames(a: string, b: string): number {
  const left = versionOf(a);
  const right = versionOf(b);
  if (left === undefined || right === undefined) {
    if (left !== right) return left === undefined ? 1 : -1;
    return compareNatural(a, b);
  }
  return compareVersions(left.parts, right.parts) || compareNatural(left.rest, right.rest);
}

/** Part by part as numbers; a missing part comes before any: 5 < 5.1, and 5 < 5.0. */
export function compareVersions(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareVersion(a[i] as string, b[i] as string);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

const day = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;

/** By value, but a day comes in its place among moments: 20250604085536, 20250625, 20250702101500. */
function compareVersion(a: string, b: string): number {
  return a.length !== b.length && day.test(a) && day.test(b) ? compareText(a, b) : compareDigits(a, b);
}

/** Text in which runs of digits compare as numbers: `step2` before `step10`. */
export function compareNatural(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x, y] = [left[i] as string, right[i] as string];
    const order = isDigits(x) && isDigits(y) ? compareDigits(x, y) : compareText(x, y);
    if (order !== 0) return order;
  }
  return left.length - right.length || compareText(a, b);
}

/** Runs of digits of any length, by value: no number type loses any of them. */
function compareDigits(a: string, b: string): number {
  const x = a.replace(/^0+(?=.)/, '');
  const y = b.replace(/^0+(?=.)/, '');
  return x.length - y.length || compareText(x, y);
}

function isDigits(text: string): boolean {
  return text.charCodeAt(0) >= 48 && text.charCodeAt(0) <= 57;
}

/** By code unit, never by the machine's locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
