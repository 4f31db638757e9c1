import type { Config } from '../config/config.ts';
import type { Operation } from '../operation/operation.ts';
import type { Finding } from '../rules/finding.ts';
import { rules } from '../rules/index.ts';
import type { Directive } from '../sql/directive.ts';
import type { Statement } from '../sql/statement.ts';
import type { Lines } from '../text/lines.ts';
import { contains, type Span } from '../text/span.ts';

type Report = (id: string, span: Span, message: string, advice: string, more?: { operation?: Operation }) => void;
type Ignore = Extract<Directive, { kind: 'ignore' }>;

/** Whether waivers count, and by whose word besides the author's. */
export type Waiving =
  | { readonly allowed: true; readonly approvedBy?: string }
  /** `wanted` says what would approve them, as an instruction. */
  | { readonly allowed: false; readonly wanted: string };

/** What would approve the waivers of a pull request, as an instruction. */
export function wantedApproval({ waiverApproval: { label, team } }: Config): string {
  const orReview = team === undefined ? '' : `, or have a member of ${team} approve this commit`;
  return `have somebody else put the label \`${label}\` on the pull request${orReview}.`;
}

const knownRules = new Set(rules.map((rule) => rule.id));

/**
 * Waives the findings of the statement below each `lockstep-ignore`. Applied after judging, never before, so that a waiver that
 * waives nothing can be reported; a waiver without a reason waives nothing, nor does one that still has to be approved.
 */
export function applySuppressions(
  findings: Finding[],
  directives: readonly Directive[],
  statements: readonly Statement[],
  lines: Lines,
  report: Report,
  waiving: Waiving,
): readonly Finding[] {
  const used = new Set<string>();
  const waivers = directives.filter((each): each is Ignore => each.kind === 'ignore');
  const find = waiversByRule(waivers, statements, lines);
  const judged = findings.map((finding) => {
    const waiver = find(finding);
    if (waiver === undefined) return finding;
    used.add(`${waiver.span.start} ${finding.rule}`);
    const { reason, line } = waiver;
    if (waiving.allowed) return { ...finding, suppressed: { reason, line, ...(waiving.approvedBy && { approvedBy: waiving.approvedBy }) } };
    const advice = `${finding.advice} The waiver in line ${line} does not count yet: ${waiving.wanted}`;
    return { ...finding, advice, unapproved: { reason, line } };
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
 * The waiver of a finding. One reaches the statement it stands above, in, or behind on the same line; a finding on the file itself is reached from the lines above the
 * first statement. Each finds its statement by a search: there may be thousands of both.
 */
function waiversByRule(
  waivers: readonly Ignore[],
  statements: readonly Statement[],
  lines: Lines,
): (finding: Finding) => Ignore | undefined {
  const count = statements.length;
  const endOf = (index: number): number => (statements[index] as Statement).fullSpan.end;
  const firstBehind = (place: number): number => firstWhere(count, (i) => endOf(i) > place);
  /** By the rule and the number of the statement; the number behind the last stands for the file itself. */
  const found = new Map<string, Ignore>();
  const put = (rule: string, statement: number, waiver: Ignore): void => {
    const key = `${rule} ${statement}`;
    if (!found.has(key)) found.set(key, waiver);
  };
  for (const waiver of waivers) {
    if (waiver.reason === '') continue;
    const { start } = waiver.span;
    const next = firstBehind(start);
    const onLine = firstWhere(next, (i) => lines.position(endOf(i)).line >= waiver.line);
    const first = statements[0];
    for (const rule of waiver.rules) {
      if (onLine < count) put(rule, onLine, waiver);
      if (first === undefined || start < first.span.start) put(rule, count, waiver);
    }
  }
  return ({ rule, span }) => {
    const at = firstBehind(span.start);
    const statement = statements[at];
    return found.get(`${rule} ${statement !== undefined && contains(statement.fullSpan, span) ? at : count}`);
  };
}

/** The first of `count` indices for which something holds that holds for all behind it; `count` where it holds for none. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
