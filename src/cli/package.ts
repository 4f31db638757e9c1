import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The directory of this package: the nearest one above this file that holds `package.json`, from `dist/` as from `src/`. */
function packageRoot(): string {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, 'package.json'))) {
    if (dirname(at) === at) throw new Error('the package has no package.json');
    at = dirname(at);
  }
  return at;
}

export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;
}

/** The page of a rule, as Markdown; undefined where there is none. The name has been checked against the rules. */
export function rulePage(id: string): string | undefined {
  const directory = join(packageRoot(), 'docs', 'rules');
  return existsSync(directory) && readdirSync(directory).includes(`${id}.md`)
    ? readFileSync(join(directory, `${id}.md`), 'utf8')
    : undefined;
}
