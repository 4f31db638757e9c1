import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Analysis } from '../../../src/analysis/analysis.ts';
import type { MysqlServer } from '../../truth/mysql/record.ts';
import type { MysqlCase } from './cases.ts';
import { filesOf } from './harness.ts';

/** What became of the plan for one case on a server. */
export interface Proved {
  /** Of the texts of its files: another plan has to be proved anew. */
  readonly plan: string;
  readonly statements: number;
  /** How many statements were taken with each algorithm stated. */
  readonly pinned: Readonly<Record<string, number>>;
  /** Points of the plan from which its own way back was gone, to the schema before it. */
  readonly rolledBack: number;
}

export interface PlanRecord {
  /** As the server calls itself. */
  readonly server: string;
  readonly cases: Readonly<Record<string, Proved>>;
}

export function recordPath(server: MysqlServer): URL {
  return new URL(`./${server.replace('@', '-')}.json`, import.meta.url);
}

export function readPlanRecord(server: MysqlServer): PlanRecord {
  return JSON.parse(readFileSync(recordPath(server), 'utf8')) as PlanRecord;
}

/** @returns undefined where there is no plan to run: none is needed, it asks, or it names a tool */
export function digestOf({ plans: [plan] }: Analysis, { change }: MysqlCase): string | undefined {
  if (plan === undefined || plan.stages.length === 0) return undefined;
  const hash = createHash('sha256');
  for (const { path, text } of filesOf(plan, change)) hash.update(`${path}\n${text}\n`);
  return hash.digest('hex').slice(0, 16);
}
