import type { Convention } from '../convention.ts';
import { holds, isProgramSeries } from '../depends.ts';

/** TypeORM: classes in the order of the time in their names; all that are pending run in one transaction unless the data source says `each`. */
export const typeorm: Convention = {
  id: 'typeorm',
  title: 'TypeORM',
  manual: 'https://typeorm.io/docs/migrations/executing/#transaction-modes',
  markers: [],
  recognise: (around) =>
    isProgramSeries(around) && holds(around, /\bMigrationInterface\b|\bqueryRunner\b/) ? '`MigrationInterface` in its files' : undefined,
  transaction: ({ text }) =>
    /^\s*(?:(?:public|readonly)\s+)*transaction\s*(?::\s*\w+\s*)?=\s*false\b/m.test(text) ? 'per-statement' : 'wrapped',
  writing: { unwrapped: { by: 'none', instead: 'set `transaction = false` on the class of a migration of its own' } },
};
