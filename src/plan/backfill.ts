import { quoteDollar, quoteIdentifier, quoteLiteral } from '../sql/postgres/quote.ts';

/** What a backfill fills, all of it in SQL that is ready to stand in a statement, but for the names of columns. */
export interface Backfill {
  /** As a statement names it: quoted, with its schema where it needs one. */
  readonly table: string;
  readonly column: string;
  /** The author's expression over the row. */
  readonly expression: string;
  /** Which rows are to be filled; absent: those in which the column is NULL. */
  readonly where?: string;
  /** The columns of the primary key in its order; empty where there is none, or none is known. */
  readonly key: readonly string[];
  /** TID range scans came with PostgreSQL 14. */
  readonly lowestMajor: number;
}

/** Rows of a batch: short enough that a row lock is gone before anybody notices, long enough that the commits do not dominate. */
const batchRows = 1000;
/** Blocks of a batch where there is no key: some thousand rows of usual width. */
const batchBlocks = 16;
/** More rows than an 8 kB page can hold (MaxHeapTuplesPerPage is 291); a page of 32 kB holds no more than 1169. */
const rowsOfBlock = 1200;
const pause = '0.05';

/**
 * A DO block that fills `column` where it is NULL, batch by batch, each in a transaction of its own.
 *
 * It can be run again at any time and goes on where rows are left. It must be alone in its file and outside a transaction block: COMMIT in
 * a DO block needs that (https://www.postgresql.org/docs/current/plpgsql-transactions.html). The batch is found by its first and last key, so the
 * cost is linear in the rows: nothing is counted, and no batch reads the table anew. Keys are compared as rows, `(a, b) >= (x, y)`, which an index over
 * `(a, b)` answers. The path not taken: a procedure, which would leave an object behind, and a `WHERE c IS NULL LIMIT 1000` loop, which
 * scans the filled part of the table again for every batch.
 */
export function backfillSql(backfill: Backfill): string {
  const body = backfill.key.length > 0 ? byKey(backfill) : byBlock(backfill);
  return `DO ${quoteDollar(`\n${body}\n`)};`;
}

function byKey({ table, column, expression, where, key }: Backfill): string {
  const name = quoteIdentifier(column);
  const columns = key.map((each) => quoteIdentifier(each));
  const variables = (which: string): readonly string[] => key.map((_, i) => `lockstep_${which}${key.length > 1 ? `_${i + 1}` : ''}`);
  const [first, last] = [variables('first'), variables('last')];
  const row = (parts: readonly string[]): string => (parts.length > 1 ? `(${parts.join(', ')})` : (parts[0] ?? ''));
  const list = columns.join(', ');
  const types = columns.map((each) => `${table}.${each}%TYPE`);
  return `DECLARE
  -- the first and the last key of a batch
${first.map((each, i) => `  ${each} ${types[i]};`).join('\n')}
${last.map((each, i) => `  ${each} ${types[i]};`).join('\n')}
  lockstep_rows bigint;
  lockstep_total bigint := 0;
  lockstep_batches bigint := 0;
BEGIN
  SELECT ${list} INTO ${first.join(', ')} FROM ${table} ORDER BY ${list} LIMIT 1;
  WHILE FOUND LOOP
    SET LOCAL lock_timeout = '5s';
    SELECT ${list} INTO ${last.join(', ')}
      FROM (SELECT ${list} FROM ${table} WHERE ${row(columns)} >= ${row(first)} ORDER BY ${list} LIMIT ${batchRows}) AS batch
      ORDER BY ${columns.map((each) => `${each} DESC`).join(', ')} LIMIT 1;
    UPDATE ${table} SET ${name} = ${inline(expression)}
      WHERE ${row(columns)} >= ${row(first)} AND ${row(columns)} <= ${row(last)} AND ${where ?? `${name} IS NULL`};
    GET DIAGNOSTICS lockstep_rows = ROW_COUNT;
    COMMIT;
${progress(table, name, '    ')}
    SELECT ${list} INTO ${first.join(', ')} FROM ${table} WHERE ${row(columns)} > ${row(last)} ORDER BY ${list} LIMIT 1;
  END LOOP;
  RAISE NOTICE ${notice(table, name, 'rows filled, done')}, lockstep_total;
END`;
}

/** Without a key the rows are walked as they lie. A row that is updated meanwhile may move behind the walk: the second pass finds it. */
function byBlock({ table, column, expression, where, lowestMajor }: Backfill): string {
  const name = quoteIdentifier(column);
  const here =
    lowestMajor >= 14
      ? "ctid >= format('(%s,0)', lockstep_block)::tid AND ctid < format('(%s,0)', lockstep_block + BLOCKS)::tid"
      : "ctid = ANY (ARRAY(SELECT format('(%s,%s)', block, item)::tid\n        FROM generate_series(lockstep_block, lockstep_block + BLOCKS - 1) AS block, generate_series(1, ITEMS) AS item))";
  return `DECLARE
  lockstep_block bigint;
  lockstep_blocks bigint;
  lockstep_rows bigint;
  lockstep_total bigint := 0;
  lockstep_batches bigint := 0;
BEGIN
  -- twice: a row that somebody updates meanwhile may move to a block that is done
  FOR lockstep_pass IN 1..2 LOOP
    lockstep_block := 0;
    lockstep_blocks := pg_relation_size(${quoteLiteral(table)}) / current_setting('block_size')::bigint;
    WHILE lockstep_block < lockstep_blocks LOOP
      SET LOCAL lock_timeout = '5s';
      UPDATE ${table} SET ${name} = ${inline(expression)}
        WHERE ${here.replaceAll('BLOCKS', String(batchBlocks)).replace('ITEMS', String(rowsOfBlock))}
          AND ${where ?? `${name} IS NULL`};
      GET DIAGNOSTICS lockstep_rows = ROW_COUNT;
      COMMIT;
${progress(table, name, '      ')}
      lockstep_block := lockstep_block + ${batchBlocks};
    END LOOP;
  END LOOP;
  RAISE NOTICE ${notice(table, name, 'rows filled, done')}, lockstep_total;
END`;
}

/** Counts, tells every hundredth batch, and lets others work where something was written. */
function progress(table: string, name: string, indent: string): string {
  return [
    'lockstep_total := lockstep_total + lockstep_rows;',
    'lockstep_batches := lockstep_batches + 1;',
    'IF lockstep_batches % 100 = 0 THEN',
    `  RAISE NOTICE ${notice(table, name, 'rows filled')}, lockstep_total;`,
    'END IF;',
    'IF lockstep_rows > 0 THEN',
    `  PERFORM pg_sleep(${pause});`,
    'END IF;',
  ]
    .map((line) => indent + line)
    .join('\n');
}

/** The format of RAISE, in which a per cent sign of a name is doubled. */
function notice(table: string, name: string, what: string): string {
  return quoteLiteral(`${`${table}.${name}`.replaceAll('%', '%%')}: % ${what}`);
}

/** An expression between two words of a statement: a line comment in it must not swallow what follows. */
function inline(expression: string): string {
  return expression.includes('--') ? `(${expression}\n    )` : expression;
}
