import { keyOf } from '../../../operation/name.ts';
import type { ConstraintDefinition } from '../../../operation/operation.ts';
import { applyStatement } from '../../../schema/apply.ts';
import { constraintColumns } from '../../../schema/mention.ts';
import { primary } from '../../../schema/mysql/index.ts';
import { type Constraint, resolve, tableOf } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import type { Differs, RecipeResult } from '../../recipe.ts';
import { asPinned } from './as-pinned.ts';
import { elementsText } from './index-text.ts';
import { duplicates, orphans, violations } from './query.ts';
import { type Part, replacing, staged } from './sequence.ts';
import { defineMysqlRecipe, type MysqlContext, type MysqlStaging } from './staging.ts';
import { alterTable, authorsText, ownName, ownTable, tableText } from './text.ts';

export const addConstraint = defineMysqlRecipe({
  on: ['add-constraint'],
  stage(context) {
    const { constraint } = context.operation;
    switch (constraint.type) {
      case 'foreign-key':
        return staged(context, foreignKey(context, constraint, authorsText(context)), unvalidated(context, constraint));
      case 'check':
        return check(context, constraint);
      case 'unique':
        return asPinned(context, {
          why: `built while others write; fails at its end on a duplicate, so first no row may come from: ${duplicates(tableText(context), constraint.columns)}`,
          ...dropped(context, constraint.name === undefined ? undefined : `DROP INDEX ${quoteIdentifier(constraint.name)}`),
        });
      case 'primary-key':
        return primaryKey(context);
      default:
        return asPinned(context);
    }
  },
});

/**
 * Without a primary key for a moment, the rows would be copied, with writes blocked: so the old one goes in the statement that brings the new one, which writes the rows anew in
 * place. https://dev.mysql.com/doc/refman/9.5/en/innodb-online-ddl-operations.html#online-ddl-primary-key-operations
 */
function primaryKey(context: MysqlContext<'add-constraint'>): RecipeResult {
  const { replaced } = context;
  const why = `the rows are written anew in the order of the key, while others write; fails at its end on a duplicate, so first no row may come from: ${duplicates(tableText(context), constraintColumns(context.operation.constraint))}`;
  if (replaced === undefined) return asPinned(context, { why });
  const old = tableOf(replaced.before, context.operation.table)?.indexes.find(({ name }) => name === primary)?.definition;
  return replacing(
    staged({ ...context, before: replaced.before }, [
      {
        stage: 'expand',
        after: 'transaction',
        sql: [alterTable(context, `DROP PRIMARY KEY, ${authorsText(context)}`)],
        rollback:
          old === undefined
            ? '-- DROP PRIMARY KEY, ADD PRIMARY KEY, with the columns that it had'
            : [alterTable(context, `DROP PRIMARY KEY, ADD PRIMARY KEY (${elementsText(old.elements)})`)],
        why,
      },
    ]),
  );
}

/** The foreign keys that the operation makes. The name that the server gives to one without is the next free number: `t_ibfk_1`. */
function madeKeys(context: MysqlStaging): readonly string[] {
  const after = applyStatement(context.before, [context.operation]).tables.get(keyOf(ownName(context)));
  const had = ownTable(context)?.constraints ?? [];
  const isMade = ({ name, definition }: Constraint): boolean => definition.type === 'foreign-key' && !had.some((old) => old.name === name);
  return after?.constraints.filter(isMade).map(({ name }) => name) ?? [];
}

export function unvalidated(context: MysqlStaging, { name }: Pick<ConstraintDefinition, 'name'>): Differs {
  const table = ownName(context);
  return {
    sentence: `the server has not looked for rows of ${tableText(context)} without a parent, the queries of the plan have`,
    things: [...(name === undefined ? [] : [name]), ...madeKeys(context)].map((each) => ({ kind: 'constraint', table, name: each })),
  };
}

function dropped(context: MysqlStaging, action: string | undefined): Pick<Part, 'rollback'> | object {
  return action === undefined ? {} : { rollback: [alterTable(context, action)] };
}

/**
 * A foreign key is checked by a copy of the table; unchecked, it is a matter of the dictionary, and holds for every row that is written from then on. So the rows that are there are asked for by
 * a query: before, and once more behind it, for those that came in between. Its index is built first, while others write.
 * https://dev.mysql.com/doc/refman/9.5/en/innodb-online-ddl-operations.html#online-ddl-foreign-key-operations
 * @param action `ADD … FOREIGN KEY …`
 */
export function foreignKey(
  context: MysqlStaging,
  definition: Extract<ConstraintDefinition, { type: 'foreign-key' }>,
  action: string,
): readonly Part[] {
  const { columns, references, name } = definition;
  const table = ownTable(context);
  const lower = columns.map((each) => each.toLowerCase());
  const served = table?.indexes.some(({ definition: { elements } }) =>
    lower.every((column, i) => elements[i]?.column?.toLowerCase() === column && elements[i]?.prefix === undefined),
  );
  const schema = context.before;
  const parent = tableOf(schema, references);
  const key = parent?.constraints.find((each) => each.definition.type === 'primary-key')?.definition;
  const referenced =
    definition.referencedColumns.length > 0 ? definition.referencedColumns : key !== undefined && 'columns' in key ? key.columns : columns;
  const query = orphans(
    tableText(context),
    definition,
    context.nameOf(parent?.name.schema === '' ? references : resolve(schema, references)),
    referenced,
  );
  // Where history does not tell all of the table, keys may be there whose numbers are not known.
  const made = name ?? (table?.complete ? madeKeys(context)[0] : undefined);
  const index: Part = {
    stage: 'expand',
    after: 'transaction',
    sql: [alterTable(context, `ADD INDEX ${quoteIdentifier(name ?? '')} (${columns.map(quoteIdentifier).join(', ')})`)],
    rollback: [alterTable(context, `DROP INDEX ${quoteIdentifier(name ?? '')}`)],
    why: 'the index that the foreign key needs, built while others write',
  };
  return [
    ...(served !== false || name === undefined ? [] : [index]),
    {
      stage: 'expand',
      after: 'transaction',
      sql: [
        'SET SESSION foreign_key_checks = 0',
        { sql: alterTable(context, action), rule: 'unvalidated-foreign-key', reason: 'the query above asks for the rows that are there' },
        'SET SESSION foreign_key_checks = 1',
      ],
      rollback:
        made === undefined
          ? '-- DROP FOREIGN KEY, by the name that SHOW CREATE TABLE tells'
          : [alterTable(context, `DROP FOREIGN KEY ${quoteIdentifier(made)}`)],
      why: `holds for all rows written from here on; those that are there are not read, so before it and after it no row may come from: ${query}`,
    },
  ];
}

/**
 * MySQL has no way to a CHECK that is enforced but a copy with writes blocked: NOT ENFORCED is light, and ENFORCED copies (truth-mysql.md). MariaDB copies too, from 11.2 on
 * while others write.
 */
function check(context: MysqlContext<'add-constraint'>, definition: Extract<ConstraintDefinition, { type: 'check' }>): RecipeResult {
  const query = violations(tableText(context), definition.expression.text);
  const pinned = asPinned(context, {
    why: `holds for every row, which fails where one violates it; so first no row may come from: ${query}`,
    ...dropped(context, definition.name === undefined ? undefined : `DROP CONSTRAINT ${quoteIdentifier(definition.name)}`),
  });
  if (pinned === undefined || !('impossible' in pinned)) return pinned;
  return { impossible: `${pinned.impossible} (it stops at a row that violates the CHECK, so first none may come from: ${query})` };
}
