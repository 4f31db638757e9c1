import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impact, quoted } from './wording.ts';

export default defineRule({
  id: 'set-not-null-scanning',
  title: 'SET NOT NULL reads every row under a lock that stops reads and writes, unless a valid CHECK proves it',
  category: 'blocking',
  severity: 'error',
  on: ['set-not-null'],
  check(judged) {
    const { operation } = judged;
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    const column = quoted(operation.column);
    judged.report(
      `SET NOT NULL on ${column}: ${impact(judged, blocking)}.`,
      `Prove it first: ADD CONSTRAINT … CHECK (${column} IS NOT NULL) NOT VALID, VALIDATE it in a later transaction, then SET NOT NULL and drop the CHECK.`,
    );
  },
});
