import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Example, examples, stagesOf } from '../../scripts/plan-table.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Case } from '../truth/cases/case.ts';
import { refusalOf, type Server, startPglite, wipe } from '../truth/database.ts';
import { hangsOnRows, type Observed } from '../truth/observe.ts';
import { predictor } from '../truth/predict.ts';
import { disagreement, type Verdict, verdictOf } from '../truth/verdict.ts';
import { combine, foreignKeys, type Lock, relations } from '../truth/work.ts';

/** The table of docs/plans.md shows what the engine's facts say of each statement, as written and of its plan. Here each of them runs, and is traced. */
const major = 18;
const reader = await loadReader();
const predict = predictor(reader);
let server: Server;

beforeAll(async () => {
  server = await startPglite();
});
afterAll(() => server.db.close());

// What PostgreSQL 18 stages otherwise than those before it is shown for them; the recorded servers tell of their locks.
const traced = examples.filter((example) => example.major === undefined || !example.operation.endsWith('before 18'));

describe('the locks of the table are those of PostgreSQL 18', () => {
  test.each(traced.map((example) => [example.operation, example] as const))('%s', async (_, example) => {
    const staged = stagesOf({ ...example, major }).flatMap((stage) => stage.files.map((file) => file.text));
    expect(await untrue(example, [example.change])).toEqual([]);
    expect(await untrue(example, staged)).toEqual([]);
  });
});

/** Runs the files one after the other, and gives what the engine says otherwise than the server does. */
async function untrue({ history }: Example, files: readonly string[]): Promise<readonly string[]> {
  await server.db.exec(wipe);
  await server.db.exec(history);
  const wrong: string[] = [];
  let setup = history;
  for (const file of files) {
    for (const { span } of reader.read(file).statements) {
      const sql = file.slice(span.start, span.end);
      const each: Case = { name: sql, setup, sql };
      const { certain, ...verdict } = verdictOf(predict(each, major));
      // The tables are empty, so nothing fails on their rows.
      const onEmpty: Verdict = { ...verdict, certain: certain.filter((code) => !hangsOnRows.test(code)) };
      const observed = await run(each, onEmpty);
      // A job in batches is traced, and its cost measured, in backfill.test.ts.
      const difference = /^DO /.test(sql) ? undefined : disagreement(onEmpty, observed);
      if (difference !== undefined) wrong.push(`${sql}: ${difference}`);
      setup += `\n${sql};`;
    }
  }
  return wrong;
}

const locksQuery = `select relation::int4 as oid, mode from pg_locks where pid = pg_backend_pid() and locktype = 'relation' and granted`;

/** Runs a statement in a transaction, and commits it. One that ends its transactions itself takes its locks with it: there the work alone is traced, and the records tell of the locks. */
async function run(each: Case, verdict: Verdict): Promise<Observed> {
  const { db } = server;
  const notices: string[] = [];
  const onNotice = (notice: { message: string | undefined }): number => notices.push(notice.message ?? '');
  const before = await relations(db);
  await db.exec('begin; set local client_min_messages = debug1');
  try {
    await db.exec(each.sql, { onNotice });
    const { rows } = await db.query<Lock>(locksQuery);
    const tables = combine(each, before, await relations(db), rows, await foreignKeys(db), notices);
    await db.exec('commit');
    return { outcome: 'done', tables };
  } catch (error) {
    await db.exec('rollback');
    const refusal = refusalOf(error);
    if (!endsTransactions.has(refusal.error)) return { outcome: 'refused', ...refusal };
  }
  await db.exec('set client_min_messages = debug2');
  await db.exec(each.sql, { onNotice });
  await db.exec('reset client_min_messages');
  const told = [...before.values()].flatMap(({ oid, name }) => ({ oid, mode: verdict.tables[name]?.lock ?? null }));
  const locks = told.filter((lock): lock is Lock => lock.mode !== null);
  return { outcome: 'done', tables: combine(each, before, await relations(db), locks, await foreignKeys(db), notices) };
}

/** "cannot run inside a transaction block", "invalid transaction termination" */
const endsTransactions = new Set(['25001', '2D000']);
