import { keepBaselineCode } from './postgres/baseline-code.ts';
import type { Reader } from './statement.ts';

/**
 * The reader for PostgreSQL's SQL. Where the runtime has no WebAssembly (`--jitless`, some hardened hosts), the second reader takes its place;
 * that is tested before anything is imported, for the parser's package would fail on import.
 */
export async function loadReader(): Promise<Reader> {
  if (typeof WebAssembly === 'undefined') return (await import('./postgres/ast-parser/reader.ts')).astParserReader();
  keepBaselineCode();
  const [{ loadParser }, { libpgReader }] = await Promise.all([import('./postgres/parser.ts'), import('./postgres/reader.ts')]);
  return libpgReader(await loadParser());
}
