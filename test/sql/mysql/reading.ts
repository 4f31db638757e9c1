import type { Operation } from '../../../src/operation/operation.ts';
import { loadMysqlReader } from '../../../src/sql/load.ts';
import type { Reader, Statement } from '../../../src/sql/statement.ts';
import { withTexts } from '../reading.ts';

export const mysql = await loadMysqlReader({ server: 'mysql' });
export const mariadb = await loadMysqlReader({ server: 'mariadb' });

export function statements(sql: string, reader: Reader = mysql): readonly Statement[] {
  return reader.read(sql).statements;
}

/** The operations of the only statement, every span replaced by the text that it covers. */
export function operations(sql: string, reader: Reader = mysql): readonly Record<string, unknown>[] {
  const [statement, ...more] = statements(sql, reader);
  if (statement === undefined || more.length > 0) throw new Error(`not one statement: ${sql}`);
  if (statement.unreadable) throw new Error(statement.unreadable.message);
  return statement.operations.map((each: Operation) => withTexts(sql, each) as Record<string, unknown>);
}

export function operation(sql: string, reader: Reader = mysql): Record<string, unknown> {
  const [first, ...more] = operations(sql, reader);
  if (first === undefined || more.length > 0) throw new Error(`not one operation: ${sql}`);
  return first;
}

/** What is read of each statement: its text, and its kinds of operation or why it is not read. */
export function outline(sql: string, reader: Reader = mysql): readonly (readonly [text: string, ...kinds: string[]])[] {
  return statements(sql, reader).map(({ span, operations: all, unreadable }) => [
    sql.slice(span.start, span.end),
    ...all.map((each) => `${each.kind}${each.conditional ? '?' : ''}`),
    ...(unreadable ? [`unreadable: ${unreadable.message}`] : []),
  ]);
}
