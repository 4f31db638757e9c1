import type { ColumnDefinition, ColumnPosition } from '../../operation/operation.ts';
import type { TypeName } from '../../operation/type-name.ts';
import { type Charset, type Column, isNamed, type Table } from '../schema.ts';
import { charsetOf, hasCharset } from './charset.ts';

/** The column as the server keeps it: its character set found, what SERIAL and PRIMARY KEY stand for spelt out. @param defaults of its table */
export function columnFrom(given: ColumnDefinition, defaults: Charset, createdIn: number): Column {
  const definition = spelt(given);
  const { name, type, onUpdate, autoIncrement, invisible, comment, generated } = definition;
  const charset = hasCharset(type.name) ? charsetOfColumn(definition, defaults) : {};
  const value = definition.default?.tree.kind === 'null' ? undefined : definition.default;
  return {
    name,
    type: typeWith(type, charset.characterSet),
    ...(charset.characterSet !== 'binary' && charset.collation !== undefined && { collation: { name: charset.collation } }),
    notNull: definition.notNull,
    ...(value && { default: value }),
    ...(generated && { generated }),
    ...(autoIncrement && { autoIncrement }),
    ...(onUpdate && { onUpdate }),
    ...(invisible && { invisible }),
    ...(comment !== undefined && comment !== '' && { comment }),
    createdIn,
  };
}

/** SERIAL: `BIGINT UNSIGNED NOT NULL AUTO_INCREMENT UNIQUE`. https://dev.mysql.com/doc/refman/9.7/en/numeric-type-syntax.html */
export function spelt(definition: ColumnDefinition): ColumnDefinition {
  const key = definition.constraints.some(({ type }) => type === 'primary-key');
  const { span, text } = definition;
  if (definition.type.name !== 'serial') return key ? { ...definition, notNull: true } : definition;
  return {
    ...definition,
    type: { ...definition.type, name: 'bigint', unsigned: true },
    notNull: true,
    autoIncrement: true,
    constraints: [...definition.constraints, { type: 'unique', columns: [definition.name], span, text }],
  };
}

/** A column that says nothing has its table's; one that names a character set alone has that set's own collation. */
function charsetOfColumn({ type, collation }: ColumnDefinition, defaults: Charset): Charset {
  const own = charsetOf(type.characterSet, collation?.name);
  return own.characterSet === undefined && own.collation === undefined
    ? defaults
    : { ...(own.characterSet === undefined ? defaults : {}), ...own };
}

/** A string of the character set `binary` is one of bytes. https://dev.mysql.com/doc/refman/9.7/en/charset-binary-set.html */
function typeWith({ characterSet: _, ...type }: TypeName, characterSet: string | undefined): TypeName {
  if (characterSet === 'binary' && /char$|text$/.test(type.name)) {
    return { ...type, name: type.name.replace('text', 'blob').replace(/^(var)?char$/, '$1binary') };
  }
  return characterSet === undefined ? type : { ...type, characterSet };
}

/** The columns with one of them where `position` says, or at the end; one of the same name is replaced, and stays where it is if nothing is said. */
export function placed(table: Table, column: Column, position: ColumnPosition | undefined, replaced?: string): readonly Column[] {
  const old = table.columns.findIndex((each) => isNamed(table, each, replaced ?? column.name));
  if (position === undefined && old !== -1) return table.columns.with(old, column);
  const others = table.columns.filter((_, i) => i !== old);
  if (position === undefined) return [...others, column];
  const after = 'after' in position ? others.findIndex((each) => isNamed(table, each, position.after)) : -1;
  const at = 'first' in position ? 0 : after === -1 ? others.length : after + 1;
  return others.toSpliced(at, 0, column);
}
