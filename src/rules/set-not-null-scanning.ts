import { refusingNull } from './adding.ts';
import { blockingWork } from './existing.ts';
import { defineRule, type Judged } from './rule.ts';
import { impact, quoted } from './wording.ts';

export default defineRule({
  id: 'set-not-null-scanning',
  title: 'SET NOT NULL reads every row under a lock that stops reads and writes, unless a valid CHECK proves it',
  category: 'blocking',
  severity: 'error',
  on: ['set-not-null', 'add-column'],
  check(judged) {
    const { operation } = judged;
    const isAdded = operation.kind === 'add-column';
    const blocking = blockingWork(judged, isAdded ? refusingNull(judged as Judged<'add-column'>).havingIt : judged.effects);
    if (blocking.length === 0) return;
    const column = quoted(isAdded ? operation.column.name : operation.column);
    const what = isAdded ? `Adding ${column} as NOT NULL above a table that has it already` : `SET NOT NULL on ${column}`;
    judged.report(
      `${what}: ${impact(judged, blocking)}.`,
      `Prove it first${isAdded ? ' where it is' : ''}: ADD CONSTRAINT … CHECK (${column} IS NOT NULL) NOT VALID, VALIDATE it in a later transaction, then SET NOT NULL and drop the CHECK.`,
    );
  },
});
