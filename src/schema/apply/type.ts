import { keyOf, type ResolvedName } from '../../operation/name.ts';
import type { ConstraintDefinition, OperationOf } from '../../operation/operation.ts';
import { dropColumn, dropType } from '../drop.ts';
import { domainConstraintName } from '../naming.ts';
import { partitionTree } from '../partition-tree.ts';
import { moveType } from '../rename.ts';
import { type Constraint, newName, resolve, type Schema, type UserType } from '../schema.ts';
import { putType } from '../store.ts';
import { qualifiedType } from './column-definition.ts';

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
  | 'alter-composite'
>;

type Domain = Extract<UserType, { kind: 'domain' }>;

/** Types and domains. */
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
    case 'alter-composite':
      return alterComposite(schema, operation);
    case 'rename-type': {
      const from = resolve(schema, operation.type, schema.types);
      return moveType(schema, from, { schema: from.schema, name: operation.to });
    }
    case 'set-type-schema': {
      const from = resolve(schema, operation.type, schema.types);
      return moveType(schema, from, { schema: operation.to, name: from.name });
    }
  }
}

/** CREATE TYPE after the shell of that name, or over an unseen DROP: the new definition counts, except where it may not have run. */
function create(schema: Schema, operation: { readonly conditional?: true }, type: UserType): Schema {
  return operation.conditional && schema.types.has(keyOf(type.name)) ? schema : putType(schema, type);
}

/** Of the attributes nothing is in the model but what the tables made OF the type have of them: with CASCADE they lose one that is dropped. */
function alterComposite(schema: Schema, { type, drops, cascade }: OperationOf<'alter-composite'>): Schema {
  if (drops === undefined || !cascade) return schema;
  const key = keyOf(resolve(schema, type, schema.types));
  const typed = schema.tables.entries().filter(([, { ofType }]) => ofType !== undefined && keyOf(ofType) === key);
  return typed.flatMap(([, { name }]) => partitionTree(schema, name)).reduce((next, name) => dropColumn(next, name, drops, true), schema);
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
  const notNull = operation.constraints.find((each) => each.type === 'not-null');
  return create(schema, operation, {
    kind: 'domain',
    name,
    type: qualifiedType(schema, operation.type),
    ...((operation.notNull || notNull) && { notNullAs: domainNotNull(name, constraints, notNull) }),
    ...(operation.default && { default: operation.default }),
    constraints,
  });
}

function domainNotNull(domain: ResolvedName, others: readonly Constraint[], written?: ConstraintDefinition): string {
  return written?.name ?? domainConstraintName(domain, { type: 'not-null' }, (at) => others.some((each) => each.name === at));
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
      if (operation.constraint.type === 'not-null')
        return putType(schema, { notNullAs: domainNotNull(domain.name, domain.constraints, operation.constraint), ...domain });
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
      if (domain.notNullAs === operation.constraint) return putType(schema, nullable(domain));
      return putType(schema, { ...domain, constraints: domain.constraints.filter((each) => each.name !== operation.constraint) });
    case 'set-domain-not-null':
      if (!operation.notNull) return putType(schema, nullable(domain));
      if (operation.conditional) return schema;
      return putType(schema, { notNullAs: domainNotNull(domain.name, domain.constraints), ...domain });
    case 'set-domain-default': {
      const { default: _, ...rest } = domain;
      return putType(schema, operation.expression ? { ...rest, default: operation.expression } : rest);
    }
  }
}

function nullable({ notNullAs: _, ...domain }: Domain): Domain {
  return domain;
}
