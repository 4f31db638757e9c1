import { expect, test } from 'vitest';
import { type Fake, type Fault, startFake } from '../github/fake.ts';
import { type Migrations, pushed, Random, textsOf } from './random-pull.ts';
import { type Ran, runAction } from './run.ts';
import { base } from './service.ts';

/**
 * A long life of one pull request: pushes, force-pushes, runs that meet faults at any request, runs that race, people who answer, plant
 * and delete. After a run that met no fault it shows what one clean run would have left, and every run has given its verdict.
 */

/** Five hundred steps in five lives side by side; `LOCKSTEP_SCENARIO_STEPS` makes one life of that length by the seed of `LOCKSTEP_SCENARIO_SEED`. */
const given = process.env.LOCKSTEP_SCENARIO_STEPS;
const steps = Number(given ?? 100);
const seeds = given === undefined ? [1, 2, 3, 4, 5] : [Number(process.env.LOCKSTEP_SCENARIO_SEED ?? 1)];
const faultsAt = 0.04;
const viewers = ['github-actions[bot]', 'migration-robot[bot]'];

const secondary = { message: 'You have exceeded a secondary rate limit', headers: { 'retry-after': '1' } };
const faults: readonly Omit<Fault, 'method' | 'path' | 'times'>[] = [
  { status: 403, message: 'Resource not accessible by integration' },
  { status: 404 },
  { status: 422 },
  { status: 429, headers: { 'retry-after': '1' } },
  { status: 403, ...secondary },
  { status: 500 },
  { status: 502, afterwards: true },
  { status: 503 },
];

/** What a person sees of our review, whoever has posted it and whenever. */
function seen(fake: Fake): object {
  const body = ({ body }: { body: string }): string => body.trim();
  return {
    summaries: fake.summaries.filter((each) => isOurs(each) && each.minimized === undefined).map(body),
    comments: fake
      .visible()
      .filter(isOurs)
      .map((each) => ({ path: each.path, ...each.now, body: body(each) }))
      .sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line),
  };
}
const isOurs = ({ user, body }: { user: string; body: string }): boolean => viewers.includes(user) && /^<!-- lockstep:(?!gone)/.test(body);

/** What one run leaves on a pull request that nobody has looked at yet. */
const clean = new Map<string, Promise<{ readonly seen: object; readonly verdict: string }>>();
function oneCleanRun(migrations: Migrations): Promise<{ readonly seen: object; readonly verdict: string }> {
  const key = JSON.stringify(textsOf(migrations));
  const known = clean.get(key);
  if (known !== undefined) return known;
  const made = (async () => {
    const world = { base, head: { ...base, ...textsOf(migrations) } };
    const fake = await startFake(world);
    const { outputs } = await runAction({ world, fake });
    await fake.close();
    return { seen: seen(fake), verdict: outputs.verdict ?? '' };
  })();
  clean.set(key, made);
  return made;
}

test.concurrent.each(seeds)(`${steps} steps in the life of a pull request (seed %i)`, { timeout: 60 * 60_000 }, async (seed) => {
  const random = new Random(seed);
  let migrations: Migrations = { 'db/migrations/0100_change.sql': ['SELECT 1;'] };
  const earlier = [migrations];
  const world = { base, head: { ...base, ...textsOf(migrations) } };
  const fake = await startFake(world);
  const verdicts = new Map<string, string>();
  const written: { readonly user: string; readonly body: string }[] = [];

  const push = (next: Migrations): void => {
    migrations = next;
    earlier.push(next);
    fake.push({ ...base, ...textsOf(next) });
  };
  const run = async (): Promise<Ran> => {
    const judged = migrations;
    const ran = await runAction({ world, fake });
    expect(['pass', 'fail', 'error']).toContain(ran.outputs.verdict);
    expect(ran.report.verdict).toBe(ran.outputs.verdict);
    expect(ran.code).toBe(ran.outputs.verdict === 'pass' ? 0 : 1);
    expect(ran.log).not.toContain('internal error');
    // Whatever a run met, its verdict is that of the commit, or that it could not judge.
    const { verdict = '' } = ran.outputs;
    const key = JSON.stringify(textsOf(judged));
    if (verdict !== 'error') expect(verdict).toBe(verdicts.get(key) ?? verdict);
    if (verdict !== 'error') verdicts.set(key, verdict);
    return ran;
  };
  const withFaults = async (work: () => Promise<unknown>): Promise<void> => {
    fake.change({ before: () => (random.chance(faultsAt) ? { method: '', path: /x/, times: 1, ...random.pick(faults) } : undefined) });
    await work();
    fake.change({ before: () => undefined });
  };
  const expectClean = async (): Promise<void> => {
    const wanted = await oneCleanRun(migrations);
    const there = seen(fake) as { summaries: string[] };
    // Where there is nothing to say, a summary that stands there from before says so.
    const [summary] = there.summaries;
    if ((wanted.seen as { summaries: string[] }).summaries.length === 0 && summary?.includes('**Lockstep: pass.**')) there.summaries = [];
    expect(there).toEqual(wanted.seen);
    expect(verdicts.get(JSON.stringify(textsOf(migrations))) ?? wanted.verdict).toBe(wanted.verdict);
    for (const { user, body } of written)
      expect([...fake.summaries, ...fake.comments].some((each) => each.user === user && each.body === body)).toBe(true);
    for (const each of fake.comments) if (each.body.startsWith('<!-- lockstep:gone')) expect(each.minimized).toBeDefined();
    expect(fake.requests.filter((each) => each.startsWith('FAKE'))).toEqual([]);
  };

  let checks = 0;
  for (let step = 1; step <= steps; step++) {
    const kind = random.below(20);
    if (kind < 8) push(pushed(migrations, random));
    else if (kind < 9) push(random.pick(earlier));
    else if (kind < 14) await withFaults(run);
    else if (kind < 15) await withFaults(() => Promise.all([run(), run()]));
    else if (kind < 16) {
      // A push while a run is at work, and the run for it at once.
      let countdown = 8 + random.below(16);
      let second: Promise<Ran> | undefined;
      fake.change({
        before: (): undefined => {
          if (--countdown !== 0) return;
          push(pushed(migrations, random));
          second = run();
        },
      });
      const first = runAction({ world, fake });
      await first;
      await second;
      fake.change({ before: () => undefined });
      if (second !== undefined) await expectClean();
    } else if (kind < 17) {
      const target = random.pick(fake.comments);
      const body = random.chance(0.5) ? `Why? (${step})` : (target?.body ?? 'LGTM');
      const user = random.pick(['octocat', 'mallory', 'github-actions']);
      written.push({ user, body });
      fake.write(user, body, target !== undefined && target.replyTo === undefined && random.chance(0.5) ? target.id : undefined);
    } else if (kind < 18) {
      const target = random.pick(
        [...fake.summaries, ...fake.comments].filter((each) => isOurs(each) && !fake.comments.some((other) => other.replyTo === each.id)),
      );
      if (target !== undefined) fake.remove(target.id);
    } else if (kind < 19) {
      await run();
      await expectClean();
      checks++;
    } else if (random.chance(0.3)) fake.become(random.pick(viewers));
  }
  await run();
  await expectClean();
  console.log(
    `${fake.requests.length} requests, ${checks + 1} comparisons, ${fake.comments.length} comments, ${fake.reviews.length} reviews`,
  );
  await fake.close();
});
