import type { MysqlEffect } from '../../engine/effect.ts';
import { algorithms, isWork, locks } from '../../engine/mysql/effect.ts';
import type { Operation } from '../../operation/operation.ts';
import { effectOn, isInUse } from '../existing.ts';
import type { Situation } from '../rule.ts';
import { isForbidden } from './cause.ts';

export interface Degraded {
  /** What the statement does to its table. */
  readonly whole: MysqlEffect;
  /** The most that one of its actions would do in a statement of its own, without any clause. */
  readonly apart: MysqlEffect;
}

/** Whether a statement does more to its table in use than each of its actions would by itself: by their company, or by the ALGORITHM that it demands. */
export function degraded(judged: Situation<MysqlEffect>): Degraded | undefined {
  const { operation, statement, before } = judged;
  if (!('table' in operation) || operation.table === undefined || !isInUse(before, operation.table)) return undefined;
  const { algorithm = 'default' } = operation.clauses ?? {};
  if (statement.operations.length === 1 && algorithm === 'default') return undefined;
  const whole = effectOn(judged, operation.table, judged.statementEffects);
  if (whole === undefined || !isWork(whole.work) || isForbidden(whole)) return undefined;
  const apart = heaviest(statement.operations.flatMap((each) => alone(judged, each)));
  return apart === undefined || weight(apart) >= weight(whole) ? undefined : { whole, apart };
}

function alone({ engine, before, context }: Situation<MysqlEffect>, { clauses: _, ...operation }: Operation): readonly MysqlEffect[] {
  return engine.effects(operation as Operation, before, context);
}

function heaviest(effects: readonly MysqlEffect[]): MysqlEffect | undefined {
  return effects.reduce<MysqlEffect | undefined>(
    (worst, each) => (worst !== undefined && weight(worst) >= weight(each) ? worst : each),
    undefined,
  );
}

/** The work first, then the lock, then the algorithm. */
function weight({ work, lock, algorithm }: MysqlEffect): number {
  const rows = work.includes('rebuild') ? 2 : work.includes('index-build') ? 1 : 0;
  return rows * 100 + locks.indexOf(lock) * 10 + (algorithm === null || rows === 0 ? 0 : algorithms.indexOf(algorithm));
}
