import { feltLocks } from './existing.ts';
import { defineRule } from './rule.ts';
import { lockWait } from './wording.ts';

export default defineRule({
  id: 'lock-table',
  title: 'LOCK TABLE stops reads or writes until the transaction ends',
  category: 'operations',
  severity: 'error',
  on: ['lock-table'],
  check(judged) {
    const felt = feltLocks(judged);
    if (felt.length === 0) return;
    judged.report(
      `LOCK TABLE: ${lockWait(judged, felt)} until the transaction ends, however short the statements after it are.`,
      'Leave it out: each statement takes the lock that it needs. To change rows safely, lock the rows with SELECT … FOR UPDATE in batches.',
    );
  },
});
