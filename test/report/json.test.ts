import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { jsonError, jsonReport } from '../../src/report/json.ts';
import { repository, workspace } from '../cli/workspace.ts';
import { analysisOf, fileWith, plan } from './fixture.ts';

const schema = JSON.parse(readFileSync(new URL('../../docs/json.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
/** The schema with every object closed: the contract lets consumers ignore unknown keys, the tests let us add none by accident. */
const validateClosed = new Ajv({ strict: false, allErrors: true }).compile(closed(schema) as object);

function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, closed(value)]);
  // Only where the whole object is described: parts of an `anyOf` are no objects of their own.
  return Object.fromEntries('properties' in node && 'type' in node ? [...entries, ['additionalProperties', false]] : entries);
}

function valid(text: string): ReturnType<typeof JSON.parse> {
  const report = JSON.parse(text);
  expect(validate(report), JSON.stringify(validate.errors, undefined, 1)).toBe(true);
  expect(validateClosed(report), JSON.stringify(validateClosed.errors, undefined, 1)).toBe(true);
  return report;
}

describe('reports of real runs keep to the schema', () => {
  test('findings of every kind, effects, waivers, notices', async () => {
    const here = workspace({
      'm/1.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY, total int);\nCREATE TABLE "Odd.Name" (id int);\n',
      'm/2.sql': 'ALTER TABLE orders ALTER COLUMN total TYPE bigint, ADD COLUMN t uuid DEFAULT gen_random_uuid();\r\nDROP INDEX x;\r\n',
      'm/3.sql': '-- lockstep-ignore drop-column: nobody reads it\nALTER TABLE orders DROP COLUMN total;\n',
      'm/4.sql': "ALTER TABEL x;\nSELECT 1;\nDO $$ BEGIN EXECUTE 'x' || random(); END $$;\n",
      'm/5.sql': Buffer.from('SELECT 1;\n\xff', 'latin1'),
      'm/6.sql': '',
      'm/7.sql': '-- lockstep: pending abc enforce\nALTER TABLE "Odd.Name" ADD UNIQUE (id);\n-- lockstep: nonsense\n',
    });
    const report = valid((await here.lockstep('check', 'm', '--format=json', '--engine=postgres@16')).stdout);
    expect(report).toMatchObject({ version: 1, verdict: 'fail', files: { length: 7 } });
    expect(report.files[0]).toMatchObject({ path: 'm/1.sql', engine: 'postgres@16', transaction: 'unknown' });
    expect(report.files[1].statements[0]).toMatchObject({
      line: 1,
      column: 1,
      endLine: 1,
      operations: ['alter-column-type', 'add-column'],
      effects: [{ table: 'public.orders', lock: 'AccessExclusiveLock', work: ['rewrite'] }],
    });
    const sql = report.files[1].statements[0].sql as string;
    expect(report.files[1].statements[0].span).toEqual({ start: 0, end: sql.length });
    expect(report.files[2].findings.find((each: { rule: string }) => each.rule === 'drop-column').suppressed).toEqual({
      reason: 'nobody reads it',
      line: 1,
    });
    expect(report.files[4]).toMatchObject({
      statements: [],
      findings: [{ rule: 'unreadable-statement', category: 'unreadable', line: 2 }],
    });
    expect(report.files[6].statements[0].effects[0].table).toBe('public."Odd.Name"');
    expect(report.notices.map((each: { path: string }) => each.path)).toContain('m/7.sql');
  });

  test('effects of MySQL and MariaDB', async () => {
    const here = workspace({
      'm/1.sql': 'CREATE TABLE orders (id BIGINT PRIMARY KEY, total INT, KEY (total));\n',
      'm/2.sql':
        'ALTER TABLE orders ADD COLUMN `a b` INT;\nALTER TABLE shop.orders MODIFY total BIGINT;\nUPDATE orders SET total = 1;\nDROP TABLE x;\n',
      'm/3.sql': 'ALTER TABLE orders DROP COLUMN total;\nALTER TABLE orders MODIFY `a b` INT NOT NULL;\nCREATE TABLE orders (id INT);\n',
    });
    for (const engine of ['mysql', 'mysql@5.7', 'mysql@8.0.36', 'mariadb', 'mariadb@10.11', 'mariadb@11.8.3']) {
      const report = valid((await here.lockstep('check', 'm', '--format=json', `--engine=${engine}`)).stdout);
      expect(report.files[1]).toMatchObject({
        engine,
        statements: [{}, { effects: [{ table: 'shop.orders', algorithm: 'COPY' }] }, {}, {}],
      });
      expect(report.files[1].statements[2].effects).toEqual([{ table: 'orders', algorithm: null, lock: 'none', work: ['metadata'] }]);
    }
  });

  test('plans, their stages and steps', async () => {
    const here = workspace({
      'm/1.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY, total int);\n',
      'm/2.sql': 'CREATE INDEX orders_total ON orders (total);\nALTER TABLE orders ADD COLUMN must int NOT NULL;\n',
    });
    const report = valid((await here.lockstep('check', 'm/2.sql', '--format=json')).stdout);
    expect(report.plans).toHaveLength(1);
    const finding = report.files[0].findings.find((each: { rule: string }) => each.rule === 'create-index-blocking');
    expect(finding.plan).toBe(0);
    expect(report.plans[0].files).toEqual(['m/2.sql']);
    expect(report.plans[0].questions).toMatchObject([{ column: 'must' }]);
    const steps = report.plans[0].stages.flatMap((stage: { files: { steps: { sql: string; transaction: boolean }[] }[] }) =>
      stage.files.flatMap((file) => file.steps),
    );
    const concurrently = steps.find((each: { sql: string }) => /CREATE INDEX CONCURRENTLY/.test(each.sql));
    expect(concurrently).toMatchObject({ transaction: false, rollback: expect.stringContaining('DROP INDEX') });
  });

  test('nothing to judge, nothing that could be judged, standard input', async () => {
    const repo = repository({ 'a.txt': '' });
    expect(valid((await repo.lockstep('check', '--base', 'main', '--format=json')).stdout)).toMatchObject({ verdict: 'pass', files: [] });
    expect(valid((await repo.lockstep('check', 'nowhere', '--format=json')).stdout)).toMatchObject({ verdict: 'error' });
    expect(valid((await repo.lockstepWith({ stdin: 'SELECT 1' }, 'check', '-', '--format=json')).stdout).files[0].path).toBe('<stdin>');
    expect(valid(jsonError('x'))).toMatchObject({ verdict: 'error', error: { message: 'x' } });
  });
});

test('a plan, written out', () => {
  const report = valid(jsonReport(analysisOf([fileWith('m/2.sql', 'DROP x', [{ at: 'DROP', plan: 0 }])], { plans: [plan] }), 'error'));
  expect(report.plans[0]).toEqual({
    id: '3f9a1c',
    files: ['m/2.sql'],
    questions: [],
    stages: [
      {
        name: 'expand',
        boundary: 'none',
        files: [
          {
            path: 'm/2.sql',
            steps: [{ sql: 'ALTER TABLE a ADD COLUMN b int;', transaction: true, rollback: 'ALTER TABLE a DROP COLUMN b;' }],
            text: '-- lockstep: pending 3f9a1c backfill\nALTER TABLE a ADD COLUMN b int;\n',
          },
        ],
      },
      {
        name: 'backfill',
        boundary: 'deploy',
        files: [
          {
            path: 'm/3_backfill.sql',
            steps: [{ sql: 'DO $$\nBEGIN\nEND\n$$;', transaction: false, rollback: '-- nothing to undo' }],
            text: '-- lockstep: stage 3f9a1c backfill\nDO $$\nBEGIN\nEND\n$$;\n',
          },
        ],
      },
    ],
    unplanned: [{ path: 'm/2.sql', line: 1, column: 1, reason: 'no way around it' }],
    proof: { status: 'unproved', checks: [], reason: 'no engine was at hand' },
  });
});

test('a plan without stages says why: it waits for an answer, or there is no way', async () => {
  const here = workspace({
    'm/1.sql': 'CREATE TABLE t (id bigint PRIMARY KEY, b int);\n',
    'm/2.sql': 'ALTER TABLE t ADD COLUMN a int NOT NULL;\n',
    'm/3.sql': "\nALTER TYPE state RENAME VALUE 'new' TO 'open';\n",
  });
  const { plans } = valid((await here.lockstep('check', 'm', '--format=json')).stdout);
  expect(plans).toMatchObject([
    { stages: [], questions: [{ path: 'm/2.sql', column: 'a' }], unplanned: [] },
    {
      stages: [],
      questions: [],
      unplanned: [{ path: 'm/3.sql', line: 2, column: 1, reason: expect.stringMatching(/one name at a time/) }],
    },
  ]);
  const report = JSON.parse(jsonReport(analysisOf([], { plans: [{ ...plan, stages: [], unplanned: [] }] }), 'error'));
  expect(validate(report)).toBe(false);
});

test('what a plan leaves otherwise than asked is said', async () => {
  const here = workspace({
    'm/1.sql': 'CREATE TABLE t (id bigint PRIMARY KEY, b int);\n',
    'm/2.sql': '\nALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS (b + 1) STORED;\n',
  });
  const { plans } = valid((await here.lockstep('check', 'm', '--format=json')).stdout);
  expect(plans).toMatchObject([
    { differences: [{ path: 'm/2.sql', line: 2, column: 1, sentence: expect.stringContaining('plain column') }] },
  ]);
  expect((await here.lockstep('plan', 'm')).stdout.replace(/\s+/g, ' ')).toContain(
    'Ends otherwise than m/2.sql:2 says: t.c is a plain column',
  );
});

test('the schema refuses what is not the contract', () => {
  const report = JSON.parse(jsonReport(analysisOf([fileWith('m/1.sql', 'DROP x', [{ at: 'DROP' }])]), 'error'));
  for (const broken of [
    { ...report, version: 2 },
    { ...report, verdict: 'failed' },
    { ...report, files: [{ ...report.files[0], findings: [{ ...report.files[0].findings[0], severity: 'off' }] }] },
    { ...report, files: [{ ...report.files[0], path: undefined }] },
    { ...report, summary: { ...report.summary, files: -1 } },
  ])
    expect(validate(JSON.parse(JSON.stringify(broken)))).toBe(false);
});
