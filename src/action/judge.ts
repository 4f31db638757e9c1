import type { Analysis } from '../analysis/analysis.ts';
import { analyzeSets } from '../analysis/analyze-sets.ts';
import { mergeAnalyses } from '../analysis/merge.ts';
import { provePlans } from '../analysis/prove-plans.ts';
import { waivingOf } from '../github/approval.ts';
import type { Client } from '../github/client.ts';
import type { Settings } from '../github/inputs.ts';
import type { PullRequest } from '../github/pull-request.ts';
import type { Reader } from '../sql/statement.ts';

/** The analysis of what a pull request changes, its plans proved. */
export async function judge(
  client: Client,
  pull: PullRequest,
  settings: Settings,
  loading: Promise<Reader> | undefined,
): Promise<Analysis> {
  const { config } = pull.policy;
  const reviewed = pull.sets.flatMap(({ units }) => units.flatMap(({ migrations }) => migrations));
  // Approvals are asked for only where there is something to approve.
  const waiving = reviewed.some(({ text }) => text.includes('lockstep-ignore')) ? await waivingOf(client, settings, config) : undefined;
  const { analyzed, reader } = await analyzeSets(pull.sets, config, { waiving, baseline: pull.policy.baseline }, loading);
  const analysis = mergeAnalyses(await provePlans(analyzed, settings.proof, reader), config.target);
  return { ...analysis, notices: [...pull.notices, ...analysis.notices] };
}
