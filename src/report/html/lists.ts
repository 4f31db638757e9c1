import type { Analysis, AnalyzedFile } from '../../analysis/analysis.ts';
import { linesOf } from '../../text/lines.ts';
import { labelOf } from '../label.ts';
import { lineOf } from '../staged.ts';
import { standingInWords, waiversOf } from '../waivers.ts';
import { counted, lockInWords, tableInWords } from '../words.ts';
import { html, type Markup, pathText, sentence } from './markup.ts';

/** More rows than anybody reads. */
const mostRows = 500;

/** Every waiver with its reason: what nobody sees, nobody questions. */
export function waivedList(analysis: Analysis): readonly Markup[] {
  return list(
    waiversOf(analysis).map((waiver) => {
      const times = waiver.findings > 1 ? ` (${counted(waiver.findings, 'finding')})` : '';
      return html`${pathText(`${waiver.path}:${waiver.line}`)} <code>${waiver.rule}</code>${times}: ${waiver.reason} <strong>${standingInWords(waiver)}</strong>`;
    }),
  );
}

/** What the team has taken as it is. */
export function knownList(analysis: Analysis): readonly Markup[] {
  const known = analysis.files.flatMap((file) => file.known ?? []);
  return list(known.map((each) => html`${pathText(lineOf(analysis, each))} <code>${each.rule}</code>: ${sentence(each.message)}`));
}

/** What was not checked, with the reason. */
export function unreadableList(analysis: Analysis): readonly Markup[] {
  const unread = analysis.files
    .flatMap((file) => file.findings)
    .filter((each) => each.category === 'unreadable' && each.suppressed === undefined);
  return list(unread.map((each) => html`${pathText(lineOf(analysis, each))} ${sentence(each.message)}`));
}

export function noticeList({ notices }: Analysis): readonly Markup[] {
  return list(notices.map(({ path, line, message }) => html`${pathText(`${path}:${line}`)} ${sentence(message)}`));
}

function list(items: readonly Markup[]): readonly Markup[] {
  if (items.length === 0) return [];
  const more = items.length - mostRows;
  return [
    html`<ul>${items.slice(0, mostRows).map((each) => html`<li>${each}</li>\n`)}</ul>${more > 0 ? html`<p>And ${more} more.</p>` : undefined}`,
  ];
}

/** What each statement of a file locks. */
export function statementTable({ migration: { text }, statements }: AnalyzedFile): Markup {
  const lines = linesOf(text);
  const rows = statements.slice(0, mostRows).map(({ statement: { span, unreadable }, effects }) => {
    const locks = effects.map((each) => html`${tableInWords(each, ['public'])}: ${lockInWords(each)}<br/>`);
    const none = unreadable === undefined ? 'locks no table' : 'not read';
    return html`<tr><td>${lines.position(span.start).line}</td><td><code>${labelOf(text, span, 90)}</code></td><td>${locks.length === 0 ? none : locks}</td></tr>
`;
  });
  const more = statements.length - rows.length;
  return html`<div class="scroll"><table><tbody>
${rows}</tbody></table></div>${more > 0 ? html`<p>And ${more} more.</p>` : undefined}
`;
}
