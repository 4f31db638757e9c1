import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeOf } from '../../src/convention/plain.ts';
import type { Migration } from '../../src/migration/migration.ts';
import { catalogDifference, catalogOf } from '../../src/proof/catalog.ts';
import type { ProofDatabase } from '../../src/proof/database.ts';
import { embeddedDatabase } from '../../src/proof/embedded/engine.ts';
import { readDisk } from '../../src/source/disk.ts';
import { expandPaths } from '../../src/source/expand.ts';
import { treeOf } from '../../src/source/tree.ts';
import { loadReader } from '../../src/sql/load.ts';
import { isScript, loadScriptReader } from '../../src/sql/script/load.ts';
import { workspace } from '../cli/workspace.ts';
import { sampleOf } from '../everywhere.ts';
import { roomy } from '../proof/asking.ts';
import { change, fixtures } from './fixtures.ts';

/** The programs that a plan writes send, in the order and the transactions of their tools, what leads to the author's schema. (scripts/tools-prove.ts has the tools run them.) */

let database: ProofDatabase;
beforeAll(async () => {
  database = await embeddedDatabase(roomy);
});
afterAll(() => database.close());
const reader = await loadReader();

/** The statements of a migration as the server gets them: a list for each transaction. */
function transactionsOf({ text, sections, transaction }: Migration): readonly (readonly string[])[] {
  const statements = reader.read(text, sections).statements.map(({ span }) => text.slice(span.start, span.end));
  // A query of several statements is a transaction, and so is what nobody says anything about.
  return transaction === 'per-statement' || (statements.length === 1 && transaction !== 'wrapped')
    ? statements.map((each) => [each])
    : [statements];
}

async function run(migration: Migration): Promise<void> {
  for (const statements of transactionsOf(migration)) {
    const isWrapped = migration.transaction === 'wrapped' || statements.length > 1;
    const own = statements.filter((each) => !/^(?:BEGIN|COMMIT)$/i.test(each));
    for (const sql of isWrapped ? ['BEGIN', ...own, 'COMMIT'] : statements) await database.run(sql);
  }
}

async function schemaAfter(directory: string, series: string, byHand: readonly string[]): Promise<readonly string[]> {
  const tree = treeOf(directory);
  const paths = await expandPaths(tree, [series]);
  const programs = await loadScriptReader(paths);
  const sets = readDisk({
    tree,
    review: new Map(paths.map((path) => [path, {}])),
    noHistory: false,
    isHistory: 'earlier',
    earlier: [],
    together: true,
    transaction: 'unknown',
    ...(programs && { programs }),
  });
  await database.reset();
  for (const migration of sets.flatMap((set) => set.units.flatMap((unit) => unit.migrations))) await run(migration);
  for (const path of byHand)
    for (const { span } of reader.read(readFileSync(join(directory, path), 'utf8')).statements)
      await database.run(readFileSync(join(directory, path), 'utf8').slice(span.start, span.end));
  return catalogOf(database);
}

const programs = fixtures.filter(({ change: { path } }) => isScript(path));
test.each(sampleOf(programs).map((fixture) => [`${fixture.tool}: ${fixture.change.path}`, fixture] as const))('%s', async (_, fixture) => {
  const { files, change: changed } = fixture;
  const { path, wrap = (sql: string) => sql } = changed;
  const here = workspace({ ...files, [path]: wrap(change), '.lockstep.yml': 'engine: postgres@18\n' });
  const { series } = placeOf(path);
  const original = await schemaAfter(here.directory, series, []);
  expect(original).toContainEqual(expect.stringContaining('total_positive'));

  const { stdout, code } = await here.lockstep('plan', path, '--write', '--no-proof');
  expect(code).toBe(0);
  const byHand = [...stdout.matchAll(/^wrote +(\S*-by-hand\/\S+)/gm)].map((match) => match[1] as string);
  expect(catalogDifference(original, await schemaAfter(here.directory, series, byHand))).toEqual([]);
});
