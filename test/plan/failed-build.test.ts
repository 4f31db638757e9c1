import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reset } from './catalog.ts';
import { analyzeCase, filesOf, runFile } from './harness.ts';

let db: PGlite;
beforeAll(async () => {
  db = await PGlite.create();
});
afterAll(() => db.close());

const seats = 'CREATE TABLE seats (id bigint, place int);';
const parts = `CREATE TABLE seats (id bigint, place int) PARTITION BY RANGE (place); CREATE TABLE "Front" PARTITION OF seats FOR VALUES FROM (0) TO (100); CREATE TABLE back PARTITION OF seats FOR VALUES FROM (100) TO (200);`;

/** Unique indexes that cannot be built while place 7 has a twin. */
const cases = [
  { name: 'CREATE INDEX', history: seats, change: 'CREATE UNIQUE INDEX one_each ON seats (place);\n', twin: 7 },
  { name: 'an index that may be there', history: seats, change: 'CREATE UNIQUE INDEX IF NOT EXISTS one_each ON seats (place);\n', twin: 7 },
  { name: 'a key', history: seats, change: 'ALTER TABLE seats ADD CONSTRAINT one_each UNIQUE (place);\n', twin: 7 },
  {
    name: 'the copy of an index on a column that changes its type',
    history: `${seats} CREATE UNIQUE INDEX one_each ON seats (place);`,
    change: 'ALTER TABLE seats ALTER COLUMN place TYPE bigint USING place / 2;\n',
    twin: 6,
  },
  { name: 'an index of a partition', history: parts, change: 'CREATE UNIQUE INDEX one_each ON seats (place);\n', twin: 7 },
  { name: 'a key of a partition', history: parts, change: 'ALTER TABLE seats ADD CONSTRAINT one_each UNIQUE (place);\n', twin: 7 },
] as const;

test.each(cases)('$name: what a failed build leaves goes with the rollback of its step, which then runs again', async (each) => {
  const plan = (await analyzeCase(each)).plans[0];
  if (plan === undefined) throw new Error('no plan');
  const build = plan.stages
    .flatMap((stage) => stage.files.flatMap((file) => file.steps))
    .find(({ sql }) => /^create unique index concurrently/i.test(sql));
  if (build === undefined) throw new Error('nothing is built');
  expect(build.why).toContain(build.rollback.slice(0, -1));

  await reset(db);
  await db.exec(`${each.history} INSERT INTO seats VALUES (1, 7), (2, ${each.twin});`);
  for (const { text } of filesOf(plan, each)) {
    if (text.includes(build.sql)) {
      await expect(runFile(db, text, 'unknown')).rejects.toThrow('could not create unique index');
      expect(await invalid()).not.toEqual([]);
      await db.exec(build.rollback);
      await db.exec('DELETE FROM seats WHERE id = 2');
    }
    await runFile(db, text, 'unknown');
  }
  expect(await invalid()).toEqual([]);
});

async function invalid(): Promise<readonly unknown[]> {
  return (
    await db.query("SELECT indexrelid::regclass FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE NOT indisvalid AND relkind = 'i'")
  ).rows;
}
