import { keyOf, type QualifiedName, type ResolvedName } from '../operation/name.ts';
import { resolve, type Schema } from '../schema/schema.ts';
import type { Work } from './work.ts';

/** A view that the author drops before a change of type, since it reads the column, and makes anew behind it. */
export interface ViewAround {
  readonly view: QualifiedName;
  readonly drop: Work;
  readonly create: Work;
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
  const found = new Map<Work, readonly ViewAround[]>();
  if (dropped.length === 0 || dropped.length > mostViews) return found;
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
        own.toSorted((a, b) => at(a.create) - at(b.create)),
      );
  }
  // One that is over two of them could take the place of none before the other.
  const times = new Map<Work, number>();
  for (const { drop } of [...found.values()].flat()) times.set(drop, (times.get(drop) ?? 0) + 1);
  for (const [work, own] of found) {
    const alone = own.filter(({ drop }) => times.get(drop) === 1);
    if (alone.length === own.length) continue;
    if (alone.length === 0) found.delete(work);
    else found.set(work, alone);
  }
  return found;
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
