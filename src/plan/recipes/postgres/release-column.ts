import { isDistinct } from '../../../engine/postgres/distinct.ts';
import { implies } from '../../../engine/postgres/implies.ts';
import { type ExpressionNode, isNullConstant } from '../../../operation/expression.ts';
import { keyOf } from '../../../operation/name.ts';
import { apply } from '../../../schema/apply.ts';
import { constraintColumns } from '../../../schema/mention.ts';
import { partitionTree } from '../../../schema/partition-tree.ts';
import { type Column, type Constraint, columnOf, type Table } from '../../../schema/schema.ts';
import { quoteIdentifier, quoteLiteral } from '../../../sql/postgres/quote.ts';
import type { RecipeContext, RecipeStep } from '../../recipe.ts';
import { alterColumn, alterTable, onTable, ownTable, tableText, textOf } from './alter.ts';
import { constraintAgain } from './constraint-again.ts';
import { notNullAgain } from './enforce-not-null.ts';
import { mayRefuseNull } from './refuses-null.ts';

type Context = RecipeContext<'drop-column'>;
type Released = readonly RecipeStep[] | { readonly impossible: string };

const shared = { stage: 'expand', after: 'none', transaction: 'shared' } as const;

/** Lets rows of the table, and of those that have the column from it, come without a value. */
export function releaseColumn(context: Context): Released {
  const { column: name, columnIfExists } = context.operation;
  const table = ownTable(context);
  if (table === undefined || columnOf(table, name) === undefined)
    return table?.complete || columnIfExists
      ? []
      : [
          nullable(
            context,
            'the code that no longer names the column writes rows without it; the history does not tell whether it is NOT NULL',
            `-- if it was NOT NULL, and once no row holds NULL in it: ${alterColumn(context, name, 'SET NOT NULL')}`,
          ),
        ];
  const { losing, keeping } = heirs(context, table);
  const steps: RecipeStep[] = [];
  // With the NOT NULLs that have gone: that of a parent takes those along that its heirs have of it.
  let schema = context.before;
  for (const each of [table, ...losing]) {
    const own = onTable(context, each.name);
    const isNotNull = columnOf(schema.tables.get(keyOf(each.name)), name)?.notNull === true;
    const released = each === table ? ofTable(own, each, isNotNull) : ofHeir(own, table, each, isNotNull);
    if ('impossible' in released) return released;
    steps.push(...released);
    if (released.some(({ sql }) => sql === dropNotNull(own)))
      schema = apply(schema, { kind: 'drop-not-null', span: context.operation.span, table: each.name, column: name });
  }
  const kept = keeping.find((heir) => columnOf(heir, name)?.notNull);
  return kept !== undefined && context.lowestMajor < 18 && steps.some((step) => step.sql === dropNotNull(context))
    ? {
        impossible: `${textOf(context, kept.name)} keeps ${quoteIdentifier(name)} as a column of its own, whose NOT NULL goes with that of ${tableText(context)} before PostgreSQL 18: end the inheritance first (NO INHERIT)`,
      }
    : steps;
}

/** The tables below that have the column: those that lose it with the operation's own, and those that keep it as theirs. */
function heirs({ before, operation }: Context, { name }: Table): Record<'losing' | 'keeping', readonly Table[]> {
  const after = apply(before, operation);
  const below = partitionTree(before, name).slice(1);
  const having = below.flatMap((each) => before.tables.get(keyOf(each)) ?? []).filter((each) => columnOf(each, operation.column));
  const keeps = (each: Table): boolean => columnOf(after.tables.get(keyOf(each.name)), operation.column) !== undefined;
  return { losing: having.filter((each) => !keeps(each)), keeping: having.filter(keeps) };
}

/**
 * What the table itself does not have: a default or an identity of its parent, where it is given none; a NOT NULL of its own, which stays when the parent's goes.
 */
function ofHeir(context: Context, parent: Table, heir: Table, isNotNull: boolean): Released {
  const { column: name } = context.operation;
  const [above, column] = [columnOf(parent, name), columnOf(heir, name)];
  const wantsValue = column?.notNull || heir.constraints.some((each) => each.inherited && mayRefuseNull(each, heir, name));
  if (above === undefined || !isGiven(above) || column === undefined || isGiven(column) || !wantsValue)
    return ofTable(context, heir, isNotNull);
  const value = givenTo(context, parent, above);
  if (value === undefined)
    return {
      impossible: `${tableText(context)} has ${quoteIdentifier(name)} without a default, and the sequence that its parent draws from is not known: give it a default in a migration before this one`,
    };
  const given: RecipeStep = {
    ...shared,
    sql: alterColumn(context, name, `SET DEFAULT ${value}`),
    rollback: alterColumn(context, name, 'DROP DEFAULT'),
    why: `the code that no longer names the column writes rows of ${tableText(context)} without it, which inherits no default`,
  };
  const rest = ofTable(context, heir, isNotNull, true);
  return 'impossible' in rest ? rest : [given, ...rest];
}

/** The value that a row of the parent gets without being given one. */
function givenTo(context: Context, { sequences }: Table, { name, default: value }: Column): string | undefined {
  if (value !== undefined) return value.text;
  const owned = sequences.find((each) => each.column === name)?.sequence;
  return owned && `nextval(${quoteLiteral(textOf(context, owned))})`;
}

/**
 * @param isNotNull its NOT NULL has not gone with a parent's
 * @param given it has been given a default
 */
function ofTable(context: Context, table: Table, isNotNull: boolean, given = false): Released {
  const { column: name } = context.operation;
  const column = columnOf(table, name) as Column;
  const quoted = quoteIdentifier(name);
  const constraints = table.constraints.filter((each) => !each.inherited);
  const hasValue = given || isGiven(column);
  const isKey = constraints.some(({ definition }) => definition.type === 'primary-key' && definition.columns.includes(name));
  if (!hasValue && isKey)
    return {
      impossible: `${quoted} is part of the primary key of ${tableText(context)} and nothing gives it a value, so that code that no longer writes it cannot insert rows. The least harmful way is to give it a default that is always another (a sequence, gen_random_uuid()) and drop it in a later migration`,
    };
  const refusing = constraints.filter(
    (each) =>
      each.enforced &&
      (column.generated !== undefined ? mayRefuseComputed(each, name) : hasValue ? binds(each, column) : mayRefuseNull(each, table, name)),
  );
  return [
    ...(isNotNull && !hasValue && !isKey
      ? [nullable(context, 'the code that no longer names the column writes rows without it', notNullAgain(context, name))]
      : []),
    ...refusing.map(({ name: constraint, definition, validated, references }): RecipeStep => {
      const own = quoteIdentifier(constraint);
      return {
        ...shared,
        sql: alterTable(context, `DROP CONSTRAINT ${own}`),
        ...(references && { also: keyOf(references) }),
        rollback: constraintAgain(context, definition, [constraint, name], validated),
        why: `${isOwnCheck(definition) && hasValue ? `may refuse the default of ${quoted}, which rows without it get,` : `would refuse rows without ${quoted},`} and goes with the column in any case`,
      };
    }),
  ];
}

function nullable(context: Context, why: string, rollback: string): RecipeStep {
  return { ...shared, sql: dropNotNull(context), rollback, why };
}

function dropNotNull(context: Context): string {
  return alterColumn(context, context.operation.column, 'DROP NOT NULL');
}

function isGiven(column: Column): boolean {
  return (column.default !== undefined && !isNullConstant(column.default.tree)) || column.identity !== undefined;
}

/** Whether a constraint looks at a computed column: the new code, which no longer knows it, writes what it is computed from as it likes. */
function mayRefuseComputed({ definition }: Constraint, column: string): boolean {
  return (definition.type === 'check' || definition.type === 'foreign-key') && constraintColumns(definition).includes(column);
}

function isOwnCheck(definition: Constraint['definition']): boolean {
  return definition.type === 'check' && constraintColumns(definition).length === 1;
}

/**
 * Whether a constraint may refuse the value that rows get without being given one: for what it is, unless it is a constant that is known to hold; with the values of other columns, as one that no
 * row refers to, or as one that other rows have.
 */
function binds({ definition }: Constraint, column: Column): boolean {
  const { name, default: value, identity } = column;
  const columns = constraintColumns(definition);
  if (!columns.includes(name)) return false;
  switch (definition.type) {
    case 'check':
      return columns.length > 1 || !defaultHolds(definition.expression.tree, column);
    case 'foreign-key':
      return true;
    case 'unique':
    case 'exclude':
      return identity === undefined && !(value !== undefined && isDistinct(value.tree));
    case 'primary-key':
    case 'not-null':
      return false;
  }
}

function defaultHolds(check: ExpressionNode, { name, default: value }: Column): boolean {
  if (value === undefined) return false;
  const column: ExpressionNode = { kind: 'column', path: [name] };
  const known: readonly ExpressionNode[] = [
    { kind: 'operator', operator: '=', left: column, right: value.tree },
    { kind: 'null-test', argument: column, negated: true },
  ];
  return implies(known, check);
}
