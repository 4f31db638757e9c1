import { someNode } from '../../../operation/expression.ts';
import { keyOf } from '../../../operation/name.ts';
import type { TypeName } from '../../../operation/type-name.ts';
import { constantType } from '../../../schema/constant-type.ts';
import { type Column, type Constraint, columnOf, isNew, resolve, type Schema } from '../../../schema/schema.ts';
import { quoteIdentifier, quoteName } from '../../../sql/postgres/quote.ts';
import { defineRecipe, type RecipeContext, type RecipeResult, type RecipeStep } from '../../recipe.ts';
import { waived } from '../../waiver.ts';
import { alterTable, ownName, ownTable } from './alter.ts';
import { atOnce } from './at-once.ts';
import { type Carried, carriedBy } from './carried.ts';
import { back, forth, hasInverse, namesSchema, refusals } from './conversion.ts';
import { exchange, isDomain } from './exchange.ts';
import { fillRows } from './fill-rows.ts';
import { mayNotFit } from './may-not-fit.ts';
import { withOldConstants } from './old-constants.ts';
import { syncTrigger, tablesForTrigger } from './sync-trigger.ts';
import { typeIfFree } from './type-if-free.ts';
import { viewsOver } from './views-over.ts';

/**
 * A change of type that would write or read every row: a column of the new type, which a trigger fills and a backfill completes, takes the place of the old one, with
 * all that hangs on it. Until the last stage the trigger fills the old column from the new one, so that there is a way back.
 *
 * Where rows may hold what the new type cannot, the trigger passes over such values until the code that writes only what fits is deployed; then the backfill finds
 * every row that does not fit, and stops at it.
 */
export const changeType = defineRecipe({
  on: ['alter-column-type'],
  stage(context) {
    const { operation, before } = context;
    if (!context.found.has('blocking') && !context.found.has('breaking')) return undefined;
    const table = ownTable(context);
    if (isNew(before, table)) return undefined;
    const found = columnOf(table, operation.column);
    // A default that the author takes off before and puts on after the change is there until the columns change places.
    const { dropped, put } = context.around?.default ?? {};
    const column = found === undefined || dropped === undefined ? found : { ...found, default: dropped };
    const own = quoteIdentifier(operation.column);
    const refused = context.effects.find((each) => each.fails?.certain)?.fails;
    if (refused !== undefined) return { impossible: `PostgreSQL refuses the statement: ${refused.reason} (error ${refused.code})` };
    if (table === undefined || !table.complete || column === undefined) {
      const step = column === undefined ? typeIfFree(context) : undefined;
      if (step !== undefined) return { steps: [step] };
      return {
        impossible: `the history does not tell all that hangs on ${own} (indexes, keys, foreign keys), and a second column has to take it over: give Lockstep a dump of the schema (docs/configuration.md)`,
      };
    }
    if (column.generated !== undefined || table.foreign)
      return {
        impossible: `${own} is ${table.foreign ? 'of a foreign table' : 'a generated column'}, in whose place no other can be put without rewriting the table`,
      };
    const old = before.types.get(keyOf(resolve(before, column.type, before.types)));
    if (old?.kind === 'domain' && (old.notNullAs !== undefined || old.constraints.some(looksAtNull)))
      return {
        impossible: `the domain ${column.type.text} may refuse NULL, which the old column holds where no value of its type is known: once the columns have changed places, rows could not be written. The least harmful way is to change ${own} to the type under the domain first`,
      };
    if (operation.using !== undefined && namesSchema(operation.using.tree))
      return { impossible: 'USING names columns with their schema, which only ALTER TABLE understands: write them without it' };
    const hanging = carriedBy(context, table, column);
    if ('impossible' in hanging) return hanging;
    const carried = withOldConstants(hanging, operation.type, before);
    if ('impossible' in carried) return carried;
    const tables = tablesForTrigger(context);
    if ('impossible' in tables) return tables;
    return staged(
      context,
      { hanging, carried },
      tables,
      context.around?.default === undefined ? defaultFor(before, column, operation.type) : put?.text,
    );
  },
});

function looksAtNull({ definition }: Pick<Constraint, 'definition'>): boolean {
  return definition.type === 'check' && someNode(definition.expression.tree, (node) => node.kind === 'null-test');
}

function staged(
  context: RecipeContext<'alter-column-type'>,
  { hanging, carried }: { readonly hanging: Carried; readonly carried: Carried },
  tables: readonly string[],
  fallback: string | undefined,
): RecipeResult {
  const { operation } = context;
  const { column, using, type, collation } = operation;
  const [into, aside] = [context.helperName(ownName(context), `${column}_new`), context.helperName(ownName(context), `${column}_old`)];
  const [own, newer, older] = [quoteIdentifier(column), quoteIdentifier(into), quoteIdentifier(aside)];
  const mayFail = mayNotFit(context);
  const caught = mayFail ? refusals(context.before, type) : undefined;
  const table = ownTable(context);
  const sync = syncTrigger(context, context.helperName(ownName(context), column), tables, forth(operation, into, caught, table), {
    ...(using !== undefined && { searchPath: true }),
  });
  const value = {
    text: using?.text ?? own,
    tree: using?.tree ?? ({ kind: 'column', path: [column] } as const),
    ...(using === undefined && { where: `${newer} IS NULL AND ${own} IS NOT NULL` }),
  };
  const filled = fillRows(context, into, value, mayFail ? 'deploy' : 'transaction');
  if ('impossible' in filled) return filled;

  const forward = exchange(context, carried, [into, aside], fallback, [type, carried.column.type]);
  const backward = exchange(context, hanging, [aside, into], carried.column.default?.text, [carried.column.type, type]);
  const others = new Set(
    [...carried.pointing.map((each) => each.table), ...carried.references.flatMap((each) => each.references ?? [])].map(keyOf),
  );
  others.delete(keyOf(ownName(context)));
  const views = viewsOver(context);
  const end = views.end(alterTable(context, `DROP COLUMN ${older}`));
  const rules = [
    'rename-column',
    'dynamic-sql',
    ...(views.create.length > 0 ? ['rename-table'] : []),
    // An index of a partitioned table cannot be dropped otherwise.
    ...((carried.partitions.length > 0 ? carried.ofPartitions : carried.indexes).length > 0 ? ['drop-index-blocking'] : []),
    ...(others.size > 1 ? ['several-tables-locked'] : []),
  ];
  const steps: RecipeStep[] = [
    {
      stage: 'expand',
      after: 'none',
      sql: alterTable(
        context,
        `ADD COLUMN ${newer} ${type.text}${collation === undefined ? '' : ` COLLATE ${quoteName(collation)}`}${isDomain(context, type) ? ' DEFAULT NULL' : ''}`,
      ),
      transaction: 'shared',
      rollback: alterTable(context, `DROP COLUMN IF EXISTS ${newer}`),
      why: `will be ${own} when it is filled`,
    },
    ...sync.steps(
      mayFail ? `converts ${own}; what does not fit is NULL until the code that writes only what fits is deployed` : `converts ${own}`,
    ),
    ...filled,
    ...(mayFail
      ? strictly(sync.replaced(forth(operation, into, undefined, table)), sync.replaced(forth(operation, into, caught, table)), filled)
      : []),
    ...forward.prepare,
    {
      stage: 'enforce',
      after: 'transaction',
      sql: waived(
        rules,
        `${newer} has the same values and all that hangs on ${own}, so that this only changes the catalog`,
        atOnce(
          [
            ...views.aside,
            ...forward.statements,
            ...(context.around?.renames ?? []),
            ...views.create,
            sync.replaced(back(operation, aside, refusals(context.before, carried.column.type))),
          ],
          forward.declare,
        ),
      ),
      transaction: 'own',
      rollback: [
        ...backward.prepare.map((each) => each.sql),
        atOnce(
          [
            ...views.drop,
            ...(context.around?.undo ?? []),
            ...backward.statements,
            ...views.back,
            sync.replaced(forth(operation, into, caught, table)),
          ],
          backward.declare,
        ),
      ].join('\n'),
      why: `the columns change places; from here on the code that needs the new type can be deployed, and ${older} follows${hasInverse(operation) ? '' : ' with NULL, since no inverse of USING is known'}`,
    },
    {
      stage: 'contract',
      after: 'deploy',
      sql: waived(
        end.isDynamic ? ['drop-column', 'dynamic-sql'] : 'drop-column',
        `it is the old ${own}, kept for a way back`,
        atOnce([...end.statements, ...sync.drop], end.declare),
      ),
      transaction: 'shared',
      rollback: `-- cannot be undone: the old values are gone; change the type back with another plan`,
      why: 'the code that needs the new type runs everywhere, and there is no way back behind this',
    },
  ];
  return { steps, ...(views.differs && { differs: views.differs }) };
}

/** From here on what does not fit is refused; a second walk finds what came before. */
function strictly(strict: string, lenient: string, filled: readonly RecipeStep[]): readonly RecipeStep[] {
  return [
    {
      stage: 'enforce',
      after: 'backfill',
      sql: strict,
      transaction: 'shared',
      queues: false,
      rollback: lenient,
      why: 'refuses what does not fit from here on',
    },
    ...filled.map(
      (step): RecipeStep => ({
        ...step,
        stage: 'enforce',
        after: 'transaction',
        why: 'finds what was written meanwhile and does not fit: it stops there',
      }),
    ),
  ];
}

/** The default as ALTER … TYPE leaves it: a string stays one of the old type, and is converted where it is used. */
function defaultFor(schema: Schema, { default: value, type }: Column, to: TypeName): string | undefined {
  if (value?.tree.kind !== 'constant' || value.tree.type !== undefined || to.name === type.name) return value?.text;
  return `${value.text}::${constantType(schema, type).text}`;
}
