import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { defineConfig } from 'rolldown';

const require = createRequire(import.meta.url);

/** What every run needs is one file, because each further one costs a round trip at start; the rest is loaded where it is needed. */
const everyRun = /\/src\/(?!cli|action|github|report|config\/(?!config|target)|source\/git|sql\/postgres\/ast-parser|engine\/postgres\/catalog\.recorded)|\/libpg-query\//;

// Two entries with shared chunks, readable and not minified: whoever audits an action reads its dist/.
export default defineConfig({
  input: { cli: 'src/cli.ts', action: 'src/action.ts' },
  platform: 'node',
  transform: { target: 'node20.20' },
  output: {
    dir: 'dist',
    format: 'esm',
    minify: false,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    codeSplitting: {
      groups: [
        { name: 'core', test: everyRun },
        { name: 'reports', test: /\/src\/(?:report|cli)\// },
      ],
    },
    cleanDir: true,
  },
  plugins: [
    {
      name: 'copy-parser',
      generateBundle() {
        // Beside the chunk that reads it.
        const source = readFileSync(require.resolve('libpg-query/wasm/libpg-query.wasm'));
        this.emitFile({ type: 'asset', fileName: 'chunks/libpg-query.wasm', source });
      },
    },
  ],
});
