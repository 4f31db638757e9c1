import { notNullOf } from '../../../schema/automatic-not-null.ts';
import { quoteLiteral } from '../../../sql/postgres/quote.ts';
import type { StagingContext } from '../../recipe.ts';
import { ownTable, tableText, textOf } from './alter.ts';
import type { Carried } from './carried.ts';
import {
  accessTo,
  allPartitions,
  columnSettings,
  constraintComments,
  extendedStatistics,
  indexSettings,
  isNotNullOf,
  literals,
  oneTable,
  relationSettings,
} from './catalog-queries.ts';
import { namedAgain, notInherited, notNullName } from './not-null-name.ts';
import { type Kept, kept, runEach } from './run-each.ts';

/**
 * Comments, privileges, security labels, statistics targets and options of the column, settings of its indexes, comments on its constraints and on those that point to
 * it, extended statistics, and who may draw from the sequence of its identity. Not its storage: a change of type gives it that of the new type.
 */
export function carriedSettings(context: StagingContext, carried: Carried): Kept {
  const table = tableText(context);
  const { name, notNull, identity } = carried.column;
  const tables = carried.partitions.length > 0 ? allPartitions(table) : oneTable(table);
  const constraints = [...carried.keys.map((each) => each.constraint), ...carried.checks, ...carried.references].map((each) => each.name);
  // Not what is attached to them on partitions, of which a change of type loses all this too.
  const indexes = [...carried.indexes, ...[...carried.keys, ...carried.ofPartitions].map((each) => each.index)].map((each) => each.name);
  const which = [...(constraints.length === 0 ? [] : [`conname IN (${literals(constraints)})`]), ...(notNull ? [isNotNullOf(name)] : [])];
  const queries = [
    ...columnSettings(tables, name),
    ...accessTo(tables, name, name),
    extendedStatistics(tables, name),
    ...which.map((each) => constraintComments(tables, each)),
    ...carried.pointing.map((each) =>
      constraintComments(oneTable(textOf(context, each.table)), `conname = ${quoteLiteral(each.constraint.name)}`),
    ),
    ...(indexes.length === 0 ? [] : indexSettings(tables, indexes)),
    ...(identity === undefined ? [] : carried.sequences.flatMap((each) => relationSettings('SEQUENCE', textOf(context, each)))),
  ];
  const noInherit = notNullOf(ownTable(context), name)?.noInherit === true;
  const { declare, keep, put } = kept(queries);
  if (!notNull) return { declare, keep, put };
  const named = runEach([...(noInherit ? [notInherited(table, name)] : []), namedAgain(table, name, 'lockstep_not_null')]);
  return {
    declare: [...declare, 'lockstep_not_null text;'],
    keep: [...keep, `lockstep_not_null := (${notNullName(table, name)});`],
    put: [...named.statements, ...put],
  };
}
