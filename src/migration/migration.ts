import type { Span } from '../text/span.ts';
import { type Template, writtenSpan } from './template.ts';

/**
 * How the migration tool sends a file to the server. It decides whether `CREATE INDEX CONCURRENTLY` works at all and how long a lock is held.
 * - `wrapped`: the tool opens a transaction around the file.
 * - `single-query`: the whole file is sent as one query string, which is one implicit transaction if it holds more than one statement.
 * - `per-statement`: every statement is sent and committed on its own.
 * - `unknown`: not stated; judged as the worst of the three.
 */
export type TransactionMode = 'wrapped' | 'single-query' | 'per-statement' | 'unknown';

export type Direction = 'up' | 'down';

/** Lines (1-based, inclusive) of the file as it is now. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** One file (or one direction of it) that the migration tool runs as a unit. */
export interface Migration {
  /** With forward slashes, relative to the working directory. */
  readonly path: string;
  /** The file's text after decoding, its byte order mark stripped; empty where `unreadable` is set. */
  readonly text: string;
  /** The file began with a byte order mark: byte offsets and column 1 of line 1 are counted after it. */
  readonly byteOrderMark?: true;
  /** Why the bytes could not be decoded (NUL, invalid UTF-8, too large), with the line. The file then fails the check. */
  readonly unreadable?: { readonly message: string; readonly line: number };
  readonly direction: Direction;
  readonly transaction: TransactionMode;
  /**
   * The ranges of the file that this direction runs; absent: all of it. A goose file has its Down section cut out.
   * Statements outside are not read.
   */
  readonly sections?: readonly Span[];
  /** Set where the tool runs parts of the file in transactions of their own: how, one by one. `transaction` is then what they have in common, or `unknown`. */
  readonly changesets?: readonly Changeset[];
  /** Set where the file is a program: `text` is then its SQL, at the places where the program has it, and blank elsewhere. */
  readonly program?: Program;
  /** Set where the file holds placeholders: `text` is then what the tool sends. */
  readonly template?: Template;
  /** The lines that the pull request adds or changes; absent: all of them. */
  readonly changedLines?: readonly LineRange[];
  /** The file was already on the base branch, and the pull request edits it. */
  readonly edited?: true;
}

/** A part of a file that is a transaction of its own, or in none. */
export interface Changeset {
  readonly span: Span;
  readonly transaction: TransactionMode;
  /** It may not run. */
  readonly conditional?: true;
}

/** The part of a file that a place lies in, and how the tool sends it. */
export function changesetAt({ changesets = [] }: Pick<Migration, 'changesets'>, offset: number): Changeset | undefined {
  return changesets.find(({ span }) => span.start <= offset && offset < span.end);
}

/** How the tool sends what stands at a place of a file. */
export function modeAt(migration: Pick<Migration, 'transaction' | 'changesets'>, offset: number): TransactionMode {
  return changesetAt(migration, offset)?.transaction ?? migration.transaction;
}

/** A migration in TypeScript or JavaScript: what is known of it besides its SQL. */
export interface Program {
  /** The file's own text. */
  readonly text: string;
  /** The SQL that it sends: the expression, and the call around it. */
  readonly queries: readonly { readonly argument: Span; readonly call: Span; readonly place?: QueryPlace }[];
  /** What it does besides, which only a run would tell: where and why. */
  readonly unread: readonly { readonly span: Span; readonly reason: string }[];
}

/**
 * What of a program may be exchanged for other calls that send SQL, since nothing else depends on what the call gives.
 * - `statement`: `await …;`, in a block: further statements may stand beside it.
 * - `last`: `return …;` in a block of an async function: statements may stand before it.
 * - `return`: another `return …;`, which returns one promise.
 * - `promise`: the call, as in `(knex) => knex.raw('…')`.
 * - `all`: `await Promise.all([…]);` of nothing but such calls.
 * - `element`: the expression, in a list that a loop sends one after the other.
 */
export interface QueryPlace {
  readonly span: Span;
  readonly kind: 'statement' | 'last' | 'return' | 'promise' | 'all' | 'element';
}

/** A program as a migration: its SQL at the places where the program has it. */
export interface ProgramText extends Omit<Program, 'text'> {
  /** As long as the program; blank but for its SQL and the comments that speak to Lockstep. */
  readonly text: string;
  /** What of `text` is SQL, each query on its own. */
  readonly sections: readonly Span[];
  /** A query holds more than one statement: the server runs them in one transaction. */
  readonly several: boolean;
}

/**
 * Reads the SQL of a migration that is a program, which is parsed and never run. Never throws; a program that cannot be parsed, or has no function of the direction, is
 * unreadable (undefined for a way back that is not there).
 */
export type ReadProgram = (
  source: string,
  path: string,
  direction: Direction,
) => ProgramText | { readonly message: string; readonly line: number } | undefined;

/** The text of a migration's file: what people see, and count lines in. */
export function sourceOf({ text, program }: Pick<Migration, 'text' | 'program'>): string {
  return program?.text ?? text;
}

/** What a span of a migration's text is in its file. */
export function writtenText(migration: Pick<Migration, 'text' | 'program' | 'template'>, span: Span): string {
  const { template } = migration;
  const { start, end } = template === undefined ? span : writtenSpan(template, span);
  return (template?.text ?? sourceOf(migration)).slice(start, end);
}

/** The migrations that reach production together, in the order they are applied. */
export interface DeploymentUnit {
  readonly migrations: readonly Migration[];
  /** Reached production between the units beside it: replayed in its place, never judged. */
  readonly applied?: true;
}

/** A schema that a repository declares: one file, or several as one text. */
export interface Declared {
  /** The file, or the folder that holds them. */
  readonly path: string;
  readonly text: string;
  readonly language: 'prisma' | 'sql';
  /** Of several files: each with the line of the text at which it begins, from 1 on. */
  readonly files?: readonly { readonly path: string; readonly line: number }[];
}

/** What a source yields: what was there before, and what is under review. */
export interface MigrationSet {
  /** Applied before the first unit, in order, and never judged. */
  readonly history: readonly Migration[];
  /** Each unit is judged, then becomes history for the next. */
  readonly units: readonly DeploymentUnit[];
  /** A schema dump to start from, before the history. */
  readonly dump?: Migration;
  /** The tool that runs them, and by what it was recognised. Absent: none is known. */
  readonly tool?: { readonly id: string; readonly reason: string; readonly directory: string };
  /** Whose SQL it is, and what tells; `other`: of a database that is not known here. Absent: nothing tells. */
  readonly dialect?: { readonly dialect: 'postgres' | 'mysql' | 'mariadb' | 'other'; readonly reason: string };
  /** The schema that the repository declares beside them: a Prisma schema, or SQL. */
  readonly declared?: Declared;
  /** Reads programs, where there are any. */
  readonly readProgram?: ReadProgram;
  /** What could not be read of the files that tell the tool, and placeholders that none of them defines. */
  readonly troubles?: readonly { readonly path: string; readonly line?: number; readonly message: string }[];
  /** Paths of further migrations beside them, which are neither judged nor replayed: their names and numbers are taken. */
  readonly siblings?: readonly string[];
}
