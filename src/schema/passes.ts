import type { Operation, OperationKind } from '../operation/operation.ts';

/**
 * ALTER TABLE does its actions in passes, whatever their order in the statement: what is dropped goes first, then types change, columns are added,
 * and what hangs on columns comes after all of them. Within a pass the author's order holds. (`AlterTablePass` and `ATPrepCmd` in tablecmds.c;
 * the passes of PostgreSQL 12 differ in nothing that shows here.)
 */
export function inPasses(operations: readonly Operation[]): readonly Operation[] {
  if (operations.length < 2) return operations;
  if (operations.some((each) => mysqlPassOf(each) < mysqlPasses.rest)) {
    return [...operations].sort((a, b) => mysqlPassOf(a) - mysqlPassOf(b));
  }
  if (!operations.every(isAction)) return operations;
  return operations
    .map((operation, place) => ({ operation, place, pass: passOf(operation) }))
    .sort((a, b) => a.pass - b.pass || a.place - b.place)
    .map(({ operation }) => operation);
}

/**
 * MySQL's own actions: options of the table hold for the columns of the same statement, and an index may take the name of one that goes, whichever
 * stands first.
 */
const mysqlPasses = { option: 0, drop: 1, rest: 2 };

function mysqlPassOf(operation: Operation): number {
  if (operation.kind === 'alter-table-options') return mysqlPasses.option;
  return operation.kind === 'drop-index' && operation.table !== undefined ? mysqlPasses.drop : mysqlPasses.rest;
}

/** Whether the operation is an action of ALTER TABLE that may stand beside others. */
export function isAction(operation: Operation): boolean {
  const { kind } = operation;
  // SET WITHOUT OIDS, which does nothing any more, is an action all the same.
  return kind === 'add-constraint' || actions.has(kind) || (kind === 'other' && operation.command === 'ALTER TABLE');
}

const passes = {
  drop: 0,
  type: 1,
  column: 2,
  expression: 3,
  attribute: 4,
  usingIndex: 5,
  index: 6,
  constraint: 7,
  rest: 8,
} as const;

const actions: ReadonlyMap<OperationKind, number> = new Map<OperationKind, number>([
  ['drop-column', passes.drop],
  ['drop-constraint', passes.drop],
  ['drop-default', passes.drop],
  ['drop-not-null', passes.drop],
  ['drop-expression', passes.drop],
  ['drop-identity', passes.drop],
  ['alter-column-type', passes.type],
  ['add-column', passes.column],
  ['set-expression', passes.expression],
  ['set-not-null', passes.attribute],
  ['set-identity', passes.attribute],
  ['set-default', passes.constraint],
  ['add-identity', passes.constraint],
  ['validate-constraint', passes.rest],
  ['alter-constraint', passes.rest],
  ['column-setting', passes.rest],
  ['set-logged', passes.rest],
  ['set-tablespace', passes.rest],
  ['set-access-method', passes.rest],
  ['inherit', passes.rest],
  ['no-inherit', passes.rest],
  ['row-security', passes.rest],
  ['replica-identity', passes.rest],
  ['set-trigger-state', passes.rest],
  ['set-rule-state', passes.rest],
  ['set-table-options', passes.rest],
  ['cluster-on', passes.rest],
  ['table-owner', passes.rest],
  ['of-type', passes.rest],
]);

function passOf(operation: Operation): number {
  if (operation.kind !== 'add-constraint') return actions.get(operation.kind) ?? passes.rest;
  const { constraint } = operation;
  // A primary key, be it over an index that is there, takes for its own a NOT NULL that stands before it.
  if (constraint.type === 'not-null' || constraint.type === 'primary-key') return passes.index;
  if (constraint.type !== 'unique' && constraint.type !== 'exclude') return passes.constraint;
  return 'usingIndex' in constraint && constraint.usingIndex !== undefined ? passes.usingIndex : passes.index;
}
