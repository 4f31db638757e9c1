import { fence, prose } from '../report/markdown-escape.ts';
import { said, statusOf } from './client.ts';
import type { Trigger } from './trigger.ts';

/** Why something could not be posted: `line` for the log, `markdown` for the job summary with what to do about it. */
export interface Refusal {
  readonly line: string;
  readonly markdown: string;
}

const permissions = 'permissions:\n  contents: read\n  pull-requests: write';

/** @throws the error itself where it is none of a request: then it is a bug */
export function refusalOf(error: unknown, trigger: Extract<Trigger, { kind: 'pull-request' }>): Refusal {
  const status = statusOf(error);
  if (status === 0) throw error;
  const line = `The review could not be posted: GitHub answered ${said(error)}.`;
  if (status !== 401 && status !== 403 && status !== 404) return { line, markdown: prose(line) };
  const why = trigger.fork
    ? 'The pull request comes from a fork, where the token of a job may only read, whatever its permissions say.'
    : 'The token of the job may not write to pull requests.';
  const what = trigger.fork
    ? 'The verdict, the annotations and this summary stand for it.'
    : `Give the job these permissions:\n\n${fence('yaml', permissions)}`;
  const hint = trigger.fork ? '' : ' Give the job `contents: read` and `pull-requests: write`.';
  return { line: `${line} ${why}${hint}`, markdown: `${prose(`${line} ${why}`)} ${what}` };
}
