import type { ColumnDefinition, IndexDefinition, IndexElement, Operation, OperationOf } from '../../operation/operation.ts';
import { columnOf, type Index, isNamed, type Table } from '../../schema/schema.ts';
import type { Failure } from '../failure.ts';
import type { At } from './at.ts';
import type { Change } from './change.ts';
import { hashesLongKeys, isHashed } from './key-length.ts';
import { nullFailure } from './null.ts';
import { nameAfter } from './rename.ts';
import type { Tables } from './tables.ts';
import { has } from './version.ts';
import type { ChangeKind } from './ways.ts';

/** @param statement all of its operations: an index may be dropped and made anew */
export function createIndex(
  at: At,
  operation: OperationOf<'create-index'>,
  tables: Tables,
  statement: readonly Operation[],
): readonly Change[] {
  const { index, ifNotExists } = operation;
  const { before, after } = tables;
  if (ifNotExists && index.name !== undefined && before.indexes.some((each) => isNamed(before, each, index.name ?? ''))) return [];
  const dropped = statement.flatMap((each) => (each.kind === 'drop-index' ? (indexNamed(before, each.index.name) ?? []) : []));
  // The index that came with a foreign key is not taken for another one.
  const same = dropped.find((old) => old.constraint === undefined && hasSameKeys(old.definition, index));
  const isNamedSo = same !== undefined && isNamed(before, same, index.name ?? '');
  if (isNamedSo && at.server === 'mysql') return [{ kind: 'change-index-type', operation }];
  // To MariaDB it is the old index, by another name perhaps; but not where a type is stated.
  if (same !== undefined && has(at, renamesIndexes) && !statesType(operation))
    return [{ kind: isNamedSo ? 'change-nothing' : 'rename-index', operation }];
  if (at.server === 'mariadb' && isOldPrimaryKey(index, tables, statement)) return [];
  const fails = index.unique ? duplicates(index, statement) : undefined;
  return [{ ...addition(at, index, before, after), operation, ...(fails && { fails }) }];
}

/** To MariaDB a unique index on what was the primary key is that key by another name, where the rows are kept by it. */
function isOldPrimaryKey(index: IndexDefinition, { before, after }: Tables, statement: readonly Operation[]): boolean {
  const [primary, now] = [indexNamed(before, 'PRIMARY'), clusteredOf(after)];
  const isDropped = statement.some((each) => each.kind === 'drop-constraint' && each.type === 'primary-key');
  return (
    isDropped && index.unique && primary !== undefined && now !== undefined && orderOf(primary) === orderOf(now) && sameElements(now, index)
  );
}

const sameElements = ({ definition }: Index, { elements }: IndexDefinition): boolean => definition.elements === elements;

/** RENAME INDEX, and what comes to the same. https://mariadb.com/kb/en/alter-table/#rename-indexkey */
export const renamesIndexes = { mariadb: '10.5.2' };

/** A UNIQUE in a column's definition. */
export function uniqueOf(at: At, columns: readonly string[], operation: Operation, after: Table): Change {
  const elements = columns.map((column) => ({ column, text: column }));
  const index: IndexDefinition = { method: 'btree', unique: true, elements, include: [] };
  const fails = duplicates(index, [operation]);
  return { ...addition(at, index, after, after), operation, ...(fails && { fails }) };
}

function addition(at: At, index: IndexDefinition, before: Table, after: Table): { readonly kind: ChangeKind; readonly because?: string } {
  if (index.method === 'fulltext') {
    if (before.mysql?.fullTextIds || after.columns.some(({ name }) => name.toUpperCase() === 'FTS_DOC_ID')) return { kind: 'add-fulltext' };
    return { kind: 'add-first-fulltext', because: 'the first FULLTEXT index of a table brings the hidden column FTS_DOC_ID' };
  }
  if (index.method === 'spatial') return { kind: 'add-spatial' };
  if (index.method === 'vector') return { kind: 'add-vector' };
  if (has(at, hashesLongKeys) && isHashed(index, after))
    return { kind: 'add-hashed-unique', because: 'what is too long for an index is kept as a hash' };
  const isExpression = index.elements.some(({ expression }) => expression !== undefined);
  const fresh = index.elements.find(({ column }) => {
    const known = column === undefined ? undefined : columnOf(after, column);
    return known?.generated?.stored === false && columnOf(before, known.name) === undefined;
  });
  if (!isExpression && fresh === undefined) return { kind: index.unique ? 'add-unique' : 'add-index' };
  const because = isExpression ? 'the index computes its keys' : `${fresh?.column} is computed, and added in the same statement`;
  return { kind: index.unique ? 'add-computed-unique' : 'add-computed-index', because };
}

/** NULLs are no duplicates, and a column that the statement itself adds may hold nothing else. */
function duplicates(index: IndexDefinition, statement: readonly Operation[]): Failure | undefined {
  const added = statement.flatMap((each) =>
    each.kind === 'add-column' && isNullInEveryRow(each.column) ? [each.column.name.toLowerCase()] : [],
  );
  return index.elements.some(({ column }) => column !== undefined && added.includes(column.toLowerCase())) ? undefined : sameKeys(index);
}

function sameKeys({ elements }: IndexDefinition): Failure {
  return { code: '1062', reason: `two rows have the same ${elements.map(({ text }) => text).join(', ')}`, certain: false };
}

function isNullInEveryRow({ notNull, default: byDefault, generated, autoIncrement, constraints, type }: ColumnDefinition): boolean {
  const hasValue = byDefault !== undefined && byDefault.tree.kind !== 'null';
  const isKey = constraints.some((each) => each.type === 'primary-key');
  return !notNull && !hasValue && generated === undefined && !autoIncrement && !isKey && type.name !== 'serial';
}

export const indexNamed = (table: Table, name: string): Index | undefined => table.indexes.find((each) => isNamed(table, each, name));

export const statesType = ({ words }: Operation): boolean => words?.includes('USING of an index') === true;

export function hasSameKeys(a: IndexDefinition, b: IndexDefinition): boolean {
  const keys = ({ unique, elements }: IndexDefinition): string =>
    JSON.stringify([
      unique,
      elements.map(({ column, prefix, expression, descending }) => [column?.toLowerCase(), prefix, expression?.text, descending]),
    ]);
  const isTree = ({ method }: IndexDefinition): boolean => method === 'btree' || method === 'hash';
  return isTree(a) && isTree(b) && keys(a) === keys(b);
}

/**
 * What becomes of the order that InnoDB keeps the rows in: the primary key, else the first unique index of columns that are NOT NULL.
 * https://dev.mysql.com/doc/refman/9.7/en/innodb-index-types.html
 */
export function primaryKeyChange(at: At, { before, after }: Tables, statement: readonly Operation[]): readonly Change[] {
  const [old, now] = [clustered(before, statement), clustered(after)];
  const cause = statement.find(changesKey) ?? (statement[0] as Operation);
  const isPassedOver = (each: Operation): boolean => each.kind === 'add-constraint' && each.ifNotExists === true && old?.name === 'PRIMARY';
  const isAdded = statement.some((each) => addsPrimaryKey(each) && !isPassedOver(each));
  const isNamedNow = now?.name === 'PRIMARY' && isAdded;
  if (!before.complete && !isAdded) {
    const drops = statement.find((each) => each.kind === 'drop-constraint' && each.type === 'primary-key');
    return drops === undefined ? [] : [{ kind: 'drop-primary-key', operation: drops }];
  }
  const isSame = old !== undefined && now !== undefined && orderOf(old) === orderOf(now);
  const isDropped = old?.name === 'PRIMARY' && indexNamed(after, 'PRIMARY') === undefined;
  if (isSame && isNamedNow && old.name === 'PRIMARY') return [{ kind: 'change-nothing', operation: cause }];
  if (!isNamedNow && !isDropped && (old === now || isSame)) return [];
  if (old === undefined && now === undefined) return [];
  // A unique key that was there before takes its place, in MySQL without becoming it in the same go.
  const isLeft = isDropped && at.server === 'mysql' && now !== undefined && indexNamed(before, now.name) !== undefined;
  if (now === undefined || isLeft)
    return [{ kind: 'drop-primary-key', operation: cause, because: 'the rows lose the key that they are kept by' }];
  const nullable = isAdded ? now.definition.elements.flatMap(({ column }) => nullableIn(before, column)) : [];
  const [first] = nullable;
  // It finds a NULL before it finds two of them.
  const fails = [sameKeys(now.definition), ...nullable.flatMap((each) => nullFailure(at, each).fails ?? [])];
  const copied = [sameKeys(now.definition), ...nullable.flatMap((each) => nullFailure(at, each).failsCopied ?? [])];
  const failing = {
    fails: { ...(fails[0] as Failure), others: fails.slice(1) },
    failsCopied: { ...(copied[0] as Failure), others: copied.slice(1) },
  };
  // To MariaDB it is that index by another name.
  const isTaken = isSame && indexNamed(after, old.name) === undefined;
  if (at.server === 'mariadb' && isTaken) return [{ kind: 'rename-index', operation: cause }];
  const kind =
    old === undefined
      ? 'add-primary-key'
      : isSame && !isDropped
        ? 'name-primary-key'
        : old.name === 'PRIMARY'
          ? 'replace-primary-key'
          : 'add-primary-key';
  const change: Change = { kind, operation: cause, ...failing };
  return first === undefined ? [change] : [change, { kind: 'forbid-null', operation: cause, because: `${first.name} becomes NOT NULL` }];
}

export const addsPrimaryKey = (operation: Operation): boolean =>
  (operation.kind === 'add-constraint' && operation.constraint.type === 'primary-key') ||
  ((operation.kind === 'add-column' || operation.kind === 'redefine-column') &&
    (operation.kind === 'add-column' ? operation.column : operation.definition).constraints.some(({ type }) => type === 'primary-key'));

const changesKey = (operation: Operation): boolean => addsPrimaryKey(operation) || /^(drop-|redefine-column)/.test(operation.kind);

function nullableIn(table: Table, name: string | undefined): readonly NonNullable<ReturnType<typeof columnOf>>[] {
  const column = name === undefined ? undefined : columnOf(table, name);
  return column === undefined || column.notNull ? [] : [column];
}

/** @param statement its columns bear the names that this gives them */
function clustered(table: Table, statement: readonly Operation[] = []): Index | undefined {
  const index = clusteredOf(table);
  return (
    index && {
      ...index,
      definition: { ...index.definition, elements: index.definition.elements.map((each) => renamedIn(each, statement)) },
    }
  );
}

function renamedIn(element: IndexElement, statement: readonly Operation[]): IndexElement {
  return element.column === undefined ? element : { ...element, column: nameAfter(statement, element.column) };
}

function clusteredOf(table: Table): Index | undefined {
  const isWhole = ({ definition }: Index): boolean =>
    definition.elements.every(
      ({ column, prefix }) => prefix === undefined && column !== undefined && columnOf(table, column)?.notNull === true,
    );
  return indexNamed(table, 'PRIMARY') ?? table.indexes.find((each) => each.definition.unique && isWhole(each));
}

const orderOf = ({ definition }: Index): string =>
  definition.elements.map(({ column, descending }) => `${column?.toLowerCase()}${descending ? ' desc' : ''}`).join('\t');
