import { quoteIdentifier } from '../../../sql/mysql/quote.ts';

export interface WalkedColumn {
  readonly name: string;
  /** Walked from its highest value to its lowest. */
  readonly descending?: true;
}

/** A table that is gone over in batches. */
export interface Walk {
  /** As a statement names it. */
  readonly table: string;
  /** The columns of the key that is walked, in its order. */
  readonly key: readonly WalkedColumn[];
  /** A name that no procedure has, quoted. */
  readonly procedure: string;
  /** The statement, without its semicolon, for the rows `within`. */
  write(within: string): string;
}

/** Rows of a batch: short enough that a row lock is gone before anybody notices, long enough that the commits do not dominate. */
const batchRows = 1000;
/** Seconds between batches: replicas apply them one after the other. */
const pause = '0.05';

/**
 * A procedure that goes over a table batch by batch, each committed by itself; its call; and its end. It can be stopped and run again, and is without effect where
 * nothing is left to do.
 *
 * A batch is found by its first and last key, so that the cost is linear in the rows and no batch reads the table anew. Keys are compared column by column, since
 * `(a, b) > (x, y)` is not answered by an index
 * (https://dev.mysql.com/doc/refman/9.5/en/row-constructor-optimization.html). They are kept in user variables, which have the type and collation of what they are
 * given: so the statements of the body can be run by a client as they stand, where the account may not create procedures.
 */
export function walkSql({ table, key, procedure, write }: Walk): readonly string[] {
  const columns = key.map(({ name }) => quoteIdentifier(name)).join(', ');
  const order = orderOf(key, false);
  const variables = (which: string): string => key.map((_, i) => variable(which, i)).join(', ');
  return [
    `DROP PROCEDURE IF EXISTS ${procedure}`,
    `CREATE PROCEDURE ${procedure}()
BEGIN
  DECLARE lockstep_done BOOLEAN DEFAULT FALSE;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET lockstep_done = TRUE;
  SELECT ${columns} INTO ${variables('first')} FROM ${table} ORDER BY ${order} LIMIT 1;
  WHILE NOT lockstep_done DO
    SELECT ${columns} INTO ${variables('last')}
      FROM (SELECT ${columns} FROM ${table} WHERE ${compared(key, '>=', 'first')} ORDER BY ${order} LIMIT ${batchRows}) AS batch
      ORDER BY ${orderOf(key, true)} LIMIT 1;
    ${write(`${compared(key, '>=', 'first')} AND ${compared(key, '<=', 'last')}`)};
    COMMIT;
    DO SLEEP(${pause});
    SELECT ${columns} INTO ${variables('first')} FROM ${table} WHERE ${compared(key, '>', 'last')} ORDER BY ${order} LIMIT 1;
  END WHILE;
END`,
    `CALL ${procedure}()`,
    `DROP PROCEDURE ${procedure}`,
  ];
}

const orderOf = (key: readonly WalkedColumn[], backwards: boolean): string =>
  key.map(({ name, descending = false }) => `${quoteIdentifier(name)}${descending === backwards ? '' : ' DESC'}`).join(', ');

const variable = (which: string, index: number): string => `@lockstep_${which}_${index + 1}`;

/** `a > x`, or `(a > x OR (a = x AND b > y))`, which are ranges of one index. */
function compared(key: readonly WalkedColumn[], operator: '>' | '>=' | '<=', which: string): string {
  const [column, ...more] = key;
  return column === undefined ? 'TRUE' : level(column, more, operator, which, 0);
}

function level(
  { name: column, descending }: WalkedColumn,
  more: readonly WalkedColumn[],
  operator: '>' | '>=' | '<=',
  which: string,
  index: number,
): string {
  const name = quoteIdentifier(column);
  const own = descending ? operator.replace(/[<>]/, (sign) => (sign === '<' ? '>' : '<')) : operator;
  const value = variable(which, index);
  const [next, ...others] = more;
  if (next === undefined) return `${name} ${own} ${value}`;
  return `(${name} ${own[0]} ${value} OR (${name} = ${value} AND ${level(next, others, operator, which, index + 1)}))`;
}
