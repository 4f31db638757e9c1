import type { MysqlEffect } from '../../engine/effect.ts';
import { rowVersionCap } from '../../engine/mysql/row-version-cap.ts';
import { tableOf } from '../../schema/schema.ts';
import type { Situation } from '../rule.ts';

/** Whether the table has been changed INSTANTly as often as MySQL allows, so that an ADD or DROP COLUMN can no longer be. */
export function usesUpRowVersions({ operation, before, effects, context }: Situation<MysqlEffect>): boolean {
  if (operation.kind !== 'add-column' && operation.kind !== 'drop-column') return false;
  const used = tableOf(before, operation.table)?.mysql?.rowVersions ?? 0;
  return (
    used >= rowVersionCap(context.target.version) && effects.some(({ fails, work }) => fails?.code === '4092' || work.includes('rebuild'))
  );
}
