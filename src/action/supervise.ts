import { Worker } from 'node:worker_threads';
import { readTimeLimit, usualMinutes } from '../github/time-limit.ts';
import { limits } from './limits.ts';

/** What the thread says last: the exit code of its verdict. */
export interface Done {
  readonly exitCode: number;
}

/** How a run ended that has no verdict: the sentence that says why, or what the thread threw. */
type Failure = string | Error;

/**
 * Runs the action in a thread and sees to it that there is an end: SQL of strangers may keep the thread busy, fill its memory or bring
 * it down, and whatever does not end with a verdict of its own fails with the reason. This thread reads nothing but the clock, and until
 * something fails it loads nothing: the run waits for it to start.
 * @param entry the module that the thread starts with
 */
export async function supervise(entry: URL): Promise<void> {
  const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes } });
  const end = await endOf(worker);
  if (isDone(end)) {
    process.exitCode = end.exitCode;
    return;
  }
  const { fail } = await import('./fail.ts');
  // What it still has to say would come after the verdict.
  await Promise.race([worker.terminate(), new Promise((resolve) => setTimeout(resolve, limits.lastMilliseconds))]);
  await fail(end);
  process.exit(1);
}

/** The verdict of the thread, or why there is none. */
async function endOf(worker: Worker): Promise<Done | Failure> {
  // Whether the input is in order, the run says.
  const minutes = readTimeLimit(process.env['INPUT_TIME-LIMIT'] ?? '') ?? usualMinutes;
  let timer: NodeJS.Timeout | undefined;
  let poll: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Done | Failure>((resolve) => {
      let done: Done | undefined;
      worker.on('message', (message: Done) => {
        done = message;
      });
      worker.on('error', (error: Error & { code?: string }) =>
        resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory(limits.heapMegabytes) : error),
      );
      worker.on('exit', () => resolve(done ?? 'the run ended before it had a verdict'));
      timer = setTimeout(() => resolve(outOfTime(minutes)), minutes * 60_000);
      poll = setInterval(() => {
        if (process.memoryUsage.rss() > limits.residentBytes) resolve(outOfMemory(limits.residentBytes / 1024 / 1024));
      }, limits.pollMilliseconds);
    });
  } finally {
    clearTimeout(timer);
    clearInterval(poll);
  }
}

const isDone = (end: Done | Failure): end is Done => typeof end === 'object' && 'exitCode' in end;

const outOfTime = (minutes: number): string =>
  `it took longer than ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} (\`time-limit\`); split the pull request, or leave out the proof`;

const outOfMemory = (megabytes: number): string =>
  `it took more than ${megabytes} MiB of memory; split the pull request, or leave out the proof`;
