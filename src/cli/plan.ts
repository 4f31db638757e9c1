import type { Analysis } from '../analysis/analysis.ts';
import type { Plan } from '../plan/stage.ts';
import { planFilesText, unstagedText } from '../report/plan.ts';
import { lineOf } from '../report/staged.ts';
import { type Layout, paragraph } from '../report/style.ts';
import { visible } from '../report/visible.ts';
import { boundaryWords } from '../report/words.ts';
import { writePlans } from '../source/write.ts';
import type { Arguments } from './arguments.ts';
import type { Io } from './io.ts';
import { layoutFor } from './layout.ts';
import { run } from './run.ts';

/** `lockstep plan`: the files of the staged rewrite, printed, or written with `--write`. Fails where a plan waits for an answer. */
export async function plan(args: Arguments, io: Io): Promise<number> {
  const { analysis, config, tree } = await run(args, io);
  const { plans } = analysis;
  const { unreadable, unproved = 0 } = analysis.summary;
  const failed = plans.some((each) => each.questions.length > 0) || unreadable + unproved > 0;
  if (args.write) {
    const complete = plans.filter((each) => each.questions.length === 0);
    const written = new Set(writePlans(tree, complete));
    io.stdout.write(writtenText(analysis, complete, written, layoutFor(args, io)));
  } else if (args.format === 'json') {
    const { jsonReport } = await import('../report/json.ts');
    io.stdout.write(jsonReport(analysis, config.failOn));
  } else io.stdout.write(planFilesText(analysis, layoutFor(args, io)));
  return failed && config.failOn !== 'never' ? 1 : 0;
}

/** What was written, and what to do with it. */
function writtenText(analysis: Analysis, complete: readonly Plan[], written: ReadonlySet<string>, layout: Layout): string {
  const out: string[] = [];
  for (const each of complete) {
    for (const stage of each.stages) {
      for (const { path, byHand, beside = [] } of stage.files) {
        if (path === undefined || !written.has(path)) continue;
        const when = byHand === undefined ? boundaryWords[stage.boundary] : `run it by hand with psql -f, for ${byHand}`;
        out.push(`${each.files.includes(path) ? 'edited' : 'wrote '} ${visible(path)}  ${stage.name}: ${visible(when)}`);
        for (const other of beside) out.push(`wrote  ${visible(other.path)}`);
      }
    }
  }
  for (const path of new Set(complete.flatMap(({ list, sums }) => [list?.path ?? [], sums?.path ?? []].flat())))
    if (written.has(path)) out.push(`edited ${visible(path)}`);
  if (written.size > 0) out.push('', 'Commit the stages that may go out now; keep each later one for the deploy that its line names.');
  const unsummed = complete.flatMap(({ sums }) => (sums === undefined || written.has(sums.path) ? [] : [sums.byHand]));
  for (const sentence of new Set([...unsummed, ...complete.flatMap(({ next = [] }) => next)]))
    out.push(...paragraph('', visible(sentence), layout.width));
  for (const { questions, unplanned } of analysis.plans) {
    for (const question of questions)
      out.push(`not written: ${visible(question.path)}: ${visible(question.message)}`, `  ${visible(question.directive)}`);
    for (const each of unplanned) out.push(`not staged: ${lineOf(analysis, each)}: ${visible(each.reason)}`);
  }
  out.push(...unstagedText(analysis, layout));
  if (out.length === 0) out.push('Nothing to stage.');
  return `${out.join('\n')}\n`;
}
