import type { Changeset, Direction, TransactionMode } from '../migration/migration.ts';
import type { Span } from '../text/span.ts';
import type { Place } from './place.ts';
import type { Found, Values } from './placeholders.ts';

/** A file that tells something of the tool: what it is called and what it says. Data from the repository, never run. */
export interface Marker {
  readonly path: string;
  readonly text: string;
}

/** A marker file that could not be read as what it should be. */
export interface Trouble {
  readonly path: string;
  readonly message: string;
}

/** What stands around a series of migrations. */
export interface Surroundings {
  /** The directory that the tool runs in order. */
  readonly series: string;
  /** Paths of its SQL files. */
  readonly paths: readonly string[];
  /** The texts of some of them. */
  readonly samples: readonly string[];
  /** The files of a name in the series' directory and in those above it, the nearest first. */
  markers(name: string): readonly Marker[];
  /** The same as the branch under review has them, whichever tells the tool: what they say of how a file is run is what will be done. */
  own(name: string): readonly Marker[];
}

/** Parts of a text that run, in order. */
export interface Parts {
  readonly up: readonly Span[];
  readonly down: readonly Span[];
}

/** A file as a convention looks at it. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** What the file beside it says that the convention reads together with it. */
  readonly sidecar?: string;
}

/** What a file stands among. */
export interface Beside {
  /** `mysql` for MariaDB too. */
  readonly dialect: 'postgres' | 'mysql';
  /** Whether the series has such a file. */
  has(path: string): boolean;
}

/** What a migration tool does with files: data first, and a function only where data cannot say it. */
export interface Convention {
  /** As `tool:` in the config and `migration.tool` in the JSON name it. */
  readonly id: string;
  readonly title: string;
  /** The page on which the tool says how it reads files. */
  readonly manual: string;
  /** The names of the files that `recognise` asks for: in the series' directory or above it. */
  readonly markers: readonly string[];
  /** Why this tool runs the series, in a few words that follow `by`; undefined where nothing says so. */
  recognise(around: Surroundings): string | undefined;
  /** The order in which files are applied, where it is not that of the versions in their names. */
  order?(around: Surroundings): (a: Place, b: Place) => number;
  /** The direction of a file where `isDown` does not know it, `none` for one that is no migration. */
  direction?(path: string, beside: Beside): Direction | 'none' | undefined;
  /** What is wrong with the marker files that it reads, for a person. */
  troubles?(around: Surroundings): readonly Trouble[];
  /** The parts of a text by direction; undefined where nothing parts it: all of it goes up. */
  parts?(text: string, dialect: Beside['dialect']): Parts | undefined;
  /** The parts of a text that are transactions of their own, where one file has several; none where it is run as one. */
  changesets?(text: string, dialect: Beside['dialect']): readonly Changeset[];
  /** How a file is sent to the server. */
  transaction(file: SourceFile, dialect: Beside['dialect']): TransactionMode;
  /** The path of the file that says how a migration is run. */
  sidecar?(path: string): string;
  /**
   * The placeholders of a file, in order, and what the tool's own files say that they stand for. Absent: none is known.
   * @param stated what the config of Lockstep says, which wins
   */
  placeholders?(around: Surroundings, stated: Values): (file: SourceFile) => readonly Found[];
  readonly writing: Writing;
  /** The same where its migrations are programs, of a tool that runs SQL files too. */
  readonly programs?: Writing;
}

/** How the files of a plan are written. */
export interface Writing {
  /** How a file gets out of the transaction that the tool opens. */
  readonly unwrapped: Unwrapped;
  /** Where the way back goes. Absent: nowhere but into comments. */
  readonly down?: Down;
  /** A number with a part more (`V5_1`) sorts behind the number (`V5`) and is allowed. */
  readonly dotted?: true;
  /** The whole text of a file from its parts. Absent: `directives`, then `up`. */
  file?(content: FileContent): string;
  /** A program as a file has it whose statements the tool cuts at semicolons. Absent: as it stands. @param sql it ends with a semicolon */
  program?(sql: string): string;
  /** Some way of sending its files takes every semicolon for an end, in comments too. */
  readonly splitsAtSemicolons?: true;
  /** How a program's text has SQL where templates are not all: Knex takes `?` for a placeholder. */
  escapeSql?(sql: string): string;
  /** All pending files run in one transaction or one deploy: what has to be committed before it goes on is split over pull requests. */
  readonly deploysTogether?: string;
  /** The tool's own list of its migrations, which has to name new ones. */
  readonly list?: MigrationList;
  /** The tool's own sums of its migrations, which have to be made anew. */
  readonly sums?: MigrationSums;
  /** What the author does once the files are written, one sentence each. */
  readonly next?: readonly Next[];
}

/** A sentence, or one that is said only where a file of the plan has such text. */
export type Next = string | { readonly where: RegExp; readonly text: string };

/** A file in which the tool keeps the order of its migrations. */
export interface MigrationList {
  /** Where it is, for a directory of migrations, and one of them; undefined where that has none. */
  path(series: string, migration: string): string | undefined;
  /** Its text with further migrations at its end; undefined where it cannot be read as such a list. @param keys names without extension, in order */
  add(text: string, keys: readonly string[]): string | undefined;
  /** What the author does once it names them: a sentence. */
  readonly next: string;
}

/** A file with sums of all that is in a directory. */
export interface MigrationSums {
  path(series: string): string;
  /** Its text. @param files the SQL files of the directory, in any order */
  of(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): string;
  /** What the author does where they are not made: a sentence with the command. */
  readonly byHand: string;
}

export type Unwrapped =
  /** Nothing has to be said: a file with one statement is in no transaction. */
  | { readonly by: 'one-statement' }
  /** A line of the file, put in by `insert`: where it goes, and what stands there then. */
  | { readonly by: 'marker'; insert(text: string): { readonly span: Span; readonly lines: readonly string[] } }
  /** `file` writes it, for it is a program. A program that is there already keeps its transaction. */
  | { readonly by: 'program' }
  /** Another name. */
  | { readonly by: 'name'; path(up: string): string }
  /** A file beside it. */
  | { readonly by: 'sidecar'; readonly text: string }
  /** The tool has no way; the sentence says what to do. */
  | { readonly by: 'none'; readonly instead: string /** Statements that it takes out by itself. */; readonly covers?: RegExp };

export type Down = { readonly in: 'section' } | { readonly in: 'file'; path(up: string): string | undefined };

/** What a further file of a plan holds. */
export interface FileContent {
  /** Where it goes, as far as that is known. */
  readonly path?: string;
  /** Its name without number and extension. */
  readonly name: string;
  /** The author's file, whose form it takes on. */
  readonly like?: SourceFile;
  readonly unwrapped: boolean;
  /** The server ends a transaction before each statement of it: MySQL. */
  readonly commitsImplicitly?: true;
  /** Comment lines that come first. */
  readonly head: string;
  /** Statements with their comments. */
  readonly up: readonly string[];
  readonly down: readonly string[];
}
