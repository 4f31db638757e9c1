import type { Dialect } from './mysql/dialect.ts';
import { keepBaselineCode } from './postgres/baseline-code.ts';
import { loadParser } from './postgres/parser.ts';
import { libpgReader } from './postgres/reader.ts';
import type { Reader } from './statement.ts';

/**
 * The reader for PostgreSQL's SQL. Where the runtime has no WebAssembly (`--jitless`, some hardened hosts), the second reader takes its place, which is
 * loaded only there.
 */
export async function loadReader(): Promise<Reader> {
  if (typeof WebAssembly === 'undefined') return (await import('./postgres/ast-parser/reader.ts')).astParserReader();
  keepBaselineCode();
  return libpgReader(await loadParser());
}

/** The reader for the SQL of MySQL and MariaDB, which a run on PostgreSQL does not load. */
export async function loadMysqlReader(dialect: Dialect): Promise<Reader> {
  return (await import('./mysql/reader.ts')).mysqlReader(dialect);
}
