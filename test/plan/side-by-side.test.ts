import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TransactionMode } from '../../src/migration/migration.ts';
import type { Plan } from '../../src/plan/stage.ts';
import { sampleOf } from '../everywhere.ts';
import { catalogOf, reset } from './catalog.ts';
import { analyzeCase, filesOf, runFile, statementsOf } from './harness.ts';
import { blockingWork } from './locks.ts';
import { type SideBySide, sideBySide } from './side-by-side.ts';

/**
 * What a plan promises for the time between its stages, run: the code from before the change and the code from after it both work and see each other's rows, no step
 * does work under a lock that stops others, and from each point the way back leads to the schema as it was.
 */
let db: PGlite;
beforeAll(async () => {
  db = await PGlite.create();
});
afterAll(async () => {
  await db.close();
});

const modes: readonly TransactionMode[] = ['wrapped', 'per-statement'];

async function prepare(each: SideBySide): Promise<void> {
  await reset(db);
  await db.exec(each.history);
  if (each.rows !== undefined) await db.exec(each.rows);
}

async function planOf(each: SideBySide, transaction: TransactionMode): Promise<Plan> {
  const { plans, notices } = await analyzeCase({ ...each, transaction });
  expect(notices.filter((notice) => notice.message.includes('does not hold'))).toEqual([]);
  const [plan] = plans;
  if (plan === undefined) throw new Error('no plan');
  expect(plan.unplanned).toEqual([]);
  return plan;
}

async function inStep(each: SideBySide): Promise<void> {
  if (each.inStep !== undefined) expect((await db.query(each.inStep)).rows).toEqual([]);
}

describe.each(sampleOf(sideBySide))('$name', (each) => {
  test.each(modes)('%s: old and new code work between all stages', async (transaction) => {
    const plan = await planOf(each, transaction);
    await prepare(each);
    const deploy = plan.stages.findIndex((stage) => stage.boundary === 'deploy');
    const texts = new Map(plan.stages.flatMap((stage) => stage.files.map((file) => [file.text, plan.stages.indexOf(stage)] as const)));
    const files = filesOf(plan, each);
    for (const sql of each.old) await db.exec(sql);
    for (const [i, { text }] of files.entries()) {
      await runFile(db, text, transaction);
      const stage = texts.get(text) ?? 0;
      const next = texts.get(files[i + 1]?.text ?? '') ?? plan.stages.length;
      if (stage < deploy) for (const sql of each.old) await db.exec(sql);
      // The new code comes when the last stage before the deploy has ended; until the deploy has, both run.
      if (next >= deploy) for (const sql of each.fresh) await db.exec(sql);
      if (stage < deploy && next >= deploy) for (const sql of each.old) await db.exec(sql);
      if (next >= deploy && stage < deploy) await inStep(each);
    }
    if (each.end !== undefined) expect((await db.query(each.end.sql)).rows).toEqual(each.end.rows);
  });

  test.each(modes)('%s: ends in the schema that the author asked for', async (transaction) => {
    const plan = await planOf(each, transaction);
    if (plan.differences !== undefined) return;
    await prepare(each);
    for (const sql of statementsOf(each.change)) await db.exec(sql);
    const expected = await catalogOf(db);
    await prepare(each);
    for (const { text } of filesOf(plan, each)) await runFile(db, text, transaction);
    expect(await catalogOf(db)).toEqual(expected);
  });

  test('no step works on rows under a lock that stops others', async () => {
    const plan = await planOf(each, 'wrapped');
    await prepare(each);
    for (const stage of plan.stages)
      for (const file of stage.files)
        for (const step of file.steps) {
          if (step.transaction) expect(await blockingWork(db, step.sql)).toEqual([]);
          else await db.exec(step.sql);
        }
  });

  test('back from each point', async () => {
    const plan = await planOf(each, 'wrapped');
    const steps = plan.stages.flatMap((stage) => stage.files.flatMap((file) => file.steps));
    await prepare(each);
    const before = await catalogOf(db);
    for (let last = 0; last < steps.length; last++) {
      await prepare(each);
      const done = steps.slice(0, last + 1);
      for (const step of done) await db.exec(step.sql);
      if (done.some((step) => step.rollback.startsWith('-- cannot be undone'))) break;
      for (const step of done.reverse())
        if (!step.rollback.startsWith('-- ')) for (const sql of statementsOf(step.rollback)) await db.exec(sql);
      expect(await catalogOf(db), `after step ${last + 1}: ${steps[last]?.sql}`).toEqual(before);
    }
  });
});

test('a change of type by itself does work under such a lock, and is told', async () => {
  await reset(db);
  await db.exec('CREATE TABLE t (id int PRIMARY KEY); INSERT INTO t VALUES (1)');
  expect(await blockingWork(db, 'ALTER TABLE t ALTER id TYPE bigint')).toEqual([
    'rewriting table "t"',
    expect.stringContaining('building index'),
    expect.stringContaining('new file'),
  ]);
  expect(await blockingWork(db, 'ALTER TABLE t ADD CHECK (id > 0)')).toEqual(['verifying table "t"']);
});
