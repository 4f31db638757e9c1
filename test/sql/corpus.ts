import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The migrations of real projects lie beside the repository where they have been fetched; without them the tests over them are skipped and say so. */
const folder = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const other = /mysql|phabricator|apollo/i;

export interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

export const hasCorpus = existsSync(folder);

/** The PostgreSQL files, byte order marks stripped. */
export function corpusFiles(): readonly CorpusFile[] {
  const files: CorpusFile[] = [];
  const walk = (path: string): void => {
    for (const entry of readdirSync(folder + path, { withFileTypes: true })) {
      const name = `${path}${entry.name}`;
      if (entry.isDirectory()) walk(`${name}/`);
      else if (name.endsWith('.sql') && !other.test(name))
        files.push({ path: name, text: readFileSync(folder + name, 'utf8').replace(/^\ufeff/, '') });
    }
  };
  walk('');
  return files;
}
