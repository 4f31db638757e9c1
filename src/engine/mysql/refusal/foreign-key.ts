import { sameName } from '../../../operation/name.ts';
import type { IndexDefinition, Operation, OperationOf } from '../../../operation/operation.ts';
import { hasCharset } from '../../../schema/mysql/charset.ts';
import { columnFrom } from '../../../schema/mysql/column.ts';
import { columnOf, resolve, type Table, tableOf } from '../../../schema/schema.ts';
import { same } from '../../../schema/store.ts';
import type { Failure } from '../../failure.ts';
import type { At } from '../at.ts';
import { engineIn } from '../storage-engine.ts';
import type { Tables } from '../tables.ts';
import { typeChange } from '../type-change.ts';
import { isForeign, isUnlike, refusalsOfTarget } from './foreign-key-target.ts';
import { unserved } from './needed-key.ts';
import { refused } from './refused.ts';

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
      const engine = engineIn(operation.options);
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
    case 'alter-constraint': {
      const { constraint } = operation;
      const isThere = before.constraints.some(({ name }) => sameName(name, constraint));
      return isThere ? [] : refused(at, { mysql: 3940 }, `there is no constraint ${constraint}`);
    }
    case 'truncate': {
      const child = foreignChild(before);
      return child && at.foreignKeyChecks ? refused(at, 1701, `a foreign key of ${child.name} points to it`) : [];
    }
    default:
      return [];
  }
}

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
    sameName(name, constraint) && (type === undefined || definition.type === type);
  const isThere = before.constraints.some(isIt) || (type === undefined && before.indexes.some(({ name }) => sameName(name, constraint)));
  if (isThere || constraintIfExists) return [];
  // The names that the server gives to checks of columns are not all known.
  if (type !== 'foreign-key' && before.constraints.some(({ definition }) => definition.type === 'check')) return [];
  const codes = { mysql: type === 'foreign-key' ? 1091 : type === 'check' ? 3821 : 3940, mariadb: 1091 };
  return refused(at, codes, `there is no constraint ${constraint}`);
}

/** A table, other than itself, whose foreign key points to it. */
const foreignChild = ({ name, referencedBy }: Table): Table['name'] | undefined =>
  referencedBy.find(({ table }) => !same(table, name))?.table;

function ownKey({ constraints }: Table, column: string, statement: readonly Operation[]): string | undefined {
  const goes = (name: string): boolean => statement.some((each) => each.kind === 'drop-constraint' && sameName(each.constraint, name));
  return constraints.find(
    ({ name, definition }) => definition.type === 'foreign-key' && !goes(name) && definition.columns.some((each) => sameName(each, column)),
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
    return definition?.type === 'foreign-key' && definition.referencedColumns.some((each) => sameName(each, column));
  });
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
  const renamed = sameName(now.name, name) ? {} : { mariadb: 1846 };
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
  const definition = after.constraints.find(({ name }) => sameName(name, constraint))?.definition;
  if (definition?.type !== 'foreign-key' || definition.references.name !== after.name.name) return false;
  return definition.columns.every((each, i) => !isUnlike(columnOf(after, each), columnOf(after, definition.referencedColumns[i] ?? '')));
}
