import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { atlasSum } from '../../src/convention/tools/atlas-sum.ts';
import { workspace } from '../cli/workspace.ts';

const bytes = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));

test('Atlas’s sum, as `atlas migrate hash` writes it', () => {
  // Written out once more from the manual: what each line holds is the digest of all names and contents so far.
  const of = (text: string): string => createHash('sha256').update(text).digest('base64');
  const [first, second] = [of('1_a.sqlSELECT 1;\n'), of('1_a.sqlSELECT 1;\n2_b.sqlSELECT 2;\n')];
  const text = `h1:${of(`1_a.sql${first}2_b.sql${second}`)}\n1_a.sql h1:${first}\n2_b.sql h1:${second}\n`;
  expect(atlasSum(bytes({ '2_b.sql': 'SELECT 2;\n', '1_a.sql': 'SELECT 1;\n' }))).toBe(text);
});

test('a file that is not to be summed counts by its name', () => {
  const files = { '1_a.sql': '-- atlas:sum ignore\n\nSELECT 1;\n', '2_b.sql': 'SELECT 2;\n' };
  expect(atlasSum(bytes(files)).split('\n').slice(1, -1)).toEqual([expect.stringMatching(/^2_b\.sql h1:/)]);
  expect(atlasSum(bytes({ ...files, '1_a.sql': '-- atlas:sum ignore\nSELECT 3;\n' }))).toBe(atlasSum(bytes(files)));
  expect(atlasSum(bytes({ '2_b.sql': files['2_b.sql'] }))).not.toBe(atlasSum(bytes(files)));
  // Atlas looks for it at the beginning of the file only.
  expect(atlasSum(bytes({ ...files, '1_a.sql': '-- note\n-- atlas:sum ignore\nSELECT 1;\n' }))).toContain('1_a.sql h1:');
});

const files = {
  '20240101000000_a.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY, total int);\n',
  '20240102000000_b.sql': '\ufeffALTER TABLE orders ADD CONSTRAINT positive CHECK (total > 0);\n',
};
const inDirectory = Object.fromEntries(Object.entries(files).map(([name, text]) => [`m/${name}`, text]));

test('plan --write makes the sums anew', async () => {
  const here = workspace({ ...inDirectory, 'm/atlas.sum': atlasSum(bytes(files)) });
  const { stdout } = await here.lockstep('plan', 'm/20240102000000_b.sql', '--write', '--no-proof');
  expect(stdout).toContain('edited m/atlas.sum\n');
  expect(stdout).not.toContain('atlas migrate hash');
  const now = readdirSync(join(here.directory, 'm')).filter((name) => name.endsWith('.sql'));
  expect(now).toHaveLength(3);
  expect(readFileSync(join(here.directory, 'm/atlas.sum'), 'utf8')).toBe(
    atlasSum(now.map((name) => ({ name, bytes: readFileSync(join(here.directory, 'm', name)) }))),
  );
});

test('sums that were not right before are not made right: that is for the author to look at', async () => {
  const sums = atlasSum(bytes(files)).replace('h1:', 'h1:x');
  const here = workspace({ ...inDirectory, 'm/atlas.sum': sums });
  const { stdout } = await here.lockstep('plan', 'm/20240102000000_b.sql', '--write', '--no-proof');
  expect(stdout).toContain('`atlas migrate hash` writes atlas.sum anew');
  expect(readFileSync(join(here.directory, 'm/atlas.sum'), 'utf8')).toBe(sums);
});
