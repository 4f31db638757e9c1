import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { approvalOperations } from './fake-approvals.ts';
import { commentOperations, visibleComments } from './fake-comments.ts';
import { fileOperations } from './fake-files.ts';
import { gitOperations } from './fake-git.ts';
import { answerGraphql } from './fake-graphql.ts';
import { operationOf, requestFaults, responseFaults } from './schema.ts';
import {
  type Answer,
  type Call,
  type Fault,
  type Files,
  filesAt,
  type Handler,
  type IssueComment,
  type OtherPull,
  type Review,
  type ReviewComment,
  stateOf,
  token,
  type World,
} from './world.ts';

export { baseSha, type Fault, headSha, mergeSha, token, type World } from './world.ts';

/** What a GitHub of the tests shows to whoever looks at its pull request. */
export interface Fake {
  readonly url: string;
  readonly requests: readonly string[];
  /** Oldest first, minimised ones included. */
  readonly summaries: readonly IssueComment[];
  readonly reviews: readonly Review[];
  /** Comments in the diff, replies included. */
  readonly comments: readonly ReviewComment[];
  /** Those of them that a person sees in the diff, with their lines as they are now. */
  visible(): ReturnType<typeof visibleComments>;
  readonly head: string;
  readonly viewer: string;
  /** Puts the head to another tree, as a push or a force-push does. */
  push(files: Files): string;
  /** Whose token the next requests bear. */
  become(viewer: string): void;
  /** Somebody writes a comment: on the pull request, or as answer to one in the diff. */
  write(user: string, body: string, replyTo?: number): void;
  /** Somebody deletes a comment. */
  remove(id: number): void;
  change(world: Partial<World>): void;
  /** Further pull requests, and what their branches hold. */
  readonly pulls: readonly OtherPull[];
  filesOf(branch: string): Files | undefined;
  /** Somebody commits to a branch. */
  commit(branch: string, files: Files): void;
  close(): Promise<void>;
}

const operations: Readonly<Record<string, Handler>> = { ...fileOperations, ...commentOperations, ...gitOperations, ...approvalOperations };

/** Starts a GitHub that holds requests, and itself, to GitHub's OpenAPI description and to the rules which that leaves out. */
export async function startFake(world: World): Promise<Fake> {
  const requests: string[] = [];
  const state = stateOf(world);
  let faults = (world.faults ?? []).map((fault) => ({ ...fault, left: fault.times }));

  const faultOf = (method: string, path: string): Fault | undefined => {
    const own = state.world.before?.(`${method} ${path}`);
    if (own !== undefined) return own;
    const fault = faults.find((each) => each.left > 0 && each.method === method && each.path.test(path));
    if (fault !== undefined) fault.left--;
    return fault;
  };

  const handle = (request: IncomingMessage, text: string): Answer | Promise<Answer> => {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', url());
    const method = request.method ?? 'GET';
    requests.push(`${method} ${pathname}${query.size > 0 ? `?${query}` : ''}`);
    const authorization = request.headers.authorization ?? '';
    if (authorization !== `token ${token}` && authorization !== `bearer ${token}`)
      return { status: 401, body: { message: 'Bad credentials' } };
    const fault = faultOf(method, pathname);
    const failed: Answer | undefined = fault && {
      status: fault.status,
      body: { message: fault.message ?? 'Server Error' },
      headers: fault.headers ?? {},
    };
    if (failed !== undefined && fault?.afterwards === undefined) return failed;
    const body = text === '' ? undefined : JSON.parse(text);
    // Where GitHub Enterprise Server has the two.
    const path = pathname.replace(/^\/api\/v3(?=\/)/, '').replace(/^\/api(?=\/graphql$)/, '');
    if (path === '/graphql') return answerGraphql(state, body).then((answer) => failed ?? answer);
    const matched = operationOf(method, path);
    if (matched === undefined) throw new Error(`GitHub's description has no ${method} ${path}, or scripts/openapi.ts does not extract it`);
    const wrong = requestFaults(matched, query, body);
    if (wrong !== undefined) return { status: 422, body: { message: `Invalid request. ${wrong}` } };
    const handler = operations[matched.id];
    if (handler === undefined) throw new Error(`the fake does not do ${matched.id}`);
    const call: Call = { path: matched.path, query, body, accept: request.headers.accept ?? '', url: `${url()}${pathname}` };
    const result = handler(state, call);
    const own = result.raw === undefined ? responseFaults(matched, result.status, result.body) : undefined;
    if (own !== undefined) throw new Error(`the fake's own answer to ${matched.id} is not GitHub's: ${own}`);
    return failed ?? result;
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      try {
        send(response, await handle(request, Buffer.concat(chunks).toString('utf8')));
      } catch (error) {
        requests.push(`FAKE ${(error as Error).message}`);
        send(response, { status: 418, body: { message: (error as Error).message } });
      }
    });
  });
  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: url(),
    requests,
    get summaries() {
      return state.issueComments;
    },
    get reviews() {
      return state.reviews;
    },
    get comments() {
      return state.comments;
    },
    visible: () => visibleComments(state),
    get head() {
      return state.head;
    },
    get viewer() {
      return state.viewer;
    },
    push(files) {
      state.head = createHash('sha1').update(`push ${state.commits.size}`).digest('hex');
      state.commits.set(state.head, files);
      return state.head;
    },
    become(viewer) {
      state.viewer = viewer;
    },
    write(user, body, replyTo) {
      const id = state.nextId++;
      const thread = state.comments.find((each) => each.id === replyTo);
      if (thread === undefined) state.issueComments.push({ id, user, body });
      else state.comments.push({ ...thread, id, user, body, replyTo: thread.id });
    },
    remove(id) {
      state.issueComments = state.issueComments.filter((each) => each.id !== id);
      state.comments = state.comments.filter((each) => each.id !== id && each.replyTo !== id);
    },
    change(changed) {
      state.world = { ...state.world, ...changed };
      if (changed.faults !== undefined) faults = changed.faults.map((fault) => ({ ...fault, left: fault.times }));
    },
    pulls: state.pulls,
    filesOf: (branch) => filesAt(state, state.branches.get(`refs/heads/${branch}`)),
    commit(branch, files) {
      const sha = createHash('sha1').update(`commit ${state.commits.size}`).digest('hex');
      state.commits.set(sha, files);
      state.branches.set(`refs/heads/${branch}`, sha);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function send(response: ServerResponse, { status, body, headers, raw }: Answer): void {
  if (status === 204) {
    response.writeHead(204, { connection: 'close' }).end();
    return;
  }
  const type = raw === undefined ? 'application/json; charset=utf-8' : 'application/vnd.github.raw; charset=utf-8';
  response.writeHead(status, { 'content-type': type, connection: 'close', ...headers });
  response.end(raw ?? JSON.stringify(body));
}
