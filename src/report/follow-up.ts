import type { Analysis } from '../analysis/analysis.ts';
import { placeOf } from '../convention/plain.ts';
import type { Plan, PlanFile, Stage } from '../plan/stage.ts';
import { whenToStart } from './comment.ts';
import { code, prose } from './markdown-escape.ts';
import { stageWords } from './words.ts';

/** What one deploy brings of the later stages, as a pull request of its own. */
export interface FollowUp {
  /** `this-deploy`, `next-deploy`, `deploy-3`: stays the same when the plan changes. */
  readonly name: string;
  readonly title: string;
  readonly body: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** The lists that tools keep of their migrations, and what each has to name at its end. */
  readonly lists: readonly NonNullable<Plan['list']>[];
  /** Ids of the plans that it is of. */
  readonly plans: readonly string[];
  /** When it may be merged, in plain words. */
  readonly when: string;
}

/**
 * The files of all stages after the author's own, a follow-up a deploy. Plans that wait for an answer have none yet.
 * @param number of the pull request that the plans are for
 */
export function followUpsOf({ plans }: Analysis, number: number): readonly FollowUp[] {
  const deploys: Part[][] = [];
  for (const plan of plans) {
    if (plan.questions.length > 0 || plan.proof?.status === 'failed') continue;
    let deploy = 0;
    plan.stages.forEach((stage, index) => {
      if (stage.boundary === 'deploy') deploy++;
      const files = stage.files
        .filter(({ path }) => path !== undefined && !plan.files.includes(path))
        .flatMap((file) => [file, ...(file.beside ?? []).map((each): PlanFile => ({ ...each, steps: [] }))]);
      if (files.length === 0) return;
      deploys[deploy] ??= [];
      deploys[deploy]?.push({ plan, stage, files, when: whenToStart(plan, index) });
    });
  }
  return deploys.flatMap((parts, deploy) => (parts === undefined ? [] : [followUp(parts, deploy, number)]));
}

interface Part {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly files: readonly PlanFile[];
  readonly when: string;
}

function followUp(parts: readonly Part[], deploy: number, number: number): FollowUp {
  const stages = [...new Set(parts.map(({ stage }) => stageWords(stage)))];
  const plans = [...new Set(parts.map(({ plan }) => plan.id))];
  const when =
    deploy === 0
      ? `before #${number} is merged, into its branch, behind the suggestions: these files belong to the same deploy`
      : `once #${number} is deployed: ${parts.find(({ stage }) => stage.boundary === 'deploy')?.when ?? 'next deploy'}`;
  const list = parts.flatMap((part) =>
    part.files.map(({ path = '' }) => `- ${code(path)}: **${stageWords(part.stage)}** of plan ${code(part.plan.id)}, ${prose(part.when)}`),
  );
  const byHand = [...new Set(parts.flatMap(({ plan: { sums } }) => sums?.byHand ?? []))].map((each) => `\n${prose(each)}\n`).join('');
  return {
    name: deploy === 0 ? 'this-deploy' : deploy === 1 ? 'next-deploy' : `deploy-${deploy + 1}`,
    title: `Migrations of #${number}: ${stages.join(', ')}`,
    body: `> [!IMPORTANT]\n> To be merged ${when}.\n\nLater stages of the migrations of #${number}, planned by Lockstep. The branch is written anew whenever the plan changes, as long as nobody else commits to it.\n\n${list.join('\n')}\n${byHand}`,
    files: parts.flatMap(({ files }) => files.map(({ path = '', text }) => ({ path, text }))),
    lists: listsOf(parts),
    plans,
    when,
  };
}

/** What of the plans' lists belongs to this deploy: the names of its own files, in the order of the list. */
function listsOf(parts: readonly Part[]): FollowUp['lists'] {
  const own = new Set(parts.flatMap(({ files }) => files.flatMap(({ path }) => (path === undefined ? [] : [placeOf(path).key]))));
  return [...new Set(parts.flatMap(({ plan: { list } }) => list ?? []))].flatMap((list) => {
    const keys = list.keys.filter((key) => own.has(key));
    return keys.length === 0 ? [] : [{ ...list, keys }];
  });
}
