import type { Result, Scored } from './contest.ts';
import { groupBy } from './group.ts';
import { isScored, matrix, type Parts, parts } from './labelled.ts';
import { type Judged, precision, recall } from './score.ts';

/** One version's cases and how each tool did on them. */
export interface Round {
  readonly major: number;
  readonly cases: Parts;
  readonly results: readonly Result[];
}

const titles: Readonly<Record<keyof Result['scores'], string>> = {
  picked: 'Hand-picked',
  combined: 'Statements in many surroundings',
  matrix: 'Changes of a type',
  all: 'All of them',
};
type Title = keyof typeof titles;

/** The figures: the newest version in full, then every version by its two shares. */
export function figures(rounds: readonly Round[]): string {
  const { major, cases, results } = newestOf(rounds);
  return [
    ...results.map(({ tool }) => `- **${tool.name}** ${tool.version}: ${tool.how}.`),
    '',
    ...(Object.keys(titles) as Title[]).flatMap((title) => [
      `### ${titles[title]}, PostgreSQL ${major}: ${counted(cases, title)}`,
      '',
      '| tool | precision | recall | found | missed | false alarms | could not read | told of the schema |',
      '|---|---:|---:|---:|---:|---:|---:|---|',
      ...results.map(({ tool, scores }) => row(tool.name, scores[title])),
      '',
    ]),
    '### Every version, hand-picked cases: precision / recall',
    '',
    `| PostgreSQL | cases | ${results.map(({ tool }) => tool.name).join(' | ')} |`,
    `|---|---:|${results.map(() => '---:|').join('')}`,
    ...rounds.map((round) => {
      const shares = round.results.map(({ scores }) => `${two(precision(scores.picked))} / ${two(recall(scores.picked))}`);
      return `| ${round.major} | ${round.cases.picked.filter(isScored).length} | ${shares.join(' | ')} |`;
    }),
    '',
    unscored(cases),
  ].join('\n');
}

/** Every miss and every false alarm on the newest version. */
export function lists(rounds: readonly Round[]): string {
  const { major, results } = newestOf(rounds);
  return [
    `PostgreSQL ${major}. The cases with their setups are in \`test/truth/cases\`.`,
    '',
    ...results.flatMap(({ tool, scores }) => [
      `## ${tool.name}`,
      '',
      ...(['picked', 'combined'] as const).flatMap((part) => [
        ...caseList(`${titles[part]}: missed`, scores[part].misses),
        ...caseList(`${titles[part]}: false alarms`, scores[part].falseAlarms),
      ]),
      ...matrixList(`${titles.matrix}: missed`, scores.matrix.misses),
      ...matrixList(`${titles.matrix}: false alarms`, scores.matrix.falseAlarms),
    ]),
  ].join('\n');
}

function newestOf(rounds: readonly Round[]): Round {
  const newest = rounds.at(-1);
  if (newest === undefined) throw new Error('no version was asked for');
  return newest;
}

function counted(cases: Parts, title: Title): string {
  const counting = (title === 'all' ? parts.flatMap((part) => cases[part]) : cases[title]).filter(isScored);
  return `${counting.length} cases, ${counting.filter(({ label }) => label === 'unsafe').length} of them unsafe`;
}

function row(name: string, scored: Scored): string {
  const { hits, misses, falseAlarms, quiet, history } = scored;
  const unreadable = [...hits, ...misses, ...falseAlarms, ...quiet].filter((each) => each.unreadable).length;
  const counts = [hits.length, misses.length, falseAlarms.length, unreadable].join(' | ');
  return `| ${name} | ${two(precision(scored))} | ${two(recall(scored))} | ${counts} | ${history} |`;
}

/** Rounded towards 0, so that 1.00 is said only of 1. */
const two = (share: number): string => (Math.floor(share * 100) / 100).toFixed(2);

function unscored(cases: Parts): string {
  const all = parts.flatMap((part) => cases[part]);
  const count = (label: string): number => all.filter((each) => each.label === label).length;
  return (
    `Not scored: ${count('refused')} statements that the server refuses whatever the rows hold, ${count('no-schema-change')} that change no schema, and ` +
    `${count('by-rows')} online forms whose outcome hangs on the rows.`
  );
}

function caseList(title: string, cases: readonly Judged[]): readonly string[] {
  if (cases.length === 0) return [`${title}: none.`, ''];
  return [
    `<details><summary>${title}: ${cases.length}</summary>`,
    '',
    ...[...groupBy(cases, groupOf)].flatMap(([group, some]) => [
      `- ${group}`,
      ...some.map(
        ({ each, alarms, unreadable }) =>
          `  - \`${each.sql}\`${alarms.length > 0 ? ` (${alarms.join(', ')})` : ''}${unreadable ? ' (could not read it)' : ''}`,
      ),
    ]),
    '',
    '</details>',
    '',
  ];
}

function groupOf({ each }: Judged): string {
  return each.name.slice(0, each.name.length - each.sql.replace(/\s+/g, ' ').trim().length).replace(/: $/, '');
}

/** By the type a column has before: there are too many to have a line each. */
function matrixList(title: string, cases: readonly Judged[]): readonly string[] {
  if (cases.length === 0) return [`${title}: none.`, ''];
  const wanted = new Map(cases.map(({ each }) => [each, each.sql.replace(/^.* type /, '')]));
  const lines = matrix.flatMap(([from, changes]) => {
    const targets = changes.flatMap((each) => wanted.get(each) ?? []);
    return targets.length === 0 ? [] : [`- ${from} → ${targets.join(', ')}`];
  });
  return [`<details><summary>${title}: ${cases.length}</summary>`, '', ...lines, '', '</details>', ''];
}
