import { sameName } from '../../../operation/name.ts';
import type { Operation, OperationOf } from '../../../operation/operation.ts';
import { type Table, tableOf } from '../../../schema/schema.ts';
import { unknownTable } from '../../../schema/store.ts';
import type { Failure } from '../../failure.ts';
import type { At } from '../at.ts';
import { addsPrimaryKey } from '../index-change.ts';
import type { Tables } from '../tables.ts';
import { refused } from './refused.ts';

/** A definition as the actions that would make the table of an empty one: what these are refused for, it is. */
export interface Creation {
  readonly actions: readonly Operation[];
  readonly tables: Tables;
}

/** @returns undefined where the definition is not all there, or the table may be there already */
export function creationOf(at: At, operation: OperationOf<'create-table'>): Creation | undefined {
  const { table, span, asQuery, like, ifNotExists, conditional } = operation;
  if (asQuery !== undefined || like.length > 0 || ifNotExists || conditional) return undefined;
  const after = tableOf(at.after(), table);
  if (after === undefined || !after.complete) return undefined;
  const before: Table = { ...unknownTable(after.name), complete: true, mysql: { rowVersions: 0 }, unfollowed: at.schema.unfollowed };
  const base = { span, table };
  const actions: readonly Operation[] = [
    ...operation.columns.map((column): Operation => ({ ...base, kind: 'add-column', column })),
    ...operation.constraints.map((constraint): Operation => ({ ...base, kind: 'add-constraint', constraint })),
    ...(operation.indexes ?? []).map((index): Operation => ({ ...base, kind: 'create-index', index, concurrently: false })),
    ...(operation.options ? [{ ...base, kind: 'alter-table-options' as const, options: operation.options }] : []),
    ...(operation.partitionBy ? [{ ...base, kind: 'repartition-table' as const, partitionBy: operation.partitionBy }] : []),
  ];
  return { actions, tables: { before, after } };
}

/** What a table has one of, and some of. */
export function refusalsOfWhole(at: At, { actions, tables: { after } }: Creation): readonly Failure[] {
  const visible = after.columns.filter(({ invisible }) => !invisible);
  if (visible.length === 0)
    return refused(at, { mysql: after.columns.length > 0 ? 4028 : 1113, mariadb: 1113 }, 'a table has a column at least');
  const keys = actions.filter(addsPrimaryKey).length;
  if (keys > 1) return refused(at, 1068, 'a table has one primary key');
  const numbered = after.columns.filter(({ autoIncrement }) => autoIncrement);
  const leads = (name: string): boolean =>
    after.indexes.some(({ definition }) => definition.elements[0]?.column?.toLowerCase() === name.toLowerCase());
  if (numbered.length > 1 || numbered.some(({ name }) => !leads(name)))
    return refused(at, 1075, 'a table has one AUTO_INCREMENT column, and it has to be the first of an index');
  const nullable = actions.find(
    (each) => each.kind === 'add-column' && each.column.explicitNull && isInPrimaryKey(after, each.column.name),
  );
  if (nullable?.kind === 'add-column')
    return refused(at, { mysql: 1171 }, `${nullable.column.name} is of the primary key, which has no NULLs`);
  const twice = named(actions, 'foreign-key');
  if (twice !== undefined) return refused(at, { mysql: 1826, mariadb: 1005 }, `two foreign keys are called ${twice}`);
  const check = named(actions, 'check');
  if (check !== undefined) return refused(at, { mysql: 3822, mariadb: 1826 }, `two checks are called ${check}`);
  const given = numbered.find((each) => each.default !== undefined);
  return given === undefined ? [] : refused(at, 1067, `${given.name} gets its number, and has no default`);
}

const isInPrimaryKey = ({ constraints }: Table, column: string): boolean =>
  constraints.some(({ definition }) => definition.type === 'primary-key' && definition.columns.some((each) => sameName(each, column)));

/** A name that two constraints of a type have. */
function named(actions: readonly Operation[], type: 'foreign-key' | 'check'): string | undefined {
  const names = actions.flatMap((each) =>
    each.kind === 'add-constraint' && each.constraint.type === type ? (each.constraint.name?.toLowerCase() ?? []) : [],
  );
  return names.find((name, i) => names.indexOf(name) !== i);
}
