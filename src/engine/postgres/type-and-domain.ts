import { keyOf, type QualifiedName } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import { resolve } from '../../schema/schema.ts';
import type { Effect, Failure } from '../effect.ts';
import { type At, failing, member, on, withRows } from './at.ts';
import { tablesUsing } from './types.ts';

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
  if (!operation.notNull || (known?.kind === 'domain' && known.notNull)) return [];
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
  const uses = tablesUsing(at, domain).flatMap((use) => withRows(at, use.member).map((each) => ({ ...use, member: each })));
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

/** DROP TYPE … CASCADE drops the columns of the type. https://www.postgresql.org/docs/current/sql-droptype.html */
export function dropType(at: At, operation: OperationOf<'drop-type'>): readonly Effect[] {
  return operation.cascade ? tablesUsing(at, operation.type).map(({ member: each }) => on(each.name, 'AccessExclusiveLock')) : [];
}

/** ALTER TYPE … ATTRIBUTE … CASCADE alters the tables made OF the type, which the history does not know; others that use it refuse. */
export function alterComposite(_at: At, _operation: OperationOf<'alter-composite'>): readonly Effect[] {
  return [];
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

/** DROP SCHEMA … CASCADE drops every table in it. */
export function dropSchema(at: At, operation: OperationOf<'drop-schema'>): readonly Effect[] {
  if (!operation.cascade) return [];
  return at.schema.tables
    .entries()
    .filter(([, table]) => table.name.schema === operation.schema)
    .map(([, table]) => on(table.name, 'AccessExclusiveLock'));
}
