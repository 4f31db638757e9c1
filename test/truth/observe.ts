import type { LockMode } from '../../src/engine/postgres/effect.ts';
import type { Case } from './cases/case.ts';
import { prepare, type Refusal, type Rows, refusalOf, type Server } from './database.ts';
import { attemptOutside } from './outside.ts';
import { type Attempt, combine, foreignKeys, relations, type Tables } from './work.ts';

/** What a server does for a case's statement. */
export type Observed =
  | { readonly outcome: 'done'; readonly tables: Tables }
  /** It fails on the rows there are. `tables` tells of the same tables emptied. */
  | ({ readonly outcome: 'fails'; readonly tables: Tables } & Refusal)
  /** It is refused, whatever the rows. */
  | ({ readonly outcome: 'refused' } & Refusal)
  /** This server does not make the tables that the statement needs. */
  | ({ readonly outcome: 'no-setup' } & Refusal);

/** Failures that hang on the rows: the statement is then run on the emptied tables too. */
export const hangsOnRows = /^2[23]/;

/** Runs one case's statement and leaves nothing of it. */
export async function observe(server: Server, each: Case): Promise<Observed> {
  const filled = await on('filled', server, each);
  return needsEmptied(filled) ? onEmptied(server, each, filled) : filled;
}

/** Runs many: those that fail on rows once more when all are through, so that a group's tables are made twice, not for every case. */
export async function observeAll(server: Server, cases: readonly Case[]): Promise<ReadonlyMap<Case, Observed>> {
  const observed = new Map<Case, Observed>();
  for (const each of cases) observed.set(each, await on('filled', server, each));
  for (const [each, filled] of observed) if (needsEmptied(filled)) observed.set(each, await onEmptied(server, each, filled));
  return observed;
}

const needsEmptied = (filled: Observed): filled is Observed & { outcome: 'refused' } =>
  filled.outcome === 'refused' && hangsOnRows.test(filled.error);

async function onEmptied(server: Server, each: Case, filled: Observed & { outcome: 'refused' }): Promise<Observed> {
  const emptied = await on('emptied', server, each);
  return emptied.outcome === 'done' ? { ...filled, outcome: 'fails', tables: emptied.tables } : filled;
}

async function on(rows: Rows, server: Server, each: Case): Promise<Observed> {
  const refusal = await prepare(server, each.setup, rows);
  if (refusal !== undefined) return { outcome: 'no-setup', ...refusal };
  const { tables, ...refused } = await (each.outsideTransaction ? attemptOutside(server, each, rows) : attempt(server, each));
  return refused.error === undefined ? { outcome: 'done', tables } : { outcome: 'refused', ...refused };
}

const locksQuery = `select relation::int4 as oid, mode from pg_locks where pid = pg_backend_pid() and locktype = 'relation' and granted`;

/** In a transaction that is taken back: what is locked stays so until then. */
async function attempt({ db }: Server, each: Case): Promise<Attempt> {
  const notices: string[] = [];
  await db.exec('begin; set local client_min_messages = debug1');
  try {
    const before = await relations(db);
    await db.exec(each.sql, { onNotice: (notice) => notices.push(notice.message ?? '') });
    const after = await relations(db);
    const locks = (await db.query<{ oid: number; mode: LockMode }>(locksQuery)).rows;
    return { tables: combine(each, before, after, locks, await foreignKeys(db), notices) };
  } catch (error) {
    return { tables: {}, ...refusalOf(error) };
  } finally {
    await db.exec('rollback');
  }
}
