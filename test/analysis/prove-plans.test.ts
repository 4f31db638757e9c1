import { beforeAll, describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis/analysis.ts';
import { analyze } from '../../src/analysis/analyze.ts';
import { type ProofChoice, provePlans } from '../../src/analysis/prove-plans.ts';
import { verdictOf } from '../../src/analysis/verdict.ts';
import { defaultConfig } from '../../src/config/config.ts';
import type { Migration, MigrationSet } from '../../src/migration/migration.ts';
import type { Plan } from '../../src/plan/stage.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Reader } from '../../src/sql/statement.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await loadReader();
});

const migration = (path: string, text: string): Migration => ({ path, text, direction: 'up', transaction: 'unknown' });
const create = migration('m/1.sql', 'CREATE TABLE orders (id bigint PRIMARY KEY, email text);');
const index = migration('m/2.sql', 'CREATE INDEX orders_email ON orders (email);');
const unit = (...migrations: readonly Migration[]): MigrationSet['units'][number] => ({ migrations });

/** @param change what becomes of the plans before they are proved */
async function run(set: MigrationSet, choice: Partial<ProofChoice> = {}, change = (plan: Plan): Plan => plan): Promise<Analysis> {
  const analysis = analyze(set, defaultConfig, reader);
  const changed = { ...analysis, plans: analysis.plans.map(change) };
  const [proved] = await provePlans([{ set, analysis: changed }], { skip: false, required: false, ...choice }, reader);
  return proved as Analysis;
}

/** An engine that cannot be started: whoever starts one fails. */
const none = { databaseUrl: 'nonsense' };

describe('an engine is started for what can be proved only', () => {
  const drop = migration('m/3.sql', 'ALTER TABLE orders ADD COLUMN kind text NOT NULL;');

  test.each([
    ['no plan', { history: [], units: [unit(create)] }, { skip: false }],
    ['nobody wants it', { history: [create], units: [unit(index)] }, { skip: true }],
    ['a plan that waits for an answer', { history: [create], units: [unit(drop)] }, { skip: false }],
    ['a table that no migration creates', { history: [], units: [unit(index)] }, { skip: false }],
  ])('%s', async (_, set, choice) => {
    const { plans } = await run(set, { ...none, ...choice });
    expect(plans.map((each) => each.proof?.status)).toEqual(plans.map(() => (choice.skip ? 'skipped' : 'unproved')));
  });

  test('a plan to prove', async () => {
    await expect(run({ history: [create], units: [unit(index)] }, none)).rejects.toThrow('--database-url is no URL');
  });

  test('why nothing is run', async () => {
    const [asked] = (await run({ history: [create], units: [unit(drop)] }, none)).plans;
    expect(asked?.proof?.reason).toBe('it waits for an answer');
    const [unknown] = (await run({ history: [], units: [unit(index)] }, none)).plans;
    expect(unknown?.proof?.reason).toBe('no migration before it creates public.orders, so there is nothing to run it on');
  });
});

test('plans of units after one another, each on what the ones before left', async () => {
  const second = migration('m/3.sql', 'ALTER TABLE orders ALTER COLUMN email SET NOT NULL;');
  const { plans } = await run({ history: [create], units: [unit(index), unit(second)] });
  expect(plans.map((each) => each.proof?.status)).toEqual(['proved', 'proved']);
  expect(plans[0]?.proof).toEqual((await run({ history: [create], units: [unit(index)] })).plans[0]?.proof);
});

describe('a plan that does not hold', () => {
  const spoiled = (plan: Plan): Plan =>
    plan.files[0] !== index.path
      ? plan
      : {
          ...plan,
          stages: plan.stages.map((stage) => ({
            ...stage,
            files: stage.files.map((file) => ({ ...file, text: file.text.replace('(email)', '(id)') })),
          })),
        };
  const set: MigrationSet = {
    history: [create],
    units: [unit(index), unit(migration('m/3.sql', 'CREATE INDEX orders_id_email ON orders (id, email);'))],
  };

  test('is not offered, and the findings say why', async () => {
    const analysis = await run(set, {}, spoiled);
    expect(analysis.plans.map((each) => [each.files, each.proof?.status])).toEqual([[['m/3.sql'], 'proved']]);
    const [first, second] = analysis.files.map((file) => file.findings.find((each) => each.rule === 'create-index-blocking'));
    expect(first?.plan).toBeUndefined();
    expect(first?.advice).toMatch(
      /The staged plan that was found is not offered, because it failed its proof on PostgreSQL 18\.\d+ \(embedded\): schema: missing: index /,
    );
    expect(second?.plan).toBe(0);
    expect(second?.advice).not.toContain('proof');
  });

  test('fails the run where plans have to be proved', async () => {
    for (const [given, unproved] of [
      [{ skip: true, required: true }, 1],
      [{ required: true }, 0],
    ] as const) {
      const { summary } = await run({ history: [create], units: [unit(index)] }, given);
      expect(summary.unproved).toBe(unproved);
    }
    expect((await run(set, { required: true }, spoiled)).summary.unproved).toBe(1);
    expect((await run(set, {}, spoiled)).summary.unproved).toBeUndefined();
    const clean = { ...(await run({ history: [], units: [unit(create)] })), plans: [] };
    expect(verdictOf(clean, 'error')).toBe('pass');
    expect(verdictOf({ ...clean, summary: { ...clean.summary, unproved: 1 } }, 'error')).toBe('fail');
  });
});

test('the same again, byte for byte', async () => {
  const set = { history: [create], units: [unit(index)] };
  expect(JSON.stringify((await run(set)).plans)).toBe(JSON.stringify((await run(set)).plans));
});
