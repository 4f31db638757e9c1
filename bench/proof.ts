import { readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { analyze } from '../src/analysis/analyze.ts';
import { provePlans } from '../src/analysis/prove-plans.ts';
import { defaultConfig } from '../src/config/config.ts';
import type { Migration } from '../src/migration/migration.ts';
import { embeddedDatabase } from '../src/proof/embedded/engine.ts';
import { loadReader } from '../src/sql/load.ts';

/** `node bench/proof.ts`: what the embedded engine costs (`npm run build` comes first). Nothing here is asserted: it prints. */
const statements = [
  'create table users (id bigserial primary key, email text not null unique, name text)',
  'create table orders (id bigint generated always as identity primary key, user_id bigint references users (id), total numeric, status text)',
  'create index on orders (user_id)',
  "insert into users (email, name) select 'u' || i, 'n' from generate_series(1, 200) i",
  "insert into orders (user_id, total, status) select i % 200 + 1, i, 'a' from generate_series(1, 1000) i",
  'alter table orders add column shipped boolean not null default false',
  'alter table orders alter column total type bigint',
  'create index concurrently orders_status on orders (status)',
  "alter table orders add constraint known check (status in ('a', 'b')) not valid",
  'alter table orders validate constraint known',
  'select relation, mode from pg_locks',
];
const rounds = 15;

const began = performance.now();
const resident = process.memoryUsage.rss();
const cpu = process.cpuUsage();
const database = await embeddedDatabase();
const start = performance.now() - began;
const { user, system } = process.cpuUsage(cpu);
await prove();
const first = performance.now() - began;
const proofs: number[] = [];
const resets: number[] = [];
for (let i = 0; i < rounds; i++) {
  resets.push(await timed(() => database.reset()));
  proofs.push(await timed(prove));
}
const after = process.memoryUsage.rss();
const restarts: number[] = [];
for (let i = 0; i < 3; i++) {
  // What is fatal costs a new instance.
  await database.run("do $$ begin loop raise notice 'x'; end loop; end $$").catch(() => {});
  restarts.push(await timed(() => database.reset()));
}
await database.close();

/** Proofs as `check` runs them: of an index, and of a change of type, each a migration behind one that makes the table. */
const reader = await loadReader();
const migration = (path: string, text: string): Migration => ({ path, text, direction: 'up', transaction: 'unknown' });
const made = migration('1.sql', `${statements[0]};\n${statements[1]};`);
const changes = ['CREATE INDEX orders_status ON orders (status);', 'ALTER TABLE orders ALTER COLUMN total TYPE bigint;'].map((text) => {
  const set = { history: [made], units: [{ migrations: [migration('2.sql', text)] }] };
  return { set, analysis: analyze(set, defaultConfig, reader) };
});
const many = Array.from({ length: rounds }, () => changes).flat();
const choice = { skip: false, required: false };
const firstPlan = await timed(() => provePlans(changes.slice(0, 1), choice, reader));
const used = process.cpuUsage();
const allPlans = await timed(() => provePlans(many, choice, reader));
const spent = process.cpuUsage(used);

const dist = new URL('../dist/', import.meta.url);
const sizes = ['proof.js', ...readdirSync(new URL('proof/', dist)).map((name) => `proof/${name}`)].map(
  (name) => statSync(new URL(name, dist)).size,
);
console.log(`${database.engine}, Node ${process.version}, ${availableParallelism()} cores`);
print('start', `${ms(start)} (${ms((user + system) / 1000)} of CPU)`);
print(`first proof (${statements.length} statements), start included`, ms(first));
print('reset', spread(resets));
print('the same proof again', spread(proofs));
print('first plan of a run (an index), start included', ms(firstPlan));
const later = (allPlans - firstPlan) / (many.length - 1);
// What the machine does beside counts for much less here; the start is in it.
print(`a later plan (mean of ${many.length})`, `${ms(later)} (${ms((spent.user + spent.system) / 1000 / many.length)} of CPU)`);
print('a new instance after a fatal failure', spread(restarts));
print('resident memory that it adds', `${((after - resident) / 1024 / 1024).toFixed(0)} MiB`);
print('in dist/', `${(sizes.reduce((a, b) => a + b) / 1024 / 1024).toFixed(1)} MiB`);

async function prove(): Promise<void> {
  for (const sql of statements) await database.run(sql, { onNotice: () => {} });
}

async function timed(task: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await task();
  return performance.now() - from;
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  return `${ms(sorted[sorted.length >> 1] ?? 0)} (${ms(sorted[0] ?? 0)} to ${ms(sorted.at(-1) ?? 0)})`;
}

function print(what: string, value: string): void {
  console.log(`${what.padEnd(52)} ${value}`);
}
