import type { ReadProgram } from '../../migration/migration.ts';

/** The reader of migrations that are programs. Its parser is loaded only where there are any. */
export async function loadScriptReader(paths: Iterable<string>): Promise<ReadProgram | undefined> {
  for (const path of paths) if (isScript(path)) return (await import('./reader.ts')).readScript;
  return undefined;
}

/** TypeScript or JavaScript, but for declarations and tests. */
export function isScript(path: string): boolean {
  return /\.[cm]?[jt]s$/i.test(path) && !/\.(?:d|test|spec|stories)\.[cm]?[jt]s$/i.test(path);
}
