import type { Convention } from '../convention.ts';
import { holds, isProgramSeries } from '../depends.ts';
import { lexicographic } from '../order.ts';
import { program } from '../write-program.ts';

/** Kysely: files in the order of their names; all that are pending run in one transaction. */
export const kysely: Convention = {
  id: 'kysely',
  title: 'Kysely',
  manual: 'https://kysely.dev/docs/migrations',
  markers: [],
  recognise: (around) => (isProgramSeries(around) && holds(around, /\bkysely\b/i) ? '`kysely` in its files' : undefined),
  order: () => lexicographic,
  transaction: () => 'wrapped',
  writing: {
    unwrapped: { by: 'none', instead: 'Kysely runs all pending migrations in one transaction' },
    down: { in: 'section' },
    file: (content) =>
      program(content, {
        imports: ({ typed, module }) => [
          typed
            ? "import { type Kysely, sql } from 'kysely';"
            : module
              ? "import { sql } from 'kysely';"
              : "const { sql } = require('kysely');",
        ],
        parameter: { name: 'db', type: 'Kysely<unknown>' },
        send: (template) => `await sql${template}.execute(db);`,
        unwrapped: {},
      }),
    deploysTogether: 'Kysely runs all pending migrations in one transaction',
  },
};
