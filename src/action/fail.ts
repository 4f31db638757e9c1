import { setFailed, writeOutputs, writeSummary } from '../github/publish.ts';
import { Problem } from '../problem.ts';
import { jsonError } from '../report/json.ts';
import { prose } from '../report/markdown-escape.ts';

/** What could not be judged does not pass: says why, everywhere where the verdict would have stood. */
export async function fail(error: unknown): Promise<void> {
  const message =
    error instanceof Problem ? error.oneLine : `internal error: ${new Problem(String((error as Error)?.stack ?? error)).oneLine}`;
  setFailed(`Lockstep could not judge: ${message}`);
  await writeSummary(`**Lockstep: error.** Nothing was judged: ${prose(message)}\n`);
  writeOutputs(process.env.RUNNER_TEMP, 'error', { error: 0, warning: 0 }, jsonError(message));
}
