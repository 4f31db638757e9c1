import type { RecipeStep } from './recipe.ts';
import { type StageName, stageNames } from './stage.ts';
import type { Work } from './work.ts';

const stagesOfRound = stageNames.length;

/** The round of a stage, from 0 on. */
export function roundOf(stage: number): number {
  return Math.floor(stage / stagesOfRound);
}

/** The first stage of a round. */
export function firstOf(round: number): number {
  return round * stagesOfRound;
}

export function nameOf(stage: number): StageName {
  return stageNames[stage % stagesOfRound] as StageName;
}

/** Where a step goes beyond the author's files: its stage, counted on over the rounds, and how many transactions of that stage come before it. */
export interface Position {
  readonly stage: number;
  readonly level: number;
}

/**
 * Puts the steps of one work, in order, into stages and transactions. A step without a position stays in the author's file: one that may share its
 * transaction, or, where every statement is committed on its own, all that need no backfill or deploy before them.
 *
 * @param start the first position that is free for it; absent where nothing holds it back
 * @param gate the first position that is free for the steps from a stage on
 * @param alone nothing else is left in the author's file: a step that may not be in a transaction can stay there
 */
export function layOut(
  steps: readonly RecipeStep[],
  start: Position | undefined,
  work: Work,
  alone: boolean,
  gate?: { readonly from: StageName; readonly at: Position },
): readonly { readonly step: RecipeStep; readonly position?: Position }[] {
  const round = start === undefined ? 0 : roundOf(start.stage);
  let at = start;
  let previous: RecipeStep | undefined;
  return steps.map((step, i) => {
    const stage = firstOf(round) + stageNames.indexOf(step.stage);
    const cut = previous !== undefined && ends(previous, step);
    if (at === undefined) {
      const stays = staysInPlace(step, i, work, alone) && (work.committedAlone || !cut);
      if (!stays) at = { stage, level: fitting(step, stage === 0 ? 1 : 0) };
    } else if (stage > at.stage) at = { stage, level: fitting(step, 0) };
    else if (cut || i === 0) at = { stage: at.stage, level: fitting(step, cut ? at.level + 1 : at.level) };
    if (gate !== undefined && stage >= firstOf(round) + stageNames.indexOf(gate.from) && isLater(gate.at, at)) at = inStage(step, gate.at);
    previous = step;
    return at === undefined ? { step } : { step, position: at };
  });
}

/** The first place from a position on that is in the step's own stage: what waits for a deploy must not bring it forward for others. */
function inStage(step: RecipeStep, { stage, level }: Position): Position {
  const own = firstOf(roundOf(stage)) + stageNames.indexOf(step.stage);
  return own > stage ? { stage: own, level: fitting(step, 0) } : { stage, level: fitting(step, level) };
}

/**
 * The transactions of a stage in turns of four: what is added NOT VALID, then what runs outside of transactions, then validations, then what they prove.
 * So the steps of several works meet in the same files: two columns that become NOT NULL need three files, not six.
 */
const turn: Readonly<Record<RecipeStep['transaction'], readonly number[]>> = { shared: [0, 3], none: [1], own: [2] };

/** The first level from `level` on at which the step has its turn. */
export function fitting(step: RecipeStep, level: number): number {
  let at = level;
  while (!turn[step.transaction].includes(at % 4)) at++;
  return at;
}

function staysInPlace(step: RecipeStep, index: number, work: Work, alone: boolean): boolean {
  if (work.committedAlone)
    return (step.after === 'none' || step.after === 'transaction') && (step.stage === 'expand' || step.stage === 'enforce');
  return step.stage === 'expand' && (step.transaction === 'shared' || (alone && index === 0 && step.transaction === 'none'));
}

/** Whether the transaction of one step has to end before the next. */
export function ends(previous: RecipeStep, step: RecipeStep): boolean {
  return (
    previous.transaction !== step.transaction || step.transaction === 'none' || (step.transaction === 'own' && step.after === 'transaction')
  );
}

export function isLater(a: Position, b: Position | undefined): boolean {
  return b === undefined || a.stage > b.stage || (a.stage === b.stage && a.level > b.level);
}
