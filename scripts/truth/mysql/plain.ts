import type { Case } from '../../../test/truth/mysql/case.ts';
import type { Lock, Work } from '../../../test/truth/mysql/record.ts';
import { answerOf } from './answer.ts';
import { type Field, type Rows, tablesOf } from './field.ts';
import { type Holder, runHeld, strongest, type Wait } from './held.ts';
import { stagesOf } from './stages.ts';
import { dictionaryOf, hasNew, workOn } from './work.ts';

/** What the statement as it stands did to a table, with another session's reader, then writer, in its way. */
export interface Touched {
  readonly readers: readonly Wait[];
  readonly writers: readonly Wait[];
  readonly work: readonly Work[];
  /** Its rows went through the server into a new table. */
  readonly copied: boolean;
}

export interface Plain {
  readonly tables: ReadonlyMap<string, Touched>;
  readonly answer?: string;
}

/** Runs the statement as it stands, twice for each table. @returns the error's number where it fails */
export async function plainly(field: Field, each: Case, rows: Rows): Promise<Plain | number> {
  const tables = new Map<string, Touched>();
  let answer: string | undefined;
  await field.session(rows);
  for (const table of await tablesOf(field)) {
    const readers = await once(field, each, rows, [table, 'reader']);
    if (typeof readers === 'number') return readers;
    // Where it only notes something, those who wait for readers wait for writers.
    const isTold = readers.waits.length > 0 && readers.work.length === 0 && !readers.copied;
    const writers = isTold ? readers : await once(field, each, rows, [table, 'writer']);
    if (typeof writers === 'number') return writers;
    tables.set(table, { readers: readers.waits, writers: writers.waits, work: readers.work, copied: readers.copied });
    answer ??= readers.answer;
  }
  return { tables, ...(answer !== undefined && { answer }) };
}

interface Once {
  readonly waits: readonly Wait[];
  readonly work: readonly Work[];
  readonly copied: boolean;
  readonly answer: string | undefined;
}

async function once(field: Field, each: Case, rows: Rows, holder: readonly [table: string, Holder]): Promise<Once | number> {
  const session = await field.session(rows);
  const before = await dictionaryOf(field);
  const stages = await stagesOf(field, session);
  // MySQL tells of all its work itself, and whoever asks for its dictionary would wait with it.
  const hasWorked = async (): Promise<boolean> =>
    (await stages.hasWorked()) || (field.server.flavor === 'mariadb' && hasNew(before, await dictionaryOf(field)));
  const { waits, error } = await runHeld(field, session, each.sql, holder, hasWorked);
  try {
    if (error !== undefined) return error;
    const copied = await stages.hasCopied();
    return { waits, copied, work: workOn(holder[0], before, await dictionaryOf(field)), answer: await answerOf(session, each) };
  } finally {
    field.spoil();
  }
}

/** What others cannot do while a statement works on a table. That it is alone for a moment is the same for all that wait for readers. */
export function lockWhileWorking({ readers, writers }: Touched): Lock {
  const areIn = (waits: readonly Wait[]): boolean => waits.length === 0 || waits.some(({ worked }) => worked);
  if (areIn(writers)) return 'none';
  return areIn(readers) ? 'shared' : 'exclusive';
}

/** What it holds, and what it then takes for a moment, where it does no more to a table than to note something. */
export function locksInPassing({ readers, writers }: Touched): { readonly held: Lock; readonly briefly: Lock } {
  const waits = [...readers, ...writers];
  const briefly = strongest(waits.map(({ wanted }) => wanted)) ?? 'none';
  const [first] = readers.length > 0 ? readers : writers;
  return { held: first?.held ?? briefly, briefly };
}
