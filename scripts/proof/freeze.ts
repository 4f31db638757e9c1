import { createRequire } from 'node:module';

/**
 * Stops this process's clock and replaces its randomness by a sequence, so that initdb gives the same bytes each time: the system identifier, the times in
 * pg_control and in the catalogs, and so their checksums, come from these.
 */
export function freeze(): void {
  const now = Date.UTC(2026, 0, 1);
  Date.now = () => now;
  performance.now = () => 0;
  const crypto = createRequire(import.meta.url)('node:crypto') as { randomFillSync: (view: Uint8Array) => Uint8Array };
  let state = 1;
  crypto.randomFillSync = (view) => {
    for (let i = 0; i < view.length; i++) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      view[i] = state >>> 16;
    }
    return view;
  };
}
