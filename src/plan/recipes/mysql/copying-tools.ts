import type { MysqlTarget } from '../../../engine/engine.ts';
import { has } from '../../../engine/mysql/version.ts';
import type { ResolvedName } from '../../../operation/name.ts';
import type { Operation } from '../../../operation/operation.ts';
import type { TypeName } from '../../../operation/type-name.ts';
import { primary } from '../../../schema/mysql/index.ts';
import { columnOf, type Table } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import { notNullKeys } from './table-key.ts';

/** A change of one table, for a tool that copies it. */
export interface Copied {
  readonly target: MysqlTarget;
  readonly name: ResolvedName;
  /** As replayed before the change; undefined where history never mentioned it. */
  readonly table: Table | undefined;
  readonly operation: Operation;
  /** What follows `ALTER TABLE name`. */
  readonly action: string;
}

interface CopyingTool {
  /** What is unknown of the table is taken to suit: each tool looks for itself before it begins. */
  suits(change: Copied): boolean;
  /** For a POSIX shell; how to connect is left to the tool's own configuration. */
  command(change: Copied): string;
}

/**
 * Follows the binary log, and puts nothing on the table. Takes no foreign keys and no triggers, and tells rows apart by a key without NULLs that both tables have
 * (https://github.com/github/gh-ost/blob/master/doc/requirements-and-limitations.md). What rows are written meanwhile it computes itself: run on MySQL 9.7, the members of a SET that are
 * moved or become a string came out as others, and strings that become binary in another character set than those of the rows that it copied, both without a word.
 */
export const ghOst: CopyingTool = {
  suits: (change) =>
    change.target.engine === 'mysql' &&
    !isTied(change.table) &&
    isInnodb(change.table) &&
    (change.table?.complete !== true || keysLeft(change).length > 0) &&
    !isComputedWrong(change),
  command: ({ name, action }) =>
    `gh-ost --database=${databaseOf(name)} --table=${quoted(name.name)} --alter=${quoted(action)} --panic-on-warnings --execute`,
};

/**
 * Follows the binary log with several threads, and compares all rows before it changes over; replicas fall behind meanwhile. From MySQL 8.0 on; no foreign keys, no triggers; a primary
 * key, which stays as it is; no ENUM or SET in another order. https://github.com/block/spirit#unsupported-features
 */
export const spirit: CopyingTool = {
  suits: (change) =>
    ghOst.suits(change) &&
    (change.target.version === undefined || has({ server: 'mysql', version: change.target.version }, { mysql: '8.0' })) &&
    (change.table?.complete !== true || keysLeft(change).some(({ name }) => name === primary)) &&
    !isEnum(change),
  command: ({ name, action }) =>
    `spirit migrate --database=${databaseOf(name)} --statement=${quoted(`ALTER TABLE ${quoteIdentifier(name.name)} ${action}`)}`,
};

/**
 * Works by triggers, so that the server computes every value; the one that knows MariaDB, foreign keys and other triggers. Tells rows apart by a key, too, and drops a primary key only where
 * it is told not to ask. MariaDB's replicas it finds by their connections alone: run on MariaDB 10.11, 3.7.1 stops at a SHOW REPLICAS that no MariaDB knows. https://docs.percona.com/percona-toolkit/pt-online-schema-change.html
 */
export const ptOnlineSchemaChange: CopyingTool = {
  suits: (change) => change.table?.complete !== true || keysLeft(change).length > 0,
  command: ({ target, name, table, operation, action }) => {
    const options = [
      ...(target.engine === 'mariadb' ? ['--recursion-method=processlist'] : []),
      ...(table?.hanging.some(({ kind }) => kind === 'trigger') ? ['--preserve-triggers'] : []),
      ...(table !== undefined && table.referencedBy.length > 0 ? ['--alter-foreign-keys-method=auto'] : []),
      ...(dropsPrimaryKey(operation) ? ['--no-check-alter'] : []),
    ];
    return [
      'pt-online-schema-change',
      `--alter=${quoted(action)}`,
      ...options,
      '--execute',
      `D=${databaseOf(name)},t=${inDsn(name.name)}`,
    ].join(' ');
  },
};

function isTied(table: Table | undefined): boolean {
  if (table === undefined) return false;
  const isForeign = table.constraints.some(({ definition }) => definition.type === 'foreign-key');
  return isForeign || table.referencedBy.length > 0 || table.hanging.some(({ kind }) => kind === 'trigger');
}

const isInnodb = (table: Table | undefined): boolean => /^innodb$/i.test(table?.mysql?.engine ?? 'innodb');

const dropsPrimaryKey = (operation: Operation): boolean => operation.kind === 'drop-constraint' && operation.type === 'primary-key';

/** The keys without NULLs that the table has before the change and behind it. */
function keysLeft({ table, operation }: Copied): readonly { readonly name: string }[] {
  return notNullKeys(table).filter(({ name }) => !(name === primary && dropsPrimaryKey(operation)));
}

type Sort = 'set' | 'enum' | 'text' | 'binary' | 'other';

function sortOf({ name, characterSet }: TypeName): Sort {
  if (name === 'set' || name === 'enum') return name;
  if (/(?:binary|blob)$/.test(name) || characterSet === 'binary') return 'binary';
  return /(?:char|text)$/.test(name) ? 'text' : 'other';
}

/** The sorts of a column's type before the change and behind it; undefined before it where that is not known. */
function sortsOf({ table, operation }: Copied): readonly (Sort | undefined)[] {
  if (operation.kind !== 'redefine-column') return [];
  const old = columnOf(table, operation.column)?.type;
  return [old && sortOf(old), sortOf(operation.definition.type)];
}

function isComputedWrong(change: Copied): boolean {
  const [before, after] = sortsOf(change);
  if (before === 'set' || after === 'set') return true;
  const isString = (sort: Sort | undefined): boolean => sort === 'text' || sort === 'binary';
  return before === undefined ? isString(after) : before !== after && isString(before) && isString(after);
}

const isEnum = (change: Copied): boolean => sortsOf(change).includes('enum');

/** What the connection uses where the migration names no database. */
const databaseOf = ({ schema }: ResolvedName): string => (schema === '' ? '"$DATABASE"' : quoted(schema));

const inDsn = (name: string): string => quoted(name.replaceAll(',', '\\,'));

function quoted(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replace(/\s+/g, ' ').replaceAll("'", `'\\''`)}'`;
}
