import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Plan, PlanFile } from '../../src/plan/stage.ts';
import type { verify as Verify } from '../../src/plan/verify.ts';
import { analyzeCase, type Case } from './harness.ts';

/** What the pipeline hands to `verify`: caught on its way, so that the tests hold the real judge. */
const caught = vi.hoisted(() => ({ all: [] as unknown[], real: undefined as unknown }));
vi.mock('../../src/plan/verify.ts', async (original) => {
  const { verify } = await original<{ verify: typeof Verify }>();
  caught.real = verify;
  return {
    verify: (...all: Parameters<typeof Verify>) => {
      caught.all.push(all);
      return verify(...all);
    },
  };
});
beforeEach(() => {
  caught.all.length = 0;
});

const unique: Case = {
  name: 'unique',
  history: 'CREATE TABLE orders (id bigint PRIMARY KEY, email text);',
  change: 'ALTER TABLE orders ADD CONSTRAINT orders_email_key UNIQUE (email);\nALTER TABLE orders ADD COLUMN note text;\n',
};

/** The plan's verdict after its files have been changed. */
async function verdict(each: Case, change: (file: PlanFile, plan: Plan) => PlanFile | undefined): Promise<string | undefined> {
  await analyzeCase(each);
  const [plan, unit, judge] = caught.all[0] as Parameters<typeof Verify>;
  const stages = plan.stages.map((stage) => ({ ...stage, files: stage.files.flatMap((file) => change(file, plan) ?? []) }));
  const result = (caught.real as typeof Verify)({ ...plan, stages }, unit, judge);
  return 'refused' in result ? result.refused : undefined;
}

const sql = (file: PlanFile, from: string | RegExp, to: string): PlanFile => ({ ...file, text: file.text.replace(from, to) });

describe('a plan is shown only if it holds', () => {
  test('as composed, it does', async () => {
    expect(await verdict(unique, (file) => file)).toBeUndefined();
  });

  test('not where its own SQL blocks', async () => {
    expect(await verdict(unique, (file) => sql(file, 'UNIQUE INDEX CONCURRENTLY', 'UNIQUE INDEX'))).toContain(
      'its own SQL raises create-index-blocking (migrations/0011_expand_1.sql)',
    );
  });

  test('not where it cannot be read', async () => {
    expect(await verdict(unique, (file) => sql(file, 'USING INDEX', 'USING THE INDEX'))).toContain('unreadable-statement');
  });

  test('not where a step is missing', async () => {
    expect(await verdict(unique, (file) => (file.text.includes('USING INDEX') ? undefined : file))).toMatch(
      /^it ends in another schema: table public\.orders/,
    );
  });

  test('not where it does more than it was asked', async () => {
    expect(await verdict(unique, (file) => sql(file, 'ADD COLUMN note text', 'ADD COLUMN note text, ADD COLUMN more text'))).toMatch(
      /^it ends in another schema: .*more/,
    );
  });

  test('not where it waits for a lock without an end', async () => {
    expect(
      await verdict(unique, (file) => (file.path === 'migrations/0012_expand_2.sql' ? sql(file, "SET lock_timeout = '5s';", '') : file)),
    ).toContain('missing-lock-timeout');
  });

  test('not where it fails in the way that another statement of the author does', async () => {
    const concurrently = 'CREATE INDEX CONCURRENTLY a ON orders (email);\nCREATE INDEX CONCURRENTLY b ON orders (email);\n';
    const left = 'CREATE INDEX CONCURRENTLY c ON orders (email);\nCREATE INDEX CONCURRENTLY d ON orders (id);\n';
    expect(
      await verdict({ ...unique, transaction: 'single-query', change: concurrently }, (file) =>
        file.path === 'migrations/0010_change.sql' ? { ...file, text: left } : file,
      ),
    ).toContain('its own SQL raises concurrently-in-transaction');
  });
});

test('what the plan leaves as the author wrote it keeps its findings', async () => {
  const { plans, notices } = await analyzeCase({ ...unique, change: `${unique.change}DROP TABLE orders_old;\n` });
  expect(notices).toEqual([]);
  expect(plans).toHaveLength(1);
});

test('a transaction that the author leaves for the tool to end is his own', async () => {
  const change = `COMMIT TRANSACTION;BEGIN TRANSACTION;\n${unique.change}`;
  const { plans, notices } = await analyzeCase({ ...unique, change });
  expect(notices).toEqual([]);
  expect(plans).toHaveLength(1);
});

test('the same action on two tables is one finding each', async () => {
  const { plans, files } = await analyzeCase({
    name: '',
    history: 'CREATE TABLE a (x int); CREATE TABLE b (x int);',
    change: 'DO $$ BEGIN IF random() < 2 THEN ALTER TABLE a ALTER x SET NOT NULL; END IF; END $$;\nALTER TABLE b ALTER x SET NOT NULL;\n',
  });
  const found = files.flatMap((file) => file.findings).filter((each) => each.rule === 'set-not-null-scanning');
  expect(plans[0]?.unplanned).toHaveLength(1);
  expect(found.map((each) => each.plan)).toEqual([undefined, 0]);
});

describe('two tables that the author locked in one statement', () => {
  const both = {
    ...unique,
    history: `${unique.history} CREATE TABLE customers (id int PRIMARY KEY);`,
    transaction: 'single-query',
  } as const;
  const customer = 'ALTER TABLE orders ADD COLUMN customer int DEFAULT 1 REFERENCES customers (id);\n';
  const stages = async (each: Case): Promise<readonly string[]> => {
    const { plans, notices } = await analyzeCase(each);
    expect(notices).toEqual([]);
    return plans.flatMap((plan) => plan.stages.flatMap(({ files }) => files.map((file) => file.text)));
  };

  test('stay in his file where a statement between them is not staged', async () => {
    const [first] = await stages({ ...both, change: `${customer}ALTER TABLE customers ADD COLUMN note text;\n` });
    expect(first).toContain('ALTER TABLE orders ADD COLUMN customer int DEFAULT 1;\nALTER TABLE customers');
  });

  test('stay in his file where something stands on the second', async () => {
    const change = `ALTER TABLE customers ADD COLUMN ref uuid DEFAULT gen_random_uuid();\n${customer}INSERT INTO orders (id, customer) VALUES (1, 1);\n`;
    const [first] = await stages({ ...both, change });
    expect(first).toContain('ALTER TABLE orders ADD COLUMN customer int DEFAULT 1;\nINSERT');
  });
});

test('a warning that the plan leaves, though at another statement, is not said to be answered', async () => {
  const { plans, files } = await analyzeCase({
    ...unique,
    history: `${unique.history} CREATE TABLE items (id int PRIMARY KEY);`,
    transaction: 'single-query',
    change:
      'ALTER TABLE orders ADD COLUMN a uuid DEFAULT gen_random_uuid();\nALTER TABLE items ADD COLUMN b uuid DEFAULT gen_random_uuid();\n',
  });
  expect(plans).toHaveLength(1);
  const found = files.flatMap((file) => file.findings);
  expect(found.find((each) => each.rule === 'several-tables-locked')).toMatchObject({ severity: 'warning' });
  expect(found.filter((each) => each.plan === undefined).map((each) => each.rule)).toEqual(['several-tables-locked']);
});

test('the plan is the same for the same input, and another for another file', async () => {
  const [first] = (await analyzeCase(unique)).plans;
  expect((await analyzeCase(unique)).plans[0]).toEqual(first);
  const [other] = (await analyzeCase({ ...unique, change: ['SELECT 1;', unique.change as string] })).plans;
  expect(other?.id).not.toBe(first?.id);
  expect(first?.id).toMatch(/^[0-9a-f]{6}$/);
});

test('a partitioned table of which no partition is known may have some: neither its index nor its rows can be staged', async () => {
  const history = 'CREATE TABLE events (at timestamptz, kind text) PARTITION BY RANGE (at);';
  const change = 'CREATE INDEX events_kind ON events (kind);\nALTER TABLE events ADD COLUMN token uuid DEFAULT gen_random_uuid();\n';
  const { plans } = await analyzeCase({ name: 'unknown partitions', history, change });
  expect(plans.flatMap((plan) => plan.unplanned.map((each) => each.reason))).toEqual([
    expect.stringContaining('not all of its partitions are known'),
    expect.stringContaining('not all of its partitions are known'),
  ]);
});

test('nothing to stage: no plan', async () => {
  expect((await analyzeCase({ ...unique, change: 'ALTER TABLE orders ADD COLUMN note text;\n' })).plans).toEqual([]);
});

test('an identity at no point is a column that nothing fills', async () => {
  const each: Case = { ...unique, change: 'ALTER TABLE orders ADD COLUMN number int GENERATED BY DEFAULT AS IDENTITY;\n' };
  const [plan] = (await analyzeCase(each)).plans;
  const change = plan?.stages.flatMap((stage) => stage.files.map((file) => file.text)) ?? [];
  expect(change.join('')).toContain('ALTER COLUMN number DROP DEFAULT, ALTER COLUMN number ADD GENERATED BY DEFAULT AS IDENTITY');
  expect((await analyzeCase({ ...each, change })).files.flatMap((file) => file.findings)).toEqual([]);
});

test('the files of a plan, all in one deployment, are not planned anew', async () => {
  const each: Case = {
    name: 'required',
    history: 'CREATE TABLE orders (id bigint PRIMARY KEY);',
    change: "-- lockstep: backfill orders.status = 'new'\nALTER TABLE orders ADD COLUMN status text NOT NULL;\n",
  };
  const [plan] = (await analyzeCase(each)).plans;
  const { plans, files } = await analyzeCase({
    ...each,
    change: plan?.stages.flatMap((stage) => stage.files.map((file) => file.text)) ?? [],
  });
  expect(plans).toEqual([]);
  expect(files.map((file) => file.findings.map((finding) => finding.rule))).toEqual([[], ['new-required-column']]);
});
