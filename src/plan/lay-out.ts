import type { RecipeStep } from './recipe.ts';
import { stageNames } from './stage.ts';
import type { Work } from './work.ts';

/** Where a step goes beyond the author's files: its stage, and how many transactions of that stage come before it. */
export interface Position {
  readonly stage: number;
  readonly level: number;
}

/**
 * Puts the steps of one work, in order, into stages and transactions. A step without a position stays in the author's file: one that may share its
 * transaction, or, where every statement is committed on its own, all that need no backfill or deploy before them.
 *
 * @param start the first position that is free for it; absent where nothing holds it back
 * @param alone nothing else is left in the author's file: a step that may not be in a transaction can stay there
 */
export function layOut(
  steps: readonly RecipeStep[],
  start: Position | undefined,
  work: Work,
  alone: boolean,
): readonly { readonly step: RecipeStep; readonly position?: Position }[] {
  let at = start;
  let previous: RecipeStep | undefined;
  return steps.map((step, i) => {
    const stage = stageNames.indexOf(step.stage);
    const cut = previous !== undefined && ends(previous, step);
    if (at === undefined) {
      const stays = staysInPlace(step, i, work, alone) && (work.committedAlone || !cut);
      if (!stays) at = { stage, level: stage === 0 ? 1 : 0 };
    } else if (stage > at.stage) at = { stage, level: 0 };
    else if (cut) at = { stage: at.stage, level: at.level + 1 };
    previous = step;
    return at === undefined ? { step } : { step, position: at };
  });
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
