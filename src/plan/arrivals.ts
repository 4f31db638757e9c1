import { keyOf, type ResolvedName } from '../operation/name.ts';
import type { Operation } from '../operation/operation.ts';
import { partitionTree } from '../schema/partition-tree.ts';
import { indexOf, resolve, type Schema } from '../schema/schema.ts';
import { ends, fitting, isLater, nameOf, type Position } from './lay-out.ts';
import { changes, columnsOf, gateOf, isOfRows, namesIn, needs, tablesOf } from './needs.ts';
import { brings, frees, provides } from './provides.ts';
import type { RecipeStep } from './recipe.ts';
import type { StageName } from './stage.ts';
import { freedByTaken, needsOfTaken } from './taken-along.ts';
import { thing } from './things.ts';
import type { Work } from './work.ts';

/** Something that is there, or free again, later than the author wrote it. */
export interface Arrival {
  readonly position: Position;
  readonly step: RecipeStep;
  readonly table: string;
  readonly work: Work;
}

/** What has been put off so far, by the keys of `thing`. */
export interface Arrivals {
  /** What a work stands on or would spoil, and what of it is put off. @param isEmpty it is about a table without rows: those of others do not matter to it */
  hits(work: Work, isEmpty?: boolean): readonly Arrival[];
  /** What of it only the steps from a stage on stand on. */
  gate(work: Work): { readonly from: StageName; readonly hits: readonly Arrival[] } | undefined;
  /** Takes in a step that is not where the author wrote it. `first`: it brings the column; `last`: the work is done with it. */
  announce(work: Work, step: RecipeStep, position: Position, which: { readonly first: boolean; readonly last: boolean }): void;
  /** A work that waits for an answer: what stands on it is left as written too. */
  leaveOpen(work: Work): void;
  isOpen(work: Work): boolean;
}

export function arrivals(): Arrivals {
  const known = new Map<string, Arrival>();
  const open = new Set<string>();
  /** Constraints, indexes and swapped columns among the keys, by their bare names: COMMENT ON CONSTRAINT and the like are read no further than that. */
  const named = new Map<string, string[]>();
  const keysOf = (work: Work): readonly string[] =>
    work.operations.flatMap(({ operation, before, after }) => [
      ...needs(operation, before),
      ...needsOfTaken(operation, before, after),
      ...(operation.kind === 'other' && named.size > 0 ? namesIn(work.sql).flatMap((name) => named.get(name) ?? []) : []),
    ]);
  return {
    gate(work) {
      const [only, ...more] = work.operations;
      const gate = known.size === 0 || only === undefined || more.length > 0 ? undefined : gateOf(only.operation, only.before);
      const hits = gate?.keys.flatMap((key) => known.get(key) ?? []) ?? [];
      return gate === undefined || hits.length === 0 ? undefined : { from: gate.from, hits };
    },
    hits(work, isEmpty = false) {
      if (known.size === 0) return [];
      const keys = isEmpty ? keysOf(work).filter((key) => !thing.isOfRows(key)) : keysOf(work);
      return [...new Set(keys)].flatMap((key) => known.get(key) ?? []);
    },
    isOpen: (work) => open.size > 0 && keysOf(work).some((key) => open.has(key)),
    leaveOpen(work) {
      for (const { operation, before, after } of work.operations) {
        const name = tableOf(operation, before);
        for (const key of provides(operation, before, after)) open.add(key);
        if (name === undefined) continue;
        for (const column of columnsOf(operation, before)) open.add(thing.rows(name, column)).add(thing.notNull(name, column));
      }
    },
    announce(work, step, position, { first, last }) {
      const table = tableKey(work);
      for (const { operation, before, after } of work.operations) {
        const keys: string[] = last ? [...provides(operation, before, after), ...freedByTaken(operation, before, after)] : [];
        if (step.stage === 'contract') keys.push(...frees(operation, before));
        if (first) keys.push(...brings(operation, before));
        keys.push(...changes(operation, before), ...called(work, operation, before), ...ofHeirs(operation, before));
        const name = tableOf(operation, before);
        if (name !== undefined) {
          const columns = columnsOf(operation, before);
          keys.push(thing.table(name), ...renamed(operation, name), ...columns.map((column) => thing.column(name, column)));
          if (step.stage === 'backfill') keys.push(thing.data(name), ...columns.map((column) => thing.rows(name, column)));
          if (step.stage === 'contract') keys.push(...columns.map((column) => thing.default(name, column)));
        }
        for (const key of keys) {
          const bare = /^(?:constraint|index|swapped|view)\t.*\t([^\t]+)$/s.exec(key)?.[1];
          if (bare !== undefined && !known.has(key)) named.set(bare, [...(named.get(bare) ?? []), key]);
          if (isLater(position, known.get(key)?.position)) known.set(key, { position, step, table, work });
        }
      }
    },
  };
}

/** The columns that a statement about rows names. */
function called({ sql }: Work, operation: Operation, before: Schema): readonly string[] {
  if (!isOfRows(operation)) return [];
  const names = new Set(namesIn(sql));
  return tablesOf(operation).flatMap((each) => {
    const table = resolve(before, each);
    const columns = before.tables.get(keyOf(table))?.columns ?? [];
    return columns.filter(({ name }) => names.has(name)).map(({ name }) => thing.named(table, name));
  });
}

/** Tables that have their columns from an operation's table: their columns go with its own. */
function ofHeirs(operation: Operation, before: Schema): readonly string[] {
  if (operation.kind !== 'drop-column' || operation.only) return [];
  return partitionTree(before, resolve(before, operation.table)).map(thing.table);
}

/** The table under its new name, which is not free of the old one's view before that goes. */
function renamed(operation: Operation, { schema, name }: ResolvedName): readonly string[] {
  if (operation.kind === 'rename-table') return [thing.table({ schema, name: operation.to })];
  return operation.kind === 'set-schema' ? [thing.table({ schema: operation.to, name })] : [];
}

/** The first position at which something that stands on an arrival may come. */
export function behind(arrival: Arrival, step: RecipeStep, table: string): Position {
  const { stage, level } = arrival.position;
  if (nameOf(stage) === 'backfill') return { stage: stage + 1, level: 0 };
  // Rows are written in a transaction of their own.
  const isApart = arrival.work.operations.some((each) => isOfRows(each.operation));
  return arrival.table === table && !ends(arrival.step, step) && !isApart ? arrival.position : { stage, level: fitting(step, level + 1) };
}

/** The table that a work is on, as a key: steps on different tables share no transaction. */
export function tableKey(work: Work): string {
  const [first] = work.operations;
  const name = first && tableOf(first.operation, first.before);
  return name === undefined ? work.sql : keyOf(name);
}

export function tableOf(operation: Operation, before: Schema): ResolvedName | undefined {
  if ('table' in operation && operation.table !== undefined) return resolve(before, operation.table);
  if (operation.kind === 'drop-index' || operation.kind === 'attach-index' || operation.kind === 'rename-index')
    return indexOf(before, operation.kind === 'attach-index' ? operation.parent : operation.index)?.table.name;
  if (operation.kind !== 'reindex' || operation.name === undefined) return undefined;
  if (operation.target === 'index') return indexOf(before, operation.name)?.table.name;
  return operation.target === 'table' ? resolve(before, operation.name) : undefined;
}
