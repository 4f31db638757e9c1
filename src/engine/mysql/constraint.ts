import type { ConstraintDefinition, Operation, OperationOf } from '../../operation/operation.ts';
import { begins } from '../../schema/mysql/index.ts';
import { type Index, isNamed } from '../../schema/schema.ts';
import type { At } from './at.ts';
import type { Change } from './change.ts';
import { uniqueOf } from './index-change.ts';
import type { Tables } from './tables.ts';
import { has } from './version.ts';

interface Given {
  readonly definition: ConstraintDefinition;
  /** It stands in a column's definition. */
  readonly inline?: true;
}

/** A PRIMARY KEY is looked at with the whole statement: see `primaryKeyChange`. */
export function changesOfConstraint(at: At, operation: Operation, { definition, inline }: Given, tables: Tables): readonly Change[] {
  switch (definition.type) {
    case 'unique':
      return [uniqueOf(at, definition.columns, operation, tables.after)];
    case 'check':
      return checkChange(at, operation, definition, inline === true);
    case 'foreign-key':
      return isIgnored(at, inline === true) ? [] : foreignKeyChanges(at, operation, definition, tables);
    case 'primary-key':
    case 'not-null':
    case 'exclude':
      return [];
  }
}

/** An inline REFERENCES makes no foreign key before these versions. https://dev.mysql.com/doc/refman/9.7/en/create-table-foreign-keys.html */
export const isIgnored = (at: At, inline: boolean): boolean => inline && !has(at, { mysql: '9.0', mariadb: '10.5' });

/** Neither server's CHECK is one before. */
const knowsChecks = { mysql: '8.0.16', mariadb: '10.2.1' };

function checkChange(
  at: At,
  operation: Operation,
  definition: Extract<ConstraintDefinition, { type: 'check' }>,
  inline: boolean,
): readonly Change[] {
  if (!has(at, knowsChecks)) return [];
  if (definition.notEnforced) return [{ kind: 'add-unenforced-check', operation }];
  const code = at.server === 'mysql' ? '3819' : '4025';
  const fails = { code, reason: `a row violates the check ${definition.expression.text}`, certain: false };
  // MariaDB looks at no row then, whatever stands in them.
  if (inline && at.server === 'mariadb') return [{ kind: 'add-inline-check', operation, failsCopied: fails }];
  const because = `the check ${definition.expression.text} is enforced`;
  return [{ kind: inline ? 'add-inline-check' : 'add-check', operation, because, ...(at.checkConstraints && { fails }) }];
}

function foreignKeyChanges(
  at: At,
  operation: Operation,
  { columns, references, name }: Extract<ConstraintDefinition, { type: 'foreign-key' }>,
  { before, after }: Tables,
): readonly Change[] {
  // A column that is added has no index yet.
  const serves = ({ definition }: Index): boolean => begins(definition, columns);
  const served = operation.kind !== 'add-column' && (!before.complete || before.indexes.some(serves));
  const given = after.indexes.some((each) => each.constraint === undefined && serves(each));
  const index: readonly Change[] =
    served || (given && operation.kind !== 'add-column') ? [] : [{ kind: 'add-index', operation, because: 'a foreign key needs an index' }];
  if (!at.foreignKeyChecks) return [{ kind: 'add-unchecked-foreign-key', operation }, ...index];
  const key = name === undefined ? `the foreign key to ${references.name}` : `the foreign key ${name}`;
  const fails = { code: '1452', reason: `a row has no match in ${references.name}`, certain: false };
  return [{ kind: 'add-foreign-key', operation, because: `${key} is checked against every row`, fails }];
}

export function dropConstraint(operation: OperationOf<'drop-constraint'>, { before }: Tables): readonly Change[] {
  if (operation.type === 'primary-key') return [];
  const constraint = before.constraints.find((each) => isNamed(before, each, operation.constraint));
  if (constraint === undefined && operation.constraintIfExists && operation.type === 'foreign-key' && before.complete) return [];
  if (operation.type === 'foreign-key' || constraint?.definition.type === 'foreign-key') return [{ kind: 'drop-foreign-key', operation }];
  if (constraint === undefined && before.indexes.some((each) => isNamed(before, each, operation.constraint)))
    return [{ kind: 'drop-index', operation }];
  return [{ kind: 'change-check', operation }];
}

/** ALTER CHECK … [NOT] ENFORCED. */
export function alterConstraint(at: At, operation: OperationOf<'alter-constraint'>, { before }: Tables): readonly Change[] {
  const constraint = before.constraints.find((each) => isNamed(before, each, operation.constraint));
  if (operation.enforced !== true || constraint?.enforced === true) return [{ kind: 'change-check', operation }];
  const { definition } = constraint ?? {};
  if (definition?.type !== 'check') return [{ kind: 'enforce-check', operation }];
  return checkChange(at, operation, definition, false).length === 0
    ? []
    : [
        {
          kind: 'enforce-check',
          operation,
          fails: { code: '3819', reason: `a row violates the check ${definition.expression.text}`, certain: false },
        },
      ];
}
