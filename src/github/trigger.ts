import * as v from 'valibot';
import { Problem } from '../problem.ts';

/** What the run is about, from the event that started it. */
export type Trigger =
  /** A pull request: reviewed. `merge` is the commit that GitHub made to test it, which a checkout usually holds. */
  | {
      readonly kind: 'pull-request';
      readonly number: number;
      readonly head: string;
      readonly base: string;
      readonly merge: string;
      /** It comes from another repository: the token may then only read, whatever the workflow's permissions say. */
      readonly fork: boolean;
      /** From when on `head` is known to be the head, in ISO 8601. */
      readonly since?: string;
      /** The label that was put on this very head, if that is what started the run. */
      readonly labelled?: string;
    }
  /**
   * Commits without a pull request: judged, not reviewed. `base` is a commit or a branch. A merge queue names the pull request that
   * they stand for.
   */
  | { readonly kind: 'commits'; readonly base: string; readonly head: string; readonly pullRequest?: number; readonly since?: string }
  /** Nothing to judge: a branch was deleted. */
  | { readonly kind: 'nothing'; readonly reason: string };

/** The workflow of a pull request has ended, and this run is to write what that one might not. Which pull request it was is still to be asked. */
export interface EndedRun {
  readonly kind: 'ended-run';
  /** What was judged: a commit, and the branch of a repository where it was the last one. */
  readonly head: string;
  readonly branch: string;
  readonly owner: string;
  readonly repository: string;
  readonly since: string;
  /** Where the default branch of our own repository stands. */
  readonly defaultBranch: { readonly name: string; readonly commit: string };
}

const sha = v.pipe(v.string(), v.regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, 'is no commit id'));
/** `repo` is null where the fork has been deleted. */
const commit = v.object({ sha, repo: v.optional(v.nullable(v.object({ full_name: v.string() }))) });
const repository = v.object({ default_branch: v.string() });

const time = v.pipe(v.string(), v.isoTimestamp('is no time'));
const pullRequestEvent = v.object({
  action: v.optional(v.string()),
  label: v.optional(v.object({ name: v.string() })),
  pull_request: v.object({
    number: v.pipe(v.number(), v.integer(), v.minValue(1)),
    head: commit,
    base: commit,
    updated_at: v.optional(time),
  }),
});
const mergeGroupEvent = v.object({ merge_group: v.object({ head_sha: sha, base_sha: sha, head_ref: v.optional(v.string()) }) });
const pushEvent = v.object({
  before: sha,
  after: sha,
  ref: v.optional(v.string()),
  deleted: v.optional(v.boolean()),
  repository: v.object({ ...repository.entries, pushed_at: v.optional(v.union([v.number(), time])) }),
});
const workflowRunEvent = v.object({
  workflow_run: v.object({
    event: v.string(),
    head_sha: sha,
    head_branch: v.nullable(v.string()),
    head_repository: v.nullable(v.object({ full_name: v.string(), owner: v.object({ login: v.string() }) })),
    created_at: time,
  }),
  repository,
});
const otherEvent = v.object({ repository });

/**
 * The head of a pull request is taken from the event: `GITHUB_SHA` is there the commit that merges it into its base, on which no
 * review can stand.
 * @throws Problem for an event that has no changes to judge, or does not look like GitHub's
 */
export function readTrigger(name: string, event: unknown, environment: { readonly GITHUB_SHA?: string | undefined }): Trigger | EndedRun {
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
    case 'pull_request_review': {
      const { action, label, pull_request: pull } = parse(pullRequestEvent, event, name);
      const { number, head, base, updated_at: since } = pull;
      const fork = head.repo?.full_name !== base.repo?.full_name;
      const merge = environment.GITHUB_SHA ?? head.sha;
      return {
        kind: 'pull-request',
        number,
        head: head.sha,
        base: base.sha,
        merge,
        fork,
        ...(since !== undefined && { since }),
        ...(action === 'labeled' && label !== undefined && { labelled: label.name }),
      };
    }
    case 'merge_group': {
      const { merge_group: group } = parse(mergeGroupEvent, event, name);
      // refs/heads/gh-readonly-queue/main/pr-104-1f2e…: each entry of the queue has a branch of its own on top of those before it.
      const number = /\/pr-(\d+)-[0-9a-f]{40,64}$/.exec(group.head_ref ?? '')?.[1];
      return { kind: 'commits', base: group.base_sha, head: group.head_sha, ...(number !== undefined && { pullRequest: Number(number) }) };
    }
    case 'push': {
      const { before, after, ref, deleted, repository } = parse(pushEvent, event, name);
      if (deleted === true || /^0+$/.test(after)) return { kind: 'nothing', reason: 'The branch was deleted.' };
      // What counts of a branch is what it adds to the default branch, however many pushes that took: by the last push alone, the one
      // before could bring the config that this one is judged by.
      const onDefault = ref === undefined || ref === `refs/heads/${repository.default_branch}`;
      const base = onDefault && !/^0+$/.test(before) ? before : repository.default_branch;
      const { pushed_at: pushed } = repository;
      const since = typeof pushed === 'number' ? new Date(pushed * 1000).toISOString() : pushed;
      return { kind: 'commits', base, head: after, ...(since !== undefined && { since }) };
    }
    case 'workflow_run': {
      const { workflow_run: run, repository } = parse(workflowRunEvent, event, name);
      const { head_sha: head, head_branch: branch, head_repository: from, created_at: since } = run;
      if (run.event !== 'pull_request')
        return { kind: 'nothing', reason: 'The workflow that has ended was not started by a pull request.' };
      if (branch === null || from === null) return { kind: 'nothing', reason: 'The repository of the pull request is gone.' };
      const defaultBranch = { name: repository.default_branch, commit: v.parse(sha, environment.GITHUB_SHA) };
      return { kind: 'ended-run', head, branch, owner: from.owner.login, repository: from.full_name, since, defaultBranch };
    }
    case 'workflow_dispatch':
    case 'schedule': {
      const { repository } = parse(otherEvent, event, name);
      return { kind: 'commits', base: repository.default_branch, head: v.parse(sha, environment.GITHUB_SHA) };
    }
    default:
      throw new Problem(
        `the event \`${name}\` has no migrations to judge; run this on pull_request, merge_group, push or workflow_dispatch`,
      );
  }
}

function parse<T extends v.GenericSchema>(schema: T, event: unknown, name: string): v.InferOutput<T> {
  const result = v.safeParse(schema, event);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Problem(`the ${name} event is not what GitHub sends: ${v.getDotPath(issue) ?? 'it'} ${issue.message}`);
}
