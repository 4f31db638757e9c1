import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { World } from '../github/fake.ts';
import { node24, runAction } from './run.ts';
import { pullRequest, withMigration } from './service.ts';

/** Whatever a run is given to read, it ends, and says why it ends. */

const columns = Array.from({ length: 40_000 }, (_, i) => `ALTER TABLE orders ADD COLUMN c${i} int;`).join('\n');

/** So large that GitHub shows no diff of it. */
const large = (sql: string): World => ({ ...withMigration(sql), withoutPatch: ['db/migrations/0003_change.sql'] });

test('a run that takes longer than it may fails with the reason', async () => {
  const ran = await runAction({ world: large(columns), inputs: { 'time-limit': '0.1' } });
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error', findings: '0' } });
  expect(ran.log).toMatch(/^::error::Lockstep could not judge: it took longer than 0\.1 minutes \(`time-limit`\)/m);
  expect(ran.summary).toContain('it took longer than 0.1 minutes');
  expect(ran.report).toMatchObject({ verdict: 'error', error: { message: expect.stringContaining('it took longer') } });
});

test.each(['0', '-1', 'soon', '1e9', 'Infinity'])('time-limit: %s is no limit', async (limit) => {
  const ran = await runAction({ world: pullRequest, inputs: { 'time-limit': limit } });
  expect(ran.log).toBe(`::error::Lockstep could not judge: time-limit must be a number of minutes, not \`${limit}\`\n`);
  expect(ran.code).toBe(1);
});

/** Runs a thread of our own under the supervisor, as the entry does with the action. */
function supervised(thread: string): { readonly code: number | null; readonly log: string } {
  const directory = mkdtempSync(join(tmpdir(), 'supervised-'));
  try {
    writeFileSync(join(directory, 'thread.mjs'), thread);
    writeFileSync(join(directory, 'output'), '');
    writeFileSync(join(directory, 'summary'), '');
    const supervisor = new URL('../../src/action/supervise.ts', import.meta.url).href;
    writeFileSync(
      join(directory, 'main.mjs'),
      `import { supervise } from '${supervisor}';\nawait supervise(new URL('./thread.mjs', import.meta.url));\n`,
    );
    const ran = spawnSync(node24, [join(directory, 'main.mjs')], {
      encoding: 'utf8',
      env: {
        'INPUT_TIME-LIMIT': '1',
        GITHUB_OUTPUT: join(directory, 'output'),
        GITHUB_STEP_SUMMARY: join(directory, 'summary'),
        RUNNER_TEMP: directory,
      },
    });
    expect(readFileSync(join(directory, 'output'), 'utf8')).toContain('error');
    return { code: ran.status, log: ran.stdout };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

test.each([
  ['fills its heap', 'const all = []; for (;;) all.push(new Array(1e6).fill(0.5));', /it took more than 2048 MiB of memory/],
  ['fills memory beside it', 'const all = []; for (;;) all.push(Buffer.alloc(1 << 26, 1));', /it took more than 3072 MiB of memory/],
  [
    'breaks down',
    'throw new Error("no\\n::error::planted");',
    /^::error::Lockstep could not judge: internal error: Error: no ::error::planted/,
  ],
  ['ends without a verdict', 'process.exitCode = 0;', /the run ended before it had a verdict/],
  ['waits for what never comes', 'await new Promise(() => {});', /the run ended before it had a verdict/],
])('a thread that %s fails closed', (_, thread, reason) => {
  const { code, log } = supervised(thread);
  expect(log).toMatch(reason);
  expect(log.split('\n').filter((line) => line.startsWith('::'))).toHaveLength(1);
  expect(code).toBe(1);
});
