import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workspace } from './workspace.ts';

/** The README's first command runs over `examples/`: what it is to show. */
const examples = join(import.meta.dirname, '..', '..', 'examples');

async function report(...argv: string[]) {
  const here = workspace();
  cpSync(examples, join(here.directory, 'examples'), { recursive: true });
  const { code, stdout } = await here.lockstep('check', 'examples', '--format=json', ...argv);
  const { files, plans } = JSON.parse(stdout) as {
    files: { path: string; findings: { rule: string; plan?: number; suppressed?: unknown }[] }[];
    plans: { files: string[]; questions: unknown[] }[];
  };
  const named = files.map(({ path, findings }) => [
    path.replace(/^.*\/(\d+)_.*$/, '$1'),
    ...findings.map((each) => `${each.suppressed ? '(waived) ' : ''}${each.rule}${each.plan === undefined ? '' : ' +plan'}`),
  ]);
  return { here, code, plans, found: named.filter((each) => each.length > 1) };
}

test('the history is fine, the pull request is not, and all of it is staged', async () => {
  const { code, found, plans } = await report();
  expect(code).toBe(1);
  expect(found).toEqual([
    ['0010', 'add-column-required +plan'],
    ['0011', 'add-column-volatile-default +plan'],
    ['0012', 'create-index-blocking +plan', 'add-unique-blocking +plan'],
    ['0013', 'add-foreign-key-validating +plan'],
    ['0014', 'alter-column-type-blocking +plan'],
    ['0016', '(waived) drop-column'],
  ]);
  expect(plans.map((each) => [each.files.length, each.questions.length])).toEqual([
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
  ]);
});

test('--fail-on never shows the same and exits with 0', async () => {
  expect((await report('--fail-on=never')).code).toBe(0);
});

test('what `plan --write` makes of them is clean', async () => {
  const { here } = await report();
  expect(await here.lockstep('plan', 'examples', '--write')).toMatchObject({ code: 0, stderr: '' });
  expect(await here.lockstep('check', 'examples', '--quiet')).toMatchObject({ code: 0, stdout: '' });
});

test('the config beside them is found from the paths: messages know the sizes', async () => {
  const { here } = await report();
  expect((await here.lockstep('check', 'examples/migrations/0011_tracking_token.sql', '--quiet')).stdout).toContain(
    'orders (24,000,000 rows)',
  );
});

test('those on MySQL', async () => {
  const here = workspace();
  cpSync(`${examples}-mysql`, join(here.directory, 'examples-mysql'), { recursive: true });
  const { code, stdout } = await here.lockstep('check', 'examples-mysql', '--format=json');
  const { files } = JSON.parse(stdout) as { files: { path: string; findings: { rule: string }[] }[] };
  const found = files.map(({ path, findings }) => [path.replace(/^.*\/(\d+)_.*$/, '$1'), ...findings.map(({ rule }) => rule)]);
  expect(code).toBe(1);
  expect(found.filter((each) => each.length > 1)).toEqual([
    ['0005', 'change-column-type-copying'],
    ['0006', 'change-enum-copying'],
    ['0007', 'add-column-unique-rebuilding'],
    ['0008', 'add-foreign-key-copying'],
    ['0010', 'widen-varchar-copying'],
  ]);
});
