import { lookalike } from '../convention/placeholders.ts';
import type { Migration, TransactionMode } from '../migration/migration.ts';
import type { Operation } from '../operation/operation.ts';
import type { Directive } from '../sql/directive.ts';
import type { Lines } from '../text/lines.ts';
import { contains, type Span } from '../text/span.ts';

/** Findings that are about a file and its text, which no operation stands for. */

export type Report = (
  id: string,
  span: Span,
  message: string,
  advice: string,
  more?: { operation?: Operation; severity?: 'error' | 'warning' | undefined },
) => void;

/** The author's own word for one file wins over what the config says of all: some tools wrap files and let one opt out. */
export function modeOf({ transaction }: Migration, directives: readonly Directive[]): TransactionMode {
  return transaction !== 'per-statement' && directives.some((each) => each.kind === 'no-transaction') ? 'single-query' : transaction;
}

/** Why a statement cannot be read, and what to do: a placeholder that nothing is known of is the reason, not what the parser makes of it. */
export function unreadableBy(
  message: string,
  span: Span,
  { text, template }: Migration,
): { readonly because: string; readonly advice: string } {
  const unknown = template?.placeholders.filter(({ readAs, sent }) => readAs === 'unknown' && contains(span, sent)) ?? [];
  const names = [...new Set(unknown.map(({ name }) => `\`${name}\``))].join(' and ');
  if (names !== '')
    return {
      because: `no file that is read says what ${names} stands for`,
      advice: `Say it in \`placeholders\` in .lockstep.yml. ${adviceForUnreadable}`,
    };
  const like = lookalike(text.slice(span.start, span.end));
  const hint = like === undefined ? '' : `If \`${like}\` is a placeholder, say in \`placeholders\` in .lockstep.yml what it stands for. `;
  return { because: message, advice: hint + adviceForUnreadable };
}

const adviceForUnreadable =
  'Mend the statement, or write `-- lockstep-ignore unreadable-statement: <reason>` above it once somebody has read it.';

/** Findings that are about the file, not about a statement. */
export function reportFile(migration: Migration, lines: Lines, directives: readonly Directive[], report: Report): void {
  if (migration.unreadable !== undefined) {
    const { message, line } = migration.unreadable;
    report(
      'unreadable-statement',
      lines.span(Math.min(line, lines.count)),
      message,
      'Save the file as UTF-8 text; nothing of it was checked.',
    );
  }
  if (migration.edited) {
    report(
      'edited-migration',
      lines.span(1),
      `${migration.path} is already on the base branch, so databases may have run it as it was; they will not run it again.`,
      'Leave it as it was and write a new migration.',
    );
  }
  for (const directive of directives) {
    if (directive.kind === 'malformed')
      report(
        'malformed-directive',
        directive.span,
        `This comment starts like a directive and is none: ${directive.message}.`,
        'Mend or remove it.',
      );
  }
}

/** A BEGIN that nothing has ended. In a file that the tool wraps it does nothing, and the tool's own COMMIT ends it. */
export function reportLeftOpen(begin: Span | undefined, mode: TransactionMode, report: Report): void {
  if (begin === undefined || mode === 'wrapped') return;
  report(
    'transaction-left-open',
    begin,
    'No COMMIT ends this transaction: what follows is taken back when the session ends, and until then its locks are held.',
    'Write COMMIT behind the last statement.',
    { ...(mode === 'unknown' && { severity: 'warning' as const }) },
  );
}
