import { keyOf, type ResolvedName } from '../operation/name.ts';
import type { Operation } from '../operation/operation.ts';
import { apply } from '../schema/apply.ts';
import { resolve } from '../schema/schema.ts';
import type { Around } from './around.ts';
import type { LeftOut } from './left-out.ts';
import { isOfRows, tablesOf } from './needs.ts';
import type { PlannableOperation } from './unit.ts';
import { mentions, onlyOf, type Work } from './work.ts';

/** A drop of a column in the place of what the unit does to the column before it. */
export interface Going {
  /** The drop as it is without that: of the column under the name that running code knows. */
  readonly drop: Work;
  /** What need not be done. */
  readonly leftOut: readonly Work[];
  /** The author drops it under another name. */
  readonly isRenamed: boolean;
}

/** What is done to a column and to nothing else. */
const toColumn: ReadonlySet<Operation['kind']> = new Set<Operation['kind']>([
  'rename-column',
  'alter-column-type',
  'set-not-null',
  'drop-not-null',
  'set-default',
  'drop-default',
]);

/** What of it is staged, for a column that nobody will use. */
const costly: ReadonlySet<Operation['kind']> = new Set<Operation['kind']>(['rename-column', 'alter-column-type', 'set-not-null']);

/**
 * The drops of columns that the unit has changed before. Staged, each change would come to an end just to be dropped, and the code that comes with the unit names the column
 * neither by its old name nor by the new one.
 */
export function goingColumns(works: readonly Work[], around: ReadonlyMap<Work, Around>): ReadonlyMap<Work, Going> {
  const found = new Map<Work, Going>();
  for (const [i, work] of works.entries()) {
    const only = onlyOf(work);
    if (only?.operation.kind !== 'drop-column' || only.operation.conditional || only.findings.length === 0) continue;
    const table = resolve(only.before, only.operation.table);
    let { column } = only.operation;
    const leftOut: Work[] = [];
    for (const earlier of works.slice(0, i).toReversed()) {
      const change = onlyOf(earlier);
      const changed = change && !around.has(earlier) ? changedColumn(change, table) : undefined;
      if (change === undefined || changed?.now !== column) {
        if (mayUse(earlier, table, column)) break;
        continue;
      }
      column = changed.before;
      leftOut.push(earlier);
    }
    const first = leftOut.at(-1)?.operations[0];
    if (first === undefined || !leftOut.some(({ operations }) => operations.some(({ operation }) => costly.has(operation.kind)))) continue;
    const operation = { ...only.operation, column };
    const { before } = first;
    found.set(work, {
      drop: { ...work, operations: [{ ...only, operation, before, after: apply(before, operation) }] },
      leftOut,
      isRenamed: column !== only.operation.column,
    });
  }
  return found;
}

/** What the drops take the place of, each with its drop. */
export function changesOfGoing(going: ReadonlyMap<Work, Going>): readonly (readonly [Work, LeftOut])[] {
  return [...going.values()].flatMap(({ drop, leftOut }) => leftOut.map((each) => [each, { by: drop, how: 'drops the column' }] as const));
}

/** The column of the table that an operation changes and nothing else, as it is called before and behind it. */
function changedColumn({ operation, before }: PlannableOperation, table: ResolvedName): Record<'before' | 'now', string> | undefined {
  if (!toColumn.has(operation.kind) || operation.conditional || !('table' in operation) || operation.table === undefined) return undefined;
  if (!('column' in operation) || typeof operation.column !== 'string' || keyOf(resolve(before, operation.table)) !== keyOf(table))
    return undefined;
  return { before: operation.column, now: operation.kind === 'rename-column' ? operation.to : operation.column };
}

/** Whether a work may read or name the column, in whatever way. */
function mayUse(work: Work, table: ResolvedName, column: string): boolean {
  return (
    mentions(work, column) ||
    work.operations.some(
      ({ operation, before }) =>
        operation.kind === 'dynamic-sql' ||
        operation.kind === 'call' ||
        operation.kind === 'select' ||
        (operation.kind === 'create-view' && operation.reads.some((each) => keyOf(resolve(before, each.table)) === keyOf(table))) ||
        (isOfRows(operation) && tablesOf(operation).some((each) => keyOf(resolve(before, each)) === keyOf(table))),
    )
  );
}
