import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { assetNames } from '../src/proof/embedded/assets.ts';
import { pack } from '../src/proof/embedded/pack.ts';
import { contribFiles } from './proof/contrib.ts';
import { preparedDatabase } from './proof/database.ts';

/** `node scripts/proof.ts <folder>`: what the embedded engine is started from, the same bytes each time. Called by the build. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('where to? node scripts/proof.ts <folder>');
mkdirSync(folder, { recursive: true });
const pglite = new URL('.', pathToFileURL(createRequire(import.meta.url).resolve('@electric-sql/pglite')));

const contrib = contribFiles(pglite);
const database = await preparedDatabase();
write('code', readFileSync(new URL('pglite.wasm', pglite)));
write('bundle', readFileSync(new URL('pglite.data', pglite)));
write('contrib', pack(contrib.directories, contrib.files));
write('data', pack(database.directories, database.files));

/** Quality 5 is 3 % larger than 9 in an eighth of the time; the window is as wide as Brotli has it, for the catalogs are much alike. */
function write(asset: keyof typeof assetNames, bytes: Uint8Array): void {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  writeFileSync(join(folder as string, assetNames[asset]), brotliCompressSync(bytes, { params }));
}
