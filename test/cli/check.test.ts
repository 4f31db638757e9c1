import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Result, workspace } from './workspace.ts';

const create = 'CREATE TABLE orders (id bigint PRIMARY KEY, total int);\n';
const unsafe = 'ALTER TABLE orders ALTER COLUMN total TYPE bigint;\n';
const drop = 'ALTER TABLE orders DROP COLUMN total;\n';
const config = { '.lockstep.yml': 'lock-timeout: role\n' };

/** The findings of a JSON report: `path rule`. */
function found({ stdout }: Result): readonly string[] {
  const report = JSON.parse(stdout) as { files: { path: string; findings: { rule: string; suppressed?: unknown }[] }[] };
  return report.files.flatMap((file) => file.findings.filter((each) => !each.suppressed).map((each) => `${file.path} ${each.rule}`));
}
function judged({ stdout }: Result): readonly string[] {
  return (JSON.parse(stdout) as { files: { path: string }[] }).files.map((each) => each.path);
}

describe('exit codes', () => {
  const files = {
    'm/1.sql': create,
    'm/2_safe.sql': 'ALTER TABLE orders ADD COLUMN note text;\n',
    'm/3_unsafe.sql': unsafe,
    'm/4_broken.sql': 'ALTER TABEL orders;\n',
    'm/5_warned.sql': 'ALTER TABLE orders ADD COLUMN more text;\n',
    'warn/1.sql': 'ALTER TABLE other ADD COLUMN more text;\n',
  };
  test.each<[number, string[]]>([
    [0, ['check', 'm/2_safe.sql']],
    [1, ['check', 'm/3_unsafe.sql']],
    [1, ['check', 'm/4_broken.sql']],
    [0, ['check', 'm/3_unsafe.sql', '--fail-on', 'never']],
    [0, ['check', 'm/4_broken.sql', '--fail-on=never']],
    [0, ['check', 'warn', '--config', 'tool.yml']],
    [0, ['check', 'warn', '--config', 'file.yml']],
    [1, ['check', 'warn', '--config', 'file.yml', '--fail-on', 'warning']],
    [0, ['explain', 'm/3_unsafe.sql']],
    [1, ['explain', 'm/4_broken.sql']],
    [0, ['rules']],
    [0, ['--version']],
    [0, ['--help']],
    [2, []],
    [2, ['check', 'nowhere.sql']],
    [2, ['check', 'm/*.psql']],
    [2, ['chekc', 'm']],
    [2, ['check', 'm', '--fail-on', 'warn']],
    [2, ['check', 'm', '--engine', 'postgres@11']],
    [2, ['check', 'm', '--config', 'none.yml']],
    [2, ['check', 'm', '--nope']],
    [2, ['rules', 'no-such-rule']],
  ])('%i: %j', async (code, argv) => {
    const here = workspace({ ...files, ...config, 'file.yml': 'lock-timeout: migration\n', 'tool.yml': 'lock-timeout: tool\n' });
    const result = await here.lockstep(...argv);
    expect(result, result.stderr).toMatchObject({ code });
    if (code === 2) {
      expect(result.stderr).not.toBe('');
      expect(result.stdout).toBe('');
    } else expect(result.stderr).toBe('');
  });

  test('what could not be read fails, and is printed even where nothing fails', async () => {
    const here = workspace({ 'm/1.sql': 'ALTER TABEL x;\n' });
    const { stdout } = await here.lockstep('check', 'm', '--fail-on', 'never');
    expect(stdout).toContain('unreadable-statement');
    expect(stdout).toMatch(/1 unreadable/);
  });
});

describe('usage is explained in one line', () => {
  test.each<[string[], string]>([
    [
      ['chekc'],
      'lockstep: there is no command `chekc` (did you mean `check`?); there are check, explain, plan, status, baseline, rules and init\n',
    ],
    [['check', '--fail-onn', 'never'], 'lockstep: there is no option --fail-onn (did you mean `--fail-on`?); lockstep --help lists them\n'],
    [['check', '-x'], 'lockstep: there is no option -x; lockstep --help lists them\n'],
    [['check', '--engine'], 'lockstep: --engine needs a value\n'],
    [['check', '--engine', '--quiet'], 'lockstep: --engine needs a value\n'],
    [['check', '--quiet=yes'], 'lockstep: --quiet takes no value\n'],
    [
      ['check', '--format', 'jsn'],
      'lockstep: --format takes text, json, sarif, github, gitlab, junit, checkstyle, rdjsonl, markdown or html, not `jsn` (did you mean `json`?)\n',
    ],
    [['check', '--engine', 'postgres@11'], 'lockstep: PostgreSQL 11 is not known here; known are 12, 13, 14, 15, 16, 17 and 18\n'],
    [['check', '--write'], 'lockstep: --write belongs to `lockstep plan`\n'],
    [['check', 'a\u001b\nb.sql'], 'lockstep: a b.sql: no such file or directory\n'],
    [['check', 'x/*.sql'], 'lockstep: x/*.sql: matches no file\n'],
    [['check', 'empty'], 'lockstep: empty: holds no migration: no .sql file, and no program whose name begins with a number\n'],
    [['check', '--stdin-filename', 'a.sql'], 'lockstep: --stdin-filename goes with `-`, standard input\n'],
    [['check', '--base', 'main'], 'lockstep: --base needs a git repository, and this is none\n'],
    [['check'], 'lockstep: no migrations found: name them, or set `migrations` in .lockstep.yml\n'],
    [['rules', 'drop-colum'], 'lockstep: there is no rule `drop-colum` (did you mean `drop-column`?); `lockstep rules` lists them\n'],
  ])('%j', async (argv, message) => {
    const here = workspace({ 'empty/x.txt': '' });
    expect(await here.lockstep(...argv)).toEqual({ code: 2, stdout: '', stderr: message });
  });

  test('who asked for JSON gets JSON', async () => {
    const { code, stdout, stderr } = await workspace().lockstep('check', 'nowhere', '--format', 'json');
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, verdict: 'error', error: { message: 'nowhere: no such file or directory' } });
    expect(stderr).toBe('lockstep: nowhere: no such file or directory\n');
  });
});

describe('what is under review', () => {
  test('each migration after its predecessors, which need not be named', async () => {
    const here = workspace({ ...config, 'm/1.sql': create, 'm/2.sql': unsafe, 'm/10.sql': drop });
    expect(judged(await here.lockstep('check', 'm/10.sql', '--format=json'))).toEqual(['m/10.sql']);
    expect(judged(await here.lockstep('check', 'm', '--format=json'))).toEqual(['m/1.sql', 'm/2.sql', 'm/10.sql']);
    expect(found(await here.lockstep('check', 'm', '--format=json'))).toContain('m/2.sql alter-column-type-blocking');
  });

  test('what lies between two files that are named is replayed in its place', async () => {
    const add = (type: string) => `ALTER TABLE orders ALTER COLUMN code TYPE varchar(${type});\n`;
    const here = workspace({
      ...config,
      'm/1.sql': 'CREATE TABLE orders (code varchar(10));\n',
      'm/2.sql': add('15'),
      'm/3.sql': add('30'),
      'm/4.sql': add('20'),
    });
    // 10 → 15 is wider, 15 → 30 too and not asked about, 30 → 20 is narrower.
    expect(found(await here.lockstep('check', 'm/2.sql', 'm/4.sql', '--format=json'))).toEqual([
      'm/4.sql alter-column-type-blocking',
      'm/4.sql narrow-column-type',
    ]);
    expect(judged(await here.lockstep('check', 'm/2.sql', 'm/4.sql', '--format=json'))).toEqual(['m/2.sql', 'm/4.sql']);
  });

  test('--together: a table that the same deployment creates is new', async () => {
    const here = workspace({ ...config, 'm/1.sql': create, 'm/2.sql': unsafe });
    expect(found(await here.lockstep('check', 'm', '--together', '--format=json'))).toEqual([]);
  });

  test('--no-history knows nothing of the siblings, --history adds others', async () => {
    const widen = 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(20);\n';
    const here = workspace({ ...config, 'm/1.sql': 'CREATE TABLE orders (code varchar(10));\n', 'm/2.sql': widen, 'other/2.sql': widen });
    expect(found(await here.lockstep('check', 'm/2.sql', '--format=json'))).toEqual([]);
    expect(found(await here.lockstep('check', 'm/2.sql', '--no-history', '--format=json'))).toEqual(['m/2.sql alter-column-type-blocking']);
    expect(found(await here.lockstep('check', 'other', '--format=json'))).toEqual(['other/2.sql alter-column-type-blocking']);
    expect(found(await here.lockstep('check', 'other', '--history', 'm/1.sql', '--format=json'))).toEqual([]);
    expect(found(await here.lockstep('check', 'other', '--schema', 'm/1.sql', '--format=json'))).toEqual([]);
  });

  test('two directories are two databases', async () => {
    const here = workspace({ ...config, 'a/migrations/1.sql': create, 'b/migrations/1.sql': create, 'b/migrations/2.sql': unsafe });
    expect(found(await here.lockstep('check', '--format=json'))).toEqual(['b/migrations/2.sql alter-column-type-blocking']);
    expect(found(await here.lockstep('check', 'a', 'b', '--together', '--format=json'))).toEqual([]);
  });

  test('what goes down is neither judged nor replayed; who names it is told', async () => {
    const here = workspace({ ...config, 'm/1.up.sql': create, 'm/1.down.sql': 'DROP TABLE orders;\n', 'm/2.sql': unsafe });
    expect(judged(await here.lockstep('check', 'm', '--format=json'))).toEqual(['m/1.up.sql', 'm/2.sql']);
    const { code, stdout } = await here.lockstep('check', 'm/1.down.sql');
    expect(code).toBe(0);
    expect(stdout).toContain('m/1.down.sql:1  Not judged');
  });

  test('of a file with both directions the up sections are read', async () => {
    const here = workspace({ ...config, 'm/1.sql': `-- +goose Up\n${create}\n-- +goose Down\nDROP TABLE orders;\n` });
    expect(found(await here.lockstep('check', 'm', '--format=json'))).toEqual([]);
  });

  test('globs, braces, names with brackets, the same file twice', async () => {
    const here = workspace({
      ...config,
      'm/1.sql': create,
      'm/2.sql': '',
      'm/[3].sql': '',
      'node_modules/x/m/1.sql': drop,
      '.hidden/1.sql': drop,
    });
    const files = async (...argv: string[]) => judged(await here.lockstep('check', ...argv, '--format=json'));
    expect(await files('m/*.sql')).toEqual(['m/1.sql', 'm/2.sql', 'm/[3].sql']);
    expect(await files('**/{1,2}.sql')).toEqual(['m/1.sql', 'm/2.sql']);
    expect(await files('./m/[3].sql')).toEqual(['m/[3].sql']);
    expect(await files('m/1.sql', 'm', './m/1.sql')).toEqual(['m/1.sql', 'm/2.sql', 'm/[3].sql']);
    expect(await files('.')).toEqual(['m/1.sql', 'm/2.sql', 'm/[3].sql']);
    expect(await files('*')).toEqual(['m/1.sql', 'm/2.sql', 'm/[3].sql']);
  });

  test('paths from a directory below, upwards', async () => {
    const here = workspace({ ...config, 'm/1.sql': create, 'app/x.txt': '' });
    const { stdout } = await here.lockstepWith({ cwd: 'app' }, 'check', '../m', '--format=json');
    expect(JSON.parse(stdout).files[0].path).toBe('../m/1.sql');
  });

  test('a directory whose name ends in .sql, an empty file, a file of comments', async () => {
    const here = workspace({ ...config, 'm/dir.sql/1.sql': create, 'm/2.sql': '', 'm/3.sql': '-- nothing\n' });
    expect(judged(await here.lockstep('check', 'm', '--format=json'))).toEqual(['m/2.sql', 'm/3.sql', 'm/dir.sql/1.sql']);
  });
});

describe('links and things that are no files', () => {
  test('a link out of the repository is not followed, wherever it stands', async () => {
    const secret = workspace({ 'secret.sql': 'SELECT secret;\n', 'm/1.sql': 'SELECT secret;\n' });
    const here = workspace({ ...config, '.git/HEAD': '', 'm/1.sql': create, 'inside.sql': 'CREATE TABLE inside (id int PRIMARY KEY);\n' });
    symlinkSync(join(secret.directory, 'secret.sql'), join(here.directory, 'm/2.sql'));
    symlinkSync(join(secret.directory, 'm'), join(here.directory, 'linked'));
    symlinkSync('../inside.sql', join(here.directory, 'm/3.sql'));
    for (const argv of [['m'], ['m/2.sql'], ['m/*.sql']]) {
      const { code, stdout } = await here.lockstep('check', ...argv);
      expect(code).toBe(1);
      expect(stdout).toContain('symbolic link that leads out');
      expect(stdout).not.toContain('secret;');
    }
    for (const path of ['linked', 'linked/1.sql'])
      expect((await here.lockstep('check', path)).stderr).toContain('leads out of the repository');
    expect((await here.lockstep('check', 'm/3.sql')).code).toBe(0);
  });

  test('a loop of links ends', async () => {
    const here = workspace({ ...config, 'm/1.sql': create });
    symlinkSync('.', join(here.directory, 'm/again'));
    symlinkSync('loop.sql', join(here.directory, 'm/loop.sql'));
    const { code, stdout } = await here.lockstep('check', 'm');
    expect(code).toBe(1);
    expect(stdout).toContain('m/loop.sql:1');
  });

  test('bytes that are no text fail, with their line', async () => {
    const here = workspace({ ...config, 'm/1.sql': Buffer.from('SELECT 1;\nSELECT \xe9;\n', 'latin1'), 'm/2.sql': 'a\0b' });
    const { code, stdout } = await here.lockstep('check', 'm');
    expect(code).toBe(1);
    expect(stdout).toContain('m/1.sql:2\n');
    expect(stdout).toContain('m/2.sql:1\n');
  });

  test('a file that is too large fails and is not read', async () => {
    const here = workspace(config);
    mkdirSync(join(here.directory, 'm'));
    writeFileSync(join(here.directory, 'm/1.sql'), Buffer.alloc(9 * 1024 * 1024, 32));
    expect((await here.lockstep('check', 'm')).stdout).toContain('larger than 8 MiB');
  });
});

describe('standard input', () => {
  test('alone it is a file without a name', async () => {
    const here = workspace(config);
    const result = await here.lockstepWith({ stdin: unsafe }, 'check', '-', '--format=json');
    expect(result.code).toBe(1);
    expect(found(result)).toEqual(['<stdin> alter-column-type-blocking']);
  });

  test('with a name it has its siblings for history', async () => {
    const here = workspace({ ...config, 'm/1.sql': 'CREATE TABLE t (code varchar(10));\n', 'm/3.sql': 'DROP TABLE t;\n' });
    const stdin = 'ALTER TABLE t ALTER COLUMN code TYPE varchar(20);\n';
    const result = await here.lockstepWith({ stdin }, 'check', '-', '--stdin-filename', 'm/2.sql', '--format=json');
    expect(result).toMatchObject({ code: 0 });
    expect(judged(result)).toEqual(['m/2.sql']);
  });

  test('the first file of a directory that does not exist yet has no history', async () => {
    const argv = ['check', '-', '--stdin-filename', 'migrations/1.sql', '--format=json'];
    const result = await workspace(config).lockstepWith({ stdin: create }, ...argv);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(judged(result)).toEqual(['migrations/1.sql']);
  });

  test('what an editor holds counts, not what is on disk', async () => {
    const here = workspace({ ...config, 'm/1.sql': create, 'm/2.sql': drop });
    const result = await here.lockstepWith({ stdin: 'SELECT 1;' }, 'check', '-', '--stdin-filename', 'm/2.sql', '--format=json');
    expect(result.code).toBe(0);
    expect(JSON.parse(result.stdout).files[0].statements[0].sql).toBe('SELECT 1');
  });

  test('empty, and not text', async () => {
    const here = workspace(config);
    expect((await here.lockstepWith({ stdin: '' }, 'check', '-')).code).toBe(0);
    expect((await here.lockstepWith({ stdin: Buffer.from([0xff, 0xfe, 65, 0]) }, 'check', '-')).stdout).toContain('UTF-16');
  });
});

describe('what is printed', () => {
  test('colour on a terminal only, and not where it is unwanted', async () => {
    const here = workspace({ ...config, 'm/1.sql': unsafe });
    const coloured = async (env: Record<string, string>, tty: boolean, ...argv: string[]) =>
      (await here.lockstepWith({ tty, env }, 'check', 'm', ...argv)).stdout.includes('\u001b[');
    expect(await coloured({}, true)).toBe(true);
    expect(await coloured({}, false)).toBe(false);
    expect(await coloured({}, true, '--no-color')).toBe(false);
    expect(await coloured({ NO_COLOR: '1' }, true)).toBe(false);
    expect(await coloured({ NO_COLOR: '' }, true)).toBe(true);
    expect(await coloured({ TERM: 'dumb' }, true)).toBe(false);
  });

  test('--quiet says nothing where there is nothing', async () => {
    const here = workspace({ ...config, 'm/1.sql': create, 'm/2.sql': unsafe });
    expect(await here.lockstep('check', 'm/1.sql', '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
    const { stdout } = await here.lockstep('check', 'm', '--quiet');
    expect(stdout).toMatch(/^m\/2\.sql:1:20: error: .* \(alter-column-type-blocking\)\n$/);
  });

  test('progress on a terminal only, and taken back', async () => {
    const here = workspace({ ...config, ...Object.fromEntries(Array.from({ length: 301 }, (_, i) => [`m/${i}.sql`, 'SELECT 1;\n'])) });
    expect((await here.lockstep('check', 'm')).stderr).toBe('');
    expect((await here.lockstepWith({ tty: true }, 'check', 'm')).stderr).toBe('reading 301 migrations …\r\u001b[2K');
  });

  test('the rules, and the page of one', async () => {
    const here = workspace();
    const { stdout } = await here.lockstep('rules');
    expect(stdout).toMatch(/^Blocking: .*\n {2}add-check-copying +error +\S/);
    expect(stdout).toMatch(/\n {2}drop-column +\w+ +\S/);
    expect((await here.lockstep('rules', 'drop-column')).stdout).toMatch(/^#.*drop-column/);
  });

  test('explain: safe statements too', async () => {
    const here = workspace({ ...config, 'm/1.sql': create, 'm/2.sql': 'ALTER TABLE orders ADD COLUMN note text;\n' });
    expect((await here.lockstep('explain', 'm/2.sql')).stdout).toBe(`m/2.sql
     1  ALTER TABLE orders ADD COLUMN note text;
        orders  ACCESS EXCLUSIVE  only the catalog is changed; for a moment, reads and writes wait
`);
  });
});
