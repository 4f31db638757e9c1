import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { getInput, getMultilineInput, setSecret } from '@actions/core';
import type { ProofChoice } from '../analysis/prove-plans.ts';
import type { FailOn } from '../analysis/verdict.ts';
import { readTarget } from '../config/target.ts';
import type { Target } from '../engine/engine.ts';
import { Problem } from '../problem.ts';
import { type Output, readOutput } from '../report/format.ts';
import { readTimeLimit } from './time-limit.ts';
import { type EndedRun, readTrigger, type Trigger } from './trigger.ts';

/** Everything that the run is told from outside; nothing else reads inputs, environment or the event. */
export interface Settings {
  readonly token: string;
  /** Globs that replace those of the config, relative to `directory`; empty: the config's hold. */
  readonly paths: readonly string[];
  readonly engine?: Target;
  /** From the repository's root. */
  readonly config?: string;
  readonly failOn?: FailOn;
  readonly proof: ProofChoice;
  /** Later stages become draft pull requests. */
  readonly openFollowUp: boolean;
  /** Files to write further reports to, relative to `directory`. */
  readonly outputs: readonly Required<Output>[];
  /** From the repository's root, with forward slashes; empty for the root itself. */
  readonly directory: string;
  readonly repository: { readonly owner: string; readonly repo: string };
  readonly trigger: Trigger;
  readonly apiUrl: string;
  /** The runner names a proxy, for some addresses at least. */
  readonly proxied: boolean;
  /** Where the checkout is, if there is one. */
  readonly workspace: string;
  /** Where files for later steps go. */
  readonly temporary: string;
  /** Where the pages of the rules are, if the runner says where the action comes from. */
  readonly pages?: string;
}

/** Where reports go. */
export type Destination = Pick<Settings, 'workspace' | 'directory' | 'outputs'>;

/** @throws Problem naming the input */
export function readDestination(environment: NodeJS.ProcessEnv = process.env): Destination {
  return {
    workspace: environment.GITHUB_WORKSPACE ?? process.cwd(),
    directory: readDirectory(getInput('working-directory')),
    outputs: getMultilineInput('output').flatMap(readOutputLine),
  };
}

/** As they are before it is known which pull request an ended run was for. */
export type GivenSettings = Omit<Settings, 'trigger'> & { readonly trigger: Trigger | EndedRun };

/**
 * Reads and checks the whole of it at once.
 * @throws Problem naming the input, or the variable that the runner should have set
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): GivenSettings {
  const destination = readDestination(environment);
  const { directory } = destination;
  const config = getInput('config');
  const engine = getInput('engine');
  const failOn = getInput('fail-on');
  if (failOn !== '' && !isFailOn(failOn)) throw new Problem(`fail-on must be error, warning or never, not \`${failOn}\``);
  const minutes = readTimeLimit(getInput('time-limit'));
  if (minutes === undefined) throw new Problem(`time-limit must be a number of minutes, not \`${getInput('time-limit')}\``);
  const token = getInput('github-token');
  if (token === '') throw new Problem('github-token is empty; leave it out to use the token of the job');
  const [owner = '', repo = ''] = required(environment, 'GITHUB_REPOSITORY').split('/');
  const pages = pagesOf(environment);
  return {
    token,
    paths: getMultilineInput('paths').filter((each) => each !== ''),
    ...(engine !== '' && { engine: readTarget(engine) }),
    ...(config !== '' && { config: insideRepository(posix.join(directory, config), 'config') }),
    ...(failOn !== '' && isFailOn(failOn) && { failOn }),
    proof: readProof(minutes),
    openFollowUp: readFlag('open-follow-up'),
    ...destination,
    repository: { owner, repo },
    trigger: readTrigger(environment.GITHUB_EVENT_NAME ?? '', readEvent(required(environment, 'GITHUB_EVENT_PATH')), environment),
    apiUrl: environment.GITHUB_API_URL ?? 'https://api.github.com',
    proxied: ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].some((name) => (environment[name] ?? '') !== ''),
    temporary: required(environment, 'RUNNER_TEMP'),
    ...(pages !== undefined && { pages }),
  };
}

function readOutputLine(line: string): Required<Output>[] {
  if (line === '') return [];
  const { format, path } = readOutput('output', line);
  if (format === undefined) throw new Problem(`output must name formats and files, as in sarif=lockstep.sarif, not \`${line}\``);
  return [{ format, path }];
}

function readProof(minutes: number): ProofChoice {
  const [skip, required, databaseUrl] = [readFlag('no-proof'), readFlag('require-proof'), getInput('database-url')];
  if (skip && required) throw new Problem('no-proof and require-proof contradict each other');
  // It holds a password, as a rule from a secret; in case it does not.
  if (databaseUrl !== '') setSecret(databaseUrl);
  // What is not proved in time is said plan by plan; a run that ends for it would say nothing.
  const signal = AbortSignal.timeout((minutes * 60_000) / 2);
  return { skip, required, signal, ...(databaseUrl !== '' && { databaseUrl }) };
}

function readFlag(name: string): boolean {
  const text = getInput(name);
  if (text !== '' && text !== 'true' && text !== 'false') throw new Problem(`${name} must be true or false, not \`${text}\``);
  return text === 'true';
}

const isFailOn = (text: string): text is FailOn => text === 'error' || text === 'warning' || text === 'never';

function required(environment: NodeJS.ProcessEnv, name: string): string {
  const value = environment[name];
  if (value === undefined || value === '') throw new Problem(`${name} is not set; this runs as a step of a GitHub workflow`);
  return value;
}

function readEvent(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Problem(`the event cannot be read: ${(error as Error).message}`, { path });
  }
}

function readDirectory(input: string): string {
  const directory = posix.normalize((input === '' ? '.' : input).replaceAll('\\', '/')).replace(/\/+$/, '');
  return directory === '.' ? '' : insideRepository(directory, 'working-directory');
}

function insideRepository(path: string, input: string): string {
  if (posix.isAbsolute(path) || path === '..' || path.startsWith('../')) {
    throw new Problem(`${input} must be a path inside the repository, not \`${path}\``);
  }
  return path;
}

/** The action's own repository at the version that runs: its documentation is then the one that fits. */
function pagesOf(environment: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref, GITHUB_SERVER_URL: server } = environment;
  if (!repository || !ref || !server) return undefined;
  return `${server}/${repository}/blob/${encodeURIComponent(ref)}/docs/rules`;
}
