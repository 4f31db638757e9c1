import type { Operation } from '../../operation/operation.ts';
import type { Failure } from '../failure.ts';
import type { ChangeKind } from './ways.ts';

/** One of the things that an operation changes of its table, as the server tells them apart. */
export interface Change {
  readonly kind: ChangeKind;
  readonly operation: Operation;
  /** Why it is this kind of change, where the operation alone does not say. Reads after "because". */
  readonly because?: string;
  /** It is the heaviest that it can be, for something about it is not known. */
  readonly assumed?: true;
  /** How it may fail on the rows there are, where they are gone through. */
  readonly fails?: Failure;
  /** Where that is another failure, or another error, when the table is copied. */
  readonly failsCopied?: Failure;
}
