import { expect, test } from 'vitest';
import { embeddedDatabase } from '../../../src/proof/embedded/engine.ts';
import { loadReader } from '../../../src/sql/load.ts';
import { isSampled } from '../../everywhere.ts';
import { roomy } from '../../proof/asking.ts';
import { run } from './run.ts';

const plans = isSampled ? 15 : 150;

/** Whatever schema and unsafe migration is drawn by a fixed seed: `npm run plan:fuzz` draws by another one, and longer. One call a file, so that several run at a time. */
export function everyPlanProves(seed: number): void {
  test(`${plans} plans of random migrations prove, with their rollback from every point`, { timeout: 3_600_000 }, async () => {
    const database = await embeddedDatabase(roomy);
    const failed: string[] = [];
    const checked = new Map<string, number>();
    let proved = 0;
    try {
      await run(database, await loadReader(), {
        seed,
        plans,
        onPlan({ drawn, proof }) {
          for (const { name, status } of proof.checks) if (status === 'passed') checked.set(name, (checked.get(name) ?? 0) + 1);
          if (proof.status === 'proved') proved++;
          else failed.push(`${proof.reason}\n${drawn.history.join(';\n')};\n-- the change\n${drawn.change.join(';\n')};`);
        },
      });
    } finally {
      await database.close();
    }
    expect(failed).toEqual([]);
    expect(proved).toBe(plans);
    // Checks that are mostly skipped would pass for a test.
    expect(Object.fromEntries([...checked].filter(([, count]) => count < 0.7 * plans))).toEqual({});
  });
}
