import type { Migration } from '../migration/migration.ts';
import type { Reader, SqlFile, Statement } from './statement.ts';

/** Reads a migration's SQL. What a program makes of SQL only when it runs is a statement too, of which nothing is known. */
export function readMigration(reader: Reader, { text, sections, program }: Pick<Migration, 'text' | 'sections' | 'program'>): SqlFile {
  const file = reader.read(text, sections);
  if (program === undefined || program.unread.length === 0) return file;
  const unread = program.unread.map(
    ({ span, reason }): Statement => ({ span, fullSpan: span, operations: [{ kind: 'dynamic-sql', span, reason }] }),
  );
  return { ...file, statements: [...file.statements, ...unread].sort((a, b) => a.span.start - b.span.start) };
}
