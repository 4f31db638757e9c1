import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { defineConfig } from 'rolldown';

const require = createRequire(import.meta.url);

// Two entries with shared chunks, readable and not minified: whoever audits an action reads its dist/.
export default defineConfig({
  input: { cli: 'src/cli.ts', action: 'src/action.ts' },
  platform: 'node',
  transform: { target: 'node20.20' },
  output: { dir: 'dist', format: 'esm', minify: false, entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js', cleanDir: true },
  plugins: [
    {
      name: 'copy-parser',
      generateBundle() {
        // Beside the chunk that reads it.
        this.emitFile({ type: 'asset', fileName: 'chunks/libpg-query.wasm', source: readFileSync(require.resolve('libpg-query/wasm/libpg-query.wasm')) });
      },
    },
  ],
});
