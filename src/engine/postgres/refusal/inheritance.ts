import { keyOf } from '../../../operation/name.ts';
import type { OperationOf } from '../../../operation/operation.ts';
import { notNullOf, passesNotNull } from '../../../schema/automatic-not-null.ts';
import { isInheritable } from '../../../schema/inheritable.ts';
import { isUnder } from '../../../schema/partition-tree.ts';
import { columnOf, type Table } from '../../../schema/schema.ts';
import { parentsOf } from '../../../schema/store.ts';
import { type At, descendants, hasKnownChildren, member } from '../at.ts';
import { sameType } from '../types.ts';
import { since } from '../version.ts';
import { type Refusals, refuse } from './refuse.ts';

/** The tables that it is a partition of or inherits from, as far as the history knows them. */
export function parentTables(at: At, table: Table | undefined): readonly Table[] {
  return parentsOf(table).flatMap((parent) => member(at, parent).table ?? []);
}

/** Whether a parent has the column too. */
function isInherited(at: At, table: Table | undefined, column: string): boolean {
  return parentTables(at, table).some((parent) => columnOf(parent, column) !== undefined);
}

/** What is inherited is changed where it comes from, and with `children` it is changed there too, so that ONLY is not possible. */
export function* inheritedColumn(at: At, table: Table | undefined, column: string, only: boolean | undefined): Refusals {
  if (isInherited(at, table, column)) yield refuse('42P16', `${column} is inherited: it is changed in the parent`);
  if (only && hasKnownChildren(table)) yield refuse('42P16', `${column} must be changed in child tables too`);
  yield* inheritedBeside(at, table, column, (parent) => columnOf(parent, column) !== undefined);
}

/** A table below that has it from a parent beside the tree as well, which the statement does not reach. */
export function* inheritedBeside(at: At, table: Table | undefined, name: string, has: (parent: Table) => boolean): Refusals {
  const below = descendants(at, table);
  const tree = new Set([table, ...below].flatMap((each) => each?.name ?? []).map(keyOf));
  const found = below.find((each) => parentTables(at, each.table).some((parent) => !tree.has(keyOf(parent.name)) && has(parent)));
  if (found !== undefined) yield refuse('42P16', `${found.name.name} inherits ${name} from another table too`);
}

export function* inheritRefusals(at: At, { kind, ...operation }: OperationOf<'inherit' | 'no-inherit'>): Refusals {
  const child = member(at, operation.table).table;
  const parent = member(at, operation.parent).table;
  if (child?.partitionOf !== undefined) yield refuse('42809', 'it is a partition, whose parent cannot be changed so');
  if (child?.partitionBy !== undefined) yield refuse('42809', 'a partitioned table inherits from no other');
  if (child === undefined || parent === undefined) return;
  const has = child.inherits.some((each) => keyOf(each) === keyOf(parent.name));
  if (kind === 'no-inherit') {
    if (!has && child.complete) yield refuse('42P01', `${parent.name.name} is not a parent of it`);
    return;
  }
  if (parent.partitionBy !== undefined)
    yield refuse('42809', `${parent.name.name} is partitioned, and only its partitions inherit from it`);
  if (parent.partitionOf !== undefined) yield refuse('42809', `${parent.name.name} is a partition, and nothing inherits from a partition`);
  if (has) yield refuse('42P07', `it inherits from ${parent.name.name} already`);
  if (isUnder(at.schema, parent.name, child.name)) yield refuse('42P07', `${parent.name.name} would inherit from itself`);
  yield* unlikeParent(at, child, parent);
}

/** A child has each column of its parent, of the same type and as strict, and each CHECK: `MergeAttributesIntoExisting`. */
function* unlikeParent(at: At, child: Table, parent: Table): Refusals {
  for (const wanted of parent.columns) {
    const column = columnOf(child, wanted.name);
    if (column === undefined) {
      if (child.complete) yield refuse('42804', `${child.name.name} lacks the column ${wanted.name} of ${parent.name.name}`);
    } else if (!sameType(at.schema, column.type, wanted.type) || String(column.type.modifiers) !== String(wanted.type.modifiers)) {
      yield refuse('42804', `the column ${wanted.name} of ${child.name.name} has another type than that of ${parent.name.name}`);
    } else if (wanted.notNull && passesNotNull(parent, wanted.name) && !column.notNull && child.complete) {
      yield refuse('42804', `the column ${wanted.name} of ${child.name.name} must be NOT NULL as in ${parent.name.name}`);
    } else if ((wanted.generated === undefined) !== (column.generated === undefined)) {
      yield refuse('42804', `the column ${wanted.name} is generated in one of ${child.name.name} and ${parent.name.name} only`);
    }
  }
  for (const wanted of parent.constraints.filter(isInheritable)) {
    if (wanted.definition.type !== 'check' || !child.complete) continue;
    if (!child.constraints.some((own) => own.name === wanted.name && own.definition.type === 'check'))
      yield refuse('42804', `${child.name.name} lacks the CHECK constraint ${wanted.name} of ${parent.name.name}`);
  }
}

function* notPartitioned(at: At, parent: Table | undefined): Refusals {
  if (!parent?.complete || parent.partitionBy !== undefined) return;
  yield refuse(since('plainTableHasNoPartitions', at.major) ? '42809' : '42P17', `${parent.name.name} is not partitioned`);
}

export function* attachRefusals(at: At, operation: OperationOf<'attach-partition'>): Refusals {
  const parent = member(at, operation.table).table;
  const child = member(at, operation.partition).table;
  yield* notPartitioned(at, parent);
  if (child === undefined || parent === undefined) return;
  const name = child.name.name;
  if (child.partitionOf !== undefined) yield refuse('42809', `${name} is a partition already`);
  if (child.inherits.length > 0) yield refuse('42809', `${name} inherits from ${child.inherits[0]?.name}`);
  if (child.partitionBy === undefined && hasKnownChildren(child)) yield refuse('42809', `other tables inherit from ${name}`);
  if (isUnder(at.schema, parent.name, child.name)) yield refuse('42P07', `${parent.name.name} is a part of ${name}`);
  const extra = parent.complete ? child.columns.find((column) => columnOf(parent, column.name) === undefined) : undefined;
  if (extra !== undefined) yield refuse('42804', `${parent.name.name} has no column ${extra.name}, which ${name} has`);
  yield* unlikeParent(at, child, parent);
}

export function* detachRefusals(at: At, operation: OperationOf<'detach-partition'>): Refusals {
  const parent = member(at, operation.table).table;
  const child = member(at, operation.partition).table;
  yield* notPartitioned(at, parent);
  if (parent === undefined || !child?.complete) return;
  const isPartition = child.partitionOf !== undefined && keyOf(child.partitionOf.parent) === keyOf(parent.name);
  if (!isPartition) yield refuse('42P01', `${child.name.name} is not a partition of ${parent.name.name}`);
}

/** Whether a parent's NOT NULL holds for the table, by whatever name. */
export function inheritsNotNull(at: At, table: Table | undefined, column: string): boolean {
  return parentTables(at, table).some((parent) => notNullOf(parent, column)?.noInherit === false);
}

/** A constraint that the children have of the table, or the table of its parent. Keys and foreign keys of partitions have names of their own. */
export function* inheritedConstraint(at: At, table: Table | undefined, name: string, only?: boolean): Refusals {
  const constraint = table?.constraints.find((each) => each.name === name);
  if (constraint === undefined || !isInheritable(constraint)) return;
  const { definition, inherited } = constraint;
  const fromParent = parentTables(at, table).some((parent) => parent.constraints.some((each) => each.name === name));
  if (definition.type === 'not-null' ? inheritsNotNull(at, table, definition.column) : inherited && fromParent)
    yield refuse('42P16', `${name} is inherited: it is changed in the parent`);
  if (only && hasKnownChildren(table)) yield refuse('42P16', `${name} must be changed in child tables too`);
}
