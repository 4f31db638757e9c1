import type { QualifiedName } from '../../operation/name.ts';
import { columnWords, functionWords, reserved } from './keywords.ts';

/** A name (folded, as the catalog has it) as SQL, quoted only where it must be: `quote_ident`, which quotes keywords that could be a name, too. */
export function quoteIdentifier(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !isKeyword(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

const isKeyword = (name: string): boolean => reserved.has(name) || functionWords.has(name) || columnWords.has(name);

/** `schema.name`, or the name alone where no schema is known. */
export function quoteName(name: QualifiedName): string {
  return name.schema === undefined ? quoteIdentifier(name.name) : `${quoteIdentifier(name.schema)}.${quoteIdentifier(name.name)}`;
}

/** A string as an SQL literal: `quote_literal`. A backslash makes it an `E''` string, which every setting of the server reads alike. */
export function quoteLiteral(value: string): string {
  const doubled = value.replaceAll("'", "''");
  return value.includes('\\') ? `E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`;
}

/** A text in dollar quotes, with a tag that does not occur in it. */
export function quoteDollar(body: string): string {
  let tag = '$$';
  for (let i = 0; body.includes(tag) || (body.endsWith('$') && tag === '$$'); i++) tag = i === 0 ? '$lockstep$' : `$lockstep${i}$`;
  return `${tag}${body}${tag}`;
}
