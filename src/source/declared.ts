import { joinPath, splitPath } from '../convention/split.ts';
import type { Declared } from '../migration/migration.ts';
import { directoriesAbove, isSchemaPart, type Markers } from './markers.ts';

/** The names of Prisma's own configuration. https://www.prisma.io/docs/orm/reference/prisma-config-reference */
const prismaConfigs: readonly string[] = [
  'prisma.config.ts',
  'prisma.config.mts',
  'prisma.config.js',
  'prisma.config.mjs',
  'prisma.config.cjs',
];

/** The names that are looked for. */
export const declaredNames: readonly string[] = [
  'schema.prisma',
  'structure.sql',
  'schema.sql',
  'sqlc.yaml',
  'sqlc.yml',
  'package.json',
  ...prismaConfigs,
];

/** What pg_dump writes, and what tools add that keep the dump beside their migrations. */
const isDump = /^-- PostgreSQL database dump|^INSERT INTO (?:"?public"?\.)?"?schema_migrations"?/m;

interface File {
  readonly path: string;
  readonly text: string;
}

/**
 * The schema that a repository declares beside a directory of migrations: Prisma's, in one file or in a folder of them; a committed dump (structure.sql, schema.sql); or the schema that
 * sqlc reads. What Prisma's configuration names comes first, then the nearest; as it is in the branch, for it changes with the migrations.
 */
export function declaredBeside(series: string, markers: Markers): Declared | undefined {
  const above = directoriesAbove(series);
  const at = (path: string): File | undefined => {
    const text = markers.beside(path);
    return text === undefined ? undefined : { path, text };
  };
  for (const directory of above) {
    const location = locationIn(directory, series, at);
    const named = location === undefined ? undefined : prismaAt(location, markers, at);
    if (named !== undefined) return named;
  }
  for (const directory of above) {
    const folder = splitPath(directory).name === 'prisma' ? joinPath(directory, 'schema') : undefined;
    const prisma = at(joinPath(directory, 'schema.prisma')) ?? (folder === undefined ? undefined : folderAt(folder, markers, at));
    if (prisma !== undefined) return { language: 'prisma', ...prisma };
    const dump = ['structure.sql', 'schema.sql']
      .map((name) => at(joinPath(directory, name)))
      .find((each) => each !== undefined && isDump.test(each.text));
    if (dump !== undefined) return { ...dump, language: 'sql' };
    const sqlc = at(joinPath(directory, 'sqlc.yaml')) ?? at(joinPath(directory, 'sqlc.yml'));
    const named = /^\s*(?:-\s*)?schema:\s*["']?([^"'\s[\]]+\.sql)\b/m.exec(sqlc?.text ?? '')?.[1];
    const read = named === undefined ? undefined : within(directory, named);
    const own = read === undefined ? undefined : at(read);
    if (own !== undefined) return { ...own, language: 'sql' };
  }
  return undefined;
}

/** Where a project's configuration says that the Prisma schema of these migrations is. */
function locationIn(directory: string, series: string, at: (path: string) => File | undefined): string | undefined {
  for (const name of prismaConfigs) {
    const text = at(joinPath(directory, name))?.text.replace(/^[ \t]*\/\/.*$/gm, '') ?? '';
    const location = pathOf(/\bschema\s*:\s*([^\n]{1,200})/.exec(text)?.[1], directory);
    const migrations = pathOf(/\bmigrations\s*:\s*\{[^}]{0,500}?\bpath\s*:\s*([^\n]{1,200})/.exec(text)?.[1], directory);
    if (location !== undefined && (migrations === series || isOf(location, series))) return location;
  }
  const location = pathOf(JSON.stringify(schemaIn(at(joinPath(directory, 'package.json'))?.text ?? '{}')), directory);
  return location !== undefined && isOf(location, series) ? location : undefined;
}

function schemaIn(manifest: string): unknown {
  try {
    return (JSON.parse(manifest) as { readonly prisma?: { readonly schema?: unknown } | null } | null)?.prisma?.schema;
  } catch {
    return undefined;
  }
}

/** A path that an expression states in so many words: a string, or `path.join` of some. */
function pathOf(expression: string | undefined, directory: string): string | undefined {
  const [, joined, plain] = /^(?:path\.(?:join|resolve)\(([^)]*)\)|(["'][^"']*["']))/.exec(expression ?? '') ?? [];
  const parts = [...(joined ?? plain ?? '').matchAll(/["']([^"']*)["']/g)].map(([, part]) => part ?? '');
  return parts.length === 0 ? undefined : within(directory, parts.join('/'));
}

/** A path in a directory; undefined where it leads out of it. */
function within(directory: string, path: string): string | undefined {
  const parts = path.split('/').filter((each) => each !== '' && each !== '.');
  if (path.startsWith('/') || parts.includes('..')) return undefined;
  return parts.reduce(joinPath, directory);
}

/** Whether migrations lie beside a schema, or in its folder: where Prisma puts them. */
function isOf(location: string, series: string): boolean {
  const { directory } = splitPath(location);
  return [location, directory].some((each) => each === '' || series.startsWith(`${each}/`));
}

function prismaAt(location: string, markers: Markers, at: (path: string) => File | undefined): Declared | undefined {
  const found = isSchemaPart(location) ? at(location) : folderAt(location, markers, at);
  return found && { language: 'prisma', ...found };
}

/** All files of a folder as one text. https://www.prisma.io/docs/orm/prisma-schema/overview/location#multi-file-prisma-schema */
function folderAt(folder: string, markers: Markers, at: (path: string) => File | undefined): Omit<Declared, 'language'> | undefined {
  const files: { path: string; line: number }[] = [];
  let text = '';
  let line = 1;
  for (const path of markers.schemaParts(folder)) {
    const file = at(path);
    if (file === undefined) continue;
    files.push({ path, line });
    const own = `${file.text.replace(/\r\n?/g, '\n')}\n`;
    text += own;
    line += own.split('\n').length - 1;
  }
  return files.length === 0 ? undefined : { path: folder, text, files };
}
