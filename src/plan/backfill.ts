import { quoteDollar, quoteIdentifier, quoteLiteral } from '../sql/postgres/quote.ts';

/** A table that is gone over in batches, all of it in SQL that is ready to stand in a statement, but for the names of columns. */
export interface Walk {
  /** As a statement names it: quoted, with its schema where it needs one. */
  readonly table: string;
  /** Without the tables that inherit from it. */
  readonly only?: boolean;
  /** The columns of the primary key in its order; empty where there is none, or none is known. */
  readonly key: readonly string[];
  /** TID range scans came with PostgreSQL 14. */
  readonly lowestMajor: number;
  /** What a column of the table goes by in the statement: `o.` where it has another name there. Absent: by itself. */
  readonly prefix?: string;
  /** The statement, without its semicolon, for the rows `within`; `line` begins a further line of it. */
  write(within: string, line: string): string;
  /** What the messages count: `orders.contact`, and `rows filled`. */
  readonly label: string;
  readonly done: string;
}

/** What a backfill fills. */
export interface Backfill extends Pick<Walk, 'table' | 'only' | 'key' | 'lowestMajor'> {
  readonly column: string;
  /** The author's expression over the row. */
  readonly expression: string;
  /** Which rows are to be filled; absent: those in which the column is NULL. */
  readonly where?: string;
}

/** Rows of a batch: short enough that a row lock is gone before anybody notices, long enough that the commits do not dominate. */
const batchRows = 1000;
/** Blocks of a batch where there is no key: some thousand rows of usual width. */
const batchBlocks = 16;
/** More rows than an 8 kB page can hold (MaxHeapTuplesPerPage is 291); a page of 32 kB holds no more than 1169. */
const rowsOfBlock = 1200;
const pause = '0.05';

/** Fills a column where it is NULL. */
export function backfillSql({ table, only, column, expression, where, key, lowestMajor }: Backfill): string {
  const name = quoteIdentifier(column);
  const target = only ? `ONLY ${table}` : table;
  return walkSql({
    table,
    ...(only && { only }),
    key,
    lowestMajor,
    write: (within, line) =>
      `UPDATE ${target} SET ${name} = ${inline(expression)}${line}WHERE ${within}${within.includes('\n') ? `${line}  ` : ' '}AND ${where ?? `${name} IS NULL`}`,
    label: `${table}.${name}`,
    done: 'rows filled',
  });
}

/**
 * A DO block that goes over a table batch by batch, each in a transaction of its own.
 *
 * It can be run again at any time and goes on where rows are left. It must be alone in its file and outside a transaction block: COMMIT in
 * a DO block needs that (https://www.postgresql.org/docs/current/plpgsql-transactions.html). The batch is found by its first and last key, so the
 * cost is linear in the rows: nothing is counted, and no batch reads the table anew. Keys are compared as rows, `(a, b) >= (x, y)`, which an index over
 * `(a, b)` answers. The path not taken: a procedure, which would leave an object behind, and a `WHERE c IS NULL LIMIT 1000` loop, which
 * scans the filled part of the table again for every batch.
 */
export function walkSql(walk: Walk): string {
  const body = walk.key.length > 0 ? byKey(walk) : byBlock(walk);
  return `DO ${quoteDollar(`\n${body}\n`)};`;
}

function byKey(walk: Walk): string {
  const { table, key, prefix = '' } = walk;
  const columns = key.map((each) => quoteIdentifier(each));
  const row = (parts: readonly string[]): string => (parts.length > 1 ? `(${parts.join(', ')})` : (parts[0] ?? ''));
  const own = row(columns.map((each) => `${prefix}${each}`));
  const [first, last] = ['lockstep_first', 'lockstep_last'].map((key) => row(columns.map((each) => `${key}.${each}`)));
  const list = columns.join(', ');
  const from = walk.only ? `ONLY ${table}` : table;
  return `DECLARE
  -- the first and the last key of a batch
  lockstep_first record;
  lockstep_last record;
  lockstep_rows bigint;
  lockstep_total bigint := 0;
  lockstep_batches bigint := 0;
BEGIN
  SELECT ${list} INTO lockstep_first FROM ${from} ORDER BY ${list} LIMIT 1;
  WHILE FOUND LOOP
    SET LOCAL lock_timeout = '5s';
    SELECT ${list} INTO lockstep_last
      FROM (SELECT ${list} FROM ${from} WHERE ${row(columns)} >= ${first} ORDER BY ${list} LIMIT ${batchRows}) AS batch
      ORDER BY ${columns.map((each) => `${each} DESC`).join(', ')} LIMIT 1;
${batch(walk, `${own} >= ${first} AND ${own} <= ${last}`, '    ')}
    SELECT ${list} INTO lockstep_first FROM ${from} WHERE ${row(columns)} > ${last} ORDER BY ${list} LIMIT 1;
  END LOOP;
  RAISE NOTICE ${notice(walk, ', done')}, lockstep_total;
END`;
}

/** Without a key the rows are walked as they lie. A row that is updated meanwhile may move behind the walk: the second pass finds it. */
function byBlock(walk: Walk): string {
  const ctid = `${walk.prefix ?? ''}ctid`;
  const here =
    walk.lowestMajor >= 14
      ? `${ctid} >= format('(%s,0)', lockstep_block)::tid AND ${ctid} < format('(%s,0)', lockstep_block + ${batchBlocks})::tid`
      : `${ctid} = ANY (ARRAY(SELECT format('(%s,%s)', block, item)::tid\n        FROM generate_series(lockstep_block, lockstep_block + ${batchBlocks} - 1) AS block, generate_series(1, ${rowsOfBlock}) AS item))`;
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
    lockstep_blocks := pg_relation_size(${quoteLiteral(walk.table)}) / current_setting('block_size')::bigint;
    WHILE lockstep_block < lockstep_blocks LOOP
      SET LOCAL lock_timeout = '5s';
${batch(walk, here, '      ')}
      lockstep_block := lockstep_block + ${batchBlocks};
    END LOOP;
  END LOOP;
  RAISE NOTICE ${notice(walk, ', done')}, lockstep_total;
END`;
}

/** Writes a batch and commits; counts, tells every hundredth, and lets others work where something was written. */
function batch(walk: Walk, within: string, indent: string): string {
  return [
    `${walk.write(within, `\n${indent}  `)};`,
    'GET DIAGNOSTICS lockstep_rows = ROW_COUNT;',
    'COMMIT;',
    'lockstep_total := lockstep_total + lockstep_rows;',
    'lockstep_batches := lockstep_batches + 1;',
    'IF lockstep_batches % 100 = 0 THEN',
    `  RAISE NOTICE ${notice(walk, '')}, lockstep_total;`,
    'END IF;',
    'IF lockstep_rows > 0 THEN',
    `  PERFORM pg_sleep(${pause});`,
    'END IF;',
  ]
    .map((line) => indent + line)
    .join('\n');
}

/** The format of RAISE, in which a per cent sign of a name is doubled. */
function notice({ label, done }: Walk, end: string): string {
  return quoteLiteral(`${label.replaceAll('%', '%%')}: % ${done}${end}`);
}

/** An expression between two words of a statement: a line comment in it must not swallow what follows. */
function inline(expression: string): string {
  return expression.includes('--') ? `(${expression}\n    )` : expression;
}
