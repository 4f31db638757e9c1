import * as fc from 'fast-check';
import type { Reader } from '../../../src/sql/statement.ts';
import type { Disagreement, Pair } from './compare.ts';
import { drawBy } from './draw.ts';
import { type Failing, type Length, runHistory, type Tally } from './history.ts';
import { shrink } from './shrink.ts';
import { startSide } from './side.ts';

export interface Run {
  readonly seed: number;
  /** How many statements are to be compared, the refused ones not counted. */
  readonly statements: number;
  readonly length: Length;
  readonly tally: Tally;
  /** Told of every disagreement, made small. What it throws ends the run. */
  readonly onFailure: (failing: Failing) => void;
  readonly onHistory?: () => void;
}

/** Histories drawn one after the other until enough statements are compared. */
export async function run(reader: Reader, { seed, statements, length, tally, onFailure, onHistory }: Run): Promise<void> {
  let pair = await startPair();
  let histories = 0;
  const property = fc.asyncProperty(fc.gen(), async (value) => {
    if (countOf(tally).compared >= statements) return;
    if (++histories % restartAfter === 0) {
      await Promise.all([pair.filled.db.close(), pair.bare.db.close()]);
      pair = await startPair();
    }
    const failing = await runHistory(drawBy(value), pair, reader, length, tally);
    if (failing !== undefined) onFailure(await shrink(pair, reader, failing));
    onHistory?.();
  });
  try {
    const { failed, errorInstance } = await fc.check(property, { seed, numRuns: statements, endOnFailure: true });
    if (failed) throw errorInstance;
  } finally {
    await Promise.all([pair.filled.db.close(), pair.bare.db.close()]);
  }
}

/** The catalog of a server swells with all that was dropped. */
const restartAfter = 300;

async function startPair(): Promise<Pair> {
  const [filled, bare] = await Promise.all([startSide(), startSide()]);
  return { filled, bare };
}

export function countOf(tally: Tally): { readonly compared: number; readonly refused: number } {
  const counts = [...tally.values()];
  return { compared: counts.reduce((sum, each) => sum + each.compared, 0), refused: counts.reduce((sum, each) => sum + each.refused, 0) };
}

/** The failing case as it can be pasted into a file of cases, and what is wrong with it. */
export function shown({ setup, sql, disagreement }: Failing): string {
  const body = setup.map((each) => `  ${each};`).join('\n');
  return `group('found', String.raw\`\n${body}\`, [${JSON.stringify(sql)}]),\n${difference(disagreement)}`;
}

function difference({ what, predicted, observed }: Disagreement): string {
  const says = predicted.map(
    ({ table, lock, work, fails }) => `${table.schema}.${table.name} ${lock} ${work}${fails ? ` ${fails.code}` : ''}`,
  );
  const does = Object.entries(observed.tables).map(([name, { lock, work }]) => `${name} ${lock} ${work}`);
  const error = observed.error === undefined ? '' : `${observed.error} ${observed.message}`;
  return `${what}\n  engine: ${says.sort().join('; ')}\n  server: ${does.sort().join('; ')} ${error}`;
}
