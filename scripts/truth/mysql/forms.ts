import type { Case } from '../../../test/truth/mysql/case.ts';
import { type Algorithm, algorithms, type LockClause, locks, works } from '../../../test/truth/mysql/record.ts';
import { answerOf } from './answer.ts';
import { changedTable, statesClauses, withClauses } from './clauses.ts';
import { codeOf, type Field, type Rows } from './field.ts';
import { stagesOf } from './stages.ts';
import { dictionaryOf, workOn } from './work.ts';

export interface Forms {
  /** By algorithm that is taken: the weakest lock that is taken with it, and what it does. */
  readonly lines: Readonly<Partial<Record<Algorithm, string>>>;
  /** The errors on the rows there are. */
  readonly fails: Readonly<Partial<Record<Algorithm, number>>>;
  readonly answers: Readonly<Partial<Record<Algorithm, string>>>;
}

/** Tries every algorithm with every lock, the weakest first, until one is taken: who may work alone need not. */
export async function tryForms(field: Field, each: Case): Promise<Forms> {
  const forms = { lines: {}, fails: {}, answers: {} } as { [key in keyof Forms]: { -readonly [name in Algorithm]?: Forms[key][name] } };
  // A second clause would take the place of the first.
  if (changedTable(each.sql) === undefined || statesClauses(each.sql)) return forms;
  for (const algorithm of algorithms) {
    if (algorithm === 'nocopy' && field.server.flavor === 'mysql') continue;
    for (const rows of ['filled', 'emptied'] as const) {
      const tried = await tryLocks(field, each, algorithm, rows);
      if (tried?.error !== undefined) forms.fails[algorithm] ??= tried.error;
      if (tried?.line !== undefined) forms.lines[algorithm] = tried.line;
      if (tried?.answer !== undefined && rows === 'filled') forms.answers[algorithm] = tried.answer;
      if (tried?.error === undefined) break;
    }
  }
  return forms;
}

interface Tried {
  readonly error?: number;
  readonly line?: string;
  readonly answer?: string | undefined;
}

/**
 * "ALGORITHM=INSTANT is not supported", with its reason or without; "Incorrect usage of ALGORITHM=INSTANT and LOCK=NONE"; and a syntax error, where no
 * clause may stand: without one, the statement was understood.
 */
const unsupported: readonly number[] = [1845, 1846, 1221, 1064];

async function tryLocks(field: Field, each: Case, algorithm: Algorithm, rows: Rows): Promise<Tried | undefined> {
  const clauses: readonly LockClause[] = [...locks, 'default'];
  for (const lock of clauses) {
    const session = await field.session(rows);
    const before = await dictionaryOf(field);
    const stages = await stagesOf(field, session);
    const error = await session.run(withClauses(each.sql, algorithm, lock) ?? '').then(() => undefined, codeOf);
    if (error !== undefined && unsupported.includes(error)) continue;
    try {
      if (error !== undefined) return { error };
      const work = workOn(changedTable(each.sql) ?? '', before, await dictionaryOf(field));
      const copied = await stages.hasCopied();
      const done = works.filter((word) => work.includes(word) || (word === 'rebuild' && copied));
      return { line: [lock, ...done].join(' '), answer: await answerOf(session, each) };
    } finally {
      field.spoil();
    }
  }
  return undefined;
}
