import { afterEach, expect, test } from 'vitest';
import { type Fake, type Fault, startFake, type World } from '../github/fake.ts';
import { type Ran, runAction, type Situation } from './run.ts';
import { base, pullRequest, withMigration } from './service.ts';

/** One review, kept true: what a pull request shows after each push is what one clean run would have left. */

let fake: Fake;
afterEach(() => fake.close());
const start = async (world: World): Promise<Fake> => (fake = await startFake(world));
const run = (situation: Partial<Situation> = {}): Promise<Ran> => runAction({ world: pullRequest, fake, ...situation });
const path = 'db/migrations/0003_change.sql';
const push = (content: string, more: Record<string, string> = {}): string => fake.push({ ...base, [path]: content, ...more });

const timeout = "SET lock_timeout = '5s';\n";
const token = 'ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid();\n';
const index = 'CREATE INDEX orders_note ON orders (note);\n';
const unsafe = timeout + token + index;

const writes = (from: number): readonly string[] =>
  fake.requests.slice(from).filter((each) => /^(?:POST|PATCH|DELETE)/.test(each) && !each.endsWith('/graphql'));
const alive = (): readonly Fake['comments'][number][] => fake.comments.filter((each) => each.body.startsWith('<!-- lockstep:comment'));
const gone = (): readonly Fake['comments'][number][] => fake.comments.filter((each) => each.body.startsWith('<!-- lockstep:gone'));

test.each(['github-actions[bot]', 'migration-robot[bot]', 'alice'])(
  'a second run of the same commit writes nothing, in the name of %s',
  async (viewer) => {
    await start({ ...withMigration(unsafe), viewer });
    await run();
    const after = fake.requests.length;
    const second = await run();
    expect(writes(after)).toEqual([]);
    expect(second.code).toBe(1);
    // What stands there already is not annotated again.
    expect(second.log).not.toContain('::error title=');
    expect([fake.reviews.length, fake.summaries.length, fake.comments.length]).toEqual([1, 1, 2]);
  },
);

test('a push that mends one statement: its comment says so and is minimised, the other stays', async () => {
  await start(withMigration(unsafe));
  await run();
  const [first, second] = fake.comments.map(({ id, body }) => ({ id, body }));
  const head = push(timeout + index);
  const after = fake.requests.length;
  await run();
  expect(alive().map((each) => each.id)).toEqual([second?.id]);
  const [was] = gone();
  expect(was?.minimized).toBe('RESOLVED');
  expect(was?.body).toContain(`**Not found any more** as of ${head}.`);
  expect(was?.body).toContain('What it said');
  expect(was?.body).toContain(first?.body.split('\n').find((line) => line.includes('Adding token')));
  expect(was?.body).not.toContain('```suggestion');
  // The summary, the comment that is gone, and the one that stays, because the plan has another name now.
  expect(writes(after).map((each) => each.split(' ')[0])).toEqual(['PATCH', 'PATCH', 'PATCH']);
  expect([fake.reviews.length, fake.summaries.length]).toEqual([1, 1]);
});

test('a statement that only moves keeps its comment; what is new comes in one review', async () => {
  await start(withMigration(unsafe));
  await run();
  const before = fake.comments.map(({ id }) => id);
  push(`-- why\n\n${unsafe}ALTER TABLE orders ALTER COLUMN note SET NOT NULL;\nDROP TABLE refunds;\n`);
  await run();
  expect(fake.reviews).toHaveLength(2);
  expect(
    alive()
      .map(({ id }) => id)
      .slice(0, 2),
  ).toEqual(before);
  expect(alive()).toHaveLength(4);
  expect(gone()).toEqual([]);
});

test('a finding that goes changes the comment in place', async () => {
  await start(withMigration(token));
  await run();
  const [before] = fake.comments;
  expect(before?.body).toContain('missing-lock-timeout');
  const id = before?.id;
  push(timeout + token);
  await run();
  expect(alive().map((each) => each.id)).toEqual([id]);
  expect(alive()[0]?.body).not.toContain('missing-lock-timeout');
  expect(fake.reviews).toHaveLength(1);
});

test('when everything is mended nothing unsafe is left to see, and the summary says so', async () => {
  await start(withMigration(unsafe));
  await run();
  push('SELECT 1;\n');
  const ran = await run();
  expect(ran).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
  expect(alive()).toEqual([]);
  expect(gone().every((each) => each.minimized === 'RESOLVED')).toBe(true);
  expect(fake.summaries).toHaveLength(1);
  expect(fake.summaries[0]?.body).toContain('**Lockstep: pass.** Nothing unsafe');
});

test('a migration that leaves the pull request takes its comments with it', async () => {
  await start(withMigration(unsafe));
  await run();
  fake.push({ ...base, 'README.md': '# Shop!\n' });
  const ran = await run();
  expect(ran.code).toBe(0);
  expect(alive()).toEqual([]);
  expect(gone()).toHaveLength(2);
  expect(fake.summaries[0]?.body).toContain('No migration is changed.');
});

test('a finding that comes back brings its comment back', async () => {
  await start(withMigration(unsafe));
  await run();
  const before = fake.comments.map(({ id, body }) => ({ id, body }));
  push(timeout + index);
  await run();
  push(unsafe);
  await run();
  const [, second] = before;
  expect(alive().find((each) => each.id === second?.id)?.minimized).toBeUndefined();
  expect(
    alive()
      .map(({ body }) => body)
      .sort(),
  ).toEqual(before.map(({ body }) => body).sort());
  expect(alive().every((each) => each.minimized === undefined)).toBe(true);
});

test('a force-push to other lines: the comment stands anew where the statement is, the old one says where it went', async () => {
  await start(withMigration(unsafe));
  await run();
  // Its own line is rewritten in between, so GitHub finds the comment outdated.
  push(`${timeout}ALTER TABLE orders\n  ADD COLUMN token uuid DEFAULT gen_random_uuid();\n${index}`);
  await run();
  expect(alive().filter((each) => each.body.includes('Adding token'))).toMatchObject([{ start: 2, line: 3 }]);
  expect(gone()).toMatchObject([{ minimized: 'OUTDATED', body: expect.stringContaining('**Moved**') }]);
  expect(alive()).toHaveLength(2);
});

test('a file whose diff GitHub no longer shows: what the comment said stands in the summary', async () => {
  await start(withMigration(unsafe));
  await run();
  fake.change({ withoutPatch: [path] });
  push(`${unsafe}SELECT 1;\n`);
  await run();
  expect(alive()).toEqual([]);
  expect(gone()[0]?.body).toContain('**Moved** to the summary comment');
  expect(fake.summaries[0]?.body).toContain('ALTER TABLE orders ADD COLUMN token uuid;');
});

test('a marker that somebody else planted does not silence the review, and no text of others is changed', async () => {
  await start(withMigration(unsafe));
  await run();
  const copies = [fake.summaries[0]?.body ?? '', ...fake.comments.map((each) => each.body)];
  await fake.close();
  await start(withMigration(unsafe));
  for (const user of ['mallory', 'other[bot]', 'github-actions']) for (const body of copies) fake.write(user, body);
  fake.write('github-actions[bot]', `quoted\n${copies[0]}`);
  const planted = fake.summaries.map(({ id, user, body }) => ({ id, user, body }));
  await run();
  expect(fake.comments).toHaveLength(2);
  expect(fake.summaries).toHaveLength(planted.length + 1);
  expect(fake.summaries.slice(0, -1)).toMatchObject(planted);
  expect(fake.summaries.filter((each) => each.minimized !== undefined).every((each) => each.user === 'other[bot]')).toBe(true);
  const after = fake.requests.length;
  await run();
  expect(writes(after)).toEqual([]);
});

test('another identity takes the review over, and back: one of them is to be seen', async () => {
  await start(withMigration(unsafe));
  const seen = (): readonly string[] =>
    [...fake.summaries, ...fake.comments].flatMap((each) => (each.minimized === undefined ? each.user : []));
  for (const viewer of ['github-actions[bot]', 'migration-robot[bot]', 'github-actions[bot]', 'migration-robot[bot]']) {
    fake.become(viewer);
    await run();
    expect(seen()).toEqual([viewer, viewer, viewer]);
    const after = fake.requests.length;
    await run();
    expect(writes(after)).toEqual([]);
  }
  // Each has written once.
  expect([fake.summaries.length, fake.comments.length, fake.reviews.length]).toEqual([2, 4, 2]);
});

test('two uses of the action on one pull request do not take each other’s comments away', async () => {
  await start(withMigration(unsafe));
  await run();
  await run({ inputs: { engine: 'postgres@12' } });
  expect([fake.summaries.length, alive().length]).toEqual([2, 4]);
  push('SELECT 1;\n');
  await run();
  expect(alive()).toHaveLength(2);
});

test('two runs that race leave one review', async () => {
  await start(withMigration(unsafe));
  await Promise.all([run(), run(), run()]);
  const after = fake.requests.length;
  await run();
  expect([fake.summaries.length, alive().length]).toEqual([1, 2]);
  expect(gone().every((each) => each.minimized !== undefined)).toBe(true);
  void after;
});

test('answers of people keep the thread they answer', async () => {
  await start(withMigration(unsafe));
  await run();
  fake.write('octocat', 'Is that so?', fake.comments[0]?.id);
  push('SELECT 1;\n');
  await run();
  expect(fake.comments.map((each) => each.user)).toEqual(['github-actions[bot]', 'github-actions[bot]', 'octocat']);
  expect(fake.comments[2]?.body).toBe('Is that so?');
});

test.each([40, 130])('our comments behind %i others are found', async (count) => {
  await start(withMigration(unsafe));
  const chatter = (): void => {
    for (let i = 0; i < count; i++) fake.write('octocat', `LGTM ${i}`);
  };
  chatter();
  await run();
  for (let i = 0; i < count; i++) fake.write('octocat', `because ${i}`, fake.comments[0]?.id);
  chatter();
  const after = fake.requests.length;
  await run();
  expect(writes(after)).toEqual([]);
});

test('a push between reading and posting: nothing is posted for the old commit', async () => {
  await start({
    ...withMigration(unsafe),
    before: (request): undefined => {
      if (request.includes('/issues/2/comments') && fake.head === 'a'.repeat(40)) push('SELECT 1;\n');
    },
  });
  const ran = await run();
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
  expect(writes(0)).toEqual([]);
  expect(ran.summary).toContain('has moved on');
});

test('a push while the review is written: what this run may have written over, it puts right', async () => {
  let pushed = false;
  await start({
    ...withMigration(unsafe),
    before: (request): undefined => {
      if (!request.startsWith('POST') || !request.includes('/issues/2/comments') || pushed) return;
      pushed = true;
      push(timeout + index);
    },
  });
  const ran = await run();
  // The verdict is that of its own commit, and what stands there is that of the new one.
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'fail', errors: '2' } });
  expect(alive().map(({ path, body }) => [path, body.includes('create-index-blocking')])).toEqual([[path, true]]);
  expect(fake.summaries).toHaveLength(1);
  expect(fake.summaries[0]?.body).toContain('1 error in 1 migration');
});

test('where comments may not be minimised, they say that they are gone all the same', async () => {
  const faults: Fault[] = [{ method: 'POST', path: /graphql$/, status: 403, times: 99, message: 'Resource not accessible by integration' }];
  await start(withMigration(unsafe));
  await run();
  push('SELECT 1;\n');
  let asked = 0;
  fake.change({ before: (request) => (request.endsWith('/graphql') && asked++ > 0 ? faults[0] : undefined) });
  const ran = await run();
  expect(ran.code).toBe(0);
  expect(gone()).toHaveLength(2);
});
