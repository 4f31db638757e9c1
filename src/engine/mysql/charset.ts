import type { TypeName } from '../../operation/type-name.ts';
import { widthOf } from '../../schema/mysql/charset.ts';
import type { Column } from '../../schema/schema.ts';
import type { Server } from './version.ts';

const longest: Readonly<Record<string, number>> = {
  tinytext: 255,
  tinyblob: 255,
  text: 65_535,
  blob: 65_535,
  mediumtext: 2 ** 24 - 1,
  mediumblob: 2 ** 24 - 1,
  longtext: 2 ** 32 - 1,
  longblob: 2 ** 32 - 1,
  json: 2 ** 32 - 1,
};

/** The bytes of the longest value of a string type. @param width the bytes of one character */
export function bytesOf({ name, modifiers, characterSet }: TypeName, width = widthOf(characterSet)): number {
  if (name === 'varbinary' || name === 'binary') return Number(modifiers[0] ?? 1);
  if (name === 'varchar' || name === 'char') return Number(modifiers[0] ?? 1) * width;
  return longest[name] ?? 0;
}

/** The collation by its name behind the character set's: those of utf8mb3 and utf8mb4 are the same but for that. Absent, it is the set's own. */
export function collationOf(at: { readonly server: Server }, { type, collation }: Column): string {
  const own = collation?.name.replace(/^(utf8mb[34]|[a-z0-9]+)_/, '');
  return own === undefined || own === ownCollation(at.server, type.characterSet) ? 'own' : own;
}

function ownCollation(server: Server, characterSet: string | undefined): string | undefined {
  if (characterSet === 'utf8mb4') return server === 'mysql' ? '0900_ai_ci' : 'general_ci';
  return characterSet === 'latin1' ? 'swedish_ci' : characterSet === undefined ? undefined : 'general_ci';
}

/** Whether the bytes of every value mean the same in the other character set, to either server. ASCII's would too, and are not taken to. */
export function isRelabelled(from: string | undefined, to: string | undefined): boolean {
  return from === 'utf8mb3' && to === 'utf8mb4';
}
