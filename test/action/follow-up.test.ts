import { afterEach, expect, test } from 'vitest';
import { commitSuggestion, suggestionIn } from '../github/commit.ts';
import { type Fake, startFake, type World } from '../github/fake.ts';
import { pullRequestEvent, type Ran, runAction, type Situation } from './run.ts';
import { pullRequest } from './service.ts';

/** Later stages as draft pull requests on top of the one under review. */

let fake: Fake;
afterEach(() => fake.close());
const start = async (world: Partial<World> = {}): Promise<Fake> => {
  fake = await startFake({ ...pullRequest, mayWriteContents: true, ...world });
  return fake;
};
const run = (situation: Partial<Situation> = {}): Promise<Ran> =>
  runAction({ world: pullRequest, fake, inputs: { 'open-follow-up': 'true' }, ...situation });
const writesToGit = (from: number): readonly string[] =>
  fake.requests.slice(from).filter((each) => /^(?:POST|PATCH) .*\/(?:git|pulls(?:\/\d+)?$)/.test(each));
const now = 'lockstep/2/this-deploy';
const next = 'lockstep/2/next-deploy';

test('without the input nothing is opened', async () => {
  await start();
  await run({ inputs: {} });
  expect(fake.pulls).toEqual([]);
  expect(fake.requests.some((each) => each.includes('matching-refs'))).toBe(false);
});

test('a draft for each deploy, with its files, its time and a place on top of the pull request', async () => {
  await start();
  const ran = await run();
  expect(ran.log).not.toContain('::warning');
  expect(fake.pulls.map(({ head, base, draft, state, title }) => ({ head, base, draft, state, title }))).toEqual([
    { head: now, base: 'new-topic', draft: true, state: 'open', title: 'Migrations of #2: backfill, enforce' },
    { head: next, base: 'new-topic', draft: true, state: 'open', title: 'Migrations of #2: contract' },
  ]);
  expect(fake.pulls[1]?.body).toContain(
    'To be merged once #2 is deployed: next deploy, once the new code runs everywhere and the backfill has ended.',
  );
  // What the branches add is what the comments show.
  const added = (branch: string): readonly string[] =>
    Object.keys(fake.filesOf(branch) ?? {}).filter((path) => !(path in pullRequest.head));
  expect([added(now), added(next)]).toEqual([
    ['db/migrations/0005_backfill.sql', 'db/migrations/0006_enforce.sql'],
    ['db/migrations/0007_contract.sql'],
  ]);
  const shown = fake.comments.map(({ body }) => body).join('\n');
  for (const [path, text] of Object.entries(fake.filesOf(next) ?? {}).filter(([path]) => path.includes('0007'))) {
    expect(shown).toContain(`\`${path}\`\n\`\`\`sql\n${String(text).trim()}\n\`\`\``);
  }
  expect(fake.summaries[0]?.body).toContain('- #100, to be merged before #2 is merged');
  expect(fake.summaries[0]?.body).toContain('- #101, to be merged once #2 is deployed');
});

test('a second run changes nothing; a push moves the branches onto the new head', async () => {
  await start();
  await run();
  let after = fake.requests.length;
  await run();
  expect(writesToGit(after)).toEqual([]);
  fake.push({ ...pullRequest.head, 'README.md': '# Shop!\n' });
  after = fake.requests.length;
  await run();
  expect(fake.pulls).toHaveLength(2);
  expect(writesToGit(after).filter((each) => each.includes('/git/refs/'))).toHaveLength(2);
  expect(fake.filesOf(next)?.['README.md']).toBe('# Shop!\n');
});

test('when the suggestions are committed the rest stays open; when the migrations go it is closed', async () => {
  await start();
  await run();
  const accepted: Record<string, string | Uint8Array> = { ...pullRequest.head };
  for (const comment of [...fake.comments].reverse()) {
    const suggestion = suggestionIn(comment);
    if (suggestion !== undefined) accepted[comment.path] = commitSuggestion(String(accepted[comment.path]), suggestion);
  }
  fake.push(accepted);
  await run();
  expect(fake.pulls.map(({ state }) => state)).toEqual(['open', 'open']);
  fake.push({ ...pullRequest.base, 'README.md': '# Shop!\n' });
  await run();
  expect(fake.pulls.map(({ state }) => state)).toEqual(['closed', 'closed']);
  expect(fake.pulls[0]?.body).toContain('**Closed by Lockstep.**');
  // And it comes back with what it is for.
  fake.push(pullRequest.head);
  await run();
  expect(fake.pulls.map(({ state }) => state)).toEqual(['open', 'open']);
  expect(fake.pulls).toHaveLength(2);
});

test('a branch that somebody commits to is theirs, and what somebody has closed stays closed', async () => {
  await start();
  await run();
  fake.commit(next, { 'db/migrations/0007_contract.sql': '-- mine\n' });
  const first = fake.pulls[0];
  if (first !== undefined) first.state = 'closed';
  fake.push({ ...pullRequest.head, 'README.md': '# Shop!\n' });
  await run();
  expect(fake.filesOf(next)).toEqual({ 'db/migrations/0007_contract.sql': '-- mine\n' });
  expect(fake.pulls.map(({ state }) => state)).toEqual(['closed', 'open']);
  expect(fake.pulls).toHaveLength(2);
});

test.each([
  [{ mayWriteContents: false }, '  contents: write'],
  [{ mayNotOpen: true }, 'allow GitHub Actions to create pull requests'],
])('where the token may not (%j), the review and the verdict stand, and the summary says what to do', async (world, hint) => {
  await start(world);
  const ran = await run();
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
  expect(fake.comments).toHaveLength(4);
  expect(fake.pulls).toEqual([]);
  expect(ran.summary).toContain(hint);
});

test('a fork has no branch here: nothing is tried', async () => {
  await start({ readOnly: true, mayWriteContents: false });
  const ran = await run({ event: pullRequestEvent({ fork: true }) });
  expect(ran.code).toBe(1);
  expect(fake.requests.some((each) => each.includes('/git/refs') || each.includes('matching-refs'))).toBe(false);
});
