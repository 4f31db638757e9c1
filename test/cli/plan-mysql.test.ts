import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workspace } from './workspace.ts';

/** A backfill on MySQL is a procedure, whose semicolons end no statement of the file: each tool is told so in its own way. */
test.each([
  ['goose', '-- +goose Up\n', '\n-- +goose Down\n', '-- +goose StatementBegin\nCREATE PROCEDURE', '\nEND;\n-- +goose StatementEnd\n'],
  [
    'sql-migrate',
    '-- +migrate Up\n',
    '\n-- +migrate Down\n',
    '-- +migrate StatementBegin\nCREATE PROCEDURE',
    '\nEND;\n-- +migrate StatementEnd\n',
  ],
  [
    'liquibase',
    '--liquibase formatted sql\n--changeset a:1\n',
    '\n',
    ' splitStatements:false\nCREATE PROCEDURE',
    '\nEND;\n--rollback empty\n\n--changeset lockstep:',
  ],
  ['sqitch', '', '', 'DELIMITER $$\nCREATE PROCEDURE', '\nEND$$\nDELIMITER ;\n'],
  ['plain', '', '', 'DELIMITER $$\nCREATE PROCEDURE', '\nEND$$\nDELIMITER ;\n'],
])('%s: the program of a backfill is kept together, and what is written is clean', async (tool, up, down, begin, end) => {
  const here = workspace({
    '.lockstep.yml': `engine: mysql@8.4\ntool: ${tool}\nmigrations: m/*.sql\n`,
    'sqitch.plan': `%syntax-version=1.0.0\n%project=x\n\n${['00001_users', '00002_email'].map((name) => `${name} 2024-01-01T00:00:00Z A <a@example.org>\n`).join('')}`,
    'm/00001_users.sql': `${up}CREATE TABLE users (id BIGINT AUTO_INCREMENT PRIMARY KEY, email VARCHAR(100));${down}`,
    'm/00002_email.sql': `${up}ALTER TABLE users MODIFY email VARCHAR(400) CHARACTER SET latin1;${down}`,
  });
  const { code, stderr } = await here.lockstep('plan', 'm/00002_email.sql', '--write');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const backfill = readdirSync(join(here.directory, 'm')).find((each) => each.includes('backfill')) ?? '';
  const text = readFileSync(join(here.directory, 'm', backfill), 'utf8');
  expect(text).toContain(begin);
  expect(text).toContain(end);
  expect((await here.lockstep('check')).stdout).toMatch(/nothing unsafe/);
});
