import { someNode } from '../../../operation/expression.ts';
import type { ColumnDefinition, ColumnPosition, ConstraintDefinition } from '../../../operation/operation.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import type { RecipeResult } from '../../recipe.ts';
import { foreignKey, unvalidated } from './add-constraint.ts';
import { asPinned } from './as-pinned.ts';
import { authorsPieces, constraintWords, definitionText } from './definition.ts';
import { fillRows } from './fill-rows.ts';
import { pin } from './pin.ts';
import { duplicates } from './query.ts';
import { type Part, staged } from './sequence.ts';
import { defineMysqlRecipe, type MysqlContext } from './staging.ts';
import { alterTable, ownName, tableText } from './text.ts';
import { byCopyingTool } from './tool.ts';
import { knowsExpressionDefaults, refusesLiteralDefault, zeroOf } from './zero.ts';

/**
 * A new column: first in a form that is a matter of the dictionary, then its rows, then what holds over them. What its definition combines (NOT NULL, a default that is computed, UNIQUE,
 * REFERENCES) comes one after the other: together they cost the INSTANT that each column alone may have.
 */
export const addColumn = defineMysqlRecipe({
  on: ['add-column'],
  stage(context) {
    const { column } = context.operation;
    if (column.generated !== undefined || column.autoIncrement || column.constraints.some(({ type }) => type === 'primary-key'))
      return asPinned(context, { rollback: [dropped(context)] });
    if (column.constraints.some(({ type }) => type === 'check')) return checked(context);
    const fill = fillOf(context);
    if ('question' in fill) return fill;
    const first = expand(context, fill);
    const filled =
      fill.how === 'backfill' ? fillRows(context, column.name, fill.value, fill.isDefault ? 'transaction' : 'deploy') : undefined;
    if (filled !== undefined && 'impossible' in filled) return filled;
    return staged(
      context,
      [...first, ...(filled === undefined ? [] : [filled]), ...enforce(context, fill), ...contract(context, fill)],
      column.constraints.some(({ type }) => type === 'foreign-key') ? unvalidated(context, {}) : undefined,
    );
  },
});

/** How rows that are there come to their value. */
type Fill =
  /** As the definition says, in the dictionary. */
  | { readonly how: 'as defined' }
  /** A default in the dictionary, that goes when all code writes the column. */
  | { readonly how: 'passing default'; readonly value: string }
  /** A value that the server gives rows that are there by itself, and new ones by a default, for as long. */
  | { readonly how: 'implicit value'; readonly value: string }
  /** Batch by batch. `isDefault`: the value is the column's default, which rows that are written meanwhile have, too. */
  | { readonly how: 'backfill'; readonly value: string; readonly isDefault: boolean };

function fillOf(context: MysqlContext<'add-column'>): Fill | Extract<RecipeResult, { question: unknown }> {
  const { column } = context.operation;
  const table = ownName(context);
  const stated = context.backfill(table, column.name);
  const isConstant = stated?.expression.tree.kind === 'constant';
  if (isRequired(column)) {
    const value = stated === undefined ? zeroOf(column.type) : stated.printed;
    if (value === undefined)
      return {
        question: {
          table,
          column: column.name,
          message: `Which value do the rows of ${table.name} have that are there already?`,
        },
      };
    const inDictionary = (stated === undefined || isConstant) && !refusesLiteralDefault(column.type, context.target);
    if (inDictionary) return { how: 'passing default', value };
    const isImplicit = stated === undefined && knowsExpressionDefaults(context.target);
    return isImplicit ? { how: 'implicit value', value: `(${value})` } : { how: 'backfill', value, isDefault: false };
  }
  if (stated !== undefined) return { how: 'backfill', value: stated.printed, isDefault: false };
  const alone = pin(context, alterTable(context, `ADD COLUMN ${bare(context)}${positionText(context.operation.position)}`), context.before);
  if (column.default === undefined || (alone.refused === undefined && !isRandomOnce(context))) return { how: 'as defined' };
  return { how: 'backfill', value: column.default.text, isDefault: true };
}

/** MariaDB asks for such a default once, for all rows that are there. */
function isRandomOnce({ target, operation }: MysqlContext<'add-column'>): boolean {
  const value = operation.column.default;
  const isRandom = value !== undefined && someNode(value.tree, (node) => node.kind === 'call' && /^rand$/i.test(node.function.name));
  return isRandom && target.engine === 'mariadb';
}

const isRequired = ({ notNull, default: value }: ColumnDefinition): boolean => notNull && value === undefined;

/** The definition without what makes constraints and keys. */
function bare(context: MysqlContext<'add-column'>): string {
  const { column } = context.operation;
  return definitionText(column.name, authorsPieces(context, column), constraintWords);
}

function expand(context: MysqlContext<'add-column'>, fill: Fill): readonly Part[] {
  const { column, position, ifNotExists } = context.operation;
  const add = `ADD COLUMN ${ifNotExists ? 'IF NOT EXISTS ' : ''}`;
  const where = positionText(position);
  const shared = { stage: 'expand', after: 'none', rollback: [dropped(context)] } as const;
  if (fill.how === 'as defined')
    return [{ ...shared, sql: [alterTable(context, add + bare(context) + where)], why: 'a matter of the dictionary: no row is touched' }];
  if (fill.how === 'passing default')
    return [
      {
        ...shared,
        sql: [alterTable(context, `${add}${bare(context)} DEFAULT ${fill.value}${where}`)],
        why: 'the default gives every row its value at once; it goes when all running code writes the column',
      },
    ];
  if (fill.how === 'implicit value')
    return [
      {
        ...shared,
        sql: [
          {
            sql: `LOCK TABLES ${tableText(context)} WRITE`,
            rule: 'lock-table',
            reason: 'for the moment in which the column has no default',
          },
          {
            sql: alterTable(context, `${add}${bare(context)}${where}`),
            rule: 'add-column-without-default',
            reason: 'nobody writes before it has one',
          },
          alterTable(context, `MODIFY COLUMN ${bare(context)} DEFAULT ${fill.value}`),
          'UNLOCK TABLES',
        ],
        why: `every row that is there has ${fill.value} without being touched, and so has every one that comes without a value; a default in the first statement would copy the table`,
      },
    ];
  const pieces = authorsPieces(context, column);
  const plain = `${definitionText(column.name, pieces, new Set([...constraintWords, 'not', 'null', 'default']))} NULL`;
  const steps: Part[] = [
    {
      ...shared,
      sql: [alterTable(context, `${add}${plain}${where}`)],
      why: 'without a default it is a matter of the dictionary: no row is touched',
    },
  ];
  if (fill.isDefault)
    steps.push({
      stage: 'expand',
      after: 'transaction',
      // ALTER COLUMN … SET DEFAULT takes none for BLOB, TEXT and JSON.
      sql: [
        alterTable(
          context,
          refusesLiteralDefault(column.type, context.target)
            ? `MODIFY COLUMN ${plain} DEFAULT ${fill.value}`
            : `ALTER COLUMN ${quoteIdentifier(column.name)} SET DEFAULT ${fill.value}`,
        ),
      ],
      rollback: [alterTable(context, `ALTER COLUMN ${quoteIdentifier(column.name)} DROP DEFAULT`)],
      why: 'rows that are written from now on get the default',
    });
  return steps;
}

/** What holds over the rows: NOT NULL, and the keys. */
function enforce(context: MysqlContext<'add-column'>, fill: Fill): readonly Part[] {
  const { column } = context.operation;
  const pieces = authorsPieces(context, column);
  const quoted = quoteIdentifier(column.name);
  const when =
    fill.how === 'backfill' ? ({ stage: 'enforce', after: 'backfill' } as const) : ({ stage: 'expand', after: 'transaction' } as const);
  const parts: Part[] = [];
  if (fill.how === 'backfill' && column.notNull) {
    const nullable = definitionText(column.name, pieces, new Set([...constraintWords, 'not']));
    parts.push({
      ...when,
      sql: [alterTable(context, `MODIFY COLUMN ${definitionText(column.name, pieces, constraintWords)}`)],
      rollback: [alterTable(context, `MODIFY COLUMN ${nullable}`)],
      why: `the rows are written anew while others write; fails where one is left, so first no row may come from: SELECT * FROM ${tableText(context)} WHERE ${quoted} IS NULL;`,
    });
  }
  for (const constraint of column.constraints) parts.push(...keyOf(context, constraint, when));
  return parts;
}

function keyOf(
  context: MysqlContext<'add-column'>,
  constraint: ConstraintDefinition,
  when: Pick<Part, 'stage' | 'after'>,
): readonly Part[] {
  const { column } = context.operation;
  const quoted = quoteIdentifier(column.name);
  if (constraint.type === 'unique')
    return [
      {
        ...when,
        sql: [alterTable(context, `ADD UNIQUE INDEX ${quoted} (${quoted})`)],
        rollback: [alterTable(context, `DROP INDEX ${quoted}`)],
        why: `built while others write; fails at its end on a duplicate, so first no row may come from: ${duplicates(tableText(context), [column.name])}`,
      },
    ];
  if (constraint.type !== 'foreign-key') return [];
  const action = `ADD FOREIGN KEY (${quoted}) ${constraint.text}`;
  return foreignKey(context, { ...constraint, columns: [column.name] }, action).map((part) => ({ ...part, ...when }));
}

function contract(context: MysqlContext<'add-column'>, fill: Fill): readonly Part[] {
  if (fill.how !== 'passing default' && fill.how !== 'implicit value') return [];
  const column = `ALTER COLUMN ${quoteIdentifier(context.operation.column.name)}`;
  const again = fill.how === 'implicit value' ? `MODIFY COLUMN ${bare(context)} DEFAULT` : `${column} SET DEFAULT`;
  return [
    {
      stage: 'contract',
      after: 'deploy',
      sql: [alterTable(context, `${column} DROP DEFAULT`)],
      rollback: [alterTable(context, `${again} ${fill.value}`)],
      why: 'all running code writes the column now',
    },
  ];
}

/** MySQL copies the table for an inline CHECK; MariaDB takes it without a look at any row. */
function checked(context: MysqlContext<'add-column'>): RecipeResult {
  if (context.target.engine === 'mysql' || !(context.found.has('breaking') || context.found.has('fails') || context.found.has('blocking')))
    return asPinned(context, { rollback: [dropped(context)] });
  return byCopyingTool(
    context,
    'no row is held against the CHECK where the server adds it at once, and every later write of one that violates it fails (error 4025)',
  );
}

function dropped(context: MysqlContext<'add-column'>): string {
  return alterTable(context, `DROP COLUMN ${quoteIdentifier(context.operation.column.name)}`);
}

export function positionText(position: ColumnPosition | undefined): string {
  if (position === undefined) return '';
  return 'first' in position ? ' FIRST' : ` AFTER ${quoteIdentifier(position.after)}`;
}
