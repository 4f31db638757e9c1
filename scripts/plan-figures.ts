import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis } from '../src/analysis/analysis.ts';
import { analyze } from '../src/analysis/analyze.ts';
import { defaultConfig } from '../src/config/config.ts';
import { comparePlaces, isDown, placeOf, upSections } from '../src/convention/plain.ts';
import type { Migration, TransactionMode } from '../src/migration/migration.ts';
import type { Question } from '../src/plan/stage.ts';
import type { Category, Finding } from '../src/rules/finding.ts';
import { quoteIdentifier } from '../src/sql/postgres/quote.ts';
import type { Reader } from '../src/sql/statement.ts';
import { linesOf } from '../src/text/lines.ts';
import type { Span } from '../src/text/span.ts';
import { type CorpusFile, corpusDirectory } from './corpus-files.ts';

/** What a finding is given as its way out. */
export type Way =
  /** A plan, complete. */
  | { readonly is: 'planned' }
  /** A plan that is complete once the author has stated what only he knows. */
  | { readonly is: 'asked' }
  /** None, and what is said about it; nothing is said where `reason` is absent. */
  | { readonly is: 'left'; readonly reason?: string };

export interface Planned {
  readonly finding: Finding;
  readonly line: number;
  readonly sql: string;
  readonly way: Way;
}

export const stagedCategories: ReadonlySet<Category> = new Set<Category>(['blocking', 'breaking', 'fails']);

/** The author's answer to every question: a value that has to be computed for each row is the hardest to stage. */
const answer = 'what_the_author_states()';

/** Each finding that wants a plan, in all migrations: each one a deployment unit of its own, behind those that come before it in its series. */
export function plannedFindings(reader: Reader, files: readonly CorpusFile[], transaction: TransactionMode): readonly Planned[] {
  return seriesOf(files).flatMap((paths) => {
    const migrations = paths.map((path) => migrationAt(path, transaction));
    const analyzed = (backfill: Readonly<Record<string, string>>): Analysis =>
      analyze(
        { history: [], units: migrations.map((each) => ({ migrations: [each] })) },
        { ...defaultConfig, transaction, backfill },
        reader,
      );
    const first = analyzed({});
    const [last, asked] = answered(first, analyzed, () => answer);
    const texts = new Map(migrations.map(({ path, text }) => [path, { text, lines: linesOf(text) }]));
    return last.files.flatMap(({ findings }, i) =>
      findings.flatMap((finding, n): Planned[] => {
        const file = texts.get(finding.path);
        if (file === undefined || finding.suppressed !== undefined || !stagedCategories.has(finding.category)) return [];
        const { start, end } = finding.span;
        const sql = file.text.slice(start, end).replace(/\s+/g, ' ');
        const way = wayOf(finding, last);
        const unasked = first.files[i]?.findings[n];
        const waited =
          way.is === 'planned' && (unasked === undefined || isLeft(unasked, first) || asked.some((each) => meet(each, finding)));
        return [{ finding, line: file.lines.position(start).line, sql, way: waited ? { is: 'asked' } : way }];
      }),
    );
  });
}

/** Answers what is asked until nothing is. */
export function answered(
  first: Analysis,
  analyzed: (backfill: Readonly<Record<string, string>>) => Analysis,
  answer: (question: Question) => string,
): readonly [last: Analysis, asked: readonly Question[]] {
  const asked: Question[] = [];
  let last = first;
  for (;;) {
    const open = last.plans.flatMap((plan) => plan.questions).filter((each) => !asked.some((known) => nameOf(known) === nameOf(each)));
    if (open.length === 0) return [last, asked];
    asked.push(...open);
    last = analyzed(Object.fromEntries(asked.map((each) => [nameOf(each), answer(each)])));
  }
}

function nameOf({ table, column }: Question): string {
  return `${table}.${quoteIdentifier(column)}`;
}

function isLeft(finding: Finding, analysis: Analysis): boolean {
  return wayOf(finding, analysis).is === 'left';
}

function meet(one: { readonly path: string; readonly span: Span }, other: { readonly path: string; readonly span: Span }): boolean {
  return one.path === other.path && one.span.start <= other.span.end && other.span.start <= one.span.end;
}

function wayOf(finding: Finding, { plans, notices }: Analysis): Way {
  const near = (each: { readonly path: string; readonly span: Span }): boolean => meet(each, finding);
  if (finding.plan !== undefined) return { is: plans[finding.plan]?.questions.some(near) ? 'asked' : 'planned' };
  const unplanned = plans.flatMap((plan) => plan.unplanned).find(near)?.reason;
  const notice = notices.find((each) => each.path === finding.path && each.message.includes('does not hold'))?.message;
  const reason = unplanned ?? notice;
  return { is: 'left', ...(reason !== undefined && { reason }) };
}

/** Each series of migrations, in its order, without the ways down. */
export function seriesOf(files: readonly CorpusFile[]): readonly (readonly string[])[] {
  const known = new Set(files.map((file) => file.path));
  const places = [...known].filter((path) => !isDown(path, (other) => known.has(other))).map(placeOf);
  const ordered = places.sort(comparePlaces);
  const names = [...new Set(places.map(({ series }) => series))].sort();
  return names.map((name) => ordered.filter(({ series }) => series === name).map(({ path }) => path));
}

export function migrationAt(path: string, transaction: TransactionMode): Migration {
  const text = readFileSync(join(corpusDirectory, path), 'utf8');
  const sections = upSections(text);
  return { path, text, direction: 'up', transaction, ...(sections && { sections }) };
}
