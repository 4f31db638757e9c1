import { failuresOf } from '../../../src/engine/failure.ts';
import { type Effect, joinWork, strength } from '../../../src/engine/postgres/effect.ts';
import { postgres } from '../../../src/engine/postgres/index.ts';
import { keyOf } from '../../../src/operation/name.ts';
import type { Operation } from '../../../src/operation/operation.ts';
import { partitionTree } from '../../../src/schema/partition-tree.ts';
import type { Schema, Table } from '../../../src/schema/schema.ts';
import { hangsOnRows } from '../observe.ts';
import type { Attempt } from '../work.ts';
import { attempt, type Side } from './side.ts';

/** The server as the history made it, and its twin that went through the same without rows. */
export interface Pair {
  readonly filled: Side;
  readonly bare: Side;
}

export interface Disagreement {
  readonly what: string;
  readonly predicted: readonly Effect[];
  readonly observed: Attempt;
}

/** `refused`: for a reason that the engine does not claim to know, before anything was done. */
export type Outcome = 'compared' | 'refused' | Disagreement;

/**
 * What a server refuses by the catalog alone, whatever the rows: names that do not exist or exist already, types that do not agree, dependent
 * objects, what is not supported or not in the state for it (XX000: an error without a code of its own). The engine speaks of statements that run; no row decides these.
 */
const semantic = /^(XX000|42...|0A000|2BP01|25001|55000|55006|55P04|0LP01|3F000|428C9)$/;

/** Statements that write rows of their own, which may be refused for what the statement itself says. */
const queries: ReadonlySet<Operation['kind']> = new Set(['insert', 'update', 'delete', 'merge', 'copy', 'select']);

/** Whether it runs a query, of which the planner leaves out what it can prove to be needless. */
const isPlanned = (operation: Operation): boolean =>
  queries.has(operation.kind) ||
  operation.kind === 'refresh-view' ||
  (operation.kind === 'create-table' && operation.asQuery !== undefined) ||
  (operation.kind === 'create-view' && operation.materialized);

export async function compare(
  pair: Pair,
  sql: string,
  operations: readonly Operation[],
  before: Schema,
  populated: ReadonlySet<string>,
): Promise<Outcome> {
  const predicted = postgres.statementEffects(operations, before, { target: { engine: 'postgres', major: 18 } });
  const observed = await attempt(pair.filled, sql);
  const isQuery = operations.some(({ kind }) => queries.has(kind));
  const agrees = (seen: Attempt): boolean =>
    operations.some(isPlanned) || isPartlyKnown(before, operations, predicted) || isOfMinor(before, operations, predicted)
      ? within(seen, predicted, operations, before)
      : sameTables(predicted, seen, operations, before);
  const differ = (what: string, seen = observed): Disagreement => ({ what, predicted, observed: seen });
  if (observed.error === undefined) {
    const failure = predicted.find(
      ({ table, fails }) => fails?.certain && !(hangsOnRows.test(fails.code) && !populated.has(nameOf(table))),
    );
    if (failure !== undefined) return differ('runs, but was to fail');
    return agrees(observed) ? 'compared' : differ('other locks or work');
  }
  const isPredicted = predicted
    .flatMap(failuresOf)
    .some(({ code }) => code === observed.error || (code.endsWith('000') && observed.error?.startsWith(code.slice(0, 2))));
  if (isQuery && /^2[123]/.test(observed.error)) return 'refused';
  if (!hangsOnRows.test(observed.error)) return isPredicted ? 'compared' : semantic.test(observed.error) ? 'refused' : differ('fails');
  const onBare = await attempt(pair.bare, sql);
  if (onBare.error !== undefined) return isPredicted ? 'compared' : 'refused';
  if (!isPredicted) return differ('fails on the rows');
  return agrees(onBare) ? 'compared' : differ('other locks or work, with the tables emptied', { ...observed, tables: onBare.tables });
}

const nameOf = (table: Effect['table']): string => keyOf(table).replace('\t', '.');

function sameTables(predicted: readonly Effect[], observed: Attempt, operations: readonly Operation[], before: Schema): boolean {
  const wanted = Object.fromEntries(predicted.map(({ table, lock, work }) => [nameOf(table), { lock, work }]));
  const seen = asPlanned(observed.tables, wanted, operations, before);
  // A foreign key is checked by a query, for which a partition's bound is found by way of its parents.
  const isQueried = predicted.some(({ work }) => work.includes('foreign-key-check'));
  const shown = Object.entries(seen).filter(([name, { lock, work }]) => !isQueried || wanted[name] !== undefined || !isGlance(lock, work));
  const isAttached = operations.some(({ kind }) => kind === 'attach-partition');
  const isDetached = operations.some(({ kind }) => kind === 'detach-partition');
  // Whether a row points into the partition that goes is not asked of partitions of which the planner sees that none can.
  const isLeftOut = (lock: string | null, work: readonly string[]): boolean =>
    ((isAttached || isDetached) && isGlance(lock, work)) || (isDetached && lock === 'AccessShareLock');
  const looked = Object.entries(wanted).filter(([name, { lock, work }]) => seen[name] || !isLeftOut(lock, work));
  return sorted(Object.fromEntries(looked)) === sorted(Object.fromEntries(shown));
}

/** A partition's bound is found by way of its parents, once in a session. */
const isGlance = (lock: string | null, work: readonly string[]): boolean => lock === 'AccessShareLock' && String(work) === 'metadata';

/**
 * Of a table made by CREATE TABLE … AS the history does not tell the types, nor of a materialized view whether it shows a column of a domain, nor in
 * which order a collation puts the texts of a CHECK and of a bound: the engine answers with the worst.
 */
const isPartlyKnown = (before: Schema, operations: readonly Operation[], predicted: readonly Effect[]): boolean =>
  predicted.some(({ table }) => {
    const known = before.tables.get(keyOf(table));
    const isBound = operations.some(({ kind }) => kind === 'attach-partition' || kind === 'create-table');
    const ordersTexts =
      isBound && known?.partitionBy?.strategy === 'range' && known.partitionBy.elements.some((each) => isText(known, each.column));
    return (
      known?.complete === false || ordersTexts || (before.views.has(keyOf(table)) && operations.some(({ kind }) => /domain/.test(kind)))
    );
  });

/** Whether an exclusion constraint of a partition is taken over by its parent's hangs on the minor version: see `lackedIndexes` of the engine. */
const isOfMinor = (before: Schema, operations: readonly Operation[], predicted: readonly Effect[]): boolean =>
  operations.some((each) => each.kind === 'attach-partition' || (each.kind === 'add-constraint' && each.constraint.type === 'exclude')) &&
  predicted.some(({ table }) =>
    before.tables.get(keyOf(table))?.constraints.some(({ definition, inherited }) => definition.type === 'exclude' && !inherited),
  );

const isText = (table: Table, column: string | undefined): boolean =>
  /^(text|varchar|bpchar|name)$/.test(table.columns.find(({ name }) => name === column)?.type.name ?? '');

/**
 * The planner leaves out what it can prove to have no rows, and a join what its other side makes needless: a query does what is
 * predicted, or less. The table that it writes or makes is locked as predicted, always.
 */
function within(observed: Attempt, predicted: readonly Effect[], operations: readonly Operation[], before: Schema): boolean {
  const pointsToItself = ({ table }: Effect): boolean =>
    before.tables.get(keyOf(table))?.constraints.some(({ references }) => references && keyOf(references) === keyOf(table)) === true;
  const allowed = new Map(predicted.map((effect) => [nameOf(effect.table), effect]));
  const own = operations.some(({ kind }) => /^(select|copy)$|domain/.test(kind)) ? undefined : predicted[0];
  if (own !== undefined && observed.tables[nameOf(own.table)]?.lock !== own.lock) return false;
  return Object.entries(observed.tables).every(([name, { lock, work }]) => {
    const effect = allowed.get(name);
    if (effect === undefined) return isGlance(lock, work);
    // Few rows that a foreign key points to are looked up by reading them all.
    if (lock === effect.lock && (lock === 'RowShareLock' || pointsToItself(effect))) return true;
    // The counters do not tell whether a table was read for the query or for a foreign key.
    const read = effect.work.includes('scan') ? work.map((each) => (each === 'foreign-key-check' ? 'scan' : each)) : work;
    return strength(lock) <= strength(effect.lock) && String(joinWork(effect.work, read)) === String(effect.work);
  });
}

/**
 * That no row points into a partition which is detached is asked by a query. The partition itself is one side of it, or both: its rows are read or not as
 * the planner likes.
 */
function asPlanned(
  tables: Attempt['tables'],
  wanted: Attempt['tables'],
  operations: readonly Operation[],
  before: Schema,
): Attempt['tables'] {
  const going = operations.flatMap((each) => (each.kind === 'detach-partition' ? partitionTree(before, each.partition) : []));
  const free = new Set(going.map((each) => nameOf(each)));
  return Object.fromEntries(
    Object.entries(tables).map(([name, done]) => [name, free.has(name) ? { ...done, work: wanted[name]?.work ?? done.work } : done]),
  );
}

const sorted = (tables: Attempt['tables']): string => JSON.stringify(Object.entries(tables).sort(([a], [b]) => (a < b ? -1 : 1)));
