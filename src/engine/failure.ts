/** That a statement fails on existing rows, or may, by what is known. */
export interface Failure {
  /** PostgreSQL's SQLSTATE; of MySQL and MariaDB the number of the error. */
  readonly code: string;
  readonly reason: string;
  /** False: it depends on the rows (a NULL, a duplicate). True: it fails on any row, or always. */
  readonly certain: boolean;
  /** Further ways in which the same statement may fail on the same table, one for each code. */
  readonly others?: readonly Failure[];
}

/** All ways in which an effect may fail, the surest first. */
export function failuresOf({ fails }: { readonly fails?: Failure }): readonly Failure[] {
  return fails === undefined ? [] : [fails, ...(fails.others ?? [])];
}

/** Several ways to fail as one: the surest, with those that have other codes behind it. */
export function joinFailures(failures: readonly (Failure | undefined)[]): Failure | undefined {
  const all = failures.flatMap((failure) => failuresOf(failure === undefined ? {} : { fails: failure }));
  const first = all.find(({ certain }) => certain) ?? all[0];
  if (first === undefined) return undefined;
  const { others: _, ...surest } = first;
  const byCode = new Map<string, Failure>([[surest.code, surest]]);
  for (const { others: __, ...each } of all) if (!byCode.has(each.code)) byCode.set(each.code, each);
  const others = [...byCode.values()].slice(1);
  return others.length === 0 ? surest : { ...surest, others };
}
