import type { Effect } from '../engine/effect.ts';
import type { Changeset, Migration, TransactionMode } from '../migration/migration.ts';
import type { Span } from '../text/span.ts';
import type { Differing } from './differing.ts';
import type { Proof } from './proof.ts';

/** The four stages, always in this order. */
export const stageNames = ['expand', 'backfill', 'enforce', 'contract'] as const;
export type StageName = (typeof stageNames)[number];

/**
 * What has to be true before a stage may start: `none` for the first; `transaction`: the stage before is committed (next file, same deploy);
 * `backfill`: the backfill has ended; `deploy`: the new code runs everywhere.
 */
export type Boundary = 'none' | 'transaction' | 'backfill' | 'deploy';

/** One statement or job with its rollback. */
export interface Step {
  /** Complete SQL without the closing semicolon's absence being left to chance: it ends in `;`. */
  readonly sql: string;
  /** False: it must run outside a transaction block (CONCURRENTLY, a DO block that commits). */
  readonly transaction: boolean;
  /** SQL that undoes it, or a sentence that starts with `-- ` saying why it cannot be undone. */
  readonly rollback: string;
  /** Why this step, in one short sentence; becomes the comment above it. */
  readonly why: string;
  /** The author's own SQL, only put elsewhere. */
  readonly authors?: true;
  /** The operation of an author's file that it stages: a review shows under a statement its own steps only. Absent: it serves them all. */
  readonly answers?: { readonly path: string; readonly span: Span };
}

/** What others notice of a statement, and for how long. */
export interface Locking<E extends Effect = Effect> {
  /** Its effects on tables that the deployment unit has not made itself: somebody may wait for their locks. */
  readonly felt: readonly E[];
  /** Behind it no lock is held any more, neither its own nor one from before it. */
  readonly committed: boolean;
}

/** The same for a statement of a file. */
export interface StatementLocking extends Locking {
  readonly span: Span;
}

/** One file of a stage: what runs in one transaction, or the one statement that must run outside of any. */
export interface PlanFile {
  /** Where it goes; absent where the convention cannot tell (standard input). */
  readonly path?: string;
  readonly steps: readonly Step[];
  /** The file's whole text, byte for byte as `plan --write` writes it. */
  readonly text: string;
  /** Files that are written with it: the way back, what says how it is run. */
  readonly beside?: readonly BesideFile[];
  /** The parts of `text` that run forwards, where the tool keeps both directions in a file. */
  readonly sections?: readonly Span[];
  /** Those of them that are transactions of their own, where the author's file has several. */
  readonly changesets?: readonly Changeset[];
  /** Where the file is a program: how it is read. */
  readonly program?: Pick<Migration, 'text' | 'sections' | 'program'>;
  /** How the tool sends it. */
  readonly transaction?: TransactionMode;
  /** The tool cannot run it, for this reason: a person does, with psql. */
  readonly byHand?: string;
  /** What the statements of `text` lock; absent where nothing has verified the plan. */
  readonly locking?: readonly StatementLocking[];
}

/** A file without steps of its own. */
export interface BesideFile {
  readonly path: string;
  readonly text: string;
}

export interface Stage {
  readonly name: StageName;
  /**
   * From 2 on where the plan goes through the four stages again: what needs a name, or a form of a column, that the round before brings or frees only behind its deploy.
   * The code of that deploy uses neither the old nor the new; the code that needs the new is deployed in this round.
   */
  readonly round?: number;
  readonly boundary: Boundary;
  readonly files: readonly PlanFile[];
}

/** The whole staged rewrite of one deployment unit. */
export interface Plan {
  /** Short, stable: a hash of the statements that it replaces. */
  readonly id: string;
  /** Paths of the migrations that it rewrites. */
  readonly files: readonly string[];
  readonly stages: readonly Stage[];
  /** What the author has to state before the plan is complete: `-- lockstep: backfill t.c = <expression>`. Empty: complete. */
  readonly questions: readonly Question[];
  /** Edits of the author's files that make them the first stage: untouched statements stay byte for byte. */
  readonly edits: readonly Edit[];
  /** Operations with a finding that no recipe stages, with the reason. */
  readonly unplanned: readonly { readonly path: string; readonly span: Span; readonly reason: string }[];
  /** What the plan leaves otherwise than the author's own SQL, where no way leads to the same. Absent: the end is the same. */
  readonly differences?: readonly {
    readonly path: string;
    readonly span: Span;
    readonly sentence: string;
    readonly things: readonly Differing[];
  }[];
  /** The tool's own list, which has to name the plan's new files. */
  readonly list?: { readonly path: string; readonly tool: string; readonly keys: readonly string[] };
  /** The tool's own sums of the directory, which have to be made anew, and what the author does where they are not. */
  readonly sums?: { readonly path: string; readonly tool: string; readonly byHand: string };
  /** What the author does once the files are written, one sentence each. */
  readonly next?: readonly string[];
  /** Absent: nothing of it has been executed yet. */
  readonly proof?: Proof;
}

/** One replacement in an author's file; spans do not overlap and are in order. */
export interface Edit {
  readonly path: string;
  readonly span: Span;
  readonly replacement: string;
}

/** The one thing that only the author knows. */
export interface Question {
  readonly path: string;
  readonly span: Span;
  readonly table: string;
  readonly column: string;
  /** The directive to write above the statement, with the table and column filled in. */
  readonly directive: string;
  readonly message: string;
}
