import type { Analysis, AnalyzedFile } from '../../analysis/analysis.ts';
import { verdictOf } from '../../analysis/verdict.ts';
import { targetName } from '../../config/target.ts';
import { type Concern, concernsOf, waitsOf } from '../concern.ts';
import type { ReportContext } from '../context.ts';
import { countsInWords } from '../markdown.ts';
import { toolSentences } from '../tools.ts';
import { counted } from '../words.ts';
import { concernCard } from './concern.ts';
import { knownList, noticeList, statementTable, unreadableList, waivedList } from './lists.ts';
import { html, type Markup, pathText, section, sentence } from './markup.ts';
import { mostPlans, planSection } from './plan.ts';
import { stylesheet } from './stylesheet.ts';
import { timelinePicture } from './timeline.ts';

/** A migration, by the number that the page gives it. */
interface NumberedFile {
  readonly file: AnalyzedFile;
  readonly number: number;
  readonly concerns: readonly Concern[];
  /** Those that are shown in full. */
  readonly cards: readonly Concern[];
}

/** A page of more than that nobody reads, and a browser takes seconds to open. */
const mostCards = 300;
const mostRows = 1_000;

/**
 * The whole result as one page that needs nothing else: no script, no address to load from, and a policy that would refuse both, since the page holds text
 * of others. It is XML as well, so that a strict parser can tell that nothing has got out of its place.
 */
export function htmlReport(analysis: Analysis, context: ReportContext): string {
  const verdict = verdictOf(analysis, context.failOn);
  const files = numbered(analysis);
  const left = files.reduce((sum, { concerns, cards }) => sum + concerns.length - cards.length, 0);
  const unshown = analysis.plans.length - mostPlans;
  const page = html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<title>Lockstep: ${verdict}</title>
<style>${stylesheet}</style>
</head>
<body>
<header class="${verdict}">
<h1>Lockstep: ${verdict}</h1>
<p>${countsInWords(analysis)}</p>
</header>
<main>
${section('Who waits', 'waits', waitsTable(files))}
${timelinePicture(
  'As written',
  files.map(({ file, number }) => ({ number, statements: file.statements })),
  fileAnchor,
)}
${section(
  'What is unsafe, and why',
  'findings',
  files.flatMap((each) => cardsOf(each, analysis, context)),
)}
${left > 0 ? html`<p>And ${counted(left, 'more place')}; <code>--format json</code> has all of them.</p>` : undefined}
${analysis.plans.slice(0, mostPlans).map((plan, i) => planSection(plan, i, analysis))}
${unshown > 0 ? html`<p>And ${counted(unshown, 'more staged plan')}; <code>lockstep plan</code> prints all of them.</p>` : undefined}
${section('Waived', 'waived', waivedList(analysis))}
${section('In the baseline', 'baseline', knownList(analysis))}
${section('Not readable', 'unreadable', unreadableList(analysis))}
${section('To know', 'notices', noticeList(analysis))}
${section('Every statement', 'statements', files.map(statementsOf))}
</main>
<footer>${toolSentences(analysis).map((each) => html`${sentence(each)}<br/>`)}Lockstep ${context.version}, ${targetName(analysis.target)}</footer>
</body>
</html>
`;
  return page.text;
}

function numbered(analysis: Analysis): readonly NumberedFile[] {
  let room = mostCards;
  return analysis.files.map((file, i) => {
    const concerns = concernsOf(file, analysis);
    const cards = concerns.slice(0, room);
    room -= cards.length;
    return { file, number: i + 1, concerns, cards };
  });
}

function fileAnchor(number: number): string {
  return `file-${number}`;
}

function waitsTable(files: readonly NumberedFile[]): readonly Markup[] {
  const rows = files.flatMap(({ number, concerns }) =>
    concerns.flatMap((concern) => {
      const [worst] = concern.findings;
      if (worst === undefined) return [];
      const rules = [...new Set(concern.findings.map((each) => each.rule))].map((each) => html`<code>${each}</code><br/>`);
      const waits = waitsOf(concern).map((each) => html`${each}<br/>`);
      return [
        html`<tr><td><a class="number" href="#${fileAnchor(number)}">${number}</a></td><td class="${worst.severity}">${worst.severity}</td>
<td>${pathText(`${concern.path}:${concern.from}`)}</td><td>${rules}</td><td>${waits}</td></tr>
`,
      ];
    }),
  );
  if (rows.length === 0) return [];
  const head = html`<thead><tr><th></th><th></th><th>where</th><th>what</th><th>who waits</th></tr></thead>`;
  const more = rows.length - mostRows;
  return [
    html`<table class="waits">${head}<tbody>\n${rows.slice(0, mostRows)}</tbody></table>${more > 0 ? html`<p>And ${counted(more, 'more place')}.</p>` : undefined}`,
  ];
}

function cardsOf({ file, number, cards }: NumberedFile, analysis: Analysis, context: ReportContext): readonly Markup[] {
  if (cards.length === 0) return [];
  return [html`<div id="${fileAnchor(number)}">${cards.map((each) => concernCard(each, file, number, analysis, context))}</div>`];
}

/** What each statement locks, safe ones too. A number leads here where nothing of the file is shown above. */
function statementsOf({ file, number, cards }: NumberedFile): Markup {
  const anchor = cards.length === 0 ? fileAnchor(number) : `${fileAnchor(number)}-statements`;
  return html`<details id="${anchor}"><summary><span class="number">${number}</span> ${pathText(file.migration.path)}</summary>
${statementTable(file)}</details>
`;
}
