import { quoteLiteral } from '../../../sql/postgres/quote.ts';
import { columnAt, percent } from './run-each.ts';

/**
 * A query for the name of a column's NOT NULL constraint. From PostgreSQL 18 on it has one, unless another of that name in the schema (a copy by LIKE has its
 * original's) makes it a number longer; before that the query finds nothing. https://www.postgresql.org/docs/18/catalog-pg-constraint.html
 */
export function notNullName(table: string, column: string): string {
  return `SELECT conname ${from(table, column)}`;
}

/** A query for the statement that gives a column's NOT NULL constraint another name, for `runEach`. @param name an expression; NULL changes nothing */
export function namedAgain(table: string, column: string, name: string): string {
  const format = quoteLiteral(`ALTER TABLE ${percent(table)} RENAME CONSTRAINT %I TO %I`);
  return `SELECT format(${format}, conname, ${name}) ${from(table, column)} AND conname <> ${name}`;
}

/** A query for the statement that keeps a column's NOT NULL constraint from the tables that inherit, for `runEach`: PostgreSQL 18 knows of that. */
export function notInherited(table: string, column: string): string {
  const format = quoteLiteral(`ALTER TABLE ${percent(table)} ALTER CONSTRAINT %I NO INHERIT`);
  return `SELECT format(${format}, conname) ${from(table, column)}`;
}

function from(table: string, column: string): string {
  return `FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND conkey = ARRAY[attnum] WHERE contype = 'n' AND ${columnAt(table, column)}`;
}
