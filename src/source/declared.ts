import { joinPath } from '../convention/split.ts';
import type { MigrationSet } from '../migration/migration.ts';
import { directoriesAbove, type Markers } from './markers.ts';

/** The names that are looked for. */
export const declaredNames: readonly string[] = ['schema.prisma', 'structure.sql', 'schema.sql', 'sqlc.yaml', 'sqlc.yml'];

/** What pg_dump writes, and what tools add that keep the dump beside their migrations. */
const isDump = /^-- PostgreSQL database dump|^INSERT INTO (?:"?public"?\.)?"?schema_migrations"?/m;

/**
 * The schema that a repository declares beside a directory of migrations: schema.prisma, a committed dump (structure.sql, schema.sql), or the schema that sqlc reads. The nearest
 * one counts, as it is in the branch: it changes with the migrations.
 */
export function declaredBeside(series: string, markers: Markers): MigrationSet['declared'] {
  for (const directory of directoriesAbove(series)) {
    const at = (name: string): { readonly path: string; readonly text: string } | undefined => {
      const path = joinPath(directory, name);
      const text = markers.beside(path);
      return text === undefined ? undefined : { path, text };
    };
    const prisma = at('schema.prisma');
    if (prisma !== undefined) return { ...prisma, language: 'prisma' };
    const dump = [at('structure.sql'), at('schema.sql')].find((each) => each !== undefined && isDump.test(each.text));
    if (dump !== undefined) return { ...dump, language: 'sql' };
    const sqlc = at('sqlc.yaml') ?? at('sqlc.yml');
    const named = /^\s*(?:-\s*)?schema:\s*["']?([^"'\s[\]]+\.sql)\b/m.exec(sqlc?.text ?? '')?.[1];
    const read = named === undefined || named.includes('..') ? undefined : at(named.replace(/^\.\//, ''));
    if (read !== undefined) return { ...read, language: 'sql' };
  }
  return undefined;
}
