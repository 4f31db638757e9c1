import type { Convention } from '../convention.ts';
import { because, beside, manifests, named } from '../depends.ts';
import { lexicographic } from '../order.ts';

/** Prisma Migrate: a folder a migration, in the order of their names; `migration.sql` is sent as one query, without a transaction of its own. */
export const prisma: Convention = {
  id: 'prisma',
  title: 'Prisma Migrate',
  manual: 'https://www.prisma.io/docs/orm/prisma-migrate/understanding-prisma-migrate/migration-histories',
  markers: ['migration_lock.toml', 'schema.prisma', 'prisma/schema.prisma', ...manifests.node],
  recognise: (around) =>
    named(around, /\/migration\.sql$/)
      ? (beside(around, 'migration_lock.toml', 'schema.prisma', 'prisma/schema.prisma') ??
        because(around, manifests.node, ['prisma', '@prisma/client']))
      : undefined,
  order: () => lexicographic,
  transaction: () => 'single-query',
  writing: {
    unwrapped: { by: 'one-statement' },
    // With `engine: 'js'`, as its driver adapters do: https://github.com/prisma/prisma/blob/6.19.3/packages/adapter-pg/src/pg.ts (executeScript)
    splitsAtSemicolons: true,
    next: ['`prisma migrate dev` on your own database: it runs the new files, and says whether schema.prisma fits them.'],
  },
};
