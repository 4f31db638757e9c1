import { expect, test } from 'vitest';
import { baseSha, headSha, startFake } from '../github/fake.ts';
import { pullRequestEvent, runAction } from './run.ts';
import { base, pullRequest } from './service.ts';

/** A pull request from a fork is judged with a token that may only read; a run of the default branch then writes the review. */

const ended = {
  event: 'pull_request',
  head_sha: headSha,
  head_branch: 'change',
  head_repository: { full_name: 'mallory/Hello-World', owner: { login: 'mallory' } },
  created_at: '2026-05-01T12:00:00Z',
  pull_requests: [],
};
const secondHalf = (run: object = ended) => ({
  event: { name: 'workflow_run', payload: { workflow_run: run, repository: { default_branch: 'main' } } },
  environment: { GITHUB_SHA: baseSha },
});

test('what the first half may not write, the second half writes, by its own judgement', async () => {
  const fake = await startFake({ ...pullRequest, readOnly: true });
  try {
    const first = await runAction({ world: pullRequest, fake, event: pullRequestEvent({ fork: true }) });
    expect(first).toMatchObject({ code: 1, outputs: { verdict: 'fail', errors: '4' } });
    expect([fake.comments, fake.summaries]).toEqual([[], []]);
    fake.change({ readOnly: false });
    const second = await runAction({ world: pullRequest, fake, ...secondHalf(), inputs: { 'fail-on': 'never' } });
    expect(second).toMatchObject({ code: 0, outputs: { verdict: 'fail', errors: '4' } });
    expect(fake.comments).toHaveLength(4);
    expect(fake.summaries).toHaveLength(1);
    expect(second.report.files).toEqual(first.report.files);
  } finally {
    await fake.close();
  }
});

test('with a checkout of the default branch, which is what such a run has, history is read from it', async () => {
  const ran = await runAction({ world: pullRequest, ...secondHalf(), checkout: { files: base, commit: baseSha } });
  expect(ran.outputs).toMatchObject({ verdict: 'fail', errors: '4' });
  expect(ran.fake.requests.filter((each) => /trees|blobs/.test(each))).toEqual([]);
});

test.each([
  ['the head has moved on', { ...ended, head_sha: 'e'.repeat(40) }, 'No open pull request has eeee'],
  ['the branch is that of somebody else', { ...ended, head_branch: 'main' }, 'No open pull request has aaaa'],
  [
    'the repository is another than the event says',
    { ...ended, head_repository: { full_name: 'eve/x', owner: { login: 'mallory' } } },
    'No open pull request',
  ],
  ['the fork is gone', { ...ended, head_repository: null }, 'is gone'],
  ['a push started it', { ...ended, event: 'push' }, 'was not started by a pull request'],
])('nothing is written where %s', async (_, run, reason) => {
  const ran = await runAction({ world: pullRequest, ...secondHalf(run) });
  expect(ran).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
  expect(ran.summary).toContain(reason);
  expect(ran.fake.requests.filter((each) => !each.startsWith('GET'))).toEqual([]);
});
