import type { Case } from '../../../test/truth/mysql/case.ts';
import { algorithms, type DoneLine, type Line, type Work, works } from '../../../test/truth/mysql/record.ts';
import { changedTable } from './clauses.ts';
import { codeOf, type Field, fieldOf, type Ground } from './field.ts';
import { type Forms, tryForms } from './forms.ts';
import { locksInPassing, lockWhileWorking, plainly, type Touched } from './plain.ts';
import type { Server } from './server.ts';

/**
 * How many cases are run side by side, each in a database of its own: most of the time goes into waiting for the server. Who asks MySQL for its
 * dictionary waits for the statements of all databases.
 */
const grounds = { mysql: 1, mariadb: 4 };

export async function groundOn(server: Server, number: number): Promise<Ground> {
  return { server, database: `lockstep_${number}`, observer: await server.connect() };
}

export async function observeAll(server: Server, cases: readonly Case[]): Promise<ReadonlyMap<Case, Line>> {
  const observed = new Map<Case, Line>();
  const waiting = cases.values();
  const work = async (number: number): Promise<void> => {
    const ground = await groundOn(server, number);
    for (const each of waiting) observed.set(each, await observe(ground, each));
  };
  await Promise.all(Array.from({ length: grounds[server.flavor] }, (_, number) => work(number)));
  return observed;
}

/** What a server does for a case's statement: as it stands, and in every form of its clauses. */
export async function observe(ground: Ground, each: Case): Promise<Line> {
  const field = fieldOf(ground, each);
  try {
    const refusal = await field.session('filled').then(() => undefined, codeOf);
    return refusal === undefined ? await observeOn(field, each) : { 'no setup': refusal };
  } finally {
    field.spoil();
  }
}

async function observeOn(field: Field, each: Case): Promise<Line> {
  const filled = await plainly(field, each, 'filled');
  const plain = typeof filled === 'number' ? await plainly(field, each, 'emptied') : filled;
  if (typeof plain === 'number') return { refused: typeof filled === 'number' ? filled : plain };
  const forms = await tryForms(field, each);
  const { lines, fails, answers } = forms;
  const tables = [...plain.tables].map(([table, seen]) => [table, wordsOf(table, each, seen, forms, filled !== plain)] as const);
  // Nothing is to be learnt from what empty tables answer.
  const answer = filled === plain ? plain.answer : undefined;
  const otherAnswers = Object.entries(answers).filter(([, each]) => each !== answer);
  return {
    plain: Object.fromEntries(tables.filter(([, words]) => words !== '')),
    ...lines,
    ...some('fails', { ...(typeof filled === 'number' && { plain: filled }), ...fails }),
    ...some('answers', { ...(answer !== undefined && { plain: answer }), ...Object.fromEntries(otherAnswers) }),
  };
}

/** @param isEmpty the statement fails on the rows there are, and was seen on emptied tables */
function wordsOf(table: string, each: Case, seen: Touched, { lines }: Forms, isEmpty: boolean): string {
  const isChanged = table === changedTable(each.sql);
  const work = works.filter((word) => seen.work.includes(word) || (word === 'rebuild' && isChanged && seen.copied));
  if (!isChanged) return seen.writers.length + work.length === 0 ? '' : besides(seen, work);
  const least = algorithms.find((word) => lines[word] !== undefined);
  // Servers make less of empty tables. With rows, it is what the form does that they take first.
  const form = isEmpty && least !== undefined ? lines[seen.copied ? 'copy' : least] : undefined;
  if (form !== undefined) return `${seen.copied ? 'copy' : least} ${form.replace('default', 'none')}`;
  // What rows do not go into is done with the first algorithm that is taken.
  const algorithm = seen.copied ? 'copy' : least !== undefined && work.includes('rebuild') ? 'inplace' : least;
  const lock = touchesRows(work) ? lockWhileWorking(seen) : locksInPassing(seen).held;
  return [...(algorithm === undefined ? [] : [algorithm]), lock, ...work].join(' ');
}

function besides(seen: Touched, work: readonly Work[]): string {
  if (touchesRows(work)) return [lockWhileWorking(seen), ...work].join(' ');
  const { held, briefly } = locksInPassing(seen);
  return [held, ...work, ...(briefly === held ? [] : ['briefly', briefly])].join(' ');
}

const touchesRows = (work: readonly Work[]): boolean => work.some((word) => word !== 'row-version');

function some<Key extends 'fails' | 'answers'>(key: Key, values: NonNullable<DoneLine[Key]>): Pick<DoneLine, Key> | undefined {
  return Object.keys(values).length === 0 ? undefined : ({ [key]: values } as Pick<DoneLine, Key>);
}
