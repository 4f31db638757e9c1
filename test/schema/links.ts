import { keyOf, type ResolvedName } from '../../src/operation/name.ts';
import type { Schema } from '../../src/schema/schema.ts';
import { parentsOf, sequenceKey, typeKey } from '../../src/schema/store.ts';

/**
 * What the schema's reverse links should hold, worked out anew from the objects themselves, beside what they do hold. Equal: nothing is out of step.
 */
export function links(schema: Schema): { readonly expected: readonly string[]; readonly actual: readonly string[] } {
  const expected = new Set<string>();
  const actual = new Set<string>();
  const counts = new Map<string, number>();
  const key = (name: ResolvedName): string => keyOf(name).replace('\t', '.');
  for (const [at, table] of schema.tables.entries()) {
    if (at !== keyOf(table.name)) actual.add(`table ${key(table.name)} at ${at}`);
    for (const index of table.indexes) expected.add(`index ${key({ schema: table.name.schema, name: index.name })} of ${key(table.name)}`);
    for (const name of [...table.constraints.map((each) => each.name), ...table.columns.flatMap(({ notNullAs }) => notNullAs ?? [])]) {
      const full = keyOf({ schema: table.name.schema, name });
      counts.set(full, (counts.get(full) ?? 0) + 1);
    }
    for (const { name, references, index } of table.constraints) {
      if (references) expected.add(`reference ${key(table.name)}.${name} to ${key(references)}`);
      if (index !== undefined) expected.add(`constraint's index ${key(table.name)}.${index}`);
      if (index !== undefined && table.indexes.some((each) => each.name === index && each.constraint === name)) {
        actual.add(`constraint's index ${key(table.name)}.${index}`);
      }
    }
    for (const each of table.referencedBy) actual.add(`reference ${key(each.table)}.${each.constraint} to ${key(table.name)}`);
    for (const parent of parentsOf(table)) expected.add(`child ${key(table.name)} of ${key(parent)}`);
    for (const child of table.children) actual.add(`child ${key(child)} of ${key(table.name)}`);
    for (const reader of table.readBy) actual.add(`read ${key(table.name)} by ${key(reader)}`);
    for (const each of table.sequences) actual.add(`sequence ${key(each.sequence)} of ${key(table.name)}.${each.column}`);
    for (const column of table.columns) {
      const type = typeKey(schema, column.type);
      if (type !== undefined) expected.add(`type ${type} in table ${key(table.name)}`);
      const sequence = sequenceKey(schema, column.default);
      if (sequence !== undefined) expected.add(`default of ${key(table.name)} from ${sequence}`);
    }
  }
  for (const [name, table] of schema.indexes.entries()) actual.add(`index ${name.replace('\t', '.')} of ${table.replace('\t', '.')}`);
  for (const [name, count] of schema.constraintNames.entries()) actual.add(`${count} constraints ${name}`);
  for (const [name, count] of counts) expected.add(`${count} constraints ${name}`);
  for (const [, view] of schema.views.entries()) {
    for (const read of view.reads) expected.add(`read ${key(read.table)} by ${key(view.name)}`);
    for (const reader of view.readBy) actual.add(`read ${key(view.name)} by ${key(reader)}`);
    for (const index of view.indexes) expected.add(`index ${key({ schema: view.name.schema, name: index.name })} of ${key(view.name)}`);
  }
  for (const [, sequence] of schema.sequences.entries()) {
    if (sequence.ownedBy) expected.add(`sequence ${key(sequence.name)} of ${key(sequence.ownedBy.table)}.${sequence.ownedBy.column}`);
  }
  for (const [, type] of schema.types.entries()) {
    const base = type.kind === 'domain' ? typeKey(schema, type.type) : undefined;
    if (base !== undefined) expected.add(`type ${base} in domain ${key(type.name)}`);
  }
  for (const [type, users] of schema.typeUsers.entries())
    for (const user of users) actual.add(`type ${type} in ${user.kind} ${key(user.name)}`);
  for (const [sequence, users] of schema.sequenceUsers.entries())
    for (const user of users) actual.add(`default of ${key(user)} from ${sequence}`);
  return { expected: [...expected].sort(), actual: [...actual].sort() };
}
