import type { Beside, Convention, SourceFile } from '../convention/convention.ts';
import { splitPath, withoutExtension } from '../convention/split.ts';
import type { ReadProgram, TransactionMode } from '../migration/migration.ts';
import type { Reader } from '../sql/statement.ts';
import type { RecipeStep } from './recipe.ts';
import type { BesideFile } from './stage.ts';

/** The migration tool whose files a plan is written in. */
export interface Tool {
  readonly convention: Convention;
  /** Whose SQL is in its files; `mysql` for MariaDB too. */
  readonly sql: Beside['dialect'];
  /** How the tool sends a file, or what the config says. */
  mode(file: SourceFile): TransactionMode;
  /** Its migrations are programs: how they are read, and one of the author's, whose form new ones take on. */
  readonly programs?: { readonly read: ReadProgram; readonly reader: Reader; readonly like: SourceFile };
}

/** What makes a file run outside of a transaction. */
export interface OptOut {
  /** `-- lockstep: no-transaction`: neither the tool's own word nor its way of running files says it. */
  readonly directive: boolean;
  readonly beside?: BesideFile;
}

/** Whether the tool can run a step that must not be in a transaction; else a person does, with psql. */
export function runsUnwrapped({ convention }: Tool, { sql }: Pick<RecipeStep, 'sql'>): boolean {
  const { unwrapped } = convention.writing;
  return unwrapped.by !== 'none' || unwrapped.covers?.test(sql) === true;
}

/** Whether it can from a file that is there already, under its name. */
export function runsInPlace(tool: Tool, { path }: Pick<SourceFile, 'path'>, step: Pick<RecipeStep, 'sql'>): boolean {
  const { unwrapped } = tool.convention.writing;
  if (unwrapped.by === 'program') return tool.mode({ path: '', text: '' }) === 'per-statement';
  return unwrapped.by === 'name' ? unwrapped.path(path) === path : runsUnwrapped(tool, step);
}

/** @param file as the tool's own word has been written into it */
export function optOutOf({ convention, mode }: Tool, file: SourceFile): OptOut {
  const { unwrapped } = convention.writing;
  const sidecar = unwrapped.by === 'sidecar' ? convention.sidecar?.(file.path) : undefined;
  const beside = sidecar !== undefined && unwrapped.by === 'sidecar' ? { path: sidecar, text: unwrapped.text } : undefined;
  const sent = mode({ ...file, ...(beside && { sidecar: beside.text }) });
  return { directive: convention.id === 'plain' || sent === 'wrapped' || sent === 'unknown', ...(beside && { beside }) };
}

/** The path of a file that a person runs: beside the directory that the tool runs. */
export function byHandPath(path: string): string {
  const { directory, name } = splitPath(path);
  if (!/^(?:up|migration)\.sql$/i.test(name)) return `${directory === '' ? '' : `${directory}-`}by-hand/${withoutExtension(name)}.sql`;
  const around = splitPath(directory);
  return `${around.directory === '' ? '' : `${around.directory}-`}by-hand/${withoutExtension(around.name)}.sql`;
}
