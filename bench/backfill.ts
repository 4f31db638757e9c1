import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { between } from '../scripts/between.ts';
import { withPostgres } from '../scripts/truth/server.ts';
import { backfillSql } from '../src/plan/backfill.ts';
import type { Server } from '../test/truth/database.ts';

/**
 * `npm run bench:backfill`: what the backfill of a plan costs on tables of 10⁴, 10⁵ and 10⁶ rows, on a real server: time and blocks a row, and how often a table was read whole.
 * Without its pauses, which are 50 ms for each batch. `--write` puts the figures into docs/plans.md; `--major 12` takes another server.
 */
const { values } = parseArgs({ options: { write: { type: 'boolean' }, major: { type: 'string', default: '17' } } });
const sizes = [10_000, 100_000, 1_000_000];

interface Measured {
  readonly rows: number;
  readonly milliseconds: number;
  readonly transactions: number;
  readonly wholeReads: number;
  readonly blocks: number;
}

interface Walk {
  readonly title: string;
  readonly key: readonly string[];
  readonly definition: string;
}

const walks: readonly Walk[] = [
  { title: 'by primary key `(id)`', key: ['id'], definition: 'PRIMARY KEY (id)' },
  { title: 'by primary key `(tenant, id)`', key: ['tenant', 'id'], definition: 'PRIMARY KEY (tenant, id)' },
  { title: 'no key: by blocks', key: [], definition: 'CHECK (total >= 0)' },
];

const lines = [
  '| walk | rows | time | time a row | transactions | table read whole | blocks touched a row |',
  '|---|---:|---:|---:|---:|---:|---:|',
];
await withPostgres(Number(values.major), async (server) => {
  for (const walk of walks)
    for (const rows of sizes) {
      const { milliseconds, transactions, wholeReads, blocks } = await measured(server, walk, rows);
      const cells = [
        walk.title,
        rows.toLocaleString('en'),
        `${(milliseconds / 1000).toFixed(2)} s`,
        `${((milliseconds * 1000) / rows).toFixed(1)} µs`,
        transactions.toLocaleString('en'),
        String(wholeReads),
        (blocks / rows).toFixed(2),
      ];
      lines.push(`| ${cells.join(' | ')} |`);
      console.log(cells.join('  '));
    }
});
if (values.write) {
  const page = new URL('../docs/plans.md', import.meta.url);
  const text = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    between(text, 'backfill', [...lines, '', `PostgreSQL ${values.major}, without the pauses of 50 ms between batches.`].join('\n')) ??
      text,
  );
}

async function measured({ db }: Server, { key, definition }: Walk, rows: number): Promise<Measured> {
  await db.exec(`DROP TABLE IF EXISTS orders;
    CREATE TABLE orders (id bigint NOT NULL, tenant int NOT NULL, email text, total numeric, contact text, ${definition}) WITH (fillfactor = 90);
    INSERT INTO orders SELECT i, i % 50, 'p' || i || '@Example.com', i FROM generate_series(1, ${rows}) AS i;
    ANALYZE orders; CHECKPOINT;`);
  const sql = backfillSql({ table: 'orders', column: 'contact', expression: 'lower(email)', key, lowestMajor: 12 });
  const before = await counters(db);
  const begin = performance.now();
  await db.exec(sql.replace(/pg_sleep\([^)]*\)/g, 'pg_sleep(0)'));
  const milliseconds = performance.now() - begin;
  const after = await counters(db);
  const { rows: left } = await db.query<{ count: string }>(
    'SELECT count(*)::text AS count FROM orders WHERE contact IS DISTINCT FROM lower(email)',
  );
  if (left[0]?.count !== '0') throw new Error(`${left[0]?.count} rows are not filled`);
  const { rows: written } = await db.query<{ count: string }>('SELECT count(DISTINCT xmin::text)::text AS count FROM orders');
  return {
    rows,
    milliseconds,
    transactions: Number(written[0]?.count),
    wholeReads: after.scans - before.scans,
    blocks: after.blocks - before.blocks,
  };
}

/** What the server has counted; it publishes the counts of a session once a second at most. */
async function counters(db: Server['db']): Promise<{ readonly scans: number; readonly blocks: number }> {
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await db.query('SELECT 1');
  const { rows } = await db.query<{ scans: string; blocks: string }>(
    `SELECT seq_scan::text AS scans, (heap_blks_hit + heap_blks_read + COALESCE(idx_blks_hit, 0) + COALESCE(idx_blks_read, 0))::text AS blocks
    FROM pg_stat_user_tables JOIN pg_statio_user_tables USING (relid) WHERE relid = 'orders'::regclass`,
  );
  return { scans: Number(rows[0]?.scans), blocks: Number(rows[0]?.blocks) };
}
