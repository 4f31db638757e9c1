import type { QualifiedName } from '../../operation/name.ts';

const escapes: Readonly<Record<string, string>> = { '0': '\0', b: '\b', n: '\n', r: '\r', t: '\t', Z: '\x1a' };

/** A name without its quotes. Unquoted names keep their letters: whether those count depends on the server's file system. */
export function unquoted(raw: string): string {
  const quote = raw[0];
  if (quote !== '`' && quote !== '"') return raw;
  return raw.slice(1, raw.length > 1 && raw.endsWith(quote) ? -1 : undefined).replaceAll(quote + quote, quote);
}

/** The value of a string literal. https://dev.mysql.com/doc/refman/9.5/en/string-literals.html */
export function stringValue(raw: string): string {
  const body = /^[nN]/.test(raw) ? raw.slice(1) : raw;
  const quote = body[0] as string;
  if (/^[xXbB]/.test(body)) return body;
  return body
    .slice(1, body.length > 1 && body.endsWith(quote) ? -1 : undefined)
    .replace(/\\([\s\S])|''|""/g, (pair, escaped: string | undefined) => {
      if (escaped !== undefined) return escapes[escaped] ?? (escaped === '%' || escaped === '_' ? pair : escaped);
      return pair === quote + quote ? quote : pair;
    });
}

/** A name in backticks, where it needs them. */
export function quoteIdentifier(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

/** `database`.`name`, or the name alone where no database is known. */
export function quoteName(name: QualifiedName): string {
  return name.schema === undefined ? quoteIdentifier(name.name) : `${quoteIdentifier(name.schema)}.${quoteIdentifier(name.name)}`;
}

/** A string as a literal that every sql_mode reads alike, as long as it holds no backslash. */
export function quoteLiteral(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
