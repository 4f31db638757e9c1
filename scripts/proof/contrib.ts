import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { PackedFile } from '../../src/proof/embedded/pack.ts';

/**
 * PGlite's archives of PostgreSQL's own extensions, all but those that reach outside of the database or into its files (file_fdw, adminpack's kin, pageinspect,
 * pg_surgery, …), and made `trusted`: whoever may create objects in a database may then create them, as with the 24 that are so in PostgreSQL.
 */
export const extensions = [
  ...['amcheck', 'bloom', 'btree_gin', 'btree_gist', 'citext', 'cube', 'dict_int', 'dict_xsyn', 'earthdistance', 'fuzzystrmatch', 'hstore'],
  ...['intarray', 'isn', 'lo', 'ltree', 'pg_stat_statements', 'pg_trgm', 'pgcrypto', 'seg', 'spi', 'tablefunc', 'tcn', 'tsm_system_rows'],
  ...['tsm_system_time', 'unaccent', 'uuid-ossp'],
];

export function contribFiles(folder: URL): { readonly directories: readonly string[]; readonly files: readonly PackedFile[] } {
  const directories = ['/pglite/lib/postgresql', '/pglite/share/postgresql/extension', '/pglite/share/postgresql/tsearch_data'];
  const files = extensions.flatMap((name) => untar(gunzipSync(readFileSync(new URL(`${name}.tar.gz`, folder)))));
  return { directories, files: files.map(({ path, bytes }) => ({ path: `/pglite/${path}`, bytes: trusted(path, bytes) })) };
}

function trusted(path: string, bytes: Uint8Array): Uint8Array {
  if (!path.endsWith('.control')) return bytes;
  const lines = Buffer.from(bytes).toString().trimEnd().split('\n');
  return Buffer.from([...lines.filter((line) => !/^\s*trusted\b/.test(line)), 'trusted = true', ''].join('\n'));
}

/** The regular files of a ustar archive that serve the server; headers and pages of documentation do not. */
function untar(archive: Buffer): readonly PackedFile[] {
  const files: PackedFile[] = [];
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0; ) {
    const text = (from: number, length: number): string =>
      archive.toString('latin1', at + from, at + from + length).split('\0')[0] as string;
    const size = Number.parseInt(text(124, 12), 8);
    const kind = text(156, 1);
    const path = text(0, 100).replace(/^\.\//, '');
    const serves = /^(?:lib\/postgresql|share\/postgresql\/(?:extension|tsearch_data))\/[^/]+$/.test(path);
    if (serves && (kind === '0' || kind === '')) files.push({ path, bytes: archive.subarray(at + 512, at + 512 + size) });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
