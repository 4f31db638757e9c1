import type { Span } from '../text/span.ts';
import type { Position } from './lay-out.ts';
import type { LeftOut } from './left-out.ts';
import type { Differs, RecipeResult, RecipeStep } from './recipe.ts';
import type { PlannableFile } from './unit.ts';
import type { Work } from './work.ts';

export interface PlacedStep {
  readonly step: RecipeStep;
  /** Absent: in the author's file, in the place of what it stages. */
  readonly position?: Position;
  /** The table it works on: steps on different tables share no transaction. */
  readonly table: string;
  readonly path: string;
  /** What it stages or moves, in the author's file. */
  readonly span: Span;
}

/** What becomes of one work. */
export interface Fate {
  readonly file: PlannableFile;
  readonly work: Work;
  /** Empty: it stays as the author wrote it, unless it is absorbed. */
  readonly steps: readonly PlacedStep[];
  /** The author's own SQL, put off. */
  readonly moved: boolean;
  /** It is done in one transaction with what replaces it, and is a step of that. */
  readonly absorbed?: true;
  /** It is not done at all. */
  readonly leftOut?: LeftOut;
  /** Works of the unit that it had to be put behind, or took in. */
  readonly behind: readonly Work[];
  readonly question?: Extract<RecipeResult, { question: unknown }>['question'];
  readonly impossible?: string;
  readonly differs?: readonly Differs[];
}

/** Whether the author's file keeps it as it is. */
export function stays(fate: Fate): boolean {
  return fate.steps.length === 0 && !fate.absorbed;
}
