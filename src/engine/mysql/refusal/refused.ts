import type { Failure } from '../../failure.ts';
import type { At } from '../at.ts';
import type { Server } from '../version.ts';

/** The number of the error on each server; absent: that server does not mind. */
export type Codes = Readonly<Partial<Record<Server, number>>>;

/** One refusal, if the server that is asked has a number for it. */
export function refused(at: At, codes: number | Codes, reason: string): readonly Failure[] {
  const code = typeof codes === 'number' ? codes : codes[at.server];
  return code === undefined ? [] : [{ code: String(code), reason, certain: true }];
}
