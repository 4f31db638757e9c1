import { analyze } from '../src/analysis/analyze.ts';
import { defaultConfig } from '../src/config/config.ts';
import { type Effect, type LockMode, lockModes } from '../src/engine/postgres/effect.ts';
import { keyOf } from '../src/operation/name.ts';
import type { Plan } from '../src/plan/stage.ts';
import { loadReader } from '../src/sql/load.ts';

/** One operation with the least that it takes to see how it is staged. */
export interface Example {
  readonly operation: string;
  readonly history: string;
  readonly change: string;
  readonly major?: number;
}

const orders = 'CREATE TABLE orders (id int PRIMARY KEY, email text, total numeric(12,2), code varchar(20));';
const events =
  "CREATE TABLE events (id int, at date NOT NULL) PARTITION BY RANGE (at); CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');";

export const examples: readonly Example[] = [
  {
    operation: 'ADD COLUMN … NOT NULL, value stated',
    history: orders,
    change: "-- lockstep: backfill orders.status = 'new'\nALTER TABLE orders ADD COLUMN status text NOT NULL;",
  },
  {
    operation: 'ADD COLUMN … NOT NULL, value from the row',
    history: orders,
    change: '-- lockstep: backfill orders.contact = lower(email)\nALTER TABLE orders ADD COLUMN contact text NOT NULL;',
  },
  {
    operation: 'ADD COLUMN … DEFAULT, volatile',
    history: orders,
    change: 'ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid();',
  },
  { operation: 'ADD COLUMN … serial', history: orders, change: 'ALTER TABLE orders ADD COLUMN n serial;' },
  { operation: 'ADD COLUMN … AS IDENTITY', history: orders, change: 'ALTER TABLE orders ADD COLUMN n int GENERATED ALWAYS AS IDENTITY;' },
  {
    operation: 'ADD COLUMN … GENERATED … STORED',
    history: orders,
    change: 'ALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 1.19) STORED;',
  },
  {
    operation: 'the same on PostgreSQL 18',
    history: orders,
    change: 'ALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 1.19) STORED;',
    major: 18,
  },
  {
    operation: 'ADD COLUMN … with UNIQUE, CHECK, REFERENCES',
    history: `${orders} CREATE TABLE states (name text PRIMARY KEY);`,
    change: "ALTER TABLE orders ADD COLUMN state text DEFAULT 'new' UNIQUE CHECK (state <> '') REFERENCES states;",
  },
  { operation: 'ALTER COLUMN … SET NOT NULL', history: orders, change: 'ALTER TABLE orders ALTER COLUMN email SET NOT NULL;' },
  { operation: 'ALTER COLUMN … TYPE', history: orders, change: 'ALTER TABLE orders ALTER COLUMN id TYPE bigint;' },
  { operation: 'ALTER COLUMN … TYPE, narrower', history: orders, change: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(10);' },
  {
    operation: 'ALTER COLUMN … SET EXPRESSION',
    history: 'CREATE TABLE orders (id int PRIMARY KEY, net int, gross int GENERATED ALWAYS AS (net * 2) STORED);',
    change: 'ALTER TABLE orders ALTER COLUMN gross SET EXPRESSION AS (net * 3);',
    major: 17,
  },
  { operation: 'RENAME COLUMN', history: orders, change: 'ALTER TABLE orders RENAME COLUMN email TO mail;' },
  { operation: 'DROP COLUMN', history: orders, change: 'ALTER TABLE orders DROP COLUMN email;' },
  {
    operation: 'DROP COLUMN, and another of its name',
    history: orders,
    change: 'ALTER TABLE orders DROP COLUMN email;\nALTER TABLE orders ADD COLUMN email jsonb;',
  },
  { operation: 'RENAME TABLE, SET SCHEMA', history: orders, change: 'ALTER TABLE orders RENAME TO purchases;' },
  { operation: 'DROP TABLE', history: orders, change: 'DROP TABLE orders;' },
  { operation: 'CREATE INDEX', history: orders, change: 'CREATE INDEX orders_email ON orders (email);' },
  { operation: 'CREATE INDEX on a partitioned table', history: events, change: 'CREATE INDEX events_id ON events (id);' },
  { operation: 'DROP INDEX', history: `${orders} CREATE INDEX orders_email ON orders (email);`, change: 'DROP INDEX orders_email;' },
  { operation: 'REINDEX', history: orders, change: 'REINDEX TABLE orders;' },
  { operation: 'ADD UNIQUE, ADD PRIMARY KEY', history: orders, change: 'ALTER TABLE orders ADD UNIQUE (email);' },
  { operation: 'the same on a partitioned table', history: events, change: 'ALTER TABLE events ADD UNIQUE (id, at);' },
  { operation: 'ADD CHECK', history: orders, change: 'ALTER TABLE orders ADD CHECK (total > 0);' },
  {
    operation: 'ADD FOREIGN KEY',
    history: `${orders} CREATE TABLE users (id int PRIMARY KEY);`,
    change: 'ALTER TABLE orders ADD FOREIGN KEY (id) REFERENCES users;',
  },
  {
    operation: 'the same on a partitioned table before 18',
    history: `${events} CREATE TABLE users (id int PRIMARY KEY);`,
    change: 'ALTER TABLE events ADD FOREIGN KEY (id) REFERENCES users;',
    major: 17,
  },
  {
    operation: 'ALTER CONSTRAINT … ENFORCED',
    history: `CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE posts (author int, CONSTRAINT written FOREIGN KEY (author) REFERENCES users NOT ENFORCED);`,
    change: 'ALTER TABLE posts ALTER CONSTRAINT written ENFORCED;',
    major: 18,
  },
  {
    operation: 'ADD EXCLUDE',
    history: 'CREATE TABLE bookings (room int, during tsrange);',
    change: 'ALTER TABLE bookings ADD EXCLUDE USING gist (during WITH &&);',
  },
  {
    operation: 'ALTER DOMAIN … ADD CHECK',
    history: 'CREATE DOMAIN cents AS int; CREATE TABLE prices (price cents);',
    change: 'ALTER DOMAIN cents ADD CONSTRAINT paid CHECK (VALUE > 0);',
  },
  {
    operation: 'ATTACH PARTITION',
    history: `${events} CREATE TABLE more (id int, at date NOT NULL);`,
    change: "ALTER TABLE events ATTACH PARTITION more FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
  },
  {
    operation: 'CREATE TABLE … PARTITION OF, beside a default partition',
    history: `${events} CREATE TABLE rest PARTITION OF events DEFAULT;`,
    change: "CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
  },
  {
    operation: 'DETACH PARTITION that a foreign key points to',
    history:
      'CREATE TABLE users (id int PRIMARY KEY) PARTITION BY RANGE (id); CREATE TABLE users_1 PARTITION OF users FOR VALUES FROM (1) TO (9); CREATE TABLE posts (author int REFERENCES users);',
    change: 'ALTER TABLE users DETACH PARTITION users_1;',
  },
  {
    operation: 'ALTER TYPE … RENAME VALUE',
    history: "CREATE TYPE mood AS ENUM ('calm'); CREATE TABLE letters (mood mood);",
    change: "ALTER TYPE mood RENAME VALUE 'calm' TO 'quiet';",
  },
  {
    operation: 'REFRESH MATERIALIZED VIEW',
    history: `${orders} CREATE MATERIALIZED VIEW mails AS SELECT id, email FROM orders; CREATE UNIQUE INDEX ON mails (id);`,
    change: 'REFRESH MATERIALIZED VIEW mails;',
  },
  { operation: 'UPDATE of every row', history: orders, change: 'UPDATE orders SET email = lower(email);' },
  { operation: 'DELETE of every row', history: orders, change: 'DELETE FROM orders;' },
  { operation: 'VACUUM FULL', history: orders, change: 'VACUUM FULL orders;' },
  { operation: 'CLUSTER', history: orders, change: 'CLUSTER orders USING orders_pkey;' },
  {
    operation: 'ALTER INDEX … SET TABLESPACE',
    history: `${orders} CREATE INDEX orders_email ON orders (email);`,
    change: 'ALTER INDEX orders_email SET TABLESPACE elsewhere;',
    major: 14,
  },
  { operation: 'SET LOGGED, SET TABLESPACE, SET ACCESS METHOD', history: orders, change: 'ALTER TABLE orders SET UNLOGGED;' },
];

const reader = await loadReader();

/** How each operation is staged, as the recipes and the engine have it. */
export function planTable(): string {
  return [
    '| operation | as written | stages of the plan | locks of the plan, catalog only | rows are worked on under |',
    '| --- | --- | --- | --- | --- |',
    ...examples.map((each) => `| ${row(each).join(' | ')} |`),
  ].join('\n');
}

/** The stages that an operation's plan has. */
export function stagesOf(example: Example): Plan['stages'] {
  return staging(example).plan?.stages ?? [];
}

const staging = (example: Example) => analyzed(example, [{ path: 'm/2.sql', text: example.change }], example.history);

function row(example: Example): readonly string[] {
  const { effects, plan } = staging(example);
  const steps = plan?.stages.flatMap((stage) => stage.files.flatMap((file) => file.steps)) ?? [];
  if (plan === undefined || steps.length === 0)
    return [example.operation, written(effects), 'none: the plan says why, and the least harmful way', '–', '–'];
  const after = stagedEffects(example, plan);
  const busy = after.filter(isWork);
  return [
    example.operation,
    written(effects),
    plan.stages
      .map(({ name, boundary, round }) => `${name}${round ? ` (round ${round})` : ''}${boundary === 'deploy' ? ' after a deploy' : ''}`)
      .join(' → '),
    shown(strongest(after.filter((each) => !isWork(each)))) || '–',
    busy.length === 0 ? 'none are' : shown(strongest(busy)),
  ];
}

/** The effects of every statement of a plan, stage by stage. */
function stagedEffects(example: Example, plan: Plan): readonly Effect[] {
  let history = example.history;
  return plan.stages.flatMap((stage) => {
    const files = stage.files.map((file, i) => ({ path: `m/${stage.round ?? 1}_${stage.name}_${i}.sql`, text: file.text }));
    const { effects } = analyzed(example, files, history);
    history += `\n${files.map((file) => file.text).join('\n')}`;
    return effects;
  });
}

function analyzed({ major }: Example, files: readonly { readonly path: string; readonly text: string }[], history: string) {
  const migrations = files.map((file) => ({ ...file, direction: 'up' as const, transaction: 'unknown' as const }));
  const config = { ...defaultConfig, target: { engine: 'postgres' as const, ...(major !== undefined && { major }) } };
  const before = { path: 'm/1.sql', text: history, direction: 'up' as const, transaction: 'unknown' as const };
  const analysis = analyze({ history: [before], units: [{ migrations }] }, config, reader);
  // Of what is made nobody has anything to wait for.
  const operations = files.flatMap(({ text }) => reader.read(text).statements.flatMap((each) => each.operations));
  const made = new Set(
    operations.flatMap((each) => (each.kind === 'create-table' ? keyOf({ schema: 'public', name: each.table.name }) : [])),
  );
  const effects = analysis.files
    .flatMap((file) => file.statements.flatMap((statement) => statement.effects as readonly Effect[]))
    .filter((effect) => !made.has(keyOf(effect.table)));
  return { effects, plan: analysis.plans[0] };
}

const isWork = (effect: Effect): boolean => effect.work.some((work) => work !== 'metadata') || effect.lock === 'RowExclusiveLock';

function strongest(effects: readonly Effect[]): LockMode | undefined {
  return effects.reduce<LockMode | undefined>(
    (most, { lock }) => (lock !== null && (most === undefined || lockModes.indexOf(lock) > lockModes.indexOf(most)) ? lock : most),
    undefined,
  );
}

/** `AccessExclusiveLock` → `ACCESS EXCLUSIVE`. */
function shown(lock: LockMode | undefined): string {
  return lock === undefined
    ? ''
    : lock
        .replace(/Lock$/, '')
        .replace(/(?<=.)([A-Z])/g, ' $1')
        .toUpperCase();
}

function written(effects: readonly Effect[]): string {
  const busy = effects.filter(isWork);
  const lock = shown(strongest(busy.length > 0 ? busy : effects));
  const work = [...new Set(busy.flatMap((each) => each.work.filter((work) => work !== 'metadata')))].join(', ');
  const fails = effects.some((each) => each.fails !== undefined) && busy.length === 0 ? ', fails where there are rows' : '';
  const what = work === '' ? 'catalog only' : work;
  return `${lock === '' ? '' : `${lock}: `}${what}${fails}`;
}
