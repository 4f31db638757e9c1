import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { corpusDirectory, corpusIsThere, postgresFiles } from '../../scripts/corpus-files.ts';
import { loadReader } from '../../src/sql/load.ts';
import { astParserReader } from '../../src/sql/postgres/ast-parser/reader.ts';
import type { Reader, Statement } from '../../src/sql/statement.ts';
import { expressions, read, refused } from './cases.ts';

/**
 * Two parsers that share no code, held against each other: where the second one reads a statement, it has to say what PostgreSQL's own says.
 * Each finds the other's errors; what may differ is in `comparable`.
 */
let first: Reader;
let second: Reader;
beforeAll(async () => {
  first = await loadReader();
  second = await astParserReader();
  expect([first.name, second.name]).toEqual(['libpg-query', 'pgsql-ast-parser']);
});

/**
 * What may differ: the order in which tables, columns and functions are mentioned, for each reader walks its own tree, and they are sets.
 * Nothing else, and places and texts least of all.
 */
function comparable(statement: Statement): unknown {
  return JSON.parse(JSON.stringify(statement), (key, value) => {
    if (key !== 'reads' && key !== 'calls') return value;
    const each = (mention: { columns?: string[] }): unknown =>
      mention.columns ? { ...mention, columns: mention.columns.toSorted() } : mention;
    return (value as { columns?: string[] }[]).map((mention) => JSON.stringify(each(mention))).sort();
  });
}

function only(reader: Reader, sql: string): Statement {
  const { statements } = reader.read(sql);
  expect(statements, sql).toHaveLength(1);
  return statements[0] as Statement;
}

describe('statements that both read', () => {
  it.each(read)('%s', (sql) => {
    const expected = only(first, sql);
    expect(expected.unreadable).toBeUndefined();
    expect(comparable(only(second, sql))).toEqual(comparable(expected));
  });
});

describe('expressions that both read', () => {
  it.each(expressions)('%s', (text) => {
    const sql = `ALTER TABLE t ADD CHECK (${text})`;
    const expected = only(first, sql);
    expect(expected.unreadable).toBeUndefined();
    expect(comparable(only(second, sql))).toEqual(comparable(expected));
  });
});

describe('what the second parser misreads or has no place for', () => {
  it.each(refused)('%s', (sql) => {
    const { operations, unreadable } = only(second, sql);
    expect(operations).toEqual([]);
    expect(unreadable?.message).toMatch(/^the reader without WebAssembly cannot read this form: ./);
  });
});

describe.skipIf(!corpusIsThere)('the corpus', () => {
  it('is read by the second parser as by the first, where it is read at all', () => {
    let statements = 0;
    let same = 0;
    const different: string[] = [];
    for (const { path } of postgresFiles()) {
      const text = readFileSync(join(corpusDirectory, path), 'utf8');
      const expected = first.read(text);
      const found = second.read(text);
      expect(found.comments, path).toEqual(expected.comments);
      expect(found.statements.length, path).toBe(expected.statements.length);
      for (const [i, statement] of found.statements.entries()) {
        const other = expected.statements[i] as Statement;
        statements++;
        expect([statement.span, statement.fullSpan], path).toEqual([other.span, other.fullSpan]);
        if (statement.unreadable) continue;
        if (isDeepStrictEqual(comparable(statement), comparable(other))) same++;
        else different.push(`${path}: ${text.slice(statement.span.start, statement.span.end)}`);
      }
    }
    console.log(`the second reader reads ${same} of ${statements} statements of the corpus: ${((same / statements) * 100).toFixed(1)} %`);
    expect(different).toEqual([]);
    expect(same / statements).toBeGreaterThan(0.9);
  });
});
if (!corpusIsThere) console.log(`cross-check of the corpus skipped: there is none at ${corpusDirectory}`);
