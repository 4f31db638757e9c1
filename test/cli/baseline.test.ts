import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository, workspace } from './workspace.ts';

const config = 'lock-timeout: role\nmigrations: m/*.sql\n';
const listed = `${config}baseline: .lockstep-baseline.json\n`;
const create = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);\n';
const index = 'CREATE INDEX orders_note ON orders (note);\n';

test('what is listed is known: no finding, no plan, and counted', async () => {
  const here = workspace({ '.lockstep.yml': config, 'm/1.sql': create, 'm/2.sql': `${index}CREATE INDEX  again\n  ON orders (note);\n` });
  expect(await here.lockstep('check', '--no-proof')).toMatchObject({ code: 1 });
  expect(await here.lockstep('baseline')).toEqual({
    code: 0,
    stdout: 'wrote .lockstep-baseline.json: 2 findings; say `baseline: .lockstep-baseline.json` in .lockstep.yml to have it count\n',
    stderr: '',
  });
  expect(readFileSync(join(here.directory, '.lockstep-baseline.json'), 'utf8')).toBe(`{
  "version": 1,
  "findings": [
    {"path":"m/2.sql","rule":"create-index-blocking","sql":"CREATE INDEX orders_note ON orders (note)"},
    {"path":"m/2.sql","rule":"create-index-blocking","sql":"CREATE INDEX again ON orders (note)"}
  ]
}
`);
  here.write({ '.lockstep.yml': listed });
  const { code, stdout } = await here.lockstep('check');
  expect(code).toBe(0);
  expect(stdout).toBe('✓ 2 migrations, 3 statements: nothing unsafe, 2 known\n');
  const { files, plans, summary } = JSON.parse((await here.lockstep('check', '--format=json')).stdout);
  expect(plans).toEqual([]);
  expect(summary).toMatchObject({ findings: { error: 0, warning: 0 }, known: 2 });
  expect(files[1].known).toMatchObject([
    { rule: 'create-index-blocking', line: 1 },
    { rule: 'create-index-blocking', line: 2 },
  ]);
  // Written anew it holds the same: what is known is listed again.
  expect((await here.lockstep('baseline')).stdout).toBe('wrote .lockstep-baseline.json: 2 findings\n');
});

test('one more of the same, another rule, another file, another statement are new', async () => {
  const here = workspace({ '.lockstep.yml': listed, 'm/1.sql': create, 'm/2.sql': index });
  await here.lockstep('baseline');
  const findings = async () =>
    (await here.lockstep('check', '--no-proof', '--quiet')).stdout
      .split('\n')
      .flatMap((line) => /^(\S+): .*\((.*)\)$/.exec(line)?.slice(1).join(' ') ?? []);
  expect(await findings()).toEqual([]);
  here.write({ 'm/2.sql': `-- moved down\n\n${index}` });
  expect(await findings()).toEqual([]);
  here.write({ 'm/2.sql': `${index}DROP INDEX orders_note;\n${index}` });
  expect(await findings()).toEqual(['m/2.sql:2:1 drop-index-blocking', 'm/2.sql:3:1 create-index-blocking']);
  here.write({ 'm/2.sql': index, 'm/3.sql': index.replace('orders_note', 'other') });
  expect(await findings()).toEqual(['m/3.sql:1:1 create-index-blocking']);
});

test('a branch that lists its own finding does not get past: the baseline is that of the base', async () => {
  const repo = repository({ '.lockstep.yml': listed, '.lockstep-baseline.json': '{"version":1,"findings":[]}', 'm/1.sql': create });
  repo.write({ 'm/2.sql': index });
  await repo.lockstep('baseline');
  expect(await repo.lockstep('check', '--quiet')).toMatchObject({ code: 0, stdout: '' });
  expect(await repo.lockstep('check', '--base', 'main', '--no-proof', '--quiet')).toMatchObject({ code: 1 });
});

test('a file that cannot be read, and an edited one, are never known', async () => {
  const repo = repository({ '.lockstep.yml': listed, 'm/1.sql': Buffer.from('SELECT 1;', 'utf16le'), 'm/2.sql': create });
  const written = await repo.lockstep('baseline');
  expect(written.stdout).toContain('wrote .lockstep-baseline.json: 0 findings');
  expect(written.stdout).toContain('1 statement could not be read');
  expect(await repo.lockstep('check', '--quiet')).toMatchObject({ code: 1, stdout: expect.stringContaining('(unreadable-statement)') });
});

test.each([
  ['is missing', undefined, '.lockstep-baseline.json: no such baseline; `lockstep baseline` writes it'],
  ['is no JSON', '{', '.lockstep-baseline.json: is not JSON'],
  ['is something else', '{"version":2,"findings":[]}', '.lockstep-baseline.json: is no baseline of `lockstep baseline`: version'],
  ['holds more than it may', '{"version":1,"findings":[{"path":"a","rule":"b","sql":"c","d":1}]}', 'findings.0'],
])('a baseline that %s stops the run', async (_, text, message) => {
  const here = workspace({ '.lockstep.yml': listed, 'm/1.sql': create, ...(text !== undefined && { '.lockstep-baseline.json': text }) });
  expect(await here.lockstep('check')).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
});

test('it is not written through a link, and --base has none to write', async () => {
  const here = workspace({ '.lockstep.yml': config, 'm/1.sql': create, 'elsewhere.txt': 'kept' });
  symlinkSync('elsewhere.txt', join(here.directory, '.lockstep-baseline.json'));
  expect(await here.lockstep('baseline')).toMatchObject({ code: 2, stderr: expect.stringContaining('is a symbolic link') });
  expect(readFileSync(join(here.directory, 'elsewhere.txt'), 'utf8')).toBe('kept');
  expect(await here.lockstep('baseline', '--base', 'main')).toMatchObject({ code: 2 });
});
