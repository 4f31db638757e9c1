import { Octokit } from '@octokit/core';
import { paginateRest } from '@octokit/plugin-paginate-rest';
import { restEndpointMethods } from '@octokit/plugin-rest-endpoint-methods';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Problem } from '../problem.ts';
import { Bottleneck } from './bottleneck.ts';
import type { Settings } from './inputs.ts';

const Api = Octokit.plugin(restEndpointMethods, paginateRest, bounded, retry, throttling);
export type Client = Awaited<ReturnType<typeof connect>>;

/** Milliseconds. One request that hangs must not hang the job. */
const timeout = 30_000;
/** How often a request is made again. */
const mostRetries = 3;
/** Seconds. A limit that asks for longer is reported instead of slept through. */
const longestWait = 60;

/**
 * GitHub asks for a second between writes where there are many of them; a few may follow at once. The plugin's own groups put three
 * seconds between any two requests that send a notification: the two of a first run would take longer than all the rest of it.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
 */
const pace = { maxConcurrent: 1, reservoir: 8, reservoirIncreaseAmount: 1, reservoirIncreaseInterval: 1_000, reservoirIncreaseMaximum: 8 };

/**
 * GitHub's API with the token of the job: Octokit as the toolkit puts it together, but that nothing is loaded for a proxy where there is none.
 * Requests that met a limit or an error of the server are made again; one that writes something new says `retries: 0`, because it may
 * have been carried out.
 */
export async function connect({ token, apiUrl, proxied }: Pick<Settings, 'token' | 'apiUrl' | 'proxied'>) {
  const quiet = (): void => {};
  const isWorthWaiting = (seconds: number, _: unknown, __: unknown, retries: number): boolean =>
    seconds <= longestWait && retries < mostRetries;
  return new Api({
    auth: token,
    baseUrl: apiUrl,
    request: proxied ? { fetch: (await import('@actions/github/lib/utils')).defaults.request?.fetch } : {},
    // Octokit prints to the console as it pleases; what it prints can hold text of others, which the runner would read as commands.
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    retry: { retries: mostRetries, retryAfterBaseValue: 500 },
    throttle: {
      onRateLimit: isWorthWaiting,
      onSecondaryRateLimit: isWorthWaiting,
      write: new Bottleneck.Group(pace),
      notifications: new Bottleneck.Group(pace),
    },
  });
}

/** Each try gets its own time; waiting for a limit does not count. */
function bounded(octokit: Octokit): object {
  octokit.hook.wrap('request', (request, options) =>
    request({ ...options, request: { ...options.request, signal: AbortSignal.timeout(timeout) } }),
  );
  return {};
}

/** Whether the same request may succeed a moment later. */
export function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  const after = Number((error as { response?: { headers?: Record<string, string> } }).response?.headers?.['retry-after'] ?? 0);
  return status >= 500 || (status === 429 && after <= longestWait);
}

/** The HTTP status of a failed request; 500 where there was no answer, 0 where the error is none of a request. */
export function statusOf(error: unknown): number {
  const { status } = error as { status?: unknown };
  return typeof status === 'number' ? status : 0;
}

/** Makes a failed request an expected trouble; anything else is a bug and stays one. */
export function refused(error: unknown, doing: string): Problem {
  const status = statusOf(error);
  if (status === 0) throw error;
  const hint =
    status === 401
      ? '; the token is not valid'
      : status === 403 || status === 404
        ? '; the job needs `permissions: contents: read` and `pull-requests: read` or `write`'
        : '';
  return new Problem(`${doing}: GitHub answered ${said(error)}${hint}`);
}

/** `403, Resource not accessible by integration`: without the link to the documentation, and not a whole error page. */
export function said(error: unknown): string {
  const [message = ''] = (error as Error).message.split(' - https://');
  return `${statusOf(error)}, ${message.length > 200 ? `${message.slice(0, 200)} …` : message}`;
}
