import { posix } from 'node:path';
import { analyze } from '../src/analysis/analyze.ts';
import { instrumentsFor } from '../src/analysis/instruments.ts';
import { defaultConfig } from '../src/config/config.ts';
import { readTarget } from '../src/config/target.ts';
import type { Migration } from '../src/migration/migration.ts';
import { onlineOrRefused } from '../src/plan/recipes/mysql/as-pinned.ts';
import type { Finding } from '../src/rules/finding.ts';
import { isNested } from '../src/text/span.ts';
import { corpusFiles, corpusText, isMysql, partsOf } from './corpus-files.ts';
import { stagedCategories } from './plan-figures.ts';

/**
 * What the findings of one rule are given: a complete plan; a statement that is done while others write or refused at once, where history does not tell of the table; a plan that waits for the
 * author's answer; a reason or a tool's command; nothing.
 */
export type Ways = Record<'planned' | 'perhaps' | 'asked' | 'reason' | 'none', number>;

const ways: readonly (keyof Ways)[] = ['planned', 'perhaps', 'asked', 'reason', 'none'];

/** Each finding that wants a plan in the MySQL migrations of the corpus, each migration a deployment unit behind those before it in its directory; by rule. */
export async function mysqlWays(engine: string): Promise<ReadonlyMap<string, Ways>> {
  const config = { ...defaultConfig, target: readTarget(engine) };
  const { reader, instruments } = await instrumentsFor(config);
  const directories = new Map<string, string[]>();
  for (const { path } of corpusFiles().filter(isMysql))
    if (!path.includes('.down.')) directories.set(posix.dirname(path), [...(directories.get(posix.dirname(path)) ?? []), path]);
  const found = new Map<string, Ways>();
  for (const paths of directories.values()) {
    const units = paths.map((path) => {
      const text = corpusText(path);
      const sections = partsOf(text);
      const migration: Migration = { path, text, direction: 'up', transaction: 'unknown', ...(sections && { sections }) };
      return { migrations: [migration] };
    });
    const { files, plans } = analyze({ history: [], units }, config, reader, {}, instruments);
    const steps = plans
      .flatMap(({ stages }) => stages.flatMap((stage) => stage.files.flatMap((file) => file.steps)))
      .flatMap(({ why, answers }) => (answers !== undefined && why.startsWith(onlineOrRefused) ? [answers] : []));
    const wayOf = (finding: Finding): keyof Ways => {
      if (plans.some(({ questions }) => questions.some((each) => isNested(finding, each)))) return 'asked';
      if (finding.plan !== undefined) return steps.some((each) => isNested(finding, each)) ? 'perhaps' : 'planned';
      return plans.some(({ unplanned }) => unplanned.some((each) => isNested(finding, each))) ? 'reason' : 'none';
    };
    for (const finding of files.flatMap((file) => file.findings)) {
      if (finding.suppressed !== undefined || !stagedCategories.has(finding.category)) continue;
      const own = found.get(finding.rule) ?? nothing();
      own[wayOf(finding)]++;
      found.set(finding.rule, own);
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const nothing = (): Ways => ({ planned: 0, perhaps: 0, asked: 0, reason: 0, none: 0 });

export function waysTable(found: ReadonlyMap<string, Ways>): readonly string[] {
  const row = (name: string, own: Ways): string =>
    `| ${[name, ways.reduce((sum, way) => sum + own[way], 0), ...ways.map((way) => own[way])].join(' | ')} |`;
  const all = nothing();
  for (const own of found.values()) for (const way of ways) all[way] += own[way];
  return [
    '| rule | findings | complete plan | done online or refused at once | complete with the author’s answer | a reason, or the command of a tool | none |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...[...found].map(([rule, own]) => row(rule, own)),
    row('**all**', all),
  ];
}
