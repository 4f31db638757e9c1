import { expect, test } from 'vitest';
import { workspace } from '../cli/workspace.ts';

/** What `explain` says under each statement of a file that follows a first one. */
async function explained(sql: string): Promise<string> {
  const here = workspace({ 'm/1.sql': 'CREATE TABLE t (id bigint PRIMARY KEY, b int);\n', 'm/2.sql': sql });
  return (await here.lockstep('explain', 'm/2.sql')).stdout.replace(/\s+/g, ' ');
}

test('the work, its reason once, and who waits meanwhile', async () => {
  expect(await explained('CREATE INDEX ON t (b);')).toContain('t SHARE an index is built over every row; writes wait; reads go on');
  expect(await explained('ALTER TABLE t ADD u uuid DEFAULT gen_random_uuid();')).toMatch(
    /every row is rewritten, because the default .* is volatile[^;]*; reads and writes wait/,
  );
  expect(await explained('ALTER TABLE t ADD c int;')).toContain('only the catalog is changed; for a moment, reads and writes wait');
  expect(await explained('SELECT 1;')).toContain('locks no table');
});

test('nobody waits for a table that is new', async () => {
  const text = await explained('CREATE TABLE n (id bigint, t bigint REFERENCES t);\nCREATE INDEX ON n (t);');
  expect(text).toContain('n ACCESS EXCLUSIVE only the catalog is changed; the table is new, so nobody waits');
  expect(text).toContain('t SHARE ROW EXCLUSIVE only the catalog is changed; for a moment, writes wait');
  expect(text).toMatch(/n SHARE an index is built over every row; the table is new, so nobody waits/);
});

test('a table is new only if it was certainly made, and under its own schema', async () => {
  expect(await explained('CREATE TABLE n.t (id bigint);\nCREATE INDEX ON t (b);')).toMatch(/ t SHARE [^;]*; writes wait/);
  expect(await explained('CREATE TABLE IF NOT EXISTS n (id bigint);\nCREATE INDEX ON n (id);')).toMatch(/ n SHARE [^;]*; writes wait/);
});

test('what is done to every table is not said to lock none', async () => {
  for (const sql of ['CLUSTER;', 'VACUUM;', 'ANALYZE;', 'REINDEX DATABASE d;']) {
    expect(await explained(sql)).toContain('works on every table that it finds, also on those that the history does not know');
    expect(await explained(sql)).not.toContain('locks no table');
  }
});

test('SQL that is put together when it runs is not said to lock nothing', async () => {
  const text = await explained("DO $$ BEGIN EXECUTE 'DROP TABLE t' || 'x' || random(); END $$;");
  expect(text).toContain('what it locks and does cannot be known: EXECUTE');
  expect(text).not.toContain('locks no table');
});
