import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';

it.each([
  ['sql/load.ts', '/sql/mysql/', 10],
  ['schema/load-mysql.ts', '/schema/mysql/', 5],
])('what a run on PostgreSQL loads of %s has nothing of %s', async (entry, folder, files) => {
  const bundle = await rolldown({
    input: fileURLToPath(new URL(`../../../src/${entry}`, import.meta.url)),
    platform: 'node',
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'esm' });
  const chunks = new Map(output.flatMap((each) => (each.type === 'chunk' ? [[each.fileName, each]] : [])));
  const loaded = new Set<string>();
  const load = (name: string): void => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const each of chunks.get(name)?.imports ?? []) load(each);
  };
  for (const [name, chunk] of chunks) if (chunk.isEntry) load(name);
  const modules = (names: Iterable<string>): readonly string[] =>
    [...names].flatMap((name) => chunks.get(name)?.moduleIds ?? []).filter((id) => id.includes(folder));
  expect(modules(loaded)).toEqual([]);
  expect(modules(chunks.keys()).length).toBeGreaterThan(files);
});
