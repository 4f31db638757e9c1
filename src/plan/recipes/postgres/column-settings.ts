import { quoteIdentifier, quoteLiteral } from '../../../sql/postgres/quote.ts';
import { grantee } from './run-each.ts';

/** What the catalog knows of a column and the history need not: queries that give the statements for another column, for `runEach`. */
export function grantsOf(table: string, from: string, to: string): string {
  const format = quoteLiteral(`GRANT %s (${percent(quoteIdentifier(to))}) ON ${percent(table)} TO %s`);
  return `SELECT format(${format}, privilege_type, ${grantee}) FROM pg_attribute, aclexplode(attacl) WHERE ${at(table, from)}`;
}

export function at(table: string, column: string): string {
  return `attrelid = ${quoteLiteral(table)}::regclass AND attname = ${quoteLiteral(column)}`;
}

/** A name in a format, in which a per cent sign is doubled. */
export function percent(name: string): string {
  return name.replaceAll('%', '%%');
}
