import { keyOf } from '../../../operation/name.ts';
import { elementColumns, indexColumns } from '../../../schema/mention.ts';
import { partitionTree } from '../../../schema/partition-tree.ts';
import { type Column, columnOf, isNew, resolve, type Table } from '../../../schema/schema.ts';
import { quoteIdentifier, quoteName } from '../../../sql/postgres/quote.ts';
import { defineRecipe, type RecipeContext, type RecipeStep } from '../../recipe.ts';
import { waived } from '../../waiver.ts';
import { alterColumn, alterTable, ownName, ownTable, tableText } from './alter.ts';
import { atOnce } from './at-once.ts';
import { accessTo, allPartitions, oneTable } from './catalog-queries.ts';
import { isDomain } from './exchange.ts';
import { fillRows } from './fill-rows.ts';
import { copiedTree, type IndexTree, treeOf } from './index-tree.ts';
import { isKnownWhole } from './partitioned-index.ts';
import { plainDefault } from './plain-default.ts';
import { computedAnew } from './rename-computed.ts';
import { runEach } from './run-each.ts';
import { differs, type SyncTrigger, syncTrigger, tablesForTrigger } from './sync-trigger.ts';

/**
 * A column gets a copy under its new name, which a trigger keeps in step both ways; when all code uses the new name, the copy goes and the column itself takes its
 * name. So nothing that hangs on the column has to be made anew, and the end is what RENAME alone would have come to. The path not taken: the copy stays and the
 * old column goes, which would carry keys, grants and comments over for nothing.
 */
export const renameColumn = defineRecipe({
  on: ['rename-column'],
  stage(context) {
    const { operation, before } = context;
    const table = ownTable(context);
    if (!context.found.has('breaking') || isNew(before, table)) return undefined;
    const column = columnOf(table, operation.column);
    const reason = whyNot(context, table, column);
    if (reason !== undefined || column === undefined) return { impossible: reason ?? '' };
    if (column.generated !== undefined) return { steps: computedAnew(context, column.generated.expression.text) };
    const tables = tablesForTrigger(context);
    if ('impossible' in tables) return tables;

    const [from, to] = [quoteIdentifier(operation.column), quoteIdentifier(operation.to)];
    const sync = syncTrigger(context, context.helperName(ownName(context), operation.column), tables, syncBody(context, column), {
      ...(plainDefault(column) !== undefined && { searchPath: true }),
    });
    const value = {
      text: from,
      tree: { kind: 'column', path: [operation.column] },
      where: `${to} IS NULL AND ${from} IS NOT NULL`,
    } as const;
    const granted = runEach(
      accessTo(
        table?.partitionBy === undefined ? oneTable(tableText(context)) : allPartitions(tableText(context)),
        operation.column,
        operation.to,
      ),
    );
    const filled = fillRows(context, operation.to, value, 'transaction');
    if ('impossible' in filled) return filled;
    const add = copyOf(context, column);
    return {
      steps: [
        ...add.map(
          (sql, i): RecipeStep => ({
            stage: 'expand',
            after: 'none',
            sql,
            transaction: 'shared',
            rollback: i === 0 ? alterTable(context, `DROP COLUMN IF EXISTS ${to}`) : '-- nothing to undo: the default goes with the column',
            why: i === 0 ? `holds a copy of ${from}, for the code that uses the new name` : `as ${from} has it`,
          }),
        ),
        {
          stage: 'expand',
          after: 'none',
          sql: waived('dynamic-sql', 'copies the privileges on one column', atOnce(granted.statements, granted.declare)),
          transaction: 'shared',
          rollback: '-- nothing to undo: the privileges go with the column',
          why: `whoever was granted ${from} is granted ${to}`,
        },
        ...sync.steps(`copies ${from} to ${to}, or ${to} to ${from}, whichever was written`),
        ...filled,
        ...copiedIndexes(context, table),
        {
          stage: 'contract',
          after: 'deploy',
          sql: waived(
            ['rename-column', 'drop-column'],
            `no code uses ${from} any more, and ${to} has had the same values`,
            // The table first: it is locked with its partitions, whose triggers go then.
            atOnce([alterTable(context, `DROP COLUMN ${to}`), alterTable(context, `RENAME COLUMN ${from} TO ${to}`), ...sync.drop]),
          ),
          transaction: 'shared',
          rollback: wayBack(context, sync, add),
          why: `the new code may come when the stages before this are done, and has to run everywhere before this: the copy goes, and ${from} takes its name`,
        },
      ],
    };
  },
});

function whyNot(
  { operation, lowestMajor, before }: RecipeContext<'rename-column'>,
  table: Table | undefined,
  column: Column | undefined,
): string | undefined {
  const name = quoteIdentifier(operation.column);
  if (column === undefined)
    return `the history does not tell the type of ${name}, which a second column would need: give Lockstep a dump of the schema (docs/configuration.md)`;
  if (table?.foreign) return 'a foreign table has no rows of its own that a second column could be filled in';
  if (column.generated?.stored)
    return `${name} is computed and stored, and a second column like it would rewrite the table. The least harmful way is to leave the name, or a maintenance window`;
  if (column.generated !== undefined && lowestMajor < 18)
    return `${name} is a virtual generated column, which PostgreSQL ${lowestMajor} does not have`;
  const tables = table === undefined ? [] : partitionTree(before, table.name).map((each) => before.tables.get(keyOf(each)));
  if (tables.some((each) => each?.partitionBy?.elements.some((element) => elementColumns(element).includes(operation.column))))
    return `${name} decides the partition of a row, which PostgreSQL looks up before a trigger can fill it in for code that writes ${quoteIdentifier(operation.to)} only. The least harmful way is to map the new name in the code`;
  const held = table?.hanging.find(({ kind, columns }) => (kind === 'trigger' || kind === 'rule') && columns.includes(operation.column));
  if (held !== undefined)
    return `the ${held.kind} ${quoteIdentifier(held.name)} looks at ${name} (UPDATE OF, WHEN), and would not see code that writes ${quoteIdentifier(operation.to)}: let it run for every UPDATE first`;
  return undefined;
}

/** The statements that add the copy. Its default is set afterwards, so that the rows that exist hold NULL until they are filled. */
function copyOf(context: RecipeContext<'rename-column'>, column: Column): readonly string[] {
  const { to } = context.operation;
  const collation = column.collation === undefined ? '' : ` COLLATE ${quoteName(column.collation)}`;
  const fallback = plainDefault(column);
  return [
    alterTable(
      context,
      `ADD COLUMN ${quoteIdentifier(to)} ${column.type.text}${collation}${isDomain(context, column.type) ? ' DEFAULT NULL' : ''}`,
    ),
    ...(fallback === undefined ? [] : [alterColumn(context, to, `SET DEFAULT ${fallback}`)]),
  ];
}

/**
 * What was written is told by what differs: from the default in an INSERT, from the old row in an UPDATE. Without a default, or with one that is another each time,
 * code that writes NULL to the new column is not told from code that does not write it.
 */
function syncBody(context: RecipeContext<'rename-column'>, column: Column): string {
  const { operation } = context;
  const [from, to] = [`NEW.${quoteIdentifier(operation.column)}`, `NEW.${quoteIdentifier(operation.to)}`];
  const plain = plainDefault(column);
  // A constant without a type is none that a variable of a row's type takes.
  const isRow = context.before.types.get(keyOf(resolve(context.before, column.type, context.before.types)))?.kind === 'composite';
  const fallback = plain !== undefined && isRow ? `(${plain})::${column.type.text}` : plain;
  const type = `${tableText(context)}.${quoteIdentifier(operation.column)}%TYPE`;
  const given = fallback === undefined ? `${to} IS DISTINCT FROM NULL` : differs(to, 'lockstep_default');
  return [
    ...(fallback === undefined ? [] : ['DECLARE', `  lockstep_default ${type} := ${fallback};`]),
    'BEGIN',
    "  IF TG_OP = 'INSERT' THEN",
    `    IF ${given} THEN ${from} := ${to}; ELSE ${to} := ${from}; END IF;`,
    `  ELSIF ${differs(to, `OLD.${quoteIdentifier(operation.to)}`)} THEN`,
    `    ${from} := ${to};`,
    '  ELSE',
    `    ${to} := ${from};`,
    '  END IF;',
    '  RETURN NEW;',
    'END',
  ].join('\n');
}

/** The indexes on the column, for the queries of the new code and its ON CONFLICT. They go with the copy. */
function copiedIndexes(context: RecipeContext<'rename-column'>, table: Table | undefined): readonly RecipeStep[] {
  const { column, to } = context.operation;
  if (table === undefined || (table.partitionBy !== undefined && !isKnownWhole(context.before, table))) return [];
  const tables = partitionTree(context.before, table.name).flatMap((each) => context.before.tables.get(keyOf(each)) ?? []);
  const options = {
    // Not the name that a change of another column gives its copy of the index.
    helper: ({ table, index }: IndexTree) => context.helperName(table.name, `${to}_${index.name}`),
    why: (index: string) => `as ${index}, for the code that uses the new name`,
  };
  return tables.flatMap((each) =>
    each.indexes
      .filter(({ definition, valid, parent }) => valid && parent === undefined && indexColumns(definition).includes(column))
      .flatMap((index) => copiedTree(context, treeOf(context, each, index), [column, to], options)),
  );
}

/** From the end back to before the last stage; the copy is to be filled again. */
function wayBack(context: RecipeContext<'rename-column'>, sync: SyncTrigger, add: readonly string[]): string {
  const { column, to } = context.operation;
  return atOnce([alterTable(context, `RENAME COLUMN ${quoteIdentifier(to)} TO ${quoteIdentifier(column)}`), ...add, ...sync.create]);
}
