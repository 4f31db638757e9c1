import type { Operation } from '../../operation/operation.ts';
import type { Statement } from '../statement.ts';
import type { Lexed } from './lexer.ts';

/** psql commands that bring in SQL which is not in the file. https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-META-COMMANDS */
const includes = /^\\(?:i|ir|include|include_relative)\s+(.*)/;
const executes = /^\\gexec\b/;

/**
 * What a file holds besides statements and must not be passed over in silence: psql commands that run SQL from elsewhere, and a comment that is
 * never closed, for it hides everything behind it. (A quote that is never closed makes its statement unreadable as it is.)
 */
export function besides({ text, skipped, unterminated }: Lexed): readonly Statement[] {
  const found: Statement[] = [];
  for (const { span, kind } of skipped) {
    if (kind !== 'psql') continue;
    const command = text.slice(span.start, span.end);
    const file = includes.exec(command)?.[1]?.trim();
    if (file !== undefined) found.push(dynamic(span, `psql reads ${file} here`));
    else if (executes.test(command)) found.push(dynamic(span, 'psql runs what the query returns'));
  }
  if (unterminated?.what.includes('comment')) {
    const span = { start: unterminated.start, end: text.length };
    found.push({ span, fullSpan: span, operations: [], unreadable: { message: 'unterminated /* comment', span } });
  }
  return found;
}

function dynamic(span: Statement['span'], reason: string): Statement {
  const operation: Operation = { kind: 'dynamic-sql', span, reason };
  return { span, fullSpan: span, operations: [operation] };
}

/** The statements together with these, in the order of the file. */
export function withBesides(statements: readonly Statement[], lexed: Lexed): readonly Statement[] {
  const more = besides(lexed);
  return more.length === 0 ? statements : [...statements, ...more].sort((a, b) => a.span.start - b.span.start);
}
