import { failuresOf } from '../../src/engine/failure.ts';
import type { Effect } from '../../src/engine/postgres/effect.ts';
import { keyOf } from '../../src/operation/name.ts';
import { hangsOnRows, type Observed } from './observe.ts';
import type { Tables } from './work.ts';

/** What the engine says of a statement, in the terms of what a server shows. */
export interface Verdict {
  readonly tables: Tables;
  /** The SQLSTATEs that it fails with for certain, and those that the rows decide on. */
  readonly certain: readonly string[];
  readonly possible: readonly string[];
}

export function verdictOf(effects: readonly Effect[]): Verdict {
  const failures = effects.flatMap(failuresOf);
  return {
    tables: Object.fromEntries(
      effects.map(({ table, lock, work, briefly }) => [keyOf(table).replace('\t', '.'), { lock, work, ...(briefly && { briefly }) }]),
    ),
    certain: failures.filter((failure) => failure.certain).map((failure) => failure.code),
    possible: failures.filter((failure) => !failure.certain).map((failure) => failure.code),
  };
}

/** What is wrong with the verdict, in one line; undefined where it is exact. */
export function disagreement(verdict: Verdict, observed: Observed): string | undefined {
  const { certain, possible } = verdict;
  switch (observed.outcome) {
    case 'done':
      if (certain.length > 0) return `it is done, and should fail: ${certain}`;
      return different(verdict.tables, observed.tables);
    case 'fails':
      if (![...certain, ...possible].includes(observed.error))
        return `it fails on rows with ${observed.error}, not ${[...certain, ...possible]}`;
      return different(verdict.tables, observed.tables);
    // There is no lock to compare. What depends on values may be decided by one that the statement itself holds, such as a default.
    case 'refused': {
      const foreseen = hangsOnRows.test(observed.error) ? [...certain, ...possible] : certain;
      return foreseen.includes(observed.error) ? undefined : `it is refused with ${observed.error}, not ${foreseen}`;
    }
    case 'no-setup':
      return `its setup is refused with ${observed.error}`;
  }
}

function different(predicted: Tables, seen: Tables): string | undefined {
  const [wanted, got] = [textOf(predicted), textOf(seen)];
  return wanted === got ? undefined : `predicted ${wanted}; the server: ${got}`;
}

function textOf(tables: Tables): string {
  const lines = Object.entries(tables).map(
    ([name, { lock, work, briefly }]) => `${name} ${lock} ${work}${briefly ? ` briefly ${briefly}` : ''}`,
  );
  return lines.sort().join(', ') || 'nothing';
}
