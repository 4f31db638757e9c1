import type { Convention } from '../convention/convention.ts';
import type { QualifiedName } from '../operation/name.ts';
import type { Stage } from './attempt.ts';
import type { PlannableOperation, PlannableUnit } from './unit.ts';

/** What plans know of one engine's SQL: its recipes, and how its files say a few things. */
export interface PlanDialect {
  /** Asks the engine's recipes, with what the unit knows. @param batches UPDATE and DELETE of many rows become jobs */
  staging(unit: PlannableUnit, batches: boolean): Stage;
  quoteIdentifier(name: string): string;
  quoteName(name: QualifiedName): string;
  /** SQL that undoes a statement of the author's own; undefined where only he knows. */
  wayDown(operation: PlannableOperation): string | undefined;
  readonly lockTimeout: {
    /** The session's variable, the statement that sets it, and the rule that misses it. */
    readonly variable: string;
    readonly set: string;
    readonly rule: string;
  };
  /** What a session sets for names without a schema, as a reason words it, and what names have with one. */
  readonly unqualified: { readonly setting: string; readonly by: string };
  /** Whether the server refuses an operation inside a transaction block. Absent: it refuses none. */
  refusesTransactionBlock?(operation: PlannableOperation): boolean;
  /** Every statement that changes the schema is a transaction of its own, whatever the tool opens. */
  readonly commitsImplicitly?: true;
  /** A step's SQL as the tool's files take it. Absent: as it is. */
  inFile?(sql: string, convention: Convention): string;
}
