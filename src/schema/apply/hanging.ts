import type { QualifiedName } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import { type Hanging, resolve, type Schema } from '../schema.ts';
import { putTable } from '../store.ts';
import { isOtherRelation, withTable } from './with-table.ts';

type HangingOperation = OperationOf<
  | 'create-trigger'
  | 'drop-trigger'
  | 'rename-trigger'
  | 'create-rule'
  | 'drop-rule'
  | 'rename-rule'
  | 'create-policy'
  | 'alter-policy'
  | 'drop-policy'
  | 'other'
>;

/** Triggers, rules, policies, statistics objects and publications: of interest for the columns that they keep as they are. */
export function applyHanging(schema: Schema, operation: HangingOperation): Schema {
  switch (operation.kind) {
    case 'create-trigger':
      return put(schema, operation.table, {
        kind: 'trigger',
        name: operation.trigger,
        ...(operation.row && { row: true }),
        ...(operation.function && { function: resolve(schema, operation.function, schema.functions) }),
        columns: operation.columns ?? [],
      });
    case 'drop-trigger':
      return change(schema, operation.table, 'trigger', operation.trigger, () => []);
    case 'rename-trigger':
      return change(schema, operation.table, 'trigger', operation.trigger, (each) => [{ ...each, name: operation.to }]);
    case 'create-rule':
      return put(schema, operation.table, { kind: 'rule', name: operation.rule, columns: operation.columns ?? [] });
    case 'drop-rule':
      return change(schema, operation.table, 'rule', operation.rule, () => []);
    case 'rename-rule':
      return change(schema, operation.table, 'rule', operation.rule, (each) => [{ ...each, name: operation.to }]);
    case 'create-policy':
      return put(schema, operation.table, { kind: 'policy', name: operation.policy, columns: operation.columns ?? [] });
    case 'alter-policy': {
      const { to, columns } = operation;
      // One of its two expressions may have stayed: what it mentioned is kept.
      return change(schema, operation.table, 'policy', operation.policy, (each) => [
        { ...each, ...(to !== undefined && { name: to }), columns: [...new Set([...each.columns, ...(columns ?? [])])] },
      ]);
    }
    case 'drop-policy':
      return change(schema, operation.table, 'policy', operation.policy, () => []);
    case 'other':
      return operation.hanging === undefined ? schema : applyNamed(schema, operation, operation.hanging);
  }
}

/** Publications and statistics objects have names of their own, not one of their tables'. ALTER PUBLICATION may set or take away: what it had is forgotten. */
function applyNamed(
  schema: Schema,
  { command, tables }: OperationOf<'other'>,
  { name, columns }: { name: string; columns: readonly (readonly string[])[] },
): Schema {
  const kind = command.endsWith('STATISTICS') ? 'statistics' : 'publication';
  let next = schema;
  if (!command.startsWith('CREATE')) {
    for (const [, table] of schema.tables.entries()) {
      if (!table.hanging.some((each) => each.kind === kind && each.name === name)) continue;
      next = putTable(next, { ...table, hanging: table.hanging.filter((each) => each.kind !== kind || each.name !== name) });
    }
  }
  for (const [i, table] of tables.entries()) {
    const mentioned = columns[i] ?? [];
    if (mentioned.length > 0) next = put(next, table, { kind, name, columns: mentioned });
  }
  return next;
}

function put(schema: Schema, name: QualifiedName, hanging: Hanging): Schema {
  // An INSTEAD OF trigger and most rules are a view's.
  if (isOtherRelation(schema, name)) return schema;
  return withTable(schema, { table: name }, (next, table) =>
    putTable(next, {
      ...table,
      hanging: [...table.hanging.filter((each) => each.kind !== hanging.kind || each.name !== hanging.name), hanging],
    }),
  );
}

function change(schema: Schema, name: QualifiedName, kind: Hanging['kind'], of: string, to: (each: Hanging) => readonly Hanging[]): Schema {
  if (isOtherRelation(schema, name)) return schema;
  return withTable(schema, { table: name }, (next, table) =>
    table.hanging.some((each) => each.kind === kind && each.name === of)
      ? putTable(next, { ...table, hanging: table.hanging.flatMap((each) => (each.kind === kind && each.name === of ? to(each) : [each])) })
      : next,
  );
}
