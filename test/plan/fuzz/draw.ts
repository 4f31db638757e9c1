import type { ProofDatabase } from '../../../src/proof/database.ts';
import { ProofFailure } from '../../../src/proof/database.ts';
import { type Catalog, catalogQuery } from '../../truth/fuzz/catalog.ts';
import { type Draw, weighted } from '../../truth/fuzz/draw.ts';
import { type Generator, groundOf } from '../../truth/fuzz/ground.ts';
import { foundations } from '../../truth/fuzz/schema.ts';
import { kinds } from '../../truth/fuzz/statement.ts';

/** A schema and a migration of it, both of statements that the server takes one after the other. */
export interface Drawn {
  readonly history: readonly string[];
  readonly change: readonly string[];
}

/** What is worth a plan: the kinds of statements that block, break or fail, each with its weight. */
const unsafe: readonly (readonly [number, string])[] = [
  [14, 'add column'],
  [14, 'add constraint'],
  [16, 'alter type'],
  [8, 'set not null'],
  [4, 'drop column'],
  [16, 'several actions'],
  [5, 'rename'],
  [12, 'create index'],
  [3, 'drop index'],
  [2, 'drop table'],
  [3, 'attach partition'],
  [2, 'detach partition'],
  [2, 'using index'],
  [2, 'logged'],
  [2, 'update'],
  [2, 'reindex'],
  [2, 'cluster'],
  [2, 'refresh'],
  [1, 'create table'],
  [1, 'set default'],
  [1, 'comment'],
];

/** Arrays that may be indexed, and then take no second row: what they are of cannot be compared. */
const incomparable = /\b(?:xml|json|point|box|circle|line|lseg|path|polygon)\[\]/;

/** Statements that are tried for each that is kept. */
const tries = 8;

/** Draws until what was drawn runs from nothing as well: what was refused in between may have left something all the same, a number that a sequence gave for it. */
export async function drawMigration(draw: Draw, database: ProofDatabase): Promise<Drawn> {
  for (;;) {
    const drawn = await drawOnce(draw, database);
    await database.reset();
    const { refusal } = await database.runAll([...drawn.history, ...drawn.change]);
    if (refusal === undefined) return drawn;
  }
}

async function drawOnce(draw: Draw, database: ProofDatabase): Promise<Drawn> {
  await database.reset();
  await database.run('create schema other');
  let count = 0;
  await database.run(`prepare catalog as ${catalogQuery}`);
  let catalog: Catalog | undefined;
  const accepted = async (generator: Generator | undefined): Promise<string | undefined> => {
    catalog ??= (await database.run('execute catalog')).rows[0]?.catalog as Catalog;
    const sql = generator?.(groundOf(draw, catalog, () => ++count));
    if (sql === undefined || incomparable.test(sql) || !(await runs(database, sql))) return undefined;
    // Rows change nothing of it.
    if (!/^insert/.test(sql)) catalog = undefined;
    return sql;
  };
  const history = ['create schema other'];
  for (const [times, generator] of foundations)
    for (let left = draw.upTo(times + 1); left > 0; left--) {
      const sql = await accepted(generator);
      if (sql !== undefined) history.push(sql);
    }
  const change: string[] = [];
  const wanted = 1 + draw.upTo(3);
  for (let tried = 0; tried < tries && change.length < wanted; tried++) {
    const sql = await accepted(kinds[weighted(draw, unsafe)]?.[1]);
    if (sql !== undefined) change.push(sql);
  }
  return { history, change };
}

async function runs(database: ProofDatabase, sql: string): Promise<boolean> {
  try {
    await database.run(sql);
    return true;
  } catch (error) {
    if (!(error instanceof ProofFailure) || error.fatal) throw error;
    return false;
  }
}
