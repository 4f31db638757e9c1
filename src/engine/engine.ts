import type { Operation } from '../operation/operation.ts';
import type { Schema } from '../schema/schema.ts';
import type { Effect } from './effect.ts';

/** An engine and, where the config tells it, its version. Without one every supported version is asked and the worst counts. */
export interface Target {
  readonly engine: 'postgres';
  readonly major?: number;
}

/** What a statement's transaction and session add to its effects. */
export interface EffectContext {
  readonly target: Target;
  /** The session's time zone is known to be UTC (timestamp ↔ timestamptz then keeps the rows). */
  readonly timeZoneUtc?: boolean;
}

/** Facts of one engine: what an operation does to others on a schema. No policy. */
export interface Engine {
  readonly id: Target['engine'];
  readonly versions: readonly number[];
  /**
   * The effects of one operation on the schema as it stands before it. Ordered: the operation's own table first, then by name.
   * @param statement all operations of the statement that it stands in; it alone where left out
   */
  effects(operation: Operation, before: Schema, context: EffectContext, statement?: readonly Operation[]): readonly Effect[];
  /**
   * The effects of a whole statement: its operations in order, one effect a table. An ALTER TABLE with several actions takes the
   * strongest lock once and does its work in one pass.
   */
  statementEffects(operations: readonly Operation[], before: Schema, context: EffectContext): readonly Effect[];
}
