import { expect, test } from 'vitest';
import { repository, workspace } from './workspace.ts';

const goose = (up: string, down: string): string => `-- +goose Up\n${up}\n\n-- +goose Down\n${down}\n`;
const create = 'CREATE TABLE orders (id bigint PRIMARY KEY, total int);';

interface Report {
  readonly files: readonly { path: string; migration: { direction: string }; findings: readonly { rule: string; line: number }[] }[];
  readonly plans: readonly unknown[];
}

const found = (stdout: string): readonly string[] => {
  const { files, plans } = JSON.parse(stdout) as Report;
  expect(plans).toEqual([]);
  return files.map(({ path, migration, findings }) =>
    [path, migration.direction, ...findings.map(({ rule, line }) => `${rule}:${line}`)].join(' '),
  );
};

const files = {
  'm/1_a.up.sql': create,
  'm/1_a.down.sql': 'DROP TABLE orders;',
  'm/2_b.up.sql': 'CREATE INDEX CONCURRENTLY orders_total ON orders (total);',
  'm/2_b.down.sql': 'DROP INDEX orders_total;',
};

test('down files are judged on request, from the last on, on the schema that they meet', async () => {
  const here = workspace({ ...files, '.lockstep.yml': 'lock-timeout: role\n' });
  const { code, stdout } = await here.lockstep('check', 'm', '--direction', 'down', '--format', 'json', '--no-proof');
  expect(code).toBe(1);
  expect(found(stdout)).toEqual(['m/2_b.down.sql down drop-index-blocking:1', 'm/1_a.down.sql down drop-table:1']);
  expect(found((await here.lockstep('check', 'm/2_b.down.sql', '--direction', 'down', '--format', 'json')).stdout)).toEqual([
    'm/2_b.down.sql down drop-index-blocking:1',
  ]);
});

test('so are down sections', async () => {
  const here = workspace({
    'm/1_a.sql': goose(create, 'DROP TABLE orders;'),
    'm/2_b.sql': goose('CREATE INDEX orders_total ON orders (total);', ''),
    '.lockstep.yml': 'lock-timeout: role\n',
  });
  expect(found((await here.lockstep('check', 'm', '--direction', 'down', '--format', 'json', '--no-proof')).stdout)).toEqual([
    'm/1_a.sql down drop-table:5',
  ]);
});

test('of a branch, those that it brings', async () => {
  const here = repository({ 'm/migrations/1_a.up.sql': create, 'm/migrations/1_a.down.sql': 'DROP TABLE orders;' });
  here.write({ 'm/migrations/2_b.up.sql': files['m/2_b.up.sql'], 'm/migrations/2_b.down.sql': files['m/2_b.down.sql'] });
  const { stdout } = await here.lockstep('check', '--base', 'main', '--direction', 'down', '--format', 'json', '--no-proof');
  expect((JSON.parse(stdout) as Report).files.map(({ path }) => path)).toEqual(['m/migrations/2_b.down.sql']);
});

test.each([
  [['plan', 'm', '--direction', 'down'], '--direction down belongs to `lockstep check` and `lockstep explain`'],
  [['check', 'm', '--direction', 'sideways'], '--direction takes up or down, not `sideways`'],
])('%j', async (args, message) => {
  expect((await workspace(files).lockstep(...args)).stderr).toBe(`lockstep: ${message}\n`);
});
