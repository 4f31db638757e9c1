import { join } from 'node:path';
import { leaveNoVerdict } from '../cli/no-verdict.ts';
import { type Destination, readDestination } from '../github/inputs.ts';
import { setFailed, writeOutputs, writeSummary } from '../github/publish.ts';
import { Problem } from '../problem.ts';
import { jsonError } from '../report/json.ts';
import { noVerdictMarkdown } from '../report/no-verdict.ts';
import { treeOf } from '../source/tree.ts';

/**
 * What could not be judged does not pass: says why, everywhere where the verdict would have stood.
 * @param reason a sentence, or what was thrown
 */
export async function fail(reason: unknown): Promise<void> {
  const message = typeof reason === 'string' ? reason : reason instanceof Problem ? reason.oneLine : bugInWords(reason);
  setFailed(`Lockstep could not judge: ${message}`);
  await writeSummary(noVerdictMarkdown(message));
  const destination = destinationOf();
  if (destination !== undefined) {
    const { workspace, directory, outputs } = destination;
    leaveNoVerdict({ ...treeOf(workspace), cwd: join(workspace, directory) }, outputs, message);
  }
  writeOutputs(process.env.RUNNER_TEMP, 'error', { error: 0, warning: 0 }, jsonError(message));
}

function bugInWords(error: unknown): string {
  return `internal error: ${new Problem(String((error as Error)?.stack ?? error)).oneLine}`;
}

/** Undefined where the inputs do not say it, which is then the reason. */
function destinationOf(): Destination | undefined {
  try {
    return readDestination();
  } catch {
    return undefined;
  }
}
