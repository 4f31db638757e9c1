import type { Operation } from '../operation/operation.ts';
import type { Span } from '../text/span.ts';

export type Severity = 'error' | 'warning' | 'off';
export type Category = 'blocking' | 'fails' | 'breaking' | 'operations' | 'unreadable' | 'policy';

/** One place where a rule holds. */
export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly category: Category;
  readonly path: string;
  /** The statement or the action inside it. */
  readonly span: Span;
  /** What is wrong and why, in the reader's names: one to three sentences, no line breaks, plain text. */
  readonly message: string;
  /** What to do, in one sentence; the plan, where there is one, is the whole answer. */
  readonly advice: string;
  /** The operation it was found on: recipes look for it. */
  readonly operation?: Operation;
  /** Set where a `lockstep-ignore` above the statement waives it. */
  readonly suppressed?: { readonly reason: string; readonly line: number; readonly approvedBy?: string };
  /** Set where one would waive it, and nobody has approved that. */
  readonly unapproved?: { readonly reason: string; readonly line: number };
  /** Index of the plan that answers it in the analysis. */
  readonly plan?: number;
}
