import { defineMysqlRule } from '../rule.ts';
import { named } from '../wording.ts';
import { blockingBy } from './cause.ts';
import { copyOnline, impact } from './wording.ts';

export default defineMysqlRule({
  id: 'add-column-generated-copying',
  title: 'ADD COLUMN … STORED copies the table while writes wait; so does a VIRTUAL one in some places',
  category: 'blocking',
  severity: 'error',
  on: ['add-column'],
  check(judged) {
    const { column } = judged.operation;
    const blocking = blockingBy('add-column-generated-copying', judged);
    if (blocking.length === 0) return;
    judged.report(
      `Adding the generated column ${named(judged, column.name)}: ${impact(judged, blocking)}.`,
      column.generated?.stored
        ? `Make it VIRTUAL, which is INSTANT and can have an index; or add it by ${copyOnline}.`
        : 'Add it last, in a statement of its own.',
    );
  },
});
