import type { Column } from '../../schema/schema.ts';
import type { At } from './at.ts';
import type { Change } from './change.ts';

/** How a column that becomes NOT NULL fails on a row with NULL. Without strict mode the NULL becomes a zero or an empty string. */
export function nullFailure(at: At, { name }: Column): Pick<Change, 'fails' | 'failsCopied'> {
  if (!at.strict) return {};
  const failing = (code: string) => ({ code, reason: `a row has NULL in ${name}`, certain: false });
  return { fails: failing(at.server === 'mysql' ? '1138' : '1265'), failsCopied: failing('1265') };
}
