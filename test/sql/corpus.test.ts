import { describe, expect, test } from 'vitest';
import { corpusFiles, hasCorpus } from './corpus.ts';
import { reader } from './reading.ts';

/**
 * Statements of the corpus that cannot be read, because they are no PostgreSQL: authors' mistakes, MySQL, and statements without the semicolon
 * that their tool does not need.
 */
const unreadable = [
  'hatchet-dev__hatchet/cmd/hatchet-migrate/migrate/migrations/20250519145912_v1_0_21.sql',
  'harness__gitness/app/store/database/migrate/postgres/0029_create_index_job_job_group_id_down.sql',
  'pocket-id__pocket-id/backend/resources/migrations/postgres/20250408120918_app_config_cols.down.sql',
  'pocket-id__pocket-id/backend/resources/migrations/postgres/20250408120918_app_config_cols.down.sql',
  'pocket-id__pocket-id/backend/resources/migrations/postgres/20250408120918_app_config_cols.down.sql',
  'rust-lang__crates.io/migrations/20170318181441_downloads_need_no_id/down.sql',
  'umami-software__umami/db/postgresql/data-migrations/convert-utm-clid-columns.sql',
  'umami-software__umami/db/postgresql/data-migrations/populate-revenue-table.sql',
  'woodpecker-ci__woodpecker/server/store/datastore/ddl/postgres/files/020_add_column_config_name.sql',
  'woodpecker-ci__woodpecker/server/store/datastore/ddl/postgres/files/022_add_task_columns.sql',
  'woodpecker-ci__woodpecker/server/store/datastore/ddl/postgres/files/023_add_repo_fallback_column.sql',
];

interface Placed {
  readonly span: { readonly start: number; readonly end: number };
  readonly text?: string;
}

/** Every object with a span, inside operations too. */
function placed(value: unknown, found: Placed[] = []): readonly Placed[] {
  if (Array.isArray(value)) for (const each of value) placed(each, found);
  else if (typeof value === 'object' && value !== null) {
    if ('span' in value) found.push(value as Placed);
    for (const each of Object.values(value)) placed(each, found);
  }
  return found;
}

describe.skipIf(!hasCorpus)('the corpus', () => {
  const files = hasCorpus ? corpusFiles() : [];
  const read = files.map(({ path, text }) => ({ path, text, file: reader.read(text) }));

  test('all its statements are read, but those that are no PostgreSQL', () => {
    const statements = read.flatMap(({ path, file }) => file.statements.map((statement) => ({ path, statement })));
    expect(statements.length).toBeGreaterThan(8700);
    const bad = statements.filter(({ statement }) => statement.unreadable);
    expect(bad.map(({ path }) => path).sort()).toEqual([...unreadable].sort());
  });

  test('every place lies within its statement, and every text is what stands there', () => {
    for (const { path, text, file } of read) {
      for (const { span, fullSpan, operations, unreadable } of file.statements) {
        const own = text.slice(span.start, span.end);
        expect(own, path).toBe(own.trim());
        expect(text.slice(span.end, fullSpan.end), path).toMatch(/^$|;$/);
        expect(operations.length > 0, path).toBe(unreadable === undefined);
        for (const each of placed(operations)) {
          expect(each.span.start, path).toBeGreaterThanOrEqual(span.start);
          expect(each.span.end, path).toBeLessThanOrEqual(span.end);
          const there = text.slice(each.span.start, each.span.end);
          // Inside a DO block, what is put together at run time stands nowhere; a constraint's text leaves NOT VALID out.
          if (each.text !== undefined && !/^do\b/i.test(own)) expect(there.startsWith(each.text), `${path}: ${each.text}`).toBe(true);
        }
      }
      for (const { span, text: comment } of file.comments) expect(text.slice(span.start, span.end), path).toBe(comment);
    }
  });
});
