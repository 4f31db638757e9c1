import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/report/format.ts';
import { repository, workspace } from './workspace.ts';

const files = { 'm/1.sql': 'CREATE TABLE t (id int);\n', 'm/2.sql': 'CREATE INDEX i ON t (id);\n' };
const safe = { 'm/1.sql': 'CREATE TABLE t (id int);\n' };

describe('--format', () => {
  test.each(formats)('%s: the exit code is the verdict’s, the bytes are the same again', async (format) => {
    const here = workspace(files);
    const first = await here.lockstep('check', 'm', '--no-proof', '--format', format);
    expect(first).toMatchObject({ code: 1, stderr: '' });
    expect(first.stdout).not.toBe('');
    expect(await here.lockstep('check', 'm', '--no-proof', '--format', format)).toEqual(first);
    expect((await here.lockstep('check', 'm', '--no-proof', '--fail-on=never', '--format', format)).code).toBe(0);
    expect((await workspace(safe).lockstep('check', 'm', '--no-proof', '--format', format)).code).toBe(0);
  });

  test('an unknown one is an error that names the nearest; other commands have text and JSON', async () => {
    const here = workspace(files);
    expect((await here.lockstep('check', 'm', '--format=sarf')).stderr).toMatch(
      /--format takes text, json, sarif, .* not `sarf` \(did you mean `sarif`\?\)/,
    );
    expect(await here.lockstep('explain', 'm', '--format=sarif')).toMatchObject({
      code: 2,
      stderr: 'lockstep: --format sarif belongs to `lockstep check`\n',
    });
    expect((await here.lockstep('plan', 'm', '--output=a.json')).stderr).toBe('lockstep: --output belongs to `lockstep check`\n');
  });
});

describe('--output', () => {
  test('reports beside the one on standard output, as many as one likes, each as --format gives it', async () => {
    const here = workspace(files);
    const outputs = formats.map((format) => `--output=${format}=out-${format}`);
    const { code, stdout } = await here.lockstep('check', 'm', '--no-proof', ...outputs, '--output', 'text=out-text');
    expect(code).toBe(1);
    expect(stdout).toContain('error create-index-blocking  m/2.sql:1:1');
    for (const format of formats) {
      const alone = await here.lockstep('check', 'm', '--no-proof', '--format', format);
      expect(readFileSync(join(here.directory, `out-${format}`), 'utf8')).toBe(alone.stdout);
    }
    expect(readFileSync(join(here.directory, 'out-text'), 'utf8')).toBe(stdout);
  });

  test('a path alone takes the report of --format, and standard output nothing; an older file is written over', async () => {
    const here = workspace({ ...files, 'lockstep.sarif': 'x'.repeat(1_000_000) });
    expect(await here.lockstep('check', 'm', '--no-proof', '--format=sarif', '--output', './lockstep.sarif')).toEqual({
      code: 1,
      stdout: '',
      stderr: '',
    });
    expect(JSON.parse(readFileSync(join(here.directory, 'lockstep.sarif'), 'utf8')).version).toBe('2.1.0');
  });

  test('colour stays on the terminal', async () => {
    const here = workspace(files);
    const { stdout } = await here.lockstepWith({ tty: true }, 'check', 'm', '--no-proof', '--output=text=out');
    expect(stdout).toContain('\u001b[');
    expect(readFileSync(join(here.directory, 'out'), 'utf8')).not.toContain('\u001b');
  });

  test('a format that does not exist is no file name', async () => {
    const here = workspace(files);
    expect(await here.lockstep('check', 'm', '--output=sarf=x')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('did you mean `sarif`'),
    });
    expect((await here.lockstep('check', 'm', '--no-proof', '--output=./a=b')).code).toBe(1);
    expect(readFileSync(join(here.directory, 'a=b'), 'utf8')).toContain('create-index-blocking');
  });

  test('no report is written through a link, out of the repository, or where there is no directory', async () => {
    const here = repository(files);
    const elsewhere = workspace({ secret: 'as it was' });
    symlinkSync(join(elsewhere.directory, 'secret'), join(here.directory, 'report.html'));
    symlinkSync(elsewhere.directory, join(here.directory, 'reports'));
    const write = async (path: string) => here.lockstep('check', 'm', '--no-proof', `--output=html=${path}`);
    expect(await write('report.html')).toMatchObject({
      code: 2,
      stderr: 'lockstep: report.html: is a symbolic link; no report is written through it\n',
    });
    expect(await write('reports/secret')).toMatchObject({ code: 2, stderr: expect.stringContaining('leads out of the repository') });
    expect(await write('nowhere/report.html')).toMatchObject({ code: 2, stdout: '' });
    expect(await write('m')).toMatchObject({ code: 2, stderr: 'lockstep: m: cannot be written (EISDIR)\n' });
    expect(readFileSync(join(elsewhere.directory, 'secret'), 'utf8')).toBe('as it was');
    // Where somebody names it, outside is fine.
    expect(await write(join(elsewhere.directory, 'report.html'))).toMatchObject({ code: 1, stderr: '' });
  });
});

test('hosts look files up from the root of the repository, wherever lockstep is run', async () => {
  const here = repository({ 'README.md': '' });
  mkdirSync(join(here.directory, 'db/m'), { recursive: true });
  writeFileSync(join(here.directory, 'db/m/1.sql'), 'DROP INDEX i;\n');
  const report = async (format: string) => (await here.lockstepWith({ cwd: 'db' }, 'check', 'm', '--no-proof', '--format', format)).stdout;
  expect(await report('github')).toContain('file=db/m/1.sql,');
  expect(JSON.parse(await report('gitlab'))[0].location.path).toBe('db/m/1.sql');
  expect(await report('sarif')).toContain('"uri": "db/m/1.sql"');
  // reviewdog knows where it runs.
  expect(JSON.parse((await report('rdjsonl')).split('\n')[0] ?? '').location.path).toBe('m/1.sql');
});

describe('where there is no verdict', () => {
  test.each(formats)('%s says so, or is not there: an earlier report does not stand for it', async (format) => {
    const here = workspace({ ...files, report: 'an earlier one' });
    const { code, stdout } = await here.lockstep('check', 'nowhere', '--format', format, `--output=${format}=report`);
    expect(code).toBe(2);
    const left = existsSync(join(here.directory, 'report')) ? readFileSync(join(here.directory, 'report'), 'utf8') : undefined;
    if (['sarif', 'rdjsonl'].includes(format)) expect({ stdout, left }).toEqual({ stdout: '', left: undefined });
    else {
      expect(left).toContain('nowhere: no such file or directory');
      if (format !== 'text') expect(stdout).toBe(left);
    }
  });

  test('nothing is removed through a link, nor outside of the repository', async () => {
    const here = workspace({ ...files, '.git/HEAD': '', kept: 'kept' });
    symlinkSync('..', join(here.directory, 'out'));
    symlinkSync('kept', join(here.directory, 'link'));
    const { code } = await here.lockstep('check', 'nowhere', '--output=sarif=out/kept', '--output=html=link', '--output=sarif=m');
    expect(code).toBe(2);
    expect(readFileSync(join(here.directory, 'kept'), 'utf8')).toBe('kept');
  });
});
