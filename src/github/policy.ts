import { posix } from 'node:path';
import type { Notice } from '../analysis/analysis.ts';
import { type Baseline, baselineOf } from '../analysis/baseline.ts';
import { readBaseline } from '../config/baseline.ts';
import { type Config, defaultConfig } from '../config/config.ts';
import { readConfig } from '../config/read.ts';
import { Problem } from '../problem.ts';
import type { Changes } from './changes.ts';
import type { Client } from './client.ts';
import { fileAt } from './content.ts';
import type { Settings } from './inputs.ts';

/** The config that judges, from the base branch: a pull request must not weaken the policy that gates it. */
export interface Policy {
  readonly config: Config;
  /** What globs and paths in it are relative to, from the repository's root. */
  readonly directory: string;
  /** Where it was found. */
  readonly path?: string;
  /** Findings that the team has taken as they are, by the list on the base branch too. */
  readonly baseline?: Baseline;
  readonly notices: readonly Notice[];
}

const fileName = '.lockstep.yml';

/**
 * The config file at the base commit: the one named by the input, or the nearest `.lockstep.yml` at or above the working directory;
 * inputs of the workflow win over it.
 * @throws Problem where the named file does not exist, or a file says something that is not allowed
 */
export async function policyOf(client: Client, settings: Settings, changes: Changes): Promise<Policy> {
  const { engine, failOn, paths } = settings;
  const found = await findConfig(client, settings, changes);
  const base = found === undefined ? defaultConfig : readConfig(textOf(found.bytes, found.path), found.path);
  const config: Config = {
    ...base,
    ...(engine && { target: engine, engineStated: true as const }),
    ...(failOn && { failOn }),
    ...(paths.length > 0 && { migrations: paths }),
  };
  const directory = found === undefined ? '' : directoryOf(found.path);
  const directories = base.directories.map(({ path, target, ...own }) => ({
    ...own,
    path: path === '' ? directory : posix.join(directory, path),
    ...(target && engine === undefined && { target }),
  }));
  const candidates = settings.config === undefined ? candidatesFor(settings.directory) : [settings.config];
  const touched = changes.files.find(
    (file) => candidates.includes(file.path) || (file.previous !== undefined && candidates.includes(file.previous)),
  );
  const notices =
    touched === undefined
      ? []
      : [{ path: touched.path, line: 1, message: 'Changed here. This run went by the base branch; the change counts once it is merged.' }];
  return {
    config: { ...config, directories },
    directory: paths.length > 0 || found === undefined ? settings.directory : directoryOf(found.path),
    ...(found && { path: found.path }),
    ...(await readBaselineOf(client, settings, changes, { baseline: config.baseline, directory: found && directoryOf(found.path) })),
    notices,
  };
}

async function readBaselineOf(
  client: Client,
  settings: Settings,
  { base }: Changes,
  { baseline, directory = '' }: { readonly baseline: string | undefined; readonly directory: string | undefined },
): Promise<{ readonly baseline?: Baseline }> {
  if (baseline === undefined) return {};
  const path = posix.join(directory, baseline);
  const bytes = await fileAt(client, settings, path, base);
  if (bytes === undefined) throw new Problem('the baseline that the config names is not on the base branch', { path });
  const entries = readBaseline(textOf(bytes, path), path);
  return { baseline: baselineOf(entries, (each) => posix.join(posix.dirname(path), each)) };
}

async function findConfig(
  client: Client,
  settings: Settings,
  changes: Changes,
): Promise<{ readonly path: string; readonly bytes: Uint8Array } | undefined> {
  for (const path of settings.config === undefined ? candidatesFor(settings.directory) : [settings.config]) {
    const bytes = await fileAt(client, settings, path, changes.base);
    if (bytes !== undefined) return { path, bytes };
    const misnamed = settings.config === undefined ? path.replace(/yml$/, 'yaml') : undefined;
    if (misnamed !== undefined && (await fileAt(client, settings, misnamed, changes.base)) !== undefined)
      throw new Problem(`is not read; name it ${fileName}`, { path: misnamed });
  }
  const added = changes.files.some((file) => file.path === settings.config && file.status !== 'removed');
  if (settings.config !== undefined && !added) throw new Problem('no such config file on the base branch', { path: settings.config });
  return undefined;
}

/** The working directory's own file first, then those above it. */
function candidatesFor(directory: string): readonly string[] {
  const candidates: string[] = [];
  for (let at = directory; ; at = directoryOf(at)) {
    candidates.push(posix.join(at, fileName));
    if (at === '') return candidates;
  }
}

function directoryOf(path: string): string {
  const directory = posix.dirname(path);
  return directory === '.' ? '' : directory;
}

function textOf(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('is not UTF-8', { path });
  }
}
