import { catalogQuery } from './catalog-query.ts';
import type { ProofDatabase } from './database.ts';
import { runPrepared } from './prepared.ts';

/**
 * The schema as the server's catalog has it, a line each thing, sorted: two databases with equal lines have the same schema. Object numbers, the order of
 * columns and everything that is no schema (rows, statistics, where a sequence stands) are left out.
 */
export async function catalogOf(database: ProofDatabase): Promise<readonly string[]> {
  return (await runPrepared(database, 'lockstep_catalog', catalogQuery(database.major))).map((row) => String(row.line));
}

/** What one has that the other has not, in words. Empty: the same schema. */
export function catalogDifference(expected: readonly string[], actual: readonly string[]): readonly string[] {
  const [wanted, found] = [new Set(expected), new Set(actual)];
  return [
    ...expected.filter((line) => !found.has(line)).map((line) => `missing: ${line}`),
    ...actual.filter((line) => !wanted.has(line)).map((line) => `not wanted: ${line}`),
  ];
}

/** The lines without the names of NOT NULL constraints: PostgreSQL 18 makes one up from what the table is called when the column becomes NOT NULL, again. */
export function withoutNotNullNames(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/^(constraint .*)\.(?:"(?:[^"]|"")+"|[^." ]+) (?=n NOT NULL )/, '$1 '));
}

/** The lines without the targets of statistics that ALTER … TYPE drops with the index or the statistics object that it makes anew, and a plan keeps. */
export function withoutTargets(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/^(index .*) statistics [0-9=,]+/, '$1').replace(/^(statistics .*) target \d+$/, '$1'));
}
