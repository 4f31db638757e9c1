import type { Option } from '../../operation/operation.ts';
import type { Charset } from '../schema.ts';

/** Types whose values are characters, so that columns of them have a character set. https://dev.mysql.com/doc/refman/9.7/en/charset-column.html */
const ofCharacters = new Set(['char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext', 'enum', 'set']);

export const hasCharset = (type: string): boolean => ofCharacters.has(type);

/** What a CHARACTER SET and a COLLATE say together: either tells of the other. */
export function charsetOf(characterSet: string | undefined, collation: string | undefined): Charset {
  const known = characterSet ?? collation?.replace(/_.*/, '');
  return {
    // The collations that MariaDB names after Unicode's belong to any character set of Unicode.
    ...(known !== undefined && known !== 'uca1400' && { characterSet: plain(known) }),
    ...(collation !== undefined && { collation: collation.replace(/^utf8_/, 'utf8mb3_') }),
  };
}

/** What options of a table or a database say of it; nothing where they say nothing. */
export function charsetIn(options: readonly Option[]): Charset {
  const last = (name: string): string | undefined =>
    options.findLast((option) => option.name === name && option.value !== 'default')?.value;
  return charsetOf(last('character_set')?.toLowerCase(), last('collate')?.toLowerCase());
}

/** `utf8` means `utf8mb3` to every version so far. https://dev.mysql.com/doc/refman/9.7/en/charset-unicode-utf8.html */
const plain = (characterSet: string): string => (characterSet === 'utf8' ? 'utf8mb3' : characterSet);

/** The bytes that one character takes at most. https://dev.mysql.com/doc/refman/9.7/en/charset-charsets.html */
const widths: Readonly<Record<string, number>> = {
  utf8mb4: 4,
  utf8mb3: 3,
  utf16: 4,
  utf16le: 4,
  utf32: 4,
  ucs2: 2,
  big5: 2,
  cp932: 2,
  eucjpms: 3,
  euckr: 2,
  gb18030: 4,
  gb2312: 2,
  gbk: 2,
  sjis: 2,
  ujis: 3,
};

/** Where nothing tells of the character set, of the widest. */
export function widthOf(characterSet: string | undefined): number {
  return characterSet === undefined ? 4 : (widths[characterSet] ?? 1);
}
