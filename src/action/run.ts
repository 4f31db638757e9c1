import type { Analysis } from '../analysis/analysis.ts';
import { analyze } from '../analysis/analyze.ts';
import { mergeAnalyses } from '../analysis/merge.ts';
import { provePlans } from '../analysis/prove-plans.ts';
import { verdictOf } from '../analysis/verdict.ts';
import { annotate } from '../github/annotations.ts';
import { waivingOf } from '../github/approval.ts';
import { type Client, connect } from '../github/client.ts';
import { readSettings, type Settings } from '../github/inputs.ts';
import { info, setFailed, warning, writeOutputs, writeSummary } from '../github/publish.ts';
import { type PullRequest, readPullRequest } from '../github/pull-request.ts';
import { type Outcome, postReview } from '../github/review.ts';
import { jsonReport } from '../report/json.ts';
import { headline, type Review, type ReviewContext, renderReview, withoutComments } from '../report/markdown.ts';
import { renderSummary } from '../report/summary.ts';
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
async function run(settings: Settings): Promise<void> {
  // The parser compiles while GitHub answers.
  const loading = loadReader();
  loading.catch(() => {});
  const client = connect(settings);
  const pull = await readPullRequest(client, settings);
  const analysis = await judge(client, pull, settings, loading);
  const { failOn } = pull.policy.config;
  const verdict = verdictOf(analysis, failOn);

  const context: ReviewContext = {
    verdict,
    head: pull.head,
    hunks: (path) => pull.commentable.get(path),
    rulePage: (rule) => (settings.pages === undefined ? undefined : `${settings.pages}/${rule}.md`),
  };
  const review = renderReview(analysis, context);
  const plain = withoutComments(analysis, context);
  const outcome =
    settings.trigger.kind === 'pull-request' && review && plain
      ? await postReview(client, settings, settings.trigger, review, plain)
      : undefined;

  annotate(analysis, (finding) => shows(review, outcome, finding));
  const notes = outcome?.kind === 'refused' ? [outcome.markdown] : [];
  await writeSummary(renderSummary(analysis, { ...context, notes }));
  writeOutputs(settings.temporary, verdict, analysis.summary.findings, jsonReport(analysis, failOn));
  if (outcome?.kind === 'refused') warning(outcome.line);
  const line = headline(analysis, verdict).replaceAll('*', '');
  if (verdict === 'fail' && failOn !== 'never') setFailed(line);
  else info(line);
}

async function judge(client: Client, pull: PullRequest, settings: Settings, loading: ReturnType<typeof loadReader>): Promise<Analysis> {
  const { config } = pull.policy;
  const reviewed = pull.sets.flatMap(({ units }) => units.flatMap(({ migrations }) => migrations));
  // Approvals are asked for only where there is something to approve.
  const waiving = reviewed.some(({ text }) => text.includes('lockstep-ignore')) ? await waivingOf(client, settings, config) : undefined;
  const reader = await loading;
  const analyzed = pull.sets.map((set) => ({ set, analysis: analyze(set, config, reader, waiving) }));
  const analysis = mergeAnalyses(await provePlans(analyzed, settings.proof, reader), config.target);
  return { ...analysis, notices: [...pull.notices, ...analysis.notices] };
}

/** Whether a finding stands in a comment of the diff: then an annotation would say it twice. */
function shows(review: Review | undefined, outcome: Outcome | undefined, finding: Analysis['files'][number]['findings'][number]): boolean {
  if (review === undefined || outcome === undefined || outcome.kind === 'refused' || !outcome.inline) return false;
  return review.comments.some(({ concern }) => concern.findings.includes(finding));
}
