import type { Analysis } from '../analysis/analysis.ts';
import type { Plan, PlanFile, Stage } from '../plan/stage.ts';
import { lineIn, lineOf, pathsOf, stagedBy } from './staged.ts';
import { type Layout, painter, paragraph, printed } from './style.ts';
import { visible, visibleLines } from './visible.ts';

import { boundaryWords, proofInWords, stageWords } from './words.ts';

type Paint = ReturnType<typeof painter>;

/**
 * A plan as `check` shows it: its stages with their boundaries in plain words, every step with its rollback, what is still to be
 * answered, what it leaves out and why, and whether it is proved.
 */
export function planText(plan: Plan, analysis: Analysis, layout: Layout): readonly string[] {
  const paint = painter(layout.colour);
  const out = [...head(plan, paint, layout).map((line, i) => (i === 0 ? line : `  ${line}`)), ''];
  out.push(...questionsOf(plan, '  ', paint, layout));
  plan.stages.forEach((stage, i) => {
    out.push(`  ${paint('strong', `${i + 1} ${stageWords(stage)}`)}  ${paint('note', boundaryWords[stage.boundary])}`);
    // Line by line: what is spread lies on the stack, and a plan may have any number of lines.
    for (const line of stage.files.flatMap((file) => fileSteps(file, plan, paint))) out.push(line);
    out.push('');
  });
  out.push(...declinedIn(plan, analysis, '  ', layout), ...differencesOf(plan, analysis, '  ', layout));
  out.pop();
  return out;
}

/** What the plan is, for which files, and what is known of it. Where nothing is staged there is nothing that could have been executed. */
function head(plan: Plan, paint: Paint, layout: Layout): readonly string[] {
  const staged = plan.stages.length > 0;
  const title = plan.questions.length > 0 ? 'Staged plan, waiting for your answer,' : staged ? 'Staged plan' : 'No staged plan';
  const first = `${paint('strong', `${title} for ${pathsOf(plan).map(visible).join(', ')}`)}`;
  if (!staged) return [first];
  const note = paragraph('', visible(proofInWords(plan)), layout.width - 2).map((line) => paint('faint', line));
  return [`${first}  ${paint('faint', plan.id)}`, ...note];
}

function questionsOf(plan: Plan, indent: string, paint: Paint, layout: Layout): readonly string[] {
  return plan.questions.flatMap(({ message, directive }) => [
    ...paragraph(`${indent}? `, `${visible(message)} State it above the statement:`, layout.width).map((line) =>
      line.replace('?', paint('warning', '?')),
    ),
    `${indent}  ${paint('note', visible(directive))}`,
    '',
  ]);
}

/** What no recipe stages, with the reason. */
function declinedIn(plan: Plan, analysis: Analysis, indent: string, layout: Layout): readonly string[] {
  const [, several] = pathsOf(plan);
  return plan.unplanned.flatMap((each) => [
    ...paragraph(
      indent,
      `Not staged, ${several === undefined ? `line ${lineIn(analysis, each)}` : lineOf(analysis, each)}: ${visible(each.reason).replace(/\.?$/, '.')}`,
      layout.width,
    ),
    '',
  ]);
}

/** What the end has otherwise than the author's own SQL. */
function differencesOf(plan: Plan, analysis: Analysis, indent: string, layout: Layout): readonly string[] {
  return (plan.differences ?? []).flatMap((each) => [
    ...paragraph(indent, `Ends otherwise than ${lineOf(analysis, each)} says: ${visible(each.sentence)}.`, layout.width),
    '',
  ]);
}

function fileSteps(file: PlanFile, plan: Plan, paint: Paint): readonly string[] {
  const own = file.path !== undefined && plan.files.includes(file.path);
  // The author's own file, of which statements are only taken out.
  const note = own && file.steps.length === 0 ? paint('faint', '  (what follows is taken out of it; the rest stays)') : '';
  const out = [`    ${visible(file.path ?? 'a file of its own')}${note}`];
  for (const step of file.steps) {
    if (step.why !== '') out.push(`      ${paint('faint', `-- ${visible(step.why)}`)}`);
    for (const line of visibleLines(step.sql.trimEnd())) out.push(`      ${line}`);
    const [undo = '', ...rest] = visibleLines(step.rollback.trim());
    if (undo !== '') out.push(...[`undo: ${undo}`, ...rest.map((line) => `      ${line}`)].map((line) => `      ${paint('faint', line)}`));
  }
  return out;
}

/** What `lockstep plan` prints: the whole text of every file of every plan, stage by stage, ready to copy; then what has no plan. */
export function planFilesText(analysis: Analysis, layout: Layout): string {
  const paint = painter(layout.colour);
  const out: string[] = [];
  for (const plan of analysis.plans) {
    out.push(...head(plan, paint, layout), '', ...questionsOf(plan, '', paint, layout));
    plan.stages.forEach((stage, i) => {
      for (const line of stage.files.flatMap((file) => [...wholeFile(stage, i, file, paint), ''])) out.push(line);
    });
    out.push(...declinedIn(plan, analysis, '', layout), ...differencesOf(plan, analysis, '', layout));
  }
  out.push(...unstagedText(analysis, layout));
  while (out.at(-1) === '') out.pop();
  return printed(out.length === 0 ? ['Nothing to stage.'] : out);
}

/** What `lockstep plan` has to say besides the plans: what could not be read, what no recipe knows, notices. */
export function unstagedText(analysis: Analysis, layout: Layout): readonly string[] {
  const findings = analysis.files.flatMap((file) => file.findings).filter((each) => each.suppressed === undefined);
  const unread = findings.filter((each) => each.category === 'unreadable');
  const unknown = findings.filter((each) => stagedBy(each, analysis.plans) === 'unknown');
  return [
    ...unread.flatMap((each) => paragraph('', `Not read, ${lineOf(analysis, each)}: ${visible(each.message)}`, layout.width)),
    ...unknown.flatMap((each) =>
      paragraph('', `No staged plan yet, ${lineOf(analysis, each)}: ${each.rule}. ${visible(each.advice)}`, layout.width),
    ),
    ...analysis.notices.flatMap(({ path, line, message }) => paragraph('', `${visible(path)}:${line}: ${visible(message)}`, layout.width)),
  ];
}

function wholeFile(stage: Stage, index: number, file: PlanFile, paint: Paint): readonly string[] {
  const rule = `── ${index + 1} ${stageWords(stage)}: ${visible(file.path ?? 'a file of its own')}  (${boundaryWords[stage.boundary]})`;
  const beside = (file.beside ?? []).flatMap(({ path, text }) => [
    '',
    paint('note', `── ${visible(path)}`),
    ...visibleLines(text.replace(/\r?\n$/, '')),
  ]);
  return [paint('note', rule), ...visibleLines(file.text.replace(/\r?\n$/, '')), ...beside];
}
