import { keyOf, type QualifiedName, type ResolvedName } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import { columnsOfType } from '../../schema/columns-of-type.ts';
import { castsTo } from '../../schema/dependents.ts';
import { resolve } from '../../schema/schema.ts';
import type { Span } from '../../text/span.ts';
import type { Failure } from '../failure.ts';
import { alterColumnType } from './alter-column.ts';
import { type At, failing, family, member, on, withRows } from './at.ts';
import type { Effect } from './effect.ts';
import { dropFunction } from './program.ts';
import { dropTable, losing, viewsOfColumn, viewsOver } from './table.ts';
import { tablesUsing, type Use } from './types.ts';

/**
 * A constraint added to a domain is tested on every table with a column of it, while writes wait.
 * https://www.postgresql.org/docs/current/sql-alterdomain.html
 */
export function addDomainConstraint(at: At, operation: OperationOf<'add-domain-constraint'>): readonly Effect[] {
  const { constraint, domain } = operation;
  if (constraint.notValid) return [];
  const fails = constraint.type === 'not-null' ? nullFailure(domain) : checkFailure(domain);
  return testing(at, domain, `every value of the domain ${domain.name} is tested`, fails);
}

export function setDomainNotNull(at: At, operation: OperationOf<'set-domain-not-null'>): readonly Effect[] {
  const { domain } = operation;
  const known = at.schema.types.get(keyOf(resolve(at.schema, domain, at.schema.types)));
  if (!operation.notNull || (known?.kind === 'domain' && known.notNullAs !== undefined)) return [];
  return testing(at, domain, `every value of the domain ${domain.name} is tested for NULL`, nullFailure(domain));
}

/** Unlike VALIDATE of a table's constraint, it makes writes wait. */
export function validateDomainConstraint(at: At, operation: OperationOf<'validate-domain-constraint'>): readonly Effect[] {
  const { domain } = operation;
  return testing(at, domain, `every value of the domain ${domain.name} is tested`, checkFailure(domain));
}

const nullFailure = (domain: QualifiedName): Failure => ({
  code: '23502',
  reason: `a column of the domain ${domain.name} may hold NULL`,
  certain: false,
});
const checkFailure = (domain: QualifiedName): Failure => ({
  code: '23514',
  reason: `a value of the domain ${domain.name} may violate it`,
  certain: false,
});

/** A domain inside an array (or a composite type) cannot be tested there: PostgreSQL refuses before it looks at any row. */
function testing(at: At, domain: QualifiedName, because: string, fails: Failure): readonly Effect[] {
  const uses = [...tablesUsing(at, domain), ...materializedWith(at, domain)].flatMap((use) =>
    withRows(at, use.member).map((each) => ({ ...use, member: each })),
  );
  const refusal = uses.find((use) => use.contained);
  if (refusal !== undefined) {
    return [
      failing(
        on(refusal.member.name, 'ShareLock'),
        '0A000',
        `a column of ${refusal.member.name.name} holds the domain inside an array`,
        true,
      ),
    ];
  }
  return uses.map(({ member: each }) => ({ ...on(each.name, 'ShareLock', 'scan', because), fails }));
}

/** Materialized views that read a column of the domain: they hold its values, if they show it. */
function materializedWith(at: At, domain: QualifiedName): readonly Use[] {
  const views = columnsOfType(at.schema, domain).flatMap(({ table, column }) => viewsOfColumn(at, table, column.name));
  return views
    .filter((view) => at.schema.views.get(keyOf(view))?.materialized)
    .map((view) => ({ member: { name: view, table: undefined, stored: true }, contained: false }));
}

/** DROP TYPE … CASCADE drops the columns of the type, with what stands on them, and the tables made OF it. https://www.postgresql.org/docs/current/sql-droptype.html */
export function dropType(at: At, operation: OperationOf<'drop-type'>): readonly Effect[] {
  return operation.cascade ? withoutType(at, operation.type, operation.span) : [];
}

function withoutType(at: At, type: QualifiedName, span: Span): readonly Effect[] {
  const columns = columnsOfType(at.schema, type).flatMap(({ table, column }) => losing(at, member(at, table), column.name, true));
  // Defaults, generated columns and CHECK constraints go with what they cast to.
  const casts = castsTo(at.schema, resolve(at.schema, type, at.schema.types)).map(({ of }) => on(of, 'AccessExclusiveLock'));
  return [
    ...columns,
    ...casts,
    ...tablesOf(at, type).flatMap((table) => dropTable(at, { kind: 'drop-table', table, cascade: true, span })),
  ];
}

/** The tables made OF a composite type. */
const tablesOf = (at: At, type: QualifiedName): readonly ResolvedName[] => {
  const key = keyOf(resolve(at.schema, type, at.schema.types));
  return at.schema.tables.entries().flatMap(([, { name, ofType }]) => (ofType && keyOf(ofType) === key ? [name] : []));
};

/** ALTER TYPE … ATTRIBUTE … CASCADE alters the tables made OF the type as ALTER TABLE would; without CASCADE it is refused where there are any. */
export function alterComposite(at: At, operation: OperationOf<'alter-composite'>): readonly Effect[] {
  const { retypes, drops, cascade, span } = operation;
  return tablesOf(at, operation.type).flatMap((table) => {
    if (retypes !== undefined && cascade) {
      const { attribute: column, type } = retypes;
      return alterColumnType(at, { kind: 'alter-column-type', table, column, type, span });
    }
    return family(at, table).flatMap((each) => {
      if (drops !== undefined && cascade) return losing(at, each, drops, true);
      const effect = on(each.name, 'AccessExclusiveLock');
      return [cascade ? effect : failing(effect, '2BP01', `${each.name.name} is a table of the type`, true)];
    });
  });
}

/** OWNED BY only looks at the table; dropping a sequence that a default draws from takes the default along. https://www.postgresql.org/docs/current/sql-createsequence.html */
export function ownedBy(at: At, operation: OperationOf<'create-sequence' | 'alter-sequence'>): readonly Effect[] {
  const owner = operation.ownedBy;
  return owner === undefined || owner === 'none' ? [] : [on(member(at, owner.table).name, 'AccessShareLock')];
}

export function dropSequence(at: At, operation: OperationOf<'drop-sequence'>): readonly Effect[] {
  if (!operation.cascade) return [];
  const users = at.schema.sequenceUsers.get(keyOf(resolve(at.schema, operation.sequence, at.schema.sequences))) ?? [];
  return users.map((table) => on(table, 'AccessExclusiveLock'));
}

/** DROP SCHEMA … CASCADE drops all that is in it, with all that needs it elsewhere. */
export function dropSchema(at: At, operation: OperationOf<'drop-schema'>): readonly Effect[] {
  if (!operation.cascade) return [];
  const { span } = operation;
  const within = <T extends { readonly name: ResolvedName }>(objects: { entries(): [string, T][] }): readonly ResolvedName[] =>
    objects.entries().flatMap(([, { name }]) => (name.schema === operation.schema ? [name] : []));
  const { tables, views, types, sequences } = at.schema;
  return [
    ...within(tables).flatMap((table) => dropTable(at, { kind: 'drop-table', span, table, cascade: true })),
    ...within(views).flatMap((view) => [on(view, 'AccessExclusiveLock'), ...viewsOver(at, [view])]),
    ...within(types).flatMap((type) => withoutType(at, type, span)),
    ...within(sequences).flatMap((sequence) => dropSequence(at, { kind: 'drop-sequence', span, sequence, cascade: true })),
    ...functionsIn(at, operation.schema).flatMap((each) =>
      dropFunction(at, { kind: 'drop-function', span, function: each, cascade: true }),
    ),
  ];
}

function functionsIn({ schema }: At, name: string): readonly ResolvedName[] {
  return schema.functions.entries().flatMap(([, [first]]) => (first?.name.schema === name ? [first.name] : []));
}
