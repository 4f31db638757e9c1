import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commitOf } from '../../src/github/checkout.ts';
import { readTrigger } from '../../src/github/trigger.ts';

const [a, b, c, zero] = ['a', 'b', 'c', '0'].map((digit) => digit.repeat(40)) as [string, string, string, string];
const repository = { default_branch: 'main' };
const pull = (headRepo: object | null): object => ({
  pull_request: { number: 7, head: { sha: a, repo: headRepo }, base: { sha: b, repo: { full_name: 'o/r' } } },
});

test('a pull request is judged at its head, not at the merge commit', () => {
  expect(readTrigger('pull_request', pull({ full_name: 'o/r' }), { GITHUB_SHA: c })).toEqual({
    kind: 'pull-request',
    number: 7,
    head: a,
    base: b,
    merge: c,
    fork: false,
  });
});

test('another repository is a fork, and so is a deleted one', () => {
  expect(readTrigger('pull_request', pull({ full_name: 'm/r' }), {})).toMatchObject({ fork: true });
  expect(readTrigger('pull_request', pull(null), {})).toMatchObject({ fork: true });
});

test('a merge group, which has no pull request, is its commits', () => {
  expect(readTrigger('merge_group', { merge_group: { head_sha: a, base_sha: b } }, {})).toEqual({ kind: 'commits', base: b, head: a });
});

test('a merge group names the pull request of its entry', () => {
  const group = (head_ref: string) => readTrigger('merge_group', { merge_group: { head_sha: a, base_sha: b, head_ref } }, {});
  expect(group(`refs/heads/gh-readonly-queue/main/pr-104-${b}`)).toMatchObject({ pullRequest: 104 });
  expect(group(`refs/heads/gh-readonly-queue/a/pr-1-${c}/pr-104-${b}`)).toMatchObject({ pullRequest: 104 });
  expect(group('refs/heads/pr-104-main')).not.toHaveProperty('pullRequest');
});

test('what a label was put on is known by the event, and since when the head is the head', () => {
  const event = { ...pull({ full_name: 'o/r' }), action: 'labeled', label: { name: 'ok' } };
  expect(readTrigger('pull_request', event, {})).toMatchObject({ labelled: 'ok' });
  expect(readTrigger('pull_request', { ...event, action: 'unlabeled' }, {})).not.toHaveProperty('labelled');
  expect(readTrigger('push', { before: b, after: a, repository: { ...repository, pushed_at: 0 } }, {})).toMatchObject({
    since: '1970-01-01T00:00:00.000Z',
  });
});

test('a push to the default branch is what it adds; one to another branch, what that adds to the default branch', () => {
  const push = { before: b, after: a, repository };
  expect(readTrigger('push', push, {})).toEqual({ kind: 'commits', base: b, head: a });
  expect(readTrigger('push', { ...push, ref: 'refs/heads/main' }, {})).toMatchObject({ base: b });
  expect(readTrigger('push', { ...push, ref: 'refs/heads/work' }, {})).toMatchObject({ base: 'main' });
  expect(readTrigger('push', { before: zero, after: a, repository }, {})).toEqual({ kind: 'commits', base: 'main', head: a });
  expect(readTrigger('push', { before: b, after: zero, deleted: true, repository }, {})).toMatchObject({ kind: 'nothing' });
});

test('a run by hand is what its commit adds to the default branch', () => {
  expect(readTrigger('workflow_dispatch', { repository }, { GITHUB_SHA: a })).toEqual({ kind: 'commits', base: 'main', head: a });
});

test('an event without changes is refused, as is one that is not as GitHub sends it', () => {
  expect(() => readTrigger('issue_comment', {}, {})).toThrow('`issue_comment` has no migrations to judge');
  expect(() => readTrigger('pull_request', { pull_request: { number: 7, head: { sha: '--x' }, base: { sha: b } } }, {})).toThrow(
    'pull_request.head.sha is no commit id',
  );
});

test('the commit of a checkout is read without git', () => {
  const workspace = mkdtempSync(join(tmpdir(), 'checkout-'));
  try {
    expect(commitOf(workspace)).toBeUndefined();
    mkdirSync(join(workspace, '.git/refs/heads'), { recursive: true });
    writeFileSync(join(workspace, '.git/HEAD'), `${a}\n`);
    expect(commitOf(workspace)).toBe(a);
    writeFileSync(join(workspace, '.git/HEAD'), 'ref: refs/heads/main\n');
    writeFileSync(join(workspace, '.git/packed-refs'), `# pack-refs\n${c} refs/heads/main\n`);
    expect(commitOf(workspace)).toBe(c);
    writeFileSync(join(workspace, '.git/refs/heads/main'), `${b}\n`);
    expect(commitOf(workspace)).toBe(b);
    mkdirSync(join(workspace, '.git/info'));
    writeFileSync(join(workspace, '.git/info/sparse-checkout'), '/src\n');
    expect(commitOf(workspace)).toBeUndefined();
  } finally {
    rmSync(workspace, { recursive: true });
  }
});
