import { readFileSync } from 'node:fs';
import type { LockMode, Work } from '../../src/engine/postgres/effect.ts';
import type { Case } from './cases/case.ts';
import type { CaseGroup } from './groups.ts';
import { linesIn, type Recorded, recordIn } from './lines.ts';
import type { Observed } from './observe.ts';
import type { Done, Tables } from './work.ts';

/**
 * What a server of one major did for every case. docs/truth.md says how to read it.
 * Locks are named as in pg_locks, without `Lock`; work follows, where it is more than the catalog's; tables of `public` without their schema.
 */
export type TruthRecord = Recorded<Line>;

export type Line = LockLine | readonly ['fails', string, LockLine] | readonly ['refused' | 'no setup', string];
type LockLine = Readonly<Record<string, string>>;

/** What the record says of the cases that it knows as they stand; `stale` are its lines of others. */
export function linesOf(
  record: TruthRecord,
  groups: readonly CaseGroup<Case>[],
): { readonly observed: ReadonlyMap<Case, Observed>; readonly stale: readonly string[] } {
  const { lines, stale } = linesIn(record, groups);
  return { observed: new Map([...lines].map(([each, line]) => [each, observedOf(line)])), stale };
}

export function pathOf(major: number): URL {
  return new URL(`postgres-${major}.json`, import.meta.url);
}

export function readRecord(major: number): TruthRecord {
  return JSON.parse(readFileSync(pathOf(major), 'utf8')) as TruthRecord;
}

/** @param observed of every case of the groups */
export function recordOf(
  header: Omit<TruthRecord, 'groups'>,
  groups: readonly CaseGroup<Case>[],
  observed: ReadonlyMap<Case, Observed>,
): TruthRecord {
  return recordIn(header, groups, new Map([...observed].map(([each, seen]) => [each, lineOf(seen)])));
}

export function lineOf(observed: Observed): Line {
  switch (observed.outcome) {
    case 'done':
      return lockLine(observed.tables);
    case 'fails':
      return ['fails', observed.error, lockLine(observed.tables)];
    case 'refused':
      return ['refused', observed.error];
    case 'no-setup':
      return ['no setup', observed.error];
  }
}

/** What was recorded, without the server's words. */
export function observedOf(line: Line): Observed {
  if (!isList(line)) return { outcome: 'done', tables: tablesOf(line) };
  const [outcome, error] = line;
  const message = '';
  if (outcome === 'fails') return { outcome, error, message, tables: tablesOf(line[2]) };
  return outcome === 'refused' ? { outcome, error, message } : { outcome: 'no-setup', error, message };
}

const isList = (line: Line): line is Exclude<Line, LockLine> => Array.isArray(line);

function lockLine(tables: Tables): LockLine {
  const entries = Object.entries(tables).map(([name, { lock, work, briefly }]) => {
    const words = [bare(lock), ...work.filter((each) => each !== 'metadata'), ...(briefly === undefined ? [] : ['briefly', bare(briefly)])];
    return [name.replace(/^public\./, ''), words.join(' ')] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function tablesOf(line: LockLine): Tables {
  const entries = Object.entries(line).map(([name, words]) => [name.includes('.') ? name : `public.${name}`, doneOf(words)] as const);
  return Object.fromEntries(entries);
}

function doneOf(words: string): Done {
  const [done = '', briefly] = words.split(' briefly ');
  const [lock = '', ...work] = done.split(' ');
  return {
    lock: modeOf(lock),
    work: work.length > 0 ? (work as Work[]) : ['metadata'],
    ...(briefly !== undefined && { briefly: `${briefly}Lock` as LockMode }),
  };
}

const bare = (lock: LockMode | null): string => lock?.replace(/Lock$/, '') ?? 'none';
const modeOf = (word: string): LockMode | null => (word === 'none' ? null : (`${word}Lock` as LockMode));
