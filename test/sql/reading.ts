import type { Operation } from '../../src/operation/operation.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Statement } from '../../src/sql/statement.ts';

export const reader = await loadReader();

export function statements(sql: string): readonly Statement[] {
  return reader.read(sql).statements;
}

/** The operations of the only statement, every span replaced by the text that it covers. */
export function operations(sql: string): readonly unknown[] {
  const [statement, ...more] = statements(sql);
  if (statement === undefined || more.length > 0) throw new Error(`not one statement: ${sql}`);
  if (statement.unreadable) throw new Error(statement.unreadable.message);
  return statement.operations.map((operation) => withTexts(sql, operation));
}

export function operation(sql: string): Record<string, unknown> {
  const [first, ...more] = operations(sql);
  if (more.length > 0) throw new Error(`more than one operation: ${sql}`);
  return first as Record<string, unknown>;
}

export function withTexts(sql: string, value: Operation | unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => withTexts(sql, each));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 2 && 'start' in value && 'end' in value) return sql.slice(value.start as number, value.end as number);
  return Object.fromEntries(entries.map(([key, each]) => [key, withTexts(sql, each)]));
}
