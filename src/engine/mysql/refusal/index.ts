import { sameName } from '../../../operation/name.ts';
import type { IndexDefinition, Operation } from '../../../operation/operation.ts';
import { elementsOf, primary } from '../../../schema/mysql/index.ts';
import { type Column, columnOf, type Table } from '../../../schema/schema.ts';
import type { Failure } from '../../failure.ts';
import type { At } from '../at.ts';
import { geometries } from '../column.ts';
import { indexNamed } from '../index-change.ts';
import { engineOf } from '../storage-engine.ts';
import type { Tables } from '../tables.ts';
import { unserved } from './needed-key.ts';
import { refused } from './refused.ts';

/** Indexes that are there already, are missing, or cannot be. */
export function refusalsOfIndex(
  at: At,
  operation: Operation,
  { before, after }: Tables,
  statement: readonly Operation[],
): readonly Failure[] {
  switch (operation.kind) {
    case 'create-index': {
      const { index, ifNotExists } = operation;
      if (index.name !== undefined && hasIndex(before, index.name) && ifNotExists) return [];
      if (operation.words?.includes('CREATE OR REPLACE INDEX') && at.server === 'mariadb') return [];
      if (index.name?.toUpperCase() === primary) return refused(at, 1280, 'only the primary key is called PRIMARY');
      const named = index.name === undefined ? [] : refusalsOfName(at, operation, index.name, before, statement);
      if (named.length > 0) return named;
      const keys = refusalsOfKeys(at, index, after);
      if (keys.length > 0) return keys;
      const long = index.elements.find(
        ({ column, prefix }) => column !== undefined && prefix === undefined && isLong(columnOf(after, column)?.type.name),
      )?.column;
      if (long !== undefined && index.method !== 'fulltext' && index.method !== 'spatial') {
        return refused(at, { mysql: 1170 }, `an index has so many characters of a text, as in ${long}(255)`);
      }
      return severalFullTexts(at, operation, statement);
    }
    case 'drop-index': {
      const { name } = operation.index;
      if (operation.ifExists && !hasIndex(before, name)) return [];
      const named = refusalsOfNamed(at, operation, name, before, statement);
      return named.length > 0 ? named : refusalsOfNeed(at, name, { before, after });
    }
    case 'rename-index': {
      const { index, to, ifExists } = operation;
      if (ifExists && !hasIndex(before, index.name)) return [];
      if (isPrimary(index.name) && hasIndex(before, primary)) return refused(at, 1280, 'the primary key keeps its name');
      const named = refusalsOfNamed(at, operation, index.name, before, statement);
      return named.length > 0 || sameName(index.name, to) ? named : refusalsOfName(at, operation, to, before, statement);
    }
    case 'set-index-visibility':
      if (operation.indexIfExists && !hasIndex(before, operation.index)) return [];
      if (isPrimary(operation.index) && !operation.visible) return refused(at, 3522, 'the primary key is used always');
      return refusalsOfNamed(at, operation, operation.index, before, statement);
    case 'add-constraint': {
      const { constraint } = operation;
      if (constraint.type !== 'primary-key' && constraint.type !== 'unique') return [];
      const elements = constraint.elements ?? elementsOf(constraint.columns);
      return refusalsOfKeys(at, { method: 'btree', unique: true, elements, include: [] }, after);
    }
    default:
      return [];
  }
}

const isPrimary = (name: string): boolean => name.toUpperCase() === primary;

/** An index that is named has one action of the statement. */
function refusalsOfNamed(at: At, operation: Operation, name: string, before: Table, statement: readonly Operation[]): readonly Failure[] {
  const code = operation.kind === 'drop-index' ? 1091 : 1176;
  if (!hasIndex(before, name)) return refused(at, code, `there is no index ${name}`);
  const others = statement.filter((each) => each !== operation && sameName(nameTaken(each) ?? '', name));
  const isFirst = statement.indexOf(operation) < Math.min(...others.map((each) => statement.indexOf(each)));
  if (others.length === 0 || isFirst) return [];
  const isDrop = others.every(({ kind }) => kind === 'drop-index') && operation.kind === 'drop-index';
  return refused(at, isDrop ? 1091 : 1176, `another action of the statement is about the index ${name} already`);
}

const nameTaken = (operation: Operation): string | undefined => {
  if (operation.kind === 'drop-index' || operation.kind === 'rename-index') return operation.index.name;
  return operation.kind === 'set-index-visibility' ? operation.index : undefined;
};

const nameGiven = (operation: Operation): string | undefined => {
  if (operation.kind === 'create-index') return operation.index.name;
  return operation.kind === 'rename-index' ? operation.to : undefined;
};

/** A name that an index has already, unless the statement frees it, or that two come to have. */
function refusalsOfName(at: At, operation: Operation, name: string, before: Table, statement: readonly Operation[]): readonly Failure[] {
  const given = statement.find((each) => sameName(nameGiven(each) ?? '', name));
  const frees = ({ kind }: Operation): boolean => kind === 'drop-index' || kind === 'rename-index';
  const isTaken = hasIndex(before, name) && !statement.some((each) => frees(each) && sameName(nameTaken(each) ?? '', name));
  return isTaken || given !== operation ? refused(at, 1061, `there is an index ${name} already`) : [];
}

const text = /(char|text)$/;

/** Empty where it is not known. */
const collationText = (column: Column | undefined): string =>
  column?.type.characterSet === undefined ? '' : `${column.type.characterSet} ${column.collation?.name ?? ''}`;

/** Columns that are not there, or of whose type no such index is made. https://dev.mysql.com/doc/refman/9.7/en/create-index.html */
function refusalsOfKeys(at: At, { method, elements, options = [] }: IndexDefinition, table: Table): readonly Failure[] {
  if (options.some(({ name }) => name === 'parser') && method !== 'fulltext')
    return refused(at, 1064, 'only a FULLTEXT index has a parser');
  if (options.some(({ name, value }) => name === 'parser' && /^(ngram|mecab)$/i.test(value)))
    return refused(at, { mariadb: 1128 }, 'the parsers ngram and mecab are of MySQL');
  if (method === 'fulltext') {
    if (/^(memory|heap)$/.test(engineOf(table))) return refused(at, 1214, 'a table of MEMORY has no FULLTEXT index');
    const collations = new Set(elements.map(({ column = '' }) => collationText(columnOf(table, column))));
    if (collations.size > 1 && !collations.has(''))
      return refused(at, 1283, 'the columns of a FULLTEXT index have one character set and collation');
  }
  const names = elements.flatMap(({ column }) => column?.toLowerCase() ?? []);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  for (const { column: name, prefix, expression } of elements) {
    if (expression?.tree.kind === 'column')
      return refused(at, { mysql: 3762 }, `${expression.text} is a column, and stands there without parentheses`);
    if (name === undefined) continue;
    const column = columnOf(table, name);
    if (column === undefined) return refused(at, 1072, `there is no column ${name}`);
    const { type } = column;
    if (method === 'spatial') {
      if (!geometries.test(type.name)) return refused(at, { mysql: 1687, mariadb: 1210 }, `${name} is no geometry`);
      if (!column.notNull) return refused(at, 1252, `${name} takes NULL, and a SPATIAL index has none`);
    } else if (method === 'fulltext') {
      if (!text.test(type.name)) return refused(at, 1283, `${name} has no words`);
    } else if (prefix === 0) return refused(at, 1391, `an index has one character of ${name} at least`);
    else if (prefix !== undefined && !/char$|text$|blob$|binary$/.test(type.name))
      return refused(at, 1089, `${name} is no string to index the beginning of`);
    else if (prefix !== undefined && /char$|binary$/.test(type.name) && prefix > Number(type.modifiers[0] ?? 1))
      return refused(at, 1089, `${name} has fewer than ${prefix} characters`);
    else if (type.name === 'json') return refused(at, { mysql: 3152 }, `${name} is JSON: an index has a value in it, as an expression`);
  }
  return twice === undefined ? [] : refused(at, 1060, `the index has ${twice} twice`);
}

const hasIndex = (table: Table, name: string): boolean => indexNamed(table, name) !== undefined;
const isLong = (type: string | undefined): boolean => /(text|blob)$/.test(type ?? '');

function severalFullTexts(at: At, operation: Operation, statement: readonly Operation[]): readonly Failure[] {
  const all = statement.filter((each) => each.kind === 'create-index' && each.index.method === 'fulltext');
  return all[1] === operation ? refused(at, { mysql: 1795 }, 'InnoDB makes one FULLTEXT index at a time') : [];
}

/** A foreign key, of this table or to it, that would lose its index. */
function refusalsOfNeed(at: At, name: string, tables: Tables): readonly Failure[] {
  const key = unserved(at, tables);
  if (key === undefined) return [];
  const whose = key.child === undefined ? '' : ` of ${key.child.name}`;
  return refused(at, 1553, `the foreign key ${key.constraint}${whose} needs the index ${name}`);
}
