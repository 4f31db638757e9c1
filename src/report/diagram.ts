import type { Boundary, Plan, Stage } from '../plan/stage.ts';
import { fence } from './markdown-escape.ts';
import { visible } from './visible.ts';
import { stageWords } from './words.ts';

/** What the arrow to a stage says, in few words. */
const arrowWords: Readonly<Record<Boundary, string>> = {
  none: 'then',
  transaction: 'committed',
  backfill: 'backfill has ended',
  deploy: 'new code runs everywhere',
};

/** More files than a box can hold and still be read. */
const mostFiles = 6;

/** As small as it can be with the name of a frame above its first box. */
const layout = '%%{init: {"flowchart": {"rankSpacing": 44, "padding": 6}}}%%';

/**
 * The stages of a plan as a Mermaid diagram, which GitHub draws in comments and job summaries: a box a stage with its files, an arrow a
 * boundary, a frame around what one deploy brings. The frames stand below each other, because GitHub shrinks what is wider than the comment.
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/creating-diagrams
 */
export function diagramOf(plan: Plan): string {
  const common = commonDirectory(plan.stages.flatMap((stage) => stage.files.flatMap(({ path }) => path ?? [])));
  const frames: { readonly boxes: string[] }[] = [];
  const arrows: string[] = [];
  plan.stages.forEach((stage, index) => {
    const isNew = index === 0 || stage.boundary === 'deploy';
    if (isNew) frames.push({ boxes: [] });
    frames.at(-1)?.boxes.push(`    s${index + 1}["${boxOf(stage, index, common)}"]`);
    const [from, to] = isNew ? [`d${frames.length - 1}`, `d${frames.length}`] : [`s${index}`, `s${index + 1}`];
    if (index > 0) arrows.push(`  ${from} -->|"${arrowWords[stage.boundary]}"| ${to}`);
  });
  const names = ['this deploy', 'next deploy'];
  const drawn = frames.flatMap(({ boxes }, index) => [
    `  subgraph d${index + 1}["${names[index] ?? 'the deploy after'}"]`,
    '    direction LR',
    ...boxes,
    '  end',
  ]);
  return fence('mermaid', [layout, 'flowchart TB', ...drawn, ...arrows].join('\n'));
}

function boxOf(stage: Stage, index: number, common: string): string {
  const names = stage.files.map(({ path }) => (path === undefined ? 'a new file' : label(path.slice(common.length))));
  const more = names.length > mostFiles ? [`and ${names.length - mostFiles + 1} more`] : [];
  const shown = more.length > 0 ? names.slice(0, mostFiles - 1) : names;
  return [`<b>${index + 1} ${stageWords(stage)}</b>`, ...shown, ...more].join('<br>');
}

/** Names come from the pull request: what could mean something to Mermaid, HTML or Markdown is written as its number. */
function label(text: string): string {
  return visible(text).replace(/[^\w ./-]/gu, (character) => `#${character.codePointAt(0)};`);
}

/** `db/migrations/` of `db/migrations/1.sql` and `db/migrations/2.sql`. */
function commonDirectory(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  const slashes = [...first.matchAll(/\//g)].map(({ index }) => first.slice(0, index + 1)).reverse();
  return slashes.find((directory) => others.every((path) => path.startsWith(directory))) ?? '';
}
