import { columnsIn, type ExpressionNode, someNode } from '../../../operation/expression.ts';
import { sameName } from '../../../operation/name.ts';
import type { ColumnDefinition, Operation } from '../../../operation/operation.ts';
import { constraintColumns } from '../../../schema/mention.ts';
import { type Column, columnOf, type Table } from '../../../schema/schema.ts';
import type { Failure } from '../../failure.ts';
import type { At } from '../at.ts';
import { geometries, isPassedOver } from '../column.ts';
import type { Tables } from '../tables.ts';
import { refusalsOfName, refusalsOfNamed, refusalsOfPlace } from './column-name.ts';
import { refusalsOfDefinition } from './definition.ts';
import { refused } from './refused.ts';

/** Columns that are there already or are missing, defaults that cannot be, and columns that something else is computed from. */
export function refusalsOfColumn(at: At, operation: Operation, tables: Tables, statement: readonly Operation[]): readonly Failure[] {
  const { before } = tables;
  switch (operation.kind) {
    case 'add-column': {
      const { column } = operation;
      if (operation.ifNotExists && columnOf(before, column.name) !== undefined) return [];
      return [
        ...refusalsOfName(at, operation, column.name, before, statement),
        ...refusalsOfPlace(at, operation, column.name, tables, statement),
        ...refusalsOfDefinition(at, column, tables),
        ...refusalsOfOwnDefault(at, column),
        ...refusalsOfDefault(at, column, before),
        ...refusalsOfGenerated(at, column, tables),
      ];
    }
    case 'drop-column':
    case 'rename-column':
      return [
        ...refusalsOfNamed(at, operation, before, statement),
        ...(operation.kind === 'rename-column' ? refusalsOfName(at, operation, operation.to, before, statement) : []),
        ...refusalsOfUse(at, operation, operation.column, before, statement),
      ];
    case 'redefine-column': {
      const named = refusalsOfNamed(at, operation, before, statement);
      if (named.length > 0 || isPassedOver(operation, before)) return named;
      const { definition } = operation;
      return [
        ...refusalsOfName(at, operation, definition.name, before, statement),
        ...refusalsOfPlace(at, operation, definition.name, tables, statement),
        ...refusalsOfDefinition(at, definition, tables),
        ...refusalsOfOwnDefault(at, definition),
        ...(sameName(definition.name, operation.column) ? [] : refusalsOfUse(at, operation, operation.column, before, statement)),
        ...refusalsOfBecoming(at, definition, columnOf(before, operation.column)),
        ...refusalsOfGenerated(at, definition, tables),
      ];
    }
    case 'set-default': {
      const named = refusalsOfNamed(at, operation, before, statement);
      if (named.length > 0) return named;
      const type = columnOf(before, operation.column)?.type.name;
      return isLong(type) && operation.expression.tree.kind === 'constant'
        ? refused(at, noConstant(type), `a column of the type of ${operation.column} has no default but an expression`)
        : [];
    }
    case 'add-period': {
      const isAdded = (name: string): boolean => statement.some((each) => each.kind === 'add-column' && sameName(each.column.name, name));
      const missing = [operation.from, operation.to].find((each) => columnOf(before, each) === undefined && !isAdded(each));
      return missing === undefined ? [] : refused(at, 1054, `there is no column ${missing}`);
    }
    case 'drop-default':
    case 'set-column-visibility':
      return refusalsOfNamed(at, operation, before, statement);
    case 'add-constraint':
      return operation.constraint.type === 'check'
        ? refusalsOfMention(at, operation.constraint.expression.tree, tables, before.columns.length === 0 ? 3820 : 1054)
        : [];
    default:
      return [];
  }
}

/** @param tree is computed from the columns as the statement leaves them */
function refusalsOfMention(at: At, tree: ExpressionNode, { after }: Tables, code = 1054): readonly Failure[] {
  const missing = columnsIn(tree).find((each) => columnOf(after, each) === undefined);
  return missing === undefined ? [] : refused(at, { mysql: code, mariadb: 1054 }, `there is no column ${missing}`);
}

/** MariaDB takes a constant for a text, and none for a geometry: it would have to be one. */
const noConstant = (type = ''): { readonly mysql: number; readonly mariadb?: number } => ({
  mysql: 1101,
  ...(geometries.test(type) && { mariadb: 1416 }),
});

const isLong = (type = ''): boolean => /text$|blob$|^json$/.test(type) || geometries.test(type);

/** What a statement that is logged must not compute, for a replica might come to another value. https://dev.mysql.com/doc/refman/9.7/en/replication-rbr-safe-unsafe.html */
const unsafe =
  /^(rand|uuid|uuid_short|sysdate|user|session_user|system_user|current_user|found_rows|row_count|load_file|sleep|get_lock|release_lock|is_free_lock|is_used_lock|random_bytes)$/i;

/** What is another value at another time or in another session. */
const current =
  /^(now|current_timestamp|localtime|localtimestamp|curdate|current_date|curtime|current_time|utc_date|utc_time|utc_timestamp|unix_timestamp|connection_id|database|schema|version|last_insert_id)$/i;

function functionsIn(tree: ExpressionNode, names: RegExp): boolean {
  return someNode(
    tree,
    (node) => (node.kind === 'call' && names.test(node.function.name)) || (node.kind === 'value-function' && names.test(node.name)),
  );
}

/** https://dev.mysql.com/doc/refman/9.7/en/data-type-defaults.html */
function refusalsOfDefault(at: At, { name, type, default: value }: ColumnDefinition, before: Table): readonly Failure[] {
  if (value === undefined || value.tree.kind === 'null') return [];
  if (isLong(type.name) && !value.text.startsWith('(')) {
    return refused(
      at,
      value.tree.kind === 'constant' ? noConstant(type.name) : { mysql: 1101 },
      `${name} ${type.text} has no default but an expression in parentheses`,
    );
  }
  const numbered = columnsIn(value.tree).find((each) => columnOf(before, each)?.autoIncrement);
  if (numbered !== undefined)
    return refused(at, { mysql: 3768, mariadb: 1901 }, `the default of ${name} is computed from the AUTO_INCREMENT column ${numbered}`);
  const isNew = before.columns.length === 0;
  return functionsIn(value.tree, unsafe) && !isNew
    ? refused(at, { mysql: 1674 }, `the default ${value.text} of ${name} would be another on each replica: MySQL adds no column with it`)
    : [];
}

function refusalsOfOwnDefault(at: At, { name, default: value }: ColumnDefinition): readonly Failure[] {
  const isOwn = value?.text.startsWith('(') && columnsIn(value.tree).some((each) => sameName(each, name));
  return isOwn ? refused(at, { mysql: 3767, mariadb: 4029 }, `the default of ${name} is computed from ${name} itself`) : [];
}

function refusalsOfGenerated(at: At, { name, generated }: ColumnDefinition, tables: Tables): readonly Failure[] {
  if (generated === undefined) return [];
  const { tree } = generated.expression;
  if (!functionsIn(tree, unsafe) && !functionsIn(tree, current)) return refusalsOfMention(at, tree, tables);
  return refused(
    at,
    { mysql: 3763, ...(generated.stored && { mariadb: 1901 }) },
    `the expression of ${name} gives another value each time`,
  );
}

/** What something else is computed from keeps its name, and stays. MySQL names the one or the other first. */
function refusalsOfUse(at: At, operation: Operation, column: string, before: Table, statement: readonly Operation[]): readonly Failure[] {
  const drops = operation.kind === 'drop-column';
  const goes = (name: string): boolean => statement.some((each) => each.kind === 'drop-column' && sameName(each.column, name));
  const isDropped = (name: string): boolean =>
    statement.some(
      (each) =>
        (each.kind === 'drop-index' && sameName(each.index.name, name)) ||
        (each.kind === 'drop-constraint' && sameName(each.constraint, name)),
    );
  const mentions = (tree: ExpressionNode): boolean => columnsIn(tree).some((each) => sameName(each, column));
  const computed = before.columns.find(({ name, generated }) => generated && mentions(generated.expression.tree) && !goes(name));
  const keyed = before.indexes.find(
    ({ name, definition }) => !isDropped(name) && definition.elements.some(({ expression }) => expression && mentions(expression.tree)),
  );
  // One that speaks of what goes alone goes with it; in MySQL, of one column.
  const check = before.constraints.find(({ name, definition }) => {
    const own = definition.type === 'check' && !isDropped(name) ? constraintColumns(definition) : [];
    return own.some((each) => sameName(each, column)) && !(drops && own.every(goes) && (own.length === 1 || at.server === 'mariadb'));
  });
  const divides = before.partitionBy?.elements.some((each) =>
    each.column !== undefined ? sameName(each.column, column) : each.expression && mentions(each.expression.tree),
  );
  const onDrop = drops && { mariadb: 1054 };
  return [
    ...(computed ? refused(at, { mysql: 3108, ...onDrop }, `the generated column ${computed.name} is computed from ${column}`) : []),
    ...(keyed ? refused(at, { mysql: 3837 }, `the index ${keyed.name} is computed from ${column}`) : []),
    ...(check ? refused(at, { mysql: 3959, ...onDrop }, `the check ${check.name} speaks of ${column}`) : []),
    ...(divides ? refused(at, { mysql: 3855 }, `the table is partitioned by ${column}`) : []),
  ];
}

/** Neither server makes a column generated that was not, or the other way round, but a stored one plain. */
function refusalsOfBecoming(at: At, { name, generated: now }: ColumnDefinition, old: Column | undefined): readonly Failure[] {
  const [from, to] = [formOf(old?.generated), formOf(now)];
  const isLet = old === undefined || from === to || (from !== 'virtual' && to !== 'virtual');
  return isLet ? [] : refused(at, { mysql: 3106, mariadb: 1907 }, `${name} is ${from}, and cannot become ${to}`);
}

function formOf(generated: { readonly stored: boolean } | undefined): 'plain' | 'stored' | 'virtual' {
  return generated === undefined ? 'plain' : generated.stored ? 'stored' : 'virtual';
}
