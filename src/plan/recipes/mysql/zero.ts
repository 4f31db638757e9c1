import type { MysqlTarget } from '../../../engine/engine.ts';
import { has } from '../../../engine/mysql/version.ts';
import type { TypeName } from '../../../operation/type-name.ts';
import { quoteLiteral } from '../../../sql/mysql/quote.ts';

/** What a column that is NOT NULL and has no default holds in rows that give it none, where that is a valid value of its type. https://dev.mysql.com/doc/refman/9.5/en/data-type-defaults.html */
export function zeroOf({ name, modifiers }: TypeName): string | undefined {
  if (/^(?:tinyint|smallint|mediumint|int|bigint|decimal|float|double)$/.test(name)) return '0';
  if (/^(?:char|varchar|varbinary|set)$/.test(name) || isLob(name)) return "''";
  if (name === 'enum' && modifiers[0] !== undefined) return quoteLiteral(String(modifiers[0]));
  return name === 'bit' ? "b'0'" : undefined;
}

/** Whether MySQL refuses a literal default for it (error 1101); MariaDB takes one. */
export function refusesLiteralDefault({ name }: TypeName, { engine }: MysqlTarget): boolean {
  return engine === 'mysql' && (isLob(name) || name === 'json' || /^(?:geom|point|linestring|polygon|multi)/.test(name));
}

/** Whether a BLOB or TEXT may have an expression as its default: by MODIFY, not by SET DEFAULT. https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html#data-type-defaults-explicit */
export function knowsExpressionDefaults({ engine, version }: MysqlTarget): boolean {
  return version !== undefined && has({ server: engine, version }, { mysql: '8.0.13' });
}

function isLob(name: string): boolean {
  return /(?:text|blob)$/.test(name);
}
