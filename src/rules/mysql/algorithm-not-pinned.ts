import { tableOf } from '../../schema/schema.ts';
import { effectOn, isInUse } from '../existing.ts';
import { everyKind } from '../kinds.ts';
import { defineMysqlRule } from '../rule.ts';
import { shown } from '../wording.ts';

export default defineMysqlRule({
  id: 'algorithm-not-pinned',
  title: 'An ALTER TABLE without ALGORITHM, of a table that is not known whole, may rebuild or copy it without a word',
  category: 'operations',
  severity: 'warning',
  on: everyKind,
  check(judged) {
    const { operation, statement, before, statementEffects, context } = judged;
    if (statement.operations[0] !== operation || !('table' in operation) || operation.table === undefined) return;
    const { algorithm = 'default', lock = 'default' } = operation.clauses ?? {};
    // LOCK=NONE forbids the copy, ALGORITHM says which it is to be.
    if (algorithm !== 'default' || lock === 'none') return;
    const own = effectOn(judged, operation.table, statementEffects);
    if (own?.algorithm !== 'INSTANT' || !isInUse(before, operation.table) || tableOf(before, operation.table)?.complete) return;
    const name = shown(judged, operation.table);
    judged.report(
      `This is INSTANT unless ${name} has what no migration before it shows: ROW_FORMAT=COMPRESSED, a FULLTEXT index${context.target.engine === 'mysql' ? ', all its row versions used up' : ''}. Then every row is written anew, without a word.`,
      'End it in `, ALGORITHM=INSTANT`: it then fails at once where it cannot be done so.',
    );
  },
});
