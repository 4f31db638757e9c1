import type { MysqlTarget } from '../../../engine/engine.ts';
import { has } from '../../../engine/mysql/version.ts';
import { columnsIn } from '../../../operation/expression.ts';
import { constraintColumns } from '../../../schema/mention.ts';
import type { Table } from '../../../schema/schema.ts';
import { isNamed } from '../../../schema/schema.ts';
import type { DefinitionPieces } from '../../../sql/mysql/definition.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import { definitionText } from './definition.ts';
import { columnsOf, indexesOn } from './indexes-again.ts';
import type { Part } from './sequence.ts';
import type { MysqlStaging } from './staging.ts';
import { ownName, tableText } from './text.ts';

/**
 * Why a second column cannot take over from one that is there; undefined where it can.
 * @param table as history shows it
 * @param inKey whether it may take its place in the primary key, too
 */
export function cannotBeReplaced(table: Table | undefined, column: string, inKey: boolean): string | undefined {
  const name = quoteIdentifier(column);
  if (table === undefined || !table.complete)
    return `the history does not tell all that hangs on ${name} (indexes, keys, foreign keys), and a second column has to take it over`;
  const lower = column.toLowerCase();
  const names = (columns: readonly string[]): boolean => columns.some((each) => each.toLowerCase() === lower);
  const tying = table.constraints.find(
    ({ definition }) => names(constraintColumns(definition)) && !(inKey && definition.type === 'primary-key'),
  );
  if (tying !== undefined) return `${quoteIdentifier(tying.name)} hangs on ${name}, and no second column could take it over`;
  if (table.referencedBy.length > 0 && table.indexes.some((each) => each.definition.unique && names(columnsOf(each))))
    return `a foreign key may refer to ${name}, and no second column could take it over`;
  if (table.columns.some(({ generated }) => generated !== undefined && names(columnsIn(generated.expression.tree))))
    return `a generated column is computed from ${name}`;
  if (
    table.partitionBy !== undefined &&
    names(table.partitionBy.elements.flatMap((each) => each.column ?? (each.expression ? columnsIn(each.expression.tree) : [])))
  )
    return `the table is partitioned by ${name}`;
  const odd = indexesOn(table, column).find(
    ({ definition }) => definition.method !== 'btree' || definition.elements.some((each) => each.expression !== undefined),
  );
  if (odd !== undefined) return `the index ${quoteIdentifier(odd.name)} on it cannot be built while others write`;
  return table.columns.some((each) => isNamed(table, each, column) && (each.autoIncrement || each.generated !== undefined))
    ? `${name} is numbered or computed by the server`
    : undefined;
}

/** Triggers as statements. */
export interface Triggers {
  readonly make: readonly string[];
  readonly drop: readonly string[];
}

/** Two triggers, each one statement, so that no client needs another delimiter. */
export function triggers(
  context: MysqlStaging,
  column: string,
  sets: { readonly insert: string; readonly update: string },
): Triggers & { readonly made: Part } {
  const names = (['insert', 'update'] as const).map(
    (event) => [event, quoteIdentifier(context.helperName(ownName(context), `${column}_${event}`))] as const,
  );
  const { schema } = ownName(context);
  const prefix = tableText(context).includes('`.`') && schema !== '' ? `${quoteIdentifier(schema)}.` : '';
  const make = names.map(
    ([event, name]) => `CREATE TRIGGER ${prefix}${name} BEFORE ${event.toUpperCase()} ON ${tableText(context)} FOR EACH ROW ${sets[event]}`,
  );
  const drop = names.map(([, name]) => `DROP TRIGGER ${prefix}${name}`);
  return {
    make,
    drop,
    made: {
      stage: 'expand',
      after: 'transaction',
      sql: make,
      rollback: drop,
      why: 'for every row that is written from here on; with a binary log the account needs SUPER, SET_ANY_DEFINER or log_bin_trust_function_creators for it',
    },
  };
}

/** Renames in one ALTER TABLE, each column with the definition that it keeps: servers before RENAME COLUMN want it repeated. */
export function renaming({ target }: MysqlStaging, from: string, to: string, pieces: DefinitionPieces): string {
  return knowsRename(target)
    ? `RENAME COLUMN ${quoteIdentifier(from)} TO ${quoteIdentifier(to)}`
    : `CHANGE COLUMN ${quoteIdentifier(from)} ${definitionText(to, pieces)}`;
}

/** RENAME COLUMN, and in MariaDB RENAME INDEX, too. https://mariadb.com/kb/en/alter-table/#rename-column */
export function knowsRename({ engine, version }: MysqlTarget): boolean {
  return version === undefined || has({ server: engine, version }, { mysql: '8.0', mariadb: '10.5.2' });
}
