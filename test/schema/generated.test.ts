import { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyStatement } from '../../src/schema/apply.ts';
import { emptySchema } from '../../src/schema/schema.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Reader } from '../../src/sql/statement.ts';
import { describeCatalog, describeModel, namedNotNulls } from './catalog.ts';
import { start, statement } from './statements.ts';

/** Of random statements, those that PostgreSQL refuses are left out; after each that ran, the model is the catalog. */

let database: PGlite;
let reader: Reader;

beforeAll(async () => {
  database = await PGlite.create();
  reader = await loadReader();
});
afterAll(() => database.close());

test('random statements', { timeout: 120_000 }, async () => {
  let ran = 0;
  const property = fc.asyncProperty(fc.array(statement, { minLength: 60, maxLength: 60 }), async (statements) => {
    await database.exec('DROP SCHEMA IF EXISTS app CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    let schema = emptySchema();
    const done: string[] = [];
    for (const each of [...start, ...statements]) {
      try {
        await database.exec(each);
      } catch {
        continue;
      }
      done.push(each);
      ran++;
      schema = applyStatement(schema, reader.read(each).statements[0]?.operations ?? []);
      expect(describeModel(schema), done.join(';\n')).toEqual(await describeCatalog(database, namedNotNulls(schema)));
    }
  });
  await fc.assert(property, { seed: Number(process.env.SEED ?? 4), numRuns: Number(process.env.RUNS ?? 12), endOnFailure: true });
  // Enough must have run for this to mean something.
  expect(ran).toBeGreaterThan(150);
});
