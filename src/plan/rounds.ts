import { keyOf, type QualifiedName } from '../operation/name.ts';
import type { Operation } from '../operation/operation.ts';
import { resolve } from '../schema/schema.ts';
import { canWait } from './can-wait.ts';
import type { Fate } from './fate.ts';
import { firstOf, fitting, isLater, type Position, roundOf } from './lay-out.ts';
import { isOfRows, namesIn, tablesOf } from './needs.ts';
import type { RecipeStep } from './recipe.ts';
import { stageNames } from './stage.ts';
import type { Work } from './work.ts';

/** More rounds than these nobody should follow; the longest chain of the corpus needs the last for nothing but two new columns. */
export const mostRounds = 4;

/** What the new code needs at its deploy, and comes behind one: each with the round in which it comes before the next. */
export function tooLate(fates: readonly Fate[], held: ReadonlySet<Work>): ReadonlyMap<Work, number> {
  const placed = fates.flatMap((fate) => fate.steps);
  const deploys = new Map<number, number>();
  for (const { step, position } of placed) {
    const stage = position?.stage ?? 0;
    const round = roundOf(stage);
    if (step.after === 'deploy') deploys.set(round, Math.min(stage, deploys.get(round) ?? stage));
  }
  const late = new Map<Work, number>();
  for (const { work, steps, behind: causes } of fates) {
    const stage = steps[0]?.position?.stage ?? 0;
    const deploy = deploys.get(roundOf(stage));
    if (
      causes.length > 0 &&
      !held.has(work) &&
      deploy !== undefined &&
      stage >= deploy &&
      (!work.operations.every((each) => canWait(each.operation)) || lets(work, steps))
    )
      late.set(work, roundOf(stage) + 1);
  }
  return late;
}

/** Whether its first steps let the new code write what the schema before it refuses: rows without a column that is to be dropped. */
function lets({ operations }: Work, steps: Fate['steps']): boolean {
  return (
    operations.some(({ operation }) => operation.kind === 'drop-column') &&
    steps.some(({ step }) => !step.authors && step.stage === 'expand')
  );
}

/** The last stage of the first round. */
export const contract: Position = { stage: firstOf(1) - 1, level: 0 };

/** Where a round has filled its rows. */
export function enforceOf(round: number): Position {
  return { stage: firstOf(round) + stageNames.indexOf('enforce'), level: 0 };
}

/** A position, if need be moved on to another, and to a stage. */
export function atLeast(
  position: Position | undefined,
  other: Position | undefined,
  stage: number,
  step: RecipeStep,
): Position | undefined {
  const later = other !== undefined && isLater(other, position) ? other : position;
  return later === undefined || later.stage >= stage ? later : { stage, level: fitting(step, 0) };
}

/**
 * Statements that copy what a plan of several rounds takes away in the first. In the author's order nobody writes between the copy and the end of the old; staged, running
 * code does, until the deploy of the code that uses neither.
 */
export function outrun(fates: readonly Fate[], held: ReadonlySet<Work>): ReadonlySet<Work> {
  const found = new Set<Work>();
  /** Statements about rows so far, by the tables that they read or write. */
  const earlier = new Map<string, Work[]>();
  for (const { work, steps } of fates) {
    const isTaken = steps.some(({ step, position }) => step.stage === 'contract' && position?.stage === contract.stage);
    for (const { operation, before } of work.operations) {
      if (isOfRows(operation))
        for (const table of new Set(tablesOf(operation).map((each) => keyOf(resolve(before, each))))) {
          const own = earlier.get(table);
          if (own === undefined) earlier.set(table, [work]);
          else own.push(work);
        }
      const taken = isTaken ? takenBy(operation) : undefined;
      if (taken === undefined) continue;
      for (const each of earlier.get(keyOf(resolve(before, taken.table))) ?? [])
        if (!held.has(each) && !found.has(each) && (taken.column === undefined || namesIn(each.sql).includes(taken.column)))
          found.add(each);
    }
  }
  return found;
}

/** What an operation takes away under its name. */
function takenBy(operation: Operation): { readonly table: QualifiedName; readonly column?: string } | undefined {
  if (operation.kind === 'drop-column') return { table: operation.table, column: operation.column };
  return operation.kind === 'drop-table' || operation.kind === 'rename-table' ? { table: operation.table } : undefined;
}
