import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Span } from '../src/text/span.ts';

/** Real migrations of public projects, kept beside the repository and not in it; see the corpus's own README. */
export const corpusDirectory = fileURLToPath(new URL('../../shared/corpus', import.meta.url));

export const corpusIsThere = existsSync(corpusDirectory);

/**
 * What a file is written in. `any` is run by its tool on every engine and so has to be PostgreSQL too; `mixed` holds
 * a section for PostgreSQL and one for MySQL; `template` still has placeholders where a statement's words belong.
 */
export type Dialect = 'postgres' | 'any' | 'mixed' | 'mysql' | 'template';

export interface CorpusFile {
  /** The folder of the project: `<owner>__<name>`. */
  readonly project: string;
  /** Relative to the corpus, with forward slashes. */
  readonly path: string;
  readonly dialect: Dialect;
}

/**
 * The dialect by place, as the corpus's README lists it: a folder or a name part says `mysql`, two projects are MySQL throughout,
 * Kratos leaves the dialect out of names that run everywhere, and Umami's hand-run files are mixed. Everything else is PostgreSQL.
 */
export function dialectOf(path: string): Dialect {
  if (path.startsWith('apolloconfig__apollo/')) return path.includes('/src/') ? 'template' : 'mysql';
  if (path.startsWith('phacility__phabricator/') || /\/mysql\/|\.mysql\./.test(path)) return 'mysql';
  if (path.includes('/data-migrations/')) return 'mixed';
  if (path.startsWith('ory__kratos/') && !path.includes('.postgres.')) return 'any';
  return 'postgres';
}

/** Every SQL file of the corpus, sorted by path; none where the corpus is absent. */
export function corpusFiles(): readonly CorpusFile[] {
  if (!corpusIsThere) return [];
  return readdirSync(corpusDirectory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.sql'))
    .map((entry) => join(entry.parentPath, entry.name).slice(corpusDirectory.length).replaceAll('\\', '/').replace(/^\/+/, ''))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((path) => ({ project: path.slice(0, path.indexOf('/')), path, dialect: dialectOf(path) }));
}

/** Whether PostgreSQL has to understand the file. */
export function isPostgres(file: CorpusFile): boolean {
  return file.dialect === 'postgres' || file.dialect === 'any';
}

/** Whether the file is written for MySQL alone. Those that run everywhere hold what MySQL has files of its own for. */
export function isMysql(file: CorpusFile): boolean {
  return file.dialect === 'mysql';
}

/** A file as its tool runs it: Phabricator's has places for what differs between installations. */
export function corpusText(path: string): string {
  const text = readFileSync(join(corpusDirectory, path), 'utf8');
  if (!path.startsWith('phacility__phabricator/')) return text;
  return text.replace(/\{\$(\w+)\}/g, (_, name: string) =>
    name.startsWith('COLLATE') ? 'utf8mb4_bin' : name.startsWith('CHARSET') ? 'utf8mb4' : 'phabricator',
  );
}

export function postgresFiles(): readonly CorpusFile[] {
  return corpusFiles().filter(isPostgres);
}

/** Lines at which a file's tool divides it, so that the statement before may lack its semicolon: goose's, and togo's `-- name: xyz`. */
const divider = /^--[ \t]*(?:\+goose[ \t]+(?:Up|Down|StatementBegin|StatementEnd)\b|name:).*$/gm;

/** The parts of a file as its tool reads it, both directions; undefined where nothing divides it. */
export function partsOf(text: string): readonly Span[] | undefined {
  const lines = [...text.matchAll(divider)];
  if (lines.length === 0) return undefined;
  const starts = [0, ...lines.map((line) => line.index + line[0].length)];
  const ends = [...lines.map((line) => line.index), text.length];
  return starts.map((start, i) => ({ start, end: ends[i] as number }));
}
