import { defineMysqlRule } from '../rule.ts';
import { shown } from '../wording.ts';
import { blockingBy } from './cause.ts';
import { copyOnline, impact } from './wording.ts';

export default defineMysqlRule({
  id: 'partition-table-blocking',
  title: 'Partitioning a table, or moving its rows between partitions, writes them anew while writes wait',
  category: 'blocking',
  severity: 'error',
  on: ['repartition-table', 'alter-partitions'],
  check(judged) {
    const { operation, context } = judged;
    const blocking = blockingBy('partition-table-blocking', judged);
    if (blocking.length === 0) return;
    const instant = operation.clauses?.algorithm === 'instant' && context.target.engine === 'mariadb';
    const despite = instant ? ' ALGORITHM=INSTANT does not keep MariaDB from it.' : '';
    const [what, advice] =
      operation.kind === 'repartition-table'
        ? [operation.partitionBy === undefined ? 'Removing the partitions' : 'Partitioning', `Do it by ${copyOnline}.`]
        : [
            `${operation.action.toUpperCase()} PARTITION`,
            'Add partitions for what is still to come, while they hold no row; they are moved apart for nothing then.',
          ];
    judged.report(`${what} of ${shown(judged, operation.table)}: ${impact(judged, blocking)}.${despite}`, advice);
  },
});
