import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TransactionMode } from '../../src/migration/migration.ts';
import { cases } from './cases.ts';
import { catalogOf, reset } from './catalog.ts';
import { analyzeCase, type Case, filesOf, page, runFile } from './harness.ts';

let db: PGlite;
beforeAll(async () => {
  db = await PGlite.create();
});
afterAll(async () => {
  await db.close();
});

/** The catalog after the author's own SQL. */
async function original(each: Case): Promise<readonly string[]> {
  await reset(db);
  await db.exec(each.history);
  if (each.rows !== undefined && !each.failsOnRows) await db.exec(each.rows);
  for (const text of each.means !== undefined ? [each.means] : typeof each.change === 'string' ? [each.change] : each.change) await db.exec(text);
  await db.exec('RESET ALL');
  return catalogOf(db);
}

describe.each(cases)('$name', (each) => {
  test('reads well', async () => {
    await expect(page(await analyzeCase(each))).toMatchFileSnapshot(`plans/${each.name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}.md`);
  });

  test.each(modes(each))('%s: runs, and ends in the schema that the author asked for', async (transaction) => {
    const analysis = await analyzeCase({ ...each, transaction });
    expect(analysis.notices.filter((notice) => notice.message.includes('does not hold'))).toEqual([]);
    const [plan] = analysis.plans;
    if (plan === undefined || plan.stages.length === 0 || plan.questions.length > 0) return;
    const expected = await original(each);
    await reset(db);
    await db.exec(each.history);
    if (each.rows !== undefined) await db.exec(each.rows);
    for (const file of filesOf(plan, each)) await runFile(db, file.text, transaction);
    expect(await catalogOf(db)).toEqual(expected);
  });
});

function modes(each: Case): readonly TransactionMode[] {
  return each.transaction === undefined ? ['unknown', 'wrapped', 'single-query', 'per-statement'] : [each.transaction];
}
