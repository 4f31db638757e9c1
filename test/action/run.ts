import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { baseSha, type Fake, headSha, mergeSha, startFake, token, type World } from '../github/fake.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The Node of the runner's node24: the one among the dependencies, or the running one. */
export const node24 = ((): string => {
  const installed = join(root, 'node_modules/.bin/node');
  return existsSync(installed) ? installed : process.execPath;
})();

/** What to run: the built action. `LOCKSTEP_ACTION` names another build. */
const action = process.env.LOCKSTEP_ACTION ?? join(root, 'dist/action.js');
if (!existsSync(action)) throw new Error(`there is no ${action}: npm run build`);

export interface Ran {
  /** When the process was started, by `performance.now()`. */
  readonly started: number;
  readonly code: number | null;
  /** Everything that the runner would read commands from. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Files that the action has left in the root of the workspace, as text. */
  readonly written: Readonly<Record<string, string>>;
  readonly report: Report;
  readonly fake: Fake;
}

/** The part of the JSON report that the tests look at. */
export interface Report {
  readonly verdict: string;
  readonly error?: { readonly message: string };
  readonly waivers: readonly {
    readonly path: string;
    readonly line: number;
    readonly reason: string;
    readonly status: string;
    readonly approvedBy?: string;
  }[];
  readonly files: readonly { readonly path: string; readonly findings: readonly { readonly rule: string; readonly line: number }[] }[];
}

export interface Situation {
  readonly world: World;
  /** Inputs by their name in action.yml; the others have their defaults, but for `no-proof`: a proof takes seconds, and is asked for where it is looked at. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Files of the checkout, and the commit that it stands at. */
  readonly checkout?: { readonly files: Readonly<Record<string, string | Uint8Array>>; readonly commit: string };
  readonly event?: { readonly name: string; readonly payload: object };
  readonly environment?: Readonly<Record<string, string>>;
  /** Go on with the GitHub of an earlier run, at the head that it has now. */
  readonly fake?: Fake;
}

/** The event that GitHub sends when a pull request is pushed to, with this repository's commits. */
export function pullRequestEvent(overrides: { readonly fork?: boolean; readonly head?: string } = {}): {
  readonly name: string;
  readonly payload: object;
} {
  const payload = JSON.parse(readFileSync(join(root, 'test/fixtures/github/pull-request-synchronize.json'), 'utf8'));
  payload.pull_request.head.sha = overrides.head ?? headSha;
  payload.pull_request.base.sha = baseSha;
  if (overrides.fork) payload.pull_request.head.repo.full_name = 'mallory/Hello-World';
  return { name: 'pull_request', payload };
}

/** The defaults of action.yml, as the runner fills them in. */
function defaults(): Readonly<Record<string, string>> {
  const inputs: Record<string, string> = {};
  const [, section = ''] = /\ninputs:\n([\s\S]*?)\noutputs:/.exec(readFileSync(join(root, 'action.yml'), 'utf8')) ?? [];
  for (const [, name = '', value = ''] of section.matchAll(/^ {2}([\w-]+):\n(?: {4}.*\n)*? {4}default: (.*)$/gm)) {
    inputs[name] = value === "''" ? '' : value;
  }
  return { ...inputs, 'github-token': token };
}

/** Runs the action the way the runner does: inputs and context in the environment, files for outputs and summary. */
export async function runAction(situation: Situation): Promise<Ran> {
  const directory = mkdtempSync(join(tmpdir(), 'action-'));
  const fake = situation.fake ?? (await startFake(situation.world));
  try {
    const paths = Object.fromEntries(
      ['workspace', 'temp', 'output', 'summary', 'event'].map((name) => [name, join(directory, name)]),
    ) as Record<'workspace' | 'temp' | 'output' | 'summary' | 'event', string>;
    mkdirSync(paths.workspace);
    mkdirSync(paths.temp);
    writeFileSync(paths.output, '');
    writeFileSync(paths.summary, '');
    const event = situation.event ?? pullRequestEvent({ head: situation.fake?.head ?? headSha });
    writeFileSync(paths.event, JSON.stringify(event.payload));
    if (situation.checkout !== undefined) checkOut(paths.workspace, situation.checkout);
    const inputs = { ...defaults(), 'no-proof': 'true', ...situation.inputs };
    const environment = {
      PATH: process.env.PATH ?? '',
      HOME: directory,
      // Spaces become underscores, hyphens stay: https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value])),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: paths.event,
      GITHUB_REPOSITORY: 'Codertocat/Hello-World',
      GITHUB_SHA: mergeSha,
      GITHUB_API_URL: fake.url,
      GITHUB_GRAPHQL_URL: `${fake.url}/graphql`,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_ACTION_REPOSITORY: 'lockstep-migrations/lockstep',
      GITHUB_ACTION_REF: 'v1',
      GITHUB_WORKSPACE: paths.workspace,
      GITHUB_OUTPUT: paths.output,
      GITHUB_STEP_SUMMARY: paths.summary,
      RUNNER_TEMP: paths.temp,
      ...situation.environment,
    };
    const started = performance.now();
    const { code, log } = await run(environment, paths.workspace);
    const written = Object.fromEntries(
      readdirSync(paths.workspace, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => [name, readFileSync(join(paths.workspace, name), 'utf8')]),
    );
    const outputs = readOutputs(readFileSync(paths.output, 'utf8'));
    const [made] = readdirSync(paths.temp);
    const report =
      made === undefined
        ? { verdict: '', waivers: [], files: [] }
        : JSON.parse(readFileSync(join(paths.temp, made, 'report.json'), 'utf8'));
    return { started, code, log, written, outputs, summary: readFileSync(paths.summary, 'utf8'), report, fake };
  } finally {
    if (situation.fake === undefined) await fake.close();
    rmSync(directory, { recursive: true });
  }
}

function checkOut(workspace: string, { files, commit }: NonNullable<Situation['checkout']>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), content);
  }
  mkdirSync(join(workspace, '.git'));
  writeFileSync(join(workspace, '.git/HEAD'), `${commit}\n`);
}

function run(environment: Record<string, string>, cwd: string): Promise<{ readonly code: number | null; readonly log: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(node24, [action], { env: environment, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    child.stdout.on('data', (chunk) => {
      log += chunk;
    });
    child.stderr.on('data', (chunk) => {
      log += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, log }));
  });
}

/** `name<<delimiter`, the value, the delimiter: what @actions/core writes. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  for (const [, name = '', , value = ''] of text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)) outputs[name] = value;
  return outputs;
}
