import { keyOf, type QualifiedName } from '../../operation/name.ts';
import type { Operation } from '../../operation/operation.ts';
import { applyStatement } from '../../schema/apply.ts';
import { resolve, type Schema, tableOf } from '../../schema/schema.ts';
import { joinFailures } from '../failure.ts';
import { type At, tableAt } from './at.ts';
import type { Change } from './change.ts';
import { changesOf } from './changes.ts';
import { chosen } from './choice.ts';
import type { Effect } from './effect.ts';
import { anythingAt, type Forms, formsOf } from './forms.ts';
import { primaryKeyChange } from './index-change.ts';
import { besideAlter } from './neighbour.ts';
import { otherwise } from './otherwise.ts';
import { refusalsOf } from './refusal/refusal.ts';
import type { Tables } from './tables.ts';

/** What a statement does at one version: its changes of one table together, in one pass. */
export function effectsAt(at: At, operations: readonly Operation[]): readonly Effect[] {
  const effects: Effect[] = [];
  const altered = new Set<string>();
  for (const operation of operations) {
    const key = 'table' in operation && operation.table ? keyOf(resolve(at.schema, operation.table)) : '';
    if (altered.has(key) && isAction(operation)) continue;
    const own = operations.filter(
      (each) => isAction(each) && 'table' in each && each.table && keyOf(resolve(at.schema, each.table)) === key,
    );
    if (isAction(operation)) altered.add(key);
    effects.push(...(isAction(operation) ? alter(at, own) : otherwise(at, operation, operations)));
  }
  return effects.filter(({ table }) => at.schema.tables.get(keyOf(table))?.persistence !== 'temporary');
}

/** What the server takes of the changes of one table, by algorithm; undefined where the statement is no ALTER TABLE. */
export function formsAt(at: At, operations: readonly Operation[]): Forms | undefined {
  const [first] = operations.filter(isAction);
  if (first === undefined || !('table' in first) || !first.table) return undefined;
  const tables = tablesOf(at, first.table);
  return formsOf(at, allChanges(at, operations, tables), tables);
}

function alter(at: At, operations: readonly Operation[]): readonly Effect[] {
  const [first] = operations;
  if (first === undefined || !('table' in first) || !first.table) return [];
  if (first.kind === 'alter-nothing' && first.clauses === undefined) return [];
  const tables = tablesOf(at, first.table);
  const changes = allChanges(at, operations, tables);
  const refusals = refusalsOf(at, operations, tables);
  const sure = changes.filter(({ assumed }) => !assumed);
  const hoped = sure.length === changes.length ? undefined : sure.length === 0 ? anythingAt(at) : formsOf(at, sure, tables);
  const effect = { table: tables.before.name, ...chosen(at, formsOf(at, changes, tables), first.clauses, hoped) };
  const fails = joinFailures([...refusals, effect.fails]);
  const own: Effect = { ...effect, ...(fails && { fails }) };
  return changes.every(({ kind }) => kind === 'change-nothing' || kind === 'set-keys-state')
    ? [own]
    : [own, ...besideAlter(at, tables.before, operations)];
}

function tablesOf(at: At, name: QualifiedName): Tables {
  const before = tableAt(at, name);
  return { before, after: tableOf(at.after(), before.name) ?? before };
}

/** The schema after the statement, its tables not yet renamed: for `At`. */
export function withoutRenames(schema: Schema, operations: readonly Operation[]): Schema {
  return applyStatement(
    schema,
    operations.filter(({ kind }) => kind !== 'rename-table'),
  );
}

function allChanges(at: At, operations: readonly Operation[], tables: Tables): readonly Change[] {
  const own = operations.flatMap((each) => changesOf(at, each, tables, operations) ?? []);
  const key = primaryKeyChange(at, tables, operations);
  const changes = [...own, ...key].filter((each) => !isNumbered(each, own));
  const [first] = operations;
  // MariaDB has nothing to do where all that is named is there already, or is not there.
  return changes.length > 0 || first === undefined || at.server === 'mariadb'
    ? changes
    : [{ kind: 'change-table-setting', operation: first }];
}

/** A numbered column has no NULLs and no duplicates. */
function isNumbered({ kind }: Change, all: readonly Change[]): boolean {
  return kind === 'forbid-null' && all.some((each) => each.kind === 'add-auto-increment');
}

function isAction(operation: Operation): boolean {
  if (operation.kind === 'rename-table') return !operation.byStatement;
  return actions.has(operation.kind);
}

const actions: ReadonlySet<Operation['kind']> = new Set<Operation['kind']>([
  'add-column',
  'drop-column',
  'rename-column',
  'redefine-column',
  'set-default',
  'drop-default',
  'set-column-visibility',
  'add-constraint',
  'drop-constraint',
  'alter-constraint',
  'create-index',
  'drop-index',
  'rename-index',
  'set-index-visibility',
  'alter-table-options',
  'convert-character-set',
  'rebuild-table',
  'set-keys-state',
  'repartition-table',
  'set-system-versioning',
  'add-period',
  'drop-period',
  'alter-nothing',
]);
