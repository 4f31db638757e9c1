import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The modules that are loaded with one: what it imports, and what these do. Types are none, and `import()` waits until it is asked for. */
function loadedWith(entry: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    for (const [, from = ''] of readFileSync(join(root, file), 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)';/gms))
      open.push(posix.join(posix.dirname(file), from));
  }
  return loaded;
}

const ofMysql = (entry: string): readonly string[] =>
  [...loadedWith(entry)].filter((file) => /\/mysql\//.test(file) && !/^src\/rules\//.test(file)).sort();

test('a run on PostgreSQL loads nothing of MySQL but what rules and reports ask of its effects', () => {
  expect(loadedWith('src/cli/run.ts').size).toBeGreaterThan(100);
  for (const entry of ['src/cli.ts', 'src/cli/check.ts', 'src/cli/run.ts', 'src/action/run.ts'])
    expect(ofMysql(entry).filter((file) => !known.includes(file))).toEqual([]);
});

const known = [
  'src/engine/mysql/effect.ts',
  'src/engine/mysql/implicit-commit.ts',
  'src/engine/mysql/row-version-cap.ts',
  'src/engine/mysql/version.ts',
  'src/sql/mysql/reserved.ts',
];
