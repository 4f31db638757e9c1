import type { Analysis } from '../analysis/analysis.ts';
import { code, prose } from './markdown-escape.ts';
import { counted } from './words.ts';

/** One rule that a `lockstep-ignore` waives on its statement, whether or not it may. */
export interface Waiver {
  readonly path: string;
  /** The line of the comment. */
  readonly line: number;
  readonly rule: string;
  readonly reason: string;
  /** `unapproved`: the policy wants an approval, and there is none, so the findings stand. */
  readonly status: 'counts' | 'unapproved';
  readonly approvedBy?: string;
  /** How many findings it is about. */
  readonly findings: number;
}

/** The audit list: every waiver of the migrations under review that is about a finding, in the order of files and lines. */
export function waiversOf(analysis: Analysis): readonly Waiver[] {
  const waivers = new Map<string, Waiver>();
  for (const file of analysis.files) {
    for (const { path, rule, suppressed, unapproved } of file.findings) {
      const waived = suppressed ?? unapproved;
      if (waived === undefined) continue;
      const key = `${path}\n${waived.line}\n${rule}`;
      const status = suppressed === undefined ? 'unapproved' : 'counts';
      waivers.set(key, { path, rule, ...waived, status, findings: (waivers.get(key)?.findings ?? 0) + 1 });
    }
  }
  return [...waivers.values()];
}

/** The audit list as Markdown; empty where nothing is waived. What nobody sees, nobody questions. */
export function waiverList(analysis: Analysis): string {
  const waivers = waiversOf(analysis);
  if (waivers.length === 0) return '';
  const lines = waivers.map(({ path, line, rule, reason, status, approvedBy, findings }) => {
    const standing =
      status === 'unapproved'
        ? ' **Not approved, so it does not count.**'
        : approvedBy === undefined
          ? ''
          : ` Approved by ${prose(approvedBy)}.`;
    const times = findings > 1 ? ` (${counted(findings, 'finding')})` : '';
    return `- ${code(`${path}:${line}`)} ${code(rule)}${times}: ${prose(reason)}${standing}`;
  });
  return `**Waived**\n\n${lines.join('\n')}`;
}
