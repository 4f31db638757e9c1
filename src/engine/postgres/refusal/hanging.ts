import type { QualifiedName } from '../../../operation/name.ts';
import type { Operation } from '../../../operation/operation.ts';
import type { Hanging } from '../../../schema/schema.ts';
import { type At, member } from '../at.ts';
import { lacks } from '../program.ts';
import { type Refusals, refuse } from './refuse.ts';

/** Triggers, rules and policies go by their names on a table. */
export function* hangingRefusals(at: At, operation: Operation): Refusals {
  switch (operation.kind) {
    case 'create-trigger':
      return operation.replace ? undefined : yield* there(at, operation.table, 'trigger', operation.trigger);
    case 'create-policy':
      return yield* there(at, operation.table, 'policy', operation.policy);
    case 'drop-trigger':
      return operation.ifExists ? undefined : yield* missing(at, operation.table, 'trigger', operation.trigger);
    case 'rename-trigger':
      yield* missing(at, operation.table, 'trigger', operation.trigger);
      return yield* there(at, operation.table, 'trigger', operation.to);
    case 'set-trigger-state':
      if (operation.trigger === 'all' || operation.trigger === 'user') return;
      return yield* missing(at, operation.table, 'trigger', operation.trigger);
    case 'drop-rule':
    case 'rename-rule':
      return operation.ifExists ? undefined : yield* missing(at, operation.table, 'rule', operation.rule);
    case 'set-rule-state':
      return yield* missing(at, operation.table, 'rule', operation.rule);
    case 'alter-policy':
    case 'drop-policy':
      return operation.ifExists ? undefined : yield* missing(at, operation.table, 'policy', operation.policy);
  }
}

function* missing(at: At, table: QualifiedName, kind: Hanging['kind'], name: string): Refusals {
  if (lacks(at, table, kind, name)) yield refuse('42704', `there is no ${kind} ${name}`);
}

function* there(at: At, table: QualifiedName, kind: Hanging['kind'], name: string): Refusals {
  const known = member(at, table).table?.hanging.some((each) => each.kind === kind && each.name === name);
  if (known) yield refuse('42710', `there is a ${kind} ${name} already`);
}
