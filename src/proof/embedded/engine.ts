import { Worker } from 'node:worker_threads';
import { keepBaselineCode } from '../../sql/postgres/baseline-code.ts';
import { type Answers, type ProofDatabase, ProofFailure } from '../database.ts';
import { reachOf } from '../refuse.ts';
import { needsSuperuser } from './elevated.ts';
import { limits as usual } from './limits.ts';
import type { Reply, Request } from './messages.ts';

export interface Limits {
  /** Of the start, and of whatever brings a state back. */
  readonly startMilliseconds: number;
  readonly statementMilliseconds: number;
  /** From the start, or the last reset, to the next. */
  readonly planMilliseconds: number;
  readonly residentBytes: number;
}

/** In `dist/` the worker lies above the chunks; from source it is the built one that runs. */
const dist = new URL(import.meta.url.endsWith('.ts') ? '../../../dist/' : '../', import.meta.url);

/** Starts PostgreSQL in a worker. Whatever it is given to run can at worst cost it its life: then `reset` starts another. */
export async function embeddedDatabase(limits: Partial<Limits> = {}): Promise<ProofDatabase> {
  const { startMilliseconds, statementMilliseconds, planMilliseconds, residentBytes }: Limits = { ...usual, ...limits };
  // Nine megabytes of it, and a worker does not end before V8 has optimised what it began to: 250 MB and up to a minute, for nothing (bench/proof.ts).
  keepBaselineCode();
  /** What the engine may add is counted from here: what the process held before is not its own. */
  const mostResident = process.memoryUsage.rss() + residentBytes;
  let libraries: readonly string[] = [];
  let lost: ProofFailure | undefined;
  let planEnds = 0;
  let { worker, version } = await start();

  /** Asks the worker, and ends it where it takes too long or too much. */
  async function ask(of: Worker, request: Request, milliseconds: number): Promise<Reply> {
    const { promise, resolve } = withResolver<Reply>();
    const fatal = (code: string, message: string): void => resolve({ kind: 'failure', code, message, fatal: true });
    const onError = (error: Error & { code?: string }): void => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') fatal('memory', 'the engine used up the memory of its worker');
      else fatal('crash', `the engine broke down: ${error.message}`);
    };
    const onExit = (): void => fatal('crash', 'the engine has ended');
    const deadline = setTimeout(fatal, milliseconds, 'deadline', `it took longer than ${(milliseconds / 1000).toFixed(1)} s`);
    const poll = setInterval(() => {
      if (process.memoryUsage.rss() > mostResident) fatal('memory', `it took more than ${Math.round(residentBytes / 1024 / 1024)} MiB`);
    }, usual.pollMilliseconds);
    of.on('message', resolve).on('error', onError).on('exit', onExit);
    try {
      of.ref();
      of.postMessage(request);
      const reply = await promise;
      if (reply.kind === 'failure' && reply.fatal) {
        of.off('exit', onExit);
        await of.terminate();
      }
      return reply;
    } finally {
      clearTimeout(deadline);
      clearInterval(poll);
      of.off('message', resolve).off('error', onError).off('exit', onExit);
      of.unref();
    }
  }

  async function start(): Promise<{ readonly worker: Worker; readonly version: string }> {
    const worker = new Worker(new URL('proof.js', dist), {
      env: {},
      argv: [],
      execArgv: [],
      stdin: false,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: usual.javascriptMegabytes, stackSizeMb: usual.stackMegabytes },
    });
    // What breaks between two questions is told by the next one, which finds the worker gone.
    worker.on('error', () => {});
    const reply = await ask(worker, { kind: 'start', folder: new URL('proof/', dist).href, libraries }, startMilliseconds);
    planEnds = performance.now() + planMilliseconds;
    if (reply.kind === 'started') return { worker, version: reply.version };
    await worker.terminate();
    throw new ProofFailure('crash', `the embedded engine does not start: ${reply.kind === 'failure' ? reply.message : reply.kind}`, true);
  }

  /** @param mark absent: the state after the start */
  async function restores(of: Worker, mark?: number): Promise<boolean> {
    const reply = await ask(of, { kind: 'restore', ...(mark !== undefined && { mark }) }, startMilliseconds);
    return reply.kind === 'restored' && reply.done;
  }

  async function answersTo(statements: readonly string[], onNotice?: (message: string) => void): Promise<Answers> {
    if (lost !== undefined) throw lost;
    const outside = statements.map((sql) => reachOf(sql)).findIndex((found) => found?.reach === 'outside');
    const refused = outside === -1 ? undefined : reachOf(statements[outside] as string);
    const left = Math.max(0, Math.min(statementMilliseconds, planEnds - performance.now()));
    if (left === 0) {
      lost = new ProofFailure('deadline', `the plan takes longer than ${(planMilliseconds / 1000).toFixed(1)} s`, true);
      throw lost;
    }
    const asked = (outside === -1 ? statements : statements.slice(0, outside)).map((sql) => ({ sql, elevated: needsSuperuser(sql) }));
    const reply = await ask(worker, { kind: 'run', statements: asked, notices: onNotice !== undefined }, left);
    if (reply.kind !== 'answers') {
      lost = failureOf(reply);
      throw lost;
    }
    libraries = reply.libraries;
    const results = reply.answers.map(({ rows, tag, notices }) => {
      for (const notice of notices) onNotice?.(notice);
      return { rows, tag };
    });
    const { refusal } = reply;
    if (refusal !== undefined) return { results, refusal: new ProofFailure(refusal.code, refusal.message, false, refusal.about) };
    return {
      results,
      ...(refused && { refusal: new ProofFailure('refused', `${refused.what} reaches out of the database: it is not run`) }),
    };
  }

  const runs = inTurn();
  return {
    engine: `PostgreSQL ${version} (embedded)`,
    major: Number.parseInt(version, 10),
    skipsWaits: true,
    async run(sql, { onNotice } = {}) {
      const { results, refusal } = await runs(() => answersTo([sql], onNotice));
      const [result] = results;
      if (result === undefined) throw refusal;
      return result;
    },
    runAll: (statements, { onNotice } = {}) => runs(() => answersTo(statements, onNotice)),
    reset: () =>
      runs(async () => {
        if (lost !== undefined || !(await restores(worker))) {
          await worker.terminate();
          ({ worker, version } = await start());
        }
        lost = undefined;
        planEnds = performance.now() + planMilliseconds;
      }),
    mark: () =>
      runs(async () => {
        if (lost !== undefined) throw lost;
        const of = worker;
        const reply = await ask(of, { kind: 'mark' }, startMilliseconds);
        if (reply.kind !== 'marked') {
          lost = failureOf(reply);
          throw lost;
        }
        const { mark } = reply;
        return {
          restore: () => runs(async () => lost === undefined && of === worker && (await restores(of, mark))),
          forget: () =>
            runs(async () => {
              if (lost === undefined && of === worker) await ask(of, { kind: 'forget', mark }, startMilliseconds);
            }),
        };
      }),
    beginPlan() {
      planEnds = performance.now() + planMilliseconds;
    },
    close: () => runs(async () => void (await worker.terminate())),
  };
}

function failureOf(reply: Reply): ProofFailure {
  return reply.kind === 'failure' ? new ProofFailure(reply.code, reply.message, reply.fatal) : new ProofFailure('crash', 'confused', true);
}

/** One after the other, whatever became of the one before. */
function inTurn(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task, task);
    last = next.catch(() => {});
    return next;
  };
}

/** `Promise.withResolvers`, which Node 20 does not have. */
function withResolver<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
