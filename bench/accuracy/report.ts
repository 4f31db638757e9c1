import type { Result, Scored } from './contest.ts';
import { groupBy } from './group.ts';
import { isScored, matrix, type Parts } from './labelled.ts';
import { type Judged, precision, recall } from './score.ts';

/** One version's cases and how each tool did on them. */
export interface Round {
  readonly major: number;
  readonly parts: Parts;
  readonly results: readonly Result[];
}

const partNames = { picked: 'Hand-picked', matrix: 'Changes of a type', all: 'Both' } as const;
type Part = keyof typeof partNames;

/** The figures: the newest version in full, then every version by its two shares. */
export function figures(rounds: readonly Round[]): string {
  const newest = newestOf(rounds);
  return [
    ...newest.results.map(({ tool }) => `- **${tool.name}** ${tool.version}: ${tool.how}.`),
    '',
    ...(Object.keys(partNames) as Part[]).flatMap((part) => [
      `### ${partNames[part]}, PostgreSQL ${newest.major}: ${counted(newest.parts, part)}`,
      '',
      '| tool | precision | recall | found | missed | false alarms | could not read | told of the schema |',
      '|---|---:|---:|---:|---:|---:|---:|---|',
      ...newest.results.map((result) => row(result, result[part])),
      '',
    ]),
    '### Every version, hand-picked cases: precision and recall',
    '',
    `| PostgreSQL | cases | ${newest.results.map(({ tool }) => tool.name).join(' | ')} |`,
    `|---|---:|${newest.results.map(() => '---:|').join('')}`,
    ...rounds.map(
      ({ major, parts, results }) =>
        `| ${major} | ${parts.picked.filter(isScored).length} | ${results.map(({ picked }) => `${two(precision(picked))} / ${two(recall(picked))}`).join(' | ')} |`,
    ),
    '',
    ...unscored(newest),
  ].join('\n');
}

/** Every miss and every false alarm on the newest version. */
export function lists(rounds: readonly Round[]): string {
  const { results } = newestOf(rounds);
  return [
    ...results.flatMap((result) => [
      `### ${result.tool.name}`,
      '',
      ...pickedList('Missed', result.picked.misses),
      ...pickedList('False alarms', result.picked.falseAlarms),
      ...matrixList('Changes of a type that it missed', result.matrix.misses),
      ...matrixList('Changes of a type that it called unsafe', result.matrix.falseAlarms),
    ]),
  ].join('\n');
}

function newestOf(rounds: readonly Round[]): Round {
  const newest = rounds.at(-1);
  if (newest === undefined) throw new Error('no version was asked for');
  return newest;
}

function counted(parts: Parts, part: Part): string {
  const cases = (part === 'all' ? [...parts.picked, ...parts.matrix] : parts[part]).filter(isScored);
  return `${cases.length} cases, ${cases.filter(({ label }) => label === 'unsafe').length} of them unsafe`;
}

function row({ tool }: Result, scored: Scored): string {
  const { hits, misses, falseAlarms, quiet, history } = scored;
  const unreadable = [...hits, ...misses, ...falseAlarms, ...quiet].filter((each) => each.unreadable).length;
  const counts = [hits.length, misses.length, falseAlarms.length, unreadable].join(' | ');
  return `| ${tool.name} | ${two(precision(scored))} | ${two(recall(scored))} | ${counts} | ${history} |`;
}

/** Rounded towards 0, so that 1.00 is said only of 1. */
const two = (share: number): string => (Math.floor(share * 100) / 100).toFixed(2);

function unscored({ parts }: Round): readonly string[] {
  const all = [...parts.picked, ...parts.matrix];
  const count = (label: string): number => all.filter((each) => each.label === label).length;
  return [
    `Not scored: ${count('refused')} statements that the server refuses whatever the rows hold, ${count('no-schema-change')} that change no schema, and ` +
      `${count('by-rows')} online forms whose outcome hangs on the rows.`,
  ];
}

function pickedList(title: string, cases: readonly Judged[]): readonly string[] {
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
