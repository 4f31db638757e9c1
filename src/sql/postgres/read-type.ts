import type {
  AlterDomainStmt,
  AlterEnumStmt,
  AlterSeqStmt,
  CreateDomainStmt,
  CreateSchemaStmt,
  CreateSeqStmt,
  DefElem,
  DefineStmt,
  Node,
} from '@pgsql/types';
import type { QualifiedName } from '../../operation/name.ts';
import type { Operation } from '../../operation/operation.ts';
import { nameOf, pick, pickAll, qualified, strings, tableName } from './ast.ts';
import { expressionOf } from './expression.ts';
import { columnItems } from './read-column.ts';
import { constraintOf } from './read-constraint.ts';
import { at, find, type Source } from './source.ts';
import { typeName } from './type-name.ts';

export function readDomain(source: Source, node: CreateDomainStmt): readonly Operation[] {
  const whole = { from: source.first, to: source.end };
  const items = columnItems(source, pickAll(node.constraints, 'Constraint'), node.collClause?.location, whole);
  const isNotNull = (type: string | undefined, name: string | undefined): boolean => type === 'CONSTR_NOTNULL' && name === undefined;
  const defaulted = items.find(({ constraint }) => constraint.contype === 'CONSTR_DEFAULT');
  return [
    {
      kind: 'create-domain',
      span: source.span,
      domain: nameOf(node.domainname),
      type: typeName(source, node.typeName),
      notNull: items.some(({ constraint }) => constraint.contype === 'CONSTR_NOTNULL'),
      ...(defaulted && {
        default: expressionOf(source, defaulted.constraint.raw_expr, {
          from: find(source, defaulted.range, 'default') + 1,
          to: defaulted.range.to,
        }),
      }),
      constraints: items
        .filter(({ constraint }) => !isNotNull(constraint.contype, constraint.conname))
        .map(({ constraint, range, attributes }) => constraintOf(source, constraint, range, 'value', attributes))
        .filter((each) => each !== undefined),
    },
  ];
}

/** The letters of AlterDomainStmt.subtype are PostgreSQL's. */
export function readAlterDomain(source: Source, node: AlterDomainStmt): readonly Operation[] {
  const base = { span: source.span, domain: nameOf(node.typeName) };
  switch (node.subtype) {
    case 'T': {
      const place = { from: find(source, { from: source.first, to: source.end }, 'default') + 1, to: source.end };
      return [{ kind: 'set-domain-default', ...base, ...(node.def && { expression: expressionOf(source, node.def, place) }) }];
    }
    case 'N':
    case 'O':
      return [{ kind: 'set-domain-not-null', ...base, notNull: node.subtype === 'O' }];
    case 'C': {
      const constraint = pick(node.def, 'Constraint') ?? {};
      const definition = constraintOf(source, constraint, { from: at(source, constraint.location), to: source.end }, 'value');
      return definition === undefined ? [] : [{ kind: 'add-domain-constraint', ...base, constraint: definition }];
    }
    case 'X':
      return [
        {
          kind: 'drop-domain-constraint',
          ...base,
          constraint: node.name ?? '',
          ...(node.missing_ok && { constraintIfExists: true }),
        },
      ];
    default:
      return [{ kind: 'validate-domain-constraint', ...base, constraint: node.name ?? '' }];
  }
}

export function readAlterEnum(source: Source, node: AlterEnumStmt): readonly Operation[] {
  const base = { span: source.span, type: nameOf(node.typeName) };
  if (node.oldVal !== undefined) return [{ kind: 'rename-enum-value', ...base, from: node.oldVal, to: node.newVal ?? '' }];
  return [{ kind: 'add-enum-value', ...base, value: node.newVal ?? '', ...(node.skipIfNewValExists && { ifNotExists: true }) }];
}

/** CREATE TYPE of a base or shell type; aggregates, operators and the like are `undefined`. */
export function readDefine(source: Source, node: DefineStmt): readonly Operation[] | undefined {
  if (node.kind !== 'OBJECT_TYPE') return undefined;
  return [{ kind: 'create-type', span: source.span, type: nameOf(node.defnames), form: node.definition ? 'base' : 'shell' }];
}

export function readCreateSequence(source: Source, node: CreateSeqStmt): readonly Operation[] {
  const owner = ownedBy(node.options);
  return [
    {
      kind: 'create-sequence',
      span: source.span,
      sequence: tableName(node.sequence),
      ...(node.sequence?.relpersistence === 't' && { temporary: true }),
      ...(node.if_not_exists && { ifNotExists: true }),
      ...(owner !== undefined && owner !== 'none' && { ownedBy: owner }),
    },
  ];
}

export function readAlterSequence(source: Source, node: AlterSeqStmt): readonly Operation[] {
  const owner = ownedBy(node.options);
  return [
    {
      kind: 'alter-sequence',
      span: source.span,
      sequence: tableName(node.sequence),
      ...(node.missing_ok && { ifExists: true }),
      ...(owner !== undefined && { ownedBy: owner }),
    },
  ];
}

function ownedBy(options: readonly Node[] | undefined): { table: QualifiedName; column: string } | 'none' | undefined {
  const option: DefElem | undefined = pickAll(options, 'DefElem').find((each) => each.defname === 'owned_by');
  if (option === undefined) return undefined;
  const path = strings(pick(option.arg, 'List')?.items);
  return path.length === 1 ? 'none' : { table: qualified(path.slice(0, -1)), column: path[path.length - 1] ?? '' };
}

/**
 * CREATE SCHEMA and what it holds: the unqualified names of its elements belong to the new schema.
 * @param read reads an element as a statement
 */
export function readSchema(source: Source, node: CreateSchemaStmt, read: (element: Node) => readonly Operation[]): readonly Operation[] {
  const schema = node.schemaname ?? node.authrole?.rolename ?? '';
  for (const element of node.schemaElts ?? []) {
    for (const content of Object.values(element)) {
      const fields = content as Record<string, { relname?: string; schemaname?: string } | undefined>;
      for (const name of ['relation', 'view', 'sequence']) {
        const relation = fields[name];
        if (relation?.relname !== undefined) relation.schemaname ??= schema;
      }
    }
  }
  return [
    { kind: 'create-schema', span: source.span, schema, ...(node.if_not_exists && { ifNotExists: true }) },
    ...(node.schemaElts ?? []).flatMap(read),
  ];
}
