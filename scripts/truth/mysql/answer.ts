import type { Case } from '../../../test/truth/mysql/case.ts';
import type { Session } from './client.ts';
import { codeOf } from './field.ts';

/** What a case asks after its statement: the rows, or how the statement fares that stands there. */
export async function answerOf(session: Session, { ask }: Case): Promise<string | undefined> {
  if (ask === undefined) return undefined;
  try {
    const rows = await session.rows(ask);
    return Array.isArray(rows) ? rows.map((row) => row.join(' ')).join(', ') : 'done';
  } catch (error) {
    return `error ${codeOf(error)}`;
  }
}
