import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setOutput, summary, warning } from '@actions/core';
import type { Summary } from '../analysis/analysis.ts';

/** Only `github/` knows the toolkit; `setFailed` and `warning` escape what they print, `info` does not: give it no text of others. */
export { info, setFailed, warning } from '@actions/core';

/**
 * Sets the outputs and writes the JSON report for later steps.
 * @param temporary the runner's directory for files of the job; without one there is no report file
 */
export function writeOutputs(
  temporary: string | undefined,
  verdict: 'pass' | 'fail' | 'error',
  findings: Summary['findings'],
  json: string,
): void {
  setOutput('verdict', verdict);
  setOutput('findings', findings.error + findings.warning);
  setOutput('errors', findings.error);
  if (temporary === undefined) return;
  // A directory of its own: two uses in one job must not overwrite each other's report.
  const file = join(mkdtempSync(join(temporary, 'lockstep-')), 'report.json');
  writeFileSync(file, json);
  setOutput('report-file', file);
}

/** Adds to the job summary. Where there is none (an old server), the rest of the report still stands. */
export async function writeSummary(markdown: string): Promise<void> {
  try {
    await summary.addRaw(markdown).write();
  } catch (error) {
    warning(`No job summary: ${(error as Error).message}`);
  }
}
