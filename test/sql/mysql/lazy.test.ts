import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';

it('a run on PostgreSQL does not load the reader of MySQL', async () => {
  const bundle = await rolldown({
    input: fileURLToPath(new URL('../../../src/sql/load.ts', import.meta.url)),
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
    [...names].flatMap((name) => chunks.get(name)?.moduleIds ?? []).filter((id) => id.includes('/sql/mysql/'));
  expect(modules(loaded)).toEqual([]);
  expect(modules(chunks.keys()).length).toBeGreaterThan(10);
});
