import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/plan/stage.ts';
import { treeOf } from '../../src/source/tree.ts';
import { writePlans } from '../../src/source/write.ts';
import { workspace } from './workspace.ts';

const config = { '.lockstep.yml': 'lock-timeout: role\ntransaction: single-query\n' };
const create = 'CREATE TABLE orders (id bigint PRIMARY KEY, total int);\n';
const reference = 'ALTER TABLE orders ADD CONSTRAINT total_positive CHECK (total > 0);\n';

describe('plan --write', () => {
  test('edits the author’s file, writes the others beside it, and what is written is clean', async () => {
    const here = workspace({ ...config, 'm/1_create.sql': create, 'm/2_check.sql': `\ufeff${reference}` });
    expect((await here.lockstep('check', 'm')).code).toBe(1);
    const { code, stdout, stderr } = await here.lockstep('plan', 'm', '--write');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const files = readdirSync(join(here.directory, 'm'));
    expect(files).toHaveLength(3);
    const [further = ''] = files.filter((each) => !['1_create.sql', '2_check.sql'].includes(each));
    expect(stdout).toContain('edited m/2_check.sql  expand: in this deploy\n');
    expect(stdout).toContain(`wrote  m/${further}  enforce: `);
    const edited = readFileSync(join(here.directory, 'm/2_check.sql'), 'utf8');
    expect(edited.startsWith('\ufeff')).toBe(true);
    expect(edited).toContain('NOT VALID');
    expect(readFileSync(join(here.directory, 'm', further), 'utf8')).toContain('VALIDATE CONSTRAINT total_positive');
    expect((await here.lockstep('check', 'm')).stdout).toMatch(/nothing unsafe/);
    expect((await here.lockstep('plan', 'm', '--write')).stdout).toBe('Nothing to stage.\n');
  });

  test('what is printed without --write is what --write writes', async () => {
    const here = workspace({ ...config, 'm/1_create.sql': create, 'm/2_check.sql': reference });
    const { stdout } = await here.lockstep('plan', 'm');
    await here.lockstep('plan', 'm', '--write');
    for (const file of readdirSync(join(here.directory, 'm')).filter((each) => each !== '1_create.sql')) {
      expect(stdout).toContain(`: m/${file}  (`);
      expect(stdout).toContain(readFileSync(join(here.directory, 'm', file), 'utf8').trimEnd());
    }
  });

  test('a plan that waits for an answer is not written', async () => {
    const required = 'ALTER TABLE orders ADD COLUMN code text NOT NULL;\n';
    const here = workspace({ ...config, 'm/1.sql': create, 'm/2.sql': required });
    const { code, stdout } = await here.lockstep('plan', 'm', '--write');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^not written: m\/2\.sql: .*\n {2}-- lockstep: backfill orders\.code = /);
    expect(readFileSync(join(here.directory, 'm/2.sql'), 'utf8')).toBe(required);
    expect(readdirSync(join(here.directory, 'm'))).toEqual(['1.sql', '2.sql']);
  });

  test('standard input has no place', async () => {
    const here = workspace({ ...config, 'm/1.sql': create });
    const { code, stderr } = await here.lockstepWith({ stdin: reference }, 'plan', '-', '--write');
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('--stdin-filename') });
  });

  test('what has no plan is said, with --write too', async () => {
    const here = workspace({
      ...config,
      'm/1.sql': create,
      'm/2.sql': 'ALTER TABEL x;\n',
      'm/3.sql': "ALTER TYPE state RENAME VALUE 'new' TO 'open';\n",
    });
    for (const argv of [
      ['plan', 'm'],
      ['plan', 'm', '--write'],
    ]) {
      const { code, stdout } = await here.lockstep(...argv);
      expect(code).toBe(1);
      expect(stdout).toMatch(/^Not read, m\/2\.sql:1: This statement cannot be read/m);
      expect(stdout).toMatch(/^not staged(, line 1|: m\/3\.sql:1): /im);
      expect(stdout).not.toContain('Nothing to stage');
    }
  });

  test('more unsafe statements than anybody stages together', async () => {
    const sql = Array.from({ length: 1_001 }, (_, i) => `CREATE INDEX i${i} ON t${i} (c);\n`).join('');
    const { stdout } = await workspace({ ...config, 'm/1.sql': sql }).lockstep('check', '--no-proof', '--format=json', 'm/1.sql');
    const { plans, notices, summary } = JSON.parse(stdout);
    expect({ plans, findings: summary.findings.error }).toEqual({ plans: [], findings: 1_001 });
    expect(notices).toEqual([
      { path: 'm/1.sql', line: 1, message: 'No staged plan is made: 1001 statements are unsafe, and a plan takes 1000 at most.' },
    ]);
  });

  test('a finding that has no stages', async () => {
    const here = workspace({ ...config, 'm/1.sql': create, 'm/2.sql': 'ALTER TABLE orders ADD COLUMN id int;\n' });
    const { code, stdout } = await here.lockstep('plan', 'm');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'No staged plan yet, m/2.sql:1: always-fails. Change the statement, or what stands in its way before\nit.\n',
    });
  });

  test('nothing to stage', async () => {
    const here = workspace({ ...config, 'm/1.sql': create });
    expect(await here.lockstep('plan', 'm')).toEqual({ code: 0, stdout: 'Nothing to stage.\n', stderr: '' });
  });
});

describe('what is never written', () => {
  const planFor = (author: string, further: string): Plan => ({
    id: 'abc',
    files: [author],
    stages: [
      { name: 'expand', boundary: 'none', files: [{ path: author, steps: [], text: 'edited' }] },
      { name: 'enforce', boundary: 'transaction', files: [{ path: further, steps: [], text: 'new' }] },
    ],
    questions: [],
    edits: [],
    unplanned: [],
  });

  test.each<[string, string, RegExp]>([
    ['a file that exists', 'm/2.sql', /exists already/],
    ['a path above', '../evil.sql', /outside/],
    ['an absolute path', '/tmp/evil.sql', /outside/],
    ['the author’s file twice', 'm/1.sql', /written twice/],
    ['through a link', 'linked/x.sql', /leads out/],
    ['over a link', 'dangling.sql', /exists already/],
  ])('%s', (_, path, message) => {
    const elsewhere = workspace();
    const here = workspace({ 'm/1.sql': 'old', 'm/2.sql': 'old' });
    symlinkSync(elsewhere.directory, join(here.directory, 'linked'));
    symlinkSync(join(elsewhere.directory, 'x.sql'), join(here.directory, 'dangling.sql'));
    expect(() => writePlans(treeOf(here.directory), [planFor('m/1.sql', path)])).toThrow(message);
    // All or nothing: the author's file, which could have been written, was not.
    expect(readFileSync(join(here.directory, 'm/1.sql'), 'utf8')).toBe('old');
    expect(readdirSync(elsewhere.directory)).toEqual([]);
  });

  test('an author’s file that is gone, or a link', () => {
    const here = workspace({ 'm/1.sql': 'old' });
    symlinkSync('1.sql', join(here.directory, 'm/link.sql'));
    for (const author of ['m/gone.sql', 'm/link.sql', 'm'])
      expect(() => writePlans(treeOf(here.directory), [planFor(author, 'm/3.sql')])).toThrow(/can be edited/);
    expect(existsSync(join(here.directory, 'm/3.sql'))).toBe(false);
  });

  test('a folder that does not exist yet is made', () => {
    const here = workspace({ 'm/1/migration.sql': 'old' });
    expect(writePlans(treeOf(here.directory), [planFor('m/1/migration.sql', 'm/2/migration.sql')])).toEqual([
      'm/1/migration.sql',
      'm/2/migration.sql',
    ]);
    expect(readFileSync(join(here.directory, 'm/2/migration.sql'), 'utf8')).toBe('new');
  });
});
