import type { Convention } from '../convention.ts';
import { holds, isProgramSeries } from '../depends.ts';
import { lexicographic } from '../order.ts';
import { program } from '../write-program.ts';

/** MikroORM: classes in the order of their files' names; each in a transaction unless `isTransactional` says otherwise, and all that are pending in one around them. */
export const mikroOrm: Convention = {
  id: 'mikro-orm',
  title: 'MikroORM',
  manual: 'https://mikro-orm.io/docs/migrations',
  markers: [],
  recognise: (around) =>
    isProgramSeries(around) && holds(around, /@mikro-orm\/migrations|\bthis\.addSql\(/) ? '`this.addSql` in its files' : undefined,
  order: () => lexicographic,
  transaction: ({ text }) => (/\bisTransactional\s*\([^{]{0,200}\{\s*return\s+false\b/.test(text) ? 'per-statement' : 'wrapped'),
  writing: {
    unwrapped: { by: 'program' },
    down: { in: 'section' },
    file: (content) =>
      program(content, {
        imports: ({ module }) => [
          module ? "import { Migration } from '@mikro-orm/migrations';" : "const { Migration } = require('@mikro-orm/migrations');",
        ],
        parameter: { name: '' },
        send: (template) => `this.addSql(${template});`,
        class: { heritage: () => ' extends Migration' },
        unwrapped: {
          outside: ({ typed }) => (typed ? 'isTransactional(): boolean { return false; }' : 'isTransactional() { return false; }'),
        },
      }),
    deploysTogether: 'MikroORM runs all pending migrations in one transaction (allOrNothing: false: each in its own)',
    next: [
      {
        where: /isTransactional/,
        text: 'A migration outside of a transaction needs `allOrNothing: false` in `migrations` of the configuration.',
      },
    ],
  },
};
