import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '../../src/problem.ts';
import { type Database, type Server, serverOf } from '../../test/truth/database.ts';
import { binariesOf } from './binaries.ts';
import { connectTo } from './client.ts';

/** A server of this process's own, on a unix socket in a directory of its own. */
export interface RunningServer {
  readonly socketDirectory: string;
  stop(): void;
}

/** No text sorts or upper-cases otherwise elsewhere; nothing happens but what a session does; nothing has to outlive the run. */
const settings = {
  listen_addresses: '',
  autovacuum: 'off',
  fsync: 'off',
  full_page_writes: 'off',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  shared_buffers: '32MB',
  log_min_messages: 'fatal',
};

/** Runs something on a server of the major, which is gone afterwards. */
export async function withPostgres(major: number, work: (server: Server) => Promise<void>): Promise<void> {
  const postgres = await startPostgres(major);
  const sessions: Database[] = [];
  const connect = async (): Promise<Database> => {
    const session = await connectTo(postgres.socketDirectory);
    sessions.push(session);
    return session;
  };
  try {
    await work(await serverOf(await connect(), connect));
  } finally {
    for (const session of sessions) await session.close();
    postgres.stop();
  }
}

/** Creates a database cluster of the major and starts a server on it, until `stop` or the end of this process. */
export async function startPostgres(major: number): Promise<RunningServer> {
  const native = await binariesOf(major);
  const user = unprivilegedUser();
  const directory = mkdtempSync(join(tmpdir(), `lockstep-${major}-`));
  if (user !== undefined) chownSync(directory, user.uid, user.gid);
  const data = join(directory, 'data');
  // Nothing of the caller's environment: PGPORT and its like would count.
  const options = { cwd: directory, env: { LC_ALL: 'C', TZ: 'UTC' }, ...user };
  let server: ChildProcess | undefined;
  const pidFile = join(data, 'postmaster.pid');
  const discard = (): void => {
    process.off('exit', discard).off('SIGINT', interrupted).off('SIGTERM', interrupted);
    server?.kill('SIGQUIT');
    // It takes its pid file away last. At the exit of this process nobody can wait otherwise.
    for (let i = 0; i < 500 && existsSync(pidFile); i++) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    rmSync(directory, { recursive: true, force: true });
  };
  const interrupted = (): void => process.exit(130);
  process.once('exit', discard).once('SIGINT', interrupted).once('SIGTERM', interrupted);
  initialise(join(native, 'bin', 'initdb'), data, options);
  const parameters = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const started = spawn(join(native, 'bin', 'postgres'), ['-D', data, '-k', directory, ...parameters], {
    ...options,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  server = started;
  await ready(started, pidFile);
  return { socketDirectory: directory, stop: discard };
}

function initialise(initdb: string, data: string, options: SpawnOptions): void {
  const parameters = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const { error, status, stderr } = spawnSync(initdb, parameters, { ...options, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (error !== undefined) throw new Problem(`${error.message}: the user that PostgreSQL runs as has to reach the directory`);
  if (status !== 0) throw new Problem(`initdb: ${stderr}`);
}

/** The server writes `ready` into the last line of its pid file when it takes connections. */
async function ready(server: ChildProcess, pidFile: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(existsSync(pidFile) && /\nready\s*$/.test(readFileSync(pidFile, 'utf8')))) {
    if (server.exitCode !== null || Date.now() > deadline) throw new Problem('PostgreSQL does not start');
    await wait(20);
  }
}

/** PostgreSQL refuses to run as root: then it runs as somebody who may do nothing. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (found === undefined) throw new Problem('PostgreSQL does not run as root, and there is no user postgres or nobody');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}
