import { blobId } from './diff.ts';
import type { Matched } from './schema.ts';

/** What a person, or a bot, has done about a pull request besides commenting on it. */
export interface Approvals {
  /** Who opened it. */
  readonly author?: string;
  /** Labels that are on it now, in the order in which they were put on. */
  readonly labels?: readonly { readonly name: string; readonly by: string; readonly at?: string }[];
  readonly reviews?: readonly { readonly user: string; readonly state: string; readonly commit?: string }[];
  /** Members by `org/team`; a team that is missing is one that the token may not see. */
  readonly teams?: Readonly<Record<string, readonly string[]>>;
  /** It has been merged. */
  readonly merged?: true;
}

/** A repository with one pull request, as it is on GitHub. Texts are kept as bytes. */
export interface World extends Approvals {
  readonly base: Files;
  readonly head: Files;
  /** What the base held when the head left it, where it has moved on since. */
  readonly forkedFrom?: Files;
  /** New path → old path. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Files whose patch GitHub leaves out for their size. */
  readonly withoutPatch?: readonly string[];
  /** Files on which GitHub refuses comments that its own diff allows; nobody knows why it does. */
  readonly withoutAnchors?: readonly string[];
  /** GitHub lists only a part of a tree. */
  readonly truncatedTrees?: true;
  /** The token may only read. */
  readonly readOnly?: boolean;
  /** The token has `contents: write`. */
  readonly mayWriteContents?: boolean;
  /** The repository does not let actions create pull requests. */
  readonly mayNotOpen?: boolean;
  /** Whose token it is. */
  readonly viewer?: string;
  /** The head has moved on since the event. */
  readonly movedTo?: string;
  /** What GitHub says of how many files changed, where it lists fewer. */
  readonly changedFiles?: number;
  readonly faults?: readonly Fault[];
  /** Asked before each request is carried out; what it does itself happens before, too. */
  readonly before?: (request: string) => Fault | undefined;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Answers a matching request with an error, `times` times. */
export interface Fault {
  readonly method: string;
  readonly path: RegExp;
  readonly status: number;
  readonly times: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
  /** The request has been carried out all the same. */
  readonly afterwards?: true;
}

/** What people and tokens have written on the pull request. */
interface Written {
  readonly id: number;
  /** `octocat`, `github-actions[bot]`. */
  readonly user: string;
  body: string;
  minimized?: string;
}

export interface IssueComment extends Written {}

export interface Review extends Written {
  readonly commit: string;
  /** `COMMENTED` where it is not said. */
  readonly state?: string;
}

export interface ReviewComment extends Written {
  readonly review: number;
  readonly path: string;
  /** The head that it was written on, and its lines there. */
  readonly commit: string;
  readonly line: number;
  readonly start?: number;
  readonly replyTo?: number;
}

/** What changes while the fake lives. */
export interface State {
  world: World;
  readonly commits: Map<string, Files>;
  head: string;
  viewer: string;
  nextId: number;
  issueComments: IssueComment[];
  reviews: Review[];
  comments: ReviewComment[];
  readonly trees: Map<string, Files>;
  /** Of commits that were made through the API. */
  readonly messages: Map<string, string>;
  /** `refs/heads/…` → commit. */
  readonly branches: Map<string, string>;
  /** Besides the one that is under review. */
  readonly pulls: OtherPull[];
}

export interface OtherPull {
  readonly number: number;
  title: string;
  body: string;
  readonly head: string;
  readonly base: string;
  readonly draft: boolean;
  state: string;
}

export const baseSha = 'b'.repeat(40);
export const headSha = 'a'.repeat(40);
export const mergeSha = 'c'.repeat(40);
export const token = 'ghs_test';

export function stateOf(world: World): State {
  return {
    world,
    commits: new Map([
      [baseSha, world.base],
      [headSha, world.head],
    ]),
    head: world.movedTo ?? headSha,
    viewer: world.viewer ?? 'github-actions[bot]',
    nextId: 1,
    issueComments: [],
    reviews: (world.reviews ?? []).map(({ user, state, commit = headSha }, i) => ({ id: 1000 + i, user, body: '', commit, state })),
    comments: [],
    trees: new Map(),
    messages: new Map(),
    branches: new Map(),
    pulls: [],
  };
}

/** The files of a commit or branch; undefined: there is none of this name. */
export function filesAt({ commits, world, head }: State, ref: string | undefined): Files | undefined {
  if (ref === 'main') return world.base;
  if (ref === mergeSha) return { ...world.base, ...commits.get(head) };
  return commits.get(ref ?? '');
}

export const bytesOf = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? Buffer.from(content) : content);
export const blobOf = (content: string | Uint8Array): string => blobId(bytesOf(content));

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly raw?: Uint8Array;
}

export interface Call {
  readonly path: Matched['path'];
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly accept: string;
  /** The address without its query, for links to further pages. */
  readonly url: string;
}

/** Does one operation of GitHub's API. Which fields a request may have is checked before it is called. */
export type Handler = (state: State, call: Call) => Answer;

const documentation_url = 'https://docs.github.com/rest';
export const notFound: Answer = { status: 404, body: { message: 'Not Found', documentation_url, status: '404' } };
export const forbidden: Answer = {
  status: 403,
  body: { message: 'Resource not accessible by integration', documentation_url, status: '403' },
};
export const unprocessable = (fault: string): Answer => ({
  status: 422,
  body: { message: 'Unprocessable Entity', errors: [fault], documentation_url },
});

/** One page of a list, with the links to the others. */
export function page(all: readonly unknown[], { query, url }: Call): Answer {
  const size = Math.min(100, Number(query.get('per_page') ?? 30));
  const number = Number(query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, rel: string): string => `<${url}?per_page=${size}&page=${to}>; rel="${rel}"`;
  const headers = number < last ? { link: `${link(number + 1, 'next')}, ${link(last, 'last')}` } : {};
  return { status: 200, body: all.slice((number - 1) * size, number * size), headers };
}
