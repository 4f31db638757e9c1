import type { QualifiedName } from '../operation/name.ts';
import { isReserved } from './mysql/reserved.ts';
import * as postgres from './postgres/quote.ts';

type Engine = 'postgres' | 'mysql' | 'mariadb';

/** A name as messages and reports show it: as the engine's SQL writes it, in quotes only where it must be. */
export function identifierIn(engine: Engine, name: string): string {
  if (engine === 'postgres') return postgres.quoteIdentifier(name);
  return /^[A-Za-z_][\w$]*$/.test(name) && !isReserved(name.toLowerCase()) ? name : `\`${name.replaceAll('`', '``')}\``;
}

/** `schema.name`, or the name alone where no schema is known. MySQL's database that the session has from outside is called nothing. */
export function nameIn(engine: Engine, { schema, name }: QualifiedName): string {
  const known = schema !== undefined && (engine === 'postgres' || schema !== '');
  return known ? `${identifierIn(engine, schema)}.${identifierIn(engine, name)}` : identifierIn(engine, name);
}
