import { keyOf } from '../operation/name.ts';
import { resolve } from '../schema/schema.ts';
import type { Replaced } from './recipe.ts';
import type { PlannableOperation } from './unit.ts';
import type { Work } from './work.ts';

/**
 * Unique keys that come in the place of one that the unit drops before, each with the work that drops it. Staged, the new key would come
 * much later than the old one goes: so the old one stays until the very transaction, and rows are unique all the time.
 *
 * @param isStaged whether a work gets steps of its own
 */
export function replacements(works: readonly Work[], isStaged: (work: Work) => boolean): ReadonlyMap<Work, Work> {
  const dropped = new Map<string, Work[]>();
  const found = new Map<Work, Work>();
  const used = new Set<Work>();
  for (const work of works) {
    const [only, ...more] = work.operations;
    if (only === undefined || more.length > 0 || work.inBlock) continue;
    const { operation } = only;
    if (operation.kind === 'drop-column') dropped.delete(keyOf(resolve(only.before, operation.table)));
    if (operation.kind === 'drop-constraint' && !operation.cascade) {
      const table = keyOf(resolve(only.before, operation.table));
      dropped.set(table, [...(dropped.get(table) ?? []), work]);
    }
    if (operation.kind !== 'add-constraint') continue;
    const old = dropped.get(keyOf(resolve(only.before, operation.table)))?.find((drop) => !used.has(drop) && isReplaced(drop, only));
    if (old === undefined || !isStaged(work)) continue;
    used.add(old);
    found.set(work, old);
  }
  return found;
}

/** Whether a dropped constraint is a key, and the new one bears its name or is the primary key as it was. */
function isReplaced(drop: Work, { operation, before }: PlannableOperation): boolean {
  const [dropped] = drop.operations;
  if (dropped?.operation.kind !== 'drop-constraint' || operation.kind !== 'add-constraint') return false;
  const { type, name } = operation.constraint;
  const table = keyOf(resolve(dropped.before, dropped.operation.table));
  const { constraint } = dropped.operation;
  if ((type !== 'unique' && type !== 'primary-key') || keyOf(resolve(before, operation.table)) !== table) return false;
  const old = dropped.before.tables.get(table)?.constraints.find((each) => each.name === constraint)?.definition.type;
  return name === constraint || (type === 'primary-key' && (old === 'primary-key' || dropped.operation.type === 'primary-key'));
}

/** The constraint that a work drops. */
export function droppedBy(work: Work | undefined): Replaced | undefined {
  const [only] = work?.operations ?? [];
  return only?.operation.kind === 'drop-constraint' ? { constraint: only.operation.constraint, before: only.before } : undefined;
}
