import { createServer, type Server } from 'node:net';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startPostgres } from '../../scripts/truth/server.ts';
import type { ProofDatabase } from '../../src/proof/database.ts';
import { proverOn } from '../../src/proof/prove.ts';
import { serverDatabase } from '../../src/proof/server/server.ts';
import { loadReader } from '../../src/sql/load.ts';
import { isSampled } from '../everywhere.ts';
import { cases } from '../plan/cases.ts';
import type { Case } from '../plan/harness.ts';
import { failureOf, rowsOf } from './asking.ts';
import { proofOf } from './proof-of.ts';

describe('a server that leads elsewhere', () => {
  const sent: string[] = [];
  let server: Server;
  let url: string;

  /** One database whatever is asked for, as behind a misconfigured pooler. */
  beforeAll(async () => {
    const database = await PGlite.create();
    let last: Promise<unknown> = Promise.resolve();
    server = createServer((socket) => {
      socket.on('error', () => {});
      socket.on('data', (bytes) => {
        last = last.then(async () => {
          sent.push(bytes.toString('latin1'));
          // PGlite cannot make databases: it is told that it has.
          if (/create database/i.test(bytes.toString('latin1'))) socket.write(done('CREATE DATABASE'));
          else if (/drop database/i.test(bytes.toString('latin1'))) socket.write(done('DROP DATABASE'));
          else socket.write(await database.execProtocolRaw(bytes));
        });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    url = `postgres://postgres:s3cr%2Ft@127.0.0.1:${port}/postgres`;
  });
  afterAll(() => void server.close());

  test('nothing is run in it', async () => {
    await expect(serverDatabase(url)).rejects.toThrow('leads to another database');
    expect(sent.join()).not.toMatch(/create table|set client_min_messages/i);
  });
});

/** The answer to Parse, Bind, Describe, Execute and Sync of a statement without rows. */
function done(tag: string): Buffer {
  const message = (type: string, body: string): Buffer => {
    const bytes = Buffer.from(`${type}    ${body}`, 'latin1');
    bytes.writeUInt32BE(body.length + 4, 1);
    return bytes;
  };
  return Buffer.concat([message('1', ''), message('2', ''), message('n', ''), message('C', `${tag}\0`), message('Z', 'I')]);
}

test.each([
  'nonsense',
  'mysql://root:secret@127.0.0.1/db',
  'postgres://u:secret@127.0.0.1:1/db',
  'postgres://u:se%20cret@nowhere.invalid/db',
])('%s: refused without a word of the password', async (url) => {
  const message = await serverDatabase(url).then(
    () => 'connected',
    (error: Error) => `${error.name}: ${error.message}`,
  );
  expect(message).toMatch(/^Problem: /);
  expect(message).not.toMatch(/se(?:%20| )?cret/);
});

/** Real servers, where their binaries can be had (from the npm registry). */
describe.each(isSampled ? [18] : [18, 13])('PostgreSQL %i', (major) => {
  let running: RunningServer | undefined;
  let database: ProofDatabase;
  let url = '';
  beforeAll(async () => {
    running = await startPostgres(major).catch(() => undefined);
    if (running === undefined) return;
    url = `postgres://postgres:unused@localhost/postgres?host=${encodeURIComponent(running.socketDirectory)}`;
    database = await serverDatabase(url, { statementMilliseconds: 3000 });
  });
  afterAll(async () => {
    await database?.close();
    await running?.stop();
  });
  const onServer = (name: string, run: () => Promise<void>): void =>
    test(name, async ({ skip }) => {
      if (running === undefined) skip('no binaries of this server');
      await run();
    });

  onServer('runs statements in a database of its own, as nobody special', async () => {
    expect(database.major).toBe(major);
    expect((await database.run('create table t (a int)')).tag).toBe('CREATE TABLE');
    const [where] = await rowsOf(database, "select current_database() as name, current_setting('is_superuser') as superuser");
    expect(where?.name).toMatch(/^lockstep_proof_[0-9a-f]{32}$/);
    expect(where?.superuser).toBe('off');
    expect((await database.run('copy t from stdin')).tag).toBe('COPY 0');
    expect((await failureOf(database, 'select 1; select 2')).code).toBe('42601');
    expect(await failureOf(database, "do $$ begin execute 'copy (select 1) to pro' || 'gram ''id'''; end $$")).toMatchObject({
      code: '42501',
    });
  });

  onServer('messages', async () => {
    await database.run('create table m (a int)');
    const messages: string[] = [];
    await database.run('alter table m alter a type bigint', { onNotice: (message) => messages.push(message) });
    expect(messages).toContain('rewriting table "m"');
  });

  onServer('refuses what would outlive the database', async () => {
    for (const sql of [
      'create role r',
      'drop database postgres',
      'create database x',
      "copy (select 1) to '/tmp/x'",
      'alter system reset all',
    ])
      expect((await failureOf(database, sql)).code).toBe('refused');
  });

  onServer('a reset is a new database', async () => {
    const name = async (): Promise<unknown> =>
      (await rowsOf(database, 'select oid from pg_database where datname = current_database()'))[0]?.oid;
    const before = await name();
    await database.reset();
    expect(await name()).not.toBe(before);
    expect(await rowsOf(database, "select to_regclass('t') as t")).toEqual([{ t: null }]);
  });

  onServer('a mark is a database to come back to', async () => {
    await database.reset();
    await database.run('create table t (a int)');
    const mark = await database.mark();
    for (let i = 0; i < 2; i++) {
      await database.run('drop table t');
      expect(await mark.restore()).toBe(true);
    }
    expect(await rowsOf(database, 'select * from t')).toEqual([]);
    await database.reset();
    expect(await mark.restore()).toBe(false);
  });

  onServer('proves plans', async () => {
    const prover = proverOn(database, await loadReader());
    for (const name of ['volatile default', 'CREATE INDEX among other statements', 'a search path of its own', 'rename of a column']) {
      const found = cases.find((each) => each.name === name) as Case;
      expect(await proofOf(prover, { ...found, major: Math.max(major, found.major ?? 0) })).toMatchObject({ status: 'proved' });
    }
  });

  onServer('ends what takes too long, and what gives too much', async () => {
    expect(await failureOf(database, 'select pg_sleep(100)')).toMatchObject({ fatal: expect.any(Boolean) });
    await database.reset();
    await database.run('set statement_timeout = 0');
    expect(await failureOf(database, 'select pg_sleep(100)')).toMatchObject({ code: 'deadline', fatal: true });
    await database.reset();
    expect(await failureOf(database, "select repeat('x', 1000) from generate_series(1, 1000000)")).toMatchObject({
      code: 'memory',
      fatal: true,
    });
    await database.reset();
    expect((await database.run('select 1')).tag).toBe('SELECT 1');
  });

  onServer('leaves no database and no role behind', async () => {
    const other = await serverDatabase(url);
    await other.close();
    const left = await rowsOf(
      database,
      "select datname as name from pg_database where datname like 'lockstep%' and datname <> current_database() union select rolname from pg_roles where rolname like 'lockstep%' and rolname <> current_database()",
    );
    expect(left).toEqual([]);
  });
});
