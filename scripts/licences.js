import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What packages carry inside and do not say: PostgreSQL itself, in the parser and in the engine; and in the engine's pgcrypto, OpenSSL. */
const postgresql = {
  name: 'PostgreSQL',
  license: 'PostgreSQL',
  text: readFileSync(new URL('licences/postgresql.txt', import.meta.url), 'utf8'),
};
const openssl = { name: 'OpenSSL', license: 'Apache-2.0', text: 'The text stands under @electric-sql/pglite.' };
const inside = new Map([
  ['libpg-query', [postgresql]],
  ['@electric-sql/pglite', [postgresql, openssl]],
]);

/** Writes the licences of all packages that the bundle has code of, in the order of their names. */
export function licences(fileName) {
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => chunk.moduleIds ?? []);
      const packages = [...new Set(modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []))];
      const all = packages.flatMap((folder) => {
        const { name, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
        return [{ name, license, text: textOf(folder) }, ...(inside.get(name) ?? [])];
      });
      const parts = new Map(all.map((each) => [each.name, each]));
      const source = [...parts.values()]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, license, text }) => `${'='.repeat(80)}\n${name} (${license})\n${'='.repeat(80)}\n\n${text.trim()}\n`)
        .join('\n');
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

function textOf(folder) {
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  return file === undefined ? 'The package carries no text of its licence.' : readFileSync(join(folder, file), 'utf8');
}
