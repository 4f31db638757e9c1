import { blocksReads, blocksWrites, type Effect, isOfMysql, isWork } from '../../engine/effect.ts';
import { type LockMode, strength } from '../../engine/postgres/effect.ts';
import { sqlNameOf } from '../../engine/postgres/lock-mode.ts';
import { keyOf } from '../../operation/name.ts';
import type { Locking } from '../../plan/stage.ts';
import { effectInWords, lockInWords, tableInWords, workNames } from '../words.ts';

/** What is run in one go: a file with its statements. */
export interface Track {
  /** By which the page names it. */
  readonly number: number;
  readonly statements: readonly Locking[];
  /** What begins with it: the stage and when it may start. */
  readonly stage?: { readonly name: string; readonly when: string };
}

/** A lock on one table while time passes: of the statement itself, or held until its transaction ends. */
export interface Bar {
  readonly lane: number;
  readonly from: number;
  readonly to: number;
  readonly waits: Waits;
  /** What is done to the rows meanwhile; empty where nothing is. */
  readonly work: string;
  readonly held: boolean;
  readonly title: string;
}
export type Waits = 'reads' | 'writes' | 'nobody';

export interface Timeline {
  readonly lanes: readonly string[];
  readonly bars: readonly Bar[];
  readonly tracks: readonly (Track & { readonly from: number; readonly to: number })[];
  readonly length: number;
  /** Tracks that are left out, because a picture of everything would show nothing. */
  readonly left: number;
}

/** Lengths that tell a moment from work that grows with the table; how long it really takes nobody knows from the SQL. */
const moment = 7;
const work = 84;
const betweenTracks = 12;
const betweenStages = 26;
/** Wide enough for its number. */
const trackWidth = 18;
/** Wide enough for its name and when it may start. */
const stageWidth = 180;
const mostTracks = 60;
const mostLanes = 24;

/** The locks of files that run one after the other, laid out in time. What locks nothing that matters takes no time. */
export function layOut(all: readonly Track[]): Timeline {
  const matters = all.filter((track) => track.stage !== undefined || track.statements.some((each) => each.felt.some(shows)));
  const lanes = new Map<string, number>();
  const names: string[] = [];
  const bars: Bar[] = [];
  const tracks: (Track & { from: number; to: number })[] = [];
  let at = 0;
  let stageEnds = 0;
  for (const track of matters.slice(0, mostTracks)) {
    if (tracks.length > 0) at += betweenTracks;
    if (track.stage !== undefined && tracks.length > 0) at = Math.max(at, stageEnds) + betweenStages;
    if (track.stage !== undefined) stageEnds = at + stageWidth;
    const from = at;
    const held = new Map<number, { readonly lock: LockMode; readonly table: string }>();
    for (const { felt, committed } of track.statements) {
      const own = felt.filter(shows);
      const works = own.some((each) => isWork(each.work));
      const to = at + (works ? work : own.length > 0 ? moment : 0);
      const busy = new Set<number>();
      for (const effect of own) {
        const key = keyOf(effect.table);
        if (!lanes.has(key) && lanes.size >= mostLanes) continue;
        const lane = lanes.get(key) ?? lanes.size;
        const table = tableInWords(effect, ['public']);
        if (!lanes.has(key)) names.push(table);
        lanes.set(key, lane);
        busy.add(lane);
        bars.push(barOf(effect, table, { before: held.get(lane)?.lock, alongside: works }, { lane, from: at, to }));
        // MySQL's locks end with their statement.
        const lock = isOfMysql(effect) ? undefined : stronger(effect.lock, held.get(lane)?.lock);
        if (lock !== undefined) held.set(lane, { lock, table });
      }
      for (const [lane, { lock, table }] of held)
        if (!busy.has(lane) && to > at) extend(bars, heldBar(lock, table, { lane, from: at, to }));
      if (committed) held.clear();
      at = to;
    }
    at = Math.max(at, from + trackWidth);
    tracks.push({ ...track, from, to: at });
  }
  return { lanes: names, bars, tracks, length: Math.max(at, stageEnds), left: Math.max(0, matters.length - mostTracks) };
}

/** Locks that somebody feels, or under which rows are worked on. Those of a SELECT are in nobody's way. */
function shows({ lock, work }: Effect): boolean {
  return lock !== null && (blocksWrites(lock) || isWork(work));
}

function barOf(
  effect: Effect,
  table: string,
  { before, alongside }: { readonly before: LockMode | undefined; readonly alongside: boolean },
  place: Pick<Bar, 'lane' | 'from' | 'to'>,
): Bar {
  const lock = isOfMysql(effect) ? effect.lock : (stronger(effect.lock, before) ?? null);
  const words = effect.work.filter((each) => isWork([each])).map((each) => workNames[each]);
  const named = isOfMysql(effect) ? lockInWords(effect) : lockInWords({ ...effect, lock: lock as LockMode | null });
  const name = lock === null ? '' : ` (${named}${isOfMysql(effect) ? '' : ' lock'})`;
  return {
    ...place,
    waits: waitsFor(lock),
    work: words.join(' + '),
    held: false,
    title: `${effectInWords({ ...effect, lock }, table, alongside)}${name}`,
  };
}

function heldBar(lock: LockMode, table: string, place: Pick<Bar, 'lane' | 'from' | 'to'>): Bar {
  const title = `${effectInWords({ lock, work: ['metadata'] }, table).replace(/ for a moment$/, '')} until the transaction ends (${sqlNameOf(lock)} lock)`;
  return { ...place, waits: waitsFor(lock), work: '', held: true, title };
}

/** A lock that is held on is one bar, however many statements run meanwhile. */
function extend(bars: Bar[], bar: Bar): void {
  const last = bars.findLastIndex((each) => each.lane === bar.lane);
  const before = bars[last];
  if (before?.held && before.to === bar.from && before.title === bar.title) bars[last] = { ...before, to: bar.to };
  else bars.push(bar);
}

function stronger(a: LockMode | null, b: LockMode | undefined): LockMode | undefined {
  return strength(a) >= strength(b ?? null) ? (a ?? undefined) : b;
}

function waitsFor(lock: Effect['lock']): Waits {
  return blocksReads(lock) ? 'reads' : blocksWrites(lock) ? 'writes' : 'nobody';
}
