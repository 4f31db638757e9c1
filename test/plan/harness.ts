import type { PGlite } from '@electric-sql/pglite';
import type { Analysis } from '../../src/analysis/analysis.ts';
import { analyze } from '../../src/analysis/analyze.ts';
import { defaultConfig } from '../../src/config/config.ts';
import type { Migration, TransactionMode } from '../../src/migration/migration.ts';
import type { Plan, PlanFile } from '../../src/plan/stage.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Reader } from '../../src/sql/statement.ts';

/** One unit's worth of migrations after a history, and the rows that the tables hold when it comes. */
export interface Case {
  readonly name: string;
  readonly history: string;
  /** Fills the tables. */
  readonly rows?: string;
  /** The migration, or several, in order. */
  readonly change: string | readonly string[];
  readonly transaction?: TransactionMode;
  readonly major?: number;
  /** What to run for the author's own SQL where that cannot run at all. */
  readonly means?: string;
  /** The author's own SQL fails on rows (or in a transaction): it is run on empty tables. */
  readonly failsOnRows?: true;
}

let reader: Reader | undefined;

export function changesOf({ change }: Pick<Case, 'change'>): readonly string[] {
  return typeof change === 'string' ? [change] : change;
}

export function pathOf(index: number): string {
  return `migrations/00${index + 10}_change.sql`;
}

export async function analyzeCase({ history, change, transaction = 'unknown', major }: Case): Promise<Analysis> {
  reader ??= await loadReader();
  const migration = (path: string, text: string): Migration => ({ path, text, direction: 'up', transaction });
  return analyze(
    {
      history: [migration('migrations/0001_history.sql', history)],
      units: [{ migrations: changesOf({ change }).map((text, i) => migration(pathOf(i), text)) }],
    },
    { ...defaultConfig, transaction, target: { engine: 'postgres', ...(major !== undefined && { major }) } },
    reader,
  );
}

/** The plan as a page: what a reviewer sees. */
export function page({ plans, notices, files }: Analysis): string {
  const lines: string[] = [];
  for (const finding of files.flatMap((file) => file.findings)) lines.push(`- ${finding.rule}`);
  for (const notice of notices) lines.push(`> ${notice.message}`);
  for (const plan of plans) {
    for (const question of plan.questions) lines.push('', `Asks: ${question.message}`, `\`${question.directive}\``);
    for (const each of plan.unplanned) lines.push('', `Not staged: ${each.reason}.`);
    for (const stage of plan.stages) {
      lines.push('', `## ${stage.name}${stage.boundary === 'none' ? '' : `, after: ${stage.boundary}`}`);
      for (const file of stage.files) lines.push('', `${file.path}`, '', '```sql', file.text.trimEnd().replaceAll('\r', '␍'), '```');
    }
  }
  return `${lines.join('\n')}\n`;
}

/** The whole unit's files as the plan leaves them, in the order in which they run. */
export function filesOf(plan: Plan, each: Case): readonly Pick<PlanFile, 'path' | 'text'>[] {
  const all = plan.stages.flatMap((stage) => stage.files);
  const authors = changesOf(each).map((text, i) => {
    const path = pathOf(i);
    return all.find((file) => file.path === path) ?? { path, text };
  });
  return [...authors, ...all.filter((file) => !authors.some((each) => each.path === file.path))];
}

/** The statements of a text, each on its own. */
export function statementsOf(text: string): readonly string[] {
  if (reader === undefined) throw new Error('analyze first');
  return reader.read(text).statements.map((each) => text.slice(each.span.start, each.span.end));
}

/** Runs a file as a tool of that mode does: in a transaction unless it says otherwise, or a statement at a time. */
export async function runFile(db: PGlite, text: string, mode: TransactionMode): Promise<void> {
  const statements = statementsOf(text);
  const wrapped =
    mode !== 'per-statement' && !text.includes('-- lockstep: no-transaction') && !statements.some((each) => /^begin\b/i.test(each));
  if (!wrapped) {
    for (const statement of statements) await db.exec(statement);
  } else if (statements.length > 0) {
    await db.exec('BEGIN');
    try {
      await db.exec(text);
      await db.exec('COMMIT');
    } catch (error) {
      await db.exec('ROLLBACK');
      throw error;
    }
  }
  await db.exec('RESET ALL');
}
