import { keyOf, type QualifiedName, type ResolvedName } from '../../../operation/name.ts';
import { resolve, type Table, tableOf } from '../../../schema/schema.ts';
import { quoteIdentifier, quoteName } from '../../../sql/postgres/quote.ts';
import type { RecipeStep, StagingContext } from '../../recipe.ts';

/** What the operations that stand inside an ALTER TABLE have in common. */
interface OnTable {
  readonly table: QualifiedName;
  readonly ifExists?: true;
  readonly only?: true;
}

/** `ALTER TABLE … action;` on the operation's table, as the author addressed it. */
export function alterTable(context: StagingContext, action: string): string {
  const { ifExists, only } = context.operation as Partial<OnTable> as OnTable;
  return `ALTER TABLE ${ifExists ? 'IF EXISTS ' : ''}${only ? 'ONLY ' : ''}${tableText(context)} ${action};`;
}

/** `ALTER TABLE … ALTER COLUMN column action;` */
export function alterColumn(context: StagingContext, column: string, action: string): string {
  return alterTable(context, `ALTER COLUMN ${quoteIdentifier(column)} ${action}`);
}

/** VALIDATE CONSTRAINT takes SHARE UPDATE EXCLUSIVE: rows are read and written meanwhile. */
export function validate(context: StagingContext, constraint: string): RecipeStep {
  return {
    stage: 'enforce',
    after: 'transaction',
    sql: alterTable(context, `VALIDATE CONSTRAINT ${quoteIdentifier(constraint)}`),
    transaction: 'own',
    queues: false,
    rollback: '-- nothing to undo: the constraint goes with the step that added it',
    why: 'reads every row while others read and write',
  };
}

/** Validations of one table share a transaction: they hold the same weak lock, one after the other. */
export function together(validates: readonly RecipeStep[]): readonly RecipeStep[] {
  return validates.map((step, i) => (i === 0 ? step : { ...step, after: 'none' }));
}

/** The operation's table as SQL names it. */
export function tableText(context: StagingContext): string {
  return context.nameOf((context.operation as Partial<OnTable> as OnTable).table);
}

/** The operation's table, resolved. */
export function ownName(context: StagingContext): ResolvedName {
  return resolve(context.before, (context.operation as Partial<OnTable> as OnTable).table);
}

/** The operation's table as replayed; undefined where history never mentioned it. */
export function ownTable(context: StagingContext): Table | undefined {
  return tableOf(context.before, (context.operation as Partial<OnTable> as OnTable).table);
}

/** An index or a sequence in the schema of the operation's table: named with the schema wherever the table is. */
export function besideTable(context: StagingContext, name: string): string {
  const { table } = context.operation as Partial<OnTable> as OnTable;
  const withSchema = tableText(context) !== quoteIdentifier(table.name);
  return `${withSchema ? `${quoteIdentifier(ownName(context).schema)}.` : ''}${quoteIdentifier(name)}`;
}

/** Another table or a sequence as SQL names it: as the author would, where he names his own table without its schema. */
export function textOf(context: StagingContext, name: ResolvedName): string {
  return name.schema === ownName(context).schema ? besideTable(context, name.name) : quoteName(name);
}

/** The same for another table, which is named as the author names his own. */
export function onTable<C extends StagingContext>(context: C, name: ResolvedName): C {
  if (keyOf(name) === keyOf(ownName(context))) return context;
  const table = textOf(context, name) === quoteIdentifier(name.name) ? { name: name.name } : name;
  return { ...context, operation: { ...context.operation, table } };
}

/** Why the author's own text cannot stand in a file of its own, if it cannot. */
export function boundToItsFile(context: StagingContext, name: QualifiedName): string | undefined {
  return context.nameOf(name) === quoteName(name)
    ? undefined
    : `the file sets a search_path of its own, which does not hold in another file: write ${context.nameOf(name)} for ${quoteName(name)}`;
}
