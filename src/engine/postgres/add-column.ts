import { isNullConstant } from '../../operation/expression.ts';
import type { ColumnDefinition, ConstraintDefinition, Operation, OperationOf } from '../../operation/operation.ts';
import { columnOf } from '../../schema/schema.ts';
import { isSerial } from '../../schema/serial.ts';
import { type Failure, joinFailures } from '../failure.ts';
import { type At, descent, family, hasKnownChildren, isSame, type Member, member, on } from './at.ts';
import { isDistinct } from './distinct.ts';
import type { Effect, Work } from './effect.ts';
import { referencedEffects } from './foreign-key.ts';
import { reachedByNotNull } from './not-null.ts';
import { checking, testingForNull } from './row-tests.ts';
import { isConstrained, refusesNull, unwrap } from './types.ts';
import { unknownVolatility } from './unknown.ts';
import { unknownPartitions } from './unknown-partitions.ts';
import { since } from './version.ts';
import { volatilityOf } from './volatility.ts';

/**
 * ADD COLUMN: always ACCESS EXCLUSIVE; what decides is whether the new column's value can stay out of the rows.
 * https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES
 */
export function addColumn(at: At, operation: OperationOf<'add-column'>): readonly Effect[] {
  const { column } = operation;
  const self = member(at, operation.table);
  // The name is looked up before the children are: they are not even locked.
  if (operation.ifNotExists && columnOf(self.table, column.name) !== undefined) return [on(self.name, 'AccessExclusiveLock')];
  if (operation.only && hasKnownChildren(self.table)) {
    return [
      {
        ...on(self.name, 'AccessExclusiveLock'),
        fails: { code: '42P16', reason: 'the column must be added to child tables too', certain: true },
      },
    ];
  }
  const value = newValueOf(at, column);
  return [
    ...gettingColumn(at, self, column.name).flatMap((each) => {
      if (!isSame(each, self) && columnOf(each.table, column.name) !== undefined) return onOwnColumn(at, column, each);
      // Keys and foreign keys are not inherited; a partition has them.
      const inherits = !isSame(each, self) && self.stored;
      return onNewColumn(at, inherits ? withoutKeys(column) : column, value, each);
    }),
    ...column.constraints.flatMap((constraint) => referencedEffects(at, constraint)),
  ];
}

/** The table and those below. One that has a column of the name keeps it as it is, and ends the descent. */
function gettingColumn(at: At, self: Member, column: string): readonly Member[] {
  const reached = descent(at, self, (table) => columnOf(table, column) !== undefined);
  return [...reached, ...reached.flatMap((each) => unknownPartitions(at, each))];
}

/** A child's own column has its values, and gets from its parent's what is inherited by itself: CHECK and, since PostgreSQL 18, NOT NULL. */
function onOwnColumn(at: At, column: ColumnDefinition, each: Member): readonly Effect[] {
  const isChecked = withoutKeys(column).constraints.some(({ type, notEnforced }) => type === 'check' && !notEnforced);
  const isAlone = column.constraints.some(({ type, noInherit }) => type === 'not-null' && noInherit);
  const refusesNull = isRequired(column) && !isAlone && since('notNullIsInherited', at.major);
  return [
    on(each.name, 'AccessExclusiveLock'),
    ...(isChecked ? family(at, each.name).map((one) => checking(one, 'AccessExclusiveLock')) : []),
    ...(refusesNull
      ? reachedByNotNull(at, each, column.name).map((one) => testingForNull(at, one, [column.name], 'AccessExclusiveLock'))
      : []),
  ];
}

const isRequired = ({ type, notNull, identity, constraints }: ColumnDefinition): boolean =>
  notNull ||
  identity !== undefined ||
  isSerial(type) ||
  constraints.some((each) => each.type === 'primary-key' || (each.type === 'not-null' && !each.notValid));

function withoutKeys(column: ColumnDefinition): ColumnDefinition {
  return {
    ...column,
    constraints: column.constraints.filter(({ type, noInherit }) => (type === 'check' || type === 'not-null') && !noInherit),
  };
}

/** What existing rows get in the new column. */
interface NewValue {
  /** `none`: NULL. `stored-once`: one value for all rows, kept in the catalog. `per-row`: every row is written anew. `virtual`: computed when read. */
  readonly kind: 'none' | 'stored-once' | 'per-row' | 'virtual';
  readonly because?: string;
  /** No row can hold NULL in it. */
  readonly neverNull?: true;
  /** No two rows can hold the same. */
  readonly distinct?: true;
}

/** How a new column gets its values, the constraints apart: `because` says what forces a rewrite. */
function newValueOf(at: At, column: ColumnDefinition): NewValue {
  if (isSerial(column.type)) {
    return { kind: 'per-row', because: `${column.type.text} draws a value from a sequence for every row`, neverNull: true, distinct: true };
  }
  if (column.identity !== undefined) {
    return { kind: 'per-row', because: 'an identity column draws a value from a sequence for every row', neverNull: true, distinct: true };
  }
  if (column.generated !== undefined) {
    if (!column.generated.stored) return { kind: 'virtual' };
    return { kind: 'per-row', because: 'a stored generated column is computed and written for every row' };
  }
  const { domains } = unwrap(at.schema, column.type);
  const named = domains[0]?.name.name;
  // A domain's default holds for its columns; DEFAULT NULL overrules it.
  const ofDomain = column.default === undefined ? domains.find((domain) => domain.default !== undefined)?.default : undefined;
  const written = column.default ?? ofDomain;
  const isNull = written === undefined || isNullConstant(written.tree);
  if (isConstrained(domains)) {
    return {
      kind: 'per-row',
      because: `the domain ${named} has constraints, and every row's value is put through them`,
      ...(isNull ? {} : { neverNull: true }),
    };
  }
  if (isNull) return { kind: 'none' };
  if (ofDomain !== undefined && !since('domainDefaultIsFilledIn', at.major)) return { kind: 'none' };
  const { volatility, part, unknown } = volatilityOf(written.tree, { schema: at.schema });
  if (volatility !== 'volatile') return { kind: 'stored-once', neverNull: true };
  const because = unknown ? unknownVolatility(part ?? written.text) : `the default ${part} is volatile: every row gets its own value`;
  return { kind: 'per-row', because, neverNull: true, ...(isDistinct(written.tree) && { distinct: true }) };
}

function onNewColumn(at: At, column: ColumnDefinition, value: NewValue, each: Member): Effect {
  const effect = on(each.name, 'AccessExclusiveLock');
  // A partitioned table has no rows of its own, its partitions follow.
  if (!each.stored) return effect;
  const works: Work[] = [];
  const reasons: string[] = [];
  const failures: Failure[] = [];
  const add = (work: Work, because: string | undefined, fails?: Failure): void => {
    works.push(work);
    if (because !== undefined) reasons.push(because);
    if (fails !== undefined) failures.push(fails);
  };
  if (value.kind === 'per-row') add('rewrite', value.because, joinFailures([domainFailure(at, column, value), lengthFailure(column)]));
  if (isRequired(column) && value.neverNull === undefined) {
    const certain = value.kind === 'none';
    const reason = certain ? 'existing rows would hold NULL in the new column' : 'the expression may give NULL for a row';
    add('scan', 'every row is tested for NULL', { code: '23502', reason, certain });
  }
  for (const constraint of column.constraints) {
    const done = inlineConstraint(at, constraint, value, column);
    if (done !== undefined) add(done.work, done.because, done.fails);
  }
  if (works.length === 0) return effect;
  const fails = joinFailures(failures);
  const heaviest = works.includes('rewrite')
    ? ['rewrite' as const]
    : works.includes('index-build')
      ? (['index-build'] as const)
      : (['scan'] as const);
  const work: readonly Work[] = works.includes('foreign-key-check') ? withCheck(works, heaviest) : heaviest;
  return { ...effect, work, ...(reasons[0] === undefined ? {} : { because: reasons[0] }), ...(fails === undefined ? {} : { fails }) };
}

function withCheck(works: readonly Work[], heaviest: readonly Work[]): readonly Work[] {
  const others = works.some((work) => work !== 'foreign-key-check');
  return others ? (heaviest[0] === 'scan' ? ['scan', 'foreign-key-check'] : ['foreign-key-check', ...heaviest]) : ['foreign-key-check'];
}

/** Before PostgreSQL 13 one column with an expression, or one foreign key as a constraint, had the foreign keys of all new columns of the statement checked. */
function checksBeside(at: At, beside: Operation): boolean {
  if (since('foreignKeysPerAction', at.major)) return false;
  if (beside.kind === 'add-column') return hasExpression(beside.column);
  return beside.kind === 'add-constraint' && beside.constraint.type === 'foreign-key';
}

/** What makes the parser set `raw_default`, on which the check of a new column's foreign key hangs. */
function hasExpression(column: ColumnDefinition): boolean {
  return column.default !== undefined || column.generated !== undefined || isSerial(column.type);
}

/** A value that is computed for each row may be too long for the type. */
function lengthFailure({ type, default: value }: ColumnDefinition): Failure | undefined {
  if (type.modifiers.length === 0 || value === undefined || isSerial(type)) return undefined;
  return { code: '22000', reason: `a value that existing rows get may not fit ${type.text}`, certain: false };
}

function domainFailure(at: At, column: ColumnDefinition, value: NewValue): Failure | undefined {
  if (isSerial(column.type) || column.identity !== undefined) return undefined;
  const { domains } = unwrap(at.schema, column.type);
  if (!isConstrained(domains)) return undefined;
  const computed = column.generated !== undefined;
  if (refusesNull(domains) && value.neverNull === undefined) {
    const refused = {
      code: '23502',
      reason: `the domain ${column.type.text} refuses NULL, and existing rows would hold it`,
      certain: !computed,
    };
    if (!computed) return refused;
    return joinFailures([
      refused,
      { code: '23514', reason: `a computed value may violate a constraint of the domain ${column.type.text}`, certain: false },
    ]);
  }
  return { code: '23514', reason: `the value of existing rows may violate a constraint of the domain ${column.type.text}`, certain: false };
}

interface Done {
  readonly work: Work;
  readonly because: string;
  readonly fails?: Failure;
}

function inlineConstraint(at: At, constraint: ConstraintDefinition, value: NewValue, column: ColumnDefinition): Done | undefined {
  switch (constraint.type) {
    case 'unique':
    case 'primary-key': {
      const name = constraint.type === 'unique' ? 'UNIQUE' : 'PRIMARY KEY';
      const sameNull = 'nullsNotDistinct' in constraint && constraint.nullsNotDistinct;
      const sameValue = value.distinct === undefined && (value.kind !== 'none' || sameNull);
      const reason =
        value.kind === 'per-row'
          ? 'two existing rows may get the same value'
          : 'existing rows get the same value, so that two of them collide';
      return {
        work: 'index-build',
        because: `the index of ${name} is built over every row`,
        ...(sameValue ? { fails: { code: '23505', reason, certain: false } } : {}),
      };
    }
    case 'check':
      if (constraint.notEnforced || constraint.notValid) return undefined;
      return {
        work: 'scan',
        because: 'the CHECK constraint is tested on every row',
        fails: { code: '23514', reason: 'the value that existing rows get may violate the CHECK constraint', certain: false },
      };
    case 'foreign-key': {
      // PostgreSQL looks at whether an expression is written, not at what it gives: DEFAULT NULL is checked, an identity column is not.
      const checked = hasExpression(column) || (at.statement?.some((each) => checksBeside(at, each)) ?? false);
      if (constraint.notEnforced || constraint.notValid || !checked) return undefined;
      const because = `every row's value in the new column is looked up in ${constraint.references.name}`;
      const fails = { code: '23503', reason: `${constraint.references.name} may lack the value that existing rows get`, certain: false };
      return { work: 'foreign-key-check', because, ...(value.kind === 'none' ? {} : { fails }) };
    }
    default:
      return undefined;
  }
}
