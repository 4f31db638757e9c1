import type { Booted } from './boot.ts';
import { limits } from './limits.ts';

/**
 * Remembers the whole instance, its memory and its files, at a moment when no statement runs.
 *
 * This is how an instance is reset: nothing has to be dropped, forgotten or compared, for catalog, session, settings, caches, prepared statements, large objects and
 * sequences of OIDs are all in what is put back, byte for byte; and it holds whatever the SQL has done to the server, since neither copy is within its reach.
 * The path not taken: dropping what is not the system's and comparing the catalogs with their pristine state. A digest of them alone takes 300 ms of CPU, this
 * takes 4 to 15, and that would trust the very server that is to be reset to tell the truth. The tests compare the digests.
 *
 * What lies outside of memory and files is the code that was loaded: a library that was loaded later (by an extension's first use) has its data in memory
 * that is taken back, so that such an instance is not reset but replaced, and so is one whose memory has grown much.
 *
 * @param spare a copy that nobody needs any more: to write over it takes a fifth of the time of asking for as much memory again
 */
export function snapshot({ memory, files, exports, libraries }: Booted, spare?: Uint8Array): Snapshot {
  const top = (): number => new Uint32Array(memory.buffer)[exports.emscripten_get_sbrk_ptr() >>> 2] as number;
  const length = top();
  const copy = spare !== undefined && spare.length >= length ? spare : new Uint8Array(length + room);
  const heap = copy.subarray(0, length);
  heap.set(new Uint8Array(memory.buffer, 0, length));
  const restoreFiles = files.snapshot();
  const loaded = libraries.size;
  const restore = (): boolean => {
    if (libraries.size !== loaded || memory.buffer.byteLength > limits.resetBytes) return false;
    const now = new Uint8Array(memory.buffer, 0, Math.max(top(), heap.length));
    now.set(heap);
    now.fill(0, heap.length);
    restoreFiles();
    return true;
  };
  return { restore, copy };
}

/** In a copy, for a server that has grown a little by the time it is written over. */
const room = 4 * 1024 * 1024;

export interface Snapshot {
  /** Brings everything back, or says by `false` that it cannot. */
  readonly restore: () => boolean;
  readonly copy: Uint8Array;
}
