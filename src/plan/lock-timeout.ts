import { type Effect, isOfMysql } from '../engine/effect.ts';
import { needsTableAlone } from '../engine/mysql/effect.ts';
import { lockModes } from '../engine/postgres/effect.ts';
import { keyOf } from '../operation/name.ts';
import { isNew } from '../schema/schema.ts';
import type { PlanDialect } from './dialect.ts';
import { type Fate, stays } from './fate.ts';
import type { PlannableFile, PlannableStatement } from './unit.ts';

/**
 * The statement before which a lock_timeout is missing: the first that others queue behind, from where a finding says that nothing sets it; or the first
 * whose steps queue where the author's own statement did not.
 */
export function lockTimeoutAt(
  file: PlannableFile,
  statements: readonly (readonly [PlannableStatement, readonly Fate[]])[],
  { variable, rule: missed }: PlanDialect['lockTimeout'],
): number {
  const missing = statements.findIndex(([{ operations }]) =>
    operations.some(({ findings }) => findings.some(({ rule }) => rule === missed)),
  );
  const unheard = setsLockTimeout(file, variable)
    ? -1
    : statements.findIndex(([statement, fates]) => fates.some(queuesInPlace) && !locks(statement));
  if (missing < 0) return unheard;
  return statements.findIndex(
    ([statement, fates], i) => i === unheard || (i >= missing && (fates.some(queuesInPlace) || (fates.some(stays) && locks(statement)))),
  );
}

function setsLockTimeout(file: PlannableFile, variable: string): boolean {
  return file.statements.some(({ operations }) =>
    operations.some(({ operation }) => operation.kind === 'set-variable' && operation.name === variable),
  );
}

function queuesInPlace(fate: Fate): boolean {
  return fate.steps.some(({ step, position }) => position === undefined && step.queues !== false);
}

const strong: ReadonlySet<Effect['lock']> = new Set(lockModes.slice(lockModes.indexOf('ShareLock')));

function locks({ effects, operations }: PlannableStatement): boolean {
  const before = operations[0]?.before;
  return effects.some(
    (effect) =>
      (isOfMysql(effect) ? needsTableAlone(effect) : strong.has(effect.lock)) &&
      !(before !== undefined && isNew(before, before.tables.get(keyOf(effect.table)))),
  );
}
