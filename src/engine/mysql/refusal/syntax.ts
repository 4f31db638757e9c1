import type { ColumnDefinition, ConstraintDefinition, Operation } from '../../../operation/operation.ts';
import type { Failure } from '../../effect.ts';
import type { At } from '../at.ts';
import { has, inWords, type Since } from '../version.ts';
import { refused } from './refused.ts';

/**
 * What one server's grammar has and the other's has not, or has not yet; the reader reads both.
 * https://mariadb.com/kb/en/incompatibilities-and-feature-differences-between-mariadb-and-mysql/
 */
interface Form {
  readonly what: string;
  readonly since: Since;
  readonly code?: number;
  readonly is: (operation: Operation) => boolean;
}

const columnOf = (operation: Operation): ColumnDefinition | undefined =>
  operation.kind === 'add-column' ? operation.column : operation.kind === 'redefine-column' ? operation.definition : undefined;

function checks(operation: Operation): readonly ConstraintDefinition[] {
  const own = operation.kind === 'add-constraint' ? [operation.constraint] : (columnOf(operation)?.constraints ?? []);
  return own.filter(({ type }) => type === 'check');
}

const option = (operation: Operation, names: RegExp): boolean =>
  operation.kind === 'alter-table-options' && operation.options.some(({ name }) => names.test(name));

const forms: readonly Form[] = [
  {
    what: 'IF EXISTS and IF NOT EXISTS in ALTER TABLE',
    since: { mariadb: '' },
    is: (each) =>
      ('ifExists' in each && each.ifExists === true && !/^(drop-table|drop-view|drop-trigger|rename-table)$/.test(each.kind)) ||
      ((each.kind === 'add-column' || each.kind === 'create-index') && each.ifNotExists === true) ||
      ('columnIfExists' in each && each.columnIfExists === true) ||
      ('constraintIfExists' in each && each.constraintIfExists === true),
  },
  { what: 'the type UUID', since: { mariadb: '10.7' }, is: (each) => columnOf(each)?.type.name === 'uuid' },
  { what: 'the type INET6', since: { mariadb: '10.5' }, is: (each) => columnOf(each)?.type.name === 'inet6' },
  { what: 'the type INET4', since: { mariadb: '10.10' }, is: (each) => columnOf(each)?.type.name === 'inet4' },
  { what: 'the type VECTOR', since: { mysql: '9.0', mariadb: '11.7' }, code: 4161, is: (each) => columnOf(each)?.type.name === 'vector' },
  {
    what: 'PERSISTENT',
    since: { mariadb: '' },
    is: (each) => columnOf(each)?.generated?.stored === true && /\bpersistent\b/i.test(columnOf(each)?.text ?? ''),
  },
  {
    what: 'NOT NULL of a generated column',
    since: { mysql: '' },
    is: (each) => columnOf(each)?.generated !== undefined && columnOf(each)?.notNull === true,
  },
  {
    what: 'SRID',
    since: { mysql: '8.0' },
    is: (each) => /\bsrid\b/i.test(columnOf(each)?.text ?? '') && (columnOf(each)?.type.modifiers.length ?? 0) > 0,
  },
  {
    what: 'a default that is an expression',
    since: { mysql: '8.0.13', mariadb: '10.2.1' },
    is: (each) => columnOf(each)?.default?.text.startsWith('(') === true,
  },
  {
    what: 'DROP CONSTRAINT',
    since: { mysql: '8.0.19', mariadb: '10.2.1' },
    is: (each) => each.kind === 'drop-constraint' && each.type === undefined,
  },
  { what: 'NOT ENFORCED', since: { mysql: '8.0.16' }, is: (each) => checks(each).some(({ notEnforced }) => notEnforced === true) },
  { what: 'ALTER CHECK', since: { mysql: '8.0.16' }, is: (each) => each.kind === 'alter-constraint' },
  { what: 'DROP CHECK', since: { mysql: '8.0.16' }, is: (each) => each.kind === 'drop-constraint' && each.type === 'check' },
  { what: 'ALTER COLUMN … SET VISIBLE', since: { mysql: '8.0.23' }, is: (each) => each.kind === 'set-column-visibility' },
  {
    what: 'an index of an expression',
    since: { mysql: '8.0.13' },
    is: (each) => each.kind === 'create-index' && each.index.elements.some(({ expression }) => expression !== undefined),
  },
  { what: 'RENAME COLUMN', since: { mysql: '8.0', mariadb: '10.5.2' }, is: (each) => each.kind === 'rename-column' },
  { what: 'RENAME INDEX', since: { mysql: '', mariadb: '10.5.2' }, is: (each) => each.kind === 'rename-index' },
  { what: 'PAGE_COMPRESSED', since: { mariadb: '' }, is: (each) => option(each, /^page_compress/) },
  { what: 'TABLESPACE', since: { mysql: '' }, is: (each) => option(each, /^tablespace$/) },
  { what: 'COMPRESSION', since: { mysql: '' }, code: 1911, is: (each) => option(each, /^(compression|encryption|autoextend_size)$/) },
  { what: 'SYSTEM VERSIONING', since: { mariadb: '10.3' }, is: (each) => each.kind === 'set-system-versioning' },
  { what: 'PERIOD', since: { mariadb: '10.3' }, is: (each) => each.kind === 'add-period' || each.kind === 'drop-period' },
  { what: 'ALTER IGNORE TABLE', since: { mariadb: '' }, is: (each) => each.clauses?.ignore === true },
  { what: 'CREATE OR REPLACE TABLE', since: { mariadb: '' }, is: (each) => each.kind === 'create-table' && each.replace === true },
];

export function refusalsOfSyntax(at: At, operation: Operation): readonly Failure[] {
  return forms
    .filter(({ since, is }) => !has(at, since) && is(operation))
    .flatMap(({ what, code = 1064 }) => refused(at, code, `${inWords(at)} does not know ${what}`));
}
