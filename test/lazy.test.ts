import { fileURLToPath } from 'node:url';
import { type OutputChunk, rolldown } from 'rolldown';
import { expect, it } from 'vitest';

it.each([
  ['sql/load.ts', '/sql/mysql/', 10],
  ['schema/load-mysql.ts', '/schema/mysql/', 5],
])('what a run on PostgreSQL loads of %s has nothing of %s', async (entry, folder, files) => {
  const { loaded, all } = await chunksOf(entry);
  const modules = (chunks: readonly OutputChunk[]): readonly string[] =>
    chunks.flatMap(({ moduleIds }) => moduleIds).filter((id) => id.includes(folder));
  expect(modules(loaded)).toEqual([]);
  expect(modules(all).length).toBeGreaterThan(files);
});

it('a check loads no module of Node that takes milliseconds: node:crypto and node:child_process are for whoever needs them', async () => {
  const { loaded } = await chunksOf('cli.ts');
  const imported = new Set(loaded.flatMap(({ imports }) => imports).filter((each) => each.startsWith('node:')));
  expect([...imported].sort()).toEqual(['node:buffer', 'node:fs', 'node:module', 'node:path', 'node:v8']);
});

/** The chunks of an entry's bundle, and those of them that are loaded at once. */
async function chunksOf(entry: string): Promise<{ readonly loaded: readonly OutputChunk[]; readonly all: readonly OutputChunk[] }> {
  const bundle = await rolldown({
    input: fileURLToPath(new URL(`../src/${entry}`, import.meta.url)),
    platform: 'node',
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'esm' });
  const chunks = new Map(output.flatMap((each) => (each.type === 'chunk' ? [[each.fileName, each] as const] : [])));
  const loaded = new Set<OutputChunk>();
  const load = (chunk: OutputChunk | undefined): void => {
    if (chunk === undefined || loaded.has(chunk)) return;
    loaded.add(chunk);
    for (const each of chunk.imports) load(chunks.get(each));
  };
  for (const chunk of chunks.values()) if (chunk.isEntry) load(chunk);
  return { loaded: [...loaded], all: [...chunks.values()] };
}
