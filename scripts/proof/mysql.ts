import { writeFileSync } from 'node:fs';
import type { Plan } from '../../src/plan/stage.ts';
import { mysqlReader } from '../../src/sql/mysql/reader.ts';
import { type MysqlCase, mysqlCases } from '../../test/plan/mysql/cases.ts';
import { analyzeCase, filesOf } from '../../test/plan/mysql/harness.ts';
import { digestOf, type Proved, readPlanRecord, recordPath } from '../../test/plan/mysql/record.ts';
import { type MysqlServer, mysqlServers } from '../../test/truth/mysql/record.ts';
import type { Session } from '../truth/mysql/client.ts';
import { type Server, withServer } from '../truth/mysql/server.ts';
import { rowsOf, schemaOf } from './mysql-schema.ts';

/**
 * Runs the author's own SQL and the plan of every case on a server, compares what comes of them, and writes the record where all is well.
 * @param filter only the cases whose name contains it, or `--new`: those whose plan is not the recorded one
 * @returns why a case is not proved, a line each
 */
export async function proveMysqlPlans(name: string, filter = ''): Promise<readonly string[]> {
  const target = mysqlServers.find((each) => each === name);
  if (target === undefined) return [`no such server: ${name}; there are ${mysqlServers.join(', ')}`];
  const failures: string[] = [];
  await withServer(target, async (server) => {
    const session = await server.connect();
    const proved: Record<string, Proved> = {};
    const recorded = filter === '--new' ? readPlanRecord(target).cases : {};
    for (const each of mysqlCases) {
      if ((filter !== '--new' && !each.name.includes(filter)) || (each.engine ?? server.flavor) !== server.flavor) continue;
      const outcome = await prove(server, target, each, recorded[each.name]);
      if (typeof outcome === 'string') failures.push(`${each.name}: ${outcome}`);
      else if (outcome !== undefined) proved[each.name] = outcome;
    }
    const [[version] = []] = await session.rows('select version()');
    if (failures.length > 0) return;
    const all = filter === '' || filter === '--new' ? proved : { ...readPlanRecord(target).cases, ...proved };
    const lines = Object.entries(all).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
    writeFileSync(recordPath(target), `{"server": ${JSON.stringify(version)}, "cases": {\n${lines.join(',\n')}\n}}\n`);
  });
  return failures;
}

const database = 'lockstep_plan';
/** Where tables may go. */
const elsewhere = 'lockstep_elsewhere';

/** The statement that runs, to be named where it fails. */
interface Log {
  at: string;
}

async function run(session: Session, sql: string, log: Log): Promise<void> {
  log.at = sql;
  await session.run(sql);
}

/** @param recorded stands as long as the plan is the same */
async function prove(
  server: Server,
  name: MysqlServer,
  each: MysqlCase,
  recorded: Proved | undefined,
): Promise<Proved | string | undefined> {
  const analysis = await analyzeCase(name, each);
  const digest = digestOf(analysis, each);
  const [plan] = analysis.plans;
  if (analysis.notices.length > 0) return analysis.notices.map(({ message }) => message).join(' ');
  if (plan === undefined || digest === undefined) return undefined;
  if (recorded?.plan === digest) return recorded;
  const split = splitter(name);
  const log: Log = { at: '' };
  try {
    const original = await onFresh(server, { ...each, ...(each.failsOnRows && { rows: '' }) }, async (session) => {
      for (const sql of split(each.means ?? each.change)) await run(session, sql, log);
      return stateOf(session, server);
    });
    const statements = filesOf(plan, each.change).flatMap(({ text }) => split(text));
    const planned = await onFresh(server, each, async (session) => {
      for (const sql of statements) await run(session, sql, log);
      return stateOf(session, server);
    });
    const other =
      differing(original.schema, planned.schema) ??
      (each.failsOnRows || each.otherRows ? undefined : differing(original.rows, planned.rows));
    if (other !== undefined) return other;
    return {
      plan: digest,
      statements: statements.length,
      pinned: pinnedIn(statements),
      rolledBack: await rollBack(server, each, plan, split, log),
    };
  } catch (error) {
    return `${(error as Error).message} (${log.at.replace(/\s+/g, ' ').slice(0, 160)})`;
  }
}

/** From each point of the plan up to which every step has a way back. */
async function rollBack(
  server: Server,
  each: MysqlCase,
  plan: Plan,
  split: (text: string) => readonly string[],
  log: Log,
): Promise<number> {
  const steps = plan.stages.flatMap(({ files }) => files.flatMap((file) => file.steps));
  const end = steps.findIndex(({ rollback }) => rollback.startsWith('-- ') && !rollback.startsWith('-- nothing to undo'));
  const undone = end < 0 ? steps : steps.slice(0, end);
  for (let to = 1; to <= undone.length; to++)
    await onFresh(server, each, async (session) => {
      const before = await stateOf(session, server);
      for (const step of undone.slice(0, to)) for (const sql of split(step.sql)) await run(session, sql, log);
      for (const step of undone.slice(0, to).reverse()) for (const sql of split(step.rollback)) await run(session, sql, log);
      const other = differing(before.schema, (await stateOf(session, server)).schema);
      if (other !== undefined) throw new Error(`rolled back after ${to} steps: ${other}`);
    });
  return undone.length;
}

async function onFresh<T>(
  server: Server,
  { unseen = '', history, rows = '' }: MysqlCase,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = await server.connect();
  try {
    for (const each of [database, elsewhere]) await session.run(`drop database if exists ${each}; create database ${each}`);
    await session.run(`use ${database}; ${unseen} ${history} ${rows}`);
    return await work(session);
  } finally {
    session.close();
  }
}

interface State {
  readonly schema: readonly string[];
  readonly rows: readonly string[];
}

async function stateOf(session: Session, { flavor }: Server): Promise<State> {
  const [schema, rows]: [string[], string[]] = [[], []];
  for (const each of [database, elsewhere]) {
    schema.push(...(await schemaOf(session, each, flavor)));
    rows.push(...(await rowsOf(session, each)));
  }
  return { schema, rows };
}

/** Statements as a client sends them. */
function splitter(name: MysqlServer): (text: string) => readonly string[] {
  const reader = mysqlReader({ server: name.startsWith('mysql') ? 'mysql' : 'mariadb' });
  return (text) => reader.read(text).statements.map(({ span }) => text.slice(span.start, span.end));
}

function pinnedIn(statements: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const sql of statements) {
    const algorithm = /ALGORITHM=(\w+)/.exec(sql)?.[1];
    if (algorithm !== undefined) counts[algorithm] = (counts[algorithm] ?? 0) + 1;
  }
  return counts;
}

function differing(a: readonly string[], b: readonly string[]): string | undefined {
  const [left, right] = [new Set(a), new Set(b)];
  const lines = [
    ...a.filter((line) => !right.has(line)).map((line) => `- ${line}`),
    ...b.filter((line) => !left.has(line)).map((line) => `+ ${line}`),
  ];
  return lines.length === 0
    ? undefined
    : `other than the author's own SQL:\n  ${lines.slice(0, 8).join('\n  ')}${lines.length > 8 ? `\n  and ${lines.length - 8} more` : ''}`;
}
