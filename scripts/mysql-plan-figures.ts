import { posix } from 'node:path';
import { analyze } from '../src/analysis/analyze.ts';
import { instrumentsFor } from '../src/analysis/instruments.ts';
import { defaultConfig } from '../src/config/config.ts';
import { readTarget } from '../src/config/target.ts';
import type { Migration } from '../src/migration/migration.ts';
import type { Finding } from '../src/rules/finding.ts';
import { isNested } from '../src/text/span.ts';
import { corpusFiles, corpusText, isMysql, partsOf } from './corpus-files.ts';
import { stagedCategories } from './plan-figures.ts';

/** What the findings of one rule are given: a complete plan, one that waits for the author's answer, a reason or a tool's command, nothing. */
export type Ways = Record<'planned' | 'asked' | 'reason' | 'none', number>;

/** Each finding that wants a plan in the MySQL migrations of the corpus, each migration a deployment unit behind those before it in its directory; by rule. */
export async function mysqlWays(engine: string): Promise<ReadonlyMap<string, Ways>> {
  const config = { ...defaultConfig, target: readTarget(engine) };
  const { reader, instruments } = await instrumentsFor(config);
  const directories = new Map<string, string[]>();
  for (const { path } of corpusFiles().filter(isMysql))
    if (!path.includes('.down.')) directories.set(posix.dirname(path), [...(directories.get(posix.dirname(path)) ?? []), path]);
  const ways = new Map<string, Ways>();
  for (const paths of directories.values()) {
    const units = paths.map((path) => {
      const text = corpusText(path);
      const sections = partsOf(text);
      const migration: Migration = { path, text, direction: 'up', transaction: 'unknown', ...(sections && { sections }) };
      return { migrations: [migration] };
    });
    const { files, plans } = analyze({ history: [], units }, config, reader, {}, instruments);
    const wayOf = (finding: Finding): keyof Ways => {
      if (plans.some(({ questions }) => questions.some((each) => isNested(finding, each)))) return 'asked';
      if (finding.plan !== undefined) return 'planned';
      return plans.some(({ unplanned }) => unplanned.some((each) => isNested(finding, each))) ? 'reason' : 'none';
    };
    for (const finding of files.flatMap((file) => file.findings)) {
      if (finding.suppressed !== undefined || !stagedCategories.has(finding.category)) continue;
      const own = ways.get(finding.rule) ?? { planned: 0, asked: 0, reason: 0, none: 0 };
      own[wayOf(finding)]++;
      ways.set(finding.rule, own);
    }
  }
  return new Map([...ways].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function waysTable(ways: ReadonlyMap<string, Ways>): readonly string[] {
  const row = (name: string, own: Ways): string =>
    `| ${[name, own.planned + own.asked + own.reason + own.none, own.planned, own.asked, own.reason, own.none].join(' | ')} |`;
  const all: Ways = { planned: 0, asked: 0, reason: 0, none: 0 };
  for (const own of ways.values()) for (const key of Object.keys(all) as (keyof Ways)[]) all[key] += own[key];
  return [
    '| rule | findings | complete plan | complete with the author’s answer | a reason, or the command of a tool | none |',
    '| --- | --- | --- | --- | --- | --- |',
    ...[...ways].map(([rule, own]) => row(rule, own)),
    row('**all**', all),
  ];
}
