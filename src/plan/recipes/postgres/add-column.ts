import type { Expression } from '../../../operation/expression.ts';
import { keyOf } from '../../../operation/name.ts';
import type { ConstraintDefinition } from '../../../operation/operation.ts';
import { inlineConstraints } from '../../../schema/apply/column-definition.ts';
import { constraintsInOrder } from '../../../schema/constraints-in-order.ts';
import { constraintName } from '../../../schema/naming.ts';
import { resolve } from '../../../schema/schema.ts';
import { lex } from '../../../sql/postgres/lexer.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import { isWord } from '../../../sql/postgres/split.ts';
import { columnOfAll } from '../../differing.ts';
import type { RecipeContext } from '../../recipe.ts';
import { defineRecipe, type RecipeResult, type RecipeStep } from '../../recipe.ts';
import { alterColumn, alterTable, ownName, tableText, together, validate } from './alter.ts';
import { canBeVirtual, computedColumn } from './computed-column.ts';
import { tableBody } from './constraint-text.ts';
import { enforceNotNull } from './enforce-not-null.ts';
import { fillRows } from './fill-rows.ts';
import { bareColumn, type Fill, fillOf, isRequired, whyNotFilled } from './new-column.ts';
import { uniqueByIndex } from './unique-by-index.ts';

/**
 * A new column in up to four stages: the column in a form that touches no row; the rows; what is checked over them; the default that was only there to
 * fill them. All that a definition may combine (NOT NULL, a volatile default, UNIQUE, PRIMARY KEY, CHECK, REFERENCES) is one sequence.
 */
export const addColumn = defineRecipe({
  on: ['add-column'],
  stage(context) {
    const { column } = context.operation;
    if (context.effects.every((effect) => effect.work.every((work) => work === 'metadata') && effect.fails === undefined)) return undefined;
    if (column.generated?.stored) return storedGenerated(context, column.generated.expression);
    if (column.generated !== undefined)
      return {
        impossible:
          'it is a virtual generated column with a constraint: add it without the constraint, and the constraint NOT VALID afterwards',
      };
    const fill = fillOf(context);
    if (!('how' in fill)) return fill;
    const kept = fill.how === 'backfill' || (fill.how === 'catalog' && fill.drop) ? whyNotFilled(context) : undefined;
    if (kept !== undefined) return { impossible: kept };
    const filled =
      fill.how === 'backfill' ? fillRows(context, column.name, fill.value, fill.default === undefined ? 'deploy' : 'transaction') : [];
    if ('impossible' in filled) return filled;
    return { steps: [...expand(context, fill), ...filled, ...enforce(context, fill), ...contract(context, fill)] };
  },
});

/** On PostgreSQL 18 a virtual column, where that will do; else a plain one that a trigger computes. */
function storedGenerated(context: RecipeContext<'add-column'>, expression: Expression): RecipeResult {
  const { column } = context.operation;
  const kept = whyNotFilled(context);
  if (kept !== undefined) return { impossible: kept };
  if (canBeVirtual(context, column)) {
    return {
      steps: [
        {
          stage: 'expand',
          after: 'none',
          sql: alterTable(context, asVirtual(context)),
          transaction: 'shared',
          rollback: alterTable(context, `DROP COLUMN IF EXISTS ${quoteIdentifier(column.name)}`),
          why: 'VIRTUAL, it is computed when it is read, and no row is touched',
        },
      ],
      differs: {
        sentence: `${tableText(context)}.${quoteIdentifier(column.name)} is VIRTUAL, not STORED: it is computed when it is read, takes no space, and can have no index`,
        things: columnOfAll(context.before, ownName(context), column.name),
      },
    };
  }
  const computed = computedColumn(context, column.name, expression);
  if ('impossible' in computed) return computed;
  const fill: Fill = { how: 'backfill', value: expression };
  const filled = fillRows(context, column.name, expression, 'transaction');
  if ('impossible' in filled) return filled;
  const trigger = computed.trigger.steps(`computes it; ${computed.differs.sentence}`);
  return { steps: [...expand(context, fill), ...trigger, ...filled, ...enforce(context, fill)], differs: computed.differs };
}

/** The author's action with its last STORED made VIRTUAL. */
function asVirtual({ operation, source }: RecipeContext<'add-column'>): string {
  const text = source.slice(operation.span.start, operation.span.end);
  const { tokens } = lex(text);
  const at = tokens.kinds.findLastIndex((_, token) => isWord(text, tokens, token, 'stored'));
  return `${text.slice(0, tokens.starts[at])}VIRTUAL${text.slice(tokens.ends[at])}`;
}

/** The column itself. What costs nothing stays in its definition: a default that the catalog keeps with its NOT NULL, a reference from rows that are all NULL. */
function expand(context: RecipeContext<'add-column'>, fill: Fill): readonly RecipeStep[] {
  const { column, ifNotExists } = context.operation;
  const numbering = fill.how === 'backfill' ? fill.numbering : undefined;
  const parts = [bareColumn(column, numbering?.type)];
  if (fill.how === 'catalog') {
    const named = column.constraints.find((each) => each.type === 'not-null');
    parts.push(`DEFAULT ${fill.expression}`, named !== undefined ? named.text : isRequired(column) ? 'NOT NULL' : '');
  }
  // NULL that is stated is kept in the catalog, where it stands for a domain's own default, say.
  if (fill.how === 'null' && column.default !== undefined) parts.push(`DEFAULT ${column.default.text}`);
  if (fill.how === 'null') parts.push(...column.constraints.filter((each) => each.type === 'foreign-key').map((each) => each.text));
  const definition = parts.filter((part) => part !== '').join(' ');
  const why = {
    null: 'a column of NULLs is added at once',
    catalog:
      fill.how === 'catalog' && fill.drop
        ? 'the default gives every row its value at once; it goes when all running code writes the column'
        : 'a default that is not volatile is kept in the catalog: no row is touched',
    backfill: 'without a default the column is added at once: no row is touched',
  }[fill.how];
  const shared = { stage: 'expand', after: 'none', transaction: 'shared' } as const;
  const steps: RecipeStep[] = [
    {
      ...shared,
      sql: alterTable(context, `ADD COLUMN ${ifNotExists ? 'IF NOT EXISTS ' : ''}${definition}`),
      rollback: alterTable(context, `DROP COLUMN ${quoteIdentifier(column.name)}`),
      why,
    },
  ];
  if (numbering !== undefined) steps.push(...numbering.expand);
  else if (fill.how === 'backfill' && fill.default !== undefined)
    steps.push({
      ...shared,
      sql: alterColumn(context, column.name, `SET DEFAULT ${fill.default}`),
      rollback: alterColumn(context, column.name, 'DROP DEFAULT'),
      why: 'rows that are written from now on get the default',
    });
  return steps;
}

/** What is checked over the rows, all of it first NOT VALID or CONCURRENTLY. */
function enforce(context: RecipeContext<'add-column'>, fill: Fill): readonly RecipeStep[] {
  const { column } = context.operation;
  const waits = fill.how === 'backfill';
  const first = waits ? ({ stage: 'enforce', after: 'backfill' } as const) : ({ stage: 'expand', after: 'transaction' } as const);
  const adds: RecipeStep[] = [];
  const references: RecipeStep[] = [];
  const validates: RecipeStep[] = [];
  const indexes: RecipeStep[] = [];
  const finish: RecipeStep[] = [];

  if (waits && isRequired(column)) {
    const named = column.constraints.find((each) => each.type === 'not-null');
    const notNull = enforceNotNull(context, column.name, named?.name);
    adds.push({ ...notNull.add, ...first });
    validates.push(notNull.validate);
    finish.push(...notNull.finish);
  }
  for (const { definition, name } of named(context)) {
    const quoted = quoteIdentifier(name);
    if (definition.type === 'unique' || definition.type === 'primary-key') {
      const { index, constraint } = uniqueByIndex(context, definition, { name, index: name }, [column.name], first);
      indexes.push(index);
      finish.push(constraint);
    }
    if (definition.type !== 'check' && (definition.type !== 'foreign-key' || fill.how === 'null')) continue;
    const step: RecipeStep = {
      ...first,
      sql: alterTable(context, `ADD CONSTRAINT ${quoted} ${tableBody(definition, column.name)} NOT VALID`),
      transaction: 'shared',
      rollback: alterTable(context, `DROP CONSTRAINT IF EXISTS ${quoted}`),
      why: 'holds for every row that is written from here on; the old rows are not read yet',
    };
    // A foreign key locks the referenced table too: in a transaction of its own, nobody waits for two tables at once.
    if (definition.type === 'foreign-key')
      references.push({ ...step, transaction: 'own', also: keyOf(resolve(context.before, definition.references)) });
    else adds.push(step);
    validates.push(validate(context, name));
  }
  if (fill.how === 'backfill' && fill.numbering !== undefined) finish.push(...fill.numbering.finish);
  const before = [...adds, ...indexes, ...references];
  return waits ? [...before, ...together(validates), ...finish] : [...before, ...finish, ...together(validates)];
}

function contract(context: RecipeContext<'add-column'>, fill: Fill): readonly RecipeStep[] {
  if (fill.how !== 'catalog' || !fill.drop) return [];
  const { name } = context.operation.column;
  return [
    {
      stage: 'contract',
      after: 'deploy',
      sql: alterColumn(context, name, 'DROP DEFAULT'),
      transaction: 'shared',
      rollback: alterColumn(context, name, `SET DEFAULT ${fill.expression}`),
      why: 'all running code writes the column now',
    },
  ];
}

/** The inline constraints with the names that PostgreSQL would have given them, in its order. */
function named(context: RecipeContext<'add-column'>): readonly { readonly definition: ConstraintDefinition; readonly name: string }[] {
  const { column } = context.operation;
  const table = ownName(context);
  let schema = context.before;
  return constraintsInOrder(inlineConstraints(column)).map((definition) => {
    const name = definition.name ?? constraintName(schema, table, definition);
    schema = { ...schema, constraintNames: schema.constraintNames.set(keyOf({ schema: table.schema, name }), 1) };
    return { definition, name };
  });
}
