import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { blobId, patchOf } from './diff.ts';
import { type PostedReview, reviewFault } from './review-rules.ts';
import { examples, type Matched, operationOf, requestFaults, responseFaults } from './schema.ts';

/** A repository with one pull request, as it is on GitHub. Texts are kept as bytes. */
export interface World {
  readonly base: Readonly<Record<string, string | Uint8Array>>;
  readonly head: Readonly<Record<string, string | Uint8Array>>;
  /** New path → old path. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Files whose patch GitHub leaves out for their size. */
  readonly withoutPatch?: readonly string[];
  /** The token may only read. */
  readonly readOnly?: boolean;
  /** Whose token it is. */
  readonly viewer?: string;
  /** The head has moved on since the event. */
  readonly movedTo?: string;
  /** What GitHub says of how many files changed, where it lists fewer. */
  readonly changedFiles?: number;
  readonly reviews?: readonly { readonly user: string; readonly type: string; readonly body: string }[];
  readonly faults?: readonly Fault[];
}

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

export interface Fake {
  readonly url: string;
  readonly requests: readonly string[];
  /** Reviews on the pull request, those posted through the API last. */
  readonly reviews: readonly StoredReview[];
  close(): Promise<void>;
}

export interface StoredReview extends PostedReview {
  readonly id: number;
  readonly user: string;
  readonly type: string;
}

export const baseSha = 'b'.repeat(40);
export const headSha = 'a'.repeat(40);
export const mergeSha = 'c'.repeat(40);
export const token = 'ghs_test';

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly raw?: Uint8Array;
}

const notFound: Answer = { status: 404, body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' } };
const bytesOf = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? Buffer.from(content) : content);

const optional = (content: string | Uint8Array | undefined): Uint8Array | undefined =>
  content === undefined ? undefined : bytesOf(content);

/** Starts a GitHub that holds requests, and itself, to GitHub's OpenAPI description and to the rules which that leaves out. */
export async function startFake(world: World): Promise<Fake> {
  const requests: string[] = [];
  const faults = (world.faults ?? []).map((fault) => ({ ...fault, left: fault.times }));
  const reviews: StoredReview[] = (world.reviews ?? []).map((each, i) => ({ id: i + 1, commit_id: headSha, event: 'COMMENT', ...each }));
  const files = diffEntries(world);
  const patches = new Map(files.flatMap(({ filename, patch }) => (patch === undefined ? [] : [[filename, patch] as const])));
  const viewer = world.viewer ?? 'github-actions[bot]';
  const user = (login: string, type: string): object => ({ ...(examples['pull-request-review']?.user as object), login, type });

  const answer = (matched: Matched, query: URLSearchParams, body: unknown, accept: string): Answer => {
    const { path } = matched;
    const commit = (ref: string | undefined): World['base'] | undefined =>
      ref === baseSha || ref === 'main'
        ? world.base
        : ref === headSha
          ? world.head
          : ref === mergeSha
            ? { ...world.base, ...world.head }
            : undefined;
    switch (matched.id) {
      case 'pulls/get': {
        const example = examples['pull-request'] as Record<string, object>;
        const pull = {
          ...example,
          number: Number(path.pull_number),
          head: { ...example.head, sha: world.movedTo ?? headSha },
          base: { ...example.base, sha: baseSha },
          changed_files: world.changedFiles ?? files.length,
          // GitHub's own example lacks a property that its schema requires here.
          requested_teams: [],
        };
        return { status: 200, body: pull };
      }
      case 'pulls/list-files':
        return page(files, query, path);
      case 'pulls/list-reviews':
        return page(
          reviews.map((each) => ({
            ...examples['pull-request-review'],
            id: each.id,
            body: each.body ?? '',
            user: user(each.user, each.type),
            commit_id: each.commit_id ?? headSha,
          })),
          query,
          path,
        );
      case 'pulls/create-review': {
        if (world.readOnly)
          return {
            status: 403,
            body: { message: 'Resource not accessible by integration', documentation_url: 'https://docs.github.com/rest', status: '403' },
          };
        const posted = body as PostedReview;
        const fault = reviewFault(posted, world.movedTo ?? headSha, patches);
        if (fault !== undefined)
          return {
            status: 422,
            body: { message: 'Unprocessable Entity', errors: [fault], documentation_url: 'https://docs.github.com/rest' },
          };
        const stored = { ...posted, id: reviews.length + 1, user: viewer, type: viewer.endsWith('[bot]') ? 'Bot' : 'User' };
        reviews.push(stored);
        return {
          status: 200,
          body: { ...examples['pull-request-review'], id: stored.id, body: posted.body ?? '', user: user(stored.user, stored.type) },
        };
      }
      case 'repos/get-content': {
        const content = commit(query.get('ref') ?? 'main')?.[path.path ?? ''];
        if (content === undefined) return notFound;
        if (!accept.includes('raw')) throw new Error('the fake gives contents raw only');
        return { status: 200, body: undefined, raw: bytesOf(content) };
      }
      case 'repos/compare-commits': {
        if (commit(path.base) === undefined || commit(path.head) === undefined) return notFound;
        const example = examples['commit-comparison'] as Record<string, object>;
        const same = commit(path.base) === commit(path.head);
        return {
          status: 200,
          body: { ...example, base_commit: { ...example.base_commit, sha: baseSha }, files: same ? [] : files.slice(0, 300) },
        };
      }
      case 'git/get-tree': {
        const tree = commit(path.tree_sha);
        if (tree === undefined) return notFound;
        const entries = Object.entries(tree).map(([name, content]) => ({
          path: name,
          mode: '100644',
          type: 'blob',
          sha: blobId(bytesOf(content)),
          size: bytesOf(content).length,
        }));
        return { status: 200, body: { sha: path.tree_sha, truncated: false, tree: entries } };
      }
      case 'git/get-blob': {
        const content = [...Object.values(world.base), ...Object.values(world.head)]
          .map(bytesOf)
          .find((each) => blobId(each) === path.file_sha);
        if (content === undefined) return notFound;
        return {
          status: 200,
          body: {
            content: Buffer.from(content).toString('base64').replace(/.{60}/g, '$&\n'),
            encoding: 'base64',
            url: 'https://api.github.com/blob',
            sha: path.file_sha,
            size: content.length,
            node_id: 'B',
          },
        };
      }
      default:
        throw new Error(`the fake does not do ${matched.id}`);
    }
  };

  const page = (all: readonly unknown[], query: URLSearchParams, path: Matched['path']): Answer => {
    const size = Math.min(100, Number(query.get('per_page') ?? 30));
    const number = Number(query.get('page') ?? 1);
    const last = Math.max(1, Math.ceil(all.length / size));
    const kind = all === files ? 'files' : 'reviews';
    const link = (to: number, rel: string): string =>
      `<${url()}/repos/${path.owner}/${path.repo}/pulls/${path.pull_number}/${kind}?per_page=${size}&page=${to}>; rel="${rel}"`;
    const headers = number < last ? { link: `${link(number + 1, 'next')}, ${link(last, 'last')}` } : {};
    return { status: 200, body: all.slice((number - 1) * size, number * size), headers };
  };

  const handle = (request: IncomingMessage, text: string): Answer => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake');
    requests.push(`${request.method} ${pathname}${searchParams.size > 0 ? `?${searchParams}` : ''}`);
    const authorization = request.headers.authorization ?? '';
    if (authorization !== `token ${token}` && authorization !== `bearer ${token}`)
      return { status: 401, body: { message: 'Bad credentials' } };
    const fault = faults.find((each) => each.left > 0 && each.method === request.method && each.path.test(pathname));
    if (fault !== undefined) fault.left--;
    const failed: Answer | undefined = fault && {
      status: fault.status,
      body: { message: fault.message ?? 'Server Error' },
      headers: fault.headers ?? {},
    };
    if (failed !== undefined && fault?.afterwards === undefined) return failed;
    const body = text === '' ? undefined : JSON.parse(text);
    if (pathname === '/graphql') {
      if (!/^query \{ viewer \{ login \} \}$/.test(body.query)) throw new Error(`the fake does not know ${body.query}`);
      return { status: 200, body: { data: { viewer: { login: viewer } } } };
    }
    const matched = operationOf(request.method ?? 'GET', pathname);
    if (matched === undefined)
      throw new Error(`GitHub's description has no ${request.method} ${pathname}, or scripts/openapi.ts does not extract it`);
    const wrong = requestFaults(matched, searchParams, body);
    if (wrong !== undefined) return { status: 422, body: { message: `Invalid request. ${wrong}` } };
    const result = answer(matched, searchParams, body, request.headers.accept ?? '');
    const own = result.raw === undefined ? responseFaults(matched, result.status, result.body) : undefined;
    if (own !== undefined) throw new Error(`the fake's own answer to ${matched.id} is not GitHub's: ${own}`);
    return failed ?? result;
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      try {
        send(response, handle(request, Buffer.concat(chunks).toString('utf8')));
      } catch (error) {
        requests.push(`FAKE ${(error as Error).message}`);
        send(response, { status: 418, body: { message: (error as Error).message } });
      }
    });
  });
  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: url(), requests, reviews, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function send(response: ServerResponse, { status, body, headers, raw }: Answer): void {
  const type = raw === undefined ? 'application/json; charset=utf-8' : 'application/vnd.github.raw; charset=utf-8';
  response.writeHead(status, { 'content-type': type, connection: 'close', ...headers });
  response.end(raw ?? JSON.stringify(body));
}

interface Entry {
  readonly filename: string;
  readonly patch?: string;
}

/** The changed files as `pulls/list-files` gives them, in its order. */
function diffEntries(world: World): readonly Entry[] {
  const { base, head, renamed = {}, withoutPatch = [] } = world;
  const gone = new Set(Object.values(renamed));
  const paths = [...new Set([...Object.keys(base), ...Object.keys(head)])].filter((path) => !gone.has(path)).sort();
  return paths.flatMap((path) => {
    const previous = renamed[path];
    const before = base[previous ?? path];
    const after = head[path];
    if (before !== undefined && after !== undefined && previous === undefined && Buffer.from(before).equals(Buffer.from(after))) return [];
    const status = after === undefined ? 'removed' : previous !== undefined ? 'renamed' : before === undefined ? 'added' : 'modified';
    const patch = withoutPatch.includes(path) ? undefined : patchOf(optional(before), optional(after));
    const count = (sign: string): number => (patch ?? '').split('\n').filter((line) => line.startsWith(sign)).length;
    return [
      {
        sha: blobId(bytesOf(after ?? before ?? '')),
        filename: path,
        status,
        additions: count('+'),
        deletions: count('-'),
        changes: count('+') + count('-'),
        blob_url: `https://github.com/Codertocat/Hello-World/blob/${headSha}/${encodeURIComponent(path)}`,
        raw_url: `https://github.com/Codertocat/Hello-World/raw/${headSha}/${encodeURIComponent(path)}`,
        contents_url: `https://api.github.com/repos/Codertocat/Hello-World/contents/${encodeURIComponent(path)}?ref=${headSha}`,
        ...(patch !== undefined && { patch }),
        ...(previous !== undefined && { previous_filename: previous }),
      },
    ];
  });
}
