import { tableOf } from '../schema/schema.ts';
import { isInUse } from './existing.ts';
import { defineRule } from './rule.ts';
import { shown } from './wording.ts';

export default defineRule({
  id: 'disable-trigger-all',
  title: 'DISABLE TRIGGER ALL turns foreign keys off: rows that violate them get in, and nothing finds them later',
  category: 'operations',
  severity: 'error',
  on: ['set-trigger-state'],
  check(judged) {
    const { operation, before } = judged;
    if (operation.trigger !== 'all' || operation.state !== 'disable' || !isInUse(before, operation.table)) return;
    const table = tableOf(before, operation.table);
    const hasForeignKeys =
      table?.referencedBy.length !== 0 || table.constraints.some(({ definition }) => definition.type === 'foreign-key');
    if (table?.complete && !hasForeignKeys) return;
    judged.report(
      `DISABLE TRIGGER ALL on ${shown(judged, operation.table)} disables the triggers behind its foreign keys too: rows that violate them get in, and neither ENABLE nor VALIDATE CONSTRAINT finds them, for the constraint still counts as valid.`,
      'DISABLE TRIGGER USER disables your own triggers and leaves foreign keys alone.',
    );
  },
});
