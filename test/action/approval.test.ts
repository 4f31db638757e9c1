import { expect, test } from 'vitest';
import { headSha, type World } from '../github/fake.ts';
import { pullRequestEvent, type Ran, runAction, type Situation } from './run.ts';
import { base, withMigration } from './service.ts';

/** `waivers: require-approval`: what the author waives counts once somebody else has said so, and GitHub says that now. */

const waived = `SET lock_timeout = '5s';
-- lockstep-ignore add-column-volatile-default: a small table, says @org/team
ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid();
`;
const { base: files, head } = withMigration(waived);
const policy = `${base['.lockstep.yml']}waivers: require-approval\nwaiver-label: approved\nwaiver-team: dba\n`;
const world: World = { base: { ...files, '.lockstep.yml': policy }, head: { ...head, '.lockstep.yml': policy }, author: 'mallory' };

/** The event of the push that made the head, at noon. */
const pushed = (() => {
  const { name, payload } = pullRequestEvent();
  const { pull_request: pull } = payload as { pull_request: object };
  return { name, payload: { ...payload, action: 'synchronize', pull_request: { ...pull, updated_at: '2026-05-01T12:00:00Z' } } };
})();
const run = (more: Partial<World>, situation: Partial<Situation> = {}): Promise<Ran> =>
  runAction({ world: { ...world, ...more }, event: pushed, ...situation });
const label = (by: string, at = '2026-05-01T12:30:00Z', name = 'approved') => ({ labels: [{ name, by, at }] });
const teams = { 'Codertocat/dba': ['alice', 'bob'] };

function standing(ran: Ran): string {
  const [waiver] = ran.report.waivers;
  expect(ran.report.waivers).toHaveLength(1);
  expect(waiver).toMatchObject({ path: 'db/migrations/0003_change.sql', line: 2, reason: 'a small table, says @org/team' });
  expect(ran.summary).toContain('a small table, says @<!-- -->org/team');
  expect(ran.code).toBe(waiver?.status === 'counts' ? 0 : 1);
  return waiver?.status === 'counts' ? `counts: ${waiver.approvedBy}` : 'unapproved';
}

test.each<[string, Partial<World>, string]>([
  ['nobody has approved', {}, 'unapproved'],
  ['somebody else has put the label on', label('alice'), 'counts: alice (label `approved`)'],
  ['the label differs in case, which GitHub takes for the same', label('alice', undefined, 'Approved'), 'counts: alice (label `approved`)'],
  ['there is another label', label('alice', undefined, 'approved-by-nobody'), 'unapproved'],
  ['the author has put the label on', label('mallory'), 'unapproved'],
  ['a bot has', label('labeler[bot]'), 'unapproved'],
  ['the label is from before the last push', label('alice', '2026-05-01T11:59:59Z'), 'unapproved'],
  [
    'a member of the team has approved the head',
    { reviews: [{ user: 'bob', state: 'APPROVED' }], teams },
    'counts: bob (review, member of Codertocat/dba)',
  ],
  ['a member has approved an older commit', { reviews: [{ user: 'bob', state: 'APPROVED', commit: 'd'.repeat(40) }], teams }, 'unapproved'],
  ['somebody else has approved', { reviews: [{ user: 'eve', state: 'APPROVED' }], teams }, 'unapproved'],
  ['a member has only commented', { reviews: [{ user: 'bob', state: 'COMMENTED' }], teams }, 'unapproved'],
  [
    'a member has approved, and then asked for changes',
    { reviews: ['APPROVED', 'CHANGES_REQUESTED'].map((state) => ({ user: 'bob', state })), teams },
    'unapproved',
  ],
  [
    'a member has approved, and then commented',
    { reviews: ['APPROVED', 'COMMENTED'].map((state) => ({ user: 'bob', state })), teams },
    'counts: bob (review, member of Codertocat/dba)',
  ],
  ['the approval was dismissed', { reviews: [{ user: 'bob', state: 'DISMISSED' }], teams }, 'unapproved'],
  [
    'the author is a member and has approved',
    { reviews: [{ user: 'mallory', state: 'APPROVED' }], teams: { 'Codertocat/dba': ['mallory'] } },
    'unapproved',
  ],
  ['the team cannot be seen', { reviews: [{ user: 'bob', state: 'APPROVED' }] }, 'unapproved'],
])('%s', async (_, more, expected) => {
  expect(standing(await run(more))).toBe(expected);
});

test('what is missing is said where the finding stands', async () => {
  const none = await run({});
  expect(none.fake.comments[0]?.body).toContain(
    'The waiver in line 2 does not count yet: have somebody else put the label `approved` on the pull request, or have a member of dba approve this commit.',
  );
  expect(none.summary).toContain('**Not approved, so it does not count.**');
  expect((await run(label('mallory'))).summary).toContain('The author put on `approved`');
  expect((await run({ reviews: [{ user: 'bob', state: 'APPROVED' }] })).summary).toContain(
    'the token needs `members: read` of the organisation',
  );
});

test('a label that started the run was put on its head, whenever that was', async () => {
  const payload = { ...pushed.payload, action: 'labeled', label: { name: 'approved' } };
  expect(standing(await run(label('alice', '2026-05-01T12:00:00Z'), { event: { ...pushed, payload } }))).toContain('counts');
  const other = { ...pushed.payload, action: 'labeled', label: { name: 'size/M' } };
  expect(standing(await run(label('alice', '2026-05-01T11:00:00Z'), { event: { ...pushed, payload: other } }))).toBe('unapproved');
});

test('labels are asked for now: a re-run of an old event sees the one that came since', async () => {
  const first = await run({});
  expect(first.code).toBe(1);
  const second = await run(label('alice', '2026-05-02T00:00:00Z'));
  expect(standing(second)).toContain('counts');
});

test('without a waiver nobody is asked; where asking fails, nothing is approved', async () => {
  const sql = waived.replace(/^--.*\n/m, '');
  const plain = await run({ head: { ...world.head, 'db/migrations/0003_change.sql': sql } });
  expect(plain.fake.requests.filter((each) => /events|members/.test(each))).toEqual([]);
  const faults = [{ method: 'GET', path: /\/issues\/2\/events$/, status: 403, times: 9 }];
  const failed = await run({ ...label('alice'), faults });
  expect(standing(failed)).toBe('unapproved');
  expect(failed.summary).toContain('could not be asked: GitHub answered 403');
  expect(failed.summary).toContain('The job needs `issues: read`');
});

test('the label of the 101st event is found', async () => {
  const labels = [...Array.from({ length: 120 }, (_, i) => ({ name: `l${i}`, by: 'eve' })), ...label('alice').labels];
  expect(standing(await run({ labels }))).toContain('counts: alice');
});

test('a pull request cannot take the policy back that it is waived by', async () => {
  const weak = { ...world.head, '.lockstep.yml': base['.lockstep.yml'] as string };
  expect(standing(await run({ head: weak }))).toBe('unapproved');
});

test('a merge queue asks the pull request of the entry, a push those that hold the commit', async () => {
  const queue = {
    name: 'merge_group',
    payload: {
      merge_group: { head_sha: headSha, base_sha: 'b'.repeat(40), head_ref: `refs/heads/gh-readonly-queue/main/pr-2-${'b'.repeat(40)}` },
    },
  };
  expect(standing(await run(label('alice', '2026-01-01T00:00:00Z'), { event: queue }))).toContain('counts');
  expect(standing(await run({}, { event: queue }))).toBe('unapproved');
  const push = {
    name: 'push',
    payload: { before: 'b'.repeat(40), after: headSha, repository: { default_branch: 'main', pushed_at: 1_777_636_800 } },
  };
  expect(standing(await run(label('alice', '2026-06-01T00:00:00Z'), { event: push }))).toContain('counts');
  expect(standing(await run(label('alice', '2026-04-01T00:00:00Z'), { event: push }))).toBe('unapproved');
  expect(standing(await run({ ...label('alice', '2026-04-01T00:00:00Z'), merged: true }, { event: push }))).toContain('counts');
});
