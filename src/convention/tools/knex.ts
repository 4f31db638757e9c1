import type { Convention } from '../convention.ts';
import { holds, isProgramSeries } from '../depends.ts';
import { lexicographic } from '../order.ts';

/** Knex: files in the order of their names, each in a transaction unless its `config` says otherwise. */
export const knex: Convention = {
  id: 'knex',
  title: 'Knex',
  manual: 'https://knexjs.org/guide/migrations.html#transactions-in-migrations',
  markers: [],
  recognise: (around) => (isProgramSeries(around) && holds(around, /\bknex\b/i) ? '`knex` in its files' : undefined),
  order: () => lexicographic,
  transaction: ({ text }) => (/\bconfig\b[^;]*\btransaction\s*:\s*false\b/.test(text) ? 'per-statement' : 'wrapped'),
  writing: { unwrapped: { by: 'none', instead: 'export `config = { transaction: false }` from a migration of its own' } },
};
