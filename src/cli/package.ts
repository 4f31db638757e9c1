import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReportContext } from '../report/context.ts';

/** The directory of this package: the nearest one above this file that holds `package.json`, from `dist/` as from `src/`. */
function packageRoot(): string {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, 'package.json'))) {
    if (dirname(at) === at) throw new Error('the package has no package.json');
    at = dirname(at);
  }
  return at;
}

/** What `package.json` says of this package. */
export function packageInfo(): { readonly version: string; readonly homepage?: string } {
  return JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string; homepage?: string };
}

/** What reports say of this package, with the pages of its rules in the web at the version that runs. */
export function packagePages(): Pick<ReportContext, 'version' | 'homepage' | 'rulePage' | 'ruleText'> {
  const { version, homepage } = packageInfo();
  const page = (rule: string): string | undefined => homepage && `${homepage}/blob/v${version}/docs/rules/${rule}.md`;
  return { version, ...(homepage && { homepage }), rulePage: page, ruleText: rulePage };
}

/** The page of a rule, as Markdown; undefined where there is none. The name has been checked against the rules. */
export function rulePage(id: string): string | undefined {
  const directory = join(packageRoot(), 'docs', 'rules');
  return existsSync(directory) && readdirSync(directory).includes(`${id}.md`)
    ? readFileSync(join(directory, `${id}.md`), 'utf8')
    : undefined;
}
