import { keyOf } from '../../../operation/name.ts';
import type { ConstraintDefinition, IndexDefinition, Operation, OperationOf } from '../../../operation/operation.ts';
import { hasCharset } from '../../../schema/mysql/charset.ts';
import { columnFrom } from '../../../schema/mysql/column.ts';
import { begins } from '../../../schema/mysql/index.ts';
import { type Column, columnOf, resolve, type Table, tableOf } from '../../../schema/schema.ts';
import { same } from '../../../schema/store.ts';
import type { Failure } from '../../effect.ts';
import type { At } from '../at.ts';
import type { Tables } from '../column.ts';
import { typeChange } from '../type-change.ts';
import { has } from '../version.ts';
import { isKey, unserved } from './needed-key.ts';
import { refused } from './refused.ts';

type ForeignKey = Extract<ConstraintDefinition, { type: 'foreign-key' }>;

/** What foreign keys do not let happen to their tables. https://dev.mysql.com/doc/refman/9.7/en/create-table-foreign-keys.html */
export function refusalsOfForeignKey(at: At, operation: Operation, tables: Tables, statement: readonly Operation[]): readonly Failure[] {
  const { before } = tables;
  switch (operation.kind) {
    case 'add-constraint':
      return operation.constraint.type === 'foreign-key' ? refusalsOfTarget(at, operation.constraint, tables) : [];
    case 'add-column':
      return operation.column.constraints.flatMap((each) => (each.type === 'foreign-key' ? refusalsOfTarget(at, each, tables) : []));
    case 'drop-column': {
      const own = ownKey(before, operation.column, statement);
      if (own === undefined) return refusalsOfPointing(at, operation.column, before);
      const reason = `the foreign key ${own} is of ${operation.column}`;
      // MariaDB comes upon the index first, or where it copies the table upon the key.
      return [...refused(at, { mariadb: 1553 }, reason), ...refused(at, 1828, reason)];
    }
    case 'redefine-column':
      return refusalsOfType(at, operation.column, operation, tables, statement);
    case 'drop-constraint':
      return operation.type === 'primary-key' ? refusalsOfPrimaryKey(at, tables) : refusalsOfDrop(at, operation, before);
    case 'alter-table-options': {
      const engine = operation.options.findLast(({ name }) => name === 'engine')?.value.toLowerCase();
      const tied = [
        ...before.referencedBy.map(({ constraint }) => constraint),
        ...before.constraints.filter(isForeign).map(({ name }) => name),
      ];
      return engine === undefined || engine === 'innodb' || tied.length === 0
        ? []
        : refused(at, { mysql: 3776, mariadb: 1217 }, `${engine} keeps no foreign keys, as ${tied[0]}`);
    }
    case 'drop-table': {
      const child = foreignChild(before);
      // MariaDB drops them one after the other.
      const dropped = at.server === 'mariadb' ? statement.slice(0, statement.indexOf(operation)) : statement;
      const goes = dropped.some((each) => each.kind === 'drop-table' && child && same(resolve(at.schema, each.table), child));
      return child && at.foreignKeyChecks && !goes
        ? refused(at, { mysql: 3730, mariadb: 1451 }, `a foreign key of ${child.name} points to it`)
        : [];
    }
    case 'truncate': {
      const child = foreignChild(before);
      return child && at.foreignKeyChecks ? refused(at, 1701, `a foreign key of ${child.name} points to it`) : [];
    }
    default:
      return [];
  }
}

const isForeign = ({ definition }: Table['constraints'][number]): boolean => definition.type === 'foreign-key';

/** MariaDB minds only where it has to copy the table. */
function refusalsOfPrimaryKey(at: At, tables: Tables): readonly Failure[] {
  const key = unserved(at, tables);
  const isKept =
    at.server === 'mariadb' &&
    (!at.foreignKeyChecks || tables.after.indexes.some(({ definition }) => isClustering(tables.after, definition)));
  if (key?.child === undefined || isKept) return [];
  return refused(at, { mysql: 1553, mariadb: 1025 }, `the foreign key ${key.constraint} of ${key.child.name} points to it`);
}

const isClustering = (table: Table, { unique, elements }: IndexDefinition): boolean =>
  unique &&
  elements.every(({ column, prefix }) => prefix === undefined && column !== undefined && columnOf(table, column)?.notNull === true);

function refusalsOfDrop(at: At, operation: OperationOf<'drop-constraint'>, before: Table): readonly Failure[] {
  const { constraint, type, constraintIfExists } = operation;
  const isIt = ({ name, definition }: Table['constraints'][number]): boolean =>
    isSame(name, constraint) && (type === undefined || definition.type === type);
  const isThere = before.constraints.some(isIt) || (type === undefined && before.indexes.some(({ name }) => isSame(name, constraint)));
  if (isThere || constraintIfExists) return [];
  // The names that the server gives to checks of columns are not all known.
  if (type !== 'foreign-key' && before.constraints.some(({ definition }) => definition.type === 'check')) return [];
  const codes = { mysql: type === 'foreign-key' ? 1091 : type === 'check' ? 3821 : 3940, mariadb: 1091 };
  return refused(at, codes, `there is no constraint ${constraint}`);
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A table, other than itself, whose foreign key points to it. */
const foreignChild = ({ name, referencedBy }: Table): Table['name'] | undefined =>
  referencedBy.find(({ table }) => !same(table, name))?.table;

function ownKey({ constraints }: Table, column: string, statement: readonly Operation[]): string | undefined {
  const goes = (name: string): boolean => statement.some((each) => each.kind === 'drop-constraint' && isSame(each.constraint, name));
  return constraints.find(
    ({ name, definition }) => definition.type === 'foreign-key' && !goes(name) && definition.columns.some((each) => isSame(each, column)),
  )?.name;
}

/** A column that foreign keys point to stays; MariaDB comes upon its index first, where that is not the primary key. */
function refusalsOfPointing(at: At, column: string, before: Table): readonly Failure[] {
  const pointing = keyTo(at, column, before);
  if (pointing === undefined) return [];
  const reason = `the foreign key ${pointing.constraint} of ${pointing.table.name} points to ${column}`;
  return [...refused(at, { mariadb: 1553 }, reason), ...refused(at, 1829, reason)];
}

/** A foreign key that points to a column of the table. */
function keyTo(at: At, column: string, before: Table): Table['referencedBy'][number] | undefined {
  return before.referencedBy.find(({ table, constraint }) => {
    const definition = tableOf(at.schema, table)?.constraints.find((each) => each.name === constraint)?.definition;
    return definition?.type === 'foreign-key' && definition.referencedColumns.some((each) => isSame(each, column));
  });
}

/** Both ends are there, of as many columns and of the same types; it points to the start of an index, since 8.4 in MySQL to a unique key. */
function refusalsOfTarget(at: At, key: ForeignKey, { before, after }: Tables): readonly Failure[] {
  const { name, columns, references, referencedColumns } = key;
  // MySQL minds one that goes in the same statement, MariaDB where it copies the table.
  if (name !== undefined && before.constraints.some((each) => isForeign(each) && isSame(each.name, name)))
    return refused(at, { mysql: 1826, mariadb: 1005 }, `there is a foreign key ${name} already`);
  const missing = columns.find((each) => columnOf(after, each) === undefined);
  if (missing !== undefined) return refused(at, 1072, `there is no column ${missing}`);
  if (referencedColumns.length === 0) {
    const codes = at.foreignKeyChecks ? { mariadb: 1005 } : { mysql: 1239, mariadb: 1822 };
    return refused(at, codes, `the columns of ${references.name} that it points to are missing`);
  }
  if (columns.length !== referencedColumns.length)
    return refused(at, 1239, `it has ${columns.length} columns, and points to ${referencedColumns.length}`);
  const required = columns.find((each) => columnOf(after, each)?.notNull);
  if (required !== undefined && [key.onDelete, key.onUpdate].includes('set null'))
    return refused(at, { mysql: 1830, mariadb: 1005 }, `${required} is NOT NULL, and cannot be set to NULL`);
  const target = keyOf(resolve(at.schema, references)) === keyOf(before.name) ? before : tableOf(at.schema, references);
  if (!target?.complete) return [];
  const codes = { mysql: at.foreignKeyChecks ? 3734 : 1072, mariadb: 1005 };
  const lost = referencedColumns.find((each) => columnOf(target, each) === undefined);
  if (lost !== undefined) return refused(at, codes, `there is no column ${lost} in ${references.name}`);
  const unlike = columns.find((each, i) => isUnlike(columnOf(after, each), columnOf(target, referencedColumns[i] ?? '')));
  if (unlike !== undefined) return refused(at, { mysql: 3780, mariadb: 1005 }, `${unlike} is of another type than what it points to`);
  return refusalsOfTargetKey(at, key, target);
}

function refusalsOfTargetKey(at: At, { references, referencedColumns }: ForeignKey, target: Table): readonly Failure[] {
  const what = `${references.name} (${referencedColumns.join(', ')})`;
  if (has(at, { mysql: '8.4' }))
    return isKey(target, referencedColumns) ? [] : refused(at, 6125, `${what} is no unique key: restrict_fk_on_non_standard_key is on`);
  const isIndexed = target.indexes.some(({ definition }) => begins(definition, referencedColumns));
  return isIndexed || !at.foreignKeyChecks
    ? []
    : refused(at, { mysql: 1822, mariadb: 1005 }, `no index of ${references.name} begins with ${referencedColumns.join(', ')}`);
}

/** Whether values of one are surely no values of the other: numbers have the same size and sign, strings the same character set. */
function isUnlike(a: Column | undefined, b: Column | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const [one, other] = [a.type, b.type];
  if (hasCharset(one.name) && hasCharset(other.name))
    return one.characterSet !== undefined && other.characterSet !== undefined && one.characterSet !== other.characterSet;
  const isNumber = (name: string): boolean => /int$|^(decimal|float|double)$/.test(name);
  if (isNumber(one.name) || isNumber(other.name)) return one.name !== other.name || one.unsigned !== other.unsigned;
  return false;
}

/** Both ends of a foreign key have one type. */
function refusalsOfType(
  at: At,
  name: string,
  operation: OperationOf<'redefine-column'>,
  { before, after }: Tables,
  statement: readonly Operation[],
): readonly Failure[] {
  const old = columnOf(before, name);
  if (old === undefined) return [];
  const now = columnFrom(operation.definition, before.mysql ?? {}, 0);
  const change = typeChange(at, old, now, true);
  const numbers = at.server === 'mysql' && !old.autoIncrement && now.autoIncrement && at.foreignKeyChecks;
  // Without checks, characters may change their character set at one end after the other.
  const isLet = change?.kind !== 'change-type' || (!at.foreignKeyChecks && hasCharset(old.type.name));
  if (isLet && !numbers) return [];
  // MariaDB would have to copy the table with a foreign key of a column that has another name.
  const renamed = isSame(now.name, name) ? {} : { mariadb: 1846 };
  const own = ownKey(before, name, statement);
  const pointing = keyTo(at, name, before);
  if (own !== undefined) {
    const codes = { mysql: numbers || bothChange(after, own) ? 1832 : 3780, mariadb: 1832, ...renamed };
    return refused(at, codes, `the foreign key ${own} needs the types at both its ends to be the same`);
  }
  if (pointing === undefined) return [];
  const codes = { mysql: numbers || bothChange(after, pointing.constraint) ? 1833 : 3780, mariadb: 1833, ...renamed };
  return refused(
    at,
    codes,
    `the foreign key ${pointing.constraint} of ${pointing.table.name} needs the types at both its ends to be the same`,
  );
}

/** Of a foreign key to its own table both ends may change at once, and are the same then. */
function bothChange(after: Table, constraint: string): boolean {
  const definition = after.constraints.find(({ name }) => isSame(name, constraint))?.definition;
  if (definition?.type !== 'foreign-key' || definition.references.name !== after.name.name) return false;
  return definition.columns.every((each, i) => !isUnlike(columnOf(after, each), columnOf(after, definition.referencedColumns[i] ?? '')));
}
