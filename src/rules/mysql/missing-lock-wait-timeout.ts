import { needsTableAlone } from '../../engine/mysql/effect.ts';
import type { Operation } from '../../operation/operation.ts';
import { variableOf } from '../../schema/variable.ts';
import { isInUse } from '../existing.ts';
import { everyKind } from '../kinds.ts';
import { defineMysqlRule } from '../rule.ts';
import { listed, shown } from '../wording.ts';

/** Seconds. https://dev.mysql.com/doc/refman/9.5/en/server-system-variables.html#sysvar_lock_wait_timeout, https://mariadb.com/kb/en/server-system-variables/#lock_wait_timeout */
const byDefault = { mysql: 'a year', mariadb: 'a day' } as const;

export default defineMysqlRule({
  id: 'missing-lock-wait-timeout',
  title: 'A statement that needs the table for itself waits for it up to a year, and everybody else waits behind it',
  category: 'operations',
  severity: 'warning',
  on: everyKind,
  oncePerMigration: true,
  check(judged) {
    const { operation, statement, before, effects, settings, context } = judged;
    if (!settings.lockTimeoutExpected || operation.clauses?.wait !== undefined) return;
    if (isSeconds(variableOf(before, 'lock_wait_timeout')) || statement.operations.some(setsForItself)) return;
    const alone = effects.filter((each) => needsTableAlone(each) && isInUse(before, each.table));
    if (alone.length === 0) return;
    const tables = listed(alone.map((each) => shown(judged, each.table)));
    judged.report(
      `No lock_wait_timeout is set: while this statement waits for a transaction that has used ${tables}, for up to ${byDefault[context.target.engine]}, reads and writes of ${tables} wait behind it.`,
      `Write \`SET SESSION lock_wait_timeout = 5;\` before it, and run the migration again if it times out; or set \`lock-timeout: role\` or \`lock-timeout: tool\` in .lockstep.yml, where the account or the tool sets it.`,
    );
  },
});

/** MariaDB's SET STATEMENT … FOR, which holds for the one statement. */
function setsForItself(operation: Operation): boolean {
  return operation.kind === 'set-variable' && operation.name === 'lock_wait_timeout' && isSeconds(operation.value?.[0]);
}

const isSeconds = (value: string | undefined): boolean => value !== undefined && /^\d+$/.test(value);
