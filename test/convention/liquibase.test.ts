import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changesets, sections } from '../../src/convention/tools/liquibase-changesets.ts';
import { workspace } from '../cli/workspace.ts';

const file = (...parts: readonly string[]): string => `--liquibase formatted sql\n\n${parts.join('\n')}`;

describe('the changesets of a file', () => {
  test.each([
    ['ann:1', 'wrapped'],
    ['ann:1 runInTransaction:false', 'per-statement'],
    ['ann:1 runInTransaction:"false" splitStatements:false', 'single-query'],
    ['ann:1 (splitStatements:false runInTransaction:false) dbms:postgresql,h2', 'single-query'],
    ['ann:1 dbms:postgresql,h2', 'wrapped'],
    ['ann:1 dbms:"!oracle, !mysql"', 'wrapped'],
    ['ann:1 dbms:oracle', undefined],
    ['ann:1 dbms:!postgresql', undefined],
    ['ann:1 ignore:true', undefined],
  ])('%s', (line, mode) => {
    expect(changesets(file(`--changeset ${line}`, 'SELECT 1;\n'), 'postgres').map(({ transaction }) => transaction)).toEqual(
      mode === undefined ? [] : [mode],
    );
  });

  test.each([
    ['ann:1 context:test', '', true],
    ['ann:1 labels:x', '', true],
    ['ann:1', '--preconditions onFail:MARK_RAN\n--precondition-sql-check expectedResult:0 SELECT 1', true],
    ['ann:1', '--preconditions onFail:HALT onError:HALT', undefined],
    ['ann:1', '', undefined],
  ])('may be passed over: %s %j', (line, more, conditional) => {
    expect(changesets(file(`--changeset ${line}`, more, 'SELECT 1;\n'), 'postgres')[0]?.conditional).toBe(conditional);
  });

  test.each([
    ['endDelimiter:/', 'SELECT 1\n/\nSELECT 4 / 2\n/\n', ['SELECT 1', 'SELECT 4 / 2']],
    ['endDelimiter:GO', 'SELECT 1\nGO\nSELECT 2 AS go\nGO', ['SELECT 1', 'SELECT 2 AS go']],
    ['endDelimiter:"\\n/"', 'SELECT 1/\n2\n/\nSELECT 2', ['SELECT 1/\n2', 'SELECT 2']],
    ['endDelimiter://', 'SELECT 1; SELECT 2//\nSELECT 3//\n', ['SELECT 1; SELECT 2', 'SELECT 3']],
    ['endDelimiter:;', 'SELECT 1;\nSELECT 2;\n', ['SELECT 1;\nSELECT 2;']],
  ])('%s', (option, body, statements) => {
    const text = file(`--changeset ann:1 ${option}`, body);
    const found = sections(text, 'postgres').map(({ start, end }) => text.slice(start, end).trim());
    expect(found.filter((each) => each !== '')).toEqual(statements);
  });
});

const history = file(
  '--changeset ann:1',
  'CREATE TABLE orders (id bigint PRIMARY KEY, total int);\nCREATE TABLE users (id bigint PRIMARY KEY, email text);\n',
);

async function rulesIn(...parts: readonly string[]): Promise<readonly string[]> {
  const here = workspace({
    'm/001_a.sql': history,
    'm/002_b.sql': file(...parts),
    '.lockstep.yml': 'engine: postgres@17\nlock-timeout: role\n',
  });
  const { stdout } = await here.lockstep('check', 'm/002_b.sql', '--no-proof', '--format', 'json');
  return JSON.parse(stdout).files[0].findings.map(({ rule, line }: { rule: string; line: number }) => `${line} ${rule}`);
}

describe('each is judged by its own mode', () => {
  const concurrently = 'CREATE INDEX CONCURRENTLY i ON orders (total);';

  test('in and out of a transaction, in one file', async () => {
    expect(
      await rulesIn('--changeset ann:2', concurrently, '--changeset ann:3 runInTransaction:false', concurrently.replace(' i ', ' j ')),
    ).toEqual(['4 concurrently-in-transaction']);
  });

  test('locks end with the changeset', async () => {
    const validate = 'ALTER TABLE orders VALIDATE CONSTRAINT c;';
    const add = 'ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0) NOT VALID;';
    expect(await rulesIn('--changeset ann:2', add, validate)).toEqual(['5 validate-in-same-transaction']);
    expect(await rulesIn('--changeset ann:2', add, '--changeset ann:3', validate)).toEqual([]);
  });

  test('what a changeset makes that may be passed over is new in it, and not behind it', async () => {
    const create = 'CREATE TABLE tags (id int PRIMARY KEY, name text);';
    const passed = ['--changeset ann:2', '--preconditions onFail:MARK_RAN', create];
    expect(await rulesIn(...passed, 'CREATE INDEX t ON tags (name);')).toEqual([]);
    expect(await rulesIn(...passed, '--changeset ann:3', 'CREATE INDEX t ON tags (name);')).toEqual(['7 create-index-blocking']);
    expect(await rulesIn('--changeset ann:2', create, '--changeset ann:3', 'CREATE INDEX t ON tags (name);')).toEqual([]);
  });

  test('nor does anything it proves count behind it', async () => {
    const check = 'ALTER TABLE orders ADD CONSTRAINT c CHECK (total IS NOT NULL) NOT VALID;';
    const validate = 'ALTER TABLE orders VALIDATE CONSTRAINT c;';
    const enforce = ['--changeset ann:4', 'ALTER TABLE orders ALTER COLUMN total SET NOT NULL;'];
    expect(await rulesIn('--changeset ann:2', check, '--changeset ann:3', validate, ...enforce)).toEqual([]);
    expect(await rulesIn('--changeset ann:2', check, '--changeset ann:3 context:prod', validate, ...enforce)).toEqual([
      '8 set-not-null-scanning',
    ]);
  });
});

test('a plan: what needs it goes into a changeset of its own, and one that may be passed over is left alone, with the reason', async () => {
  const change = file(
    '--changeset ann:2',
    'ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0);',
    '--rollback ALTER TABLE orders DROP CONSTRAINT c;\n',
    '--changeset ann:3 runInTransaction:false',
    'CREATE INDEX CONCURRENTLY i ON orders (total);\n',
    '--changeset ann:4',
    'CREATE INDEX u ON users (email);\n',
    '--changeset ann:5 labels:x',
    'CREATE INDEX v ON users (email);\n',
  );
  const here = workspace({ 'm/001_a.sql': history, 'm/002_b.sql': change, '.lockstep.yml': 'engine: postgres@17\n' });
  const { stdout } = await here.lockstep('plan', 'm/002_b.sql', '--write', '--no-proof');
  expect(stdout).toContain('not staged: m/002_b.sql:14: its changeset may be passed over');
  const written = (path: string): string => readFileSync(join(here.directory, path), 'utf8');
  expect(written('m/003_expand.sql')).toContain('--changeset lockstep:003_expand runInTransaction:false\n');
  expect(written('m/003_expand.sql')).toContain('CREATE INDEX CONCURRENTLY u ON users (email);');
  expect(written('m/004_enforce.sql')).toContain('--changeset lockstep:004_enforce\n');
  // Marks of other changesets stay what they were.
  expect(written('m/002_b.sql').match(/^--changeset.*$/gm)).toEqual(change.match(/^--changeset.*$/gm));
  const rest = JSON.parse((await here.lockstep('check', 'm', '--no-proof', '--format', 'json')).stdout);
  expect(rest.files.flatMap(({ findings }: { findings: readonly { rule: string }[] }) => findings.map(({ rule }) => rule))).toEqual([
    'create-index-blocking',
  ]);
});
