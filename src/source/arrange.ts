import type { SourceFile } from '../convention/convention.ts';
import { type Dialect, dialectOf } from '../convention/dialect.ts';
import { plain, recognise } from '../convention/index.ts';
import { substituted, unclaimed, type Values, withStated } from '../convention/placeholders.ts';
import { comparePlaces, isMigrationFile, isSqlFile, type Place, placeOf, sectioning } from '../convention/plain.ts';
import type { Direction, LineRange, Migration, MigrationSet, ReadProgram, TransactionMode } from '../migration/migration.ts';
import { isScript } from '../sql/script/load.ts';
import { declaredBeside } from './declared.ts';
import type { Decoded } from './decode.ts';
import type { Markers } from './markers.ts';
import { asProgram, type Reading, readingOf, undefinedIn } from './reading.ts';
import { undoing } from './undoing.ts';

/** What a source knows of a file under review, besides its text. */
export interface Change {
  readonly changedLines?: readonly LineRange[];
  readonly edited?: true;
}

/** Orders the files of a series. */
export type Compare = (a: Place, b: Place) => number;

/** What the config says of one directory of migrations. */
export interface SeriesSettings {
  readonly tool?: string;
  readonly transaction: TransactionMode;
  /** Whose SQL it is, where the config says so; `mysql` for MariaDB too. */
  readonly dialect?: 'postgres' | 'mysql';
  /** Values of placeholders, by name. */
  readonly placeholders?: Readonly<Record<string, string>>;
}

export interface Arrangement {
  /** Files under review. Those of the other direction are left out. */
  readonly review: ReadonlyMap<string, Change>;
  /** Other files beside them. Whether one is history, `isHistory` says. */
  readonly siblings: readonly string[];
  /** Whether a sibling has been applied before the files under review of its series (which are in order). */
  isHistory(sibling: Place, review: readonly Place[], compare: Compare): boolean;
  /** Files that were applied before everything else, in order. */
  readonly earlier: readonly string[];
  readonly dump?: string;
  /** One deployment unit a series; else one a file. */
  readonly together: boolean;
  /** The direction that is judged; absent: up. */
  readonly direction?: Direction;
  /** What the config says of all files; `unknown`: what the tool does. */
  readonly transaction: TransactionMode;
  /** What the config says of a series, where it may differ. */
  settings?(series: string): SeriesSettings;
  /** Where files that tell the tool are looked for. Absent: nowhere. */
  readonly markers?: Markers;
  /** Reads migrations that are programs. Absent: there are none. */
  readonly programs?: ReadProgram;
  read(path: string): Decoded;
}

/**
 * Puts files into the order in which they are applied and parts history from what is under review: one set a series, because two
 * directories of migrations are two databases, as far as anybody can tell, and a constraint of the one proves nothing about the other.
 */
export function arrange(arrangement: Arrangement): readonly MigrationSet[] {
  const { review, siblings, earlier, dump, together, markers, programs, direction = 'up' } = arrangement;
  const told = new Set<string>();
  const undoes = undoing([...review.keys()], siblings);
  const beside = new Map(
    bySeries(siblings.filter((path) => (programs === undefined ? isSqlFile(path) : isMigrationFile(path)) && !review.has(path))),
  );

  const settingsOf = (series: string): SeriesSettings => arrangement.settings?.(series) ?? { transaction: arrangement.transaction };
  const migration = (path: string, reading: Reading = asWritten, way: Direction = 'up'): Migration => {
    const decoded = arrangement.read(path);
    const transaction = reading.transaction(path, decoded.text);
    if (programs !== undefined && isScript(path) && decoded.unreadable === undefined)
      return {
        path,
        ...decoded,
        transaction,
        ...asProgram(programs, path, decoded.text, way, transaction),
        direction: way,
        ...review.get(path),
      };
    const filled = reading.filled(path, decoded.text);
    const sections = reading.sections(filled?.text ?? decoded.text, way);
    const changesets = reading.changesets(filled?.text ?? decoded.text);
    return {
      path,
      ...decoded,
      ...filled,
      direction: way,
      transaction,
      ...(sections && { sections }),
      ...(changesets && { changesets }),
      ...review.get(path),
    };
  };
  const asWritten = readingOf({ convention: plain, reason: '' }, undefined, arrangement.transaction, () => undefined, 'postgres');
  const before = earlier.filter((path) => !undoes(path) && !review.has(path)).map((path) => migration(path));

  return bySeries([...review.keys()]).flatMap(([series, reviewed]): readonly MigrationSet[] => {
    const siblingsHere = beside.get(series) ?? [];
    const sampled = samplesOf(siblingsHere.length > 0 ? siblingsHere : reviewed);
    const around = {
      series,
      paths: [...siblingsHere, ...reviewed].map(({ path }) => path),
      samples: sampled.map(({ path }) => arrangement.read(path).text.slice(0, mostSampled)),
      markers: (name: string) => markers?.of(series, name) ?? [],
      own: (name: string) => markers?.own(series, name) ?? [],
    };
    const settings = settingsOf(series);
    const recognised = recognise(around, settings.tool);
    const { convention } = recognised;
    const sqlOf = (path: string, text: string): string => {
      const script = programs !== undefined && isScript(path) ? programs(text, path, 'up') : undefined;
      return script === undefined || 'message' in script ? text : script.text;
    };
    const dialect = dialectOf({ ...around, samples: sampled.map(({ path }, i) => sqlOf(path, around.samples[i] ?? '')) });
    const compare = convention.order?.(around) ?? comparePlaces;
    const here = new Set(around.paths);
    const among = { dialect: settings.dialect ?? kindOf(dialect?.dialect), has: (path: string): boolean => here.has(path) };
    const directionOf = ({ path }: Place): Direction | 'none' => convention.direction?.(path, among) ?? (undoes(path) ? 'down' : 'up');
    const [others, ups] = [siblingsHere, reviewed].map((all) => all.filter((each) => directionOf(each) === 'up').sort(compare)) as [
      Place[],
      Place[],
    ];

    const { placeholders: stated = {} } = settings;
    const value: Values = (name) => (Object.hasOwn(stated, name) ? stated[name] : undefined);
    const found = convention.placeholders?.(around, value) ?? (({ text }: SourceFile) => unclaimed(text, value));
    const fill = (file: SourceFile): ReturnType<typeof substituted> =>
      substituted(file.text, withStated(file.text, stated, found(file)), among.dialect);

    const applied = others.filter((place) => arrangement.isHistory(place, direction === 'up' ? ups : reviewed, compare));
    const past = new Map(
      applied.map((place) => [place, migration(place.path, readingOf(recognised, markers, settings.transaction, fill, among.dialect))]),
    );
    // A marker that takes SQL out of the run counts where earlier files have it too: by its own word alone no file hides anything.
    const practice = past.size === 0 ? undefined : new Set([...past.values()].map(({ text }) => sectioning(text)));
    const reading = readingOf(recognised, markers, settings.transaction, fill, among.dialect, practice);
    const load = (place: Place): Migration => past.get(place) ?? migration(place.path, reading);
    const parts =
      direction === 'down'
        ? undone({ applied, ups, downs: reviewed.filter((each) => directionOf(each) === 'down'), compare }, load, (place) =>
            migration(place.path, reading, 'down'),
          )
        : together
          ? { history: [...past.values()], units: ups.length === 0 ? [] : [{ migrations: ups.map(load) }] }
          : inOrder(applied, ups, compare, load);
    if (!parts.units.some((unit) => !unit.applied)) return [];
    const declared = markers && declaredBeside(series, markers);
    // A file above several directories is told of once.
    const unread = [...(markers?.troubles ?? []), ...(convention.troubles?.(around) ?? [])].filter(({ path }) => !told.has(path));
    for (const { path } of unread) told.add(path);
    const troubles = [...unread, ...undefinedIn(parts.units.flatMap((unit) => (unit.applied ? [] : unit.migrations)))];
    return [
      {
        history: [...before, ...parts.history],
        units: parts.units,
        ...(dump !== undefined && { dump: migration(dump) }),
        tool: { id: convention.id, reason: recognised.reason, directory: series },
        ...(dialect && { dialect }),
        ...(declared && { declared }),
        ...(programs && { readProgram: programs }),
        ...(troubles.length > 0 && { troubles }),
        siblings: others.map(({ path }) => path),
      },
    ];
  });
}

function kindOf(dialect: Dialect | undefined): 'postgres' | 'mysql' {
  return dialect === 'mysql' || dialect === 'mariadb' ? 'mysql' : 'postgres';
}

/** UTF-16 code units of a file by which its tool is recognised: what marks a tool stands near the beginning. */
const mostSampled = 64 * 1024;

/** Some files of a series, of its beginning and its end. */
function samplesOf(places: readonly Place[]): readonly Place[] {
  const some = 8;
  return places.length <= 2 * some ? places : [...places.slice(0, some), ...places.slice(-some)];
}

/** Each file under review is a unit of its own; what was applied between two of them is replayed between them. */
function inOrder(
  applied: readonly Place[],
  review: readonly Place[],
  compare: Compare,
  load: (place: Place) => Migration,
): Pick<MigrationSet, 'history' | 'units'> {
  const known = new Set(applied);
  const all = [...applied, ...review].sort(compare);
  const first = all.findIndex((place) => !known.has(place));
  const units = all.slice(first).map((place) => ({ migrations: [load(place)], ...(known.has(place) && { applied: true as const }) }));
  return { history: all.slice(0, first).map(load), units };
}

interface Undone {
  readonly applied: readonly Place[];
  readonly ups: readonly Place[];
  readonly downs: readonly Place[];
  readonly compare: Compare;
}

/** The way back, from the last migration on, each a unit of its own: as a tool goes that is told to undo all of them. */
function undone(
  { applied, ups, downs, compare }: Undone,
  load: (place: Place) => Migration,
  loadDown: (place: Place) => Migration,
): Pick<MigrationSet, 'history' | 'units'> {
  // A file with both directions undoes itself.
  const back = [...ups, ...downs].flatMap((place) => {
    const migration = loadDown(place);
    return downs.includes(place) || migration.sections?.some(({ start, end }) => migration.text.slice(start, end).trim() !== '')
      ? [{ place, migration }]
      : [];
  });
  back.sort((a, b) => compare(b.place, a.place));
  return { history: [...applied, ...ups].sort(compare).map(load), units: back.map(({ migration }) => ({ migrations: [migration] })) };
}

/** Paths by their series, the series and what is in them in order. */
export function bySeries(paths: readonly string[]): readonly (readonly [string, readonly Place[]])[] {
  const groups = new Map<string, Place[]>();
  for (const place of paths.map(placeOf)) {
    const group = groups.get(place.series);
    if (group === undefined) groups.set(place.series, [place]);
    else group.push(place);
  }
  for (const group of groups.values()) group.sort(comparePlaces);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
