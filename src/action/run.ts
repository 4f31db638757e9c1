import { join } from 'node:path';
import type { Analysis } from '../analysis/analysis.ts';
import { verdictOf } from '../analysis/verdict.ts';
import { packagePages } from '../cli/package.ts';
import { annotate } from '../github/annotations.ts';
import { connect } from '../github/client.ts';
import { contextOf } from '../github/context.ts';
import { type GivenSettings, readSettings, type Settings } from '../github/inputs.ts';
import { info, setFailed, warning, writeOutputs, writeSummary } from '../github/publish.ts';
import { readPullRequest } from '../github/pull-request.ts';
import { withPullRequest } from '../github/second-half.ts';
import type { ReportContext } from '../report/context.ts';
import { renderReport } from '../report/format.ts';
import { jsonReport } from '../report/json.ts';
import { headline } from '../report/markdown.ts';
import { renderSummary } from '../report/summary.ts';
import { treeOf } from '../source/tree.ts';
import { writeReport } from '../source/write-report.ts';
import { loadReader } from '../sql/load.ts';
import { catchUp } from './catch-up.ts';
import { fail } from './fail.ts';
import { judge } from './judge.ts';
import { post } from './post.ts';

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
  // PostgreSQL's parser compiles while GitHub answers, unless it is known by now that nobody will ask for it.
  const loading = given.engine === undefined || given.engine.engine === 'postgres' ? loadReader() : undefined;
  loading?.catch(() => {});
  const client = await connect(given);
  const settings = await withPullRequest(client, given);
  const pull = await readPullRequest(client, settings);
  const analysis = await judge(client, pull, settings, loading);
  const { failOn } = pull.policy.config;
  const verdict = verdictOf(analysis, failOn);

  const context = contextOf(pull, settings, verdict);
  const { inline = [], overtaken, refusals } = await post(client, settings, pull, analysis, context);

  // What stands in the diff is not said again in annotations.
  annotate(analysis, (finding) => inline.some(({ concern }) => concern.findings.includes(finding)));
  const notes = [
    ...(settings.trigger.kind === 'nothing' ? [settings.trigger.reason] : []),
    ...refusals.map(({ markdown }) => markdown),
    ...(overtaken === undefined ? [] : [`The pull request has moved on to ${overtaken.head}; the run for that commit posts the review.`]),
  ];
  await writeSummary(renderSummary(analysis, { ...context, notes }));
  const { rulePage } = context;
  await writeReports(analysis, settings, { failOn, prefix: '', ...packagePages(), ...(settings.pages && rulePage && { rulePage }) });
  writeOutputs(settings.temporary, verdict, analysis.summary.findings, jsonReport(analysis, failOn));
  for (const { line } of refusals) warning(line);
  await catchUp(client, settings, loading, overtaken);
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
