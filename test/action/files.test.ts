import { expect, test } from 'vitest';
import { commitSuggestion, suggestionIn } from '../github/commit.ts';
import { baseSha, headSha } from '../github/fake.ts';
import { runAction } from './run.ts';
import { base, pullRequest, withMigration } from './service.ts';

/** Every shape in which a migration can come out of a pull request. */

const unsafe = 'ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid();';

test('CRLF line ends', async () => {
  const text = `SET lock_timeout = '5s';\r\n\r\nALTER TABLE orders\r\n  ADD COLUMN token uuid DEFAULT gen_random_uuid();\r\nSELECT 1;\r\n`;
  const ran = await runAction({ world: withMigration(text) });
  const [comment] = ran.fake.comments;
  expect(comment).toMatchObject({ start: 3, line: 4 });
  expect(comment?.body).not.toContain('\r');
  const suggestion = comment && suggestionIn(comment);
  if (suggestion === undefined) throw new Error('no suggestion');
  for (const ending of ['\n', '\r\n']) {
    const after = await runAction({ world: withMigration(commitSuggestion(text, suggestion, ending)) });
    expect(after.outputs).toMatchObject({ verdict: 'pass', errors: '0' });
  }
});

test('no final newline', async () => {
  const text = `SET lock_timeout = '5s';\n${unsafe}`;
  const ran = await runAction({ world: withMigration(text) });
  const [comment] = ran.fake.comments;
  expect(comment).toMatchObject({ line: 2 });
  const suggestion = comment && suggestionIn(comment);
  if (suggestion === undefined) throw new Error('no suggestion');
  const after = await runAction({ world: withMigration(commitSuggestion(text, suggestion)) });
  expect(after.outputs).toMatchObject({ verdict: 'pass' });
});

test('a byte order mark', async () => {
  const ran = await runAction({ world: withMigration(`\ufeff${unsafe}\n`) });
  expect(ran.fake.comments).toMatchObject([{ line: 1 }]);
});

test('statements that share a line share one suggestion, and what else stands there stays', async () => {
  const text = `SET lock_timeout = '5s';\nSELECT 1; ${unsafe} ALTER TABLE orders ALTER COLUMN note SET NOT NULL; SELECT 2; -- end\n`;
  const ran = await runAction({ world: withMigration(text) });
  const { comments } = ran.fake;
  expect(comments).toHaveLength(1);
  const suggestion = comments[0] && suggestionIn(comments[0]);
  if (suggestion === undefined) throw new Error('no suggestion');
  const after = commitSuggestion(text, suggestion);
  expect(after).toContain('SELECT 1;');
  expect(after).toContain('SELECT 2; -- end\n');
  expect((await runAction({ world: withMigration(after) })).report.files[0]?.findings.map((each) => each.rule)).not.toContain(
    'add-column-volatile-default',
  );
});

test('an edited migration: what is outside of the diff goes to the summary and the annotations', async () => {
  const path = 'db/migrations/0002_create_orders.sql';
  const start = String(base[path]);
  const old = start.replace(
    'COMMENT ON TABLE refunds',
    'ALTER TABLE customers ADD COLUMN code text DEFAULT random()::text;\n\nCOMMENT ON TABLE refunds',
  );
  const text = old.replace('CREATE TABLE orders (\n', 'CREATE TABLE orders (\n  tax numeric,\n');
  const ran = await runAction({ world: { base: { ...base, [path]: old }, head: { ...base, [path]: text } } });
  const [summary] = ran.fake.summaries;
  expect(ran.report.files[0]?.findings.map((each) => each.rule)).toEqual(
    expect.arrayContaining(['edited-migration', 'add-column-volatile-default']),
  );
  expect(ran.fake.comments.every((each) => each.line <= 5)).toBe(true);
  expect(summary?.body).toContain('its lines are not part of the diff');
  expect(summary?.body).toContain('add-column-volatile-default');
  expect(ran.log).toMatch(/^::error title=add-column-volatile-default,file=db\/migrations\/0002_create_orders.sql/m);
});

test('a statement that the diff shows only a part of gets a comment without suggestion', async () => {
  const path = 'db/migrations/0003_change.sql';
  const lines = Array.from({ length: 12 }, (_, i) => `-- ${i}`);
  const old = `SET lock_timeout = '5s';\nALTER TABLE orders ADD COLUMN token uuid\n${lines.join('\n')}\n  DEFAULT NULL;\n`;
  const text = old.replace('DEFAULT NULL', 'DEFAULT gen_random_uuid()');
  const ran = await runAction({ world: { base: { ...base, [path]: old }, head: { ...base, [path]: text } } });
  const comment = ran.fake.comments.find((each) => each.body.includes('add-column-volatile-default'));
  expect(comment).toMatchObject({ start: 12, line: 15 });
  expect(comment && suggestionIn(comment)).toBeUndefined();
  expect(comment?.body).toContain('not all of its lines are part of the diff');
  expect(comment?.body).toContain('```sql\n');
});

test('a file without patch is read whole, and its findings stand in the summary', async () => {
  const world = withMigration(`SET lock_timeout = '5s';\n${unsafe}\n`);
  const ran = await runAction({ world: { ...world, withoutPatch: ['db/migrations/0003_change.sql'] } });
  const [summary] = ran.fake.summaries;
  expect(ran.fake.comments).toEqual([]);
  expect(summary?.body).toContain('GitHub shows no diff of this file');
  expect(summary?.body).toContain('ALTER TABLE orders ADD COLUMN token uuid;');
});

test('a lone carriage return, which git counts as no line, anchors nothing', async () => {
  const ran = await runAction({ world: withMigration(`SET lock_timeout = '5s';\rSELECT 1;\n${unsafe}\n`) });
  expect(ran.fake.comments).toEqual([]);
  expect(ran.outputs.verdict).toBe('fail');
});

test('a renamed migration is judged under its new name, and the rename is said', async () => {
  const world = {
    base: { ...base, 'db/migrations/0003_old.sql': `SET lock_timeout = '5s';\n${unsafe}\n` },
    head: { ...base, 'db/migrations/0009_new.sql': `SET lock_timeout = '5s';\n${unsafe}\nSELECT 1;\n` },
    renamed: { 'db/migrations/0009_new.sql': 'db/migrations/0003_old.sql' },
  };
  const ran = await runAction({ world });
  expect(ran.report.files.map((file) => file.path)).toEqual(['db/migrations/0009_new.sql']);
  expect(ran.outputs.verdict).toBe('fail');
  expect(ran.summary).toContain('Renamed from db/migrations/0003_old.sql');
});

test('a deleted migration is no history, and its deletion is said', async () => {
  const path = 'db/migrations/0002_create_orders.sql';
  const head = {
    ...Object.fromEntries(Object.entries(base).filter(([each]) => each !== path)),
    'db/migrations/0003_x.sql': "SET lock_timeout = '5s';\nALTER TABLE customers ADD COLUMN note text;\n",
  };
  const ran = await runAction({ world: { base, head } });
  expect(ran).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
  expect(ran.summary).toContain('Deleted here');
  expect(ran.log).toMatch(/^::notice file=db\/migrations\/0002_create_orders.sql,line=1,endLine=1::Deleted here/m);
});

test('only what lies below working-directory is judged, and its config is found there or above', async () => {
  const world = {
    base: { 'services/a/db/1.sql': 'CREATE TABLE t (id int);\n', 'services/a/.lockstep.yml': 'migrations: db/*.sql\nfail-on: never\n' },
    head: {
      'services/a/db/1.sql': 'CREATE TABLE t (id int);\n',
      'services/a/.lockstep.yml': 'migrations: db/*.sql\nfail-on: never\n',
      'services/a/db/2.sql': 'ALTER TABLE t ADD PRIMARY KEY (id);\n',
      'services/b/db/2.sql': 'DROP TABLE t;\n',
    },
  };
  const ran = await runAction({ world, inputs: { 'working-directory': 'services/a' } });
  expect(ran.report.files.map((file) => file.path)).toEqual(['services/a/db/2.sql']);
  expect(ran).toMatchObject({ code: 0, outputs: { verdict: 'fail' } });
});

test('inputs win over the config, hyphens and all', async () => {
  const warned = withMigration('ALTER TABLE orders ADD COLUMN extra text;\n');
  expect(await runAction({ world: warned })).toMatchObject({ code: 0, outputs: { verdict: 'pass', findings: '1', errors: '0' } });
  expect(await runAction({ world: warned, inputs: { 'fail-on': 'warning' } })).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
  const paths = await runAction({ world: pullRequest, inputs: { paths: 'db/migrations/0004*.sql\nother/**' } });
  expect(paths.report.files.map((file) => file.path)).toEqual(['db/migrations/0004_orders_by_customer.sql']);
});

test.each([
  [{ 'fail-on': 'sometimes' }, 'fail-on must be error, warning or never'],
  [{ engine: 'oracle' }, 'there is no engine `oracle`'],
  [{ 'working-directory': '../elsewhere' }, 'working-directory must be a path inside the repository'],
  [{ config: '/etc/passwd.yml', 'working-directory': 'a' }, 'no such config file on the base branch'],
  [{ config: 'missing.yml' }, 'missing.yml: no such config file on the base branch'],
])('inputs %j end in one clear line', async (inputs, message) => {
  const ran = await runAction({ world: pullRequest, inputs });
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
  expect(ran.log.trim().split('\n')).toEqual([expect.stringContaining(message)]);
});

test('a merge group and a push are judged without a review', async () => {
  const repository = { default_branch: 'main' };
  const events = [
    { name: 'merge_group', payload: { merge_group: { head_sha: headSha, base_sha: baseSha } } },
    { name: 'push', payload: { before: baseSha, after: headSha, repository } },
    { name: 'push', payload: { before: '0'.repeat(40), after: headSha, repository } },
  ];
  for (const event of events) {
    const ran = await runAction({ world: pullRequest, event });
    expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'fail', errors: '4' } });
    expect(ran.fake.requests.some((each) => /reviews|comments/.test(each))).toBe(false);
    expect(ran.log.split('\n').filter((line) => line.startsWith('::error title='))).toHaveLength(4);
    expect(ran.summary).toContain('ALTER TABLE orders ADD COLUMN token uuid;');
  }
});

test('an event that has no migrations to judge is an error, not a pass', async () => {
  const ran = await runAction({ world: pullRequest, event: { name: 'issue_comment', payload: {} } });
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
});

test('of 300 files or more, which a comparison does not list, the trees are compared', async () => {
  const many = Object.fromEntries(Array.from({ length: 320 }, (_, i) => [`a/file${String(i).padStart(3, '0')}.txt`, `${i}\n`]));
  const path = 'db/migrations/0002_create_orders.sql';
  const world = {
    base: { ...pullRequest.base, 'old.txt': 'x\n' },
    head: { ...pullRequest.head, ...many, [path]: `${pullRequest.head[path]}SELECT 1;\n` },
  };
  const event = { name: 'merge_group', payload: { merge_group: { head_sha: headSha, base_sha: baseSha } } };
  const ran = await runAction({ world, event });
  expect(ran.outputs).toMatchObject({ verdict: 'fail', errors: '5' });
  expect(ran.report.files.map((file) => file.path)).toEqual([
    path,
    ...Object.keys(pullRequest.head).filter((each) => !(each in pullRequest.base)),
  ]);
  expect(ran.report.files[0]?.findings.map((each) => each.rule)).toContain('edited-migration');
  const truncated = await runAction({ world: { ...world, truncatedTrees: true }, event });
  expect(truncated).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
  expect(truncated.report.error?.message).toContain('so a migration could go unseen');
});
