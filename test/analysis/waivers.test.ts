import { beforeAll, expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis/analysis.ts';
import { analyze } from '../../src/analysis/analyze.ts';
import type { Waiving } from '../../src/analysis/suppression.ts';
import { verdictOf } from '../../src/analysis/verdict.ts';
import { defaultConfig } from '../../src/config/config.ts';
import type { Migration } from '../../src/migration/migration.ts';
import { waiverList, waiversOf } from '../../src/report/waivers.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Reader } from '../../src/sql/statement.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await loadReader();
});

const create = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);';
const waived = `-- lockstep-ignore create-index-blocking: a thousand rows, says @acme/dba
CREATE INDEX orders_note ON orders (note);
`;

function judge(text: string, waiving?: Waiving): Analysis {
  const migration = (path: string, sql: string): Migration => ({ path, text: sql, direction: 'up', transaction: 'unknown' });
  const set = { history: [migration('1.sql', create)], units: [{ migrations: [migration('2.sql', text)] }] };
  return analyze(set, { ...defaultConfig, lockTimeout: 'role' }, reader, { waiving });
}

const asked: Waiving = { allowed: false, wanted: 'have somebody else put the label `ok` on the pull request.' };

test('a waiver counts where nobody has to approve it', () => {
  const analysis = judge(waived);
  expect(verdictOf(analysis, 'warning')).toBe('pass');
  expect(waiversOf(analysis)).toEqual([
    { path: '2.sql', line: 1, rule: 'create-index-blocking', reason: 'a thousand rows, says @acme/dba', status: 'counts', findings: 1 },
  ]);
  expect(waiverList(analysis)).toBe('**Waived**\n\n- `2.sql:1` `create-index-blocking`: a thousand rows, says @<!-- -->acme/dba');
});

test('one that is not approved waives nothing: the finding stands, with its plan and what would approve it', () => {
  const analysis = judge(waived, asked);
  expect(verdictOf(analysis, 'error')).toBe('fail');
  const [finding] = analysis.files[0]?.findings ?? [];
  expect(finding).toMatchObject({ rule: 'create-index-blocking', severity: 'error', plan: 0 });
  expect(finding?.suppressed).toBeUndefined();
  expect(finding?.advice).toMatch(/The waiver in line 1 does not count yet: have somebody else put the label `ok` on the pull request\.$/);
  expect(analysis.files[0]?.findings).toHaveLength(1);
  expect(analysis.summary).toMatchObject({ suppressed: 0, findings: { error: 1 } });
  expect(waiversOf(analysis)).toMatchObject([{ line: 1, status: 'unapproved', findings: 1 }]);
  expect(waiverList(analysis)).toContain('**Not approved, so it does not count.**');
});

test('one that is approved says by whom', () => {
  const analysis = judge(waived, { allowed: true, approvedBy: 'alice (label `ok`)' });
  expect(verdictOf(analysis, 'warning')).toBe('pass');
  expect(waiversOf(analysis)).toMatchObject([{ status: 'counts', approvedBy: 'alice (label `ok`)' }]);
  expect(waiverList(analysis)).toContain('Approved by alice (label `ok`).');
});

test('what could not be read can be waived, and needs the approval too', () => {
  const text = '-- lockstep-ignore unreadable-statement: made by hand, read by two\nFROBNICATE orders;\n';
  expect(verdictOf(judge(text), 'error')).toBe('pass');
  const analysis = judge(text, asked);
  expect(verdictOf(analysis, 'never')).toBe('fail');
  expect(analysis.summary.unreadable).toBe(1);
});

test('plans that write waivers of their own are found all the same: those are approved when they are committed', () => {
  const drop = 'ALTER TABLE orders DROP COLUMN note;\n';
  expect(judge(drop, asked).plans).toEqual(judge(drop).plans);
  expect(JSON.stringify(judge(drop).plans)).toContain('lockstep-ignore');
});
