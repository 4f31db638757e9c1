import { beforeAll, expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis/analysis.ts';
import { analyze } from '../../src/analysis/analyze.ts';
import { defaultConfig } from '../../src/config/config.ts';
import { type Concern, concernsOf } from '../../src/report/concern.ts';
import { markerLine, readMarker } from '../../src/report/fingerprint.ts';
import { renderReview } from '../../src/report/review.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Reader } from '../../src/sql/statement.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await loadReader();
});

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text, total numeric);\n';

function analysisOf(text: string): Analysis {
  const migration = (path: string, sql: string) => ({ path, text: sql, direction: 'up', transaction: 'unknown' }) as const;
  return analyze({ history: [migration('1.sql', history)], units: [{ migrations: [migration('2.sql', text)] }] }, defaultConfig, reader);
}

function concerns(text: string): readonly Concern[] {
  const analysis = analysisOf(text);
  return analysis.files.flatMap((file) => concernsOf(file, analysis));
}

const head = "SET lock_timeout = '5s';\n";

test('a fingerprint stays when lines move and white space changes', () => {
  const [before] = concerns(`${head}ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid();\n`);
  const [after] = concerns(`${head}\n-- more\n\nALTER TABLE orders\n  ADD COLUMN token uuid DEFAULT gen_random_uuid();\n`);
  expect(after?.from).not.toBe(before?.from);
  expect(after?.fingerprint).toBe(before?.fingerprint);
});

test('it changes with the statement, and tells equal statements apart', () => {
  const update = 'UPDATE orders SET total = total + 1;\n';
  const prints = concerns(`${head}${update}${update}UPDATE orders SET total = total + 2;\n`).map((each) => each.fingerprint);
  expect(prints).toHaveLength(3);
  expect(new Set(prints).size).toBe(3);
});

test('statements that share a line are one concern', () => {
  const found = concerns(`${head}UPDATE orders SET note = NULL; DELETE FROM orders;\n`);
  expect(found).toHaveLength(1);
  expect(found[0]?.findings.map((each) => each.rule)).toEqual(expect.arrayContaining(['update-whole-table', 'delete-whole-table']));
});

test('it stays when one of the findings goes, or another comes', () => {
  const sql = 'ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid();\n';
  const [bounded, unbounded] = [concerns(`${head}${sql}`), concerns(sql)];
  expect(unbounded[0]?.findings.length).toBeGreaterThan(bounded[0]?.findings.length ?? 0);
  expect(unbounded[0]?.fingerprint).toBe(bounded[0]?.fingerprint);
});

test('what is waived is no concern', () => {
  expect(concerns(`${head}-- lockstep-ignore update-whole-table: ten rows\nUPDATE orders SET note = NULL;\n`)).toEqual([]);
});

test('a marker is read on the first line only', () => {
  const marker = { kind: 'comment', owner: 'fedcba9876543210', fingerprint: '0123456789abcdef' } as const;
  expect(readMarker(`${markerLine(marker)}\n\ntext`)).toEqual(marker);
  expect(readMarker(`${markerLine(marker)}\r\ntext`)).toEqual(marker);
  expect(readMarker(`text\n${markerLine(marker)}`)).toBeUndefined();
  expect(readMarker(`${markerLine(marker)} text`)).toBeUndefined();
});

test('the same analysis gives the same bytes', () => {
  const render = (): unknown =>
    renderReview(analysisOf(`${head}CREATE INDEX i ON orders (note);\nDROP TABLE orders;\n`), {
      owner: '0'.repeat(16),
      changed: new Set(),
      verdict: 'fail',
      hunks: () => [{ from: 1, to: 3 }],
    });
  expect(JSON.stringify(render())).toBe(JSON.stringify(render()));
});
