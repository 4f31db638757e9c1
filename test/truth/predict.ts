import type { Effect } from '../../src/engine/postgres/effect.ts';
import { postgres } from '../../src/engine/postgres/index.ts';
import type { Operation } from '../../src/operation/operation.ts';
import { apply } from '../../src/schema/apply.ts';
import { emptySchema, type Schema } from '../../src/schema/schema.ts';
import { beginUnit } from '../../src/schema/unit.ts';
import type { Reader } from '../../src/sql/statement.ts';
import type { Case } from './cases/case.ts';

/** The schema after the setup, as the reader and the replay make it of the SQL. */
export function schemaOf(reader: Reader, setup: string, start = emptySchema()): Schema {
  let schema = start;
  for (const statement of reader.read(setup).statements) {
    if (statement.unreadable) throw new Error(`${statement.unreadable.message}: ${setup.slice(statement.span.start, statement.span.end)}`);
    for (const operation of statement.operations) schema = apply(schema, operation);
  }
  return schema;
}

/** What the engine says of a case's statement at a major. Setups and statements are read once. */
export type Predictor = (each: Case, major: number) => readonly Effect[];

export function predictor(reader: Reader): Predictor {
  // The setup makes all there is, as a unit under review does its own tables: nobody else has made partitions.
  const schemas = remembering((setup: string) => schemaOf(reader, setup, beginUnit(emptySchema(), 1)));
  const operations = remembering((sql: string) => operationsOf(reader, sql));
  return (each, major) => postgres.statementEffects(operations(each.sql), schemas(each.setup), { target: { engine: 'postgres', major } });
}

export function predict(reader: Reader, each: Case, major: number): readonly Effect[] {
  return predictor(reader)(each, major);
}

function operationsOf(reader: Reader, sql: string): readonly Operation[] {
  const [statement, ...others] = reader.read(sql).statements;
  if (statement === undefined || others.length > 0) throw new Error(`one statement a case: ${sql}`);
  if (statement.unreadable) throw new Error(`${statement.unreadable.message}: ${sql}`);
  return statement.operations;
}

function remembering<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}
