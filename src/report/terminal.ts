import type { Analysis, AnalyzedFile } from '../analysis/analysis.ts';
import { type FailOn, verdictOf } from '../analysis/verdict.ts';
import type { Plan } from '../plan/stage.ts';
import type { Finding } from '../rules/finding.ts';
import { type Lines, linesOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { excerptOf } from './excerpt.ts';
import { planText } from './plan.ts';
import { pathsOf, type Staged, stagedBy } from './staged.ts';
import { type Layout, painter, paragraph, printed } from './style.ts';
import { toolSentences } from './tools.ts';
import { visible } from './visible.ts';
import { waiversOf } from './waivers.ts';
import { counted } from './words.ts';

type Paint = ReturnType<typeof painter>;

/** The report of `check` for people: every finding at its source line, the staged plans, what was waived, and the verdict. */
export function terminalReport(analysis: Analysis, failOn: FailOn, layout: Layout): string {
  const paint = painter(layout.colour);
  const out: string[] = [];
  const last = new Map(analysis.files.map((file, i) => [file.migration.path, i]));
  analysis.files.forEach((file, i) => {
    // Line by line: what is spread lies on the stack, and a report may have any number of lines.
    for (const line of fileReport(file, analysis.plans, paint, layout)) out.push(line);
    // A plan stands under the findings of the last file that it is about.
    for (const plan of analysis.plans) {
      if (Math.max(0, ...pathsOf(plan).map((path) => last.get(path) ?? 0)) === i)
        for (const line of [...planText(plan, analysis, layout), '']) out.push(line);
    }
  });
  const waivers = waiversOf(analysis);
  if (waivers.length > 0) {
    out.push(paint('strong', 'Waived'));
    for (const { path, line, rule, reason, status } of waivers) {
      const standing = status === 'unapproved' ? ' (not approved, so it does not count)' : '';
      out.push(...paragraph('  ', `${visible(path)}:${line}  ${rule}: ${visible(reason)}${standing}`, layout.width));
    }
    out.push('');
  }
  if (analysis.notices.length > 0) {
    out.push(paint('strong', 'Notices'));
    for (const { path, line, message } of analysis.notices)
      out.push(...paragraph('  ', `${visible(path)}:${line}  ${visible(message)}`, layout.width));
    out.push('');
  }
  out.push(...toolLines(analysis, paint, layout), summaryLine(analysis, failOn, paint));
  return printed(out);
}

/** One line a finding, nothing where there is none: what `--quiet` prints. */
export function quietReport(analysis: Analysis): string {
  const out = analysis.files.flatMap((file) => {
    const active = file.findings.filter((each) => each.suppressed === undefined);
    if (active.length === 0) return [];
    const lines = linesOf(file.migration.text);
    return active.map((each) => `${placeOf(file, each, lines)}: ${each.severity}: ${visible(each.message)} (${each.rule})`);
  });
  return out.length === 0 ? '' : printed(out);
}

/** What follows the advice of a finding. */
const stagedWords: Readonly<Record<Staged, string>> = {
  staged: ' The staged plan below does it.',
  asked: ' The staged plan below waits for your answer.',
  declined: ' It is not staged; the reason is below.',
  unknown: ' There is no staged plan for this yet.',
  none: '',
};

function fileReport(file: AnalyzedFile, plans: readonly Plan[], paint: Paint, layout: Layout): readonly string[] {
  // At one place the worst comes first.
  const findings = file.findings
    .filter((each) => each.suppressed === undefined)
    .sort((a, b) => a.span.start - b.span.start || Number(b.severity === 'error') - Number(a.severity === 'error'));
  if (findings.length === 0) return [];
  const lines = linesOf(file.migration.text);
  const out: string[] = [];
  let last: Span | undefined;
  for (const finding of findings) {
    // Several findings at one place share its excerpt.
    const again = last?.start === finding.span.start && last.end === finding.span.end;
    last = finding.span;
    out.push(`${paint(finding.severity, finding.severity)} ${paint('strong', finding.rule)}  ${placeOf(file, finding, lines)}`);
    if (!again) out.push(...excerpt(file, lines, finding, paint, layout));
    out.push(...paragraph('  ', visible(finding.message), layout.width));
    const advice = finding.advice + stagedWords[stagedBy(finding, plans)];
    for (const [i, line] of paragraph('  → ', visible(advice), layout.width).entries())
      out.push(i === 0 ? line.replace('→', paint('good', '→')) : line);
    out.push('');
  }
  return out;
}

function placeOf(file: AnalyzedFile, finding: Finding, lines: Lines): string {
  const { unreadable, path } = file.migration;
  if (unreadable !== undefined) return `${visible(path)}:${unreadable.line}`;
  const { line, column } = lines.position(finding.span.start);
  return `${visible(path)}:${line}:${column}`;
}

function excerpt(file: AnalyzedFile, lines: Lines, finding: Finding, paint: Paint, layout: Layout): readonly string[] {
  if (file.migration.text === '') return [];
  const { lines: shown, more } = excerptOf(file.migration.text, lines, finding.span, Math.max(40, layout.width - 8));
  const gutter = String(shown.at(-1)?.number ?? 0).length + 2;
  const bar = paint('faint', '│');
  const out = [`${' '.repeat(gutter)}${bar}`];
  for (const { number, text, underline } of shown) {
    out.push(`${paint('faint', String(number).padStart(gutter - 1))} ${bar} ${text}`);
    // Under several lines, underlines would part what belongs together: there the first line's alone says where it begins.
    if (number === shown[0]?.number)
      out.push(`${' '.repeat(gutter)}${bar} ${' '.repeat(underline.from)}${paint(finding.severity, '‾'.repeat(underline.length))}`);
  }
  if (more > 0) out.push(`${' '.repeat(gutter)}${bar} ${paint('faint', `… ${counted(more, 'more line')}`)}`);
  return [...out, `${' '.repeat(gutter)}${bar}`];
}

function toolLines(analysis: Analysis, paint: Paint, layout: Layout): readonly string[] {
  return toolSentences(analysis)
    .flatMap((each) => paragraph('', visible(each), layout.width))
    .map((line) => paint('faint', line));
}

function summaryLine(analysis: Analysis, failOn: FailOn, paint: Paint): string {
  const { files, statements, findings, suppressed, unreadable, unproved = 0, known = 0 } = analysis.summary;
  if (files === 0) return `${paint('good', '✓')} No migration to judge.`;
  const total = findings.error + findings.warning;
  const parts = [
    findings.error > 0 ? paint('error', counted(findings.error, 'error')) : '',
    findings.warning > 0 ? paint('warning', counted(findings.warning, 'warning')) : '',
    total === 0 ? paint('good', 'nothing unsafe') : '',
    suppressed > 0 ? `${suppressed} waived` : '',
    known > 0 ? `${known} known` : '',
    unreadable > 0 ? `${unreadable} unreadable` : '',
    unproved > 0 ? paint('error', `${counted(unproved, 'plan')} not proved`) : '',
  ].filter((each) => each !== '');
  const verdict = verdictOf(analysis, failOn) === 'pass' ? paint('good', '✓') : paint('error', '✗');
  const gate = failOn === 'never' && total > 0 ? paint('faint', ' (--fail-on never: exit code 0)') : '';
  return `${verdict} ${counted(files, 'migration')}, ${counted(statements, 'statement')}: ${parts.join(', ')}${gate}`;
}
