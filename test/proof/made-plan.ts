import type { Migration } from '../../src/migration/migration.ts';
import type { Boundary, Plan, StageName, Step } from '../../src/plan/stage.ts';

/** A step by its SQL and its rollback; what cannot run in a transaction says so. */
export const step = (sql: string, rollback: string, transaction = true): Step => ({ sql, rollback, transaction, why: '' });

export interface Staged {
  readonly name: StageName;
  readonly boundary?: Boundary;
  readonly steps: readonly Step[];
}

export const migration = (path: string, text: string): Migration => ({ path, text, direction: 'up', transaction: 'unknown' });

/** A plan that puts these stages in the author's file's place. */
export function planOf(stages: readonly Staged[]): Plan {
  return {
    id: 'p',
    files: ['1.sql'],
    stages: stages.map(({ name, boundary = 'none', steps }, i) => ({
      name,
      boundary,
      files: steps.map((each, j) => ({
        path: i === 0 && j === 0 ? '1.sql' : `2_${name}_${j}.sql`,
        steps: [each],
        text: `${each.transaction ? '' : '-- lockstep: no-transaction\n'}${each.sql}\n`,
      })),
    })),
    questions: [],
    edits: [],
    unplanned: [],
  };
}
