import { isInUse } from '../existing.ts';
import { defineMysqlRule } from '../rule.ts';
import { shown } from '../wording.ts';

export default defineMysqlRule({
  id: 'alter-ignore-table',
  title: 'ALTER IGNORE TABLE deletes the rows that a new unique key does not let in, and changes values that do not fit, without a word',
  category: 'operations',
  severity: 'error',
  engines: ['mariadb'],
  on: ['add-constraint', 'create-index', 'add-column', 'redefine-column', 'convert-character-set'],
  check(judged) {
    const { operation, statement, before } = judged;
    if (!operation.clauses?.ignore || statement.operations[0] !== operation || !isInUse(before, operation.table)) return;
    judged.report(
      `IGNORE lets the statement succeed by taking away the rows of ${shown(judged, operation.table)} that it would fail on, and by changing values that do not fit: nobody is told which.`,
      'Leave IGNORE out, and delete or mend the rows first, by a statement that names them.',
    );
  },
});
