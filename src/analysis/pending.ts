import { type Migration, sourceOf } from '../migration/migration.ts';
import { directivesIn } from '../sql/directive.ts';
import type { Comment } from '../sql/statement.ts';
import type { Notice } from './analysis.ts';

/** Keeps count of the stages that plans have announced, so that nothing is forgotten after the click. */
export interface PendingStages {
  record(migration: Migration, comments: readonly Comment[]): void;
  /** What was announced and has not come, in the order it was announced. */
  open(): readonly Notice[];
}

export function pendingStages(): PendingStages {
  const announced = new Map<string, Notice>();
  const arrived = new Set<string>();
  return {
    record(migration, comments) {
      // Most files have no directive: do not index their lines for nothing.
      if (!comments.some((each) => each.text.includes('lockstep:'))) return;
      for (const directive of directivesIn(sourceOf(migration), comments)) {
        if (directive.kind === 'stage') arrived.add(`${directive.plan} ${directive.stage}`);
        if (directive.kind !== 'pending') continue;
        for (const stage of directive.stages) {
          const message = `The ${stage} stage of plan ${directive.plan} is still to come: no migration carries \`-- lockstep: stage ${directive.plan} ${stage}\` yet.`;
          announced.set(`${directive.plan} ${stage}`, { path: migration.path, line: directive.line, message });
        }
      }
    },
    open: () => [...announced].filter(([key]) => !arrived.has(key)).map(([, notice]) => notice),
  };
}
