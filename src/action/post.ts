import type { Analysis } from '../analysis/analysis.ts';
import type { Client } from '../github/client.ts';
import { keepFollowUps } from '../github/follow-up.ts';
import type { Settings } from '../github/inputs.ts';
import type { PullRequest } from '../github/pull-request.ts';
import type { Refusal } from '../github/refusal.ts';
import { type Outcome, publishReview } from '../github/review.ts';
import { followUpsOf } from '../report/follow-up.ts';
import { type ReviewContext, renderReview } from '../report/review.ts';

export interface Posting extends Partial<Outcome> {
  /** What GitHub would not take. */
  readonly refusals: readonly Refusal[];
}

/** Puts the result on the pull request, if there is one: the follow-ups where the workflow asks for them, and the review. */
export async function post(
  client: Client,
  settings: Settings,
  pull: PullRequest,
  analysis: Analysis,
  context: ReviewContext,
): Promise<Posting> {
  const { trigger } = settings;
  if (trigger.kind !== 'pull-request') return { refusals: [] };
  const { opened, refusal } = await openFollowUps(client, settings, pull, analysis);
  const outcome = await publishReview({ client, settings, trigger, owner: context.owner }, (refused) =>
    renderReview(analysis, { ...context, followUps: opened }, refused),
  );
  return { ...outcome, refusals: [outcome.refusal, refusal].filter((each) => each !== undefined) };
}

/** A fork has no branch here that they could stand on. */
async function openFollowUps(
  client: Client,
  { openFollowUp, repository, trigger }: Settings,
  { pull }: PullRequest,
  analysis: Analysis,
): ReturnType<typeof keepFollowUps> {
  if (!openFollowUp || pull === undefined || trigger.kind !== 'pull-request' || trigger.fork) return { opened: [] };
  const stack = { client, repository, trigger, branch: pull.headRef };
  const isPending = (plan: string): boolean =>
    analysis.files.some(({ migration }) => migration.text.includes(`lockstep: pending ${plan} `));
  return keepFollowUps(stack, followUpsOf(analysis, trigger.number), isPending);
}
