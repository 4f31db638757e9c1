import { expect, test, vi } from 'vitest';
import { connect } from '../../src/github/client.ts';

test('a request waits for nothing but its answer: the limiters that it passes through start one timer each', async () => {
  const client = await connect({ token: 'x', apiUrl: 'https://api.example', proxied: false });
  const answer = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json([], { status: 200 }));
  const timers = vi.spyOn(globalThis, 'setTimeout');
  await client.rest.pulls.listFiles({ owner: 'o', repo: 'r', pull_number: 1 });
  expect(answer).toHaveBeenCalledOnce();
  expect(timers.mock.calls.length).toBeLessThanOrEqual(3);
  await client.rest.issues.createComment({ owner: 'o', repo: 'r', issue_number: 1, body: 'x' });
  expect(timers.mock.calls.length).toBeLessThanOrEqual(8);
});
