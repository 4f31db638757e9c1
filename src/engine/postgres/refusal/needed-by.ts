import type { OperationOf } from '../../../operation/operation.ts';
import { dependentsOf } from '../../../schema/dependents.ts';
import type { At } from '../at.ts';
import { since } from '../version.ts';
import { type Refusals, refuse } from './refuse.ts';

/** Without CASCADE nothing is dropped that something else needs. https://www.postgresql.org/docs/current/ddl-depend.html */
export function* neededBy(
  at: At,
  operation: OperationOf<'drop-column' | 'drop-constraint' | 'drop-table' | 'drop-view' | 'drop-index'>,
): Refusals {
  const needing = dependentsOf(operation, at.schema, at.statement ?? [operation]);
  const first = needing.find(
    ({ what }) => what !== 'column' || operation.kind !== 'drop-column' || since('generatedHoldsColumn', at.major),
  );
  if (first !== undefined) yield refuse('2BP01', `the ${first.what} ${first.name} needs it`);
}
