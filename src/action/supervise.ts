import { Worker } from 'node:worker_threads';
import { endOf, resourceLimits, terminate } from '../cli/thread.ts';
import { readTimeLimit, usualMinutes } from '../github/time-limit.ts';

/**
 * Runs the action in a thread and sees to it that there is an end: whatever does not end with a verdict of its own fails with the reason.
 * Until something fails this thread loads nothing: the run waits for it to start.
 * @param entry the module that the thread starts with
 */
export async function supervise(entry: URL): Promise<void> {
  const worker = new Worker(entry, { resourceLimits });
  // Whether the input is in order, the run says.
  const minutes = readTimeLimit(process.env['INPUT_TIME-LIMIT'] ?? '') ?? usualMinutes;
  const tooLong = `it took longer than ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} (\`time-limit\`)`;
  const end = await endOf(worker, minutes, tooLong, 'split the pull request, or leave out the proof');
  if (typeof end === 'object' && 'exitCode' in end) {
    process.exitCode = end.exitCode;
    return;
  }
  const { fail } = await import('./fail.ts');
  await terminate(worker);
  await fail(end);
  process.exit(1);
}
