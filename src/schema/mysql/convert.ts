import type { OperationOf } from '../../operation/operation.ts';
import type { TypeName } from '../../operation/type-name.ts';
import type { Charset, Column, Schema, Table } from '../schema.ts';
import { charsetOf, hasCharset, widthOf } from './charset.ts';

/** CONVERT TO CHARACTER SET: the table and every column of characters; `default` is the database's character set. */
export function converted(schema: Schema, table: Table, operation: OperationOf<'convert-character-set'>): Table {
  const own = schema.mysql?.defaults[table.name.schema] ?? {};
  const charset = operation.characterSet === 'default' ? own : charsetOf(operation.characterSet, operation.collation);
  const { characterSet: _, collation: __, ...mysql } = table.mysql ?? { rowVersions: 0 };
  const columns = table.columns.map((column) => (hasCharset(column.type.name) ? inCharset(column, charset) : column));
  return { ...table, columns, mysql: { ...mysql, ...charset } };
}

function inCharset({ collation: _, type, ...column }: Column, { characterSet, collation }: Charset): Column {
  const { characterSet: __, ...plain } = largeEnough(type, characterSet);
  return {
    ...column,
    type: { ...plain, ...(characterSet !== undefined && { characterSet }) },
    ...(collation !== undefined && { collation: { name: collation } }),
  };
}

const texts = ['tinytext', 'text', 'mediumtext', 'longtext'];

/** A text gets a larger type where its characters come to take more bytes. https://dev.mysql.com/doc/refman/9.7/en/alter-table.html#alter-table-character-set */
function largeEnough(type: TypeName, characterSet: string | undefined): TypeName {
  const larger = texts[texts.indexOf(type.name) + 1];
  const isLarger = larger !== undefined && texts.includes(type.name) && widthOf(characterSet) > widthOf(type.characterSet);
  return isLarger ? { ...type, name: larger, text: larger } : type;
}
