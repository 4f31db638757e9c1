import type { Expression } from '../operation/expression.ts';
import { keyOf } from '../operation/name.ts';
import { columnOf, resolve, tableOf } from '../schema/schema.ts';
import type { PlannableOperation } from './unit.ts';
import type { Work } from './work.ts';

/** DROP DEFAULT before a change of type, which could not convert it, and SET DEFAULT after it. */
export interface DefaultAround {
  readonly dropped?: Expression;
  readonly put?: Expression;
}

/**
 * The works that belong to a change of type in that way. Staged, the change comes much later than its first statement: the default stays until then, or code that
 * relies on it would fail all the while.
 */
export function defaultAround(works: readonly Work[], of: Work): DefaultAround & { readonly works: readonly Work[] } {
  const [change] = of.operations;
  if (change?.operation.kind !== 'alter-column-type' || of.operations.length > 1) return { works: [] };
  const at = works.indexOf(of);
  const before = works.slice(0, at).findLast((each) => isOn(each, change));
  const after = works.slice(at + 1).find((each) => isOn(each, change));
  const [drop, set] = [before?.operations[0], after?.operations[0]];
  if (before === undefined || drop?.operation.kind !== 'drop-default') return { works: [] };
  const dropped = columnOf(tableOf(drop.before, drop.operation.table), drop.operation.column)?.default;
  const puts =
    after !== undefined && set?.operation.kind === 'set-default'
      ? { works: [before, after], put: set.operation.expression }
      : { works: [before] };
  return { ...puts, ...(dropped && { dropped }) };
}

/** Whether a work does one thing, to the column of the other. */
function isOn({ operations, inBlock }: Work, { operation, before }: PlannableOperation): boolean {
  const [only, ...more] = operations;
  if (only === undefined || more.length > 0 || inBlock || operation.kind !== 'alter-column-type') return false;
  const own = only.operation;
  if (!('column' in own) || own.column !== operation.column || own.table === undefined) return false;
  return keyOf(resolve(only.before, own.table)) === keyOf(resolve(before, operation.table));
}
