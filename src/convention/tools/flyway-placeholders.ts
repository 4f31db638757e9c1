import { escapePattern } from '../../text/pattern.ts';
import type { SourceFile, Surroundings } from '../convention.ts';
import { manifests } from '../depends.ts';
import { type Found, matching, type Values } from '../placeholders.ts';
import { type Settings, settingsOf, yamlSettings } from '../settings.ts';
import { splitPath } from '../split.ts';

/** The files that set Flyway up: its own, and those of Spring Boot, Maven and Gradle. https://documentation.red-gate.com/flyway/flyway-cli-and-api/configuration */
export const settingFiles: readonly string[] = [
  'flyway.toml',
  'flyway.conf',
  'conf/flyway.conf',
  'application.properties',
  'application.yml',
  'application.yaml',
];

/**
 * What Flyway puts in the place of `${name}` in its scripts: what its configuration says, and what it says itself; names in any case.
 * https://documentation.red-gate.com/flyway/flyway-concepts/migrations/migration-placeholders
 * @param stated what the config of Lockstep says, which wins
 */
export function flywayPlaceholders(around: Surroundings, stated: Values): (file: SourceFile) => readonly Found[] {
  const settings = flywaySettings(around);
  const setting = (name: string): string | undefined => {
    const value = settings.get(name.toLowerCase());
    return value === undefined || /\$\{/.test(value) ? undefined : value;
  };
  if (setting('placeholderReplacement') === 'false') return () => [];
  const [prefix, suffix] = [settings.get('placeholderprefix') ?? '${', settings.get('placeholdersuffix') ?? '}'].map(escapePattern);
  const pattern = new RegExp(`${prefix}([\\w.:-]+)${suffix}`, 'g');
  const own = (name: string, path: string): string | undefined => {
    switch (name.toLowerCase()) {
      case 'flyway:defaultschema':
        return (
          setting('defaultSchema') ??
          setting('schemas')
            ?.split(',')[0]
            ?.replace(/[\s["']/g, '')
        );
      case 'flyway:table':
        return setting('table') ?? 'flyway_schema_history';
      case 'flyway:user':
        return setting('user');
      case 'flyway:filename':
        return splitPath(path).name;
      default:
        return setting(`placeholders.${name}`);
    }
  };
  return ({ path, text, sidecar = '' }) =>
    /^[ \t]*placeholderReplacement[ \t]*=[ \t]*false\b/m.test(sidecar)
      ? []
      : matching(text, pattern, (name) => stated(name) ?? own(name, path)).map((each) =>
          // What Flyway knows when it runs, and nobody before, is no oversight in a string.
          each.value === undefined && /flyway:/i.test(each.name) ? { ...each, inCodeOnly: true } : each,
        );
}

/** All settings in lower case without what stands before them, the nearest file's first. */
function flywaySettings(around: Surroundings): Settings {
  const all = new Map<string, string>();
  const add = (settings: Iterable<readonly [string, string]>, of: RegExp): void => {
    for (const [key, value] of settings) {
      const [, name] = of.exec(key) ?? [];
      // Spring takes `placeholder-prefix` for `placeholderPrefix`; the names of placeholders stay as they are.
      const plain = name === undefined || /^placeholders\./i.test(name) ? name : name.replaceAll('-', '');
      if (plain !== undefined && !all.has(plain.toLowerCase())) all.set(plain.toLowerCase(), value);
    }
  };
  for (const file of settingFiles)
    for (const { path, text } of around.own(file))
      if (/\.ya?ml$/.test(path)) add(yamlSettings(text), /^(?:spring|quarkus)\.flyway\.(.+)$/);
      else add(settingsOf(text), path.endsWith('application.properties') ? /^(?:spring|quarkus)\.flyway\.(.+)$/ : /^flyway\.(.+)$/);
  for (const file of manifests.jvm) for (const { text } of around.own(file)) add(buildSettings(text), /^(.+)$/);
  return all;
}

/** The placeholders that a build's Flyway plugin is given: elements of Maven, a list or map of Gradle. */
function buildSettings(text: string): readonly (readonly [string, string])[] {
  const elements = text.split('<placeholders>', 2)[1]?.split('</placeholders>', 1)[0] ?? '';
  const entries = /\bplaceholders\s*=\s*(?:\[|mapOf\()([^\])]*)/.exec(text)?.[1] ?? '';
  return [
    ...[...elements.matchAll(/<([\w.-]+)>([^<]*)<\/\1>/g)].map(([, name, value]) => [`placeholders.${name}`, value?.trim() ?? ''] as const),
    ...[...entries.matchAll(/(?<![\w.-])([\w.-]{1,200})["']?\s*(?::|\bto\b)\s*(["'])([^"']*)\2/g)].map(
      ([, name, , value]) => [`placeholders.${name}`, value ?? ''] as const,
    ),
  ];
}
