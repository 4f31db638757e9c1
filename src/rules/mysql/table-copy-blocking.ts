import { everyKind } from '../kinds.ts';
import { defineMysqlRule } from '../rule.ts';
import { blockingBy } from './cause.ts';
import { copyOnline, impact } from './wording.ts';

export default defineMysqlRule({
  id: 'table-copy-blocking',
  title: 'The statement writes the whole table anew, or builds an index, while writes wait',
  category: 'blocking',
  severity: 'error',
  on: everyKind,
  check(judged) {
    // TRUNCATE has a rule of its own: what it writes anew is empty.
    if (judged.operation.kind === 'truncate') return;
    const blocking = blockingBy('table-copy-blocking', judged);
    if (blocking.length === 0) return;
    const text = impact(judged, blocking);
    judged.report(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`, `Do it by ${copyOnline}.`);
  },
});
