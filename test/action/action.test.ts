import { expect, test } from 'vitest';
import { commitSuggestion, suggestionIn } from '../github/commit.ts';
import { headSha, mergeSha } from '../github/fake.ts';
import { type Ran, runAction } from './run.ts';
import { pullRequest } from './service.ts';

const rulesIn = (ran: Ran, path: string): string[] =>
  (ran.report.files.find((file) => file.path === path)?.findings ?? []).map((each) => each.rule);

test('posts one review whose comments carry the staged rewrite, byte for byte as stored', async () => {
  const ran = await runAction({ world: pullRequest, inputs: { 'no-proof': 'false' } });
  const { reviews, comments, summaries } = ran.fake;
  expect(reviews).toMatchObject([{ commit: headSha }]);
  expect(summaries).toHaveLength(1);
  await expect(summaries[0]?.body).toMatchFileSnapshot('renderings/summary-comment.md');
  expect(comments.map(({ path, start, line }) => [path, start, line])).toEqual([
    ['db/migrations/0003_track_orders.sql', 4, 5],
    ['db/migrations/0003_track_orders.sql', undefined, 8],
    ['db/migrations/0003_track_orders.sql', undefined, 10],
    ['db/migrations/0004_orders_by_customer.sql', undefined, 1],
  ]);
  for (const [i, comment] of comments.entries()) await expect(comment.body).toMatchFileSnapshot(`renderings/comment-${i + 1}.md`);
  await expect(ran.summary).toMatchFileSnapshot('renderings/summary.md');

  expect(ran.code).toBe(1);
  expect(ran.outputs).toMatchObject({ verdict: 'fail', findings: '5', errors: '4' });
  expect(ran.outputs['report-file']).toMatch(/report\.json$/);
  expect(ran.report.verdict).toBe('fail');
  // What stands in the review is not said again in annotations: only the verdict is one.
  expect(ran.log.trim().split('\n')).toEqual(['::error::Lockstep: fail. 4 errors and 1 warning in 2 migrations (5 statements).']);
});

test.each(['\n', '\r\n'])(
  'each suggestion, committed alone, leaves a file that is clean of what it answers (line ends %j)',
  async (ending) => {
    const before = await runAction({ world: pullRequest });
    expect(before.fake.comments).toHaveLength(4);
    for (const comment of before.fake.comments) {
      const suggestion = suggestionIn(comment);
      if (suggestion === undefined) throw new Error('no suggestion');
      const text = commitSuggestion(String(pullRequest.head[comment.path]), suggestion, ending);
      const after = await runAction({ world: { ...pullRequest, head: { ...pullRequest.head, [comment.path]: text } } });
      const answered = rulesIn(before, comment.path).filter((rule) => comment.body.includes(`\`${rule}\``));
      expect(answered.length).toBeGreaterThan(0);
      const left = rulesIn(before, comment.path).filter((rule) => !answered.includes(rule));
      expect(rulesIn(after, comment.path)).toEqual(left);
    }
  },
);

test('all suggestions and the files of this deploy pass together, and those of the next deploy after them', async () => {
  const before = await runAction({ world: pullRequest });
  const now: Record<string, string | Uint8Array> = { ...pullRequest.head };
  const later: Record<string, string> = {};
  for (const comment of [...before.fake.comments].reverse()) {
    const suggestion = suggestionIn(comment);
    if (suggestion !== undefined) now[comment.path] = commitSuggestion(String(now[comment.path]), suggestion);
    for (const part of comment.body.split('<details>')) {
      const into = part.includes('next deploy') ? later : now;
      for (const [, path = '', text = ''] of part.matchAll(/^`(db\/migrations\/[\w.]+)`\n```sql\n([\s\S]*?)\n```$/gm))
        into[path] = `${text}\n`;
    }
  }
  expect(Object.keys(now)).toContain('db/migrations/0005_backfill.sql');
  const after = await runAction({ world: { ...pullRequest, head: now } });
  expect(after.report.files.flatMap((file) => file.findings)).toEqual([]);
  expect(after).toMatchObject({ code: 0, outputs: { verdict: 'pass', findings: '0', errors: '0' } });
  expect(after.fake.comments).toEqual([]);
  expect(after.summary).toContain('The contract stage of plan');

  expect(Object.keys(later)).toEqual(['db/migrations/0007_contract.sql']);
  const next = await runAction({ world: { base: now, head: { ...now, ...later } } });
  expect(next).toMatchObject({ code: 0, outputs: { verdict: 'pass', findings: '0' } });
  expect(next.summary).not.toContain('still to come');
});

test('with a checkout nothing is downloaded that it holds already', async () => {
  const files = { ...pullRequest.base, ...pullRequest.head };
  const ran = await runAction({ world: pullRequest, checkout: { files, commit: mergeSha } });
  expect(ran.fake.requests.filter((each) => /contents|trees|blobs/.test(each))).toEqual([
    expect.stringContaining('contents/.lockstep.yml'),
  ]);
  const without = await runAction({ world: pullRequest });
  expect(ran.fake.summaries).toEqual(without.fake.summaries);
});

test('a checkout that an earlier step has changed, or of another commit, is not believed', async () => {
  const path = 'db/migrations/0003_track_orders.sql';
  const files = { ...pullRequest.head, [path]: 'SELECT 1;\n' };
  const changed = await runAction({ world: pullRequest, checkout: { files, commit: mergeSha } });
  expect(changed.outputs.errors).toBe('4');
  expect(changed.fake.requests.some((each) => each.includes('contents/db%2Fmigrations%2F0003'))).toBe(true);
  const other = await runAction({ world: pullRequest, checkout: { files: {}, commit: 'd'.repeat(40) } });
  expect(other.outputs.errors).toBe('4');
  expect(other.fake.requests.some((each) => each.includes('/git/trees/'))).toBe(true);
});
