import type { Boundary, Plan, Stage } from '../plan/stage.ts';
import { fence } from './markdown-escape.ts';
import { visible } from './visible.ts';
import { stageWords } from './words.ts';

/** What the arrow to a stage says: a few words, because GitHub shrinks the picture to the width of the comment. */
const arrowWords: Readonly<Record<Boundary, string>> = {
  none: 'then',
  transaction: 'committed',
  backfill: 'backfill has ended',
  deploy: 'new code runs everywhere',
};

/** More files than a box can hold and still be read. */
const mostFiles = 6;

/**
 * The stages of a plan as a Mermaid diagram, which GitHub draws in comments and job summaries: a box a stage with its files, an arrow a
 * boundary, a frame around what one deploy brings. https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/creating-diagrams
 */
export function diagramOf(plan: Plan): string {
  const paths = plan.stages.flatMap((stage) => stage.files.flatMap(({ path }) => path ?? []));
  const common = commonDirectory(paths);
  const deploys: { name: string; boxes: string[] }[] = [];
  const arrows: string[] = [];
  plan.stages.forEach((stage, index) => {
    if (index === 0 || stage.boundary === 'deploy')
      deploys.push({ name: deploys.length === 0 ? 'this deploy' : deploys.length === 1 ? 'next deploy' : 'the deploy after', boxes: [] });
    deploys.at(-1)?.boxes.push(`    s${index + 1}["${boxOf(stage, index, common)}"]`);
    if (index > 0) arrows.push(`  s${index} -->|"${arrowWords[stage.boundary]}"| s${index + 1}`);
  });
  const frames = deploys.flatMap(({ name, boxes }, index) => [
    `  subgraph d${index + 1}["${name}"]`,
    '    direction TB',
    ...boxes,
    '  end',
  ]);
  return fence('mermaid', ['flowchart LR', ...frames, ...arrows].join('\n'));
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
