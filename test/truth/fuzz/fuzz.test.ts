import { expect, test } from 'vitest';
import { loadReader } from '../../../src/sql/load.ts';
import { isSampled } from '../../everywhere.ts';
import type { Tally } from './history.ts';
import { countOf, run, shown } from './run.ts';
import { kinds } from './statement.ts';

const seed = 18;
const statements = isSampled ? 1000 : 5000;

/** Schemas and statements that nobody thought of, drawn by a fixed seed. `npm run truth:fuzz` draws by another one, and longer. */
test(`${statements} generated statements do on PostgreSQL 18 what the engine says`, { timeout: 600_000 }, async () => {
  const tally: Tally = new Map();
  await run(await loadReader(), {
    seed,
    statements,
    length: { steps: 5, tries: 30 },
    tally,
    onFailure: (failing) => {
      throw new Error(`seed ${seed}, after ${countOf(tally).compared} statements:\n${shown(failing)}`);
    },
  });
  const { compared, refused } = countOf(tally);
  expect(compared).toBeGreaterThanOrEqual(statements);
  // Generators that mostly err would pass for a test.
  expect(refused / (compared + refused)).toBeLessThan(0.25);
  // Of a sample some kinds are too few to tell.
  if (isSampled) return;
  const weights = Object.values(kinds).reduce((sum, [weight]) => sum + weight, 0);
  const rare = Object.entries(kinds).filter(([name, [weight]]) => (tally.get(name)?.compared ?? 0) < (0.1 * weight * statements) / weights);
  expect(rare.map(([name]) => name)).toEqual([]);
});
