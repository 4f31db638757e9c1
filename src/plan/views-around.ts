import { keyOf, type QualifiedName, type ResolvedName } from '../operation/name.ts';
import { resolve, type Schema } from '../schema/schema.ts';
import type { Work } from './work.ts';

/** A view that the author drops before a change of type, since it reads the column, and makes anew behind it. */
export interface ViewAround {
  readonly view: QualifiedName;
  readonly drop: Work;
  readonly create: Work;
  /** Made anew, it reads all columns of the table, whichever there are in that moment. */
  readonly readsAll: boolean;
  /** Of several changes of type under it: it changes over with the last, and the old one goes with the first old column. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Views of one table up to which it is looked for; more nobody makes anew in one deployment. */
const mostViews = 100;

/** The views around each change of type, in the order in which they are made. */
export function viewsAround(works: readonly Work[]): ReadonlyMap<Work, readonly ViewAround[]> {
  const order = new Map(works.map((work, i) => [work, i]));
  const at = (work: Work): number => order.get(work) ?? 0;
  const made = new Map<string, Work>();
  for (const work of works.toReversed()) {
    const [only, ...more] = work.operations;
    if (only?.operation.kind !== 'create-view' || more.length > 0 || work.inBlock || only.operation.materialized) continue;
    made.set(keyOf(resolve(only.after, only.operation.view, only.after.views)), work);
  }
  const dropped: { readonly key: string; readonly drop: Work; readonly create: Work; readonly view: QualifiedName }[] = [];
  for (const work of works) {
    const [only, ...more] = work.operations;
    if (only?.operation.kind !== 'drop-view' || more.length > 0 || work.inBlock || only.operation.cascade) continue;
    const key = keyOf(resolve(only.before, only.operation.view, only.before.views));
    const create = made.get(key);
    if (create !== undefined && at(create) > at(work)) dropped.push({ key, drop: work, create, view: only.operation.view });
  }
  if (dropped.length === 0 || dropped.length > mostViews) return new Map();
  const found = new Map<Work, readonly Omit<ViewAround, 'isFirst' | 'isLast'>[]>();
  for (const work of works) {
    const [only, ...more] = work.operations;
    if (only?.operation.kind !== 'alter-column-type' || more.length > 0) continue;
    const { operation, before } = only;
    const table = resolve(before, operation.table);
    const own = dropped.filter(
      ({ key, drop, create }) =>
        at(drop) < at(work) &&
        at(work) < at(create) &&
        reads((drop.operations[0] as { before: Schema }).before, key, table, operation.column),
    );
    if (own.length > 0)
      found.set(
        work,
        own.toSorted((a, b) => at(a.create) - at(b.create)).map((each) => ({ ...each, readsAll: readsAll(each.create, table) })),
      );
  }
  const over = new Map<Work, Work[]>();
  for (const [work, own] of found) for (const { drop } of own) over.set(drop, [...(over.get(drop) ?? []), work]);
  return new Map(
    [...found].map(([work, own]) => [
      work,
      own.map((each) => ({ ...each, isFirst: over.get(each.drop)?.[0] === work, isLast: over.get(each.drop)?.at(-1) === work })),
    ]),
  );
}

/** Whether CREATE VIEW says `*` of a table. */
function readsAll({ operations }: Work, table: ResolvedName): boolean {
  return operations.some(
    ({ operation, before }) =>
      operation.kind === 'create-view' &&
      operation.reads.some((each) => keyOf(resolve(before, each.table)) === keyOf(table) && each.columns.includes('*')),
  );
}

/** Whether a view reads a column of a table, itself or through others. */
function reads(schema: Schema, view: string, table: ResolvedName, column: string, seen = new Set<string>()): boolean {
  if (seen.has(view)) return false;
  seen.add(view);
  return (schema.views.get(view)?.reads ?? []).some(({ table: from, columns }) => {
    const key = keyOf(from);
    return key === keyOf(table) ? columns.includes(column) || columns.includes('*') : reads(schema, key, table, column, seen);
  });
}
