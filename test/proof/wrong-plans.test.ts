import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CheckName, Proof } from '../../src/plan/proof.ts';
import type { Plan } from '../../src/plan/stage.ts';
import type { ProofDatabase } from '../../src/proof/database.ts';
import { embeddedDatabase } from '../../src/proof/embedded/engine.ts';
import { type Prover, proverOn } from '../../src/proof/prove.ts';
import { loadReader } from '../../src/sql/load.ts';
import { roomy } from './asking.ts';
import { migration, planOf, type Staged, step } from './made-plan.ts';

let database: ProofDatabase;
let prover: Prover;
beforeAll(async () => {
  database = await embeddedDatabase(roomy);
  prover = proverOn(database, await loadReader());
});
afterAll(() => database.close());

const orders = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total int);';

interface Around {
  readonly history?: string;
  readonly differences?: Plan['differences'];
}

async function proofOf(change: string, stages: readonly Staged[], { history = orders, differences = [] }: Around = {}): Promise<Proof> {
  const plan = { ...planOf(stages), differences };
  return prover.prove({ history: [migration('0.sql', history)], unit: [migration('1.sql', change)], plan, tables: ['public.orders'] });
}

function failedChecks(proof: Proof): readonly CheckName[] {
  return proof.checks.filter((each) => each.status === 'failed').map((each) => each.name);
}

const index = 'CREATE INDEX orders_email ON orders (email);';
const concurrently = step(
  'CREATE INDEX CONCURRENTLY orders_email ON orders (email);',
  'DROP INDEX CONCURRENTLY IF EXISTS orders_email;',
  false,
);
const addNote = step('ALTER TABLE orders ADD COLUMN note text;', 'ALTER TABLE orders DROP COLUMN IF EXISTS note;');
const both = `ALTER TABLE orders ADD COLUMN note text; ${index}`;

/** `total` becomes a bigint by way of another column. */
const widen = 'ALTER TABLE orders ALTER COLUMN total TYPE bigint;';
const widened = (events: string): readonly Staged[] => [
  {
    name: 'expand',
    steps: [
      step('ALTER TABLE orders ADD COLUMN wide bigint;', 'ALTER TABLE orders DROP COLUMN IF EXISTS wide;'),
      step(
        'CREATE FUNCTION widen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.wide := NEW.total; RETURN NEW; END $$;',
        'DROP FUNCTION IF EXISTS widen();',
      ),
      step(
        `CREATE TRIGGER widen BEFORE ${events} ON orders FOR EACH ROW EXECUTE FUNCTION widen();`,
        'DROP TRIGGER IF EXISTS widen ON orders;',
      ),
    ],
  },
  { name: 'backfill', boundary: 'transaction', steps: [step('UPDATE orders SET wide = total;', '-- nothing to undo')] },
  {
    name: 'contract',
    boundary: 'backfill',
    steps: [
      step(
        'DROP TRIGGER widen ON orders;',
        'CREATE TRIGGER widen BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION widen();',
      ),
      step(
        'DROP FUNCTION widen();',
        'CREATE FUNCTION widen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.wide := NEW.total; RETURN NEW; END $$;',
      ),
      step('ALTER TABLE orders RENAME COLUMN total TO narrow;', 'ALTER TABLE orders RENAME COLUMN narrow TO total;'),
      step('ALTER TABLE orders RENAME COLUMN wide TO total;', 'ALTER TABLE orders RENAME COLUMN total TO wide;'),
      step('ALTER TABLE orders DROP COLUMN narrow;', '-- the old values are gone'),
    ],
  },
];

describe('what holds is proved', () => {
  test('an index beside a column', async () => {
    const proof = await proofOf(both, [
      { name: 'expand', steps: [addNote] },
      { name: 'enforce', boundary: 'transaction', steps: [concurrently] },
    ]);
    expect(proof).toEqual({
      status: 'proved',
      engine: expect.stringMatching(/^PostgreSQL 18\.\d+ \(embedded\)$/),
      checks: [
        { name: 'schema', status: 'passed', detail: 'same schema' },
        { name: 'blocking', status: 'passed', detail: 'longest blocking step: none' },
        { name: 'rows', status: 'passed', detail: 'same rows (6, and 4 writes of the old code meanwhile)' },
        { name: 'application', status: 'passed', detail: 'old and new code work after each of 2 stages' },
        { name: 'rollback', status: 'passed', detail: 'rolled back from any point, the schema is as before' },
      ],
    });
  });

  test('a table with a column of any name', async () => {
    const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, t int, lockstep_row text);';
    const proof = await proofOf(index, [{ name: 'expand', steps: [concurrently] }], { history });
    expect(proof).toMatchObject({ status: 'proved' });
  });

  test('a CHECK and an index whose text only PostgreSQL has changed, by the change of the type', async () => {
    const history = `${orders} ALTER TABLE orders ADD state varchar(20) CHECK (state IN ('new', 'old')); ALTER TABLE orders ADD CHECK (total BETWEEN 0 AND 9 AND total <> 3);
      CREATE INDEX orders_new ON orders (id) WHERE state IN ('new', 'late');`;
    const types = ['total TYPE bigint', 'state TYPE varchar(10)'].map((each) => `ALTER COLUMN ${each}`).join(', ');
    const again = [
      `ALTER TABLE orders ${types};`,
      'ALTER TABLE orders DROP CONSTRAINT orders_state_check;',
      'ALTER TABLE orders DROP CONSTRAINT orders_total_check;',
      'DROP INDEX orders_new;',
      "ALTER TABLE orders ADD CONSTRAINT orders_state_check CHECK (state IN ('new', 'old'));",
      'ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total BETWEEN 0 AND 9 AND total <> 3);',
    ];
    const indexed = (state: string): string => `CREATE INDEX orders_new ON orders (id) WHERE state IN ('new', '${state}');`;
    const proofWith = (state: string): Promise<Proof> =>
      proofOf(`ALTER TABLE orders ${types};`, [{ name: 'expand', steps: [...again, indexed(state)].map((sql) => step(sql, '-- none')) }], {
        history,
      });
    const schema = (proof: Proof): string | undefined => proof.checks.find(({ name }) => name === 'schema')?.status;
    expect(schema(await proofWith('late'))).toBe('passed');
    expect(schema(await proofWith('lost'))).toBe('failed');
  });

  test('a column that goes behind the deploy, with a CHECK that refuses what the old code may not write', async () => {
    const check = step(
      'ALTER TABLE orders ADD CONSTRAINT big CHECK (total > 900) NOT VALID;',
      'ALTER TABLE orders DROP CONSTRAINT IF EXISTS big;',
    );
    const drop = step('ALTER TABLE orders DROP COLUMN total;', '-- the values are gone');
    const proof = await proofOf('ALTER TABLE orders ADD CONSTRAINT big CHECK (total > 900); ALTER TABLE orders DROP COLUMN total;', [
      { name: 'expand', steps: [check] },
      { name: 'enforce', boundary: 'transaction', steps: [step('ALTER TABLE orders VALIDATE CONSTRAINT big;', '-- nothing to undo')] },
      { name: 'contract', boundary: 'deploy', steps: [drop] },
    ]);
    expect(proof).toMatchObject({ status: 'proved' });
  });

  test('a type by way of another column that a trigger keeps', async () => {
    const proof = await proofOf(widen, widened('INSERT OR UPDATE'));
    expect(proof).toMatchObject({ status: 'proved' });
    expect(proof.checks.at(-1)).toEqual({
      name: 'rollback',
      status: 'passed',
      detail: 'rolled back from any of the first 8 of 9 statements, the schema is as before',
    });
  });
});

describe('a wrong plan is refused by the check that is there for it', () => {
  test('the end schema is another', async () => {
    const proof = await proofOf(both, [{ name: 'expand', steps: [addNote] }]);
    expect(failedChecks(proof)).toEqual(['schema']);
    expect(proof).toMatchObject({
      status: 'failed',
      reason: 'schema: missing: index CREATE INDEX orders_email ON public.orders USING btree (email)',
    });
  });

  test('what the plan says to leave otherwise excuses nothing else of a similar name', async () => {
    const change =
      'ALTER TABLE orders ADD COLUMN total_new int GENERATED ALWAYS AS (total + 1) STORED; CREATE INDEX orders_total_new_idx ON orders (id);';
    const table = { schema: 'public', name: 'orders' };
    const stated = (name: string): Plan['differences'] => [
      { path: '1.sql', span: { start: 0, end: 1 }, sentence: '', things: [{ kind: 'column', table, name }] },
    ];
    const virtual = step(
      'ALTER TABLE orders ADD COLUMN total_new int GENERATED ALWAYS AS (total + 1);',
      'ALTER TABLE orders DROP COLUMN IF EXISTS total_new;',
    );
    const missing = 'missing: index CREATE INDEX orders_total_new_idx ON public.orders USING btree (id)';
    const alone = await proofOf(change, [{ name: 'expand', steps: [virtual] }], { differences: stated('total_new') });
    expect(alone).toMatchObject({ status: 'failed', reason: `schema: ${missing}` });
    const other = await proofOf(change, [{ name: 'expand', steps: [virtual] }], { differences: stated('total') });
    expect(other).toMatchObject({ status: 'failed', reason: expect.stringContaining('missing: column public.orders.total_new integer') });
  });

  test('something is left over', async () => {
    const helper = step('CREATE FUNCTION helper() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;', 'DROP FUNCTION IF EXISTS helper();');
    const proof = await proofOf(index, [{ name: 'expand', steps: [concurrently, helper] }]);
    expect(failedChecks(proof)).toEqual(['schema']);
  });

  test.each([
    ['builds an index', index, step(index, 'DROP INDEX IF EXISTS orders_email;')],
    ['builds an index, as one that needs no transaction', index, step(index, 'DROP INDEX IF EXISTS orders_email;', false)],
    ['rewrites', widen, step(widen, 'ALTER TABLE orders ALTER COLUMN total TYPE int;')],
    [
      'reads all rows',
      'ALTER TABLE orders ADD CONSTRAINT positive CHECK (total IS NULL OR total > -1000);',
      step(
        'ALTER TABLE orders ADD CONSTRAINT positive CHECK (total IS NULL OR total > -1000);',
        'ALTER TABLE orders DROP CONSTRAINT IF EXISTS positive;',
      ),
    ],
    [
      'reads all rows for a foreign key',
      'ALTER TABLE orders ADD CONSTRAINT before FOREIGN KEY (id) REFERENCES orders (id);',
      step(
        'ALTER TABLE orders ADD CONSTRAINT before FOREIGN KEY (id) REFERENCES orders (id);',
        'ALTER TABLE orders DROP CONSTRAINT IF EXISTS before;',
      ),
    ],
    [
      'writes all rows under a lock that stood there before',
      'UPDATE orders SET email = lower(email);',
      step('LOCK TABLE orders IN SHARE ROW EXCLUSIVE MODE; UPDATE orders SET email = lower(email);', '-- nothing to undo'),
    ],
    [
      'rewrites, where no transaction can be around it,',
      'ALTER TABLE orders SET (fillfactor = 50);',
      step('ALTER TABLE orders SET (fillfactor = 50); VACUUM FULL orders;', 'ALTER TABLE orders RESET (fillfactor);', false),
    ],
  ])('a step %s under a lock that stops writes', async (_, change, wrong) => {
    const proof = await proofOf(change, [{ name: 'expand', steps: [wrong] }]);
    expect(failedChecks(proof)).toEqual(['blocking']);
  });

  test('rows differ', async () => {
    const change = "ALTER TABLE orders ADD COLUMN status text DEFAULT 'new';";
    const add = step('ALTER TABLE orders ADD COLUMN status text;', 'ALTER TABLE orders DROP COLUMN IF EXISTS status;');
    const set = step("ALTER TABLE orders ALTER COLUMN status SET DEFAULT 'new';", 'ALTER TABLE orders ALTER COLUMN status DROP DEFAULT;');
    const fill = (value: string): Staged => ({
      name: 'backfill',
      boundary: 'transaction',
      steps: [step(`UPDATE orders SET status = '${value}' WHERE status IS NULL;`, '-- nothing to undo')],
    });
    expect(await proofOf(change, [{ name: 'expand', steps: [add, set] }, fill('new')])).toMatchObject({ status: 'proved' });
    expect(failedChecks(await proofOf(change, [{ name: 'expand', steps: [add, set] }, fill('old')]))).toEqual(['rows']);
    expect(failedChecks(await proofOf(change, [{ name: 'expand', steps: [add, set] }]))).toEqual(['rows']);
  });

  test.each(['INSERT', 'UPDATE'])('what the old code writes meanwhile is lost, but for its %s', async (events) => {
    expect(failedChecks(await proofOf(widen, widened(events)))).toEqual(['rows']);
  });

  test('a statement of the old code stops working before the deploy', async () => {
    const change = "ALTER TABLE orders ADD COLUMN kind text NOT NULL DEFAULT 'x'; ALTER TABLE orders ALTER COLUMN kind DROP DEFAULT;";
    const add = step("ALTER TABLE orders ADD COLUMN kind text NOT NULL DEFAULT 'x';", 'ALTER TABLE orders DROP COLUMN IF EXISTS kind;');
    const drop = step('ALTER TABLE orders ALTER COLUMN kind DROP DEFAULT;', "ALTER TABLE orders ALTER COLUMN kind SET DEFAULT 'x';");
    expect(
      await proofOf(change, [
        { name: 'expand', steps: [add] },
        { name: 'contract', boundary: 'deploy', steps: [drop] },
      ]),
    ).toMatchObject({ status: 'proved' });
    const early = await proofOf(change, [
      { name: 'expand', steps: [add, drop] },
      { name: 'contract', boundary: 'deploy', steps: [step('SELECT 1;', '-- nothing to undo')] },
    ]);
    expect(failedChecks(early)).toEqual(['application']);
    expect(early).toMatchObject({ reason: expect.stringContaining("the old code's INSERT on public.orders fails: null value in column") });
  });

  test('a table is renamed, and refuses meanwhile what it takes in the end', async () => {
    const change = 'ALTER TABLE orders RENAME TO sales; ALTER TABLE sales ADD CONSTRAINT big CHECK (total > 900);';
    const rename = step(
      'ALTER TABLE orders RENAME TO sales; CREATE VIEW orders AS SELECT * FROM sales;',
      'DROP VIEW orders; ALTER TABLE sales RENAME TO orders;',
    );
    const refuse = (condition: string): readonly Staged[] => [
      {
        name: 'expand',
        steps: [
          rename,
          step(`ALTER TABLE sales ADD CONSTRAINT big CHECK (${condition}) NOT VALID;`, 'ALTER TABLE sales DROP CONSTRAINT IF EXISTS big;'),
        ],
      },
      {
        name: 'contract',
        boundary: 'deploy',
        steps: [
          step('DROP VIEW orders;', '-- nothing to undo'),
          step('ALTER TABLE sales DROP CONSTRAINT big;', '-- nothing to undo'),
          step('ALTER TABLE sales ADD CONSTRAINT big CHECK (total > 900) NOT VALID;', '-- nothing to undo'),
          step('ALTER TABLE sales VALIDATE CONSTRAINT big;', '-- nothing to undo'),
        ],
      },
    ];
    expect(failedChecks(await proofOf(change, refuse('total > 900')))).not.toContain('application');
    const wrong = await proofOf(change, refuse('total > 5000'));
    expect(failedChecks(wrong)).toContain('application');
    expect(wrong.checks.find((each) => each.name === 'application')?.detail).toContain("the old code's INSERT on public.orders fails");
  });

  test.each([
    ['a generated column', 'GENERATED ALWAYS AS (id) STORED', ['application']],
    ['numbers of its own', 'GENERATED ALWAYS AS IDENTITY', []],
  ])('a column of the old code becomes %s before the deploy', async (_, generated, failed) => {
    const change = `ALTER TABLE orders DROP COLUMN total; ALTER TABLE orders ADD COLUMN total int ${generated};`;
    const proof = await proofOf(change, [
      { name: 'expand', steps: [step(change, '-- cannot be undone')] },
      { name: 'contract', boundary: 'deploy', steps: [step('SELECT 1;', '-- nothing to undo')] },
    ]);
    expect(failedChecks(proof).filter((each) => each === 'application')).toEqual(failed);
  });

  test('a view that the old code reads is gone for a while', async () => {
    const history = `${orders} CREATE VIEW totals AS SELECT id, total FROM orders; CREATE VIEW sums AS SELECT sum(total) AS sum FROM totals;`;
    const change =
      'DROP VIEW totals CASCADE; ALTER TABLE orders ADD COLUMN fee int; CREATE VIEW totals AS SELECT id, total FROM orders; CREATE VIEW sums AS SELECT sum(total) AS sum FROM totals;';
    const drop = step('DROP VIEW totals CASCADE;', '-- nothing to undo');
    const rest = change.slice(change.indexOf('ALTER'));
    const early = await proofOf(
      change,
      [
        { name: 'expand', steps: [drop] },
        { name: 'enforce', boundary: 'transaction', steps: [step(rest, '-- nothing to undo')] },
      ],
      { history },
    );
    expect(failedChecks(early)).toContain('application');
    expect(early).toMatchObject({ reason: expect.stringContaining("the old code's SELECT on public.") });
    const atOnce = await proofOf(change, [{ name: 'expand', steps: [step(change, '-- nothing to undo')] }], { history });
    expect(failedChecks(atOnce)).not.toContain('application');
  });

  test('a statement of the new code does not work yet', async () => {
    const change = 'ALTER TABLE orders ALTER COLUMN email DROP NOT NULL;';
    const proof = await proofOf(
      change,
      [
        { name: 'expand', steps: [step('SELECT 1;', '-- nothing to undo')] },
        { name: 'contract', boundary: 'deploy', steps: [step(change, 'ALTER TABLE orders ALTER COLUMN email SET NOT NULL;')] },
      ],
      { history: 'CREATE TABLE orders (id bigint PRIMARY KEY, email text NOT NULL, total int);' },
    );
    expect(failedChecks(proof)).toEqual(['application']);
  });

  test.each([
    [
      'leaves something behind',
      '-- nothing to undo',
      'rolled back after 1 statements, the schema is another: not wanted: column public.orders.note text',
    ],
    [
      'undoes something else',
      'ALTER TABLE orders DROP COLUMN IF EXISTS note, DROP COLUMN email;',
      'missing: column public.orders.email text',
    ],
    ['does not run', 'ALTER TABLE order DROP COLUMN note;', 'the rollback of `ALTER TABLE orders ADD COLUMN note text;` is refused'],
  ])('a rollback that %s', async (_, rollback, reason) => {
    const proof = await proofOf('ALTER TABLE orders ADD COLUMN note text;', [{ name: 'expand', steps: [{ ...addNote, rollback }] }]);
    expect(failedChecks(proof)).toEqual(['rollback']);
    expect(proof).toMatchObject({ reason: expect.stringContaining(reason) });
  });

  test.each([
    ['schema', 'SET lock_timeout = 5000; ALTER TABLE orders ADD COLUMN note text; ALTER TABLE orders ADD COLUMN more text;'],
    ['blocking', 'SET lock_timeout = 5000; ALTER TABLE orders ADD COLUMN note text; ALTER TABLE orders ALTER COLUMN total TYPE bigint;'],
  ] as const)('%s: what stands behind a setting', async (check, sql) => {
    const undo = 'ALTER TABLE orders DROP COLUMN IF EXISTS note; ALTER TABLE orders DROP COLUMN IF EXISTS more;';
    const change = `ALTER TABLE orders ADD COLUMN note text;${check === 'blocking' ? widen : ''}`;
    expect(failedChecks(await proofOf(change, [{ name: 'expand', steps: [step(sql, undo)] }]))).toContain(check);
  });

  test('a step of settings and another statement is rolled back all the same', async () => {
    const sql = 'SET lock_timeout = 5000; ALTER TABLE orders ADD COLUMN note text; SET lock_timeout = 0;';
    const proof = await proofOf('ALTER TABLE orders ADD COLUMN note text;', [{ name: 'expand', steps: [step(sql, 'SELECT 1;')] }]);
    expect(failedChecks(proof)).toEqual(['rollback']);
  });

  test('a history that has prepared its own answer to what is asked of the catalog', async () => {
    const own = "DEALLOCATE ALL; PREPARE lockstep_catalog AS SELECT 'same'::text AS line;";
    const history = `${orders}${own}`;
    expect(failedChecks(await proofOf(index, [{ name: 'expand', steps: [addNote] }], { history }))).toContain('schema');
    expect(await proofOf(index, [{ name: 'expand', steps: [concurrently] }], { history })).toMatchObject({ status: 'proved' });
  });

  test('a rollback that runs in a transaction only', async () => {
    const locked = step('ALTER TABLE orders ADD COLUMN note text;', 'LOCK TABLE orders; ALTER TABLE orders DROP COLUMN note;');
    const proof = await proofOf(both, [
      { name: 'expand', steps: [locked] },
      { name: 'enforce', boundary: 'transaction', steps: [concurrently] },
    ]);
    expect(failedChecks(proof)).toEqual(['rollback']);
  });

  test('a rollback from a point on the way', async () => {
    const proof = await proofOf('ALTER TABLE orders RENAME COLUMN email TO mail;', [
      {
        name: 'expand',
        steps: [
          step('ALTER TABLE orders RENAME COLUMN email TO half;', '-- nothing to undo'),
          step('ALTER TABLE orders RENAME COLUMN half TO mail;', 'ALTER TABLE orders RENAME COLUMN mail TO email;'),
        ],
      },
    ]);
    expect(failedChecks(proof)).toContain('rollback');
  });
});

describe('what is said where nothing can be proved', () => {
  test('rows that nobody can read behind the file', async () => {
    const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, digest text GENERATED ALWAYS AS (md5(email)));';
    const change = `ALTER TABLE orders ALTER COLUMN digest TYPE char(5); ${index}`;
    const proof = await proofOf(
      change,
      [{ name: 'expand', steps: [step('ALTER TABLE orders ALTER COLUMN digest TYPE char(5);', '-- none'), concurrently] }],
      { history },
    );
    expect(proof.checks.find(({ name }) => name === 'rows')).toEqual({
      name: 'rows',
      status: 'skipped',
      detail: 'the file as written fails on rows, and defines none',
    });
  });

  test('a step is refused', async () => {
    const proof = await proofOf(index, [
      { name: 'expand', steps: [step('CREATE INDEX CONCURRENTLY orders_email ON orders (mail);', '-- nothing to undo', false)] },
    ]);
    expect(proof).toMatchObject({ status: 'failed', reason: 'a step is refused: 1.sql:2: column "mail" does not exist' });
  });

  test('an extension that is not there, by name', async () => {
    const proof = await proofOf(index, [{ name: 'expand', steps: [concurrently] }], { history: `CREATE EXTENSION postgis; ${orders}` });
    expect(proof).toEqual({
      status: 'unproved',
      engine: database.engine,
      checks: [],
      reason: 'the history does not run on it: 0.sql:1: extension "postgis" is not available',
    });
  });

  test('the file itself does not run', async () => {
    const proof = await proofOf('CREATE INDEX orders_email ON invoices (email);', [{ name: 'expand', steps: [concurrently] }]);
    expect(proof).toMatchObject({
      status: 'unproved',
      reason: 'the file as written does not run on it: 1.sql:1: relation "invoices" does not exist',
    });
  });

  test("the author's own statements stand on a step", async () => {
    const proof = await proofOf(`${index} CLUSTER orders USING orders_email;`, [
      { name: 'expand', steps: [concurrently, { ...step('ALTER TABLE orders CLUSTER ON orders_email;', '-- as before'), authors: true }] },
    ]);
    expect(proof.checks.at(-1)).toEqual({ name: 'rollback', status: 'passed', detail: 'each step was undone' });
  });

  test('an engine that is stopped; the next plan is proved on another', async () => {
    const endless = step('DO $$ BEGIN LOOP NULL; END LOOP; END $$;', '-- nothing to undo');
    const hurried = await embeddedDatabase({ ...roomy, statementMilliseconds: 8000 });
    try {
      const other = proverOn(hurried, await loadReader());
      const request = { history: [migration('0.sql', orders)], unit: [migration('1.sql', index)], tables: ['public.orders'] };
      const stopped = await other.prove({ ...request, plan: planOf([{ name: 'expand', steps: [endless] }]) });
      expect(stopped).toMatchObject({ status: 'unproved', reason: 'the engine was stopped (deadline): it took longer than 8.0 s' });
      expect(await other.prove({ ...request, plan: planOf([{ name: 'expand', steps: [concurrently] }]) })).toMatchObject({
        status: 'proved',
      });
    } finally {
      await hurried.close();
    }
  });

  test('a fault of the proof itself, which leaves the findings as they are', async () => {
    const broken: ProofDatabase = { ...database, mark: () => Promise.reject(new TypeError('x is not a function')) };
    const request = { history: [migration('0.sql', orders)], unit: [migration('1.sql', index)], tables: ['public.orders'] };
    const proof = await proverOn(broken, await loadReader()).prove({
      ...request,
      plan: planOf([{ name: 'expand', steps: [concurrently] }]),
    });
    expect(proof).toMatchObject({
      status: 'unproved',
      reason: "the proof itself broke down, which is a fault of Lockstep's: x is not a function",
    });
  });

  test('what reaches out of the database is not run', async () => {
    const proof = await proofOf(index, [{ name: 'expand', steps: [concurrently] }], { history: `${orders} COPY orders TO PROGRAM 'id';` });
    expect(proof).toMatchObject({ status: 'unproved', reason: expect.stringContaining('COPY … PROGRAM reaches out of the database') });
  });
});
