import type { Expression } from '../operation/expression.ts';
import type { Operation } from '../operation/operation.ts';
import type { Span } from '../text/span.ts';

/** One SQL statement of a file. Frozen data; the parser's own tree never leaves `sql/<dialect>`. */
export interface Statement {
  /** From the first token to the last, without leading comments and without the closing semicolon (UTF-16). */
  readonly span: Span;
  /** `span`, extended by the closing semicolon where there is one. */
  readonly fullSpan: Span;
  /** What it does, at least one; where `unreadable` is set, what could be read of it, if anything. */
  readonly operations: readonly Operation[];
  /** Set where the statement, or an action of it, could not be read: the reader's message and where it points to. */
  readonly unreadable?: { readonly message: string; readonly span: Span };
}

/** A comment, with its delimiters. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
  /** True where nothing but white space stands before it on its line. */
  readonly ownLine: boolean;
}

/** A file as read: every statement and comment in order. Skipped parts (psql commands, COPY data) are in neither. */
export interface SqlFile {
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
}

/** A dialect's reader. Synchronous once loaded; loading it is what costs. */
export interface Reader {
  readonly name: string;
  /** Never throws for any text; what it cannot read becomes an unreadable statement. `sections` limits what is read. */
  read(text: string, sections?: readonly Span[]): SqlFile;
  /**
   * Reads exactly one scalar expression over a row, as `-- lockstep: backfill` takes it.
   * @returns the expression and its text printed from its tokens alone, proved to be the same tree when read again (so that nothing but the expression can be in it), or why it is refused.
   */
  readExpression(text: string): { readonly expression: Expression; readonly printed: string } | { readonly refused: string };
}

/** Documented limits of what is read; past them a file or statement is unreadable, never cut. */
export const limits = {
  /** Bytes of one file. */
  fileBytes: 8 * 1024 * 1024,
  /** Statements of one file. */
  statements: 50_000,
  /** Depth of nesting in one expression. */
  expressionDepth: 500,
} as const;
