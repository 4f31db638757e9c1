import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, describe, expect, test } from 'vitest';
import { corpusDirectory, corpusIsThere, partsOf, postgresFiles } from '../../scripts/corpus-files.ts';
import { comparePlaces, isDown, placeOf, upSections } from '../../src/convention/plain.ts';
import { applyStatement, newSession } from '../../src/schema/apply.ts';
import { emptySchema, type Schema } from '../../src/schema/schema.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Reader, Statement } from '../../src/sql/statement.ts';
import { sampleOf } from '../everywhere.ts';
import { describeCatalog, describeModel, namedNotNulls } from './catalog.ts';
import { links } from './links.ts';

/**
 * Real histories, replayed in their order: the model at the end is the catalog that PGlite then has. Where it cannot be, the reason is below, and the
 * replay goes through all the same.
 */
const otherwise: { readonly [project: string]: string } = {
  'apache__hertzbeat/': 'its history begins with tables that the application creates',
  'hatchet-dev__hatchet/cmd': 'functions create partitions by the date of the day',
  'hatchet-dev__hatchet/sql': 'uses the extension btree_gist, which PGlite lacks',
  'pocket-id__pocket-id/': 'uses the extension citext',
  'riverqueue__river/riverdriver': 'swaps a table in a branch of a DO block',
  'rust-lang__crates.io/': 'its history begins with a dump that is not in it',
  'temporalio__temporal/schema/postgresql/v12/visibility': 'uses the extension btree_gin',
};

interface History {
  readonly name: string;
  readonly paths: readonly string[];
}

function histories(): readonly History[] {
  const files = postgresFiles().map((file) => file.path);
  const known = new Set(files);
  const places = files.filter((path) => !isDown(path, (other) => known.has(other))).map(placeOf);
  return [...new Set(places.map((place) => place.series))].map((name) => ({
    name,
    paths: places
      .filter((place) => place.series === name)
      .sort(comparePlaces)
      .map((place) => place.path),
  }));
}

function statementsOf(reader: Reader, path: string): readonly { readonly sql: string; readonly statement: Statement }[] {
  const text = readFileSync(join(corpusDirectory, path), 'utf8');
  const sections = upSections(text) ?? partsOf(text);
  return reader
    .read(text, sections)
    .statements.map((statement) => ({ statement, sql: text.slice(statement.span.start, statement.span.end) }));
}

describe.skipIf(!corpusIsThere)('real histories', async () => {
  const reader = await loadReader();
  const database = await PGlite.create();
  afterAll(() => database.close());

  test.each(sampleOf(histories()))('$name', { timeout: 120_000 }, async ({ name, paths }) => {
    await database.exec('ROLLBACK');
    const { rows } = await database.query<{ name: string }>(
      "SELECT quote_ident(nspname) AS name FROM pg_namespace WHERE nspname NOT LIKE 'pg_%' AND nspname <> 'information_schema'",
    );
    await database.exec(`${rows.map((row) => `DROP SCHEMA ${row.name} CASCADE;`).join(' ')} CREATE SCHEMA public; RESET ALL`);
    let schema: Schema = emptySchema();
    for (const path of paths) {
      schema = newSession(schema);
      for (const { sql, statement } of statementsOf(reader, path)) {
        schema = applyStatement(schema, statement.operations);
        // An extension that PGlite lacks, a LOCK outside a transaction: what a refusal matters, the comparison tells.
        await database.exec(sql).catch(() => {});
      }
    }
    schema = newSession(schema);
    const { expected, actual } = links(schema);
    expect(actual).toEqual(expected);
    const model = describeModel(schema);
    const catalog = await describeCatalog(database, namedNotNulls(schema));
    const reason = Object.entries(otherwise).find(([start]) => name.startsWith(start))?.[1];
    if (reason === undefined) expect(model).toEqual(catalog);
    else expect(model, `no longer so: ${reason}`).not.toEqual(catalog);
  });
});
