import { type Migration, sourceOf } from '../migration/migration.ts';
import { directivesIn } from '../sql/directive.ts';
import type { Comment } from '../sql/statement.ts';
import type { Notice } from './analysis.ts';

/** Keeps count of the stages that plans have announced, so that nothing is forgotten after the click. */
export interface PendingStages {
  record(migration: Migration, comments: readonly Comment[]): void;
  /** What was announced and has not come, in the order it was announced. */
  open(): readonly Notice[];
  /** The same by plan. */
  plans(): readonly OpenPlan[];
}

/** A plan of which stages are missing. */
export interface OpenPlan {
  readonly plan: string;
  /** Where they were announced. */
  readonly path: string;
  readonly line: number;
  /** The stages that have not come, in their order. */
  readonly stages: readonly string[];
  /** The files that have come. */
  readonly paths: ReadonlySet<string>;
}

export function pendingStages(): PendingStages {
  const announced = new Map<string, Announced>();
  const arrived = new Set<string>();
  const paths = new Map<string, Set<string>>();
  const missing = (): readonly Announced[] => [...announced].flatMap(([key, one]) => (arrived.has(key) ? [] : [one]));
  return {
    record(migration, comments) {
      // Most files have no directive: do not index their lines for nothing.
      if (!comments.some((each) => each.text.includes('lockstep:'))) return;
      const { path } = migration;
      for (const directive of directivesIn(sourceOf(migration), comments)) {
        if (directive.kind !== 'stage' && directive.kind !== 'pending') continue;
        const { plan, line } = directive;
        const own = paths.get(plan) ?? new Set();
        paths.set(plan, own.add(path));
        if (directive.kind === 'stage') arrived.add(`${plan} ${directive.stage}`);
        else for (const stage of directive.stages) announced.set(`${plan} ${stage}`, { plan, stage, path, line });
      }
    },
    open: () =>
      missing().map(({ plan, stage, path, line }) => ({
        path,
        line,
        message: `The ${stage} stage of plan ${plan} is still to come: no migration carries \`-- lockstep: stage ${plan} ${stage}\` yet.`,
      })),
    plans() {
      const plans = new Map<string, Announced[]>();
      for (const each of missing()) {
        const own = plans.get(each.plan);
        if (own === undefined) plans.set(each.plan, [each]);
        else own.push(each);
      }
      return [...plans].map(([plan, all]) => {
        const { path, line } = all[0] as Announced;
        return { plan, path, line, stages: all.map(({ stage }) => stage), paths: paths.get(plan) ?? new Set() };
      });
    },
  };
}

interface Announced {
  readonly plan: string;
  readonly stage: string;
  readonly path: string;
  readonly line: number;
}
