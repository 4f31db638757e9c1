import type { Changeset } from '../../migration/migration.ts';
import { escapePattern } from '../../text/pattern.ts';
import type { Span } from '../../text/span.ts';

/** The line that begins a changeset. https://docs.liquibase.com/concepts/changelogs/sql-format.html */
export const changesetLine = /^[ \t]*--[ \t]*changeset[ \t]+\S.*$/im;

/** What a file of formatted SQL holds. */
interface Formatted extends Changeset {
  /** Without its first line. */
  readonly body: Span;
  /** What ends its statements, if not a semicolon. */
  readonly delimiter?: string;
}

/** Names by which Liquibase knows a server. */
const servers = { postgres: /^(?:postgresql|all)$/i, mysql: /^(?:mysql|mariadb|all)$/i };

/**
 * The changesets of a file that run on a server, in order. Each is a transaction, unless it says otherwise; then its statements are sent one by one, or with
 * `splitStatements:false` as one query. One with preconditions that may pass it over, or for some runs only, may not run at all.
 */
function changesetsIn(text: string, dialect: keyof typeof servers): readonly Formatted[] {
  const lines = [...text.matchAll(new RegExp(changesetLine.source, 'gim'))];
  return lines.flatMap((match, i): readonly Formatted[] => {
    const [line] = match;
    const span = { start: match.index, end: lines[i + 1]?.index ?? text.length };
    const body = { start: span.start + line.length, end: span.end };
    const attribute = (name: string): string | undefined => {
      const [, quoted, plain] = new RegExp(`[\\s(]${name}:[ \\t]{0,9}(?:"([^"]*)"|(\\S+?)(?=\\s|\\)|$))`, 'i').exec(line) ?? [];
      return quoted ?? plain;
    };
    const others =
      attribute('dbms')
        ?.split(',')
        .map((each) => each.trim()) ?? [];
    const excluded = others.some((each) => each.startsWith('!') && servers[dialect].test(each.slice(1)));
    const included = others.every((each) => each.startsWith('!')) || others.some((each) => servers[dialect].test(each));
    if (excluded || !included || /^true$/i.test(attribute('ignore') ?? '')) return [];
    const isFalse = (name: string): boolean => /^false$/i.test(attribute(name) ?? '');
    const delimiter = attribute('endDelimiter');
    const skips = /^[ \t]*--[ \t]*preconditions\b.*\bon(?:Fail|Error):[ \t]{0,9}"?(?:MARK_RAN|CONTINUE|WARN)/im.test(
      text.slice(body.start, body.end),
    );
    const filtered = ['context', 'contextFilter', 'labels'].some((name) => attribute(name) !== undefined);
    return [
      {
        span,
        body,
        transaction: !isFalse('runInTransaction') ? 'wrapped' : isFalse('splitStatements') ? 'single-query' : 'per-statement',
        ...((skips || filtered) && { conditional: true as const }),
        ...(delimiter !== undefined && delimiter !== ';' && { delimiter }),
      },
    ];
  });
}

export function changesets(text: string, dialect: keyof typeof servers): readonly Changeset[] {
  return changesetsIn(text, dialect).map(({ span, transaction, conditional }) => ({
    span,
    transaction,
    ...(conditional && { conditional }),
  }));
}

/** What runs on a server: the bodies of its changesets, cut where their own delimiters stand. */
export function sections(text: string, dialect: keyof typeof servers): readonly Span[] {
  return changesetsIn(text, dialect).flatMap(({ body, delimiter }) => (delimiter === undefined ? [body] : cut(text, body, delimiter)));
}

/** A delimiter counts where it ends a line; `\n/` and `GO` where they are a line. */
function cut(text: string, { start, end }: Span, delimiter: string): readonly Span[] {
  const own = delimiter.replace(/^(?:\\r|\\n)+|(?:\\r|\\n|\\s\*)+$/g, '');
  const alone = own !== delimiter || /^\w+$/.test(own);
  const found = [
    ...text
      .slice(start, end)
      .matchAll(new RegExp(`${alone ? '^[ \\t]{0,99}' : ''}${escapePattern(own)}[ \\t]{0,99}(?:\\r?\\n|(?![\\s\\S]))`, 'gim')),
  ];
  const spans: Span[] = [];
  let at = start;
  for (const { index, 0: mark } of found) {
    spans.push({ start: at, end: start + index });
    at = start + index + mark.length;
  }
  return [...spans, { start: at, end }];
}
