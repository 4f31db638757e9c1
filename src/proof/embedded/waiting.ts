/**
 * Lets time pass for the server where it waits: each look at the clock by which waits are measured costs a millisecond. There is no other process that could end a wait, and
 * no sleep in WebAssembly: `pg_sleep` looks at the clock until its time has come, and the pauses of a backfill would take more time than all the rest of its proof.
 * Statements tell the time by another clock, which goes along.
 */
export function passTime(imports: WebAssembly.Imports, memory: WebAssembly.Memory): void {
  const env = imports.env as unknown as Record<'emscripten_date_now' | 'emscripten_get_now', () => number>;
  const wasi = imports.wasi_snapshot_preview1 as unknown as { clock_time_get(clock: number, precision: bigint, result: number): number };
  const { emscripten_date_now, emscripten_get_now } = env;
  let passed = 0;
  env.emscripten_date_now = () => emscripten_date_now() + passed;
  env.emscripten_get_now = () => emscripten_get_now() + passed;
  wasi.clock_time_get = (clock, _precision, result) => {
    if (clock !== realTime) passed++;
    const now = clock === realTime ? env.emscripten_date_now() : env.emscripten_get_now();
    new DataView(memory.buffer).setBigInt64(result, BigInt(Math.round(now * 1e6)), true);
    return 0;
  };
}

/** https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md#clockid */
const realTime = 0;
