import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '../../../src/problem.ts';
import type { MysqlServer } from '../../../test/truth/mysql/record.ts';
import { connectTo, type Session } from './client.ts';
import { pins, unpacked } from './packages.ts';

/** A server with nothing in it, on a unix socket. */
export interface Server {
  readonly flavor: 'mysql' | 'mariadb';
  readonly socketPath: string;
  connect(): Promise<Session>;
}

/** Nothing has to outlive the run; what a statement holds, waits for and goes through can be asked for. */
const settings = {
  'character-set-server': 'utf8mb4',
  'skip-networking': 'ON',
  'skip-log-bin': 'ON',
  'innodb-buffer-pool-size': '64M',
  'innodb-doublewrite': 'OFF',
  'innodb-flush-log-at-trx-commit': '0',
  'lock-wait-timeout': '20',
  'performance-schema': 'ON',
  'performance-schema-consumer-events-stages-current': 'ON',
  'performance-schema-consumer-events-stages-history': 'ON',
  'performance-schema-events-stages-history-size': '500',
};
/** The rest would cost more than all else. */
const instruments = ['%=OFF', 'stage/sql/%=ON', 'wait/lock/metadata/sql/mdl=ON'];

/** Runs something on a server, which is gone afterwards. @param own settings in the place of the usual ones */
export async function withServer(
  name: MysqlServer,
  work: (server: Server) => Promise<void>,
  own: Readonly<Record<string, string>> = {},
): Promise<void> {
  const root = await unpacked(pins[name]);
  const flavor = name.startsWith('mysql') ? 'mysql' : 'mariadb';
  const directory = mkdtempSync(join(tmpdir(), `lockstep-${flavor}-`));
  let server: ChildProcess | undefined;
  const discard = (): void => {
    process.off('exit', discard).off('SIGINT', interrupted).off('SIGTERM', interrupted);
    server?.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  };
  const interrupted = (): void => process.exit(130);
  process.once('exit', discard).once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const open = new Set<Session>();
  try {
    const command = commandOf(root, flavor, directory);
    initialise(root, flavor, command, directory);
    server = started(flavor, command, directory, own);
    await ready(server, directory);
    await work({
      flavor,
      socketPath: socketIn(directory),
      async connect() {
        const session = await connectTo(socketIn(directory));
        const counted = {
          ...session,
          close: () => {
            open.delete(counted);
            session.close();
          },
        };
        open.add(counted);
        return counted;
      },
    });
  } finally {
    for (const session of open) session.close();
    discard();
  }
}

/** Nothing of the caller's environment counts. */
const environment = { env: { LC_ALL: 'C', TZ: 'UTC' } };

function started(
  flavor: Server['flavor'],
  [loader = '', ...parameters]: readonly string[],
  directory: string,
  own: Readonly<Record<string, string>>,
): ChildProcess {
  const accounts = flavor === 'mariadb' ? ['--skip-grant-tables'] : ['--mysqlx=OFF'];
  const watching = instruments.map((each) => `--performance-schema-instrument=${each}`);
  const all = [...parameters, ...accounts, ...optionsOf({ socket: socketIn(directory), ...settings, ...own }), ...watching];
  return spawn(loader, all, { ...environment, cwd: directory, stdio: 'ignore' });
}

const socketIn = (directory: string): string => join(directory, 'socket');

/** The server under the C library that came with it, which this machine's own may not do for. */
function commandOf(root: string, flavor: Server['flavor'], directory: string): readonly string[] {
  const libraries = [join(root, 'lib'), join(root, 'usr', 'lib')]
    .filter(existsSync)
    .flatMap((place) => readdirSync(place).map((each) => join(place, each)))
    .filter((each) => each.endsWith('-linux-gnu'));
  const loader = libraries
    .flatMap((each) => readdirSync(each).map((file) => join(each, file)))
    .find((file) => /\/ld-linux[^/]*$/.test(file));
  if (loader === undefined) throw new Problem(`no loader in ${root}`);
  const options = {
    user: userInfo().username,
    basedir: join(root, 'usr'),
    datadir: join(directory, 'data'),
    'log-error': join(directory, 'errors'),
    // Debian's MySQL wants a directory of the whole machine here.
    ...(flavor === 'mysql' && { 'secure-file-priv': 'NULL' }),
  };
  return [
    loader,
    '--library-path',
    libraries.join(':'),
    join(root, 'usr', 'sbin', flavor === 'mysql' ? 'mysqld' : 'mariadbd'),
    '--no-defaults',
    ...optionsOf(options),
  ];
}

const optionsOf = (values: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(values).map(([name, value]) => `--${name}=${value}`);

function initialise(root: string, flavor: Server['flavor'], [loader = '', ...parameters]: readonly string[], directory: string): void {
  mkdirSync(join(directory, 'data'));
  const input = flavor === 'mariadb' ? systemTables(join(root, 'usr', 'share')) : '';
  const how = flavor === 'mariadb' ? ['--bootstrap', '--skip-grant-tables'] : ['--initialize-insecure'];
  const { status } = spawnSync(loader, [...parameters, ...how], {
    ...environment,
    cwd: directory,
    input,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  if (status !== 0) throw new Problem(`the server does not initialise: ${lastErrors(directory)}`);
}

/** What mariadb-install-db runs, less accounts and help. The names changed with 11. */
function systemTables(share: string): string {
  const scripts = ['system_tables', 'performance_tables'].map((name) => {
    const files = ['mariadb', 'mysql'].map((product) => join(share, product, `${product}_${name}.sql`));
    return readFileSync(files.find(existsSync) ?? '', 'utf8');
  });
  return ['create database mysql;', 'use mysql;', ...scripts].join('\n');
}

/** It makes its socket a little before it listens on it. */
async function ready(server: ChildProcess, directory: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (server.exitCode !== null || Date.now() > deadline) throw new Problem(`the server does not start: ${lastErrors(directory)}`);
    const session = await connectTo(socketIn(directory)).catch(() => undefined);
    if (session !== undefined) return session.close();
    await wait(50);
  }
}

function lastErrors(directory: string): string {
  const file = join(directory, 'errors');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return lines
    .filter((line) => /error/i.test(line))
    .slice(-5)
    .join('\n');
}
