import type { ExpressionNode } from '../../operation/expression.ts';
import { provesNotNull } from '../../schema/proof.ts';
import { columnOf, type Table } from '../../schema/schema.ts';
import { type At, failing, type Member, on } from './at.ts';
import type { Effect, LockMode } from './effect.ts';
import { unwrap, userType } from './types.ts';

/** A CHECK tested on every row. */
export function checking(each: Member, lock: LockMode): Effect {
  const effect = on(each.name, lock, 'scan', 'the CHECK constraint is tested on every row');
  return failing(effect, '23514', 'a row may violate the CHECK constraint', false);
}

/** A foreign key looked up for every row. */
export function lookingUp(each: Member, referenced: string, lock: LockMode): Effect {
  if (!each.stored) return on(each.name, lock);
  const effect = on(each.name, lock, 'foreign-key-check', `every row is looked up in ${referenced}`);
  return failing(effect, '23503', `a row may point to nothing in ${referenced}`, false);
}

/** `c IS NOT NULL` asks of a row whether each of its fields is: of a column of a composite type a CHECK proves nothing. */
function isProven(at: At, table: Table | undefined, name: string): boolean {
  const column = columnOf(table, name);
  if (column !== undefined && !column.notNull && userType(at.schema, unwrap(at.schema, column.type).base)?.kind === 'composite')
    return false;
  return provesNotNull(table, name);
}

/** Every row is read unless each column is NOT NULL already, or a CHECK proves it (PostgreSQL 12). */
export function testingForNull(at: At, each: Member, columns: readonly string[], lock: LockMode): Effect {
  const untested = columns.filter((column) => !isProven(at, each.table, column));
  return untested.length === 0 ? on(each.name, lock) : findingNull(each, untested, lock);
}

/** Every row is read, whatever proves that it need not be: so is it done by VALIDATE CONSTRAINT of a not-null constraint (PostgreSQL 18). */
export function findingNull(each: Member, columns: readonly string[], lock: LockMode): Effect {
  if (!each.stored) return on(each.name, lock);
  const effect = on(each.name, lock, 'scan', `every row is tested for NULL in ${columns.join(', ')}`);
  return failing(effect, '23502', `a row may hold NULL in ${columns.join(', ')}`, false);
}

/** The columns that may hold NULL, as far as the columns themselves tell. */
export function nullableColumns(table: Table | undefined, columns: readonly string[]): readonly string[] {
  return columns.filter((column) => columnOf(table, column)?.notNull !== true);
}

/** What is known of every row: the CHECK constraints that are valid and enforced. */
export function provenChecks(table: Table | undefined): readonly ExpressionNode[] {
  return (table?.constraints ?? []).flatMap(({ definition, validated, enforced }) =>
    definition.type === 'check' && validated && enforced ? [definition.expression.tree] : [],
  );
}
