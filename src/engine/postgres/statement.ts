import { keyOf } from '../../operation/name.ts';
import type { Operation } from '../../operation/operation.ts';
import { apply } from '../../schema/apply.ts';
import { isDrop } from '../../schema/dependents.ts';
import { partitionTree } from '../../schema/partition-tree.ts';
import { inPasses, isAction } from '../../schema/passes.ts';
import type { Schema } from '../../schema/schema.ts';
import type { PostgresContext } from '../engine.ts';
import { type At, join } from './at.ts';
import type { Effect } from './effect.ts';
import { worstOf } from './worst.ts';

/** The effects of one operation at one version, one a table. */
type EffectsAt = (operation: Operation, at: At) => readonly Effect[];

/**
 * The effects of a whole statement. An ALTER TABLE with several actions locks once, as its strongest action asks, and goes over
 * the rows once. https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC
 */
export function statementEffectsWith(
  effects: EffectsAt,
  operations: readonly Operation[],
  before: Schema,
  context: PostgresContext,
): readonly Effect[] {
  const ordered = inPasses(operations);
  const parts: Effect[] = [];
  let schema = before;
  for (const operation of ordered) {
    const at = schema;
    parts.push(
      ...worstOf(operation, at, context, (major) => effects(operation, { schema: at, major, context, statement: operations, before })),
    );
    // DROP TABLE a, b looks at all of them before any of them goes.
    if (ordered.length > 1 && (isAction(operation) || !isDrop(operation))) schema = apply(schema, operation);
  }
  const joined = join(parts);
  const isOnly = operations.every((operation) => 'only' in operation && operation.only);
  return operations.length > 1 && operations.every(isAction) && !isOnly ? underOneLock(joined, before) : joined;
}

/**
 * One lock for the table named and all that it recurses to, as the strongest action asks; what lies at the other end of a foreign key has its own, and what INHERIT
 * merely looks at.
 */
function underOneLock(joined: readonly Effect[], before: Schema): readonly Effect[] {
  const own = joined[0];
  if (own === undefined) return joined;
  const reached = new Set(partitionTree(before, own.table).map(keyOf));
  return joined.map((effect) =>
    reached.has(keyOf(effect.table)) && effect.lock !== 'AccessShareLock' ? { ...effect, lock: own.lock } : effect,
  );
}
