import type { Effect as MysqlEffect } from './mysql/effect.ts';
import type { Effect as PostgresEffect } from './postgres/effect.ts';
import * as postgres from './postgres/lock-mode.ts';

export type { MysqlEffect, PostgresEffect };

/** What a statement does to one table, in the engine's own terms. */
export type Effect = PostgresEffect | MysqlEffect;

export function isOfMysql(effect: Effect): effect is MysqlEffect {
  return 'algorithm' in effect;
}

type Lock = Effect['lock'];
export type Work = Effect['work'][number];

/** Whether reads of the table wait for as long as the lock is held. */
export function blocksReads(lock: Lock): boolean {
  return lock === 'exclusive' || (lock !== 'none' && lock !== 'shared' && postgres.blocksReads(lock));
}

/** Whether INSERT, UPDATE and DELETE on the table do. */
export function blocksWrites(lock: Lock): boolean {
  return lock === 'shared' || lock === 'exclusive' || (lock !== 'none' && postgres.blocksWrites(lock));
}

/** Whether the work touches rows at all. */
export function isWork(work: readonly Work[]): boolean {
  return work.some((each) => each !== 'metadata' && each !== 'row-version');
}
