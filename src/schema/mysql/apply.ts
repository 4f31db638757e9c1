import type { Operation, OperationOf } from '../../operation/operation.ts';
import { applyHanging } from '../apply/hanging.ts';
import { applyProgram } from '../apply/program.ts';
import { applyView } from '../apply/view.ts';
import { unbelieved } from '../apply.ts';
import { dropTable } from '../drop.ts';
import { lose, mayDoAnything } from '../followed.ts';
import { type Hanging, type Index, isNamed, type MysqlServer, type Schema, type Table, tableOf } from '../schema.ts';
import { putTable } from '../store.ts';
import { addColumn, dropColumn, redefineColumn, rename, setColumn, withRowVersions } from './alter-column.ts';
import { charsetIn } from './charset.ts';
import { withConstraint, withoutConstraint } from './constraint.ts';
import { converted } from './convert.ts';
import { primary, withIndex, withoutIndex } from './index.ts';
import { applyDrop, applyRename, createTable, onTable, storageIn } from './table.ts';
import { untangled } from './untangle.ts';

/** The schema after operations of one statement, by the rules of MySQL and MariaDB. As `apply`: pure, total, believing the operations rather than what is known. */
export function replay(schema: Schema, operations: readonly Operation[]): Schema {
  return counted(untangled(schema, operations).reduce(applyOne, schema), operations);
}

/** What may not have run is taken in where it makes something; either way nothing about its table is certain any more. */
function applyOne(schema: Schema, operation: Operation): Schema {
  if (!operation.conditional) return apply(schema, operation);
  const after = unbelieved.has(operation.kind) ? schema : apply(schema, operation);
  const name = 'table' in operation && operation.table;
  const table = name ? tableOf(after, name) : undefined;
  return table === undefined ? after : putTable(after, { ...table, unfollowed: uncertain });
}

/** A count that no schema has: see `followed.ts`. */
const uncertain = -1;

function apply(schema: Schema, operation: Operation): Schema {
  switch (operation.kind) {
    case 'create-table':
      return createTable(schema, operation);
    case 'drop-table':
      return applyDrop(schema, operation);
    case 'rename-table':
      return applyRename(schema, operation);
    case 'add-column':
      return addColumn(schema, operation);
    case 'redefine-column':
      return redefineColumn(schema, operation);
    case 'drop-column':
      return dropColumn(schema, operation);
    case 'rename-column':
      return rename(schema, operation, operation.to);
    case 'set-default':
    case 'drop-default':
    case 'set-column-visibility':
      return setColumn(schema, operation);
    case 'add-constraint':
      return onTable(schema, operation, (table) =>
        isKept(table, operation) ? table : withConstraint(schema, table, operation.constraint),
      );
    case 'drop-constraint':
      return onTable(schema, operation, (table) => withoutConstraint(table, operation.constraint));
    case 'alter-constraint':
      return onTable(schema, operation, (table) => enforced(table, operation));
    case 'create-index':
      return onTable(schema, operation, (table) => (isThere(table, operation) ? table : withIndex(table, operation.index)));
    case 'drop-index':
      return onTable(schema, { table: operation.table ?? { name: '' } }, (table) => withoutIndex(table, operation.index.name));
    case 'rename-index': {
      const { to } = operation;
      const renamed = (index: Index): Index => ({ ...index, name: to, definition: { ...index.definition, name: to } });
      return onTable(schema, { table: operation.table ?? { name: '' } }, (table) => changed(table, operation.index.name, renamed));
    }
    case 'set-index-visibility':
      return onTable(schema, operation, (table) =>
        changed(table, operation.index, ({ definition: { invisible: _, ...definition }, ...index }) => ({
          ...index,
          definition: { ...definition, ...(!operation.visible && { invisible: true }) },
        })),
      );
    case 'alter-table-options':
      return onTable(schema, operation, (table) => withOptions(table, storageIn(operation.options)));
    case 'convert-character-set':
      return onTable(schema, operation, (table) => converted(schema, table, operation));
    case 'repartition-table':
      return onTable(schema, operation, ({ partitionBy: _, ...table }) => ({
        ...table,
        ...(operation.partitionBy && { partitionBy: operation.partitionBy }),
      }));
    case 'alter-partitions':
      return onTable(schema, operation, (table) => repartitioned(table, operation));
    case 'set-system-versioning':
      return onTable(schema, operation, (table) => {
        const { systemVersioned: _, ...mysql } = table.mysql ?? { rowVersions: 0 };
        return { ...table, mysql: { ...mysql, ...(operation.versioned && { systemVersioned: true }) } };
      });
    case 'create-view':
    case 'drop-view':
    case 'rename-view':
    case 'alter-view':
      return applyView(schema, operation);
    case 'create-function':
    case 'alter-function':
    case 'drop-function':
      return applyProgram(schema, operation);
    case 'create-trigger':
    case 'drop-trigger':
      return applyHanging(schema, operation);
    case 'other':
      return operation.command === 'DROP TRIGGER' && operation.hanging ? withoutTrigger(schema, operation.hanging.name) : schema;
    case 'create-schema':
      return withDefaults(schema, operation.schema, operation.options ?? []);
    case 'alter-schema-options':
      return withDefaults(schema, operation.schema ?? schema.searchPath[0] ?? '', operation.options);
    case 'drop-schema':
      return schema.tables
        .entries()
        .reduce((next, [, { name }]) => (name.schema === operation.schema ? dropTable(next, name) : next), schema);
    case 'use-schema':
      return { ...schema, searchPath: [operation.schema] };
    case 'set-variable':
      return setVariable(schema, operation);
    // A transaction keeps no DDL: each statement of it commits. https://dev.mysql.com/doc/refman/9.7/en/implicit-commit.html
    case 'transaction':
      return schema;
    case 'select':
    case 'call':
    case 'dynamic-sql':
      return mayDoAnything(operation) ? lose(schema) : schema;
    // Rows and files change, the schema does not; periods, and what is PostgreSQL's own, are not in the model.
    default:
      return schema;
  }
}

const isThere = (table: Table, { index, ifNotExists, conditional }: OperationOf<'create-index'>): boolean =>
  Boolean(ifNotExists || conditional) && table.indexes.some((each) => index.name !== undefined && isNamed(table, each, index.name));

/** ADD … IF NOT EXISTS of what is there. */
function isKept(table: Table, { constraint: { name, type }, ifNotExists }: OperationOf<'add-constraint'>): boolean {
  const known = type === 'primary-key' ? primary : name;
  return ifNotExists === true && known !== undefined && table.constraints.some((each) => isNamed(table, each, known));
}

function changed(table: Table, name: string, change: (index: Index) => Index): Table {
  return { ...table, indexes: table.indexes.map((each) => (isNamed(table, each, name) ? change(each) : each)) };
}

function enforced(table: Table, { constraint, enforced: is = true }: OperationOf<'alter-constraint'>): Table {
  return {
    ...table,
    constraints: table.constraints.map((each) => {
      if (!isNamed(table, each, constraint) || each.definition.type !== 'check') return each;
      const { notEnforced: _, ...definition } = each.definition;
      return { ...each, enforced: is, definition: { ...definition, ...(!is && { notEnforced: true }) } };
    }),
  };
}

function withOptions(table: Table, options: ReturnType<typeof storageIn>): Table {
  const { collation, ...mysql } = table.mysql ?? { rowVersions: 0 };
  const kept = options.characterSet === undefined && collation !== undefined ? { collation } : {};
  return { ...table, mysql: { ...mysql, ...kept, ...options } };
}

/** Which partitions there are, where the table's definition named them. */
function repartitioned(table: Table, operation: OperationOf<'alter-partitions'>): Table {
  const { partitionBy } = table;
  if (partitionBy?.partitions === undefined) return table;
  const { action, partitions, definitions = [] } = operation;
  const goes = action === 'drop' || action === 'reorganize' || action === 'convert to table';
  const isGone = (name: string): boolean =>
    goes && (partitions === 'all' || partitions.some((each) => each.toLowerCase() === name.toLowerCase()));
  return {
    ...table,
    partitionBy: { ...partitionBy, partitions: [...partitionBy.partitions.filter(({ name }) => !isGone(name)), ...definitions] },
  };
}

function withDefaults(schema: Schema, database: string, options: Parameters<typeof charsetIn>[0]): Schema {
  const mysql = schema.mysql as MysqlServer;
  return { ...schema, mysql: { ...mysql, defaults: { ...mysql.defaults, [database]: charsetIn(options) } } };
}

function setVariable(schema: Schema, { name, value, global, local }: OperationOf<'set-variable'>): Schema {
  // `local` is MariaDB's SET STATEMENT … FOR, which holds for one statement.
  if (global || local) return schema;
  const mysql = schema.mysql as MysqlServer;
  const { [name]: _, ...others } = mysql.variables;
  return { ...schema, mysql: { ...mysql, variables: value === undefined ? others : { ...others, [name]: value.join(',') } } };
}

/** Once a statement, however many columns it adds or drops. */
function counted(schema: Schema, operations: readonly Operation[]): Schema {
  const [first] = operations.filter((each) => 'table' in each);
  const table = first && 'table' in first && first.table ? tableOf(schema, first.table) : undefined;
  if (table?.mysql === undefined) return schema;
  const uses = operations.some(usesVersion);
  const rebuilds =
    operations.some(rebuilt) || (uses && operations.some(({ clauses }) => /^(inplace|copy)$/.test(clauses?.algorithm ?? '')));
  return uses || rebuilds ? onTable(schema, { table: table.name }, (each) => withRowVersions(each, uses, rebuilds)) : schema;
}

function usesVersion(operation: Operation): boolean {
  if (operation.kind === 'add-column') return operation.column.generated === undefined || operation.column.generated.stored;
  return operation.kind === 'drop-column';
}

/** What writes all rows anew on every version and on every table. */
function rebuilt(operation: Operation): boolean {
  switch (operation.kind) {
    case 'rebuild-table':
    case 'optimize':
    case 'truncate':
    case 'repartition-table':
      return true;
    case 'alter-table-options':
      return operation.options.some(({ name }) => /^(engine|row_format|key_block_size)$/.test(name));
    case 'add-constraint':
      return operation.constraint.type === 'primary-key';
    default:
      return false;
  }
}

/** DROP TRIGGER names the trigger alone, which is one of its database. */
function withoutTrigger(schema: Schema, name: string): Schema {
  const isIt = (each: Hanging): boolean => each.kind === 'trigger' && each.name === name;
  const owner = schema.tables.entries().find(([, table]) => table.hanging.some(isIt))?.[1];
  return owner === undefined ? schema : putTable(schema, { ...owner, hanging: owner.hanging.filter((each) => !isIt(each)) });
}
