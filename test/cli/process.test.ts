import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workspace } from './workspace.ts';

/** The command line as it is shipped, bundled from the sources of now: what only a process shows. */
const root = join(import.meta.dirname, '..', '..');
let directory = '';
let cli = '';

beforeAll(async () => {
  // Inside the repository, so that the package's own files are found as they are from dist/.
  mkdirSync(join(root, 'tmp'), { recursive: true });
  directory = mkdtempSync(join(root, 'tmp', 'cli-'));
  // The entries; the proof's engine is a bundle of its own.
  const {
    default: [{ output, ...input }],
  } = await import(join(root, 'rolldown.config.js'));
  const bundle = await rolldown({ ...input, input: { cli: join(root, 'src/cli.ts') }, cwd: root });
  await bundle.write({ ...output, dir: directory });
  await bundle.close();
  cli = join(directory, 'cli.js');
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const lockstep = (cwd: string, args: readonly string[], options: { input?: string; env?: Record<string, string> } = {}) =>
  spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...options,
    env: { PATH: process.env.PATH, ...options.env },
  });

const pick = ({ status, stdout, stderr }: ReturnType<typeof lockstep>) => ({ status, stdout, stderr });

const many = Object.fromEntries(
  Array.from({ length: 400 }, (_, i) => [
    `m/${i}.sql`,
    `${'ALTER TABLE some_table_or_other DROP COLUMN some_column_or_other;\n'.repeat(20)}`,
  ]),
);

describe('a process', () => {
  test('can be run by its own name', () => {
    expect(spawnSync(cli, ['--version'], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  test('exit codes', () => {
    const here = workspace({ 'm/1.sql': 'SELECT 1;', 'm/2.sql': 'ALTER TABLE a DROP COLUMN b;' });
    expect(lockstep(here.directory, ['check', 'm/1.sql'])).toMatchObject({ status: 0, stderr: '' });
    expect(lockstep(here.directory, ['check', 'm/2.sql'])).toMatchObject({ status: 1, stderr: '' });
    expect(lockstep(here.directory, ['check', 'm/3.sql'])).toMatchObject({ status: 2, stdout: '' });
  });

  test('its version and its rules’ pages are those of the package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(lockstep(root, ['--version']).stdout).toBe(`${version}\n`);
    expect(lockstep(root, ['rules', 'drop-column']).stdout).toBe(readFileSync(join(root, 'docs/rules/drop-column.md'), 'utf8'));
  });

  test('standard input through a pipe', () => {
    const { status, stdout } = lockstep(workspace().directory, ['check', '-', '--format=json'], { input: 'ALTER TABLE a DROP COLUMN b;' });
    expect(status).toBe(1);
    expect(JSON.parse(stdout).files[0].findings.length).toBeGreaterThan(0);
  });

  test('all of a large report goes through a slow pipe before the end', async () => {
    const here = workspace(many);
    const child = spawn(process.execPath, [cli, 'check', 'm', '--no-history', '--format=json'], { cwd: here.directory });
    let text = '';
    let waited = false;
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      if (!waited) await new Promise((done) => setTimeout(done, 300));
      waited = true;
      text += chunk;
    }
    expect(text.length).toBeGreaterThan(1_000_000);
    expect(JSON.parse(text).files).toHaveLength(400);
  });

  test('a reader that leaves early is no error', () => {
    const here = workspace(many);
    const { stdout, stderr } = spawnSync(
      'bash',
      ['-c', `"${process.execPath}" "${cli}" check m --no-history | head -n 1; echo "\${PIPESTATUS[0]}"`],
      {
        cwd: here.directory,
        encoding: 'utf8',
      },
    );
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('1');
    expect(stderr).toBe('');
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk is an error, and no verdict', () => {
    const here = workspace({ 'm/1.sql': 'SELECT 1;' });
    const { status, stderr } = spawnSync('bash', ['-c', `"${process.execPath}" "${cli}" check m > /dev/full`], {
      cwd: here.directory,
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^lockstep: cannot write: /);
  });

  test('much SQL is judged in a thread that is watched: what it reads, says and returns is the same', () => {
    const sql = `${'-- a line\n'.repeat(30_000)}CREATE INDEX i ON t (c);\n`;
    const here = workspace({ 'm/1.sql': sql });
    const inPlace = { env: { LOCKSTEP_WATCHED_BY: '{"stdout":{},"stderr":{}}' } };
    for (const [args, input] of [
      [['check', '--no-proof', 'm/1.sql'], ''],
      [['check', '--no-proof', '--format=json', '-'], sql],
      [['check', '--no-proof', 'm/1.sql', '--engine', 'none'], ''],
    ] as const) {
      const watched = lockstep(here.directory, args, { input });
      expect(watched).toMatchObject(pick(lockstep(here.directory, args, { input, ...inPlace })));
      expect(watched.status).toBe(args.includes('none' as never) ? 2 : 1);
    }
  });

  test('nothing but the parser is loaded for a file without a config', () => {
    const here = workspace({ 'm/1.sql': 'SELECT 1;' });
    const { stderr, status } = lockstep(here.directory, ['check', 'm/1.sql'], { env: { NODE_DEBUG: 'esm' } });
    expect(status).toBe(0);
    const loaded = [...stderr.matchAll(/\/tmp\/cli-[^/]+\/([\w/-]+\.js)/g)].map(([, name]) => name);
    expect([...new Set(loaded)].sort()).toEqual(['chunks/core.js', 'chunks/rolldown-runtime.js', 'cli.js']);
    // Each takes milliseconds to import.
    for (const module of ['util', 'crypto', 'child_process', 'url']) expect(stderr).not.toContain(`'node:${module}'`);
  });
});
