import type { Convention } from '../convention.ts';
import { beside, named } from '../depends.ts';
import { onlyHolds } from '../no-transaction.ts';

/** What the command line runs outside of the batch since 2.109; earlier ones run it nowhere. https://github.com/supabase/cli */
const standAlone =
  /^(?:create (?:unique )?index concurrently|drop index concurrently|reindex\b.*\bconcurrently|vacuum|alter system|cluster)\b/i;

/** Supabase: the statements of a file are sent as one batch, which is one transaction. */
export const supabase: Convention = {
  id: 'supabase',
  title: 'Supabase',
  manual: 'https://supabase.com/docs/guides/deployment/database-migrations',
  markers: ['config.toml', 'supabase/config.toml'],
  recognise: (around) =>
    /(?:^|\/)supabase\/migrations$/.test(around.series) && named(around, /(?:^|\/)\d+_[^/]*\.sql$/)
      ? (beside(around, 'config.toml', 'supabase/config.toml') ?? 'the folder `supabase/migrations`')
      : undefined,
  transaction: ({ text }) => (onlyHolds(text, standAlone) ? 'per-statement' : 'wrapped'),
  writing: {
    unwrapped: { by: 'none', instead: 'the Supabase CLI sends the statements of a file as one transaction', covers: standAlone },
    next: [{ where: /\bCONCURRENTLY\b/, text: 'What is built CONCURRENTLY needs the Supabase CLI 2.109 or later.' }],
  },
};
