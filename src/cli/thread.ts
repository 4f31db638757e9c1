import type { Worker } from 'node:worker_threads';
import { limits } from './limits.ts';

/** What the thread of a run says last: the exit code of its verdict. */
export interface Done {
  readonly exitCode: number;
}

/** How a run ended that has no verdict: the sentence that says why, or what the thread threw. */
export type Failure = string | Error;

/** The heap that the thread of a run may fill. */
export const resourceLimits = { maxOldGenerationSizeMb: limits.heapMegabytes } as const;

/**
 * The verdict of the thread, or why there is none: SQL of strangers may keep it busy, fill its memory or bring it down. Reads nothing but
 * the clock and how much memory is used.
 * @param tooLong says that the time is up
 * @param advice what to do about it, in a few words
 */
export async function endOf(worker: Worker, minutes: number, tooLong: string, advice: string): Promise<Done | Failure> {
  const outOfMemory = (megabytes: number): string => `it took more than ${megabytes} MiB of memory; ${advice}`;
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
      timer = setTimeout(() => resolve(`${tooLong}; ${advice}`), minutes * 60_000);
      poll = setInterval(() => {
        if (process.memoryUsage.rss() > limits.residentBytes) resolve(outOfMemory(limits.residentBytes / 1024 / 1024));
      }, limits.pollMilliseconds);
    });
  } finally {
    clearTimeout(timer);
    clearInterval(poll);
  }
}

/** Ends what a thread still does: what it has to say would come after the verdict. */
export async function terminate(worker: Worker): Promise<void> {
  await Promise.race([worker.terminate(), new Promise((resolve) => setTimeout(resolve, limits.lastMilliseconds))]);
}
