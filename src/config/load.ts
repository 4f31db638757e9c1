import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Problem } from '../problem.ts';
import { type Config, defaultConfig } from './config.ts';

/** The config of a run, and where it was found: paths in it are relative to `directory`. */
export interface LoadedConfig {
  readonly config: Config;
  readonly directory: string;
  /** Absent where there is no config file and the defaults hold. */
  readonly path?: string;
}

/** Reads a file by its absolute path: from disk, or from a commit. Undefined where there is none. */
export type ReadFile = (path: string) => Uint8Array | undefined;

const fileName = '.lockstep.yml';
/** Bytes. A config is some dozens of lines; sizes of some thousand tables fit ten times. */
const mostBytes = 1024 * 1024;

/**
 * Loads `explicit`, or the nearest `.lockstep.yml` at or above `from`, up to the root of the repository; outside of a repository up to
 * the working directory, so that nobody else's file in `/tmp` counts.
 * @param from the directory of the files under review
 * @param read where to look instead of on disk
 * @throws Problem with the line, where the file is missing, not YAML, or says something that is not allowed
 */
export async function loadConfig(cwd: string, explicit?: string, from: string = cwd, read: ReadFile = readFromDisk): Promise<LoadedConfig> {
  const file = explicit === undefined ? findConfig(configDirectories(resolve(cwd), resolve(cwd, from)), read, cwd) : resolve(cwd, explicit);
  if (file === undefined) return { config: defaultConfig, directory: cwd };
  const path = explicit ?? shown(cwd, file);
  // YAML and its validation cost more to load than a whole check: only who has a config file pays for them.
  const [text, { readConfig }] = [textOf(read(file), path), await import('./read.ts')];
  return { config: readConfig(text, path), directory: dirname(file), path };
}

/** Where `loadConfig` may find a config file, nearest first. */
export function configPaths(cwd: string, explicit: string | undefined, from: string): readonly string[] {
  if (explicit !== undefined) return [resolve(cwd, explicit)];
  return configDirectories(resolve(cwd), resolve(cwd, from)).map((directory) => join(directory, fileName));
}

function findConfig(directories: readonly string[], read: ReadFile, cwd: string): string | undefined {
  for (const directory of directories) {
    const file = join(directory, fileName);
    if (read(file) !== undefined) return file;
    const misnamed = join(directory, '.lockstep.yaml');
    if (read(misnamed) !== undefined) throw new Problem(`is not read; name it ${fileName}`, { path: shown(cwd, misnamed) });
  }
  return undefined;
}

function configDirectories(cwd: string, from: string): readonly string[] {
  const above: string[] = [];
  for (let at = from; ; at = dirname(at)) {
    above.push(at);
    if (existsSync(join(at, '.git'))) return above;
    if (dirname(at) === at) break;
  }
  const reach = above.indexOf(cwd);
  return reach === -1 ? [cwd] : above.slice(0, reach + 1);
}

/** Relative to the working directory where it lies below it. */
function shown(cwd: string, file: string): string {
  const below = relative(cwd, file);
  return below.startsWith('..') ? file : below;
}

/** @throws Problem where it is there and cannot be read */
export function readFromDisk(path: string): Uint8Array | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Problem(`cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`, { path });
  }
}

function textOf(bytes: Uint8Array | undefined, path: string): string {
  if (bytes === undefined) throw new Problem('no such config file', { path });
  if (bytes.length > mostBytes) throw new Problem(`is larger than ${mostBytes / 1024} KiB, the most that a config may be`, { path });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('is not UTF-8', { path });
  }
}
