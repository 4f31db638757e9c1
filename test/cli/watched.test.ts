import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { runWatched } from '../../src/cli/watched.ts';

/** A run that gives no verdict must not pass for one. */

const output = () => {
  const written: string[] = [];
  return { isTTY: false, columns: undefined, written, write: (text: string) => void written.push(text) };
};

function watched(thread: string, input?: Uint8Array) {
  const directory = mkdtempSync(join(tmpdir(), 'watched-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const entry = join(directory, 'thread.mjs');
  writeFileSync(entry, thread);
  const [stdout, stderr] = [output(), output()];
  const io = { cwd: '.', env: {}, stdout, stderr, stdin: async () => new Uint8Array() };
  return { code: runWatched(pathToFileURL(entry), ['a', 'b'], io, input), stdout, stderr };
}

test('a thread’s exit code is the run’s, and all that it says is said before', async () => {
  const thread = `
    import { parentPort } from 'node:worker_threads';
    let given = '';
    for await (const chunk of process.stdin) given += chunk;
    process.stdout.write(process.argv.slice(2).join() + given + 'x'.repeat(1e6));
    process.stderr.write('so');
    parentPort.postMessage({ exitCode: 1 });`;
  const { code, stdout, stderr } = watched(thread, Buffer.from('given'));
  expect(await code).toBe(1);
  expect(stdout.written.join('')).toBe(`a,bgiven${'x'.repeat(1e6)}`);
  expect(stderr.written.join('')).toBe('so');
});

test.each([
  ['ends without a verdict', 'process.exitCode = 0;', 'the run ended before it had a verdict'],
  ['waits for what never comes', 'await new Promise(() => {});', 'the run ended before it had a verdict'],
  ['breaks down', 'throw new Error("broken");', 'broken'],
  ['fills its heap', 'const all = []; for (;;) all.push(new Array(1e6).fill(0.5));', 'it took more than 2048 MiB of memory'],
])('a thread that %s fails', async (_, thread, reason) => {
  await expect(watched(thread).code).rejects.toThrow(reason);
});
