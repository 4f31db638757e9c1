/** What is proved of a plan, each by running it. */
export const checkNames = ['schema', 'blocking', 'rows', 'application', 'rollback'] as const;
export type CheckName = (typeof checkNames)[number];

export interface Check {
  readonly name: CheckName;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** What was seen, in one sentence. */
  readonly detail: string;
}

/** The recorded run of original and plan on a real engine. */
export interface Proof {
  /**
   * `failed`: the plan does not do what it says, and is not offered. `unproved`: the engine could not run what the proof needs, or the plan is not complete.
   * `skipped`: nobody wanted it.
   */
  readonly status: 'proved' | 'failed' | 'unproved' | 'skipped';
  /** `PostgreSQL 18.6 (embedded)`; absent where none was started. */
  readonly engine?: string;
  readonly checks: readonly Check[];
  /** Why it is not proved. */
  readonly reason?: string;
}
