import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setOutput, summary, warning } from '@actions/core';
import type { Summary } from '../analysis/analysis.ts';
import type { Settings } from './inputs.ts';

/** Sets the outputs and writes the JSON report for later steps. */
export function writeOutputs(
  settings: Pick<Settings, 'temporary'>,
  verdict: 'pass' | 'fail' | 'error',
  findings: Summary['findings'],
  json: string,
): void {
  // A directory of its own: two uses in one job must not overwrite each other's report.
  const file = join(mkdtempSync(join(settings.temporary, 'lockstep-')), 'report.json');
  writeFileSync(file, json);
  setOutput('verdict', verdict);
  setOutput('findings', findings.error + findings.warning);
  setOutput('errors', findings.error);
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
