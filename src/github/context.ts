import { createHash } from 'node:crypto';
import { digest } from '../report/fingerprint.ts';
import { code } from '../report/markdown-escape.ts';
import type { ReviewContext } from '../report/review.ts';
import type { Settings } from './inputs.ts';
import type { PullRequest } from './pull-request.ts';

/** What reports need to know of the pull request, and of the run. */
export function contextOf(pull: PullRequest, settings: Settings, verdict: 'pass' | 'fail'): ReviewContext {
  const { pages } = settings;
  const command = pull.pull && writeCommand(pull.pull.baseRef, settings.directory);
  return {
    verdict,
    owner: ownerOf(settings),
    changed: pull.changed,
    hunks: (path) => pull.commentable.get(path),
    rulePage: (rule) => (pages === undefined ? undefined : `${pages}/${rule}.md`),
    linkTo: (path, line) => pull.pull && `${pull.pull.url}/files#diff-${createHash('sha256').update(path).digest('hex')}R${line}`,
    ...(command !== undefined && { command }),
  };
}

/**
 * One pull request may be reviewed by several uses of the action, a service each: what tells them apart is what they look at, so that
 * none takes the comments of another for its own.
 */
export function ownerOf({ directory, config, engine, paths }: Settings): string {
  return digest(directory, config ?? '', engine === undefined ? '' : JSON.stringify(engine), ...paths);
}

/** The command that writes every file of the plans, as Markdown. */
function writeCommand(baseRef: string, directory: string): string {
  const base = `origin/${baseRef}`;
  // A branch may be called what a shell would carry out.
  const quoted = /^[\w./-]+$/.test(base) ? base : `'${base.replaceAll("'", "'\\''")}'`;
  const where = directory === '' ? '' : ` in ${code(directory)}`;
  return `${code(`npx lockstep-migrations plan --write --base ${quoted}`)}${where}`;
}
