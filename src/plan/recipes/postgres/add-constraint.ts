import { keyOf } from '../../../operation/name.ts';
import { constraintName, objectName } from '../../../schema/naming.ts';
import { columnOf, type Index, isNew, resolve } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import { defineRecipe, type RecipeContext, type RecipeResult, type RecipeStep } from '../../recipe.ts';
import { alterTable, ownName, ownTable, tableText, textOf, together, validate } from './alter.ts';
import { body } from './constraint-text.ts';
import { enforceNotNull } from './enforce-not-null.ts';
import { partitionsOf } from './fill-rows.ts';
import { definitionText } from './index-text.ts';
import { partitionedForeignKey } from './partitioned-foreign-key.ts';
import { isKnownWhole } from './partitioned-index.ts';
import { partitionedUnique } from './partitioned-unique.ts';
import { uniqueByIndex } from './unique-by-index.ts';

/** A constraint on a table that is there: what can be NOT VALID is validated later, what needs an index takes one that was built CONCURRENTLY. */
export const addConstraint = defineRecipe({
  on: ['add-constraint'],
  stage(context) {
    const { constraint } = context.operation;
    if (isNew(context.before, ownTable(context))) return undefined;
    if (context.effects.every((effect) => effect.work.every((work) => work === 'metadata')))
      return context.found.has('breaking') ? behindDeploy(context) : undefined;
    switch (constraint.type) {
      case 'check':
      case 'not-null':
      case 'foreign-key':
        return notValid(context);
      case 'unique':
      case 'primary-key':
        return byIndex(context);
      case 'exclude':
        return {
          impossible:
            'an EXCLUDE constraint can be neither NOT VALID nor take an index that was built before, so that its index is built while reads and writes wait. The least harmful way is a maintenance window with a lock_timeout; where the rows allow it, a UNIQUE constraint or a trigger that refuses conflicts',
        };
    }
  },
});

/** What reads no row, but refuses those of code that does not know the column yet. */
function behindDeploy(context: RecipeContext<'add-constraint'>): RecipeResult {
  const { constraint, span } = context.operation;
  const name = constraint.name ?? constraintName(context.before, ownName(context), constraint);
  return {
    steps: [
      {
        stage: 'enforce',
        after: 'deploy',
        sql: alterTable(context, context.source.slice(span.start, span.end)),
        transaction: 'shared',
        rollback: alterTable(context, `DROP CONSTRAINT IF EXISTS ${quoteIdentifier(name)}`),
        why: 'all running code writes the column now',
      },
    ],
  };
}

function notValid(context: RecipeContext<'add-constraint'>): RecipeResult {
  const { constraint } = context.operation;
  const table = ownName(context);
  const name =
    constraint.name ??
    (constraint.type === 'not-null'
      ? objectName(table.name, constraint.column, 'not_null')
      : constraintName(context.before, table, constraint));
  const quoted = quoteIdentifier(name);
  const own = ownTable(context);
  if (constraint.type === 'foreign-key' && own?.partitionBy !== undefined && context.lowestMajor < 18)
    return partitionedForeignKey(context, own, constraint, name);
  return {
    steps: [
      {
        stage: 'expand',
        after: 'none',
        sql: alterTable(context, `ADD CONSTRAINT ${quoted} ${body(constraint)} NOT VALID`),
        transaction: 'shared',
        ...(constraint.type === 'foreign-key' && { also: keyOf(resolve(context.before, constraint.references)) }),
        rollback: alterTable(context, `DROP CONSTRAINT IF EXISTS ${quoted}`),
        why: 'holds for every row that is written from here on; the old rows are not read yet',
      },
      validate(context, name),
    ],
  };
}

function byIndex(context: RecipeContext<'add-constraint'>): RecipeResult {
  const { constraint } = context.operation;
  const table = ownTable(context);
  if (constraint.type !== 'unique' && constraint.type !== 'primary-key') return undefined;
  if (constraint.withoutOverlaps)
    return {
      impossible:
        'a constraint WITHOUT OVERLAPS cannot take an index that was built before: its index is built while reads and writes wait. The least harmful way is a maintenance window with a lock_timeout',
    };

  // PRIMARY KEY makes its columns NOT NULL, which reads every row unless something proves it.
  const used = table?.indexes.find((each) => each.name === constraint.usingIndex);
  const columns =
    constraint.usingIndex === undefined ? constraint.columns : (used?.definition.elements.flatMap((each) => each.column ?? []) ?? []);
  const nullable = constraint.type === 'primary-key' ? columns.filter((column) => !columnOf(table, column)?.notNull) : [];
  const notNull = nullable.map((column) => enforceNotNull(context, column));
  const adds = notNull.map((each): RecipeStep => ({ ...each.add, stage: 'expand', after: 'none' }));
  const validates = together(notNull.map((each): RecipeStep => ({ ...each.validate, stage: 'expand' })));
  const finish = notNull.flatMap((each) => each.finish).map((step): RecipeStep => ({ ...step, stage: 'expand' }));

  const name = constraint.name ?? constraint.usingIndex ?? constraintName(context.before, ownName(context), constraint);
  if (constraint.usingIndex !== undefined) {
    const step: RecipeStep = {
      stage: 'expand',
      after: 'transaction',
      sql: alterTable(context, context.source.slice(context.operation.span.start, context.operation.span.end)),
      transaction: 'shared',
      rollback: withIndexAgain(context, alterTable(context, `DROP CONSTRAINT IF EXISTS ${quoteIdentifier(name)}`), used),
      why: 'takes the finished index as its own: no row is read',
    };
    return { steps: [...adds, ...validates, ...finish, step] };
  }
  if (table?.partitionBy !== undefined) {
    if (!isKnownWhole(context.before, table) || context.replaced !== undefined)
      return {
        impossible: `${tableText(context)} is partitioned${context.replaced === undefined ? ' and not all of its partitions are known' : ', and the key that this one replaces would be gone until it is built'}: add the constraint ON ONLY the parent, build the index of each partition CONCURRENTLY, make it that partition’s constraint, and attach each with ALTER INDEX … ATTACH PARTITION`,
      };
    // What a key of a partition made NOT NULL in it stays so when the parent's column no longer is.
    const releasing = (step: RecipeStep, i: number): RecipeStep => {
      const drops = (partitionsOf(context, table) ?? []).map(
        (each) => `ALTER TABLE ${textOf(context, each)} ALTER COLUMN ${quoteIdentifier(nullable[i] as string)} DROP NOT NULL;`,
      );
      return { ...step, rollback: [step.rollback, ...drops].join('\n') };
    };
    const isNative = finish.length === 0;
    const added = isNative ? adds.map(releasing) : adds;
    const released = notNull.flatMap((each, i) =>
      each.finish.map((step): RecipeStep => ({ ...(step.sql.endsWith('SET NOT NULL;') ? releasing(step, i) : step), stage: 'expand' })),
    );
    return { steps: [...added, ...validates, ...released, ...partitionedUnique(context, table, constraint, name)] };
  }
  // While the key that it replaces is there, that one's index has the name; USING INDEX renames the new one to it.
  const index = context.replaced?.name === name ? context.helperName(ownName(context), columns.join('_')) : name;
  const unique = uniqueByIndex(context, constraint, { name, index }, columns, { stage: 'expand', after: 'transaction' });
  return { steps: [...adds, unique.index, ...validates, ...finish, unique.constraint] };
}

/** The author's own index, which was there before, goes with the constraint that took it. */
function withIndexAgain(context: RecipeContext<'add-constraint'>, dropped: string, index: Index | undefined): string {
  if (index === undefined) return `${dropped}\n-- the index that was there before goes with it: build it again CONCURRENTLY`;
  const { name, definition } = index;
  return `${dropped}\nCREATE UNIQUE INDEX CONCURRENTLY ${quoteIdentifier(name)} ON ${tableText(context)} ${definitionText(definition)};`;
}
