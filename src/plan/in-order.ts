import { inPasses } from '../schema/passes.ts';
import { columnsOf, needs } from './needs.ts';
import type { PlannableOperation } from './unit.ts';

/**
 * The actions of an ALTER TABLE in an order in which each could be a statement of its own: the author's, unless one that PostgreSQL does earlier than written meets
 * another on a column or a constraint.
 */
export function inOrder(operations: readonly PlannableOperation[]): readonly PlannableOperation[] {
  const known = new Map(operations.map((each) => [each.operation, each]));
  const done = inPasses(operations.map((each) => each.operation)).flatMap((each) => known.get(each) ?? []);
  if (done.every((each, i) => each === operations[i])) return operations;
  const names = new Map(operations.map((each) => [each, namesOf(each)]));
  const meets = (a: PlannableOperation, b: PlannableOperation): boolean =>
    [...(names.get(a) ?? [])].some((name) => names.get(b)?.has(name) === true);
  const differs = operations.some((later, i) =>
    operations.slice(0, i).some((each) => done.indexOf(later) < done.indexOf(each) && meets(each, later)),
  );
  return differs ? done : operations;
}

/** The columns and constraints that an action is about. */
function namesOf({ operation, before }: PlannableOperation): ReadonlySet<string> {
  const named =
    operation.kind === 'add-constraint' ? operation.constraint.name : 'constraint' in operation ? operation.constraint : undefined;
  const keys = needs(operation, before).flatMap((key) =>
    /^(?:column|rows|swapped|not null|default)\t/.test(key) ? (key.split('\t').at(-1) ?? []) : [],
  );
  return new Set([...columnsOf(operation, before), ...keys, ...(typeof named === 'string' ? [named] : [])]);
}
