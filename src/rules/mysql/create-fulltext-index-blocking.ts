import { defineMysqlRule } from '../rule.ts';
import { shown } from '../wording.ts';
import { blockingBy } from './cause.ts';
import { copyOnline, impact } from './wording.ts';

export default defineMysqlRule({
  id: 'create-fulltext-index-blocking',
  title: 'A FULLTEXT or SPATIAL index is built while writes wait',
  category: 'blocking',
  severity: 'error',
  on: ['create-index'],
  check(judged) {
    const { table, index } = judged.operation;
    const blocking = blockingBy('create-fulltext-index-blocking', judged);
    if (blocking.length === 0) return;
    judged.report(
      `A ${index.method.toUpperCase()} index on ${shown(judged, table)}: ${impact(judged, blocking)}.`,
      `Build it by ${copyOnline}.`,
    );
  },
});
