import { keyOf } from '../operation/name.ts';
import { resolve } from '../schema/schema.ts';
import { blockingWork } from './existing.ts';
import { defineRule, type Judged } from './rule.ts';
import { impactAndReason, quoted } from './wording.ts';

type AlterDomain = 'add-domain-constraint' | 'set-domain-not-null' | 'validate-domain-constraint';

export default defineRule({
  id: 'alter-domain-validating',
  title: 'A new constraint on a domain reads every row of every table that uses it, while their writes wait',
  category: 'blocking',
  severity: 'error',
  on: ['add-domain-constraint', 'set-domain-not-null', 'validate-domain-constraint'],
  check(judged) {
    const blocking = blockingWork(judged);
    if (blocking.length === 0 && !isOfUnknownDomain(judged)) return;
    const what =
      blocking.length > 0
        ? impactAndReason(judged, blocking)
        : 'every row of the tables that use it, which the history does not know, is read while their writes wait (SHARE lock)';
    judged.report(
      `ALTER DOMAIN ${quoted(judged.operation.domain.name)}: ${what}.`,
      'Put the rule on the columns instead, as CHECK constraints: NOT VALID first, VALIDATE CONSTRAINT in a later transaction, table by table.',
    );
  },
});

/** A domain that history never created has users that it never named. */
function isOfUnknownDomain({ operation, before }: Judged<AlterDomain>): boolean {
  if (operation.kind === 'add-domain-constraint' && operation.constraint.notValid) return false;
  return !before.types.has(keyOf(resolve(before, operation.domain, before.types)));
}
