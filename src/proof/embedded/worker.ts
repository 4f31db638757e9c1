import { parentPort } from 'node:worker_threads';
import { ProofFailure } from '../database.ts';
import { readAssets } from './assets.ts';
import { findAuthority } from './authority.ts';
import { type Booted, boot } from './boot.ts';
import { limits } from './limits.ts';
import type { Reply, Request, Statement } from './messages.ts';
import { type Answer, openSession } from './session.ts';
import { type Snapshot, snapshot } from './snapshot.ts';

/** The worker's entry, `dist/proof.js`: one server, that does what the parent asks, one thing at a time, until the parent ends it. */

/** Whatever the server loads is checked (boot.ts); that its glue could evaluate JavaScript from a library is nevertheless not left to that. */
const forbidden = (): never => {
  throw new TypeError('no code is made here');
};
Object.assign(globalThis, { eval: forbidden, Function: forbidden });

interface Server {
  readonly run: (statement: Statement, notices: boolean) => Answer;
  readonly reset: () => boolean;
  readonly booted: Booted;
}

/** By number, each brings back the state of its moment. */
const marks = new Map<number, Snapshot>();
let lastMark = 0;
/** Copies of marks that are forgotten, for the next ones. */
const spares: Uint8Array[] = [];

function forget(mark: number): boolean {
  const { copy } = marks.get(mark) ?? {};
  if (copy !== undefined && spares.length < limits.spares) spares.push(copy);
  return marks.delete(mark);
}

let server: Server | undefined;

async function start(folder: string, libraries: readonly string[]): Promise<{ readonly version: string }> {
  const booted = await boot(await readAssets(new URL(folder)));
  const session = openSession(booted);
  const roles = new Map(
    session.run('select oid, rolname from pg_roles').rows.map(({ oid, rolname }) => [oid as number, rolname as string]),
  );
  const [user] = [...roles].find(([, name]) => name === 'postgres') ?? [];
  if (user === undefined) throw new Error('the prepared database has no user postgres');
  const authority = findAuthority(booted, (id) => void session.run(`set session authorization ${roles.get(id)}`), user);
  const { rows } = session.run("select current_setting('server_version') as version");
  for (const library of libraries) session.run(`load '${library.replace(/\.so$/, '')}'`);
  session.run('do $$ begin end $$');
  // By the statement as well, for the setting is_superuser.
  session.run('set session authorization postgres');
  authority.become(user);
  const way = refusalOf(() => session.run(`set session authorization ${roles.get(10)}`));
  if (way !== '42501') throw new Error('the superuser can still be reached');
  const { restore } = snapshot(booted);
  server = {
    booted,
    run: ({ sql, elevated }, notices) => (elevated ? authority.elevated(() => session.run(sql, notices)) : session.run(sql, notices)),
    reset: restore,
  };
  return { version: String(rows[0]?.version) };
}

function refusalOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as ProofFailure).code;
  }
}

/** Until one is refused. What is fatal is thrown: nothing is known then of those before it either. */
function answersOf(
  { run }: Server,
  { statements, notices }: Request & { readonly kind: 'run' },
): Pick<Reply & { readonly kind: 'answers' }, 'answers' | 'refusal'> {
  const answers: Answer[] = [];
  for (const statement of statements) {
    try {
      answers.push(run(statement, notices));
    } catch (error) {
      if (!(error instanceof ProofFailure) || error.fatal) throw error;
      return { answers, refusal: { code: error.code, message: error.message, about: error.about } };
    }
  }
  return { answers };
}

async function answer(request: Request): Promise<Reply> {
  try {
    switch (request.kind) {
      case 'start':
        return { kind: 'started', ...(await start(request.folder, request.libraries)) };
      case 'run': {
        if (server === undefined) throw new Error('not started');
        return { kind: 'answers', ...answersOf(server, request), libraries: [...server.booted.libraries] };
      }
      case 'mark':
        if (server === undefined) throw new Error('not started');
        marks.set(++lastMark, snapshot(server.booted, spares.pop()));
        return { kind: 'marked', mark: lastMark };
      case 'restore':
        if (request.mark !== undefined) return { kind: 'restored', done: marks.get(request.mark)?.restore() ?? false };
        for (const mark of marks.keys()) forget(mark);
        return { kind: 'restored', done: server?.reset() ?? false };
      case 'forget':
        return { kind: 'restored', done: forget(request.mark) };
    }
  } catch (error) {
    if (error instanceof ProofFailure) return { kind: 'failure', code: error.code, message: error.message, fatal: error.fatal };
    return { kind: 'failure', code: 'crash', message: `the server broke down: ${String(error).slice(0, 200)}`, fatal: true };
  }
}

parentPort?.on('message', async (request: Request) => parentPort?.postMessage(await answer(request)));
