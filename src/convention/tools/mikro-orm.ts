import type { Convention } from '../convention.ts';
import { holds, isProgramSeries } from '../depends.ts';
import { lexicographic } from '../order.ts';

/** MikroORM: classes in the order of their files' names; each in a transaction unless `isTransactional` says otherwise, and all that are pending in one around them. */
export const mikroOrm: Convention = {
  id: 'mikro-orm',
  title: 'MikroORM',
  manual: 'https://mikro-orm.io/docs/migrations',
  markers: [],
  recognise: (around) =>
    isProgramSeries(around) && holds(around, /@mikro-orm\/migrations|\bthis\.addSql\(/) ? '`this.addSql` in its files' : undefined,
  order: () => lexicographic,
  transaction: ({ text }) => (/\bisTransactional\s*\([^{]*\{\s*return\s+false\b/.test(text) ? 'per-statement' : 'wrapped'),
  writing: { unwrapped: { by: 'none', instead: 'let `isTransactional` return false in a migration of its own' } },
};
