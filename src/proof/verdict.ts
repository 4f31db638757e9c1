/** What is proved of a plan, each by running it. */
export const checkNames = ['schema', 'blocking', 'rows', 'application', 'rollback'] as const;
export type CheckName = (typeof checkNames)[number];

export interface Check {
  readonly name: CheckName;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** What was seen, in one sentence. */
  readonly detail: string;
}

export type Proof =
  | { readonly status: 'proved' | 'failed'; readonly engine: string; readonly checks: readonly Check[]; readonly reason?: string }
  /** The engine could not run what the proof needs. */
  | { readonly status: 'unproved'; readonly engine?: string; readonly reason: string };
