import type { ProofDatabase, ProofResult } from './database.ts';
import { isOfUsers, notTemporary } from './users.ts';

/** Work on rows under a lock that stops writes, or reads and writes. */
export interface BlockingWork {
  readonly table: string;
  readonly lock: string;
  readonly work: string;
}

/** Locks that conflict with the ROW EXCLUSIVE of writers. https://www.postgresql.org/docs/current/explicit-locking.html */
const stopsWrites = "('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')";

interface State {
  readonly oid: number;
  readonly table: string;
  readonly kind: string;
  readonly filenode: number;
  readonly scans: number;
}

/** Asked around each statement, and planned each time. */
const stateQuery = `SELECT oid::int4 AS oid, oid::regclass::text AS table, relkind AS kind, relfilenode::int4 AS filenode, COALESCE(pg_stat_get_xact_numscans(oid), 0)::int4 AS scans
  FROM pg_class WHERE ${isOfUsers('oid')} AND relkind IN ('r', 'm', 'p') AND ${notTemporary}`;
const locksQuery = `SELECT relation::int4 AS oid, mode FROM pg_locks
  WHERE pid = pg_backend_pid() AND locktype = 'relation' AND granted AND mode IN ${stopsWrites}`;

export interface Trace {
  /** Runs a statement of an open transaction. */
  statement(sql: string): Promise<readonly BlockingWork[]>;
  /** Runs a statement that ends its transactions itself, so that its locks are gone when it is asked for them: what it did tells which it held. */
  alone(sql: string): Promise<readonly BlockingWork[]>;
}

/**
 * Traces the statements of an open transaction: what each does to rows while the transaction holds a lock that stops writes. A rewrite is seen in the new file, builds and
 * validations in the server's DEBUG1 messages, other reads of a whole table in the scan counters.
 */
export function traceOf(database: ProofDatabase, existing: ReadonlySet<number>): Trace {
  const run = async (sql: string, asked: readonly string[] = []): Promise<Run> => {
    const messages: string[] = [];
    const onNotice = (message: string): void => void messages.push(message);
    const { results, refusal } = await database.runAll([stateQuery, sql, stateQuery, ...asked], { onNotice });
    if (refusal !== undefined) throw refusal;
    const [before, , after, answer] = results.map((each) => each.rows);
    return { before: statesOf(before), after: statesOf(after), messages, answer: answer ?? [] };
  };
  return {
    async statement(sql) {
      const { before, after, messages, answer } = await run(sql, [locksQuery]);
      // Nobody writes to a materialized view: what leaves its readers alone stops none.
      const stops = ({ oid, mode }: ProofResult['rows'][number]): boolean =>
        before.get(Number(oid))?.kind !== 'm' || mode === 'AccessExclusiveLock';
      const held = new Map(answer.filter(stops).map((row) => [Number(row.oid), String(row.mode)]));
      return [...held].flatMap(([oid, lock]) => {
        const [old, now] = [before.get(oid), after.get(oid)];
        if (!existing.has(oid) || old === undefined || now === undefined) return [];
        const work = workOf(old, now, messages);
        return work === undefined ? [] : [{ table: old.table, lock, work }];
      });
    },
    async alone(sql) {
      const { before, after, messages } = await run(sql);
      // CONCURRENTLY builds, and validates, while rows are written; nothing rewrites a table so.
      const told = /\bconcurrently\b/i.test(sql) ? [] : messages;
      return [...before].flatMap(([oid, old]) => {
        const now = after.get(oid);
        if (!existing.has(oid) || now === undefined) return [];
        const work = workOf({ ...old, scans: now.scans }, now, told);
        return work === undefined ? [] : [{ table: old.table, lock: 'a lock that stops writes', work }];
      });
    },
  };
}

function workOf(old: State, now: State, messages: readonly string[]): string | undefined {
  const bare = old.table.replace(/^.*\./, '').replaceAll('"', '');
  const told = (start: string): boolean => messages.some((each) => each.startsWith(start) && each.includes(`"${bare}"`));
  if (old.filenode !== now.filenode || told('rewriting table')) return 'rewrites it';
  if (told('building index')) return 'builds an index on it';
  if (told('verifying table')) return 'reads all its rows';
  if (now.scans > old.scans) return 'reads all its rows';
  return undefined;
}

/** The tables that hold rows now. */
export async function existingTables(database: ProofDatabase): Promise<ReadonlySet<number>> {
  return new Set(statesOf((await database.run(stateQuery)).rows).keys());
}

type States = ReadonlyMap<number, State>;

interface Run {
  readonly before: States;
  readonly after: States;
  readonly messages: readonly string[];
  readonly answer: ProofResult['rows'];
}

function statesOf(rows: ProofResult['rows'] = []): States {
  return new Map(rows.map((row) => [Number(row.oid), row as unknown as State]));
}
