import { columnsIn, type ExpressionNode, someNode } from '../../../operation/expression.ts';
import type { ColumnDefinition, Operation } from '../../../operation/operation.ts';
import { constraintColumns } from '../../../schema/mention.ts';
import { type Column, columnOf, type Table } from '../../../schema/schema.ts';
import type { Failure } from '../../effect.ts';
import type { At } from '../at.ts';
import type { Tables } from '../column.ts';
import { refused } from './refused.ts';

/** Columns that are there already or are missing, defaults that cannot be, and columns that something else is computed from. */
export function refusalsOfColumn(at: At, operation: Operation, tables: Tables, statement: readonly Operation[]): readonly Failure[] {
  const { before } = tables;
  switch (operation.kind) {
    case 'add-column': {
      const { column } = operation;
      const isThere = columnOf(before, column.name) !== undefined && !statement.some((each) => takesAway(each, column.name));
      if (isThere) return operation.ifNotExists ? [] : refused(at, 1060, `there is a column ${column.name} already`);
      return [...refusalsOfDefault(at, column, before), ...refusalsOfGenerated(at, column)];
    }
    case 'drop-column': {
      if (operation.columnIfExists) return [];
      const missing = isMissing(before, operation.column, statement);
      return missing
        ? refused(at, 1091, `there is no column ${operation.column}`)
        : refusalsOfUse(at, operation, operation.column, before, statement);
    }
    case 'rename-column': {
      const missing = isMissing(before, operation.column, statement);
      return missing
        ? refused(at, 1054, `there is no column ${operation.column}`)
        : refusalsOfUse(at, operation, operation.column, before, statement);
    }
    case 'redefine-column':
      if (operation.columnIfExists) return [];
      if (isMissing(before, operation.column, statement)) return refused(at, 1054, `there is no column ${operation.column}`);
      return refusalsOfBecoming(at, operation.definition, columnOf(before, operation.column));
    case 'set-default':
      if (isMissing(before, operation.column, statement)) return refused(at, 1054, `there is no column ${operation.column}`);
      return isLong(columnOf(before, operation.column)?.type.name) && operation.expression.tree.kind === 'constant'
        ? refused(at, { mysql: 1101 }, `a column of the type of ${operation.column} has no default but an expression`)
        : [];
    case 'add-period': {
      const missing = [operation.from, operation.to].find((each) => isMissing(before, each, statement));
      return missing === undefined ? [] : refused(at, 1054, `there is no column ${missing}`);
    }
    case 'drop-default':
    case 'set-column-visibility':
      return isMissing(before, operation.column, statement) ? refused(at, 1054, `there is no column ${operation.column}`) : [];
    default:
      return [];
  }
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Whether the statement frees the name: every action is about the columns as they were. */
function takesAway(operation: Operation, name: string): boolean {
  if (operation.kind === 'drop-column') return isSame(operation.column, name);
  if (operation.kind === 'rename-column') return isSame(operation.column, name);
  return operation.kind === 'redefine-column' && isSame(operation.column, name) && !isSame(operation.definition.name, name);
}

/** A column that the statement itself adds may be named by others of its actions. */
function isMissing(before: Table, name: string, statement: readonly Operation[]): boolean {
  const makes = (each: Operation): boolean => each.kind === 'add-column' && isSame(each.column.name, name);
  return columnOf(before, name) === undefined && !statement.some(makes);
}

const isLong = (type: string | undefined): boolean => /text$|blob$|^json$|^(geometry|point|polygon|linestring)$/.test(type ?? '');

/** What a statement that is logged must not compute, for a replica might come to another value. https://dev.mysql.com/doc/refman/9.7/en/replication-rbr-safe-unsafe.html */
const unsafe =
  /^(rand|uuid|uuid_short|sysdate|user|session_user|system_user|current_user|found_rows|row_count|load_file|sleep|get_lock|release_lock|is_free_lock|is_used_lock|random_bytes)$/i;

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
    return refused(at, { mysql: 1101 }, `${name} ${type.text} has no default but an expression in parentheses`);
  }
  const numbered = columnsIn(value.tree).find((each) => columnOf(before, each)?.autoIncrement);
  if (numbered !== undefined)
    return refused(at, { mysql: 3768, mariadb: 1901 }, `the default of ${name} is computed from the AUTO_INCREMENT column ${numbered}`);
  return functionsIn(value.tree, unsafe)
    ? refused(at, { mysql: 1674 }, `the default ${value.text} of ${name} would be another on each replica: MySQL adds no column with it`)
    : [];
}

function refusalsOfGenerated(at: At, { name, generated }: ColumnDefinition): readonly Failure[] {
  if (generated === undefined || !functionsIn(generated.expression.tree, unsafe)) return [];
  return refused(
    at,
    { mysql: 3763, ...(generated.stored && { mariadb: 1901 }) },
    `the expression of ${name} gives another value each time`,
  );
}

/** What a column is computed from keeps its name, and stays. */
function refusalsOfUse(at: At, operation: Operation, column: string, before: Table, statement: readonly Operation[]): readonly Failure[] {
  const drops = operation.kind === 'drop-column';
  const goes = (name: string): boolean => statement.some((each) => each.kind === 'drop-column' && isSame(each.column, name));
  const mentions = (tree: ExpressionNode): boolean => columnsIn(tree).some((each) => isSame(each, column));
  const computed = before.columns.find(({ name, generated }) => generated && mentions(generated.expression.tree) && !goes(name));
  if (computed !== undefined) {
    return refused(
      at,
      { mysql: 3108, ...(drops && { mariadb: 1054 }) },
      `the generated column ${computed.name} is computed from ${column}`,
    );
  }
  const keyed = before.indexes.find(({ definition }) =>
    definition.elements.some(({ expression }) => expression && mentions(expression.tree)),
  );
  if (keyed !== undefined) return refused(at, { mysql: 3837 }, `the index ${keyed.name} is computed from ${column}`);
  const check = before.constraints.find(
    ({ definition }) => definition.type === 'check' && constraintColumns(definition).some((each) => isSame(each, column)),
  );
  if (check !== undefined && !drops) return refused(at, { mysql: 3959 }, `the check ${check.name} speaks of ${column}`);
  const divides = before.partitionBy?.elements.some((each) =>
    each.column !== undefined ? isSame(each.column, column) : each.expression && mentions(each.expression.tree),
  );
  return divides ? refused(at, { mysql: 3855 }, `the table is partitioned by ${column}`) : [];
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
