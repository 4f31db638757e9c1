import { keyOf, type QualifiedName } from '../operation/name.ts';
import { resolve } from '../schema/schema.ts';
import type { Replaced } from './recipe.ts';
import type { PlannableOperation } from './unit.ts';
import type { Work } from './work.ts';

/**
 * Unique keys and indexes that come in the place of one that the unit drops before, each with the work that drops it. Staged, the new one would come
 * much later than the old one goes: so the old one stays until the very transaction, and rows are unique, and found, all the time.
 *
 * @param isStaged whether a work gets steps of its own in the place of what another drops
 */
export function replacements(works: readonly Work[], isStaged: (work: Work, drop: Work) => boolean): ReadonlyMap<Work, Work> {
  const dropped = new Map<string, Work[]>();
  const found = new Map<Work, Work>();
  const used = new Set<Work>();
  for (const work of works) {
    const [only, ...more] = work.operations;
    if (only === undefined || more.length > 0 || work.inBlock) continue;
    const { operation } = only;
    if (operation.kind === 'drop-column') dropped.delete(keyOf(resolve(only.before, operation.table)));
    if (
      (operation.kind === 'drop-constraint' && !operation.cascade) ||
      (operation.kind === 'drop-index' && operation.table !== undefined)
    ) {
      const table = keyOf(resolve(only.before, operation.table as QualifiedName));
      dropped.set(table, [...(dropped.get(table) ?? []), work]);
    }
    if (operation.kind !== 'add-constraint' && operation.kind !== 'create-index') continue;
    const old = dropped.get(keyOf(resolve(only.before, operation.table)))?.find((drop) => !used.has(drop) && isReplaced(drop, only));
    if (old === undefined || !isStaged(work, old)) continue;
    used.add(old);
    found.set(work, old);
  }
  return found;
}

/** Whether a dropped constraint is a key, and the new one bears its name or is the primary key as it was; or an index that another takes the name of. */
function isReplaced(drop: Work, { operation, before }: PlannableOperation): boolean {
  const [dropped] = drop.operations;
  if (dropped?.operation.kind === 'drop-index')
    return operation.kind === 'create-index' && operation.index.name?.toLowerCase() === dropped.operation.index.name.toLowerCase();
  if (dropped?.operation.kind !== 'drop-constraint' || operation.kind !== 'add-constraint') return false;
  const { type, name } = operation.constraint;
  const table = keyOf(resolve(dropped.before, dropped.operation.table));
  const { constraint } = dropped.operation;
  if ((type !== 'unique' && type !== 'primary-key') || keyOf(resolve(before, operation.table)) !== table) return false;
  const old = dropped.before.tables.get(table)?.constraints.find((each) => each.name === constraint)?.definition.type;
  return name === constraint || (type === 'primary-key' && (old === 'primary-key' || dropped.operation.type === 'primary-key'));
}

/** The constraint or index that a work drops. */
export function droppedBy(work: Work | undefined): Replaced | undefined {
  const [only] = work?.operations ?? [];
  if (only?.operation.kind === 'drop-constraint') return { name: only.operation.constraint, before: only.before };
  return only?.operation.kind === 'drop-index' ? { name: only.operation.index.name, before: only.before } : undefined;
}
