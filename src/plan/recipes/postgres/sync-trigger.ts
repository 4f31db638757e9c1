import { keyOf, type ResolvedName } from '../../../operation/name.ts';
import { shorten } from '../../../schema/naming.ts';
import type { Schema, Table } from '../../../schema/schema.ts';
import { quoteDollar, quoteIdentifier } from '../../../sql/postgres/quote.ts';
import type { RecipeStep, StagingContext } from '../../recipe.ts';
import { besideTable, ownTable, tableText, textOf } from './alter.ts';
import { partitionsOf } from './fill-rows.ts';

/** A trigger that keeps two columns of a row in step, with its function. */
export interface SyncTrigger {
  /** What the trigger is called. */
  readonly name: string;
  /** Gives the function another body; the trigger stays. */
  replaced(body: string): string;
  /** Its statements as steps of the first stage. @param why of the function */
  steps(why: string): readonly RecipeStep[];
  /** Each a statement; in order. */
  readonly create: readonly string[];
  readonly drop: readonly string[];
}

/**
 * The statements of a trigger that runs PL/pgSQL on each row before it is written: by INSERT (with ON CONFLICT too), UPDATE, COPY or MERGE, and also where
 * session_replication_role turns other triggers off (ENABLE ALWAYS). Triggers fire in the order of their names, and this one has to see what the others made of the
 * row: its name begins with `~`, behind which no other ASCII character comes. https://www.postgresql.org/docs/current/trigger-definition.html
 *
 * @param name a helper's name, of the function too
 * @param tables as SQL names them
 * @param options `searchPath`: names in the body are found as they are now, whoever writes a row
 */
export function syncTrigger(
  context: StagingContext,
  name: string,
  tables: readonly string[],
  text: string,
  options: { readonly searchPath?: true } = {},
): SyncTrigger {
  const call = `${besideTable(context, name)}()`;
  const own = shorten(`~${name}`);
  const trigger = quoteIdentifier(own);
  const path = options.searchPath ? ' SET search_path FROM CURRENT' : '';
  const body = (text: string): string => `FUNCTION ${call} RETURNS trigger LANGUAGE plpgsql${path} AS ${quoteDollar(`\n${text}\n`)};`;
  const step = (sql: string, rollback: string, why: string): RecipeStep => ({
    stage: 'expand',
    after: 'none',
    sql,
    transaction: 'shared',
    rollback,
    why,
  });
  const steps = (why: string): readonly RecipeStep[] => [
    step(`CREATE ${body(text)}`, `DROP FUNCTION IF EXISTS ${call};`, why),
    ...tables.flatMap((table) => [
      step(
        `CREATE TRIGGER ${trigger} BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION ${call};`,
        `DROP TRIGGER IF EXISTS ${trigger} ON ${table};`,
        'for every row that is written from here on',
      ),
      step(
        `ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${trigger};`,
        '-- nothing to undo: the trigger goes',
        'also for rows that replication brings',
      ),
    ]),
  ];
  return {
    name: own,
    replaced: (other) => `CREATE OR REPLACE ${body(other)}`,
    steps,
    create: steps('').map((each) => each.sql),
    drop: [...tables.map((table) => `DROP TRIGGER ${trigger} ON ${table};`), `DROP FUNCTION ${call};`],
  };
}

/**
 * Whether two values differ in any byte: 1.0 is not 1.00 then, and types without an operator `=` can be compared. The function is that of the operator `*<>`, which
 * row constructors do not take (https://www.postgresql.org/docs/current/functions-comparisons.html#COMPOSITE-TYPE-COMPARISON).
 */
export function differs(a: string, b: string): string {
  return `record_image_ne(ROW(${a}), ROW(${b}))`;
}

/**
 * The tables that need the trigger, as SQL names them: partitions get that of their parent, from PostgreSQL 13 on for triggers before the row; inheriting tables
 * never do. https://www.postgresql.org/docs/13/release-13.html ("Allow partitioned tables to have BEFORE triggers")
 */
export function tablesForTrigger(context: StagingContext): readonly string[] | { readonly impossible: string } {
  const table = ownTable(context);
  if (table === undefined || (table.partitionBy !== undefined && context.lowestMajor >= 13)) return [tableText(context)];
  const under = table.partitionBy === undefined ? [table.name, ...descendants(context.before, table)] : partitionsOf(context, table);
  if (under === undefined)
    return {
      impossible: `${tableText(context)} is partitioned, not all of its partitions are known, and before PostgreSQL 13 each needs the trigger that keeps the columns in step`,
    };
  return under.map((each) => textOf(context, each));
}

function descendants(schema: Schema, table: Table): readonly ResolvedName[] {
  return table.children.flatMap((child) => {
    const known = schema.tables.get(keyOf(child));
    return [child, ...(known === undefined ? [] : descendants(schema, known))];
  });
}
