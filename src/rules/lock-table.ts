import { blocksReads } from '../engine/effect.ts';
import { feltLocks } from './existing.ts';
import { defineSharedRule, isOfPostgres } from './rule.ts';
import { listed, lockWait, shown } from './wording.ts';

export default defineSharedRule({
  id: 'lock-table',
  title: 'LOCK TABLE stops reads or writes until the transaction ends',
  category: 'operations',
  severity: 'error',
  on: ['lock-table'],
  check(judged) {
    const felt = feltLocks(judged);
    if (felt.length === 0) return;
    const how = isOfPostgres(judged)
      ? `LOCK TABLE: ${lockWait(judged, feltLocks(judged))} until the transaction ends`
      : `LOCK TABLES: ${felt.some((each) => blocksReads(each.lock)) ? 'reads and writes' : 'writes'} of ${listed(felt.map((each) => shown(judged, each.table)))} wait until UNLOCK TABLES, or until the session ends`;
    judged.report(
      `${how}, however short the statements after it are.`,
      'Leave it out: each statement takes the lock that it needs. To change rows safely, lock the rows with SELECT … FOR UPDATE in batches.',
    );
  },
});
