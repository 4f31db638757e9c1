import type { Surroundings } from './convention.ts';

/** Whose SQL migrations are in, as far as it can be told. */
export type Dialect = 'postgres' | 'mysql' | 'mariadb' | 'other';

/** Names by which tools, folders and files call databases. */
const names: ReadonlyMap<string, Dialect> = new Map([
  ...['postgres', 'postgresql', 'pg', 'pgsql', 'postgre'].map((name) => [name, 'postgres'] as const),
  ...['mysql', 'mysql2'].map((name) => [name, 'mysql'] as const),
  ['mariadb', 'mariadb'],
  ...[
    'sqlite',
    'sqlite3',
    'mssql',
    'sqlserver',
    'oracle',
    'h2',
    'hsqldb',
    'cockroach',
    'cockroachdb',
    'clickhouse',
    'turso',
    'singlestore',
  ].map((name) => [name, 'other'] as const),
]);

/** The files in which a tool says it, and where in them. */
const statements: readonly (readonly [file: string, pattern: RegExp])[] = [
  ['migration_lock.toml', /^[ \t]*provider[ \t]*=[ \t]*"(\w+)"/m],
  ['meta/_journal.json', /"dialect":[ \t]*"(\w+)"/],
  ['sqitch.conf', /^[ \t]*engine[ \t]*=[ \t]*(\w+)/m],
];

/** The files that are asked. */
export const dialectMarkers: readonly string[] = statements.map(([file]) => file);

/**
 * The dialect of a series: what its tool's own file says; else the name of a folder that it lies in, the nearest first; else what no other dialect writes.
 * Undefined where nothing tells.
 */
export function dialectOf(around: Surroundings): { readonly dialect: Dialect; readonly reason: string } | undefined {
  for (const [file, pattern] of statements) {
    const marker = around.markers(file)[0];
    const dialect = names.get(pattern.exec(marker?.text ?? '')?.[1]?.toLowerCase() ?? '');
    if (marker !== undefined && dialect !== undefined) return { dialect, reason: marker.path };
  }
  for (const folder of around.series.split('/').reverse()) {
    const dialect = wordsOf(folder)
      .map((word) => names.get(word))
      .find((each) => each !== undefined);
    if (dialect !== undefined) return { dialect, reason: `the folder ${folder}` };
  }
  // Files for several databases side by side: which of them run is not for their texts to say.
  if (around.paths.some((path) => dialectIn(path) !== undefined)) return undefined;
  const mysql = around.samples.filter((text) => isMysql.test(text)).length;
  return mysql * 4 > around.samples.length ? { dialect: 'mysql', reason: 'what only MySQL writes in its files' } : undefined;
}

function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().split(/[^a-z0-9]+/);
}

/** Backticks outside of comments and strings, and table options and types of its own. */
const isMysql =
  /^(?![ \t]*(?:--|#|\/?\*))[^'"\n]*(?:`\w+`|\)[ \t]*ENGINE[ \t]*=|\bAUTO_INCREMENT\b|\b(?:CHARACTER SET|CHARSET|COLLATE)(?:[ \t]*=[ \t]*|[ \t]+)(?:utf8|latin1|\{\$)|\b(?:tiny|medium)(?:int|text|blob)\b|\bint(?:[ \t]*\(\d+\))?[ \t]+unsigned\b)/im;

/** The dialect that the name of a file is for, as in `2024_a.mysql.up.sql`; undefined: any. */
export function dialectIn(path: string): Dialect | undefined {
  return path
    .split('/')
    .at(-1)
    ?.split('.')
    .slice(1, -1)
    .map((part) => names.get(part))
    .find((each) => each !== undefined);
}
