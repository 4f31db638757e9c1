import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Problem } from '../problem.ts';
import { type Config, defaultConfig } from './config.ts';

/** The config of a run, and where it was found: paths in it are relative to `directory`. */
export interface LoadedConfig {
  readonly config: Config;
  readonly directory: string;
  /** Absent where there is no config file and the defaults hold. */
  readonly path?: string;
}

const fileName = '.lockstep.yml';
/** Bytes. A config is some dozens of lines; sizes of some thousand tables fit ten times. */
const mostBytes = 1024 * 1024;

/**
 * Loads `explicit`, or the `.lockstep.yml` of the working directory or the nearest one above it, up to the repository's root.
 * Outside of a repository only the working directory counts, so that nobody else's file in `/tmp` does.
 * @throws Problem with the line, where the file is missing, not YAML, or says something that is not allowed
 */
export async function loadConfig(cwd: string, explicit?: string): Promise<LoadedConfig> {
  const file = explicit === undefined ? findConfig(cwd) : resolve(cwd, explicit);
  if (file === undefined) return { config: defaultConfig, directory: cwd };
  const path = explicit ?? file;
  // YAML and its validation cost more to load than a whole check: only who has a config file pays for them.
  const [text, { readConfig }] = [readConfigFile(file, path), await import('./read.ts')];
  return { config: readConfig(text, path), directory: dirname(file), path };
}

function findConfig(cwd: string): string | undefined {
  const here = resolve(cwd);
  const above: string[] = [];
  for (let at = here; ; at = dirname(at)) {
    above.push(at);
    if (existsSync(join(at, '.git'))) break;
    if (dirname(at) === at) {
      above.length = 1;
      break;
    }
  }
  for (const directory of above) {
    const file = join(directory, fileName);
    if (existsSync(file)) return file;
    const misnamed = join(directory, '.lockstep.yaml');
    if (existsSync(misnamed)) throw new Problem(`is not read; name it ${fileName}`, { path: misnamed });
  }
  return undefined;
}

function readConfigFile(file: string, path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Problem(code === 'ENOENT' ? 'no such config file' : `cannot be read (${code ?? 'unknown error'})`, { path });
  }
  if (bytes.length > mostBytes) throw new Problem(`is larger than ${mostBytes / 1024} KiB, the most that a config may be`, { path });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('is not UTF-8', { path });
  }
}
