import { setFailed, writeOutputs, writeSummary } from '../github/publish.ts';
import { Problem } from '../problem.ts';
import { jsonError } from '../report/json.ts';
import { prose } from '../report/markdown-escape.ts';

/**
 * What could not be judged does not pass: says why, everywhere where the verdict would have stood.
 * @param reason a sentence, or what was thrown
 */
export async function fail(reason: unknown): Promise<void> {
  const message = typeof reason === 'string' ? reason : reason instanceof Problem ? reason.oneLine : bugInWords(reason);
  setFailed(`Lockstep could not judge: ${message}`);
  await writeSummary(`**Lockstep: error.** Nothing was judged: ${prose(message)}\n`);
  writeOutputs(process.env.RUNNER_TEMP, 'error', { error: 0, warning: 0 }, jsonError(message));
}

function bugInWords(error: unknown): string {
  return `internal error: ${new Problem(String((error as Error)?.stack ?? error)).oneLine}`;
}
