import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { expect, test } from 'vitest';

/** A folder imports only from folders above it. The entries, `cli.ts` and `action.ts`, import anything. */
const layers =
  'problem text operation migration sql schema engine convention rules plan proof config source analysis report github cli action'.split(
    ' ',
  );
const outside: Record<string, readonly string[]> = {
  'libpg-query': ['src/sql/postgres/'],
  'pgsql-ast-parser': ['src/sql/postgres/'],
  '@actions/': ['src/github/'],
  '@electric-sql/pglite': ['src/proof/embedded/boot.ts'],
  'node:worker_threads': ['src/proof/embedded/', 'src/cli/thread.ts', 'src/cli/watched.ts', 'src/action'],
  'node:fs': [
    'src/source/',
    'src/config/load.ts',
    'src/github/',
    'src/sql/postgres/',
    'src/proof/embedded/assets.ts',
    'src/cli',
    'src/action.ts',
  ],
  'node:child_process': ['src/source/'],
};

const root = join(dirname(new URL(import.meta.url).pathname), '..');
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const layerOf = (path: string): number => layers.indexOf((path.split('/')[0] ?? '').replace(/\.ts$/, ''));

test('every file lies in a layer', () => {
  expect(files.filter((file) => layerOf(file) === -1)).toEqual([]);
});

test('imports go upwards', () => {
  const wrong: string[] = [];
  for (const file of files) {
    const text = readFileSync(join(root, 'src', file), 'utf8');
    for (const [, from = ''] of text.matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
      if (from.startsWith('.')) {
        const target = posix.normalize(posix.join(posix.dirname(file), from));
        if (layerOf(target) > layerOf(file)) wrong.push(`${file} imports ${target}`);
      } else {
        const rule = Object.keys(outside).find((name) => from.startsWith(name));
        if (rule && !outside[rule]?.some((folder) => `src/${file}`.startsWith(folder))) wrong.push(`${file} imports ${from}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
