import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Problem } from '../../../src/problem.ts';
import type { MysqlServer } from '../../../test/truth/mysql/record.ts';

/** A package of a release of Debian, at an exact version. */
export interface Pin {
  readonly release: 'bookworm' | 'sid';
  readonly name: string;
  readonly version: string;
}

/** The exact builds that the records are made with. */
export const pins: Readonly<Record<MysqlServer, Pin>> = {
  'mysql@9.7': { release: 'sid', name: 'mysql-server-core', version: '9.7.4-2' },
  'mariadb@10.11': { release: 'bookworm', name: 'mariadb-server-core', version: '1:10.11.19-0+deb12u1' },
  'mariadb@11.8': { release: 'sid', name: 'mariadb-server-core', version: '1:11.8.9+ds-4' },
};

const cache = fileURLToPath(new URL('../../../node_modules/.cache/lockstep-truth', import.meta.url));
const run = promisify(execFile);

/**
 * @returns the directory that the server and everything it needs are unpacked into. Nothing is installed on the machine: apt works on a state of
 * its own in which nothing is installed yet, so that it brings the C library too.
 * @throws Problem where this is no machine with Debian's apt, or the release has gone on to another version
 */
export async function unpacked({ release, name, version }: Pin): Promise<string> {
  return cached(`${name}-${version.replaceAll(':', '_')}`, (state) =>
    download(release, state, ['install', '--download-only', '--no-install-recommends', '--yes', `${name}=${version}`], 'archives'),
  );
}

/** The same of packages alone, without what they need, for what runs under the machine's own libraries. @param packages by release */
export async function unpackedAlone(packages: Readonly<Record<string, readonly string[]>>): Promise<string> {
  const names = Object.values(packages).flat();
  return cached(names.join('+').replaceAll(':', '_'), async (state) => {
    const archives: string[] = [];
    for (const [release, own] of Object.entries(packages))
      archives.push(...(await download(release, join(state, release), ['download', ...own], '.')));
    return archives;
  });
}

async function cached(name: string, archivesIn: (state: string) => Promise<readonly string[]>): Promise<string> {
  const directory = join(cache, `${name}-${process.arch}`);
  if (existsSync(directory)) return directory;
  await mkdir(cache, { recursive: true });
  const unfinished = await mkdtemp(join(cache, 'unfinished-'));
  try {
    const root = join(unfinished, 'root');
    for (const archive of await archivesIn(join(unfinished, 'apt'))) await command('dpkg-deb', ['--extract', archive, root]);
    await rename(root, directory);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return directory;
}

/** apt itself checks what it gets against the archive's signature. */
async function download(release: string, state: string, what: readonly string[], into: string): Promise<readonly string[]> {
  await mkdir(join(state, 'lists', 'partial'), { recursive: true });
  await mkdir(join(state, 'archives', 'partial'), { recursive: true });
  await writeFile(join(state, 'status'), '');
  await writeFile(join(state, 'debian.sources'), (await sourcesOf(release)).join('\n'));
  const options = Object.entries({
    'Dir::State::lists': join(state, 'lists'),
    'Dir::State::status': join(state, 'status'),
    'Dir::Cache': state,
    'Dir::Etc::sourcelist': join(state, 'debian.sources'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::Etc::preferencesparts': '/dev/null',
    // The unprivileged user that apt would change to cannot reach this directory.
    'APT::Sandbox::User': '',
  }).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
  await command('apt-get', [...options, 'update']);
  await command('apt-get', [...options, ...what], state);
  return (await readdir(join(state, into))).filter((each) => each.endsWith('.deb')).map((each) => join(state, into, each));
}

/** The release from the archives that this machine's apt takes its own packages from. */
async function sourcesOf(release: string): Promise<readonly string[]> {
  const targets = await command('apt-get', ['indextargets', '--format', '$(REPO_URI) $(ORIGIN) $(CODENAME)', 'Created-By: Packages']);
  const own = targets.split('\n').map((line) => line.split(' '));
  const archiveOf = (isWanted: (codename: string) => boolean): string | undefined =>
    own.find(([, origin, codename = '']) => origin === 'Debian' && isWanted(codename))?.[0];
  const main = archiveOf((codename) => !codename.endsWith('-security'));
  const security = archiveOf((codename) => codename.endsWith('-security'));
  if (main === undefined)
    throw new Problem('these servers come from Debian, and this machine has none in its apt sources (after apt-get update)');
  const source = (uri: string, suite: string): string =>
    `Types: deb\nURIs: ${uri}\nSuites: ${suite}\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n`;
  return [source(main, release), ...(release === 'sid' || security === undefined ? [] : [source(security, `${release}-security`)])];
}

async function command(name: string, parameters: readonly string[], cwd?: string): Promise<string> {
  try {
    return (await run(name, parameters, { maxBuffer: 1 << 26, ...(cwd !== undefined && { cwd }) })).stdout;
  } catch (error) {
    throw new Problem(`${name} ${parameters.at(-1)}: ${(error as { stderr?: string }).stderr || (error as Error).message}`);
  }
}
