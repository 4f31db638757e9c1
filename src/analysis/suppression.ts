import type { Operation } from '../operation/operation.ts';
import type { Finding } from '../rules/finding.ts';
import { rules } from '../rules/index.ts';
import type { Directive } from '../sql/directive.ts';
import type { Statement } from '../sql/statement.ts';
import type { Lines } from '../text/lines.ts';
import { contains, type Span } from '../text/span.ts';

type Report = (id: string, span: Span, message: string, advice: string, more?: { operation?: Operation }) => void;
type Ignore = Extract<Directive, { kind: 'ignore' }>;

const knownRules = new Set(rules.map((rule) => rule.id));

/**
 * Waives the findings of the statement below each `lockstep-ignore`. Applied after judging, never before, so that a waiver that
 * waives nothing can be reported; a waiver without a reason waives nothing.
 */
export function applySuppressions(
  findings: Finding[],
  directives: readonly Directive[],
  statements: readonly Statement[],
  lines: Lines,
  report: Report,
): readonly Finding[] {
  const used = new Set<string>();
  const waivers = directives.filter((each): each is Ignore => each.kind === 'ignore');
  const judged = findings.map((finding) => {
    const waiver = waivers.find(
      (each) => each.reason !== '' && each.rules.includes(finding.rule) && reaches(each, finding, statements, lines),
    );
    if (waiver === undefined) return finding;
    used.add(`${waiver.span.start} ${finding.rule}`);
    return { ...finding, suppressed: { reason: waiver.reason, line: waiver.line } };
  });
  const before = findings.length;
  for (const waiver of waivers) {
    const example = `lockstep-ignore ${waiver.rules.join(', ')}: <reason>`;
    if (waiver.reason === '')
      report('ignore-without-reason', waiver.span, 'This waiver gives no reason, so it waives nothing.', `Write \`-- ${example}\`.`);
    for (const rule of waiver.rules) {
      if (!knownRules.has(rule)) report('unused-ignore', waiver.span, `There is no rule ${rule}.`, '`lockstep rules` lists them.');
      else if (waiver.reason !== '' && !used.has(`${waiver.span.start} ${rule}`)) {
        report('unused-ignore', waiver.span, `${rule} has no finding on the statement below, so this waiver waives nothing.`, 'Remove it.');
      }
    }
  }
  return [...judged, ...findings.slice(before)].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}

/**
 * A waiver reaches the statement it stands above, in, or behind on the same line. A finding on the file itself is reached from the lines
 * above the first statement.
 */
function reaches(waiver: Ignore, finding: Finding, statements: readonly Statement[], lines: Lines): boolean {
  const target =
    statements.find((each) => each.fullSpan.end <= waiver.span.start && lines.position(each.fullSpan.end).line === waiver.line) ??
    statements.find((each) => each.fullSpan.end > waiver.span.start);
  if (target !== undefined && contains(target.fullSpan, finding.span)) return true;
  const first = statements[0];
  return (first === undefined || waiver.span.start < first.span.start) && !statements.some((each) => contains(each.fullSpan, finding.span));
}
