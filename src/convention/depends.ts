import { isScript } from '../sql/script/load.ts';
import { escapePattern } from '../text/pattern.ts';
import type { Marker, Surroundings } from './convention.ts';
import { joinPath } from './split.ts';

/** The manifests by which projects say which libraries they use. */
export const manifests = {
  go: ['go.mod'],
  rust: ['Cargo.toml'],
  node: ['package.json'],
  jvm: ['pom.xml', 'build.gradle', 'build.gradle.kts'],
} as const;

/**
 * The nearest manifest that names a library.
 * @param library as the manifest writes it; what follows and precedes it must be no part of a longer name
 */
export function dependsOn(around: Surroundings, names: readonly string[], library: string): Marker | undefined {
  const named = new RegExp(`(?<![\\w-])${escapePattern(library)}(?![\\w-])`);
  // What a project uses only by way of others, and comments, say nothing of it.
  const own = (text: string): string => text.replace(/^.*\/\/ indirect\b.*$|^[ \t]*(?:#|\/\/).*$/gm, '');
  return names.flatMap((name) => around.markers(name)).find(({ text }) => named.test(text) && named.test(own(text)));
}

/** The same, as a reason. */
export function because(around: Surroundings, names: readonly string[], libraries: readonly string[]): string | undefined {
  for (const library of libraries) {
    const marker = dependsOn(around, names, library);
    if (marker !== undefined) return `${library} in ${marker.path}`;
  }
  return undefined;
}

/** Go files that commonly hold what runs the migrations in a directory beside or below them. */
export const goSources = ['migrate.go', 'migrator.go', 'migrations.go', 'migration.go', 'embed.go', 'db.go'] as const;

/** A library of Go that runs a series: named by the program nearest to it; else by the manifest, if that does not name another that takes the same files. */
export function runBy(around: Surroundings, libraries: readonly string[], others: readonly string[]): string | undefined {
  const imports = ({ text }: Marker, library: string): boolean => text.includes(`"${library}`);
  const [nearest] = goSources
    .flatMap((name) => around.markers(name))
    .filter((source) => [...libraries, ...others].some((library) => imports(source, library)))
    .sort((a, b) => b.path.split('/').length - a.path.split('/').length);
  const named = nearest && libraries.find((library) => imports(nearest, library));
  if (nearest !== undefined) return named && `${named} in ${nearest.path}`;
  return because(around, manifests.go, others) === undefined ? because(around, manifests.go, libraries) : undefined;
}

/** The nearest file of one of the names, as a reason. */
export function beside(around: Surroundings, ...names: readonly string[]): string | undefined {
  return names.flatMap((name) => around.markers(name))[0]?.path;
}

/** The same in the series' own directory only. */
export function inSeries(around: Surroundings, name: string): string | undefined {
  const path = joinPath(around.series, name);
  return around.markers(name).some((each) => each.path === path) ? path : undefined;
}

/** Whether one of the files' names, or the path of its folder and name for `up.sql` and the like, matches. */
export function named(around: Surroundings, pattern: RegExp): boolean {
  return around.paths.some((path) => pattern.test(path));
}

/** Whether its migrations are programs. */
export function isProgramSeries({ paths }: Surroundings): boolean {
  return paths.some(isScript);
}

/** Whether one of the files has such a line near its beginning. */
export function holds(around: Surroundings, pattern: RegExp): boolean {
  return around.samples.some((text) => pattern.test(text));
}
