/**
 * A scratch database on which history, the original and the plan are run: the contract between what is proved and the engine that proves it.
 *
 * Values come as `decode.ts` gives them, the same from every engine.
 */
export interface ProofDatabase {
  /** `PostgreSQL 18.4 (embedded)`. */
  readonly engine: string;
  readonly major: number;
  /** A wait takes no time: `pg_sleep` sets the clock. */
  readonly skipsWaits: boolean;
  /**
   * Runs one statement; rejects with a `ProofFailure`. After a fatal one every further statement is rejected with it, until `reset`.
   * `onNotice` gets the messages of DEBUG1 and above, in order, before the promise settles.
   */
  run(sql: string, options?: RunOptions): Promise<ProofResult>;
  /**
   * Runs statements one after the other until one is refused, each as `run` would, asked of the engine at once: half of what a short statement costs is the asking.
   * Together they have the time of one.
   */
  runAll(statements: readonly string[], options?: RunOptions): Promise<Answers>;
  /** Back to the pristine catalog and a fresh session; the plan's deadline starts anew, and every mark is forgotten. */
  reset(): Promise<void>;
  /** Remembers all as it is now. Asked outside of a transaction. */
  mark(): Promise<Mark>;
  /** The plan's deadline starts anew. */
  beginPlan(): void;
  close(): Promise<void>;
}

export interface RunOptions {
  readonly onNotice?: ((message: string) => void) | undefined;
}

/** A state to come back to. */
export interface Mark {
  /** Brings it back. False: it is gone, with the engine it was of; `reset` and run again what led to it. */
  restore(): Promise<boolean>;
  forget(): Promise<void>;
}

export interface ProofResult {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** The command tag, with the count of rows where the server gives one: `ALTER TABLE`, `INSERT 0 3`. */
  readonly tag: string;
}

/** What came of several statements: of each that was run, and what the next one was refused for. */
export interface Answers {
  readonly results: readonly ProofResult[];
  readonly refusal?: ProofFailure;
}

/** Why an engine was thrown away, or did not so much as see the statement (`refused`). */
export type Fate = 'deadline' | 'memory' | 'protocol' | 'refused' | 'crash';

/** What a refusal is about, as far as the server says so. https://www.postgresql.org/docs/current/protocol-error-fields.html */
export interface About {
  readonly detail?: string | undefined;
  readonly column?: string | undefined;
}

/** What `run` rejects with: the server's refusal by its SQLSTATE, or why there is no answer from it. */
export class ProofFailure extends Error {
  override readonly name = 'ProofFailure';
  /** SQLSTATE of the server's refusal, or a `Fate`. */
  readonly code: string;
  /** True: the instance is gone, and what it was asked is not known to have been done or not. */
  readonly fatal: boolean;
  readonly about: About;

  constructor(code: string, message: string, fatal = false, about: About = {}) {
    super(message);
    this.code = code;
    this.fatal = fatal;
    this.about = about;
  }
}

/** `runAll`, of an engine that is asked for one statement at a time. */
export async function oneByOne(statements: readonly string[], run: (sql: string) => Promise<ProofResult>): Promise<Answers> {
  const results: ProofResult[] = [];
  for (const sql of statements) {
    try {
      results.push(await run(sql));
    } catch (error) {
      if (!(error instanceof ProofFailure) || error.fatal) throw error;
      return { results, refusal: error };
    }
  }
  return { results };
}

/** Runs one statement of which a refusal is an answer. @returns what the server refused it for; rejects only where the instance is gone */
export async function refusalOf(database: ProofDatabase, sql: string): Promise<ProofFailure | undefined> {
  try {
    await database.run(sql);
    return undefined;
  } catch (error) {
    if (!(error instanceof ProofFailure) || error.fatal) throw error;
    return error;
  }
}

/** The same in an open transaction, which goes on behind a refusal; what is put off to its end is asked for at once. */
export async function refusalWithin(database: ProofDatabase, sql: string): Promise<ProofFailure | undefined> {
  return (await refusalsInTurn(database, [sql]))[0]?.failure;
}

/** A statement that is refused, and what for. */
export interface Refused {
  readonly sql: string;
  readonly failure: ProofFailure;
}

/** Runs each statement in a transaction of its own, which is rolled back. @returns those that are refused */
export function refusalsAlone(database: ProofDatabase, statements: readonly string[]): Promise<readonly Refused[]> {
  return refusals(database, statements, { before: 'BEGIN', after: 'ROLLBACK', undo: 'ROLLBACK' });
}

/** Runs one after the other in an open transaction, which goes on behind those that are refused. @returns these */
export function refusalsInTurn(database: ProofDatabase, statements: readonly string[]): Promise<readonly Refused[]> {
  return refusals(database, statements, { before: 'SAVEPOINT lockstep', after: 'RELEASE lockstep', undo: 'ROLLBACK TO lockstep' });
}

/** Asked of the engine at once, as far as none is refused. */
async function refusals(
  database: ProofDatabase,
  statements: readonly string[],
  { before, after, undo }: { readonly before: string; readonly after: string; readonly undo: string },
): Promise<readonly Refused[]> {
  const found: Refused[] = [];
  const around = (sql: string): readonly string[] => [before, sql, allNow, after];
  for (let left = statements; left.length > 0; ) {
    const { results, refusal } = await database.runAll(left.flatMap(around));
    if (refusal === undefined) break;
    await database.run(undo);
    const at = Math.floor(results.length / around('').length);
    found.push({ sql: left[at] as string, failure: refusal });
    left = left.slice(at + 1);
  }
  return found;
}

const allNow = 'SET CONSTRAINTS ALL IMMEDIATE';
