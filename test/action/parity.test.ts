import { expect, test } from 'vitest';
import { repository } from '../cli/workspace.ts';
import type { World } from '../github/fake.ts';
import { runAction } from './run.ts';
import { pullRequest } from './service.ts';

/** `lockstep check --base main` on a laptop and the action in CI: the same verdict, finding for finding. */

const config = 'engine: postgres@16\nlock-timeout: role\nmigrations: db/migrations/*.sql\n';
const create = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text, code varchar(10));\n';
const one = 'db/migrations/0001.sql';
const two = 'db/migrations/0002.sql';
const before = { '.lockstep.yml': config, [one]: create };
const index = 'CREATE INDEX orders_note ON orders (note);\n';
const narrow = 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(20);\n';
const without = (files: World['base'], path: string): World['base'] =>
  Object.fromEntries(Object.entries(files).filter(([each]) => each !== path));

const scenarios: Readonly<Record<string, World>> = {
  'two new migrations': pullRequest,
  'nothing to judge': { base: before, head: { ...before, 'README.md': 'Shop\n' } },
  'a change that is safe': { base: before, head: { ...before, [two]: 'ALTER TABLE orders ADD COLUMN extra text;\n' } },
  'an edited migration': { base: { ...before, [two]: `${index}SELECT 1;\n` }, head: { ...before, [two]: `${index}SELECT 2;\n` } },
  'a renamed one': {
    base: { ...before, [two]: `${index}SELECT 1;\n` },
    head: { ...before, 'db/migrations/0003.sql': `${index}SELECT 1;\n` },
    renamed: { 'db/migrations/0003.sql': two },
  },
  'a deleted one': {
    base: { ...before, [two]: 'ALTER TABLE orders DROP COLUMN note;\n' },
    head: { ...before, 'db/migrations/0003.sql': index },
  },
  'no config, a migration below the root': {
    base: { 'a/migrations/1.sql': create },
    head: { 'a/migrations/1.sql': create, 'a/migrations/2.sql': index },
  },
  'a config that the branch weakens': {
    base: before,
    head: { ...before, '.lockstep.yml': `${config}fail-on: never\nrules:\n  create-index-blocking: off\n`, [two]: index },
  },
  'a config that the branch takes away': { base: before, head: { ...without(before, '.lockstep.yml'), [two]: index } },
  'a config that the branch brings': {
    base: { [one]: create },
    head: { [one]: create, '.lockstep.yml': `${config}rules:\n  create-index-blocking: off\n`, [two]: index },
  },
  'a schema dump that the branch updates, as it should': {
    base: { '.lockstep.yml': `${config}schema: db/structure.sql\n`, 'db/structure.sql': create },
    head: { '.lockstep.yml': `${config}schema: db/structure.sql\n`, 'db/structure.sql': create.replace('(10)', '(20)'), [one]: narrow },
  },
  'a base that has moved on': {
    forkedFrom: before,
    base: { ...before, [two]: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(40);\n' },
    head: { ...before, 'db/migrations/0003.sql': narrow },
  },
  'a base whose policy has become stricter meanwhile': {
    forkedFrom: { ...before, '.lockstep.yml': `${config}rules:\n  create-index-blocking: off\n` },
    base: before,
    head: { ...before, '.lockstep.yml': `${config}rules:\n  create-index-blocking: off\n`, [two]: index },
  },
  'a baseline that the branch extends': {
    base: { ...before, '.lockstep.yml': `${config}baseline: known.json\n`, 'known.json': '{"version":1,"findings":[]}' },
    head: {
      ...before,
      '.lockstep.yml': `${config}baseline: known.json\n`,
      'known.json': JSON.stringify({ version: 1, findings: [{ path: two, rule: 'create-index-blocking', sql: index.slice(0, -2) }] }),
      [two]: index,
    },
  },
  'a baseline that knows what stands in an edited migration': {
    base: {
      ...before,
      '.lockstep.yml': `${config}baseline: db/known.json\n`,
      'db/known.json': JSON.stringify({
        version: 1,
        findings: [{ path: 'migrations/0002.sql', rule: 'create-index-blocking', sql: index.slice(0, -2) }],
      }),
      [two]: `${index}SELECT 1;\n`,
    },
    head: { ...before, '.lockstep.yml': `${config}baseline: db/known.json\n`, 'db/known.json': '', [two]: `${index}SELECT 2;\n` },
  },
  'a waiver': { base: before, head: { ...before, [two]: `-- lockstep-ignore create-index-blocking: small\n${index}` } },
  'a waiver that nobody has approved': {
    base: { ...before, '.lockstep.yml': `${config}waivers: require-approval\n` },
    head: { ...before, '.lockstep.yml': config, [two]: `-- lockstep-ignore create-index-blocking: small\n${index}` },
  },
  'SQL that cannot be read': { base: before, head: { ...before, [two]: 'FROBNICATE orders;\n' } },
  'UTF-16': { base: before, head: { ...before, [two]: Buffer.from('SELECT 1;', 'utf16le') } },
  'CRLF and a byte order mark': { base: before, head: { ...before, [two]: `\ufeffSELECT 1;\r\n${index.replace('\n', '\r\n')}` } },
  'a migration under a name that undoes': { base: before, head: { ...before, 'db/migrations/0002.down.sql': 'DROP TABLE orders;\n' } },
  'two services': {
    base: { 'a/migrations/1.sql': create, 'b/migrations/1.sql': create.replace('orders', 'refunds') },
    head: {
      'a/migrations/1.sql': create,
      'a/migrations/2.sql': index,
      'b/migrations/1.sql': create.replace('orders', 'refunds'),
      'b/migrations/2.sql': 'ALTER TABLE refunds DROP COLUMN note;\n',
    },
  },
};

/** What both have to say: all of the report but how notices are worded. */
function essence(text: string): object {
  const { notices, ...report } = JSON.parse(text) as { notices: { path: string; line: number }[] };
  return { ...report, notices: notices.map(({ path, line }) => `${path}:${line}`).sort() };
}

/** The world as a clone of it on somebody's disk, with the head checked out. */
function clone({ base, head, forkedFrom = base, renamed = {} }: World) {
  const repo = repository(forkedFrom);
  if (forkedFrom !== base) {
    repo.git('checkout', '--quiet', 'main');
    repo.write(base);
    repo.git('add', '--all');
    repo.git('commit', '--quiet', '--message=meanwhile');
    repo.git('checkout', '--quiet', 'work');
  }
  for (const path of Object.keys(forkedFrom)) if (!(path in head)) repo.remove(path);
  repo.write(head);
  // A rename is one to git once both names are in its index.
  repo.git('add', '--all');
  expect(Object.values(renamed).every((path) => !(path in head))).toBe(true);
  return repo;
}

test.each(Object.entries(scenarios))('%s', async (_, world) => {
  const repo = clone(world);
  const laptop = await repo.lockstep('check', '--base', 'main', '--no-proof', '--format=json');
  const ci = await runAction({ world });
  expect(essence(JSON.stringify(ci.report))).toEqual(essence(laptop.stdout));
  expect(ci.code).toBe(laptop.code);
  // Committed or not makes no difference.
  repo.git('commit', '--quiet', '--allow-empty', '--message=work');
  expect((await repo.lockstep('check', '--base', 'main', '--no-proof', '--format=json')).stdout).toBe(laptop.stdout);
});

test('and a config that is not one stops both with the same words', async () => {
  const world: World = { base: { ...before, '.lockstep.yml': 'fail-on: sometimes\n' }, head: { ...before, [two]: index } };
  const laptop = await clone(world).lockstep('check', '--base', 'main');
  const ci = await runAction({ world });
  expect([laptop.code, ci.code]).toEqual([2, 1]);
  expect(ci.report.error?.message).toBe(laptop.stderr.replace(/^lockstep: |\n$/g, ''));
  const misnamed: World = {
    base: { '.lockstep.yaml': config, [one]: create },
    head: { '.lockstep.yaml': config, [one]: create, [two]: index },
  };
  expect((await runAction({ world: misnamed })).report.error?.message).toBe(
    (await clone(misnamed).lockstep('check', '--base', 'main')).stderr.replace(/^lockstep: |\n$/g, ''),
  );
});
