import { Problem } from '../problem.ts';
import { type Client, refused } from './client.ts';
import type { Settings } from './inputs.ts';
import { treeChanges } from './trees.ts';
import type { Trigger } from './trigger.ts';

/** The commits that are compared, and every file that differs between them. */
export interface Changes {
  readonly base: string;
  readonly head: string;
  readonly files: readonly ChangedFile[];
  /** The pull request's page and its branches. */
  readonly pull?: { readonly url: string; readonly baseRef: string; readonly headRef: string };
}

export interface ChangedFile {
  readonly path: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged';
  /** The path before a rename. */
  readonly previous?: string;
  /** The git object that holds the file at the head; of a removed file, what it held. */
  readonly blob: string | null;
  /** Unified diff, its hunks only. GitHub leaves it out where the file is large or binary. */
  readonly patch?: string;
}

/** The most files that GitHub lists of a pull request, whatever page one asks for. */
const mostFiles = 3_000;
/** The most files that a comparison lists; it has no further pages. */
const mostCompared = 300;

/**
 * The changed files, all of them.
 * @throws Problem where GitHub does not list all of them, or the pull request has moved on: an incomplete list must not pass
 */
export async function changesOf(client: Client, settings: Settings): Promise<Changes> {
  const { trigger } = settings;
  switch (trigger.kind) {
    case 'pull-request':
      return pullRequestChanges(client, settings, trigger);
    case 'commits':
      return comparedChanges(client, settings, trigger);
    case 'nothing':
      return { base: '', head: '', files: [] };
  }
}

type PullRequestTrigger = Extract<Trigger, { kind: 'pull-request' }>;
type CommitsTrigger = Extract<Trigger, { kind: 'commits' }>;

async function pullRequestChanges(client: Client, { repository }: Settings, trigger: PullRequestTrigger): Promise<Changes> {
  const target = { ...repository, pull_number: trigger.number };
  const doing = `Reading pull request #${trigger.number}`;
  const files = await client.paginate(client.rest.pulls.listFiles, { ...target, per_page: 100 }).catch(fail(doing));
  // Asked after the list: if the head is still ours now, the list was of it. A re-run gets the event of long ago.
  const { data: pull } = await client.rest.pulls.get(target).catch(fail(doing));
  if (pull.head.sha !== trigger.head) {
    throw new Problem(
      `this run is for commit ${trigger.head}, and the pull request is now at ${pull.head.sha}; the run for that commit judges it`,
    );
  }
  if (files.length < pull.changed_files) {
    throw new Problem(
      `GitHub lists ${files.length} of the ${pull.changed_files} changed files (${mostFiles} at most), so a migration could go unseen; split the pull request`,
    );
  }
  return {
    base: trigger.base,
    head: trigger.head,
    files: files.map(changedFile),
    pull: { url: pull.html_url, baseRef: pull.base.ref, headRef: pull.head.ref },
  };
}

async function comparedChanges(client: Client, settings: Settings, { base, head }: CommitsTrigger): Promise<Changes> {
  const basehead = `${base}...${head}`;
  const { data } = await client.rest.repos
    .compareCommitsWithBasehead({ ...settings.repository, basehead, per_page: 100 })
    .catch(fail(`Comparing ${basehead}`));
  const files = data.files ?? [];
  const all = files.length < mostCompared ? files.map(changedFile) : await treeChanges(client, settings, data.merge_base_commit.sha, head);
  return { base: data.base_commit.sha, head, files: all };
}

interface DiffEntry {
  readonly filename: string;
  readonly status: ChangedFile['status'];
  readonly previous_filename?: string;
  readonly sha: string | null;
  readonly patch?: string;
}

function changedFile(entry: DiffEntry): ChangedFile {
  return {
    path: entry.filename,
    status: entry.status,
    ...(entry.previous_filename !== undefined && { previous: entry.previous_filename }),
    blob: entry.sha,
    ...(entry.patch !== undefined && { patch: entry.patch }),
  };
}

const fail =
  (doing: string) =>
  (error: unknown): never => {
    throw refused(error, doing);
  };
