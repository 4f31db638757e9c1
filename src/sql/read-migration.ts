import type { Migration } from '../migration/migration.ts';
import type { Operation } from '../operation/operation.ts';
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

/** A statement of a part of the file that may not run: what it does is done as under an IF. */
export function asMayRun({ operations }: Statement): readonly Operation[] {
  return operations.map((each) => ({ ...each, conditional: true as const }));
}
