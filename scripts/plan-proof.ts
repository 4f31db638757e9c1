import { readFileSync, writeFileSync } from 'node:fs';
import type { Analysis } from '../src/analysis/analysis.ts';
import { analyze } from '../src/analysis/analyze.ts';
import { provePlans } from '../src/analysis/prove-plans.ts';
import { defaultConfig } from '../src/config/config.ts';
import type { MigrationSet } from '../src/migration/migration.ts';
import type { Proof } from '../src/plan/proof.ts';
import { loadReader } from '../src/sql/load.ts';
import { between } from './between.ts';
import { corpusDirectory, corpusIsThere, postgresFiles } from './corpus-files.ts';
import { answered, migrationAt, seriesOf, stagedCategories } from './plan-figures.ts';
import { madeUpAnswers } from './proof/answers.ts';

/**
 * `npm run plan:proof`: what becomes of the complete plans for real migrations when they are run, each in its series' history (`npm run build` comes first). Prints
 * every plan that is not proved; with `--write` puts the figures into docs/plans.md.
 * `npm run plan:proof -- --engine mysql@9.7` (`mariadb@10.11`, `mariadb@11.8`): runs the plans of test/plan/mysql/cases.ts on that server, and writes the record that the tests hold them against; `--new` behind it:
 * only those that have changed.
 */
interface Proved {
  readonly path: string;
  readonly findings: number;
  readonly proof: Proof | undefined;
  /** It was made whole by values that an author might have stated. */
  readonly isAnswered: boolean;
}

const page = new URL('../docs/plans.md', import.meta.url);
const engine = process.argv.indexOf('--engine');
if (engine > 0) {
  const { proveMysqlPlans } = await import('./proof/mysql.ts');
  const failures = await proveMysqlPlans(process.argv[engine + 1] ?? '', process.argv[engine + 2]);
  for (const each of failures) console.log(each);
  process.exitCode = failures.length > 0 ? 1 : 0;
} else if (!corpusIsThere) console.log(`skipped: there is no corpus at ${corpusDirectory}`);
else {
  const reader = await loadReader();
  const all: Proved[] = [];
  for (const paths of seriesOf(postgresFiles())) {
    const set: MigrationSet = { history: [], units: paths.map((path) => ({ migrations: [migrationAt(path, 'unknown')] })) };
    const migrations = set.units.flatMap((unit) => unit.migrations);
    const analyzed = (backfill: Readonly<Record<string, string>>): Analysis => analyze(set, { ...defaultConfig, backfill }, reader);
    const first = analyzed({});
    const [analysis, asked] = answered(first, analyzed, madeUpAnswers(migrations, reader));
    const [proved] = await provePlans([{ set, analysis }], { skip: false, required: false }, reader);
    const before = new Map(
      analysis.plans.map((plan, i) => [plan.id, analysis.files.flatMap((file) => file.findings).filter((each) => each.plan === i)]),
    );
    for (const plan of analysis.plans) {
      if (plan.stages.length === 0 || plan.questions.length > 0) continue;
      const findings = (before.get(plan.id) ?? []).filter((each) => each.suppressed === undefined && stagedCategories.has(each.category));
      const proof =
        proved?.plans.find((each) => each.id === plan.id)?.proof ??
        failureOf(proved?.files.flatMap((file) => file.findings) ?? [], plan.edits[0]?.path);
      const path = plan.edits[0]?.path ?? '';
      all.push({ path, findings: findings.length, proof, isAnswered: asked.some((each) => each.path === path) });
      if (proof?.status !== 'proved') console.log(`${proof?.status}  ${path}: ${proof?.reason}`);
    }
  }
  const figures = table(all);
  console.log(figures.join('\n'));
  if (process.argv.includes('--write')) {
    const text = readFileSync(page, 'utf8');
    writeFileSync(page, between(text, 'proof', figures.join('\n')) ?? text);
  }
}

/** A plan that failed is gone; the findings that it answered say why. */
function failureOf(findings: readonly { readonly path: string; readonly advice: string }[], path: string | undefined): Proof {
  const told = findings.find((each) => each.path === path && each.advice.includes('failed its proof'))?.advice ?? '';
  return { status: 'failed', checks: [], reason: told.slice(told.indexOf('failed its proof')) };
}

function table(all: readonly Proved[]): readonly string[] {
  const kinds = new Map<string, Proved[]>();
  for (const each of all) {
    const kind = kindOf(each.proof) + (each.isAnswered ? ', with made-up values for the rows that exist' : '');
    kinds.set(kind, [...(kinds.get(kind) ?? []), each]);
  }
  const row = (name: string, own: readonly Proved[]): string =>
    `| ${name} | ${own.length} | ${own.reduce((sum, { findings }) => sum + findings, 0)} |`;
  return [
    '| plans for real migrations | plans | findings that they answer |',
    '| --- | --- | --- |',
    ...[...kinds].sort(([, a], [, b]) => b.length - a.length).map(([name, own]) => row(name, own)),
    row('**all**', all),
  ];
}

function kindOf(proof: Proof | undefined): string {
  const reason = proof?.reason ?? '';
  if (proof?.status === 'proved') return 'proved';
  if (proof?.status === 'failed') return 'not offered: the plan failed its proof';
  const extension = /extension "(.*?)" is not available/.exec(reason)?.[1];
  if (extension !== undefined) return `not proved: the engine does not have the extension ${extension}`;
  if (reason.startsWith('no migration before it creates')) return 'not proved: no migration before it creates the table';
  if (reason.startsWith('the history does not run')) return 'not proved: the migrations before it do not run from nothing';
  if (reason.startsWith('the file as written')) return 'not proved: the file as written does not run';
  if (reason.startsWith('the engine was stopped')) return 'not proved: past a limit of the engine';
  return `not proved: ${reason}`;
}
