import { feltLocks } from './existing.ts';
import { everyKind } from './kinds.ts';
import { defineRule } from './rule.ts';
import { lockWait } from './wording.ts';

export default defineRule({
  id: 'missing-lock-timeout',
  title: 'A lock that others queue behind is taken without a lock_timeout',
  category: 'operations',
  severity: 'warning',
  on: everyKind,
  oncePerMigration: true,
  check(judged) {
    const { operation, transaction, settings } = judged;
    const { lockTimeout } = transaction;
    if (lockTimeout === undefined ? !settings.lockTimeoutExpected : lockTimeout > 0) return;
    if ('concurrently' in operation && operation.concurrently) return;
    const felt = feltLocks(judged);
    if (felt.length === 0) return;
    judged.report(
      `${lockTimeout === 0 ? 'lock_timeout is off here' : 'No lock_timeout is set'}: while this statement waits for a query or transaction that is still using ${felt.length === 1 ? 'the table' : 'the tables'}, ${lockWait(judged, felt)}.`,
      "Write `SET lock_timeout = '5s';` before it, and run the migration again if it times out; or set `lock-timeout: role` or `lock-timeout: tool` in .lockstep.yml, where one of them sets it.",
    );
  },
});
