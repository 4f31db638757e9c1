import { PGlite } from '@electric-sql/pglite';
import type { Assets } from './assets.ts';
import { type Files, wallIn } from './files.ts';
import type { Glue } from './glue.ts';
import { limits } from './limits.ts';
import { passTime } from './waiting.ts';

export interface Booted {
  readonly glue: Glue;
  readonly files: Files;
  readonly memory: WebAssembly.Memory;
  readonly exports: Exports;
  /** Libraries that the server has loaded as code, by file name. */
  readonly libraries: ReadonlySet<string>;
}

/** The server's own functions, by C's names. */
export interface Exports {
  emscripten_get_sbrk_ptr(): number;
  GetUserId(): number;
  GetSessionUserId(): number;
}

type Receive = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;
type Instantiate = (imports: WebAssembly.Imports, receive: Receive) => object;

const prefix = '/pglite';
export const dataDirectory = `${prefix}/data`;

/** How the server is started, here and where the data directory is prepared. Small buffers make a small snapshot; nothing has to survive a crash. */
export const settings = {
  search_path: '"$user", public',
  exit_on_error: 'false',
  shared_buffers: '4MB',
  wal_buffers: '256kB',
  min_wal_size: '2MB',
  max_wal_size: '16MB',
  wal_recycle: 'off',
  wal_init_zero: 'off',
  wal_level: 'logical',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  log_checkpoints: 'off',
  log_min_messages: 'panic',
  max_worker_processes: '0',
  max_parallel_workers: '0',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  io_method: 'sync',
  createrole_self_grant: 'set, inherit',
  max_prepared_transactions: '4',
} as const;

export const startParameters: readonly string[] = [
  '--single',
  '-F',
  '-j',
  ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

/**
 * Starts PGlite on the prepared files, with three changes to what its glue hands to WebAssembly:
 * - a memory of a lower maximum;
 * - no code but the libraries that were shipped: a library is WebAssembly *and JavaScript* (the glue evaluates its `EM_ASM` sections), so that
 *   whoever could write a file and load it would run code in the worker, outside of any sandbox;
 * - no timers: none of them could fire while a statement runs, and between two statements they would end the session;
 * - no waiting (waiting.ts): the pauses of a backfill would take more time than all of its proof.
 */
export async function boot({ code, bundle, data, contrib }: Assets): Promise<Booted> {
  const memory = new WebAssembly.Memory({ initial: 2048, maximum: limits.heapBytes / 65536 });
  const libraries = new Set<string>();
  let files: Files | undefined;
  let layFiles = (): void => {};
  let running = false;
  let exports: Exports | undefined;
  const glueOf = (server: PGlite): Glue => server.Module as unknown as Glue;

  const server = await PGlite.create({
    fsBundle: new Blob([bundle]),
    pgliteWasmModule: code,
    startParams: [...startParameters],
    fs: {
      init: async (instance, options) => {
        const instantiateWasm = options.instantiateWasm as Instantiate | undefined;
        if (instantiateWasm === undefined) throw new TypeError('PGlite is instantiated in another way than expected');
        layFiles = () => {
          files = wallIn(glueOf(instance), limits.fileBytes);
          files.lay(contrib.directories, contrib.files);
          files.lay(data.directories, data.files);
        };
        return {
          emscriptenOpts: {
            ...options,
            wasmMemory: memory,
            instantiateWasm: ((imports, receive) => {
              const env = imports.env as Record<string, (handle: number) => number>;
              const load = env._dlopen_js as (handle: number) => number;
              env._dlopen_js = (handle) => {
                const path = glueOf(instance).UTF8ToString(handle + 36);
                if (running && !files?.isLocked(path)) return 0;
                libraries.add(path.slice(path.lastIndexOf('/') + 1));
                return load(handle);
              };
              env._setitimer_js = () => 0;
              passTime(imports, memory);
              return instantiateWasm(imports, (instance, module) => {
                exports = instance.exports as unknown as Exports;
                receive(instance, module);
              });
            }) satisfies Instantiate,
          },
        };
      },
      initialSyncFs: async () => layFiles(),
      syncToFs: async () => {},
      closeFs: async () => {},
      dumpTar: () => Promise.reject(new Error('there is nothing to dump')),
    },
  });
  files?.lockAllBut(dataDirectory);
  running = true;
  return { glue: glueOf(server), files: files as Files, memory, exports: exports as unknown as Exports, libraries };
}
