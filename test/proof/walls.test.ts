import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ProofFailure } from '../../src/proof/database.ts';
import { readAssets } from '../../src/proof/embedded/assets.ts';
import { type Booted, boot, dataDirectory } from '../../src/proof/embedded/boot.ts';
import { needsSuperuser } from '../../src/proof/embedded/elevated.ts';
import type { FileNode } from '../../src/proof/embedded/glue.ts';
import { pack, unpack } from '../../src/proof/embedded/pack.ts';
import { openSession, type Session } from '../../src/proof/embedded/session.ts';
import { snapshot } from '../../src/proof/embedded/snapshot.ts';
import { tagFits } from '../../src/proof/embedded/tag.ts';
import { zoo } from './zoo.ts';

/** What stands behind the privileges: the server in this thread, as superuser, who may try everything. */
async function asSuperuser(): Promise<Session> {
  return openSession(await boot(await readAssets(new URL('../../dist/proof/', import.meta.url))));
}

function failureOf(session: Session, sql: string): unknown {
  try {
    return session.run(sql).tag;
  } catch (error) {
    return error;
  }
}

test('no file but data can be written, and no library but those that were shipped is loaded', async () => {
  const session = await asSuperuser();
  for (const path of ['/pglite/lib/postgresql/pg_trgm.so', '/pglite/share/postgresql/extension/x.control', '/tmp/x.so', '/x.so'])
    expect(failureOf(session, `copy (select 1) to '${path}'`), path).toMatchObject({
      message: expect.stringContaining('Read-only file system'),
    });
  expect(session.run("copy (select 'not code') to '/pglite/data/x.so'").tag).toBe('COPY 1');
  expect(failureOf(session, "load '/pglite/data/x.so'")).toMatchObject({ message: expect.stringContaining('could not load library') });
  expect(session.run("load 'pg_trgm'").tag).toBe('LOAD');
  expect(session.run('select 1 as a').rows).toEqual([{ a: 1 }]);
});

test('a program is not started, and what is left of the server is not believed', async () => {
  const session = await asSuperuser();
  const failure = failureOf(session, "copy (select 1) to program 'id'");
  expect(failure).toBeInstanceOf(Error);
  expect(failure).not.toBeInstanceOf(ProofFailure);
});

test('what is restored is the same, byte for byte', async () => {
  const booted = await boot(await readAssets(new URL('../../dist/proof/', import.meta.url)));
  const session = openSession(booted);
  for (const library of ['pg_trgm', 'uuid-ossp']) session.run(`load '${library}'`);
  session.run('do $$ begin end $$');
  const { restore } = snapshot(booted);
  const before = digestsOf(booted);
  for (let i = 0; i < 2; i++) {
    for (const sql of [...zoo, 'rollback', 'reset role', 'checkpoint', 'vacuum full', 'truncate menagerie.animals']) session.run(sql);
    expect(digestsOf(booted)).not.toEqual(before);
    expect(restore()).toBe(true);
    expect(digestsOf(booted)).toEqual(before);
  }
});

/** The memory and every file of the data directory. */
function digestsOf({ glue: { FS }, memory }: Booted): Readonly<Record<string, string>> {
  const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');
  const digests: Record<string, string> = { memory: md5(new Uint8Array(memory.buffer)) };
  const walk = (path: string, { contents, mode, usedBytes }: FileNode): void => {
    if (FS.isDir(mode)) for (const [name, child] of Object.entries(contents)) walk(`${path}/${name}`, child);
    else digests[path] = md5((contents as Uint8Array).subarray(0, usedBytes));
  };
  walk('', FS.lookupPath(dataDirectory).node);
  return digests;
}

test('files of the same content are packed once', () => {
  const bytes = new Uint8Array(1000).fill(7);
  const files = [
    { path: 'a', bytes },
    { path: 'b', bytes: bytes.slice() },
    { path: 'c', bytes: new Uint8Array() },
  ];
  const packed = pack(['d'], files);
  expect(packed.length).toBeLessThan(1200);
  const unpacked = unpack(Buffer.from(packed));
  expect(unpacked.directories).toEqual(['d']);
  expect(unpacked.files.map(({ path, bytes: { length } }) => [path, length])).toEqual([
    ['a', 1000],
    ['b', 1000],
    ['c', 0],
  ]);
});

test.each([
  ['alter table t owner to app', true],
  ['ALTER TABLE IF EXISTS ONLY public."T" OWNER TO "app";', true],
  ['alter function f(int, text) owner to keeper', true],
  ['alter table t owner to current_user', false],
  ['create publication p for all tables', true],
  ['drop publication if exists p', true],
  ['alter table t alter a type int using f(a), owner to app', false],
  ['alter table t add column owner int', false],
  ["comment on table t is 'alter table t owner to app'", false],
  ['create table publication (a int)', false],
  ['do $$ begin alter table t owner to app; end $$', false],
])('%s: as superuser %s', (sql, elevated) => {
  expect(needsSuperuser(sql)).toBe(elevated);
});

test.each([
  ['select 1', 'SELECT 1', true],
  ['select 1', 'INSERT 0 1', false],
  ['select 1', '', false],
  ['/* select */ delete from t', 'DELETE 0', true],
  ['with x as (select 1) delete from t', 'DELETE 0', true],
  ['with x as (select 1) delete from t', 'CREATE TABLE', false],
  ['commit', 'ROLLBACK', true],
  [';', '', true],
])('%s may be answered by %s: %s', (sql, tag, fits) => {
  expect(tagFits(sql, tag)).toBe(fits);
});
