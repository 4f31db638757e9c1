import type { BaselineEntry } from '../config/baseline.ts';
import { type Migration, writtenText } from '../migration/migration.ts';
import type { Finding } from '../rules/finding.ts';
import { contains, type Span } from '../text/span.ts';

/** The findings that a team has taken as they are: how often each stands in a file, by its rule and its statement. */
export interface Baseline {
  /** @param sql as `statementOf` gives it */
  count(path: string, rule: string, sql: string): number;
}

/** @param shown turns a path of the baseline into the form in which migrations have theirs */
export function baselineOf(entries: readonly BaselineEntry[], shown: (path: string) => string): Baseline {
  const key = (path: string, rule: string, sql: string): string => `${path}\n${rule}\n${sql}`;
  const counts = new Map<string, number>();
  for (const { path, rule, sql } of entries) {
    const at = key(shown(path), rule, sql);
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return { count: (path, rule, sql) => counts.get(key(path, rule, sql)) ?? 0 };
}

interface Judged {
  readonly migration: Migration;
  /** In order, with their comments. */
  readonly spans: readonly Span[];
}

/** The findings that are new, and those that the baseline has already; of more equal ones than it has, the first. */
export function partKnown(
  findings: readonly Finding[],
  judged: Judged,
  baseline: Baseline | undefined,
): { readonly findings: readonly Finding[]; readonly known: readonly Finding[] } {
  if (baseline === undefined) return { findings, known: [] };
  const seen = new Map<string, number>();
  const known = new Set<Finding>();
  for (const finding of findings) {
    const sql = statementOf(finding, judged);
    if (finding.suppressed !== undefined || sql === undefined) continue;
    const key = `${finding.rule}\n${sql}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    if (nth <= baseline.count(judged.migration.path, finding.rule, sql)) known.add(finding);
  }
  return { findings: findings.filter((each) => !known.has(each)), known: [...known] };
}

/**
 * What a finding is known by, whatever lines it stands in: its statement, white space evened out. Undefined where it is about the file: one that cannot be
 * read, or was edited, cannot be taken as it is, for nothing would tell when it changes again.
 */
export function statementOf({ rule, span }: Finding, { migration, spans }: Judged): string | undefined {
  if (rule === 'edited-migration') return undefined;
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end <= span.start) low = middle + 1;
    else high = middle;
  }
  const own = spans[low];
  if (own === undefined || !contains(own, span)) return undefined;
  return writtenText(migration, own)
    .replace(/\s+/g, ' ')
    .replace(/ ?;? ?$/, '');
}
