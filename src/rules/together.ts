import type { Situation } from './rule.ts';

/** Why two operations are in one transaction, and whether that is certain. */
export interface Together {
  /** `BEGIN on line 1`, for messages. */
  readonly because: string;
  readonly certain: boolean;
}

/** Why this operation runs in the transaction of an earlier one whose statement began on `line`. */
export function togetherWith(judged: Situation, line: number): Together {
  const { transaction, statement, operation } = judged;
  // Before the first operation of a statement, only another statement on the same line can have been.
  if (statement.operations[0] !== operation && judged.line === line) {
    return { because: isInBlock(judged) ? 'a DO block is one statement' : 'it is the same statement', certain: true };
  }
  return { because: transaction.because, certain: transaction.open === 'yes' };
}

/** Whether the operation stands in a DO block, which runs as one statement. */
export function isInBlock({ migration, statement }: Situation): boolean {
  return /^do\b/i.test(migration.text.slice(statement.span.start, statement.span.end));
}

/** What is only possible, not certain, warns. */
export function severityOf({ certain }: Together): { readonly severity?: 'warning' } {
  return certain ? {} : { severity: 'warning' };
}
