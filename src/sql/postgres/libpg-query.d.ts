/** Emscripten's factory, below the package's own entry, which has no types for it. */
declare module 'libpg-query/wasm/libpg-query.js' {
  /** Fills `glue` with the instance's functions. */
  export default function createModule(glue: object): Promise<unknown>;
}

/** The part of the global that is used; TypeScript has it among the browser's types only. https://webassembly.github.io/spec/js-api/ */
declare namespace WebAssembly {
  interface Module {
    readonly __brand: 'WebAssembly.Module';
  }
  type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  class Instance {
    constructor(module: Module, imports: Imports);
    readonly exports: Readonly<Record<string, unknown>>;
  }
  class Table {
    get(index: number): (...values: unknown[]) => unknown;
  }
  function compile(bytes: Uint8Array): Promise<Module>;
}
