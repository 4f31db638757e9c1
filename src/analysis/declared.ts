import type { Declared, MigrationSet } from '../migration/migration.ts';
import { keyOf, type QualifiedName } from '../operation/name.ts';
import type { Operation } from '../operation/operation.ts';
import { applyStatement, newSession } from '../schema/apply.ts';
import { resolve, type Schema } from '../schema/schema.ts';
import { type DeclaredTable, readModels } from '../sql/prisma/read-models.ts';
import { readMigration } from '../sql/read-migration.ts';
import type { Reader, Statement } from '../sql/statement.ts';
import { linesOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** A column that stands in one place only, and where that is told. */
export interface Drift {
  readonly span: Span;
  readonly message: string;
  readonly advice: string;
}

/** What the migrations under review leave otherwise than the repository declares it. @param statements of the migration at `path` */
export type DriftIn = (path: string, statements: readonly Statement[]) => readonly Drift[];

/**
 * Compares the columns of the tables under review: as all migrations leave them, and as the repository declares them. A table is told in the last migration that works on it.
 * Nothing is said of tables that the history does not create, nor where anything could not be followed.
 * @param before the schema before the first migration under review
 */
export function driftOf({ declared, units, dump }: MigrationSet, before: Schema, empty: Schema, reader: Reader): DriftIn | undefined {
  if (declared === undefined || dump !== undefined) return undefined;
  const tables = declared.language === 'prisma' ? readModels(declared.text) : tablesOf(declared.text, empty, reader);
  if (tables === undefined) return undefined;
  const known = new Map(tables.map((each) => [keyOf(resolve(empty, nameOf(each))), each]));
  const last = new Map<string, string>();
  let after = before;
  for (const migration of units.flatMap((unit) => unit.migrations)) {
    if (migration.direction === 'down') return undefined;
    after = newSession(after);
    for (const { operations, unreadable } of readMigration(reader, migration).statements) {
      after = applyStatement(after, operations, unreadable !== undefined);
      for (const operation of operations) for (const name of worksOn(operation)) last.set(keyOf(resolve(after, name)), migration.path);
    }
  }
  if (after.unfollowed > before.unfollowed) return undefined;
  return (path, statements) =>
    [...last].flatMap(([key, of]): readonly Drift[] => {
      const table = after.tables.get(key);
      if (of !== path || table === undefined || !table.complete || table.persistence === 'temporary' || table.partitionOf !== undefined)
        return [];
      const on = statements.filter(({ operations }) =>
        operations.some((each) => worksOn(each).some((name) => keyOf(resolve(after, name)) === key)),
      );
      const model = known.get(key);
      const { name } = table.name;
      const at = on.at(-1)?.span ?? { start: 0, end: 0 };
      if (model === undefined)
        return table.createdIn === 0
          ? []
          : [drift(at, `the migrations create ${name}, and ${declared.path} does not have it`, declared.path)];
      const does = on.flatMap(({ operations }) => operations);
      const adding = (column: string): Span => does.find((each) => each.kind === 'add-column' && each.column.name === column)?.span ?? at;
      const dropping = (column: string): Span => does.find((each) => each.kind === 'drop-column' && each.column === column)?.span ?? at;
      const missing = table.columns.filter((each) => !model.columns.has(each.name));
      const more = [...model.columns].filter(([column]) => !table.columns.some((each) => each.name === column));
      return [
        ...missing.map((each) =>
          drift(
            adding(each.name),
            `the migrations leave ${name} with the column ${each.name}, which ${placeIn(declared, model.line).text} does not have`,
            placeIn(declared, model.line).path,
          ),
        ),
        ...more.map(([column, line]) =>
          drift(
            dropping(column),
            `${placeIn(declared, line).text} has the column ${column} of ${name}, and the migrations leave the table without it`,
            placeIn(declared, line).path,
          ),
        ),
      ];
    });
}

/** A line of a declared schema, in the file that has it. */
function placeIn({ path, files }: Declared, line: number): { readonly path: string; readonly text: string } {
  const file = files?.findLast((each) => each.line <= line) ?? { path, line: 1 };
  return { path: file.path, text: `${file.path}:${line - file.line + 1}` };
}

function drift(span: Span, difference: string, path: string): Drift {
  return {
    span,
    message: `Declared and migrated differ: ${difference}.`,
    advice: `Change ${path} in the same commit, or write the migration that is missing.`,
  };
}

function nameOf({ schema, name }: DeclaredTable): QualifiedName {
  return { name, ...(schema !== undefined && { schema }) };
}

/** The tables that an operation makes or changes the columns of. */
function worksOn(operation: Operation): readonly QualifiedName[] {
  switch (operation.kind) {
    case 'create-table':
    case 'add-column':
    case 'drop-column':
      return [operation.table];
    case 'rename-column':
      return [operation.table];
    default:
      return [];
  }
}

/** The tables of a schema in SQL; undefined where a statement of it cannot be read. */
function tablesOf(text: string, empty: Schema, reader: Reader): readonly DeclaredTable[] | undefined {
  const { statements } = reader.read(text);
  const lines = linesOf(text);
  let schema = newSession(empty);
  const places = new Map<string, Span>();
  for (const { operations, unreadable, span } of statements) {
    if (unreadable !== undefined) return undefined;
    for (const operation of operations) if (operation.kind === 'create-table') places.set(keyOf(resolve(schema, operation.table)), span);
    schema = applyStatement(schema, operations, false);
  }
  return [...places].flatMap(([key, span]): readonly DeclaredTable[] => {
    const table = schema.tables.get(key);
    if (table === undefined) return [];
    const from = lines.position(span.start).line;
    const own = text.slice(span.start, span.end).split('\n');
    const lineOf = (column: string): number =>
      from +
      Math.max(
        0,
        own.findIndex((each) => each.trim().replace(/^"/, '').startsWith(column)),
      );
    return [
      {
        schema: table.name.schema,
        name: table.name.name,
        line: from,
        columns: new Map(table.columns.map(({ name }) => [name, lineOf(name)])),
      },
    ];
  });
}
