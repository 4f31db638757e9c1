import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/** What the cross-check asks of dt-sql-parser, an ANTLR grammar of MySQL. */
export interface DtSqlParser {
  validate(sql: string): readonly { readonly message: string }[];
  getAllEntities(sql: string): readonly { readonly entityContextType: string; readonly text: string }[] | null;
}

/** The package's files import folders, which Node does not resolve: they are bundled first. */
export async function loadDtSqlParser(): Promise<DtSqlParser> {
  const root = dirname(createRequire(import.meta.url).resolve('dt-sql-parser/package.json'));
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-dt-'));
  try {
    const bundle = await rolldown({ input: join(root, 'dist/parser/mysql/index.js'), platform: 'node', logLevel: 'silent' });
    const file = join(folder, 'mysql.mjs');
    await bundle.write({ file, format: 'esm', codeSplitting: false });
    const { MySQL } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { MySQL: new () => DtSqlParser };
    return new MySQL();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
