import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig } from 'rolldown';
import { licences } from './scripts/licences.js';

const require = createRequire(import.meta.url);

/**
 * What every check needs is one file, because each further one costs a round trip at start: all that the command line imports, and what it imports, but nothing that is
 * loaded on demand.
 */
function everyCheck() {
  const entry = resolve('src/cli.ts');
  let reached;
  return (id, modules) => {
    reached ??= reachedFrom(entry, (each) => modules.getModuleInfo(each)?.importedIds ?? []);
    return id !== entry && reached.has(id) ? 'core' : null;
  };
}

function reachedFrom(start, next) {
  const reached = new Set([start]);
  for (const each of reached) for (const further of next(each)) reached.add(further);
  return reached;
}

/**
 * One character beyond Latin-1 makes V8 hold and scan a whole file as two bytes a character, which takes twice as long. Such characters stand in strings,
 * regular expressions and comments only, where an escape means the same (`String.raw` is used with ASCII alone).
 */
const ascii = {
  name: 'ascii',
  renderChunk: (code) => code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
};

/**
 * Node's modules, asked for instead of imported: an import reads all that a module exports, and `node:fs` then loads its promises, which nobody here uses,
 * with streams and readline behind them: 3 ms.
 */
const builtins = {
  name: 'builtins',
  renderChunk: (code) =>
    code.replace(
      /^import \{([^}]*)\} from ("node:[^"]*");$/gm,
      (_, names, module) => `const {${names.replaceAll(' as ', ': ')}} = process.getBuiltinModule(${module});`,
    ),
};

/**
 * `report-json` of the module that a chunk is loaded for, or of the last one that it holds, which uses the others; of a package its name. What is also part
 * of another chunk is only an entry to that.
 */
function nameOf({ name, facadeModuleId, moduleIds }) {
  const id = facadeModuleId ?? moduleIds.at(-1) ?? '';
  const [, own] = /\/src\/(.*)\.ts$/.exec(id) ?? [];
  const [, installed] = /.*\/node_modules\/@?([^/]+)/.exec(id) ?? [];
  const named = name === 'core' ? name : (own?.replaceAll('/', '-') ?? installed ?? name);
  return moduleIds.length === 0 ? `${named}-entry` : named;
}

/** The embedded engine: a worker of one file, and beside it what the engine is started from. Neither is read by a run that proves nothing. */
const engine = defineConfig({
  input: { proof: 'src/proof/embedded/worker.ts' },
  platform: 'node',
  transform: { target: 'node20.20' },
  output: { dir: 'dist', format: 'esm', minify: false, entryFileNames: '[name].js', codeSplitting: false },
  plugins: [
    ascii,
    licences('proof/licences.txt'),
    {
      name: 'engine-files',
      generateBundle() {
        const folder = mkdtempSync(join(tmpdir(), 'lockstep-proof-'));
        try {
          // A process of its own, for it stops the clock.
          execFileSync(process.execPath, ['scripts/proof.ts', folder], { stdio: 'inherit' });
          for (const file of readdirSync(folder))
            this.emitFile({ type: 'asset', fileName: `proof/${file}`, source: readFileSync(join(folder, file)) });
        } finally {
          rmSync(folder, { recursive: true });
        }
      },
    },
  ],
});

// Two entries with shared chunks, readable and not minified: whoever audits an action reads its dist/.
const main = defineConfig({
  input: { cli: 'src/cli.ts', action: 'src/action.ts' },
  platform: 'node',
  transform: { target: 'node20.20' },
  // The toolkit's HTTP client, half a megabyte, is for proxies and identity tokens: out of what does not need it, it can go.
  treeshake: { moduleSideEffects: (id) => !/\/node_modules\/(?:@actions|undici|tunnel)\//.test(id) },
  output: {
    dir: 'dist',
    format: 'esm',
    minify: false,
    entryFileNames: '[name].js',
    chunkFileNames: (chunk) => `chunks/${nameOf(chunk)}.js`,
    minifyInternalExports: false,
    codeSplitting: {
      groups: [{ name: everyCheck() }],
    },
    cleanDir: true,
  },
  plugins: [
    builtins,
    ascii,
    licences('licences.txt'),
    {
      name: 'copy-parser',
      generateBundle() {
        // Beside the chunk that reads it.
        const source = readFileSync(require.resolve('libpg-query/wasm/libpg-query.wasm'));
        this.emitFile({ type: 'asset', fileName: 'chunks/libpg-query.wasm', source });
      },
    },
    {
      name: 'executable',
      // pre-commit runs it as it lies in the repository.
      writeBundle: ({ dir }) => chmodSync(join(dir, 'cli.js'), 0o755),
    },
  ],
});

export default [main, engine];
