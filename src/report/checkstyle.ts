import type { Analysis } from '../analysis/analysis.ts';
import { reportedOf } from './reported.ts';
import { type Element, xmlDocument } from './xml.ts';

/** Checkstyle's XML, which most CI servers and editors read: every migration, and in it what was found. */
export function checkstyleReport(analysis: Analysis): string {
  const found = new Map(analysis.files.map(({ migration: { path } }): [string, Element[]] => [path, []]));
  for (const { path, finding, range, message } of reportedOf(analysis)) {
    const attributes = { line: range.line, column: range.column, severity: finding.severity, message, source: `lockstep.${finding.rule}` };
    found.get(path)?.push({ name: 'error', attributes });
  }
  const files = [...found].map(([name, content]): Element => ({ name: 'file', attributes: { name }, content }));
  return xmlDocument({ name: 'checkstyle', attributes: { version: '4.3' }, content: files });
}
