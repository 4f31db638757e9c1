import type { Operation } from '../operation/operation.ts';
import type { Schema } from '../schema/schema.ts';
import type { Effect, MysqlEffect, PostgresEffect } from './effect.ts';

/** PostgreSQL and, where the config tells it, its major version. Without one every supported version is asked and the worst counts. */
export interface PostgresTarget {
  readonly engine: 'postgres';
  readonly major?: number;
}

/** MySQL or MariaDB and, where the config tells it, its version: `8.0`, `8.0.36`, `10.11`. */
export interface MysqlTarget {
  readonly engine: 'mysql' | 'mariadb';
  readonly version?: string;
}

/** An engine and its version, as far as it is known. */
export type Target = PostgresTarget | MysqlTarget;

/** The version of a target as people write it: `16`, `8.0.36`; undefined where it is not told. */
export function versionOf(target: Target): string | undefined {
  return target.engine === 'postgres' ? target.major?.toString() : target.version;
}

/** What a statement's transaction and session add to its effects. */
export interface PostgresContext {
  readonly target: PostgresTarget;
  /** The session's time zone is known to be UTC (timestamp ↔ timestamptz then keeps the rows). */
  readonly timeZoneUtc?: boolean;
}

/** The variables of the server that effects hang on, as the config states them; absent, the server's own default. What a migration sets itself wins over them. */
export interface MysqlSettings {
  readonly foreignKeyChecks?: boolean;
  /** A list of modes, as the server takes it: `STRICT_TRANS_TABLES,NO_ZERO_DATE`. */
  readonly sqlMode?: string;
  readonly binlogFormat?: BinlogFormat;
}
export type BinlogFormat = 'row' | 'statement' | 'mixed';

export interface MysqlContext extends MysqlSettings {
  readonly target: MysqlTarget;
}

export type EffectContext = PostgresContext | MysqlContext;

/** The context that the engine of these effects takes. */
export type ContextOf<E extends Effect> = E extends MysqlEffect ? MysqlContext : PostgresContext;

/** Facts of one engine: what an operation does to others on a schema. No policy. */
export interface Engine<E extends Effect = Effect> {
  /**
   * The effects of one operation on the schema as it stands before it. Ordered: the operation's own table first, then by name.
   * @param statement all operations of the statement that it stands in; it alone where left out
   */
  effects(operation: Operation, before: Schema, context: ContextOf<E>, statement?: readonly Operation[]): readonly E[];
  /**
   * The effects of a whole statement: its operations in order, one effect a table. An ALTER TABLE with several actions takes the
   * strongest lock once and does its work in one pass.
   */
  statementEffects(operations: readonly Operation[], before: Schema, context: ContextOf<E>): readonly E[];
}

export type PostgresEngine = Engine<PostgresEffect>;
/** MySQL and MariaDB are one engine with two servers: the target says which. */
export type MysqlEngine = Engine<MysqlEffect>;
