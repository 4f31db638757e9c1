import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { type Fault, headSha, startFake, type World } from '../github/fake.ts';
import { pullRequestEvent, runAction } from './run.ts';
import { pullRequest, withMigration } from './service.ts';

/** Whatever GitHub answers, the verdict stands and nothing is lost. */

const reviewsPath = /\/reviews$/;
const failingPost = (status: number, more: Partial<Fault> = {}): World => ({
  ...pullRequest,
  faults: [{ method: 'POST', path: reviewsPath, status, times: 1, ...more }],
});
const posts = (requests: readonly string[]): number =>
  requests.filter((each) => each.startsWith('POST') && each.endsWith('/reviews')).length;
const annotations = (log: string): string[] => log.split('\n').filter((line) => line.startsWith('::'));

test('a fork’s token may only read: the verdict, the annotations and the summary stand for the review', async () => {
  const ran = await runAction({ world: { ...pullRequest, readOnly: true }, event: pullRequestEvent({ fork: true }) });
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'fail', errors: '4' } });
  expect(ran.summary).toContain('comes from a fork');
  expect(ran.summary).toContain('ALTER TABLE orders ADD COLUMN token uuid;');
  expect(ran.summary).not.toContain('permissions:');
  const lines = annotations(ran.log);
  expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(5);
  expect(lines).toContainEqual(
    expect.stringMatching(/^::error title=add-column-volatile-default,file=db\/migrations\/0003_track_orders.sql,line=5,endLine=5::/),
  );
  expect(lines).toContainEqual(expect.stringMatching(/^::warning::The review could not be posted: GitHub answered 403/));
});

test('without the permission the summary says which one to give', async () => {
  const ran = await runAction({ world: { ...pullRequest, readOnly: true } });
  expect(ran.code).toBe(1);
  expect(ran.summary).toContain('```yaml\npermissions:\n  contents: read\n  pull-requests: write\n```');
  expect(ran.log).toContain('Give the job `contents: read` and `pull-requests: write`.');
});

test('a resource that is hidden (404) is treated alike', async () => {
  const ran = await runAction({ world: failingPost(404) });
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
  expect(ran.summary).toContain('pull-requests: write');
});

test('so is one where only the summary has something to say', async () => {
  const world = { ...pullRequest, head: { ...pullRequest.base, '.lockstep.yml': 'engine: postgres@16\n' } };
  expect((await runAction({ world })).fake.summaries[0]?.body).toContain('This run went by the base branch');
  const faults: readonly Fault[] = [{ method: 'POST', path: /\/issues\/2\/comments$/, status: 404, times: 1 }];
  const ran = await runAction({ world: { ...world, faults } });
  expect(ran).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
  expect(ran.summary).toContain('pull-requests: write');
});

test('where GitHub refuses anchors, the others are posted, and the refused stand in the summary: nothing is lost', async () => {
  const ran = await runAction({ world: { ...pullRequest, withoutAnchors: ['db/migrations/0004_orders_by_customer.sql'] } });
  expect(ran.fake.comments.map(({ path, line }) => [path, line])).toEqual(
    [5, 8, 10].map((line) => ['db/migrations/0003_track_orders.sql', line]),
  );
  expect(ran.fake.reviews).toHaveLength(2);
  expect(ran.fake.summaries[0]?.body).toContain('GitHub would not place it in the diff');
  expect(ran.fake.summaries[0]?.body).toContain('CREATE INDEX CONCURRENTLY');
  // It does not stand in the diff, so the annotation does.
  expect(annotations(ran.log).filter((line) => line.includes(' title='))).toEqual([
    expect.stringContaining('title=create-index-blocking'),
    expect.stringContaining('title=missing-lock-timeout'),
  ]);
});

test('where GitHub refuses all of them, the summary has them in full', async () => {
  const ran = await runAction({ world: failingPost(422, { times: 99 }) });
  expect(posts(ran.fake.requests)).toBe(7);
  expect(ran.fake.comments).toEqual([]);
  for (const text of [
    'add-column-volatile-default',
    'ADD COLUMN token uuid;',
    'VALIDATE CONSTRAINT orders_customer',
    'CREATE INDEX CONCURRENTLY',
    '0005_backfill.sql',
  ]) {
    expect(ran.fake.summaries[0]?.body).toContain(text);
  }
  expect(annotations(ran.log).filter((line) => line.startsWith('::error title='))).toHaveLength(4);
});

test('where GitHub refuses even that, the summary has it', async () => {
  const ran = await runAction({ world: failingPost(422, { path: /\/(?:reviews|issues\/2\/comments)$/, times: 99 }) });
  expect(ran.fake.reviews).toEqual([]);
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
  expect(ran.summary).toContain('GitHub answered 422');
});

test('an error of the server: looked up, then posted once more', async () => {
  const lost = await runAction({ world: failingPost(502) });
  expect([posts(lost.fake.requests), lost.fake.reviews.length]).toEqual([2, 1]);
  const made = await runAction({ world: failingPost(502, { afterwards: true }) });
  expect([posts(made.fake.requests), made.fake.reviews.length]).toEqual([1, 1]);
});

test('a secondary limit is waited for', async () => {
  const ran = await runAction({
    world: failingPost(403, { headers: { 'retry-after': '1' }, message: 'You have exceeded a secondary rate limit' }),
  });
  expect(ran.fake.reviews).toHaveLength(1);
});

test('a limit that asks for an hour is reported, not slept through', async () => {
  const ran = await runAction({ world: failingPost(429, { headers: { 'retry-after': '3600' } }) });
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
  expect(ran.summary).toContain('GitHub answered 429');
});

test('reading is tried again after 5xx, and given up closed', async () => {
  const faults = (times: number): Fault[] => [{ method: 'GET', path: /\/files$/, status: 503, times }];
  expect((await runAction({ world: { ...pullRequest, faults: faults(2) } })).fake.reviews).toHaveLength(1);
  const dead = await runAction({ world: { ...pullRequest, faults: faults(9) } });
  expect(dead).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
  expect(dead.log).toMatch(/^::error::Lockstep could not judge: Reading pull request #2: GitHub answered 503/);
});

test('a head that has moved on is not judged by the files of another commit', async () => {
  const ran = await runAction({ world: { ...pullRequest, movedTo: 'e'.repeat(40) } });
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
  expect(ran.report.error?.message).toContain(`is now at ${'e'.repeat(40)}`);
  expect(posts(ran.fake.requests)).toBe(0);
});

test('more files than GitHub lists fail closed', async () => {
  const ran = await runAction({ world: { ...pullRequest, changedFiles: 3001 } });
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
  expect(ran.report.error?.message).toContain('of the 3001 changed files');
});

test('a migration on the third page is found', async () => {
  const many = Object.fromEntries(Array.from({ length: 230 }, (_, i) => [`a/file${String(i).padStart(3, '0')}.txt`, `${i}\n`]));
  const world = withMigration('ALTER TABLE orders ALTER COLUMN note SET NOT NULL;\n');
  const ran = await runAction({ world: { ...world, head: { ...world.head, ...many } } });
  expect(ran.fake.requests.filter((each) => each.includes('/files')).map((each) => each.split('?')[1])).toEqual([
    'per_page=100',
    'per_page=100&page=2',
    'per_page=100&page=3',
  ]);
  expect(ran.fake.comments).toHaveLength(1);
});

test('a pull request without migrations passes and says so, and posts nothing', async () => {
  const ran = await runAction({ world: { base: pullRequest.base, head: { ...pullRequest.base, 'README.md': '# Shop!\n' } } });
  expect(ran).toMatchObject({ code: 0, outputs: { verdict: 'pass', findings: '0', errors: '0' } });
  expect(ran.summary).toContain('No migration is changed.');
  expect(ran.log).toContain('No migration is changed.');
  expect(ran.fake.requests.some((each) => /^(?:POST|PATCH|DELETE)/.test(each))).toBe(false);
});

test('the commit that is judged is the head, never the merge commit', async () => {
  const ran = await runAction({ world: pullRequest });
  expect(ran.fake.reviews[0]?.commit).toBe(headSha);
});

test('GitHub Enterprise Server: the REST and the GraphQL address that the runner names, and no other', async () => {
  const fake = await startFake(pullRequest);
  const environment = {
    GITHUB_API_URL: `${fake.url}/api/v3`,
    GITHUB_GRAPHQL_URL: `${fake.url}/api/graphql`,
    GITHUB_SERVER_URL: 'https://ghe.example',
  };
  const first = await runAction({ world: pullRequest, fake, environment });
  const second = await runAction({ world: pullRequest, fake, environment });
  expect([first.code, second.code, fake.comments.length, fake.summaries.length]).toEqual([1, 1, 4, 1]);
  expect(fake.comments[0]?.body).toContain('(https://ghe.example/lockstep-migrations/lockstep/blob/v1/docs/rules/');
  expect(fake.requests.every((each) => each.includes(' /api/v3/') || each === 'POST /api/graphql')).toBe(true);
  await fake.close();
});

test('a proxy that the runner names is used, but not for the hosts that it leaves out', async () => {
  const through: string[] = [];
  const proxy = createServer((_, response) => response.writeHead(502).end());
  proxy.on('connect', ({ url = '' }, socket) => {
    through.push(url);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const asked = { GITHUB_API_URL: 'https://api.ghe.example', https_proxy: address };
  const ran = await runAction({ world: pullRequest, environment: asked });
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
  expect(new Set(through)).toEqual(new Set(['api.ghe.example:443']));
  const direct = await runAction({ world: pullRequest, environment: { http_proxy: address, no_proxy: '127.0.0.1' } });
  expect(direct.outputs.verdict).toBe('fail');
  proxy.close();
});
