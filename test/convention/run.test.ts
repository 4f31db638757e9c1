import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeOf } from '../../src/convention/plain.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Reader } from '../../src/sql/statement.ts';
import { workspace } from '../cli/workspace.ts';
import { sampleOf } from '../everywhere.ts';
import { alone, change, create, fixtures } from './fixtures.ts';
import { runners } from './runners.ts';

/** The files of a plan, run as the tool's manual says that it runs them, end where the author's own SQL ends. */

let database: PGlite;
let reader: Reader;
beforeAll(async () => {
  [database, reader] = await Promise.all([PGlite.create(), loadReader()]);
});
afterAll(() => database.close());

async function ends(run: () => Promise<void>): Promise<unknown> {
  await database.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public;');
  await run();
  const { rows } = await database.query(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS text, convalidated AS valid FROM pg_constraint WHERE connamespace = 'public'::regnamespace
     UNION ALL SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid), indisvalid FROM pg_index WHERE indrelid::regclass::text = 'orders' ORDER BY 1, 2`,
  );
  return rows;
}

async function send(sql: string, as: string): Promise<void> {
  const statements = as.startsWith('each') ? reader.read(sql).statements.map(({ span }) => sql.slice(span.start, span.end)) : [sql];
  if (as.endsWith(' in')) await database.exec('BEGIN');
  for (const each of statements) await database.exec(each);
  if (as.endsWith(' in')) await database.exec('COMMIT');
  await database.exec('RESET ALL');
}

/** What orders a file: its name, or its folder's. */
const keyOf = (path: string): string => (/\/(?:up|migration)\.sql$/.test(path) ? dirname(path) : path).split('/').at(-1) ?? '';
const numbersOf = (key: string): readonly number[] => (/^V?(\d+(?:_\d+)*)(?=_|-|\.)/.exec(key)?.[1] ?? '').split('_').map(Number);
const inOrder = (a: string, b: string): number => {
  const [x, y] = [numbersOf(keyOf(a)), numbersOf(keyOf(b))];
  for (let i = 0; i < Math.max(x.length, y.length); i++) if (x[i] !== y[i]) return (x[i] ?? -1) - (y[i] ?? -1);
  return keyOf(a) < keyOf(b) ? -1 : 1;
};

const cases = fixtures
  .filter(({ tool, change: { path } }) => tool in runners && path.endsWith('.sql'))
  .flatMap((fixture) => [
    { ...fixture, sql: change, what: 'a check and an index' },
    { ...fixture, sql: alone, what: 'an index alone' },
  ]);

test.each(sampleOf(cases))('$tool: $what', async ({ tool, files, sql, change: { path, wrap = (each: string) => each } }) => {
  const runner = runners[tool];
  if (runner === undefined) throw new Error('no runner');
  const here = workspace({ ...files, [path]: wrap(sql), '.lockstep.yml': 'engine: postgres@17\n' });
  expect((await here.lockstep('plan', path, '--write', '--no-proof')).code).toBe(0);
  expect((await here.lockstep('check', placeOf(path).series, '--no-proof')).stdout).toMatch(/nothing unsafe/);
  const written = readdirSync(here.directory, { recursive: true, encoding: 'utf8' })
    .filter((each) => each.endsWith('.sql') && !/(?:^|[./])down\.sql$|^(?:revert|verify)\//.test(each))
    .sort(tool === 'sqitch' ? (a, b) => Number(a.includes('checks')) - Number(b.includes('checks')) : inOrder);
  const original = await ends(() => send(`${create}${sql}`, 'each'));
  const planned = await ends(async () => {
    for (const each of written) {
      const text = readFileSync(join(here.directory, each), 'utf8');
      const beside = (name: RegExp): string | undefined => {
        const [found] = readdirSync(join(here.directory, dirname(each))).filter((other) => name.test(other));
        return found && readFileSync(join(here.directory, dirname(each), found), 'utf8');
      };
      // What a person runs, psql sends statement by statement.
      const { sql, as } = each.includes('by-hand/') ? ({ sql: text, as: 'each' } as const) : runner(text, beside, each);
      await send(sql, as).catch((error: Error) => {
        throw new Error(`${each}: ${error.message}`);
      });
    }
  });
  expect(planned).toEqual(original);
});
