import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { fail } from '../../src/action/fail.ts';
import { Problem } from '../../src/problem.ts';

test('what could not be judged is said in every report that was asked for, and none of an earlier run is left', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'fail-'));
  const exitCode = process.exitCode;
  onTestFinished(() => {
    rmSync(directory, { recursive: true });
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    process.exitCode = exitCode;
  });
  const app = join(directory, 'apps/shop');
  mkdirSync(app, { recursive: true });
  for (const name of ['summary', 'output', 'apps/shop/a.sarif']) writeFileSync(join(directory, name), '');
  vi.stubEnv('GITHUB_WORKSPACE', directory);
  vi.stubEnv('RUNNER_TEMP', directory);
  vi.stubEnv('GITHUB_OUTPUT', join(directory, 'output'));
  vi.stubEnv('GITHUB_STEP_SUMMARY', join(directory, 'summary'));
  vi.stubEnv('INPUT_WORKING-DIRECTORY', 'apps/shop');
  vi.stubEnv('INPUT_OUTPUT', 'sarif=a.sarif\njunit=a.xml\nhtml=a.html');
  const said: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  await fail(new Problem('too much', { path: 'm/1.sql', line: 3 }));
  vi.restoreAllMocks();
  expect(said.join('')).toBe('::error::Lockstep could not judge: m/1.sql:3: too much\n');
  expect(readdirSync(app).sort()).toEqual(['a.html', 'a.xml']);
  for (const name of ['a.html', 'a.xml']) expect(readFileSync(join(app, name), 'utf8')).toContain('m/1.sql:3: too much');
  expect(readFileSync(join(directory, 'summary'), 'utf8')).toContain('**Lockstep: error.** Nothing was judged: m/1.sql:3: too much');
  expect(readFileSync(join(directory, 'output'), 'utf8')).toMatch(/verdict<<(\S+)\nerror\n\1/);
});
