import { isScript } from '../sql/script/load.ts';
import { compareKeys, comparePlaces, type Versioned, versionOf } from './order.ts';
import { isSqlFile, type Place, placeOf } from './place.ts';
import { joinPath, splitPath, withoutExtension } from './split.ts';

/** The migration paths that are known, looked at once for all the plans of a run. */
export interface KnownPaths {
  readonly all: readonly string[];
  has(path: string): boolean;
  /** The keys of a series' versioned migrations in order, and the versions that they take. */
  series(name: string): Series;
}

interface Series {
  readonly keys: readonly string[];
  readonly versions: ReadonlySet<string>;
}

/** Indexes `paths` by series, on first use: most runs have no plan. They come in order, which is what sorting is quick with. */
export function knownPaths(paths: readonly string[]): KnownPaths {
  const taken = new Set(paths);
  let keys: Map<string, string[]> | undefined;
  const indexed = new Map<string, Series>();
  const keysOf = (series: string): readonly string[] => {
    if (keys === undefined) {
      keys = new Map();
      for (const path of taken) {
        const place = placeOf(path);
        if (place.kind !== 'versioned') continue;
        const list = keys.get(place.series);
        if (list === undefined) keys.set(place.series, [place.key]);
        else list.push(place.key);
      }
    }
    return keys.get(series) ?? [];
  };
  return {
    all: paths,
    has: (path) => taken.has(path),
    series(name) {
      const known = indexed.get(name);
      if (known !== undefined) return known;
      const sorted = [...keysOf(name)].sort(compareKeys);
      const versions = sorted.map(versionText).filter((each) => each !== undefined);
      const series: Series = { keys: sorted, versions: new Set(versions) };
      indexed.set(name, series);
      return series;
    },
  };
}

/** A key's directory and version, so that equal versions are equal text: `0007_a` and `7_b` are. */
function versionText(key: string): string | undefined {
  const { directory, name } = splitPath(key);
  const version = versionOf(name);
  return version && `${directory}/${version.parts.map((part) => part.replace(/^0+(?=.)/, '')).join('.')}`;
}

/** The first of the sorted keys that comes after `key`. */
function firstAfter(keys: readonly string[], key: string): string | undefined {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareKeys(keys[middle] as string, key) > 0) high = middle;
    else low = middle + 1;
  }
  return keys[low];
}

/**
 * Paths for further files that sort right after `path` and before the migration that follows it, written as the team writes theirs:
 * the next numbers if they are free (same width), a second later each for timestamps, `V5_1__…` for `V5__…`, a folder where `path` is
 * one; else `path`'s own name with a suffix.
 *
 * @param known every migration path that is known, `path` among them or not
 * @param names a few words for each file, in order; made into file names here
 * @param dotted whether the tool takes a version of several parts
 * @param compare the tool's order
 * @returns one path for each name, none of them known; undefined where `path` is no file's (standard input)
 */
export function pathsAfter(
  known: KnownPaths,
  path: string,
  names: readonly string[],
  { dotted = true, compare = comparePlaces }: { readonly dotted?: boolean; readonly compare?: (a: Place, b: Place) => number } = {},
): readonly string[] | undefined {
  if (!isSqlFile(path) && !isScript(path)) return undefined;
  const place = placeOf(path);
  const shape = shapeOf(path);
  const { keys, versions } = known.series(place.series);
  const next = firstAfter(keys, place.key);
  const directory = place.key.slice(0, place.key.length - shape.stem.length);

  for (const { stems, numbered } of proposals(shape.stem, names.map(fileWords), known.all, dotted)) {
    const paths = stems.map(shape.pathOf);
    const places = [path, ...paths].map(placeOf);
    const ordered = places.every((each, i) => i === 0 || compare(places[i - 1] as Place, each) < 0);
    const before = next === undefined || stems.every((stem) => compareKeys(directory + stem, next) < 0);
    // A number of one's own: most tools refuse two migrations with the same, whatever follows it.
    const own = !numbered || stems.every((stem) => !versions.has(versionText(directory + stem) ?? ''));
    if (ordered && before && own && !paths.some(known.has)) return paths;
  }
  // Something stands even where the suffix would go. The order is then the author's to mend; nothing is overwritten.
  return names.map((name, i) => freePath(shape, `${shape.stem}_${i + 2}_${fileWords(name)}`, known));
}

interface Shape {
  /** The name that carries number and words: of the file, or of the folder around it. */
  readonly stem: string;
  pathOf(stem: string): string;
}

function shapeOf(path: string): Shape {
  const { directory, name } = splitPath(path);
  if (/^(?:up|migration)\.sql$/i.test(name) && directory !== '') {
    const around = splitPath(directory);
    return { stem: around.name, pathOf: (stem) => joinPath(around.directory, `${stem}/${name}`) };
  }
  const ending = /(?:[._-]up)?\.(?:sql|[cm]?[jt]s)$/i.exec(name)?.[0] ?? '.sql';
  const stem = withoutExtension(name).replace(/[._-]up$/i, '');
  return { stem, pathOf: (each) => joinPath(directory, each + ending) };
}

interface Proposal {
  readonly stems: readonly string[];
  /** With numbers of their own. */
  readonly numbered: boolean;
}

/** Stems to try, best first. */
function* proposals(stem: string, names: readonly string[], existing: readonly string[], dotted: boolean): Generator<Proposal> {
  const version = versionOf(stem);
  if (version !== undefined) {
    const flyway = version.rest.startsWith('__');
    const gap = flyway ? '__' : (/^[^A-Za-z0-9]+/.exec(version.rest)?.[0] ?? '_');
    const named = (parts: (step: number) => string | undefined): readonly string[] | undefined => {
      const stems = names.map((name, i) => {
        const number = parts(i + 1);
        return number === undefined ? undefined : `${version.prefix}${number}${gap}${name}`;
      });
      return stems.includes(undefined) ? undefined : (stems as readonly string[]);
    };
    const tried =
      flyway && dotted
        ? [
            named((step) => written(version, existing, [...version.parts, String(step)])),
            named((step) => written(version, existing, [...version.parts, '0', String(step)])),
          ]
        : [named((step) => later(version, step))];
    for (const stems of tried) if (stems !== undefined) yield { stems, numbered: true };
  }
  yield { stems: names.map((name, i) => `${stem}_${i + 2}_${name}`), numbered: false };
}

/** Version parts as this series writes them: with the separator it uses already, an underscore where it uses none. */
function written(version: Versioned, existing: readonly string[], parts: readonly string[]): string {
  const separator =
    version.separators[0] ??
    existing.map((each) => versionOf(splitPath(each).name)?.separators[0]).find((each) => each !== undefined) ??
    '_';
  return parts.join(separator);
}

/** The version `step` places on: the last number counted up in its width, a timestamp by seconds. */
function later({ parts, separators, dashed }: Versioned, step: number): string | undefined {
  const last = parts.at(-1) as string;
  const [date, time] = parts.length === 2 ? parts : [undefined, undefined];
  if (date?.length === 8 && time?.length === 6) {
    const stamp = secondsLater(date + time, step);
    return stamp === undefined ? undefined : `${stamp.slice(0, 8)}${separators[0]}${stamp.slice(8)}`;
  }
  if (parts.length > 1) return undefined;
  if (last.length === 14) {
    const stamp = secondsLater(last, step);
    if (stamp !== undefined) return dashed ? stamp.replace(/^(....)(..)(..)/, '$1-$2-$3-') : stamp;
  }
  // A date alone has no seconds to count: the day is shared, and tomorrow's is not ours to take.
  if (last.length === 8 && secondsLater(`${last}000000`, 0) !== undefined && /^(?:19|20)/.test(last)) return undefined;
  return String(BigInt(last) + BigInt(step)).padStart(last.length, '0');
}

/** `YYYYMMDDhhmmss`, some seconds later; undefined where the digits are no such time. */
function secondsLater(stamp: string, seconds: number): string | undefined {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp)?.map(Number) ?? [];
  if (year === undefined || month === undefined) return undefined;
  const digits = (time: number): string => new Date(time).toISOString().replace(/\D/g, '').slice(0, 14);
  const start = Date.UTC(year, month - 1, day, hour, minute, second);
  // Date.UTC carries over what is out of range (a month 13): such digits are a number, not a time.
  if (digits(start) !== stamp) return undefined;
  return digits(start + seconds * 1000);
}

/** `Backfill orders.status` → `backfill_orders_status`: safe in every file system and shell. */
function fileWords(name: string): string {
  const words = withoutExtension(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60);
  return words === '' ? 'next' : words;
}

function freePath(shape: Shape, stem: string, taken: KnownPaths): string {
  for (let i = 1; ; i++) {
    const path = shape.pathOf(i === 1 ? stem : `${stem}_${i}`);
    if (!taken.has(path)) return path;
  }
}
