import type { Analysis } from '../analysis/analysis.ts';

import type { Plan } from '../plan/stage.ts';
import { type Concern, waitsOf } from './concern.ts';
import { diagramOf } from './diagram.ts';
import { cell, code, prose } from './markdown-escape.ts';
import { counted, proofInWords } from './words.ts';

/** What the summary comment and the job summary have in common. */

/** More rows than anybody reads; all of them would push everything else out of the body. */
const mostRows = 100;

/** `**Lockstep: fail.** 2 errors and 1 warning in 3 migrations (9 statements).` */
export function headline(analysis: Analysis, verdict: 'pass' | 'fail'): string {
  return `**Lockstep: ${verdict}.** ${countsInWords(analysis)}`;
}

/** `2 errors and 1 warning in 3 migrations (9 statements).` */
export function countsInWords({ summary }: Analysis): string {
  const { findings, files, statements, unreadable, unproved = 0 } = summary;
  if (files === 0) return 'No migration is changed.';
  const what =
    findings.error + findings.warning === 0
      ? 'nothing unsafe'
      : [findings.error > 0 ? counted(findings.error, 'error') : '', findings.warning > 0 ? counted(findings.warning, 'warning') : '']
          .filter((each) => each !== '')
          .join(' and ');
  const proved = unproved === 0 ? '' : `; ${unproved === 1 ? '1 plan is' : `${unproved} plans are`} not proved`;
  const read = unreadable === 0 ? '' : `; ${counted(unreadable, 'statement')} could not be read`;
  return `${what.replace(/^./, (first) => first.toUpperCase())} in ${counted(files, 'migration')} (${counted(statements, 'statement')})${read}${proved}.`;
}

/** Where a line can be looked at; undefined where that is not known. */
export type LinkTo = (path: string, line: number) => string | undefined;

/** Who waits for what, one row a concern. */
export function tableOf(concerns: readonly Concern[], linkTo: LinkTo = () => undefined): string {
  const rows = concerns
    .filter((each) => each.findings.length > 0)
    .map((concern) => {
      const rules = [...new Set(concern.findings.map((each) => each.rule))].map(code).join(', ');
      const link = linkTo(concern.path, concern.from);
      const place = code(`${concern.path}:${concern.from}`);
      const where = link === undefined ? place : `[${place}](${link})`;
      const severity = concern.findings[0]?.severity ?? 'warning';
      return `| ${severity} | ${cell(where)} | ${cell(rules)} | ${cell(waitsOf(concern).slice(0, 5).map(prose).join('<br>'))} |`;
    });
  if (rows.length === 0) return '';
  const more = rows.length > mostRows ? [`| | and ${rows.length - mostRows} more | | |`] : [];
  return ['| | where | what | who waits |', '|---|---|---|---|', ...rows.slice(0, mostRows), ...more].join('\n');
}

/** The plan as a picture of its stages, what is known of it, and what it still waits for. */
export function timelineOf(plan: Plan): string {
  const open = plan.questions.map((each) => `- ${prose(each.message)} ${code(each.directive)}`);
  return [`**Plan ${code(plan.id)}.** ${prose(proofInWords(plan))}`, plan.stages.length === 0 ? '' : diagramOf(plan), open.join('\n')]
    .filter((each) => each !== '')
    .join('\n\n');
}

export function noticesOf(analysis: Analysis): string {
  const lines = analysis.notices.map((each) => `- ${code(`${each.path}:${each.line}`)} ${prose(each.message)}`);
  return lines.length === 0 ? '' : `**To know**\n\n${lines.join('\n')}`;
}
