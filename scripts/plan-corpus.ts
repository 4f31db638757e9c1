import { readFileSync, writeFileSync } from 'node:fs';
import type { TransactionMode } from '../src/migration/migration.ts';
import { loadReader } from '../src/sql/load.ts';
import { between } from './between.ts';
import { corpusDirectory, corpusIsThere, postgresFiles } from './corpus-files.ts';
import { type Planned, plannedFindings } from './plan-figures.ts';

/**
 * `npm run plan:corpus -- [mode]`: for how many findings of real migrations there is a complete plan. Prints the share by rule, and what is left with its
 * reasons; with `--write` puts both into docs/plans.md. `-- --engine mysql@8.0`: the same of the corpus's MySQL migrations.
 */
const page = new URL('../docs/plans.md', import.meta.url);
const mode = (process.argv.slice(2).find((each) => !each.startsWith('--')) ?? 'unknown') as TransactionMode;

const engine = process.argv.indexOf('--engine');

if (!corpusIsThere) console.log(`skipped: there is no corpus at ${corpusDirectory}`);
else if (engine > 0) {
  const { mysqlWays, waysTable } = await import('./mysql-plan-figures.ts');
  const table = waysTable(await mysqlWays(process.argv[engine + 1] ?? ''));
  console.log(table.join('\n'));
  if (process.argv.includes('--write')) {
    const text = readFileSync(page, 'utf8');
    writeFileSync(page, between(text, 'mysql-corpus', table.join('\n')) ?? text);
  }
} else {
  const all = plannedFindings(await loadReader(), postgresFiles(), mode);
  console.log(byRule(all).join('\n'));
  for (const [reason, own] of byReason(all)) {
    console.log(`\n${own.length} × ${reason}`);
    for (const { finding, line, sql } of own) console.log(`  ${finding.rule}  ${finding.path}:${line}  ${sql.slice(0, 120)}`);
  }
  if (process.argv.includes('--write')) {
    const text = readFileSync(page, 'utf8');
    writeFileSync(page, between(text, 'corpus', [...byRule(all), '', ...reasons(all)].join('\n')) ?? text);
  }
}

function byRule(all: readonly Planned[]): readonly string[] {
  const rules = [...new Set(all.map(({ finding }) => finding.rule))].sort();
  const row = (name: string, own: readonly Planned[]): string => {
    const count = (is: Planned['way']['is']): number => own.filter(({ way }) => way.is === is).length;
    return `| ${[name, own.length, count('planned'), count('asked'), count('left')].join(' | ')} |`;
  };
  return [
    '| rule | findings | complete plan | complete with the author’s answer | none |',
    '| --- | --- | --- | --- | --- |',
    ...rules.map((rule) =>
      row(
        rule,
        all.filter(({ finding }) => finding.rule === rule),
      ),
    ),
    row('**all**', all),
  ];
}

function reasons(all: readonly Planned[]): readonly string[] {
  return ['| none | why |', '| --- | --- |', ...byReason(all).map(([reason, own]) => `| ${own.length} | ${reason} |`)];
}

/** A reason without what tells one place from another. */
function shown(reason: string): string {
  return reason
    .replace(/the statement on line \d+ of \S+/, 'another statement')
    .replace(/\s*\(\S+\.sql\)/, '')
    .replace(/hangs on \S+/, 'hangs on the column')
    .replace(/^\S+ is partitioned/, 'the table is partitioned')
    .replace(/^\S+ is made anew/, 'the view is made anew')
    .replace(/ON ONLY \S+,/, 'ON ONLY the table,');
}

/** What is left, the same reason about different things taken together, most frequent first. */
function byReason(all: readonly Planned[]): readonly (readonly [reason: string, own: readonly Planned[]])[] {
  const found = new Map<string, Planned[]>();
  for (const each of all) {
    if (each.way.is !== 'left') continue;
    const reason = shown(each.way.reason ?? 'nothing is said');
    found.set(reason, [...(found.get(reason) ?? []), each]);
  }
  return [...found].sort(([, a], [, b]) => b.length - a.length);
}
