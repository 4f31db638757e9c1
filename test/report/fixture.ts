import type { Analysis, AnalyzedFile } from '../../src/analysis/analysis.ts';
import type { Plan } from '../../src/plan/stage.ts';
import type { Finding } from '../../src/rules/finding.ts';

/** A file with findings, each at the first occurrence of a text in it. */
export function fileWith(path: string, text: string, findings: readonly (Partial<Finding> & { readonly at: string })[]): AnalyzedFile {
  return {
    migration: { path, text, direction: 'up', transaction: 'unknown' },
    statements: [],
    findings: findings.map(({ at, ...finding }) => ({
      rule: 'drop-column',
      severity: 'error',
      category: 'breaking',
      path,
      span: { start: text.indexOf(at), end: text.indexOf(at) + at.length },
      message: 'Running code still reads it.',
      advice: 'Deploy code that does not.',
      ...finding,
    })),
  };
}

/** An analysis of these files, counted as the pipeline counts. */
export function analysisOf(files: readonly AnalyzedFile[], more: Partial<Analysis> = {}): Analysis {
  const all = files.flatMap((each) => each.findings);
  const active = all.filter((each) => each.suppressed === undefined);
  return {
    target: { engine: 'postgres' },
    files,
    plans: [],
    notices: [],
    summary: {
      files: files.length,
      statements: files.length,
      findings: {
        error: active.filter((each) => each.severity === 'error').length,
        warning: active.filter((each) => each.severity === 'warning').length,
      },
      suppressed: all.length - active.length,
      unreadable: active.filter((each) => each.rule === 'unreadable-statement').length,
    },
    ...more,
  };
}

export const plan: Plan = {
  id: '3f9a1c',
  files: ['m/2.sql'],
  stages: [
    {
      name: 'expand',
      boundary: 'none',
      files: [
        {
          path: 'm/2.sql',
          steps: [
            {
              sql: 'ALTER TABLE a ADD COLUMN b int;',
              transaction: true,
              rollback: 'ALTER TABLE a DROP COLUMN b;',
              why: 'Nullable at first.',
            },
          ],
          text: '-- lockstep: pending 3f9a1c backfill\nALTER TABLE a ADD COLUMN b int;\n',
        },
      ],
    },
    {
      name: 'backfill',
      boundary: 'deploy',
      files: [
        {
          path: 'm/3_backfill.sql',
          steps: [{ sql: 'DO $$\nBEGIN\nEND\n$$;', transaction: false, rollback: '-- nothing to undo', why: 'In batches.' }],
          text: '-- lockstep: stage 3f9a1c backfill\nDO $$\nBEGIN\nEND\n$$;\n',
        },
      ],
    },
  ],
  questions: [],
  edits: [],
  unplanned: [{ path: 'm/2.sql', span: { start: 0, end: 1 }, reason: 'no way around it' }],
  proof: { status: 'unproved', checks: [], reason: 'no engine was at hand' },
};
