import type { ConstraintDefinition, IndexDefinition, IndexElement } from '../../operation/operation.ts';
import { type Index, isNamed, type Table } from '../schema.ts';

/** Indexes of one table: in MySQL every PRIMARY KEY and UNIQUE is one. https://dev.mysql.com/doc/refman/9.7/en/create-index.html */

export const primary = 'PRIMARY';

/** The table with an index more, under the server's own name where it has none. What bore the name has gone without our seeing it. */
export function withIndex(table: Table, definition: IndexDefinition, more: Pick<Index, 'constraint'> = {}): Table {
  const name = definition.name ?? freeName(table, definition);
  const index: Index = { name, definition: { ...definition, name }, valid: true, ...more };
  const kept = table.indexes.filter((each) => !isNamed(table, each, name) && !isReplaced(each, index));
  const fullText = definition.method === 'fulltext' && !table.columns.some((each) => each.name.toUpperCase() === 'FTS_DOC_ID');
  return {
    ...table,
    indexes: [...kept, index],
    ...(fullText && table.mysql && { mysql: { ...table.mysql, fullTextIds: true } }),
  };
}

/** The first column's name, with the first free number behind it from 2 on. */
function freeName(table: Table, { elements }: IndexDefinition): string {
  const own = elements[0]?.column ?? 'functional_index';
  const isTaken = (name: string): boolean => name.toUpperCase() === primary || table.indexes.some((each) => isNamed(table, each, name));
  let name = own;
  for (let i = 2; isTaken(name); i++) name = `${own}_${i}`;
  return name;
}

/** The index that the server had made for a foreign key gives way to one that serves it as well. */
function isReplaced(old: Index, index: Index): boolean {
  return old.constraint !== undefined && old.constraint !== primary && begins(index.definition, columnsOf(old.definition));
}

export function withoutIndex(table: Table, name: string): Table {
  const index = table.indexes.find((each) => isNamed(table, each, name));
  if (index === undefined) return table;
  return {
    ...table,
    indexes: table.indexes.filter((each) => each !== index),
    constraints: index.name === primary ? table.constraints.filter((each) => each.index !== primary) : table.constraints,
  };
}

/** The index behind a UNIQUE or PRIMARY KEY. */
export function keyDefinition(constraint: Extract<ConstraintDefinition, { type: 'unique' | 'primary-key' }>): IndexDefinition {
  const name = constraint.type === 'primary-key' ? primary : constraint.name;
  return {
    ...(name !== undefined && { name }),
    method: 'btree',
    unique: true,
    elements: constraint.elements ?? elementsOf(constraint.columns),
    include: [],
  };
}

export const elementsOf = (columns: readonly string[]): readonly IndexElement[] => columns.map((column) => ({ column, text: column }));

/** Whole columns at the front of its keys; a prefix of one, or an expression, ends them. */
function columnsOf({ elements }: IndexDefinition): readonly string[] {
  const end = elements.findIndex(({ column, prefix }) => column === undefined || prefix !== undefined);
  return (end === -1 ? elements : elements.slice(0, end)).map(({ column }) => column as string);
}

/** Whether it serves a foreign key of these columns: they are its first keys, in this order. */
export function begins(definition: IndexDefinition, columns: readonly string[]): boolean {
  const own = definition.method === 'fulltext' || definition.method === 'spatial' ? [] : columnsOf(definition);
  return columns.length <= own.length && columns.every((column, i) => column.toLowerCase() === own[i]?.toLowerCase());
}

/** The indexes after a column has gone: it goes out of each, and an index of it alone with it. */
export function withoutColumn(table: Table, column: string): readonly Index[] {
  const isOther = (element: IndexElement): boolean => element.column?.toLowerCase() !== column.toLowerCase();
  return table.indexes.flatMap((index) => {
    const elements = index.definition.elements.filter(isOther);
    if (elements.length === index.definition.elements.length) return [index];
    return elements.length === 0 ? [] : [{ ...index, definition: { ...index.definition, elements } }];
  });
}
