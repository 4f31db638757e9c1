import type { Operation } from '../../../src/operation/operation.ts';
import { applyStatement } from '../../../src/schema/apply.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import { beginUnit } from '../../../src/schema/unit.ts';
import type { Reader } from '../../../src/sql/statement.ts';
import { catalogOf, populated } from './catalog.ts';
import { compare, type Disagreement, type Outcome, type Pair } from './compare.ts';
import type { Draw } from './draw.ts';
import { groundOf } from './ground.ts';
import { foundations } from './schema.ts';
import { empty, keep } from './side.ts';
import { anyKind, kinds } from './statement.ts';

/** How many statements of each kind were drawn, by what became of them. */
export type Tally = Map<string, { compared: number; refused: number }>;

export interface Failing {
  readonly setup: readonly string[];
  readonly sql: string;
  readonly disagreement: Disagreement;
}

export interface Length {
  /** How often the schema is changed for good. */
  readonly steps: number;
  /** How many statements are tried and taken back at each step. */
  readonly tries: number;
}

export const setupHead = 'create schema if not exists other';

/** The operations of one statement; a statement that cannot be read is a failure of the reader's. */
export function read(reader: Reader, sql: string): readonly Operation[] {
  const [statement, ...others] = reader.read(sql).statements;
  if (statement === undefined || others.length > 0 || statement.unreadable)
    throw new Error(`not read: ${sql} ${statement?.unreadable?.message ?? ''}`);
  return statement.operations;
}

export const start = (): Schema => beginUnit(emptySchema(), 1);

export const replayed = (reader: Reader, before: Schema, sql: string): Schema => applyStatement(before, read(reader, sql));

/** Statements that write rows: the bare twin goes without them. */
export const writesRows = (sql: string): boolean => /^(insert|update|delete|merge|copy)\b/.test(sql);

/**
 * Draws a schema and a history of changes to it. At every step statements are tried against the schema as the replay has it; one that the server took is then kept,
 * so that the next ones tell whether it was replayed rightly. Ends at the first disagreement.
 */
export async function runHistory(draw: Draw, pair: Pair, reader: Reader, length: Length, tally: Tally): Promise<Failing | undefined> {
  await empty(pair.filled);
  await empty(pair.bare);
  let count = 0;
  const setup: string[] = [setupHead];
  let schema = start();
  const commit = async (sql: string): Promise<boolean> => {
    if (!(await keep(pair.filled, sql))) return false;
    setup.push(sql);
    schema = replayed(reader, schema, sql);
    return writesRows(sql) || keep(pair.bare, sql);
  };
  const ground = async () => groundOf(draw, await catalogOf(pair.filled.db), () => ++count);
  for (const [times, generator] of foundations) {
    for (let left = draw.upTo(times + 1); left > 0; left--) {
      const sql = generator(await ground());
      if (sql !== undefined) await commit(sql);
    }
  }
  for (let step = 0; step < length.steps; step++) {
    const on = await ground();
    const filled = await populated(pair.filled.db, on.catalog);
    const taken: string[] = [];
    for (let tried = 0; tried < length.tries; tried++) {
      const kind = anyKind(draw);
      const sql = kinds[kind]?.[1](on);
      if (sql === undefined) continue;
      const outcome: Outcome = await compare(pair, sql, read(reader, sql), schema, filled);
      if (typeof outcome !== 'string') return { setup, sql, disagreement: outcome };
      const counted = tally.get(kind) ?? { compared: 0, refused: 0 };
      tally.set(kind, counted);
      counted[outcome]++;
      if (outcome === 'compared') taken.push(sql);
    }
    if (taken.length > 0) await commit(draw.pick(taken));
  }
  return undefined;
}
