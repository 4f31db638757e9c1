import { keyOf, type QualifiedName, type ResolvedName } from '../../operation/name.ts';
import type { Operation } from '../../operation/operation.ts';
import { partitionTree } from '../../schema/partition-tree.ts';
import { resolve, type Schema, type Table } from '../../schema/schema.ts';
import type { PostgresContext } from '../engine.ts';
import { joinFailures } from '../failure.ts';
import { type Effect, joinWork, type LockMode, strength, type Work, works } from './effect.ts';
import { unknownPartitions } from './unknown-partitions.ts';

/** Where a fact is asked for: the schema before the operation, one major version, and the session. */
export interface At {
  readonly schema: Schema;
  readonly major: number;
  readonly context: PostgresContext;
  /** All operations of the statement, where one looks at what stands beside it. */
  readonly statement?: readonly Operation[];
  /** The schema before the statement, which `schema` is not any more from the second action on. */
  readonly before?: Schema;
}

/** A table that an operation reaches. `stored` is false for a partitioned table, which has no rows of its own, and for a foreign one, whose rows are elsewhere. */
export interface Member {
  readonly name: ResolvedName;
  /** Absent where history never mentioned it. */
  readonly table: Table | undefined;
  readonly stored: boolean;
}

/** The table of that name, without those that inherit from it. */
export function member(at: At, name: QualifiedName): Member {
  const resolved = resolve(at.schema, name, at.schema.tables);
  const table = at.schema.tables.get(keyOf(resolved));
  return { name: resolved, table, stored: table?.partitionBy === undefined && !table?.foreign };
}

/**
 * Partitions and inheriting tables, of every depth, each once; the table itself is not among them, unless it stands for partitions that the
 * history does not know.
 */
export function descendants(at: At, table: Table | undefined): readonly Member[] {
  if (table === undefined) return [];
  const tree = partitionTree(at.schema, table.name).map((name) => member(at, name));
  return [...tree.slice(1), ...tree.flatMap((each) => unknownPartitions(at, each))];
}

/** Whether the history knows a partition or an inheriting table. */
export function hasKnownChildren(table: Table | undefined): boolean {
  return table !== undefined && table.children.length > 0;
}

/** The table if it has rows, else what stands for partitions of it that the history does not know. */
export function withRows(at: At, each: Member): readonly Member[] {
  return each.stored ? [each] : unknownPartitions(at, each);
}

/** All that has rows, as far as the history knows: tables, what stands for unknown partitions, materialized views. */
export function everythingStored(at: At): readonly Member[] {
  const tables = at.schema.tables.entries().map(([, table]) => member(at, table.name));
  const views = at.schema.views.entries().filter(([, view]) => view.materialized);
  return [...tables.flatMap((each) => withRows(at, each)), ...views.map(([, { name }]) => ({ name, table: undefined, stored: true }))];
}

export function partitionedTables(at: At): readonly Member[] {
  return at.schema.tables
    .entries()
    .map(([, table]) => member(at, table.name))
    .filter((each) => !each.stored);
}

/** The table, and unless the author wrote ONLY all that inherit from it: what ALTER TABLE recurses to. */
export function family(at: At, name: QualifiedName, only?: boolean): readonly Member[] {
  const self = member(at, name);
  return only ? [self] : [self, ...descendants(at, self.table)];
}

/** The table and those below it, each once, down to those at which the statement ends its descent: they are reached, what is under them is not. */
export function descent(at: At, self: Member, ends: (table: Table | undefined) => boolean): readonly Member[] {
  return partitionTree(at.schema, self.name, ends).map((name) => member(at, name));
}

/** Whether two members are the same table. */
export function isSame(a: Member, b: Member): boolean {
  return keyOf(a.name) === keyOf(b.name);
}

/** A table lock and the work under it. */
export function on(table: ResolvedName, lock: LockMode | null, work: Work | readonly Work[] = 'metadata', because?: string): Effect {
  const effect: Effect = { table, lock, work: typeof work === 'string' ? [work] : work };
  return because === undefined ? effect : { ...effect, because };
}

export function failing(effect: Effect, code: string, reason: string, certain: boolean): Effect {
  const fails = joinFailures([{ code, reason, certain }, effect.fails]);
  return fails === undefined ? effect : { ...effect, fails };
}

/**
 * One effect a table: the strongest lock, all the work, the first reason for work, the surest failure.
 * @param parts in any order; the first one's table stays first, the others follow by name
 */
export function join(parts: readonly Effect[]): readonly Effect[] {
  const [first, ...more] = parts;
  if (first === undefined || more.length === 0) return parts;
  const byTable = new Map<string, Effect>();
  for (const part of parts) {
    const key = keyOf(part.table);
    const known = byTable.get(key);
    byTable.set(key, known === undefined ? part : both(known, part));
  }
  const own = keyOf(first.table);
  return [...byTable].sort(([a], [b]) => (a === own ? -1 : b === own ? 1 : a < b ? -1 : 1)).map(([, effect]) => effect);
}

function both(a: Effect, b: Effect): Effect {
  const because = heavier(b, a) ? (b.because ?? a.because) : (a.because ?? b.because);
  const fails = joinFailures([a.fails, b.fails]);
  const briefly = a.briefly ?? b.briefly;
  return {
    table: a.table,
    ...(a.ofIndex && { ofIndex: true }),
    lock: strength(b.lock) > strength(a.lock) ? b.lock : a.lock,
    ...(briefly === undefined ? {} : { briefly }),
    work: joinWork(a.work, b.work),
    ...(fails === undefined ? {} : { fails }),
    ...(because === undefined ? {} : { because }),
  };
}

const weight = (effect: Effect): number => Math.max(...effect.work.map((work) => works.indexOf(work)));

/** Whether `a` does heavier work than `b`. */
export function heavier(a: Effect, b: Effect): boolean {
  return weight(a) > weight(b);
}
