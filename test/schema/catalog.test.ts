import { readdirSync, readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyStatement } from '../../src/schema/apply.ts';
import { emptySchema, type Schema } from '../../src/schema/schema.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Reader } from '../../src/sql/statement.ts';
import { describeCatalog, describeModel, namedNotNulls } from './catalog.ts';

/** The replayed model is the catalog of PostgreSQL 18 after each statement of the scenarios. */

const folder = new URL('./scenarios/', import.meta.url);
let database: PGlite;
let reader: Reader;

beforeAll(async () => {
  database = await PGlite.create();
  reader = await loadReader();
});
afterAll(() => database.close());

interface Case {
  readonly title: string;
  readonly sql: string;
}

function casesOf(text: string): readonly Case[] {
  return text
    .split(/^-- case: /m)
    .slice(1)
    .map((part) => ({ title: part.slice(0, part.indexOf('\n')), sql: part.slice(part.indexOf('\n') + 1) }));
}

for (const file of readdirSync(folder).sort()) {
  describe(file.replace('.sql', '').replaceAll('-', ' '), () => {
    test.each(casesOf(readFileSync(new URL(file, folder), 'utf8')))('$title', async ({ sql }) => {
      await database.exec(
        'DROP SCHEMA public CASCADE; CREATE SCHEMA public; DROP SCHEMA IF EXISTS app CASCADE; DROP SCHEMA IF EXISTS app2 CASCADE; RESET search_path',
      );
      let schema: Schema = emptySchema();
      for (const { span, operations, unreadable } of reader.read(sql).statements) {
        const statement = sql.slice(span.start, span.end);
        expect(unreadable, statement).toBeUndefined();
        await database.exec(statement);
        schema = applyStatement(schema, operations);
        expect(describeModel(schema), statement).toEqual(await describeCatalog(database, namedNotNulls(schema)));
      }
    });
  });
}
