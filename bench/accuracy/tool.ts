import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Case } from '../../test/truth/cases/case.ts';
import type { Mapping } from './mapping.ts';

/** A linter under test. */
export interface Tool {
  readonly name: string;
  readonly version: string;
  readonly mapping: Mapping;
  /** How it is run, for the document. */
  readonly how: string;
  /** The ways in which it may be told of the schema that a case starts from; the better one is scored. */
  readonly histories: readonly History[];
  /** What it says of each case, in the order of the cases. `directory` is the tool's own. */
  run(cases: readonly Case[], major: number, history: History, directory: string): Promise<readonly Said[]>;
}

export type History = 'in a file before' | 'in the same file' | 'none';

/** What a tool said of the statement of a case: the rules, as the mapping names them. */
export interface Said {
  readonly rules: readonly string[];
  /** It could not read the statement. */
  readonly unreadable?: true;
}

/** More than any of them prints. */
export const maxBuffer = 1 << 30;

export const { resolve: resolvePackage } = createRequire(import.meta.url);

export function versionOf(packageName: string): string {
  return JSON.parse(readFileSync(resolvePackage(`${packageName}/package.json`), 'utf8')).version;
}

/** Writes a file and gives its path. */
export function write(directory: string, name: string, text: string): string {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

/** For tools that read a file at a time: each case a file, its setup before it where the history asks for that. */
export function writeCases(cases: readonly Case[], history: History, directory: string): readonly CaseFile[] {
  return cases.map((each, i) => {
    const setup = history === 'in the same file' ? `${each.setup.trim().replace(/;?$/, ';')}\n` : '';
    return { each, path: write(directory, `case-${i}.sql`, `${setup}${each.sql};\n`), line: setup.split('\n').length };
  });
}

export interface CaseFile {
  readonly each: Case;
  readonly path: string;
  /** The line on which the statement of the case begins, from 1. */
  readonly line: number;
}
