import { type ExpressionNode, someNode } from '../../../operation/expression.ts';
import type { ColumnDefinition, Operation, OwnWords } from '../../../operation/operation.ts';
import type { Failure } from '../../failure.ts';
import type { At } from '../at.ts';
import { isNow } from '../column.ts';
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

function columnsIn(operation: Operation): readonly ColumnDefinition[] {
  if (operation.kind === 'create-table') return operation.columns;
  return operation.kind === 'add-column' ? [operation.column] : operation.kind === 'redefine-column' ? [operation.definition] : [];
}

const column =
  (is: (definition: ColumnDefinition) => boolean) =>
  (operation: Operation): boolean =>
    columnsIn(operation).some(is);
const typed = (name: string): Form['is'] => column(({ type }) => type.name === name);

const wrote =
  (words: OwnWords) =>
  (operation: Operation): boolean =>
    operation.words?.includes(words) === true;

/** A default of a function or an operator needs parentheses; MariaDB takes a function without. */
function isBare(operation: Operation, kind: 'call' | 'operator'): boolean {
  const values = operation.kind === 'set-default' ? [operation.expression] : columnsIn(operation).flatMap((each) => each.default ?? []);
  return values.some(({ text, tree }) => {
    if (text.startsWith('(')) return false;
    if (tree.kind === 'operator') return kind === 'operator' && tree.left !== undefined;
    return tree.kind === 'call' && kind === 'call' && !isNow(tree);
  });
}

const isArrow = (node: ExpressionNode): boolean => node.kind === 'operator' && /^->>?$/.test(node.operator);

/** What an operation computes: generated columns, keys and checks. */
function expressions(operation: Operation): readonly ExpressionNode[] {
  const constraints =
    operation.kind === 'add-constraint' ? [operation.constraint] : columnsIn(operation).flatMap((each) => each.constraints);
  const elements = operation.kind === 'create-index' ? operation.index.elements : [];
  return [
    ...columnsIn(operation).flatMap(({ generated }) => generated?.expression ?? []),
    ...constraints.flatMap((each) => (each.type === 'check' ? each.expression : [])),
    ...elements.flatMap(({ expression }) => expression ?? []),
  ].map(({ tree }) => tree);
}

/** The collations that an operation names. */
function collations(operation: Operation): readonly string[] {
  const options = operation.kind === 'alter-table-options' || operation.kind === 'create-table' ? (operation.options ?? []) : [];
  const converted = operation.kind === 'convert-character-set' ? (operation.collation ?? []) : [];
  return [
    ...columnsIn(operation).flatMap(({ collation }) => collation?.name ?? []),
    ...options.flatMap(({ name, value }) => (name === 'collate' ? value.toLowerCase() : [])),
    ...(typeof converted === 'string' ? [converted] : converted),
  ];
}
const collated =
  (name: RegExp) =>
  (operation: Operation): boolean =>
    collations(operation).some((each) => name.test(each));

const option = (operation: Operation, names: RegExp): boolean =>
  operation.kind === 'alter-table-options' && operation.options.some(({ name }) => names.test(name));

const forms: readonly Form[] = [
  {
    what: 'IF EXISTS and IF NOT EXISTS in ALTER TABLE',
    since: { mariadb: '' },
    is: (each) =>
      ('ifExists' in each && each.ifExists === true && !/^(drop-table|drop-view|drop-trigger)$/.test(each.kind)) ||
      ((each.kind === 'add-column' || each.kind === 'create-index') && each.ifNotExists === true) ||
      ('columnIfExists' in each && each.columnIfExists === true) ||
      ('indexIfExists' in each && each.indexIfExists === true) ||
      ('partitionIfExists' in each && each.partitionIfExists === true) ||
      ((each.kind === 'add-constraint' || each.kind === 'alter-partitions') && each.ifNotExists === true) ||
      ('constraintIfExists' in each && each.constraintIfExists === true),
  },
  { what: 'the type UUID', since: { mariadb: '10.7' }, is: typed('uuid') },
  { what: 'the type INET6', since: { mariadb: '10.5' }, is: typed('inet6') },
  { what: 'the type INET4', since: { mariadb: '10.10' }, is: typed('inet4') },
  { what: 'the type VECTOR', since: { mysql: '9.0', mariadb: '11.7' }, code: 4161, is: typed('vector') },
  { what: 'PERSISTENT', since: { mariadb: '' }, is: wrote('PERSISTENT') },
  { what: 'ALTER ONLINE TABLE', since: { mariadb: '' }, is: wrote('ALTER ONLINE TABLE') },
  { what: 'CREATE OR REPLACE INDEX', since: { mariadb: '' }, is: wrote('CREATE OR REPLACE INDEX') },
  { what: 'IGNORED', since: { mariadb: '10.6' }, is: wrote('IGNORED') },
  { what: 'INVISIBLE and VISIBLE of an index', since: { mysql: '8.0' }, is: wrote('INVISIBLE of an index') },
  { what: 'VISIBLE of a column', since: { mysql: '8.0.23' }, is: wrote('VISIBLE of a column') },
  { what: 'ENFORCED', since: { mysql: '8.0.16' }, is: wrote('ENFORCED') },
  { what: 'COLUMN_FORMAT and STORAGE', since: { mysql: '' }, is: wrote('COLUMN_FORMAT') },
  { what: 'COMPRESSED of a column', since: { mariadb: '10.3.2' }, is: wrote('COMPRESSED of a column') },
  { what: 'REF_SYSTEM_ID', since: { mariadb: '' }, is: wrote('REF_SYSTEM_ID') },
  { what: 'SYSTEM VERSIONING of a column', since: { mariadb: '10.3' }, is: wrote('SYSTEM VERSIONING of a column') },
  { what: 'WAIT and NOWAIT', since: { mariadb: '10.3' }, is: wrote('WAIT') },
  { what: 'DROP INDEX with ALGORITHM or LOCK', since: { mysql: '' }, is: wrote('DROP INDEX … ALGORITHM') },
  {
    what: 'EXCHANGE PARTITION … WITH and WITHOUT VALIDATION',
    since: { mysql: '', mariadb: '11.4' },
    is: wrote('WITH VALIDATION of a partition'),
  },
  { what: 'TYPE for ENGINE', since: {}, is: wrote('TYPE for ENGINE') },
  { what: 'PARTITION BY and REMOVE PARTITIONING behind a comma', since: {}, is: wrote('a comma before PARTITION BY') },
  { what: 'CONVERT PARTITION', since: { mariadb: '10.7' }, is: (each) => each.kind === 'alter-partitions' && /^convert/.test(each.action) },
  {
    what: 'ALGORITHM and LOCK for partitions',
    since: { mysql: '8.0' },
    is: ({ kind, clauses }) => kind === 'alter-partitions' && (clauses?.algorithm ?? clauses?.lock) !== undefined,
  },
  { what: 'COLLATE DEFAULT', since: { mariadb: '' }, is: collated(/^default$/) },
  { what: 'the collations of Unicode 9 (…_0900_…)', since: { mysql: '8.0', mariadb: '11.4.5' }, code: 1273, is: collated(/_0900_/) },
  { what: 'the collations of Unicode 14 (…_uca1400_…)', since: { mariadb: '10.10' }, code: 1273, is: collated(/uca1400_/) },
  { what: '-> and ->>', since: { mysql: '' }, is: (each) => expressions(each).some((tree) => someNode(tree, isArrow)) },
  { what: 'WITH and WITHOUT VALIDATION', since: { mysql: '' }, is: (each) => each.clauses?.validation !== undefined },
  { what: 'a default that is an operator without parentheses', since: {}, is: (each) => isBare(each, 'operator') },
  { what: 'a default that is a function without parentheses', since: { mariadb: '10.2.1' }, is: (each) => isBare(each, 'call') },
  {
    what: 'NOT NULL of a generated column',
    since: { mysql: '' },
    is: column(({ generated, notNull }) => generated !== undefined && notNull),
  },
  { what: 'SRID', since: { mysql: '8.0' }, is: wrote('SRID') },
  {
    what: 'a default that is an expression',
    since: { mysql: '8.0.13', mariadb: '10.2.1' },
    is: column((each) => each.default?.text.startsWith('(') === true),
  },
  {
    what: 'DROP CONSTRAINT',
    since: { mysql: '8.0.19', mariadb: '10.2.1' },
    is: (each) => each.kind === 'drop-constraint' && each.type === undefined,
  },
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
  { what: 'COMPRESSION', since: { mysql: '' }, code: 1911, is: (each) => option(each, /^(compression|encryption)$/) },
  { what: 'AUTOEXTEND_SIZE', since: { mysql: '8.0.23' }, is: (each) => option(each, /^autoextend_size$/) },
  { what: 'SECONDARY_ENGINE', since: { mysql: '8.0' }, is: (each) => option(each, /^secondary_engine$/) },
  { what: 'TRANSACTIONAL and PAGE_CHECKSUM', since: { mariadb: '' }, is: (each) => option(each, /^(transactional|page_checksum)$/) },
  { what: 'ENCRYPTED', since: { mariadb: '10.1.4' }, is: (each) => option(each, /^(encrypted|encryption_key_id)$/) },
  { what: 'ENGINE_ATTRIBUTE', since: { mysql: '' }, code: 1911, is: hasEngineAttribute },
  {
    what: 'SYSTEM VERSIONING',
    since: { mariadb: '10.3' },
    is: (each) => each.kind === 'set-system-versioning' || (each.kind === 'create-table' && each.systemVersioning === true),
  },
  { what: 'PERIOD', since: { mariadb: '10.3' }, is: (each) => each.kind === 'add-period' || each.kind === 'drop-period' },
  { what: 'ALTER IGNORE TABLE', since: { mariadb: '' }, is: (each) => each.clauses?.ignore === true },
  { what: 'CREATE OR REPLACE TABLE', since: { mariadb: '' }, is: (each) => each.kind === 'create-table' && each.replace === true },
];

export function hasEngineAttribute(operation: Operation): boolean {
  return wrote('ENGINE_ATTRIBUTE')(operation) || option(operation, /^(secondary_)?engine_attribute$/);
}

export function refusalsOfSyntax(at: At, operation: Operation): readonly Failure[] {
  return forms
    .filter(({ since, is }) => !has(at, since) && is(operation))
    .flatMap(({ what, code = 1064 }) => refused(at, code, `${inWords(at)} does not know ${what}`));
}
