import { keyOf } from '../../../operation/name.ts';
import type { ConstraintDefinition, Operation } from '../../../operation/operation.ts';
import { hasCharset } from '../../../schema/mysql/charset.ts';
import { columnFrom } from '../../../schema/mysql/column.ts';
import { columnOf, resolve, type Table, tableOf } from '../../../schema/schema.ts';
import { same } from '../../../schema/store.ts';
import type { Failure } from '../../effect.ts';
import type { At } from '../at.ts';
import type { Tables } from '../column.ts';
import { typeChange } from '../type-change.ts';
import { has } from '../version.ts';
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
      if (own === undefined) return [];
      const reason = `the foreign key ${own} is of ${operation.column}`;
      // MariaDB comes upon the index first, or where it copies the table upon the key.
      return [...refused(at, { mariadb: 1553 }, reason), ...refused(at, 1828, reason)];
    }
    case 'redefine-column':
      return refusalsOfType(at, operation.column, operation, before, statement);
    case 'drop-constraint': {
      if (operation.type !== 'primary-key') return [];
      const child = foreignChild(before);
      const isNeeded = child !== undefined && (at.server === 'mysql' || at.foreignKeyChecks) && !statement.some(addsPrimaryKey);
      return isNeeded ? refused(at, { mysql: 1553, mariadb: 1025 }, `a foreign key of ${child.name} points to it`) : [];
    }
    case 'drop-table': {
      const child = foreignChild(before);
      const goes = statement.some((each) => each.kind === 'drop-table' && child && same(resolve(at.schema, each.table), child));
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

const addsPrimaryKey = (operation: Operation): boolean =>
  operation.kind === 'add-constraint' && operation.constraint.type === 'primary-key';
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

/** What it points to has to be the start of an index; since 8.4 MySQL asks for a unique one. */
function refusalsOfTarget(at: At, { references, referencedColumns }: ForeignKey, { before }: Tables): readonly Failure[] {
  const name = resolve(at.schema, references);
  const target = keyOf(name) === keyOf(before.name) ? before : tableOf(at.schema, references);
  if (referencedColumns.length === 0) {
    const codes = at.foreignKeyChecks ? { mariadb: 1005 } : { mysql: 1239, mariadb: 1822 };
    return refused(at, codes, `the columns of ${references.name} that it points to are missing`);
  }
  if (!target?.complete || !has(at, { mysql: '8.4' })) return [];
  const isKey = target.indexes.some(
    ({ definition }) =>
      definition.unique &&
      definition.elements.length === referencedColumns.length &&
      definition.elements.every(
        ({ column, prefix }) => prefix === undefined && referencedColumns.some((each) => column !== undefined && isSame(each, column)),
      ),
  );
  return isKey
    ? []
    : refused(at, 6125, `${references.name} (${referencedColumns.join(', ')}) is no unique key: restrict_fk_on_non_standard_key is on`);
}

/** Both ends of a foreign key have one type. */
function refusalsOfType(
  at: At,
  name: string,
  operation: Extract<Operation, { kind: 'redefine-column' }>,
  before: Table,
  statement: readonly Operation[],
): readonly Failure[] {
  const old = columnOf(before, name);
  if (old === undefined) return [];
  const change = typeChange(at, old, columnFrom(operation.definition, before.mysql ?? {}, 0), true);
  // Without checks, characters may change their character set at one end after the other.
  const isLet = change?.kind !== 'change-type' || (!at.foreignKeyChecks && hasCharset(old.type.name));
  if (isLet) return [];
  const own = ownKey(before, name, statement);
  if (own !== undefined)
    return refused(at, { mysql: 3780, mariadb: 1832 }, `the foreign key ${own} needs the types at both its ends to be the same`);
  const pointing = before.referencedBy.find(({ table, constraint }) => {
    const definition = tableOf(at.schema, table)?.constraints.find((each) => each.name === constraint)?.definition;
    return definition?.type === 'foreign-key' && definition.referencedColumns.some((each) => isSame(each, name));
  });
  return pointing === undefined
    ? []
    : refused(
        at,
        { mysql: 3780, mariadb: 1833 },
        `the foreign key ${pointing.constraint} of ${pointing.table.name} needs the types at both its ends to be the same`,
      );
}
