import { counted } from '../words.ts';
import { type Bar, layOut, type Timeline, type Track, type Waits } from './locks.ts';
import { html, type Markup } from './markup.ts';

const laneHeight = 40;
const barHeight = 16;
const left = 6;

/** What the colours mean, in the order of how much it hurts. */
const meanings: Readonly<Record<Waits, string>> = {
  reads: 'reads and writes wait',
  writes: 'writes wait',
  nobody: 'reads and writes go on',
};

/**
 * Who is locked out while the files run, as a picture: time from left to right, a line a table. Nothing where no table in use is locked.
 * @param anchor where the number of a track leads to
 */
export function timelinePicture(title: string, all: readonly Track[], anchor: (number: number) => string): Markup {
  const timeline = layOut(all);
  if (timeline.bars.length === 0) return html``;
  const staged = timeline.tracks.some((each) => each.stage !== undefined);
  const top = staged ? 62 : 30;
  const width = timeline.length + 2 * left + 30;
  const height = top + timeline.lanes.length * laneHeight + 4;
  return html`<figure class="timeline">
<figcaption>${title}</figcaption>
<div class="scroll"><svg role="img" aria-label="${describe(timeline)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
${timeline.tracks.map((track) => trackMark(track, height, anchor, staged))}
${timeline.lanes.map((name, i) => laneMark(name, top + i * laneHeight, width))}
${timeline.bars.map((bar) => barMark(bar, top))}
</svg></div>
<p class="legend">${(Object.keys(meanings) as Waits[]).map((each) => html`<span><i class="${each}"></i>${meanings[each]}</span>`)}<span><i class="held"></i>held until commit</span>
<span>Not to scale: a wide bar grows with the table, a narrow one is a moment.</span>${timeline.left > 0 ? html` <span>${counted(timeline.left, 'more file')} not drawn.</span>` : undefined}</p>
</figure>
`;
}

function trackMark(
  { number, from, to, stage }: Timeline['tracks'][number],
  height: number,
  anchor: (number: number) => string,
  staged: boolean,
): Markup {
  const y = staged ? 46 : 14;
  const x = left + (from + to) / 2;
  const head =
    stage &&
    html`<line class="boundary" x1="${left + from - 10}" x2="${left + from - 10}" y1="0" y2="${height}"/><text class="stage" x="${left + from}" y="13">${stage.name}</text><text class="when" x="${left + from}" y="28">${stage.when}</text>`;
  return html`${head}<line class="track" x1="${left + from}" x2="${left + to}" y1="${y + 11}" y2="${y + 11}"/><a href="#${anchor(number)}"><circle cx="${x}" cy="${y}" r="8"/><text class="number" x="${x}" y="${y + 3.5}">${number}</text></a>
`;
}

function laneMark(name: string, y: number, width: number): Markup {
  return html`<text class="table" x="${left}" y="${y + 12}">${name}</text><line class="lane" x1="0" x2="${width}" y1="${y + 18 + barHeight}" y2="${y + 18 + barHeight}"/>
`;
}

function barMark({ lane, from, to, waits, work, held, title }: Bar, top: number): Markup {
  const y = top + lane * laneHeight + 17;
  const label = work === '' ? undefined : html`<text class="on-${waits}" x="${left + (from + to) / 2}" y="${y + 12}">${work}</text>`;
  return html`<g><title>${title}</title><rect class="${waits}${held ? ' held' : ''}" x="${left + from}" y="${y}" width="${Math.max(2, to - from - 1)}" height="${barHeight}" rx="2"/>${label}</g>
`;
}

/** The picture for who cannot see it. */
function describe({ bars }: Timeline): string {
  return [...new Set(bars.map((each) => each.title))].slice(0, 20).join('; ');
}
