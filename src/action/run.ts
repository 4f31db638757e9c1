import { join } from 'node:path';
import type { Analysis } from '../analysis/analysis.ts';
import { analyze } from '../analysis/analyze.ts';
import { mergeAnalyses } from '../analysis/merge.ts';
import { provePlans } from '../analysis/prove-plans.ts';
import { verdictOf } from '../analysis/verdict.ts';
import { packagePages } from '../cli/package.ts';
import { annotate } from '../github/annotations.ts';
import { waivingOf } from '../github/approval.ts';
import { type Client, connect } from '../github/client.ts';
import { contextOf } from '../github/context.ts';
import { type GivenSettings, readSettings, type Settings } from '../github/inputs.ts';
import { info, setFailed, warning, writeOutputs, writeSummary } from '../github/publish.ts';
import { type PullRequest, readPullRequest } from '../github/pull-request.ts';
import { publishReview } from '../github/review.ts';
import { withPullRequest } from '../github/second-half.ts';
import type { ReportContext } from '../report/context.ts';
import { renderReport } from '../report/format.ts';
import { jsonReport } from '../report/json.ts';
import { headline } from '../report/markdown.ts';
import { renderReview } from '../report/review.ts';
import { renderSummary } from '../report/summary.ts';
import { treeOf } from '../source/tree.ts';
import { writeReport } from '../source/write-report.ts';
import { loadReader } from '../sql/load.ts';
import { fail } from './fail.ts';

/** One run of the action, as the runner's environment asks for it. Never throws: what could not be judged does not pass. */
export async function runAction(): Promise<void> {
  try {
    await run(readSettings());
  } catch (error) {
    await fail(error);
  }
}

/** Read, judge, publish, decide. */
async function run(given: GivenSettings): Promise<void> {
  // The parser compiles while GitHub answers.
  const loading = loadReader();
  loading.catch(() => {});
  const client = connect(given);
  const settings = await withPullRequest(client, given);
  const pull = await readPullRequest(client, settings);
  const analysis = await judge(client, pull, settings, loading);
  const { failOn } = pull.policy.config;
  const verdict = verdictOf(analysis, failOn);

  const context = contextOf(pull, settings, verdict);
  const { trigger } = settings;
  const outcome =
    trigger.kind === 'pull-request'
      ? await publishReview({ client, settings, trigger, owner: context.owner }, (refused) => renderReview(analysis, context, refused))
      : undefined;

  // What stands in the diff is not said again in annotations.
  annotate(analysis, (finding) => outcome?.inline.some(({ concern }) => concern.findings.includes(finding)) === true);
  const refusal = outcome?.refusal;
  const notes = [
    ...(trigger.kind === 'nothing' ? [trigger.reason] : []),
    ...(refusal === undefined ? [] : [refusal.markdown]),
    ...(outcome?.overtaken === undefined
      ? []
      : [`The pull request has moved on to ${outcome.overtaken.head}; the run for that commit posts the review.`]),
  ];
  await writeSummary(renderSummary(analysis, { ...context, notes }));
  const { rulePage } = context;
  await writeReports(analysis, settings, { failOn, prefix: '', ...packagePages(), ...(settings.pages && rulePage && { rulePage }) });
  writeOutputs(settings.temporary, verdict, analysis.summary.findings, jsonReport(analysis, failOn));
  if (refusal !== undefined) warning(refusal.line);
  const line = headline(analysis, verdict).replaceAll('*', '');
  if (verdict === 'fail' && failOn !== 'never') setFailed(line);
  else info(line);
}

/** The reports that the workflow asks for, where its later steps find them. */
async function writeReports(analysis: Analysis, { workspace, directory, outputs }: Settings, context: ReportContext): Promise<void> {
  if (outputs.length === 0) return;
  const tree = { ...treeOf(workspace), cwd: join(workspace, directory) };
  for (const { format, path } of outputs) writeReport(tree, path, await renderReport(format, analysis, context));
}

async function judge(client: Client, pull: PullRequest, settings: Settings, loading: ReturnType<typeof loadReader>): Promise<Analysis> {
  const { config } = pull.policy;
  const reviewed = pull.sets.flatMap(({ units }) => units.flatMap(({ migrations }) => migrations));
  // Approvals are asked for only where there is something to approve.
  const waiving = reviewed.some(({ text }) => text.includes('lockstep-ignore')) ? await waivingOf(client, settings, config) : undefined;
  const reader = await loading;
  const analyzed = pull.sets.map((set) => ({ set, analysis: analyze(set, config, reader, { waiving, baseline: pull.policy.baseline }) }));
  const analysis = mergeAnalyses(await provePlans(analyzed, settings.proof, reader), config.target);
  return { ...analysis, notices: [...pull.notices, ...analysis.notices] };
}
