import type { Operation } from '../../../operation/operation.ts';
import { begins } from '../../../schema/mysql/index.ts';
import { columnOf, isNamed, type Table } from '../../../schema/schema.ts';
import type { Failure } from '../../effect.ts';
import type { At } from '../at.ts';
import type { Tables } from '../column.ts';
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
      const isTaken = index.name !== undefined && hasIndex(before, index.name) && !statement.some((each) => drops(each, index.name ?? ''));
      if (isTaken) return ifNotExists ? [] : refused(at, 1061, `there is an index ${index.name} already`);
      const missing = index.elements.find(({ column }) => column !== undefined && columnOf(after, column) === undefined)?.column;
      if (missing !== undefined) return refused(at, 1072, `there is no column ${missing}`);
      const first = index.elements[0]?.column;
      if (index.method === 'spatial' && first !== undefined && !columnOf(after, first)?.notNull) {
        return refused(at, 1252, `${first} takes NULL, and a SPATIAL index has none`);
      }
      const long = index.elements.find(
        ({ column, prefix }) => column !== undefined && prefix === undefined && isLong(columnOf(after, column)?.type.name),
      )?.column;
      if (long !== undefined && index.method !== 'fulltext' && index.method !== 'spatial') {
        return refused(at, { mysql: 1170 }, `an index has so many characters of a text, as in ${long}(255)`);
      }
      return severalFullTexts(at, operation, statement);
    }
    case 'drop-index': {
      if (operation.ifExists) return [];
      const { name } = operation.index;
      if (!hasIndex(before, name)) return refused(at, 1091, `there is no index ${name}`);
      return neededIndex(at, name, before, after);
    }
    case 'rename-index':
      return hasIndex(before, operation.index.name) ? [] : refused(at, 1176, `there is no index ${operation.index.name}`);
    default:
      return [];
  }
}

const hasIndex = (table: Table, name: string): boolean => table.indexes.some((each) => isNamed(table, each, name));
const isLong = (type: string | undefined): boolean => /(text|blob)$/.test(type ?? '');
const drops = (operation: Operation, name: string): boolean =>
  operation.kind === 'drop-index' && operation.index.name.toLowerCase() === name.toLowerCase();

function severalFullTexts(at: At, operation: Operation, statement: readonly Operation[]): readonly Failure[] {
  const all = statement.filter((each) => each.kind === 'create-index' && each.index.method === 'fulltext');
  return all[1] === operation ? refused(at, { mysql: 1795 }, 'InnoDB makes one FULLTEXT index at a time') : [];
}

/** A foreign key, of this table or to it, needs an index that begins with its columns. */
export function neededIndex(at: At, name: string, before: Table, after: Table): readonly Failure[] {
  const serves = (table: Table, columns: readonly string[]): boolean => table.indexes.some((each) => begins(each.definition, columns));
  const own = after.constraints.find(
    ({ definition }) => definition.type === 'foreign-key' && serves(before, definition.columns) && !serves(after, definition.columns),
  );
  return own === undefined ? [] : refused(at, 1553, `the foreign key ${own.name} needs the index ${name}`);
}
