import type { Effect } from '../../src/engine/effect.ts';
import { postgres } from '../../src/engine/postgres/index.ts';
import { applyStatement } from '../../src/schema/apply.ts';
import { emptySchema, type Schema } from '../../src/schema/schema.ts';
import { beginUnit } from '../../src/schema/unit.ts';
import type { Reader } from '../../src/sql/statement.ts';
import type { Case } from './cases/case.ts';

/** The schema after the setup, as the reader and the replay make it of the SQL. */
export function schemaOf(reader: Reader, setup: string, start = emptySchema()): Schema {
  let schema = start;
  for (const statement of reader.read(setup).statements) {
    if (statement.unreadable) throw new Error(`${statement.unreadable.message}: ${setup.slice(statement.span.start, statement.span.end)}`);
    schema = applyStatement(schema, statement.operations);
  }
  return schema;
}

/** What the engine says of the case's statement. */
export function predict(reader: Reader, each: Case, major: number): readonly Effect[] {
  // The setup makes all there is, as a unit under review does its own tables: nobody else has made partitions.
  const schema = schemaOf(reader, each.setup, beginUnit(emptySchema(), 1));
  const [statement, ...others] = reader.read(each.sql).statements;
  if (statement === undefined || others.length > 0) throw new Error(`one statement a case: ${each.sql}`);
  if (statement.unreadable) throw new Error(`${statement.unreadable.message}: ${each.sql}`);
  const timeZoneUtc = /set timezone (=|to) 'utc'/i.test(each.setup);
  return postgres.statementEffects(statement.operations, schema, { target: { engine: 'postgres', major }, timeZoneUtc });
}
