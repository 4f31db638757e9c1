import { keyOf, type ResolvedName } from '../../operation/name.ts';
import type { ConstraintDefinition, OperationOf } from '../../operation/operation.ts';
import { dropColumn, dropSequence, dropTable, dropView } from '../drop.ts';
import { domainConstraintName } from '../naming.ts';
import { moveSequence, moveTable, moveType, moveView } from '../rename.ts';
import { type Constraint, resolve, type Schema, type UserType } from '../schema.ts';
import { putSequence, putType, removeType, typeKey } from '../store.ts';
import { qualifiedType } from './column.ts';

type TypeOperation = OperationOf<
  | 'create-enum'
  | 'add-enum-value'
  | 'rename-enum-value'
  | 'create-type'
  | 'create-domain'
  | 'add-domain-constraint'
  | 'validate-domain-constraint'
  | 'drop-domain-constraint'
  | 'set-domain-not-null'
  | 'set-domain-default'
  | 'drop-type'
  | 'rename-type'
  | 'set-type-schema'
  | 'create-sequence'
  | 'alter-sequence'
  | 'drop-sequence'
  | 'rename-sequence'
  | 'drop-schema'
  | 'rename-schema'
>;

/** Types, domains, sequences and whole schemas. */
export function applyType(schema: Schema, operation: TypeOperation): Schema {
  switch (operation.kind) {
    case 'create-enum':
      return create(schema, operation, { kind: 'enum', name: newName(schema, operation.type), values: operation.values });
    case 'create-type':
      return create(schema, operation, { kind: operation.form, name: newName(schema, operation.type) });
    case 'create-domain':
      return createDomain(schema, operation);
    case 'add-enum-value':
    case 'rename-enum-value':
      return changeEnum(schema, operation);
    case 'add-domain-constraint':
    case 'validate-domain-constraint':
    case 'drop-domain-constraint':
    case 'set-domain-not-null':
    case 'set-domain-default':
      return changeDomain(schema, operation);
    case 'drop-type':
      return dropType(schema, resolve(schema, operation.type, schema.types));
    case 'rename-type': {
      const from = resolve(schema, operation.type, schema.types);
      return moveType(schema, from, { schema: from.schema, name: operation.to });
    }
    case 'set-type-schema': {
      const from = resolve(schema, operation.type, schema.types);
      return moveType(schema, from, { schema: operation.to, name: from.name });
    }
    case 'create-sequence':
    case 'alter-sequence':
    case 'drop-sequence':
    case 'rename-sequence':
      return changeSequence(schema, operation);
    case 'drop-schema':
      return dropSchema(schema, operation.schema);
    case 'rename-schema':
      return renameSchema(schema, operation.schema, operation.to);
  }
}

function newName(schema: Schema, name: { readonly schema?: string; readonly name: string }): ResolvedName {
  return { schema: name.schema ?? schema.searchPath[0] ?? 'public', name: name.name };
}

/** CREATE TYPE after the shell of that name, or over an unseen DROP: the new definition counts, except where it may not have run. */
function create(schema: Schema, operation: { readonly conditional?: true }, type: UserType): Schema {
  return operation.conditional && schema.types.has(keyOf(type.name)) ? schema : putType(schema, type);
}

function changeEnum(schema: Schema, operation: OperationOf<'add-enum-value' | 'rename-enum-value'>): Schema {
  const type = schema.types.get(keyOf(resolve(schema, operation.type, schema.types)));
  if (type?.kind !== 'enum') return schema;
  if (operation.kind === 'add-enum-value') {
    return type.values.includes(operation.value) ? schema : putType(schema, { ...type, values: [...type.values, operation.value] });
  }
  return putType(schema, { ...type, values: type.values.map((each) => (each === operation.from ? operation.to : each)) });
}

function createDomain(schema: Schema, operation: OperationOf<'create-domain'>): Schema {
  const name = newName(schema, operation.domain);
  const constraints: Constraint[] = [];
  for (const definition of operation.constraints) {
    if (definition.type !== 'not-null') constraints.push(domainConstraint(name, constraints, definition, operation));
  }
  return create(schema, operation, {
    kind: 'domain',
    name,
    type: qualifiedType(schema, operation.type),
    notNull: operation.notNull || operation.constraints.some((each) => each.type === 'not-null'),
    ...(operation.default && { default: operation.default }),
    constraints,
  });
}

function domainConstraint(
  domain: ResolvedName,
  others: readonly Constraint[],
  written: ConstraintDefinition,
  operation: { readonly conditional?: true },
): Constraint {
  const { notValid, ...definition } = written;
  const name = written.name ?? domainConstraintName(domain, written, (at) => others.some((each) => each.name === at));
  return { name, definition: { ...definition, name }, validated: !notValid && !operation.conditional, enforced: true };
}

function changeDomain(
  schema: Schema,
  operation: OperationOf<
    'add-domain-constraint' | 'validate-domain-constraint' | 'drop-domain-constraint' | 'set-domain-not-null' | 'set-domain-default'
  >,
): Schema {
  const domain = schema.types.get(keyOf(resolve(schema, operation.domain, schema.types)));
  if (domain?.kind !== 'domain') return schema;
  switch (operation.kind) {
    case 'add-domain-constraint': {
      if (operation.constraint.type === 'not-null') return putType(schema, { ...domain, notNull: true });
      const added = domainConstraint(domain.name, domain.constraints, operation.constraint, operation);
      const others = domain.constraints.filter((each) => each.name !== added.name);
      if (operation.conditional && others.length < domain.constraints.length) return schema;
      return putType(schema, { ...domain, constraints: [...others, added] });
    }
    case 'validate-domain-constraint': {
      const validated = domain.constraints.map((each) => (each.name === operation.constraint ? { ...each, validated: true } : each));
      return putType(schema, { ...domain, constraints: validated });
    }
    case 'drop-domain-constraint':
      return putType(schema, { ...domain, constraints: domain.constraints.filter((each) => each.name !== operation.constraint) });
    case 'set-domain-not-null':
      return putType(schema, { ...domain, notNull: operation.notNull });
    case 'set-domain-default': {
      const { default: _, ...rest } = domain;
      return putType(schema, operation.expression ? { ...rest, default: operation.expression } : rest);
    }
  }
}

/** Drops a type with the columns of that type and the domains over it, as CASCADE does; without it there are none. */
function dropType(schema: Schema, name: ResolvedName): Schema {
  let next = removeType(schema, name);
  for (const user of schema.typeUsers.get(keyOf(name)) ?? []) {
    if (user.kind === 'domain') next = dropType(next, user.name);
    for (const column of user.kind === 'table' ? (next.tables.get(keyOf(user.name))?.columns ?? []) : []) {
      if (typeKey(schema, column.type) === keyOf(name)) next = dropColumn(next, user.name, column.name, true);
    }
  }
  return next;
}

function changeSequence(
  schema: Schema,
  operation: OperationOf<'create-sequence' | 'alter-sequence' | 'drop-sequence' | 'rename-sequence'>,
): Schema {
  const known = resolve(schema, operation.sequence, schema.sequences);
  switch (operation.kind) {
    case 'create-sequence': {
      const name = operation.temporary ? { schema: 'pg_temp', name: operation.sequence.name } : newName(schema, operation.sequence);
      if (schema.sequences.has(keyOf(name)) && (operation.ifNotExists || operation.conditional)) return schema;
      return putSequence(schema, { name, ...ownership(schema, operation.ownedBy) });
    }
    case 'alter-sequence': {
      if (operation.ownedBy === undefined) return schema;
      return putSequence(schema, { name: known, ...(operation.ownedBy === 'none' ? {} : ownership(schema, operation.ownedBy)) });
    }
    case 'drop-sequence':
      return dropSequence(schema, known);
    case 'rename-sequence':
      return moveSequence(schema, known, { schema: known.schema, name: operation.to });
  }
}

function ownership(schema: Schema, owner: OperationOf<'create-sequence'>['ownedBy']): object {
  return owner ? { ownedBy: { table: resolve(schema, owner.table), column: owner.column } } : {};
}

/** Everything in the schema goes. This and RENAME walk all objects, which no other operation may. */
function dropSchema(schema: Schema, at: string): Schema {
  let next = schema;
  for (const [, view] of schema.views.entries()) if (view.name.schema === at) next = dropView(next, view.name);
  for (const [, table] of schema.tables.entries()) if (table.name.schema === at) next = dropTable(next, table.name);
  for (const [, type] of schema.types.entries()) if (type.name.schema === at) next = dropType(next, type.name);
  for (const [, sequence] of schema.sequences.entries()) if (sequence.name.schema === at) next = dropSequence(next, sequence.name);
  for (const [key, overloads] of schema.functions.entries()) {
    if (overloads[0]?.name.schema === at) next = { ...next, functions: next.functions.delete(key) };
  }
  return next;
}

function renameSchema(schema: Schema, from: string, to: string): Schema {
  let next = schema;
  const moved = (name: ResolvedName): ResolvedName => ({ schema: to, name: name.name });
  for (const [, type] of schema.types.entries()) if (type.name.schema === from) next = moveType(next, type.name, moved(type.name));
  for (const [, table] of schema.tables.entries()) if (table.name.schema === from) next = moveTable(next, table.name, moved(table.name));
  for (const [, view] of schema.views.entries()) if (view.name.schema === from) next = moveView(next, view.name, moved(view.name));
  for (const [, sequence] of next.sequences.entries()) {
    if (sequence.name.schema === from) next = moveSequence(next, sequence.name, moved(sequence.name));
  }
  for (const [key, overloads] of schema.functions.entries()) {
    if (overloads[0]?.name.schema !== from) continue;
    const name = moved(overloads[0].name);
    next = {
      ...next,
      functions: next.functions.delete(key).set(
        keyOf(name),
        overloads.map((each) => ({ ...each, name })),
      ),
    };
  }
  return next;
}
