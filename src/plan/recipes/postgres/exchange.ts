import { keyOf } from '../../../operation/name.ts';
import type { TypeName } from '../../../operation/type-name.ts';
import { renameInConstraint } from '../../../schema/mention.ts';
import { resolve } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import type { RecipeStep, StagingContext } from '../../recipe.ts';
import { alterColumn, alterTable, ownName, tableText, textOf, together, validate } from './alter.ts';
import type { Carried } from './carried.ts';
import { carriedSettings } from './column-settings.ts';
import { body, foreignKey } from './constraint-text.ts';
import { enforceNotNull, type NotNullSteps } from './enforce-not-null.ts';
import { exchangedIndexes } from './exchanged-indexes.ts';
import { takeOver } from './numbering-change.ts';

/** A column that takes another's place: what has to stand before, and the statements that change them over, for one transaction. */
export interface Exchange {
  readonly prepare: readonly RecipeStep[];
  readonly statements: readonly string[];
  readonly declare: readonly string[];
}

/**
 * Puts one column in the place of another of the same table, with everything that hangs on it. Indexes are built CONCURRENTLY and checks validated on the new column
 * before, under helper names; the change itself only renames, drops what the old column had, and lets constraints take indexes that are there.
 * @param into the column that takes the place
 * @param aside the name that the other one gets
 * @param fallback the default that the column is to have; the author's text, or what means the same for another type
 * @param types of the column that takes the place, and of the other one
 */
export function exchange(
  context: StagingContext,
  carried: Carried,
  [into, aside]: readonly [string, string],
  fallback: string | undefined,
  types: readonly [TypeName, TypeName],
): Exchange {
  const { column } = carried;
  const { name } = column;
  const helper = (of: string): string => context.helperName(ownName(context), of);
  const notNull = column.notNull ? enforceNotNull(context, into) : undefined;
  const exchanged = exchangedIndexes(context, carried, into);
  const adds: RecipeStep[] = [];
  const foreign: RecipeStep[] = [];
  const validates: RecipeStep[] = [];
  const rename = (from: string, to: string): string => `RENAME CONSTRAINT ${quoteIdentifier(from)} TO ${quoteIdentifier(to)}`;
  const switched: string[] = [];

  if (notNull !== undefined) {
    adds.push(notNull.add);
    validates.push(notNull.validate);
  }
  for (const { name: own, definition, validated, enforced } of carried.checks) {
    const text = body(renameInConstraint(definition, name, into));
    adds.push(notValid(tableText(context), helper(own), `${text}${enforced ? '' : ' NOT ENFORCED'}`, enforced));
    if (validated && enforced) validates.push(validate(context, helper(own)));
    switched.push(alterTable(context, `DROP CONSTRAINT ${quoteIdentifier(own)}`), alterTable(context, rename(helper(own), own)));
  }
  for (const { name: own, definition, validated, enforced, references } of carried.references) {
    const columns = definition.columns.map((each) => (each === name ? into : each));
    const text = foreignKey(
      definition,
      columns,
      textOf(context, references ?? resolve(context.before, definition.references)),
      definition.referencedColumns,
    );
    const add = notValid(tableText(context), helper(own), `${text}${enforced ? '' : ' NOT ENFORCED'}`, enforced);
    foreign.push({ ...add, also: keyOf(references ?? resolve(context.before, definition.references)) });
    if (validated && enforced) validates.push(validate(context, helper(own)));
    switched.push(alterTable(context, `DROP CONSTRAINT ${quoteIdentifier(own)}`), alterTable(context, rename(helper(own), own)));
  }
  const before: string[] = [];
  const after: string[] = [];
  for (const { table, constraint } of carried.pointing) {
    const { name: own, definition, validated, enforced } = constraint;
    const other = textOf(context, table);
    const stand = context.helperName(table, own);
    const to = definition.referencedColumns.map((each) => (each === name ? into : each));
    const text = foreignKey(definition, definition.columns, tableText(context), to);
    foreign.push({ ...notValid(other, stand, `${text}${enforced ? '' : ' NOT ENFORCED'}`, enforced), also: keyOf(table) });
    if (validated && enforced)
      validates.push({ ...validate(context, stand), sql: `ALTER TABLE ${other} VALIDATE CONSTRAINT ${quoteIdentifier(stand)};` });
    before.push(`ALTER TABLE ${other} DROP CONSTRAINT ${quoteIdentifier(own)};`);
    after.push(`ALTER TABLE ${other} ${rename(stand, own)};`);
  }

  const numbering = takeOver(context, carried, aside, types);
  const settings = carriedSettings(context, carried);
  const [ofInto, ofAside] = types.map((each) => isDomain(context, each));
  return {
    prepare: [...adds, ...exchanged.build, ...foreign, ...together(validates), analyzed(context, into)],
    declare: [...settings.declare, ...numbering.declare],
    statements: [
      ...settings.keep,
      alterTable(context, `RENAME COLUMN ${quoteIdentifier(name)} TO ${quoteIdentifier(aside)}`),
      alterTable(context, `RENAME COLUMN ${quoteIdentifier(into)} TO ${quoteIdentifier(name)}`),
      ...before,
      ...exchanged.dropKeys,
      // Before NOT NULL goes, which an index that identifies the table's rows needs.
      ...exchanged.indexes,
      ...numbering.release,
      ...(ofAside
        ? [alterColumn(context, aside, 'SET DEFAULT NULL')]
        : column.default === undefined
          ? []
          : [alterColumn(context, aside, 'DROP DEFAULT')]),
      ...(column.notNull ? [alterColumn(context, aside, 'DROP NOT NULL'), ...ofPartitions(context, carried, aside)] : []),
      ...notNullTaken(context, name, notNull),
      ...exchanged.addKeys,
      ...switched,
      ...after,
      ...(fallback !== undefined
        ? [alterColumn(context, name, `SET DEFAULT ${fallback}`)]
        : ofInto
          ? [alterColumn(context, name, 'DROP DEFAULT')]
          : []),
      ...numbering.take,
      ...settings.put,
    ],
  };
}

/** A partition's key has made the NOT NULL its own, which stays when the parent's goes. */
function ofPartitions(context: StagingContext, { keys, partitions }: Carried, aside: string): readonly string[] {
  if (keys.length === 0) return [];
  return partitions.map((each) => `ALTER TABLE ${textOf(context, each.name)} ALTER COLUMN ${quoteIdentifier(aside)} DROP NOT NULL;`);
}

/** NOT NULL behind the check that proves it; from PostgreSQL 18 on it is there already. */
function notNullTaken(context: StagingContext, column: string, notNull: NotNullSteps | undefined): readonly string[] {
  const [set, ...rest] = notNull?.finish ?? [];
  return set === undefined ? [] : [alterColumn(context, column, 'SET NOT NULL'), ...rest.map((each) => each.sql)];
}

function notValid(table: string, name: string, text: string, enforced: boolean): RecipeStep {
  return {
    stage: 'enforce',
    after: 'transaction',
    sql: `ALTER TABLE ${table} ADD CONSTRAINT ${quoteIdentifier(name)} ${text}${enforced ? ' NOT VALID' : ''};`,
    // A foreign key locks two tables: it gets a transaction of its own.
    transaction: text.startsWith('FOREIGN KEY') ? 'own' : 'shared',
    rollback: `ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${quoteIdentifier(name)};`,
    why: 'the same for the new column; the old rows are not read yet',
  };
}

/** Statistics belong to the column, and go with it under its new name. */
function analyzed(context: StagingContext, column: string): RecipeStep {
  return {
    stage: 'enforce',
    after: 'transaction',
    sql: `ANALYZE ${tableText(context)} (${quoteIdentifier(column)});`,
    transaction: 'own',
    queues: false,
    rollback: '-- nothing to undo: the statistics go with the column',
    why: 'the planner has to know the new column before queries use it',
  };
}

/** Whether it may have a default of its own, which a column has until it is given another. */
export function isDomain({ before }: StagingContext, type: TypeName): boolean {
  return before.types.get(keyOf(resolve(before, type, before.types)))?.kind === 'domain';
}
