import { verdictOf } from '../analysis/verdict.ts';
import type { Client } from '../github/client.ts';
import { contextOf } from '../github/context.ts';
import type { Settings } from '../github/inputs.ts';
import { readPullRequest } from '../github/pull-request.ts';
import type { Outcome } from '../github/review.ts';
import { Problem } from '../problem.ts';
import type { Reader } from '../sql/statement.ts';
import { judge } from './judge.ts';
import { post } from './post.ts';

const mostTries = 3;

/**
 * A push came while this run wrote its review. What it wrote may stand over what the run for the new head has written already, which
 * will not look again: so this one writes the review of the new head. Where a further push follows, its run comes after all of this.
 */
export async function catchUp(
  client: Client,
  settings: Settings,
  loading: Promise<Reader> | undefined,
  overtaken: Outcome['overtaken'],
): Promise<void> {
  const { trigger } = settings;
  let behind = overtaken;
  for (let tries = 0; behind?.wrote === true && trigger.kind === 'pull-request' && tries < mostTries; tries++) {
    const again = { ...settings, trigger: { ...trigger, head: behind.head, base: behind.base, merge: behind.head } };
    try {
      const pull = await readPullRequest(client, again);
      const analysis = await judge(client, pull, again, loading);
      const context = contextOf(pull, again, verdictOf(analysis, pull.policy.config.failOn));
      behind = (await post(client, again, pull, analysis, context)).overtaken;
    } catch (error) {
      if (error instanceof Problem) return;
      throw error;
    }
  }
}
