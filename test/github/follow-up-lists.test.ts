import { afterEach, expect, test } from 'vitest';
import { connect } from '../../src/github/client.ts';
import { keepFollowUps, type Stack } from '../../src/github/follow-up.ts';
import { followUpsOf } from '../../src/report/follow-up.ts';
import { judged } from '../report/formats/judged.ts';
import { baseSha, type Fake, headSha, mergeSha, startFake, token } from './fake.ts';

/** Files in which a tool keeps what it knows of its migrations: a later stage comes with its entry in them. */

let fake: Fake;
afterEach(() => fake.close());
const path = 'drizzle/meta/_journal.json';
const journal = (...tags: readonly string[]): string =>
  JSON.stringify({ version: '7', entries: tags.map((tag, idx) => ({ idx, version: '7', when: idx, tag, breakpoints: true })) });
const migrations = {
  'drizzle/0000_a.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY, total int);\n',
  'drizzle/0001_b.sql': 'ALTER TABLE orders ADD CONSTRAINT positive CHECK (total > 0);\n',
};

async function opened(now: string): Promise<Awaited<ReturnType<typeof keepFollowUps>>> {
  const head = { ...migrations, [path]: now };
  fake = await startFake({ base: {}, head, mayWriteContents: true });
  const client = await connect({ token, apiUrl: fake.url, proxied: false });
  const trigger = { kind: 'pull-request', number: 2, head: headSha, base: baseSha, merge: mergeSha, fork: false } as const;
  const stack: Stack = { client, repository: { owner: 'Codertocat', repo: 'Hello-World' }, trigger, branch: 'new-topic' };
  const analysis = await judged({ ...migrations, [path]: journal('0000_a', '0001_b') }, 'drizzle/0001_b.sql');
  return keepFollowUps(stack, followUpsOf(analysis, 2), () => false);
}

const isEntry = ({ idx, tag }: { readonly idx: number; readonly tag: string }): string => `${idx} ${tag}`;

test('the journal of Drizzle names what the branch brings, behind what it names at the head', async () => {
  expect(await opened(journal('0000_a', '0001_b'))).toMatchObject({ opened: [{ number: expect.any(Number) }] });
  const files = fake.filesOf('lockstep/2/next-deploy') ?? {};
  expect(Object.keys(files)).toContain('drizzle/0002_enforce.sql');
  expect(JSON.parse(String(files[path])).entries.map(isEntry)).toEqual(['0 0000_a', '1 0001_b', '2 0002_enforce']);
});

test('where it cannot be read nothing is opened, and the reason is given', async () => {
  const { opened: none, refusal } = await opened('[]');
  expect(none).toEqual([]);
  expect(refusal?.line).toBe(
    'The later stages could not be opened as a pull request: drizzle/meta/_journal.json: is no list of migrations that can be added to.',
  );
  expect(fake.pulls).toEqual([]);
});

test('Atlas’s sums are made by a command, which the pull request names', async () => {
  fake = await startFake({ base: {}, head: {} });
  const [a, b] = ['m/1_a.sql', 'm/2_b.sql'];
  const analysis = await judged(
    { 'm/atlas.sum': 'h1:x\n', [a]: migrations['drizzle/0000_a.sql'], [b]: migrations['drizzle/0001_b.sql'] },
    b,
  );
  const bodies = followUpsOf(analysis, 2).map(({ body }) => body);
  expect(bodies).toEqual([expect.stringContaining('`atlas migrate hash` writes atlas.sum anew')]);
});
