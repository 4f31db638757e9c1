import { type Waiving, wantedApproval } from '../analysis/suppression.ts';
import type { Config } from '../config/config.ts';
import { type Client, said, statusOf } from './client.ts';
import type { Settings } from './inputs.ts';
import type { Trigger } from './trigger.ts';

/**
 * Whether the author's waivers count. By a policy that wants an approval, they do once somebody else has put the label on the pull request,
 * or a member of the team has approved its head. All of it is asked now: a re-run gets the event of long ago.
 * Never throws for what GitHub answers: what cannot be asked is not approved.
 */
export async function waivingOf(client: Client, settings: Settings, config: Config): Promise<Waiving> {
  if (config.waivers === 'allow') return { allowed: true };
  const wanted = wantedApproval(config);
  try {
    const pulls = await pullRequestsOf(client, settings);
    if (pulls.length === 0) return { allowed: false, wanted: 'there is no pull request to look for an approval in.' };
    const reasons: string[] = [];
    for (const pull of pulls) {
      const found = await approvalIn(client, settings, config, pull);
      if ('by' in found) return { allowed: true, approvedBy: found.by };
      reasons.push(...found.reasons);
    }
    return { allowed: false, wanted: `${wanted}${[...new Set(reasons)].map((each) => ` ${each}.`).join('')}` };
  } catch (error) {
    if (statusOf(error) === 0) throw error;
    const hint = isRefusal(error) ? ' The job needs `issues: read`, which tells who put a label on.' : '';
    return { allowed: false, wanted: `whether it is approved could not be asked: GitHub answered ${said(error)}.${hint}` };
  }
}

const isRefusal = (error: unknown): boolean => statusOf(error) === 403 || statusOf(error) === 404;

/** A pull request, and since when its head is known to be what it is: a label from before that was put on something else. */
interface Asked {
  readonly number: number;
  readonly since?: Date;
  /** A label that was put on this head. */
  readonly labelled?: string;
}

/** The pull requests whose approval counts for this run. */
async function pullRequestsOf(client: Client, { trigger, repository }: Settings): Promise<readonly Asked[]> {
  switch (trigger.kind) {
    case 'pull-request':
      return [{ number: trigger.number, ...sinceOf(trigger), ...(trigger.labelled !== undefined && { labelled: trigger.labelled }) }];
    case 'commits': {
      if (trigger.pullRequest !== undefined) return [{ number: trigger.pullRequest }];
      const { data } = await client.rest.repos.listPullRequestsAssociatedWithCommit({ ...repository, commit_sha: trigger.head });
      // What an open one holds may have been pushed just now; of one that is merged, this run is the afterglow.
      return data.map(({ number, merged_at }) => ({ number, ...(merged_at === null && sinceOf(trigger)) }));
    }
    case 'nothing':
      return [];
  }
}

function sinceOf({ since }: Exclude<Trigger, { kind: 'nothing' }>): { readonly since?: Date } {
  return since === undefined ? {} : { since: new Date(since) };
}

type Approval = { readonly by: string } | { readonly reasons: readonly string[] };

async function approvalIn(
  client: Client,
  settings: Settings,
  { waiverApproval: { label, team } }: Config,
  asked: Asked,
): Promise<Approval> {
  const { data: pull } = await client.rest.pulls.get({ ...settings.repository, pull_number: asked.number });
  const author = pull.user.login;
  const has = pull.labels.some((each) => sameLabel(each.name, label));
  const labelled = has ? await labelApproval(client, settings, { ...asked, author, label }) : { reasons: [] };
  if ('by' in labelled || team === undefined) return labelled;
  const reviewed = await reviewApproval(client, settings, { number: asked.number, author, team, head: pull.head.sha });
  return 'by' in reviewed ? reviewed : { reasons: [...labelled.reasons, ...reviewed.reasons] };
}

/** GitHub takes labels that differ in case for one. */
const sameLabel = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Who put the label on last, and when. Bots do not count: a workflow that the pull request itself brings can be one. */
async function labelApproval(
  client: Client,
  { repository }: Settings,
  { number, since, labelled, author, label }: Asked & { readonly author: string; readonly label: string },
): Promise<Approval> {
  const events = await client.paginate(client.rest.issues.listEvents, { ...repository, issue_number: number, per_page: 100 });
  const last = events.findLast((each) => each.event === 'labeled' && 'label' in each && sameLabel(each.label?.name ?? '', label));
  const actor = last?.actor;
  if (last === undefined || !actor) return { reasons: [`Who put on \`${label}\` is not known`] };
  if (actor.login === author) return { reasons: [`The author put on \`${label}\``] };
  if (actor.type !== 'User') return { reasons: [`A bot put on \`${label}\``] };
  if (since !== undefined && !sameLabel(labelled ?? '', label) && new Date(last.created_at) < since)
    return { reasons: [`\`${label}\` was put on before the last push: take it off and put it on again`] };
  return { by: `${actor.login} (label \`${label}\`)` };
}

/** The last word of each reviewer, if it approves the very head. */
async function reviewApproval(
  client: Client,
  settings: Settings,
  { number, author, team, head }: { readonly number: number; readonly author: string; readonly team: string; readonly head: string },
): Promise<Approval> {
  const { repository } = settings;
  const reviews = await client.paginate(client.rest.pulls.listReviews, { ...repository, pull_number: number, per_page: 100 });
  const words = new Map<string, (typeof reviews)[number]>();
  for (const review of reviews) {
    if (review.user !== null && review.state !== 'COMMENTED' && review.state !== 'PENDING') words.set(review.user.login, review);
  }
  const approvers = [...words].filter(([login, { state, commit_id }]) => login !== author && state === 'APPROVED' && commit_id === head);
  if (approvers.length === 0) return { reasons: [] };
  const [org = '', slug = ''] = fullName(team, settings).split('/');
  try {
    const members = await client.paginate(client.rest.teams.listMembersInOrg, { org, team_slug: slug, per_page: 100 });
    const member = approvers.find(([login]) => members.some((each) => each.login === login));
    return member === undefined ? { reasons: [] } : { by: `${member[0]} (review, member of ${org}/${slug})` };
  } catch (error) {
    if (statusOf(error) === 0) throw error;
    const hint = 'the token needs `members: read` of the organisation, which that of a job never has';
    return { reasons: [`Who belongs to ${org}/${slug} could not be asked: GitHub answered ${said(error)}; ${hint}`] };
  }
}

function fullName(team: string, { repository }: Settings): string {
  return team.includes('/') ? team : `${repository.owner}/${team}`;
}
