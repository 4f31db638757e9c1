import { describe, expect, test } from 'vitest';
import { planFilesText } from '../../src/report/plan.ts';
import { quietReport, terminalReport } from '../../src/report/terminal.ts';
import { analysisOf, fileWith, plan } from './fixture.ts';

const plain = { colour: false, width: 80 };

test('a finding at its source line, what was waived, what is noted, the plan, the verdict', () => {
  const file = fileWith('m/2.sql', 'SELECT 1;\n\nALTER TABLE a\n  DROP COLUMN b,\n  DROP COLUMN c;\n', [
    { at: 'DROP COLUMN b', plan: 0 },
    { at: 'DROP COLUMN b', rule: 'missing-lock-timeout', severity: 'warning', message: 'No lock_timeout.', advice: 'Set it.' },
    { at: 'DROP COLUMN c', suppressed: { reason: 'nobody reads it', line: 4 } },
  ]);
  const notices = [{ path: 'm/1.sql', line: 7, message: 'The enforce stage is still to come.' }];
  expect(terminalReport(analysisOf([file], { plans: [plan], notices }), 'error', plain)).toBe(`\
error drop-column  m/2.sql:4:3
   │
 4 │   DROP COLUMN b,
   │   ‾‾‾‾‾‾‾‾‾‾‾‾‾
   │
  Running code still reads it.
  → Deploy code that does not. The staged plan below does it.

warning missing-lock-timeout  m/2.sql:4:3
  No lock_timeout.
  → Set it.

Staged plan for m/2.sql  3f9a1c
  Not executed: no engine was at hand. It parses, raises no finding that its
  stages do not answer, and replays to the same schema.

  1 expand  in this deploy
    m/2.sql
      -- Nullable at first.
      ALTER TABLE a ADD COLUMN b int;
      undo: ALTER TABLE a DROP COLUMN b;

  2 backfill  next deploy, once the new code runs everywhere
    m/3_backfill.sql
      -- In batches.
      DO $$
      BEGIN
      END
      $$;
      undo: -- nothing to undo

  Not staged, line 1: no way around it.

Waived
  m/2.sql:4  drop-column: nobody reads it

Notices
  m/1.sql:7  The enforce stage is still to come.

✗ 1 migration, 1 statement: 1 error, 1 warning, 1 waived
`);
});

test('what becomes of a finding: staged, asked about, declined, not known, or nothing to stage', () => {
  const text = 'A; B; C; D; E;\n';
  const blocking = { category: 'blocking', advice: '' } as const;
  const file = fileWith('m/2.sql', text, [
    { at: 'A', ...blocking, plan: 0 },
    { at: 'B', ...blocking, plan: 0 },
    { at: 'C', ...blocking },
    { at: 'D', ...blocking },
    { at: 'E', category: 'breaking', advice: '' },
  ]);
  const at = (letter: string) => ({ path: 'm/2.sql', span: { start: text.indexOf(letter), end: text.indexOf(letter) + 1 } });
  const question = { ...at('B'), table: 't', column: 'b', directive: '-- lockstep: backfill t.b = <expression>', message: 'What is b?' };
  const open = { ...plan, questions: [question], unplanned: [{ ...at('C'), reason: 'no way around it' }] };
  expect(terminalReport(analysisOf([file], { plans: [open] }), 'error', plain).match(/^ {2}→.*$/gm)).toEqual([
    '  → The staged plan below does it.',
    '  → The staged plan below waits for your answer.',
    '  → It is not staged; the reason is below.',
    '  → There is no staged plan for this yet.',
    '  → ',
  ]);
});

test('a plan without stages is shown: the question, or why there is none', () => {
  const file = fileWith('m/2.sql', 'A;\nB;\n', []);
  const at = { path: 'm/2.sql', span: { start: 3, end: 4 } };
  const question = { ...at, table: 't', column: 'b', directive: '-- lockstep: backfill t.b = <expression>', message: 'What is b?' };
  const empty = { ...plan, files: [], stages: [], unplanned: [] };
  const shown = (more: object) => terminalReport(analysisOf([file], { plans: [{ ...empty, ...more }] }), 'error', plain).split('\n\n');
  expect(shown({ questions: [question] }).slice(0, -1)).toEqual([
    'Staged plan, waiting for your answer, for m/2.sql',
    '  ? What is b? State it above the statement:\n    -- lockstep: backfill t.b = <expression>',
  ]);
  expect(shown({ unplanned: [{ ...at, reason: 'no way around it' }] }).slice(0, -1)).toEqual([
    'No staged plan for m/2.sql',
    '  Not staged, line 2: no way around it.',
  ]);
});

test('a statement of several lines', () => {
  const file = fileWith('m/1.sql', 'ALTER TABLE a\n  ADD b int,\n  ADD c int,\n  ADD d int,\n  ADD e int;\n', [
    { at: 'ALTER TABLE a\n  ADD b int,\n  ADD c int,\n  ADD d int,\n  ADD e int' },
  ]);
  expect(
    terminalReport(analysisOf([file]), 'error', plain)
      .split('\n')
      .slice(1, 8),
  ).toEqual(['   │', ' 1 │ ALTER TABLE a', '   │ ‾‾‾‾‾‾‾‾‾‾‾‾‾', ' 2 │   ADD b int,', ' 3 │   ADD c int,', '   │ … 2 more lines', '   │']);
});

test('nothing unsafe', () => {
  expect(terminalReport(analysisOf([fileWith('m/1.sql', 'SELECT 1;', [])]), 'error', plain)).toBe(
    '✓ 1 migration, 1 statement: nothing unsafe\n',
  );
  expect(quietReport(analysisOf([fileWith('m/1.sql', 'SELECT 1;', [])]))).toBe('');
});

test('a warning fails only where warnings do; `never` says what it does', () => {
  const warned = analysisOf([fileWith('m/1.sql', 'DROP x', [{ at: 'DROP', severity: 'warning' }])]);
  const last = (failOn: 'error' | 'warning' | 'never') => terminalReport(warned, failOn, plain).trimEnd().split('\n').at(-1);
  expect(last('error')).toBe('✓ 1 migration, 1 statement: 1 warning');
  expect(last('warning')).toBe('✗ 1 migration, 1 statement: 1 warning');
  expect(last('never')).toBe('✓ 1 migration, 1 statement: 1 warning (--fail-on never: exit code 0)');
});

test('--quiet: one line a finding', () => {
  const file = fileWith('m/1.sql', 'a;\nDROP x', [{ at: 'DROP' }, { at: 'x', suppressed: { reason: 'r', line: 1 } }]);
  expect(quietReport(analysisOf([file]))).toBe('m/1.sql:2:1: error: Running code still reads it. (drop-column)\n');
});

test('a file that could not be decoded names its line', () => {
  const file = fileWith('m/1.sql', '', [
    { at: '', rule: 'unreadable-statement', category: 'unreadable', message: 'The file is not UTF-8.' },
  ]);
  const unreadable = { ...file, migration: { ...file.migration, unreadable: { message: 'The file is not UTF-8.', line: 12 } } };
  expect(terminalReport(analysisOf([unreadable]), 'error', plain)).toMatch(
    /^error unreadable-statement {2}m\/1\.sql:12\n {2}The file is not UTF-8\.\n/,
  );
});

test('colour only where it is wanted', () => {
  const file = fileWith('m/1.sql', 'DROP x', [{ at: 'DROP', plan: 0 }]);
  const analysis = analysisOf([file], { plans: [plan] });
  const coloured = terminalReport(analysis, 'error', { colour: true, width: 80 });
  expect(coloured).toContain('\u001b[');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
  expect(coloured.replace(/\u001b\[[\d;]+m/g, '')).toBe(terminalReport(analysis, 'error', plain));
});

describe('hostile text', () => {
  const evil = 'x\u001b[2J\u0007\u202e\r\n::error::y ::add-mask::z';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const forbidden = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

  test('in names, SQL, messages, reasons, plans', () => {
    const file = fileWith(`m/${evil}.sql`, `DROP "${evil}"`, [
      { at: `DROP "${evil}"`, message: `Column ${evil}.`, advice: evil },
      { at: 'DROP', suppressed: { reason: evil, line: 1 } },
    ]);
    const step = { sql: `DROP "${evil}";`, transaction: true, rollback: evil, why: evil };
    const hostile = {
      ...plan,
      files: [evil],
      stages: [{ name: 'expand' as const, boundary: 'none' as const, files: [{ path: evil, steps: [step], text: evil }] }],
      questions: [{ path: evil, span: { start: 0, end: 1 }, table: evil, column: evil, directive: evil, message: evil }],
      unplanned: [{ path: evil, span: { start: 0, end: 1 }, reason: evil }],
      proof: { status: 'unproved' as const, checks: [], reason: evil },
    };
    const analysis = analysisOf([file], { plans: [hostile], notices: [{ path: evil, line: 1, message: evil }] });
    const text = terminalReport(analysis, 'error', plain);
    expect(text).not.toMatch(forbidden);
    expect(text).toContain('␛[2J');
    // Nothing of it stands at the beginning of a line, where a CI's log would take it for a command.
    expect(text).not.toMatch(/^\s*::error/m);
    for (const other of [quietReport(analysis), planFilesText(analysis, plain)]) expect(other).not.toMatch(forbidden);
  });
});
