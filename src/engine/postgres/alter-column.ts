import { columnsIn } from '../../operation/expression.ts';
import { keyOf } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import { isExclusion } from '../../schema/apply/matching-index.ts';
import { indexColumns } from '../../schema/mention.ts';
import { type Constraint, columnOf, type Index, type Table } from '../../schema/schema.ts';
import { type Failure, joinFailures } from '../failure.ts';
import { type At, failing, family, isSame, join, type Member, member, on } from './at.ts';
import type { Effect, Work } from './effect.ts';
import { above, incomingForeignKeys, partitions, referencedEffects, releasedBy } from './foreign-key.ts';
import { isStoredSo } from './table.ts';
import { anyValue, holdsValues, keepsOperators, type TypeChange, typeChange } from './type-change.ts';
import { unknownIndexes } from './unknown.ts';
import { since } from './version.ts';

/**
 * ALTER COLUMN … TYPE: the rows, then everything that hangs on the column is made again: indexes, CHECK constraints, foreign keys
 * on either side. https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE
 */
export function alterColumnType(at: At, operation: OperationOf<'alter-column-type'>): readonly Effect[] {
  return family(at, operation.table, operation.only).flatMap((each) => {
    const column = columnOf(each.table, operation.column);
    const whole = typeChange(at, operation.column, column?.type, operation.type, operation.using?.tree);
    const change = column?.generated?.stored === false ? unstored(each, operation.column, whole) : whole;
    const refused = change.fails?.certain ? undefined : dependent(at, each.table, operation.column);
    return changedType(at, operation, each, refused === undefined ? change : { ...change, fails: refused });
  });
}

/** What is not stored has no bytes to change; but a CHECK that is tested again computes it, and it may not fit. */
function unstored({ table }: Member, column: string, { fails }: TypeChange): TypeChange {
  const isComputed = table?.constraints.some((constraint) => isTestedAgain(constraint, column));
  return isComputed && fails?.certain === false ? { fails } : {};
}

function changedType(at: At, operation: OperationOf<'alter-column-type'>, each: Member, change: TypeChange): readonly Effect[] {
  const column = columnOf(each.table, operation.column);
  const collation = operation.collation?.name ?? 'default';
  const remade: Remade = {
    rewritten: change.rewrite !== undefined || isRewrittenBeside(at, operation, each),
    sameOperators: keepsOperators(at, column?.type, operation.type),
    sameCollation: (column?.collation?.name ?? 'default') === collation,
    holdsValues: (method) => holdsValues(at, operation.type, method),
  };
  const works: { work: Work; because: string }[] = [];
  const failures: (Failure | undefined)[] = [change.fails];
  const mayFail = (code: string, reason: string): void => void failures.push({ code, reason, certain: false });
  if (change.rewrite !== undefined) works.push({ work: 'rewrite', because: change.rewrite });
  if (change.computed && (column?.notNull || isSetNotNullBeside(at, operation)))
    mayFail('23502', `USING may give NULL, which ${operation.column} refuses`);
  const rebuilt = [
    ...(each.table?.indexes ?? []).filter((candidate) => isRebuilt(candidate, operation.column, remade)),
    ...lackedIndexes(at, each).filter(({ definition }) => indexColumns(definition).includes(operation.column)),
  ];
  const index = rebuilt[0];
  if (index !== undefined) works.push({ work: 'index-build', because: `the index ${index.name} is built anew for the changed column` });
  else if (!remade.rewritten && each.table?.complete !== true && !(remade.sameOperators && remade.sameCollation)) {
    works.push({ work: 'index-build', because: unknownIndexes() });
  }
  const tested = each.table?.constraints.find((constraint) => isTestedAgain(constraint, operation.column));
  if (tested !== undefined) works.push({ work: 'scan', because: `the CHECK constraint ${tested.name} is tested on every row again` });
  const outgoing = (each.table?.constraints ?? []).filter(
    ({ definition }) => definition.type === 'foreign-key' && definition.columns.includes(operation.column),
  );
  if (remade.rewritten) {
    if (tested !== undefined) mayFail('23514', `a new value may violate the CHECK constraint ${tested.name}`);
    for (const one of rebuilt) {
      if (one.definition.unique) mayFail('23505', `two rows may hold the same new value, which the index ${one.name} refuses`);
      if (isExclusion(one.definition)) mayFail('23P01', `two rows may exclude each other by their new values`);
    }
  }
  if (outgoing.some((constraint) => isCheckedAgain(constraint, remade))) {
    mayFail('23503', 'the new value may point to nothing');
    works.push({ work: 'foreign-key-check', because: 'the foreign key on the column is checked again' });
  }
  const own = each.stored ? works : [];
  const fails = joinFailures(failures);
  const effect = join([
    on(each.name, 'AccessExclusiveLock'),
    ...own.map(({ work, because }) => on(each.name, 'AccessExclusiveLock', work, because)),
  ])[0] as Effect;
  return [
    fails === undefined ? effect : { ...effect, fails },
    ...outgoing.flatMap((constraint) => [...releasedBy(at, constraint), ...referencedEffects(at, constraint.definition)]),
    ...pointingHere(at, each, operation.column, remade),
  ];
}

/** Whether another action of the statement, of those that come no later, writes the table anew. */
function isRewrittenBeside(at: At, operation: OperationOf<'alter-column-type'>, each: Member): boolean {
  const table = (at.before ?? at.schema).tables.get(keyOf(each.name));
  return (at.statement ?? []).some((beside) => {
    // These are done to the table named alone, not to those that inherit from it.
    if (beside.kind === 'set-logged' || beside.kind === 'set-access-method')
      return isSame(each, member(at, beside.table)) && !isStoredSo(table, beside);
    if (beside.kind !== 'alter-column-type' || beside === operation) return false;
    const other = columnOf(table, beside.column);
    // What is not stored is not written.
    if (other?.generated?.stored === false) return false;
    return typeChange(at, beside.column, other?.type, beside.type, beside.using?.tree).rewrite !== undefined;
  });
}

const isSetNotNullBeside = (at: At, { column }: OperationOf<'alter-column-type'>): boolean =>
  (at.statement ?? []).some((beside) => beside.kind === 'set-not-null' && beside.column === column);

/** Indexes of partitioned tables above that were made ON ONLY them: made anew, they get their part here. */
function lackedIndexes(at: At, each: Member): readonly Index[] {
  const path = [each, ...above(at, each)];
  return path.slice(1).flatMap(({ table }, i) => {
    const parts = path[i]?.table?.indexes.map(({ parent }) => parent) ?? [];
    return (table?.indexes ?? []).filter(({ name }) => !parts.includes(name));
  });
}

/** What a change of type leaves of the column as indexes and foreign keys see it. */
interface Remade {
  readonly rewritten: boolean;
  readonly sameOperators: boolean;
  readonly sameCollation: boolean;
  /** Of an index, by its method. */
  readonly holdsValues: (method: string) => boolean;
}

/**
 * `CheckIndexCompatible`: an index is kept if its operator classes and collations stay. One with an expression or a predicate is never kept,
 * however little the column changed.
 */
function isRebuilt(index: Index, column: string, remade: Remade): boolean {
  const { elements, include, method, where } = index.definition;
  // A partitioned table's index has no file that the new one could take over, and so those of its partitions are built, however little changes.
  const isPartition = index.parent !== undefined;
  const keys = elements.filter((element) => element.column === column);
  const inExpression = elements.some((element) => element.expression !== undefined && columnsIn(element.expression.tree).includes(column));
  const inPredicate = where !== undefined && columnsIn(where.tree).includes(column);
  if (keys.length === 0 && !inExpression && !inPredicate && !include.includes(column)) return false;
  if (isPartition || remade.rewritten || where !== undefined || elements.some((element) => element.expression !== undefined)) return true;
  const keeps = remade.sameOperators && remade.holdsValues(method);
  return keys.some((element) => !keeps || (!remade.sameCollation && element.collation === undefined));
}

function isTestedAgain({ definition, validated, enforced }: Constraint, column: string): boolean {
  return definition.type === 'check' && validated && enforced && columnsIn(definition.expression.tree).includes(column);
}

/** A foreign key is checked again if the table was rewritten or its equality operator is another one. */
function isCheckedAgain({ validated, enforced }: Constraint, remade: Pick<Remade, 'rewritten' | 'sameOperators'>): boolean {
  return validated && enforced && (remade.rewritten || !remade.sameOperators);
}

/** Foreign keys to the column: made anew, they are checked again where the values may be others. */
function pointingHere(at: At, each: Member, column: string, remade: Pick<Remade, 'rewritten' | 'sameOperators'>): readonly Effect[] {
  return incomingForeignKeys(at, each.table)
    .filter((incoming) => incoming.columns.includes(column))
    .flatMap(({ from, constraint }) =>
      partitions(at, from).map((table) =>
        table.stored && isCheckedAgain(constraint, remade)
          ? failing(
              on(table.name, 'AccessExclusiveLock', 'foreign-key-check', `its foreign key to ${each.name.name} is checked again`),
              '23503',
              `a row may point to nothing in ${each.name.name}`,
              false,
            )
          : on(table.name, 'AccessExclusiveLock'),
      ),
    );
}

/** What forbids the change of type altogether. */
function dependent(at: At, table: Table | undefined, column: string): Failure | undefined {
  if (table === undefined) return undefined;
  const always = (code: string, reason: string): Failure => ({ code, reason, certain: true });
  const generated = table.columns.find((each) => each.generated && columnsIn(each.generated.expression.tree).includes(column));
  if (generated !== undefined)
    return always(
      since('generatedRefusesAsUnsupported', at.major) ? '0A000' : '42601',
      `the generated column ${generated.name} is computed from ${column}`,
    );
  const hanging = table.hanging.find(({ kind, columns }) => kind !== 'statistics' && columns.includes(column));
  if (hanging !== undefined) return always('0A000', `the ${hanging.kind} ${hanging.name} mentions ${column}`);
  for (const name of table.readBy) {
    const read = at.schema.views.get(keyOf(name))?.reads.find((each) => keyOf(each.table) === keyOf(table.name));
    if (read?.columns.some((each) => each === column || each === '*')) return always('0A000', `the view ${name.name} reads ${column}`);
  }
  return undefined;
}

/** SET and DROP IDENTITY, and the locks of ADD: a partitioned table's partitions have its identity columns since PostgreSQL 17. */
export function identity(at: At, operation: OperationOf<'add-identity' | 'set-identity' | 'drop-identity'>): readonly Effect[] {
  const self = member(at, operation.table);
  // What is said of its sequence concerns the one that all of them draw from.
  const ofSequence = operation.kind === 'set-identity' && !/generated/i.test(operation.text);
  const members = since('identityReachesPartitions', at.major) && !ofSequence ? partitions(at, self) : [self];
  return members.map((each) => on(each.name, 'AccessExclusiveLock'));
}

/** SET EXPRESSION computes a stored column anew; a virtual one has nothing stored, but what stands on it is tested again. */
export function setExpression(at: At, operation: OperationOf<'set-expression'>): readonly Effect[] {
  const members = family(at, operation.table, operation.only);
  const remade = members.flatMap(({ table }) => (table?.constraints ?? []).filter((constraint) => isKeyOver(constraint, operation.column)));
  const effects = members.map((each) => {
    const column = columnOf(each.table, operation.column);
    // The CHECK of a column that the statement adds comes after.
    const checked = each.table?.constraints.some(
      ({ definition }) => definition.type === 'check' && !columnsIn(definition.expression.tree).some((one) => isAddedBeside(at, one)),
    );
    if (column?.generated?.stored === false && checked) {
      return failing(
        on(each.name, 'AccessExclusiveLock'),
        '0A000',
        'not supported for a virtual column of a table with CHECK constraints',
        true,
      );
    }
    if (!each.stored) return on(each.name, 'AccessExclusiveLock');
    const fails = newValueFailures(at, each.table, operation.column);
    const isVirtual = column?.generated?.stored === false;
    if (isVirtual && !column.notNull) return on(each.name, 'AccessExclusiveLock');
    const effect = isVirtual
      ? on(each.name, 'AccessExclusiveLock', 'scan', `${operation.column} is tested on every row again`)
      : on(
          each.name,
          'AccessExclusiveLock',
          rewriting(each.table, operation.column),
          'the stored generated column is computed and written for every row',
        );
    return fails === undefined ? effect : { ...effect, fails };
  });
  return [
    ...effects,
    ...(operation.only ? remadeBelow(at, member(at, operation.table), operation.column) : []),
    ...remade.flatMap((constraint) => [...releasedBy(at, constraint), ...referencedEffects(at, constraint.definition)]),
    ...members.flatMap((each) => pointingHere(at, each, operation.column, { rewritten: true, sameOperators: true })),
  ];
}

const isAddedBeside = (at: At, column: string): boolean =>
  (at.statement ?? []).some((each) => each.kind === 'add-column' && each.column.name === column);

function rewriting(table: Table | undefined, column: string): readonly Work[] {
  const isChecked = table?.constraints.some((constraint) => isKeyOver(constraint, column) && constraint.enforced && constraint.validated);
  return isChecked ? ['foreign-key-check', 'rewrite'] : ['rewrite'];
}

/** ONLY spares the children, but not their parts of what is made anew with the column: CHECKs, NOT NULL, foreign keys and indexes. */
function remadeBelow(at: At, self: Member, column: string): readonly Effect[] {
  const { table, stored } = self;
  const isOver = ({ definition }: Constraint): boolean =>
    definition.type === 'check' && !definition.noInherit && columnsIn(definition.expression.tree).includes(column);
  const checked = table?.constraints.some(isOver);
  const isOn = ({ definition }: Index): boolean => indexColumns(definition).includes(column);
  const indexed = !stored && table?.indexes.some(isOn);
  const pointing = stored ? [] : (table?.constraints ?? []).filter((constraint) => isKeyOver(constraint, column));
  const own = columnOf(table, column);
  const refusesNull = since('notNullIsInherited', at.major) && own?.notNull && own.generated?.stored !== false;
  if (!checked && !indexed && !refusesNull && pointing.length === 0) return [];
  const key = pointing.find(({ enforced, validated }) => enforced && validated);
  return family(at, self.name)
    .filter((each) => !isSame(each, self))
    .map((each) => {
      if (key !== undefined && each.stored)
        return on(each.name, 'AccessExclusiveLock', 'foreign-key-check', `the foreign key ${key.name} is checked again`);
      // One that has no part of the index gets one, empty as the parent's.
      const gains =
        !checked &&
        !refusesNull &&
        pointing.length === 0 &&
        !each.table?.indexes.some((index) => index.parent !== undefined && isOn(index));
      return on(each.name, gains ? 'ShareLock' : 'AccessExclusiveLock');
    });
}

const isKeyOver = ({ definition }: Constraint, column: string): boolean =>
  definition.type === 'foreign-key' && definition.columns.includes(column);

/** How new values of a column may run against what stands on it. */
function newValueFailures(at: At, table: Table | undefined, column: string): Failure | undefined {
  const failure = (code: string, reason: string): Failure => ({ code, reason, certain: false });
  const { type } = columnOf(table, column) ?? {};
  return joinFailures([
    ...(type === undefined ? [] : [anyValue(at, type, 'the new expression may fail on the values of a row')]),
    ...(columnOf(table, column)?.notNull ? [failure('23502', `the new expression may give NULL, which ${column} refuses`)] : []),
    ...(table?.constraints ?? [])
      .filter((constraint) => isTestedAgain(constraint, column))
      .map(({ name }) => failure('23514', `a new value may violate the CHECK constraint ${name}`)),
    ...(table?.indexes ?? [])
      .filter(({ definition }) => definition.unique && indexColumns(definition).includes(column))
      .map(({ name }) => failure('23505', `two rows may get the same new value, which the index ${name} refuses`)),
    ...(table?.constraints ?? [])
      .filter(({ definition }) => definition.type === 'exclude' && definition.elements.some((element) => element.column === column))
      .map(({ name }) => failure('23P01', `two rows may exclude each other by ${name}`)),
    ...(table?.constraints ?? [])
      .filter(({ definition }) => definition.type === 'foreign-key' && definition.columns.includes(column))
      .map(({ name }) => failure('23503', `the new value may point to nothing by ${name}`)),
  ]);
}

/** SET STATISTICS, (options), STORAGE, COMPRESSION: nothing that is stored changes. Options and COMPRESSION are the named table's alone. */
export function columnSetting(at: At, { table, setting, only }: OperationOf<'column-setting'>): readonly Effect[] {
  const alone = only || setting === 'options' || setting === 'compression';
  const harmless = setting === 'statistics' || (setting === 'options' && !member(at, table).table?.foreign);
  return family(at, table, alone).map((each) => on(each.name, harmless ? 'ShareUpdateExclusiveLock' : 'AccessExclusiveLock'));
}
