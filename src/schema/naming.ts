import type { ExpressionNode } from '../operation/expression.ts';
import { columnsIn } from '../operation/expression.ts';
import { keyOf, type ResolvedName } from '../operation/name.ts';
import type { ConstraintDefinition, IndexDefinition, IndexElement } from '../operation/operation.ts';
import type { Schema } from './schema.ts';

/**
 * The names that PostgreSQL makes up, as `makeObjectName`, `ChooseRelationName`, `ChooseConstraintName` and `ChooseIndexName`
 * do (src/backend/commands/indexcmds.c and catalog/pg_constraint.c): parts cut to 63 bytes together, and a number at the end of the
 * label until nothing has the name. They count because a later migration drops or renames by them, and a plan must make the same ones.
 */

/** NAMEDATALEN - 1: the bytes of an identifier. https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS */
const nameBytes = 63;

/** A name as PostgreSQL keeps it: its first 63 bytes, no character cut in two. */
export function shorten(name: string, bytes = nameBytes): string {
  if (name.length * 3 <= bytes || Buffer.byteLength(name) <= bytes) return name;
  let used = 0;
  let kept = 0;
  for (const character of name) {
    used += Buffer.byteLength(character);
    if (used > bytes) return name.slice(0, kept);
    kept += character.length;
  }
  return name;
}

/** `table_columns_label`, the two parts cut evenly (the longer one first) so that all fits. */
export function objectName(first: string, second: string | undefined, label: string): string {
  const room = nameBytes - (label.length + 1) - (second === undefined ? 0 : 1);
  let one = Buffer.byteLength(first);
  let two = second === undefined ? 0 : Buffer.byteLength(second);
  while (one + two > room) {
    if (one > two) one--;
    else two--;
  }
  const head = shorten(first, one);
  return second === undefined ? `${head}_${label}` : `${head}_${shorten(second, two)}_${label}`;
}

/** Whether a table, view, index or sequence has the name. They share one namespace (pg_class). */
export function relationExists(schema: Schema, name: ResolvedName): boolean {
  const key = keyOf(name);
  return (
    schema.tables.has(key) ||
    schema.indexes.has(key) ||
    schema.views.has(key) ||
    schema.sequences.has(key) ||
    schema.types.get(key)?.kind === 'composite'
  );
}

function firstFree(taken: (name: string) => boolean, first: string, second: string | undefined, label: string): string {
  for (let pass = 0; ; pass++) {
    const name = objectName(first, second, pass === 0 ? label : `${label}${pass}`);
    if (!taken(name)) return name;
  }
}

function relationName(schema: Schema, table: ResolvedName, second: string | undefined, label: string, constraint: boolean): string {
  const taken = (name: string): boolean => {
    const at = { schema: table.schema, name };
    return relationExists(schema, at) || (constraint && schema.constraintNames.has(keyOf(at)));
  };
  return firstFree(taken, table.name, second, label);
}

/** The sequence of a serial or identity column that `table` would get now: `table_column_seq`. */
export function sequenceName(schema: Schema, table: ResolvedName, column: string): string {
  return relationName(schema, table, column, 'seq', false);
}

/** The name of an index that CREATE INDEX leaves unnamed: `table_columns_idx`; a column that is an expression counts by what FigureColname calls it. */
export function indexName(schema: Schema, table: ResolvedName, index: Pick<IndexDefinition, 'elements' | 'include'>): string {
  return relationName(schema, table, joined(indexColumnNames(index)), 'idx', false);
}

/**
 * The name that PostgreSQL gives a constraint on `table` that has none: `table_pkey`, `table_columns_key`, `_excl`, `_fkey`,
 * `table_column_check` (`table_check` where the expression has not exactly one column), `table_column_not_null`.
 */
export function constraintName(schema: Schema, table: ResolvedName, definition: ConstraintDefinition): string {
  const taken = (name: string): boolean => schema.constraintNames.has(keyOf({ schema: table.schema, name }));
  switch (definition.type) {
    case 'primary-key':
      return relationName(schema, table, undefined, 'pkey', true);
    case 'unique':
      return relationName(schema, table, joined(distinctNames([...definition.columns, ...(definition.include ?? [])])), 'key', true);
    case 'exclude':
      return relationName(schema, table, joined(indexColumnNames({ elements: definition.elements, include: [] })), 'excl', true);
    case 'foreign-key':
      return firstFree(taken, table.name, joined(definition.columns), 'fkey');
    case 'check': {
      const columns = columnsIn(definition.expression.tree);
      return firstFree(taken, table.name, columns.length === 1 ? columns[0] : undefined, 'check');
    }
    case 'not-null':
      return notNullName(schema, table, definition.column);
  }
}

/** @param besides names of the table that are not in its list of constraints */
export function notNullName(schema: Schema, table: ResolvedName, column: string, besides: readonly string[] = []): string {
  const taken = (name: string): boolean => besides.includes(name) || schema.constraintNames.has(keyOf({ schema: table.schema, name }));
  return firstFree(taken, table.name, column, 'not_null');
}

/** The name that a domain's unnamed CHECK gets: `domain_check`. Domain constraints are numbered within their domain. */
export function domainConstraintName(
  domain: ResolvedName,
  definition: Pick<ConstraintDefinition, 'type'>,
  taken: (name: string) => boolean,
): string {
  return firstFree(taken, domain.name, undefined, definition.type === 'not-null' ? 'not_null' : 'check');
}

/** The names joined by `_`, up to the one that passes 63 bytes (ChooseIndexNameAddition). */
function joined(names: readonly string[]): string {
  let text = '';
  for (const name of names) {
    text += text === '' ? name : `_${name}`;
    if (Buffer.byteLength(text) > nameBytes) break;
  }
  return text;
}

function indexColumnNames(index: Pick<IndexDefinition, 'elements' | 'include'>): readonly string[] {
  return distinctNames([...index.elements.map(elementName), ...index.include]);
}

function elementName(element: IndexElement): string {
  return element.column ?? (element.expression && figureName(element.expression.tree)?.name) ?? 'expr';
}

/** The second `lower` becomes `lower1` (ChooseIndexColumnNames). */
function distinctNames(names: readonly string[]): readonly string[] {
  const all: string[] = [];
  for (const name of names) {
    let now = name;
    for (let i = 1; all.includes(now); i++) now = shorten(name, nameBytes - String(i).length) + i;
    all.push(now);
  }
  return all;
}

/** What FigureColname (parse_target.c) calls an expression; a `weak` name gives way to a stronger one inside a cast or CASE. */
function figureName(node: ExpressionNode): { readonly name: string; readonly weak?: true } | undefined {
  switch (node.kind) {
    case 'column': {
      const last = node.path.at(-1);
      return last === undefined || last === '*' ? undefined : { name: last };
    }
    case 'call':
      return { name: node.function.name };
    case 'cast': {
      const inner = figureName(node.argument);
      return inner && !inner.weak ? inner : { name: node.type.name, weak: true };
    }
    case 'collate':
      return figureName(node.argument);
    case 'indirection':
      return figureName(node.argument);
    case 'coalesce':
    case 'greatest':
    case 'least':
    case 'nullif':
    case 'array':
    case 'row':
      return { name: node.kind };
    case 'case': {
      const inner = node.arguments.length % 2 === 1 ? figureName(node.arguments.at(-1) as ExpressionNode) : undefined;
      return inner && !inner.weak ? inner : { name: 'case', weak: true };
    }
    case 'value-function':
      return { name: node.name };
    default:
      return undefined;
  }
}
