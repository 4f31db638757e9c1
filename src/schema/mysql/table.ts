import { keyOf, type QualifiedName } from '../../operation/name.ts';
import type { ConstraintDefinition, IndexDefinition, OperationOf, Option } from '../../operation/operation.ts';
import { applyView } from '../apply/view.ts';
import { dropTable } from '../drop.ts';
import { moveTable } from '../rename.ts';
import { type Charset, type MysqlTable, newName, type Schema, type Table, tableOf } from '../schema.ts';
import { putTable, unknownTable } from '../store.ts';
import { createdIn, free } from '../unit.ts';
import { charsetIn } from './charset.ts';
import { columnFrom, spelt } from './column.ts';
import { withConstraint } from './constraint.ts';
import { withIndex } from './index.ts';

/** Changes a table; one that history never created comes to be known, though incompletely, by what is learnt here. */
export function onTable(schema: Schema, { table: name }: { readonly table: QualifiedName }, change: (table: Table) => Table): Schema {
  const known = tableOf(schema, name) ?? unknownTable(newName(schema, name));
  if (schema.views.has(keyOf(known.name))) return schema;
  return putTable(schema, change({ ...known, mysql: known.mysql ?? { rowVersions: 0 } }));
}

export function createTable(schema: Schema, operation: OperationOf<'create-table'>): Schema {
  const name = newName(schema, operation.table);
  const existing = schema.tables.get(keyOf(name));
  const isKept = operation.ifNotExists === true || operation.conditional === true;
  if (existing?.complete && isKept) return schema;
  const created = createdIn(schema, name, operation);
  const cleared = existing && !isKept ? dropTable(schema, name) : schema;
  const storage: MysqlTable = { ...defaultsOf(schema, name.schema), ...storageIn(operation.options ?? []), rowVersions: 0 };
  const [like] = operation.like;
  const source = like && tableOf(schema, like.table);
  const empty: Table = {
    ...unknownTable(name),
    ...(like === undefined ? { mysql: storage } : copyOf(source)),
    columns: [...(source?.columns ?? []), ...operation.columns.map((each) => columnFrom(each, storage, created))],
    ...(operation.partitionBy && { partitionBy: operation.partitionBy }),
    persistence: operation.persistence,
    complete: operation.asQuery === undefined && !(like && !source?.complete) && !operation.conditional && !(existing && isKept),
    createdIn: created,
    unfollowed: schema.unfollowed,
  };
  const versioned: Table = operation.systemVersioning
    ? { ...empty, mysql: { ...(empty.mysql as MysqlTable), systemVersioned: true } }
    : empty;
  const table = constraintsOf(operation).reduce((at, each) => {
    return 'type' in each ? withConstraint(cleared, at, each) : withIndex(at, each);
  }, versioned);
  const next = putTable(cleared, table);
  return operation.persistence === 'temporary' ? { ...next, temporary: [...next.temporary, name] } : next;
}

/** In the server's order: the primary key, unique indexes, others, and foreign keys once there may be an index for them. */
function constraintsOf(operation: OperationOf<'create-table'>): readonly (ConstraintDefinition | IndexDefinition)[] {
  const constraints = [...operation.columns.flatMap((each) => spelt(each).constraints), ...operation.constraints];
  const of = (type: ConstraintDefinition['type']): readonly ConstraintDefinition[] => constraints.filter((each) => each.type === type);
  const indexes = operation.indexes ?? [];
  const isUnique = ({ unique }: IndexDefinition): boolean => unique;
  const plain = indexes.filter((each) => !isUnique(each));
  return [...of('primary-key'), ...of('unique'), ...indexes.filter(isUnique), ...plain, ...of('foreign-key'), ...of('check')];
}

/** CREATE TABLE … LIKE takes columns, indexes, checks and options, not foreign keys. https://dev.mysql.com/doc/refman/9.7/en/create-table-like.html */
function copyOf(source: Table | undefined): Pick<Table, 'indexes' | 'constraints' | 'mysql' | 'partitionBy'> {
  return {
    indexes: source?.indexes ?? [],
    constraints: source?.constraints.filter(({ definition }) => definition.type !== 'foreign-key') ?? [],
    mysql: { ...source?.mysql, rowVersions: 0 },
    ...(source?.partitionBy && { partitionBy: source.partitionBy }),
  };
}

const defaultsOf = (schema: Schema, database: string): Charset => schema.mysql?.defaults[database] ?? {};

/** What options say of how a table is kept; a character set that is given anew takes the old collation away. */
export function storageIn(options: readonly Option[]): Partial<MysqlTable> {
  const last = (name: string): string | undefined => options.findLast((option) => option.name === name)?.value.toLowerCase();
  const [engine, rowFormat, keyBlockSize] = [last('engine'), last('row_format'), last('key_block_size')];
  return {
    ...charsetIn(options),
    ...(engine !== undefined && { engine }),
    ...(rowFormat !== undefined && { rowFormat }),
    ...(keyBlockSize !== undefined && { keyBlockSize }),
  };
}

/** DROP TABLE leaves foreign keys that point to the table, where it is let: whoever makes the name anew has them again. */
export function applyDrop(schema: Schema, { table }: OperationOf<'drop-table'>): Schema {
  const name = tableOf(schema, table)?.name ?? newName(schema, table);
  return schema.tables.has(keyOf(name)) ? dropTable(schema, name) : free(schema, keyOf(name), 0);
}

/** RENAME TABLE takes views, too. */
export function applyRename(schema: Schema, operation: OperationOf<'rename-table'>): Schema {
  if (schema.views.has(keyOf(newName(schema, operation.table)))) {
    const { table: view, to, span } = operation;
    return applyView(schema, { kind: 'rename-view', view, materialized: false, to, span });
  }
  const table = tableOf(schema, operation.table) ?? unknownTable(newName(schema, operation.table));
  const to = { schema: operation.toSchema ?? table.name.schema, name: operation.to };
  if (keyOf(table.name) === keyOf(to)) return schema;
  return moveTable(putTable(dropTable(schema, to), table), table.name, to);
}
