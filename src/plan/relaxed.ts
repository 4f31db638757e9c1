import { catalogCast } from '../engine/postgres/catalog.ts';
import { inferType } from '../engine/postgres/infer.ts';
import { builtInName } from '../engine/postgres/types.ts';
import type { Expression } from '../operation/expression.ts';
import { keyOf, type ResolvedName } from '../operation/name.ts';
import type { TypeName } from '../operation/type-name.ts';
import { apply } from '../schema/apply.ts';
import { constantType } from '../schema/constant-type.ts';
import { constraintColumns } from '../schema/mention.ts';
import { columnOf, resolve, type Schema, type Table } from '../schema/schema.ts';
import type { PlannableOperation } from './unit.ts';
import { onlyOf, type Work } from './work.ts';

/**
 * The works behind each change of type that take something off the column (DROP NOT NULL, DROP CONSTRAINT), or give it a default that it can have before, too. The code that
 * comes with the unit relies on it, and where the type is narrower it is deployed before the columns change places. So they are done where they are written, on the column
 * that is there, and the one that takes its place never gets what they take off.
 */
export function relaxations(works: readonly Work[]): ReadonlyMap<Work, readonly Work[]> {
  const found = new Map<Work, readonly Work[]>();
  const relaxing = works.map((work, at) => ({ work, at, only: ofOne(work, ['drop-not-null', 'drop-constraint', 'set-default']) }));
  for (const [i, work] of works.entries()) {
    const change = ofOne(work, ['alter-column-type']);
    if (change?.operation.kind !== 'alter-column-type') continue;
    const own: Work[] = [];
    let { before } = change;
    for (const { work: later, at, only } of relaxing.slice(i + 1)) {
      if (
        only === undefined ||
        !takesOff(only, before, resolve(change.before, change.operation.table), change.operation.column) ||
        isReplaced(only, works.slice(at + 1))
      )
        continue;
      own.push(later);
      before = apply(before, only.operation);
    }
    if (own.length > 0) found.set(work, own);
  }
  return found;
}

/** The schema as it is when they have been done. */
export function relaxed(before: Schema, relaxing: readonly Work[]): Schema {
  return relaxing.flatMap(({ operations }) => operations).reduce((schema, { operation }) => apply(schema, operation), before);
}

/** The default that has been set behind a change of type, and is there before: the change does not convert it any more. */
export function defaultSet(relaxing: readonly Work[]): Expression | undefined {
  const [last] = relaxing
    .flatMap(({ operations }) => operations)
    .flatMap(({ operation }) => (operation.kind === 'set-default' ? operation : []))
    .slice(-1);
  return last?.expression;
}

function ofOne(work: Work, kinds: readonly string[]): PlannableOperation | undefined {
  const only = onlyOf(work);
  return only !== undefined && !only.operation.conditional && kinds.includes(only.operation.kind) ? only : undefined;
}

/** Whether an operation takes off a column what is there before the column changes its type. */
function takesOff({ operation, before: then }: PlannableOperation, before: Schema, name: ResolvedName, column: string): boolean {
  const table = before.tables.get(keyOf(name));
  if (operation.kind === 'drop-not-null')
    return keyOf(resolve(then, operation.table)) === keyOf(name) && operation.column === column && isTaken(table, column);
  if (operation.kind === 'set-default') {
    const known = columnOf(table, column);
    const isOwn = keyOf(resolve(then, operation.table)) === keyOf(name) && operation.column === column;
    return isOwn && known !== undefined && known.identity === undefined && mayBe(operation.expression, known.type, before);
  }
  if (operation.kind !== 'drop-constraint' || operation.cascade) return false;
  const { constraint } = operation;
  const on = resolve(then, operation.table);
  const dropped = before.tables.get(keyOf(on))?.constraints.find((each) => each.name === constraint)?.definition;
  if (dropped === undefined) return false;
  const points =
    dropped.type === 'foreign-key' &&
    dropped.referencedColumns.includes(column) &&
    table?.referencedBy.some((each) => keyOf(each.table) === keyOf(on) && each.constraint === constraint);
  return points === true || (keyOf(on) === keyOf(name) && constraintColumns(dropped).includes(column));
}

/** Whether an expression can be the default of a column of the type, as far as it can be told. */
function mayBe({ tree }: Expression, type: TypeName, schema: Schema): boolean {
  const from = inferType(tree, { schema });
  const to = type.dimensions === 0 ? builtInName(schema, constantType(schema, type)) : undefined;
  if (from === undefined || to === undefined) return false;
  // Everything can be assigned to a string; a quoted constant need not be one of another type.
  if (/^(?:text|varchar|bpchar)$/.test(to) || tree.kind === 'null') return true;
  const cast = catalogCast(from, to);
  return from === to || (cast !== undefined && cast.context !== 'explicit');
}

/** Whether the unit puts another constraint in the place of the one that it drops: until that comes the old one holds. */
function isReplaced({ operation, before }: PlannableOperation, later: readonly Work[]): boolean {
  if (operation.kind !== 'drop-constraint') return false;
  const table = keyOf(resolve(before, operation.table));
  const dropped = before.tables.get(table)?.constraints.find((each) => each.name === operation.constraint)?.definition;
  const columns = dropped === undefined ? [] : constraintColumns(dropped);
  return later.some(({ operations }) =>
    operations.some(({ operation: each, before: then }) => {
      if (each.kind !== 'add-constraint' || keyOf(resolve(then, each.table)) !== table) return false;
      const { constraint } = each;
      const isAlike = constraint.type === dropped?.type && constraintColumns(constraint).some((column) => columns.includes(column));
      return constraint.name === operation.constraint || isAlike;
    }),
  );
}

/** Whether NULL is refused by NOT NULL alone. */
function isTaken(table: Table | undefined, column: string): boolean {
  const inKey = table?.constraints.some(({ definition }) => definition.type === 'primary-key' && definition.columns.includes(column));
  return columnOf(table, column)?.notNull === true && inKey !== true;
}
