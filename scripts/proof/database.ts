import { PGlite } from '@electric-sql/pglite';
import { dataDirectory, startParameters } from '../../src/proof/embedded/boot.ts';
import type { FileNode, Glue } from '../../src/proof/embedded/glue.ts';
import type { PackedFile } from '../../src/proof/embedded/pack.ts';
import { freeze } from './freeze.ts';

/**
 * The prepared data directory: what initdb makes, and the role as which everything is run. That role is called `postgres`, as dumps expect of the owner, and is
 * no superuser; the superuser has another name.
 */
const system = 'lockstep_system';

const setup = `
  create role postgres login createrole createdb replication bypassrls;
  alter database postgres owner to postgres;
  grant pg_read_all_data, pg_write_all_data, pg_monitor, pg_maintain, pg_signal_backend, pg_checkpoint, pg_create_subscription,
    pg_use_reserved_connections to postgres with admin option;
  grant set on parameter session_replication_role, lc_messages, log_statement, log_min_duration_statement, log_min_messages, log_lock_waits,
    track_functions, deadlock_timeout, session_preload_libraries to postgres;
  checkpoint`;

export async function preparedDatabase(): Promise<{ readonly directories: readonly string[]; readonly files: readonly PackedFile[] }> {
  freeze();
  const server = await PGlite.create({
    initDbStartParams: [`--username=${system}`, '--wal-segsize=1'],
    startParams: [...startParameters],
  });
  await server.exec(setup);
  const current = await server.query<{ name: string }>('select pg_walfile_name(pg_current_wal_insert_lsn()) as name');
  const lastSegment = current.rows[0]?.name ?? '';
  const { FS } = server.Module as unknown as Glue;
  // Closing ends the server (a checkpoint at shutdown, so that nothing is recovered at start) but leaves its files.
  await server.close();
  const directories: string[] = [];
  const files: PackedFile[] = [];
  const walk = (path: string): void => {
    directories.push(path);
    const { node } = FS.lookupPath(path);
    for (const [name, child] of Object.entries(node.contents as Record<string, typeof node>).sort(([a], [b]) => (a < b ? -1 : 1))) {
      const inner = `${path}/${name}`;
      if (FS.isDir(child.mode)) walk(inner);
      // Segments kept for later WAL are made anew where they are needed.
      else if (!path.endsWith('/pg_wal') || name <= lastSegment) files.push({ path: inner, bytes: bytesOf(child) });
    }
  };
  walk(dataDirectory);
  return { directories, files };
}

/** Emscripten keeps what the server wrote at once as signed bytes. */
function bytesOf({ contents, usedBytes }: FileNode): Uint8Array {
  const { buffer, byteOffset } = contents as Uint8Array;
  return new Uint8Array(buffer, byteOffset, usedBytes).slice();
}
