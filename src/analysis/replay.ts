import { type Changeset, changesetAt, type Migration } from '../migration/migration.ts';
import { applyStatement, newSession } from '../schema/apply.ts';
import type { Schema } from '../schema/schema.ts';
import { asMayRun, readMigration } from '../sql/read-migration.ts';
import type { Reader, SqlFile, Statement } from '../sql/statement.ts';
import { contains } from '../text/span.ts';

/** Replays a migration without judging it. */
export function replayMigration(
  migration: Migration,
  before: Schema,
  { reader }: { readonly reader: Reader },
): { readonly sql: SqlFile; readonly after: Schema } {
  const sql = readMigration(reader, migration);
  let after = newSession(before);
  for (const statement of sql.statements) {
    const operations = changesetAt(migration, statement.span.start)?.conditional ? asMayRun(statement) : statement.operations;
    after = applyStatement(after, operations, statement.unreadable !== undefined);
  }
  return { sql, after };
}

/** What is certain behind a part of a file that may have run, and may not. @param before the schema at its beginning */
export function mayHaveRun(before: Schema, { span }: Changeset, statements: readonly Statement[]): Schema {
  return statements
    .filter((each) => contains(span, each.span))
    .reduce((schema, each) => applyStatement(schema, asMayRun(each), each.unreadable !== undefined), before);
}
