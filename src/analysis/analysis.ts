import type { Effect } from '../engine/effect.ts';
import type { Target } from '../engine/engine.ts';
import type { Migration } from '../migration/migration.ts';
import type { Locking, Plan } from '../plan/stage.ts';
import type { Finding } from '../rules/finding.ts';
import type { Statement } from '../sql/statement.ts';

/** The result of a run: one frozen value that every report renders. */
export interface Analysis {
  readonly target: Target;
  readonly files: readonly AnalyzedFile[];
  readonly plans: readonly Plan[];
  /** Stages that a plan has announced and history does not contain yet, and the like: never part of the verdict. */
  readonly notices: readonly Notice[];
  /** Figures for the summary line. */
  readonly summary: Summary;
}

export interface AnalyzedFile {
  readonly migration: Migration;
  /** What it was judged for, where directories have engines of their own. Absent: what the analysis is for. */
  readonly target?: Target;
  /** The migration tool that runs it, and which in its order the file is, from 1 on. Absent: nobody has asked. */
  readonly tool?: MigrationTool;
  readonly statements: readonly AnalyzedStatement[];
  /** In the order of their spans; suppressed ones are kept. */
  readonly findings: readonly Finding[];
  /** Findings that the baseline has already; never part of the verdict. */
  readonly known?: readonly Finding[];
}

export interface MigrationTool {
  /** As the config names it; `plain` where none is known. */
  readonly id: string;
  /** Its own name. */
  readonly title: string;
  /** By what it was recognised. */
  readonly reason: string;
  readonly directory: string;
  /** Absent on the way back. */
  readonly order?: number;
}

export interface AnalyzedStatement extends Locking {
  readonly statement: Statement;
  readonly effects: readonly Effect[];
  /** Lies (partly) on lines that the pull request adds or changes. */
  readonly changed: boolean;
}

export interface Notice {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

export interface Summary {
  readonly files: number;
  readonly statements: number;
  readonly findings: { readonly error: number; readonly warning: number };
  readonly suppressed: number;
  /** Findings that the baseline has already, where there are any. */
  readonly known?: number;
  readonly unreadable: number;
  /** Plans that are not proved, where they have to be. */
  readonly unproved?: number;
}
