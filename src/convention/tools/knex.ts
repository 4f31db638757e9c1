import type { Convention } from '../convention.ts';
import { holds, isProgramSeries } from '../depends.ts';
import { lexicographic } from '../order.ts';
import { program } from '../write-program.ts';

/** Knex takes every `?` for a placeholder, wherever it stands. */
const escapeSql = (sql: string): string => sql.replaceAll('?', '\\?');

/** Knex: files in the order of their names, each in a transaction unless its `config` says otherwise. */
export const knex: Convention = {
  id: 'knex',
  title: 'Knex',
  manual: 'https://knexjs.org/guide/migrations.html#transactions-in-migrations',
  markers: [],
  recognise: (around) => (isProgramSeries(around) && holds(around, /\bknex\b/i) ? '`knex` in its files' : undefined),
  order: () => lexicographic,
  transaction: ({ text }) => (/\bconfig\b[^;]{0,1000}\btransaction\s*:\s*false\b/.test(text) ? 'per-statement' : 'wrapped'),
  writing: {
    unwrapped: { by: 'program' },
    down: { in: 'section' },
    escapeSql,
    file: (content) =>
      program(content, {
        imports: ({ typed }) => (typed ? ["import type { Knex } from 'knex';"] : []),
        parameter: { name: 'knex', type: 'Knex' },
        send: (template) => `await knex.raw(${template});`,
        unwrapped: { outside: ({ module }) => `${module ? 'export const config' : 'exports.config'} = { transaction: false };` },
        escapeSql,
      }),
  },
};
