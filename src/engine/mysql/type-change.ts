import { hasCharset, widthOf } from '../../schema/mysql/charset.ts';
import type { Column } from '../../schema/schema.ts';
import type { Failure } from '../failure.ts';
import type { At } from './at.ts';
import { bytesOf, collationOf, isRelabelled } from './charset.ts';
import type { ChangeKind } from './ways.ts';

/** What the type of a column becomes, besides whether NULL is one of its values. */
export interface TypeChange {
  readonly kind: ChangeKind;
  readonly because?: string;
  /** See `Change`. */
  readonly assumed?: true;
  readonly fails?: Failure;
}

const strings = new Set(['char', 'varchar', 'binary', 'varbinary']);
const texts = ['tinytext', 'text', 'mediumtext', 'longtext'];
const blobs = ['tinyblob', 'blob', 'mediumblob', 'longblob'];
/** By the bytes that a value takes. */
const integers = ['tinyint', 'smallint', 'mediumint', 'int', 'bigint'];
const dates = new Set(['date', 'time', 'datetime', 'timestamp', 'year']);
const numbers = new Set([...integers, 'decimal', 'float', 'double', 'bit', 'year']);

/**
 * How a type differs from another one, to the server: undefined where it keeps the same bytes under the same collation.
 * https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html#online-ddl-column-operations
 * @param indexed an index has the column, so that its order counts; `words`: a FULLTEXT one
 */
export function typeChange(at: At, old: Column, now: Column, indexed: boolean | 'words'): TypeChange | undefined {
  const [from, to] = [old.type, now.type];
  if (from.name === to.name && (to.name === 'enum' || to.name === 'set')) return membersChange(at, old, now);
  const relabelled = charsetChange(at, old, now);
  const wider = lengthChange(at, old, now);
  if (relabelled === 'copied' || wider === 'copied') {
    const fails = failureOf(at, old, now);
    const assumed = wider !== 'copied' && (from.characterSet === undefined || to.characterSet === undefined);
    const because = differenceInWords(old, now, wider === 'copied');
    return { kind: 'change-type', because, ...(assumed && { assumed }), ...(fails && { fails }) };
  }
  // MySQL takes another character set for another order.
  if (relabelled === 'relabelled' && indexed && (at.server === 'mysql' || collationOf(at, old) !== collationOf(at, now))) {
    const because = `an index holds ${old.name} in the order of its collation`;
    return { kind: indexed === 'words' ? 'change-type' : 'relabel-indexed-characters', because };
  }
  const assumed = isUnknown(old) && isUnknown(now) && { assumed: true as const };
  if (wider === 'short') return { kind: 'extend-short-string', because: lengthBytes(old), ...assumed };
  if (wider === 'long') return { kind: 'extend-long-string', because: lengthBytes(old), ...assumed };
  if (relabelled === 'relabelled') return { kind: 'relabel-characters', because: `${old.name} gets another collation` };
  return wider === 'wider' ? { kind: 'extend-string' } : undefined;
}

const isUnknown = ({ type }: Column): boolean => hasCharset(type.name) && type.characterSet === undefined;
/** @param isOther the type is another one, whatever the character set */
function differenceInWords({ name, type: from }: Column, { type: to }: Column, isOther: boolean): string {
  if (isOther) return `the type of ${name} changes from ${from.text} to ${to.text}`;
  if (from.characterSet === undefined) return `which character set ${name} has is not known`;
  return `the character set of ${name} changes from ${from.characterSet} to ${to.characterSet ?? 'that of the server'}`;
}

const lengthBytes = ({ name }: Column): string => `the length of ${name} takes two bytes above 255 bytes, and one below`;

/** Another character set or collation. */
function charsetChange(at: At, old: Column, now: Column): 'relabelled' | 'copied' | undefined {
  const [from, to] = [old.type.characterSet, now.type.characterSet];
  const binary = at.server === 'mysql' && isString(old) && isBinary(now) && !isBinary(old);
  if (binary) return 'relabelled';
  if (from === to) return collationOf(at, old) === collationOf(at, now) ? undefined : 'relabelled';
  return isRelabelled(from, to) ? 'relabelled' : 'copied';
}

const isString = ({ type }: Column): boolean => strings.has(type.name) || texts.includes(type.name);
const isBinary = ({ type }: Column): boolean => type.name.includes('binary') || blobs.includes(type.name);

/** Whether values take the same room, or up to 255 bytes one byte for their length, and two beyond. */
function lengthChange(at: At, old: Column, now: Column): 'wider' | 'short' | 'long' | 'copied' | undefined {
  const [from, to] = [old.type, now.type];
  if (isVariable(from.name) && isVariable(to.name)) {
    const isSame = from.name === to.name || (at.server === 'mysql' && to.name === 'varbinary');
    if (!isSame) return 'copied';
    const [chars, charsNow] = [Number(from.modifiers[0] ?? 0), Number(to.modifiers[0] ?? 0)];
    if (from.name === to.name && charsNow < chars) return 'copied';
    const kinds = widthsOf(old, now).map(([one, other]) => stringChange(bytesOf(from, one), bytesOf(to, other)));
    return byWeight.find((kind) => kinds.includes(kind));
  }
  if (from.name !== to.name) {
    const asBytes = at.server === 'mysql' && texts.indexOf(from.name) !== -1 && texts.indexOf(from.name) === blobs.indexOf(to.name);
    return asBytes ? undefined : 'copied';
  }
  // MySQL keeps a CHAR of a character set with several bytes as it keeps a VARCHAR.
  if (from.name === 'char' && at.server === 'mysql' && bytesOf(from) > 255 !== bytesOf(to) > 255) return 'copied';
  if (from.unsigned !== to.unsigned) return 'copied';
  // A display width, and the digits of a FLOAT, are for show.
  if (integers.includes(to.name) || to.name === 'float' || to.name === 'double' || to.name === 'year') return undefined;
  return String(withDefault(to.name, from.modifiers)) === String(withDefault(to.name, to.modifiers)) ? undefined : 'copied';
}

/** The heaviest first. */
const byWeight = ['copied', 'long', 'short', 'wider'] as const;

/** From so many bytes at most to so many. */
function stringChange(bytes: number, now: number): (typeof byWeight)[number] | undefined {
  if (now < bytes) return 'copied';
  if (now === bytes) return undefined;
  if (bytes > 255 === now > 255) return 'wider';
  return bytes <= 127 ? 'short' : 'long';
}

/** The bytes of a character before and after: every width that there may be, where nothing tells of the character set. */
function widthsOf(old: Column, now: Column): readonly (readonly [number, number])[] {
  if (isUnknown(old) && isUnknown(now)) return [1, 3, 4].map((width) => [width, width] as const);
  return [[widthOf(old.type.characterSet), widthOf(now.type.characterSet)]];
}

const isVariable = (type: string): boolean => type === 'varchar' || type === 'varbinary';

function withDefault(type: string, modifiers: Column['type']['modifiers']): Column['type']['modifiers'] {
  if (type === 'decimal') return [modifiers[0] ?? 10, modifiers[1] ?? 0];
  if (modifiers.length > 0) return modifiers;
  return /^(char|binary|bit)$/.test(type) ? [1] : dates.has(type) ? [0] : [];
}

/** Members of ENUM and SET: those that come at the end take no more room up to 255 of an ENUM, and each eight of a SET. */
function membersChange(at: At, old: Column, now: Column): TypeChange | undefined {
  const [members, others] = [old.type.modifiers.map(String), now.type.modifiers.map(String)];
  const { name } = old;
  const charset = charsetChange(at, old, now);
  // The rows have numbers, which MariaDB does not see.
  if (charset !== undefined && at.server === 'mariadb')
    return { kind: 'change-type', because: `the members of ${name} get another character set or collation` };
  // Another case of letters is the same member to most collations.
  const isKept = members.length <= others.length && members.every((member, i) => member.toLowerCase() === others[i]?.toLowerCase());
  if (isKept && roomOf(members, now) === roomOf(others, now))
    return members.length === others.length && charset === undefined ? undefined : { kind: 'append-members' };
  const missing = members.find((member) => !others.includes(member));
  const fails = missing !== undefined && at.strict && { code: '1265', reason: `a row has '${missing}' in ${name}`, certain: false };
  return { kind: 'change-type', because: reasonOf(name, isKept, missing), ...(fails && { fails }) };
}

/** In bytes. https://dev.mysql.com/doc/refman/9.7/en/storage-requirements.html */
function roomOf(members: readonly string[], { type }: Column): number {
  if (type.name === 'enum') return members.length > 255 ? 2 : 1;
  return members.length > 32 ? 8 : Math.ceil(members.length / 8);
}

function reasonOf(column: string, isKept: boolean, missing: string | undefined): string {
  if (isKept) return `more members take more bytes in each row of ${column}`;
  return missing === undefined ? `a member of ${column} that is there gets another number` : `${column} loses the member '${missing}'`;
}

/** How a value may not fit into the new type. Without strict mode it is made to. */
function failureOf(at: At, old: Column, now: Column): Failure | undefined {
  const [from, to] = [old.type.name, now.type.name];
  const failing = (code: string, reason: string): Failure => ({ code, reason, certain: false });
  if (to === 'json' && from !== 'json') return failing(at.server === 'mysql' ? '3140' : '4025', `a value of ${old.name} is no valid JSON`);
  if (!at.strict) return undefined;
  if (to === 'enum' || to === 'set') return failing('1265', `a value of ${old.name} is no member of the new type`);
  const fromText = isString(old) || from === 'enum' || from === 'set';
  if (numbers.has(to) && fromText) return failing(at.server === 'mysql' ? '1366' : '1292', `a value of ${old.name} is no number`);
  if (dates.has(to) && (fromText || numbers.has(from))) return failing('1292', `a value of ${old.name} is no date or time`);
  if (integers.includes(to) && numbers.has(from)) return isNarrower(old, now) ? failing('1264', outOfRange(old)) : undefined;
  if (to === 'decimal' && numbers.has(from)) return digits(now) < digits(old) ? failing('1264', outOfRange(old)) : undefined;
  if (to === 'timestamp') return failing('1292', `a value of ${old.name} lies outside of what a TIMESTAMP holds`);
  if (bytesOf(now.type) < bytesOf(old.type)) return failing('1265', `a value of ${old.name} is longer`);
  if (old.type.characterSet !== now.type.characterSet && hasMore(old) && now.type.characterSet !== 'utf8mb4')
    return failing('1366', `a character of ${old.name} is missing in ${now.type.characterSet ?? 'the new character set'}`);
  return undefined;
}

const outOfRange = ({ name }: Column): string => `a value of ${name} is out of the new range`;
const hasMore = ({ type }: Column): boolean => type.characterSet !== undefined && !/^(ascii|binary)$/.test(type.characterSet);

function isNarrower({ type: from }: Column, { type: to }: Column): boolean {
  const [old, now] = [integers.indexOf(from.name), integers.indexOf(to.name)];
  return (
    old === -1 ||
    now < old ||
    (now === old && from.unsigned !== to.unsigned) ||
    (to.unsigned === true && from.unsigned !== true) ||
    (from.unsigned === true && now === old)
  );
}

/** Digits before the point. */
function digits({ type: { name, modifiers } }: Column): number {
  if (name === 'decimal') return Number(modifiers[0] ?? 10) - Number(modifiers[1] ?? 0);
  const known: Readonly<Record<string, number>> = { tinyint: 3, smallint: 5, mediumint: 8, int: 10, bigint: 20, year: 4 };
  return known[name] ?? 65;
}
