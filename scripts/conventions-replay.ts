/**
 * Runs the migrations of the corpus in the order and in the transactions in which each tool is taken to run them, on the embedded PostgreSQL, and lists what is refused:
 * `node scripts/conventions-replay.ts`; with `--write`, into docs/conventions.md. It takes some minutes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { citext } from '@electric-sql/pglite/contrib/citext';
import { ltree } from '@electric-sql/pglite/contrib/ltree';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { uuid_ossp } from '@electric-sql/pglite/contrib/uuid_ossp';
import type { Migration } from '../src/migration/migration.ts';
import { loadReader } from '../src/sql/load.ts';
import { between } from './between.ts';
import { corpusSets } from './conventions.ts';
import { corpusIsThere } from './corpus-files.ts';

const reader = await loadReader();
const extensions = { btree_gin, btree_gist, citext, ltree, pg_trgm, pgcrypto, uuid_ossp };

/** Runs a file, and goes on behind what is refused. @returns what was refused */
async function run(database: PGlite, { path, text, sections, transaction }: Migration): Promise<readonly string[]> {
  const refused: string[] = [];
  const statements = reader.read(text, sections).statements.map(({ span }) => text.slice(span.start, span.end));
  const wrapped = transaction === 'wrapped' && !statements.some((sql) => /^(?:begin|commit|start transaction)\b/i.test(sql));
  if (wrapped) await database.exec('BEGIN');
  for (const sql of statements) {
    if (wrapped) await database.exec('SAVEPOINT before');
    await database.exec(sql).catch(async (error: Error) => {
      refused.push(`${path.split('/').slice(-2).join('/')}: ${error.message}`);
      if (wrapped) await database.exec('ROLLBACK TO before');
    });
  }
  await database.exec('COMMIT');
  return refused;
}

if (!corpusIsThere) {
  console.log('there is no corpus');
  process.exit(0);
}
const rows = ['| project | tool | migrations | run whole | statements refused | the first |', '|---|---|---:|---:|---:|---|'];
for (const { units, tool, dialect } of corpusSets()) {
  const migrations = units.flatMap((unit) => unit.migrations);
  // Some directories hold what is no series: a schema, or what is run by hand.
  if (tool === undefined || (dialect !== undefined && dialect.dialect !== 'postgres') || migrations.length < 5) continue;
  const database = await PGlite.create({ extensions });
  const refused: (readonly string[])[] = [];
  for (const migration of migrations) refused.push(await run(database, migration));
  await database.close();
  const whole = refused.filter((each) => each.length === 0).length;
  const [project = ''] = tool.directory.split('/');
  rows.push(
    `| ${project.replace('__', '/')} | \`${tool.id}\` | ${migrations.length} | ${whole} | ${refused.flat().length} | ${refused.flat()[0] ?? ''} |`,
  );
  console.log(rows.at(-1));
}
if (process.argv.includes('--write')) {
  const page = fileURLToPath(new URL('../docs/conventions.md', import.meta.url));
  const text = between(readFileSync(page, 'utf8'), 'replay', rows.join('\n'));
  if (text === undefined) throw new Error('docs/conventions.md has no place for the table');
  writeFileSync(page, text);
}
