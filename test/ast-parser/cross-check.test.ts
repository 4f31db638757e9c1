import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { corpusDirectory, corpusIsThere, partsOf, postgresFiles } from '../../scripts/corpus-files.ts';
import { loadReader } from '../../src/sql/load.ts';
import { astParserReader } from '../../src/sql/postgres/ast-parser/reader.ts';
import type { Reader, Statement } from '../../src/sql/statement.ts';
import type { Span } from '../../src/text/span.ts';
import { allCases } from '../truth/cases/index.ts';
import { expressions, read, refused } from './cases.ts';

/**
 * Two parsers that share no code, held against each other: where the second one reads a statement, it has to say what PostgreSQL's own says,
 * to the last span and text, and in the same order. There are no exceptions; a form that it would read otherwise it has to refuse.
 */
const first = await loadReader();
const second = await astParserReader();

it('are two', () => {
  expect([first.name, second.name]).toEqual(['libpg-query', 'pgsql-ast-parser']);
});

interface Agreement {
  statements: number;
  /** Those that the second reader reads too. */
  read: number;
  readonly different: string[];
}

/** Reads a text with both, and adds up. */
function compare(agreement: Agreement, name: string, text: string, sections?: readonly Span[]): void {
  const expected = first.read(text, sections);
  const found = second.read(text, sections);
  expect(found.comments, name).toEqual(expected.comments);
  const spans = ({ statements }: typeof found) => statements.map(({ span, fullSpan }) => [span, fullSpan]);
  expect(spans(found), name).toEqual(spans(expected));
  for (const [i, statement] of found.statements.entries()) {
    agreement.statements++;
    if (statement.unreadable) continue;
    agreement.read++;
    if (!isDeepStrictEqual(statement, expected.statements[i]))
      agreement.different.push(`${name}: ${text.slice(statement.span.start, statement.span.end)}`);
  }
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
    expect(only(second, sql)).toStrictEqual(expected);
  });
});

describe('expressions that both read', () => {
  it.each(expressions)('%s', (text) => {
    const sql = `ALTER TABLE t ADD CHECK (${text})`;
    const expected = only(first, sql);
    expect(expected.unreadable).toBeUndefined();
    expect(only(second, sql)).toStrictEqual(expected);
  });
});

describe('what the second parser misreads or has no place for', () => {
  it.each(refused)('%s', (sql) => {
    const { operations, unreadable } = only(second, sql);
    expect(operations).toEqual([]);
    expect(unreadable?.message).toMatch(/^the reader without WebAssembly cannot read this form: ./);
  });
});

it('says the same of the cases that are run on servers, setups included', () => {
  const agreement: Agreement = { statements: 0, read: 0, different: [] };
  for (const sql of new Set(allCases.flatMap((each) => [each.setup, each.sql]))) compare(agreement, 'case', sql);
  expect(agreement.different).toEqual([]);
  // Cases are chosen for what is rare. The share must not shrink unseen.
  expect(agreement.read / agreement.statements).toBeGreaterThan(0.69);
});

describe.skipIf(!corpusIsThere)('the corpus', () => {
  it('is read by the second parser as by the first, where it is read at all', () => {
    const agreement: Agreement = { statements: 0, read: 0, different: [] };
    for (const { path } of postgresFiles()) {
      const text = readFileSync(join(corpusDirectory, path), 'utf8');
      compare(agreement, path, text, partsOf(text));
    }
    expect(agreement.different).toEqual([]);
    expect(agreement.statements).toBeGreaterThan(8_000);
    expect(agreement.read / agreement.statements).toBeGreaterThan(0.98);
  });
});
if (!corpusIsThere) console.log(`cross-check of the corpus skipped: there is none at ${corpusDirectory}`);
