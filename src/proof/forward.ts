import { type Application, exercise } from './application.ts';
import { type ProofDatabase, refusalOf } from './database.ts';
import type { Meanwhile } from './meanwhile.ts';
import { type Refusal, runScript } from './run-script.ts';
import { isAuthorsOwn, isSetting, type StageScripts } from './script.ts';
import { existingTables, traceOf } from './trace.ts';

export interface Forward {
  /** What a step was refused for; then the plan ended there. */
  readonly refused?: Refusal;
  /** Work on rows under a lock that stops others, in words. */
  readonly blocking: readonly string[];
  /** What the application could no longer do, in words. */
  readonly application: readonly string[];
  readonly points: number;
  /** How many statements of the application were sent. */
  readonly sent: number;
  /** Whether all that the old code writes meanwhile was written. */
  readonly wrote: boolean;
}

/** The versions of the application, as far as the plan promises to keep them running. */
export interface Versions {
  readonly old: readonly Application[];
  readonly new: readonly Application[];
  /** The new code's rows were looked for without those that are there: what it may not write because of them says nothing. */
  readonly isBlind: boolean;
  readonly meanwhile: Meanwhile;
  /** Of what is written meanwhile, what the author's own statements stop without the plan's. */
  readonly stopped: ReadonlySet<string>;
}

/** Points between stages at which the old version still runs. */
export function oldPoints(stages: readonly StageScripts[]): number {
  const deploy = stages.findIndex((stage) => stage.boundary === 'deploy');
  return deploy === -1 ? stages.length : deploy;
}

/**
 * The point from which on the new version may run: what it needs may come with statements of the author's that the plan puts off, and, where the plan goes through
 * its stages again, not before the last time.
 */
export function newPoint(stages: readonly StageScripts[]): number {
  const round = Math.max(...stages.map((stage) => stage.round));
  const start = stages.findIndex((stage) => stage.round === round);
  const deploy = stages.findIndex((stage, i) => i > start && stage.boundary === 'deploy');
  const before = stages.slice(0, deploy === -1 ? stages.length : deploy);
  return Math.max(
    start,
    before.findLastIndex(({ scripts }) => scripts.some((script) => script.statements.some(isAuthorsOwn))),
  );
}

/** Runs the plan, traced; after each of its stages the code that may run then is exercised, and what the old code writes stays. */
export async function runForward(database: ProofDatabase, stages: readonly StageScripts[], versions: Versions): Promise<Forward> {
  const trace = traceOf(database, await existingTables(database));
  const blocking: string[] = [];
  const application: string[] = [];
  const old = oldPoints(stages);
  const deployed = newPoint(stages);
  let wrote = true;
  let sent = 0;
  for (const [point, stage] of stages.entries()) {
    for (const script of stage.scripts) {
      const refused = await runScript(database, script, async (statement, isAlone) => {
        if (isSetting(statement)) return void (await database.run(statement.sql));
        // What the author wrote and the plan left as it was has findings of its own.
        for (const { table, lock, work } of await (isAlone ? trace.alone(statement.sql) : trace.statement(statement.sql)))
          if (!isAuthorsOwn(statement)) blocking.push(`${script.path}:${statement.line} ${work}: ${table} under ${lock}`);
      });
      if (refused !== undefined) return { refused, blocking, application, points: point, wrote, sent };
    }
    const running = [...(point < old ? versions.old : []), ...(point >= deployed ? versions.new : [])];
    for (const code of running) {
      sent += code.statements.length;
      for (const failure of await exercise(database, code, versions.isBlind)) application.push(`after ${stage.name}, ${failure}`);
    }
    for (const { sql } of (point < old ? versions.meanwhile[point] : undefined) ?? []) {
      sent++;
      const failure = await refusalOf(database, sql);
      if (failure === undefined) continue;
      wrote = false;
      if (!versions.stopped.has(sql)) application.push(`after ${stage.name}, the old code's \`${sql}\` fails: ${failure.message}`);
    }
  }
  return { blocking, application, points: stages.length, wrote, sent };
}

export function bareName(table: string): string {
  return table
    .slice(table.lastIndexOf('.') + 1)
    .replace(/^"|"$/g, '')
    .replaceAll('""', '"');
}
