import { readFileSync } from 'node:fs';
import { type CaseGroup, groupsBy } from '../groups.ts';
import type { Recorded } from '../lines.ts';
import type { Case } from './case.ts';

export const mysqlServers = ['mysql@9.7', 'mariadb@10.11', 'mariadb@11.8'] as const;
export type MysqlServer = (typeof mysqlServers)[number];

/** The least first. MySQL does not know NOCOPY. */
export const algorithms = ['instant', 'nocopy', 'inplace', 'copy'] as const;
export type Algorithm = (typeof algorithms)[number];

/** What others cannot do meanwhile: nothing, write, or use the table at all. */
export const locks = ['none', 'shared', 'exclusive'] as const;
export type Lock = (typeof locks)[number];
export type LockClause = Lock | 'default';

/** `row-version`: one of the changes without touching rows that MySQL allows a table only so many of. */
export const works = ['rebuild', 'index-build', 'row-version'] as const;
export type Work = (typeof works)[number];

/** What a server did for a case, in the forms that docs/truth.md describes. */
export type Line = DoneLine | { readonly refused: number } | { readonly 'no setup': number };

export interface DoneLine extends Readonly<Partial<Record<Algorithm, string>>> {
  /** By table: what the statement as it stands does. */
  readonly plain: Readonly<Record<string, string>>;
  /** The errors on the rows there are, of the statement as it stands and with each algorithm. */
  readonly fails?: ByForm<number>;
  /** What the case's question was answered. */
  readonly answers?: ByForm<string>;
}

export type ByForm<Value> = Readonly<Partial<Record<'plain' | Algorithm, Value>>>;

export type MysqlRecord = Recorded<Line>;

export function pathOf(server: MysqlServer): URL {
  return new URL(`../${server.replace('@', '-')}.json`, import.meta.url);
}

export function readRecord(server: MysqlServer): MysqlRecord {
  return JSON.parse(readFileSync(pathOf(server), 'utf8')) as MysqlRecord;
}

export function mysqlGroupsOf(cases: readonly Case[]): readonly CaseGroup<Case>[] {
  return groupsBy(cases, ({ sql, ask }) => (ask === undefined ? [sql] : [sql, ask]));
}
