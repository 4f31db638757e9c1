import type { Plan, PlanFile, Stage } from '../plan/stage.ts';
import { type Layout, painter, paragraph, printed } from './style.ts';
import { visible, visibleLines } from './visible.ts';
import { boundaryWords } from './words.ts';

/**
 * A plan as `check` shows it: its stages with their boundaries in plain words, every step with its rollback, what is still to be
 * answered, and that nothing of it has been executed.
 */
export function planText(plan: Plan, layout: Layout): readonly string[] {
  const paint = painter(layout.colour);
  const title = plan.questions.length === 0 ? 'Staged plan' : 'Staged plan, incomplete';
  const out = [`${paint('strong', `${title} for ${plan.files.map(visible).join(', ')}`)}  ${paint('faint', plan.id)}`];
  out.push(...paragraph('  ', unprovedNote(plan), layout.width).map((line) => paint('faint', line)), '');
  for (const question of plan.questions) {
    for (const line of paragraph('  ? ', visible(question.message), layout.width)) out.push(line.replace('?', paint('warning', '?')));
    out.push(`    ${paint('note', visible(question.directive))}`, '');
  }
  plan.stages.forEach((stage, i) => {
    out.push(`  ${paint('strong', `${i + 1} ${stage.name}`)}  ${paint('note', boundaryWords[stage.boundary])}`);
    for (const file of stage.files) out.push(...fileSteps(file, paint));
    out.push('');
  });
  for (const { path, reason } of plan.unplanned)
    out.push(...paragraph('  ', `Not staged, in ${visible(path)}: ${visible(reason)}`, layout.width), '');
  out.pop();
  return out;
}

function fileSteps(file: PlanFile, paint: ReturnType<typeof painter>): readonly string[] {
  const out = [`    ${visible(file.path ?? 'a file of its own')}`];
  for (const step of file.steps) {
    if (step.why !== '') out.push(`      ${paint('faint', `-- ${visible(step.why)}`)}`);
    out.push(...visibleLines(step.sql.trimEnd()).map((line) => `      ${line}`));
    const [undo = '', ...rest] = visibleLines(step.rollback.trim());
    if (undo !== '') out.push(...[`undo: ${undo}`, ...rest.map((line) => `      ${line}`)].map((line) => `      ${paint('faint', line)}`));
  }
  return out;
}

/** What `lockstep plan` prints: the whole text of every file of every plan, stage by stage, ready to copy. */
export function planFilesText(plans: readonly Plan[], layout: Layout): string {
  const paint = painter(layout.colour);
  if (plans.length === 0) return 'Nothing to stage.\n';
  const out: string[] = [];
  for (const plan of plans) {
    out.push(paint('strong', `Plan ${plan.id} for ${plan.files.map(visible).join(', ')}`));
    out.push(...paragraph('', unprovedNote(plan), layout.width).map((line) => paint('faint', line)), '');
    for (const question of plan.questions) {
      out.push(...paragraph('? ', visible(question.message), layout.width), `  ${paint('note', visible(question.directive))}`, '');
    }
    plan.stages.forEach((stage, i) => {
      for (const file of stage.files) out.push(...wholeFile(stage, i, file, paint), '');
    });
    for (const { path, reason } of plan.unplanned)
      out.push(...paragraph('', `Not staged, in ${visible(path)}: ${visible(reason)}`, layout.width), '');
  }
  out.pop();
  return printed(out);
}

function wholeFile(stage: Stage, index: number, file: PlanFile, paint: ReturnType<typeof painter>): readonly string[] {
  const rule = `── ${index + 1} ${stage.name}: ${visible(file.path ?? 'a file of its own')}  (${boundaryWords[stage.boundary]})`;
  return [paint('note', rule), ...visibleLines(file.text.replace(/\r?\n$/, ''))];
}

function unprovedNote(plan: Plan): string {
  const reason = plan.proof?.reason;
  const because = reason === undefined ? '' : ` (${visible(reason).replace(/\.$/, '')})`;
  return `Not executed${because}. It parses, raises no finding that its stages do not answer, and replays to the same schema.`;
}
