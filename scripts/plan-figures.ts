import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis } from '../src/analysis/analysis.ts';
import { analyze } from '../src/analysis/analyze.ts';
import { defaultConfig } from '../src/config/config.ts';
import { comparePlaces, isDown, placeOf, upSections } from '../src/convention/plain.ts';
import type { Migration, TransactionMode } from '../src/migration/migration.ts';
import type { Category, Finding } from '../src/rules/finding.ts';
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

const stagedCategories: ReadonlySet<Category> = new Set<Category>(['blocking', 'breaking', 'fails']);

/** Each finding that wants a plan, in all migrations: each one a deployment unit of its own, behind those that come before it in its series. */
export function plannedFindings(reader: Reader, files: readonly CorpusFile[], transaction: TransactionMode): readonly Planned[] {
  const config = { ...defaultConfig, transaction };
  return seriesOf(files).flatMap((paths) => {
    const migrations = paths.map((path) => migrationAt(path, transaction));
    const analysis = analyze({ history: [], units: migrations.map((each) => ({ migrations: [each] })) }, config, reader);
    const texts = new Map(migrations.map(({ path, text }) => [path, { text, lines: linesOf(text) }]));
    return analysis.files.flatMap(({ findings }) =>
      findings.flatMap((finding): Planned[] => {
        const file = texts.get(finding.path);
        if (file === undefined || finding.suppressed !== undefined || !stagedCategories.has(finding.category)) return [];
        const { start, end } = finding.span;
        const sql = file.text.slice(start, end).replace(/\s+/g, ' ');
        return [{ finding, line: file.lines.position(start).line, sql, way: wayOf(finding, analysis) }];
      }),
    );
  });
}

function wayOf(finding: Finding, { plans, notices }: Analysis): Way {
  const near = (each: { readonly path: string; readonly span: Span }): boolean =>
    each.path === finding.path && each.span.start <= finding.span.end && finding.span.start <= each.span.end;
  if (finding.plan !== undefined) return { is: plans[finding.plan]?.questions.some(near) ? 'asked' : 'planned' };
  const unplanned = plans.flatMap((plan) => plan.unplanned).find(near)?.reason;
  const notice = notices.find((each) => each.path === finding.path && each.message.includes('does not hold'))?.message;
  const reason = unplanned ?? notice;
  return { is: 'left', ...(reason !== undefined && { reason }) };
}

/** Each series of migrations, in its order, without the ways down. */
function seriesOf(files: readonly CorpusFile[]): readonly (readonly string[])[] {
  const known = new Set(files.map((file) => file.path));
  const places = [...known].filter((path) => !isDown(path, (other) => known.has(other))).map(placeOf);
  const ordered = places.sort(comparePlaces);
  const names = [...new Set(places.map(({ series }) => series))].sort();
  return names.map((name) => ordered.filter(({ series }) => series === name).map(({ path }) => path));
}

function migrationAt(path: string, transaction: TransactionMode): Migration {
  const text = readFileSync(join(corpusDirectory, path), 'utf8');
  const sections = upSections(text);
  return { path, text, direction: 'up', transaction, ...(sections && { sections }) };
}
