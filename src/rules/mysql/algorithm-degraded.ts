import { everyKind } from '../kinds.ts';
import { defineMysqlRule } from '../rule.ts';
import { degraded } from './degraded.ts';
import { done } from './wording.ts';

export default defineMysqlRule({
  id: 'algorithm-degraded',
  title: 'A statement does more to the table than each of its actions would: by their company, or by the ALGORITHM that it demands',
  category: 'operations',
  severity: 'warning',
  on: everyKind,
  check(judged) {
    const { operation, statement } = judged;
    // Of several actions, the first stands for the statement.
    if (statement.operations[0] !== operation) return;
    const found = degraded(judged);
    if (found === undefined) return;
    const { whole, apart } = found;
    const several = statement.operations.length > 1;
    const why = several ? 'Because its actions stand in one statement' : `ALGORITHM=${whole.algorithm} keeps the server from less`;
    const blocks = whole.lock === 'none' ? '' : ' while writes wait';
    const less = apart.work.includes('index-build') ? 'an index would be built at most' : 'only the dictionary would be changed';
    judged.report(
      `${why}: ${done(whole)}${blocks} (ALGORITHM=${whole.algorithm}), where ${several ? 'by each of them alone ' : ''}${less}.`,
      several
        ? 'Give each action an ALTER TABLE of its own, with the ALGORITHM that it is expected to take.'
        : 'Leave the clause out, or demand the ALGORITHM that it would take without.',
      whole.lock === 'none' ? {} : { severity: 'error' },
    );
  },
});
