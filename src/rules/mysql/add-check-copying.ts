import { defineMysqlRule } from '../rule.ts';
import { blockingBy } from './cause.ts';
import { copyOnline, impact } from './wording.ts';

export default defineMysqlRule({
  id: 'add-check-copying',
  title: 'ADD … CHECK, or enforcing one, copies the table while writes wait',
  category: 'blocking',
  severity: 'error',
  on: ['add-constraint', 'alter-constraint'],
  check(judged) {
    const { operation, context } = judged;
    const blocking = blockingBy('add-check-copying', judged);
    if (blocking.length === 0) return;
    const what = operation.kind === 'alter-constraint' ? 'Enforcing a CHECK' : 'Adding a CHECK';
    const unenforced = context.target.engine === 'mysql' ? ', or add it NOT ENFORCED, which reads no row and checks none' : '';
    judged.report(`${what}: ${impact(judged, blocking)}.`, `Add it by ${copyOnline}${unenforced}.`);
  },
});
