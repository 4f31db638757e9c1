import type { Expression } from '../operation/expression.ts';
import { keyOf } from '../operation/name.ts';
import type { OperationOf } from '../operation/operation.ts';
import { columnOf, resolve, tableOf } from '../schema/schema.ts';
import { quoteIdentifier, quoteName } from '../sql/postgres/quote.ts';
import type { PlannableOperation } from './unit.ts';
import type { Work } from './work.ts';

/** What the author does around a change of type, and what has to happen in the very moment at which it is staged to take place. */
export interface Around {
  /** DROP DEFAULT before it, which the change could not convert; and SET DEFAULT after it. */
  readonly default?: { readonly dropped?: Expression; readonly put?: Expression };
  /** The old type gives its name to the new one: the statements, and how to undo them, last first. */
  readonly renames: readonly string[];
  readonly undo: readonly string[];
}

/**
 * The works that belong to a change of type in one of these ways. Staged, the change comes much later than its first statement: until then the default stays, or code
 * that relies on it would fail all the while, and so does the type's name, which code casts to.
 */
export function around(works: readonly Work[], of: Work): Around & { readonly works: readonly Work[] } {
  const [change, ...more] = of.operations;
  if (change?.operation.kind !== 'alter-column-type' || more.length > 0) return { works: [], renames: [], undo: [] };
  const at = works.indexOf(of);
  const defaults = defaultAround(works.slice(0, at), works.slice(at + 1), change);
  const renames = renamesAfter(works, at, change);
  return {
    ...(defaults.length > 0 && { default: defaultOf(defaults) }),
    renames: renames.map((each) => each.sql),
    undo: renames.map(undone).reverse(),
    works: [...defaults, ...renames],
  };
}

function defaultAround(before: readonly Work[], after: readonly Work[], change: PlannableOperation): readonly Work[] {
  const drop = before.findLast((each) => isOn(each, change));
  if (drop?.operations[0]?.operation.kind !== 'drop-default') return [];
  const set = after.find((each) => isOn(each, change));
  return set?.operations[0]?.operation.kind === 'set-default' ? [drop, set] : [drop];
}

function defaultOf([drop, set]: readonly Work[]): NonNullable<Around['default']> {
  const [first, last] = [drop?.operations[0], set?.operations[0]];
  if (first?.operation.kind !== 'drop-default') return {};
  const dropped = columnOf(tableOf(first.before, first.operation.table), first.operation.column)?.default;
  return { ...(dropped && { dropped }), ...(last?.operation.kind === 'set-default' && { put: last.operation.expression }) };
}

/** Whether a work does one thing, to the column of the change. */
function isOn({ operations, inBlock }: Work, { operation, before }: PlannableOperation): boolean {
  const [only, ...more] = operations;
  if (only === undefined || more.length > 0 || inBlock || operation.kind !== 'alter-column-type') return false;
  const own = only.operation;
  if (!('column' in own) || own.column !== operation.column || own.table === undefined) return false;
  return keyOf(resolve(only.before, own.table)) === keyOf(resolve(before, operation.table));
}

/** `ALTER TYPE x RENAME TO x_old; ALTER TYPE x_new RENAME TO x` behind the only change to x_new. */
function renamesAfter(works: readonly Work[], at: number, { operation, before }: PlannableOperation): readonly Work[] {
  if (operation.kind !== 'alter-column-type') return [];
  const from = columnOf(tableOf(before, operation.table), operation.column)?.type.name;
  const to = operation.type.name;
  const isAlone = works.every(
    (each, i) =>
      i === at || each.operations.every((other) => other.operation.kind !== 'alter-column-type' || other.operation.type.name !== to),
  );
  if (from === undefined || !isAlone) return [];
  const renamed = (name: string): Work | undefined => works.slice(at + 1).find((each) => renameOf(each)?.type.name === name);
  const [away, into] = [renamed(from), renamed(to)];
  return away !== undefined && into !== undefined && renameOf(into)?.to === from ? [away, into] : [];
}

function renameOf({ operations, inBlock }: Work): OperationOf<'rename-type'> | undefined {
  const [only, ...more] = operations;
  return only?.operation.kind === 'rename-type' && more.length === 0 && !inBlock ? only.operation : undefined;
}

function undone(work: Work): string {
  const rename = renameOf(work);
  if (rename === undefined) return '';
  return `ALTER TYPE ${quoteName({ ...rename.type, name: rename.to })} RENAME TO ${quoteIdentifier(rename.type.name)};`;
}
