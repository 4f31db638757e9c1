import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '../../src/problem.ts';
import { type Database, type Server, serverOf } from '../../test/truth/database.ts';
import { binariesOf } from './binaries.ts';
import { connectTo } from './client.ts';

/** A server of this process's own, on a unix socket in a directory of its own. */
interface RunningServer {
  readonly socketDirectory: string;
  stop(): Promise<void>;
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
    await postgres.stop();
  }
}

/** Creates a database cluster of the major and starts a server on it, until `stop` or the end of this process. */
async function startPostgres(major: number): Promise<RunningServer> {
  const native = await binariesOf(major);
  const user = unprivilegedUser();
  const directory = mkdtempSync(join(tmpdir(), `lockstep-${major}-`));
  if (user !== undefined) chownSync(directory, user.uid, user.gid);
  const data = join(directory, 'data');
  const options = { cwd: directory, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' }, ...user };
  let server: ChildProcess | undefined;
  const discard = (): void => {
    server?.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  };
  const interrupted = (): void => {
    discard();
    process.exit(130);
  };
  process.once('exit', discard).once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    const initdb = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
    execFileSync(join(native, 'bin', 'initdb'), initdb, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    const parameters = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    server = spawn(join(native, 'bin', 'postgres'), ['-D', data, '-k', directory, ...parameters], {
      ...options,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await ready(server, join(data, 'postmaster.pid'));
  } catch (error) {
    discard();
    throw error;
  }
  const started = server;
  return {
    socketDirectory: directory,
    async stop() {
      process.off('exit', discard).off('SIGINT', interrupted).off('SIGTERM', interrupted);
      started.kill('SIGINT');
      if (started.exitCode === null) await once(started, 'exit');
      discard();
    },
  };
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
