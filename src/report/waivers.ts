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

/** Whether a waiver counts, where the policy has a say in it; else empty. */
export function standingInWords({ status, approvedBy }: Waiver): string {
  if (status === 'unapproved') return 'Not approved, so it does not count.';
  return approvedBy === undefined ? '' : `Approved by ${approvedBy}.`;
}

/** The audit list as Markdown; empty where nothing is waived. What nobody sees, nobody questions. */
export function waiverList(analysis: Analysis): string {
  const waivers = waiversOf(analysis);
  if (waivers.length === 0) return '';
  const lines = waivers.map((waiver) => {
    const { path, line, rule, reason, status, findings } = waiver;
    const standing = prose(standingInWords(waiver));
    const times = findings > 1 ? ` (${counted(findings, 'finding')})` : '';
    const end = standing === '' ? '' : status === 'unapproved' ? ` **${standing}**` : ` ${standing}`;
    return `- ${code(`${path}:${line}`)} ${code(rule)}${times}: ${prose(reason)}${end}`;
  });
  return `**Waived**\n\n${lines.join('\n')}`;
}
