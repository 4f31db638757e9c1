import { getOctokit } from '@actions/github';
import { Problem } from '../problem.ts';
import type { Settings } from './inputs.ts';

export type Client = ReturnType<typeof getOctokit>;

/** Milliseconds. One request that hangs must not hang the job. */
const timeout = 30_000;
/** Tries in all. */
const mostTries = 4;
/** Milliseconds. A limit that asks for longer is reported instead of slept through. */
const longestWait = 60_000;

/**
 * GitHub's API with the token of the job. The base URL is handed over at run time (the toolkit otherwise takes it when it is loaded);
 * a proxy is the toolkit's business.
 */
export function connect(settings: Pick<Settings, 'token' | 'apiUrl'>): Client {
  const quiet = (): void => {};
  // Octokit prints to the console as it pleases; what it prints can hold text of others, which the runner would read as commands.
  const client = getOctokit(settings.token, { baseUrl: settings.apiUrl, log: { debug: quiet, info: quiet, warn: quiet, error: quiet } });
  client.hook.wrap('request', async (request, options) => {
    for (let tries = 1; ; tries++) {
      try {
        return await request({ ...options, request: { ...options.request, signal: AbortSignal.timeout(timeout) } });
      } catch (error) {
        const wait = tries < mostTries ? waitBefore(error, tries, options.method === 'GET') : undefined;
        if (wait === undefined) throw error;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  });
  return client;
}

/**
 * Milliseconds to wait before the same request is made again; undefined where that is no use. A request that was limited has done
 * nothing and may be repeated; one that ended in 5xx may have, so only reading is.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
function waitBefore(error: unknown, tries: number, reads: boolean): number | undefined {
  const status = statusOf(error);
  if (status === 429 || (status === 403 && isRateLimit(error))) {
    const wait = asked(error);
    return wait <= longestWait ? wait : undefined;
  }
  return status >= 500 && reads ? 250 * 2 ** tries : undefined;
}

function asked(error: unknown): number {
  const { 'retry-after': after, 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset } = headersOf(error);
  if (after !== undefined) return Number(after) * 1000;
  if (remaining === '0' && reset !== undefined) return Math.max(0, Number(reset) * 1000 - Date.now());
  return longestWait;
}

function isRateLimit(error: unknown): boolean {
  const headers = headersOf(error);
  return 'retry-after' in headers || headers['x-ratelimit-remaining'] === '0' || /rate limit|abuse/i.test(String((error as Error).message));
}

function headersOf(error: unknown): Readonly<Record<string, string | undefined>> {
  return (error as { response?: { headers?: Record<string, string> } }).response?.headers ?? {};
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
