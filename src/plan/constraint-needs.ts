import { columnsIn } from '../operation/expression.ts';
import type { ResolvedName } from '../operation/name.ts';
import type { ConstraintDefinition } from '../operation/operation.ts';
import { type Constraint, indexOf, resolve, type Schema, type Table, tableOf } from '../schema/schema.ts';
import { thing } from './things.ts';

/** What a constraint stands on. */
export function needsOfConstraint(definition: ConstraintDefinition, table: ResolvedName, before: Schema): readonly string[] {
  const rows = (columns: readonly string[]): string[] => columns.map((column) => thing.rows(table, column));
  switch (definition.type) {
    case 'check':
      return rows(columnsIn(definition.expression.tree));
    case 'not-null':
      return [...rows([definition.column]), thing.notNull(table, definition.column)];
    case 'unique':
    case 'primary-key': {
      const used = definition.usingIndex === undefined ? undefined : { schema: table.schema, name: definition.usingIndex };
      const columns =
        used === undefined
          ? definition.columns
          : (indexOf(before, used)?.index.definition.elements.flatMap((each) => each.column ?? []) ?? []);
      const notNull = definition.type === 'primary-key' ? columns.map((column) => thing.notNull(table, column)) : [];
      const key = definition.type === 'primary-key' ? [thing.primary(table)] : [];
      return [...(used === undefined ? nameOf(definition.name, table) : [thing.index(used)]), ...key, ...rows(columns), ...notNull];
    }
    case 'exclude':
      return rows(definition.elements.flatMap((each) => each.column ?? (each.expression ? columnsIn(each.expression.tree) : [])));
    case 'foreign-key': {
      const references = resolve(before, definition.references);
      const columns =
        definition.referencedColumns.length > 0 ? definition.referencedColumns : keyColumns(tableOf(before, definition.references));
      return [
        ...rows(definition.columns),
        thing.unique(references, columns),
        // Rows that are to go from there go before they can be pointed to.
        thing.changed(references),
        ...columns.map((column) => thing.swapped(references, column)),
      ];
    }
  }
}

/** The columns that a foreign key points to: one that takes the place of another has those that point there made anew. */
export function pointedAt({ definition, references }: Constraint): readonly string[] {
  if (definition.type !== 'foreign-key' || references === undefined) return [];
  return definition.referencedColumns.map((column) => thing.swapped(references, column));
}

/** A name that must have become free before an index can have it. */
export function nameOf(name: string | undefined, table: ResolvedName): readonly string[] {
  return name === undefined ? [] : [thing.index({ schema: table.schema, name })];
}

function keyColumns(table: Table | undefined): readonly string[] {
  const key = table?.constraints.find((each) => each.definition.type === 'primary-key')?.definition;
  return key?.type === 'primary-key' ? key.columns : [];
}
