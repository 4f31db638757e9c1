import type { Analysis } from '../../analysis/analysis.ts';
import type { Check } from '../../plan/proof.ts';
import type { Plan } from '../../plan/stage.ts';
import { whenToStart } from '../comment.ts';
import { lineOf } from '../staged.ts';
import { proofInWords, stageWords } from '../words.ts';
import type { Track } from './locks.ts';
import { html, type Markup, pathText, sentence, sqlText } from './markup.ts';
import { timelinePicture } from './timeline.ts';

/** How many plans a page shows: each is a deployment of its own. */
export const mostPlans = 50;

const marks: Readonly<Record<Check['status'], string>> = { passed: '✓', failed: '✗', skipped: '–' };

/** A plan: whether it is proved, who is locked out while it runs, and every file of every stage with its rollback. */
export function planSection(plan: Plan, index: number, analysis: Analysis): Markup {
  const anchor = `plan-${index + 1}`;
  const files = plan.stages.flatMap((stage, at) => stage.files.map((file, i) => ({ stage, at, file, first: i === 0 })));
  const tracks = files.map(
    ({ stage, at, file, first }, i): Track => ({
      number: i + 1,
      statements: file.locking ?? [],
      ...(first && { stage: { name: `${at + 1} ${stageWords(stage)}`, when: whenToStart(plan, at) } }),
    }),
  );
  return html`<section id="${anchor}">
<h2>Staged plan <code>${plan.id}</code></h2>
${plan.stages.length === 0 ? undefined : html`<p>${sentence(proofInWords(plan))}${plan.questions.length === 0 ? html` <code class="command">lockstep plan --write</code> writes all of it.` : undefined}</p>`}
${proofTable(plan)}
${plan.questions.map((each) => html`<p><strong>One thing only you know.</strong> ${sentence(each.message)} Write it above the statement:</p><pre>${sqlText(each.directive)}</pre>`)}
${timelinePicture('Staged', tracks, (number) => `${anchor}-file-${number}`)}
${plan.stages.map(
  (stage, at) => html`<h3>${at + 1} ${stageWords(stage)} <small>${whenToStart(plan, at)}</small></h3>
${files.flatMap(({ at: own, file }, i) => (own === at ? [fileBlock(file, i + 1, anchor)] : []))}`,
)}
${plan.unplanned.map((each) => html`<p><strong>Not staged</strong>, ${pathText(lineOf(analysis, each))}: ${sentence(each.reason.replace(/\.?$/, '.'))}</p>`)}
${plan.differences?.map((each) => html`<p><strong>Ends otherwise</strong> than ${pathText(lineOf(analysis, each))} says: ${sentence(each.sentence)}.</p>`)}
</section>
`;
}

function fileBlock(file: Plan['stages'][number]['files'][number], number: number, anchor: string): Markup {
  const rollback = file.steps.map((step) => step.rollback).reverse();
  return html`<details id="${anchor}-file-${number}"><summary><span class="number">${number}</span> ${pathText(file.path ?? 'a file of its own')}</summary>
<pre>${sqlText(file.text)}</pre>
${rollback.length === 0 ? undefined : html`<p>Rollback, last step first:</p><pre class="faint">${sqlText(rollback.join('\n'))}</pre>`}
</details>
`;
}

function proofTable({ proof }: Plan): Markup {
  if (proof === undefined || proof.checks.length === 0) return html``;
  return html`<div class="scroll"><table class="proof"><tbody>
${proof.checks.map(
  ({ name, status, detail }) => html`<tr><td class="${status}">${marks[status]}</td><td>${name}</td><td>${sentence(detail)}</td></tr>
`,
)}</tbody></table></div>
`;
}
