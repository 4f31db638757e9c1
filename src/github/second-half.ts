import { type Client, refused } from './client.ts';
import type { GivenSettings, Settings } from './inputs.ts';
import type { EndedRun, Trigger } from './trigger.ts';

/**
 * The second half of a run for a fork, whose own token may only read: started by `workflow_run`, with a token that may write. It takes nothing from the first
 * half but that there was one, for what that leaves behind is the fork's to write: the pull request is found by its head, and judged again.
 */
export async function withPullRequest(client: Client, settings: GivenSettings): Promise<Settings> {
  const { trigger } = settings;
  if (trigger.kind !== 'ended-run') return { ...settings, trigger };
  return { ...settings, trigger: await pullRequestOf(client, settings, trigger) };
}

/** The event's own list of pull requests is empty for forks, so GitHub is asked which one has this very commit for its head. */
async function pullRequestOf(client: Client, { repository }: GivenSettings, run: EndedRun): Promise<Trigger> {
  const head = `${run.owner}:${run.branch}`;
  const pulls = await client.paginate(client.rest.pulls.list, { ...repository, state: 'open', head, per_page: 100 }).catch((error) => {
    throw refused(error, `Looking for the pull request of ${head}`);
  });
  const pull = pulls.find((each) => each.head.sha === run.head && each.head.repo?.full_name === run.repository);
  if (pull === undefined) return { kind: 'nothing', reason: `No open pull request has ${run.head} for its head any more.` };
  const { name, commit } = run.defaultBranch;
  // The event comes from the default branch, so that where it stands is known, and a checkout of it has the history.
  const base = pull.base.ref === name ? commit : pull.base.sha;
  const fork = run.repository !== `${repository.owner}/${repository.repo}`;
  return { kind: 'pull-request', number: pull.number, head: run.head, base, merge: base, fork, since: run.since };
}
