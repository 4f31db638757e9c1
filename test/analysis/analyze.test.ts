import { beforeAll, describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis/analysis.ts';
import { analyze } from '../../src/analysis/analyze.ts';
import { verdictOf } from '../../src/analysis/verdict.ts';
import { type Config, defaultConfig } from '../../src/config/config.ts';
import type { Migration, TransactionMode } from '../../src/migration/migration.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Reader } from '../../src/sql/statement.ts';
import { linesOf } from '../../src/text/lines.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await loadReader();
});

const quiet: Config = { ...defaultConfig, lockTimeout: 'role' };
const migration = (path: string, text: string, more: Partial<Migration> = {}): Migration => ({
  path,
  text,
  direction: 'up',
  transaction: 'unknown',
  ...more,
});

/** Each text is a unit of its own, `history` comes before. */
function run(texts: readonly string[], { history = '', config = quiet, transaction = 'unknown' as TransactionMode } = {}): Analysis {
  const set = {
    history: history === '' ? [] : [migration('0000.sql', history)],
    units: texts.map((text, i) => ({ migrations: [migration(`000${i + 1}.sql`, text, { transaction })] })),
  };
  return analyze(set, config, reader);
}

/** `rule@line` of what is not waived. */
function found(analysis: Analysis): string[] {
  return analysis.files.flatMap((file) =>
    file.findings
      .filter((each) => !each.suppressed)
      .map((each) => `${each.rule}@${linesOf(file.migration.text).position(each.span.start).line}`),
  );
}

const orders = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);';

describe('deployment units', () => {
  test('a table is new only in the unit that creates it', () => {
    const texts = ['CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);', 'CREATE INDEX j ON t (a);'];
    expect(found(run(texts))).toEqual(['create-index-blocking@1']);
    const together = analyze({ history: [], units: [{ migrations: texts.map((text, i) => migration(`${i}.sql`, text)) }] }, quiet, reader);
    expect(found(together)).toEqual([]);
  });

  test('what an edited migration creates is not new', () => {
    const edited = migration('0001.sql', `${orders}\n-- one more line`, { edited: true });
    const next = migration('0002.sql', 'CREATE INDEX i ON orders (note);');
    expect(found(analyze({ history: [], units: [{ migrations: [edited, next] }] }, quiet, reader))).toEqual([
      'edited-migration@1',
      'create-index-blocking@1',
    ]);
  });

  test('history is replayed and never judged', () => {
    const history = `${orders}\nALTER TABLE orders DROP COLUMN note;\nCREATE INDEX i ON orders (id);`;
    expect(found(run(['SELECT 1;'], { history }))).toEqual([]);
  });

  test('a name that the unit frees is not new to running code', () => {
    const sql = 'ALTER TABLE orders RENAME TO orders_old;\nCREATE TABLE orders (id bigint, c int);\nCREATE INDEX i ON orders (c);';
    expect(found(run([sql], { history: orders }))).toContain('create-index-blocking@3');
  });

  test('the search path of a file ends with the file', () => {
    const analysis = run(['SET search_path = app;\nCREATE TABLE t (a int);', 'CREATE INDEX i ON t (a);\nCREATE INDEX j ON app.t (a);']);
    const tables = analysis.files[1]?.statements.flatMap((each) => each.effects.map(({ table }) => `${table.schema}.${table.name}`));
    expect(tables).toEqual(['public.t', 'app.t']);
  });
});

describe('waivers', () => {
  const index = 'CREATE INDEX i ON orders (note);';
  const waived = (sql: string): { active: string[]; waived: string[] } => {
    const analysis = run([sql], { history: orders });
    const suppressed = analysis.files.flatMap((file) => file.findings.filter((each) => each.suppressed));
    return {
      active: found(analysis),
      waived: suppressed.map((each) => `${each.rule}: ${each.suppressed?.reason} (line ${each.suppressed?.line})`),
    };
  };

  test('a waiver with a reason waives the statement below it, and is kept', () => {
    expect(waived(`-- lockstep-ignore create-index-blocking: the table has 40 rows\n${index}`)).toEqual({
      active: [],
      waived: ['create-index-blocking: the table has 40 rows (line 1)'],
    });
  });

  test('behind the statement on its line, and inside it', () => {
    expect(waived(`${index} -- lockstep-ignore create-index-blocking: small`).active).toEqual([]);
    expect(waived('CREATE INDEX i\n-- lockstep-ignore create-index-blocking: small\nON orders (note);').active).toEqual([]);
  });

  test('it does not reach the statement after', () => {
    expect(waived(`-- lockstep-ignore create-index-blocking: small\n${index}\n${index.replace(' i ', ' j ')}`).active).toEqual([
      'create-index-blocking@3',
    ]);
  });

  test('without a reason it waives nothing', () => {
    expect(waived(`-- lockstep-ignore create-index-blocking\n${index}`).active).toEqual([
      'ignore-without-reason@1',
      'create-index-blocking@2',
    ]);
  });

  test('one that waives nothing, and one of no rule', () => {
    expect(waived('-- lockstep-ignore drop-table: gone\nSELECT 1;').active).toEqual(['unused-ignore@1']);
    expect(waived('-- lockstep-ignore no-such-rule: why\nSELECT 1;').active).toEqual(['unused-ignore@1']);
  });

  test.each(['lockstep: frobnicate', 'LOCKSTEP-IGNORE drop-table: gone', 'lockstep ignore drop-table: gone', 'lockstep-backfill a.b = 1'])(
    'a comment that only looks like a directive: %s',
    (comment) => {
      expect(waived(`-- ${comment}\nSELECT 1;`).active).toEqual(['malformed-directive@1']);
    },
  );

  test.each(['lockstep is a tool', 'lockstepping through the rows', 'in lockstep: both'])('prose is no directive: %s', (comment) => {
    expect(waived(`-- ${comment}\nSELECT 1;`).active).toEqual([]);
  });
});

describe('what cannot be read', () => {
  test('fails the check and costs only itself', () => {
    const analysis = run([`SELEC 1;\nCREATE INDEX i ON orders (note);`], { history: orders });
    expect(found(analysis)).toEqual(['unreadable-statement@1', 'create-index-blocking@2']);
    expect(analysis.summary.unreadable).toBe(1);
    expect(verdictOf(analysis, 'never')).toBe('fail');
  });

  test('can be waived, but not turned off', () => {
    const off: Config = { ...quiet, rules: { 'unreadable-statement': 'off' } };
    expect(found(run(['SELEC 1;'], { config: off }))).toEqual(['unreadable-statement@1']);
    expect(run(['-- lockstep-ignore unreadable-statement: read by hand\nSELEC 1;']).summary.unreadable).toBe(0);
  });

  test('bytes that are no text', () => {
    const bad = migration('0001.sql', '', { unreadable: { message: 'byte 3 is not UTF-8', line: 1 } });
    expect(found(analyze({ history: [], units: [{ migrations: [bad] }] }, quiet, reader))).toEqual(['unreadable-statement@1']);
  });

  test('in history it is a notice', () => {
    const analysis = run(['SELECT 1;'], { history: 'SELEC 1;' });
    expect(analysis.notices.map((each) => each.message)).toEqual(['History is incomplete: 1 statement could not be read.']);
    expect(verdictOf(analysis, 'warning')).toBe('pass');
  });
});

describe('severity', () => {
  const history = orders;
  test('the config decides, off is off', () => {
    const warn: Config = { ...quiet, rules: { 'create-index-blocking': 'warning' } };
    const analysis = run(['CREATE INDEX i ON orders (note);'], { history, config: warn });
    expect(verdictOf(analysis, 'error')).toBe('pass');
    expect(verdictOf(analysis, 'warning')).toBe('fail');
    const off: Config = { ...quiet, rules: { 'create-index-blocking': 'off' } };
    expect(found(run(['CREATE INDEX i ON orders (note);'], { history, config: off }))).toEqual([]);
  });
});

describe('transactions', () => {
  const sql = 'ALTER TABLE orders ADD CONSTRAINT c CHECK (note IS NOT NULL) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT c;';
  test.each([
    ['wrapped', sql, true],
    ['single-query', sql, true],
    ['per-statement', sql, false],
    ['per-statement', `BEGIN;\n${sql}\nCOMMIT;`, true],
    ['per-statement', `BEGIN;\n${sql.replace('\n', '\nCOMMIT;\n')}`, false],
  ] as const)('%s: %s', (transaction, text, flagged) => {
    expect(found(run([text], { history: orders, transaction })).some((each) => each.startsWith('validate-in-same-transaction'))).toBe(
      flagged,
    );
  });
});

test("one file opts out of the tool's transaction", () => {
  const sql = 'CREATE INDEX CONCURRENTLY i ON orders (note);';
  expect(found(run([sql], { history: orders, transaction: 'wrapped' }))).toEqual(['concurrently-in-transaction@1']);
  expect(found(run([`-- lockstep: no-transaction\n${sql}`], { history: orders, transaction: 'wrapped' }))).toEqual([]);
});

describe('backfill directives', () => {
  test.each([
    ['orders.status = (SELECT 1)', 'subquery'],
    ['orders.status = 1; DROP TABLE orders', 'DROP'],
    ['status = 1', 'not a column'],
    ['orders.status = status', 'reads status'],
    ['orders.status = NULL', 'null is what'],
    ['orders.status = nosuch || note', 'no column nosuch'],
    ['orders.stauts = 1', 'no column orders.stauts'],
  ])('%s is refused', (directive, reason) => {
    const analysis = run([`-- lockstep: backfill ${directive}\nALTER TABLE orders ADD COLUMN status text NOT NULL;`], { history: orders });
    const refused = analysis.files[0]?.findings.find((each) => each.rule === 'malformed-directive');
    expect(refused?.message.toLowerCase()).toContain(reason === 'DROP' ? 'one' : reason);
  });
});

test('a finding has a plan only where it is gone once the plan is followed', () => {
  const analysis = analyze(
    {
      history: [migration('0.sql', orders)],
      units: [{ migrations: [migration('1.sql', 'TRUNCATE orders;\nCREATE INDEX i ON orders (id);')] }],
    },
    defaultConfig,
    reader,
  );
  const planned = analysis.files.flatMap((file) => file.findings.map((each) => [each.rule, each.plan !== undefined]));
  expect(planned).toContainEqual(['truncate-table', false]);
  expect(planned).toContainEqual(['create-index-blocking', true]);
});

test('what the config states for a column gives way to the comment', () => {
  const sql = 'ALTER TABLE orders ADD COLUMN status text NOT NULL;';
  const config: Config = { ...quiet, backfill: { 'orders.status': "'configured'" } };
  const planOf = (text: string): string => JSON.stringify(run([text], { history: orders, config }).plans);
  expect(planOf(sql)).toContain("'configured'");
  expect(planOf(`-- lockstep: backfill orders.status = 'stated'\n${sql}`)).toContain("'stated'");
  expect(planOf(`-- lockstep: backfill orders.status = 'stated'\n${sql}`)).not.toContain("'configured'");
});

test('what the config states has to be usable', () => {
  const configured = (backfill: Record<string, string>) =>
    run(['ALTER TABLE orders ADD COLUMN status text NOT NULL;'], { history: orders, config: { ...quiet, backfill } });
  expect(() => configured({ 'orders.status': '(SELECT 1)' })).toThrow(/backfill of orders.status in the config cannot be used: .*subquer/);
  expect(() => configured({ status: '1' })).toThrow('write <table>.<column>');
  expect(configured({ 'orders.status': 'nosuch' }).notices.map((each) => each.message)).toEqual([
    "The config's backfill of orders.status cannot be used: the table has no column nosuch.",
  ]);
  expect(configured({ 'books.isbn': '1' }).notices).toEqual([]);
});

test('pending stages are noticed until they come', () => {
  const first = '-- lockstep: pending abc123 backfill, enforce\nSELECT 1;';
  expect(run([first]).notices.map((each) => each.message.slice(0, 36))).toEqual([
    'The backfill stage of plan abc123 is',
    'The enforce stage of plan abc123 is ',
  ]);
  expect(run([first, '-- lockstep: stage abc123 backfill\nSELECT 2;']).notices).toHaveLength(1);
});

test('the same input gives the same bytes', () => {
  const set = () =>
    run(['ALTER TABLE orders ADD COLUMN a uuid DEFAULT gen_random_uuid(), ADD COLUMN b text UNIQUE;\nCREATE INDEX i ON orders (note);'], {
      history: orders,
    });
  expect(JSON.stringify(set().plans)).toBe(JSON.stringify(set().plans));
  expect(set().plans.length).toBe(1);
});
