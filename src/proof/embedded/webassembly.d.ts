/** What else is used of the global (see sql/postgres/libpg-query.d.ts). */
declare namespace WebAssembly {
  class Memory {
    constructor(limits: { readonly initial: number; readonly maximum: number });
    readonly buffer: ArrayBuffer;
  }
}
