import { keyOf, type ResolvedName } from '../../../operation/name.ts';
import type { Operation, OperationOf } from '../../../operation/operation.ts';
import { isFollowed } from '../../../schema/followed.ts';
import { type Index, resolve, type Schema } from '../../../schema/schema.ts';
import { type Failure, joinFailures } from '../../failure.ts';
import { type At, member } from '../at.ts';
import type { Effect } from '../effect.ts';
import { since } from '../version.ts';
import {
  addColumnRefusals,
  columnTypeRefusals,
  defaultChangeRefusals,
  dropColumnRefusals,
  expressionRefusals,
  identityRefusals,
  notNullRefusals,
  renameColumnRefusals,
} from './column.ts';
import { constraintRefusals, namedConstraintRefusals } from './constraint.ts';
import { createIndexRefusals, dropIndexRefusals } from './create-index.ts';
import { hangingRefusals } from './hanging.ts';
import { attachRefusals, detachRefusals, inheritRefusals } from './inheritance.ts';
import { neededBy } from './needed-by.ts';
import { missingColumns, type Refusals, refuse, takenName } from './refuse.ts';
import {
  clusterIndexRefusals,
  createTableRefusals,
  dropTableRefusals,
  indexOfTableRefusals,
  persistenceChangeRefusals,
  renameTableRefusals,
  tableOptionsRefusals,
} from './table.ts';

/**
 * The effects with the reason for which PostgreSQL is certain to refuse the operation, whatever the rows hold, as far as the history tells. It
 * tells much of a table that it created whole, and little of one that it only mentions: what is not known is not refused.
 */
export function refused(at: At, operation: Operation, effects: readonly Effect[]): readonly Effect[] {
  const [own, ...others] = effects;
  if (own === undefined || !effects.every(({ table }) => isCertain(at.schema, table))) return effects;
  const found = refusalOf(at, operation);
  return found === undefined ? effects : [{ ...own, fails: joinFailures([found, own.fails]) ?? found }, ...others];
}

/** Nothing has happened to the table that nobody could follow. One that is not known at all is taken for what it is. */
function isCertain(schema: Schema, name: ResolvedName): boolean {
  const table = schema.tables.get(keyOf(name));
  return table === undefined || !table.complete || isFollowed(schema, table);
}

function refusalOf(at: At, operation: Operation): Failure | undefined {
  for (const failure of refusalsOf(at, operation)) return failure;
  return undefined;
}

function* refusalsOf(at: At, operation: Operation): Refusals {
  switch (operation.kind) {
    case 'create-table':
      return yield* createTableRefusals(at, operation);
    case 'drop-table':
      return yield* dropTableRefusals(at, operation);
    case 'rename-table':
    case 'set-schema':
      return yield* renameTableRefusals(at, operation);
    case 'set-logged':
      return yield* persistenceChangeRefusals(at, operation);
    case 'copy':
      return yield* copyRefusals(at, operation);
    case 'truncate':
      if (operation.only && member(at, operation.table).table?.partitionBy !== undefined)
        yield refuse('42809', 'a partitioned table has no rows of its own to be emptied');
      return;
    case 'set-table-options':
      return yield* tableOptionsRefusals(at, operation);
    case 'inherit':
    case 'no-inherit':
      return yield* inheritRefusals(at, operation);
    case 'cluster-on':
    case 'replica-identity':
      return yield* indexOfTableRefusals(at, operation);
    case 'add-column':
      return yield* addColumnRefusals(at, operation);
    case 'drop-column':
      return yield* dropColumnRefusals(at, operation);
    case 'rename-column':
      return yield* renameColumnRefusals(at, operation);
    case 'alter-column-type':
      return yield* columnTypeRefusals(at, operation);
    case 'set-default':
    case 'drop-default':
      return yield* defaultChangeRefusals(at, operation);
    case 'set-not-null':
    case 'drop-not-null':
      return yield* notNullRefusals(at, operation);
    case 'set-expression':
    case 'drop-expression':
      return yield* expressionRefusals(at, operation);
    case 'add-identity':
    case 'set-identity':
    case 'drop-identity':
      return yield* identityRefusals(at, operation);
    case 'column-setting':
      return yield* missingColumns(member(at, operation.table).table, [operation.column]);
    case 'add-constraint':
      return yield* constraintRefusals(at, operation, operation.constraint);
    case 'validate-constraint':
    case 'drop-constraint':
    case 'rename-constraint':
    case 'alter-constraint':
      return yield* namedConstraintRefusals(at, operation);
    case 'create-index':
      return yield* createIndexRefusals(at, operation);
    case 'drop-index':
      return yield* dropIndexRefusals(at, operation);
    case 'attach-partition':
      return yield* attachRefusals(at, operation);
    case 'detach-partition':
      return yield* detachRefusals(at, operation);
    case 'create-view':
      return yield* createViewRefusals(at, operation);
    case 'rename-view':
      return yield* takenName(at.schema, { ...operation.view, name: operation.to });
    case 'refresh-view':
      return yield* refreshRefusals(at, operation);
    case 'cluster':
      return yield* clusterRefusals(at, operation);
    case 'drop-view':
      if (!operation.cascade) yield* neededBy(at, operation);
      return;
    case 'insert':
      return yield* missingColumns(member(at, operation.table).table, operation.columns);
    case 'update':
      return yield* missingColumns(member(at, operation.table).table, operation.assignments);
    default:
      return yield* hangingRefusals(at, operation);
  }
}

function* createViewRefusals(at: At, { view, ...operation }: OperationOf<'create-view'>): Refusals {
  if (operation.temporary || operation.ifNotExists) return;
  if (!operation.replace) yield* takenName(at.schema, view);
  else if (at.schema.tables.has(keyOf(resolve(at.schema, view)))) yield refuse('42809', `${view.name} is a table`);
}

/** CONCURRENTLY finds the rows that differ by a key that holds for all of them. */
function* refreshRefusals(at: At, operation: OperationOf<'refresh-view'>): Refusals {
  const view = at.schema.views.get(keyOf(resolve(at.schema, operation.view, at.schema.views)));
  if (view === undefined) return;
  if (!view.materialized) yield refuse('42809', 'it is not a materialized view');
  const isKey = ({ definition, valid }: Index): boolean =>
    valid && definition.unique && definition.where === undefined && definition.elements.every((each) => each.column !== undefined);
  if (operation.concurrently && !operation.withData) yield refuse('42601', 'CONCURRENTLY and WITH NO DATA exclude each other');
  if (operation.concurrently && !view.indexes.some(isKey))
    yield refuse('55000', 'CONCURRENTLY needs a unique index on columns of it, without WHERE');
}

function* clusterRefusals(at: At, operation: OperationOf<'cluster'>): Refusals {
  if (operation.table === undefined || operation.index === undefined) return;
  yield* clusterIndexRefusals(member(at, operation.table).table, operation.index);
}

/** COPY … TO writes the rows that a table has itself; of anything else, those of a query. */
function* copyRefusals(at: At, { table, writes }: OperationOf<'copy'>): Refusals {
  if (table === undefined || writes) return;
  if (member(at, table).table?.partitionBy !== undefined) yield refuse('42809', 'it is partitioned: COPY (SELECT …) TO copies its rows');
  const view = at.schema.views.get(keyOf(resolve(at.schema, table, at.schema.views)));
  if (view !== undefined && (!view.materialized || !since('copyMaterializedView', at.major)))
    yield refuse('42809', 'it is a view: COPY (SELECT …) TO copies its rows');
}
