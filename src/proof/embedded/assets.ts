import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { type PackedFile, unpack } from './pack.ts';

/** What PGlite is started from, unpacked in memory. */
export interface Assets {
  readonly code: WebAssembly.Module;
  /** PGlite's own bundle of files: time zones, dictionaries, extension scripts. */
  readonly bundle: Uint8Array<ArrayBuffer>;
  /** The prepared data directory. */
  readonly data: Packed;
  /** The extensions: scripts and libraries. */
  readonly contrib: Packed;
}

type Packed = { readonly directories: readonly string[]; readonly files: readonly PackedFile[] };

export const assetNames = { code: 'pglite.wasm.br', bundle: 'pglite.data.br', data: 'database.br', contrib: 'contrib.br' } as const;

/** Reads the four files of a folder at once; the longest, to decompress and compile the code, takes the time of all. */
export async function readAssets(folder: URL): Promise<Assets> {
  const read = async (name: keyof typeof assetNames): Promise<Buffer> => decompress(await readFile(new URL(assetNames[name], folder)));
  const [code, bundle, data, contrib] = await Promise.all([
    read('code').then((bytes) => WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>)),
    read('bundle'),
    read('data').then(unpack),
    read('contrib').then(unpack),
  ]);
  return { code, bundle: bundle as Uint8Array<ArrayBuffer>, data, contrib };
}

const decompress = promisify(brotliDecompress) as (bytes: Buffer) => Promise<Buffer>;
