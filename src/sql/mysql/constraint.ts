import type { ConstraintDefinition, ReferentialAction } from '../../operation/operation.ts';
import type { Cursor } from './cursor.ts';
import { type IndexOptions, readIndexOptions, readKeys } from './key.ts';
import { expressionIn } from './parse.ts';

type Rest<T> = T extends unknown ? Omit<T, 'span' | 'text' | 'name'> : never;

/** CONSTRAINT [name], if it stands here; the name is absent where the server gives one. */
export function readConstraintName(cursor: Cursor): { readonly name?: string } | undefined {
  if (!cursor.accept('constraint')) return undefined;
  cursor.accept('if not exists');
  const starts = /^(?:primary|unique|foreign|check)$/;
  return cursor.isName() && !starts.test(cursor.wordAt(cursor.at)) ? { name: cursor.name() } : {};
}

/** A table's PRIMARY KEY, FOREIGN KEY or CHECK; undefined where none stands here. @param from where it begins, with CONSTRAINT */
export function readConstraint(cursor: Cursor, from: number, name?: string): ConstraintDefinition | undefined {
  const rest = readRest(cursor);
  if (rest === undefined) return undefined;
  const range = { from, to: cursor.at };
  return { ...rest, ...(name !== undefined && { name }), span: cursor.spanOf(range), text: cursor.textOf(range) } as ConstraintDefinition;
}

function readRest(cursor: Cursor): Rest<ConstraintDefinition> | undefined {
  if (cursor.accept('primary key')) {
    const found: IndexOptions = { options: [] };
    // MariaDB takes a name, and forgets it.
    if (cursor.isName() && !cursor.is('using')) cursor.name();
    readIndexOptions(cursor, found);
    const elements = readKeys(cursor);
    readIndexOptions(cursor, found);
    const plain = elements.every((each) => each.prefix === undefined && !each.descending);
    return { type: 'primary-key', columns: elements.map((each) => each.column ?? ''), ...(!plain && { elements }) };
  }
  if (cursor.accept('foreign key')) {
    cursor.accept('if not exists');
    if (cursor.isName()) cursor.name();
    const columns = readKeys(cursor).map((each) => each.column ?? '');
    return { ...readReferences(cursor), type: 'foreign-key', columns };
  }
  if (cursor.accept('check')) return readCheck(cursor);
  return undefined;
}

/** Behind CHECK. */
export function readCheck(cursor: Cursor): Rest<ConstraintDefinition> {
  const expression = expressionIn(cursor, cursor.parentheses());
  const notEnforced = cursor.accept('not enforced', 'enforced') === 'not enforced';
  return { type: 'check', expression, ...(notEnforced && { notEnforced: true }) };
}

type References = Pick<
  Extract<ConstraintDefinition, { type: 'foreign-key' }>,
  'references' | 'referencedColumns' | 'match' | 'onDelete' | 'onUpdate'
>;

/** `REFERENCES table (columns) MATCH … ON DELETE … ON UPDATE …` */
export function readReferences(cursor: Cursor): References {
  cursor.expect('references');
  const references = cursor.qualified('a table');
  const referencedColumns = cursor.markAt(cursor.at) === '(' ? readKeys(cursor).map((each) => each.column ?? '') : [];
  let match: References['match'] = 'simple';
  let onDelete: ReferentialAction = 'no action';
  let onUpdate: ReferentialAction = 'no action';
  for (;;) {
    if (cursor.accept('match')) match = cursor.expect('full', 'partial', 'simple') as References['match'];
    else if (cursor.accept('on delete')) onDelete = readAction(cursor);
    else if (cursor.is('on update') && !/^(?:current_timestamp|now|localtime|localtimestamp)$/.test(cursor.wordAt(cursor.at + 2))) {
      cursor.at += 2;
      onUpdate = readAction(cursor);
    } else return { references, referencedColumns, match, onDelete, onUpdate };
  }
}

function readAction(cursor: Cursor): ReferentialAction {
  return cursor.expect('restrict', 'cascade', 'set null', 'no action', 'set default') as ReferentialAction;
}
