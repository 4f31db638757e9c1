import type { ConstraintDefinition } from '../../operation/operation.ts';
import { constraintColumns } from '../mention.ts';
import { type Constraint, columnOf, isNamed, resolve, type Schema, type Table } from '../schema.ts';
import { switchOf } from '../variable.ts';
import { begins, elementsOf, keyDefinition, primary, withIndex, withoutIndex } from './index.ts';

/** The table with a constraint more: a UNIQUE is an index and no more, a FOREIGN KEY brings one where none serves it. */
export function withConstraint(schema: Schema, table: Table, definition: ConstraintDefinition): Table {
  switch (definition.type) {
    case 'unique':
    case 'primary-key':
      return definition.type === 'unique' ? withIndex(table, keyDefinition(definition)) : withPrimaryKey(table, definition);
    case 'foreign-key':
      return withForeignKey(schema, table, definition);
    case 'check':
      return put(table, {
        name: definition.name ?? freeName(table, 'chk'),
        definition,
        validated: true,
        enforced: !definition.notEnforced,
      });
    case 'not-null':
    case 'exclude':
      return table;
  }
}

function withPrimaryKey(table: Table, definition: Extract<ConstraintDefinition, { type: 'unique' | 'primary-key' }>): Table {
  const keyed = withIndex(table, keyDefinition(definition), { constraint: primary });
  const isKey = (name: string): boolean => definition.columns.some((each) => each.toLowerCase() === name.toLowerCase());
  return put(
    { ...keyed, columns: keyed.columns.map((each) => (isKey(each.name) && !each.notNull ? { ...each, notNull: true } : each)) },
    { name: primary, definition: { ...definition, name: primary }, validated: true, enforced: true, index: primary },
  );
}

function withForeignKey(schema: Schema, table: Table, definition: Extract<ConstraintDefinition, { type: 'foreign-key' }>): Table {
  const name = definition.name ?? freeName(table, 'ibfk');
  const { columns } = definition;
  const served = table.indexes.some((each) => begins(each.definition, columns));
  const index = { ...(definition.name !== undefined && { name: definition.name }), elements: elementsOf(columns) };
  const indexed = served ? table : withIndex(table, { ...index, method: 'btree', unique: false, include: [] }, { constraint: name });
  const references = resolve(schema, { schema: table.name.schema, ...definition.references });
  const validated = switchOf(schema, 'foreign_key_checks') ?? true;
  return put(indexed, { name, definition: { ...definition, name }, validated, enforced: true, references });
}

function put(table: Table, constraint: Constraint): Table {
  return { ...table, constraints: [...table.constraints.filter((each) => !isNamed(table, each, constraint.name)), constraint] };
}

/** `t_ibfk_1`, `t_chk_1`: one more than the greatest there is. MariaDB calls its checks otherwise. */
function freeName(table: Table, kind: 'chk' | 'ibfk'): string {
  const own = `${table.name.name}_${kind}_`;
  const numbers = table.constraints.map(({ name }) => (name.startsWith(own) ? Number(name.slice(own.length)) : 0));
  return `${own}${Math.max(0, ...numbers.filter(Number.isInteger)) + 1}`;
}

/** DROP CONSTRAINT takes the name of any constraint, of a unique index too. */
export function withoutConstraint(table: Table, name: string): Table {
  const constraint = table.constraints.find((each) => isNamed(table, each, name));
  if (constraint === undefined || constraint.index !== undefined) return withoutIndex(table, name);
  return {
    ...table,
    constraints: table.constraints.filter((each) => each !== constraint),
    // The index that came with a foreign key stays, and is one like others.
    indexes: table.indexes.map((each) => {
      if (each.constraint !== constraint.name) return each;
      const { constraint: _, ...own } = each;
      return own;
    }),
  };
}

/** The constraints after a column has gone: a CHECK that speaks of it alone goes with it. https://dev.mysql.com/doc/refman/9.7/en/alter-table.html */
export function withoutColumn(table: Table, column: string): readonly Constraint[] {
  const isColumn = (name: string): boolean => name.toLowerCase() === column.toLowerCase();
  return table.constraints.filter(({ definition }) => {
    const columns = constraintColumns(definition).filter((each) => columnOf(table, each) !== undefined);
    return columns.length === 0 || !columns.every(isColumn);
  });
}
