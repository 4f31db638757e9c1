import type { Analysis, AnalyzedFile } from '../../analysis/analysis.ts';
import { isWork } from '../../engine/effect.ts';
import type { Span } from '../../text/span.ts';
import { type Concern, fixOf } from '../concern.ts';
import type { ReportContext } from '../context.ts';
import { gitLines } from '../suggestion.ts';
import { factsInWords, lockInWords, tableInWords } from '../words.ts';
import { html, type Markup, pathText, sentence, sqlText } from './markup.ts';
import { mostPlans } from './plan.ts';

/** Lines of a statement that are shown; a seed of thousands of rows is not understood better for being printed. */
const mostLines = 40;
const mostFindings = 20;

/** A place of a file that something is wrong with: its SQL, what is found and why, what it locks, and what goes in its stead. */
export function concernCard(concern: Concern, file: AnalyzedFile, number: number, analysis: Analysis, context: ReportContext): Markup {
  const where = concern.from === concern.to ? `${concern.path}:${concern.from}` : `${concern.path}:${concern.from}–${concern.to}`;
  return html`<article class="concern">
<h3><span class="number">${number}</span> ${pathText(where)}</h3>
${excerptOf(concern, file)}
${concern.findings.slice(0, mostFindings).map((finding) => {
  const page = context.rulePage?.(finding.rule);
  const rule = page === undefined ? html`${finding.rule}` : html`<a href="${page}">${finding.rule}</a>`;
  return html`<div class="finding ${finding.severity}"><p><strong>${finding.severity}</strong> <code>${rule}</code></p>
<p>${sentence(finding.message)}</p>
<p class="advice">${sentence(finding.advice)}</p></div>
`;
})}${concern.findings.length > mostFindings ? html`<p>And ${concern.findings.length - mostFindings} more here.</p>` : undefined}
${effectsTable(concern)}
${answerOf(concern, analysis)}
</article>
`;
}

/** What the lines lock, or nothing where they lock nothing. */
function effectsTable({ statements }: Concern): Markup {
  const rows = statements.flatMap(({ effects, felt }) => {
    const works = effects.some((each) => isWork(each.work));
    return effects.map(
      (effect) =>
        html`<tr><td>${tableInWords(effect, ['public'])}</td><td>${lockInWords(effect)}</td><td>${factsInWords(effect, !felt.includes(effect), works)}</td></tr>
`,
    );
  });
  if (rows.length === 0) return html``;
  return html`<div class="scroll"><table><thead><tr><th>table</th><th>lock</th><th>meanwhile</th></tr></thead><tbody>
${rows.slice(0, mostLines)}</tbody></table></div>
`;
}

function answerOf(concern: Concern, analysis: Analysis): Markup {
  const { edit, plan } = concern;
  const loses = edit !== undefined && fixOf(concern, analysis) === undefined;
  const first =
    edit === undefined || edit.unchanged
      ? undefined
      : edit.lines.every((line) => line.trim() === '')
        ? html`<p><strong>First stage</strong>: take it out of this file; the plan puts it into files of its own.</p>`
        : html`<p><strong>First stage</strong>, instead of ${concern.from === concern.to ? 'this line' : 'these lines'}${loses ? ', with files of its own beside it' : ''}:</p>
<pre class="good">${sqlText(edit.lines.join('\n'))}</pre>`;
  return html`${first}
${concern.questions.map((each) => html`<p><strong>One thing only you know.</strong> ${sentence(each.message)} Write it above the statement:</p><pre>${sqlText(each.directive)}</pre>`)}
${concern.differences.map((each) => html`<p>The plan ends otherwise than this statement: ${sentence(each)}.</p>`)}
${concern.unplanned.map((each) => html`<p><strong>No staged plan</strong>: ${sentence(each)}</p>`)}
${plan === undefined || plan >= mostPlans ? undefined : html`<p><a href="#plan-${plan + 1}">The staged plan</a> has every step.</p>`}`;
}

/** The lines, with what the findings point at marked. */
function excerptOf({ from, to, findings }: Concern, { migration: { text } }: AnalyzedFile): Markup {
  if (text === '') return html``;
  const lines = gitLines(text).slice(from - 1, to);
  const shown = lines.slice(0, mostLines);
  const rows = shown.map(
    (line, i) =>
      html`<span class="line"><span class="gutter">${from + i}</span>${marked(
        text,
        line,
        findings.map((each) => each.span),
      )}</span>
`,
  );
  const more = lines.length - shown.length;
  return html`<pre class="excerpt">${rows}${more > 0 ? html`<span class="line"><span class="gutter">…</span>${more} more lines</span>` : undefined}</pre>`;
}

function marked(text: string, line: Span, spans: readonly Span[]): Markup {
  const inside = spans
    .map(({ start, end }) => ({ start: Math.max(start, line.start), end: Math.min(end, line.end) }))
    .filter((each) => each.start < each.end)
    .sort((a, b) => a.start - b.start);
  const parts: Markup[] = [];
  let at = line.start;
  for (const { start, end } of inside) {
    if (end <= at) continue;
    parts.push(sqlText(text.slice(at, Math.max(at, start))), html`<mark>${sqlText(text.slice(Math.max(at, start), end))}</mark>`);
    at = end;
  }
  return html`${parts}${sqlText(text.slice(at, line.end))}`;
}
