import type { ConstraintDefinition, ReferentialAction } from '../../operation/operation.ts';
import type { Cursor } from './cursor.ts';
import { type IndexOptions, readIndexOptions, readKeys } from './key.ts';
import { expressionIn } from './parse.ts';

type Rest<T> = T extends unknown ? Omit<T, 'span' | 'text' | 'name'> : never;

/** CONSTRAINT [name], if it stands here; the name is absent where the server gives one. */
export function readConstraintName(cursor: Cursor): { readonly name?: string; readonly ifNotExists?: true } | undefined {
  if (!cursor.accept('constraint')) return undefined;
  const ifNotExists = ifNotExistsAt(cursor);
  const starts = /^(?:primary|unique|foreign|check)$/;
  return cursor.isName() && !starts.test(cursor.wordAt(cursor.at)) ? { name: cursor.name(), ...ifNotExists } : ifNotExists;
}

const ifNotExistsAt = (cursor: Cursor): { readonly ifNotExists?: true } => (cursor.accept('if not exists') ? { ifNotExists: true } : {});

/** A table's PRIMARY KEY, FOREIGN KEY or CHECK; undefined where none stands here. @param from where it begins, with CONSTRAINT */
export function readConstraint(
  cursor: Cursor,
  from: number,
  name?: string,
): { readonly constraint: ConstraintDefinition; readonly ifNotExists?: true } | undefined {
  const read = readRest(cursor);
  if (read === undefined) return undefined;
  const { ifNotExists, ...rest } = read;
  const range = { from, to: cursor.at };
  const constraint = { ...rest, ...(name !== undefined && { name }), span: cursor.spanOf(range), text: cursor.textOf(range) };
  return { constraint: constraint as ConstraintDefinition, ...(ifNotExists && { ifNotExists }) };
}

/** IF NOT EXISTS is MariaDB's. */
function readRest(cursor: Cursor): (Rest<ConstraintDefinition> & { readonly ifNotExists?: true }) | undefined {
  if (cursor.accept('primary key')) {
    const ifNotExists = ifNotExistsAt(cursor);
    const found: IndexOptions = { options: [] };
    // MariaDB takes a name, and forgets it.
    if (cursor.isName() && !cursor.is('using')) cursor.name();
    readIndexOptions(cursor, found);
    const elements = readKeys(cursor);
    readIndexOptions(cursor, found);
    const plain = elements.every((each) => each.prefix === undefined && !each.descending);
    return { type: 'primary-key', columns: elements.map((each) => each.column ?? ''), ...(!plain && { elements }), ...ifNotExists };
  }
  if (cursor.accept('foreign key')) {
    const ifNotExists = ifNotExistsAt(cursor);
    if (cursor.isName()) cursor.name();
    const columns = readKeys(cursor).map((each) => each.column ?? '');
    return { ...readReferences(cursor), type: 'foreign-key', columns, ...ifNotExists };
  }
  if (cursor.accept('check')) return readCheck(cursor);
  return undefined;
}

/** Behind CHECK. */
export function readCheck(cursor: Cursor): Rest<ConstraintDefinition> {
  const expression = expressionIn(cursor, cursor.parentheses());
  const enforced = cursor.accept('not enforced', 'enforced');
  if (enforced !== undefined) cursor.note('ENFORCED');
  return { type: 'check', expression, ...(enforced === 'not enforced' && { notEnforced: true }) };
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
